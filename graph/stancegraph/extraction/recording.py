"""How a claim is recorded: as a candidate, in whose words, and with features."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from stancegraph.extraction.candidates import Candidate, evidence, state_of
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.conditions import issues_in
from stancegraph.extraction.dating import is_over, statement_date
from stancegraph.extraction.features import claim_features, implied_features, record_features
from stancegraph.extraction.passages import Reading, Walked
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.sources import Source
from stancegraph.extraction.trees import Span
from stancegraph.model import Attribution, Stance

__all__ = ["record"]


def record(
    claim: Claim,
    holder: Referent,
    walked: Walked,
    reading: Reading,
    *,
    accusers: Sequence[Referent] = (),
    condition: Span | None = None,
    heading: bool = False,
    joint: bool = False,
    start: int | None = None,
    hints: Mapping[str, float] = MappingProxyType({}),
) -> None:
    """Keep a claim, as the position that somebody may hold, among the candidates.

    Args:
        accusers: who lays it at the holder's door, where it is an accusation.
        condition: the words of what it is made to depend on.
        heading: whether a heading says whose it is.
        joint: whether one of its holders says so of all of them.
        start: where its words begin in the article, if before its evidence in the sentence.
        hints: features of an implied one's own.
    """
    mention, result, here, source = walked.mention, walked.result, walked.here, walked.source
    attribution, attributed_by = _attribution(claim, holder, source, accusers, joint=joint)
    stance = _stance(claim, condition)
    features = claim_features(
        claim,
        mention,
        result,
        here.sentence,
        reading.lexicon,
        holder="heading" if heading else holder.via,
        source=source.via,
        block=here.block.kind,
        quoted=walked.quote is not None,
        dependent=condition is not None,
    )
    if claim.kind == "implied":
        features = {**implied_features(features), **hints}
    elif mention.unplaced:
        named = mention.issue in reading.antecedents.named
        features |= {"unplaced": 1.0, "unplaced_named": float(named)}
    known = reading.case.known_signs(
        holder.holder_id or holder.actor, mention.issue, reading.article.date
    )
    if known is not None:
        features |= record_features(features, known, stance, attribution)
    needed = condition if stance == "conditional" else None
    span = evidence(claim, mention, here.sentence)
    day, precision = statement_date(here.sentence, reading.article.date)
    reading.stated.append((mention, claim))
    reading.found.append(
        Candidate(
            actor=holder.actor,
            holder=holder.text,
            holder_id=holder.holder_id,
            state=(
                state_of(reading.case, holder.holder_id, reading.article.date)
                if holder.holder_id
                else None
            ),
            issue=mention.issue,
            stance=stance,
            attribution=attribution,
            attributed_by=attributed_by,
            time="past" if holder.former or is_over(claim, reading.lexicon) else "current",
            condition=needed.text if needed is not None else None,
            condition_issues=issues_in(needed, mention, reading.mentions),
            speech_act=claim.act,
            date=day,
            date_precision=precision,
            start=here.base + span.start_char if start is None else start,
            end=here.base + span.end_char,
            features=features,
            steps=(
                f"cue:{mention.pattern}",
                *result.steps,
                f"claim:{claim.kind}:{claim.predicate.text}",
                f"holder:{holder.via}:{holder.text}",
                f"source:{source.via}",
            ),
        )
    )


def _attribution(
    claim: Claim,
    holder: Referent,
    source: Source,
    accusers: Sequence[Referent],
    *,
    joint: bool,
) -> tuple[Attribution, str | None]:
    """Return whether a claim is in its holder's own words, and else who lays it at their door."""
    if claim.kind == "accuse":
        return "ascribed", accusers[0].actor if accusers else None
    speaking = {s.actor for s in source.speakers}
    if speaking and holder.actor not in speaking:
        # a readout of what both have agreed is a report of the other side
        if not joint and source.via in ("report", "quote", "parenthesis", "speaker"):
            return "ascribed", source.speakers[0].actor
    elif speaking or claim.kind in ("said", "deontic", "evaluate"):
        return "self", None
    return "reported", None


def _stance(claim: Claim, condition: Span | None) -> Stance:
    """Return the stance that a claim comes to, given what it depends on."""
    # who "would consider it if Oz left" would have it then
    weighed = claim.act == "consider" and claim.sign > 0 and condition is not None
    if claim.ambivalent and not weighed:
        return "ambivalent"
    if claim.sign > 0:
        return "conditional" if claim.conditional or condition is not None else "support"
    return "oppose"
