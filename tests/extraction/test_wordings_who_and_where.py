"""Cues whose slots hold a whole class of words: who takes part, who moves out, who sends whom."""

from collections.abc import Callable

import pytest

TALKS = [
    ("Costa demanded that the Europeans be invited to the next session.", "europe support"),
    ("Finland proposed a special representative of the union's own.", "europe support"),
    ("Kyiv wants Madrid and Rome represented in the Istanbul talks.", "ukraine support"),
    ("Moscow sees no seat for the Europeans at the table.", "russia oppose"),
    ("Macron says Europe must not be a spectator.", "europe support"),
    ("Macron rejects any deal over the heads of Europeans.", "europe support"),
]

SUMMIT = [
    ("Zelensky would sit down with his Russian opposite number tomorrow.", "ukraine support"),
    ("Putin is willing to receive Zelensky in the Kremlin.", "russia support"),
    ("Zelensky declined to go to the Russian capital.", "ukraine oppose"),
]

MEDIATOR = [
    ("Kallas urged Washington to persevere.", "europe support"),
    ("The Kremlin values the exertions of the American president.", "russia support"),
    ("Witkoff said America would turn to other business.", "united-states oppose"),
    ("Tusk thanked Witkoff for his patience in the talks.", "europe support"),
]

TROOPS = [
    ("Moscow will not put up with French paratroopers in Lviv.", "russia oppose"),
    ("The Kremlin finds the Franco-British garrison unacceptable.", "russia oppose"),
    ("Lavrov said that Nordic battalions were out of the question.", "russia oppose"),
]

STOPPING = [
    ("Moscow refused a standstill across the entire front.", "russia oppose"),
    ("Rubio wants the dying to be over before the month is out.", "united-states support"),
    ("Putin said that he would not hold back his divisions.", "russia oppose"),
    ("Both armies should stop where they are, Merz said.", "europe support"),
]

GUARANTEES = [
    ("Tusk said that Ukraine needed something to deter the next invasion.", "europe support"),
    ("Washington agreed to vouch for the peace, Witkoff said.", "united-states support"),
    ("Berlin will not stand behind the peace.", "europe oppose"),
]

WITHDRAWAL = [
    ("Witkoff asked Kyiv to let go of the strongholds.", "united-states support"),
    ("Moscow expects Kyiv to evacuate Lyman.", "russia support"),
    ("Kyiv will not walk out of the four provinces.", "ukraine oppose"),
    (
        "Sikorski said that Ukraine must not be made to forfeit its fortified cities.",
        "europe oppose",
    ),
]

ARMS = [
    ("Helsinki hands over more howitzer shells to the Ukrainians.", "europe support"),
    ("Riga equips a Ukrainian brigade with armoured vehicles.", "europe support"),
]

OTHERS = [
    ("Rosatom alone will operate the six reactors, Likhachev said.", "russia oppose nuclear-plant"),
    (
        "Kyiv could accept a joint firm with the Americans at Energodar.",
        "ukraine support nuclear-plant",
    ),
    (
        "Moscow will have nothing to do with what was concocted in Brussels.",
        "russia oppose european-peace-plan",
    ),
    ("Fico urged the Europeans to get behind Trump's terms.", "europe support us-peace-plan"),
    (
        "Putin demands title deeds to what his army holds.",
        "russia support recognition-of-annexation",
    ),
    (
        "Merz wants no limits on Ukraine's capacity to defend itself.",
        "europe oppose force-limits",
    ),
    ("Orbán will never let Kyiv into the union.", "europe oppose eu-membership"),
    ("Moscow does not want Turkish observers at the front.", "russia oppose ceasefire-monitoring"),
    ("Kyiv asks for Rosneft to be punished.", "ukraine support new-sanctions"),
    ("Tsahkna said that there could be no wiping of the slate.", "europe support accountability"),
]

WORDINGS = [
    *((text, f"{said} european-participation") for text, said in TALKS),
    *((text, f"{said} leaders-summit") for text, said in SUMMIT),
    *((text, f"{said} us-mediation") for text, said in MEDIATOR),
    *((text, f"{said} foreign-troops") for text, said in TROOPS),
    *((text, f"{said} immediate-ceasefire") for text, said in STOPPING),
    *((text, f"{said} security-guarantees") for text, said in GUARANTEES),
    *((text, f"{said} ukrainian-withdrawal") for text, said in WITHDRAWAL),
    *((text, f"{said} military-aid") for text, said in ARMS),
    *OTHERS,
]

OTHER_MATTERS = [
    "Merz said that both sides of the coalition should stop quarrelling.",
    "Observers from Bern watched over the elections, Paris said.",
    "Merz has a seat on the board of the bank.",
    "Kallas said the talks on the budget need one voice.",
    "Witkoff travelled to Moscow for the sixth time.",
    "The leaders of the union will meet in Brussels on Thursday.",
    "Macron sat down with Starmer in London.",
    "The United States will keep trying to sell gas to Europe.",
    "Russian paratroopers landed in Hostomel.",
    "A German brigade is stationed in Lithuania.",
    "North Korean soldiers fought in Kursk.",
    "Civilians were evacuated from Kramatorsk.",
    "Kyiv left the convention on mines.",
    "Ukraine lost forty drones over Donetsk.",
    "Russia fired forty missiles at Kyiv overnight.",
    "Berlin's loan to Beijing is secured on steel.",
    "American inspectors visited a nuclear plant in Iran.",
    "The power plant in Paks belongs to Hungary.",
    "Merz was in a hurry to catch his train.",
    "Brussels drew up a law on packaging.",
    "Merz asked the voters for patience with his budget.",
    "The United Nations administers aid in Gaza.",
    "Russian air raids on Odesa went on for three days.",
    "Russian conscription was extended.",
    "Germany's schools teach tolerance.",
    "Nobody was abducted at the airport in Kabul.",
    "Moscow and London expelled diplomats from their embassies.",
    "Another round of talks took place in Istanbul.",
    "Macron took the subject off the agenda.",
    "The way out for Merz is a new coalition.",
]


# Words beside each other in one slot must not mean the contrary of each other.
CONTRARIES = [
    (
        "Ukrainian troops will stay in Donetsk, Zelensky said.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Zelensky wants missiles that can reach Moscow.", "ukraine oppose force-limits"),
    (
        "Lavrov demanded that there be no missiles that can reach Moscow.",
        "russia support force-limits",
    ),
    ("Orban wants Ukraine's NATO application withdrawn.", "europe oppose nato-membership"),
    ("Orban said Ukraine's accession to the EU must wait.", "europe oppose eu-membership"),
    ("Putin said that Kyiv was not needed at the table.", "russia oppose ukraine-participation"),
    ("Putin wants no ceasefire before everything is agreed.", "russia oppose immediate-ceasefire"),
    (
        "Putin wants Ukraine to have the power to cede land.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "There is no chair for Europe at the talks, Lavrov said.",
        "russia oppose european-participation",
    ),
    ("Orban wants to keep Ukraine out of the EU.", "europe oppose eu-membership"),
    ("Tusk wants to see Ukraine in the EU.", "europe support eu-membership"),
    (
        "Russia demands the repeal of Ukraine's language law.",
        "russia support russian-language-rights",
    ),
    ("Kyiv will keep its language law.", "ukraine oppose russian-language-rights"),
    (
        "Moscow wants an end to discrimination against Russian speakers in Ukraine.",
        "russia support russian-language-rights",
    ),
    ("Kyiv has banned Russian in its schools.", "ukraine oppose russian-language-rights"),
    ("Putin wants the neo-Nazi regime in Kyiv removed.", "russia support russian-language-rights"),
    (
        "Europe insists that no decision be taken without the Europeans.",
        "europe support european-participation",
    ),
]


@pytest.mark.parametrize(("text", "reading"), CONTRARIES)
def test_a_thing_and_its_contrary_are_kept_apart(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", OTHER_MATTERS)
def test_other_matters(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
