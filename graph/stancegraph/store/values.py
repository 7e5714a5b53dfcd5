"""RDF terms as Python values, and the engine's errors in words that name a remedy."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from errno import ENOSPC
from pathlib import Path

import pyoxigraph as ox
from rdflib.namespace import XSD

from stancegraph.exceptions import StanceGraphError, StoreError
from stancegraph.store.interface import Value


@contextmanager
def explained(path: Path | None, *, writing: bool = False) -> Iterator[None]:
    """Turn the engine's errors into ones that name the store and the remedy.

    >>> with explained(Path("build")):
    ...     raise OSError("the lock is held")
    Traceback (most recent call last):
        ...
    stancegraph.exceptions.StoreError: build: is being written by another program; ...
    """
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


def graph_node(name: str, error: type[StanceGraphError] = StoreError) -> ox.NamedNode:
    """Return the node of a graph by its name; an `error` if that is no IRI.

    >>> print(graph_node("https://example.org/graph"))
    <https://example.org/graph>
    """
    try:
        return ox.NamedNode(name)
    except ValueError as wrong:
        raise error(f"{name!r} is no name of a graph; give a whole IRI") from wrong


def value_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    """Give a term as a Python value; what is ill-typed, as text.

    >>> value_of(ox.Literal(3)), value_of(ox.NamedNode("urn:oz")), value_of(ox.Literal("2025"))
    (3, 'urn:oz', '2025')
    """
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
