"""A case: the actors, issues and cues of one negotiation, read from Turtle.

Nothing about a negotiation is written in Python; this module turns the files
of ``ontology/cases/<name>/*.ttl`` into plain records. Only the words of the
case's language (``dct:language``, English where it is not given) are read.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, NoReturn, cast, get_args

import pyoxigraph
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, RDF, SKOS

from stancegraph.exceptions import CaseError
from stancegraph.turtle import line_of
from stancegraph.vocabulary import SG, WD

__all__ = [
    "Actor",
    "ActorKind",
    "Case",
    "Cue",
    "Gender",
    "Issue",
    "Office",
    "Record",
    "case_dir",
    "load_case",
    "ontology_file",
    "place",
]

ActorKind = Literal["bloc", "state", "institution", "group", "person"]
Gender = Literal["male", "female"]

_WORD = re.compile(r"\w+")
# No other language has a lexicon to read texts by.
_ARTICLES = frozenset({"a", "an", "the"})


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
    with their case; `demonyms` the adjectives ("Avalonian"), which name the
    actor only as the modifier or as a nationality. `parents` are the ids of
    the actors that this one speaks for (a person: the bodies of the offices,
    the present one first). `bloc` is the id of the top of the first parent's
    chain: the id that a position carries. Who has held offices of several
    blocs is judged by the `offices` and the date of the text.
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


@dataclass(frozen=True, slots=True)
class Record:
    """A part of an actor's public record, which holds on the days ``[start, end)``; None is open.

    `supported` and `opposed` are ids of issues. Who is known for both sides of
    an issue has it in both.
    """

    supported: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Case:
    """One negotiation: who is compared, over which issues, and in which words.

    `compared` are the ids of the blocs that are set against each other, in
    display order; `groups` maps the ids of issue groups to their labels, in
    order; `word_lists` are the named lists that cues refer to as ``{name}``;
    `lookalikes` are phrases that contain an alias but name no actor.
    `topics` maps what headings and labels of lists call a matter, in plain
    words, to the id of its issue (see `issue_named`).
    `records` are the public records of some actors, by actor id.
    `author` and `other` are the ids used for the writer and for anyone else.
    `second_reader` is the folder with the model that was taught on coded articles of the case,
    if it has one.
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
    topics: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    author: str = "author"
    other: str = "other"
    language: str = "en"
    second_reader: Path | None = field(default=None, compare=False)

    @cached_property
    def blocs(self) -> tuple[str, ...]:
        """The ids of all top-level actors, the compared ones first."""
        rest = (a.id for a in self.actors.values() if a.bloc == a.id and a.id not in self.compared)
        return (*self.compared, *rest)

    @cached_property
    def group_ids(self) -> tuple[str, ...]:
        """The ids of all groups of issues: the listed ones in order, then what issues name."""
        return tuple(dict.fromkeys((*self.groups, *(i.group for i in self.issues.values()))))

    def label_of(self, actor: str) -> str:
        """Give an actor's name for display; of one that the case does not have, the id.

        >>> island = Actor("north", "urn:north", "bloc", "North", "north")
        >>> case = Case("toy", "urn:toy", "Toy", "1", ("north",), {"north": island}, {}, {})
        >>> case.label_of("north"), case.label_of("league")
        ('North', 'league')
        """
        return self.actors[actor].label if actor in self.actors else actor

    def issue_named(self, words: str) -> str | None:
        """Give the id of the issue that a heading calls by one of its topics, and by nothing else.

        Articles, marks and capitals do not tell topics apart.

        >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {}, topics={"fish": "quota"})
        >>> case.issue_named("The Fish:"), case.issue_named("Fish and ships")
        ('quota', None)
        """
        return self.topics.get(_plain(words))

    def bloc_on(self, actor: str, day: date | None = None) -> str:
        """Give the id of the bloc that an actor speaks for on a day.

        It differs from the actor's own `bloc` for people who have held offices
        of several blocs: on a day between two offices they still count for the
        one they left. None, or a day before any known office, gives `bloc`.

        Raises KeyError if the case has no such actor.

        >>> island = Actor("north", "urn:north", "bloc", "North", "north")
        >>> league = Actor("league", "urn:league", "bloc", "League", "league")
        >>> envoy = Actor("ada", "urn:ada", "person", "Ada", "league", offices=(
        ...     Office(("premier",), "north", date(2001, 1, 1), date(2005, 1, 1)),
        ...     Office(("secretary",), "league", date(2005, 6, 1))))
        >>> case = Case("toy", "urn:toy", "Toy", "1", ("north", "league"),
        ...             {a.id: a for a in (island, league, envoy)}, {}, {})
        >>> case.bloc_on("ada", date(2005, 3, 1)), case.bloc_on("ada", date(2005, 6, 1))
        ('north', 'league')
        """
        return self.lineage(actor, day)[-1]

    def known_signs(
        self, actor: str, issue: str, day: date | None = None
    ) -> frozenset[Literal[1, -1]] | None:
        """Give the sides (+1, -1) of an issue that an actor is on record for, on a day.

        An actor's own record goes before that of whom it speaks for. Empty where
        there is a record and the issue is not in it; None where there is no record
        at all. Without a day, the whole record counts.

        Raises KeyError if the case has no such actor.

        >>> island = Actor("north", "urn:north", "bloc", "North", "north")
        >>> kept = Record(supported=frozenset({"quota"}), end=date(2005, 1, 1))
        >>> case = Case("toy", "urn:toy", "Toy", "1", ("north",), {"north": island}, {}, {},
        ...             records={"north": (kept,)})
        >>> case.known_signs("north", "quota", date(2004, 1, 1))
        frozenset({1})
        >>> case.known_signs("north", "quota", date(2006, 1, 1))
        frozenset()
        """
        told = False
        for one in self.lineage(actor, day):
            signs: set[Literal[1, -1]] = set()
            for record in self.records.get(one, ()):
                told = True
                if day is not None and not (
                    (record.start or date.min) <= day < (record.end or date.max)
                ):
                    continue
                if issue in record.supported:
                    signs.add(1)
                if issue in record.opposed:
                    signs.add(-1)
            if signs:
                return frozenset(signs)
        return frozenset() if told else None

    def lineage(self, actor: str, day: date | None = None) -> tuple[str, ...]:
        """Give the ids from an actor up to the bloc that it speaks for on a day.

        A person stands below the body of the office held on that day (between
        two offices, of the one left); whoever has no office, and everyone on a
        day before any known office or with `day` None, below the first parent.

        Raises KeyError if the case has no such actor.

        >>> league = Actor("league", "urn:league", "bloc", "League", "league")
        >>> island = Actor("north", "urn:north", "state", "North", "league", parents=("league",))
        >>> envoy = Actor("ada", "urn:ada", "person", "Ada", "league", parents=("north",))
        >>> case = Case("toy", "urn:toy", "Toy", "1", ("league",),
        ...             {a.id: a for a in (league, island, envoy)}, {}, {})
        >>> case.lineage("ada")
        ('ada', 'north', 'league')
        """
        entry = self.actors[actor]
        begun = [
            office
            for office in entry.offices
            if day is not None and (office.start or date.min) <= day
        ]
        if begun:
            latest = max(
                begun,
                key=lambda office: (
                    min(office.end or date.max, day or date.max),
                    office.start or date.min,
                ),
            )
            return (actor, *self.lineage(latest.body))
        if entry.parents:
            return (actor, *self.lineage(entry.parents[0]))
        return (actor,) if entry.bloc == actor else (actor, entry.bloc)


def _plain(topic: str) -> str:
    """Give a topic's words without articles and marks, in lower case."""
    return " ".join(word for word in _WORD.findall(topic.lower()) if word not in _ARTICLES)


def ontology_file(name: str) -> Path:
    """Give the path of a file or folder of the ontology that comes with the package.

    An installed package carries the ontology inside; in a source tree it lies
    at the root, two levels above the package.

    Raises CaseError if the ontology has no such file.

    >>> ontology_file("core.ttl").name
    'core.ttl'
    """
    package = Path(__file__).resolve().parent
    for root in (package / "ontology", package.parents[1] / "ontology"):
        if (root / name).exists():
            return root / name
    raise CaseError(f"{name}: not in the ontology of this installation; install the package anew")


def case_dir(name_or_dir: str | Path | None = None) -> Path:
    """Give the folder of a case: of a bundled one by its name, or any other by its path.

    None is the default case, which ``ontology/cases/default`` names. A plain
    word is the bundled case of that name before it is a folder of that name.

    Raises CaseError if there is no such case or folder.

    >>> case_dir().parent.name
    'cases'
    """
    bundled = ontology_file("cases")
    if name_or_dir is None:
        name_or_dir = (bundled / "default").read_text(encoding="utf-8").strip()
    names = sorted(entry.name for entry in bundled.iterdir() if entry.is_dir())
    if isinstance(name_or_dir, str) and name_or_dir in names:
        return bundled / name_or_dir
    folder = Path(name_or_dir)
    if folder.is_dir():
        return folder
    if folder.exists():
        raise CaseError(f"{folder}: not a folder; give the folder that holds the case's .ttl files")
    raise CaseError(
        f"{name_or_dir}: no such case; give a folder of .ttl files"
        f" or one of the bundled cases: {', '.join(names)}"
    )


def load_case(name_or_dir: str | Path | None = None) -> Case:
    """Read a case from all the ``.ttl`` files of its folder.

    `name_or_dir` is the name of a bundled case, a folder, or None for the
    default case. Actors, issues, aliases and cues keep the order of the files
    (by name) and of the text within them; `compared` and `groups` that of
    their lists. The actors `author` and `other` are there in every case, in
    the files or not.

    Raises CaseError, naming the file and the remedy, if the folder or the
    files are missing, a file is no Turtle, a term of the ontology is misspelt,
    something lacks its label, notation or group, two things share a notation,
    a reference leads nowhere or in a circle, or an actor speaks for no bloc.

    >>> case = load_case()
    >>> all(case.actors[id].kind == "bloc" for id in case.compared)
    True
    """
    folder = case_dir(name_or_dir)
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise CaseError(f"{folder}: holds no .ttl file; a case needs at least one")
    triples = _Triples()
    for file in files:
        triples.read(file)
    return _Reader(folder, triples).case()


_KINDS: Mapping[str, ActorKind] = {
    str(SG.Bloc): "bloc",
    str(SG.State): "state",
    str(SG.Institution): "institution",
    str(SG.Group): "group",
    str(SG.Person): "person",
}
_AUTHOR, _OTHER = "author", "other"
_PREFIXES = {
    "sg": str(SG),
    "skos": str(SKOS),
    "org": str(ORG),
    "dct": str(DCTERMS),
    "foaf": str(FOAF),
}
_TERMS = {str(term) for term in dir(SG)}


def place(
    files: Iterable[Path], subject: str, predicate: str | None = None, value: str | None = None
) -> str | None:
    """Tell in which of some Turtle files, and in which line, something is said.

    The line of the value where it can be found, else of the property, else of
    the subject; None where no file speaks of the subject.

    >>> told = place([ontology_file("core.ttl")], str(SG.supports))
    >>> told.partition(", line ")[0].endswith("core.ttl")
    True
    """
    texts: dict[Path, str] = {}
    for file in files:
        with suppress(OSError):
            texts[file] = file.read_text(encoding="utf-8", errors="replace")
    for wanted in dict.fromkeys(
        ((predicate, value), (predicate, None), (str(RDF.type), None), (None, None))
    ):
        for file, text in texts.items():
            line = line_of(text, subject, *wanted)
            if line is not None:
                return f"{file}, line {line}"
    return None


class _Triples:
    """The triples of several Turtle files, in order, with the file of each subject."""

    def __init__(self) -> None:
        self._objects: dict[str, dict[str, list[tuple[str, str | None]]]] = {}
        self._files: dict[str, Path] = {}
        self._read: list[Path] = []

    def read(self, file: Path) -> None:
        self._read.append(file)
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CaseError(
                f"{file}: cannot be read ({error.strerror}); check that it is a readable file"
            ) from error
        try:
            for quad in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE):
                self._add(quad, file)
        except SyntaxError as error:
            raise CaseError(
                f"{file}, line {error.lineno}: not valid Turtle ({error.msg}); correct the file"
            ) from error

    def _add(self, quad: pyoxigraph.Quad, file: Path) -> None:
        subject, predicate = _node(quad.subject, file), quad.predicate.value
        if isinstance(quad.object, pyoxigraph.Literal):
            value = (quad.object.value, quad.object.language)
        else:
            value = (_node(quad.object, file), None)
        _check_term(predicate, file)
        _check_term(value[0], file)
        if predicate == str(RDF.type):
            # Where a thing is said to be one is where to look for what it lacks.
            self._files[subject] = file
        self._files.setdefault(subject, file)
        values = self._objects.setdefault(subject, {}).setdefault(predicate, [])
        if value not in values:
            values.append(value)

    def subjects(self, type_: str) -> list[str]:
        return [
            subject
            for subject, predicates in self._objects.items()
            if (type_, None) in predicates.get(str(RDF.type), ())
        ]

    def objects(self, subject: str, predicate: str, language: str | None = None) -> list[str]:
        """Give the objects, without the words of a language other than `language`."""
        values = self._objects.get(subject, {}).get(predicate, ())
        return [
            value
            for value, tag in values
            if tag is None or language is None or _primary(tag) == _primary(language)
        ]

    def items(self, head: str) -> list[str]:
        """Give the items of the list that starts at `head`."""
        items: list[str] = []
        while head != str(RDF.nil):
            first, rest = (self.objects(head, str(term)) for term in (RDF.first, RDF.rest))
            if len(first) != 1 or len(rest) != 1 or len(items) > len(self._objects):
                raise CaseError(f"{self.file(head)}: a list that does not end; write ( a b c )")
            items.append(first[0])
            head = rest[0]
        return items

    def with_property(self, predicate: str) -> list[str]:
        return [s for s, predicates in self._objects.items() if predicate in predicates]

    def owner(self, node: str) -> str:
        """Give what a blank node is a part of, as far up as it has a name; others as they are."""
        while " _:" in node:
            found = (
                subject
                for subject, predicates in self._objects.items()
                if any((node, None) in values for values in predicates.values())
            )
            above = next(found, None)
            if above is None:
                break
            node = above
        return node

    def file(self, subject: str) -> Path | None:
        return self._files.get(subject)

    def place(self, subject: str, predicate: str | None, value: str | None) -> str:
        """Tell the file, and the line where it can be found, that says something of a subject."""
        file = self.file(subject)
        files = sorted(self._read, key=lambda other: other != file)
        where = place(files, self.owner(subject), predicate, value)
        return where or f"{file or files[0].parent}"


def _node(term: object, file: Path) -> str:
    if isinstance(term, pyoxigraph.NamedNode):
        return term.value
    # The name of a blank node means something in its own file only.
    return f"{file} {term}"


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _check_term(iri: str, file: Path) -> None:
    """Refuse a term that the ontology does not have: what it says would go unheard."""
    prefix = str(SG)
    if not iri.startswith(prefix) or iri in _TERMS:
        return
    name = iri.removeprefix(prefix)
    known = [term.removeprefix(prefix) for term in _TERMS]
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean sg:{close[0]}?" if close else "see ontology/core.ttl for the terms"
    line = None
    with suppress(OSError):
        text = file.read_text(encoding="utf-8", errors="replace")
        lines = (line_of(text, predicate=iri), line_of(text, object=iri), line_of(text, iri))
        line = min((line for line in lines if line is not None), default=None)
    where = f"{file}, line {line}" if line else f"{file}"
    raise CaseError(f"{where}: there is no term sg:{name}; {hint}")


class _Reader:
    """Turns the triples of one case into records, and says what is wrong with them."""

    def __init__(self, folder: Path, triples: _Triples) -> None:
        self._triples = triples
        second = folder / "second-reader"
        self._second_reader = second if second.is_dir() else None
        self._language: str | None = None
        cases = triples.subjects(str(SG.Case))
        if len(cases) != 1:
            found = ", ".join(cases) or "none"
            raise CaseError(f"{folder}: must declare one sg:Case in its .ttl files, not {found}")
        self._case = cases[0]
        self._language = self._maybe(self._case, DCTERMS.language) or "en"
        self._actor_ids = self._registry(SG.Actor)
        self._issue_ids = self._registry(SG.Issue)
        self._offices = {iri: self._offices_of(iri) for iri in self._actor_ids}
        self._parents = {iri: self._parents_of(iri) for iri in self._actor_ids}
        for iri in self._parents:
            self._refuse_circle(iri, self._parents, "speaks for itself")

    def case(self) -> Case:
        groups = self._groups()
        return Case(
            id=self._one(self._case, SKOS.notation),
            iri=self._case,
            title=self._one(self._case, DCTERMS.title),
            version=self._maybe(self._case, OWL.versionInfo) or "0",
            compared=self._compared(),
            actors=self._actors(),
            issues=self._issues(groups),
            groups=dict(groups.values()),
            word_lists={
                notation: self._many(iri, SG.word)
                for iri, notation in self._registry(SG.WordList).items()
            },
            lookalikes=self._many(self._case, SG.lookalike),
            topics=self._topics(),
            records=self._all_records(),
            author=_AUTHOR,
            other=_OTHER,
            language=self._language or "en",
            second_reader=self._second_reader,
        )

    # Single values

    def _fail(
        self, subject: str, problem: str, predicate: str | None = None, value: str | None = None
    ) -> NoReturn:
        where = self._triples.place(subject, predicate and str(predicate), value)
        name = self._triples.owner(subject).rpartition("/")[2]
        raise CaseError(f"{where}: {name}: {problem}")

    def _many(self, subject: str, predicate: str) -> tuple[str, ...]:
        values = self._triples.objects(subject, str(predicate), self._language)
        if not all(value.strip() for value in values):
            self._fail(subject, f"has an empty {_short(predicate)}; remove it", predicate)
        return tuple(dict.fromkeys(value.strip() for value in values))

    def _maybe(self, subject: str, predicate: str) -> str | None:
        values = self._many(subject, predicate)
        if len(values) > 1:
            listed = ", ".join(f'"{value}"' for value in values)
            self._fail(
                subject,
                f"has several {_short(predicate)} ({listed}); keep one",
                predicate,
                values[1],
            )
        return values[0] if values else None

    def _one(self, subject: str, predicate: str) -> str:
        value = self._maybe(subject, predicate)
        if value is None:
            self._fail(subject, f"has no {_short(predicate)} in language {self._language}; add one")
        return value

    def _date(self, subject: str, predicate: str) -> date | None:
        value = self._maybe(subject, predicate)
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            self._fail(
                subject,
                f"{_short(predicate)} {value} is no date; write 2025-01-31",
                predicate,
                value,
            )

    def _days(
        self, subject: str, first: str, last: str, what: str
    ) -> tuple[date | None, date | None]:
        start, end = self._date(subject, first), self._date(subject, last)
        if start and end and start >= end:
            self._fail(subject, f"{what} from {start} until {end}; correct the dates", last)
        return start, end

    def _registry(self, type_: str) -> dict[str, str]:
        """Map the IRIs of a type's instances to their notations, which must differ."""
        ids: dict[str, str] = {}
        seen: dict[str, str] = {}
        for iri in self._triples.subjects(str(type_)):
            notation = ids[iri] = self._one(iri, SKOS.notation)
            if notation in seen:
                self._fail(
                    iri,
                    f'has the notation "{notation}" of {seen[notation]}; give it one of its own',
                    SKOS.notation,
                )
            seen[notation] = iri
        return ids

    # Actors

    def _actors(self) -> dict[str, Actor]:
        actors = {notation: self._actor(iri, notation) for iri, notation in self._actor_ids.items()}
        for notation, label in ((_AUTHOR, "the author"), (_OTHER, "others")):
            if notation not in actors:
                iri = f"{self._case}/actor/{notation}"
                actors[notation] = Actor(
                    id=notation, iri=iri, kind="bloc", label=label, bloc=notation
                )
        return actors

    def _actor(self, iri: str, notation: str) -> Actor:
        nobody = notation in (_AUTHOR, _OTHER)
        label = self._one(iri, SKOS.prefLabel)
        names = (label, *self._many(iri, SKOS.altLabel), *self._many(iri, SKOS.hiddenLabel))
        gender = self._maybe(iri, FOAF.gender)
        if gender is not None and gender not in get_args(Gender):
            self._fail(
                iri,
                f'foaf:gender is "{gender}"; write "male", "female" or leave it out',
                FOAF.gender,
            )
        matches = self._triples.objects(iri, str(SKOS.exactMatch))
        wikidata = [match.removeprefix(str(WD)) for match in matches if match.startswith(str(WD))]
        return Actor(
            id=notation,
            iri=iri,
            kind="bloc" if nobody else self._kind(iri),
            label=label,
            bloc=self._actor_ids[self._top(iri)],
            # "The author" in a text is anybody's author.
            aliases=() if nobody else tuple(dict.fromkeys(names)),
            demonyms=self._many(iri, SG.demonym),
            parents=tuple(self._actor_ids[parent] for parent in self._parents[iri]),
            offices=self._offices[iri],
            gender=cast("Gender | None", gender),
            plural=self._maybe(iri, SG.plural) in {"true", "1"},
            wikidata=wikidata[0] if wikidata else None,
        )

    def _kind(self, iri: str) -> ActorKind:
        types = self._triples.objects(iri, str(RDF.type))
        kinds = [kind for term, kind in _KINDS.items() if term in types]
        if len(kinds) != 1:
            wanted = ", ".join(_short(term) for term in _KINDS)
            self._fail(iri, f"is {' and '.join(kinds) or 'of no kind'}; make it one of {wanted}")
        return kinds[0]

    def _offices_of(self, iri: str) -> tuple[Office, ...]:
        offices = []
        for membership in self._many(iri, ORG.hasMembership):
            start, end = self._days(membership, SG.heldFrom, SG.heldUntil, "is held")
            body = self._actor_of(membership, self._one(membership, ORG.organization))
            titles = self._many(membership, SG.officeTitle)
            offices.append(Office(titles, self._actor_ids[body], start, end))
        return tuple(sorted(offices, key=lambda office: office.start or date.min))

    def _records(self, iri: str) -> tuple[Record, ...]:
        """Give the parts of an actor's public record, in the order of the file."""
        for part in self._many(iri, SG.record):
            if not self._many(part, SG.knownToSupport) + self._many(part, SG.knownToOppose):
                self._fail(
                    iri,
                    "has a sg:record that says nothing; write [ sg:knownToSupport issue:… ]",
                    SG.record,
                )
        return tuple(
            Record(
                supported=self._known(part, SG.knownToSupport),
                opposed=self._known(part, SG.knownToOppose),
                start=start,
                end=end,
            )
            for part in self._many(iri, SG.record)
            for start, end in [self._days(part, SG.validFrom, SG.validUntil, "is valid")]
        )

    def _all_records(self) -> dict[str, tuple[Record, ...]]:
        for iri in self._triples.with_property(str(SG.record)):
            if iri not in self._actor_ids:
                self._fail(
                    iri, "has a sg:record and is no sg:Actor; declare it or correct it", SG.record
                )
        records = {notation: self._records(iri) for iri, notation in self._actor_ids.items()}
        return {notation: parts for notation, parts in records.items() if parts}

    def _known(self, part: str, predicate: str) -> frozenset[str]:
        for issue in self._many(part, predicate):
            if issue not in self._issue_ids:
                self._fail(
                    part,
                    f"a record names {issue}, which is no sg:Issue; declare it or correct it",
                    predicate,
                    issue,
                )
        return frozenset(self._issue_ids[issue] for issue in self._many(part, predicate))

    def _parents_of(self, iri: str) -> tuple[str, ...]:
        """Give the IRIs of the actors that one speaks for, the present one first."""
        present_first = sorted(
            self._offices[iri],
            key=lambda office: (office.end or date.max, office.start or date.min),
            reverse=True,
        )
        iris = {notation: iri for iri, notation in self._actor_ids.items()}
        stated = (*self._many(iri, ORG.memberOf), *self._many(iri, ORG.subOrganizationOf))
        return tuple(
            dict.fromkeys(
                [iris[office.body] for office in present_first]
                + [self._actor_of(iri, parent) for parent in stated]
            )
        )

    def _actor_of(self, subject: str, iri: str) -> str:
        if iri not in self._actor_ids:
            self._fail(
                subject,
                f"belongs to {iri}, which is no sg:Actor; declare it or correct it",
                value=iri,
            )
        return iri

    def _top(self, iri: str) -> str:
        top = iri
        while self._parents[top]:
            top = self._parents[top][0]
        if self._actor_ids[top] not in (_AUTHOR, _OTHER) and self._kind(top) != "bloc":
            self._fail(
                iri,
                "speaks for no bloc; add org:subOrganizationOf, org:memberOf or org:hasMembership"
                f" to {self._actor_ids[top]}, or make it a sg:Bloc",
            )
        return top

    def _compared(self) -> tuple[str, ...]:
        compared = []
        for iri in self._listed(SG.compares):
            if iri not in self._actor_ids:
                self._fail(
                    self._case,
                    f"compares {iri}, which is no sg:Actor; declare it",
                    SG.compares,
                    iri,
                )
            if self._kind(iri) != "bloc" or self._parents[iri]:
                notation = self._actor_ids[iri]
                self._fail(
                    self._case, f"compares {notation}, which is no bloc; name the bloc instead"
                )
            compared.append(self._actor_ids[iri])
        if len(set(compared)) < 2 or len(set(compared)) < len(compared):
            self._fail(
                self._case, "must compare two or more different blocs; see sg:compares", SG.compares
            )
        return tuple(compared)

    # Issues

    def _groups(self) -> dict[str, tuple[str, str]]:
        """Map the IRIs of the issue groups to their notations and labels, in display order."""
        return {
            iri: (self._one(iri, SKOS.notation), self._one(iri, SKOS.prefLabel))
            for iri in self._listed(SG.groups)
        }

    def _issues(self, groups: Mapping[str, tuple[str, str]]) -> dict[str, Issue]:
        broader = {iri: self._many(iri, SKOS.broader) for iri in self._issue_ids}
        for iri, wider in broader.items():
            for other in wider:
                if other not in self._issue_ids:
                    self._fail(
                        iri,
                        f"has the broader {other}, which is no sg:Issue; declare it",
                        SKOS.broader,
                        other,
                    )
            self._refuse_circle(iri, broader, "is broader than itself")
        return {
            notation: self._issue(iri, notation, groups, broader[iri])
            for iri, notation in self._issue_ids.items()
        }

    def _topics(self) -> dict[str, str]:
        """Map the plain words of the issues' topics, which must differ, to the notations."""
        named: dict[str, str] = {}
        for iri, notation in self._issue_ids.items():
            for topic in self._many(iri, SG.topic):
                other = named.setdefault(_plain(topic), notation)
                if other != notation:
                    self._fail(
                        iri,
                        f'has the sg:topic "{topic}", as {other} has; keep one',
                        SG.topic,
                        topic,
                    )
        return named

    def _issue(
        self, iri: str, notation: str, groups: Mapping[str, tuple[str, str]], broader: Sequence[str]
    ) -> Issue:
        group = self._one(iri, SG.group)
        if group not in groups:
            self._fail(
                iri,
                f"is in group {group}, which the case's sg:groups do not list; add it",
                SG.group,
            )
        cues = self._many(iri, SG.cue)
        contrary = self._many(iri, SG.contraryCue)
        for pattern in contrary:
            if pattern in cues:
                self._fail(
                    iri,
                    f'has "{pattern}" as sg:cue and as sg:contraryCue; keep one',
                    SG.contraryCue,
                    pattern,
                )
        return Issue(
            id=notation,
            iri=iri,
            label=self._one(iri, SKOS.prefLabel),
            proposition=self._one(iri, SG.proposition),
            group=groups[group][0],
            definition=self._maybe(iri, SKOS.definition) or "",
            support_means=self._maybe(iri, SG.supportMeans) or "",
            oppose_means=self._maybe(iri, SG.opposeMeans) or "",
            cues=(
                *(Cue(pattern, 1) for pattern in cues),
                *(Cue(pattern, -1) for pattern in contrary),
            ),
            broader=tuple(self._issue_ids[other] for other in broader),
        )

    # References

    def _listed(self, predicate: str) -> list[str]:
        return self._triples.items(self._one(self._case, predicate))

    def _refuse_circle(self, start: str, above: Mapping[str, Sequence[str]], what: str) -> None:
        seen: set[str] = set()
        todo = list(above[start])
        while todo:
            one = todo.pop()
            if one == start:
                self._fail(start, f"{what} by way of others; break the circle")
            if one not in seen:
                seen.add(one)
                todo.extend(above[one])


def _short(iri: str) -> str:
    """Write an IRI as the files do: ``skos:prefLabel``."""
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
