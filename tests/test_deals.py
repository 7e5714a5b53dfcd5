"""Room for a deal, on standings that can be counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.agreement import agreements
from stancegraph.case import Actor, Case, Issue
from stancegraph.deals import (
    changes_frame,
    conditions_frame,
    openings,
    prospects,
    prospects_frame,
    trades,
    trades_frame,
    what_if,
)
from stancegraph.exceptions import CaseError
from stancegraph.model import STANCES, Position, Stance
from stancegraph.standings import Rules, Standing, summarise

DAY = date(2031, 3, 1)
FOUR = ["north", "south", "coast", "hills"]
ISSUES = ["truce", "fishing", "ferry", "mines"]


def case() -> Case:
    actors = {n: Actor(n, f"urn:a:{n}", "bloc", n.title(), n) for n in (*FOUR, "abroad")}
    issues = {n: Issue(n, f"urn:i:{n}", n.title(), f"Do {n}", "g", "", "", "") for n in ISSUES}
    return Case("isles", "urn:c", "Isles", "1", tuple(FOUR), actors, issues, {"g": "G"})


def said(
    actor: str, issue: str, stance: Stance, *, days: int = 0, condition: str | None = None
) -> Position:
    return Position(
        "a", actor, actor, issue, stance, "q", 0, 1,
        condition=condition, attribution="self", date=DAY + timedelta(days=days),
    )  # fmt: skip


def stand(*positions: Position) -> dict[tuple[str, str], Standing]:
    return summarise(positions, case())


def on_truce(*stances: Stance | None) -> dict[tuple[str, str], Standing]:
    return stand(
        *(said(a, "truce", s) for a, s in zip(FOUR, stances, strict=True) if s is not None)
    )


@pytest.mark.parametrize(
    ("stances", "outlook"),
    [
        (("support", "support", "conditional", "support"), "open"),
        (("support", "support", "support", None), "unclear"),
        (("support", "support", "support", "ambivalent"), "unclear"),
        (("support", "oppose", "conditional", "support"), "blocked"),
        (("support", "oppose", None, "ambivalent"), "blocked"),
        (("support", "oppose", "conditional", "oppose"), "split"),
        (("oppose", "oppose", "support", "oppose"), "split"),
        (("oppose", "oppose", "oppose", "oppose"), "rejected"),
        (("oppose", "oppose", "oppose", None), "unclear"),
        ((None, "oppose", None, None), "unclear"),
    ],
)
def test_outlook(stances: tuple[Stance | None, ...], outlook: str) -> None:
    (prospect,) = prospects(on_truce(*stances), case(), FOUR)
    assert prospect.outlook == outlook
    assert prospect.n == sum(s is not None for s in stances)


def test_a_prospect_tells_who_is_where_with_conditions_and_doubts() -> None:
    standings = stand(
        said("north", "truce", "support"),
        said("north", "truce", "support", days=190),
        said("south", "truce", "conditional", days=190, condition="the mines go first"),
        said("south", "truce", "conditional", days=191, condition="a price is paid"),
        said("coast", "truce", "oppose", days=190, condition="never mind"),
        said("hills", "truce", "support", days=2),
        said("hills", "truce", "support", days=3),
    )
    (prospect,) = prospects(standings, case(), FOUR)
    assert prospect.supporting == ("north", "south", "hills")
    assert prospect.opposing == ("coast",)
    assert prospect.conditions == {"south": ("a price is paid", "the mines go first")}
    assert prospect.doubtful == ("coast", "hills")  # one statement; stale
    row = prospects_frame([prospect], case()).iloc[0]
    assert (row["label"], row["supporting"], row["silent"]) == ("Truce", "north; south; hills", "")
    assert row["conditions"] == "south: a price is paid; the mines go first"
    listed = conditions_frame(standings, case(), FOUR)
    assert listed[["party", "condition"]].to_numpy().tolist() == [
        ["south", "a price is paid"], ["south", "the mines go first"],
    ]  # fmt: skip


def test_any_subset_of_parties_open_first() -> None:
    standings = stand(
        said("north", "truce", "support"), said("south", "truce", "support"),
        said("coast", "truce", "oppose"),
        said("north", "ferry", "oppose"), said("south", "ferry", "support"),
    )  # fmt: skip
    assert [(p.issue, p.outlook) for p in prospects(standings, case(), ["south", "north"])] == [
        ("truce", "open"), ("ferry", "blocked"),
    ]  # fmt: skip
    assert [p.outlook for p in prospects(standings, case(), ["north", "coast"])] == [
        "blocked", "unclear",
    ]  # fmt: skip


def test_parties_are_two_actors_of_the_case_or_more() -> None:
    with pytest.raises(CaseError, match="'nort' is no actor of the case 'isles'"):
        prospects({}, case(), ["nort", "south"])
    with pytest.raises(CaseError, match="two parties or more"):
        trades({}, case(), ["south", "south"])


def test_a_trade_gives_each_what_it_cares_more_for() -> None:
    standings = stand(
        *[said("north", "truce", "support")] * 3, said("north", "ferry", "support"),
        said("south", "truce", "oppose"), *[said("south", "ferry", "oppose")] * 4,
    )  # fmt: skip
    (trade,) = trades(standings, case(), ["north", "south"])
    assert (trade.one, trade.one_gets, trade.other, trade.other_gets) == (
        "north", "truce", "south", "ferry",
    )  # fmt: skip
    assert trade.one_gain == pytest.approx(3 / 4 - 1 / 4)
    assert trade.other_gain == pytest.approx(4 / 5 - 1 / 5)
    assert trade.gain == trade.one_gain
    assert (trade.n, trade.doubtful) == (9, True)
    assert trades_frame([trade]).iloc[0]["gain"] == trade.gain


@pytest.mark.parametrize(
    ("north", "south"),
    [
        # Both care most for the truce: nothing to give.
        ({"truce": 3, "ferry": 1}, {"truce": -3, "ferry": -1}),
        # On the ferry they agree.
        ({"truce": 3, "ferry": 1}, {"truce": -1, "ferry": 4}),
        # One is silent on the ferry.
        ({"truce": 3, "ferry": 1}, {"truce": -1}),
    ],
)
def test_what_is_no_trade(north: dict[str, int], south: dict[str, int]) -> None:
    standings = stand(
        *(
            said(actor, issue, "support" if times > 0 else "oppose")
            for actor, issues in (("north", north), ("south", south))
            for issue, times in issues.items()
            for _ in range(abs(times))
        )
    )
    assert trades(standings, case(), ["north", "south"]) == []


def test_what_changes_if_one_party_moves() -> None:
    standings = stand(
        said("north", "truce", "oppose"), said("north", "ferry", "support"),
        said("south", "truce", "support"), said("south", "ferry", "support"),
        said("coast", "truce", "conditional"),
    )  # fmt: skip
    parties = ["north", "south", "coast"]
    change = what_if(standings, case(), parties, "north", "truce", "conditional")
    assert (change.before, change.after) == (-1.0, 0.5)
    assert (change.outlook_before, change.outlook_after) == ("blocked", "open")
    assert (change.spread_before, change.spread_after) == (2.0, 0.5)
    assert (change.verdict_before, change.verdict_after) == ("split", "aligned")
    assert change.agreement == {"south": (0.5, 0.875), "coast": (0.25, 1.0)}
    rows = changes_frame([change])[["other", "agreement_before", "agreement_after"]]
    assert rows.to_numpy().tolist() == [["south", 0.5, 0.875], ["coast", 0.25, 1.0]]


def test_a_silent_party_may_speak_up() -> None:
    change = what_if(
        stand(said("north", "truce", "support")), case(), ["north", "south"], "south", "truce",
        "oppose",
    )  # fmt: skip
    assert (change.before, change.outlook_after) == (None, "blocked")
    assert (change.verdict_before, change.verdict_after) == (None, "split")
    assert change.agreement == {"north": (None, 0.0)}
    nothing = what_if({}, case(), ["north", "south"], "south", "truce", "oppose")
    assert len(changes_frame([nothing])) == 1


@pytest.mark.parametrize(
    ("party", "issue", "named"), [("coast", "truce", "'coast'"), ("north", "peace", "'peace'")]
)
def test_what_if_of_nobody_or_nothing_is_refused(party: str, issue: str, named: str) -> None:
    with pytest.raises(CaseError, match=named):
        what_if({}, case(), ["north", "south"], party, issue, "support")


def test_openings_are_the_single_moves_that_are_missing_shortest_first() -> None:
    parties = ["north", "south", "coast"]
    standings = stand(
        *(said(p, "truce", "support") for p in parties[:2]), said("coast", "truce", "oppose"),
        *(said(p, "ferry", "support") for p in parties[1:]), said("north", "ferry", "ambivalent"),
        *(said(p, "mines", "support") for p in parties[1:]),
        *(said(p, "fishing", "oppose") for p in parties[1:]), said("north", "fishing", "support"),
    )  # fmt: skip
    found = openings(standings, case(), parties)
    assert [(c.party, c.issue, c.outlook_before, c.outlook_after) for c in found] == [
        ("north", "ferry", "unclear", "open"),
        ("coast", "truce", "blocked", "open"),
        ("north", "mines", "unclear", "open"),
    ]


worlds = st.lists(
    st.builds(said, st.sampled_from(FOUR), st.sampled_from(ISSUES), st.sampled_from(STANCES)),
    max_size=30,
)


@given(worlds)
def test_every_party_is_in_one_place_and_every_trade_helps_both(positions: list[Position]) -> None:
    standings = stand(*positions)
    for prospect in prospects(standings, case(), FOUR):
        places = (prospect.supporting, prospect.opposing, prospect.undecided, prospect.silent)
        assert sorted(p for place in places for p in place) == sorted(FOUR)
    for trade in trades(standings, case(), FOUR):
        assert 0 < trade.gain <= min(trade.one_gain, trade.other_gain) <= 1
        for issue in (trade.one_gets, trade.other_gets):
            one, other = (standings[p, issue].value for p in (trade.one, trade.other))
            assert one * other < 0


@given(worlds, st.sampled_from(STANCES))
def test_what_if_agrees_with_agreement(positions: list[Position], stance: Stance) -> None:
    """Supposing a stance gives the agreement that is found once it has been taken."""
    rest = [p for p in positions if (p.actor, p.issue) != ("north", "truce")]
    change = what_if(stand(*rest), case(), FOUR, "north", "truce", stance)
    after = agreements(stand(*rest, said("north", "truce", stance)), case(), rules=Rules(draws=0))
    expected = {p.other: p.value for p in after if p.one == "north" and p.value is not None}
    assert {o: later for o, (_, later) in change.agreement.items()} == pytest.approx(expected)
