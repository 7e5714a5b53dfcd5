"""What is judged by way of a clause, and wishes told by what stands beside them.

All sentences were written for this test.
"""

from collections.abc import Callable

import pytest

SUPPOSED = [
    (
        "Kallas would like it if the sanctions on Russia were tightened.",
        "europe support new-sanctions",
    ),
    (
        "It would be a mistake if the sanctions were lifted, Kallas said.",
        "europe oppose sanctions-relief",
    ),
    (
        "Tusk would regret it if the United States walked away from the talks.",
        "europe support us-mediation",
    ),
    (
        "If Russia withdrew its troops, the war would be over, Merz said.",
        "europe support russian-withdrawal",
    ),
    (
        "Zakharova would consider it an act of war if European troops were stationed in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "The war will end once Russia withdraws its troops, Merz said.",
        "europe support russian-withdrawal",
    ),
    ("The war ended when Russia withdrew its troops.", ""),
    ("The war would go on if the sanctions were lifted, the envoy said.", ""),
    (
        "An America that walked away from the talks would be a disaster, Tusk said.",
        "europe support us-mediation",
    ),
]

ANYBODY = [
    (
        "Whoever touches Russia's frozen assets is a thief, Putin said.",
        "russia oppose frozen-assets",
    ),
    (
        "Whoever lifts the sanctions on Russia is playing into Putin's hands, Yermak said.",
        "ukraine oppose sanctions-relief",
    ),
    ("Those who want a ceasefire should say so, Zelensky said.", ""),
    ("Whoever lifts the sanctions on Russia knows the price of oil, Yermak said.", ""),
]

LACKING = [
    (
        "An agreement without security guarantees would be worthless, Tusk said.",
        "europe support security-guarantees",
    ),
    (
        "Tusk dismissed any settlement without security guarantees.",
        "europe support security-guarantees",
    ),
    ("An agreement without security guarantees was signed, Tusk said.", ""),
]

BESIDE = [
    (
        "Kyiv wants all prisoners of war released and the abducted children returned.",
        "ukraine support prisoner-exchange; ukraine support return-of-children",
    ),
    (
        "Moscow would like to see its banks reconnected and the sanctions lifted.",
        "russia support sanctions-relief",
    ),
    (
        "Putin wants all help for Kyiv stopped, arms deliveries included.",
        "russia oppose military-aid",
    ),
    (
        "European ministers called for more pressure, further sanctions included.",
        "europe support new-sanctions",
    ),
    (
        "Brussels responded with new sanctions on Russian banks.",
        "europe support new-sanctions",
    ),
    (
        "Moscow let it be known that a ceasefire is out of the question.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Medinsky read out the terms: Ukraine was to pull its soldiers out of four regions.",
        "russia support ukrainian-withdrawal",
    ),
    ("Talks with Kyiv make no sense, Lavrov said.", "russia oppose direct-talks"),
    (
        "According to the Russian memorandum Ukrainian troops were to leave Donbas.",
        "russia support ukrainian-withdrawal; russia support peace-memorandum (maybe)",
    ),
]

HOPED_FOR = [
    (
        "Kyiv rejects any truce that freezes the front line.",
        "ukraine oppose freeze-front-line; ukraine oppose|conditional immediate-ceasefire (maybe)",
    ),
    (
        "Starmer called for a peace that is backed by security guarantees.",
        "europe support security-guarantees",
    ),
    ("The truce that was monitored by the OSCE ended in May.", ""),
    (
        "A ceasefire that left Russia in possession is for Rubio worse than none.",
        "united-states oppose immediate-ceasefire",
    ),
    (
        "At the summit on Monday Emmanuel Macron rejected a land swap.",
        "europe oppose territorial-swap",
    ),
    (
        "In an interview on Wednesday Sergei Lavrov again ruled out European troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
]

COMING_TO_NOTHING = [
    (
        "A ceasefire would be no more than a pause, Ushakov said.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Ukraine's sovereignty is not for sale, Yermak said.",
        "ukraine support territorial-integrity",
    ),
    ("Ukraine can forget about NATO membership, Lavrov said.", "russia oppose nato-membership"),
    ("The new sanctions will not have Hungary's vote.", "europe oppose new-sanctions"),
    ("Merz says no to cruise missiles for Ukraine.", "europe oppose military-aid"),
    (
        "Trump has not made up his mind whether to send rocket launchers to Ukraine.",
        "united-states ambivalent military-aid",
    ),
]


@pytest.mark.parametrize(
    ("text", "reading"), [*SUPPOSED, *ANYBODY, *LACKING, *BESIDE, *HOPED_FOR, *COMING_TO_NOTHING]
)
def test_judgement_on_a_clause(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
