"""Why the engine took some words for a position: what each stage made of them.

The rule path and the features travel with a position from the extraction
(`Position.trace`); they are not kept in the graph, so that an explanation is
asked of an article, not of a graph.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from stancegraph.model import Article, Position
from stancegraph.sentences import sentences

__all__ = ["Contribution", "Explanation", "explain"]

_KINDS: Mapping[str, str] = {
    "attitude": "a word of wanting or not wanting",
    "urge": "somebody is told to do it, or to leave it",
    "evaluate": "a judgement of whoever speaks",
    "deontic": "an obligation (must, should, has to)",
    "act": "an act that brings it about, or stops it",
    "intention": "something announced (will, plans to)",
    "said": "whoever says it holds it; the words themselves carry the sign",
    "accuse": "laid at somebody's door",
    "bare": "an item under an actor's name, or in its text",
    "precedence": "wanted before something else",
    "implied": "no claim: the passage makes it likely whose it is",
    "second": "no rule: the second reader, taught on coded articles, takes the sentence so",
}
_HOLDERS: Mapping[str, str] = {
    "name": "named",
    "title": "by title",
    "modifier": "by an adjective of nationality",
    "apposition": "by what it stands beside",
    "definite": "by a noun that takes up an earlier name",
    "pronoun": "by a pronoun",
    "pair": "by a word for both sides",
    "document": "by its text",
    "speaker": "by the first person",
    "heading": "by the heading above",
    "author": "nobody in the text: the writer",
    "last": "who held what was said before",
    "carried": "by a source of the paragraph before",
    "wisher": "who was said to want something just before",
    "occasion": "whose occasion the passage tells of",
    "scene": "who the passage is about",
    "second": "whom the rules found in the sentence",
    "named": "named in the sentence",
    "before": "named last before it",
    "label": "not named near: the second reader knows the bloc by what is said",
}
_SOURCES: Mapping[str, str] = {
    "report": "a verb of saying",
    "quote": "a quotation",
    "parenthesis": "a remark such as “…, he said” or “according to …”",
    "speaker": "the speaker of the text or turn",
    "colon": "what stands before the colon",
    "subject": "who does it, nearest above",
    "above": "who does something further above",
    "root": "the subject of the sentence",
    "owner": "whose list or text it stands in",
    "last": "who held what was said before",
    "carried": "the text goes on with a source of the paragraph before",
    "wisher": "who was said to want something just before",
    "occasion": "whose occasion the passage tells of",
    "scene": "who the passage is about",
    "voice": "the paragraph goes on with a source named before",
    "none": "the article in its own voice",
    "second": "told by no rule: as the sentence stands",
}

_UNPLACED = "the issue is told by the rest of the article: its cue asks for words that are not here"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds to a position's log-odds: `value` times `weight`."""

    feature: str
    value: float
    weight: float

    @property
    def amount(self) -> float:
        """The log-odds added; positive speaks for the position."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a position came about.

    `sentence` holds the quote, ``sentence[quote_start:quote_end]`` in code
    points. `cue` is the pattern that named the issue, `path` the rules applied
    to it on the way up the sentence, innermost first; `claim`, `holder` and
    `attribution` are said in words. `contributions` are sorted by size, the
    model's `bias` is what the log-odds start from, and `confidence` what all
    of it comes to, in (0, 1).
    """

    position: Position
    sentence: str
    quote_start: int
    quote_end: int
    cue: str
    path: tuple[str, ...]
    claim: str
    holder: str
    attribution: str
    contributions: tuple[Contribution, ...]
    bias: float
    confidence: float


def explain(position: Position, article: Article, weights: Mapping[str, float]) -> Explanation:
    """Explain a position as extracted from its article, under the judge's weights.

    `weights` are what the `Extractor` that read it gives for it.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction import Extractor
    >>> article = Article(id="note", text="It rained. Kyiv rejects any territorial swap.")
    >>> extractor = Extractor(load_case())
    >>> [(_, [position])] = extractor.extract([article])
    >>> told = explain(position, article, extractor.weights_of(position))
    >>> told.sentence
    'Kyiv rejects any territorial swap.'
    >>> told.path
    ('attitude:reject', 'attitude:rejects:-')
    >>> abs(told.confidence - position.confidence) < 0.001
    True
    """
    steps = [value for key, value in position.trace.items() if _is_step(key)]
    tagged = {name: _tail(steps, name) for name in ("cue", "claim", "holder", "source")}
    own = {f"{name}:{value}" for name, value in tagged.items()}
    contributions = sorted(
        (
            Contribution(key, float(value), weights.get(key, 0.0))
            for key, value in position.trace.items()
            if not _is_step(key)
        ),
        key=lambda c: (-abs(c.amount), c.feature),
    )
    bias = weights.get("bias", 0.0)
    start, end = _sentence(article.text, position)
    return Explanation(
        position=position,
        sentence=article.text[start:end],
        quote_start=position.start - start,
        quote_end=position.end - start,
        cue=tagged["cue"],
        path=tuple(step for step in steps if step not in own),
        claim=_claim(tagged["claim"], unplaced="unplaced" in position.trace),
        holder=_holder(tagged["holder"], position),
        attribution=_attribution(tagged["source"], position),
        contributions=tuple(c for c in contributions if c.amount),
        bias=bias,
        confidence=1.0 / (1.0 + math.exp(-bias - sum(c.amount for c in contributions))),
    )


def _is_step(key: str) -> bool:
    return key.startswith("step") and key[4:].isdigit()


def _tail(steps: list[str], name: str) -> str:
    """Return what a step says after its name, or nothing where there is no such step."""
    return next((s.partition(":")[2] for s in steps if s.startswith(f"{name}:")), "")


def _claim(step: str, *, unplaced: bool) -> str:
    kind, _, word = step.partition(":")
    told = f"{kind}, from “{word}”: {_KINDS.get(kind, kind)}"
    return f"{told}; {_UNPLACED}" if unplaced else told


def _holder(step: str, position: Position) -> str:
    via = step.partition(":")[0]
    known = position.holder_id not in (None, position.actor)
    who = f" ({position.holder_id})" if known else ""
    return f"“{position.holder}”{who}, {_HOLDERS.get(via, via)}; speaks for {position.actor}"


def _attribution(via: str, position: Position) -> str:
    source = _SOURCES.get(via, via)
    if position.attribution == "ascribed":
        return f"ascribed to {position.actor} by {position.attributed_by or 'somebody'}; {source}"
    if position.attribution == "self":
        return f"the holder's own words; {source}"
    return f"reported; {source}"


def _sentence(text: str, position: Position) -> tuple[int, int]:
    touched = [s for s in sentences(text) if s[0] < position.end and position.start < s[1]]
    start = min([position.start, *(s[0] for s in touched)])
    return start, max([position.end, *(s[1] for s in touched)])
