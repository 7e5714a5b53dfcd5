"""Short answers to a topic: of a list's owner, of a party in a list, of who is asked about.

"Tolls: none." in a list of what Oz wants; "Oz: never." under the heading "Tolls"; "No." under
"Would Oz pay a toll?". The topic by itself is no wish: what the short words after it come to
decides.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stancegraph.case import Case
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.trees import Span, Token
from stancegraph.layout import Block

__all__ = ["Reply", "limited", "reply_to_topic", "topic_before", "topic_of"]

#: A topic is a noun with what qualifies it; longer labels are terms of their own.
_LONGEST_TOPIC = 3
#: The longest answer of the lexicon ("as soon as possible") has four words.
_LONGEST_OPENING = 4


class Reply(NamedTuple):
    """What is said to a topic: yes (+1) or no (−1), and on what a yes depends, if on anything."""

    sign: int
    condition: Span | None = None


def topic_before(sentence: Span, block: Block, base: int) -> Sequence[Token]:
    """Return the words by which a list item names its topic, in the sentence that has them.

    They stand in the item's run-in label, or before the colon of its first sentence;
    `base` is where the block's parsed text begins in the article. Empty where there are none,
    or where they say more than a topic does ("A full truce:", "Release of the ships.").

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Tolls: none. Ships: the Evians would have to sell them."])
    >>> item = Block(0, len(doc.text), "bullet", None, 0, 1)
    >>> [[t.text for t in topic_before(s, item, 0)] for s in doc.sents]
    [['Tolls', ':'], []]
    """
    if block.kind != "bullet":
        return []
    end = block.label_end - base
    if block.label and end > 0:
        named = [t for t in sentence if t.idx < end]
    elif sentence.start == 0:
        colon = next((n for n, t in enumerate(sentence) if t.text == ":"), None)
        named = [] if colon is None else list(sentence[: colon + 1])
    else:
        named = []
    words = [t for t in named if not t.is_punct and not t.is_space]
    plain = all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in words)
    return named if words and len(words) <= _LONGEST_TOPIC and plain else []


def topic_of(words: Sequence[Token], case: Case, lexicon: Lexicon) -> IssueMention | None:
    """Return the issue that a heading or a label names by one of its topics, and nothing else.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> docs = parse(load_model(), ["NATO:", "And the elections?", "NATO and the elections"])
    >>> found = [topic_of(list(doc), load_case(), load_lexicon()) for doc in docs]
    >>> [mention.issue if mention else None for mention in found]
    ['nato-membership', 'elections-in-ukraine', None]
    """
    named = [t for t in words if not t.is_punct and not t.is_space]
    if words and words[-1].text == "?":
        openings = lexicon.words["topic_questions"] | lexicon.words["question_words"]
        while len(named) > 1 and named[0].lower_ in openings:
            named = named[1:]
    if not named:
        return None
    text = words[0].doc.text[named[0].idx : named[-1].idx + len(named[-1])]
    issue = case.issue_named(text)
    return IssueMention(issue, 1, named[-1], tuple(named), "topic") if issue else None


def reply_to_topic(words: Sequence[Token], lexicon: Lexicon) -> Reply | None:
    """Read what is said to a topic just named; None where it is no mere yes or no.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> texts = ["Never.", "No, unless Oz pays.", "Not before the harvest.", "No more than ten."]
    >>> replies = [reply_to_topic(list(d), load_lexicon()) for d in parse(load_model(), texts)]
    >>> [reply and (reply.sign, reply.condition) for reply in replies]
    [(-1, None), (1, Oz pays), (1, the harvest), None]
    """
    said = [t for t in words if not t.is_space and not t.is_quote and t.text != "*"]
    while said and said[-1].is_punct:
        said.pop()
    if not said:
        return None
    known = lexicon.words
    low = [t.lower_ for t in said]
    if low[0] in ("only", "not"):
        return limited(said, lexicon)
    if low[0] in known["condition_openings"]:
        # "After a truce"; but "After Id, never"
        plain = not any(t.is_punct for t in said)
        condition = _rest(said[1:]) if plain else None
        return Reply(1, condition) if condition is not None else None
    if _put_at(said, lexicon):
        return Reply(1)
    if low[0] in known["topic_timings"]:
        timed = any(t.pos_ == "NUM" or t.lower_ in known["timing_nouns"] for t in said[1:4])
        return Reply(1) if timed else None
    for n in range(min(_LONGEST_OPENING, len(low)), 0, -1):
        opening = " ".join(low[:n])
        goes_on = len(low) > n and not said[n].is_punct and low[n] != "and"
        ends = not goes_on or low[n] in known["reply_conditions"]
        quantifies = opening in known["topic_quantifiers"] and not ends
        if quantifies and (low[n] == "of" or said[n].pos_ in ("VERB", "AUX")):
            return None  # "None of it is settled."
        condition = None if quantifies else _condition(said[n:], lexicon)
        if opening in known["no_answers"] | known["topic_refusals"] and (ends or quantifies):
            return Reply(-1) if condition is None else Reply(1, condition)
        if opening in known["yes_answers"] | known["topic_consents"] and ends:
            return Reply(1, condition)
    return None


def _put_at(said: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether an answer puts a thing at a time ("Ninety days after signature")."""
    known = lexicon.words
    after = next((n for n, t in enumerate(said) if t.lower_ in known["topic_points"]), 0)
    return after > 0 and (
        said[after - 1].lower_ in known["timing_nouns"]
        and any(t.dep_ == "nummod" or t.tag_ in ("CD", "DT") for t in said[: after - 1])
        and all(t.pos_ in ("NUM", "DET", "ADV", "ADJ", "SCONJ") for t in said[: after - 1])
    )


def limited(said: Sequence[Token], lexicon: Lexicon) -> Reply | None:
    """Read what begins with a limit ("Only after the harvest", "Not without Ev", "Not one").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["A toll only if Ev pays."])
    >>> limited(doc[2:], load_lexicon())
    Reply(sign=1, condition=Ev pays)
    """
    known = lexicon.words
    low = [t.lower_ for t in said]
    marks = known["reply_limits"] if low[0] == "not" else known["reply_marks"]
    if low[1:2] and low[1] in marks:
        # "at the end" says when, "if Oz pays" on what condition
        first = 2 if low[1] in known["reply_limits"] | known["reply_conditions"] else 1
        condition = _rest(said[first:])
        return Reply(1, condition) if condition is not None else None
    whole = f"{' '.join(low)} "
    refusals = (known["no_answers"] | known["topic_refusals"]) - known["reply_delays"]
    return Reply(-1) if any(whole.startswith(f"{refusal} ") for refusal in refusals) else None


def _condition(rest: Sequence[Token], lexicon: Lexicon) -> Span | None:
    """Return what an answer depends on, if the words after it open with that ("no, unless …")."""
    known = lexicon.words
    after = [t for t in rest if not t.is_punct]
    while after and after[0].lower_ in ("but", "and", "though"):
        after = after[1:]
    if len(after) > 1 and after[0].lower_ == "only" and after[1].lower_ in known["reply_marks"]:
        after = after[1:]
        if after[0].lower_ not in known["reply_conditions"]:
            return _rest(after)
    if len(after) < 2 or after[0].lower_ not in known["reply_conditions"]:
        return None
    # "once and for all"
    return None if after[1].pos_ == "CCONJ" else _rest(after[1:])


def _rest(words: Sequence[Token]) -> Span | None:
    """Return some words to the end of their clause."""
    stop = next((n for n, t in enumerate(words) if t.text in (";", ".", "!")), len(words))
    return words[0].doc[words[0].i : words[stop - 1].i + 1] if words[:stop] else None
