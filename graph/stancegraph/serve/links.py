"""Where an IRI of the data is served: the addresses of things.

What lies under ``https://w3id.org/stancegraph/`` is served under the same path
here, so that the permanent address can be redirected to any server by a single
rule: ``https://w3id.org/stancegraph/data/position/7f3a`` is
``/data/position/7f3a``. Everything else, such as the actors of a case with an
address of its own, is served as ``/resource?iri=`` and the IRI.
"""

import re
from urllib.parse import quote

__all__ = ["BASE", "local", "original"]

#: Under which the package's own IRIs lie.
BASE = "https://w3id.org/stancegraph/"
#: The parts of it that are served under their own path.
_PARTS = ("data/", "case/", "ns/")
#: Paths that no client rewrites on the way. An IRI with anything else, such as an unescaped
#: letter that is no ASCII or a dot segment, would come back as another one.
_PLAIN = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*", re.ASCII)
_DOTS = re.compile(r"(?:^|/)(?:\.|%2e){1,2}(?:/|$)|//", re.IGNORECASE)


def local(iri: str) -> str:
    """Return the path at which an IRI is served.

    >>> local("https://w3id.org/stancegraph/data/article/a%2Fb")
    '/data/article/a%2Fb'
    >>> local("https://example.org/fish?a=<b>")
    '/resource?iri=https%3A%2F%2Fexample.org%2Ffish%3Fa%3D%3Cb%3E'
    """
    path = iri.removeprefix(BASE)
    if path != iri and path.startswith(_PARTS) and _PLAIN.fullmatch(path):
        if not _DOTS.search(path):
            return f"/{path}"
    return f"/resource?iri={quote(iri, safe='')}"


def original(raw_path: str) -> str:
    """Return the IRI that is served at a path, given as it was sent, still encoded.

    >>> original("/data/article/a%2Fb")
    'https://w3id.org/stancegraph/data/article/a%2Fb'
    """
    return BASE + raw_path.removeprefix("/")
