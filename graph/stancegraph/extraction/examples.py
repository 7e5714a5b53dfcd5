"""What the examples of these modules share: words of a parsed text, and what is made of them.

Short forms for trying a function out; the engine itself does not use them.
"""

from functools import cache

from stancegraph.case import load_case
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import load_lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.parsing import load_model, parse
from stancegraph.extraction.reference import observe, refer
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.trees import Doc, Token

__all__ = ["discourse_on", "mention_at", "words_in"]


def words_in(text: str | Doc, *words: str) -> list[Token]:
    """Return the tokens of some words of a text, which is parsed first unless it is.

    A word that is named again stands for its next occurrence.

    Raises:
        IndexError: when the text does not have a word.

    >>> words_in("Oz has left.", "left", "Oz")
    [left, Oz]
    """
    doc = next(parse(load_model(), [text])) if isinstance(text, str) else text
    return [
        [token for token in doc if token.text == word][words[:number].count(word)]
        for number, word in enumerate(words)
    ]


def mention_at(word: Token, *others: Token) -> IssueMention:
    """Return a mention of an issue that has the name of a word, by this word and others.

    >>> mention = mention_at(*words_in("Oz wants a toll.", "toll"))
    >>> mention.issue, mention.sign
    ('toll', 1)
    """
    return IssueMention(word.text, 1, word, (word, *others), word.text)


def discourse_on(text: str) -> Discourse:
    """Return the discourse of a text of one block: who of the default case is named in it.

    >>> discourse = discourse_on("Kyiv wants a truce.")
    >>> [referent.actor for referent in discourse.resolve(words_in(discourse.doc, "Kyiv"))]
    ['ukraine']
    """
    discourse = Discourse(_registry(), load_lexicon(), None, refer)
    doc = next(parse(load_model(), [text]))
    discourse.enter(doc)
    for sentence in doc.sents:
        observe(sentence, discourse)
    return discourse


@cache
def _registry() -> Registry:
    return Registry(load_case(), load_lexicon())
