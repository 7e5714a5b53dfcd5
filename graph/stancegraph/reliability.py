"""Several coders: how far two codings of the same articles agree, and where they do not.

A coding is one coder's positions, a person's or a machine's: a folder of gold
files, or a file of positions as `extract` writes it. Positions are matched by
the codebook's rules, as `stancegraph.evaluation` does: per article, over the
set of (actor, issue, stance) of the compared actors, without ascribed and past
ones. The first coding stands where the gold stands there: F1 is the same
either way round, unless one of the codings lists further acceptable stances
(`also`) or leaves pairs open (`arguable`).

Chance is taken out by Krippendorff's alpha (Krippendorff 2018, *Content
Analysis*, 4th ed., ch. 12), 1 where the coders agree throughout and 0 where
they agree as chance would have it, in two parts, as coders differ in two ways:

- *presence*: whether a position is there at all. Units are all pairs of a
  compared actor and an issue of the case in each article; nominal.
- *stance*: which stance it is, where both found one. Units are the pairs that
  both coded; values are those of the graded scale, the mean where a coding has
  several stances for a pair; interval.

An alpha is undefined, and None, where no unit has two values or all are the
same: coders who never had a choice show nothing. Common marks (ibid.): 0.8 and
more is reliable, from 0.667 tentative conclusions can be drawn.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancegraph.case import Case
from stancegraph.evaluation import (
    Finding,
    Gold,
    GoldPosition,
    Tally,
    match,
    read_coded,
    read_gold,
)
from stancegraph.exceptions import GoldError
from stancegraph.model import STANCES, Attribution, Position, Stance, Time
from stancegraph.standings import Rules

__all__ = [
    "Coding",
    "Comparison",
    "Difference",
    "DifferenceKind",
    "Slice",
    "coding_of",
    "compare",
    "differences_frame",
    "has_alpha",
    "read_coding",
    "scores_frame",
]

DifferenceKind = Literal["opposite sign", "stance", "one only", "other only", "attribution"]
_Unit = tuple[str, str, str]

_RULES = Rules()
_KINDS: tuple[DifferenceKind, ...] = (
    "opposite sign", "stance", "attribution", "one only", "other only",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's work: a name to tell it by, and the codings by article id.

    A `closed` coding lists every article that was coded, those without any
    position too; an open one names only articles with positions.
    """

    name: str
    articles: Mapping[str, Gold]
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Slice:
    """How far the codings agree over all, an actor, an issue or an article.

    `tally` has the first coding as the gold and the second as the prediction.
    The alphas are in (-1, 1], None where undefined; `units` counts the pairs
    that both coded, which is what the stance's alpha rests on.
    """

    tally: Tally
    alpha_presence: float | None
    alpha_stance: float | None
    units: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One pair of an actor and an issue that an article's two codings differ on.

    `one` and `other` are the stances, none where that coding has no position
    that counts; holder and quote are of the first position on each side.
    "attribution" means that one coding has it only as ascribed or past.
    """

    kind: DifferenceKind
    article: str
    actor: str
    issue: str
    one: tuple[Stance, ...]
    other: tuple[Stance, ...]
    one_holder: str
    one_quote: str
    other_holder: str
    other_quote: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two codings compared: as a whole and in slices, with all that is to be adjudicated.

    `articles` were compared; `not_compared` only one of the codings knows.
    """

    one: str
    other: str
    total: Slice
    by_actor: Mapping[str, Slice]
    by_issue: Mapping[str, Slice]
    by_article: Mapping[str, Slice]
    differences: tuple[Difference, ...]
    articles: tuple[str, ...]
    not_compared: tuple[str, ...]


def has_alpha() -> bool:
    """Tell whether the library for Krippendorff's alpha is installed (the extra `coders`).

    >>> has_alpha()  # where the extra is installed
    True
    """
    try:
        import krippendorff  # noqa: F401
    except ImportError:
        return False
    return True


def read_coding(path: Path) -> Coding:
    """Read a coding: a folder of ``*.gold.json``, or a file of JSON lines as `extract` writes.

    Raises GoldError, naming the file and the remedy, if it is neither or malformed.

    >>> import json
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> entry = {"actor": "east", "holder": "East", "issue": "truce", "stance": "support",
    ...          "attribution": "self", "time": "current", "quote": "Yes."}
    >>> file = folder / "positions.jsonl"
    >>> _ = file.write_text(json.dumps({"article": "note", **entry}))
    >>> list(read_coding(file).articles)
    ['note']
    """
    if path.is_dir():
        return Coding(str(path), read_gold(path))
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder; give a folder of codings, or positions")
    return Coding(str(path), read_coded(path), closed=False)


def coding_of(name: str, positions: Mapping[str, Sequence[Position]]) -> Coding:
    """Make a coding of positions by article id, such as an extractor's; every article is named.

    >>> said = Position("note", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> coding_of("the machine", {"note": [said], "empty": []}).articles["note"].positions[0].quote
    'Yes.'
    """
    articles = {
        article: Gold(article, tuple(_entry(p) for p in found))
        for article, found in positions.items()
    }
    return Coding(name, articles)


def _entry(position: Position) -> GoldPosition:
    return GoldPosition(
        actor=position.actor,
        holder=position.holder,
        issue=position.issue,
        stance=position.stance,
        attribution=position.attribution,
        time=position.time,
        quote=position.quote,
        condition=position.condition,
    )


def compare(one: Coding, other: Coding, case: Case, *, rules: Rules = _RULES) -> Comparison:
    """Compare two codings over the articles that both have coded.

    An open coding counts as having coded all articles of a closed one. Two
    open ones are compared over all articles that either names.

    Raises GoldError if there is no such article, or a coding names an actor or
    issue that the case does not have.

    >>> from stancegraph.case import Actor, Issue
    >>> entry = GoldPosition("east", "East", "truce", "support", "self", "current", "Yes.")
    >>> actors = {"east": Actor("east", "urn:e", "bloc", "East", "east")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east",), actors, issues, {})
    >>> coded = {"note": Gold("note", (entry,))}
    >>> found = compare(Coding("Ada", coded), Coding("Bo", coded), case)
    >>> found.total.tally.f1, found.differences
    (1.0, ())
    """
    articles, aside = _articles(one, other)
    for coding in (one, other):
        for gold in coding.articles.values():
            _check(coding, gold, case)
    tallies: dict[_Unit, Tally] = {}
    findings: dict[_Unit, list[Finding]] = defaultdict(list)
    stances: list[dict[_Unit, tuple[Stance, ...]]] = [{}, {}]
    unheard: list[dict[_Unit, GoldPosition]] = [{}, {}]
    first: list[dict[_Unit, GoldPosition]] = [{}, {}]
    for article in articles:
        coded = [c.articles.get(article, Gold(article, ())) for c in (one, other)]
        predicted = [_position(article, entry) for entry in coded[1].positions]
        by_pair, found = match(coded[0], predicted, case.compared)
        for (actor, issue), tally in by_pair.items():
            tallies[article, actor, issue] = tally
        for finding in found:
            findings[article, finding.actor, finding.issue].append(finding)
        for side, gold in enumerate(coded):
            _gather(gold, case, stances[side], unheard[side], first[side])
    differences = _differences(findings, stances, unheard, first)
    cells = _Cells(articles, case, tallies, stances, rules)
    return Comparison(
        one=one.name,
        other=other.name,
        total=cells.slice(None, ""),
        by_actor={a: cells.slice(1, a) for a in case.compared if cells.has(1, a)},
        by_issue={i: cells.slice(2, i) for i in case.issues if cells.has(2, i)},
        by_article={a: cells.slice(0, a) for a in articles},
        differences=tuple(differences),
        articles=tuple(articles),
        not_compared=tuple(aside),
    )


def _articles(one: Coding, other: Coding) -> tuple[list[str], list[str]]:
    everything = sorted({*one.articles, *other.articles})
    known = [c for c in (one, other) if c.closed]
    articles = [a for a in everything if all(a in c.articles for c in known)]
    if not articles:
        raise GoldError(
            f"{one.name} and {other.name}: no article in common;"
            " codings are matched by the names of the articles"
        )
    return articles, [a for a in everything if a not in articles]


def _check(coding: Coding, gold: Gold, case: Case) -> None:
    known = {*case.actors, case.author, case.other}
    for entry in gold.positions:
        if entry.actor not in known or entry.issue not in case.issues:
            what = "actor" if entry.actor not in known else "issue"
            value = entry.actor if what == "actor" else entry.issue
            raise GoldError(
                f"{gold.source or coding.name}: {what} {value!r} of article {gold.article!r} is"
                f" not in the case {case.id!r}; correct the id, or name the coding's own case"
            )


def _position(article: str, entry: GoldPosition) -> Position:
    return Position(
        article, entry.actor, entry.holder, entry.issue, entry.stance, entry.quote, 0, 0,
        condition=entry.condition,
        attribution=cast("Attribution", entry.attribution), time=cast("Time", entry.time),
    )  # fmt: skip


def _gather(
    gold: Gold,
    case: Case,
    stances: dict[_Unit, tuple[Stance, ...]],
    unheard: dict[_Unit, GoldPosition],
    first: dict[_Unit, GoldPosition],
) -> None:
    """Sort a coding's entries into the stances that count, and entries that do not."""
    held: dict[_Unit, set[Stance]] = defaultdict(set)
    for entry in gold.positions:
        unit = (gold.article, entry.actor, entry.issue)
        if entry.actor not in case.compared:
            continue
        if entry.attribution == "ascribed" or entry.time == "past":
            unheard.setdefault(unit, entry)
        else:
            held[unit].add(entry.stance)
            first.setdefault(unit, entry)
    for unit, said in held.items():
        stances[unit] = tuple(s for s in STANCES if s in said)
        unheard.pop(unit, None)


def _differences(
    findings: Mapping[_Unit, Sequence[Finding]],
    stances: Sequence[Mapping[_Unit, tuple[Stance, ...]]],
    unheard: Sequence[Mapping[_Unit, GoldPosition]],
    first: Sequence[Mapping[_Unit, GoldPosition]],
) -> Iterable[Difference]:
    one, other = stances
    # A pair that one coding has only as ascribed or past is neutral in the scores, yet a
    # difference to be settled.
    apart = {u for u in unheard[0] if u in other} | {u for u in unheard[1] if u in one}
    found = []
    for unit in {*findings, *apart}:
        kind: DifferenceKind
        if unit in apart:
            kind = "attribution"
        elif any(f.kind == "sign error" for f in findings[unit]):
            kind = "opposite sign"
        elif unit in one and unit in other:
            kind = "stance"
        else:
            kind = "one only" if unit in one else "other only"
        entries = [first[side].get(unit) or unheard[side].get(unit) for side in (0, 1)]
        words = [(e.holder, e.quote) if e else ("", "") for e in entries]
        found.append(
            Difference(kind, *unit, one.get(unit, ()), other.get(unit, ()), *words[0], *words[1])
        )
    return sorted(found, key=lambda d: (_KINDS.index(d.kind), d.article, d.actor, d.issue))


class _Cells:
    """The units of all articles, from which any slice is counted."""

    def __init__(
        self,
        articles: Sequence[str],
        case: Case,
        tallies: Mapping[_Unit, Tally],
        stances: Sequence[Mapping[_Unit, tuple[Stance, ...]]],
        rules: Rules,
    ) -> None:
        self._sizes = (len(articles), len(case.compared), len(case.issues))
        self._tallies = tallies
        self._stances = stances
        self._rules = rules

    def has(self, part: int, name: str) -> bool:
        return any(unit[part] == name for units in self._stances for unit in units)

    def slice(self, part: int | None, name: str) -> Slice:
        def within(unit: _Unit) -> bool:
            return part is None or unit[part] == name

        one, other = ({u: s for u, s in held.items() if within(u)} for held in self._stances)
        both = [unit for unit in one if unit in other]
        cells = int(np.prod([size for n, size in enumerate(self._sizes) if n != part]))
        either = [(unit in one, unit in other) for unit in {*one, *other}]
        # Units that neither coded agree on absence.
        presence = np.array(either + [(False, False)] * (cells - len(either)), dtype=float)
        values = [
            [np.mean([self._rules.value(s) for s in held[unit]]) for held in (one, other)]
            for unit in both
        ]
        return Slice(
            tally=sum((t for unit, t in self._tallies.items() if within(unit)), start=Tally()),
            alpha_presence=_alpha(presence, "nominal"),
            alpha_stance=_alpha(np.array(values, dtype=float).reshape(-1, 2), "interval"),
            units=len(both),
        )


def _alpha(units: npt.NDArray[np.float64], level: Literal["nominal", "interval"]) -> float | None:
    """Reckon Krippendorff's alpha of units x 2 coders; None where it is undefined."""
    if not has_alpha() or len(np.unique(units)) < 2:
        return None
    import krippendorff

    return float(krippendorff.alpha(units.T, level_of_measurement=level))


# --- frames ---------------------------------------------------------------------------------


def scores_frame(comparison: Comparison) -> pd.DataFrame:
    """Lay the scores out as a data frame: one row for the whole and for each slice.

    Columns: slice ("all", "actor", "issue", "article"), name; one, other and
    both (counts of positions that each coding has, and of the first's that the
    second has too); precision, recall, f1, pair_f1, sign_errors (count),
    alpha_presence, alpha_stance, units.

    >>> from stancegraph.case import Actor, Issue
    >>> entry = GoldPosition("east", "East", "truce", "support", "self", "current", "Yes.")
    >>> actors = {"east": Actor("east", "urn:e", "bloc", "East", "east")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east",), actors, issues, {})
    >>> coded = {"note": Gold("note", (entry,))}
    >>> scores_frame(compare(Coding("Ada", coded), Coding("Bo", coded), case))["f1"].tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    slices = [
        ("all", "", comparison.total),
        *(("actor", name, part) for name, part in comparison.by_actor.items()),
        *(("issue", name, part) for name, part in comparison.by_issue.items()),
        *(("article", name, part) for name, part in comparison.by_article.items()),
    ]
    rows: list[list[Any]] = [
        [kind, name, s.tally.gold, s.tally.predicted, s.tally.found, s.tally.precision,
         s.tally.recall, s.tally.f1, s.tally.pair_f1, s.tally.sign_errors, s.alpha_presence,
         s.alpha_stance, s.units]
        for kind, name, s in slices
    ]  # fmt: skip
    frame = pd.DataFrame(
        rows,
        columns=["slice", "name", "one", "other", "both", "precision", "recall", "f1", "pair_f1",
                 "sign_errors", "alpha_presence", "alpha_stance", "units"],
    )  # fmt: skip
    alphas = ["alpha_presence", "alpha_stance"]
    frame[alphas] = frame[alphas].astype(float)
    return frame


def differences_frame(found: Sequence[Difference]) -> pd.DataFrame:
    """Lay differences out as a data frame, the gravest first, one row each.

    Columns: kind, article, actor, issue, one and other (stances, joined by
    semicolons), and holder and quote of each.

    >>> list(differences_frame([]).columns)[:4]
    ['kind', 'article', 'actor', 'issue']
    """
    rows = [
        [d.kind, d.article, d.actor, d.issue, "; ".join(d.one), "; ".join(d.other),
         d.one_holder, d.one_quote, d.other_holder, d.other_quote]
        for d in found
    ]  # fmt: skip
    return pd.DataFrame(
        rows,
        columns=["kind", "article", "actor", "issue", "one", "other", "one_holder", "one_quote",
                 "other_holder", "other_quote"],
    )  # fmt: skip
