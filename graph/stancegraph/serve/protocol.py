"""What a request asks by the SPARQL 1.1 Protocol.

https://www.w3.org/TR/sparql11-protocol/, section 2.1: a query comes by GET, by
POST as a form, or by POST as it is. Updates are not served.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

__all__ = ["FORM", "QUERY", "Operation", "Problem", "parse_fields", "read_operation"]

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
#: Fields of one request: a dataset of several hundred graphs by name, and no flood.
_FIELDS = 1000


class Problem(Exception):  # noqa: N818 - it becomes an answer, not a failure
    """Why a request is not done: an HTTP status, and what to do about it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@dataclass(frozen=True, slots=True)
class Operation:
    """A query, the dataset it is to read, and the form wished for by ``format=``."""

    query: str
    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] = ()
    format: str | None = None


def parse_fields(data: bytes) -> list[tuple[str, str]]:
    """Read the fields of a form or of an address.

    Raises:
        Problem: they are not UTF-8, or too many.

    >>> parse_fields(b"query=ASK+%7B%7D&format=")
    [('query', 'ASK {}'), ('format', '')]
    """
    try:
        return parse_qsl(
            data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS
        )
    except UnicodeError as error:
        raise Problem(400, "the parameters are not UTF-8, percent-encoded; encode them so") from (
            error
        )
    except ValueError as error:
        raise Problem(400, f"there are more than {_FIELDS} parameters; send fewer") from error


def read_operation(
    method: str, address: bytes, content_type: str | None, body: bytes
) -> Operation | None:
    """Read a request to the endpoint; None asks for the description of the service.

    `address` is the query string as sent.

    Raises:
        Problem: the request is malformed, or asks for what is not served.

    >>> read_operation("GET", b"query=ASK+%7B%7D", None, b"")
    Operation(query='ASK {}', default_graphs=[], named_graphs=[], format=None)
    >>> read_operation("POST", b"", "application/sparql-update", b"CLEAR ALL")
    Traceback (most recent call last):
      ...
    stancegraph.serve.protocol.Problem: this graph is read-only; updates are refused
    """
    fields = parse_fields(address)
    if method == "POST":
        kind, charset = _content_type(content_type)
        if charset not in ("", "utf-8", "utf8"):
            raise Problem(415, f"the body's charset is {charset!r}; send UTF-8")
        if kind == _UPDATE:
            raise Problem(403, "this graph is read-only; updates are refused")
        if kind == FORM:
            fields += parse_fields(body)
        elif kind == QUERY:
            try:
                fields.append(("query", body.decode("utf-8")))
            except UnicodeError as error:
                raise Problem(400, "the query is not UTF-8; encode it so") from error
        else:
            raise Problem(
                415, f"the body is of type {kind or 'none'}; send a query as {QUERY} or {FORM}"
            )
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in fields):
        raise Problem(403, "this graph is read-only; updates are refused")
    queries = _all(fields, "query")
    if not queries and method != "POST" and not _all(fields, "default-graph-uri"):
        return None
    if len(queries) != 1:
        raise Problem(400, f"there are {len(queries)} queries in the request; send exactly one")
    return Operation(
        queries[0],
        _all(fields, "default-graph-uri"),
        _all(fields, "named-graph-uri"),
        next(iter(_all(fields, "format")), None) or None,
    )


def _all(fields: Sequence[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in fields if key == name]


def _content_type(header: str | None) -> tuple[str, str]:
    """Split a Content-Type header into the media type and the charset, both in lower case."""
    kind, *parameters = (header or "").lower().split(";")
    charset = ""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset":
            charset = value.strip().strip('"')
    return kind.strip(), charset
