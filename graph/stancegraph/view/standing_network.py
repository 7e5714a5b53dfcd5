"""What the page's network shows and where: actors tied to issues by their standings.

Nodes are ``("actor", id)`` and ``("issue", id)``, so that an actor and an issue
may share an id; places are given to ``("group", id)`` too. No edge means no
statement, never neutrality.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, TypeAlias

import networkx as nx

from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import Rules, summarise

__all__ = ["Node", "circle", "layout", "standing_network"]

Node: TypeAlias = tuple[Literal["actor", "group", "issue"], str]

_RULES = Rules()


def standing_network(
    positions: Iterable[Position],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules = _RULES,
) -> "nx.Graph[Any]":
    """Build the signed actor-by-issue network.

    One edge per actor and issue with a counted position. Node attributes:
    `kind`, `label`, and for issues `group`. Edge attributes: `value` (the
    standing's, in [-1, 1]), `word`, `n`, `contested`, and `statements`, the
    positions behind it, newest first. Compared actors are there even when
    silent; others and issues only with an edge.

    >>> from stancegraph.case import Actor, Case, Issue
    >>> east = Actor("east", "urn:e", "bloc", "East", "east")
    >>> truce = Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")
    >>> case = Case(id="c", iri="urn:c", title="", version="", compared=("east",),
    ...             actors={"east": east}, issues={"truce": truce}, groups={"g": "G"})
    >>> no = Position("a", "east", "East", "truce", "oppose", "No.", 0, 3)
    >>> graph = standing_network([no], case)
    >>> graph.edges[("actor", "east"), ("issue", "truce")]["value"]
    -1.0
    """
    graph: nx.Graph[Any] = nx.Graph()
    for actor in case.compared:
        graph.add_node(("actor", actor), kind="actor", label=case.label_of(actor))
    for (actor, issue), standing in summarise(positions, case, as_of=as_of, rules=rules).items():
        record = case.issues[issue]
        graph.add_node(("actor", actor), kind="actor", label=case.label_of(actor))
        graph.add_node(("issue", issue), kind="issue", label=record.label, group=record.group)
        graph.add_edge(
            ("actor", actor),
            ("issue", issue),
            value=standing.value,
            word=standing.word,
            n=standing.n,
            contested=standing.contested,
            statements=standing.statements,
        )
    return graph


def layout(
    case: Case, *, narrow: bool = False, width: float = 480.0, row: float = 30.0
) -> dict[Node, tuple[float, float]]:
    """Place the actors, issues and group headings of a case, in pixels, y downwards.

    Actors stand in the middle column, issues at either side, `width` apart,
    under the headings of their groups, a `row` each. For a `narrow` screen the
    actors stand at the left and all issues in one column, a third of the `width`
    away. The places depend on the case alone, so that whoever was somewhere stays
    there when articles are added. Computed with networkx's multipartite layout,
    whose even columns are then given room for their rows.

    >>> from stancegraph.case import Actor, Case
    >>> east = Actor("east", "urn:e", "bloc", "East", "east")
    >>> case = Case(id="c", iri="urn:c", title="", version="", compared=("east",),
    ...             actors={"east": east}, issues={}, groups={})
    >>> layout(case)
    {('actor', 'east'): (0.0, 0.0)}
    """
    total = len(case.issues)
    columns: list[list[Node | None]] = [[], [], []]
    seen = 0
    for group, members in _groups(case).items():
        # A whole group goes to the side in which its middle falls; a gap parts the groups.
        left = not narrow and seen + len(members) / 2 <= total / 2
        column = columns[0 if left else 2]
        if column:
            column.append(None)
        column.append(("group", group))
        column.extend(("issue", i) for i in members)
        seen += len(members)
    columns[1].extend(("actor", a) for a in case.compared)

    # The layers are given as lists: grouped by an attribute they would lose their order.
    layers = {k: [(k, place) for place in range(len(c))] for k, c in enumerate(columns) if c}
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_nodes_from(slot for layer in layers.values() for slot in layer)
    if not layers:
        return {}
    rough = nx.multipartite_layout(graph, subset_key=layers, align="vertical")
    height = max(map(len, columns)) * row
    places: dict[Node, tuple[float, float]] = {}
    for layer, place in graph:
        node = columns[layer][place]
        if node is None:
            continue
        rows = len(columns[layer])
        ys = [float(rough[layer, k][1]) for k in range(rows)]
        reach = max(ys) - min(ys)
        middle = (max(ys) + min(ys)) / 2
        # Issues keep one row each; actors are spread over three quarters of the height, two
        # rows apart at least, and beside two columns six at most, so that the eye keeps theirs.
        gaps = (rows - 1) * row
        most = height * 0.75 if narrow else min(height * 0.75, 6 * gaps)
        tall = gaps if layer != 1 else max(2 * gaps, most)
        y = (ys[place] - middle) / reach * tall if reach else 0.0
        places[node] = (round((layer - 1) * (width / 3 if narrow else width / 2), 1), round(y, 1))
    lowest = max((y for _, y in places.values()), default=0.0)
    # Third parties stand below everything else, where they move nobody when they are shown;
    # three to a row, else the picture of a case with many of them would be mostly empty.
    for number, actor in enumerate(_outsiders(case)):
        at, below = (0, number) if narrow else (number % 3 - 1, number // 3)
        x, y = at * width * 0.4, lowest + (below + 1.5) * 1.4 * row
        places["actor", actor] = (round(x, 1), round(y, 1))
    return places


def _groups(case: Case) -> dict[str, list[str]]:
    """Give the issues of each group that has any, in the case's order."""
    issues = case.issues.values()
    members = {g: [i.id for i in issues if i.group == g] for g in case.group_ids}
    return {group: found for group, found in members.items() if found}


def circle(case: Case, *, radius: float = 220.0) -> dict[str, tuple[float, float]]:
    """Place the actors of a case on rings, in pixels, y downwards, by their ids.

    The compared actors stand on the inner ring, third parties on one around
    it. Like `layout`, it depends on the case alone. Computed with networkx's
    circular layout.

    >>> from stancegraph.case import Case
    >>> circle(Case("c", "urn:c", "", "", ("east", "west"), {}, {}, {}))
    {'east': (220.0, 0.0), 'west': (-220.0, 0.0)}
    """
    places: dict[str, tuple[float, float]] = {}
    for ring, actors in ((radius, case.compared), (1.7 * radius, _outsiders(case))):
        for actor, (x, y) in nx.circular_layout(nx.empty_graph(actors), scale=ring).items():
            places[actor] = (round(float(x), 1) + 0.0, round(float(y), 1) + 0.0)
    return places


def _outsiders(case: Case) -> list[str]:
    nobody = (*case.compared, case.author, case.other)
    return [a for a in case.blocs if a not in nobody]
