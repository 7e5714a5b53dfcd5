"""Hand-coded statements as articles, positions and a case.

So the rest of the package applies to them: the graph, the standings, agreement, room
for a deal, the page. Every position quotes the words that were coded; where a table
has none, the document's text is the coding itself, a line for each statement, which
says what was coded and no more.

The case says who the actors and issues are. With a case of one's own, names are found
there by id, label or alias; without one, a case is made of what the table names: every
organization a bloc, every concept an issue, the most vocal organizations compared.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from stancegraph.case import Actor, Case, Issue
from stancegraph.exceptions import StatementsError
from stancegraph.exchange.projects import Document, Project
from stancegraph.model import Article, Attribution, Position, Time
from stancegraph.statements import Statements, stance_of

__all__ = ["Coding", "case_of", "code"]

#: The extractor that positions are said to come from.
EXTRACTOR = "hand-coding"
#: Where the cases live whose IRI nobody has chosen.
_CASES = "https://w3id.org/stancegraph/case/"
#: As many blocs are compared as a table of pairs can show.
_COMPARED = 8


@dataclass(frozen=True, slots=True)
class Coding:
    """Articles with their positions, and what of the statements became none.

    `left_out` has a sentence for each name that the case has not, and each kind of
    gap, with the number of statements.
    """

    articles: tuple[tuple[Article, tuple[Position, ...]], ...]
    left_out: tuple[str, ...]


def case_of(statements: Statements, name: str) -> Case:
    """Make a case of the organizations and concepts of a table.

    `name` is its title, and in lower case its id. Organizations are blocs, in the
    order of their names; the eight with the most statements are compared.

    >>> from stancegraph.statements import from_positions
    >>> said = [Position("a", "East Port", "Ada", "A truce", "support", "…", 0, 1)]
    >>> case = case_of(from_positions(said), "Harbour talks")
    >>> case.id, list(case.actors), case.issues["a-truce"].label
    ('harbour-talks', ['east-port'], 'A truce')
    """
    key = _slug(name) or "coding"
    iri = f"{_CASES}{key}"
    rows = statements.rows
    who = _ids(rows["organization"], taken=(Case.author, Case.other))
    actors = {
        id_: Actor(id_, f"{iri}/actor/{id_}", "bloc", label, id_, aliases=(label,))
        for label, id_ in who.items()
    }
    issues = {
        id_: Issue(
            id_,
            f"{iri}/issue/{id_}",
            label,
            proposition=label,
            group="issues",
            definition=f"Coded by hand as “{label}”.",
            support_means=f"Agreement with “{label}”.",
            oppose_means=f"Disagreement with “{label}”.",
        )
        for label, id_ in _ids(rows["concept"]).items()
    }
    spoken = Counter(str(label) for label in rows["organization"] if label)
    compared = sorted(spoken, key=lambda label: (-spoken[label], label))[:_COMPARED]
    return Case(
        id=key,
        iri=iri,
        title=name,
        version="1",
        compared=tuple(who[label] for label in compared),
        actors=actors,
        issues=issues,
        groups={"issues": "Issues"} if issues else {},
    )


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")


def _ids(labels: Iterable[Any], taken: Iterable[str] = ()) -> dict[str, str]:
    """Give each label an id of its own, in the order of the labels."""
    ids: dict[str, str] = {}
    used = set(taken)
    for label in sorted({str(label) for label in labels if label}):
        slug = _slug(label) or "unnamed"
        id_, number = slug, 1
        while id_ in used:
            number += 1
            id_ = f"{slug}-{number}"
        used.add(id_)
        ids[label] = id_
    return ids


def code(project: Project, case: Case) -> Coding:
    """Turn a coded project into articles and positions of a case.

    Columns `attribution`, `time`, `condition` and `confidence` are taken over where
    the table has them (as one written from positions does).

    Raises:
        StatementsError: the scale is one of numbers, which are no stances.

    >>> from stancegraph.exchange.projects import project_of
    >>> from stancegraph.statements import from_positions
    >>> said = from_positions([Position("a", "East", "Ada", "Truce", "support", "Yes.", 0, 4)])
    >>> coding = code(project_of(said), case_of(said, "Talks"))
    >>> [(article, (position,))] = coding.articles
    >>> article.text, position.actor, position.quote
    ('Yes.', 'east', 'Yes.')
    """
    scale, rows = project.statements.scale, project.statements.rows
    for value, _ in scale.codes:
        if stance_of(value, scale) is None:
            raise StatementsError(
                f"an agreement such as {value:g} is a number on a scale and no stance;"
                " write support, conditional, ambivalent or oppose to make positions of it"
            )
    actors = _names((actor.id, actor.label, *actor.aliases) for actor in case.actors.values())
    issues = _names((i.id, i.label, i.proposition) for i in case.issues.values())
    missing: Counter[str] = Counter()
    found: dict[str, list[Position]] = {document.id: [] for document in project.documents}
    documents = {document.id: document for document in project.documents}
    for row in rows.to_dict("records"):
        actor = actors.get(_key(row["organization"]))
        issue = issues.get(_key(row["concept"]))
        document = documents[row["document"]]
        gap = _gap(row, actor, issue, case)
        if gap is None and not document.text[row["start"] : row["stop"]].strip():
            gap = "statements without words in their document's text"
        if gap is not None:
            missing[gap] += 1
            continue
        assert actor is not None and issue is not None
        found[document.id].append(_position(row, document, actor, issue, case, project, actors))
    articles = tuple(
        (_article(document), tuple(found[document.id]))
        for document in project.documents
        if document.text.strip()  # an article is its text
    )
    told = tuple(f"{gap}: {count} left out" for gap, count in missing.items())
    return Coding(articles, told)


def _names(records: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Map every way to name something to its id; what names two things names neither."""
    ids: dict[str, str] = {}
    named: dict[str, set[str]] = {}
    for id_, *names in records:
        # An id is one thing's own, whatever else has it for a name.
        ids[_key(id_)] = id_
        for name in names:
            named.setdefault(_key(name), set()).add(id_)
    meant = {name: next(iter(found)) for name, found in named.items() if len(found) == 1}
    return {**meant, **ids}


def _key(name: Any) -> str:
    return " ".join(str(name).split()).casefold()


def _gap(row: Mapping[Any, Any], actor: str | None, issue: str | None, case: Case) -> str | None:
    """Say why a row is no position, if it is none."""
    for field, id_, where in (("organization", actor, "actors"), ("concept", issue, "issues")):
        if not row[field]:
            return f"statements without {field}"
        if id_ is None:
            return f"{field} {row[field]!r} is not among the {where} of the case {case.id!r}"
    return "statements without agreement" if row["agreement"] != row["agreement"] else None


def _position(
    row: Mapping[Any, Any],
    document: Document,
    actor: str,
    issue: str,
    case: Case,
    project: Project,
    actors: Mapping[str, str],
) -> Position:
    said = None if row["date"] is None or row["date"] != row["date"] else row["date"].date()
    person = str(row["person"] or "")
    known = actors.get(_key(person)) if person else None
    holder = person if known is None else case.actors[known].label
    stance = stance_of(row["agreement"], project.statements.scale)
    assert stance is not None
    return Position(
        article=document.id,
        actor=case.bloc_on(actor, said),
        holder=holder or case.actors[actor].label,
        holder_id=known if person else actor,
        issue=issue,
        stance=stance,
        quote=document.text[row["start"] : row["stop"]],
        start=int(row["start"]),
        end=int(row["stop"]),
        condition=row.get("condition") or None,
        attribution=_one_of(row.get("attribution"), get_args(Attribution), "reported"),
        time=_one_of(row.get("time"), get_args(Time), "current"),
        confidence=_confidence(row.get("confidence")),
        extractor=EXTRACTOR,
        date=said,
        date_precision=None if said is None else "article" if said == _day(document) else "day",
    )


def _one_of(value: Any, known: tuple[Any, ...], default: Any) -> Any:
    return value if value in known else default


def _confidence(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 1.0
    return number if 0 <= number <= 1 else 1.0


def _day(document: Document) -> date | None:
    return None if document.date is None else document.date.date()


def _article(document: Document) -> Article:
    extra = {
        name: value
        for name, value in (
            ("author", document.author),
            ("section", document.section),
            ("type", document.type),
            ("notes", document.notes),
            ("text", "" if document.whole else "only what was coded, not the whole document"),
        )
        if value
    }
    return Article(
        document.id,
        document.text,
        title=document.title,
        date=_day(document),
        publisher=document.source or None,
        extra=extra,
    )
