"""How grammar makes a stance of a mention: operators composed up the tree.

From the head of an issue's mention the walk goes up, governor by governor.
Each step may turn the sign (negation, "lift", "an end to"), give it a holder
("rejects", "insistence on", "open to"), leave it to whoever speaks ("must",
"is vital") or take it out of play ("if", questions). What comes out is a list
of `Claim`s: who is said to hold which sign, by which rule.
"""

from collections.abc import Collection

from stancegraph.extraction.adnominals import belongs, downward, gap, look_around, read_aside
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.climb import STOP, Climb, Step
from stancegraph.extraction.contrasts import contrasted, within_contrast
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import names_nobody
from stancegraph.extraction.judgements import comes_to_nothing
from stancegraph.extraction.lexicon import Idioms, Lexicon
from stancegraph.extraction.moods import goes_only_so_far, is_imagined
from stancegraph.extraction.negation import is_none, negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.readings import reading
from stancegraph.extraction.relations import relation
from stancegraph.extraction.steps import step
from stancegraph.extraction.trees import Token

__all__ = ["take_up", "walk", "walk_aside"]
#: Before a thing with which no less will do.
_NO_LESS = frozenset({"anything less than", "anything short of"})


def walk(
    head: Token,
    sign: int,
    lexicon: Lexicon,
    idioms: Idioms,
    inside: Collection[int] = (),
    *,
    reported: bool = False,
) -> Walk:
    """Walk up from an issue's mention and collect the claims about it.

    Args:
        head: the head token of the mention.
        sign: +1 where its words name the proposition, −1 where its contrary.
        lexicon: predicates and word classes.
        idioms: predicates of idioms, by the index of each of their tokens.
        inside: indices of the mention's own tokens; what they do to each other
            ("lift sanctions") is in `sign` already.
        reported: whether the sentence gives somebody's words though no verb of
            saying stands above the mention ("had to" is then what must be).

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [toll] = words_in("The mayor refuses to lift the toll.", "toll")
    >>> found = walk(toll, 1, load_lexicon(), {}, {toll.i})
    >>> [(claim.kind, claim.sign, claim.holders) for claim in found.claims]
    [('attitude', 1, (mayor,))]
    >>> found.steps
    ['effect:lift', 'attitude:refuse', 'attitude:refuses:+']
    """
    if head.dep_ == "nsubj" and head.head.i not in inside:
        # "Oz is ready to meet Id", matched from "Oz" on: the doing, not the doer
        doing = (head.doc[i] for i in sorted(inside))
        head = next(
            (t for t in doing if t.dep_ == "xcomp" and head.head in (t.head, t.head.head)), head
        )
    result = Walk()
    if is_imagined(head, lexicon):
        result.hypothetical = True
        return result
    climb = Climb(
        lexicon,
        idioms,
        step,
        result,
        inside=frozenset(inside),
        reported=reported,
        contrary=sign < 0,
    )
    _climb(climb, head, sign)
    if not result.claims and climb.deferred and not result.silent:
        result.claims.append(climb.deferred[0])
    result.claims += climb.asides
    if any(c.lower_ == "any" for c in children(head, "det")) and head.dep_ in (
        "nsubj",
        "nsubjpass",
    ):
        # "any truce must be watched": asks for the watch, and for no truce without it
        plain = [c.kind == "deontic" and c.sign == sign for c in result.claims]
        if plain and all(plain):
            result.claims[:] = [c._replace(conditional=True) for c in result.claims if sign > 0]
            result.silent = True
    return result


def take_up(noun: Token, sign: int, lexicon: Lexicon, idioms: Idioms) -> Walk:
    """Return the claims that are made of a noun which takes up what was said before it.

    Args:
        noun: one for which `takes_up` is not None, or the predicate of "it" and "that" ("it is
            an idea that Oz rejects", "that is what Oz wants").
        sign: of the stance or the matter that it takes up.
        lexicon: predicates and word classes.
        idioms: predicates of idioms, by the index of each of their tokens.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [position] = words_in("Oz will pay, a position that the mayor has rejected.", "position")
    >>> [(c.kind, c.sign, c.holders) for c in take_up(position, 1, load_lexicon(), {}).claims]
    [('attitude', -1, (mayor,))]
    """
    climb = Climb(lexicon, idioms, step, Walk(path=[noun]))
    if noun.tag_ == "WP":
        clause = next((t for t in (noun.head, *noun.head.ancestors) if t.dep_ == "ccomp"), None)
        if clause is not None:
            gap(climb, noun, clause, noun.head, "obj", sign, supposed=True)
        return climb.out
    downward(climb, noun, sign, supposed=noun.dep_ == "attr")
    belongs(climb, noun, sign)
    return climb.out


def walk_aside(opening: Token, sign: int, lexicon: Lexicon, idioms: Idioms) -> Walk:
    """Read a judgement that `asides` has found, on a matter of the given sign.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [which] = words_in("Oz will pay the toll, which the mayor has rejected.", "which")
    >>> [(c.kind, c.sign, c.holders) for c in walk_aside(which, 1, load_lexicon(), {}).claims]
    [('attitude', -1, (mayor,))]
    """
    result = Walk(steps=["aside"])
    climb = Climb(lexicon, idioms, step, result)
    read_aside(climb, opening, sign)
    result.path.append(opening)
    return result


def _climb(climb: Climb, head: Token, sign: int) -> None:
    """Walk up from the head of a mention, step by step, until nothing more can be said of it."""
    current = head
    seen: set[int] = set()
    sign = _own_words(climb, current, sign)
    climb.out.sign = sign
    look_around(climb, current, sign)
    while current.i not in seen:
        seen.add(current.i)
        climb.out.path.append(current)
        if contrasted(current, climb.lexicon) and not within_contrast(
            current, climb.lexicon, climb.inside
        ):
            if any(t.text == "," for t in head.doc[current.i : head.i]):
                climb.unread()  # "not an inch, the line as it is": another item of a list
            sign = -sign
            climb.out.flips += 1
            climb.out.steps.append("contrast")
            # "rather than agreeing to it"
            climb.out.claims[:] = [c._replace(sign=-c.sign) for c in climb.out.claims]
            climb.deferred[:] = [c._replace(sign=-c.sign) for c in climb.deferred]
        above = relation(current)
        if above is None:
            break
        parent, rel = above
        if parent.i in seen:
            break
        if parent.pos_ == "NOUN" and _is_item_before(parent, head):
            climb.unread()
            break
        if climb.out.item_sign is None and any(
            t.text == ":" for t in head.doc[parent.i : current.i]
        ):
            climb.out.item_sign = sign
        first = min(climb.inside, default=0)
        if current.i == head.i and first > 0 and head.doc[first - 1].lower_ == "without":
            rel = "without"
        if rel in ("punct", "intj", "meta"):
            break
        if not climb.out.claims and _is_circumstance(climb, current):
            climb.out.circumstance = climb.out.adjunct = True
            climb.talk_of()
            climb.deferred.clear()
        place, turned = step(climb, Step(current, parent, rel, sign))
        if turned == STOP:
            break
        current, sign = place, turned
        climb.out.sign = sign


def _own_words(climb: Climb, token: Token, sign: int) -> int:
    """Apply what stands at the mention's own head: negation, modals, its subject."""
    if token.pos_ in ("VERB", "AUX") and goes_only_so_far(token):
        climb.suppose()  # neither wanted nor refused as such
    first, last = min(climb.inside, default=0), max(climb.inside, default=0)
    if any(
        t.lower_ == "without"
        and t.i not in climb.inside
        and any(c.i in climb.inside for c in children(t, "pobj"))
        for t in token.doc[first:last]
    ):
        sign = -sign  # "deal without a referendum"
        climb.out.flips += 1
    start = min(first, token.left_edge.i)
    if " ".join(t.lower_ for t in token.doc[max(start - 3, 0) : start]) in _NO_LESS:
        sign = -sign  # "anything less than a treaty is a betrayal"
        climb.out.flips += 1
    climb.worded = _own_denial(climb, token)
    # "will lift no tolls", where the words of the issue begin with the verb
    void = token.pos_ == "VERB" and any(_is_left_out(climb, n) for n in children(token, "dobj"))
    # "no Ozians in uniform": the head is the uniform, and the name governs it
    void ^= any(t.i in climb.inside and _is_left_out(climb, t) for t in token.ancestors)
    void ^= _is_denied_within(climb, token)
    if negated(token, climb.lexicon, climb.worded) != void:
        sign = -sign
        climb.out.flips += 1
        climb.out.steps.append(f"not:{token.text}")
    doers = children(token, "nsubj")
    named = any(doer.i in climb.inside for doer in doers)
    if not (climb.contrary or named) and comes_to_nothing(token, climb.lexicon):
        # "a pause would only freeze the war": it is told against both
        climb.unread()
        if all(names_nobody(doer, climb.lexicon) for doer in doers):
            climb.speaker_claim = True
            climb.out.flips += 1
            climb.claim(Claim("evaluate", -sign, (), token, "criticise"))
            return -sign
        return sign
    shelved = climb.idioms.get(token.i)
    if (
        shelved is not None
        and token.pos_ == "VERB"
        and token.i in climb.inside
        and shelved.kind == "attitude"
        and shelved.polarity in ("-", "~")
        and "obj" in shelved.content
        and not climb.contrary
        and any(i not in climb.inside for i, idiom in climb.idioms.items() if idiom is shelved)
    ):
        if shelved.polarity == "~":
            # "kept the bill up its sleeve"
            climb.claim(Claim("attitude", sign, tuple(doers), token, shelved.act, ambivalent=True))
            return sign
        # "kept the bill in a drawer", where the words of the issue begin with the verb
        sign = -sign
        climb.out.flips += 1
        climb.out.steps.append(f"{shelved.kind}:{shelved.term}")
    if token.pos_ in ("VERB", "AUX"):
        climb.mood(token, sign, act="act")
    return sign


def _is_item_before(noun: Token, head: Token) -> bool:
    """Tell whether a noun is a denied item of a list, and what stands behind a comma the next.

    The parser hangs the line from the inch in "not an inch to be ceded, the line as it is".
    """
    if not any(c.i < noun.i for c in children(noun, "neg")):
        return False
    return any(t.text == "," for t in noun.doc[noun.i : head.i])


def _own_denial(climb: Climb, head: Token) -> frozenset[int]:
    """Return the words of denial that the mention's own words begin with ("no strikes on it").

    They belong to what the issue is called. Further on ("the toll will not be raised") they are
    of the sentence.
    """
    negators = climb.lexicon.words["negators"]
    denying = frozenset(i for i in climb.inside if head.doc[i].lower_ in negators)
    if denying == climb.inside:
        return frozenset()  # "there will be none": it stands for the issue
    if min(climb.inside, default=-1) in denying:
        return denying
    return frozenset(i for i in denying if head.doc[i].lower_ == "nothing")


def _is_denied_within(climb: Climb, head: Token) -> bool:
    """Tell whether the sentence denies what lies within the mention's own words.

    "A truce with no means of watching it", "a truce that nobody watches": the words are those of
    the issue, and what they come to is its contrary.
    """
    own, doc = climb.inside, head.doc
    for place in own - {head.i}:
        word = doc[place]
        if any(
            above.dep_ == "pobj" and head.i < above.i and above.i not in own and is_none(above)
            for above in word.ancestors
        ):
            return True
        doers = [c for c in children(word, "nsubj") if c.i > head.i and c.i not in own]
        if any(c.lower_ in ("nobody", "none") or is_none(c) for c in doers):
            return True
    return False


def _is_left_out(climb: Climb, noun: Token) -> bool:
    """Tell whether a sentence denies a noun, other than by the mention's own words."""
    return is_none(noun) and not any(c.i in climb.worded for c in noun.subtree)


def _is_circumstance(climb: Climb, noun: Token) -> bool:
    """Tell whether a noun only says when or where ("after a whole day of Oz talks in Ev")."""
    words, doc = climb.lexicon.words, noun.doc
    first = noun.left_edge.i
    if noun.i in climb.inside:
        # the parser may hang "Oz talks", after "in", from two places
        first = min([noun.i, *(i for i in climb.inside if noun.i - 3 <= i < noun.i)])
        first = min([first, *(c.i for c in noun.children if noun.i - 3 <= c.i < first)])
    if first <= noun.sent.start:
        return False
    preposition = doc[first - 1]
    opening = [t.lower_ for t in doc[max(first - 5, noun.sent.start) : first]]
    if any(" ".join(opening[-n:]) in words["circumstance_phrases"] for n in (2, 3, 4, 5)):
        return True
    placed = preposition.lower_ in words["locating_prepositions"] and preposition.pos_ in (
        "ADP",
        "SCONJ",
        "VERB",
    )
    if not placed or first - 1 <= noun.sent.start or preposition.i in climb.inside:
        return False
    own = [t for t in (noun, *climb.out.path) if t.i in climb.inside]
    if not any(lemma(t.text) in words["encounter_nouns"] for t in own):
        return False
    governor = preposition.head
    return (
        governor.i not in climb.idioms
        and preposition.i not in climb.idioms
        and reading(governor, preposition.lower_, climb.lexicon) is None
    )
