"""What an article has named so far, in the order of its words, and how far back is looked."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from stancegraph.extraction.referents import Referent

__all__ = ["FAR", "REACH", "History"]

#: How far back a pronoun's antecedent is looked for, in tokens: three or four sentences, beyond
#: which it is as good as always repeated by name.
REACH = 90
#: The same for descriptions ("the minister", "both sides"): a dozen sentences.
FAR = 400


@dataclass
class History:
    """The referents of an article so far, each at its place in the article's tokens.

    >>> history = History()
    >>> for order, actor in ((3, "oz"), (7, "ev"), (5, "id")):
    ...     history.insert(Referent(actor, None, actor.title(), "name", order=order))
    >>> [referent.text for referent in history.between(4, 8)]
    ['Id', 'Ev']
    """

    referents: list[Referent] = field(default_factory=list)
    #: Their places, to find those of a stretch of text quickly.
    _orders: list[int] = field(default_factory=list)
    #: Where the sentences begin.
    sentences: list[int] = field(default_factory=list)
    #: The places of subjects that are things ("the vote"), which the next "it" may mean.
    things: list[int] = field(default_factory=list)
    #: People named in front of another noun ("the Oz plan"), whom a title may yet mean.
    asides: list[Referent] = field(default_factory=list)
    #: Where places of an actor are named ("in Id"), and whose they are.
    places: list[tuple[int, str]] = field(default_factory=list)

    def remember(self, referent: Referent) -> None:
        """Add a referent of the text, unless it is the last one again."""
        if referent.order >= 0 and (not self.referents or self.referents[-1] != referent):
            self.insert(referent)

    def insert(self, referent: Referent) -> None:
        """Add a referent at its place."""
        place = bisect_right(self._orders, referent.order)
        self.referents.insert(place, referent)
        self._orders.insert(place, referent.order)

    def before(self, limit: int, reach: int = REACH) -> Sequence[Referent]:
        """Return the referents within reach of a place, in order."""
        return self.between(limit - reach, limit)

    def between(self, start: int, end: int) -> Sequence[Referent]:
        """Return the referents with ``start <= order < end``, in order."""
        return self.referents[bisect_left(self._orders, start) : bisect_left(self._orders, end)]

    def sentence_start(self, order: int) -> int:
        """Return where the sentence begins that a place lies in."""
        return self.sentences[bisect_right(self.sentences, order) - 1]
