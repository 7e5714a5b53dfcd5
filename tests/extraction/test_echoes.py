"""What a sentence takes up of the one before, by grammar alone: "will do it", "as does Ev"."""

from collections.abc import Callable

import pytest

TAKEN_UP = [
    # somebody does it, or has it done
    (
        "Vance proposed a full ceasefire. Kyiv would sign it tonight.",
        "united-states support immediate-ceasefire; ukraine support immediate-ceasefire",
    ),
    (
        "The Danes suggested an Easter truce. Ukraine took it up before noon.",
        "europe support limited-truce; ukraine support limited-truce",
    ),
    (
        "The Kremlin demands that Ukraine withdraw from Donetsk. Zelensky will do no such thing.",
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    # it is something that …
    (
        "Ukraine has offered an exchange of all prisoners. That is something Moscow can live with.",
        "ukraine support prisoner-exchange; russia support prisoner-exchange",
    ),
    (
        "Kyiv wants to use Russia's frozen assets. It is an idea that Belgium cannot accept.",
        "ukraine support frozen-assets; europe oppose frozen-assets",
    ),
    (
        "Moscow demands that Ukraine withdraw from the Donbas. That is what Vance wants.",
        "russia support ukrainian-withdrawal; united-states support ukrainian-withdrawal",
    ),
    # clauses and sentences that only answer
    (
        "Vance announced new sanctions on Russia, as did Britain.",
        "united-states support new-sanctions; europe support new-sanctions",
    ),
    (
        "Washington opposes Ukraine's membership of NATO, but Warsaw does not.",
        "united-states oppose nato-membership; europe support nato-membership",
    ),
    (
        "Vance would welcome European troops in Ukraine. London likewise.",
        "united-states support foreign-troops; europe support foreign-troops",
    ),
    (
        "The Dutch proposed an Easter truce. The answer from Moscow was no.",
        "europe support limited-truce; russia oppose limited-truce",
    ),
    (
        "A full ceasefire? Only as part of a treaty, Lavrov answered.",
        "russia conditional immediate-ceasefire",
    ),
    # a "not yet" that names no condition is a no; one that does is a yes on that condition
    (
        "Would Moscow sign a full ceasefire? Not yet, said Lavrov.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "A full ceasefire? Not before a treaty, Lavrov answered.",
        "russia conditional immediate-ceasefire",
    ),
    (
        "European soldiers in Ukraine? Out of the question, said Lavrov.",
        "russia oppose foreign-troops",
    ),
    # a heading names what its paragraph is about
    ("**Sanctions relief**\n\nBerlin rules it out.", "europe oppose sanctions-relief"),
    # by another word
    (
        "Vance wants European soldiers in Ukraine. Madrid finds the debate premature.",
        "united-states support foreign-troops; europe oppose foreign-troops",
    ),
]

NOT_TAKEN_UP = [
    (
        "Kyiv wants European troops in Ukraine. Moscow has read it.",
        "ukraine support foreign-troops",
    ),
    (
        "Kyiv calls for a full ceasefire. That is what worries Moscow.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Poland supports new sanctions on Russia, but Vance has not decided.",
        "europe support new-sanctions",
    ),
    (
        "Ukraine proposed a full ceasefire. The answer from Moscow was a salvo of missiles.",
        "ukraine support immediate-ceasefire",
    ),
    ("**Sanctions on Russia**\n\nIt was a quiet day in Kyiv.", ""),
    (
        "Kyiv wants the frozen Russian assets used. It may be that Vance can do it.",
        "ukraine support frozen-assets",
    ),
]


@pytest.mark.parametrize(("text", "reading"), TAKEN_UP)
def test_takes_up_what_was_named_before(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), NOT_TAKEN_UP)
def test_takes_up_nothing(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
