"""The draws behind every interval: resampling weights that are the same everywhere.

The weight of an article or issue in a draw is a pure function of its id, the
draw's number and the seed. So an interval does not depend on the order or the
number of statements, two periods or pairs are compared under the same draws,
and the page's JavaScript reckons the very figures that the library does; a
generator's stream has none of this, and may change with its library's version.

The weights are those of the Bayesian bootstrap (Rubin 1981, *Annals of
Statistics* 9, 130-134): exponential with mean one, which drop nothing, so that
an actor with a single statement stays in every draw. Weights of crossed units
(articles and issues) are multiplied (Owen and Eckles 2012, *Annals of Applied
Statistics* 6, 895-927).

A share of few units that all agree would have no width at all. So each draw
also holds half a unit of agreement and half a unit of disagreement, with
gamma(1/2) weights. For units that are just like or unlike, this makes the
interval Jeffreys's for a proportion (Brown, Cai and DasGupta 2001, *Statistical
Science* 16, 101-133).
"""

import zlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

__all__ = ["doubt", "interval", "key", "weights"]

#: Keys of the four streams behind the half units; ids hash to the whole range, and a
#: chance meeting with one of these would do no harm.
_DOUBT = np.array([1, 2, 3, 4], dtype=np.uint32)


def key(text: str) -> int:
    """Give the number that an id is drawn under: its CRC-32.

    >>> key("2025-05-11-talks") == zlib.crc32(b"2025-05-11-talks")
    True
    """
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _mixed(number: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    # The finaliser of MurmurHash3 (Appleby): every bit in decides every bit out.
    number = (number ^ (number >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    number = (number ^ (number >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return number ^ (number >> np.uint32(16))


def _uniform(keys: npt.NDArray[np.uint32], draws: range, seed: int) -> npt.NDArray[np.float64]:
    """Give numbers in (0, 1), one row per key and one column per draw."""
    numbers = np.arange(draws.start, draws.stop, dtype=np.uint64) + np.uint64(seed)
    streams = _mixed((numbers % 2**32).astype(np.uint32))
    return (_mixed(keys[:, None] ^ streams).astype(np.float64) + 0.5) / 2.0**32


def weights(ids: Iterable[str], draws: range, seed: int) -> npt.NDArray[np.float64]:
    """Give exponential weights with mean one: a row per id, a column per draw.

    >>> weights(["talks", "visit"], range(3), 1).shape
    (2, 3)
    >>> bool((weights(["visit"], range(3), 1) == weights(["talks", "visit"], range(3), 1)[1]).all())
    True
    """
    keys = np.array([key(text) for text in ids], dtype=np.uint32)
    return -np.log(_uniform(keys, draws, seed))


def doubt(draws: range, seed: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give the weights of the half units of agreement and of disagreement in each draw.

    >>> agree, differ = doubt(range(5), 1)
    >>> len(agree), bool((agree > 0).all())
    (5, True)
    """
    one, two, three, four = _uniform(_DOUBT, draws, seed)
    # Half the square of a normal number (Box and Muller 1958) is gamma with shape 1/2.
    return (
        -np.log(one) * np.cos(2 * np.pi * two) ** 2,
        -np.log(three) * np.cos(2 * np.pi * four) ** 2,
    )


def interval(
    draws: npt.NDArray[np.float64], value: npt.NDArray[np.float64], coverage: float
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give the middle share of each row's draws, stretched to hold the row's value.

    `draws` has a row per value; the quantiles are interpolated linearly.

    >>> low, high = interval(np.array([[0.0, 0.5, 1.0]]), np.array([0.5]), 0.5)
    >>> float(low[0]), float(high[0])
    (0.25, 0.75)
    """
    tail = (1 - coverage) / 2
    low, high = np.quantile(draws, [tail, 1 - tail], axis=1)
    return np.minimum(low, value), np.maximum(high, value)
