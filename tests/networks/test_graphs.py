"""Networks as graphs and files: every edge leads to its statements."""

import csv
import io
import json
from typing import Any, Literal

import networkx as nx
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.model import Position
from stancegraph.networks import network, to_graph
from stancegraph.networks.files import (
    csv_matrix,
    edge_list,
    json_network,
    node_list,
    plain_graph,
    xml_graph,
)
from stancegraph.networks.matrices import AGGREGATIONS, Mode
from stancegraph.statements import FIELDS, GRADED, Nodes, Statements, from_positions

from .tables import coded, either, table

MODES: list[Mode] = ["two", "one"]
XML: list[Literal["graphml", "gexf"]] = ["graphml", "gexf"]


def parsed(text: str, kind: Literal["graphml", "gexf"]) -> Any:
    return (nx.read_graphml if kind == "graphml" else nx.read_gexf)(io.BytesIO(text.encode()))


def edges(graph: "nx.Graph[Any]") -> dict[tuple[str, str], dict[str, Any]]:
    return {(one[1], other[1]): data for one, other, data in graph.edges(data=True)}


def test_edges_of_two_modes_list_what_was_said() -> None:
    graph = to_graph(network(coded(), aggregation="subtract"))
    tie = graph.edges[("actor", "org-b"), ("issue", "concept-5")]
    # Once for and once against: a tie of weight 0, which silence has not.
    assert (tie["weight"], tie["n"], list(tie["statements"])) == (0.0, 2, [2, 3])
    assert not graph.has_edge(("actor", "org-b"), ("issue", "concept-2"))


def test_edges_of_one_mode_list_the_statements_that_meet() -> None:
    said = table(
        [
            ("1", "2025-01-01", "", "a", "x", 1.0),
            ("1", "2025-01-01", "", "a", "x", 0.0),
            ("1", "2025-01-01", "", "b", "x", 1.0),
            ("1", "2025-01-01", "", "a", "y", 1.0),
            ("1", "2025-01-01", "", "c", "y", 0.0),
        ]
    )

    def behind(aggregation: Any) -> dict[tuple[str, str], list[int]]:
        graph = to_graph(network(said, mode="one", aggregation=aggregation))
        return {pair: list(data["statements"]) for pair, data in edges(graph).items()}

    assert behind("ignore") == {("a", "b"): [0, 1, 2], ("a", "c"): [3, 4]}
    assert behind("congruence") == {("a", "b"): [0, 2]}
    assert behind("conflict") == {("a", "b"): [1, 2], ("a", "c"): [3, 4]}
    assert behind("subtract") == behind("ignore")


def test_the_statements_are_those_of_the_positions_given() -> None:
    said = [
        Position("a", "author", "I", "war", "support", "Yes.", 0, 4),
        Position("a", "east", "East", "war", "support", "Aye.", 5, 9),
    ]
    graph = to_graph(network(from_positions(said)))
    evidence = graph.edges[("actor", "east"), ("issue", "war")]["statements"]
    assert [said[name].quote for name in evidence] == ["Aye."]
    assert (len(evidence), evidence[0], evidence[0:1]) == (1, 1, [1])


@given(either, st.sampled_from(MODES), st.sampled_from(list(FIELDS)), st.data())
def test_the_edges_are_the_cells_and_their_statements(
    statements: Statements, mode: Mode, nodes: Nodes, data: st.DataObject
) -> None:
    aggregation = data.draw(st.sampled_from(AGGREGATIONS[mode]))
    made = network(statements, mode=mode, nodes=nodes, aggregation=aggregation)
    graph = to_graph(made)
    cells = made.frame()
    rows, field = made.tensor.statements.rows, FIELDS[nodes]
    facing = FIELDS["actor" if nodes == "issue" else "issue"]
    drawn = set()
    for (one, other), tie in edges(graph).items():
        drawn.add((one, other))
        assert tie["weight"] == cells.loc[one, other]
        behind = rows.loc[list(tie["statements"])]
        assert tie["n"] == len(behind) == len(tie["statements"]) > 0
        if mode == "two":
            expected = rows[(rows[field] == one) & (rows[facing] == other)]
            assert list(behind.index) == list(expected.index)
        else:
            assert set(behind[field]) == {one, other}
    for one in made.rows:
        for other in made.columns:
            if (mode == "two" or one < other) and cells.loc[one, other]:
                assert (one, other) in drawn
    counted = {node[1]: data["n"] for node, data in graph.nodes(data=True) if node[0] == nodes}
    assert counted == rows[field].value_counts().to_dict()


@given(either, st.sampled_from(MODES))
def test_files_hold_what_the_graph_holds(statements: Statements, mode: Mode) -> None:
    made = network(statements, mode=mode, aggregation="subtract")
    graph = plain_graph(made)
    for kind in XML:
        back = parsed(xml_graph(made, kind), kind)
        assert set(back) == set(graph)
        assert {frozenset(e) for e in back.edges} == {frozenset(e) for e in graph.edges}
        for one, other, data in graph.edges(data=True):
            assert back.edges[one, other]["weight"] == data["weight"]
            assert back.edges[one, other]["statements"] == data["statements"]
    told = json.loads(json_network(made))
    assert told["values"] == made.dense().tolist()
    assert sum(len(e["statements"]) for e in told["edges"]) == sum(
        data["statements"] for *_, data in graph.edges(data=True)
    )


def test_labels_that_xml_cannot_hold_are_replaced() -> None:
    strange = table([("1", "2025-01-01", "", "a\x00b", "<&>\u2028", 1.0)])
    for kind in XML:
        back = parsed(xml_graph(network(strange), kind), kind)
        assert set(back) == {"actor:a\ufffdb", "issue:<&>\u2028"}


def test_labels_of_a_case_are_shown_for_ids() -> None:
    graph = plain_graph(network(coded()), {"org-a": "The first"})
    assert graph.nodes["actor:org-a"]["label"] == "The first"
    assert graph.nodes["actor:org-b"]["label"] == "org-b"


def test_the_same_network_gives_the_same_files() -> None:
    for kind in XML:
        made = [xml_graph(network(coded()), kind) for _ in range(2)]
        assert made[0] == made[1]
        # No list has become text by accident.
        assert "[" not in made[0].split("?>", 1)[1]


def test_node_and_edge_lists() -> None:
    made = network(coded(), mode="one", aggregation="subtract", normalization="average")
    nodes = pd.read_csv(io.StringIO(node_list(made)))
    assert list(nodes) == ["Id", "Label", "kind", "statements"]
    assert nodes["statements"].sum() == 40
    ties = pd.read_csv(io.StringIO(edge_list(made)))
    assert list(ties) == ["Source", "Target", "Type", "Weight", "sign", "statements"]
    row = ties[(ties["Source"] == "actor:org-c") & (ties["Target"] == "actor:org-d")].iloc[0]
    assert (row["Weight"], row["sign"]) == (-2.4, "negative")


@given(
    st.lists(
        st.tuples(st.text(min_size=1), st.text(min_size=1), st.sampled_from([1.0, 0.5, 0.0, -1.0])),
        min_size=1,
        max_size=6,
    )
)
def test_a_matrix_is_read_back_to_the_last_digit(said: list[tuple[str, str, float]]) -> None:
    rows = [("1", "2025-01-01", "", who, issue, value) for who, issue, value in said]
    made = network(
        table(rows, GRADED), mode="one", aggregation="congruence", normalization="average"
    )
    head, *rows_read = csv.reader(io.StringIO(csv_matrix(made), newline=""))
    assert tuple(head[1:]) == made.rows == tuple(row[0] for row in rows_read)
    assert [[float(cell) for cell in row[1:]] for row in rows_read] == made.dense().tolist()
