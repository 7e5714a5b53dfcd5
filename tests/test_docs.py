"""What the documents show is what the package does."""

import doctest
import re
from pathlib import Path

import pytest

from stancegraph.pins import read_pins

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("name", ["engine.md"])
def test_the_examples_of_the_documents_run(root: Path, name: str) -> None:
    text = (root / "docs" / name).read_text(encoding="utf-8")
    shown = "\n".join(re.findall(r"^```pycon\n(.*?)^```", text, re.DOTALL | re.MULTILINE))
    examples = doctest.DocTestParser().get_doctest(shown, {}, name, name, 0)
    assert examples.examples
    told: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=FLAGS).run(examples, out=told.append)
    assert not failed, "".join(told)


def test_links_between_the_documents_lead_somewhere(root: Path) -> None:
    for file in sorted((root / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_model_card_tells_the_pinned_scores(root: Path) -> None:
    card = (root / "docs" / "model-card.md").read_text(encoding="utf-8")
    scores = read_pins(root / "data" / "scores.json").scores
    for name in ("pair_f1", "pair_precision", "strict_f1"):
        assert f"| {scores[name]:.3f} |" in card, f"{name}: run `make pin`"
