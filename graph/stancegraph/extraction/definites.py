"""Definite descriptions: whom "the minister" and "the government" take up."""

from collections.abc import Sequence

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.history import FAR, REACH
from stancegraph.extraction.offices import (
    full_title,
    home_country,
    office_at_home,
    office_of,
    others_act,
    topic_country,
)
from stancegraph.extraction.parsing import children, premodifiers
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.salience import most_salient
from stancegraph.extraction.trees import Token

__all__ = ["definite_description"]

# How far back an organisation is looked for that "the delegation" may be, in tokens.
_NEAR = 60


def definite_description(token: Token, head: str, discourse: Discourse) -> list[Referent]:
    """Resolve "the minister", "the chancellor", "the delegation" from what went before."""
    words = discourse.lexicon.words
    limit = discourse.order(token)
    owners = children(token, "poss")
    if owners:
        if head in words["relational_nouns"]:
            return []
        return [
            discourse.again(r, token, "definite")._replace(holder_id=None)
            for r in discourse.referents(owners[0])
            if r.actor in discourse.case.actors
        ]
    if head in discourse.registry.titles:
        holder = _holder(token, head, discourse)
        if holder is not None:
            return [holder]
        if head not in words["person_nouns"]:
            return []
    before = [r for r in discourse.history.before(limit, FAR) if r.actor in discourse.case.actors]
    if head in words["person_nouns"] and token.tag_ == "NN":
        # "the diplomat": whoever was named last, if it is a person
        people = [r for r in before if r.person and not r.plural]
        return [discourse.meant(r, token) for r in people[-1:] if limit - r.order < REACH]
    if head in words["attendant_nouns"]:
        return [
            discourse.meant(r, token)._replace(holder_id=None, person=False, plural=True)
            for r in before[-1:]
        ]
    return _organisation(token, head, before, discourse)


def _holder(token: Token, head: str, discourse: Discourse) -> Referent | None:
    """Return whom a title means: who has been named with it, or holds the office at hand.

    Of two ministers it is the one whose title has more of the words, then the likelier one.
    """
    limit = discourse.order(token)
    words = {lemma(t.text) for t in premodifiers(token)}
    # the finance minister is no other minister
    portfolio = words & discourse.registry.portfolios

    def bears(referent: Referent) -> bool:
        titled = head in referent.titles and portfolio <= referent.title_words
        return referent.order < limit and titled

    history = discourse.history
    named = [r for r in history.referents if bears(r)] or [r for r in history.asides if bears(r)]
    here = any(r.order >= discourse.history.sentence_start(limit) for r in named)
    at_home = None if here else office_at_home(token, head, named, discourse)
    if at_home is not None:
        return at_home
    if named:
        most = max(len(words & r.title_words) for r in named)
        alike = [r for r in named if len(words & r.title_words) == most]
        near = [r for r in alike if r.order >= limit - REACH]
        best = most_salient(near, limit, token, "person", discourse) or alike[-1]
        if best.order >= limit - FAR or len(named) == 1 or words & best.title_words:
            return discourse.meant(best, token)
    topic = topic_country(limit, discourse)
    if topic is not None and (office := office_of(token, head, topic, discourse)):
        return office
    holders = discourse.registry.holders_of(full_title(token), discourse.day)
    blocs = {discourse.case.bloc_on(holder.id, discourse.day) for holder in holders}
    if len(blocs) != 1:
        return None
    # of several holders it is enough to know for whom they all speak ("the chancellor")
    sole = holders[0] if len(holders) == 1 else None
    return Referent(
        blocs.pop(),
        sole.id if sole else None,
        discourse.phrase(token),
        "definite",
        person=True,
        gender=sole.gender if sole else None,
        titles=frozenset({head}),
        order=limit,
        subject=token.dep_ == "nsubj",
    )


def _organisation(
    token: Token, head: str, before: Sequence[Referent], discourse: Discourse
) -> list[Referent]:
    """Resolve "the delegation" to one of those named before, "the government" to whose it is."""
    words, limit = discourse.lexicon.words, discourse.order(token)
    orgs = [r for r in before if not r.person and r.via != "document" and limit - r.order < _NEAR]
    if head in words["state_bodies"] and token.tag_ in ("NN", "NNP"):
        home = home_country(token, discourse)
        if home is not None and (
            discourse.speakers or discourse.place or not others_act(home, discourse)
        ):
            return [discourse.meant(home, token)]
        bloc = discourse.registry.owners.get(head)
        owned = [r for r in before if r.actor == bloc and discourse.registry.country(r.actor)]
        if owned:
            orgs = [owned[-1]._replace(person=False, gender=None, holder_id=None)]
        # neither a league of states nor an alliance has a government or ministry
        orgs = [r for r in orgs if discourse.registry.country(r.holder_id or r.actor)]
    if (
        head in words["relational_nouns"]
        or head in words["bodies_by_modifier"]
        or not orgs
        or token.tag_ in ("NNS", "NNPS")
    ):
        return []
    org = most_salient(orgs, limit, token, "thing", discourse) or orgs[-1]
    return [discourse.again(org, token, "definite")]
