"""Descriptions: whom a noun means that is no actor's name, by its words or what went before."""

from collections.abc import Iterable, Sequence

from stancegraph.case import Actor
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.definites import definite_description
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.documents import text_before, text_made
from stancegraph.extraction.modifiers import joined_modifiers, modifier_actor, named_after
from stancegraph.extraction.names import by_name, members_of, out_of_office
from stancegraph.extraction.negation import is_none
from stancegraph.extraction.offices import office_at_home
from stancegraph.extraction.pairs import (
    counted,
    last_pair,
    one_of_two,
    other_members,
    pair,
    partner,
    visitor,
)
from stancegraph.extraction.parsing import children, premodifiers
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.strangers import is_former, is_unknown, outsider
from stancegraph.extraction.trees import Token

__all__ = ["described"]


def described(token: Token, discourse: Discourse) -> Iterable[Referent]:
    """Return whom a noun means that no name of the case's stands in, a stranger's name included."""
    words = discourse.lexicon.words
    head = lemma(token.text)
    if head in words["public_nouns"]:
        return [outsider(token, discourse)]
    speaking = head in words["speaking_nouns"] or head in discourse.registry.titles
    document = head in words["document_nouns"]
    if not token.children and not (speaking or document):
        return []  # most nouns: neither they nor anything beside them says whose they are
    if is_former(token, discourse):
        return [outsider(token, discourse)]
    if identified := _identified(token, discourse):
        return identified
    if any(c.lower_ == "half" for c in children(token, "predet", "det", "nmod", "quantmod")):
        return []  # half the country is not the country, nor half the power a state
    if token.tag_ == "NNS" and head in words["press_plurals"] and named_after(token, discourse):
        return [outsider(token, discourse)]
    definite = any(c.lower_ in ("the", "all") for c in children(token, "det", "predet"))
    if members := counted(token, head, discourse):
        return members
    if token.lower_ in ("two", "three") and definite:
        return last_pair(token, discourse, count=3 if token.lower_ == "three" else 2)
    if token.lower_ in ("former", "latter") and definite:
        return one_of_two(token, discourse)
    if token.lower_ == "others" and definite:
        return other_members(token, discourse)
    if head in words["people_nouns"] and (around := _entourage(token, discourse)):
        return around
    opposite = head == "number" and any(
        c.lower_ in words["opposite_adjectives"] for c in children(token, "amod")
    )
    if (head in words["partner_nouns"] or opposite) and token.tag_ == "NN":
        named = None if opposite else modifier_actor(token, head, discourse)
        if named is None:
            return partner(token, discourse) or visitor(token, head, discourse)
    if head in words["transparent_nouns"] or token.pos_ in ("NUM", "DET"):
        inner = [
            n
            for place in (token, *children(token, "nummod"))
            for p in children(place, "prep")
            if p.lower_ in ("of", "among", "in")
            for n in children(p, "pobj")
            if p.lower_ != "in" or head in words["passage_nouns"]
        ]
        return [r for n in inner for r in discourse.resolve([n])]
    if both := pair(token, head, discourse):
        return both
    for apposition in children(token, "appos"):
        # "his neighbour Joe Smith": the name says who it is
        before = apposition.left_edge.nbor(-1) if apposition.left_edge.i > token.i else token
        if token.i < apposition.left_edge.i <= token.i + 2 or before.text == ",":
            mention = discourse.heads.get(apposition.i)
            if mention is not None and not mention.adjective:
                return [by_name(apposition, mention, discourse)._replace(subject=True)]
    titled = [
        c
        for c in children(token, "compound", "amod", "appos", "nmod")
        if lemma(c.text) in discourse.registry.titles or lemma(c.text) in words["speaking_nouns"]
    ]
    is_name = token.pos_ == "PROPN" and token.text[:1].isupper()
    if not (speaking or document or (is_name and titled) or children(token, "appos")):
        return [outsider(token, discourse)] if is_unknown(token, head, discourse) else []
    if found := _by_words_beside(token, head, titled, is_name, speaking, discourse):
        return found
    return _by_what_went_before(token, head, is_name, speaking, discourse)


def _by_words_beside(
    token: Token,
    head: str,
    titled: Sequence[Token],
    is_name: bool,
    speaking: bool,
    discourse: Discourse,
) -> list[Referent]:
    """Return whom the words about a noun say that it means ("the Ozian envoys")."""
    actor_id = modifier_actor(token, head, discourse)
    if actor_id is None and is_name:
        for apposition in children(token, "appos"):
            for referent in discourse.referents(apposition):
                known = referent._replace(
                    text=discourse.phrase(token),
                    person=True,
                    order=discourse.order(token),
                    via="apposition",
                    holder_id=None,
                )
                discourse.short_names[token.text] = known
                return [known]
        for title in titled:
            actor_id = actor_id or modifier_actor(title, lemma(title.text), discourse)
    if actor_id is None:
        return []
    return [
        referent
        for one in (actor_id, *joined_modifiers(token, actor_id, discourse))
        for referent in members_of(
            _titled(token, head, one, is_name, speaking, discourse), discourse, one
        )
    ]


def _by_what_went_before(
    token: Token, head: str, is_name: bool, speaking: bool, discourse: Discourse
) -> list[Referent]:
    """Return whom a noun takes up that says of itself nothing of whose it is ("the minister")."""
    words = discourse.lexicon.words
    definite = any(c.lower_ in ("the", "this", "that") for c in children(token, "det"))
    if is_name and (office := office_at_home(token, head, (), discourse)) and definite:
        return [office]
    if is_name:
        # "the Prime Minister", where only one has been named
        title = definite and head in discourse.registry.titles
        found = definite_description(token, head, discourse) if title else []
        rivals = {
            r.actor
            for r in discourse.history.referents
            if r.order < discourse.order(token) and head in r.titles and r.person
        }
        return found if len(rivals) <= 1 else []
    if head in words["text_nouns"] | words["written_nouns"]:
        before = text_before(token, head, discourse) if definite else []
        return before or text_made(token, discourse)
    if token.tag_ == "NNS" and head in words["attendant_nouns"]:
        return definite_description(token, head, discourse)
    if speaking and any(
        c.lower_ in ("the", "this", "that", "his", "her", "their", "its", "our", "my")
        for c in children(token, "det", "poss")
    ):
        return definite_description(token, head, discourse)
    return []


def _titled(
    token: Token, head: str, actor_id: str, is_name: bool, speaking: bool, discourse: Discourse
) -> Referent:
    """Return who, or whose text, a noun with an actor's name or adjective about it is."""
    actor = discourse.case.actors[actor_id]
    holder: Actor | None = None
    anyone = any(c.lower_ in ("a", "an", "another", "one") for c in children(token, "det"))
    if head in discourse.registry.titles and not (is_name or anyone) and token.tag_ == "NN":
        holder = discourse.registry.office_holder(head, actor_id, discourse.day)
    person = is_name or head in discourse.registry.titles
    somebody = token.tag_ == "NN" and head in discourse.lexicon.words["human_nouns"]
    somebody = somebody and not is_none(token)
    titles = {head} if not is_name else {lemma(c.text) for c in children(token, "compound", "amod")}
    referent = Referent(
        actor=discourse.case.bloc_on(actor.id, discourse.day),
        holder_id=holder.id if holder else (None if person else actor.id),
        text=discourse.phrase(token),
        via="title" if speaking or is_name else "document",
        plural=token.tag_ in ("NNS", "NNPS"),
        person=somebody or (person and token.tag_ != "NNS"),
        gender=holder.gender if holder else None,
        titles=frozenset(titles),
        title_words=frozenset(titles | {head, *(lemma(t.text) for t in premodifiers(token))}),
        former=out_of_office(actor, discourse),
        order=discourse.order(token),
        subject=token.dep_ in ("nsubj", "nsubjpass"),
    )
    if is_name:
        discourse.short_names[token.text] = referent
    return referent


def _identified(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "the man who …" and "the first to …", of whom a copula says who it is."""
    words = discourse.lexicon.words
    copula = token.head
    if token.dep_ != "nsubj" or lemma(copula.text) != "be" or children(copula, "neg"):
        return []
    if (
        lemma(token.text)
        not in words["human_nouns"] | words["ranking_words"] | words["whoever_nouns"]
    ):
        return []
    if not any(c.lower_ == "the" for c in children(token, "det")):
        return []
    for name in children(copula, "attr"):
        mention = discourse.heads.get(name.i)
        if mention is not None and not mention.adjective and name.tag_ == "NNP":
            found = by_name(name, mention, discourse)
            return members_of(found._replace(subject=True), discourse)
    return []


def _entourage(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "people around Oz", "a person close to Oz", who speak for him."""
    places = [p for p in children(token, "prep") if p.lower_ in ("around", "near")]
    places += [
        p
        for adjective in children(token, "amod", "acl", "relcl")
        if adjective.lower_ == "close"
        for p in children(adjective, "prep")
        if p.lower_ == "to"
    ]
    found = [r for p in places for r in discourse.resolve(children(p, "pobj"))]
    return [
        r._replace(
            text=discourse.phrase(token),
            via="title",
            holder_id=None,
            plural=token.tag_ == "NNS",
            order=discourse.order(token),
        )
        for r in found
        if r.actor in discourse.case.actors and r.actor != discourse.case.other
    ][:1]
