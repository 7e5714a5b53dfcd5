"""Windows: what the second reader takes in of an article, in word pieces.

Each sentence is read with the speaker, the title and the end of what came before. Behind every
name of an actor stands a marker of the bloc that it speaks for, so that the reader need not know
who a minister is.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from stancegraph.extraction.referents import Mention
from stancegraph.extraction.registry import Registry
from stancegraph.model import Article
from stancegraph.sentences import sentences

__all__ = ["GAP", "LONGEST", "Windows", "WordPieces", "windows"]

#: Stands between sentences, and between what the speaker and the title say.
GAP = 0
# In pieces. Of what came before: one or two sentences; for 19 of 20 coded positions the bloc is
# named in the sentence, in these or in the title.
_BEFORE = 44
_TITLE, _SPEAKER = 16, 10
#: A longer sentence is cut to so many pieces.
LONGEST = 72


# Words remembered with their pieces, some twenty megabytes: those of a thousand articles.
_REMEMBERED = 50_000
# No word of a language; what is longer, such as an address of the web, hardly comes again.
_LONGEST_WORD = 40
_WORD = re.compile(r"\S+")


class WordPieces:
    """Cuts texts into BERT's word pieces; remembers words, for most come again.

    Raises:
        Exception: the file is missing or no tokenizer's; the library has no class of its own.

    >>> from stancegraph.case import load_case
    >>> cut = WordPieces(load_case().second_reader / "tokenizer.json")
    >>> pieces, starts = cut("A stalemate, at best.")
    >>> [cut.word(piece) for piece in pieces], starts
    (['a', 'stale', '##mate', ',', 'at', 'best', '.'], [0, 2, 7, 11, 13, 16, 20])
    """

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        # what stands in a text is text, even "[SEP]"
        self._tokenizer.encode_special_tokens = True
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    def __call__(self, text: str) -> tuple[list[int], list[int]]:
        """Give the pieces of a text and where each begins."""
        pieces: list[int] = []
        starts: list[int] = []
        for found in _WORD.finditer(text):
            own, places = self._known.get(found.group()) or self._cut(found.group())
            pieces += own
            start = found.start()
            starts += [start + place for place in places]
        return pieces, starts

    def _cut(self, word: str) -> tuple[list[int], list[int]]:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        encoded = self._tokenizer.encode(word, add_special_tokens=False)
        pieces = (encoded.ids, [start for start, _ in encoded.offsets])
        if len(word) <= _LONGEST_WORD:
            self._known[word] = pieces
        return pieces

    def word(self, piece: int) -> str | None:
        """Give what a piece stands for."""
        found: str | None = self._tokenizer.id_to_token(piece)
        return found

    def vocabulary(self) -> dict[str, int]:
        """Give all pieces by what they stand for."""
        found: dict[str, int] = self._tokenizer.get_vocab()
        return found

    def save(self, file: Path) -> None:
        """Write what the pieces are."""
        self._tokenizer.save(str(file), pretty=False)


class Windows(NamedTuple):
    """An article in word pieces, and where its sentences are.

    `spans` holds each sentence's place in the text, in code points, half open. The others count
    in `pieces` and are half open too: `head` is where the speaker and the title lie, `own` (of
    shape sentences × 2) each sentence, and `before` what came before it.
    """

    pieces: npt.NDArray[np.int64]
    spans: list[tuple[int, int]]
    head: tuple[int, int]
    own: npt.NDArray[np.int64]
    before: npt.NDArray[np.int64]


def windows(
    article: Article,
    text: str,
    names: Sequence[Mention],
    registry: Registry,
    cut: WordPieces,
    actors: Sequence[str],
) -> Windows:
    """Cut an article into word pieces and tell what belongs to each of its sentences.

    Args:
        article: the article.
        text: its text as it is to be read, of the same length.
        names: the names of actors in that text.
        registry: knows the names of actors.
        cut: cuts words into pieces.
        actors: the blocs that have markers, in the order of these (pieces 1, 2, …); all
            others share the next one.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> case = load_case()
    >>> cut = WordPieces(case.second_reader / "tokenizer.json")
    >>> article = Article(id="note", text="Kyiv waits. Moscow said no.")
    >>> registry = Registry(case, load_lexicon("en"))
    >>> names = registry.find(article.text)
    >>> found = windows(article, article.text, names, registry, cut, case.compared)
    >>> found.spans
    [(0, 11), (12, 27)]
    >>> [cut.word(p) if p > 4 else int(p) for p in found.pieces]
    [0, 'kyiv', 2, 'waits', '.', 0, 'moscow', 1, 'said', 'no', '.', 0]
    >>> found.own.tolist(), found.before.tolist()
    ([[1, 5], [6, 11]], [[1, 1], [1, 5]])
    """
    head = [GAP]
    for words, longest in ((article.speaker, _SPEAKER), (article.title, _TITLE)):
        if words:
            named = registry.find(words)
            pieces, _ = _pieces(words, named, registry, cut, actors)
            head += [*pieces[:longest], GAP]
    spans = sentences(article.text)
    pieces, places = _pieces(text, names, registry, cut, actors)
    starts = np.array([start for start, _ in spans], np.int64)
    number = np.searchsorted(starts, places, "right") - 1
    # each sentence is followed by a gap
    rows = np.arange(pieces.size) + number + len(head)
    whole = np.full(len(head) + pieces.size + len(spans), GAP, np.int64)
    whole[: len(head)] = head
    whole[rows] = pieces
    counts = np.bincount(number, minlength=len(spans))
    ends = len(head) + np.cumsum(counts + 1) - 1
    first = ends - counts
    own = np.stack([first, np.minimum(ends, first + LONGEST)], 1)
    before = np.maximum(np.stack([first - 1 - _BEFORE, first - 1], 1), len(head))
    return Windows(whole, spans, (0, len(head)), own, before)


def _pieces(
    text: str,
    names: Iterable[Mention],
    registry: Registry,
    cut: WordPieces,
    actors: Sequence[str],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Cut a text into word pieces with a marker behind every name; give them and their places."""
    marks = sorted(
        {
            (mention.end, actors.index(bloc) + 1 if bloc in actors else len(actors) + 1)
            for mention in names
            for bloc in registry.blocs(registry.case.actors[mention.actor])
        }
    )
    pieces, starts = cut(text)
    # a marker stands before the first piece that begins where its name has ended
    places = np.array([*starts, *(end - 0.5 for end, _ in marks)], np.float64)
    whole = np.array([*pieces, *(marker for _, marker in marks)], np.int64)
    order = np.argsort(places, kind="stable")
    return whole[order], places[order]
