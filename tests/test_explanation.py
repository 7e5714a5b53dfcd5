"""An explanation shows the way from the words to the position, and adds up."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from stancegraph.articles import read_articles
from stancegraph.case import load_case
from stancegraph.cli import app
from stancegraph.explanation import explain
from stancegraph.extraction import Extractor
from stancegraph.model import Article
from tests.rules import rules_case

TEXT = (
    "It rained. Avalon demands a fishing limit.\n\n"
    "Morgan Lefay said Brigadoon wants the ferry.\n\n"
    "Avalon would accept the ferry if Brigadoon agreed to a closed season.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "talks.txt"
    file.write_text(f"# date: 2005-05-01\n{TEXT}", encoding="utf-8")
    return file


def run(*args: object) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, args)])


def flat(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return " ".join(re.sub(r"[│┃┏┓┗┛└┘├┤━─]", " ", result.stdout).split())


def test_every_confidence_adds_up_from_its_features(root: Path) -> None:
    extractor = Extractor(load_case())
    proposed = count = 0
    for article, positions in extractor.extract(read_articles([root / "data" / "articles"])):
        for position in positions:
            told = explain(position, article, extractor.weights_of(position))
            # Positions round their confidence to three places.
            assert told.confidence == pytest.approx(position.confidence, abs=0.002)
            assert told.sentence in article.text
            assert told.sentence[told.quote_start : told.quote_end] == position.quote
            assert bool(told.cue) != told.claim.startswith("second")
            proposed += not told.cue
            assert not any(step.startswith(("cue:", "holder:", "source:")) for step in told.path)
            sizes = [abs(part.amount) for part in told.contributions]
            assert sizes == sorted(sizes, reverse=True)
            count += 1
    # The rules find most of what is there, and the second reader some of it.
    assert 0 < proposed < count / 2


def test_a_position_by_its_number(article: Path, toy: Path) -> None:
    text = flat(run(article, "--case", toy, "--position", 1))
    assert "talks, position 1: avalon / fishing-limit / support" in text
    assert "»Avalon demands a fishing limit.«" in text
    assert "It rained" not in text
    assert "fishing {limit}" in text or "{fish}" in text
    assert "attitude:demand" in text
    assert "“Avalon”, named; speaks for avalon" in text
    assert "bias" in text
    assert "position 2" not in text


def test_the_attribution_chain_of_what_another_says(article: Path, toy: Path) -> None:
    text = flat(run(article, "--case", toy, "--issue", "ferry", "--actor", "brigadoon"))
    assert "brigadoon / ferry / support" in text
    assert "ascribed to brigadoon by avalon" in text
    assert "fishing-limit" not in text


def test_a_condition_is_shown(article: Path, toy: Path) -> None:
    text = flat(run(article, "--case", toy, "--issue", "ferry", "--actor", "avalon"))
    assert "avalon / ferry / conditional" in text
    assert "Brigadoon agreed to a closed season" in text.partition("condition")[2]


def test_without_a_choice_all_are_explained_in_the_order_of_extract(
    article: Path, toy: Path
) -> None:
    listed = CliRunner().invoke(
        app, ["extract", str(article), "--case", str(toy), "--format", "table"]
    )
    rows = re.findall(r"│ talks +│ (\d+) +│ (\S+) +│", listed.stdout)
    told = re.findall(r"position (\d+): (\S+) /", flat(run(article, "--case", toy)))
    assert told == rows
    assert [number for number, _ in rows] == [str(n) for n in range(1, len(rows) + 1)]


@pytest.mark.parametrize(
    "choice", [("--position", 99), ("--issue", "closed-season", "--position", 1)]
)
def test_no_such_position(article: Path, toy: Path, choice: tuple[object, ...]) -> None:
    result = run(article, "--case", toy, *choice)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "no such position" in result.stderr


@pytest.mark.parametrize(
    "choice", [("--position", 0), ("--issue", "tides"), ("--actor", "atlantis")]
)
def test_usage(article: Path, toy: Path, choice: tuple[object, ...]) -> None:
    result = run(article, "--case", toy, *choice)
    assert result.exit_code == 2
    assert str(choice[0]) in result.stderr


def test_an_article_that_is_not_there(tmp_path: Path, toy: Path) -> None:
    result = run(tmp_path / "absent.txt", "--case", toy)
    assert result.exit_code == 1
    assert "absent.txt" in result.stderr


def test_an_issue_that_only_the_rest_of_the_article_tells_is_explained_as_such() -> None:
    text = (
        "Kyiv wants a ceasefire. Moscow rejects new sanctions. Paris supports NATO membership for "
        "Ukraine. Berlin will help to rebuild Ukraine.\n\nThe weather was fine.\n\n"
        "Merz said that Germany would finance schools and hospitals."
    )
    article, extractor = Article(id="note", text=text), Extractor(rules_case(), threshold=0.0)
    [(_, positions)] = extractor.extract([article])
    claims = {
        p.quote: explain(p, article, extractor.weights_of(p)).claim
        for p in positions
        if p.issue == "reconstruction-aid"
    }
    assert "rest of the article" in claims["Germany would finance schools and hospitals"]
    assert "rest of the article" not in claims["Berlin will help to rebuild Ukraine."]


def test_what_the_second_reader_proposed_is_said_to_be_its_own(root: Path) -> None:
    articles = read_articles([root / "data" / "articles"])
    article, number = next(
        (article, number)
        for article, positions in Extractor(load_case()).extract(articles)
        for number, position in enumerate(positions, start=1)
        if "proposed" in position.trace
    )
    file = root / "data" / "articles" / f"{article.id}.md"
    text = flat(run(file, "--position", number))
    assert "the second reader, taught on coded articles, takes the sentence so" in text
    assert "told by no rule" in text and "proposed_second" in text
    assert "the second reader" not in flat(run(file, "--no-second-reader"))
