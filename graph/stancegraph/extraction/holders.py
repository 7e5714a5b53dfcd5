"""Who holds what a word says: its subject, its owner, or those to whom it seems so."""

from collections.abc import Iterable

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Idioms, Lexicon, Predicate
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.trees import Token

__all__ = [
    "INDEFINITE",
    "for_after",
    "for_phrase",
    "holders_of",
    "is_ownerless",
    "is_somebody",
    "names_nobody",
    "owners_of",
    "senders_of",
]

#: Words that make "with" say who does the same.
_JOINTLY = frozenset({"together", "along", "jointly"})
#: Words for whatever a relative clause goes on to name ("accepts nothing that …").
INDEFINITE = frozenset({"anything", "nothing", "whatever"})


def holders_of(
    parent: Token,
    place: Token,
    predicate: Predicate,
    lexicon: Lexicon,
    idioms: Idioms,
) -> Iterable[Token]:
    """Return who holds what a predicate at some place says, after the predicate's kind of holder.

    `place` is the word that carries the predicate, `parent` the verb that it stands under, if
    there is one ("is *ready*").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.readings import reading
    >>> text = "Oz demands a toll. The refusal by Ev to pay it stands."
    >>> demands, refusal, stands = words_in(text, "demands", "refusal", "stands")
    >>> wanting = reading(demands, "obj", load_lexicon())
    >>> holders_of(demands, demands, wanting, load_lexicon(), {})
    [Oz]
    >>> refusing = reading(refusal, "to", load_lexicon())
    >>> holders_of(stands, refusal, refusing, load_lexicon(), {})
    [Ev]
    """
    if predicate.holder == "obj":
        if "subj" not in predicate.content:
            return children(parent, "dobj", "nsubjpass")
        return _experiencers_of(parent, lexicon, idioms)
    if predicate.pos == "n" or (place.pos_ in ("NOUN", "PROPN") and predicate.pos != "i"):
        return senders_of(place, lexicon) or owners_of(place) or _bringers_of(place, lexicon)
    if predicate.pos == "i":
        verb = parent
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            if verb.pos_ == "NOUN" and verb.dep_ not in ("pobj", "dobj", "attr", "npadvmod"):
                break
            verb = verb.head
        if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ == "appos":
            return [verb.head]  # "Oz, no friend of it, …"
        while verb.dep_ == "xcomp" and idioms.get(verb.head.i) is predicate:
            verb = verb.head  # "found little to like in it"
        if verb.pos_ == "PROPN" and verb.dep_ == "ROOT":
            return [verb]  # "Oz in no mood for it"
        found = subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
        if "be" in predicate.term.split():
            # "would not be drawn on it", "is finished with it"
            found = found or children(verb, "nsubjpass")
        if not found:
            # "has yet to say yes or no to it": hung from the answer
            inner = (place.doc[i] for i, other in idioms.items() if other is predicate)
            verbs = [t for t in inner if t.pos_ == "VERB"]
            found = subjects(verbs[0]) if verbs else []
        return [s for s in found if s.i not in idioms] or found
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
            if place.head.lower_ in INDEFINITE and place.head.dep_ == "attr":
                return subjects(place.head.head)  # "is anything but ready"
            return [place.head]
        return subjects(place)
    if parent.dep_ == "amod":
        return [parent.head]
    above = parent.head.head if parent.dep_ == "pcomp" else parent
    if above is not parent and lemma(above.text) in lexicon.words["joining_verbs"]:
        return [*subjects(parent), *children(above, "dobj", "nsubjpass")]
    if lemma(parent.text) in lexicon.words["voting_verbs"]:
        # "voted with Oz against it"
        beside = [p for p in children(parent, "prep") if p.lower_ in ("with", "alongside")]
        return [*subjects(parent), *(n for p in beside for n in children(p, "pobj"))]
    return [*subjects(parent), *_companions_of(parent, lexicon)]


def _companions_of(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return with whom the subject does what a verb names ("Oz, joined by Ev, rejects it").

    They stand before the verb: "came together with Ev" says no more than that.
    """
    doers = children(verb, "nsubj")
    if not doers or verb.dep_ == "relcl":
        return []
    found: list[Token] = []
    for place in (verb, doers[0]):
        for participle in children(place, "advcl", "acl"):
            if participle.i < verb.i and lemma(participle.text) in lexicon.words["joining_verbs"]:
                for by in children(participle, "agent"):
                    found += children(by, "pobj")
        for preposition in children(place, "prep"):
            if preposition.i > verb.i:
                continue
            low = preposition.lower_
            inner = [p for p in children(preposition, "prep") if p.lower_ == "with"]
            together = {c.lower_ for c in children(preposition, "advmod")} & _JOINTLY
            if low == "with" and together:
                found += children(preposition, "pobj")
            elif low in _JOINTLY and inner:
                found += children(inner[0], "pobj")
            elif low in ("alongside", "like") and _between_commas(preposition):
                found += children(preposition, "pobj")
    # "like the king before him" is about another time
    return [n for n in found if n.right_edge.i + 1 < verb.i and not children(n, "prep")]


def _between_commas(phrase: Token) -> bool:
    """Tell whether a phrase opens the sentence or follows a comma, and ends with one."""
    doc, last = phrase.doc, phrase.right_edge.i
    opens = phrase.i == phrase.sent.start or doc[phrase.i - 1].text == ","
    return opens and last + 1 < len(doc) and doc[last + 1].text == ","


def owners_of(noun: Token) -> list[Token]:
    """Return who a noun like "demand" or "refusal" belongs to.

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "Oz's demand was met by the refusal of Ev."
    >>> [owners_of(word) for word in words_in(text, "demand", "refusal")]
    [[Oz], [Ev]]
    """
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
        return owners_of(noun.head)
    return []


def senders_of(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Return where something comes from ("from Oz came a request", "the idea came from Oz").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [idea, offer] = words_in("The idea came from Oz. From Ev came an offer.", "idea", "offer")
    >>> [senders_of(noun, load_lexicon()) for noun in (idea, offer)]
    [[Oz], [Ev]]
    """
    verb = noun.head
    if noun.dep_ not in ("nsubj", "dobj", "attr"):
        return []
    # behind the verb the parser may take it for the object
    behind = noun.i > verb.i
    if lemma(verb.text) not in lexicon.words["sounding_verbs" if behind else "origin_verbs"]:
        return []
    if not behind and (noun.pos_ != "NOUN" or negated(verb, lexicon)):
        return []
    return [
        place
        for preposition in children(verb, "prep")
        if (preposition.i < verb.i) == behind
        for last in (preposition, *(children(preposition, "prep") if behind else ()))
        if last.lower_ == "from" or (behind and last.lower_ == "of")
        for place in children(last, "pobj")
    ]


def _bringers_of(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Return who comes or leaves with what a noun names ("arrived with a request for it")."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "with" or verb.pos_ != "VERB":
        return []
    coming = lemma(verb.text) in lexicon.words["coming_verbs"]
    return subjects(verb) if coming and not children(verb, "nsubjpass") else []


def _experiencers_of(place: Token, lexicon: Lexicon, idioms: Idioms) -> list[Token]:
    """Return those to whom something is welcome or not ("found favour with Oz")."""
    above = (place, *place.ancestors)
    verb = next((t for t in above if t.pos_ in ("VERB", "AUX")), place)
    felt = [n for n in children(verb, "dobj", "dative") if n.i not in idioms]
    if felt:
        return felt
    phrases = children(verb, "prep")
    for word in children(verb, "dobj", "acomp", "attr", "advmod", "prt", "prep"):
        owners = owners_of(word) if word.i in idioms else []
        if owners:
            return owners  # "won Oz's backing"
        phrases += children(word, "prep")
    nouns = [
        noun
        for preposition in phrases
        if preposition.lower_ in lexicon.words["experiencer_prepositions"]
        for noun in children(preposition, "pobj")
    ]
    # "music to Oz's ears"
    return [felt for n in nouns for felt in ([n] if n.i not in idioms else children(n, "poss"))]


def for_phrase(place: Token, copula: Token, idioms: Idioms) -> list[Token]:
    """Return the party for whom something is unacceptable ("for Oz", "to Oz").

    >>> from stancegraph.extraction.examples import words_in
    >>> place, copula = words_in("A toll is unacceptable to Oz.", "unacceptable", "is")
    >>> for_phrase(place, copula, {})
    [Oz]
    """
    inner = [n for prep in children(place, "prep") for n in children(prep, "pobj")]
    for prep in children(copula, "prep"):
        # "For Oz, a cap on herring would be wrong": taken for the subject
        if prep.lower_ in ("for", "to") and not list(prep.children) and prep.is_sent_start:
            noun = prep.nbor()
            if noun.dep_ == "nsubj" and noun.pos_ == "PROPN" and noun.nbor().text == ",":
                return [noun]
    idiom = idioms.get(place.i)
    whole = [place.doc[i] for i, other in idioms.items() if idiom and other is idiom]
    return [
        noun
        for governor in dict.fromkeys((place, *whole, *inner, copula))
        for prep in children(governor, "prep")
        if prep.lower_ in ("for", "to")
        for noun in children(prep, "pobj")
        if noun.text[:1].isupper() or noun.pos_ == "PRON"
    ]


def for_after(place: Token) -> list[Token]:
    """Return the party named right behind a judgement, whatever the parser hangs it from.

    >>> from stancegraph.extraction.examples import words_in
    >>> [place] = words_in("A toll is a red line for Oz.", "line")
    >>> for_after(place)
    [Oz]
    """
    following = [t for t in place.doc[place.i + 1 : place.i + 3] if t.text != '"'][:1]
    return [
        noun
        for prep in following
        if prep.lower_ in ("for", "to") and prep.dep_ == "prep"
        for noun in children(prep, "pobj")
        if noun.text[:1].isupper()
    ]


def is_ownerless(verb: Token, inside: frozenset[int]) -> bool:
    """Tell whether nobody is said to do what a verb says.

    >>> from stancegraph.extraction.examples import words_in
    >>> text = "The toll must be lifted. Oz lifts it."
    >>> toll, *verbs = words_in(text, "toll", "lifted", "lifts")
    >>> [is_ownerless(verb, frozenset({toll.i})) for verb in verbs]
    [True, False]
    """
    return not children(verb, "agent") and all(
        h.tag_ in ("WDT", "WP") or (h.i > min(inside) and h.pos_ == "NOUN") for h in subjects(verb)
    )


def names_nobody(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun names a thing of a kind, and nobody ("a truce", "such a step").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Such a step irks Oz.", "step", "Oz")
    >>> [names_nobody(word, load_lexicon()) for word in words]
    [True, False]
    """
    if noun.lower_ in ("it", "this", "that"):
        return True
    kinds = lexicon.words["kind_determiners"]
    return any(c.lower_ in kinds for c in children(noun, "det", "predet"))


def is_somebody(token: Token) -> bool:
    """Tell whether a word may be a name or a person's pronoun.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("She told Oz of the toll.", "She", "Oz", "toll")
    >>> [is_somebody(word) for word in words]
    [True, True, False]
    """
    return token.pos_ == "PROPN" or token.lower_ in ("he", "she", "they", "we", "i")
