"""A graph built from a collection, whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from stancegraph.case import Case
from stancegraph.exceptions import ArticleError
from stancegraph.model import Article, Position
from stancegraph.rdf import (
    article_graph,
    article_iri,
    distinct,
    reference_graph,
    standings_graph,
    standings_iri,
)
from stancegraph.standings import Rules, counts
from stancegraph.store.description import DESCRIPTION, describe, licence_node, write_description
from stancegraph.store.embedded import DATABASE, Store
from stancegraph.store.opening import is_address
from stancegraph.store.remote import Credentials, RemoteStore
from stancegraph.store.table import TABLE, Rows
from stancegraph.store.values import explained
from stancegraph.vocabulary import DATA

_DUMP = "graph.trig"


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build put into the graph; equal statements of an article count once."""

    articles: int
    positions: int
    triples: int


def build_store(
    place: str | os.PathLike[str],
    articles_with_positions: Iterable[tuple[Article, Sequence[Position]]],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules | None = None,
    credentials: Credentials | None = None,
    licence: str | None = None,
) -> BuildSummary:
    """Build the graph of a collection in a folder, instead of any that is there.

    The standings leave out what was said after `as_of`, and are made by `rules`;
    both are kept in the graph, for when an article is put or withdrawn later.

    The folder gets ``store/``, ``graph.trig``, ``positions.parquet`` and ``description.ttl``
    (see `describe`), which tells the `licence`, an IRI, if there is one. Articles are
    taken one at a time. Where anything fails, in reading the articles too, an earlier
    graph stays as it was. A build that is killed leaves a folder ``.building-…``,
    which can be deleted once ``store/`` is there; killed between the two renames that put one
    store in the place of another, it leaves the earlier one in there, and opening says so.

    Where `place` is the address of a server, each article is put there in turn; then the
    standings, and with a `licence` the description as a graph of its own; and what is left
    of an earlier build is removed. A server has no transactions across requests: a build
    that fails there leaves what it has put so far, and is completed by building again.

    Raises:
        ArticleError: two articles have the same id, or one doesn't fit its positions.
        CaseError: a position names what the case has not.
        StoreError: the folder cannot be written, the server fails, or the licence is no IRI.

    >>> from tempfile import mkdtemp
    >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})
    >>> folder = Path(mkdtemp())
    >>> build_store(folder, [(Article("note", "It rained."), [])], case).articles
    1
    >>> sorted(path.name for path in folder.iterdir())
    ['description.ttl', 'graph.trig', 'positions.parquet', 'store']
    """
    if licence is not None:
        licence_node(licence)  # to be told before the articles are read
    collected = _Collected(case, as_of, rules or Rules())
    if is_address(place):
        with RemoteStore(str(place), credentials=credentials) as store:
            return _send(store, articles_with_positions, collected, licence)
    folder = Path(place)
    fresh = folder / f".building-{secrets.token_hex(4)}"
    made = not folder.exists()
    with explained(folder, writing=True):
        folder.mkdir(parents=True, exist_ok=True)
        fresh.mkdir()
    try:
        summary = _fill(fresh, articles_with_positions, collected, licence)
        with explained(folder, writing=True):
            _take_place(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if made:
            with suppress(OSError):  # it has the graph in it, unless the build failed
                folder.rmdir()
    return summary


@dataclass
class _Collected:
    """What a build gathers while the articles pass, and what it makes of them."""

    case: Case
    as_of: date | None
    rules: Rules
    positions: int = 0
    seen: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    statements: dict[str, Position] = field(default_factory=dict)
    rows: Rows = field(default_factory=Rows)

    def quads(
        self, articles_with_positions: Iterable[tuple[Article, Sequence[Position]]]
    ) -> Iterator[ox.Quad]:
        """Yield the quads of the case and of each article."""
        yield from reference_graph(self.case)
        for article, found in articles_with_positions:
            if article.id in self.seen:
                raise ArticleError(f"{article.id!r}: two articles have this id; rename one")
            self.seen.add(article.id)
            graph = article_graph(article, found, self.case)
            told = distinct(found, self.case)
            self.positions += len(told)
            self.rows.add(article, told)
            if article.date is not None:
                self.days.append(article.date)
            # What a standing rests on, without its words: memory for many articles.
            self.statements.update(
                (iri, replace(p, quote="", condition=None, trace={}))
                for iri, p in told.items()
                if counts(p, self.case)
            )
            yield from graph

    def standings(self) -> list[ox.Quad]:
        """Return the derived graph of all articles that have passed."""
        today = max(self.days, default=None)
        return standings_graph(
            self.statements, self.case, today=today, as_of=self.as_of, rules=self.rules
        )

    def summary(self, triples: int) -> BuildSummary:
        """Say what was built."""
        return BuildSummary(len(self.seen), self.positions, triples)


def _fill(
    folder: Path,
    articles_with_positions: Iterable[tuple[Article, Sequence[Position]]],
    collected: _Collected,
    licence: str | None,
) -> BuildSummary:
    failure: list[BaseException] = []

    def watched() -> Iterator[ox.Quad]:
        # What fails in here passes through the engine; remember it as it was.
        try:
            yield from collected.quads(articles_with_positions)
        except BaseException as error:
            failure.append(error)
            raise

    with Store.create(folder / "new") as store:
        try:
            with explained(folder.parent, writing=True):
                store.bulk_load(watched())
        except Exception:
            if failure:
                raise failure[0] from None
            raise
        store.bulk_load(collected.standings())
        with explained(folder.parent, writing=True):
            store.dump(folder / "new" / _DUMP, "trig")
            write_description(store, folder / "new" / DESCRIPTION, licence=licence)
            collected.rows.write(folder / "new" / TABLE)
        return collected.summary(len(store))


def _send(
    store: RemoteStore,
    articles_with_positions: Iterable[tuple[Article, Sequence[Position]]],
    collected: _Collected,
    licence: str | None,
) -> BuildSummary:
    case = collected.case
    sent = {case.iri, standings_iri(case)}

    def noted() -> Iterator[ox.Quad]:
        for quad in collected.quads(articles_with_positions):
            sent.add(str(quad.graph_name).strip("<>"))
            yield quad

    store.bulk_load(noted())
    store.put_graph(collected.standings())
    if licence is not None:  # a server has no file beside the store
        store.put_graph(describe(store, licence=licence))
    sent.update(map(article_iri, collected.seen))
    for name in store.graphs():
        if name.startswith(str(DATA)) and name not in sent:
            store.delete_graph(name)
    return collected.summary(len(store))


def _take_place(fresh: Path, folder: Path) -> None:
    """Put what is new in the place of what is there; on failure put everything back.

    The store goes last and comes first, so that whenever the process is killed,
    what lies beside a store was derived from it.
    """
    new, old = fresh / "new", fresh / "old"
    old.mkdir()
    names = (DATABASE, _DUMP, DESCRIPTION, TABLE)
    placed: list[str] = []
    try:
        for name in reversed(names):
            if (folder / name).exists():
                (folder / name).rename(old / name)
        for name in names:
            (new / name).replace(folder / name)
            placed.append(name)
    except OSError:
        for name in placed:
            with suppress(OSError):
                (folder / name).replace(new / name)
        for name in names:
            if (old / name).exists():
                with suppress(OSError):
                    (old / name).rename(folder / name)
        raise
