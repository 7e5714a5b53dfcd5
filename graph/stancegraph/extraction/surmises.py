"""Whose the issues may be that a passage only names: the likely, and why."""

from collections.abc import Sequence

from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.dating import narrates
from stancegraph.extraction.implied import Opposition, bystanders, implied_sign, opposition, signals
from stancegraph.extraction.passages import Passage, Reading, Walked
from stancegraph.extraction.recording import record
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.sources import NAMED, Source
from stancegraph.extraction.terms import recounted
from stancegraph.model import Stance

__all__ = ["surmise"]


def surmise(here: Passage, found: Sequence[Candidate], reading: Reading) -> None:
    """Read whose the issues may be that a sentence names, beside what it claims."""
    if not reading.walked:
        return
    claimed = [c for c in found if reading.opinion or c.actor != reading.case.author]
    opposed = opposition(here.sentence, reading.lexicon)
    for walked in reading.walked:
        _implied(walked, claimed, opposed, reading)


def _implied(
    walked: Walked, claimed: Sequence[Candidate], opposed: Opposition, reading: Reading
) -> None:
    """Read a mention as whose the passage makes it likely to be.

    `claimed` is what the sentence claims: another may hold as well what it claims of one, but
    where it has turned the sign there is no telling.
    """
    mention, result, here, source = walked.mention, walked.result, walked.here, walked.source
    if source.via == "writer" or (here.block.label and walked.labelling):
        return
    first = min(token.i for token in mention.tokens)
    before = here.sentence.doc[max(first - 2, here.sentence.start) : first]
    if any(token.lower_ in reading.lexicon.words["negators"] for token in before):
        return  # "not one ship would sail": grammar may have lost what denies it
    sign, doubts = implied_sign(mention, result, reading.discourse, reading.lexicon)
    stance: Stance = "support" if sign > 0 else "oppose"
    said = [c for c in claimed if c.issue == mention.issue]
    if not sign or any(c.stance != stance for c in said):
        return
    if "encounter" in doubts and any(claim.kind == "evaluate" for claim in result.claims):
        return  # "called the second round useful": how it went, not whether there be more
    known = _likely_holders(walked, reading, said=bool(said))
    thought_of = {h.actor for referents, _ in known for h in referents}
    done = {c.actor for c in said}
    if thought_of <= done:
        return
    blocs = {m.actor for m in reading.discourse.mentions(here.sentence)}
    hints = {
        "implied": 1.0,
        "implied_blocs": float(min(len(blocs), 4)) / 4,
        "implied_claimed": float(bool(said)),
        **{f"implied_doubt={doubt}": 1.0 for doubt in sorted(doubts)},
        **signals(mention, result, opposed, sign, reading.lexicon),
    }
    claim, second = Claim("implied", sign, (), mention.head), False
    for referents, rule in known:
        holders = [h for h in referents if h.actor not in done]
        narrated = _is_narrated(rule, walked, reading)
        if not holders or (rule == "owner" and narrated):
            continue  # what has happened is no item of a list of wishes
        done |= {h.actor for h in holders}
        hints |= {
            "implied_second": float(second),
            "implied_person": float(any(h.person for h in holders)),
            "implied_tells": float(narrated),
            "implied_recounts": float(_is_recounted(rule, walked, reading)),
        }
        second = True
        theirs = walked._replace(source=Source(holders if rule == source.via else (), rule))
        for holder in reading.counted(holders):
            record(claim, holder, theirs, reading, hints=hints)


def _likely_holders(
    walked: Walked, reading: Reading, *, said: bool
) -> list[tuple[list[Referent], str]]:
    """Return who may hold what a sentence only names, and by which rule; the likeliest first.

    Who is named as its source comes first, unless the sentence has `said` who holds it.
    """
    source, known = walked.source, []
    if source.speakers and source.via in NAMED and not said:
        known = [(list(source.speakers), source.via)]
    return known + bystanders(
        walked.mention,
        walked.result,
        walked.here.sentence,
        reading.discourse,
        reading.voices,
        walked.here.block,
        reading.last_holders(),
        reading.lexicon,
    )


def _is_narrated(rule: str, walked: Walked, reading: Reading) -> bool:
    """Tell whether a mention is part of what has happened, which is in nobody's voice."""
    voice = reading.voices.voice
    spoken = rule == "voice" and voice is not None and voice.kind != "text"
    afresh = rule == "last" and reading.last[0].start < walked.here.base  # a new paragraph
    return (rule in ("owner", "colon") or spoken or afresh) and narrates(walked.result.path)


def _is_recounted(rule: str, walked: Walked, reading: Reading) -> bool:
    """Tell whether a voice, to which a mention would go, reports or judges it."""
    voice, result = reading.voices.voice, walked.result
    if rule != "voice" or voice is None:
        return False
    above = (walked.mention.head, *walked.mention.head.ancestors)
    return result.subject_of or recounted(above, result, voice, reading.lexicon)
