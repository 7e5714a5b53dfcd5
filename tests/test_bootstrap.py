"""The draws behind the intervals."""

import numpy as np
import pytest

from stancegraph.bootstrap import doubt, interval, weights

IDS = [f"article-{n}" for n in range(400)]


def test_a_weight_depends_on_id_draw_and_seed_alone() -> None:
    whole = weights(IDS, range(50), 7)
    assert (weights(IDS[10:20], range(20, 30), 7) == whole[10:20, 20:30]).all()
    assert not np.isclose(weights(IDS, range(50), 8), whole).any(axis=None)


def test_weights_are_exponential_and_uncorrelated() -> None:
    drawn = weights(IDS, range(400), 1)
    assert drawn.min() > 0
    # 160,000 numbers: three standard errors of a mean are 0.0075.
    assert drawn.mean() == pytest.approx(1, abs=0.0075)
    assert drawn.var() == pytest.approx(1, abs=0.03)
    assert (drawn > 1).mean() == pytest.approx(np.exp(-1), abs=0.004)
    for matrix in (drawn, drawn.T):
        off = np.asarray(np.corrcoef(matrix))[np.triu_indices(400, 1)]
        assert off.mean() == pytest.approx(0, abs=0.002)
        assert off.std() == pytest.approx(1 / np.sqrt(400), rel=0.1)


def test_doubt_is_half_a_unit_each_way() -> None:
    agree, differ = doubt(range(40_000), 1)
    for half in (agree, differ):
        assert half.mean() == pytest.approx(0.5, abs=0.011)
        assert half.var() == pytest.approx(0.5, abs=0.05)
    assert np.corrcoef(agree, differ)[0, 1] == pytest.approx(0, abs=0.015)


def test_an_interval_is_stretched_to_hold_its_value() -> None:
    low, high = interval(np.array([[0.2, 0.3], [0.2, 0.3]]), np.array([0.1, 0.9]), 0.95)
    assert low[0] == 0.1
    assert high[1] == 0.9
