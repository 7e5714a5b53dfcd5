"""Which form a result is given in: media types, short names, and the choice among them.

The choice follows the Accept header with its q-values (RFC 9110, 12.5.1); a
``format=`` in the address, by short name or media type, goes before it, for
those who click on links.
"""

from collections.abc import Mapping, Sequence

import mimeparse

__all__ = ["GRAPHS", "TABLES", "NotAcceptable", "choose"]

#: Forms of a SELECT's or ASK's result, the preferred one first.
TABLES: Mapping[str, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
#: Forms of a CONSTRUCT's or DESCRIBE's result, the preferred one first.
GRAPHS: Mapping[str, str] = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
#: What else clients call them.
_ALSO: Mapping[str, Sequence[str]] = {
    "application/sparql-results+json": ("application/json",),
    "application/sparql-results+xml": ("application/xml", "text/xml"),
    "application/n-triples": ("text/plain",),
    "application/ld+json": ("application/json",),
    "application/rdf+xml": ("application/xml", "text/xml"),
}


class NotAcceptable(ValueError):  # noqa: N818 - the name of HTTP's status 406
    """None of the forms that there are is one that the client takes."""


def choose(accept: str | None, offered: Sequence[str], wanted: str | None = None) -> str:
    """Return the media type, of those `offered`, that the client likes best.

    `accept` is the Accept header; without one, or between equals, the first
    one offered is given. `wanted` is the value of ``format=``.

    Raises:
        NotAcceptable: the client takes none of them, or the header is malformed.

    >>> choose("text/csv;q=0.5, application/*;q=0.9", list(TABLES.values()))
    'application/sparql-results+json'
    >>> choose("text/turtle", list(GRAPHS.values()), "jsonld")
    'application/ld+json'
    """
    if wanted:
        named = {**TABLES, **GRAPHS, "html": "text/html", "ttl": "text/turtle"}
        for media_type in offered:
            if wanted in (media_type, *_ALSO.get(media_type, ())) or (
                named.get(wanted) in (media_type, *_ALSO.get(media_type, ()))
                or (wanted == "json" and media_type == "application/json")
            ):
                return media_type
        raise NotAcceptable(f"format {wanted!r} is not to be had here; {_list(offered)}")
    if accept is None or not accept.strip():
        return offered[0]
    asked = accept.lower()
    # Of equals mimeparse takes the last. The names by which else a form goes stand for it where
    # they are named, not where a range such as text/* covers them.
    by_name = {
        name: media_type
        for media_type in reversed(offered)
        for name in (*reversed(_ALSO.get(media_type, ())), media_type)
        if name == media_type or name in asked
    }
    try:
        best = mimeparse.best_match(list(by_name), asked)
    except ValueError as error:
        raise NotAcceptable(f"the Accept header cannot be read ({error}); {_list(offered)}") from (
            error
        )
    if best not in by_name:
        raise NotAcceptable(f"nothing in the Accept header fits; {_list(offered)}")
    return by_name[best]


def _list(offered: Sequence[str]) -> str:
    return f"take one of {', '.join(offered)}"
