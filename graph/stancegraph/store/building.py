"""A graph built from a collection, whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from stancegraph.case import Case
from stancegraph.exceptions import ArticleError
from stancegraph.model import Article, Position
from stancegraph.rdf import article_graph, distinct, reference_graph, standings_graph
from stancegraph.standings import Rules, counts
from stancegraph.store.embedded import DATABASE, Store
from stancegraph.store.values import explained

_DUMP = "graph.trig"


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build put into the graph; equal statements of an article count once."""

    articles: int
    positions: int
    triples: int


def build_store(
    directory: str | os.PathLike[str],
    articles_with_positions: Iterable[tuple[Article, Sequence[Position]]],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules | None = None,
) -> BuildSummary:
    """Build the graph of a collection in a folder, instead of any that is there.

    The standings leave out what was said after `as_of`, and are made by `rules`;
    both are kept in the graph, for when an article is put or withdrawn later.

    The folder gets ``store/`` and ``graph.trig``. Articles are taken one at a
    time. Where anything fails, in reading the articles too, an earlier graph
    stays as it was. A build that is killed leaves a folder ``.building-…``,
    which can be deleted once ``store/`` is there.

    Raises:
        ArticleError: two articles have the same id, or one doesn't fit its positions.
        CaseError: a position names what the case has not.
        StoreError: the folder cannot be written.
    """
    folder = Path(directory)
    fresh = folder / f".building-{secrets.token_hex(4)}"
    made = not folder.exists()
    with explained(folder, writing=True):
        folder.mkdir(parents=True, exist_ok=True)
        fresh.mkdir()
    try:
        summary = _fill(fresh, articles_with_positions, case, as_of, rules or Rules())
        with explained(folder, writing=True):
            _take_place(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if made:
            with suppress(OSError):  # it has the graph in it, unless the build failed
                folder.rmdir()
    return summary


def _fill(
    folder: Path,
    articles_with_positions: Iterable[tuple[Article, Sequence[Position]]],
    case: Case,
    as_of: date | None,
    rules: Rules,
) -> BuildSummary:
    seen: set[str] = set()
    positions = 0
    failure: list[BaseException] = []
    statements: dict[str, Position] = {}
    days: list[date] = []

    def quads() -> Iterator[ox.Quad]:
        nonlocal positions
        yield from reference_graph(case)
        for article, found in articles_with_positions:
            if article.id in seen:
                raise ArticleError(f"{article.id!r}: two articles have this id; rename one")
            seen.add(article.id)
            graph = article_graph(article, found, case)
            told = distinct(found, case)
            positions += len(told)
            if article.date is not None:
                days.append(article.date)
            # What a standing rests on, without its words: memory for many articles.
            statements.update(
                (iri, replace(p, quote="", condition=None, trace={}))
                for iri, p in told.items()
                if counts(p, case)
            )
            yield from graph

    def watched() -> Iterator[ox.Quad]:
        # What fails in here passes through the engine; remember it as it was.
        try:
            yield from quads()
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
        today = max(days, default=None)
        derived = standings_graph(statements, case, today=today, as_of=as_of, rules=rules)
        store.bulk_load(derived)
        store.dump(folder / _DUMP, "trig")
        return BuildSummary(len(seen), positions, len(store))


def _take_place(fresh: Path, folder: Path) -> None:
    """Swap the new database and dump in for the old; on failure swap back."""
    database, old = folder / DATABASE, fresh / "old"
    had_one = database.exists()
    if had_one:
        database.rename(old)
    try:
        (fresh / "new" / DATABASE).rename(database)
        (fresh / _DUMP).replace(folder / _DUMP)
    except OSError:
        with suppress(OSError):
            if database.exists():
                shutil.rmtree(database)
            if had_one:
                old.rename(database)
        raise
