"""Questions about the collection: actors, issues, articles, sources, and how good the data are."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stancegraph.model import SpeechAct
from stancegraph.queries.asking import Day, Some, records
from stancegraph.store import GraphStore

__all__ = [
    "ActorRow",
    "ArticleRow",
    "AscriptionCountRow",
    "CoverageRow",
    "DataQualityRow",
    "HolderRow",
    "IssueRow",
    "RunRow",
    "SalienceRow",
    "SourceRow",
    "SpeechActRow",
    "TrendRow",
    "actors",
    "articles",
    "ascription_counts",
    "coverage",
    "data_quality",
    "holders",
    "issues",
    "runs",
    "salience",
    "sources",
    "speech_acts",
    "trend",
]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of the case, with its positions as a bloc and those held by name."""

    actor: str
    label: str
    bloc: str
    compared: bool
    positions: int
    held: int


def actors(store: GraphStore, *, bloc: Some = None) -> list[ActorRow]:
    """Return the actors of the case, those compared first, then by number of positions.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> sorted(row.actor for row in actors(store) if row.compared)
    ['europe', 'russia', 'ukraine', 'united-states']
    """
    return records(store, "actors", ActorRow, bloc=bloc)


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Who holds positions that count for an actor, and how many."""

    actor: str
    holder: str
    holder_id: str | None
    positions: int
    self: int
    ascribed: int
    issues: int
    first: date | None
    last: date | None


def holders(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[HolderRow]:
    """Return who speaks for each actor, those with the most positions first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> any("Zelensky" in row.holder for row in holders(store, actor="ukraine"))
    True
    """
    return records(store, "holders", HolderRow, actor=actor, issue=issue, since=since, until=until)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue of the case."""

    issue: str
    label: str
    proposition: str
    group: str
    positions: int


def issues(store: GraphStore, *, group: Some = None) -> list[IssueRow]:
    """Return the issues of the case, those with the most positions first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> sorted(row.issue for row in issues(store, group="security"))[:2]
    ['force-limits', 'foreign-troops']
    """
    return records(store, "issues", IssueRow, group=group)


@dataclass(frozen=True, slots=True)
class SalienceRow:
    """How much is said about an issue, by how many, and when."""

    issue: str
    label: str
    group: str
    positions: int
    actors: int
    holders: int
    articles: int
    first: date | None
    last: date | None


def salience(
    store: GraphStore,
    *,
    actor: Some = None,
    group: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[SalienceRow]:
    """Return the issues by how much is said about them, by whomever and of any kind.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> most, *_ = salience(store)
    >>> most.issue
    'immediate-ceasefire'
    """
    return records(
        store, "salience", SalienceRow, actor=actor, group=group, since=since, until=until
    )


@dataclass(frozen=True, slots=True)
class TrendRow:
    """The own, current positions of a month, by stance; `score` in [-1, 1]."""

    month: str
    score: float
    positions: int
    support: int
    conditional: int
    ambivalent: int
    oppose: int


def trend(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[TrendRow]:
    """Return the number of positions month by month and by stance, oldest first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> trend(store, issue="immediate-ceasefire")[0].month
    '2025-03'
    """
    return records(store, "trend", TrendRow, actor=actor, issue=issue, since=since, until=until)


@dataclass(frozen=True, slots=True)
class SpeechActRow:
    """How often an actor performs a speech act, by stance."""

    actor: str
    act: SpeechAct
    positions: int
    support: int
    conditional: int
    ambivalent: int
    oppose: int


def speech_acts(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    act: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[SpeechActRow]:
    """Return how often each actor demands, offers, warns and so on.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> {row.act for row in speech_acts(store, actor="russia", act=["demand", "reject"])}
    {...'reject'...}
    """
    return records(
        store,
        "speech-acts",
        SpeechActRow,
        actor=actor,
        issue=issue,
        act=act,
        since=since,
        until=until,
    )


@dataclass(frozen=True, slots=True)
class AscriptionCountRow:
    """How often one actor ascribes positions to another, by stance."""

    by: str
    actor: str
    positions: int
    issues: int
    support: int
    conditional: int
    ambivalent: int
    oppose: int


def ascription_counts(
    store: GraphStore,
    *,
    by: Some = None,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[AscriptionCountRow]:
    """Return how often each actor ascribes positions to which other, the busiest pairs first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> rows = ascription_counts(store)
    >>> len(rows) > 1, all(row.by != row.actor and row.positions for row in rows)
    (True, True)
    """
    return records(
        store,
        "ascription-counts",
        AscriptionCountRow,
        by=by,
        actor=actor,
        issue=issue,
        since=since,
        until=until,
    )


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the graph."""

    article: str
    title: str | None
    date: date | None
    publisher: str | None
    url: str | None
    positions: int


def articles(
    store: GraphStore, *, since: Day = None, until: Day = None, publisher: Some = None
) -> list[ArticleRow]:
    """Return the articles in the graph, newest first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> len(articles(store)), articles(store)[0].date
    (14, datetime.date(2025, 12, 27))
    """
    return records(store, "articles", ArticleRow, since=since, until=until, publisher=publisher)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What an article covers; `confidence` is the mean, in [0, 1], of its positions."""

    article: str
    title: str | None
    date: date | None
    publisher: str | None
    positions: int
    actors: int
    holders: int
    issues: int
    self: int
    reported: int
    ascribed: int
    confidence: float | None


def coverage(
    store: GraphStore,
    *,
    since: Day = None,
    until: Day = None,
    publisher: Some = None,
    limit: int | None = None,
) -> list[CoverageRow]:
    """Return what each article covers, those with the most positions first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> coverage(store, until="2025-02-28")[0].article
    '2025-02-18-riyadh-embassies-and-teams'
    """
    return records(
        store, "coverage", CoverageRow, since=since, until=until, publisher=publisher, limit=limit
    )


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What a publisher's articles tell of an actor."""

    actor: str
    publisher: str | None
    positions: int
    articles: int
    self: int
    reported: int
    ascribed: int
    first: date | None
    last: date | None


def sources(
    store: GraphStore,
    *,
    actor: Some = None,
    publisher: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[SourceRow]:
    """Return where what is known of each actor comes from, by publisher.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> {row.actor for row in sources(store)} >= {"russia", "ukraine", "author"}
    True
    """
    return records(
        store, "sources", SourceRow, actor=actor, publisher=publisher, since=since, until=until
    )


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run of an extractor, with what it found."""

    run: str
    extractor: str
    software_version: str | None
    case_version: str | None
    positions: int
    articles: int


def runs(store: GraphStore) -> list[RunRow]:
    """Return the runs that filled the graph.

    Raises:
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> [row.articles for row in runs(store)]
    [14]
    """
    return records(store, "runs", RunRow)


@dataclass(frozen=True, slots=True)
class DataQualityRow:
    """A check of the data: how many of how many are concerned, and one of them."""

    problem: str
    subject: Literal["position", "article"]
    found: int
    total: int
    example: str | None


def data_quality(store: GraphStore) -> list[DataQualityRow]:
    """Return what is missing or doubtful in the graph, a row for each check.

    Raises:
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> {row.problem for row in data_quality(store)} >= {'article without a publisher'}
    True
    """
    return records(store, "data-quality", DataQualityRow)
