"""How a word hangs from its governor, in the lexicon's terms.

The parser's own relations are taken for what they are worth: where it errs in ways that are
known, the governor meant is returned.
"""

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.moods import first_bare, has_to, modals_of
from stancegraph.extraction.negation import denied_before, sets_against
from stancegraph.extraction.parsing import children, first_conjunct, is_marked
from stancegraph.extraction.trees import Token

__all__ = [
    "ARGUMENT_RELATIONS",
    "asked_with",
    "gapped",
    "is_dependent",
    "is_item",
    "is_misplaced",
    "is_spliced",
    "relation",
    "relation_by",
    "sharing",
]

#: How content attaches to a verb as its argument; the rest are prepositions.
ARGUMENT_RELATIONS = frozenset({"obj", "subj", "to", "sc", "ing", "that", "attr", "mod"})


def relation(child: Token) -> tuple[Token, str] | None:
    """Return a token's governor and the way in which it attaches, in the lexicon's terms.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Oz insists on tolls and rejects a truce."])
    >>> relation(doc[3]), relation(doc[7])
    ((insists, 'on'), (rejects, 'obj'))
    """
    head, dep = child.head, child.dep_
    if head.i == child.i:
        return None
    if dep in ("conj", "appos") and (listed := _first_denied(child)) is not None:
        return relation(listed)
    if dep == "conj":
        if is_misplaced(child):
            host = next((t for t in head.ancestors if t.tag_ == "VB"), None)
            if host is not None:
                return relation(host)
        asked = asked_with(child) or _wished_beside(child)
        if asked is not None:
            return relation(asked)
        if (
            child.pos_ in ("VERB", "AUX")
            and children(child, "nsubj", "nsubjpass")
            and not _continues(child)
        ):
            return head, "conj"
        if head.pos_ in ("VERB", "AUX") and denied_before(child):
            # "is not a truce but a treaty", strung on the verb
            beside = [c for c in children(head, "attr", "dobj") if head.i < c.i < child.i]
            return relation(beside[-1]) if beside else relation(head)
        return relation(head)
    if dep in ("pobj", "pcomp"):
        if (repeated := _repeated_by(head)) is not None:
            # "approved of the loan but not of the levy"
            first = children(repeated, "pobj", "pcomp")
            return relation(first[0]) if first else (repeated.head, relation_by(head))
        if head.dep_ == "prep" and head.head.dep_ == "prep" and head.head.i != head.i:
            # "because of", "in favour of": the outer one governs; but in "stay out of"
            # the first is the verb's particle
            if head.head.lower_ in ("out", "away", "off", "back", "up", "down"):
                return head.head.head, relation_by(head)
            return head.head.head, relation_by(head.head)
        if head.dep_ == "prep" and _is_particle(head.head):
            return head.head.head, relation_by(head)  # "walked away from it"
        if head.dep_ in ("prep", "agent", "dative", "prt", "advmod", "cc"):
            return head.head, relation_by(head)
        return head, relation_by(head)
    if dep == "prep":
        if child.tag_ == "VBG" and child.i < head.i and head.pos_ in ("VERB", "AUX"):
            if not children(head, "nsubj", "nsubjpass", "csubj", "expl"):
                return head, "subj"  # "Excluding Oz would be wrong": taken for a preposition
        if children(child, "nsubj") and head.pos_ == "VERB":
            return head, "sc"  # "wants every soldier off its land"
        return head, relation_by(child)
    if dep in ("dobj", "nsubjpass", "dative", "csubjpass"):
        return head, "obj"
    if dep in ("oprd", "attr", "acomp"):
        return head, "attr"
    if dep in ("nsubj", "csubj"):
        if head.tag_ in ("VBN", "VBD") and head.dep_ == "ccomp" and _is_small_clause(head):
            return head, "obj"  # "wants the ban lifted"
        if head.dep_ == "conj" and _wished_beside(head) is not None:
            return head, "obj"
        whole = _included_in(child)
        if whole is not None:
            return relation(whole)
        return head, "subj"
    if dep in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        if has_to(child):
            if dep == "ccomp" and (judged := _judged_by(child)) is not None:
                return judged, "subj"
            return head, "subj" if dep == "advcl" and _is_said_of(child, head) else "to"
        if dep == "acl" and _is_doing_or_being(child):
            for preposition in children(head, "prep"):
                if preposition.right_edge.i != child.left_edge.i - 1:
                    continue
                if preposition.lower_ in ("of", "over", "against", "to", "on", "about"):
                    # "Oz's idea of Ev leaving", "a veto over Ev leaving": hung from the noun
                    return head, relation_by(preposition)
        if dep in ("ccomp", "xcomp", "advcl") and (by := _put_before(child)) is not None:
            return head, relation_by(by)
        if dep in ("relcl", "acl"):
            return head, dep
        if child.tag_ == "VBG" and dep == "ccomp":
            judged = _judged_by(child)
            if judged is not None:
                return judged, "subj"
        if (
            child.tag_ == "VBG"
            and dep in ("xcomp", "ccomp")
            and not children(child, "aux", "nsubj")
        ):
            return head, "ing"
        if dep == "advcl":
            if head.pos_ == "ADJ" and is_marked(child, "that") and child.left_edge.i == head.i + 1:
                return head, "that"  # "found it necessary that Oz pay"
            if _is_said_of(child, head):
                return head, "subj"  # "Joining it, meanwhile, is out of the question"
            # "ruled out sending them": the parser may take a gerund for an adjunct
            for preposition in children(head, "prep"):
                nouns = children(preposition, "pobj")
                if child.tag_ == "VBG" and nouns and nouns[0].i == child.i - 1:
                    return head, relation_by(preposition)  # "object to Oz joining"
            adjacent = child.tag_ == "VBG" and 0 < child.i - head.i <= 3
            if adjacent and not children(head, "dobj") and not children(child, "mark", "nsubj"):
                between = child.doc[head.i + 1 : child.i]
                if not any(t.text == "," for t in between):
                    return head, "ing"
            return head, "advcl"
        if dep == "ccomp" and (_is_small_clause(child) or _is_gerund_clause(child)):
            return head, "sc"
        if child.pos_ in ("NOUN", "PROPN") and any(c.i > child.i for c in children(head, "oprd")):
            return head, "obj"  # "called the secret memo a trap": taken for a clause
        return head, "that"
    if dep in ("compound", "amod", "nmod", "poss", "npadvmod"):
        return head, "mod"
    return head, dep


def _is_doing_or_being(clause: Token) -> bool:
    """Tell whether a clause is a gerund's ("Oz leaving", "Oz being let in")."""
    helpers = [c.lower_ for c in children(clause, "auxpass", "aux")]
    return clause.tag_ == "VBG" or helpers == ["being"]  # but not "are being let in"


def _put_before(clause: Token) -> Token | None:
    """Return the preposition that a gerund's clause belongs to ("objected to Oz being let in").

    The parser takes the clause for what the verb reports, and leaves the preposition empty or
    gives it the clause's subject alone.
    """
    if not _is_doing_or_being(clause):
        return None
    for preposition in children(clause.head, "prep"):
        if preposition.i > clause.head.i and preposition.right_edge.i == clause.left_edge.i - 1:
            return preposition
    return None


def _first_denied(item: Token) -> Token | None:
    """Return the first item of a list of which each has its own "no", for a later one.

    "No tolls in Id, no levies and a bridge": the parser hangs what comes later from the last noun,
    or takes it for another name of the first. What closes the list with "and" need not be denied.
    """
    own = _has_no(item)
    if not own and (item.dep_ != "conj" or not any(t.lower_ == "and" for t in item.head.children)):
        return None
    before = []
    above = item.head
    while above.pos_ in ("NOUN", "PROPN", "ADP") and above.i < item.i and above.head.i != above.i:
        if _has_no(above):
            before.append(above)
        above = above.head
    enough = 1 if own else 2
    return before[-1] if len(before) >= enough else None


def _has_no(noun: Token) -> bool:
    return any(c.lower_ == "no" for c in children(noun, "det"))


def relation_by(token: Token) -> str:
    """Return the relation that a preposition makes: its word, and "to_" for "to".

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz agreed to a treaty instead of a truce.", "to", "of")
    >>> [relation_by(word) for word in words]
    ['to_', 'instead of']
    """
    low = token.lower_
    if low in ("of", "than") and token.i > 0:
        before = token.nbor(-1).lower_
        if (before, low) in (("instead", "of"), ("rather", "than")):
            return f"{before} {low}"
        if (
            low == "of"
            and before in ("place", "lieu")
            and token.i > 1
            and token.nbor(-2).lower_ == "in"
        ):
            return "instead of"
    return "to_" if low == "to" else low


def _is_said_of(clause: Token, verb: Token) -> bool:
    """Tell whether a gerund or an infinitive taken for an adjunct is what a verb speaks of.

    "Joining it, meanwhile, is out of the question", "To join it now would be a mistake": the
    verb has no other subject.
    """
    if clause.i > verb.i or children(verb, "nsubj", "nsubjpass", "csubj", "expl"):
        return False
    if clause.tag_ == "VBG":
        return verb.tag_ in ("VBZ", "VBD", "MD")
    finite = verb.tag_ in ("VBZ", "VBD") or (verb.tag_ == "VB" and bool(modals_of(verb) - {"to"}))
    return finite and has_to(clause)


def _judged_by(gerund: Token) -> Token | None:
    """Return the finite verb beside a doing that the parser has not seen to be its subject.

    "Told them that going back was a dream", "that to go was": both are hung from "told".
    """
    for verb in children(gerund.head, "ccomp"):
        if verb.i <= gerund.right_edge.i or verb.tag_ not in ("VBZ", "VBD", "VBP", "VB"):
            continue
        if gerund.right_edge.i + 1 == verb.left_edge.i and not children(
            verb, "nsubj", "nsubjpass", "csubj", "mark", "expl"
        ):
            return verb
    return None


def asked_with(verb: Token) -> Token | None:
    """Return the verb of a demand's clause that a bare infinitive goes on with.

    "The demand that Oz cede the isles it holds and limit its fleet": the parser hangs "limit"
    from "holds", with which it does not agree.

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "The demand that Oz cede the isles it holds and limit its fleet stands."
    >>> [limit] = words_in(text, "limit")
    >>> asked_with(limit)
    cede
    """
    if verb.tag_ != "VB" or verb.head.tag_ not in ("VBZ", "VBD") or verb.head.dep_ != "relcl":
        return None
    if children(verb, "aux", "nsubj", "nsubjpass"):
        return None
    for above in verb.head.ancestors:
        if above.tag_ in ("VB", "VBP") and is_marked(above, "that"):
            return above
    return None


def _repeated_by(preposition: Token) -> Token | None:
    """Return the preposition that one behind "not" repeats ("agreed to A but not to B").

    What both hang from stands before the first; the parser hangs the second from anything.
    """
    doc = preposition.doc
    if preposition.i == 0 or doc[preposition.i - 1].lower_ != "not":
        return None
    start = preposition.sent.start
    if preposition.i <= start + 1 or not sets_against(doc[preposition.i - 1]):
        return None
    for place in range(preposition.i - 2, start, -1):
        if doc[place].tag_ in ("VBZ", "VBD", "VBP", "MD"):
            return None  # "is for A, and has not to B": the clause begins here
        if doc[place].lower_ == preposition.lower_ and doc[place].dep_ == "prep":
            return doc[place]
    return None


def _is_particle(token: Token) -> bool:
    """Tell whether an adverb goes with its verb ("walked away from it")."""
    return (
        token.lower_ in ("out", "away", "off", "back", "up", "down", "aside")
        and token.dep_ in ("advmod", "prt")
        and token.head.pos_ == "VERB"
    )


def is_spliced(clause: Token, verb: Token) -> bool:
    """Tell whether a comma only strings two statements together ("it is wrong, Oz opposes it").

    >>> from stancegraph.extraction.examples import words_in
    >>> wrong, opposes = words_in("The toll is wrong, Oz opposes it.", "is", "opposes")
    >>> is_spliced(wrong, opposes)
    True
    """
    after = [c for c in children(verb, "dobj", "ccomp", "xcomp") if c.i > verb.i]
    if clause.i < verb.i and any(t.text == ":" for t in verb.doc[clause.i : verb.i]):
        return True  # "will pay on one condition: Oz must leave"
    if clause.i > verb.i or children(clause, "mark") or not after:
        return False
    finite = (clause, *(c for c in children(clause, "aux") if lemma(c.text) == "do"))
    return any(t.tag_ in ("VBZ", "VBP", "VBD") for t in finite) and any(
        t.text == "," for t in verb.doc[clause.i : verb.i]
    )


def _continues(clause: Token) -> bool:
    """Tell whether a coordinated clause hangs from what governs the first one.

    "asks that A stay and B leave", "said that A … and that B …", and the gapped
    "A must be freed and B returned".
    """
    if gapped(clause) is not None:
        return True
    first = clause.head
    if first.dep_ not in ("ccomp", "acl", "conj"):
        return False
    if is_marked(clause, "that"):
        return True
    return clause.tag_ == "VB" and not children(clause, "aux")


def gapped(clause: Token) -> Token | None:
    """Return the passive verb whose auxiliaries a coordinated participle shares.

    >>> from stancegraph.extraction.examples import words_in
    >>> [returned] = words_in("The captives must be freed and the isles returned.", "returned")
    >>> gapped(returned)
    freed
    """
    if clause.dep_ != "conj" or clause.tag_ not in ("VBN", "VBD"):
        return None
    if children(clause, "aux", "auxpass", "dobj") or not children(clause, "nsubj", "nsubjpass"):
        return None
    first = clause.head
    while first.dep_ == "conj" and not children(first, "auxpass"):
        first = first.head
    return first if children(first, "auxpass") else None


def sharing(verb: Token) -> Token | None:
    """Return the verb whose modal a coordinated infinitive shares ("must go and leave Oz").

    >>> from stancegraph.extraction.examples import words_in
    >>> [leave] = words_in("The ferry must turn and leave Oz.", "leave")
    >>> sharing(leave)
    turn
    """
    first = first_bare(verb)
    shared = first.i != verb.i and first.tag_ == "VB" and "to" not in modals_of(first)
    return first if shared and modals_of(first) else None


def _is_small_clause(token: Token) -> bool:
    """Tell whether a clause has a subject but no finite verb ("wants the captives freed")."""
    if children(token, "aux", "auxpass", "mark"):
        return False
    if not children(token, "nsubj", "nsubjpass") or token.i < token.head.i:
        return False  # "Talks make no sense, said Oz": a finite verb taken for a bare one
    # After these the parser's past tense is a participle: none takes a finite clause.
    taking = ("want", "like", "see", "need", "have")
    participle = token.tag_ == "VBD" and lemma(token.head.text) in taking
    return participle or token.tag_ in ("VBN", "VB", "JJ")


def _included_in(noun: Token) -> Token | None:
    """Return what a noun is said to be part of ("asked for aid, weapons included")."""
    verb = noun.head
    if verb.lower_ != "included" or verb.i < noun.i or children(verb, "aux", "auxpass", "dobj"):
        return None
    comma = noun.left_edge.i - 1
    if comma <= noun.sent.start or noun.doc[comma].text != ",":
        return None
    whole = noun.doc[comma - 1]
    while whole.dep_ in ("pobj", "prep") and whole.head.pos_ in ("NOUN", "PROPN", "ADP"):
        above = whole.head.head if whole.dep_ == "pobj" else whole.head
        if above.pos_ not in ("NOUN", "PROPN") or noun in above.subtree:
            break
        whole = above
    return whole if whole.pos_ in ("NOUN", "PROPN") else None


def _wished_beside(clause: Token) -> Token | None:
    """Return the small clause that another one stands beside ("wants A freed and B returned").

    The parser joins the second to the first, or to the verb above both.
    """
    if clause.tag_ not in ("VBN", "VBD") or children(clause, "aux", "auxpass", "mark", "dobj"):
        return None
    if not children(clause, "nsubj", "nsubjpass"):
        return None
    first = first_conjunct(clause)
    beside = [first] if first.dep_ == "ccomp" else children(first, "ccomp")
    for other in beside:
        if other.i < clause.i and other.tag_ in ("VBN", "VBD") and _is_small_clause(other):
            return other
    return None


def _is_gerund_clause(clause: Token) -> bool:
    """Tell whether a clause says what something is wanted to go on doing ("the arms flowing")."""
    return (
        clause.tag_ == "VBG"
        and bool(children(clause, "nsubj"))
        and not children(clause, "aux", "mark")
        and lemma(clause.head.text) in ("want", "like", "see", "need", "have", "keep")
    )


def is_misplaced(verb: Token) -> bool:
    """Tell whether the parser has joined a bare verb to a finite one.

    In "the demand that Oz leave what it claims and accept a toll", "accept" goes with "leave".

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "Ev asked that Oz leave the isles it holds and accept a toll."
    >>> [accept] = words_in(text, "accept")
    >>> accept.head, is_misplaced(accept)
    (holds, True)
    """
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and verb.head.tag_ in ("VBZ", "VBD")
        and not children(verb, "aux", "nsubj")
        and not children(verb.head, "aux")
    )


def is_dependent(parent: Token) -> bool:
    """Tell whether a verb is an infinitive or gerund under another predicate.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz wants to leave.", "wants", "leave")
    >>> [is_dependent(word) for word in words]
    [False, True]
    """
    if parent.pos_ not in ("VERB", "AUX"):
        return False
    if children(parent, "nsubj", "nsubjpass"):
        return False
    if parent.dep_ in ("xcomp", "pcomp"):
        return True
    return parent.dep_ in ("acl", "relcl") and has_to(parent)


def is_item(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a gerund is an item of a list of wishes ("they include Oz leaving").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [leaving] = words_in("Their demands include Oz leaving the port.", "leaving")
    >>> is_item(leaving, load_lexicon())
    True
    """
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in ("ccomp", "xcomp", "pcomp")
        and bool(children(verb, "nsubj"))
        and not children(verb, "aux")
        and lemma(verb.head.text) in lexicon.words["including_verbs"]
    )
