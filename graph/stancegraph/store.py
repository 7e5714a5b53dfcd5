"""The graph on disk: an embedded Oxigraph store, read with SPARQL.

`build_store` writes a folder with two things in it: ``store/``, the Oxigraph
database, and ``graph.trig``, the same graph as text, sorted, for readers, for
version control and for the day on which the database's format changes.

Who may do what at the same time: one process writes, any number read. A reader
(``read_only=True``) beside a writer sees the graph as it was when it opened it.
Each change is all or nothing. A build goes into a fresh folder beside the old
one and takes its place when it is complete.

`GraphStore` says what a store is to the rest of the package; a store behind a
server can take the place of the embedded one by doing the same.

>>> from stancegraph.case import Case
>>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
>>> store = Store.memory()
>>> store.put_graph(reference_graph(case))
>>> store.put_graph(article_graph(Article(id="note", text="Avalon accepts."), [], case))
>>> [article.id for article in stored_articles(store)]
['note']
"""

import gc
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from errno import ENOSPC
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Protocol, Self, get_args

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Namespace
from rdflib.namespace import XSD

from stancegraph.case import Case
from stancegraph.exceptions import ArticleError, QueryError, StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import (
    PREFIXES,
    article_graph,
    article_iri,
    case_from_rdf,
    distinct,
    from_rdf,
    reference_graph,
    standings_apart_from,
    standings_graph,
    standings_iri,
    standings_parameters,
)
from stancegraph.sparql import Term, bind, check_read_only, names_dataset
from stancegraph.standings import Rules, counts
from stancegraph.vocabulary import SG, STANCE_TERMS

__all__ = [
    "DUMP_FORMATS",
    "BuildSummary",
    "DumpFormat",
    "GraphStore",
    "Store",
    "Table",
    "Value",
    "build_store",
    "read_case",
    "stored",
    "stored_articles",
    "stored_positions",
]

#: What a cell of a result can be; IRIs are given as text.
Value = str | int | float | bool | date | None

DumpFormat = Literal["turtle", "trig", "nquads", "jsonld"]
DUMP_FORMATS: tuple[DumpFormat, ...] = get_args(DumpFormat)
_FORMATS: Mapping[DumpFormat, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}

_DATABASE = "store"
_DUMP = "graph.trig"
#: Articles read back at a time: bounds the memory, and more gains nothing.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a SELECT: column names, and rows of as many values."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]

    def records(self) -> list[dict[str, Value]]:
        """Return the rows as dictionaries.

        >>> Table(("a", "b"), [(1, None)]).records()
        [{'a': 1, 'b': None}]
        """
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build put into the graph; equal statements of an article count once."""

    articles: int
    positions: int
    triples: int


class GraphStore(Protocol):
    """What the package asks of a store of named graphs, wherever it is."""

    def put_graph(self, quads: Iterable[ox.Quad], *, drop: Sequence[str] = ()) -> None:
        """Replace every graph that the quads are in and remove others, all or nothing."""

    def delete_graph(self, name: str) -> None:
        """Remove the graph of that name, if it is there."""

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""

    def quads(self, graph: str) -> list[ox.Quad]:
        """Return the quads of one graph."""

    def select(self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None) -> Table:
        """Run a SELECT over the union of all graphs."""

    def construct(
        self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None
    ) -> list[ox.Triple]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs."""


@contextmanager
def _explained(path: Path | None, *, writing: bool = False) -> Iterator[None]:
    """Turn the engine's errors into ones that name the store and the remedy."""
    where = "the graph in memory" if path is None else str(path)
    try:
        yield
    except (OSError, RuntimeError) as error:
        if isinstance(error, StoreError):
            raise
        words = str(error)
        if "lock" in words.lower():
            remedy = "is being written by another program; close that one, or open it read-only"
        elif "read-write instances" in words:
            remedy = "was opened read-only; open it with read_only=False to change it"
        elif getattr(error, "errno", None) == ENOSPC or "No space left" in words:
            remedy = "the disk is full; free some space and build again"
        elif isinstance(error, PermissionError) or "Permission denied" in words:
            remedy = "no permission; choose another folder or change its rights"
        elif "Read-only file system" in words:
            remedy = "the disk is read-only; choose another folder"
        elif writing:
            remedy = "cannot be written; choose another place"
        else:
            remedy = "is not a readable graph store; build the graph anew"
        raise StoreError(f"{where}: {remedy} ({words})") from error


class Store:
    """A graph store on this computer's disk (or, for trying out, in memory).

    It has state: the open database. Close it, or use it as a context manager,
    so that the lock of a writer is released at once.
    """

    def __init__(self, engine: ox.Store, path: Path | None) -> None:
        self._open_engine: ox.Store | None = engine
        self._path = path
        self._lent = False

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False) -> Self:
        """Open the graph that `build_store` wrote to the folder `path`.

        Raises:
            StoreError: there is no graph, another process is writing to it, or
                it cannot be read.
        """
        folder = Path(path)
        database = folder / _DATABASE if (folder / _DATABASE).is_dir() else folder
        if not (database / "CURRENT").is_file():  # what every RocksDB database has
            raise StoreError(
                f"{folder}: there is no graph; make one with `stancegraph build … --out {folder}`"
            )
        with _explained(folder):
            engine = ox.Store.read_only(str(database)) if read_only else ox.Store(str(database))
        return cls(engine, folder)

    @classmethod
    def create(cls, path: str | os.PathLike[str]) -> Self:
        """Make an empty graph store in the folder `path`, which must be new or empty.

        Raises:
            StoreError: the folder has something in it, or cannot be written.
        """
        folder = Path(path)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StoreError(f"{folder}: is there already; choose a new folder")
        with _explained(folder, writing=True):
            folder.mkdir(parents=True, exist_ok=True)
            engine = ox.Store(str(folder / _DATABASE))
        return cls(engine, folder)

    @classmethod
    def memory(cls) -> Self:
        """Make a store that lives in memory and is gone with the process."""
        return cls(ox.Store(), None)

    def close(self) -> None:
        """Write what is pending and release the lock; the store can't be used after."""
        if self._open_engine is not None:
            self._open_engine = None
            if self._lent:
                # The lock lives as long as anything refers to the database, and rdflib's
                # datasets refer to themselves.
                gc.collect()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of triples over all graphs."""
        return len(self._engine)

    @property
    def _engine(self) -> ox.Store:
        if self._open_engine is None:
            raise StoreError(f"{self._path or 'the graph in memory'}: is closed; open it again")
        return self._open_engine

    # --- graphs -------------------------------------------------------------------------

    def put_graph(self, quads: Iterable[ox.Quad], *, drop: Sequence[str] = ()) -> None:
        """Replace every named graph that `quads` are in by them, all or nothing.

        The graphs that `drop` names are removed in the same step.

        Raises:
            StoreError: the store is read-only or cannot be written, or a quad
                is in no named graph.
        """
        by_graph: dict[ox.NamedNode, list[ox.Triple]] = {}
        for quad in quads:
            if not isinstance(quad.graph_name, ox.NamedNode):
                raise StoreError(f"{quad} is in no named graph; name one")
            by_graph.setdefault(quad.graph_name, []).append(quad.triple)
        # One update request is one transaction.
        steps = [f"DROP SILENT GRAPH {_graph_name(name)}" for name in drop]
        for name, triples in by_graph.items():
            steps.extend(
                _replacing(name, {quad.triple for quad in self.quads(name.value)}, triples)
            )
        if steps:
            with _explained(self._path):
                self._engine.update(" ;\n".join(steps))

    def delete_graph(self, name: str) -> None:
        """Remove the graph of that name; nothing happens where there is none.

        Raises:
            StoreError: the store is read-only or cannot be written.
        """
        with _explained(self._path):
            self._engine.remove_graph(ox.NamedNode(name))

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""
        with _explained(self._path):
            return sorted(name.value for name in self._engine.named_graphs())

    def quads(self, graph: str) -> list[ox.Quad]:
        """Return the quads of one graph, in no order."""
        with _explained(self._path):
            return list(self._engine.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def bulk_load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads at once, in less time and memory than `put_graph` takes.

        Raises:
            StoreError: the store is read-only or cannot be written.
        """
        with _explained(self._path):
            self._engine.bulk_extend(quads)

    def put_article(self, article: Article, positions: Sequence[Position], case: Case) -> None:
        """Put an article with its positions, instead of what was known of it.

        The standings are made anew in the same step.
        """
        quads = article_graph(article, positions, case)
        derived = _derived(self, case, article_iri(article.id), quads)
        self.put_graph([*quads, *derived])

    def delete_article(self, article_id: str) -> None:
        """Withdraw an article with its positions.

        The standings are made anew in the same step.
        """
        name = article_iri(article_id)
        cases = self.select("SELECT ?case { ?standings a sg:Standings ; sg:case ?case }").rows
        derived = _derived(self, read_case(self), name) if cases else []
        self.put_graph(derived, drop=[name])

    # --- queries ------------------------------------------------------------------------

    def select(self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None) -> Table:
        """Run a SELECT over the union of all graphs and return its rows.

        `bindings` gives variables of the query the values that they may take
        (see `stancegraph.sparql.bind`). Numbers, truth values and dates come as
        Python's, everything else as text, unbound cells as None.

        Raises:
            QueryError: the query does not parse, is no SELECT, or is refused.
            StoreError: the store cannot be read.
        """
        results = self._query(query, bindings)
        if not isinstance(results, ox.QuerySolutions):
            raise QueryError("the query is no SELECT; write one, or use construct()")
        columns = tuple(variable.value for variable in results.variables)
        with _explained(self._path):
            rows = [tuple(_value(term) for term in solution) for solution in results]
        return Table(columns, rows)

    def construct(
        self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None
    ) -> list[ox.Triple]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs.

        Raises:
            QueryError: the query does not parse, is neither, or is refused.
            StoreError: the store cannot be read.
        """
        results = self._query(query, bindings)
        if not isinstance(results, ox.QueryTriples):
            raise QueryError("the query is no CONSTRUCT or DESCRIBE; write one, or use select()")
        with _explained(self._path):
            return list(results)

    def answer(
        self,
        query: str,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Run a query of any form and return the engine's own result, to be serialised.

        The graphs are those of the SPARQL protocol: where one is named, they are the
        dataset, whatever the query says of FROM. Otherwise FROM counts, and without it
        the default graph is the union of all graphs.

        Raises:
            QueryError: the query does not parse, or is refused, or a graph's name is no IRI.
            StoreError: the store cannot be read.
        """
        return self._query(query, None, default_graphs, named_graphs)

    def _query(
        self,
        query: str,
        bindings: Mapping[str, Sequence[Term]] | None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        check_read_only(query)
        bound = bind(query, bindings or {})
        if default_graphs or named_graphs:
            dataset: dict[str, Any] = {
                "default_graph": [_graph_name(name) for name in default_graphs],
                "named_graphs": [_graph_name(name) for name in named_graphs],
            }
        else:
            # FROM would be ignored otherwise.
            dataset = {"use_default_graph_as_union": not names_dataset(query)}
        try:
            with _explained(self._path):
                return self._engine.query(bound, prefixes=dict(PREFIXES), **dataset)
        except SyntaxError as error:
            raise QueryError(f"the query does not parse: {error}; correct it there") from error

    # --- other views --------------------------------------------------------------------

    def dataset(self) -> Dataset:
        """Return the store as an rdflib Dataset whose default graph is the union.

        It is a view on the open store, not a copy. Give its `query` a string:
        prepared queries are run by rdflib itself, many times slower. Unlike
        `select` it refuses nothing: SERVICE asks other servers.
        """
        self._lent = True
        dataset = Dataset(store=OxigraphStore(store=self._engine), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, Namespace(namespace))
        return dataset

    def dump(self, path: str | os.PathLike[str], format: DumpFormat = "trig") -> None:
        """Write the whole graph to a file, sorted, so that equal graphs give equal files.

        Turtle has no named graphs: there the triples of all of them are written
        as one. The file is written aside and renamed when it is complete.

        Raises:
            StoreError: the format is unknown or the file cannot be written.
        """
        if format not in _FORMATS:
            raise StoreError(
                f"{path}: {format!r} is no format of a graph; take one of {', '.join(_FORMATS)}"
            )
        target = Path(path)
        aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        try:
            with _explained(target, writing=True), aside.open("xb") as file:
                self._serialize(file, format)
            with _explained(target, writing=True):
                aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)

    def _serialize(self, file: IO[bytes], format: DumpFormat) -> None:
        quads = self._sorted_quads()
        prefixes = dict(PREFIXES)
        cases = self.select("SELECT DISTINCT ?case { ?case a sg:Case }").rows
        if len(cases) == 1:
            for part in ("actor", "issue", "group"):
                prefixes[part] = f"{cases[0][0]}/{part}/"
        if format == "turtle":
            triples = (quad.triple for quad in quads)
            ox.serialize(triples, file, format=_FORMATS[format], prefixes=prefixes)
        else:
            ox.serialize(quads, file, format=_FORMATS[format], prefixes=prefixes)

    def _sorted_quads(self) -> Iterator[ox.Quad]:
        for name in self.graphs():
            yield from sorted(self.quads(name), key=str)


def _graph_name(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise QueryError(f"{name!r} is no name of a graph; give a whole IRI") from error


def _replacing(
    name: ox.NamedNode, old: set[ox.Triple], triples: Iterable[ox.Triple]
) -> Iterator[str]:
    """Yield the updates that make one graph of another: what changes little is done quickly.

    The data are N-Triples from the library's serialiser, as they would go to a server.
    """
    new = set(triples)
    if any(isinstance(term, ox.BlankNode) for triple in old for term in triple):
        yield f"DROP SILENT GRAPH {name}"  # a blank node cannot be named to delete it
        gone, come = set[ox.Triple](), new
    else:
        gone, come = old - new, new - old
    if gone:
        yield f"DELETE DATA {{ GRAPH {name} {{ {_ntriples(gone)} }} }}"
    if come:
        yield f"INSERT DATA {{ GRAPH {name} {{ {_ntriples(come)} }} }}"


def _ntriples(triples: Iterable[ox.Triple]) -> str:
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return data.decode("utf-8") if data else ""


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    if isinstance(term, ox.Literal):
        value = term.value
        read = _READERS.get(term.datatype.value)
        if read is None:
            return value
        try:
            return read(value)
        except ValueError:  # ill-typed, as "2024-13-45"^^xsd:date: show what is there
            return value
    if isinstance(term, ox.NamedNode):
        return term.value
    return None if term is None else str(term)


_READERS: Mapping[str, Callable[[str], Value]] = {
    str(XSD.integer): int,
    str(XSD.decimal): float,
    str(XSD.double): float,
    str(XSD.float): float,
    str(XSD.boolean): lambda value: value in ("true", "1"),
    str(XSD.date): date.fromisoformat,
}


# --- building -----------------------------------------------------------------------------


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
    with _explained(folder, writing=True):
        folder.mkdir(parents=True, exist_ok=True)
        fresh.mkdir()
    try:
        summary = _fill(fresh, articles_with_positions, case, as_of, rules or Rules())
        with _explained(folder, writing=True):
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
            with _explained(folder.parent, writing=True):
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
    database, old = folder / _DATABASE, fresh / "old"
    had_one = database.exists()
    if had_one:
        database.rename(old)
    try:
        (fresh / "new" / _DATABASE).rename(database)
        (fresh / _DUMP).replace(folder / _DUMP)
    except OSError:
        with suppress(OSError):
            if database.exists():
                shutil.rmtree(database)
            if had_one:
                old.rename(database)
        raise


# --- standings ----------------------------------------------------------------------------

#: The statements that standings rest on, of some actors on some issues.
_STATEMENTS = """
SELECT ?position ?actor ?issue ?stance ?attribution ?confidence ?date ?article ?id ?start
  ?holder ?name {
  VALUES (?actor ?issue) { %s }
  ?position sg:actor ?actor ; sg:issue ?issue ; sg:time sg:Current ; sg:attribution ?attribution ;
    sg:stance ?stance ; sg:confidence ?confidence ; sg:article ?article ; sg:holderText ?name ;
    sg:evidence/oa:hasSelector/oa:start ?start .
  FILTER(?attribution != sg:Ascribed)
  ?article dct:identifier ?id .
  OPTIONAL { ?position dct:date ?date }
  OPTIONAL { ?position sg:holder ?holder }
}
"""
_ARTICLE_DAYS = "SELECT ?article ?issued { ?article a sg:Article ; dct:issued ?issued }"


def _derived(
    store: GraphStore, case: Case, name: str, quads: Sequence[ox.Quad] = ()
) -> list[ox.Quad]:
    """Return the derived graph as it is once the article `name` has become `quads`.

    Only what the article speaks of is put together anew; the other standings
    are those of the derived graph that is there, as are the rules.
    """
    there = store.quads(standings_iri(case))
    as_of, rules = standings_parameters(there)
    cells = {*_cells(store.quads(name)), *_cells(quads)}
    statements = _statements(store, case, cells, name)
    days = [day for article, day in store.select(_ARTICLE_DAYS).rows if article != name]
    for article, positions in from_rdf(quads, case):
        statements.update(distinct(positions, case))
        days.append(article.date)
    today = max((day for day in days if isinstance(day, date)), default=None)
    fresh = standings_graph(statements, case, today=today, as_of=as_of, rules=rules)
    return [*standings_apart_from(cells, there), *fresh]


def _cells(quads: Iterable[ox.Quad]) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    """Yield the actor and the issue of each position among the quads."""
    actors: dict[object, object] = {}
    issues: dict[object, object] = {}
    for quad in quads:
        if quad.predicate.value == str(SG.actor):
            actors[quad.subject] = quad.object
        elif quad.predicate.value == str(SG.issue):
            issues[quad.subject] = quad.object
    for position, actor in actors.items():
        issue = issues.get(position)
        if isinstance(actor, ox.NamedNode) and isinstance(issue, ox.NamedNode):
            yield actor, issue


def _statements(
    store: GraphStore,
    case: Case,
    cells: Iterable[tuple[ox.NamedNode, ox.NamedNode]],
    without: str,
) -> dict[str, Position]:
    """Return the statements of some actors on some issues, but for those of one article."""
    actors = {actor.iri: actor.id for actor in case.actors.values()}
    issues = {issue.iri: issue.id for issue in case.issues.values()}
    stances = {str(term): stance for stance, term in STANCE_TERMS.items()}
    statements: dict[str, Position] = {}
    # The terms are written by pyoxigraph, which escapes what could end them.
    pairs = " ".join(f"({actor} {issue})" for actor, issue in cells if actor.value in actors)
    for row in store.select(_STATEMENTS % pairs).rows if pairs else ():
        iri, actor, issue, stance, attribution, confidence, day, article, known, start = row[:10]
        holder, name = row[10:]
        if article == without:
            continue
        if issue not in issues or stance not in stances:
            raise StoreError(f"{iri}: its issue or stance is not known; build the graph anew")
        place = int(str(start))
        statements[str(iri)] = Position(
            article=str(known),
            actor=actors[str(actor)],
            holder=str(name),
            holder_id=actors.get(str(holder)),
            issue=issues[str(issue)],
            stance=stances[str(stance)],
            quote="",
            start=place,
            end=place,
            attribution="self" if attribution == str(SG.SelfStated) else "reported",
            confidence=float(str(confidence)),
            date=day if isinstance(day, date) else None,
        )
    return statements


# --- reading back -------------------------------------------------------------------------


def read_case(store: GraphStore) -> Case:
    """Return the case that the graph was built with, without cues and word lists.

    Raises:
        StoreError: the graph holds no case or several.
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
    """
    return [article for article, _ in stored(store)]


def stored_positions(store: GraphStore) -> list[Position]:
    """Return all positions in the graph, article by article, in reading order.

    Raises:
        StoreError: the graph is damaged.
    """
    return [position for _, positions in stored(store) for position in positions]
