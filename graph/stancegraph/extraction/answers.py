"""Short answers that name no issue, and what they come to after what was said or asked."""

from collections.abc import Sequence

from stancegraph.extraction.anaphora import ANAPHOR
from stancegraph.extraction.attribution import attribute
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.echoes import (
    Echo,
    answer_in,
    asked,
    echo_of,
    echoes_within,
    raised_by,
)
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.passages import Passage, Reading, Walked
from stancegraph.extraction.quotations import enclosing
from stancegraph.extraction.sources import UNSAID, Source

__all__ = ["read_answers_within", "read_echo", "read_told_answer"]


def read_echo(here: Passage, reading: Reading) -> None:
    """Read a sentence that only answers the one before, as `echoes` describes."""
    named = reading.antecedents.distance == 0 and not reading.antecedents.crossed
    echo = echo_of(here.sentence, reading.lexicon) if reading.since == 0 or named else None
    if echo is None or not (echo.holders or reading.discourse.speakers):
        return
    answer = _answered_by(echo, reading)
    if answer is not None:
        _echoed(echo, *answer, here, reading)


def read_answers_within(here: Passage, found: Sequence[Candidate], reading: Reading) -> None:
    """Read clauses that only answer the one before them (", as does Oz", "but Ev will not").

    `found` is what the sentence has come to so far.
    """
    for verb, echo in echoes_within(here.sentence, reading.lexicon):
        chain = {verb.i, *(c.i for c in verb.subtree if c.dep_ in ("xcomp", "ccomp", "acomp"))}
        issues = {m.issue for m, c in reading.stated if c.predicate.i in chain}
        views = {
            (c.issue, c.stance)
            for c in found
            if c.attribution != "ascribed" and c.issue in issues and not c.features["echo"]
        }
        if len({issue for issue, _ in views}) != len(views):
            continue
        for issue, stance in sorted(views):
            if stance in ("support", "oppose"):
                sign = echo.sign if stance == "support" else -echo.sign
                _echoed(echo, issue, sign, here, reading)


def read_told_answer(here: Passage, reading: Reading) -> None:
    """Read a question that is told with its answer ("Asked whether …, Oz said no")."""
    told = answer_in(here.sentence, reading.lexicon)
    if told is None:
        return
    clause, answer = told
    within = range(clause.left_edge.i, clause.right_edge.i + 1)
    inside = [m for m in reading.mentions if m.head.i in within]
    posed = asked(raised_by(inside, here.idioms, reading.lexicon))
    if len(posed) == 1:
        [(issue, sign)] = posed
        _echoed(answer, issue, answer.sign * sign, here, reading)


def _answered_by(echo: Echo, reading: Reading) -> tuple[str, int] | None:
    """Return what an echo answers, with the sign that it has for it."""
    told = reading.last if reading.since == 0 else ()
    views = {(c.issue, c.stance) for c in told if c.attribution != "ascribed"}
    if views:
        if len(views) != 1 or echo.question_only:
            return None
        [(issue, stance)] = views
        refused = stance == "oppose"
        if echo.basis == "matter" and echo.sign and refused:
            # for what is wanted, or for its refusal? Plain where that answered another
            if not all(c.features["anaphor"] for c in told):
                return None
            refused = False
        return issue, -echo.sign if refused else echo.sign
    if len(reading.posed) == 1:
        [(issue, posed)] = reading.posed
        return issue, echo.sign * posed
    if not reading.posed and echo.basis == "matter" and not echo.question_only:
        # what was only named: "A toll is on the table. Oz is against."
        named = reading.antecedents.just_named()
        if named is not None and named.content:
            return named.mention.issue, echo.sign * named.content
    return None


def _echoed(echo: Echo, issue: str, sign: int, here: Passage, reading: Reading) -> None:
    """Record what an answer comes to."""
    holders, root = echo.holders, here.sentence.root
    claim = Claim(
        "attitude" if holders else "said",
        sign or 1,
        holders,
        root,
        ambivalent=not echo.sign,
        conditional=echo.conditional and sign > 0,
    )
    mention = IssueMention(issue, 1, root, (root,), ANAPHOR)
    # what was named and of which nobody was found to hold anything is less surely what is meant
    steps = ["echo", *([] if reading.since == 0 else ["echo:named"])]
    result = Walk(claims=[claim], path=[root], steps=steps)
    quote = enclosing(root, here.quotes)
    outer = reading.discourse.speakers
    if quote is not None and quote.source:
        reading.discourse.speakers = quote.source[:1]  # "We agree," said Oz
    try:
        speakers = () if holders else reading.discourse.speakers
        source = Source(speakers, "speaker") if speakers else UNSAID
        if quote is not None and quote.source:
            source = Source(quote.source, "quote")
        attribute(claim, Walked(mention, result, here, quote, source), reading)
    finally:
        reading.discourse.speakers = outer
