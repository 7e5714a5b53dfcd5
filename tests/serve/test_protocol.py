"""The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/, 2.1) in plain HTTP."""

from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancegraph.rdf import article_iri
from tests.serve.serving import (
    ASK,
    FORM,
    FROM,
    JSON_RESULTS,
    NAMED,
    PLAIN,
    SPARQL,
    Server,
    found,
    triples,
)


def test_a_query_by_get(server: Server) -> None:
    reply = server.query(ASK)
    assert (reply.status, reply.type, reply.json()["boolean"]) == (200, JSON_RESULTS, True)


def test_a_query_by_post_as_a_form(server: Server) -> None:
    body = urlencode({"query": ASK})
    for kind in (FORM, f"{FORM}; charset=UTF-8", FORM.upper()):
        reply = server.ask("POST", "/sparql", body, Content_Type=kind)
        assert (reply.status, reply.json()["boolean"]) == (200, True)


def test_a_query_by_post_as_it_is(server: Server) -> None:
    reply = server.ask("POST", "/sparql", 'ASK { FILTER("é" = "\\u00E9") }', Content_Type=SPARQL)
    assert (reply.status, reply.json()["boolean"]) == (200, True)


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status"),
    [
        ("PUT", "/sparql?query=ASK%7B%7D", "", None, 405),
        ("DELETE", "/sparql?query=ASK%7B%7D", "", None, 405),
        ("GET", "/sparql?query=ASK%7B%7D&query=SELECT%20*%7B%7D", None, None, 400),
        ("GET", "/sparql?query=", None, None, 400),
        ("GET", "/sparql?query=nonsense", None, None, 400),
        ("GET", "/sparql?default-graph-uri=urn:x", None, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%20FILTER(%22%E9%22=%22%22)%7D", None, None, 400),
        ("POST", "/sparql", "ASK {}", "text/plain", 415),
        ("POST", "/sparql", urlencode({"query": ASK}), None, 415),
        ("POST", "/sparql", urlencode({"query": ASK}), SPARQL, 400),
        ("POST", "/sparql", ASK, FORM, 400),
        ("POST", "/sparql?query=ASK%7B%7D", ASK, SPARQL, 400),
        ("POST", "/sparql", urlencode([("query", ASK), ("query", ASK)]), FORM, 400),
        ("POST", "/sparql", ASK.encode("utf-16"), SPARQL, 400),
        ("POST", "/sparql", ASK.encode("utf-16"), f"{SPARQL}; charset=utf-16", 415),
        ("POST", "/sparql", "CLEAR ALL", "application/sparql-update", 403),
        ("POST", "/sparql", urlencode({"update": "CLEAR ALL"}), FORM, 403),
        ("POST", "/sparql", urlencode({"query": "CLEAR ALL"}), FORM, 400),
        ("GET", "/sparql?update=CLEAR%20ALL", None, None, 403),
        ("GET", "/sparql?query=LOAD%20%3Cfile:///etc/passwd%3E", None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&format=png", None, None, 406),
        ("GET", "/sparql?" + "x=1&" * 2000 + "query=ASK%7B%7D", None, None, 400),
    ],
)
def test_what_is_no_query_is_refused_with_the_reason(
    server: Server, method: str, path: str, body: bytes | str | None, kind: str | None, status: int
) -> None:
    headers = {"Content_Type": kind} if kind else {}
    reply = server.ask(method, path, body, **headers)
    assert (reply.status, reply.type) == (status, "text/plain")
    assert len(reply.text) > 20
    if status == 405:
        assert "POST" in reply.headers["allow"]
    if status == 415:
        assert SPARQL in reply.headers["accept-post"]


def test_head_and_options(server: Server) -> None:
    full, head = server.query(ASK), server.ask("HEAD", f"/sparql?query={quote(ASK)}")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-type"] == full.headers["content-type"]
    assert head.headers["content-length"] == str(len(full.body))
    for path in ("/sparql", "/queries", "/queries/positions", "/", "/view", "/data/x"):
        reply = server.ask("OPTIONS", path)
        assert reply.status == 204
        assert {"GET", "HEAD"} <= set(reply.headers["allow"].split(", "))
    assert "POST" in server.ask("OPTIONS", "/sparql").headers["allow"]


@pytest.mark.parametrize("method", ["get", "form", "direct"])
def test_the_dataset_of_the_protocol(server: Server, method: str) -> None:
    one, two, three = map(article_iri, ("one", "two/3 é", "three"))

    def articles(query: str, **graphs: list[str]) -> list[str]:
        fields: dict[str, Any] = {f"{name}-graph-uri": value for name, value in graphs.items()}
        if method == "get":
            return found(server.query(query, **fields))
        if method == "form":
            body = urlencode({"query": query, **fields}, doseq=True)
            return found(server.ask("POST", "/sparql", body, Content_Type=FORM))
        path = f"/sparql?{urlencode(fields, doseq=True)}"
        return found(server.ask("POST", path, query, Content_Type=SPARQL))

    every = sorted([one, two, three])
    assert articles(PLAIN) == every
    assert articles(NAMED) == every
    assert articles(PLAIN, default=[one]) == [one]
    assert articles(PLAIN, default=[one, two]) == sorted([one, two])
    assert articles(NAMED, default=[one]) == []
    assert articles(NAMED, named=[one, three]) == sorted([one, three])
    assert articles(PLAIN, named=[one]) == []
    assert articles(PLAIN, default=[one], named=[two]) == [one]
    assert articles(NAMED, default=[one], named=[two]) == [two]
    # The dataset of the protocol goes before the query's own.
    assert articles(FROM.format(one)) == [one]
    assert articles(FROM.format(one), default=[two]) == [two]
    assert articles(FROM.format("https://example.org/none")) == []


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON_RESULTS),
        ("*/*", JSON_RESULTS),
        ("application/json", JSON_RESULTS),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.4, application/sparql-results+json;q=0.5", JSON_RESULTS),
        ("text/csv, */*;q=0.1", "text/csv"),
        ("text/csv;q=0, text/*", "text/tab-separated-values"),
        ("TEXT/CSV", "text/csv"),
    ],
)
def test_the_form_of_a_table_is_negotiated(
    server: Server, accept: str | None, expected: str
) -> None:
    for query in ("SELECT ?a { ?a a sg:Article }", ASK):
        reply = server.query(query, accept)
        assert (reply.status, reply.type) == (200, expected)
        assert "Accept" in reply.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json", "application/ld+json"),
        ("application/json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/turtle;q=0.5, application/n-triples;q=0.6", "application/n-triples"),
    ],
)
def test_the_form_of_a_graph_is_negotiated_and_says_the_same(
    server: Server, accept: str | None, expected: str
) -> None:
    one = article_iri("one")
    for query in (f"CONSTRUCT WHERE {{ <{one}> ?p ?o }}", f"DESCRIBE <{one}>"):
        reply = server.query(query, accept)
        assert (reply.status, reply.type) == (200, expected)
        assert triples(reply) == triples(server.query(query)) != set()


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "application/json;q=0", "text"])
def test_a_form_that_there_is_not_is_not_given(server: Server, accept: str) -> None:
    reply = server.query(ASK, accept)
    assert reply.status == 406
    assert JSON_RESULTS in reply.text


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ('SELECT ("a\\u0001b" AS ?x) {}', "application/sparql-results+xml"),
        ('CONSTRUCT { <urn:a> <urn:b> "a\\u0001b" } WHERE {}', "application/rdf+xml"),
        ('CONSTRUCT { <urn:a> <urn:b/1> "b" } WHERE {}', "application/rdf+xml"),
    ],
)
def test_what_xml_cannot_hold_is_no_malformed_xml(server: Server, query: str, accept: str) -> None:
    refused = server.query(query, accept)
    assert (refused.status, "take another form" in refused.text) == (406, True)
    assert server.query(query, f"{accept};q=0.5, */*").status == 200


def test_the_service_describes_itself(server: Server) -> None:
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    for accept in (None, "text/turtle", "application/ld+json", "application/rdf+xml"):
        reply = server.get("/sparql", accept)
        assert reply.status == 200
        described = rdflib.Graph()
        for triple in triples(reply):
            described.parse(data=f"{triple} .", format="ntriples")
        (service,) = described.subjects(rdflib.RDF.type, sd.Service)
        assert described.value(service, sd.endpoint) == rdflib.URIRef(f"{server.url}/sparql")
        assert described.value(service, sd.supportedLanguage) == sd.SPARQL11Query
        assert sd.UnionDefaultGraph in set(described.objects(service, sd.feature))
        dataset = described.value(service, sd.defaultDataset)
        graphs = {described.value(g, sd.name) for g in described.objects(dataset, sd.namedGraph)}
        assert rdflib.URIRef(article_iri("one")) in graphs
    assert server.get("/sparql", "image/png").status == 406
    to_people = server.get("/sparql", "text/html")
    assert (to_people.status, to_people.headers["location"]) == (303, "/editor")


values = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20).map(
        ox.Literal
    ),
    st.integers().map(ox.Literal),
    st.booleans().map(ox.Literal),
    st.sampled_from(["en", "pt-BR"]).map(lambda tag: ox.Literal("x\n\ty", language=tag)),
    st.sampled_from(["1.50", "x", "", "+1", "1."]).map(
        lambda text: ox.Literal(text, datatype=ox.NamedNode(rdflib.XSD.decimal))
    ),
    st.just(ox.NamedNode("https://example.org/é?a=b#c")),
    st.none(),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(values, values), max_size=6))
def test_every_value_comes_through_as_the_engine_has_it(server: Server, rows: list[Any]) -> None:
    cells = (" ".join("UNDEF" if v is None else str(v) for v in row) for row in rows)
    query = f"SELECT ?x ?y {{ VALUES (?x ?y) {{ {' '.join(f'({c})' for c in cells)} }} }}"
    direct = ox.Store().query(query)
    assert isinstance(direct, ox.QuerySolutions)
    expected = [tuple(row) for row in direct]
    for media_type, form in (
        (JSON_RESULTS, ox.QueryResultsFormat.JSON),
        ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ):
        reply = server.ask("POST", "/sparql", query, Content_Type=SPARQL, Accept=media_type)
        again = ox.parse_query_results(reply.body, format=form)
        assert isinstance(again, ox.QuerySolutions)
        assert [tuple(row) for row in again] == expected
