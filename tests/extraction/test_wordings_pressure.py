"""Images and everyday words for money, pressure and trade."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "Merz wants the economic vice on the Kremlin tightened.",
        "europe support new-sanctions (maybe)",
    ),
    (
        "Kyiv called for the customers of Russian oil to be made to pay.",
        "ukraine support new-sanctions",
    ),
    (
        "Estonia wants to drain Russia's war chest.",
        "europe support new-sanctions",
    ),
    (
        "Spain is working on the next package against Moscow.",
        "europe support new-sanctions (maybe)",
    ),
    (
        "Lavrov insists that Western markets be reopened to Russian grain.",
        "russia support sanctions-relief",
    ),
    (
        "Tusk refuses to throw Putin an economic lifeline.",
        "europe oppose sanctions-relief",
    ),
    (
        "Zelensky opposes any loosening of the noose around Russia's economy.",
        "ukraine oppose sanctions-relief",
    ),
    (
        "Lithuania wants the money in the clearing house spent on Ukraine.",
        "europe support frozen-assets",
    ),
    (
        "Washington wants the funds in Brussels returned to Moscow.",
        "united-states oppose frozen-assets",
    ),
    (
        "Finland proposed to immobilise the sovereign funds for good.",
        "europe support frozen-assets",
    ),
    (
        "Zelensky refused to sell the underground wealth of Ukraine.",
        "ukraine oppose minerals-deal (maybe)",
    ),
    (
        "Svyrydenko welcomed the fund agreement with Washington.",
        "ukraine support minerals-deal",
    ),
    (
        "Norway agreed to finance hospitals in Ukraine.",
        "europe support reconstruction-aid",
    ),
    (
        "Slovakia will not give Kyiv a cent, Fico said.",
        "europe oppose reconstruction-aid",
    ),
    (
        "The Kremlin hopes for a new chapter with the United States.",
        "russia support us-russia-normalisation",
    ),
    (
        "Kallas warned Washington against befriending Putin.",
        "europe oppose us-russia-normalisation (maybe)",
    ),
    (
        "Sybiha asked the allies to strangle Russia's oil trade.",
        "ukraine support new-sanctions",
    ),
    (
        "Spain opposes any loosening of the restrictions on Russia.",
        "europe oppose sanctions-relief",
    ),
    (
        "Marchenko urged Europe to spend the seized money.",
        "ukraine support frozen-assets (maybe)",
    ),
    (
        "Calvino announced loans for Ukrainian railways.",
        "europe support reconstruction-aid (maybe)",
    ),
    (
        "Kallas criticised the American warming towards the Kremlin.",
        "europe oppose us-russia-normalisation",
    ),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


ELSEWHERE = [
    "Beijing wants to do business with America again.",
    "Trump wants a stake in Greenland's mines.",
    "Trump wants Iran to come in from the cold.",
    "Merz warned that the embargo on arms for Israel must stay.",
    "Russian drones struck transformers in Odesa, Kyiv said.",
    "The money in Brussels for farmers must be spent, Tusk said.",
    "Merz said that Germany would finance schools and hospitals at home.",
    "Beijing and Washington agreed to resume military dialogue.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_same_words_elsewhere(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
