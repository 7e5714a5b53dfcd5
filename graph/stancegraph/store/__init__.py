"""The graph on disk: an embedded Oxigraph store, read with SPARQL.

`build_store` writes a folder: ``store/``, the Oxigraph database; ``graph.trig``,
the same graph as text, sorted, for readers, for version control and for the day on
which the database's format changes; ``positions.parquet``, the positions as a table;
and ``description.ttl``, what a catalogue wants to know of it.

Who may do what at the same time: one process writes, any number read. A reader
(``read_only=True``) beside a writer sees the graph as it was when it opened it.
Each change is all or nothing. A build goes into a fresh folder beside the old
one and takes its place when it is complete.

`GraphStore` says what a store is to the rest of the package; a store behind a
server can take the place of the embedded one by doing the same.

>>> from stancegraph.case import Case
>>> from stancegraph.model import Article
>>> from stancegraph.rdf import article_graph, reference_graph
>>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
>>> store = Store.memory()
>>> store.put_graph(reference_graph(case))
>>> store.put_graph(article_graph(Article(id="note", text="Avalon accepts."), [], case))
>>> [article.id for article in stored_articles(store)]
['note']
"""

from stancegraph.store.building import BuildSummary, build_store
from stancegraph.store.contents import read_case, stored, stored_articles, stored_positions
from stancegraph.store.description import DESCRIPTION, describe, licence_node, write_description
from stancegraph.store.dumping import DUMP_FORMATS, DumpFormat
from stancegraph.store.embedded import Store
from stancegraph.store.interface import GraphStore, Table, Value
from stancegraph.store.opening import is_address, open_store
from stancegraph.store.remote import Credentials, RemoteStore, is_loopback
from stancegraph.store.table import COLUMNS, positions_table

__all__ = [
    "COLUMNS",
    "DESCRIPTION",
    "DUMP_FORMATS",
    "BuildSummary",
    "Credentials",
    "DumpFormat",
    "GraphStore",
    "RemoteStore",
    "Store",
    "Table",
    "Value",
    "build_store",
    "describe",
    "is_address",
    "is_loopback",
    "licence_node",
    "open_store",
    "positions_table",
    "read_case",
    "stored",
    "stored_articles",
    "stored_positions",
    "write_description",
]
