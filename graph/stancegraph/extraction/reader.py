"""The first stage: an article is read, and what could be a position in it collected.

Sentence by sentence an issue's mention, a claim that grammar makes about it, and
the actor who holds it are joined to a candidate. Whether that is a position is
for the second stage (`judging`) to say; nothing here is dropped for being
unlikely, only for being no position at all (questions, hypotheticals).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from stancegraph.case import Case
from stancegraph.extraction.anaphora import (
    ANAPHOR,
    Matter,
    Summary,
    goes_on,
    main_matter,
    matter,
    other_things,
    sense,
    summary_of,
)
from stancegraph.extraction.candidates import Candidate, evidence
from stancegraph.extraction.claims import Claim, ClaimKind, Walk
from stancegraph.extraction.conditions import awaited, condition_of, issues_in, lacking
from stancegraph.extraction.corroboration import corroborated
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.dating import narrates, statement_date
from stancegraph.extraction.discourse import Discourse, Referent, Registry
from stancegraph.extraction.echoes import (
    Echo,
    answer_in,
    echo_of,
    echoes_within,
    is_yes_or_no_question,
)
from stancegraph.extraction.features import (
    claim_features,
    implied_features,
    record_features,
    unknown_act,
)
from stancegraph.extraction.frames import take_up, walk, walk_aside
from stancegraph.extraction.implied import (
    Opposition,
    bystanders,
    implied_sign,
    opposition,
    put_off,
    signals,
)
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.matching import IssueMention, Matcher
from stancegraph.extraction.moods import is_past
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, first_conjunct, subjects
from stancegraph.extraction.quotations import Quotation, enclosing, quotations
from stancegraph.extraction.readings import is_report, refuses
from stancegraph.extraction.relations import relation
from stancegraph.extraction.resumption import asides, takes_up
from stancegraph.extraction.speakers import (
    asks_throughout,
    guest_of,
    has_note,
    of_label,
    of_paper,
    of_text,
    of_title,
)
from stancegraph.extraction.trees import Doc, Span, Token
from stancegraph.extraction.voices import VOICES, Voice, Voices, is_party
from stancegraph.layout import Block
from stancegraph.model import Article, Attribution, Stance

__all__ = ["candidates"]

#: The most words between an issue's name and the comma before a judgement on it.
_LONGEST_LINK = 8
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


@dataclass(frozen=True, slots=True)
class _Walked:
    """A mention, what grammar made of it, and who is said to say so."""

    mention: IssueMention
    result: Walk
    sources: tuple[Referent, ...]
    via: str
    quote: Quotation | None


# How far behind "came" the noun of an answer stands, in tokens ("came the one-word answer").
_ANSWER = 6


@dataclass
class _Reader:
    """Reads one article, block by block."""

    article: Article
    case: Case
    lexicon: Lexicon
    matcher: Matcher
    discourse: Discourse
    voices: Voices
    found: list[Candidate] = field(default_factory=list)
    #: A writer's own opinions are the matter of the text: no voice is carried over.
    opinion: bool = False
    questioner: bool = False
    #: The turns' labels so far, and whose turns they open.
    labels: dict[str, tuple[Referent, ...]] = field(default_factory=dict)
    #: What stands before the first turn, and may explain the labels.
    introduction: Sequence[Doc] = ()
    #: The issues named last, and how many sentences ago; the text named last.
    antecedents: Sequence[Matter] = ()
    #: Whether the issues named last are those of another paragraph.
    crossed: bool = False
    #: In which sense the sentence at hand puts the issues that it names.
    matters: list[Matter] = field(default_factory=list)
    #: All issues named so far.
    named: set[str] = field(default_factory=set)
    #: The issue that each noun was last used of, where it was named in full.
    called: dict[str, str] = field(default_factory=dict)
    distance: int = 0
    #: Its mentions as grammar has read them.
    walked: list[_Walked] = field(default_factory=list)
    #: The issues that the sentence at hand names.
    mentions: Sequence[IssueMention] = ()
    #: What it has been found to claim about them.
    stated: list[tuple[IssueMention, Claim]] = field(default_factory=list)
    document: Matter | None = None
    #: What the last sentence with any came to, and how many sentences ago.
    last: Sequence[Candidate] = ()
    since: int = 0
    #: What the sentence before asked, as issues and the signs of a "yes" to it.
    posed: frozenset[tuple[str, int]] = frozenset()
    #: Whether the sentence at hand has been read as the last voice's.
    heard: bool = False
    #: Who was quoted last: the next paragraph may go on with the quotation.
    quoting: tuple[Referent, ...] = ()

    def read(self, block: Block, doc: Doc, base: int) -> None:
        """Read a block whose parsed text begins at `base` in the article."""
        self.discourse.enter(doc)
        self.voices.before = None
        self.crossed = block.kind != "turn"
        if block.kind == "heading":
            self.antecedents = ()
        if block.kind == "turn" and block.label:
            self.turn(block.label)
        outer = self.discourse.speakers
        opened = self.opened_by(doc) if block.kind == "paragraph" and not block.label else None
        if opened is not None:
            self.questioner, self.discourse.speakers = False, (opened,)
        if self.questioner and block.kind in ("turn", "paragraph", "heading"):
            self.listen_to_question(doc, block, base)
            return
        self.voices.enter(block)
        quotes = quotations(doc)
        sentences = list(doc.sents)
        for sentence in sentences:
            self.discourse.observe(sentence)
        for quote in quotes:
            quote.source = tuple(self.quote_source(quote, sentences))
        self.resume(quotes, block, doc)
        previous = None
        for sentence in sentences:
            encoded = self.matcher.encode(sentence, self.discourse)
            idioms = self.matcher.idioms(encoded)
            every = self.matcher.find(encoded, previous, self.discourse, self.named)
            every = [m for m in every if not self.called_otherwise(m)]
            mentions = self.own_matter([m for m in every if not m.unplaced])
            self.mentions = mentions
            self.matters = []
            previous = encoded
            question = _is_question(sentence)
            before = len(self.found)
            self.heard = False
            self.stated.clear()
            self.walked.clear()
            if not question:
                for mention in mentions:
                    self.mention(mention, sentence, idioms, quotes, block, base)
                for noun in sentence if self.stated or mentions or self.antecedents else ():
                    if noun.dep_ not in _NO_SUMMARY:
                        self.taking_up(noun, sentence, idioms, quotes, block, base)
                for first, opening in asides(sentence, self.lexicon, idioms):
                    self.aside(first, opening, mentions, sentence, idioms, quotes, block, base)
                for mention in self.anaphors(sentence, mentions):
                    self.mention(mention, sentence, idioms, quotes, block, base)
                self.within(sentence, before, block, base)
                if len(self.found) == before:
                    if mentions:
                        self.answered(sentence, mentions, idioms, block, base)
                    else:
                        self.echo(sentence, block, base)
            told = self.found[before:]
            claimed = [c for c in told if self.opinion or c.actor != self.case.author]
            heard = self.heard  # what is implied or out of its place carries no voice on
            if self.walked:
                opposed = opposition(sentence, self.lexicon)
                for walked in self.walked:
                    self.implied(walked, claimed, opposed, sentence, block, base)
            for mention in every if not question else ():
                if mention.unplaced:
                    self.mention(mention, sentence, idioms, quotes, block, base)
            posed: frozenset[tuple[str, int]] = frozenset()
            if question:
                self.weigh(mentions, idioms)
                posed = self.poses(sentence, mentions, idioms)
            self.voices.listen(sentence, heard=heard)
            self.note(self.matters, resolved=bool(told), question=question)
            if told:
                self.last = told
                self.since = 0
            elif posed:
                self.last, self.since = (), 0
            elif mentions or not (self.posed and _only_asks(sentence, self.lexicon)):
                self.since += 1
            self.posed = posed or (self.posed if self.since == 0 else frozenset())
        self.voices.leave(block, doc)
        if opened is not None:
            self.discourse.speakers = outer

    def called_otherwise(self, mention: IssueMention) -> bool:
        """Tell whether a second mention's noun was last used of another issue ("the package")."""
        return mention.later and any(
            self.called.get(noun, mention.issue) != mention.issue for noun in _nouns(mention)
        )

    def own_matter(self, mentions: Sequence[IssueMention]) -> list[IssueMention]:
        """Leave out "Oz's proposal" where the proposal is one to do what another mention names.

        "Rejected Oz's proposal to freeze the toll" is about the toll, whatever else Oz has
        proposed.
        """
        return [
            mention
            for mention in mentions
            if not any(
                other.issue != mention.issue and self.is_content(other.head, mention)
                for other in mentions
            )
        ]

    def is_content(self, content: Token, mention: IssueMention) -> bool:
        """Tell whether a mention is nothing but somebody's proposal, and a token what it asks."""
        noun = mention.head
        words = self.lexicon.words
        low = lemma(noun.text)
        if low not in words["proposal_nouns"] and low not in words["scheme_nouns"]:
            return False
        if any(
            t.pos_ not in ("DET", "PRON", "PART", "ADP") and not self.discourse.tags(t)
            for t in mention.tokens
            if t.i != noun.i and t.lower_ not in ("new", "latest", "own")
        ):
            return False
        for child in noun.children:
            if child.i < noun.i or not any(t.i == content.i for t in child.subtree):
                continue
            if child.dep_ in ("acl", "relcl") and child.tag_ == "VB":
                return True
            if low in words["proposal_nouns"]:
                clause = child.dep_ in ("acl", "relcl") and child.tag_ != "VBN"
                return clause or child.lower_ in ("for", "of", "on")
        return False

    def opened_by(self, doc: Doc) -> Referent | None:
        """Return whose turn a paragraph is that opens with a person's name ("Oz: We need it.")."""
        text = doc.text
        label = re.match(r"\s*([^\W\d_][\w'. -]{1,40}):\s+(?=\w)", text)
        if label is None or '"' in text or len(label[1].split()) > 4:
            return None
        found = self.discourse.named_in(label[1])
        return found if found is not None and found.person else None

    def listen_to_question(self, doc: Doc, block: Block, base: int) -> None:
        """Keep what a question is about: the answer may take it up with a pronoun.

        What a questioner tells before asking ("Oz has refused the toll. Why?") is read as news.
        """
        previous = None
        for sentence in doc.sents:
            self.discourse.observe(sentence)
            encoded = self.matcher.encode(sentence, self.discourse)
            mentions = self.matcher.find(encoded, previous, self.discourse, self.named)
            mentions = [m for m in mentions if not m.unplaced]
            previous = encoded
            idioms = self.matcher.idioms(encoded)
            if not _is_question(sentence):
                self.mentions = mentions
                for mention in mentions:
                    self.mention(mention, sentence, idioms, (), block, base)
            self.matters = []
            self.weigh(mentions, idioms)
            self.note(self.matters)
            self.posed = (
                self.poses(sentence, mentions, idioms) if _is_question(sentence) else frozenset()
            )
            self.last, self.since = (), 0

    def poses(
        self, question: Span, mentions: Sequence[IssueMention], idioms: Mapping[int, Predicate]
    ) -> frozenset[tuple[str, int]]:
        """Return what a question asks about, with the sign of a "yes" to it."""
        if not is_yes_or_no_question(question):
            return frozenset()
        return self.asked(mentions, idioms)

    def asked(
        self, mentions: Sequence[IssueMention], idioms: Mapping[int, Predicate]
    ) -> frozenset[tuple[str, int]]:
        """Return the issues of what is asked, each with the sign of a "yes" to it."""
        asked = []
        for mention in mentions:
            inside = {t.i for t in mention.tokens}
            result = walk(mention.head, mention.sign, self.lexicon, idioms, inside)
            if result.adjunct and len(mentions) > 1:
                continue  # "… after a truce?"
            judged = any(c.kind in ("evaluate", "deontic") for c in result.claims)
            does = any(t.dep_ == "nsubj" and t.head.i not in inside for t in result.path)
            if does and not judged:
                return frozenset()  # a yes to what an unknown verb says of it may be a no to it
            asked.append((mention.issue, result.sign))
        return frozenset(asked)

    def weigh(self, mentions: Sequence[IssueMention], idioms: Mapping[int, Predicate]) -> None:
        """Note what a question raises, though it claims nothing."""
        for mention in mentions:
            inside = {t.i for t in mention.tokens}
            result = walk(mention.head, mention.sign, self.lexicon, idioms, inside)
            raised = matter(mention, result, self.lexicon)
            self.matters.append(replace(raised, background=False))

    def note(
        self, matters: Sequence[Matter], *, resolved: bool = False, question: bool = False
    ) -> None:
        """Remember what a sentence names, for the pronouns and short words after it.

        `resolved` says that a sentence that names nothing has taken up what was named before.
        What a `question` raises stays the matter for a sentence longer.
        """
        if not matters:
            self.distance += not resolved
            return
        self.named.update(m.mention.issue for m in matters)
        for each in matters:
            if not each.mention.later and each.mention.pattern != ANAPHOR:
                for noun in _nouns(each.mention):
                    self.called[noun] = each.mention.issue
        self.antecedents = matters
        self.crossed = False
        self.distance = -1 if question else 0
        for put in matters:
            if lemma(put.mention.head.text) in self.lexicon.words["document_nouns"]:
                self.document = put

    def anaphors(self, sentence: Span, mentions: Sequence[IssueMention]) -> list[IssueMention]:
        """Return what stands for an issue named before ("rejected the proposal", "backs it")."""
        taken = {t.i for m in mentions for t in m.tokens}
        found = []
        for token in sentence:
            if token.dep_ not in ("dobj", "pobj", "nsubjpass", "nsubj"):
                continue
            several = token.lower_ in ("them", "these", "those")
            pronoun = several or token.lower_ in ("it", "this", "that")
            pronoun = pronoun and token.pos_ in ("PRON", "DET") and token.tag_ not in ("WDT", "WP")
            # "sees no need for one"
            pronoun = pronoun or (token.lower_ == "one" and not token.children)
            summary = None if pronoun else summary_of(token, self.lexicon)
            if not pronoun and summary is None:
                continue
            if any(t.i in taken for t in token.subtree):
                continue
            # what may make it mean something else: one such thing is let pass, two are not
            doubts = int(summary is not None and summary.loose)
            if doubts and self.matters:
                continue  # a thing beside the issue that the sentence names
            if pronoun and token.dep_ == "nsubj" and not self.judged(token):
                if not _handled(token):
                    continue
            earlier = [m for m in self.matters if m.mention.head.i < token.i]
            antecedent: Matter | None = None
            start = sentence.start
            if earlier and pronoun:
                antecedent = earlier[-1]
                start = antecedent.mention.head.right_edge.i + 1
            elif self.distance <= int(summary is not None and not summary.deed):
                antecedent = main_matter(self.antecedents)
                doubts += self.crossed
            if antecedent is None and earlier:
                antecedent = main_matter([replace(m, background=False) for m in earlier])
            if antecedent is None and summary is not None and self.document is not None:
                head = lemma(self.document.mention.head.text)
                if lemma(token.text) in self.lexicon.words["text_nouns"] | {head}:
                    antecedent = self.document
            if antecedent is None:
                continue
            plural = any(t.tag_ in ("NNS", "NNPS") for t in antecedent.mention.tokens)
            if token.lower_ == "them" and not plural:
                continue
            if pronoun and (
                (not earlier and goes_on(antecedent.mention.head)) or self.otherwise(token, start)
            ):
                continue
            if doubts > 1:
                continue
            thing = several or (
                token.lower_ not in ("this", "that") and (bool(earlier) or antecedent.judged)
            )
            sign = sense(antecedent, summary, thing=thing)
            if sign and (summary is None or self.owned(summary, antecedent)):
                issue = antecedent.mention.issue
                found.append(IssueMention(issue, sign, token, (token,), ANAPHOR, loose=doubts > 0))
        return found

    def otherwise(self, pronoun: Token, start: int) -> bool:
        """Tell whether an "it" may mean something else that its sentence has named before it."""
        return pronoun.lower_ == "it" and any(
            not self.discourse.resolve([noun])
            for noun in other_things(pronoun, start, self.lexicon)
        )

    def owned(self, summary: Summary, antecedent: Matter) -> bool:
        """Tell whether "the Ozian plan" is what Oz was said to want."""
        if not summary.owners:
            return True
        owners = {r.actor for r in self.discourse.resolve(summary.owners)}
        put = "support" if sense(antecedent, summary) > 0 else "oppose"
        issue = antecedent.mention.issue
        return any(c.actor in owners and c.issue == issue and c.stance == put for c in self.last)

    def judged(self, pronoun: Token) -> bool:
        """Tell whether a pronoun is the subject of a judgement ("that is unacceptable")."""
        verb = pronoun.head
        if verb.pos_ in ("ADJ", "NOUN") and verb.dep_ == "ccomp":
            # "finds that intolerable"
            return lemma(verb.head.text) in self.lexicon.words["naming_verbs"]
        known = (*self.lexicon.words["copulas"], "happen", "'s")
        if any(p.lower_ == "for" and p.i > verb.i for p in children(verb, "prep")):
            return False  # "it is for Oz to decide"
        if any(children(word, "xcomp", "ccomp") for word in children(verb, "acomp")):
            return False  # "it was too soon to speak of that"
        return lemma(verb.text) in known and not children(verb, "ccomp", "xcomp", "advcl", "csubj")

    def echo(self, sentence: Span, block: Block, base: int) -> None:
        """Read a sentence that only answers the one before, as `echoes` describes."""
        if self.since > 0:
            return
        echo = echo_of(sentence, self.lexicon)
        if echo is None:
            return
        if not echo.holders and not self.discourse.speakers:
            return
        views = {(c.issue, c.stance) for c in self.last if c.attribution != "ascribed"}
        if views:
            if len(views) != 1 or echo.question_only:
                return
            [(issue, stance)] = views
            refused = stance == "oppose"
            if echo.basis == "matter" and echo.sign and refused:
                # for what is wanted, or for its refusal? Plain where that answered another
                if not all(c.features["anaphor"] for c in self.last):
                    return
                refused = False
            sign = -echo.sign if refused else echo.sign
        elif len(self.posed) == 1:
            [(issue, posed)] = self.posed
            sign = echo.sign * posed
        elif not self.posed and echo.basis == "matter" and not echo.question_only:
            # what was only named: "A toll is on the table. Oz is against."
            named = main_matter(self.antecedents) if self.distance == 0 else None
            if named is None or not named.content:
                return
            issue, sign = named.mention.issue, echo.sign * named.content
        else:
            return
        self.echoed(echo, issue, sign, sentence, block, base)

    def within(self, sentence: Span, before: int, block: Block, base: int) -> None:
        """Read clauses that only answer the one before them (", as does Oz", "but Ev will not").

        `before` is how many candidates there were before the sentence.
        """
        if len(self.found) == before:
            return
        told = self.found[before:]
        for verb, echo in echoes_within(sentence, self.lexicon):
            chain = {verb.i, *(c.i for c in verb.subtree if c.dep_ in ("xcomp", "ccomp", "acomp"))}
            issues = {m.issue for m, c in self.stated if c.predicate.i in chain}
            views = {
                (c.issue, c.stance)
                for c in told
                if c.attribution != "ascribed" and c.issue in issues and not c.features["echo"]
            }
            if len({issue for issue, _ in views}) != len(views):
                continue
            for issue, stance in sorted(views):
                if stance in ("support", "oppose"):
                    sign = echo.sign if stance == "support" else -echo.sign
                    self.echoed(echo, issue, sign, sentence, block, base)

    def answered(
        self,
        sentence: Span,
        mentions: Sequence[IssueMention],
        idioms: Mapping[int, Predicate],
        block: Block,
        base: int,
    ) -> None:
        """Read a question that is told with its answer ("Asked whether …, Oz said no")."""
        told = answer_in(sentence, self.lexicon)
        if told is None:
            return
        clause, answer = told
        within = range(clause.left_edge.i, clause.right_edge.i + 1)
        posed = self.asked([m for m in mentions if m.head.i in within], idioms)
        if len(posed) == 1:
            [(issue, sign)] = posed
            self.echoed(answer, issue, answer.sign * sign, sentence, block, base)

    def echoed(
        self, echo: Echo, issue: str, sign: int, sentence: Span, block: Block, base: int
    ) -> None:
        """Record what an answer comes to."""
        holders = echo.holders
        claim = Claim(
            "attitude" if holders else "said",
            sign or 1,
            holders,
            sentence.root,
            ambivalent=not echo.sign,
            conditional=echo.conditional and sign > 0,
        )
        mention = IssueMention(issue, 1, sentence.root, (sentence.root,), ANAPHOR)
        result = Walk(claims=[claim], path=[sentence.root], steps=["echo"])
        sources = [] if holders else list(self.discourse.speakers)
        via = "speaker" if sources else "none"
        self.claim(claim, mention, result, sources, via, sentence, None, block, base)

    def turn(self, label: str) -> None:
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

    def quote_source(self, quote: Quotation, sentences: Sequence[Span]) -> list[Referent]:
        """Return who speaks a quotation: the subject of the reporting verb beside it."""
        touching = [
            s for s in sentences if s.end_char > quote.start - 2 and s.start_char < quote.end + 2
        ]
        for sentence in [*touching[:1], *touching[-1:]]:
            outside = [t for t in sentence if not quote.has(t)]
            found = self.voices.reporting(outside)
            if found:
                return found
            named = self.voices.according(sentence)
            if named:
                return named
        if not touching:
            return []
        for token in touching[-1]:
            # '"…," Oz went on': whatever the verb, what follows a quotation's comma speaks it
            after = token.idx >= quote.end and token.pos_ == "VERB"
            if after and token.doc.text[quote.end - 2 : quote.end - 1] in ",?!":
                found = self.discourse.resolve(children(token, "nsubj"))
                if found:
                    return found
                break
        first = touching[0]
        lead = [t for t in first if t.idx < quote.start]
        for token in lead:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.i >= first.start:
                found = self.discourse.resolve([token])
                if found:
                    return found
        if not lead:
            place = sentences.index(first)
            if place > 0:
                return self.voices.reporting(list(sentences[place - 1]))[:1]
        return []

    def parenthetical(self, sentence: Span, path: Sequence[Token]) -> list[Referent]:
        """Return the source of a whole sentence ("…, he said", "according to …")."""
        found = self.voices.according(sentence)
        if found:
            return found
        on_path = {t.i for t in path}
        for token in sentence:
            if token.pos_ != "VERB" or token.i in on_path:
                continue
            if not is_report(token, self.lexicon):
                continue
            if token.dep_ == "pcomp" and token.head.lower_ == "as" and not children(token, "ccomp"):
                # "…, Oz was quoted as saying"
                referents = self.discourse.resolve(subjects(token))
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
                clause = token
                while clause.dep_ in ("xcomp", "acomp"):
                    clause = clause.head  # "a toll that Oz refuses to accept"
                if clause.dep_ in ("relcl", "conj", "advcl", "ccomp") and not (
                    before == "," or _set_off(token)
                ):
                    continue
                rest = {
                    word
                    for p in self.lexicon.readings("v", lemma(token.text))
                    for word in p.term.split()[1:]
                }
                if max(on_path) < token.i and any(
                    c.i > token.i and c.lower_ not in rest for c in children(token, "ccomp")
                ):
                    continue  # "…, while Oz says that it must wait": of something else
                referents = self.discourse.resolve(subjects(token))
                if referents:
                    return referents
        return self.resounding(sentence, path[0].i)

    def resounding(self, sentence: Span, inside: int) -> list[Referent]:
        """Return whose words a token is in ("…, came the answer from Oz", "…, was Oz's reply")."""
        words = self.lexicon.words
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
                return self.discourse.resolve(places[:1]) or self.discourse.resolve([noun])
        return []

    def attested(self, sentence: Span) -> list[Referent]:
        """Return who is said to have stated a sentence by the next ("This was stated by Oz.")."""
        doc = sentence.doc
        if sentence.end >= len(doc):
            return []
        root = doc[sentence.end].sent.root
        if not is_report(root, self.lexicon) or children(root, "ccomp", "xcomp"):
            return []
        if any(t.lower_ == "this" for t in children(root, "nsubjpass")):
            makers = [n for by in children(root, "agent") for n in children(by, "pobj")]
        elif any(t.lower_ == "this" for t in children(root, "dobj")):
            makers = children(root, "nsubj")
        else:
            return []
        return self.discourse.resolve(makers)

    def mention(
        self,
        mention: IssueMention,
        sentence: Span,
        idioms: Mapping[int, Predicate],
        quotes: Sequence[Quotation],
        block: Block,
        base: int,
    ) -> None:
        head = mention.head
        quote = enclosing(head, quotes)
        outer = self.discourse.speakers
        if quote is not None and quote.source:
            self.discourse.speakers = quote.source[:1]
        try:
            inside = {t.i for t in mention.tokens}
            reported = self.voices.voice is not None or quote is not None
            reported = reported or self.voices.before is not None
            reported = reported or bool(self.parenthetical(sentence, [head, *head.ancestors]))
            result = walk(head, mention.sign, self.lexicon, idioms, inside, reported=reported)
            if mention.pattern != ANAPHOR and not mention.unplaced:
                self.matters.append(matter(mention, result, self.lexicon))
            sources: Sequence[Referent] = ()
            via = ""
            if not (result.hypothetical or result.denied):
                sources, via = self.claims(mention, result, sentence, quote, block, base)
            if mention.pattern != ANAPHOR and not mention.unplaced:
                self.walked.append(_Walked(mention, result, tuple(sources), via, quote))
        finally:
            self.discourse.speakers = outer

    def implied(
        self,
        walked: _Walked,
        claimed: Sequence[Candidate],
        opposed: Opposition,
        sentence: Span,
        block: Block,
        base: int,
    ) -> None:
        """Read a mention as whose the passage makes it likely to be.

        `claimed` is what the sentence claims: another may hold as well what it claims of one, but
        where it has turned the sign there is no telling, and what is only supposed is a condition
        or the time of what its holder claims.
        """
        mention, result, sources, via = walked.mention, walked.result, walked.sources, walked.via
        if via == "writer" or (block.label and base + mention.head.idx < block.label_end):
            return
        sign, doubts = implied_sign(mention, result, self.discourse, self.lexicon)
        stance: Stance = "support" if sign > 0 else "oppose"
        said = [c for c in claimed if c.issue == mention.issue]
        if not sign or any(c.stance != stance for c in said):
            return
        named = sources if via in ("report", "quote", "parenthesis", "colon") and not said else ()
        known = [(list(named), via)] if named else []
        known += bystanders(
            mention,
            result,
            sentence,
            self.discourse,
            self.voices,
            block,
            self.last_holders(),
            self.lexicon,
        )
        thought_of = {h.actor for referents, _ in known for h in referents}
        if "hypothetical" in doubts and any(c.actor in thought_of for c in claimed):
            return
        done = {c.actor for c in said}
        if thought_of <= done:
            return
        blocs = {m.actor for m in self.discourse.mentions(sentence)}
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
                "implied_tells": float(self.tells(rule, result, base)),
                "implied_recounts": float(self.recounts(rule, mention, result)),
            }
            second = True
            for holder in holders:
                if holder.actor in self.case.actors and holder.actor != self.case.other:
                    self.emit(
                        claim,
                        holder,
                        mention,
                        result,
                        holders if rule == via else (),
                        rule,
                        (),
                        None,
                        sentence,
                        walked.quote,
                        block,
                        base,
                        heading=False,
                        joint=False,
                        hints=hints,
                    )

    def tells(self, rule: str, result: Walk, base: int) -> bool:
        """Tell whether a mention is part of what has happened, which is in nobody's voice."""
        voice = self.voices.voice
        spoken = rule == "voice" and voice is not None and voice.kind != "text"
        afresh = rule == "last" and self.last[0].start < base  # a new paragraph
        return (rule in ("owner", "colon") or spoken or afresh) and narrates(result.path)

    def recounts(self, rule: str, mention: IssueMention, result: Walk) -> bool:
        """Tell whether a voice, to which a mention would go, reports or judges it."""
        voice = self.voices.voice
        if rule != "voice" or voice is None:
            return False
        above = (mention.head, *mention.head.ancestors)
        return result.subject_of or self.recounted(above, result, voice)

    def last_holders(self) -> list[Referent]:
        """Return who held what was found last, if that was one bloc and not long ago."""
        held = [c for c in self.last if c.actor in self.case.compared]
        if self.since > 1 or len({c.actor for c in held}) != 1:
            return []
        return [Referent(held[0].actor, held[0].holder_id, held[0].holder, "last")]

    def aside(
        self,
        first: int,
        opening: Token,
        mentions: Sequence[IssueMention],
        sentence: Span,
        idioms: Mapping[int, Predicate],
        quotes: Sequence[Quotation],
        block: Block,
        base: int,
    ) -> None:
        """Read a judgement on what was just said (", which Oz rejects", ", a red line for Oz")."""
        pause = first - 1
        before = [m for m in mentions if m.tokens[-1].i < pause]
        if not before or any(m.head.i == opening.i for m in mentions):
            return
        mention = max(before, key=lambda m: m.tokens[-1].i)
        inside = {t.i for t in mention.tokens}
        between = sentence.doc[max(inside) + 1 : pause]
        words = self.lexicon.words
        if len(between) > _LONGEST_LINK or any(
            t.text in ",–—:" or t.lower_ in words["parting_words"] or t.tag_ in ("VBD", "VBZ", "MD")
            for t in between
        ):
            return  # what is judged may be something else
        told = walk(mention.head, mention.sign, self.lexicon, idioms, inside)
        if told.hypothetical or told.denied or told.silent or told.subject_of or told.aside:
            return
        sign = self.matter(told, mention)
        if not sign and opening.tag_ != "WDT" and not told.claims and not told.flips:
            sign = mention.sign  # "membership, a red line for Oz, was not mentioned"
        if not sign:
            return
        result = walk_aside(opening, sign, self.lexicon, idioms)
        result.claims[:] = [
            c
            for c in result.claims
            if c.kind != "act" or lemma(c.predicate.text) in words["copulas"]
        ]
        if not result.claims or any(c.predicate.i >= first for c in told.claims):
            return
        result.sources += told.sources
        result.path += told.path
        quote = enclosing(opening, quotes)
        self.claims(mention, result, sentence, quote, block, base)

    def matter(self, told: Walk, mention: IssueMention) -> int:
        """Return the sign of the thing that a sentence tells of, 0 where that is not plain.

        What ", which Oz rejects" rejects is the thing wanted; after "refused to do it" it may
        be the thing or the refusal.
        """
        strong = [c for c in told.claims if c.kind not in ("said", "bare", "accuse")]
        if any(c.negated or c.ambivalent or c.past for c in strong):
            return 0
        if any(
            c.kind == "act" and (told.unknown or unknown_act(c, mention, self.lexicon))
            for c in strong
        ):
            return 0  # "shelled a port, which Oz condemned"
        if any(refuses(c.predicate, self.lexicon) for c in strong):
            return 0
        if not strong:
            # "the plan has Oz leave the valley": the terms of a text
            verbs = [t for t in told.path[-1:] if t.pos_ in ("VERB", "AUX")]
            texts = self.lexicon.words["document_nouns"]
            if any(lemma(n.text) in texts for v in verbs for n in subjects(v)):
                return told.sign
        signs = {c.sign for c in strong}
        return signs.pop() if len(signs) == 1 else 0

    def taking_up(
        self,
        noun: Token,
        sentence: Span,
        idioms: Mapping[int, Predicate],
        quotes: Sequence[Quotation],
        block: Block,
        base: int,
    ) -> None:
        """Read what is said of a noun that takes up the sentence ("…, a step that Oz opposes")."""
        kind = takes_up(noun, self.lexicon)
        taken = self.taken_up(noun, kind) if kind else self.predicated(noun)
        if not taken:
            return
        quote = enclosing(noun, quotes)
        via, sources = ("quote", list(quote.source)) if quote else ("none", [])
        for issue, sign in sorted(taken.items()):
            result = take_up(noun, sign, self.lexicon, idioms)
            mention = IssueMention(issue, 1, noun, (noun,), ANAPHOR)
            for claim in result.claims:
                self.claim(claim, mention, result, sources, via, sentence, quote, block, base)

    def predicated(self, noun: Token) -> dict[str, int]:
        """Return what "it is an idea that Oz rejects" and "that is what Oz wants" are about."""
        if noun.dep_ not in ("attr", "dobj") or self.distance > 0:
            return {}
        verb = noun.head
        if noun.dep_ == "dobj":  # "that is what Oz refuses to do"
            clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "ccomp"), None)
            if noun.tag_ != "WP" or clause is None:
                return {}
            verb = clause.head
        elif not children(noun, "relcl"):
            return {}
        pronouns = [c for c in children(verb, "nsubj") if c.lower_ in ("it", "this", "that")]
        if lemma(verb.text) not in self.lexicon.words["copulas"] or not pronouns:
            return {}
        if any(m.head.i < pronouns[0].i for m in self.mentions) or negated(verb, self.lexicon):
            return {}
        put = main_matter(self.antecedents)
        if put is None or goes_on(put.mention.head):
            return {}
        sign = sense(put, None)
        return {put.mention.issue: sign} if sign else {}

    def taken_up(self, noun: Token, kind: str) -> dict[str, int]:
        """Return the issues that a noun takes up, with the sign of its stance or matter."""
        first = noun.left_edge.i
        told = [
            (m, c)
            for m, c in self.stated
            if max(m.head.i, c.predicate.i) < first and m.pattern != ANAPHOR
        ]
        if lemma(noun.text) in self.lexicon.words["requirement_nouns"]:
            # "no toll unless Ev leaves, a condition that Ev rejects": of what comes first
            told = [(m, c) for m, c in told if c.kind == "precedence"]
        # what must come first stands beside what is told
        told = [(m, c) for m, c in told if c.kind != "precedence"] or told
        told = [(m, c) for m, c in told if noun.head in (c.predicate, *m.head.ancestors)] or told
        if not told:
            # "the toll, a step that Oz opposes", of which the sentence says nothing else
            beside = [m for m in self.mentions if noun.head in m.tokens and noun.dep_ == "appos"]
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

    def claims(
        self,
        mention: IssueMention,
        result: Walk,
        sentence: Span,
        quote: Quotation | None,
        block: Block,
        base: int,
    ) -> tuple[list[Referent], str]:
        """Record what is claimed of a mention; return who is said to say so, and how it is said."""
        sources: list[Referent] = []
        via = "none"
        for tokens in result.sources:
            sources = self.discourse.resolve(tokens)
            via = "report"
            if sources:
                break
        first_person = self.lexicon.words["first_pronouns"]
        if not sources and any(t.lower_ in first_person for s in result.sources for t in s):
            return [], "writer"  # whose own belief it is
        if not sources and quote is None and any(map(self.nameless, result.sources)):
            return [], "others"  # "colleagues tell me that the guns should rest"
        if not sources and quote is not None and quote.source:
            sources, via = list(quote.source), "quote"
        if not sources:
            sources = self.parenthetical(sentence, result.path)
            via = "parenthesis" if sources else via
        if not sources:
            sources = self.voices.before_colon(sentence, mention.head, block.label_end - base)
            via = "colon" if sources else via
        claims = list(result.claims)
        if via == "colon":
            claims = self.after_colon(claims, mention, result, sentence)
        if not sources and quote is None:
            sources = self.attested(sentence)
            via = "parenthesis" if sources else via
        if not sources and self.discourse.speakers:
            sources, via = list(self.discourse.speakers), "speaker"
        if mention.pattern == ANAPHOR:
            above = relation(mention.head)
            claims = [
                c
                for c in claims
                if above is not None
                and (c.kind in ("attitude", "evaluate") or self.does(c, mention.head))
                # "that is an Ozian decision" is no wish of Oz
                and not (above[1] == "subj" and c.kind == "attitude" and c.predicate.dep_ == "attr")
                and (
                    above[0].i in (c.predicate.i, c.predicate.head.i, c.predicate.head.head.i)
                    # "refused to sign it"
                    or (_governs(c.predicate, above[0]) and self.deals_with(above[0], mention.head))
                )
            ]
            verb = mention.head.head
            if not claims and lemma(verb.text) == "happen" and negated(verb, self.lexicon):
                claims = [Claim("evaluate", -mention.sign, (), verb, "reject")]
        elif (
            not claims
            and sources
            and result.consequence is not None
            and self.in_warning(result)
            and not self.harms_other(result.consequence, sources[0])
        ):
            # "it would split the town, Oz warned"
            claims = [Claim("said", -result.sign, (), mention.head, "warn")]
        elif (
            not claims
            and sources
            and via != "none"
            and not (result.silent or result.unsigned or result.aside)
            and (not result.subject_of or self.warned(result) or self.to_come(via, result))
            and not self.threatened(result, sources[0])
            and not _renamed(result)
            and not put_off(mention, self.lexicon)
        ):
            refused = self.refused(sentence, mention.head)
            sign = -result.sign if refused else result.sign
            words = self.lexicon.words["complaining_verbs"]
            if any(step.removeprefix("report:") in words for step in result.steps):
                sign = -sign  # "complained that it was being left out"
            if self.warned(result):
                sign = -sign  # "warned that joining it would lead to ruin"
            lost = (via == "parenthesis" and _stranded(result, sentence)) or _torn(mention)
            if not lost and not _any(result) and not _asked_how(result):
                claims = [Claim("said", sign, (), mention.head)]
        if not sources and quote is None and mention.pattern != ANAPHOR:
            sources = self.voices.under(mention.head)
            if sources:
                via = "voice"
                claims = self.terms(claims, mention, result, sources[0])
        voice = self.voices.heard_in(sentence)
        if not sources and voice is not None and mention.pattern != ANAPHOR and quote is None:
            claims = self.voiced(claims, mention, result, voice)
            # what "should" be, in an opinion, is the writer's word
            advice = self.opinion and any(self.advises(c) for c in claims)
            if claims and not claims[0].holders and not advice:
                sources = list(voice.speakers)
                self.heard = True
                via = voice.source
        free = not sources and quote is None and mention.pattern != ANAPHOR
        if free and not self.opinion and (scene := self.voices.scene()) is not None:
            told = self.voiced(claims, mention, result, scene)
            # "no border could be moved", but no mere fragment
            kinds = ("deontic", "evaluate", *(["bare"] if claims else []))
            if told and all(not c.holders and c.kind in kinds for c in told):
                claims, sources, via = told, list(scene.speakers), scene.source
                self.heard = True
        if sources and sources[0].via == "document" and mention.pattern != ANAPHOR:
            # "under Oz's plan, Ev would leave": a term of the text, not Ev's wish
            weak = all(c.kind in ("act", "intention") for c in claims)
            if claims and weak and not result.subject_of and not result.silent:
                if all(self.foreign(c, sources[0]) for c in claims):
                    claims = [Claim("bare", _terms(claims, result), (), mention.head)]
        if self.refused(sentence, mention.head):
            colon = max(t.i for t in sentence if t.text == ":" and t.i < mention.head.i)
            claims = [
                replace(c, sign=-c.sign) if c.kind == "act" and c.predicate.i < colon else c
                for c in claims
            ]
        if claims and awaited(sentence, mention, self.lexicon) is not None:
            claims = [replace(c, conditional=True) for c in claims if c.sign > 0]
        # "*Oz's plan:* …"
        named = self.discourse.labelled is not None and base + mention.head.idx < block.label_end
        owners = [] if named or narrates(result.path) else self.voices.owners(block)
        listed = bool(owners)
        # "under Oz: its spokesman lists three demands: …"
        own = via == "colon" and listed and sources[0].actor == owners[0].actor
        if listed and mention.pattern != ANAPHOR and (not sources or (own and not claims)):
            # in a list under an actor's name, what the items say is what that actor wants
            strong = [
                c
                for c in claims
                if c.kind in ("attitude", "urge")
                and not (c.possible and self.foreign(c, owners[0]))
            ]
            if not strong:
                claims = [Claim("bare", _terms(claims, result), (), mention.head)]
        claims = [c for c in claims if not (c.kind == "act" and self.merely_held(c, mention))]
        # "the reserves that Oz has blocked": the cue has the verb, and with it the sign
        verbs = {t.i for t in mention.tokens} - {mention.head.i}
        claims = [
            replace(c, sign=mention.sign)
            if c.kind == "act" and c.predicate.i in verbs and not c.negated
            else c
            for c in claims
        ]
        claims = [
            replace(c, sign=-c.sign, negated=True) if self.left_undone(c) else c for c in claims
        ]
        claims = [c for c in claims if not (self.praises(c, mention) or self.presumes(c, mention))]
        if self.in_warning(result):
            # "warned that it would only help Oz"
            claims = [c for c in claims if not self.serves(c)]
        for claim in claims:
            told_by, whence = sources, via
            if via == "report" and claim.holders:
                told_by = self.sources_above(claim, result)
                whence = via if told_by else "none"
            self.claim(claim, mention, result, told_by, whence, sentence, quote, block, base)
        return sources, via

    def nameless(self, tokens: Sequence[Token]) -> bool:
        """Tell whether those who say something are some people or other, not a party's."""
        words = self.lexicon.words
        tokens = [
            t.head.head if t.tag_ in ("WP", "WDT") and t.head.dep_ == "relcl" else t for t in tokens
        ]
        return bool(tokens) and all(
            t.lower_ in words["somebody_words"]
            or (
                t.tag_ == "NNS" and lemma(t.text) in words["public_nouns"] | words["somebody_nouns"]
            )
            or any(c.lower_ in words["somebody_words"] for c in children(t, "det", "amod"))
            for t in tokens
        )

    def terms(
        self, claims: list[Claim], mention: IssueMention, result: Walk, owner: Referent
    ) -> list[Claim]:
        """Read what a text lays down, whoever is to carry it out, as its owner's wish."""
        if result.silent or result.topic or result.adjunct or _asked_how(result):
            return claims
        weak = all(c.kind in ("act", "intention") and self.foreign(c, owner) for c in claims)
        if weak and (claims or not result.subject_of):
            return [Claim("bare", _terms(claims, result), (), mention.head)]
        return claims

    def advises(self, claim: Claim) -> bool:
        """Tell whether a claim may be its writer's advice or judgement, and not a text's term."""
        if claim.kind not in ("deontic", "evaluate"):
            return False
        place = claim.predicate
        verb = place if place.pos_ in ("VERB", "AUX") else place.head
        told = {verb.lower_, *(c.lower_ for c in children(verb, "aux", "auxpass"))}
        if claim.kind == "evaluate":
            # the writer judges in the present, and what was said is told in the past
            return not (told & {"was", "were", "would", "had"})
        return not told & {"is", "are", "was", "were", "would", "had"}

    def does(self, claim: Claim, thing: Token) -> bool:
        """Tell whether a claim says that somebody does what a pronoun stands for ("will do it")."""
        verb = claim.predicate
        if claim.kind not in ("act", "intention") or verb.i != thing.head.i:
            return False
        if not self.discourse.resolve(claim.holders):
            return False
        modals = {c.lower_ for c in children(verb, "aux") if c.tag_ == "MD"}
        # "can do it", "let Oz do it" say nothing of who wants it
        willed = modals <= self.lexicon.words["volitional_modals"]
        if lemma(verb.text) == "do" and not modals:
            return False
        return willed and self.deals_with(verb, thing)

    def deals_with(self, verb: Token, thing: Token) -> bool:
        """Tell whether a verb brings about what a pronoun stands for, or ends it.

        Of "read it" and "raised it" nothing is known but that it was there.
        """
        if thing.dep_ not in ("dobj", "nsubjpass") or verb.i != thing.head.i:
            return False
        low = lemma(verb.text)
        words = self.lexicon.words
        particles = {c.lower_ for c in children(verb, "prt")}
        if low == "do" or any(f"{low} {p}" in words["consenting_phrases"] for p in particles):
            return True
        if low in words["beholding_verbs"]:
            return False
        effects = [p for p in self.lexicon.readings("v", low) if p.kind == "effect"]
        return any(
            set(p.term.split()[1:]) <= particles if p.term != low else not particles
            for p in effects
        )

    def sources_above(self, claim: Claim, result: Walk) -> list[Referent]:
        """Return whose report a claim is in, of those that its sentence gives.

        In "Oz backed Ev's position that it must end", Ev holds what Oz backs, and says nothing
        of Oz.
        """
        holders = {r.actor for r in self.discourse.resolve(claim.holders)}
        for tokens in result.sources:
            inside = any(a.i == claim.predicate.i for t in tokens for a in t.ancestors)
            found = self.discourse.resolve(tokens)
            if inside and holders and not any(r.actor in holders for r in found):
                continue
            if found:
                return found
        return []

    def left_undone(self, claim: Claim) -> bool:
        """Tell whether an act is what its doer does not do ("What Oz will not do is pay")."""
        above = claim.predicate.head
        if claim.kind != "act":
            return False
        clauses = [above]  # where the parser puts "is" beside "do"
        if lemma(above.text) in self.lexicon.words["copulas"]:
            clauses = children(above, "csubj", "nsubj")
        return any(
            lemma(clause.text) == "do"
            and negated(clause, self.lexicon)
            and any(c.tag_ == "WP" for c in children(clause, "dobj"))
            for clause in clauses
        )

    def warned(self, result: Walk) -> bool:
        """Tell whether somebody warns of what the mention would do ("would drag us into it")."""
        harming = self.lexicon.words["harming_verbs"]
        return self.in_warning(result) and any(
            place.dep_ in ("nsubj", "csubj")
            and lemma(place.head.text) in harming
            and bool(children(place.head, "aux"))
            and not negated(place.head, self.lexicon)
            and not any(c.lower_ == "without" for c in children(place, "prep"))
            and not children(place, "relcl", "neg")
            for place in result.path
        )

    def threatened(self, result: Walk, source: Referent) -> bool:
        """Tell whether what is foretold of a thing would hurt another bloc than the speaker's."""
        return (
            self.in_warning(result)
            and result.consequence is not None
            and self.harms_other(result.consequence, source)
        )

    def serves(self, claim: Claim) -> bool:
        """Tell whether a claim judges something by the good that it does ("helps")."""
        readings = self.lexicon.readings("v", lemma(claim.predicate.text))
        return claim.kind == "evaluate" and any(p.polarity == "+" for p in readings)

    def in_warning(self, result: Walk) -> bool:
        """Tell whether what is said is said in warning."""
        words = self.lexicon.words["warning_words"]
        return any(step.removeprefix("report:") in words for step in result.steps)

    def harms_other(self, verb: Token, source: Referent) -> bool:
        """Tell whether a verb's objects name another bloc than the source's.

        That a thing would hurt somebody else may be said in its favour.
        """
        # "hurts us more than Oz": of its objects the first says whom
        objects = children(verb, "dobj", "dative") or children(verb, "prep", "xcomp")
        return any(
            actor in self.case.compared and actor != source.actor
            for noun in objects
            for token in noun.subtree
            for actor in self.discourse.tags(token)
        )

    def refused(self, sentence: Span, head: Token) -> bool:
        """Tell whether a colon before a mention refuses it ("what they would not have: …")."""
        colons = [t.i for t in sentence if t.text == ":" and t.i < head.i]
        if not colons:
            return False
        verbs = [t for t in sentence if t.i < colons[-1] and t.pos_ in ("VERB", "AUX")]
        # "has not changed its terms: …" does not refuse what follows
        steady = verbs and lemma(verbs[-1].text) in self.lexicon.words["shifting_verbs"]
        return bool(verbs) and not steady and negated(verbs[-1], self.lexicon)

    def merely_held(self, claim: Claim, mention: IssueMention) -> bool:
        """Tell whether a claim only says that talks took place, or a blow was struck."""
        words = self.lexicon.words
        if lemma(claim.predicate.text) in words["combat_verbs"]:
            return True
        if lemma(claim.predicate.text) in words["arranging_verbs"]:
            return False
        inside = {t.i for t in mention.tokens}
        if any(
            p.kind == "attitude" and noun.i not in inside
            for noun in children(claim.predicate, "dobj", "nsubjpass")
            for p in self.lexicon.readings("n", lemma(noun.text))
        ):
            return False  # "extended an offer of talks"
        places = [mention.head, claim.predicate]
        if (
            mention.head.tag_ in ("VBD", "VBN")
            and lemma(mention.head.text) in words["holding_verbs"]
        ):
            places += mention.tokens  # "began talks"
        return claim.sign > 0 and any(lemma(t.text) in words["encounter_words"] for t in places)

    def after_colon(
        self, claims: list[Claim], mention: IssueMention, result: Walk, sentence: Span
    ) -> list[Claim]:
        """Read an item that a colon introduces ("Oz named its price: no toll, every levy lifted").

        What the words before the colon do is not done to it, and an item has no verb of its own.
        """
        colon = max(t.i for t in sentence if t.text == ":" and t.i < mention.head.i)
        wanted = [
            c for c in claims if c.predicate.i > colon or c.kind not in ("act", "intention", "said")
        ]
        after = [t for t in result.path if t.i > colon]
        finite = any(t.tag_ in ("VBZ", "VBP", "MD") for t in after)
        told = narrates(after) and not all(self.elided(t) for t in after if t.tag_ == "VBD")
        # "arms, once the toll is paid"
        result.aside = result.aside or any(t.dep_ == "advcl" for t in after)
        if finite or told or result.silent or result.topic:
            return wanted
        if all(c.kind == "act" and self.elided(c.predicate) for c in wanted):
            if not self.refused(sentence, mention.head):
                sign = result.sign if result.item_sign is None else result.item_sign
                return [Claim("said", sign, (), mention.head)]
        return wanted

    def elided(self, verb: Token) -> bool:
        """Tell whether a verb in the past is a participle ("every levy lifted")."""
        return (
            verb.tag_ in ("VBD", "VBN")
            and not children(verb, "dobj", "aux", "auxpass")
            and not self.discourse.resolve(children(verb, "nsubj"))
            and any("obj" in p.content for p in self.lexicon.readings("v", lemma(verb.text)))
        )

    def settled(self, result: Walk) -> bool:
        """Tell whether somebody is told to have agreed to a thing ("has been agreed upon")."""
        return any(
            (p.kind == "attitude" and p.polarity == "+") or "announce" in p.term
            for place in result.path
            for p in self.lexicon.readings("v", lemma(place.text))
        )

    def voiced(
        self, claims: list[Claim], mention: IssueMention, result: Walk, voice: Voice
    ) -> list[Claim]:
        """Read a sentence without a source as what the last source goes on saying.

        Obligations and judgements are then that source's; a text's terms are
        what its owner wants, whoever is to carry them out.
        """
        if result.silent or result.topic or result.adjunct:
            return claims
        if _asked_how(result):
            return claims
        if claims and all(c.kind in ("deontic", "evaluate") and not c.holders for c in claims):
            return claims
        above = (mention.head, *mention.head.ancestors)
        verbless = not any(
            t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in above
        )
        # "Ev has kept out of it": what somebody else does is not what the voice wants
        places = {t.i for t in above}
        verbless = verbless and not any(
            c.tag_ in ("VBD", "VBZ", "VBP") and any(d.i not in places for d in subjects(t))
            for t in above
            if t.tag_ in ("VBN", "VBG")
            for c in children(t, "aux")
        )
        verbless = verbless and not self.recounted(above, result, voice)
        if not claims and verbless and not (narrates(result.path) and not self.settled(result)):
            return [Claim("bare", result.sign, (), mention.head)]
        unowned = [c for c in claims if c.kind == "intention" and c.possible]
        if unowned and len(unowned) == len(claims) and not result.subject_of:
            if not any(self.discourse.resolve(c.holders) for c in unowned):
                return [Claim("bare", result.sign, (), mention.head)]
        foreign = all(self.foreign(c, voice.speakers[0]) for c in claims)
        if voice.kind == "text" and claims and foreign and not result.subject_of:
            # "Ev could look forward to a lower toll": what the text has in store for another
            granted = all(c.kind == "attitude" and c.possible and c.sign > 0 for c in claims)
            if granted and not narrates(result.path):
                return [Claim("bare", result.sign, (), mention.head)]
        if voice.kind == "text":
            weak = all(c.kind in ("act", "intention") for c in claims)
            weak = weak and all(voice.gives(c) for c in claims) and not narrates(result.path)
            if weak and foreign and (not result.subject_of or self.comes_about(result)):
                sign = _terms(claims, result)
                if self.shut_out(mention, result):
                    sign = -sign  # "Ev's ships stay out"
                return [Claim("bare", sign, (), mention.head)]
        elif claims and foreign and voice.source != "wisher" and not result.subject_of:
            # "Oz said … . Ev would leave the valley.": what the plan of the one who speaks
            # has the other do, as verbs of saying are not repeated
            if all(c.kind == "intention" and c.possible for c in claims):
                return [Claim("said", result.sign, (), mention.head)]
        return claims

    def recounted(self, above: Sequence[Token], result: Walk, voice: Voice) -> bool:
        """Tell whether what stands above a mention reports or judges rather than wants.

        "The talks have also dealt with it", "are scheduled for May", "would leave half of it".
        """
        words = self.lexicon.words
        telling = result.consequence
        if telling is not None and children(telling, "dobj"):
            if lemma(telling.text) not in words["coming_about_verbs"]:
                return True
        for verb in above:
            if verb.tag_ not in ("VBN", "VBD") or verb.pos_ != "VERB":
                continue
            passive = children(verb, "auxpass")
            if lemma(verb.text) in words["arranging_verbs"] and any(
                c.tag_ in ("VBZ", "VBP", "VBD") for c in passive
            ):
                return True
            perfect = any(c.lower_ in ("has", "have", "had") for c in children(verb, "aux"))
            if perfect and not passive and voice.kind != "text":
                return True
        return False

    def to_come(self, via: str, result: Walk) -> bool:
        """Tell whether a remark's content announces something ("tolls would follow, warned Oz")."""
        return (
            via == "parenthesis"
            and self.comes_about(result)
            and any(
                c.lower_ in self.lexicon.words["volitional_modals"]
                for t in result.path
                if t.dep_ in ("nsubj", "nsubjpass")
                for c in children(t.head, "aux")
            )
        )

    def comes_about(self, result: Walk) -> bool:
        """Tell whether the mention is the subject of a verb of coming about or of ending."""
        words = self.lexicon.words
        known = words["coming_about_verbs"] | words["ceasing_verbs"]
        verbs = [t.head for t in result.path if t.dep_ in ("nsubj", "nsubjpass")]
        return any(
            lemma(v.text) in known
            and v.tag_ in ("VBZ", "VBP", "VB")
            and not children(v, "dobj", "ccomp", "neg")
            for v in verbs[-1:]
        )

    def shut_out(self, mention: IssueMention, result: Walk) -> bool:
        """Tell whether the mention is the subject of a verb that keeps it out ("stay away")."""
        inside = {t.i for t in mention.tokens}
        words = self.lexicon.words["shut_words"]
        return any(
            place.dep_ in ("nsubj", "nsubjpass")
            and place.head.i not in inside
            and lemma(place.head.text) not in self.lexicon.words["staying_verbs"]
            and any(
                c.lower_ in words and c.i not in inside
                for c in children(place.head, "prt", "advmod", "acomp", "oprd")
            )
            for place in result.path
        )

    def claim(
        self,
        claim: Claim,
        mention: IssueMention,
        result: Walk,
        sources: Sequence[Referent],
        via: str,
        sentence: Span,
        quote: Quotation | None,
        block: Block,
        base: int,
    ) -> None:
        if (
            claim.kind == "intention"
            and lemma(claim.predicate.text) in self.lexicon.words["befalling_verbs"]
            and via == "report"
            and sources
            and self.foreign(claim, sources[0])
        ):
            # "said that Oz would have no say": not for Oz to intend
            claim = replace(claim, kind="said", holders=())
        if via == "scene" and any(is_party(noun) for noun in subjects(claim.predicate)):
            return  # who the parties are does not tell whose treaty it is
        if claim.holders and not sources and all(is_party(h) for h in claim.holders):
            if any(c.lower_ in ("will", "shall") for c in children(claim.predicate, "aux")):
                return  # "The parties shall lay down arms": a clause of a treaty, not yet theirs
        if claim.kind == "evaluate" and sources:
            told = "impairing_verbs" if claim.sign != mention.sign else "serving_verbs"
            if lemma(claim.predicate.text) in self.lexicon.words[told]:
                prized = told == "impairing_verbs" and any(
                    lemma(noun.text) in self.lexicon.words["prized_nouns"]
                    for noun in children(claim.predicate, "dobj")
                )
                if self.harms_other(claim.predicate, sources[0]) and not prized:
                    return  # "would undermine Oz's calculations": perhaps all the better
        if self.unasked(claim):
            return
        holders = self.discourse.resolve(claim.holders)
        known = [h for h in holders if h.actor in self.case.actors]
        if self.questioner and not known:
            return  # what a questioner thinks is nobody's position
        heading = False
        if claim.holders and not known:
            if any(h.actor == self.case.other for h in holders):
                return
            if (
                not sources
                or via not in ("report", "quote", "parenthesis", "colon")
                or claim.kind == "accuse"
                or self.meanwhile(claim.predicate)
                # "Oz's points: more arms after the shooting stops"
                or (via == "colon" and claim.predicate.dep_ in ("advcl", "pcomp", "relcl"))
                or _any(result)
            ):
                return
            if claim.kind in ("attitude", "urge") and all(
                h.lower_ in self.lexicon.words["plural_pronouns"] for h in claim.holders
            ):
                return  # "they want us to leave": the wish of others
            if self.lacks(claim, mention):
                # "said that the paper offers no guarantees": in complaint, or content with it
                words = self.lexicon.words["complaining_verbs"]
                if not any(step.removeprefix("report:") in words for step in result.steps):
                    return
                claim = replace(claim, sign=mention.sign)
            # no actor does it, but an actor says it: "X said a lasting peace needs it"
            kind: ClaimKind = "precedence" if claim.kind == "precedence" else "said"
            claim = replace(claim, kind=kind, holders=())
            known = list(sources)
        elif not claim.holders:
            known = list(sources)
            if claim.kind == "bare" and via not in VOICES and not known:
                known, heading = self.voices.owners(block), True
        if not known and claim.kind == "evaluate":
            known = self.called_there(result)
        if not known and claim.kind in ("deontic", "evaluate") and quote is None:
            known = [Referent(self.case.author, None, self.case.author, "author")]
        if claim.kind == "evaluate" and claim.holders and sources and claim.act != "reject":
            # "essential for Oz", said by somebody, is that somebody's judgement;
            # what is "unacceptable for Oz" is that for Oz alone
            known = list(sources)
        accusers = self.discourse.resolve(claim.accuser)
        condition = condition_of(claim, mention, result, sentence, self.lexicon)
        if condition is None:
            condition = lacking(claim, mention, result, self.lexicon)
            if condition is not None:
                claim = replace(claim, sign=1)  # "no talks without a truce": talks, with one
        if (
            claim.kind == "attitude"
            and sources
            and lemma(claim.predicate.text) in self.lexicon.words["endorsing_verbs"]
        ):
            # who says that somebody needs it wants it too
            known = [*known, *(s for s in sources if all(s.actor != k.actor for k in known))]
        # "the Kremlin said that Oz and Ev will swap": what one of them says of both
        joint = (
            claim.kind in ("act", "intention", "attitude")
            and claim.sign > 0
            and len({h.actor for h in known}) > 1
            and any(s.actor == h.actor for s in sources for h in holders)
            and all(h.via not in ("pronoun", "pair") for h in holders)
        )
        for holder in known:
            if holder.actor not in self.case.actors or holder.actor == self.case.other:
                continue
            self.emit(
                claim,
                holder,
                mention,
                result,
                sources,
                via,
                accusers,
                condition,
                sentence,
                quote,
                block,
                base,
                heading,
                joint,
            )

    def unasked(self, claim: Claim) -> bool:
        """Tell whether a claim only says that none of somebody's people has asked for a thing.

        "No Ozian minister has called for it": which is not to turn it down.
        """
        return (
            claim.negated
            and claim.act in ("demand", "propose")
            and claim.predicate.pos_ == "VERB"
            and lemma(claim.predicate.text) in self.lexicon.words["requesting_verbs"]
            and not any(c.tag_ == "MD" for c in children(claim.predicate, "aux"))
            and any(c.lower_ == "no" for h in claim.holders for c in children(h, "det"))
        )

    def called_there(self, result: Walk) -> list[Referent]:
        """Return where a thing is called something ("in Oz it is called a farce")."""
        for verb in result.path:
            if lemma(verb.text) not in self.lexicon.words["labelling_verbs"]:
                continue
            if not children(verb, "auxpass") or children(verb, "agent"):
                continue
            for preposition in children(verb, "prep"):
                if preposition.lower_ in self.lexicon.words["setting_prepositions"]:
                    named = self.discourse.resolve(children(preposition, "pobj"))
                    if known := [r for r in named if r.via == "name"]:
                        return known
        return []

    def praises(self, claim: Claim, mention: IssueMention) -> bool:
        """Tell whether a claim calls an encounter good that has been held ("useful talks")."""
        words = self.lexicon.words
        place = claim.predicate
        return (
            claim.kind == "evaluate"
            and claim.sign > 0
            and lemma(place.text) in words["quality_adjectives"]
            and any(lemma(t.text) in words["encounter_nouns"] for t in mention.tokens)
            and not any(c.tag_ == "MD" for v in (place, place.head) for c in children(v, "aux"))
        )

    def presumes(self, claim: Claim, mention: IssueMention) -> bool:
        """Tell whether a claim says how a thing must be done ("talks should be based on it")."""
        return (
            claim.kind == "deontic"
            and lemma(claim.predicate.text) in self.lexicon.words["manner_verbs"]
            and mention.head.dep_ in ("nsubj", "nsubjpass")
            and mention.head.head.i == claim.predicate.i
        )

    def lacks(self, claim: Claim, mention: IssueMention) -> bool:
        """Tell whether a text is said not to have what a mention names ("offers no guarantees")."""
        words = self.lexicon.words
        return (
            claim.sign != mention.sign
            and claim.kind in ("act", "attitude")
            and lemma(claim.predicate.text) in words["containing_verbs"]
            and any(lemma(h.text) in words["document_nouns"] for h in claim.holders)
        )

    def foreign(self, claim: Claim, heading: Referent | None) -> bool:
        """Tell whether a claim's holder is somebody else than the one whose section it is in."""
        holders = self.discourse.resolve(claim.holders)
        return heading is not None and all(h.actor != heading.actor for h in holders)

    def meanwhile(self, verb: Token) -> bool:
        """Tell whether a clause says beside what the main one holds: "while", "as long as"."""
        marks = {mark.lower_ for mark in children(verb, "mark")}
        lasting = verb.head.lower_ in self.lexicon.words["lasting_adverbs"]
        lasting = lasting or any(  # "even as they talk"
            mark.lower_ == "as" and mark.i > 0 and mark.nbor(-1).lower_ == "even"
            for mark in children(verb, "mark")
        )
        return lasting or bool(marks & self.lexicon.words["meanwhile_marks"])

    def emit(
        self,
        claim: Claim,
        holder: Referent,
        mention: IssueMention,
        result: Walk,
        sources: Sequence[Referent],
        via: str,
        accusers: Sequence[Referent],
        condition: Span | None,
        sentence: Span,
        quote: Quotation | None,
        block: Block,
        base: int,
        heading: bool,
        joint: bool,
        hints: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        """Record a candidate; `hints` are features of an implied one's own."""
        source_actors = {s.actor for s in sources}
        attribution: Attribution = "reported"
        attributed_by = None
        if claim.kind == "accuse":
            attribution = "ascribed"
            attributed_by = accusers[0].actor if accusers else None
        elif source_actors and holder.actor not in source_actors:
            # a readout of what both have agreed is a report of the other side
            if not joint and via in ("report", "quote", "parenthesis", "speaker"):
                attribution = "ascribed"
                attributed_by = next(iter(sources)).actor
        elif source_actors or claim.kind in ("said", "deontic", "evaluate"):
            attribution = "self"
        stance: Stance = "support" if claim.sign > 0 else "oppose"
        if claim.ambivalent:
            stance = "ambivalent"
        elif (claim.conditional and claim.sign > 0) or (condition is not None and claim.sign > 0):
            stance = "conditional"
        past = (
            claim.past
            or holder.former
            or (
                claim.predicate.head.i != claim.predicate.i
                and is_past(claim.predicate.head, self.lexicon)
            )
        )
        needed = condition if stance == "conditional" else None
        span = evidence(claim, mention, sentence)
        day, precision = statement_date(sentence, self.article.date)
        doc = sentence.doc
        start, end = (
            base + doc[span.start].idx,
            base + doc[span.end - 1].idx + len(doc[span.end - 1]),
        )
        features = claim_features(
            claim,
            mention,
            result,
            sentence,
            self.lexicon,
            holder="heading" if heading else holder.via,
            source=via,
            block=block.kind,
            quoted=quote is not None,
            dependent=condition is not None,
        )
        if claim.kind == "implied":
            features = {**implied_features(features), **hints}
        elif mention.unplaced:
            features |= {"unplaced": 1.0, "unplaced_named": float(mention.issue in self.named)}
        known = self.case.known_signs(
            holder.holder_id or holder.actor, mention.issue, self.article.date
        )
        if known is not None:
            features |= record_features(features, known, stance, attribution)
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
                time="past" if past else "current",
                condition=needed.text if needed is not None else None,
                condition_issues=issues_in(needed, mention, self.mentions)
                if needed is not None
                else (),
                speech_act=claim.act,
                date=day,
                date_precision=precision,
                start=start,
                end=end,
                features=features,
                steps=(
                    f"cue:{mention.pattern}",
                    *result.steps,
                    f"claim:{claim.kind}:{claim.predicate.text}",
                    f"holder:{holder.via}:{holder.text}",
                    f"source:{via}",
                ),
            )
        )

    def state_of(self, holder: Referent) -> str | None:
        """Return the id of the member state that a holder speaks for, if of one."""
        if holder.holder_id is None:
            return None
        line = self.case.lineage(holder.holder_id, self.article.date)
        return next((a for a in line if self.case.actors[a].kind == "state"), None)


def _torn(mention: IssueMention) -> bool:
    """Tell whether the parse has swallowed a sentence's verb into a relative clause.

    "Pacts that ignore Oz lead nowhere, Ev said": "lead" is hung from "ignore".
    """
    head = mention.head
    if head.pos_ != "NOUN" or head.dep_ != "ccomp":
        return False
    return any(children(clause, "ccomp") for clause in children(head, "relcl"))


def _stranded(result: Walk, sentence: Span) -> bool:
    """Tell whether the parse left a mention without the verb that its sentence has for it."""
    if any(t.pos_ in ("VERB", "AUX") for t in result.path):
        return False
    return sum(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence) > 1


def _any(result: Walk) -> bool:
    """Tell whether a mention is what marks off any of a kind ("no truce that cedes land")."""
    for token in result.path:
        clause = first_conjunct(token)
        if clause.dep_ == "relcl":
            determiners = {c.lower_ for c in children(clause.head, "det")}
            if determiners & {"any", "no", "every", "a", "an"}:
                return True
    return False


def _asked_how(result: Walk) -> bool:
    """Tell whether a mention stands in an indirect question ("how it might be done")."""
    asking = ("how", "why", "when", "where")
    return any(c.lower_ in asking for t in result.path for c in children(t, "advmod"))


def _terms(claims: Sequence[Claim], result: Walk) -> int:
    """Return the sign of a term in a list or text, whoever is to carry it out."""
    judged = [c.sign for c in claims if c.kind in ("deontic", "evaluate")]
    return judged[0] if judged else result.sign


def _governs(verb: Token, infinitive: Token) -> bool:
    """Tell whether an infinitive, or one above it, is what a verb takes ("refused to do it")."""
    while infinitive.dep_ == "xcomp":
        infinitive = infinitive.head
        if infinitive.i == verb.i:
            return True
    return False


def _handled(pronoun: Token) -> bool:
    """Tell whether somebody wants a thing to be acted on ("would like it lifted")."""
    verb = pronoun.head
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("ccomp", "xcomp")
        and pronoun.i < verb.i
        and not children(verb, "aux", "mark")
    )


def _set_off(verb: Token) -> bool:
    doc = verb.doc
    first = min([verb.i, *(c.left_edge.i for c in children(verb, "nsubj"))])
    return first > 0 and doc[first - 1].text in (",", '"', "–", "—", "-")


def _only_asks(sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether a sentence only says who asked the question before it."""
    return lemma(sentence.root.text) in lexicon.words["asking_verbs"] and not children(
        sentence.root, "ccomp", "xcomp", "dobj", "advcl", "conj"
    )


def _is_question(sentence: Span) -> bool:
    return sentence.text.rstrip(" \"')\n").endswith("?")


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
    discourse = Discourse(registry, lexicon, article.date)
    turns = [n for n, (block, _, _) in enumerate(parsed) if block.kind == "turn"]
    texts = [doc.text for _, doc, _ in parsed]
    blocks = [block for block, _, _ in parsed]
    discourse.speakers = of_text(article, texts, registry, lexicon, turns=bool(turns))
    reader = _Reader(article, case, lexicon, matcher, discourse, Voices(case, lexicon, discourse))
    reader.introduction = [doc for _, doc, _ in parsed[: turns[0]]] if turns else []
    guest = (
        () if discourse.speakers else guest_of(parsed, Discourse(registry, lexicon, article.date))
    )
    reader.opinion = _is_opinion(article, parsed, lexicon)
    if (
        discourse.speakers
        and not article.speaker
        and asks_throughout(zip(blocks, texts, strict=True))
    ):
        guest = discourse.speakers
    first = bool(blocks) and not article.text[: blocks[0].start].strip(" \n*_")
    note = blocks[0] if first and has_note(article) else None
    paper = of_paper(article, blocks, texts, registry, lexicon)
    outer = discourse.speakers
    for block, doc, base in parsed:
        if block is note:
            discourse.speakers = ()  # it is by the editors
        if block.kind == "heading":
            discourse.head(article.text[block.start : block.end])
            reader.questioner = bool(guest) and "?" in doc.text
            discourse.speakers = () if reader.questioner else guest or discourse.speakers
        else:
            before = article.text[block.start : block.label_end]
            colon = block.kind != "turn" and ":" in before
            held = block.label if colon or block.kind == "bullet" else None
            discourse.label(held, block.level, place=block.label)
        if paper:
            theirs = block.kind == "bullet" and not discourse.heading and not discourse.labelled
            discourse.speakers = paper if theirs else ()
        reader.read(block, doc, base)
        if block.kind == "heading" and reader.questioner:
            reader.questioner, discourse.speakers = False, guest
        if block is note:
            discourse.speakers = outer
    return corroborated(sorted(reader.found, key=lambda c: (c.start, c.end)), article.text)


def _is_opinion(
    article: Article, parsed: Sequence[tuple[Block, Doc, int]], lexicon: Lexicon
) -> bool:
    """Tell whether a text argues in its writer's name, by its genre or by an "I" of its own."""
    genre = set(re.findall(r"[\w-]+", article.extra.get("genre", "").lower()))
    if genre & lexicon.words["opinion_genres"]:
        return True
    if article.speaker or any(block.kind == "turn" for block, _, _ in parsed):
        return False
    mine = 0
    for _, doc, _ in parsed:
        if not re.search(r"\bI\b", doc.text):
            continue
        quotes = quotations(doc)
        mine += sum(
            token.text == "I" and token.dep_ == "nsubj" and not any(q.has(token) for q in quotes)
            for token in doc
        )
    return mine > 1  # a single one may be a quotation whose marks are lost


def _renamed(result: Walk) -> bool:
    """Tell whether a mention is only a name for a thing ("what they call a truce is …")."""
    return any(
        place.dep_ == "csubj"
        and any(c.tag_ == "WP" for c in children(place, "nsubj", "nsubjpass", "dobj"))
        for place in result.path
    )


def _nouns(mention: IssueMention) -> list[str]:
    """Return the lemmas of the nouns that a mention's words have."""
    return [lemma(t.text) for t in mention.tokens if t.pos_ in ("NOUN", "PROPN")]
