"""The second stage: how likely a candidate is a position that a coder would sign.

A logistic model over the candidate's named features; its weights lie in a
data file and are fitted on coded articles (`fit`). The stage can be replaced
(by a learned judge, a language model) without touching the first.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache

from stancegraph.case import ontology_file
from stancegraph.exceptions import CaseError
from stancegraph.extraction.candidates import Candidate

__all__ = ["confidence", "load_weights", "select"]


@cache
def load_weights(language: str = "en") -> Mapping[str, float]:
    """Read the judge's weights.

    Raises:
        CaseError: when the file is missing or not a map of numbers.
    """
    source = ontology_file(f"lexicon/{language}/judge.json")
    try:
        raw = json.loads(source.read_text(encoding="utf-8"))
        return {str(k): float(v) for k, v in raw["weights"].items()} | {
            "threshold": float(raw["threshold"])
        }
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError(
            f"{source.name}: not a judge's weights ({error}); restore the file"
        ) from error


def confidence(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability in (0, 1) that a candidate is a position.

    >>> confidence({"kind=attitude": 1.0}, {"bias": 0.0, "kind=attitude": 0.0})
    0.5
    """
    total = weights.get("bias", 0.0) + sum(weights.get(k, 0.0) * v for k, v in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def select(
    candidates: Sequence[Candidate], weights: Mapping[str, float], threshold: float
) -> list[tuple[Candidate, float]]:
    """Keep candidates above the threshold; one voice speaks with one sign.

    Where the same holder is found on both sides of an issue, the likelier
    reading stays; a bloc is shown as divided only by different holders who
    are each likelier than not.
    """
    judged = [(c, confidence(c.features, weights)) for c in candidates]
    judged = [(c, p) for c, p in judged if p >= threshold]
    best: dict[tuple[str, str, str], float] = {}
    for candidate, probability in judged:
        key = (candidate.actor, candidate.issue, candidate.stance)
        if candidate.attribution != "ascribed" and candidate.time == "current":
            best[key] = max(best.get(key, 0.0), probability)
    opposite = {"support": "oppose", "oppose": "support"}
    kept = []
    seen: dict[tuple[object, ...], int] = {}
    for candidate, probability in judged:
        if candidate.attribution != "ascribed" and candidate.time == "current":
            rival = best.get(
                (candidate.actor, candidate.issue, opposite.get(candidate.stance, "")), 0.0
            )
            mine = best[candidate.actor, candidate.issue, candidate.stance]
            if rival > mine or (rival == mine and candidate.stance == "oppose" and rival > 0):
                continue
        key = (
            candidate.actor,
            candidate.issue,
            candidate.stance,
            candidate.holder,
            candidate.attribution,
            candidate.time,
            candidate.start,
        )
        if key in seen:
            continue
        seen[key] = 1
        kept.append((candidate, probability))
    return kept
