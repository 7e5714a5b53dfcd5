"""Scores positions against a human coding, by the codebook's section "Scoring".

What is compared, per article, are *sets*: the distinct `(actor, issue, stance)`
of the actors that the case compares, leaving out what is only ascribed to an
actor and what the text calls past. Counts are summed over the articles before
any share is taken (micro average).

How the codebook's rules are read where a set leaves a choice:

- A predicted stance is *right* where the gold codes it, or lists it under
  `also`, for that actor and issue. Precision is the share of predicted units
  that are right; recall the share of gold units for which at least one
  accepted stance was predicted.
- Where holders within one actor disagree, the gold has several units for one
  pair, and the stance of each is accepted.
- A pair is a *sign error* as soon as one predicted stance is opposite to every
  accepted one. It is then no match: it counts against precision and against
  recall of pairs. Sign errors are a share of the pairs found at all.
- Neutral, neither for nor against: predictions on a pair that the gold calls
  arguable (unless they are right), and on a pair that it has only as
  `ascribed` or `past`.
- Evidence is judged on the predicted units that are right: one counts where at
  least one of its quotes lies, by half of its characters or more, in the
  sentence or sentences that hold the quote of a gold position which it equals.
- Quotes are exact where `quote == text[start:end]`; this is checked on every
  position given, counted or not.

The scheme of actors, concepts and agreement is that of discourse network
analysis (P. Leifeld, "Discourse Network Analysis", in The Oxford Handbook of
Political Networks, 2017).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from stancegraph.case import Case
from stancegraph.exceptions import GoldError
from stancegraph.model import ATTRIBUTIONS, STANCES, TIMES, Article, Position, Stance, opposite
from stancegraph.sentences import sentences

__all__ = [
    "Finding",
    "FindingKind",
    "Gold",
    "GoldPosition",
    "Scores",
    "Tally",
    "evaluate",
    "is_evidence",
    "match",
    "read_coded",
    "read_gold",
    "scores_as_dict",
]

FindingKind = Literal["missed", "spurious", "sign error"]
Pair = tuple[str, str]
Span = tuple[int, int]

_SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """One position as a human coder recorded it; `also` are stances as good as `stance`."""

    actor: str
    holder: str
    issue: str
    stance: Stance
    attribution: str
    time: str
    quote: str
    condition: str | None = None
    also: tuple[Stance, ...] = ()

    @property
    def accepted(self) -> frozenset[Stance]:
        """Every stance that counts as equal to this position's."""
        return frozenset((self.stance, *self.also))


@dataclass(frozen=True, slots=True)
class Gold:
    """The coding of one article; `arguable` are pairs (actor, issue) left open by the coder."""

    article: str
    positions: tuple[GoldPosition, ...]
    arguable: frozenset[Pair] = frozenset()
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one slice (all, an actor, an issue, an article), and the shares they give.

    `gold` and `predicted` count units (actor, issue, stance); `right` the
    predicted units that the gold accepts, `found` the gold units that were
    predicted. The `pairs_…` counts are of (actor, issue).
    `pairs_found` are in both; `sign_errors` of them have the opposite sign.

    >>> tally = Tally(gold=4, predicted=2, right=1, found=1)
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (0.5, 0.25, 0.333)
    """

    gold: int = 0
    predicted: int = 0
    right: int = 0
    found: int = 0
    pairs_gold: int = 0
    pairs_predicted: int = 0
    pairs_found: int = 0
    sign_errors: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Sum two tallies, count by count."""
        return Tally(
            *(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__)
        )

    @property
    def precision(self) -> float:
        """Share of predicted units that are right, in [0, 1]."""
        return _share(self.right, self.predicted, self.gold)

    @property
    def recall(self) -> float:
        """Share of gold units that were found, in [0, 1]."""
        return _share(self.found, self.gold, self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)

    @property
    def pair_precision(self) -> float:
        """Share of predicted pairs that match a gold pair without a sign error."""
        return _share(self.pairs_found - self.sign_errors, self.pairs_predicted, self.pairs_gold)

    @property
    def pair_recall(self) -> float:
        """Share of gold pairs that were matched without a sign error."""
        return _share(self.pairs_found - self.sign_errors, self.pairs_gold, self.pairs_predicted)

    @property
    def pair_f1(self) -> float:
        """Harmonic mean of pair precision and pair recall."""
        return _harmonic(self.pair_precision, self.pair_recall)

    @property
    def sign_error_share(self) -> float:
        """Share of the pairs found whose sign is the opposite one; 0 where none was found."""
        return self.sign_errors / self.pairs_found if self.pairs_found else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement between the coding and the prediction, with the words behind it.

    `expected` are the stances that the gold accepts for the pair (none where
    it has no such pair), `predicted` the stances predicted for it. `quote`
    and `holder` are those of the gold where something was missed, otherwise
    those of the prediction; `gold_quote` the gold's where there is one.
    """

    kind: FindingKind
    article: str
    actor: str
    issue: str
    stance: Stance
    expected: tuple[Stance, ...]
    predicted: tuple[Stance, ...]
    holder: str
    quote: str
    gold_quote: str | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a collection, whole and in slices, with every disagreement.

    `evidence` and `quotes_exact` are shares in [0, 1], None where there was
    nothing to judge. `articles` are those scored, `not_scored` those without
    a gold coding.
    """

    total: Tally
    by_actor: Mapping[str, Tally]
    by_issue: Mapping[str, Tally]
    by_article: Mapping[str, Tally]
    evidence: float | None
    quotes_exact: float | None
    articles: tuple[str, ...]
    not_scored: tuple[str, ...] = ()
    missed: tuple[Finding, ...] = ()
    spurious: tuple[Finding, ...] = ()
    sign_errors: tuple[Finding, ...] = ()


def read_gold(
    folder: Path, *, on_error: Callable[[GoldError], None] | None = None
) -> dict[str, Gold]:
    """Read every ``*.gold.json`` of a folder, by article id (the file's stem).

    A file that cannot be used is reported to `on_error` and left out; without
    `on_error` it is raised.

    Raises:
        GoldError: the folder is missing or holds no gold file, or a file is malformed.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> entry = {"actor": "east", "holder": "East", "issue": "truce", "stance": "support",
    ...          "attribution": "self", "time": "current", "quote": "Yes."}
    >>> _ = (folder / "note.gold.json").write_text(
    ...     json.dumps({"article": "note", "positions": [entry]}))
    >>> [position.issue for position in read_gold(folder)["note"].positions]
    ['truce']
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give the folder of the *{_SUFFIX} files")
    files = sorted(folder.glob(f"*{_SUFFIX}"))
    if not files:
        raise GoldError(f"{folder}: holds no *{_SUFFIX} file; name one after each coded article")
    gold: dict[str, Gold] = {}
    for file in files:
        try:
            coding = _read_file(file)
        except GoldError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            gold[coding.article] = coding
    return gold


def read_coded(file: Path) -> dict[str, Gold]:
    """Read positions as JSON lines, such as `extract` writes, as codings by article id.

    Needs the codebook's fields and the article on each line; other keys are
    passed over. Articles without positions leave no trace in such a file.

    Raises:
        GoldError: the file cannot be read, or a line is malformed.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> entry = {"actor": "east", "holder": "East", "issue": "truce", "stance": "support",
    ...          "attribution": "self", "time": "current", "quote": "Yes."}
    >>> file = folder / "positions.jsonl"
    >>> _ = file.write_text(json.dumps({"article": "note", **entry}))
    >>> [position.issue for position in read_coded(file)["note"].positions]
    ['truce']
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GoldError(f"{file}: cannot be read ({error.strerror}); check the file") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{file}: not UTF-8; save it as UTF-8") from error
    found: dict[str, list[GoldPosition]] = defaultdict(list)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{file}: line {number}"
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{where}: not JSON ({error.msg}); one object per line") from error
        found[_text(entry, "article", where)].append(_read_position(entry, where))
    return {
        article: Gold(article, tuple(positions), source=file)
        for article, positions in found.items()
    }


def evaluate(
    articles: Iterable[Article],
    positions: Mapping[str, Sequence[Position]],
    gold: Mapping[str, Gold],
    case: Case,
    *,
    on_error: Callable[[GoldError], None] | None = None,
) -> Scores:
    """Score the positions of each article against its gold coding.

    `positions` and `gold` are keyed by article id; an article without
    positions is scored as one in which none was found, an article without a
    gold coding is named in `not_scored`, and gold for other articles is left
    aside. A coding that does not fit its article or the case is reported to
    `on_error`, and its article then is not scored.

    Raises:
        GoldError: a coding names an actor or issue that the case does not have, or quotes
            words that are not in the article, and `on_error` is None.

    >>> from stancegraph.case import Actor, Issue
    >>> from stancegraph.model import Article
    >>> actors = {"east": Actor("east", "urn:e", "bloc", "East", "east")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east",), actors, issues, {})
    >>> entry = GoldPosition("east", "East", "truce", "support", "self", "current", "Yes.")
    >>> found = Position("note", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> scores = evaluate([Article("note", "Yes.")], {"note": [found]},
    ...                   {"note": Gold("note", (entry,))}, case)
    >>> scores.total.f1, scores.evidence
    (1.0, 1.0)
    """
    known_actors = {*case.actors, case.author, case.other}
    scored: list[_ArticleResult] = []
    not_scored: list[str] = []
    given = exact = 0
    for article in articles:
        predicted = positions.get(article.id, ())
        given += len(predicted)
        exact += sum(article.text[p.start : p.end] == p.quote for p in predicted)
        coding = gold.get(article.id)
        if coding is None:
            not_scored.append(article.id)
            continue
        try:
            _check_fit(coding, article, known_actors, case)
        except GoldError as error:
            if on_error is None:
                raise
            on_error(error)
            not_scored.append(article.id)
            continue
        scored.append(_score_article(article, predicted, coding, case.compared))
    units = sum(result.judged for result in scored)
    return Scores(
        total=_total(tally for result in scored for tally in result.by_pair.values()),
        by_actor=_slices(scored, case.compared, 0),
        by_issue=_slices(scored, case.issues, 1),
        by_article={result.article: _total(result.by_pair.values()) for result in scored},
        evidence=sum(result.supported for result in scored) / units if units else None,
        quotes_exact=exact / given if given else None,
        articles=tuple(result.article for result in scored),
        not_scored=tuple(not_scored),
        missed=tuple(f for r in scored for f in r.findings if f.kind == "missed"),
        spurious=tuple(f for r in scored for f in r.findings if f.kind == "spurious"),
        sign_errors=tuple(f for r in scored for f in r.findings if f.kind == "sign error"),
    )


def scores_as_dict(scores: Scores) -> dict[str, Any]:
    """Turn scores into plain values that `json.dumps` takes.

    Shares are rounded to four places, which is finer than a collection of
    news articles can resolve.

    >>> from stancegraph.case import Actor, Issue
    >>> from stancegraph.model import Article
    >>> actors = {"east": Actor("east", "urn:e", "bloc", "East", "east")}
    >>> issues = {"truce": Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")}
    >>> case = Case("c", "urn:c", "", "", ("east",), actors, issues, {})
    >>> entry = GoldPosition("east", "East", "truce", "support", "self", "current", "Yes.")
    >>> found = Position("note", "east", "East", "truce", "support", "Yes.", 0, 4)
    >>> scores = evaluate([Article("note", "Yes.")], {"note": [found]},
    ...                   {"note": Gold("note", (entry,))}, case)
    >>> scores_as_dict(scores)["total"]["sign_error_share"]
    0.0
    """

    def shares(tally: Tally) -> dict[str, float | int]:
        names = ("precision", "recall", "f1", "pair_precision", "pair_recall", "pair_f1")
        return {
            **{name: round(getattr(tally, name), 4) for name in names},
            "sign_error_share": round(tally.sign_error_share, 4),
            **asdict(tally),
        }

    def rounded(share: float | None) -> float | None:
        return None if share is None else round(share, 4)

    return {
        "total": shares(scores.total),
        "evidence": rounded(scores.evidence),
        "quotes_exact": rounded(scores.quotes_exact),
        "by_actor": {key: shares(tally) for key, tally in scores.by_actor.items()},
        "by_issue": {key: shares(tally) for key, tally in scores.by_issue.items()},
        "by_article": {key: shares(tally) for key, tally in scores.by_article.items()},
        "not_scored": list(scores.not_scored),
        "missed": [asdict(finding) for finding in scores.missed],
        "spurious": [asdict(finding) for finding in scores.spurious],
        "sign_errors": [asdict(finding) for finding in scores.sign_errors],
    }


@dataclass(slots=True)
class _ArticleResult:
    """What one article adds to the scores; `judged` units of which `supported` have evidence."""

    article: str
    by_pair: dict[Pair, Tally] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    judged: int = 0
    supported: int = 0


class _Matched(NamedTuple):
    """A pair's gold and predicted entries by stance, and the predicted stances that are right."""

    wanted: Mapping[Stance, list[GoldPosition]]
    given: Mapping[Stance, list[Position]]
    right: list[Stance]


def _score_article(
    article: Article, positions: Sequence[Position], coding: Gold, compared: tuple[str, ...]
) -> _ArticleResult:
    result = _ArticleResult(article.id)
    spans = sentences(article.text)
    for pair in _matched(result, coding, positions, compared):
        result.judged += len(pair.right)
        result.supported += sum(
            _has_evidence(stance, pair.given[stance], pair.wanted, article.text, spans)
            for stance in pair.right
        )
    return result


def match(
    coding: Gold, positions: Sequence[Position], compared: tuple[str, ...]
) -> tuple[dict[Pair, Tally], list[Finding]]:
    """Match an article's positions with its coding: a tally per (actor, issue), and what differs.

    Evidence is left aside, so that no text is needed.

    >>> entry = GoldPosition("east", "East", "truce", "support", "self", "current", "Yes.")
    >>> tallies, findings = match(Gold("note", (entry,)), [], ("east",))
    >>> tallies["east", "truce"].recall, [finding.kind for finding in findings]
    (0.0, ['missed'])
    """
    result = _ArticleResult(coding.article)
    list(_matched(result, coding, positions, compared))
    return result.by_pair, result.findings


def _matched(
    result: _ArticleResult,
    coding: Gold,
    positions: Sequence[Position],
    compared: tuple[str, ...],
) -> Iterator[_Matched]:
    """Fill in an article's tallies and findings, and give what its evidence is judged on."""
    gold: dict[Pair, dict[Stance, list[GoldPosition]]] = defaultdict(lambda: defaultdict(list))
    neutral: set[Pair] = set()
    for entry in coding.positions:
        pair = (entry.actor, entry.issue)
        if _counts(entry, compared):
            gold[pair][entry.stance].append(entry)
        else:
            neutral.add(pair)
    predicted: dict[Pair, dict[Stance, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for position in positions:
        pair = (position.actor, position.issue)
        if not _counts(position, compared) or (pair in neutral and pair not in gold):
            continue
        if pair in coding.arguable and position.stance not in _accepted(gold.get(pair, {})):
            continue
        predicted[pair][position.stance].append(position)

    for pair in sorted({*gold, *predicted}):
        wanted, given = gold.get(pair, {}), predicted.get(pair, {})
        accepted = _accepted(wanted)
        right = [stance for stance in given if stance in accepted]
        found = [s for s, group in wanted.items() if _accepted({s: group}) & given.keys()]
        wrong_sign = [
            stance for stance in given if accepted and all(opposite(stance, a) for a in accepted)
        ]
        result.by_pair[pair] = Tally(
            gold=len(wanted),
            predicted=len(given),
            right=len(right),
            found=len(found),
            pairs_gold=bool(wanted),
            pairs_predicted=bool(given),
            pairs_found=bool(wanted and given),
            sign_errors=bool(wrong_sign),
        )
        result.findings += _findings(coding.article, pair, wanted, given, found, wrong_sign)
        yield _Matched(wanted, given, right)


def _findings(
    article: str,
    pair: Pair,
    wanted: Mapping[Stance, list[GoldPosition]],
    given: Mapping[Stance, list[Position]],
    found: Sequence[Stance],
    wrong_sign: Sequence[Stance],
) -> Iterable[Finding]:
    accepted = _accepted(wanted)
    expected = tuple(stance for stance in STANCES if stance in accepted)
    predicted = tuple(stance for stance in STANCES if stance in given)
    gold_quote = next((entry.quote for group in wanted.values() for entry in group), None)
    for stance, group in wanted.items():
        if stance not in found:
            entry = group[0]
            yield Finding(
                "missed",
                article,
                *pair,
                stance,
                expected,
                predicted,
                entry.holder,
                entry.quote,
                entry.quote,
            )
    for stance, positions in given.items():
        best = max(positions, key=lambda position: position.confidence)
        kinds: list[FindingKind] = []
        if stance not in accepted:
            kinds.append("spurious")
        if stance in wrong_sign:
            kinds.append("sign error")
        for kind in kinds:
            yield Finding(
                kind,
                article,
                *pair,
                stance,
                expected,
                predicted,
                best.holder,
                best.quote,
                gold_quote,
            )


def _has_evidence(
    stance: Stance,
    positions: Sequence[Position],
    wanted: Mapping[Stance, list[GoldPosition]],
    text: str,
    spans: Sequence[Span],
) -> bool:
    quotes = [e.quote for group in wanted.values() for e in group if stance in e.accepted]
    return any(is_evidence(p.start, p.end, quotes, text, spans) for p in positions)


def is_evidence(
    start: int, end: int, quotes: Iterable[str], text: str, spans: Sequence[Span]
) -> bool:
    """Tell whether text[start:end] lies in a sentence that holds one of the coded quotes.

    `spans` are the text's `sentences`. Half of it has to lie there, not all: where a sentence ends
    is a matter of a quotation mark more or less.

    >>> text = "Oz waits. Ev wants a truce."
    >>> is_evidence(13, 26, ["a truce"], text, sentences(text))
    True
    >>> is_evidence(0, 9, ["a truce"], text, sentences(text))
    False
    """
    return any(
        2 * (min(end, last) - max(start, first)) >= end - start
        for quote in quotes
        for first, last in _sentence_spans(quote, text, spans)
    )


def _sentence_spans(quote: str, text: str, spans: Sequence[Span]) -> Iterable[Span]:
    """Where the sentences lie that hold a quote: one span for each place where it occurs."""
    at = text.find(quote)
    while at >= 0:
        touched = [span for span in spans if span[0] < at + len(quote) and at < span[1]]
        yield (touched[0][0], touched[-1][1]) if touched else (at, at + len(quote))
        at = text.find(quote, at + 1)


def _accepted(group: Mapping[Stance, list[GoldPosition]]) -> frozenset[Stance]:
    return frozenset(s for entries in group.values() for entry in entries for s in entry.accepted)


def _counts(position: Position | GoldPosition, compared: tuple[str, ...]) -> bool:
    return (
        position.actor in compared
        and position.attribution != "ascribed"
        and position.time == "current"
    )


def _total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally())


def _slices(
    results: Sequence[_ArticleResult], keys: Iterable[str], part: Literal[0, 1]
) -> dict[str, Tally]:
    """Tally per actor (part 0 of a pair) or per issue (part 1), in the case's order."""
    sums: dict[str, Tally] = {}
    for result in results:
        for pair, tally in result.by_pair.items():
            sums[pair[part]] = sums.get(pair[part], Tally()) + tally
    return {key: sums[key] for key in dict.fromkeys((*keys, *sums)) if key in sums}


def _share(part: int, whole: int, other: int) -> float:
    """Divide; nothing out of nothing is perfect only where the other side has nothing either."""
    if whole:
        return part / whole
    return 0.0 if other else 1.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _check_fit(coding: Gold, article: Article, actors: set[str], case: Case) -> None:
    name = coding.source or coding.article
    for entry in coding.positions:
        if entry.actor not in actors:
            raise GoldError(
                f"{name}: actor {entry.actor!r} is not in the case {case.id!r}; correct the id"
            )
        if entry.issue not in case.issues:
            raise GoldError(
                f"{name}: issue {entry.issue!r} is not in the case {case.id!r}; correct the id"
            )
        if entry.quote not in article.text:
            raise GoldError(
                f"{name}: the article does not contain {_short(entry.quote)!r}; "
                "a gold quote is copied from the text character by character"
            )


def _read_file(file: Path) -> Gold:
    try:
        data = json.loads(file.read_bytes())
    except OSError as error:
        raise GoldError(f"{file}: cannot be read ({error.strerror}); check the file") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{file}: not UTF-8; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise GoldError(
            f"{file}: line {error.lineno}: not JSON ({error.msg}); correct it there"
        ) from error
    article = file.name.removesuffix(_SUFFIX)
    if not isinstance(data, dict) or not isinstance(data.get("positions"), list):
        raise GoldError(f"{file}: no list of positions; it needs a top-level key 'positions'")
    if data.get("article", article) != article:
        raise GoldError(
            f"{file}: codes the article {data['article']!r}; name the file after the article"
        )
    arguable = data.get("arguable", [])
    if not isinstance(arguable, list):
        raise GoldError(f"{file}: 'arguable' is no list; write [] where nothing is arguable")
    return Gold(
        article=article,
        positions=tuple(
            _read_position(entry, f"{file}: positions[{number}]")
            for number, entry in enumerate(data["positions"])
        ),
        arguable=frozenset(
            (
                _text(entry, "actor", f"{file}: arguable[{number}]"),
                _text(entry, "issue", f"{file}: arguable[{number}]"),
            )
            for number, entry in enumerate(arguable)
        ),
        source=file,
    )


def _read_position(entry: object, where: str) -> GoldPosition:
    condition = entry.get("condition") if isinstance(entry, dict) else None
    if condition is not None and not isinstance(condition, str):
        raise GoldError(f"{where}: 'condition' is no text; write the words, or null")
    also = entry.get("also", []) if isinstance(entry, dict) else []
    if not isinstance(also, list):
        raise GoldError(f"{where}: 'also' is no list; write the further stances as a list")
    return GoldPosition(
        actor=_text(entry, "actor", where),
        holder=_text(entry, "holder", where),
        issue=_text(entry, "issue", where),
        stance=_stance(_text(entry, "stance", where), where),
        attribution=_one_of(_text(entry, "attribution", where), ATTRIBUTIONS, where),
        time=_one_of(_text(entry, "time", where), TIMES, where),
        quote=_text(entry, "quote", where),
        condition=condition,
        also=tuple(_stance(value, where) for value in also),
    )


def _text(entry: object, key: str, where: str) -> str:
    if not isinstance(entry, dict):
        raise GoldError(f"{where}: not an object; write {{...}} with the codebook's fields")
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise GoldError(f"{where}: {key!r} is missing or no text; fill it in")
    return value


def _stance(value: object, where: str) -> Stance:
    for stance in get_args(Stance):
        if value == stance:
            found: Stance = stance
            return found
    raise GoldError(f"{where}: {value!r} is no stance; use one of {', '.join(STANCES)}")


def _one_of(value: str, allowed: Sequence[str], where: str) -> str:
    if value not in allowed:
        raise GoldError(f"{where}: {value!r} is unknown; use one of {', '.join(allowed)}")
    return value


def _short(words: str) -> str:
    # Enough to find the place, short enough for one line of a terminal.
    return words if len(words) <= 60 else f"{words[:59]}…"
