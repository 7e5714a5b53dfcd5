"""The second reader: a small language model that was taught on coded articles.

It reads what the rules have no words for: paraphrase, and sentences that take up what a passage
is about. For each sentence it says how likely each bloc is shown there to be for each issue,
against it, or for it on a condition. It belongs to a case, whose folder has it in
``second-reader``; a case without one is read by the rules alone.

The model is a BERT encoder of six layers (MiniLM: Wang et al., "MiniLM: Deep Self-Attention
Distillation", 2020), whose states are averaged over a sentence, over the markers of each bloc in
it and over those before it. ``benchmarks/fit_second_reader.py`` teaches and writes it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from stancegraph.exceptions import CaseError
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.windows import windows
from stancegraph.model import Article

__all__ = ["Impression", "SecondReader"]


@dataclass(frozen=True, slots=True)
class Impression:
    """What the second reader makes of a sentence, ``text[start:end]``.

    `odds` holds log-odds by bloc, issue and stance (support, oppose, conditional), in the order
    of its `actors` and `issues`.
    """

    start: int
    end: int
    odds: npt.NDArray[np.float64]


class SecondReader:
    """Reads articles sentence by sentence. Its state is the model.

    Raises:
        CaseError: a file of its folder is missing or broken, or names actors or issues that
            the case does not have.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> case = load_case()
    >>> reader = SecondReader(case.second_reader, Registry(case, load_lexicon("en")))
    >>> [seen] = reader.read(Article(id="note", text="Kyiv rejects any territorial swap."))
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
        options = onnxruntime.SessionOptions()
        # One after the other, as the parser works; results do not depend on the machine's cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            shape = self._session.get_outputs()[0].shape[1:]
        except Exception as error:  # both libraries raise a class of their own, or a bare one
            raise CaseError(
                f"{folder}: the second reader cannot be loaded ({error}); restore its files"
            ) from error
        if shape != [len(self.actors), len(self.issues), 3]:
            raise CaseError(
                f"{folder}: second-reader.json has other actors or issues than the model"
                f" ({shape}); restore both files"
            )
        # what stands in a text is text, even "[SEP]"
        self._tokenizer.encode_special_tokens = True

    def read(self, article: Article) -> list[Impression]:
        """Give an impression of each of an article's sentences, in order."""
        found: list[Impression] = []
        for window in windows(article, self._registry, self._tokenizer, self.actors):
            pieces = np.array([window.pieces], np.int64)
            # One at a time: what is read in a sentence must not depend on which others are read.
            [odds] = self._session.run(
                ["odds"],
                {"pieces": pieces, "own": (np.arange(pieces.size) >= window.begin)[None]},
            )
            found.append(Impression(window.start, window.end, np.asarray(odds[0], np.float64)))
        return found
