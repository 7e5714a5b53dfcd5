"""Talks and summits that are only the time or the place of something else."""

from collections.abc import Callable

import pytest

OCCASIONS = [
    (
        "The two sides agreed to swap the bodies at talks in Istanbul.",
        "russia support prisoner-exchange (maybe); ukraine support prisoner-exchange (maybe)",
    ),
    (
        "Kyiv and Moscow agreed on the release of prisoners during a third round of talks.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Sybiha raised the return of deported children in talks with Russia.",
        "ukraine support return-of-children (maybe)",
    ),
    (
        "Russia demanded recognition of Crimea as Russian at the peace talks with Ukraine.",
        "russia support recognition-of-annexation",
    ),
    (
        "Moscow and Kyiv promised each other a further swap of captives in Doha talks last spring.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Moscow must free the journalists before peace talks with Ukraine begin.",
        "",
    ),
    (
        "The minister would speak to the press once the peace talks with Russia conclude.",
        "",
    ),
]

WANTED = [
    ("Putin agreed to take part in direct talks with Ukraine.", "russia support direct-talks"),
    ("Kyiv is interested in talks with Russia.", "ukraine support direct-talks"),
    (
        "Ukraine wants direct talks with Russia before the end of the month.",
        "ukraine support direct-talks; ukraine support negotiation-deadline (maybe)",
    ),
    (
        "Kyiv will not return to direct talks with Russia before the shelling stops.",
        (
            "ukraine oppose|conditional direct-talks; ukraine support immediate-ceasefire (maybe); "
            "ukraine oppose settlement-first (maybe)"
        ),
    ),
]

LATER = [
    (
        "Russia wants Ukraine to withdraw from the Donbas before any ceasefire.",
        (
            "russia support ukrainian-withdrawal; "
            "russia oppose|conditional immediate-ceasefire (maybe)"
        ),
    ),
    (
        "Kyiv wants a ceasefire before peace talks with Russia.",
        "ukraine support immediate-ceasefire; ukraine conditional direct-talks (maybe)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*OCCASIONS, *WANTED, *LATER])
def test_an_occasion_is_nobodys_wish(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
