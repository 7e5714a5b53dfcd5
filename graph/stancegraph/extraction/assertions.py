"""What a claim asserts, and what it only seems to: questions about a claim's predicate.

"No minister has called for it" does not turn it down; "useful talks" asks for none.
"""

from stancegraph.extraction.cautions import in_warning, serves
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.negation import is_unshown, negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Token

__all__ = [
    "advises",
    "asserted",
    "lacks",
    "meanwhile",
    "unasked",
]


def asserted(
    claims: list[Claim], mention: IssueMention, result: Walk, lexicon: Lexicon
) -> list[Claim]:
    """Leave out what only seems to be claimed, and set right what a verb says of its doer.

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "There is no sign that Oz rejects the toll."
    >>> oz, rejects, toll = words_in(text, "Oz", "rejects", "toll")
    >>> claims = [Claim("attitude", -1, (oz,), rejects)]
    >>> asserted(claims, mention_at(toll), Walk(), load_lexicon())
    []
    """
    # "the reserves that Oz has blocked": the cue has the verb, and with it the sign
    verbs = {t.i for t in mention.tokens} - {mention.head.i}
    warning = in_warning(result, lexicon)

    def signed(claim: Claim) -> Claim:
        if claim.kind == "act" and claim.predicate.i in verbs and not claim.negated:
            claim = claim._replace(sign=mention.sign)
        if _left_undone(claim, lexicon):
            claim = claim._replace(sign=-claim.sign, negated=True)
        return claim

    done = [c for c in claims if c.kind != "act" or not _merely_held(c, mention, lexicon)]
    return [
        c
        for c in map(signed, done)
        if not _praises(c, mention, lexicon)
        and not _presumes(c, mention, lexicon)
        and not is_unshown(c.predicate, lexicon)
        and not (warning and serves(c, lexicon))  # "warned that it would only help Oz"
    ]


def advises(claim: Claim) -> bool:
    """Tell whether a claim may be its writer's advice or judgement, and not a text's term.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz should pay. It is wise to pay.", "pay", "is")
    >>> [advises(Claim("deontic", 1, (), word)) for word in words]
    [True, False]
    """
    if claim.kind not in ("deontic", "evaluate"):
        return False
    place = claim.predicate
    verb = place if place.pos_ in ("VERB", "AUX") else place.head
    told = {verb.lower_, *(c.lower_ for c in children(verb, "aux", "auxpass"))}
    if claim.kind == "evaluate":
        # the writer judges in the present, and what was said is told in the past
        return not (told & {"was", "were", "would", "had"})
    return not told & {"is", "are", "was", "were", "would", "had"}


def _left_undone(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether an act is what its doer does not do ("What Oz will not do is pay")."""
    above = claim.predicate.head
    if claim.kind != "act":
        return False
    clauses = [above]  # where the parser puts "is" beside "do"
    if lemma(above.text) in lexicon.words["copulas"]:
        clauses = children(above, "csubj", "nsubj")
    return any(
        lemma(clause.text) == "do"
        and negated(clause, lexicon)
        and any(c.tag_ == "WP" for c in children(clause, "dobj"))
        for clause in clauses
    )


def _merely_held(claim: Claim, mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a claim only says that talks took place, or a blow was struck."""
    words = lexicon.words
    if lemma(claim.predicate.text) in words["combat_verbs"]:
        return True
    if lemma(claim.predicate.text) in words["arranging_verbs"]:
        return False
    inside = {t.i for t in mention.tokens}
    if any(
        p.kind == "attitude" and noun.i not in inside
        for noun in children(claim.predicate, "dobj", "nsubjpass")
        for p in lexicon.readings("n", lemma(noun.text))
    ):
        return False  # "extended an offer of talks"
    places = [mention.head, claim.predicate]
    if mention.head.tag_ in ("VBD", "VBN") and lemma(mention.head.text) in words["holding_verbs"]:
        places += mention.tokens  # "began talks"
    return claim.sign > 0 and any(lemma(t.text) in words["encounter_words"] for t in places)


def unasked(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether a claim only says that none of somebody's people has asked for a thing.

    "No Ozian minister has called for it": which is not to turn it down.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["No minister has called for a toll."])
    >>> claim = Claim("attitude", -1, (doc[1],), doc[3], act="demand", negated=True)
    >>> unasked(claim, load_lexicon())
    True
    """
    return (
        claim.negated
        and claim.act in ("demand", "propose")
        and claim.predicate.pos_ == "VERB"
        and lemma(claim.predicate.text) in lexicon.words["requesting_verbs"]
        and not any(c.tag_ == "MD" for c in children(claim.predicate, "aux"))
        and any(c.lower_ == "no" for h in claim.holders for c in children(h, "det"))
    )


def _praises(claim: Claim, mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a claim calls an encounter good that has been held ("useful talks")."""
    words = lexicon.words
    place = claim.predicate
    return (
        claim.kind == "evaluate"
        and claim.sign > 0
        and lemma(place.text) in words["quality_adjectives"]
        and any(lemma(t.text) in words["encounter_nouns"] for t in mention.tokens)
        and not any(c.tag_ == "MD" for v in (place, place.head) for c in children(v, "aux"))
    )


def _presumes(claim: Claim, mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a claim says how a thing must be done ("talks should be based on it")."""
    return (
        claim.kind == "deontic"
        and lemma(claim.predicate.text) in lexicon.words["manner_verbs"]
        and mention.head.dep_ in ("nsubj", "nsubjpass")
        and mention.head.head.i == claim.predicate.i
    )


def lacks(claim: Claim, mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a text is said not to have what a mention names ("offers no guarantees").

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "The draft offers no guarantees."
    >>> draft, offers, guarantees = words_in(text, "draft", "offers", "guarantees")
    >>> claim = Claim("act", -1, (draft,), offers)
    >>> lacks(claim, mention_at(guarantees), load_lexicon())
    True
    """
    words = lexicon.words
    return (
        claim.sign != mention.sign
        and claim.kind in ("act", "attitude")
        and lemma(claim.predicate.text) in words["containing_verbs"]
        and any(lemma(h.text) in words["document_nouns"] for h in claim.holders)
    )


def meanwhile(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause says beside what the main one holds: "while", "as long as".

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor fishes while the port pays."])
    >>> meanwhile(next(t for t in doc if t.text == "pays"), load_lexicon())
    True
    """
    marks = {mark.lower_ for mark in children(verb, "mark")}
    lasting = verb.head.lower_ in lexicon.words["enduring_adverbs"]
    lasting = lasting or any(  # "even as they talk"
        mark.lower_ == "as" and mark.i > 0 and mark.nbor(-1).lower_ == "even"
        for mark in children(verb, "mark")
    )
    return lasting or bool(marks & lexicon.words["meanwhile_marks"])
