"""The network of the page and its places."""

from itertools import pairwise

import pytest

from stancegraph.case import Actor, Case, Issue
from stancegraph.model import Position, Stance
from stancegraph.view.standing_network import circle, layout, standing_network


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


def test_ties_are_signed_and_list_their_statements() -> None:
    yes, no = said("north", "fishing", "support"), said("south", "fishing", "oppose")
    graph = standing_network([yes, no, no], case())
    tie = graph.edges[("actor", "south"), ("issue", "fishing")]
    assert (tie["value"], tie["word"], tie["n"]) == (-1.0, "opposes", 2)
    assert tie["statements"] == (no, no)
    assert graph.nodes["issue", "fishing"]["group"] == "sea"


def test_silence_makes_no_tie_but_compared_actors_are_there() -> None:
    graph = standing_network([said("north", "road", "support")], case())
    assert set(graph) == {("actor", "north"), ("actor", "south"), ("issue", "road")}
    assert graph.degree["actor", "south"] == 0


def test_an_actor_and_an_issue_may_share_an_id() -> None:
    graph = standing_network([said("north", "north", "support")], case())
    assert graph.has_edge(("actor", "north"), ("issue", "north"))


@pytest.mark.parametrize("narrow", [False, True])
def test_every_node_of_the_case_has_a_place_of_its_own(narrow: bool) -> None:
    places = layout(case(), narrow=narrow)
    assert len(places) == 3 + 4 + 2
    assert len(set(places.values())) == len(places)


def test_a_narrow_screen_has_actors_at_the_left_and_issues_in_one_column() -> None:
    places = layout(case(), narrow=True)
    columns = {kind: {x for (k, _), (x, _) in places.items() if k == kind} for kind, _ in places}
    assert columns["actor"] == {0.0}
    assert columns["issue"] == columns["group"]
    assert min(columns["issue"]) > 0.0


def test_the_columns_keep_the_order_of_the_case() -> None:
    places = layout(case())
    assert places["actor", "north"][0] == places["actor", "south"][0] == 0.0
    assert places["actor", "north"][1] < places["actor", "south"][1] < places["actor", "abroad"][1]
    assert places["group", "sea"][1] < places["issue", "fishing"][1] < places["issue", "ferry"][1]
    assert places["issue", "fishing"][0] < 0 < places["issue", "road"][0]


def test_places_do_not_depend_on_the_statements() -> None:
    graph = standing_network([said("abroad", "road", "oppose")], case())
    assert set(graph) <= set(layout(case()))
    assert layout(case()) == layout(case())


def test_issues_of_other_groups_stay_apart_and_names_without_a_group_are_placed() -> None:
    many = case(*(f"extra{k}" for k in range(40)))
    places = layout(many)
    rows = sorted(y for (kind, _), (x, y) in places.items() if kind == "issue" and x > 0)
    assert min(b - a for a, b in pairwise(rows)) >= 30


def test_the_rings_keep_everybody_apart_whatever_was_said() -> None:
    places = circle(case())
    assert set(places) == {"north", "south", "abroad"}
    assert len(set(places.values())) == 3
    assert circle(case("extra")) == places
