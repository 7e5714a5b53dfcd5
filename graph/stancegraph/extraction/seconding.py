"""What the second reader makes of the rules' candidates, and what it proposes besides.

A candidate is given how likely the second reader finds it, as features for the judge. Where the
second reader sees a position that no candidate has, a candidate is made of the sentence: held by
whom the rules found in it, else whom it names, else the speaker of the text, else who was named
last, else the bloc itself.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from stancegraph.case import Case
from stancegraph.extraction.candidates import Candidate, state_of
from stancegraph.extraction.dating import statement_date
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.referents import Mention
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.second_reader import Impression
from stancegraph.extraction.trees import Span
from stancegraph.model import Article, DatePrecision, Stance

__all__ = ["seconded"]

# Less than this and nothing is proposed: the judge would keep none of them (log-odds).
_LEAST = -1.5
# Surer than this, either way, says no more.
_SUREST = 8.0


def seconded(
    article: Article,
    text: str,
    candidates: Sequence[Candidate],
    impressions: Sequence[Impression],
    actors: Sequence[str],
    issues: Sequence[str],
    registry: Registry,
    lexicon: Lexicon,
    names: Sequence[Mention],
    parsed: Sequence[tuple[Span, int]],
) -> list[Candidate]:
    """Add the second reader's impressions to an article's candidates, and its own proposals.

    Args:
        article: the article.
        text: its text as it is to be read, of the same length.
        candidates: what the rules have found in it.
        impressions: the second reader's, sentence by sentence.
        actors: whom the impressions are of, in their order.
        issues: what they are about, in their order.
        registry: knows the names of actors.
        lexicon: word classes.
        names: the names of actors in the article, in order.
        parsed: the parsed sentences, each with the offset of its block in the article.

    Returns:
        The candidates and the proposals, in the order of the text.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> case, lexicon = load_case(), load_lexicon("en")
    >>> article = Article(id="note", text="It rained. To Paris that is music.")
    >>> odds = np.full((2, 1, 1, 3), -9.0)
    >>> odds[1, 0, 0, 0] = 2.0
    >>> seen = [Impression(0, 10, odds[0]), Impression(11, 34, odds[1])]
    >>> registry = Registry(case, lexicon)
    >>> [found] = seconded(article, article.text, [], seen, ["europe"], ["foreign-troops"],
    ...                    registry, lexicon, registry.find(article.text), [])
    >>> found.actor, found.holder, found.stance, found.start, found.features["proposed_second"]
    ('europe', 'Paris', 'support', 11, 2.0)
    """
    if not impressions:
        return list(candidates)
    # by sentence, actor, issue and side: for (be it on a condition) and against
    odds = np.stack([impression.odds for impression in impressions])
    shape = (len(impressions), len(actors) * len(issues))
    sides = np.stack([odds[..., [0, 2]].max(-1), odds[..., 1]], -1).clip(-_SUREST, _SUREST)
    sides = sides.reshape(*shape, 2)
    chances = _Chances(sides)
    pairs = list(product(actors, issues))
    places = {pair: at for at, pair in enumerate(pairs)}
    told: dict[int, list[Candidate]] = defaultdict(list)
    found: list[Candidate] = []
    starts, ends = zip(*((seen.start, seen.end) for seen in impressions), strict=True)
    for candidate in candidates:
        number = _sentence(candidate.start, candidate.end, starts, ends)
        told[number].append(candidate)
        place = places.get((candidate.actor, candidate.issue))
        own = {}
        if place is not None:
            own = chances.features(number, place, int(_against(candidate.stance)))
        found.append(replace(candidate, features={**candidate.features, **own}))
    reading = _Reading(article, text, registry, lexicon, names, parsed)
    for number, place in np.argwhere(sides.max(-1) > _LEAST).tolist():
        actor, issue = pairs[place]
        # one sentence does not say both: the likelier side
        side = int(sides[number, place].argmax())
        here = [c for c in told[number] if c.actor == actor]
        same = [c for c in here if c.issue == issue]
        if any(
            _against(c.stance) == bool(side)
            or c.attribution == "ascribed"
            or c.time == "past"
            or (c.claimed and _is_news(c, article, registry.case))
            for c in same
        ):
            continue
        given = odds[number].reshape(len(pairs), 3)[place]
        favourable: Stance = "conditional" if given[2] > given[0] else "support"
        features = {
            "proposed": 1.0,
            **{f"proposed_{k}": v for k, v in chances.features(number, place, side).items()},
            "proposed_actor": float(bool(here)),
            "proposed_issue": float(any(c.issue == issue for c in told[number])),
        }
        stance: Stance = "oppose" if side else favourable
        impression = impressions[number]
        found.append(reading.proposal(impression, actor, issue, stance, here, features))
    return sorted(found, key=lambda c: (c.start, c.end))


class _Chances:
    """How likely each side of each pair is (log-odds), by sentence, pair and side."""

    def __init__(self, sides: npt.NDArray[np.floating[Any]]) -> None:
        self._sides = sides
        self._best = sides.argmax(0)
        others = sides.copy()
        np.put_along_axis(others, self._best[None], -_SUREST, 0)
        self._highest, self._next = sides.max(0), others.max(0)

    def features(self, number: int, place: int, against: int) -> dict[str, float]:
        """Return how likely a side is in a sentence, its contrary there, and it elsewhere."""
        here = self._best[place, against] == number
        elsewhere = (self._next if here else self._highest)[place, against]
        return {
            "second": round(float(self._sides[number, place, against]), 2),
            "second_contrary": round(float(self._sides[number, place, 1 - against]), 2),
            "second_elsewhere": round(float(elsewhere), 2),
        }


@dataclass
class _Reading:
    """An article, and what is known of its sentences."""

    article: Article
    text: str
    registry: Registry
    lexicon: Lexicon
    names: Sequence[Mention]
    #: Parsed sentences, each with the offset of its block.
    parsed: Sequence[tuple[Span, int]]
    #: By where the sentence begins.
    days: dict[int, tuple[date | None, DatePrecision | None]] = field(default_factory=dict)

    @cached_property
    def by_bloc(self) -> Mapping[str, list[Mention]]:
        found = defaultdict(list)
        for mention in self.names:
            for bloc in self.registry.blocs(self.registry.case.actors[mention.actor]):
                found[bloc].append(mention)
        return found

    @cached_property
    def ends(self) -> list[int]:
        return [base + span.end_char for span, base in self.parsed]

    def dated(self, start: int, end: int) -> tuple[date | None, DatePrecision | None]:
        """Return the day of a sentence's statement: several may be proposed of it."""
        if start not in self.days:
            published = self.article.date
            self.days[start] = published, "article" if published else None
            for span, base in self.parsed[bisect_right(self.ends, start) :][:1]:
                if base + span.start_char < end:
                    self.days[start] = statement_date(span, published)
        return self.days[start]

    def proposal(
        self,
        impression: Impression,
        actor: str,
        issue: str,
        stance: Stance,
        here: Sequence[Candidate],
        features: Mapping[str, float],
    ) -> Candidate:
        """Make a candidate of a sentence; `here` are those of the actor that the rules found."""
        start, end = impression.start, impression.end
        via, holder, holder_id, own = self.holder(start, end, actor, here)
        day, precision = self.dated(start, end)
        condition: str | None = None
        issues: tuple[str, ...] = ()
        if stance == "conditional":
            given = next((c for c in here if c.condition), None)
            condition = given.condition if given else self.condition(start, end)
            issues = given.condition_issues if given else ()
        return Candidate(
            actor=actor,
            holder=holder,
            holder_id=holder_id,
            state=holder_id and state_of(self.registry.case, holder_id, self.article.date),
            issue=issue,
            stance=stance,
            attribution="self" if own else "reported",
            attributed_by=None,
            time="current",
            condition=condition,
            condition_issues=issues,
            speech_act="state",
            date=day,
            date_precision=precision,
            start=start,
            end=end,
            features=features,
            steps=(f"claim:second:{stance}", f"holder:{via}:{holder}", "source:second"),
        )

    def holder(
        self, start: int, end: int, actor: str, here: Sequence[Candidate]
    ) -> tuple[str, str, str | None, bool]:
        """Return by which rule a sentence's holder was found, as what, who, and if it speaks."""
        for candidate in here:
            if candidate.attribution != "ascribed":
                own = candidate.attribution == "self"
                return "second", candidate.holder, candidate.holder_id, own
        case = self.registry.case
        named = self.by_bloc[actor]
        inside = [m for m in named if start <= m.start < end]
        before = [m for m in named if m.start < start]
        nouns = [m for m in inside if not m.adjective]
        for mention in (*nouns[:1], *inside[:1]):
            return "named", self.article.text[mention.start : mention.end], mention.actor, False
        speaker = self.article.speaker or ""
        for referent in self.registry.named(speaker):
            if referent.actor == actor:
                return "speaker", speaker, referent.holder_id, True
        for mention in before[-1:]:
            return "before", self.article.text[mention.start : mention.end], mention.actor, False
        return "label", case.label_of(actor), actor, False

    def condition(self, start: int, end: int) -> str | None:
        """Return the words of a sentence behind a mark of conditions, up to the next comma."""
        marks = sorted(self.lexicon.words["condition_marks"], key=len, reverse=True)
        either = "|".join(re.escape(m.replace("_", " ")) for m in marks)
        # a full stop within a sentence belongs to an abbreviation or a number
        words = rf"(?<!\bas )\b(?:{either})\b\s+((?:[^,;:.!?—–]|\.(?=\S)|(?<=\b[A-Z])\.)+)"
        match = re.search(words, self.text[start:end], re.IGNORECASE)
        return " ".join(match.group(1).split()) if match else None


def _against(stance: Stance) -> bool:
    return stance == "oppose"


def _is_news(candidate: Candidate, article: Article, case: Case) -> bool:
    """Tell whether a reading is one for which its actor is not known.

    The second reader knows what is usual; that the contrary is read is no reason to believe it.
    """
    sign = {"support": 1, "conditional": 1, "oppose": -1}.get(candidate.stance)
    known = case.known_signs(candidate.holder_id or candidate.actor, candidate.issue, article.date)
    return known is not None and sign is not None and sign not in known


def _sentence(start: int, end: int, starts: Sequence[int], ends: Sequence[int]) -> int:
    """Return in which sentence the most of some words lie; starts and ends are the sentences'."""
    first = max(bisect_right(starts, start) - 1, 0)
    last = max(bisect_left(starts, end), first + 1)
    return max(range(first, last), key=lambda n: min(ends[n], end) - max(starts[n], start))
