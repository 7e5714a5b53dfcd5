"""Networks over time: moving windows, and kernels that weigh what is near.

A window of w units (days, weeks, months, years) covers w of them, half open, and
moves on by one; it counts only if it lies inside the range, which runs from the
first day to the last, both included. A window of w events covers w consecutive
statements in the order of `stancegraph.statements.prepare`.

DNA makes its windows around a middle: an even width becomes the next odd one
there, and event windows draw lots among the statements of a day.

A kernel weighs each statement by its distance from the middle γ of the window,
d = 2 (γ - t) / w, so that d is -1 and 1 at the window's ends:

============  ==========================
uniform       0.5 for |d| ≤ 1, else 0
epanechnikov  0.75 (1 - d²) for |d| ≤ 1
triangular    1 - |d| for |d| ≤ 1
gaussian      exp(-d²/2) / √(2π), without end
============  ==========================

A two-mode network then adds up weights instead of ones; a one-mode network sums
over each pair of statements the geometric mean of their weights, as DNA does.
DNA 3.1.2 has |1 - d| for the triangular kernel, which weighs the past and the
future differently; that is a mistake and not repeated here. The totals of the
average normalisation are those of the weights: a uniform kernel gives the same
network as the window.
"""

import calendar
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias, get_args

import numpy as np

from stancegraph.networks.matrices import (
    Aggregation,
    Floats,
    Mode,
    Network,
    Normalization,
    check,
    project,
    tensor,
)
from stancegraph.statements import Nodes, Statements

__all__ = ["KERNELS", "UNITS", "Kernel", "Unit", "Window", "move", "smooth"]

Unit: TypeAlias = Literal["days", "weeks", "months", "years", "events"]
Kernel: TypeAlias = Literal["uniform", "epanechnikov", "triangular", "gaussian"]
UNITS: tuple[Unit, ...] = get_args(Unit)

#: A weight by the distance d from the middle, in half windows.
KERNELS: Mapping[Kernel, Callable[[Floats], Floats]] = {
    "uniform": lambda d: np.where(np.abs(d) <= 1, 0.5, 0.0),
    "epanechnikov": lambda d: np.where(np.abs(d) <= 1, 0.75 * (1 - d * d), 0.0),
    "triangular": lambda d: np.where(np.abs(d) <= 1, 1 - np.abs(d), 0.0),
    "gaussian": lambda d: np.exp(-d * d / 2) / math.sqrt(2 * math.pi),
}


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A network of a stretch of time: the first and last day it covers, and its statements."""

    first: date
    last: date
    n: int
    network: Network


def shift(day: date, number: int, unit: Unit) -> date:
    """Give the day a number of units later; the last of a month if it has no such day.

    >>> shift(date(2024, 1, 31), 1, "months")
    datetime.date(2024, 2, 29)
    """
    if unit in ("days", "weeks"):
        return day + timedelta(days=number * (7 if unit == "weeks" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def move(
    prepared: Statements,
    unit: Unit,
    width: int,
    *,
    mode: Mode = "two",
    nodes: Nodes = "actor",
    aggregation: Aggregation = "ignore",
    normalization: Normalization = "none",
    start: date | None = None,
    end: date | None = None,
    isolates: bool = False,
) -> Iterator[Window]:
    """Move a window over prepared statements and give the network of each place.

    Args:
        prepared: as `stancegraph.statements.prepare` gives them; undated statements
            are in no window.
        unit, width: what a window is measured in, and how many of these it covers.
        mode, nodes, aggregation, normalization: see `stancegraph.networks.network`.
        start, end: the range, both days included; those of the statements if None.
        isolates: give every network all nodes of the range, silent or not.

    Raises:
        ValueError: the width is not positive, or the network cannot be made so.

    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions, prepare
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4,
    ...                  date=date(2025, 1, day)) for day in (1, 2, 5)]
    >>> [(w.first.day, w.last.day, w.n) for w in move(prepare(from_positions(said)), "days", 3)]
    [(1, 3, 2), (2, 4, 1), (3, 5, 1)]
    """
    check(mode, aggregation, normalization)
    dated = _dated(prepared, width)
    days = dated.rows["date"].to_numpy().astype("datetime64[D]")
    rows, columns = _labels(dated, nodes) if isolates else (None, None)

    def made(first: date, last: date, low: int, high: int) -> Window:
        part = Statements(dated.rows.iloc[low:high], dated.scale)
        counted = tensor(part, nodes, rows=rows, columns=columns)
        found = project(counted, mode=mode, aggregation=aggregation, normalization=normalization)
        return Window(first, last, high - low, found)

    if unit == "events":
        for low in range(len(days) - width + 1):
            ends = days[low].item(), days[low + width - 1].item()
            yield made(*ends, low, low + width)
        return
    for first, last in _places(days, unit, width, start, end):
        low, high = np.searchsorted(days, (np.datetime64(first), np.datetime64(last) + 1))
        yield made(first, last, int(low), int(high))


def _dated(prepared: Statements, width: int) -> Statements:
    if width < 1:
        raise ValueError(f"a window of {width} has no room; give a width of 1 or more")
    return Statements(prepared.rows[prepared.rows["date"].notna()], prepared.scale)


def _labels(prepared: Statements, nodes: Nodes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    whole = tensor(prepared, nodes)
    return whole.rows, whole.columns


def _range(
    days: "np.ndarray[tuple[int], np.dtype[np.datetime64]]", start: date | None, end: date | None
) -> tuple[date, date] | None:
    if not len(days) and (start is None or end is None):
        return None
    return start or days[0].item(), end or days[-1].item()


def _places(
    days: "np.ndarray[tuple[int], np.dtype[np.datetime64]]",
    unit: Unit,
    width: int,
    start: date | None,
    end: date | None,
) -> Iterator[tuple[date, date]]:
    """Give the first and last day of each window in the range."""
    whole = _range(days, start, end)
    if whole is None:
        return
    step = 0
    while True:
        # From the range's first day each time: a month after a 31st is no month after a 28th.
        try:
            first = shift(whole[0], step, unit)
            last = shift(whole[0], step + width, unit) - timedelta(days=1)
        except (OverflowError, ValueError):  # beyond the last year that a date can have
            return
        if last > whole[1]:
            return
        yield first, last
        step += 1


def smooth(
    prepared: Statements,
    unit: Unit,
    width: int,
    kernel: Kernel,
    *,
    mode: Mode = "two",
    nodes: Nodes = "actor",
    aggregation: Aggregation = "ignore",
    normalization: Normalization = "none",
    start: date | None = None,
    end: date | None = None,
) -> Iterator[Window]:
    """Move a kernel over prepared statements and give the network of each place.

    Every network has all nodes of the range. The arguments are those of `move`; n
    counts the statements between the first day and the last, whatever their weight.

    Raises:
        ValueError: the unit is events; the aggregation is `combine`, or the
            normalisation counts statements one by one (jaccard, cosine, dna-cosine),
            which weights do not allow; or the width is not positive.

    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions, prepare
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4,
    ...                  date=date(2025, 1, day)) for day in (1, 2, 5)]
    >>> [round(float(window.network.dense()[0, 0]), 2)
    ...  for window in smooth(prepare(from_positions(said)), "days", 3, "triangular")]
    [1.33, 0.33, 0.33]
    """
    check(mode, aggregation, normalization)
    if unit == "events":
        raise ValueError(
            "a kernel weighs by time; measure its width in days, weeks, months or years"
        )
    if aggregation == "combine" or normalization not in (
        "none",
        "average",
        "activity",
        "prominence",
    ):
        raise ValueError(
            "a kernel's weights cannot be combined, nor normalised by jaccard or cosine;"
            " take another aggregation, and average, activity, prominence or none"
        )
    dated = _dated(prepared, width)
    days = dated.rows["date"].to_numpy().astype("datetime64[D]")
    rows, columns = _labels(dated, nodes)
    weigh = KERNELS[kernel]
    for first, last in _places(days, unit, width, start, end):
        low, high = np.searchsorted(days, (np.datetime64(first), np.datetime64(last) + 1))
        half = ((last - first).days + 1) / 2
        middle = (np.datetime64(first) - np.datetime64(0, "D")).astype(float) + half - 0.5
        near = slice(None) if kernel == "gaussian" else slice(int(low), int(high))
        distance = (middle - days[near].astype(np.int64)) / half
        weights = weigh(distance)
        part = Statements(dated.rows.iloc[near], dated.scale)
        counted = tensor(
            part, nodes, weights=weights, roots=mode == "one", rows=rows, columns=columns
        )
        found = project(counted, mode=mode, aggregation=aggregation, normalization=normalization)
        yield Window(first, last, int(high - low), found)
