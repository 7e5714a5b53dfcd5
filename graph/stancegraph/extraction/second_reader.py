"""The second reader: a small neural network that was taught on coded articles of the case.

It reads sentence by sentence and says how likely each bloc supports, opposes or conditionally
supports each issue there. Its files lie in the case's folder; a case without them is read by the
rules alone. How it was taught is told in ``benchmarks/fit_second_reader.py``.

Word pieces become vectors, in which gated convolutions (Dauphin et al. 2017, "Language modeling
with gated convolutional networks") mix those of neighbours. From a sentence's, from those of what
leads to it, from the markers behind a bloc's names, and from what of the sentence each issue heeds,
come the log-odds. It is as small as this so that it takes a fraction of the parse's time.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from stancegraph.exceptions import CaseError
from stancegraph.extraction.parsing import one_thread
from stancegraph.extraction.referents import Mention
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.windows import GAP, Windows, WordPieces, windows
from stancegraph.model import Article, Stance

__all__ = ["LEAST_NORM", "NAMED_BEFORE", "TOLD", "Impression", "SecondReader"]

Floats = npt.NDArray[np.float32]

#: The stances that a sentence may show, in the order of the model.
TOLD: tuple[Stance, ...] = ("support", "oppose", "conditional")
#: Keeps the vector of a gap from being divided by nothing; as it was taught.
LEAST_NORM = 1e-3
#: How much a bloc's names before the sentence count beside those in it; as it was taught.
NAMED_BEFORE = 0.5


@dataclass(frozen=True, slots=True)
class Impression:
    """What the second reader makes of a sentence, ``text[start:end]``.

    `odds` holds log-odds by bloc, issue and stance (support, oppose, conditional), in the order
    of its `actors` and `issues`.
    """

    start: int
    end: int
    odds: Floats


class SecondReader:
    """Reads articles sentence by sentence. Its state is the model.

    Raises:
        CaseError: a file of its folder is missing or broken, or names actors or issues that
            the case does not have.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> case = load_case()
    >>> registry = Registry(case, load_lexicon("en"))
    >>> reader = SecondReader(case.second_reader, registry)
    >>> note = Article(id="note", text="Kyiv rejects any territorial swap.")
    >>> [seen] = reader.read(note, note.text, registry.find(note.text))
    >>> support, oppose, _ = seen.odds[
    ...     reader.actors.index("ukraine"), reader.issues.index("territorial-swap")
    ... ]
    >>> bool(oppose > 0 > support)
    True
    """

    def __init__(self, folder: Path, registry: Registry) -> None:
        file = folder / "second-reader.json"
        try:
            told = json.loads(file.read_text(encoding="utf-8"))
            self.actors: tuple[str, ...] = tuple(map(str, told["actors"]))
            self.issues: tuple[str, ...] = tuple(map(str, told["issues"]))
            self.weights: Mapping[str, float] = {k: float(v) for k, v in told["weights"].items()}
            self.threshold = float(told["threshold"])
            self.version = str(told["version"])
            self.weights["rules"]
        except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
            raise CaseError(f"{file}: cannot be read ({error!r}); restore the file") from error
        case = registry.case
        if unknown := [
            *(actor for actor in self.actors if actor not in case.actors),
            *(issue for issue in self.issues if issue not in case.issues),
        ]:
            raise CaseError(
                f"{folder}: the second reader was taught {', '.join(unknown)}, which the case"
                f" {case.id!r} does not have; teach it anew, or remove the folder"
            )
        self._registry = registry
        try:
            self._cut = WordPieces(folder / "tokenizer.json")
            # numpy takes what is no archive for a pickle, and says how to load that all the same
            with ZipFile(folder / "model.npz"):
                pass
            with np.load(folder / "model.npz", allow_pickle=False) as model:
                self._network = _Network(dict(model))
            words, *shape = self._network.shape
            highest = max(self._cut.vocabulary().values())
        except Exception as error:  # of many classes: what is no zip file, no array, no number
            raise CaseError(
                f"{folder}: the second reader cannot be loaded ({error}); restore its files"
            ) from error
        if highest >= words:
            raise CaseError(
                f"{folder}: the second reader cannot be loaded (tokenizer.json has more word pieces"
                f" than the model has words: {words}); restore its files"
            )
        if shape != [len(self.actors), len(self.issues)]:
            raise CaseError(
                f"{folder}: second-reader.json has other actors or issues than the model, which"
                f" has {shape[0]} and {shape[1]}; restore both files"
            )

    def read(self, article: Article, text: str, names: Sequence[Mention]) -> list[Impression]:
        """Give an impression of each of an article's sentences, in order.

        `text` is the article's as it is to be read, of the same length; `names` are the names of
        actors in it.
        """
        seen = windows(article, text, names, self._registry, self._cut, self.actors)
        if not seen.spans:
            return []
        odds = self._network.odds(seen)
        return [
            Impression(start, end, own) for (start, end), own in zip(seen.spans, odds, strict=True)
        ]


class _Network:
    """The arithmetic of the model, an article at a time.

    With ``w`` the width of a word's vector, ``r`` the rank of what is told of issues and ``l`` the
    layers, `model` holds ``words`` (pieces × w, whole numbers) and ``scale`` (pieces × 1);
    ``mixing`` (l × 3w × 2w) and ``mixing_bias`` (l × 2w); ``sentence`` (3w × blocs × 3 × r),
    ``named`` (2w × 3 × r), ``issues`` (r × issues) and ``bias`` (issues × 3); ``heed``
    (w × issues), ``heeded`` (issues × w × 3) and ``whose`` (w × 3 × w).

    Raises:
        KeyError: an array is missing.
        ValueError: an array has another shape.
    """

    def __init__(self, model: Mapping[str, npt.NDArray[np.generic]]) -> None:
        blocs, _, rank = model["sentence"].shape[1:]
        issues, width = model["heeded"].shape[:2]
        words, layers = model["words"].shape[0], model["mixing"].shape[0]
        #: Word pieces, blocs and issues.
        self.shape = words, blocs, issues

        def floats(name: str, *shape: int) -> Floats:
            if model[name].shape != shape:
                raise ValueError(f"{name} has the shape {model[name].shape}, not {shape}")
            return np.asarray(model[name], np.float32)

        if model["words"].dtype != np.int8 or model["words"].shape[1:] != (width,):
            raise ValueError(f"words must be {width} whole numbers of a byte each")
        self._words = np.asarray(model["words"], np.int8)
        self._scale = floats("scale", words, 1)
        mixing = floats("mixing", layers, 3 * width, 2 * width).reshape(layers, 3, width, -1)
        self._mixing = mixing.transpose(0, 2, 1, 3).reshape(layers, width, -1)
        self._mixing_bias = floats("mixing_bias", layers, 2 * width)
        self._sentence = floats("sentence", 3 * width, blocs, 3, rank).reshape(3 * width, -1)
        self._named = floats("named", 2 * width, 3, rank).reshape(2 * width, -1)
        self._issues = floats("issues", rank, issues)
        self._bias = floats("bias", issues, 3)
        self._heed = floats("heed", width, issues)
        self._heeded = floats("heeded", issues, width, 3)
        self._whose = floats("whose", width, 3, width).reshape(width, -1)

    def odds(self, seen: Windows) -> Floats:
        """Give log-odds by sentence, bloc, issue and stance."""
        with one_thread():
            x = self._mixed(seen.pieces)
            (_, blocs, issues), width, count = self.shape, x.shape[1], len(seen.spans)
            there = (seen.pieces != GAP).astype(np.float32)[:, None]
            head = slice(*seen.head)
            leading = _sums(x, seen.before) + x[head].sum(0)
            sentence = np.concatenate(
                [
                    _sums(x, seen.own) / np.maximum(_sums(there, seen.own), 1),
                    _highest(x, seen.own),
                    leading / np.maximum(_sums(there, seen.before) + there[head].sum(), 1),
                ],
                axis=1,
            )
            inside, ahead = self._names(seen, x)
            # as tables of two dimensions: numpy multiplies stacks of small ones slowly
            told = (sentence @ self._sentence).reshape(count * blocs, -1)
            told += np.concatenate([inside, ahead], 1) @ self._named
            odds = (told.reshape(count * blocs * 3, -1) @ self._issues).reshape(
                count, blocs * 3, issues
            )
            heeded = self._what_issues_heed(seen, x)
            # issue by issue what is heeded there, for any bloc and beside each bloc's names
            anyhow = (heeded.transpose(1, 0, 2) @ self._heeded).transpose(1, 2, 0)
            names = (inside + NAMED_BEFORE * ahead) @ self._whose
            beside = names.reshape(count, blocs * 3, width) @ heeded.transpose(0, 2, 1)
            odds = (odds + beside).reshape(count, blocs, 3, issues) + anyhow[:, None]
            return np.asarray(odds.transpose(0, 1, 3, 2) + self._bias, np.float32)

    def _mixed(self, pieces: npt.NDArray[np.int64]) -> Floats:
        """Give the vectors of pieces, mixed with their neighbours'; those of gaps are naught."""
        there = (pieces != GAP)[:, None]
        x: Floats = self._words[pieces] * self._scale[pieces] * there
        for matrix, bias in zip(self._mixing, self._mixing_bias, strict=True):
            # what each piece comes to for its right neighbour, for itself, for its left one
            z = x / np.sqrt((x * x).mean(1, keepdims=True) + LEAST_NORM)
            to_right, to_itself, to_left = np.split(z @ matrix, 3, axis=1)
            mixed = to_itself + bias
            mixed[1:] += to_right[:-1]
            mixed[:-1] += to_left[1:]
            values, gates = np.split(mixed, 2, axis=1)
            # gates are kept from overflowing
            x += values / (1 + np.exp(-gates.clip(-30, None))) * there
        return x

    def _names(self, seen: Windows, x: Floats) -> tuple[Floats, Floats]:
        """Give the means of markers in each sentence, and in what leads to it.

        One row for each sentence and bloc.
        """
        blocs = self.shape[1]
        inside, ahead = np.zeros((2, len(seen.spans) * blocs, x.shape[1]), np.float32)
        for bloc in range(blocs):
            [rows] = np.nonzero(seen.pieces == bloc + 1)
            sums = np.zeros((len(rows) + 1, x.shape[1]), np.float32)
            np.cumsum(x[rows], 0, out=sums[1:])
            headed = int(np.searchsorted(rows, seen.head[1]))
            for ranges, found, extra in ((seen.own, inside, 0), (seen.before, ahead, headed)):
                first, last = np.searchsorted(rows, ranges).T
                total = sums[last] - sums[first] + sums[extra]
                found[bloc::blocs] = total / np.maximum(last - first + extra, 1)[:, None]
        return inside, ahead

    def _what_issues_heed(self, seen: Windows, x: Floats) -> Floats:
        """Give, by sentence and issue, the mean of a sentence's vectors as the issue heeds them."""
        heed = x @ self._heed
        found = np.zeros((len(seen.own), self.shape[2], x.shape[1]), np.float32)
        for number, (first, last) in enumerate(seen.own.tolist()):
            if first < last:
                share = heed[first:last]
                share = np.exp(share - share.max(0))
                found[number] = (share / share.sum(0)).T @ x[first:last]
        return found


def _sums(x: Floats, ranges: npt.NDArray[np.int64]) -> Floats:
    """Sum rows over half-open ranges; an empty one gives naught."""
    sums = np.add.reduceat(x, ranges.ravel(), axis=0)[::2]
    return np.asarray(sums * (ranges[:, :1] < ranges[:, 1:]), np.float32)


def _highest(x: Floats, ranges: npt.NDArray[np.int64]) -> Floats:
    """Give the highest of rows over half-open ranges; of an empty one naught."""
    highest = np.maximum.reduceat(x, ranges.ravel(), axis=0)[::2]
    return np.asarray(highest * (ranges[:, :1] < ranges[:, 1:]), np.float32)
