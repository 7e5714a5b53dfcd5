"""Offices without a name, such as "the president": whose they are, and who holds them."""

from collections.abc import Sequence

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import BREAKS, Discourse
from stancegraph.extraction.names import by_name
from stancegraph.extraction.parsing import children, premodifiers
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Span, Token

__all__ = [
    "full_title",
    "home_country",
    "office_at_home",
    "office_of",
    "others_act",
    "scene_of",
    "topic_country",
]


def office_at_home(
    token: Token, head: str, named: Sequence[Referent], discourse: Discourse
) -> Referent | None:
    """Return who "the president" is to whoever speaks, or under the label of a place.

    Under a label somebody named since then with that title comes first.
    """
    home = home_country(token, discourse)
    if home is None or token.tag_ not in ("NN", "NNP"):
        return None
    if not discourse.speakers and any(r.order >= discourse.base for r in named):
        return None
    return office_of(token, head, home, discourse)


def office_of(token: Token, head: str, home: Referent, discourse: Discourse) -> Referent | None:
    """Return who holds an office of somebody's country, or somebody of whom no more is known.

    That is the finance minister of a country whose foreign minister alone the case has.
    """
    words = {lemma(word) for word in full_title(token).split()} - {"of", "the"}
    portfolio = words & discourse.registry.portfolios
    country = home.holder_id or home.actor
    holder = discourse.registry.office_holder(head, country, discourse.day)
    if holder is not None and not words - {head} <= discourse.registry.title_words_of[holder.id]:
        holder = None
    if holder is None and not portfolio:
        return None
    return Referent(
        discourse.case.bloc_on(holder.id if holder else country, discourse.day),
        holder.id if holder else None,
        discourse.phrase(token),
        "definite",
        person=True,
        gender=holder.gender if holder else None,
        titles=frozenset({head}),
        title_words=frozenset(words),
        order=discourse.order(token),
        subject=token.dep_ in ("nsubj", "nsubjpass"),
        role=token.dep_,
    )


def full_title(token: Token) -> str:
    """Return a title as written, with its "of …" ("secretary of state").

    >>> from stancegraph.extraction.examples import words_in
    >>> [secretary] = words_in("The deputy secretary of state spoke.", "secretary")
    >>> full_title(secretary)
    'deputy secretary of state'
    """
    parts = [c.lower_ for c in premodifiers(token) if c.text not in BREAKS]
    parts.append(token.lower_)
    for preposition in children(token, "prep"):
        if preposition.lower_ == "of" and preposition.i == token.i + 1:
            parts += [
                "of",
                *(n.lower_ for noun in children(preposition, "pobj") for n in noun.subtree),
            ]
    return " ".join(parts)


def home_country(token: Token, discourse: Discourse) -> Referent | None:
    """Return whose affairs "the government" belongs to without more: see `office_at_home`.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("In Ukraine the government said no.")
    >>> [government] = words_in(discourse.doc, "government")
    >>> home_country(government, discourse).actor
    'ukraine'
    """
    home = discourse.speakers[0] if len(discourse.speakers) == 1 else discourse.place
    if home is None:
        home = _speaking(token, discourse) or discourse.scene
    if home is None or home.actor not in discourse.case.actors:
        return None
    country = discourse.registry.country(home.holder_id or home.actor)
    if country is None:
        return None
    return home._replace(holder_id=country, person=False, gender=None, titles=frozenset())


def topic_country(limit: int, discourse: Discourse) -> Referent | None:
    """Return the country that the paragraph is about at a place in it.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Ukraine waited. The minister spoke.")
    >>> [minister] = words_in(discourse.doc, "minister")
    >>> topic_country(discourse.order(minister), discourse).actor
    'ukraine'
    """
    for referent in reversed(discourse.history.between(discourse.base, limit)):
        if referent.main:
            known = referent.via == "name" and not referent.person
            country = discourse.registry.country(referent.holder_id or referent.actor)
            return referent._replace(holder_id=country) if known and country else None
    return None


def others_act(home: Referent, discourse: Discourse) -> bool:
    """Tell whether another country has been the subject in the paragraph so far.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Ukraine wrote to the port. Russia answered.")
    >>> home = discourse.resolve(words_in(discourse.doc, "Ukraine"))[0]
    >>> others_act(home, discourse)
    True
    """
    return any(
        r.subject
        and not r.person
        and r.actor != home.actor
        and discourse.registry.country(r.holder_id or r.actor)
        for r in discourse.history.between(
            discourse.base, discourse.base + len(discourse.doc or ())
        )
    )


def _speaking(token: Token, discourse: Discourse) -> Referent | None:
    """Return who says, as somebody's official, what a word stands in ("…, an envoy said")."""
    for verb in (token.head, *token.head.ancestors, *children(token.head, "parataxis")):
        if verb.pos_ != "VERB" or verb.lower_ in discourse.lexicon.words["copulas"]:
            continue
        if not any(p.kind == "report" for p in discourse.lexicon.readings("v", lemma(verb.text))):
            continue
        for subject in children(verb, "nsubj"):
            if subject.i == token.i or subject.pos_ == "PRON" or token in subject.subtree:
                continue
            found = [r for r in discourse.referents(subject) if r.person]
            if len(found) == 1 and found[0].actor in discourse.case.actors:
                return found[0]
    return None


def scene_of(sentence: Span, discourse: Discourse) -> Referent | None:
    """Return whose place a sentence opens with ("In Id they said", "The reply from Id").

    >>> from stancegraph.extraction.examples import discourse_on
    >>> discourse = discourse_on("In Kyiv they said no.")
    >>> scene_of(discourse.doc.sents[0], discourse).actor
    'ukraine'
    """
    words = discourse.lexicon.words
    first = sentence.doc.tokens[sentence.start : min(sentence.start + 3, sentence.end)]
    openings = [t for t in first if t.lower_ in ("in", "at") and t.dep_ == "prep"]
    for noun in first:
        if noun.dep_ == "nsubj" and lemma(noun.text) in words["document_nouns"]:
            openings += [p for p in children(noun, "prep") if p.lower_ in ("from", "in")]
    for place in (n for p in openings for n in children(p, "pobj")):
        mention = discourse.heads.get(place.i)
        if mention is None or mention.adjective:
            continue
        actor = discourse.case.actors[mention.actor]
        if actor.kind != "person" and discourse.registry.country(actor.id) is not None:
            return by_name(place, mention, discourse)
    return None
