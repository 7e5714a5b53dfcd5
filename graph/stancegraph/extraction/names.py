"""Names: whom one means, and when it means somebody else of that name."""

from stancegraph.case import Actor
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.parsing import children, premodifiers
from stancegraph.extraction.referents import Mention, Referent
from stancegraph.extraction.salience import is_topic
from stancegraph.extraction.trees import Token

__all__ = [
    "by_name",
    "is_bare_body",
    "is_modifier",
    "is_namesake",
    "members_of",
    "out_of_office",
]


def by_name(token: Token, mention: Mention, discourse: Discourse) -> Referent:
    """Return whom a name means; from a full name the text's short form for it is learnt.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv wants a truce.")
    >>> [kyiv] = words_in(discourse.doc, "Kyiv")
    >>> found = by_name(kyiv, discourse.heads[kyiv.i], discourse)
    >>> found.actor, found.via, found.person
    ('ukraine', 'name', False)
    """
    actor = discourse.case.actors[mention.actor]
    titles = discourse.registry.titles_of[actor.id]
    title_words = discourse.registry.title_words_of[actor.id]
    for office in _offices_behind(token, discourse) if token.children else ():
        titles |= {lemma(office.text)}
        title_words |= {lemma(t.text) for t in (office, *premodifiers(office))}
    referent = Referent(
        actor=discourse.case.bloc_on(actor.id, discourse.day),
        holder_id=actor.id,
        text=discourse.phrase(token),
        via="name",
        plural=actor.plural or token.tag_ == "NNS" or _is_people(token, mention, actor),
        person=actor.kind == "person",
        former=out_of_office(actor, discourse),
        gender=actor.gender,
        titles=titles,
        title_words=title_words,
        order=discourse.order(token),
        subject=token.dep_ in ("nsubj", "nsubjpass") or is_topic(token),
    )
    if mention.end - mention.start > len(token):
        # after the full name the surname is enough, even where it is a common word, and
        # "the Chamber" after "the Ozian Chamber"
        if referent.person or actor.kind == "institution":
            discourse.short_names[token.text] = referent
    return referent


def _offices_behind(token: Token, discourse: Discourse) -> list[Token]:
    """Return the offices that are put behind a name ("the Ozian, the king's envoy, …")."""
    nouns = discourse.registry.titles | discourse.lexicon.words["person_nouns"]
    return [c for c in children(token, "appos") if lemma(c.text) in nouns and c.tag_ == "NN"]


def _is_people(token: Token, mention: Mention, actor: Actor) -> bool:
    """Tell "the Avalonians", who take the pronoun they, from "the United States"."""
    alone = mention.end - mention.start == len(token)
    return alone and token.tag_ == "NNPS" and token.text != actor.label


def members_of(
    referent: Referent, discourse: Discourse, actor_id: str | None = None
) -> list[Referent]:
    """Return a group that speaks for several blocs once for each of them."""
    actor = discourse.case.actors[actor_id or referent.holder_id or referent.actor]
    if actor.kind != "group" or len(actor.parents) < 2:
        return [referent]
    return [referent._replace(actor=bloc) for bloc in discourse.registry.blocs(actor)]


def out_of_office(actor: Actor, discourse: Discourse) -> bool:
    """Tell whether a person's last office had ended before the article's day."""
    if discourse.day is None or actor.kind != "person" or not actor.offices:
        return False
    return all(o.end is not None and o.end <= discourse.day for o in actor.offices)


def is_namesake(token: Token, mention: Mention, discourse: Discourse) -> bool:
    """Tell whether a surname belongs to another bearer ("Ann Smith" is not "Joe Smith")."""
    assert discourse.doc is not None
    first = token
    while first.idx > mention.start and first.i > 0:
        first = first.nbor(-1)
    if first.i == 0 or " " in discourse.text[mention.start : mention.end]:
        return False
    before = discourse.doc[first.i - 1]
    if before.pos_ != "PROPN" or before.head.i != token.i or before.i in discourse.inside:
        return False
    titles = discourse.registry.titles | discourse.lexicon.words["speaking_nouns"]
    honorific = before.text.rstrip(".") in discourse.lexicon.words["honorifics"]
    return not (honorific or lemma(before.text) in titles) and before.dep_ == "compound"


def is_bare_body(token: Token) -> bool:
    """Tell whether a body is named by its last word alone ("the Chamber").

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("The Chamber met. The Chamber of Oz met.", "Chamber", "Chamber")
    >>> [is_bare_body(word) for word in words]
    [True, False]
    """
    articles = [c for c in children(token, "det") if c.lower_ == "the"]
    return bool(articles) and articles[0].i == token.i - 1 and not children(token, "prep")


def is_modifier(token: Token) -> bool:
    """Tell whether a word modifies another noun, which says then who is meant.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("The Ozian envoy left Oz.", "Ozian", "Oz")
    >>> [is_modifier(word) for word in words]
    [True, False]
    """
    return token.dep_ in ("compound", "amod", "poss", "nmod") and token.head.i != token.i
