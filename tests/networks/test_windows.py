"""Windows and kernels."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancegraph.networks.matrices import network
from stancegraph.networks.windows import KERNELS, Kernel, Unit, move, shift, smooth
from stancegraph.statements import Statements, prepare

from .tables import coded, either, table

ONE: dict[str, Any] = {"mode": "one", "aggregation": "congruence", "normalization": "average"}


def places(unit: Unit, width: int, **options: Any) -> list[tuple[str, str, int]]:
    return [
        (window.first.isoformat()[5:], window.last.isoformat()[5:], window.n)
        for window in move(prepare(coded()), unit, width, **options)
    ]


def test_windows_lie_inside_the_range_and_move_by_one_unit() -> None:
    # 22 days, from 26 January to 16 February.
    days = places("days", 20)
    assert days == [("01-26", "02-14", 24), ("01-27", "02-15", 20), ("01-28", "02-16", 36)]
    assert places("weeks", 2) == [("01-26", "02-08", 20), ("02-02", "02-15", 20)]
    assert places("months", 1) == []


def test_a_range_given_is_the_one_that_counts() -> None:
    assert places("months", 1, start=date(2005, 1, 31), end=date(2005, 3, 31)) == [
        ("01-31", "02-27", 36),
        ("02-28", "03-30", 0),
    ]


def test_windows_of_events_cover_as_many_statements() -> None:
    assert places("events", 39) == [("01-26", "02-16", 39), ("01-26", "02-16", 39)]
    assert places("events", 41) == []


def test_undated_statements_are_in_no_window() -> None:
    rows = coded().rows.copy()
    rows.loc[:3, "date"] = None
    assert [w.n for w in move(prepare(Statements(rows)), "days", 15)] == [36]


@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years"])
def test_a_window_longer_than_the_calendar_is_in_no_range(unit: Unit) -> None:
    assert places(unit, 10**7) == []


def test_nothing_has_no_windows() -> None:
    assert list(move(prepare(table([])), "days", 1)) == []


def test_a_window_needs_room() -> None:
    with pytest.raises(ValueError, match="has no room"):
        next(move(prepare(coded()), "days", 0))


@settings(max_examples=25)
@given(either, st.integers(1, 30))
def test_a_window_is_the_network_of_its_days(statements: Statements, width: int) -> None:
    for window in move(prepare(statements), "days", width, **ONE):
        assert (window.last - window.first).days == width - 1
        same = network(statements, start=window.first, end=window.last, **ONE)
        assert window.network.rows == same.rows
        assert window.network.dense() == pytest.approx(same.dense())
        assert window.n == same.n


def test_isolates_keep_all_nodes_in_every_window() -> None:
    for window in move(prepare(coded()), "days", 5, isolates=True):
        assert len(window.network.rows) == 7
        assert len(window.network.columns) == 6


@pytest.mark.parametrize(
    ("day", "number", "unit", "later"),
    [
        ("2024-01-31", 1, "months", "2024-02-29"),
        ("2024-02-29", 1, "years", "2025-02-28"),
        ("2024-12-31", 2, "weeks", "2025-01-14"),
        ("2024-11-30", 3, "months", "2025-02-28"),
    ],
)
def test_shifting_by_the_calendar(day: str, number: int, unit: Unit, later: str) -> None:
    assert shift(date.fromisoformat(day), number, unit) == date.fromisoformat(later)


# --- kernels --------------------------------------------------------------------------------


@pytest.mark.parametrize("kernel", KERNELS)
def test_kernels_are_symmetric_and_highest_in_the_middle(kernel: Kernel) -> None:
    d = np.linspace(-1.5, 1.5, 31)
    weights = KERNELS[kernel](d)
    # DNA's triangular kernel is not: 1 - d has twice the weight on one side.
    assert weights == pytest.approx(weights[::-1])
    assert weights.argmax() in range(5, 16) and weights[15] == weights.max()
    inside = np.linspace(-6, 6, 120_001)
    assert KERNELS[kernel](inside).sum() * (inside[1] - inside[0]) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("kernel", "weights"),
    [
        ("uniform", [0.5, 0.5, 0.5]),
        ("triangular", [1 / 3, 1, 1 / 3]),
        ("epanechnikov", [0.75 * 5 / 9, 0.75, 0.75 * 5 / 9]),
        ("gaussian", [0.3194481, 0.3989423, 0.3194481]),
    ],
)
def test_weights_by_hand(kernel: Kernel, weights: list[float]) -> None:
    start = date(2025, 1, 1)
    said = [
        ("1", (start + timedelta(days=at)).isoformat(), "", "a", "xyz"[at], 1.0) for at in range(3)
    ]
    (window,) = smooth(prepare(table(said)), "days", 3, kernel)
    assert window.network.dense()[0].tolist() == pytest.approx(weights)
    assert window.n == 3


def test_pairs_weigh_the_geometric_mean() -> None:
    said = [
        ("1", "2025-01-01", "", "a", "x", 1.0),
        ("1", "2025-01-02", "", "b", "x", 1.0),
        ("1", "2025-01-03", "", "c", "y", 1.0),
    ]
    (window,) = smooth(
        prepare(table(said)), "days", 3, "triangular", mode="one", aggregation="congruence"
    )
    assert window.network.dense()[0, 1] == pytest.approx(np.sqrt(1 / 3))
    (window,) = smooth(prepare(table(said)), "days", 3, "triangular", **ONE)
    assert window.network.dense()[0, 1] == pytest.approx(np.sqrt(1 / 3) / ((1 / 3 + 1) / 2))


@settings(max_examples=25)
@given(either, st.integers(1, 20))
def test_a_uniform_kernel_is_the_window(statements: Statements, width: int) -> None:
    prepared = prepare(statements)

    def pairs() -> Any:
        plain = move(prepared, "days", width, isolates=True, **ONE)
        return zip(plain, smooth(prepared, "days", width, "uniform", **ONE), strict=True)

    for window, smoothed in pairs():
        assert (window.first, window.last, window.n) == (smoothed.first, smoothed.last, smoothed.n)
        assert smoothed.network.dense() == pytest.approx(window.network.dense())


@pytest.mark.parametrize(
    ("unit", "options"),
    [
        ("events", {}),
        ("days", {"aggregation": "combine"}),
        ("days", {**ONE, "normalization": "jaccard"}),
        ("days", {**ONE, "normalization": "dna-cosine"}),
    ],
)
def test_what_a_kernel_cannot_do_is_refused(unit: Unit, options: Any) -> None:
    with pytest.raises(ValueError, match="a kernel"):
        next(smooth(prepare(coded()), unit, 3, "uniform", **options))
