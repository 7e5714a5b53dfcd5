"""Steps from what is preferred to something, or said to be no more than something."""

from collections.abc import Sequence

from stancegraph.extraction.claims import Claim
from stancegraph.extraction.climb import STOP, Climb, Outcome, Rule, Step, report_and_stop
from stancegraph.extraction.contrasts import (
    is_spurned,
    passed_over,
    preferring_verb,
    within_contrast,
)
from stancegraph.extraction.judgements import is_belittled
from stancegraph.extraction.moods import is_not_yet
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.unknown import set_against

__all__ = ["CASES"]


def _spurned(climb: Climb, at: Step) -> Outcome | None:
    """Apply "would rather resign than sign it"."""
    if not is_spurned(at.current, at.parent, at.rel, climb.lexicon):
        return None
    climb.forget()
    climb.out.flips += 1
    verb = preferring_verb(at.current, at.parent, climb.lexicon) or at.parent
    climb.claim(Claim("attitude", -at.sign, tuple(subjects(verb)), verb, "refuse"))
    climb.report_only(verb)
    return verb, STOP


def _instead_of(climb: Climb, at: Step) -> Outcome:
    """Apply what is said of something to what stands against it ("sanctions instead of talks")."""
    # an issue's own words: "talks instead of a truce"
    own = within_contrast(at.current, climb.lexicon, climb.inside)
    sign = -at.sign if own else at.sign
    return at.parent, set_against(climb, at.current, at.parent, sign)


def _passed_over(climb: Climb, at: Step) -> Outcome | None:
    """Apply a preference for something else ("favours a truce over a treaty")."""
    lexicon, inside = climb.lexicon, climb.inside
    if not passed_over(at.current, at.parent, at.rel, lexicon, inside):
        return None
    if within_contrast(at.current, lexicon, inside):
        return None
    return at.parent, set_against(climb, at.current, at.parent, at.sign)


def _excepted(climb: Climb, at: Step) -> Outcome | None:
    """Turn what is left out of all the rest ("open to everything except a toll")."""
    words, whole = climb.lexicon.words, at.parent
    if at.rel not in words["excepting_prepositions"]:
        return None
    preposition = at.current.head
    if at.current.dep_ == "pobj" and preposition.i > 0:
        # "would back anything but a toll", where the parser hangs "but" from the verb
        before = preposition.nbor(-1)
        whole = before if before.lower_ in words["universal_words"] else whole
    if not {whole.lower_, *(c.lower_ for c in children(whole, "det"))} & words["universal_words"]:
        return None
    climb.out.flips += 1
    climb.out.steps.append("excepted")
    return whole, -at.sign


def _none_of_it(climb: Climb, at: Step) -> None:
    """Take "little interest in A and none in B" for what there is none of."""
    none = at.parent
    if none.lower_ != "none" or none.dep_ not in ("conj", "dobj"):
        return
    noun = none.head if none.dep_ == "conj" else children(none.head, "dobj")[0]
    if noun.pos_ != "NOUN" or noun.i > none.i:
        return
    at.parent = noun
    if not negated(noun, climb.lexicon):
        at.sign = -at.sign
        climb.out.flips += 1


def _not_yet(climb: Climb, at: Step) -> Outcome | None:
    """Apply "has yet to agree to it": open so far; of what is not done, nobody knows why."""
    idiom = climb.applied
    if not is_not_yet(at.parent) or (
        idiom is not None
        and any(c.lower_ == "yet" and climb.idioms.get(c.i) is idiom for c in at.parent.children)
    ):
        return None
    mine = tuple(subjects(at.parent))
    wanting = [c for c in climb.deferred if c.kind == "attitude"]
    wanting += [c for c in climb.out.claims if c.kind == "attitude" and c.holders == mine]
    climb.out.claims.clear()
    climb.deferred[:] = [c._replace(sign=-c.sign, ambivalent=True) for c in wanting]
    return at.parent, -at.sign


def _belittled(climb: Climb, at: Step) -> Outcome | None:
    """Stop at all that something would come to ("would do no more than end it")."""
    if not is_belittled(at.current, at.parent, at.rel, climb.lexicon):
        return None
    climb.forget()
    climb.out.silent = True
    return report_and_stop(climb, at)


#: The cases of such steps, in their order: what one corrects, those after it see.
CASES: Sequence[Rule] = (
    (frozenset({"than", "advcl", "that", "conj"}), _spurned),
    (frozenset({"instead of", "rather than"}), _instead_of),
    (None, _passed_over),
    (None, _excepted),
    (None, _none_of_it),
    (frozenset({"to"}), _not_yet),
    (frozenset({"attr", "advcl", "than", "but", "that"}), _belittled),
)
