"""Who is meant: names, offices, descriptions and pronouns resolved to actors.

`Discourse` follows one article and says whom a noun phrase refers to, by its
head and not by its modifiers: "Oz's foreign backers" are not Oz, "the Ozian
minister" is.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import log1p

from stancegraph.case import Actor, Case
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.negation import is_none
from stancegraph.extraction.parsing import children, conjuncts, first_conjunct
from stancegraph.extraction.referents import Mention, Referent
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.trees import Doc, Span, Token

__all__ = ["Discourse"]


def _order_of(referent: Referent) -> int:
    return referent.order


def _is_main(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token is the subject of its sentence's main clause.

    Or of what is told there, or who tells it: both of "Oz must leave, the mayor wrote".
    """
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = first_conjunct(token.head)
    if verb.dep_ == "ROOT":
        return True
    if first_conjunct(verb.head).dep_ != "ROOT":
        return False
    if verb.dep_ == "parataxis":
        return any(p.kind == "report" for p in lexicon.readings("v", lemma(verb.text)))
    return verb.dep_ == "ccomp" and verb.i < verb.head.i


def _lemmas(text: str) -> set[str]:
    return {lemma(word) for word in text.split()}


# How far back a pronoun's antecedent is looked for, in tokens: three or four sentences.
_REACH = 90
# The same for descriptions ("the minister", "both sides"): a dozen sentences.
_FAR = 400
# What speaks for an antecedent, as log-odds: words between it and the pronoun (in twenties, and
# their logarithm); being the subject of the latest main clause, the head of a sentence without a
# verb, the first that its sentence names, in the same paragraph, whose words are being read, or a
# party to the negotiation; how often its actor has been a subject of late (logarithm).
# Fitted as choices among the antecedents that agree in number and kind on 785, 461 and 236
# pronouns of coded texts. On articles left out 86, 64 and 59 in 100 of those point to the actor
# coded (many of the rest to nobody whom the engine knows); weights set by hand gave 85, 57 and 56.
# "Also", after a pronoun that opens a sentence, is too rare to fit, and counts by judgement.
_SALIENCE: Mapping[str, Mapping[str, float]] = {
    "person": {
        "distance": -0.25,
        "log_distance": -0.08,
        "topic": 1.67,
        "fragment": 1.5,
        "subjects": 0.15,
        "first": 0.56,
        "paragraph": 1.56,
        "speaker": 1.45,
        "party": 0.59,
        "also": 2.0,
    },
    "thing": {
        "distance": -0.12,
        "log_distance": -0.6,
        "topic": 0.76,
        "fragment": 1.11,
        "subjects": 1.0,
        "first": 0.81,
        "paragraph": 0.27,
        "speaker": 1.34,
        "party": 1.15,
        "also": 2.0,
    },
    "plural": {
        "distance": -0.52,
        "log_distance": 0.21,
        "topic": 0.24,
        "fragment": 0.27,
        "subjects": 0.32,
        "first": -0.08,
        "paragraph": 0.68,
        "speaker": 0.43,
        "party": 0.87,
        "also": 2.0,
    },
}


def _pronoun_class(token: Token, lexicon: Lexicon) -> str:
    """Return the row of `_SALIENCE` for a pronoun."""
    if token.lower_ in lexicon.words["plural_pronouns"]:
        return "plural"
    return "thing" if token.lower_ in lexicon.words["neuter_pronouns"] else "person"


# Tokens, at most, behind the verb of a closing "he said in Id on Monday".
_REMARK = 8


def _is_people(token: Token, mention: Mention, actor: Actor) -> bool:
    """Tell "the Avalonians", who take the pronoun they, from "the United States"."""
    alone = mention.end - mention.start == len(token)
    return alone and token.tag_ == "NNPS" and token.text != actor.label


def _is_topic(token: Token) -> bool:
    """Tell whether a phrase is what the sentence is about: "As for the Avalonians, …"."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("for", "to", "regards")
        and token.head.i > 0
        and token.doc[token.head.i - 1].lower_ == "as"
    )


# Words, at most, of a label that only says where or about whom.
_LABEL = 3
_TIME_OF_DAY = re.compile(r"\d{1,2}[.:]\d{2}$|\s+$")
# What stands between two names that go together ("the Ozian-Evian paper").
_JOINTS = ("-", "–", "/")
# What ends a name to the left: a dateline's dash, a bracket, a clause.
_BREAKS = frozenset('-–—:,()."')


@dataclass
class Discourse:
    """The state of reading one article: who was mentioned, who is speaking."""

    registry: Registry
    lexicon: Lexicon
    day: date | None
    #: Whose words are being read; several where a text is a joint one.
    speakers: tuple[Referent, ...] = ()
    heading: Referent | None = None
    #: Who a block's label names ("*Oz:* …"), and how deep the list is that it stands in.
    labelled: Referent | None = None
    _label_level: int = 0
    #: Which actor's place or affairs the label above is about ("**Id.** The mayor …").
    place: Referent | None = None
    doc: Doc | None = None
    history: list[Referent] = field(default_factory=list)
    #: Their places, to find those of a stretch of text quickly.
    _orders: list[int] = field(default_factory=list)
    _local: dict[str, Referent] = field(default_factory=dict)
    _heads: dict[int, Mention] = field(default_factory=dict)
    _inside: dict[int, Mention] = field(default_factory=dict)
    _memo: dict[int, tuple[Referent, ...]] = field(default_factory=dict)
    _base: int = 0
    #: Whose place the sentence opens with ("In Id …"), for the offices that it names, and the
    #: paragraph, for those that come later.
    _scene: Referent | None = None
    _opening: Referent | None = None
    _text: str = ""
    #: Where the sentences begin, in the article's token order.
    _sentences: list[int] = field(default_factory=list)
    #: The places of subjects that are things ("the vote"), which the next "it" may mean.
    _things: list[int] = field(default_factory=list)
    #: Where places of an actor are named ("in Id"), and whose they are.
    _places: list[tuple[int, str]] = field(default_factory=list)

    @property
    def case(self) -> Case:
        """The case whose actors are looked for."""
        return self.registry.case

    def enter(self, doc: Doc) -> None:
        """Begin a block: find its names and forget token-bound memory."""
        self._base += len(self.doc) + 1 if self.doc is not None else 0
        self.doc = doc
        self._heads.clear()
        self._inside.clear()
        self._memo.clear()
        self._scene = self._opening = None
        starts = [token.idx for token in doc]
        self._text = doc.text
        for mention in self.registry.find(self._text):
            first = max(bisect_right(starts, mention.start) - 1, 0)
            last = max(bisect_right(starts, mention.end - 1) - 1, first)
            span = doc[first : last + 1]
            for token in span:
                self._inside[token.i] = mention
            self._heads[span.root.i] = mention

    def observe(self, sentence: Span) -> None:
        """Add a sentence's referents to the history, in order."""
        self._sentences.append(self._base + sentence.start)
        self._scene = self._scene_of(sentence) or self._opening
        if sentence.start == 0:
            self._opening = self._scene
        for token in sentence:
            if not self.speakers and token.lower_ == "we":
                self._resolve_one(token)  # who opens a text with "We, the …" speaks in it
            if token.i in self._heads or (
                token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "poss")
            ):
                if self._heads.get(token.i) and self._is_modifier(token):
                    mention = self._heads[token.i]
                    if token.dep_ == "poss" and not mention.adjective:
                        self._remember(self._named(token, mention))
                    continue
                first = first_conjunct(token)
                if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "to"):
                    self._note_place(token)
                found = self._resolve_one(token) or self._stranger(token)
                if not found and self._is_thing(token):
                    self._things.append(self._order(token))
                for referent in found:
                    main = _is_main(first, self.lexicon) or _is_topic(first)
                    self._remember(
                        replace(referent, group=self._order(first), main=main, role=first.dep_)
                    )
            elif token.tag_ == "PRP" and token.dep_ in ("nsubj", "nsubjpass"):
                self._resolve_one(token)  # what comes next may go on about the same

    def _is_thing(self, token: Token) -> bool:
        """Tell whether a main clause is about a single thing that no actor is named beside."""
        words = self.lexicon.words
        return (
            token.tag_ == "NN"
            and token.dep_ in ("nsubj", "nsubjpass")
            and _is_main(token, self.lexicon)
            and lemma(token.text) not in words["human_nouns"] | words["calendar"]
            and not any(t.i in self._inside or t.tag_ == "PRP$" for t in token.subtree)
        )

    def _note_place(self, token: Token) -> None:
        mention = self._heads.get(token.i)
        if mention is None or mention.adjective:
            return
        actor = self.case.actors[mention.actor]
        if actor.kind != "person":
            self._places.append((self._order(token), self.case.bloc_on(actor.id, self.day)))

    def _remember(self, referent: Referent) -> None:
        if referent.order >= 0 and (not self.history or self.history[-1] != referent):
            self._insert(referent)

    def _insert(self, referent: Referent) -> None:
        place = bisect_right(self._orders, referent.order)
        self.history.insert(place, referent)
        self._orders.insert(place, referent.order)

    def tags(self, token: Token) -> tuple[str, ...]:
        """Return the actor tags of a token inside a name, for cue patterns."""
        mention = self._inside.get(token.i)
        return self.registry.tags(mention.actor) if mention else ()

    def mentions(self, sentence: Span) -> Iterator[Mention]:
        """Yield the mentions whose head lies in a sentence."""
        for token in sentence:
            if token.i in self._heads:
                yield self._heads[token.i]

    # Resolution -------------------------------------------------------------

    def resolve(self, tokens: Iterable[Token]) -> list[Referent]:
        """Return the referents of noun phrases, given by their heads, with their conjuncts."""
        found: list[Referent] = []
        for token in tokens:
            for part in conjuncts(token):
                for one in (*self._swallowed(part), part):
                    for referent in self._resolve_one(one):
                        if all(r.actor != referent.actor for r in found):
                            found.append(referent)
        return found

    def _swallowed(self, token: Token) -> list[Token]:
        """Return the names that the parser has made part of the one they are coordinated with.

        "President Ann Oz and Evian President Joe Smith", "Oz and Evian countries".
        """
        last = self._heads.get(token.i)
        if last is None:
            return []
        person = self.case.actors[last.actor].kind == "person"
        if not person and token.tag_ not in ("NNS", "NNPS"):
            return []
        found = []
        for child in children(token, "compound", "nmod", "amod"):
            inner = list(child.subtree)
            joints = [t.i for t in inner if t.dep_ == "cc" and t.lower_ == "and"]
            for part in inner:
                mention = self._heads.get(part.i)
                if mention is None or mention is last or not joints or part.i > joints[-1]:
                    continue
                alike = (self.case.actors[mention.actor].kind == "person") == person
                if alike and not mention.adjective:
                    found.append(part)
        return found

    def _resolve_one(self, token: Token) -> tuple[Referent, ...]:
        if token.i not in self._memo:
            self._memo[token.i] = ()  # a phrase that refers to itself refers to nobody
            self._memo[token.i] = tuple(self._resolve(token))
        return self._memo[token.i]

    def _is_modifier(self, token: Token) -> bool:
        return token.dep_ in ("compound", "amod", "poss", "nmod") and token.head.i != token.i

    def _phrase(self, token: Token) -> str:
        left = [
            child.left_edge.i
            for child in children(token, "det", "amod", "compound", "poss", "nummod", "nmod")
            if child.i < token.i and child.lower_ not in self.lexicon.words["calendar"]
        ]
        assert self.doc is not None
        start = min([*left, token.i])
        # a dateline or a bracket before the name is no part of it
        for index in range(token.i - 1, start - 1, -1):
            mark = self.doc[index]
            if mark.text in _BREAKS and (mark.whitespace_ or mark.text not in "-–—."):
                start = index + 1
                break
        while start < token.i and _TIME_OF_DAY.match(self.doc[start].text):
            start += 1  # a live blog's time stamp
        return " ".join(self.doc[start : token.i + 1].text.split())

    def _order(self, token: Token) -> int:
        return self._base + token.i

    def _named(self, token: Token, mention: Mention) -> Referent:
        actor = self.case.actors[mention.actor]
        titles = self.registry.titles_of[actor.id]
        title_words = self.registry.title_words_of[actor.id]
        for office in self._offices_behind(token) if token.children else ():
            titles |= {lemma(office.text)}
            title_words |= {lemma(t.text) for t in (office, *self._modifiers(office))}
        referent = Referent(
            actor=self.case.bloc_on(actor.id, self.day),
            holder_id=actor.id,
            text=self._phrase(token),
            via="name",
            plural=actor.plural or token.tag_ == "NNS" or _is_people(token, mention, actor),
            person=actor.kind == "person",
            former=self._out_of_office(actor),
            gender=actor.gender,
            titles=titles,
            title_words=title_words,
            order=self._order(token),
            subject=token.dep_ in ("nsubj", "nsubjpass") or _is_topic(token),
        )
        if mention.end - mention.start > len(token):
            # after the full name the surname is enough, even where it is a common word, and
            # "the Chamber" after "the Ozian Chamber"
            if referent.person or actor.kind == "institution":
                self._local[token.text] = referent
        return referent

    def _offices_behind(self, token: Token) -> list[Token]:
        """Return the offices that are put behind a name ("the Ozian, the king's envoy, …")."""
        nouns = self.registry.titles | self.lexicon.words["person_nouns"]
        return [c for c in children(token, "appos") if lemma(c.text) in nouns and c.tag_ == "NN"]

    def _resolve(self, token: Token) -> Iterable[Referent]:
        low = token.lower_
        words = self.lexicon.words
        mention = self._heads.get(token.i)
        if mention is not None and (people := self.registry.demonyms.get(token.text)):
            if people != mention.actor and any(c.lower_ == "the" for c in children(token, "det")):
                # "the Turk" is no Mr Turk
                mention = replace(mention, actor=people, adjective=True)
        if mention is not None:
            if self._former(token):
                return [self._other(token)]
            actor = self.case.actors[mention.actor]
            if token.tag_ == "NNPS" and self._public(token):
                return [self._other(token)]
            if actor.kind == "person" and self._namesake(token, mention):
                return self._described(token)
            if mention.adjective and token.dep_ not in (
                "nsubj",
                "nsubjpass",
                "dobj",
                "pobj",
                "conj",
                "attr",
                "poss",
                "amod",
                "compound",
                "ROOT",
                "appos",
                "agent",
                "npadvmod",
            ):
                return []
            if (
                actor.kind == "person"
                or not mention.adjective
                or token.text.endswith("s")
                or token.pos_ != "ADJ"
            ):
                named = self._named(token, mention)
                # "the Frenchman", "an Ozian"
                one = (
                    mention.adjective
                    and token.tag_ in ("NN", "NNP")
                    and bool(children(token, "det"))
                    and (token.tag_ == "NN" or token.text in self.registry.nationals)
                )
                return self._members(replace(named, person=named.person or one))
            named = self._named(token, mention)
            # "the Ozian" is a person who has been named before
            single = bool(children(token, "det")) and token.tag_ in ("NN", "NNP", "JJ")
            return [replace(named, via="modifier", person=single or named.person)]
        if low in words["first_pronouns"]:
            if not self.speakers:
                return self._signatories(token)
            return [replace(r, text=token.text, via="speaker") for r in self.speakers]
        if low in words["all_or_nobody"]:
            # "nobody in Oz", "everyone at the ministry": the place speaks
            inner = [
                n
                for p in children(token, "prep")
                if p.lower_ in ("in", "at", "of", "from", "among")
                for n in children(p, "pobj")
            ]
            return [replace(r, text=self._phrase(token)) for r in self.resolve(inner)]
        if token.pos_ == "PRON" or low in words["pair_words"] or token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(token)
        if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
            return self._resolve_one(token.head.head)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "VERB"):
            return []
        known = self._local.get(token.text) if token.text[:1].isupper() else None
        if known is not None and (known.person or self._is_bare_body(token)):
            return [
                replace(
                    known,
                    text=self._phrase(token),
                    order=self._order(token),
                    subject=token.dep_ in ("nsubj", "nsubjpass"),
                )
            ]
        return self._described(token)

    def _is_bare_body(self, token: Token) -> bool:
        """Tell whether a body is named by its last word alone ("the Chamber")."""
        articles = [c for c in children(token, "det") if c.lower_ == "the"]
        return bool(articles) and articles[0].i == token.i - 1 and not children(token, "prep")

    def _signatories(self, token: Token) -> list[Referent]:
        """Resolve "We, the leaders of Oz and Ev, …", which opens a text of theirs."""
        assert self.doc is not None
        opens = all(not t.is_alpha for t in self.doc[: token.i])
        quoted = any(t.is_quote for t in self.doc[: token.i])
        found = self.resolve(children(token, "appos"))
        if not opens or quoted or not found:
            return []
        self.speakers = tuple(replace(r, via="speaker", text=token.text) for r in found)
        return list(self.speakers)

    def _other(self, token: Token) -> Referent:
        return Referent(
            self.case.other,
            None,
            self._phrase(token),
            "other",
            person=token.tag_ == "NN" and lemma(token.text) in self.lexicon.words["human_nouns"],
            order=self._order(token),
            subject=token.dep_ in ("nsubj", "nsubjpass"),
        )

    def _stranger(self, token: Token) -> tuple[Referent, ...]:
        """Return a person whom the case does not know, and whom the next "he" may mean.

        Only the subject of a main clause: "a driver was listening", "Ann Smith, a lawyer, spoke".
        """
        if not _is_main(token, self.lexicon):
            return ()
        human = self.lexicon.words["human_nouns"]
        if token.tag_ == "NN" and lemma(token.text) in human:
            return (self._other(token),)
        if token.tag_ == "NNP" and token.i not in self._inside:
            names = children(token, "compound")
            described = any(lemma(c.text) in human for c in children(token, "appos"))
            # "Ann Smith spoke", but not "the Herald Tribune wrote"
            full = len(names) == 1 and names[0].tag_ == "NNP" and not children(token, "det")
            full = full and token.left_edge.i == names[0].i and token.head.tag_ == "VBD"
            if described or full or any(c.text in self.lexicon.words["honorifics"] for c in names):
                return (replace(self._other(token), person=True),)
        return ()

    def _members(self, referent: Referent, actor_id: str | None = None) -> list[Referent]:
        """Return a group that speaks for several blocs once for each of them."""
        actor = self.case.actors[actor_id or referent.holder_id or referent.actor]
        if actor.kind != "group" or len(actor.parents) < 2:
            return [referent]
        return [replace(referent, actor=bloc) for bloc in self.registry.blocs(actor)]

    def _out_of_office(self, actor: Actor) -> bool:
        """Tell whether a person's last office had ended before the article's day."""
        if self.day is None or actor.kind != "person" or not actor.offices:
            return False
        return all(o.end is not None and o.end <= self.day for o in actor.offices)

    def _public(self, token: Token) -> bool:
        """Tell whether a nationality stands for its people ("many Ozians"), not its leaders."""
        marks = self.lexicon.words["public_modifiers"]
        return any(c.lower_ in marks for c in children(token, "amod", "det", "nummod", "advmod"))

    def _former(self, token: Token) -> bool:
        former = self.lexicon.words["former"]
        behind = token.doc[token.i + 1 : token.i + 4]
        if len(behind) > 2 and behind[0].lower_ == "before":
            # "the minister before him", "the government before his gave"
            theirs = behind[1].tag_ == "PRP$" and behind[2].tag_ in ("VBD", "VBN", "VBZ")
            if theirs or behind[1].tag_ == "PRP":
                return True
        return any(c.lower_ in former for c in children(token, "amod", "compound", "advmod"))

    def _namesake(self, token: Token, mention: Mention) -> bool:
        """Tell whether a surname belongs to another bearer ("Ann Smith" is not "Joe Smith")."""
        assert self.doc is not None
        first = token
        while first.idx > mention.start and first.i > 0:
            first = first.nbor(-1)
        if first.i == 0 or " " in self._text[mention.start : mention.end]:
            return False
        before = self.doc[first.i - 1]
        if before.pos_ != "PROPN" or before.head.i != token.i or before.i in self._inside:
            return False
        titles = self.registry.titles | self.lexicon.words["speaking_nouns"]
        honorific = before.text.rstrip(".") in self.lexicon.words["honorifics"]
        return not (honorific or lemma(before.text) in titles) and before.dep_ == "compound"

    def _described(self, token: Token) -> Iterable[Referent]:
        words = self.lexicon.words
        head = lemma(token.text)
        if head in words["public_nouns"]:
            return [self._other(token)]
        speaking = head in words["speaking_nouns"] or head in self.registry.titles
        document = head in words["document_nouns"]
        if not token.children and not (speaking or document):
            return []  # most nouns: neither they nor anything beside them says whose they are
        if self._former(token):
            return [self._other(token)]
        if any(c.lower_ == "half" for c in children(token, "predet", "det", "nmod", "quantmod")):
            return []  # half the country is not the country, nor half the power a state
        if token.tag_ == "NNS" and head in words["press_plurals"] and self._named_after(token):
            return [self._other(token)]
        definite = any(c.lower_ in ("the", "all") for c in children(token, "det", "predet"))
        if members := self._counted(token, head):
            return members
        if token.lower_ in ("two", "three") and definite:
            return self._last_pair(token, count=3 if token.lower_ == "three" else 2)
        if token.lower_ in ("former", "latter") and definite:
            pair = self._opponents(self._order(token), people=False)
            chosen = pair[:1] if token.lower_ == "former" else pair[-1:]
            return [
                replace(r, text=self._phrase(token), via="pair", order=self._order(token))
                for r in chosen
            ]
        if head in words["people_nouns"] and (around := self._entourage(token)):
            return around
        opposite = head == "number" and any(
            c.lower_ in words["opposite_adjectives"] for c in children(token, "amod")
        )
        if (head in words["partner_nouns"] or opposite) and token.tag_ == "NN":
            named = None if opposite else self._modifier_actor(token, head)
            if named is None:
                return self._partner(token) or self._visitor(token, head)
        if head in words["transparent_nouns"] or token.pos_ in ("NUM", "DET"):
            inner = [
                n
                for place in (token, *children(token, "nummod"))
                for p in children(place, "prep")
                if p.lower_ in ("of", "among", "in")
                for n in children(p, "pobj")
                if p.lower_ != "in" or head in words["passage_nouns"]
            ]
            return [r for n in inner for r in self.resolve([n])]
        pair = self._pair(token, head)
        if pair:
            return pair
        for apposition in children(token, "appos"):
            # "his neighbour Joe Smith": the name says who it is
            if token.i < apposition.left_edge.i <= token.i + 2:
                mention = self._heads.get(apposition.i)
                if mention is not None and not mention.adjective:
                    return [replace(self._named(apposition, mention), subject=True)]
        titled = [
            c
            for c in children(token, "compound", "amod", "appos", "nmod")
            if lemma(c.text) in self.registry.titles or lemma(c.text) in words["speaking_nouns"]
        ]
        is_name = token.pos_ == "PROPN" and token.text[:1].isupper()
        if not (speaking or document or (is_name and titled) or children(token, "appos")):
            return [self._other(token)] if self._unknown(token, head) else []
        modifier = self._modifier_actor(token, head)
        if modifier is None and is_name:
            for apposition in children(token, "appos"):
                for referent in self._resolve_one(apposition):
                    known = replace(
                        referent,
                        text=self._phrase(token),
                        person=True,
                        order=self._order(token),
                        via="apposition",
                        holder_id=None,
                    )
                    self._local[token.text] = known
                    return [known]
            for title in titled:
                modifier = modifier or self._modifier_actor(title, lemma(title.text))
        if modifier is not None:
            actor_id, via = modifier
            return [
                referent
                for one in (actor_id, *self._joined_modifiers(token, actor_id))
                for referent in self._members(
                    self._titled(token, head, one, via, is_name, speaking), one
                )
            ]
        definite = any(c.lower_ in ("the", "this", "that") for c in children(token, "det"))
        if is_name and (office := self._office_at_home(token, head, ())) and definite:
            return [office]
        if is_name:
            # "the Prime Minister", where only one has been named
            found = self._definite(token, head) if head in self.registry.titles and definite else []
            rivals = {
                r.actor
                for r in self.history
                if r.order < self._order(token) and head in r.titles and r.person
            }
            return found if len(rivals) <= 1 else []
        if head in words["text_nouns"] and definite:
            return self._text_before(token)
        if token.tag_ == "NNS" and head in words["attendant_nouns"]:
            return self._definite(token, head)
        if speaking and any(
            c.lower_ in ("the", "this", "that", "his", "her", "their", "its", "our", "my")
            for c in children(token, "det", "poss")
        ):
            return self._definite(token, head)
        return []

    def _unknown(self, token: Token, head: str) -> bool:
        """Tell whether somebody unknown to the case speaks ("a welder said", "Ms Ann Lee thinks").

        Whoever holds an office or speaks for somebody may yet be one whom the case knows.
        """
        words = self.lexicon.words
        reports = {p.kind for p in self.lexicon.readings("v", lemma(token.head.text))}
        if token.dep_ != "nsubj" or "report" not in reports:
            return False
        if any(t.i in self._inside or t.tag_ == "PRP$" for t in token.subtree):
            return False
        if token.tag_ in ("NNP", "NNPS"):
            return any(c.text.rstrip(".") in words["honorifics"] for c in self._modifiers(token))
        spoken_for = head in words["speaking_nouns"] or head in self.registry.titles
        return head in words["human_nouns"] and not spoken_for

    def _titled(
        self, token: Token, head: str, actor_id: str, via: str, is_name: bool, speaking: bool
    ) -> Referent:
        actor = self.case.actors[actor_id]
        holder: Actor | None = None
        anyone = any(c.lower_ in ("a", "an", "another", "one") for c in children(token, "det"))
        if head in self.registry.titles and not (is_name or anyone) and token.tag_ == "NN":
            holder = self.registry.office_holder(head, actor_id, self.day)
        person = is_name or head in self.registry.titles
        somebody = token.tag_ == "NN" and head in self.lexicon.words["human_nouns"]
        somebody = somebody and not is_none(token)
        titles = (
            {head} if not is_name else {lemma(c.text) for c in children(token, "compound", "amod")}
        )
        referent = Referent(
            actor=self.case.bloc_on(actor.id, self.day),
            holder_id=holder.id if holder else (None if person else actor.id),
            text=self._phrase(token),
            via=via if speaking or is_name else "document",
            plural=token.tag_ in ("NNS", "NNPS"),
            person=somebody or (person and token.tag_ != "NNS"),
            gender=holder.gender if holder else None,
            titles=frozenset(titles),
            title_words=frozenset(
                titles | {head, *(lemma(t.text) for t in self._modifiers(token))}
            ),
            former=self._out_of_office(actor),
            order=self._order(token),
            subject=token.dep_ in ("nsubj", "nsubjpass"),
        )
        if is_name:
            self._local[token.text] = referent
        return referent

    def _modifier_actor(self, token: Token, head: str) -> tuple[str, str] | None:
        """Return the actor that a noun's modifiers name, the closest first."""
        before = [
            c
            for c in children(token, "amod", "compound", "nmod", "nummod", "npadvmod")
            if c.i < token.i
        ]
        for child in sorted(before, key=lambda c: -c.i):
            mention = self._inside.get(child.i)
            if mention is not None and self._sided_with(token, head, mention):
                return None
            if mention is not None and self._is_about(head, mention):
                continue
            if mention is not None:
                return mention.actor, "title"
            joins = ["amod", "compound", "nmod", "conj"]
            if lemma(child.text) in self.lexicon.words["sponsoring_participles"]:
                if head in self.lexicon.words["document_nouns"]:
                    joins.append("npadvmod")  # "the Ozian-drafted paper"
            for inner in children(child, *joins):
                mention = self._inside.get(inner.i)
                if mention is not None:
                    return mention.actor, "title"
        relational = head in self.lexicon.words["relational_nouns"]
        if relational:
            return None
        voice = ("for",) if head.startswith("spokes") or head in ("negotiator", "lawyer") else ()
        if head in self.lexicon.words["attendant_nouns"]:
            voice = ("to",)  # "an aide to the mayor"
        owned = bool(children(token, "poss")) and head not in self.lexicon.words["partner_nouns"]
        document = head in self.lexicon.words["document_nouns"]
        for preposition in children(token, "prep", "agent"):
            if (owned or document) and preposition.lower_ in ("in", "at"):
                continue  # "its ambassador in Oz", "a bill in the Ozian senate"
            if preposition.lower_ in ("of", "from", "by", "in", "at", *voice):
                for noun in children(preposition, "pobj"):
                    for part in conjuncts(noun):
                        mention = self._heads.get(part.i)
                        if mention is not None:
                            return mention.actor, "title"
                        deeper = self._modifier_actor(part, lemma(part.text))
                        if deeper and preposition.lower_ in ("of", "from", "by", *voice):
                            return deeper
        leading = self.lexicon.words["leading_participles"]
        for participle in children(token, "acl"):
            if not document and participle.lower_ not in leading:
                continue  # "leaders, joined by Oz"
            for agent in children(participle, "agent"):
                for noun in children(agent, "pobj"):
                    for referent in self._resolve_one(noun):
                        if referent.actor in self.case.actors:
                            return referent.holder_id or referent.actor, "title"
        if document:
            for maker in self._makers(token):
                for referent in self._resolve_one(maker):
                    if referent.actor in self.case.actors:
                        return referent.holder_id or referent.actor, "title"
        if head in self.lexicon.words["partner_nouns"]:
            return None  # "his guest" is somebody else
        for owner in children(token, "poss"):
            mention = self._heads.get(owner.i)
            if mention is not None:
                return mention.actor, "title"
            for referent in self._resolve_one(owner):
                if referent.actor in self.case.actors:
                    return referent.holder_id or referent.actor, "title"
        return None

    def _sided_with(self, token: Token, head: str, mention: Mention) -> bool:
        """Tell whether a nationality says whose allies somebody is ("Ozian allies").

        "Our Ozian allies" and "European allies" say who they are.
        """
        return (
            mention.adjective
            and head in self.lexicon.words["siding_nouns"]
            and token.tag_ == "NNS"
            and not children(token, "poss")
            and self.registry.country(mention.actor) is not None
        )

    def _is_about(self, head: str, mention: Mention) -> bool:
        """Tell whether a name says what a text is about, not whose it is ("her Ozland plan").

        So does a country's own name, which has an adjective to say whose a thing is, but neither
        its capital nor two names in a row ("the Ozland-Evland treaty").
        """
        return (
            head in self.lexicon.words["document_nouns"]
            and not mention.adjective
            and self._text[mention.start : mention.end] == self.case.actors[mention.actor].label
            and self.registry.country(mention.actor) == mention.actor
            and not self._text[: mention.start].endswith(_JOINTS)
        )

    def _named_after(self, token: Token) -> bool:
        """Tell whether a name that is no adjective stands before a noun ("the Oztown papers")."""
        names = [self._inside.get(c.i) for c in children(token, "compound", "nmod")]
        return any(name is not None and not name.adjective for name in names)

    def _makers(self, token: Token) -> list[Token]:
        """Return who a clause says has made or put forward a text, with those it was made with.

        "The offer that Oz unwrapped", "a paper which their envoys drew up with Ev and Id".
        """
        words = self.lexicon.words
        found: list[Token] = []
        for clause in children(token, "relcl"):
            low = lemma(clause.text)
            objects = [o for o in children(clause, "dobj") if o.tag_ not in ("WDT", "WP")]
            taken = low in words["receiving_verbs"] and not children(clause, "prt")
            if taken or objects or clause.pos_ != "VERB" or children(clause, "neg"):
                continue
            if any(
                p.polarity == "-" and "obj" in p.content for p in self.lexicon.readings("v", low)
            ):
                continue  # "the plan that Oz fears"
            makes = low in words["authoring_verbs"]
            found += [n for n in children(clause, "nsubj") if makes or n.i in self._heads]
            if makes:
                found += self._companions(clause)
        for participle in children(token, "acl"):
            agents = [n for by in children(participle, "agent") for n in children(by, "pobj")]
            found += agents
            if agents and lemma(participle.text) in words["authoring_verbs"]:
                found += self._companions(participle)
        return found

    def _companions(self, verb: Token) -> list[Token]:
        return [
            noun
            for preposition in children(verb, "prep")
            if preposition.lower_ == "with"
            for noun in children(preposition, "pobj")
        ]

    def _joined_modifiers(self, token: Token, actor_id: str) -> list[str]:
        """Return the further actors of "Ozian and Evian envoys", "the leaders of Oz and Ev"."""
        head = lemma(token.text)
        document = head in self.lexicon.words["document_nouns"]
        assert self.doc is not None
        if token.tag_ not in ("NNS", "NNPS") and not document:
            return []
        found: list[str] = []
        places = [
            part
            for child in children(token, "amod", "compound", "nmod")
            for part in conjuncts(child)
            if part.i in self._inside
        ]
        if document:
            places += [
                name
                for part in (*places, *children(token, "amod", "compound", "nmod"))
                for name in children(part, "amod", "compound", "nmod", "npadvmod")
                if name.i in self._inside and self.doc[name.i + 1].text in _JOINTS
            ]
            places = [p for p in places if not self._is_about(head, self._inside[p.i])]
        makes = ("of", "from", "by") if document else ("of", "from")
        given = [p for p in children(token, "prep") if p.lower_ in makes]
        places += [
            part
            for preposition in (given[:1] if document else given)
            for noun in children(preposition, "pobj")
            for part in conjuncts(noun)
            if part.i in self._heads
        ]
        named = [self._inside[part.i].actor for part in places]
        owners = children(token, "poss")  # "both nations' leaders"
        if document:
            owners += self._makers(token)
        for owner in owners:
            named += [
                r.holder_id or r.actor
                for part in (conjuncts(owner) if document else [owner])
                for r in self._resolve_one(part)
                if r.actor in self.case.actors
            ]
        for actor in named:
            if self.case.actors[actor].bloc not in [
                self.case.actors[a].bloc for a in (actor_id, *found)
            ]:
                found.append(actor)
        return found

    def _pair(self, token: Token, head: str) -> list[Referent]:
        words = self.lexicon.words
        if head not in words["pair_nouns"] or token.tag_ not in ("NNS", "NNPS", "NN"):
            return []
        marks = {c.lower_ for c in children(token, "det", "nummod", "predet", "amod")}
        if any(self._inside.get(c.i) for c in children(token, "amod", "compound", "poss")):
            return []
        if self._modifier_actor(token, head) is not None:
            return []  # "the leaders of Oz and Ev" say themselves who they are
        people = head in words["pair_people"]
        if "other" in marks and token.tag_ == "NN" and not people:
            return self._other_side(token)
        plain = (
            token.tag_ == "NNS"
            and "the" in marks
            and head in ("leader", "president", "side", "party")
        )
        count = 3 if marks & {"three", "all"} else 2
        if not marks & {"both", "two", "three", "either", "neither", "each"} and not plain:
            return []
        if plain:
            named = [r for r in self._before(self._order(token)) if head in _lemmas(r.text)]
            last = [r for r in named if r.plural and r.group == named[-1].group]
            if last:
                return [
                    replace(r, text=self._phrase(token), via="definite", order=self._order(token))
                    for r in last
                ]
        return self._last_pair(token, people=people, count=count)

    def _counted(self, token: Token, head: str) -> list[Referent]:
        """Resolve "the 27", "the other twenty-six governments": members of what was named last."""
        number = token
        if token.tag_ in ("NNS", "NNPS"):
            counts = children(token, "nummod")
            nouns = self.lexicon.words["pair_nouns"] | self.lexicon.words["member_nouns"]
            if len(counts) != 1 or head not in nouns or self._modifier_actor(token, head):
                return []
            number = counts[0]
        elif children(token, "prep"):
            return []  # "the ten of them"
        if number.tag_ != "CD" or not (number.text.isdigit() or children(number, "compound")):
            return []
        if not any(
            c.lower_ in ("the", "all", "other", "remaining")
            for c in children(token, "det", "predet", "amod")
        ):
            return []
        limit = self._order(token)
        bodies = [
            r
            for r in self._between(limit - _FAR, limit)
            if r.actor in self.case.actors
            and r.actor != self.case.other
            and not r.person
            and r.via not in ("pair", "document")
            and self.registry.country(r.holder_id or r.actor) is None
        ]
        return [
            replace(
                self._meant(r, token),
                holder_id=None,
                plural=True,
                subject=token.dep_ in ("nsubj", "nsubjpass"),
            )
            for r in bodies[-1:]
        ]

    def _partner(self, token: Token) -> list[Referent]:
        """Resolve "his guest", "Oz's counterpart": the other person who was named last."""
        limit = self._order(token)
        owners = [r for owner in children(token, "poss") for r in self._resolve_one(owner)]
        for preposition in children(token, "prep"):
            if owners and preposition.lower_ in ("in", "at", "from") and token.tag_ == "NN":
                # "his counterpart in Oz" is told by the place
                return [
                    replace(self._meant(r, token), holder_id=None, person=True, gender=None)
                    for r in self.resolve(children(preposition, "pobj"))[:1]
                ]
        if len(owners) != 1:
            return []
        others = [
            r
            for r in self._before(limit)
            if r.person
            and r.via != "pronoun"
            and r.actor in self.case.actors
            and r.holder_id != owners[0].holder_id
        ]
        # of more than two people any may be meant
        if len({r.holder_id or r.text for r in others}) != 1:
            return []
        return [
            replace(
                others[-1],
                text=self._phrase(token),
                via="definite",
                order=limit,
                subject=token.dep_ in ("nsubj", "nsubjpass"),
            )
        ]

    def _visitor(self, token: Token, head: str) -> list[Referent]:
        """Resolve "the guest" and "the host": of the two named last, the one away or at home.

        The place named last, which belongs to one of the two, tells who is at home.
        """
        words = self.lexicon.words
        if head not in words["visiting_nouns"] | words["hosting_nouns"]:
            return []
        if not any(c.lower_ == "the" for c in children(token, "det")):
            return []
        limit = self._order(token)
        people = [
            r
            for r in self._between(limit - _FAR, limit)
            if r.person and r.via not in ("pronoun", "document") and r.actor in self.case.actors
        ]
        last = {r.actor: r for r in people}
        if len(last) < 2:
            return []
        pair = sorted(last.values(), key=_order_of)[-2:]
        homes = [
            bloc
            for order, bloc in self._places
            if limit - _FAR <= order < limit and bloc in {r.actor for r in pair}
        ]
        if not homes or self.case.other in {r.actor for r in pair}:
            return []
        at_home = head in words["hosting_nouns"]
        return [self._meant(r, token) for r in pair if (r.actor == homes[-1]) == at_home]

    def _entourage(self, token: Token) -> list[Referent]:
        """Resolve "people around Oz", "a person close to Oz", who speak for him."""
        places = [p for p in children(token, "prep") if p.lower_ in ("around", "near")]
        places += [
            p
            for adjective in children(token, "amod", "acl", "relcl")
            if adjective.lower_ == "close"
            for p in children(adjective, "prep")
            if p.lower_ == "to"
        ]
        found = [r for p in places for r in self.resolve(children(p, "pobj"))]
        return [
            replace(
                r,
                text=self._phrase(token),
                via="title",
                holder_id=None,
                plural=token.tag_ == "NNS",
                order=self._order(token),
            )
            for r in found
            if r.actor in self.case.actors and r.actor != self.case.other
        ][:1]

    def _other_side(self, token: Token) -> list[Referent]:
        """Resolve "the other side": of the last pair, the one that did not act last."""
        pair = self._opponents(self._order(token), people=False)
        if len(pair) < 2:
            return []
        blocs = {r.actor for r in pair}
        acting = [r for r in self._before(self._order(token)) if r.subject and r.actor in blocs]
        if not acting:
            return []
        return [
            replace(r, text=self._phrase(token), via="pair", order=self._order(token))
            for r in pair
            if r.actor != acting[-1].actor
        ]

    def _last_pair(self, token: Token, *, people: bool = False, count: int = 2) -> list[Referent]:
        """Return those whom "both sides", "the two leaders" or "all three" mean, once a bloc."""
        limit = self._order(token)
        found = self._opponents(limit, people=people, count=count)
        return [
            replace(r, text=self._phrase(token), via="pair", order=limit)
            for r in {r.actor: r for r in found}.values()
        ]

    def _opponents(self, limit: int, *, people: bool, count: int = 2) -> list[Referent]:
        """Return the parties named last together, in the order of the text.

        Those coordinated ("Oz and Ev", "Ozian and Evian envoys") come before those that
        merely stand nearest to each other, and the blocs compared before third parties,
        who host and mediate.
        """
        before = [
            r
            for r in self._between(limit - _FAR, limit)
            if r.actor in self.case.actors
            and r.actor != self.case.other
            and r.via not in ("pair", "document")
            and (r.person or not people)
        ]
        last: dict[tuple[str, str | None], Referent] = {}
        groups: dict[int, dict[tuple[str, str | None], Referent]] = {}
        for referent in before:
            key = (referent.actor, referent.holder_id or referent.text if people else None)
            last[key] = referent
            groups.setdefault(referent.group, {}).setdefault(key, referent)
        together = [list(g.values()) for n, g in groups.items() if n >= 0 and len(g) == count]
        together += self._of_one_bloc(before, count)
        nearest = sorted(last.values(), key=_order_of)[-count:]
        options: list[list[Referent]] = [*together, *([nearest] if len(nearest) == count else [])]
        if not options:
            # two of one bloc: "Ev's ministers met … both said"
            alike = list({r.actor: r for r in before[-count:]}.values())
            return alike if len(alike) == 1 and len(before) >= count else []

        def fit(option: list[Referent]) -> float:
            distance = limit - max(r.order for r in option)
            joined = option in together
            strangers = sum(r.actor not in self.case.compared for r in option)
            # being named together outweighs some two sentences of distance, and so does
            # being a party to the negotiation rather than a host
            return -distance + 40.0 * joined - 40.0 * strangers

        best = max(options, key=fit)
        return sorted(best, key=_order_of)

    def _of_one_bloc(self, before: Sequence[Referent], count: int) -> list[list[Referent]]:
        """Return the groups of so many named together, who speak for one bloc between them."""
        groups: dict[int, dict[str, Referent]] = {}
        for referent in before:
            if referent.group >= 0 and referent.via == "name":
                key = referent.holder_id or referent.text
                groups.setdefault(referent.group, {}).setdefault(key, referent)
        return [
            list(group.values())
            for group in groups.values()
            if len(group) == count and len({r.actor for r in group.values()}) == 1
        ]

    def _pronoun(self, token: Token) -> list[Referent]:
        words = self.lexicon.words
        low = token.lower_
        limit = self._order(token)
        if low in words["pair_words"]:
            return self._last_pair(token)
        if low in words["masculine_pronouns"]:
            fits = [r for r in self._before(limit) if r.person and r.gender != "female"]
        elif low in words["feminine_pronouns"]:
            fits = [r for r in self._before(limit) if r.person and r.gender != "male"]
        elif low in words["neuter_pronouns"]:
            if self._pleonastic(token):
                return []
            fits = [
                r
                for r in self._before(limit)
                if not r.person and r.actor != self.case.other and (not r.plural or r.via == "name")
            ]
        elif low in words["plural_pronouns"]:
            before = self._before(limit)
            sizes = Counter(r.group for r in before)
            fits = [r for r in before if r.plural or sizes[r.group] > 1]
        else:
            return []
        place = self._those_at(token)
        if place:
            return place
        fits = self._besides_its_subject(token, fits)
        said = self._within_what_is_said(token)
        if said is not None:
            # "the mayor was right, he said": he is not the mayor
            fits = [r for r in fits if not said[0] <= r.order < said[1]] or fits
        if lemma(token.head.text) in words["including_verbs"] and token.dep_ == "nsubj":
            # "They include a census": the demands do, not those whose they are
            fits = [r for r in fits if r.via == "document"] or fits
        chosen = self._most_salient(fits, limit, token, _pronoun_class(token, self.lexicon))
        if chosen is None or self._means_a_thing(token, chosen):
            return []
        referent = replace(
            chosen,
            text=token.text,
            via="pronoun",
            order=limit,
            subject=token.dep_ in ("nsubj", "nsubjpass"),
            main=_is_main(token, self.lexicon),
            role=token.dep_,
        )
        self._remember(referent)
        if low not in words["plural_pronouns"] and chosen.via != "document":
            return [referent]
        others = [
            replace(r, text=token.text, via="pronoun", order=limit)
            for r in fits
            if r.group == chosen.group and r.actor != chosen.actor
        ]
        return list({r.actor: r for r in [referent, *others]}.values())

    def _means_a_thing(self, token: Token, chosen: Referent) -> bool:
        """Tell whether "it" goes on about the thing that the sentence before was about.

        "The vote was close. It was held in Id": but who wants, says or does something is an actor.
        """
        if token.lower_ not in ("it", "its") or token.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return False
        start = self._base + token.sent.start
        before = [t for t in self._things[-2:] if t < self._order(token)]
        if not before or before[-1] < chosen.order or len(self._sentences) < 2:
            return False
        if before[-1] < self._sentence_start(start - 1):
            return False
        verb = token.head
        acts = {"attitude", "urge", "report", "light", "act"}
        does = {p.kind for p in self.lexicon.readings("v", lemma(verb.text))} & acts
        return token.dep_ == "nsubjpass" or not does

    def _besides_its_subject(self, token: Token, fits: list[Referent]) -> list[Referent]:
        """Return whom else than its verb's own subject an object may mean ("Oz thanked him")."""
        to = token.dep_ == "pobj" and token.head.lower_ in ("to", "against", "by", "at")
        verb = token.head.head if to else token.head
        objective = (to or token.dep_ in ("dobj", "dative")) and token.tag_ == "PRP"
        if not objective or verb.pos_ != "VERB" or token.lower_.endswith(("self", "selves")):
            return fits
        doers = {
            (r.actor, r.holder_id or r.text)
            for subject in children(verb, "nsubj")
            for r in self.resolve([subject])
        }
        return [r for r in fits if (r.actor, r.holder_id or r.text) not in doers]

    def _those_at(self, token: Token) -> list[Referent]:
        """Resolve the "they" of "In Oz they say", who are those at that place."""
        verb = token.head
        if token.lower_ != "they" or token.dep_ != "nsubj" or token.i == token.sent.start:
            return []
        if not any(self._tells_views(v) for v in (verb, *children(verb, "xcomp"))):
            return []
        before = token.nbor(-1)
        for preposition in children(verb, "prep"):
            opens = preposition.left_edge.i == token.sent.start
            if (
                preposition.lower_ in ("in", "at")
                and opens
                and preposition.right_edge.i == before.i
            ):
                found = self.resolve(children(preposition, "pobj"))
                return [replace(r, text=token.text, via="pronoun", plural=True) for r in found]
        return []

    def _tells_views(self, verb: Token) -> bool:
        """Tell whether a verb says what people think, say or, at this time, want."""
        kinds = {p.kind for p in self.lexicon.readings("v", lemma(verb.text))}
        naming = lemma(verb.text) in self.lexicon.words["naming_verbs"]
        return naming or "report" in kinds or (verb.tag_ == "VBP" and "attitude" in kinds)

    def _within_what_is_said(self, token: Token) -> tuple[int, int] | None:
        """Return where what somebody says lies, before the "he said" that closes a sentence.

        Whoever is named in it is somebody else.
        """
        verb = token.head
        if token.dep_ != "nsubj" or verb.pos_ != "VERB":
            return None
        start = token.sent.start
        first = min(token.i, verb.i)
        if first == start or token.doc[first - 1].text not in (",", '"'):
            return None
        if any(p.kind == "report" for p in self.lexicon.readings("v", lemma(verb.text))):
            rest = token.doc[max(token.i, verb.i) + 1 : token.sent.end]
            before = all(c.i < first for c in children(verb, "ccomp", "xcomp", "advcl"))
            comma = next((n for n, t in enumerate(rest) if t.text == ","), len(rest))
            if verb.dep_ == "ROOT" and children(verb, "ccomp"):
                rest = rest[:comma]  # "…, he said, as long as it lasts"
            if any(_is_topic(t) or self._turns_to(t) for t in token.doc[start:first]):
                return None  # "Ev, for his part, will wait, he says": of himself
            if before and len(rest) <= _REMARK and all(t.text != "," for t in rest):
                return self._base + start, self._base + first
        return None

    def _turns_to(self, subject: Token) -> bool:
        """Tell whether a clause turns to somebody else ("Ev, by contrast, …")."""
        return subject.dep_ in ("nsubj", "nsubjpass") and any(
            p.lower_ in ("by", "for", "on") and n.lower_ in self.lexicon.words["turning_nouns"]
            for p in children(subject.head, "prep")
            for n in children(p, "pobj")
        )

    def _before(self, limit: int) -> Sequence[Referent]:
        # Beyond some ninety tokens (three or four sentences) a pronoun's
        # antecedent is as good as always repeated by name.
        return self._between(limit - _REACH, limit)

    def _between(self, start: int, end: int) -> Sequence[Referent]:
        """Return the referents with ``start <= order < end``, in order."""
        return self.history[bisect_left(self._orders, start) : bisect_left(self._orders, end)]

    def _most_salient(
        self, fits: Sequence[Referent], limit: int, token: Token, row: str
    ) -> Referent | None:
        """Return the likeliest antecedent of a pronoun or description: see `_SALIENCE`."""
        if len(fits) < 2:
            return fits[0] if fits else None
        before = self._before(limit)
        weights = _SALIENCE[row]
        subjects = Counter(r.actor for r in before if r.subject)
        topic = max((r.order for r in before if r.main), default=-1)
        speaking = {r.actor for r in self.speakers}
        # "He also …" goes on with whom the sentence before is about
        again = token.i == token.sent.start and any(
            c.lower_ in self.lexicon.words["continuing_adverbs"] and c.i < token.i + 4
            for c in children(token.head, "advmod")
        )

        def salience(referent: Referent) -> float:
            distance = limit - referent.order
            sentence = self._sentence_start(referent.order)
            found = {
                "distance": distance / 20,
                "log_distance": log1p(distance),
                "topic": referent.order == topic,
                "fragment": referent.role == "ROOT",
                "subjects": log1p(subjects[referent.actor]),
                "first": not self._between(sentence, referent.order),
                "paragraph": referent.order >= self._base,
                "speaker": referent.actor in speaking,
                "party": referent.actor in self.case.compared,
                "also": again and referent.main,
            }
            return sum(weights[name] * value for name, value in found.items())

        # of equals the later one
        return max(fits, key=lambda r: (salience(r), r.order))

    def _pleonastic(self, token: Token) -> bool:
        """Recognise the "it" of "it is vital that", "it seems", which refers to nobody."""
        verb = token.head
        if token.dep_ == "expl":
            return True
        if lemma(verb.text) in self.lexicon.words["copulas"]:
            if children(verb, "ccomp", "xcomp", "advcl", "acomp"):
                return True
            # "It was a mistake, she thinks, to have left"
            rest = token.doc[verb.i + 1 : token.sent.end]
            return bool(children(verb, "attr")) and any(
                t.tag_ == "TO" and rest[n - 1].text == "," for n, t in enumerate(rest) if n
            )
        return False

    def _modifiers(self, token: Token) -> list[Token]:
        return [c for c in children(token, "compound", "amod", "nmod") if c.i < token.i]

    def _full_title(self, token: Token) -> str:
        """Return a title as written, with its "of …" ("secretary of state")."""
        parts = [c.lower_ for c in self._modifiers(token) if c.text not in _BREAKS]
        parts.append(token.lower_)
        for preposition in children(token, "prep"):
            if preposition.lower_ == "of" and preposition.i == token.i + 1:
                parts += [
                    "of",
                    *(n.lower_ for noun in children(preposition, "pobj") for n in noun.subtree),
                ]
        return " ".join(parts)

    def _text_before(self, token: Token) -> list[Referent]:
        """Resolve "the paper", "the draft" to whose text was named last."""
        limit = self._order(token)
        texts = [r for r in self._between(limit - _FAR, limit) if r.via == "document"]
        return [
            replace(r, text=self._phrase(token), order=limit, subject=token.dep_ == "nsubj")
            for r in texts[-1:]
        ]

    def _definite(self, token: Token, head: str) -> list[Referent]:
        """Resolve "the minister", "the chancellor", "the delegation" from what went before."""
        limit = self._order(token)
        before = [r for r in self._between(limit - _FAR, limit) if r.actor in self.case.actors]
        for owner in children(token, "poss"):
            if head in self.lexicon.words["relational_nouns"]:
                return []
            return [
                replace(r, text=self._phrase(token), via="definite", holder_id=None, order=limit)
                for r in self._resolve_one(owner)
                if r.actor in self.case.actors
            ]
        if head in self.registry.titles:
            # of two ministers the one whose title has more of the words, then the likelier one
            words = {lemma(t.text) for t in self._modifiers(token)}
            named = [r for r in self.history if r.order < limit and head in r.titles]
            # the finance minister is no other minister
            portfolio = words & self.registry.portfolios
            named = [r for r in named if portfolio <= r.title_words]
            here = any(r.order >= self._sentence_start(limit) for r in named)
            at_home = None if here else self._office_at_home(token, head, named)
            if at_home is not None:
                return [at_home]
            if named:
                most = max(len(words & r.title_words) for r in named)
                alike = [r for r in named if len(words & r.title_words) == most]
                near = [r for r in alike if r.order >= limit - _REACH]
                best = self._most_salient(near, limit, token, "person") or alike[-1]
                if best.order >= limit - _FAR or len(named) == 1 or words & best.title_words:
                    return [self._meant(best, token)]
            topic = self._topic_country(limit)
            if topic is not None and (office := self._office_of(token, head, topic)):
                return [office]
            sole = self.registry.sole_holder(self._full_title(token), self.day)
            if sole is not None:
                return [
                    Referent(
                        self.case.bloc_on(sole.id, self.day),
                        sole.id,
                        self._phrase(token),
                        "definite",
                        person=True,
                        gender=sole.gender,
                        order=limit,
                        subject=token.dep_ == "nsubj",
                    )
                ]
            if head not in self.lexicon.words["person_nouns"]:
                return []
        if head in self.lexicon.words["person_nouns"] and token.tag_ == "NN":
            # "the diplomat": whoever was named last, if it is a person
            people = [r for r in before if r.person and not r.plural]
            return [
                self._meant(referent, token)
                for referent in people[-1:]
                if limit - referent.order < _REACH
            ]
        if head in self.lexicon.words["attendant_nouns"]:
            return [
                replace(self._meant(r, token), holder_id=None, person=False, plural=True)
                for r in before[-1:]
            ]
        orgs = [r for r in before if not r.person and r.via != "document" and limit - r.order < 60]
        if head in self.lexicon.words["state_bodies"] and token.tag_ in ("NN", "NNP"):
            home = self._home(token)
            if home is not None and (self.speakers or self.place or not self._others_act(home)):
                return [self._meant(home, token)]
            bloc = self.registry.owners.get(head)
            owned = [r for r in before if r.actor == bloc and self.registry.country(r.actor)]
            if owned:
                orgs = [replace(owned[-1], person=False, gender=None, holder_id=None)]
            # neither a league of states nor an alliance has a government or ministry
            orgs = [r for r in orgs if self.registry.country(r.holder_id or r.actor)]
        if (
            head in self.lexicon.words["relational_nouns"]
            or head in self.lexicon.words["bodies_by_modifier"]
            or not orgs
            or token.tag_ in ("NNS", "NNPS")
        ):
            return []
        org = self._most_salient(orgs, limit, token, "thing") or orgs[-1]
        return [replace(org, text=self._phrase(token), via="definite", order=limit)]

    def _meant(self, referent: Referent, token: Token) -> Referent:
        """Return a referent as a description means it anew."""
        return replace(
            referent,
            text=self._phrase(token),
            via="definite",
            order=self._order(token),
            subject=token.dep_ == "nsubj",
        )

    def _sentence_start(self, order: int) -> int:
        return self._sentences[bisect_right(self._sentences, order) - 1]

    def _scene_of(self, sentence: Span) -> Referent | None:
        """Return whose place a sentence opens with ("In Id they said", "The reply from Id")."""
        words = self.lexicon.words
        first = sentence.doc.tokens[sentence.start : min(sentence.start + 3, sentence.end)]
        openings = [t for t in first if t.lower_ in ("in", "at") and t.dep_ == "prep"]
        for noun in first:
            if noun.dep_ == "nsubj" and lemma(noun.text) in words["document_nouns"]:
                openings += [p for p in children(noun, "prep") if p.lower_ in ("from", "in")]
        for place in (n for p in openings for n in children(p, "pobj")):
            mention = self._heads.get(place.i)
            if mention is None or mention.adjective:
                continue
            actor = self.case.actors[mention.actor]
            if actor.kind != "person" and self.registry.country(actor.id) is not None:
                return self._named(place, mention)
        return None

    def _speaking(self, token: Token) -> Referent | None:
        """Return who says, as somebody's official, what a word stands in ("…, an envoy said")."""
        for verb in (token.head, *token.head.ancestors, *children(token.head, "parataxis")):
            if verb.pos_ != "VERB" or verb.lower_ in self.lexicon.words["copulas"]:
                continue
            if not any(p.kind == "report" for p in self.lexicon.readings("v", lemma(verb.text))):
                continue
            for subject in children(verb, "nsubj"):
                if subject.i == token.i or subject.pos_ == "PRON" or token in subject.subtree:
                    continue
                found = [r for r in self._resolve_one(subject) if r.person]
                if len(found) == 1 and found[0].actor in self.case.actors:
                    return found[0]
        return None

    def _home(self, token: Token | None = None) -> Referent | None:
        """Return whose affairs "the government" belongs to without more: see `_office_at_home`."""
        home = self.speakers[0] if len(self.speakers) == 1 else self.place
        if home is None and token is not None:
            home = self._speaking(token) or self._scene
        if home is None or home.actor not in self.case.actors:
            return None
        country = self.registry.country(home.holder_id or home.actor)
        if country is None:
            return None
        return replace(home, holder_id=country, person=False, gender=None, titles=frozenset())

    def _topic_country(self, limit: int) -> Referent | None:
        """Return the country that the paragraph is about at a place in it."""
        for referent in reversed(self._between(self._base, limit)):
            if referent.main:
                known = referent.via == "name" and not referent.person
                country = self.registry.country(referent.holder_id or referent.actor)
                return replace(referent, holder_id=country) if known and country else None
        return None

    def _others_act(self, home: Referent) -> bool:
        """Tell whether another country has been the subject in the paragraph so far."""
        return any(
            r.subject
            and not r.person
            and r.actor != home.actor
            and self.registry.country(r.holder_id or r.actor)
            for r in self._between(self._base, self._base + len(self.doc or ()))
        )

    def _office_at_home(
        self, token: Token, head: str, named: Sequence[Referent]
    ) -> Referent | None:
        """Return who "the president" is to whoever speaks, or under the label of a place.

        Under a label somebody named since then with that title comes first.
        """
        home = self._home(token)
        if home is None or token.tag_ not in ("NN", "NNP"):
            return None
        if not self.speakers and any(r.order >= self._base for r in named):
            return None
        return self._office_of(token, head, home)

    def _office_of(self, token: Token, head: str, home: Referent) -> Referent | None:
        """Return who holds an office of somebody's country, or somebody of whom no more is known.

        That is the finance minister of a country whose foreign minister alone the case has.
        """
        words = {lemma(word) for word in self._full_title(token).split()} - {"of", "the"}
        portfolio = words & self.registry.portfolios
        country = home.holder_id or home.actor
        holder = self.registry.office_holder(head, country, self.day)
        if holder is not None and not words - {head} <= self.registry.title_words_of[holder.id]:
            holder = None
        if holder is None and not portfolio:
            return None
        return Referent(
            self.case.bloc_on(holder.id if holder else country, self.day),
            holder.id if holder else None,
            self._phrase(token),
            "definite",
            person=True,
            gender=holder.gender if holder else None,
            titles=frozenset({head}),
            title_words=frozenset(words),
            order=self._order(token),
            subject=token.dep_ in ("nsubj", "nsubjpass"),
            role=token.dep_,
        )

    def head(self, text: str) -> None:
        """Take a heading: one that only names actors sets who its section is about."""
        self.labelled = None
        self.heading = self._headed(text)
        self.place = self.heading
        self._bring_up(self.heading)

    def label(self, text: str | None, level: int, place: str | None = None) -> None:
        """Take a block's label ("*Oz:* …"), or None where it has none.

        The offices of the `place` that a label names are meant until the next label or heading.
        It holds for the block, and for the list items nested in it, whose `level` is deeper.
        """
        if place is not None:
            named = self.named_in(place) if len(place.split()) <= _LABEL else None
            self.place = named
        if text is None and level > self._label_level > 0:
            return
        self.labelled, self._label_level = None, level
        if text is not None and self.heading is None:
            self.labelled = self._headed(text)
            self._bring_up(self.labelled)

    def _headed(self, text: str) -> Referent | None:
        """Return who a heading or label is about, if it does nothing but name an actor."""
        text = text.strip("*#>_ \n")
        first = re.split(r"[:(–—]| - |, as ", text, maxsplit=1)[0]
        rest = first
        mentions = self.registry.find(first)
        for mention in reversed(mentions):
            rest = rest[: mention.start] + rest[mention.end :]
        words = {w.lower() for w in re.findall(r"\w+", rest)}
        known = set(self.lexicon.words["heading_words"])
        if "s" in words or any(m.adjective for m in mentions):
            # "Oz's text", "the Ozian draft"; but "the Oz text" may have been written at Oz
            known |= self.lexicon.words["text_nouns"]
        if mentions and not words - known and not text.endswith("?"):
            return self.named_in(first)
        return None

    def _bring_up(self, named: Referent | None) -> None:
        if named is not None:
            # between what was read and what comes
            order = self._base + (len(self.doc) if self.doc is not None else 0)
            self._insert(replace(named, order=order, subject=True, via="name"))

    def named_in(self, text: str) -> Referent | None:
        """Resolve a label, a heading or a metadata value that names one actor."""
        found = self.registry.named(text)
        return found[0] if len(found) == 1 else None

    def introduced(self, name: str) -> Referent | None:
        """Return whom a bare surname means that the text has given with an office."""
        known = self._local.get(name) or self._local.get(name.title())
        return replace(known, via="speaker") if known is not None else None
