"""What the documents show is what the package does."""

import doctest
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import typer
import yaml
from rdflib import Graph

from stancegraph.cli import app
from stancegraph.pins import read_pins
from stancegraph.queries import catalogue
from stancegraph.standings import Rules

ROOT = Path(__file__).parents[1]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("ontology/**/*.md")])
# A fence may stand in a list, indented.
_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[Any]:
    """Find the code of a language in all documents, one test parameter for each block."""
    found = []
    for file in DOCUMENTS:
        for match in _FENCE.finditer(file.read_text(encoding="utf-8")):
            indent, name, code = match.groups()
            if name == language:
                code = re.sub(rf"^{indent}", "", code, flags=re.MULTILINE)
                line = file.read_text(encoding="utf-8").count("\n", 0, match.start()) + 1
                found.append(pytest.param(code, id=f"{file.relative_to(ROOT)}:{line}"))
    return found


def test_every_language_of_a_block_is_checked() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in DOCUMENTS)
    languages = {language for _, language, _ in _FENCE.findall(text)}
    # What is marked "py" asks a server: tests/serve/test_clients.py starts one and runs it.
    assert languages <= {
        "json", "py", "pycon", "python", "sh", "sparql", "text", "turtle", "yaml"
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", [f.relative_to(ROOT).as_posix() for f in DOCUMENTS if "```pycon" in f.read_text()]
)
def test_the_examples_of_the_documents_run(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = "\n".join(code for _, language, code in _FENCE.findall(text) if language == "pycon")
    examples = doctest.DocTestParser().get_doctest(shown, {}, name, name, 0)
    assert examples.examples
    told: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=FLAGS).run(examples, out=told.append)
    assert not failed, "".join(told)


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_of_the_documents_runs(code: str, demo: Path) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=demo, check=True)


@pytest.mark.parametrize("code", blocks("sh"))
def test_the_commands_of_the_documents_exist(code: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    # typer carries a click of its own, so that no type fits both.
    group: Any = typer.main.get_command(app)
    for line in code.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        for redirection in (">", "|", "&&"):
            if redirection in words:
                words = words[: words.index(redirection)]
        if not words:
            continue
        program = words[0].rpartition("/")[2]
        if program == "stancegraph" and words[1:] != ["--help"]:
            name, *arguments = words[1:]
            if name.isupper():  # a word that stands for any of them
                continue
            assert name in group.commands, line
            try:
                group.commands[name].make_context(name, arguments)
            except Exception as error:  # noqa: BLE001 - both clicks have classes of their own
                if type(error).__name__ != "Exit":
                    pytest.fail(f"{line}: {getattr(error, 'message', error)}")
        elif program == "make":
            for target in (w for w in words[1:] if "=" not in w):
                assert re.search(rf"^{target}:", makefile, re.MULTILINE), line


@pytest.mark.parametrize("code", blocks("sparql"))
def test_the_sparql_of_the_documents_finds_something(code: str, demo: Path) -> None:
    store = pyoxigraph.Store()
    store.load(path=str(demo / "build" / "demo" / "graph.trig"), format=pyoxigraph.RdfFormat.TRIG)
    results = store.query(code, use_default_graph_as_union=True)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    assert next(iter(results), None) is not None


@pytest.mark.parametrize("code", blocks("turtle"))
def test_the_turtle_of_the_documents_is_whole(code: str) -> None:
    assert len(Graph().parse(data=code, format="turtle"))


@pytest.mark.parametrize("code", [*blocks("json"), *blocks("yaml")])
def test_the_data_of_the_documents_parse(code: str) -> None:
    try:
        json.loads(code)
    except ValueError:
        assert isinstance(yaml.safe_load(code), dict)


def test_links_from_the_front_page_lead_somewhere() -> None:
    for file in ROOT.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_documentation_builds_and_asks_nothing_of_the_network(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "graph"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr[-3000:]
    loaded = r"<(?:script|img|iframe)[^>]* src=[\"']?https?:|<link[^>]* href=[\"']?https?:"
    for page in tmp_path.rglob("*.html"):
        assert not re.search(loaded, page.read_text(encoding="utf-8")), page
    shown = unescape((tmp_path / "reference" / "case-ukraine.html").read_text(encoding="utf-8"))
    assert "immediate-ceasefire" in shown
    vocabulary = unescape((tmp_path / "reference" / "ontology.html").read_text(encoding="utf-8"))
    assert "sg:conditionallySupports" in vocabulary
    asked = (tmp_path / "reference" / "named-queries.html").read_text(encoding="utf-8")
    assert all(f'id="{query.name}"' in asked for query in catalogue())


def test_the_model_card_tells_the_pinned_scores() -> None:
    card = (ROOT / "docs" / "model-card.md").read_text(encoding="utf-8")
    scores = read_pins(ROOT / "data" / "scores.json").scores
    for name in ("pair_f1", "pair_precision", "strict_f1"):
        # The pins have one digit more: they may round the other way.
        told = [float(number) for number in re.findall(r"\| (0\.\d{3}) (?=\|)", card)]
        assert any(abs(number - scores[name]) < 0.0006 for number in told), f"{name}: `make pin`"


def test_the_table_of_rules_has_every_number_as_it_is() -> None:
    text = (ROOT / "docs" / "agreement.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", text, re.MULTILINE))
    assert {name: float(value) for name, value in told.items()} == asdict(Rules())


def test_the_citation_names_this_version() -> None:
    from stancegraph import __version__

    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__
