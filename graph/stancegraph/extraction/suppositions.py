"""Steps into what is asked or supposed, and other things that nobody is said to want."""

from collections.abc import Sequence

from stancegraph.extraction.attachment import raised
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.clauses import (
    falls_to,
    is_reason_why,
    is_sketched,
    tells_day,
    who_leaves_open,
    within_question,
)
from stancegraph.extraction.climb import (
    STOP,
    Climb,
    Outcome,
    Rule,
    Step,
    report_and_stop,
    suppose_and_stop,
)
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import owners_of
from stancegraph.extraction.judgements import predicated, reply_of
from stancegraph.extraction.moods import INTENDING, is_doing, is_supposed, modals_of
from stancegraph.extraction.negation import negated
from stancegraph.extraction.operators import apply
from stancegraph.extraction.parsing import children, first_conjunct, is_marked, subjects
from stancegraph.extraction.readings import fits, reading
from stancegraph.extraction.trees import Token
from stancegraph.model import SpeechAct

__all__ = ["CASES"]


def _within_question(climb: Climb, at: Step) -> None:
    """Leave unread what a question asks about ("what a truce had been good for")."""
    if within_question(at.current, at.parent, climb.lexicon, climb.inside):
        climb.unread()


def _thought(climb: Climb, at: Step) -> None:
    """Take back what another thinks ("That the guns should rest is a fine thought")."""
    if is_marked(at.current, "that"):
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


def _not_seen_why(climb: Climb, at: Step) -> Outcome | None:
    """Apply "cannot see why Oz should not pay": what there is no reason for is not wanted."""
    clause, verb = at.current, at.parent
    if lemma(verb.text) not in climb.lexicon.words["grasping_verbs"]:
        return None
    if "should" not in modals_of(clause) or not _asks_why(clause):
        return None
    doer = verb
    if verb.dep_ == "xcomp":
        found = reading(verb.head, "to", climb.lexicon)
        doer = verb.head  # "fails to see why"
        unseen = found is not None and found.kind == "effect" and found.polarity == "-"
    else:
        unseen = climb.negated(verb)
    climb.forget()
    if not unseen or (doer is not verb and climb.negated(doer)):
        climb.unread()  # "sees why Oz should pay", "asked to see why it should"
        return report_and_stop(climb, at)
    climb.out.flips += 1
    act: SpeechAct = "accept" if at.sign < 0 else "reject"
    climb.claim(Claim("attitude", -at.sign, tuple(subjects(doer)), doer, act, negated=True))
    return report_and_stop(climb, at)


def _asks_why(clause: Token) -> bool:
    return any(c.lower_ == "why" for c in children(clause, "advmod", "mark"))


def _withheld(climb: Climb, at: Step) -> Outcome | None:
    """Apply "gave no hint that it would pay": whoever gives none leaves it open."""
    clause, noun, words = at.current, at.parent, climb.lexicon.words
    verb = noun.head
    if lemma(noun.text) not in words["showing_nouns"] or noun.dep_ != "dobj":
        return None
    if lemma(verb.text) not in words["giving_verbs"] or not is_marked(clause, "that"):
        return None
    denied = climb.negated(verb) or any(
        c.lower_ in words["scant_quantifiers"] | {"no"} for c in children(noun, "det", "amod")
    )
    doers = subjects(clause)
    own = all(d.pos_ == "PRON" or d.i in climb.inside for d in doers)
    if not denied or not own or not (modals_of(clause) & INTENDING or children(clause, "acomp")):
        return None
    climb.forget()
    holders = tuple(subjects(verb))
    climb.claim(Claim("attitude", at.sign, holders, verb, "consider", ambivalent=True))
    return report_and_stop(climb, at)


def _not_one_to(climb: Climb, at: Step) -> Outcome | None:
    """Apply "is not one to shy away from it"."""
    one = at.parent
    if one.lower_ != "one" or one.dep_ != "attr" or not climb.negated(one.head):
        return None
    climb.forget()
    holders = tuple(subjects(one.head))
    climb.claim(Claim("attitude", -at.sign, holders, one.head, "state", negated=True))
    return report_and_stop(climb, at)


def _far_be_it(climb: Climb, at: Step) -> Outcome | None:
    """Apply "far be it from Oz to refuse it"."""
    be, doc = at.parent, at.parent.doc
    phrase = doc[max(be.i - 1, 0) : be.i + 3].text.lower()
    if phrase not in climb.lexicon.words["disclaiming_phrases"]:
        return None
    climb.forget()
    holders = tuple(n for p in children(be, "prep") for n in children(p, "pobj"))
    climb.claim(Claim("attitude", -at.sign, holders, be, "state", negated=True))
    return report_and_stop(climb, at)


def _left_to_others(climb: Climb, at: Step) -> Outcome | None:
    """Apply "it is for Oz to pay": whoever says so leaves it to others."""
    if not falls_to(at.current, at.parent, climb.inside):
        return None
    climb.forget()
    if negated(at.parent, climb.lexicon):
        climb.unread()
    elif not (climb.speaker_claim or climb.out.adjunct or climb.out.topic):
        climb.speaker_claim = True
        climb.claim(Claim("evaluate", at.sign, (), at.parent, "consider", ambivalent=True))
    return report_and_stop(climb, at)


def _replied(climb: Climb, at: Step) -> Outcome | None:
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
    return report_and_stop(climb, at)


def _raised(climb: Climb, at: Step) -> None:
    """Go to what a raised subject is said to do ("the toll has to be lifted": it is lifted)."""
    doing = None if is_doing(at.current) else raised(at.parent, climb.lexicon, climb.inside)
    if doing is not None:
        climb.lifted.add(at.current.i)
        at.parent, at.rel = doing, "obj" if children(doing, "auxpass") else "subj"


def _sketched(climb: Climb, at: Step) -> Outcome | None:
    """Apply what is laid out ("laid out how it might be lent"): whoever does so proposes it."""
    if not is_sketched(at.current, at.parent, climb.lexicon):
        return None
    climb.forget()
    holders = tuple(subjects(at.parent))
    climb.claim(Claim("attitude", at.sign, holders, at.parent, "propose"))
    return at.parent, STOP


def _asked(climb: Climb, at: Step) -> Outcome | None:
    """Apply a question ("is weighing whether to pay"): whoever leaves it open holds that."""
    current = at.current
    if at.rel == "to":
        asked = is_marked(current, "whether")
    else:
        alternative = current.dep_ == "conj" and is_marked(first_conjunct(current), "whether")
        asked = alternative or is_supposed(current, climb.lexicon, climb.inside)
    return _left_open(climb, at) if asked else None


def _left_open(climb: Climb, at: Step) -> Outcome:
    """Take a question for what it leaves open, if it is said who does ("will not say whether")."""
    holders = who_leaves_open(at.current, at.parent, climb.lexicon, climb.idioms)
    climb.suppose()
    if holders:
        climb.out.hypothetical = False
        climb.claim(Claim("attitude", at.sign, holders, at.parent, "consider", ambivalent=True))
        climb.report_only(at.parent)
    return at.parent, STOP


def _so_that(climb: Climb, at: Step) -> None:
    """Take "asked Id to step in so that Oz leaves" for what it is done for."""
    if is_marked(at.current, "so") and is_marked(at.current, "that"):
        climb.forget()
        climb.out.purpose = True
        at.rel = "to"


def _whether(climb: Climb, at: Step) -> Outcome | None:
    """Stop at a question that is spoken of ("whether Oz should leave is for Oz to say")."""
    return suppose_and_stop(climb, at) if is_marked(at.current, "whether") else None


def _doubted(climb: Climb, at: Step) -> Outcome | None:
    """Stop at what is doubted."""
    if lemma(at.parent.text) not in climb.lexicon.words["doubting_verbs"]:
        return None
    return None if climb.negated(at.parent) else suppose_and_stop(climb, at)


def _not_that(climb: Climb, at: Step) -> Outcome | None:
    """Stop at what is denied as a whole ("it is not that Oz opposes it", "it is not true that")."""
    copula, words = at.parent, climb.lexicon.words
    if lemma(copula.text) not in words["copulas"] or not is_marked(at.current, "that"):
        return None
    said = children(copula, "acomp", "attr", "prep", "expl")
    if any(t.lower_ not in words["truth_words"] for t in said) or not climb.negated(copula):
        return None
    return suppose_and_stop(climb, at) if children(copula, "nsubj") else None


def _whoever(climb: Climb, at: Step) -> Outcome | None:
    """Apply a judgement on "whoever buys it" to the thing."""
    names = climb.lexicon.words["whoever"]
    if any(c.lower_ in names for c in children(at.current, "nsubj")):
        return _of_anybody(climb, at.current, at.parent, at.sign)
    return None


def _anyone_who(climb: Climb, at: Step) -> Outcome | None:
    """Apply a judgement on "anyone who buys it", "an Oz that bought it" to the thing."""
    somebody = at.parent
    if somebody.dep_ not in ("nsubj", "nsubjpass"):
        return None
    relative = any(c.tag_ in ("WP", "WDT") for c in children(at.current, "nsubj"))
    if relative and somebody.lower_ in climb.lexicon.words["anyone"]:
        return _of_anybody(climb, somebody, somebody.head, at.sign)
    if relative and somebody.tag_ == "NNS" and not children(somebody, "det", "poss", "amod"):
        # "towns that buy it will pay for it": whichever they are
        if _is_punished(climb, somebody.head):
            return _of_anybody(climb, somebody, somebody.head, at.sign)
    supposed = modals_of(somebody.head) & {"would", "'d", "could"}
    if somebody.pos_ == "PROPN" and supposed:
        if any(c.lower_ in ("a", "an") for c in children(somebody, "det")):
            return _of_anybody(climb, somebody, somebody.head, at.sign)
    return None


def _of_anybody(climb: Climb, subject: Token, verb: Token, sign: int) -> Outcome:
    """Apply a judgement on whoever does a thing to the thing ("whoever buys it steals")."""
    climb.forget()
    if _is_punished(climb, verb):
        climb.out.silent = climb.out.topic = False
        climb.speaker_claim = True
        climb.out.flips += 1
        climb.claim(Claim("evaluate", -sign, (), verb, "threaten"))
        return verb, -sign
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


def _is_punished(climb: Climb, verb: Token) -> bool:
    """Tell whether those whom a clause tells of are threatened ("will be sued", "will pay")."""
    words = climb.lexicon.words
    if not modals_of(verb) & (INTENDING | {"must", "should"}) or climb.negated(verb):
        return False
    if children(verb, "auxpass"):
        return lemma(verb.text) in words["punishing_verbs"]
    if lemma(verb.text) == "face":
        return any(lemma(n.text) in words["penalty_nouns"] for n in children(verb, "dobj"))
    dear = bool(children(verb, "prep", "advmod")) and not children(verb, "xcomp")
    return lemma(verb.text) in words["paying_verbs"] and (dear or bool(children(verb, "dobj")))


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


def _why(climb: Climb, at: Step) -> Outcome | None:
    """Stop at reasons ("gave no reason for why it has stopped")."""
    marks = {c.lower_ for c in children(at.current, "mark", "advmod")}
    if at.current.dep_ != "pcomp" or not marks & {"why", "whether"}:
        return None
    return _left_open(climb, at) if "whether" in marks else suppose_and_stop(climb, at)


def _some_day(climb: Climb, at: Step) -> Outcome | None:
    """Stop at a day that may come ("on the day that Oz leaves")."""
    return suppose_and_stop(climb, at) if tells_day(at.parent, climb.lexicon) else None


#: The cases of such steps, in their order: what one corrects, those after it see.
CASES: Sequence[Rule] = (
    (frozenset({"that", "of", "about", "on"}), _within_question),
    (frozenset({"subj"}), _thought),
    (frozenset({"relcl", "acl"}), _reason_why),
    (frozenset({"that"}), _not_seen_why),
    (frozenset({"relcl", "acl", "that"}), _withheld),
    (frozenset({"to"}), _not_one_to),
    (frozenset({"to"}), _far_be_it),
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
)
