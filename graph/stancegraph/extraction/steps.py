"""One step up from a word to its governor: a table of cases, and the governor's own effect.

A case may settle a step, correct it for the cases after it, or only note something. Clauses
that modify a noun on the way are read here as well: they are climbed like the sentence itself.
"""

from collections.abc import Callable
from dataclasses import replace

from stancegraph.extraction.adverbials import adverbial_clause
from stancegraph.extraction.attachment import (
    for_whom,
    gap_of,
    gap_of_what,
    modifying,
    raised,
    relation_beside,
    through_object,
    wanting_object,
)
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.clauses import (
    falls_to,
    fate,
    is_disputed,
    is_laid_down_by,
    is_laid_down_in_text,
    is_proposition,
    is_reason_why,
    is_sketched,
    is_to_end,
    proposing,
    tells_day,
    who_leaves_open,
    within_question,
)
from stancegraph.extraction.climb import STOP, Climb, Step
from stancegraph.extraction.contrasts import (
    is_spurned,
    passed_over,
    preferring_verb,
    within_contrast,
)
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import (
    INDEFINITE,
    for_after,
    for_phrase,
    is_ownerless,
    owners_of,
)
from stancegraph.extraction.judgements import (
    equated,
    is_belittled,
    is_judged_inside,
    judging_word,
    label_after,
    name_before,
    name_given,
    placed_under,
    possessed,
    predicated,
    reply_of,
    troubling,
)
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.moods import (
    INTENDING,
    has_to,
    is_doing,
    is_infinitive,
    is_not_yet,
    is_past,
    is_supposed,
    modals_of,
    obliges,
)
from stancegraph.extraction.negation import denied_before, is_nothing, negated
from stancegraph.extraction.operators import STANCE_BEARING, apply, naming
from stancegraph.extraction.parsing import children, first_conjunct, subjects
from stancegraph.extraction.readings import (
    fits,
    has_content,
    is_report,
    reading,
    reading_at,
    wanting_noun,
)
from stancegraph.extraction.relations import ARGUMENT_RELATIONS, is_spliced, relation, relation_by
from stancegraph.extraction.remarks import is_grumbled
from stancegraph.extraction.resumption import takes_up
from stancegraph.extraction.trees import Token
from stancegraph.extraction.unknown import compose, pass_through, set_against
from stancegraph.model import SpeechAct

__all__ = ["belongs", "downward", "gap", "look_around", "read_aside", "step"]

#: Where a step leads, and the sign there; `STOP` for a sign ends the walk.
_Outcome = tuple[Token, int]
#: What a clause claims by itself, if it is told as a fact or a duty.
_PROPOSED = frozenset({"deontic", "act", "intention"})
_PUT_FORWARD = frozenset({"propose", "offer"})
_GAP_CLAIMS = frozenset({"attitude", "urge", "act", "intention"})


def step(climb: Climb, at: Step) -> _Outcome:
    """Take one step up; return the new place and the sign there, `STOP` to go no further."""
    for relations, case in _CASES:
        if relations is None or at.rel in relations:
            settled = case(climb, at)
            if settled is not None:
                return settled
    sign = compose(climb, at)
    if sign != STOP:
        look_around(climb, at.parent, sign)
    return at.parent, sign


def _marked(clause: Token, *words: str) -> bool:
    """Tell whether a clause opens with one of some words ("whether", "that")."""
    return any(c.lower_ in words for c in children(clause, "mark"))


def _report_and_stop(climb: Climb, at: Step) -> _Outcome:
    """Stop at a place above which only sources count."""
    climb.report_only(at.parent)
    return at.parent, STOP


def _suppose_and_stop(climb: Climb, at: Step) -> _Outcome:
    """Stop at what is only asked or supposed."""
    climb.suppose()
    return at.parent, STOP


# Questions, suppositions and other things that nobody is said to want.


def _within_question(climb: Climb, at: Step) -> None:
    """Leave unread what a question asks about ("what a truce had been good for")."""
    if within_question(at.current, at.parent, climb.lexicon, climb.inside):
        climb.unread()


def _thought(climb: Climb, at: Step) -> None:
    """Take back what another thinks ("That the guns should rest is a fine thought")."""
    if _marked(at.current, "that"):
        climb.keep(lambda c: bool(c.holders))
        climb.speaker_claim = False
        climb.unread()


def _reason_why(climb: Climb, at: Step) -> None:
    """Take "no reason why Oz should pay" for what there is no reason for, not for what must be."""
    if is_reason_why(at.current, at.parent):
        climb.keep(lambda c: bool(c.holders))
        climb.deferred.clear()
        climb.speaker_claim = False
        at.rel = "to"


def _left_to_others(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "it is for Oz to pay": whoever says so leaves it to others."""
    if not falls_to(at.current, at.parent, climb.inside):
        return None
    climb.forget()
    if negated(at.parent, climb.lexicon):
        climb.unread()
    elif not (climb.speaker_claim or climb.out.adjunct or climb.out.topic):
        climb.speaker_claim = True
        climb.claim(Claim("evaluate", at.sign, (), at.parent, "consider", ambivalent=True))
    return _report_and_stop(climb, at)


def _replied(climb: Climb, at: Step) -> _Outcome | None:
    """Apply a yes or no that an answer is said to be ("Oz's answer to the offer was no")."""
    if lemma(at.current.text) not in climb.lexicon.words["answering_nouns"]:
        return None
    given = reply_of(at.parent, climb.lexicon)
    if not given:
        return None
    owners = tuple(owners_of(at.current))
    doubtful = given > 0 and any(c.lower_ == "but" for c in children(at.parent, "cc"))
    climb.out.silent = climb.out.topic = False
    climb.claim(
        Claim(
            "attitude" if owners else "evaluate",
            given * at.sign,
            owners,
            at.parent,
            "accept" if given > 0 else "reject",
            conditional=doubtful,
        )
    )
    return _report_and_stop(climb, at)


def _raised(climb: Climb, at: Step) -> None:
    """Go to what a raised subject is said to do ("the toll has to be lifted": it is lifted)."""
    doing = None if is_doing(at.current) else raised(at.parent, climb.lexicon, climb.inside)
    if doing is not None:
        climb.lifted.add(at.current.i)
        at.parent, at.rel = doing, "obj" if children(doing, "auxpass") else "subj"


def _sketched(climb: Climb, at: Step) -> _Outcome | None:
    """Apply what is laid out ("laid out how it might be lent"): whoever does so proposes it."""
    if not is_sketched(at.current, at.parent, climb.lexicon):
        return None
    climb.forget()
    holders = tuple(subjects(at.parent))
    climb.claim(Claim("attitude", at.sign, holders, at.parent, "propose"))
    return at.parent, STOP


def _asked(climb: Climb, at: Step) -> _Outcome | None:
    """Apply a question ("is weighing whether to pay"): whoever leaves it open holds that."""
    current, parent = at.current, at.parent
    if at.rel == "to":
        asked = _marked(current, "whether")
    else:
        alternative = current.dep_ == "conj" and _marked(first_conjunct(current), "whether")
        asked = alternative or is_supposed(current, climb.lexicon, climb.inside)
    if not asked:
        return None
    holders = who_leaves_open(current, parent, climb.lexicon, climb.idioms)
    climb.suppose()
    if holders:
        # "will not say whether it pays"
        climb.out.hypothetical = False
        climb.claim(Claim("attitude", at.sign, holders, parent, "consider", ambivalent=True))
        climb.report_only(parent)
    return parent, STOP


def _so_that(climb: Climb, at: Step) -> None:
    """Take "asked Id to step in so that Oz leaves" for what it is done for."""
    if _marked(at.current, "so") and _marked(at.current, "that"):
        climb.forget()
        climb.out.purpose = True
        at.rel = "to"


def _whether(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at a question that is spoken of ("whether Oz should leave is for Oz to say")."""
    return _suppose_and_stop(climb, at) if _marked(at.current, "whether") else None


def _doubted(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at what is doubted."""
    if lemma(at.parent.text) not in climb.lexicon.words["doubting_verbs"]:
        return None
    return None if climb.negated(at.parent) else _suppose_and_stop(climb, at)


def _not_that(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at what is denied as a whole ("it is not that Oz opposes it", "it is not true that")."""
    copula, words = at.parent, climb.lexicon.words
    if lemma(copula.text) not in words["copulas"] or not _marked(at.current, "that"):
        return None
    said = children(copula, "acomp", "attr", "prep", "expl")
    if any(t.lower_ not in words["truth_words"] for t in said) or not climb.negated(copula):
        return None
    return _suppose_and_stop(climb, at) if children(copula, "nsubj") else None


def _whoever(climb: Climb, at: Step) -> _Outcome | None:
    """Apply a judgement on "whoever buys it" to the thing."""
    names = climb.lexicon.words["whoever"]
    if any(c.lower_ in names for c in children(at.current, "nsubj")):
        return _of_anybody(climb, at.current, at.parent, at.sign)
    return None


def _anyone_who(climb: Climb, at: Step) -> _Outcome | None:
    """Apply a judgement on "anyone who buys it", "an Oz that bought it" to the thing."""
    somebody = at.parent
    if somebody.dep_ != "nsubj":
        return None
    if somebody.lower_ in climb.lexicon.words["anyone"]:
        if any(c.tag_ == "WP" for c in children(at.current, "nsubj")):
            return _of_anybody(climb, somebody, somebody.head, at.sign)
    supposed = modals_of(somebody.head) & {"would", "'d", "could"}
    if somebody.pos_ == "PROPN" and supposed:
        if any(c.lower_ in ("a", "an") for c in children(somebody, "det")):
            return _of_anybody(climb, somebody, somebody.head, at.sign)
    return None


def _of_anybody(climb: Climb, subject: Token, verb: Token, sign: int) -> _Outcome:
    """Apply a judgement on whoever does a thing to the thing ("whoever buys it steals")."""
    climb.forget()
    found = climb.idioms.get(verb.i)
    place: Token | None = None
    if found is None or not fits(found, "subj"):
        found = reading(verb, "subj", climb.lexicon)
    if lemma(verb.text) in climb.lexicon.words["copulas"]:
        found, place = predicated(verb, climb.lexicon, climb.idioms)
    if found is None or found.kind != "evaluate" or found.polarity not in ("+", "-"):
        climb.suppose()
        return verb, STOP
    climb.out.silent = climb.out.topic = False
    return verb, apply(climb, Step(subject, verb, "subj", sign, found, place))


def _listed(climb: Climb, at: Step) -> None:
    """Take an item of a list ("the terms include Oz leaving") for that, not for an Oz that left."""
    noun = at.parent
    listed = noun.dep_ == "dobj" and (
        lemma(noun.head.text) in climb.lexicon.words["including_verbs"]
    )
    if at.current.tag_ == "VBG" and listed:
        for claims in (climb.out.claims, climb.deferred):
            claims[:] = [c for c in claims if noun not in c.holders]
        at.parent, at.rel = noun.head, "that"


def _disowned(climb: Climb, at: Step) -> None:
    climb.disown(at.current)


def _why(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at reasons ("gave no reason for why it has stopped")."""
    if at.current.dep_ == "pcomp" and any(
        c.lower_ in ("why", "whether") for c in children(at.current, "mark", "advmod")
    ):
        return _suppose_and_stop(climb, at)
    return None


def _some_day(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at a day that may come ("on the day that Oz leaves")."""
    return _suppose_and_stop(climb, at) if tells_day(at.parent, climb.lexicon) else None


# What is preferred to something, or said to be no more than something.


def _spurned(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "would rather resign than sign it"."""
    if not is_spurned(at.current, at.parent, at.rel, climb.lexicon):
        return None
    climb.forget()
    climb.out.flips += 1
    verb = preferring_verb(at.current, at.parent, climb.lexicon) or at.parent
    climb.claim(Claim("attitude", -at.sign, tuple(subjects(verb)), verb, "refuse"))
    climb.report_only(verb)
    return verb, STOP


def _instead_of(climb: Climb, at: Step) -> _Outcome:
    """Apply what is said of something to what stands against it ("sanctions instead of talks")."""
    # an issue's own words: "talks instead of a truce"
    own = within_contrast(at.current, climb.lexicon, climb.inside)
    sign = -at.sign if own else at.sign
    return at.parent, set_against(climb, at.current, at.parent, sign)


def _passed_over(climb: Climb, at: Step) -> _Outcome | None:
    """Apply a preference for something else ("favours a truce over a treaty")."""
    lexicon, inside = climb.lexicon, climb.inside
    if not passed_over(at.current, at.parent, at.rel, lexicon, inside):
        return None
    if within_contrast(at.current, lexicon, inside):
        return None
    return at.parent, set_against(climb, at.current, at.parent, at.sign)


def _not_yet(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "has yet to agree to it": open so far; of what is not done, nobody knows why."""
    idiom = climb.applied
    if not is_not_yet(at.parent) or (
        idiom is not None
        and any(c.lower_ == "yet" and climb.idioms.get(c.i) is idiom for c in at.parent.children)
    ):
        return None
    wanting = [c for c in climb.deferred if c.kind == "attitude"]
    climb.out.claims.clear()
    climb.deferred[:] = [replace(c, sign=-c.sign, ambivalent=True) for c in wanting]
    return at.parent, -at.sign


def _belittled(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at all that something would come to ("would do no more than end it")."""
    if not is_belittled(at.current, at.parent, at.rel, climb.lexicon):
        return None
    climb.forget()
    climb.out.silent = True
    return _report_and_stop(climb, at)


# Clauses beside the main one, and what the parser has hung from another governor.


def _adverbial(climb: Climb, at: Step) -> _Outcome:
    """Apply the verb to an adverbial clause, or the noun to a gerund that it belongs to."""
    for noun in children(at.parent, "dobj", "attr", "acomp"):
        # "voiced opposition to Oz joining", where the parser hangs "joining" from the verb
        for preposition in children(noun, "prep"):
            adjacent = [n.i for n in children(preposition, "pobj")] == [at.current.i - 1]
            if at.current.tag_ != "VBG" or not adjacent:
                continue
            rel = relation_by(preposition)
            found = reading(noun, rel, climb.lexicon)
            if found is not None and found.kind in ("attitude", "effect"):
                climb.forget()
                return noun, apply(climb, Step(at.current, noun, rel, at.sign, found))
    return at.parent, adverbial_clause(climb, at.current, at.parent, at.sign)


def _matter(climb: Climb, at: Step) -> None:
    """Note a mere matter of talk ("spoke of it")."""
    low = lemma(at.parent.text)
    if at.parent.pos_ == "VERB" and low in climb.lexicon.words["of_matter_verbs"]:
        climb.talk_of()


def _strung(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at a statement that is only strung on another one."""
    if at.rel == "conj" or is_spliced(at.current, at.parent):
        climb.report_only(at.current)
        return at.parent, STOP
    return None


def _misattached(climb: Climb, at: Step) -> _Outcome | None:
    """Apply the noun to a phrase that the parser hangs from the verb ("opposition to it")."""
    current, verb, rel = at.current, at.parent, at.rel
    if verb.pos_ not in ("VERB", "AUX") or rel in ARGUMENT_RELATIONS:
        return None
    for noun in _nouns_before(current, verb, climb.lexicon):
        whole = climb.idioms.get(noun.i)
        if whole is not None and whole is climb.idioms.get(verb.i) and fits(whole, rel):
            continue  # "put its name to it"
        found = reading(noun, rel, climb.lexicon)
        before = current.i < noun.i and takes_up(noun, climb.lexicon) is not None
        if found is not None and found.kind in ("attitude", "effect") and not before:
            return noun, apply(climb, Step(current, noun, rel, at.sign, found))
    if reading(verb, rel, climb.lexicon) is not None or verb.i in climb.idioms:
        return None
    beside = relation_beside(current, verb, climb.lexicon)
    if beside is None:
        return None
    # "halted the work on it", "pulled out of the work on it"
    found = reading(verb, beside, climb.lexicon)
    return verb, compose(climb, Step(current, verb, beside, at.sign, found))


def _nouns_before(current: Token, verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return the nouns beside a verb that a phrase hung from it may belong to."""
    nouns = children(verb, "dobj", "acomp", "attr")
    if lemma(verb.text) in lexicon.words["copulas"]:
        nouns += children(verb, "nsubj")  # "its wish is for it"
    nouns += [
        n
        for preposition in children(verb, "prep")
        for n in children(preposition, "pobj")
        if n.i == current.head.i - 1  # "insists on a veto over it"
    ]
    nouns += [
        n
        for whole in children(verb, "dobj")
        for preposition in children(whole, "prep")
        for n in children(preposition, "pobj")
        if preposition.lower_ == "of" and n.i < current.i  # "named a number of terms for it"
    ]
    return nouns


def _wished(climb: Climb, at: Step) -> _Outcome | None:
    """Apply the noun of wanting to an infinitive behind it ("ignored the appeal to go")."""
    if at.parent.pos_ != "VERB":
        return None
    noun = wanting_object(at.current, at.parent, climb.lexicon)
    if noun is not None:
        found = reading(noun, "to", climb.lexicon)
        return noun, compose(climb, Step(at.current, noun, "to", at.sign, found))
    if for_whom(at.current, at.parent) and reading(at.parent, "to", climb.lexicon) is None:
        at.rel = "for"  # "called for both sides to do it"
    return None


def _as(climb: Climb, at: Step) -> None:
    """Take what an object is said to be for the object ("turned down Oz as a venue")."""
    if children(at.parent, "dobj"):
        whole = reading(at.parent, "obj", climb.lexicon)
        if whole is not None and whole.kind == "attitude":
            at.rel = "obj"


def _never_signed(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "will never sign that it belongs to Oz": no judgement of the signatory's."""
    verb, lexicon = at.parent, climb.lexicon
    if verb.pos_ != "VERB" or is_report(verb, lexicon):
        return None
    if not modals_of(verb) & lexicon.words["volitional_modals"] or not climb.negated(verb):
        return None
    if reading(verb, "that", lexicon) is not None:
        return None
    if any(c.kind not in ("evaluate", "act") for c in climb.out.claims):
        return None
    climb.out.claims.clear()
    holders = tuple(subjects(verb))
    climb.claim(Claim("attitude", -at.sign, holders, verb, "refuse", negated=True))
    return verb, -at.sign


def _through_object(climb: Climb, at: Step) -> None:
    """Take a phrase for the object that it stands in, if the mention's words do so."""
    if at.current.i in climb.inside and at.parent.pos_ == "VERB":
        if at.rel not in ARGUMENT_RELATIONS:
            at.rel = through_object(at.parent, climb.lexicon, climb.inside) or at.rel


def _impression(climb: Climb, at: Step) -> _Outcome | None:
    """Apply the impression that a subject makes ("struck Oz as odd", "makes Oz uneasy")."""
    words, verb = climb.lexicon.words, at.parent
    low = lemma(verb.text)
    feelers: list[Token] = []
    judges: list[Token] = []
    if verb.pos_ != "VERB":
        return None
    if low in words["impressing_verbs"]:
        feelers = children(verb, "dobj")
        for preposition in children(verb, "prep"):
            if preposition.lower_ == "as":
                judges += children(preposition, "pobj", "amod", "acomp")
    elif low in words["rendering_verbs"]:
        for clause in children(verb, "ccomp", "xcomp", "oprd"):
            if clause.pos_ == "ADJ":
                feelers = children(clause, "nsubj") or children(verb, "dobj")
                judges.append(clause)
    for judge in judges if feelers else ():
        found = next(
            (
                p
                for pos in ("a", "n")
                for p in climb.lexicon.readings(pos, lemma(judge.text))
                if p.kind in ("attitude", "evaluate") and p.polarity in ("+", "-", "~")
            ),
            None,
        )
        if found is None:
            continue
        turned = -at.sign if (found.polarity == "-") != climb.negated(verb) else at.sign
        open_ = found.polarity == "~"
        climb.out.claims.clear()
        climb.claim(Claim("attitude", turned, tuple(feelers), verb, found.act, ambivalent=open_))
        return verb, turned
    return None


def _fate(climb: Climb, at: Step) -> None:
    """Turn the sign of what is to be done away with ("would like it to be scrapped")."""
    at.sign = fate(at.current, at.parent, at.sign, climb.lexicon, climb.inside)


def _to_end(climb: Climb, at: Step) -> None:
    """Turn the sign of a doing that is to end ("that the arming of Oz end")."""
    if is_to_end(at.current, climb.lexicon, climb.inside):
        at.sign = -at.sign
        climb.out.flips += 1


# Clauses that hang from a noun.


def _text(climb: Climb, at: Step) -> None:
    """Take a text for what it says ("rejects a bill that would do it")."""
    words, noun = climb.lexicon.words, at.parent
    low = lemma(noun.text)
    hoped = low in words["outcome_hopes"] and any(
        c.lower_ in ("a", "an", "any", "no") for c in children(noun, "det")
    )
    if not (
        low in words["document_nouns"]
        or low in words["arrangement_nouns"]
        or hoped
        or noun.lower_ in INDEFINITE
    ):
        return
    doers = children(at.current, "nsubj", "nsubjpass")[:1]
    if all(d.tag_ in ("WDT", "WP") for d in doers) or is_laid_down_by(at.current):
        climb.deferred.clear()
        at.rel = "of"


def _demanded(climb: Climb, at: Step) -> None:
    """Take "the demand that Oz leave" for that: its "that" may pass for a pronoun."""
    bare = at.current.tag_ == "VB" and not children(at.current, "aux")
    if (bare or _marked(at.current, "that")) and reading(at.parent, "that", climb.lexicon):
        at.rel = "acl"


def _idea(climb: Climb, at: Step) -> None:
    """Take a mere idea ("the idea that Oz should leave") for a noun's matter."""
    if is_proposition(at.current, at.parent, climb.lexicon):
        # neither a demand nor what Oz does
        climb.deferred.clear()
        climb.keep(lambda c: c.kind not in _PROPOSED)
        climb.speaker_claim = False
        at.rel = "of"


def _of_noun(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at a relative clause: what stands above says nothing of it, but who reports does."""
    noun = at.parent
    if at.rel == "acl":
        first = first_conjunct(at.current)
        if not children(first, "nsubj", "nsubjpass"):
            return None
        if reading(noun, "that", climb.lexicon) is not None:
            at.rel = "that"  # "the demand that Oz cede it"
            return None
        if lemma(noun.text) in climb.lexicon.words["claim_nouns"]:
            climb.out.denied = is_disputed(noun, climb.lexicon)
    elif noun.dep_ == "attr" and climb.negated(noun.head):
        # "I will not be the president who cedes it"
        climb.forget()
        holders = tuple(subjects(noun.head))
        climb.claim(Claim("attitude", -at.sign, holders, noun, "refuse"))
    elif _is_ruled_out(noun, climb.lexicon):
        # "there is no way that Oz will pay"
        climb.turn_wishes()
        for claims in (climb.out.claims, climb.deferred):
            claims[:] = [replace(c, sign=-c.sign) if c.kind in _PROPOSED else c for c in claims]
    elif _is_one_of(noun):
        # "Oz will not be among those who pay"
        copula = noun.head.head
        refused = climb.negated(copula)
        climb.forget()
        sign = -at.sign if refused else at.sign
        act: SpeechAct = "refuse" if refused else "act"
        climb.claim(Claim("attitude", sign, tuple(subjects(copula)), copula, act))
    return _report_and_stop(climb, at)


def _is_ruled_out(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether there is said to be no chance of what a clause behind a noun tells."""
    none = any(c.lower_ == "no" for c in children(noun, "det"))
    return none and lemma(noun.text) in lexicon.words["chance_nouns"] and noun.dep_ == "attr"


def _is_one_of(noun: Token) -> bool:
    """Tell whether those whom a clause tells of are named as somebody's company ("among those")."""
    preposition = noun.head
    if noun.dep_ != "pobj" or noun.lower_ != "those" or preposition.lower_ != "among":
        return False
    return lemma(preposition.head.text) == "be" and bool(subjects(preposition.head))


# The mention's own words, and the governor's reading.


def _own(climb: Climb, at: Step) -> _Outcome | None:
    """Go on past the mention's own words."""
    if at.parent.i not in climb.inside:
        return None
    at.turned_off = negated(at.parent, climb.lexicon, {at.current.i})
    return at.parent, pass_through(climb, at)


def _applied(climb: Climb, at: Step) -> _Outcome | None:
    """Go on within an idiom that has been applied."""
    idiom = climb.idioms.get(at.current.i)
    if idiom is None or idiom is not climb.idioms.get(at.parent.i) or idiom is not climb.applied:
        return None
    return at.parent, at.sign


def _laid_down(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "is to be …", said of the mention: what somebody has laid down."""
    current, copula = at.current, at.parent
    if copula.lower_ not in ("is", "are") or is_doing(current):
        return None
    doings = [x for x in children(copula, "xcomp") if has_to(x)]
    if not doings or children(copula, "acomp", "attr"):
        return None
    verb = doings[0]
    found = reading(verb, "obj" if children(verb, "auxpass") else "subj", climb.lexicon)
    turned = at.sign
    if found is not None and found.polarity == "-" and verb.i not in climb.inside:
        turned = -turned
    if negated(copula, climb.lexicon, {current.i}) != negated(verb, climb.lexicon):
        turned = -turned
    if not climb.speaker_claim:
        climb.demand(turned, verb)
    return copula, turned


def _idiom(climb: Climb, at: Step) -> _Outcome | None:
    """Find the idiom that governs what hangs from one of its words."""
    current, parent, rel, idioms = at.current, at.parent, at.rel, climb.idioms
    link = current.head.i if current.dep_ in ("pobj", "pcomp") else -1
    found = (
        idioms.get(parent.i)
        or idioms.get(current.i if rel == "attr" else -1)
        # "there is no sense in it", where the parser hangs "in" from the verb
        or (idioms.get(link) if parent.i < link else None)
    )
    nearer = idioms.get(link) if parent.i < link else None
    if found is not None and nearer is not None and fits(nearer, rel) and not fits(found, rel):
        found = nearer  # "would be better off without it": "would be better" is another idiom
    if found is None and parent.i < link - 1:
        # "is in two minds about it": the parser hangs "about" from the verb
        beside = idioms.get(link - 1)
        found = beside if beside is not None and fits(beside, rel) else None
    if found is not None and not fits(found, rel):
        # "made the loan dependent on a survey": of the loan another reading than of the survey
        found = climb.lexicon.other_reading(found, rel) or found
        if not fits(found, rel):
            if rel == "of" and found.kind == "attitude" and parent.pos_ == "NOUN":
                return _suppose_and_stop(climb, at)  # "made it a condition of any truce that …"
            found = None
    at.predicate = found
    return None


def _predicated(climb: Climb, at: Step) -> None:
    """Find what is said of a subject ("is vital", "means to reward him", "has no future")."""
    lexicon, idioms = climb.lexicon, climb.idioms
    copular = lemma(at.parent.text) in lexicon.words["copulas"]
    if at.predicate is None and copular:
        at.predicate, at.complement = predicated(at.parent, lexicon, idioms)
        if at.complement is not None and at.complement.i in climb.inside:
            at.predicate = at.complement = None  # "verdict is void": judged in the mention itself
    if copular:
        _cleft(climb, at.current, at.parent, at.sign)
    if at.predicate is None and is_doing(at.current):
        at.predicate, at.complement = equated(at.parent, lexicon, idioms)
    if at.predicate is None and lemma(at.parent.text) == "have":
        at.predicate, at.complement = possessed(at.parent, lexicon)


def _either_or(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at what one may choose between ("the choice is a toll or a levy")."""
    offered = [at.current, *at.current.ancestors]
    within = [t for t in offered if t.i > at.parent.i]
    if not any(c.lower_ == "or" for t in within for c in children(t, "cc")):
        return None
    choice = children(at.parent, "nsubj")
    if not any(lemma(n.text) in climb.lexicon.words["choosing_nouns"] for n in choice):
        return None
    climb.unread()
    return _report_and_stop(climb, at)


def _attributed(climb: Climb, at: Step) -> None:
    """Find what names the mention as its content ("our demand is X")."""
    if at.predicate is None:
        at.predicate, at.complement = _copular_subject(climb, at.current, at.parent)


def _purpose(climb: Climb, at: Step) -> None:
    """Note what something is done for ("flew to Oz to arrange it")."""
    if at.current.dep_ != "advcl":
        return
    quiet = climb.out.topic or climb.out.silent or climb.out.claims
    if lemma(at.parent.text) in climb.lexicon.words["setting_out_verbs"] and not quiet:
        climb.mood(at.parent, at.sign, "act")  # meant to do it
    climb.out.purpose = True


def _ought(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "ought to leave", "let it cease": what whoever speaks says must be."""
    ought = at.rel == "to" and at.parent.lower_ == "ought"
    let = at.parent.lower_ == "let" and not children(at.parent, "nsubj")
    return _must(climb, at) if ought or let else None


def _must(climb: Climb, at: Step) -> _Outcome:
    """Apply a governor by which something must be."""
    climb.deferred.clear()
    if not climb.speaker_claim:
        denied = negated(at.parent, climb.lexicon, {at.current.i})
        climb.demand(-at.sign if denied else at.sign, at.parent)
    return at.parent, at.sign


def _is_to(climb: Climb, at: Step) -> _Outcome | None:
    """Apply "is to leave": what somebody has laid down, wants, or takes for something else."""
    current, copula = at.current, at.parent
    infinitive = current.dep_ == "xcomp"
    if infinitive and _is_compared(climb, copula):
        # "to wait is to give it up": what the first half comes to
        climb.out.claims.clear()
        climb.unread()
        return _report_and_stop(climb, at)
    laid = copula.lower_ in ("is", "are") or (
        copula.lower_ in ("was", "were")
        and (
            (copula.dep_ == "ccomp" and is_report(copula.head, climb.lexicon))
            or is_laid_down_in_text(copula, climb.lexicon)
        )
    )
    judged = any(c.i < current.i for c in children(copula, "acomp", "attr"))
    if not laid or judged:
        return None
    if at.predicate is None:
        at.predicate, at.complement = _copular_subject(climb, current, copula)  # "Oz's aim is to …"
    if infinitive and at.complement is None:
        offered = [c for c in climb.deferred if c.kind == "attitude" and c.act in _PUT_FORWARD]
        if offered and current.tag_ == "VB" and all(c.sign > 0 for c in offered):
            # "the guild is to propose it": what is to come of the guild's own
            climb.claim(offered[0])
            return _report_and_stop(climb, at)
        return _must(climb, at)
    return None


def _is_compared(climb: Climb, copula: Token) -> bool:
    """Tell whether a copula says what a doing comes to ("to wait is …")."""
    if lemma(copula.text) not in climb.lexicon.words["copulas"]:
        return False
    if copula.pos_ not in ("AUX", "VERB"):
        return False
    said_of = not any(c.pos_ == "NOUN" for c in children(copula, "nsubj"))
    return said_of and any(
        c.i < copula.i and has_to(c) for c in children(copula, "csubj", "advcl", "nsubj", "ccomp")
    )


def _placed(climb: Climb, at: Step) -> _Outcome | None:
    """Apply what an object is put under ("put it out of the question")."""
    if lemma(at.parent.text) not in climb.lexicon.words["placing_verbs"]:
        return None
    placed = placed_under(at.current, at.parent, climb.idioms)
    return None if placed is None else (at.parent, naming(climb, at.parent, at.sign, *placed))


def _named(climb: Climb, at: Step) -> _Outcome | None:
    """Apply what a verb of naming calls a thing ("called it a mistake")."""
    current, verb, rel, lexicon = at.current, at.parent, at.rel, climb.lexicon
    if lemma(verb.text) not in lexicon.words["naming_verbs"]:
        return None
    if climb.contrary and is_judged_inside(verb, lexicon, climb.idioms, climb.inside):
        # "holds the verdict void": the judgement is part of the mention
        climb.out.claims.clear()
        climb.claim(Claim("evaluate", at.sign, (), current, "criticise"))
        climb.source(verb)
        return verb, at.sign
    name = judging_word(name_given(current, verb, rel, lexicon), lexicon)
    if name is None and rel in ("that", "to"):
        # "called it unthinkable that …": the clause stands for the "it"
        name = judging_word(name_before(current, verb), lexicon)
    known = name is not None and reading(name, "subj", lexicon) is not None
    if not known and rel in ("obj", "in"):
        label = label_after(current, verb, lexicon, climb.idioms, climb.inside)
        if label is not None:
            return verb, naming(climb, verb, at.sign, *label)
        if rel == "in" and at.predicate is None and verb.i not in climb.idioms:
            climb.deferred.clear()
            climb.out.silent = True  # "sees in it …": whatever that is
            climb.source(verb)
            return verb, at.sign
    fallback = at.predicate or reading(verb, rel, lexicon)
    if name is not None and (known or fallback is None or not fallback.polarity):
        return verb, naming(climb, verb, at.sign, name)
    return None


def _had_to(climb: Climb, at: Step) -> _Outcome | None:
    """Stop at "had to leave": what happened to somebody, where nobody is said to ask it."""
    if at.predicate is None or at.predicate.term != "have to" or at.parent.lower_ != "had":
        return None
    if obliges(at.parent, climb.lexicon, reported=climb.reported):
        return None
    return _suppose_and_stop(climb, at)


def _read(climb: Climb, at: Step) -> _Outcome | None:
    """Find the governor's reading, if no idiom or complement has given one."""
    current, parent, rel, lexicon = at.current, at.parent, at.rel, climb.lexicon
    low = lemma(parent.text)
    if at.predicate is None:
        at.predicate = reading(parent, rel, lexicon)
    if rel == "that" and at.predicate is None and not lexicon.readings("v", low):
        if is_grumbled(current, parent):
            climb.source(parent)
            return parent, at.sign
    if rel == "that" and at.predicate is not None and at.predicate.kind == "report":
        at.predicate = proposing(current, parent, lexicon) or at.predicate
    if at.predicate is None and rel in ("to", "that") and low in lexicon.words["copulas"]:
        at.predicate, at.complement = predicated(parent, lexicon, climb.idioms)
        if at.predicate is None and rel == "that":
            at.predicate, at.complement = _copular_subject(climb, current, parent)
    return None


# Clauses beside the path, which say what others hold of a noun on it.


def look_around(climb: Climb, noun: Token, sign: int) -> None:
    """Look beside the path: what others hold of a noun stands, whatever is said above it."""
    before = len(climb.out.claims)
    downward(climb, noun, sign)
    climb.asides += climb.out.claims[before:]
    del climb.out.claims[before:]


def downward(climb: Climb, noun: Token, sign: int, *, supposed: bool = False) -> None:
    """Look into the clauses that modify a noun ("a truce that Oz rejects").

    `supposed` lets what would be count ("nothing that Oz would accept").
    """
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") and noun.lower_ != "one":
        return
    _named_before(climb, noun, sign)
    for apposition in children(noun, "appos"):
        # "…, a step that Oz opposes" may take up all that was said before it: see `take_up`
        if takes_up(apposition, climb.lexicon) is not None:
            continue
        if apposition.i > noun.i and not children(apposition, "appos"):
            downward(climb, apposition, sign)
    for clause in modifying(noun):
        _modified(climb, noun, clause, sign, supposed=supposed)


def _modified(
    climb: Climb, noun: Token, clause: Token, sign: int, *, supposed: bool = False
) -> None:
    """Apply a clause behind a noun ("that Oz rejects", "rejected by Oz")."""
    left = gap_of(clause)
    if left is None:
        return
    verb, rel = left
    if rel == "subj":
        _felt_by(climb, noun, clause, sign)
        return
    if _authored(climb, noun, clause, sign):
        return
    if verb.i in climb.inside and is_ownerless(verb, climb.inside):
        return  # "the billions that lie blocked": the words of the issue have it
    if rel in ("obj", "as") and lemma(verb.text) in climb.lexicon.words["naming_verbs"]:
        name = judging_word(name_given(noun, verb, "obj", climb.lexicon), climb.lexicon)
        judging = name and (reading_at(name, "subj", climb.lexicon, climb.idioms))
        if name is not None and judging:
            _verdict(climb, judging, name, verb, sign)
            return
    gap(climb, noun, clause, verb, rel, sign, supposed=supposed)


def _authored(climb: Climb, noun: Token, clause: Token, sign: int) -> bool:
    """Apply who made a text ("a bill drafted by Oz"), and tell whether a clause says so."""
    words = climb.lexicon.words
    low = lemma(clause.text)
    if lemma(noun.text) not in words["document_nouns"] or low not in words["authoring_verbs"]:
        return False
    makers = [n for by in children(clause, "agent") for n in children(by, "pobj")]
    if not makers or climb.negated(clause):
        return False
    climb.claim(Claim("attitude", sign, tuple(makers), clause, "propose"))
    return True


def _felt_by(climb: Climb, noun: Token, clause: Token, sign: int) -> None:
    """Apply what a noun's relative clause says it does to others ("a toll that angers Oz")."""
    found = reading(clause, "subj", climb.lexicon)
    if found is not None and found.kind == "attitude" and found.holder == "obj":
        gap(climb, noun, clause, clause, "subj", sign)


def _named_before(climb: Climb, noun: Token, sign: int) -> None:
    """Apply what names a party before a noun: "an Ozian-backed toll", "Oz's truce"."""
    words = climb.lexicon.words
    for participle in children(noun, "amod"):
        makers = [c for c in children(participle, "npadvmod") if c.text[:1].isupper()]
        if participle.tag_ != "VBN" or participle.i > noun.i or not makers:
            continue
        found = reading(participle, "obj", climb.lexicon)
        made = lemma(participle.text) in words["making_verbs"]
        if made or (found is not None and found.kind == "attitude" and found.polarity == "+"):
            climb.claim(Claim("attitude", sign, tuple(makers), participle, "endorse"))
    if lemma(noun.text) in words["proclaimed_nouns"]:
        owners = [c for c in children(noun, "poss") if c.text[:1].isupper()]
        if owners and noun.i in climb.inside:
            climb.claim(Claim("act", sign, tuple(owners), noun, "act"))


def belongs(climb: Climb, noun: Token, sign: int) -> None:
    """Apply a noun of wanting, or a judgement, that a party has ("a key Ozian demand")."""
    idiom = climb.idioms.get(noun.i)
    judged = idiom or reading(noun, "subj", climb.lexicon)
    if judged is not None and judged.kind == "evaluate":
        holders = for_phrase(noun, noun, climb.idioms)
        if holders and judged.polarity in ("+", "-"):
            turned = sign if judged.polarity == "+" else -sign
            climb.claim(Claim("attitude", turned, tuple(holders), noun, judged.act))
        return
    wanted = wanting_noun(noun, climb.lexicon)
    if wanted is None or wanted.polarity != "+":
        return
    agents = {t.i for c in children(noun, "acl") for t in c.subtree}
    own = {t.i for t in noun.subtree} - agents
    holders = [h for h in owners_of(noun) if h.i in own]
    if holders:
        climb.claim(Claim("attitude", sign, tuple(holders), noun, wanted.act))


def read_aside(climb: Climb, opening: Token, sign: int) -> None:
    """Apply a judgement on what was just said (", which Oz rejects", ", a step Oz hailed")."""
    if opening.tag_ != "WDT":
        _summed_up(climb, opening, opening, sign)
        return
    clause = opening.head
    if opening.dep_ == "nsubj" and lemma(clause.text) in climb.lexicon.words["copulas"]:
        predicate, complement = predicated(clause, climb.lexicon, climb.idioms)
        for noun in children(clause, "attr"):
            if children(noun, "relcl", "acl"):
                turned = -sign if climb.negated(clause) else sign
                _summed_up(climb, noun, noun, turned)
                return
        if predicate is not None and complement is not None:
            _verdict(climb, predicate, complement, clause, sign)
        return
    while clause.dep_ in ("ccomp", "xcomp", "oprd"):
        clause = clause.head
    if clause.dep_ == "relcl":
        _modified(climb, opening, clause, sign)


def _summed_up(climb: Climb, noun: Token, copula: Token, sign: int) -> None:
    """Apply what is said of a noun that stands for the matter."""
    clauses = [c for c in children(noun, "relcl", "acl") if c.i > noun.i]
    for clause in clauses:
        _modified(climb, noun, clause, sign)
    found = reading_at(noun, "subj", climb.lexicon, climb.idioms)
    if not clauses and found is not None:
        _verdict(climb, found, noun, copula, sign)


def _verdict(climb: Climb, found: Predicate, place: Token, verb: Token, sign: int) -> None:
    """Apply a word of rejection; words of praise say too little of whose they are."""
    turned_off = climb.negated(verb) ^ (place.i != verb.i and climb.negated(place))
    against = (found.polarity == "-") != turned_off
    if found.kind == "evaluate" and found.polarity in ("+", "-") and against:
        holders = for_phrase(place, verb, climb.idioms) or for_after(place)
        if not holders and lemma(verb.text) in climb.lexicon.words["naming_verbs"]:
            holders = subjects(verb)
        climb.claim(Claim("evaluate", -sign, tuple(holders), place, found.act))


def gap(
    climb: Climb,
    noun: Token,
    clause: Token,
    verb: Token,
    rel: str,
    sign: int,
    *,
    supposed: bool = False,
) -> None:
    """Climb from the verb that a relative clause's noun belongs to, up to the clause."""
    inner = Climb(climb.lexicon, climb.idioms)
    idiom = climb.idioms.get(verb.i)
    known = idiom is not None and fits(idiom, rel)
    predicate = idiom if known else reading(verb, rel, climb.lexicon)
    shared = takes_up(noun, climb.lexicon) == "stance"
    if shared and rel == "obj" and lemma(verb.text) in climb.lexicon.words["sharing_verbs"]:
        climb.claim(Claim("attitude", sign, tuple(subjects(verb)), verb, "endorse"))
        return
    if verb is clause and lemma(verb.text) == "do" and noun.dep_ == "attr" and rel == "obj":
        # "the last thing that Oz will do", "something that it will never do"
        if modals_of(verb) & INTENDING:
            told = -sign if climb.negated(verb) else sign
            climb.claim(Claim("intention", told, tuple(subjects(verb)), verb, "promise"))
        return
    if verb is clause and (predicate is None or predicate.kind not in STANCE_BEARING):
        return
    turned = compose(inner, Step(noun, verb, rel, sign, predicate))
    current = verb
    while turned != STOP and current.i != clause.i:
        above = relation(current)
        if above is None:
            return
        current, turned = step(inner, Step(current, *above, turned))
    found = inner.out.claims or [c for c in inner.deferred[:1] if predicate is not None]
    for claim in found:
        if (supposed or not claim.possible) and claim.holders and claim.kind in _GAP_CLAIMS:
            past = claim.past or is_past(clause, climb.lexicon)
            climb.claim(replace(claim, past=past))
    climb.out.sources.extend(inner.out.sources)


def _cleft(climb: Climb, content: Token, copula: Token, sign: int) -> None:
    """Look into "X is what Oz refuses" and "X is something that Oz refuses"."""
    # a denied subject ("not a toll but a levy is what Oz wants") has been counted where it stands
    denied = negated(copula, climb.lexicon, {c.i for c in children(copula, "nsubj")})
    turned = -sign if denied else sign
    for noun in children(copula, "attr"):
        if any(c.lower_ == "last" for c in children(noun, "amod")) or is_nothing(noun):
            turned = -turned  # "the last thing that Oz wants", "nothing that it refuses"
        downward(climb, noun, turned, supposed=turned != sign)
    for clause in children(copula, "ccomp", "attr", "advcl"):
        _named_by(climb, content, clause, turned)


def _named_by(climb: Climb, content: Token, clause: Token, sign: int) -> None:
    """Apply a clause that stands for the content ("what Oz wants", "what Oz asks for")."""
    left = gap_of_what(clause)
    if left is not None:
        gap(climb, content, clause, *left, sign, supposed=True)


def _copular_subject(
    climb: Climb, current: Token, copula: Token
) -> tuple[Predicate | None, Token | None]:
    """Return the noun whose content a copula names ("our demand is X")."""
    if lemma(copula.text) not in climb.lexicon.words["copulas"]:
        return None, None
    denied = negated(copula, climb.lexicon, {current.i} | denied_before(current))
    sign = -climb.out.sign if denied else climb.out.sign
    for clause in children(copula, "csubj"):
        if is_report(clause, climb.lexicon):
            climb.source(clause)  # "what Oz said was that …"
        before = len(climb.out.claims)
        _named_by(climb, copula, clause, sign)  # "what Oz wants is …"
        if len(climb.out.claims) > before:
            return None, None
    for preposition in children(copula, "prep"):
        if preposition.lower_ == "among":  # "among Oz's demands is …"
            for noun in children(preposition, "pobj"):
                found = wanting_noun(noun, climb.lexicon)
                if found is not None:
                    return found, noun
    for child in children(copula, "nsubj"):
        noun = child
        idiom = climb.idioms.get(noun.i)
        if idiom is not None and "attr" in idiom.content:
            return idiom, noun  # "point one for Oz is …"
        if noun.pos_ == "NOUN":
            # "the first thing Oz asks for is …", "the last thing it needs is …"
            last = any(c.lower_ == "last" for c in children(noun, "amod"))
            downward(climb, noun, -sign if last else sign)
        if lemma(noun.text) in climb.lexicon.words["transparent_nouns"]:
            inner = [n for p in children(noun, "prep") for n in children(p, "pobj")]
            noun = inner[0] if inner else noun
        rel = "to" if is_infinitive(current) else ""
        found = wanting_noun(noun, climb.lexicon, rel) or troubling(noun, climb.lexicon)
        if found is not None and not has_content(noun, found):
            return found, noun
        if found is None and lemma(noun.text) in climb.lexicon.words["view_nouns"]:
            climb.source(noun)  # "Oz's line is that it must go"
    return None, None


#: The cases of a step and the relations that each is for, None for all, in this order: what one
#: corrects, those after it see.
_CASES: tuple[tuple[frozenset[str] | None, Callable[[Climb, Step], _Outcome | None]], ...] = (
    (frozenset({"that", "of", "about", "on"}), _within_question),
    (frozenset({"subj"}), _thought),
    (frozenset({"relcl", "acl"}), _reason_why),
    (frozenset({"to", "subj"}), _left_to_others),
    (frozenset({"subj"}), _raised),
    (frozenset({"subj"}), _replied),
    (frozenset({"that"}), _sketched),
    (frozenset({"to", "that"}), _asked),
    (frozenset({"advcl"}), _so_that),
    (frozenset({"subj", "obj"}), _whether),
    (frozenset({"that"}), _doubted),
    (frozenset({"that"}), _not_that),
    (frozenset({"subj"}), _whoever),
    (frozenset({"relcl"}), _anyone_who),
    (frozenset({"acl"}), _listed),
    (frozenset({"that"}), _disowned),
    (None, _why),
    (frozenset({"relcl", "acl", "that"}), _some_day),
    (frozenset({"than", "advcl", "that", "conj"}), _spurned),
    (frozenset({"instead of", "rather than"}), _instead_of),
    (None, _passed_over),
    (frozenset({"to"}), _not_yet),
    (frozenset({"attr", "advcl", "than", "but", "that"}), _belittled),
    (frozenset({"advcl"}), _adverbial),
    (frozenset({"of"}), _matter),
    (frozenset({"that", "conj"}), _strung),
    (None, _misattached),
    (frozenset({"to"}), _wished),
    (frozenset({"as"}), _as),
    (frozenset({"that"}), _never_signed),
    (None, _through_object),
    (frozenset({"subj"}), _impression),
    (frozenset({"obj", "for"}), _fate),
    (frozenset({"that"}), _to_end),
    (frozenset({"relcl"}), _text),
    (frozenset({"relcl"}), _demanded),
    (frozenset({"relcl", "acl"}), _idea),
    (frozenset({"relcl", "acl"}), _of_noun),
    (None, _own),
    (None, _applied),
    (frozenset({"subj"}), _laid_down),
    (None, _idiom),
    (frozenset({"subj"}), _predicated),
    (frozenset({"attr"}), _either_or),
    (frozenset({"attr"}), _attributed),
    (frozenset({"to"}), _purpose),
    (frozenset({"that", "to", "ing"}), _ought),
    (frozenset({"to"}), _is_to),
    (frozenset({"obj"}), _placed),
    (None, _named),
    (None, _had_to),
    (None, _read),
)
