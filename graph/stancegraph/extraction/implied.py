"""Whose an issue most likely is where grammar joins nobody to it.

"The king was in no hurry. First the toll, then the rest." Nothing says that
the king wants the toll, and every reader knows it. Where a sentence names an
issue and no claim is found for it, these functions say who its holder would
be, with which sign, and what speaks for and against: a weak candidate, which
the judge weighs by features of its own.

>>> from stancegraph.case import load_case
>>> from stancegraph.extraction import Extractor
>>> from stancegraph.model import Article
>>> text = "Starmer arrived with a gift in his bag, security guarantees for Ukraine."
>>> [(_, found)] = Extractor(load_case()).candidates([Article(id="note", text=text)])
>>> [(c.actor, c.stance, c.issue) for c in found if "implied" in c.features]
[('europe', 'support', 'security-guarantees')]
"""

from collections.abc import Iterable, Mapping, Sequence

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse, Referent
from stancegraph.extraction.frames import Walk, is_report, negated
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.trees import Span, Token
from stancegraph.extraction.voices import Voices, is_party
from stancegraph.layout import Block

__all__ = ["bystanders", "implied_sign", "put_off", "signals"]

#: Parts of speech as the lexicon spells them.
_READ_AS = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}
#: More of a kind say no more than so many do.
_MOST = 2


def implied_sign(
    mention: IssueMention, result: Walk, discourse: Discourse, lexicon: Lexicon
) -> int:
    """Return the sign with which a mention stands in its sentence, 0 where that is not plain.

    "A truce is a trap" and "it would sink in the snow" judge their subject in words that the
    lexicon does not have: they may turn the sign. What is only supposed, spoken about, named by
    the way or held by somebody outside of the case is nobody's either, nor is an occasion.
    """
    words = lexicon.words
    if result.circumstance or result.unsigned or result.consequence is not None:
        return 0
    if any(lemma(token.text) in words["encounter_words"] for token in mention.tokens):
        return 0
    texts = words["anaphoric_nouns"] | words["document_nouns"]
    if any(lemma(token.text) in texts for token in mention.tokens if token.pos_ == "NOUN"):
        return 0  # "the draft", "the offer": everybody speaks of them
    if any(step.removeprefix("report:") in words["warning_words"] for step in result.steps):
        return 0
    judging = words["copulas"] | words["harming_verbs"] | words["impairing_verbs"]
    judging |= words["serving_verbs"]
    for place in result.path:
        verb = place.head
        if place.dep_ in ("nsubj", "csubj", "nsubjpass") and lemma(verb.text) in judging:
            return 0
        if place.dep_ == "pcomp" and verb.lower_ in words["manner_prepositions"]:
            return 0  # "in lifting it Oz harms us"
        if place.dep_ == "oprd" or (place.dep_ == "attr" and subjects(verb)):
            return 0  # "called the paper an ultimatum"
        if place.dep_ == "pobj" and verb.dep_ == "prep" and is_report(verb.head, lexicon):
            return 0  # "said of the plan that he had slept badly"
        if place.lower_ in words["forecasting_adjectives"]:
            return 0
        if verb.pos_ == "VERB" and lemma(verb.text) in words["naming_verbs"]:
            return 0
        if result.topic and _denied(place, lexicon):
            return 0  # "said nothing about the toll"
        if {c.lower_ for c in children(place, "aux")} & words["possible_modals"]:
            if any(t.lower_ in words["hypothetical_marks"] for t in place.sent):
                return 0  # "if they met, it could be settled"
        if place.dep_ == "pobj" and verb.lower_ in words["temporal_prepositions"] | {"without"}:
            return 0
    if put_off(mention, lexicon):
        return 0
    inside = {place.i for place in result.path}
    if any(a.i not in inside and _denied(a, lexicon) for a in mention.head.ancestors):
        return 0  # "would do nothing but open the port"
    held = [claim for claim in result.claims if claim.holders]
    for claim in held:
        if any(is_party(holder) for holder in claim.holders):
            return 0
        if any(r.actor == discourse.case.other for r in discourse.resolve(claim.holders)):
            return 0
    own = [claim for claim in result.claims if not claim.holders]
    signs = {claim.sign for claim in own or held}
    if len(signs) > 1:
        return 0
    return signs.pop() if signs else result.sign


def put_off(mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a mention is what comes second ("first the causes, then a truce").

    It is then as often put off as wanted.
    """
    words, head = lexicon.words, mention.head
    first = min(t.i for t in mention.tokens)
    before = [t.lower_ for t in head.doc[head.sent.start : first]]
    return bool(set(before[-3:]) & words["second_words"]) and any(
        word in words["first_words"] for word in before
    )


def _denied(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is denied, or a word beside it is ("said nothing about")."""
    beside = (token, *token.children)
    return any(t.lower_ in lexicon.words["negators"] for w in beside for t in (w, *w.children))


def bystanders(
    mention: IssueMention,
    result: Walk,
    sentence: Span,
    discourse: Discourse,
    voices: Voices,
    block: Block,
    last: Sequence[Referent],
) -> tuple[list[Referent], str]:
    """Return who would hold a mention that has no source, and by which rule; ([], "") if nobody.

    The nearest doer or owner above it; whoever speaks; whose list it stands in; the subject of
    the sentence; whose voice the paragraph is in; `last`, who held what was said before.

    What somebody must do is not that somebody's wish: a duty has no doer.
    """
    inside = {token.i for token in mention.tokens}

    def resolved(tokens: Iterable[Token]) -> list[Referent]:
        found = discourse.resolve([t for t in tokens if t.i not in inside])
        return [r for r in found if r.actor in discourse.case.compared]

    if result.adjunct:
        doing: Sequence[Token] = ()  # who does something beside it need not want it
    else:
        doing = (mention.head, *mention.head.ancestors)
    duty = any(c.kind in ("deontic", "evaluate") and not c.holders for c in result.claims)
    for place in doing:
        doers = [*subjects(place), *children(place, "poss")]
        if place.dep_ in ("nsubj", "nsubjpass"):
            doers = subjects(place)  # "Oz's toll inspectors met"
        doers += [noun for by in children(place, "agent") for noun in children(by, "pobj")]
        if any(d.lower_ == "it" for d in doers):
            return [], ""  # "it takes time to do it"
        if found := resolved(doers):
            return ([], "") if duty else (found, "subject")
    voice = voices.voice
    known: list[tuple[Sequence[Referent], str]] = [
        (discourse.speakers, "speaker"),
        (voices.owners(block), "owner"),
        (resolved(subjects(sentence.root)), "root"),
        (voice.speakers if voice is not None and not voice.carried else (), "voice"),
        (last, "last"),
    ]
    for referents, rule in known:
        if found := [r for r in referents if r.actor in discourse.case.actors]:
            return found, rule
    return [], ""


def signals(
    mention: IssueMention, result: Walk, sentence: Span, sign: int, lexicon: Lexicon
) -> Mapping[str, float]:
    """Return what tells likely implied positions from others, as features.

    Words of refusing beside the path matter most: what they refuse may be the mention.
    """
    path = {token.i for token in result.path} | {token.i for token in mention.tokens}
    outside = [token for token in sentence if token.i not in path]
    helpers = {c.lower_ for t in result.path for c in children(t, "aux")}
    modals = lexicon.words["volitional_modals"] | lexicon.words["deontic_modals"]
    refusing = sum(_refuses(token, lexicon) for token in outside)
    denying = sum(token.lower_ in lexicon.words["negators"] for token in outside)
    own = [claim for claim in result.claims if not claim.holders]
    verbs = [token for token in result.path if token.pos_ in ("VERB", "AUX")]
    claimed = own[0].kind if own else "held" if result.claims else "none"
    return {
        f"implied_claim={claimed}": 1.0,
        "implied_refusing": float(min(refusing, _MOST)),
        "implied_denying": float(min(denying, _MOST)),
        "implied_denying_positive": float(min(denying, _MOST) * (sign > 0)),
        "implied_negated": float(any(negated(token, lexicon) for token in result.path)),
        "implied_silent": float(result.silent),
        "implied_aside": float(result.aside),
        "implied_subject": float(
            any(t.dep_ in ("nsubj", "csubj", "nsubjpass") for t in result.path)
        ),
        "implied_finite": float(any(t.tag_ in ("VBZ", "VBP") for t in verbs)),
        **{f"implied_modal={word}": 1.0 for word in sorted(helpers & modals)},
    }


def _refuses(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word can only be against what it takes ("reject", "reluctance")."""
    part = _READ_AS.get(token.pos_)
    readings = lexicon.readings(part, lemma(token.text)) if part else ()
    return bool(readings) and all(reading.polarity == "-" for reading in readings)
