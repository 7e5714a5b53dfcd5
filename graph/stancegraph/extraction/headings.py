"""Headings and labels: who a section, a list item or a paragraph is about."""

import re
from dataclasses import replace

from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.referents import Referent

__all__ = ["named_by", "take_heading", "take_label"]

# Words, at most, of a label that only says where or about whom.
_LABEL = 3
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
        discourse.history.insert(replace(named, order=order, subject=True, via="name"))
