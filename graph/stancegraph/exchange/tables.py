"""Statements as CSV: the plain table, and DNA's event list.

The plain table has the columns document, date, person, organization, concept and
agreement, in any order, and any others (`start`, `stop` and `text` are the
statement's place and words). Agreement is written in one of three ways:

- 1 and 0, true and false, yes and no (a binary scale);
- support, conditional, ambivalent, oppose (the graded scale 1, 0.5, 0, -1);
- numbers on a scale of their own.

A column `stance` of nothing but stances says it in their words where DNA has whole
numbers.

The event list is what DNA 3 exports and rDNA reads: the same with a semicolon
between the columns, which are named otherwise (`time` for the date, `document_id`
for the document, and so on). DNA itself writes commas for semicolons and
apostrophes for quotation marks within a cell, which cannot be undone.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from stancegraph.delimited import number, write_delimited
from stancegraph.exceptions import StatementsError
from stancegraph.statements import (
    BINARY,
    COLUMNS,
    GRADED,
    STANCE_VALUES,
    Scale,
    Statements,
    scale_of,
    stance_of,
)

__all__ = ["EVENT_LIST", "cells", "read_table", "write_table"]

#: The columns of DNA's event list, in its order, and what they are called here.
EVENT_LIST: Mapping[str, str] = {
    "statement_id": "statement",
    "time": "date",
    "person": "person",
    "organization": "organization",
    "concept": "concept",
    "agreement": "agreement",
    "start_position": "start",
    "stop_position": "stop",
    "text": "text",
    "coder": "coder",
    "document_id": "document",
    "document_title": "title",
    "document_author": "author",
    "document_source": "source",
    "document_section": "section",
    "document_type": "type",
}
_YES_NO: Mapping[str, float] = {"true": 1.0, "yes": 1.0, "false": 0.0, "no": 0.0}
_WHOLE = ("start", "stop", "statement", "coder")


def read_table(path: Path) -> Statements:
    r"""Read statements from CSV: the plain table or DNA's event list.

    Commas, semicolons or tabs may stand between the columns; the first line names
    them. The rows are numbered from 0, in the file's order.

    Raises:
        StatementsError: the file cannot be opened, is not UTF-8 or no such table,
            a column is missing, or a date or agreement cannot be read.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "coded.csv"
    >>> _ = file.write_text("document;date;person;organization;concept;agreement\n"
    ...                     "one;2005-01-26;Ada;East;truce;no\n")
    >>> read_table(file).rows["agreement"].tolist()
    [0.0]
    """
    delimiter, names = _header(path)
    cells = _frame(path, delimiter, names)
    if "time" in names and "document_id" in names:
        cells = cells.rename(columns=dict(EVENT_LIST))
    missing = [name for name in COLUMNS if name not in cells]
    if missing:
        raise StatementsError(
            f"{path}, line 1: has no column {' or '.join(missing)}; name the columns"
            f" {', '.join(COLUMNS)}"
        )

    def told(row: int, complaint: str) -> StatementsError:
        return StatementsError(f"{path}, line {_line(path, delimiter, row)}: {complaint}")

    cells["date"] = _dates(cells["date"], told)
    words = cells["agreement"]
    if "stance" in cells and cells["stance"].isin(list(STANCE_VALUES)).all():
        # What `stancegraph.exchange.dna` adds where whole numbers stand for stances.
        words = cells.pop("stance")
    agreement, scale = _agreements(words, told)
    cells["agreement"] = agreement
    for name in _WHOLE:
        if name in cells:
            cells[name] = _whole(cells[name], name, told)
    rest = [name for name in cells if name not in COLUMNS]
    return Statements(cells[[*COLUMNS, *rest]], scale)


def _header(path: Path) -> tuple[str, list[str]]:
    """Give the delimiter and the names in the first line."""
    try:
        with path.open("rb") as file:
            line = file.readline()
        first = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StatementsError(f"{path}, line 1: is not UTF-8; save the table as UTF-8") from error
    except OSError as error:
        raise StatementsError(
            f"{path}: cannot be read ({error.strerror}); give the path of a table of statements"
        ) from error
    if not first.strip():
        raise StatementsError(
            f"{path}, line 1: is empty; the first line must name the columns {', '.join(COLUMNS)}"
        )
    known = {*COLUMNS, *EVENT_LIST}
    splits = {mark: _cells(first, mark) for mark in ",;\t"}
    delimiter = max(splits, key=lambda mark: len(known.intersection(splits[mark])))
    names = splits[delimiter]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise StatementsError(
            f"{path}, line 1: names the column {twice[0]!r} twice; rename one of them"
        )
    return delimiter, names


def _cells(line: str, delimiter: str) -> list[str]:
    return [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]


def _records(path: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record after the header with the number of its first line."""
    # A cell may hold a whole article.
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        line = 1
        try:
            next(reader)
            line = reader.line_num + 1
            for record in reader:
                if record:
                    yield line, record
                line = reader.line_num + 1
        except csv.Error as error:
            raise StatementsError(
                f"{path}, line {line}: is not CSV ({error}); check its quotation marks"
            ) from error
        except UnicodeDecodeError as error:
            raise StatementsError(
                f"{path}, line {_undecoded(path)}: is not UTF-8; save the table as UTF-8"
            ) from error


def _undecoded(path: Path) -> int:
    """Find the first line that is not UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 1


def _frame(path: Path, delimiter: str, names: list[str]) -> pd.DataFrame:
    """Read all cells as text.

    With the csv module: pandas takes a line that has too few or too many cells for a
    whole one, which would shift or lose what somebody coded.
    """
    columns: list[list[str]] = [[] for _ in names]
    # The same names come again and again: one string each is enough.
    known: dict[str, str] = {}
    width = len(names)
    for line, record in _records(path, delimiter):
        if len(record) != width:
            told = (
                f"has fewer than {width} cells; complete the line"
                if len(record) < width
                else f"has {len(record)} cells for {width} columns; put a cell that contains"
                f" {delimiter!r} into quotation marks"
            )
            raise StatementsError(f"{path}, line {line}: {told}")
        for column, cell in zip(columns, record, strict=True):
            column.append(known.setdefault(cell, cell))
    return pd.DataFrame(dict(zip(names, columns, strict=True)), dtype="str")


def _line(path: Path, delimiter: str, row: int) -> int:
    return next(line for at, (line, _) in enumerate(_records(path, delimiter)) if at == row)


_Told = Callable[[int, str], StatementsError]


def _dates(column: "pd.Series[Any]", told: _Told) -> "pd.Series[Any]":
    codes, texts = pd.factorize(column)
    days: list[datetime | None] = []
    for code, text in enumerate(texts):
        try:
            # A wall clock is what the day is read from, wherever it hangs.
            day = (
                datetime.fromisoformat(text.strip()).replace(tzinfo=None) if text.strip() else None
            )
        except ValueError:
            raise told(
                int((codes == code).argmax()), f"{text!r} is not a date; write it as 2005-01-26"
            ) from None
        days.append(day and day.replace(tzinfo=None))
    known = np.array(days, dtype="datetime64[us]")
    return pd.Series(known[codes], index=column.index)


def _agreements(column: "pd.Series[Any]", told: _Told) -> tuple["pd.Series[Any]", Scale]:
    codes, texts = pd.factorize(column)
    words = [text.strip().lower() for text in texts]
    graded = any(word in STANCE_VALUES for word in words)
    values = np.empty(len(words))
    for code, word in enumerate(words):
        value = _agreement(word, graded)
        if isinstance(value, str):
            raise told(int((codes == code).argmax()), f"agreement {texts[code]!r} {value}")
        values[code] = value
    if graded:
        scale = GRADED
    elif any(word in _YES_NO for word in words):
        scale = BINARY
    else:
        scale = scale_of(values)
    known = [value for value, _ in scale.codes]
    for code, value in enumerate(values):
        if value == value and value not in known:
            raise told(
                int((codes == code).argmax()),
                f"agreement {texts[code]!r} does not go with the others;"
                " write all as 1 and 0, as stances, or as numbers",
            )
    return pd.Series(values[codes], index=column.index), scale


def _agreement(word: str, graded: bool) -> float | str:
    """Read one agreement, or say what is wrong with it."""
    if not word:
        return float("nan")
    if word in STANCE_VALUES:
        return STANCE_VALUES[word]  # type: ignore[index] # it is one of the keys
    if word in _YES_NO:
        yes = _YES_NO[word]
        return (1.0 if yes else -1.0) if graded else yes
    try:
        number = float(word)
    except ValueError:
        number = float("nan")
    if not np.isfinite(number):
        return (
            "is neither 1 or 0, true or false, yes or no, nor support, conditional,"
            " ambivalent or oppose, nor a number"
        )
    if graded and number == 0:
        return "could be oppose or ambivalent among stances; write the word"
    return number


def _whole(column: "pd.Series[Any]", name: str, told: _Told) -> "pd.Series[Any]":
    numbers = pd.to_numeric(column.str.strip().replace("", None), errors="coerce")
    wrong = ((column.str.strip() != "") & ~(numbers % 1 == 0)).to_numpy()
    if wrong.any():
        row = int(wrong.argmax())
        raise told(row, f"{name} {column.iloc[row]!r} is not a whole number; correct or empty it")
    return numbers.astype("Int64")


# --- writing --------------------------------------------------------------------------------


def write_table(path: Path, statements: Statements) -> None:
    """Write statements as CSV, with all columns of the table.

    Stances are written in words on the graded scale, 1 and 0 on the binary one,
    and as numbers on any other; a missing date or agreement is an empty cell.
    Reading the file gives the same rows, numbered anew.

    Raises:
        OutputError: the file cannot be written.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "Ada", "truce", "support", "Yes.", 0, 4, date=date(2025, 5, 2))
    >>> file = Path(mkdtemp()) / "coded.csv"
    >>> write_table(file, from_positions([yes]))
    >>> read_table(file).rows["agreement"].tolist()
    [1.0]
    """
    rows = statements.rows.copy()
    rows["date"] = _days(rows["date"])
    words = {value: _word(value, statements.scale) for value in rows["agreement"].unique()}
    rows["agreement"] = rows["agreement"].map(words).astype("str")
    write_delimited(path, cells(rows))


def cells(rows: pd.DataFrame) -> Iterator[list[str]]:
    """Give a frame's header and rows as text, nothing for what is missing.

    >>> list(cells(pd.DataFrame({"person": ["Ada", None], "n": [1, 2]})))
    [['person', 'n'], ['Ada', '1'], ['', '2']]
    """
    yield [str(name) for name in rows]
    columns = [rows[name].astype("str").fillna("").tolist() for name in rows]
    yield from (list(row) for row in zip(*columns, strict=True))


def _days(column: "pd.Series[Any]") -> list[str]:
    """Write days, with their time where they have one, and nothing for what is missing."""
    texts = np.datetime_as_string(column.to_numpy().astype("datetime64[s]"), unit="s")
    told = {"NaT": ""}
    return [told.get(text, text.removesuffix("T00:00:00").replace("T", " ")) for text in texts]


def _word(value: float, scale: Scale) -> str:
    if value != value:
        return ""
    # A binary table has few ways to be read again; a stance has its word.
    return (None if scale.binary else stance_of(value, scale)) or number(value)
