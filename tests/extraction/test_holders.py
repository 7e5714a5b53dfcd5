"""Whose a position is: plural holders, readouts, and sources that are themselves reported."""

from collections.abc import Callable

import pytest

PLURAL = [
    (
        "Moscow and Kyiv met in the Gulf. The leaders of Norway and Denmark want a ceasefire.",
        "europe support immediate-ceasefire",
    ),
    (
        "The presidents of Finland and Ukraine want an immediate ceasefire.",
        "europe support immediate-ceasefire; ukraine support immediate-ceasefire",
    ),
    (
        "Envoys from Washington and Moscow reject any security guarantees for Ukraine.",
        "united-states oppose security-guarantees; russia oppose security-guarantees",
    ),
    (
        "Washington and Kyiv conferred. Both nations' ministers want a ceasefire.",
        "united-states support immediate-ceasefire; ukraine support immediate-ceasefire",
    ),
    (
        "Moscow and Kyiv met. The sides agreed on a prisoner exchange.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Zelensky and the leaders of Sweden, Latvia and Poland said that they backed a ceasefire.",
        "ukraine support immediate-ceasefire; europe support immediate-ceasefire",
    ),
]

SOURCES = [
    (
        "Berlin and Paris firmly backed Trump's view that the front line should be frozen.",
        "europe support freeze-front-line; united-states support freeze-front-line (maybe)",
    ),
    (
        "Kyiv turned down the Kremlin's argument that Ukraine should withdraw from Donetsk.",
        "ukraine oppose ukrainian-withdrawal; russia support ukrainian-withdrawal (maybe)",
    ),
    # a readout of what both will do is a report of the other side, a charge is none
    (
        "Ukraine and Russia will exchange 200 prisoners on Sunday, the Kremlin said.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Ukraine will not exchange prisoners, the Kremlin said.",
        "ukraine oppose prisoner-exchange (ascribed)",
    ),
    # what somebody says of something else is no remark on this
    (
        (
            "Tusk ruled out sending troops to Ukraine, while the Kremlin says that Kyiv must hold"
            " elections."
        ),
        "europe oppose foreign-troops; russia support elections-in-ukraine",
    ),
]


@pytest.mark.parametrize(("text", "reading"), PLURAL + SOURCES)
def test_whose_a_position_is(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


PARTNERS = [
    ("Merz received Orban in Berlin. His guest called for direct talks between Moscow and Kyiv.",
     "europe support direct-talks"),
    ("Zelensky flew to Washington to see Trump. His host wants an immediate ceasefire.",
     "united-states support immediate-ceasefire"),
    ("Rubio spoke with Lavrov on the telephone. His opposite number rejected foreign troops.",
     "russia oppose foreign-troops"),
    ("Merz was calm. His Ukrainian guest wants an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("People around Zelensky want an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("Macron met Merz in Berlin. The Frenchman wants new sanctions on Russia.",
     "europe support new-sanctions"),
    # of several people any may be meant
    ("Merz met Trump, Putin and Erdogan. His guest wants an immediate ceasefire.", ""),
    ("People around the world want an immediate ceasefire.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), PARTNERS)
def test_who_is_named_by_whom_he_meets_or_stands_near(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


LEFT_UNDONE = [
    ("What the Union will not do, or not soon, is use Russia's frozen assets.",
     "europe oppose frozen-assets"),
    ("The loan would come from the Russian billions that the Union has blocked.",
     "europe support frozen-assets"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), LEFT_UNDONE)
def test_what_is_blocked_or_left_undone(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
