"""Standings: the position of an actor on an issue at a date, put together from its statements.

A standing rests on the actor's own current statements alone. Where there is no
statement there is no standing: absence is never neutral.

Every number that the judgements rest on is a field of `Rules`:

===============  =======  =======================================================
parameter        default  meaning and reason
===============  =======  =======================================================
support          1        the graded scale: a stance's value …
conditional      0.5      … an acceptance with strings is half an acceptance
ambivalent       0        … undecided in the text itself, not missing
oppose           -1       … so that |difference| / 2 lies in [0, 1]
half_life        90 days  a statement's weight halves per quarter: the rhythm at
                          which negotiating positions are usually restated
self_weight      1        the holder's own words
reported_weight  0.75     the article's account of them: second hand
ascribed_weight  0.25     what another actor says of them, where asked for: an
                          interested party's account, third hand
contested        0.2      contested when the holders on the lesser side carry a
                          fifth of the weight or more
few              2        fewer statements than this are low evidence
low_confidence   0.5      as is a mean confidence below an even chance
stale            180 days stale when the latest statement is older than this
aligned          0.5      spread of at most one step of the scale (support
                          against conditional): aligned
partly           1        at most support against ambivalent: partly; else split
strong           0.75     |value| from here on reads "supports" or "opposes"
lean             0.25     from here on "leans"; between: mixed. The sign that a
                          holder or a party counts for is read at the same mark
moved            0.5      shifted when the value changed by more than one step …
settled          0.5      … and at least half of the variation of the statements
                          lies between the time before and after: back and forth
                          is no shift
draws            500      draws of a bootstrap: from seed to seed its bounds then
                          vary by a twentieth of the interval's width (measured
                          on the sample articles: a standard deviation of 0.052)
coverage         0.95     share of the draws within an interval
seed             20011    the draws are the same every time
===============  =======  =======================================================

A statement weighs its confidence x its attribution x 2 ** (-age / half_life).
As only ratios of weights matter, the age may be counted from any day; it is
counted from the standing's latest statement. An undated statement counts as old
as the oldest dated one. Past positions, and those of the article's author and
of others, never count; ascribed ones only where asked for.

*Contested*: the statements of each holder (registry id, or name where there is
none) are put together as the standing's are; the holders at or above `lean`
stand for, those at or below -`lean` against, and the lesser side's share of the
weight decides. One holder who changes its mind shifts, and contests nothing.

*Shifted*: of all the days on which the dated statements can be cut in two, the
one is taken that leaves the least variation on its two sides (Scott and Knott
1974, *Biometrics* 30, 507-512; the first step of binary segmentation), the
latest one of equals; recency does not count here. It is a shift if the two
sides' means and words differ as `moved` and `settled` ask.

*Roll-up*: a statement counts for the lowest actor at or above the level asked
for in its holder's line (person, institution or group, state, bloc), by the
office held on the day of the statement. So each statement counts once at every
level; a holder that the registry does not know counts for its bloc.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from stancegraph.case import ActorKind, Case
from stancegraph.model import ATTRIBUTIONS, STANCES, Attribution, Position, Stance

__all__ = [
    "LEVELS",
    "Level",
    "Move",
    "Rules",
    "Standing",
    "Voice",
    "Word",
    "actor_at",
    "counts",
    "latest_day",
    "parties",
    "statement_weights",
    "summarise",
    "voice",
]

Word = Literal["supports", "conditional", "leans-for", "mixed", "undecided", "leans-against",
               "opposes"]  # fmt: skip
Level = Literal["person", "institution", "state", "bloc"]

LEVELS: tuple[Level, ...] = ("person", "institution", "state", "bloc")
_RANKS: dict[ActorKind, int] = {"person": 0, "institution": 1, "group": 1, "state": 2, "bloc": 3}

_Floats: TypeAlias = npt.NDArray[np.float64]
_Ints: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers behind every judgement; the module's table gives the reasons.

    Raises ValueError, naming the field, if one makes no sense.

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
    ascribed_weight: float = 0.25
    contested: float = 0.2
    few: int = 2
    low_confidence: float = 0.5
    stale: float = 180.0
    aligned: float = 0.5
    partly: float = 1.0
    strong: float = 0.75
    lean: float = 0.25
    moved: float = 0.5
    settled: float = 0.5
    draws: int = 500
    coverage: float = 0.95
    seed: int = 20011

    def __post_init__(self) -> None:
        for name in ("half_life", "stale"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} is {getattr(self, name)}; give more than 0 days")
        for name in ("self_weight", "reported_weight", "ascribed_weight", "aligned", "moved"):
            if not 0 <= getattr(self, name) < math.inf:
                raise ValueError(f"{name} is {getattr(self, name)}; give 0 or more")
        for name in ("contested", "low_confidence", "settled"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is {getattr(self, name)}; give a share from 0 to 1")
        if not self.oppose < self.ambivalent <= self.conditional <= self.support:
            raise ValueError("the stances' values must rise from oppose to support; reorder them")
        if not 0 < self.lean <= self.strong:
            raise ValueError(f"lean is {self.lean}; give more than 0 and at most strong")
        if not self.aligned <= self.partly:
            raise ValueError(f"aligned is {self.aligned}; give at most partly, {self.partly}")
        if not 0 < self.coverage < 1:
            raise ValueError(f"coverage is {self.coverage}; give a share between 0 and 1")
        for name in ("draws", "seed", "few"):
            if getattr(self, name) < 0 or getattr(self, name) != int(getattr(self, name)):
                raise ValueError(f"{name} is {getattr(self, name)}; give a whole number from 0 on")

    def value(self, stance: Stance) -> float:
        """Give a stance's value on the graded scale."""
        return {
            "support": self.support,
            "conditional": self.conditional,
            "ambivalent": self.ambivalent,
            "oppose": self.oppose,
        }[stance]

    def weight(self, attribution: Attribution) -> float:
        """Give the weight of an attribution."""
        return {
            "self": self.self_weight,
            "reported": self.reported_weight,
            "ascribed": self.ascribed_weight,
        }[attribution]


_RULES = Rules()


class Voice(NamedTuple):
    """One holder within a standing: where it stands, and its share of the weight.

    `holder` is the registry id where there is one, else the name as written
    (in the newest of its statements). `value` lies in [-1, 1], `share` in [0, 1].
    """

    holder: str
    value: float
    share: float
    n: int


@dataclass(frozen=True, slots=True)
class Move:
    """A change of position: from which word to which, between which two days.

    `start` is the day of the last statement before the change, `end` that of
    the first one after it. `earlier` and `later` are the dated statements on
    both sides, newest first, and `before_value` and `after_value` their means.
    """

    before: Word
    after: Word
    start: date
    end: date
    before_value: float
    after_value: float
    earlier: tuple[Position, ...]
    later: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor's position on one issue, and the statements it rests on.

    `value` lies in [-1, 1]; `word` is how it reads; `n` counts statements;
    `confidence` is their mean. `voices` are the holders behind it, the
    weightiest first, `minority` the lesser side's share of the weight, in
    [0, 0.5]. `statements` are newest first, undated last.
    """

    actor: str
    issue: str
    value: float
    word: Word
    n: int
    latest: date | None
    confidence: float
    contested: bool
    minority: float
    voices: tuple[Voice, ...]
    low_evidence: bool
    stale: bool
    move: Move | None
    statements: tuple[Position, ...]

    @property
    def shifted(self) -> bool:
        """Whether the position changed; `move` says how and when."""
        return self.move is not None

    @property
    def since(self) -> date | None:
        """The day since which it is held: the shift's end, else its first; None without dates."""
        if self.move is not None:
            return self.move.end
        return min((p.date for p in self.statements if p.date is not None), default=None)

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions named, newest first, each once."""
        return tuple(dict.fromkeys(p.condition for p in self.statements if p.condition))


def counts(
    position: Position,
    case: Case,
    as_of: date | None = None,
    *,
    since: date | None = None,
    ascribed: bool = False,
) -> bool:
    """Tell whether a position counts as its actor's own and present one.

    With `as_of`, statements dated after that day do not count; undated ones
    do. With `since`, neither those before it nor undated ones do: they cannot
    be shown to lie in the period. `ascribed` lets in what others say of the actor.

    >>> from stancegraph.case import Case
    >>> case = Case(id="c", iri="urn:c", title="", version="", compared=(), actors={},
    ...             issues={}, groups={})
    >>> counts(Position("a", "east", "East", "truce", "support", "Yes.", 0, 4), case)
    True
    >>> counts(Position("a", "author", "I", "truce", "support", "Yes.", 0, 4), case)
    False
    """
    if position.time == "past" or (position.attribution == "ascribed" and not ascribed):
        return False
    if position.actor in (case.author, case.other):
        return False
    if since is not None and (position.date is None or position.date < since):
        return False
    return as_of is None or position.date is None or position.date <= as_of


def voice(position: Position) -> str:
    """Give the identity of a position's holder: the registry id, else the name in small letters.

    >>> voice(Position("a", "east", "The Envoy", "truce", "support", "Yes.", 0, 4))
    'the envoy'
    """
    return position.holder_id or position.holder.casefold()


def latest_day(positions: Iterable[Position]) -> date | None:
    """Give the day of the latest statement: the "today" of a collection; None without dates.

    >>> latest_day([])
    """
    return max((p.date for p in positions if p.date is not None), default=None)


def actor_at(position: Position, case: Case, level: Level = "bloc") -> str:
    """Give the id of the actor that a position counts for at a level of the hierarchy.

    The lowest actor at or above the level in the line of its holder on the day
    of the statement; the position's own actor where the holder is unknown.

    >>> from stancegraph.case import Actor
    >>> league = Actor("league", "urn:l", "bloc", "League", "league")
    >>> island = Actor("isle", "urn:i", "state", "Isle", "league", parents=("league",))
    >>> case = Case("c", "urn:c", "", "", ("league",), {"league": league, "isle": island}, {}, {})
    >>> said = Position("a", "league", "Isle", "truce", "support", "Yes.", 0, 4, holder_id="isle")
    >>> actor_at(said, case, "institution"), actor_at(said, case, "bloc")
    ('isle', 'league')
    """
    if level == "bloc" or position.holder_id is None or position.holder_id not in case.actors:
        return position.actor
    line = case.lineage(position.holder_id, position.date)
    if position.actor not in line:
        return position.actor
    rank = _RANKS[level]
    return next((a for a in line if _RANKS[case.actors[a].kind] >= rank), position.actor)


def summarise(
    positions: Iterable[Position],
    case: Case,
    *,
    as_of: date | None = None,
    since: date | None = None,
    level: Level = "bloc",
    ascribed: bool = False,
    rules: Rules = _RULES,
) -> dict[tuple[str, str], Standing]:
    """Put the positions together into one standing per (actor id, issue id).

    Positions that do not count (see `counts`) and those on issues that the
    case does not have are left out. `as_of` is the day that staleness is
    counted from, the latest statement's where it is None. `level` says which
    actors the statements are rolled up to. The result is in the order of the
    case's blocs (then its other actors) and issues.

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
    given = list(positions)
    today = as_of or latest_day(given)
    kept: list[Position] = []
    actors: list[str] = []
    held_by: dict[tuple[str | None, date | None, str], str] = {}
    for p in given:
        if p.issue in case.issues and counts(p, case, as_of, since=since, ascribed=ascribed):
            key = (p.holder_id, p.date, p.actor)
            if key not in held_by:
                held_by[key] = actor_at(p, case, level)
            kept.append(p)
            actors.append(held_by[key])
    if not kept:
        return {}
    cells, table = _table(kept, actors, case, rules)
    return _standings(cells, table, today, rules)


def parties(
    standings: Mapping[tuple[str, str], Standing], case: Case, level: Level = "bloc"
) -> tuple[str, ...]:
    """Give the ids of the actors to be set against each other at a level.

    At the level of blocs the case's compared ones, silent or not; below it
    those with a standing that belong to them, in the order of the standings.

    >>> parties({}, Case("c", "urn:c", "", "", ("east", "west"), {}, {}, {}))
    ('east', 'west')
    """
    if level == "bloc":
        return tuple(case.compared)
    found = dict.fromkeys(actor for actor, _ in standings)
    # A person's bloc may change; that of the statements behind the standing is what counts.
    blocs = {s.actor: s.statements[0].actor for s in standings.values()}
    return tuple(actor for actor in found if blocs[actor] in case.compared)


def statement_weights(
    standings: Sequence[Standing], rules: Rules = _RULES
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give the weight and the value of each statement behind some standings.

    Three arrays over the statements of the first standing, then the second …:
    the standing's number, the weight (the greatest of a standing's is 1), and
    the stance's value. A standing's value is the mean of the values so weighted.

    >>> cell, weight, value = statement_weights([])
    >>> len(cell), len(weight), len(value)
    (0, 0, 0)
    """
    statements = [p for s in standings for p in s.statements]
    cell = np.repeat(np.arange(len(standings)), [s.n for s in standings])
    if not statements:
        return cell, np.zeros(0), np.zeros(0)
    table = _columns(statements, cell, rules)
    return cell, _recent(table, rules), table.value


# --- statements as columns ------------------------------------------------------------------


class _Table(NamedTuple):
    """Statements as columns, sorted by cell and newest first, undated last.

    `starts` are the rows at which the cells begin, `day` is an ordinal (NaN
    where undated), `weight` is that of confidence and attribution, `voice` a
    number per holder.
    """

    statements: list[Position]
    starts: _Ints
    cell: _Ints
    stance: _Ints
    value: _Floats
    weight: _Floats
    confidence: _Floats
    day: _Floats
    voice: _Ints


def _table(
    kept: Sequence[Position], actors: Sequence[str], case: Case, rules: Rules
) -> tuple[list[tuple[str, str]], _Table]:
    """Lay out statements as columns, and give the (actor, issue) of each cell."""
    order = {actor: n for n, actor in enumerate((*case.blocs, *case.actors))}
    issues = {issue: n for n, issue in enumerate(case.issues)}
    found = {(actor, p.issue) for actor, p in zip(actors, kept, strict=True)}
    cells = sorted(found, key=lambda c: (order.get(c[0], len(order)), c[0], issues[c[1]]))
    number = {cell: n for n, cell in enumerate(cells)}
    rank = {article: n for n, article in enumerate(sorted({p.article for p in kept}))}
    cell = np.array(
        [number[actor, p.issue] for actor, p in zip(actors, kept, strict=True)], dtype=np.int64
    )
    age = np.array([-p.date.toordinal() if p.date else 1 for p in kept], dtype=np.int64)
    start = np.array([p.start for p in kept], dtype=np.int64)
    article = np.array([rank[p.article] for p in kept], dtype=np.int64)
    by_age = np.lexsort((start, article, age, cell))
    return cells, _columns([kept[n] for n in by_age], cell[by_age], rules)


def _columns(statements: list[Position], cell: _Ints, rules: Rules) -> _Table:
    """Lay out statements that are sorted already."""
    voices: dict[str, int] = {}
    stances = {stance: n for n, stance in enumerate(STANCES)}
    stance = np.array([stances[p.stance] for p in statements], dtype=np.int64)
    confidence = np.array([p.confidence for p in statements])
    attribution = {attribution: rules.weight(attribution) for attribution in ATTRIBUTIONS}
    return _Table(
        statements=statements,
        starts=np.flatnonzero(np.diff(cell, prepend=-1)),
        cell=cell,
        stance=stance,
        value=np.array([rules.value(s) for s in STANCES])[stance],
        weight=confidence * np.array([attribution[p.attribution] for p in statements]),
        confidence=confidence,
        day=np.array([p.date.toordinal() if p.date else np.nan for p in statements]),
        voice=np.array(
            [voices.setdefault(voice(p), len(voices)) for p in statements], dtype=np.int64
        ),
    )


def _settled(numbers: _Floats) -> _Floats:
    # The last digits depend on how the weights were added; a threshold must not.
    return np.round(numbers, 9)


def _scaled(weight: _Floats, starts: _Ints, cell: _Ints) -> _Floats:
    """Scale weights to a greatest of 1 per cell, so that tiny ones do not underflow in sums."""
    greatest = np.maximum.reduceat(weight, starts)[cell]
    # Statements of no confidence at all still say something: then all count alike.
    return np.where(greatest > 0, weight / np.where(greatest > 0, greatest, 1.0), 1.0)


def _recent(table: _Table, rules: Rules) -> _Floats:
    """Weigh by recency as well as by confidence and attribution."""
    newest = np.fmax.reduceat(table.day, table.starts)[table.cell]
    oldest = np.fmin.reduceat(table.day, table.starts)[table.cell]
    age = newest - np.where(np.isnan(table.day), oldest, table.day)
    # Scaled before and after: neither small confidences nor great ages may vanish in the product.
    sure = _scaled(table.weight, table.starts, table.cell)
    weight = sure * 2.0 ** (-np.nan_to_num(age) / rules.half_life)
    return _scaled(weight, table.starts, table.cell)


def _read(
    value: _Floats, conditional: _Floats, ambivalent: _Floats, rules: Rules
) -> Sequence[Word]:
    """Put values into words; the shares of stances tell a condition from a compromise."""
    words: tuple[Word, ...] = (
        "supports", "conditional", "leans-for", "undecided", "mixed", "leans-against", "opposes",
    )  # fmt: skip
    chosen = np.select(
        [
            value >= rules.strong,
            (value >= rules.lean) & (conditional >= 0.5),  # most of it has strings
            value >= rules.lean,
            (value > -rules.lean) & (ambivalent >= 0.5),  # the texts say undecided
            value > -rules.lean,
            value > -rules.strong,
        ],
        list(range(6)),
        6,
    )
    return [words[n] for n in chosen]


def _standings(
    cells: Sequence[tuple[str, str]], table: _Table, today: date | None, rules: Rules
) -> dict[tuple[str, str], Standing]:
    starts, cell = table.starts, table.cell
    weight = _recent(table, rules)
    total = np.add.reduceat(weight, starts)
    value = _settled(np.add.reduceat(weight * table.value, starts) / total)
    share = {
        stance: _settled(np.add.reduceat(weight * (table.stance == n), starts) / total)
        for n, stance in enumerate(STANCES)
    }
    words = _read(value, share["conditional"], share["ambivalent"], rules)
    ends = np.append(starts[1:], len(cell))
    number = ends - starts
    confidence = np.add.reduceat(table.confidence, starts) / number
    latest = np.fmax.reduceat(table.day, starts)
    stale = (today.toordinal() - latest > rules.stale) if today else np.zeros(len(cells), bool)
    low = (number < rules.few) | (confidence < rules.low_confidence)
    minority, voices = _voices(table, weight, total, rules)
    moves = _moves(table, rules)
    result = {}
    for n, (actor, issue) in enumerate(cells):
        statements = tuple(table.statements[starts[n] : ends[n]])
        result[actor, issue] = Standing(
            actor=actor,
            issue=issue,
            value=float(value[n]),
            word=words[n],
            n=len(statements),
            latest=statements[0].date,
            confidence=float(confidence[n]),
            contested=bool(minority[n] >= rules.contested),
            minority=float(minority[n]),
            voices=voices[n],
            low_evidence=bool(low[n]),
            stale=bool(stale[n]),
            move=moves.get(n),
            statements=statements,
        )
    return result


def _voices(
    table: _Table, weight: _Floats, total: _Floats, rules: Rules
) -> tuple[_Floats, dict[int, tuple[Voice, ...]]]:
    """Weigh the lesser side of each cell, and give the holders of each, the weightiest first."""
    pair = table.cell * (int(table.voice.max()) + 1) + table.voice
    _, first, where = np.unique(pair, return_index=True, return_inverse=True)
    size = len(first)
    mass = np.bincount(where, weight, size)
    mean = _settled(
        # A holder whose every statement weighs nothing beside the others' has no say.
        np.divide(
            np.bincount(where, weight * table.value, size), mass, np.zeros(size), where=mass > 0
        )
    )
    of_cell = table.cell[first]
    share = _settled(mass / total[of_cell])
    sides = [
        np.bincount(of_cell, share * side, len(total))
        for side in (mean >= rules.lean, mean <= -rules.lean)
    ]
    count = np.bincount(where, minlength=size)
    voices: dict[int, list[Voice]] = defaultdict(list)
    for n in np.lexsort((first, -share, of_cell)):
        newest = table.statements[first[n]]
        voices[int(of_cell[n])].append(
            Voice(newest.holder_id or newest.holder, float(mean[n]), float(share[n]), int(count[n]))
        )
    return (
        _settled(np.minimum(*sides)),
        {cell: tuple(listed) for cell, listed in voices.items()},
    )


def _moves(table: _Table, rules: Rules) -> dict[int, Move]:
    """Find the cells whose dated statements fall into two times that differ."""
    dated = np.flatnonzero(~np.isnan(table.day))
    if not len(dated):
        return {}
    weight = _scaled(table.weight, table.starts, table.cell)[dated]
    value, cell, day = table.value[dated], table.cell[dated], table.day[dated]
    # One entry per cell and day; within a cell the newest comes first.
    new_day = np.flatnonzero((np.diff(cell, prepend=-1) != 0) | (np.diff(day, prepend=0) != 0))
    cell = cell[new_day]
    sums = [np.add.reduceat(weight * value**k, new_day) for k in range(3)]
    opens = np.flatnonzero(np.diff(cell, prepend=-1))
    group = np.cumsum(np.diff(cell, prepend=-1) != 0) - 1
    whole = [np.add.reduceat(s, opens)[group] for s in sums]
    later = []  # sums over the entry and all newer ones of its cell
    for s in sums:
        running = np.cumsum(s)
        later.append(running - (running[opens] - s[opens])[group])
    mass, moment = later[0], later[1]
    rest, rest_moment = whole[0] - mass, whole[1] - moment
    last = np.append(np.diff(group) != 0, True)  # nothing is older than a cell's oldest day
    possible = ~last & (mass > 1e-12) & (rest > 1e-12)
    safe = [np.where(possible, m, 1.0) for m in (mass, rest)]
    after, before = moment / safe[0], rest_moment / safe[1]
    between = (
        np.where(possible, mass * rest / np.maximum(whole[0], 1e-12), 0) * (after - before) ** 2
    )
    scatter = whole[2] - whole[1] ** 2 / np.maximum(whole[0], 1e-12)
    # The latest of equal cuts: the first of the cell's entries, as the newest come first.
    between = _settled(between)
    best = np.maximum.reduceat(between, opens)
    first_best = np.flatnonzero(between == best[group])
    cut = first_best[np.unique(group[first_best], return_index=True)[1]]
    shifts = cut[
        possible[cut]
        & (_settled(np.abs(after[cut] - before[cut])) > rules.moved)
        & (_settled(between[cut] / np.maximum(scatter[cut], 1e-12)) >= rules.settled)
    ]
    # Rows: from `begin` the later statements, from `middle` the earlier ones, up to `end`.
    begin = table.starts[cell[shifts]]
    middle = dated[new_day[shifts + 1]]
    end = begin + np.add.reduceat(~np.isnan(table.day), table.starts, dtype=np.int64)[cell[shifts]]
    words, means = _sides(table, np.column_stack((begin, middle, end)), rules)
    moves = {}
    for n, shift in enumerate(shifts):
        after_word, before_word = words[2 * n : 2 * n + 2]
        if after_word == before_word:
            continue
        later_ones = tuple(table.statements[begin[n] : middle[n]])
        earlier = tuple(table.statements[middle[n] : end[n]])
        start, stop = earlier[0].date, later_ones[-1].date
        assert start is not None and stop is not None
        moves[int(cell[shift])] = Move(
            before=before_word,
            after=after_word,
            start=start,
            end=stop,
            before_value=float(means[2 * n + 1]),
            after_value=float(means[2 * n]),
            earlier=earlier,
            later=later_ones,
        )
    return moves


def _sides(table: _Table, edges: _Ints, rules: Rules) -> tuple[Sequence[Word], _Floats]:
    """Read the rows between a row's first and second edge, then between its second and third."""
    if not len(edges):
        return [], np.zeros(0)
    # One more, as the last edge may lie behind the last row.
    weight = np.append(_scaled(table.weight, table.starts, table.cell), 0.0)
    value, stance = np.append(table.value, 0.0), np.append(table.stance, -1)
    total, *sums = (
        np.add.reduceat(part, edges.ravel()).reshape(-1, 3)[:, :2].ravel()
        for part in (
            weight,
            weight * value,
            weight * (stance == STANCES.index("conditional")),
            weight * (stance == STANCES.index("ambivalent")),
        )
    )
    mean, conditional, ambivalent = (_settled(part / total) for part in sums)
    return _read(mean, conditional, ambivalent, rules), mean
