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
from stancegraph.view.standing_network import circle, layout, standing_network

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
#: Pixels between a dot and the middle of its label.
_APART = 8.0 + _LABEL / 2
#: Where on a tie its figures stand.
_OFF_MIDDLE = 0.4


def vis_library() -> str:
    """Read the vis-network script that pyvis bundles, with plain line ends."""
    path = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def network_data(
    positions: Sequence[Position], case: Case, *, as_of: date | None = None, rules: Rules
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build the frame's data, and what the page must know about them.

    The frame gets nodes and edges in vis-network's form, with fixed places,
    for two `modes`: "ties" of actors to issues and "pairs" of actors. The page
    gets the places by actor, issue and group, and by an edge's or node's id what it
    stands for: `ties` (actor and issue), `pairs` (two actors), `nodes` (an issue).
    """
    graph = standing_network(positions, case, as_of=as_of, rules=rules)
    places = layout(case)
    ring = circle(case)
    lowest = max((y for _, y in places.values()), default=0.0)
    strays = [n[1] for n in graph if n not in places]
    # An actor that the case does not list stands below everybody else.
    for number, actor in enumerate(strays, start=1):
        places["actor", actor] = (0.0, lowest + 60.0 * number)
        ring[actor] = (0.0, 400.0 + 60.0 * number)
    ties, told = _ties(graph, places, case)
    pairs, known_pairs = _pairs(graph, ring)
    shown = {g: places["group", g] for k, g in places if k == "group"}
    page = {
        "ties": told,
        "pairs": known_pairs,
        "nodes": {f"{k}:issue:{n[1]}": n[1] for n in graph if n[0] == "issue" for k in "dl"},
        "words": _WORDS,
        "width": 2 * (max((x for x, _ in places.values()), default=0.0) + _APART + _LABEL / 2),
        "label": _LABEL,
        "actors": {n[1]: places[n] for n in graph if n[0] == "actor"},
        "issues": {n[1]: places[n] for n in graph if n[0] == "issue"},
        "groups": shown,
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


def _network() -> Network:
    # Directed only by name: pyvis compares each undirected edge with all others before it.
    return Network(directed=True, select_menu=False, filter_menu=False, cdn_resources="local")


def _drawn(built: Network) -> dict[str, Any]:
    nodes, edges, *_ = built.get_network_data()
    return {"nodes": nodes, "edges": edges}


def _fixed(x: float, y: float) -> dict[str, Any]:
    return {"x": x, "y": y, "fixed": True, "physics": False}


def _actor(built: Network, name: str, actor: str, label: str, place: tuple[float, float]) -> None:
    built.add_node(
        name, label=label, shape="box", kind="actor", actor=actor, margin=9,
        widthConstraint={"minimum": 90, "maximum": 150}, font={"size": 15}, **_fixed(*place),
    )  # fmt: skip


def _ties(
    graph: Any, places: Mapping[Any, tuple[float, float]], case: Case
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    built = _network()
    label_box = {"shape": "box", "widthConstraint": _LABEL, "margin": 2}
    for node, record in graph.nodes(data=True):
        x, y = places[node]
        if node[0] == "actor":
            _actor(built, f"actor:{node[1]}", node[1], record["label"], (x, y))
            continue
        left = x < 0
        more = {"kind": "issue", "issue": node[1], "group_id": record["group"]}
        built.add_node(f"d:issue:{node[1]}", label=" ", shape="dot", size=4, **more, **_fixed(x, y))
        # The label stands beside its dot, outside of the ties.
        built.add_node(
            f"l:issue:{node[1]}", label=record["label"], **label_box, **more,
            font={"size": 14, "align": "right" if left else "left"},
            **_fixed(x - _APART if left else x + _APART, y),
        )  # fmt: skip
    for kind, group in places:
        if kind != "group":
            continue
        x, y = places[kind, group]
        built.add_node(
            f"group:{group}", label=case.groups.get(group, group).upper(), **label_box,
            kind="group", group_id=group, font={"size": 11, "align": "right" if x < 0 else "left"},
            **_fixed(x - _APART if x < 0 else x + _APART, y),
        )  # fmt: skip
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
