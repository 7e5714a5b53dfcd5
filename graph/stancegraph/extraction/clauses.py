"""What a clause is to the word that it hangs from: an idea, a question, a text, a fate."""

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Idioms, Lexicon, Predicate
from stancegraph.extraction.moods import INTENDING, has_to, is_not_yet, is_subjunctive, modals_of
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, is_marked, subjects
from stancegraph.extraction.readings import reading
from stancegraph.extraction.relations import relation
from stancegraph.extraction.trees import Token

__all__ = [
    "concludes",
    "falls_to",
    "fate",
    "is_disputed",
    "is_laid_down_by",
    "is_laid_down_in_text",
    "is_proposition",
    "is_reason_why",
    "is_sketched",
    "is_to_end",
    "proposing",
    "tells_day",
    "who_leaves_open",
    "within_question",
]

#: How words hang together within one clause.
_WITHIN_CLAUSE = frozenset({"prep", "pobj", "acomp", "dobj", "xcomp", "advmod", "dative"})


def is_laid_down_by(clause: Token) -> bool:
    """Tell whether a clause gives the terms of the text before it ("under which Oz would go").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("It is a pact under which Oz would go. Ev went.", "go", "went")
    >>> [is_laid_down_by(word) for word in words]
    [True, False]
    """
    told = clause.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(clause, "aux", "auxpass"))
    if told or any(c.lower_ in ("has", "have") for c in children(clause, "aux")):
        return False  # "under which grain left the ports"
    first = clause.left_edge
    if first.lower_ == "whereby":
        return True
    nouns = children(first, "pobj")
    return first.lower_ in ("under", "by", "in") and any(n.tag_ == "WDT" for n in nouns)


def who_leaves_open(
    clause: Token, verb: Token, lexicon: Lexicon, idioms: Idioms
) -> tuple[Token, ...]:
    """Return who leaves open what a clause with "whether" asks ("is weighing whether …").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> paid, weighing = words_in("Oz is weighing whether to pay.", "pay", "weighing")
    >>> who_leaves_open(paid, weighing, load_lexicon(), {})
    (Oz,)
    """
    if not is_marked(clause, "whether", "if"):
        return ()
    low = lemma(verb.text)
    if low in lexicon.words["probing_verbs"] and _is_to_be_tried(clause, verb):
        return tuple(subjects(verb))  # "would see whether a berth could be spared"
    if not is_marked(clause, "whether"):
        return ()
    considering = any(
        p.act == "consider" and p.kind == "attitude" and p.polarity == "~" and p.term == low
        for p in lexicon.readings("v", low)
    )
    if considering and not negated(verb, lexicon):
        return tuple(subjects(verb))
    idiom = idioms.get(verb.i)
    if idiom is not None and idiom.polarity == "~":
        # "has not made up its mind whether to pay", "refused to be drawn on whether it pays"
        if idiom.term.startswith("not ") or (
            idiom.act == "consider" and not negated(verb, lexicon)
        ):
            return tuple(subjects(verb))
    if verb.pos_ == "ADJ" and not negated(verb.head, lexicon):
        # "was vague about whether to pay"
        known = (p for p in lexicon.readings("a", low) if (p.polarity, p.act) == ("~", "consider"))
        return tuple(subjects(verb.head)) if any(known) else ()
    if low not in lexicon.words["revealing_verbs"]:
        return ()
    if negated(verb, lexicon) and modals_of(verb) & (INTENDING | {"has", "have", "had"}):
        return tuple(subjects(verb))  # "will not say whether", "has not said whether"
    if verb.dep_ == "xcomp" and is_not_yet(verb.head):
        return tuple(subjects(verb.head))  # "has yet to say whether"
    above = verb.head
    if verb.dep_ == "xcomp" and lemma(above.text) in ("refuse", "decline"):
        return () if negated(above, lexicon) else tuple(subjects(above))
    return ()


def _is_to_be_tried(clause: Token, verb: Token) -> bool:
    """Tell whether somebody will see if a thing can be done, by no matter whom or by himself."""
    if not modals_of(verb) & INTENDING or not modals_of(clause) & {"could", "can", "might"}:
        return False
    if children(clause, "auxpass"):
        return not children(clause, "agent")
    doers = {d.lower_ for d in children(clause, "nsubj")}
    return bool(doers) and doers <= {"he", "she", "it", "they", "we"}


def within_question(clause: Token, above: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a clause asks what a thing is good for, does or brings.

    "What Oz calls a truce" names it, and in "what is a truce" nothing is asked.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> serves, asked = words_in("Oz asked what a truce is good for.", "is", "asked")
    >>> within_question(serves, asked, load_lexicon(), frozenset())
    True
    """
    if clause.pos_ not in ("VERB", "AUX") or {clause.i, above.i} & inside:
        return False
    if lemma(clause.text) in lexicon.words["naming_verbs"]:
        return False
    first = clause.left_edge.i
    for word in clause.doc[max(first - 1, clause.sent.start) : first + 2]:
        if word.lower_ != "what" or word.tag_ not in ("WP", "WDT") or word.i > clause.i:
            continue
        if word.i in inside or word.dep_ in ("nsubj", "nsubjpass"):
            return False
        governor = word.head
        while governor.i not in (clause.i, above.i) and governor.dep_ in _WITHIN_CLAUSE:
            governor = governor.head
        return governor.i in (clause.i, above.i)
    return False


def proposing(clause: Token, verb: Token, lexicon: Lexicon) -> Predicate | None:
    """Return what a verb of saying means before a subjunctive ("suggested that Oz host it").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> accept, suggested = words_in("Ev suggested that Oz accept it.", "accept", "suggested")
    >>> proposing(accept, suggested, load_lexicon()).act
    'propose'
    """
    if not is_subjunctive(clause):
        return None
    wanting = lexicon.readings("v", lemma(verb.text))
    return next((p for p in wanting if p.kind == "attitude" and p.polarity == "+"), None)


def is_proposition(clause: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause says what might be done ("the idea that Oz leave it").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> leave, idea = words_in("The idea that Oz leave it is old.", "leave", "idea")
    >>> is_proposition(leave, idea, load_lexicon())
    True
    """
    words = lexicon.words
    if not {lemma(noun.text), noun.lower_} & words["proposition_nouns"]:
        return False
    doers = children(clause, "nsubj", "nsubjpass")
    if clause.left_edge.lower_ != "that" or not doers or clause.left_edge.i == doers[0].i:
        return False
    if modals_of(clause) & (words["deontic_modals"] | words["possible_modals"] | {"would"}):
        return True
    return is_subjunctive(clause)


def is_disputed(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a claim, report or accusation is rejected where it is mentioned.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz denied the claim. Ev repeated the report.", "claim", "report")
    >>> [is_disputed(word, load_lexicon()) for word in words]
    [True, False]
    """
    above = relation(noun)
    if above is None:
        return False
    found = reading(above[0], above[1], lexicon)
    return found is not None and (found.kind == "deny" or found.polarity == "-")


def is_sketched(current: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb lays out how a thing could be done: whoever does so proposes it.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> lifted, outlined = words_in("Oz outlined how a toll could be lifted.", "lifted", "outlined")
    >>> is_sketched(lifted, outlined, load_lexicon())
    True
    """
    if lemma(verb.text) not in lexicon.words["sketching_verbs"]:
        return False
    if not any(c.lower_ == "how" and c.i < current.i for c in children(current, "advmod")):
        return False
    return bool(modals_of(current) & {"could", "might", "can", "to"})


def is_to_end(clause: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a gerund is to end ("that the arming of Oz end"), taken for the verb.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [arming] = words_in("Ev demands that the arming of Oz end.", "arming")
    >>> is_to_end(arming, load_lexicon(), frozenset({arming.i}))
    True
    """
    last = clause.right_edge
    return (
        clause.tag_ in ("VBG", "NN")
        and last.i > max(inside, default=last.i)
        and last.tag_ in ("VB", "VBP", "NN")
        and lemma(last.text) in lexicon.words["ceasing_verbs"]
        and all(c.tag_ == "NNP" for c in children(last, "det", "amod", "poss"))
        and is_marked(clause, "that")
    )


def fate(current: Token, verb: Token, sign: int, lexicon: Lexicon, inside: frozenset[int]) -> int:
    """Apply to a sign what is to become of an object ("called for ties with Ev to be cut").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> ties, called = words_in("The mayor called for ties with Ev to be cut.", "ties", "called")
    >>> fate(ties, called, 1, load_lexicon(), frozenset({ties.i}))
    -1
    """
    for clause in children(verb, "xcomp", "advcl", "ccomp"):
        if (
            clause.i > current.i
            and clause.i not in inside
            and lemma(clause.text) in lexicon.words["ceasing_verbs"]
            and has_to(clause)
            and not children(clause, "dobj", "auxpass", "nsubj")
        ):
            return sign if negated(clause, lexicon) else -sign
        if children(clause, "auxpass") and not children(clause, "nsubjpass"):
            found = reading(clause, "obj", lexicon)
            if found is not None and found.kind == "effect" and found.polarity == "-":
                sign = -sign
            if negated(clause, lexicon):
                sign = -sign
    return sign


def is_laid_down_in_text(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a sentence opens with the text that lays it down ("Under Oz's draft …").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Under the draft, Oz would leave. In the port, Ev would stay."
    >>> words = words_in(text, "leave", "stay")
    >>> [is_laid_down_in_text(word, load_lexicon()) for word in words]
    [True, False]
    """
    words = lexicon.words
    texts = words["document_nouns"] | words["arrangement_nouns"]
    colons = [t for t in verb.sent if t.text == ":" and t.i < verb.i]
    if colons and any(lemma(t.text) in texts for t in verb.doc[verb.sent.start : colons[0].i]):
        return True  # "read out his terms: Ev was to pay"
    return any(
        preposition.i < verb.i
        and preposition.lower_ in (*words["term_prepositions"], "according")
        and any(lemma(t.text) in texts for t in preposition.subtree)
        for preposition in children(verb, "prep")
    )


def tells_day(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause behind a noun only tells of a day that may come.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz spoke of the day when the toll is lifted.", "day", "toll")
    >>> [tells_day(word, load_lexicon()) for word in words]
    [True, False]
    """
    words = lexicon.words
    # but "since the day that", "until the day when"
    open_end = noun.dep_ == "pobj" and noun.head.lower_ not in ("on", "of", "for", "to")
    return lemma(noun.text) in words["day_nouns"] and not open_end


def is_reason_why(clause: Token, noun: Token) -> bool:
    """Tell whether a clause tells what there is reason for ("no reason why Oz should pay").

    >>> from stancegraph.extraction.examples import words_in
    >>> pay, reason = words_in("Ev sees no reason why Oz should pay.", "pay", "reason")
    >>> is_reason_why(pay, reason)
    True
    """
    why = any(c.lower_ == "why" for c in children(clause, "advmod", "mark"))
    return why and lemma(noun.text) == "reason"


def falls_to(clause: Token, copula: Token, inside: frozenset[int]) -> bool:
    """Tell whether a clause says what is left to somebody to do ("it is up to Oz to pay").

    Where the words of the mention say so themselves, that is what is wanted; and what "is for Oz
    to" do is asked of Oz as often as left to it, unless it is denied.

    >>> from stancegraph.extraction.examples import words_in
    >>> pay, copula = words_in("It is up to Oz to pay.", "pay", "is")
    >>> falls_to(pay, copula, frozenset())
    True
    """
    if not any(c.tag_ == "TO" for c in children(clause, "aux")) or clause.i < copula.i:
        return False
    if lemma(copula.text) != "be" or children(copula, "acomp", "attr", "dobj"):
        return False
    if [c.lower_ for c in children(copula, "nsubj", "nsubjpass")] != ["it"]:
        return False
    leaving = [c for c in children(copula, "prep") if c.i < clause.i and c.lower_ == "up"]
    if children(copula, "neg"):
        leaving += [c for c in children(clause, "mark") if c.lower_ == "for"]
        leaving += [c for c in children(copula, "prep") if c.i < clause.i and c.lower_ == "for"]
    return bool(leaving) and all(c.i not in inside for c in leaving)


def concludes(clause: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a clause says that an encounter is over ("once the talks conclude").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Once the talks conclude, the ferry will leave.", "conclude", "leave")
    >>> [concludes(word, load_lexicon(), frozenset()) for word in words]
    [True, False]
    """
    words = lexicon.words
    ending = lemma(clause.text) in words["concluding_verbs"] and clause.i not in inside
    return ending and any(
        lemma(noun.text) in words["encounter_nouns"]
        for noun in children(clause, "nsubj", "nsubjpass")
    )
