"""Mood and tense: whether a verb asserts, demands, or only supposes what it says.

By its modals, its form and the words beside it.
"""

import itertools

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import children, first_conjunct, is_marked
from stancegraph.extraction.readings import is_report
from stancegraph.extraction.trees import Token

__all__ = [
    "INTENDING",
    "asks",
    "first_bare",
    "goes_only_so_far",
    "has_to",
    "is_alternative",
    "is_announced",
    "is_doing",
    "is_hypothetical",
    "is_imagined",
    "is_imperative",
    "is_infinitive",
    "is_inverted",
    "is_inverted_by",
    "is_no_longer",
    "is_not_yet",
    "is_past",
    "is_subjunctive",
    "is_supposed",
    "is_taken_back",
    "is_to_be",
    "marvelling_word",
    "modals_of",
    "obliges",
    "tells_consequence",
]


#: What tells of an intention, or of what would come of something.
INTENDING = frozenset({"will", "'ll", "would", "'d"})


def modals_of(token: Token) -> set[str]:
    """Return a verb's auxiliaries, "to" among them.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Oz would never agree."])
    >>> modals_of(doc[3])
    {'would'}
    """
    return {c.lower_.replace("’", "'") for c in children(token, "aux")}


def has_to(verb: Token) -> bool:
    """Tell whether "to" stands before a verb.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz wants to leave.", "wants", "leave")
    >>> [has_to(word) for word in words]
    [False, True]
    """
    return any(c.tag_ == "TO" for c in children(verb, "aux"))


def is_subjunctive(clause: Token) -> bool:
    """Tell whether a clause says what is to be done ("that Oz host it", "that it be hosted").

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "The plan asks that Oz accept it. Ev says that Oz accepts it."
    >>> [is_subjunctive(word) for word in words_in(text, "accept", "accepts")]
    [True, False]
    """
    doers = children(clause, "nsubj", "nsubjpass")
    if not doers or any(c.lower_ != "be" for c in children(clause, "aux", "auxpass")):
        return False
    single = all(d.tag_ in ("NN", "NNP") and not children(d, "conj") for d in doers)
    if clause.tag_ == "VB" or (clause.tag_ == "VBP" and single):
        return True
    return clause.tag_ == "VBN" and bool(children(clause, "auxpass"))


def first_bare(verb: Token) -> Token:
    """Return the first of bare verbs in a row, which has their "to", modal or subject.

    >>> from stancegraph.extraction.examples import words_in
    >>> [leave] = words_in("The ferry must turn and leave Oz.", "leave")
    >>> first_bare(leave)
    turn
    """
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not children(verb, "aux", "nsubj"):
        verb = verb.head
    return verb


def is_to_be(verb: Token) -> bool:
    """Tell whether a clause with "that" tells what is to be, not what is ("that Oz accept it").

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "Oz insists that Ev accept it. Oz knows that Ev accepted it."
    >>> [is_to_be(word) for word in words_in(text, "accept", "accepted")]
    [True, False]
    """
    first = first_bare(verb)  # "that Oz lift the ban and grant it rights"
    return is_marked(first, "that") and is_subjunctive(first)


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" before it, or shares one ("to block or sabotage it").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz hopes to block or sabotage it.", "hopes", "sabotage")
    >>> [is_infinitive(word) for word in words]
    [False, True]
    """
    return has_to(first_bare(verb))


def is_doing(subject: Token) -> bool:
    """Tell whether what is spoken of is a doing ("to leave", "leaving") and not a thing.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Leaving the port was a mistake.", "Leaving", "port")
    >>> [is_doing(word) for word in words]
    [True, False]
    """
    if subject.pos_ not in ("VERB", "AUX"):
        return False
    return subject.tag_ == "VBG" or has_to(subject)


def is_imperative(verb: Token) -> bool:
    """Tell whether a verb is an order ("Stop it!", "let it cease").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Stop the ferry! They stop the ferry.", "Stop", "stop")
    >>> [is_imperative(word) for word in words]
    [True, False]
    """
    if verb.tag_ != "VB" or children(verb, "aux", "nsubj", "nsubjpass", "mark", "auxpass"):
        return False
    if any(c.tag_ == "VBD" for c in children(verb, "xcomp")):
        return False  # "Trump froze it": a name taken for a verb
    return verb.dep_ in ("ROOT", "ccomp", "parataxis") or (
        verb.dep_ == "conj" and is_imperative(verb.head)
    )


def obliges(verb: Token, lexicon: Lexicon, *, reported: bool) -> bool:
    """Tell whether "has to", "had to" tells what must be; "had to" does so in reports only.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [had] = words_in("The mayor had to pay.", "had")
    >>> obliges(had, load_lexicon(), reported=False), obliges(had, load_lexicon(), reported=True)
    (False, True)
    """
    if lemma(verb.text) != "have" or verb.pos_ not in ("VERB", "AUX") or is_not_yet(verb):
        return False
    clauses = children(verb, "xcomp")
    if not any(c.tag_ == "TO" for clause in clauses for c in children(clause, "aux")):
        return False
    reported = reported or any(
        above.dep_ == "ccomp" or is_report(above, lexicon) for above in (verb, *verb.ancestors)
    )
    return verb.lower_ in ("has", "have") or reported


def is_alternative(verb: Token) -> bool:
    """Tell whether a clause is one of two that are laid down for others ("either Oz pays or …").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Either Oz pays the toll or it leaves the port.", "pays", "leaves")
    >>> [is_alternative(word) for word in words]
    [True, True]
    """
    first = first_conjunct(verb)
    doers = children(first, "nsubj", "nsubjpass")
    if not doers or any(d.tag_ == "PRP" and d.lower_ in ("i", "we", "you") for d in doers):
        return False
    finite = first.tag_ in ("VBZ", "VBP") or any(
        c.tag_ in ("VBZ", "VBP") or c.lower_ in ("will", "must") for c in children(first, "aux")
    )
    opening = doers[0].left_edge
    if opening.lower_ != "either":
        if opening.i == first.sent.start or opening.nbor(-1).lower_ != "either":
            return False
    joined = [c for c in children(first, "conj") if children(c, "nsubj", "nsubjpass")]
    between = (t for c in joined for t in first.doc[first.i : c.i])
    return finite and any(t.lower_ == "or" for t in between)


def marvelling_word(verb: Token, lexicon: Lexicon) -> str | None:
    """Return the word that wonders at what a clause tells with "should" ("odd that …").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [want] = words_in("It is odd that Oz should want a toll.", "want")
    >>> marvelling_word(want, load_lexicon())
    'odd'
    """
    marks = [c for c in children(verb, "mark") if c.lower_ == "that"]
    if not marks:
        return None
    before = verb.doc[verb.sent.start : marks[0].i]
    words = lexicon.words["marvelling_words"]
    return next((t.lower_ for t in before if t.lower_ in words), None)


def is_not_yet(verb: Token) -> bool:
    """Tell whether "has yet to" says that something has not been done so far.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz has yet to answer. Ev has to answer.", "has", "has")
    >>> [is_not_yet(word) for word in words]
    [True, False]
    """
    return lemma(verb.text) in ("have", "be") and any(
        c.lower_ == "yet" and c.nbor().lower_ == "to" for c in children(verb, "advmod")
    )


def is_no_longer(verb: Token) -> bool:
    """Tell whether something is to stop, rather than has stopped ("will no longer pay").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz will no longer pay. Ev no longer pays.", "pay", "pays")
    >>> [is_no_longer(word) for word in words]
    [True, False]
    """
    if not any(
        c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children
    ):
        return False
    if modals_of(verb) & {"will", "'ll", "would", "shall", "should", "must", "to"}:
        return True
    return is_subjunctive(verb)


def is_inverted_by(opening: Token, verb: Token) -> bool:
    """Tell whether a negated phrase at the start turns a sentence round ("not once did …").

    >>> from stancegraph.extraction.examples import words_in
    >>> once, agree = words_in("Not once did Oz agree.", "once", "agree")
    >>> is_inverted_by(once, agree)
    True
    """
    first, after = opening.left_edge, opening.right_edge.i + 1
    if first.lower_ not in ("not", "never") or first.i == opening.i or opening.i > verb.i:
        return False
    return any(c.i == after for c in children(verb, "aux", "auxpass"))


def is_past(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether the text marks what a predicate says as over.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz once refused it. Ev refuses it.", "refused", "refuses")
    >>> [is_past(word, load_lexicon()) for word in words]
    [True, False]
    """
    marks = lexicon.words["past_marks"]
    for child in token.children:
        if child.dep_ in ("advmod", "npadvmod", "prep", "neg"):
            low = child.lower_
            if low in marks and not is_inverted_by(child, token):
                return True
            if low == "longer" and any(g.lower_ == "no" for g in child.children):
                return not is_no_longer(token)  # what "will no longer" be is not over yet
            phrase = " ".join(t.lower_ for t in child.subtree)
            if phrase in marks:
                return True
    perfect = any(c.lower_ == "had" for c in children(token, "aux"))
    if perfect and token.dep_ == "relcl":
        # "Oz, which had refused it, now asks for one"
        main = token.head.head
        if any(c.lower_ == "now" for c in children(main, "advmod")):
            return True
    early = lexicon.words["early_adverbs"]
    before = {c.lower_ for c in children(token, "advmod")} & early if perfect else set()
    if before and not (before <= lexicon.words["enduring_adverbs"] and _told(token, lexicon)):
        return True
    if token.tag_ in ("VBD", "VBN"):
        for preposition in children(token, "prep"):
            if preposition.lower_ in ("until", "till") and any(
                n.pos_ == "NUM" or n.lower_ in lexicon.words["bygone_words"]
                for n in preposition.subtree
            ):
                return True
    head = token.head
    if token.dep_ == "xcomp" and head.lower_ == "used":
        return True
    return any(c.lower_ == "used" for c in children(token, "aux"))


def _told(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb's past perfect is a report's ("said that it had long wanted it").

    Then it goes on: whoever spoke said "has long wanted". Not where a turn is told after it, nor
    in what is said of a noun beside it ("Oz, which had long wanted it, said no").
    """
    turns = lexicon.words["turning_words"]
    if any(t.lower_ in turns for t in verb.doc[verb.i : verb.sent.end]):
        return False
    above = list(itertools.takewhile(lambda a: a.dep_ != "relcl", (verb, *verb.ancestors)))
    above += [above[-1].head] if above and above[-1].dep_ == "ccomp" else []
    reports = (*above, *(c for a in above for c in children(a, "parataxis")))
    return any(
        t.tag_ == "VBD"
        and (is_report(t, lexicon) or lemma(t.text) in lexicon.words["remarking_verbs"])
        for t in reports
    )


def is_taken_back(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether what a verb says is undone by the next ("was offered and withdrawn").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Oz promised a loan and withdrew it."])
    >>> is_taken_back(doc[1], load_lexicon("en"))
    True
    """
    words = lexicon.words
    if verb.pos_ == "NOUN" and verb.dep_ in ("dobj", "nsubjpass"):
        verb = verb.head  # "made an offer of it and withdrew it", "an offer was made and withdrawn"
    if (
        verb.dep_ == "relcl"
        and verb.head.dep_ == "nsubjpass"
        and _retracts(verb.head.head, lexicon)
    ):
        return True  # "the loan that Oz had promised was withdrawn"
    for undoing in children(verb, "conj"):
        if not _retracts(undoing, lexicon):
            continue
        things = children(undoing, "dobj")
        if not things and children(verb, "auxpass"):
            passive = undoing.tag_ in ("VBN", "VBD") and not children(undoing, "nsubj")
            if passive and not children(undoing, "prep", "xcomp"):
                return True
        if any(
            t.lower_ in ("it", "them") or lemma(t.text) in words["anaphoric_nouns"] for t in things
        ):
            return True
    return False


def _retracts(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells that something was taken back, by nobody else."""
    retracting = any(
        term.split()[0] == lemma(verb.text) and _has_particle(verb, term)
        for term in lexicon.words["retracting_verbs"]
    )
    if not retracting or children(verb, "agent", "neg"):
        return False
    return not modals_of(verb) - {"has", "had"}


def _has_particle(verb: Token, term: str) -> bool:
    """Tell whether a verb's particle, if its term has one, stands right behind it or its object."""
    beside = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4]}
    return all(word in beside for word in term.split()[1:])


def goes_only_so_far(token: Token) -> bool:
    """Tell whether a purpose with "only" restricts what a verb says ("meet only to sign").

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "They will meet only to sign it. They will talk to sign it."
    >>> [goes_only_so_far(word) for word in words_in(text, "meet", "talk")]
    [True, False]
    """
    for clause in children(token, "advcl", "xcomp"):
        if clause.i < token.i or not has_to(clause):
            continue
        for adverb in (*children(clause, "advmod"), *children(token, "advmod")):
            if adverb.lower_ in ("only", "solely", "merely") and adverb.i > token.i:
                opening = clause.left_edge.i
                if opening - 1 <= adverb.i <= opening and adverb.nbor(-1).lower_ != "not":
                    return True
    return False


def is_imagined(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word stands in what a sentence only supposes.

    "In the event that Oz leaves"; and where it opens the sentence "Were Oz to leave, …",
    "Should Oz leave, …", "Had Oz left, …": up to the first comma.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("In the event that Oz leaves, Ev will stay.", "leaves", "stay")
    >>> [is_imagined(word, load_lexicon()) for word in words]
    [True, False]
    """
    sentence = token.sent
    for noun in sentence:
        if noun.i >= token.i or noun.lower_ not in ("event", "case"):
            continue
        before = noun.doc[max(noun.i - 2, sentence.start) : noun.i].text.lower().split()
        if before[-1:] != ["in"] and before != ["in", "the"]:
            continue
        between = noun.doc[noun.i + 1 : token.i]
        case = noun.lower_ == "event" or between[:1].text.lower() != "of"
        if case and not any(t.text in ",;:" for t in between):
            return True  # "in the event that Oz leaves", "in case Oz leaves"
    opening = next((t for t in sentence if not (t.is_punct or t.is_space)), sentence[0])
    inverted = opening.lower_ in lexicon.words["inverted_auxiliaries"]
    if not inverted or "?" in sentence.text:
        return False
    pause = next((t.i for t in sentence if t.text == "," and t.i > opening.i), -1)
    if not opening.i < token.i < pause:
        return False
    supposed = sentence.doc[opening.i + 1 : pause]
    if opening.lower_ == "were":
        return any(t.tag_ == "TO" for t in supposed)
    # the subject comes first: "had left" is no supposition
    return supposed[0].pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ") and any(
        t.pos_ == "VERB" for t in supposed
    )


def is_supposed(clause: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a complement clause only asks or supposes ("whether …", "Had Oz …").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz asked whether Ev paid. Oz said that Ev lied.", "paid", "lied")
    >>> [is_supposed(word, load_lexicon(), frozenset()) for word in words]
    [True, False]
    """
    asking = {"whether", "if"}
    if lemma(clause.head.text) not in lexicon.words["copulas"]:
        asking |= {"why", "how"}  # but "that is why …" asserts
    marks = {c.lower_ for c in children(clause, "mark", "advmod")}
    if asks(clause.head, lexicon) and any(
        t.tag_ in ("WP", "WDT", "WRB") and t.i not in inside for t in clause.subtree
    ):
        return True
    if any(c.lower_ == "though" and c.nbor(-1).lower_ == "as" for c in children(clause, "mark")):
        return True
    return bool(marks & asking) or is_inverted(clause, lexicon)


def is_hypothetical(clause: Token, lexicon: Lexicon) -> bool:
    """Tell whether an adverbial clause only supposes, or a complement is what somebody asks.

    "If they meet", "should they meet"; "asked who would meet".

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("If they meet, the mayor will wait.", "meet", "wait")
    >>> [is_hypothetical(word, load_lexicon()) for word in words]
    [True, False]
    """
    if clause.dep_ == "ccomp" and asks(clause.head, lexicon):
        return True
    if is_marked(clause, *lexicon.words["hypothetical_marks"]):
        return True
    return clause.dep_ == "advcl" and is_inverted(clause, lexicon)


def is_inverted(clause: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause supposes by what it opens with ("should they meet", "had they met").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Should they meet, the mayor will wait.", "meet", "wait")
    >>> [is_inverted(word, load_lexicon()) for word in words]
    [True, False]
    """
    first = clause.left_edge
    leading = first.dep_ in ("aux", "auxpass") and first.head.i == clause.i
    return leading and first.lower_ in lexicon.words["inverted_auxiliaries"]


def asks(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether what a verb takes is a question ("wondered who", "wanted to know who").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Oz wanted to know who would pay. Oz knows who pays."])
    >>> asks(doc[3], load_lexicon("en")), asks(doc[9], load_lexicon("en"))
    (True, False)
    """
    words = lexicon.words
    if lemma(verb.text) in words["asking_verbs"]:
        return True
    if lemma(verb.text) not in words["learning_verbs"]:
        return False
    return is_infinitive(verb) or any(c.dep_ == "neg" for c in verb.children)


def is_announced(verb: Token, lexicon: Lexicon, *, within: bool) -> bool:
    """Tell whether a verb says what will be ("will", or "would" under a report).

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("The ferry will leave. The ferry left.", "leave", "left")
    >>> [is_announced(word, load_lexicon(), within=True) for word in words]
    [True, False]
    """
    modals = modals_of(verb)
    if not within and lemma(verb.text) not in lexicon.words["coming_about_verbs"]:
        return False  # "would burn": told against it as often as for it
    if verb.dep_ == "xcomp" and verb.head.lower_ == "going":
        return True
    if modals & {"would", "'d"} and verb.dep_ == "ccomp":
        return is_report(verb.head, lexicon)
    return bool(modals & {"will", "'ll", "shall"})


def tells_consequence(verb: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a verb says what would come of its subject ("would split the town").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("A toll would split the town. A toll splits the town.", "split", "splits")
    >>> [tells_consequence(word, load_lexicon(), frozenset()) for word in words]
    [True, False]
    """
    modals = modals_of(verb)
    hinted = modals & (lexicon.words["possible_modals"] | INTENDING)
    after = [c for c in children(verb, "dobj", "prep", "xcomp", "dative") if c.i > verb.i]
    return bool(hinted and after) and verb.i not in inside
