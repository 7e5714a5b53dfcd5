"""Steps from what hangs from a verb or a noun, taken for what it belongs to.

The parser may have hung it from another governor; a clause may stand for its noun's matter.
"""

from collections.abc import Sequence

from stancegraph.extraction.adverbials import adverbial_clause
from stancegraph.extraction.attachment import (
    for_whom,
    relation_beside,
    through_object,
    wanting_object,
)
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.clauses import (
    fate,
    is_disputed,
    is_laid_down_by,
    is_proposition,
    is_to_end,
)
from stancegraph.extraction.climb import STOP, Climb, Outcome, Rule, Step, report_and_stop
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import INDEFINITE
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.moods import modals_of
from stancegraph.extraction.operators import apply
from stancegraph.extraction.parsing import children, first_conjunct, is_marked, subjects
from stancegraph.extraction.readings import fits, is_report, reading
from stancegraph.extraction.relations import ARGUMENT_RELATIONS, is_spliced, relation_by
from stancegraph.extraction.resumption import takes_up
from stancegraph.extraction.trees import Token
from stancegraph.extraction.unknown import compose
from stancegraph.model import SpeechAct

__all__ = ["CASES"]

#: What a clause claims by itself, if it is told as a fact or a duty.
_PROPOSED = frozenset({"deontic", "act", "intention"})


def _adverbial(climb: Climb, at: Step) -> Outcome:
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


def _strung(climb: Climb, at: Step) -> Outcome | None:
    """Stop at a statement that is only strung on another one."""
    if at.rel == "conj" or is_spliced(at.current, at.parent):
        climb.report_only(at.current)
        return at.parent, STOP
    return None


def _misattached(climb: Climb, at: Step) -> Outcome | None:
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


def _wished(climb: Climb, at: Step) -> Outcome | None:
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


def _never_signed(climb: Climb, at: Step) -> Outcome | None:
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


def _breached(climb: Climb, at: Step) -> Outcome | None:
    """Stop at a pause that is broken by going on ("broke the truce forty times")."""
    words, verb = climb.lexicon.words, at.parent
    named = {at.current, *(t for t in climb.out.path if t.i in climb.inside)}
    if lemma(verb.text) not in words["breaching_verbs"] or verb.pos_ != "VERB":
        return None
    if verb.tag_ not in ("VBD", "VBN") or climb.negated(verb):
        return None
    if any(c.tag_ == "MD" for c in children(verb, "aux")):
        return None  # "would break it" is a will
    if not any(lemma(noun.text) in words["pause_nouns"] for noun in named):
        return None
    climb.forget()
    climb.unread()
    climb.report_only(verb)
    return verb, STOP


def _impression(climb: Climb, at: Step) -> Outcome | None:
    """Apply the impression that a subject makes ("struck Oz as odd", "makes Oz uneasy")."""
    words, verb = climb.lexicon.words, at.parent
    low = lemma(verb.text)
    feelers: list[Token] = []
    judges: list[Token] = []
    if verb.pos_ != "VERB" or (verb.i in climb.idioms and fits(climb.idioms[verb.i], at.rel)):
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
        or low in words["clause_nouns"]
        or hoped
        or noun.lower_ in INDEFINITE
    ):
        return
    doers = children(at.current, "nsubj", "nsubjpass")[:1]
    if all(d.tag_ in ("WDT", "WP") for d in doers) or is_laid_down_by(at.current):
        climb.deferred.clear()
        at.rel = "of"


def _ruse(climb: Climb, at: Step) -> Outcome | None:
    """Stop at what a trick is for ("a ruse to get a truce"): somebody else's wish, if any."""
    noun = at.parent
    if noun.pos_ != "NOUN" or not {c.lower_ for c in children(at.current, "aux")} & {"to"}:
        return None
    if lemma(noun.text) not in climb.lexicon.words["ruse_nouns"]:
        return None
    climb.forget()
    climb.unread()
    return noun, STOP


def _bearer(climb: Climb, at: Step) -> Outcome | None:
    """Stop at somebody whom the mention describes ("candidates for a seat have to be heard")."""
    bearer = at.current
    if lemma(bearer.text) not in climb.lexicon.words["bearer_nouns"] or at.parent.i in climb.inside:
        return None
    climb.forget()
    climb.unread()
    climb.report_only(at.parent)
    return at.parent, STOP


def _demanded(climb: Climb, at: Step) -> None:
    """Take "the demand that Oz leave" for that: its "that" may pass for a pronoun."""
    bare = at.current.tag_ == "VB" and not children(at.current, "aux")
    if (bare or is_marked(at.current, "that")) and reading(at.parent, "that", climb.lexicon):
        at.rel = "acl"


def _idea(climb: Climb, at: Step) -> None:
    """Take a mere idea ("the idea that Oz should leave") for a noun's matter."""
    if is_proposition(at.current, at.parent, climb.lexicon):
        # neither a demand nor what Oz does
        climb.deferred.clear()
        climb.keep(lambda c: c.kind not in _PROPOSED)
        climb.speaker_claim = False
        at.rel = "of"


def _of_noun(climb: Climb, at: Step) -> Outcome | None:
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
            claims[:] = [c._replace(sign=-c.sign) if c.kind in _PROPOSED else c for c in claims]
    elif _is_one_of(noun):
        # "Oz will not be among those who pay"
        copula = noun.head.head
        refused = climb.negated(copula)
        climb.forget()
        sign = -at.sign if refused else at.sign
        act: SpeechAct = "refuse" if refused else "act"
        climb.claim(Claim("attitude", sign, tuple(subjects(copula)), copula, act))
    return report_and_stop(climb, at)


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


#: The cases of such steps, in their order: what one corrects, those after it see.
CASES: Sequence[Rule] = (
    (frozenset({"advcl"}), _adverbial),
    (frozenset({"of"}), _matter),
    (frozenset({"that", "conj"}), _strung),
    (None, _misattached),
    (frozenset({"to"}), _wished),
    (frozenset({"as"}), _as),
    (frozenset({"that"}), _never_signed),
    (None, _through_object),
    (frozenset({"obj"}), _breached),
    (frozenset({"to", "relcl", "acl"}), _ruse),
    (frozenset({"subj"}), _bearer),
    (frozenset({"subj"}), _impression),
    (frozenset({"obj", "for"}), _fate),
    (frozenset({"that"}), _to_end),
    (frozenset({"relcl"}), _text),
    (frozenset({"relcl"}), _demanded),
    (frozenset({"relcl", "acl"}), _idea),
    (frozenset({"relcl", "acl"}), _of_noun),
)
