"""Friends and opponents: structural balance, bridging issues, brokers.

These look at the signs of a one-mode network with `subtract`: who agrees more than
they disagree is tied positively, who disagrees more negatively.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from stancegraph.networks.matrices import Network, Tensor

__all__ = ["Balance", "balance", "bridging_frame", "brokerage_frame"]

#: Up to this many nodes all divisions into two camps are tried: 2**15 of them.
_ALL = 16
_STARTS = 20


@dataclass(frozen=True, slots=True)
class Balance:
    """How far the signs fit two camps (Cartwright and Harary 1956).

    `triads` counts the triangles by their number of negative ties, 0 to 3: those
    with none or two are balanced (friends of friends, enemies of enemies).
    `share` is the share of balanced ones, None without triangles. `frustration` is
    the least number of ties that contradict a division into two camps, positive
    between them or negative within; `camps` is such a division, and `exact` tells
    whether all were tried.
    """

    triads: tuple[int, int, int, int]
    share: float | None
    frustration: int
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    exact: bool


def balance(network: Network, *, seed: int = 0) -> Balance:
    """Measure the structural balance of a one-mode network with signs.

    Nodes without ties are in neither camp. Of more than 16 nodes, camps are found by
    moving nodes from several seeded starts, so that the frustration may be too high.

    Raises:
        ValueError: the network is not a one-mode network with `subtract`.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, "war", stance, "…", 0, 1) for who, stance in
    ...         (("a", "support"), ("b", "support"), ("c", "oppose"))]
    >>> balance(network(from_positions(said), mode="one", aggregation="subtract"))
    Balance(triads=(0, 0, 1, 0), share=1.0, frustration=0, camps=(('a', 'b'), ('c',)), exact=True)
    """
    signs = _signs(network)
    positive, negative = (signs > 0).astype(float), (signs < 0).astype(float)
    triads = (
        _triangles(positive, positive, positive) / 6,
        _triangles(positive, positive, negative) / 2,
        _triangles(positive, negative, negative) / 2,
        _triangles(negative, negative, negative) / 6,
    )
    none, one, two, three = (round(number) for number in triads)
    total = none + one + two + three
    tied = np.flatnonzero(signs.any(axis=1))
    camp, frustration, exact = _camps(signs[np.ix_(tied, tied)], seed)
    names = [network.rows[at] for at in tied]
    sides = [
        tuple(name for name, side in zip(names, camp, strict=True) if side == at)
        for at in (1.0, -1.0)
    ]
    sides.sort(key=lambda side: (-len(side), side))
    return Balance(
        (none, one, two, three),
        (none + two) / total if total else None,
        frustration,
        (sides[0], sides[1]),
        exact,
    )


def _signs(network: Network) -> npt.NDArray[np.float64]:
    if network.mode != "one" or network.aggregation != "subtract":
        raise ValueError("signs are those of a one-mode network with the aggregation subtract")
    return np.asarray(np.sign(network.dense()))


def _triangles(
    one: npt.NDArray[np.float64], two: npt.NDArray[np.float64], three: npt.NDArray[np.float64]
) -> float:
    return float(((one @ two) * three.T).sum())


def _camps(signs: npt.NDArray[np.float64], seed: int) -> tuple[npt.NDArray[np.float64], int, bool]:
    """Find camps (1 or -1 for each node) that few ties contradict, and count these."""
    count = len(signs)
    ties = int(np.count_nonzero(signs)) // 2
    if not count:
        return np.zeros(0), 0, True

    def contradicted(camp: npt.NDArray[np.float64]) -> int:
        return round((ties - float(camp @ signs @ camp) / 2) / 2)

    best: npt.NDArray[np.float64] = np.ones(count)
    if count <= _ALL:
        # The first node's camp is the first, so that each division comes once.
        for chosen in itertools.product((1.0, -1.0), repeat=count - 1):
            camp = np.array([1.0, *chosen])
            if contradicted(camp) < contradicted(best):
                best = camp
        return best, contradicted(best), True
    chance = np.random.default_rng(seed)
    for _ in range(_STARTS):
        camp = chance.choice([-1.0, 1.0], size=count)
        while True:
            # What moving each node to the other camp would mend.
            gain = -camp * (signs @ camp)
            if gain.max() <= 0:
                break
            camp[int(gain.argmax())] *= -1
        if contradicted(camp) < contradicted(best):
            best = camp
    return best, contradicted(best), False


def bridging_frame(counted: Tensor, groups: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Tell which issues bridge the clusters, and which divide them.

    On each issue all pairs of statements from different clusters are compared:
    `congruence` and `conflict` are their sums, `balance` is congruence less conflict
    over both, in [-1, 1]; `clusters` and `actors` count those who have spoken. An
    issue with a balance near 1 is one on which the clusters agree.

    Returns:
        A frame with `issue`, `clusters`, `actors`, `congruence`, `conflict`, `balance`, of
        the issues on which two clusters or more have spoken, the bridges first.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import tensor
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, issue, stance, "…", 0, 1) for who, issue, stance in
    ...         (("a", "war", "support"), ("b", "war", "oppose"),
    ...          ("a", "aid", "support"), ("b", "aid", "support"))]
    >>> frame = bridging_frame(tensor(from_positions(said)), [["a"], ["b"]])
    >>> frame[["issue", "balance"]].to_dict("list")
    {'issue': ['aid', 'war'], 'balance': [1.0, -1.0]}
    """
    place = {name: at for at, name in enumerate(counted.rows)}
    counts = counted.cube()
    sums = np.stack([counts[[place[name] for name in group]].sum(axis=0) for group in groups])
    alike = 1.0 - counted.apart
    whole = sums.sum(axis=0)

    def crossing(kernel: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        all_ = np.einsum("jk,kl,jl->j", whole, kernel, whole)
        return np.asarray((all_ - np.einsum("gjk,kl,gjl->j", sums, kernel, sums)) / 2)

    both, like = crossing(np.ones_like(alike)), crossing(alike)
    members = [place[name] for group in groups for name in group]
    records = [
        {
            "issue": counted.columns[issue],
            "clusters": int((sums[:, issue].sum(axis=1) > 0).sum()),
            "actors": int((counts[members, issue].sum(axis=1) > 0).sum()),
            "congruence": float(like[issue]),
            "conflict": float(both[issue] - like[issue]),
            "balance": float(2 * like[issue] / both[issue] - 1),
        }
        for issue in np.flatnonzero(both > 1e-9)
    ]
    frame = pd.DataFrame.from_records(
        records, columns=["issue", "clusters", "actors", "congruence", "conflict", "balance"]
    )
    return frame.sort_values(
        ["balance", "congruence", "issue"], ascending=[False, False, True]
    ).reset_index(drop=True)


def brokerage_frame(network: Network, groups: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Tell who stands between others, by their positive ties.

    A node brokers for two others that it is tied to and that are not tied to each
    other. By the clusters of the three (Gould and Fernandez 1989, ties having no
    direction here) it is a `coordinator` (all in one), a `consultant` (the two in
    one, the broker in another), a `gatekeeper` (the broker and one of the two in
    one), or a `liaison` (all in different ones). `brokerage` is their sum;
    `betweenness` the share of shortest ways through the node, and `constraint` how
    closed its surroundings are (Burt 1992; NaN without ties).

    Returns:
        A frame with `node`, `cluster`, `coordinator`, `consultant`, `gatekeeper`,
        `liaison`, `brokerage`, `betweenness` and `constraint`, the busiest first.

    Raises:
        ValueError: the network is a two-mode one, or a node is in no cluster.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import network
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, issue, "support", "…", 0, 1) for who, issue in
    ...         (("a", "war"), ("b", "war"), ("b", "tax"), ("c", "tax"))]
    >>> made = network(from_positions(said), mode="one", aggregation="subtract")
    >>> brokerage_frame(made, [["a", "b"], ["c"]])[["node", "gatekeeper"]].to_dict("list")
    {'node': ['b', 'a', 'c'], 'gatekeeper': [1, 0, 0]}
    """
    if network.mode != "one":
        raise ValueError("brokers are found in a one-mode network; project the two-mode one")
    cluster = {name: number for number, group in enumerate(groups) for name in group}
    homeless = [name for name in network.rows if name not in cluster]
    if homeless:
        raise ValueError(f"{homeless[0]!r} is in no cluster; give every node one")
    tied = (network.dense() > 0).astype(float)
    graph: nx.Graph[int] = nx.from_numpy_array(tied)
    between = nx.betweenness_centrality(graph)
    constraint = nx.constraint(graph)
    home = np.array([cluster[name] for name in network.rows], dtype=np.intp)
    same = home[:, None] == home[None, :]
    apart = (tied == 0) & ~np.eye(len(tied), dtype=bool)
    records = []
    for node, name in enumerate(network.rows):
        near = np.flatnonzero(tied[node])
        # Pairs of neighbours that are not tied to each other.
        open_ = np.triu(apart[np.ix_(near, near)])
        mine = home[near] == home[node]
        pair_same = same[np.ix_(near, near)]
        both, one = mine[:, None] & mine[None, :], mine[:, None] ^ mine[None, :]
        neither = ~mine[:, None] & ~mine[None, :]
        roles = {
            "coordinator": open_ & both,
            "consultant": open_ & neither & pair_same,
            "gatekeeper": open_ & one,
            "liaison": open_ & neither & ~pair_same,
        }
        records.append(
            {
                "node": name,
                "cluster": cluster[name],
                **{role: int(found.sum()) for role, found in roles.items()},
                "brokerage": int(open_.sum()),
                "betweenness": between[node],
                "constraint": constraint[node],
            }
        )
    columns = ["node", "cluster", "coordinator", "consultant", "gatekeeper", "liaison"]
    frame = pd.DataFrame.from_records(
        records, columns=[*columns, "brokerage", "betweenness", "constraint"]
    )
    return frame.sort_values(
        ["brokerage", "betweenness", "node"], ascending=[False, False, True]
    ).reset_index(drop=True)
