"""What is put in an order: "first the guns fall silent, then we talk".

Whoever says so wants the one before the other, and will do the other on that condition.
"""

from typing import NamedTuple

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.trees import Span

__all__ = ["Steps", "before_then", "put_in_order", "steps_in"]

#: Tags of verbs that are somebody's doing, or will be.
_FINITE = frozenset({"VBZ", "VBP", "MD"})
#: Claims that come of no more than what is said to be done.
_PLAIN = frozenset({"said", "bare", "act", "intention"})


class Steps(NamedTuple):
    """A plan of two steps: what comes first, and what then, from its "then" to its clause's end."""

    first: Span
    second: Span


def steps_in(sentence: Span, lexicon: Lexicon) -> Steps | None:
    """Return the steps of the plan that a sentence lays out; none of what is told as past.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> texts = ["First Oz leaves, then the toll can fall.", "First Oz left, then the toll fell."]
    >>> [steps_in(doc.sents[0], load_lexicon()) for doc in parse(load_model(), texts)]
    [Steps(first=Oz leaves, second=then the toll can fall.), None]
    """
    words, doc = lexicon.words, sentence.doc
    opening = next((t for t in sentence if t.lower_ in words["leading_words"]), None)
    if opening is None:
        return None
    if opening.i > sentence.start and doc[opening.i - 1].lower_ not in words["leading_marks"]:
        return None
    for then in doc[opening.i + 2 : sentence.end]:
        if then.lower_ not in words["sequel_words"]:
            continue
        end = then.i
        while end > opening.i + 1 and doc[end - 1].lower_ in words["sequel_marks"]:
            end -= 1
        if end == then.i:
            return None
        first = doc[opening.i + 1 : end]
        if any(t.tag_ == "VBD" and t.nbor().lower_ != "to" for t in first):
            return None
        rest = doc[then.i : sentence.end]
        stop = next((t.i for t in rest if t.text in ',;"”'), sentence.end)
        return Steps(first, doc[then.i : stop]) if first.text.strip() else None
    return None


def before_then(mention: IssueMention, steps: Steps | None) -> Span | None:
    """Return what comes first, for a mention that comes second in a plan of two steps.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [toll] = words_in("First Oz leaves, then the toll can fall.", "toll")
    >>> before_then(mention_at(toll), steps_in(toll.sent, load_lexicon()))
    Oz leaves
    """
    if steps is None or min(t.i for t in mention.tokens) < steps.second.start:
        return None
    return steps.first


def put_in_order(
    claims: list[Claim], mention: IssueMention, result: Walk, steps: Steps | None
) -> list[Claim]:
    """Read a mention in "first …, then …" as what must come first, or as what may follow.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "First a truce must hold, then the toll can fall."
    >>> truce, toll = words_in(text, "truce", "toll")
    >>> steps = steps_in(toll.sent, load_lexicon())
    >>> for word in (truce, toll):
    ...     said = Claim("said", 1, (), word)
    ...     [claim] = put_in_order([said], mention_at(word), Walk(path=[word]), steps)
    ...     print(word, claim.kind, claim.conditional)
    truce precedence False
    toll said True
    """
    if steps is None or result.hypothetical or result.unsigned:
        return claims
    if any(c.kind not in _PLAIN for c in claims):
        return claims
    first, second = steps
    places = [t.i for t in mention.tokens]
    if first.start - 1 <= min(places) < first.end and max(places) > second.start:
        # the order is what the issue is about
        return [Claim("precedence", mention.sign, (), mention.head, "demand")]
    sign = claims[0].sign if claims else result.sign
    if first.start - 1 <= min(places) and max(places) < first.end:
        return [Claim("precedence", sign, (), mention.head, "demand")]
    # "then a truce" alone as often puts it off
    will = any(t.tag_ in _FINITE for t in second)
    if min(places) > second.start and sign > 0 and will:
        told = claims or [Claim("said", sign, (), mention.head)]
        return [c._replace(holders=(), conditional=True) for c in told[:1]]
    return claims
