"""The first stage: an article is read, and what could be a position in it collected.

Sentence by sentence an issue's mention, a claim that grammar makes about it, and
the actor who holds it are joined to a candidate. Whether that is a position is
for the second stage (`judging`) to say; nothing here is dropped for being
unlikely, only for being no position at all (questions, hypotheticals).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from stancegraph.case import Case
from stancegraph.extraction.anaphora import (
    ANAPHOR,
    claims_on,
    taken_up,
)
from stancegraph.extraction.antecedents import Antecedents
from stancegraph.extraction.asides import judged_aside
from stancegraph.extraction.assertions import (
    advises,
    asserted,
    lacks,
    meanwhile,
    unasked,
)
from stancegraph.extraction.candidates import Candidate, evidence
from stancegraph.extraction.cautions import (
    complains,
    harms_other,
)
from stancegraph.extraction.claims import Claim, ClaimKind, Walk
from stancegraph.extraction.conditions import awaited, condition_of, issues_in, lacking
from stancegraph.extraction.corroboration import corroborated
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.dating import is_over, narrates, statement_date
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.echoes import (
    Echo,
    answer_in,
    asked,
    echo_of,
    echoes_within,
    is_question,
    only_asks,
    posed_by,
)
from stancegraph.extraction.features import (
    claim_features,
    implied_features,
    record_features,
)
from stancegraph.extraction.frames import take_up, walk
from stancegraph.extraction.headings import take_heading, take_label
from stancegraph.extraction.implied import (
    Opposition,
    bystanders,
    implied_sign,
    opposition,
    signals,
)
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.matching import IssueMention, Matcher, own_matter
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.quotations import Quotation, enclosing, quotations
from stancegraph.extraction.reference import observe, refer
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.resumption import asides, takes_up
from stancegraph.extraction.sources import (
    UNSAID,
    Source,
    calling,
    of_quotation,
    of_sentence,
    reporting,
    source_of,
)
from stancegraph.extraction.speakers import (
    asks_throughout,
    guest_of,
    has_note,
    is_opinion,
    of_label,
    of_opening,
    of_paper,
    of_text,
    of_title,
)
from stancegraph.extraction.terms import (
    after_colon,
    foreign,
    in_document,
    laid_down,
    recounted,
    term_sign,
    turned_by_colon,
    voiced,
)
from stancegraph.extraction.trees import Doc, Span, Token
from stancegraph.extraction.utterances import (
    marks_off_any,
    said_of,
)
from stancegraph.extraction.voices import VOICES, Voices, is_party
from stancegraph.layout import Block
from stancegraph.model import Article, Attribution, Stance

__all__ = ["candidates"]

#: Relations in which no word takes up what was said before it: see `takes_up`.
_NO_SUMMARY = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "pobj",
        "compound",
        "poss",
        "det",
        "prep",
        "punct",
        "aux",
        "auxpass",
        "mark",
        "cc",
        "case",
        "neg",
    ]
)
#: Rules by which a sentence itself names its source.
_NAMED = ("report", "quote", "parenthesis", "colon")


class _Passage(NamedTuple):
    """A sentence, and where in the article it stands: `base` is where its block's text begins."""

    sentence: Span
    idioms: Mapping[int, Predicate]
    quotes: Sequence[Quotation]
    block: Block
    base: int


class _Walked(NamedTuple):
    """A mention, what grammar made of it, and who is said to say so."""

    mention: IssueMention
    result: Walk
    here: _Passage
    quote: Quotation | None
    source: Source

    @property
    def anaphoric(self) -> bool:
        """Whether the issue is named by a pronoun or a short word."""
        return self.mention.pattern == ANAPHOR

    @property
    def anew(self) -> bool:
        """Whether the issue is named by words of its own, in their place."""
        return not self.anaphoric and not self.mention.unplaced

    @property
    def labelling(self) -> bool:
        """Whether the mention is part of its block's label ("*Oz's plan:* …")."""
        return self.here.base + self.mention.head.idx < self.here.block.label_end


@dataclass
class _Reader:
    """Reads one article, block by block."""

    article: Article
    case: Case
    lexicon: Lexicon
    matcher: Matcher
    discourse: Discourse
    voices: Voices
    antecedents: Antecedents
    found: list[Candidate] = field(default_factory=list)
    #: A writer's own opinions are the matter of the text: no voice is carried over.
    opinion: bool = False
    questioner: bool = False
    #: The turns' labels so far, and whose turns they open.
    labels: dict[str, tuple[Referent, ...]] = field(default_factory=dict)
    #: What stands before the first turn, and may explain the labels.
    introduction: Sequence[Doc] = ()
    #: The issues that the sentence at hand names.
    mentions: Sequence[IssueMention] = ()
    #: Its mentions as grammar has read them.
    walked: list[_Walked] = field(default_factory=list)
    #: What it has been found to claim about them.
    stated: list[tuple[IssueMention, Claim]] = field(default_factory=list)
    #: Whether it has been read as the last voice's.
    heard: bool = False
    #: What the last sentence with any came to, and how many sentences ago.
    last: Sequence[Candidate] = ()
    since: int = 0
    #: What the sentence before asked, as issues and the signs of a "yes" to it.
    posed: frozenset[tuple[str, int]] = frozenset()
    #: Who was quoted last: the next paragraph may go on with the quotation.
    quoting: tuple[Referent, ...] = ()

    # Blocks -----------------------------------------------------------------

    def read(self, block: Block, doc: Doc, base: int) -> None:
        """Read a block whose parsed text begins at `base` in the article."""
        self.discourse.enter(doc)
        self.voices.before = None
        self.antecedents.enter(block)
        if block.kind == "turn" and block.label:
            self.turn(block.label)
        outer = self.discourse.speakers
        plain = block.kind == "paragraph" and not block.label
        opened = of_opening(doc, self.discourse) if plain else None
        if opened is not None:
            self.questioner, self.discourse.speakers = False, (opened,)
        if self.questioner and block.kind in ("turn", "paragraph", "heading"):
            self.listen_to_question(doc, block, base)
            return
        self.voices.enter(block)
        quotes = self.quotations(doc, block)
        previous = None
        for sentence in doc.sents:
            encoded = self.matcher.encode(sentence, self.discourse)
            every = self.matcher.find(encoded, previous, self.discourse, self.antecedents.named)
            mentions = [m for m in every if not self.antecedents.otherwise_called(m)]
            idioms = self.matcher.idioms(encoded)
            self.sentence(_Passage(sentence, idioms, quotes, block, base), mentions)
            previous = encoded
        self.voices.leave(block, doc)
        if opened is not None:
            self.discourse.speakers = outer

    def turn(self, label: str) -> None:
        """Begin a turn: what a questioner says is nobody's position."""
        low = label.lower().strip(" .:")
        self.questioner = low in self.lexicon.words["questioner_labels"]
        self.discourse.speakers = () if self.questioner else self.labelled(label)

    def labelled(self, label: str) -> tuple[Referent, ...]:
        """Return whose turn a label opens: a name, or a word for one named before.

        "OFFICIAL" is the "SENIOR OZIAN OFFICIAL", and a lone spokesperson the title's.
        """
        found = of_label(label, self.introduction, self.discourse)
        last = label.lower().rsplit(maxsplit=1)[-1]
        alike = {r for k, r in self.labels.items() if k.split()[-1] == last and r}
        if not found and len({tuple(x.actor for x in r) for r in alike}) == 1:
            found = next(iter(alike))
        if not found and last in self.lexicon.words["spokespersons"]:
            found = of_title(self.article, self.discourse.registry)
        self.labels.setdefault(label.lower(), found)
        return found

    def quotations(self, doc: Doc, block: Block) -> list[Quotation]:
        """Return a block's quotations, with who speaks them; its actors are taken note of."""
        quotes = quotations(doc)
        for sentence in doc.sents:
            observe(sentence, self.discourse)
        for quote in quotes:
            quote.source = tuple(of_quotation(quote, doc.sents, self.discourse, self.voices))
        self.resume(quotes, block, doc)
        return quotes

    def resume(self, quotes: Sequence[Quotation], block: Block, doc: Doc) -> None:
        """Give a quotation that opens a paragraph, with nobody beside it, to who was quoted last.

        Quotations of several paragraphs open their marks anew in each.
        """
        if block.kind != "paragraph" or block.label or not quotes:
            self.quoting = ()
            return
        first = quotes[0]
        if not first.source and self.quoting and not doc.text[: first.start].strip():
            # of several parts without a source, all are of the same speech
            for quote in quotes:
                quote.source = quote.source or self.quoting
        self.quoting = quotes[-1].source

    def listen_to_question(self, doc: Doc, block: Block, base: int) -> None:
        """Keep what a question is about: the answer may take it up with a pronoun.

        What a questioner tells before asking ("Oz has refused the toll. Why?") is read as news.
        """
        previous = None
        for sentence in doc.sents:
            observe(sentence, self.discourse)
            encoded = self.matcher.encode(sentence, self.discourse)
            every = self.matcher.find(encoded, previous, self.discourse, self.antecedents.named)
            mentions = [m for m in every if not m.unplaced]
            here = _Passage(sentence, self.matcher.idioms(encoded), (), block, base)
            previous = encoded
            asks = is_question(sentence)
            if not asks:
                self.mentions = mentions
                for mention in mentions:
                    self.mention(mention, here)
            self.antecedents.begin()
            self.antecedents.weigh(mentions, here.idioms)
            self.antecedents.end()
            self.posed = (
                posed_by(sentence, mentions, here.idioms, self.lexicon) if asks else frozenset()
            )
            self.last, self.since = (), 0

    # Sentences --------------------------------------------------------------

    def sentence(self, here: _Passage, every: Sequence[IssueMention]) -> None:
        """Read a sentence, of which `every` has all that its words may name."""
        mentions = own_matter([m for m in every if not m.unplaced], self.discourse, self.lexicon)
        self.mentions = mentions
        self.antecedents.begin()
        self.heard = False
        self.stated.clear()
        self.walked.clear()
        before = len(self.found)
        posed: frozenset[tuple[str, int]] = frozenset()
        question = is_question(here.sentence)
        if question:
            found: Sequence[Candidate] = ()
            heard = False
            self.antecedents.weigh(mentions, here.idioms)
            posed = posed_by(here.sentence, mentions, here.idioms, self.lexicon)
        else:
            self.statement(here)
            found = self.found[before:]
            heard = self.heard  # what is implied or out of its place carries no voice on
            self.surmise(here, found)
            for mention in every:
                if mention.unplaced:
                    self.mention(mention, here)
        self.voices.listen(here.sentence, heard=heard)
        self.antecedents.end(resolved=bool(found), question=question)
        self.remember(here, found, posed)

    def statement(self, here: _Passage) -> None:
        """Read what a sentence claims: of what it names, takes up, judges in passing, answers."""
        mentions, before = self.mentions, len(self.found)
        for mention in mentions:
            self.mention(mention, here)
        if self.stated or mentions or self.antecedents.before:
            for noun in here.sentence:
                if noun.dep_ not in _NO_SUMMARY:
                    self.taking_up(noun, here)
        for first, opening in asides(here.sentence, self.lexicon, here.idioms):
            self.aside(first, opening, here)
        for mention in self.antecedents.anaphors(here.sentence, mentions, self.last):
            self.mention(mention, here)
        if len(self.found) > before:
            self.within(here, self.found[before:])
        elif mentions:
            self.answered(here)
        else:
            self.echo(here)

    def surmise(self, here: _Passage, found: Sequence[Candidate]) -> None:
        """Read whose the issues may be that a sentence names, beside what it claims."""
        if not self.walked:
            return
        claimed = [c for c in found if self.opinion or c.actor != self.case.author]
        opposed = opposition(here.sentence, self.lexicon)
        for walked in self.walked:
            self.implied(walked, claimed, opposed)

    def remember(
        self, here: _Passage, found: Sequence[Candidate], posed: frozenset[tuple[str, int]]
    ) -> None:
        """Keep what a sentence came to or asked, for the short answers after it."""
        if found:
            self.last, self.since = found, 0
        elif posed:
            self.last, self.since = (), 0
        elif self.mentions or not (self.posed and only_asks(here.sentence, self.lexicon)):
            self.since += 1
        self.posed = posed or (self.posed if self.since == 0 else frozenset())

    # What a sentence takes up -----------------------------------------------

    def aside(self, first: int, opening: Token, here: _Passage) -> None:
        """Read a judgement on what was just said (", which Oz rejects", ", a red line for Oz")."""
        judged = judged_aside(first, opening, self.mentions, here.idioms, self.lexicon)
        if judged is not None:
            mention, result = judged
            quote = enclosing(opening, here.quotes)
            self.claims(_Walked(mention, result, here, quote, UNSAID))

    def taking_up(self, noun: Token, here: _Passage) -> None:
        """Read what is said of a noun that takes up the sentence ("…, a step that Oz opposes")."""
        kind = takes_up(noun, self.lexicon)
        if kind:
            taken = taken_up(noun, kind, self.stated, self.mentions, self.lexicon)
        else:
            taken = self.antecedents.predicated(noun, self.mentions)
        if not taken:
            return
        quote = enclosing(noun, here.quotes)
        source = Source(quote.source, "quote") if quote else UNSAID
        for issue, sign in sorted(taken.items()):
            result = take_up(noun, sign, self.lexicon, here.idioms)
            mention = IssueMention(issue, 1, noun, (noun,), ANAPHOR)
            for claim in result.claims:
                self.claim(claim, _Walked(mention, result, here, quote, source))

    def echo(self, here: _Passage) -> None:
        """Read a sentence that only answers the one before, as `echoes` describes."""
        echo = echo_of(here.sentence, self.lexicon) if self.since == 0 else None
        if echo is None or not (echo.holders or self.discourse.speakers):
            return
        answer = self.answer(echo)
        if answer is not None:
            self.echoed(echo, *answer, here)

    def answer(self, echo: Echo) -> tuple[str, int] | None:
        """Return what an echo answers, with the sign that it has for it."""
        views = {(c.issue, c.stance) for c in self.last if c.attribution != "ascribed"}
        if views:
            if len(views) != 1 or echo.question_only:
                return None
            [(issue, stance)] = views
            refused = stance == "oppose"
            if echo.basis == "matter" and echo.sign and refused:
                # for what is wanted, or for its refusal? Plain where that answered another
                if not all(c.features["anaphor"] for c in self.last):
                    return None
                refused = False
            return issue, -echo.sign if refused else echo.sign
        if len(self.posed) == 1:
            [(issue, posed)] = self.posed
            return issue, echo.sign * posed
        if not self.posed and echo.basis == "matter" and not echo.question_only:
            # what was only named: "A toll is on the table. Oz is against."
            named = self.antecedents.just_named()
            if named is not None and named.content:
                return named.mention.issue, echo.sign * named.content
        return None

    def within(self, here: _Passage, found: Sequence[Candidate]) -> None:
        """Read clauses that only answer the one before them (", as does Oz", "but Ev will not").

        `found` is what the sentence has come to so far.
        """
        for verb, echo in echoes_within(here.sentence, self.lexicon):
            chain = {verb.i, *(c.i for c in verb.subtree if c.dep_ in ("xcomp", "ccomp", "acomp"))}
            issues = {m.issue for m, c in self.stated if c.predicate.i in chain}
            views = {
                (c.issue, c.stance)
                for c in found
                if c.attribution != "ascribed" and c.issue in issues and not c.features["echo"]
            }
            if len({issue for issue, _ in views}) != len(views):
                continue
            for issue, stance in sorted(views):
                if stance in ("support", "oppose"):
                    sign = echo.sign if stance == "support" else -echo.sign
                    self.echoed(echo, issue, sign, here)

    def answered(self, here: _Passage) -> None:
        """Read a question that is told with its answer ("Asked whether …, Oz said no")."""
        told = answer_in(here.sentence, self.lexicon)
        if told is None:
            return
        clause, answer = told
        within = range(clause.left_edge.i, clause.right_edge.i + 1)
        inside = [m for m in self.mentions if m.head.i in within]
        posed = asked(inside, here.idioms, self.lexicon)
        if len(posed) == 1:
            [(issue, sign)] = posed
            self.echoed(answer, issue, answer.sign * sign, here)

    def echoed(self, echo: Echo, issue: str, sign: int, here: _Passage) -> None:
        """Record what an answer comes to."""
        holders, root = echo.holders, here.sentence.root
        claim = Claim(
            "attitude" if holders else "said",
            sign or 1,
            holders,
            root,
            ambivalent=not echo.sign,
            conditional=echo.conditional and sign > 0,
        )
        mention = IssueMention(issue, 1, root, (root,), ANAPHOR)
        result = Walk(claims=[claim], path=[root], steps=["echo"])
        speakers = () if holders else self.discourse.speakers
        source = Source(speakers, "speaker") if speakers else UNSAID
        self.claim(claim, _Walked(mention, result, here, None, source))

    # Mentions ---------------------------------------------------------------

    def mention(self, mention: IssueMention, here: _Passage) -> None:
        """Read what a sentence says of an issue where it names it."""
        quote = enclosing(mention.head, here.quotes)
        outer = self.discourse.speakers
        if quote is not None and quote.source:
            self.discourse.speakers = quote.source[:1]
        try:
            walked = _Walked(mention, self.walk(mention, here, quote), here, quote, Source((), ""))
            if walked.anew:
                self.antecedents.put(mention, walked.result)
            if not (walked.result.hypothetical or walked.result.denied):
                walked = walked._replace(source=self.claims(walked))
            if walked.anew:
                self.walked.append(walked)
        finally:
            self.discourse.speakers = outer

    def walk(self, mention: IssueMention, here: _Passage, quote: Quotation | None) -> Walk:
        """Return what grammar makes of a mention, up to the top of its sentence."""
        head = mention.head
        reported = (
            self.voices.voice is not None
            or quote is not None
            or self.voices.before is not None
            or bool(
                of_sentence(
                    here.sentence,
                    [head, *head.ancestors],
                    self.discourse,
                    self.voices,
                    self.lexicon,
                )
            )
        )
        inside = {t.i for t in mention.tokens}
        return walk(head, mention.sign, self.lexicon, here.idioms, inside, reported=reported)

    def implied(self, walked: _Walked, claimed: Sequence[Candidate], opposed: Opposition) -> None:
        """Read a mention as whose the passage makes it likely to be.

        `claimed` is what the sentence claims: another may hold as well what it claims of one, but
        where it has turned the sign there is no telling.
        """
        mention, result, here, source = walked.mention, walked.result, walked.here, walked.source
        if source.via == "writer" or (here.block.label and walked.labelling):
            return
        sign, doubts = implied_sign(mention, result, self.discourse, self.lexicon)
        stance: Stance = "support" if sign > 0 else "oppose"
        said = [c for c in claimed if c.issue == mention.issue]
        if not sign or any(c.stance != stance for c in said):
            return
        known = self.likely_holders(walked, said=bool(said))
        thought_of = {h.actor for referents, _ in known for h in referents}
        done = {c.actor for c in said}
        if thought_of <= done:
            return
        blocs = {m.actor for m in self.discourse.mentions(here.sentence)}
        hints = {
            "implied": 1.0,
            "implied_blocs": float(min(len(blocs), 4)) / 4,
            "implied_claimed": float(bool(said)),
            **{f"implied_doubt={doubt}": 1.0 for doubt in sorted(doubts)},
            **signals(mention, result, opposed, sign, self.lexicon),
        }
        claim, second = Claim("implied", sign, (), mention.head), False
        for referents, rule in known:
            holders = [h for h in referents if h.actor not in done]
            if not holders:
                continue
            done |= {h.actor for h in holders}
            hints |= {
                "implied_second": float(second),
                "implied_person": float(any(h.person for h in holders)),
                "implied_tells": float(self.narrated(rule, walked)),
                "implied_recounts": float(self.recounted(rule, walked)),
            }
            second = True
            theirs = walked._replace(source=Source(holders if rule == source.via else (), rule))
            for holder in self.counted(holders):
                self.emit(claim, holder, theirs, hints=hints)

    def likely_holders(self, walked: _Walked, *, said: bool) -> list[tuple[list[Referent], str]]:
        """Return who may hold what a sentence only names, and by which rule; the likeliest first.

        Who is named as its source comes first, unless the sentence has `said` who holds it.
        """
        source, known = walked.source, []
        if source.speakers and source.via in _NAMED and not said:
            known = [(list(source.speakers), source.via)]
        return known + bystanders(
            walked.mention,
            walked.result,
            walked.here.sentence,
            self.discourse,
            self.voices,
            walked.here.block,
            self.last_holders(),
            self.lexicon,
        )

    def narrated(self, rule: str, walked: _Walked) -> bool:
        """Tell whether a mention is part of what has happened, which is in nobody's voice."""
        voice = self.voices.voice
        spoken = rule == "voice" and voice is not None and voice.kind != "text"
        afresh = rule == "last" and self.last[0].start < walked.here.base  # a new paragraph
        return (rule in ("owner", "colon") or spoken or afresh) and narrates(walked.result.path)

    def recounted(self, rule: str, walked: _Walked) -> bool:
        """Tell whether a voice, to which a mention would go, reports or judges it."""
        voice, result = self.voices.voice, walked.result
        if rule != "voice" or voice is None:
            return False
        above = (walked.mention.head, *walked.mention.head.ancestors)
        return result.subject_of or recounted(above, result, voice, self.lexicon)

    def last_holders(self) -> list[Referent]:
        """Return who held what was found last, if that was one bloc and not long ago."""
        held = [c for c in self.last if c.actor in self.case.compared]
        if self.since > 1 or len({c.actor for c in held}) != 1:
            return []
        return [Referent(held[0].actor, held[0].holder_id, held[0].holder, "last")]

    def counted(self, holders: Iterable[Referent]) -> list[Referent]:
        """Return those of whom the case keeps account."""
        return [h for h in holders if h.actor in self.case.actors and h.actor != self.case.other]

    # Claims -----------------------------------------------------------------

    def claims(self, walked: _Walked) -> Source:
        """Record what is claimed of a mention; return who is said to say so."""
        mention, result, here = walked.mention, walked.result, walked.here
        source = source_of(
            mention,
            result,
            here.sentence,
            walked.quote,
            here.block.label_end - here.base,
            self.discourse,
            self.voices,
            self.lexicon,
        )
        if source.via in ("writer", "others"):
            return source
        walked = walked._replace(source=source)
        claims = self.made(walked)
        if not walked.anaphoric:
            if not source.speakers and walked.quote is None:
                claims, source = self.in_voice(claims, walked)
                if source is not walked.source:
                    walked = walked._replace(source=source)
            claims = in_document(claims, mention, result, source.speakers, self.discourse)
        claims = turned_by_colon(claims, mention, here.sentence, self.lexicon)
        if claims and awaited(here.sentence, mention, self.lexicon) is not None:
            claims = [replace(c, conditional=True) for c in claims if c.sign > 0]
        if not walked.anaphoric:
            claims = self.listed(claims, walked)
        for claim in asserted(claims, mention, result, self.lexicon):
            told = walked
            if source.via == "report" and claim.holders:
                speakers = reporting(claim, result, self.discourse)
                told = walked._replace(source=Source(speakers, "report") if speakers else UNSAID)
            self.claim(claim, told)
        return source

    def made(self, walked: _Walked) -> list[Claim]:
        """Return what a sentence claims of a mention by its grammar, or by saying it at all."""
        mention, result, source = walked.mention, walked.result, walked.source
        sentence = walked.here.sentence
        claims = list(result.claims)
        if source.via == "colon":
            claims = after_colon(claims, mention, result, sentence, self.discourse, self.lexicon)
        if walked.anaphoric:
            return claims_on(claims, mention, self.discourse, self.lexicon)
        return claims or said_of(mention, result, source, sentence, self.discourse, self.lexicon)

    def in_voice(self, claims: list[Claim], walked: _Walked) -> tuple[list[Claim], Source]:
        """Read what has no source in its sentence as the words of whose voice it is in."""
        mention, result = walked.mention, walked.result
        if owners := self.voices.under(mention.head):
            claims = laid_down(claims, mention, result, owners[0], self.discourse)
            return claims, Source(owners, "voice")
        voice = self.voices.heard_in(walked.here.sentence)
        if voice is not None:
            claims = voiced(claims, mention, result, voice, self.discourse, self.lexicon)
            # what "should" be, in an opinion, is the writer's word
            advice = self.opinion and any(advises(c) for c in claims)
            if claims and not claims[0].holders and not advice:
                self.heard = True
                return claims, Source(voice.speakers, voice.source)
        scene = None if self.opinion else self.voices.scene()
        if scene is not None:
            told = voiced(claims, mention, result, scene, self.discourse, self.lexicon)
            # "no border could be moved", but no mere fragment
            kinds = ("deontic", "evaluate", *(["bare"] if claims else []))
            if told and all(not c.holders and c.kind in kinds for c in told):
                self.heard = True
                return told, Source(scene.speakers, scene.source)
        return claims, walked.source

    def listed(self, claims: list[Claim], walked: _Walked) -> list[Claim]:
        """Read the items of a list under an actor's name as what that actor wants."""
        result, source = walked.result, walked.source
        titled = self.discourse.labelled is not None and walked.labelling
        owners = [] if titled or narrates(result.path) else self.voices.owners(walked.here.block)
        if not owners:
            return claims
        # "under Oz: its spokesman lists three demands: …"
        own = source.via == "colon" and source.speakers[0].actor == owners[0].actor
        if source.speakers and not (own and not claims):
            return claims
        strong = any(
            c.kind in ("attitude", "urge")
            and not (c.possible and foreign(c, owners[0], self.discourse))
            for c in claims
        )
        if strong:
            return claims
        return [Claim("bare", term_sign(claims, result), (), walked.mention.head)]

    def claim(self, claim: Claim, walked: _Walked) -> None:
        """Record a claim as the position of each who holds it, unless it is nobody's."""
        claim = self.befallen(claim, walked.source)
        if self.idle(claim, walked):
            return
        named = self.discourse.resolve(claim.holders)
        held = self.held(claim, named, walked)
        if held is None:
            return
        claim, holders, heading = held
        accusers = self.discourse.resolve(claim.accuser)
        mention, result, sentence = walked.mention, walked.result, walked.here.sentence
        condition = condition_of(claim, mention, result, sentence, self.lexicon)
        if condition is None:
            condition = lacking(claim, mention, result, self.lexicon)
            if condition is not None:
                claim = replace(claim, sign=1)  # "no talks without a truce": talks, with one
        sources = walked.source.speakers
        if claim.kind == "attitude" and self.predicate_in(claim, "endorsing_verbs"):
            # who says that somebody needs it wants it too
            holders += [s for s in sources if all(s.actor != k.actor for k in holders)]
        # "the Kremlin said that Oz and Ev will swap": what one of them says of both
        joint = (
            claim.kind in ("act", "intention", "attitude")
            and claim.sign > 0
            and len({h.actor for h in holders}) > 1
            and any(s.actor == h.actor for s in sources for h in named)
            and all(h.via not in ("pronoun", "pair") for h in named)
        )
        for holder in self.counted(holders):
            self.emit(claim, holder, walked, accusers, condition, heading=heading, joint=joint)

    def befallen(self, claim: Claim, source: Source) -> Claim:
        """Read what somebody says will befall another as said, and not for the other to intend.

        "Said that Oz would have no say": that is no intention of Oz.
        """
        if (
            claim.kind == "intention"
            and self.predicate_in(claim, "befalling_verbs")
            and source.via == "report"
            and source.speakers
            and foreign(claim, source.speakers[0], self.discourse)
        ):
            return replace(claim, kind="said", holders=())
        return claim

    def idle(self, claim: Claim, walked: _Walked) -> bool:
        """Tell whether a claim says nothing of what anybody wants."""
        source = walked.source
        if source.via == "scene" and any(is_party(noun) for noun in subjects(claim.predicate)):
            return True  # who the parties are does not tell whose treaty it is
        if claim.holders and not source.speakers and all(is_party(h) for h in claim.holders):
            if any(c.lower_ in ("will", "shall") for c in children(claim.predicate, "aux")):
                return True  # "The parties shall lay down arms": a treaty's clause, not yet theirs
        if claim.kind == "evaluate" and source.speakers:
            impairing = claim.sign != walked.mention.sign
            told = "impairing_verbs" if impairing else "serving_verbs"
            if self.predicate_in(claim, told):
                prized = impairing and any(
                    lemma(noun.text) in self.lexicon.words["prized_nouns"]
                    for noun in children(claim.predicate, "dobj")
                )
                speaker = source.speakers[0]
                if harms_other(claim.predicate, speaker, self.discourse) and not prized:
                    return True  # "would undermine Oz's calculations": perhaps all the better
        return unasked(claim, self.lexicon)

    def predicate_in(self, claim: Claim, words: str) -> bool:
        """Tell whether a claim's predicate is one of the lexicon's words of that name."""
        return lemma(claim.predicate.text) in self.lexicon.words[words]

    def held(
        self, claim: Claim, named: Sequence[Referent], walked: _Walked
    ) -> tuple[Claim, list[Referent], bool] | None:
        """Return a claim as it is to be read, who holds it, and whether by the heading over it.

        `named` are those whom its words name as holders. None where nobody is known to hold it.
        """
        sources, heading = walked.source.speakers, False
        holders = [h for h in named if h.actor in self.case.actors]
        if self.questioner and not holders:
            return None  # what a questioner thinks is nobody's position
        if claim.holders and not holders:
            said = self.said_of_nobody(claim, named, walked)
            if said is None:
                return None
            claim, holders = said, list(sources)
        elif not claim.holders:
            holders = list(sources)
            if claim.kind == "bare" and walked.source.via not in VOICES and not holders:
                holders, heading = self.voices.owners(walked.here.block), True
        if not holders and claim.kind == "evaluate":
            holders = calling(walked.result, self.discourse, self.lexicon)
        if not holders and claim.kind in ("deontic", "evaluate") and walked.quote is None:
            holders = [Referent(self.case.author, None, self.case.author, "author")]
        if claim.kind == "evaluate" and claim.holders and sources and claim.act != "reject":
            # "essential for Oz", said by somebody, is that somebody's judgement;
            # what is "unacceptable for Oz" is that for Oz alone
            holders = list(sources)
        return claim, holders, heading

    def said_of_nobody(
        self, claim: Claim, named: Sequence[Referent], walked: _Walked
    ) -> Claim | None:
        """Read a claim held by no actor as its source's: "X said a lasting peace needs it"."""
        source, result = walked.source, walked.result
        if (
            any(h.actor == self.case.other for h in named)
            or not source.speakers
            or source.via not in _NAMED
            or claim.kind == "accuse"
            or meanwhile(claim.predicate, self.lexicon)
            # "Oz's points: more arms after the shooting stops"
            or (source.via == "colon" and claim.predicate.dep_ in ("advcl", "pcomp", "relcl"))
            or marks_off_any(result)
        ):
            return None
        if claim.kind in ("attitude", "urge") and all(
            h.lower_ in self.lexicon.words["plural_pronouns"] for h in claim.holders
        ):
            return None  # "they want us to leave": the wish of others
        if lacks(claim, walked.mention, self.lexicon):
            # "said that the paper offers no guarantees": in complaint, or content with it
            if not complains(result, self.lexicon):
                return None
            claim = replace(claim, sign=walked.mention.sign)
        kind: ClaimKind = "precedence" if claim.kind == "precedence" else "said"
        return replace(claim, kind=kind, holders=())

    # Candidates -------------------------------------------------------------

    def emit(
        self,
        claim: Claim,
        holder: Referent,
        walked: _Walked,
        accusers: Sequence[Referent] = (),
        condition: Span | None = None,
        *,
        heading: bool = False,
        joint: bool = False,
        hints: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        """Record a candidate; `hints` are features of an implied one's own."""
        mention, result, here, source = walked.mention, walked.result, walked.here, walked.source
        attribution, attributed_by = _attribution(claim, holder, source, accusers, joint=joint)
        stance = _stance(claim, condition)
        features = claim_features(
            claim,
            mention,
            result,
            here.sentence,
            self.lexicon,
            holder="heading" if heading else holder.via,
            source=source.via,
            block=here.block.kind,
            quoted=walked.quote is not None,
            dependent=condition is not None,
        )
        if claim.kind == "implied":
            features = {**implied_features(features), **hints}
        elif mention.unplaced:
            named = mention.issue in self.antecedents.named
            features |= {"unplaced": 1.0, "unplaced_named": float(named)}
        known = self.case.known_signs(
            holder.holder_id or holder.actor, mention.issue, self.article.date
        )
        if known is not None:
            features |= record_features(features, known, stance, attribution)
        needed = condition if stance == "conditional" else None
        span = evidence(claim, mention, here.sentence)
        day, precision = statement_date(here.sentence, self.article.date)
        self.stated.append((mention, claim))
        self.found.append(
            Candidate(
                actor=holder.actor,
                holder=holder.text,
                holder_id=holder.holder_id,
                state=self.state_of(holder),
                issue=mention.issue,
                stance=stance,
                attribution=attribution,
                attributed_by=attributed_by,
                time="past" if holder.former or is_over(claim, self.lexicon) else "current",
                condition=needed.text if needed is not None else None,
                condition_issues=issues_in(needed, mention, self.mentions),
                speech_act=claim.act,
                date=day,
                date_precision=precision,
                start=here.base + span.start_char,
                end=here.base + span.end_char,
                features=features,
                steps=(
                    f"cue:{mention.pattern}",
                    *result.steps,
                    f"claim:{claim.kind}:{claim.predicate.text}",
                    f"holder:{holder.via}:{holder.text}",
                    f"source:{source.via}",
                ),
            )
        )

    def state_of(self, holder: Referent) -> str | None:
        """Return the id of the member state that a holder speaks for, if of one."""
        if holder.holder_id is None:
            return None
        line = self.case.lineage(holder.holder_id, self.article.date)
        return next((a for a in line if self.case.actors[a].kind == "state"), None)


def _attribution(
    claim: Claim,
    holder: Referent,
    source: Source,
    accusers: Sequence[Referent],
    *,
    joint: bool,
) -> tuple[Attribution, str | None]:
    """Return whether a claim is in its holder's own words, and else who lays it at their door."""
    if claim.kind == "accuse":
        return "ascribed", accusers[0].actor if accusers else None
    speaking = {s.actor for s in source.speakers}
    if speaking and holder.actor not in speaking:
        # a readout of what both have agreed is a report of the other side
        if not joint and source.via in ("report", "quote", "parenthesis", "speaker"):
            return "ascribed", source.speakers[0].actor
    elif speaking or claim.kind in ("said", "deontic", "evaluate"):
        return "self", None
    return "reported", None


def _stance(claim: Claim, condition: Span | None) -> Stance:
    # who "would consider it if Oz left" would have it then
    weighed = claim.act == "consider" and claim.sign > 0 and condition is not None
    if claim.ambivalent and not weighed:
        return "ambivalent"
    if claim.sign > 0:
        return "conditional" if claim.conditional or condition is not None else "support"
    return "oppose"


def candidates(
    article: Article,
    parsed: Sequence[tuple[Block, Doc, int]],
    case: Case,
    lexicon: Lexicon,
    registry: Registry,
    matcher: Matcher,
) -> list[Candidate]:
    """Return an article's candidates, in text order.

    Args:
        parsed: blocks with the parse of their text and its offset in the article.
    """
    discourse = Discourse(registry, lexicon, article.date, refer)
    turns = [n for n, (block, _, _) in enumerate(parsed) if block.kind == "turn"]
    texts = [doc.text for _, doc, _ in parsed]
    blocks = [block for block, _, _ in parsed]
    discourse.speakers = of_text(article, texts, registry, lexicon, turns=bool(turns))
    reader = _Reader(
        article,
        case,
        lexicon,
        matcher,
        discourse,
        Voices(case, lexicon, discourse),
        Antecedents(lexicon, discourse),
        opinion=is_opinion(article, parsed, lexicon),
        introduction=[doc for _, doc, _ in parsed[: turns[0]]] if turns else (),
    )
    guest: tuple[Referent, ...] = ()
    if not discourse.speakers:
        guest = guest_of(parsed, Discourse(registry, lexicon, article.date, refer))
    elif not article.speaker and asks_throughout(zip(blocks, texts, strict=True)):
        guest = discourse.speakers
    first = bool(blocks) and not article.text[: blocks[0].start].strip(" \n*_")
    note = blocks[0] if first and has_note(article) else None
    paper = of_paper(article, blocks, texts, registry, lexicon)
    outer = discourse.speakers
    for block, doc, base in parsed:
        if block is note:
            discourse.speakers = ()  # it is by the editors
        if block.kind == "heading":
            take_heading(article.text[block.start : block.end], discourse)
            reader.questioner = bool(guest) and "?" in doc.text
            discourse.speakers = () if reader.questioner else guest or discourse.speakers
        else:
            _label(discourse, block, article.text)
        if paper:
            theirs = block.kind == "bullet" and not discourse.heading and not discourse.labelled
            discourse.speakers = paper if theirs else ()
        reader.read(block, doc, base)
        if block.kind == "heading" and reader.questioner:
            reader.questioner, discourse.speakers = False, guest
        if block is note:
            discourse.speakers = outer
    return corroborated(sorted(reader.found, key=lambda c: (c.start, c.end)), article.text)


def _label(discourse: Discourse, block: Block, text: str) -> None:
    """Tell the discourse whose a block is by its label; a turn's label says who speaks."""
    colon = block.kind != "turn" and ":" in text[block.start : block.label_end]
    held = block.label if colon or block.kind == "bullet" else None
    take_label(held, block.level, discourse, place=block.label)
