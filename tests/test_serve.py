"""The server: the SPARQL protocol, its limits, named queries, pages and things by address.

Every test here talks to a real server in a process of its own, through the network of this
machine, with a client that people use or with the plain bytes of HTTP.
"""

import csv
import http.client
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import rdflib
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect, sync_playwright
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, POSTDIRECTLY, SPARQLWrapper

from stancegraph.case import Actor, Case, Issue, load_case
from stancegraph.exceptions import OutputError
from stancegraph.model import Article, Position
from stancegraph.queries import catalogue
from stancegraph.rdf import article_iri
from stancegraph.serve.app import editor_folder
from stancegraph.serve.fetch_editor import fetch
from stancegraph.store import build_store

TEXT = "The sea was calm. Avalon wants a limit, the speaker said. Brigadoon does not.\nNo more."
#: What would run, or break the page, where a text became markup.
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{7*7}}"
#: Runs for hours on any graph.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
ASK = "ASK { ?s ?p ?o }"
JSON_RESULTS = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"
SPARQL = "application/sparql-query"
SOURCE = str(Path(__file__).parents[1] / "graph")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    """A running server."""

    process: "subprocess.Popen[str]"
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        **headers: str,
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            data = body.encode("utf-8") if isinstance(body, str) else body
            connection.request(method, path, data, named)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, found, answer.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str | None = None, **fields: Any) -> Reply:
        if fields:
            path += ("&" if "?" in path else "?") + urlencode(fields, doseq=True)
        return self.ask("GET", path, **({"Accept": accept} if accept else {}))

    def query(self, query: str, accept: str | None = None, **fields: Any) -> Reply:
        return self.get("/sparql", accept, query=query, **fields)


@contextmanager
def running(graph: Path, *options: str) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-m", "stancegraph", "serve", "--graph", graph, "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCE},
    )
    assert process.stdout is not None and process.stderr is not None
    try:
        line = process.stdout.readline()
        assert " at http://" in line, process.stderr.read()
        yield Server(process, int(line.partition(" at ")[2].split("/")[2].rpartition(":")[2]))
    finally:
        process.terminate()
        process.communicate(timeout=20)


def told(article: str, quote: str, actor: str, stance: Any, **more: Any) -> Position:
    start = TEXT.index(quote)
    fields: dict[str, Any] = {
        "article": article, "actor": actor, "holder": actor.title(), "issue": "fishing-limit",
        "stance": stance, "quote": quote, "start": start, "end": start + len(quote),
        "extractor": "reader", "date": date(2003, 10, 1), "date_precision": "day",
    }  # fmt: skip
    return Position(**{**fields, **more})


def collection(*ids: str) -> list[tuple[Article, tuple[Position, ...]]]:
    return [
        (
            Article(id=name, text=TEXT, title=f"“{name}”", date=date(2003, 10, 1), publisher="G"),
            (
                told(name, "Avalon wants a limit", "avalon", "support", attribution="self"),
                told(name, "Brigadoon does not", "brigadoon", "oppose"),
            ),
        )
        for name in ids
    ]


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory, case: Case) -> Path:
    folder = tmp_path_factory.mktemp("graph") / "graph"
    build_store(folder, collection("one", "two/3 é", "three"), case)
    return folder


@pytest.fixture(scope="module")
def server(graph: Path) -> Iterator[Server]:
    with running(graph) as found:
        yield found


# --- the protocol: https://www.w3.org/TR/sparql11-protocol/, 2.1 ------------------------------


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


PLAIN = "SELECT DISTINCT ?a { ?a a sg:Article } ORDER BY ?a"
NAMED = "SELECT DISTINCT ?a { GRAPH ?g { ?a a sg:Article } } ORDER BY ?a"
FROM = "SELECT DISTINCT ?a FROM <{}> {{ ?a a sg:Article }}"


def found(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return [row["a"]["value"] for row in reply.json()["results"]["bindings"]]


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


def triples(reply: Reply) -> set[ox.Triple]:
    form = ox.RdfFormat.from_media_type(reply.type)
    return {quad.triple for quad in ox.parse(reply.body, format=form)}


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


# --- clients ------------------------------------------------------------------------------


def test_rdflib_as_a_client(server: Server) -> None:
    for method in ("GET", "POST", "POST_FORM"):
        remote = rdflib.Graph(SPARQLStore(f"{server.url}/sparql", method=method))
        rows = remote.query(f"PREFIX sg: <https://w3id.org/stancegraph/ns/> {PLAIN}")
        assert [str(row[0]) for row in rows] == sorted(  # type: ignore[index]
            map(article_iri, ("one", "two/3 é", "three"))
        )


def test_sparqlwrapper_as_a_client(server: Server) -> None:
    client = SPARQLWrapper(f"{server.url}/sparql")
    client.setQuery(PLAIN)
    client.setReturnFormat(JSON)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3  # type: ignore[call-overload,index]
    client.setMethod(POST)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3  # type: ignore[call-overload,index]
    client.setRequestMethod(POSTDIRECTLY)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3  # type: ignore[call-overload,index]
    client.setQuery(f"CONSTRUCT WHERE {{ <{article_iri('one')}> ?p ?o }}")
    client.setReturnFormat("turtle")
    assert b"schema" in client.queryAndConvert()  # type: ignore[operator]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl to try")
def test_curl_as_a_client(server: Server) -> None:
    command = ["curl", "-sS", "--fail-with-body", f"{server.url}/sparql", "-H", "Accept: text/csv"]
    form = ["--data-urlencode", f"query={PLAIN}"]
    direct = ["-H", f"Content-Type: {SPARQL}", "--data-binary", PLAIN]
    for arguments in (form, ["-G", *form], direct):
        done = subprocess.run([*command, *arguments], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert len(list(csv.DictReader(io.StringIO(done.stdout)))) == 3


DOCUMENT = Path(__file__).parents[1] / "docs" / "endpoint.md"


@pytest.mark.parametrize(
    ("language", "code"),
    re.findall(
        r"^```(py|sh)\n(.*?)^```", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )[1:],  # the first starts the server
)
def test_the_examples_of_the_document_run(server: Server, language: str, code: str) -> None:
    here = code.replace("http://127.0.0.1:8000", server.url).replace("russia", "avalon")
    if language == "py":
        subprocess.run([sys.executable, "-W", "error", "-c", here], check=True)
    elif shutil.which("curl") is not None:
        done = subprocess.run(["sh", "-c", f"{here.strip()} -sS --fail"], capture_output=True)
        assert (done.returncode, len(done.stdout.splitlines()) > 0) == (0, True)


# --- what is off ----------------------------------------------------------------------------


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """Listen on a port of this machine, and take down who comes."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as ear:
        ear.settimeout(0.2)
        stop = threading.Event()

        def hear() -> None:
            while not stop.is_set():
                try:
                    caller, _ = ear.accept()
                except TimeoutError:
                    continue
                heard.append(b"called")
                caller.close()

        thread = threading.Thread(target=hear)
        thread.start()
        try:
            yield ear.getsockname()[1], heard
        finally:
            stop.set()
            thread.join()


def test_other_servers_are_never_asked(server: Server) -> None:
    with listening() as (port, heard):
        there = f"http://127.0.0.1:{port}/"
        for query in (
            f"SELECT * {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT <{there}> {{ ?s ?p ?o }} }}",
            f"PREFIX : <{there}> SELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
            f"PREFIX e: <{there}> SELECT * {{ ?s e:a\\# ?o . SERVICE e:x {{ }} }}",
            f"PREFIX e: <{there}> ASK {{ service#'\n silent e:x {{ ?s ?p ?o }} }}",
            f"SELECT * {{ VALUES ?x {{ <{there}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
        ):
            reply = server.query(query)
            assert (reply.status, "SERVICE is refused" in reply.text) == (403, True)
        load = f"LOAD <{there}>"
        assert server.ask("POST", "/sparql", urlencode({"update": load}), Content_Type=FORM).status
        assert server.query(FROM.format(there)).status == 200
        assert server.query(PLAIN, **{"default-graph-uri": there}).status == 200
        time.sleep(0.3)
    assert heard == []


def test_files_are_never_read(server: Server, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:a> <urn:b> 'secret' .", encoding="utf-8")
    anything = "SELECT ?o FROM{} <{}> {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
    for word in ("", " NAMED"):
        reply = server.query(anything.format(word, secret.as_uri()))
        assert reply.json()["results"]["bindings"] == []
    assert server.query(anything.format("", secret)).status == 400
    own = tmp_path / "own.rq"
    own.write_text("SELECT ?s { ?s ?p ?o }", encoding="utf-8")
    assert server.get(f"/queries/{quote(str(own), safe='')}").status == 404
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"):
        assert server.get(path).status == 404


def test_strangers_are_turned_away(server: Server) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example:80", "localhost:1:2", ""):
        assert server.ask("GET", "/health", Host=host).status == 403
    for host in ("localhost", "LOCALHOST:1", "127.0.0.1:99", "[::1]:8000"):
        assert server.ask("GET", "/health", Host=host).status == 200


def test_headers_that_keep_browsers_safe(server: Server) -> None:
    paths = ["/", "/queries", "/queries/actors", "/api", "/editor", "/sparql", "/nothing", "/view"]
    for path in [*paths, "/data/article/one", "/static/serve.css", "/sparql?query=x"]:
        headers = server.get(path, "text/html, */*;q=0.5").headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        if path != "/view":  # the page names the hashes of its scripts itself
            assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers


def test_cors_is_for_those_named(graph: Path) -> None:
    with running(graph, "--cors", "https://a.example", "--cors", "https://b.example") as server:
        for origin, allowed in (
            ("https://a.example", True),
            ("https://b.example", True),
            ("https://c.example", False),
            ("null", False),
        ):
            reply = server.ask("GET", f"/sparql?query={quote(ASK)}", Origin=origin)
            assert reply.status == 200
            assert (reply.headers.get("access-control-allow-origin") == origin) is allowed
            asked = server.ask(
                "OPTIONS",
                "/sparql",
                Origin=origin,
                Access_Control_Request_Method="POST",
                Access_Control_Request_Headers="content-type",
            )
            assert (asked.headers.get("access-control-allow-origin") == origin) is allowed


# --- limits ---------------------------------------------------------------------------------


def test_a_result_is_whole_or_an_error(graph: Path) -> None:
    with running(graph, "--max-rows", "10") as server:
        for number, status in ((9, 200), (10, 200), (11, 422), (5000, 422)):
            rows = " ".join(f'"{n}\\n"' for n in range(number))
            for accept in (JSON_RESULTS, "text/csv", "text/tab-separated-values", "text/xml"):
                query = f"SELECT ?x {{ VALUES ?x {{ {rows} }} }}"
                reply = server.ask("POST", "/sparql", query, Content_Type=SPARQL, Accept=accept)
                assert reply.status == status
                assert (status == 200) or "more than 10 rows" in reply.text
        construct = "CONSTRUCT WHERE { ?s ?p ?o }"
        assert "more than 10 triples" in server.query(construct).text
        assert server.query(f"{construct} LIMIT 10").status == 200
        described = server.get("/data/article/one?format=turtle")
        assert described.status == 422


def test_a_long_request_is_refused(server: Server) -> None:
    query = ASK + "#" * (1 << 20)
    assert server.ask("POST", "/sparql", query, Content_Type=SPARQL).status == 413
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(
        "POST",
        "/sparql",
        iter([query.encode()]),
        {"Content-Type": SPARQL},
        encode_chunked=True,
    )
    assert connection.getresponse().status == 413
    connection.close()


def test_a_slow_query_is_stopped(graph: Path) -> None:
    with running(graph, "--timeout", "1.5") as server:
        assert server.query(ASK).status == 200
        reply = server.query(ENDLESS)
        assert (reply.status, "1.5 seconds" in reply.text) == (504, True)
        assert server.query(ASK).status == 200
        until(lambda: not busy(server))


def test_a_query_that_takes_its_time_is_answered_whole(server: Server) -> None:
    # Long enough to be slow, for it sorts eight million rows; and one worker after another.
    numbers = " ".join(map(str, range(200)))
    values = " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in "abc")
    query = f"SELECT (SUM(?a * ?b + ?c) AS ?n) (COUNT(*) AS ?m) {{ {values} }}"
    for _ in range(2):
        reply = server.ask("POST", "/sparql", query, Content_Type=SPARQL, Accept="text/csv")
        total = 200 * (199 * 100) ** 2 + 200**2 * 199 * 100
        assert (reply.status, reply.text.split()) == (200, ["n,m", f"{total},{200**3}"])


def busy(server: Server) -> bool:
    """Tell whether any of the server's processes is computing."""

    def used() -> dict[int, int]:
        ticks = {}
        for process in descendants(server.process.pid):
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            ticks[process] = int(fields[11]) + int(fields[12])
        return ticks

    before = used()
    time.sleep(1)
    # A tick is a hundredth of a second: a query takes a core, as far as others leave it one.
    return any(ticks - before.get(process, 0) > 5 for process, ticks in used().items())


def until(true: Callable[[], bool]) -> None:
    """Wait for something to come true; the machine may be slow."""
    for _ in range(100):
        if true():
            return
        time.sleep(0.1)
    pytest.fail("it did not come true")


def descendants(process: int) -> list[int]:
    found: list[int] = []
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
    queue = [process]
    while queue:
        queue = [child for child, parent in parents.items() if parent in queue]
        found += queue
    return found


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processes are watched through /proc"
)


@needs_proc
def test_a_burst_of_slow_queries_leaves_it_answering(graph: Path) -> None:
    with running(graph, "--timeout", "10", "--concurrency", "2") as server:
        assert server.query(ASK).status == 200
        with ThreadPoolExecutor(40) as threads:
            slow = [threads.submit(server.query, ENDLESS) for _ in range(12)]
            time.sleep(0.5)
            assert server.get("/health").status == 200
            # Cheap ones are answered, queued behind the slow ones that are turned away one by one.
            cheap = [threads.submit(server.query, ASK) for _ in range(5)]
            cheap += [threads.submit(server.get, "/queries/actors") for _ in range(2)]
            cheap += [threads.submit(server.get, "/data/article/one", "text/html")]
            assert [reply.result().status for reply in cheap] == [200] * len(cheap)
            assert server.get("/health").status == 200
            # They were answered while slow ones were running.
            assert any(not reply.done() for reply in slow)
            replies = [reply.result() for reply in slow]
        told = sorted(reply.status for reply in replies)
        assert told == [503] * 10 + [504] * 2
        assert all(int(r.headers["retry-after"]) > 0 for r in replies if r.status == 503)
        assert server.query(ASK).status == 200
        until(lambda: not busy(server))


@needs_proc
def test_a_query_whose_client_has_left_is_stopped(graph: Path) -> None:
    with running(graph, "--timeout", "600") as server:
        assert server.query(ASK).status == 200
        request = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(request.encode())
            until(lambda: busy(server))
        until(lambda: not busy(server))


def test_a_query_that_takes_all_memory_is_given_up(graph: Path) -> None:
    greedy = ENDLESS.replace("(COUNT(*) AS ?n)", "*") + " ORDER BY ?a ?l"
    # In a process of its own: the workers are to import this source, not an installed package.
    script = f"""
import asyncio
from functools import partial
from pathlib import Path
from stancegraph.serve import jobs
from stancegraph.serve.workers import Aborted, Limits, Pool

async def ask():
    pool = Pool(Path({str(graph)!r}), Limits(timeout=60, memory=1 << 30))
    job = partial(jobs.sparql, accept=None, wanted=None, default_graphs=(), named_graphs=(),
                  max_rows=10)
    try:
        await pool.run(partial(job, query={greedy!r}))
    except Aborted as error:
        print(error)
    print((await pool.run(partial(job, query={ASK!r}))).read())
    pool.close()

asyncio.run(ask())
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": SOURCE},
    )
    assert "it took more memory" in done.stdout, done.stderr
    assert '"boolean":true' in done.stdout


# --- beginning and end ------------------------------------------------------------------------


@needs_proc
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_all_its_processes(graph: Path, sent: signal.Signals) -> None:
    with running(graph, "--timeout", "600") as server, ThreadPoolExecutor(2) as threads:
        assert server.query(ASK).status == 200
        slow = threads.submit(server.query, ENDLESS)
        until(lambda: busy(server))
        family = descendants(server.process.pid)
        assert family
        server.process.send_signal(sent)
        code = server.process.wait(timeout=20)
        assert code == {signal.SIGINT: 0}.get(sent, -sent)
        until(lambda: not any(Path(f"/proc/{process}").exists() for process in family))
        assert slow.exception() is not None or slow.result().status == 503
        assert server.process.stderr is not None
        assert "Traceback" not in server.process.stderr.read()


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "stancegraph", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": SOURCE},
    )


def test_a_port_that_is_taken(graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("--graph", str(graph), "--port", port)
    assert done.returncode == 1
    assert f"127.0.0.1:{port}: cannot be served" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_of_another_computer(graph: Path, host: str) -> None:
    done = run("--graph", str(graph), "--host", host, "--port", "0")
    assert done.returncode == 1
    assert host in done.stderr and "--host" in done.stderr and "Traceback" not in done.stderr


def test_no_graph(tmp_path: Path) -> None:
    done = run("--graph", str(tmp_path))
    assert done.returncode == 1
    assert "there is no graph" in done.stderr


def test_an_open_address_comes_with_a_warning_and_takes_any_name(graph: Path) -> None:
    with running(graph, "--host", "0.0.0.0") as server:  # noqa: S104 - what is tested
        assert server.ask("GET", "/health", Host="data.example").status == 200
        server.process.terminate()
        assert server.process.stderr is not None
        assert "there is no password" in server.process.stderr.read()


def test_a_name_that_is_allowed(graph: Path) -> None:
    with running(graph, "--allow-host", "data.example") as server:
        assert server.ask("GET", "/health", Host="data.example").status == 200
        assert server.ask("GET", "/health", Host="else.example").status == 403


def test_a_graph_built_anew_is_served_from_the_next_query_on(tmp_path: Path, case: Case) -> None:
    folder = tmp_path / "graph"
    build_store(folder, collection("one"), case)
    with running(folder) as server:
        assert len(found(server.query(PLAIN))) == 1
        first = server.get("/view")
        etag = first.headers["etag"]
        assert server.ask("GET", "/view", If_None_Match=etag).status == 304
        build_store(folder, collection("one", "two"), case)
        assert len(found(server.query(PLAIN))) == 2
        again = server.ask("GET", "/view", If_None_Match=etag)
        assert (again.status, "“two”" in again.text, "“two”" in first.text) == (200, True, False)
        assert "from 2 articles" in server.get("/", "text/html").text
        shutil.rmtree(folder)
        assert server.get("/health").status == 503


# --- named queries ----------------------------------------------------------------------------


def test_every_named_query_is_an_address(server: Server) -> None:
    listed = server.get("/queries").json()["queries"]
    assert [query["name"] for query in listed] == [query.name for query in catalogue()]
    for query in listed:
        reply = server.get(query["url"].removeprefix(server.url))
        assert (reply.status, reply.type) == (200, "application/json")
        told = reply.json()
        columns = [column["name"] for column in told["columns"]]
        assert columns == [column["name"] for column in query["columns"]]
        for row in told["rows"]:
            assert list(row) == columns
        as_csv = server.get(f"/queries/{query['name']}", "text/csv")
        assert as_csv.type == "text/csv"
        lines = list(csv.reader(io.StringIO(as_csv.text)))
        assert lines[0] == columns
        assert len(lines) == 1 + len(told["rows"])
        page = server.get(f"/queries/{query['name']}", "text/html")
        assert (page.status, page.type) == (200, "text/html")


def test_parameters_of_a_named_query(server: Server) -> None:
    def actors(**fields: Any) -> list[str]:
        reply = server.get("/queries/positions", **fields)
        assert reply.status == 200, reply.text
        return sorted({row["actor"] for row in reply.json()["rows"]})

    assert actors() == ["avalon", "brigadoon"]
    assert actors(actor="avalon") == ["avalon"]
    assert actors(actor=["avalon", "brigadoon"]) == ["avalon", "brigadoon"]
    assert actors(actor="", stance="oppose", format="json") == ["brigadoon"]
    assert actors(since="2004-01-01") == []
    page = server.get("/queries/positions?actor=avalon&format=html")
    assert page.type == "text/html"
    assert "/data/position/" in page.text and "format=csv" in page.text


@pytest.mark.parametrize(
    "fields",
    [
        {"actor": "nobody"},
        {"since": "yesterday"},
        {"stance": "maybe"},
        {"colour": "red"},
        {"actor": 'avalon" } #'},
        {"actor": EVIL},
    ],
)
def test_parameters_that_do_not_fit(server: Server, fields: dict[str, str]) -> None:
    reply = server.get("/queries/positions", **fields)
    assert (reply.status, reply.type) == (400, "application/problem+json")
    assert next(iter(fields)) in reply.json()["detail"]
    page = server.get("/queries/positions", "text/html", **fields)
    assert (page.status, page.type) == (400, "text/html")
    assert Seen(page.text).runs == []


def test_the_openapi_document(server: Server) -> None:
    reply = server.get("/openapi.json")
    document = reply.json()
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": server.url}]
    for query in catalogue():
        operation = document["paths"][f"/queries/{query.name}"]["get"]
        named = [parameter["name"] for parameter in operation["parameters"]]
        assert named == [*(p.name for p in query.parameters), "format"]
        assert len(set(named)) == len(named)
    page = server.get("/api", "text/html").text
    assert all(f"/queries/{query.name}" in page for query in catalogue())


# --- pages and things -------------------------------------------------------------------------


class Seen(HTMLParser):
    """What a browser would make of a page: what could run, where it leads, what is marked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.links: list[str] = []
        self.marked = ""
        self.quoted = ""
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        if tag in ("script", "img", "iframe", "object", "embed", "svg"):
            self.runs.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.runs.append(f"{tag} {name}")
            if name in ("href", "src") and (value or "").startswith("/"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.marked += data if "mark" in self._inside else ""
        self.quoted += data if "blockquote" in self._inside else ""


def position_of(server: Server, **fields: Any) -> str:
    row = server.get("/queries/positions", **fields).json()["rows"][0]
    return str(row["position"]).removeprefix("https://w3id.org/stancegraph")


def test_the_page_of_a_position_shows_its_sentence(server: Server) -> None:
    path = position_of(server, actor="avalon", article="one")
    page = server.get(path, "text/html")
    assert (page.status, page.type) == (200, "text/html")
    reader = Seen(page.text)
    assert reader.marked == "Avalon wants a limit"
    assert reader.quoted.strip() == TEXT.partition("\n")[0]
    for said in ("Fishing limit", "support", "“one”", "2003-10-01", "/data/run/", "self-stated"):
        assert said in page.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/case/toy", "Fish and ferries"),
        ("/case/toy/actor/avalon", "Avalon wants a limit"),
        ("/case/toy/issue/fishing-limit", "Brigadoon does not"),
        ("/data/article/one", "The sea was calm."),
        (f"/data/article/{quote('two/3 é', safe='')}", "“two/3 é”"),
        ("/ns/Position", "Position"),
        (f"/resource?iri={quote('https://w3id.org/stancegraph/none', safe='')}", None),
        ("/data/article/none", None),
    ],
)
def test_things_by_their_address(server: Server, path: str, said: str | None) -> None:
    page = server.get(path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    rdf = server.get(path, "text/turtle")
    if said is None:
        assert (page.status, rdf.status) == (404, 404)
        return
    assert (page.status, page.type) == (200, "text/html")
    assert said in page.text
    assert Seen(page.text).runs == []
    assert (rdf.status, rdf.type) == (200, "text/turtle")
    subject = ox.NamedNode(f"https://w3id.org/stancegraph{path}")
    assert subject in {triple.subject for triple in triples(rdf)}
    other = server.get(f"{path}?format=jsonld")
    assert (other.status, other.type) == (200, "application/ld+json")
    assert triples(other) == triples(rdf)
    assert server.get(path, "image/png").status == 406


def test_things_have_one_address(server: Server) -> None:
    iri = article_iri("one")
    moved = server.get("/resource", iri=iri)
    assert (moved.status, moved.headers["location"]) == (303, "/data/article/one")
    assert server.get("/resource").status == 400
    assert server.get("/resource", iri="no iri").status == 400


def test_every_link_of_a_page_leads_somewhere(server: Server) -> None:
    seen: dict[str, int] = {}
    queue = ["/", "/queries", "/api", "/editor", position_of(server, actor="avalon")]
    while queue and len(seen) < 120:
        path = queue.pop(0)
        if path in seen:
            continue
        reply = server.get(path, "text/html, */*;q=0.1")
        seen[path] = reply.status
        if reply.type == "text/html" and path != "/view":
            queue += Seen(reply.text).links
    assert {path for path, status in seen.items() if status not in (200, 303)} == set()
    assert any(path.startswith("/data/run/") for path in seen)


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a graph in which every text that comes from outside is hostile."""
    base = "https://example.org/case"
    actors = {
        name: Actor(name, f"{base}/actor/{name}", "bloc", f"{name}{EVIL}", name)
        for name in ("avalon", "brigadoon")
    }
    issue = Issue(
        "fishing-limit", f"{base}/issue/fishing-limit", EVIL, EVIL, "sea", EVIL, EVIL, EVIL
    )
    case = Case(
        "evil", base, EVIL, "1", tuple(actors), actors, {issue.id: issue}, {"sea": EVIL}
    )  # fmt: skip
    text = f"{EVIL} Avalon wants a limit {EVIL}"
    article = Article(
        id=f"a{EVIL}", text=text, title=EVIL, publisher=EVIL, url="javascript:alert(3)"
    )
    position = Position(
        article=article.id, actor="avalon", holder=EVIL, issue=issue.id, stance="conditional",
        condition=EVIL, quote=text, start=0, end=len(text), extractor=EVIL,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("evil") / "graph"
    build_store(folder, [(article, [position])], case)
    with running(folder) as server:
        yield server


def test_hostile_texts_never_become_markup(evil: Server) -> None:
    (row,) = evil.get("/queries/positions").json()["rows"]
    assert row["holder"] == EVIL
    paths = [
        row["position"].removeprefix("https://w3id.org/stancegraph"),
        article_iri(f"a{EVIL}").removeprefix("https://w3id.org/stancegraph"),
        *(
            f"/resource?iri={quote(f'https://example.org/case{part}', safe='')}"
            for part in ("", "/actor/avalon", "/issue/fishing-limit", "/group/sea")
        ),
        "/",
        "/queries/positions",
        "/queries/evidence",
        f"/editor?plain=yes&query={quote('SELECT ?o { ?s ?p ?o }')}",
        f"/editor?plain=yes&query={quote(EVIL)}",
        f"/resource?iri={quote(EVIL)}",
        f"/data/{quote(EVIL)}",
        f"/queries/{quote(EVIL)}",
        f"/queries/positions?{quote(EVIL)}={quote(EVIL)}",
    ]
    for path in paths:
        page = evil.get(path, "text/html")
        assert page.type == "text/html"
        inside = Seen(page.text).runs
        assert inside == [], path
        assert "{{7*7}}" in page.text or "49" not in page.text
    shown = evil.get(paths[0], "text/html")
    assert Seen(shown.text).marked == f"{EVIL} Avalon wants a limit {EVIL}"


iris = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("/.%2eE-~:@!$&'()*+,;=aZ0é", max_size=12).map(
        lambda tail: f"https://w3id.org/stancegraph/data/{tail}"
    ),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(iris)
def test_any_address_gets_an_answer(server: Server, iri: str) -> None:
    for accept in ("text/html", "text/turtle"):
        reply = server.get("/resource", accept, iri=iri)
        assert reply.status in (303, 400, 404), reply.text
        if reply.status == 303:
            then = server.get(reply.headers["location"], accept)
            assert then.status in (200, 404)


# --- the editor -------------------------------------------------------------------------------


def test_the_plain_form_asks_and_answers(graph: Path, server: Server) -> None:
    page = server.get("/editor?plain=yes", "text/html").text
    assert all(f'value="{query.name}"' in page for query in catalogue())
    loaded = server.get("/editor?plain=yes", example="positions").text
    assert "sg:evidence" in loaded
    shown = server.get("/editor?plain=yes", query=PLAIN).text
    assert "3 rows" in shown and "/data/article/one" in shown
    assert "Yes." in server.get("/editor?plain=yes", query=ASK).text
    assert (
        "sg:Article"
        in server.get("/editor?plain=yes", query="CONSTRUCT WHERE { ?s a sg:Article }").text
    )
    wrong = server.get("/editor?plain=yes", query="SELECT nonsense")
    assert (wrong.status, "does not parse" in wrong.text) == (400, True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium found on the PATH: the pages were not tried in a browser")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        ) as found,
    ):
        yield found


@contextmanager
def visiting(browser: Browser, server: Server) -> Iterator[Page]:
    """Open a page that asks nobody but the server, and has nothing to complain about."""
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    there = (server.url, "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(there)] == []
    assert complaints == []


def test_the_editor_asks_this_server_alone(browser: Browser, server: Server) -> None:
    if not editor_folder().exists():
        pytest.skip("the editor is not there: `make editor` fetches it")
    with visiting(browser, server) as page:
        page.goto(f"{server.url}/editor?example=evidence")
        editor = page.locator(".CodeMirror").first
        expect(editor).to_contain_text("# title: Evidence")
        expect(page.locator("select[name=example] option")).to_have_count(1 + len(catalogue()))
        page.select_option("select[name=example]", "positions")
        expect(editor).to_contain_text("# title: Positions")
        page.click(".yasqe_queryButton")
        expect(page.locator(".yasr table")).to_contain_text("Avalon wants a limit")
        with page.context.expect_page() as opened:
            page.locator(".yasr table a").first.dispatch_event("click")
        expect(opened.value.locator("blockquote mark")).to_be_visible()
        opened.value.close()


def test_the_pages_in_a_browser(browser: Browser, server: Server) -> None:
    with visiting(browser, server) as page:
        page.goto(f"{server.url}/")
        page.get_by_role("link", name="Who stands where").first.click()
        expect(page.locator("body")).to_contain_text("Avalon")
        page.goto(f"{server.url}/queries/positions")
        page.get_by_label("actor").fill("avalon")
        page.get_by_role("button", name="Ask").click()
        expect(page.get_by_text("3 rows")).to_be_visible()
        page.locator("td a").first.click()
        expect(page.locator("mark")).to_have_text("Avalon wants a limit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(browser: Browser, server: Server, scheme: Any) -> None:
    with browser.new_context(color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for path in (
            "/",
            "/queries",
            "/queries/positions",
            "/queries/positions?actor=nobody",
            position_of(server, actor="avalon"),
            "/data/article/one",
            "/case/toy/actor/avalon",
            "/api",
            f"/editor?plain=yes&query={quote(PLAIN)}",
            "/nothing",
        ):
            page.goto(f"{server.url}{path}")
            violations = Axe().run(page).response["violations"]
            assert [(path, v["id"], v["nodes"][0]["html"]) for v in violations] == []


def test_hostile_texts_run_nothing_in_a_browser(browser: Browser, evil: Server) -> None:
    (row,) = evil.get("/queries/positions").json()["rows"]
    with visiting(browser, evil) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a text ran: {dialog.message}"))
        article = article_iri(f"a{EVIL}").removeprefix("https://w3id.org/stancegraph")
        thing = row["position"].removeprefix("https://w3id.org/stancegraph")
        for path in (thing, article, "/queries/positions", "/view", "/"):
            page.goto(f"{evil.url}{path}")
            page.wait_for_timeout(100)


def test_no_npm_no_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(OutputError, match="npm is not installed"):
        fetch(tmp_path)


def test_a_npm_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho offline >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(OutputError, match="offline"):
        fetch(tmp_path / "editor")
    assert not (tmp_path / "editor").exists()
