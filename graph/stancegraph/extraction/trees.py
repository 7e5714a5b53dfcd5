"""Parsed text as plain objects: words, the tree that they form, and stretches of them.

The rules ask each word for its tags, its governor and its dependants many times over.
spaCy makes a new object for every answer; here each word is made once, with the answers
in it: on the sample articles the rules took 0.35 s instead of 0.54. Names and meanings
are spaCy's.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

from spacy.lang.lex_attrs import is_punct, is_quote

__all__ = ["Doc", "Span", "Token"]


class Token:
    """A word: what the parser says of it, and its place in the tree.

    `i` counts the words of the text, `idx` its characters. The root of a sentence is
    its own `head`. `children` stand in the order of the text. `left_edge` and `right_edge`
    are the first and the last of a word and all that hangs from it.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "left_edge",
        "lower_",
        "pos_",
        "right_edge",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: "Doc"
    sent: "Span"
    head: "Token"
    left_edge: "Token"
    right_edge: "Token"

    def __init__(
        self, i: int, idx: int, text: str, whitespace: str, pos: str, tag: str, dep: str
    ) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.whitespace_ = whitespace
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.children: tuple[Token, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Yield the governors, from the nearest to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator["Token"]:
        """Yield the word and all below it, in the order of the text."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins here."""
        return self.i == self.sent.start

    @property
    def is_alpha(self) -> bool:
        """Whether the word consists of letters."""
        return self.text.isalpha()

    @property
    def is_space(self) -> bool:
        """Whether this is white space, more than the one blank between two words."""
        return self.text.isspace()

    @property
    def is_punct(self) -> bool:
        """Whether the word consists of punctuation."""
        return bool(is_punct(self.text))

    @property
    def is_quote(self) -> bool:
        """Whether this is a quotation mark."""
        return bool(is_quote(self.text))

    def nbor(self, distance: int = 1) -> "Token":
        """Return the word that stands so many words further on.

        Raises:
            IndexError: when the text does not reach that far.
        """
        place = self.i + distance
        if place < 0:
            raise IndexError(f"no word {-distance} before {self.text!r}")
        return self.doc[place]


class Span(Sequence[Token]):
    """A stretch of words, ``[start, end)``, such as a sentence."""

    __slots__ = ("_tokens", "doc", "end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._tokens = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Span": ...
    def __getitem__(self, place: int | slice) -> "Token | Span":
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self._tokens[place]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where the stretch begins in the text, in characters."""
        return self._tokens[0].idx

    @property
    def end_char(self) -> int:
        """Where the stretch ends in the text, in characters."""
        return self._tokens[-1].idx + len(self._tokens[-1])

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char] if self._tokens else ""

    @property
    def root(self) -> Token:
        """The root of a sentence in the stretch, else the first of the words nearest to one."""
        outer = []
        for token in self._tokens:
            if token.head is token:
                return token
            if not self.start <= token.head.i < self.end:
                outer.append(token)

        def depth(token: Token) -> int:
            if not token.children and (token.is_punct or token.is_space):
                return len(self.doc) - 1  # a mark governs nothing: the last choice
            return sum(1 for _ in token.ancestors)

        return min(outer, key=depth)


class Doc:
    """A parsed text.

    Args:
        text: the text as it stands.
        tokens: all its words.
        heads: for each word the place of its governor; a root governs itself.
        starts: the places of the words with which sentences begin, the first being 0.

    >>> words = [
    ...     Token(0, 0, "Ports", " ", "NOUN", "NNS", "nsubj"),
    ...     Token(1, 6, "close", "", "VERB", "VBP", "ROOT"),
    ... ]
    >>> doc = Doc("Ports close", words, [1, 1], [0])
    >>> doc[0].head, doc[1].children, doc[1].left_edge, doc.sents
    (close, (Ports,), Ports, [Ports close])
    """

    __slots__ = ("sents", "text", "tokens")

    def __init__(
        self, text: str, tokens: list[Token], heads: Sequence[int], starts: Sequence[int]
    ) -> None:
        self.text = text
        self.tokens = tokens
        for token, head, first, last in zip(tokens, heads, *_edges(heads), strict=True):
            token.doc = self
            token.head = tokens[head]
            token.left_edge = tokens[first]
            token.right_edge = tokens[last]
            if head != token.i:
                token.head.children = (*token.head.children, token)
        self.sents = [Span(self, *ends) for ends in pairwise([*starts, len(tokens)])]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for each word the places of the first and of the last word that hang from it.

    Branches may cross, so that these can be anywhere below it. Each word tells those above
    it, until one knows of a word further out: that one has told the rest.

    >>> _edges([1, 1, 3, 1])
    ([0, 0, 2, 2], [0, 3, 2, 3])
    """
    first, last = list(range(len(heads))), list(range(len(heads)))
    for place in range(len(heads)):
        above = heads[place]
        while first[above] > place:
            first[above] = place
            above = heads[above]
    for place in reversed(range(len(heads))):
        above = heads[place]
        while last[above] < place:
            last[above] = place
            above = heads[above]
    return first, last
