"""Negation: what a word, or what stands around it, denies."""

from collections.abc import Collection

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.moods import is_inverted_by, is_no_longer
from stancegraph.extraction.parsing import children, first_conjunct, is_marked
from stancegraph.extraction.trees import Token

__all__ = [
    "denied_before",
    "is_none",
    "is_not_all",
    "is_nothing",
    "is_unshown",
    "is_whole",
    "negated",
    "sets_against",
]

#: What stands before a "not" that denies a thing alone ("for talks but not for a truce").
_BEFORE_CONTRAST = frozenset({",", "-", "–", "—", "but", "though", "although", "albeit"})


def negated(token: Token, lexicon: Lexicon, skip: Collection[int] = ()) -> bool:
    """Tell whether a verb, adjective or noun is negated where it stands.

    A negated subject ("no land will be ceded") negates its verb. Tokens whose
    index is in `skip` do not count: they have been counted below, or belong
    to an idiom that carries its own negation.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["No land will be ceded."])
    >>> negated(doc[4], load_lexicon())
    True
    """
    words = lexicon.words["negators"]
    count = int(is_nothing(token) and token.i not in skip)
    count += _is_anything_but(token, lexicon)
    for child in token.children:
        if child.i in skip:
            continue
        low = child.lower_
        if low == "no" and child.nbor().lower_ in lexicon.words["scant_quantifiers"]:
            continue  # "no fewer tolls"
        if child.i < token.i and _is_topped(child, token):
            continue  # "could not agree more"
        if child.dep_ == "neg" and child.i > token.i:
            if token.pos_ in ("NOUN", "PROPN") or sets_against(child):
                continue  # "a treaty, not a truce" denies the truce
        if child.dep_ == "neg" and low == "not" and child.i == token.left_edge.i:
            after = child.nbor()
            if after.dep_ == "mark" and after.lower_ in lexicon.words["waiting_marks"]:
                continue  # "not until Oz has left": said of what is to wait for it
        if child.dep_ == "neg" and low != "no":
            following = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
            count += following != "least" and following not in lexicon.words["focusing_adverbs"]
        elif child.dep_ in ("advmod", "preconj", "cc") and low in words and child.i < token.i:
            only = low == "not" and child.nbor().lower_ in lexicon.words["focusing_adverbs"]
            count += not only and (low != "nor" or child.i == child.sent.start)
        elif child.dep_ in ("advmod", "npadvmod") and is_inverted_by(child, token):
            count += 1  # "not once did Oz agree"
        elif (child.dep_ == "det" and low in ("no", "neither")) or (
            low == "longer" and is_no_longer(token)
        ):
            count += 1
        elif child.dep_ == "dobj":
            # "has an interest in it and none in that": said of one thing only
            apart = child.lower_ == "none" and children(token, "dobj")[0] is not child
            count += is_nothing(child) and not apart
        elif child.dep_ == "amod" and token.left_edge.lower_ == "not":
            # "not tougher penalties but a truce": hung from the adjective
            first = token.left_edge
            only = first.nbor().lower_ in lexicon.words["focusing_adverbs"]
            count += first.head.i == child.i and first.i not in skip and not only
        elif child.dep_ in ("amod", "det") and low in lexicon.words["scant_quantifiers"]:
            # "little interest in it", but "a little", "no small"
            before = child.nbor(-1).lower_ if child.i > token.sent.start else ""
            count += before not in ("a", "the", "no", "not")
        elif child.dep_ == "poss":
            # "is nobody's priority"
            none = any(c.lower_ == "no" for c in children(child, "det"))
            count += low == "nobody" or (low == "one" and none)
        elif child.dep_ == "agent":
            # "is bound by nothing"
            count += any(n.lower_ in ("nothing", "nobody") for n in children(child, "pobj"))
        elif child.dep_ == "nummod" and low in ("one", "single"):
            # "not one", "not a single"
            count += any(c.lower_ == "not" for c in child.children)
        elif child.dep_ == "prep" and child.i < token.i:
            # "under no circumstances", "by no means"
            count += any(
                noun.lower_ in lexicon.words["never_nouns"]
                and any(c.lower_ == "no" for c in children(noun, "det"))
                for noun in children(child, "pobj")
            )
        elif child.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("VERB", "AUX"):
            if low == "nothing" and not _denies(child):
                continue  # "nothing but a pact will keep it safe"
            inverted = child.i > token.i  # "says Oz" may end the text
            if not inverted and child.nbor().lower_ in lexicon.words["excepting_prepositions"]:
                continue  # "nobody but Oz opposes it"
            determiners = {
                c.lower_ for c in children(child, "det", "preconj", "cc") if c.i not in skip
            }
            # "no foreign (that is, Oz) troops": hung from the adjective
            first = child.left_edge
            if first.dep_ == "det" and first.i not in skip and first.head.dep_ in ("nmod", "amod"):
                determiners.add(first.lower_)
            if child.i not in skip and first.i not in skip and is_none(child):
                determiners.add("no")  # "no more Ozian troops"
            count += bool({low, *determiners} & {"nobody", "nothing", "none", "neither", "no"})
            # "not a metre will be ceded", "not one soldier", "not even Oz will go"; but "not only"
            count += any(
                c.lower_ == "not"
                and c.i < child.i
                and c.i not in skip
                and c.nbor().lower_ not in lexicon.words["focusing_adverbs"]
                and c.nbor().lower_ not in lexicon.words["whole_words"]
                for part in (child, *children(child, "nummod", "det", "advmod"))
                for c in part.children
                if part.dep_ != "advmod" or part.lower_ == "even"
            )
    if token.dep_ == "conj" and token.head.pos_ == token.pos_ and count == 0:
        # "did not call or press for": the auxiliary's negation carries over
        if not children(token, "aux", "nsubj", "auxpass") and any(
            c.dep_ == "neg" or c.lower_ in ("neither", "no") for c in token.head.children
        ):
            count += any(c.lower_ in ("or", "nor") for c in children(token.head, "cc"))
    return (count or _is_neither(token, skip)) % 2 == 1


def sets_against(neg: Token) -> bool:
    """Tell whether a "not" denies no more than what stands behind it (", but not to a truce").

    It stands behind a comma or a "but", and what it denies is no verb.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz is for talks, but not for a truce. Oz does not pay.", "not", "not")
    >>> [sets_against(word) for word in words]
    [True, False]
    """
    if neg.lower_ != "not" or neg.i <= neg.sent.start or neg.i + 1 >= len(neg.doc):
        return False
    before, after = neg.nbor(-1), neg.nbor()
    return before.lower_ in _BEFORE_CONTRAST and (
        after.pos_ in ("ADP", "DET", "NOUN", "PROPN", "PRON") or after.tag_ in ("IN", "PRP$")
    )


def is_none(noun: Token) -> bool:
    """Tell whether none of a noun's kind is meant: "no tolls", "no more tolls", "neither tolls".

    So it is in "zero tolls".

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("The port wants no more tolls. It wants the ferry.", "tolls", "ferry")
    >>> [is_none(word) for word in words]
    [True, False]
    """
    return any(
        child.lower_ in ("no", "neither", "zero")
        for part in (noun, *children(noun, "amod"))
        for child in children(part, "det", "preconj", "cc", "advmod", "neg", "nummod")
        if part is noun or part.lower_ in ("more", "further", "additional", "single")
    )


def _is_topped(denial: Token, verb: Token) -> bool:
    """Tell whether a denial says that there could be no more of something ("could hardly be")."""
    if denial.dep_ not in ("neg", "advmod") or not children(verb, "aux"):
        return False
    if not any(c.lower_ in ("could", "can", "ca") for c in children(verb, "aux")):
        return False
    more = [c for c in children(verb, "advmod") if c.i > verb.i]
    for complement in children(verb, "acomp", "attr"):
        more += [complement, *children(complement, "advmod")]
    return any(
        c.tag_ == "JJR" or (c.tag_ == "RBR" and c.lower_ == "more") or _is_comparative(c)
        for c in more
    )


def _is_comparative(word: Token) -> bool:
    """Tell whether a word taken for a noun is a comparative ("keener")."""
    return word.tag_ == "NN" and word.lower_.endswith("er") and lemma(word.text) != word.lower_


def is_not_all(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun is denied of some of its kind ("not all growers", "not everyone").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> nouns = words_in("Not all growers want it. Not one mayor does.", "growers", "mayor")
    >>> [is_not_all(noun, load_lexicon()) for noun in nouns]
    [True, False]
    """
    first = noun.left_edge
    return first.lower_ == "not" and first.nbor().lower_ in lexicon.words["whole_words"]


def is_whole(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun stands for all of its kind ("all the tolls", "every one of them").

    Who does not back all tolls may back some.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz does not back all tolls. Ev backs no toll.", "tolls", "toll")
    >>> [is_whole(word, load_lexicon()) for word in words]
    [True, False]
    """
    wholes = lexicon.words["whole_words"]
    return any(c.lower_ in wholes for c in children(noun, "det", "predet"))


def _is_neither(noun: Token, skip: Collection[int]) -> bool:
    """Tell whether an object is one of those that "neither … nor" denies behind its verb."""
    first = first_conjunct(noun)
    if noun.pos_ not in ("NOUN", "PROPN") or first.dep_ not in ("dobj", "attr", "pobj"):
        return False
    doc, opening = noun.doc, noun.left_edge.i
    before = doc[opening - 1] if opening > noun.sent.start else None
    if before is not None and before.lower_ == "nor":
        verb = max((t.i for t in noun.sent if t.i < opening and t.pos_ == "VERB"), default=opening)
        return any(t.lower_ == "neither" and t.i > verb for t in noun.sent if t.i < opening)
    return any(
        t.lower_ == "neither" and t.i not in skip
        for t in (doc[opening], *((before,) if before is not None else ()))
        if t.head.pos_ != "VERB"
    )


def _is_anything_but(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase right before an adjective denies it ("anything but ready")."""
    if (token.pos_ != "ADJ" and token.tag_ != "VBN") or token.dep_ in ("pobj", "pcomp"):
        return False  # "far from" as a governor turns what hangs from it
    first = token.i
    while first > token.sent.start and token.doc[first - 1].tag_ == "RB":
        first -= 1
    opening = token.doc[max(first - 2, token.sent.start) : first]
    return opening.text.lower() in lexicon.words["denying_openers"]


def is_nothing(token: Token) -> bool:
    """Tell whether an object is denied by its own word ("sees nothing to gain from it").

    As a subject the word negates its verb, and "nothing but", "nothing less than" deny nothing.

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "Oz sees nothing in it. Ev wants nothing but a truce."
    >>> [is_nothing(word) for word in words_in(text, "nothing", "nothing")]
    [True, False]
    """
    return (
        token.lower_ in ("nothing", "none")
        and token.dep_ in ("dobj", "attr", "pobj")
        and _denies(token)
    )


def _denies(nothing: Token) -> bool:
    """Tell whether "nothing" denies what it stands for; "nothing but" does not."""
    token = nothing
    following = {t.lower_ for t in token.doc[token.i + 1 : token.i + 3]}
    if token.dep_ == "dobj" and "than" in following and following & {"better", "more"}:
        return False  # "would like nothing better than a toll"
    return not following & {"but", "less", "short", "other", "else", "except", "against"}


def denied_before(token: Token) -> set[int]:
    """Return the "not" that denies only what stands before "but" ("not a truce but a treaty").

    >>> from stancegraph.extraction.examples import words_in
    >>> [treaty] = words_in("Oz signed not a truce but a treaty.", "treaty")
    >>> denied_before(treaty)
    {2}
    """
    if token.dep_ != "conj":
        return set()
    doc, last = token.doc, token.left_edge.i
    if last > token.sent.start and doc[last - 1].lower_ == "nor":
        # "neither the one nor the other": counted with each
        return {t.i for t in token.sent if t.lower_ == "neither" and t.i < last}
    clause = doc[max(token.sent.start, last - 12) : last]
    buts = [t.i for t in clause if t.lower_ == "but"]
    if not buts or buts[-1] < last - 2:
        return set()
    return {t.i for t in clause if t.dep_ == "neg" and t.i < buts[-1]}


def is_unshown(place: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is of what there is no sign of ("no evidence that Oz turned it down").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["There is no sign that the valley opposes it."])
    >>> [is_unshown(token, load_lexicon()) for token in doc if token.text in ("is", "opposes")]
    [False, True]
    """
    for clause in (place, *place.ancestors):
        told_by = clause.head
        # the parser calls such a clause relative now and then
        if clause.dep_ in ("acl", "relcl") and is_marked(clause, "that"):
            showing = lemma(told_by.text) in lexicon.words["showing_nouns"]
            return showing and negated(told_by, lexicon)
    return False
