"""The flat table of statements: its scale, what is selected, in which order."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.model import Position
from stancegraph.statements import (
    BINARY,
    COLUMNS,
    DUPLICATES,
    GRADED,
    Duplicates,
    Statements,
    from_positions,
    prepare,
    scale_of,
    stance_of,
)

Row = tuple[str, str | None, str, str, str, float | None]


def table(*rows: Row) -> Statements:
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame["date"] = pd.to_datetime(frame["date"])
    return Statements(frame.astype({"agreement": "float64"}))


def left(statements: Statements) -> list[int]:
    return [int(name) for name in statements.rows.index]


def said(document: str, day: str | None, who: str = "a", agreement: float = 1.0) -> Row:
    return (document, day, "p", who, "x", agreement)


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ([], BINARY),
        ([0], BINARY),
        ([1.0, 0.0], BINARY),
        ([1, -1], GRADED),
        ([1, 0.5, 0, -1], GRADED),
        ([float("nan"), 1, 0], BINARY),
    ],
)
def test_the_scale_is_known_by_its_values(values: list[float], scale: object) -> None:
    assert scale_of(values) == scale


def test_other_numbers_are_a_scale_of_their_own_coded_from_the_top() -> None:
    scale = scale_of([3, 1, 5, 3])
    assert (scale.low, scale.high, scale.codes) == (1, 5, ((5, 1), (3, 2), (1, 4)))
    assert stance_of(3, scale) is None


def test_both_ends_of_the_range_are_in_it() -> None:
    rows = table(*(said("1", f"2025-01-0{day}") for day in (1, 2, 3, 4)))
    assert left(prepare(rows, start=date(2025, 1, 2), end=date(2025, 1, 3))) == [1, 2]


def test_the_last_day_is_in_the_range_to_its_last_second() -> None:
    rows = table(said("1", "2025-01-02 23:59:59"), said("1", "2025-01-03 00:00:00"))
    assert left(prepare(rows, end=date(2025, 1, 2))) == [0]


def test_undated_statements_are_last_and_outside_of_every_range() -> None:
    rows = table(said("1", None), said("2", "2025-01-02"))
    assert left(prepare(rows)) == [1, 0]
    assert left(prepare(rows, start=date(1, 1, 1))) == [1]


def test_sorted_by_date_then_document_then_place() -> None:
    rows = table(
        said("10", "2025-01-02"),
        said("9", "2025-01-02", "a"),
        said("9", "2025-01-02", "b"),
        said("11", "2025-01-01"),
    )
    # Numbered documents go by their number, not by its first digit.
    assert left(prepare(rows)) == [3, 1, 2, 0]
    placed = Statements(rows.rows.assign(start=[0, 7, 3, 0]))
    assert left(prepare(placed)) == [3, 2, 1, 0]


def test_named_documents_go_by_name() -> None:
    rows = table(said("b", "2025-01-02"), said("a10", "2025-01-02"), said("a9", "2025-01-02"))
    assert left(prepare(rows)) == [1, 2, 0]


def test_statements_without_actor_issue_or_stance_are_dropped() -> None:
    rows = table(
        ("1", "2025-01-01", "", "a", "x", 1.0),
        ("1", "2025-01-01", "p", "", "x", 1.0),
        ("1", "2025-01-01", "p", "a", "", 1.0),
        ("1", "2025-01-01", "p", "a", "x", None),
    )
    assert left(prepare(rows)) == [0]
    assert left(prepare(rows, nodes="issue")) == [0]
    # Nodes that are persons need a person, and no organization.
    assert left(prepare(rows, nodes="holder")) == [1]


def test_filters_take_any_column() -> None:
    rows = table(
        said("1", "2025-01-01", "a"),
        said("2", "2025-01-02", "b", 0.0),
        said("3", "2025-01-03", "c"),
    )
    assert left(prepare(rows, exclude={"organization": ["a", "b"]})) == [2]
    assert left(prepare(rows, keep={"document": ["1", "3"], "organization": ["c"]})) == [2]
    assert left(prepare(rows, keep={"agreement": [0]})) == [1]
    assert left(prepare(rows, exclude={"date": [date(2025, 1, 1)]})) == [1, 2]
    with pytest.raises(KeyError, match="colour"):
        prepare(rows, keep={"colour": ["red"]})


# A Sunday, the Monday after it, and the same week's Wednesday in the new year.
NEW_YEAR = ("2024-12-29", "2024-12-30", "2025-01-01")


@pytest.mark.parametrize(
    ("duplicates", "kept"),
    [
        ("include", [0, 1, 2, 3, 4, 5]),
        ("document", [0, 1, 3, 4]),
        ("week", [0, 1, 4]),
        ("month", [0, 3, 4]),
        ("year", [0, 3, 4]),
        ("acrossrange", [0, 4]),
    ],
)
def test_duplicates_within(duplicates: Duplicates, kept: list[int]) -> None:
    sunday, monday, wednesday = NEW_YEAR
    rows = table(
        said("1", sunday),
        said("2", monday),
        said("2", monday),
        said("3", wednesday),
        said("3", wednesday, agreement=0.0),
        said("3", wednesday),
    )
    assert left(prepare(rows, duplicates=duplicates)) == kept


def test_the_same_week_and_month_of_two_years_are_two() -> None:
    rows = table(said("1", "2024-01-10"), said("2", "2025-01-08"))
    ways: tuple[Duplicates, ...] = ("week", "month")
    for duplicates in ways:
        assert left(prepare(rows, duplicates=duplicates)) == [0, 1]


def test_a_week_that_spans_new_year_is_one() -> None:
    rows = table(said("1", "2024-12-30"), said("2", "2025-01-05"))
    assert left(prepare(rows, duplicates="week")) == [0]
    assert left(prepare(rows, duplicates="year")) == [0, 1]


def test_undated_repetitions_are_in_no_dated_period() -> None:
    rows = table(said("1", None), said("2", "2025-01-01"), said("3", None))
    ways: tuple[Duplicates, ...] = ("week", "month", "year")
    for duplicates in ways:
        assert left(prepare(rows, duplicates=duplicates)) == [1, 0]


def test_repetitions_are_told_by_the_node_that_counts() -> None:
    rows = table(("1", "2025-01-01", "p", "a", "x", 1.0), ("1", "2025-01-01", "q", "a", "x", 1.0))
    assert left(prepare(rows, duplicates="document")) == [0]
    assert left(prepare(rows, nodes="holder", duplicates="document")) == [0, 1]


def test_a_filtered_statement_repeats_nothing() -> None:
    rows = table(said("1", "2025-01-01"), said("1", "2025-01-02"))
    assert left(prepare(rows, duplicates="document", start=date(2025, 1, 2))) == [1]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2"]),
            st.one_of(st.none(), st.dates(date(2024, 12, 1), date(2025, 2, 1))),
            st.sampled_from(["a", "b", ""]),
            st.sampled_from([0.0, 1.0, None]),
        )
    )
)
def test_wider_periods_leave_fewer(rows: list[tuple[str, date | None, str, float | None]]) -> None:
    made = table(
        *(
            (doc, None if day is None else day.isoformat(), "p", who, "x", value)
            for doc, day, who, value in rows
        )
    )
    kept = {way: set(left(prepare(made, duplicates=way))) for way in DUPLICATES}
    assert kept["acrossrange"] <= kept["year"] <= kept["month"] <= kept["include"]
    assert kept["week"] <= kept["include"] and kept["document"] <= kept["include"]
    for names in kept.values():
        assert names <= set(left(made))


def position(**changes: object) -> Position:
    fields: dict[str, object] = {
        "article": "a",
        "actor": "east",
        "holder": "Ada",
        "issue": "truce",
        "stance": "support",
        "quote": "Yes.",
        "start": 3,
        "end": 7,
        **changes,
    }
    return Position(**fields)  # type: ignore[arg-type]


def test_positions_become_rows_on_the_graded_scale() -> None:
    made = from_positions(
        [position(date=date(2025, 1, 2)), position(stance="conditional", holder_id="ada-id")]
    )
    assert made.scale == GRADED
    assert list(made.rows.columns[:6]) == list(COLUMNS)
    assert made.rows["agreement"].tolist() == [1.0, 0.5]
    assert made.rows["person"].tolist() == ["Ada", "ada-id"]
    assert made.rows["start"].tolist() == [3, 3]
    assert pd.isna(made.rows["date"].iloc[1])


def test_what_is_no_statement_of_the_actor_is_left_out() -> None:
    given_ = [
        position(attribution="ascribed"),
        position(time="past"),
        position(actor="author"),
        position(actor="other"),
        position(),
    ]
    assert left(from_positions(given_)) == [4]
    assert left(from_positions(given_, ascribed=True, past=True)) == [0, 1, 4]
    assert left(from_positions(given_, without=())) == [2, 3, 4]


def repeats(
    one: Mapping[Hashable, Any],
    other: Mapping[Hashable, Any],
    within: Duplicates,
    *,
    stance_matters: bool,
) -> bool:
    """Tell whether a statement repeats another, as the definition has it."""
    same = one["organization"] == other["organization"] and one["concept"] == other["concept"]
    if stance_matters:
        same = same and one["agreement"] == other["agreement"]
    days = one["date"], other["date"]
    return bool(
        same
        and {
            "include": False,
            "document": one["document"] == other["document"],
            "week": days[0].isocalendar()[:2] == days[1].isocalendar()[:2],
            "month": (days[0].year, days[0].month) == (days[1].year, days[1].month),
            "year": days[0].year == days[1].year,
            "acrossrange": True,
        }[within]
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2", "10"]),
            st.dates(date(2024, 12, 20), date(2025, 2, 10)).map(date.isoformat),
            st.sampled_from(["a", "b"]),
            st.sampled_from(["x", "y"]),
            st.sampled_from([0.0, 1.0]),
        ),
        max_size=12,
    ),
    st.sampled_from(DUPLICATES),
    st.booleans(),
)
def test_the_first_of_repetitions_is_kept(
    rows: list[tuple[str, str, str, str, float]], within: Duplicates, stance_matters: bool
) -> None:
    made = table(*((doc, day, "p", who, what, value) for doc, day, who, what, value in rows))
    ordered = sorted(range(len(rows)), key=lambda at: (rows[at][1], int(rows[at][0]), at))
    records = made.rows.to_dict("records")
    kept: list[int] = []
    for at in ordered:
        if not any(
            repeats(records[at], records[before], within, stance_matters=stance_matters)
            for before in kept
        ):
            kept.append(at)
    assert left(prepare(made, duplicates=within, stance_matters=stance_matters)) == kept
