"""Questions about single statements: what was said, by whom, where, and in which words."""

from dataclasses import dataclass
from datetime import date

from stancegraph.model import Attribution, Stance, Time
from stancegraph.queries.asking import Day, Some, records
from stancegraph.store import GraphStore

__all__ = [
    "AscriptionRow",
    "ConditionRow",
    "EvidenceRow",
    "PositionRow",
    "ProvenanceRow",
    "SearchRow",
    "ascriptions",
    "conditions",
    "evidence",
    "positions",
    "provenance",
    "search",
]


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position, as `positions` lists it."""

    position: str
    actor: str
    holder: str
    issue: str
    stance: Stance
    condition: str | None
    attribution: Attribution
    time: Time
    date: date | None
    confidence: float
    quote: str
    article: str


def positions(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    stance: Some = None,
    attribution: Some = None,
    time: Some = None,
    article: Some = None,
    since: Day = None,
    until: Day = None,
    limit: int | None = None,
) -> list[PositionRow]:
    """Return the positions that fit all that is given, newest first.

    `since` and `until` are days that belong to the period; positions without a
    day, of articles without one, fit no period. `limit` keeps the newest.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> "oppose" in {r.stance for r in positions(store, actor="russia", issue="foreign-troops")}
    True
    """
    return records(
        store,
        "positions",
        PositionRow,
        actor=actor,
        issue=issue,
        stance=stance,
        attribution=attribution,
        time=time,
        article=article,
        since=since,
        until=until,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A position whose words contain a phrase."""

    position: str
    actor: str
    holder: str
    issue: str
    stance: Stance
    condition: str | None
    date: date | None
    quote: str
    article: str


def search(
    store: GraphStore,
    words: Some = None,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
    limit: int | None = None,
) -> list[SearchRow]:
    """Return the positions whose quotation, condition or holder contains a phrase, newest first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> rows = search(store, "Donbas", actor="russia")
    >>> all("donbas" in row.quote.lower() for row in rows)
    True
    """
    return records(
        store,
        "search",
        SearchRow,
        words=words,
        actor=actor,
        issue=issue,
        since=since,
        until=until,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """The words behind a position: ``text[start:end]`` of the article is `quote`."""

    position: str
    actor: str
    issue: str
    stance: Stance
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    article: str
    title: str | None
    date: date | None
    publisher: str | None
    url: str | None


def evidence(
    store: GraphStore,
    position: Some = None,
    *,
    actor: Some = None,
    issue: Some = None,
    article: Some = None,
    limit: int | None = None,
) -> list[EvidenceRow]:
    """Return the words behind a position (its IRI or the last part of it), or behind several.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> row, *_ = evidence(store, actor="russia", issue="foreign-troops")
    >>> row.end - row.start == len(row.quote)
    True
    """
    return records(
        store,
        "evidence",
        EvidenceRow,
        position=position,
        actor=actor,
        issue=issue,
        article=article,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A conditional position with one of the issues that its condition names, or none."""

    position: str
    actor: str
    holder: str
    issue: str
    condition: str
    depends_on: str | None
    date: date | None
    quote: str
    article: str


def conditions(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    depends_on: Some = None,
    since: Day = None,
    until: Day = None,
    limit: int | None = None,
) -> list[ConditionRow]:
    """Return what actors make their consent depend on, newest first.

    A position whose condition names several issues has a row for each.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> {row.issue for row in conditions(store, actor="russia")} >= {"elections-in-ukraine"}
    True
    """
    return records(
        store,
        "conditions",
        ConditionRow,
        actor=actor,
        issue=issue,
        depends_on=depends_on,
        since=since,
        until=until,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class AscriptionRow:
    """A position that one actor says another holds."""

    position: str
    by: str | None
    actor: str
    holder: str
    issue: str
    stance: Stance
    date: date | None
    quote: str
    article: str


def ascriptions(
    store: GraphStore,
    *,
    by: Some = None,
    actor: Some = None,
    issue: Some = None,
    stance: Some = None,
    since: Day = None,
    until: Day = None,
    limit: int | None = None,
) -> list[AscriptionRow]:
    """Return the positions that actors are said by others to hold, newest first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> found = ascriptions(store, actor="russia")
    >>> len(found) > 1, "russia" in {row.by for row in found}
    (True, False)
    """
    return records(
        store,
        "ascriptions",
        AscriptionRow,
        by=by,
        actor=actor,
        issue=issue,
        stance=stance,
        since=since,
        until=until,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class ProvenanceRow:
    """The article, the voice and the run that a position comes from."""

    position: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    issued: date | None
    attribution: Attribution
    attributed_by: str | None
    extractor: str | None
    software_version: str | None
    case_version: str | None
    run: str | None
    confidence: float


def provenance(
    store: GraphStore,
    position: Some = None,
    *,
    article: Some = None,
    extractor: Some = None,
    limit: int | None = None,
) -> list[ProvenanceRow]:
    """Return where positions come from: article, voice, software and case version.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> provenance(store, limit=1)[0].extractor
    'stancegraph/... en_core_web_sm/...'
    """
    return records(
        store,
        "provenance",
        ProvenanceRow,
        position=position,
        article=article,
        extractor=extractor,
        limit=limit,
    )
