"""Words that take up what was just said: ", which Oz rejects", ", a step that Oz welcomed"."""

from typing import Literal

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Idioms, Lexicon
from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Span, Token

__all__ = ["asides", "takes_up"]

#: Marks before what is added to a sentence.
_PAUSES = frozenset({",", "-", "–", "—"})


def takes_up(noun: Token, lexicon: Lexicon) -> Literal["stance", "matter", "either"] | None:
    """Tell whether a noun set off by a comma or a dash takes up what was said before it.

    "…, a position that Oz rejects" is the stance that was told, "…, an idea that Oz rejects" the
    matter that it is about, "…, a step that Oz rejects" the one or the other.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Oz will pay, a position that Ev rejects. Ev will leave, an idea that Oz rejects."
    >>> [takes_up(noun, load_lexicon()) for noun in words_in(text, "position", "idea")]
    ['stance', 'matter']
    """
    low = lemma(noun.text)
    words = lexicon.words
    if low in words["stance_taking_nouns"]:
        kind: Literal["stance", "matter", "either"] = "stance"
    elif low in words["matter_taking_nouns"]:
        kind = "matter"
    elif low in words["either_taking_nouns"]:
        kind = "either"
    else:
        return None
    opening = next(t for t in noun.subtree if t.i <= noun.i and not t.is_punct)
    if opening.i == noun.sent.start:
        return None
    joined = noun.dep_ == "conj" and opening.nbor(-1).lower_ in ("and", "but")
    if joined and takes_up(noun.head, lexicon) is None:
        return None
    if not joined and opening.nbor(-1).text not in (",", "-", "–", "—", "--"):
        return None
    if noun.dep_ in ("nsubj", "nsubjpass", "pobj", "compound", "poss"):
        return None
    determiners = {c.lower_ for c in children(noun, "det", "poss", "nummod")}
    indefinite = determiners <= {"a", "an", "another", "one", "both", "all", "two", "three"}
    single = noun.tag_ == "NN" and noun.lower_ != "something"
    return kind if indefinite and bool(determiners) >= single else None


def asides(sentence: Span, lexicon: Lexicon, idioms: Idioms) -> list[tuple[int, Token]]:
    """Return where judgements on what a sentence has just said begin, and their main words.

    They are the "which" of ", which Oz rejects" and the noun of ", a step that Oz welcomed"
    or ", a red line for Oz"; `walk_aside` reads them.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Oz will pay, which Ev welcomed."])
    >>> asides(doc.sents[0], load_lexicon(), {})
    [(4, which)]
    """
    doc = sentence.doc
    found: dict[int, Token] = {}
    for token in sentence:
        if token.tag_ == "WDT" and token.lower_ == "which":
            first = token.i
        elif opening := _summing(token, lexicon, idioms):
            first = opening.i
        else:
            continue
        if first > sentence.start and doc[first - 1].text in _PAUSES:
            found[first] = token  # of an idiom the last word, from which the rest hangs
    return list(found.items())


def _summing(noun: Token, lexicon: Lexicon, idioms: Idioms) -> Token | None:
    """Return the first word of a phrase for all that was just said ("a step", "something")."""
    if noun.lower_ == "something":
        return noun
    idiom = idioms.get(noun.i)
    if idiom is not None and idiom.kind == "evaluate":
        # "a non-starter": the parser takes it for several words
        first = noun
        while first.i > noun.sent.start and (
            idioms.get(first.i - 1) is idiom or first.nbor(-1).text in ("-", '"')
        ):
            first = first.nbor(-1)
        article = first.nbor(-1) if first.i > noun.sent.start else first
        return article if article.lower_ in ("a", "an") else None
    if noun.pos_ != "NOUN" or not any(
        c.lower_ in ("a", "an", "another") for c in children(noun, "det")
    ):
        return None
    judging = any(p.kind == "evaluate" for p in lexicon.readings("n", lemma(noun.text)))
    return noun.left_edge if judging else None
