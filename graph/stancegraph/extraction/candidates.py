"""Candidates: possible positions, with named features.

A candidate joins an issue's mention, a claim that grammar makes about it, and
the actor who holds it. Whether it is a position that a coder would sign is
for `judging` to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stancegraph.case import Case
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.trees import Span
from stancegraph.model import Attribution, DatePrecision, SpeechAct, Stance, Time

__all__ = ["Candidate", "evidence", "state_of"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible position; `start` and `end` are code points into the article's text.

    `state` is the id of the member state of the bloc that the holder speaks for, if of one.
    """

    actor: str
    holder: str
    holder_id: str | None
    state: str | None
    issue: str
    stance: Stance
    attribution: Attribution
    attributed_by: str | None
    time: Time
    condition: str | None
    condition_issues: tuple[str, ...]
    speech_act: SpeechAct
    date: date | None
    date_precision: DatePrecision | None
    start: int
    end: int
    features: Mapping[str, float]
    steps: tuple[str, ...]

    @property
    def implied(self) -> bool:
        """Whether nothing claims it: the passage makes it likely whose it is."""
        return "implied" in self.features

    @property
    def claimed(self) -> bool:
        """Whether it is claimed, in words that surely name its issue."""
        return not self.implied and "unplaced" not in self.features


def evidence(claim: Claim, mention: IssueMention, sentence: Span) -> Span:
    """Return the clause that shows the position: mention, predicate and holder.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["It rained, and the mayor rejected the toll."])
    >>> rejected, toll = (next(t for t in doc if t.text == word) for word in ("rejected", "toll"))
    >>> mention = IssueMention("toll", 1, toll, (toll,), "toll")
    >>> evidence(Claim("attitude", -1, (), rejected), mention, doc.sents[0]).text
    'the mayor rejected the toll.'
    """
    doc = sentence.doc
    needed = [t.i for t in mention.tokens] + [claim.predicate.i]
    needed += [h.i for h in claim.holders if sentence.start <= h.i < sentence.end]
    token = claim.predicate
    best = sentence
    while True:
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            span = doc[token.left_edge.i : token.right_edge.i + 1]
            if all(span.start <= i < span.end for i in needed):
                best = span
                break
        if token.head.i == token.i:
            break
        token = token.head
    start, end = max(best.start, sentence.start), min(best.end, sentence.end)
    while end - start > 1 and (doc[end - 1].is_space or doc[end - 1].text in ",;:\"'-–—("):
        end -= 1
    while end - start > 1 and (
        doc[start].is_space or doc[start].is_punct or doc[start].dep_ in ("cc", "mark")
    ):
        start += 1
    return doc[start:end]


def state_of(case: Case, holder_id: str, day: date | None) -> str | None:
    """Return the id of the member state that a holder speaks for on a day, if of one.

    >>> from stancegraph.case import load_case
    >>> state_of(load_case(), "friedrich-merz", date(2025, 9, 1))
    'germany'
    """
    line = case.lineage(holder_id, day)
    return next((actor for actor in line if case.actors[actor].kind == "state"), None)
