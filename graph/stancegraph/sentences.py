"""Where the sentences of a text are, told without a language model."""

import re

__all__ = ["sentences"]

#: Words whose full stop ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Sen|Rep|Gov|Pres|St|No|Jr|Sr|vs"
    r"|approx|e\.g|i\.e|etc|a\.m|p\.m)|\b(?:[A-Z]\.)*[A-Z])\.$"
)
_CLOSERS = "\"'”’»)]*_"
_END = re.compile(
    # A blank line, a line break before a list mark or heading, or one after closing punctuation …
    r"\n\s*\n|\n(?=\s*(?:[-*•#>]|\d+[.)])\s)|(?<=[.!?:;…" + re.escape(_CLOSERS) + r"])\n"
    # … or closing punctuation before a space and what can open a sentence.
    r"|[.!?…]+[" + re.escape(_CLOSERS) + r"]*[^\S\n]+(?=[\"'“‘«(\[*_—–-]*[^\W_a-z])"
)


def sentences(text: str) -> list[tuple[int, int]]:
    r"""Split a text into sentences, as half-open spans of code points without outer spaces.

    A plain splitter that needs no language model, so that scores depend on
    nothing but the texts: a sentence ends at ``. ! ? …`` before a capital, a
    digit or a quotation mark, at a blank line and at the end of a list item;
    titles ("Mr.") and initials ("U.S.") do not end it.

    >>> text = "Mr. Low said no. The U.S. Senate\nvoted yes.\n\nDone"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Low said no.', 'The U.S. Senate\nvoted yes.', 'Done']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        closing = match.group().rstrip()
        cut = match.start() + len(closing)
        if closing == "." and _ABBREVIATION.search(text, max(start, cut - 12), cut):
            continue
        _append_trimmed(spans, text, start, cut)
        start = cut
    _append_trimmed(spans, text, start, len(text))
    return spans


def _append_trimmed(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if trimmed := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(trimmed)))
