"""Modifiers: whose a noun is by the words about it, as in "the Ozian envoys", "Oz's plan"."""

from collections.abc import Iterable

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.parsing import children, conjuncts
from stancegraph.extraction.referents import Mention
from stancegraph.extraction.trees import Token

__all__ = ["joined_modifiers", "modifier_actor", "named_after", "seat"]

# What stands between two names that go together ("the Ozian-Evian paper").
_JOINTS = ("-", "–", "/")


def modifier_actor(token: Token, head: str, discourse: Discourse) -> str | None:
    """Return the id of the actor that a noun's modifiers name, the closest first.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("The Ukrainian envoy met the mayor.")
    >>> words = words_in(discourse.doc, "envoy", "mayor")
    >>> [modifier_actor(word, word.text, discourse) for word in words]
    ['ukraine', None]
    """
    words = discourse.lexicon.words
    document = head in words["document_nouns"]
    before = [
        c
        for c in children(token, "amod", "compound", "nmod", "nummod", "npadvmod")
        if c.i < token.i
    ]
    for child in sorted(before, key=lambda c: -c.i):
        mention = discourse.inside.get(child.i)
        if mention is not None and _sided_with(token, head, mention, discourse):
            return None
        if mention is not None and _is_about(head, mention, discourse):
            continue
        if mention is not None:
            return mention.actor
        joins = ["amod", "compound", "nmod", "conj"]
        if document and lemma(child.text) in words["sponsoring_participles"]:
            joins.append("npadvmod")  # "the Ozian-drafted paper"
        for inner in children(child, *joins):
            mention = discourse.inside.get(inner.i)
            if mention is not None:
                return mention.actor
    if head in words["relational_nouns"]:
        return seat(token, discourse)
    named = _behind(token, head, discourse)
    if named is not None:
        return named
    agents = (
        noun
        for participle in children(token, "acl")
        # not "leaders, joined by Oz"
        if document or participle.lower_ in words["leading_participles"]
        for agent in children(participle, "agent")
        for noun in children(agent, "pobj")
    )
    named = _first_actor(agents, discourse)
    if named is None and document:
        named = _first_actor(_makers(token, discourse), discourse)
    if named is not None:
        return named
    if head in words["partner_nouns"]:
        return None  # "his guest" is somebody else
    for owner in children(token, "poss"):
        mention = discourse.heads.get(owner.i)
        named = mention.actor if mention is not None else _first_actor([owner], discourse)
        if named is not None:
            return named
    return None


def seat(token: Token, discourse: Discourse) -> str | None:
    """Return the body that somebody's friends sit in ("Oz's allies in the Evian senate").

    Where nobody is said to have them, the place says who they are ("allies in Oz").
    """
    for preposition in children(token, "prep"):
        for noun in children(preposition, "pobj"):
            mention = discourse.heads.get(noun.i)
            if mention is None or preposition.lower_ not in ("in", "on", "at", "inside"):
                continue
            sits = discourse.case.actors[mention.actor].kind == "institution"
            if sits or not children(token, "poss"):
                return mention.actor
    return None


def _behind(token: Token, head: str, discourse: Discourse) -> str | None:
    """Return the id of the actor that a phrase behind a noun names ("the mayor of Oz")."""
    words = discourse.lexicon.words
    voice = ("for",) if head.startswith("spokes") or head in words["representing_nouns"] else ()
    if head in words["attendant_nouns"]:
        voice = ("to",)  # "an aide to the mayor"
    owned = bool(children(token, "poss")) and head not in words["partner_nouns"]
    document = head in words["document_nouns"]
    for preposition in children(token, "prep", "agent"):
        if (owned or document) and preposition.lower_ in ("in", "at"):
            continue  # "its ambassador in Oz", "a bill in the Ozian senate"
        if preposition.lower_ in ("of", "from", "by", "in", "at", *voice):
            for noun in children(preposition, "pobj"):
                for part in conjuncts(noun):
                    mention = discourse.heads.get(part.i)
                    if mention is not None:
                        return mention.actor
                    deeper = modifier_actor(part, lemma(part.text), discourse)
                    if deeper and preposition.lower_ in ("of", "from", "by", *voice):
                        return deeper
    return None


def _first_actor(nouns: Iterable[Token], discourse: Discourse) -> str | None:
    """Return the id of the first of the case's actors that phrases refer to."""
    for noun in nouns:
        for referent in discourse.referents(noun):
            if referent.actor in discourse.case.actors:
                return referent.holder_id or referent.actor
    return None


def joined_modifiers(token: Token, actor_id: str, discourse: Discourse) -> list[str]:
    """Return the further actors of "Ozian and Evian envoys", "the leaders of Oz and Ev".

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Ukrainian and Russian envoys met the mayor.")
    >>> [envoys] = words_in(discourse.doc, "envoys")
    >>> first = modifier_actor(envoys, "envoy", discourse)
    >>> first, joined_modifiers(envoys, first, discourse)
    ('ukraine', ['russia'])
    """
    head = lemma(token.text)
    document = head in discourse.lexicon.words["document_nouns"]
    assert discourse.doc is not None
    if token.tag_ not in ("NNS", "NNPS") and not document:
        return []
    found: list[str] = []
    places = [
        part
        for child in children(token, "amod", "compound", "nmod")
        for part in conjuncts(child)
        if part.i in discourse.inside
    ]
    if document:
        places += [
            name
            for part in (*places, *children(token, "amod", "compound", "nmod"))
            for name in children(part, "amod", "compound", "nmod", "npadvmod")
            if name.i in discourse.inside and discourse.doc[name.i + 1].text in _JOINTS
        ]
        places = [p for p in places if not _is_about(head, discourse.inside[p.i], discourse)]
    makes = ("of", "from", "by") if document else ("of", "from")
    given = [p for p in children(token, "prep") if p.lower_ in makes]
    places += [
        part
        for preposition in (given[:1] if document else given)
        for noun in children(preposition, "pobj")
        for part in conjuncts(noun)
        if part.i in discourse.heads
    ]
    named = [discourse.inside[part.i].actor for part in places]
    owners = children(token, "poss")  # "both nations' leaders"
    if head in discourse.lexicon.words["relational_nouns"]:
        owners = []  # "Oz's allies in the Evian senate"
    if document:
        owners += _makers(token, discourse)
    for owner in owners:
        named += [
            r.holder_id or r.actor
            for part in (conjuncts(owner) if document else [owner])
            for r in discourse.referents(part)
            if r.actor in discourse.case.actors
        ]
    for actor in named:
        if discourse.case.actors[actor].bloc not in [
            discourse.case.actors[a].bloc for a in (actor_id, *found)
        ]:
            found.append(actor)
    return found


def _makers(token: Token, discourse: Discourse) -> list[Token]:
    """Return who a clause says has made or put forward a text, with those it was made with.

    "The offer that Oz unwrapped", "a paper which their envoys drew up with Ev and Id".
    """
    words = discourse.lexicon.words
    found: list[Token] = []
    for clause in children(token, "relcl"):
        low = lemma(clause.text)
        objects = [o for o in children(clause, "dobj") if o.tag_ not in ("WDT", "WP")]
        taken = low in words["receiving_verbs"] and not children(clause, "prt")
        if taken or objects or clause.pos_ != "VERB" or children(clause, "neg"):
            continue
        if any(
            p.polarity == "-" and "obj" in p.content for p in discourse.lexicon.readings("v", low)
        ):
            continue  # "the plan that Oz fears"
        makes = low in words["authoring_verbs"]
        found += [n for n in children(clause, "nsubj") if makes or n.i in discourse.heads]
        if makes:
            found += _companions(clause)
    for participle in children(token, "acl"):
        agents = [n for by in children(participle, "agent") for n in children(by, "pobj")]
        found += agents
        if agents and lemma(participle.text) in words["authoring_verbs"]:
            found += _companions(participle)
    return found


def _companions(verb: Token) -> list[Token]:
    return [
        noun
        for preposition in children(verb, "prep")
        if preposition.lower_ == "with"
        for noun in children(preposition, "pobj")
    ]


def named_after(token: Token, discourse: Discourse) -> bool:
    """Tell whether a name that is no adjective stands before a noun ("the Oztown papers")."""
    names = [discourse.inside.get(c.i) for c in children(token, "compound", "nmod")]
    return any(name is not None and not name.adjective for name in names)


def _sided_with(token: Token, head: str, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a nationality says whose allies somebody is ("Ozian allies").

    "Our Ozian allies" and "European allies" say who they are.
    """
    return (
        mention.adjective
        and head in discourse.lexicon.words["siding_nouns"]
        and token.tag_ == "NNS"
        and not children(token, "poss")
        and discourse.registry.country(mention.actor) is not None
    )


def _is_about(head: str, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a name says what a text is about, not whose it is ("her Ozland plan").

    So does a country's own name, which has an adjective to say whose a thing is, but neither
    its capital nor two names in a row ("the Ozland-Evland treaty").
    """
    return (
        head in discourse.lexicon.words["document_nouns"]
        and not mention.adjective
        and discourse.text[mention.start : mention.end]
        == discourse.case.actors[mention.actor].label
        and discourse.registry.country(mention.actor) == mention.actor
        and not discourse.text[: mention.start].endswith(_JOINTS)
    )
