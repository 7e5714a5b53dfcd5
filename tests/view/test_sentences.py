"""The sentences at the top: none says more than the statements do."""

from datetime import timedelta

from stancegraph.agreement import PairAgreement, agreements, divergences
from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import summarise
from stancegraph.view.sentences import sentences
from tests.view.isles import DAY, STRINGS, case, held


def told(positions: list[Position], over: Case | None = None) -> list[str]:
    over = over or case()
    standings = summarise(positions, over)
    found = sentences(
        standings, divergences(standings, over), agreements(standings, over), over, STRINGS
    )
    return ["".join(segment.text for segment in sentence) for sentence in found]


def test_unanimity_needs_every_compared_actor() -> None:
    two = [held("north", "truce", "support"), held("south", "truce", "support")] * 2
    third = held("coast", "truce", "support")
    assert told(two) == []
    # One sentence misread would make it false.
    near = "Closest together: Truce – North, South and Coast (one statement) for."
    assert told([*two, third]) == [near]
    assert told([*two, third, third]) == ["Supported by all three: Truce."]


def test_a_contested_actor_carries_no_unanimity() -> None:
    positions = [held(a, "truce", "support") for a in ("north", "south", "coast")] * 4
    assert told(positions) == ["Supported by all three: Truce."]
    against = [held("coast", "truce", "oppose", holder="Envoy")]
    assert told([*positions, *against]) == [
        "Closest together: Truce – North and South for, Coast on both sides."
    ]


def test_split_names_the_sides() -> None:
    positions = [
        held("north", "truce", "support"),
        held("south", "truce", "oppose"),
        held("coast", "truce", "ambivalent"),
    ]
    thin = "North (one statement) for, Coast (one statement) in between, South (one statement)"
    assert told(positions) == [f"Furthest apart: Truce – {thin} against."]
    firm = "North for, Coast in between, South against."
    assert told(positions * 2) == [f"Furthest apart: Truce – {firm}"]


def test_the_silent_are_named_as_silent() -> None:
    positions = [held("north", "truce", "support"), held("south", "truce", "oppose")] * 2
    places = "Truce – North for, South against, no statement by Coast."
    assert told(positions) == [f"Furthest apart: {places}"]


def test_low_confidence_is_told_as_such() -> None:
    unsure = [held("north", "truce", "support", confidence=0.3)] * 2
    told_apart = told([*unsure, *[held("south", "truce", "oppose")] * 2])
    assert told_apart[0].startswith("Furthest apart: Truce – North (low confidence) for, South")


def test_closest_together_needs_three_on_record_and_two_of_them_well_attested() -> None:
    two = [held("north", "truce", "support"), held("south", "truce", "conditional")]
    assert told(two * 2) == []
    third = [held("coast", "truce", "support")]
    assert told([*two, *third]) == []
    places = "North and Coast for, South for it on conditions."
    assert told([*two, *third] * 2) == [f"Closest together: Truce – {places}"]


def test_alone_needs_more_than_one_statement() -> None:
    rest = [held("north", "truce", "support"), held("coast", "truce", "support")] * 2
    alone = "South alone opposes Truce; everyone else on record is in favour."
    assert alone not in told([*rest, held("south", "truce", "oppose")])
    assert alone not in told([*rest[:2], *[held("south", "truce", "oppose")] * 2])
    assert alone in told([*rest, *[held("south", "truce", "oppose")] * 2])


def test_a_move_is_told_and_linked() -> None:
    positions = [
        held("north", "truce", "support"),
        held("north", "truce", "oppose", date=DAY + timedelta(99)),
    ]
    assert told(positions) == []
    positions.append(held("north", "truce", "oppose", date=DAY + timedelta(98)))
    assert told(positions) == [
        "North moved from “supports” (2031-03) to “opposes” (2031-06) on Truce."
    ]


def test_two_holders_of_a_contested_actor_are_no_move() -> None:
    later = {"date": DAY + timedelta(99), "holder": "Envoy"}
    positions = [
        *[held("north", "truce", "support", holder="Mayor")] * 2,
        *[held("north", "truce", "oppose", **later)] * 2,
    ]
    standing = summarise(positions, case())["north", "truce"]
    assert standing.move is not None
    assert standing.contested
    assert told(positions) == []
    same = [held("north", "truce", p.stance, date=p.date) for p in positions]
    assert len(told(same)) == 1


def test_a_month_of_several_voices_is_no_move() -> None:
    later = {"date": DAY + timedelta(99)}
    positions = [
        held("north", "truce", "support"),
        held("north", "truce", "oppose", **later),
        held("north", "truce", "support", **later),
    ]
    assert told(positions) == []


def test_the_widest_split_told_is_one_that_rests_on_more_than_one_statement() -> None:
    firm = [held("north", "truce", "support"), held("south", "truce", "ambivalent")] * 2
    firm += [held("south", "truce", "oppose")] * 2
    weak = [held("north", "ferry", "support"), held("south", "ferry", "oppose")]
    assert told([*firm, *weak]) == [
        "Furthest apart: Truce – North for, South leaning against, no statement by Coast."
    ]


def test_closest_and_furthest_need_intervals_that_tell_them_apart() -> None:
    def pairs(low: float, high: float) -> list[str]:
        near = PairAgreement("north", "south", 0.9, low, 1.0, ("truce", "fishing", "ferry"), 9)
        far = PairAgreement("south", "coast", 0.5, 0.2, high, ("truce", "fishing", "ferry"), 9)
        found = sentences({}, [], [far, near], case(), STRINGS)
        return ["".join(segment.text for segment in sentence) for sentence in found]

    near = "Closest: North and South, 90% (60% to 100%) over 3 shared issues, n = 9."
    far = "Furthest: South and Coast, 50% (20% to 80%) over 3, n = 9."
    assert pairs(0.6, 0.8) == [f"{near} {far}"]
    assert pairs(0.45, 0.8) == pairs(0.6, 0.95) == []


def test_braces_in_a_label_are_just_text() -> None:
    positions = [held(a, "truce", "support") for a in ("north", "south", "coast")] * 2
    assert told(positions, case(issue="{count} ")) == ["Supported by all three: {count} Truce."]
