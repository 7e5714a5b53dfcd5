"""Governors that the lexicon does not know in the use that is made of them.

The walk goes on past them, with the sign that their negation leaves. Closed word classes tell
where it cannot: what is only talked about, or perceived, or done away with by other means.
"""

from collections.abc import Callable

from stancegraph.extraction.attachment import refusal_lacking
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.climb import STOP, Climb, Step
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import is_somebody
from stancegraph.extraction.judgements import (
    comes_last,
    comes_to_nothing,
    has_unknown_name,
    has_unknown_state,
    is_condemned,
    is_kept_out,
    is_unreadable,
    predicated,
)
from stancegraph.extraction.moods import (
    INTENDING,
    is_announced,
    is_doing,
    modals_of,
    tells_consequence,
)
from stancegraph.extraction.negation import is_nothing, negated
from stancegraph.extraction.operators import apply, is_turned_off
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.readings import is_report, reading
from stancegraph.extraction.relations import ARGUMENT_RELATIONS
from stancegraph.extraction.trees import Token

__all__ = ["compose", "pass_through", "set_against"]


def compose(climb: Climb, at: Step) -> int:
    """Apply a governor, or go on past it if it is unknown; return the sign beyond it."""
    if at.predicate is not None:
        return apply(climb, at)
    at.turned_off = is_turned_off(climb, at)
    return pass_through(climb, at)


def pass_through(climb: Climb, at: Step) -> int:
    """Go on past a governor that the lexicon does not know in this use."""
    for case in _CASES:
        sign = case(climb, at)
        if sign is not None:
            return sign
    if at.turned_off:
        climb.out.flips += 1
        if at.rel in ("to", "of") and at.parent.pos_ == "NOUN":
            _unshown(climb, at.parent)
        return -at.sign
    return at.sign


def _unshown(climb: Climb, noun: Token) -> None:
    """Apply that there is none of a noun to what somebody might want ("no sign of wanting it").

    Whoever has no chance or time to want it may do so all the same.
    """
    if lemma(noun.text) in climb.lexicon.words["showing_nouns"]:
        climb.turn_wishes()
    else:
        climb.deferred[:] = [c for c in climb.deferred if c.kind != "attitude"]


def set_against(climb: Climb, current: Token, parent: Token, sign: int) -> int:
    """Apply what is said of something to what stands against it ("instead of a truce")."""
    climb.forget()
    climb.speaker_claim = False
    climb.out.steps.append("alternative")
    climb.out.flips += 1
    if parent.pos_ not in ("VERB", "AUX"):
        return -sign
    found = reading(parent, "obj", climb.lexicon)
    if found is not None and found.kind in ("attitude", "urge") and found.polarity == "+":
        return apply(climb, Step(current, parent, "obj", -sign, found))
    climb.mood(parent, -sign, "act")
    return -sign


def _unreadable(climb: Climb, at: Step) -> int | None:
    """Stop at what leaves open what is thought of it ("smelt a truce", "warned of a levy")."""
    current, parent = at.current, at.parent
    if not is_unreadable(current, parent, at.rel, climb.lexicon, climb.inside):
        return None
    if _is_snubbed(climb, at):
        return STOP
    climb.unread()
    telling = [c for c in children(current, "relcl") if modals_of(c) & {"would", "could"}]
    if telling and lemma(parent.text) in climb.lexicon.words["warning_words"]:
        # "warned of a truce that would let Oz regroup"
        climb.claim(Claim("attitude", -at.sign, tuple(subjects(parent)), parent, "warn"))
    return STOP


def _is_snubbed(climb: Climb, at: Step) -> bool:
    """Apply "does not respond to ultimatums", told of what somebody always does or will do."""
    verb, lexicon = at.parent, climb.lexicon
    if lemma(verb.text) not in lexicon.words["reacting_verbs"] or not at.turned_off:
        return False
    ever = {c.lower_ for c in children(verb, "aux")} & {"do", "does", *INTENDING}
    if not ever or at.rel != "to_" or children(verb, "dobj"):
        return False
    climb.claim(Claim("attitude", -at.sign, tuple(subjects(verb)), verb, "refuse", negated=True))
    return True


def _unnoticed(climb: Climb, at: Step) -> int | None:
    """Stop at what has merely not come to anybody ("no draft has been received")."""
    verb, words = at.parent, climb.lexicon.words
    if at.rel != "obj" or lemma(verb.text) not in words["noticing_verbs"] or climb.out.claims:
        return None
    if verb.tag_ not in ("VBN", "VBD"):
        return None  # "does not see a berth for it", "will get no berth" say what somebody thinks
    if not at.turned_off and not negated(at.current, climb.lexicon, climb.worded):
        return None
    climb.unread()
    return STOP


def _unmentioned(climb: Climb, at: Step) -> int | None:
    """Stop at what is not even spoken of, or not dealt over ("made no mention of it")."""
    words = climb.lexicon.words
    terms = words["mentioning_terms"] | words["dealing_terms"]
    if at.turned_off and lemma(at.parent.text) in terms:
        climb.talk_of()
        climb.deferred.clear()
        return STOP
    return None


def _wrecked(climb: Climb, at: Step) -> None:
    """Turn what is destroyed as only an undertaking can be ("set out to wreck the talks")."""
    words, verb = climb.lexicon.words, at.parent
    whole = " ".join([lemma(verb.text), *(c.lower_ for c in children(verb, "prt"))])
    if at.rel != "obj" or whole not in words["wrecking_verbs"]:
        return
    if lemma(at.current.text) in words["undertaking_nouns"] | words["encounter_nouns"]:
        at.sign = -at.sign
        climb.out.flips += 1


def _lacked(climb: Climb, at: Step) -> int | None:
    """Apply what somebody has none of ("lacks the will to pay", "lost Oz's support for it").

    Whether who lacks a thing would like to have it is not said.
    """
    noun, verb, words = at.current, at.parent, climb.lexicon.words
    missed = at.rel == "obj" and lemma(verb.text) in words["lacking_verbs"]
    lending = lemma(noun.text) in words["consent_nouns"]
    short = (verb.lower_, verb.dep_, at.rel) == ("short", "acomp", "of")
    short |= at.rel == "without" and lending
    if not missed and not short:
        return None
    climb.forget()
    owned = children(noun, "poss") or any(
        c.text[:1].isupper() for c in children(noun, "amod", "compound")
    )
    if missed and not owned and lemma(noun.text) in words["volition_nouns"]:
        turned = at.sign if at.turned_off else -at.sign
        holders = tuple(subjects(verb))
        climb.claim(Claim("attitude", turned, holders, verb, "refuse", turned=turned != at.sign))
        return turned
    climb.unread()
    return STOP


def _topic(climb: Climb, at: Step) -> None:
    """Note what is only talked about, compared, or the circumstance of something else."""
    words, out, rel = climb.lexicon.words, climb.out, at.rel
    low = lemma(at.parent.text)
    discussed = low in words["discussion_verbs"]
    if (discussed or low in words["topic_terms"]) and rel not in ("mod", "that", "subj"):
        # what is only talked about is nobody's wish
        out.topic = True
        out.silent = out.silent or discussed
    elif rel == "of" and low in words["guilt_nouns"]:
        out.silent = True  # "tried for the crime of ceding it"
        out.circumstance = not out.claims
    elif low in words["equating_verbs"] and rel != "subj":
        out.silent = True  # "it amounts to ceding it": a judgement on something else
    elif rel in ("about", "regarding", "concerning") or (
        rel == "of" and at.current.i in climb.inside and low in words["saying_verbs"]
    ):
        climb.talk_of()  # "said of it: …"
    elif rel in words["adjunct_prepositions"] and not out.claims:
        out.adjunct = True
        if rel in words["temporal_prepositions"]:
            climb.talk_of()
            climb.timed = True


def _other_words(climb: Climb, at: Step) -> int | None:
    """Apply "has not budged: no truce": told in other words."""
    parent = at.parent
    if not at.turned_off or lemma(parent.text) not in climb.lexicon.words["shifting_verbs"]:
        return None
    if not any(t.text == ":" for t in parent.doc[parent.i : at.current.i]):
        return None
    climb.claim(Claim("attitude", at.sign, tuple(subjects(parent)), parent, "state"))
    return STOP


def _awaited(climb: Climb, at: Step) -> int | None:
    """Note what is referred to, waited for, or has only results that are spoken of."""
    low = lemma(at.parent.text)
    if low == "refer" and at.rel in ("to", "to_"):
        climb.talk_of()
    if low == "wait" and at.rel == "for":
        climb.out.silent = True  # "must not wait for others to do it": no word against that
        climb.deferred.clear()
        return STOP
    if at.rel in ("of", "on", "from") and not climb.out.claims:
        if low in climb.lexicon.words["outcome_nouns"]:
            climb.talk_of()  # "report on the results of it"
            climb.out.circumstance = True
    return None


def _within_time(climb: Climb, at: Step) -> int | None:
    """Stop at what only says by when ("to land within days of a truce")."""
    span, words = at.parent, climb.lexicon.words
    if at.rel not in ("of", "from") or lemma(span.text) not in words["time_nouns"]:
        return None
    if span.dep_ != "pobj" or span.head.lower_ not in words["deadline_prepositions"]:
        return None
    climb.talk_of()
    climb.deferred.clear()
    climb.out.circumstance = not climb.out.claims
    return STOP


def _far_from(climb: Climb, at: Step) -> int | None:
    """Turn what is far off ("far from accepting it", "instead of sanctions")."""
    denying = (("far", "from"), ("instead", "of"), ("anything", "but"))
    if (at.parent.lower_, at.rel) not in denying:
        return None
    climb.turn_wishes()
    wishes = climb.deferred
    if at.parent.dep_ == "advmod" and wishes and wishes[0].kind == "attitude":
        climb.out.claims.append(wishes[0])
        climb.report_only(at.parent)
        return STOP
    return -at.sign


def _adjective(climb: Climb, at: Step) -> None:
    """Apply an adjective that is not in the lexicon, or a rank ("the last to accept it")."""
    parent, rel, words = at.parent, at.rel, climb.lexicon.words
    unknown = parent.pos_ == "ADJ" and not climb.lexicon.readings("a", lemma(parent.text))
    if unknown and rel in words["feeling_prepositions"]:
        climb.deferred.clear()
        climb.out.silent = True  # "purple towards it"
    if rel in ("to", "relcl") and parent.lower_ in words["ranking_words"]:
        if parent.lower_ == "last" and modals_of(parent.head) & INTENDING:
            at.sign = -at.sign  # "would be the last to accept it"
            climb.turn_wishes()
    elif rel == "to" and any(c.lower_ == "too" for c in children(parent, "advmod")):
        _too(climb, at)
    elif parent.pos_ == "ADJ" and rel in ("to", "that"):
        # "unlikely to get it": a forecast, or a judgement not in the lexicon
        climb.deferred.clear()
        climb.out.silent = True


def _too(climb: Climb, at: Step) -> None:
    """Apply what somebody is too proud to do; of who is too weak nobody knows the will."""
    adjective, copula, words = at.parent, at.parent.head, climb.lexicon.words
    denied = at.turned_off or climb.negated(copula)
    climb.forget()
    doers = [s for s in subjects(copula) if is_somebody(s)] if adjective.dep_ == "acomp" else []
    if doers and not denied and lemma(adjective.text) in words["unwilling_adjectives"]:
        climb.claim(Claim("attitude", -at.sign, tuple(doers), adjective, "refuse", turned=True))
    else:
        climb.unread()


def _without(climb: Climb, at: Step) -> int | None:
    """Apply what is said of something that lacks the mention ("no peace without it")."""
    if at.rel != "without":
        return None
    current, parent, sign = at.current, at.parent, at.sign
    refused = refusal_lacking(current, parent, climb.lexicon)
    if refused is not None:
        return apply(climb, Step(current, parent, "obj", -sign, refused))
    none = any(
        is_nothing(noun) or any(c.lower_ == "no" for c in children(noun, "det"))
        for noun in children(parent, "attr", "dobj", "nsubj")
    )
    if any(t.lower_ == "without" and t.i in climb.inside for t in parent.subtree):
        return -sign if at.turned_off or none else sign
    if not none and lemma(parent.text) in climb.lexicon.words["copulas"]:
        verdict, place = predicated(parent, climb.lexicon, climb.idioms)
        # "without it, … is worthless"
        none = verdict is not None and verdict.polarity == "-" and not at.turned_off
        if none and verdict is not None and verdict.kind == "evaluate" and place is not None:
            climb.speaker_claim = True
            climb.claim(Claim("evaluate", sign, (), place, verdict.act))
            return sign
    if at.turned_off or none:
        if at.turned_off and parent.pos_ == "VERB" and not climb.out.claims:
            doers = [h for h in subjects(parent) if is_somebody(h)]
            if doers and modals_of(parent) & climb.lexicon.words["volitional_modals"]:
                # "without it, Oz will not sign"
                climb.claim(Claim("precedence", sign, tuple(doers), parent, "demand"))
        return sign  # "no peace without it" asks for it
    if parent.pos_ == "NOUN" and is_condemned(parent, climb.lexicon, climb.idioms):
        return -sign  # "an accord without it is worthless"
    climb.out.silent = True
    return STOP


def _verb(climb: Climb, at: Step) -> int | None:
    """Go on past a verb: the mention is its subject, or hangs from it in another way."""
    if at.parent.pos_ not in ("VERB", "AUX"):
        return None
    if at.turned_off:
        at.sign = -at.sign
        climb.out.flips += 1
        if at.rel in ("to", "ing"):
            climb.turn_wishes()  # "did not dare to accept it"
    return _subject_of(climb, at) if at.rel == "subj" else _taken_by(climb, at)


def _subject_of(climb: Climb, at: Step) -> int:
    """Apply an unknown verb to its subject ("deliveries must stop", "is dubious")."""
    verb, words, out = at.parent, climb.lexicon.words, climb.out
    low = lemma(verb.text)
    ceasing = low in words["ceasing_verbs"] and not children(verb, "dobj")
    if ceasing or is_kept_out(verb, climb.lexicon, climb.inside):
        at.sign = -at.sign  # "deliveries must stop", "soldiers will stay out"
        out.flips += 1
    if is_doing(at.current) and low in words["equating_verbs"]:
        climb.unread()  # "to leave would mean to lose"
        return STOP
    if low not in words["copulas"]:
        _doing_unknown(climb, at)
    elif _is_no_such(at):
        # "a truce without guarantees is no truce"
        climb.speaker_claim = True
        turned = at.sign if at.turned_off else -at.sign
        climb.claim(Claim("evaluate", turned, (), verb, "criticise"))
        return turned
    else:
        _being_unknown(climb, at)
    if comes_to_nothing(verb, climb.lexicon) and not out.claims:
        climb.speaker_claim = True
        out.flips += 1
        climb.claim(Claim("evaluate", -at.sign, (), verb, "criticise"))
        return -at.sign
    if modals_of(verb) & words["deontic_modals"] and not out.claims:
        # "must come at the end of the talks": not before
        climb.demand(at.sign, verb, conditional=at.sign > 0 and comes_last(verb, climb.lexicon))
    return at.sign


def _doing_unknown(climb: Climb, at: Step) -> None:
    """Note what a verb that is not in the lexicon may say of its subject."""
    verb, inside = at.parent, climb.inside
    climb.out.unknown += 1
    if tells_consequence(verb, climb.lexicon, inside) and not at.turned_off:
        climb.out.consequence = verb
    # "would reward him" judges as often as it announces
    within = min(inside, default=0) < verb.i < max(inside, default=0)
    judged = not within and any(
        c.dep_ == "dobj" or (c.i > verb.i and not is_report(c, climb.lexicon))
        for c in children(verb, "dobj", "xcomp", "ccomp")
    )
    climb.out.subject_of = judged or not is_announced(verb, climb.lexicon, within=within)


def _is_what_it_does(at: Step) -> bool:
    """Tell whether a doing is said to be another ("to leave is to lose")."""
    return is_doing(at.current) and any(
        c.tag_ == "TO" for x in children(at.parent, "xcomp") for c in children(x, "aux")
    )


def _is_all_there_is(noun: Token, copula: Token) -> bool:
    """Tell whether a thing is said to be no more than what follows ("the only toll is when …")."""
    only = any(c.lower_ in ("only", "sole") for c in children(noun, "amod"))
    return only and bool(children(copula, "advcl", "ccomp", "xcomp", "attr"))


def _is_denied_name(at: Step) -> bool:
    """Tell whether a copula says what its subject is not ("is no truce")."""
    names = children(at.parent, "attr")
    return bool(names) and (
        at.turned_off or any(c.lower_ == "no" for n in names for c in children(n, "det"))
    )


def _is_no_such(at: Step) -> bool:
    """Tell whether a thing is said not to be what it is called ("is no truce")."""
    return (
        not _is_what_it_does(at)
        and _is_denied_name(at)
        and any(lemma(n.text) == lemma(at.current.text) for n in children(at.parent, "attr"))
    )


def _is_beyond_anybody(name: Token) -> bool:
    """Tell whether a name is for what one of a kind can do ("something any mayor can sell")."""
    if name.lower_ not in ("something", "anything", "thing", "nothing"):
        return False
    return any(
        modals_of(clause) & {"can", "could"}
        and any(
            doer.lower_ in ("anybody", "anyone", "nobody")
            or any(c.lower_ in ("any", "no", "a", "an") for c in children(doer, "det"))
            for doer in children(clause, "nsubj")
        )
        for clause in children(name, "relcl")
    )


def _being_unknown(climb: Climb, at: Step) -> None:
    """Note what a copula says of its subject in words that are not in the lexicon."""
    copula = at.parent
    if _is_what_it_does(at) or _is_all_there_is(at.current, copula):
        climb.unread()  # judged by the other half
    elif _is_denied_name(at) and any(map(_is_beyond_anybody, children(copula, "attr"))):
        climb.speaker_claim = True
        turned = at.sign if at.turned_off else -at.sign
        climb.claim(Claim("evaluate", turned, (), copula, "reject", turned=True))
        climb.out.silent = True
    elif _is_denied_name(at):
        climb.out.silent = True  # "is not something that …": of what it is not
    elif any(c.lower_ == "what" for x in children(copula, "ccomp") for c in x.children):
        climb.unread()  # "is what Oz offers": whoever says so need not want it
    elif at.current.i in climb.inside and has_unknown_name(copula, climb.lexicon, climb.inside):
        climb.unread()  # "is another word for …"
    elif has_unknown_state(copula, climb.lexicon, climb.inside):
        climb.out.aside = True  # "is dubious": a judgement not in the lexicon


def _taken_by(climb: Climb, at: Step) -> int:
    """Apply an unknown verb to its object, or to what a preposition adds to it."""
    verb, rel, words, out = at.parent, at.rel, climb.lexicon.words, climb.out
    out.unknown += rel not in ("to", "ing")
    if rel in words["opposing_prepositions"]:
        at.sign = -at.sign  # "threw its weight against it"
        out.flips += 1
    elif rel in words["parting_prepositions"] or (
        rel == "of" and any(c.lower_ == "out" for c in verb.children)
    ):
        out.silent = True  # "gained from it", "talked him out of it"
    doers = children(verb, "nsubj", "nsubjpass")
    if (
        # "On the heels of the talks, Oz left": the occasion of something else
        (rel not in ARGUMENT_RELATIONS and doers and at.current.i < doers[0].i)
        # "struck it with missiles": a means, not what is wanted
        or rel in words["circumstance_prepositions"]
        # "were purple towards it": nobody knows what that means
        or (
            rel in words["feeling_prepositions"]
            and has_unknown_state(verb, climb.lexicon, climb.inside)
        )
        # by a name that has not been found
        or (rel == "obj" and lemma(verb.text) in words["labelling_verbs"])
    ):
        out.silent = True
    elif not out.purpose and lemma(verb.text) not in words["saying_verbs"]:
        climb.mood(verb, at.sign, "state")
    return at.sign


#: In this order: each returns the sign beyond the governor if it settles it.
_CASES: tuple[Callable[[Climb, Step], int | None], ...] = (
    _unreadable,
    _unnoticed,
    _unmentioned,
    _wrecked,
    _lacked,
    _topic,
    _other_words,
    _awaited,
    _within_time,
    _far_from,
    _adjective,
    _without,
    _verb,
)
