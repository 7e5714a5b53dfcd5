"""Wordings of pressure, money, humanitarian and political issues, and the same words elsewhere."""

from collections.abc import Callable

import pytest

WORDINGS = [
    ("Poland wants to ban the import of Russian gas.", "europe support new-sanctions"),
    (
        "Washington proposed tariffs on the buyers of Russian oil.",
        "united-states support new-sanctions",
    ),
    ("Kyiv urged Europe to close the loopholes.", "ukraine support new-sanctions"),
    ("Berlin rejects a reconnection of Russian banks to SWIFT.", "europe oppose sanctions-relief"),
    ("Moscow demands that Nord Stream be reopened.", "russia support sanctions-relief (maybe)"),
    ("Estonia insists that Russia pay for the damage.", "europe support frozen-assets"),
    ("Belgium is reluctant to tap the Russian reserves.", "europe oppose frozen-assets"),
    ("Trump wants a share in Ukraine's mineral wealth.", "united-states support minerals-deal"),
    ("Denmark offered to repair hospitals in Mykolaiv.", "europe support reconstruction-aid"),
    ("Norway promised to fill the hole in Ukraine's budget.", "europe support reconstruction-aid"),
    (
        "Moscow proposed to restore direct flights to New York.",
        "russia support us-russia-normalisation",
    ),
    (
        "Kyiv wants its defenders to be sent home from captivity.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Kyiv demands that every child be reunited with its parents.",
        "ukraine support return-of-children (maybe)",
    ),
    (
        "Macron asked Putin to let civilians leave the besieged city.",
        "europe support humanitarian-corridors",
    ),
    (
        "Latvia wants those responsible to stand trial in The Hague.",
        "europe support accountability",
    ),
    ("Moscow demands a full amnesty.", "russia oppose accountability"),
    (
        "Sweden wants to open the first cluster of the accession talks with Ukraine.",
        "europe support eu-membership",
    ),
    ("Hungary refuses to let Ukraine into the European Union.", "europe oppose eu-membership"),
    (
        "Moscow demands that Ukraine hold a presidential vote.",
        "russia support elections-in-ukraine",
    ),
    ("Zelensky wants to put the deal to the people.", "ukraine support referendum"),
    (
        "Moscow insists on official status for the Russian language.",
        "russia support russian-language-rights",
    ),
    (
        "Washington proposed to split the electricity of the Zaporizhzhia plant.",
        "united-states support nuclear-plant",
    ),
    (
        "Kyiv demands that the Zaporizhzhia plant be returned to Ukraine.",
        "ukraine oppose nuclear-plant",
    ),
]
ELSEWHERE = [
    "Poland bought gas from Norway.",
    "Washington imposed tariffs on Canadian steel.",
    "Berlin wants its banks to lend more to builders.",
    "Belgium wants to tap its own reserves of doctors.",
    "Trump praised the mineral water.",
    "Denmark wants to repair its own bridges.",
    "A direct flight took the delegation to Moscow.",
    "The defenders of the football club were sent home.",
    "Macron met children in a Paris school.",
    "France wants its civilians to leave Lebanon.",
    "Latvia's court heard a case about taxes.",
    "Sweden opened a cluster of new schools.",
    "Moscow held a vote on its new metro line.",
    "Poland will hold a presidential election in May.",
    "Moscow teaches Russian in its schools.",
    "Berlin wants to split the electricity bill with Vienna.",
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_same_words_elsewhere(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
