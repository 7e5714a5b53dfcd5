"""Polarisation: the figures of the peer, and the search against trying everything."""

import itertools
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancegraph.networks import polarisation as module
from stancegraph.networks import project, tensor
from stancegraph.networks.polarisation import over_time, polarisation, quality
from stancegraph.statements import Statements, prepare

from .tables import coded, either

Seek = Literal["highest", "lowest"]


def test_the_best_balanced_split_is_that_of_the_peer() -> None:
    found = polarisation(tensor(prepare(coded())))
    assert found.value == pytest.approx(0.53424927, abs=5e-9)
    assert found.clusters == (
        ("org-a", "org-d", "org-e", "org-g"),
        ("org-b", "org-c", "org-f"),
    )
    assert found.exact


def test_the_best_unbalanced_split() -> None:
    found = polarisation(tensor(prepare(coded())), balanced=False)
    assert found.value == pytest.approx(0.54879, abs=5e-6)
    assert found.clusters[1] == ("org-b", "org-c")


def test_the_camps_are_nearest_to_their_ideal_form() -> None:
    found = polarisation(tensor(prepare(coded())), seek="lowest")
    assert found.clusters[1] == ("org-b", "org-d", "org-e")


def test_the_distance_by_hand() -> None:
    camp = np.array([0, 0, 1, 1])
    same = camp[:, None] == camp[None, :]
    congruence = np.where(same, 1.0, 0.0) - np.eye(4)
    conflict = np.where(same, 0.0, 1.0)
    # Of C̄ = 4 each cluster's pairs are to have half of a quarter of it each.
    assert quality(congruence / 2, conflict, camp) == pytest.approx(
        (4 * abs(0.5 - 0.25) + 8 * abs(1 - 0.5)) / 2 / (2 + 8)
    )


@settings(max_examples=30)
@given(either, st.sampled_from(["highest", "lowest"]), st.sampled_from([2, 3]), st.booleans())
def test_the_search_finds_what_trying_everything_finds(
    statements: Statements, seek: Seek, clusters: int, balanced: bool
) -> None:
    counted = tensor(prepare(statements))
    congruence, conflict = (
        project(counted, mode="one", aggregation=way, normalization="average").dense()
        for way in ("congruence", "conflict")
    )
    found = polarisation(
        counted, clusters=clusters, balanced=balanced, least=1, seek=seek, normalise=False
    )
    count = len(counted.rows)
    values = []
    for labels in itertools.product(range(clusters), repeat=count):
        sizes = np.bincount(labels, minlength=clusters) if labels else np.zeros(clusters)
        if (max(sizes) - min(sizes) <= 1) if balanced else min(sizes) >= 1:
            values.append(quality(congruence, conflict, labels, normalise=False))
    if count < clusters or not (congruence.sum() + conflict.sum()):
        assert found.clusters == ()
    else:
        best = max(values) if seek == "highest" else min(values)
        assert found.value == pytest.approx(best)
        assert sorted(name for group in found.clusters for name in group) == list(counted.rows)


@pytest.mark.parametrize("clusters", [2, 3])
@pytest.mark.parametrize("seek", ["highest", "lowest"])
def test_swapping_reaches_the_best_of_a_small_network(
    clusters: int, seek: Seek, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = tensor(prepare(coded()))
    exact = polarisation(counted, clusters=clusters, seek=seek)
    monkeypatch.setattr(module, "_ALL", 0)
    monkeypatch.setattr(module, "_ALL_OF_MANY", 0)
    climbed = polarisation(counted, clusters=clusters, seek=seek)
    assert exact.exact and not climbed.exact
    assert climbed.value == pytest.approx(exact.value)
    assert climbed.clusters == polarisation(counted, clusters=clusters, seek=seek).clusters


def test_what_cannot_be_searched_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = tensor(prepare(coded()))
    with pytest.raises(ValueError, match="divide nothing"):
        polarisation(counted, clusters=1)
    monkeypatch.setattr(module, "_ALL_OF_MANY", 0)
    with pytest.raises(ValueError, match="let them be balanced"):
        polarisation(counted, clusters=3, balanced=False)


def test_silence_is_not_polarised() -> None:
    found = polarisation(tensor(prepare(Statements(coded().rows.iloc[:0]))))
    assert (found.clusters, found.value) == ((), 0.0)


def test_polarisation_through_time() -> None:
    frame = over_time(prepare(coded()), "weeks", 3)
    assert frame["n"].tolist() == [24]
    assert frame["nodes"].tolist() == [4]
    assert frame["value"].between(0, 1).all()
