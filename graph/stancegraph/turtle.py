"""Where in a Turtle or TriG file something is said, so that a message can name the line.

Parsers give triples without their places. This reads the tokens once more and
follows the punctuation; it judges nothing, and what it does not understand it
passes over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

__all__ = ["Place", "line_of", "places"]

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
    | (?P<text>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3}
            | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
            | \"(?:[^\"\\\n\r]|\\.)*\"
            | '(?:[^'\\\n\r]|\\.)*')
    | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<type>\^\^)
    | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:%-]|\\.|\.(?=[\w:%\\-]))*))
    | (?P<number>[+-]?[\w.]*\w)
    | (?P<mark>[][(){}.;,])
    | (?P<space>\s+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


class Place(NamedTuple):
    """A term and the line that it stands in, counted from 1.

    `subject` alone marks where a statement begins, `subject` and `predicate`
    where a property does. IRIs are absolute, literals their bare text. What is
    said within brackets is given as said of the subject outside.
    """

    line: int
    subject: str
    predicate: str = ""
    object: str = ""


def places(text: str) -> Iterator[Place]:
    r"""Yield the places of the terms of a Turtle or TriG text, in order.

    >>> text = '@prefix : <urn:x:> .\n:a :b 1 ;\n  :c "d" .'
    >>> [tuple(place) for place in places(text)][-1]
    (3, 'urn:x:a', 'urn:x:c', 'd')
    """
    prefixes: dict[str, str] = {}
    base = directive = declared = ""
    at = False  # the directive ends with a full stop
    subject = predicate = ""
    outer: list[tuple[str, str]] = []  # the subjects and predicates around brackets
    skip = False  # a datatype follows
    line = 1
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "", match[0]
        here, line = line, line + word.count("\n")
        if kind in ("space", "comment", "other"):
            continue
        low = word.lower()
        if low in ("@prefix", "@base") or (not subject and low in ("prefix", "base")):
            directive, declared = low.strip("@"), ""
            at = word.startswith("@")
            continue
        if directive:
            if kind == "name":
                declared = word
            elif kind == "iri":
                if directive == "base":
                    base = urljoin(base, word[1:-1])
                else:
                    prefixes[declared] = urljoin(base, word[1:-1]) if base else word[1:-1]
                if not at:
                    directive = ""
            elif word == ".":
                directive = ""
            continue
        if kind == "tag":
            continue
        if kind == "type":
            skip = True
            continue
        if skip:
            skip = False
            continue
        if kind == "mark":
            if word in "[(":
                outer.append((subject, predicate))
                if word == "[":
                    predicate = ""
                    subject = subject or "[]"
            elif word in "])":
                if outer:
                    subject, predicate = outer.pop()
                    subject = subject or ("[]" if word == "]" else "")
            elif word == ";":
                predicate = ""
            elif word in ".{}" and (word != "." or not outer):
                subject = predicate = ""
                outer.clear()
            continue
        value = _value(kind, word, prefixes, base)
        if not subject:
            if low == "graph" and kind == "number":
                continue
            subject = value
            yield Place(here, subject)
        elif not predicate and value:
            predicate = _RDF_TYPE if word == "a" else value
            yield Place(here, subject, predicate)
        else:
            yield Place(here, subject, predicate, value)


def _value(kind: str, word: str, prefixes: dict[str, str], base: str) -> str:
    if kind == "iri":
        return urljoin(base, word[1:-1]) if base else word[1:-1]
    if kind == "name":
        prefix, _, local = word.partition(":")
        return prefixes.get(f"{prefix}:", f"{prefix}:") + re.sub(r"\\(.)", r"\1", local)
    if kind == "text":
        quotes = 3 if word[:3] in ('"""', "'''") and len(word) >= 6 else 1
        return _ESCAPE.sub(_unescape, word[quotes:-quotes])
    return word


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] in "uU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 else ""
    return _CONTROLS.get(code, code)


def line_of(
    text: str, subject: str | None = None, predicate: str | None = None, object: str | None = None
) -> int | None:
    r"""Return the first line that says something, None where none does.

    What is None may be anything.

    >>> text = '@prefix : <urn:x:> .\n:a :b 1 ;\n  :c "d" .'
    >>> line_of(text, "urn:x:a", "urn:x:c", "d"), line_of(text, "urn:x:a")
    (3, 2)
    >>> line_of(text, predicate="urn:x:c"), line_of(text, "urn:x:f")
    (3, None)
    """
    wanted = (subject, predicate, object)
    for place in places(text):
        if all(w is None or w == part for w, part in zip(wanted, place[1:], strict=True)):
            return place.line
    return None
