"""How far what the rest of an article claims agrees with a candidate, as features.

One sentence may be misread; an article that says the same thrice hardly is.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.features import named_for
from stancegraph.model import OPPOSITES

__all__ = ["corroborated"]

#: How many code points away a claim is near: two or three sentences.
_NEAR = 300
#: What opens a quotation (in German usage: closes it); straight marks open and close.
_OPENING = ("\u201c", "\u00ab")


def corroborated(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """Add to each candidate how far what the rest of the article claims agrees with it.

    >>> from stancegraph.extraction.candidates import Candidate
    >>> known = dict.fromkeys(Candidate.__dataclass_fields__)
    >>> known |= {"actor": "oz", "issue": "toll", "stance": "oppose", "features": {}}
    >>> found = [Candidate(**{**known, "start": n, "end": n + 20}) for n in (0, 400)]
    >>> found += [Candidate(**{**known, "stance": "support", "start": 600, "end": 620})]
    >>> found = corroborated(found, "…" * 640)
    >>> [(round(c.features["same"], 2), round(c.features["against"], 2)) for c in found]
    [(0.33, 0.33), (0.33, 0.33), (0.0, 0.67)]
    """
    told = [c for c in found if c.claimed]
    starts = [c.start for c in told]
    stances = Counter((c.actor, c.issue, c.stance) for c in told)
    issues = Counter(c.issue for c in told)
    places = Counter(c.start for c in told)
    # Where an article quotes, what is not told in a quotation is background more often than not,
    # and the more issues stand around unclaimed, the less does each of them say; but an article
    # that tells positions on many issues and of many blocs hardly names another one idly.
    hundreds = max(len(text.split()) / 100, 1.0)
    quotations = sum(map(text.count, _OPENING)) + text.count('"') / 2
    unclaimed = len(
        {(c.start, c.issue) for c in found if c.implied and not c.features["implied_claimed"]}
    )
    manner = {
        "quoting": min(quotations / hundreds, 4) / 4,
        "unclaimed": min(unclaimed / hundreds, 6) / 6,
        "breadth": min(len(issues), 12) / 12,
        "blocs_told": min(len({c.actor for c in told}), 4) / 4,
    }
    result = []
    for candidate in found:
        itself = candidate.claimed
        same = stances[candidate.actor, candidate.issue, candidate.stance] - itself
        other = OPPOSITES.get(candidate.stance)
        against = stances[candidate.actor, candidate.issue, other] if other else 0
        # More than three say no more than three do; of an issue that the article is about,
        # up to six.
        features = {
            "same": min(same, 3) / 3,
            "against": min(against, 3) / 3,
            "discussed": min(issues[candidate.issue] - itself, 6) / 6,
            "crowded": min(places[candidate.start] - itself, 4) / 4,
        }
        if not itself:
            features |= {**manner, **_around(candidate, told, starts)}
            features = named_for("implied" if candidate.implied else "unplaced", features)
        result.append(replace(candidate, features={**candidate.features, **features}))
    return result


def _around(
    candidate: Candidate, told: Sequence[Candidate], starts: Sequence[int]
) -> Mapping[str, float]:
    """Give how far what is claimed around a candidate is its actor's; `told` is in textual order.

    More than three claims say no more than three do.
    """
    first = bisect_left(starts, candidate.start - _NEAR)
    end = bisect_left(starts, candidate.start + _NEAR)
    here = [c for c in told[first:end] if c.start < candidate.end and candidate.start < c.end]
    near = [c for c in told[first:end] if c.start != candidate.start]
    before = bisect_left(starts, candidate.start) - 1
    continues = before >= 0 and told[before].actor == candidate.actor
    return {
        "here_own": float(any(c.actor == candidate.actor for c in here)),
        "here_other": float(any(c.actor != candidate.actor for c in here)),
        "near_own": min(sum(c.actor == candidate.actor for c in near), 3) / 3,
        "near_other": min(sum(c.actor != candidate.actor for c in near), 3) / 3,
        "continues": float(continues),
    }
