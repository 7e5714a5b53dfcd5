"""What a server may do wrong: nothing of it becomes a short result, and no secret is told."""

import base64
import gzip
import itertools
import json
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from stancegraph.case import load_case
from stancegraph.cli import app
from stancegraph.exceptions import QueryError, StoreError
from stancegraph.model import Article, Position, Stance
from stancegraph.rdf import article_iri, reference_graph, standings_graph, standings_iri
from stancegraph.store import (
    Credentials,
    RemoteStore,
    Store,
    build_store,
    open_store,
    stored_articles,
)
from stancegraph.vocabulary import SG

ROWS = {
    "head": {"vars": ["n"]},
    "results": {"bindings": [{"n": {"type": "literal", "value": str(n)}} for n in range(3)]},
}
WHOLE = json.dumps(ROWS).encode()
JSON = {"Content-Type": "application/sparql-results+json"}
QUERY = "SELECT ?n { ?n ?p ?o }"


@dataclass
class Server:
    """A server that answers everything alike, and keeps what it was sent."""

    url: str = ""
    status: int = 200
    body: bytes = WHOLE
    headers: dict[str, str] = field(default_factory=lambda: dict(JSON))
    length: int | None = None
    wait: float = 0.0
    got: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            state.got.append((self.command, self.path, dict(self.headers.items()), sent))
            self.send_response(state.status)
            for name, value in state.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(state.length or len(state.body)))
            self.end_headers()
            step = max(1, len(state.body) // 4)
            try:
                for start in range(0, len(state.body), step):
                    self.wfile.write(state.body[start : start + step])
                    self.wfile.flush()
                    time.sleep(state.wait)
            except OSError:  # the client has gone
                return

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - names of the library

        def log_message(self, format: str, *args: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{httpd.server_port}/sparql"
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield state
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_a_whole_answer(server: Server) -> None:
    with RemoteStore(server.url) as store:
        assert store.select(QUERY).rows == [("0",), ("1",), ("2",)]
    [(method, path, headers, body)] = server.got
    assert (method, path) == ("POST", "/sparql?union-default-graph=true")
    assert headers["Accept"] == "application/sparql-results+json"
    assert body.startswith(b"query=SELECT")


def cut(server: Server) -> None:
    server.body = WHOLE[:-40]


def no_iri(server: Server) -> None:
    server.body = WHOLE.replace(b'"type": "literal"', b'"type": "uri"').replace(
        b'"type":"literal"', b'"type":"uri"'
    )


def no_type(server: Server) -> None:
    server.body = WHOLE.replace(b'"type"', b'"kind"')


def cut_with_a_sentence(server: Server) -> None:
    # What Oxigraph's server does with a query that runs out of time.
    server.body = WHOLE[:-40] + b"The query evaluation has been cancelled"


def broken_off(server: Server) -> None:
    server.length = len(WHOLE) + 100


def a_page(server: Server) -> None:
    server.body = b"<html>Please log in</html>"


def another_thing(server: Server) -> None:
    server.body = b'{"head": {}, "rows": []}'


def a_limit(server: Server) -> None:
    server.headers["X-SPARQL-MaxRows"] = "10000"


def half_way(server: Server) -> None:
    server.headers["X-SQL-State"] = "S1TAT"


def stood_in_the_way(server: Server) -> None:
    server.headers["X-SQL-State"] = "00000"
    server.headers["X-SQL-Message"] = "SR172: Transaction deadlocked"


def partial(server: Server) -> None:
    server.status = 206


def failed(server: Server) -> None:
    server.status, server.body = 500, b"out of memory"


def redirected(server: Server) -> None:
    server.status = 302
    server.headers["Location"] = server.url


def slow(server: Server) -> None:
    server.wait = 0.4


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (cut, "not whole"),
        (no_iri, "not whole or not what was asked for"),
        (no_type, "not whole or not what was asked for"),
        (cut_with_a_sentence, "not whole.*it ends: .*cancelled"),
        (broken_off, "broke off"),
        (a_page, "not whole or not what was asked for"),
        (another_thing, "not what was asked for"),
        (a_limit, "cut its answer.*10000 rows"),
        (half_way, "cut its answer"),
        (stood_in_the_way, "stood in the way.*do it again"),
        (partial, "cut its answer"),
        (failed, "the server failed.*out of memory"),
        (redirected, "the server failed"),
        (slow, "no whole answer within 1 seconds"),
    ],
)
def test_no_fault_is_a_short_result(
    server: Server, fault: Callable[[Server], None], message: str
) -> None:
    fault(server)
    with RemoteStore(server.url, timeout=1) as store:
        with pytest.raises(StoreError, match=message):
            store.select(QUERY)
        with pytest.raises(StoreError):
            store.graphs()


def test_an_answer_larger_than_the_limit_is_an_error(server: Server) -> None:
    server.body = gzip.compress(b" " * (1 << 20) + WHOLE)
    server.headers["Content-Encoding"] = "gzip"
    assert len(server.body) < 1 << 14
    told = pytest.raises(StoreError, match=r"larger than 0.5 MiB; ask for less")
    with RemoteStore(server.url, max_bytes=1 << 19) as store, told:
        store.select(QUERY)
    with RemoteStore(server.url) as store:
        assert len(store.select(QUERY).rows) == 3


def test_triples_that_end_too_early(server: Server) -> None:
    line = b"<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n"
    server.body, query = line + b"The query has been cancelled", "CONSTRUCT WHERE { ?s ?p ?o }"
    with RemoteStore(server.url) as store:
        with pytest.raises(StoreError, match="not whole"):
            store.construct(query)
        server.body = line
        assert len(store.construct(query)) == 1
        server.length = len(line) + 1
        with pytest.raises(StoreError, match="broke off"):
            store.construct(query)


def test_what_was_put_is_counted(server: Server, toy: Path) -> None:
    # Virtuoso takes some data with status 200 and keeps nothing; here the count is 0.
    kept = r"of \d+ triples put .* the server holds 0"
    with RemoteStore(server.url) as store, pytest.raises(StoreError, match=kept):
        store.put_graph(reference_graph(load_case(toy)))
    assert [method for method, *_ in server.got] == ["PUT", "POST"]


def test_several_graphs_go_in_one_update(server: Server, toy: Path) -> None:
    empty = {"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": []}}
    server.body = json.dumps(empty).encode()
    case = load_case(toy)
    quads = [*reference_graph(case), *standings_graph({}, case)]
    gone = article_iri("gone")
    with RemoteStore(server.url) as store, pytest.raises(StoreError, match="cannot count"):
        store.put_graph(quads, drop=[gone])
    assert {method for method, *_ in server.got} == {"POST"}
    [update] = [body for *_, body in server.got if body.startswith(b"update=")]
    text = parse_qs(update.decode())["update"][0]
    for name in (case.iri, standings_iri(case)):
        assert f"INSERT DATA {{ GRAPH <{name}>" in text
    assert f"DROP SILENT GRAPH <{gone}>" in text


def test_a_refused_update_is_told_and_not_tried_in_pieces(server: Server) -> None:
    gone = [article_iri("one"), article_iri("two")]
    server.status = 400
    with RemoteStore(server.url) as store, pytest.raises(StoreError, match="nothing was changed"):
        store.put_graph([], drop=gone)
    [(method, _, _, body)] = server.got
    assert method == "POST" and body.startswith(b"update=")


def test_a_wrong_query_is_the_asker_s(server: Server) -> None:
    server.status, server.body = 400, b"expected one of ..."
    with RemoteStore(server.url) as store, pytest.raises(QueryError, match="expected one of"):
        store.select(QUERY)


def test_no_server_there() -> None:
    reached = pytest.raises(StoreError, match="cannot be reached")
    with RemoteStore("http://127.0.0.1:9/sparql") as store, reached:
        store.select(QUERY)


# --- who asks ------------------------------------------------------------------------------


def test_credentials_are_sent_and_never_told(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANCEGRAPH_USER", "reader")
    monkeypatch.setenv("STANCEGRAPH_PASSWORD", "hush:hush")
    server.status, server.body = 401, b""
    with open_store(server.url) as store, pytest.raises(StoreError) as told:
        store.select(QUERY)
    assert "STANCEGRAPH_PASSWORD" in str(told.value)
    assert "hush" not in str(told.value)
    basic = base64.b64encode(b"reader:hush:hush").decode()
    assert server.got[-1][2]["Authorization"] == f"Basic {basic}"
    server.status, server.body = 200, WHOLE
    token = Credentials(token="whisper")  # noqa: S106 - nobody's
    assert "whisper" not in repr(token)
    with open_store(server.url, credentials=token) as store:
        store.select(QUERY)
    assert server.got[-1][2]["Authorization"] == "Bearer whisper"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://reader:hush@127.0.0.1/sparql", "STANCEGRAPH_PASSWORD"),
        ("ftp://127.0.0.1/sparql", "is no address"),
        ("http:///sparql", "is no address"),
        ("http://127.0.0.1:port/", "is no address"),
        ("http://127.0.0.1/a b", "is no address"),
    ],
)
def test_addresses_that_are_not_taken(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as told:
        RemoteStore(url)
    assert "hush" not in str(told.value)


def test_credentials_need_encryption_beyond_this_machine() -> None:
    secret = Credentials(user="reader", password="hush")  # noqa: S106 - nobody's
    with pytest.raises(StoreError, match="use https"):
        RemoteStore("http://example.org/sparql", credentials=secret)
    for url in ("https://example.org/sparql", "http://localhost/sparql", "http://[::1]/sparql"):
        RemoteStore(url, credentials=secret).close()
    RemoteStore("http://example.org/sparql", credentials=Credentials()).close()


def test_certificates_are_checked(server: Server, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate with")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out certificate -subj /CN=x"
    subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate", tmp_path / "key")
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as httpd:
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
        httpd.handle_error = lambda *_: None  # type: ignore[method-assign] # it is refused
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        refused = pytest.raises(StoreError, match=r"cannot be reached.*CERTIFICATE_VERIFY_FAILED")
        with RemoteStore(f"https://127.0.0.1:{httpd.server_port}/sparql") as store, refused:
            store.select(QUERY)
        httpd.shutdown()
        thread.join()


# --- real servers --------------------------------------------------------------------------


@pytest.mark.parametrize("timeout", [0.2, 60.0])
def test_a_query_that_takes_too_long_is_an_error(hasty_oxigraph: str, timeout: float) -> None:
    # A product of everything with itself. Either the client has had enough or, after a second,
    # the server: it then ends its answer, of status 200, in the middle.
    with RemoteStore(hasty_oxigraph, timeout=timeout) as store:
        numbers = " ".join(f"sg:a sg:b {n} ." for n in range(1000))
        store.update(f"INSERT DATA {{ GRAPH <https://example.org/big> {{ {numbers} }} }}")
        with pytest.raises(StoreError, match=r"no whole answer|not whole|broke off"):
            store.select("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i < 9) }")
        assert store.select("SELECT (COUNT(*) AS ?n) { ?s sg:b ?o }").rows == [(1000,)]


def test_a_build_behind_an_address(empty_oxigraph: str, toy: Path, tmp_path: Path) -> None:
    case = load_case(toy)
    articles = [(Article(id=name, text="Nothing."), ()) for name in ("one", "two")]
    with RemoteStore(empty_oxigraph) as store:
        foreign = ox.NamedNode("https://example.org/foreign")
        store.put_graph([ox.Quad(foreign, foreign, foreign, foreign)])
        build_store(empty_oxigraph, articles, case)
        build_store(empty_oxigraph, articles[1:], case)
        # What was built before is gone; what is somebody else's stays.
        assert article_iri("one") not in store.graphs()
        assert foreign.value in store.graphs()
        store.delete_graph(foreign.value)
        summary = build_store(tmp_path / "graph", articles[1:], case)
        with Store.open(tmp_path / "graph", read_only=True) as here:
            assert summary.triples == len(here) == len(store)
            assert here.graphs() == store.graphs()
    done = CliRunner().invoke(app, ["network", "--graph", empty_oxigraph])
    assert done.exit_code == 0, done.output


def test_readers_see_a_graph_before_or_after_never_between(oxigraph: str) -> None:
    name = ox.NamedNode("https://example.org/swapped")
    states = [
        [ox.Quad(name, name, ox.Literal(f"{state}{n}"), name) for n in range(200)] for state in "ab"
    ]
    query = """
        SELECT (MIN(?letter) AS ?first) (MAX(?letter) AS ?last) (COUNT(*) AS ?n) {
          GRAPH ?g { ?g ?g ?o } BIND(SUBSTR(?o, 1, 1) AS ?letter)
        }
    """
    with RemoteStore(oxigraph) as writer, RemoteStore(oxigraph) as reader:
        writer.put_graph(states[0])
        stop = threading.Event()

        def write() -> None:
            for number in range(1, 40):
                writer.put_graph(states[number % 2])
            stop.set()

        thread = threading.Thread(target=write)
        thread.start()
        seen = set()
        while not stop.is_set():
            seen.update(reader.select(query).rows)
        thread.join()
        assert seen <= {("a", "a", 200), ("b", "b", 200)}
        writer.delete_graph(name.value)


@pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"])
def test_readers_see_an_article_with_its_standings(
    request: pytest.FixtureRequest, toy: Path, kind: str
) -> None:
    case, text = load_case(toy), "Avalon wants a limit. Avalon wants none."
    states = []
    told: list[tuple[Stance, str]] = [("support", "wants a limit"), ("oppose", "wants none")]
    for stance, quote in told:
        start = text.index(quote)
        states.append(
            Position(
                "one", "avalon", "Avalon", "fishing-limit", stance, quote, start,
                start + len(quote), extractor="reader",
            )
        )  # fmt: skip
    article = Article("one", text, "Talks", date(2003, 10, 1))
    query = """
        SELECT ?stance ?latest { { SELECT ?stance { ?p a sg:Position ; sg:stance ?stance } }
                                 { SELECT ?latest { ?s sg:latestStance ?latest } } }
    """
    url = request.getfixturevalue(kind)
    with RemoteStore(url) as writer, RemoteStore(url) as reader:
        for name in writer.graphs():
            writer.delete_graph(name)
        writer.put_graph(reference_graph(case))
        writer.put_article(article, states[:1], case)
        stop = threading.Event()

        def write() -> None:
            try:
                for number in range(1, 12):
                    writer.put_article(article, [states[number % 2]], case)
            finally:
                stop.set()

        thread = threading.Thread(target=write)
        thread.start()
        seen = set()
        while not stop.is_set():
            seen.update(reader.select(query).rows)
        thread.join()
        after = reader.select(query).rows
        writer.delete_article("one")
        left = "SELECT ?s { { ?s a sg:Position } UNION { ?s a sg:Standing } }"
        assert writer.select(left).rows == []
    terms = (str(SG.Support), str(SG.Oppose))
    assert after == [(terms[1], terms[1])]
    # Virtuoso reads row by row: a query may see one part before a change and one after it.
    between = set(itertools.product(terms, terms)) if kind == "virtuoso" else set()
    assert seen and seen <= {(term, term) for term in terms} | between


def test_two_who_put_one_article_at_once(
    oxigraph: str, toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = load_case(toy)
    versions = [Article("one", f"Text {n}.", f"Version {n}", date(2003, 10, n)) for n in (1, 2, 3)]
    with RemoteStore(oxigraph) as slow, RemoteStore(oxigraph) as quick:
        slow.put_graph(reference_graph(case))
        slow.put_article(versions[0], [], case)
        send = slow.update

        def late(text: str) -> None:
            quick.put_article(versions[1], [], case)
            send(text)

        with monkeypatch.context() as patch:
            patch.setattr(slow, "update", late)
            with pytest.raises(StoreError, match="put them again, and nobody else meanwhile"):
                slow.put_article(versions[2], [], case)
        slow.put_article(versions[2], [], case)
        assert stored_articles(quick) == [versions[2]]
        slow.delete_article("one")


def test_more_than_virtuoso_takes_in_an_update(virtuoso: str) -> None:
    names = [ox.NamedNode(f"https://example.org/long/{n}") for n in range(2)]
    quads = [ox.Quad(name, name, ox.Literal(n), name) for name in names for n in range(4000)]
    with RemoteStore(virtuoso) as store:
        triples = " ".join(f"<urn:x> <urn:x> {n} ." for n in range(10000))
        with pytest.raises(QueryError, match="SP03"):
            store.update(f"INSERT DATA {{ GRAPH <urn:x> {{ {triples} }} }}")
        store.put_graph(quads)
        assert [len(store.quads(name.value)) for name in names] == [4000, 4000]
        store.put_graph([], drop=[name.value for name in names])
        assert not {name.value for name in names} & {*store.graphs()}


#: XML 1.0 has no other control characters, and Virtuoso takes none of them.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], include_characters="\n\t"),
    max_size=40,
) | st.sampled_from(
    ['" } #', '\\" . ?s ?p ?o', "'''", "\\u0022", "UNDEF }", "<x>", "%22", "&query=", "+"]
)


@pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"])
def test_any_text_is_bound_as_itself(request: pytest.FixtureRequest, kind: str) -> None:
    with RemoteStore(request.getfixturevalue(kind)) as store:

        @settings(max_examples=60)
        @given(st.lists(texts, min_size=1, max_size=3, unique=True))
        def bound(values: list[str]) -> None:
            query = "SELECT ?x { VALUES ?x { UNDEF } }"
            table = store.select(query, {"x": [ox.Literal(value) for value in values]})
            assert sorted(table.rows) == sorted((value,) for value in values)

        bound()


def test_any_http_client_finds_the_same(oxigraph: str) -> None:
    with RemoteStore(oxigraph) as store:
        here = store.select("SELECT (7 AS ?n) { }").rows
    answer = httpx.post(
        f"{oxigraph}/query", data={"query": "SELECT (7 AS ?n) { }"}, headers={"Accept": "text/csv"}
    )
    assert answer.text.split() == ["n", str(here[0][0])]
