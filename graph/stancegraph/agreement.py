"""Who agrees with whom, on what, and where they diverge.

Stands on the standings of `stancegraph.standings`, whose `Rules` hold every
number used here: plain records out; data frames at the edge. An actor without
a standing on an issue takes no part in any comparison over it.

Two actors agree on an issue by 1 - |difference of their values| / 2, and over a
group of issues, or all, by the mean over those on which both have a standing.
The interval of it is a bootstrap's (see `stancegraph.bootstrap`): articles are
resampled, as the statements of one article are no independent witnesses, which
moves each standing's value; and for a mean over issues the issues as well, as
those that came up are a part of those that might have. It tells how far the
figure depends on which articles were read and which issues they touched. It
tells nothing of statements that were misread, or of articles that nobody wrote.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, compress
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse
from scipy.spatial.distance import pdist, squareform

from stancegraph.bootstrap import doubt, interval, weights
from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import (
    Level,
    Rules,
    Standing,
    latest_day,
    parties,
    statement_weights,
    summarise,
)

__all__ = [
    "Divergence",
    "PairAgreement",
    "Scope",
    "Table",
    "Verdict",
    "agreement_frame",
    "agreement_table",
    "agreements",
    "divergence_frame",
    "divergences",
    "positions_frame",
    "verdict_on",
]

Verdict = Literal["aligned", "partly", "split"]
Scope = Literal["overall", "group", "issue"]
Cells: TypeAlias = Mapping[tuple[str, str], Standing]

_Floats: TypeAlias = npt.NDArray[np.float64]
_RULES = Rules()
#: Numbers per block of draws: 8 MB, so that a million statements fit a laptop.
_BLOCK = 1_000_000


@dataclass(frozen=True, slots=True)
class Divergence:
    """How far actors lie apart on one issue.

    `placed` holds the actors that have a standing, in the case's order;
    `spread` is the greatest value less the least, in [0, 2], and None, like
    `verdict`, where fewer than two actors have spoken.
    """

    issue: str
    placed: Mapping[str, float]
    spread: float | None
    verdict: Verdict | None
    n: int


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two actors agree over the issues that both have spoken on.

    `value` is the mean of 1 - |difference| / 2 over the `issues` shared, in
    [0, 1], `low` and `high` its interval; all three are None without a shared
    issue. `n` counts the statements of both on those issues. `scope` is the id
    of the group or issue that the comparison is confined to, None for all.
    """

    one: str
    other: str
    value: float | None
    low: float | None
    high: float | None
    issues: tuple[str, ...]
    n: int
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text, ready to print."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def divergences(
    standings: Mapping[tuple[str, str], Standing],
    case: Case,
    *,
    actors: Sequence[str] | None = None,
    rules: Rules = _RULES,
) -> list[Divergence]:
    """Tell for each issue with a standing how far the actors lie apart.

    `actors` are ids, the case's compared ones when None.

    In the case's order of issues; sort by `spread` for the widest split.

    >>> from stancegraph.case import Case
    >>> divergences({}, Case("c", "urn:c", "", "", (), {}, {}, {}))
    []
    """
    chosen = case.compared if actors is None else actors
    result = []
    for issue in case.issues:
        held = [standings[a, issue] for a in chosen if (a, issue) in standings]
        if not held:
            continue
        values = {s.actor: s.value for s in held}
        spread = max(values.values()) - min(values.values()) if len(held) > 1 else None
        n = sum(s.n for s in held)
        result.append(Divergence(issue, values, spread, verdict_on(spread, rules), n))
    return result


def verdict_on(spread: float | None, rules: Rules = _RULES) -> Verdict | None:
    """Put a spread into a word; None where there is none.

    >>> verdict_on(0.5), verdict_on(2.0), verdict_on(None)
    ('aligned', 'split', None)
    """
    if spread is None:
        return None
    # The tolerance keeps 1 - 0.5 "aligned" whatever the weights did to the last digit.
    if spread <= rules.aligned + 1e-9:
        return "aligned"
    return "partly" if spread <= rules.partly + 1e-9 else "split"


def agreements(
    standings: Cells,
    case: Case,
    *,
    actors: Sequence[str] | None = None,
    by: Scope = "overall",
    rules: Rules = _RULES,
) -> list[PairAgreement]:
    """Compare each pair of actors over the issues that both have a standing on.

    `actors` are ids, the case's compared ones when None; pairs come in their
    order. `by` compares over all issues together, over each group, or issue by
    issue, in the case's order. Overall, a pair that shares no issue is there
    with the value None; by group or issue it is left out. With ``draws=0`` in
    `rules` no intervals are reckoned.

    >>> from stancegraph.case import Case
    >>> case = Case("c", "urn:c", "", "", ("east", "west"), {}, {}, {})
    >>> agreements({}, case)[0].value is None
    True
    """
    chosen = list(dict.fromkeys(case.compared if actors is None else actors))
    if by == "overall":
        return list(_over(standings, chosen, list(case.issues), None, rules))
    if by == "group":
        issues = case.issues.values()
        scopes = {g: [i.id for i in issues if i.group == g] for g in case.group_ids}
    else:
        scopes = {issue: [issue] for issue in case.issues}
    return [
        pair
        for scope, issues in scopes.items()
        for pair in _over(standings, chosen, issues, scope, rules, single=by == "issue")
        if pair.value is not None
    ]


class _Evidence(NamedTuple):
    """The standings of some actors on some issues as arrays, and the statements behind them.

    `value`, `held` and `n` are actors x issues; `at` gives the place of each
    cell in them, flattened. `moment` and `mass` are sparse, cells x articles:
    the sums of weighted values and of weights.
    """

    value: _Floats
    held: npt.NDArray[np.bool_]
    n: npt.NDArray[np.int64]
    at: npt.NDArray[np.int64]
    articles: list[str]
    moment: Any
    mass: Any


def _evidence(
    standings: Cells, actors: Sequence[str], issues: Sequence[str], rules: Rules
) -> _Evidence:
    found = [
        (row * len(issues) + column, standings[actor, issue])
        for row, actor in enumerate(actors)
        for column, issue in enumerate(issues)
        if (actor, issue) in standings
    ]
    at = np.array([place for place, _ in found], dtype=np.int64)
    cells = [standing for _, standing in found]
    shape = (len(actors), len(issues))
    value, n = np.zeros(shape), np.zeros(shape, dtype=np.int64)
    value.flat[at] = [s.value for s in cells]
    n.flat[at] = [s.n for s in cells]
    cell, weight, said = statement_weights(cells, rules)
    number: dict[str, int] = {}
    article = np.array(
        [number.setdefault(p.article, len(number)) for s in cells for p in s.statements],
        dtype=np.int64,
    )
    size = (len(cells), len(number))
    return _Evidence(
        value=value,
        held=n > 0,
        n=n,
        at=at,
        articles=list(number),
        moment=sparse.csr_array((weight * said, (cell, article)), shape=size),
        mass=sparse.csr_array((weight, (cell, article)), shape=size),
    )


def _resampled(evidence: _Evidence, rules: Rules) -> Iterator[tuple[range, _Floats, _Floats]]:
    """Give blocks of draws: their numbers, the cells' values and the cells' mass of articles.

    Values and masses are cells x draws; a mass has the mean of the cell's
    number of articles.
    """
    block = max(1, _BLOCK // max(1, len(evidence.articles), len(evidence.at)))
    present = (evidence.mass != 0).astype(float)
    for start in range(0, rules.draws, block):
        draws = range(start, min(start + block, rules.draws))
        drawn = weights(evidence.articles, draws, rules.seed)
        yield draws, (evidence.moment @ drawn) / (evidence.mass @ drawn), present @ drawn


def _likeness(
    value: _Floats, held: npt.NDArray[np.bool_], issue: _Floats, width: float
) -> tuple[_Floats, _Floats]:
    """Sum the issues' weights over those that each pair shares, and their likeness so weighted.

    For all pairs of rows at once: what an actor's values add to the city-block
    distance where the other has none (0) is taken off again.
    """
    present = held.astype(float)
    shared = squareform((present * issue) @ present.T, checks=False)
    scaled = value * issue
    apart = pdist(scaled, "cityblock")
    if not held.all():
        alone = np.abs(scaled) @ (1 - present).T
        apart = apart - squareform(alone + alone.T, checks=False)
    return shared, shared - apart / width


def _over(
    standings: Cells,
    actors: Sequence[str],
    issues: Sequence[str],
    scope: str | None,
    rules: Rules,
    *,
    single: bool = False,
) -> Iterator[PairAgreement]:
    """Compare all pairs over the issues, of which there is a `single` one or more."""
    pairs = list(combinations(range(len(actors)), 2))
    if not pairs:
        return
    width = rules.support - rules.oppose
    evidence = _evidence(standings, actors, issues, rules)
    held = evidence.held
    shared, likeness = _likeness(evidence.value, held, np.ones(len(issues)), width)
    some = shared > 0.5
    value = np.full(len(pairs), np.nan)
    value[some] = np.clip(np.round(likeness[some] / shared[some], 12), 0, 1)
    low = high = np.full(len(pairs), np.nan)
    if rules.draws and some.any():
        low, high = low.copy(), high.copy()
        resample = _single if single else _several
        drawn = resample(evidence, issues, some, width, rules)
        low[some], high[some] = interval(drawn, value[some], rules.coverage)
    counted = squareform(evidence.n @ held.T.astype(np.int64), checks=False)
    other = squareform((evidence.n @ held.T.astype(np.int64)).T, checks=False)
    for number, (one, two) in enumerate(pairs):
        if not some[number]:
            yield PairAgreement(actors[one], actors[two], None, None, None, (), 0, scope)
            continue
        yield PairAgreement(
            actors[one],
            actors[two],
            float(value[number]),
            None if math.isnan(low[number]) else float(low[number]),
            None if math.isnan(high[number]) else float(high[number]),
            tuple(compress(issues, held[one] & held[two])),
            int(counted[number] + other[number]),
            scope,
        )


def _several(
    evidence: _Evidence,
    issues: Sequence[str],
    some: npt.NDArray[np.bool_],
    width: float,
    rules: Rules,
) -> _Floats:
    """Draw the mean over several issues, pairs x draws: articles and issues resampled."""
    result = np.empty((int(some.sum()), rules.draws))
    value = np.zeros_like(evidence.value)
    for draws, cells, _ in _resampled(evidence, rules):
        issue = weights(issues, draws, rules.seed)
        agree, differ = doubt(draws, rules.seed)
        for n, draw in enumerate(draws):
            value.flat[evidence.at] = cells[:, n]
            shared, likeness = _likeness(value, evidence.held, issue[:, n], width)
            result[:, draw] = (likeness[some] + agree[n]) / (shared[some] + agree[n] + differ[n])
    return result


def _single(
    evidence: _Evidence,
    issues: Sequence[str],
    some: npt.NDArray[np.bool_],
    width: float,
    rules: Rules,
) -> _Floats:
    """Draw the agreement on a single issue, pairs x draws: articles resampled.

    The evidence of a pair has the mass of the side with fewer articles.
    """
    assert len(issues) == 1
    one, two = (rows[some] for rows in np.triu_indices(len(evidence.held), 1))
    place = np.zeros(len(evidence.held), dtype=np.int64)
    place[evidence.at] = np.arange(len(evidence.at))
    one, two = place[one], place[two]
    result = np.empty((len(one), rules.draws))
    for draws, cells, mass in _resampled(evidence, rules):
        agree, differ = doubt(draws, rules.seed)
        likeness = 1 - np.abs(cells[one] - cells[two]) / width
        units = np.minimum(mass[one], mass[two])
        result[:, draws.start : draws.stop] = (units * likeness + agree) / (units + agree + differ)
    return result


# --- frames ---------------------------------------------------------------------------------


def positions_frame(
    positions: Iterable[Position],
    case: Case,
    *,
    dates: Sequence[date] | None = None,
    since: date | None = None,
    level: Level = "bloc",
    ascribed: bool = False,
    rules: Rules = _RULES,
) -> pd.DataFrame:
    """Give the position of each actor on each issue at each of the dates, one row each.

    `dates` is the day of the latest statement alone where it is None. Columns:
    date, actor, issue, group, value (in [-1, 1]), word, statements (count),
    confidence, since (day, see `Standing.since`), latest (day), contested,
    minority (the lesser side's share), low_evidence, stale, shifted, and of the
    shift before, after (words), start and end (days); conditions and voices as
    text, joined by semicolons.

    >>> from stancegraph.case import Case
    >>> len(positions_frame([], Case("c", "urn:c", "", "", ("e",), {}, {}, {})))
    0
    """
    given = list(positions)
    days: Sequence[date | None] = [latest_day(given)] if dates is None else dates
    rows = []
    for day in days:
        standings = summarise(
            given, case, as_of=day, since=since, level=level, ascribed=ascribed, rules=rules
        )
        rows += [_position_row(day, s, case) for s in standings.values()]
    frame = pd.DataFrame(rows, columns=_POSITION_COLUMNS)
    for column in ("date", "since", "latest", "start", "end"):
        frame[column] = pd.to_datetime(frame[column])
    return frame


_POSITION_COLUMNS = [
    "date", "actor", "issue", "group", "value", "word", "statements", "confidence", "since",
    "latest", "contested", "minority", "low_evidence", "stale", "shifted", "before", "after",
    "start", "end", "conditions", "voices",
]  # fmt: skip


def _position_row(day: date | None, standing: Standing, case: Case) -> list[Any]:
    move = standing.move
    return [
        day,
        standing.actor,
        standing.issue,
        case.issues[standing.issue].group,
        standing.value,
        standing.word,
        standing.n,
        standing.confidence,
        standing.since,
        standing.latest,
        standing.contested,
        standing.minority,
        standing.low_evidence,
        standing.stale,
        standing.shifted,
        move.before if move else "",
        move.after if move else "",
        move.start if move else None,
        move.end if move else None,
        "; ".join(standing.conditions),
        "; ".join(f"{v.holder} {v.value:+.2f} ({v.share:.0%})" for v in standing.voices),
    ]


def agreement_frame(
    positions: Iterable[Position],
    case: Case,
    *,
    by: Scope = "overall",
    actors: Sequence[str] | None = None,
    as_of: date | None = None,
    since: date | None = None,
    level: Level = "bloc",
    ascribed: bool = False,
    rules: Rules = _RULES,
) -> pd.DataFrame:
    """Give each pair's agreement as a data frame, one row per pair and scope.

    `actors` are ids; where None, those of the level that belong to the case's
    compared blocs. Columns: one, other (actor ids), then group or issue if
    compared `by` it, agreement, low, high (in [0, 1], NaN without a shared
    issue), issues and statements (counts); by issue also since, the day since
    which both stand as they do (NaT without dates).

    >>> from stancegraph.case import Case
    >>> agreement_frame([], Case("c", "urn:c", "", "", ("e", "w"), {}, {}, {})).issues.tolist()
    [0]
    """
    standings = summarise(
        positions, case, as_of=as_of, since=since, level=level, ascribed=ascribed, rules=rules
    )
    chosen = parties(standings, case, level) if actors is None else actors
    scope = [] if by == "overall" else [by]
    pairs = agreements(standings, case, actors=chosen, by=by, rules=rules)
    rows = [
        [p.one, p.other, *([p.scope] if scope else []), *map(_number, (p.value, p.low, p.high)),
         len(p.issues), p.n]
        for p in pairs
    ]  # fmt: skip
    columns = ["one", "other", *scope, "agreement", "low", "high", "issues", "statements"]
    frame = pd.DataFrame(rows, columns=columns)
    if by == "issue":
        held = ([standings[a, p.scope or ""].since for a in (p.one, p.other)] for p in pairs)
        frame["since"] = pd.to_datetime(
            pd.Series([max(d for d in days if d) if all(days) else None for days in held],
                      index=frame.index, dtype=object)
        )  # fmt: skip
    return frame


def _number(value: float | None) -> float:
    return math.nan if value is None else value


def divergence_frame(
    positions: Iterable[Position],
    case: Case,
    *,
    actors: Sequence[str] | None = None,
    as_of: date | None = None,
    since: date | None = None,
    level: Level = "bloc",
    ascribed: bool = False,
    rules: Rules = _RULES,
) -> pd.DataFrame:
    """Give each issue's spread as a data frame, the widest first.

    Indexed by issue id. Columns: label, group, one per actor (value in
    [-1, 1], NaN without a statement), spread, verdict and statements. `actors`
    as in `agreement_frame`.

    >>> from stancegraph.case import Case
    >>> list(divergence_frame([], Case("c", "urn:c", "", "", ("e",), {}, {}, {})).columns)
    ['label', 'group', 'e', 'spread', 'verdict', 'statements']
    """
    standings = summarise(
        positions, case, as_of=as_of, since=since, level=level, ascribed=ascribed, rules=rules
    )
    chosen = parties(standings, case, level) if actors is None else actors
    rows = divergences(standings, case, actors=chosen, rules=rules)
    rows.sort(key=lambda d: (-1.0 if d.spread is None else d.spread, d.n), reverse=True)
    return pd.DataFrame(
        [
            [
                case.issues[d.issue].label,
                case.issues[d.issue].group,
                *(d.placed.get(a, math.nan) for a in chosen),
                _number(d.spread),
                d.verdict or "",
                d.n,
            ]
            for d in rows
        ],
        index=pd.Index([d.issue for d in rows], name="issue"),
        columns=["label", "group", *chosen, "spread", "verdict", "statements"],
    )


def agreement_table(
    positions: Iterable[Position],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules = _RULES,
) -> Table:
    """Lay the pairs' agreement out as text: one row per pair, closest first.

    >>> from stancegraph.case import Case
    >>> agreement_table([], Case("c", "urn:c", "", "", ("e", "w"), {}, {}, {})).rows
    (('e – w', '–', '–', '0', '0', '–'),)
    """
    standings = summarise(positions, case, as_of=as_of, rules=rules)
    width = rules.support - rules.oppose

    rows = []
    pairs = agreements(standings, case, rules=rules)
    for p in sorted(pairs, key=lambda p: -1.0 if p.value is None else p.value, reverse=True):
        apart = sorted(
            p.issues,
            key=lambda i: -abs(standings[p.one, i].value - standings[p.other, i].value),
        )
        widest = [
            i
            for i in apart[:2]
            if abs(standings[p.one, i].value - standings[p.other, i].value) > width / 4
        ]
        rows.append(
            (
                f"{case.label_of(p.one)} – {case.label_of(p.other)}",
                "–" if p.value is None else f"{p.value:.0%}",
                "–" if p.low is None or p.high is None else f"{p.low:.0%} to {p.high:.0%}",
                str(len(p.issues)),
                str(p.n),
                "; ".join(case.issues[i].label for i in widest) or "–",
            )
        )
    columns = ("Pair", "Agreement", "95 % interval", "Issues", "Statements", "Widest apart on")
    return Table("Who agrees with whom", columns, tuple(rows))
