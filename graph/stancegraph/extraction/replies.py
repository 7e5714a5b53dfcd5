"""Lists and interviews: what is said in a word to what a heading, a label or a question names."""

from collections.abc import Sequence
from dataclasses import replace

from stancegraph.extraction.anaphora import ANAPHOR
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.echoes import asked, echo_of, raised_by
from stancegraph.extraction.headings import named_by
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.passages import Passage, Reading, Section, Walked
from stancegraph.extraction.recording import record
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.sources import UNSAID, Source, of_sentence
from stancegraph.extraction.topics import reply_to_topic, topic_of
from stancegraph.extraction.trees import Token
from stancegraph.layout import Block

__all__ = [
    "enter_block",
    "meant",
    "read_asking_heading",
    "read_naming_heading",
    "read_reply",
    "topical",
]


def enter_block(block: Block, reading: Reading) -> None:
    """Begin a block: a heading opens a section, and its list items answer to it one by one."""
    if block.kind == "heading":
        reading.section = Section()
    reading.section = replace(reading.section, topic=frozenset(), unanswered=True)
    if block.kind == "bullet" and reading.section.matter:
        reading.last, reading.since, reading.posed = (), 0, reading.section.matter


def topical(
    here: Passage, every: Sequence[IssueMention], reading: Reading
) -> Sequence[IssueMention]:
    """Return the mentions by which a list item only names its topic ("Tolls: none.").

    The topic by itself is nobody's wish; what is said to it decides.
    """
    words = here.label
    labelled = reading.discourse.labelled is not None
    if not words or labelled or not reading.voices.owners(here.block):
        return []
    inside = [m for m in every if all(words[0].i <= t.i <= words[-1].i for t in m.tokens)]
    placed = meant([m for m in inside if not m.unplaced], words, reading)
    reading.section.topic = asked(raised_by(placed, here.idioms, reading.lexicon))
    return inside


def read_naming_heading(here: Passage, mentions: Sequence[IssueMention], reading: Reading) -> None:
    """Keep what a heading names ("Tolls"), if it says nothing of it."""
    finite = any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in here.sentence)
    named = [] if finite else meant(mentions, here.sentence, reading)
    raised = raised_by(named, here.idioms, reading.lexicon)
    reading.section.matter = asked(raised)
    if not mentions:
        reading.antecedents.weigh(raised)


def read_asking_heading(
    posed: frozenset[tuple[str, int]],
    raised: Sequence[tuple[IssueMention, Walk]],
    reading: Reading,
) -> None:
    """Keep what a heading asks, and of whom ("Would Oz pay a toll?")."""
    section = reading.section
    section.matter = posed
    for _, result in raised:
        for claim in result.claims:
            if claim.kind == "attitude" and not section.asked_of:
                section.asked_of = tuple(reading.discourse.resolve(claim.holders))


def read_reply(here: Passage, reading: Reading) -> None:
    """Read a short answer to a topic, a party's to the heading, a guest's to a question."""
    section, words = reading.section, here.label
    after = [t for t in here.sentence if not words or t.i > words[-1].i]
    if not section.unanswered or all(t.is_punct or t.is_space for t in after):
        return
    section.unanswered = False
    speakers: tuple[Referent, ...] = ()
    owners: Sequence[Referent] = reading.voices.owners(here.block)
    matter = section.topic
    party = reading.discourse.labelled or (
        named_by(_text(words), reading.discourse) if words else None
    )
    if party is not None:
        owners, matter = [party], section.matter
    elif section.asked_of and not words:
        owners, matter, section.asked_of = section.asked_of, section.matter, ()
    elif reading.posed and reading.since == 0 and not words and here.block.kind != "bullet":
        # an interview: who is asked speaks; what `answers` will read as an echo is left to it
        echoes = not reading.mentions and echo_of(here.sentence, reading.lexicon) is not None
        speakers = () if echoes else tuple(reading.discourse.speakers) or _said_by(here, reading)
        owners, matter = speakers, reading.posed
    reply = reply_to_topic(after, reading.lexicon) if len(matter) == 1 else None
    if reply is None:
        return
    [(issue, sign)] = matter
    root = here.sentence.root
    claim = Claim("bare", reply.sign * sign, (), root)
    mention = IssueMention(issue, 1, root, (root,), ANAPHOR)
    result = Walk(claims=[claim], path=[root], steps=["topic"])
    source = Source(speakers, "speaker") if speakers else UNSAID
    walked = Walked(mention, result, here, None, source)
    for holder in reading.counted(owners):
        record(
            claim,
            holder,
            walked,
            reading,
            condition=reply.condition,
            heading=not speakers,
            start=here.block.start if here.block.kind == "bullet" else None,
        )


def _said_by(here: Passage, reading: Reading) -> tuple[Referent, ...]:
    """Return who is said to give an answer ("Never, says Oz", "At once, according to the plan")."""
    path = [t for t in here.sentence if not t.is_punct][:1]
    return tuple(
        of_sentence(here.sentence, path, reading.discourse, reading.voices, reading.lexicon)
    )


def meant(
    mentions: Sequence[IssueMention], words: Sequence[Token], reading: Reading
) -> Sequence[IssueMention]:
    """Return what a heading or label names, by its cues or else as one of the case's topics."""
    topic = None if mentions else topic_of(words, reading.case, reading.lexicon)
    return [topic] if topic is not None else mentions


def _text(words: Sequence[Token]) -> str:
    return words[0].doc.text[words[0].idx : words[-1].idx + len(words[-1])]
