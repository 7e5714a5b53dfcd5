"""What the workers do: each function reads the store and writes an answer.

They run in a process of their own (`stancegraph.serve.workers`); what is slow to
import is imported there alone. Values from outside are bound as RDF terms,
never written into the text of a query.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import IO, TYPE_CHECKING, Any, cast
from xml.parsers import expat

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import RDF

from stancegraph.case import ontology_file
from stancegraph.exceptions import QueryError
from stancegraph.queries import named, run
from stancegraph.rdf import PREFIXES
from stancegraph.serve.negotiation import GRAPHS, TABLES, NotAcceptable, choose
from stancegraph.serve.workers import TooLarge
from stancegraph.sparql import Term
from stancegraph.store import Store, read_case, stored
from stancegraph.vocabulary import SG

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["describe", "named_query", "resource", "sparql", "summary", "view"]

_RESULTS = {
    TABLES["json"]: ox.QueryResultsFormat.JSON,
    TABLES["xml"]: ox.QueryResultsFormat.XML,
    TABLES["csv"]: ox.QueryResultsFormat.CSV,
    TABLES["tsv"]: ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    GRAPHS["turtle"]: ox.RdfFormat.TURTLE,
    GRAPHS["ntriples"]: ox.RdfFormat.N_TRIPLES,
    GRAPHS["jsonld"]: ox.RdfFormat.JSON_LD,
    GRAPHS["rdfxml"]: ox.RdfFormat.RDF_XML,
}
_JSON = "application/json"
#: Bytes of a table kept in memory before it goes to a file.
_SPOOL = 1 << 22
#: Positions, and things that point here, shown on a page.
_SHOWN = 200
#: Named graphs that the service description lists; of more, only their number is told.
_NAMED = 1000
#: Characters of context on either side of a quotation: a long paragraph's worth.
_CONTEXT = 700


# --- SPARQL -------------------------------------------------------------------------------


def sparql(
    store: Store,
    out: IO[bytes],
    *,
    query: str,
    accept: str | None,
    wanted: str | None,
    default_graphs: Sequence[str],
    named_graphs: Sequence[str],
    max_rows: int,
) -> str:
    """Answer a query of any form, in the form that the client likes best.

    Raises:
        QueryError: the query does not parse or is refused.
        NotAcceptable: the client takes no form that there is.
        TooLarge: the result has more than `max_rows` rows or triples.

    >>> import io
    >>> from stancegraph.store import open_store
    >>> out = io.BytesIO()
    >>> with open_store("build/demo", read_only=True) as store:
    ...     sparql(
    ...         store, out, query="ASK { ?case a sg:Case }", accept=None, wanted="csv",
    ...         default_graphs=(), named_graphs=(), max_rows=10,
    ...     )
    'text/csv'
    """
    results = store.answer(query, default_graphs=default_graphs, named_graphs=named_graphs)
    if isinstance(results, ox.QueryTriples):
        media_type = choose(accept, list(_GRAPHS), wanted)
        _write_graph(_counted(results, max_rows), out, media_type)
        return media_type
    media_type = choose(accept, list(_RESULTS), wanted)
    if isinstance(results, ox.QueryBoolean):
        results.serialize(out, format=_RESULTS[media_type])
        return media_type
    # The engine writes all rows at one go, many times faster than Python does row by row. In TSV
    # a line is a row, so there they are counted; the other forms are made of it.
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as table:
        results.serialize(_Lines(table, max_rows), format=ox.QueryResultsFormat.TSV)  # type: ignore[arg-type]
        table.seek(0)
        again = ox.parse_query_results(table, format=ox.QueryResultsFormat.TSV)
        if media_type == TABLES["xml"]:
            out = _checked(out)
        again.serialize(out, format=_RESULTS[media_type])
    return media_type


class _Checked:
    """A file that takes well-formed XML alone.

    XML has no way to write some characters and some names of properties, and the engine writes
    them all the same.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._parser = expat.ParserCreate(namespace_separator=" ")

    def write(self, data: bytes) -> int:
        try:
            self._parser.Parse(data, False)
        except expat.ExpatError as error:
            raise NotAcceptable(
                f"the result cannot be written in XML ({error}); take another form"
            ) from error
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def _checked(out: IO[bytes]) -> IO[bytes]:
    checked: Any = _Checked(out)
    return cast("IO[bytes]", checked)


class _Lines:
    """A file that takes a heading and so many lines, and no more."""

    def __init__(self, file: "tempfile.SpooledTemporaryFile[bytes]", limit: int) -> None:
        self._file = file
        self._limit = limit
        self._lines = -1

    def write(self, data: bytes) -> int:
        self._lines += data.count(b"\n")
        if self._lines > self._limit:
            raise _too_many("rows", self._limit)
        return self._file.write(data)

    def flush(self) -> None:
        """There is nothing to flush: the table is read back here."""


def _too_many(what: str, limit: int) -> TooLarge:
    return TooLarge(
        f"the result has more than {limit} {what}, and a part of it would mislead; add LIMIT or"
        " narrow the query, or start the server with a higher --max-rows"
    )


def _counted(triples: Iterator[ox.Triple], limit: int) -> Iterator[ox.Triple]:
    for number, triple in enumerate(triples, start=1):
        if number > limit:
            raise _too_many("triples", limit)
        yield triple


def _write_graph(triples: Iterator[ox.Triple], out: IO[bytes], media_type: str) -> None:
    # Sorted, so that a thing's triples stand together and equal answers are equal bytes.
    ordered = sorted(set(triples), key=str)
    if media_type == GRAPHS["rdfxml"]:
        out = _checked(out)
    out.write(ox.serialize(ordered, format=_GRAPHS[media_type], prefixes=dict(PREFIXES)) or b"")


# --- named queries, the page, the summary -------------------------------------------------


def named_query(
    store: Store,
    out: IO[bytes],
    *,
    name: str,
    params: Mapping[str, str | Sequence[str]],
    media_type: str,
    max_rows: int,
) -> str:
    """Ask a query of the library; the rows go out as JSON or CSV.

    Raises:
        QueryError: there is no such query, or a parameter does not fit it.
        TooLarge: it has more than `max_rows` rows.

    >>> import io
    >>> from stancegraph.store import open_store
    >>> out = io.BytesIO()
    >>> with open_store("build/demo", read_only=True) as store:
    ...     named_query(store, out, name="runs", params={}, media_type="text/csv", max_rows=9)
    'text/csv'
    >>> out.getvalue().decode().split(",")[:2]
    ['run', 'extractor']
    """
    query = named(name)  # `run` would take a path to a file as well
    frame = run(store, query.name, params)
    if len(frame) > max_rows:
        raise _too_many("rows", max_rows)
    if media_type == TABLES["csv"]:
        out.write(frame.to_csv(index=False).encode("utf-8"))
        return media_type
    kinds = {column.name: column for column in query.columns}
    answer = {
        "query": query.name,
        "parameters": params,
        "columns": [
            {
                "name": column,
                "kind": kinds[column].kind if column in kinds else "text",
                "description": kinds[column].description if column in kinds else "",
            }
            for column in frame.columns
        ],
        "rows": _records(frame),
    }
    return _write_json(out, answer)


def _records(frame: "pd.DataFrame") -> list[dict[str, Any]]:
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(key): value for key, value in row.items()} for row in plain.to_dict("records")]


def _write_json(out: IO[bytes], data: object) -> str:
    out.write(json.dumps(data, ensure_ascii=False, default=str).encode("utf-8", "replace"))
    return _JSON


def summary(store: Store, out: IO[bytes]) -> str:
    """Say what graph it is: its case, and how much there is in it.

    >>> import io
    >>> from stancegraph.store import open_store
    >>> out = io.BytesIO()
    >>> with open_store("build/demo", read_only=True) as store:
    ...     summary(store, out)
    'application/json'
    >>> json.loads(out.getvalue())["case"]
    'ukraine'
    """
    case = read_case(store)
    graphs = store.graphs()
    counts = store.select(
        """
        SELECT (COUNT(?article) AS ?articles) (SUM(?n) AS ?positions)
               (MIN(?day) AS ?from) (MAX(?day) AS ?until)
        WHERE {
          ?article a sg:Article .
          OPTIONAL { ?article dct:issued ?day }
          OPTIONAL {
            SELECT ?article (COUNT(?position) AS ?n)
            WHERE { ?position sg:article ?article ; sg:evidence ?evidence } GROUP BY ?article
          }
        }
        """
    ).records()[0]
    return _write_json(
        out,
        {
            "case": case.id,
            "iri": case.iri,
            "title": case.title or case.id,
            "triples": len(store),
            "graphs": len(graphs),
            "named_graphs": graphs if len(graphs) <= _NAMED else [],
            **counts,
        },
    )


def view(store: Store, out: IO[bytes]) -> str:
    """Make the page on who stands where.

    >>> import io
    >>> from stancegraph.store import open_store
    >>> out = io.BytesIO()
    >>> with open_store("build/demo", read_only=True) as store:
    ...     view(store, out)
    'text/html'
    >>> out.getvalue().startswith(b"<!DOCTYPE html>")
    True
    """
    from stancegraph.view import page

    case = read_case(store)
    extracted = list(stored(store, case))
    articles = [article for article, _ in extracted]
    positions = [position for _, found in extracted for position in found]
    out.write(page(articles, positions, case).encode("utf-8"))
    return "text/html"


# --- things and what is said of them ------------------------------------------------------

#: A thing, and the parts of it that have no life of their own.
_DESCRIBE = """
CONSTRUCT { ?thing ?p ?o . ?part ?q ?r }
WHERE {
  VALUES ?thing { UNDEF }
  { ?thing ?p ?o }
  UNION {
    ?thing sg:evidence|sg:condition|oa:hasSelector|(sg:evidence/oa:hasSelector)
           |org:hasMembership|schema:additionalProperty ?part .
    ?part ?q ?r
  }
}
"""
_STATED = "CONSTRUCT { ?thing ?p ?o } WHERE { VALUES ?thing { UNDEF } ?thing ?p ?o }"
_POINTING = f"""
CONSTRUCT {{ ?s ?p ?thing }}
WHERE {{
  {{ SELECT ?s ?p ?thing {{ VALUES ?thing {{ UNDEF }} ?s ?p ?thing }} LIMIT {_SHOWN + 1} }}
}}
"""
_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing (SAMPLE(?name) AS ?label)
WHERE {
  VALUES ?thing { UNDEF }
  { ?thing skos:prefLabel ?name } UNION { ?thing dct:title ?name } UNION { ?thing rdfs:label ?name }
}
GROUP BY ?thing
"""
_POSITION = """
SELECT ?actor ?holder ?holderText ?issue ?proposition ?stance ?attribution ?attributedBy ?time
       ?date ?precision ?speechAct ?confidence ?condition ?quote ?start ?end
       ?article ?title ?issued ?publisher ?url ?text ?run ?extractor ?caseVersion
WHERE {
  VALUES ?thing { UNDEF }
  ?thing sg:actor ?actor ; sg:issue ?issue ; sg:stance ?stance ; sg:holderText ?holderText ;
         sg:article ?article ; sg:evidence ?evidence .
  ?evidence oa:hasSelector/oa:exact ?quote .
  ?evidence oa:hasSelector ?span .
  ?span oa:start ?start ; oa:end ?end .
  OPTIONAL { ?article sg:text ?text }
  OPTIONAL { ?article dct:title ?title }
  OPTIONAL { ?article dct:issued ?issued }
  OPTIONAL { ?article dc:publisher ?publisher }
  OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?issue sg:proposition ?proposition }
  OPTIONAL { ?thing sg:holder ?holder }
  OPTIONAL { ?thing sg:attribution ?attribution }
  OPTIONAL { ?thing sg:attributedBy ?attributedBy }
  OPTIONAL { ?thing sg:time ?time }
  OPTIONAL { ?thing dct:date ?date }
  OPTIONAL { ?thing sg:datePrecision ?precision }
  OPTIONAL { ?thing sg:speechAct ?speechAct }
  OPTIONAL { ?thing sg:confidence ?confidence }
  OPTIONAL { ?thing sg:condition/sg:conditionText ?condition }
  OPTIONAL {
    ?thing prov:wasGeneratedBy ?run .
    OPTIONAL { ?run sg:extractor ?extractor }
    OPTIONAL { ?run sg:caseVersion ?caseVersion }
  }
}
"""
_POSITIONS = f"""
SELECT DISTINCT ?position ?date ?actor ?holder ?issue ?stance ?quote ?start ?end ?article
WHERE {{
  VALUES ?thing {{ UNDEF }}
  {{ ?position sg:actor ?thing }} UNION {{ ?position sg:holder ?thing }}
  UNION {{ ?position sg:issue ?thing }} UNION {{ ?position sg:article ?thing }}
  ?position sg:actor ?actor ; sg:issue ?issue ; sg:stance ?stance ; sg:holderText ?holder ;
            sg:article ?article ; sg:evidence ?evidence .
  ?evidence oa:hasSelector/oa:exact ?quote .
  ?evidence oa:hasSelector ?span .
  ?span oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?position dct:date ?stated }}
  OPTIONAL {{ ?article dct:issued ?issued }}
  BIND(COALESCE(?stated, ?issued) AS ?date)
}}
ORDER BY DESC(?date) ?start ?position
LIMIT {_SHOWN + 1}
"""

_STANDINGS = """
SELECT ?standing ?actor ?issue ?reading ?statements ?date ?stance ?statement ?contested ?few
WHERE {
  VALUES ?thing { UNDEF }
  { ?standing sg:standingOf ?thing } UNION { ?standing sg:standingOn ?thing }
  ?standing sg:standingOf ?actor ; sg:standingOn ?issue ; sg:reading ?reading ;
            sg:statements ?statements .
  OPTIONAL { ?standing sg:latestStatement ?statement }
  OPTIONAL { ?standing sg:latestStance ?stance }
  OPTIONAL { ?standing sg:latestDate ?date }
  OPTIONAL { ?standing sg:contested ?contested }
  OPTIONAL { ?standing sg:lowEvidence ?few }
}
ORDER BY DESC(?statements) ?actor ?issue
"""


def _thing(iri: str) -> Mapping[str, Sequence[Term]]:
    try:
        return {"thing": [ox.NamedNode(iri)]}
    except ValueError as error:
        raise QueryError(f"{iri!r} is no IRI; give a whole one") from error


@cache
def _ontology() -> Store:
    store = Store.memory()
    text = ontology_file("core.ttl").read_bytes()
    graph = ox.NamedNode(str(SG.Position).removesuffix("Position"))
    store.put_graph(
        ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)
    )
    return store


def _construct(store: Store, query: str, iri: str) -> list[ox.Triple]:
    """Ask the graph of a thing, and the ontology too, which is no part of the graph."""
    thing = _thing(iri)
    return [*store.construct(query, thing), *_ontology().construct(query, thing)]


def describe(
    store: Store, out: IO[bytes], *, iri: str, accept: str | None, wanted: str | None, max_rows: int
) -> str:
    """Give what the graph says of a thing; of a named graph, all that is in it.

    Raises:
        LookupError: it says nothing.
        NotAcceptable: the client takes no form that there is.
        TooLarge: there are more than `max_rows` triples.

    >>> import io
    >>> from stancegraph.store import open_store
    >>> out = io.BytesIO()
    >>> with open_store("build/demo", read_only=True) as store:
    ...     issue = next(iter(read_case(store).issues.values()))
    ...     describe(store, out, iri=issue.iri, accept=None, wanted="turtle", max_rows=999)
    'text/turtle'
    """
    media_type = choose(accept, list(_GRAPHS), wanted)
    triples = _construct(store, _DESCRIBE, iri)
    triples += (quad.triple for quad in store.quads(iri))
    if not triples:
        raise LookupError(f"the graph says nothing of <{iri}>")
    _write_graph(_counted(iter(triples), max_rows), out, media_type)
    return media_type


def resource(store: Store, out: IO[bytes], *, iri: str) -> str:
    """Give what a page on a thing shows, as JSON.

    Raises:
        LookupError: the graph says nothing of it.

    >>> import io
    >>> from stancegraph.store import open_store
    >>> out = io.BytesIO()
    >>> with open_store("build/demo", read_only=True) as store:
    ...     resource(store, out, iri=read_case(store).iri)
    'application/json'
    >>> json.loads(out.getvalue())["label"]
    "Negotiations over Russia's war on Ukraine"
    """
    thing = _thing(iri)
    stated = _construct(store, _STATED, iri)
    pointing = _construct(store, _POINTING, iri)
    if not stated and not pointing:
        raise LookupError(f"the graph says nothing of <{iri}>")
    types = _values(stated, RDF.type)
    found = store.select(_POSITION, thing).records() if str(SG.Position) in types else []
    position: dict[str, Any] | None = dict(found[0]) if found else None
    if position:
        position["context"] = _context(position.pop("text"), position)
    listed: list[dict[str, Any]] = []
    standings: list[dict[str, Any]] = []
    if types and not position:
        listed = store.select(_POSITIONS, thing).records()
        standings = store.select(_STANDINGS, thing).records()
    text = None
    if str(SG.Article) in types:
        texts = _values(stated, SG.text)
        text = _marked(texts[0], listed) if texts else None
    statements = [_statement(t.predicate, t.object) for t in sorted(stated, key=str)]
    backward = [_statement(t.predicate, t.subject) for t in sorted(pointing, key=str)]
    named_here = {iri} | {s["object"]["iri"] for s in statements + backward if s["object"]["iri"]}
    for record in (*listed, *standings, *([position] if position else [])):
        named_here |= {v for v in record.values() if isinstance(v, str) and "://" in v}
    labels = _labels(store, sorted(named_here))
    return _write_json(
        out,
        {
            "iri": iri,
            "types": types,
            "label": labels.get(iri),
            "position": position,
            "standings": standings,
            "positions": listed[:_SHOWN],
            "more_positions": len(listed) > _SHOWN,
            "text": text,
            "statements": statements,
            "pointing": backward[:_SHOWN],
            "more_pointing": len(backward) > _SHOWN,
            "labels": labels,
        },
    )


def _values(triples: Sequence[ox.Triple], predicate: URIRef) -> list[str]:
    return [
        t.object.value
        for t in triples
        if t.predicate.value == str(predicate) and not isinstance(t.object, ox.Triple)
    ]


def _statement(predicate: ox.NamedNode, term: Any) -> dict[str, Any]:
    literal = isinstance(term, ox.Literal)
    return {
        "predicate": predicate.value,
        "object": {
            "iri": term.value if isinstance(term, ox.NamedNode) else None,
            "text": term.value if literal else str(term),
            "language": term.language if literal else None,
        },
    }


def _labels(store: Store, iris: Sequence[str]) -> dict[str, str]:
    terms: list[Term] = []
    for iri in iris:
        try:
            terms.append(ox.NamedNode(iri))
        except ValueError:  # a text that only looks like one
            continue
    if not terms:
        return {}
    return {
        str(iri): str(label)
        for knows in (_ontology(), store)
        for iri, label in knows.select(_LABELS, {"thing": terms}).rows
    }


def _context(text: object, position: Mapping[str, Any]) -> dict[str, str] | None:
    """Give the paragraph around a quotation, in three parts, or None where it is not there."""
    start, end, quote = position["start"], position["end"], position["quote"]
    if not isinstance(text, str) or text[start:end] != quote:
        return None
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before, after = text[first:start], text[end : last if last >= 0 else len(text)]
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + "…"
    return {"before": before, "quote": quote, "after": after}


def _marked(text: str, positions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Cut a text where quotations begin and end; each piece with the positions it is in."""
    spans = [
        (p["start"], p["end"], p["position"])
        for p in positions
        if 0 <= p["start"] < p["end"] <= len(text)
    ]
    cuts = sorted({0, len(text), *chain.from_iterable((s, e) for s, e, _ in spans)})
    return [
        {
            "text": text[first:last],
            "positions": [iri for start, end, iri in spans if start <= first and last <= end],
        }
        for first, last in pairwise(cuts)
    ]
