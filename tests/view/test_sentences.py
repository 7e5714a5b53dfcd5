"""The sentences at the top: none says more than the statements do."""

from datetime import timedelta
from typing import Any

import pytest

from stancegraph.agreement import PairAgreement, agreements, divergences
from stancegraph.case import Case
from stancegraph.model import Position, Stance
from stancegraph.standings import summarise
from stancegraph.view.sentences import sentences
from tests.view.isles import DAY, STRINGS, case, held


def told(positions: list[Position], over: Case | None = None) -> list[str]:
    """Give the sentences, but the one on what most is said of."""
    over = over or case()
    standings = summarise(positions, over)
    found = sentences(
        standings, divergences(standings, over), agreements(standings, over), over, STRINGS
    )
    said = ["".join(segment.text for segment in sentence) for sentence in found]
    return [sentence for sentence in said if not sentence.startswith("Most is said of")]


def clear(actor: str, issue: str, stance: Stance, **more: Any) -> list[Position]:
    """Make statements that suffice for a clear side: one from each of three articles."""
    return [held(actor, issue, stance, article=f"{actor}-{k}", **more) for k in range(3)]


def everybody(stance: Stance) -> list[Position]:
    return [p for a in ("north", "south", "coast") for p in clear(a, "truce", stance)]


def test_unanimity_needs_every_compared_actor() -> None:
    positions = everybody("support")
    assert told(positions) == ["Supported by all three: Truce."]
    # Two articles may both be misread; what they say is left open.
    assert told(positions[:-1]) == ["Clearly together: Truce – North and South for, Coast unclear."]
    silent = "Clearly together: Truce – North and South for, no statement by Coast."
    assert told(positions[:-3]) == [silent]
    assert told(everybody("oppose")) == ["Opposed by all three: Truce."]


def test_statements_of_one_article_are_no_clear_side() -> None:
    assert told([held(a, "truce", "support") for a in ("north", "south", "coast")] * 9) == []


def test_a_statement_that_points_elsewhere_leaves_a_side_unclear() -> None:
    positions = everybody("support")
    against = held("coast", "truce", "oppose", article="another")
    assert told([*positions, against]) == [
        "Clearly together: Truce – North and South for, Coast unclear."
    ]
    # Of ten and more, one may be misread.
    assert told([*positions, against, *clear("coast", "truce", "support") * 2]) == [
        "Supported by all three: Truce."
    ]


def test_together_is_nobody_from_whom_one_leans_away() -> None:
    positions = [*clear("north", "truce", "support"), *clear("south", "truce", "support")]
    assert len(told(positions)) == 1
    assert told([*positions, held("coast", "truce", "oppose")]) == []


def test_support_under_conditions_is_told_as_such() -> None:
    positions = [*clear("north", "truce", "support"), *clear("south", "truce", "conditional")]
    assert told(positions) == [
        "Clearly together: Truce – North for, South for it on conditions, no statement by Coast."
    ]


def test_apart_names_the_clear_sides_alone() -> None:
    positions = [
        *clear("north", "truce", "support"),
        *clear("south", "truce", "oppose"),
        held("coast", "truce", "oppose"),
    ]
    assert told(positions) == ["Clearly apart: Truce – North for, South against, Coast unclear."]
    thin = [held("north", "truce", "support"), held("south", "truce", "oppose")]
    assert told(thin * 3) == []


def test_low_confidence_is_no_clear_side() -> None:
    unsure = clear("north", "truce", "support", confidence=0.3)
    assert told([*unsure, *clear("south", "truce", "oppose")]) == []


def test_alone_needs_everybody_clear() -> None:
    rest = [*clear("north", "truce", "support"), *clear("coast", "truce", "conditional")]
    alone = "South alone opposes Truce; the others are in favour."
    against = clear("south", "truce", "oppose")
    assert alone in told([*rest, *against])
    assert alone not in told([*rest[:-1], *against])
    assert alone not in told([*rest[:3], *against])
    assert alone not in told([*rest, *against[:-1]])


def test_a_move_needs_a_clear_side_before_and_after_and_is_linked() -> None:
    later = [
        held("north", "truce", "oppose", article=f"later-{k}", date=DAY + timedelta(97 + k))
        for k in range(3)
    ]
    positions = [*clear("north", "truce", "support"), *later]
    before, after = "“supports” in 3 statements up to 2031-03", "“opposes” in 3 from 2031-06 on"
    assert told(positions) == [f"North moved on Truce: {before}, {after}."]
    assert told(positions[1:]) == told(positions[:-1]) == []
    # Two voices at a time are no move.
    assert told([*positions, held("north", "truce", "support", date=DAY + timedelta(97))]) == []


def test_one_pair_agrees_more_than_another_only_beyond_their_intervals() -> None:
    def pairs(low: float, high: float) -> list[str]:
        near = PairAgreement("north", "south", 0.9, low, 1.0, ("truce", "fishing", "ferry"), 9)
        far = PairAgreement("south", "coast", 0.5, 0.2, high, ("truce", "fishing", "ferry"), 9)
        found = sentences({}, [], [far, near], case(), STRINGS)
        return ["".join(segment.text for segment in sentence) for sentence in found]

    near = "North and South agree more, 90% (60% to 100%) over 3 shared issues, n = 9, "
    assert pairs(0.6, 0.8) == [f"{near}than South and Coast, 50% (20% to 80%) over 3, n = 9."]
    open_ = "even the intervals of North and South and of South and Coast overlap."
    none = f"No pair clearly agrees more than another: {open_}"
    assert pairs(0.45, 0.8) == pairs(0.6, 0.95) == [none]


@pytest.mark.parametrize("fewer", [0, 1])
def test_what_most_is_said_of_fills_up(fewer: int) -> None:
    positions = [held("north", "ferry", "support")] * (4 - fewer) + [
        held("south", "truce", "oppose")
    ]
    standings = summarise(positions, case())
    (sentence,) = sentences(standings, divergences(standings, case()), [], case(), STRINGS)
    assert "".join(s.text for s in sentence) == f"Most is said of Ferry (n = {4 - fewer})."
    assert ("issue", "ferry") in [s.target for s in sentence]


def test_braces_in_a_label_are_just_text() -> None:
    assert told(everybody("support"), case(issue="{count} ")) == [
        "Supported by all three: {count} Truce."
    ]
