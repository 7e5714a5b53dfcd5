"""Constructions that set one thing against another, name a thing or judge an idea of it.

Each list holds sentences that take a position and their counterparts that take the
opposite one, or none.
"""

from collections.abc import Callable

import pytest

PROPOSITIONS = [
    ("Zelensky rejected the idea that Ukraine cede Donbas.", "ukraine oppose ukrainian-withdrawal"),
    (
        "Zelensky dismissed the suggestion that Ukraine withdraw from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Macron rejected the notion that Ukraine could recognise Crimea as Russian.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Peskov rejected the idea that European peacekeepers be sent to Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "Kallas rejected the idea that Europe be left out of the talks.",
        "europe support european-participation",
    ),
    (
        "Trump backed the idea that Ukraine hold elections.",
        "united-states support elections-in-ukraine",
    ),
    (
        "The idea that Ukraine should give up Donbas is absurd, Zelensky said.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "The very thought that Kyiv might cede Donbas was unacceptable to Zelensky.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Kallas discussed the idea that Ukraine should give up Donbas.", ""),
]

LABELS = [
    (
        "Zakharova called the plan to use the frozen assets a theft of Russian property.",
        "russia oppose frozen-assets",
    ),
    (
        "Peskov called the seizure of the frozen assets outright robbery.",
        "russia oppose frozen-assets",
    ),
    ("Moscow considers the tribunal null and void.", "russia oppose accountability"),
    (
        "Zelensky described talk of easing the sanctions as a disaster for diplomacy.",
        "ukraine oppose sanctions-relief",
    ),
    (
        "Moscow has consistently treated calls to stop the fighting as a manoeuvre.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Tusk called the lifting of sanctions on Russian oil a grave mistake.",
        "europe oppose sanctions-relief",
    ),
    (
        "Merz called the use of the frozen assets for Ukraine the fairest solution.",
        "europe support frozen-assets",
    ),
    ("Kyiv sees in the 28-point plan nothing but a surrender.", "ukraine oppose us-peace-plan"),
    ("Merz sees in the American plan an opportunity.", "europe support us-peace-plan"),
    ("Merz sees in the American plan a document of ten pages.", ""),
    (
        "Putin still finds parts of the American plan impossible to accept.",
        "russia oppose us-peace-plan",
    ),
    ("Peskov called the plan to use the frozen assets a plan of the Commission.", ""),
    ("Trump called Putin about a ceasefire in a dangerous moment.", ""),
]

CONTRASTS = [
    (
        (
            "Malta and Bulgaria would rather see Europe borrow on the markets than use the frozen "
            "assets."
        ),
        "europe oppose frozen-assets",
    ),
    (
        (
            "Tusk said Poland would sooner see talks collapse than accept a Ukrainian withdrawal "
            "from Donbas."
        ),
        "europe oppose ukrainian-withdrawal",
    ),
    (
        "Europe should tighten sanctions instead of lifting them, Kallas said.",
        "europe support new-sanctions; europe oppose sanctions-relief",
    ),
    (
        "Instead of a ceasefire, Putin demands a Ukrainian withdrawal from Donbas.",
        "russia oppose immediate-ceasefire; russia support ukrainian-withdrawal",
    ),
    (
        "Rather than accept a ceasefire, Putin launched new attacks.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Putin launched new attacks rather than agreeing to a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Zelensky asked for weapons for Ukraine rather than foreign troops.",
        "ukraine support military-aid; ukraine oppose foreign-troops",
    ),
    ("The Kremlin opted for war over a ceasefire.", "russia oppose immediate-ceasefire"),
    (
        "Zelensky agreed to security guarantees, not to a buffer zone.",
        "ukraine support security-guarantees; ukraine oppose buffer-zone",
    ),
    (
        "Moscow wants not a ceasefire but a comprehensive settlement.",
        "russia oppose immediate-ceasefire; russia support settlement-first",
    ),
    (
        "Trump said the aim was not a ceasefire but a lasting peace agreement.",
        "united-states support settlement-first; united-states oppose immediate-ceasefire",
    ),
    (
        "What Putin wants is not a ceasefire but the elimination of the root causes.",
        "russia support root-causes; russia oppose immediate-ceasefire",
    ),
    (
        "Europe needs not sanctions relief but new sanctions, Kallas said.",
        "europe support new-sanctions; europe oppose sanctions-relief",
    ),
    (
        "We need a full ceasefire and not a three-day truce, Zelensky said.",
        "ukraine support immediate-ceasefire; ukraine oppose limited-truce",
    ),
    (
        "Zelensky wants NATO membership, not just security guarantees.",
        "ukraine support nato-membership; ukraine support security-guarantees",
    ),
    (
        "Ukraine needs security guarantees, not promises, Zelensky said.",
        "ukraine support security-guarantees",
    ),
]

LACKING = [
    (
        "Without a ceasefire there will be no direct talks with Russia, Zelensky said.",
        "ukraine support immediate-ceasefire; ukraine conditional direct-talks",
    ),
    (
        ("Without eliminating the root causes of the war, no ceasefire is possible, Lavrov said."),
        "russia support root-causes; russia conditional immediate-ceasefire",
    ),
    (
        "Without security guarantees, any ceasefire would be worthless, Yermak argued.",
        "ukraine support security-guarantees; ukraine conditional immediate-ceasefire",
    ),
    (
        "Belgium will not agree to use the frozen assets without legal guarantees, De Wever said.",
        "europe conditional frozen-assets",
    ),
    (
        "Putin will not meet Zelensky without prior agreement on territory.",
        "russia conditional leaders-summit",
    ),
    ("Peskov rejected a ceasefire without preconditions.", "russia oppose immediate-ceasefire"),
    (
        "Zelensky said Ukraine would not withdraw from Donbas without a fight.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("The summit of the leaders ended without a ceasefire.", ""),
    # what stands beside "before" and "during" is not what is refused
    (
        "Tusk rejected the idea that Ukraine hold elections before a ceasefire.",
        "europe oppose elections-in-ukraine",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*PROPOSITIONS, *LABELS, *CONTRASTS, *LACKING])
def test_each_thing_gets_its_own_sign(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


ISLANDS = [
    ("Avalon rejected the idea that Brigadoon launch a ferry.", "avalon oppose ferry"),
    ("Avalon wants a bridge rather than a ferry.", "avalon oppose ferry"),
    ("Avalon wants a ferry rather than a bridge.", "avalon support ferry"),
    ("Avalon called for a ferry, not for speeches.", "avalon support ferry"),
    ("Avalon wants not a bridge but a ferry.", "avalon support ferry"),
    ("Avalon called the plan for a ferry to Brigadoon a farce.", "avalon oppose ferry"),
    ("Avalon will not accept a ferry without a timetable.", "avalon conditional ferry"),
    ("Avalon will not accept a ferry without delay.", "avalon oppose ferry"),
]


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_same_constructions_are_read_in_another_case(
    island_reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    island_reads(text, reading)


CONSEQUENCES = [
    (
        "A deployment of NATO troops to Ukraine would lead to a direct clash, Lavrov warned.",
        "russia oppose foreign-troops",
    ),
    (
        "Confiscating the frozen assets would destroy trust in the euro, Siluanov warned.",
        "russia oppose frozen-assets",
    ),
    (
        "Kallas warned that a swap of territories would set a precedent for the whole world.",
        "europe oppose territorial-swap",
    ),
    (
        "Putin warned that supplying Kyiv with Tomahawks could mark a new stage of escalation.",
        "russia oppose military-aid",
    ),
    # what would harm somebody else may be said in its favour
    ("Merz said using the frozen assets would undermine Putin's calculations.", ""),
    ("New sanctions would undermine Russia's war machine, Zelensky said.", ""),
    (
        "Peskov said a deployment of European troops would undermine the peace process.",
        "russia oppose foreign-troops",
    ),
]

TO_STOP = [
    (
        "Russia demands that intelligence no longer be shared with Kyiv.",
        "russia oppose military-aid",
    ),
    ("Putin wants Ukraine to no longer seek NATO membership.", "russia oppose nato-membership"),
    (
        "Washington will no longer deliver weapons to Ukraine, Vance said.",
        "united-states oppose military-aid",
    ),
    ("Trump no longer insists on a ceasefire.", "united-states support immediate-ceasefire (past)"),
]

OPEN = [
    ("Whether Ukraine should leave Donbas is for its people to decide, Zelensky said.", ""),
    ("Whether sanctions should be lifted was not discussed, Merz said.", ""),
    ("Analysts in Kyiv doubt that Washington will ever recognise Crimea as Russian.", ""),
    (
        "Any ceasefire must come with security guarantees, Zelensky said.",
        "ukraine support security-guarantees; ukraine conditional immediate-ceasefire (maybe)",
    ),
    (
        "Any change of Ukraine's borders must be approved in a referendum, Tusk said.",
        "europe support referendum",
    ),
    (
        "Any withdrawal from Donbas must be ruled out, Zelensky said.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Kyiv, which for years had refused any ceasefire, now demands one.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Direct talks with Moscow were, for the time being, out of the question, Yermak said.",
        "ukraine oppose direct-talks",
    ),
    (
        (
            "Russia demands that Ukraine lift all restrictions on the church and grant Russian "
            "official status."
        ),
        "russia support russian-language-rights",
    ),
]

VIEWS = [
    (
        "The Kremlin's line is that a ceasefire is unacceptable.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The German position is that sanctions on Russia must be tightened.",
        "europe support new-sanctions",
    ),
    (
        "A ceasefire would be unacceptable, Lavrov was quoted as saying.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Izvestia quotes Volodin as saying that a buffer zone is a trap.",
        "russia oppose buffer-zone",
    ),
    (
        "Russia will never return the Zaporizhzhia nuclear plant, Likhachev said.",
        "russia oppose nuclear-plant",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*CONSEQUENCES, *TO_STOP, *OPEN, *VIEWS])
def test_what_is_warned_of_stopped_or_left_open(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
