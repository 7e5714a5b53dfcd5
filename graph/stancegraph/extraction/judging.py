"""The second stage: how likely a candidate is a position that a coder would sign.

A logistic model over the candidate's named features; its weights lie in a
data file and are fitted on coded articles by ``benchmarks/fit_judge.py``. The
stage can be replaced (by a learned judge, a language model) without touching
the first.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from stancegraph.case import ontology_file
from stancegraph.exceptions import CaseError
from stancegraph.extraction.candidates import Candidate
from stancegraph.model import OPPOSITES, Stance

__all__ = ["confidence", "doubted", "joined", "load_weights", "select"]

#: What speaks against a reading for no other reason than what its actor is known for.
_RECORD = ("against_record", "off_record")
#: Whether it is a member state, and which id it has.
_Voice: TypeAlias = tuple[bool, str | None]


@cache
def load_weights(language: str = "en") -> Mapping[str, float]:
    """Read the judge's weights.

    Raises:
        CaseError: when the file is missing or not a map of numbers.

    >>> 0 < load_weights()["threshold"] < 1
    True
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


def joined(rules: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    """Return the weights for candidates that a second reader has read too.

    `rules` are the judge's own; `second` those of the second reader's features, with, as
    ``rules``, how much all of the judge's count beside them.

    >>> joined({"bias": 1.0, "quoted": 2.0}, {"bias": 0.25, "rules": 0.5, "second": 0.75})
    {'bias': 0.75, 'quoted': 1.0, 'second': 0.75}
    """
    share = second["rules"]
    return {
        name: round(share * rules.get(name, 0.0) + second.get(name, 0.0), 4)
        for name in {**rules, **second}
        if name not in ("rules", "threshold")
    }


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

    Where an article shows a bloc on both sides of an issue, only the likelier
    side stays: of two such readings one is a misreading far more often than
    the bloc is divided, and a wrong sign costs the reader most. But where the
    two sides are told of two voices, one at least a member state, both stay:
    of 41 such readings (in some 350 coded articles, held out from the fit) 37 were
    right about both.

    >>> from stancegraph.extraction.candidates import Candidate
    >>> known = dict.fromkeys(Candidate.__dataclass_fields__)
    >>> known |= {"actor": "oz", "issue": "toll", "attribution": "reported", "time": "current"}
    >>> rejects = Candidate(**{**known, "stance": "oppose", "features": {"sure": 2.0}})
    >>> accepts = Candidate(**{**known, "stance": "support", "features": {"sure": 1.0}})
    >>> [(c.stance, round(p, 2)) for c, p in select([rejects, accepts], {"sure": 1.0}, 0.5)]
    [('oppose', 0.88)]
    """
    judged = [(c, confidence(c.features, weights)) for c in candidates]
    judged = _settled([(c, p) for c, p in judged if p >= threshold])
    told: dict[tuple[str, str], dict[_Voice, dict[Stance, float]]] = {}
    for candidate, probability in judged:
        if _counts(candidate) and candidate.stance in OPPOSITES:
            voices = told.setdefault((candidate.actor, candidate.issue), {})
            sides = voices.setdefault(_voice(candidate), {})
            sides[candidate.stance] = max(sides.get(candidate.stance, 0.0), probability)
    side = {pair: _sides(voices) for pair, voices in told.items()}
    kept: list[tuple[Candidate, float]] = []
    seen: set[tuple[object, ...]] = set()
    for candidate, probability in judged:
        if _counts(candidate) and candidate.stance in OPPOSITES:
            pair = (candidate.actor, candidate.issue)
            if side[pair][_voice(candidate)] != candidate.stance:
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
        if key not in seen:
            seen.add(key)
            kept.append((candidate, probability))
    return kept


def _settled(judged: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Of a sentence that two readers take for contrary things, keep what is likelier."""
    proposed = [(c, p) for c, p in judged if "proposed" in c.features]
    lost = {
        id(one if p < q else other)
        for one, p in proposed
        for other, q in judged
        if (one.actor, one.issue) == (other.actor, other.issue)
        and (one.stance == "oppose") != (other.stance == "oppose")
        and one.start < other.end
        and other.start < one.end
    }
    return [(c, p) for c, p in judged if id(c) not in lost]


def _voice(candidate: Candidate) -> _Voice:
    """Who speaks: a member state whoever speaks for it, else the holder that is known."""
    return candidate.state is not None, candidate.state or candidate.holder_id


def _sides(voices: Mapping[_Voice, Mapping[Stance, float]]) -> dict[_Voice, Stance]:
    """Give the side on which each voice of a bloc is shown, from how sure each is on each side."""
    likeliest = max((reading for sides in voices.values() for reading in sides.items()), key=_rank)
    own = {voice: max(sides.items(), key=_rank)[0] for voice, sides in voices.items()}
    with_it = [voice for voice, stance in own.items() if stance == likeliest[0]]
    state_with_it = any(state for state, _ in with_it)
    return {
        voice: stance if voice[0] or state_with_it else likeliest[0]
        for voice, stance in own.items()
    }


def _rank(reading: tuple[Stance, float]) -> tuple[float, bool]:
    # Of two equally likely readings the negative one has seen more of the sentence: it took an
    # operator to turn it.
    return reading[1], reading[0] == "oppose"


def doubted(
    candidates: Sequence[Candidate], weights: Mapping[str, float], threshold: float
) -> list[tuple[Candidate, float]]:
    """Give the candidates that the public record alone keeps below the threshold.

    They are misreadings for the most part; among them are those who have changed their mind.

    >>> from stancegraph.extraction.candidates import Candidate
    >>> known = dict.fromkeys(Candidate.__dataclass_fields__)
    >>> known |= {"actor": "oz", "issue": "toll", "stance": "oppose", "attribution": "reported"}
    >>> known |= {"time": "current", "features": {"sure": 1.0, "off_record": 1.0}}
    >>> news = Candidate(**known)
    >>> weights = {"sure": 1.0, "off_record": -2.0}
    >>> [(c.stance, round(p, 2)) for c, p in doubted([news], weights, 0.5)]
    [('oppose', 0.27)]
    """
    blind = {name: weight for name, weight in weights.items() if name not in _RECORD}
    judged = [(c, confidence(c.features, weights)) for c, _ in select(candidates, blind, threshold)]
    return [(c, p) for c, p in judged if p < threshold]


def _counts(candidate: Candidate) -> bool:
    return candidate.attribution != "ascribed" and candidate.time == "current"
