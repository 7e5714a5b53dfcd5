"""Who says what a sentence says, where the sentence or the one beside it names them.

`speakers` says whose words a text is and `voices` whose a passage is; here are the
sources in plain sight: the subject of a reporting verb beside a quotation, "…, he
said", "came the answer from Oz", "This was stated by Oz".
"""

from collections.abc import Sequence
from typing import NamedTuple

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.quotations import Quotation
from stancegraph.extraction.readings import is_report
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Span, Token
from stancegraph.extraction.voices import Voices

__all__ = [
    "NAMED",
    "UNSAID",
    "Source",
    "calling",
    "of_quotation",
    "of_sentence",
    "reporting",
    "source_of",
]

# How far behind "came" the noun of an answer stands, in tokens ("came the one-word answer").
_ANSWER = 6


class Source(NamedTuple):
    """Who says something, and by which rule that was found."""

    speakers: Sequence[Referent]
    #: Also "writer" and "others", where it is said by somebody whose words do not count.
    via: str


#: The source of what nobody is said to say.
UNSAID = Source((), "none")
#: Rules by which a sentence itself names its source.
NAMED = ("report", "quote", "parenthesis", "colon")


def source_of(
    mention: IssueMention,
    result: Walk,
    sentence: Span,
    quote: Quotation | None,
    labelled: int,
    discourse: Discourse,
    voices: Voices,
    lexicon: Lexicon,
) -> Source:
    """Return who is said to say what a sentence says of a mention.

    The block's label ends at character `labelled`.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.voices import Voices
    >>> discourse = discourse_on("Moscow said that a toll would be wrong.")
    >>> [toll] = words_in(discourse.doc, "toll")
    >>> voices = Voices(discourse.case, load_lexicon(), discourse)
    >>> result = walk(toll, 1, load_lexicon(), {})
    >>> source = source_of(
    ...     mention_at(toll), result, toll.sent, None, 0, discourse, voices, load_lexicon()
    ... )
    >>> [speaker.actor for speaker in source.speakers], source.via
    (['russia'], 'report')
    """
    for tokens in result.sources:
        if found := discourse.resolve(tokens):
            return Source(found, "report")
    if any(t.lower_ in lexicon.words["first_pronouns"] for s in result.sources for t in s):
        return Source((), "writer")  # whose own belief it is
    if quote is None and any(_nameless(tokens, lexicon) for tokens in result.sources):
        return Source((), "others")  # "colleagues tell me that the guns should rest"
    if quote is not None and quote.source:
        return Source(quote.source, "quote")
    if found := of_sentence(sentence, result.path, discourse, voices, lexicon):
        return Source(found, "parenthesis")
    if found := voices.before_colon(sentence, mention.head, labelled):
        return Source(found, "colon")
    if quote is None and (found := _attested(sentence, discourse, lexicon)):
        return Source(found, "parenthesis")
    if discourse.speakers:
        return Source(discourse.speakers, "speaker")
    return Source((), "report" if result.sources else "none")


def of_quotation(
    quote: Quotation, sentences: Sequence[Span], discourse: Discourse, voices: Voices
) -> list[Referent]:
    """Return who speaks a quotation: the subject of the reporting verb beside it.

    >>> from stancegraph.extraction.examples import discourse_on
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.quotations import quotations
    >>> from stancegraph.extraction.voices import Voices
    >>> discourse = discourse_on('"We will never pay this toll," said the mayor of Moscow.')
    >>> [quote] = quotations(discourse.doc)
    >>> voices = Voices(discourse.case, load_lexicon(), discourse)
    >>> found = of_quotation(quote, list(discourse.doc.sents), discourse, voices)
    >>> [speaker.actor for speaker in found]
    ['russia']
    """
    touching = [
        s for s in sentences if s.end_char > quote.start - 2 and s.start_char < quote.end + 2
    ]
    for sentence in [*touching[:1], *touching[-1:]]:
        outside = [t for t in sentence if not quote.has(t)]
        found = voices.reporting(outside)
        if found:
            return found
        named = voices.according(sentence)
        if named:
            return named
    if not touching:
        return []
    for token in touching[-1]:
        # '"…," Oz went on': whatever the verb, what follows a quotation's comma speaks it
        after = token.idx >= quote.end and token.pos_ == "VERB"
        if after and token.doc.text[quote.end - 2 : quote.end - 1] in ",?!":
            found = discourse.resolve(children(token, "nsubj"))
            if found:
                return found
            break
    first = touching[0]
    lead = [t for t in first if t.idx < quote.start]
    if lead and lead[-1].text == ":" and (found := voices.introducing(lead[:-1])):
        return found  # 'Oz: "…"'
    for token in lead:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.i >= first.start:
            found = discourse.resolve([token])
            if found:
                return found
    if not lead:
        place = sentences.index(first)
        if place > 0:
            return voices.reporting(list(sentences[place - 1]))[:1]
    return []


def of_sentence(
    sentence: Span, path: Sequence[Token], discourse: Discourse, voices: Voices, lexicon: Lexicon
) -> list[Referent]:
    """Return the source of a whole sentence ("…, he said", "according to …").

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.voices import Voices
    >>> discourse = discourse_on("A toll would be wrong, Moscow said.")
    >>> [toll] = words_in(discourse.doc, "toll")
    >>> voices = Voices(discourse.case, load_lexicon(), discourse)
    >>> found = of_sentence(toll.sent, [toll], discourse, voices, load_lexicon())
    >>> [speaker.actor for speaker in found]
    ['russia']
    """
    found = voices.according(sentence)
    if found:
        return found
    on_path = {t.i for t in path}
    for token in sentence:
        if token.pos_ != "VERB" or token.i in on_path:
            continue
        if not is_report(token, lexicon):
            continue
        if token.dep_ == "pcomp" and token.head.lower_ == "as" and not children(token, "ccomp"):
            # "…, Oz was quoted as saying"
            referents = discourse.resolve(subjects(token))
            if referents and token.i > max(t.i for t in path):
                return referents
        # a report that the content does not hang from: set off by commas, or
        # the root beside which the parser has put the content
        if token.dep_ in (
            "parataxis",
            "ROOT",
            "advcl",
            "ccomp",
            "dep",
            "conj",
            "relcl",
            "xcomp",
        ):
            before = token.doc[token.i - 1].text if token.i else ""
            if token.dep_ == "xcomp" and children(token.head, "nsubjpass", "dobj", "dative"):
                continue  # "was told to accept it", "urged Oz to agree to it"
            clause = token
            while clause.dep_ in ("xcomp", "acomp"):
                clause = clause.head  # "a toll that Oz refuses to accept"
            if clause.dep_ in ("relcl", "conj", "advcl", "ccomp") and not (
                before == "," or _set_off(token)
            ):
                continue
            rest = {
                word
                for p in lexicon.readings("v", lemma(token.text))
                for word in p.term.split()[1:]
            }
            if max(on_path) < token.i and any(
                c.i > token.i and c.lower_ not in rest for c in children(token, "ccomp")
            ):
                continue  # "…, while Oz says that it must wait": of something else
            referents = discourse.resolve(subjects(token))
            if referents:
                return referents
    return _resounding(sentence, path[0].i, discourse, lexicon)


def _resounding(
    sentence: Span, inside: int, discourse: Discourse, lexicon: Lexicon
) -> list[Referent]:
    """Return whose words a token is in ("…, came the answer from Oz", "…, was Oz's reply")."""
    words = lexicon.words
    doc = sentence.doc
    for verb in doc[inside + 1 : sentence.end]:
        if doc[verb.i - 1].text not in ',"' or lemma(verb.text) not in words["sounding_verbs"]:
            continue
        for noun in doc[verb.i + 1 : min(verb.i + 1 + _ANSWER, sentence.end)]:
            if noun.is_punct or noun.dep_ == "prep":
                break
            if lemma(noun.text) not in words["utterance_nouns"]:
                continue
            places = children(noun, "poss") or [
                t
                for t in doc[noun.i + 1 : sentence.end]
                if t.dep_ == "pobj" and t.head.lower_ in ("from", "of", "in", "at", "by")
            ]
            return discourse.resolve(places[:1]) or discourse.resolve([noun])
    return []


def _attested(sentence: Span, discourse: Discourse, lexicon: Lexicon) -> list[Referent]:
    """Return who is said to have stated a sentence by the next ("This was stated by Oz.")."""
    doc = sentence.doc
    if sentence.end >= len(doc):
        return []
    root = doc[sentence.end].sent.root
    if not is_report(root, lexicon) or children(root, "ccomp", "xcomp"):
        return []
    if any(t.lower_ == "this" for t in children(root, "nsubjpass")):
        makers = [n for by in children(root, "agent") for n in children(by, "pobj")]
    elif any(t.lower_ == "this" for t in children(root, "dobj")):
        makers = children(root, "nsubj")
    else:
        return []
    return discourse.resolve(makers)


def _nameless(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether those who say something are some people or other, not a party's."""
    words = lexicon.words
    tokens = [
        t.head.head if t.tag_ in ("WP", "WDT") and t.head.dep_ == "relcl" else t for t in tokens
    ]
    return bool(tokens) and all(
        t.lower_ in words["somebody_words"]
        or (t.tag_ == "NNS" and lemma(t.text) in words["public_nouns"] | words["somebody_nouns"])
        or any(c.lower_ in words["somebody_words"] for c in children(t, "det", "amod"))
        for t in tokens
    )


def reporting(claim: Claim, result: Walk, discourse: Discourse) -> list[Referent]:
    """Return whose report a claim is in, of those that its sentence gives.

    In "Oz backed Ev's position that it must end", Ev holds what Oz backs, and says nothing
    of Oz.

    >>> from stancegraph.extraction.claims import Claim, Walk
    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Moscow said that the port rejects a toll.")
    >>> moscow, rejects, toll = words_in(discourse.doc, "Moscow", "rejects", "toll")
    >>> claim = Claim("attitude", -1, (), rejects)
    >>> [r.actor for r in reporting(claim, Walk(sources=[(moscow,)]), discourse)]
    ['russia']
    """
    holders = {r.actor for r in discourse.resolve(claim.holders)}
    for tokens in result.sources:
        inside = any(a.i == claim.predicate.i for t in tokens for a in t.ancestors)
        found = discourse.resolve(tokens)
        if inside and holders and not any(r.actor in holders for r in found):
            continue
        if found:
            return found
    return []


def calling(result: Walk, discourse: Discourse, lexicon: Lexicon) -> list[Referent]:
    """Return where a thing is called something ("in Oz it is called a farce").

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("In Moscow the toll is called a farce.")
    >>> toll, called = words_in(discourse.doc, "toll", "called")
    >>> [r.actor for r in calling(Walk(path=[toll, called]), discourse, load_lexicon())]
    ['russia']
    """
    for verb in result.path:
        if lemma(verb.text) not in lexicon.words["labelling_verbs"]:
            continue
        if not children(verb, "auxpass") or children(verb, "agent"):
            continue
        for preposition in children(verb, "prep"):
            if preposition.lower_ in lexicon.words["setting_prepositions"]:
                named = discourse.resolve(children(preposition, "pobj"))
                if known := [r for r in named if r.via == "name"]:
                    return known
    return []


def _set_off(verb: Token) -> bool:
    doc = verb.doc
    first = min([verb.i, *(c.left_edge.i for c in children(verb, "nsubj"))])
    return first > 0 and doc[first - 1].text in (",", '"', "–", "—", "-")
