"""Networks as files: CSV matrices and lists, GraphML, GEXF and JSON.

GraphML and GEXF open in Gephi, visone, Cytoscape and networkx: nodes have a plain
id, a label, a kind and a number of statements; edges a weight, its sign and a
number of statements. Lists, which these formats cannot hold, are left out: the
statements behind an edge are in the JSON.
"""

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

import networkx as nx
import numpy as np

from stancegraph.delimited import number, write_rows
from stancegraph.networks.graphs import to_graph
from stancegraph.networks.matrices import Network
from stancegraph.networks.windows import Window
from stancegraph.statements import COLUMNS

__all__ = [
    "FORMATS",
    "Format",
    "csv_matrix",
    "csv_windows",
    "edge_list",
    "json_network",
    "json_windows",
    "node_list",
    "plain_graph",
    "xml_graph",
]

Format: TypeAlias = Literal["csv", "graphml", "gexf", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def _table(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    write_rows(out, rows)
    return out.getvalue()


def csv_matrix(network: Network) -> str:
    """Write the matrix, its labels in the first row and column, the corner empty.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> print(csv_matrix(network(from_positions([yes]))), end="")
    ,truce
    east,1
    """
    rows = zip(network.rows, network.dense().tolist(), strict=True)
    body = ([label, *map(number, values)] for label, values in rows)
    return _table([["", *network.columns], *body])


def csv_windows(windows: Iterable[Window]) -> str:
    """Write the ties of all windows, one a row: first, last, n, source, target, weight.

    `n` is the number of statements in the window. A window without ties has one
    row, whose last three cells are empty.

    >>> from datetime import date
    >>> from stancegraph.model import Position
    >>> from stancegraph.networks.windows import move
    >>> from stancegraph.statements import from_positions, prepare
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4,
    ...                  date=date(2025, 1, day)) for day in (1, 2)]
    >>> places = move(prepare(from_positions(said)), "days", 2)
    >>> print(csv_windows(places), end="")
    first,last,n,source,target,weight
    2025-01-01,2025-01-02,2,east,truce,2
    """
    rows = [["first", "last", "n", "source", "target", "weight"]]
    for window in windows:
        place = [window.first.isoformat(), window.last.isoformat(), str(window.n)]
        ties = _edges(to_graph(window.network))
        rows.extend([*place, source[1], target[1], number(data["weight"])]
                    for source, target, data in ties)  # fmt: skip
        if not ties:
            rows.append([*place, "", "", ""])
    return _table(rows)


def _edges(graph: "nx.Graph[Any]") -> list[tuple[Any, Any, dict[str, Any]]]:
    return list(graph.edges(data=True))


def node_list(network: Network, labels: Mapping[str, str] | None = None) -> str:
    """Write the nodes as CSV, as Gephi reads them: Id, Label, kind, statements.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> print(node_list(network(from_positions([yes]))), end="")
    Id,Label,kind,statements
    actor:east,east,actor,1
    issue:truce,truce,issue,1
    """
    graph = plain_graph(network, labels)
    rows = ([node, data["label"], data["kind"], str(data["statements"])]
            for node, data in graph.nodes(data=True))  # fmt: skip
    return _table([["Id", "Label", "kind", "statements"], *rows])


def edge_list(network: Network) -> str:
    """Write the edges as CSV, as Gephi reads them: Source, Target, Type, Weight and more.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> print(edge_list(network(from_positions([yes]))), end="")
    Source,Target,Type,Weight,sign,statements
    actor:east,issue:truce,Undirected,1,positive,1
    """
    graph = plain_graph(network)
    rows = ([source, target, "Undirected", number(data["weight"]), data["sign"],
             str(data["statements"])]
            for source, target, data in _edges(graph))  # fmt: skip
    return _table([["Source", "Target", "Type", "Weight", "sign", "statements"], *rows])


def _sign(weight: float) -> str:
    return "positive" if weight > 0 else "negative" if weight < 0 else "zero"


#: What XML 1.0 cannot hold at all (section 2.2, production Char).
_NO_XML = re.compile("[^\\t\\n\\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _shown(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def plain_graph(network: Network, labels: Mapping[str, str] | None = None) -> "nx.Graph[str]":
    """Give the network as a graph of nothing but text and numbers.

    Nodes are "kind:label" with `label`, `kind` and `statements` (their number);
    edges have `weight`, `sign` and `statements`. `labels` are shown for labels.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> graph = plain_graph(network(from_positions([yes])), {"east": "The East"})
    >>> graph.nodes["actor:east"]
    {'label': 'The East', 'kind': 'actor', 'statements': 1}
    """
    made = to_graph(network, labels)
    graph: nx.Graph[str] = nx.Graph(**made.graph)
    for (kind, name), data in made.nodes(data=True):
        graph.add_node(
            _shown(f"{kind}:{name}"),
            label=_shown(data["label"]),
            kind=data["kind"],
            statements=data["n"],
        )
    for source, target, data in _edges(made):
        graph.add_edge(
            _shown(":".join(source)),
            _shown(":".join(target)),
            weight=data["weight"],
            sign=_sign(data["weight"]),
            statements=data["n"],
        )
    return graph


def xml_graph(
    network: Network,
    format: Literal["graphml", "gexf"],
    labels: Mapping[str, str] | None = None,
) -> str:
    """Write the network as GraphML or GEXF 1.2.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> text = xml_graph(network(from_positions([yes])), "graphml")
    >>> '<node id="actor:east">' in text
    True
    """
    graph = plain_graph(network, labels)
    if format == "graphml":
        lines = list(nx.generate_graphml(graph, named_key_ids=True))
    else:
        # networkx dates the file; the same network is to give the same file.
        lines = [re.sub(r' lastmodifieddate="[^"]*"', "", line) for line in nx.generate_gexf(graph)]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


def _json(network: Network) -> dict[str, Any]:
    graph = to_graph(network)
    return {
        "mode": network.mode,
        "nodes": network.nodes,
        "aggregation": network.aggregation,
        "normalization": network.normalization,
        "n": network.n,
        "rows": list(network.rows),
        "columns": list(network.columns),
        "values": network.dense().tolist(),
        "edges": [
            {
                "source": source[1],
                "target": target[1],
                "weight": data["weight"],
                "statements": list(data["statements"]),
            }
            for source, target, data in _edges(graph)
        ],
    }


def json_network(network: Network) -> str:
    """Write the matrix and its edges with the statements behind each, as JSON.

    An edge lists the numbers of its statements: their names in the index of the table
    (the rows of a file from 0, or the positions that it was made of). `statements`
    tells what they are: document, date, person, organization, concept, agreement, and
    the words where the table has them.

    >>> import json
    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> told = json.loads(json_network(network(from_positions([yes]))))
    >>> told["edges"]
    [{'source': 'east', 'target': 'truce', 'weight': 1.0, 'statements': [0]}]
    """
    told = {**_json(network), "statements": _told([network])}
    return json.dumps(told, ensure_ascii=False, default=_plain) + "\n"


def json_windows(windows: Iterable[Window]) -> str:
    """Write the networks of windows as JSON: `windows`, and the `statements` of all.

    Each window is a network with its `first` and `last` day; a statement is told once,
    however many windows it is in.

    >>> import json
    >>> from datetime import date
    >>> from stancegraph.model import Position
    >>> from stancegraph.networks.windows import move
    >>> from stancegraph.statements import from_positions, prepare
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4,
    ...                  date=date(2025, 1, day)) for day in (1, 2)]
    >>> places = move(prepare(from_positions(said)), "days", 2)
    >>> told = json.loads(json_windows(places))
    >>> [(window["first"], window["n"]) for window in told["windows"]], len(told["statements"])
    ([('2025-01-01', 2)], 2)
    """
    places = list(windows)
    told = {
        "windows": [
            {
                "first": window.first.isoformat(),
                "last": window.last.isoformat(),
                **_json(window.network),
            }
            for window in places
        ],
        "statements": _told([window.network for window in places]),
    }
    return json.dumps(told, ensure_ascii=False, default=_plain) + "\n"


def _told(networks: Sequence[Network]) -> list[dict[str, Any]]:
    """Give the statements that networks count, each once, in the order of the table's index."""
    found: dict[Any, dict[str, Any]] = {}
    for network in networks:
        rows = network.tensor.statements.rows
        columns = [name for name in (*COLUMNS, "text") if name in rows]
        days = np.datetime_as_string(rows["date"].to_numpy().astype("datetime64[D]"))
        cells = rows[columns].itertuples(index=False)
        for name, day, cell in zip(rows.index, days, cells, strict=True):
            record = {"number": name, **dict(zip(columns, cell, strict=True))}
            record["date"] = None if day == "NaT" else str(day)
            found.setdefault(name, record)
    return [found[name] for name in sorted(found)]


def _plain(value: object) -> Any:
    """Give a numpy number of the table as one of Python."""
    return value.item()  # type: ignore[attr-defined]
