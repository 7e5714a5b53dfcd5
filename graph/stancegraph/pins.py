"""Scores that a change must not lower: read, compared and written as a file of pins.

A pin is the score reached on a known set of coded articles. A test compares
it with the score of today, so that a change which makes the reading worse is
noticed when it is made. Raising a pin needs nothing; lowering it has to be
asked for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stancegraph.evaluation import Scores
from stancegraph.exceptions import GoldError
from stancegraph.outputs import written

__all__ = ["Pins", "drops", "pins_of", "read_pins", "write_pins"]

#: What is pinned, and which way is better.
_HIGHER_IS_BETTER: Mapping[str, bool] = {
    "strict_f1": True,
    "pair_f1": True,
    "pair_precision": True,
    "sign_error_share": False,
    "evidence": True,
    "quotes_exact": True,
}
# Pins are written to four places, finer than a collection of news articles can
# resolve. Half of the last place is rounding; whatever is more is a change.
_PLACES = 4
_ROUNDING = 0.5 * 10**-_PLACES


@dataclass(frozen=True, slots=True)
class Pins:
    """The pinned scores, as shares in [0, 1], and what they were measured on.

    `articles` and `coded` count the articles scored and the coded units in
    them: scores of different collections are not to be compared.

    >>> Pins(articles=2, coded=9, scores={"pair_f1": 0.75}).scores["pair_f1"]
    0.75
    """

    articles: int
    coded: int
    scores: Mapping[str, float]


def pins_of(scores: Scores) -> Pins:
    """Return the pins that scores would make, rounded to four places.

    A share that nothing was there to judge for is pinned as 0.

    >>> from stancegraph.evaluation import Tally
    >>> tally = Tally(gold=4, predicted=2, right=2, found=2,
    ...               pairs_gold=3, pairs_predicted=3, pairs_found=2)
    >>> pins = pins_of(Scores(tally, {}, {}, {}, 1.0, 1.0, ("talks",)))
    >>> pins.articles, pins.coded, pins.scores["strict_f1"], pins.scores["pair_f1"]
    (1, 4, 0.6667, 0.6667)
    """
    total = scores.total
    values = {
        "strict_f1": total.f1,
        "pair_f1": total.pair_f1,
        "pair_precision": total.pair_precision,
        "sign_error_share": total.sign_error_share,
        "evidence": scores.evidence or 0.0,
        "quotes_exact": scores.quotes_exact or 0.0,
    }
    return Pins(
        articles=len(scores.articles),
        coded=total.gold,
        scores={name: round(value, _PLACES) for name, value in values.items()},
    )


def drops(pinned: Pins, today: Pins) -> dict[str, tuple[float, float]]:
    """Return what is worse today than pinned, by more than rounding: (pinned, today) by name.

    A score that is pinned and no longer measured is a drop to 0.

    >>> drops(Pins(1, 4, {"pair_f1": 0.7, "sign_error_share": 0.02}),
    ...       Pins(1, 4, {"pair_f1": 0.8, "sign_error_share": 0.03}))
    {'sign_error_share': (0.02, 0.03)}
    """
    worse: dict[str, tuple[float, float]] = {}
    for name, before in pinned.scores.items():
        higher = _HIGHER_IS_BETTER.get(name, True)
        now = today.scores.get(name, 0.0 if higher else 1.0)
        loss = before - now if higher else now - before
        if loss > _ROUNDING:
            worse[name] = (before, now)
    return worse


def read_pins(file: Path) -> Pins:
    """Read a file of pins.

    Raises:
        GoldError: the file is missing or is not a file of pins.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "scores.json"
    >>> _ = write_pins(file, Pins(2, 9, {"pair_f1": 0.75}))
    >>> read_pins(file)
    Pins(articles=2, coded=9, scores={'pair_f1': 0.75})
    """
    try:
        raw = json.loads(file.read_bytes())
        return Pins(
            articles=int(raw["articles"]),
            coded=int(raw["coded"]),
            scores={str(name): float(value) for name, value in raw["scores"].items()},
        )
    except OSError as error:
        raise GoldError(
            f"{file}: cannot be read ({error.strerror}); write it with 'evaluate --pin'"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(
            f"{file}: not a file of pinned scores; restore it or write it anew"
        ) from error


def write_pins(file: Path, pins: Pins, *, allow_lower: bool = False) -> Path:
    """Write pins, whole or not at all; give back the file's path.

    What the file holds already is replaced, but never by lower scores unless
    `allow_lower` says so.

    Raises:
        GoldError: the file holds higher scores, or is no file of pins.
        OutputError: the file cannot be written.

    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "scores.json"
    >>> write_pins(file, Pins(2, 9, {"pair_f1": 0.75})).name
    'scores.json'
    >>> _ = write_pins(file, Pins(2, 9, {"pair_f1": 0.5}), allow_lower=True)
    >>> read_pins(file).scores
    {'pair_f1': 0.5}
    """
    if file.exists() and not allow_lower:
        worse = drops(read_pins(file), pins)
        if worse:
            told = ", ".join(f"{name} {a:.4f} -> {b:.4f}" for name, (a, b) in worse.items())
            raise GoldError(
                f"{file}: not changed, for it would pin lower scores ({told}); "
                "repair the reading, or lower them knowingly with --allow-lower"
            )
    text = json.dumps(
        {"articles": pins.articles, "coded": pins.coded, "scores": dict(pins.scores)}, indent=1
    )
    with written(file) as aside:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text + "\n", encoding="utf-8", newline="\n")
    return file
