"""Room for a deal: what some parties could agree on, who blocks, and what could be traded.

Reads standings (see `stancegraph.standings`, whose `Rules` hold the numbers). A
party is *for* an issue where its value is at or above `lean`, which an acceptance
under conditions is, *against* at or below -`lean`, and *undecided* between. A
party without a standing is *silent*: it is listed, and never taken for a yes.

The prospect of an issue among the parties is the first of these that fits:

=========  ===================================================================
open       all are for
rejected   all are against
blocked    exactly one is against, and one or more are for
split      two or more are against and one or more for: two camps
unclear    the rest: the silent or undecided could make it any of the others
=========  ===================================================================

A trade needs two issues on which two parties stand on opposite sides, and of
which each cares more for another one: then each can give way on the issue that
is dearer to the other ("logrolling": Froman and Cohen 1970, *Behavioral Science*
15, 180-183; Raiffa 1982, *The Art and Science of Negotiation*). How much a party
cares is its *intensity*: its value on the issue x the issue's salience to it,
which is the share of its statements that are on the issue. Intensities are
compared within a party only, as nobody knows how to compare them between two.

All this tells where to look. A party's public words are part of its bargaining:
a refusal may be an opening price, and what is not said may matter most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from stancegraph.agreement import Verdict, verdict_on
from stancegraph.case import Case
from stancegraph.exceptions import CaseError
from stancegraph.model import Stance
from stancegraph.standings import Rules, Standing

__all__ = [
    "Change",
    "Outlook",
    "Prospect",
    "Trade",
    "changes_frame",
    "conditions_frame",
    "openings",
    "prospects",
    "prospects_frame",
    "trades",
    "trades_frame",
    "what_if",
]

Outlook = Literal["open", "blocked", "split", "rejected", "unclear"]
Cells: TypeAlias = Mapping[tuple[str, str], Standing]

_RULES = Rules()
_ORDER: tuple[Outlook, ...] = ("open", "blocked", "split", "unclear", "rejected")


@dataclass(frozen=True, slots=True)
class Prospect:
    """Where the parties stand on one issue, and what that leaves room for.

    `supporting`, `opposing`, `undecided` and `silent` are ids in the parties'
    order; together they are all parties. `conditions` are those of the
    supporting and undecided ones that name any. `doubtful` are parties whose
    standing is contested, stale or of low evidence. `n` counts statements.
    """

    issue: str
    outlook: Outlook
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    undecided: tuple[str, ...]
    silent: tuple[str, ...]
    conditions: Mapping[str, tuple[str, ...]]
    doubtful: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Trade:
    """Two issues of which each of two parties could have the one it cares more for.

    `one` would have its way on `one_gets`, `other` on `other_gets`. The gains
    are the differences of a party's intensities on the two, in [0, 1]; `gain`
    is the smaller of them. `n` counts the statements of both on both issues;
    `doubtful` tells that one of the four standings is contested, stale or of
    low evidence.
    """

    one: str
    other: str
    one_gets: str
    other_gets: str
    one_gain: float
    other_gain: float
    n: int
    doubtful: bool

    @property
    def gain(self) -> float:
        """What the party that gains less gains."""
        return min(self.one_gain, self.other_gain)


@dataclass(frozen=True, slots=True)
class Change:
    """What it changes if a party moves on an issue.

    `before` and `after` are the party's values (before: None where it is
    silent), `agreement` the party's overall agreement with each other party
    that it shares an issue with, before (None without a shared issue) and after.
    """

    party: str
    issue: str
    before: float | None
    after: float
    outlook_before: Outlook
    outlook_after: Outlook
    spread_before: float | None
    spread_after: float | None
    verdict_before: Verdict | None
    verdict_after: Verdict | None
    agreement: Mapping[str, tuple[float | None, float]]


def prospects(
    standings: Cells, case: Case, parties: Sequence[str], *, rules: Rules = _RULES
) -> list[Prospect]:
    """Sort the issues that any of the parties has spoken on by what they leave room for.

    Open issues first, then blocked, split, unclear and rejected ones; those
    with most statements first. Parties are ids, each counted once.

    Raises CaseError if there are fewer than two, or the case does not have one.

    >>> from stancegraph.case import Actor
    >>> actors = {a: Actor(a, a, "bloc", a, a) for a in ("east", "west")}
    >>> prospects({}, Case("c", "urn:c", "", "", (), actors, {}, {}), ["east", "west"])
    []
    """
    chosen = _checked(parties, case)
    found = [
        _prospect(standings, issue, chosen, rules)
        for issue in case.issues
        if any((party, issue) in standings for party in chosen)
    ]
    return sorted(found, key=lambda p: (_ORDER.index(p.outlook), -p.n))


def _checked(parties: Sequence[str], case: Case) -> list[str]:
    chosen = list(dict.fromkeys(parties))
    for party in chosen:
        if party not in case.actors:
            raise CaseError(
                f"{party!r} is no actor of the case {case.id!r};"
                f" it compares {', '.join(case.compared)}"
            )
    if len(chosen) < 2:
        raise CaseError("a deal needs two parties or more; name another one")
    return chosen


def _outlook(values: Mapping[str, float], parties: Sequence[str], rules: Rules) -> Outlook:
    pro = sum(v >= rules.lean for v in values.values())
    con = sum(v <= -rules.lean for v in values.values())
    if pro == len(parties):
        return "open"
    if con == len(parties):
        return "rejected"
    if con == 1 and pro:
        return "blocked"
    return "split" if con and pro else "unclear"


def _doubtful(standing: Standing) -> bool:
    return standing.contested or standing.stale or standing.low_evidence


def _prospect(standings: Cells, issue: str, parties: Sequence[str], rules: Rules) -> Prospect:
    held = {p: standings[p, issue] for p in parties if (p, issue) in standings}
    values = {party: standing.value for party, standing in held.items()}
    return Prospect(
        issue=issue,
        outlook=_outlook(values, parties, rules),
        supporting=tuple(p for p, v in values.items() if v >= rules.lean),
        opposing=tuple(p for p, v in values.items() if v <= -rules.lean),
        undecided=tuple(p for p, v in values.items() if abs(v) < rules.lean),
        silent=tuple(p for p in parties if p not in held),
        conditions={
            party: standing.conditions
            for party, standing in held.items()
            if standing.conditions and standing.value > -rules.lean
        },
        doubtful=tuple(party for party, standing in held.items() if _doubtful(standing)),
        n=sum(standing.n for standing in held.values()),
    )


def trades(
    standings: Cells, case: Case, parties: Sequence[str], *, rules: Rules = _RULES
) -> list[Trade]:
    """Find the pairs of issues that two of the parties could trade, the greatest gain first.

    A party's salience of an issue is its share among all its statements in
    `standings`, whatever the other parties spoke on.

    Raises CaseError as `prospects` does.

    >>> from stancegraph.case import Actor
    >>> actors = {a: Actor(a, a, "bloc", a, a) for a in ("east", "west")}
    >>> trades({}, Case("c", "urn:c", "", "", ("east", "west"), actors, {}, {}), ["east", "west"])
    []
    """
    chosen = _checked(parties, case)
    issues = list(case.issues)
    column = {issue: n for n, issue in enumerate(issues)}
    value = np.zeros((len(chosen), len(issues)))
    number = np.zeros_like(value)
    doubtful = np.zeros(value.shape, dtype=bool)
    row = {party: n for n, party in enumerate(chosen)}
    for (actor, issue), standing in standings.items():
        if actor in row and issue in column:
            place = row[actor], column[issue]
            value[place], number[place] = standing.value, standing.n
            doubtful[place] = _doubtful(standing)
    total = number.sum(axis=1, keepdims=True)
    intensity = np.abs(value) * np.divide(number, total, where=total > 0, out=np.zeros_like(number))
    side = np.where(np.abs(value) >= rules.lean, np.sign(value), 0)
    result = []
    for a, b in combinations(range(len(chosen)), 2):
        opposed = np.flatnonzero(side[a] * side[b] < 0)
        # What each gains if `one` has its way on the row's issue and `other` on the column's.
        mine = intensity[a, opposed][:, None] - intensity[a, opposed]
        theirs = intensity[b, opposed] - intensity[b, opposed][:, None]
        for i, j in zip(*np.nonzero((mine > 1e-9) & (theirs > 1e-9)), strict=True):
            places = np.ix_([a, b], [opposed[i], opposed[j]])
            result.append(
                Trade(
                    one=chosen[a],
                    other=chosen[b],
                    one_gets=issues[opposed[i]],
                    other_gets=issues[opposed[j]],
                    one_gain=float(mine[i, j]),
                    other_gain=float(theirs[i, j]),
                    n=int(number[places].sum()),
                    doubtful=bool(doubtful[places].any()),
                )
            )
    return sorted(result, key=lambda t: (-round(t.gain, 9), t.doubtful, -t.n))


def what_if(
    standings: Cells,
    case: Case,
    parties: Sequence[str],
    party: str,
    issue: str,
    stance: Stance,
    *,
    rules: Rules = _RULES,
) -> Change:
    """Tell what changes if one of the parties takes a stance on an issue.

    All else stays as it is. A party that was silent on the issue speaks up.

    Raises CaseError as `prospects` does, or if the party is not among the
    parties or the case does not have the issue.

    >>> from stancegraph.case import Actor, Issue
    >>> from stancegraph.model import Position
    >>> from stancegraph.standings import summarise
    >>> actors = {a: Actor(a, a, "bloc", a, a) for a in ("east", "west")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east", "west"), actors, issues, {})
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4),
    ...         Position("a", "west", "West", "truce", "oppose", "No.", 5, 8)]
    >>> now = summarise(said, case)
    >>> change = what_if(now, case, ["east", "west"], "west", "truce", "conditional")
    >>> change.before, change.after
    (-1.0, 0.5)
    """
    chosen = _checked(parties, case)
    if party not in chosen:
        raise CaseError(f"{party!r} is not among the parties {', '.join(chosen)}; add it to them")
    if issue not in case.issues:
        raise CaseError(
            f"{issue!r} is no issue of the case {case.id!r}; it has {', '.join(case.issues)}"
        )
    return _change(_values(standings, chosen), chosen, party, issue, rules.value(stance), rules)


def openings(
    standings: Cells, case: Case, parties: Sequence[str], *, rules: Rules = _RULES
) -> list[Change]:
    """Tell which single moves would open an issue to all parties.

    One for each issue on which exactly one party is against, undecided or
    silent and all others are for: what it would change if that party accepted
    under conditions. The shortest moves first, those of silent parties last.

    Raises CaseError as `prospects` does.

    >>> from stancegraph.case import Actor, Issue
    >>> from stancegraph.model import Position
    >>> from stancegraph.standings import summarise
    >>> actors = {a: Actor(a, a, "bloc", a, a) for a in ("east", "west")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east", "west"), actors, issues, {})
    >>> said = [Position("a", "east", "East", "truce", "support", "Yes.", 0, 4),
    ...         Position("a", "west", "West", "truce", "oppose", "No.", 5, 8)]
    >>> now = summarise(said, case)
    >>> [(move.party, move.issue) for move in openings(now, case, ["east", "west"])]
    [('west', 'truce')]
    """
    chosen = _checked(parties, case)
    values = _values(standings, chosen)
    found = []
    for issue in case.issues:
        missing = [p for p in chosen if values.get((p, issue), -1.0) < rules.lean]
        if len(missing) == 1:
            move = max(rules.conditional, rules.lean)
            found.append(_change(values, chosen, missing[0], issue, move, rules))
    return sorted(found, key=lambda c: (c.before is None, c.after - (c.before or 0)))


def _values(standings: Cells, parties: Sequence[str]) -> dict[tuple[str, str], float]:
    return {cell: s.value for cell, s in standings.items() if cell[0] in parties}


def _change(
    values: Mapping[tuple[str, str], float],
    parties: Sequence[str],
    party: str,
    issue: str,
    after: float,
    rules: Rules,
) -> Change:
    then = {**values, (party, issue): after}
    outlooks, spreads = [], []
    for state in (values, then):
        held = {p: state[p, issue] for p in parties if (p, issue) in state}
        outlooks.append(_outlook(held, parties, rules))
        spreads.append(max(held.values()) - min(held.values()) if len(held) > 1 else None)
    agreement = {}
    for other in parties:
        later = _alike(then, party, other, rules)
        if other != party and later is not None:
            agreement[other] = (_alike(values, party, other, rules), later)
    return Change(
        party=party,
        issue=issue,
        before=values.get((party, issue)),
        after=after,
        outlook_before=outlooks[0],
        outlook_after=outlooks[1],
        spread_before=spreads[0],
        spread_after=spreads[1],
        verdict_before=verdict_on(spreads[0], rules),
        verdict_after=verdict_on(spreads[1], rules),
        agreement=agreement,
    )


def _alike(
    values: Mapping[tuple[str, str], float], one: str, other: str, rules: Rules
) -> float | None:
    """Give the mean likeness of two parties, as `stancegraph.agreement` defines it."""
    width = rules.support - rules.oppose
    shared = [
        1 - abs(value - values[other, issue]) / width
        for (actor, issue), value in values.items()
        if actor == one and (other, issue) in values
    ]
    return sum(shared) / len(shared) if shared else None


# --- frames ---------------------------------------------------------------------------------


def prospects_frame(found: Sequence[Prospect], case: Case) -> pd.DataFrame:
    """Lay prospects out as a data frame, one row per issue.

    Columns: issue, label, group, outlook; supporting, opposing, undecided,
    silent and doubtful (ids, joined by semicolons); conditions ("party: its
    conditions", joined by bars) and statements (count).

    >>> list(prospects_frame([], Case("c", "urn:c", "", "", (), {}, {}, {})).columns)[:4]
    ['issue', 'label', 'group', 'outlook']
    """
    rows: list[list[Any]] = [
        [
            p.issue,
            case.issues[p.issue].label,
            case.issues[p.issue].group,
            p.outlook,
            *("; ".join(ids) for ids in (p.supporting, p.opposing, p.undecided, p.silent)),
            "; ".join(p.doubtful),
            " | ".join(f"{party}: {'; '.join(said)}" for party, said in p.conditions.items()),
            p.n,
        ]
        for p in found
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "issue", "label", "group", "outlook", "supporting", "opposing", "undecided", "silent",
            "doubtful", "conditions", "statements",
        ],
    )  # fmt: skip


def conditions_frame(
    standings: Cells, case: Case, parties: Sequence[str], *, rules: Rules = _RULES
) -> pd.DataFrame:
    """List the parties' conditions side by side: one row per statement that names one.

    Only of parties that are not against. Columns: issue, party, condition,
    date, holder, article and quote; in the case's order of issues.

    >>> from stancegraph.case import Actor
    >>> actors = {a: Actor(a, a, "bloc", a, a) for a in ("east", "west")}
    >>> len(conditions_frame({}, Case("c", "urn:c", "", "", (), actors, {}, {}), ["east", "west"]))
    0
    """
    chosen = _checked(parties, case)
    rows: list[list[str | date | None]] = [
        [issue, party, p.condition, p.date, p.holder, p.article, p.quote]
        for issue in case.issues
        for party in chosen
        if (party, issue) in standings and standings[party, issue].value > -rules.lean
        for p in standings[party, issue].statements
        if p.condition
    ]
    columns = ["issue", "party", "condition", "date", "holder", "article", "quote"]
    return pd.DataFrame(rows, columns=columns)


def trades_frame(found: Sequence[Trade]) -> pd.DataFrame:
    """Lay trades out as a data frame, one row each.

    Columns: one, other, one_gets, other_gets (ids), gain, one_gain, other_gain
    (in [0, 1]), statements (count) and doubtful.

    >>> list(trades_frame([]).columns)[:5]
    ['one', 'other', 'one_gets', 'other_gets', 'gain']
    """
    rows: list[list[Any]] = [
        [t.one, t.other, t.one_gets, t.other_gets, t.gain, t.one_gain, t.other_gain, t.n,
         t.doubtful]
        for t in found
    ]  # fmt: skip
    return pd.DataFrame(
        rows,
        columns=[
            "one", "other", "one_gets", "other_gets", "gain", "one_gain", "other_gain",
            "statements", "doubtful",
        ],
    )  # fmt: skip


def changes_frame(found: Sequence[Change]) -> pd.DataFrame:
    """Lay changes out as a data frame: one row for each change and other party.

    Columns: party, issue, before, after (values), outlook_before,
    outlook_after, spread_before, spread_after, verdict_before, verdict_after,
    other, agreement_before and agreement_after; NaN or "" where there is none.

    >>> list(changes_frame([]).columns)[:4]
    ['party', 'issue', 'before', 'after']
    """
    rows: list[list[Any]] = [
        [c.party, c.issue, c.before, c.after, c.outlook_before, c.outlook_after, c.spread_before,
         c.spread_after, c.verdict_before or "", c.verdict_after or "", other, before, after]
        for c in found
        for other, (before, after) in c.agreement.items() or [("", (None, None))]
    ]  # fmt: skip
    frame = pd.DataFrame(
        rows,
        columns=[
            "party", "issue", "before", "after", "outlook_before", "outlook_after",
            "spread_before", "spread_after", "verdict_before", "verdict_after", "other",
            "agreement_before", "agreement_after",
        ],
    )  # fmt: skip
    numbers = ["before", "after", "spread_before", "spread_after", "agreement_before",
               "agreement_after"]  # fmt: skip
    frame[numbers] = frame[numbers].astype(float)
    return frame
