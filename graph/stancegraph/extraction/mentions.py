"""What a sentence says of an issue that it names, takes up or judges in passing."""

from stancegraph.extraction.anaphora import ANAPHOR, claims_on, taken_up
from stancegraph.extraction.asides import judged_aside
from stancegraph.extraction.assertions import advises, asserted
from stancegraph.extraction.attribution import attribute
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.conditions import awaited
from stancegraph.extraction.dating import narrates
from stancegraph.extraction.frames import take_up, walk
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.passages import Passage, Reading, Walked
from stancegraph.extraction.quotations import Quotation, enclosing
from stancegraph.extraction.resumption import takes_up
from stancegraph.extraction.sequences import put_in_order
from stancegraph.extraction.sources import UNSAID, Source, of_sentence, reporting, source_of
from stancegraph.extraction.terms import (
    after_colon,
    foreign,
    in_document,
    laid_down,
    term_sign,
    turned_by_colon,
    voiced,
)
from stancegraph.extraction.trees import Token
from stancegraph.extraction.utterances import said_of

__all__ = ["read_judgement", "read_mention", "read_summary"]


def read_mention(mention: IssueMention, here: Passage, reading: Reading) -> None:
    """Read what a sentence says of an issue where it names it."""
    quote = enclosing(mention.head, here.quotes)
    outer = reading.discourse.speakers
    if quote is not None and quote.source:
        reading.discourse.speakers = quote.source[:1]
    try:
        walked = Walked(mention, _walk(mention, here, quote, reading), here, quote, Source((), ""))
        if walked.anew:
            reading.antecedents.put(mention, walked.result)
        if not (walked.result.hypothetical or walked.result.denied):
            walked = walked._replace(source=_claims(walked, reading))
        if walked.anew:
            reading.walked.append(walked)
    finally:
        reading.discourse.speakers = outer


def read_summary(noun: Token, here: Passage, reading: Reading) -> None:
    """Read what is said of a noun that takes up the sentence ("…, a step that Oz opposes")."""
    kind = takes_up(noun, reading.lexicon)
    if kind:
        taken = taken_up(noun, kind, reading.stated, reading.mentions, reading.lexicon)
    else:
        taken = reading.antecedents.predicated(noun, reading.mentions)
    if not taken:
        return
    quote = enclosing(noun, here.quotes)
    source = Source(quote.source, "quote") if quote else UNSAID
    for issue, sign in sorted(taken.items()):
        result = take_up(noun, sign, reading.lexicon, here.idioms)
        mention = IssueMention(issue, 1, noun, (noun,), ANAPHOR)
        for claim in result.claims:
            attribute(claim, Walked(mention, result, here, quote, source), reading)


def read_judgement(first: int, opening: Token, here: Passage, reading: Reading) -> None:
    """Read a judgement on what was just said (", which Oz rejects", ", a red line for Oz")."""
    judged = judged_aside(first, opening, reading.mentions, here.idioms, reading.lexicon)
    if judged is not None:
        mention, result = judged
        quote = enclosing(opening, here.quotes)
        _claims(Walked(mention, result, here, quote, UNSAID), reading)


def _walk(mention: IssueMention, here: Passage, quote: Quotation | None, reading: Reading) -> Walk:
    """Return what grammar makes of a mention, up to the top of its sentence."""
    head = mention.head
    reported = (
        reading.voices.voice is not None
        or quote is not None
        or reading.voices.before is not None
        or bool(
            of_sentence(
                here.sentence,
                [head, *head.ancestors],
                reading.discourse,
                reading.voices,
                reading.lexicon,
            )
        )
    )
    inside = {t.i for t in mention.tokens}
    return walk(head, mention.sign, reading.lexicon, here.idioms, inside, reported=reported)


def _claims(walked: Walked, reading: Reading) -> Source:
    """Record what is claimed of a mention; return who is said to say so."""
    mention, result, here = walked.mention, walked.result, walked.here
    source = source_of(
        mention,
        result,
        here.sentence,
        walked.quote,
        here.block.label_end - here.base,
        reading.discourse,
        reading.voices,
        reading.lexicon,
    )
    if source.via in ("writer", "others"):
        return source
    walked = walked._replace(source=source)
    claims = _made(walked, reading)
    if not walked.anaphoric:
        if not source.speakers and walked.quote is None:
            claims, source = _in_voice(claims, walked, reading)
            if source is not walked.source:
                walked = walked._replace(source=source)
        claims = in_document(claims, mention, result, source.speakers, reading.discourse)
    claims = turned_by_colon(claims, mention, here.sentence, reading.lexicon)
    if not walked.anaphoric:
        claims = put_in_order(claims, mention, result, here.steps)
    if claims and awaited(here.sentence, mention, reading.lexicon) is not None:
        claims = [c._replace(conditional=True) for c in claims if c.sign > 0]
    if not walked.anaphoric:
        claims = _listed(claims, walked, reading)
    for claim in asserted(claims, mention, result, reading.lexicon):
        told = walked
        if source.via == "report" and claim.holders:
            speakers = reporting(claim, result, reading.discourse)
            told = walked._replace(source=Source(speakers, "report") if speakers else UNSAID)
        attribute(claim, told, reading)
    return source


def _made(walked: Walked, reading: Reading) -> list[Claim]:
    """Return what a sentence claims of a mention by its grammar, or by saying it at all."""
    mention, result, source = walked.mention, walked.result, walked.source
    sentence = walked.here.sentence
    claims = list(result.claims)
    if source.via == "colon":
        claims = after_colon(claims, mention, result, sentence, reading.discourse, reading.lexicon)
    if walked.anaphoric:
        return claims_on(claims, mention, reading.discourse, reading.lexicon)
    return claims or said_of(mention, result, source, sentence, reading.discourse, reading.lexicon)


def _in_voice(claims: list[Claim], walked: Walked, reading: Reading) -> tuple[list[Claim], Source]:
    """Read what has no source in its sentence as the words of whose voice it is in."""
    mention, result = walked.mention, walked.result
    if owners := reading.voices.under(mention.head):
        claims = laid_down(claims, mention, result, owners[0], reading.discourse)
        return claims, Source(owners, "voice")
    voice = reading.voices.heard_in(walked.here.sentence)
    if voice is not None:
        claims = voiced(claims, mention, result, voice, reading.discourse, reading.lexicon)
        # what "should" be, in an opinion, is the writer's word
        advice = reading.opinion and any(advises(c) for c in claims)
        if claims and not claims[0].holders and not advice:
            reading.heard = True
            return claims, Source(voice.speakers, voice.source)
    scene = None if reading.opinion else reading.voices.scene()
    if scene is not None:
        told = voiced(claims, mention, result, scene, reading.discourse, reading.lexicon)
        # "no border could be moved", but no mere fragment
        kinds = ("deontic", "evaluate", *(["bare"] if claims else []))
        if told and all(not c.holders and c.kind in kinds for c in told):
            reading.heard = True
            return told, Source(scene.speakers, scene.source)
    return claims, walked.source


def _listed(claims: list[Claim], walked: Walked, reading: Reading) -> list[Claim]:
    """Read the items of a list under an actor's name as what that actor wants."""
    result, source = walked.result, walked.source
    titled = reading.discourse.labelled is not None and walked.labelling
    owners = [] if titled or narrates(result.path) else reading.voices.owners(walked.here.block)
    if not owners:
        return claims
    # "under Oz: its spokesman lists three demands: …"
    own = source.via == "colon" and source.speakers[0].actor == owners[0].actor
    if source.speakers and not (own and not claims):
        return claims
    strong = any(
        c.kind in ("attitude", "urge")
        and not (c.possible and foreign(c, owners[0], reading.discourse))
        for c in claims
    )
    if strong:
        return claims
    return [Claim("bare", term_sign(claims, result), (), walked.mention.head)]
