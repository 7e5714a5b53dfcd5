"""The network view: a page of its own for a sandboxed frame.

pyvis builds the nodes and edges; its own page would load styles from the
network and put titles into the document as HTML, so the frame's page is ours,
around the vis-network library that pyvis bundles. Physics are off: places come
from `stancegraph.view.standing_network.layout`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import Rules
from stancegraph.view.standing_network import layout, standing_network

__all__ = ["STYLES", "network_data", "vis_library"]

_FOR = {"color": "#2166ac", "dark": "#7fb8e6", "dashes": False}
_AGAINST = {"color": "#b35806", "dark": "#f2a65a", "dashes": [10, 6]}
_BETWEEN = {"color": "#6b7580", "dark": "#a3adb8", "dashes": [2, 5]}
#: How a tie is drawn, by the word of its standing.
STYLES: Mapping[str, Mapping[str, Any]] = {
    "supports": _FOR,
    "leans-for": _FOR,
    "conditional": _BETWEEN,
    "mixed": _BETWEEN,
    "undecided": _BETWEEN,
    "leans-against": _AGAINST,
    "opposes": _AGAINST,
}
#: Pixels: an issue's box holds a label of some twenty-five letters on one line.
_BOX = 190


def vis_library() -> str:
    """Read the vis-network script that pyvis bundles, with plain line ends."""
    path = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js")
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def network_data(
    positions: Sequence[Position], case: Case, *, as_of: date | None = None, rules: Rules
) -> dict[str, Any]:
    """Build nodes and edges in vis-network's form, with fixed places.

    Each edge carries an `id` of its own and the ids of its `actor` and `issue`.
    """
    graph = standing_network(positions, case, as_of=as_of, rules=rules)
    places = layout(case)
    lowest = max((y for _, y in places.values()), default=0.0)
    built = Network(directed=False, select_menu=False, filter_menu=False, cdn_resources="local")
    names = {node: f"{node[0]}:{node[1]}" for node in graph}
    strays = 0
    for node, data in graph.nodes(data=True):
        if node not in places:
            strays += 1
        # An actor that the case does not list stands below the middle column.
        x, y = places.get(node, (0.0, lowest + 60.0 * strays))
        actor = data["kind"] == "actor"
        built.add_node(
            names[node],
            label=data["label"],
            shape="box",
            x=x,
            y=y,
            fixed=True,
            physics=False,
            kind=data["kind"],
            widthConstraint={"minimum": 110 if actor else _BOX, "maximum": 150 if actor else _BOX},
            margin=10 if actor else 5,
            font={"size": 16 if actor else 14},
        )
    for number, (one, other, data) in enumerate(graph.edges(data=True)):
        actor, issue = (one, other) if one[0] == "actor" else (other, one)
        style = STYLES[data["word"]]
        built.add_edge(
            names[actor],
            names[issue],
            id=f"tie:{number}",
            actor=actor[1],
            issue=issue[1],
            color=style["color"],
            dashes=style["dashes"],
            width=1.0 + data["n"] ** 0.5,
            smooth=False,
        )
    nodes, edges, *_ = built.get_network_data()
    options = {
        "physics": {"enabled": False},
        "interaction": {
            "dragNodes": False,
            "hover": True,
            "multiselect": False,
            "tooltipDelay": 150,
            # The page scrolls; the network zooms only by pinching and with its own buttons.
            "zoomView": False,
        },
        "nodes": {"borderWidth": 1, "shapeProperties": {"borderRadius": 3}},
        "edges": {"hoverWidth": 1.5, "selectionWidth": 1.5},
    }
    return {"nodes": nodes, "edges": edges, "options": options, "styles": STYLES}
