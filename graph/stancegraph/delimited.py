r"""Delimited text (CSV) that every reader splits in the same places.

>>> import io
>>> out = io.StringIO()
>>> write_rows(out, [["who", "said"], ["Ada", "a;b"], ["Bo\r", "c"]], delimiter=";")
>>> out.getvalue()
'who;said\nAda;"a;b"\n"Bo\r";"c"\n'
"""

import csv
import os
from collections.abc import Iterable
from typing import IO
from unicodedata import category

from stancegraph.outputs import written

__all__ = ["for_spreadsheets", "number", "write_delimited", "write_rows"]


def write_rows(file: IO[str], rows: Iterable[Iterable[str]], *, delimiter: str = ",") -> None:
    """Write rows of cells, each ended by a line feed."""
    plain = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    quoted = csv.writer(file, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = list(row)
        # The csv module leaves a lone carriage return bare, and readers end the row at it.
        (quoted if "\r" in "".join(cells) else plain).writerow(cells)


def write_delimited(
    path: str | os.PathLike[str], rows: Iterable[Iterable[str]], *, delimiter: str = ","
) -> None:
    r"""Write rows of cells to a file, whole or not at all.

    Raises:
        OutputError: the file cannot be written.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "note.csv"
    >>> write_delimited(file, [["who", "said"], ["Ada", "yes"]])
    >>> file.read_text()
    'who,said\nAda,yes\n'
    """
    with written(path) as aside, aside.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, rows, delimiter=delimiter)


#: What a formula begins with; spreadsheets in East Asia take wide signs.
_FORMULA = frozenset("=+-@＝＋－＠")


def for_spreadsheets(cell: str) -> str:
    """Return a cell so that no spreadsheet runs it: what begins like a formula gets an apostrophe.

    Numbers stay numbers. The page's own CSV does the same (``exports.js``).

    >>> [for_spreadsheets(cell) for cell in ("=1+1", "-0.5", "- no", "fine")]
    ["'=1+1", '-0.5', "'- no", 'fine']
    """
    try:
        float(cell)
    except ValueError:
        # Behind white space and what cannot be seen, a formula is still one.
        seen = (sign for sign in cell if not sign.isspace() and category(sign) != "Cf")
        runs = next(seen, "") in _FORMULA or cell.startswith(("\t", "\r"))
        return f"'{cell}" if runs else cell
    return cell


def number(value: float) -> str:
    """Write a number in full precision, and a whole one without a point.

    >>> number(2.0), number(-0.0), number(0.1), number(1 / 3)
    ('2', '0', '0.1', '0.3333333333333333')
    """
    return str(int(value)) if value == int(value) else repr(float(value))
