"""The web application: addresses, and what is answered there."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stancegraph.exceptions import QueryError, RefusedQueryError, StanceGraphError
from stancegraph.queries import catalogue, named
from stancegraph.serve import jobs
from stancegraph.serve.description import openapi, schema, service_description
from stancegraph.serve.fetch_editor import EDITOR_FILES, editor_folder
from stancegraph.serve.links import BASE, local, original
from stancegraph.serve.negotiation import GRAPHS, TABLES, NotAcceptable, choose
from stancegraph.serve.protocol import FORM, QUERY, Problem, parse_fields, read_operation
from stancegraph.serve.workers import (
    Aborted,
    Answer,
    Busy,
    Identity,
    Job,
    Lane,
    Limits,
    Pool,
    TimedOut,
    TooLarge,
)

__all__ = ["create_app"]

_HTML = "text/html"
_JSON = "application/json"
_PROBLEM = "application/problem+json"
#: Rows of a table on a page; more are a download.
_PAGE_ROWS = 500
#: Seconds that the page on who stands where may take to make: it reads the whole graph.
_VIEW_TIMEOUT = 600.0
#: Seconds that a client may take to send its request's body.
_BODY_TIMEOUT = 30.0
#: Seconds after which a client that was turned away may come back.
_RETRY = 2

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
#: The editor runs scripts of this server's, styles what it shows, and asks this server alone.
_EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
#: The page brings a policy of its own, stricter than this one.
_VIEW_POLICY = "frame-ancestors 'none'"

_T = TypeVar("_T")


def _own(name: str) -> Path:
    return Path(str(files("stancegraph.serve"))) / name


# --- templates ----------------------------------------------------------------------------


@cache
def _asset(name: str) -> str:
    return _own(f"templates/{name}").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(_asset),
    )
    environment.filters["local"] = local
    environment.filters["tail"] = lambda iri: re.split(r"[/#]", iri.rstrip("/#"))[-1] or iri
    environment.tests["ours"] = lambda iri: iri.startswith(BASE)
    environment.tests["web"] = lambda text: (
        re.match(r"https?://", str(text), re.IGNORECASE) is not None
    )
    return environment


def _page(name: str, *, status: int = 200, policy: str = _POLICY, **values: Any) -> Response:
    text = _environment().get_template(name).render(**values)
    return Response(
        # Half a surrogate pair can be in a text, and in no UTF-8.
        text.encode("utf-8", "replace"),
        status_code=status,
        media_type=_HTML,
        headers={"Content-Security-Policy": policy, "Vary": "Accept"},
    )


# --- the application ----------------------------------------------------------------------


class _Graph:
    """The graph that is served, with what is remembered of it until it is built anew."""

    def __init__(self, directory: Path, limits: Limits) -> None:
        self.limits = limits
        self.pool = Pool(directory, limits)
        self._kept: dict[str, tuple[Identity, bytes]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def summary(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(await self.keep("summary", jobs.summary, "page"))
        return found

    async def keep(self, name: str, job: Job, lane: Lane, timeout: float | None = None) -> bytes:
        """Give the answer to a job, from memory as long as the graph is the same."""
        # One asks, the others wait for its answer.
        async with self._locks.setdefault(name, asyncio.Lock()):
            now = self.pool.identity
            kept = self._kept.get(name)
            if kept is None or (now is not None and kept[0] != now):
                kept = now, (await self.pool.run(job, lane, timeout=timeout)).read()
                self._kept[name] = kept
            return kept[1]


def create_app(
    directory: Path,
    *,
    limits: Limits | None = None,
    allowed_hosts: Sequence[str] = (),
    cors: Sequence[str] = (),
) -> Starlette:
    """Make the application that serves the graph in a folder.

    `allowed_hosts` are the names by which clients may address it (none: any).
    `cors` are the origins whose pages may read it ("*": any). Once it has
    started, ``state.stop()`` ends what is going on, from any thread.

    >>> app = create_app(Path("build/demo"), allowed_hosts=["localhost"])
    >>> "/api" in {route.path for route in app.routes}
    True
    """
    graph = _Graph(directory, limits or Limits())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.graph = graph
        app.state.stop = partial(asyncio.get_running_loop().call_soon_threadsafe, graph.pool.stop)
        # The first worker takes a second to import everything: have it ready.
        warm = asyncio.create_task(graph.summary())
        try:
            yield
        finally:
            warm.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await warm
            graph.pool.close()

    middleware = [Middleware(_Guard, allowed_hosts=allowed_hosts, shared=bool(cors))]
    if cors:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(cors),
                allow_methods=["GET", "POST"],
                allow_headers=["Accept", "Content-Type"],
                expose_headers=["Retry-After"],
            )
        )
    get = ["GET", "OPTIONS"]
    return Starlette(
        routes=[
            Route("/", _home, methods=get),
            Route("/health", _health, methods=get),
            Route("/sparql", _sparql, methods=["GET", "POST", "OPTIONS"]),
            Route("/queries", _queries, methods=get),
            Route("/queries/{name}", _query, methods=get),
            Route("/openapi.json", _openapi, methods=get),
            Route("/api", _api, methods=get),
            Route("/view", _view, methods=get),
            Route("/editor", _editor, methods=get),
            Route("/resource", _resource, methods=get),
            *(
                Route(f"/{part}/{{rest:path}}", _resource, methods=get)
                for part in ("data", "case", "ns")
            ),
            Mount("/static", StaticFiles(directory=_own("static"))),
        ],
        middleware=middleware,
        exception_handlers={
            HTTPException: _http_error,
            Problem: _refused,
            Exception: _failed,
        },
        lifespan=lifespan,
    )


class _Guard:
    """Answers OPTIONS, turns strangers away, and sets the headers that keep browsers safe.

    A page from elsewhere can have its own name resolve to this machine and so read what is
    served here (DNS rebinding); the name in its requests gives it away.
    """

    def __init__(self, app: ASGIApp, allowed_hosts: Sequence[str], shared: bool) -> None:
        self._app = app
        self._allowed = {host.lower() for host in allowed_hosts}
        self._shared = shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "no-referrer")
                headers.setdefault("X-Frame-Options", "DENY")
                headers.setdefault("Content-Security-Policy", _POLICY)
                headers.setdefault("Cache-Control", "no-cache")
                if not self._shared:
                    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
            await send(message)

        name = next((v.decode("latin-1") for k, v in scope["headers"] if k == b"host"), "")
        found = re.fullmatch(r"(\[[^\]]+\]|[^:]+)(?::\d+)?", name)
        if self._allowed and not (found and found[1].lower() in self._allowed):
            refusal = PlainTextResponse(
                f"This server does not answer to the name {name!r}; use one of"
                f" {', '.join(sorted(self._allowed))}, or start it with --allow-host.\n",
                status_code=403,
            )
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)


# --- errors -------------------------------------------------------------------------------


def _problem(request: Request, status: int, message: str, headers: Mapping[str, str]) -> Response:
    """Say what is wrong in the form that the client reads: a page, JSON or text."""
    offered = (
        [_PROBLEM, _HTML, "text/plain"]
        if request.url.path.startswith("/queries")
        else ["text/plain", _HTML, _PROBLEM]
    )
    try:
        media_type = choose(_accept(request), offered)
    except NotAcceptable:
        media_type = offered[0]
    if media_type == _HTML:
        answer = _page("error.html", status=status, message=message)
        answer.headers.update(headers)
        return answer
    if media_type == _PROBLEM:
        body = json.dumps({"status": status, "detail": message}, ensure_ascii=False)
        return Response(body, status, dict(headers), media_type)
    return PlainTextResponse(f"{message}\n", status, dict(headers))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    messages = {
        404: "there is nothing at this address; / lists what there is",
        405: f"{request.method} is not served here; the header Allow says what is",
    }
    message = messages.get(error.status_code, error.detail)
    return _problem(request, error.status_code, message, error.headers or {})


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    headers = {}
    if error.status == 503:
        headers["Retry-After"] = str(_RETRY)
    if error.status == 415:
        headers["Accept-Post"] = f"{QUERY}, {FORM}"
    return _problem(request, error.status, error.message, headers)


async def _failed(request: Request, error: Exception) -> Response:
    return _problem(request, 500, f"the server failed at this ({type(error).__name__})", {})


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    """Turn what can go wrong with a job into an HTTP status."""
    try:
        yield
    except NotAcceptable as error:
        raise Problem(406, str(error)) from error
    except RefusedQueryError as error:
        raise Problem(403, str(error)) from error
    except QueryError as error:
        raise Problem(400, str(error)) from error
    except LookupError as error:
        raise Problem(404, str(error.args[0] if error.args else error)) from error
    except TooLarge as error:
        raise Problem(422, str(error)) from error
    except Busy as error:
        raise Problem(503, str(error)) from error
    except TimedOut as error:
        raise Problem(504, str(error)) from error
    except (Aborted, StanceGraphError) as error:
        raise Problem(500, str(error)) from error


# --- helpers ------------------------------------------------------------------------------


def _graph(request: Request) -> _Graph:
    graph: _Graph = request.app.state.graph
    return graph


async def _unless_gone(request: Request, work: Awaitable[_T]) -> _T:
    """Wait for work, and stop it when the client goes away."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(gone())
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            # Nobody is there to read it: the number is what other servers note in their logs.
            raise Problem(499, "the client has left")
        return await working
    finally:
        for task in (working, leaving):
            if not task.done():
                task.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _run(request: Request, job: Job, lane: Lane = "page") -> Answer:
    async with _told():
        return await _unless_gone(request, _graph(request).pool.run(job, lane))


async def _summary(request: Request) -> dict[str, Any]:
    async with _told():
        return await _graph(request).summary()


def _stream(answer: Answer, *, vary: bool = True, name: str | None = None) -> Response:
    media_type = answer.media_type
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    headers = {"Content-Length": str(answer.size), "Content-Type": media_type}
    if vary:
        headers["Vary"] = "Accept"
    if name:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'

    def pieces() -> Any:
        with answer.body as body:
            while piece := body.read(1 << 16):
                yield piece

    return StreamingResponse(pieces(), headers=headers)


async def _body(request: Request) -> bytes:
    limit = _graph(request).limits.max_body
    message = f"the request is longer than {limit} bytes; send a shorter one"
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > limit:
        raise Problem(413, message)
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_TIMEOUT):
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise Problem(413, message)
    except ClientDisconnect as error:
        raise Problem(499, "the client has left") from error
    except TimeoutError as error:
        raise Problem(408, "the request did not come whole; send it again") from error
    return bytes(body)


def _accept(request: Request) -> str | None:
    """Give the Accept header; one sent in several lines is one."""
    return ", ".join(request.headers.getlist("accept")) or None


def _options(request: Request, allowed: str = "GET, HEAD, OPTIONS") -> Response | None:
    if request.method != "OPTIONS":
        return None
    headers = {"Allow": allowed}
    if "POST" in allowed:
        headers["Accept-Post"] = f"{QUERY}, {FORM}"
    return Response(status_code=204, headers=headers)


def _choose(request: Request, offered: Sequence[str], wanted: str | None = None) -> str:
    try:
        return choose(_accept(request), offered, wanted)
    except NotAcceptable as error:
        raise Problem(406, str(error)) from error


def _fields(request: Request) -> dict[str, list[str]]:
    """Read the parameters; those left empty in a form are not there."""
    found: dict[str, list[str]] = {}
    for name, value in parse_fields(request.scope["query_string"]):
        if value:
            found.setdefault(name, []).append(value)
    return found


# --- SPARQL -------------------------------------------------------------------------------


async def _sparql(request: Request) -> Response:
    if answer := _options(request, "GET, HEAD, POST, OPTIONS"):
        return answer
    body = await _body(request) if request.method == "POST" else b""
    operation = read_operation(
        "POST" if request.method == "POST" else "GET",
        request.scope["query_string"],
        request.headers.get("content-type"),
        body,
    )
    if operation is None:
        return await _describe_service(request)
    job = partial(
        jobs.sparql,
        query=operation.query,
        accept=_accept(request),
        wanted=operation.format,
        default_graphs=operation.default_graphs,
        named_graphs=operation.named_graphs,
        max_rows=_graph(request).limits.max_rows,
    )
    return _stream(await _run(request, job, "query"))


async def _describe_service(request: Request) -> Response:
    wanted = _fields(request).get("format", [None])[0]
    media_type = _choose(request, [*GRAPHS.values(), _HTML], wanted)
    if media_type == _HTML:
        return RedirectResponse("/editor", 303, {"Vary": "Accept"})
    endpoint = str(request.url.replace(query="", fragment=""))
    description = service_description(endpoint, await _summary(request), media_type)
    return Response(description, media_type=media_type, headers={"Vary": "Accept"})


async def _editor(request: Request) -> Response:
    if answer := _options(request):
        return answer
    there = all((editor_folder() / name).is_file() for name in EDITOR_FILES)
    if there and "plain" not in _fields(request):
        return _page("editor.html", policy=_EDITOR_POLICY)
    return await _form(request)


async def _form(request: Request) -> Response:
    """Serve the plain form: it asks and shows the result without a script."""
    fields = _fields(request)
    example = fields.get("example", [""])[0]
    examples = catalogue()
    text = next((q.text for q in examples if q.name == example), "")
    query = fields.get("query", [text])[0]
    values: dict[str, Any] = {"query": query, "examples": examples, "example": example}
    values.update(columns=[], rows=[], total=None, more=False, boolean=None, graph="", problem="")
    if "query" not in fields:
        return _page("form.html", **values)
    accept = f"{TABLES['json']}, {GRAPHS['turtle']};q=0.9"
    try:
        operation = read_operation("POST", b"", QUERY, query.encode("utf-8"))
        assert operation is not None
        job = partial(
            jobs.sparql,
            query=query,
            accept=accept,
            wanted=None,
            default_graphs=(),
            named_graphs=(),
            max_rows=_graph(request).limits.max_rows,
        )
        found = await _run(request, job, "query")
    except Problem as error:
        return _page("form.html", status=error.status, **{**values, "problem": error.message})
    body = await asyncio.to_thread(found.read)
    if found.media_type != TABLES["json"]:
        values["graph"] = body.decode("utf-8")
        return _page("form.html", **values)
    result = json.loads(body)
    if "boolean" in result:
        values["boolean"] = result["boolean"]
    else:
        rows = result["results"]["bindings"]
        values.update(
            columns=result["head"]["vars"],
            rows=rows[:_PAGE_ROWS],
            total=len(rows),
            more=len(rows) > _PAGE_ROWS,
        )
    return _page("form.html", **values)


# --- named queries ------------------------------------------------------------------------


async def _queries(request: Request) -> Response:
    if answer := _options(request):
        return answer
    wanted = _fields(request).get("format", [None])[0]
    media_type = _choose(request, [_JSON, _HTML], wanted)
    if media_type == _HTML:
        return _page("queries.html", queries=catalogue())
    listed = [
        {
            "name": query.name,
            "title": query.title,
            "description": query.description,
            "url": str(request.url_for("_query", name=query.name)),
            "parameters": [
                {"name": p.name, "kind": p.kind, "description": p.description}
                for p in query.parameters
            ],
            "columns": [
                {"name": c.name, "kind": c.kind, "description": c.description}
                for c in query.columns
            ],
            "sparql": query.text,
        }
        for query in catalogue()
    ]
    body = json.dumps({"queries": listed}, ensure_ascii=False)
    return Response(body, media_type=_JSON, headers={"Vary": "Accept"})


async def _query(request: Request) -> Response:
    if answer := _options(request):
        return answer
    try:
        query = named(request.path_params["name"])
    except QueryError as error:
        raise Problem(404, str(error)) from error
    fields = _fields(request)
    wanted = fields.pop("format", [None])[0]
    media_type = _choose(request, [_JSON, TABLES["csv"], _HTML], wanted)
    job = partial(
        jobs.named_query,
        name=query.name,
        # One value as it is, several as "any of these".
        params={name: v[0] if len(v) == 1 else v for name, v in fields.items()},
        media_type=TABLES["csv"] if media_type == TABLES["csv"] else _JSON,
        max_rows=_graph(request).limits.max_rows,
    )
    if media_type != _HTML:
        csv = media_type == TABLES["csv"]
        return _stream(await _run(request, job), name=f"{query.name}.csv" if csv else None)
    kinds = {p.name: schema(p.kind) for p in query.parameters}
    values: dict[str, Any] = {"query": query, "given": fields, "schemas": kinds}
    values.update(columns=[], rows=[], total=0, more=False, problem="")
    given = [(name, value) for name, several in fields.items() for value in several]
    values["link"] = lambda form: f"?{urlencode([*given, ('format', form)])}"
    try:
        found = await _run(request, job)
    except Problem as error:
        return _page("query.html", status=error.status, **{**values, "problem": error.message})
    table = json.loads(await asyncio.to_thread(found.read))
    values.update(
        columns=table["columns"],
        rows=table["rows"][:_PAGE_ROWS],
        total=len(table["rows"]),
        more=len(table["rows"]) > _PAGE_ROWS,
    )
    return _page("query.html", **values)


async def _openapi(request: Request) -> Response:
    if answer := _options(request):
        return answer
    document = openapi(catalogue())
    document["servers"] = [{"url": str(request.base_url).rstrip("/")}]
    return Response(json.dumps(document, ensure_ascii=False), media_type=_JSON)


async def _api(request: Request) -> Response:
    return _options(request) or _page("api.html", document=openapi(catalogue()))


# --- pages and things ---------------------------------------------------------------------


async def _home(request: Request) -> Response:
    if answer := _options(request):
        return answer
    return _page("home.html", summary=await _summary(request))


async def _health(request: Request) -> Response:
    """Say whether the server runs and the graph is there; no worker is asked."""
    if answer := _options(request):
        return answer
    there = _graph(request).pool.identity is not None
    status = {"status": "ok" if there else "the graph is gone"}
    return Response(json.dumps(status), 200 if there else 503, media_type=_JSON)


async def _view(request: Request) -> Response:
    if answer := _options(request):
        return answer
    graph = _graph(request)
    etag = f'"{hash(graph.pool.identity) & (1 << 64) - 1:x}"'
    headers = {"ETag": etag, "Content-Security-Policy": _VIEW_POLICY}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    async with _told():
        body = await graph.keep("view", jobs.view, "view", timeout=_VIEW_TIMEOUT)
    return Response(body, media_type=_HTML, headers=headers)


async def _resource(request: Request) -> Response:
    if answer := _options(request):
        return answer
    fields = _fields(request)
    if request.url.path == "/resource":
        iris = fields.get("iri", [])
        if len(iris) != 1:
            raise Problem(400, "give the thing's whole address as ?iri=")
        iri = iris[0]
        if not local(iri).startswith("/resource"):  # it has a path of its own
            form = fields.get("format", [""])[0]
            return RedirectResponse(
                local(iri) + (f"?{urlencode({'format': form})}" if form else ""), 303
            )
    else:
        iri = original(request.scope["raw_path"].decode("ascii"))
    wanted = fields.get("format", [None])[0]
    media_type = _choose(request, [_HTML, *GRAPHS.values()], wanted)
    if media_type != _HTML:
        job = partial(
            jobs.describe,
            iri=iri,
            accept=media_type,
            wanted=None,
            max_rows=_graph(request).limits.max_rows,
        )
        return _stream(await _run(request, job))
    found = await _run(request, partial(jobs.resource, iri=iri))
    thing = json.loads(await asyncio.to_thread(found.read))
    return _page("resource.html", thing=thing, path=local(iri))
