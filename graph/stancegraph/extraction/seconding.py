"""What the second reader makes of the rules' candidates, and what it proposes besides.

A candidate is given how likely the second reader finds it, as features for the judge. Where the
second reader sees a position that no candidate has, a candidate is made of the sentence: held by
whom the rules found in it, else whom it names, else the speaker of the text, else who was named
last, else the bloc itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

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
from stancegraph.layout import masked
from stancegraph.model import Article, Stance

__all__ = ["seconded"]

# Less than this and nothing is proposed: the judge would keep none of them (log-odds).
_LEAST = -3.0
# Surer than this, either way, says no more.
_SUREST = 8.0


def seconded(
    article: Article,
    candidates: Sequence[Candidate],
    impressions: Sequence[Impression],
    actors: Sequence[str],
    issues: Sequence[str],
    registry: Registry,
    lexicon: Lexicon,
    parsed: Iterable[tuple[Span, int]],
) -> list[Candidate]:
    """Add the second reader's impressions to an article's candidates, and its own proposals.

    Args:
        article: the article.
        candidates: what the rules have found in it.
        impressions: the second reader's, sentence by sentence.
        actors: whom the impressions are of, in their order.
        issues: what they are about, in their order.
        registry: knows the names of actors.
        lexicon: word classes.
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
    >>> [found] = seconded(article, [], seen, ["europe"], ["foreign-troops"],
    ...                    Registry(case, lexicon), lexicon, [])
    >>> found.actor, found.holder, found.stance, found.start, found.features["proposed_second"]
    ('europe', 'Paris', 'support', 11, 2.0)
    """
    if not impressions:
        return list(candidates)
    # by sentence, actor, issue and side: for (be it on a condition) and against
    odds = np.stack([impression.odds for impression in impressions])
    sides = np.stack([odds[..., [0, 2]].max(-1), odds[..., 1]], -1).clip(-_SUREST, _SUREST)
    places = {pair: at for at, pair in enumerate(product(actors, issues))}
    sides = sides.reshape(len(impressions), len(places), 2)
    told: dict[int, list[Candidate]] = defaultdict(list)
    found: list[Candidate] = []
    for candidate in candidates:
        number = _sentence(candidate, impressions)
        told[number].append(candidate)
        pair = places.get((candidate.actor, candidate.issue))
        own = {}
        if pair is not None:
            own = _features(sides[:, pair], number, int(_against(candidate.stance)))
        found.append(replace(candidate, features={**candidate.features, **own}))
    pairs = list(places)
    text = _Text(article, registry, lexicon, list(parsed))
    for number, pair in np.argwhere(sides.max(-1) > _LEAST):
        actor, issue = pairs[pair]
        # one sentence does not say both: the likelier side
        side = int(sides[number, pair].argmax())
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
        given = odds[number].reshape(len(pairs), 3)[pair]
        favourable: Stance = "conditional" if given[2] > given[0] else "support"
        features = {
            "proposed": 1.0,
            **{f"proposed_{k}": v for k, v in _features(sides[:, pair], number, side).items()},
            "proposed_actor": float(bool(here)),
            "proposed_issue": float(any(c.issue == issue for c in told[number])),
        }
        stance: Stance = "oppose" if side else favourable
        impression = impressions[number]
        found.append(text.proposal(impression, actor, issue, stance, here, features))
    return sorted(found, key=lambda c: (c.start, c.end))


@dataclass
class _Text:
    """An article, and what is known of its sentences."""

    article: Article
    registry: Registry
    lexicon: Lexicon
    #: Parsed sentences, each with the offset of its block.
    parsed: Sequence[tuple[Span, int]]

    @cached_property
    def text(self) -> str:
        return masked(self.article.text)

    @cached_property
    def names(self) -> list[Mention]:
        return self.registry.find(self.text)

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
        span = next(
            (
                (s, base)
                for s, base in self.parsed
                if base + s.start_char < end and start < base + s.end_char
            ),
            None,
        )
        published = self.article.date
        day, precision = (
            statement_date(span[0], published)
            if span
            else (published, "article" if published else None)
        )
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
            state=holder_id and state_of(self.registry.case, holder_id, published),
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
        named = [m for m in self.names if actor in self.registry.blocs(case.actors[m.actor])]
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


def _features(sides: npt.NDArray[np.float64], number: int, against: int) -> dict[str, float]:
    """Return how likely a side of a pair is in a sentence, its contrary there, and it elsewhere."""
    own = sides[:, against]
    elsewhere = np.delete(own, number)
    return {
        "second": float(own[number]),
        "second_contrary": float(sides[number, 1 - against]),
        "second_elsewhere": float(elsewhere.max(initial=-_SUREST)),
    }


def _against(stance: Stance) -> bool:
    return stance == "oppose"


def _is_news(candidate: Candidate, article: Article, case: Case) -> bool:
    """Tell whether a reading is one for which its actor is not known.

    The second reader knows what is usual; that the contrary is read is no reason to believe it.
    """
    sign = {"support": 1, "conditional": 1, "oppose": -1}.get(candidate.stance)
    known = case.known_signs(candidate.holder_id or candidate.actor, candidate.issue, article.date)
    return known is not None and sign is not None and sign not in known


def _sentence(candidate: Candidate, impressions: Sequence[Impression]) -> int:
    """Return in which sentence the most of a candidate's words lie."""
    shared = [
        min(impression.end, candidate.end) - max(impression.start, candidate.start)
        for impression in impressions
    ]
    return shared.index(max(shared))
