"""On what a claim is made to depend: "if", "once", "provided that", "without"."""

import itertools
from collections.abc import Sequence

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.parsing import children
from stancegraph.extraction.readings import is_report
from stancegraph.extraction.sequences import Steps, before_then
from stancegraph.extraction.topics import limited
from stancegraph.extraction.trees import Span

__all__ = ["awaited", "condition_of", "issues_in", "lacking"]

#: Kinds of claim whose condition may be an event for which its holder waits.
_AWAITING = ("intention", "said", "act", "bare")


def condition_of(
    claim: Claim,
    mention: IssueMention,
    result: Walk,
    sentence: Span,
    lexicon: Lexicon,
    *,
    steps: Steps | None = None,
) -> Span | None:
    """Return the words of what a claim is made to depend on, without their mark.

    Args:
        claim: what is claimed of the mention.
        mention: where the sentence names the issue.
        result: what grammar made of it.
        sentence: the one that has them.
        lexicon: word classes.
        steps: those of the plan that the sentence lays out, if it does.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> for text in (
    ...     "Oz would lift the toll if Ev paid.",
    ...     "Oz will lift the toll, provided that Ev pays.",
    ...     "Oz will lift the toll whether or not Ev pays.",
    ... ):
    ...     oz, lift, toll = words_in(text, "Oz", "lift", "toll")
    ...     claim, result = Claim("intention", -1, (oz,), lift), Walk(path=[toll, lift])
    ...     print(condition_of(claim, mention_at(toll), result, toll.sent, load_lexicon()))
    Ev paid
    Ev pays
    None
    """
    condition = _clause(claim, result, sentence, lexicon)
    if condition is None and claim.kind == "bare" and claim.sign > 0:
        condition = _limit(mention, sentence, lexicon)
    if condition is None and (claim.kind in _AWAITING or claim.act == "consider"):
        condition = _event(claim, mention, sentence, lexicon)
    if condition is None and claim.sign > 0 and claim.kind != "precedence":
        condition = _day(claim, mention, sentence, lexicon)
    if condition is None and claim.conditional:
        condition = awaited(sentence, mention, lexicon) or before_then(mention, steps)
    if condition is None and claim.sign > 0 and _wants(claim, mention, lexicon):
        condition = _proviso(claim, mention, sentence, lexicon)
    return condition


def _limit(mention: IssueMention, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return what a thing that is merely named is limited to ("Talks only after a truce")."""
    last = max(t.i for t in mention.tokens)
    after = [t for t in sentence if t.i > last and not t.is_punct]
    reply = limited(after, lexicon) if after and after[0].lower_ == "only" else None
    return reply.condition if reply else None


def lacking(claim: Claim, mention: IssueMention, result: Walk, lexicon: Lexicon) -> Span | None:
    """Return that without which a claim is against its issue ("no talks without a truce").

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["There will be no talks without a truce."])
    >>> talks = doc[4]
    >>> mention = IssueMention("talks", 1, talks, (talks,), "talks")
    >>> claim, result = Claim("said", -1, (), talks), Walk(path=[talks, doc[2]])
    >>> lacking(claim, mention, result, load_lexicon()).text
    'a truce'
    """
    if claim.sign > 0 or mention.sign < 0 or claim.ambivalent or claim.kind == "precedence":
        return None
    doc = mention.head.doc
    inside = {t.i for t in mention.tokens}
    for place in sorted({claim.predicate.i, *(t.i for t in result.path)}):
        for preposition in children(doc[place], "prep"):
            nouns = children(preposition, "pobj", "pcomp")
            span = doc[preposition.i + 1 : preposition.right_edge.i + 1]
            if preposition.lower_ != "without" or preposition.i in inside or not nouns:
                continue
            if any(t.i in inside or t.i in {p.i for p in result.path} for t in span):
                continue
            if not {lemma(n.text) for n in nouns} & lexicon.words["unneeded_nouns"]:
                return span
    return None


def awaited(sentence: Span, mention: IssueMention, lexicon: Lexicon) -> Span | None:
    """Return what must come before the clause in which a mention stands.

    "The port must leave before the toll can fall": whoever says so would have the toll
    fall, on that condition.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The port must pay before the toll can fall."])
    >>> toll = next(t for t in doc if t.text == "toll")
    >>> awaited(doc.sents[0], IssueMention("toll", 1, toll, (toll,), "toll"), load_lexicon()).text
    'The port must pay'
    """
    words = lexicon.words
    first = min(t.i for t in mention.tokens)
    for mark in sentence:
        if mark.lower_ != "before" or not mark.i < mention.head.i or mark.i >= first:
            continue
        clause = mark.head
        stray = mark.dep_ == "prep" and not list(mark.children)
        if stray and not any(t.text in ",;:" for t in sentence.doc[mark.i : first]):
            verb = mark.head  # the parser may take the word for an adverb of what comes first
        elif mark.dep_ == "mark" and mention.head.i <= clause.right_edge.i:
            verb = clause.head
        else:
            continue
        if verb.pos_ not in ("VERB", "AUX") or verb.i > mark.i:
            continue
        opening = max(
            (
                t.i + 1
                for t in sentence
                if t.i < verb.i and (t.text in ",;:" or t.lower_ == "that" or is_report(t, lexicon))
            ),
            default=sentence.start,
        )
        before = sentence.doc[opening : mark.i]
        told = [t.lower_ for t in before]
        needed = any(t in words["deontic_modals"] for t in told) or any(
            lemma(a) in ("have", "need") and b == "to" for a, b in itertools.pairwise(told)
        )
        if needed and not any(t in words["negators"] for t in told):
            return before
    return None


def issues_in(
    condition: Span | None, mention: IssueMention, mentions: Sequence[IssueMention]
) -> tuple[str, ...]:
    """Return the other issues that a condition names, sorted.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> toll, mark, port = words_in("Oz pays the toll if Ev opens the port.", "toll", "if", "port")
    >>> mentions = [mention_at(toll), mention_at(port)]
    >>> issues_in(toll.doc[mark.i :], mentions[0], mentions)
    ('port',)
    """
    if condition is None:
        return ()
    inside = range(condition.start, condition.end)
    named = {m.issue for m in mentions if all(t.i in inside for t in m.tokens)}
    return tuple(sorted(named - {mention.issue}))


def _wants(claim: Claim, mention: IssueMention, lexicon: Lexicon) -> bool:
    """Tell whether a claim says that somebody wants or will do something."""
    if claim.kind in ("attitude", "intention", "said"):
        return True
    # "agreed to talk", where the cue has the verb
    return (
        claim.kind == "act"
        and any(t.i == claim.predicate.i for t in mention.tokens)
        and any(p.kind == "attitude" for p in lexicon.readings("v", lemma(claim.predicate.text)))
    )


def _clause(claim: Claim, result: Walk, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return the clause that the claim is made to depend on, without its mark."""
    words = lexicon.words
    if claim.kind == "precedence":
        return None  # it *is* the condition
    places = {claim.predicate.i, *(t.i for t in result.path)}
    doc = sentence.doc
    for place in sorted(places):
        for clause in children(doc[place], "advcl", "prep", "advmod", "mark"):
            span = doc[clause.left_edge.i : clause.right_edge.i + 1]
            if any(t.i in places for t in span):
                continue
            opening = [t.lower_ for t in span[:6] if t.text != ","]
            while opening and opening[0] in words["exact_adverbs"]:
                opening = opening[1:]
            if any(" ".join(opening[:n]) in words["idle_conditions"] for n in (2, 3, 4)):
                continue
            only = opening[:1] == ["only"]
            if only:
                opening = opening[1:]
            elif span.start > sentence.start:
                only = doc[span.start - 1].lower_ == "only"
            length = next(
                (n for n in (3, 2, 1) if " ".join(opening[:n]) in words["condition_marks"]), 0
            )
            if opening[:1] == ["not"] and set(opening[1:2]) & {"until", "before"}:
                length = 2  # "Not until the toll falls will Oz sign"
            suppose = set(opening[:1]) & words["inverted_auxiliaries"]
            inverted = clause.dep_ == "advcl" and bool(suppose)
            if only and opening[:1] == ["after"]:
                length = 1
            if length or inverted:
                if {t.lower_ for t in span} & words["mutual_marks"]:
                    return None  # "if the other side does likewise": mutual by nature
                end = span.end
                while end > span.start and doc[end - 1].lower_ in words["joining_words"]:
                    end -= 1
                span = doc[span.start : end]
                first = next(t.i for t in span if t.lower_ == opening[0])
                start = first + max(length, int(inverted))
                if start < span.end:
                    return doc[start : span.end]
    return None


def _event(claim: Claim, mention: IssueMention, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return upon what something is to be done ("will stop when Oz has left", "Once Oz …").

    Only of what is announced: "will leave when it ends" sets no condition for the ending.
    """
    words = lexicon.words
    for mark in sentence:
        clause = mark.head
        opening = mark.lower_ in words["upon_marks"] and clause.dep_ == "advcl"
        if not opening or clause.i < mark.i or mark.i - clause.left_edge.i > 2:
            continue
        end = clause.right_edge.i
        if mark.i <= mention.head.i <= end:
            continue
        main = [t for t in sentence if not mark.i <= t.i <= end]
        modals = words["volitional_modals"]
        if claim.act == "consider" or claim.kind == "said":
            modals = modals | words["possible_modals"]  # "could be discussed when Oz has left"
        announced = any(t.tag_ == "MD" and t.lower_ in modals for t in main)
        done = any(
            c.lower_ in ("has", "have", "had")
            for v in (clause, *children(clause, "conj"))
            for c in children(v, "aux")
        )
        done = done or clause.tag_ in ("VBZ", "VBP")
        led = mark.i <= sentence.start + 1 or claim.predicate.i < mark.i
        heads = {claim.predicate.i, mention.head.i, *(a.i for a in mention.head.ancestors)}
        heads |= {c.i for i in tuple(heads) for c in children(sentence.doc[i], "parataxis")}
        gathering = lemma(clause.text) in words["encounter_words"]  # "when they meet on Monday"
        if announced and done and led and clause.head.i in heads and not gathering:
            return sentence.doc[mark.i + 1 : end + 1]
    return None


def _day(claim: Claim, mention: IssueMention, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return what is to happen on the day on which a thing is done ("the day that Oz leaves")."""
    words = lexicon.words
    inside = {t.i for t in mention.tokens}
    doc = sentence.doc
    modals = words["volitional_modals"] | words["possible_modals"]
    for noun in sentence:
        if lemma(noun.text) not in words["day_nouns"] or doc[max(noun.i - 1, 0)].lower_ != "the":
            continue
        told = [c for c in children(noun, "relcl", "acl", "ccomp") if c.i > noun.i]
        told += [  # "would stop the moment Oz left": hung from the verb
            c
            for c in children(noun.head, "ccomp", "advcl")
            if noun.dep_ == "npadvmod" and c.left_edge.i == noun.i + 1
        ]
        if not told:
            continue
        first = max(noun.i + 1, told[0].left_edge.i)
        last = told[0].right_edge.i
        if not children(told[0], "nsubj", "nsubjpass") or any(first <= i <= last for i in inside):
            continue
        before = max((t.i for t in sentence if t.i < noun.i and t.tag_ == "MD"), default=-1)
        after = [t for t in sentence if last < t.i <= claim.predicate.i and t.tag_ == "MD"]
        announced = before >= 0 and doc[before].lower_ in modals and claim.predicate.i < noun.i
        if not announced and not any(t.lower_ in modals for t in after):
            continue
        while first < last and doc[first].lower_ in ("that", "when", "on", "which"):
            first += 1
        return doc[first : last + 1]
    return None


def _proviso(claim: Claim, mention: IssueMention, sentence: Span, lexicon: Lexicon) -> Span | None:
    """Return the terms on which a thing is wanted, by the order of words.

    "Would pay with two changes", "agreed to pay, but only after a census": the parser hangs
    such phrases from wherever it can.
    """
    words = lexicon.words
    doc = sentence.doc
    inside = {t.i for t in mention.tokens}
    last = max((*inside, claim.predicate.i))
    for mark in sentence:
        if mark.i in inside:
            continue
        if mark.i > last:
            after = [t.lower_ for t in doc[mark.i : min(mark.i + 4, sentence.end)]]
            length = next(
                (n for n in (4, 3, 2, 1) if " ".join(after[:n]) in words["proviso_marks"]), 0
            )
            between = doc[last + 1 : mark.i]
            closes = any(" ".join(after[:n]) in words["closing_marks"] for n in (4, 3))
            if closes and len(between) and not _parted(between, lexicon):
                return doc[last + 1 : mark.i - (doc[mark.i - 1].text == ",")]
            if length and not _parted(between, lexicon):
                span = doc[mark.i + length : _clause_end(mark.i, sentence)]
                if {t.lower_ for t in span} & words["mutual_marks"]:
                    return None
                return span if len(span) else None
        if mark.lower_ not in words["proviso_prepositions"] or mark.pos_ != "ADP":
            continue
        if mark.i > 0 and mark.nbor(-1).lower_ in words["parting_words"]:
            continue
        for noun in doc[mark.i + 1 : min(mark.i + 5, sentence.end)]:
            if noun.text in ",;:" or noun.lower_ in words["negators"]:
                break
            if noun.pos_ == "NOUN" and lemma(noun.text) in words["proviso_nouns"]:
                first, final = sorted((mark.i, claim.predicate.i))
                if not _parted(doc[first + 1 : final], lexicon, subject=True):
                    return doc[mark.i + 1 : max(noun.right_edge.i, noun.i) + 1]
                break
    return None


def _parted(between: Span, lexicon: Lexicon, *, subject: bool = False) -> bool:
    """Tell whether another statement stands between two words, not counting remarks.

    `subject` lets the auxiliaries of the verb behind the words pass.
    """
    for token in between:
        if token.text in ";:":
            return True
        finite = token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        if finite and not (subject and token.dep_ in ("aux", "auxpass")):
            if not is_report(token, lexicon):
                return True
    return False


def _clause_end(place: int, sentence: Span) -> int:
    """Return where what begins at a place ends: at the next comma or the sentence's end."""
    for token in sentence.doc[place + 1 : sentence.end]:
        if token.text in ",;:" or (token.is_punct and token.i == sentence.end - 1):
            return token.i
    return sentence.end
