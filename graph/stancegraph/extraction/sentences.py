"""A sentence, read for all that it claims: of what it names, takes up, answers or implies."""

from collections.abc import Sequence
from dataclasses import replace

from stancegraph.extraction.answers import read_answers_within, read_echo, read_told_answer
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.dating import tells_of_long_ago, tells_of_now
from stancegraph.extraction.echoes import is_question, only_asks, posed_by, raised_by
from stancegraph.extraction.matching import IssueMention, own_matter
from stancegraph.extraction.mentions import read_judgement, read_mention, read_summary
from stancegraph.extraction.passages import Passage, Reading
from stancegraph.extraction.replies import (
    meant,
    read_asking_heading,
    read_naming_heading,
    read_reply,
    topical,
)
from stancegraph.extraction.resumption import asides
from stancegraph.extraction.surmises import surmise
from stancegraph.model import opposite

__all__ = ["read_sentence"]

#: Relations in which no word takes up what was said before it: see `takes_up`.
_NO_SUMMARY = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "pobj",
        "compound",
        "poss",
        "det",
        "prep",
        "punct",
        "aux",
        "auxpass",
        "mark",
        "cc",
        "case",
        "neg",
    ]
)


def read_sentence(here: Passage, every: Sequence[IssueMention], reading: Reading) -> None:
    """Read a sentence, of which `every` has all that its words may name."""
    topic = topical(here, every, reading)
    every = [m for m in every if m not in topic]
    mentions = own_matter([m for m in every if not m.unplaced], reading.discourse, reading.lexicon)
    reading.mentions = mentions
    reading.antecedents.begin()
    reading.heard = False
    reading.stated.clear()
    reading.walked.clear()
    before = len(reading.found)
    reading.antecedents.weigh(raised_by(topic, here.idioms, reading.lexicon))
    question = is_question(here.sentence)
    heading = here.block.kind == "heading"
    named = meant(mentions, here.sentence, reading) if heading else mentions
    raised = raised_by(named, here.idioms, reading.lexicon) if question else ()
    posed = posed_by(here.sentence, raised) if question else frozenset()
    if not heading:
        read_reply(here, reading)
    elif question:
        read_asking_heading(posed, raised, reading)
    else:
        read_naming_heading(here, mentions, reading)
    if question:
        found: Sequence[Candidate] = ()
        heard = False
        reading.antecedents.weigh(raised)
    else:
        _statement(here, reading)
        found = reading.found[before:]
        heard = reading.heard  # what is implied or out of its place carries no voice on
        surmise(here, found, reading)
        for mention in every:
            if mention.unplaced:
                read_mention(mention, here, reading)
    reading.voices.listen(here.sentence, heard=heard)
    afresh = reading.long_ago and reading.since == 0
    if found and afresh and tells_of_now(here.sentence, reading.lexicon):
        _change(reading.last, found, reading)
    reading.long_ago = tells_of_long_ago(here.sentence, reading.lexicon)
    reading.antecedents.end(resolved=bool(found), question=question)
    _remember(here, found, posed, reading)


def _statement(here: Passage, reading: Reading) -> None:
    """Read what a sentence claims: of what it names, takes up, judges in passing, answers."""
    mentions, before = reading.mentions, len(reading.found)
    for mention in mentions:
        read_mention(mention, here, reading)
    if reading.stated or mentions or reading.antecedents.before:
        for noun in here.sentence:
            if noun.dep_ not in _NO_SUMMARY:
                read_summary(noun, here, reading)
    for first, opening in asides(here.sentence, reading.lexicon, here.idioms):
        read_judgement(first, opening, here, reading)
    for mention in reading.antecedents.anaphors(here.sentence, mentions, reading.last):
        read_mention(mention, here, reading)
    if len(reading.found) > before:
        read_answers_within(here, reading.found[before:], reading)
    elif mentions:
        read_told_answer(here, reading)
    else:
        read_echo(here, reading)


def _change(before: Sequence[Candidate], now: Sequence[Candidate], reading: Reading) -> None:
    """Take for over what somebody held long ago, of whom the next sentence tells the contrary."""
    held = {(c.actor, c.issue): c.stance for c in now if c.claimed}
    for candidate in before:
        stance = held.get((candidate.actor, candidate.issue), candidate.stance)
        if opposite(candidate.stance, stance):
            reading.found[reading.found.index(candidate)] = replace(candidate, time="past")


def _remember(
    here: Passage, found: Sequence[Candidate], posed: frozenset[tuple[str, int]], reading: Reading
) -> None:
    """Keep what a sentence came to or asked, for the short answers after it."""
    if found:
        reading.last, reading.since = found, 0
    elif posed:
        reading.last, reading.since = (), 0
    elif reading.mentions or not (reading.posed and only_asks(here.sentence, reading.lexicon)):
        reading.since += 1
    reading.posed = posed or (reading.posed if reading.since == 0 else frozenset())
