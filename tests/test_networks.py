"""The projections onto actors."""

import pytest

from stancegraph.case import Actor, Case, Issue
from stancegraph.model import Position, Stance
from stancegraph.networks import one_mode


def case(*extra: str) -> Case:
    actors = {
        name: Actor(name, f"urn:a:{name}", "bloc", name.title(), name)
        for name in ("north", "south", "abroad")
    }
    groups = {"sea": "Sea", "land": "Land"}
    issues = {
        name: Issue(name, f"urn:i:{name}", name.title(), "", group, "", "", "")
        for name, group in (
            [("fishing", "sea"), ("ferry", "sea"), ("north", "land"), ("road", "land")]
            + [(name, "land") for name in extra]
        )
    }
    return Case("isles", "urn:c", "Isles", "1", ("north", "south"), actors, issues, groups)


def said(actor: str, issue: str, stance: Stance) -> Position:
    return Position("a", actor, actor, issue, stance, "q", 0, 1)


# By hand: three statements against two, on "fishing" two times one pairs and one "road" each.
HAND = [
    said("north", "fishing", "support"),
    said("north", "fishing", "conditional"),
    said("south", "fishing", "oppose"),
    said("north", "road", "support"),
    said("south", "road", "support"),
]


@pytest.mark.parametrize(
    ("measure", "weight"),
    [
        ("congruence", 0 + 0.25 + 1),
        ("conflict", 1 + 0.75 + 0),
        ("subtract", 1.25 - 1.75),
    ],
)
def test_one_mode_by_hand(measure: str, weight: float) -> None:
    tie = ("actor", "north"), ("actor", "south")
    raw = one_mode(HAND, case(), measure=measure, normalise=False)  # type: ignore[arg-type]
    assert raw.edges[tie]["weight"] == pytest.approx(weight)
    assert len(raw.edges[tie]["statements"]) == 5
    graph = one_mode(HAND, case(), measure=measure)  # type: ignore[arg-type]
    assert graph.edges[tie]["weight"] == pytest.approx(weight / 2.5)


def test_no_shared_issue_no_tie() -> None:
    apart = [said("north", "fishing", "support"), said("south", "road", "support")]
    assert one_mode(apart, case()).number_of_edges() == 0
