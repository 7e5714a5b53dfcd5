"""Short words for truces, talks and land, and the same words where another matter is meant."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "Kyiv hopes that Americans will do the supervising of the truce.",
        "ukraine support ceasefire-monitoring; ukraine support immediate-ceasefire (maybe)",
    ),
    (
        "Zelensky demands that breaches of the truce be recorded.",
        "ukraine support ceasefire-monitoring; ukraine support immediate-ceasefire (maybe)",
    ),
    ("Estonia called any repetition of Yalta a disgrace.", "europe support ukraine-participation"),
    (
        "Kyiv will not recognise a deal to which it was no party.",
        "ukraine support ukraine-participation",
    ),
    (
        "The EU will not legitimise what was grabbed by force.",
        "europe oppose recognition-of-annexation",
    ),
    ("Kyiv refuses to sign away the peninsula.", "ukraine oppose recognition-of-annexation"),
    (
        "Vance wants either side to part with some of its land.",
        "united-states support territorial-swap",
    ),
    ("Sybiha demands that the occupation of Ukraine end.", "ukraine support russian-withdrawal"),
    (
        "The Kremlin wants a cushion between its border towns and the Ukrainian army.",
        "russia support buffer-zone",
    ),
    (
        "Macron said that the Europeans have to speak for themselves.",
        "europe support european-participation",
    ),
    (
        "Medvedev has no intention of giving the enemy a breather.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Starmer said that the Russians should clear out of Ukraine.",
        "europe support russian-withdrawal",
    ),
    (
        "Hakan Fidan spoke of the war in Ukraine. Kyiv wants a follow-up conference in Qatar.",
        "ukraine support third-party-mediation",
    ),
    (
        "Finland demands that the wholeness of Ukraine's territory be kept.",
        "europe support territorial-integrity",
    ),
]
OTHER_MATTERS = [
    ("Merz wants Germany to win a seat on the Security Council.", ""),
    ("Brussels keeps its plan for drones.", ""),
    ("Tusk wants the ships to sail on time in the Baltic Sea.", ""),
    ("Macron wants to see satellites built in Toulouse.", ""),
    ("Sweden wants observers at the election in Belarus.", ""),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_short_words_tell_their_issue(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), OTHER_MATTERS)
def test_the_same_words_of_other_matters(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
