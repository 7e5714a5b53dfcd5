"""Operators that stand in unlikely places: none may be lost on the way from issue to holder.

Each list holds sentences that take a position and their counterparts that take the
opposite one, or none. All were written for this test.
"""

from collections.abc import Callable

import pytest

NOTHING = [
    (
        "Zelensky will not accept anything that is decided behind his back.",
        "ukraine support ukraine-participation",
    ),
    (
        "Kyiv will sign nothing that recognises Crimea as Russian.",
        "ukraine oppose recognition-of-annexation",
    ),
    (
        "Lavrov sees nothing for Europeans to do at the table.",
        "russia oppose european-participation",
    ),
    ("Kyiv wants nothing of the Russian memorandum.", "ukraine oppose peace-memorandum"),
    ("Kyiv wants nothing less than a full ceasefire.", "ukraine support immediate-ceasefire"),
    ("Macron demanded nothing but a full ceasefire.", "europe support immediate-ceasefire"),
    ("Trump said nothing about new sanctions on Russia.", ""),
    (
        '"Nothing will stop us from imposing new sanctions on Russia," Macron said.',
        "europe support new-sanctions",
    ),
]

OBJECT_COMPLEMENTS = [
    ("Tykhyi called the Russian memorandum an ultimatum.", "ukraine oppose peace-memorandum"),
    ("Tykhyi called the Russian memorandum a breakthrough.", "ukraine support peace-memorandum"),
    ("Dmitriev called the American plan serious and balanced.", "russia support us-peace-plan"),
    ("Dmitriev called the American plan odd and unacceptable.", "russia oppose us-peace-plan"),
    ("Tusk called the American plan a Russian wish list.", "europe oppose us-peace-plan"),
    (
        "Hegseth called a return to the old borders an illusion.",
        "united-states oppose territorial-integrity",
    ),
    (
        "Zelensky called the American plan a basis for further work.",
        "ukraine support us-peace-plan",
    ),
    ("Putin said that the American plan could serve as a basis.", "russia support us-peace-plan"),
    (
        "Putin said that the American plan could not serve as a basis.",
        "russia oppose us-peace-plan",
    ),
    ("Kallas called the American plan a document of ten pages.", ""),
    ("Tusk called the American plan a long text.", ""),
]

INFINITIVES = [
    (
        "Macron called for both armies to hold their fire for a month.",
        "europe support immediate-ceasefire",
    ),
    (
        "Putin brushed aside the appeal to stop fighting along the entire front.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The Kremlin rejected the demand to withdraw its troops from Ukraine.",
        "russia oppose russian-withdrawal",
    ),
    ("Moscow backed the call to lift sanctions on Russia.", "russia support sanctions-relief"),
    ("Berlin opposed the demand to lift sanctions on Russia.", "europe oppose sanctions-relief"),
]

RESTRICTIONS = [
    ("Peskov said that the presidents should meet only to sign.", ""),
    (
        "Trump said that Zelensky and Putin should meet, and not only to sign.",
        "united-states support leaders-summit",
    ),
    (
        "Trump said that Zelensky and Putin should meet to sign.",
        "united-states support leaders-summit",
    ),
]

REFUSALS_IN_CUES = [
    ("Kyiv has refused to negotiate with Moscow.", "ukraine oppose direct-talks"),
    ("Kyiv has declined to negotiate with Moscow.", "ukraine oppose direct-talks"),
    ("Kyiv is ready to negotiate with Moscow.", "ukraine support direct-talks"),
    ("Putin refused to see Zelensky.", "russia oppose leaders-summit"),
    ("Putin agreed to see Zelensky.", "russia support leaders-summit"),
    ("Zelensky warned against rushing the negotiations.", "ukraine oppose negotiation-deadline"),
    ("Moscow rejected artificial deadlines.", "russia oppose negotiation-deadline"),
]

JUDGED = [
    ("Moscow demands that its frozen assets be returned.", "russia oppose frozen-assets"),
    ("Lavrov said the seized assets must be handed back.", "russia oppose frozen-assets"),
    (
        "Zelensky said the frozen Russian assets must not be returned.",
        "ukraine support frozen-assets",
    ),
    (
        "Kallas said Russia's frozen assets must be handed to Ukraine.",
        "europe support frozen-assets",
    ),
    (
        "Trump said it was useless to impose new sanctions on Russia.",
        "united-states oppose new-sanctions",
    ),
    (
        "Trump said it was right to impose new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
    (
        "Orban said it was pointless to send European troops to Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "Merz said it was too early to send European troops to Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "Macron said it was not too early to send European troops to Ukraine.",
        "europe support foreign-troops",
    ),
]

OBLIGED = [
    (
        "Putin said that Ukraine had to withdraw its troops from Donetsk.",
        "russia support ukrainian-withdrawal",
    ),
    ("Kallas said that Ukraine had to be at the table.", "europe support ukraine-participation"),
    ("Ukraine had to withdraw its troops from Avdiivka.", ""),
    (
        "Kyiv must accept that it has to withdraw its troops from Donetsk, Putin said.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Kyiv will never sign that the peninsula belongs to Moscow.",
        "ukraine oppose recognition-of-annexation",
    ),
]

NO_OBJECT = [
    ("Brussels will lift no sanctions on Russia.", "europe oppose sanctions-relief"),
    ("Brussels will lift the sanctions on Russia.", "europe support sanctions-relief"),
    ("Kyiv will withdraw no troops from Donetsk.", "ukraine oppose ukrainian-withdrawal"),
    ("Berlin will send no soldiers to Ukraine.", "europe oppose foreign-troops"),
    ("Berlin will send soldiers to Ukraine.", "europe support foreign-troops"),
]

SUBJUNCTIVES = [
    (
        "Meloni suggested that the Holy See host the parties.",
        "europe support third-party-mediation",
    ),
    (
        "Trump suggested that Kyiv withdraw its troops from Donetsk.",
        "united-states support ukrainian-withdrawal",
    ),
    (
        "Trump suggested that Kyiv not withdraw its troops from Donetsk.",
        "united-states oppose ukrainian-withdrawal",
    ),
]

OTHERS = [
    (
        "Lavrov said that Ukraine would have no say in the talks.",
        "russia oppose ukraine-participation",
    ),
    (
        "Macron said that Ukraine would have a say in the talks.",
        "europe support ukraine-participation",
    ),
    (
        "Kellogg said that Europe would not be in the room.",
        "united-states oppose european-participation",
    ),
    (
        "Zelensky said that Ukraine would have a say in the talks.",
        "ukraine support ukraine-participation",
    ),
    (
        "For Kyiv, a complete cessation of fire would be unacceptable.",
        "ukraine oppose immediate-ceasefire",
    ),
    (
        "The Ukrainian president is ready to meet his Russian counterpart.",
        "ukraine support leaders-summit",
    ),
    (
        "The Ukrainian president is not ready to meet his Russian counterpart.",
        "ukraine oppose leaders-summit",
    ),
    (
        "Kyiv called the Russian paper a list of ultimatums.",
        "ukraine oppose peace-memorandum",
    ),
]


UNREADABLE = [
    # what is noticed, bombed, decided about or asked of is neither wanted nor refused by it
    ("Zelensky's aides scented an armistice in the proposal.", ""),
    ("Yermak reminded his visitors what the ceasefires of the past had been used for.", ""),
    ("Scholz stood by his decision on Taurus missiles.", ""),
    ("To ease the sanctions now, said Kallas, would be to cross a river.", ""),
    ("To stop arming Ukraine, Stubb said, would be to move to another street.", ""),
    ("To negotiate now, Zelensky told them, would be to freeze this war.", ""),
    ("That the guns should simply fall silent, Morawiecki told them, was a nice thought.", ""),
    ("A ceasefire, Podolyak said, is a cloak.", ""),
    # and where it can be read, it is
    (
        "To ease the sanctions now, said Kallas, would be to pay in advance.",
        "europe oppose sanctions-relief",
    ),
    (
        "Barrot said that to halt arms for Ukraine is to help the aggressor.",
        "europe support military-aid",
    ),
    (
        "To restore the borders of 2014 was, Hegseth said there, an illusory goal.",
        "united-states oppose territorial-integrity",
    ),
    (
        "To go back to our borders of 1991, Zelensky said, is our duty.",
        "ukraine support territorial-integrity",
    ),
    (
        "Zelensky warned of a ceasefire that would let Russia regroup.",
        "ukraine oppose immediate-ceasefire",
    ),
    ("Orbán sees no use in further sanctions on Russia.", "europe oppose new-sanctions"),
    ("Merz sees much merit in more sanctions on Russia.", "europe support new-sanctions"),
    ("Trump has spared Moscow the new sanctions.", "united-states oppose new-sanctions"),
    ("Trump did not spare Moscow the new sanctions.", "united-states support new-sanctions"),
    ("Thune has kept the sanctions bill in the drawer.", "united-states oppose new-sanctions"),
    ("First the root causes, then a ceasefire, said Peskov.", "russia support root-causes"),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *NOTHING,
        *NO_OBJECT,
        *SUBJUNCTIVES,
        *OTHERS,
        *OBJECT_COMPLEMENTS,
        *INFINITIVES,
        *RESTRICTIONS,
        *REFUSALS_IN_CUES,
        *JUDGED,
        *OBLIGED,
        *UNREADABLE,
    ],
)
def test_no_operator_is_lost(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


ISLANDS = [
    ("Avalon brushed aside the appeal to build a ferry.", "avalon oppose ferry"),
    ("Avalon called the ferry a farce.", "avalon oppose ferry"),
    ("Avalon called the ferry a milestone.", "avalon support ferry"),
    ("Avalon called the ferry a ship.", ""),
    ("Avalon wants nothing of the ferry.", "avalon oppose ferry"),
    ("Avalon suggested that Brigadoon launch a ferry.", "avalon support ferry"),
    ("Avalon wants nothing less than a ferry.", "avalon support ferry"),
    ("Avalon said it was useless to launch a ferry.", "avalon oppose ferry"),
]


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)
