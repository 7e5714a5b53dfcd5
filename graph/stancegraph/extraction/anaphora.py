"""What a sentence takes up of the one before: "rejected it", "the proposal", "such a zone".

A sentence that names an issue puts it in some sense: it wants it, offers to end it,
refuses it. A later "it" or "the demand" stands for the issue in that sense, and where
the sense is not plain ("vetoed the levy. Ev was against it") for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.holders import senders_of
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.readings import reading
from stancegraph.extraction.relations import relation
from stancegraph.extraction.trees import Token

__all__ = [
    "ANAPHOR",
    "Matter",
    "Summary",
    "claims_on",
    "goes_on",
    "is_object_clause",
    "main_matter",
    "matter",
    "other_things",
    "sense",
    "summary_of",
    "taken_up",
]

#: Stands for the cue where an issue is named by a pronoun or "the proposal".
ANAPHOR = "anaphor"
#: Acts by which a thing is not wanted.
_AGAINST = frozenset({"reject", "refuse", "oppose", "criticise", "warn", "deny"})


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue as a sentence has put it.

    `content` is the sign of what is wanted, planned or refused there, `deed` that of the
    wanting, planning or refusing; either is 0 where it is not plain.
    """

    mention: IssueMention
    content: int
    deed: int
    #: Whether the sentence says something of it, and does not only mention it.
    claimed: bool
    #: Whether it is only judged there, which is no deed.
    judged: bool = False
    #: Whether it stands in a circumstance or an aside.
    background: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A noun that stands for what was put before, and what it stands for."""

    deed: bool
    #: Whose it is said to be ("the Ozian proposal", "Ev's offer").
    owners: tuple[Token, ...] = ()
    #: Whether it stands as often for other things ("the matter", "the sum").
    loose: bool = False


def matter(mention: IssueMention, result: Walk, lexicon: Lexicon) -> Matter:
    """Read from the walk of a mention in which sense its sentence puts the issue.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [toll] = words_in("Oz rejects a toll.", "toll")
    >>> found = matter(mention_at(toll), walk(toll, 1, load_lexicon(), {}), load_lexicon())
    >>> found.content, found.deed
    (1, -1)
    """
    claims = result.claims
    above = (mention.head, *mention.head.ancestors)
    relative = any(t.dep_ in ("relcl", "advcl") for t in above)
    fought = any(t.pos_ == "VERB" and lemma(t.text) in lexicon.words["combat_verbs"] for t in above)
    background = (
        fought
        or (not claims and (result.adjunct or result.purpose or relative or result.hypothetical))
        # "an envoy who has seen the plan said that …"
        or any(t.dep_ == "relcl" and t.head.dep_ in ("nsubj", "nsubjpass") for t in above)
    )
    if not claims:
        turned = any(step.startswith("not:") for step in result.steps)
        # "an extension was refused": of the sign some is the refusal's, of nobody who is named
        weighed = any(step.startswith(("attitude:", "urge:", "evaluate:")) for step in result.steps)
        content, deed = 0 if turned or (weighed and result.flips) else result.sign, 0
        verbs = [t for t in result.path if t.pos_ in ("VERB", "AUX")]
        if content and sum(negated(t, lexicon) for t in verbs) % 2:
            # "the vote did not take place": the vote, or that there was none
            content, deed = -content, content
        return Matter(mention, content, deed, claimed=False, background=background)
    contents = {_content(c, mention.sign) for c in claims}
    deeds = {_deed(c) for c in claims}
    return Matter(
        mention,
        contents.pop() if len(contents) == 1 else 0,
        deeds.pop() if len(deeds) == 1 else 0,
        claimed=True,
        judged=all(c.kind == "evaluate" for c in claims),
        background=background,
    )


def _content(claim: Claim, named: int) -> int:
    if claim.kind in ("attitude", "urge"):
        if claim.ambivalent:
            return named
        against = (claim.act in _AGAINST) != claim.negated
        return -claim.sign if against else claim.sign
    if claim.kind == "evaluate":
        return -claim.sign if claim.act in _AGAINST else claim.sign
    # "froze the levy": is the levy or the freeze meant?
    return claim.sign if claim.sign == named else 0


def _deed(claim: Claim) -> int:
    return 0 if claim.past or claim.ambivalent or claim.kind == "accuse" else claim.sign


def main_matter(matters: Sequence[Matter]) -> Matter | None:
    """Return the one matter that a sentence is about, if there is one.

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> toll, port = words_in("Oz rejects a toll at the port.", "toll", "port")
    >>> rejected = Matter(mention_at(toll), 1, -1, claimed=True)
    >>> beside = Matter(mention_at(port), 1, 0, claimed=False, background=True)
    >>> main_matter([beside, rejected]).mention.issue
    'toll'
    """
    fore = [m for m in matters if not m.background]
    if len({m.mention.issue for m in fore}) > 1:
        fore = [m for m in fore if m.claimed]
    if not fore or len({m.mention.issue for m in fore}) > 1:
        return None
    if len({(m.content, m.deed) for m in fore}) > 1:
        contents = {m.content for m in fore}
        return Matter(
            fore[0].mention, contents.pop() if len(contents) == 1 else 0, 0, claimed=False
        )
    return fore[0]


def sense(of: Matter, summary: Summary | None, *, thing: bool = False) -> int:
    """Return the sign in which a word stands for a matter, 0 where that is not plain.

    A pronoun (no summary) may mean what is wanted or that it is wanted: both must agree,
    unless it is known to mean a `thing` ("them").

    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> [toll] = words_in("Oz rejects a toll.", "toll")
    >>> rejected = Matter(mention_at(toll), 1, -1, claimed=True)
    >>> [sense(rejected, summary) for summary in (Summary(deed=False), Summary(deed=True), None)]
    [1, -1, 0]
    """
    if summary is not None:
        return of.deed if summary.deed else of.content
    return of.content if thing or of.deed in (0, of.content) else 0


def goes_on(head: Token) -> bool:
    """Tell whether another statement follows a mention ("…, and Ev wrote a letter").

    A pronoun in the next sentence then as likely means what that one is about.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The port wants a toll, and the mayor wrote a letter."])
    >>> goes_on(next(t for t in doc if t.text == "toll"))
    True
    """
    above = {head.i, *(t.i for t in head.ancestors)}
    return any(
        verb.dep_ == "conj"
        and verb.i > head.i
        and verb.i not in above
        and verb.pos_ in ("VERB", "AUX")
        and verb.head.i in above
        and bool(children(verb, "nsubj", "nsubjpass"))
        for verb in head.sent
    )


def other_things(pronoun: Token, start: int, lexicon: Lexicon) -> list[Token]:
    """Return the nouns from `start` on that an "it" in the same sentence may mean.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor read the letter and then she tore it."])
    >>> other_things(next(t for t in doc if t.text == "it"), 0, load_lexicon())
    [mayor, letter]
    """
    words = lexicon.words
    beside = words["calendar"] | words["speech_nouns"] | words["time_nouns"]
    return [
        token
        for token in pronoun.doc[start : pronoun.i]
        if token.tag_ == "NN"
        and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        and token.head.i != pronoun.head.i
        and pronoun not in token.subtree
        and token.head.dep_ != "advcl"
        and lemma(token.text) not in beside
    ]


def summary_of(noun: Token, lexicon: Lexicon) -> Summary | None:
    """Read a noun that sums up what was said ("the idea", "this demand", "Oz's offer").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor rejected the port's demand."])
    >>> summary = summary_of(next(t for t in doc if t.text == "demand"), load_lexicon())
    >>> summary.deed, summary.owners
    (False, (port,))
    """
    words = lexicon.words
    low = lemma(noun.text)
    determiners = {c.lower_ for c in children(noun, "det", "predet", "amod", "mark")}
    if noun.pos_ == "NOUN" and "such" in determiners:
        return Summary(deed=False)
    loose = low not in words["anaphoric_nouns"]
    if noun.pos_ not in ("NOUN", "PROPN") or (loose and low not in words["shell_nouns"]):
        return None
    owners = tuple(children(noun, "poss"))
    if not owners and not determiners & {"the", "this", "that", "these", "those"}:
        return None
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "appos") and child.i > noun.i:
            # "the decision to leave", "the demand that Oz go" say themselves what they are
            if not any(t.text == "," for t in noun.doc[noun.i : child.i]):
                return None
        if child.dep_ == "prep" and child.lower_ in words["naming_prepositions"]:
            # but "the demands of Oz", "rejected the idea on Monday"
            if any(n.pos_ not in ("PROPN", "NUM") for n in children(child, "pobj", "pcomp")):
                return None
        if child.lower_ == "own":
            return None  # "its own plan": another one
        if child.dep_ in ("compound", "amod", "nmod") and child.text[:1].isupper():
            owners = (*owners, child)
        elif child.dep_ in ("compound", "nmod"):
            return None  # "the border plan": another one
    return Summary(deed=low in words["deed_nouns"], owners=owners, loose=loose)


def _does(claim: Claim, thing: Token, discourse: Discourse, lexicon: Lexicon) -> bool:
    """Tell whether a claim says that somebody does what a pronoun stands for ("will do it")."""
    verb = claim.predicate
    if claim.kind not in ("act", "intention") or verb.i != thing.head.i:
        return False
    if not discourse.resolve(claim.holders):
        return False
    modals = {c.lower_ for c in children(verb, "aux") if c.tag_ == "MD"}
    # "can do it", "let Oz do it" say nothing of who wants it
    willed = modals <= lexicon.words["volitional_modals"]
    if lemma(verb.text) == "do" and not modals:
        return False
    return willed and _deals_with(verb, thing, lexicon)


def _deals_with(verb: Token, thing: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb brings about what a pronoun stands for, ends it or judges it.

    Of "read it" and "raised it" nothing is known but that it was there.
    """
    if verb.i != thing.head.i or not (
        thing.dep_ in ("dobj", "nsubjpass") or is_object_clause(thing)
    ):
        return False
    low = lemma(verb.text)
    words = lexicon.words
    particles = {c.lower_ for c in children(verb, "prt")}
    if low == "do" or any(f"{low} {p}" in words["consenting_phrases"] for p in particles):
        return True
    if low in words["beholding_verbs"]:
        return False
    known = reading(verb, "obj", lexicon)
    if known is not None and known.kind == "attitude" and known.polarity:
        return True  # "intends to strike it out", "is ready to accept it"
    effects = [p for p in lexicon.readings("v", low) if p.kind == "effect"]
    return any(
        set(p.term.split()[1:]) <= particles if p.term != low else not particles for p in effects
    )


def is_object_clause(thing: Token) -> bool:
    """Tell whether somebody has, gets or wants something done with a thing ("had it lifted").

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> docs = parse(load_model(), ["Oz had the toll lifted.", "Oz says that the toll was lifted."])
    >>> [is_object_clause(next(t for t in doc if t.text == "toll")) for doc in docs]
    [True, False]
    """
    verb = thing.head
    return (
        thing.dep_ == "nsubj"
        and verb.tag_ == "VBN"
        and verb.dep_ in ("ccomp", "xcomp")
        and thing.i < verb.i
        and not children(verb, "aux", "auxpass", "mark")
    )


def _is_set_off(verb: Token) -> bool:
    """Tell whether a verb only says what is not meant by another ("lend it and not sell it")."""
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    denied = [t.lower_ for t in before] in (["and", "not"], [",", "not"], ["but", "not"])
    return verb.dep_ == "conj" and denied and not children(verb, "aux", "nsubj")


def _governs(verb: Token, infinitive: Token) -> bool:
    """Tell whether an infinitive, or one above it, is what a verb takes ("refused to do it")."""
    while infinitive.dep_ == "xcomp":
        infinitive = infinitive.head
        if infinitive.i == verb.i:
            return True
    return False


def claims_on(
    claims: Sequence[Claim], mention: IssueMention, discourse: Discourse, lexicon: Lexicon
) -> list[Claim]:
    """Return what is claimed of the thing that a pronoun or a short word stands for.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("Moscow refused to sign it. Moscow refused to read it.")
    >>> mentions = [mention_at(it) for it in words_in(discourse.doc, "it", "it")]
    >>> found = [walk(mention.head, 1, load_lexicon(), {}).claims for mention in mentions]
    >>> [bool(claims_on(c, m, discourse, load_lexicon())) for c, m in zip(found, mentions)]
    [True, False]
    """
    above = relation(mention.head)
    if _is_set_off(mention.head.head):
        return []
    kept = [
        c
        for c in claims
        if above is not None and _is_on(c, mention.head, above, discourse, lexicon)
    ]
    verb = mention.head.head
    if not kept and lemma(verb.text) == "happen" and negated(verb, lexicon):
        return [Claim("evaluate", -mention.sign, (), verb, "reject")]
    if not kept and (origin := senders_of(mention.head, lexicon)):
        return [Claim("attitude", mention.sign, tuple(origin), verb, "propose")]
    return kept


def _is_on(
    claim: Claim, thing: Token, above: tuple[Token, str], discourse: Discourse, lexicon: Lexicon
) -> bool:
    """Tell whether a claim is on a thing itself, `above` being what it hangs from, and how."""
    governor, role = above
    verb = claim.predicate
    if claim.kind == "urge":  # "had it struck out"
        had = governor.head.i == verb.i and is_object_clause(thing)
        return had and _deals_with(governor, thing, lexicon)
    if claim.kind not in ("attitude", "evaluate") and not _does(claim, thing, discourse, lexicon):
        return False
    if role == "subj" and claim.kind == "attitude" and verb.dep_ == "attr":
        # "that is an Ozian decision" is no wish of Oz, as "that was an Ozian idea" is
        thought = lexicon.words["anaphoric_nouns"] - lexicon.words["deed_nouns"]
        return lemma(verb.text) in thought and not negated(verb.head, lexicon)
    if governor.i in (verb.i, verb.head.i, verb.head.head.i):
        return True
    # "refused to sign it"
    return _governs(verb, governor) and _deals_with(governor, thing, lexicon)


def taken_up(
    noun: Token,
    kind: str,
    stated: Sequence[tuple[IssueMention, Claim]],
    mentions: Sequence[IssueMention],
    lexicon: Lexicon,
) -> dict[str, int]:
    """Return the issues that a noun takes up, with the sign of its stance or matter.

    `stated` is what its sentence has been found to claim, of which of its `mentions`.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Oz rejects a toll, a position that Ev shares."
    >>> oz, rejects, toll, position = words_in(text, "Oz", "rejects", "toll", "position")
    >>> stated = [(mention_at(toll), Claim("attitude", -1, (oz,), rejects, turned=True))]
    >>> taken_up(position, "stance", stated, [mention_at(toll)], load_lexicon())
    {'toll': -1}
    >>> taken_up(position, "matter", stated, [mention_at(toll)], load_lexicon())
    {'toll': 1}
    """
    first = noun.left_edge.i
    told = [
        (m, c) for m, c in stated if max(m.head.i, c.predicate.i) < first and m.pattern != ANAPHOR
    ]
    if lemma(noun.text) in lexicon.words["requirement_nouns"]:
        # "no toll unless Ev leaves, a condition that Ev rejects": of what comes first
        told = [(m, c) for m, c in told if c.kind == "precedence"]
    # what must come first stands beside what is told
    told = [(m, c) for m, c in told if c.kind != "precedence"] or told
    told = [(m, c) for m, c in told if noun.head in (c.predicate, *m.head.ancestors)] or told
    if not told:
        # "the toll, a step that Oz opposes", of which the sentence says nothing else
        beside = [m for m in mentions if noun.head in m.tokens and noun.dep_ == "appos"]
        return {m.issue: m.sign for m in beside if kind != "stance"}
    last = max(told, key=lambda pair: pair[0].head.i)
    several = noun.tag_ == "NNS" or kind == "stance"
    found: dict[str, int] = {}
    for mention, claim in told:
        together = claim.predicate.i == last[1].predicate.i and several
        if not (together or mention.issue == last[0].issue):
            continue
        if kind == "either" and claim.matter != claim.sign and not claim.ambivalent:
            continue
        if kind == "stance" and claim.ambivalent:
            continue
        sign = claim.sign if kind == "stance" else claim.matter
        if found.setdefault(mention.issue, sign) != sign:
            return {}
    return found
