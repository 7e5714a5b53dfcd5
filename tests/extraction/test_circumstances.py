"""What is only said beside a position: places, times, orders that order nothing, mere terms.

News names issues in passing: where something was agreed, after what, by whom it would
be done. None of that is a position; the sentences beside them, in the same words, are.
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
        "Tusk rejected a request to lift sanctions on Moscow as part of the Easter truce.",
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
        "Yermak said Kyiv would hold no elections until a full ceasefire took hold.",
        "ukraine oppose|conditional elections-in-ukraine; ukraine support immediate-ceasefire",
    ),
    (
        "Kallas said that Putin must withdraw his troops before Europe lifts sanctions.",
        "europe support russian-withdrawal; europe support|conditional sanctions-relief (maybe)",
    ),
    (
        "Meloni flew to Rabat days after the Kremlin promised merely to stop bombing substations.",
        "russia support limited-truce (maybe)",
    ),
]

TERMS = [
    ("Sikorski said such a peace would be merely a pause in the fighting.", ""),
    (
        "Sikorski said the goal was a full ceasefire.",
        "europe support immediate-ceasefire",
    ),
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

# Whose wish it is, and about what.
MATTERS = [
    (
        "Peskov turned down an American proposal for a full ceasefire.",
        "russia oppose immediate-ceasefire; united-states support immediate-ceasefire",
    ),
    (
        "Budanov backed Trump's suggestion of a summit between Putin and Zelensky.",
        "ukraine support leaders-summit; united-states support leaders-summit",
    ),
    ("Sybiha rejected the American plan out of hand.", "ukraine oppose us-peace-plan"),
    (
        "Sybiha rejected the American peace plan because it recognises Crimea as Russian.",
        (
            "ukraine oppose us-peace-plan; ukraine oppose recognition-of-annexation (maybe);"
            " united-states support recognition-of-annexation (maybe)"
        ),
    ),
    (
        "Moscow's conditions include Europe halting all deliveries of weapons to Ukraine.",
        "russia oppose military-aid (maybe)",
    ),
    (
        "Europe halted all deliveries of weapons to Ukraine.",
        "europe oppose military-aid",
    ),
    (
        "Hegseth abandoned his position that Ukraine should cede the Donbas to Russia.",
        "united-states support ukrainian-withdrawal (past)",
    ),
    (
        "Hegseth repeated his position that Ukraine should cede the Donbas to Russia.",
        "united-states support ukrainian-withdrawal",
    ),
    (
        (
            "Stefanishyna said any withdrawal from the Donbas must be approved by the people"
            " in a referendum."
        ),
        "ukraine conditional|oppose ukrainian-withdrawal; ukraine support referendum",
    ),
    (
        "Wadephul expressed the hope that Moscow would accept a full ceasefire.",
        "europe support immediate-ceasefire",
    ),
    (
        "Lavrov said Kyiv's bid to join NATO had been a cause of the war.",
        (
            "russia oppose nato-membership; ukraine support nato-membership (ascribed);"
            " russia support root-causes (maybe)"
        ),
    ),
    (
        "Shoigu warned that a quick truce would mean forgetting the root causes of the war.",
        "russia support root-causes (maybe); russia oppose immediate-ceasefire (maybe)",
    ),
    (
        "Svyrydenko pledged to sign the minerals deal as soon as possible.",
        "ukraine support minerals-deal",
    ),
    (
        "Svyrydenko pledged to sign the minerals deal as soon as the fund was agreed.",
        "ukraine conditional minerals-deal",
    ),
    (
        (
            "Tusk said Warsaw wanted new sanctions on Russia. Chile, though trading freely with"
            " Moscow, takes no part in the matter."
        ),
        "europe support new-sanctions",
    ),
]

# Whose deed it is, and whether it is told as one.
DEEDS = [
    (
        "Warsaw promised to stop all attempts to derail or sabotage the Alaska summit.",
        "europe support leaders-summit",
    ),
    (
        "Umerov wants Russian troops to be withdrawn from the present front line.",
        "ukraine support russian-withdrawal",
    ),
    (
        "It looks as though Berlin were trying to prevent a full ceasefire.",
        "",
    ),
    (
        "The European Parliament spoke of the crime of taking Ukrainian children to Russia.",
        "europe support return-of-children (maybe); europe support accountability (maybe)",
    ),
    (
        ("Moscow demands that Kyiv hand over all towns it controls and accept a cap on its army."),
        "russia support ukrainian-withdrawal; russia support force-limits",
    ),
    (
        "Zakharova said Ukraine's wish to join NATO was among the reasons for the war.",
        ("russia oppose nato-membership; russia support root-causes (maybe)"),
    ),
    ("Russian and Ukrainian envoys held direct talks in Istanbul on Friday.", ""),
    (
        "Russian and Ukrainian envoys agreed to hold direct talks in Istanbul on Friday.",
        (
            "russia support direct-talks; ukraine support direct-talks;"
            " russia support third-party-mediation (maybe);"
            " ukraine support third-party-mediation (maybe)"
        ),
    ),
    (
        "Russia and Ukraine met again. The parties shall exchange all prisoners.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*DEEDS, *PLACES, *ORDERS, *TERMS, *MATTERS])
def test_what_is_said_beside_a_position_is_none(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
