"""Conditions make a support conditional; a hypothetical is no position."""

from collections.abc import Callable, Sequence
from typing import Protocol

import pytest

from stancegraph.extraction.candidates import Candidate


class Reader(Protocol):
    def found(self, text: str) -> Sequence[Candidate]: ...


HYPOTHETICALS = [
    (
        "If Russia accepted a ceasefire, the fighting could stop within days.",
        "",
    ),
    (
        "Had Kyiv accepted the territorial swap, the war would have ended.",
        "",
    ),
    (
        "A buffer zone would be possible if both armies withdrew.",
        "",
    ),
    (
        "Even if Washington lifted its sanctions, few companies would return to Russia.",
        "",
    ),
    (
        "It is unclear whether Moscow will agree to a truce.",
        "russia ambivalent immediate-ceasefire (maybe)",
    ),
    (
        "Suppose Kyiv gave up Donbas: the war might go on all the same.",
        "",
    ),
    (
        ("If the United States stops its military aid, Ukraine will have to fight on alone."),
        "",
    ),
]

MUTUAL = [
    (
        "Kyiv agreed to a full ceasefire provided that Russia does the same.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Moscow is ready to exchange all prisoners if Kyiv does likewise.",
        "russia support prisoner-exchange",
    ),
]

UNTIL = [
    (
        "Kyiv will not hold elections until a ceasefire takes hold.",
        (
            "ukraine conditional|oppose elections-in-ukraine; ukraine support "
            "immediate-ceasefire (maybe)"
        ),
    ),
    (
        ("Moscow refuses to accept a ceasefire until Kyiv withdraws its troops from Donbas."),
        (
            "russia conditional|oppose immediate-ceasefire; russia support "
            "ukrainian-withdrawal (maybe)"
        ),
    ),
    (
        "The EU will not ease its sanctions until Russian troops leave Ukraine.",
        ("europe conditional|oppose sanctions-relief; europe support russian-withdrawal (maybe)"),
    ),
]

ISLANDS_HYPOTHETICALS = [
    (
        "If Brigadoon accepted a closed season, the herring would recover.",
        "",
    ),
    (
        "A ferry would pay for itself if tourists came.",
        "",
    ),
    (
        "Were Avalon to drop its quota on herring, prices would fall.",
        "",
    ),
]

LONGER_HYPOTHETICALS = [
    (
        ("Were the White House to lift its sanctions on Russia, European firms would stay away."),
        "",
    ),
    (
        "What would happen if Kyiv withdrew from Donbas is anybody's guess.",
        "",
    ),
    (
        "A truce, if it ever came, would be fragile.",
        "",
    ),
    (
        "Imagine that Moscow returned the deported children.",
        "",
    ),
    (
        "No one knows whether the EU will extend its sanctions on Russia.",
        "",
    ),
]

TRADES = [
    (
        "Moscow would stop its attacks on the energy grid if Kyiv did the same.",
        "russia support|conditional limited-truce",
    ),
    (
        "No security guarantees without a ceasefire, the White House said.",
        (
            "united-states conditional|oppose security-guarantees; united-states support "
            "immediate-ceasefire (maybe)"
        ),
    ),
    (
        "Kyiv will give up its NATO bid only in return for security guarantees.",
        (
            "ukraine oppose|conditional nato-membership; ukraine support|conditional "
            "security-guarantees (maybe)"
        ),
    ),
    (
        "Without a ceasefire, Kyiv will not agree to elections.",
        (
            "ukraine oppose|conditional elections-in-ukraine; ukraine support "
            "immediate-ceasefire (maybe)"
        ),
    ),
    (
        (
            "The EU said it could ease some sanctions on Russia once the last soldier had "
            "left Ukraine."
        ),
        "europe conditional sanctions-relief; europe support russian-withdrawal (maybe)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), HYPOTHETICALS)
def test_hypotheticals(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), MUTUAL)
def test_mutual(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), UNTIL)
def test_until(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_HYPOTHETICALS)
def test_islands_hypotheticals(
    island_reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LONGER_HYPOTHETICALS)
def test_longer_hypotheticals(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), TRADES)
def test_trades(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


CONDITION_ISSUES = [
    ("Russia will agree to a truce if the West halts arms supplies to Kyiv.", {"military-aid"}),
    ("Russia will agree to a ceasefire if its partners wish it.", set()),
    (
        "Moscow would accept a ceasefire only if Ukraine withdraws from Donbas.",
        {"ukrainian-withdrawal"},
    ),
]


@pytest.mark.parametrize(("text", "issues"), CONDITION_ISSUES)
def test_the_issues_that_a_condition_names(reader: Reader, text: str, issues: set[str]) -> None:
    found = [c for c in reader.found(text) if c.stance == "conditional"]
    assert found
    assert {c.issue for c in found} == {"immediate-ceasefire"}
    assert {issue for c in found for issue in c.condition_issues} == issues
