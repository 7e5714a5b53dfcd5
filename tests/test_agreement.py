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
def test_agreement_stays_within_bounds(positions: list[Position]) -> None:
    for pair in agreements(summarise(positions, case()), case()):
        if pair.value is not None and pair.low is not None and pair.high is not None:
            assert 0 <= pair.low <= pair.value + 1e-9
            assert pair.value - 1e-9 <= pair.high <= 1
            assert pair.issues
