"""Plots, drawn without a screen."""

import io
from datetime import date, timedelta

import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from stancegraph.agreement import agreements, positions_frame
from stancegraph.case import Actor, Case, Issue
from stancegraph.model import Position, Stance
from stancegraph.plots import agreement_map, polarisation_lines, position_matrix, shift_lines
from stancegraph.standings import Rules, summarise

DAY = date(2031, 3, 1)
ACTORS, ISSUES = ("north", "south", "coast"), ("truce", "ferry", "mines")


def case() -> Case:
    actors = {n: Actor(n, f"urn:a:{n}", "bloc", f"{n.title()} $^$", n) for n in ACTORS}
    issues = {
        n: Issue(n, f"urn:i:{n}", f"The {n} <b>$x_{{$", f"Do {n}", "g", "", "", "") for n in ISSUES
    }
    return Case("isles", "urn:c", "Isles", "1", ACTORS, actors, issues, {"g": "G"})


def said(actor: str, issue: str, stance: Stance, days: int = 0, holder: str = "") -> Position:
    return Position(
        "a", actor, holder or actor, issue, stance, "q", 0, 1, attribution="self",
        date=DAY + timedelta(days=days),
    )  # fmt: skip


POSITIONS = [
    *[said("north", "truce", "support", d) for d in (0, 10)],
    *[said("south", "truce", "oppose", d) for d in (0, 300)],
    said("north", "ferry", "conditional"),
    *[said("south", "ferry", "support", 300, holder) for holder in ("A", "B", "C")],
    said("south", "ferry", "oppose", 300, "D"),
]


def words(figure: Figure) -> list[str]:
    """Draw the figure and give all its texts."""
    figure.savefig(io.BytesIO(), format="png", dpi=40)
    return [t.get_text() for t in figure.findobj(Text) if t.get_text()]


def test_the_matrix_says_in_words_what_its_colours_say() -> None:
    figure = position_matrix(summarise(POSITIONS, case()), case())
    found = words(figure)
    assert "▲▲ supports (2)\nstale" in found
    assert "▼▼ opposes (2)" in found
    assert "△ conditional (1)\nstale, low evidence" in found
    assert "▲ leans for (4)\ncontested" in found
    assert {"split (2)", "aligned (0)"} <= set(found)
    assert not any("mines" in text for text in found)  # nobody spoke on it
    boxes = figure.axes[0].patches
    assert len(boxes) == 4  # nothing is drawn where nothing was said
    assert {box.get_linestyle() for box in boxes} == {"-", "--"}


def test_the_heat_map_gives_value_interval_and_issues_both_ways() -> None:
    pairs = agreements(summarise(POSITIONS, case()), case())
    found = words(agreement_map(pairs, case()))
    (cell,) = {text for text in found if "%" in text}
    assert found.count(cell) == 2
    value, interval, issues = cell.split("\n")
    assert (value, issues) == ("50%", "2 issues")
    assert " to " in interval
    plain = agreements(summarise(POSITIONS, case()), case(), rules=Rules(draws=0))
    assert "50%\n2 issues" in words(agreement_map(plain, case()))


def test_a_heat_map_is_of_one_scope() -> None:
    pairs = agreements(summarise(POSITIONS, case()), case(), by="issue")
    with pytest.raises(ValueError, match="one group or issue at a time"):
        agreement_map(pairs, case())


def test_lines_stop_where_a_position_is_stale() -> None:
    dates = [DAY + timedelta(days=d) for d in (0, 100, 200, 300)]
    figure = shift_lines(positions_frame(POSITIONS, case(), dates=dates), case())
    assert {"North $^$", "South $^$", "▲▲ supports", "▼▼ opposes"} <= set(words(figure))
    assert "Coast $^$" not in words(figure)
    truce = next(axes for axes in figure.axes if "truce" in axes.get_title(loc="left"))
    north = next(line for line in truce.lines if line.get_label() == "North $^$")
    drawn = pd.Series(north.get_ydata()).notna().tolist()
    assert drawn == [True, True, False, False]
    styles = {line.get_label(): (line.get_marker(), line.get_linestyle()) for line in truce.lines}
    assert styles["North $^$"] != styles["South $^$"]


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(ValueError, match="no issue to draw"):
        shift_lines(positions_frame([], case()), case())


def test_polarisation_with_gaps_and_events() -> None:
    days = [DAY + timedelta(days=d) for d in range(0, 90, 30)]
    windows = pd.DataFrame({"last": days, "value": [0.1, None, 0.4], "n": [5, 0, 7]})
    figure = polarisation_lines(windows, events={days[1]: "The $_$ storm"})
    assert {"polarisation", "statements", "The $_$ storm"} <= set(words(figure))
    line = next(line for line in figure.axes[0].lines if line.get_marker() == "o")
    assert pd.Series(line.get_ydata()).isna().tolist() == [False, True, False]


@pytest.mark.parametrize("format", ["svg", "pdf"])
def test_labels_from_anywhere_are_drawn_as_they_are(format: str) -> None:
    out = io.BytesIO()
    position_matrix(summarise(POSITIONS, case()), case()).savefig(out, format=format)
    assert out.getvalue()
