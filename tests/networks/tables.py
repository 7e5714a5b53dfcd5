"""Tables of statements for the tests, and the measures as the definitions spell them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd
from hypothesis import strategies as st

from stancegraph.exchange import read_statements
from stancegraph.statements import BINARY, GRADED, Scale, Statements

PEER = Path(__file__).parents[1] / "data" / "dna"
Row = tuple[str, str, str, str, str, float]
COLUMNS = ["document", "date", "person", "organization", "concept", "agreement"]


def table(rows: Sequence[Row], scale: Scale = BINARY) -> Statements:
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["date"] = pd.to_datetime(frame["date"]).astype("datetime64[us]")
    types = dict.fromkeys(["document", "person", "organization", "concept"], "str")
    return Statements(frame.astype({**types, "agreement": "float64"}), scale)


def coded() -> Statements:
    """Give the 40 statements of the peer."""
    return read_statements(PEER / "statements.csv")


def rows(values: Sequence[float], *, most: int = 25) -> st.SearchStrategy[list[Row]]:
    days = st.dates(date(2024, 12, 20), date(2025, 2, 10)).map(date.isoformat)
    return st.lists(
        st.tuples(
            st.sampled_from(["1", "2", "10"]),
            days,
            st.sampled_from(["p", "q", ""]),
            st.sampled_from(["a", "b", "c", "d"]),
            st.sampled_from(["x", "y", "z"]),
            st.sampled_from(values),
        ),
        max_size=most,
    )


binary = rows([0.0, 1.0]).map(table)
graded = rows([1.0, 0.5, 0.0, -1.0]).map(lambda made: table(made, GRADED))
either = st.one_of(binary, graded)
