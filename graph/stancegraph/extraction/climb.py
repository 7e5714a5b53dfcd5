"""The climb from a mention up its sentence: what is known on the way, and how it is noted.

A `Climb` is the state of one walk. The rules that move it on are functions over it: of governors
that the lexicon knows (`operators`) and of those that it does not know (`unknown`), of clauses
beside the path (`adverbials`, `adnominals`), and of each sort of step (`steps`).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import owners_of
from stancegraph.extraction.lexicon import Idioms, Lexicon, Predicate
from stancegraph.extraction.moods import (
    is_alternative,
    is_imperative,
    is_infinitive,
    is_past,
    is_to_be,
    marvelling_word,
    modals_of,
    obliges,
)
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, first_conjunct, is_marked, subjects
from stancegraph.extraction.readings import reading, spurns
from stancegraph.extraction.relations import gapped, is_item, is_misplaced, relation, sharing
from stancegraph.extraction.trees import Token
from stancegraph.model import SpeechAct

__all__ = ["STOP", "Climb", "Outcome", "Rule", "Step", "report_and_stop", "suppose_and_stop"]

#: The sign beyond a governor past which the walk does not go.
STOP = 0


@dataclass(slots=True)
class Step:
    """A step from a word up to its governor.

    Rules may correct it before it is taken: the parser may have hung the word elsewhere, or
    something else may be what is spoken of.
    """

    current: Token
    parent: Token
    #: How the one hangs from the other: see `relation`.
    rel: str
    #: What the operators so far make of the mention's sign.
    sign: int
    #: The governor's reading for what hangs from it in this way.
    predicate: Predicate | None = None
    #: The word that carries the predicate, if it is not the governor ("is *vital*").
    complement: Token | None = None
    #: Whether the governor is negated, beyond what has been counted below it.
    turned_off: bool = False

    @property
    def place(self) -> Token:
        """The word that carries the predicate."""
        return self.parent if self.complement is None else self.complement


#: Where a step leads, and the sign there; `STOP` for a sign ends the walk.
Outcome = tuple[Token, int]


@dataclass
class Climb:
    """The state of a walk up from a mention."""

    lexicon: Lexicon
    idioms: Idioms
    #: Takes one step up, in this climb or one beside it: `steps.step`.
    step: Callable[["Climb", Step], Outcome]
    out: Walk = field(default_factory=Walk)
    #: Claims that count only if no other is met.
    deferred: list[Claim] = field(default_factory=list)
    #: The places of the mention's own words.
    inside: frozenset[int] = frozenset()
    #: Whoever speaks has claimed something: a duty, a judgement.
    speaker_claim: bool = False
    #: A governor has been met that says of what hangs from it that it is over.
    past: bool = False
    #: The sentence gives somebody's words.
    reported: bool = False
    #: The words of the mention name the contrary of the issue.
    contrary: bool = False
    #: The predicate applied last.
    applied: Predicate | None = None
    #: The mention only says when something is, that what stands above speaks of.
    timed: bool = False
    #: Claims made beside the path, in clauses that modify a noun on it.
    asides: list[Claim] = field(default_factory=list)
    #: A noun of setting conditions was met that names nobody ("four conditions for it").
    conditional: bool = False
    #: Copulas whose negation has been counted with what they predicate.
    counted: set[int] = field(default_factory=set)
    #: Subjects whose own negation has been counted below ("no toll is going to be paid").
    lifted: set[int] = field(default_factory=set)
    #: Words of denial that belong to the mention's own words ("no strikes on the grid").
    worded: frozenset[int] = frozenset()

    def claim(self, claim: Claim) -> None:
        """Note a claim, unless it cannot be one about the mention."""
        if self.out.circumstance:
            return
        if self.timed and claim.kind in ("attitude", "evaluate"):
            return  # "rejects a vote before a truce": nothing is said of the truce
        self.out.claims.append(claim)
        self.out.steps.append(
            f"{claim.kind}:{claim.predicate.text}:{'+' if claim.sign > 0 else '-'}"
        )

    def demand(self, sign: int, verb: Token, *, conditional: bool = False) -> None:
        """Note what whoever speaks says must be."""
        self.speaker_claim = True
        self.claim(Claim("deontic", sign, (), verb, "demand", conditional=conditional))

    def keep(self, wanted: Callable[[Claim], bool]) -> None:
        """Keep those of the claims that are wanted."""
        self.out.claims[:] = filter(wanted, self.out.claims)

    def forget(self) -> None:
        """Take back all claims: what stands above is told instead of them."""
        self.out.claims.clear()
        self.deferred.clear()

    def suppose(self) -> None:
        """Take everything back: what is only asked or supposed is nobody's position."""
        self.out.hypothetical = True
        self.forget()
        self.out.steps.append("condition")

    def unread(self) -> None:
        """Leave a mention without a sign: what is said of it cannot be read."""
        self.out.silent = self.out.unsigned = True
        self.deferred.clear()

    def talk_of(self) -> None:
        """Leave a mention as a topic: nothing is said for or against it."""
        self.out.topic = self.out.silent = True

    def turn_wishes(self) -> None:
        """Turn the signs of the wishes that wait for a holder."""
        self.deferred[:] = [
            c._replace(sign=-c.sign, negated=not c.negated) if c.kind == "attitude" else c
            for c in self.deferred
        ]

    def negated(self, token: Token, skip: Collection[int] = ()) -> bool:
        """Tell whether a place is negated, its copula's negation included, once."""
        if token.i in self.counted:
            return False
        result = negated(token, self.lexicon, skip)
        copula = token.head
        if token.dep_ == "pobj" and copula.dep_ == "prep":
            copula = copula.head  # "is not in favour of it"
        if (
            token.dep_ in ("acomp", "attr", "oprd", "pobj")
            and lemma(copula.text) in self.lexicon.words["copulas"]
            and copula.i not in self.counted
        ):
            self.counted.add(copula.i)
            result ^= negated(copula, self.lexicon, skip)
        return result

    def mood(self, verb: Token, sign: int, act: SpeechAct) -> None:
        """Note what a verb's mood and subject make of the content below it."""
        if verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and not children(verb, "aux"):
            return  # "the demand that Oz leave": what is wanted of it, not what it does
        if is_to_be(verb) or is_item(verb, self.lexicon) or is_misplaced(verb):
            return
        host = gapped(verb) or sharing(verb) or verb
        modals = modals_of(host)
        if lemma(verb.text) == "belong" and not self.out.claims:
            # "Oz belongs in it": whoever says so thinks it right
            self.speaker_claim = True
            self.claim(Claim("evaluate", sign, (), verb))
            return
        if self._must(verb, sign, modals):
            return
        infinitive = is_infinitive(verb) or (
            verb.tag_ == "VBG" and not modals and verb.dep_ not in ("ROOT", "conj", "ccomp")
        )
        # "what Oz will not do is leave": a clause does nothing
        holders = tuple(doer for doer in subjects(host) if doer.dep_ != "csubj")
        if not infinitive and not self.out.claims and holders:
            self._done(verb, sign, act, holders, modals)

    def _must(self, verb: Token, sign: int, modals: set[str]) -> bool:
        """Note that something must be, if a verb says so; tell whether it says that or wonders."""
        first = not self.speaker_claim and not self.out.claims
        laid = obliges(verb, self.lexicon, reported=self.reported) or is_alternative(verb)
        if first and laid:
            self.demand(sign, verb)
            return True
        wonder = marvelling_word(verb, self.lexicon) if "should" in modals else None
        if wonder is not None:
            if not self.lexicon.readings("a", wonder) and not self.lexicon.readings("n", wonder):
                self.suppose()  # "it is odd that Oz should want it"
            return True  # "it is absurd that Oz should": judged further up
        # "needs to", "has to", "ought to"
        better = "had" in modals and any(c.lower_ == "better" for c in children(verb, "advmod"))
        bound = better or bool(modals & self.lexicon.words["deontic_modals"])
        if (bound and not self.speaker_claim) or (first and is_imperative(verb)):
            self.demand(sign, verb)
            return True
        return False

    def _done(
        self, verb: Token, sign: int, act: SpeechAct, holders: tuple[Token, ...], modals: set[str]
    ) -> None:
        """Note what the subject of a verb is said to do, or to mean to do."""
        words = self.lexicon.words
        denied = negated(verb, self.lexicon)
        if modals & words["volitional_modals"]:
            claim = Claim(
                "intention",
                sign,
                holders,
                verb,
                "promise",
                past=is_past(verb, self.lexicon),
                possible="would" in modals or "'d" in modals,
                negated=denied,
                turned=denied,
            )
        elif modals & words["possible_modals"]:
            if any(h.lower_ in words["all_or_nobody"] for h in holders):
                return  # "nobody could check": no more than an inability
            if modals & {"can", "could"} and any(
                by.lower_ == "by" and children(by, "pcomp") for by in children(verb, "prep")
            ):
                return  # "Oz can end it by leaving": what it is told that it might do
            if all(h.lower_ in ("it", "this", "that") for h in holders):
                return  # "it could lead to seizures": what may come of it
            claim = Claim("intention", sign, holders, verb, "consider", possible=True)
        elif lemma(verb.text) in words["copulas"] and all(
            h.lower_ in ("it", "there", "this", "that") for h in holders
        ):
            return
        elif sign > 0 and verb.i not in self.inside and spurns(verb, self.lexicon):
            return  # "rejected, in all, a toll": against something, and grammar has lost what
        elif (
            sign > 0
            and verb.i not in self.inside
            and lemma(verb.text) in words["naming_verbs"]
            and any(
                c.pos_ == "ADJ" or (c.tag_ == "VBG" and c.i == verb.i + 1)
                for c in children(verb, "ccomp", "oprd", "xcomp")
            )
        ):
            return  # "found it humiliating": a judgement that the lexicon does not have
        else:
            # "who had frozen it": over by the time of what the main clause tells
            before = verb.dep_ == "relcl" and "had" in (*modals, verb.lower_)
            claim = Claim(
                "act",
                sign,
                holders,
                verb,
                act,
                conditional=self.conditional,
                past=before or is_past(verb, self.lexicon),
                negated=denied,
                turned=denied,
            )
        self.deferred.append(claim)

    def disown(self, gerund: Token) -> None:
        """Take back what a gerund's own subject would do ("the terms include Oz leaving")."""
        first = first_conjunct(gerund)
        doers = children(first, "nsubj", "nsubjpass")
        if first.tag_ != "VBG" or not doers or children(first, "aux", "mark"):
            return
        for claims in (self.out.claims, self.deferred):
            claims[:] = [c for c in claims if not set(c.holders) & set(doers)]

    def source(self, verb: Token) -> None:
        """Note whose words a reporting verb or noun gives."""
        idiom = self.idioms.get(verb.i)
        while idiom is not None and self.idioms.get(verb.head.i) is idiom and verb.dep_ == "ccomp":
            verb = verb.head  # "let it be known": who let it
        spoken = verb.pos_ in ("VERB", "AUX")
        found = tuple(subjects(verb) if spoken else owners_of(verb))
        if not found and spoken and children(verb, "nsubjpass"):
            # "in Oz it is called a farce"
            found = tuple(
                noun
                for preposition in children(verb, "prep")
                if preposition.lower_ == "in" and preposition.i < verb.i
                for noun in children(preposition, "pobj")
                if noun.pos_ == "PROPN"
            )
        if found:
            self.out.sources.append(found)

    def report_only(self, token: Token) -> None:
        """Go on to the top of the sentence for its sources alone."""
        current = token
        seen: set[int] = set()
        while current.i not in seen:
            seen.add(current.i)
            step = relation(current)
            if step is None:
                return
            parent, rel = step
            if rel == "that":
                predicate = reading(parent, rel, self.lexicon)
                if predicate is not None and predicate.kind in ("report", "accuse", "deny"):
                    self.source(parent)
            if rel == "advcl" and is_marked(current, *self.lexicon.words["hypothetical_marks"]):
                self.out.hypothetical = True
            current = parent


#: A case of a step: the relations that it is for, None for all, and what it makes of the step.
Rule = tuple[frozenset[str] | None, Callable[[Climb, Step], Outcome | None]]


def report_and_stop(climb: Climb, at: Step) -> Outcome:
    """Stop at a place above which only sources count."""
    climb.report_only(at.parent)
    return at.parent, STOP


def suppose_and_stop(climb: Climb, at: Step) -> Outcome:
    """Stop at what is only asked or supposed."""
    climb.suppose()
    return at.parent, STOP
