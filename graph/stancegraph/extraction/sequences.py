"""What is put in an order: "first the guns fall silent, then we talk".

Whoever says so wants the one before the other, and will do the other on that condition.
"""

from dataclasses import replace

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.trees import Span

__all__ = ["before_then", "put_in_order"]

#: Before what comes first, and between it and what comes next.
_OPENING = frozenset({'"', "“", "'", "‘", ":", ",", ";", "—", "–", "that"})
_BETWEEN = frozenset({",", ";", "—", "–", ".", "and", "only", "and only"})
#: Tags of verbs that are somebody's doing, or will be.
_FINITE = frozenset({"VBZ", "VBP", "MD"})
#: Claims that come of no more than what is said to be done.
_PLAIN = frozenset({"said", "bare", "act", "intention"})


def before_then(mention: IssueMention, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return what comes first, for a mention that comes second in a plan of two steps.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["First Oz leaves, then the toll can fall."])
    >>> toll = doc[6]
    >>> before_then(IssueMention("toll", 1, toll, (toll,), "toll"), doc.sents[0], load_lexicon())
    Oz leaves
    """
    steps = _steps(sentence, lexicon)
    if steps is None or min(t.i for t in mention.tokens) < steps[1]:
        return None
    return steps[0]


def put_in_order(
    claims: list[Claim], mention: IssueMention, result: Walk, sentence: Span, lexicon: Lexicon
) -> list[Claim]:
    """Read a mention in "first …, then …" as what must come first, or as what may follow."""
    steps = _steps(sentence, lexicon)
    if steps is None or result.hypothetical or result.unsigned:
        return claims
    if any(c.kind not in _PLAIN for c in claims):
        return claims
    first, then = steps
    places = [t.i for t in mention.tokens]
    if first.start - 1 <= min(places) < first.end and max(places) > then:
        # the order is what the issue is about
        return [Claim("precedence", mention.sign, (), mention.head, "demand")]
    sign = claims[0].sign if claims else result.sign
    if first.start - 1 <= min(places) and max(places) < first.end:
        return [Claim("precedence", sign, (), mention.head, "demand")]
    # "then a truce" alone as often puts it off
    will = any(t.tag_ in _FINITE for t in sentence.doc[then : _end_of_clause(then, sentence)])
    if min(places) > then and sign > 0 and will:
        told = claims or [Claim("said", sign, (), mention.head)]
        return [replace(c, holders=(), conditional=True) for c in told[:1]]
    return claims


def _end_of_clause(start: int, sentence: Span) -> int:
    return next((t.i for t in sentence.doc[start : sentence.end] if t.text in ',;"”'), sentence.end)


def _steps(sentence: Span, lexicon: Lexicon) -> tuple[Span, int] | None:
    """Return the first step of a plan and where the second begins; none of what is told as past."""
    words, doc = lexicon.words, sentence.doc
    opening = next((t for t in sentence if t.lower_ in words["leading_words"]), None)
    if opening is None:
        return None
    if opening.i > sentence.start and doc[opening.i - 1].lower_ not in _OPENING:
        return None
    for then in doc[opening.i + 2 : sentence.end]:
        if then.lower_ not in words["sequel_words"]:
            continue
        end = then.i
        while end > opening.i + 1 and doc[end - 1].lower_ in _BETWEEN:
            end -= 1
        if end == then.i:
            return None
        first = doc[opening.i + 1 : end]
        told = any(t.tag_ == "VBD" and t.nbor().lower_ != "to" for t in first)
        return None if told or not first.text.strip() else (first, then.i)
    return None
