"""Two-mode and one-mode networks: a peer's figures, hand counts, definitions, laws."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancegraph.exceptions import StatementsError
from stancegraph.networks.matrices import (
    AGGREGATIONS,
    MODES,
    NORMALIZATIONS,
    Aggregation,
    Mode,
    Network,
    Normalization,
    network,
    tensor,
)
from stancegraph.statements import BINARY, FIELDS, GRADED, Nodes, Statements, scale_of

from .tables import PEER, coded, either, graded, table

EXPECTED = sorted((PEER / "expected").glob("*.csv"))
#: What the peer calls the normalisations.
NAMES = {"no": "none", "cosine": "dna-cosine"}


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_figures_of_the_peer(file: Path) -> None:
    mode, aggregation, normalization, duplicates, *section = file.stem.split("_")
    options: Any = {
        "mode": mode.removesuffix("mode"),
        "aggregation": aggregation,
        "normalization": NAMES.get(normalization, normalization),
        "duplicates": duplicates,
        "keep": {"document": ["4", "5", "6", "7"]} if section else None,
    }
    expected = pd.read_csv(file, index_col=0)
    made = network(coded(), **options).frame()
    assert list(made.index) == list(expected.index)
    assert list(made.columns) == list(expected.columns)
    assert np.abs(made.to_numpy() - expected.to_numpy()).max() <= 1e-9


def test_all_the_figures_are_there() -> None:
    assert len(EXPECTED) == 24


# Four statements on two issues; north agrees and disagrees on the ferry.
HAND = [
    ("1", "2025-01-06", "Ada", "north", "ferry", 1.0),
    ("1", "2025-01-06", "Ada", "north", "ferry", 0.0),
    ("2", "2025-01-07", "Bo", "south", "ferry", 1.0),
    ("2", "2025-01-07", "Cy", "south", "road", 0.0),
]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"aggregation": "ignore"}, [[2, 0], [1, 1]]),
        ({"aggregation": "subtract"}, [[0, 0], [1, -1]]),
        ({"aggregation": "combine"}, [[3, 0], [1, 2]]),
        ({"aggregation": "ignore", "normalization": "activity"}, [[1, 0], [0.5, 0.5]]),
        ({"aggregation": "ignore", "normalization": "prominence"}, [[2 / 3, 0], [1 / 3, 1]]),
        # DNA divides combinations by the number of issues, not of statements.
        ({"aggregation": "combine", "normalization": "activity"}, [[3, 0], [0.5, 1]]),
        ({"aggregation": "combine", "normalization": "prominence"}, [[1.5, 0], [0.5, 2]]),
        ({"nodes": "issue", "aggregation": "ignore"}, [[2, 1], [0, 1]]),
        ({"nodes": "issue", "normalization": "activity"}, [[2 / 3, 1 / 3], [0, 1]]),
        ({"nodes": "holder", "aggregation": "subtract"}, [[0, 0], [1, 0], [0, -1]]),
        ({"mode": "one", "aggregation": "ignore"}, [[0, 2], [2, 0]]),
        ({"mode": "one", "aggregation": "congruence"}, [[0, 1], [1, 0]]),
        ({"mode": "one", "aggregation": "conflict"}, [[0, 1], [1, 0]]),
        ({"mode": "one", "aggregation": "subtract"}, [[0, 0], [0, 0]]),
        (
            {"mode": "one", "aggregation": "congruence", "normalization": "jaccard"},
            # alone: north's disagreement and south's road; together: the two agreements
            [[0, 1 / 3], [1 / 3, 0]],
        ),
        (
            {"mode": "one", "aggregation": "congruence", "normalization": "cosine"},
            [[0, 0.5], [0.5, 0]],
        ),
        ({"mode": "one", "nodes": "issue", "aggregation": "conflict"}, [[0, 1], [1, 0]]),
    ],
)
def test_by_hand(options: Any, expected: list[list[float]]) -> None:
    assert network(table(HAND), **options).dense() == pytest.approx(np.array(expected))


def literal(made: Network) -> "np.ndarray[Any, Any]":
    """Compute a network by the sums of its definition, one statement pair at a time."""
    statements = made.tensor.statements
    scale, frame = statements.scale, statements.rows
    other = FIELDS["actor" if made.nodes == "issue" else "issue"]
    said = list(zip(frame[FIELDS[made.nodes]], frame[other], frame["agreement"], strict=True))
    levels = sorted({q for *_, q in said})
    issues = sorted({j for _, j, _ in said})
    x = {
        (i, j, q): sum(one == (i, j, q) for one in said)
        for i in made.rows
        for j in issues
        for q in levels
    }
    total = {i: sum(one[0] == i for one in said) for i in made.rows}
    result = np.zeros((len(made.rows), len(made.columns)))
    if made.mode == "two":
        for (a, i), (b, j) in itertools.product(enumerate(made.rows), enumerate(issues)):
            cell = [(q, x[i, j, q]) for q in levels]
            if made.aggregation == "ignore":
                result[a, b] = sum(n for _, n in cell)
            elif made.aggregation == "subtract":
                result[a, b] = sum((2 * q - 1 if scale.binary else q) * n for q, n in cell)
            else:
                result[a, b] = sum(dict(scale.codes)[q] for q, n in cell if n)
        counts = np.array([[sum(x[i, j, q] for q in levels) for j in issues] for i in made.rows])
        counts = counts.reshape(result.shape)
        if made.aggregation == "combine":
            counts = counts > 0
        if made.normalization == "activity":
            result = result / counts.sum(axis=1, keepdims=True)
        elif made.normalization == "prominence":
            result = result / counts.sum(axis=0, keepdims=True)
        return np.nan_to_num(result)

    def apart(q: float, r: float) -> float:
        return abs(q - r) / scale.width

    measure: dict[Aggregation, Callable[[float, float], float]] = {
        "ignore": lambda _, __: 1.0,
        "congruence": lambda q, r: 1 - apart(q, r),
        "conflict": apart,
        "subtract": lambda q, r: 1 - 2 * apart(q, r),
    }
    for (a, i), (b, k) in itertools.permutations(enumerate(made.rows), 2):
        like = measure[made.aggregation]
        result[a, b] = sum(
            x[i, j, q] * x[k, j, r] * like(q, r) for j in issues for q in levels for r in levels
        )
        cells = [(x[i, j, q], x[k, j, q]) for j in issues for q in levels]
        if made.normalization == "average":
            result[a, b] /= (total[i] + total[k]) / 2
        elif made.normalization == "dna-cosine":
            result[a, b] /= total[i] * total[k]
        elif made.normalization == "jaccard":
            result[a, b] /= sum(m * (n == 0) + n * (m == 0) + m * n for m, n in cells)
        elif made.normalization == "cosine":
            own = measure["ignore" if made.aggregation == "ignore" else "congruence"]
            for node in (i, k):
                result[a, b] /= np.sqrt(
                    sum(
                        x[node, j, q] * x[node, j, r] * own(q, r)
                        for j in issues
                        for q in levels
                        for r in levels
                    )
                )
    return result


WAYS = [
    (mode, aggregation, normalization, nodes)
    for mode in AGGREGATIONS
    for aggregation in AGGREGATIONS[mode]
    for normalization in NORMALIZATIONS[mode]
    for nodes in FIELDS
]


@given(either, st.sampled_from(WAYS), st.sampled_from(["include", "document", "month"]))
def test_the_matrices_are_the_sums_of_the_definitions(
    statements: Statements,
    way: tuple[Mode, Aggregation, Normalization, Nodes],
    duplicates: Any,
) -> None:
    mode, aggregation, normalization, nodes = way
    made = network(
        statements,
        mode=mode,
        nodes=nodes,
        aggregation=aggregation,
        normalization=normalization,
        duplicates=duplicates,
    )
    assert made.dense() == pytest.approx(literal(made))


@settings(max_examples=40)
@given(either, st.sampled_from(["actor", "issue", "holder"]))
def test_congruence_and_conflict_make_up_all_pairs(statements: Statements, nodes: Nodes) -> None:
    # The same statements must be counted: duplicates are all kept.
    parts = {
        way: network(statements, mode="one", nodes=nodes, aggregation=way).dense()
        for way in AGGREGATIONS["one"]
    }
    assert parts["congruence"] + parts["conflict"] == pytest.approx(parts["ignore"])
    assert parts["congruence"] - parts["conflict"] == pytest.approx(parts["subtract"])


@settings(max_examples=40)
@given(either, st.sampled_from([way for way in WAYS if way[0] == "one"]))
def test_one_mode_is_symmetric_with_an_empty_diagonal(
    statements: Statements, way: tuple[Mode, Aggregation, Normalization, Nodes]
) -> None:
    mode, aggregation, normalization, nodes = way
    made = network(
        statements, mode=mode, nodes=nodes, aggregation=aggregation, normalization=normalization
    ).dense()
    assert np.array_equal(made, made.T)
    assert not made.diagonal().any()


@settings(max_examples=40)
@given(either, st.sampled_from(WAYS), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(
    statements: Statements, way: tuple[Mode, Aggregation, Normalization, Nodes], chance: Any
) -> None:
    mode, aggregation, normalization, nodes = way
    order = list(range(len(statements)))
    chance.shuffle(order)
    shuffled = Statements(statements.rows.iloc[order], statements.scale)
    options: Any = {
        "mode": mode,
        "nodes": nodes,
        "aggregation": aggregation,
        "normalization": normalization,
    }
    one, other = network(statements, **options), network(shuffled, **options)
    assert (one.rows, one.columns) == (other.rows, other.columns)
    assert one.dense() == pytest.approx(other.dense())


@settings(max_examples=40)
@given(either)
def test_cosines_are_at_most_one(statements: Statements) -> None:
    for aggregation in AGGREGATIONS["one"]:
        made = network(statements, mode="one", aggregation=aggregation, normalization="cosine")
        assert np.abs(made.dense()).max(initial=0) <= 1 + 1e-9


@settings(max_examples=40)
@given(graded)
def test_a_graded_scale_with_only_both_ends_is_a_binary_one(statements: Statements) -> None:
    ends = statements.rows[statements.rows["agreement"].abs() == 1]
    halves = ends.assign(agreement=(ends["agreement"] + 1) / 2)
    for mode, ways in AGGREGATIONS.items():
        for aggregation in ways:
            pair = [
                network(Statements(rows, scale), mode=mode, aggregation=aggregation).dense()
                for rows, scale in ((ends, GRADED), (halves, BINARY))
            ]
            assert pair[0] == pytest.approx(pair[1])


def test_nodes_without_statements_left_are_gone_unless_isolates_stay() -> None:
    without = {"exclude": {"concept": ["road"], "organization": ["north"]}}
    assert network(table(HAND), **without).rows == ("south",)  # type: ignore[arg-type]
    kept = network(table(HAND), isolates=True, **without)  # type: ignore[arg-type]
    assert (kept.rows, kept.columns) == (("north", "south"), ("ferry", "road"))
    assert kept.dense().tolist() == [[0, 0], [1, 0]]


def test_isolated_actors_of_one_mode_keep_their_row() -> None:
    # Nobody shares an issue with "apart", who has spoken all the same.
    apart = [*HAND, ("3", "2025-01-08", "Di", "apart", "moon", 1.0)]
    made = network(table(apart), mode="one", aggregation="congruence")
    assert made.rows == ("apart", "north", "south")
    assert not made.dense()[0].any()


def test_nothing_at_all_makes_an_empty_network() -> None:
    for mode in MODES:
        made = network(table([]), mode=mode)
        assert (made.rows, made.columns, made.dense().shape) == ((), (), (0, 0))


def test_ignoring_stances_a_repetition_is_one_whatever_its_stance() -> None:
    ignored = network(table(HAND), aggregation="ignore", duplicates="document")
    assert ignored.dense().tolist() == [[1, 0], [1, 1]]
    combined = network(table(HAND), aggregation="combine", duplicates="document")
    assert combined.dense().tolist() == [[3, 0], [1, 2]]


@pytest.mark.parametrize(
    ("mode", "options"),
    [
        ("two", {"aggregation": "congruence"}),
        ("one", {"aggregation": "combine"}),
        ("two", {"normalization": "average"}),
        ("one", {"normalization": "activity"}),
    ],
)
def test_what_a_mode_cannot_do_is_refused(mode: Mode, options: Any) -> None:
    with pytest.raises(ValueError, match=f"a {mode}-mode network has no"):
        network(table(HAND), mode=mode, **options)


def test_the_graded_scale_by_hand() -> None:
    said = [
        ("1", "2025-01-06", "", "north", "ferry", 1.0),
        ("1", "2025-01-06", "", "north", "ferry", 0.5),
        ("1", "2025-01-06", "", "south", "ferry", -1.0),
        ("1", "2025-01-06", "", "north", "road", 0.0),
        ("1", "2025-01-06", "", "south", "road", 0.5),
    ]
    graded = table(said, GRADED)
    assert network(graded, aggregation="subtract").dense().tolist() == [[1.5, 0], [-1, 0.5]]
    assert network(graded, aggregation="combine").dense().tolist() == [[5, 8], [2, 4]]
    pair = network(graded, mode="one", aggregation="conflict").dense()
    assert pair[0, 1] == pytest.approx(1 + 0.75 + 0.25)


def test_any_numbers_are_a_scale_from_the_least_to_the_greatest() -> None:
    said = [("1", "2025-01-06", "", who, "tax", q) for who, q in (("a", 1.0), ("b", 4), ("c", 5))]
    likert = table(said, scale_of([1, 4, 5]))
    made = network(likert, mode="one", aggregation="congruence").dense()
    assert made.tolist() == [[0, 0.25, 0], [0.25, 0, 0.75], [0, 0.75, 0]]
    assert network(likert, aggregation="combine").dense().ravel().tolist() == [4, 2, 1]


def test_a_value_off_the_scale_is_refused() -> None:
    with pytest.raises(StatementsError, match=r"0\.5 is not on the table's scale \(0, 1\)"):
        tensor(table([("1", "2025-01-06", "", "a", "x", 0.5)]))
