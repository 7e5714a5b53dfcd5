"""A coded project: documents with their texts, and the statements coded in them.

This is what a DNA database is, and what a table of statements becomes once its
documents have a text (`project_of`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from stancegraph.delimited import number
from stancegraph.model import Article
from stancegraph.statements import Scale, Statements, stance_of

__all__ = ["Document", "Project", "project_of"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a project; `id` is the one that statements refer to.

    `whole` tells whether `text` is the document's own; else it is put together of
    what was coded in it.
    """

    id: str
    title: str
    text: str
    date: datetime | None
    author: str = ""
    source: str = ""
    section: str = ""
    notes: str = ""
    type: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """Documents, in their order, and the table of the statements coded in them.

    The table has the columns `start`, `stop` (code points into the document's text,
    half open) and `text`, the words between them, beside the usual ones; `document`
    is the id of one of the documents.
    """

    documents: tuple[Document, ...]
    statements: Statements


def project_of(statements: Statements, articles: Iterable[Article] = ()) -> Project:
    """Give the documents of a table of statements a text.

    Documents that one of the `articles` is (by id) have its text. The others get a
    text of what the table has of it: a line for each statement, with its words or,
    where it has none, with its codes. A document's date is the article's, or the
    latest of its statements: no document is older than what it reports.

    >>> from datetime import date
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> said = Position("a", "east", "Ada", "truce", "support", "Yes.", 8, 12,
    ...                 date=date(2005, 1, 26))
    >>> project = project_of(from_positions([said]), [Article("a", "He says Yes.")])
    >>> project.documents[0].text, project.statements.rows.loc[0, "text"]
    ('He says Yes.', 'Yes.')
    """
    rows = statements.rows
    known = {article.id: article for article in articles}
    documents, parts = [], []
    for name, group in rows.groupby("document", sort=False):
        key = str(name)
        article = known.get(key)
        dates = group["date"].dropna()
        day = dates.max().to_pydatetime() if len(dates) else None
        if article is None:
            text, placed = _extracts(group, statements.scale)
            told = {column: _first(group, column) for column in _METADATA}
            title = told.pop("title") or key
            documents.append(Document(key, title, text, day, **told, whole=False))
        else:
            if article.date is not None:
                day = datetime.combine(article.date, datetime.min.time())
            placed = _placed(group, article.text)
            documents.append(
                Document(
                    key, article.title or key, article.text, day, source=article.publisher or ""
                )
            )
        parts.append(placed)
    whole = pd.concat(parts) if parts else rows.assign(start=0, stop=0, text="")
    return Project(tuple(documents), Statements(whole.loc[rows.index], statements.scale))


_METADATA = ("title", "author", "source", "section", "type")


def _first(group: pd.DataFrame, column: str) -> str:
    return str(group[column].iloc[0]) if column in group else ""


def _placed(group: pd.DataFrame, text: str) -> pd.DataFrame:
    """Give statements their words in an article's text; those without a place have it all."""
    if {"start", "stop"} <= set(group):
        last = max(len(text) - 1, 0)
        start = pd.to_numeric(group["start"]).fillna(0).astype(int).clip(0, last)
        stop = pd.to_numeric(group["stop"]).fillna(len(text)).astype(int).clip(upper=len(text))
        stop = stop.where(stop > start, start + 1)
    else:
        start = pd.Series(0, index=group.index)
        stop = pd.Series(len(text), index=group.index)
    words = [text[a:b] for a, b in zip(start, stop, strict=True)]
    return group.assign(start=start, stop=stop, text=words)


def _extracts(group: pd.DataFrame, scale: Scale) -> tuple[str, pd.DataFrame]:
    """Write a text of the statements themselves, a line each."""
    lines: list[str] = []
    starts: list[int] = []
    place = 0
    spoken: Iterable[Any] = group["text"] if "text" in group else [""] * len(group)
    named = (group[column] for column in ("person", "organization", "concept", "agreement"))
    for words, person, organization, concept, value in zip(spoken, *named, strict=True):
        line = words or _told(person, organization, concept, value, scale)
        lines.append(line)
        starts.append(place)
        place += len(line) + 1
    stops = [start + len(line) for start, line in zip(starts, lines, strict=True)]
    return "\n".join(lines), group.assign(start=starts, stop=stops, text=lines)


def _told(person: str, organization: str, concept: str, value: float, scale: Scale) -> str:
    who = f"{person} ({organization})" if person and organization else person or organization
    stance = "" if value != value else stance_of(value, scale) or number(value)
    return f"{who or '?'}: {concept or '?'}, {stance or '?'}"
