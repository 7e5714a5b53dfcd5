"""Sentences that only answer the one before: "Oz does not", "So does Ev", "Id is against".

They name no issue. What they are about is the matter that the sentence before
raised, as a wish or as a question. What they say of it is either the same as,
or the contrary of, what was said there (`basis` "view"), or a yes or no to the
matter itself (`basis` "matter").
"""

from dataclasses import dataclass
from typing import Literal

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.frames import negated
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Span, Token

__all__ = ["Echo", "echo_of", "is_yes_or_no_question"]

# More words than this say something of their own.
_LONGEST_ECHO = 14


@dataclass(frozen=True, slots=True)
class Echo:
    """An answer: by whom (nobody named: whoever speaks), and yes (+1), no (−1) or neither (0)."""

    holders: tuple[Token, ...]
    sign: int
    basis: Literal["view", "matter"]
    #: A bare "yes" or "would" answers a question only.
    question_only: bool = False


def is_yes_or_no_question(sentence: Span) -> bool:
    """Tell whether a question can be answered by yes or no, without a negation of its own."""
    words = [t for t in sentence if not t.is_punct and not t.is_space]
    if not words or any(t.dep_ == "neg" for t in words):
        return False
    if [t.lower_ for t in words[:2]] in (["what", "about"], ["how", "about"]):
        return True
    return words[0].pos_ == "AUX" or words[0].tag_ == "MD"


def echo_of(sentence: Span, lexicon: Lexicon) -> Echo | None:
    """Read a sentence that answers the one before; None where it says something of its own."""
    if len(sentence) > _LONGEST_ECHO:
        return None
    root = sentence.root
    words = lexicon.words
    answer = _particle(sentence, lexicon)
    if answer:
        return Echo((), answer, "matter", question_only=True)
    first = next((t.lower_ for t in sentence if not t.is_punct), "")
    if root.pos_ == "PROPN" and children(root, "aux") and first in words["likewise_openings"]:
        return Echo((root,), 1, "view")  # "So does Oz", the auxiliary taken for the name's
    if root.pos_ not in ("VERB", "AUX"):
        return None
    holders = tuple(children(root, "nsubj"))
    said = [c.lower_ for c in children(root, "intj", "attr", "dobj")]
    if lemma(root.text) in words["answering_report_verbs"] and holders:
        for word, sign in (("yes", 1), ("no", -1)):
            if word in said and not negated(root, lexicon):
                return Echo(holders, sign, "matter")
    if opening := _not_if(root):
        return Echo(opening, -1, "matter")
    if not holders:
        return _inverted(sentence, root, lexicon)
    turned = -1 if negated(root, lexicon) else 1
    objects = children(root, "dobj", "ccomp", "xcomp", "acomp", "attr", "prep")
    modal = bool(children(root, "aux"))
    if root.lower_ in words["bare_auxiliaries"] and not objects and not modal:
        if root.i < holders[0].i:
            return _inverted(sentence, root, lexicon)
        also = {c.lower_ for c in children(root, "advmod")} & words["also"]
        return Echo(holders, turned, "view", question_only=not also and turned > 0)
    if modal and root.tag_ == "VB":
        return None  # "would refuse": in some case only
    verb = lemma(root.text)
    rest = [c for c in objects if not _empty(c)]
    if verb == "follow" and [c.lower_ for c in children(root, "dobj")] == ["suit"]:
        return Echo(holders, turned, "view")
    if verb in words["agreeing_verbs"] and not children(root, "ccomp", "xcomp", "dobj"):
        return Echo(holders, turned, "view") if _plain(rest) else None
    if verb in words["disagreeing_verbs"] and not rest:
        return Echo(holders, -turned, "view")
    if verb in words["consenting_verbs"] and not rest:
        return Echo(holders, turned, "matter")
    if verb in words["refusing_verbs"] and not rest:
        return Echo(holders, -turned, "matter")
    for noun in children(root, "dobj"):
        same = {c.lower_ for c in noun.children} & words["same"]
        if same and lemma(noun.text) in words["view_nouns"]:
            return Echo(holders, turned, "view")
    if verb in words["copulas"]:
        return _adjective(holders, root, turned, lexicon)
    return None


def _particle(sentence: Span, lexicon: Lexicon) -> int:
    """Return the sign of "No.", "Of course not.", "So no, not on the ground.", else 0."""
    words = lexicon.words
    content = [t.lower_ for t in sentence if not t.is_punct and not t.is_space]
    while content and content[0] in words["answer_openings"]:
        content = content[1:]
    phrase = " ".join(content)
    if phrase in words["yes_answers"]:
        return 1
    if phrase in words["no_answers"]:
        return -1
    opening = phrase.split(" not ")[0] if " not " in phrase else ""
    return -1 if opening == "no" and len(content) <= 6 else 0


def _not_if(root: Token) -> tuple[Token, ...]:
    """Return who will see to it that it does not happen: "Not if Oz can help it"."""
    opening = root.sent[0]
    marks = [c.lower_ for c in children(root, "mark")]
    if opening.lower_ == "not" and "if" in marks and root.lower_ == "help":
        return tuple(children(root, "nsubj"))
    return ()


def _inverted(sentence: Span, root: Token, lexicon: Lexicon) -> Echo | None:
    """Read "So does Oz", "Nor did Ev", "Neither will Id"."""
    opening = [t for t in sentence if not t.is_punct][:1]
    if (
        not opening
        or opening[0].lower_ not in lexicon.words["likewise_openings"]
        or root.i > sentence.start + 2
    ):
        return None
    if root.tag_ not in ("VBZ", "VBP", "VBD", "MD"):
        return None
    after = [c for c in children(root, "nsubj", "dobj", "attr", "npadvmod") if c.i > root.i]
    plain = not any(
        c.i > root.i for c in children(root, "ccomp", "xcomp", "acomp", "prep", "advcl")
    )
    if len(after) != 1 or not plain:
        return None
    return Echo(tuple(after), 1, "view")


def _adjective(
    holders: tuple[Token, ...], copula: Token, turned: int, lexicon: Lexicon
) -> Echo | None:
    """Read "Oz is opposed", "Ev has been more cautious", "Id is in favour"."""
    if children(copula, "ccomp", "xcomp", "attr", "advcl"):
        return None
    for adjective in children(copula, "acomp"):
        if children(adjective, "prep", "xcomp", "ccomp", "advcl"):
            return None
        less = any(c.lower_ == "less" for c in children(adjective, "advmod"))
        word = adjective.lower_
        if word in lexicon.words["wavering_adjectives"]:
            return Echo(holders, 0, "matter") if turned > 0 else None
        if word in lexicon.words["favouring_adjectives"]:
            if less:
                return Echo(holders, 0, "matter")
            return Echo(holders, turned, "matter")
        if word in lexicon.words["opposing_adjectives"] and turned > 0 and not less:
            return Echo(holders, -1, "matter")
        return None
    for preposition in children(copula, "prep"):
        nouns = children(preposition, "pobj")
        if preposition.lower_ == "in" and [n.lower_ for n in nouns] in (["favour"], ["favor"]):
            if not children(nouns[0], "prep"):
                return Echo(holders, turned, "matter")
        if preposition.lower_ == "against" and not nouns:
            return Echo(holders, -turned, "matter")
    return None


def _empty(token: Token) -> bool:
    """Tell whether a complement says only where, when or how ("refused on Monday")."""
    if token.dep_ != "prep":
        return False
    nouns = children(token, "pobj")
    return all(n.pos_ in ("PROPN", "NUM") for n in nouns) or (
        token.lower_ in ("in", "on", "at", "after", "during", "within")
    )


def _plain(rest: list[Token]) -> bool:
    return all(c.dep_ == "prep" and c.lower_ in ("with", "in") for c in rest)
