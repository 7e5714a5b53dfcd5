"""The network view: a page of its own for a sandboxed frame.

pyvis builds the nodes and edges; its own page would load styles from the
network and put titles into the document as HTML, so the frame's page is ours,
around the vis-network library that pyvis bundles. Physics are off: places come
from `stancegraph.view.standing_network`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from itertools import combinations
from typing import Any

from pyvis.network import Network

from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import Rules
from stancegraph.view.standing_network import Node, circle, layout, standing_network

__all__ = ["network_data", "vis_library"]

#: How a tie is drawn: in light, in dark, and by its strokes, for colour is never alone.
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "for": {"color": "#2166ac", "dark": "#7fb8e6", "dashes": False},
    "against": {"color": "#b35806", "dark": "#f2a65a", "dashes": [10, 6]},
    "between": {"color": "#6b7580", "dark": "#a3adb8", "dashes": [2, 5]},
    "congruence": {"color": "#14665c", "dark": "#6fc7b8", "dashes": False},
    "conflict": {"color": "#b35806", "dark": "#f2a65a", "dashes": [10, 6]},
}
#: Which of them goes with the word of a standing.
_WORDS: Mapping[str, str] = {
    "supports": "for",
    "leans-for": "for",
    "conditional": "between",
    "mixed": "between",
    "undecided": "between",
    "leans-against": "against",
    "opposes": "against",
}
#: Pixels beside an issue's dot: room for some thirty letters on one line.
_LABEL = 220.0
#: Pixels between a dot and its label.
_GAP = 8.0
#: Pixels at most across an actor's box.
_BOX = 150
#: Where on a tie its figures stand.
_OFF_MIDDLE = 0.4


def vis_library() -> str:
    """Read the vis-network script that pyvis bundles, with plain line ends.

    >>> "vis-network" in vis_library()
    True
    """
    path = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def network_data(
    positions: Sequence[Position], case: Case, *, as_of: date | None = None, rules: Rules
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build the frame's data, and what the page must know about them.

    The frame gets nodes and edges in vis-network's form, with fixed places,
    for two `modes`: "ties" of actors to issues and "pairs" of actors. The page
    gets the places by actor, issue and group, for a `wide` screen and a `narrow` one,
    and by an edge's or node's id what it stands for: `ties` (actor and issue),
    `pairs` (two actors), `nodes` (an issue).

    >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})
    >>> frame, page = network_data([], case, rules=Rules())
    >>> sorted(frame)
    ['modes', 'options', 'styles']
    """
    graph = standing_network(positions, case, as_of=as_of, rules=rules)
    wide, narrow, ring = layout(case), layout(case, narrow=True), circle(case)
    strays = [n[1] for n in graph if n not in wide]
    # An actor that the case does not list stands below everybody else.
    for places in (wide, narrow):
        lowest = max((y for _, y in places.values()), default=0.0)
        places.update({("actor", a): (0.0, lowest + 60.0 * k) for k, a in enumerate(strays, 1)})
    ring.update({actor: (0.0, 400.0 + 60.0 * k) for k, actor in enumerate(strays, 1)})
    ties, told = _ties(graph, wide, narrow, case)
    pairs, known_pairs = _pairs(graph, ring)
    page = {
        "ties": told,
        "pairs": known_pairs,
        "nodes": {f"{k}:issue:{n[1]}": n[1] for n in graph if n[0] == "issue" for k in "dl"},
        "words": _WORDS,
        "wide": _places(graph, wide),
        "narrow": _places(graph, narrow),
        "circle": {n[1]: ring[n[1]] for n in graph if n[0] == "actor"},
    }
    options = {
        "autoResize": False,
        "physics": {"enabled": False},
        "interaction": {
            "dragNodes": False,
            "hover": True,
            "multiselect": False,
            "tooltipDelay": 150,
            # The page scrolls; the picture stays where it is.
            "zoomView": False,
            "dragView": False,
        },
        "nodes": {"borderWidth": 1, "shapeProperties": {"borderRadius": 3}, "chosen": False},
        "edges": {"hoverWidth": 1.5, "selectionWidth": 1.5, "smooth": False},
    }
    return {"modes": {"ties": ties, "pairs": pairs}, "options": options, "styles": _STYLES}, page


def _places(graph: Any, places: Mapping[Node, tuple[float, float]]) -> dict[str, Any]:
    far = max((x for x, _ in places.values()), default=0.0)
    two_sided = any(x < 0 for (kind, _), (x, _) in places.items() if kind != "actor")
    return {
        # From the end of one label to the end of the other, or from the actors' boxes.
        "width": 2 * (far + _GAP + _LABEL) if two_sided else far + _GAP + _LABEL + _BOX / 2,
        "actors": {n[1]: places[n] for n in graph if n[0] == "actor"},
        "issues": {n[1]: places[n] for n in graph if n[0] == "issue"},
        "groups": {name: place for (kind, name), place in places.items() if kind == "group"},
    }


def _network() -> Network:
    # Directed only by name: pyvis compares each undirected edge with all others before it.
    return Network(directed=True, select_menu=False, filter_menu=False, cdn_resources="local")


def _drawn(built: Network) -> dict[str, Any]:
    nodes, edges, *_ = built.get_network_data()
    return {"nodes": nodes, "edges": edges}


def _fixed(x: float, y: float) -> dict[str, Any]:
    return {"x": x, "y": y, "fixed": True, "physics": False}


def _actor(
    built: Network, name: str, actor: str, label: str, place: tuple[float, float], **more: Any
) -> None:
    built.add_node(
        name, label=label, shape="box", kind="actor", actor=actor, margin=9,
        widthConstraint={"minimum": 90, "maximum": _BOX}, font={"size": 15}, **_fixed(*place),
        **more,
    )  # fmt: skip


def _ties(
    graph: Any,
    wide: Mapping[Node, tuple[float, float]],
    narrow: Mapping[Node, tuple[float, float]],
    case: Case,
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    built = _network()

    def beside(name: str, node: Node, label: str, size: int, **more: Any) -> None:
        # The label stands beside its dot, outside of the ties.
        (x, y), (slim, deep) = wide[node], narrow[node]
        apart = _GAP + _LABEL / 2
        built.add_node(
            name, label=label, shape="box", margin=2, widthConstraint=_LABEL,
            font={"size": size, "align": "right" if x < 0 else "left"},
            narrow=[slim + apart, deep],
            **_fixed(x - apart if x < 0 else x + apart, y), **more,
        )  # fmt: skip

    for node, record in graph.nodes(data=True):
        if node[0] == "actor":
            name, place = f"actor:{node[1]}", wide[node]
            _actor(built, name, node[1], record["label"], place, narrow=list(narrow[node]))
            continue
        more = {"kind": "issue", "issue": node[1], "group_id": record["group"]}
        built.add_node(
            f"d:issue:{node[1]}", label=" ", shape="dot", size=4, narrow=list(narrow[node]),
            **_fixed(*wide[node]), **more,
        )  # fmt: skip
        beside(f"l:issue:{node[1]}", node, record["label"], 14, **more)
    for kind, group in wide:
        if kind == "group":
            label = case.groups.get(group, group).upper()
            beside(f"group:{group}", (kind, group), label, 11, kind="group", group_id=group)
    told: dict[str, list[str]] = {}
    for number, (one, other) in enumerate(graph.edges()):
        actor, issue = (one, other) if one[0] == "actor" else (other, one)
        name = f"tie:{number}"
        told[name] = [actor[1], issue[1]]
        built.add_edge(
            f"actor:{actor[1]}", f"d:issue:{issue[1]}",
            id=name, actor=actor[1], issue=issue[1], arrows="",
        )  # fmt: skip
    return _drawn(built), told


def _pairs(
    graph: Any, ring: Mapping[str, tuple[float, float]]
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    built = _network()
    actors = [n for n in graph if n[0] == "actor"]
    for node in actors:
        _actor(built, f"p:{node[1]}", node[1], graph.nodes[node]["label"], ring[node[1]])
    told: dict[str, list[str]] = {}
    for one, other in combinations(actors, 2):
        if not set(graph[one]) & set(graph[other]):
            continue
        name = f"pair:{len(told)}"
        told[name] = [one[1], other[1]]
        built.add_edge(f"p:{one[1]}", f"p:{other[1]}", id=name, arrows="")
        # The figures stand on the tie, off its middle, where ties cross.
        (x1, y1), (x2, y2) = ring[one[1]], ring[other[1]]
        x, y = x1 + (x2 - x1) * _OFF_MIDDLE, y1 + (y2 - y1) * _OFF_MIDDLE
        built.add_node(
            f"figures:{name}", label=" ", shape="box", kind="figures", pair=name, margin=3,
            font={"size": 12}, **_fixed(round(x, 1), round(y, 1)),
        )  # fmt: skip
    return _drawn(built), told
