"""Signs compose: operator, effect and negation, whoever carries the thing out."""

from collections.abc import Callable

import pytest

REFUSALS = [
    (
        "Washington refused to lift sanctions on Russia.",
        ("united-states oppose sanctions-relief; united-states support new-sanctions (maybe)"),
    ),
    (
        "Berlin has no plans to send troops to Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "Moscow ruled out an immediate ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Kyiv will never recognise Crimea as Russian.",
        "ukraine oppose recognition-of-annexation",
    ),
    (
        "Ukraine refuses to accept any restrictions on its armed forces.",
        "ukraine oppose force-limits",
    ),
    (
        "The Kremlin rejected the idea of European peacekeepers in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "Moscow said it would not withdraw its troops from Ukraine.",
        "russia oppose russian-withdrawal",
    ),
    (
        "Ukraine is not willing to hold elections during the war.",
        "ukraine oppose elections-in-ukraine",
    ),
    (
        "Kyiv did not agree to demilitarisation.",
        "ukraine oppose force-limits",
    ),
    (
        "No ceasefire is possible now, the Kremlin said.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "A truce without conditions is unacceptable to Moscow.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Ceding land is out of the question for Kyiv.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Moscow refused to return the deported Ukrainian children.",
        "russia oppose return-of-children",
    ),
    (
        "Washington ruled out NATO membership for Ukraine.",
        "united-states oppose nato-membership",
    ),
    (
        "Hungary opposes Ukraine's accession to the European Union.",
        "europe oppose eu-membership",
    ),
    (
        "Belgium resists the use of Russia's frozen assets for a loan to Ukraine.",
        "europe oppose frozen-assets; europe oppose reconstruction-aid (maybe)",
    ),
    (
        "Kyiv is reluctant to hold a referendum on the peace deal.",
        "ukraine oppose referendum",
    ),
    (
        "Kyiv warned against freezing the front line.",
        "ukraine oppose freeze-front-line",
    ),
    (
        "The EU has no intention of lifting sanctions on Russia.",
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        "Neither Paris nor Berlin is prepared to recognise Crimea as Russian.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Under no circumstances will Kyiv swap territory, its foreign minister said.",
        "ukraine oppose territorial-swap",
    ),
]

NOT_DOING = [
    (
        "Washington has avoided imposing new sanctions on Moscow.",
        "united-states oppose new-sanctions",
    ),
    (
        "The United States halted military aid to Ukraine.",
        "united-states oppose military-aid",
    ),
    (
        "Hungary blocked a new package of sanctions against Russia.",
        "europe oppose new-sanctions",
    ),
    (
        "Russia suspended the exchange of prisoners.",
        "russia oppose prisoner-exchange",
    ),
    (
        "Washington threatened to walk away from the peace talks.",
        "united-states oppose us-mediation",
    ),
    (
        "Slovakia vetoed the 20th package of sanctions against Russia.",
        "europe oppose new-sanctions",
    ),
    (
        "Russia abandoned the grain truce in the Black Sea.",
        "russia oppose limited-truce",
    ),
    (
        "Washington postponed the delivery of air defence missiles to Kyiv.",
        "united-states oppose military-aid",
    ),
]

DOING = [
    (
        "The EU agreed to extend sanctions against Russia for six months.",
        "europe support new-sanctions",
    ),
    (
        "Washington resumed arms deliveries to Kyiv.",
        "united-states support military-aid",
    ),
    (
        "Russia agreed to exchange 1,000 prisoners of war.",
        "russia support prisoner-exchange",
    ),
    (
        "The European Commission proposed using frozen Russian assets to fund Ukraine.",
        "europe support frozen-assets",
    ),
    (
        "Washington lifted sanctions on a Russian airline.",
        "united-states support sanctions-relief",
    ),
    (
        "The EU adopted its 19th package of sanctions on Russia.",
        "europe support new-sanctions (maybe)",
    ),
    (
        "Britain pledged to deliver more artillery shells to Ukraine.",
        "europe support military-aid",
    ),
    (
        "Norway and Denmark will finance the reconstruction of Ukrainian power plants.",
        "europe support reconstruction-aid",
    ),
    (
        "Kyiv accepted an unconditional ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Moscow welcomed the American peace plan.",
        "russia support us-peace-plan",
    ),
]

DOUBLE_NEGATION = [
    (
        "Slovakia dropped its opposition to the new package of sanctions on Russia.",
        "europe support new-sanctions (maybe)",
    ),
    (
        "Berlin ended its refusal to supply long-range missiles to Ukraine.",
        "europe support military-aid (maybe)",
    ),
    (
        "Kyiv has not given up its ambition to join NATO.",
        "ukraine support nato-membership",
    ),
    (
        "Warsaw opposes any easing of sanctions on Russia.",
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        "Berlin urged Washington not to abandon its role as mediator.",
        "europe support us-mediation",
    ),
    (
        "Paris rejected an end to arms deliveries for Ukraine.",
        "europe support military-aid",
    ),
    (
        "The EU refuses to scrap the sanctions on Russia.",
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        "Kyiv protested against the suspension of American military aid.",
        "ukraine support military-aid",
    ),
    (
        "Poland criticised the decision to cut off military aid to Ukraine.",
        "europe support military-aid",
    ),
]

DEMANDS_OF_OTHERS = [
    (
        "Kyiv demanded that Russian forces be withdrawn from its territory.",
        "ukraine support russian-withdrawal",
    ),
    (
        "Moscow demanded an end to Western arms deliveries to Ukraine.",
        "russia oppose military-aid",
    ),
    (
        "Russia insists that Ukraine abandon its bid to join NATO.",
        "russia oppose nato-membership",
    ),
    (
        "Moscow wants Kyiv to renounce NATO membership.",
        "russia oppose nato-membership",
    ),
    (
        "The Kremlin wants Western countries to stop supplying weapons to Ukraine.",
        "russia oppose military-aid",
    ),
    (
        "Moscow insists on the cessation of arms supplies to Kyiv.",
        "russia oppose military-aid",
    ),
    (
        "Moscow called for limits on the size of the Ukrainian army.",
        "russia support force-limits",
    ),
    (
        "The Kremlin demanded the lifting of sanctions.",
        "russia support sanctions-relief",
    ),
    (
        "The Kremlin wants elections in Ukraine before any peace deal.",
        "russia support elections-in-ukraine",
    ),
    (
        "European leaders urged the White House to tighten sanctions on Russia.",
        "europe support new-sanctions",
    ),
    (
        "European leaders urged Washington not to ease sanctions on Russia.",
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        "Poland warned the United States against recognising Crimea as Russian.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Kyiv demanded the return of deported children.",
        "ukraine support return-of-children",
    ),
    (
        "Moscow demanded that Kyiv pull its troops out of Donbas.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Washington pressed Kyiv to hand over the rest of Donbas.",
        "united-states support ukrainian-withdrawal",
    ),
    (
        "Kyiv appealed to its European allies to send air defence systems.",
        "ukraine support military-aid",
    ),
    (
        "Washington asked Moscow to agree to a 30-day truce.",
        "united-states support immediate-ceasefire",
    ),
]

UNDECIDED = [
    (
        "The Kremlin has not ruled out a meeting between the two presidents.",
        "russia ambivalent leaders-summit",
    ),
    (
        "The White House stopped short of committing to new sanctions on Russia.",
        "united-states ambivalent new-sanctions",
    ),
    (
        "The White House declined to rule out new sanctions on Russia.",
        "united-states ambivalent new-sanctions",
    ),
    (
        "Berlin is still undecided about sending troops to Ukraine.",
        "europe ambivalent foreign-troops",
    ),
]

JUDGEMENTS = [
    (
        "Moscow condemned the seizure of its frozen assets.",
        "russia oppose frozen-assets",
    ),
    (
        "Russia denounced plans to station European troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "The Kremlin called the European peace plan unacceptable.",
        "russia oppose european-peace-plan",
    ),
    (
        "Kyiv described a territorial swap as a dangerous idea.",
        "ukraine oppose territorial-swap",
    ),
    (
        "The French president praised the prisoner exchange.",
        "europe support prisoner-exchange",
    ),
    (
        "For Moscow, European troops in Ukraine are a red line.",
        "russia oppose foreign-troops",
    ),
]

ISLANDS = [
    (
        "Brigadoon refused to lift the herring quota.",
        "brigadoon support fishing-limit",
    ),
    (
        "Avalon wants to scrap the ferry.",
        "avalon oppose ferry",
    ),
    (
        "Brigadoon opposes scrapping the ferry service.",
        "brigadoon support ferry",
    ),
    (
        "Avalon rejected a cap on fish catches.",
        "avalon oppose fishing-limit",
    ),
    (
        "Avalon called for unlimited fishing.",
        "avalon oppose fishing-limit",
    ),
    (
        "Brigadoon condemned unlimited fishing.",
        "brigadoon support fishing-limit",
    ),
    (
        "Brigadoon ruled out a closed season.",
        "brigadoon oppose closed-season",
    ),
    (
        "Avalon has not ruled out a closed season.",
        "avalon ambivalent closed-season",
    ),
    (
        "Brigadoon has no plans to stop the ferry.",
        "brigadoon support ferry",
    ),
    (
        "Avalon vetoed the closed season.",
        "avalon oppose closed-season",
    ),
    (
        "Brigadoon never agreed to a quota on herring.",
        "brigadoon oppose fishing-limit",
    ),
    (
        "The Avalon Council voted to abolish the ferry line.",
        "avalon oppose ferry",
    ),
    (
        "Avalon demanded that Brigadoon end its boycott of the ferry.",
        "avalon support ferry",
    ),
    (
        "The Ferrymen's Guild urged Avalon to keep the ferry line.",
        "brigadoon support ferry",
    ),
]

LONGER = [
    (
        (
            "Despite weeks of pressure from Washington, Kyiv refused on Thursday to sign "
            "away any part of Donbas."
        ),
        ("ukraine oppose ukrainian-withdrawal; united-states support ukrainian-withdrawal (maybe)"),
    ),
    (
        (
            "After a stormy session in Brussels, the Hungarian government once again "
            "prevented the EU from adopting new sanctions on Moscow."
        ),
        "europe oppose new-sanctions",
    ),
    (
        (
            "Polish and Baltic ministers spoke out against any attempt to water down the "
            "sanctions on Russia."
        ),
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        ("The German chancellor made no secret of his distaste for the American peace plan."),
        "europe oppose us-peace-plan",
    ),
    (
        "The Kremlin would not hear of foreign troops on Ukrainian soil.",
        "russia oppose foreign-troops",
    ),
    (
        "Washington has cooled on the idea of NATO membership for Ukraine.",
        "united-states oppose nato-membership",
    ),
    (
        "Nothing would be gained by a summit of the two leaders, the Kremlin said.",
        "russia oppose leaders-summit",
    ),
    (
        (
            "The Italian government distanced itself from the proposal to send European "
            "troops to Ukraine."
        ),
        "europe oppose foreign-troops",
    ),
    (
        "Britain stepped up its deliveries of weapons to Ukraine.",
        "europe support military-aid",
    ),
    (
        ("Russia's foreign ministry warned that any seizure of its frozen assets would be theft."),
        "russia oppose frozen-assets",
    ),
    (
        "The Senate threw out a bill that would have ended military aid to Ukraine.",
        "united-states support military-aid",
    ),
    (
        "Moscow vowed to fight on until Ukraine renounces NATO.",
        "russia oppose nato-membership; russia oppose immediate-ceasefire (maybe)",
    ),
    (
        ("Washington cancelled the planned meeting between the American and Russian presidents."),
        "united-states oppose leaders-summit",
    ),
    (
        "Not even a partial truce is acceptable to the Kremlin.",
        "russia oppose limited-truce",
    ),
    (
        (
            "Berlin, which had been expected to veto the plan, backed the confiscation of "
            "Russia's frozen assets."
        ),
        "europe support frozen-assets",
    ),
    (
        "Brussels keeps the door open for Ukraine's membership of the EU.",
        "europe support|ambivalent eu-membership",
    ),
    (
        "The Kremlin scoffed at the idea of reparations to Ukraine.",
        "russia oppose frozen-assets",
    ),
    (
        "Kyiv would never forgive a peace that rewards Russia with Crimea.",
        (
            "ukraine oppose recognition-of-annexation (maybe);"
            " ukraine oppose ukrainian-withdrawal (maybe)"
        ),
    ),
]

ISLANDS_LONGER = [
    (
        (
            "After a long night the Avalon Council refused, by one vote, to abolish the "
            "herring quota."
        ),
        "avalon support fishing-limit",
    ),
    (
        "Brigadoon made no secret of its dislike of the closed season.",
        "brigadoon oppose closed-season",
    ),
    (
        "Avalon has never been against the ferry.",
        "avalon support ferry",
    ),
    (
        "Brigadoon failed to persuade Avalon to accept a closed season.",
        "brigadoon support closed-season; avalon oppose closed-season (maybe)",
    ),
    (
        "Lefay spoke out against any weakening of the fishing limit.",
        "avalon support fishing-limit",
    ),
    (
        "The Ferrymen's Guild would not hear of a cap on herring.",
        "brigadoon oppose fishing-limit",
    ),
    (
        "Avalon lifted its ban on the ferry.",
        "avalon support ferry",
    ),
    (
        "Brigadoon threatened to stop the ferry.",
        "brigadoon oppose ferry",
    ),
    (
        "Avalon dismissed as nonsense the demand for a herring quota.",
        "avalon oppose fishing-limit",
    ),
    (
        "Lefay refused to give up the ferry.",
        "avalon support ferry",
    ),
    (
        "MacRae did not refuse the closed season.",
        "brigadoon ambivalent|support closed-season",
    ),
    (
        "Neither Avalon nor Brigadoon wants a cap on herring.",
        "avalon oppose fishing-limit; brigadoon oppose fishing-limit",
    ),
    (
        "No one on Avalon's council voted for the ferry.",
        "avalon oppose ferry (maybe)",
    ),
]

STACKED = [
    (
        "Kyiv rejected Moscow's refusal to withdraw its troops from Ukraine.",
        "ukraine support russian-withdrawal; russia oppose russian-withdrawal (maybe)",
    ),
    (
        "Berlin is against lifting the ban on Russian oil.",
        "europe support new-sanctions (maybe); europe oppose sanctions-relief (maybe)",
    ),
    (
        "Washington does not oppose European troops in Ukraine.",
        "united-states support|ambivalent foreign-troops",
    ),
    (
        "Kyiv called on Washington not to stop its military aid.",
        "ukraine support military-aid",
    ),
    (
        "Poland demanded that the EU not lift its sanctions on Russia.",
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        (
            "The EU ruled out any return to business as usual with Moscow and any easing "
            "of sanctions on Russia."
        ),
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        "Kyiv will resist any attempt to force it to cede Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Moscow tried to prevent the delivery of missiles to Ukraine.",
        "russia oppose military-aid",
    ),
    (
        "Hungary has stopped blocking Ukraine's accession to the EU.",
        "europe support eu-membership (maybe)",
    ),
    (
        "Washington gave up its resistance to European troops in Ukraine.",
        "united-states support foreign-troops (maybe)",
    ),
    (
        "The Kremlin fears NATO membership for Ukraine.",
        "russia oppose nato-membership",
    ),
    (
        "Kyiv fears an end to American military aid.",
        "ukraine support military-aid",
    ),
    (
        "Paris is not prepared to abandon the idea of sending troops to Ukraine.",
        "europe support foreign-troops",
    ),
    (
        "Kyiv does not intend to stop demanding security guarantees.",
        "ukraine support security-guarantees",
    ),
    (
        "Few in the Kremlin want a ceasefire.",
        "russia oppose immediate-ceasefire (maybe)",
    ),
    (
        "Kyiv did not hesitate to accept a ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
]


@pytest.mark.parametrize(("text", "reading"), REFUSALS)
def test_refusals(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), NOT_DOING)
def test_not_doing(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), DOING)
def test_doing(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), DOUBLE_NEGATION)
def test_double_negation(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), DEMANDS_OF_OTHERS)
def test_demands_of_others(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), UNDECIDED)
def test_undecided(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), JUDGEMENTS)
def test_judgements(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LONGER)
def test_longer(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_LONGER)
def test_islands_longer(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), STACKED)
def test_stacked(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
