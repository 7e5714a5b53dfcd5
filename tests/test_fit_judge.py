"""What the fit of the judge's weights takes for right, wrong, and neither."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.fit_judge import Row, labelled, load_rows, save_rows

from stancegraph.case import load_case
from stancegraph.evaluation import Gold, GoldPosition
from stancegraph.extraction.candidates import Candidate
from stancegraph.model import Article, Attribution, Stance, Time

TEXT = "Avalon wants the ferry. It rained. The ferry sails at noon."
ARTICLE = Article(id="talks", text=TEXT)


def candidate(stance: Stance, quote: str = "Avalon wants the ferry", **rest: Any) -> Candidate:
    start = TEXT.index(quote)
    known: dict[str, Any] = {
        "actor": "avalon",
        "issue": "ferry",
        "attribution": "reported",
        "time": "current",
        "features": {"path": 1.0},
        "holder": "Avalon",
        "holder_id": None,
        "state": None,
        "attributed_by": None,
        "condition": None,
        "condition_issues": (),
        "speech_act": "state",
        "date": None,
        "date_precision": None,
        "steps": (),
    }
    return Candidate(stance=stance, start=start, end=start + len(quote), **{**known, **rest})


def coded(
    stance: Stance, attribution: Attribution = "reported", time: Time = "current", **rest: Any
) -> GoldPosition:
    quote = "Avalon wants the ferry"
    return GoldPosition("avalon", "Avalon", "ferry", stance, attribution, time, quote, **rest)


def right(found: Candidate, *gold: GoldPosition, arguable: bool = False, toy: Path) -> list[bool]:
    pairs = frozenset({("avalon", "ferry")} if arguable else ())
    coding = Gold("talks", gold, pairs)
    return [row.right for row in labelled(ARTICLE, [found], coding, load_case(toy))]


@pytest.mark.parametrize(
    ("found", "code", "expected"),
    [
        ("support", "support", True),
        ("conditional", "support", True),
        ("oppose", "support", False),
    ],
)
def test_right_is_what_is_not_opposite_to_the_coding(
    toy: Path, found: Stance, code: Stance, expected: bool
) -> None:
    assert right(candidate(found), coded(code), toy=toy) == [expected]


def test_what_nobody_coded_is_wrong(toy: Path) -> None:
    assert right(candidate("support"), toy=toy) == [False]


def test_where_either_stance_is_accepted_either_is_right(toy: Path) -> None:
    assert right(candidate("oppose"), coded("support", also=("oppose",)), toy=toy) == [True]


def test_what_the_coding_leaves_open_teaches_nothing(toy: Path) -> None:
    assert right(candidate("support"), arguable=True, toy=toy) == []
    assert right(candidate("support"), coded("support", time="past"), toy=toy) == []
    assert right(candidate("support"), coded("support", "ascribed"), toy=toy) == []


@pytest.mark.parametrize(
    "rest", [{"attribution": "ascribed"}, {"time": "past"}, {"actor": "mercia"}]
)
def test_what_does_not_count_is_not_labelled(toy: Path, rest: dict[str, str]) -> None:
    assert right(candidate("support", **rest), coded("support"), toy=toy) == []


@pytest.mark.parametrize("features", [{}, {"implied": 1.0}])
def test_what_is_right_lies_where_it_was_coded(toy: Path, features: dict[str, float]) -> None:
    here = candidate("support", features=features)
    assert right(here, coded("support"), toy=toy) == [True]
    elsewhere = candidate("support", "The ferry sails", features=features)
    assert right(elsewhere, coded("support"), toy=toy) == [False]


def test_rows_are_read_as_they_were_saved(tmp_path: Path) -> None:
    rows = [Row("talks", {"path": 1.0, "flips": 0.0}, True), Row("note", {"path": 2.5}, False, 0.5)]
    save_rows(tmp_path / "rows.jsonl.gz", rows)
    # a feature that is 0 need not be said
    assert load_rows(tmp_path / "rows.jsonl.gz") == [Row("talks", {"path": 1.0}, True), rows[1]]
