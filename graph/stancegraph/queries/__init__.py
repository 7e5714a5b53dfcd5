"""Named questions to the graph, each a SPARQL file, a function and a table.

A query is a ``.rq`` file beside this module with a header that says what it
asks, which parameters it takes and what its columns are; `catalogue` lists
them. `run` asks one by name, or any file of your own, and returns a DataFrame;
the functions (`positions`, `latest_stance`, `agreement` …) return records.

Parameters are all optional, checked against their type, and bound as RDF terms
(`stancegraph.sparql.bind`), never written into the text of the query. Actors
and issues go by the ids of the case. Several values of one parameter are given
as a list and mean "any of these". Both ends of a period belong to it.

A file of your own needs no header: each ``--param name=value`` is bound to the
variable ``?name`` as text. With header lines of the same form as here, its
parameters and columns have types too.

>>> [query.name for query in catalogue()]
['actors', 'agreement', 'articles', 'divergence', 'evidence', 'issues', 'latest-stance',
 'positions']
>>> print(named("evidence").description)
The words behind positions: the exact quotation, where it stands and in which article.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args
from urllib.parse import quote as percent_encode

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode
from rdflib import URIRef
from rdflib.namespace import XSD

from stancegraph.exceptions import QueryError
from stancegraph.model import Attribution, Stance, Time
from stancegraph.sparql import Term
from stancegraph.store import GraphStore, Table, Value
from stancegraph.vocabulary import ATTRIBUTION_TERMS, DATA, STANCE_TERMS, TIME_TERMS

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "ActorRow",
    "AgreementRow",
    "ArticleRow",
    "Column",
    "DivergenceRow",
    "EvidenceRow",
    "IssueRow",
    "Kind",
    "LatestStanceRow",
    "Param",
    "Parameter",
    "PositionRow",
    "Query",
    "actors",
    "agreement",
    "articles",
    "catalogue",
    "divergence",
    "evidence",
    "issues",
    "latest_stance",
    "named",
    "positions",
    "run",
    "to_frame",
]

#: What a parameter or column can be.
Kind = Literal[
    "actor",
    "issue",
    "position",
    "stance",
    "attribution",
    "time",
    "text",
    "iri",
    "date",
    "number",
    "integer",
    "boolean",
]
_KINDS: tuple[Kind, ...] = get_args(Kind)

#: A value of a parameter as a caller may give it: as it is, or as text.
Param = str | date | float | int | bool | Sequence[str] | None

_CONCEPTS: Mapping[Kind, Mapping[str, URIRef]] = {
    "stance": dict(STANCE_TERMS.items()),
    "attribution": dict(ATTRIBUTION_TERMS.items()),
    "time": dict(TIME_TERMS.items()),
}
_WORDS: Mapping[Kind, Mapping[str, str]] = {
    kind: {str(term): word for word, term in terms.items()} for kind, terms in _CONCEPTS.items()
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked with: `variable` is its name in the SPARQL."""

    name: str
    kind: Kind
    description: str
    variable: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a query's result."""

    name: str
    kind: Kind
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says of it. `text` is the whole file."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    @property
    def described(self) -> bool:
        """Whether a header names parameters or columns, so that others are errors."""
        return bool(self.parameters or self.columns)


# --- reading query files ------------------------------------------------------------------

_HEADER = re.compile(r"#\s*(title|description)\s*:\s*(.*)")
_FIELD = re.compile(r"#\s*(param|column)\s+(\w+)\s*\((\w+)\)\s*(?:=\s*(\w+)\s*)?:\s*(.*)")


def _parse(name: str, text: str) -> Query:
    about: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            break
        if found := _HEADER.fullmatch(line):
            about[found[1]] = found[2]
        elif found := _FIELD.fullmatch(line):
            what, field, kind_word, variable, description = found.groups()
            kind = next((k for k in _KINDS if k == kind_word), None)
            if kind is None:
                raise QueryError(
                    f"{name}: {what} {field} is of no known type ({kind_word});"
                    f" take one of {', '.join(_KINDS)}"
                )
            if what == "param":
                parameters.append(Parameter(field, kind, description, variable or field))
            else:
                columns.append(Column(field, kind, description))
    return Query(
        name=name,
        title=about.get("title", name),
        description=about.get("description", ""),
        parameters=tuple(parameters),
        columns=tuple(columns),
        text=text,
    )


@cache
def catalogue() -> tuple[Query, ...]:
    """Return all named queries, by name."""
    found = [
        _parse(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in files(__name__).iterdir()
        if file.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda query: query.name))


def named(name: str) -> Query:
    """Return the query of that name.

    Raises:
        QueryError: there is none; the message lists those that there are.

    >>> named("latest-stance").title
    'Latest stance'
    """
    for query in catalogue():
        if query.name == name:
            return query
    known = ", ".join(query.name for query in catalogue())
    raise QueryError(f"{name!r} is no named query; take one of {known}, or the path of a .rq file")


def _find(name_or_path: str | os.PathLike[str]) -> Query:
    path = Path(name_or_path)
    known = {query.name: query for query in catalogue()}
    if str(name_or_path) in known:
        return known[str(name_or_path)]
    if path.suffix != ".rq" and not path.is_file():
        return named(str(name_or_path))
    try:
        return _parse(str(path), path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise QueryError(f"{path}: there is no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read ({error}); save it as UTF-8 text") from error


# --- parameters ---------------------------------------------------------------------------


def _bindings(query: Query, params: Mapping[str, Param]) -> dict[str, Sequence[Term]]:
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
        bindings[parameter.variable] = [_term(query, parameter, one) for one in values]
    return bindings


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


#: How an unknown id is found out and what there is instead, for the two kinds that have ids:
#: those of most positions first.
_IDS: Mapping[Kind, str] = {
    "actor": """
        SELECT ?id { ?thing a sg:Actor ; skos:notation ?id . OPTIONAL { ?p sg:actor ?thing } }
        GROUP BY ?id ORDER BY DESC(COUNT(?p)) ?id
    """,
    "issue": """
        SELECT ?id { ?thing a sg:Issue ; skos:notation ?id . OPTIONAL { ?p sg:issue ?thing } }
        GROUP BY ?id ORDER BY DESC(COUNT(?p)) ?id
    """,
}
#: Ids shown in a message: a screenful, where a case has hundreds of actors.
_SHOWN = 60


def _check_ids(store: GraphStore, query: Query, bindings: Mapping[str, Sequence[Term]]) -> None:
    for parameter in query.parameters:
        if parameter.kind not in _IDS or parameter.variable not in bindings:
            continue
        known = [str(row[0]) for row in store.select(_IDS[parameter.kind]).rows]
        for term in bindings[parameter.variable]:
            if term.value not in known:
                more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
                near = get_close_matches(term.value, known, n=3)
                meant = f" did you mean {' or '.join(near)}?" if near else ""
                raise QueryError(
                    f"query {query.name!r}: there is no {parameter.kind} {term.value!r};{meant}"
                    f" there are {', '.join(known[:_SHOWN])}{more};"
                    f" `stancegraph query {parameter.kind}s` lists them"
                )


# --- running ------------------------------------------------------------------------------


def _ask(store: GraphStore, query: Query, params: Mapping[str, Param]) -> Table:
    bindings = _bindings(query, params)
    _check_ids(store, query, bindings)
    try:
        table = store.select(query.text, bindings)
    except QueryError as error:
        raise QueryError(f"{query.name}: {error}") from error
    kinds = {column.name: column.kind for column in query.columns}
    decoders = [_WORDS.get(kinds.get(column, "text"), {}) for column in table.columns]
    if not any(decoders):
        return table

    def decode(value: Value, words: Mapping[str, str]) -> Value:
        return words.get(value, value) if isinstance(value, str) else value

    rows = [tuple(map(decode, row, decoders)) for row in table.rows]
    return Table(table.columns, rows)


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
    query = _find(name_or_path)
    return _frame(_ask(store, query, params or {}))


def _frame(table: Table) -> "pd.DataFrame":
    import pandas as pd

    # Columns are kept as they are: pandas would turn None into NaN and days into timestamps.
    return pd.DataFrame(
        {
            column: pd.Series([row[n] for row in table.rows], dtype=_dtype(table, n))
            for n, column in enumerate(table.columns)
        },
        columns=list(table.columns),
    )


def _dtype(table: Table, column: int) -> str:
    kinds = {type(row[column]) for row in table.rows}
    if kinds == {int}:
        return "int64"
    if kinds and kinds <= {int, float}:
        return "float64"
    return "bool" if kinds == {bool} else "object"


# --- one function and one record for each -------------------------------------------------


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position, as `positions` lists it."""

    position: str
    actor: str
    holder: str
    issue: str
    stance: Stance
    condition: str | None
    attribution: Attribution
    time: Time
    date: date | None
    confidence: float
    quote: str
    article: str


@dataclass(frozen=True, slots=True)
class LatestStanceRow:
    """The newest position of an actor on an issue, of `positions` of its own."""

    actor: str
    issue: str
    stance: Stance
    date: date | None
    positions: int
    holder: str
    condition: str | None
    position: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How far two actors agree on an issue: `agreement` in [0, 1], scores in [-1, 1]."""

    actor: str
    other: str
    issue: str
    agreement: float
    actor_score: float
    other_score: float
    actor_positions: int
    other_positions: int


@dataclass(frozen=True, slots=True)
class DivergenceRow:
    """How far the compared actors are apart on an issue: `spread` in [0, 2]."""

    issue: str
    label: str
    group: str
    spread: float
    verdict: Literal["aligned", "partly", "split"]
    actors: int
    positions: int
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """The words behind a position: ``text[start:end]`` of the article is `quote`."""

    position: str
    actor: str
    issue: str
    stance: Stance
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    article: str
    title: str | None
    date: date | None
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of the case, with its positions as a bloc and those held by name."""

    actor: str
    label: str
    bloc: str
    compared: bool
    positions: int
    held: int


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue of the case."""

    issue: str
    label: str
    proposition: str
    group: str
    positions: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the graph."""

    article: str
    title: str | None
    date: date | None
    publisher: str | None
    url: str | None
    positions: int


_Row = TypeVar("_Row")
#: One id or word, or several of which any will do.
_Some = str | Sequence[str] | None
_Day = date | str | None


def _rows(store: GraphStore, name: str, make: Callable[..., _Row], **params: Param) -> list[_Row]:
    return [make(*row) for row in _ask(store, named(name), params).rows]


def positions(
    store: GraphStore,
    *,
    actor: _Some = None,
    issue: _Some = None,
    stance: _Some = None,
    attribution: _Some = None,
    time: _Some = None,
    article: _Some = None,
    since: _Day = None,
    until: _Day = None,
) -> list[PositionRow]:
    """Return the positions that fit all that is given, newest first.

    `since` and `until` are days that belong to the period; positions without a
    day, of articles without one, fit no period.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.
    """
    return _rows(
        store,
        "positions",
        PositionRow,
        actor=actor,
        issue=issue,
        stance=stance,
        attribution=attribution,
        time=time,
        article=article,
        since=since,
        until=until,
    )


def latest_stance(
    store: GraphStore, *, actor: _Some = None, issue: _Some = None, until: _Day = None
) -> list[LatestStanceRow]:
    """Return each actor's newest own, current position on each issue, up to the day `until`.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.
    """
    return _rows(store, "latest-stance", LatestStanceRow, actor=actor, issue=issue, until=until)


def agreement(
    store: GraphStore,
    *,
    actor: _Some = None,
    issue: _Some = None,
    since: _Day = None,
    until: _Day = None,
) -> list[AgreementRow]:
    """Return how far each pair of compared actors agrees on each issue that both speak to.

    Support scores 1, conditional 0.5, ambivalent 0, oppose -1; the plain means
    of two actors' current positions are set against each other as
    ``1 - |difference| / 2``. `stancegraph.agreement` weighs by age and
    confidence as well.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.
    """
    return _rows(
        store, "agreement", AgreementRow, actor=actor, issue=issue, since=since, until=until
    )


def divergence(
    store: GraphStore, *, issue: _Some = None, since: _Day = None, until: _Day = None
) -> list[DivergenceRow]:
    """Return the issues to which two compared actors or more speak, the most divided first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.
    """
    return _rows(store, "divergence", DivergenceRow, issue=issue, since=since, until=until)


def evidence(
    store: GraphStore,
    position: _Some = None,
    *,
    actor: _Some = None,
    issue: _Some = None,
    article: _Some = None,
) -> list[EvidenceRow]:
    """Return the words behind a position (its IRI or the last part of it), or behind several.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.
    """
    return _rows(
        store,
        "evidence",
        EvidenceRow,
        position=position,
        actor=actor,
        issue=issue,
        article=article,
    )


def actors(store: GraphStore, *, bloc: _Some = None) -> list[ActorRow]:
    """Return the actors of the case, those compared first, then by number of positions.

    Raises:
        QueryError: there is no such bloc.
        StoreError: the graph cannot be read.
    """
    return _rows(store, "actors", ActorRow, bloc=bloc)


def issues(store: GraphStore, *, group: _Some = None) -> list[IssueRow]:
    """Return the issues of the case, those with the most positions first.

    Raises:
        StoreError: the graph cannot be read.
    """
    return _rows(store, "issues", IssueRow, group=group)


def articles(
    store: GraphStore, *, since: _Day = None, until: _Day = None, publisher: _Some = None
) -> list[ArticleRow]:
    """Return the articles in the graph, newest first.

    Raises:
        QueryError: a value is of the wrong type.
        StoreError: the graph cannot be read.
    """
    return _rows(store, "articles", ArticleRow, since=since, until=until, publisher=publisher)


def to_frame(records: Sequence[Any]) -> "pd.DataFrame":
    """Return records of one kind, as the functions above give them, as a DataFrame.

    >>> to_frame([IssueRow("quota", "Quota", "A quota is set", "fish", 3)]).shape
    (1, 5)
    """
    import pandas as pd

    if not records:
        return pd.DataFrame()
    columns = [field.name for field in fields(records[0])]
    rows = [tuple(asdict(record).values()) for record in records]
    return _frame(Table(tuple(columns), rows))
