"""How grammar makes a stance of a mention: operators composed up the tree.

From the head of an issue's mention the walk goes up, governor by governor.
Each step may turn the sign (negation, "lift", "an end to"), give it a holder
("rejects", "insistence on", "open to"), leave it to whoever speaks ("must",
"is vital") or take it out of play ("if", questions). What comes out is a list
of `Claim`s: who is said to hold which sign, by which rule.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from stancegraph.extraction.attachment import (
    for_whom,
    modifying,
    raised,
    refusal_lacking,
    relation_beside,
    through_object,
    wanting_object,
)
from stancegraph.extraction.claims import Claim, ClaimKind, Walk, is_statement
from stancegraph.extraction.clauses import (
    concludes,
    fate,
    is_disputed,
    is_laid_down_by,
    is_laid_down_in_text,
    is_proposition,
    is_sketched,
    is_to_end,
    proposing,
    tells_day,
    who_leaves_open,
    within_question,
)
from stancegraph.extraction.contrasts import (
    contrasted,
    is_spurned,
    passed_over,
    preferring_verb,
    within_contrast,
)
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import (
    INDEFINITE,
    for_after,
    for_phrase,
    holders_of,
    is_ownerless,
    is_somebody,
    names_nobody,
    owners_of,
)
from stancegraph.extraction.judgements import (
    comes_to_nothing,
    equated,
    has_unknown_name,
    has_unknown_state,
    is_belittled,
    is_condemned,
    is_judged_inside,
    is_kept_out,
    is_unreadable,
    judging_word,
    label_after,
    name_before,
    name_given,
    placed_under,
    possessed,
    predicated,
    troubling,
)
from stancegraph.extraction.lexicon import Idioms, Lexicon, Predicate
from stancegraph.extraction.moods import (
    goes_only_so_far,
    is_announced,
    is_doing,
    is_imagined,
    is_imperative,
    is_infinitive,
    is_not_yet,
    is_past,
    is_subjunctive,
    is_supposed,
    is_to_be,
    marvelling_word,
    modals_of,
    obliges,
    tells_consequence,
)
from stancegraph.extraction.negation import denied_before, is_none, is_nothing, negated
from stancegraph.extraction.parsing import children, first_conjunct, subjects
from stancegraph.extraction.readings import (
    fits,
    has_content,
    has_rest,
    is_report,
    reading,
    wanting_noun,
)
from stancegraph.extraction.relations import (
    ARGUMENT_RELATIONS,
    asked_with,
    gapped,
    is_dependent,
    is_item,
    is_misplaced,
    is_spliced,
    relation,
    relation_by,
    sharing,
)
from stancegraph.extraction.remarks import is_grumbled
from stancegraph.extraction.resumption import takes_up
from stancegraph.extraction.trees import Token
from stancegraph.model import SpeechAct

__all__ = ["take_up", "walk", "walk_aside"]


_STANCE_BEARING = frozenset({"attitude", "effect", "urge"})
#: What a clause claims by itself, if it is told as a fact or a duty.
_PROPOSED = frozenset({"deontic", "act", "intention"})
_GAP_CLAIMS = frozenset({"attitude", "urge", "act", "intention"})
#: How a gerund hangs from a preposition.
_GERUND_OF = frozenset({"pcomp", "conj"})


def walk(
    head: Token,
    sign: int,
    lexicon: Lexicon,
    idioms: Idioms,
    inside: Collection[int] = (),
    *,
    reported: bool = False,
) -> Walk:
    """Walk up from an issue's mention and collect the claims about it.

    Args:
        head: the head token of the mention.
        sign: +1 where its words name the proposition, −1 where its contrary.
        lexicon: predicates and word classes.
        idioms: predicates of idioms, by the index of each of their tokens.
        inside: indices of the mention's own tokens; what they do to each other
            ("lift sanctions") is in `sign` already.
        reported: whether the sentence gives somebody's words though no verb of
            saying stands above the mention ("had to" is then what must be).
    """
    if head.dep_ == "nsubj" and head.head.i not in inside:
        # "Oz is ready to meet Id", matched from "Oz" on: the doing, not the doer
        doing = (head.doc[i] for i in sorted(inside))
        head = next(
            (t for t in doing if t.dep_ == "xcomp" and head.head in (t.head, t.head.head)), head
        )
    result = Walk()
    if is_imagined(head, lexicon):
        result.hypothetical = True
        return result
    deferred: list[Claim] = []
    climb = _Climb(
        lexicon,
        idioms,
        result,
        deferred,
        frozenset(inside),
        reported=reported,
        contrary=sign < 0,
    )
    climb.climb(head, sign)
    if not result.claims and deferred and not result.silent:
        result.claims.append(deferred[0])
    result.claims += climb.asides
    if any(c.lower_ == "any" for c in children(head, "det")) and head.dep_ in (
        "nsubj",
        "nsubjpass",
    ):
        # "any truce must be watched": asks for the watch, and for no truce without it
        plain = [c.kind == "deontic" and c.sign == sign for c in result.claims]
        if plain and all(plain):
            result.claims[:] = [replace(c, conditional=True) for c in result.claims if sign > 0]
            result.silent = True
    return result


def take_up(noun: Token, sign: int, lexicon: Lexicon, idioms: Idioms) -> Walk:
    """Return the claims that are made of a noun which takes up what was said before it.

    Args:
        noun: one for which `takes_up` is not None, or the predicate of "it" and "that" ("it is
            an idea that Oz rejects", "that is what Oz wants").
        sign: of the stance or the matter that it takes up.
        lexicon: predicates and word classes.
        idioms: predicates of idioms, by the index of each of their tokens.
    """
    climb = _Climb(lexicon, idioms, Walk(path=[noun]), [])
    if noun.tag_ == "WP":
        clause = next((t for t in (noun.head, *noun.head.ancestors) if t.dep_ == "ccomp"), None)
        if clause is not None:
            climb.gap(noun, clause, noun.head, "obj", sign, supposed=True)
        return climb.out
    climb.downward(noun, sign, supposed=noun.dep_ == "attr")
    climb.belongs(noun, sign)
    return climb.out


def walk_aside(opening: Token, sign: int, lexicon: Lexicon, idioms: Idioms) -> Walk:
    """Read a judgement that `asides` has found, on a matter of the given sign."""
    result = Walk(steps=["aside"])
    climb = _Climb(lexicon, idioms, result, [])
    climb.aside(opening, sign)
    result.path.append(opening)
    return result


@dataclass
class _Climb:
    lexicon: Lexicon
    idioms: Idioms
    out: Walk
    deferred: list[Claim]
    inside: frozenset[int] = frozenset()
    speaker_claim: bool = False
    past: bool = False
    reported: bool = False
    #: The words of the mention name the contrary of the issue.
    contrary: bool = False
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

    def claim(self, claim: Claim) -> None:
        if self.out.circumstance:
            return
        if self.timed and claim.kind in ("attitude", "evaluate"):
            return  # "rejects a vote before a truce": nothing is said of the truce
        self.out.claims.append(claim)
        self.out.steps.append(
            f"{claim.kind}:{claim.predicate.text}:{'+' if claim.sign > 0 else '-'}"
        )

    def climb(self, head: Token, sign: int) -> None:
        current = head
        seen: set[int] = set()
        sign = self.own(current, sign)
        self.out.sign = sign
        self.around(current, sign)
        while current.i not in seen:
            seen.add(current.i)
            self.out.path.append(current)
            if contrasted(current) and not within_contrast(current, self.lexicon, self.inside):
                sign = -sign
                self.out.flips += 1
                self.out.steps.append("contrast")
                # "rather than agreeing to it"
                self.out.claims[:] = [replace(c, sign=-c.sign) for c in self.out.claims]
                self.deferred[:] = [replace(c, sign=-c.sign) for c in self.deferred]
            step = relation(current)
            if step is None:
                break
            parent, rel = step
            if parent.i in seen:
                break
            if self.out.item_sign is None and any(
                t.text == ":" for t in head.doc[parent.i : current.i]
            ):
                self.out.item_sign = sign
            first = min(self.inside, default=0)
            if current.i == head.i and first > 0 and head.doc[first - 1].lower_ == "without":
                rel = "without"
            if rel in ("punct", "intj", "meta"):
                break
            if not self.out.claims and self.circumstantial(current):
                self.out.circumstance = self.out.adjunct = self.out.topic = self.out.silent = True
                self.deferred.clear()
            moved = self.step(current, parent, rel, sign)
            if moved is None:
                break
            current, sign = moved
            self.out.sign = sign

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

    def circumstantial(self, noun: Token) -> bool:
        """Tell whether a noun only says when or where ("after a whole day of Oz talks in Ev")."""
        words, doc = self.lexicon.words, noun.doc
        first = noun.left_edge.i
        if noun.i in self.inside:
            # the parser may hang "Oz talks", after "in", from two places
            first = min([noun.i, *(i for i in self.inside if noun.i - 3 <= i < noun.i)])
            first = min([first, *(c.i for c in noun.children if noun.i - 3 <= c.i < first)])
        if first <= noun.sent.start:
            return False
        preposition = doc[first - 1]
        opening = [t.lower_ for t in doc[max(first - 5, noun.sent.start) : first]]
        if any(" ".join(opening[-n:]) in words["circumstance_phrases"] for n in (2, 3, 4, 5)):
            return True
        placed = preposition.lower_ in words["locating_prepositions"] and preposition.pos_ in (
            "ADP",
            "SCONJ",
            "VERB",
        )
        if not placed or first - 1 <= noun.sent.start or preposition.i in self.inside:
            return False
        own = [t for t in (noun, *self.out.path) if t.i in self.inside]
        if not any(lemma(t.text) in words["encounter_nouns"] for t in own):
            return False
        governor = preposition.head
        return (
            governor.i not in self.idioms
            and preposition.i not in self.idioms
            and reading(governor, preposition.lower_, self.lexicon) is None
        )

    def own(self, token: Token, sign: int) -> int:
        """Apply what stands at the mention's own head: negation, modals, its subject."""
        if token.pos_ in ("VERB", "AUX") and goes_only_so_far(token):
            self.suppose()  # neither wanted nor refused as such
        first, last = min(self.inside, default=0), max(self.inside, default=0)
        if any(
            t.lower_ == "without"
            and t.i not in self.inside
            and any(c.i in self.inside for c in children(t, "pobj"))
            for t in token.doc[first:last]
        ):
            sign = -sign  # "deal without a referendum"
            self.out.flips += 1
        own = {i for i in self.inside if token.doc[i].lower_ == "nothing"}
        # "will lift no tolls", where the words of the issue begin with the verb
        void = token.pos_ == "VERB" and any(map(is_none, children(token, "dobj")))
        # "no Ozians in uniform": the issue's head is the uniform, and the name governs it
        void ^= any(t.i in self.inside and is_none(t) for t in token.ancestors)
        if negated(token, self.lexicon, own) != void:
            sign = -sign
            self.out.flips += 1
            self.out.steps.append(f"not:{token.text}")
        doers = children(token, "nsubj")
        named = any(doer.i in self.inside for doer in doers)
        if not (self.contrary or named) and comes_to_nothing(token, self.lexicon):
            # "a pause would only freeze the war": it is told against both
            self.unread()
            if all(names_nobody(doer, self.lexicon) for doer in doers):
                self.speaker_claim = True
                self.out.flips += 1
                self.claim(Claim("evaluate", -sign, (), token, "criticise"))
                return -sign
            return sign
        shelved = self.idioms.get(token.i)
        if (
            shelved is not None
            and token.pos_ == "VERB"
            and token.i in self.inside
            and shelved.kind == "attitude"
            and shelved.polarity == "-"
            and "obj" in shelved.content
            and not self.contrary
            and any(i not in self.inside for i, idiom in self.idioms.items() if idiom is shelved)
        ):
            # "kept the bill in a drawer", where the words of the issue begin with the verb
            sign = -sign
            self.out.flips += 1
            self.out.steps.append(f"{shelved.kind}:{shelved.term}")
        if token.pos_ in ("VERB", "AUX"):
            self.verb(token, sign, act="act")
        return sign

    def unread(self) -> None:
        """Leave a mention without a sign: what is said of it cannot be read."""
        self.out.silent = self.out.unsigned = True
        self.deferred.clear()

    def verb(self, token: Token, sign: int, act: SpeechAct) -> None:
        """Record what a verb's mood and subject make of the content below it."""
        if token.tag_ == "VB" and token.dep_ in ("acl", "relcl") and not children(token, "aux"):
            return  # "the demand that Oz leave": what is wanted of it, not what it does
        if is_to_be(token) or is_item(token, self.lexicon) or is_misplaced(token):
            return
        host = gapped(token) or sharing(token)
        modals = modals_of(host or token)
        if lemma(token.text) == "belong" and not self.out.claims:
            # "Oz belongs in it": whoever says so thinks it right
            self.speaker_claim = True
            self.claim(Claim("evaluate", sign, (), token))
            return
        words = self.lexicon.words
        if (
            obliges(token, self.lexicon, reported=self.reported)
            and not self.speaker_claim
            and not self.out.claims
        ):
            self.speaker_claim = True
            self.claim(Claim("deontic", sign, (), token, "demand"))
            return
        infinitive = is_infinitive(token) or (
            token.tag_ == "VBG" and not modals and token.dep_ not in ("ROOT", "conj", "ccomp")
        )
        wonder = marvelling_word(token, self.lexicon) if "should" in modals else None
        if wonder is not None:
            if not self.lexicon.readings("a", wonder) and not self.lexicon.readings("n", wonder):
                self.suppose()  # "it is odd that Oz should want it"
            return  # "it is absurd that Oz should": judged further up
        # "needs to", "has to", "ought to"
        better = "had" in modals and any(c.lower_ == "better" for c in children(token, "advmod"))
        if (modals & words["deontic_modals"] or better) and not self.speaker_claim:
            self.speaker_claim = True
            self.claim(Claim("deontic", sign, (), token, "demand"))
            return
        if is_imperative(token) and not self.speaker_claim and not self.out.claims:
            self.speaker_claim = True
            self.claim(Claim("deontic", sign, (), token, "demand"))
            return
        if infinitive or self.out.claims:
            return
        holders = tuple(subjects(host or token))
        if not holders:
            return
        if modals & words["volitional_modals"]:
            possible = "would" in modals or "'d" in modals
            self.deferred.append(
                Claim(
                    "intention",
                    sign,
                    holders,
                    token,
                    "promise",
                    past=is_past(token, self.lexicon),
                    possible=possible,
                    negated=negated(token, self.lexicon),
                    turned=negated(token, self.lexicon),
                )
            )
        elif modals & words["possible_modals"] and any(
            h.lower_ in words["all_or_nobody"] for h in holders
        ):
            return  # "nobody could check": no more than an inability
        elif modals & {"can", "could"} and any(
            by.lower_ == "by" and children(by, "pcomp") for by in children(token, "prep")
        ):
            return  # "Oz can end it by leaving": what it is told that it might do
        elif modals & words["possible_modals"] and all(
            h.lower_ in ("it", "this", "that") for h in holders
        ):
            return  # "it could lead to seizures": what may come of it
        elif modals & words["possible_modals"]:
            self.deferred.append(
                Claim("intention", sign, holders, token, "consider", possible=True)
            )
        elif lemma(token.text) not in words["copulas"] or not all(
            h.lower_ in ("it", "there", "this", "that") for h in holders
        ):
            # "who had frozen it": over by the time of what the main clause tells
            before = token.dep_ == "relcl" and "had" in (*modals, token.lower_)
            self.deferred.append(
                Claim(
                    "act",
                    sign,
                    holders,
                    token,
                    act,
                    conditional=self.conditional,
                    past=before or is_past(token, self.lexicon),
                    negated=negated(token, self.lexicon),
                    turned=negated(token, self.lexicon),
                )
            )

    def around(self, noun: Token, sign: int) -> None:
        """Look beside the path: what others hold of a noun stands, whatever is said above it."""
        before = len(self.out.claims)
        self.downward(noun, sign)
        self.asides += self.out.claims[before:]
        del self.out.claims[before:]

    def downward(self, noun: Token, sign: int, *, supposed: bool = False) -> None:
        """Look into the clauses that modify a noun ("a truce that Oz rejects").

        `supposed` lets what would be count ("nothing that Oz would accept").
        """
        if noun.pos_ not in ("NOUN", "PROPN", "PRON") and noun.lower_ != "one":
            return
        self.before(noun, sign)
        for apposition in children(noun, "appos"):
            # "…, a step that Oz opposes" may take up all that was said before it: see `take_up`
            if takes_up(apposition, self.lexicon) is not None:
                continue
            if apposition.i > noun.i and not children(apposition, "appos"):
                self.downward(apposition, sign)
        for clause in modifying(noun):
            self.modified(noun, clause, sign, supposed=supposed)

    def modified(self, noun: Token, clause: Token, sign: int, *, supposed: bool = False) -> None:
        """Apply a clause behind a noun ("that Oz rejects", "rejected by Oz")."""
        relative = [
            c
            for c in clause.subtree
            if c.tag_ in ("WDT", "WP", "IN")
            and c.lower_ in ("which", "that", "whom")
            and c.i <= clause.i
        ]
        verb, rel = clause, "obj"
        reduced = clause.dep_ in ("acl", "amod")
        if clause.dep_ == "conj":
            reduced = not children(clause, "aux", "auxpass", "nsubj", "nsubjpass")
            reduced = reduced and first_conjunct(clause).dep_ in ("acl", "amod")
        if reduced and clause.tag_ not in ("VBN", "VBD"):
            return
        if not reduced:
            if any(
                c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP", "WRB")
                for c in clause.children
            ):
                passive = any(c.dep_ == "nsubjpass" for c in clause.children)
                if not passive:
                    self.felt(noun, clause, sign)
                    return
            elif relative and relative[0].dep_ == "pobj":
                led = relative[0].head  # "a truce to which Oz agrees"
                if led.head.i != verb.i and led.head not in children(verb, "xcomp"):
                    return
                rel = relation_by(led)
            while True:
                # "appears to favour": where the parser takes "to" for a preposition
                inner = [n for p in children(verb, "prep") for n in children(p, "pobj")]
                deeper = [
                    c
                    for c in (*children(verb, "xcomp", "ccomp"), *inner)
                    if c.pos_ in ("VERB", "ADJ") and not children(c, "dobj")
                ]
                if not deeper:
                    break
                verb = deeper[-1]
            if children(verb, "dobj") and not (relative and relative[0].dep_ == "dobj"):
                return
            stranded = [c for c in children(verb, "prep") if not c.children]
            if stranded:
                rel = relation_by(stranded[-1])
        if verb.i in self.inside and is_ownerless(verb, self.inside):
            return  # "the billions that lie blocked": the words of the issue have it
        if rel in ("obj", "as") and lemma(verb.text) in self.lexicon.words["naming_verbs"]:
            name = judging_word(name_given(noun, verb, "obj", self.lexicon), self.lexicon)
            judging = name and (self.idioms.get(name.i) or reading(name, "subj", self.lexicon))
            if name is not None and judging:
                self.verdict(judging, name, verb, sign)
                return
        self.gap(noun, clause, verb, rel, sign, supposed=supposed)

    def before(self, noun: Token, sign: int) -> None:
        """Apply what names a party before a noun: "an Ozian-backed toll", "Oz's truce"."""
        words = self.lexicon.words
        for participle in children(noun, "amod"):
            makers = [c for c in children(participle, "npadvmod") if c.text[:1].isupper()]
            if participle.tag_ != "VBN" or participle.i > noun.i or not makers:
                continue
            found = reading(participle, "obj", self.lexicon)
            made = lemma(participle.text) in words["making_verbs"]
            if made or (found is not None and found.kind == "attitude" and found.polarity == "+"):
                self.claim(Claim("attitude", sign, tuple(makers), participle, "endorse"))
        if lemma(noun.text) in words["proclaimed_nouns"]:
            owners = [c for c in children(noun, "poss") if c.text[:1].isupper()]
            if owners and noun.i in self.inside:
                self.claim(Claim("act", sign, tuple(owners), noun, "act"))

    def felt(self, noun: Token, clause: Token, sign: int) -> None:
        """Apply what a noun's relative clause says it does to others ("a toll that angers Oz")."""
        found = reading(clause, "subj", self.lexicon)
        if found is not None and found.kind == "attitude" and found.holder == "obj":
            self.gap(noun, clause, clause, "subj", sign)

    def belongs(self, noun: Token, sign: int) -> None:
        """Apply a noun of wanting, or a judgement, that a party has ("a key Ozian demand")."""
        idiom = self.idioms.get(noun.i)
        judged = idiom or reading(noun, "subj", self.lexicon)
        if judged is not None and judged.kind == "evaluate":
            holders = for_phrase(noun, noun, self.idioms)
            if holders and judged.polarity in ("+", "-"):
                turned = sign if judged.polarity == "+" else -sign
                self.claim(Claim("attitude", turned, tuple(holders), noun, judged.act))
            return
        wanted = wanting_noun(noun, self.lexicon)
        if wanted is None or wanted.polarity != "+":
            return
        agents = {t.i for c in children(noun, "acl") for t in c.subtree}
        own = {t.i for t in noun.subtree} - agents
        holders = [h for h in owners_of(noun) if h.i in own]
        if holders:
            self.claim(Claim("attitude", sign, tuple(holders), noun, wanted.act))

    def aside(self, opening: Token, sign: int) -> None:
        """Apply a judgement on what was just said (", which Oz rejects", ", a step Oz hailed")."""
        if opening.tag_ != "WDT":
            self.summed_up(opening, opening, sign)
            return
        clause = opening.head
        if opening.dep_ == "nsubj" and lemma(clause.text) in self.lexicon.words["copulas"]:
            predicate, complement = predicated(clause, self.lexicon, self.idioms)
            for noun in children(clause, "attr"):
                if children(noun, "relcl", "acl"):
                    turned = -sign if self.negated(clause) else sign
                    self.summed_up(noun, noun, turned)
                    return
            if predicate is not None and complement is not None:
                self.verdict(predicate, complement, clause, sign)
            return
        while clause.dep_ in ("ccomp", "xcomp", "oprd"):
            clause = clause.head
        if clause.dep_ == "relcl":
            self.modified(opening, clause, sign)

    def summed_up(self, noun: Token, copula: Token, sign: int) -> None:
        """Apply what is said of a noun that stands for the matter."""
        clauses = [c for c in children(noun, "relcl", "acl") if c.i > noun.i]
        for clause in clauses:
            self.modified(noun, clause, sign)
        found = self.idioms.get(noun.i) or reading(noun, "subj", self.lexicon)
        if not clauses and found is not None:
            self.verdict(found, noun, copula, sign)

    def verdict(self, found: Predicate, place: Token, verb: Token, sign: int) -> None:
        """Apply a word of rejection; words of praise say too little of whose they are."""
        turned_off = self.negated(verb) ^ (place.i != verb.i and self.negated(place))
        against = (found.polarity == "-") != turned_off
        if found.kind == "evaluate" and found.polarity in ("+", "-") and against:
            holders = for_phrase(place, verb, self.idioms) or for_after(place)
            if not holders and lemma(verb.text) in self.lexicon.words["naming_verbs"]:
                holders = subjects(verb)
            self.claim(Claim("evaluate", -sign, tuple(holders), place, found.act))

    def gap(
        self,
        noun: Token,
        clause: Token,
        verb: Token,
        rel: str,
        sign: int,
        *,
        supposed: bool = False,
    ) -> None:
        """Climb from the verb that a relative clause's noun belongs to, up to the clause."""
        inner = _Climb(self.lexicon, self.idioms, Walk(), [])
        idiom = self.idioms.get(verb.i)
        known = idiom is not None and fits(idiom, rel)
        predicate = idiom if known else reading(verb, rel, self.lexicon)
        shared = takes_up(noun, self.lexicon) == "stance"
        if shared and rel == "obj" and lemma(verb.text) in self.lexicon.words["sharing_verbs"]:
            self.claim(Claim("attitude", sign, tuple(subjects(verb)), verb, "endorse"))
            return
        if verb is clause and lemma(verb.text) == "do" and noun.dep_ == "attr" and rel == "obj":
            # "the last thing that Oz will do", "something that it will never do"
            if modals_of(verb) & {"will", "would", "'ll", "'d"}:
                told = -sign if self.negated(verb) else sign
                self.claim(Claim("intention", told, tuple(subjects(verb)), verb, "promise"))
            return
        if verb is clause and (predicate is None or predicate.kind not in _STANCE_BEARING):
            return
        turned = inner.apply(noun, verb, rel, sign, predicate, None)
        current = verb
        while turned is not None and current.i != clause.i:
            above = relation(current)
            if above is None:
                return
            moved = inner.step(current, above[0], above[1], turned)
            if moved is None:
                break
            current, turned = moved
        found = inner.out.claims or [c for c in inner.deferred[:1] if predicate is not None]
        for claim in found:
            if (supposed or not claim.possible) and claim.holders and claim.kind in _GAP_CLAIMS:
                past = claim.past or is_past(clause, self.lexicon)
                self.claim(replace(claim, past=past))
        self.out.sources.extend(inner.out.sources)

    def step(self, current: Token, parent: Token, rel: str, sign: int) -> tuple[Token, int] | None:
        """Take one step up; return the new place and sign, or None to stop."""
        words = self.lexicon.words
        if rel in ("that", "of", "about", "on") and within_question(
            current, parent, self.lexicon, self.inside
        ):
            self.unread()  # "reminded them of what a truce had been good for"
        if rel == "subj" and any(c.lower_ == "that" for c in children(current, "mark")):
            # "That the guns should rest is a fine thought": what "should" be is another's view
            self.out.claims[:] = [c for c in self.out.claims if c.holders]
            self.speaker_claim = False
            self.unread()
        if rel == "subj" and not is_doing(current):
            doing = raised(parent, self.lexicon, self.inside)
            if doing is not None:
                # "the toll has to be lifted": what is lifted is the toll
                self.lifted.add(current.i)
                parent, rel = doing, "obj" if children(doing, "auxpass") else "subj"
        if rel == "that" and is_sketched(current, parent, self.lexicon):
            # "laid out how it might be lent"
            self.out.claims.clear()
            self.deferred.clear()
            self.claim(Claim("attitude", sign, tuple(subjects(parent)), parent, "propose"))
            return None
        alternative = current.dep_ == "conj" and any(
            c.lower_ == "whether" for c in children(first_conjunct(current), "mark")
        )
        asked = rel == "to" and any(c.lower_ == "whether" for c in children(current, "mark"))
        if asked or (
            rel == "that" and (alternative or is_supposed(current, self.lexicon, self.inside))
        ):
            holders = who_leaves_open(current, parent, self.lexicon, self.idioms)
            self.suppose()
            if holders:
                # "is weighing whether to pay", "will not say whether it pays"
                self.out.hypothetical = False
                self.claim(Claim("attitude", sign, holders, parent, "consider", ambivalent=True))
                self.report_only(parent)
            return None
        if rel == "advcl" and {c.lower_ for c in children(current, "mark")} >= {"so", "that"}:
            # "asked Id to step in so that Oz leaves": what it is done for
            self.out.claims.clear()
            self.deferred.clear()
            self.out.purpose = True
            rel = "to"
        if rel in ("subj", "obj") and any(c.lower_ == "whether" for c in children(current, "mark")):
            self.suppose()  # "whether Oz should leave is for its people to say"
            return None
        if rel == "that" and lemma(parent.text) in words["doubting_verbs"]:
            if not self.negated(parent):
                self.suppose()
                return None
        if rel == "subj" and any(c.lower_ in words["whoever"] for c in children(current, "nsubj")):
            return self.of_anybody(current, parent, sign)
        if rel == "relcl" and parent.lower_ in words["anyone"] and parent.dep_ == "nsubj":
            if any(c.tag_ == "WP" for c in children(current, "nsubj")):
                return self.of_anybody(parent, parent.head, sign)
        if rel == "relcl" and parent.pos_ == "PROPN" and parent.dep_ == "nsubj":
            supposed = modals_of(parent.head) & {"would", "'d", "could"}
            if supposed and any(c.lower_ in ("a", "an") for c in children(parent, "det")):
                return self.of_anybody(parent, parent.head, sign)  # "an Oz that paid would be …"
        listed = parent.dep_ == "dobj" and lemma(parent.head.text) in words["including_verbs"]
        if rel == "acl" and current.tag_ == "VBG" and listed:
            # "the terms include Oz leaving", taken for an Oz that leaves
            for claims in (self.out.claims, self.deferred):
                claims[:] = [c for c in claims if parent not in c.holders]
            parent, rel = parent.head, "that"
        if rel == "that":
            self.disown(current)
        if current.dep_ == "pcomp" and any(
            c.lower_ in ("why", "whether") for c in children(current, "mark", "advmod")
        ):
            self.suppose()  # "gave no reason for why it has stopped"
            return None
        if rel in ("relcl", "acl", "that") and tells_day(parent, self.lexicon):
            self.suppose()  # "on the day that Oz leaves"
            return None
        if is_spurned(current, parent, rel, self.lexicon):
            # "would rather resign than sign it"
            self.out.claims.clear()
            self.deferred.clear()
            self.out.flips += 1
            verb = preferring_verb(current, parent, self.lexicon) or parent
            self.claim(Claim("attitude", -sign, tuple(subjects(verb)), verb, "refuse"))
            self.report_only(verb)
            return None
        if rel in ("instead of", "rather than"):
            own = within_contrast(
                current, self.lexicon, self.inside
            )  # an issue's own words: "talks instead of a truce"
            return self.alternative(current, parent, -sign if own else sign)
        if passed_over(current, parent, rel, self.lexicon, self.inside) and not within_contrast(
            current, self.lexicon, self.inside
        ):
            return self.alternative(current, parent, sign)
        if rel == "to" and is_not_yet(parent):
            # "has yet to agree to it": open so far; of what is not done, nobody knows why
            wanting = [c for c in self.deferred if c.kind == "attitude"]
            self.out.claims.clear()
            self.deferred[:] = [replace(c, sign=-c.sign, ambivalent=True) for c in wanting]
            return parent, -sign
        if is_belittled(current, parent, rel, self.lexicon):
            # "would do no more than end it", "would be only a pause"
            self.out.claims.clear()
            self.deferred.clear()
            self.out.silent = True
            self.report_only(parent)
            return None
        if rel == "advcl":
            for noun in children(parent, "dobj", "attr", "acomp"):
                # "voiced opposition to Oz joining", where the parser hangs "joining" from the verb
                for preposition in children(noun, "prep"):
                    adjacent = [n.i for n in children(preposition, "pobj")] == [current.i - 1]
                    if current.tag_ != "VBG" or not adjacent:
                        continue
                    taken = relation_by(preposition)
                    found = reading(noun, taken, self.lexicon)
                    if found is not None and found.kind in ("attitude", "effect"):
                        self.out.claims.clear()
                        self.deferred.clear()
                        turned = self.apply(current, noun, taken, sign, found, None)
                        return None if turned is None else (noun, turned)
            return self.clause(current, parent, sign)
        if rel == "of" and parent.pos_ == "VERB" and lemma(parent.text) in words["of_matter_verbs"]:
            self.out.topic = self.out.silent = True
        if rel == "that" and is_spliced(current, parent):
            self.report_only(current)
            return None
        if rel == "conj":
            self.report_only(current)
            return None
        if parent.pos_ in ("VERB", "AUX") and rel not in ARGUMENT_RELATIONS:
            beside_it = [
                n
                for preposition in children(parent, "prep")
                for n in children(preposition, "pobj")
                if n.i == current.head.i - 1  # "insists on a veto over it"
            ]
            beside_it += [
                n
                for whole in children(parent, "dobj")
                for preposition in children(whole, "prep")
                for n in children(preposition, "pobj")
                if preposition.lower_ == "of"
                and n.i < current.i  # "named a number of terms for it"
            ]
            for noun in (*children(parent, "dobj", "acomp", "attr"), *beside_it):
                # "voiced opposition to it", "is ready for it", where the parser hangs the
                # preposition from the verb
                found = reading(noun, rel, self.lexicon)
                before = current.i < noun.i and takes_up(noun, self.lexicon) is not None
                if found is not None and found.kind in ("attitude", "effect") and not before:
                    turned = self.apply(current, noun, rel, sign, found, None)
                    return None if turned is None else (noun, turned)
            if reading(parent, rel, self.lexicon) is None and parent.i not in self.idioms:
                beside = relation_beside(current, parent, self.lexicon)
                if beside is not None:
                    # "halted the work on it", "pulled out of the work on it"
                    found = reading(parent, beside, self.lexicon)
                    turned = self.apply(current, parent, beside, sign, found, None)
                    return None if turned is None else (parent, turned)
        if rel == "to" and parent.pos_ == "VERB":
            above = wanting_object(current, parent, self.lexicon)
            if above is not None:
                found = reading(above, "to", self.lexicon)
                turned = self.apply(current, above, rel, sign, found, None)
                return None if turned is None else (above, turned)
            if for_whom(current, parent) and reading(parent, "to", self.lexicon) is None:
                rel = "for"  # "called for both sides to do it"
        if rel == "as" and children(parent, "dobj"):
            # "turned down Oz as a venue": what is said of the object holds of what it is
            whole = reading(parent, "obj", self.lexicon)
            if whole is not None and whole.kind == "attitude":
                rel = "obj"
        if rel == "that" and parent.pos_ == "VERB" and not is_report(parent, self.lexicon):
            if modals_of(parent) & words["volitional_modals"] and self.negated(parent):
                # "will never sign that it belongs to Oz": no judgement of the signatory's
                if reading(parent, "that", self.lexicon) is None and all(
                    c.kind in ("evaluate", "act") for c in self.out.claims
                ):
                    self.out.claims.clear()
                    holders = tuple(subjects(parent))
                    self.claim(Claim("attitude", -sign, holders, parent, "refuse", negated=True))
                    return parent, -sign
        if current.i in self.inside and parent.pos_ == "VERB" and rel not in ARGUMENT_RELATIONS:
            rel = through_object(parent, self.lexicon, self.inside) or rel
        if rel == "subj" and parent.pos_ == "VERB":
            felt = self.impression(parent, sign)
            if felt is not None:
                return felt
        if rel in ("obj", "for"):
            sign = fate(current, parent, sign, self.lexicon, self.inside)
        if rel == "that" and is_to_end(current, self.lexicon, self.inside):
            sign = -sign
            self.out.flips += 1
        if (
            rel == "relcl"
            and (
                lemma(parent.text) in words["document_nouns"]
                or lemma(parent.text) in words["arrangement_nouns"]
                or (
                    lemma(parent.text) in words["outcome_hopes"]
                    and any(c.lower_ in ("a", "an", "any", "no") for c in children(parent, "det"))
                )
                or parent.lower_ in INDEFINITE
            )
            and (
                children(current, "nsubj", "nsubjpass")[:1]
                == [
                    t
                    for t in children(current, "nsubj", "nsubjpass")[:1]
                    if t.tag_ in ("WDT", "WP")
                ]
                or is_laid_down_by(current)
            )
        ):
            # "rejects a bill that would do it": the text stands for what it says
            self.deferred.clear()
            rel = "of"
        wished = (current.tag_ == "VB" and not children(current, "aux")) or any(
            c.lower_ == "that" for c in children(current, "mark")
        )
        if rel == "relcl" and wished and reading(parent, "that", self.lexicon) is not None:
            rel = "acl"  # "the demand that Oz leave": its "that" taken for a pronoun
        first = first_conjunct(current)
        finite = rel == "acl" and bool(children(first, "nsubj", "nsubjpass"))
        if rel in ("relcl", "acl") and is_proposition(current, parent, self.lexicon):
            # "rejects the idea that Oz should leave": neither a demand nor what Oz does
            self.deferred.clear()
            self.out.claims[:] = [c for c in self.out.claims if c.kind not in _PROPOSED]
            self.speaker_claim = False
            rel, finite = "of", False
        if finite and reading(parent, "that", self.lexicon) is not None:
            rel, finite = "that", False  # "the demand that Oz cede it"
        if rel == "relcl" or finite:
            # what stands above a relative clause says nothing of what is in it,
            # but who reports the whole does
            if rel == "acl" and lemma(parent.text) in words["claim_nouns"]:
                self.out.denied = is_disputed(parent, self.lexicon)
            if rel == "relcl" and parent.dep_ == "attr" and self.negated(parent.head):
                # "I will not be the president who cedes it"
                self.out.claims.clear()
                self.deferred.clear()
                self.claim(Claim("attitude", -sign, tuple(subjects(parent.head)), parent, "refuse"))
            self.report_only(parent)
            return None
        if parent.i in self.inside:
            turned = self.pass_through(
                current, parent, rel, sign, negated(parent, self.lexicon, {current.i})
            )
            return None if turned is None else (parent, turned)
        own_idiom = self.idioms.get(current.i)
        if own_idiom is not None and own_idiom is self.idioms.get(parent.i):
            if own_idiom is self.applied:
                return parent, sign  # still within an idiom that has been applied
        if rel == "subj" and parent.lower_ in ("is", "are"):
            laid_down = [
                x
                for x in children(parent, "xcomp")
                if any(c.tag_ == "TO" for c in children(x, "aux"))
            ]
            if laid_down and not is_doing(current) and not children(parent, "acomp", "attr"):
                return self.laid_down(current, parent, laid_down[0], sign)
        link = current.head.i if current.dep_ in ("pobj", "pcomp") else -1
        predicate = (
            self.idioms.get(parent.i)
            or self.idioms.get(current.i if rel == "attr" else -1)
            # "there is no sense in it", where the parser hangs "in" from the verb
            or (self.idioms.get(link) if parent.i < link else None)
        )
        if predicate is not None and not fits(predicate, rel):
            # "made the loan dependent on a survey": of the loan another reading than of the survey
            predicate = self.lexicon.other_reading(predicate, rel) or predicate
        if predicate is not None and not fits(predicate, rel) and "*" not in predicate.content:
            if rel == "of" and predicate.kind == "attitude" and parent.pos_ == "NOUN":
                self.suppose()  # "made it a condition of any truce that …"
                return None
            predicate = None
        complement: Token | None = None
        if predicate is None and rel == "subj" and lemma(parent.text) in words["copulas"]:
            predicate, complement = predicated(parent, self.lexicon, self.idioms)
            if complement is not None and complement.i in self.inside:
                predicate = complement = None  # "verdict is void": judged in the mention itself
        if rel == "subj" and lemma(parent.text) in words["copulas"]:
            self.cleft(current, parent, sign)
        if predicate is None and rel == "subj" and is_doing(current):
            predicate, complement = equated(parent, self.lexicon, self.idioms)
        if predicate is None and rel == "subj" and lemma(parent.text) == "have":
            predicate, complement = possessed(parent, self.lexicon)
        if predicate is None and rel == "attr":
            predicate, complement = self.copular_subject(current, parent)
        if current.dep_ == "advcl" and rel == "to":
            quiet = self.out.topic or self.out.silent or self.out.claims
            if lemma(parent.text) in words["setting_out_verbs"] and not quiet:
                # "flew to Oz to arrange it": meant to do it
                self.verb(parent, sign, "act")
            self.out.purpose = True
        if (rel == "to" and parent.lower_ == "ought") or (
            rel in ("that", "to", "ing")
            and parent.lower_ == "let"
            and not children(parent, "nsubj")
        ):
            self.deferred.clear()
            if not self.speaker_claim:
                self.speaker_claim = True
                turn = -sign if negated(parent, self.lexicon, {current.i}) else sign
                self.claim(Claim("deontic", turn, (), parent, "demand"))
            return parent, sign
        laid = parent.lower_ in ("is", "are") or (
            parent.lower_ in ("was", "were")
            and (
                (parent.dep_ == "ccomp" and is_report(parent.head, self.lexicon))
                or is_laid_down_in_text(parent, self.lexicon)
            )
        )
        judged = any(c.i < current.i for c in children(parent, "acomp", "attr"))
        if rel == "to" and current.dep_ == "xcomp" and parent.pos_ in ("AUX", "VERB"):
            said_of = not any(c.pos_ == "NOUN" for c in children(parent, "nsubj"))
            if lemma(parent.text) in words["copulas"] and any(
                c.i < parent.i and said_of and any(t.tag_ == "TO" for t in children(c, "aux"))
                for c in children(parent, "csubj", "advcl", "nsubj", "ccomp")
            ):
                # "to wait is to give it up": what the first half comes to
                self.out.claims.clear()
                self.unread()
                self.report_only(parent)
                return None
        if rel == "to" and laid and predicate is None and not judged:
            predicate, complement = self.copular_subject(current, parent)  # "Oz's aim is to …"
        if rel == "to" and laid and current.dep_ == "xcomp" and not judged and complement is None:
            # "is to leave": what somebody has laid down
            self.deferred.clear()
            if not self.speaker_claim:
                self.speaker_claim = True
                turn = -sign if negated(parent, self.lexicon, {current.i}) else sign
                self.claim(Claim("deontic", turn, (), parent, "demand"))
            return parent, sign
        if rel == "obj" and lemma(parent.text) in words["placing_verbs"]:
            placed = placed_under(current, parent, self.idioms)
            if placed is not None:
                return self.naming(parent, placed[0], sign, placed[1])
        if lemma(parent.text) in words["naming_verbs"]:
            if self.contrary and is_judged_inside(parent, self.lexicon, self.idioms, self.inside):
                # "holds the verdict void": the judgement is part of the mention
                self.out.claims.clear()
                self.claim(Claim("evaluate", sign, (), current, "criticise"))
                self.source(parent)
                return parent, sign
            named = judging_word(name_given(current, parent, rel, self.lexicon), self.lexicon)
            if named is None and rel in ("that", "to"):
                # "called it unthinkable that …": the clause stands for the "it"
                named = judging_word(name_before(current, parent), self.lexicon)
            known = named is not None and reading(named, "subj", self.lexicon) is not None
            if not known and rel in ("obj", "in"):
                label = label_after(current, parent, self.lexicon, self.idioms, self.inside)
                if label is not None:
                    return self.naming(parent, label[0], sign, label[1])
                if rel == "in" and predicate is None and parent.i not in self.idioms:
                    self.deferred.clear()
                    self.out.silent = True  # "sees in it …": whatever that is
                    self.source(parent)
                    return parent, sign
            fallback = predicate or reading(parent, rel, self.lexicon)
            if named is not None and (known or fallback is None or not fallback.polarity):
                return self.naming(parent, named, sign)
        if (
            predicate is not None
            and predicate.term == "have to"
            and not obliges(parent, self.lexicon, reported=self.reported)
        ):
            if parent.lower_ == "had":
                # "had to leave": what happened to somebody, where nobody is said to ask it
                self.suppose()
                return None
        if predicate is None:
            predicate = reading(parent, rel, self.lexicon)
        unknown = predicate is None and not self.lexicon.readings("v", lemma(parent.text))
        if unknown and rel == "that" and is_grumbled(current, parent):
            self.source(parent)
            return parent, sign
        if rel == "that" and predicate is not None and predicate.kind == "report":
            predicate = proposing(current, parent, self.lexicon) or predicate
        if predicate is None and rel in ("to", "that") and lemma(parent.text) in words["copulas"]:
            predicate, complement = predicated(parent, self.lexicon, self.idioms)
        if predicate is None and rel == "that" and lemma(parent.text) in words["copulas"]:
            predicate, complement = self.copular_subject(current, parent)
        turned = self.apply(current, parent, rel, sign, predicate, complement)
        if turned is None:
            return None
        self.around(parent, turned)
        return parent, turned

    def of_anybody(self, subject: Token, verb: Token, sign: int) -> tuple[Token, int] | None:
        """Apply a judgement on whoever does a thing to the thing ("whoever buys it steals")."""
        self.out.claims.clear()
        self.deferred.clear()
        found = self.idioms.get(verb.i)
        place: Token | None = None
        if found is None or not fits(found, "subj"):
            found = reading(verb, "subj", self.lexicon)
        if lemma(verb.text) in self.lexicon.words["copulas"]:
            found, place = predicated(verb, self.lexicon, self.idioms)
        judging = found is not None and found.kind == "evaluate" and found.polarity in ("+", "-")
        if found is None or not judging:
            self.suppose()
            return None
        self.out.silent = self.out.topic = False
        turned = self.apply(subject, verb, "subj", sign, found, place)
        return None if turned is None else (verb, turned)

    def disown(self, gerund: Token) -> None:
        """Take back what a gerund's own subject would do ("the terms include Oz leaving")."""
        first = first_conjunct(gerund)
        doers = children(first, "nsubj", "nsubjpass")
        if first.tag_ != "VBG" or not doers or children(first, "aux", "mark"):
            return
        for claims in (self.out.claims, self.deferred):
            claims[:] = [c for c in claims if not set(c.holders) & set(doers)]

    def impression(self, verb: Token, sign: int) -> tuple[Token, int] | None:
        """Apply the impression that a subject makes ("struck Oz as odd", "makes Oz uneasy")."""
        words = self.lexicon.words
        low = lemma(verb.text)
        feelers: list[Token] = []
        judges: list[Token] = []
        if low in words["impressing_verbs"]:
            feelers = children(verb, "dobj")
            for preposition in children(verb, "prep"):
                if preposition.lower_ == "as":
                    judges += children(preposition, "pobj", "amod", "acomp")
        elif low in words["rendering_verbs"]:
            for clause in children(verb, "ccomp", "xcomp", "oprd"):
                if clause.pos_ == "ADJ":
                    feelers = children(clause, "nsubj") or children(verb, "dobj")
                    judges.append(clause)
        for judge in judges if feelers else ():
            found = next(
                (
                    p
                    for pos in ("a", "n")
                    for p in self.lexicon.readings(pos, lemma(judge.text))
                    if p.kind in ("attitude", "evaluate") and p.polarity in ("+", "-", "~")
                ),
                None,
            )
            if found is None:
                continue
            turned = -sign if found.polarity == "-" else sign
            if self.negated(verb):
                turned = -turned
            self.out.claims.clear()
            self.claim(
                Claim(
                    "attitude",
                    turned,
                    tuple(feelers),
                    verb,
                    found.act,
                    ambivalent=found.polarity == "~",
                )
            )
            return verb, turned
        return None

    def alternative(self, current: Token, parent: Token, sign: int) -> tuple[Token, int] | None:
        """Apply what is said of something to what stands against it ("instead of a truce")."""
        self.out.claims.clear()
        self.deferred.clear()
        self.speaker_claim = False
        self.out.steps.append("alternative")
        self.out.flips += 1
        if parent.pos_ not in ("VERB", "AUX"):
            return parent, -sign
        found = reading(parent, "obj", self.lexicon)
        if found is not None and found.kind in ("attitude", "urge") and found.polarity == "+":
            turned = self.apply(current, parent, "obj", -sign, found, None)
            return None if turned is None else (parent, turned)
        self.verb(parent, -sign, "act")
        return parent, -sign

    def laid_down(self, current: Token, copula: Token, verb: Token, sign: int) -> tuple[Token, int]:
        """Apply "is to be …", said of the mention: what somebody has laid down."""
        passive = bool(children(verb, "auxpass"))
        found = reading(verb, "obj" if passive else "subj", self.lexicon)
        turned = sign
        if found is not None and found.polarity == "-" and verb.i not in self.inside:
            turned = -sign
        if negated(copula, self.lexicon, {current.i}) != negated(verb, self.lexicon):
            turned = -turned
        if not self.speaker_claim:
            self.speaker_claim = True
            self.claim(Claim("deontic", turned, (), verb, "demand"))
        return copula, turned

    def naming(
        self, verb: Token, name: Token, sign: int, found: Predicate | None = None
    ) -> tuple[Token, int]:
        """Apply a judgement passed by a verb of naming; its subject is the judge."""
        found = found or self.idioms.get(name.i) or reading(name, "subj", self.lexicon)
        if found is None or found.kind not in ("evaluate", "attitude"):
            # a name that the lexicon does not know may be praise or blame
            self.out.silent = True
            self.source(verb)
            return verb, sign
        if any(c.kind == "evaluate" and c.predicate.i == name.i for c in self.out.claims):
            self.source(verb)
            return verb, sign  # judged on the way up
        turned = -sign if found.polarity == "-" else sign
        if negated(verb, self.lexicon):
            turned = -turned
        self.out.claims[:] = [c for c in self.out.claims if c.kind not in ("evaluate", "deontic")]
        self.claim(Claim("evaluate", turned, (), name, found.act, ambivalent=found.polarity == "~"))
        self.source(verb)
        return verb, turned

    def cleft(self, content: Token, copula: Token, sign: int) -> None:
        """Look into "X is what Oz refuses" and "X is something that Oz refuses"."""
        turned = -sign if negated(copula, self.lexicon) else sign
        for noun in children(copula, "attr"):
            if any(c.lower_ == "last" for c in children(noun, "amod")):
                turned = -turned  # "the last thing that Oz wants"
            self.downward(noun, turned, supposed=turned != sign)
        for clause in children(copula, "ccomp", "attr", "advcl"):
            self.named_by(content, clause, turned)

    def named_by(self, content: Token, clause: Token, sign: int) -> None:
        """Apply a clause that stands for the content ("what Oz wants", "what Oz asks for")."""
        what = [
            c
            for c in clause.subtree
            if c.lower_ == "what" and c.dep_ in ("dobj", "pobj") and c.i <= clause.i
        ]
        if not what:
            return
        verb = what[0].head if what[0].dep_ == "dobj" else what[0].head.head
        if verb.pos_ != "VERB":
            return
        stranded = [
            c for c in children(verb, "prep") if c.i > verb.i and not children(c, "pobj", "pcomp")
        ]
        stranded += [
            c
            for c in children(verb, "prep")
            if c.i == verb.i + 1 and children(c, "prep") and not children(c, "pobj", "pcomp")
        ]
        if what[0].dep_ == "pobj":
            stranded.insert(0, what[0].head)
        rel = relation_by(stranded[0]) if stranded else "obj"
        self.gap(content, clause, verb, rel, sign, supposed=True)

    def copular_subject(
        self, current: Token, copula: Token
    ) -> tuple[Predicate | None, Token | None]:
        """Return the noun whose content a copula names ("our demand is X")."""
        if lemma(copula.text) not in self.lexicon.words["copulas"]:
            return None, None
        denied = negated(copula, self.lexicon, {current.i} | denied_before(current))
        sign = -self.out.sign if denied else self.out.sign
        for clause in children(copula, "csubj"):
            if is_report(clause, self.lexicon):
                self.source(clause)  # "what Oz said was that …"
            before = len(self.out.claims)
            self.named_by(copula, clause, sign)  # "what Oz wants is …"
            if len(self.out.claims) > before:
                return None, None
        for preposition in children(copula, "prep"):
            if preposition.lower_ == "among":  # "among Oz's demands is …"
                for noun in children(preposition, "pobj"):
                    found = wanting_noun(noun, self.lexicon)
                    if found is not None:
                        return found, noun
        for child in children(copula, "nsubj"):
            noun = child
            idiom = self.idioms.get(noun.i)
            if idiom is not None and "attr" in idiom.content:
                return idiom, noun  # "point one for Oz is …"
            if noun.pos_ == "NOUN":
                self.downward(noun, sign)  # "the first thing Oz asks for is …"
            if lemma(noun.text) in self.lexicon.words["transparent_nouns"]:
                inner = [n for p in children(noun, "prep") for n in children(p, "pobj")]
                noun = inner[0] if inner else noun
            found = wanting_noun(noun, self.lexicon) or troubling(noun, self.lexicon)
            if found is not None and not has_content(noun, found):
                return found, noun
            if found is None and lemma(noun.text) in self.lexicon.words["view_nouns"]:
                self.source(noun)  # "Oz's line is that it must go"
        return None, None

    def apply(
        self,
        current: Token,
        parent: Token,
        rel: str,
        sign: int,
        predicate: Predicate | None,
        complement: Token | None,
    ) -> int | None:
        """Apply a governor to what it takes; return the sign beyond it, None to stop."""
        place = complement if complement is not None else parent
        skip = {current.i}
        for between in current.ancestors:
            if between.i == parent.i:
                break
            skip.add(between.i)
        skip |= denied_before(current) | self.lifted
        if current.dep_ == "conj":
            # in "no A, no B and the C" each has its own negation
            skip |= {c.i for c in children(parent, "nsubj", "nsubjpass")}
        if predicate is not None and predicate.pos == "i":
            skip |= {i for i, idiom in self.idioms.items() if idiom is predicate}
        turned_off = self.negated(parent, skip)
        if predicate is not None and predicate.pos == "i":
            # "will not stand in the way of it": the idiom's verb is negated, not its noun
            for index, idiom in self.idioms.items():
                verb = parent.doc[index]
                if idiom is predicate and index != parent.i and verb.pos_ in ("VERB", "AUX"):
                    turned_off ^= self.negated(verb, skip)
                    self.counted.add(index)
        if complement is not None:
            self.counted.add(parent.i)
            turned_off ^= self.negated(complement, skip)
        if predicate is None:
            return self.pass_through(current, parent, rel, sign, turned_off)
        if rel == "from" and predicate.kind == "effect" and self.takes_away(parent):
            # "the withdrawal of troops from the front": the front stays
            self.out.topic = self.out.silent = True
            return None
        self.applied = predicate
        self.out.steps.append(f"{predicate.kind}:{predicate.term}")
        if predicate.polarity == "-":
            self.out.flips += 1
        if turned_off:
            self.out.flips += 1
        if predicate.kind == "report":
            if predicate.term == "according to" and current.i in self.inside:
                self.suppose()  # "according to Oz's paper": a source, of which nothing is said
                return None
            if parent.dep_ == "relcl" and parent.head.lower_ in self.lexicon.words["anyone"]:
                self.suppose()  # "anyone who thinks that it will go"
                return None
            if modals_of(parent) & self.lexicon.words["deontic_modals"]:
                return -sign if turned_off else sign  # "must accept that": said by another
            self.source(parent)
            return self.unsaid(parent, sign) if turned_off else sign
        if predicate.kind == "deny" and rel == "obj" and children(parent, "dative"):
            # "denied Oz the loan"
            sign = sign if turned_off else -sign
            self.claim(Claim("attitude", sign, tuple(subjects(parent)), parent, "refuse"))
            return sign
        if predicate.kind == "deny":
            self.out.denied = not turned_off
            self.source(parent)
            return sign
        if predicate.kind == "accuse":
            accused = tuple(children(parent, "dobj"))
            if accused and rel != "obj":
                self.out.claims.clear()
                self.claim(
                    Claim(
                        "accuse",
                        sign,
                        accused,
                        parent,
                        "criticise",
                        accuser=tuple(subjects(parent)),
                    )
                )
            self.source(parent)
            return None
        if predicate.kind == "light":
            if turned_off:
                sign = -sign
            if parent.pos_ == "VERB":
                if self.out.claims and not any(c.holders for c in self.out.claims):
                    self.source(parent)  # "drew attention to the need for it"
                self.verb(parent, sign, "act")
            return sign
        if predicate.kind == "past":
            self.past = True
            self.out.claims[:] = [
                replace(c, past=True) if c.kind == "attitude" else c for c in self.out.claims
            ]
        turned = {"+": sign, "-": -sign}.get(predicate.polarity, sign)
        if (
            predicate.kind == "effect"
            and predicate.polarity == "-"
            and rel == "obj"
            and not turned_off
            and lemma(current.text) in self.lexicon.words["standing_nouns"]
            and any(t.dep_ in ("acl", "ccomp", "relcl") for t in self.out.path)
        ):
            # "reversed his position that Oz must go": it was his
            self.past = True
            self.out.claims[:] = [replace(c, past=True) for c in self.out.claims]
            return sign
        if predicate.kind == "effect":
            if turned_off:
                turned = -turned
            if predicate.polarity == "-" and rel == "to" and not turned_off:
                self.left_undone(current)
            elif predicate.polarity == "-" and rel in ("obj", "of") and not turned_off:
                # "dropped its demand for it": the demand is over
                self.deferred[:] = [c for c in self.deferred if c.predicate.i != current.i]
                over = [
                    c
                    for c in self.out.claims
                    if c.kind == "attitude" and c.predicate.i == current.i
                ]
                self.out.claims[:] = [
                    replace(c, past=True) if c in over else c for c in self.out.claims
                ]
                if (
                    any(c.sign < 0 < turned for c in over)
                    and parent.pos_ == "VERB"
                    and not children(parent, "auxpass")
                    and not is_dependent(parent)
                    and not modals_of(parent)
                    and subjects(parent)
                ):
                    # "gave up its resistance to it": it is accepted now
                    accepted = tuple(subjects(parent))
                    self.out.claims[:] = [c for c in self.out.claims if c.predicate.i != current.i]
                    self.claim(Claim("attitude", turned, accepted, parent, "accept"))
            if parent.pos_ in ("VERB", "AUX"):
                if rel != "subj" or current.i not in self.inside:
                    # "the troops will stay out": not for the troops to decide
                    self.verb(parent, turned, predicate.act if predicate.act != "state" else "act")
            elif parent.pos_ in ("NOUN", "PROPN"):
                owners = owners_of(parent)
                if owners and not self.out.claims:
                    self.deferred.append(Claim("act", turned, tuple(owners), parent, "act"))
            return turned
        if predicate.kind == "evaluate":
            if turned_off:
                turned = -turned
            if rel in ("to", "ing"):
                # "wise for Oz to accept it": advice, not what Oz does
                self.out.claims.clear()
                self.deferred.clear()
            if not self.out.claims:
                holders = tuple(for_phrase(place, parent, self.idioms))
                if not holders and complement is not None and place.pos_ in ("NOUN", "PROPN"):
                    holders = tuple(owners_of(place))  # "remains Oz's priority"
                self.speaker_claim = True
                self.claim(
                    Claim(
                        "evaluate",
                        turned,
                        holders,
                        place,
                        predicate.act,
                        ambivalent=predicate.polarity == "~",
                        conditional=predicate.polarity == "?",
                        turned=turned != sign,
                    )
                )
            return turned
        return self.attitude(current, parent, place, sign, turned, turned_off, predicate, rel)

    def left_undone(self, verb: Token) -> None:
        """Apply "failed to" to what somebody failed to want ("failed to back it")."""
        if any(relation(t) in ((verb, "on"), (verb, "over")) for t in self.out.path):
            self.suppose()  # "failed to agree on it": nobody knows who would not
            return
        wanting = [c for c in self.deferred if c.kind == "attitude"]
        # who failed to condemn it has not said that it is welcome
        kept = [c for c in wanting if not c.turned]
        self.deferred[:] = [
            *(c for c in self.deferred if c.kind != "attitude"),
            *(replace(c, sign=-c.sign, act="refuse", negated=True) for c in kept),
        ]
        if wanting and not kept:
            self.suppose()

    def unsaid(self, verb: Token, sign: int) -> int:
        """Apply the negation of a report: "does not think that it is needed" denies the need."""
        self.deferred.clear()
        if lemma(verb.text) in self.lexicon.words["conceding_verbs"]:
            # "will never accept that it is ceded"
            self.out.claims.clear()
            holders = tuple(subjects(verb))
            self.claim(Claim("attitude", -sign, holders, verb, "refuse", negated=True))
            return -sign
        if lemma(verb.text) in self.lexicon.words["raising_verbs"]:
            self.out.claims[:] = [
                replace(c, sign=-c.sign) for c in self.out.claims if not c.holders
            ]
            return -sign
        self.out.claims[:] = [c for c in self.out.claims if c.holders]
        self.out.silent = True
        return sign

    def attitude(
        self,
        current: Token,
        parent: Token,
        place: Token,
        sign: int,
        turned: int,
        turned_off: bool,
        predicate: Predicate,
        rel: str,
    ) -> int:
        """Apply an attitude ("rejects", "demand for", "open to") or an urge ("asks … to")."""
        ambivalent = predicate.polarity == "~"
        if predicate.polarity == "?" and rel == "for":
            if turned_off:
                return sign  # "has no conditions for it"
            if self.waived(place):
                return -sign  # turned again by what denies them
        if turned_off:
            if predicate.term.split()[0] in self.lexicon.words["leaving_open"]:
                ambivalent = True  # "has not ruled it out" leaves it open
            turned = -turned
            ambivalent = ambivalent or self.undecided(parent, rel, predicate)
            if predicate.act == "consider" and modals_of(parent) & {"will", "would", "'ll", "'d"}:
                # "will not consider it" refuses it, "will not unless" does not
                ambivalent = any(
                    mark.lower_ in self.lexicon.words["condition_marks"]
                    or mark.lower_ in self.lexicon.words["precedence_marks"]
                    for clause in children(parent, "advcl")
                    for mark in children(clause, "mark")
                )
        past = self.past or is_past(parent, self.lexicon)
        if predicate.pos == "i":
            # "no longer stands in the way of it"
            past = past or any(
                idiom is predicate
                and parent.doc[i].pos_ in ("VERB", "AUX")
                and is_past(parent.doc[i], self.lexicon)
                for i, idiom in self.idioms.items()
            )
        if past and any(c.lower_ == "longer" for c in children(parent, "advmod", "neg")):
            turned = turned if not turned_off else -turned
        modals = modals_of(parent)
        words = self.lexicon.words
        verb = parent if parent.pos_ in ("VERB", "AUX") else None
        if verb is not None and modals & words["deontic_modals"]:
            if "should" in modals and marvelling_word(verb, self.lexicon) is not None:
                self.suppose()
                return turned
            if not self.speaker_claim:
                self.out.claims.clear()
                self.speaker_claim = True
                # "any toll must be approved by the town": allowed on that condition
                subject = self.licensed(current, parent)
                self.claim(Claim("deontic", turned, (), parent, "demand", conditional=subject))
            return turned
        holders = tuple(holders_of(parent, place, predicate, self.lexicon, self.idioms))
        passive = verb is not None and (
            children(verb, "nsubjpass") or (verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD"))
        )
        if not holders and verb is not None and passive:
            # "was dismissed in Oz": the capital stands for those who did it
            phrases = children(verb, "prep")
            if predicate.pos == "i":  # "was met with dismay in Oz"
                phrases += [p for q in phrases for n in children(q, "pobj") for p in n.children]
            holders = tuple(
                noun
                for preposition in phrases
                if preposition.lower_ in ("in", "at")
                for noun in children(preposition, "pobj")
                if noun.pos_ == "PROPN"
            )
        dependent = is_dependent(parent)
        kind: ClaimKind = "urge" if predicate.kind == "urge" else "attitude"
        claim = Claim(
            kind,
            turned,
            holders,
            place,
            predicate.act,
            ambivalent=ambivalent,
            conditional=predicate.polarity == "?" or (self.conditional and verb is not None),
            past=past,
            possible=bool(modals & (words["possible_modals"] | {"would", "'d"}))
            and not predicate.term.startswith("would "),
            negated=turned_off,
            turned=turned != sign,
        )
        first = first_conjunct(current)
        subjunctive = is_subjunctive(first) or asked_with(current) is not None
        if rel == "that" and predicate.kind == "attitude":
            if lemma(parent.text) in words["unasserting_verbs"]:
                # "hopes that Oz accepts it": nothing is told of Oz
                self.out.claims.clear()
                self.deferred.clear()
            elif verb is not None:
                self.source(parent)  # the owner of a demand is no source of what stands above it
            if any(is_statement(c) for c in self.out.claims) and not subjunctive:
                return sign  # "insisted that Oz rejects it": a report of Oz
        if predicate.kind == "urge":
            self.deferred.clear()
        asked = rel == "that" and predicate.kind == "attitude"
        asked = asked and subjunctive
        if (
            asked
            or predicate.kind == "urge"
            or ((relation(current) or (None, ""))[1] in ("to", "sc"))
        ):
            # what is asked of somebody is not yet that somebody's position
            self.out.claims[:] = [c for c in self.out.claims if c.kind == "accuse"]
        doing = self.done_by(current, parent, rel, sign)
        if not holders:
            self.conditional |= claim.conditional and parent.pos_ == "NOUN"
            return turned
        if verb is not None and (
            is_to_be(verb) or is_item(verb, self.lexicon) or is_misplaced(verb)
        ):
            return turned  # "the idea is that Oz agree to it": what is to be, not what Oz says
        if rel == "obj" and current.pos_ == "NOUN" and parent.pos_ == "VERB":
            # "withheld his consent": his consent is not what he holds
            mine = words["possessives"]
            self.out.claims[:] = [
                c
                for c in self.out.claims
                if c.predicate.i != current.i or not all(h.lower_ in mine for h in c.holders)
            ]
        if dependent:
            self.deferred.insert(0, claim)
            return turned
        if any(c.kind == "deontic" for c in self.out.claims):
            self.out.claims[:] = [c for c in self.out.claims if c.kind != "deontic"]
        self.claim(claim)
        if doing is not None:
            self.claim(doing)
        return turned

    def undecided(self, verb: Token, rel: str, predicate: Predicate) -> bool:
        """Tell whether the contrary is denied as well ("neither accepted nor rejected it")."""
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            others = [verb.head]
        else:
            others = [c for c in children(verb, "conj") if c.pos_ == "VERB"]
        first = min((verb.i, *(o.i for o in others)))
        if not any(t.lower_ in ("neither", "nor") for t in verb.doc[first - 1 : first + 6]):
            return False
        found = [reading(other, rel, self.lexicon) for other in others]
        return any(o is not None and {o.polarity, predicate.polarity} == {"+", "-"} for o in found)

    def takes_away(self, word: Token) -> bool:
        """Tell whether something else is taken from what stands behind "from"."""
        if word.pos_ == "VERB":
            return bool(children(word, "dobj", "nsubjpass"))
        return any(
            preposition.lower_ == "of" and any(n.pos_ == "NOUN" for n in preposition.children)
            for preposition in children(word, "prep")
        )

    def licensed(self, noun: Token, verb: Token) -> bool:
        """Tell whether something is only made to depend on somebody's consent."""
        return (
            lemma(verb.text) in self.lexicon.words["licensing_verbs"]
            and noun.dep_ == "nsubjpass"
            and (
                bool(children(verb, "agent"))
                or any(c.lower_ == "any" for c in children(noun, "det"))
            )
        )

    def done_by(self, gerund: Token, place: Token, rel: str, sign: int) -> Claim | None:
        """Return what somebody is praised or blamed for doing ("thanked Oz for lifting it")."""
        if rel not in ("for", "over") or gerund.tag_ != "VBG" or gerund.dep_ not in _GERUND_OF:
            return None
        if self.out.adjunct or self.out.topic or self.out.aside or self.out.silent:
            return None
        if place.pos_ in ("VERB", "AUX"):
            doers = children(place, "dobj", "nsubjpass")
        else:
            doers = [n for p in children(place, "prep") if p.lower_ == "of" for n in p.children]
        known = gerund.i in self.inside or any(
            p.kind in _STANCE_BEARING and p.polarity in ("+", "-")
            for p in self.lexicon.readings("v", lemma(gerund.text))
        )
        tried = lemma(gerund.text) in self.lexicon.words["ceasing_verbs"]
        if not doers or not known or tried or self.negated(gerund):
            return None
        return Claim("act", sign, tuple(doers), gerund, "act")

    def waived(self, conditions: Token) -> bool:
        """Tell whether conditions are denied by what governs them ("no need of conditions")."""
        for above in conditions.ancestors:
            if self.negated(above):
                return True
            if above.pos_ in ("VERB", "AUX"):
                break
        return False

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

    def pass_through(
        self, current: Token, parent: Token, rel: str, sign: int, turned_off: bool
    ) -> int | None:
        """Go on past a governor that the lexicon does not know in this use."""
        if is_unreadable(current, parent, rel, self.lexicon, self.inside):
            self.unread()
            telling = [c for c in children(current, "relcl") if modals_of(c) & {"would", "could"}]
            if telling and lemma(parent.text) in self.lexicon.words["warning_words"]:
                # "warned of a truce that would let Oz regroup"
                self.claim(Claim("attitude", -sign, tuple(subjects(parent)), parent, "warn"))
            return None
        if turned_off and lemma(parent.text) in self.lexicon.words["mentioning_terms"]:
            # "made no mention of it", "did not address it": nothing is said of it
            self.out.topic = self.out.silent = True
            self.deferred.clear()
            return None
        if lemma(parent.text) in self.lexicon.words["topic_terms"] and rel not in (
            "mod",
            "that",
            "subj",
        ):
            # what is only talked about is nobody's wish
            self.out.topic = True
            if lemma(parent.text) in self.lexicon.words["discussion_verbs"]:
                self.out.silent = True
        elif rel == "of" and lemma(parent.text) in self.lexicon.words["guilt_nouns"]:
            self.out.silent = True  # "tried for the crime of ceding it"
            self.out.circumstance = not self.out.claims
        elif lemma(parent.text) in self.lexicon.words["equating_verbs"] and rel != "subj":
            self.out.silent = True  # "it amounts to ceding it": a judgement on something else
        elif rel in ("about", "regarding", "concerning") or (
            rel == "of"
            and current.i in self.inside
            and lemma(parent.text) in self.lexicon.words["saying_verbs"]
        ):
            self.out.topic = self.out.silent = True  # "said of it: …"
        elif rel in self.lexicon.words["adjunct_prepositions"] and not self.out.claims:
            self.out.adjunct = True
            if rel in self.lexicon.words["temporal_prepositions"]:
                self.out.topic = self.out.silent = self.timed = True
        if turned_off and lemma(parent.text) in self.lexicon.words["shifting_verbs"]:
            if any(t.text == ":" for t in parent.doc[parent.i : current.i]):
                # "has not budged: no truce": told in other words
                self.claim(Claim("attitude", sign, tuple(subjects(parent)), parent, "state"))
                return None
        if lemma(parent.text) == "refer" and rel in ("to", "to_"):
            self.out.topic = self.out.silent = True
        if lemma(parent.text) == "wait" and rel == "for":
            self.out.silent = True  # "must not wait for others to do it": no word against that
            self.deferred.clear()
            return None
        if rel in ("of", "on", "from") and not self.out.claims:
            if lemma(parent.text) in self.lexicon.words["outcome_nouns"]:
                # "report on the results of it"
                self.out.topic = self.out.silent = self.out.circumstance = True
        if (parent.lower_, rel) in (("far", "from"), ("instead", "of")):
            # "far from accepting it", "instead of sanctions"
            self.deferred[:] = [replace(c, sign=-c.sign) for c in self.deferred]
            if parent.dep_ == "advmod" and self.deferred and self.deferred[0].kind == "attitude":
                self.out.claims.append(self.deferred[0])
                self.report_only(parent)
                return None
            return -sign
        unknown = parent.pos_ == "ADJ" and not self.lexicon.readings("a", lemma(parent.text))
        if unknown and rel in self.lexicon.words["feeling_prepositions"]:
            self.deferred.clear()
            self.out.silent = True  # "purple towards it"
        ranked = self.lexicon.words["ranking_words"]
        if rel in ("to", "relcl") and parent.lower_ in ranked:
            if parent.lower_ == "last" and modals_of(parent.head) & {"would", "'d", "will", "'ll"}:
                sign = -sign  # "would be the last to accept it"
                self.flip()
        elif parent.pos_ == "ADJ" and rel in ("to", "that"):
            # "unlikely to get it": a forecast, or a judgement not in the lexicon
            self.deferred.clear()
            self.out.silent = True
        if rel == "without":
            refused = refusal_lacking(current, parent, self.lexicon)
            if refused is not None:
                return self.apply(current, parent, "obj", -sign, refused, None)
            none = any(
                is_nothing(noun) or any(c.lower_ == "no" for c in children(noun, "det"))
                for noun in children(parent, "attr", "dobj", "nsubj")
            )
            if any(t.lower_ == "without" and t.i in self.inside for t in parent.subtree):
                return -sign if turned_off or none else sign
            if not none and lemma(parent.text) in self.lexicon.words["copulas"]:
                verdict, _ = predicated(parent, self.lexicon, self.idioms)
                # "without it, … is worthless"
                none = verdict is not None and verdict.polarity == "-"
            if (
                parent.pos_ == "NOUN"
                and not (turned_off or none)
                and is_condemned(parent, self.lexicon, self.idioms)
            ):
                return -sign  # "an accord without it is worthless"
            if turned_off or none:
                if turned_off and parent.pos_ == "VERB" and not self.out.claims:
                    doers = [h for h in subjects(parent) if is_somebody(h)]
                    if doers and modals_of(parent) & self.lexicon.words["volitional_modals"]:
                        # "without it, Oz will not sign"
                        self.claim(Claim("precedence", sign, tuple(doers), parent, "demand"))
                return sign  # "no peace without it" asks for it
            self.out.silent = True
            return None
        if parent.pos_ in ("VERB", "AUX"):
            if turned_off:
                sign = -sign
                self.out.flips += 1
                if rel in ("to", "ing"):
                    self.flip()  # "did not dare to accept it"
            if rel == "subj":
                words = self.lexicon.words
                ceasing = lemma(parent.text) in words["ceasing_verbs"]
                if (ceasing and not children(parent, "dobj")) or is_kept_out(
                    parent, self.lexicon, self.inside
                ):
                    sign = -sign  # "deliveries must stop", "soldiers will stay out"
                    self.out.flips += 1
                if is_doing(current) and lemma(parent.text) in words["equating_verbs"]:
                    self.unread()  # "to leave would mean to lose"
                    return None
                if lemma(parent.text) not in self.lexicon.words["copulas"]:
                    self.out.unknown += 1
                    if tells_consequence(parent, self.lexicon, self.inside) and not turned_off:
                        self.out.consequence = parent
                    # "would reward him" judges as often as it announces
                    within = min(self.inside, default=0) < parent.i < max(self.inside, default=0)
                    judged = not within and any(
                        c.dep_ == "dobj" or (c.i > parent.i and not is_report(c, self.lexicon))
                        for c in children(parent, "dobj", "xcomp", "ccomp")
                    )
                    self.out.subject_of = judged or not is_announced(
                        parent, self.lexicon, within=within
                    )
                elif is_doing(current) and any(
                    c.tag_ == "TO" for x in children(parent, "xcomp") for c in children(x, "aux")
                ):
                    self.unread()  # "to leave is to lose": judged by the other half
                elif children(parent, "attr") and (
                    turned_off
                    or any(
                        c.lower_ == "no"
                        for n in children(parent, "attr")
                        for c in children(n, "det")
                    )
                ):
                    if any(lemma(n.text) == lemma(current.text) for n in children(parent, "attr")):
                        # "a truce without guarantees is no truce"
                        self.speaker_claim = True
                        turned = sign if turned_off else -sign
                        self.claim(Claim("evaluate", turned, (), parent, "criticise"))
                        return turned
                    self.out.silent = True  # "is not something that …": of what it is not
                elif any(c.lower_ == "what" for x in children(parent, "ccomp") for c in x.children):
                    self.unread()  # "is what Oz offers": whoever says so need not want it
                elif current.i in self.inside and has_unknown_name(
                    parent, self.lexicon, self.inside
                ):
                    self.unread()  # "is another word for …"
                elif has_unknown_state(parent, self.lexicon, self.inside):
                    self.out.aside = True  # "is dubious": a judgement not in the lexicon
                modals = modals_of(parent)
                if comes_to_nothing(parent, self.lexicon) and not self.out.claims:
                    self.speaker_claim = True
                    self.out.flips += 1
                    self.claim(Claim("evaluate", -sign, (), parent, "criticise"))
                    return -sign
                if modals & self.lexicon.words["deontic_modals"] and not self.out.claims:
                    self.speaker_claim = True
                    self.claim(Claim("deontic", sign, (), parent, "demand"))
                return sign
            self.out.unknown += rel not in ("to", "ing")
            if rel in self.lexicon.words["opposing_prepositions"]:
                sign = -sign  # "threw its weight against it"
                self.out.flips += 1
            elif rel in self.lexicon.words["parting_prepositions"] or (
                rel == "of" and any(c.lower_ == "out" for c in parent.children)
            ):
                self.out.silent = True  # "gained from it", "talked him out of it"
            doers = children(parent, "nsubj", "nsubjpass")
            if rel not in ARGUMENT_RELATIONS and doers and current.i < doers[0].i:
                # "On the heels of the talks, Oz left": the occasion of something else
                self.out.silent = True
            elif rel in self.lexicon.words["circumstance_prepositions"]:
                # "struck it with missiles": a means, not what is wanted
                self.out.silent = True
            elif rel in self.lexicon.words["feeling_prepositions"] and has_unknown_state(
                parent, self.lexicon, self.inside
            ):
                self.out.silent = True  # "were purple towards it": nobody knows what that means
            elif rel == "obj" and lemma(parent.text) in self.lexicon.words["labelling_verbs"]:
                self.out.silent = True  # by a name that has not been found
            elif (
                not self.out.purpose
                and lemma(parent.text) not in self.lexicon.words["saying_verbs"]
            ):
                self.verb(parent, sign, "state")
            return sign
        if turned_off:
            sign = -sign
            self.out.flips += 1
        return sign

    def flip(self) -> None:
        """Turn the signs of the wishes that wait for a holder."""
        self.deferred[:] = [
            replace(c, sign=-c.sign) if c.kind == "attitude" else c for c in self.deferred
        ]

    def suppose(self) -> None:
        """Take everything back: what is only asked or supposed is nobody's position."""
        self.out.hypothetical = True
        self.out.claims.clear()
        self.deferred.clear()
        self.out.steps.append("condition")

    def is_prospective(self, clause: Token, verb: Token, marks: Collection[str]) -> bool:
        """Tell whether "after" and the like require something, rather than tell when it was."""
        if not set(marks) & {"after", "before", "once"}:
            return True
        if modals_of(verb) - {"has", "have", "had"} or self.negated(verb):
            return True
        if any(t.lower_ == "only" and t.i <= clause.left_edge.i for t in verb.subtree):
            return True
        return verb.tag_ in ("VB", "VBG")

    def clause(self, current: Token, parent: Token, sign: int) -> tuple[Token, int] | None:
        """Decide what an adverbial clause does: condition, precedence, or its own statement."""
        words = self.lexicon.words
        marks = {c.lower_ for c in children(current, "mark", "advmod", "prep")}
        inverted = any(
            c.lower_ in words["inverted_auxiliaries"] and c.i == current.left_edge.i
            for c in children(current, "aux")
        )
        opening = current.left_edge
        before = opening.nbor(-1).lower_ if opening.i > current.sent.start else ""
        only = "only" in (opening.lower_, before) or any(
            c.lower_ == "only" and parent.i < current.i and c.i < current.i
            for c in children(parent, "advmod")
        )
        likened = {"as", "though"} <= marks
        if "if" in marks and not only and not likened:
            judged = self.judged_if(current, parent, sign)
            if judged is not None:
                return judged
        if marks & words["upon_marks"] and parent.tag_ != "VBD" and self.ends_conflict(parent):
            return self.ended(parent, sign)  # "peace begins when Oz has left"
        if (marks & words["hypothetical_marks"] or inverted or likened) and not only:
            offering = None if likened or sign < 0 else self.offering(current, parent)
            self.suppose()  # "if it leaves", "as though it wanted to leave"
            if offering is not None:
                # "ready to sell if Ev leaves": what is offered something for is wanted
                self.out.hypothetical = False
                self.out.steps.append("precedence")
                holders = tuple(subjects(offering))
                if lemma(offering.text) in words["coming_about_verbs"]:
                    holders = ()  # "talks could start if …": whoever says so
                self.claim(Claim("precedence", sign, holders, offering, "demand"))
                self.report_only(offering)
            return None
        if only or (
            marks & words["precedence_marks"] and self.is_prospective(current, parent, marks)
        ):
            self.out.claims.clear()
            self.deferred.clear()
            if concludes(current, self.lexicon, self.inside) or self.unordered(
                current, parent, marks, only=only
            ):
                self.suppose()
                return None
            self.out.steps.append("precedence")
            holders = tuple(subjects(parent)) if parent.pos_ in ("VERB", "AUX") else ()
            if modals_of(parent) & words["deontic_modals"]:
                holders = ()  # whoever says what must come first sets the order
            if parent.tag_ == "VB" and not children(parent, "nsubj"):
                # "called it useless to stop before …": whoever calls it so
                holders = tuple(h for h in holders if (h.lower_, h.dep_) != ("it", "dobj"))
            past = is_past(parent, self.lexicon)
            self.claim(Claim("precedence", sign, holders, parent, "demand", past=past))
            self.report_only(parent)
            return None
        # "cannot stand by while it is ceded": told beside what is said
        self.out.aside = bool(marks & words["temporal_marks"])
        self.report_only(parent)
        return None

    def judged_if(self, clause: Token, verb: Token, sign: int) -> tuple[Token, int] | None:
        """Apply what is said of "it" to a clause of "if" ("would welcome it if Oz stayed").

        So, too, what would end a quarrel ("the war would be over if Oz left").
        """
        words = self.lexicon.words
        modals = modals_of(verb) & {"would", "'d", "will", "'ll"}
        if not modals or (clause.i < verb.i and not self.ends_conflict(verb)):
            return None
        if any(c.lower_ in ("even", "only") for c in children(clause, "advmod")):
            return None
        if self.ends_conflict(verb):
            return self.ended(verb, sign)
        if lemma(verb.text) in words["naming_verbs"] and clause.i > verb.i:
            name = judging_word(name_before(clause, verb), self.lexicon)
            if name is not None:
                self.out.claims.clear()
                self.deferred.clear()
                return self.naming(verb, name, sign)  # "would call it theft if Oz took it"
        pronouns = [c for c in children(verb, "dobj", "nsubj") if c.lower_ == "it"]
        if not pronouns:
            return None
        rel = "obj" if pronouns[0].dep_ == "dobj" else "subj"
        place: Token | None = None
        if rel == "subj" and lemma(verb.text) in words["copulas"]:
            found, place = predicated(verb, self.lexicon, self.idioms)
        elif rel == "obj" and lemma(verb.text) in words["welcoming_verbs"]:
            found = reading(verb, "obj", self.lexicon)
        else:
            return None
        if found is None or found.kind not in ("attitude", "evaluate"):
            return None
        if found.polarity not in ("+", "-"):
            return None
        self.out.claims.clear()
        self.deferred.clear()
        turned = self.apply(clause, verb, rel, sign, found, place)
        return None if turned is None else (verb, turned)

    def ended(self, verb: Token, sign: int) -> tuple[Token, int] | None:
        """Apply what is said to end a quarrel: whoever says so is for it.

        Whoever warns of it may mean that the quarrel would be lost: it stays unread.
        """
        self.out.claims.clear()
        self.deferred.clear()
        # "Oz warned that", ", warned Oz,", "the warning was that"
        beside = (*children(verb, "parataxis", "ccomp"), *children(verb.head, "nsubj"))
        governors = (*verb.ancestors, *beside)
        if any(lemma(t.text) in self.lexicon.words["warning_words"] for t in governors):
            self.unread()
            return None
        self.speaker_claim = True
        self.claim(Claim("evaluate", sign, (), verb, "demand"))
        return verb, sign

    def ends_conflict(self, verb: Token) -> bool:
        """Tell whether a verb says that a quarrel ends or that peace comes."""
        words = self.lexicon.words
        if self.negated(verb):
            return False
        low = lemma(verb.text)
        what = {lemma(c.text) for c in children(verb, "nsubj")}
        if what & words["conflict_nouns"]:
            over = any(c.lower_ in words["over_words"] for c in children(verb, "advmod", "acomp"))
            return low in words["ceasing_verbs"] or (low in words["copulas"] and over)
        if what & words["peace_nouns"]:
            return low in words["coming_about_verbs"]
        there = low in words["copulas"] and bool(children(verb, "expl"))
        return there and any(
            lemma(noun.text) in words["peace_nouns"]
            and not any(c.lower_ == "no" for c in children(noun, "det"))
            for noun in children(verb, "attr")
        )

    def offering(self, clause: Token, verb: Token) -> Token | None:
        """Return the verb by which somebody offers something if another does what a clause says."""
        words = self.lexicon.words
        marks = {c.lower_ for c in children(clause, "mark")}
        doers = children(clause, "nsubj", "nsubjpass")
        if not (marks & words["offering_marks"]) or not doers or negated(clause, self.lexicon):
            return None
        if any(c.lower_ in ("even", "what") and c.i < clause.i for c in children(clause, "advmod")):
            return None
        main = verb
        while main.dep_ in ("xcomp", "acomp") and main.head.i != main.i:
            main = main.head
        holders = subjects(main)
        if {h.lower_ for h in holders} & {d.lower_ for d in doers} or self.negated(main):
            return None
        known = [
            (place, p)
            for pos, places in (("a", children(main, "acomp", "attr")), ("v", [main]))
            for place in places
            for p in self.lexicon.readings(pos, lemma(place.text))
        ]
        known += [(main, p) for p in [self.idioms.get(main.i)] if p is not None]
        hinted = bool(modals_of(main) & (words["volitional_modals"] | words["possible_modals"]))
        for place, predicate in known:
            if predicate.kind != "attitude" or predicate.polarity != "+":
                continue
            if not has_rest(place, predicate) or negated(place, self.lexicon):
                continue
            if predicate.pos == "a" or (hinted and predicate.act in ("accept", "offer", "promise")):
                return main
        begun = lemma(main.text) in words["coming_about_verbs"] and hinted
        if begun and any(lemma(h.text) in words["encounter_words"] for h in holders):
            return main
        return None

    def unordered(self, clause: Token, verb: Token, marks: set[str], *, only: bool) -> bool:
        """Tell whether a clause of time orders nothing that its mention could be wanted for.

        "Asked to join before the talks are over" does not ask for the talks, and "supports
        recovery after Oz has struck the mill" tells what has happened.
        """
        if self.out.silent or self.out.circumstance:
            return True
        told = not only and not self.negated(verb) and marks & {"after", "once"}
        if told and any(
            lemma(self.out.path[0].doc[i].text) in self.lexicon.words["encounter_words"]
            for i in self.inside
        ):
            return True  # "will leave after it visits Oz for talks"
        if only or {"before", "after"}.isdisjoint(marks):
            return False
        if "after" in marks and verb.tag_ == "VBG" and not self.negated(verb):
            return any(c.lower_ in ("has", "have", "had") for c in children(clause, "aux"))
        if "before" not in marks or modals_of(verb) & self.lexicon.words["deontic_modals"]:
            return False
        return not self.negated(verb) and verb.tag_ in ("VB", "VBG")

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
            if rel == "advcl":
                marks = {c.lower_ for c in children(current, "mark")}
                if marks & self.lexicon.words["hypothetical_marks"]:
                    self.out.hypothetical = True
            current = parent
