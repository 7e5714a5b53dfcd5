"""A store behind a server: SPARQL 1.1 Query, Update and Graph Store Protocol over HTTP.

What a server answers is taken whole or not at all. Rows come as JSON, which does not parse
where it ends too early (some servers report a query that ran out of time with status 200,
half of the rows and a sentence); what a server says of a cut answer in its headers counts
as well; and what was put is counted on the server.
"""

import json
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from itertools import groupby
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import urlsplit, urlunsplit

import httpx
import pyoxigraph as ox
from rdflib import Dataset
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from stancegraph.case import Case
from stancegraph.exceptions import QueryError, StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import PREFIXES
from stancegraph.sparql import Term, bind, check_read_only, names_dataset, with_prefixes
from stancegraph.store.changes import by_graph, delete_article, put_article, replacements
from stancegraph.store.dumping import DumpFormat, dump
from stancegraph.store.interface import Table, Value
from stancegraph.store.values import graph_node, value_of

#: Where the credentials are read from that the caller doesn't give.
USER, PASSWORD, TOKEN = "STANCEGRAPH_USER", "STANCEGRAPH_PASSWORD", "STANCEGRAPH_TOKEN"
#: Where the addresses are read from that do not follow from the one that was given.
UPDATE_URL, GRAPHS_URL = "STANCEGRAPH_UPDATE_URL", "STANCEGRAPH_GRAPHS_URL"

_JSON = "application/sparql-results+json"
_NTRIPLES = "application/n-triples"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
#: Graphs that Virtuoso brings along; no data of anybody's.
_SYSTEM_GRAPHS = frozenset(
    {
        "http://www.openlinksw.com/schemas/virtrdf#",
        "http://www.w3.org/2002/07/owl#",
        "http://www.w3.org/ns/ldp#",
        "http://localhost:8890/DAV/",
        "http://localuriqaserver/sparql",
        "urn:activitystreams-owl:map",
        "urn:core:services:sparql",
    }
)
#: How Virtuoso names two that wait for each other, seen where it isolates more than it does unless
#: told otherwise (``DefaultIsolation``).
_DEADLOCK = "SR172"
#: What Virtuoso says of an update that its compiler has no room for; nothing of it is done.
_TOO_LONG = ("SP030", "SP031")
#: As much of a server's own words as a message repeats.
_QUOTED = 300


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a server is told of who asks: a user with a password, or a token, or nothing.

    `digest` says that the server wants the password by HTTP Digest, as Virtuoso's
    ``/sparql-auth`` does, instead of Basic. Neither secret is in the record's text.

    >>> Credentials(user="reader", password="secret")
    Credentials(user='reader', digest=False)
    """

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    digest: bool = False

    @classmethod
    def from_environment(cls) -> Self:
        """Read them from STANCEGRAPH_USER and STANCEGRAPH_PASSWORD, or STANCEGRAPH_TOKEN."""
        return cls(os.environ.get(USER), os.environ.get(PASSWORD), os.environ.get(TOKEN))

    def __bool__(self) -> bool:
        return self.user is not None or self.token is not None


class RemoteStore:
    """A graph store on a SPARQL 1.1 server.

    It has state: the connections to the server. Close it, or use it as a context manager.
    Changes are all or nothing, in so far as the server takes a request as a transaction.
    """

    def __init__(
        self,
        url: str,
        *,
        credentials: Credentials | None = None,
        timeout: float = 60.0,
        max_bytes: int = 256 << 20,
        update_url: str | None = None,
        graphs_url: str | None = None,
    ) -> None:
        """Prepare to ask the server; nothing is sent yet.

        `url` is the address of the SPARQL service: Oxigraph's root or its ``…/query``, or a
        service that takes queries and updates at one address, as Virtuoso's ``…/sparql``.
        `update_url` and `graphs_url` (of the Graph Store Protocol), or the environment's
        STANCEGRAPH_UPDATE_URL and STANCEGRAPH_GRAPHS_URL, are for servers that have them
        elsewhere. Each answer has to be whole within `timeout` seconds, and have no more than
        `max_bytes`, counted unpacked: a larger one is an error before it fills the memory. All
        31,462 positions of a million triples with their evidence take 30 MB.

        Raises:
            StoreError: the address is none, has a password in it, or credentials would go
                over a network unencrypted.
        """
        self._query_url, update, graphs = _addresses(url)
        self._update_url = update_url or os.environ.get(UPDATE_URL) or update
        self._graphs_url = graphs_url or os.environ.get(GRAPHS_URL) or graphs
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._credentials = credentials or Credentials.from_environment()
        if self._credentials:
            for address in (self._query_url, self._update_url, self._graphs_url):
                _check_encrypted(address)
        self._server: str | None = None
        self._open_client: httpx.Client | None = httpx.Client(
            auth=_auth(self._credentials),
            timeout=httpx.Timeout(timeout, connect=min(timeout, 10.0)),
            headers={"User-Agent": "stancegraph"},
        )

    def close(self) -> None:
        """Give up the connections; the store can't be used after."""
        if self._open_client is not None:
            self._open_client.close()
            self._open_client = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of triples over all graphs."""
        return sum(self._count(graph_node(name)) for name in self.graphs())

    @property
    def is_virtuoso(self) -> bool:
        """Whether the server says that it is Virtuoso, some of whose answers need care."""
        if self._server is None:
            self._ask("ASK { }", _JSON, union=False)
        return (self._server or "").startswith("Virtuoso")

    # --- graphs -------------------------------------------------------------------------

    def put_graph(self, quads: Iterable[ox.Quad], *, drop: Sequence[str] = ()) -> None:
        """Replace every named graph that `quads` are in by them, all or nothing.

        The graphs that `drop` names are removed in the same step. A single graph goes by the
        Graph Store Protocol, several in one request of SPARQL Update that says what changes.
        Virtuoso takes a few thousand triples in one update; more than it takes go there graph
        by graph, those of `drop` last: where one fails then, those before it are done, and
        the same call again completes the work.

        Raises:
            StoreError: the server cannot be reached, refuses, or keeps something else than
                what it was given; or a quad is in no named graph.
        """
        graphs = by_graph(quads)
        if len(graphs) + len(drop) < 2:
            self._one_by_one(graphs, drop)
            return
        steps = replacements(self, graphs, drop)
        try:
            if steps:
                self.update(" ;\n".join(steps))
        except QueryError as error:
            if not any(code in str(error) for code in _TOO_LONG):
                raise StoreError(f"{error}; nothing was changed") from error
            self._one_by_one(graphs, drop)
        else:
            for name, triples in graphs.items():
                self._check_kept(name, len(triples))

    def _one_by_one(
        self, graphs: Mapping[ox.NamedNode, set[ox.Triple]], drop: Sequence[str]
    ) -> None:
        for name, triples in graphs.items():
            self._put(name, triples)
        for graph in drop:
            self.delete_graph(graph)

    def _put(self, name: ox.NamedNode, triples: set[ox.Triple]) -> None:
        data = ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES)
        # N-Triples are Turtle, which every server of the protocol reads.
        self._send(
            "PUT",
            self._graphs_url,
            params={"graph": name.value},
            content=data,
            headers={"Content-Type": "text/turtle; charset=utf-8"},
        )
        self._check_kept(name, len(triples))

    def _check_kept(self, name: ox.NamedNode, put: int) -> None:
        kept = self._count(name)
        if kept != put:
            raise StoreError(
                f"{self}: of {put} triples put into {name} the server holds {kept};"
                " put them again, and nobody else meanwhile"
            )

    def _count(self, name: ox.NamedNode) -> int:
        query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        rows = self._rows(query, union=False)
        try:
            return int(rows[0]["n"].value)
        except (IndexError, KeyError, AttributeError, ValueError) as error:
            raise StoreError(f"{self}: cannot count what it holds; ask it by hand") from error

    def delete_graph(self, name: str) -> None:
        """Remove the graph of that name; nothing happens where there is none.

        Raises:
            StoreError: the server cannot be reached, or refuses.
        """
        self._send(
            "DELETE",
            self._graphs_url,
            params={"graph": graph_node(name).value},
            missing_is_fine=True,
        )

    def graphs(self) -> list[str]:
        """Return the names of all graphs that have triples, sorted; a server's own left out."""
        rows = self._rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", union=False)
        names = {row["g"].value for row in rows if isinstance(row.get("g"), ox.NamedNode)}
        own = urlunsplit((*urlsplit(self._query_url)[:2], "", "", ""))
        return sorted(names - _SYSTEM_GRAPHS - {f"{own}/sparql", f"{own}/DAV/"})

    def quads(self, graph: str) -> list[ox.Quad]:
        """Return the quads of one graph, in no order."""
        query = f"SELECT ?s ?p ?o {{ GRAPH {graph_node(graph)} {{ ?s ?p ?o }} }}"
        name = ox.NamedNode(graph)
        return [ox.Quad(r["s"], r["p"], r["o"], name) for r in self._rows(query, union=False)]

    def bulk_load(self, quads: Iterable[ox.Quad]) -> None:
        """Put many graphs, each of which comes in one piece, one after the other.

        Raises:
            StoreError: as `put_graph`.
        """
        done: dict[str, set[ox.Triple]] = {}
        for name, group in groupby(quads, key=lambda quad: quad.graph_name):
            if not isinstance(name, ox.NamedNode):
                raise StoreError(f"{name} is no named graph; name one")
            triples = {quad.triple for quad in group}
            if done.get(name.value) != triples:
                if name.value in done:
                    triples |= done[name.value]
                self._put(name, triples)
                # A run's graph comes with each of its articles; others come once.
                if len(triples) < _SMALL:
                    done[name.value] = triples

    def put_article(self, article: Article, positions: Sequence[Position], case: Case) -> None:
        """Put an article with its positions, instead of what was known of it.

        The standings are made anew in the same step, as far as `put_graph` can.
        """
        put_article(self, article, positions, case)

    def delete_article(self, article_id: str) -> None:
        """Withdraw an article with its positions.

        The standings are made anew in the same step, as far as `put_graph` can.
        """
        delete_article(self, article_id)

    def update(self, text: str) -> None:
        """Run a SPARQL update that the caller wrote; nothing of it may come from outside.

        Raises:
            QueryError: the server does not understand it.
            StoreError: the server cannot be reached, or refuses.
        """
        self._send("POST", self._update_url, data={"update": with_prefixes(text, PREFIXES)})

    # --- queries ------------------------------------------------------------------------

    def select(self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None) -> Table:
        """Run a SELECT over the union of all graphs and return its rows.

        `bindings` gives variables of the query the values that they may take, written as
        inline data by `stancegraph.sparql.bind`. Cells are as `Store.select` gives them.

        Raises:
            QueryError: the server says that the query is wrong, or it is refused here.
            StoreError: the server cannot be reached or fails, or its answer is not whole.
        """
        if check_read_only(query) != "SELECT":
            raise QueryError("the query is no SELECT; write one, or use construct()")
        body = self._ask(bind(query, bindings or {}), _JSON, union=not names_dataset(query))
        found = self._parsed(body)
        try:
            columns = tuple(found["head"]["vars"])
            rows: list[tuple[Value, ...]] = [
                tuple(value_of(_term(row.get(column))) for column in columns)
                for row in found["results"]["bindings"]
            ]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._cut(body) from error
        return Table(columns, rows)

    def construct(
        self, query: str, bindings: Mapping[str, Sequence[Term]] | None = None
    ) -> list[ox.Triple]:
        """Run a CONSTRUCT or DESCRIBE over the union of all graphs.

        Raises:
            QueryError: the server says that the query is wrong, or it is refused here.
            StoreError: the server cannot be reached or fails, or its answer is not whole.
        """
        if check_read_only(query) not in ("CONSTRUCT", "DESCRIBE"):
            raise QueryError("the query is no CONSTRUCT or DESCRIBE; write one, or use select()")
        body = self._ask(bind(query, bindings or {}), _NTRIPLES, union=not names_dataset(query))
        try:
            return [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]
        except SyntaxError as error:
            raise self._cut(body) from error

    # --- other views --------------------------------------------------------------------

    def dataset(self) -> Dataset:
        """Return an rdflib Dataset for reading, which sends string queries to the server.

        Its default graph is what the server takes for it. Use `select` where an answer must
        be whole: rdflib does not notice all that a server leaves out. A token is sent too;
        a password is sent by Basic authentication.
        """
        headers = {"Authorization": f"Bearer {self._credentials.token}"}
        user, password = self._credentials.user, self._credentials.password
        store = SPARQLStore(
            self._query_url,
            method="POST_FORM",  # Virtuoso never answers the other kind
            auth=(user, password or "") if user is not None else None,
            headers=headers if self._credentials.token else {},
            timeout=self._timeout,
            returnFormat="json",
        )
        return Dataset(store=store, default_union=True)

    def dump(self, path: str | os.PathLike[str], format: DumpFormat = "trig") -> None:
        """Write the whole graph to a file, as `Store.dump` does.

        Raises:
            StoreError: the format is unknown, or the server fails.
            OutputError: the file cannot be written.
        """
        dump(self, path, format)

    # --- HTTP ---------------------------------------------------------------------------

    def __str__(self) -> str:
        """Give the address without anything secret."""
        return self._query_url

    def _rows(self, query: str, *, union: bool) -> list[dict[str, Any]]:
        body = self._ask(query, _JSON, union=union)
        found = self._parsed(body)
        try:
            return [
                {name: _term(value) for name, value in row.items()}
                for row in found["results"]["bindings"]
            ]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._cut(body) from error

    def _ask(self, query: str, accept: str, *, union: bool) -> bytes:
        data = {"query": with_prefixes(query, PREFIXES)}
        # Oxigraph's default graph is empty without this; servers that have the union anyhow
        # pass over it.
        params = {"union-default-graph": "true"} if union else {}
        return self._send(
            "POST", self._query_url, params=params, data=data, headers={"Accept": accept}
        )

    def _parsed(self, body: bytes) -> dict[str, Any]:
        try:
            found = json.loads(body)
        except ValueError as error:
            raise self._cut(body) from error
        if isinstance(found, dict) and (
            "boolean" in found or "bindings" in found.get("results", {})
        ):
            return found
        raise self._cut(body)

    def _cut(self, body: bytes) -> StoreError:
        end = " ".join(body[-_QUOTED:].decode("utf-8", "replace").split())
        return StoreError(
            f"{self}: the answer is not whole or not what was asked for; ask for less, or give"
            f" the server more time (it ends: {end!r})"
        )

    def _send(
        self,
        method: Literal["POST", "PUT", "DELETE"],
        url: str,
        *,
        missing_is_fine: bool = False,
        **more: Any,
    ) -> bytes:
        if self._open_client is None:
            raise StoreError(f"{self}: is closed; open it again")
        if more.get("params"):
            # httpx would put them in place of those that the address has.
            more["params"] = {**httpx.URL(url).params, **more["params"]}
        else:
            more.pop("params", None)
        latest = time.monotonic() + self._timeout
        try:
            with self._open_client.stream(method, url, **more) as response:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > self._max_bytes:
                        most = f"{self._max_bytes / (1 << 20):g} MiB"
                        raise StoreError(f"{self}: the answer is larger than {most}; ask for less")
                    if time.monotonic() > latest:
                        raise httpx.ReadTimeout("the answer took too long")
        except httpx.TimeoutException as error:
            raise StoreError(
                f"{self}: no whole answer within {self._timeout:g} seconds; ask for less, or"
                " allow more time"
            ) from error
        except httpx.HTTPError as error:
            raise StoreError(
                f"{self}: cannot be reached, or broke off ({error}); check that the server runs"
                " and the address is right"
            ) from error
        except UnicodeEncodeError as error:
            raise QueryError("the query holds half of a surrogate pair; decode it anew") from error
        self._server = response.headers.get("Server", "")
        self._check(response, bytes(body), missing_is_fine=missing_is_fine)
        return bytes(body)

    def _check(self, response: httpx.Response, body: bytes, *, missing_is_fine: bool) -> None:
        status = response.status_code
        words = " ".join(body[:_QUOTED].decode("utf-8", "replace").split())
        # Virtuoso: a query stopped half way, and a result cut at the server's own limit.
        stopped = response.headers.get("X-SQL-State")
        most = response.headers.get("X-SPARQL-MaxRows")
        if status in (200, 201, 204) and stopped is None and most is None:
            return
        if status == 404 and missing_is_fine:
            return
        if _DEADLOCK in response.headers.get("X-SQL-Message", ""):
            raise StoreError(
                f"{self}: somebody else's query stood in the way, and the server gave this one up;"
                " do it again"
            )
        if status in (200, 206) or (status < 300 and (stopped or most)):
            limit = f"at {most} rows" if most else response.headers.get("X-SQL-Message", "")
            raise StoreError(
                f"{self}: the server cut its answer ({limit or status}); ask for less, or raise"
                " its limit"
            )
        if status in (401, 403):
            raise StoreError(
                f"{self}: the server refuses ({status}); give a user and password in {USER} and"
                f" {PASSWORD}, or a token in {TOKEN}"
            )
        if status == 400 and not response.request.method == "PUT":
            raise QueryError(f"{self}: the server says that the query is wrong: {words}")
        raise StoreError(f"{self}: the server failed ({status}): {words or response.reason_phrase}")


#: Triples of a graph that comes again and again while many are put.
_SMALL = 100


def _addresses(url: str) -> tuple[str, str, str]:
    """Return where a server takes queries, updates and graphs, given one of its addresses."""
    try:
        parts = urlsplit(url)
        wrong = parts.scheme not in ("http", "https") or not parts.hostname
        secret = parts.username is not None or parts.password is not None
        _ = parts.port
    except ValueError:
        wrong, secret = True, False
    if secret:
        raise StoreError(
            f"an address with a user or password in it is not taken; give them in {USER} and"
            f" {PASSWORD}"
        )
    if wrong or re.search(r"[\x00-\x20\x7f]", url):
        raise StoreError(f"{url!r}: is no address of a server; write http://… or https://…")
    path = parts.path.rstrip("/")

    def at(place: str) -> str:
        return urlunsplit((parts.scheme, parts.netloc, place, parts.query, ""))

    if not path or path.endswith("/query"):
        base = path.removesuffix("/query")
        return at(f"{base}/query"), at(f"{base}/update"), at(f"{base}/store")
    crud = path.replace("/sparql", "/sparql-graph-crud") if "/sparql" in path else path
    return at(path), at(path), at(crud)


def _check_encrypted(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme == "https":
        return
    if not is_loopback(parts.hostname or ""):
        raise StoreError(f"{address}: credentials would go over the network unencrypted; use https")


def is_loopback(host: str) -> bool:
    """Tell whether only programs on this computer can reach a server on that address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _auth(credentials: Credentials) -> httpx.Auth | None:
    if credentials.token is not None:
        return _Bearer(credentials.token)
    if credentials.user is not None:
        kind = httpx.DigestAuth if credentials.digest else httpx.BasicAuth
        return kind(credentials.user, credentials.password or "")
    return None


class _Bearer(httpx.Auth):
    """Sends a token with every request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _term(found: Mapping[str, str] | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    """Read a term of the JSON result format."""
    if found is None:
        return None
    kind, value = found["type"], found["value"]
    if kind == "uri":
        return ox.NamedNode(value)
    if kind == "bnode":
        return ox.BlankNode(re.sub(r"\W", "", value) or "b")
    if language := found.get("xml:lang"):
        return ox.Literal(value, language=language)
    if datatype := found.get("datatype"):
        if datatype == _BOOLEAN:  # Virtuoso writes 1 and 0
            value = {"1": "true", "0": "false"}.get(value, value)
        return ox.Literal(value, datatype=ox.NamedNode(datatype))
    return ox.Literal(value)
