"""Adnominal clauses: what is said of a noun on the path by clauses and words that modify it."""

from stancegraph.extraction.attachment import gap_of, modifying
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.climb import STOP, Climb, Step
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import for_after, for_phrase, is_ownerless, owners_of
from stancegraph.extraction.judgements import judging_word, name_given, predicated
from stancegraph.extraction.lexicon import Predicate
from stancegraph.extraction.moods import INTENDING, is_past, modals_of
from stancegraph.extraction.negation import negated
from stancegraph.extraction.operators import STANCE_BEARING
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.readings import fits, reading, reading_at, wanting_noun
from stancegraph.extraction.relations import relation, relation_by
from stancegraph.extraction.resumption import takes_up
from stancegraph.extraction.trees import Token
from stancegraph.extraction.unknown import compose

__all__ = ["belongs", "downward", "gap", "look_around", "read_aside"]

#: Claims that a clause about a noun may make of it.
_GAP_CLAIMS = frozenset({"attitude", "urge", "act", "intention"})


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
    before = len(climb.out.claims)
    for clause in modifying(noun):
        _modified(climb, noun, clause, sign, supposed=supposed)
    for preposition in children(noun, "prep"):
        for kind in children(preposition, "pobj"):
            if preposition.lower_ == "of" and lemma(kind.text) in climb.lexicon.words["kind_nouns"]:
                downward(climb, kind, sign, supposed=supposed)  # "a toll of the kind that Oz wants"
    if _is_denied_by_cleft(climb, noun):
        # "it is not a toll that Oz wants"; of "it is not the toll that Oz rejects" nobody knows
        wanted = [c for c in climb.out.claims[before:] if not c.turned and c.sign == sign]
        climb.out.claims[before:] = [c._replace(sign=-c.sign, negated=True) for c in wanted]


def _is_denied_by_cleft(climb: Climb, noun: Token) -> bool:
    """Tell whether a clause behind a noun is said to be about something else."""
    copula = noun.head
    return (
        noun.dep_ == "attr"
        and lemma(copula.text) in climb.lexicon.words["copulas"]
        and any(c.lower_ == "it" for c in children(copula, "nsubj"))
        and negated(copula, climb.lexicon)
    )


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
    inner = Climb(climb.lexicon, climb.idioms, climb.step)
    idiom = climb.idioms.get(verb.i)
    known = idiom is not None and fits(idiom, rel)
    predicate = idiom if known else reading(verb, rel, climb.lexicon)
    for judge in children(verb, "acomp") if predicate is None else ():
        # "a toll to which Oz feels entitled"
        felt = reading(judge, rel, climb.lexicon)
        if felt is not None and felt.kind == "attitude" and judge.pos_ == "ADJ":
            verb, predicate = judge, felt
    for particle in children(verb, "prt") if predicate is None else ():
        # "the toll that they agreed on", where the parser takes "on" for a particle
        predicate, rel = reading(verb, relation_by(particle), climb.lexicon), relation_by(particle)
    shared = takes_up(noun, climb.lexicon) == "stance"
    if shared and rel == "obj" and lemma(verb.text) in climb.lexicon.words["sharing_verbs"]:
        climb.claim(Claim("attitude", sign, tuple(subjects(verb)), verb, "endorse"))
        return
    equated = noun.dep_ == "attr" or clause.dep_ == "csubj"
    if verb is clause and lemma(verb.text) == "do" and equated and rel == "obj":
        # "the last thing that Oz will do", "something that it will never do", "what it will do is"
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
        current, turned = climb.step(inner, Step(current, *above, turned))
    found = inner.out.claims or [c for c in inner.deferred[:1] if predicate is not None]
    # "which Oz insists must come first"
    thinks = tuple(subjects(clause)) if verb is not clause and inner.out.sources else ()
    for one in found:
        held = one
        if thinks and not one.holders and one.kind in ("deontic", "evaluate"):
            held = one._replace(kind="attitude", holders=thinks)
        if (supposed or not held.possible) and held.holders and held.kind in _GAP_CLAIMS:
            past = held.past or is_past(clause, climb.lexicon)
            climb.claim(held._replace(past=past))
    climb.out.sources.extend(inner.out.sources)
