"""Windows: what the second reader takes in of an article, a sentence at a time, in word pieces.

A window has the speaker, the title and the end of what came before, then the sentence itself.
Behind every name of an actor stands a marker of the bloc that it speaks for, so that the reader
need not know who a minister is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tokenizers import Tokenizer

from stancegraph.extraction.registry import Registry
from stancegraph.layout import masked
from stancegraph.model import Article
from stancegraph.sentences import sentences

__all__ = ["Window", "windows"]

# In pieces. Of what came before: one or two sentences; for 19 of 20 coded positions the bloc is
# named in the sentence, in these or in the title.
_BEFORE = 44
_TITLE, _SPEAKER = 16, 10
# A longer sentence is cut.
_LONGEST = 72
# BERT's own: the mark that opens a text, the one that closes a part, and a bar.
_OPENS, _CLOSES, _BAR = 101, 102, 1025


class Window(NamedTuple):
    """A sentence with what leads to it; from piece `begin` on it is the sentence.

    `start` and `end` are its place in the article, in code points, half open.
    """

    start: int
    end: int
    pieces: tuple[int, ...]
    begin: int


def windows(
    article: Article, registry: Registry, tokenizer: Tokenizer, actors: Sequence[str]
) -> list[Window]:
    """Give the window of each of an article's sentences, in order.

    Args:
        article: the article.
        registry: knows the names of actors.
        tokenizer: cuts words into BERT's word pieces.
        actors: the blocs that have markers, in the order of these (pieces 1, 2, …); all
            others share the next one.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> case = load_case()
    >>> tokenizer = Tokenizer.from_file(str(case.second_reader / "tokenizer.json"))
    >>> article = Article(id="note", text="Kyiv waits. Moscow said no.")
    >>> registry = Registry(case, load_lexicon("en"))
    >>> found = windows(article, registry, tokenizer, case.compared)
    >>> [(w.start, w.end, 1 in w.pieces[w.begin :], 2 in w.pieces) for w in found]
    [(0, 11, False, True), (12, 27, True, True)]
    """
    text = masked(article.text)
    spans = sentences(article.text)
    told = [_pieces(text[start:end], registry, tokenizer, actors) for start, end in spans]
    speaker = _pieces(article.speaker or "", registry, tokenizer, actors)[:_SPEAKER]
    title = _pieces(article.title or "", registry, tokenizer, actors)[:_TITLE]
    head = [_OPENS, *speaker, *([_BAR] if speaker else []), *title, _BAR]
    before: list[int] = []
    found = []
    for (start, end), pieces in zip(spans, told, strict=True):
        lead = [*head, *before, _CLOSES]
        found.append(Window(start, end, (*lead, *pieces[:_LONGEST], _CLOSES), len(lead)))
        before = [*before, *pieces][-_BEFORE:]
    return found


def _pieces(
    text: str, registry: Registry, tokenizer: Tokenizer, actors: Sequence[str]
) -> list[int]:
    """Cut a text into word pieces, with a marker behind every actor's name."""
    marks = sorted(
        {
            (mention.end, actors.index(bloc) + 1 if bloc in actors else len(actors) + 1)
            for mention in registry.find(text)
            for bloc in registry.blocs(registry.case.actors[mention.actor])
        }
    )
    encoded = tokenizer.encode(text, add_special_tokens=False)
    pieces: list[int] = []
    done = 0
    for piece, (start, _) in zip(encoded.ids, encoded.offsets, strict=True):
        while done < len(marks) and start >= marks[done][0]:
            pieces.append(marks[done][1])
            done += 1
        pieces.append(piece)
    return pieces + [marker for _, marker in marks[done:]]
