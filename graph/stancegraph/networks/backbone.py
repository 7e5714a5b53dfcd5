"""Which issues carry the structure of a network, and which could go unnoticed.

The nested backbone of Leifeld: starting from all issues, the one is dropped without
which the one-mode network (subtract, average-normalised, negative ties taken as 0)
changes least, and so on until none is left. What is dropped last is the backbone.

The change is a spectral distance: the eigenvalues of the network's Laplacian
(degrees on the diagonal less the adjacency), sorted and scaled to a sum of 1, and
Σ |λ_full - λ_candidate| over them.

DNA 3.1.2 computes the Laplacian's subtraction and throws its result away, so that it
compares sorted degrees; of several issues that change the network equally little it
drops all at once. `dna_compat` does the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancegraph.networks.matrices import Floats, Tensor, project

__all__ = ["Dropped", "backbone", "backbone_frame", "spectral_distance"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """An issue and what the network lost without it and all dropped before.

    `loss` is the spectral distance of the network of the issues left, `redundant`
    that of the network of the issues dropped so far, both from the full network;
    `n` counts the statements on the issues left.
    """

    issue: str
    loss: float
    redundant: float
    n: int


def spectral_distance(one: Floats, other: Floats, *, dna_compat: bool = False) -> float:
    """Compare two networks of the same nodes by the spectra of their Laplacians.

    >>> tie, none = np.array([[0.0, 1.0], [1.0, 0.0]]), np.zeros((2, 2))
    >>> spectral_distance(tie, tie), spectral_distance(tie, none)
    (0.0, 1.0)
    """
    spectra = [_spectrum(matrix, dna_compat=dna_compat) for matrix in (one, other)]
    return float(np.abs(spectra[0] - spectra[1]).sum())


def _spectrum(matrix: Floats, *, dna_compat: bool) -> Floats:
    ties = np.where(matrix > 0, matrix, 0.0)
    degrees = ties.sum(axis=1)
    if dna_compat:
        values = np.sort(degrees)
    else:
        values = np.asarray(np.linalg.eigvalsh(np.diag(degrees) - ties), dtype=np.float64)
    total = values.sum()
    return np.asarray(values / total) if total > 0 else values


def backbone(counted: Tensor, *, dna_compat: bool = False) -> list[Dropped]:
    """Order the issues from the most dispensable to the last one standing.

    Args:
        counted: the statements, as `stancegraph.networks.tensor` counts them; the
            columns are what is dropped (the issues, unless these are the nodes).
        dna_compat: compare degrees, and drop equals at once, as DNA does.

    The work grows with the square of the number of issues times the cube of that of
    the nodes: 200 actors and 50 issues take some six seconds.

    >>> from stancegraph.model import Position
    >>> from stancegraph.networks import tensor
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, issue, "support", "…", 0, 1) for who, issue in
    ...         (("a", "war"), ("b", "war"), ("c", "war"), ("a", "tax"))]
    >>> [dropped.issue for dropped in backbone(tensor(from_positions(said)))]
    ['tax', 'war']
    """
    levels = len(counted.levels)
    full = _network(counted, np.ones(len(counted.columns), dtype=bool), levels)
    spectrum = _spectrum(full, dna_compat=dna_compat)

    def loss(kept: npt.NDArray[np.bool_]) -> float:
        candidate = _spectrum(_network(counted, kept, levels), dna_compat=dna_compat)
        return float(np.abs(spectrum - candidate).sum())

    left = np.ones(len(counted.columns), dtype=bool)
    heard = np.bincount(counted.column, minlength=len(counted.columns))
    order: list[Dropped] = []
    while left.any():
        open_ = np.flatnonzero(left)
        losses = np.array([loss(_without(left, issue)) for issue in open_])
        # The last of equals by name, as in DNA; rounding must not tell equals apart.
        least = losses.min()
        equals = open_[np.isclose(losses, least, rtol=0, atol=1e-12)][::-1]
        numbers = {int(issue): int(heard[_without(left, issue)].sum()) for issue in equals}
        for issue in equals if dna_compat else equals[:1]:
            left[issue] = False
            order.append(
                Dropped(counted.columns[issue], float(least), loss(~left), numbers[int(issue)])
            )
    return order


def _without(kept: npt.NDArray[np.bool_], issue: "int | np.intp") -> npt.NDArray[np.bool_]:
    rest = kept.copy()
    rest[issue] = False
    return rest


def _network(counted: Tensor, kept: npt.NDArray[np.bool_], levels: int) -> Floats:
    """Make the network of some of the issues, of all the nodes."""
    chosen = np.repeat(kept, levels).astype(np.float64)
    counts = counted.counts.multiply(chosen[None, :]).tocsr()
    totals = np.asarray(counts.sum(axis=1), dtype=np.float64).ravel()
    part = replace(counted, counts=counts, totals=totals)
    return project(part, mode="one", aggregation="subtract", normalization="average").dense()


def backbone_frame(order: Sequence[Dropped]) -> pd.DataFrame:
    """Give a backbone as a frame: `step`, `issue`, `loss`, `redundant`, `n`.

    >>> backbone_frame([Dropped("tax", 0.0, 1.0, 3)]).to_dict("records")
    [{'step': 1, 'issue': 'tax', 'loss': 0.0, 'redundant': 1.0, 'n': 3}]
    """
    records = [
        {"step": step, "issue": d.issue, "loss": d.loss, "redundant": d.redundant, "n": d.n}
        for step, d in enumerate(order, start=1)
    ]
    return pd.DataFrame.from_records(records, columns=["step", "issue", "loss", "redundant", "n"])
