"""What the tests of the engine share: one extractor per case, and a way to say a reading.

A reading is a line such as ``kyiv support truce; oz oppose tax (ascribed)``:
an actor, a stance and an issue, parted by ``;``. Stances that are as right as
one another are joined by ``|``. ``(ascribed)`` and ``(past)`` say that the
position does not count as the actor's own or is over, ``(maybe)`` that a coder
may or may not record it. An empty reading says that nobody takes a position.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from stancegraph.extraction import Extractor
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.judging import load_weights, select
from stancegraph.model import Article
from tests.rules import rules_case

_POSITION = re.compile(r"^(\S+) ([a-z|]+) (\S+)(?: \((ascribed|past|maybe)\))?$")


@dataclass(frozen=True)
class Reader:
    """Reads a text and compares what is found with what a coder would record."""

    extractor: Extractor
    compared: frozenset[str] = field(default_factory=frozenset)

    def found(
        self,
        text: str,
        *,
        on: date = date(2025, 9, 5),
        speaker: str | None = None,
        threshold: float | None = None,
    ) -> list[Candidate]:
        """Return the positions that the engine sees; threshold 0 asks for the unlikely ones too."""
        article = Article(id="test", text=text, date=on, speaker=speaker)
        [(_, candidates)] = self.extractor.candidates([article])
        limit = load_weights()["threshold"] if threshold is None else threshold
        chosen = [c for c, _ in select(candidates, load_weights(), limit)]
        for candidate in chosen:
            assert 0 <= candidate.start < candidate.end <= len(text)
        return chosen

    def complaints(
        self, text: str, reading: str, *, on: date = date(2025, 9, 5), speaker: str | None = None
    ) -> list[str]:
        """Return what differs from the reading.

        What a coder would record has to be found whatever the judge's weights
        think of its likelihood, but what is only implied has to be likely; what
        nobody would record must not be kept by the judge.
        """
        kept = self.found(text, on=on, speaker=speaker)
        every = self.found(text, on=on, speaker=speaker, threshold=0.0)
        every = [c for c in every if c in kept or not c.implied]
        wanted = [_POSITION.match(item.strip()) for item in reading.split(";") if item.strip()]
        differences = []
        known: set[tuple[str, str, str]] = set()
        named: set[str] = set()
        for match in wanted:
            assert match, f"not a reading: {reading!r}"
            actor, stances, issue, mark = match.groups()
            assert issue in self.extractor.case.issues, issue
            assert actor in self.extractor.case.actors, actor
            named.add(actor)
            options = stances.split("|")
            if mark not in ("ascribed", "past"):
                known |= {(actor, stance, issue) for stance in options}
            if mark == "maybe":
                continue
            if not any(
                c.actor == actor and c.issue == issue and c.stance in options and _mark(c) == mark
                for c in every
            ):
                differences.append(f"not found: {match.group()}")
        for candidate in kept:
            key = (candidate.actor, candidate.stance, candidate.issue)
            counts = candidate.actor in self.compared | named and _mark(candidate) is None
            if counts and key not in known:
                differences.append(f"should not be: {' '.join(key)}")
        return differences


def _mark(candidate: Candidate) -> str | None:
    if candidate.attribution == "ascribed":
        return "ascribed"
    return "past" if candidate.time == "past" else None


def _reader(source: Path | None) -> Reader:
    case = rules_case(source)
    return Reader(Extractor(case), frozenset(case.compared))


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Give a reader for the bundled default case."""
    return _reader(None)


@pytest.fixture(scope="session")
def islands(toy: Path) -> Reader:
    """Give a reader for the toy case of the two islands."""
    return _reader(toy)


Check = Callable[..., None]


@pytest.fixture(scope="session")
def reads(reader: Reader) -> Check:
    """Give a check that a text of the default case is read as a coder would."""

    def check(text: str, reading: str, on: date = date(2025, 9, 5)) -> None:
        assert reader.complaints(text, reading, on=on) == []

    return check


@pytest.fixture(scope="session")
def island_reads(islands: Reader) -> Check:
    """Give the same check for the toy case."""

    def check(
        text: str, reading: str, speaker: str | None = None, on: date = date(2005, 9, 5)
    ) -> None:
        assert islands.complaints(text, reading, on=on, speaker=speaker) == []

    return check
