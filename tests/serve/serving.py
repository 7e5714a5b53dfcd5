"""A running server, a client that shows plain HTTP, and graphs to serve."""

import hashlib
import http.client
import io
import json
import os
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from stancegraph.model import Article, Position
from stancegraph.serve.fetch_editor import EDITOR_FILES

TEXT = "The sea was calm. Avalon wants a limit, the speaker said. Brigadoon does not.\nNo more."
#: What would run, or break the page, where a text became markup.
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{7*7}}"
#: Runs for hours on any graph.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
ASK = "ASK { ?s ?p ?o }"
JSON_RESULTS = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"
SPARQL = "application/sparql-query"
SOURCE = str(Path(__file__).parents[2] / "graph")


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


PLAIN = "SELECT DISTINCT ?a { ?a a sg:Article } ORDER BY ?a"
NAMED = "SELECT DISTINCT ?a { GRAPH ?g { ?a a sg:Article } } ORDER BY ?a"
FROM = "SELECT DISTINCT ?a FROM <{}> {{ ?a a sg:Article }}"


def found(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return [row["a"]["value"] for row in reply.json()["results"]["bindings"]]


def triples(reply: Reply) -> set[ox.Triple]:
    form = ox.RdfFormat.from_media_type(reply.type)
    return {quad.triple for quad in ox.parse(reply.body, format=form)}


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


def npm_with(folder: Path) -> str:
    """Put an npm into a folder that packs an editor of its own; give the archive's hash."""
    about = {"name": "@zazuko/yasgui", "version": "4.6.2", "license": "MIT", "author": "Zazuko"}
    files = {f"build/{name}": name.encode() for name in (*EDITOR_FILES, "yasgui.min.js.map")}
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, content in {**files, "package.json": json.dumps(about).encode()}.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    (folder / "packed").write_bytes(data.getvalue())
    npm = folder / "npm"
    npm.write_text(
        '#!/bin/sh\nfor a; do case "$a" in --pack-destination=*) to="${a#*=}";; esac; done\n'
        f'/bin/cp "{folder}/packed" "$to/yasgui.tgz"\n',
        encoding="utf-8",
    )
    npm.chmod(0o755)
    return hashlib.sha512(data.getvalue()).hexdigest()
