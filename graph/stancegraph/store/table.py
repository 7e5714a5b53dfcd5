"""The positions as one flat table, a Parquet file beside the store, for analyses over everything.

Reading all positions out of the graph looks up a dozen properties for each; the table has them
in columns. It is made with the graph and removed as soon as the graph is changed, so that it
never tells anything else.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stancegraph.exceptions import StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import distinct
from stancegraph.store.contents import read_case, stored
from stancegraph.store.opening import open_store

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["COLUMNS", "positions_table"]

#: The file's name in the folder of a graph.
TABLE = "positions.parquet"

#: The columns and what is in them.
COLUMNS: Mapping[str, str] = {
    "position": "the position's IRI",
    "article": "id of the article",
    "title": "its title",
    "published": "its date",
    "publisher": "its publisher",
    "url": "its address",
    "actor": "id of the actor that the position is counted for",
    "holder": "who holds it, as written",
    "holder_id": "id of the holder, where the case has it",
    "issue": "id of the issue",
    "stance": "support, oppose, conditional or ambivalent",
    "condition": "what must happen first, for conditional ones",
    "condition_issues": "ids of the other issues that the condition names",
    "attribution": "self, reported or ascribed",
    "attributed_by": "id of the actor on whose word it rests",
    "time": "current or past",
    "date": "day of the statement",
    "date_precision": "how far the day is known: day, month, year or article",
    "speech_act": "the kind of speech act",
    "confidence": "between 0 and 1",
    "quote": "the exact words",
    "start": "first code point in the article's text",
    "end": "the code point behind the last",
    "extractor": "the method that found it",
}
_TYPES = {"published": "date", "date": "date", "start": "int", "end": "int",
          "confidence": "float", "condition_issues": "list"}  # fmt: skip
#: Decimals of a confidence in the graph: the table has the number that the graph has.
_DECIMALS = 6


@dataclass
class Rows:
    """Rows of the table while they are collected, column by column."""

    columns: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in COLUMNS})

    def add(self, article: Article, positions: Mapping[str, Position]) -> None:
        """Add the positions of an article, by their IRIs."""
        for iri, position in positions.items():
            for name, column in self.columns.items():
                column.append(_cell(name, iri, article, position))

    def table(self) -> "pa.Table":
        """Return the rows as an Arrow table, sorted by the positions' IRIs."""
        import pyarrow as pa

        types = {
            "date": pa.date32(), "int": pa.int64(), "float": pa.float64(),
            "list": pa.list_(pa.string()),
        }  # fmt: skip
        fields = [pa.field(name, types.get(_TYPES.get(name, ""), pa.string())) for name in COLUMNS]
        return pa.table(self.columns, schema=pa.schema(fields)).sort_by("position")

    def write(self, path: Path) -> None:
        """Write the rows to a Parquet file."""
        import pyarrow.parquet as pq

        pq.write_table(self.table(), path, compression="zstd")


def _cell(name: str, iri: str, article: Article, position: Position) -> Any:
    match name:
        case "position":
            return iri
        case "title" | "publisher" | "url":
            return getattr(article, name)
        case "published":
            return article.date
        case "confidence":
            return round(position.confidence, _DECIMALS)
        case "condition_issues":
            return list(position.condition_issues)
        case _:
            return getattr(position, name)


def positions_table(place: str | os.PathLike[str]) -> "pd.DataFrame":
    """Return all positions of a graph as a flat table, sorted by their IRIs.

    `place` is a graph's folder, whose ``positions.parquet`` is read where it is there; else
    the positions are read out of the graph, as they are from the address of a server. Days
    are `datetime.date`, cells without a value None, and `condition_issues` lists. `COLUMNS`
    says what the columns are.

    Raises:
        StoreError: there is no graph, or it or the table cannot be read.
    """
    file = Path(place) / TABLE
    if file.is_file():
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            return _frame(pq.read_table(file))
        except (OSError, pa.ArrowException) as error:
            raise StoreError(
                f"{file}: cannot be read ({error}); delete it, or build the graph anew"
            ) from error
    rows = Rows()
    with open_store(place, read_only=True) as store:
        case = read_case(store)
        for article, positions in stored(store, case):
            rows.add(article, distinct(positions, case))
    return _frame(rows.table())


def _frame(table: "pa.Table") -> "pd.DataFrame":
    import pandas as pd

    def series(name: str) -> "pd.Series[Any]":
        values = table.column(name).to_pylist()
        plain = {"int": "int64", "float": "float64"}.get(_TYPES.get(name, ""), "object")
        return pd.Series(values, dtype=plain)

    return pd.DataFrame({name: series(name) for name in table.column_names})
