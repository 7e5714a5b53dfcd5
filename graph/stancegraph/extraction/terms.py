"""What lists, texts and voices lay down: read as what their owner wants.

"Under Oz's plan, Ev would leave": that is no wish of Ev's. A term has no word of
wanting of its own, and it does not matter who is to carry it out.
"""

from collections.abc import Sequence

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.dating import narrates
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Span, Token
from stancegraph.extraction.voices import Voice

__all__ = [
    "after_colon",
    "asked_how",
    "comes_about",
    "foreign",
    "in_document",
    "laid_down",
    "recounted",
    "refused",
    "term_sign",
    "turned_by_colon",
    "voiced",
]


def laid_down(
    claims: list[Claim], mention: IssueMention, result: Walk, owner: Referent, discourse: Discourse
) -> list[Claim]:
    """Read what a text lays down, whoever is to carry it out, as its owner's wish.

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.referents import Referent
    >>> discourse = discourse_on("Moscow would leave the port.")
    >>> moscow, leave, port = words_in(discourse.doc, "Moscow", "leave", "port")
    >>> owner = Referent("ukraine", None, "The Ukrainian plan", "document")
    >>> done = [Claim("intention", 1, (moscow,), leave)]
    >>> [term] = laid_down(done, mention_at(port), Walk(), owner, discourse)
    >>> term.kind, term.holders
    ('bare', ())
    """
    if result.silent or result.topic or result.adjunct or asked_how(result):
        return claims
    weak = all(c.kind in ("act", "intention") and foreign(c, owner, discourse) for c in claims)
    if weak and (claims or not result.subject_of):
        return [Claim("bare", term_sign(claims, result), (), mention.head)]
    return claims


def refused(sentence: Span, head: Token, lexicon: Lexicon) -> bool:
    """Tell whether a colon before a mention refuses it ("what they would not have: …").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["This they would not have: a toll."])
    >>> refused(doc.sents[0], next(t for t in doc if t.text == "toll"), load_lexicon())
    True
    """
    colon = _colon(sentence, head)
    verbs = [t for t in sentence if t.i < colon and t.pos_ in ("VERB", "AUX")]
    # "has not changed its terms: …" does not refuse what follows
    steady = verbs and lemma(verbs[-1].text) in lexicon.words["shifting_verbs"]
    return bool(verbs) and not steady and negated(verbs[-1], lexicon)


def _colon(sentence: Span, head: Token) -> int:
    """Return where the last colon before a word stands, -1 where there is none."""
    return max((t.i for t in sentence if t.text == ":" and t.i < head.i), default=-1)


def after_colon(
    claims: list[Claim],
    mention: IssueMention,
    result: Walk,
    sentence: Span,
    discourse: Discourse,
    lexicon: Lexicon,
) -> list[Claim]:
    """Read an item that a colon introduces ("Oz named its price: no toll, every levy lifted").

    What the words before the colon do is not done to it, and an item has no verb of its own.

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("The mayor named his price: every levy lifted.")
    >>> levy, lifted = words_in(discourse.doc, "levy", "lifted")
    >>> result = Walk(path=[levy, lifted], sign=-1)
    >>> claims = [Claim("act", 1, (), lifted)]
    >>> [item] = after_colon(claims, mention_at(levy), result, levy.sent, discourse, load_lexicon())
    >>> item.kind, item.sign
    ('said', -1)
    """
    colon = _colon(sentence, mention.head)
    wanted = [
        c for c in claims if c.predicate.i > colon or c.kind not in ("act", "intention", "said")
    ]
    after = [t for t in result.path if t.i > colon]
    finite = any(t.tag_ in ("VBZ", "VBP", "MD") for t in after)
    told = narrates(after) and not all(
        _elided(t, discourse, lexicon) for t in after if t.tag_ == "VBD"
    )
    # "arms, once the toll is paid"
    result.aside = result.aside or any(t.dep_ == "advcl" for t in after)
    if finite or told or result.silent or result.topic:
        return wanted
    if all(c.kind == "act" and _elided(c.predicate, discourse, lexicon) for c in wanted):
        if not refused(sentence, mention.head, lexicon):
            sign = result.sign if result.item_sign is None else result.item_sign
            return [Claim("said", sign, (), mention.head)]
    return wanted


def _elided(verb: Token, discourse: Discourse, lexicon: Lexicon) -> bool:
    """Tell whether a verb in the past is a participle ("every levy lifted")."""
    return (
        verb.tag_ in ("VBD", "VBN")
        and not children(verb, "dobj", "aux", "auxpass")
        and not discourse.resolve(children(verb, "nsubj"))
        and any("obj" in p.content for p in lexicon.readings("v", lemma(verb.text)))
    )


def _settled(result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether somebody is told to have agreed to a thing ("has been agreed upon")."""
    return any(
        (p.kind == "attitude" and p.polarity == "+") or "announce" in p.term
        for place in result.path
        for p in lexicon.readings("v", lemma(place.text))
    )


def voiced(
    claims: list[Claim],
    mention: IssueMention,
    result: Walk,
    voice: Voice,
    discourse: Discourse,
    lexicon: Lexicon,
) -> list[Claim]:
    """Read a sentence without a source as what the last source goes on saying.

    Obligations and judgements are then that source's; a text's terms are
    what its owner wants, whoever is to carry them out.

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.referents import Referent
    >>> from stancegraph.extraction.voices import Voice
    >>> discourse = discourse_on("Moscow would leave the port.")
    >>> moscow, leave, port = words_in(discourse.doc, "Moscow", "leave", "port")
    >>> speaker = Referent("ukraine", None, "Kyiv", "name")
    >>> voice = Voice((speaker,), "text", told=True)
    >>> done = [Claim("intention", 1, (moscow,), leave)]
    >>> [term] = voiced(done, mention_at(port), Walk(), voice, discourse, load_lexicon())
    >>> term.kind, term.holders
    ('bare', ())
    """
    if result.silent or result.topic or result.adjunct or asked_how(result):
        return claims
    if claims and all(c.kind in ("deontic", "evaluate") and not c.holders for c in claims):
        return claims
    bare = [Claim("bare", result.sign, (), mention.head)]
    above = (mention.head, *mention.head.ancestors)
    if not claims and _verbless(above) and not recounted(above, result, voice, lexicon):
        if not narrates(result.path) or _settled(result, lexicon):
            return bare
    possible = bool(claims) and all(c.kind == "intention" and c.possible for c in claims)
    if possible and not result.subject_of:
        if not any(discourse.resolve(c.holders) for c in claims):
            return bare
    if not all(foreign(c, voice.speakers[0], discourse) for c in claims):
        return claims
    if voice.kind == "text":
        return _provided(claims, mention, result, voice, lexicon)
    if possible and voice.source != "wisher" and not result.subject_of:
        # "Oz said … . Ev would leave the valley.": what the plan of the one who speaks
        # has the other do, as verbs of saying are not repeated
        return [Claim("said", result.sign, (), mention.head)]
    return claims


def _verbless(above: Sequence[Token]) -> bool:
    """Tell whether no verb above a mention tells what anybody does."""
    if any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in above):
        return False
    # "Ev has kept out of it": what somebody else does is not what the voice wants
    places = {t.i for t in above}
    return not any(
        c.tag_ in ("VBD", "VBZ", "VBP") and any(d.i not in places for d in subjects(t))
        for t in above
        if t.tag_ in ("VBN", "VBG")
        for c in children(t, "aux")
    )


def _provided(
    claims: list[Claim], mention: IssueMention, result: Walk, voice: Voice, lexicon: Lexicon
) -> list[Claim]:
    """Read what a text provides for others than its owner."""
    if narrates(result.path):
        return claims
    if claims and not result.subject_of:
        # "Ev could look forward to a lower toll": what the text has in store for another
        if all(c.kind == "attitude" and c.possible and c.sign > 0 for c in claims):
            return [Claim("bare", result.sign, (), mention.head)]
    done = all(c.kind in ("act", "intention") and voice.gives(c) for c in claims)
    if done and (not result.subject_of or comes_about(result, lexicon)):
        sign = term_sign(claims, result)
        if _shut_out(mention, result, lexicon):
            sign = -sign  # "Ev's ships stay out"
        return [Claim("bare", sign, (), mention.head)]
    return claims


def recounted(above: Sequence[Token], result: Walk, voice: Voice, lexicon: Lexicon) -> bool:
    """Tell whether what stands above a mention reports or judges rather than wants.

    "The talks have also dealt with it", "are scheduled for May", "would leave half of it".

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.voices import Voice
    >>> held = words_in("The talks are scheduled for May.", "talks", "scheduled")
    >>> voice = Voice((), "text", told=True)
    >>> recounted(held, Walk(), voice, load_lexicon())
    True
    """
    words = lexicon.words
    telling = result.consequence
    if telling is not None and children(telling, "dobj"):
        if lemma(telling.text) not in words["coming_about_verbs"]:
            return True
    for verb in above:
        if verb.tag_ not in ("VBN", "VBD") or verb.pos_ != "VERB":
            continue
        passive = children(verb, "auxpass")
        if lemma(verb.text) in words["arranging_verbs"] and any(
            c.tag_ in ("VBZ", "VBP", "VBD") for c in passive
        ):
            return True
        perfect = any(c.lower_ in ("has", "have", "had") for c in children(verb, "aux"))
        if perfect and not passive and voice.kind != "text":
            return True
    return False


def comes_about(result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether the mention is the subject of a verb of coming about or of ending.

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> talks, ships = words_in("The talks begin. The ships carry herring.", "talks", "ships")
    >>> [comes_about(Walk(path=[word]), load_lexicon()) for word in (talks, ships)]
    [True, False]
    """
    words = lexicon.words
    known = words["coming_about_verbs"] | words["ceasing_verbs"]
    verbs = [t.head for t in result.path if t.dep_ in ("nsubj", "nsubjpass")]
    return any(
        lemma(v.text) in known
        and v.tag_ in ("VBZ", "VBP", "VB")
        and not children(v, "dobj", "ccomp", "neg")
        for v in verbs[-1:]
    )


def _shut_out(mention: IssueMention, result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether the mention is the subject of a verb that keeps it out ("stay away")."""
    inside = {t.i for t in mention.tokens}
    words = lexicon.words["shut_words"]
    return any(
        place.dep_ in ("nsubj", "nsubjpass")
        and place.head.i not in inside
        and lemma(place.head.text) not in lexicon.words["staying_verbs"]
        and any(
            c.lower_ in words and c.i not in inside
            for c in children(place.head, "prt", "advmod", "acomp", "oprd")
        )
        for place in result.path
    )


def foreign(claim: Claim, heading: Referent | None, discourse: Discourse) -> bool:
    """Tell whether a claim's holder is somebody else than the one whose section it is in.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> from stancegraph.extraction.referents import Referent
    >>> discourse = discourse_on("Moscow would leave the port.")
    >>> moscow, leave = words_in(discourse.doc, "Moscow", "leave")
    >>> owner = Referent("ukraine", None, "The Ukrainian plan", "document")
    >>> foreign(Claim("act", 1, (moscow,), leave), owner, discourse)
    True
    """
    holders = discourse.resolve(claim.holders)
    return heading is not None and all(h.actor != heading.actor for h in holders)


def asked_how(result: Walk) -> bool:
    """Tell whether a mention stands in an indirect question ("how it might be done").

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Nobody knows how the toll might be lifted."])
    >>> asked_how(Walk(path=[next(t for t in doc if t.text == "lifted")]))
    True
    """
    asking = ("how", "why", "when", "where")
    return any(c.lower_ in asking for t in result.path for c in children(t, "advmod"))


def term_sign(claims: Sequence[Claim], result: Walk) -> int:
    """Return the sign of a term in a list or text, whoever is to carry it out.

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["There must be no toll."])
    >>> term_sign([Claim("deontic", -1, (), doc[2])], Walk(sign=1)), term_sign([], Walk(sign=1))
    (-1, 1)
    """
    judged = [c.sign for c in claims if c.kind in ("deontic", "evaluate")]
    return judged[0] if judged else result.sign


def turned_by_colon(
    claims: list[Claim], mention: IssueMention, sentence: Span, lexicon: Lexicon
) -> list[Claim]:
    """Turn what is done before a colon that refuses what comes after it.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> have, toll = words_in("This they would not have: a toll.", "have", "toll")
    >>> claims = [Claim("act", 1, (), have)]
    >>> [turned] = turned_by_colon(claims, mention_at(toll), toll.sent, load_lexicon())
    >>> turned.sign
    -1
    """
    if not refused(sentence, mention.head, lexicon):
        return claims
    colon = _colon(sentence, mention.head)
    return [
        c._replace(sign=-c.sign) if c.kind == "act" and c.predicate.i < colon else c for c in claims
    ]


def in_document(
    claims: list[Claim],
    mention: IssueMention,
    result: Walk,
    speakers: Sequence[Referent],
    discourse: Discourse,
) -> list[Claim]:
    """Read what a text has somebody do as its term ("under Oz's plan, Ev would leave").

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.referents import Referent
    >>> discourse = discourse_on("Under the plan, Moscow would leave the port.")
    >>> moscow, leave, port = words_in(discourse.doc, "Moscow", "leave", "port")
    >>> owner = Referent("ukraine", None, "Kyiv's plan", "document")
    >>> done = [Claim("intention", 1, (moscow,), leave)]
    >>> [term] = in_document(done, mention_at(port), Walk(), [owner], discourse)
    >>> term.kind, term.holders
    ('bare', ())
    """
    if not speakers or speakers[0].via != "document":
        return claims
    weak = all(c.kind in ("act", "intention") for c in claims)
    if claims and weak and not result.subject_of and not result.silent:
        if all(foreign(c, speakers[0], discourse) for c in claims):
            return [Claim("bare", term_sign(claims, result), (), mention.head)]
    return claims
