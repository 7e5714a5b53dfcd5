"""Whose an issue most likely is where grammar joins nobody to it.

"The king was in no hurry. First the toll, then the rest." Nothing says that
the king wants the toll, and every reader knows it. Where a sentence names an
issue, these functions say who may hold it though no claim says so, with which
sign, and what speaks for and against: weak candidates, which the judge weighs by
features of their own.

>>> from stancegraph.case import load_case
>>> from stancegraph.extraction import Extractor
>>> from stancegraph.model import Article
>>> text = "Starmer arrived with a gift in his bag, security guarantees for Ukraine."
>>> [(_, found)] = Extractor(load_case()).candidates([Article(id="note", text=text)])
>>> [(c.actor, c.stance, c.issue) for c in found if c.implied]
[('europe', 'support', 'security-guarantees')]
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stancegraph.extraction.cautions import in_warning
from stancegraph.extraction.claims import Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.moods import is_hypothetical, is_not_yet, is_taken_back
from stancegraph.extraction.negation import is_unshown, negated
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.readings import is_report
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Span, Token
from stancegraph.extraction.voices import Voices, is_party
from stancegraph.layout import Block

__all__ = ["Opposition", "bystanders", "implied_sign", "opposition", "put_off", "signals"]

#: Parts of speech as the lexicon spells them.
_READ_AS = {"VERB": "v", "AUX": "v", "NOUN": "n", "ADJ": "a"}
#: More of a kind say no more than so many do.
_MOST = 2


def implied_sign(
    mention: IssueMention, result: Walk, discourse: Discourse, lexicon: Lexicon
) -> tuple[int, frozenset[str]]:
    """Return the sign with which a mention stands in its sentence, and what makes it doubtful.

    The sign is 0 where it is not plain: where the sentence claims both, judges the mention in words
    that the lexicon does not have ("a truce is a trap", "it would sink in the snow"), warns of it,
    supposes it ("if they met"), has somebody outside of the case hold it, says nothing about it, or
    names it as an occasion. A doubt is a name, which the judge weighs: "said of the plan that he
    had slept badly" (``spoken_of``) hardly takes a side, but may.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("The mayor arrived with a toll in his bag.")
    >>> [toll] = words_in(discourse.doc, "toll")
    >>> result = walk(toll, 1, load_lexicon(), {}, {toll.i})
    >>> implied_sign(mention_at(toll), result, discourse, load_lexicon())
    (1, frozenset())
    """
    words = lexicon.words
    held = [claim for claim in result.claims if claim.holders]
    own = [claim for claim in result.claims if not claim.holders]
    signs = {claim.sign for claim in own or held}
    others = [r for claim in held for r in discourse.resolve(claim.holders)]
    if (
        len(signs) > 1
        or result.unsigned
        or result.hypothetical
        or result.denied
        or result.circumstance
        or result.consequence is not None
        or (result.topic and any(_denied(place, lexicon) for place in result.path))
        or put_off(mention, lexicon)
        or in_warning(result, lexicon)
        or any(is_party(holder) for claim in held for holder in claim.holders)
        or any(r.actor == discourse.case.other for r in others)
        or any(_judged(place, lexicon) for place in result.path)
        or any(is_taken_back(place, lexicon) for place in result.path)
        or is_unshown(mention.head, lexicon)
        or any(_unanswered(place, lexicon) for place in result.path)
        or any(is_hypothetical(place, lexicon) for place in (mention.head, *mention.head.ancestors))
    ):
        return 0, frozenset()
    nouns = {lemma(token.text) for token in mention.tokens}
    texts = words["anaphoric_nouns"] | words["document_nouns"]
    inside = {place.i for place in result.path}
    doubts = {
        "encounter": bool(nouns & words["encounter_words"]),
        # "the draft", "the offer": everybody speaks of them
        "document": any(lemma(t.text) in texts for t in mention.tokens if t.pos_ == "NOUN"),
        # "would do nothing but open the port"
        "denied_above": any(
            a.i not in inside and _denied(a, lexicon) for a in mention.head.ancestors
        ),
    }
    found = {name for name, holds in doubts.items() if holds}
    for place in result.path:
        found |= _doubts_at(place, lexicon)
    return (signs.pop() if signs else result.sign), frozenset(found)


def _judged(place: Token, lexicon: Lexicon) -> bool:
    """Tell whether something is said of a place that may turn its sign, be it that it lacks."""
    words, verb = lexicon.words, place.head
    if place.lower_ in words["forecasting_adjectives"]:
        return True
    if place.dep_ == "pcomp" and verb.lower_ in words["manner_prepositions"]:
        return True  # "in lifting it Oz harms us"
    if place.dep_ == "pobj" and verb.lower_ in words["lacking_prepositions"]:
        return True  # "not without guarantees" sets a condition
    if place.dep_ == "attr":  # "would be merely a pause"
        between = place.doc[min(verb.i, place.i) + 1 : place.i]
        return any(t.lower_ in words["belittling_adverbs"] for t in between)
    found = verb.head
    if place.dep_ == "dobj" and verb.tag_ == "VBG" and verb.i == found.i + 1:
        # "found humiliating the toll"
        return verb.dep_ == "xcomp" and lemma(found.text) in words["naming_verbs"]
    if place.dep_ not in ("nsubj", "csubj", "nsubjpass"):
        return False
    if verb.pos_ == "ADJ" and verb.dep_ == "ccomp" and lemma(found.text) in words["naming_verbs"]:
        return True  # "found the toll humiliating"
    if lemma(verb.text) in words["harming_verbs"] | words["impairing_verbs"]:
        return True
    return lemma(verb.text) in words["copulas"] and bool(children(verb, "acomp", "attr", "oprd"))


def _doubts_at(place: Token, lexicon: Lexicon) -> set[str]:
    """Name what a place above a mention does to the sign that the mention has by itself."""
    words, verb = lexicon.words, place.head
    serving = words["serving_verbs"] | words["copulas"]
    modals = {c.lower_ for c in children(place, "aux")}
    doubts = {
        "serving": place.dep_ in ("nsubj", "csubj", "nsubjpass") and lemma(verb.text) in serving,
        # "called the paper an ultimatum"
        "called": place.dep_ == "oprd" or (place.dep_ == "attr" and bool(subjects(verb))),
        # "said of the plan that he had slept badly"
        "spoken_of": place.dep_ == "pobj" and verb.dep_ == "prep" and is_report(verb.head, lexicon),
        "named": verb.pos_ == "VERB" and lemma(verb.text) in words["naming_verbs"],
        "possible": bool(modals & words["possible_modals"]),
        "time": place.dep_ == "pobj" and verb.lower_ in words["temporal_prepositions"],
    }
    return {name for name, holds in doubts.items() if holds}


def _unanswered(place: Token, lexicon: Lexicon) -> bool:
    """Tell whether it is only said that nobody spoke of a place ("has yet to comment on it")."""
    verb = place.head.head
    if place.dep_ != "pobj" or place.head.dep_ != "prep" or not is_report(verb, lexicon):
        return False
    return negated(verb, lexicon) or (verb.dep_ == "xcomp" and is_not_yet(verb.head))


def put_off(mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a mention is what comes second ("first the causes, then a truce").

    It is then as often put off as wanted.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> causes, truce = words_in("First the causes, then a truce.", "causes", "truce")
    >>> [put_off(mention_at(word), load_lexicon()) for word in (causes, truce)]
    [False, True]
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
    lexicon: Lexicon,
) -> list[tuple[list[Referent], str]]:
    """Return who may hold a mention that grammar gives to nobody, and by which rule.

    The likeliest come first.

    The nearest doers and owners above it; whoever speaks; whose list it stands in; the subject of
    the sentence; whose voice the paragraph is in; `last`, who held what was said before.

    What somebody must do is not that somebody's wish: a duty has no doer. Who does something beside
    the matter or above another doer has a rule of its own.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.voices import Voices
    >>> from stancegraph.layout import blocks
    >>> text = "Kyiv was in no hurry about the toll."
    >>> discourse, [block] = discourse_on(text), blocks(text)
    >>> kyiv, toll = words_in(discourse.doc, "Kyiv", "toll")
    >>> voices = Voices(discourse.case, load_lexicon(), discourse)
    >>> result = walk(toll, 1, load_lexicon(), {}, {toll.i})
    >>> found = bystanders(
    ...     mention_at(toll), result, toll.sent, discourse, voices, block, [], load_lexicon()
    ... )
    >>> [([referent.actor for referent in referents], rule) for referents, rule in found]
    [(['ukraine'], 'above'), (['ukraine'], 'above'), (['ukraine'], 'root')]
    """
    inside = {token.i for token in mention.tokens}

    def resolved(tokens: Iterable[Token]) -> list[Referent]:
        found = discourse.resolve([t for t in tokens if t.i not in inside])
        return [r for r in found if r.actor in discourse.case.compared]

    held = [claim for claim in result.claims if claim.holders]
    duty = any(c.kind in ("deontic", "evaluate") and not c.holders for c in result.claims)
    known: list[tuple[list[Referent], str]] = []
    turning = {c.predicate.i for c in held if _refuses(c.predicate, lexicon)}
    for place in (mention.head, *mention.head.ancestors):
        if any(a.i in turning for a in place.ancestors):
            continue  # "it worries Oz that Ev wants it" says no more of Ev than that
        doers = [*subjects(place), *children(place, "poss")]
        if place.dep_ in ("nsubj", "nsubjpass"):
            doers = subjects(place)  # "Oz's toll inspectors met"
        doers += [noun for by in children(place, "agent") for noun in children(by, "pobj")]
        if any(d.lower_ == "it" for d in doers):
            break  # "it takes time to do it"
        if any(c.lower_ == "to" for c in children(place, "aux")):
            continue  # "asked Ev to do it"
        if found := resolved(d for d in doers if not _denied(d, lexicon)):
            if duty and not known:
                return []
            near = not known and not result.adjunct
            known.append((found, "subject" if near else "above"))
    voice = voices.voice
    around = (
        (discourse.speakers, "speaker"),
        (voices.owners(block), "owner"),
        (resolved(subjects(sentence.root)), "root"),
        (voice.speakers if voice is not None and not voice.carried else (), "voice"),
        (last, "last"),
    )
    for referents, rule in around:
        if found := [r for r in referents if r.actor in discourse.case.actors]:
            known.append((found, rule))
    return known


@dataclass(frozen=True, slots=True)
class Opposition:
    """Where a sentence has words that can only refuse, and words that deny, by their index."""

    refusing: frozenset[int]
    denying: frozenset[int]


def opposition(sentence: Span, lexicon: Lexicon) -> Opposition:
    """Find a sentence's words of refusing and denying ("reject", "reluctance"; "not").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The port rejects the toll, but not the ferry."])
    >>> found = opposition(doc.sents[0], load_lexicon("en"))
    >>> sorted(found.refusing), sorted(found.denying)
    ([2], [7])
    """
    negators = lexicon.words["negators"]
    return Opposition(
        frozenset(token.i for token in sentence if _refuses(token, lexicon)),
        frozenset(token.i for token in sentence if token.lower_ in negators),
    )


def signals(
    mention: IssueMention, result: Walk, opposed: Opposition, sign: int, lexicon: Lexicon
) -> Mapping[str, float]:
    """Return what tells likely implied positions from others, as features.

    Words of refusing beside the path matter most: what they refuse may be the mention.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [toll] = words_in("The mayor, who rejects the ferry, spoke of the toll.", "toll")
    >>> result = walk(toll, 1, load_lexicon(), {}, {toll.i})
    >>> opposed = opposition(toll.sent, load_lexicon())
    >>> found = signals(mention_at(toll), result, opposed, result.sign, load_lexicon())
    >>> found["implied_refusing"], found["implied_denying"]
    (1.0, 0.0)
    """
    path = {token.i for token in result.path} | {token.i for token in mention.tokens}
    helpers = {c.lower_ for t in result.path for c in children(t, "aux")}
    modals = lexicon.words["volitional_modals"] | lexicon.words["deontic_modals"]
    refusing = len(opposed.refusing - path)
    denying = len(opposed.denying - path)
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
