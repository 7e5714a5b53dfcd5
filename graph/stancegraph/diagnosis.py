"""Why a reading differs from a coding: each disagreement put into an error class.

The classes say where in the engine something went wrong, which the scores do
not: whether no cue named the issue, no claim or holder was found for it, the
candidate was there and was judged too unlikely, or something was claimed
that nobody coded.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stancegraph.case import Case
from stancegraph.evaluation import Finding, Gold, Scores
from stancegraph.extraction import Extractor
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention, Matcher
from stancegraph.extraction.trees import Doc
from stancegraph.layout import masked
from stancegraph.model import Article, Position
from stancegraph.sentences import sentences

__all__ = ["Diagnosis", "Mention", "Reading", "classes", "diagnose", "readings"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A cue's match in an article, ``text[start:end]`` in code points."""

    issue: str
    pattern: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine saw in an article, stage by stage: mentions, candidates, positions."""

    article: Article
    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A disagreement with its class, and what the engine did there (its rule path, or "")."""

    finding: Finding
    error_class: str
    detail: str


def readings(
    articles: Iterable[Article], case: Case, model: str | None = None
) -> Iterator[Reading]:
    """Read articles, keeping what each stage found; lazily and in order.

    Raises:
        StanceGraphError: the language model is not installed.
        CaseError: a cue of the case is malformed.

    >>> from stancegraph.case import load_case
    >>> article = Article(id="note", text="Kyiv rejects any territorial swap.")
    >>> [reading] = readings([article], load_case())
    >>> [(m.issue, article.text[m.start:m.end]) for m in reading.mentions]
    [('territorial-swap', 'territorial swap')]
    >>> len(reading.candidates), len(reading.positions)
    (1, 1)
    """
    extractor = _Listening(case, model)
    for article, positions in extractor.extract(articles):
        mentions, found = extractor.last
        yield Reading(article, tuple(mentions), tuple(found), positions)


def diagnose(
    scores: Scores, read: Mapping[str, Reading], gold: Mapping[str, Gold]
) -> tuple[Diagnosis, ...]:
    """Put every disagreement into a class; `read` and `gold` are keyed by article id.

    Of what was missed:

    - *another stance*: the pair of actor and issue was found, with a stance
      that the coding does not accept (a sign error where it is the opposite);
    - *below threshold*: a claim was there, and was not kept;
    - *ascribed or past*: it was read as what somebody else says of the actor,
      or as over;
    - *no claim or holder*: a cue named the issue in a coded sentence, but
      nobody was found to be for or against it there;
    - *no cue matched*: nothing named the issue there.

    What is spurious is classed by the kind of claim that it rests on, a wrong
    sign likewise. A wrong sign is listed once, as such, and not as spurious
    and missed besides.

    >>> from stancegraph.case import Actor, Issue
    >>> from stancegraph.evaluation import GoldPosition, evaluate
    >>> coded = GoldPosition("oz", "Oz", "toll", "oppose", "self", "current", "No toll.")
    >>> gold = {"note": Gold("note", (coded,))}
    >>> oz = Actor("oz", "urn:oz", "bloc", "Oz", "oz")
    >>> toll = Issue("toll", "urn:toll", "Toll", "There is a toll.", "port", "", "", "")
    >>> case = Case("toy", "urn:toy", "Toy", "1", ("oz",), {"oz": oz}, {"toll": toll}, {})
    >>> article = Article("note", "No toll.")
    >>> scores = evaluate([article], {}, gold, case)
    >>> [d.error_class for d in diagnose(scores, {"note": Reading(article, (), (), ())}, gold)]
    ['missed: no cue matched']
    """
    wrong = {(f.article, f.actor, f.issue) for f in scores.sign_errors}
    out: list[Diagnosis] = []
    for finding in scores.sign_errors:
        position = _position(finding, read[finding.article])
        out.append(Diagnosis(finding, f"sign error: {_claim_kind(position)}", _path(position)))
    out.extend(
        _missed(finding, read[finding.article], gold[finding.article])
        for finding in scores.missed
        if (finding.article, finding.actor, finding.issue) not in wrong
    )
    for finding in scores.spurious:
        if (finding.article, finding.actor, finding.issue) in wrong:
            continue
        position = _position(finding, read[finding.article])
        kind = "another stance" if finding.expected else _claim_kind(position)
        out.append(Diagnosis(finding, f"spurious: {kind}", _path(position)))
    return tuple(out)


def classes(diagnoses: Iterable[Diagnosis]) -> dict[str, int]:
    """Count diagnoses by class, the most frequent first.

    >>> classes([])
    {}
    """
    counts = Counter(diagnosis.error_class for diagnosis in diagnoses)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _missed(finding: Finding, reading: Reading, gold: Gold) -> Diagnosis:
    if finding.predicted:
        return Diagnosis(finding, "missed: another stance", "")
    pair = (finding.actor, finding.issue)
    own = [c for c in reading.candidates if (c.actor, c.issue) == pair]
    own = [c for c in own if not c.implied]  # an issue near an actor is no claim
    counted = [c for c in own if c.attribution != "ascribed" and c.time == "current"]
    if counted:
        return Diagnosis(finding, "missed: below threshold", " > ".join(counted[0].steps))
    if own:
        return Diagnosis(finding, "missed: ascribed or past", " > ".join(own[0].steps))
    spans = sentences(reading.article.text)
    quotes = [entry.quote for entry in gold.positions if (entry.actor, entry.issue) == pair]
    for quote in quotes:
        start = reading.article.text.find(quote)
        touched = [s for s in spans if s[0] < start + len(quote) and start < s[1]]
        for mention in reading.mentions:
            if mention.issue == finding.issue and any(
                mention.start < end and begin < mention.end for begin, end in touched
            ):
                return Diagnosis(finding, "missed: no claim or holder", f"cue:{mention.pattern}")
    return Diagnosis(finding, "missed: no cue matched", "")


def _position(finding: Finding, reading: Reading) -> Position:
    """Return the prediction that a finding is about; the scores took it from the reading."""
    return next(
        p
        for p in reading.positions
        if (p.actor, p.issue, p.stance, p.quote, p.holder)
        == (finding.actor, finding.issue, finding.stance, finding.quote, finding.holder)
    )


def _path(position: Position) -> str:
    return " > ".join(v for k, v in position.trace.items() if k.startswith("step"))


def _claim_kind(position: Position) -> str:
    for step in position.trace.values():
        if step.startswith("claim:"):
            return step.split(":")[1]
    return "unknown"


class _Hearing(Matcher):
    """A matcher that notes what it finds."""

    def __init__(self, case: Case, lexicon: Lexicon) -> None:
        super().__init__(case, lexicon)
        self.heard: list[IssueMention] = []

    def find(
        self, encoded: Any, previous: Any, discourse: Discourse, named: Collection[str] = ()
    ) -> list[IssueMention]:
        """Return the issue mentions of a sentence, noting them."""
        found = super().find(encoded, previous, discourse, named)
        self.heard.extend(mention for mention in found if not mention.unplaced)
        return found


class _Listening(Extractor):
    """An extractor that keeps what the stages before the last one found in an article."""

    def __init__(self, case: Case, model: str | None = None) -> None:
        super().__init__(case, model)
        self._hearing = _Hearing(case, self._lexicon)
        self._matcher = self._hearing
        self.last: tuple[Sequence[Mention], Sequence[Candidate]] = ((), ())

    def candidates(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Candidate]]]:
        """Yield each article with all its candidates, noting them."""
        for article, found in super().candidates(articles):
            self.last = (_placed(self._hearing.heard, article), found)
            self._hearing.heard.clear()
            yield article, found


def _placed(heard: Sequence[IssueMention], article: Article) -> list[Mention]:
    """Find the places of mentions in the article, whose blocks were read in order, as masked."""
    mask = masked(article.text)
    placed: list[Mention] = []
    at = -1
    last: Doc | None = None
    for mention in heard:
        doc = mention.head.doc
        if doc is not last:
            # The same words may be a block twice: the search goes on behind the last one.
            at = max(mask.find(doc.text, at + 1), 0)
            last = doc
        first, final = mention.tokens[0], mention.tokens[-1]
        start, end = at + first.idx, at + final.idx + len(final)
        placed.append(Mention(mention.issue, mention.pattern, start, end))
    return placed
