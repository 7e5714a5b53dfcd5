"""What is let happen, left to others or hard for somebody to accept; who is said to say so."""

from collections.abc import Sequence

from stancegraph.extraction.claims import Claim
from stancegraph.extraction.climb import STOP, Climb, Outcome, Rule, Step, report_and_stop
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import is_somebody
from stancegraph.extraction.moods import has_to, modals_of
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, is_marked, subjects
from stancegraph.extraction.readings import is_report, reading

__all__ = ["CASES"]


def _said_by(climb: Climb, at: Step) -> None:
    """Note whose words "is said by Oz to want it" gives."""
    verb = at.parent
    if children(verb, "nsubjpass") and children(verb, "agent") and is_report(verb, climb.lexicon):
        climb.source(verb)


def _as_for(climb: Climb, at: Step) -> Outcome | None:
    """Leave what a sentence turns to as its topic ("As for a truce, there will be none")."""
    phrase = at.current.doc[at.current.left_edge.i - 2 : at.current.left_edge.i].text.lower()
    if phrase not in climb.lexicon.words["turning_phrases"]:
        return None
    climb.talk_of()
    climb.deferred.clear()
    return at.parent, STOP


def _tough(climb: Climb, at: Step) -> Outcome | None:
    """Apply "is hard for Oz to accept": whoever finds it so."""
    copula, words = at.parent, climb.lexicon.words
    if lemma(copula.text) not in words["copulas"] or negated(copula, climb.lexicon):
        return None
    for judge in children(copula, "acomp"):
        if judge.lower_ not in words["tough_adjectives"] or negated(judge, climb.lexicon):
            continue
        for verb in (
            *children(judge, "xcomp", "advcl", "ccomp"),
            *children(copula, "xcomp", "advcl"),
        ):
            whom = children(verb, "nsubj") if is_marked(verb, "for") else []
            found = reading(verb, "obj", climb.lexicon)
            if not whom or not has_to(verb) or children(verb, "dobj") or found is None:
                continue
            if found.kind == "attitude" and found.polarity == "+" and verb.i > judge.i:
                climb.forget()
                climb.out.flips += 1
                climb.claim(Claim("attitude", -at.sign, tuple(whom), verb, "refuse", negated=True))
                return copula, -at.sign
    return None


def _left_to(climb: Climb, at: Step) -> Outcome | None:
    """Stop at what is left to others ("leaves the toll to Oz"): nothing is thought of it."""
    verb, words = at.parent, climb.lexicon.words
    if lemma(verb.text) not in words["leaving_verbs"] or verb.i in climb.inside:
        return None
    doers = [
        noun
        for host in (verb, at.current)
        for preposition in children(host, "prep", "dative")
        if preposition.lower_ in ("to", "for") and preposition.i > at.current.i
        for noun in children(preposition, "pobj")
    ]
    if not any(is_somebody(noun) for noun in doers):
        return None
    climb.forget()
    climb.unread()
    return report_and_stop(climb, at)


def _allowed(climb: Climb, at: Step) -> Outcome | None:
    """Apply "will not let Oz take it": whoever lets it be or not, rather than Oz."""
    verb, lexicon = at.parent, climb.lexicon
    if lemma(verb.text) not in lexicon.words["letting_verbs"] or verb.i in climb.idioms:
        return None
    holders = subjects(verb)
    if not holders or at.current.i < verb.i:
        return None
    climb.forget()
    if any(h.lower_ in lexicon.words["neuter_pronouns"] or h.tag_ == "WDT" for h in holders):
        climb.unread()  # "it lets Oz take the toll": what comes of something else
        return report_and_stop(climb, at)
    if lemma(at.current.text) in lexicon.words["having_verbs"]:
        climb.unread()  # "does not let Ev keep the boats": they are to be Oz's
        return report_and_stop(climb, at)
    denied = negated(verb, lexicon)
    turned = -at.sign if denied else at.sign
    climb.out.flips += denied
    announced = not denied and modals_of(verb) & lexicon.words["volitional_modals"]
    climb.claim(
        Claim(
            "intention" if announced else "attitude",
            turned,
            tuple(holders),
            verb,
            "refuse" if denied else "accept",
            possible=bool(modals_of(verb) & lexicon.words["possible_modals"]),
            negated=denied,
        )
    )
    return verb, turned


CASES: Sequence[Rule] = (
    (frozenset({"to"}), _said_by),
    (frozenset({"as"}), _as_for),
    (frozenset({"subj"}), _tough),
    (frozenset({"obj"}), _left_to),
    (frozenset({"sc", "that"}), _allowed),
)
