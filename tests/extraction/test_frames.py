"""Constructions between an issue and its holder: raised subjects, offers, texts, judgements."""

from collections.abc import Callable

import pytest

READ = [
    # the subject of "have to", "be going to" belongs to the verb behind them
    (
        "Peskov said Western arms shipments would have to stop before anything was discussed.",
        "russia oppose military-aid",
    ),
    (
        "Hegseth said membership of NATO was not going to happen.",
        "united-states oppose nato-membership",
    ),
    ("Rubio said a ceasefire has to come first.", "united-states support immediate-ceasefire"),
    (
        "Trump said that American soldiers would stay out of Ukraine.",
        "united-states oppose foreign-troops",
    ),
    # what is offered something for is wanted
    (
        "Putin was ready to end the war if Ukraine withdrew its troops from the Donbas.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Talks could begin tomorrow, Zelensky said, if Russia withdrew its troops.",
        "ukraine support russian-withdrawal; ukraine conditional direct-talks",
    ),
    # texts stand for what they lay down
    (
        "Kallas restated the formula whereby Russian troops leave Ukraine.",
        "europe support russian-withdrawal",
    ),
    (
        "Zelensky signed the agreement by which a special tribunal is set up.",
        "ukraine support accountability",
    ),
    ("Kyiv wants every Russian soldier off its land.", "ukraine support russian-withdrawal"),
    (
        "What Zelensky would not consider was a freeze along the front line.",
        "ukraine oppose freeze-front-line",
    ),
    # judgements of a thing by what it would do
    (
        "Zelensky said tougher sanctions would send a clear signal to Moscow.",
        "ukraine support new-sanctions",
    ),
    ("Fico said that the sanctions hurt Europe more than Russia.", "europe oppose new-sanctions"),
    (
        "De Wever wrote that lending Ukraine the frozen assets would stand in the way of peace.",
        "europe oppose frozen-assets",
    ),
    ("For Orban, Ukraine's accession to the EU is a red line.", "europe oppose eu-membership"),
    (
        "Moscow scorns the idea of a Western security umbrella for Ukraine.",
        "russia oppose security-guarantees",
    ),
    ("Moscow demanded that the arming of Kyiv end.", "russia oppose military-aid"),
    (
        "Handing over the Donbas is the last thing Zelensky will do.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Republicans in Congress voted down a package of weapons for Ukraine.",
        "united-states oppose military-aid",
    ),
    (
        (
            "Yermak said that Ukraine will never recognise the annexation, that the prisoners have"
            " to come home, and that there is no peace without guarantees."
        ),
        (
            "ukraine oppose recognition-of-annexation; ukraine support prisoner-exchange;"
            " ukraine support security-guarantees"
        ),
    ),
    # who gives up a refusal accepts
    (
        "Belgium gave up its resistance to using the frozen assets.",
        "europe support frozen-assets",
    ),
    (
        "Orban has not dropped his objections to the new sanctions.",
        "europe oppose new-sanctions",
    ),
    ("Lavrov made short work of the idea of a ceasefire.", "russia oppose immediate-ceasefire"),
    # terms, wherever they stand
    (
        "With a few amendments, Kyiv could accept the American plan.",
        "ukraine conditional us-peace-plan",
    ),
    (
        "Russia supports a ceasefire in principle, Lavrov said, provided its conditions are met.",
        "russia conditional immediate-ceasefire",
    ),
    # what is left open
    (
        "Trump is weighing whether to send Tomahawks to Ukraine.",
        "united-states ambivalent military-aid",
    ),
    (
        "Rubio would not say whether the sanctions on Russia might be lifted.",
        "united-states ambivalent sanctions-relief",
    ),
    (
        "Rubio would not be drawn on Ukraine's membership of NATO.",
        "united-states ambivalent nato-membership",
    ),
]

NOTHING = [
    # nothing is offered for what is only supposed
    "Russia will strike back if Ukraine joins NATO, Putin said.",
    "Moscow is willing to sell its grain even if Ukraine holds elections.",
    "The prisoners had to go home on foot.",
]


@pytest.mark.parametrize(("text", "reading"), READ)
def test_frames(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_only_supposed(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
