"""What the lexicon says of a word where it stands.

A word may have several readings: which one holds depends on how its content attaches to it
(`relations`) and on the particles beside it.
"""

from collections.abc import Sequence

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Idioms, Lexicon, Predicate
from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Token

__all__ = [
    "fits",
    "has_content",
    "has_rest",
    "is_report",
    "reading",
    "reading_at",
    "refuses",
    "spurns",
    "wanting_noun",
]


def fits(predicate: Predicate, rel: str) -> bool:
    """Tell whether a reading takes what attaches in a given way.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [reject] = load_lexicon().readings("v", "reject")
    >>> fits(reject, "obj"), fits(reject, "to")
    (True, False)
    """
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


def has_rest(token: Token, predicate: Predicate) -> bool:
    """Tell whether the particles of a multi-word term are there.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [rule] = [p for p in load_lexicon().readings("v", "rule") if p.term == "rule out"]
    >>> words = words_in("Oz ruled out a truce. Oz ruled the isles.", "ruled", "ruled")
    >>> [has_rest(word, rule) for word in words]
    [True, False]
    """
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
    """Tell whether a verb gives somebody's words, particles and all ("made clear", "vowed").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz vowed to stay. Oz stayed.", "vowed", "stayed")
    >>> [is_report(word, load_lexicon()) for word in words]
    [True, False]
    """
    particles = {c.lower_ for c in children(token, "prt")}
    return any(
        (p.kind == "report" or (p.kind in ("attitude", "urge") and "that" in p.content))
        and has_rest(token, p)
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
    """Return the most specific reading of a governor for the way its content attaches.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [ruled] = words_in("Oz ruled out a truce.", "ruled")
    >>> found = reading(ruled, "obj", load_lexicon())
    >>> found.term, found.kind, found.polarity
    ('rule out', 'attitude', '-')
    """
    best: tuple[int, Predicate] | None = None
    for pos in _part_of_speech(token):
        for predicate in lexicon.readings(pos, lemma(token.text)):
            first, *rest = predicate.term.split()
            if pos == "n" and first.endswith("ing") and "ing" not in token.lower_:
                continue  # a sign is no signing
            # "voted down a loan": the parser may take the particle for a preposition
            strayed = rest[-1:] == [rel] and "obj" in predicate.content and pos == "v"
            if not (strayed or fits(predicate, rel)) or not has_rest(token, predicate):
                continue
            particles = {c.lower_ for c in children(token, "prt")}
            terms = set(predicate.term.split()[1:])
            # "the toll that it agreed on": the particle is what the content is hung from
            if particles - terms - {rel} and pos == "v" and predicate.kind != "report":
                continue
            rank = (
                4 * len(terms) + 2 * (rel in predicate.content) + (pos == _part_of_speech(token)[0])
            )
            if best is None or rank > best[0]:
                best = rank, predicate
        if best:
            break
    return best[1] if best else None


def reading_at(token: Token, rel: str, lexicon: Lexicon, idioms: Idioms) -> Predicate | None:
    """Return the predicate of the idiom that a governor belongs to, else its own reading.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [ruled] = words_in("Oz ruled out a truce.", "ruled")
    >>> reading_at(ruled, "obj", load_lexicon(), {}).term
    'rule out'
    """
    return idioms.get(token.i) or reading(token, rel, lexicon)


def refuses(place: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word may speak against what hangs from it ("refuse", "opposition").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz refuses to pay.", "refuses", "pay")
    >>> [refuses(word, load_lexicon()) for word in words]
    [True, False]
    """
    pos = "v" if place.pos_ in ("VERB", "AUX") else "a" if place.pos_ == "ADJ" else "n"
    return any(
        p.polarity == "-" and p.kind in ("attitude", "urge", "evaluate") and has_rest(place, p)
        for p in lexicon.readings(pos, lemma(place.text))
    )


def wanting_noun(noun: Token, lexicon: Lexicon, rel: str = "") -> Predicate | None:
    """Return the attitude that a noun names, whatever it takes ("demand", "refusal").

    Where it has several, the one of `rel` is taken: what somebody is concerned *to* do is
    wanted, and what there is concern *about* is not.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [demand, toll] = words_in("Their demand for a toll stands.", "demand", "toll")
    >>> wanting_noun(demand, load_lexicon()).polarity, wanting_noun(toll, load_lexicon())
    ('+', None)
    """
    wanting = [p for p in lexicon.readings("n", lemma(noun.text)) if p.kind == "attitude"]
    return next((p for p in wanting if rel in p.content), next(iter(wanting), None))


def has_content(noun: Token, predicate: Predicate) -> bool:
    """Tell whether a noun of wanting has what is wanted beside it ("support of the bid").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Ev noted their support for the bid. Ev noted their support."
    >>> words = words_in(text, "support", "support")
    >>> support = wanting_noun(words[0], load_lexicon())
    >>> [has_content(word, support) for word in words]
    [True, False]
    """
    return any(
        inner.pos_ == "NOUN"
        for preposition in children(noun, "prep")
        if preposition.lower_ in predicate.content
        for inner in children(preposition, "pobj")
    )


def spurns(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb is known as one of being against a thing ("reject", "rule out").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz rules out a toll. The mayor passes it on.", "rules", "passes")
    >>> [spurns(word, load_lexicon()) for word in words]
    [True, False]
    """
    return verb.pos_ == "VERB" and any(
        p.kind == "attitude" and p.polarity == "-" and "obj" in p.content and has_rest(verb, p)
        for p in lexicon.readings("v", lemma(verb.text))
    )
