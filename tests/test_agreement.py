"""Standings, spreads and pairs."""

import math
import random
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.agreement import (
    Scope,
    agreement_frame,
    agreement_table,
    agreements,
    divergence_frame,
    divergences,
    positions_frame,
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


def test_by_group_and_by_issue_only_what_both_spoke_on() -> None:
    positions = [
        said("north", "truce", "support"),
        said("south", "truce", "oppose", days=8),
        said("north", "fishing", "support", days=None),
        said("south", "fishing", "conditional"),
        said("north", "ferry", "support"),
    ]
    frame = agreement_frame(positions, case(), by="issue", actors=["north", "south"])
    assert frame[["issue", "agreement", "issues", "statements"]].to_numpy().tolist() == [
        ["truce", 0.0, 1, 2], ["fishing", 0.75, 1, 2],
    ]  # fmt: skip
    assert frame["since"].tolist() == [pd.Timestamp(DAY + timedelta(days=8)), pd.NaT]
    groups = agreement_frame(positions, case(), by="group")
    assert groups[["one", "other", "group", "agreement"]].to_numpy().tolist() == [
        ["north", "south", "g", 0.375],
    ]  # fmt: skip


def test_without_draws_there_is_no_interval() -> None:
    positions = [said(actor, "truce", "support") for actor in ("north", "south")]
    (pair, *_) = agreements(summarise(positions, case()), case(), rules=Rules(draws=0))
    assert (pair.value, pair.low, pair.high) == (1.0, None, None)


def test_more_articles_make_a_narrower_interval_on_an_issue_and_one_article_does_not() -> None:
    def width(articles: int, statements: int) -> float:
        positions = [
            said(actor, "truce", "support", article=f"{k % articles}")
            for actor in ("north", "south")
            for k in range(statements)
        ]
        (pair,) = agreements(
            summarise(positions, case()), case(), actors=["north", "south"], by="issue"
        )
        assert pair.low is not None and pair.high == pair.value == 1.0
        return 1 - pair.low

    assert width(20, 20) < width(5, 20) < width(1, 20)
    assert width(1, 20) == pytest.approx(width(1, 1))


def test_the_interval_of_like_and_unlike_issues_is_jeffreys() -> None:
    # 15 of 20 alike: the quantiles of Beta(15.5, 5.5), by any table: 0.537 and 0.897.
    names = [f"i{k}" for k in range(20)]
    issues = {n: Issue(n, f"urn:i:{n}", n, n, "g", "", "", "") for n in names}
    over = Case("isles", "urn:c", "Isles", "1", ("north", "south"), {}, issues, {})
    positions = [said("north", n, "support") for n in names]
    positions += [said("south", n, "support" if k < 15 else "oppose") for k, n in enumerate(names)]
    (pair,) = agreements(summarise(positions, over), over, rules=Rules(draws=20_000))
    assert pair.value == 0.75
    assert pair.low == pytest.approx(0.537, abs=0.01)
    assert pair.high == pytest.approx(0.897, abs=0.01)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """Issues and articles drawn anew a hundred times from a world with agreement of 0.7."""
    draw = random.Random(20)  # noqa: S311 - test data
    names = [f"i{k}" for k in range(12)]
    issues = {n: Issue(n, f"urn:i:{n}", n, n, "g", "", "", "") for n in names}
    over = Case("isles", "urn:c", "Isles", "1", ("north", "south"), {}, issues, {})
    held = 0
    for world in range(100):
        positions = []
        for name in names:
            alike = draw.random() < 0.7
            for actor in ("north", "south"):
                stance: Stance = "support" if alike or actor == "north" else "oppose"
                for _ in range(draw.choice([1, 1, 2, 3])):
                    article = f"{world}-{draw.randrange(30)}"
                    positions.append(said(actor, name, stance, article=article))
        (pair,) = agreements(summarise(positions, over), over)
        assert pair.low is not None and pair.high is not None
        held += pair.low <= 0.7 <= pair.high
    assert 89 <= held <= 100  # 95 of 100, give or take three standard errors


def test_a_frame_of_positions_has_a_row_per_actor_issue_and_date() -> None:
    positions = [
        said("north", "truce", "support"),
        said("north", "truce", "conditional", days=10, condition="the mines go first"),
        said("south", "truce", "oppose", days=200),
        said("south", "truce", "support", days=201, holder="A minister"),
    ]
    frame = positions_frame(positions, case(), dates=[DAY, DAY + timedelta(days=201)])
    assert frame[["actor", "value", "statements", "stale", "contested"]].to_numpy().tolist() == [
        ["north", 1.0, 1, False, False],
        ["north", pytest.approx(0.7403, abs=1e-3), 2, True, False],
        ["south", pytest.approx(0.0, abs=0.01), 2, False, True],
    ]
    last = frame.iloc[2]
    assert last["voices"] == "A minister +1.00 (50%); south -1.00 (50%)"
    assert (last["before"], last["after"], str(last["end"].date())) == (
        "opposes", "supports", str(DAY + timedelta(days=201)),
    )  # fmt: skip
    assert frame.iloc[1]["conditions"] == "the mines go first"
    assert len(positions_frame(positions, case())) == 2


@given(positions_of_any_kind, st.sampled_from(["overall", "group", "issue"]))
def test_agreement_is_symmetric_within_bounds_and_its_interval_holds_it(
    positions: list[Position], by: Scope
) -> None:
    standings = summarise(positions, case())
    actors = ["north", "south", "coast", "abroad"]
    few = Rules(draws=40)
    pairs = agreements(standings, case(), actors=actors, by=by, rules=few)
    swapped = {
        (p.other, p.one, p.scope): p
        for p in agreements(standings, case(), actors=actors[::-1], by=by, rules=few)
    }
    assert len(swapped) == len(pairs)
    for pair in pairs:
        other = swapped[pair.one, pair.other, pair.scope]
        assert (pair.value, pair.issues, pair.n) == (other.value, other.issues, other.n)
        if pair.value is None:
            assert (pair.low, pair.high, pair.issues, pair.n) == (None, None, (), 0)
            continue
        assert pair.low is not None and pair.high is not None
        assert 0 <= pair.low <= pair.value <= pair.high <= 1
        assert pair.low == pytest.approx(other.low, abs=1e-6)
        one, two = ([standings[a, i] for i in pair.issues] for a in (pair.one, pair.other))
        alike = [1 - abs(a.value - b.value) / 2 for a, b in zip(one, two, strict=True)]
        assert pair.value == pytest.approx(sum(alike) / len(alike), abs=1e-9)
        assert pair.n == sum(s.n for s in (*one, *two))
