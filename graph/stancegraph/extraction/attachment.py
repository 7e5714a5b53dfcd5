"""Where words belong that the parser has hung from another governor.

Phrases and clauses behind an object it hangs from the verb as often as from the object.
"""

from collections.abc import Collection

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.moods import has_to
from stancegraph.extraction.parsing import children, first_conjunct, is_marked
from stancegraph.extraction.readings import reading, wanting_noun
from stancegraph.extraction.relations import relation, relation_by
from stancegraph.extraction.trees import Token

__all__ = [
    "for_whom",
    "gap_of",
    "gap_of_what",
    "modifying",
    "raised",
    "refusal_lacking",
    "relation_beside",
    "through_object",
    "wanting_object",
]


def modifying(noun: Token) -> list[Token]:
    """Return the verbs of the clauses behind a noun ("that Oz pushed and Ev backed").

    A coordinated one counts if it leaves the same gap: with no object, and with a subject
    where the first has one.

    >>> from stancegraph.extraction.examples import words_in
    >>> [truce] = words_in("Id welcomed the truce that Oz pushed and Ev backed.", "truce")
    >>> modifying(truce)
    [pushed, backed]
    """
    found: list[Token] = []
    for clause in children(noun, "relcl", "acl", "amod"):
        if clause.i < noun.i or (clause.dep_ == "amod" and clause.tag_ != "VBN"):
            continue
        found.append(clause)
        last = clause
        while (joined := next(iter(children(last, "conj")), None)) is not None:
            if joined.pos_ != "VERB" or children(joined, "dobj", "ccomp"):
                break
            found.append(joined)
            last = joined
        found += _strayed(clause, found)
    return found


def _strayed(clause: Token, known: Collection[Token]) -> list[Token]:
    """Return the other half of a relative clause that the parser has hung from the main clause.

    In "the truce that Oz pushed and Ev backed" it often coordinates "backed" with what is above.
    """
    doc = clause.doc
    joint = clause.right_edge.i + 1
    if clause.dep_ != "relcl" or joint + 2 >= clause.sent.end:
        return []
    if doc[joint].lower_ not in ("and", "but", "while") or children(clause, "dobj") == []:
        return []
    relative = [c for c in children(clause, "dobj") if c.tag_ in ("WDT", "WP")]
    verbs = [
        t
        for t in doc[joint + 1 : clause.sent.end]
        if t.dep_ == "conj" and t.left_edge.i == joint + 1 and children(t, "nsubj")
    ]
    free = [
        v
        for v in verbs
        if not children(v, "dobj", "xcomp", "prep")
        and all(not children(c, "nsubj", "mark") for c in children(v, "ccomp"))
    ]
    return [v for v in free[:1] if relative and v.pos_ == "VERB" and v not in known]


def gap_of(clause: Token) -> tuple[Token, str] | None:
    """Return the verb in a noun's clause that the noun belongs to, and how ("that Oz rejects").

    >>> from stancegraph.extraction.examples import words_in
    >>> [rejects] = words_in("It is a truce that Oz rejects.", "rejects")
    >>> gap_of(rejects)
    (rejects, 'obj')
    >>> [agrees] = words_in("It is a truce to which Oz agrees.", "agrees")
    >>> gap_of(agrees)
    (agrees, 'to_')
    """
    if clause.dep_ == "conj":
        reduced = not children(clause, "aux", "auxpass", "nsubj", "nsubjpass")
        reduced = reduced and first_conjunct(clause).dep_ in ("acl", "amod")
    else:
        reduced = clause.dep_ in ("acl", "amod")
    if reduced:
        if clause.tag_ not in ("VBN", "VBD"):
            return None
        # "arms paid for by Oz"
        stranded = [c for c in children(clause, "prep") if not c.children and c.i == clause.i + 1]
        return clause, relation_by(stranded[0]) if stranded else "obj"
    relative = [
        c
        for c in clause.subtree
        if c.tag_ in ("WDT", "WP", "IN")
        and c.lower_ in ("which", "that", "whom")
        and c.i <= clause.i
    ]
    verb, rel = clause, "obj"
    if any(
        c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP", "WRB") for c in clause.children
    ):
        if not children(clause, "nsubjpass"):
            return clause, "subj"
    elif relative and relative[0].dep_ == "pobj":
        led = relative[0].head  # "a truce to which Oz agrees"
        own = led.head.i == verb.i or led.head in children(verb, "xcomp")
        if not own and led.i < relative[0].i:
            return None
        if own:  # and not the "of" of "that the guild of Oz wants"
            rel = relation_by(led)
    while deeper := _deeper(verb):
        verb = deeper[-1]
    if children(verb, "dobj") and not (relative and relative[0].dep_ == "dobj"):
        return None
    # "the toll that Oz fought for", "that it backed out of"
    behind = [p for c in children(verb, "prep") for p in (c, *children(c, "prep"))]
    stranded = [p for p in behind if not p.children]
    return verb, relation_by(stranded[-1]) if stranded else rel


def _deeper(verb: Token) -> list[Token]:
    """Return what a verb governs and that may have the gap instead ("appears to favour")."""
    # where the parser takes "to" for a preposition
    inner = [n for p in children(verb, "prep") for n in children(p, "pobj")]
    return [
        c
        for c in (*children(verb, "xcomp", "ccomp"), *inner)
        if c.pos_ in ("VERB", "ADJ") and not children(c, "dobj")
    ]


def gap_of_what(clause: Token) -> tuple[Token, str] | None:
    """Return the verb to which "what" belongs, and how ("what Oz wants", "what it asks for").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("What Oz wants is a truce. What it asks for is aid.", "wants", "asks")
    >>> [gap_of_what(word) for word in words]
    [(wants, 'obj'), (asks, 'for')]
    """
    what = next(
        (
            c
            for c in clause.subtree
            if c.lower_ == "what"
            and c.i <= clause.i
            # as often as not the parser takes "What Oz" for one phrase
            and (c.dep_ in ("dobj", "pobj") or (c.dep_ == "det" and c.head.pos_ == "PROPN"))
        ),
        None,
    )
    if what is None:
        return None
    verb = what.head if what.dep_ == "dobj" else what.head.head
    if what.dep_ == "det" and (what.head.dep_ != "nsubj" or children(verb, "dobj")):
        return None
    if verb.pos_ != "VERB" and lemma(verb.text) != "do":
        return None
    if what.dep_ == "pobj":
        return verb, relation_by(what.head)
    bare = [c for c in children(verb, "prep") if not children(c, "pobj", "pcomp")]
    stranded = [c for c in bare if c.i > verb.i]
    return verb, relation_by(stranded[0]) if stranded else "obj"


def relation_beside(current: Token, verb: Token, lexicon: Lexicon) -> str | None:
    """Return how a noun hangs from a verb whose phrase right behind it is the mention's.

    The parser hangs "on it" in "halted the work on it" from the verb as often as not.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> port, halted = words_in("Oz halted the work on the port.", "port", "halted")
    >>> relation_beside(port, halted, load_lexicon())
    'obj'
    """
    preposition = current.head
    if preposition.dep_ != "prep" or preposition.i == 0:
        return None
    if preposition.lower_ not in lexicon.words["topical_prepositions"]:
        return None
    noun = preposition.nbor(-1)
    if noun.pos_ != "NOUN" or noun.i <= verb.i or verb not in noun.ancestors:
        return None
    above = relation(noun)
    if above is None or above[0].i != verb.i or wanting_noun(noun, lexicon) is not None:
        return None  # what a "demand on weapons" wants is not said
    found = reading(verb, above[1], lexicon)
    turning = found is not None and found.kind in ("attitude", "effect")
    return above[1] if turning and found is not None and found.polarity == "-" else None


def through_object(verb: Token, lexicon: Lexicon, inside: frozenset[int]) -> str | None:
    """Return "obj" where other words of the mention stand in a verb's object.

    "Mocked the notion of a port in its old bounds": "in" is hung from the verb.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Oz mocked the notion of a port in its old bounds."
    >>> mocked, port, bounds = words_in(text, "mocked", "port", "bounds")
    >>> through_object(mocked, load_lexicon(), frozenset({port.i, bounds.i}))
    'obj'
    """
    for noun in children(verb, "dobj"):
        low, high = noun.left_edge.i, noun.right_edge.i
        if any(low <= i <= high for i in inside):
            found = reading(verb, "obj", lexicon)
            return "obj" if found is not None else None
    return None


def raised(verb: Token, lexicon: Lexicon, inside: frozenset[int]) -> Token | None:
    """Return what the subject of "have to", "be going to" and the like is said to do.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [going] = words_in("The toll is going to be lifted.", "going")
    >>> raised(going, load_lexicon(), frozenset())
    lifted
    """
    if verb.i in inside or lemma(verb.text) not in lexicon.words["subject_raisers"]:
        return None
    if lemma(verb.text) == "go" and verb.tag_ != "VBG":
        return None
    return next(
        (
            clause
            for clause in children(verb, "xcomp")
            if clause.i > verb.i and clause.i not in inside and has_to(clause)
        ),
        None,
    )


def wanting_object(current: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    """Return the noun of wanting that an infinitive belongs to ("ignored the appeal to go").

    The parser often hangs the infinitive from the verb; it stands right behind the noun.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> leave, ignored = words_in("The mayor ignored calls to leave the port.", "leave", "ignored")
    >>> leave.head, wanting_object(leave, ignored, load_lexicon())
    (ignored, calls)
    """
    if current.dep_ not in ("advcl", "xcomp"):
        return None
    for noun in children(verb, "dobj", "nsubjpass"):
        found = reading(noun, "to", lexicon)
        if found is not None and found.kind == "attitude" and noun.pos_ == "NOUN":
            if noun.i == current.left_edge.i - 1 and any(
                c.tag_ == "TO" and c.i == current.left_edge.i for c in children(current, "aux")
            ):
                return noun
    return None


def for_whom(current: Token, verb: Token) -> bool:
    """Tell whether an infinitive's doer stands before it with "for".

    >>> from stancegraph.extraction.examples import words_in
    >>> go, waits = words_in("Ev waits for Oz to go.", "go", "waits")
    >>> for_whom(go, waits)
    True
    """
    if current.dep_ not in ("advcl", "xcomp"):
        return False
    if is_marked(current, "for"):
        return True
    return any(
        preposition.lower_ == "for"
        and preposition.i > verb.i
        and preposition.right_edge.i == current.left_edge.i - 1
        for preposition in children(verb, "prep")
    )


def refusal_lacking(noun: Token, verb: Token, lexicon: Lexicon) -> Predicate | None:
    """Return the refusal of an object that lacks a noun ("dismissed an accord without it").

    The parser hangs "without" from the verb.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Oz rejected a truce without guarantees."
    >>> guarantees, rejected = words_in(text, "guarantees", "rejected")
    >>> refusal_lacking(guarantees, rejected, load_lexicon()).act
    'reject'
    """
    found = reading(verb, "obj", lexicon) if verb.pos_ == "VERB" else None
    if found is None or found.kind != "attitude" or found.polarity != "-":
        return None
    beside = any(c.right_edge.i == noun.head.i - 1 for c in children(verb, "dobj"))
    return found if beside and noun.head.dep_ == "prep" else None
