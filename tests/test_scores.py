"""The scores on the bundled codings may rise and not fall; a file of pins remembers them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from stancegraph.articles import read_articles
from stancegraph.case import load_case
from stancegraph.cli import app
from stancegraph.evaluation import evaluate, read_gold
from stancegraph.exceptions import GoldError, OutputError
from stancegraph.extraction import Extractor
from stancegraph.pins import Pins, drops, pins_of, read_pins, write_pins

NAMES = ("strict_f1", "pair_f1", "pair_precision", "sign_error_share", "evidence", "quotes_exact")


def test_no_score_is_lower_than_pinned(root: Path) -> None:
    case = load_case()
    articles = list(read_articles([root / "data" / "articles"]))
    positions = {article.id: found for article, found in Extractor(case).extract(articles)}
    today = pins_of(evaluate(articles, positions, read_gold(root / "data" / "gold"), case))
    pinned = read_pins(root / "data" / "scores.json")
    assert (today.articles, today.coded) == (pinned.articles, pinned.coded), (
        "the codings have changed: look at `make evaluate`, then `make pin`"
    )
    assert drops(pinned, today) == {}, (
        "(pinned, today): repair it, or lower the pins knowingly with `make pin ALLOW_LOWER=1`"
    )


def test_the_pinned_file_pins_every_score(root: Path) -> None:
    assert tuple(read_pins(root / "data" / "scores.json").scores) == NAMES


def pins(**scores: float) -> Pins:
    return Pins(articles=2, coded=9, scores=scores)


@pytest.mark.parametrize(
    ("before", "now", "worse"),
    [
        (pins(pair_f1=0.7), pins(pair_f1=0.7), False),
        (pins(pair_f1=0.7), pins(pair_f1=0.71), False),
        (pins(pair_f1=0.7), pins(pair_f1=0.69996), False),
        (pins(pair_f1=0.7), pins(pair_f1=0.6999), True),
        (pins(sign_error_share=0.02), pins(sign_error_share=0.01), False),
        (pins(sign_error_share=0.02), pins(sign_error_share=0.0201), True),
        (pins(evidence=0.9), pins(), True),
        (pins(sign_error_share=0.02), pins(), True),
        (pins(), pins(pair_f1=0.1), False),
    ],
)
def test_a_drop_is_more_than_rounding_the_wrong_way(before: Pins, now: Pins, worse: bool) -> None:
    assert bool(drops(before, now)) is worse


shares = st.floats(0, 1).map(lambda share: round(share, 4))
some_pins = st.builds(
    Pins,
    st.integers(0, 99),
    st.integers(0, 999),
    st.fixed_dictionaries(dict.fromkeys(NAMES, shares)),
)


@given(some_pins)
def test_pins_survive_the_file(tmp_path_factory: pytest.TempPathFactory, written: Pins) -> None:
    file = tmp_path_factory.mktemp("pins") / "scores.json"
    assert read_pins(write_pins(file, written)) == written


@given(some_pins, some_pins)
def test_of_two_different_measurements_one_drops_unless_they_are_equal(
    one: Pins, other: Pins
) -> None:
    both = drops(one, other).keys() | drops(other, one).keys()
    assert both == {name for name in NAMES if one.scores[name] != other.scores[name]}


def test_lower_pins_are_written_only_when_they_are_asked_for(tmp_path: Path) -> None:
    file = write_pins(tmp_path / "scores.json", pins(pair_f1=0.7))
    with pytest.raises(GoldError, match=r"pair_f1 0\.7000 -> 0\.6000.*--allow-lower"):
        write_pins(file, pins(pair_f1=0.6))
    assert read_pins(file) == pins(pair_f1=0.7)
    write_pins(file, pins(pair_f1=0.6), allow_lower=True)
    assert read_pins(file) == pins(pair_f1=0.6)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"articles": 1, "coded": 2, "scores": [1]}'])
def test_a_broken_file_of_pins_is_named_and_not_overwritten(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scores.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"scores\.json"):
        write_pins(file, pins(pair_f1=0.7))
    assert file.read_text(encoding="utf-8") == text


def test_a_missing_file_of_pins_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"scores\.json.*--pin"):
        read_pins(tmp_path / "scores.json")


def test_pins_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"scores\.json"):
        write_pins(tmp_path / "taken" / "scores.json", pins(pair_f1=0.7))


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """Give a folder with one article of the toy case and its coding."""
    text = "Avalon demands a fishing limit. Brigadoon rejects the ferry.\n"
    (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
    write_gold(tmp_path, ("avalon", "fishing-limit", "support"), ("brigadoon", "ferry", "oppose"))
    return tmp_path


def write_gold(folder: Path, *units: tuple[str, str, str]) -> None:
    positions = [
        {
            "actor": actor,
            "holder": actor.title(),
            "issue": issue,
            "stance": stance,
            "attribution": "reported",
            "time": "current",
            "quote": "Brigadoon rejects the ferry" if issue == "ferry" else "Avalon demands",
        }
        for actor, issue, stance in units
    ]
    coding = {"article": "talks", "positions": positions, "arguable": []}
    (folder / "talks.gold.json").write_text(json.dumps(coding), encoding="utf-8")


def pin(folder: Path, toy: Path, *options: str) -> Result:
    args = ["evaluate", "--gold", folder, folder / "talks.txt", "--case", toy]
    return CliRunner().invoke(app, [*map(str, args), *options])


def test_evaluate_pins_the_scores_and_lowers_them_only_on_demand(coded: Path, toy: Path) -> None:
    file = coded / "scores.json"
    assert pin(coded, toy, "--pin", str(file)).exit_code == 0
    assert read_pins(file).scores["pair_f1"] == 1.0
    write_gold(
        coded,
        ("avalon", "fishing-limit", "support"),
        ("brigadoon", "ferry", "oppose"),
        ("avalon", "closed-season", "support"),
    )
    refused = pin(coded, toy, "--pin", str(file))
    assert refused.exit_code == 1
    assert "pair F1" in refused.stdout
    assert "--allow-lower" in refused.stderr
    assert read_pins(file).scores["pair_f1"] == 1.0
    assert pin(coded, toy, "--pin", str(file), "--allow-lower").exit_code == 0
    assert read_pins(file).scores["pair_f1"] == 0.8


def test_evaluate_pins_nothing_where_an_article_was_left_out(coded: Path, toy: Path) -> None:
    (coded / "talks.gold.json").write_text("{", encoding="utf-8")
    assert pin(coded, toy, "--pin", str(coded / "scores.json")).exit_code == 1
    assert not (coded / "scores.json").exists()


def test_allow_lower_alone_is_a_usage_error(coded: Path, toy: Path) -> None:
    assert pin(coded, toy, "--allow-lower").exit_code == 2
