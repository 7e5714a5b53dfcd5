"""Judgements put behind what they judge: ", which Oz rejects", ", a red line for Oz"."""

from collections.abc import Mapping, Sequence

from stancegraph.extraction.claims import Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.features import unknown_act
from stancegraph.extraction.frames import walk, walk_aside
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.parsing import subjects
from stancegraph.extraction.readings import refuses
from stancegraph.extraction.trees import Token

__all__ = ["judged_aside"]

#: The most words between an issue's name and the comma before a judgement on it.
_LONGEST_LINK = 8


def judged_aside(
    first: int,
    opening: Token,
    mentions: Sequence[IssueMention],
    idioms: Mapping[int, Predicate],
    lexicon: Lexicon,
) -> tuple[IssueMention, Walk] | None:
    """Return what is judged by words put behind it, and the walk from them.

    `first` is where those words begin, `opening` the one that stands for what they judge.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "The port has called for a toll at the quay, which is unacceptable to the mayor."
    >>> toll, which = words_in(text, "toll", "which")
    >>> mention, found = judged_aside(which.i, which, [mention_at(toll)], {}, load_lexicon())
    >>> mention.issue, [(claim.sign, claim.predicate) for claim in found.claims]
    ('toll', [(-1, unacceptable)])
    """
    mention = _judged(first - 1, opening, mentions, lexicon)
    if mention is None:
        return None
    inside = {t.i for t in mention.tokens}
    told = walk(mention.head, mention.sign, lexicon, idioms, inside)
    if told.hypothetical or told.denied or told.silent or told.subject_of or told.aside:
        return None
    sign = _told_sign(told, mention, lexicon)
    if not sign and opening.tag_ != "WDT" and not told.claims and not told.flips:
        sign = mention.sign  # "membership, a red line for Oz, was not mentioned"
    if not sign:
        return None
    result = walk_aside(opening, sign, lexicon, idioms)
    result.claims[:] = [
        c
        for c in result.claims
        if c.kind != "act" or lemma(c.predicate.text) in lexicon.words["copulas"]
    ]
    if not result.claims or any(c.predicate.i >= first for c in told.claims):
        return None
    result.sources += told.sources
    result.path += told.path
    return mention, result


def _judged(
    pause: int, opening: Token, mentions: Sequence[IssueMention], lexicon: Lexicon
) -> IssueMention | None:
    """Return the mention just before a pause, unless what is judged may be something else."""
    before = [m for m in mentions if m.tokens[-1].i < pause]
    if not before or any(m.head.i == opening.i for m in mentions):
        return None
    mention = max(before, key=lambda m: m.tokens[-1].i)
    last = max(t.i for t in mention.tokens)
    between = opening.doc[last + 1 : pause]
    parting = lexicon.words["parting_words"]
    if len(between) > _LONGEST_LINK or any(
        t.text in ",–—:" or t.lower_ in parting or t.tag_ in ("VBD", "VBZ", "MD") for t in between
    ):
        return None
    return mention


def _told_sign(told: Walk, mention: IssueMention, lexicon: Lexicon) -> int:
    """Return the sign of the thing that a sentence tells of, 0 where that is not plain.

    What ", which Oz rejects" rejects is the thing wanted; after "refused to do it" it may
    be the thing or the refusal.
    """
    strong = [c for c in told.claims if c.kind not in ("said", "bare", "accuse")]
    if any(c.negated or c.ambivalent or c.past for c in strong):
        return 0
    if any(told.unknown or unknown_act(c, mention, lexicon) for c in strong if c.kind == "act"):
        return 0  # "shelled a port, which Oz condemned"
    if any(refuses(c.predicate, lexicon) for c in strong):
        return 0
    if not strong:
        # "the plan has Oz leave the valley": the terms of a text
        verbs = [t for t in told.path[-1:] if t.pos_ in ("VERB", "AUX")]
        texts = lexicon.words["document_nouns"]
        if any(lemma(n.text) in texts for v in verbs for n in subjects(v)):
            return told.sign
    signs = {c.sign for c in strong}
    return signs.pop() if len(signs) == 1 else 0
