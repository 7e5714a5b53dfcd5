"""Everyday words and images for promises, doors, garrisons, arsenals, captives and courts."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "Paris and London want Ukraine to be covered by a pledge of mutual defence.",
        "europe support security-guarantees",
    ),
    (
        "Trump is unwilling to act as insurer of Ukraine's safety.",
        "united-states oppose security-guarantees",
    ),
    (
        "Washington refuses to tie its own security to Ukraine's.",
        "united-states oppose security-guarantees",
    ),
    (
        "The Kremlin wants Ukraine kept out of the Western military bloc.",
        "russia oppose nato-membership",
    ),
    (
        "Zelensky refused to strike the alliance from the constitution.",
        "ukraine support nato-membership",
    ),
    (
        "Denmark is open to having its soldiers serve in Ukraine after a truce.",
        "europe support foreign-troops",
    ),
    (
        "Bucharest will lend its airfields but no soldiers.",
        "europe oppose foreign-troops",
    ),
    (
        "The Kremlin demands that Ukraine be stripped of its long-range missiles.",
        "russia support force-limits",
    ),
    (
        "Kyiv will accept no dictate on the number of its soldiers.",
        "ukraine oppose force-limits",
    ),
    (
        "Kallas said that nobody should tie Ukraine's hands in its own defence.",
        "europe oppose force-limits",
    ),
    (
        "Fico swore that Kyiv would not get so much as a cartridge from Slovakia.",
        "europe oppose military-aid",
    ),
    ("Berlin held on to its cruise missiles.", "europe oppose military-aid"),
    (
        "The Pentagon held back interceptors meant for Ukraine.",
        "united-states oppose military-aid",
    ),
    ("Kyiv wants every prisoner for every prisoner.", "ukraine support prisoner-exchange"),
    (
        "Kallas demanded freedom for the Ukrainians in Russian dungeons.",
        "europe support prisoner-exchange",
    ),
    ("Moscow will not give the children up.", "russia oppose return-of-children"),
    (
        "Von der Leyen said that Russia must restore to their families the stolen children.",
        "europe support return-of-children",
    ),
    (
        "Vereshchuk proposed ten routes by which people could leave.",
        "ukraine support humanitarian-corridors",
    ),
    (
        "Washington wants relief agencies to be able to work on both sides of the line.",
        "united-states support humanitarian-corridors",
    ),
    ("Kyiv will not forgive the torturers of Kherson.", "ukraine support accountability"),
    (
        "Washington proposes that all sides be spared prosecution.",
        "united-states oppose accountability",
    ),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


DOORS = [
    ("Rutte said that Kyiv's road to membership must not be closed.", "nato support"),
    ("Sikorski warned against closing NATO's door to Ukraine.", "europe support"),
    ("Stubb refused to close the door of the alliance on Ukraine.", "europe support"),
    ("Putin demanded that NATO close its door to Ukraine.", "russia oppose"),
    ("Fico intends to block Ukraine's path into NATO.", "europe oppose"),
]


@pytest.mark.parametrize(("text", "reading"), DOORS)
def test_a_door_is_shut_or_kept_open(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, f"{reading} nato-membership")


NONE = [
    "Bratislava will give Kyiv no more shells.",
    "Bratislava is sending Ukraine neither tanks nor jets.",
    "The Slovak government will deliver no further weapons to Ukraine.",
]


@pytest.mark.parametrize("text", NONE)
def test_none_is_given(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "europe oppose military-aid")


AGAIN = [
    (
        "Paris wants to send troops to Ukraine. His soldiers would go, Macron promised.",
        "europe support foreign-troops",
    ),
    (
        "Moscow demands a cap on Ukraine's army. Kyiv rejects the ceiling.",
        "russia support force-limits; ukraine oppose force-limits",
    ),
]


@pytest.mark.parametrize(("text", "reading"), AGAIN)
def test_once_named(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


ELSEWHERE = [
    "Japan is content to live under the American promise of mutual defence.",
    "Zelensky asked that Ukraine be given NATO equipment.",
    "Orban closed the door of the conference room and refused to speak to Zelensky.",
    "Several Britons have been sent to prison in Moscow and London wants them freed.",
    "Germany will station a brigade of its soldiers in Lithuania.",
    "Russia stripped the museum in Kherson of its treasures.",
    "Western instructors left Mali and Moscow welcomed it.",
    "The central bank announced another swap line with Brussels.",
    "Navalny's friends demand freedom for those in Russian prisons.",
    "Russia let children leave school early on Victory Day.",
    "Kyiv forbids men under sixty to leave the country.",
    "Trump pardoned the perpetrators of January 6 and Europe was appalled.",
    "Netanyahu must be brought to justice in The Hague, Madrid said.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_same_words_elsewhere(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
