"""Sentences that only answer the one before: "Oz does not", "So does Ev", "Id is against".

They name no issue. What they are about is the matter that the sentence before
raised, as a wish or as a question. What they say of it is either the same as,
or the contrary of, what was said there (`basis` "view"), or a yes or no to the
matter itself (`basis` "matter").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stancegraph.extraction.claims import Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.frames import walk
from stancegraph.extraction.lexicon import Idioms, Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, is_marked
from stancegraph.extraction.trees import Span, Token

__all__ = [
    "Echo",
    "answer_in",
    "asked",
    "echo_of",
    "echoes_within",
    "is_question",
    "only_asks",
    "posed_by",
    "raised_by",
]

# More words than this say something of their own.
_LONGEST_ECHO = 14
# "London likewise." and its full stop, with an article at most.
_LONGEST_LIKEWISE = 5


@dataclass(frozen=True, slots=True)
class Echo:
    """An answer: by whom (nobody named: whoever speaks), and yes (+1), no (−1) or neither (0)."""

    holders: tuple[Token, ...]
    sign: int
    basis: Literal["view", "matter"]
    #: A bare "yes" or "would" answers a question only.
    question_only: bool = False
    #: Whether it is a yes on a condition only ("Only after a truce").
    conditional: bool = False


def _is_yes_or_no_question(sentence: Span) -> bool:
    """Tell whether a question can be answered by yes or no, without a negation of its own.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Will the island sell the ferry? Who will buy it?"])
    >>> [_is_yes_or_no_question(sentence) for sentence in doc.sents]
    [True, False]
    """
    words = [t for t in sentence if not t.is_punct and not t.is_space]
    if not words or any(t.dep_ == "neg" for t in words):
        return False
    if [t.lower_ for t in words[:2]] in (["what", "about"], ["how", "about"]):
        return True
    if not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD", "WP", "WRB", "WDT") for t in words):
        return words[-1].sent.root.pos_ in ("NOUN", "PROPN")  # "A toll?"
    return words[0].pos_ == "AUX" or words[0].tag_ == "MD"


def echo_of(sentence: Span, lexicon: Lexicon) -> Echo | None:
    """Read a sentence that answers the one before; None where it says something of its own.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor refused. Of course not. The ferry sank."])
    >>> echoes = [echo_of(sentence, load_lexicon()) for sentence in doc.sents]
    >>> [echo.sign if echo else None for echo in echoes]
    [-1, -1, None]
    """
    sentence, root = _before_colon(sentence)
    words = lexicon.words
    beside = _beside_the_point(root)
    if sum(not t.is_punct and t.i not in beside for t in sentence) > _LONGEST_ECHO:
        return None
    if _on_condition(sentence, lexicon):
        told = lemma(root.text) in words["answering_report_verbs"]
        return Echo(
            tuple(children(root, "nsubj")) if told else (),
            1,
            "matter",
            question_only=True,
            conditional=True,
        )
    answer = _particle(sentence, lexicon)
    if answer:
        return Echo((), answer, "matter", question_only=True)
    first = next((t.lower_ for t in sentence if not t.is_punct), "")
    if root.text[:1].isupper() and children(root, "aux") and first in words["likewise_openings"]:
        return Echo((root,), 1, "view")  # "So does Oz", the auxiliary taken for the name's
    if root.pos_ == "PROPN" and {t.lower_ for t in root.children if t.i > root.i} & words["also"]:
        # "London likewise."
        return Echo((root,), 1, "view") if len(sentence) <= _LONGEST_LIKEWISE else None
    if reply := _told_answer(root, lexicon):
        return reply
    if root.pos_ not in ("VERB", "AUX"):
        return None
    holders = tuple(children(root, "nsubj"))
    if lemma(root.text) in words["answering_report_verbs"] and holders:
        answer = _answer(list(sentence), root, holders, lexicon)
        if answer:
            return Echo(holders, answer, "matter")
        clause = _told_of_oneself(root, lexicon)
        own = _echo_at(clause, sentence, lexicon) if clause is not None else None
        return replace(own, holders=holders) if own is not None else None
    if opening := _not_if(root):
        return Echo(opening, -1, "matter")
    return _echo_at(root, sentence, lexicon)


def _echo_at(root: Token, sentence: Span, lexicon: Lexicon) -> Echo | None:
    """Read a clause, by its verb, that answers the sentence before."""
    words = lexicon.words
    if lemma(root.text) in words["joining_verbs"] and children(root, "auxpass"):
        return _joined(root, lexicon)
    holders = tuple(children(root, "nsubj"))
    if not holders:
        return _inverted(sentence, root, lexicon)
    turned = -1 if negated(root, lexicon) else 1
    objects = [
        c
        for c in children(root, "dobj", "ccomp", "xcomp", "acomp", "attr", "prep")
        if not _for_its_part(c, lexicon)
    ]
    modal = bool(children(root, "aux"))
    if root.lower_ in words["bare_auxiliaries"] and not objects and not modal:
        if root.i < holders[0].i:
            return _inverted(sentence, root, lexicon)
        also = {c.lower_ for c in children(root, "advmod")} & words["also"]
        return Echo(holders, turned, "view", question_only=not also and turned > 0)
    if modal and root.tag_ == "VB":
        return None  # "would refuse": in some case only
    verb = lemma(root.text)
    if verb in words["siding_verbs"]:
        return _siding(root, holders, turned, lexicon)
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
        if lemma(noun.text) in words["doubting_nouns"] and verb in words["viewing_verbs"]:
            if turned > 0 and not children(noun, "prep", "acl", "relcl"):
                if not any(c.lower_ == "no" for c in noun.children):
                    return Echo(holders, 0, "matter")
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


def _before_colon(sentence: Span) -> tuple[Span, Token]:
    """Return what a sentence says before it explains itself ("Oz was guarded: time was short")."""
    root = sentence.root
    for clause in children(root, "ccomp", "parataxis"):
        last = clause.right_edge
        if clause.pos_ in ("VERB", "AUX") and last.i + 1 < root.i and last.nbor().text == ":":
            return sentence.doc[sentence.start : last.i + 1], clause
    return sentence, root


def _beside_the_point(root: Token) -> set[int]:
    """Return the places of words that only say who somebody is, or go on with something else.

    "Oz, the party of …, refused"; "Oz refused, and Ev has taken note of it".
    """
    beside = [
        aside
        for subject in children(root, "nsubj")
        for aside in children(subject, "appos", "relcl")
    ]
    beside += [verb for verb in children(root, "conj") if children(verb, "nsubj", "nsubjpass")]
    return {t.i for aside in beside for t in aside.subtree}


def _told_of_oneself(root: Token, lexicon: Lexicon) -> Token | None:
    """Return the clause in which somebody says what they think ("Oz says that it is willing")."""
    for clause in children(root, "ccomp"):
        subjects = children(clause, "nsubj")
        if len(subjects) == 1 and subjects[0].lower_ in lexicon.words["answering_pronouns"]:
            return clause if clause.i > root.i and not negated(root, lexicon) else None
    return None


def _joined(verb: Token, lexicon: Lexicon) -> Echo | None:
    """Read who took the side of somebody just named ("it was joined by Oz")."""
    companions = [n for by in children(verb, "agent") for n in children(by, "pobj")]
    rest = [c for c in children(verb, "prep", "advcl", "xcomp") if not _timed(c, lexicon)]
    if not companions or rest or negated(verb, lexicon):
        return None
    return Echo(tuple(companions), 1, "view")


def _siding(verb: Token, holders: tuple[Token, ...], turned: int, lexicon: Lexicon) -> Echo | None:
    """Read on which side somebody came down ("Oz voted against", "Ev spoke in favour")."""
    words = lexicon.words
    others = [
        c
        for c in children(verb, "dobj", "ccomp", "xcomp", "acomp", "attr", "advcl")
        if not c.lower_.endswith(("self", "selves"))
    ]
    if others:
        return None
    signs = set()
    for side in children(verb, "prep", "advmod"):
        nouns = children(side, "pobj", "pcomp")
        if side.lower_ in words["opposing_prepositions"] and not nouns:
            signs.add(-turned)
        elif " ".join([side.lower_, *(n.lower_ for n in nouns)]) in words["favouring_phrases"]:
            if children(nouns[0], "prep"):
                return None
            signs.add(turned)
        elif side.dep_ == "prep" and not _empty(side, lexicon):
            return None
    return Echo(holders, signs.pop(), "matter") if len(signs) == 1 else None


def _for_its_part(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase only sets somebody off from others ("Oz, for its part, would not")."""
    return token.dep_ == "prep" and any(
        n.lower_ in lexicon.words["parting_nouns"] and children(n, "poss")
        for n in children(token, "pobj")
    )


def _on_condition(sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether an answer is a yes with a condition ("Only after a truce", "If asked, yes")."""
    content = [t.lower_ for t in sentence if not t.is_space and t.text not in "\"'*"]
    words = lexicon.words
    for n in (1, 2, 3, 4):
        opening = " ".join(content[:n])
        if opening in words["conditional_answers"]:
            return True
        if opening in words["qualified_answers"]:  # a word of time or manner, if it has a verb
            return content[n : n + 1] in ([], [","], ["."])
    clause = sentence.root.lower_ in words["yes_answers"] or any(
        t.lower_ in words["yes_answers"] and t.nbor(-1).text == "," for t in sentence[1:]
    )
    return clause and content[0] in words["condition_openings"]


def _sign(answer: str, lexicon: Lexicon) -> Literal[1, -1]:
    """Return the sign of a whole answer: yes or no."""
    return 1 if answer in lexicon.words["yes_answers"] else -1


def _told_answer(root: Token, lexicon: Lexicon) -> Echo | None:
    """Read "The answer from Oz was no", "For the Evians, yes"."""
    words = lexicon.words
    answers = words["yes_answers"] | words["no_answers"]
    if root.lower_ in answers:
        holders = [n for p in children(root, "prep") for n in children(p, "pobj")]
        if any(p.lower_ != "for" for p in children(root, "prep")) or len(holders) != 1:
            return None
        return Echo(tuple(holders), _sign(root.lower_, lexicon), "matter")
    if lemma(root.text) not in words["copulas"]:
        return None
    for noun in children(root, "nsubj"):
        said = [c for c in children(root, "attr", "intj", "acomp") if c.lower_ in answers]
        if lemma(noun.text) not in words["answering_nouns"] or not said:
            continue
        holders = [n for p in children(noun, "prep") for n in children(p, "pobj")]
        holders = holders + children(noun, "poss")
        if len(holders) == 1 and not children(said[0], "prep", "acl", "relcl"):
            return Echo(tuple(holders), _sign(said[0].lower_, lexicon), "matter")
    return None


def echoes_within(sentence: Span, lexicon: Lexicon) -> list[tuple[Token, Echo]]:
    """Read clauses that only answer the one before (", as does Oz", "but Id will not").

    Returns the verb of the clause that each answers, and the answer.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The port wants a toll, as does the mayor."])
    >>> [(verb, echo)] = echoes_within(doc.sents[0], load_lexicon())
    >>> verb, echo.holders, echo.sign
    (wants, (mayor,), 1)
    """
    words = lexicon.words
    found = []
    for verb in sentence:
        found += [(verb, echo) for echo in _beside(verb, lexicon)]
        if verb.lower_ not in words["bare_auxiliaries"] or verb.dep_ not in ("conj", "advcl"):
            continue
        if children(verb, "dobj", "ccomp", "xcomp", "acomp", "attr", "aux", "auxpass", "agent"):
            continue
        holders = tuple(children(verb, "nsubj"))
        if len(holders) != 1 or verb.head.i > verb.i:
            continue
        if any(c.i > verb.i and not _empty(c, lexicon) for c in children(verb, "prep")):
            continue
        marks = {c.lower_ for c in children(verb, "mark", "advmod") if c.i < verb.i}
        doc = sentence.doc
        before = doc[verb.i - 1].lower_
        likewise = before in words["likewise_openings"]
        if verb.i < holders[0].i and (likewise or (before == "as" and verb.dep_ == "advcl")):
            found.append((verb.head, Echo(holders, 1, "view")))
        elif verb.i > holders[0].i and verb.dep_ == "conj" and not marks - words["also"]:
            denied = negated(verb, lexicon)
            contrast = any(c.lower_ == "but" for c in children(verb.head, "cc"))
            if denied and contrast:
                found.append((verb.head, Echo(holders, -1, "view")))
    return found


def _beside(verb: Token, lexicon: Lexicon) -> list[Echo]:
    """Read what a phrase says others think of what a verb tells ("despite Ev's protests").

    So do "to the delight of Ev", "at Ev's request" and "with Ev's blessing".
    """
    words = lexicon.words
    if verb.pos_ != "VERB":
        return []
    found = []
    for preposition in children(verb, "prep", "mark"):
        for noun in children(preposition, "pobj"):
            phrase = f"{preposition.lower_} {lemma(noun.text)}"
            if phrase in words["against_phrases"]:
                sign = -1
            elif phrase in words["along_phrases"]:
                sign = 1
            else:
                continue
            given = [p for p in children(noun, "prep") if p.lower_ in ("of", "from")]
            holders = children(noun, "poss") + [n for p in given for n in children(p, "pobj")]
            # "despite Oz's calls for a truce" says itself what is called for
            own = [c for c in children(noun, "prep", "acl", "relcl") if c not in given]
            if len(holders) == 1 and holders[0].pos_ == "PROPN" and not own:
                found.append(Echo(tuple(holders), sign, "view"))
    return found


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

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Asked whether the port would pay, the mayor said no."])
    >>> clause, answer = answer_in(doc.sents[0], load_lexicon())
    >>> clause, answer.holders, answer.sign
    (pay, (mayor,), -1)
    """
    words = lexicon.words
    for asking in sentence:
        if lemma(asking.text) not in words["asking_verbs"] or asking.tag_ not in ("VBN", "VBD"):
            continue
        # "Oz, asked whether …, said no": taken for who asks
        topics = [c for c in children(asking, "nsubj", "nsubjpass") if c.nbor().text == ","]
        for clause in children(asking, "ccomp", "advcl"):
            last = clause.right_edge.i
            if clause.i < asking.i or not is_marked(clause, "whether", "if"):
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
    timed = {t.i for when in children(verb, "prep") if _timed(when, lexicon) for t in when.subtree}
    rest = [t for t in tokens if t.i not in doers | timed and t.i != verb.i]
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
        return _sign(phrase, lexicon)
    opening = phrase.split(" not ")[0] if " not " in phrase else ""
    return -1 if opening == "no" and len(content) <= 6 else 0


def _not_if(root: Token) -> tuple[Token, ...]:
    """Return who will see to it that it does not happen: "Not if Oz can help it"."""
    opening = root.sent[0]
    if opening.lower_ == "not" and is_marked(root, "if") and root.lower_ == "help":
        return tuple(children(root, "nsubj"))
    return ()


def _inverted(sentence: Span, root: Token, lexicon: Lexicon) -> Echo | None:
    """Read "So does Oz", "Nor did Ev", "Neither will Id"."""
    opening = [t for t in sentence if not t.is_punct][:1]
    if not opening or opening[0].lower_ not in lexicon.words["likewise_openings"]:
        return None
    # "So, an hour later, did Oz"
    between = sentence.doc[opening[0].i + 1 : root.i]
    if len(between) > 1 and not (between[0].text == between[len(between) - 1].text == ","):
        return None
    if root.tag_ not in ("VBZ", "VBP", "VBD", "MD"):
        return None
    after = [c for c in children(root, "nsubj", "dobj", "attr", "npadvmod") if c.i > root.i]
    plain = not any(
        c.i > root.i and c.left_edge.nbor(-1).text != ","
        for c in children(root, "ccomp", "xcomp", "acomp", "prep", "advcl")
    )
    if len(after) != 1 or not plain:
        return None
    return Echo(tuple(after), 1, "view")


def _adjective(
    holders: tuple[Token, ...], copula: Token, turned: int, lexicon: Lexicon
) -> Echo | None:
    """Read "Oz is opposed", "Ev has been more cautious", "Id is in favour"."""
    if children(copula, "ccomp", "xcomp", "attr"):
        return None
    on_condition = _only_once(copula, lexicon)
    if children(copula, "advcl") and not on_condition:
        return None
    for adjective in children(copula, "acomp"):
        if children(adjective, "xcomp", "ccomp", "advcl"):
            return None
        if not all(_timed(phrase, lexicon) for phrase in children(adjective, "prep")):
            return None
        less = any(
            c.lower_ in lexicon.words["lessening_adverbs"] for c in children(adjective, "advmod")
        )
        if less and turned < 0:
            less, turned = False, 1  # "is no less wary"
        word = _hyphenated(adjective)
        if word in lexicon.words["wavering_adjectives"]:
            return Echo(holders, 0, "matter") if turned > 0 else None
        if word in lexicon.words["favouring_adjectives"]:
            if less:
                return Echo(holders, 0, "matter")
            return Echo(holders, turned, "matter", conditional=on_condition)
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


def _only_once(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause is true only once another is ("is willing, as soon as Ev is")."""
    marks = lexicon.words["condition_marks"]
    above = [verb, *children(verb, "advmod")]
    clauses = [c for word in above for c in children(word, "advcl")]
    doc = verb.doc
    return bool(clauses) and all(
        # "as soon as", of which the clause has the last word
        any(
            " ".join(t.lower_ for t in doc[max(first - n, 0) : first + 1]) in marks
            for n in range(3)
        )
        for first in (c.left_edge.i for c in clauses)
    )


def _hyphenated(word: Token) -> str:
    """Return a word with what hyphens join to it ("non-committal", which the parser parts)."""
    first = last = word
    while first.i > word.sent.start + 1 and first.nbor(-1).text == "-":
        first = first.nbor(-2)
    while last.i + 2 < word.sent.end and last.nbor(1).text == "-":
        last = last.nbor(2)
    return "".join(t.lower_ for t in word.doc[first.i : last.i + 1])


def _timed(phrase: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase says no more than when ("within the hour", "on Friday", "as ever")."""
    words = lexicon.words
    when = words["timing_nouns"] | words["time_nouns"] | words["calendar"] | words["when_adverbs"]
    nouns = children(phrase, "pobj", "pcomp")
    return bool(nouns) and all(lemma(n.text) in when for n in nouns)


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


def raised_by(
    mentions: Sequence[IssueMention], idioms: Idioms, lexicon: Lexicon
) -> list[tuple[IssueMention, Walk]]:
    """Return what a question or a heading names, each with what grammar would make of it.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [toll] = words_in("Will the mayor accept a toll?", "toll")
    >>> [(_, result)] = raised_by([mention_at(toll)], {}, load_lexicon())
    >>> [(claim.kind, claim.sign, claim.holders) for claim in result.claims]
    [('attitude', 1, (mayor,))]
    """
    return [(m, walk(m.head, m.sign, lexicon, idioms, {t.i for t in m.tokens})) for m in mentions]


def posed_by(
    question: Span, raised: Sequence[tuple[IssueMention, Walk]]
) -> frozenset[tuple[str, int]]:
    """Return what a question asks about, with the sign of a "yes" to it.

    Args:
        question: a sentence that ends as one.
        raised: what it names, as `raised_by` gives it.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> tolls = [
    ...     words_in(text, "toll")[0]
    ...     for text in ("Will the mayor accept a toll?", "Why will the mayor accept a toll?")
    ... ]
    >>> [posed_by(t.sent, raised_by([mention_at(t)], {}, load_lexicon())) for t in tolls]
    [frozenset({('toll', 1)}), frozenset()]
    """
    return asked(raised) if _is_yes_or_no_question(question) else frozenset()


def asked(raised: Sequence[tuple[IssueMention, Walk]]) -> frozenset[tuple[str, int]]:
    """Return the issues of what is asked, each with the sign of a "yes" to it.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [toll] = words_in("Asked whether Oz would lift the toll, the mayor laughed.", "toll")
    >>> asked(raised_by([mention_at(toll)], {}, load_lexicon()))
    frozenset({('toll', -1)})
    """
    found = []
    for mention, result in raised:
        inside = {t.i for t in mention.tokens}
        if result.adjunct and len(raised) > 1:
            continue  # "… after a truce?"
        judged = any(c.kind in ("evaluate", "deontic") for c in result.claims)
        does = any(t.dep_ == "nsubj" and t.head.i not in inside for t in result.path)
        if does and not judged:
            return frozenset()  # a yes to what an unknown verb says of it may be a no to it
        found.append((mention.issue, result.sign))
    return frozenset(found)


def only_asks(sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether a sentence only says who asked the question before it.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor asked. The mayor refused."])
    >>> [only_asks(sentence, load_lexicon()) for sentence in doc.sents]
    [True, False]
    """
    return lemma(sentence.root.text) in lexicon.words["asking_verbs"] and not children(
        sentence.root, "ccomp", "xcomp", "dobj", "advcl", "conj"
    )


def is_question(sentence: Span) -> bool:
    """Tell whether a sentence ends as a question, be it in a quotation or a bracket.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ['Why? "Because." (Why not?)'])
    >>> [is_question(sentence) for sentence in doc.sents]
    [True, False, True]
    """
    return sentence.text.rstrip(" \"')\n").endswith("?")
