"""The library of query files: what each asks, with which parameters, and what it answers."""

import os
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

from stancegraph.exceptions import QueryError

__all__ = ["LIMIT", "Column", "Kind", "Parameter", "Query", "catalogue", "find", "named"]

#: What a parameter or column can be.
Kind = Literal[
    "actor",
    "issue",
    "position",
    "stance",
    "attribution",
    "time",
    "speech_act",
    "reading",
    "text",
    "iri",
    "date",
    "number",
    "integer",
    "boolean",
]
_KINDS: tuple[Kind, ...] = get_args(Kind)

#: The variable of a parameter that is no variable: how many rows the answer may have.
LIMIT = "LIMIT"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked with: `variable` is its name in the SPARQL."""

    name: str
    kind: Kind
    description: str
    variable: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a query's result."""

    name: str
    kind: Kind
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what its header says of it. `text` is the whole file."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    @property
    def described(self) -> bool:
        """Whether a header names parameters or columns, so that others are errors."""
        return bool(self.parameters or self.columns)


_HEADER = re.compile(r"#\s*(title|description)\s*:\s*(.*)")
_FIELD = re.compile(r"#\s*(param|column)\s+(\w+)\s*\((\w+)\)\s*(?:=\s*(\w+)\s*)?:\s*(.*)")


def _parse(name: str, text: str) -> Query:
    about: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            break
        if found := _HEADER.fullmatch(line):
            about[found[1]] = found[2]
        elif found := _FIELD.fullmatch(line):
            what, field, kind_word, variable, description = found.groups()
            kind = next((k for k in _KINDS if k == kind_word), None)
            if kind is None:
                raise QueryError(
                    f"{name}: {what} {field} is of no known type ({kind_word});"
                    f" take one of {', '.join(_KINDS)}"
                )
            if what == "param":
                parameters.append(Parameter(field, kind, description, variable or field))
            else:
                columns.append(Column(field, kind, description))
    return Query(
        name=name,
        title=about.get("title", name),
        description=about.get("description", ""),
        parameters=tuple(parameters),
        columns=tuple(columns),
        text=text,
    )


@cache
def catalogue() -> tuple[Query, ...]:
    """Return all named queries, by name.

    >>> {"actors", "standings"} <= {query.name for query in catalogue()}
    True
    """
    found = [
        _parse(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in files("stancegraph.queries").iterdir()
        if file.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda query: query.name))


def named(name: str) -> Query:
    """Return the query of that name.

    Raises:
        QueryError: there is none; the message lists those that there are.

    >>> named("latest-stance").title
    'Latest stance'
    """
    for query in catalogue():
        if query.name == name:
            return query
    known = ", ".join(query.name for query in catalogue())
    raise QueryError(f"{name!r} is no named query; take one of {known}, or the path of a .rq file")


def find(name_or_path: str | os.PathLike[str]) -> Query:
    """Return the named query, or the one in a file.

    Raises:
        QueryError: there is neither, or the file can't be read.

    >>> find("latest-stance").parameters[0].name
    'actor'
    """
    path = Path(name_or_path)
    known = {query.name: query for query in catalogue()}
    if str(name_or_path) in known:
        return known[str(name_or_path)]
    if path.suffix != ".rq" and not path.is_file():
        return named(str(name_or_path))
    try:
        return _parse(str(path), path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise QueryError(f"{path}: there is no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read ({error}); save it as UTF-8 text") from error
