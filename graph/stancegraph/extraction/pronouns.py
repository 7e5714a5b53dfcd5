"""Pronouns: whom "he", "it", "they" and the "we" of a joint text mean."""

from collections import Counter

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.pairs import last_pair
from stancegraph.extraction.parsing import children
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.salience import is_main, is_topic, most_salient
from stancegraph.extraction.trees import Token

__all__ = ["pronoun", "signatories"]

# Tokens, at most, behind the verb of a closing "he said in Id on Monday".
_REMARK = 8


def pronoun(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve a pronoun of the third person, to whom of those named it fits best.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv wants a truce. It will wait.")
    >>> [it] = words_in(discourse.doc, "It")
    >>> [referent.actor for referent in pronoun(it, discourse)]
    ['ukraine']
    """
    words = discourse.lexicon.words
    low = token.lower_
    limit = discourse.order(token)
    if low in words["pair_words"]:
        return last_pair(token, discourse)
    if low.endswith("self") and token.dep_ == "appos":
        return list(discourse.referents(token.head))  # "the man himself"
    fits = _agreeing(token, limit, discourse)
    if fits is None:
        return []
    place = _those_at(token, discourse) or _spoken_of(token, discourse)
    if place:
        return place
    ahead = _named_ahead(token, discourse)
    if ahead:
        return ahead
    fits = _besides_its_subject(token, fits, discourse)
    mates = _named_in_its_clause(token, discourse)
    fits = [r for r in fits if r.holder_id is None or r.holder_id not in mates]
    said = _within_what_is_said(token, discourse)
    if said is not None:
        # "the mayor was right, he said": he is not the mayor
        fits = [r for r in fits if not said[0] <= r.order < said[1]] or fits
    if lemma(token.head.text) in words["including_verbs"] and token.dep_ == "nsubj":
        # "They include a census": the demands do, not those whose they are
        fits = [r for r in fits if r.via == "document"] or fits
    chosen = most_salient(fits, limit, token, _pronoun_class(token, discourse.lexicon), discourse)
    if chosen is None or _means_a_thing(token, chosen, discourse):
        return []
    referent = chosen._replace(
        text=token.text,
        via="pronoun",
        order=limit,
        subject=token.dep_ in ("nsubj", "nsubjpass"),
        main=is_main(token, discourse.lexicon),
        role=token.dep_,
    )
    discourse.history.remember(referent)
    if low not in words["plural_pronouns"] and chosen.via != "document":
        return [referent]
    others = [
        r._replace(text=token.text, via="pronoun", order=limit)
        for r in fits
        if r.group == chosen.group and r.actor != chosen.actor
    ]
    return list({r.actor: r for r in [referent, *others]}.values())


def _agreeing(token: Token, limit: int, discourse: Discourse) -> list[Referent] | None:
    """Return the referents that a pronoun agrees with; None if it refers to nobody."""
    words, low = discourse.lexicon.words, token.lower_
    before = discourse.history.before(limit)
    if low in words["masculine_pronouns"]:
        return [r for r in before if r.person and r.gender != "female"]
    if low in words["feminine_pronouns"]:
        return [r for r in before if r.person and r.gender != "male"]
    if low in words["neuter_pronouns"]:
        if _is_pleonastic(token, discourse):
            return None
        return [
            r
            for r in before
            if not r.person
            and r.actor != discourse.case.other
            and (not r.plural or r.via == "name")
        ]
    if low in words["plural_pronouns"]:
        sizes = Counter(r.group for r in before)
        return [r for r in before if r.plural or sizes[r.group] > 1]
    return None


def _pronoun_class(token: Token, lexicon: Lexicon) -> str:
    """Return the kind of antecedent that is weighed for a pronoun."""
    if token.lower_ in lexicon.words["plural_pronouns"]:
        return "plural"
    return "thing" if token.lower_ in lexicon.words["neuter_pronouns"] else "person"


def _is_pleonastic(token: Token, discourse: Discourse) -> bool:
    """Recognise the "it" of "it is vital that", "it seems", which refers to nobody."""
    verb = token.head
    if token.dep_ == "expl":
        return True
    if lemma(verb.text) in discourse.lexicon.words["copulas"]:
        if children(verb, "ccomp", "xcomp", "advcl", "acomp"):
            return True
        # "It was a mistake, she thinks, to have left"
        rest = token.doc[verb.i + 1 : token.sent.end]
        return bool(children(verb, "attr")) and any(
            t.tag_ == "TO" and rest[n - 1].text == "," for n, t in enumerate(rest) if n
        )
    return False


def _means_a_thing(token: Token, chosen: Referent, discourse: Discourse) -> bool:
    """Tell whether "it" goes on about the thing that the sentence before was about.

    "The vote was close. It was held in Id": but who wants, says or does something is an actor.
    """
    if token.lower_ not in ("it", "its") or token.dep_ not in ("nsubj", "nsubjpass", "poss"):
        return False
    start = discourse.base + token.sent.start
    before = [t for t in discourse.history.things[-2:] if t < discourse.order(token)]
    if not before or before[-1] < chosen.order or len(discourse.history.sentences) < 2:
        return False
    if before[-1] < discourse.history.sentence_start(start - 1):
        return False
    verb = token.head
    acts = {"attitude", "urge", "report", "light", "act"}
    does = {p.kind for p in discourse.lexicon.readings("v", lemma(verb.text))} & acts
    return token.dep_ == "nsubjpass" or not does


def _besides_its_subject(
    token: Token, fits: list[Referent], discourse: Discourse
) -> list[Referent]:
    """Return whom else than its verb's own subject an object may mean ("Oz thanked him")."""
    to = token.dep_ == "pobj" and token.head.lower_ in ("to", "against", "by", "at")
    verb = token.head.head if to else token.head
    objective = (to or token.dep_ in ("dobj", "dative")) and token.tag_ == "PRP"
    if not objective or verb.pos_ != "VERB" or token.lower_.endswith(("self", "selves")):
        return fits
    doers = {
        (r.actor, r.holder_id or r.text)
        for subject in children(verb, "nsubj")
        for r in discourse.resolve([subject])
    }
    return [r for r in fits if (r.actor, r.holder_id or r.text) not in doers]


def _named_in_its_clause(token: Token, discourse: Discourse) -> set[str]:
    """Return the people whom a pronoun's own clause names, none of whom can be meant by it.

    "He would like to meet Oz" is not said of Oz.
    """
    if token.dep_ not in ("nsubj", "nsubjpass") or token.tag_ != "PRP":
        return set()
    behind = (t for t in token.head.subtree if t.i > max(token.i, token.head.i))
    named = (discourse.heads.get(t.i) for t in behind)
    return {
        m.actor
        for m in named
        if m is not None and not m.adjective and discourse.case.actors[m.actor].kind == "person"
    }


def _named_ahead(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve a pronoun of a phrase put first, in a new paragraph ("When he came, Oz waved")."""
    words = discourse.lexicon.words
    verb = token.sent.root
    single = words["masculine_pronouns"] | words["feminine_pronouns"]
    if token.dep_ != "nsubj" or token.lower_ not in single or verb.i < token.i:
        return []
    here = discourse.history.between(discourse.base, discourse.order(token))
    if any(r.person and r.actor != discourse.case.other for r in here):
        return []
    for doer in children(verb, "nsubj"):
        mention = discourse.heads.get(doer.i)
        if mention is None or doer.i < token.i or verb in token.head.subtree:
            continue
        actor = discourse.case.actors[mention.actor]
        wrong = "female" if token.lower_ in words["masculine_pronouns"] else "male"
        if actor.kind == "person" and actor.gender != wrong and token.head.i != verb.i:
            return [r._replace(text=token.text, via="pronoun") for r in discourse.resolve([doer])]
    return []


def _those_at(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve the "they" of "In Oz they say", who are those at that place."""
    verb = token.head
    if token.lower_ != "they" or token.dep_ != "nsubj" or token.i == token.sent.start:
        return []
    if not any(_tells_views(v, discourse) for v in (verb, *children(verb, "xcomp"))):
        return []
    before = token.nbor(-1)
    for preposition in children(verb, "prep"):
        opens = preposition.left_edge.i == token.sent.start
        if preposition.lower_ in ("in", "at") and opens and preposition.right_edge.i == before.i:
            found = discourse.resolve(children(preposition, "pobj"))
            return [r._replace(text=token.text, via="pronoun", plural=True) for r in found]
    return []


def _spoken_of(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve the "he" of '"He wants it," the mayor said of Oz', whom the remark names behind."""
    for verb in token.ancestors:
        if verb.i < token.i or lemma(verb.text) not in discourse.lexicon.words["of_matter_verbs"]:
            continue
        named = [n for p in children(verb, "prep") if p.lower_ == "of" for n in children(p, "pobj")]
        found = discourse.resolve(n for n in named if n.i > verb.i and n.i in discourse.heads)
        many = token.lower_ in discourse.lexicon.words["plural_pronouns"]
        if found and many == (found[0].plural or len(found) > 1):
            return [r._replace(text=token.text, via="pronoun") for r in found]
    return []


def _tells_views(verb: Token, discourse: Discourse) -> bool:
    """Tell whether a verb says what people think, say or, at this time, want."""
    kinds = {p.kind for p in discourse.lexicon.readings("v", lemma(verb.text))}
    naming = lemma(verb.text) in discourse.lexicon.words["naming_verbs"]
    return naming or "report" in kinds or (verb.tag_ == "VBP" and "attitude" in kinds)


def _within_what_is_said(token: Token, discourse: Discourse) -> tuple[int, int] | None:
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
    if any(p.kind == "report" for p in discourse.lexicon.readings("v", lemma(verb.text))):
        rest = token.doc[max(token.i, verb.i) + 1 : token.sent.end]
        before = all(c.i < first for c in children(verb, "ccomp", "xcomp", "advcl"))
        comma = next((n for n, t in enumerate(rest) if t.text == ","), len(rest))
        if verb.dep_ == "ROOT" and children(verb, "ccomp"):
            rest = rest[:comma]  # "…, he said, as long as it lasts"
        if any(is_topic(t) or _turns_to(t, discourse) for t in token.doc[start:first]):
            return None  # "Ev, for his part, will wait, he says": of himself
        if before and len(rest) <= _REMARK and all(t.text != "," for t in rest):
            return discourse.base + start, discourse.base + first
    return None


def _turns_to(subject: Token, discourse: Discourse) -> bool:
    """Tell whether a clause turns to somebody else ("Ev, by contrast, …")."""
    return subject.dep_ in ("nsubj", "nsubjpass") and any(
        p.lower_ in ("by", "for", "on") and n.lower_ in discourse.lexicon.words["turning_nouns"]
        for p in children(subject.head, "prep")
        for n in children(p, "pobj")
    )


def signatories(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "We, the leaders of Oz and Ev, …", which opens a text of theirs.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("We, the leaders of Ukraine and Poland, want a truce.")
    >>> [we] = words_in(discourse.doc, "We")
    >>> [referent.actor for referent in signatories(we, discourse)]
    ['ukraine', 'europe']
    """
    assert discourse.doc is not None
    opens = all(not t.is_alpha for t in discourse.doc[: token.i])
    quoted = any(t.is_quote for t in discourse.doc[: token.i])
    found = discourse.resolve(children(token, "appos"))
    if not opens or quoted or not found:
        return []
    discourse.speakers = tuple(r._replace(via="speaker", text=token.text) for r in found)
    return list(discourse.speakers)
