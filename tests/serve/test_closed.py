"""What is off, and who is turned away."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from tests.serve.serving import ASK, FORM, FROM, PLAIN, Server, running


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
