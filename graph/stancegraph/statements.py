"""Statements as a flat table: who said what on which issue, one row each.

This is the form in which discourse networks are coded and exchanged: document,
date, person, organization, concept, agreement. The organization is the actor of
a network, the person its holder, the concept its issue. The table is a plain
pandas frame beside the `Scale` on which its agreement is measured; it comes from
positions (`from_positions`) or from a file (`stancegraph.exchange`).

`prepare` turns a table into the rows that a network counts, in the order of the
Discourse Network Analyzer (DNA 3.1.2, Leifeld):

1. the date range, both ends inclusive, and the filters on any column;
2. sorting by date, document, position in the document;
3. rows without an actor (or whatever the nodes are), issue or stance are dropped;
4. duplicates: all are kept (`include`), or the first of the same node, issue and
   stance within a `document`, `week`, `month`, `year` or `acrossrange`.

DNA compares the mere number of a week or month, so that January 2024 and January
2025 are one month to it; here a month is one of a year, and a week is an ISO 8601
week of its ISO year. Undated rows come last, are outside of every date range, and
are one period of their own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancegraph.case import Case
from stancegraph.model import Position, Stance

__all__ = [
    "BINARY",
    "COLUMNS",
    "DUPLICATES",
    "FIELDS",
    "GRADED",
    "STANCE_VALUES",
    "Duplicates",
    "Nodes",
    "Scale",
    "Statements",
    "from_positions",
    "prepare",
    "scale_of",
    "stance_of",
]

Nodes: TypeAlias = Literal["actor", "issue", "holder"]
Duplicates: TypeAlias = Literal["include", "document", "week", "month", "year", "acrossrange"]
DUPLICATES: tuple[Duplicates, ...] = get_args(Duplicates)

#: The columns that every table has, in their order in a file.
COLUMNS = ("document", "date", "person", "organization", "concept", "agreement")
#: The column that holds a kind of node.
FIELDS: Mapping[Nodes, str] = {"actor": "organization", "issue": "concept", "holder": "person"}

#: A stance's value on the graded scale.
STANCE_VALUES: Mapping[Stance, float] = {
    "support": 1.0,
    "conditional": 0.5,
    "ambivalent": 0.0,
    "oppose": -1.0,
}


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers in a table's `agreement` mean.

    `low` and `high` are the ends of the scale, so that the distance of two
    stances is |q - q'| / (high - low). On a `binary` scale 1 is agreement and 0
    disagreement. `codes` gives each value a power of two, by which the aggregation
    `combine` writes which values occur together: 1 for agreement, 2 for
    disagreement, so that 3 is both.

    >>> BINARY.width, GRADED.width
    (1.0, 2.0)
    """

    low: float
    high: float
    binary: bool = False
    codes: tuple[tuple[float, int], ...] = ()

    @property
    def width(self) -> float:
        """The range R of the scale, in the units of `agreement`."""
        return self.high - self.low


#: Agreement or not: 1 or 0.
BINARY = Scale(0.0, 1.0, binary=True, codes=((1.0, 1), (0.0, 2)))
#: Support 1, conditional 0.5, ambivalent 0, oppose -1.
GRADED = Scale(-1.0, 1.0, codes=((1.0, 1), (-1.0, 2), (0.5, 4), (0.0, 8)))


@dataclass(frozen=True, slots=True, eq=False)
class Statements:
    """A table of statements and the scale of its agreement.

    `rows` has at least the `COLUMNS`: `date` as datetime64, `agreement` as
    float64, all else as text, where "" is missing (NaT and NaN in the other two).
    Its index names the statements: whatever is made of the table refers to them
    by it. A column `start`, where there is one, is the position in the document;
    without it the order of the rows is.

    >>> len(from_positions([]))
    0
    """

    rows: pd.DataFrame
    scale: Scale = BINARY

    def __len__(self) -> int:
        return len(self.rows)


def scale_of(values: Iterable[float]) -> Scale:
    """Tell on which scale a collection of agreement values is measured.

    Nothing but 0 and 1 is binary. Values of the graded scale with an opposition
    (-1) among them are the graded one. Anything else is a scale of its own, from
    the least value to the greatest, both observed; its codes go by the values
    from the greatest down, as in DNA.

    >>> scale_of([1, 0, 1]) == BINARY, scale_of([1, -1]) == GRADED
    (True, True)
    >>> scale_of([1, 3, 5]).width
    4.0
    """
    levels = sorted({float(value) for value in values if value == value}, reverse=True)
    if set(levels) <= {0.0, 1.0}:
        return BINARY
    if -1.0 in levels and set(levels) <= set(STANCE_VALUES.values()):
        return GRADED
    codes = tuple((level, 2**bit) for bit, level in enumerate(levels))
    return Scale(levels[-1], levels[0], codes=codes)


def stance_of(value: float, scale: Scale) -> Stance | None:
    """Name the stance that a value stands for, None if the scale has no names.

    >>> stance_of(0, BINARY), stance_of(0, GRADED)
    ('oppose', 'ambivalent')
    """
    if scale.binary:
        return "support" if value == 1 else "oppose"
    if scale != GRADED:
        return None
    return next(stance for stance, number in STANCE_VALUES.items() if number == value)


def from_positions(
    positions: Iterable[Position],
    *,
    ascribed: bool = False,
    past: bool = False,
    without: Collection[str] = (Case.author, Case.other),
) -> Statements:
    """Give positions as a table on the graded scale.

    The organization is the actor's id, the concept the issue's, and the person
    the holder's id in the registry, or the name as written. Further columns:
    `start` and `stop` (code points, half open), `text` (the quotation),
    `attribution`, `time`, `condition`, `confidence`. The index counts the
    positions given, from 0, those left out included.

    What others ascribe to an actor and what the actor has given up are not its
    statements: they are left out, unless `ascribed` or `past` asks for them. So
    are the actors `without`: the writers of the articles and unnamed others.

    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> from_positions([yes]).rows[["organization", "concept", "agreement"]].to_dict("list")
    {'organization': ['east'], 'concept': ['truce'], 'agreement': [1.0]}
    """
    records = [
        (
            number,
            p.article,
            p.date,
            p.holder_id or p.holder,
            p.actor,
            p.issue,
            STANCE_VALUES[p.stance],
            p.start,
            p.end,
            p.quote,
            p.attribution,
            p.time,
            p.condition or "",
            p.confidence,
        )
        for number, p in enumerate(positions)
        if (ascribed or p.attribution != "ascribed")
        and (past or p.time != "past")
        and p.actor not in without
    ]
    names = ("start", "stop", "text", "attribution", "time", "condition", "confidence")
    rows = pd.DataFrame.from_records(records, columns=["at", *COLUMNS, *names], index="at")
    rows.index.name = None
    rows["date"] = pd.to_datetime(rows["date"])
    types = dict.fromkeys(("document", "person", "organization", "concept"), "str")
    return Statements(rows.astype({**types, "agreement": "float64"}), GRADED)


def prepare(
    statements: Statements,
    *,
    nodes: Nodes = "actor",
    start: date | None = None,
    end: date | None = None,
    exclude: Mapping[str, Collection[Any]] | None = None,
    keep: Mapping[str, Collection[Any]] | None = None,
    duplicates: Duplicates = "include",
    stance_matters: bool = True,
) -> Statements:
    """Select and order the statements that a network counts.

    Args:
        statements: the table.
        nodes: what the rows of the network are; a row without it is dropped.
        start, end: the first and last day, both inclusive; None is open.
        exclude: by column, the values whose rows are left out (days of a date).
        keep: by column, the only values whose rows are kept.
        duplicates: within what a repeated statement counts once.
        stance_matters: whether a repetition must have the same stance, too.

    Returns:
        The rows left, under the index that they had.

    Raises:
        KeyError: a filter names a column that the table has not.

    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", n, n + 4)
    ...         for n in (0, 9)]
    >>> len(prepare(from_positions(said), duplicates="document"))
    1
    """
    rows = statements.rows
    chosen = np.ones(len(rows), dtype=bool)
    days = rows["date"].dt.normalize()
    if start is not None:
        chosen &= (days >= pd.Timestamp(start)).to_numpy()
    if end is not None:
        chosen &= (days <= pd.Timestamp(end)).to_numpy()
    for column, values in (exclude or {}).items():
        chosen &= ~_among(rows[column], values)
    for column, values in (keep or {}).items():
        chosen &= _among(rows[column], values)
    field = FIELDS[nodes]
    other = FIELDS["actor"] if nodes == "issue" else FIELDS["issue"]
    chosen &= _filled(rows[field]) & _filled(rows[other])
    chosen &= rows["agreement"].notna().to_numpy()
    rows = rows[chosen]
    # Whether the empty ones go before or after the sorting makes no difference.
    rows = rows.iloc[_order(rows)]
    if duplicates != "include":
        key = {"node": rows[field].to_numpy(), "issue": rows[other].to_numpy()}
        if stance_matters:
            key["stance"] = rows["agreement"].to_numpy()
        if duplicates != "acrossrange":
            key["period"] = _period(rows, duplicates)
        repeated = pd.DataFrame(key).duplicated().to_numpy()
        rows = rows[~repeated]
    return replace(statements, rows=rows)


def _among(column: "pd.Series[Any]", values: Collection[Any]) -> npt.NDArray[np.bool_]:
    if pd.api.types.is_datetime64_any_dtype(column):
        return np.asarray(column.dt.normalize().isin(pd.to_datetime(list(values))))
    if pd.api.types.is_numeric_dtype(column):
        return np.asarray(column.isin([float(value) for value in values]))
    return np.asarray(column.isin([str(value) for value in values]))


def _filled(column: "pd.Series[Any]") -> npt.NDArray[np.bool_]:
    return np.asarray((column != "") & column.notna(), dtype=bool)


def _order(rows: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Give the order by date (undated last), document and position in the document."""
    keys: list[npt.NDArray[Any]] = []
    if "start" in rows:
        keys.append(pd.to_numeric(rows["start"], errors="coerce").fillna(0).to_numpy())
    codes, documents = pd.factorize(rows["document"])
    names = [str(name) for name in documents]
    if all(name.isdecimal() for name in names):  # DNA's documents are numbered
        ranked = sorted(range(len(names)), key=lambda at: int(names[at]))
    else:
        ranked = sorted(range(len(names)), key=names.__getitem__)
    rank = np.empty(len(names) + 1, dtype=np.intp)
    rank[ranked] = np.arange(len(names))
    rank[-1] = len(names)  # no document at all
    keys.append(rank[codes])
    days = rows["date"].to_numpy().astype("datetime64[us]")
    keys.extend((days, np.isnat(days)))
    return np.lexsort(keys)


def _period(rows: pd.DataFrame, duplicates: Duplicates) -> npt.NDArray[Any]:
    if duplicates == "document":
        return np.asarray(rows["document"], dtype=object)
    if duplicates == "week":
        week = rows["date"].dt.isocalendar()
        number = week["year"].astype("Int64") * 100 + week["week"].astype("Int64")
        return np.asarray(number.fillna(-1), dtype=np.int64)
    unit = "datetime64[M]" if duplicates == "month" else "datetime64[Y]"
    return np.asarray(rows["date"].to_numpy(), dtype=unit)
