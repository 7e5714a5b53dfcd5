"""What stands behind "let alone": another item of the same list, which the parser cannot tell."""

from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Span, Token

__all__ = ["lesser_items"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def lesser_items(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Coordinate what stands behind "let alone" with what stands before it.

    To the parser "let" is a verb, with the one for its subject and the other for its object. What
    is changed is given by place: the word's new governor, and how it hangs from it.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Tolls, let alone levies, are unacceptable."])
    >>> levies = next(t for t in doc if t.text == "levies")
    >>> lesser_items(next(iter(doc.sents)), load_lexicon())[levies.i] == (doc[0].i, "conj")
    True
    """
    changed: dict[int, tuple[int, str]] = {}
    openings = {phrase.partition(" ")[0] for phrase in lexicon.words["lesser_phrases"]}
    tokens = sentence.doc.tokens
    for start in range(sentence.start + 1, sentence.end - 2):
        # so few words open such a phrase that the rest need not be looked at
        if tokens[start].lower_ not in openings:
            continue
        end = _behind_mark(sentence, start, lexicon)
        if end is not None:
            changed |= _coordinated(sentence, start, end)
    return changed


def _behind_mark(sentence: Span, start: int, lexicon: Lexicon) -> int | None:
    """Return the place behind "let alone" and the like, if such words begin at a place."""
    for length in (2, 3):
        phrase = " ".join(t.lower_ for t in sentence.doc[start : start + length])
        if phrase in lexicon.words["lesser_phrases"] and start + length < sentence.end:
            return start + length
    return None


def _coordinated(sentence: Span, start: int, end: int) -> dict[int, tuple[int, str]]:
    """Coordinate the phrases on either side of a mark, unless they are of different kinds."""
    doc = sentence.doc
    mark = range(start, end)
    item, before = doc[end], doc[start - 1]
    while item.head.i >= end and item.head.i != item.i:
        item = item.head
    if before.text == "," and start - 2 >= sentence.start:
        before = doc[start - 2]
    first = before
    while (
        first.head.i < start and first.head.i != first.i and first.head.pos_ in (*_NOMINAL, "ADP")
    ):
        first = first.head
    if item.pos_ == "ADP":
        # "not to a toll, still less to a levy"
        same = [t for t in before.ancestors if t.lower_ == item.lower_ and t.i < start]
        return {item.i: (same[0].head.i, "prep")} if same else {}
    if item.pos_ not in _NOMINAL or first.pos_ not in _NOMINAL:
        return {}
    # "never" and "not" are of the mark: hung from the item itself, they would deny it
    changed = dict.fromkeys(mark[:-1], (mark[-1], "dep")) | {mark[-1]: (item.i, "cc")}
    changed[item.i] = first.i, "conj"
    taken = next((doc[i] for i in mark if doc[i].head.i not in mark or doc[i].head.i == i), None)
    if taken is None:
        return {}
    return changed | _handed_on(taken, item, first, mark)


def _handed_on(taken: Token, item: Token, first: Token, mark: range) -> dict[int, tuple[int, str]]:
    """Give what the parser has hung from the mark to the verb behind it, or to the first item."""
    changed: dict[int, tuple[int, str]] = {}
    rest = [c for c in taken.children if c.i not in mark and c.i != item.i]
    behind = [t for t in (*rest, taken.head) if t.pos_ in ("VERB", "AUX") and t.i > item.i]
    verb = behind[0] if behind else None
    if verb is None and first in rest:
        return {}
    if verb is not None and verb in rest:
        changed[verb.i] = (verb.i if taken.head.i == taken.i else taken.head.i), taken.dep_
    for word in rest:
        if verb is not None and word.i == first.i:
            changed[word.i] = verb.i, "nsubjpass" if children(verb, "auxpass") else "nsubj"
        elif verb is None or word.i != verb.i:
            changed[word.i] = (first if verb is None else verb).i, word.dep_
    return changed
