"""How far the actors stand in camps that agree within and conflict between.

Polarisation Q compares the congruence C and the conflict F of each pair of nodes,
both average-normalised, with what a division of the N nodes into clusters of
sizes c_g would have in its ideal form. With the sums C̄ and F̄ of both matrices,
W = Σ_g c_g (c_g - 1) ordered pairs within clusters and B = N (N - 1) - W between
them, it adds up over all i ≠ i'

- in the same cluster g: |C - (c_g (c_g - 1) / W) (C̄ / W)| + F,
- in clusters a and b: C + |F - (c_a c_b / B) (F̄ / B)|.

Q is half the sum; normalised, half the sum over C̄ + F̄. DNA 3.1.2 reports the
highest Q among balanced divisions, whose sizes differ by one at most: so does
`polarisation`. On the 40 statements of DNA's sample project, {b, c, f} against the
other four has it, 0.53424927, as in DNA; of all divisions into clusters of two or
more, the unbalanced {b, c} has it, 0.54879.

By its formula Q is a distance from the ideal form, and grows with congruence between
clusters and conflict within. What camps there are is therefore told by the division
with the *lowest* Q, which `seek="lowest"` gives: in the example {b, d, e}, those who
mostly disagree, against those who mostly agree (0.3359).
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancegraph.networks.matrices import Floats, Tensor, project
from stancegraph.networks.windows import Unit, move
from stancegraph.statements import Nodes, Statements

__all__ = ["Division", "over_time", "polarisation", "quality"]

Labels: TypeAlias = npt.NDArray[np.intp]

#: Up to this many divisions into two are all tried: 20 nodes, in under a second.
_ALL = 200_000
#: Into more clusters, which are weighed one by one: a second or so.
_ALL_OF_MANY = 20_000
#: Divisions weighed at a time: what fits into the cache of a processor.
_BATCH = 4096
#: Starts of the search where there are more divisions; each climbs to a local optimum.
_STARTS = 20


@dataclass(frozen=True, slots=True)
class Division:
    """A division of nodes into clusters, and how polarised it is.

    `clusters` hold the labels, sorted, the largest cluster first. `exact` tells
    whether every division was tried.
    """

    clusters: tuple[tuple[str, ...], ...]
    value: float
    exact: bool


def quality(
    congruence: Floats,
    conflict: Floats,
    membership: Sequence[int] | Labels,
    *,
    normalise: bool = True,
) -> float:
    """Compute the polarisation Q of one division.

    Args:
        congruence, conflict: symmetric matrices of N x N with an empty diagonal.
        membership: for each node the number of its cluster.
        normalise: divide by the sum of both matrices.

    >>> pair = np.array([[0.0, 1.0], [1.0, 0.0]])
    >>> quality(np.zeros((2, 2)), pair, [0, 1])
    0.25
    >>> quality(np.zeros((2, 2)), pair, [0, 0])
    0.5
    """
    cluster = np.asarray(membership, dtype=np.intp)
    sizes = np.bincount(cluster)
    within, between = _apart(congruence, conflict, sizes)
    same = cluster[:, None] == cluster[None, :]
    parts = np.where(same, within[cluster], between[cluster[:, None], cluster[None, :]])
    rows = np.arange(len(cluster))
    cost = np.where(
        same,
        np.abs(congruence - parts) + conflict,
        congruence + np.abs(conflict - parts),
    )
    cost[rows, rows] = 0.0
    total = float(congruence.sum() + conflict.sum()) if normalise else 1.0
    return float(cost.sum()) / 2 / total if total else 0.0


def _apart(congruence: Floats, conflict: Floats, sizes: Labels) -> tuple[Floats, Floats]:
    """Give the ideal congruence in each cluster, and the ideal conflict of each pair of them."""
    inside = sizes * (sizes - 1.0)
    pairs = inside.sum()
    crossing = sizes.sum() * (sizes.sum() - 1.0) - pairs
    within = inside * congruence.sum() / pairs**2 if pairs else np.zeros(len(sizes))
    outer = np.outer(sizes, sizes).astype(float)
    between = outer * conflict.sum() / crossing**2 if crossing else np.zeros_like(outer)
    return within, between


def polarisation(
    counted: Tensor,
    *,
    clusters: int = 2,
    balanced: bool = True,
    least: int = 2,
    seek: Literal["highest", "lowest"] = "highest",
    normalise: bool = True,
    seed: int = 0,
) -> Division:
    """Find the division of the nodes with the highest (or lowest) polarisation.

    All divisions are tried where they are few enough (up to 20 nodes in two balanced
    clusters); else pairs of nodes are swapped between clusters while that helps,
    from several seeded starts, which may miss the very best.

    Args:
        counted: the statements, as `stancegraph.networks.tensor` counts them.
        clusters: how many there are to be.
        balanced: whether their sizes may differ by one at most.
        least: the smallest cluster allowed where they need not be balanced.
        seek: the division farthest from its ideal form, as DNA does, or the nearest.
        normalise: divide by the sum of congruence and conflict.
        seed: of the starts.

    Returns:
        The division; of fewer nodes than clusters or without any tie an empty one,
        with the value 0.

    Raises:
        ValueError: fewer than two clusters, or more than two unbalanced ones of more
            nodes than can all be tried.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import tensor
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, "truce", stance, "…", 0, 1) for who, stance in
    ...         (("a", "support"), ("b", "support"), ("c", "oppose"), ("d", "oppose"))]
    >>> polarisation(tensor(from_positions(said)), seek="lowest")
    Division(clusters=(('a', 'b'), ('c', 'd')), value=0.25, exact=True)
    """
    if clusters < 2:
        raise ValueError(f"{clusters} cluster(s) divide nothing; give 2 or more")
    congruence, conflict = (
        project(counted, mode="one", aggregation=way, normalization="average").dense()
        for way in ("congruence", "conflict")
    )
    count, total = len(counted.rows), float(congruence.sum() + conflict.sum())
    if count < clusters or not total:
        return Division((), 0.0, exact=True)
    sizes = list(_sizes(count, clusters, balanced=balanced, least=least))
    ways = sum(_divisions(each) for each in sizes)
    exact = ways <= (_ALL if clusters == 2 else _ALL_OF_MANY)
    if not exact and not balanced and clusters > 2:
        raise ValueError(
            f"{count} nodes have {ways} divisions into {clusters} unbalanced clusters, too many"
            " to try; let them be balanced"
        )
    sign = 1.0 if seek == "highest" else -1.0
    chance = np.random.default_rng(seed)
    best: tuple[float, Labels] | None = None
    for each in sizes:
        if exact and clusters == 2:
            found = _try_pairs(congruence, conflict, each, sign)
        elif exact:
            found = _try_all(congruence, conflict, each, sign)
        else:
            found = _climb(congruence, conflict, each, sign, chance, max(1, _STARTS // len(sizes)))
        # The first of equals, so that rounding decides nothing.
        if best is None or sign * found[0] > sign * best[0] + 1e-12:
            best = found
    assert best is not None
    value, labels = best
    groups = [
        tuple(name for name, label in zip(counted.rows, labels, strict=True) if label == at)
        for at in range(clusters)
    ]
    groups.sort(key=lambda group: (-len(group), group))
    scale = total if normalise else 1.0
    return Division(tuple(groups), value / scale, exact=exact)


def _sizes(count: int, clusters: int, *, balanced: bool, least: int) -> Iterator[tuple[int, ...]]:
    """Give the sizes that clusters may have, the largest first."""
    if balanced:
        small, rest = divmod(count, clusters)
        yield (small + 1,) * rest + (small,) * (clusters - rest)
        return
    # Where not even that many fit, smaller ones must do.
    low = min(max(least, 1), count // clusters)
    for parts in itertools.combinations_with_replacement(range(count, low - 1, -1), clusters - 1):
        last = count - sum(parts)
        if low <= last <= parts[-1]:
            yield (*parts, last)


def _divisions(sizes: Sequence[int]) -> int:
    """Count the divisions into clusters of these sizes."""
    ways = math.factorial(sum(sizes))
    for size in sizes:
        ways //= math.factorial(size)
    for size in set(sizes):
        ways //= math.factorial(list(sizes).count(size))
    return ways


def _costs(congruence: Floats, conflict: Floats, sizes: Sequence[int]) -> Floats:
    """Give what each pair of nodes adds to Q, by the clusters that the two are in."""
    within, between = _apart(congruence, conflict, np.array(sizes))
    count = len(congruence)
    costs = np.empty((len(sizes), len(sizes), count, count))
    for one, other in np.ndindex(len(sizes), len(sizes)):
        if one == other:
            costs[one, other] = np.abs(congruence - within[one]) + conflict
        else:
            costs[one, other] = congruence + np.abs(conflict - between[one, other])
        np.fill_diagonal(costs[one, other], 0.0)
    return costs


def _try_pairs(
    congruence: Floats, conflict: Floats, sizes: Sequence[int], sign: float
) -> tuple[float, Labels]:
    """Try all divisions into two clusters of these sizes, many at a time."""
    costs, count = _costs(congruence, conflict, sizes), len(congruence)
    best = -math.inf
    chosen: tuple[int, ...] = ()
    # Of two clusters of one size, the first is the one with the first node.
    picks: Iterable[tuple[int, ...]] = itertools.combinations(range(count), sizes[0])
    if sizes[0] == sizes[1]:
        picks = itertools.takewhile(lambda pick: pick[0] == 0, picks)
    while batch := list(itertools.islice(picks, _BATCH)):
        inside = np.zeros((len(batch), count))
        np.put_along_axis(inside, np.array(batch), 1.0, axis=1)
        outside = 1.0 - inside
        values = (
            ((inside @ costs[0, 0]) * inside).sum(axis=1)
            + ((outside @ costs[1, 1]) * outside).sum(axis=1)
            + 2 * ((inside @ costs[0, 1]) * outside).sum(axis=1)
        ) / 2
        at = int(np.argmax(sign * values))
        if sign * values[at] > best + 1e-12:
            best, chosen = float(sign * values[at]), batch[at]
    labels = np.ones(count, dtype=np.intp)
    labels[list(chosen)] = 0
    return sign * best, labels


def _try_all(
    congruence: Floats, conflict: Floats, sizes: Sequence[int], sign: float
) -> tuple[float, Labels]:
    """Try all divisions into clusters of these sizes, one by one."""
    best, chosen = -math.inf, np.zeros(len(congruence), dtype=np.intp)
    for labels in _labelled(sizes):
        membership = np.array(labels, dtype=np.intp)
        value = sign * quality(congruence, conflict, membership, normalise=False)
        if value > best + 1e-12:
            best, chosen = value, membership
    return sign * best, chosen


def _labelled(sizes: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Give every division once: a cluster of a size opens before the next of that size."""

    def fill(labels: tuple[int, ...], room: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if not any(room):
            yield labels
            return
        for at, left in enumerate(room):
            opens = left == sizes[at]
            earlier = any(
                room[before] == sizes[before] and sizes[before] == sizes[at] for before in range(at)
            )
            if left and not (opens and earlier):
                yield from fill((*labels, at), (*room[:at], left - 1, *room[at + 1 :]))

    return fill((), tuple(sizes))


def _climb(
    congruence: Floats,
    conflict: Floats,
    sizes: Sequence[int],
    sign: float,
    chance: np.random.Generator,
    starts: int,
) -> tuple[float, Labels]:
    """Swap nodes between clusters while that helps, from random divisions."""
    costs = sign * _costs(congruence, conflict, sizes)
    best, chosen = -math.inf, np.zeros(len(congruence), dtype=np.intp)
    for _ in range(starts):
        labels = np.repeat(np.arange(len(sizes)), sizes)
        chance.shuffle(labels)
        while _swap(costs, labels):
            pass
        value = sign * quality(congruence, conflict, labels, normalise=False)
        if value > best + 1e-12:
            best, chosen = value, labels.copy()
    return sign * best, chosen


def _swap(costs: Floats, labels: Labels) -> bool:
    """Make the best swap of two nodes of different clusters, if there is one that helps."""
    groups = [np.flatnonzero(labels == at) for at in range(len(costs))]
    # What each node adds to Q with all others, were it in each of the clusters.
    adds = np.stack(
        [
            sum(
                (costs[at, other][:, groups[other]].sum(axis=1) for other in range(len(costs))),
                start=np.zeros(len(labels)),
            )
            for at in range(len(costs))
        ]
    )
    gain, pair = 1e-12, None
    for one, other in itertools.combinations(range(len(costs)), 2):
        ours, theirs = groups[one], groups[other]
        if not len(ours) or not len(theirs):
            continue
        there = adds[other][ours] - adds[one][ours]
        here = adds[one][theirs] - adds[other][theirs]
        met = np.ix_(ours, theirs)
        # The two were each other's neighbours before and are so after.
        both = 2 * costs[one, other][met] - costs[one, one][met] - costs[other, other][met]
        gains = there[:, None] + here[None, :] + both
        place = np.unravel_index(int(np.argmax(gains)), gains.shape)
        if gains[place] > gain:
            gain, pair = float(gains[place]), (ours[place[0]], theirs[place[1]])
    if pair is None:
        return False
    labels[[*pair]] = labels[[*reversed(pair)]]
    return True


def over_time(
    prepared: Statements,
    unit: Unit,
    width: int,
    *,
    nodes: Nodes = "actor",
    clusters: int = 2,
    balanced: bool = True,
    seek: Literal["highest", "lowest"] = "highest",
    seed: int = 0,
) -> pd.DataFrame:
    """Follow polarisation through a moving window.

    Returns:
        A frame with a row for each window (see `stancegraph.networks.windows.move`):
        `first` and `last` day, `n` statements, `nodes`, `value` (normalised Q), and
        `clusters`, the labels of the division.

    >>> from datetime import date
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions, prepare
    >>> said = [Position("a", who, who, "truce", "support", "…", 0, 1, date=date(2025, 1, day))
    ...         for who, day in (("a", 1), ("b", 2), ("c", 3))]
    >>> over_time(prepare(from_positions(said)), "days", 2)[["n", "nodes"]].to_dict("list")
    {'n': [2, 2], 'nodes': [2, 2]}
    """
    records = []
    for window in move(prepared, unit, width, nodes=nodes):
        found = polarisation(
            window.network.tensor, clusters=clusters, balanced=balanced, seek=seek, seed=seed
        )
        records.append(
            {
                "first": window.first,
                "last": window.last,
                "n": window.n,
                "nodes": len(window.network.rows),
                "value": found.value,
                "clusters": found.clusters,
            }
        )
    return pd.DataFrame.from_records(
        records, columns=["first", "last", "n", "nodes", "value", "clusters"]
    )
