"""Standings: positions over time."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.case import Actor, Case, Issue, Office
from stancegraph.model import STANCES, Attribution, Position, Stance, Time
from stancegraph.standings import (
    LEVELS,
    Level,
    Move,
    Rules,
    actor_at,
    latest_day,
    summarise,
)

DAY = date(2031, 3, 1)


def case() -> Case:
    actors = {
        name: Actor(name, f"urn:a:{name}", "bloc", name.title(), name)
        for name in ("north", "south", "coast", "abroad")
    }
    issues = {
        name: Issue(name, f"urn:i:{name}", name.title(), f"Do {name}", "g", "", "", "")
        for name in ("truce", "fishing", "ferry")
    }
    return Case("isles", "urn:c", "Isles", "1", ("north", "south", "coast"), actors, issues, {})


def said(
    actor: str,
    issue: str,
    stance: Stance,
    *,
    days: int | None = 0,
    confidence: float = 1.0,
    attribution: Attribution = "self",
    time: Time = "current",
    condition: str | None = None,
    holder: str | None = None,
    holder_id: str | None = None,
    article: str = "a",
) -> Position:
    return Position(
        article, actor, holder or actor, issue, stance, "q", 0, 1, holder_id=holder_id,
        condition=condition, attribution=attribution, time=time, confidence=confidence,
        date=None if days is None else DAY + timedelta(days=days),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stance", "value", "word"),
    [
        ("support", 1.0, "supports"),
        ("conditional", 0.5, "conditional"),
        ("ambivalent", 0.0, "undecided"),
        ("oppose", -1.0, "opposes"),
    ],
)
def test_one_statement_is_its_own_stance(stance: Stance, value: float, word: str) -> None:
    standing = summarise([said("north", "truce", stance)], case())["north", "truce"]
    assert (standing.value, standing.word, standing.n) == (value, word, 1)
    assert standing.low_evidence
    assert not standing.contested


def test_absence_is_no_standing() -> None:
    standings = summarise([said("north", "truce", "support")], case())
    assert list(standings) == [("north", "truce")]


@pytest.mark.parametrize(
    "left_out",
    [
        said("north", "truce", "oppose", attribution="ascribed"),
        said("north", "truce", "oppose", time="past"),
        said("author", "truce", "oppose"),
        said("other", "truce", "oppose"),
        said("north", "unknown", "oppose"),
    ],
)
def test_what_is_not_ones_own_present_position_does_not_count(left_out: Position) -> None:
    both = summarise([said("north", "truce", "support"), left_out], case())
    assert [s.value for s in both.values()] == [1.0]
    assert summarise([left_out], case()) == {}


def test_recency_halves_the_weight_per_half_life() -> None:
    older, newer = said("north", "truce", "oppose"), said("north", "truce", "support", days=90)
    value = summarise([older, newer], case())["north", "truce"].value
    assert value == pytest.approx((1 - 0.5) / 1.5)


def test_own_words_weigh_more_than_reports_and_confidence_counts() -> None:
    own, report = (
        said("north", "truce", "support"),
        said("north", "truce", "oppose", attribution="reported"),
    )
    assert summarise([own, report], case())["north", "truce"].value == pytest.approx(0.25 / 1.75)
    sure, unsure = own, said("north", "truce", "oppose", confidence=0.5)
    assert summarise([sure, unsure], case())["north", "truce"].value == pytest.approx(1 / 3)


def test_undated_counts_as_old_as_the_oldest() -> None:
    dated = [said("north", "truce", "support", days=d) for d in (0, 90)]
    value = summarise([*dated, said("north", "truce", "oppose", days=None)], case())[
        "north", "truce"
    ]
    assert value.value == pytest.approx((1.5 - 0.5) / 2)
    assert value.latest == DAY + timedelta(days=90)


def test_statements_without_any_confidence_still_count() -> None:
    standing = summarise([said("north", "truce", "oppose", confidence=0.0)], case())
    assert standing["north", "truce"].value == -1.0


@pytest.mark.parametrize(("against", "contested"), [(1, True), (0, False)])
def test_contested_when_a_fifth_holds_the_opposite(against: int, contested: bool) -> None:
    positions = [said("north", "truce", "support")] * 4
    positions += [said("north", "truce", "oppose", holder="A minister")] * against
    standing = summarise(positions, case())["north", "truce"]
    assert standing.contested is contested
    assert standing.minority == pytest.approx(0.2 * against)


def test_six_to_one_is_not_contested() -> None:
    positions = [said("north", "truce", "support")] * 6
    positions += [said("north", "truce", "oppose", holder="A minister")]
    standing = summarise(positions, case())["north", "truce"]
    assert not standing.contested
    assert [(v.holder, v.value, v.n) for v in standing.voices] == [
        ("north", 1.0, 6), ("A minister", -1.0, 1),
    ]  # fmt: skip
    assert [v.share for v in standing.voices] == pytest.approx([6 / 7, 1 / 7])


def test_one_holder_on_both_sides_contests_nothing() -> None:
    positions = [said("north", "truce", stance) for stance in ("support", "oppose")]
    standing = summarise(positions, case())["north", "truce"]
    assert not standing.contested
    assert standing.word == "mixed"


def test_holders_are_told_apart_by_id_and_else_by_name_in_any_case() -> None:
    same = [
        said("north", "truce", "support", holder="Ada", holder_id="ada"),
        said("north", "truce", "oppose", holder="the premier", holder_id="ada"),
        said("north", "truce", "support", holder="The Envoy"),
        said("north", "truce", "oppose", holder="the envoy"),
    ]
    voices = summarise(same, case())["north", "truce"].voices
    assert sorted((v.holder, v.n) for v in voices) == [("The Envoy", 2), ("ada", 2)]


def test_accepting_with_conditions_against_refusing_is_contested_but_wavering_is_not() -> None:
    def contested(other: Stance) -> bool:
        positions = [
            said("north", "truce", "oppose"), said("north", "truce", other, holder="A minister"),
        ]  # fmt: skip
        return summarise(positions, case())["north", "truce"].contested

    assert contested("conditional")
    assert not contested("ambivalent")


def test_low_evidence_by_number_or_confidence() -> None:
    two = [said("north", "truce", "support"), said("north", "truce", "support")]
    assert not summarise(two, case())["north", "truce"].low_evidence
    doubted = [said("north", "truce", "support", confidence=0.4)] * 2
    assert summarise(doubted, case())["north", "truce"].low_evidence


def test_a_move_is_told_with_its_days_and_the_statements_on_both_sides() -> None:
    positions = [
        said("north", "truce", "support"),
        said("north", "truce", "support", days=20),
        said("north", "truce", "oppose", days=100),
        said("north", "truce", "oppose", days=130),
        said("north", "truce", "oppose", days=None),
    ]
    standing = summarise(positions, case())["north", "truce"]
    assert standing.shifted
    assert standing.move == Move(
        before="supports",
        after="opposes",
        start=DAY + timedelta(days=20),
        end=DAY + timedelta(days=100),
        before_value=1.0,
        after_value=-1.0,
        earlier=(positions[1], positions[0]),
        later=(positions[3], positions[2]),
    )


def test_a_move_is_found_where_it_happened_not_at_the_ends() -> None:
    stances: list[Stance] = ["oppose", "oppose", "ambivalent", "oppose", "support", "conditional"]
    positions = [said("north", "truce", s, days=7 * n) for n, s in enumerate(stances)]
    move = summarise(positions, case())["north", "truce"].move
    assert move is not None
    assert (move.before, move.after) == ("opposes", "supports")
    assert (move.start, move.end) == (DAY + timedelta(days=21), DAY + timedelta(days=28))


@pytest.mark.parametrize(
    "stances",
    [
        ["support", "conditional"],  # one step of the scale
        ["support", "oppose", "support", "oppose", "support", "oppose"],  # back and forth
        ["support", "support", "support"],
    ],
)
def test_what_is_no_move(stances: list[Stance]) -> None:
    positions = [said("north", "truce", s, days=40 * n) for n, s in enumerate(stances)]
    assert not summarise(positions, case())["north", "truce"].shifted


def test_two_voices_on_one_day_and_undated_ones_are_no_move() -> None:
    day = [said("north", "truce", "support"), said("north", "truce", "oppose")]
    assert not summarise(day, case())["north", "truce"].shifted
    undated = [said("north", "truce", "support"), said("north", "truce", "oppose", days=None)]
    assert not summarise(undated, case())["north", "truce"].shifted


@pytest.mark.parametrize(
    "wrong",
    [
        {"half_life": 0}, {"stale": -1}, {"reported_weight": -0.1}, {"contested": 1.1},
        {"oppose": 2}, {"lean": 0.9}, {"aligned": 1.5}, {"coverage": 1}, {"draws": 2.5},
        {"half_life": float("nan")},
    ],
)  # fmt: skip
def test_a_rule_that_makes_no_sense_is_refused_by_name(wrong: dict[str, Any]) -> None:
    named = "oppose" if "oppose" in wrong else next(iter(wrong))
    with pytest.raises(ValueError, match=named):
        Rules(**wrong)


def test_a_position_is_held_since_its_shift_or_its_first_statement() -> None:
    first = [said("north", "truce", "support", days=d) for d in (None, 5, 0)]
    assert summarise(first, case())["north", "truce"].since == DAY
    shifted = [*first, said("north", "truce", "oppose", days=90)]
    shifted += [said("north", "truce", "oppose", days=99)]
    assert summarise(shifted, case())["north", "truce"].since == DAY + timedelta(days=90)
    assert summarise(first[:1], case())["north", "truce"].since is None


def test_stale_is_counted_from_the_latest_statement_of_all_or_from_as_of() -> None:
    old = said("north", "truce", "support")

    def stale(**more: date) -> bool:
        return summarise([old, later], case(), **more)["north", "truce"].stale  # type: ignore[arg-type]

    later = said("south", "ferry", "support", days=180)
    assert not stale()
    later = said("south", "ferry", "support", days=181)
    assert stale()
    assert not stale(as_of=DAY)
    undated = summarise([said("north", "truce", "support", days=None), later], case())
    assert not undated["north", "truce"].stale
    assert latest_day([old, later]) == later.date


def test_since_keeps_only_what_is_shown_to_lie_in_the_period() -> None:
    positions = [
        said("north", "truce", "oppose"),
        said("north", "truce", "oppose", days=None),
        said("north", "truce", "support", days=10),
        said("north", "truce", "ambivalent", days=20),
    ]
    standing = summarise(
        positions, case(), since=DAY + timedelta(days=10), as_of=DAY + timedelta(days=19)
    )
    assert standing["north", "truce"].statements == (positions[2],)


def test_ascribed_positions_count_a_little_where_asked_for() -> None:
    own = said("north", "truce", "support")
    ascribed = said("north", "truce", "oppose", attribution="ascribed")
    value = summarise([own, ascribed], case(), ascribed=True)["north", "truce"].value
    assert value == pytest.approx((1 - 0.25) / 1.25)


def hierarchy() -> Case:
    """A league of two states; a ministry; a minister who led the other state before."""
    actors = [
        Actor("league", "urn:a:league", "bloc", "League", "league"),
        Actor("north", "urn:a:north", "state", "North", "league", parents=("league",)),
        Actor("south", "urn:a:south", "state", "South", "league", parents=("league",)),
        Actor("office", "urn:a:office", "institution", "Office", "league", parents=("north",)),
        Actor(
            "ada", "urn:a:ada", "person", "Ada", "league", parents=("office", "south"),
            offices=(Office(("premier",), "south", None, DAY), Office(("head",), "office", DAY)),
        ),
        Actor("rival", "urn:a:rival", "bloc", "Rival", "rival"),
    ]  # fmt: skip
    return Case(
        "isles", "urn:c", "Isles", "1", ("league", "rival"), {a.id: a for a in actors},
        case().issues, {},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("level", "days", "actor"),
    [
        ("person", 0, "ada"),
        ("institution", 0, "office"),
        ("state", 0, "north"),
        ("bloc", 0, "league"),
        ("institution", -1, "south"),
        ("state", -1, "south"),
        ("bloc", -1, "league"),
    ],
)
def test_a_statement_is_rolled_up_by_the_office_of_its_day(
    level: Level, days: int, actor: str
) -> None:
    position = said("league", "truce", "support", days=days, holder="Ada", holder_id="ada")
    assert list(summarise([position], hierarchy(), level=level)) == [(actor, "truce")]
    assert actor_at(position, hierarchy(), level) == actor


@pytest.mark.parametrize("holder", [None, "unknown", "rival"])
def test_a_holder_outside_the_hierarchy_counts_for_its_bloc(holder: str | None) -> None:
    position = said("league", "truce", "support", holder="Somebody", holder_id=holder)
    for level in LEVELS:
        assert actor_at(position, hierarchy(), level) == "league"


def test_as_of_leaves_out_what_came_later_and_keeps_the_undated() -> None:
    positions = [
        said("north", "truce", "support"),
        said("north", "truce", "oppose", days=1),
        said("north", "truce", "support", days=None),
    ]
    standing = summarise(positions, case(), as_of=DAY)["north", "truce"]
    assert (standing.value, standing.n) == (1.0, 2)


def test_conditions_newest_first_each_once() -> None:
    positions = [
        said("north", "truce", "conditional", condition="old", days=0),
        said("north", "truce", "conditional", condition="new", days=9),
        said("north", "truce", "conditional", condition="old", days=4),
    ]
    assert summarise(positions, case())["north", "truce"].conditions == ("new", "old")


positions_of_any_kind = st.lists(
    st.builds(
        said,
        st.sampled_from(["north", "south", "coast", "abroad", "author"]),
        st.sampled_from(["truce", "fishing", "ferry"]),
        st.sampled_from(STANCES),
        days=st.none() | st.integers(0, 4000),
        confidence=st.floats(0, 1),
        attribution=st.sampled_from(["self", "reported", "ascribed"]),
        time=st.sampled_from(["current", "past"]),
    ),
    max_size=25,
)


def plain_mean(statements: Sequence[Position]) -> object:
    """Give the mean without recency, reckoned the long way, to compare with."""
    rules = Rules()
    weights = [p.confidence * rules.weight(p.attribution) for p in statements]
    total = sum(w * rules.value(p.stance) for w, p in zip(weights, statements, strict=True))
    return pytest.approx(total / sum(weights), abs=1e-6)


@given(positions_of_any_kind)
def test_everything_stays_within_bounds_and_orders_do_not_matter(
    positions: list[Position],
) -> None:
    standings = summarise(positions, case())
    for standing in standings.values():
        assert -1 <= standing.value <= 1
        assert standing.n == len(standing.statements) == sum(v.n for v in standing.voices) > 0
        assert sum(v.share for v in standing.voices) == pytest.approx(1)
        assert 0 <= standing.minority <= 0.5
        if standing.move:
            assert standing.move.start < standing.move.end
            dated = [p for p in standing.statements if p.date]
            assert (*standing.move.later, *standing.move.earlier) == tuple(dated)
            assert standing.move.after_value == plain_mean(standing.move.later)
            assert standing.move.before_value == plain_mean(standing.move.earlier)
    again = summarise(reversed(positions), case())
    assert list(again) == list(standings)
    for cell, standing in standings.items():
        assert again[cell].value == pytest.approx(standing.value, abs=1e-9)
        assert again[cell].minority == pytest.approx(standing.minority, abs=1e-9)
        assert again[cell].shifted == standing.shifted


@given(
    st.lists(
        st.builds(
            said,
            st.just("league"),
            st.sampled_from(["truce", "ferry"]),
            st.sampled_from(STANCES),
            days=st.none() | st.integers(-9, 9),
            holder_id=st.sampled_from([None, "ada", "office", "north", "south", "league"]),
        ),
        max_size=25,
    )
)
def test_every_statement_counts_once_at_every_level(positions: list[Position]) -> None:
    for level in LEVELS:
        standings = summarise(positions, hierarchy(), level=level).values()
        assert sum(s.n for s in standings) == len(positions)
        assert sorted(map(id, positions)) == sorted(id(p) for s in standings for p in s.statements)


@given(st.integers(1, 6), st.sampled_from(["support", "oppose"]), st.integers(1, 6))
def test_a_single_step_between_firm_positions_is_always_found(
    before: int, start: Stance, after: int
) -> None:
    stances = [start] * before + ["oppose" if start == "support" else "support"] * after
    positions = [said("north", "truce", s, days=3 * n) for n, s in enumerate(stances)]
    move = summarise(positions, case())["north", "truce"].move
    assert move is not None
    assert (len(move.earlier), len(move.later)) == (before, after)
