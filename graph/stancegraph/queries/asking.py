"""Asking: parameters become RDF terms, rows become records and DataFrames."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from difflib import get_close_matches
from itertools import groupby
from math import isfinite
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote as percent_encode

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode
from rdflib import URIRef
from rdflib.namespace import XSD

from stancegraph.exceptions import QueryError
from stancegraph.queries.library import LIMIT, Kind, Parameter, Query, catalogue, find
from stancegraph.sparql import Term, limited, unordered
from stancegraph.store import GraphStore, RemoteStore, Table, Value
from stancegraph.vocabulary import (
    ATTRIBUTION_TERMS,
    DATA,
    READING_TERMS,
    SPEECH_ACT_TERMS,
    STANCE_TERMS,
    TIME_TERMS,
)

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Day", "Param", "Some", "ask", "records", "run", "to_frame"]

#: A value of a parameter as a caller may give it: as it is, or as text.
Param = str | date | float | int | bool | Sequence[str] | None

#: One id or word, or several of which any will do.
Some = str | Sequence[str] | None
Day = date | str | None

_CONCEPTS: Mapping[Kind, Mapping[str, URIRef]] = {
    "stance": dict(STANCE_TERMS.items()),
    "attribution": dict(ATTRIBUTION_TERMS.items()),
    "time": dict(TIME_TERMS.items()),
    "speech_act": dict(SPEECH_ACT_TERMS.items()),
    "reading": dict(READING_TERMS.items()),
}
_WORDS: Mapping[Kind, Mapping[str, str]] = {
    kind: {str(term): word for word, term in terms.items()} for kind, terms in _CONCEPTS.items()
}


def _bindings(
    query: Query, params: Mapping[str, Param]
) -> tuple[dict[str, Sequence[Term]], int | None]:
    """Give the values of the query's variables, and the most rows that are wanted."""
    limit: int | None = None
    known = {parameter.name: parameter for parameter in query.parameters}
    bindings: dict[str, Sequence[Term]] = {}
    for name, value in params.items():
        if value is None:
            continue
        parameter = known.get(name)
        if parameter is None and query.described:
            raise QueryError(
                f"query {query.name!r} has no parameter {name!r}; it takes "
                + (", ".join(known) or "none")
            )
        if parameter is None:
            parameter = Parameter(name, "text", "", name)
        several = isinstance(value, Sequence) and not isinstance(value, str)
        values: Sequence[object] = value if several else [value]  # type: ignore[assignment]
        if not values:
            raise QueryError(
                f"query {query.name!r}: parameter {name!r} is an empty list;"
                " leave it out to ask for all"
            )
        terms = [_term(query, parameter, one) for one in values]
        if parameter.variable != LIMIT:
            bindings[parameter.variable] = terms
        elif len(terms) == 1 and not terms[0].value.startswith("-"):
            limit = min(int(terms[0].value), sys.maxsize)  # engines count no further
        else:
            raise QueryError(
                f"query {query.name!r}: parameter {name!r} is {value!r}; give one whole number,"
                " 0 or more"
            )
    return bindings, limit


def _term(query: Query, parameter: Parameter, value: object) -> Term:
    """Turn a value into an RDF term of the parameter's type, or say why not."""

    def wrong(expected: str) -> QueryError:
        return QueryError(
            f"query {query.name!r}: parameter {parameter.name!r} is {value!r}; give {expected}"
        )

    kind = parameter.kind
    text = value.isoformat() if isinstance(value, date) else str(value)
    if kind in _CONCEPTS:
        concepts = _CONCEPTS[kind]
        if text not in concepts:
            raise wrong(f"one of {', '.join(concepts)}")
        return NamedNode(str(concepts[text]))
    try:
        if kind == "date":
            return Text(date.fromisoformat(text).isoformat(), datatype=NamedNode(str(XSD.date)))
        if kind == "integer":
            return Text(int(text))
        if kind == "number":
            number = float(text)
            if not isfinite(number):
                raise wrong("a number")
            return Text(number)
        if kind == "iri":
            return NamedNode(text)
        if kind == "position":
            whole = "://" in text
            return NamedNode(text if whole else f"{DATA}position/{percent_encode(text, safe='')}")
        if kind == "boolean":
            if text.lower() not in ("true", "false"):
                raise wrong("true or false")
            return Text(value=text.lower() == "true")
        return Text(text)
    except QueryError:
        raise
    except ValueError:
        expected: Mapping[Kind, str] = {
            "date": "a day as 2025-05-19",
            "integer": "a whole number",
            "number": "a number",
            "iri": "a whole IRI, as https://example.org/thing",
            "position": "the IRI of a position or its last part",
        }
        raise wrong(expected.get(kind, "text without halves of surrogate pairs")) from None


#: Which of some ids there are, and what there is instead: those of most positions first.
_CLASSES: Mapping[Kind, str] = {"actor": "Actor", "issue": "Issue"}
_KNOWN_IDS = "SELECT ?id {{ VALUES ?id {{ UNDEF }} ?thing a sg:{0} ; skos:notation ?id }}"
_ALL_IDS = """
    SELECT ?id {{
      ?thing a sg:{0} ; skos:notation ?id
      OPTIONAL {{
        {{ SELECT ?thing (COUNT(?p) AS ?n) {{ ?p sg:{1} ?thing }} GROUP BY ?thing }}
      }}
    }}
    ORDER BY DESC(?n) ?id
"""
#: Ids shown in a message: a screenful, where a case has hundreds of actors.
_SHOWN = 60


def _check_ids(store: GraphStore, query: Query, bindings: Mapping[str, Sequence[Term]]) -> None:
    for parameter in query.parameters:
        kind = parameter.kind
        if kind not in _CLASSES or parameter.variable not in bindings:
            continue
        asked = bindings[parameter.variable]
        found = store.select(_KNOWN_IDS.format(_CLASSES[kind]), {"id": asked}).rows
        unknown = [t.value for t in asked if t.value not in {row[0] for row in found}]
        if unknown:
            rows = store.select(_ALL_IDS.format(_CLASSES[kind], kind)).rows
            known = [str(row[0]) for row in rows]
            more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
            near = get_close_matches(unknown[0], known, n=3)
            meant = f" did you mean {' or '.join(near)}?" if near else ""
            raise QueryError(
                f"query {query.name!r}: there is no {kind} {unknown[0]!r};{meant}"
                f" there are {', '.join(known[:_SHOWN])}{more};"
                f" `stancegraph query {kind}s` lists them"
            )


def _word_of(words: Mapping[str, str]) -> Callable[[Any], Value]:
    return lambda value: words.get(value, value)


#: What a column's type makes of a value: servers give 1 for true and decimals for integers.
_DECODERS: Mapping[Kind, Callable[[Any], Value]] = {
    "integer": int,
    "number": float,
    "boolean": bool,
    **{kind: _word_of(words) for kind, words in _WORDS.items()},
}


#: Types that a value may have already.
_PLAIN: tuple[Callable[[Any], Value], ...] = (int, float, bool)


def ask(
    store: GraphStore,
    name_or_path: str | os.PathLike[str],
    params: Mapping[str, Param] | None = None,
) -> Table:
    """Ask a named query, or the one in a file, and return its rows as plain values.

    Takes and raises what `run` does.

    >>> from stancegraph.store import Store
    >>> ask(Store.memory(), "runs").columns
    ('run', 'extractor', 'software_version', 'case_version', 'positions', 'articles')
    """
    query = find(name_or_path)
    bindings, limit = _bindings(query, params or {})
    _check_ids(store, query, bindings)
    try:
        if limit is None:
            table = _all_rows(store, query, bindings)
        elif isinstance(store, RemoteStore) and store.is_virtuoso:
            # Virtuoso 7 gives wrong rows where a sub-select has a LIMIT.
            table = _all_rows(store, query, bindings)
            table = Table(table.columns, table.rows[:limit])
        else:
            table = store.select(limited(query.text, limit), bindings)
    except QueryError as error:
        raise QueryError(f"{query.name}: {error}") from error
    kinds = {column.name: column.kind for column in query.columns}
    decoders = {
        n: _DECODERS[kinds[column]]
        for n, column in enumerate(table.columns)
        if kinds.get(column, "text") in _DECODERS
    }
    if not decoders or not table.rows:
        return table
    columns = list(zip(*table.rows, strict=True))
    changed = False
    for n, decode in decoders.items():
        # Numbers come as such from most servers: what is right is left alone.
        if decode not in _PLAIN or not set(map(type, columns[n])) <= {decode, type(None)}:
            columns[n] = tuple(None if value is None else decode(value) for value in columns[n])
            changed = True
    return Table(table.columns, list(zip(*columns, strict=True))) if changed else table


def _all_rows(store: GraphStore, query: Query, bindings: Mapping[str, Sequence[Term]]) -> Table:
    """Return all rows of a query in its order.

    Rows of a named query, each column of which has one type, are sorted here: Oxigraph looks
    both texts up on disk whenever it compares two, and so took a quarter of its time for the
    order of 31,462 positions, which takes 0.06 s here.
    """
    text, keys = unordered(query.text) if query in catalogue() else (query.text, ())
    table = store.select(text, bindings)
    rows = list(table.rows)
    try:
        # From the last key to the first; those of one direction in one go.
        for descending, group in groupby(reversed(keys), key=itemgetter(1)):
            places = [table.columns.index(name) for name, _ in group][::-1]
            rows.sort(key=_sort_key(rows, places), reverse=descending)
    except (TypeError, ValueError):  # a value that is no day among days, say
        return store.select(query.text, bindings)
    return Table(table.columns, rows)


def _sort_key(rows: Sequence[tuple[Value, ...]], places: Sequence[int]) -> Callable[[Any], Any]:
    """Give what rows are sorted by: as SPARQL has it, what is unbound before everything else."""
    if not any(row[n] is None for row in rows for n in places):
        return itemgetter(*places)
    return lambda row: tuple((row[n] is not None, row[n]) for n in places)


def run(
    store: GraphStore,
    name_or_path: str | os.PathLike[str],
    params: Mapping[str, Param] | None = None,
) -> "pd.DataFrame":
    """Ask a named query, or the one in a file, and return its rows as a DataFrame.

    `params` maps the names of parameters to values, as Python values or as the
    text of a command line; None leaves a parameter out. Unbound cells are None.

    Raises:
        QueryError: there is no such query, actor, issue or parameter, a value is of the
            wrong type, or a query of your own does not parse or does more than read.
        StoreError: the graph cannot be read.

    >>> from stancegraph.case import Case
    >>> from stancegraph.rdf import reference_graph
    >>> from stancegraph.store import Store
    >>> store = Store.memory()
    >>> store.put_graph(reference_graph(Case("toy", "https://example.org/toy", "Toy", "1",
    ...                                      (), {}, {}, {})))
    >>> run(store, "positions", {"since": "2025-05-01"}).columns.tolist()[:4]
    ['position', 'actor', 'holder', 'issue']
    """
    return _frame(ask(store, name_or_path, params))


_Row = TypeVar("_Row")


def records(store: GraphStore, name: str, make: Callable[..., _Row], **params: Param) -> list[_Row]:
    """Ask a named query and make a record of each row.

    >>> from stancegraph.queries import ActorRow
    >>> from stancegraph.store import open_store
    >>> with open_store("build/demo") as store:
    ...     [actor, *_] = records(store, "actors", ActorRow)
    >>> actor.label
    'Europe'
    """
    return [make(*row) for row in ask(store, name, params).rows]


def _frame(table: Table) -> "pd.DataFrame":
    import pandas as pd

    columns: Iterable[Sequence[Any]] = zip(*table.rows, strict=True)
    if not table.rows:
        columns = [()] * len(table.columns)
    # Columns are kept as they are: pandas would turn None into NaN and days into timestamps.
    return pd.DataFrame(
        {
            name: pd.Series(column, dtype=_dtype(column))
            for name, column in zip(table.columns, columns, strict=True)
        },
        columns=list(table.columns),
    )


def _dtype(column: Sequence[Value]) -> str:
    kinds = set(map(type, column))
    if kinds == {int}:
        return "int64"
    if kinds and kinds <= {int, float}:
        return "float64"
    return "bool" if kinds == {bool} else "object"


def to_frame(rows: Sequence[Any]) -> "pd.DataFrame":
    """Return records of one kind, as the functions of the queries give them, as a DataFrame.

    >>> from stancegraph.queries import IssueRow
    >>> to_frame([IssueRow("quota", "Quota", "A quota is set", "fish", 3)]).shape
    (1, 5)
    """
    import pandas as pd

    if not rows:
        return pd.DataFrame()
    columns = tuple(field.name for field in fields(rows[0]))
    return _frame(Table(columns, [tuple(asdict(row).values()) for row in rows]))
