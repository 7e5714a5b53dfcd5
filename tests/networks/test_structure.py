"""Backbone, clusters, and the signs of ties."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancegraph.networks import network, signed, tensor
from stancegraph.networks.backbone import backbone, backbone_frame, spectral_distance
from stancegraph.networks.clusters import METHODS, Method, clusters, holding_frame
from stancegraph.networks.matrices import Network
from stancegraph.networks.signed import balance, bridging_frame, brokerage_frame
from stancegraph.statements import Statements, prepare

from .tables import coded, either, table


def two_camps() -> Statements:
    """Two actors for and two against the war; all for aid; one pair split on the tax."""
    stances = {
        "war": {"a": 1, "b": 1, "c": 0, "d": 0},
        "aid": {"a": 1, "b": 1, "c": 1, "d": 1},
        "tax": {"a": 1, "b": 0},
    }
    return table(
        [
            ("1", "2025-01-01", "", who, issue, float(value))
            for issue, said in stances.items()
            for who, value in said.items()
        ]
    )


CAMPS = [["a", "b"], ["c", "d"]]


def signs(statements: Statements) -> Network:
    return network(statements, mode="one", aggregation="subtract")


# --- backbone -------------------------------------------------------------------------------


def test_issues_are_dropped_by_what_the_network_loses() -> None:
    order = backbone(tensor(prepare(coded())))
    assert sorted(dropped.issue for dropped in order) == [f"concept-{n}" for n in range(1, 7)]
    # Only one actor has spoken on the second concept: nothing changes but the normalisation.
    assert order[0].issue == "concept-2"
    # Without any issue all is lost; the redundant ones are then the whole network.
    assert order[-1].loss == pytest.approx(1)
    assert (order[-1].redundant, order[-1].n) == (0.0, 0)
    assert backbone_frame(order)["step"].tolist() == [1, 2, 3, 4, 5, 6]


def test_the_loss_is_that_of_the_network_without_the_issue() -> None:
    full = network(coded(), mode="one", aggregation="subtract", normalization="average")
    losses = {}
    for concept in full.tensor.columns:
        part = network(
            coded(),
            mode="one",
            aggregation="subtract",
            normalization="average",
            exclude={"concept": [concept]},
        ).frame()
        part = part.reindex(index=full.rows, columns=full.rows, fill_value=0.0)
        losses[concept] = spectral_distance(full.dense(), part.to_numpy())
    first = backbone(tensor(prepare(coded())))[0]
    assert first.loss == pytest.approx(min(losses.values()))
    assert first.issue == min(losses, key=losses.__getitem__)
    kept = prepare(coded(), exclude={"concept": [first.issue]})
    assert first.n == len(kept)


def test_as_dna_does_it_degrees_are_compared() -> None:
    one = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 0]], dtype=float)
    other = np.array([[0, 0, 1], [0, 0, 0], [1, 0, 0]], dtype=float)
    assert spectral_distance(one, other, dna_compat=True) == 0
    path = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], dtype=float)
    assert spectral_distance(one, path, dna_compat=True) == pytest.approx(0.5)
    # The Laplacian of a tie has the eigenvalues 0, 0, 2, that of a path 0, 1, 3.
    assert spectral_distance(one, path) == pytest.approx(0.5)
    assert len(backbone(tensor(prepare(coded())), dna_compat=True)) == 6


def test_equals_are_dropped_one_by_one_or_all_at_once() -> None:
    same = [("1", "2025-01-01", "", who, issue, 1.0) for who in "ab" for issue in "xyz"]
    counted = tensor(prepare(table(same)))
    assert [d.issue for d in backbone(counted)] == ["z", "y", "x"]
    at_once = backbone(counted, dna_compat=True)
    assert [d.issue for d in at_once] == ["z", "y", "x"]
    assert {d.n for d in at_once} == {4}


# --- clusters -------------------------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
def test_camps_are_found(method: Method) -> None:
    without_aid = prepare(two_camps(), exclude={"concept": ["aid", "tax"]})
    made = network(without_aid, mode="one", aggregation="congruence", normalization="average")
    found = clusters(made, method)
    assert found.clusters == (("a", "b"), ("c", "d"))
    assert found.modularity == pytest.approx(0.5)


@settings(max_examples=40)
@given(either, st.sampled_from(METHODS))
def test_clusters_divide_all_nodes(statements: Statements, method: Method) -> None:
    made = network(statements, mode="one", aggregation="subtract", normalization="average")
    found = clusters(made, method)
    assert sorted(name for group in found.clusters for name in group) == list(made.rows)
    assert found == clusters(made, method)
    assert -0.5 <= found.modularity <= 1


def test_a_two_mode_network_has_no_clusters() -> None:
    with pytest.raises(ValueError, match="one-mode"):
        clusters(network(coded()))


def test_what_holds_a_cluster_and_what_splits_it() -> None:
    frame = holding_frame(tensor(prepare(two_camps())), CAMPS)
    told = {(row["cluster"], row["issue"]): row for row in frame.to_dict("records")}
    war, tax, aid = (told[0, issue] for issue in ("war", "tax", "aid"))
    assert (war["congruence"], war["conflict"], war["balance"], war["share"]) == (1, 0, 1, 0.5)
    assert (tax["congruence"], tax["conflict"], tax["balance"], tax["share"]) == (0, 1, -1, 1)
    # On the war all others say the contrary, on aid the same; on the tax they say nothing.
    assert (war["against"], aid["against"]) == (-1, 1)
    assert np.isnan(tax["against"])
    assert (1, "tax") not in told


def test_clusters_must_be_of_the_nodes() -> None:
    counted = tensor(prepare(two_camps()))
    for groups in ([["a", "z"]], [["a"], ["a", "b"]]):
        with pytest.raises(ValueError, match="the network's own nodes"):
            holding_frame(counted, groups)


@given(either)
def test_holding_and_bridging_make_up_all_pairs(statements: Statements) -> None:
    counted = tensor(prepare(statements))
    groups = [list(counted.rows[:2]), list(counted.rows[2:])]
    pairs = network(statements, mode="one", aggregation="congruence").dense().sum() / 2
    inside = holding_frame(counted, groups)["congruence"].sum()
    across = bridging_frame(counted, groups)["congruence"].sum()
    assert inside + across == pytest.approx(pairs)


# --- signs ----------------------------------------------------------------------------------


def test_the_issues_that_bridge_the_camps() -> None:
    frame = bridging_frame(tensor(prepare(two_camps())), CAMPS)
    assert frame["issue"].tolist() == ["aid", "war"]
    assert frame["balance"].tolist() == [1, -1]
    assert frame["congruence"].tolist() == [4, 0]
    assert frame["actors"].tolist() == [4, 4]


def test_two_camps_are_balanced() -> None:
    only_war = prepare(two_camps(), keep={"concept": ["war"]})
    found = balance(signs(only_war))
    assert (found.triads, found.share, found.frustration) == ((0, 0, 4, 0), 1.0, 0)
    assert found.camps == (("a", "b"), ("c", "d"))


def test_three_who_all_disagree_are_frustrated() -> None:
    pairs = [
        ("x", "a", 1),
        ("x", "b", 0),
        ("y", "b", 1),
        ("y", "c", 0),
        ("z", "a", 1),
        ("z", "c", 0),
    ]
    said = table([("1", "2025-01-01", "", who, issue, float(q)) for issue, who, q in pairs])
    found = balance(signs(said))
    assert (found.triads, found.share, found.frustration) == ((0, 0, 0, 1), 0.0, 1)


@given(either)
def test_triads_and_frustration_by_counting(statements: Statements) -> None:
    made = signs(statements)
    matrix = np.sign(made.dense())
    found = balance(made)
    counted = [0, 0, 0, 0]
    for trio in itertools.combinations(range(len(matrix)), 3):
        ties = [matrix[pair] for pair in itertools.combinations(trio, 2)]
        if all(ties):
            counted[ties.count(-1)] += 1
    assert found.triads == tuple(counted)
    least = min(
        (
            sum(
                matrix[one, other] * camp[one] * camp[other] < 0
                for one, other in itertools.combinations(range(len(matrix)), 2)
            )
            for camp in itertools.product((1, -1), repeat=len(matrix))
        ),
        default=0,
    )
    assert found.frustration == least


def test_camps_of_many_are_found_by_moving(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = balance(signs(coded()))
    monkeypatch.setattr(signed, "_ALL", 0)
    moved = balance(signs(coded()))
    assert exact.exact and not moved.exact
    assert moved.frustration == exact.frustration


def test_signs_need_a_signed_network() -> None:
    with pytest.raises(ValueError, match="subtract"):
        balance(network(coded(), mode="one", aggregation="congruence"))


def test_brokers_by_their_role() -> None:
    # b stands between a (its own) and c and d (each elsewhere), who share nothing else.
    said = [("ab", "1"), ("bc", "2"), ("bd", "3")]
    rows = [("1", "2025-01-01", "", who, issue, 1.0) for pair, issue in said for who in pair]
    made = signs(table(rows))
    roles = ["coordinator", "consultant", "gatekeeper", "liaison", "brokerage"]

    def busiest(groups: list[list[str]]) -> list[int]:
        frame = brokerage_frame(made, groups)
        assert (frame["node"].iloc[0], frame["betweenness"].iloc[0]) == ("b", 1)
        return [int(frame[role].iloc[0]) for role in roles]

    assert busiest([["a", "b"], ["c"], ["d"]]) == [0, 0, 2, 1, 3]
    assert busiest([["a", "b"], ["c", "d"]]) == [0, 1, 2, 0, 3]
    assert busiest([["a", "b", "c", "d"]]) == [3, 0, 0, 0, 3]


def test_brokers_need_a_cluster_each() -> None:
    with pytest.raises(ValueError, match="'org-b' is in no cluster"):
        brokerage_frame(signs(coded()), [["org-a"]])
    with pytest.raises(ValueError, match="one-mode"):
        brokerage_frame(network(coded()), [])
