"""Ordinary news in words that also name the case's issues: nobody takes a position on them."""

from collections.abc import Callable

import pytest

ELSEWHERE = [
    "The federation said Arctic drilling off Alaska would be approved by the United States.",
    "The United States said it would keep trying to win the race to Mars.",
    "Brussels said talks on accession of Montenegro should be opened before summer.",
    "Trump said the war in Sudan must stop immediately.",
    "The United States and China agreed to resume talks on trade in Geneva.",
    "Turkey offered to host the climate conference in Antalya next year.",
    "Germany called for a price cap on gas and wants to keep the fund running.",
    "Sweden said it would send a battalion to Latvia under NATO command.",
    "Italy wants to send observers to the border between Israel and Lebanon.",
    "Berlin said that the children must be reunited with their families after the flood.",
    "Brussels wants grain from Brazil to leave port faster.",
    "Meloni said that Italy wants a deal with Washington on tariffs before Christmas.",
    "Trump said that Taiwan must pay for its defence and buy more missiles.",
    "Orban said that Hungary wants cheaper petrol and would close the gap in its budget.",
    "The French coach said that his team should walk off the pitch.",
    "Merz said that the proposals should be laid on the table.",
    "Trump said that the situation on the ground must be improved in Gaza.",
    "Macron wants to start from there.",
    "Starmer said that the plant has to be painted.",
    "Trump called for tariffs on China.",
    "Tusk wants a partnership for generations with Japan.",
    "Kim said that North Korea would fire another missile.",
    "Macron said that Europe needs a better control system.",
    "Meloni said that she wants a new chapter with Washington.",
    "Sanchez wants an economic agreement with the United States.",
    "Merz said that everything must be finished by summer.",
    "Starmer said that it is not for others to judge.",
    "Stubb said that writing in the margins should be allowed.",
    "Macron wants two leaders of his party to resign.",
    "Tusk said that he wants to trade on a small scale.",
    "Rutte wants a tight schedule.",
    # Whether that is good or bad depends on who is hurt.
    "Kallas said that the sanctions hurt the Russian economy.",
    "Zelensky said that sanctions hamper Russia's war machine.",
    "Merz said that sanctions harm Moscow more than Europe.",
]
# The same words where they do name the issue.
HERE = [
    (
        "Trump said the war in Ukraine must stop immediately.",
        "united-states support immediate-ceasefire",
    ),
    ("Paris is ready to underwrite Ukraine's security.", "europe support security-guarantees"),
    ("Paris is ready to underwrite Ukraine’s security.", "europe support security-guarantees"),
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_elsewhere(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")


@pytest.mark.parametrize(("text", "reading"), HERE)
def test_here(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
