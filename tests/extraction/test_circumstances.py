"""What is only said beside a position: places, times, orders that order nothing, mere terms.

News names issues in passing: where something was agreed, after what, by whom it would
be done. None of that is a position; the sentences beside them, in the same words, are.
All were written for this test.
"""

from collections.abc import Callable

import pytest

PLACES = [
    (
        "Moscow and Kyiv agreed to exchange three hundred prisoners at their talks in Istanbul.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Umerov promised further swaps of prisoners after the Istanbul talks.",
        "ukraine support prisoner-exchange",
    ),
    (
        "The EU adopted a new package of sanctions on Russia ahead of the direct talks.",
        "europe support new-sanctions",
    ),
    (
        "Kyiv refused to lift the siren rules in advance of direct talks with Russia.",
        "",
    ),
    (
        "Merz offered Kyiv new air defence systems on the sidelines of the Alaska summit.",
        "europe support military-aid",
    ),
    (
        "Macron rejected a request to ease sanctions on Russia as part of the Black Sea truce.",
        "europe oppose sanctions-relief",
    ),
    ("Peskov insists on direct talks in Istanbul.", "russia support direct-talks"),
    ("Kyiv is interested in direct talks with Russia.", "ukraine support direct-talks"),
]

ORDERS = [
    (
        "Paris opposes any easing of sanctions on Russia until the Russian troops leave Ukraine.",
        "europe oppose sanctions-relief; europe support russian-withdrawal",
    ),
    (
        "Moscow asked Brussels to lift sanctions before the direct talks are concluded.",
        "russia support sanctions-relief",
    ),
    ("Sybiha will brief the press once the direct talks with Russia conclude.", ""),
    (
        "Yermak said Kyiv would hold no elections until a full ceasefire was in force.",
        "ukraine oppose|conditional elections-in-ukraine; ukraine support immediate-ceasefire",
    ),
    (
        "Kallas said that Putin must withdraw his troops before Europe lifts sanctions.",
        "europe support russian-withdrawal; europe support|conditional sanctions-relief (maybe)",
    ),
    (
        "Stubb went home hours after Moscow agreed only to halt strikes on power plants.",
        "russia support limited-truce (maybe)",
    ),
]

TERMS = [
    ("The point of the deal would be that Russia withdraw its troops from Ukraine.", ""),
    (
        "Meloni insisted that Russia withdraw its troops from Ukraine.",
        "europe support russian-withdrawal",
    ),
    (
        "Rutte's adviser warned that it could lead to an easing of sanctions on Russia.",
        "",
    ),
    (
        "Zelensky said ceding the Donbas would require changing the constitution.",
        "ukraine oppose ukrainian-withdrawal (maybe)",
    ),
    (
        "Lavrov insists that no foreign (that is, European) troops be stationed in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "Tusk said: I did not think it fair, I did not think a frozen front line would help.",
        "europe oppose freeze-front-line (maybe)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*PLACES, *ORDERS, *TERMS])
def test_what_is_said_beside_a_position_is_none(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
