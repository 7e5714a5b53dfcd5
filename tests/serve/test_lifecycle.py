"""How it begins, how it ends, and a graph that is built anew meanwhile."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from stancegraph.case import Case
from stancegraph.rdf import article_iri
from stancegraph.store import Store, build_store
from tests.serve.serving import (
    ASK,
    ENDLESS,
    PLAIN,
    SOURCE,
    busy,
    collection,
    descendants,
    found,
    needs_proc,
    running,
    until,
)


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


def test_a_server_is_no_graph_to_serve() -> None:
    done = run("--graph", "https://example.org/sparql")
    assert done.returncode == 2
    assert "give the folder" in " ".join(done.stderr.replace("│", " ").split())


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


def test_a_change_beside_the_server_is_served_from_the_next_query_on(
    tmp_path: Path, case: Case
) -> None:
    build_store(tmp_path / "graph", collection("one", "two"), case)
    with running(tmp_path / "graph") as server:
        assert len(found(server.query(PLAIN))) == 2
        with Store.open(tmp_path / "graph") as writer:
            writer.delete_graph(article_iri("one"))
            assert found(server.query(PLAIN)) == [article_iri("two")]
            writer.delete_graph(article_iri("two"))
            assert found(server.query(PLAIN)) == []
        assert found(server.query(PLAIN)) == []
