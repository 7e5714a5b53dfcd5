"""Whose words, text or wishes a passage gives, where its sentences do not say so themselves.

A report names its source once and goes on: "Oz wants peace, the king said. The
toll would have to fall." The second sentence is still the king's. `Voices`
follows an article and says at each sentence whose voice it is in: what sets a
voice (a verb of saying, a text that somebody puts forward, an occasion for
speaking, a wish), how far it carries, and what ends it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stancegraph.case import Case
from stancegraph.extraction.claims import Claim
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.readings import is_report
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Doc, Span, Token
from stancegraph.layout import Block

__all__ = ["VOICES", "Voice", "Voices", "is_party"]

#: The sources of a claim that has none in its own sentence.
VOICES = ("voice", "carried", "wisher", "occasion", "scene")
#: Auxiliaries in which a text's terms are told.
_TERMS = frozenset({"would", "will", "must", "should"})


#: Tags of finite verbs.
_FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Voice:
    """Those whose words a passage gives, or whose text it presents, or who wish something.

    `told` says that they were brought up in the past tense, `carried` that this was in the
    paragraph before.
    """

    speakers: tuple[Referent, ...]
    kind: Literal["words", "text", "occasion", "wish", "scene"]
    told: bool
    carried: bool = False

    @property
    def source(self) -> str:
        """How a claim was found to be theirs, as a feature."""
        if self.carried:
            return "carried"
        named = {"wish": "wisher", "occasion": "occasion", "scene": "scene"}
        return named.get(self.kind, "voice")

    def gives(self, claim: Claim) -> bool:
        """Tell whether a claim has the tense in which the terms of the voice's text are told.

        After "the paper provided for" they stand with would, after "provides for" with is and will.

        >>> from stancegraph.extraction.claims import Claim
        >>> from stancegraph.extraction.examples import words_in
        >>> would, fell = words_in("The toll would fall. The levy fell.", "fall", "fell")
        >>> voice = Voice((), "text", told=True)
        >>> [voice.gives(Claim("act", 1, (), word)) for word in (would, fell)]
        [True, False]
        """
        aux = {c.lower_ for c in children(claim.predicate, "aux", "auxpass")}
        if aux & {"would", "'d", "could", "should", "must", "might"}:
            return True
        if self.told or aux & {"had", "was", "were", "has", "have"}:
            return False
        return claim.kind == "intention" or (
            not self.carried and claim.predicate.tag_ in ("VBZ", "VBP", "VBN", "VBG")
        )


@dataclass
class Voices:
    """Follows an article's voices, block by block and sentence by sentence.

    >>> from stancegraph.extraction.examples import discourse_on
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("The toll is unfair, Moscow said. It would have to fall.")
    >>> voices = Voices(discourse.case, load_lexicon(), discourse)
    >>> first, second = discourse.doc.sents
    >>> voices.listen(first, heard=False)
    >>> voices.voice.kind, [speaker.actor for speaker in voices.heard_in(second).speakers]
    ('words', ['russia'])
    """

    case: Case
    lexicon: Lexicon
    discourse: Discourse
    #: Whose voice the sentence at hand is in, unless it names a source.
    voice: Voice | None = None
    #: The sentence before the one at hand, if it gives nobody's words.
    before: Span | None = None
    #: Who introduces the list that follows ("The ministers agreed on:").
    lead: tuple[Referent, ...] = ()

    def enter(self, block: Block) -> None:
        """Begin a block: the next paragraph may go on in a voice, no other list or section."""
        if self.voice is None:
            return
        if block.kind != "paragraph" or block.label:
            self.voice = None
            return
        first = self.voice.speakers[0]._replace(via="carried")
        speakers = (first, *self.voice.speakers[1:])
        self.voice = replace(self.voice, speakers=speakers, carried=True)

    def leave(self, block: Block, doc: Doc) -> None:
        """End a block: what it says before a closing colon leads a list in."""
        if block.kind == "bullet":
            return
        self.lead = ()
        sentences = list(doc.sents)
        if doc.text.rstrip().endswith(":") and sentences:
            self.lead = tuple(self.introducing(list(sentences[-1])))

    def listen(self, sentence: Span, *, heard: bool) -> None:
        """Note whose words a sentence gives, or whose text it presents.

        `heard` says that the sentence itself was read as the last voice's.
        """
        told = sentence.root.tag_ == "VBD"
        self.before = None
        found = self.according(sentence) or self.reporting(list(sentence))
        if found:
            kind: Literal["text", "words"] = "text" if found[0].via == "document" else "words"
            self.voice = Voice(tuple(found), kind, told)
            return
        owners = self.presenting(sentence)
        if owners:
            first = owners[0]._replace(via="document")
            self.voice = Voice((first, *owners[1:]), "text", told)
            return
        root = sentence.root
        speaks = self.speech(sentence)
        self.before = sentence
        if not heard and not speaks and self.turns_elsewhere(root):
            self.voice = None
        # who turns something down does not go on to say what it wants
        wishes = any(
            p.kind in ("attitude", "urge", "light") and p.polarity != "-"
            for p in self.lexicon.readings("v", lemma(root.text))
        )
        if speaks or (wishes and not heard and not negated(root, self.lexicon)):
            owners = [
                o
                for o in self.discourse.resolve([t for t in subjects(root) if not is_party(t)])
                if o.actor != self.case.other
            ]
            same = (
                self.voice is not None
                and self.voice.kind == "text"
                and owners[:1]
                and owners[0].actor == self.voice.speakers[0].actor
            )
            if owners and not same:
                via = "occasion" if speaks else "wisher"
                speakers = (owners[0]._replace(via=via), *owners[1:])
                self.voice = Voice(speakers, "occasion" if speaks else "wish", told)

    def heard_in(self, sentence: Span) -> Voice | None:
        """Return whose voice a sentence is in, unless it names a source.

        A voice of the paragraph before is not heard where the sentence is about somebody else.
        """
        voice = self.voice
        if voice is None or not voice.carried:
            return voice
        if any(c.tag_ == "MD" for c in children(sentence.root, "aux")):
            return voice  # "Ev would have to leave"
        ours = {r.actor for r in voice.speakers}
        about = self.discourse.resolve(subjects(sentence.root))
        if about and not any(r.actor in ours for r in about):
            return None
        return voice

    def turns_elsewhere(self, root: Token) -> bool:
        """Tell whether a sentence tells what another person did ("The king said so. Joe left.")."""
        if self.voice is None or root.tag_ != "VBD" or children(root, "aux"):
            return False
        if (
            lemma(root.text)
            in self.lexicon.words["copulas"] | self.lexicon.words["befalling_verbs"]
        ):
            return False
        doers = self.discourse.resolve(subjects(root))
        ours = {r.actor for r in self.voice.speakers}
        return bool(doers) and all(d.person and d.actor not in ours for d in doers)

    def scene(self) -> Voice | None:
        """Return whom the sentence before is about, as the one whose mind the next may tell.

        Its subject ("Oz would not budge."), or where it is set ("In Oz the tone was harsher.",
        "A post from Oz.").
        """
        sentence = self.before
        if sentence is None:
            return None
        root = sentence.root
        if {lemma(t.text) for t in sentence} & self.lexicon.words["blaming_words"]:
            return None  # "Oz is to blame. It must pay.": of Oz, not of its mind
        if any(t.lower_ in self.lexicon.words["deontic_modals"] for t in sentence):
            return None  # the writer advises
        if children(root, "nsubjpass") and self.lexicon.readings("v", lemma(root.text)):
            return None  # "Oz was warned."
        finite = root.tag_ in _FINITE or children(root, "aux", "auxpass")
        places = [*subjects(root), *children(root, "nsubjpass")] if finite else []
        found = self.discourse.resolve(places)
        if not any(r.actor in self.case.compared for r in found):
            places = [
                t
                for t in sentence
                if t.dep_ == "pobj"
                and t.head.lower_ in self.lexicon.words["scene_prepositions"]
                and (not finite or t.head.left_edge.i <= sentence.start + 1)
            ]
            if not finite:
                places = [root, *children(root, "nsubj"), *places]
            found = next((r for r in ([*self.discourse.resolve([t])] for t in places) if r), [])
        found = [r for r in found if r.actor in self.case.compared]
        if not found:
            return None
        first = found[0]._replace(via="scene")
        return Voice((first, *found[1:]), "scene", root.tag_ == "VBD")

    def presenting(self, sentence: Span) -> list[Referent]:
        """Return whose text a sentence presents ("Oz's paper provides for", "Oz sent a list").

        A text that is the subject of the main clause is the one presented, whatever others are
        named beside it ("Oz's paper answers what Ev's draft had left open").
        """
        texts = [t for t in sentence if lemma(t.text) in self.lexicon.words["document_nouns"]]
        root = sentence.root
        main = [t for t in texts if t.dep_ in ("nsubj", "nsubjpass") and t.head.i == root.i]
        if texts and texts[0].i == root.i and not children(root, "nsubj", "nsubjpass"):
            main = [root]  # "The Ozian draft, at last.", of which the parser makes no subject
        for token in main or texts:
            if token.dep_ in ("nsubj", "nsubjpass", "ROOT"):
                owners = self.discourse.resolve([token])
            elif token.dep_ == "dobj" and token.head.pos_ == "VERB":
                # whose text it is, if that is said; else who lays it on the table, not who gets it
                if any(d.lower_ == "it" for d in children(token.head, "nsubj")):
                    continue  # "It follows the Ozian draft": another text than that
                owners = self.discourse.resolve([token])
                taken = lemma(token.head.text) in self.lexicon.words["receiving_verbs"]
                if not any(o.actor in self.case.actors for o in owners) and not taken:
                    owners = self.discourse.resolve(subjects(token.head))
            else:
                continue
            owners = [o for o in owners if o.actor in self.case.actors]
            if owners:
                return owners
        return []

    def under(self, mention: Token) -> list[Referent]:
        """Return whose text has the clause of a mention ("signed an accord under which Ev is to").

        That is who wants, signs or tables the text; of a text that somebody else only
        receives or turns down, its owner.
        """
        words = self.lexicon.words
        link = self.link(mention)
        if link is None:
            return []
        clause = link.head
        while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
            clause = clause.head
        helpers = children(clause, "aux", "auxpass")
        if clause.tag_ == "VBD" or any(h.tag_ == "VBD" for h in helpers):
            return []
        texts = words["document_nouns"] | words["arrangement_nouns"] | words["accord_nouns"]
        near = range(link.i - 1, max(link.i - 7, mention.sent.start - 1), -1)
        text = next((t for t in (link.doc[i] for i in near) if lemma(t.text) in texts), None)
        if text is None:
            return []
        verb = text
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            if verb.dep_ not in ("dobj", "pobj", "prep", "appos", "conj", "attr", "dative"):
                break
            verb = verb.head
        named = any(self.discourse.tags(t) for t in text.subtree if t.i < clause.left_edge.i)
        owned = [o for o in self.discourse.resolve([text]) if o.actor in self.case.compared]
        owned = owned if named else []
        if verb.pos_ != "VERB" or negated(verb, self.lexicon):
            return owned
        signs = {
            p.polarity
            for p in self.lexicon.readings("v", lemma(verb.text))
            if p.kind in ("attitude", "urge", "effect", "light") and "obj" in p.content
        }
        if "-" in signs or ("+" not in signs and lemma(verb.text) in words["receiving_verbs"]):
            return owned
        holders = [o for o in self.discourse.resolve(subjects(verb)) if o.actor != self.case.other]
        return holders or owned

    def link(self, mention: Token) -> Token | None:
        """Return the "which" or "whose" by which a mention's clause hangs from a text.

        "Under which", "according to which", "whose gist is that".
        """
        words = self.lexicon.words
        above = {a.i for a in mention.ancestors if a.dep_ == "relcl"}
        for i in range(mention.i - 1, mention.sent.start, -1):
            token = mention.doc[i]
            if token.text in (",", ";") and not above:
                return None
            before = token.nbor(-1)
            if token.tag_ == "WP$" and mention.doc[i + 1].lower_ in words["gist_nouns"]:
                return token
            if token.tag_ != "WDT":
                continue
            gist = (
                before.lower_ == "of" and i > 1 and mention.doc[i - 2].lower_ in words["gist_nouns"]
            )
            return token if gist or before.lower_ in words["term_prepositions"] else None
        return None

    def speech(self, sentence: Span) -> bool:
        """Tell whether somebody is said to have spoken, though not what ("gave a briefing")."""
        root = sentence.root
        words = self.lexicon.words
        if root.lower_ == "asked" and children(root, "auxpass"):
            return True
        if lemma(root.text) in words["phrasing_verbs"] and any(
            c.lower_ in words["neuter_pronouns"] for c in children(root, "dobj")
        ):
            return True  # "Oz put it differently."
        if lemma(root.text) in words["copulas"]:
            for adjective in children(root, "acomp"):
                if adjective.lower_ in words["speaking_manners"]:
                    return True
        return any(
            t.pos_ == "NOUN"
            and lemma(t.text) in words["speech_nouns"]
            and t.dep_ in ("dobj", "pobj")
            for t in sentence
        )

    def reporting(self, tokens: Sequence[Token]) -> list[Referent]:
        """Return the sources that reporting verbs among some tokens name."""
        for token in tokens:
            if token.pos_ not in ("VERB", "AUX"):
                continue
            if is_report(token, self.lexicon) and not self.authored(token):
                inside = {t.i for t in tokens}
                if cited := self.cited(token):
                    return cited
                if lemma(token.text) in self.lexicon.words["citing_verbs"]:
                    continue  # "quoted a poll"
                found = self.discourse.resolve([s for s in subjects(token) if s.i in inside])
                if found:
                    return found
        return []

    def cited(self, verb: Token) -> list[Referent]:
        """Return whose words a verb says that its subject repeats ("Oz quoted Ev: …")."""
        if lemma(verb.text) not in self.lexicon.words["citing_verbs"]:
            return []
        return self.discourse.resolve(children(verb, "dobj"))

    def authored(self, verb: Token) -> bool:
        """Tell whether a verb only says who made a text ("a paper which Oz had written")."""
        return (
            verb.dep_ == "relcl"
            and lemma(verb.head.text) in self.lexicon.words["document_nouns"]
            and lemma(verb.text) in self.lexicon.words["authoring_verbs"]
            and not children(verb, "ccomp")
        )

    def according(self, sentence: Span) -> list[Referent]:
        """Return the source of "according to X", "in X's view" and "under X's plan"."""
        for token in sentence:
            if (
                token.dep_ == "pobj"
                and lemma(token.text) in self.lexicon.words["document_nouns"]
                and token.head.lower_ in ("in", "under", "by")
                and (token.head.left_edge.i <= sentence.start + 1 or _put_between(token.head))
            ):
                found = self.discourse.resolve([token])
                doers = subjects(sentence.root)
                # the last one: in long sentences the parser takes an apposition for a subject
                named = any(d.pos_ == "PRON" for d in doers[-1:]) or any(
                    r.via != "definite" for r in self.discourse.resolve(doers[-1:])
                )
                terms = {c.lower_ for c in children(sentence.root, "aux")} & _TERMS
                if found and (terms or not named):
                    return found
            if token.lower_ == "according":
                for preposition in children(token, "prep"):
                    found = self.discourse.resolve(children(preposition, "pobj"))
                    if found:
                        return found
            elif token.lower_ in self.lexicon.words["opinion_nouns"] and token.dep_ == "pobj":
                found = self.discourse.resolve(children(token, "poss"))
                if found and token.head.lower_ in ("in", "by", "to", "from"):
                    return found
            elif token.lower_ == "to" and token.i <= sentence.start + 1 and token.dep_ == "prep":
                # "To the Ozian king the toll should stand"
                found = self.discourse.resolve(children(token, "pobj"))
                if found and all(r.person for r in found):
                    return found
            elif token.lower_ == "concerned" and token.dep_ == "advcl":
                # "as far as Oz is concerned"
                found = self.discourse.resolve(children(token, "nsubj", "nsubjpass"))
                if found and children(token, "mark"):
                    return found
            elif token.lower_ == "as" and token.dep_ == "mark" and token.head.dep_ == "advcl":
                # "as Oz sees it"
                if lemma(token.head.text) in self.lexicon.words["as_verbs"]:
                    found = self.discourse.resolve(children(token.head, "nsubj"))
                    if found:
                        return found
        return []

    def before_colon(self, sentence: Span, head: Token, labelled: int) -> list[Referent]:
        """Return who a colon introduces ("Oz was blunt: it must go", "Oz's terms: no toll").

        The block's label, which ends at character `labelled`, is no part of the sentence.
        """
        colons = [t for t in sentence if t.text == ":" and t.i < head.i and t.idx >= labelled]
        return self.introducing([t for t in sentence if t.i < colons[-1].i]) if colons else []

    def introducing(self, lead: Sequence[Token]) -> list[Referent]:
        """Return whose words or terms come after a colon, from what stands before it."""
        inside = {t.i for t in lead}
        words = self.lexicon.words
        if any(
            lemma(t.text) in words["quandary_nouns"] and t.dep_ in ("dobj", "attr", "pobj", "ROOT")
            for t in lead
        ):
            return []  # "Oz faces a choice: the toll or the levy"
        for token in lead:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.i in inside:
                verb = token.head
                if lemma(verb.text) in words["citing_verbs"] and children(verb, "dobj"):
                    return self.cited(verb)  # nobody, after "quoted a poll"
                found = self.discourse.resolve([token])
                if not found and lemma(token.text) in words["price_nouns"]:
                    found = self.discourse.resolve(children(token, "poss"))
                if found:
                    return found
        if any(t.tag_ in _FINITE for t in lead):
            return []
        # "Oz himself, at a fair: …", "The terms of Oz: …"
        texts = words["document_nouns"] | words["opinion_nouns"]
        named = [t for t in lead if t.pos_ in ("PROPN", "NOUN")]
        first = next((t for t in named if t.dep_ not in ("compound", "poss", "nmod")), None)
        if first is None or first.dep_ in ("pobj", "npadvmod"):
            return []
        if first.pos_ == "NOUN" and lemma(first.text) not in texts:
            first = next(iter(children(first, "poss")), first)
            if lemma(first.head.text) not in words["price_nouns"]:
                return []
        return [r for r in self.discourse.resolve([first]) if r.actor in self.case.actors]

    def owners(self, block: Block) -> list[Referent]:
        """Return whose wishes a block lists: its label's, its heading's or its lead-in's."""
        if self.discourse.labelled is not None:
            return [self.discourse.labelled]
        if block.kind != "bullet":
            return []
        return [self.discourse.heading] if self.discourse.heading else list(self.lead)


def _put_between(phrase: Token) -> bool:
    """Tell whether a phrase parts a verb from its auxiliary ("would under the pact leave")."""
    verb = phrase.head
    return phrase.i < verb.i and any(c.i < phrase.i for c in children(verb, "aux", "auxpass"))


def is_party(noun: Token) -> bool:
    """Tell whether a noun means the parties to a treaty.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The Parties met the mayor."])
    >>> is_party(doc[1]), is_party(doc[4])
    (True, False)
    """
    return noun.lower_ == "parties" and any(c.lower_ == "the" for c in children(noun, "det"))
