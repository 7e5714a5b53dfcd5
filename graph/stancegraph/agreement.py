"""Who agrees with whom, on what, and where they diverge.

Stands on the standings of `stancegraph.standings`, whose `Rules` hold every
number used here: plain records out; data frames at the edge. An actor without
a standing on an issue takes no part in any comparison over it.

The interval of a pair's agreement is Wilson's (1927) for a proportion over the
shared issues, which for a mean of values in [0, 1] errs on the wide side.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

import pandas as pd

from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import Rules, Standing, summarise

__all__ = [
    "Divergence",
    "PairAgreement",
    "Table",
    "Verdict",
    "agreement_frame",
    "agreement_table",
    "agreements",
    "divergence_frame",
    "divergences",
]

Verdict = Literal["aligned", "partly", "split"]

_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Divergence:
    """How far the compared actors lie apart on one issue.

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
    issue. `n` counts the statements of both on those issues.
    """

    one: str
    other: str
    value: float | None
    low: float | None
    high: float | None
    issues: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text, ready to print."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def divergences(
    standings: Mapping[tuple[str, str], Standing], case: Case, *, rules: Rules = _RULES
) -> list[Divergence]:
    """Tell for each issue with a standing how far the compared actors lie apart.

    In the case's order of issues; sort by `spread` for the widest split.

    >>> from stancegraph.case import Case
    >>> divergences({}, Case("c", "urn:c", "", "", (), {}, {}, {}))
    []
    """
    result = []
    for issue in case.issues:
        held = [standings[a, issue] for a in case.compared if (a, issue) in standings]
        if not held:
            continue
        values = {s.actor: s.value for s in held}
        spread: float | None = None
        verdict: Verdict | None = None
        if len(held) > 1:
            spread = max(values.values()) - min(values.values())
            # The tolerance keeps 1 - 0.5 "aligned" whatever the weights did to the last digit.
            if spread <= rules.aligned + 1e-9:
                verdict = "aligned"
            else:
                verdict = "partly" if spread <= rules.partly + 1e-9 else "split"
        result.append(Divergence(issue, values, spread, verdict, sum(s.n for s in held)))
    return result


def _wilson(p: float, n: int, z: float) -> tuple[float, float]:
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def agreements(
    standings: Mapping[tuple[str, str], Standing],
    case: Case,
    *,
    actors: Sequence[str] | None = None,
    rules: Rules = _RULES,
) -> list[PairAgreement]:
    """Compare each pair of actors over the issues that both have a standing on.

    `actors` are ids, the case's compared ones when None; pairs come in their
    order. A pair that shares no issue is there with the value None.

    >>> from stancegraph.case import Case
    >>> case = Case("c", "urn:c", "", "", ("east", "west"), {}, {}, {})
    >>> agreements({}, case)[0].value is None
    True
    """
    result = []
    for one, other in combinations(case.compared if actors is None else actors, 2):
        issues = tuple(i for i in case.issues if (one, i) in standings and (other, i) in standings)
        if not issues:
            result.append(PairAgreement(one, other, None, None, None, (), 0))
            continue
        width = rules.support - rules.oppose
        likeness = [
            1 - abs(standings[one, i].value - standings[other, i].value) / width for i in issues
        ]
        value = min(1.0, max(0.0, math.fsum(likeness) / len(issues)))
        low, high = _wilson(value, len(issues), rules.z)
        n = sum(standings[one, i].n + standings[other, i].n for i in issues)
        result.append(PairAgreement(one, other, value, low, high, issues, n))
    return result


def agreement_frame(
    positions: Iterable[Position],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules = _RULES,
) -> pd.DataFrame:
    """Give each pair's agreement as a data frame.

    Columns: one, other (actor ids), agreement, low, high (in [0, 1], NaN
    without a shared issue), issues and statements (counts).

    >>> from stancegraph.case import Case
    >>> agreement_frame([], Case("c", "urn:c", "", "", ("e", "w"), {}, {}, {})).issues.tolist()
    [0]
    """
    pairs = agreements(summarise(positions, case, as_of=as_of, rules=rules), case, rules=rules)
    nan = math.nan
    return pd.DataFrame(
        [
            {
                "one": p.one,
                "other": p.other,
                "agreement": nan if p.value is None else p.value,
                "low": nan if p.low is None else p.low,
                "high": nan if p.high is None else p.high,
                "issues": len(p.issues),
                "statements": p.n,
            }
            for p in pairs
        ],
        columns=["one", "other", "agreement", "low", "high", "issues", "statements"],
    )


def divergence_frame(
    positions: Iterable[Position],
    case: Case,
    *,
    as_of: date | None = None,
    rules: Rules = _RULES,
) -> pd.DataFrame:
    """Give each issue's spread as a data frame, the widest first.

    Indexed by issue id. Columns: label, group, one per compared actor (value
    in [-1, 1], NaN without a statement), spread, verdict and statements.

    >>> from stancegraph.case import Case
    >>> list(divergence_frame([], Case("c", "urn:c", "", "", ("e",), {}, {}, {})).columns)
    ['label', 'group', 'e', 'spread', 'verdict', 'statements']
    """
    standings = summarise(positions, case, as_of=as_of, rules=rules)
    rows = divergences(standings, case, rules=rules)
    rows.sort(key=lambda d: (-1.0 if d.spread is None else d.spread, d.n), reverse=True)
    columns = ["label", "group", *case.compared, "spread", "verdict", "statements"]
    return pd.DataFrame(
        [
            [
                case.issues[d.issue].label,
                case.issues[d.issue].group,
                *(d.placed.get(a, math.nan) for a in case.compared),
                math.nan if d.spread is None else d.spread,
                d.verdict or "",
                d.n,
            ]
            for d in rows
        ],
        index=pd.Index([d.issue for d in rows], name="issue"),
        columns=columns,
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

    def name(actor: str) -> str:
        return case.actors[actor].label if actor in case.actors else actor

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
                f"{name(p.one)} – {name(p.other)}",
                "–" if p.value is None else f"{p.value:.0%}",
                "–" if p.low is None or p.high is None else f"{p.low:.0%} to {p.high:.0%}",
                str(len(p.issues)),
                str(p.n),
                "; ".join(case.issues[i].label for i in widest) or "–",
            )
        )
    columns = ("Pair", "Agreement", "95 % interval", "Issues", "Statements", "Widest apart on")
    return Table("Who agrees with whom", columns, tuple(rows))
