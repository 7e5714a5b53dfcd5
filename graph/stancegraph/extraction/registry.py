"""The names of a case's actors, found in raw text, and the offices that they have held."""

import re
from collections import Counter
from datetime import date
from functools import cache

import ahocorasick_rs as ahocorasick

from stancegraph.case import Actor, Case, Office
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.referents import Mention, Referent

__all__ = ["Registry"]

# A noun is one bloc's where that bloc has this share of the names ending with it.
_MOSTLY = 0.75


class Registry:
    """The names of a case's actors, as one automaton over raw text."""

    def __init__(self, case: Case, lexicon: Lexicon) -> None:
        self.case = case
        # "pro-Ozian" says nothing about Oz itself.
        self._estranging = tuple(f"{p}-" for p in lexicon.words["estranging_prefixes"])
        names: dict[str, tuple[str | None, bool]] = {}
        self.demonyms: dict[str, str] = {}
        for actor in case.actors.values():
            for demonym in actor.demonyms:
                names.setdefault(demonym, (actor.id, True))
                self.demonyms.setdefault(demonym, actor.id)
        for actor in case.actors.values():
            for alias in actor.aliases:
                names[alias] = (actor.id, False)
        for phrase in case.lookalikes:
            names[phrase] = (None, False)
        #: Nationalities that are nouns for one person as well ("an Ozian", "the Ozians").
        self.nationals = frozenset(d for d in self.demonyms if f"{d}s" in names)
        self._names = list(names)
        self._meaning = [names[name] for name in self._names]
        self._automaton = (
            ahocorasick.AhoCorasick(self._names, matchkind=ahocorasick.MatchKind.LeftmostLongest)
            if self._names
            else None
        )
        self._tags: dict[str, tuple[str, ...]] = {}
        members = Counter(
            parent
            for actor in case.actors.values()
            if actor.kind == "state"
            for parent in actor.parents
        )
        bodies: dict[str, Counter[str]] = {}
        for actor in case.actors.values():
            if actor.kind == "person":
                continue
            for alias in {name.lower() for name in actor.aliases}:
                bodies.setdefault(lemma(alias.split()[-1]), Counter())[actor.bloc] += 1
        #: Whose body a noun is in most of the names that end with it ("administration").
        self.owners = {
            noun: blocs.most_common(1)[0][0]
            for noun, blocs in bodies.items()
            if blocs.total() > 2 and blocs.most_common(1)[0][1] > _MOSTLY * blocs.total()
        }
        # Actors that several states belong to.
        self._leagues = frozenset(league for league, n in members.items() if n > 1)
        titles = {
            actor.id: [title for office in actor.offices for title in office.titles]
            for actor in case.actors.values()
        }
        #: The nouns of an actor's titles, and all the words of these.
        self.titles_of = {a: frozenset(map(_title_head, own)) for a, own in titles.items()}
        self.title_words_of = {
            a: frozenset(lemma(word) for t in own for word in t.replace("-", " ").split())
            for a, own in titles.items()
        }
        self.titles = frozenset().union(*self.titles_of.values())
        #: Words that tell offices of the same name apart ("foreign", "deputy").
        self.portfolios = frozenset().union(*self.title_words_of.values()) - self.titles
        self._holders: dict[str, list[Actor]] = {}
        self._offices: dict[str, list[tuple[Actor, Office]]] = {}
        for actor in case.actors.values():
            for office in actor.offices:
                for title in office.titles:
                    self._holders.setdefault(title.lower().replace("-", " "), []).append(actor)
                for head in sorted({_title_head(title) for title in office.titles}):
                    self._offices.setdefault(head, []).append((actor, office))

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in a text, longest first where names overlap."""
        if self._automaton is None:
            return []
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            before, after = text[start - 1 : start], text[end : end + 1]
            if before.isalnum() or after.isalnum():
                continue
            if before == "-" and text[:start].lower().endswith(self._estranging):
                continue
            actor, adjective = self._meaning[index]
            if actor is not None:
                found.append(Mention(start, end, actor, adjective))
        return found

    def named(self, text: str) -> tuple[Referent, ...]:
        """Return those whom a label, a title or a metadata value names, of each bloc one."""
        candidates = [text, text.title(), text.lower()] if text.isupper() else [text]
        for candidate in candidates:
            mentions = self.find(candidate)
            mentions = [m for m in mentions if not m.adjective] or mentions
            found: dict[str, Referent] = {}
            for mention in mentions:
                actor = self.case.actors[mention.actor]
                for bloc in self.blocs(actor):
                    if bloc in found and actor.kind != "person" and found[bloc].person:
                        continue
                    found[bloc] = Referent(
                        bloc,
                        actor.id,
                        text.strip(),
                        "speaker",
                        person=actor.kind == "person",
                        gender=actor.gender,
                    )
            if found:
                return tuple(found.values())
        return ()

    def named_alone(self, text: str) -> Referent | None:
        """Return whom a label, a heading or a metadata value names, if that is one bloc."""
        found = self.named(text)
        return found[0] if len(found) == 1 else None

    def blocs(self, actor: Actor) -> tuple[str, ...]:
        """Return the blocs that an actor speaks for: several for a group of states."""
        if actor.kind == "group" and len(actor.parents) > 1:
            return tuple(dict.fromkeys(self.case.actors[p].bloc for p in actor.parents))
        return (actor.bloc,)

    def names_somebody(self, text: str) -> bool:
        """Tell whether a text names an actor, or an office that one may hold."""
        if self.find(text):
            return True
        return not self.titles.isdisjoint(map(lemma, re.findall(r"\w+", text.lower())))

    def tags(self, actor_id: str) -> tuple[str, ...]:
        """Return an actor's id and those of all it speaks for, for cue patterns."""
        known = self._tags.get(actor_id)
        if known is not None:
            return known
        order: list[str] = []
        pending = [actor_id]
        while pending:
            current = pending.pop(0)
            if current in order or current not in self.case.actors:
                continue
            order.append(current)
            pending.extend(self.case.actors[current].parents)
        bloc = self.case.actors[actor_id].bloc
        if bloc not in order:
            order.append(bloc)
        if bloc in self.case.compared:
            order.append("party")
        order.append("any")
        self._tags[actor_id] = tuple(order)
        return self._tags[actor_id]

    def country(self, actor_id: str) -> str | None:
        """Return the id of the country that an actor is or belongs to, if it is one country's."""
        for tag in self.tags(actor_id):
            actor = self.case.actors.get(tag)
            if actor is not None and actor.kind in ("state", "bloc"):
                if actor.demonyms and tag not in self._leagues:
                    return tag
        return None

    def league(self, actor_id: str) -> str | None:
        """Return the league of states whose member an actor is, or speaks for, if there is one."""
        country = self.country(actor_id)
        if country is None:
            return None
        parents = [p for p in self.case.actors[country].parents if p in self._leagues]
        return parents[0] if parents else None

    def holders_of(self, title: str, day: date | None) -> list[Actor]:
        """Return all actors who held an office of that title on a day."""
        found = {
            actor.id: actor
            for actor in self._holders.get(title, ())
            for office in actor.offices
            if title in {t.lower().replace("-", " ") for t in office.titles}
            and day is not None
            and not (office.start and day < office.start)
            and not (office.end and day >= office.end)
        }
        return list(found.values())

    def office_holder(self, title: str, body: str, day: date | None) -> Actor | None:
        """Return who held an office of a body, or of anything below it, on a day."""
        for actor, office in self._offices.get(title, ()):
            if office.body != body and body not in self.tags(office.body):
                continue
            if day and office.start and day < office.start:
                continue
            if day and office.end and day >= office.end:
                continue
            if day is None and office.end is not None:
                continue
            return actor
        return None


@cache
def _title_head(title: str) -> str:
    """Return the noun of a title ("secretary of state", "foreign minister")."""
    return lemma(re.split(r" (?:of|for) ", title)[0].split()[-1])
