"""Who belongs together, and which issues hold them together or split them.

Clusters are found in a one-mode network by what its ties weigh: congruence, or the
positive part of subtract. The methods are networkx's and scipy's:

==================  ================================================================
louvain             modularity, by moving nodes and merging (Blondel and others 2008)
greedy              modularity, by merging pairs (Clauset, Newman and Moore 2004)
label-propagation   each node takes the label of most of its ties (Raghavan and
                    others 2007)
girvan-newman       cutting the ties with the highest betweenness (2002); slow
hierarchical        average linkage of likeness, cut where modularity is highest
components          who is tied at all
==================  ================================================================

All but the last two are seeded where they draw lots. Modularity compares the weight
of the ties within clusters with what the nodes' degrees alone would give (Newman
2006): 0 is no better than chance, and more is better.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

import networkx as nx
import numpy as np
import pandas as pd
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from stancegraph.networks.matrices import Floats, Network, Tensor

__all__ = ["METHODS", "Clustering", "Method", "clusters", "holding_frame"]

Method: TypeAlias = Literal[
    "louvain", "greedy", "label-propagation", "girvan-newman", "hierarchical", "components"
]
METHODS: tuple[Method, ...] = get_args(Method)
_Groups: TypeAlias = Iterable[Collection[int]]


@dataclass(frozen=True, slots=True)
class Clustering:
    """Clusters of labels, the largest first, and the modularity of the division."""

    method: Method
    clusters: tuple[tuple[str, ...], ...]
    modularity: float


def clusters(network: Network, method: Method = "louvain", *, seed: int = 0) -> Clustering:
    """Divide the nodes of a one-mode network into clusters.

    Negative ties count as none. Nodes without ties are clusters of their own.

    Args:
        network: a one-mode network, such as congruence with average normalisation.
        method: see the module.
        seed: of the methods that draw lots.

    Raises:
        ValueError: the network is a two-mode one.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, issue, "support", "…", 0, 1) for who, issue in
    ...         (("a", "war"), ("b", "war"), ("c", "tax"), ("d", "tax"))]
    >>> clusters(network(from_positions(said), mode="one", aggregation="congruence"))
    Clustering(method='louvain', clusters=(('a', 'b'), ('c', 'd')), modularity=0.5)
    """
    if network.mode != "one":
        raise ValueError("clusters are found in a one-mode network; project the two-mode one")
    weights = np.where(network.dense() > 0, network.dense(), 0.0)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(weights)))
    graph.add_weighted_edges_from(
        (int(one), int(other), float(weights[one, other]))
        for one, other in np.argwhere(np.triu(weights))
    )
    if graph.number_of_edges():
        groups = [sorted(group) for group in _FOUND[method](graph, weights, seed)]
        modularity = _modularity(graph, groups)
    else:
        groups, modularity = [[node] for node in graph], 0.0
    named = [tuple(network.rows[node] for node in group) for group in groups]
    named.sort(key=lambda group: (-len(group), group))
    return Clustering(method, tuple(named), modularity)


def _modularity(graph: "nx.Graph[int]", groups: _Groups) -> float:
    return float(nx.community.modularity(graph, [set(group) for group in groups]))


def _louvain(graph: "nx.Graph[int]", _: Floats, seed: int) -> _Groups:
    return [set(group) for group in nx.community.louvain_communities(graph, seed=seed)]


def _greedy(graph: "nx.Graph[int]", _: Floats, __: int) -> _Groups:
    return list(nx.community.greedy_modularity_communities(graph, weight="weight"))


def _labels(graph: "nx.Graph[int]", _: Floats, seed: int) -> _Groups:
    found = nx.community.asyn_lpa_communities(graph, weight="weight", seed=seed)
    return [set(group) for group in found]


def _cutting(graph: "nx.Graph[int]", _: Floats, __: int) -> _Groups:
    """Cut tie after tie, and keep the division with the highest modularity."""

    def heaviest(rest: Any) -> Any:
        # A strong tie is a short way.
        ways = {(u, v): 1 / data["weight"] for u, v, data in rest.edges(data=True)}
        nx.set_edge_attributes(rest, ways, "way")
        between = nx.edge_betweenness_centrality(rest, weight="way")
        return max(between, key=lambda edge: (between[edge], edge))

    divisions = [list(nx.connected_components(graph))]
    cut = nx.community.girvan_newman(graph, most_valuable_edge=heaviest)
    divisions.extend([set(group) for group in division] for division in cut)
    return max(divisions, key=lambda groups: _modularity(graph, groups))


def _hierarchical(graph: "nx.Graph[int]", weights: Floats, _: int) -> _Groups:
    """Join what is most alike, and cut where modularity is highest."""
    apart = 1.0 - weights / weights.max()
    np.fill_diagonal(apart, 0.0)
    tree = hierarchy.linkage(squareform(apart, checks=False), method="average")
    divisions = []
    for number in range(1, len(weights) + 1):
        labels = hierarchy.cut_tree(tree, n_clusters=number).ravel()
        divisions.append([set(np.flatnonzero(labels == at).tolist()) for at in range(number)])
    return max(divisions, key=lambda groups: _modularity(graph, groups))


def _components(graph: "nx.Graph[int]", _: Floats, __: int) -> _Groups:
    return list(nx.connected_components(graph))


_FOUND: Mapping[Method, Callable[["nx.Graph[int]", Floats, int], _Groups]] = {
    "louvain": _louvain,
    "greedy": _greedy,
    "label-propagation": _labels,
    "girvan-newman": _cutting,
    "hierarchical": _hierarchical,
    "components": _components,
}


def holding_frame(counted: Tensor, groups: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Tell which issues hold each cluster together, and which split it.

    For each cluster of two or more and each issue on which at least two of its
    members have spoken, all pairs of statements of different members are compared:
    `congruence` and `conflict` are their sums, `balance` is congruence less conflict
    over both, in [-1, 1], and `share` the issue's part of what holds the cluster (of
    its congruence, where `balance` is positive) or splits it (of its conflict).
    `against` is the balance of the cluster's statements with those of all others: an
    issue that holds with 1 inside and -1 outside is what the cluster stands on.

    Returns:
        A frame with `cluster` (from 0), `issue`, `actors` who have spoken, `congruence`,
        `conflict`, `balance`, `share`, `against` (NaN where nobody else has spoken),
        sorted by cluster and falling balance, then share.

    Raises:
        ValueError: a label is not among the nodes, or is in two clusters.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import tensor
    >>> from stancegraph.statements import from_positions
    >>> said = [
    ...     Position("a", who, who, "truce", "support", "Yes.", 0, 4) for who in ("east", "west")
    ... ]
    >>> counted = tensor(from_positions(said))
    >>> holding_frame(counted, [["east", "west"]])[["issue", "actors", "balance", "share"]]
       issue  actors  balance  share
    0  truce       2      1.0    1.0
    """
    place = {name: at for at, name in enumerate(counted.rows)}
    names = [name for group in groups for name in group]
    if len(set(names)) < len(names) or not place.keys() >= set(names):
        raise ValueError("clusters must be of the network's own nodes, each in one of them only")
    counts = counted.cube()
    alike = 1.0 - counted.apart
    everybody = counts.sum(axis=0)
    records = []
    for number, group in enumerate(groups):
        inside = counts[[place[name] for name in group]]
        both, like = _pairs(inside, alike)
        total = inside.sum(axis=0)
        outside = everybody - total
        met = total.sum(axis=1) * outside.sum(axis=1)
        agreed = np.einsum("jk,kl,jl->j", total, alike, outside)
        spoken = (inside.sum(axis=2) > 0).sum(axis=0)
        unlike = both - like
        held, split = like[like > unlike].sum(), unlike[unlike >= like].sum()
        for issue in np.flatnonzero(both):
            good, bad = float(like[issue]), float(unlike[issue])
            records.append(
                {
                    "cluster": number,
                    "issue": counted.columns[issue],
                    "actors": int(spoken[issue]),
                    "congruence": good,
                    "conflict": bad,
                    "balance": (good - bad) / (good + bad),
                    "share": good / held if good > bad else bad / split,
                    "against": float(2 * agreed[issue] / met[issue] - 1)
                    if met[issue]
                    else float("nan"),
                }
            )
    columns = [
        "cluster",
        "issue",
        "actors",
        "congruence",
        "conflict",
        "balance",
        "share",
        "against",
    ]
    frame = pd.DataFrame.from_records(records, columns=columns)
    return frame.sort_values(
        ["cluster", "balance", "share", "issue"], ascending=[True, False, False, True]
    ).reset_index(drop=True)


def _pairs(counts: Floats, alike: Floats) -> tuple[Floats, Floats]:
    """Sum all pairs of statements of different members, and their likeness, by issue."""
    total = counts.sum(axis=0)
    ones = np.ones_like(alike)
    sums = []
    for kernel in (ones, alike):
        all_ = np.einsum("jk,kl,jl->j", total, kernel, total)
        own = np.einsum("ijk,kl,ijl->j", counts, kernel, counts)
        sums.append((all_ - own) / 2)
    # Differences of large sums: what is left of nothing is nothing.
    both, like = (np.where(np.abs(value) < 1e-9, 0.0, value) for value in sums)
    return both, like
