r"""Delimited text (CSV) that every reader splits in the same places.

>>> import io
>>> out = io.StringIO()
>>> write_rows(out, [["who", "said"], ["Ada", "a;b"], ["Bo\r", "c"]], delimiter=";")
>>> out.getvalue()
'who;said\nAda;"a;b"\n"Bo\r";"c"\n'
"""

import csv
from collections.abc import Iterable
from typing import IO

__all__ = ["number", "write_rows"]


def write_rows(file: IO[str], rows: Iterable[Iterable[str]], *, delimiter: str = ",") -> None:
    """Write rows of cells, each ended by a line feed."""
    plain = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    quoted = csv.writer(file, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = list(row)
        # The csv module leaves a lone carriage return bare, and readers end the row at it.
        (quoted if "\r" in "".join(cells) else plain).writerow(cells)


def number(value: float) -> str:
    """Write a number in full precision, and a whole one without a point.

    >>> number(2.0), number(-0.0), number(0.1), number(1 / 3)
    ('2', '0', '0.1', '0.3333333333333333')
    """
    return str(int(value)) if value == int(value) else repr(float(value))
