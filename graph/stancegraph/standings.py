"""Standings: the position of an actor on an issue, put together from its statements.

A standing rests on the actor's own current statements alone. Where there is no
statement there is no standing: absence is never neutral.

Every number that the judgements rest on is a field of `Rules`:

==================  =======  ====================================================
parameter           default  meaning and reason
==================  =======  ====================================================
support             1        the graded scale: a stance's value …
conditional         0.5      … an acceptance with strings is half an acceptance
ambivalent          0        … undecided in the text itself, not missing
oppose              -1       … so that |difference| / 2 lies in [0, 1]
half_life           90 days  a statement's weight halves per quarter: the rhythm
                             at which negotiating positions are usually restated
self_weight         1        the holder's own words
reported_weight     0.75     the article's account of them: second hand
contested           0.2      contested when the lesser of support and opposition
                             carries a fifth of the weight or more
few                 2        fewer statements than this are low evidence
low_confidence      0.5      as is a mean confidence below an even chance
aligned             0.5      spread of at most one step of the scale (support
                             against conditional): aligned
partly              1        at most support against ambivalent: partly; else split
strong              0.75     |value| from here on reads "supports" or "opposes"
lean                0.25     from here on "leans"; between: mixed
moved               0.5      a change between the first and the last month of
                             more than one step is a move
z                   1.96     95 % interval of a pair's agreement
==================  =======  ====================================================

A statement weighs its confidence x its attribution x 2 ** (-age / half_life),
the age being counted in days from the standing's latest statement. An undated
statement counts as old as the oldest dated one. Ascribed and past positions, and
those of the article's author and of others, do not count.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stancegraph.case import Case
from stancegraph.model import Position, Stance

__all__ = ["Move", "Rules", "Standing", "Word", "counts", "summarise"]

Word = Literal["supports", "conditional", "leans-for", "mixed", "undecided", "leans-against",
               "opposes"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers behind every judgement; the module's table gives the reasons.

    >>> Rules().value("conditional")
    0.5
    """

    support: float = 1.0
    conditional: float = 0.5
    ambivalent: float = 0.0
    oppose: float = -1.0
    half_life: float = 90.0
    self_weight: float = 1.0
    reported_weight: float = 0.75
    contested: float = 0.2
    few: int = 2
    low_confidence: float = 0.5
    aligned: float = 0.5
    partly: float = 1.0
    strong: float = 0.75
    lean: float = 0.25
    moved: float = 0.5
    z: float = 1.96

    def value(self, stance: Stance) -> float:
        """Give a stance's value on the graded scale."""
        return {
            "support": self.support,
            "conditional": self.conditional,
            "ambivalent": self.ambivalent,
            "oppose": self.oppose,
        }[stance]


_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Move:
    """A change of position: the words and months ("2025-04") it lies between."""

    before: Word
    after: Word
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor's position on one issue, and the statements it rests on.

    `value` lies in [-1, 1]; `word` is how it reads; `n` counts statements;
    `confidence` is their mean. `statements` are newest first, undated last.
    """

    actor: str
    issue: str
    value: float
    word: Word
    n: int
    latest: date | None
    confidence: float
    contested: bool
    low_evidence: bool
    move: Move | None
    statements: tuple[Position, ...]

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions named, newest first, each once."""
        return tuple(dict.fromkeys(p.condition for p in self.statements if p.condition))


def counts(position: Position, case: Case, as_of: date | None = None) -> bool:
    """Tell whether a position counts as its actor's own and present one.

    With `as_of`, statements dated after that day do not count; undated ones do.

    >>> from stancegraph.case import Case
    >>> case = Case(id="c", iri="urn:c", title="", version="", compared=(), actors={},
    ...             issues={}, groups={})
    >>> counts(Position("a", "east", "East", "truce", "support", "Yes.", 0, 4), case)
    True
    >>> counts(Position("a", "author", "I", "truce", "support", "Yes.", 0, 4), case)
    False
    """
    if position.attribution == "ascribed" or position.time == "past":
        return False
    if position.actor in (case.author, case.other):
        return False
    return as_of is None or position.date is None or position.date <= as_of


def _weights(statements: Sequence[Position], rules: Rules, *, recency: bool) -> list[float]:
    dates = [p.date for p in statements if p.date is not None]
    newest, oldest = max(dates, default=None), min(dates, default=None)
    weights = []
    for p in statements:
        weight = p.confidence
        weight *= rules.self_weight if p.attribution == "self" else rules.reported_weight
        day = p.date or oldest
        if recency and newest is not None and day is not None:
            weight *= 2.0 ** (-(newest - day).days / rules.half_life)
        weights.append(weight)
    # Statements of no confidence at all still say something: then all count alike.
    return weights if math.fsum(weights) > 0 else [1.0] * len(weights)


def _mean(statements: Sequence[Position], weights: Sequence[float], rules: Rules) -> float:
    total = math.fsum(w * rules.value(p.stance) for p, w in zip(statements, weights, strict=True))
    # The last digits depend on how the weights were added; a threshold must not.
    return round(total / math.fsum(weights), 9)


def _share(statements: Sequence[Position], weights: Sequence[float], stance: Stance) -> float:
    held = math.fsum(w for p, w in zip(statements, weights, strict=True) if p.stance == stance)
    return round(held / math.fsum(weights), 9)


def _word(statements: Sequence[Position], weights: Sequence[float], rules: Rules) -> Word:
    value = _mean(statements, weights, rules)
    if value >= rules.strong:
        return "supports"
    if value >= rules.lean:
        half = _share(statements, weights, "conditional") >= 0.5  # most of it has strings
        return "conditional" if half else "leans-for"
    if value > -rules.lean:
        half = _share(statements, weights, "ambivalent") >= 0.5  # the texts say undecided
        return "undecided" if half else "mixed"
    return "leans-against" if value > -rules.strong else "opposes"


def _move(statements: Sequence[Position], rules: Rules) -> Move | None:
    months: dict[str, list[Position]] = defaultdict(list)
    for p in statements:
        if p.date is not None:
            months[p.date.isoformat()[:7]].append(p)
    if len(months) < 2:
        return None
    start, end = min(months), max(months)
    ends = []
    for month in (start, end):
        weights = _weights(months[month], rules, recency=False)
        ends.append((_mean(months[month], weights, rules), _word(months[month], weights, rules)))
    (first, before), (last, after) = ends
    if abs(last - first) <= rules.moved or before == after:
        return None
    return Move(before, after, start, end)


def _newest_first(position: Position) -> tuple[int, str, int]:
    day = -position.date.toordinal() if position.date else 1
    return day, position.article, position.start


def summarise(
    positions: Iterable[Position],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules = _RULES,
) -> dict[tuple[str, str], Standing]:
    """Put the positions together into one standing per (actor id, issue id).

    Positions that do not count (see `counts`) and those on issues that the
    case does not have are left out; the result is in the order of the case's
    blocs and issues.

    >>> from stancegraph.case import Actor, Case, Issue
    >>> east = Actor("east", "urn:e", "bloc", "East", "east")
    >>> truce = Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")
    >>> case = Case(id="c", iri="urn:c", title="", version="", compared=("east",),
    ...             actors={"east": east}, issues={"truce": truce}, groups={"g": "G"})
    >>> yes = Position("a", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> standing = summarise([yes], case)["east", "truce"]
    >>> standing.value, standing.word, standing.n, standing.low_evidence
    (1.0, 'supports', 1, True)
    """
    cells: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for p in positions:
        if counts(p, case, as_of) and p.issue in case.issues:
            cells[p.actor, p.issue].append(p)
    actors = {actor: i for i, actor in enumerate(case.blocs)}
    issues = {issue: i for i, issue in enumerate(case.issues)}
    standings = {}
    for actor, issue in sorted(
        cells, key=lambda c: (actors.get(c[0], len(actors)), c[0], issues[c[1]])
    ):
        statements = sorted(cells[actor, issue], key=_newest_first)
        weights = _weights(statements, rules, recency=True)
        minority = min(
            _share(statements, weights, "support"), _share(statements, weights, "oppose")
        )
        confidence = math.fsum(p.confidence for p in statements) / len(statements)
        standings[actor, issue] = Standing(
            actor=actor,
            issue=issue,
            value=_mean(statements, weights, rules),
            word=_word(statements, weights, rules),
            n=len(statements),
            latest=statements[0].date,
            confidence=confidence,
            contested=minority >= rules.contested,
            low_evidence=len(statements) < rules.few or confidence < rules.low_confidence,
            move=_move(statements, rules),
            statements=tuple(statements),
        )
    return standings
