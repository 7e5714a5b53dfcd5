"""Remarks put into a sentence that only say who said it (", Oz told the press,")."""

from itertools import pairwise

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import LONGEST_REMARK, children
from stancegraph.extraction.readings import is_report
from stancegraph.extraction.trees import Span, Token

__all__ = ["closing_remark", "is_grumbled", "remark_in"]

# Of words put in after a copula ("is, for the time being, out of the question").
_LONGEST_INTERJECTION = 6


def remark_in(sentence: Span, lexicon: Lexicon) -> frozenset[int]:
    """Return the tokens of a remark put into a sentence (", Oz told the press,"), with its commas.

    What stands on either side of it belongs together.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["A toll, Oz told the press, would be wrong."])
    >>> sorted(remark_in(doc.sents[0], load_lexicon()))
    [2, 3, 4, 5, 6, 7]
    """
    commas = [t.i for t in sentence if t.text == ","]
    doc = sentence.doc
    found: set[int] = set()
    for first, last in pairwise(commas):
        between = doc[first + 1 : last]
        if _is_interjected(doc[first - 1], between, lexicon):
            found |= set(range(first, last + 1))
            continue
        # a remark is short, and longer ones say more than who said it to whom
        if not 2 <= len(between) <= LONGEST_REMARK or first == sentence.start:
            continue
        verbs = [t for t in between if t.tag_ in ("VBD", "VBZ", "VBP")]
        if len(verbs) != 1 or not is_report(verbs[0], lexicon):
            continue
        doers = [c for c in children(verbs[0], "nsubj") if first < c.i < last]
        # "said Oz": there the parser may take the name for the subject of what follows
        inverted = verbs[0].i == first + 1 and doc[first + 2].pos_ in ("PROPN", "PRON", "DET")
        inverted = inverted and not children(verbs[0], "dobj", "ccomp", "xcomp")
        hangs = verbs[0].dep_ in ("relcl", "conj", "advcl") or (
            between[0].tag_ in ("WDT", "WP", "WRB", "IN", "TO", "CC")
        )
        if (doers or inverted) and not hangs:
            found |= set(range(first, last + 1))
    return frozenset(found)


def _is_interjected(before: Token, between: Span, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is put in between a copula and what it says ("is, for now, out")."""
    finite = ("VB", "VBD", "VBP", "VBZ", "MD")
    if before.tag_ not in finite or lemma(before.text) not in lexicon.words["copulas"]:
        return False
    if not 1 <= len(between) <= _LONGEST_INTERJECTION or any(t.tag_ in finite for t in between):
        return False
    return between[0].pos_ in ("ADP", "ADV", "SCONJ")


def closing_remark(sentence: Span, lexicon: Lexicon) -> int:
    """Return where a remark at a sentence's end begins (", Oz told the press."), else its end.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["A toll would be wrong, Oz told the press."])
    >>> doc[closing_remark(doc.sents[0], load_lexicon()) :].text
    ', Oz told the press.'
    """
    doc = sentence.doc
    end = sentence.end
    while end > sentence.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    for place in range(end - 1, max(sentence.start, end - LONGEST_REMARK - 1), -1):
        if doc[place].text == ",":
            verbs = [t for t in doc[place + 1 : end] if t.tag_ in ("VBD", "VBZ", "VBP")]
            if len(verbs) == 1 and is_report(verbs[0], lexicon):
                doers = [c.i for c in children(verbs[0], "nsubj")]
                inverted = verbs[0].i == place + 1
                if inverted or any(place < i < end for i in doers):
                    return place
            break
    return sentence.end


def is_grumbled(clause: Token, verb: Token) -> bool:
    """Tell whether a verb at the end of a sentence only says how it was said ("…, Oz scoffed").

    >>> from stancegraph.extraction.examples import words_in
    >>> wrong, scoffed = words_in("The toll is theft, Oz scoffed.", "is", "scoffed")
    >>> is_grumbled(wrong, scoffed)
    True
    """
    doers = children(verb, "nsubj")
    if verb.tag_ not in ("VBD", "VBZ") or not doers or children(verb, "dobj", "aux", "neg"):
        return False
    first = min(doers[0].left_edge.i, verb.i)
    return clause.right_edge.i < first and verb.doc[first - 1].text == ","
