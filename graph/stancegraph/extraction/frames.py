"""How grammar makes a stance of a mention: operators composed up the tree.

From the head of an issue's mention the walk goes up, governor by governor.
Each step may turn the sign (negation, "lift", "an end to"), give it a holder
("rejects", "insistence on", "open to"), leave it to whoever speaks ("must",
"is vital") or take it out of play ("if", questions). What comes out is a list
of `Claim`s: who is said to hold which sign, by which rule.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.parsing import LONGEST_REMARK, children, first_conjunct, subjects
from stancegraph.extraction.trees import Span, Token
from stancegraph.model import SpeechAct

__all__ = [
    "Claim",
    "ClaimKind",
    "Walk",
    "asides",
    "closing_remark",
    "refuses",
    "remark_in",
    "take_up",
    "takes_up",
    "walk",
    "walk_aside",
]

_STANCE_BEARING = frozenset({"attitude", "effect", "urge"})
#: How content attaches to a verb as its argument; the rest are prepositions.
_ARGUMENT_RELATIONS = frozenset({"obj", "subj", "to", "sc", "ing", "that", "attr", "mod"})
#: Words for whatever a relative clause goes on to name ("accepts nothing that …").
_INDEFINITE = frozenset({"anything", "nothing", "whatever"})
# Of words put in after a copula ("is, for the time being, out of the question").
_LONGEST_INTERJECTION = 6
#: What a clause claims by itself, if it is told as a fact or a duty.
_PROPOSED = frozenset({"deontic", "act", "intention"})
_GAP_CLAIMS = frozenset({"attitude", "urge", "act", "intention"})
#: How a gerund hangs from a preposition.
_GERUND_OF = frozenset({"pcomp", "conj"})
#: How words hang together within one clause.
_WITHIN_CLAUSE = frozenset({"prep", "pobj", "acomp", "dobj", "xcomp", "advmod", "dative"})
#: Marks before what is added to a sentence.
_PAUSES = frozenset({",", "-", "–", "—"})

#: What is said of whatever a trouble consists of ("the main problem is the toll").
_TROUBLE = Predicate("trouble", "n", frozenset({"attr"}), "evaluate", "-", "speaker", "criticise")

ClaimKind = Literal[
    "attitude",
    "urge",
    "evaluate",
    "deontic",
    "act",
    "intention",
    "said",
    "accuse",
    "bare",
    "precedence",
    "implied",
]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sign for the proposition, and the tokens that name its holder.

    `holders` is empty where whoever speaks holds it. `predicate` is the token
    that carries the claim; `weak` says that nothing but a report supports it.
    """

    kind: ClaimKind
    sign: int
    holders: tuple[Token, ...]
    predicate: Token
    act: SpeechAct = "state"
    ambivalent: bool = False
    conditional: bool = False
    past: bool = False
    possible: bool = False
    negated: bool = False
    accuser: tuple[Token, ...] = ()
    #: Whether the predicate turned the sign of what it takes ("rejects it").
    turned: bool = False

    @property
    def matter(self) -> int:
        """The sign of what the predicate takes: of the thing that is rejected, say."""
        return -self.sign if self.turned else self.sign


@dataclass
class Walk:
    """What a walk found on its way: claims, sources, and what speaks against them."""

    claims: list[Claim] = field(default_factory=list)
    #: Heads of the subjects of reporting verbs on the path, innermost first.
    sources: list[tuple[Token, ...]] = field(default_factory=list)
    path: list[Token] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    #: What the operators on the path make of the mention's sign.
    sign: int = 1
    #: The same, without what stands before a colon that leads the mention in.
    item_sign: int | None = None
    hypothetical: bool = False
    denied: bool = False
    #: The path went through a clause of purpose, which the verb above does not assert.
    purpose: bool = False
    #: The mention is only the topic of talk.
    topic: bool = False
    #: The mention is the subject of a verb that the lexicon does not know.
    subject_of: bool = False
    #: The mention is the subject of an unknown verb that tells what would come of it.
    consequence: Token | None = None
    #: Only a claim on the mention itself counts: it is a time, or an unknown judgement.
    silent: bool = False
    #: Its sign cannot be read where it stands: nothing is said of it, nor implied.
    unsigned: bool = False
    #: The mention hangs from an adjunct ("in", "after"): a circumstance.
    adjunct: bool = False
    #: It only says when, where or by the way of what something is done: no claim reaches it.
    circumstance: bool = False
    #: The mention is said beside the point: what is said of it is not known to be for it.
    aside: bool = False
    unknown: int = 0
    flips: int = 0


def relation(child: Token) -> tuple[Token, str] | None:
    """Return a token's governor and the way in which it attaches, in the lexicon's terms."""
    head, dep = child.head, child.dep_
    if head.i == child.i:
        return None
    if dep == "conj":
        if _is_misplaced(child):
            host = next((t for t in head.ancestors if t.tag_ == "VB"), None)
            if host is not None:
                return relation(host)
        asked = _asked_with(child) or _wished_beside(child)
        if asked is not None:
            return relation(asked)
        if (
            child.pos_ in ("VERB", "AUX")
            and children(child, "nsubj", "nsubjpass")
            and not _continues(child)
        ):
            return head, "conj"
        if head.pos_ in ("VERB", "AUX") and _denied_before(child):
            # "is not a truce but a treaty", strung on the verb
            beside = [c for c in children(head, "attr", "dobj") if head.i < c.i < child.i]
            return relation(beside[-1]) if beside else relation(head)
        return relation(head)
    if dep in ("pobj", "pcomp"):
        if head.dep_ == "prep" and head.head.dep_ == "prep" and head.head.i != head.i:
            # "because of", "in favour of": the outer one governs; but in "stay out of"
            # the first is the verb's particle
            if head.head.lower_ in ("out", "away", "off", "back", "up", "down"):
                return head.head.head, _preposition(head)
            return head.head.head, _preposition(head.head)
        if head.dep_ == "prep" and _is_particle(head.head):
            return head.head.head, _preposition(head)  # "walked away from it"
        if head.dep_ in ("prep", "agent", "dative", "prt", "advmod", "cc"):
            return head.head, _preposition(head)
        return head, _preposition(head)
    if dep == "prep":
        if child.tag_ == "VBG" and child.i < head.i and head.pos_ in ("VERB", "AUX"):
            if not children(head, "nsubj", "nsubjpass", "csubj", "expl"):
                return head, "subj"  # "Excluding Oz would be wrong": taken for a preposition
        if children(child, "nsubj") and head.pos_ == "VERB":
            return head, "sc"  # "wants every soldier off its land"
        return head, _preposition(child)
    if dep in ("dobj", "nsubjpass", "dative", "csubjpass"):
        return head, "obj"
    if dep in ("oprd", "attr", "acomp"):
        return head, "attr"
    if dep in ("nsubj", "csubj"):
        if head.tag_ in ("VBN", "VBD") and head.dep_ == "ccomp" and _is_small_clause(head):
            return head, "obj"  # "wants the ban lifted"
        if head.dep_ == "conj" and _wished_beside(head) is not None:
            return head, "obj"
        whole = _included_in(child)
        if whole is not None:
            return relation(whole)
        return head, "subj"
    if dep in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
        if any(c.tag_ == "TO" for c in children(child, "aux")):
            if dep == "ccomp" and (judged := _judged_by(child)) is not None:
                return judged, "subj"
            return head, "subj" if dep == "advcl" and _is_said_of(child, head) else "to"
        if dep == "acl" and child.tag_ == "VBG":
            for preposition in children(head, "prep"):
                if preposition.right_edge.i != child.left_edge.i - 1:
                    continue
                if preposition.lower_ in ("of", "over", "against", "to", "on", "about"):
                    # "Oz's idea of Ev leaving", "a veto over Ev leaving": hung from the noun
                    return head, _preposition(preposition)
        if dep in ("relcl", "acl"):
            return head, dep
        if child.tag_ == "VBG" and dep == "ccomp":
            judged = _judged_by(child)
            if judged is not None:
                return judged, "subj"
        if (
            child.tag_ == "VBG"
            and dep in ("xcomp", "ccomp")
            and not children(child, "aux", "nsubj")
        ):
            return head, "ing"
        if dep == "advcl":
            if _is_said_of(child, head):
                return head, "subj"  # "Joining it, meanwhile, is out of the question"
            # "ruled out sending them": the parser may take a gerund for an adjunct
            for preposition in children(head, "prep"):
                nouns = children(preposition, "pobj")
                if child.tag_ == "VBG" and nouns and nouns[0].i == child.i - 1:
                    return head, _preposition(preposition)  # "object to Oz joining"
            adjacent = child.tag_ == "VBG" and 0 < child.i - head.i <= 3
            if adjacent and not children(head, "dobj") and not children(child, "mark", "nsubj"):
                between = child.doc[head.i + 1 : child.i]
                if not any(t.text == "," for t in between):
                    return head, "ing"
            return head, "advcl"
        if dep == "ccomp" and (_is_small_clause(child) or _is_gerund_clause(child)):
            return head, "sc"
        if child.pos_ in ("NOUN", "PROPN") and any(c.i > child.i for c in children(head, "oprd")):
            return head, "obj"  # "called the secret memo a trap": taken for a clause
        return head, "that"
    if dep in ("compound", "amod", "nmod", "poss", "npadvmod"):
        return head, "mod"
    return head, dep


def _is_said_of(clause: Token, verb: Token) -> bool:
    """Tell whether a gerund or an infinitive taken for an adjunct is what a verb speaks of.

    "Joining it, meanwhile, is out of the question", "To join it now would be a mistake": the
    verb has no other subject.
    """
    if clause.i > verb.i or children(verb, "nsubj", "nsubjpass", "csubj", "expl"):
        return False
    if clause.tag_ == "VBG":
        return verb.tag_ in ("VBZ", "VBD", "MD")
    finite = verb.tag_ in ("VBZ", "VBD") or (verb.tag_ == "VB" and bool(_modals(verb) - {"to"}))
    return finite and any(c.tag_ == "TO" for c in children(clause, "aux"))


def _judged_by(gerund: Token) -> Token | None:
    """Return the finite verb beside a doing that the parser has not seen to be its subject.

    "Told them that going back was a dream", "that to go was": both are hung from "told".
    """
    for verb in children(gerund.head, "ccomp"):
        if verb.i <= gerund.right_edge.i or verb.tag_ not in ("VBZ", "VBD", "VBP", "VB"):
            continue
        if gerund.right_edge.i + 1 == verb.left_edge.i and not children(
            verb, "nsubj", "nsubjpass", "csubj", "mark", "expl"
        ):
            return verb
    return None


def _asked_with(verb: Token) -> Token | None:
    """Return the verb of a demand's clause that a bare infinitive goes on with.

    "The demand that Oz cede the isles it holds and limit its fleet": the parser hangs "limit"
    from "holds", with which it does not agree.
    """
    if verb.tag_ != "VB" or verb.head.tag_ not in ("VBZ", "VBD") or verb.head.dep_ != "relcl":
        return None
    if children(verb, "aux", "nsubj", "nsubjpass"):
        return None
    for above in verb.head.ancestors:
        if above.tag_ in ("VB", "VBP") and any(c.lower_ == "that" for c in children(above, "mark")):
            return above
    return None


def _is_particle(token: Token) -> bool:
    """Tell whether an adverb goes with its verb ("walked away from it")."""
    return (
        token.lower_ in ("out", "away", "off", "back", "up", "down", "aside")
        and token.dep_ in ("advmod", "prt")
        and token.head.pos_ == "VERB"
    )


def _spliced(clause: Token, verb: Token) -> bool:
    """Tell whether a comma only strings two statements together ("it is wrong, Oz opposes it")."""
    after = [c for c in children(verb, "dobj", "ccomp", "xcomp") if c.i > verb.i]
    if clause.i < verb.i and any(t.text == ":" for t in verb.doc[clause.i : verb.i]):
        return True  # "will pay on one condition: Oz must leave"
    if clause.i > verb.i or children(clause, "mark") or not after:
        return False
    finite = (clause, *(c for c in children(clause, "aux") if lemma(c.text) == "do"))
    return any(t.tag_ in ("VBZ", "VBP", "VBD") for t in finite) and any(
        t.text == "," for t in verb.doc[clause.i : verb.i]
    )


def _continues(clause: Token) -> bool:
    """Tell whether a coordinated clause hangs from what governs the first one.

    "asks that A stay and B leave", "said that A … and that B …", and the gapped
    "A must be freed and B returned".
    """
    if gapped(clause) is not None:
        return True
    first = clause.head
    if first.dep_ not in ("ccomp", "acl", "conj"):
        return False
    if any(c.lower_ == "that" for c in children(clause, "mark")):
        return True
    return clause.tag_ == "VB" and not children(clause, "aux")


def gapped(clause: Token) -> Token | None:
    """Return the passive verb whose auxiliaries a coordinated participle shares."""
    if clause.dep_ != "conj" or clause.tag_ not in ("VBN", "VBD"):
        return None
    if children(clause, "aux", "auxpass", "dobj") or not children(clause, "nsubj", "nsubjpass"):
        return None
    first = clause.head
    while first.dep_ == "conj" and not children(first, "auxpass"):
        first = first.head
    return first if children(first, "auxpass") else None


def sharing(verb: Token) -> Token | None:
    """Return the verb whose modal a coordinated infinitive shares ("must go and leave Oz")."""
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VB" and not children(first, "aux", "nsubj"):
        first = first.head
    shared = first.i != verb.i and first.tag_ == "VB" and "to" not in _modals(first)
    return first if shared and _modals(first) else None


def _is_small_clause(token: Token) -> bool:
    """Tell whether a clause has a subject but no finite verb ("wants the captives freed")."""
    if children(token, "aux", "auxpass", "mark"):
        return False
    if not children(token, "nsubj", "nsubjpass") or token.i < token.head.i:
        return False  # "Talks make no sense, said Oz": a finite verb taken for a bare one
    # After these the parser's past tense is a participle: none takes a finite clause.
    participle = token.tag_ == "VBD" and lemma(token.head.text) in ("want", "like", "see", "need")
    return participle or token.tag_ in ("VBN", "VB", "JJ")


def _included_in(noun: Token) -> Token | None:
    """Return what a noun is said to be part of ("asked for aid, weapons included")."""
    verb = noun.head
    if verb.lower_ != "included" or verb.i < noun.i or children(verb, "aux", "auxpass", "dobj"):
        return None
    comma = noun.left_edge.i - 1
    if comma <= noun.sent.start or noun.doc[comma].text != ",":
        return None
    whole = noun.doc[comma - 1]
    while whole.dep_ in ("pobj", "prep") and whole.head.pos_ in ("NOUN", "PROPN", "ADP"):
        above = whole.head.head if whole.dep_ == "pobj" else whole.head
        if above.pos_ not in ("NOUN", "PROPN") or noun in above.subtree:
            break
        whole = above
    return whole if whole.pos_ in ("NOUN", "PROPN") else None


def _wished_beside(clause: Token) -> Token | None:
    """Return the small clause that another one stands beside ("wants A freed and B returned").

    The parser joins the second to the first, or to the verb above both.
    """
    if clause.tag_ not in ("VBN", "VBD") or children(clause, "aux", "auxpass", "mark", "dobj"):
        return None
    if not children(clause, "nsubj", "nsubjpass"):
        return None
    first = first_conjunct(clause)
    beside = [first] if first.dep_ == "ccomp" else children(first, "ccomp")
    for other in beside:
        if other.i < clause.i and other.tag_ in ("VBN", "VBD") and _is_small_clause(other):
            return other
    return None


def _is_gerund_clause(clause: Token) -> bool:
    """Tell whether a clause says what something is wanted to go on doing ("the arms flowing")."""
    return (
        clause.tag_ == "VBG"
        and bool(children(clause, "nsubj"))
        and not children(clause, "aux", "mark")
        and lemma(clause.head.text) in ("want", "like", "see", "need", "have", "keep")
    )


def _is_subjunctive(clause: Token) -> bool:
    """Tell whether a clause says what is to be done ("that Oz host it", "that it be hosted")."""
    doers = children(clause, "nsubj", "nsubjpass")
    if not doers or any(c.lower_ != "be" for c in children(clause, "aux", "auxpass")):
        return False
    single = all(d.tag_ in ("NN", "NNP") and not children(d, "conj") for d in doers)
    if clause.tag_ == "VB" or (clause.tag_ == "VBP" and single):
        return True
    return clause.tag_ == "VBN" and bool(children(clause, "auxpass"))


def _is_to_be(verb: Token) -> bool:
    """Tell whether a clause with "that" tells what is to be, not what is ("that Oz accept it")."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not children(verb, "aux", "nsubj"):
        verb = verb.head  # "that Oz lift the ban and grant it rights"
    return any(c.lower_ == "that" for c in children(verb, "mark")) and _is_subjunctive(verb)


def _is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" before it, or shares one ("to block or sabotage it")."""
    first = verb
    while first.dep_ == "conj" and first.tag_ == "VB" and not children(first, "aux", "nsubj"):
        first = first.head
    return any(c.tag_ == "TO" for c in children(first, "aux"))


def _is_misplaced(verb: Token) -> bool:
    """Tell whether the parser has joined a bare verb to a finite one.

    In "the demand that Oz leave what it claims and accept a toll", "accept" goes with "leave".
    """
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and verb.head.tag_ in ("VBZ", "VBD")
        and not children(verb, "aux", "nsubj")
        and not children(verb.head, "aux")
    )


def _preposition(token: Token) -> str:
    low = token.lower_
    if low in ("of", "than") and token.i > 0:
        before = token.nbor(-1).lower_
        if (before, low) in (("instead", "of"), ("rather", "than")):
            return f"{before} {low}"
    return "to_" if low == "to" else low


def _matches(predicate: Predicate, rel: str) -> bool:
    content = predicate.content
    if rel in content or "*" in content:
        return True
    if rel == "mod" and predicate.pos == "n":
        return True
    if rel == "ing" and ("obj" in content or "to" in content):
        # "means to leave" announces it; "means leaving" only says what it comes to
        return predicate.pos == "v" and predicate.term != "mean"
    if rel == "that" and "obj" in content and predicate.kind in ("attitude", "urge"):
        # finite clauses of verbs listed with an object only are small clauses
        return predicate.pos == "v" and "to" not in content
    if rel in ("attr", "sc") and "obj" in content:
        return predicate.pos == "v"
    if rel == "sc" and content & {"to", "that"}:
        return predicate.pos == "v" and predicate.kind in ("attitude", "urge")
    return False


def _has_rest(token: Token, predicate: Predicate) -> bool:
    """Tell whether the particles of a multi-word term are there."""
    rest = predicate.term.split()[1:]
    if not rest:
        return True
    beside = list(token.children)
    for following in token.doc[token.i + 1 : token.i + 5]:
        if following.dep_ == "mark":
            break  # what follows belongs to the clause
        beside.append(following)
    # "for its part" is no "for" of the verb's
    near = {t.lower_ for t in beside if "part" not in {c.lower_ for c in children(t, "pobj")}}
    return all(word in near or lemma(word) in {lemma(n) for n in near} for word in rest)


def is_report(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb gives somebody's words, particles and all ("made clear", "vowed")."""
    particles = {c.lower_ for c in children(token, "prt")}
    return any(
        (p.kind == "report" or (p.kind in ("attitude", "urge") and "that" in p.content))
        and _has_rest(token, p)
        and not particles - set(p.term.split()[1:])
        for p in lexicon.readings("v", lemma(token.text))
    )


def _part_of_speech(token: Token) -> Sequence[str]:
    if token.tag_ == "VBG" and token.dep_ == "pobj":
        return ("n", "v")
    if token.tag_.startswith("V"):
        # "has slowed the sale" is no judgement on its pace
        active = any(c.lower_ in ("has", "have", "had") for c in children(token, "aux"))
        adjectival = token.tag_ == "VBN" and (not active or bool(children(token, "auxpass")))
        return ("v", "a") if adjectival else ("v",)
    if token.pos_ in ("NOUN", "PROPN"):
        return ("n",)
    if token.pos_ == "ADJ":
        if token.dep_ == "pobj":
            return ("a", "n")  # "as folly": a noun taken for an adjective
        return ("a", "v") if token.text.endswith("ed") else ("a",)
    return ("a", "n", "v")


def reading(token: Token, rel: str, lexicon: Lexicon) -> Predicate | None:
    """Return the most specific reading of a governor for the way its content attaches."""
    best: tuple[int, Predicate] | None = None
    for pos in _part_of_speech(token):
        for predicate in lexicon.readings(pos, lemma(token.text)):
            rest = predicate.term.split()[1:]
            # "voted down a loan": the parser may take the particle for a preposition
            strayed = rest[-1:] == [rel] and "obj" in predicate.content and pos == "v"
            if not (strayed or _matches(predicate, rel)) or not _has_rest(token, predicate):
                continue
            particles = {c.lower_ for c in children(token, "prt")}
            terms = set(predicate.term.split()[1:])
            if particles - terms and pos == "v" and predicate.kind != "report":
                continue
            rank = (
                4 * len(terms) + 2 * (rel in predicate.content) + (pos == _part_of_speech(token)[0])
            )
            if best is None or rank > best[0]:
                best = rank, predicate
        if best:
            break
    return best[1] if best else None


def _is_none(noun: Token) -> bool:
    """Tell whether none of a noun's kind is meant: "no tolls", "no more tolls", "neither tolls"."""
    return any(
        child.lower_ in ("no", "neither")
        for part in (noun, *children(noun, "amod"))
        for child in children(part, "det", "preconj", "cc", "advmod", "neg")
        if part is noun or part.lower_ in ("more", "further", "additional", "single")
    )


def negated(token: Token, lexicon: Lexicon, skip: Collection[int] = ()) -> bool:
    """Tell whether a verb, adjective or noun is negated where it stands.

    A negated subject ("no land will be ceded") negates its verb. Tokens whose
    index is in `skip` do not count: they have been counted below, or belong
    to an idiom that carries its own negation.
    """
    words = lexicon.words["negators"]
    count = int(_is_nothing(token) and token.i not in skip)
    count += _is_anything_but(token, lexicon)
    for child in token.children:
        if child.i in skip:
            continue
        low = child.lower_
        if child.dep_ == "neg" and child.i > token.i and token.pos_ in ("NOUN", "PROPN"):
            continue  # "a treaty, not a truce" denies the truce
        if child.dep_ == "neg" and low != "no":
            following = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
            count += following not in ("only", "just", "merely", "least")
        elif child.dep_ in ("advmod", "preconj", "cc") and low in words and child.i < token.i:
            only = low == "not" and child.nbor().lower_ in ("only", "just", "merely")
            count += not only and (low != "nor" or child.i == child.sent.start)
        elif child.dep_ in ("advmod", "npadvmod") and _inverted_by(child, token):
            count += 1  # "not once did Oz agree"
        elif (child.dep_ == "det" and low in ("no", "neither")) or (
            low == "longer" and _no_longer(token)
        ):
            count += 1
        elif child.dep_ == "dobj":
            count += _is_nothing(child)
        elif child.dep_ in ("amod", "det") and low in lexicon.words["scant_quantifiers"]:
            # "little interest in it", but "a little", "no small"
            before = child.nbor(-1).lower_ if child.i > token.sent.start else ""
            count += before not in ("a", "the", "no", "not")
        elif child.dep_ == "poss":
            # "is nobody's priority"
            none = any(c.lower_ == "no" for c in children(child, "det"))
            count += low == "nobody" or (low == "one" and none)
        elif child.dep_ == "agent":
            # "is bound by nothing"
            count += any(n.lower_ in ("nothing", "nobody") for n in children(child, "pobj"))
        elif child.dep_ == "nummod" and low in ("one", "single"):
            # "not one", "not a single"
            count += any(c.lower_ == "not" for c in child.children)
        elif child.dep_ == "prep" and child.i < token.i:
            # "under no circumstances", "by no means"
            count += any(
                noun.lower_ in lexicon.words["never_nouns"]
                and any(c.lower_ == "no" for c in children(noun, "det"))
                for noun in children(child, "pobj")
            )
        elif child.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("VERB", "AUX"):
            if low == "nothing" and not _denies(child):
                continue  # "nothing but a pact will keep it safe"
            determiners = {
                c.lower_ for c in children(child, "det", "preconj", "cc") if c.i not in skip
            }
            # "no foreign (that is, Oz) troops": hung from the adjective
            first = child.left_edge
            if first.dep_ == "det" and first.i not in skip and first.head.dep_ in ("nmod", "amod"):
                determiners.add(first.lower_)
            if child.i not in skip and first.i not in skip and _is_none(child):
                determiners.add("no")  # "no more Ozian troops"
            count += bool({low, *determiners} & {"nobody", "nothing", "none", "neither", "no"})
            # "not a metre will be ceded", "not one soldier will go"
            count += any(
                c.lower_ == "not" and c.i < child.i and c.i not in skip
                for part in (child, *children(child, "nummod", "det"))
                for c in part.children
            )
    if token.dep_ == "conj" and token.head.pos_ == token.pos_ and count == 0:
        # "did not call or press for": the auxiliary's negation carries over
        if not children(token, "aux", "nsubj", "auxpass") and any(
            c.dep_ == "neg" or c.lower_ == "neither" for c in token.head.children
        ):
            count += any(c.lower_ in ("or", "nor") for c in children(token.head, "cc"))
    return (count or _is_neither(token, skip)) % 2 == 1


def _is_neither(noun: Token, skip: Collection[int]) -> bool:
    """Tell whether an object is one of those that "neither … nor" denies behind its verb."""
    first = first_conjunct(noun)
    if noun.pos_ not in ("NOUN", "PROPN") or first.dep_ not in ("dobj", "attr", "pobj"):
        return False
    doc, opening = noun.doc, noun.left_edge.i
    before = doc[opening - 1] if opening > noun.sent.start else None
    if before is not None and before.lower_ == "nor":
        verb = max((t.i for t in noun.sent if t.i < opening and t.pos_ == "VERB"), default=opening)
        return any(t.lower_ == "neither" and t.i > verb for t in noun.sent if t.i < opening)
    return any(
        t.lower_ == "neither" and t.i not in skip
        for t in (doc[opening], *((before,) if before is not None else ()))
        if t.head.pos_ != "VERB"
    )


def _inverted_by(opening: Token, verb: Token) -> bool:
    """Tell whether a negated phrase at the start turns a sentence round ("not once did …")."""
    first, after = opening.left_edge, opening.right_edge.i + 1
    if first.lower_ not in ("not", "never") or first.i == opening.i or opening.i > verb.i:
        return False
    return any(c.i == after for c in children(verb, "aux", "auxpass"))


def _no_longer(verb: Token) -> bool:
    """Tell whether something is to stop, rather than has stopped ("will no longer pay")."""
    if not any(
        c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children
    ):
        return False
    if _modals(verb) & {"will", "'ll", "would", "shall", "should", "must", "to"}:
        return True
    return _is_subjunctive(verb)


def _is_anything_but(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase right before an adjective denies it ("anything but ready")."""
    if (token.pos_ != "ADJ" and token.tag_ != "VBN") or token.dep_ in ("pobj", "pcomp"):
        return False  # "far from" as a governor turns what hangs from it
    first = token.i
    while first > token.sent.start and token.doc[first - 1].tag_ == "RB":
        first -= 1
    opening = token.doc[max(first - 2, token.sent.start) : first]
    return opening.text.lower() in lexicon.words["denying_openers"]


def _is_nothing(token: Token) -> bool:
    """Tell whether an object is denied by its own word ("sees nothing to gain from it").

    As a subject the word negates its verb, and "nothing but", "nothing less than" deny nothing.
    """
    return token.lower_ == "nothing" and token.dep_ in ("dobj", "attr", "pobj") and _denies(token)


def _denies(nothing: Token) -> bool:
    """Tell whether "nothing" denies what it stands for; "nothing but" does not."""
    token = nothing
    following = {t.lower_ for t in token.doc[token.i + 1 : token.i + 3]}
    return not following & {"but", "less", "short", "other", "else", "except", "against"}


def _goes_only_so_far(token: Token) -> bool:
    """Tell whether a purpose with "only" restricts what a verb says ("meet only to sign")."""
    for clause in children(token, "advcl", "xcomp"):
        if clause.i < token.i or not any(c.tag_ == "TO" for c in children(clause, "aux")):
            continue
        for adverb in (*children(clause, "advmod"), *children(token, "advmod")):
            if adverb.lower_ in ("only", "solely", "merely") and adverb.i > token.i:
                opening = clause.left_edge.i
                if opening - 1 <= adverb.i <= opening and adverb.nbor(-1).lower_ != "not":
                    return True
    return False


def is_past(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether the text marks what a predicate says as over."""
    marks = lexicon.words["past_marks"]
    for child in token.children:
        if child.dep_ in ("advmod", "npadvmod", "prep", "neg"):
            low = child.lower_
            if low in marks and not _inverted_by(child, token):
                return True
            if low == "longer" and any(g.lower_ == "no" for g in child.children):
                return not _no_longer(token)  # what "will no longer" be is not over yet
            phrase = " ".join(t.lower_ for t in child.subtree)
            if phrase in marks:
                return True
    perfect = any(c.lower_ == "had" for c in children(token, "aux"))
    if perfect and token.dep_ == "relcl":
        # "Oz, which had refused it, now asks for one"
        main = token.head.head
        if any(c.lower_ == "now" for c in children(main, "advmod")):
            return True
    early = lexicon.words["early_adverbs"]
    if perfect and any(c.lower_ in early for c in children(token, "advmod")):
        return True
    if token.tag_ in ("VBD", "VBN"):
        for preposition in children(token, "prep"):
            if preposition.lower_ in ("until", "till") and any(
                n.pos_ == "NUM" or n.lower_ in ("year", "month", "week", "then", "recently")
                for n in preposition.subtree
            ):
                return True
    head = token.head
    if token.dep_ == "xcomp" and head.lower_ == "used":
        return True
    return any(c.lower_ == "used" for c in children(token, "aux"))


def remark_in(sentence: Span, lexicon: Lexicon) -> frozenset[int]:
    """Return the tokens of a remark put into a sentence (", Oz told the press,"), with its commas.

    What stands on either side of it belongs together.
    """
    commas = [t.i for t in sentence if t.text == ","]
    doc = sentence.doc
    found: set[int] = set()
    for first, last in pairwise(commas):
        between = doc[first + 1 : last]
        if _is_interjected(doc[first - 1], between, lexicon):
            found |= set(range(first, last + 1))
            continue
        # a remark is short, and longer ones say more than who said it to whom
        if not 2 <= len(between) <= LONGEST_REMARK or first == sentence.start:
            continue
        verbs = [t for t in between if t.tag_ in ("VBD", "VBZ", "VBP")]
        if len(verbs) != 1 or not is_report(verbs[0], lexicon):
            continue
        doers = [c for c in children(verbs[0], "nsubj") if first < c.i < last]
        # "said Oz": there the parser may take the name for the subject of what follows
        inverted = verbs[0].i == first + 1 and doc[first + 2].pos_ in ("PROPN", "PRON", "DET")
        inverted = inverted and not children(verbs[0], "dobj", "ccomp", "xcomp")
        hangs = verbs[0].dep_ in ("relcl", "conj", "advcl") or (
            between[0].tag_ in ("WDT", "WP", "WRB", "IN", "TO", "CC")
        )
        if (doers or inverted) and not hangs:
            found |= set(range(first, last + 1))
    return frozenset(found)


def contrasted(token: Token) -> bool:
    """Tell whether a phrase is what something else is set against ("a treaty, not a truce")."""
    if token.dep_ == "pobj" and token.head.dep_ in ("conj", "prep"):
        # "agreed to a treaty, not to a truce", "rather than to a truce"
        preposition = token.head
        if preposition.i < 2:
            return False
        before = preposition.nbor(-1).lower_
        only = token.left_edge.lower_ in ("only", "just", "merely")
        rather = before == "than" and preposition.nbor(-2).lower_ == "rather"
        denied = rather or (before == "not" and preposition.i > preposition.head.i + 1)
        return denied and not only
    if token.dep_ not in ("conj", "appos"):
        return False
    doc, first = token.doc, token.left_edge.i
    if first < 2:
        return False
    mark = doc[first - 1]
    if mark.lower_ == "than":
        return doc[first - 2].lower_ == "rather"
    # where "not" is the phrase's own, it has been counted there
    if mark.lower_ != "not" or mark.head.i == token.i:
        return False
    return token.left_edge.lower_ not in ("only", "just", "merely")


def _denied_before(token: Token) -> set[int]:
    """Return the "not" that denies only what stands before "but" ("not a truce but a treaty")."""
    if token.dep_ != "conj":
        return set()
    doc, last = token.doc, token.left_edge.i
    if last > token.sent.start and doc[last - 1].lower_ == "nor":
        # "neither the one nor the other": counted with each
        return {t.i for t in token.sent if t.lower_ == "neither" and t.i < last}
    clause = doc[max(token.sent.start, last - 12) : last]
    buts = [t.i for t in clause if t.lower_ == "but"]
    if not buts or buts[-1] < last - 2:
        return set()
    return {t.i for t in clause if t.dep_ == "neg" and t.i < buts[-1]}


def _is_interjected(before: Token, between: Span, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is put in between a copula and what it says ("is, for now, out")."""
    finite = ("VB", "VBD", "VBP", "VBZ", "MD")
    if before.tag_ not in finite or lemma(before.text) not in lexicon.words["copulas"]:
        return False
    if not 1 <= len(between) <= _LONGEST_INTERJECTION or any(t.tag_ in finite for t in between):
        return False
    return between[0].pos_ in ("ADP", "ADV", "SCONJ")


def closing_remark(sentence: Span, lexicon: Lexicon) -> int:
    """Return where a remark at a sentence's end begins (", Oz told the press."), else its end."""
    doc = sentence.doc
    end = sentence.end
    while end > sentence.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    for place in range(end - 1, max(sentence.start, end - LONGEST_REMARK - 1), -1):
        if doc[place].text == ",":
            verbs = [t for t in doc[place + 1 : end] if t.tag_ in ("VBD", "VBZ", "VBP")]
            if len(verbs) == 1 and is_report(verbs[0], lexicon):
                doers = [c.i for c in children(verbs[0], "nsubj")]
                inverted = verbs[0].i == place + 1
                if inverted or any(place < i < end for i in doers):
                    return place
            break
    return sentence.end


def _grumbled(clause: Token, verb: Token) -> bool:
    """Tell whether a verb at the end of a sentence only says how it was said ("…, Oz scoffed")."""
    doers = children(verb, "nsubj")
    if verb.tag_ not in ("VBD", "VBZ") or not doers or children(verb, "dobj", "aux", "neg"):
        return False
    first = min(doers[0].left_edge.i, verb.i)
    return clause.right_edge.i < first and verb.doc[first - 1].text == ","


def _modals(token: Token) -> set[str]:
    return {c.lower_.replace("’", "'") for c in children(token, "aux")}


def walk(
    head: Token,
    sign: int,
    lexicon: Lexicon,
    idioms: Mapping[int, Predicate],
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
    if _is_imagined(head, lexicon):
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


def _is_imagined(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word stands in what a sentence only supposes.

    "In the event that Oz leaves"; and where it opens the sentence "Were Oz to leave, …",
    "Should Oz leave, …", "Had Oz left, …": up to the first comma.
    """
    sentence = token.sent
    for noun in sentence:
        if noun.i >= token.i or noun.lower_ not in ("event", "case"):
            continue
        before = noun.doc[max(noun.i - 2, sentence.start) : noun.i].text.lower().split()
        if before[-1:] != ["in"] and before != ["in", "the"]:
            continue
        between = noun.doc[noun.i + 1 : token.i]
        case = noun.lower_ == "event" or between[:1].text.lower() != "of"
        if case and not any(t.text in ",;:" for t in between):
            return True  # "in the event that Oz leaves", "in case Oz leaves"
    opening = next((t for t in sentence if not (t.is_punct or t.is_space)), sentence[0])
    inverted = opening.lower_ in lexicon.words["inverted_auxiliaries"]
    if not inverted or "?" in sentence.text:
        return False
    pause = next((t.i for t in sentence if t.text == "," and t.i > opening.i), -1)
    if not opening.i < token.i < pause:
        return False
    supposed = sentence.doc[opening.i + 1 : pause]
    if opening.lower_ == "were":
        return any(t.tag_ == "TO" for t in supposed)
    # the subject comes first: "had left" is no supposition
    return supposed[0].pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ") and any(
        t.pos_ == "VERB" for t in supposed
    )


def _modifying(noun: Token) -> list[Token]:
    """Return the verbs of the clauses behind a noun ("that Oz pushed and Ev backed").

    A coordinated one counts if it leaves the same gap: with no object, and with a subject
    where the first has one.
    """
    found: list[Token] = []
    for clause in children(noun, "relcl", "acl", "amod"):
        if clause.i < noun.i or (clause.dep_ == "amod" and clause.tag_ != "VBN"):
            continue
        found.append(clause)
        last = clause
        while (joined := next(iter(children(last, "conj")), None)) is not None:
            if joined.pos_ != "VERB" or children(joined, "dobj", "ccomp"):
                break
            found.append(joined)
            last = joined
        found += _strayed(clause, found)
    return found


def _strayed(clause: Token, known: Collection[Token]) -> list[Token]:
    """Return the other half of a relative clause that the parser has hung from the main clause.

    In "the truce that Oz pushed and Ev backed" it often coordinates "backed" with what is above.
    """
    doc = clause.doc
    joint = clause.right_edge.i + 1
    if clause.dep_ != "relcl" or joint + 2 >= clause.sent.end:
        return []
    if doc[joint].lower_ not in ("and", "but", "while") or children(clause, "dobj") == []:
        return []
    relative = [c for c in children(clause, "dobj") if c.tag_ in ("WDT", "WP")]
    verbs = [
        t
        for t in doc[joint + 1 : clause.sent.end]
        if t.dep_ == "conj" and t.left_edge.i == joint + 1 and children(t, "nsubj")
    ]
    free = [
        v
        for v in verbs
        if not children(v, "dobj", "xcomp", "prep")
        and all(not children(c, "nsubj", "mark") for c in children(v, "ccomp"))
    ]
    return [v for v in free[:1] if relative and v.pos_ == "VERB" and v not in known]


def takes_up(noun: Token, lexicon: Lexicon) -> Literal["stance", "matter", "either"] | None:
    """Tell whether a noun set off by a comma or a dash takes up what was said before it.

    "…, a position that Oz rejects" is the stance that was told, "…, an idea that Oz rejects" the
    matter that it is about, "…, a step that Oz rejects" the one or the other.
    """
    low = lemma(noun.text)
    words = lexicon.words
    if low in words["stance_taking_nouns"]:
        kind: Literal["stance", "matter", "either"] = "stance"
    elif low in words["matter_taking_nouns"]:
        kind = "matter"
    elif low in words["either_taking_nouns"]:
        kind = "either"
    else:
        return None
    opening = next(t for t in noun.subtree if t.i <= noun.i and not t.is_punct)
    if opening.i == noun.sent.start:
        return None
    joined = noun.dep_ == "conj" and opening.nbor(-1).lower_ in ("and", "but")
    if joined and takes_up(noun.head, lexicon) is None:
        return None
    if not joined and opening.nbor(-1).text not in (",", "-", "–", "—", "--"):
        return None
    if noun.dep_ in ("nsubj", "nsubjpass", "pobj", "compound", "poss"):
        return None
    determiners = {c.lower_ for c in children(noun, "det", "poss", "nummod")}
    indefinite = determiners <= {"a", "an", "another", "one", "both", "all", "two", "three"}
    single = noun.tag_ == "NN" and noun.lower_ != "something"
    return kind if indefinite and bool(determiners) >= single else None


def take_up(noun: Token, sign: int, lexicon: Lexicon, idioms: Mapping[int, Predicate]) -> Walk:
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


def _is_doing(subject: Token) -> bool:
    """Tell whether what is spoken of is a doing ("to leave", "leaving") and not a thing."""
    if subject.pos_ not in ("VERB", "AUX"):
        return False
    return subject.tag_ == "VBG" or any(c.tag_ == "TO" for c in children(subject, "aux"))


def _is_somebody(token: Token) -> bool:
    """Tell whether a word may be a name or a person's pronoun."""
    return token.pos_ == "PROPN" or token.lower_ in ("he", "she", "they", "we", "i")


def _not_yet(verb: Token) -> bool:
    """Tell whether "has yet to" says that something has not been done so far."""
    return lemma(verb.text) in ("have", "be") and any(
        c.lower_ == "yet" and c.nbor().lower_ == "to" for c in children(verb, "advmod")
    )


def _laid_down_by(clause: Token) -> bool:
    """Tell whether a clause gives the terms of the text before it ("under which Oz would go")."""
    told = clause.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(clause, "aux", "auxpass"))
    if told or any(c.lower_ in ("has", "have") for c in children(clause, "aux")):
        return False  # "under which grain left the ports"
    first = clause.left_edge
    if first.lower_ == "whereby":
        return True
    nouns = children(first, "pobj")
    return first.lower_ in ("under", "by", "in") and any(n.tag_ == "WDT" for n in nouns)


def asides(
    sentence: Span, lexicon: Lexicon, idioms: Mapping[int, Predicate]
) -> list[tuple[int, Token]]:
    """Return where judgements on what a sentence has just said begin, and their main words.

    They are the "which" of ", which Oz rejects" and the noun of ", a step that Oz welcomed"
    or ", a red line for Oz"; `walk_aside` reads them.
    """
    doc = sentence.doc
    found: dict[int, Token] = {}
    for token in sentence:
        if token.tag_ == "WDT" and token.lower_ == "which":
            first = token.i
        elif opening := _summing(token, lexicon, idioms):
            first = opening.i
        else:
            continue
        if first > sentence.start and doc[first - 1].text in _PAUSES:
            found[first] = token  # of an idiom the last word, from which the rest hangs
    return list(found.items())


def _summing(noun: Token, lexicon: Lexicon, idioms: Mapping[int, Predicate]) -> Token | None:
    """Return the first word of a phrase for all that was just said ("a step", "something")."""
    if noun.lower_ == "something":
        return noun
    idiom = idioms.get(noun.i)
    if idiom is not None and idiom.kind == "evaluate":
        # "a non-starter": the parser takes it for several words
        first = noun
        while first.i > noun.sent.start and (
            idioms.get(first.i - 1) is idiom or first.nbor(-1).text in ("-", '"')
        ):
            first = first.nbor(-1)
        article = first.nbor(-1) if first.i > noun.sent.start else first
        return article if article.lower_ in ("a", "an") else None
    if noun.pos_ != "NOUN" or not any(
        c.lower_ in ("a", "an", "another") for c in children(noun, "det")
    ):
        return None
    judging = any(p.kind == "evaluate" for p in lexicon.readings("n", lemma(noun.text)))
    return noun.left_edge if judging else None


def refuses(place: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word may speak against what hangs from it ("refuse", "opposition")."""
    pos = "v" if place.pos_ in ("VERB", "AUX") else "a" if place.pos_ == "ADJ" else "n"
    return any(
        p.polarity == "-" and p.kind in ("attitude", "urge", "evaluate") and _has_rest(place, p)
        for p in lexicon.readings(pos, lemma(place.text))
    )


def walk_aside(
    opening: Token, sign: int, lexicon: Lexicon, idioms: Mapping[int, Predicate]
) -> Walk:
    """Read a judgement that `asides` has found, on a matter of the given sign."""
    result = Walk(steps=["aside"])
    climb = _Climb(lexicon, idioms, result, [])
    climb.aside(opening, sign)
    result.path.append(opening)
    return result


def _is_statement(claim: Claim) -> bool:
    """Tell whether a claim is made in the indicative, of a holder of its own."""
    verb = claim.predicate
    finite = verb.tag_ in ("VBZ", "VBP", "VBD") or bool(children(verb, "aux"))
    return claim.kind == "attitude" and bool(claim.holders) and finite


@dataclass
class _Climb:
    lexicon: Lexicon
    idioms: Mapping[int, Predicate]
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
            if contrasted(current) and not self.within_contrast(current):
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
        if token.pos_ in ("VERB", "AUX") and _goes_only_so_far(token):
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
        void = token.pos_ == "VERB" and any(map(_is_none, children(token, "dobj")))
        # "no Ozians in uniform": the issue's head is the uniform, and the name governs it
        void ^= any(t.i in self.inside and _is_none(t) for t in token.ancestors)
        if negated(token, self.lexicon, own) != void:
            sign = -sign
            self.out.flips += 1
            self.out.steps.append(f"not:{token.text}")
        doers = children(token, "nsubj")
        named = any(doer.i in self.inside for doer in doers)
        if not (self.contrary or named) and self.comes_to_nothing(token):
            # "a pause would only freeze the war": it is told against both
            self.unread()
            if all(self.is_unowned(doer) for doer in doers):
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

    def unowned(self, verb: Token) -> bool:
        """Tell whether nobody is said to do what a verb says."""
        return not children(verb, "agent") and all(
            h.tag_ in ("WDT", "WP") or (h.i > min(self.inside) and h.pos_ == "NOUN")
            for h in subjects(verb)
        )

    def is_unowned(self, noun: Token) -> bool:
        """Tell whether a noun names a thing of a kind, and nobody ("a truce", "such a step")."""
        if noun.lower_ in ("it", "this", "that"):
            return True
        kinds = self.lexicon.words["kind_determiners"]
        return any(c.lower_ in kinds for c in children(noun, "det", "predet"))

    def unread(self) -> None:
        """Leave a mention without a sign: what is said of it cannot be read."""
        self.out.silent = self.out.unsigned = True
        self.deferred.clear()

    def verb(self, token: Token, sign: int, act: SpeechAct) -> None:
        """Record what a verb's mood and subject make of the content below it."""
        if token.tag_ == "VB" and token.dep_ in ("acl", "relcl") and not children(token, "aux"):
            return  # "the demand that Oz leave": what is wanted of it, not what it does
        if _is_to_be(token) or self.is_item(token) or _is_misplaced(token):
            return
        host = gapped(token) or sharing(token)
        modals = _modals(host or token)
        if lemma(token.text) == "belong" and not self.out.claims:
            # "Oz belongs in it": whoever says so thinks it right
            self.speaker_claim = True
            self.claim(Claim("evaluate", sign, (), token))
            return
        words = self.lexicon.words
        if self.obliges(token) and not self.speaker_claim and not self.out.claims:
            self.speaker_claim = True
            self.claim(Claim("deontic", sign, (), token, "demand"))
            return
        infinitive = _is_infinitive(token) or (
            token.tag_ == "VBG" and not modals and token.dep_ not in ("ROOT", "conj", "ccomp")
        )
        wonder = self.marvelled(token) if "should" in modals else None
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
        if self.imperative(token) and not self.speaker_claim and not self.out.claims:
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

    def left_open(self, clause: Token, verb: Token) -> tuple[Token, ...]:
        """Return who leaves open what a clause with "whether" asks ("is weighing whether …")."""
        if not {c.lower_ for c in children(clause, "mark")} & {"whether"}:
            return ()
        low = lemma(verb.text)
        considering = any(
            p.act == "consider" and p.kind == "attitude" and p.polarity == "~" and p.term == low
            for p in self.lexicon.readings("v", low)
        )
        if considering and not negated(verb, self.lexicon):
            return tuple(subjects(verb))
        idiom = self.idioms.get(verb.i)
        if idiom is not None and idiom.polarity == "~" and idiom.term.startswith("not "):
            return tuple(subjects(verb))  # "has not made up its mind whether to pay"
        if low not in self.lexicon.words["revealing_verbs"]:
            return ()
        if negated(verb, self.lexicon) and _modals(verb) & {"will", "would", "'ll", "'d"}:
            return tuple(subjects(verb))
        above = verb.head
        if verb.dep_ == "xcomp" and lemma(above.text) in ("refuse", "decline"):
            return () if negated(above, self.lexicon) else tuple(subjects(above))
        return ()

    def marvelled(self, verb: Token) -> str | None:
        """Return the word that wonders at what a clause tells with "should" ("odd that …")."""
        marks = [c for c in children(verb, "mark") if c.lower_ == "that"]
        if not marks:
            return None
        before = verb.doc[verb.sent.start : marks[0].i]
        words = self.lexicon.words["marvelling_words"]
        return next((t.lower_ for t in before if t.lower_ in words), None)

    def obliges(self, verb: Token) -> bool:
        """Tell whether "has to", "had to" tells what must be; "had to" does so in reports only."""
        if lemma(verb.text) != "have" or verb.pos_ not in ("VERB", "AUX") or _not_yet(verb):
            return False
        clauses = children(verb, "xcomp")
        if not any(c.tag_ == "TO" for clause in clauses for c in children(clause, "aux")):
            return False
        reported = self.reported or any(
            above.dep_ == "ccomp" or is_report(above, self.lexicon)
            for above in (verb, *verb.ancestors)
        )
        return verb.lower_ in ("has", "have") or reported

    def imperative(self, verb: Token) -> bool:
        """Tell whether a verb is an order ("Stop it!", "let it cease")."""
        if verb.tag_ != "VB" or children(verb, "aux", "nsubj", "nsubjpass", "mark", "auxpass"):
            return False
        if any(c.tag_ == "VBD" for c in children(verb, "xcomp")):
            return False  # "Trump froze it": a name taken for a verb
        return verb.dep_ in ("ROOT", "ccomp", "parataxis") or (
            verb.dep_ == "conj" and self.imperative(verb.head)
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
        for clause in _modifying(noun):
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
                rel = _preposition(led)
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
                rel = _preposition(stranded[-1])
        if verb.i in self.inside and self.unowned(verb):
            return  # "the billions that lie blocked": the words of the issue have it
        if rel in ("obj", "as") and lemma(verb.text) in self.lexicon.words["naming_verbs"]:
            name = self.judgement(self.named(noun, verb, "obj"))
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
            holders = self.for_phrase(noun, noun)
            if holders and judged.polarity in ("+", "-"):
                turned = sign if judged.polarity == "+" else -sign
                self.claim(Claim("attitude", turned, tuple(holders), noun, judged.act))
            return
        wanted = self.wanting_noun(noun)
        if wanted is None or wanted.polarity != "+":
            return
        agents = {t.i for c in children(noun, "acl") for t in c.subtree}
        own = {t.i for t in noun.subtree} - agents
        holders = [h for h in self.owners(noun) if h.i in own]
        if holders:
            self.claim(Claim("attitude", sign, tuple(holders), noun, wanted.act))

    def aside(self, opening: Token, sign: int) -> None:
        """Apply a judgement on what was just said (", which Oz rejects", ", a step Oz hailed")."""
        if opening.tag_ != "WDT":
            self.summed_up(opening, opening, sign)
            return
        clause = opening.head
        if opening.dep_ == "nsubj" and lemma(clause.text) in self.lexicon.words["copulas"]:
            predicate, complement = self.complement(clause)
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
            holders = self.for_phrase(place, verb) or self.for_after(place)
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
        known = idiom is not None and _matches(idiom, rel)
        predicate = idiom if known else reading(verb, rel, self.lexicon)
        shared = takes_up(noun, self.lexicon) == "stance"
        if shared and rel == "obj" and lemma(verb.text) in self.lexicon.words["sharing_verbs"]:
            self.claim(Claim("attitude", sign, tuple(subjects(verb)), verb, "endorse"))
            return
        if verb is clause and lemma(verb.text) == "do" and noun.dep_ == "attr" and rel == "obj":
            # "the last thing that Oz will do", "something that it will never do"
            if _modals(verb) & {"will", "would", "'ll", "'d"}:
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
        if rel in ("that", "of", "about", "on") and self.within_question(current, parent):
            self.unread()  # "reminded them of what a truce had been good for"
        if rel == "subj" and any(c.lower_ == "that" for c in children(current, "mark")):
            # "That the guns should rest is a fine thought": what "should" be is another's view
            self.out.claims[:] = [c for c in self.out.claims if c.holders]
            self.speaker_claim = False
            self.unread()
        if rel == "subj" and not _is_doing(current):
            doing = self.raised(parent)
            if doing is not None:
                # "the toll has to be lifted": what is lifted is the toll
                self.lifted.add(current.i)
                parent, rel = doing, "obj" if children(doing, "auxpass") else "subj"
        if rel == "that" and self.sketched(current, parent):
            # "laid out how it might be lent"
            self.out.claims.clear()
            self.deferred.clear()
            self.claim(Claim("attitude", sign, tuple(subjects(parent)), parent, "propose"))
            return None
        alternative = current.dep_ == "conj" and any(
            c.lower_ == "whether" for c in children(first_conjunct(current), "mark")
        )
        asked = rel == "to" and any(c.lower_ == "whether" for c in children(current, "mark"))
        if asked or (rel == "that" and (alternative or self.supposed(current))):
            holders = self.left_open(current, parent)
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
            supposed = _modals(parent.head) & {"would", "'d", "could"}
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
        if rel in ("relcl", "acl", "that") and self.tells_day(parent):
            self.suppose()  # "on the day that Oz leaves"
            return None
        if self.spurned(current, parent, rel):
            # "would rather resign than sign it"
            self.out.claims.clear()
            self.deferred.clear()
            self.out.flips += 1
            verb = self.preferring(current, parent) or parent
            self.claim(Claim("attitude", -sign, tuple(subjects(verb)), verb, "refuse"))
            self.report_only(verb)
            return None
        if rel in ("instead of", "rather than"):
            own = self.within_contrast(current)  # an issue's own words: "talks instead of a truce"
            return self.alternative(current, parent, -sign if own else sign)
        if self.passed_over(current, parent, rel) and not self.within_contrast(current):
            return self.alternative(current, parent, sign)
        if rel == "to" and _not_yet(parent):
            # "has yet to agree to it": open so far; of what is not done, nobody knows why
            wanting = [c for c in self.deferred if c.kind == "attitude"]
            self.out.claims.clear()
            self.deferred[:] = [replace(c, sign=-c.sign, ambivalent=True) for c in wanting]
            return parent, -sign
        if self.belittled(current, parent, rel):
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
                    taken = _preposition(preposition)
                    found = reading(noun, taken, self.lexicon)
                    if found is not None and found.kind in ("attitude", "effect"):
                        self.out.claims.clear()
                        self.deferred.clear()
                        turned = self.apply(current, noun, taken, sign, found, None)
                        return None if turned is None else (noun, turned)
            return self.clause(current, parent, sign)
        if rel == "of" and parent.pos_ == "VERB" and lemma(parent.text) in words["of_matter_verbs"]:
            self.out.topic = self.out.silent = True
        if rel == "that" and _spliced(current, parent):
            self.report_only(current)
            return None
        if rel == "conj":
            self.report_only(current)
            return None
        if parent.pos_ in ("VERB", "AUX") and rel not in _ARGUMENT_RELATIONS:
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
                beside = self.beside(current, parent)
                if beside is not None:
                    # "halted the work on it", "pulled out of the work on it"
                    found = reading(parent, beside, self.lexicon)
                    turned = self.apply(current, parent, beside, sign, found, None)
                    return None if turned is None else (parent, turned)
        if rel == "to" and parent.pos_ == "VERB":
            above = self.wished(current, parent)
            if above is not None:
                found = reading(above, "to", self.lexicon)
                turned = self.apply(current, above, rel, sign, found, None)
                return None if turned is None else (above, turned)
            if self.for_whom(current, parent) and reading(parent, "to", self.lexicon) is None:
                rel = "for"  # "called for both sides to do it"
        if rel == "as" and children(parent, "dobj"):
            # "turned down Oz as a venue": what is said of the object holds of what it is
            whole = reading(parent, "obj", self.lexicon)
            if whole is not None and whole.kind == "attitude":
                rel = "obj"
        if rel == "that" and parent.pos_ == "VERB" and not is_report(parent, self.lexicon):
            if _modals(parent) & words["volitional_modals"] and self.negated(parent):
                # "will never sign that it belongs to Oz": no judgement of the signatory's
                if reading(parent, "that", self.lexicon) is None and all(
                    c.kind in ("evaluate", "act") for c in self.out.claims
                ):
                    self.out.claims.clear()
                    holders = tuple(subjects(parent))
                    self.claim(Claim("attitude", -sign, holders, parent, "refuse", negated=True))
                    return parent, -sign
        if current.i in self.inside and parent.pos_ == "VERB" and rel not in _ARGUMENT_RELATIONS:
            rel = self.through_object(parent) or rel
        if rel == "subj" and parent.pos_ == "VERB":
            felt = self.impression(parent, sign)
            if felt is not None:
                return felt
        if rel in ("obj", "for"):
            sign = self.fate(current, parent, sign)
        if rel == "that" and self.to_end(current):
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
                or parent.lower_ in _INDEFINITE
            )
            and (
                children(current, "nsubj", "nsubjpass")[:1]
                == [
                    t
                    for t in children(current, "nsubj", "nsubjpass")[:1]
                    if t.tag_ in ("WDT", "WP")
                ]
                or _laid_down_by(current)
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
        if rel in ("relcl", "acl") and self.proposition(current, parent):
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
                self.out.denied = self.disputed(parent)
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
            if laid_down and not _is_doing(current) and not children(parent, "acomp", "attr"):
                return self.laid_down(current, parent, laid_down[0], sign)
        link = current.head.i if current.dep_ in ("pobj", "pcomp") else -1
        predicate = (
            self.idioms.get(parent.i)
            or self.idioms.get(current.i if rel == "attr" else -1)
            # "there is no sense in it", where the parser hangs "in" from the verb
            or (self.idioms.get(link) if parent.i < link else None)
        )
        if predicate is not None and not _matches(predicate, rel):
            # "made the loan dependent on a survey": of the loan another reading than of the survey
            predicate = self.lexicon.other_reading(predicate, rel) or predicate
        if predicate is not None and not _matches(predicate, rel) and "*" not in predicate.content:
            if rel == "of" and predicate.kind == "attitude" and parent.pos_ == "NOUN":
                self.suppose()  # "made it a condition of any truce that …"
                return None
            predicate = None
        complement: Token | None = None
        if predicate is None and rel == "subj" and lemma(parent.text) in words["copulas"]:
            predicate, complement = self.complement(parent)
            if complement is not None and complement.i in self.inside:
                predicate = complement = None  # "verdict is void": judged in the mention itself
        if rel == "subj" and lemma(parent.text) in words["copulas"]:
            self.cleft(current, parent, sign)
        if predicate is None and rel == "subj" and _is_doing(current):
            predicate, complement = self.equated(parent)
        if predicate is None and rel == "subj" and lemma(parent.text) == "have":
            predicate, complement = self.possessed(parent)
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
                or self.by_text(parent)
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
            placed = self.placed(current, parent)
            if placed is not None:
                return self.naming(parent, placed[0], sign, placed[1])
        if lemma(parent.text) in words["naming_verbs"]:
            if self.contrary and self.judged_inside(parent):
                # "holds the verdict void": the judgement is part of the mention
                self.out.claims.clear()
                self.claim(Claim("evaluate", sign, (), current, "criticise"))
                self.source(parent)
                return parent, sign
            named = self.judgement(self.named(current, parent, rel))
            if named is None and rel in ("that", "to"):
                # "called it unthinkable that …": the clause stands for the "it"
                named = self.judgement(self.pronounced(current, parent))
            known = named is not None and reading(named, "subj", self.lexicon) is not None
            if not known and rel in ("obj", "in"):
                label = self.label(current, parent)
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
        if predicate is not None and predicate.term == "have to" and not self.obliges(parent):
            if parent.lower_ == "had":
                # "had to leave": what happened to somebody, where nobody is said to ask it
                self.suppose()
                return None
        if predicate is None:
            predicate = reading(parent, rel, self.lexicon)
        unknown = predicate is None and not self.lexicon.readings("v", lemma(parent.text))
        if unknown and rel == "that" and _grumbled(current, parent):
            self.source(parent)
            return parent, sign
        if rel == "that" and predicate is not None and predicate.kind == "report":
            predicate = self.proposed(current, parent) or predicate
        if predicate is None and rel in ("to", "that") and lemma(parent.text) in words["copulas"]:
            predicate, complement = self.complement(parent)
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
        if found is None or not _matches(found, "subj"):
            found = reading(verb, "subj", self.lexicon)
        if lemma(verb.text) in self.lexicon.words["copulas"]:
            found, place = self.complement(verb)
        judging = found is not None and found.kind == "evaluate" and found.polarity in ("+", "-")
        if found is None or not judging:
            self.suppose()
            return None
        self.out.silent = self.out.topic = False
        turned = self.apply(subject, verb, "subj", sign, found, place)
        return None if turned is None else (verb, turned)

    def by_text(self, verb: Token) -> bool:
        """Tell whether a sentence opens with the text that lays it down ("Under Oz's draft …")."""
        words = self.lexicon.words
        texts = words["document_nouns"] | words["arrangement_nouns"]
        colons = [t for t in verb.sent if t.text == ":" and t.i < verb.i]
        if colons and any(lemma(t.text) in texts for t in verb.doc[verb.sent.start : colons[0].i]):
            return True  # "read out his terms: Ev was to pay"
        return any(
            preposition.i < verb.i
            and preposition.lower_ in (*words["term_prepositions"], "according")
            and any(lemma(t.text) in texts for t in preposition.subtree)
            for preposition in children(verb, "prep")
        )

    def within_question(self, clause: Token, above: Token) -> bool:
        """Tell whether a clause asks what a thing is good for, does or brings.

        "What Oz calls a truce" names it, and in "what is a truce" nothing is asked.
        """
        if clause.pos_ not in ("VERB", "AUX") or {clause.i, above.i} & self.inside:
            return False
        if lemma(clause.text) in self.lexicon.words["naming_verbs"]:
            return False
        first = clause.left_edge.i
        for word in clause.doc[max(first - 1, clause.sent.start) : first + 2]:
            if word.lower_ != "what" or word.tag_ not in ("WP", "WDT") or word.i > clause.i:
                continue
            if word.i in self.inside or word.dep_ in ("nsubj", "nsubjpass"):
                return False
            governor = word.head
            while governor.i not in (clause.i, above.i) and governor.dep_ in _WITHIN_CLAUSE:
                governor = governor.head
            return governor.i in (clause.i, above.i)
        return False

    def placed(self, noun: Token, verb: Token) -> tuple[Token, Predicate] | None:
        """Return the judgement that an object is put under ("put it out of the question")."""
        for phrase in children(verb, "prep", "advmod", "acomp", "oprd"):
            found = self.idioms.get(phrase.i)
            if phrase.i > noun.i and found is not None and found.kind == "evaluate":
                return phrase, found
        return None

    def disown(self, gerund: Token) -> None:
        """Take back what a gerund's own subject would do ("the terms include Oz leaving")."""
        first = first_conjunct(gerund)
        doers = children(first, "nsubj", "nsubjpass")
        if first.tag_ != "VBG" or not doers or children(first, "aux", "mark"):
            return
        for claims in (self.out.claims, self.deferred):
            claims[:] = [c for c in claims if not set(c.holders) & set(doers)]

    def beside(self, current: Token, verb: Token) -> str | None:
        """Return how a noun hangs from a verb whose phrase right behind it is the mention's.

        The parser hangs "on it" in "halted the work on it" from the verb as often as not.
        """
        preposition = current.head
        if preposition.dep_ != "prep" or preposition.i == 0:
            return None
        if preposition.lower_ not in self.lexicon.words["topical_prepositions"]:
            return None
        noun = preposition.nbor(-1)
        if noun.pos_ != "NOUN" or noun.i <= verb.i or verb not in noun.ancestors:
            return None
        above = relation(noun)
        if above is None or above[0].i != verb.i or self.wanting_noun(noun) is not None:
            return None  # what a "demand on weapons" wants is not said
        found = reading(verb, above[1], self.lexicon)
        turning = found is not None and found.kind in ("attitude", "effect")
        return above[1] if turning and found is not None and found.polarity == "-" else None

    def through_object(self, verb: Token) -> str | None:
        """Return "obj" where other words of the mention stand in a verb's object.

        "Mocked the notion of a port in its old bounds": "in" is hung from the verb.
        """
        for noun in children(verb, "dobj"):
            low, high = noun.left_edge.i, noun.right_edge.i
            if any(low <= i <= high for i in self.inside):
                found = reading(verb, "obj", self.lexicon)
                return "obj" if found is not None else None
        return None

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

    def passed_over(self, current: Token, parent: Token, rel: str) -> bool:
        """Tell whether something else is preferred to a mention ("favours a truce over a treaty").

        The clause of "rather than sign it" counts too.
        """
        if rel in ("advcl", "that", "conj"):
            marks = [c for c in children(current, "mark", "prep") if c.lower_ == "than"]
            return any(
                mark.i < current.i and mark.i > 0 and mark.nbor(-1).lower_ == "rather"
                for mark in marks
            )
        verb = parent if parent.pos_ == "VERB" else parent.head
        if parent.pos_ == "NOUN" and verb.pos_ == "ADP":
            verb = verb.head  # "opted for war over a truce"
        if any(
            t.i in self.inside and t.lower_ == rel.rstrip("_") for t in children(parent, "prep")
        ):
            return False  # "over bombing" is the name of the matter
        preferring = lemma(verb.text) in self.lexicon.words["preferring_verbs"]
        return preferring and rel in self.lexicon.words["preferring_prepositions"]

    def within_contrast(self, current: Token) -> bool:
        """Tell whether the word that sets a phrase against another belongs to the mention."""
        first = current.left_edge.i
        before = current.doc[max(first - 2, 0) : current.i + 1]
        marks = self.lexicon.words["contrast_words"]
        return any(t.i in self.inside and t.lower_ in marks for t in before)

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

    def raised(self, verb: Token) -> Token | None:
        """Return what the subject of "have to", "be going to" and the like is said to do."""
        if verb.i in self.inside or lemma(verb.text) not in self.lexicon.words["subject_raisers"]:
            return None
        if lemma(verb.text) == "go" and verb.tag_ != "VBG":
            return None
        return next(
            (
                clause
                for clause in children(verb, "xcomp")
                if clause.i > verb.i
                and clause.i not in self.inside
                and any(c.tag_ == "TO" for c in children(clause, "aux"))
            ),
            None,
        )

    def sketched(self, current: Token, verb: Token) -> bool:
        """Tell whether a verb lays out how a thing could be done: whoever does so proposes it."""
        if lemma(verb.text) not in self.lexicon.words["sketching_verbs"]:
            return False
        if not any(c.lower_ == "how" and c.i < current.i for c in children(current, "advmod")):
            return False
        return bool(_modals(current) & {"could", "might", "can", "to"})

    def belittled(self, current: Token, verb: Token, rel: str) -> bool:
        """Tell whether this is all that something would come to ("would be no more than a pause").

        It is then said against that something, and nothing is said for this.
        """
        words = self.lexicon.words
        doc = current.doc
        first = current.left_edge.i
        phrase = doc[max(first - 3, current.sent.start) : first + 2].text.lower()
        nothing_more = any(p in phrase for p in words["belittling_phrases"])
        if rel == "attr" and lemma(verb.text) in words["copulas"] and verb.i < current.i:
            would = bool(_modals(verb) & {"would", "'d", "will", "'ll"})
            only = any(t.lower_ in words["belittling_adverbs"] for t in doc[verb.i + 1 : current.i])
            return would and (only or nothing_more)
        return nothing_more and rel in ("advcl", "than", "but", "that") and current.tag_ == "VB"

    def spurned(self, current: Token, verb: Token, rel: str) -> bool:
        """Tell whether something is what somebody would rather do without."""
        marks = {c.lower_ for c in children(current, "mark", "prep")}
        if rel != "than" and not (rel in ("advcl", "that", "conj") and "than" in marks):
            return False
        return self.preferring(current, verb) is not None

    def preferring(self, current: Token, parent: Token) -> Token | None:
        """Return the verb of what somebody would rather do than what comes later."""
        for verb in (parent, *parent.ancestors):
            if verb.pos_ not in ("VERB", "AUX"):
                continue
            adverbs = self.lexicon.words["preferring_adverbs"]
            if any(c.lower_ in adverbs and c.i < current.i for c in children(verb, "advmod")):
                return verb if subjects(verb) else None
            if verb.dep_ not in ("ccomp", "xcomp", "dobj"):
                return None  # "would rather see Oz borrow than pay"
        return None

    def proposed(self, clause: Token, verb: Token) -> Predicate | None:
        """Return what a verb of saying means before a subjunctive ("suggested that Oz host it")."""
        if not _is_subjunctive(clause):
            return None
        wanting = self.lexicon.readings("v", lemma(verb.text))
        return next((p for p in wanting if p.kind == "attitude" and p.polarity == "+"), None)

    def wished(self, current: Token, verb: Token) -> Token | None:
        """Return the noun of wanting that an infinitive belongs to ("ignored the appeal to go").

        The parser often hangs the infinitive from the verb; it stands right behind the noun.
        """
        if current.dep_ not in ("advcl", "xcomp"):
            return None
        for noun in children(verb, "dobj", "nsubjpass"):
            found = reading(noun, "to", self.lexicon)
            if found is not None and found.kind == "attitude" and noun.pos_ == "NOUN":
                if noun.i == current.left_edge.i - 1 and any(
                    c.tag_ == "TO" and c.i == current.left_edge.i for c in children(current, "aux")
                ):
                    return noun
        return None

    def for_whom(self, current: Token, verb: Token) -> bool:
        """Tell whether an infinitive's doer stands before it with "for"."""
        if current.dep_ not in ("advcl", "xcomp"):
            return False
        if any(mark.lower_ == "for" for mark in children(current, "mark")):
            return True
        return any(
            preposition.lower_ == "for"
            and preposition.i > verb.i
            and preposition.right_edge.i == current.left_edge.i - 1
            for preposition in children(verb, "prep")
        )

    def proposition(self, clause: Token, noun: Token) -> bool:
        """Tell whether a clause says what might be done ("the idea that Oz leave it")."""
        words = self.lexicon.words
        if not {lemma(noun.text), noun.lower_} & words["proposition_nouns"]:
            return False
        doers = children(clause, "nsubj", "nsubjpass")
        if clause.left_edge.lower_ != "that" or not doers or clause.left_edge.i == doers[0].i:
            return False
        if _modals(clause) & (words["deontic_modals"] | words["possible_modals"] | {"would"}):
            return True
        return _is_subjunctive(clause)

    def disputed(self, noun: Token) -> bool:
        """Tell whether a claim, report or accusation is rejected where it is mentioned."""
        above = relation(noun)
        if above is None:
            return False
        found = reading(above[0], above[1], self.lexicon)
        return found is not None and (found.kind == "deny" or found.polarity == "-")

    def fate(self, current: Token, verb: Token, sign: int) -> int:
        """Apply what is to become of an object ("would like it to be scrapped", "to end")."""
        for clause in children(verb, "xcomp", "advcl", "ccomp"):
            if (
                clause.i > current.i
                and clause.i not in self.inside
                and (
                    lemma(clause.text) in self.lexicon.words["ceasing_verbs"]
                    and any(c.tag_ == "TO" for c in children(clause, "aux"))
                    and not children(clause, "dobj", "auxpass", "nsubj")
                )
            ):
                return sign if negated(clause, self.lexicon) else -sign
            if children(clause, "auxpass") and not children(clause, "nsubjpass"):
                found = reading(clause, "obj", self.lexicon)
                if found is not None and found.kind == "effect" and found.polarity == "-":
                    sign = -sign
                if negated(clause, self.lexicon):
                    sign = -sign
        return sign

    def to_end(self, clause: Token) -> bool:
        """Tell whether a gerund is to end ("that the arming of Oz end"), taken for the verb."""
        last = clause.right_edge
        return (
            clause.tag_ in ("VBG", "NN")
            and last.i > max(self.inside, default=last.i)
            and last.tag_ in ("VB", "VBP", "NN")
            and lemma(last.text) in self.lexicon.words["ceasing_verbs"]
            and all(c.tag_ == "NNP" for c in children(last, "det", "amod", "poss"))
            and any(c.lower_ == "that" for c in children(clause, "mark"))
        )

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

    def named(self, current: Token, verb: Token, rel: str) -> Token | None:
        """Return what a verb of naming makes of its object ("called it a mistake")."""
        likening = lemma(verb.text) in self.lexicon.words["likening_verbs"]
        if rel == "obj":
            found = children(verb, "oprd", "acomp", "ccomp", "xcomp")
            found = [t for t in found if t.i != current.i]
            found += [
                noun
                for preposition in children(verb, "prep")
                if preposition.lower_ == "as" or (likening and preposition.lower_ == "to")
                for noun in children(preposition, "pobj", "amod", "pcomp", "acomp")
            ]
            last = current.right_edge
            if likening and last.head.lower_ == "to" and last.head.head.i != verb.i:
                found.append(last)  # "likened the levy on herring to theft"
            # "called the lease of the port unwise": the parser may hang it from the last noun
            last = current.right_edge
            found += [last] if last.pos_ == "ADJ" and last.i > current.i else []
            if lemma(verb.text) == "call":
                # "called a return of the port an illusion": taken for an apposition
                found += [
                    name
                    for noun in current.subtree
                    for name in children(noun, "appos")
                    if name.left_edge.lower_ in ("a", "an") and name.left_edge.i == noun.i + 1
                ]
            return next((t for t in found if t.i > verb.i and not t.is_punct), None)
        if rel in ("that", "sc") and current.pos_ in ("ADJ", "NOUN") and children(current, "nsubj"):
            return current
        return None

    def pronounced(self, current: Token, verb: Token) -> Token | None:
        """Return the word by which a verb of naming judges a clause ("thinks it wrong to …")."""
        for clause in children(verb, "oprd", "acomp", "ccomp", "xcomp"):
            if clause.i == current.i or clause.i > current.i:
                continue
            if any(c.lower_ == "it" for c in children(clause, "nsubj", "nsubjpass")):
                if clause.pos_ in ("ADJ", "NOUN"):
                    return clause
            elif clause.dep_ in ("oprd", "acomp") and any(
                c.lower_ == "it" for c in children(verb, "dobj")
            ):
                return clause
        return None

    def judgement(self, name: Token | None) -> Token | None:
        """Return the word that judges: a noun, or an adjective beside it ("a bad idea")."""
        if name is None or reading(name, "subj", self.lexicon) is not None:
            return name
        if lemma(name.text) in (*self.lexicon.words["transparent_nouns"], "list"):
            inner = [n for p in children(name, "prep") if p.lower_ == "of" for n in p.children]
            if inner and reading(inner[0], "subj", self.lexicon) is not None:
                return inner[0]
        for adjective in (*children(name, "amod"), *children(name, "conj")):
            found = reading(adjective, "subj", self.lexicon)
            if found is not None and found.kind == "evaluate":
                return adjective
        return name

    def judged_inside(self, verb: Token) -> bool:
        """Tell whether the words of a mention that a verb of naming takes judge it themselves."""
        last = max(self.inside, default=verb.i)
        if last <= verb.i or verb.i in self.inside:
            return False
        word = verb.doc[last]
        if word.dep_ in ("dobj", "pobj", "pcomp") or word.head.i == verb.i == word.i - 1:
            return False
        found = self.judging(word)
        return found is not None and found.polarity == "-" and found.pos != "n"

    def label(self, current: Token, verb: Token) -> tuple[Token, Predicate] | None:
        """Return the judgement at the end of what a verb of naming takes, by the order of words.

        Of "called the sale of herring to Id a dangerous game" the parser takes the game for
        where the herring went.
        """
        doc, words = verb.doc, self.lexicon.words
        first = max((*self.inside, current.i)) + 1
        if any(i > current.i and self.judging(doc[i]) for i in self.inside):
            first = current.i + 1  # of "the draft acceptable", both in the mention
        if first <= verb.i:
            return None
        tail: list[Token] = []
        for token in doc[first : verb.sent.end]:
            before = token.nbor(-1)
            joined = token.text == "-" and before.idx + len(before) == token.idx
            if token.is_quote or joined:
                continue  # "a one-day stunt"
            if token.is_punct or token.tag_ in ("VBZ", "VBD", "VBP", "MD", "WDT", "WP", "WRB"):
                break
            tail.append(token)
        while tail and tail[-1].pos_ in ("CCONJ", "ADV", "PART", "SPACE"):
            tail.pop()
        opening = next((n for n, t in enumerate(tail) if t.lower_ == "as"), None)
        if opening is None:
            for n, token in enumerate(tail):
                after = tail[n - 1] if n else verb
                if token.lower_ in ("a", "an", "no") and (
                    after.pos_ != "ADP" or (n > 1 and tail[n - 2].lower_ == "nothing")
                ):
                    opening = n
        if opening is None:
            return self.last_word(tail)
        for token in tail[opening + 1 :]:
            if token.pos_ == "ADP" and token.lower_ != "of":
                break
            found = self.judging(token)
            if found is not None:
                if tail[opening].lower_ == "no" or token.nbor(-1).lower_ in words["negators"]:
                    return None
                return token, found
        return None

    def last_word(self, tail: Sequence[Token]) -> tuple[Token, Predicate] | None:
        """Return the last of some words where it judges what stands before it."""
        for n, token in enumerate(tail):
            if token.tag_ == "TO" and n and tail[n - 1].pos_ == "ADJ":
                tail = tail[:n]  # "found the lease impossible to accept"
                break
        if not tail:
            return None
        last = tail[-1]
        found = self.judging(last)
        if found is None or last.nbor(-1).lower_ in self.lexicon.words["negators"]:
            return None
        if found.pos not in "ai" and last.nbor(-1).pos_ in ("ADP", "DET", "PRON"):
            return None  # "called the end of the robbery"
        return last, found

    def judging(self, token: Token) -> Predicate | None:
        """Return the judgement that a word passes, whatever the parser takes it for."""
        idiom = self.idioms.get(token.i)
        if idiom is not None:
            return idiom if idiom.kind == "evaluate" else None
        return next(
            (
                p
                for pos in ("a", "n")
                for p in self.lexicon.readings(pos, lemma(token.text))
                if p.kind == "evaluate" and p.polarity and " " not in p.term
            ),
            None,
        )

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

    def complement(self, copula: Token) -> tuple[Predicate | None, Token | None]:
        """Return what is predicated of a copula's subject ("X is unacceptable")."""
        for child in children(copula, "acomp", "attr", "prep", "oprd", "advmod"):
            found = self.idioms.get(child.i) or reading(child, "subj", self.lexicon)
            if found is not None and found.kind == "report":
                continue  # "is, according to Oz, wrong"
            if found is not None and found.term == "be for":
                continue  # "is for Oz worse than none": the subject is for nothing
            if found is None and child.dep_ == "prep":
                for noun in children(child, "pobj"):
                    found = self.idioms.get(noun.i)
                    for inner in children(noun, "prep") if found is None else ():
                        # "is, for the time being, out of the question"
                        idiom = self.idioms.get(inner.i)
                        found = idiom if idiom is not None and "subj" in idiom.content else None
            if found is None and child.pos_ == "NOUN":
                judging = self.judgement(child)
                if judging is not None and judging.i != child.i:
                    return reading(judging, "subj", self.lexicon), child
                found = next(
                    (
                        p
                        for p in self.lexicon.readings("n", lemma(child.text))
                        if p.kind in ("attitude", "evaluate")
                    ),
                    None,
                )
            if found is not None:
                return found, child
        return None, None

    def equated(self, verb: Token) -> tuple[Predicate | None, Token | None]:
        """Return the judgement in what a doing is said to come to ("is to reward an invader")."""
        if negated(verb, self.lexicon):
            return None, None
        words = self.lexicon.words
        if lemma(verb.text) not in words["copulas"] | words["equating_verbs"]:
            return None, None
        doings = children(verb, "xcomp", "ccomp", "advcl")
        doings += [n for p in children(verb, "prep") for n in children(p, "pcomp", "pobj")]
        doings += children(verb, "dobj") if lemma(verb.text) in words["equating_verbs"] else []
        for doing in doings:
            if doing.i < verb.i or negated(doing, self.lexicon):
                continue
            judged = self.idioms.get(doing.i) or reading(doing, "subj", self.lexicon)
            if judged is None and lemma(doing.text) in words["committing_verbs"]:
                done = children(doing, "dobj")  # "to make a mistake"
                judged = next(filter(None, map(self.judging, done)), None)
            # whom a doing helps may be an enemy
            if judged is not None and judged.kind == "evaluate" and judged.polarity == "-":
                return judged, doing
        return None, None

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
        rel = _preposition(stranded[0]) if stranded else "obj"
        self.gap(content, clause, verb, rel, sign, supposed=True)

    def possessed(self, verb: Token) -> tuple[Predicate | None, Token | None]:
        """Return the judgement in what a subject is said to have ("has no future")."""
        for noun in children(verb, "dobj"):
            for found in self.lexicon.readings("n", lemma(noun.text)):
                if found.content == {"against"}:
                    continue  # "has Oz's vote"
                if found.kind == "evaluate" or (found.kind == "attitude" and self.owners(noun)):
                    return found, noun
        return None, None

    def copular_subject(
        self, current: Token, copula: Token
    ) -> tuple[Predicate | None, Token | None]:
        """Return the noun whose content a copula names ("our demand is X")."""
        if lemma(copula.text) not in self.lexicon.words["copulas"]:
            return None, None
        denied = negated(copula, self.lexicon, {current.i} | _denied_before(current))
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
                    found = self.wanting_noun(noun)
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
            found = self.wanting_noun(noun) or self.troubling(noun)
            if found is not None and not self.has_content(noun, found):
                return found, noun
            if found is None and lemma(noun.text) in self.lexicon.words["view_nouns"]:
                self.source(noun)  # "Oz's line is that it must go"
        return None, None

    def has_content(self, noun: Token, predicate: Predicate) -> bool:
        """Tell whether a noun of wanting has what is wanted beside it ("support of the bid")."""
        return any(
            inner.pos_ == "NOUN"
            for preposition in children(noun, "prep")
            if preposition.lower_ in predicate.content
            for inner in children(preposition, "pobj")
        )

    def troubling(self, noun: Token) -> Predicate | None:
        """Return the judgement on whatever a trouble or its cause is said to be."""
        words = self.lexicon.words
        for inner in (noun, noun.head.head if noun.tag_ in ("WDT", "WP") else noun):
            low = lemma(inner.text)
            of = {
                lemma(n.text)
                for p in children(inner, "prep")
                if p.lower_ in ("of", "for", "behind")
                for n in children(p, "pobj")
            }
            cause = low in words["cause_nouns"] and bool(of & words["conflict_nouns"])
            if low in words["trouble_nouns"] or cause:
                return _TROUBLE
        return None

    def wanting_noun(self, noun: Token) -> Predicate | None:
        """Return the attitude that a noun names, whatever it takes ("demand", "refusal")."""
        readings = self.lexicon.readings("n", lemma(noun.text))
        return next((p for p in readings if p.kind == "attitude"), None)

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
        skip |= _denied_before(current) | self.lifted
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
            if _modals(parent) & self.lexicon.words["deontic_modals"]:
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
                    and not self.is_dependent(parent)
                    and not _modals(parent)
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
                owners = self.owners(parent)
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
                holders = tuple(self.for_phrase(place, parent))
                if not holders and complement is not None and place.pos_ in ("NOUN", "PROPN"):
                    holders = tuple(self.owners(place))  # "remains Oz's priority"
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
            if predicate.act == "consider" and _modals(parent) & {"will", "would", "'ll", "'d"}:
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
        modals = _modals(parent)
        words = self.lexicon.words
        verb = parent if parent.pos_ in ("VERB", "AUX") else None
        if verb is not None and modals & words["deontic_modals"]:
            if "should" in modals and self.marvelled(verb) is not None:
                self.suppose()
                return turned
            if not self.speaker_claim:
                self.out.claims.clear()
                self.speaker_claim = True
                # "any toll must be approved by the town": allowed on that condition
                subject = self.licensed(current, parent)
                self.claim(Claim("deontic", turned, (), parent, "demand", conditional=subject))
            return turned
        holders = tuple(self.holders(parent, place, predicate))
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
        dependent = self.is_dependent(parent)
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
        subjunctive = _is_subjunctive(first) or _asked_with(current) is not None
        if rel == "that" and predicate.kind == "attitude":
            if lemma(parent.text) in words["unasserting_verbs"]:
                # "hopes that Oz accepts it": nothing is told of Oz
                self.out.claims.clear()
                self.deferred.clear()
            elif verb is not None:
                self.source(parent)  # the owner of a demand is no source of what stands above it
            if any(_is_statement(c) for c in self.out.claims) and not subjunctive:
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
        if verb is not None and (_is_to_be(verb) or self.is_item(verb) or _is_misplaced(verb)):
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

    def is_item(self, verb: Token) -> bool:
        """Tell whether a gerund is an item of a list of wishes ("they include Oz leaving")."""
        return (
            verb.tag_ == "VBG"
            and verb.dep_ in ("ccomp", "xcomp", "pcomp")
            and bool(children(verb, "nsubj"))
            and not children(verb, "aux")
            and lemma(verb.head.text) in self.lexicon.words["including_verbs"]
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

    def is_dependent(self, parent: Token) -> bool:
        """Tell whether a verb is an infinitive or gerund under another predicate."""
        if parent.pos_ not in ("VERB", "AUX"):
            return False
        if children(parent, "nsubj", "nsubjpass"):
            return False
        if parent.dep_ in ("xcomp", "pcomp"):
            return True
        return parent.dep_ in ("acl", "relcl") and any(
            c.tag_ == "TO" for c in children(parent, "aux")
        )

    def holders(self, parent: Token, place: Token, predicate: Predicate) -> Iterable[Token]:
        if predicate.holder == "obj":
            if "subj" not in predicate.content:
                return children(parent, "dobj", "nsubjpass")
            return self.experiencers(parent)
        if predicate.pos == "n" or (place.pos_ in ("NOUN", "PROPN") and predicate.pos != "i"):
            return self.senders(place) or self.owners(place) or self.bringers(place)
        if predicate.pos == "i":
            verb = parent
            while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
                if verb.pos_ == "NOUN" and verb.dep_ not in ("pobj", "dobj", "attr", "npadvmod"):
                    break
                verb = verb.head
            if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ == "appos":
                return [verb.head]  # "Oz, no friend of it, …"
            while verb.dep_ == "xcomp" and self.idioms.get(verb.head.i) is predicate:
                verb = verb.head  # "found little to like in it"
            found = subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
            if " be " in predicate.term:
                found = found or children(verb, "nsubjpass")  # "would not be drawn on it"
            return [s for s in found if s.i not in self.idioms] or found
        if predicate.pos == "a":
            passive = children(place, "nsubjpass")
            if passive:
                return passive  # "is split over it", taken for a passive
            if place.dep_ in ("acomp", "attr", "oprd", "xcomp") or place.head.pos_ in (
                "AUX",
                "VERB",
            ):
                return subjects(place.head) if place.head.pos_ in ("AUX", "VERB") else []
            if place.dep_ in ("amod", "acl", "relcl"):
                if place.head.lower_ in _INDEFINITE and place.head.dep_ == "attr":
                    return subjects(place.head.head)  # "is anything but ready"
                return [place.head]
            return subjects(place)
        if parent.dep_ == "amod":
            return [parent.head]
        above = parent.head.head if parent.dep_ == "pcomp" else parent
        if above is not parent and lemma(above.text) in self.lexicon.words["joining_verbs"]:
            return [*subjects(parent), *children(above, "dobj")]
        return subjects(parent)

    def experiencers(self, place: Token) -> list[Token]:
        """Return those to whom something is welcome or not ("found favour with Oz")."""
        above = (place, *place.ancestors)
        verb = next((t for t in above if t.pos_ in ("VERB", "AUX")), place)
        felt = [n for n in children(verb, "dobj", "dative") if n.i not in self.idioms]
        if felt:
            return felt
        phrases = children(verb, "prep")
        for word in children(verb, "dobj", "acomp", "attr", "advmod", "prt", "prep"):
            phrases += children(word, "prep")
        return [
            noun
            for preposition in phrases
            if preposition.lower_ in self.lexicon.words["experiencer_prepositions"]
            for noun in children(preposition, "pobj")
            if noun.i not in self.idioms
        ]

    def owners(self, noun: Token) -> list[Token]:
        """Return who a noun like "demand" or "refusal" belongs to."""
        found = children(noun, "poss")
        if found:
            return found
        for prep in children(noun, "prep", "agent"):
            if prep.lower_ in ("of", "by", "from", "among", "for", "in") and prep.i > noun.i:
                inner = children(prep, "pobj")
                if prep.lower_ in ("of", "for", "in") and not any(
                    n.pos_ == "PROPN"
                    or n.text[:1].isupper()
                    or (prep.lower_ == "in" and any(c.text[:1].isupper() for c in n.children))
                    for n in inner
                ):
                    continue
                found.extend(inner)
        for participle in children(noun, "acl"):
            for by in children(participle, "agent"):
                found.extend(children(by, "pobj"))
        if found:
            return found
        modifiers = [c for c in children(noun, "amod", "compound", "nmod") if c.text[:1].isupper()]
        if modifiers:
            return modifiers[-1:]
        if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            return self.owners(noun.head)
        return []

    def waived(self, conditions: Token) -> bool:
        """Tell whether conditions are denied by what governs them ("no need of conditions")."""
        for above in conditions.ancestors:
            if self.negated(above):
                return True
            if above.pos_ in ("VERB", "AUX"):
                break
        return False

    def senders(self, noun: Token) -> list[Token]:
        """Return where something comes from ("from Oz came a request for it")."""
        verb = noun.head
        # behind the verb the parser may take it for the object
        if noun.dep_ not in ("nsubj", "dobj", "attr") or noun.i < verb.i:
            return []
        if lemma(verb.text) not in self.lexicon.words["sounding_verbs"]:
            return []
        return [
            place
            for preposition in children(verb, "prep")
            if preposition.i < verb.i
            for last in (preposition, *children(preposition, "prep"))
            if last.lower_ in ("from", "of")
            for place in children(last, "pobj")
        ]

    def bringers(self, noun: Token) -> list[Token]:
        """Return who comes or leaves with what a noun names ("arrived with a request for it")."""
        verb = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "with" or verb.pos_ != "VERB":
            return []
        coming = lemma(verb.text) in self.lexicon.words["coming_verbs"]
        return subjects(verb) if coming and not children(verb, "nsubjpass") else []

    def for_phrase(self, place: Token, copula: Token) -> list[Token]:
        """Return the party for whom something is unacceptable ("for Oz", "to Oz")."""
        inner = [n for prep in children(place, "prep") for n in children(prep, "pobj")]
        for prep in children(copula, "prep"):
            # "For Oz, a cap on herring would be wrong": taken for the subject
            if prep.lower_ in ("for", "to") and not list(prep.children) and prep.is_sent_start:
                noun = prep.nbor()
                if noun.dep_ == "nsubj" and noun.pos_ == "PROPN" and noun.nbor().text == ",":
                    return [noun]
        idiom = self.idioms.get(place.i)
        whole = [place.doc[i] for i, other in self.idioms.items() if idiom and other is idiom]
        return [
            noun
            for governor in dict.fromkeys((place, *whole, *inner, copula))
            for prep in children(governor, "prep")
            if prep.lower_ in ("for", "to")
            for noun in children(prep, "pobj")
            if noun.text[:1].isupper() or noun.pos_ == "PRON"
        ]

    def for_after(self, place: Token) -> list[Token]:
        """Return the party named right behind a judgement, whatever the parser hangs it from."""
        following = [t for t in place.doc[place.i + 1 : place.i + 3] if t.text != '"'][:1]
        return [
            noun
            for prep in following
            if prep.lower_ in ("for", "to") and prep.dep_ == "prep"
            for noun in children(prep, "pobj")
            if noun.text[:1].isupper()
        ]

    def source(self, verb: Token) -> None:
        """Note whose words a reporting verb or noun gives."""
        idiom = self.idioms.get(verb.i)
        while idiom is not None and self.idioms.get(verb.head.i) is idiom and verb.dep_ == "ccomp":
            verb = verb.head  # "let it be known": who let it
        spoken = verb.pos_ in ("VERB", "AUX")
        found = tuple(subjects(verb) if spoken else self.owners(verb))
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
        if self.unreadable(current, parent, rel):
            self.unread()
            telling = [c for c in children(current, "relcl") if _modals(c) & {"would", "could"}]
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
            if parent.lower_ == "last" and _modals(parent.head) & {"would", "'d", "will", "'ll"}:
                sign = -sign  # "would be the last to accept it"
                self.flip()
        elif parent.pos_ == "ADJ" and rel in ("to", "that"):
            # "unlikely to get it": a forecast, or a judgement not in the lexicon
            self.deferred.clear()
            self.out.silent = True
        if rel == "without":
            refused = self.object_lacking(current, parent)
            if refused is not None:
                return self.apply(current, parent, "obj", -sign, refused, None)
            none = any(
                _is_nothing(noun) or any(c.lower_ == "no" for c in children(noun, "det"))
                for noun in children(parent, "attr", "dobj", "nsubj")
            )
            if any(t.lower_ == "without" and t.i in self.inside for t in parent.subtree):
                return -sign if turned_off or none else sign
            if not none and lemma(parent.text) in self.lexicon.words["copulas"]:
                verdict, _ = self.complement(parent)
                # "without it, … is worthless"
                none = verdict is not None and verdict.polarity == "-"
            if parent.pos_ == "NOUN" and not (turned_off or none) and self.condemned(parent):
                return -sign  # "an accord without it is worthless"
            if turned_off or none:
                if turned_off and parent.pos_ == "VERB" and not self.out.claims:
                    doers = [h for h in subjects(parent) if _is_somebody(h)]
                    if doers and _modals(parent) & self.lexicon.words["volitional_modals"]:
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
                if (ceasing and not children(parent, "dobj")) or self.kept_out(parent):
                    sign = -sign  # "deliveries must stop", "soldiers will stay out"
                    self.out.flips += 1
                if _is_doing(current) and lemma(parent.text) in words["equating_verbs"]:
                    self.unread()  # "to leave would mean to lose"
                    return None
                if lemma(parent.text) not in self.lexicon.words["copulas"]:
                    self.out.unknown += 1
                    if self.tells_consequence(parent) and not turned_off:
                        self.out.consequence = parent
                    # "would reward him" judges as often as it announces
                    within = min(self.inside, default=0) < parent.i < max(self.inside, default=0)
                    judged = not within and any(
                        c.dep_ == "dobj" or (c.i > parent.i and not is_report(c, self.lexicon))
                        for c in children(parent, "dobj", "xcomp", "ccomp")
                    )
                    self.out.subject_of = judged or not self.announced(parent, within=within)
                elif _is_doing(current) and any(
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
                elif current.i in self.inside and self.unknown_name(parent):
                    self.unread()  # "is another word for …"
                elif self.unknown_state(parent):
                    self.out.aside = True  # "is dubious": a judgement not in the lexicon
                modals = _modals(parent)
                if self.comes_to_nothing(parent) and not self.out.claims:
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
            if rel not in _ARGUMENT_RELATIONS and doers and current.i < doers[0].i:
                # "On the heels of the talks, Oz left": the occasion of something else
                self.out.silent = True
            elif rel in self.lexicon.words["circumstance_prepositions"]:
                # "struck it with missiles": a means, not what is wanted
                self.out.silent = True
            elif rel in self.lexicon.words["feeling_prepositions"] and self.unknown_state(parent):
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

    def object_lacking(self, noun: Token, verb: Token) -> Predicate | None:
        """Return the refusal of an object that lacks a noun ("dismissed an accord without it").

        The parser hangs "without" from the verb.
        """
        found = reading(verb, "obj", self.lexicon) if verb.pos_ == "VERB" else None
        if found is None or found.kind != "attitude" or found.polarity != "-":
            return None
        beside = any(c.right_edge.i == noun.head.i - 1 for c in children(verb, "dobj"))
        return found if beside and noun.head.dep_ == "prep" else None

    def condemned(self, noun: Token) -> bool:
        """Tell whether what stands above a noun is against what the noun names."""
        above = relation(noun)
        if above is None or above[0].pos_ not in ("VERB", "AUX"):
            return False
        verb, rel = above
        found = self.idioms.get(verb.i) or reading(verb, rel, self.lexicon)
        if rel == "subj" and lemma(verb.text) in self.lexicon.words["copulas"]:
            found, _ = self.complement(verb)
        if found is None or found.kind not in ("attitude", "evaluate") or not _matches(found, rel):
            return False
        return found.polarity == "-" and not negated(verb, self.lexicon)

    def unreadable(self, current: Token, parent: Token, rel: str) -> bool:
        """Tell whether an unknown governor leaves open what is thought of what it takes.

        "Smelt a truce", "bombed the talks", "his decision on arms", "warned of a levy".
        """
        words, low = self.lexicon.words, lemma(parent.text)
        if parent.i in self.inside:
            return False
        if parent.pos_ == "VERB" and rel == "obj":
            return low in words["perceiving_verbs"] or low in words["violent_verbs"]
        if parent.pos_ == "VERB" and rel == "of" and low in words["warning_words"]:
            # who is warned of something is threatened with it, unless it is told what it would do
            return not children(parent, "dobj", "nsubjpass") or bool(children(current, "relcl"))
        if parent.pos_ == "NOUN" and rel in words["verdict_prepositions"]:
            return low in words["verdict_nouns"] and current.pos_ in ("NOUN", "PROPN")
        return False

    def kept_out(self, verb: Token) -> bool:
        """Tell whether a verb's subject stays where it is not ("will stay out of it")."""
        words = self.lexicon.words
        return lemma(verb.text) in words["staying_verbs"] and any(
            c.lower_ in words["shut_words"] and c.i not in self.inside and c.i > verb.i
            for c in children(verb, "prt", "advmod", "acomp", "oprd", "prep")
        )

    def flip(self) -> None:
        """Turn the signs of the wishes that wait for a holder."""
        self.deferred[:] = [
            replace(c, sign=-c.sign) if c.kind == "attitude" else c for c in self.deferred
        ]

    def comes_to_nothing(self, verb: Token) -> bool:
        """Tell whether a verb says all that its subject would do ("would merely buy time")."""
        words = self.lexicon.words
        if lemma(verb.text) in words["copulas"]:
            return self.belittles(verb)
        if not _modals(verb) & {"would", "'d", "will", "'ll"} or children(verb, "auxpass", "neg"):
            return False
        if lemma(verb.text) in words["coming_about_verbs"] | words["copulas"]:
            return False  # "would only begin after …"
        if children(verb, "advcl"):
            return False
        if lemma(verb.text) == "do":
            return self.belittles(verb)
        only = any(
            c.lower_ in words["belittling_adverbs"] and c.i < verb.i
            for c in children(verb, "advmod")
        )
        return only and bool(children(verb, "dobj", "dative", "ccomp", "xcomp"))

    def belittles(self, verb: Token) -> bool:
        """Tell whether "no more than" or the like stands right behind a verb."""
        after = f"{verb.doc[verb.i + 1 : verb.i + 5].text.lower()} "
        return any(after.startswith(f"{p} ") for p in self.lexicon.words["belittling_phrases"])

    def unknown_name(self, copula: Token) -> bool:
        """Tell whether a copula predicates a noun that may be praise or blame."""
        words = self.lexicon.words
        if lemma(copula.text) in words["coming_about_verbs"] | words["becoming_verbs"]:
            return False
        return any(
            noun.pos_ == "NOUN"
            and noun.i > copula.i
            and noun.i not in self.inside
            and lemma(noun.text) not in words["plain_nouns"]
            and not children(noun, "relcl")
            and not any(a.lower_ in words["quality_adjectives"] for a in children(noun, "amod"))
            for noun in children(copula, "attr")
        )

    def unknown_state(self, copula: Token) -> bool:
        """Tell whether a copula predicates an adjective that the lexicon does not have.

        Or a phrase that it does not have ("is in the hands of others").
        """
        if lemma(copula.text) not in self.lexicon.words["copulas"]:
            return False
        bare = not children(copula, "acomp", "attr", "oprd", "ccomp", "xcomp", "expl")
        if bare and not _modals(copula):
            for preposition in children(copula, "prep"):
                going = {lemma(n.text) for n in children(preposition, "pobj")}
                if going & self.lexicon.words["progress_nouns"]:
                    continue  # "is in the works"
                if preposition.i == copula.i + 1 and preposition.i not in self.inside:
                    return True
        return any(
            not self.lexicon.readings("a", lemma(c.text))
            and lemma(c.text) not in self.lexicon.words["plain_adjectives"]
            and c.i not in self.inside
            for c in children(copula, "acomp")
        )

    def tells_consequence(self, verb: Token) -> bool:
        """Tell whether a verb says what would come of its subject ("would split the town")."""
        modals = _modals(verb)
        hinted = modals & (self.lexicon.words["possible_modals"] | {"would", "'d", "will", "'ll"})
        after = [c for c in children(verb, "dobj", "prep", "xcomp", "dative") if c.i > verb.i]
        return bool(hinted and after) and verb.i not in self.inside

    def announced(self, verb: Token, *, within: bool) -> bool:
        """Tell whether a verb says what will be ("will", or "would" under a report)."""
        modals = _modals(verb)
        if not within and lemma(verb.text) not in self.lexicon.words["coming_about_verbs"]:
            return False  # "would burn": told against it as often as for it
        if verb.dep_ == "xcomp" and verb.head.lower_ == "going":
            return True
        if modals & {"would", "'d"} and verb.dep_ == "ccomp":
            return is_report(verb.head, self.lexicon)
        return bool(modals & {"will", "'ll", "shall"})

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
        if _modals(verb) - {"has", "have", "had"} or self.negated(verb):
            return True
        if any(t.lower_ == "only" and t.i <= clause.left_edge.i for t in verb.subtree):
            return True
        return verb.tag_ in ("VB", "VBG")

    def supposed(self, clause: Token) -> bool:
        """Tell whether a complement clause only asks or supposes ("whether …", "Had Oz …")."""
        asking = {"whether", "if"}
        if lemma(clause.head.text) not in self.lexicon.words["copulas"]:
            asking |= {"why", "how"}  # but "that is why …" asserts
        marks = {c.lower_ for c in children(clause, "mark", "advmod")}
        if lemma(clause.head.text) in self.lexicon.words["asking_verbs"] and any(
            t.tag_ in ("WP", "WDT", "WRB") and t.i not in self.inside for t in clause.subtree
        ):
            return True
        if any(
            c.lower_ == "though" and c.nbor(-1).lower_ == "as" for c in children(clause, "mark")
        ):
            return True
        first = clause.left_edge
        leading = first.dep_ == "aux" and first.head.i == clause.i
        inverted = leading and first.lower_ in self.lexicon.words["inverted_auxiliaries"]
        return bool(marks & asking) or inverted

    def tells_day(self, noun: Token) -> bool:
        """Tell whether a clause behind a noun only tells of a day that may come."""
        words = self.lexicon.words
        # but "since the day that", "until the day when"
        open_end = noun.dep_ == "pobj" and noun.head.lower_ not in ("on", "of", "for", "to")
        return lemma(noun.text) in words["day_nouns"] and not open_end

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
            if self.concludes(current) or self.unordered(current, parent, marks, only=only):
                self.suppose()
                return None
            self.out.steps.append("precedence")
            holders = tuple(subjects(parent)) if parent.pos_ in ("VERB", "AUX") else ()
            if _modals(parent) & words["deontic_modals"]:
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
        modals = _modals(verb) & {"would", "'d", "will", "'ll"}
        if not modals or (clause.i < verb.i and not self.ends_conflict(verb)):
            return None
        if any(c.lower_ in ("even", "only") for c in children(clause, "advmod")):
            return None
        if self.ends_conflict(verb):
            return self.ended(verb, sign)
        if lemma(verb.text) in words["naming_verbs"] and clause.i > verb.i:
            name = self.judgement(self.pronounced(clause, verb))
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
            found, place = self.complement(verb)
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
        hinted = bool(_modals(main) & (words["volitional_modals"] | words["possible_modals"]))
        for place, predicate in known:
            if predicate.kind != "attitude" or predicate.polarity != "+":
                continue
            if not _has_rest(place, predicate) or negated(place, self.lexicon):
                continue
            if predicate.pos == "a" or (hinted and predicate.act in ("accept", "offer", "promise")):
                return main
        begun = lemma(main.text) in words["coming_about_verbs"] and hinted
        if begun and any(lemma(h.text) in words["encounter_words"] for h in holders):
            return main
        return None

    def concludes(self, clause: Token) -> bool:
        """Tell whether a clause says that an encounter is over ("once the talks conclude")."""
        words = self.lexicon.words
        ending = lemma(clause.text) in words["concluding_verbs"] and clause.i not in self.inside
        return ending and any(
            lemma(noun.text) in words["encounter_nouns"]
            for noun in children(clause, "nsubj", "nsubjpass")
        )

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
        if "before" not in marks or _modals(verb) & self.lexicon.words["deontic_modals"]:
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
