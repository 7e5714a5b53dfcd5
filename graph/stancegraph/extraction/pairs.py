"""Pairs and groups: "both sides", "the other side", "his guest", "the 27"."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.history import FAR
from stancegraph.extraction.modifiers import modifier_actor
from stancegraph.extraction.parsing import children
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.strangers import outsider
from stancegraph.extraction.trees import Token

__all__ = ["counted", "last_pair", "one_of_two", "other_members", "pair", "partner", "visitor"]

_ORDER = attrgetter("order")


def pair(token: Token, head: str, discourse: Discourse) -> list[Referent]:
    """Resolve "both sides", "the two leaders", "the other side", "all three parties".

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv met Moscow. Both sides want a truce.")
    >>> [sides] = words_in(discourse.doc, "sides")
    >>> [referent.actor for referent in pair(sides, "side", discourse)]
    ['ukraine', 'russia']
    """
    words = discourse.lexicon.words
    if head not in words["pair_nouns"] or token.tag_ not in ("NNS", "NNPS", "NN"):
        return []
    marks = {c.lower_ for c in children(token, "det", "nummod", "predet", "amod")}
    if any(discourse.inside.get(c.i) for c in children(token, "amod", "compound", "poss")):
        return []
    if modifier_actor(token, head, discourse) is not None:
        return []  # "the leaders of Oz and Ev" say themselves who they are
    people = head in words["pair_people"]
    if "other" in marks and token.tag_ == "NN" and not people:
        return _other_side(token, discourse)
    plain = token.tag_ == "NNS" and "the" in marks and head in words["plain_pair_nouns"]
    count = 3 if marks & {"three", "all"} else 2
    if not marks & {"both", "two", "three", "either", "neither", "each"} and not plain:
        return []
    if plain:
        named = [
            r
            for r in discourse.history.before(discourse.order(token))
            if head in map(lemma, r.text.split())
        ]
        last = [r for r in named if r.plural and r.group == named[-1].group]
        if last:
            return [discourse.again(r, token, "definite") for r in last]
    return last_pair(token, discourse, people=people, count=count)


def last_pair(
    token: Token, discourse: Discourse, *, people: bool = False, count: int = 2
) -> list[Referent]:
    """Return those whom "both sides", "the two leaders" or "all three" mean, once a bloc.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv met Moscow. Both want a truce.")
    >>> [both] = words_in(discourse.doc, "Both")
    >>> [referent.actor for referent in last_pair(both, discourse)]
    ['ukraine', 'russia']
    """
    found = _opponents(discourse.order(token), discourse, people=people, count=count)
    return [discourse.again(r, token, "pair") for r in {r.actor: r for r in found}.values()]


def _opponents(limit: int, discourse: Discourse, *, people: bool, count: int = 2) -> list[Referent]:
    """Return the parties named last together, in the order of the text.

    Those coordinated ("Oz and Ev", "Ozian and Evian envoys") come before those that
    merely stand nearest to each other, and the blocs compared before third parties,
    who host and mediate.
    """
    before = [r for r in _named(limit, discourse) if r.person or not people]

    def side(referent: Referent) -> tuple[str, str | None]:
        return referent.actor, _person(referent) if people else None

    together = _joined(before, side, count)
    # two who speak for one bloc between them
    joined = _joined([r for r in before if r.via == "name"], _person, count)
    together += [group for group in joined if len({r.actor for r in group}) == 1]
    nearest = sorted({side(r): r for r in before}.values(), key=_ORDER)[-count:]
    options: list[list[Referent]] = [*together, *([nearest] if len(nearest) == count else [])]
    if not options:
        # two of one bloc: "Ev's ministers met … both said"
        alike = list({r.actor: r for r in before[-count:]}.values())
        return alike if len(alike) == 1 and len(before) >= count else []

    def fit(option: list[Referent]) -> float:
        distance = limit - max(r.order for r in option)
        joined = option in together
        strangers = sum(r.actor not in discourse.case.compared for r in option)
        # being named together outweighs some two sentences of distance, and so does
        # being a party to the negotiation rather than a host
        return -distance + 40.0 * joined - 40.0 * strangers

    best = max(options, key=fit)
    return sorted(best, key=_ORDER)


def _named(limit: int, discourse: Discourse) -> list[Referent]:
    """Return those of the case's actors who were named before a place, not only as a pair."""
    return [
        r
        for r in discourse.history.before(limit, FAR)
        if r.actor in discourse.case.actors
        and r.actor != discourse.case.other
        and r.via not in ("pair", "document")
    ]


def _person(referent: Referent) -> str:
    """Return what tells a referent from others of the same bloc."""
    return referent.holder_id or referent.text


def _joined(
    named: Iterable[Referent], key: Callable[[Referent], Hashable], count: int
) -> list[list[Referent]]:
    """Return the groups of so many that were named together, of whom a key tells each."""
    groups: dict[int, dict[Hashable, Referent]] = {}
    for referent in named:
        if referent.group >= 0:
            groups.setdefault(referent.group, {}).setdefault(key(referent), referent)
    return [list(group.values()) for group in groups.values() if len(group) == count]


def _other_side(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "the other side": of the last pair, the one that did not act last."""
    both = _opponents(discourse.order(token), discourse, people=False)
    if len(both) < 2:
        # nobody knows who, but it is not whoever says so
        return [outsider(token, discourse)]
    blocs = {r.actor for r in both}
    acting = [
        r
        for r in discourse.history.before(discourse.order(token))
        if r.subject and r.actor in blocs
    ]
    if not acting:
        return []
    # a side is nobody whom "he" could mean, whoever stood for it before
    return [
        discourse.again(r, token, "pair")._replace(person=False, gender=None)
        for r in both
        if r.actor != acting[-1].actor
    ]


def one_of_two(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "the former" and "the latter": of the last pair, the one named first or last.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv met Moscow. The latter wants a truce.")
    >>> [latter] = words_in(discourse.doc, "latter")
    >>> [referent.actor for referent in one_of_two(latter, discourse)]
    ['russia']
    """
    both = _opponents(discourse.order(token), discourse, people=False)
    chosen = both[:1] if token.lower_ == "former" else both[-1:]
    return [discourse.again(r, token, "pair") for r in chosen]


def other_members(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "the others" after members of a league of states: the rest of the league.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> for text in ("Italy signed. The others did not.", "Moscow signed. The others did not."):
    ...     discourse = discourse_on(text)
    ...     [others] = words_in(discourse.doc, "others")
    ...     [referent.actor for referent in other_members(others, discourse)]
    ['europe']
    []
    """
    if children(token, "prep", "acl", "relcl"):
        return []
    before = discourse.history.before(discourse.order(token))
    last = [r for r in before if r.subject and r.actor in discourse.case.actors][-1:]
    around = [r for r in before if r.group == last[-1].group] if last else []
    members = [r for r in around if discourse.registry.league(r.holder_id or r.actor) is not None]
    if not members or len(members) < len(around):
        return []
    leagues = {discourse.registry.league(r.holder_id or r.actor) for r in members}
    if len(leagues) != 1 or len({r.actor for r in members}) != 1:
        return []
    return [discourse.meant(members[-1], token)._replace(holder_id=None, person=False, plural=True)]


def counted(token: Token, head: str, discourse: Discourse) -> list[Referent]:
    """Resolve "the 27", "the other twenty-six governments": members of what was named last.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("NATO has met. All 32 want a truce, and some 12 want more.")
    >>> every, some = words_in(discourse.doc, "32", "12")
    >>> [referent.actor for referent in counted(every, "32", discourse)]
    ['nato']
    >>> counted(some, "12", discourse)
    []
    """
    number = token
    if token.tag_ in ("NNS", "NNPS"):
        counts = children(token, "nummod")
        nouns = discourse.lexicon.words["pair_nouns"] | discourse.lexicon.words["member_nouns"]
        if len(counts) != 1 or head not in nouns or modifier_actor(token, head, discourse):
            return []
        number = counts[0]
    elif children(token, "prep"):
        return []  # "the ten of them"
    if number.tag_ != "CD" or not (number.text.isdigit() or children(number, "compound")):
        return []
    if not any(
        c.lower_ in ("the", "all", "other", "remaining")
        for c in children(token, "det", "predet", "amod")
    ):
        return []
    bodies = [
        r
        for r in _named(discourse.order(token), discourse)
        if not r.person and discourse.registry.country(r.holder_id or r.actor) is None
    ]
    return [
        discourse.meant(r, token)._replace(
            holder_id=None,
            plural=True,
            subject=token.dep_ in ("nsubj", "nsubjpass"),
        )
        for r in bodies[-1:]
    ]


def partner(token: Token, discourse: Discourse) -> list[Referent]:
    """Resolve "his guest", "Oz's counterpart": the other person who was named last.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Lavrov met Rubio. Rubio's counterpart wants a truce.")
    >>> [counterpart] = words_in(discourse.doc, "counterpart")
    >>> [referent.holder_id for referent in partner(counterpart, discourse)]
    ['sergei-lavrov']
    """
    owners = [r for owner in children(token, "poss") for r in discourse.referents(owner)]
    for preposition in children(token, "prep"):
        if owners and preposition.lower_ in ("in", "at", "from") and token.tag_ == "NN":
            # "his counterpart in Oz" is told by the place
            return [
                discourse.meant(r, token)._replace(holder_id=None, person=True, gender=None)
                for r in discourse.resolve(children(preposition, "pobj"))[:1]
            ]
    if len(owners) != 1:
        return []
    others = [
        r
        for r in discourse.history.before(discourse.order(token))
        if r.person
        and r.via != "pronoun"
        and r.actor in discourse.case.actors
        and r.holder_id != owners[0].holder_id
    ]
    # of more than two people any may be meant
    if len({_person(r) for r in others}) != 1:
        return []
    subject = token.dep_ in ("nsubj", "nsubjpass")
    return [discourse.again(others[-1], token, "definite")._replace(subject=subject)]


def visitor(token: Token, head: str, discourse: Discourse) -> list[Referent]:
    """Resolve "the guest" and "the host": of the two named last, the one away or at home.

    The place named last, which belongs to one of the two, tells who is at home.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Zelensky met Trump in Washington. The guest wants a truce.")
    >>> [guest] = words_in(discourse.doc, "guest")
    >>> [referent.actor for referent in visitor(guest, "guest", discourse)]
    ['ukraine']
    """
    words = discourse.lexicon.words
    if head not in words["visiting_nouns"] | words["hosting_nouns"]:
        return []
    if not any(c.lower_ == "the" for c in children(token, "det")):
        return []
    limit = discourse.order(token)
    people = [
        r
        for r in discourse.history.before(limit, FAR)
        if r.person and r.via not in ("pronoun", "document") and r.actor in discourse.case.actors
    ]
    at_home = head in words["hosting_nouns"]
    if received := _received(people, discourse, at_home=at_home):
        return [discourse.meant(r, token) for r in received]
    last = {r.actor: r for r in people}
    if len(last) < 2:
        return []
    both = sorted(last.values(), key=_ORDER)[-2:]
    homes = [
        bloc
        for order, bloc in discourse.history.places
        if limit - FAR <= order < limit and bloc in {r.actor for r in both}
    ]
    if not homes or discourse.case.other in {r.actor for r in both}:
        return []
    return [discourse.meant(r, token) for r in both if (r.actor == homes[-1]) == at_home]


def _received(people: Sequence[Referent], discourse: Discourse, *, at_home: bool) -> list[Referent]:
    """Return who was received last, or who received ("Oz greeted Ev at the door")."""
    assert discourse.doc is not None
    for host in reversed(people):
        place = host.order - discourse.base
        if place < 0 or host.role != "nsubj":
            continue
        verb = discourse.doc[place].head
        if lemma(verb.text) not in discourse.lexicon.words["receiving_guests"]:
            continue
        objects = {discourse.order(t) for t in children(verb, "dobj")}
        guests = [r for r in people if r.order in objects and r.actor != host.actor]
        if guests:
            return [host] if at_home else guests[-1:]
    return []
