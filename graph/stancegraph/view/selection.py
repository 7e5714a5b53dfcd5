"""What goes into a page: some actors, some issues, a period; and events to mark in it."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from stancegraph.case import Case
from stancegraph.exceptions import ArticleError, CaseError
from stancegraph.model import Article, Position

__all__ = ["Numbered", "check_actors", "check_issues", "read_events", "selected"]


class Numbered(NamedTuple):
    """A statement with its number in its article, from 1, as `explain` counts them."""

    position: Position
    number: int


def selected(
    articles: Sequence[Article],
    positions: Sequence[Position],
    case: Case,
    *,
    actors: Sequence[str] | None = None,
    issues: Sequence[str] | None = None,
    since: date | None = None,
    as_of: date | None = None,
) -> tuple[list[Article], list[Numbered], Case]:
    """Choose what a page shows; the case given back knows no more than that.

    `actors` are ids of blocs and third parties, compared in the order given;
    `issues` ids of issues or of whole groups. Statements dated after `as_of`
    are left out, undated ones kept; with `since`, earlier and undated ones are
    left out, as they cannot be shown to lie in the period. Where anything is
    chosen, articles without a statement left in the page are left out as well.

    Raises:
        CaseError: an actor or issue that the case does not have.

    >>> from stancegraph.case import Case, Issue
    >>> truce = Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")
    >>> case = Case("c", "urn:c", "", "", ("east", "west"), {}, {"truce": truce}, {"g": "G"})
    >>> said = [Position("a", who, who, "truce", "support", "Yes.", 0, 4)
    ...         for who in ("east", "west")]
    >>> _, kept, narrower = selected([], said, case, actors=["west"])
    >>> [(p.position.actor, p.number) for p in kept], narrower.compared
    ([('west', 2)], ('west',))
    """
    check_actors(actors or (), positions, case)
    check_issues(issues or (), case)
    wanted = {
        i.id: i
        for i in case.issues.values()
        if issues is None or i.id in issues or i.group in issues
    }
    if issues is not None:
        used = {i.group for i in wanted.values()}
        groups = {g: label for g, label in case.groups.items() if g in used}
        case = replace(case, issues=wanted, groups=groups)
    if actors is not None:
        case = replace(case, compared=tuple(dict.fromkeys(actors)))
    ordinals: Counter[str] = Counter()
    kept = []
    for p in positions:
        ordinals[p.article] += 1
        if (
            p.issue in wanted
            and (actors is None or p.actor in actors)
            and (as_of is None or p.date is None or p.date <= as_of)
            and (since is None or (p.date is not None and p.date >= since))
        ):
            kept.append(Numbered(p, ordinals[p.article]))
    if actors is None and issues is None and since is None:
        return list(articles), kept, case
    named = {p.position.article for p in kept}
    return [a for a in articles if a.id in named], kept, case


def check_actors(asked: Sequence[str], positions: Sequence[Position], case: Case) -> None:
    """Check that each id is that of a bloc of the case or of an actor with a position.

    Raises:
        CaseError: one of them is not; it lists those that are.

    >>> check_actors(["west"], [], Case("c", "urn:c", "", "", ("east", "west"), {}, {}, {}))
    """
    known = dict.fromkeys((*case.blocs, *(p.actor for p in positions), case.author, case.other))
    _check("actor", asked, list(known), case)


def check_issues(asked: Sequence[str], case: Case) -> None:
    """Check that each id is that of an issue or of a group of issues of the case.

    Raises:
        CaseError: one of them is not; it lists those that are.

    >>> check_issues(["sea"], Case("c", "urn:c", "", "", (), {}, {}, {"sea": "The sea"}))
    """
    _check("issue", asked, [*case.issues, *case.groups], case)


def _check(what: str, asked: Sequence[str], known: Sequence[str], case: Case) -> None:
    for name in asked:
        if name not in known:
            raise CaseError(
                f"{name!r} is no {what} of the case {case.id!r}, which has {', '.join(known)}"
            )


def read_events(path: Path | str) -> list[tuple[date, str]]:
    r"""Read events from a CSV file with the columns ``date`` (2025-01-31) and ``label``.

    Raises:
        ArticleError: the file cannot be read, has other columns or a date that is none.

    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "events.csv"
    >>> _ = file.write_text("date,label\n2025-08-15,Alaska summit")
    >>> read_events(file)
    [(datetime.date(2025, 8, 15), 'Alaska summit')]
    """
    file = Path(path)
    events = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            if not {"date", "label"} <= set(rows.fieldnames or ()):
                raise ArticleError(f"{file}: no list of events; its columns must be date and label")
            for row in rows:
                try:
                    events.append((date.fromisoformat(row["date"].strip()), row["label"].strip()))
                except (ValueError, AttributeError) as error:
                    raise ArticleError(
                        f"{file}, line {rows.line_num}: no event; write 2025-01-31,What happened"
                    ) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ArticleError(f"{file}: cannot be read as CSV ({error})") from error
    return events
