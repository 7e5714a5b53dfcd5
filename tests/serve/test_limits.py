"""Limits on rows, bytes, time, memory and how much goes on at once."""

import http.client
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from tests.serve.serving import (
    ASK,
    ENDLESS,
    JSON_RESULTS,
    SOURCE,
    SPARQL,
    Reply,
    Server,
    busy,
    needs_proc,
    running,
    until,
)


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


def test_a_text_that_is_slow_to_read_holds_up_nobody(graph: Path) -> None:
    # Each SERVICE could have its server's name behind the comment: the engine's own parser is
    # quick at this one, the search for SERVICE is not.
    with running(graph, "--timeout", "1.5") as server:
        text = f"{ASK} # " + "SERVICE#" * 100_000
        assert server.ask("POST", "/sparql", text, Content_Type=SPARQL).status == 504
        assert server.query(ASK).status == 200


def test_a_query_that_takes_its_time_is_answered_whole(server: Server) -> None:
    # Long enough to be slow, for it sorts eight million rows; and one worker after another.
    numbers = " ".join(map(str, range(200)))
    values = " ".join(f"VALUES ?{name} {{ {numbers} }}" for name in "abc")
    query = f"SELECT (SUM(?a * ?b + ?c) AS ?n) (COUNT(*) AS ?m) {{ {values} }}"
    for _ in range(2):
        reply = server.ask("POST", "/sparql", query, Content_Type=SPARQL, Accept="text/csv")
        total = 200 * (199 * 100) ** 2 + 200**2 * 199 * 100
        assert (reply.status, reply.text.split()) == (200, ["n,m", f"{total},{200**3}"])


def patient(server: Server, path: str, accept: str | None = None) -> Reply:
    """Ask again when turned away: on a slow machine a cheap query may take long for once."""
    for _ in range(15):
        reply = server.get(path, accept)
        if reply.status != 503:
            break
        time.sleep(0.5)
    return reply


@needs_proc
def test_a_burst_of_slow_queries_leaves_it_answering(graph: Path) -> None:
    with running(graph, "--timeout", "10", "--concurrency", "2") as server:
        assert server.query(ASK).status == 200
        with ThreadPoolExecutor(40) as threads:
            slow = [threads.submit(server.query, ENDLESS) for _ in range(12)]
            time.sleep(0.5)
            assert server.get("/health").status == 200
            # Cheap ones are answered, queued behind the slow ones that are turned away one by one.
            asked = [f"/sparql?query={quote(ASK)}"] * 5 + ["/queries/actors"] * 2
            cheap = [threads.submit(patient, server, path) for path in asked]
            cheap += [threads.submit(patient, server, "/data/article/one", "text/html")]
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
