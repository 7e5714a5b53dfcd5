"""What the second reader and its teacher are taught: sentences with what should be read in them.

A sentence comes with what leads to it, as `stancegraph.extraction.windows` cuts it, and with the
coded positions whose quote lies in it. Of a pair of actor and issue that is coded elsewhere
in the article, or called arguable, or coded as ascribed or past, a sentence teaches nothing.

Single sentences may be added, labelled for one issue each: JSON lines with ``issue``, ``text`` and
``positions`` (``actor`` and ``stance``), and ``arguable`` where two coders would differ. What they
say of other issues is taken to be nothing, at half weight.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.evaluation import Gold, read_gold
from stancegraph.extraction.lexicon import load_lexicon
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.second_reader import TOLD
from stancegraph.extraction.windows import GAP, LONGEST, Windows, WordPieces, windows
from stancegraph.layout import masked
from stancegraph.model import Article

Array = npt.NDArray[Any]

BATCH = 32
# Most sentences show nothing: of these three in five are enough.
IDLE = 0.6
# BERT's own: the mark that opens a text, the one that closes a part, and a bar.
OPENS, CLOSES, BAR = 101, 102, 1025
# A window is padded to the next of these lengths.
LENGTHS = (16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160)


class Lesson(NamedTuple):
    """A sentence in word pieces, with what leads to it.

    `wanted` is what should be read in it, by bloc, issue and stance; `counts` is how much each
    value counts. `idle` tells that no position is coded in it.
    """

    head: tuple[int, ...]
    before: tuple[int, ...]
    own: tuple[int, ...]
    wanted: Array
    counts: Array
    idle: bool

    def for_teacher(self) -> tuple[list[int], int]:
        """Give the pieces as a BERT reads them, and from which on they are the sentence's own."""
        lead = [piece or BAR for piece in self.head[1:-1]]
        lead = [OPENS, *lead, BAR, *(piece for piece in self.before if piece != GAP), CLOSES]
        return [*lead, *self.own, CLOSES], len(lead)

    def for_reader(self) -> tuple[list[int], int]:
        """Give the pieces as the second reader reads them, and from which on they are its own."""
        lead = [*self.head, *self.before, *([GAP] if self.before else [])]
        return [*lead, *self.own, GAP], len(lead)


class School(NamedTuple):
    """A case with what its articles are read with, and the lessons."""

    case: Case
    cut: WordPieces
    lessons: list[Lesson]
    articles: int


def options(description: str) -> argparse.ArgumentParser:
    """Begin a script's options with those that say what is taught."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("articles", nargs="+", type=Path, help="article files or folders")
    parser.add_argument("--gold", action="append", required=True, type=Path, help="may be repeated")
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="labelled sentences to add")
    parser.add_argument("--case", help="a case's name or folder; without it the default")
    return parser


def school(given: argparse.Namespace, tokenizer_file: Path) -> School:
    """Read what is taught."""
    case = load_case(given.case)
    registry = Registry(case, load_lexicon(case.language))
    cut = WordPieces(tokenizer_file)
    gold: dict[str, Gold] = {}
    for folder in given.gold:
        gold |= read_gold(folder, on_error=lambda error: print(error, file=sys.stderr))
    articles = [a for a in read_articles(given.articles) if a.id in gold]
    lessons = [
        lesson
        for article in articles
        for lesson in lessons_of(article, gold[article.id], case, registry, cut)
    ]
    shown = sum(not lesson.idle for lesson in lessons)
    print(f"{len(articles)} articles, {len(lessons)} sentences, {shown} with positions")
    if len(lessons) < 4 * BATCH:
        sys.exit(f"too few coded sentences to teach anything; give {4 * BATCH} at least")
    if given.sentences is not None:
        lessons += single_sentences(given.sentences, case, registry, cut)
        print(f"{len(lessons)} with the single sentences")
    return School(case, cut, lessons, len(articles))


def lessons_of(
    article: Article, gold: Gold, case: Case, registry: Registry, cut: WordPieces
) -> Iterator[Lesson]:
    """Give an article's sentences with the positions coded in them."""
    seen = _windows(article, case, registry, cut)
    told: dict[int, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    open_pairs = set(gold.arguable)
    for entry in gold.positions:
        open_pairs.add((entry.actor, entry.issue))
        start = article.text.find(entry.quote)
        if entry.attribution == "ascribed" or entry.time != "current" or start < 0:
            continue
        end = start + len(entry.quote)
        shared = [min(last, end) - max(first, start) for first, last in seen.spans]
        told[shared.index(max(shared))][entry.actor, entry.issue] |= entry.accepted
    for number in range(len(seen.spans)):
        wanted, counts = _values(case)
        for actor, issue in open_pairs:
            if place := _place(actor, issue, case):
                counts[place] = 0
        for (actor, issue), stances in told[number].items():
            if place := _place(actor, issue, case):
                counts[place] = 1
                _label(wanted, counts, place, stances)
        head, before, own = (
            tuple(seen.pieces[slice(*ends)].tolist())
            for ends in (seen.head, seen.before[number], seen.own[number])
        )
        yield Lesson(head, before, own, wanted, counts, not told[number])


def single_sentences(
    file: Path, case: Case, registry: Registry, cut: WordPieces
) -> Iterator[Lesson]:
    """Read sentences that are labelled for one issue each."""
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        told = json.loads(line)
        actors = [position["actor"] for position in told["positions"]]
        if told["issue"] not in case.issues or not case.actors.keys() >= set(actors):
            sys.exit(
                f"{file}, line {number}: the case {case.id!r} does not have the issue"
                f" {told['issue']!r} or one of the actors {actors}; correct or remove the line"
            )
        seen = _windows(Article(id="note", text=told["text"]), case, registry, cut)
        wanted, counts = _values(case)
        counts *= 0.5
        counts[:, list(case.issues).index(told["issue"])] = 0.5 if told.get("arguable") else 1
        for position in told["positions"]:
            if place := _place(position["actor"], told["issue"], case):
                _label(wanted, counts, place, {position["stance"]})
        # what is labelled is the whole, be it of two sentences
        own = tuple(p for p in seen.pieces.tolist() if p != GAP)[:LONGEST]
        yield Lesson((GAP,), (), own, wanted, counts, idle=False)


def batches(
    windows: Sequence[tuple[list[int], int]], *values: Sequence[Array]
) -> Iterator[tuple[Array, ...]]:
    """Give batches of windows of about one length, each with its values, shortest first.

    A batch has ``pieces``, where these are the sentence's own, where anything is, and the values.
    """
    order = sorted(range(len(windows)), key=lambda n: len(windows[n][0]))
    for at in range(0, len(order) - BATCH + 1, BATCH):
        chosen = order[at : at + BATCH]
        longest = max(len(windows[n][0]) for n in chosen)
        length = next(size for size in LENGTHS if size >= longest)
        pieces = np.zeros((BATCH, length), np.int32)
        own, mask = np.zeros((2, BATCH, length), np.float32)
        for row, n in enumerate(chosen):
            window, begin = windows[n]
            pieces[row, : len(window)] = window
            mask[row, : len(window)] = 1
            own[row, begin : len(window)] = 1
        yield pieces, own, mask, *(np.stack([of[n] for n in chosen]) for of in values)


def _windows(article: Article, case: Case, registry: Registry, cut: WordPieces) -> Windows:
    text = masked(article.text)
    return windows(article, text, registry.find(text), registry, cut, case.compared)


def _values(case: Case) -> tuple[Array, Array]:
    shape = (len(case.compared), len(case.issues), len(TOLD))
    return np.zeros(shape, np.float32), np.ones(shape, np.float32)


def _place(actor: str, issue: str, case: Case) -> tuple[int, int] | None:
    if actor not in case.compared or issue not in case.issues:
        return None
    return case.compared.index(actor), list(case.issues).index(issue)


def _label(wanted: Array, counts: Array, place: tuple[int, int], stances: set[str]) -> None:
    for stance in stances:
        if stance in TOLD:
            wanted[(*place, TOLD.index(stance))] = 1
        else:  # of an ambivalent bloc no sign is taught
            counts[place] = 0
