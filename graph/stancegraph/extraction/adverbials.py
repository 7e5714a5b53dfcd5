"""Clauses beside the main one: conditions, what must come first, and statements of their own."""

from stancegraph.extraction.claims import Claim
from stancegraph.extraction.clauses import concludes
from stancegraph.extraction.climb import STOP, Climb, Step
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.judgements import judging_word, name_before, predicated
from stancegraph.extraction.moods import INTENDING, is_inverted, is_past, modals_of
from stancegraph.extraction.negation import negated
from stancegraph.extraction.operators import apply, naming
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.readings import has_rest, reading
from stancegraph.extraction.trees import Token

__all__ = ["adverbial_clause"]


def adverbial_clause(climb: Climb, clause: Token, verb: Token, sign: int) -> int:
    """Apply the verb to an adverbial clause beside it; return the sign beyond it, or `STOP`.

    It is a condition, or what must come first, or says something by itself.
    """
    words = climb.lexicon.words
    marks = {c.lower_ for c in children(clause, "mark", "advmod", "prep")}
    only = _is_only(clause, verb)
    likened = {"as", "though"} <= marks
    if "if" in marks and not only and not likened:
        judged = _judged_if(climb, clause, verb, sign)
        if judged is not None:
            return judged
    if marks & words["upon_marks"] and verb.tag_ != "VBD" and _ends_conflict(climb, verb):
        return _ended(climb, verb, sign)  # "peace begins when Oz has left"
    inverted = is_inverted(clause, climb.lexicon)
    if (marks & words["hypothetical_marks"] or inverted or likened) and not only:
        offering = None if likened or sign < 0 else _offering(climb, clause, verb)
        climb.suppose()  # "if it leaves", "as though it wanted to leave"
        if offering is not None:
            _offered(climb, offering, sign)
    elif only or (
        marks & words["precedence_marks"] and _is_prospective(climb, clause, verb, marks)
    ):
        climb.forget()
        over = concludes(clause, climb.lexicon, climb.inside)
        if over or _is_unordered(climb, clause, verb, marks, only=only):
            climb.suppose()
        else:
            _put_first(climb, verb, sign)
    else:
        # "cannot stand by while it is ceded": told beside what is said
        climb.out.aside = bool(marks & words["temporal_marks"])
        climb.report_only(verb)
    return STOP


def _is_only(clause: Token, verb: Token) -> bool:
    """Tell whether nothing but what a clause says will do ("only if", "will only … once")."""
    opening = clause.left_edge
    before = opening.nbor(-1).lower_ if opening.i > clause.sent.start else ""
    if opening.lower_ == "not" and opening.nbor().dep_ == "mark":
        return True  # "not until Ev has left will Oz sign"
    return "only" in (opening.lower_, before) or any(
        c.lower_ == "only" and verb.i < clause.i and c.i < clause.i
        for c in children(verb, "advmod")
    )


def _offered(climb: Climb, verb: Token, sign: int) -> None:
    """Note that what is offered something for is wanted ("ready to sell if Ev leaves")."""
    climb.out.hypothetical = False
    climb.out.steps.append("precedence")
    holders = tuple(subjects(verb))
    if lemma(verb.text) in climb.lexicon.words["coming_about_verbs"] or verb.pos_ == "ADJ":
        holders = ()  # "talks could start if …", "is conceivable if …": whoever says so
    climb.claim(Claim("precedence", sign, holders, verb, "demand"))
    climb.report_only(verb)


def _put_first(climb: Climb, verb: Token, sign: int) -> None:
    """Note what somebody makes come first ("will not sign until Ev has left")."""
    climb.out.steps.append("precedence")
    holders = tuple(subjects(verb)) if verb.pos_ in ("VERB", "AUX") else ()
    if modals_of(verb) & climb.lexicon.words["deontic_modals"]:
        holders = ()  # whoever says what must come first sets the order
    if verb.tag_ == "VB" and not children(verb, "nsubj"):
        # "called it useless to stop before …": whoever calls it so
        holders = tuple(h for h in holders if (h.lower_, h.dep_) != ("it", "dobj"))
    past = is_past(verb, climb.lexicon)
    climb.claim(Claim("precedence", sign, holders, verb, "demand", past=past))
    climb.report_only(verb)


def _judged_if(climb: Climb, clause: Token, verb: Token, sign: int) -> int | None:
    """Apply what is said of "it" to a clause of "if" ("would welcome it if Oz stayed").

    So, too, what would end a quarrel ("the war would be over if Oz left"). None where nothing
    of the kind is said, or it cannot be read: then it is a condition like others.
    """
    words = climb.lexicon.words
    modals = modals_of(verb) & INTENDING
    if _ends_conflict(climb, verb):
        modals = modals_of(verb) & (INTENDING | words["possible_modals"])
    if not modals or (clause.i < verb.i and not _ends_conflict(climb, verb)):
        return None
    if any(c.lower_ in ("even", "only") for c in children(clause, "advmod")):
        return None
    if _ends_conflict(climb, verb):
        return _ended(climb, verb, sign) or None
    if lemma(verb.text) in words["naming_verbs"] and clause.i > verb.i:
        name = judging_word(name_before(clause, verb), climb.lexicon)
        if name is not None:
            climb.forget()
            return naming(climb, verb, sign, name)  # "would call it theft if Oz took it"
    pronouns = [c for c in children(verb, "dobj", "nsubj") if c.lower_ == "it"]
    if not pronouns:
        return None
    rel = "obj" if pronouns[0].dep_ == "dobj" else "subj"
    place: Token | None = None
    if rel == "subj" and lemma(verb.text) in words["copulas"]:
        found, place = predicated(verb, climb.lexicon, climb.idioms)
    elif rel == "obj" and lemma(verb.text) in words["welcoming_verbs"]:
        found = reading(verb, "obj", climb.lexicon)
    else:
        return None
    if found is None or found.kind not in ("attitude", "evaluate"):
        return None
    if found.polarity not in ("+", "-"):
        return None
    climb.forget()
    return apply(climb, Step(clause, verb, rel, sign, found, place)) or None


def _ended(climb: Climb, verb: Token, sign: int) -> int:
    """Apply what is said to end a quarrel: whoever says so is for it.

    Whoever warns of it may mean that the quarrel would be lost: it stays unread.
    """
    climb.forget()
    # "Oz warned that", ", warned Oz,", "the warning was that"
    beside = (*children(verb, "parataxis", "ccomp"), *children(verb.head, "nsubj"))
    governors = (*verb.ancestors, *beside)
    if any(lemma(t.text) in climb.lexicon.words["warning_words"] for t in governors):
        climb.unread()
        return STOP
    climb.speaker_claim = True
    climb.claim(Claim("evaluate", sign, (), verb, "demand"))
    return sign


def _ends_conflict(climb: Climb, verb: Token) -> bool:
    """Tell whether a verb says that a quarrel ends or that peace comes."""
    words = climb.lexicon.words
    if climb.negated(verb):
        return False
    low = lemma(verb.text)
    what = {lemma(c.text) for c in children(verb, "nsubj")}
    if what & words["conflict_nouns"]:
        over = any(c.lower_ in words["over_words"] for c in children(verb, "advmod", "acomp"))
        return low in words["ceasing_verbs"] or (low in words["copulas"] and over)
    if what & words["peace_nouns"]:
        return low in words["coming_about_verbs"]
    there = low in words["copulas"] and bool(children(verb, "expl"))
    return there and any(
        lemma(noun.text) in words["peace_nouns"]
        and not any(c.lower_ == "no" for c in children(noun, "det"))
        for noun in children(verb, "attr")
    )


def _offering(climb: Climb, clause: Token, verb: Token) -> Token | None:
    """Return the verb by which somebody offers something if another does what a clause says."""
    words = climb.lexicon.words
    marks = {c.lower_ for c in children(clause, "mark")}
    doers = children(clause, "nsubj", "nsubjpass")
    if not (marks & words["offering_marks"]) or not doers or negated(clause, climb.lexicon):
        return None
    if any(c.lower_ in ("even", "what") and c.i < clause.i for c in children(clause, "advmod")):
        return None
    main = verb
    while main.dep_ in ("xcomp", "acomp") and main.head.i != main.i:
        main = main.head
    holders = subjects(main)
    if {h.lower_ for h in holders} & {d.lower_ for d in doers} or climb.negated(main):
        return None
    known = [
        (place, p)
        for pos, places in (("a", children(main, "acomp", "attr")), ("v", [main]))
        for place in places
        for p in climb.lexicon.readings(pos, lemma(place.text))
    ]
    known += [(main, p) for p in [climb.idioms.get(main.i)] if p is not None]
    hinted = bool(modals_of(main) & (words["volitional_modals"] | words["possible_modals"]))
    for place, predicate in known:
        if predicate.kind != "attitude" or predicate.polarity != "+":
            continue
        if not has_rest(place, predicate) or negated(place, climb.lexicon):
            continue
        if predicate.pos == "a" or (hinted and predicate.act in ("accept", "offer", "promise")):
            return main
    if not any(c.kind == "attitude" for c in (*climb.out.claims, *climb.deferred)):
        for place, predicate in known:
            if predicate.kind == "evaluate" and predicate.polarity == "?":
                if not negated(place, climb.lexicon):
                    return place  # "a sale would be conceivable if the berths were cleared"
    begun = lemma(main.text) in words["coming_about_verbs"] and hinted
    if begun and any(lemma(h.text) in words["encounter_words"] for h in holders):
        return main
    return None


def _is_prospective(climb: Climb, clause: Token, verb: Token, marks: set[str]) -> bool:
    """Tell whether "after" and the like require something, rather than tell when it was."""
    if not marks & {"after", "before", "once"}:
        return True
    if modals_of(verb) - {"has", "have", "had"} or climb.negated(verb):
        return True
    if any(t.lower_ == "only" and t.i <= clause.left_edge.i for t in verb.subtree):
        return True
    return verb.tag_ in ("VB", "VBG")


def _is_unordered(climb: Climb, clause: Token, verb: Token, marks: set[str], *, only: bool) -> bool:
    """Tell whether a clause of time orders nothing that its mention could be wanted for.

    "Asked to join before the talks are over" does not ask for the talks, and "supports
    recovery after Oz has struck the mill" tells what has happened.
    """
    if climb.out.silent or climb.out.circumstance:
        return True
    told = not only and not climb.negated(verb) and marks & {"after", "once"}
    if told and any(
        lemma(climb.out.path[0].doc[i].text) in climb.lexicon.words["encounter_words"]
        for i in climb.inside
    ):
        return True  # "will leave after it visits Oz for talks"
    if only or {"before", "after"}.isdisjoint(marks):
        return False
    if "after" in marks and verb.tag_ == "VBG" and not climb.negated(verb):
        return any(c.lower_ in ("has", "have", "had") for c in children(clause, "aux"))
    if "before" not in marks or modals_of(verb) & climb.lexicon.words["deontic_modals"]:
        return False
    return not climb.negated(verb) and verb.tag_ in ("VB", "VBG")
