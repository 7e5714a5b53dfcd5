"""Words and constructions that turn a stance, and those that take none."""

from collections.abc import Callable

import pytest

TURNED = [
    (
        "The Kremlin threw its weight against an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "An unconditional ceasefire is the last thing that Putin wants.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Moscow is anything but ready for an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Zelensky would sooner resign than order a Ukrainian withdrawal from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Putin has little interest in freezing the front line.",
        "russia oppose freeze-front-line",
    ),
    ("Putin has a keen interest in freezing the front line.", "russia support freeze-front-line"),
    ("Arms deliveries to Ukraine must stop, Putin told Trump.", "russia oppose military-aid"),
    (
        "Arms deliveries to Ukraine must not stop, Pistorius said.",
        "europe support military-aid",
    ),
    ("Vance called for arms deliveries to Ukraine to end.", "united-states oppose military-aid"),
    ("Zelensky walked away from the minerals deal.", "ukraine oppose minerals-deal"),
    (
        "Washington pulled out of the work on a special tribunal.",
        "united-states oppose accountability",
    ),
    ("Fico withheld his consent to new sanctions on Russia.", "europe oppose new-sanctions"),
    ("No deal without a referendum, Zelensky said.", "ukraine support referendum"),
    ("Zelensky rejects a ceasefire without guarantees.", "ukraine support security-guarantees"),
    (
        '"I will not be the president who ceded Donbas," Zelensky said.',
        "ukraine oppose ukrainian-withdrawal",
    ),
]

FELT = [
    ("Freezing the front line does not suit Moscow.", "russia oppose freeze-front-line"),
    ("A buffer zone found little favour with the Europeans.", "europe oppose buffer-zone"),
    ("The 28-point plan went down badly in Kyiv.", "ukraine oppose us-peace-plan"),
    (
        "The idea of sending troops to Ukraine makes Wadephul uneasy.",
        "europe oppose foreign-troops",
    ),
    (
        "Siluanov likened the seizure of the frozen assets to pickpocketing.",
        "russia oppose frozen-assets",
    ),
    (
        "An unconditional ceasefire is what Kyiv asks for.",
        "ukraine support immediate-ceasefire",
    ),
]

NOBODYS = [
    "Zelensky said of the 28-point plan that he had slept badly.",
    "French officials were purple towards a buffer zone in Donetsk.",
    "Peskov branded the transfer of long-range rockets to Kiev a hobby.",
    "Using Russia's frozen assets is legally baroque, De Wever said.",
    "Lifting the sanctions would amaze the aggressor, said Sybiha.",
    "Anyone who thinks that Kyiv will cede Donbas is mistaken, Podolyak said.",
]


@pytest.mark.parametrize(("text", "reading"), TURNED)
def test_what_turns_a_stance(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), FELT)
def test_what_is_felt_about_it(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOBODYS)
def test_what_takes_no_stance(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")


def test_a_wish_is_the_wishers(reads: Callable[[str, str], None]) -> None:
    reads(
        "Zelensky hopes that Putin will accept an unconditional ceasefire.",
        "ukraine support immediate-ceasefire",
    )
