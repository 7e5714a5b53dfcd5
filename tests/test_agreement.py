"""Standings, spreads and pairs."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.agreement import (
    agreement_frame,
    agreement_table,
    agreements,
    divergence_frame,
    divergences,
)
from stancegraph.case import Actor, Case, Issue
from stancegraph.model import STANCES, Attribution, Position, Stance, Time
from stancegraph.standings import Rules, summarise

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
) -> Position:
    return Position(
        "a", actor, actor, issue, stance, "q", 0, 1,
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
    positions += [said("north", "truce", "oppose")] * against
    assert summarise(positions, case())["north", "truce"].contested is contested


def test_six_to_one_is_not_contested() -> None:
    positions = [said("north", "truce", "support")] * 6 + [said("north", "truce", "oppose")]
    assert not summarise(positions, case())["north", "truce"].contested


def test_conditional_against_oppose_is_not_contested() -> None:
    positions = [said("north", "truce", "conditional"), said("north", "truce", "oppose")]
    assert not summarise(positions, case())["north", "truce"].contested


def test_low_evidence_by_number_or_confidence() -> None:
    two = [said("north", "truce", "support"), said("north", "truce", "support")]
    assert not summarise(two, case())["north", "truce"].low_evidence
    doubted = [said("north", "truce", "support", confidence=0.4)] * 2
    assert summarise(doubted, case())["north", "truce"].low_evidence


def test_a_move_is_told_with_its_months() -> None:
    positions = [said("north", "truce", "support"), said("north", "truce", "oppose", days=100)]
    move = summarise(positions, case())["north", "truce"].move
    assert move is not None
    assert (move.before, move.start, move.after, move.end) == (
        "supports", "2031-03", "opposes", "2031-06",
    )  # fmt: skip


def test_one_step_within_the_scale_or_within_a_month_is_no_move() -> None:
    step = [said("north", "truce", "support"), said("north", "truce", "conditional", days=100)]
    assert summarise(step, case())["north", "truce"].move is None
    month = [said("north", "truce", "support"), said("north", "truce", "oppose", days=5)]
    assert summarise(month, case())["north", "truce"].move is None


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


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("support", "aligned"),
        ("conditional", "aligned"),
        ("ambivalent", "partly"),
        ("oppose", "split"),
    ],
)
def test_spread(other: Stance, verdict: str) -> None:
    positions = [said("north", "truce", "support"), said("south", "truce", other)]
    (row,) = divergences(summarise(positions, case()), case())
    assert row.verdict == verdict
    assert row.spread == 1 - Rules().value(other)


def test_one_voice_has_no_spread_and_third_parties_do_not_enter_it() -> None:
    positions = [said("north", "truce", "support"), said("abroad", "truce", "oppose")]
    (row,) = divergences(summarise(positions, case()), case())
    assert (row.spread, row.verdict, row.n) == (None, None, 1)


def test_pairs_count_only_shared_issues() -> None:
    positions = [
        said("north", "truce", "support"),
        said("south", "truce", "support"),
        said("north", "fishing", "support"),
        said("south", "fishing", "ambivalent"),
        said("north", "ferry", "support"),
    ]
    pairs = {(p.one, p.other): p for p in agreements(summarise(positions, case()), case())}
    pair = pairs["north", "south"]
    assert pair.value == pytest.approx(0.75)
    assert pair.issues == ("truce", "fishing")
    assert pair.n == 4
    assert pair.low is not None
    assert pair.high is not None
    assert pair.low < 0.75 < pair.high
    silent = pairs["north", "coast"]
    assert (silent.value, silent.low, silent.high, silent.n) == (None, None, None, 0)


def test_more_shared_issues_make_a_narrower_interval() -> None:
    def width(issues: int) -> float:
        names = list(case().issues)[:issues]
        positions = [said(a, i, "support") for a in ("north", "south") for i in names]
        (pair, *_) = agreements(summarise(positions, case()), case())
        assert pair.low is not None
        assert pair.high is not None
        return pair.high - pair.low

    assert width(3) < width(1)


def test_frames() -> None:
    positions = [
        said("north", "truce", "support"),
        said("south", "truce", "support"),
        said("north", "fishing", "support"),
        said("south", "fishing", "oppose"),
    ]
    frame = agreement_frame(positions, case())
    assert list(frame[["one", "other", "agreement", "issues"]].iloc[0]) == [
        "north", "south", 0.5, 2,
    ]  # fmt: skip
    assert math.isnan(frame.loc[1, "agreement"])  # type: ignore[arg-type]
    apart = divergence_frame(positions, case())
    assert apart.index.tolist() == ["fishing", "truce"]
    assert apart["verdict"].tolist() == ["split", "aligned"]
    assert apart["coast"].notna().sum() == 0


def test_table_is_closest_first_and_names_what_parts_a_pair() -> None:
    positions = [
        said("north", "truce", "support"),
        said("south", "truce", "oppose"),
        said("coast", "truce", "oppose"),
    ]
    table = agreement_table(positions, case())
    assert [row[:2] for row in table.rows] == [
        ("South – Coast", "100%"),
        ("North – South", "0%"),
        ("North – Coast", "0%"),
    ]
    assert table.rows[0][-1] == "–"
    assert table.rows[1][-1] == "Truce"
    assert {len(row) for row in table.rows} == {len(table.columns)}


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


@given(positions_of_any_kind)
def test_everything_stays_within_bounds_and_orders_do_not_matter(
    positions: list[Position],
) -> None:
    standings = summarise(positions, case())
    for standing in standings.values():
        assert -1 - 1e-9 <= standing.value <= 1 + 1e-9
        assert standing.n == len(standing.statements) > 0
    again = summarise(reversed(positions), case())
    assert list(again) == list(standings)
    for cell, standing in standings.items():
        assert again[cell].value == pytest.approx(standing.value, abs=1e-9)
    for pair in agreements(standings, case()):
        if pair.value is not None and pair.low is not None and pair.high is not None:
            assert 0 <= pair.low <= pair.value + 1e-9
            assert pair.value - 1e-9 <= pair.high <= 1
            assert pair.issues
