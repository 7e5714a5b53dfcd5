"""Positions that are over are past; what goes on is current."""

from collections.abc import Callable

import pytest

OVER = [
    (
        "Moscow no longer insists on limits on the Ukrainian army.",
        "russia support force-limits (past)",
    ),
    (
        "Kyiv had first demanded membership of NATO.",
        "ukraine support nato-membership (past)",
    ),
    (
        "Berlin used to oppose sanctions on Russia.",
        "europe oppose new-sanctions (past)",
    ),
    (
        "Washington once supported NATO membership for Ukraine.",
        "united-states support nato-membership (past)",
    ),
    (
        "Moscow initially rejected direct talks with Kyiv.",
        "russia oppose direct-talks (past)",
    ),
]

GOING_ON = [
    (
        "Kyiv still demands security guarantees.",
        "ukraine support security-guarantees",
    ),
    (
        "Moscow has always rejected NATO membership for Ukraine.",
        "russia oppose nato-membership",
    ),
    (
        "Moscow has not changed its demand for the demilitarisation of Ukraine.",
        "russia support force-limits",
    ),
    (
        "Berlin continues to support military aid to Ukraine.",
        "europe support military-aid",
    ),
    (
        "The Kremlin repeated its old demand for limits on the Ukrainian army.",
        "russia support force-limits",
    ),
    (
        "Washington has long supported direct talks between Russia and Ukraine.",
        "united-states support direct-talks",
    ),
]

ISLANDS = [
    (
        "Avalon no longer opposes the ferry.",
        "avalon support ferry",
    ),
    (
        "Brigadoon had originally wanted a ferry.",
        "brigadoon support ferry (past)",
    ),
    (
        "Lefay still wants a closed season.",
        "avalon support closed-season",
    ),
    (
        "MacRae used to support a herring quota.",
        "brigadoon support fishing-limit (past)",
    ),
    (
        "Brigadoon gave up its resistance to the spring ban.",
        "brigadoon support closed-season (maybe)",
    ),
    (
        "Avalon formerly rejected the ferry.",
        "avalon oppose ferry (past)",
    ),
]

LONGER = [
    (
        "Until last year Berlin refused to deliver long-range missiles to Ukraine.",
        "europe oppose military-aid (past)",
    ),
    (
        ("Moscow, which had long rejected direct talks with Kyiv, proposed them on Sunday."),
        "russia support direct-talks",
    ),
    (
        "Washington has softened its opposition to European troops in Ukraine.",
        "united-states oppose foreign-troops (maybe)",
    ),
    (
        "Since the spring Kyiv has offered an unconditional ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
]

ISLANDS_LONGER = [
    (
        "Until 2004 Avalon rejected the ferry.",
        "avalon oppose ferry (past)",
    ),
    (
        "Ever since the storm Avalon has demanded a ferry.",
        "avalon support ferry",
    ),
    (
        "Lefay, who had long opposed a herring quota, now supports it.",
        "avalon support fishing-limit",
    ),
]


@pytest.mark.parametrize(("text", "reading"), OVER)
def test_over(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), GOING_ON)
def test_going_on(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LONGER)
def test_longer(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_LONGER)
def test_islands_longer(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)
