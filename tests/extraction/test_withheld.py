"""What is withheld, laid down as one of two, struck from a text, or refused all the more."""

from collections.abc import Callable

import pytest

#: Behind "let alone" stands one more thing of the same list.
LESSER = [
    (
        "Zelensky will not accept a freeze of the front line, let alone a retreat from Donetsk.",
        "ukraine oppose freeze-front-line; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Timetables, let alone ultimatums, are unacceptable to Moscow, Zakharova said.",
        "russia oppose negotiation-deadline",
    ),
    (
        "A buffer zone, never mind a land swap, was rejected by Kyiv.",
        "ukraine oppose buffer-zone; ukraine oppose territorial-swap",
    ),
    (
        "Kyiv has not agreed to a buffer zone, still less to a land swap.",
        "ukraine oppose buffer-zone; ukraine oppose territorial-swap",
    ),
    (
        "Hungary opposes loans to Kyiv, never mind weapons for Ukraine.",
        "europe oppose military-aid; europe oppose reconstruction-aid",
    ),
    (
        "Macron supports a full ceasefire, not to mention a prisoner exchange.",
        "europe support immediate-ceasefire; europe support prisoner-exchange",
    ),
    ("The troops were let alone, and the generals spoke of a truce.", ""),
]

#: Who cannot see why it should be is against it; who only asks or knows why says nothing.
REASONS = [
    (
        "Kallas could not see why Russia should not withdraw its troops.",
        "europe support russian-withdrawal",
    ),
    ("Fico does not understand why Ukraine should join NATO.", "europe oppose nato-membership"),
    (
        "Orbán fails to see why the sanctions on Russia should not be lifted.",
        "europe support sanctions-relief",
    ),
    ("Orbán does not fail to see why the sanctions on Russia should be lifted.", ""),
    ("Zelensky asked why Ukraine should withdraw from the Donbas.", ""),
    ("Sybiha understands why Ukraine should hold elections.", ""),
    ("Yermak did not know why the talks had failed.", ""),
]

#: Who gives no sign of it leaves it open; so does who has not said, or will see, whether.
WITHHELD = [
    (
        "Rubio gave no sign that he would impose new sanctions on Russia.",
        "united-states oppose|ambivalent new-sanctions",
    ),
    (
        "Starmer gave little indication that he was ready for European troops in Ukraine.",
        "europe oppose|ambivalent foreign-troops",
    ),
    (
        "Moscow has yet to say whether it will agree to a full ceasefire.",
        "russia ambivalent immediate-ceasefire",
    ),
    (
        "Zelensky has not said whether he will hold elections.",
        "ukraine ambivalent elections-in-ukraine",
    ),
    (
        "Meloni refused to be drawn on whether Italian troops would go to Ukraine.",
        "europe ambivalent foreign-troops",
    ),
    (
        "Rubio was vague about whether sanctions on Russia would be eased.",
        "united-states ambivalent sanctions-relief",
    ),
    (
        "Rubio was non-committal about security guarantees for Ukraine.",
        "united-states ambivalent security-guarantees",
    ),
    (
        "Hegseth said he would see whether more Patriots could be sent to Ukraine.",
        "united-states ambivalent military-aid",
    ),
    ("Rubio gave no indication that Russia would agree to a full ceasefire.", ""),
    ("Zelensky has said whether he will hold elections.", ""),
    ("Trump said he would see whether Putin could accept a full ceasefire.", ""),
    (
        "Trump gave every indication that he would impose new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
]

#: What one never answers is refused; what has not been answered yet is not.
UNANSWERED = [
    (
        "Russia does not respond to ultimatums, Zakharova said.",
        "russia oppose negotiation-deadline",
    ),
    ("Kyiv will not respond to ultimatums.", "ukraine oppose negotiation-deadline"),
    ("Moscow did not respond to the offer of a full ceasefire.", ""),
    (
        "The question of a full ceasefire did not arise, Ushakov said.",
        "russia oppose immediate-ceasefire",
    ),
    ("A land swap does not arise, Yermak said.", "ukraine oppose territorial-swap"),
    (
        "A land swap is not something that any president could survive, Yermak said.",
        "ukraine oppose territorial-swap",
    ),
    ("A land swap is something that any president could sell, Yermak said.", ""),
]

#: Two things laid down are both wanted of those who are to choose; so is what would end a war.
LAID_DOWN = [
    (
        (
            "Either Ukraine pulls its troops out of the Donbas or it gives up NATO membership,"
            " Lavrov said."
        ),
        "russia support ukrainian-withdrawal; russia oppose nato-membership",
    ),
    (
        "Ukraine must either withdraw from the Donbas or accept neutrality, Lavrov said.",
        "russia support ukrainian-withdrawal; russia support force-limits",
    ),
    (
        "Either Moscow accepts a full ceasefire or it will be on its own, Trump said.",
        "united-states support immediate-ceasefire",
    ),
    (
        (
            "The war could be over tomorrow if Ukraine withdrew its troops from the Donbas,"
            " Zakharova said."
        ),
        "russia support ukrainian-withdrawal",
    ),
    (
        "A buffer zone is imaginable if Russian troops withdraw from it first, Yermak said.",
        "ukraine conditional buffer-zone; ukraine support russian-withdrawal",
    ),
    (
        "Moscow has either rejected a full ceasefire or ignored it.",
        "russia oppose immediate-ceasefire",
    ),
    ("The war could drag on if Ukraine withdrew from the Donbas, Sybiha said.", ""),
    ("Sybiha warned that the war could end badly if Ukraine withdrew from the Donbas.", ""),
    (
        (
            "New sanctions on Russia are conceivable if Putin insists on a withdrawal from the"
            " Donbas, Merz said."
        ),
        "europe conditional new-sanctions",
    ),
]

#: Who strikes a clause out is against what it says.
STRUCK_OUT = [
    ("Warsaw had the clause on a land swap struck out.", "europe oppose territorial-swap"),
    ("Kyiv had the passage on a land swap taken out.", "ukraine oppose territorial-swap"),
    (
        "Moscow wanted the passage on NATO membership deleted.",
        "russia oppose nato-membership",
    ),
    (
        "London struck out the clause by which NATO renounces Ukraine's membership.",
        "europe support nato-membership",
    ),
    (
        "Kyiv deleted the sentence that limits the size of its army.",
        "ukraine oppose force-limits",
    ),
    (
        "The Europeans crossed out the article by which Ukraine recognises Crimea as Russian.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Kyiv wanted the passage on NATO membership kept.",
        "ukraine support nato-membership",
    ),
    ("The Kremlin has sued over the use of the frozen assets.", "russia oppose frozen-assets"),
    ("Moscow has filed a suit over the frozen assets.", "russia oppose frozen-assets"),
]

#: What a clause behind a noun says of it, its preposition left behind.
BEHIND = [
    (
        "The special tribunal which the Council of Europe has agreed on will sit in The Hague.",
        "europe support accountability",
    ),
    (
        "Air-defence missiles for Ukraine, paid for by Norway, will arrive in June.",
        "europe support military-aid",
    ),
    (
        "A full ceasefire, insisted on by Kyiv, was mentioned.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "A land swap of the kind Yermak has ruled out would need a vote.",
        "ukraine oppose territorial-swap",
    ),
    (
        "The full ceasefire that Putin backed out of would have held.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Security guarantees, to which Putin is averse, were not on offer.",
        "russia oppose security-guarantees",
    ),
]

#: "Had long wanted", told of what somebody said, goes on, unless a turn is told.
LONG = [
    (
        "Lavrov said that Russia had long demanded elections in Ukraine.",
        "russia support elections-in-ukraine",
    ),
    (
        "Merz said that Berlin had long since agreed to the use of the frozen assets.",
        "europe support frozen-assets",
    ),
    (
        "Macron said that Paris had long opposed the use of the frozen assets but now backed it.",
        "europe oppose frozen-assets (past)",
    ),
    (
        "Trump had initially supported a full ceasefire, Vance said.",
        "united-states support immediate-ceasefire (past)",
    ),
    (
        "Paris had long opposed the use of the frozen assets.",
        "europe oppose frozen-assets (past)",
    ),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [*LESSER, *REASONS, *WITHHELD, *UNANSWERED, *LAID_DOWN, *STRUCK_OUT, *BEHIND, *LONG],
)
def test_withheld_or_laid_down(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
