"""Two-mode and one-mode discourse networks as sparse matrices.

With X[i,j,k] the number of statements of node i on issue j with stance q_k,
n_ij = Σ_k X[i,j,k] and t_i = Σ_j n_ij, the networks are (Leifeld, *Discourse
Network Analyzer*, version 3.1.2, with which the figures agree):

============  =====================================================================
two-mode      nodes x issues
============  =====================================================================
ignore        n_ij
subtract      agreements less disagreements; on a graded scale Σ_k q_k X[i,j,k]
combine       the sum of the codes of the stances that occur (see `Scale`): on a
              binary scale 1 for agreement, 2 for disagreement, 3 for both
============  =====================================================================

============  =====================================================================
one-mode      nodes x nodes, the diagonal 0
============  =====================================================================
ignore        Σ_j n_ij n_i'j
congruence    Σ_j Σ_k Σ_l X[i,j,k] X[i',j,l] (1 - |q_k - q_l| / R)
conflict      the same with |q_k - q_l| / R
subtract      congruence - conflict
============  =====================================================================

R is the width of the scale. Nodes may be actors or holders, over the issues, or
issues, over the actors. Normalisations divide, and give 0 where the divisor is 0:

=============  ====================================================================
activity       two-mode, by the row's total t_i; under `combine`, by the number of
               issues that the row has spoken on (as DNA does)
prominence     two-mode, by the column's total; under `combine`, by the number of
               nodes that have spoken on it (DNA mixes up rows and columns here)
average        one-mode, by (t_i + t_i') / 2
jaccard        by Σ_jk (X [X' = 0] + X' [X = 0] + X X')
cosine         by the geometric mean of what the two nodes have with themselves:
               their congruence, or under `ignore` Σ_j n_ij². On a binary scale this
               is the cosine of the rows of X.
dna-cosine     by t_i t_i', which DNA calls cosine
=============  ====================================================================

Everything is done by sparse matrix products; no loop runs over statements or pairs.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from stancegraph.exceptions import StatementsError
from stancegraph.statements import FIELDS, Duplicates, Nodes, Statements, prepare

__all__ = [
    "AGGREGATIONS",
    "MODES",
    "NORMALIZATIONS",
    "Aggregation",
    "Mode",
    "Network",
    "Normalization",
    "Tensor",
    "network",
    "project",
    "tensor",
]

Mode: TypeAlias = Literal["two", "one"]
Aggregation: TypeAlias = Literal["ignore", "combine", "congruence", "conflict", "subtract"]
Normalization: TypeAlias = Literal[
    "none", "activity", "prominence", "average", "jaccard", "cosine", "dna-cosine"
]
MODES: tuple[Mode, ...] = get_args(Mode)
#: What each mode can be aggregated and normalised by.
AGGREGATIONS: Mapping[Mode, tuple[Aggregation, ...]] = {
    "two": ("ignore", "combine", "subtract"),
    "one": ("ignore", "congruence", "conflict", "subtract"),
}
NORMALIZATIONS: Mapping[Mode, tuple[Normalization, ...]] = {
    "two": ("none", "activity", "prominence"),
    "one": ("none", "average", "jaccard", "cosine", "dna-cosine"),
}
#: How alike two stances are, given their distance as a share of the scale's width.
_LIKENESS: Mapping[Aggregation, Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]] = {
    "ignore": np.ones_like,
    "congruence": lambda apart: 1.0 - apart,
    "conflict": lambda apart: apart,
    "subtract": lambda apart: 1.0 - 2.0 * apart,
}

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Tensor:
    """The counts X[i,j,k] of prepared statements, and where each of them went.

    `counts` is a sparse matrix of nodes x (issues x stances), the stance running
    fastest; `rows`, `columns` and `levels` name its axes (labels sorted, stances
    ascending). `row`, `column` and `level` give the place of each statement in
    the order of `statements.rows`; `totals` is the number (or weight) of each
    node's statements, t_i.
    """

    statements: Statements
    nodes: Nodes
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    levels: Floats
    row: npt.NDArray[np.intp]
    column: npt.NDArray[np.intp]
    level: npt.NDArray[np.intp]
    counts: Any
    totals: Floats

    @property
    def apart(self) -> Floats:
        """The distances of the stances from each other, as shares of the scale's width."""
        distance = np.abs(self.levels[:, None] - self.levels[None, :])
        width = self.statements.scale.width
        return distance / width if width else distance

    def cube(self) -> Floats:
        """Return the counts as a dense array of nodes x issues x stances."""
        shape = len(self.rows), len(self.columns), len(self.levels)
        return np.asarray(self.counts.toarray(), dtype=np.float64).reshape(shape)

    def by_issue(self, weights: Floats) -> Any:
        """Add up the stances of each node and issue, each times its weight."""
        per_issue = sparse.kron(sparse.eye_array(len(self.columns)), weights[:, None])
        return sparse.csr_array(self.counts @ per_issue)

    def paired(self, likeness: Floats) -> Any:
        """Sum a likeness of stances over all pairs of statements on the same issue."""
        per_issue = sparse.kron(sparse.eye_array(len(self.columns)), likeness)
        return sparse.csr_array(self.counts @ per_issue @ self.counts.T)


@dataclass(frozen=True, eq=False)
class Network:
    """A discourse network: a matrix with its labels, and what it was made of.

    `values` is a sparse matrix over `rows` x `columns` (the same labels twice in
    a one-mode network), both sorted; what it does not store is 0. `tensor` holds
    the statements counted and leads from every cell back to them
    (`stancegraph.networks.graphs`).
    """

    mode: Mode
    aggregation: Aggregation
    normalization: Normalization
    values: Any
    tensor: Tensor = field(repr=False)

    @property
    def nodes(self) -> Nodes:
        """The kind of the rows."""
        return self.tensor.nodes

    @property
    def facing(self) -> Nodes:
        """The kind of the columns."""
        return self.nodes if self.mode == "one" else _facing(self.nodes)

    @property
    def rows(self) -> tuple[str, ...]:
        """The labels of the rows, sorted."""
        return self.tensor.rows

    @property
    def columns(self) -> tuple[str, ...]:
        """The labels of the columns, sorted."""
        return self.rows if self.mode == "one" else self.tensor.columns

    @property
    def n(self) -> int:
        """The number of statements counted."""
        return len(self.tensor.statements)

    def dense(self) -> Floats:
        """Give the matrix as an array of rows x columns."""
        return np.asarray(self.values.todense(), dtype=np.float64)

    def frame(self) -> pd.DataFrame:
        """Give the matrix as a frame with its labels."""
        return pd.DataFrame(self.dense(), index=list(self.rows), columns=list(self.columns))


def _facing(nodes: Nodes) -> Nodes:
    return "actor" if nodes == "issue" else "issue"


def _codes(
    column: "pd.Series[Any]", labels: Sequence[str] | None
) -> tuple[npt.NDArray[np.intp], tuple[str, ...]]:
    if labels is None:
        codes, found = pd.factorize(column, sort=True)
        return np.asarray(codes, dtype=np.intp), tuple(str(name) for name in found)
    return np.asarray(pd.Index(labels).get_indexer(pd.Index(column)), dtype=np.intp), tuple(labels)


def tensor(
    prepared: Statements,
    nodes: Nodes = "actor",
    *,
    weights: Floats | None = None,
    roots: bool = False,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
) -> Tensor:
    """Count prepared statements by node, issue and stance.

    Args:
        prepared: as `stancegraph.statements.prepare` gives them.
        nodes: what the rows are.
        weights: what each statement counts, 1 if None.
        roots: let `counts` have the weights' square roots, so that a product of two
            statements weighs their geometric mean; `totals` have them whole.
        rows, columns: the labels, sorted, if others than those that occur.

    Raises:
        StatementsError: an agreement is not a value of the table's scale.

    >>> import pandas as pd
    >>> said = pd.DataFrame({"organization": ["b", "a"], "concept": ["x", "x"],
    ...                      "agreement": [1.0, 0.0]})
    >>> tensor(Statements(said)).counts.toarray().tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    table = prepared.rows
    row, row_labels = _codes(table[FIELDS[nodes]], rows)
    column, column_labels = _codes(table[FIELDS[_facing(nodes)]], columns)
    agreement = table["agreement"].to_numpy()
    levels = (
        np.array([0.0, 1.0])
        if prepared.scale.binary
        else np.array(sorted(value for value, _ in prepared.scale.codes))
    )
    level = np.searchsorted(levels, agreement).clip(max=len(levels) - 1)
    if not np.array_equal(levels[level], agreement):
        strange = agreement[levels[level] != agreement][0]
        raise StatementsError(
            f"an agreement of {strange:g} is not on the table's scale"
            f" ({', '.join(f'{value:g}' for value in levels)}); see stancegraph.statements.scale_of"
        )
    shape = (len(row_labels), len(column_labels) * len(levels))
    weighed = np.ones(len(table)) if weights is None else weights
    entries = np.sqrt(weighed) if roots else weighed
    counts = sparse.coo_array((entries, (row, column * len(levels) + level)), shape=shape)
    return Tensor(
        prepared,
        nodes,
        row_labels,
        column_labels,
        levels,
        row,
        column,
        np.asarray(level, dtype=np.intp),
        counts.tocsr(),
        np.bincount(row, weights=weighed, minlength=len(row_labels)).astype(np.float64),
    )


def network(
    statements: Statements,
    *,
    mode: Mode = "two",
    nodes: Nodes = "actor",
    aggregation: Aggregation = "ignore",
    normalization: Normalization = "none",
    duplicates: Duplicates = "include",
    start: date | None = None,
    end: date | None = None,
    exclude: Mapping[str, Collection[Any]] | None = None,
    keep: Mapping[str, Collection[Any]] | None = None,
    isolates: bool = False,
) -> Network:
    """Make a discourse network of a table of statements.

    Args:
        statements: the table, as read or made.
        mode: "two" (nodes x issues) or "one" (nodes x nodes).
        nodes: the kind of the rows; of "issue", the columns are actors.
        aggregation, normalization: see the module.
        duplicates, start, end, exclude, keep: see `stancegraph.statements.prepare`.
        isolates: keep the nodes and issues whose statements were all left out.

    Raises:
        ValueError: the mode cannot be aggregated or normalised so.

    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", who, who, "truce", "support", "Yes.", 0, 4)
    ...         for who in ("east", "west")]
    >>> pair = network(from_positions(said), mode="one", aggregation="congruence")
    >>> pair.rows, pair.dense().tolist()
    (('east', 'west'), [[0.0, 1.0], [1.0, 0.0]])
    """
    check(mode, aggregation, normalization)
    prepared = prepare(
        statements,
        nodes=nodes,
        start=start,
        end=end,
        exclude=exclude,
        keep=keep,
        duplicates=duplicates,
        stance_matters=aggregation != "ignore",
    )
    rows, columns = labels(statements, nodes) if isolates else (None, None)
    counted = tensor(prepared, nodes, rows=rows, columns=columns)
    return project(counted, mode=mode, aggregation=aggregation, normalization=normalization)


def labels(statements: Statements, nodes: Nodes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the sorted labels of all nodes, and of all that they face, in a table.

    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> labels(from_positions([yes]), "actor")
    (('east',), ('truce',))
    """
    found = []
    for kind in (nodes, _facing(nodes)):
        names = statements.rows[FIELDS[kind]].dropna().unique()
        found.append(tuple(sorted(str(name) for name in names if name != "")))
    return found[0], found[1]


def check(mode: Mode, aggregation: Aggregation, normalization: Normalization) -> None:
    """Refuse an aggregation or normalisation that the mode does not have.

    >>> check("one", "congruence", "average")
    >>> check("two", "congruence", "none")
    Traceback (most recent call last):
        ...
    ValueError: a two-mode network has no aggregation congruence; take ignore, combine or subtract
    """
    for what, value, known in (
        ("aggregation", aggregation, AGGREGATIONS[mode]),
        ("normalization", normalization, NORMALIZATIONS[mode]),
    ):
        if value not in known:
            raise ValueError(f"a {mode}-mode network has no {what} {value}; take {_either(known)}")


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def project(
    counted: Tensor,
    *,
    mode: Mode = "two",
    aggregation: Aggregation = "ignore",
    normalization: Normalization = "none",
) -> Network:
    """Aggregate and normalise counted statements; see `network`.

    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> project(tensor(from_positions([yes])), aggregation="subtract").frame()
          truce
    east    1.0
    """
    check(mode, aggregation, normalization)
    make = _two_mode if mode == "two" else _one_mode
    values = make(counted, aggregation, normalization)
    return Network(mode, aggregation, normalization, values, counted)


def _two_mode(counted: Tensor, aggregation: Aggregation, normalization: Normalization) -> Any:
    scale, levels = counted.statements.scale, counted.levels
    plain = counted.by_issue(np.ones(len(levels)))
    if aggregation == "ignore":
        values, weighed = plain, plain
    elif aggregation == "subtract":
        signs = 2.0 * levels - 1.0 if scale.binary else levels
        values, weighed = counted.by_issue(signs), plain
    else:
        code = dict(scale.codes)
        occurring = replace(counted, counts=_pattern(counted.counts))
        values = occurring.by_issue(np.array([float(code[level]) for level in levels]))
        weighed = _pattern(plain)
    if normalization == "none":
        return values
    axis = 1 if normalization == "activity" else 0
    total = np.asarray(weighed.sum(axis=axis), dtype=np.float64).ravel()
    cells = sparse.coo_array(values)
    divisor = total[cells.coords[0] if axis else cells.coords[1]]
    cells.data = _divided(cells.data, divisor)
    return cells.tocsr()


def _pattern(matrix: Any) -> Any:
    found = matrix.copy()
    found.data = (found.data > 0).astype(np.float64)
    return found


def _divided(values: Floats, divisor: Floats) -> Floats:
    """Divide, with 0 where the divisor is 0."""
    return np.divide(values, divisor, out=np.zeros_like(values), where=divisor != 0)


def _one_mode(counted: Tensor, aggregation: Aggregation, normalization: Normalization) -> Any:
    likeness = _LIKENESS[aggregation](counted.apart)
    pairs = sparse.coo_array(counted.paired(likeness))
    row, column = pairs.coords
    other = row != column
    row, column, values = row[other], column[other], pairs.data[other]
    divisor = _divisor(counted, aggregation, normalization, row, column)
    values = _divided(values, divisor)
    size = len(counted.rows)
    return sparse.coo_array((values, (row, column)), shape=(size, size)).tocsr()


def _divisor(
    counted: Tensor,
    aggregation: Aggregation,
    normalization: Normalization,
    row: npt.NDArray[np.intp],
    column: npt.NDArray[np.intp],
) -> Floats:
    total = counted.totals
    if normalization == "average":
        return (total[row] + total[column]) / 2
    if normalization == "dna-cosine":
        return total[row] * total[column]
    if normalization == "cosine":
        like = np.ones_like if aggregation == "ignore" else _LIKENESS["congruence"]
        own = np.sqrt(_own(counted, like(counted.apart)))
        return own[row] * own[column]
    if normalization == "jaccard":
        # What node i says where i' says something: the rest of t_i is Σ X [X' = 0].
        shared = counted.counts @ _pattern(counted.counts).T
        both = counted.counts @ counted.counts.T
        alone = total[row] - at(shared, row, column) + total[column] - at(shared, column, row)
        return alone + at(both, row, column)
    return np.ones(len(row))


def _own(counted: Tensor, likeness: Floats) -> Floats:
    """Give what each node has with itself, without the products of all pairs."""
    per_issue = sparse.kron(sparse.eye_array(len(counted.columns)), likeness)
    return np.asarray(
        (counted.counts @ per_issue).multiply(counted.counts).sum(axis=1), dtype=np.float64
    ).ravel()


def at(matrix: Any, row: npt.NDArray[np.intp], column: npt.NDArray[np.intp]) -> Floats:
    """Give the cells of a sparse matrix at pairs of row and column.

    >>> import numpy as np
    >>> from scipy import sparse
    >>> at(sparse.eye_array(3), np.array([0, 1]), np.array([0, 2])).tolist()
    [1.0, 0.0]
    """
    if not len(row):
        return np.zeros(0)
    return np.asarray(sparse.csr_matrix(matrix)[row, column], dtype=np.float64).ravel()
