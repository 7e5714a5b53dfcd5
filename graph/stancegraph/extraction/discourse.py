"""The state of reading one article: the names in it, who has been meant so far, who is speaking.

A noun phrase refers by its head and not by its modifiers: "Oz's foreign backers" are not Oz,
"the Ozian minister" is. The rules by which it does so are functions over this state, a module
for each kind of phrase; `reference` chooses among them.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from stancegraph.case import Case
from stancegraph.extraction.history import History
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import children, conjuncts
from stancegraph.extraction.referents import Mention, Referent
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.trees import Doc, Span, Token

__all__ = ["BREAKS", "Discourse"]

#: What ends a name to the left: a dateline's dash, a bracket, a clause.
BREAKS = frozenset('-–—:,()."')
_TIME_OF_DAY = re.compile(r"\d{1,2}[.:]\d{2}$|\s+$")


@dataclass
class Discourse:
    """The state of reading one article: who was mentioned, who is speaking."""

    registry: Registry
    lexicon: Lexicon
    day: date | None
    #: Says whom a phrase refers to, by its head: `reference.refer`.
    refer: Callable[[Token, "Discourse"], Iterable[Referent]]
    #: Whose words are being read; several where a text is a joint one.
    speakers: tuple[Referent, ...] = ()
    heading: Referent | None = None
    #: Who a block's label names ("*Oz:* …"), and how deep the list is that it stands in.
    labelled: Referent | None = None
    label_level: int = 0
    #: Which actor's place or affairs the label above is about ("**Id.** The mayor …").
    place: Referent | None = None
    doc: Doc | None = None
    #: What the article has named so far.
    history: History = field(default_factory=History)
    #: Surnames, and the last words of institutions' names, that the text has given in full.
    short_names: dict[str, Referent] = field(default_factory=dict)
    #: The block's names by the place of their head, and by that of each of their words.
    heads: dict[int, Mention] = field(default_factory=dict)
    inside: dict[int, Mention] = field(default_factory=dict)
    #: Where the block begins in the article's tokens.
    base: int = 0
    #: Whose place the sentence opens with ("In Id …"), for the offices that it names, and the
    #: paragraph, for those that come later.
    scene: Referent | None = None
    opening: Referent | None = None
    text: str = ""
    _memo: dict[int, tuple[Referent, ...]] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case whose actors are looked for."""
        return self.registry.case

    def enter(self, doc: Doc) -> None:
        """Begin a block: find its names and forget token-bound memory."""
        self.base += len(self.doc) + 1 if self.doc is not None else 0
        self.doc = doc
        self.heads.clear()
        self.inside.clear()
        self._memo.clear()
        self.scene = self.opening = None
        starts = [token.idx for token in doc]
        self.text = doc.text
        for mention in self.registry.find(self.text):
            first = max(bisect_right(starts, mention.start) - 1, 0)
            last = max(bisect_right(starts, mention.end - 1) - 1, first)
            span = doc[first : last + 1]
            for token in span:
                self.inside[token.i] = mention
            self.heads[span.root.i] = mention

    def order(self, token: Token) -> int:
        """Return a token's place in the article."""
        return self.base + token.i

    def tags(self, token: Token) -> tuple[str, ...]:
        """Return the actor tags of a token inside a name, for cue patterns."""
        mention = self.inside.get(token.i)
        return self.registry.tags(mention.actor) if mention else ()

    def mentions(self, sentence: Span) -> Iterator[Mention]:
        """Yield the mentions whose head lies in a sentence."""
        for token in sentence:
            if token.i in self.heads:
                yield self.heads[token.i]

    def introduced(self, name: str) -> Referent | None:
        """Return whom a bare surname means that the text has given with an office."""
        known = self.short_names.get(name) or self.short_names.get(name.title())
        return known._replace(via="speaker") if known is not None else None

    def resolve(self, tokens: Iterable[Token]) -> list[Referent]:
        """Return the referents of noun phrases, given by their heads, with their conjuncts."""
        found: list[Referent] = []
        for token in tokens:
            for part in conjuncts(token):
                for one in (*self._swallowed(part), part):
                    for referent in self.referents(one):
                        if all(r.actor != referent.actor for r in found):
                            found.append(referent)
        return found

    def referents(self, token: Token) -> tuple[Referent, ...]:
        """Return whom one noun phrase refers to, given by its head, without its conjuncts."""
        if token.i not in self._memo:
            self._memo[token.i] = ()  # a phrase that refers to itself refers to nobody
            self._memo[token.i] = tuple(self.refer(token, self))
        return self._memo[token.i]

    def phrase(self, token: Token) -> str:
        """Return a noun phrase as written, up to its head."""
        left = [
            child.left_edge.i
            for child in children(token, "det", "amod", "compound", "poss", "nummod", "nmod")
            if child.i < token.i
            and child.lower_ not in self.lexicon.words["calendar"]
            and child.lower_ != "what"  # "what Oz wants"
        ]
        assert self.doc is not None
        start = min([*left, token.i])
        # a dateline or a bracket before the name is no part of it
        for index in range(token.i - 1, start - 1, -1):
            mark = self.doc[index]
            if mark.text in BREAKS and (mark.whitespace_ or mark.text not in "-–—."):
                start = index + 1
                break
        while start < token.i and _TIME_OF_DAY.match(self.doc[start].text):
            start += 1  # a live blog's time stamp
        return " ".join(self.doc[start : token.i + 1].text.split())

    def again(self, referent: Referent, token: Token, via: str) -> Referent:
        """Return somebody named before in the words of a phrase that means them, at its place.

        >>> from stancegraph.extraction.examples import discourse_on, words_in
        >>> discourse = discourse_on("Kyiv has met Moscow. The latter side wants a truce.")
        >>> moscow, side = words_in(discourse.doc, "Moscow", "side")
        >>> [referent] = discourse.resolve([moscow])
        >>> referent = discourse.again(referent, side, "pair")
        >>> referent.actor, referent.text, referent.via, referent.order == discourse.order(side)
        ('russia', 'The latter side', 'pair', True)
        """
        return referent._replace(text=self.phrase(token), via=via, order=self.order(token))

    def meant(self, referent: Referent, token: Token) -> Referent:
        """Return somebody named before, as a description means them anew."""
        return self.again(referent, token, "definite")._replace(subject=token.dep_ == "nsubj")

    def _swallowed(self, token: Token) -> list[Token]:
        """Return the names that the parser has made part of the one they are coordinated with.

        "President Ann Oz and Evian President Joe Smith", "Oz and Evian countries".
        """
        last = self.heads.get(token.i)
        if last is None:
            return []
        person = self.case.actors[last.actor].kind == "person"
        if not person and token.tag_ not in ("NNS", "NNPS"):
            return []
        found = []
        for child in children(token, "compound", "nmod", "amod"):
            inner = list(child.subtree)
            joints = [t.i for t in inner if t.dep_ == "cc" and t.lower_ == "and"]
            for part in inner:
                mention = self.heads.get(part.i)
                if mention is None or mention is last or not joints or part.i > joints[-1]:
                    continue
                alike = (self.case.actors[mention.actor].kind == "person") == person
                if alike and not mention.adjective:
                    found.append(part)
        return found
