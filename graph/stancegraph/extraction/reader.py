"""The first stage: an article is read, and what could be a position in it collected.

Sentence by sentence an issue's mention, a claim that grammar makes about it, and
the actor who holds it are joined to a candidate. Whether that is a position is
for the second stage (`judging`) to say; nothing here is dropped for being
unlikely, only for being no position at all (questions, hypotheticals).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from stancegraph.case import Case
from stancegraph.extraction.antecedents import Antecedents
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.corroboration import corroborated
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.documents import last_text
from stancegraph.extraction.echoes import is_question, posed_by, raised_by
from stancegraph.extraction.headings import columns, parties, take_heading, take_label
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import Matcher
from stancegraph.extraction.mentions import read_mention
from stancegraph.extraction.passages import Passage, Reading
from stancegraph.extraction.quotations import (
    Quotation,
    gives_excerpts,
    is_whole_quotation,
    quotations,
)
from stancegraph.extraction.reference import observe, refer
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.replies import enter_block
from stancegraph.extraction.sentences import read_sentence
from stancegraph.extraction.sequences import steps_in
from stancegraph.extraction.sources import of_quotation
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
from stancegraph.extraction.topics import topic_before
from stancegraph.extraction.trees import Doc, Token
from stancegraph.extraction.voices import Voices
from stancegraph.layout import Block
from stancegraph.model import Article

__all__ = ["candidates"]


@dataclass
class _Reader:
    """Reads one article, block by block."""

    reading: Reading
    matcher: Matcher
    #: The turns' labels so far, and whose turns they open.
    labels: dict[str, tuple[Referent, ...]] = field(default_factory=dict)
    #: What stands before the first turn, and may explain the labels.
    introduction: Sequence[Doc] = ()
    #: Who was quoted last: the next paragraph may go on with the quotation.
    quoting: tuple[Referent, ...] = ()
    #: Whether the article gives a text passage by passage, with notes between, and whose it is.
    excerpts: bool = False
    excerpted: tuple[Referent, ...] = ()

    def read(self, block: Block, doc: Doc, base: int) -> None:
        """Read a block whose parsed text begins at `base` in the article."""
        reading, discourse = self.reading, self.reading.discourse
        discourse.enter(doc)
        reading.voices.before = None
        reading.antecedents.enter(block)
        if block.kind == "turn" and block.label:
            self.turn(block.label)
        outer = discourse.speakers
        plain = block.kind == "paragraph" and not block.label
        opened = of_opening(doc, discourse) if plain else None
        if opened is not None:
            reading.questioner, discourse.speakers = False, (opened,)
        if reading.questioner and block.kind in ("turn", "paragraph", "heading"):
            self.listen_to_question(doc, block, base)
            return
        reading.voices.enter(block)
        enter_block(block, reading)
        quotes = self.quotations(doc, block)
        previous = None
        terms = self.terms(block, doc)
        labelled = discourse.labelled
        for sentence in doc.sents:
            encoded = self.matcher.encode(sentence, discourse)
            every = self.matcher.find(encoded, previous, discourse, reading.antecedents.named)
            mentions = [m for m in every if not reading.antecedents.otherwise_called(m)]
            idioms = self.matcher.idioms(encoded)
            steps = steps_in(sentence, reading.lexicon)
            label = topic_before(sentence, block, base)
            if terms:
                discourse.labelled, named = terms.get(sentence.start, (labelled, ()))
                label = label or named
                reading.section.unanswered = reading.section.unanswered or bool(named)
            here = Passage(sentence, idioms, quotes, block, base, steps, label)
            read_sentence(here, mentions, reading)
            previous = encoded
        discourse.labelled = labelled
        reading.voices.leave(block, doc)
        if opened is not None:
            discourse.speakers = outer

    def terms(self, block: Block, doc: Doc) -> dict[int, tuple[Referent, Sequence[Token]]]:
        """Return whose terms each of a block's sentences states, where it lists the parties'.

        It lists them if it has two, or if its heading names the matter and it one ("Oz: no.").
        """
        if block.label or block.kind != "paragraph":
            return {}
        found = parties(doc, self.reading.discourse)
        several = len({party.actor for party, _ in found.values()}) > 1
        return found if several or self.reading.section.matter else {}

    def turn(self, label: str) -> None:
        """Begin a turn: what a questioner says is nobody's position."""
        reading = self.reading
        low = label.lower().strip(" .:")
        reading.questioner = low in reading.lexicon.words["questioner_labels"]
        reading.discourse.speakers = () if reading.questioner else self.labelled(label)

    def labelled(self, label: str) -> tuple[Referent, ...]:
        """Return whose turn a label opens: a name, or a word for one named before.

        "OFFICIAL" is the "SENIOR OZIAN OFFICIAL", and a lone spokesperson the title's.
        """
        reading = self.reading
        found = of_label(label, self.introduction, reading.discourse)
        last = label.lower().rsplit(maxsplit=1)[-1]
        alike = {r for k, r in self.labels.items() if k.split()[-1] == last and r}
        if not found and len({tuple(x.actor for x in r) for r in alike}) == 1:
            found = next(iter(alike))
        if not found and last in reading.lexicon.words["spokespersons"]:
            found = of_title(reading.article, reading.discourse.registry)
        self.labels.setdefault(label.lower(), found)
        return found

    def quotations(self, doc: Doc, block: Block) -> list[Quotation]:
        """Return a block's quotations, with who speaks them; its actors are taken note of."""
        discourse = self.reading.discourse
        quotes = quotations(doc)
        for sentence in doc.sents:
            observe(sentence, discourse)
        for quote in quotes:
            quote.source = tuple(of_quotation(quote, doc.sents, discourse, self.reading.voices))
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
        if self.excerpts and is_whole_quotation(doc.text):
            self.excerpted = self.excerpted or last_text(self.reading.discourse)
            first.source = first.source or self.excerpted
            self.quoting = ()
            return
        if not first.source and self.quoting and not doc.text[: first.start].strip():
            # of several parts without a source, all are of the same speech
            for quote in quotes:
                quote.source = quote.source or self.quoting
        self.quoting = quotes[-1].source

    def listen_to_question(self, doc: Doc, block: Block, base: int) -> None:
        """Keep what a question is about: the answer may take it up with a pronoun.

        What a questioner tells before asking ("Oz has refused the toll. Why?") is read as news.
        """
        reading, discourse = self.reading, self.reading.discourse
        previous = None
        for sentence in doc.sents:
            observe(sentence, discourse)
            encoded = self.matcher.encode(sentence, discourse)
            every = self.matcher.find(encoded, previous, discourse, reading.antecedents.named)
            mentions = [m for m in every if not m.unplaced]
            idioms = self.matcher.idioms(encoded)
            steps = steps_in(sentence, reading.lexicon)
            here = Passage(sentence, idioms, (), block, base, steps)
            previous = encoded
            asks = is_question(sentence)
            if not asks:
                reading.mentions = mentions
                for mention in mentions:
                    read_mention(mention, here, reading)
            reading.antecedents.begin()
            raised = raised_by(mentions, here.idioms, reading.lexicon)
            reading.antecedents.weigh(raised)
            reading.antecedents.end()
            reading.posed = posed_by(sentence, raised) if asks else frozenset()
            reading.last, reading.since = (), 0


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
    reading = Reading(
        article,
        case,
        lexicon,
        discourse,
        Voices(case, lexicon, discourse),
        Antecedents(lexicon, discourse),
        opinion=is_opinion(article, parsed, lexicon),
    )
    reader = _Reader(
        reading,
        matcher,
        excerpts=gives_excerpts(texts),
        introduction=[doc for _, doc, _ in parsed[: turns[0]]] if turns else (),
    )
    guest: tuple[Referent, ...] = ()
    if not discourse.speakers:
        guest = guest_of(parsed, Discourse(registry, lexicon, article.date, refer))
    elif not article.speaker and asks_throughout(zip(blocks, texts, strict=True)):
        guest = discourse.speakers
    first = bool(blocks) and not article.text[: blocks[0].start].strip(" \n*_")
    note = blocks[0].start if first and has_note(article) else None
    paper = of_paper(article, blocks, texts, registry, lexicon)
    outer = discourse.speakers
    series = columns(blocks, article.text, discourse)
    parsed = [
        (replace(b, kind="paragraph") if b.kind == "turn" and b.start in series else b, doc, base)
        for b, doc, base in parsed
    ]
    for block, doc, base in parsed:
        if block.start == note:
            discourse.speakers = ()  # it is by the editors
        if block.kind == "heading":
            take_heading(article.text[block.start : block.end], discourse)
            reading.questioner = bool(guest) and "?" in doc.text
            discourse.speakers = () if reading.questioner else guest or discourse.speakers
        else:
            _label(discourse, block, article.text, column=block.start in series)
        if paper:
            theirs = block.kind == "bullet" and not discourse.heading and not discourse.labelled
            discourse.speakers = paper if theirs else ()
        reader.read(block, doc, base)
        if block.kind == "heading" and reading.questioner:
            reading.questioner, discourse.speakers = False, guest
        if block.start == note:
            discourse.speakers = outer
    return corroborated(sorted(reading.found, key=lambda c: (c.start, c.end)), article.text)


def _label(discourse: Discourse, block: Block, text: str, *, column: bool) -> None:
    """Tell the discourse whose a block is by its label; a turn's label says who speaks."""
    colon = block.kind != "turn" and ":" in text[block.start : block.label_end]
    held = block.label if colon or column or block.kind == "bullet" else None
    take_label(held, block.level, discourse, place=block.label)
