"""What a pronoun or a short word may stand for: the issues that a text named last.

"Oz wants a toll. Ev rejects it": `Antecedents` follows an article sentence by sentence, and
says for which issue an "it" or "the proposal" stands. In which sense it stands for it,
`anaphora` says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from stancegraph.extraction.anaphora import (
    ANAPHOR,
    Matter,
    Summary,
    goes_on,
    is_object_clause,
    main_matter,
    matter,
    other_things,
    sense,
    summary_of,
)
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.claims import Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.readings import reading
from stancegraph.extraction.trees import Span, Token
from stancegraph.layout import Block

__all__ = ["Antecedents"]

#: Relations in which a pronoun may stand for an issue.
_ARGUMENTS = ("dobj", "pobj", "nsubjpass", "nsubj")


@dataclass
class Antecedents:
    """Follows the issues that an article names, block by block and sentence by sentence.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("Oz wants a toll. Ev rejects it.")
    >>> toll, it = words_in(discourse.doc, "toll", "it")
    >>> antecedents = Antecedents(load_lexicon(), discourse)
    >>> antecedents.begin()
    >>> antecedents.put(mention_at(toll), walk(toll, 1, load_lexicon(), {}))
    >>> antecedents.end()
    >>> antecedents.begin()
    >>> [(m.head, m.issue, m.sign) for m in antecedents.anaphors(it.sent, [], [])]
    [(it, 'toll', 1)]
    """

    lexicon: Lexicon
    discourse: Discourse
    #: In which sense the last sentence that named issues put them, and how many sentences ago.
    before: Sequence[Matter] = ()
    distance: int = 0
    #: Whether those are of another paragraph.
    crossed: bool = False
    #: In which sense the sentence at hand puts the issues that it names.
    current: list[Matter] = field(default_factory=list)
    #: All issues named so far.
    named: set[str] = field(default_factory=set)
    #: The issue that each noun was last used of, where it was named in full.
    called: dict[str, str] = field(default_factory=dict)
    #: What the heading over a list is about, and whether it is being read. An "it" needs one
    #: thing to stand for, and a heading that tells something ("Oz to lift tolls") gives one too;
    #: what the short answers in a list answer to is another matter: `passages.Section.matter`.
    heading: Sequence[Matter] = ()
    in_heading: bool = False
    #: The text named last ("the draft").
    document: Matter | None = None

    def enter(self, block: Block) -> None:
        """Begin a block: a heading takes up nothing, and only list items take it up."""
        self.crossed = block.kind != "turn"
        self.in_heading = block.kind == "heading"
        if self.in_heading:
            self.before, self.heading = (), ()
        elif block.kind == "bullet" and self.heading:
            self.before, self.distance, self.crossed = self.heading, 0, False

    def begin(self) -> None:
        """Begin a sentence."""
        self.current = []

    def put(self, mention: IssueMention, result: Walk) -> None:
        """Note in which sense the sentence at hand puts an issue."""
        self.current.append(matter(mention, result, self.lexicon))

    def weigh(self, raised: Iterable[tuple[IssueMention, Walk]]) -> None:
        """Note what a question raises, though it claims nothing."""
        for mention, result in raised:
            self.current.append(replace(matter(mention, result, self.lexicon), background=False))

    def end(self, *, resolved: bool = False, question: bool = False) -> None:
        """End a sentence: remember what it names, for the pronouns and short words after it.

        `resolved` says that a sentence that names nothing has taken up what was named before.
        What a `question` raises stays the matter for a sentence longer.
        """
        if not self.current:
            self.distance += not resolved
            return
        self.named.update(m.mention.issue for m in self.current)
        for each in self.current:
            if not each.mention.later and each.mention.pattern != ANAPHOR:
                for noun in _nouns(each.mention):
                    self.called[noun] = each.mention.issue
        self.before = self.current
        self.crossed = False
        if self.in_heading:
            self.heading = self.current if len(self.current) == 1 else ()
        self.distance = -1 if question else 0
        for put in self.current:
            if lemma(put.mention.head.text) in self.lexicon.words["document_nouns"]:
                self.document = put

    def otherwise_called(self, mention: IssueMention) -> bool:
        """Tell whether a second mention's noun was last used of another issue ("the package")."""
        return mention.later and any(
            self.called.get(noun, mention.issue) != mention.issue for noun in _nouns(mention)
        )

    def just_named(self) -> Matter | None:
        """Return what the sentence just before is about, if it is about one issue."""
        return main_matter(self.before) if self.distance == 0 else None

    def anaphors(
        self, sentence: Span, mentions: Sequence[IssueMention], last: Sequence[Candidate]
    ) -> list[IssueMention]:
        """Return what stands for an issue named before ("rejected the proposal", "backs it").

        `mentions` are the issues that the sentence names, and `last` is what was found last.
        """
        taken = {t.i for m in mentions for t in m.tokens}
        found = []
        for token in sentence:
            if token.dep_ not in _ARGUMENTS:
                continue
            pronoun = _is_pronoun(token)
            summary = None if pronoun else summary_of(token, self.lexicon)
            if not pronoun and summary is None:
                continue
            if any(t.i in taken for t in token.subtree):
                continue
            mention = self._anaphor(token, summary, sentence.start, last)
            if mention is not None:
                found.append(mention)
        return found

    def _anaphor(
        self, token: Token, summary: Summary | None, start: int, last: Sequence[Candidate]
    ) -> IssueMention | None:
        """Read a word as a mention of what it stands for: a pronoun, if it is no `summary`."""
        pronoun = summary is None
        # what may make it mean something else: one such thing is let pass, two are not
        doubts = int(summary is not None and summary.loose)
        if doubts and self.current:
            return None  # a thing beside the issue that the sentence names
        if pronoun and lemma(token.head.text) in self.lexicon.words["joining_verbs"]:
            return None  # whoever is joined is somebody
        if pronoun and token.dep_ == "nsubj" and not _is_judged(token, self.lexicon):
            if not is_object_clause(token):
                return None
        earlier = [m for m in self.current if m.mention.head.i < token.i]
        antecedent: Matter | None = None
        if earlier and pronoun:
            antecedent = self._as_thing(earlier[-1], token)
            start = antecedent.mention.head.right_edge.i + 1
        elif self.distance <= int(summary is not None and not summary.deed):
            antecedent = main_matter(self.before)
            doubts += self.crossed
        if antecedent is None and earlier:
            antecedent = main_matter([replace(m, background=False) for m in earlier])
        if antecedent is None and summary is not None:
            antecedent = self._text(token)
        if antecedent is None or doubts > 1:
            return None
        plural = any(t.tag_ in ("NNS", "NNPS") for t in antecedent.mention.tokens)
        if token.lower_ == "them" and not plural:
            return None
        if pronoun and not earlier and goes_on(antecedent.mention.head):
            return None
        if pronoun and self._otherwise(token, start):
            return None
        sought = token.dep_ in ("dobj", "pobj") and any(
            lemma(verb.text) in self.lexicon.words["seeking_verbs"]
            for verb in (token.head, token.head.head)
        )
        thing = (
            token.lower_ in ("them", "these", "those", "one", "none", "any")
            or sought
            or (token.lower_ not in ("this", "that") and (bool(earlier) or antecedent.judged))
        )
        sign = sense(antecedent, summary, thing=thing)
        if not sign or not (summary is None or self._owned(summary, antecedent, last)):
            return None
        issue = antecedent.mention.issue
        return IssueMention(issue, sign, token, (token,), ANAPHOR, loose=doubts > 0)

    def _as_thing(self, put: Matter, pronoun: Token) -> Matter:
        """Take a matter for itself, not for its absence ("not sent to Oz, which rejects it").

        Who regrets or welcomes it may mean either: then it stands for nothing.
        """
        if put.claimed or not put.content or put.content == put.mention.sign:
            return put
        clause = pronoun.head
        if clause.dep_ != "relcl" or clause.head.i < put.mention.head.i:
            return put
        found = reading(clause, "obj", self.lexicon)
        plain = found is not None and found.act in ("accept", "reject", "refuse", "endorse")
        return replace(put, content=put.mention.sign if plain else 0)

    def _text(self, noun: Token) -> Matter | None:
        """Return the text named last, if a noun may stand for it ("the draft", "the text")."""
        if self.document is None:
            return None
        head = lemma(self.document.mention.head.text)
        return (
            self.document if lemma(noun.text) in self.lexicon.words["text_nouns"] | {head} else None
        )

    def _otherwise(self, pronoun: Token, start: int) -> bool:
        """Tell whether an "it" may mean something else that its sentence has named before it."""
        return pronoun.lower_ == "it" and any(
            not self.discourse.resolve([noun])
            for noun in other_things(pronoun, start, self.lexicon)
        )

    def _owned(self, summary: Summary, antecedent: Matter, last: Sequence[Candidate]) -> bool:
        """Tell whether "the Ozian plan" is what Oz was said to want."""
        if not summary.owners:
            return True
        owners = {r.actor for r in self.discourse.resolve(summary.owners)}
        put = "support" if sense(antecedent, summary) > 0 else "oppose"
        issue = antecedent.mention.issue
        return any(c.actor in owners and c.issue == issue and c.stance == put for c in last)

    def predicated(self, noun: Token, mentions: Sequence[IssueMention]) -> dict[str, int]:
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
        if any(m.head.i < pronouns[0].i for m in mentions) or negated(verb, self.lexicon):
            return {}
        put = main_matter(self.before)
        if put is None or goes_on(put.mention.head):
            return {}
        sign = sense(put, None)
        return {put.mention.issue: sign} if sign else {}


def _nouns(mention: IssueMention) -> list[str]:
    """Return the lemmas of the nouns that a mention's words have."""
    return [lemma(t.text) for t in mention.tokens if t.pos_ in ("NOUN", "PROPN")]


def _is_pronoun(token: Token) -> bool:
    """Tell whether a word is one that may stand for a thing ("backs it", "need for one")."""
    if token.lower_ == "one":
        return not token.children
    if token.lower_ in ("none", "any"):  # "none", "none at all"
        return token.dep_ == "dobj" and all(c.lower_ == "at" for c in token.children)
    return (
        token.lower_ in ("it", "this", "that", "them", "these", "those")
        and token.pos_ in ("PRON", "DET")
        and token.tag_ not in ("WDT", "WP")
    )


def _is_judged(pronoun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun is the subject of a judgement ("that is unacceptable")."""
    verb = pronoun.head
    if verb.pos_ in ("ADJ", "NOUN") and verb.dep_ == "ccomp":
        # "finds that intolerable"; not "finds it important that Oz pays"
        expletive = pronoun.lower_ == "it" and children(verb, "ccomp", "xcomp", "advcl")
        return not expletive and lemma(verb.head.text) in lexicon.words["naming_verbs"]
    known = (*lexicon.words["copulas"], "happen", "'s")
    if any(p.lower_ == "for" and p.i > verb.i for p in children(verb, "prep")):
        return False  # "it is for Oz to decide"
    if any(children(word, "xcomp", "ccomp") for word in children(verb, "acomp")):
        return False  # "it was too soon to speak of that"
    clauses = children(verb, "ccomp", "xcomp", "advcl", "csubj")
    if pronoun.i > pronoun.sent.start and pronoun.nbor(-1).text == ":":
        # "it must be lifted: that was the demand"
        clauses = [c for c in clauses if c.i > pronoun.i]
    return lemma(verb.text) in known and all(c.i < pronoun.i for c in clauses)
