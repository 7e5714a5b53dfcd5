"""Plots for notebooks and reports: matrix of positions, agreement, shifts, polarisation.

Each function draws plain records or frames into a matplotlib figure of its own
and returns it: show it as a notebook cell's last value (after ``%matplotlib
inline``), or ``figure.savefig("positions.svg")``. Colours are the page's; what a
colour says is said by a glyph, a word or a number too, so that a plot can be
read in greyscale. An empty place is left empty: absence is never neutral. Names
are drawn as they are: a dollar sign starts no formula.

Needs matplotlib, which comes with ``pip install 'stancegraph[plots]'``.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_rgba
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from stancegraph.agreement import PairAgreement, divergences
from stancegraph.case import Case
from stancegraph.standings import Rules, Standing, Word

__all__ = ["agreement_map", "polarisation_lines", "position_matrix", "shift_lines"]

#: From opposition over the middle to support, as on the page; told apart in every common
#: form of colour blindness (ColorBrewer's PuOr and RdBu, their ends).
_AGAINST, _LEANS_AGAINST, _BETWEEN, _LEANS_FOR, _FOR = (
    "#b35806", "#f6b26b", "#e6e6e6", "#92c5de", "#2166ac",
)  # fmt: skip
_COLOURS: Mapping[Word, str] = {
    "supports": _FOR,
    "conditional": _LEANS_FOR,
    "leans-for": _LEANS_FOR,
    "mixed": _BETWEEN,
    "undecided": _BETWEEN,
    "leans-against": _LEANS_AGAINST,
    "opposes": _AGAINST,
}
_WORDS: Mapping[Word, str] = {
    "supports": "▲▲ supports",
    "conditional": "△ conditional",
    "leans-for": "▲ leans for",
    "mixed": "◆ mixed",
    "undecided": "◇ undecided",
    "leans-against": "▼ leans against",
    "opposes": "▼▼ opposes",
}
_SCALE = LinearSegmentedColormap.from_list(
    "stance", [_AGAINST, _LEANS_AGAINST, _BETWEEN, _LEANS_FOR, _FOR]
)
#: A shape, a dash and a colour per actor, over and over.
_MARKERS = "sD^ovX"
_DASHES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 2)))
_LINES = ("#2166ac", "#b35806", "#1b7837", "#762a83", "#4d4d4d", "#8c510a")
_RULES = Rules()


def _ink(red: float, green: float, blue: float) -> str:
    # Relative luminance (WCAG 2.2); the mark at which black and white contrast alike.
    parts = zip((0.2126, 0.7152, 0.0722), (red, green, blue), strict=True)
    light = sum(
        share * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for share, c in parts
    )
    return "black" if light > 0.179 else "white"


def _box(
    axes: Axes,
    x: float,
    y: float,
    colour: str | tuple[float, float, float],
    text: str,
    *,
    faint: bool = False,
) -> None:
    """Draw a cell around (x, y) with its words; a dashed border says low evidence."""
    box = Rectangle(
        (x - 0.48, y - 0.46), 0.96, 0.92, facecolor=colour,
        edgecolor="black" if faint else "white", linestyle="--" if faint else "-", linewidth=0.8,
    )  # fmt: skip
    axes.add_patch(box)
    red, green, blue, _ = to_rgba(colour)
    ink = _ink(red, green, blue)
    axes.text(x, y, text, ha="center", va="center", fontsize=7, color=ink, parse_math=False)


def position_matrix(
    standings: Mapping[tuple[str, str], Standing],
    case: Case,
    *,
    actors: Sequence[str] | None = None,
    rules: Rules = _RULES,
) -> Figure:
    """Draw who stands where: issues in their groups as rows, actors as columns.

    A cell holds glyph, word and number of statements, and "contested", "stale"
    or "low evidence" (dashed border as well) where that holds. The last column
    has the verdict. `actors` are ids, the case's compared ones when None.

    >>> position_matrix({}, Case("c", "urn:c", "", "", ("east", "west"), {}, {}, {})).axes != []
    True
    """
    chosen = list(case.compared if actors is None else actors)
    rows = divergences(standings, case, actors=chosen, rules=rules)
    rows.sort(key=lambda d: case.group_ids.index(case.issues[d.issue].group))
    height = max(1, len(rows))
    figure = Figure(figsize=(3.2 + 1.45 * (len(chosen) + 1), 1.0 + 0.42 * height))
    figure.set_layout_engine("constrained")
    axes = figure.add_subplot()
    for y, row in enumerate(rows):
        for x, actor in enumerate(chosen):
            if (actor, row.issue) not in standings:
                continue
            held = standings[actor, row.issue]
            flags = [
                word
                for word, holds in (("contested", held.contested), ("stale", held.stale),
                                    ("low evidence", held.low_evidence))
                if holds
            ]  # fmt: skip
            lines = [f"{_WORDS[held.word]} ({held.n})", ", ".join(flags)]
            text = "\n".join(line for line in lines if line)
            _box(axes, x, y, _COLOURS[held.word], text, faint=held.low_evidence)
        spread = "one voice" if row.spread is None else f"{row.verdict} ({row.spread:.2g})"
        axes.text(len(chosen), y, spread, ha="center", va="center", fontsize=7)
        if y and case.issues[row.issue].group != case.issues[rows[y - 1].issue].group:
            axes.axhline(y - 0.5, color="black", linewidth=0.8)
    names = [*(case.label_of(a) for a in chosen), "spread"]
    axes.set_xticks(range(len(names)), names, fontsize=8, parse_math=False)
    labels = [case.issues[d.issue].label for d in rows]
    axes.set_yticks(range(len(rows)), labels, fontsize=8, parse_math=False)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.5, len(chosen) + 0.5)
    axes.set_ylim(height - 0.5, -0.5)
    _bare(axes)
    return figure


def _bare(axes: Axes) -> None:
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def agreement_map(pairs: Sequence[PairAgreement], case: Case) -> Figure:
    """Draw pairs' agreement as a heat map: value, interval and number of shared issues.

    Pairs without a shared issue stay empty. Of pairs by group or issue, give
    those of one scope.

    Raises ValueError if a pair comes twice.

    >>> agreement_map([], Case("c", "urn:c", "", "", (), {}, {}, {})).axes != []
    True
    """
    actors = list(dict.fromkeys(a for p in pairs for a in (p.one, p.other)))
    if len({frozenset((p.one, p.other)) for p in pairs}) < len(pairs):
        raise ValueError("a pair comes twice; give the pairs of one group or issue at a time")
    size = max(2, len(actors))
    figure = Figure(figsize=(1.6 + 1.25 * size, 1.0 + 0.85 * size))
    figure.set_layout_engine("constrained")
    axes = figure.add_subplot()
    for pair in pairs:
        if pair.value is None:
            continue
        lines = [f"{pair.value:.0%}"]
        if pair.low is not None and pair.high is not None:
            lines.append(f"{pair.low:.0%} to {pair.high:.0%}")
        lines.append("1 issue" if len(pair.issues) == 1 else f"{len(pair.issues)} issues")
        one, other = actors.index(pair.one), actors.index(pair.other)
        red, green, blue, _ = _SCALE(pair.value)
        for x, y in ((one, other), (other, one)):
            _box(axes, x, y, (red, green, blue), "\n".join(lines))
    names = [case.label_of(a) for a in actors]
    axes.set_xticks(range(len(names)), names, fontsize=8, parse_math=False)
    axes.set_yticks(range(len(names)), names, fontsize=8, parse_math=False)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.5, size - 0.5)
    axes.set_ylim(size - 0.5, -0.5)
    _bare(axes)
    return figure


def shift_lines(
    frame: pd.DataFrame,
    case: Case,
    *,
    issues: Sequence[str] | None = None,
    actors: Sequence[str] | None = None,
    columns: int = 2,
) -> Figure:
    """Draw positions over time: a small multiple per issue, a stepped line per actor.

    `frame` is a `stancegraph.agreement.positions_frame` of several dates. A
    line stops where a position is stale, and starts where it is first heard of.
    `issues` are ids, those of the frame in the case's order when None, and
    `actors` the case's compared ones.

    Raises ValueError if nothing is to be drawn.

    >>> from stancegraph.case import Actor, Issue
    >>> from stancegraph.model import Position
    >>> actors = {a: Actor(a, a, "bloc", a, a) for a in ("east", "west")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east", "west"), actors, issues, {})
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4),
    ...         Position("a", "west", "West", "truce", "oppose", "No.", 5, 8)]
    >>> from datetime import date
    >>> from stancegraph.agreement import positions_frame
    >>> frame = positions_frame(said, case, dates=[date(2025, 5, 1), date(2025, 6, 1)])
    >>> shift_lines(frame, case).axes != []
    True
    """
    chosen = list(case.compared if actors is None else actors)
    present = set(frame["issue"])
    wanted = [i for i in case.issues if i in present] if issues is None else list(issues)
    if not wanted:
        raise ValueError("no issue to draw; give a frame with positions, or other issues")
    rows = -(-len(wanted) // columns)
    figure = Figure(figsize=(4.6 * min(columns, len(wanted)) + 0.8, 2.2 * rows + 0.5))
    figure.set_layout_engine("constrained")
    grid = figure.subplots(rows, min(columns, len(wanted)), sharex=True, sharey=True, squeeze=False)
    days = sorted(set(frame["date"]))
    for axes, issue in zip(grid.flat, wanted, strict=False):
        for number, actor in enumerate(chosen):
            held = frame[(frame["issue"] == issue) & (frame["actor"] == actor) & ~frame["stale"]]
            values = held.set_index("date")["value"].reindex(days)
            if values.notna().any():
                _step(axes, values, number, case.label_of(actor))
        _stance_axis(axes)
        axes.set_title(case.issues[issue].label, fontsize=9, loc="left", parse_math=False)
        locator = AutoDateLocator(maxticks=5)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
        axes.tick_params(labelsize=7)
    for axes in list(grid.flat)[len(wanted) :]:
        axes.set_visible(False)
    labels = {
        label: handle
        for axes in grid.flat
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True)
    }
    legend = figure.legend(
        labels.values(), labels.keys(), loc="outside upper center", ncols=6, fontsize=8,
        frameon=False,
    )  # fmt: skip
    for text in legend.get_texts():
        text.set_parse_math(False)
    return figure


def _step(axes: Axes, values: "pd.Series[float]", number: int, label: str) -> None:
    style = number % len(_MARKERS)
    axes.plot(
        date2num(list(values.index)),
        # Lines that lie on each other are drawn a hair apart, so that all are seen.
        values.to_numpy() + 0.02 * (number - 1.5),
        drawstyle="steps-post",
        linestyle=_DASHES[style],
        marker=_MARKERS[style],
        markersize=4,
        color=_LINES[style],
        label=label,
    )


def _stance_axis(axes: Axes) -> None:
    axes.set_ylim(-1.15, 1.15)
    axes.set_yticks([-1, 0, 1], ["▼▼ opposes", "◆ between", "▲▲ supports"])
    axes.axhline(0, color="#999999", linewidth=0.6)
    for name in ("top", "right"):
        axes.spines[name].set_visible(False)


def polarisation_lines(
    windows: pd.DataFrame, *, events: Mapping[date, str] | None = None
) -> Figure:
    """Draw how polarised the actors are over time, and the statements that it rests on.

    `windows` is what `stancegraph.networks.polarisation.over_time` gives, or any
    frame with its columns `last` (day), `value` and `n`; a window's value stands
    at its last day, missing values are gaps. `events` are days to be marked, with
    a word or two.

    >>> days = pd.date_range("2025-01-31", periods=3, freq="30D")
    >>> quiet = pd.DataFrame({"last": days, "value": [0.2, None, 0.4], "n": [9, 1, 8]})
    >>> len(polarisation_lines(quiet).axes)
    2
    """
    figure = Figure(figsize=(7.2, 3.6))
    figure.set_layout_engine("constrained")
    axes, below = figure.subplots(2, 1, sharex=True, height_ratios=[3, 1])
    places = np.array(date2num(list(pd.to_datetime(windows["last"]))))
    marker = "o" if len(places) <= 60 else ""  # more of them would hide the line
    axes.plot(
        places, windows["value"].to_numpy(dtype=float), color=_LINES[0], marker=marker, markersize=4
    )
    axes.set_ylabel("polarisation", fontsize=8)
    width = float(np.diff(places).min()) if len(places) > 1 else 1.0
    below.bar(places, windows["n"].to_numpy(dtype=float), color="#999999", width=width)
    below.set_ylabel("statements", fontsize=8)
    for day, word in (events or {}).items():
        place = float(date2num(day))
        axes.axvline(place, color="#999999", linewidth=0.8, linestyle=":")
        axes.annotate(
            word, (place, 1), xycoords=("data", "axes fraction"), fontsize=7, rotation=90,
            va="top", ha="right", parse_math=False,
        )  # fmt: skip
    locator = AutoDateLocator(maxticks=8)
    below.xaxis.set_major_locator(locator)
    below.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    for each in figure.axes:
        each.tick_params(labelsize=8)
        for name in ("top", "right"):
            each.spines[name].set_visible(False)
    return figure
