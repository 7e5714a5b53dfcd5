"""Governors that the lexicon knows, applied to what hangs from them.

One function for each class of predicate. Each takes a step whose predicate is known, notes what
is claimed by it, and returns the sign of what stands beyond it, or `STOP`.
"""

from collections.abc import Callable, Mapping

from stancegraph.extraction.claims import Claim, is_statement
from stancegraph.extraction.climb import STOP, Climb, Step
from stancegraph.extraction.contrasts import contrasted
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import for_phrase, holders_of, owners_of
from stancegraph.extraction.lexicon import Lexicon, Predicate, PredicateClass
from stancegraph.extraction.moods import (
    INTENDING,
    is_alternative,
    is_past,
    is_subjunctive,
    is_to_be,
    marvelling_word,
    modals_of,
)
from stancegraph.extraction.negation import denied_before, is_not_all, is_whole, negated
from stancegraph.extraction.parsing import children, first_conjunct, is_marked, subjects
from stancegraph.extraction.readings import reading, reading_at
from stancegraph.extraction.relations import (
    asked_with,
    is_dependent,
    is_item,
    is_misplaced,
    relation,
    sharing,
)
from stancegraph.extraction.trees import Token
from stancegraph.model import SpeechAct

__all__ = ["STANCE_BEARING", "apply", "is_turned_off", "naming"]

#: Classes of predicates that say something for or against what they take.
STANCE_BEARING = frozenset({"attitude", "effect", "urge"})
#: What somebody does who has not got a thing yet.
_ASKING = frozenset({"demand", "propose"})
#: What somebody no longer does who lets a thing be.
_BARRING = frozenset({"reject", "refuse", "oppose"})
#: Of words behind a judgement, in which an "only" is of those whom the thing would serve.
_NEAR = 7
#: How a gerund hangs from a preposition.
_GERUND_OF = frozenset({"pcomp", "conj"})


def apply(climb: Climb, at: Step) -> int:
    """Apply a governor to what it takes; return the sign beyond it."""
    at.turned_off = is_turned_off(climb, at)
    predicate = _predicate(at)
    if at.rel == "from" and predicate.kind == "effect" and _takes_away(at.parent):
        # "the withdrawal of troops from the front": the front stays
        climb.talk_of()
        return STOP
    climb.applied = predicate
    climb.out.steps.append(f"{predicate.kind}:{predicate.term}")
    climb.out.flips += (predicate.polarity == "-") + at.turned_off
    return _OPERATORS[predicate.kind](climb, at)


def is_turned_off(climb: Climb, at: Step) -> bool:
    """Tell whether a governor is negated, its complement and the words of its idiom included."""
    current, parent, predicate = at.current, at.parent, at.predicate
    if at.rel == "appos" and (
        negated(current, climb.lexicon) or contrasted(current, climb.lexicon)
    ):
        return False  # "no toll, no levy": each has its own negation
    skip = {current.i}
    for between in current.ancestors:
        if between.i == parent.i:
            break
        skip.add(between.i)
    skip |= denied_before(current) | climb.lifted | climb.worded
    if current.dep_ == "conj":
        # in "no A, no B and the C" each has its own negation
        skip |= {c.i for c in children(parent, "nsubj", "nsubjpass")}
    words = _words_of(climb, predicate)
    skip.update(words)
    turned_off = climb.negated(parent, skip)
    for index in words:
        # "will not stand in the way of it": the idiom's verb is negated, not its noun
        verb = parent.doc[index]
        if index != parent.i and verb.pos_ in ("VERB", "AUX"):
            turned_off ^= climb.negated(verb, skip)
            climb.counted.add(index)
        elif index != parent.i and verb.dep_ in ("acomp", "advmod"):
            # "is no worse off without it"
            turned_off ^= any(c.dep_ == "neg" and c.i not in skip for c in verb.children)
    if at.complement is not None:
        climb.counted.add(parent.i)
        turned_off ^= climb.negated(at.complement, skip)
    return turned_off


def naming(
    climb: Climb, verb: Token, sign: int, name: Token, found: Predicate | None = None
) -> int:
    """Apply a judgement passed by a verb of naming; its subject is the judge."""
    found = found or reading_at(name, "subj", climb.lexicon, climb.idioms)
    if found is None or found.kind not in ("evaluate", "attitude"):
        # a name that the lexicon does not know may be praise or blame
        climb.out.silent = True
        climb.source(verb)
        return sign
    if any(c.kind == "evaluate" and c.predicate.i == name.i for c in climb.out.claims):
        climb.source(verb)
        if not negated(verb, climb.lexicon):
            return sign  # judged on the way up
        # "does not think it wise that Oz pay"
        climb.out.claims[:] = [
            c._replace(sign=-c.sign) if c.predicate.i == name.i else c for c in climb.out.claims
        ]
        return -sign
    turned = _turned(found, sign)
    if negated(verb, climb.lexicon):
        turned = -turned
    climb.keep(lambda c: c.kind not in ("evaluate", "deontic"))
    climb.claim(Claim("evaluate", turned, (), name, found.act, ambivalent=found.polarity == "~"))
    climb.source(verb)
    return turned


def _predicate(at: Step) -> Predicate:
    assert at.predicate is not None, "only known governors are applied"
    return at.predicate


def _words_of(climb: Climb, predicate: Predicate | None) -> list[int]:
    """Return the places of an idiom's words, none for other predicates."""
    if predicate is None or predicate.pos != "i":
        return []
    # by the term: an idiom may have another row for what attaches to it in another way
    return [i for i, idiom in climb.idioms.items() if idiom.term == predicate.term]


def _turned(predicate: Predicate, sign: int) -> int:
    return -sign if predicate.polarity == "-" else sign


def _report(climb: Climb, at: Step) -> int:
    """Apply a verb or noun of saying: whose words these are."""
    if _predicate(at).term == "according to" and at.current.i in climb.inside:
        climb.suppose()  # "according to Oz's paper": a source, of which nothing is said
        return STOP
    if at.parent.dep_ == "relcl" and at.parent.head.lower_ in climb.lexicon.words["anyone"]:
        climb.suppose()  # "anyone who thinks that it will go"
        return STOP
    if modals_of(at.parent) & climb.lexicon.words["deontic_modals"]:
        return -at.sign if at.turned_off else at.sign  # "must accept that": said by another
    if any(c.lower_ == "longer" for c in children(at.parent, "advmod", "neg")):
        climb.suppose()  # "no longer says that it must go": that is over
        return STOP
    if _is_told(at.parent, climb):
        # "Oz was told that it is wrong": somebody else says so, and nobody knows who
        climb.keep(lambda c: bool(c.holders))
        climb.out.silent = True
        return at.sign
    climb.source(at.parent)
    return _unsaid(climb, at.parent, at.sign) if at.turned_off else at.sign


def _is_told(verb: Token, climb: Climb) -> bool:
    """Tell whether somebody is only told a thing, by nobody who is named."""
    return (
        lemma(verb.text) in climb.lexicon.words["telling_verbs"]
        and any(c.lower_ != "it" for c in children(verb, "nsubjpass"))
        and not subjects(verb)
    )


def _unsaid(climb: Climb, verb: Token, sign: int) -> int:
    """Apply the negation of a report: "does not think that it is needed" denies the need."""
    climb.deferred.clear()
    if lemma(verb.text) in climb.lexicon.words["conceding_verbs"]:
        # "will never accept that it is ceded"
        climb.out.claims.clear()
        holders = tuple(subjects(verb))
        climb.claim(Claim("attitude", -sign, holders, verb, "refuse", negated=True))
        return -sign
    if lemma(verb.text) in climb.lexicon.words["raising_verbs"]:
        climb.out.claims[:] = [c._replace(sign=-c.sign) for c in climb.out.claims if not c.holders]
        return -sign
    climb.keep(lambda c: bool(c.holders))
    climb.out.silent = True
    return sign


def _deny(climb: Climb, at: Step) -> int:
    """Apply a denial: of a claim, or, of what is denied to somebody, a refusal."""
    if at.rel == "obj" and children(at.parent, "dative"):
        # "denied Oz the loan"
        sign = at.sign if at.turned_off else -at.sign
        climb.claim(Claim("attitude", sign, tuple(subjects(at.parent)), at.parent, "refuse"))
        return sign
    climb.out.denied = not at.turned_off
    climb.source(at.parent)
    return at.sign


def _accuse(climb: Climb, at: Step) -> int:
    """Apply an accusation: what somebody is said to have done."""
    accused = tuple(children(at.parent, "dobj"))
    if accused and at.rel != "obj":
        accuser = tuple(subjects(at.parent))
        climb.out.claims.clear()
        climb.claim(Claim("accuse", at.sign, accused, at.parent, "criticise", accuser=accuser))
    climb.source(at.parent)
    return STOP


def _light(climb: Climb, at: Step) -> int:
    """Apply a word that says little of its own ("make", "take"): whoever is said to do it."""
    sign = -at.sign if at.turned_off else at.sign
    if at.turned_off:
        climb.turn_wishes()  # "has not the slightest wish to accept it"
    if at.parent.pos_ == "VERB":
        if climb.out.claims and not any(c.holders for c in climb.out.claims):
            climb.source(at.parent)  # "drew attention to the need for it"
        climb.mood(at.parent, sign, "act")
    return sign


def _over(climb: Climb, at: Step) -> int:
    """Apply a word by which a wish is over ("his former support")."""
    climb.past = True
    climb.out.claims[:] = [
        c._replace(past=True) if c.kind == "attitude" else c for c in climb.out.claims
    ]
    return _attitude(climb, at)


def _effect(climb: Climb, at: Step) -> int:
    """Apply what is done to a thing ("lift", "an end to", "send")."""
    predicate, current, parent, rel = _predicate(at), at.current, at.parent, at.rel
    undoes = predicate.polarity == "-" and not at.turned_off
    if (
        undoes
        and rel == "obj"
        and lemma(current.text) in climb.lexicon.words["standing_nouns"]
        and any(t.dep_ in ("acl", "ccomp", "relcl") for t in climb.out.path)
    ):
        # "reversed his position that Oz must go": it was his
        climb.past = True
        climb.out.claims[:] = [c._replace(past=True) for c in climb.out.claims]
        return at.sign
    turned = _turned(predicate, at.sign)
    if at.turned_off:
        turned = -turned
    if undoes and rel == "ing" and _given_over(climb, current, parent):
        return turned
    if undoes and rel == "to":
        _left_undone(climb, current)
    elif undoes and rel in ("obj", "of"):
        _given_up(climb, current, parent, turned)
    if parent.pos_ in ("VERB", "AUX"):
        if rel != "subj" or current.i not in climb.inside:
            # "the troops will stay out": not for the troops to decide
            act = predicate.act if predicate.act != "state" else "act"
            if rel == "obj" and _says_itself(climb, current):
                _dealt_with(climb, parent, turned, act)
            else:
                climb.mood(parent, turned, act)
    elif parent.pos_ in ("NOUN", "PROPN"):
        owners = owners_of(parent)
        if owners and not climb.out.claims:
            climb.deferred.append(Claim("act", turned, tuple(owners), parent, "act"))
    return turned


def _says_itself(climb: Climb, noun: Token) -> bool:
    """Tell whether a noun is a text, and all that is claimed so far is what it says itself."""
    words = climb.lexicon.words
    texts = words["document_nouns"] | words["arrangement_nouns"] | words["clause_nouns"]
    claims = climb.out.claims
    return lemma(noun.text) in texts and bool(claims) and all(c.holders == (noun,) for c in claims)


def _dealt_with(climb: Climb, verb: Token, sign: int, act: SpeechAct) -> None:
    """Apply what is done to a text that has a wish of its own ("vetoed a bill that asks it")."""
    own = list(climb.out.claims)
    climb.forget()
    climb.mood(verb, sign, act)
    done = list(climb.deferred)
    climb.deferred.clear()
    climb.out.claims[:0] = own
    for claim in done:
        climb.claim(claim)


def _left_undone(climb: Climb, verb: Token) -> None:
    """Apply "failed to" to what somebody failed to want ("failed to back it")."""
    if any(relation(t) in ((verb, "on"), (verb, "over")) for t in climb.out.path):
        climb.suppose()  # "failed to agree on it": nobody knows who would not
        return
    wanting = [c for c in climb.deferred if c.kind == "attitude"]
    # who failed to condemn it has not said that it is welcome
    kept = [c for c in wanting if not c.turned]
    climb.deferred[:] = [
        *(c for c in climb.deferred if c.kind != "attitude"),
        *(c._replace(sign=-c.sign, act="refuse", negated=True) for c in kept),
    ]
    if wanting and not kept:
        climb.suppose()


def _given_over(climb: Climb, verb: Token, ending: Token) -> bool:
    """Apply the end of what somebody has wanted or not ("stopped asking for it").

    Who no longer asks for a thing is not yet against it; who no longer resists it lets it be.
    """
    words = climb.lexicon.words
    wanting = [c for c in climb.deferred if c.kind == "attitude" and c.predicate.i == verb.i]
    if verb.i in climb.inside and any(
        p.kind == "attitude" and p.polarity == "+"
        for p in climb.lexicon.readings("v", lemma(verb.text))
    ):
        # "stopped asking for arms", matched from "asking" on
        wanting = [Claim("attitude", climb.out.sign, tuple(subjects(ending)), verb, "demand")]
    unsure = words["deontic_modals"] | words["possible_modals"] | {"to"}
    if not wanting or modals_of(ending) & unsure or is_dependent(ending):
        return False
    climb.deferred.clear()
    for claim in wanting:
        if claim.turned:
            climb.claim(claim._replace(sign=-claim.sign, act="accept", turned=False))
        else:
            climb.claim(claim._replace(past=True))
    return True


def _given_up(climb: Climb, wish: Token, verb: Token, turned: int) -> None:
    """Apply the end of a wish to it ("dropped its demand for it"): it is over."""
    climb.deferred[:] = [c for c in climb.deferred if c.predicate.i != wish.i]
    over = [c for c in climb.out.claims if c.kind == "attitude" and c.predicate.i == wish.i]
    climb.out.claims[:] = [c._replace(past=True) if c in over else c for c in climb.out.claims]
    if (
        any(c.sign < 0 < turned for c in over)
        and verb.pos_ == "VERB"
        and not children(verb, "auxpass")
        and not is_dependent(verb)
        and not modals_of(verb)
        and subjects(verb)
    ):
        # "gave up its resistance to it": it is accepted now
        climb.keep(lambda c: c.predicate.i != wish.i)
        climb.claim(Claim("attitude", turned, tuple(subjects(verb)), verb, "accept"))


def _takes_away(word: Token) -> bool:
    """Tell whether something else is taken from what stands behind "from"."""
    if word.pos_ == "VERB":
        return bool(children(word, "dobj", "nsubjpass"))
    return any(
        preposition.lower_ == "of" and any(n.pos_ == "NOUN" for n in preposition.children)
        for preposition in children(word, "prep")
    )


def _evaluate(climb: Climb, at: Step) -> int:
    """Apply a judgement ("is vital", "a mistake"), by whoever speaks or is named as its judge."""
    predicate, place = _predicate(at), at.place
    turned = _turned(predicate, at.sign)
    praised = predicate.polarity == "+" and at.rel == "subj"
    if at.turned_off != (praised and _serves_some_only(place, climb)):
        turned = -turned
    if at.rel in ("to", "ing"):
        climb.forget()  # "wise for Oz to accept it": advice, not what Oz does
    if climb.out.claims:
        if predicate.polarity == "?" and at.rel == "subj" and not at.turned_off:
            # "Oz's consent to it hinges on a vote"
            wishes = [c._replace(conditional=c.conditional or c.sign > 0) for c in climb.out.claims]
            climb.out.claims[:] = wishes
        return turned
    holders = tuple(for_phrase(place, at.parent, climb.idioms))
    if not holders and at.complement is not None and place.pos_ in ("NOUN", "PROPN"):
        holders = tuple(owners_of(place))  # "remains Oz's priority"
    climb.speaker_claim = True
    climb.claim(
        Claim(
            "evaluate",
            turned,
            holders,
            place,
            predicate.act,
            ambivalent=predicate.polarity == "~",
            conditional=predicate.polarity == "?",
            turned=turned != at.sign,
        )
    )
    return turned


def _serves_some_only(judge: Token, climb: Climb) -> bool:
    """Tell whether a thing is said to do good to some alone ("help only Oz", "of use to Oz only").

    The word stands right before whom it would serve, or right behind as the last of the clause.
    """
    words = climb.lexicon.words
    if lemma(judge.text) not in words["benefiting_words"]:
        return False
    end = judge.sent.end
    for word in judge.doc[judge.i + 1 : min(judge.i + _NEAR, end - 1)]:
        if word.text in (",", ";", ":") or word.lower_ in ("not", "and", "but"):
            return False
        if word.lower_ not in words["restricting_adverbs"]:
            continue
        after = word.nbor()
        if after.lower_ in ("to", "for") and after.i + 1 < end:
            after = after.nbor()
        return after.pos_ in ("PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM") or after.is_punct
    return False


def _attitude(climb: Climb, at: Step) -> int:
    """Apply an attitude ("rejects", "demand for", "open to") or an urge ("asks … to")."""
    predicate, current, parent, rel = _predicate(at), at.current, at.parent, at.rel
    words = climb.lexicon.words
    if predicate.polarity == "?" and rel == "for":
        if at.turned_off:
            return at.sign  # "has no conditions for it"
        if _is_waived(climb, at.place):
            return -at.sign  # turned again by what denies them
    price = predicate.pos == "i" and predicate.polarity == "?" and rel == "for"
    bargain = _bargain(climb, parent) if price else 0
    if bargain < 0:
        climb.unread()  # "will not lift it in return for a truce": no word against the truce
        return STOP
    past = climb.past or _is_over(climb, at)
    turned = _turned(predicate, at.sign)
    feared = rel == "that" and predicate.act == "oppose" and "that" in predicate.content
    if feared and _is_told_against(climb):
        turned = at.sign  # "fears that a toll would do harm": against the toll
    longer = past and _is_no_longer_so(climb, at)
    if at.turned_off and not longer:
        turned = -turned
    ambivalent = _is_ambivalent(climb, at)
    lifted = longer and not climb.past and predicate.polarity == "-" and predicate.act in _BARRING
    if lifted:
        # "no longer opposes it" lets it be, "no longer rules it out" leaves it open
        turned, past = at.sign, False
        ambivalent |= predicate.term.split()[0] in words["leaving_open"]
    modals = modals_of(parent) or modals_of(sharing(parent) or parent)
    verb = parent if parent.pos_ in ("VERB", "AUX") else None
    if verb is not None and (modals & words["deontic_modals"] or is_alternative(verb)):
        if "should" in modals and marvelling_word(verb, climb.lexicon) is not None:
            climb.suppose()
        elif not climb.speaker_claim:
            climb.out.claims.clear()
            # "any toll must be approved by the town": allowed on that condition
            climb.demand(turned, parent, conditional=_is_licensed(climb, current, parent))
        return turned
    if at.turned_off and lemma(parent.text) in words["prevailing_verbs"]:
        climb.unread()  # "has not persuaded Oz to accept it" may have tried to
        return STOP
    holders = _holders(climb, at)
    claim = Claim(
        "urge" if predicate.kind == "urge" else "attitude",
        turned,
        holders,
        at.place,
        "accept" if lifted else predicate.act,
        ambivalent=ambivalent,
        conditional=(predicate.polarity == "?" and not bargain)
        or (climb.conditional and verb is not None)
        or _is_qualified(climb, at),
        past=past,
        possible=bool(modals & (words["possible_modals"] | {"would", "'d"}))
        and not predicate.term.startswith("would "),
        negated=at.turned_off and not lifted,
        turned=turned != at.sign,
    )
    first = first_conjunct(current)
    subjunctive = is_subjunctive(first) or asked_with(current) is not None
    if rel == "that" and predicate.kind == "attitude":
        if lemma(parent.text) in words["unasserting_verbs"]:
            climb.forget()  # "hopes that Oz accepts it": nothing is told of Oz
        elif verb is not None:
            climb.source(parent)  # the owner of a demand is no source of what stands above it
        if any(is_statement(c) for c in climb.out.claims) and not subjunctive:
            return at.sign  # "insisted that Oz rejects it": a report of Oz
    won = _won_over(climb, at) if predicate.kind == "urge" else []
    if predicate.kind == "urge":
        climb.deferred.clear()
    asked = rel == "that" and predicate.kind == "attitude" and subjunctive
    if asked or predicate.kind == "urge" or (relation(current) or (None, ""))[1] in ("to", "sc"):
        # what is asked of somebody is not yet that somebody's position
        climb.keep(lambda c: c.kind == "accuse")
    doing = _done_by(climb, at)
    if not holders:
        climb.conditional |= claim.conditional and parent.pos_ == "NOUN"
        return turned
    if verb is not None and (is_to_be(verb) or is_item(verb, climb.lexicon) or is_misplaced(verb)):
        return turned  # "the idea is that Oz agree to it": what is to be, not what Oz says
    if rel == "obj" and current.pos_ == "NOUN" and parent.pos_ == "VERB":
        # "withheld his consent": his consent is not what he holds
        mine = words["possessives"]
        climb.keep(
            lambda c: c.predicate.i != current.i or not all(h.lower_ in mine for h in c.holders)
        )
    if predicate.act in _ASKING and predicate.polarity == "+" and current.pos_ == "NOUN":
        # "seeks Oz's support for it": Oz has not given it
        own = words["possessives"]
        climb.keep(
            lambda c: (
                c.predicate.i != current.i
                or lemma(current.text) not in words["consent_nouns"]
                or any(h.lower_ in own for h in c.holders)
            )
        )
    if is_dependent(parent):
        climb.deferred.insert(0, claim)
        return turned
    climb.keep(lambda c: c.kind != "deontic")
    climb.claim(claim)
    for wish in won:
        climb.claim(wish)
    if doing is not None:
        climb.claim(doing)
    return turned


def _is_told_against(climb: Climb) -> bool:
    """Tell whether the words below have been read as a judgement that turns the sign."""
    return any(claim.kind == "evaluate" and claim.turned for claim in climb.out.claims)


def _is_qualified(climb: Climb, at: Step) -> bool:
    """Return whether a wish is given on terms only ("conditional support for it")."""
    qualifying = climb.lexicon.words["qualifying_adjectives"]
    nouns = (at.place, *children(at.place, "dobj"))  # or "gave it"
    return any(c.lower_ in qualifying for noun in nouns for c in children(noun, "amod"))


def _won_over(climb: Climb, at: Step) -> list[Claim]:
    """Return what those hold who have been talked into it ("persuaded Oz to accept it").

    Who is to be persuaded, or would be, is not yet.
    """
    words, verb = climb.lexicon.words, at.parent
    if verb.tag_ not in ("VBD", "VBN") or at.turned_off:
        return []
    supposed = words["volitional_modals"] | words["possible_modals"] | words["deontic_modals"]
    if lemma(verb.text) not in words["prevailing_verbs"] or modals_of(verb) & (supposed | {"to"}):
        return []
    return [c for c in climb.deferred if c.kind == "attitude"]


def _bargain(climb: Climb, price: Token) -> int:
    """Return whether something is offered at a price: 1 if so, -1 if it is refused, 0 if unknown.

    Who offers a toll in return for a truce wants the truce; who would get a toll in return for it
    only has it to give.
    """
    words, offered = climb.lexicon.words, 0
    for above in price.ancestors:
        low = lemma(above.text)
        pos = {"NOUN": "n", "ADJ": "a", "VERB": "v"}.get(above.pos_)
        if pos is None:
            continue
        known = [p for p in climb.lexicon.readings(pos, low) if p.kind == "attitude"]
        if negated(above, climb.lexicon) or any(p.polarity == "-" for p in known):
            return -1
        modals = modals_of(above)
        if low in words["gaining_verbs"] or modals & words["deontic_modals"]:
            return 0
        if any(p.polarity == "+" for p in known) or modals & words["volitional_modals"]:
            offered = 1
    return offered


def _is_waived(climb: Climb, conditions: Token) -> bool:
    """Tell whether conditions are denied by what governs them ("no need of conditions")."""
    for above in conditions.ancestors:
        if climb.negated(above):
            return True
        if above.pos_ in ("VERB", "AUX"):
            break
    return False


def _is_ambivalent(climb: Climb, at: Step) -> bool:
    """Tell whether a wish is neither for nor against what it takes ("has not ruled it out")."""
    predicate, words = _predicate(at), climb.lexicon.words
    ambivalent = predicate.polarity == "~" or any(
        is_not_all(s, climb.lexicon) for s in subjects(at.parent)
    )
    if any(c.lower_ == "less" for c in children(at.place, "advmod")):
        return True  # "is less keen on a toll than on a levy"
    if not at.turned_off:
        return ambivalent
    own = (noun for noun in climb.out.path if noun.i in climb.inside)
    if any(is_whole(noun, climb.lexicon) for noun in (at.current, *own)):
        return True  # "does not back all of the tolls"
    if predicate.act == "consider" and modals_of(at.parent) & INTENDING:
        # "will not consider it" refuses it, "will not unless" does not
        marks = words["condition_marks"] | words["precedence_marks"]
        return any(is_marked(clause, *marks) for clause in children(at.parent, "advcl"))
    return (
        ambivalent
        or predicate.term.split()[0] in words["leaving_open"]  # "has not ruled it out"
        or _is_undecided(climb, at.parent, at.rel, predicate)
    )


def _is_undecided(climb: Climb, verb: Token, rel: str, predicate: Predicate) -> bool:
    """Tell whether the contrary is denied as well ("neither accepted nor rejected it")."""
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        others = [verb.head]
    else:
        others = [c for c in children(verb, "conj") if c.pos_ == "VERB"]
    first = min((verb.i, *(o.i for o in others)))
    if not any(t.lower_ in ("neither", "nor") for t in verb.doc[first - 1 : first + 6]):
        return False
    found = [reading(other, rel, climb.lexicon) for other in others]
    return any(o is not None and {o.polarity, predicate.polarity} == {"+", "-"} for o in found)


def _is_over(climb: Climb, at: Step) -> bool:
    """Tell whether a wish is marked as past, at its governor or at the verb of its idiom."""
    if is_past(at.parent, climb.lexicon):
        return True
    idiom = (at.parent.doc[i] for i in _words_of(climb, at.predicate))
    # "no longer stands in the way of it"
    return any(t.pos_ in ("VERB", "AUX") and is_past(t, climb.lexicon) for t in idiom)


def _is_no_longer_so(climb: Climb, at: Step) -> bool:
    """Tell whether a wish is said to be held no longer."""
    places = [at.parent, at.place, *(at.parent.doc[i] for i in _words_of(climb, at.predicate))]
    return any(c.lower_ == "longer" for place in places for c in children(place, "advmod", "neg"))


def _is_licensed(climb: Climb, noun: Token, verb: Token) -> bool:
    """Tell whether something is only made to depend on somebody's consent."""
    return (
        lemma(verb.text) in climb.lexicon.words["licensing_verbs"]
        and noun.dep_ == "nsubjpass"
        and (bool(children(verb, "agent")) or any(c.lower_ == "any" for c in children(noun, "det")))
    )


def _holders(climb: Climb, at: Step) -> tuple[Token, ...]:
    """Return who holds an attitude; of a passive that names nobody, the capital that stands by."""
    predicate, parent = _predicate(at), at.parent
    found = holders_of(parent, at.place, predicate, climb.lexicon, climb.idioms)
    holders = tuple(h for h in found if not _is_excepted(h, climb.lexicon))
    passive = parent.pos_ in ("VERB", "AUX") and (
        children(parent, "nsubjpass") or (parent.dep_ == "acl" and parent.tag_ in ("VBN", "VBD"))
    )
    if holders or not passive:
        return holders
    # "was dismissed in Oz": the capital stands for those who did it
    phrases = children(parent, "prep")
    if predicate.pos == "i":  # "was met with dismay in Oz"
        phrases += [p for q in phrases for n in children(q, "pobj") for p in n.children]
    return tuple(
        noun
        for preposition in phrases
        if preposition.lower_ in ("in", "at")
        for noun in children(preposition, "pobj")
        if noun.pos_ == "PROPN"
    )


def _is_excepted(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name is the exception ("all but Oz backed it")."""
    words = lexicon.words
    first = noun.left_edge.i
    if first < noun.sent.start + 2:
        return False
    every, but = noun.doc[first - 2].lower_, noun.doc[first - 1].lower_
    return but in words["excepting_prepositions"] and every in words["universal_words"]


def _done_by(climb: Climb, at: Step) -> Claim | None:
    """Return what somebody is praised or blamed for doing ("thanked Oz for lifting it")."""
    gerund, place = at.current, at.parent
    if at.rel not in ("for", "over") or gerund.tag_ != "VBG" or gerund.dep_ not in _GERUND_OF:
        return None
    if climb.out.adjunct or climb.out.topic or climb.out.aside or climb.out.silent:
        return None
    if place.pos_ in ("VERB", "AUX"):
        doers = children(place, "dobj", "nsubjpass")
    else:
        doers = [n for p in children(place, "prep") if p.lower_ == "of" for n in p.children]
    known = gerund.i in climb.inside or any(
        p.kind in STANCE_BEARING and p.polarity in ("+", "-")
        for p in climb.lexicon.readings("v", lemma(gerund.text))
    )
    tried = lemma(gerund.text) in climb.lexicon.words["ceasing_verbs"]
    if not doers or not known or tried or climb.negated(gerund):
        return None
    return Claim("act", at.sign, tuple(doers), gerund, "act")


_OPERATORS: Mapping[PredicateClass, Callable[[Climb, Step], int]] = {
    "attitude": _attitude,
    "urge": _attitude,
    "past": _over,
    "report": _report,
    "deny": _deny,
    "accuse": _accuse,
    "light": _light,
    "effect": _effect,
    "evaluate": _evaluate,
}
