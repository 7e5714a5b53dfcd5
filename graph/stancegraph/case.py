"""A case: the actors, issues and cues of one negotiation, read from Turtle.

Nothing about a negotiation is written in Python; this module turns the files
of ``ontology/cases/<name>/*.ttl`` into plain records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

ActorKind = Literal["bloc", "state", "institution", "group", "person"]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Office:
    """A post held by a person for a time, ``[start, end)``; None is open.

    `titles` are the names of the office without the body it belongs to
    ("president", "foreign minister"); `body` is the actor id of the
    institution or state that it belongs to.
    """

    titles: tuple[str, ...]
    body: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry of the registry: a bloc, state, institution, group or person.

    `aliases` are all the names and spellings, the label among them, matched
    with their case; `demonyms` the adjectives ("Russian"), which name the
    actor only as the modifier or as a nationality. `parents` are the ids of
    the actors that this one speaks for (a person: the bodies of the offices).
    `bloc` is the id of the top of that chain: the id that a position carries.
    """

    id: str
    iri: str
    kind: ActorKind
    label: str
    bloc: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    gender: Gender | None = None
    plural: bool = False
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern whose match in a text names an issue.

    `sign` is +1 where the words name the proposition itself and -1 where they
    name its contrary ("walk away from the talks"). The pattern language is
    explained in `stancegraph.extraction.cues`.
    """

    pattern: str
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Issue:
    """A proposition that actors support or oppose."""

    id: str
    iri: str
    label: str
    proposition: str
    group: str
    definition: str
    support_means: str
    oppose_means: str
    cues: tuple[Cue, ...] = ()
    #: ids of the issues that this one is a more specific kind of.
    broader: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One negotiation: who is compared, over which issues, and in which words.

    `compared` are the ids of the blocs that are set against each other, in
    display order; `groups` maps the ids of issue groups to their labels, in
    order; `word_lists` are the named lists that cues refer to as ``{name}``;
    `lookalikes` are phrases that contain an alias but name no actor.
    `author` and `other` are the ids used for the writer and for anyone else.
    """

    id: str
    iri: str
    title: str
    version: str
    compared: tuple[str, ...]
    actors: Mapping[str, Actor]
    issues: Mapping[str, Issue]
    groups: Mapping[str, str]
    word_lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lookalikes: tuple[str, ...] = ()
    author: str = "author"
    other: str = "other"
    language: str = "en"

    @cached_property
    def blocs(self) -> tuple[str, ...]:
        """The ids of all top-level actors, the compared ones first."""
        rest = (a.id for a in self.actors.values() if a.bloc == a.id and a.id not in self.compared)
        return (*self.compared, *rest)
