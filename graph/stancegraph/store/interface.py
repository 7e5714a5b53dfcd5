"""What a store is to the rest of the package, and the rows that it answers with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import pyoxigraph as ox

from stancegraph.sparql import Term

__all__ = ["GraphStore", "Table", "Value"]

#: What a cell of a result can be; IRIs are given as text.
Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a SELECT: column names, and rows of as many values."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]

    def records(self) -> list[dict[str, Value]]:
        """Return the rows as dictionaries.

        >>> Table(("a", "b"), [(1, None)]).records()
        [{'a': 1, 'b': None}]
        """
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class GraphStore(Protocol):
    """What the package asks of a store of named graphs, wherever it is."""

    def put_graph(self, quads: Iterable[ox.Quad], *, drop: Sequence[str] = ()) -> None:
        """Replace every graph that the quads are in and remove others, all or nothing."""

    def delete_graph(self, name: str) -> None:
        """Remove the graph of that name, if it is there."""

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""

    def quads(self, graph: str) -> list[ox.Quad]:
        """Return the quads of one graph."""

    def select(self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None) -> Table:
        """Run a SELECT over the union of all graphs."""

    def construct(
        self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None
    ) -> list[ox.Triple]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs."""
