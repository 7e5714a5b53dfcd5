"""Headings and labels: who a section, a list item or a paragraph is about."""

import re
from collections.abc import Sequence
from itertools import groupby

from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Doc, Token
from stancegraph.layout import Block

__all__ = ["columns", "named_by", "parties", "take_heading", "take_label"]

# Words, at most, of a label that only says where or about whom.
_LABEL = 3
# Marks of emphasis, with which a run-in label begins.
_EMPHASIS = ("*", "_")
# A series has at least two.
_SERIES = 2
# "2. Oz", "II. The Ozian view", "(b) Ev".
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4}|[a-hA-H])[.)]\s+")


def take_heading(text: str, discourse: Discourse) -> None:
    """Take a heading: one that only names actors sets who its section is about."""
    discourse.labelled = None
    discourse.heading = named_by(text, discourse)
    discourse.place = discourse.heading
    _bring_up(discourse.heading, discourse)


def take_label(
    text: str | None, level: int, discourse: Discourse, *, place: str | None = None
) -> None:
    """Take a block's label ("*Oz:* …"), or None where it has none.

    The offices of the `place` that a label names are meant until the next label or heading.
    It holds for the block, and for the list items nested in it, whose `level` is deeper.
    """
    if place is not None:
        named = discourse.registry.named_alone(place) if len(place.split()) <= _LABEL else None
        discourse.place = named
    if text is None and level > discourse.label_level > 0:
        return
    discourse.labelled, discourse.label_level = None, level
    # under "NATO", which takes no part, the parties answer for themselves
    compared = discourse.case.compared
    if text is not None and (discourse.heading is None or discourse.heading.actor not in compared):
        discourse.labelled = named_by(text, discourse)
        _bring_up(discourse.labelled, discourse)


def columns(blocks: Sequence[Block], text: str, discourse: Discourse) -> frozenset[int]:
    r"""Return the starts of the blocks whose run-in labels name the parties one after another.

    Each is then its party's column ("**Oz.** No toll." followed by "**Ev.** A toll of ten."). A
    lone label may be a dateline, and so may a capital's name with a full stop, alone or in a
    series; turns in which a speaker says "we" are of a transcript.

    >>> from stancegraph.extraction.examples import discourse_on
    >>> from stancegraph.layout import blocks
    >>> text = "**Russia.** No toll.\n\n**Ukraine.** A toll of ten.\n\n**Kyiv.** It rained."
    >>> found = blocks(text)
    >>> [b.label for b in found if b.start in columns(found, text, discourse_on(text))]
    ['Russia', 'Ukraine']
    """
    labels = {actor.label for actor in discourse.case.actors.values()}

    def party(block: Block) -> str | None:
        if block.kind not in ("paragraph", "turn") or not block.label:
            return None
        if not text.startswith(_EMPHASIS, block.start):
            return None
        stopped = ":" not in text[block.start : block.label_end]
        if stopped and re.sub(r"^[Tt]he ", "", block.label) not in labels:
            return None
        said = re.findall(r"\w+", text[block.label_end : block.end].lower())
        if not discourse.lexicon.words["first_pronouns"].isdisjoint(said):
            return None
        named = named_by(block.label, discourse)
        return named.actor if named and named.actor in discourse.case.compared else None

    found: set[int] = set()
    named = [(block, party(block)) for block in blocks]
    for labelled, group in groupby(named, key=lambda pair: pair[1] is not None):
        series = list(group)
        if labelled and len({actor for _, actor in series}) >= _SERIES:
            found.update(block.start for block, _ in series)
    return frozenset(found)


def parties(doc: Doc, discourse: Discourse) -> dict[int, tuple[Referent, Sequence[Token]]]:
    """Return whose terms each sentence states, in a paragraph that gives one after another.

    By the sentence's first token: the party, and the words that name it, if this sentence does
    ("Oz: none before the harvest. Ev: at once; in cash."). After a semicolon its terms go on, and
    after a colon if the parser ends a sentence there.

    >>> from stancegraph.extraction.examples import discourse_on
    >>> discourse = discourse_on("Russia: none. Kyiv: at once; in cash. Both agree.")
    >>> found = parties(discourse.doc, discourse)
    >>> [(s[:2].text, found[s.start][0].actor) for s in discourse.doc.sents if s.start in found]
    [('Russia:', 'russia'), ('Kyiv:', 'ukraine'), ('in cash', 'ukraine')]
    """
    if ":" not in doc.text:
        return {}
    found: dict[int, tuple[Referent, Sequence[Token]]] = {}
    last: Referent | None = None
    for sentence in doc.sents:
        label = sentence[: _LABEL + 1]
        colon = next((n for n, token in enumerate(label) if token.text == ":"), 0)
        named = named_by(label[:colon].text, discourse) if colon else None
        if named is not None and named.actor in discourse.case.compared:
            last = named
            found[sentence.start] = (named, list(label[: colon + 1]))
        elif last is not None and doc[sentence.start - 1].text in (";", ":"):
            found[sentence.start] = (last, ())
        else:
            last = None
    return found


def named_by(text: str, discourse: Discourse) -> Referent | None:
    """Return who a heading or label is about, if it does nothing but name an actor.

    It may do so in a question ("What does Oz want?", "And Ev?"), if not one for a yes or no.
    """
    text = _NUMBERED.sub("", text.strip("*#>_ \n"))
    first = re.split(r"[:(–—]| - |, as ", text, maxsplit=1)[0]
    rest = first
    mentions = discourse.registry.find(first)
    for mention in reversed(mentions):
        rest = rest[: mention.start] + rest[mention.end :]
    words = {w.lower() for w in re.findall(r"\w+", rest)}
    known = set(discourse.lexicon.words["heading_words"])
    if "s" in words or any(m.adjective for m in mentions):
        # "Oz's text", "the Ozian draft"; but "the Oz text" may have been written at Oz
        known |= discourse.lexicon.words["text_nouns"]
    if words & discourse.lexicon.words["denying_words"]:
        return None
    if text.endswith("?"):
        known |= discourse.lexicon.words["question_words"]
        if text.split()[0].lower() not in discourse.lexicon.words["topic_questions"]:
            return None
    if mentions and not words - known:
        return discourse.registry.named_alone(first)
    return None


def _bring_up(named: Referent | None, discourse: Discourse) -> None:
    if named is not None:
        # between what was read and what comes
        order = discourse.base + (len(discourse.doc) if discourse.doc is not None else 0)
        discourse.history.insert(named._replace(order=order, subject=True, via="name"))
