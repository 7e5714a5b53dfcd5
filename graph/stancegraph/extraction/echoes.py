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

__all__ = ["Echo", "answer_in", "echo_of", "is_yes_or_no_question"]

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
    if lemma(root.text) in words["answering_report_verbs"] and holders:
        answer = _answer(list(sentence), root, holders, lexicon)
        if answer:
            return Echo(holders, answer, "matter")
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
    rest = [c for c in objects if not _empty(c, lexicon)]
    if verb == "follow" and [c.lower_ for c in children(root, "dobj")] == ["suit"]:
        return Echo(holders, turned, "view")
    if verb in words["agreeing_verbs"] and not children(root, "ccomp", "xcomp", "dobj"):
        return Echo(holders, turned, "view") if _plain(rest, lexicon) else None
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
        if {c.lower_ for c in noun.children} & words["contrary_adjectives"]:
            if lemma(noun.text) in words["view_nouns"] and verb in words["viewing_verbs"]:
                return Echo(holders, -turned, "view")
        answer = _none_of_it(noun, lexicon)
        if answer and verb in words["viewing_verbs"]:
            return Echo(holders, answer, "matter")
    if (
        verb in words["viewing_verbs"]
        and {c.lower_ for c in children(root, "advmod")} & (words["contrary_adverbs"])
    ):
        return Echo(holders, -turned, "view")
    if verb in words["copulas"]:
        return _adjective(holders, root, turned, lexicon)
    return None


def _none_of_it(noun: Token, lexicon: Lexicon) -> int:
    """Return the sign of "no objection" (+1) and of "no inclination to oblige" (−1), else 0."""
    words = lexicon.words
    if not any(c.lower_ == "no" for c in children(noun, "det")) or children(noun, "prep"):
        return 0
    if lemma(noun.text) in words["objecting_nouns"]:
        return 0 if children(noun, "acl", "relcl") else 1
    consents = [
        c
        for c in children(noun, "acl")
        if lemma(c.text) in words["consenting_verbs"] and not children(c, "dobj", "prep")
    ]
    return -1 if consents else 0


def answer_in(sentence: Span, lexicon: Lexicon) -> tuple[Token, Echo] | None:
    """Read a sentence that tells a question and the answer ("Asked whether …, Oz said no").

    Returns the clause that was asked about, and the answer to it.
    """
    words = lexicon.words
    for asking in sentence:
        if lemma(asking.text) not in words["asking_verbs"] or asking.tag_ not in ("VBN", "VBD"):
            continue
        # "Oz, asked whether …, said no": taken for who asks
        topics = [c for c in children(asking, "nsubj", "nsubjpass") if c.nbor().text == ","]
        for clause in children(asking, "ccomp", "advcl"):
            marks = {c.lower_ for c in children(clause, "mark")}
            last = clause.right_edge.i
            if clause.i < asking.i or not marks & {"whether", "if"}:
                continue
            after = [t for t in sentence if t.i > last]
            if not after or after[0].text != ",":
                continue
            for verb in after:
                if lemma(verb.text) in words["answering_report_verbs"] and verb.pos_ == "VERB":
                    holders = tuple(children(verb, "nsubj") or topics)
                    sign = _answer(after, verb, holders, lexicon)
                    return (clause, Echo(holders, sign, "matter")) if sign and holders else None
    return None


def _answer(tokens: list[Token], verb: Token, holders: tuple[Token, ...], lexicon: Lexicon) -> int:
    """Return the sign of the answer that a verb of saying gives ("said he would not"), else 0."""
    doers = {t.i for holder in holders for t in holder.subtree}
    rest = [t for t in tokens if t.i not in doers and t.i != verb.i]
    sign = _whole(rest, lexicon)
    if sign:
        return 0 if negated(verb, lexicon, {t.i for t in rest if t.i > verb.i}) else sign
    words = [t.lower_ for t in rest if not t.is_punct and t.lower_ != "that"]
    pronouns = lexicon.words["answering_pronouns"]
    if len(words) in (2, 3) and words[0] in pronouns and rest[-1].i > verb.i:
        if words[1] in lexicon.words["bare_auxiliaries"]:
            denial = words[2:]
            if not denial:
                return 1
            return -1 if denial[0] in lexicon.words["negators"] else 0
    return 0


def _particle(sentence: Span, lexicon: Lexicon) -> int:
    """Return the sign of "No.", "Of course not.", "So no, not on the ground.", else 0."""
    return _whole(list(sentence), lexicon)


def _whole(tokens: list[Token], lexicon: Lexicon) -> int:
    """Return the sign of words that are a yes or no and nothing else, else 0."""
    words = lexicon.words
    content = [t.lower_ for t in tokens if not t.is_punct and not t.is_space]
    whole = words["yes_answers"] | words["no_answers"]
    while content and " ".join(content) not in whole and content[0] in words["answer_openings"]:
        content = content[1:]
    phrase = " ".join(content)
    if phrase in whole:
        return 1 if phrase in words["yes_answers"] else -1
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
        less = any(
            c.lower_ in lexicon.words["lessening_adverbs"] for c in children(adjective, "advmod")
        )
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
        side = " ".join([preposition.lower_, *(n.lower_ for n in nouns)])
        if side in lexicon.words["favouring_phrases"] and not children(nouns[0], "prep"):
            return Echo(holders, turned, "matter")
        if preposition.lower_ in lexicon.words["opposing_prepositions"] and not nouns:
            return Echo(holders, -turned, "matter")
    return None


def _empty(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a complement says only where, when or how ("refused on Monday")."""
    if token.dep_ != "prep":
        return False
    nouns = children(token, "pobj")
    return all(n.pos_ in ("PROPN", "NUM") for n in nouns) or (
        token.lower_ in lexicon.words["setting_prepositions"]
    )


def _plain(rest: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether one agrees with somebody, or with "that", not "with this price"."""
    allowed = lexicon.words["concurring_prepositions"]
    return all(
        c.dep_ == "prep"
        and c.lower_ in allowed
        and not any(
            n.pos_ == "NOUN" and {d.lower_ for d in children(n, "det")} & {"this", "these"}
            for n in children(c, "pobj")
        )
        for c in rest
    )
