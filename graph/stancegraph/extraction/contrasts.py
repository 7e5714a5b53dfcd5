"""What is set against something else, or passed over for it ("a treaty, not a truce")."""

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.negation import sets_against
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.trees import Token

__all__ = ["contrasted", "is_spurned", "passed_over", "preferring_verb", "within_contrast"]


def contrasted(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is what something else is set against ("a treaty, not a truce").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz signed a treaty, not a truce.", "treaty", "truce")
    >>> [contrasted(word, load_lexicon()) for word in words]
    [False, True]
    """
    focusing = lexicon.words["focusing_adverbs"]
    if token.dep_ in ("pobj", "pcomp") and token.head.dep_ in ("conj", "prep"):
        # "agreed to a treaty, not to a truce", "rather than to a truce"
        preposition = token.head
        if preposition.i < 2:
            return False
        before = preposition.nbor(-1).lower_
        rather = before == "than" and preposition.nbor(-2).lower_ == "rather"
        copula = preposition.nbor(-2)
        if before == "not" and copula.pos_ == "AUX" and copula.i == preposition.head.i:
            return False  # "is not in a hurry": denied with its verb
        apart = preposition.i > preposition.head.i + 1 or sets_against(preposition.nbor(-1))
        denied = rather or (before == "not" and apart)
        return denied and token.left_edge.lower_ not in focusing
    if token.dep_ not in ("conj", "appos"):
        return False
    doc, first = token.doc, token.left_edge.i
    if first < 2:
        return False
    mark = doc[first - 1]
    if mark.lower_ == "than":
        return doc[first - 2].lower_ == "rather"
    # where "not" is the phrase's own, it has been counted there
    if mark.lower_ != "not" or mark.head.i == token.i:
        return False
    return token.left_edge.lower_ not in focusing


def within_contrast(current: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether the word that sets a phrase against another belongs to the mention.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> instead, truce = words_in("Oz wants a pact instead of a truce.", "instead", "truce")
    >>> within_contrast(truce, load_lexicon(), frozenset({instead.i, truce.i}))
    True
    """
    first = current.left_edge.i
    before = current.doc[max(first - 2, 0) : current.i + 1]
    marks = lexicon.words["contrast_words"]
    return any(t.i in inside and t.lower_ in marks for t in before)


def passed_over(
    current: Token, parent: Token, rel: str, lexicon: Lexicon, inside: frozenset[int]
) -> bool:
    """Tell whether something else is preferred to a mention ("favours a truce over a treaty").

    The clause of "rather than sign it" counts too.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> treaty, favours = words_in("Oz favours a truce over a treaty.", "treaty", "favours")
    >>> passed_over(treaty, favours, "over", load_lexicon(), frozenset({treaty.i}))
    True
    """
    if rel in ("advcl", "that", "conj"):
        marks = [c for c in children(current, "mark", "prep") if c.lower_ == "than"]
        return any(
            mark.i < current.i and mark.i > 0 and mark.nbor(-1).lower_ == "rather" for mark in marks
        )
    verb = parent if parent.pos_ == "VERB" else parent.head
    if parent.pos_ == "NOUN" and verb.pos_ == "ADP":
        verb = verb.head  # "opted for war over a truce"
    if any(t.i in inside and t.lower_ == rel.rstrip("_") for t in children(parent, "prep")):
        return False  # "over bombing" is the name of the matter
    preferring = lemma(verb.text) in lexicon.words["preferring_verbs"]
    return preferring and rel in lexicon.words["preferring_prepositions"]


def is_spurned(current: Token, verb: Token, rel: str, lexicon: Lexicon) -> bool:
    """Tell whether something is what somebody would rather do without.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> borrow, pay = words_in("Oz would rather borrow than pay.", "borrow", "pay")
    >>> is_spurned(pay, borrow, "advcl", load_lexicon())
    True
    """
    marks = {c.lower_ for c in children(current, "mark", "prep")}
    if rel != "than" and not (rel in ("advcl", "that", "conj") and "than" in marks):
        return False
    return preferring_verb(current, verb, lexicon) is not None


def preferring_verb(current: Token, parent: Token, lexicon: Lexicon) -> Token | None:
    """Return the verb of what somebody would rather do than what comes later.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> borrow, pay = words_in("Oz would rather borrow than pay.", "borrow", "pay")
    >>> preferring_verb(pay, borrow, load_lexicon())
    borrow
    """
    for verb in (parent, *parent.ancestors):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        adverbs = lexicon.words["preferring_adverbs"]
        if any(c.lower_ in adverbs and c.i < current.i for c in children(verb, "advmod")):
            return verb if subjects(verb) else None
        if verb.dep_ not in ("ccomp", "xcomp", "dobj"):
            return None  # "would rather see Oz borrow than pay"
    return None
