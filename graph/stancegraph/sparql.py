"""The text of SPARQL queries: binding values to variables, refusing side effects.

A variable is bound where the query says ``VALUES ?name { UNDEF }``, as often as
it says so, sub-selects included; a query with such a line also runs as it is,
in any editor, with the variable free. A query without one gets it at the start
of its outermost group. The values themselves are RDF terms written by
pyoxigraph, with every character that could end them escaped: no text from
outside is ever read as SPARQL.

Why not the engine's own substitution: as specified (SEP-0007 of the SPARQL
developers' group) and built in pyoxigraph 0.5 it is a join behind the query, so
it binds only variables that are in the result, reaches no sub-select, and
``BOUND`` does not see it. Inline data works alike in every SPARQL server.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from stancegraph.exceptions import QueryError, RefusedQueryError

__all__ = [
    "Term",
    "bind",
    "check_read_only",
    "limited",
    "names_dataset",
    "unordered",
    "variables",
    "with_prefixes",
]

#: What a variable can be bound to.
Term = NamedNode | Literal

_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<text>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3}
            | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
            | \"(?:[^\"\\\n\r]|\\.)*\"
            | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d][\w.-]*)?:(?:\\.|[^\s{}()\[\];,<>"'|^*+?!=&/#$@~\\])*)
    | (?P<tag>@[A-Za-z-]+)
    | (?P<word>[^\W\d]\w*)
    | (?P<space>\s+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

#: A keyword that the engine could take for a federated query, wherever it stands but for the
#: inside of a variable's or prefixed name: whatever may stand between it and the server's name,
#: then the beginning of a variable, IRI or prefixed name. What has been read is not read
#: again in another way: a row of # would take for ever.
_FEDERATED = re.compile(
    r"""
    (?<! [?$:] ) SERVICE (?: \s | \#[^\n\r]* )*+ (?: SILENT (?: \s | \#[^\n\r]* )*+ )?+
    (?: [<?$] | (?: (?!SERVICE) [^\s<>(){}\[\]"'\#;,|/^*?+=!&@%$\\:] )*+ : )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def _tokens(query: str) -> Iterator[_Token]:
    """Split a query; comments and white space are left out, nothing is judged."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or "other"
        if kind not in ("comment", "space"):
            yield _Token(kind, match[0], match.start(), match.end())


def variables(query: str) -> frozenset[str]:
    """Return the names of all variables in a query, without the question mark.

    >>> sorted(variables('SELECT ?s { ?s ?p "?no" } # ?comment'))
    ['p', 's']
    """
    return frozenset(t.text[1:] for t in _tokens(query) if t.kind == "variable")


def names_dataset(query: str) -> bool:
    """Tell whether a query says FROM, that is, which graphs it reads.

    >>> names_dataset("SELECT * FROM <https://example.org/g> { ?s ?p ?o }")
    True
    """
    return any(t.kind == "word" and t.text.upper() == "FROM" for t in _tokens(query))


def _asks_servers(query: str) -> bool:
    """Tell whether a query could ask other servers, that is, whether it may say SERVICE.

    The text is searched as it is, without telling strings and comments apart: what reads them
    otherwise than the engine does could be led astray. So a comment that says SERVICE ?x, or a
    prefix of that name, counts as well; the string "secret service" does not.
    """
    return _FEDERATED.search(query) is not None


def check_read_only(query: str) -> str:
    """Refuse a query that would change the graph or ask another server; return its form.

    Raises:
        RefusedQueryError: it says SERVICE.
        QueryError: it is an update, or no query at all.

    >>> check_read_only("SELECT * { ?s ?p 'SERVICE' }")
    'SELECT'
    >>> check_read_only("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
      ...
    stancegraph.exceptions.RefusedQueryError: SERVICE is refused: ...
    """
    if _asks_servers(query):
        raise RefusedQueryError(
            "SERVICE is refused: queries read this graph only; fetch the other data first"
            " and join the two tables"
        )
    words = [t.text.upper() for t in _tokens(query) if t.kind == "word"]
    updates = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
    forms = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    # No query has a word of an update anywhere, and some servers take both at one address.
    if any(word in updates for word in words):
        raise QueryError(
            "the query is an update; queries only read: start with SELECT or CONSTRUCT"
        )
    first = next((word for word in words if word in forms), None)
    if first is None:
        raise QueryError("the query has no SELECT, ASK, CONSTRUCT or DESCRIBE; write one of these")
    return first


def bind(query: str, values: Mapping[str, Sequence[Term]]) -> str:
    """Return the query with each named variable bound to one of its values.

    ``VALUES ?name { UNDEF }`` takes the values of `name`; where `values` has
    none for it, the line is dropped, which means the same and is faster.

    Raises:
        QueryError: the query does not have the variable, or no group to bind it in.

    >>> bind("SELECT ?s { VALUES ?o { UNDEF } ?s ?p ?o }", {"o": [Literal("x")]})
    'SELECT ?s { VALUES ?o { "x" } ?s ?p ?o }'
    >>> bind("SELECT ?s { VALUES ?o { UNDEF } ?s ?p ?o }", {})
    'SELECT ?s {  ?s ?p ?o }'
    >>> bind("SELECT ?s { ?s ?p ?o }", {"o": [Literal("x")]})
    'SELECT ?s { VALUES ?o { "x" } ?s ?p ?o }'
    """
    tokens = list(_tokens(query))
    known = {t.text[1:] for t in tokens if t.kind == "variable"}
    unknown = sorted(set(values) - known)
    if unknown:
        raise QueryError(
            f"the query has no variable {', '.join('?' + name for name in unknown)}; it has "
            + (", ".join("?" + name for name in sorted(known)) or "none")
        )
    pieces: list[tuple[int, int, str]] = []
    placed: set[str] = set()
    for first, variable, opening, undef, closing in zip(
        tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False
    ):
        shape = (first.text.upper(), opening.text, undef.text.upper(), closing.text)
        if shape == ("VALUES", "{", "UNDEF", "}") and variable.kind == "variable":
            name = variable.text[1:]
            placed.add(name)
            terms = values.get(name)
            pieces.append((first.start, closing.end, _inline(name, terms) if terms else ""))
    missing = [name for name, terms in values.items() if terms and name not in placed]
    if missing:
        start = _outermost_group(tokens)
        data = " ".join(_inline(name, values[name]) for name in missing)
        pieces.append((start, start, f" {data}"))
    for start, end, text in sorted(pieces, reverse=True):
        query = query[:start] + text + query[end:]
    return query


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """Return the query with a declaration before it for each of `prefixes` that it lacks.

    It stays on its lines, so that a server's message still names the right one.

    >>> with_prefixes("SELECT * { ?s ex:p e:o }", {"ex": "https://example.org/", "no": "urn:no"})
    'PREFIX ex: <https://example.org/> SELECT * { ?s ex:p e:o }'
    """
    tokens = list(_tokens(query))
    declared = {
        name.text.partition(":")[0]
        for word, name in pairwise(tokens)
        if word.kind == "word" and word.text.upper() == "PREFIX"
    }
    used = {t.text.partition(":")[0] for t in tokens if t.kind == "name"} - declared
    lines = [f"PREFIX {name}: <{iri}> " for name, iri in prefixes.items() if name in used]
    return "".join(lines) + query


#: Where a query takes the number of rows that are wanted, and how it orders them to be cut.
_LIMIT = re.compile(r"^[ \t]*\#[ \t]*LIMIT\b[ \t]*(.*)$", re.MULTILINE)


def limited(query: str, rows: int) -> str:
    r"""Return the query with at most so many rows in its answer.

    A line ``# LIMIT`` says where the number goes, with the order to cut by behind
    it; so a sub-select can pick the rows before the rest is looked up, and there
    is nothing to sort where all are wanted. Without the line it goes to the end.

    >>> print(limited("SELECT * { ?s ?p ?o }\n# LIMIT ORDER BY ?s", 5))
    SELECT * { ?s ?p ?o }
    ORDER BY ?s LIMIT 5
    >>> limited("SELECT * { ?s ?p ?o }", 5)
    'SELECT * { ?s ?p ?o }\nLIMIT 5'
    """
    if not _LIMIT.search(query):
        return f"{query}\nLIMIT {rows:d}"
    return _LIMIT.sub(lambda line: f"{line[1]} LIMIT {rows:d}".strip(), query)


_KEY = r"(?:\?\w+|(?:ASC|DESC)\s*\(\s*\?\w+\s*\))"
#: An order by nothing but variables, at the very end.
_ORDER = re.compile(rf"\}}\s*ORDER\s+BY\s+({_KEY}(?:\s+{_KEY})*)\s*$", re.IGNORECASE)


def unordered(query: str) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """Return the query without the order at its end, and what it orders by.

    Each key is a variable's name and whether the largest comes first. A query that ends
    otherwise, or orders by more than variables, is returned as it is, without keys.

    >>> unordered("SELECT ?s ?n { ?s ?p ?n } ORDER BY DESC(?n) ?s")
    ('SELECT ?s ?n { ?s ?p ?n }', (('n', True), ('s', False)))
    """
    found = _ORDER.search(query)
    if found is None:
        return query, ()
    keys = re.findall(_KEY, found[1], re.IGNORECASE)
    names = tuple((key.partition("?")[2].rstrip(") "), key[0] in "Dd") for key in keys)
    return query[: found.start() + 1], names


def _inline(name: str, terms: Sequence[Term]) -> str:
    if len(terms) == 1 and isinstance(terms[0], Literal) and terms[0].datatype == _DATE:
        # A day is compared, not joined: so it is simpler, and Virtuoso 7 loses rows where one
        # line of VALUES stands beside sub-selects.
        return f"BIND({terms[0]} AS ?{name})"
    return f"VALUES ?{name} {{ {' '.join(str(term) for term in terms)} }}"


def _outermost_group(tokens: Sequence[_Token]) -> int:
    """Return where the outermost group of the query begins, behind its brace."""
    form = next(
        (
            t.text.upper()
            for t in tokens
            if t.kind == "word" and t.text.upper() in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
        ),
        "",
    )
    depth = 0
    where = False
    for token in tokens:
        # The braces of a template (CONSTRUCT) or of an EXISTS in the SELECT line come before it.
        where = where or (depth == 0 and token.kind == "word" and token.text.upper() == "WHERE")
        if token.text == "{" and token.kind == "other":
            if depth == 0 and (where or form in ("SELECT", "ASK")):
                return token.end
            depth += 1
        elif token.text in ("(", ")") and token.kind == "other":
            depth += 1 if token.text == "(" else -1
        elif token.text == "}" and token.kind == "other":
            depth -= 1
    raise QueryError("the query has no WHERE { … } to bind values in; write one")
