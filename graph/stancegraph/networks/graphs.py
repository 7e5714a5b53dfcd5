"""Networks as networkx graphs whose edges lead to the statements behind them.

Nodes are (kind, label) pairs, such as ``("actor", "east")``, so that an actor and
an issue may share a label. The statements of an edge are found when they are asked
for: a network of a million statements costs no more than its matrix.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, TypeAlias, overload

import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy import sparse

from stancegraph.networks.matrices import Network, Tensor, at

__all__ = ["Evidence", "Node", "ties", "to_graph"]

Node: TypeAlias = tuple[Literal["actor", "issue", "holder"], str]


class Evidence(Sequence[Any]):
    """The statements behind an edge: their names in the index of the table.

    ``table.loc[list(evidence)]`` gives their rows.
    """

    def __init__(self, index: "_Index", one: int, other: int) -> None:
        self._index, self._one, self._other = index, one, other

    @cached_property
    def _names(self) -> Sequence[Any]:
        return self._index.names(self._one, self._other)

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        return self._names[at]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._names)

    def __repr__(self) -> str:
        return f"<{len(self)} statements>"


class _Index:
    """Finds the statements of a cell, or of a pair of nodes, by searching sorted codes."""

    def __init__(self, network: Network) -> None:
        self._network = network
        counted = network.tensor
        self._width = len(counted.columns)
        cells = counted.row * self._width + counted.column
        self._order = np.argsort(cells, kind="stable")
        self._cells = cells[self._order]

    def _between(self, low: int, high: int) -> npt.NDArray[np.intp]:
        first, last = np.searchsorted(self._cells, (low, high))
        # In the order of the table, not of the cells.
        return np.sort(self._order[first:last])

    def names(self, one: int, other: int) -> Sequence[Any]:
        if self._network.mode == "two":
            cell = one * self._width + other
            places = self._between(cell, cell + 1)
        else:
            places = self._shared(one, other)
        return list(self._network.tensor.statements.rows.index[places])

    def _shared(self, one: int, other: int) -> npt.NDArray[np.intp]:
        """Give the statements of two nodes that make part of the tie between them."""
        counted = self._network.tensor
        ours, theirs = (
            self._between(node * self._width, (node + 1) * self._width) for node in (one, other)
        )
        alike = _counting(self._network)
        sides = ((ours, theirs), (theirs, ours))
        met = [_meets(counted, mine, yours, alike) for mine, yours in sides]
        return np.sort(np.concatenate(met))


def _counting(network: Network) -> npt.NDArray[np.bool_]:
    """Tell which pairs of stances count in a one-mode network."""
    if network.aggregation == "congruence":
        return np.asarray(network.tensor.apart < 1)
    if network.aggregation == "conflict":
        return np.asarray(network.tensor.apart > 0)
    return np.ones_like(network.tensor.apart, dtype=bool)


def _meets(
    counted: Tensor,
    ours: npt.NDArray[np.intp],
    theirs: npt.NDArray[np.intp],
    alike: npt.NDArray[np.bool_],
) -> npt.NDArray[np.intp]:
    """Give those of our statements that meet one of theirs on the same issue."""
    heard = np.zeros((len(counted.columns), len(counted.levels)), dtype=bool)
    heard[counted.column[theirs], counted.level[theirs]] = True
    answered = heard @ alike.T
    chosen = answered[counted.column[ours], counted.level[ours]]
    return np.asarray(ours[chosen], dtype=np.intp)


def to_graph(network: Network, labels: Mapping[str, str] | None = None) -> "nx.Graph[Node]":
    """Give a network as an undirected networkx graph.

    Every node of the matrix is there, silent or not, with `kind`, `label` and `n`,
    the number of its statements. Edges have `weight` (the cell), `n` and
    `statements`, the `Evidence`; of a one-mode network each pair has one. An edge
    is where the cell is not 0, or where it is a sum of things said for and
    against: under `subtract` a weight of 0 is a tie, too, and no edge is silence.

    Args:
        network: as `stancegraph.networks.network` makes it.
        labels: what to show for a label (ids of a case have longer names).

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> graph = to_graph(network(from_positions([yes]), aggregation="subtract"))
    >>> graph.edges[("actor", "east"), ("issue", "truce")]
    {'weight': 1.0, 'n': 1, 'statements': <1 statements>}
    """
    shown = labels or {}
    counted = network.tensor
    graph: nx.Graph[Node] = nx.Graph(
        mode=network.mode, aggregation=network.aggregation, normalization=network.normalization
    )
    said = np.bincount(counted.row, minlength=len(counted.rows))
    sides = [(network.nodes, network.rows, said)]
    if network.mode == "two":
        heard = np.bincount(counted.column, minlength=len(counted.columns))
        sides.append((network.facing, network.columns, heard))
    for kind, names, numbers in sides:
        for name, number in zip(names, numbers, strict=True):
            graph.add_node((kind, name), kind=kind, label=shown.get(name, name), n=int(number))
    index = _Index(network)
    for one, other, weight, number in ties(network):
        graph.add_edge(
            (network.nodes, network.rows[one]),
            (network.facing, network.columns[other]),
            weight=weight,
            n=number,
            statements=Evidence(index, one, other),
        )
    return graph


def ties(network: Network) -> Iterator[tuple[int, int, float, int]]:
    """Give the edges that `to_graph` draws: row, column, weight, number of statements.

    They are in the order of rows and columns, each pair of a one-mode network once.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> list(ties(network(from_positions([yes]))))
    [(0, 0, 1.0, 1)]
    """
    counted = network.tensor
    if network.mode == "two":
        numbers = counted.by_issue(np.ones(len(counted.levels)))
    else:
        # What of each node's statements meets one of the other's: once for either side.
        per_issue = sparse.kron(sparse.eye_array(len(counted.columns)), _counting(network).T)
        heard = sparse.csr_array((counted.counts @ per_issue) > 0, dtype=np.float64)
        met = counted.counts @ heard.T
        numbers = met + met.T
    numbers = sparse.coo_array(numbers)
    row, column = numbers.coords
    drawn = numbers.data > 0
    if network.mode == "one":
        drawn &= row < column
    row, column, number = row[drawn], column[drawn], numbers.data[drawn]
    weight = at(network.values, row, column)
    for place in np.lexsort((column, row)):
        if weight[place] or network.aggregation == "subtract":
            yield int(row[place]), int(column[place]), float(weight[place]), int(number[place])
