"""Questions about stances: who stands where, with whom, against whom, and since when.

They rest on an actor's own, current positions: ascribed ones and those of the author or of
anyone else are left out. Support scores 1, conditional 0.5, ambivalent 0, oppose -1.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stancegraph.model import Stance
from stancegraph.queries.asking import Day, Some, records
from stancegraph.standings import Word
from stancegraph.store import GraphStore

__all__ = [
    "AgreementRow",
    "AlignmentRow",
    "BreakingRanksRow",
    "CommonGroundRow",
    "ContestedRow",
    "DivergenceRow",
    "LatestStanceRow",
    "ShiftRow",
    "SilenceRow",
    "StanceCountRow",
    "StandingRow",
    "agreement",
    "alignment",
    "breaking_ranks",
    "common_ground",
    "contested",
    "divergence",
    "latest_stance",
    "shifts",
    "silences",
    "stance_counts",
    "standings",
]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Where an actor stands on an issue now; `value` is in [-1, 1], `confidence` in [0, 1]."""

    actor: str
    issue: str
    reading: Word
    value: float
    statements: int
    confidence: float
    contested: bool
    low_evidence: bool
    latest: Stance
    date: date | None
    moved_from: Word | None
    moved_to: Word | None
    position: str


def standings(
    store: GraphStore, *, actor: Some = None, issue: Some = None, reading: Some = None
) -> list[StandingRow]:
    """Return where each actor stands on each issue now, as the derived graph has it.

    `stancegraph.standings` says how statements are weighed.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> [row.reading for row in standings(store, actor="russia", issue="foreign-troops")]
    ['opposes']
    """
    return records(store, "standings", StandingRow, actor=actor, issue=issue, reading=reading)


@dataclass(frozen=True, slots=True)
class LatestStanceRow:
    """The newest position of an actor on an issue, of `positions` of its own."""

    actor: str
    issue: str
    stance: Stance
    date: date | None
    positions: int
    holder: str
    condition: str | None
    position: str


def latest_stance(
    store: GraphStore, *, actor: Some = None, issue: Some = None, until: Day = None
) -> list[LatestStanceRow]:
    """Return each actor's newest own, current position on each issue, up to the day `until`.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> [row.stance for row in latest_stance(store, actor="russia", issue="foreign-troops")]
    ['oppose']
    """
    return records(store, "latest-stance", LatestStanceRow, actor=actor, issue=issue, until=until)


@dataclass(frozen=True, slots=True)
class StanceCountRow:
    """How often an actor took each stance on an issue; `score` is in [-1, 1]."""

    actor: str
    issue: str
    score: float
    positions: int
    support: int
    conditional: int
    ambivalent: int
    oppose: int


def stance_counts(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[StanceCountRow]:
    """Return how often each actor took which stance on each issue.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> [row.score < 0 for row in stance_counts(store, actor="russia", issue="foreign-troops")]
    [True]
    """
    return records(
        store, "stance-counts", StanceCountRow, actor=actor, issue=issue, since=since, until=until
    )


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How far two actors agree on an issue: `agreement` in [0, 1], scores in [-1, 1]."""

    actor: str
    other: str
    issue: str
    agreement: float
    actor_score: float
    other_score: float
    actor_positions: int
    other_positions: int


def agreement(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[AgreementRow]:
    """Return how far each pair of compared actors agrees on each issue that both speak to.

    The plain means of two actors' scores are set against each other as
    ``1 - |difference| / 2``. `stancegraph.agreement` weighs by age and
    confidence as well.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> rows = agreement(store, actor="russia", issue="foreign-troops")
    >>> {row.other: row.agreement < 0.5 for row in rows}["europe"]
    True
    """
    return records(
        store, "agreement", AgreementRow, actor=actor, issue=issue, since=since, until=until
    )


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """How far two actors agree over all issues that both speak to."""

    actor: str
    other: str
    agreement: float
    issues: int
    congruent: int
    conflicting: int
    positions: int


def alignment(
    store: GraphStore, *, actor: Some = None, since: Day = None, until: Day = None
) -> list[AlignmentRow]:
    """Return how far each pair of compared actors agrees over all issues, the closest first.

    An issue is congruent where both scores have the same sign, conflicting where they
    have opposite ones; a score of 0 makes it neither.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> rows = alignment(store)
    >>> len(rows), all(row.congruent + row.conflicting <= row.issues for row in rows)
    (6, True)
    """
    return records(store, "alignment", AlignmentRow, actor=actor, since=since, until=until)


@dataclass(frozen=True, slots=True)
class DivergenceRow:
    """How far the compared actors are apart on an issue: `spread` in [0, 2]."""

    issue: str
    label: str
    group: str
    spread: float
    verdict: Literal["aligned", "partly", "split"]
    actors: int
    positions: int
    lowest: float
    highest: float


def divergence(
    store: GraphStore, *, issue: Some = None, since: Day = None, until: Day = None
) -> list[DivergenceRow]:
    """Return the issues to which two compared actors or more speak, the most divided first.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> widest, *_ = divergence(store)
    >>> widest.spread, widest.verdict
    (2.0, 'split')
    """
    return records(store, "divergence", DivergenceRow, issue=issue, since=since, until=until)


@dataclass(frozen=True, slots=True)
class CommonGroundRow:
    """An issue on which all compared actors who speak to it lean the same way."""

    issue: str
    label: str
    group: str
    side: Literal["support", "oppose"]
    actors: int
    positions: int
    firmness: float


def common_ground(
    store: GraphStore, *, since: Day = None, until: Day = None
) -> list[CommonGroundRow]:
    """Return the issues on which nobody compared leans against the others.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> {row.side for row in common_ground(store)} >= {"support"}
    True
    """
    return records(store, "common-ground", CommonGroundRow, since=since, until=until)


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """An issue on which a compared actor has not been heard, while others have."""

    actor: str
    issue: str
    label: str
    others: int
    positions: int


def silences(store: GraphStore, *, actor: Some = None, issue: Some = None) -> list[SilenceRow]:
    """Return the issues on which compared actors have no position of their own.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> {row.actor for row in silences(store)} <= {"europe", "russia", "ukraine", "united-states"}
    True
    """
    return records(store, "silences", SilenceRow, actor=actor, issue=issue)


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A change of stance between the oldest and the newest position; `change` in [-2, 2]."""

    actor: str
    issue: str
    before: Stance
    before_date: date
    after: Stance
    after_date: date
    change: float
    positions: int
    before_position: str
    after_position: str


def shifts(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[ShiftRow]:
    """Return where an actor's newest stance on an issue is not its oldest in the period.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> all(row.before != row.after for row in shifts(store))
    True
    """
    return records(store, "shifts", ShiftRow, actor=actor, issue=issue, since=since, until=until)


@dataclass(frozen=True, slots=True)
class ContestedRow:
    """An actor's positions on an issue that contradict each other; `minority` up to 0.5."""

    actor: str
    issue: str
    minority: float
    positions: int
    support: int
    conditional: int
    ambivalent: int
    oppose: int


def contested(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[ContestedRow]:
    """Return where an actor's own positions on an issue both support and oppose it.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> rows = contested(store)
    >>> measured = [min(r.support, r.oppose) / (r.support + r.oppose) for r in rows]
    >>> len(rows) > 1, [r.minority for r in rows] == measured
    (True, True)
    """
    return records(
        store, "contested", ContestedRow, actor=actor, issue=issue, since=since, until=until
    )


@dataclass(frozen=True, slots=True)
class BreakingRanksRow:
    """A holder on the other side of an issue than the rest of the bloc."""

    actor: str
    issue: str
    holder: str
    holder_id: str | None
    score: float
    positions: int
    rest_score: float
    rest_positions: int


def breaking_ranks(
    store: GraphStore,
    *,
    actor: Some = None,
    issue: Some = None,
    since: Day = None,
    until: Day = None,
) -> list[BreakingRanksRow]:
    """Return the holders who stand against the rest of their bloc on an issue.

    The signs of the two mean scores are opposite, and the rest has more positions than
    the holder.

    Raises:
        QueryError: a value is unknown or of the wrong type.
        StoreError: the graph cannot be read.

    >>> from stancegraph.store import open_store
    >>> store = open_store("build/demo", read_only=True)
    >>> all(row.score * row.rest_score <= 0 for row in breaking_ranks(store))
    True
    """
    return records(
        store,
        "breaking-ranks",
        BreakingRanksRow,
        actor=actor,
        issue=issue,
        since=since,
        until=until,
    )
