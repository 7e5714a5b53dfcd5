"""What stands between quotation marks, and where it begins and ends.

>>> from stancegraph.extraction.parsing import load_model, parse
>>> [doc] = parse(load_model(), ['"We will not pay the toll," said Oz of the so-called "pact".'])
>>> [doc.text[q.start : q.end] for q in quotations(doc)]
['"We will not pay the toll,"']
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Doc, Token

__all__ = ["Quotation", "enclosing", "gives_excerpts", "is_whole_quotation", "quotations"]

#: Between fewer blanks than these stand scare quotes, which carry no voice of their own.
_FEWEST_BLANKS = 3
#: Paragraphs that are quotations, from which on an article goes through a text.
_EXCERPTS = 3


@dataclass
class Quotation:
    """A quotation, ``text[start:end]`` of a block in code points, marks included; and its source.

    `source` are those who speak it, if that is known.
    """

    start: int
    end: int
    source: tuple[Referent, ...] = ()

    def has(self, token: Token) -> bool:
        """Tell whether a word stands in it."""
        return self.start <= token.idx < self.end


def quotations(doc: Doc) -> list[Quotation]:
    """Pair the double quotation marks of a block; an unclosed one runs to its end.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ['"We will not pay," said Oz of the so-called "pact".'])
    >>> [(quotation.start, quotation.end) for quotation in quotations(doc)]
    [(0, 18)]
    """
    text = doc.text
    if '"' not in text:
        return []
    found: list[Quotation] = []
    opened: int | None = None
    for match in re.finditer('"', text):
        if opened is None:
            opened = match.start()
        else:
            found.append(Quotation(opened, match.end()))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, len(text)))
    return [q for q in found if _speaks(text[q.start : q.end])]


def is_whole_quotation(text: str) -> bool:
    """Tell whether a paragraph is one quotation and nothing else.

    >>> is_whole_quotation('"We will not pay."'), is_whole_quotation('"No," said Oz.')
    (True, False)
    """
    plain = text.strip()
    return plain.count('"') == 2 and plain[0] == plain[-1] == '"' and _speaks(plain)


def gives_excerpts(paragraphs: Iterable[str]) -> bool:
    """Tell whether an article goes through a text passage by passage, with notes between.

    >>> gives_excerpts(['"We will pay."', "They will not.", '"We shall."', '"So be it."'])
    True
    """
    return sum(map(is_whole_quotation, paragraphs)) >= _EXCERPTS


def _speaks(quoted: str) -> bool:
    """Tell whether what stands between marks is somebody's words, not a word in scare quotes."""
    whole = quoted[1:2].isupper() and quoted[-2:-1] in (".", "!", "?")
    return quoted.count(" ") >= (1 if whole else _FEWEST_BLANKS)


def enclosing(token: Token, quoted: Iterable[Quotation]) -> Quotation | None:
    """Return the quotation that a word stands in, if in one.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ['"We will never pay this toll," said Oz.'])
    >>> [enclosing(token, quotations(doc)) is not None for token in (doc[1], doc[-2])]
    [True, False]
    """
    return next((quotation for quotation in quoted if quotation.has(token)), None)
