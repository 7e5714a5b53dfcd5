"""To whom a claim is attributed: who holds it, and when it is nobody's position."""

from collections.abc import Sequence

from stancegraph.extraction.assertions import lacks, meanwhile, unasked
from stancegraph.extraction.cautions import complains, harms_other
from stancegraph.extraction.claims import Claim, ClaimKind
from stancegraph.extraction.conditions import condition_of, lacking
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.passages import Reading, Walked
from stancegraph.extraction.recording import record
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.sources import NAMED, Source, calling
from stancegraph.extraction.terms import foreign
from stancegraph.extraction.utterances import marks_off_any
from stancegraph.extraction.voices import VOICES, is_party

__all__ = ["attribute"]


def attribute(claim: Claim, walked: Walked, reading: Reading) -> None:
    """Record a claim as the position of each who holds it, unless it is nobody's."""
    claim = _befallen(claim, walked.source, reading)
    if _is_idle(claim, walked, reading):
        return
    named = reading.discourse.resolve(claim.holders)
    held = _held(claim, named, walked, reading)
    if held is None:
        return
    claim, holders, heading = held
    accusers = reading.discourse.resolve(claim.accuser)
    mention, result, here = walked.mention, walked.result, walked.here
    condition = condition_of(
        claim, mention, result, here.sentence, reading.lexicon, steps=here.steps
    )
    if condition is None:
        condition = lacking(claim, mention, result, reading.lexicon)
        if condition is not None:
            claim = claim._replace(sign=1)  # "no talks without a truce": talks, with one
    sources = walked.source.speakers
    if claim.kind == "attitude" and _predicate_in(claim, "endorsing_verbs", reading):
        # who says that somebody needs it wants it too
        holders += [s for s in sources if all(s.actor != k.actor for k in holders)]
    # "the Kremlin said that Oz and Ev will swap": what one of them says of both
    joint = (
        claim.kind in ("act", "intention", "attitude")
        and claim.sign > 0
        and len({h.actor for h in holders}) > 1
        and any(s.actor == h.actor for s in sources for h in named)
        and all(h.via not in ("pronoun", "pair") for h in named)
    )
    for holder in reading.counted(holders):
        record(
            claim,
            holder,
            walked,
            reading,
            accusers=accusers,
            condition=condition,
            heading=heading,
            joint=joint,
        )


def _befallen(claim: Claim, source: Source, reading: Reading) -> Claim:
    """Read what somebody says will befall another as said, and not for the other to intend.

    "Said that Oz would have no say": that is no intention of Oz.
    """
    if (
        claim.kind == "intention"
        and _predicate_in(claim, "befalling_verbs", reading)
        and source.via == "report"
        and source.speakers
        and foreign(claim, source.speakers[0], reading.discourse)
    ):
        return claim._replace(kind="said", holders=())
    return claim


def _is_idle(claim: Claim, walked: Walked, reading: Reading) -> bool:
    """Tell whether a claim says nothing of what anybody wants."""
    source = walked.source
    if source.via == "scene" and any(is_party(noun) for noun in subjects(claim.predicate)):
        return True  # who the parties are does not tell whose treaty it is
    if claim.holders and not source.speakers and all(is_party(h) for h in claim.holders):
        if any(c.lower_ in ("will", "shall") for c in children(claim.predicate, "aux")):
            return True  # "The parties shall lay down arms": a treaty's clause, not yet theirs
    if claim.kind == "evaluate" and source.speakers:
        impairing = claim.sign != walked.mention.sign
        told = "impairing_verbs" if impairing else "serving_verbs"
        if _predicate_in(claim, told, reading):
            prized = impairing and any(
                lemma(noun.text) in reading.lexicon.words["prized_nouns"]
                for noun in children(claim.predicate, "dobj")
            )
            speaker = source.speakers[0]
            if harms_other(claim.predicate, speaker, reading.discourse) and not prized:
                return True  # "would undermine Oz's calculations": perhaps all the better
    return unasked(claim, reading.lexicon)


def _predicate_in(claim: Claim, words: str, reading: Reading) -> bool:
    """Tell whether a claim's predicate is one of the lexicon's words of that name."""
    return lemma(claim.predicate.text) in reading.lexicon.words[words]


def _held(
    claim: Claim, named: Sequence[Referent], walked: Walked, reading: Reading
) -> tuple[Claim, list[Referent], bool] | None:
    """Return a claim as it is to be read, who holds it, and whether by the heading over it.

    `named` are those whom its words name as holders. None where nobody is known to hold it.
    """
    sources, heading = walked.source.speakers, False
    holders = [h for h in named if h.actor in reading.case.actors]
    if reading.questioner and not holders:
        return None  # what a questioner thinks is nobody's position
    if claim.holders and not holders:
        said = _said_of_nobody(claim, named, walked, reading)
        if said is None:
            return None
        claim, holders = said, list(sources)
    elif not claim.holders:
        holders = list(sources)
        if claim.kind == "bare" and walked.source.via not in VOICES and not holders:
            holders, heading = reading.voices.owners(walked.here.block), True
    if not holders and claim.kind == "evaluate":
        holders = calling(walked.result, reading.discourse, reading.lexicon)
    told = walked.source.via == "report"  # by whom the engine does not know
    if not holders and claim.kind in ("deontic", "evaluate") and walked.quote is None and not told:
        holders = [Referent(reading.case.author, None, reading.case.author, "author")]
    if claim.kind == "evaluate" and claim.holders and sources and claim.act != "reject":
        # "essential for Oz", said by somebody, is that somebody's judgement;
        # what is "unacceptable for Oz" is that for Oz alone
        holders = list(sources)
    return claim, holders, heading


def _said_of_nobody(
    claim: Claim, named: Sequence[Referent], walked: Walked, reading: Reading
) -> Claim | None:
    """Read a claim held by no actor as its source's: "X said a lasting peace needs it"."""
    source, result = walked.source, walked.result
    if (
        any(h.actor == reading.case.other for h in named)
        or not source.speakers
        or source.via not in NAMED
        or claim.kind == "accuse"
        or meanwhile(claim.predicate, reading.lexicon)
        # "Oz's points: more arms after the shooting stops"
        or (source.via == "colon" and claim.predicate.dep_ in ("advcl", "pcomp", "relcl"))
        or marks_off_any(result)
    ):
        return None
    if claim.kind in ("attitude", "urge") and all(
        h.lower_ in reading.lexicon.words["plural_pronouns"] for h in claim.holders
    ):
        return None  # "they want us to leave": the wish of others
    if lacks(claim, walked.mention, reading.lexicon):
        # "said that the paper offers no guarantees": in complaint, or content with it
        if not complains(result, reading.lexicon):
            return None
        claim = claim._replace(sign=walked.mention.sign)
    kind: ClaimKind = "precedence" if claim.kind == "precedence" else "said"
    return claim._replace(kind=kind, holders=())
