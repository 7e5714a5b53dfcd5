"""What is in a store: its case, its articles and their positions, read back."""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from stancegraph.case import Case
from stancegraph.exceptions import StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import case_from_rdf, from_rdf
from stancegraph.store.interface import GraphStore

#: Articles read back at a time: bounds the memory, and more gains nothing.
_BATCH = 500


def read_case(store: GraphStore) -> Case:
    """Return the case that the graph was built with, without cues and word lists.

    Raises:
        StoreError: the graph holds no case or several.

    >>> from stancegraph.store import open_store
    >>> with open_store("build/demo") as store:
    ...     read_case(store).compared
    ('russia', 'ukraine', 'united-states', 'europe')
    """
    found = store.select("SELECT DISTINCT ?case { ?case a sg:Case }")
    if len(found.rows) != 1:
        raise StoreError(
            f"the graph holds {len(found.rows)} cases instead of one; build the graph anew"
        )
    return case_from_rdf(store.quads(str(found.rows[0][0])))


def stored(
    store: GraphStore, case: Case | None = None
) -> Iterator[tuple[Article, tuple[Position, ...]]]:
    """Yield the articles in the graph by their IRIs' order, each with its positions.

    `case` spares reading the case again.

    Raises:
        StoreError: the graph is damaged.

    >>> from stancegraph.store import open_store
    >>> with open_store("build/demo") as store:
    ...     article, positions = next(stored(store))
    >>> {position.article for position in positions} == {article.id}
    True
    """
    case = case or read_case(store)
    runs: list[ox.Quad] = []
    for (run,) in store.select("SELECT DISTINCT ?run { ?run a sg:Run } ORDER BY ?run").rows:
        runs.extend(store.quads(str(run)))
    query = "SELECT DISTINCT ?article { ?article a sg:Article } ORDER BY ?article"
    names = iter([str(row[0]) for row in store.select(query).rows])
    while batch := list(islice(names, _BATCH)):
        quads = [quad for name in batch for quad in store.quads(name)]
        yield from from_rdf([*runs, *quads], case)


def stored_articles(store: GraphStore) -> list[Article]:
    """Return all articles in the graph, text and metadata included.

    Raises:
        StoreError: the graph is damaged.

    >>> from stancegraph.store import open_store
    >>> with open_store("build/demo") as store:
    ...     len(stored_articles(store))
    14
    """
    return [article for article, _ in stored(store)]


def stored_positions(store: GraphStore) -> list[Position]:
    """Return all positions in the graph, article by article, in reading order.

    Raises:
        StoreError: the graph is damaged.

    >>> from stancegraph.model import STANCES
    >>> from stancegraph.store import open_store
    >>> with open_store("build/demo") as store:
    ...     {position.stance for position in stored_positions(store)} <= set(STANCES)
    True
    """
    return [position for _, positions in stored(store) for position in positions]
