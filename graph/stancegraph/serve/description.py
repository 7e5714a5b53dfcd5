"""What the server says of itself: the SPARQL service description, and the OpenAPI document.

https://www.w3.org/TR/sparql11-service-description/ and
https://spec.openapis.org/oas/v3.1.0.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pyoxigraph as ox

from stancegraph import __version__
from stancegraph.queries import Parameter, Query
from stancegraph.serve.negotiation import GRAPHS, TABLES
from stancegraph.vocabulary import (
    ATTRIBUTION_TERMS,
    READING_TERMS,
    SPEECH_ACT_TERMS,
    STANCE_TERMS,
    TIME_TERMS,
)

__all__ = ["openapi", "schema", "service_description"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCT = "http://purl.org/dc/terms/"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
#: The result formats by the names that the W3C gives them.
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def service_description(endpoint: str, summary: Mapping[str, Any], media_type: str) -> bytes:
    """Describe the service at the address `endpoint` in RDF of that media type.

    `summary` is what `stancegraph.serve.jobs.summary` tells of the graph.

    >>> summary = {"title": "Toy", "triples": 9, "named_graphs": [], "graphs": 1}
    >>> data = service_description("http://localhost/sparql", summary, "application/n-triples")
    >>> b"<http://localhost/sparql>" in data
    True
    """
    service, dataset, default = (
        ox.NamedNode(f"{endpoint}{part}") for part in ("", "#dataset", "#default-graph")
    )

    def sd(name: str) -> ox.NamedNode:
        return ox.NamedNode(_SD + name)

    triples = [
        ox.Triple(service, _TYPE, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        ox.Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        *(
            ox.Triple(service, sd("resultFormat"), ox.NamedNode(_FORMATS + name))
            for name in _RESULT_FORMATS
        ),
        ox.Triple(service, sd("defaultDataset"), dataset),
        ox.Triple(dataset, _TYPE, sd("Dataset")),
        ox.Triple(dataset, ox.NamedNode(f"{_DCT}title"), ox.Literal(str(summary["title"]))),
        ox.Triple(dataset, sd("defaultGraph"), default),
        ox.Triple(default, _TYPE, sd("Graph")),
        ox.Triple(default, ox.NamedNode(f"{_VOID}triples"), ox.Literal(int(summary["triples"]))),
    ]
    for number, name in enumerate(summary["named_graphs"], start=1):
        graph = ox.NamedNode(f"{endpoint}#named-graph-{number}")
        triples += [
            ox.Triple(dataset, sd("namedGraph"), graph),
            ox.Triple(graph, _TYPE, sd("NamedGraph")),
            ox.Triple(graph, sd("name"), ox.NamedNode(name)),
        ]
    formats = {
        GRAPHS["turtle"]: ox.RdfFormat.TURTLE,
        GRAPHS["ntriples"]: ox.RdfFormat.N_TRIPLES,
        GRAPHS["jsonld"]: ox.RdfFormat.JSON_LD,
        GRAPHS["rdfxml"]: ox.RdfFormat.RDF_XML,
    }
    prefixes = {"sd": _SD, "void": _VOID, "dct": _DCT, "formats": _FORMATS}
    return ox.serialize(triples, format=formats[media_type], prefixes=prefixes) or b""


#: The kinds of parameter that are more than a text, in JSON Schema.
_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "stance": {"type": "string", "enum": list(STANCE_TERMS)},
    "attribution": {"type": "string", "enum": list(ATTRIBUTION_TERMS)},
    "time": {"type": "string", "enum": list(TIME_TERMS)},
    "speech_act": {"type": "string", "enum": list(SPEECH_ACT_TERMS)},
    "reading": {"type": "string", "enum": list(READING_TERMS)},
    "iri": {"type": "string", "format": "iri"},
    "date": {"type": "string", "format": "date"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
}


def schema(kind: str) -> dict[str, Any]:
    """Give the type of a parameter or column in JSON Schema.

    >>> schema("date")
    {'type': 'string', 'format': 'date'}
    """
    return dict(_SCHEMAS.get(kind, {"type": "string"}))


def openapi(queries: Sequence[Query]) -> dict[str, Any]:
    """Describe the server's addresses as OpenAPI 3.1, from the headers of the queries.

    >>> from stancegraph.queries import catalogue
    >>> sorted(openapi(catalogue())["paths"])[:2]
    ['/queries', '/queries/actors']
    """
    paths: dict[str, Any] = {
        "/queries": {
            "get": {
                "summary": "The named queries, with their parameters and their SPARQL",
                "operationId": "list-queries",
                "tags": ["Named queries"],
                "responses": {"200": _content("The list", "application/json", "text/html")},
            }
        },
        "/sparql": _sparql(),
        "/resource": {
            "get": {
                "summary": "What the graph says of a thing",
                "operationId": "resource",
                "tags": ["Things"],
                "parameters": [
                    _parameter("iri", "the whole IRI", {"type": "string", "format": "iri"}, True)
                ],
                "responses": {
                    "200": _content("The thing", "text/html", *GRAPHS.values()),
                    "404": _content("The graph says nothing of it", "text/plain"),
                },
            }
        },
    }
    for query in queries:
        paths[f"/queries/{query.name}"] = {"get": _named(query)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "stancegraph",
            "version": __version__,
            "description": "Who stands where in a negotiation, read-only.",
        },
        "paths": paths,
    }


def _named(query: Query) -> dict[str, Any]:
    row = {
        "type": "object",
        "properties": {
            column.name: {
                # A cell without a value is null.
                **schema(column.kind),
                "type": [schema(column.kind)["type"], "null"],
                "description": column.description,
            }
            for column in query.columns
        },
    }
    # An enumeration allows null only where it lists it.
    for cell in row["properties"].values():  # type: ignore[attr-defined]
        if "enum" in cell:
            cell["enum"] = [*cell["enum"], None]
    table = {
        "type": "object",
        "properties": {
            "query": {"type": "string"},
            "parameters": {"type": "object"},
            "columns": {"type": "array", "items": {"type": "object"}},
            "rows": {"type": "array", "items": row},
        },
    }
    found = _content("The rows", "application/json", "text/csv", "text/html")
    found["content"]["application/json"] = {"schema": table}
    return {
        "summary": query.title,
        "description": query.description,
        "operationId": query.name,
        "tags": ["Named queries"],
        "parameters": [
            *(_query_parameter(parameter) for parameter in query.parameters),
            _parameter(
                "format",
                "the form of the result, where it is not asked for by the Accept header",
                {"type": "string", "enum": ["json", "csv", "html"]},
            ),
        ],
        "responses": {
            "200": found,
            "400": _content("A parameter does not fit", "application/problem+json"),
            **_refusals(),
        },
    }


def _query_parameter(parameter: Parameter) -> dict[str, Any]:
    one = schema(parameter.kind)
    return {
        **_parameter(
            parameter.name,
            parameter.description + "; given more than once, any of the values will do",
            {"type": "array", "items": one},
        ),
        "style": "form",
        "explode": True,
    }


def _parameter(
    name: str, description: str, schema: Mapping[str, Any], required: bool = False
) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": required,
        "schema": dict(schema),
    }


def _content(description: str, *media_types: str) -> dict[str, Any]:
    return {"description": description, "content": {media_type: {} for media_type in media_types}}


def _refusals() -> dict[str, Any]:
    problem = "application/problem+json"
    return {
        "406": _content("No form that the client takes", problem),
        "422": _content("More rows than the server gives at once", problem),
        "503": _content("Too much at once; come back after Retry-After seconds", problem),
        "504": _content("Stopped at the time limit", problem),
    }


def _sparql() -> dict[str, Any]:
    text = {"type": "string"}
    several = {"type": "array", "items": {"type": "string", "format": "iri"}}
    dataset = [
        _parameter("default-graph-uri", "a graph to read as the default graph", several),
        _parameter("named-graph-uri", "a graph that GRAPH may name", several),
    ]
    answers = {
        "200": _content("The result", *TABLES.values(), *GRAPHS.values()),
        "400": _content("The query does not parse", "text/plain"),
        "403": _content("An update, or SERVICE", "text/plain"),
        **_refusals(),
    }
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {
            "query": text,
            "default-graph-uri": several,
            "named-graph-uri": several,
        },
    }
    return {
        "get": {
            "summary": "SPARQL 1.1 query; without one, the description of the service",
            "operationId": "sparql-get",
            "tags": ["SPARQL"],
            "parameters": [_parameter("query", "the query", text), *dataset],
            "responses": answers,
        },
        "post": {
            "summary": "SPARQL 1.1 query",
            "operationId": "sparql-post",
            "tags": ["SPARQL"],
            "parameters": dataset,
            "requestBody": {
                "required": True,
                "content": {
                    "application/sparql-query": {"schema": text},
                    "application/x-www-form-urlencoded": {"schema": form},
                },
            },
            "responses": answers,
        },
    }
