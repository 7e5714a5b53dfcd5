"""The lexicon of stance predicates and word classes, read from data files.

``ontology/lexicon/<language>/predicates.csv`` says what verbs, nouns,
adjectives and idioms do to the thing they take; ``words.yaml`` beside it
names closed word classes. Neither knows anything of a particular case.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

import yaml

from stancegraph.case import ontology_file
from stancegraph.exceptions import CaseError
from stancegraph.extraction.cues import CuePattern, compile_pattern, lemma
from stancegraph.model import SpeechAct

__all__ = ["Idioms", "Lexicon", "Predicate", "load_lexicon"]

PredicateClass = Literal[
    "attitude", "urge", "report", "deny", "accuse", "effect", "evaluate", "light", "past"
]
Polarity = Literal["+", "-", "~", "?", ""]
HolderRole = Literal["subj", "obj", "poss", "speaker"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One reading of a verb (v), noun (n), adjective (a) or idiom (i).

    `content` are the ways in which the thing wanted attaches to the term, as
    the lexicon's README lists them.
    """

    term: str
    pos: str
    content: frozenset[str]
    kind: PredicateClass
    polarity: Polarity
    holder: HolderRole
    act: SpeechAct


#: The predicates of a sentence's idioms, by the index of each of their tokens.
Idioms = Mapping[int, Predicate]


@dataclass(frozen=True)
class Lexicon:
    """Predicates by part of speech and first lemma, idioms as patterns, word classes."""

    predicates: Mapping[tuple[str, str], tuple[Predicate, ...]]
    idioms: tuple[tuple[CuePattern, Predicate], ...]
    #: The rows of each idiom, one for each way in which something attaches to it.
    idiom_rows: Mapping[str, tuple[Predicate, ...]]
    words: Mapping[str, frozenset[str]]
    language: str

    def readings(self, pos: str, word: str) -> tuple[Predicate, ...]:
        """Return the readings of a lemma, phrasal verbs among them.

        >>> {p.polarity for p in load_lexicon().readings("v", "reject")}
        {'-'}
        """
        return self.predicates.get((pos, word), ())

    def other_reading(self, idiom: Predicate, content: str) -> Predicate | None:
        """Return the reading of an idiom's words for something that attaches in another way.

        >>> lexicon = load_lexicon()
        >>> rows = [p for _, p in lexicon.idioms if p.term == "make ... dependent on"]
        >>> on = next(p for p in rows if "on" in p.content)
        >>> on.polarity, lexicon.other_reading(on, "obj").polarity
        ('+', '?')
        """
        return next((p for p in self.idiom_rows[idiom.term] if content in p.content), None)


def _row(row: dict[str, str], where: str) -> Predicate:
    kind, polarity, holder, act = row["class"], row["polarity"], row["holder"], row["act"]
    for value, allowed, column in (
        (kind, get_args(PredicateClass), "class"),
        (polarity, get_args(Polarity), "polarity"),
        (holder, get_args(HolderRole), "holder"),
        (act, get_args(SpeechAct), "act"),
    ):
        if value not in allowed:
            raise CaseError(f"{where}: {column} {value!r} is none of {', '.join(allowed)}")
    return Predicate(
        term=row["term"].strip(),
        pos=row["pos"],
        content=frozenset(row["content"].split()),
        kind=cast("PredicateClass", kind),
        polarity=cast("Polarity", polarity),
        holder=cast("HolderRole", holder),
        act=cast("SpeechAct", act),
    )


def _read(folder: Path, language: str) -> Lexicon:
    predicates: dict[tuple[str, str], list[Predicate]] = defaultdict(list)
    idioms: list[tuple[CuePattern, Predicate]] = []
    idiom_rows: dict[str, list[Predicate]] = defaultdict(list)
    source = folder / "predicates.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            predicate = _row(row, f"{source.name}:{number}")
            if predicate.pos == "i":
                idioms.append((compile_pattern(predicate.term, {}, commas=False), predicate))
                idiom_rows[predicate.term].append(predicate)
            else:
                first = predicate.term.split()[0]
                predicates[predicate.pos, lemma(first)].append(predicate)
    raw = yaml.safe_load((folder / "words.yaml").read_text(encoding="utf-8"))
    words = {
        # but "to_" is the name of a relation
        name: frozenset(re.sub(r"_(?=\S)", " ", word) for word in str(text).split())
        for name, text in raw.items()
    }
    return Lexicon(
        {k: tuple(v) for k, v in predicates.items()},
        tuple(idioms),
        {k: tuple(v) for k, v in idiom_rows.items()},
        words,
        language,
    )


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Read the lexicon of a language, once.

    Raises:
        CaseError: when there is no lexicon for the language or a row is wrong.

    >>> "must" in load_lexicon().words["deontic_modals"]
    True
    """
    source = ontology_file(f"lexicon/{language}/predicates.csv")
    return _read(source.parent, language)
