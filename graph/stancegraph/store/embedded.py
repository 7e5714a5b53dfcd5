"""The embedded store: an Oxigraph database in a folder, or in memory."""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Namespace

from stancegraph.case import Case
from stancegraph.exceptions import QueryError, StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import PREFIXES
from stancegraph.sparql import Term, bind, check_read_only, names_dataset
from stancegraph.store.changes import by_graph, delete_article, put_article, replacements
from stancegraph.store.dumping import DumpFormat, dump
from stancegraph.store.interface import Table
from stancegraph.store.values import explained, graph_node, value_of

#: The folder of the database inside the folder of a graph.
DATABASE = "store"
#: What is derived from the graph beside it, and no longer true once the graph has changed.
_DERIVED = "positions.parquet"


class Store:
    """A graph store on this computer's disk (or, for trying out, in memory).

    It has state: the open database. Close it, or use it as a context manager,
    so that the lock of a writer is released at once.
    """

    def __init__(self, engine: ox.Store, path: Path | None, *, read_only: bool = False) -> None:
        self._open_engine: ox.Store | None = engine
        self._path = path
        self._writable = not read_only
        self._lent = False

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False) -> Self:
        """Open the graph that `build_store` wrote to the folder `path`.

        Raises:
            StoreError: there is no graph, another process is writing to it, or
                it cannot be read.
        """
        folder = Path(path)
        database = folder / DATABASE if (folder / DATABASE).is_dir() else folder
        if not (database / "CURRENT").is_file():  # what every RocksDB database has
            for left in folder.glob(f".building-*/old/{DATABASE}"):
                raise StoreError(
                    f"{folder}: a build was killed while it took this graph's place; build"
                    f" again, or move {left} back to {folder / DATABASE}"
                )
            raise StoreError(
                f"{folder}: there is no graph; make one with `stancegraph build … --out {folder}`"
            )
        with explained(folder):
            engine = ox.Store.read_only(str(database)) if read_only else ox.Store(str(database))
        return cls(engine, folder, read_only=read_only)

    @classmethod
    def create(cls, path: str | os.PathLike[str]) -> Self:
        """Make an empty graph store in the folder `path`, which must be new or empty.

        Raises:
            StoreError: the folder has something in it, or cannot be written.
        """
        folder = Path(path)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StoreError(f"{folder}: is there already; choose a new folder")
        with explained(folder, writing=True):
            folder.mkdir(parents=True, exist_ok=True)
            engine = ox.Store(str(folder / DATABASE))
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

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Change the graph; the table beside it goes first, whatever becomes of the change."""
        with explained(self._path):
            if self._path is not None and self._writable:
                (self._path / _DERIVED).unlink(missing_ok=True)
            yield

    # --- graphs -------------------------------------------------------------------------

    def put_graph(self, quads: Iterable[ox.Quad], *, drop: Sequence[str] = ()) -> None:
        """Replace every named graph that `quads` are in by them, all or nothing.

        The graphs that `drop` names are removed in the same step.

        Raises:
            StoreError: the store is read-only or cannot be written, a quad is in no
                named graph, or `drop` has what is no name of one.
        """
        # One update request is one transaction.
        steps = replacements(self, by_graph(quads), drop)
        if steps:
            with self._changing():
                self._engine.update(" ;\n".join(steps))

    def delete_graph(self, name: str) -> None:
        """Remove the graph of that name; nothing happens where there is none.

        Raises:
            StoreError: the store is read-only or cannot be written.
        """
        with self._changing():
            self._engine.remove_graph(graph_node(name))

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""
        with explained(self._path):
            return sorted(name.value for name in self._engine.named_graphs())

    def quads(self, graph: str) -> list[ox.Quad]:
        """Return the quads of one graph, in no order."""
        with explained(self._path):
            return list(self._engine.quads_for_pattern(None, None, None, graph_node(graph)))

    def bulk_load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads at once, in less time and memory than `put_graph` takes.

        Raises:
            StoreError: the store is read-only or cannot be written.
        """
        with self._changing():
            self._engine.bulk_extend(quads)

    def put_article(self, article: Article, positions: Sequence[Position], case: Case) -> None:
        """Put an article with its positions, instead of what was known of it.

        The standings are made anew in the same step.
        """
        put_article(self, article, positions, case)

    def delete_article(self, article_id: str) -> None:
        """Withdraw an article with its positions.

        The standings are made anew in the same step.
        """
        delete_article(self, article_id)

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
        with explained(self._path):
            rows = [tuple(map(value_of, solution)) for solution in results]
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
        with explained(self._path):
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
                "default_graph": [graph_node(name, QueryError) for name in default_graphs],
                "named_graphs": [graph_node(name, QueryError) for name in named_graphs],
            }
        else:
            # FROM would be ignored otherwise.
            dataset = {"use_default_graph_as_union": not names_dataset(query)}
        try:
            with explained(self._path):
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
        as one. The file is there whole or not at all.

        Raises:
            StoreError: the format is unknown.
            OutputError: the file cannot be written.
        """
        dump(self, path, format)
