"""The whole graph as a file: sorted, so that equal graphs give equal files."""

import os
from collections.abc import Iterator, Mapping
from typing import IO, Literal, get_args

import pyoxigraph as ox

from stancegraph.exceptions import StoreError
from stancegraph.outputs import written
from stancegraph.rdf import PREFIXES
from stancegraph.store.interface import GraphStore

DumpFormat = Literal["turtle", "trig", "nquads", "jsonld"]
DUMP_FORMATS: tuple[DumpFormat, ...] = get_args(DumpFormat)
_FORMATS: Mapping[DumpFormat, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def dump(store: GraphStore, path: str | os.PathLike[str], format: DumpFormat = "trig") -> None:
    """Write the whole graph of a store to a file.

    Turtle has no named graphs: there the triples of all of them are written
    as one. The file is there whole or not at all.

    Raises:
        StoreError: the format is unknown, or the store cannot be read.
        OutputError: the file cannot be written.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.store import open_store
    >>> file = Path(mkdtemp()) / "graph.ttl"
    >>> with open_store("build/demo") as store:
    ...     dump(store, file, "turtle")
    >>> file.read_text().startswith("@prefix")
    True
    """
    if format not in _FORMATS:
        raise StoreError(
            f"{path}: {format!r} is no format of a graph; take one of {', '.join(_FORMATS)}"
        )
    with written(path) as aside, aside.open("xb") as file:
        _serialize(store, file, format)


def _serialize(store: GraphStore, file: IO[bytes], format: DumpFormat) -> None:
    quads = _sorted_quads(store)
    prefixes = dict(PREFIXES)
    cases = store.select("SELECT DISTINCT ?case { ?case a sg:Case }").rows
    if len(cases) == 1:
        for part in ("actor", "issue", "group"):
            prefixes[part] = f"{cases[0][0]}/{part}/"
    if format == "turtle":
        triples = (quad.triple for quad in quads)
        ox.serialize(triples, file, format=_FORMATS[format], prefixes=prefixes)
    else:
        ox.serialize(quads, file, format=_FORMATS[format], prefixes=prefixes)


def _sorted_quads(store: GraphStore) -> Iterator[ox.Quad]:
    for name in store.graphs():
        yield from sorted(store.quads(name), key=str)
