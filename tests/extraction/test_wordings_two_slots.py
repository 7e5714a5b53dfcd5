"""Cues of two slots in either order: penalties, money, arms, alliances and garrisons."""

from collections.abc import Callable

import pytest

WORDINGS = [
    ("Estonia wants the penalties on Moscow's banks stiffened.", "europe support new-sanctions"),
    ("Kyiv asks for stiffer penalties against Russian shipping.", "ukraine support new-sanctions"),
    ("Moscow hopes that the embargo will be wound down.", "russia support sanctions-relief"),
    ("Finland opposes a dilution of the punitive measures.", "europe oppose sanctions-relief"),
    ("Spain would put the impounded billions to work for Kyiv.", "europe support frozen-assets"),
    ("Kyiv refused to hand over its graphite to Washington.", "ukraine oppose minerals-deal"),
    ("Norway will pay for transformers in Ukraine.", "europe support reconstruction-aid"),
    (
        "Kyiv wants a pledge of armed help against the next invasion.",
        "ukraine support security-guarantees",
    ),
    ("Portugal supplied howitzers to the Ukrainians.", "europe support military-aid"),
    ("Spain has ruled out the dispatch of a contingent to Odesa.", "europe oppose foreign-troops"),
    ("Moscow wants the brigades of Ukraine halved.", "russia support force-limits"),
    (
        "Ankara and Rome want the sea corridor prolonged for the wheat.",
        "europe support limited-truce",
    ),
    ("Kyiv asked that every power station be out of bounds.", "ukraine support limited-truce"),
    (
        "Finland wants somebody to record the breaches of a truce.",
        "europe support ceasefire-monitoring",
    ),
    ("Kyiv insists that the occupiers go home.", "ukraine support russian-withdrawal"),
    ("Moscow wants the last fifth of Donetsk emptied.", "russia support ukrainian-withdrawal"),
    ("Kyiv will not sign away the peninsula.", "ukraine oppose recognition-of-annexation"),
    (
        "Moscow demands a ban on Ukraine's entry to the pact.",
        "russia oppose nato-membership",
    ),
    ("Kyiv rejects any bargain signed over its head.", "ukraine support ukraine-participation"),
    ("Sweden begged America not to walk away.", "europe support us-mediation"),
    ("Moscow wants the sanctions to be a thing of the past.", "russia support sanctions-relief"),
    # What is apart in the sentence belongs to different things.
    ("Oslo eased the queue at the gate where the embargo is being discussed.", ""),
    ("Putin fired missiles at Kyiv.", ""),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
