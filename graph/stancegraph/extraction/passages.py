"""The passages of an article, and the state of reading them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stancegraph.case import Case
from stancegraph.extraction.anaphora import ANAPHOR
from stancegraph.extraction.antecedents import Antecedents
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.quotations import Quotation
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.sequences import Steps
from stancegraph.extraction.sources import Source
from stancegraph.extraction.trees import Span, Token
from stancegraph.extraction.voices import Voices
from stancegraph.layout import Block
from stancegraph.model import Article

__all__ = ["Passage", "Reading", "Section", "Walked"]


class Passage(NamedTuple):
    """A sentence, and where in the article it stands: `base` is where its block's text begins.

    `steps` are those of the plan that it lays out, if it does. `label` are the words by which it
    names its topic ("Tolls: none") or the party whose terms it states ("Oz: none").
    """

    sentence: Span
    idioms: Mapping[int, Predicate]
    quotes: Sequence[Quotation]
    block: Block
    base: int
    steps: Steps | None
    label: Sequence[Token] = ()


class Walked(NamedTuple):
    """A mention, what grammar made of it, and who is said to say so."""

    mention: IssueMention
    result: Walk
    here: Passage
    quote: Quotation | None
    source: Source

    @property
    def anaphoric(self) -> bool:
        """Whether the issue is named by a pronoun or a short word."""
        return self.mention.pattern == ANAPHOR

    @property
    def anew(self) -> bool:
        """Whether the issue is named by words of its own, in their place."""
        return not self.anaphoric and not self.mention.unplaced

    @property
    def labelling(self) -> bool:
        """Whether the mention is part of its block's label ("*Oz's plan:* …")."""
        return self.here.base + self.mention.head.idx < self.here.block.label_end


@dataclass
class Section:
    """What a heading and the list item under it have named, until the next.

    Issues are kept with the sign that a "yes" has for them.
    """

    #: What the heading asks or merely names, and of whom it asks that. One that tells something
    #: leaves nothing to say yes or no to, though an "it" may take up what it is about:
    #: `antecedents.Antecedents.heading`.
    matter: frozenset[tuple[str, int]] = frozenset()
    asked_of: tuple[Referent, ...] = ()
    #: What the item at hand is about, and whether its block has yet to say something to it.
    topic: frozenset[tuple[str, int]] = frozenset()
    unanswered: bool = False


@dataclass
class Reading:
    """The state of reading one article: what was said last, and what has been found."""

    article: Article
    case: Case
    lexicon: Lexicon
    discourse: Discourse
    voices: Voices
    antecedents: Antecedents
    #: The candidates so far.
    found: list[Candidate] = field(default_factory=list)
    #: A writer's own opinions are the matter of the text: no voice is carried over.
    opinion: bool = False
    #: Whether what is read is asked by somebody whose views do not count.
    questioner: bool = False
    #: The issues that the sentence at hand names.
    mentions: Sequence[IssueMention] = ()
    #: Its mentions as grammar has read them.
    walked: list[Walked] = field(default_factory=list)
    #: What it has been found to claim about them.
    stated: list[tuple[IssueMention, Claim]] = field(default_factory=list)
    #: Whether it has been read as the last voice's.
    heard: bool = False
    #: What the last sentence with any came to, and how many sentences ago.
    last: Sequence[Candidate] = ()
    since: int = 0
    #: Whether the last sentence told of a time that is over.
    long_ago: bool = False
    #: What the sentence before asked, as issues and the signs of a "yes" to it.
    posed: frozenset[tuple[str, int]] = frozenset()
    section: Section = field(default_factory=Section)

    def last_holders(self) -> list[Referent]:
        """Return who held what was found last, if that was one bloc and not long ago."""
        held = [c for c in self.last if c.actor in self.case.compared]
        if self.since > 1 or len({c.actor for c in held}) != 1:
            return []
        return [Referent(held[0].actor, held[0].holder_id, held[0].holder, "last")]

    def counted(self, holders: Iterable[Referent]) -> list[Referent]:
        """Return those of whom the case keeps account."""
        return [h for h in holders if h.actor in self.case.actors and h.actor != self.case.other]
