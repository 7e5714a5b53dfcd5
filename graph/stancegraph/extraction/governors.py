"""Steps past the mention's own words, and to the reading that its governor has."""

from collections.abc import Sequence

from stancegraph.extraction.claims import Claim
from stancegraph.extraction.clauses import is_laid_down_in_text, proposing
from stancegraph.extraction.climb import (
    Climb,
    Outcome,
    Rule,
    Step,
    report_and_stop,
    suppose_and_stop,
)
from stancegraph.extraction.copulas import cleft, copular_subject
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.judgements import (
    equated,
    is_judged_inside,
    judging_word,
    label_after,
    name_before,
    name_given,
    placed_under,
    possessed,
    predicated,
)
from stancegraph.extraction.moods import has_to, is_doing, is_no_longer, obliges
from stancegraph.extraction.negation import negated
from stancegraph.extraction.operators import naming
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.readings import fits, is_report, reading
from stancegraph.extraction.remarks import is_grumbled
from stancegraph.extraction.trees import Token
from stancegraph.extraction.unknown import pass_through

__all__ = ["CASES"]

#: Acts that put a thing forward.
_PUT_FORWARD = frozenset({"propose", "offer"})


def _own(climb: Climb, at: Step) -> Outcome | None:
    """Go on past the mention's own words."""
    if at.parent.i not in climb.inside:
        return None
    at.turned_off = negated(at.parent, climb.lexicon, {at.current.i})
    return at.parent, pass_through(climb, at)


def _applied(climb: Climb, at: Step) -> Outcome | None:
    """Go on within an idiom that has been applied."""
    idiom = climb.idioms.get(at.current.i)
    if idiom is None or idiom is not climb.idioms.get(at.parent.i) or idiom is not climb.applied:
        return None
    return at.parent, at.sign


def _laid_down(climb: Climb, at: Step) -> Outcome | None:
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


def _idiom(climb: Climb, at: Step) -> Outcome | None:
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
    if found is not None and nearer is not None and fits(nearer, rel):
        # "said yes to a toll and no to a levy": "no to" is an idiom as well
        again = any(
            idioms.get(t.i) is found and t.dep_ == "prep" and t.lower_ == parent.doc[link].lower_
            for t in parent.doc[parent.i : link]
        )
        if again or not fits(found, rel):
            found = nearer
    if nearer is not None and found is nearer and idioms.get(parent.i) is not found:
        if parent.dep_ == "dobj" and idioms.get(parent.head.i) is found:
            at.parent = parent.head  # "tied the loan to a survey": hung from the loan
    if found is None and parent.i < link - 1:
        # "is in two minds about it": the parser hangs "about" from the verb
        beside = idioms.get(link - 1)
        found = beside if beside is not None and fits(beside, rel) else None
    if found is not None and not fits(found, rel):
        # "made the loan dependent on a survey": of the loan another reading than of the survey
        found = climb.lexicon.other_reading(found, rel) or found
        if not fits(found, rel):
            if rel == "of" and found.kind == "attitude" and parent.pos_ == "NOUN":
                return suppose_and_stop(climb, at)  # "made it a condition of any truce that …"
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
        cleft(climb, at.current, at.parent, at.sign)
    if at.predicate is None and is_doing(at.current):
        at.predicate, at.complement = equated(at.parent, lexicon, idioms)
    if at.predicate is None and lemma(at.parent.text) == "have":
        at.predicate, at.complement = possessed(at.parent, lexicon)


def _either_or(climb: Climb, at: Step) -> Outcome | None:
    """Stop at what one may choose between ("the choice is a toll or a levy")."""
    offered = [at.current, *at.current.ancestors]
    within = [t for t in offered if t.i > at.parent.i]
    if not any(c.lower_ == "or" for t in within for c in children(t, "cc")):
        return None
    choice = children(at.parent, "nsubj")
    if not any(lemma(n.text) in climb.lexicon.words["choosing_nouns"] for n in choice):
        return None
    climb.unread()
    return report_and_stop(climb, at)


def _attributed(climb: Climb, at: Step) -> None:
    """Find what names the mention as its content ("our demand is X")."""
    if at.predicate is None:
        at.predicate, at.complement = copular_subject(climb, at.current, at.parent)


def _purpose(climb: Climb, at: Step) -> None:
    """Note what something is done for ("flew to Oz to arrange it")."""
    if at.current.dep_ != "advcl":
        return
    quiet = climb.out.topic or climb.out.silent or climb.out.claims
    if lemma(at.parent.text) in climb.lexicon.words["setting_out_verbs"] and not quiet:
        # meant to do it, or, "no longer flies to Oz to arrange it", not to
        climb.mood(at.parent, -at.sign if is_no_longer(at.parent) else at.sign, "act")
    climb.out.purpose = True


def _ought(climb: Climb, at: Step) -> Outcome | None:
    """Apply "ought to leave", "let it cease": what whoever speaks says must be."""
    ought = at.rel == "to" and at.parent.lower_ == "ought"
    let = at.parent.lower_ == "let" and not children(at.parent, "nsubj")
    return _must(climb, at) if ought or let else None


def _must(climb: Climb, at: Step) -> Outcome:
    """Apply a governor by which something must be."""
    climb.deferred.clear()
    if not climb.speaker_claim:
        denied = negated(at.parent, climb.lexicon, {at.current.i})
        climb.demand(-at.sign if denied else at.sign, at.parent)
    return at.parent, at.sign


def _is_to(climb: Climb, at: Step) -> Outcome | None:
    """Apply "is to leave": what somebody has laid down, wants, or takes for something else."""
    current, copula = at.current, at.parent
    infinitive = current.dep_ == "xcomp"
    if infinitive and _is_compared(climb, copula):
        # "to wait is to give it up": what the first half comes to
        climb.out.claims.clear()
        climb.unread()
        return report_and_stop(climb, at)
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
    before = len(climb.out.claims)
    if at.predicate is None:
        at.predicate, at.complement = copular_subject(climb, current, copula)  # "Oz's aim is to …"
        if any(c.holders for c in climb.out.claims[before:]):
            return report_and_stop(climb, at)  # "what Oz will not do is to …"
    if infinitive and at.complement is None:
        offered = [c for c in climb.deferred if c.kind == "attitude" and c.act in _PUT_FORWARD]
        if offered and current.tag_ == "VB" and all(c.sign > 0 for c in offered):
            # "the guild is to propose it": what is to come of the guild's own
            climb.claim(offered[0])
            return report_and_stop(climb, at)
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


def _had_removed(climb: Climb, at: Step) -> Outcome | None:
    """Apply "had the clause taken out", where the participle is hung from the clause."""
    verb, words = at.parent, climb.lexicon.words
    texts = words["clause_nouns"] | words["document_nouns"]
    if lemma(verb.text) not in words["causing_verbs"] or lemma(at.current.text) not in texts:
        return None
    for done in at.current.subtree:
        # hung from the last noun of "the clause on the toll" as often as from the clause
        if done.dep_ != "acl" or done.tag_ != "VBN" or children(done, "agent"):
            continue
        if lemma(done.text) not in words["removing_verbs"]:
            continue
        turned = at.sign if negated(verb, climb.lexicon) else -at.sign
        climb.out.flips += 1
        climb.claim(Claim("act", turned, tuple(subjects(verb)), done, "reject", turned=True))
        return verb, turned
    return None


def _placed(climb: Climb, at: Step) -> Outcome | None:
    """Apply what an object is put under ("put it out of the question")."""
    if lemma(at.parent.text) not in climb.lexicon.words["placing_verbs"]:
        return None
    placed = placed_under(at.current, at.parent, climb.idioms)
    return None if placed is None else (at.parent, naming(climb, at.parent, at.sign, *placed))


def _named(climb: Climb, at: Step) -> Outcome | None:
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


def _had_to(climb: Climb, at: Step) -> Outcome | None:
    """Stop at "had to leave": what happened to somebody, where nobody is said to ask it."""
    if at.predicate is None or at.predicate.term != "have to" or at.parent.lower_ != "had":
        return None
    if obliges(at.parent, climb.lexicon, reported=climb.reported):
        return None
    return suppose_and_stop(climb, at)


def _read(climb: Climb, at: Step) -> Outcome | None:
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
            at.predicate, at.complement = copular_subject(climb, current, parent)
    return None


#: The cases of such steps, in their order: what one corrects, those after it see.
CASES: Sequence[Rule] = (
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
    (frozenset({"obj"}), _had_removed),
    (frozenset({"obj"}), _placed),
    (None, _named),
    (None, _had_to),
    (None, _read),
)
