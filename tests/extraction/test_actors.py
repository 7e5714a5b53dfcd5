"""Whose position it is: heads and not modifiers, offices, metonyms, coordination."""

from collections.abc import Callable

import pytest

HEADS = [
    (
        "Ukraine's European backers called for new sanctions on Russia.",
        "europe support new-sanctions",
    ),
    (
        "Russia's neighbour Finland supports NATO membership for Ukraine.",
        "europe support nato-membership",
    ),
    (
        "The US ambassador to Ukraine backed a ceasefire.",
        "united-states support immediate-ceasefire",
    ),
    (
        ("Moscow's ambassador to London rejected the deployment of foreign troops in Ukraine."),
        "russia oppose foreign-troops",
    ),
    (
        "The Ukrainian embassy in Washington called for more weapons.",
        "ukraine support military-aid",
    ),
    (
        "The German opposition to sanctions relief pleased Kyiv.",
        "europe oppose sanctions-relief; ukraine oppose sanctions-relief (maybe)",
    ),
    (
        "Kyiv rejected Russian demands for limits on its army.",
        "ukraine oppose force-limits; russia support force-limits (maybe)",
    ),
    (
        "European governments criticised Washington's pressure on Kyiv to cede land.",
        ("united-states support ukrainian-withdrawal; europe oppose ukrainian-withdrawal (maybe)"),
    ),
    (
        "The EU's foreign policy chief said new sanctions on Russia were needed.",
        "europe support new-sanctions",
    ),
    (
        "Trump's envoy for Ukraine supports a freeze of the front line.",
        "united-states support freeze-front-line",
    ),
    (
        ("The wife of the Ukrainian president called for the return of deported children."),
        "ukraine support return-of-children (maybe)",
    ),
    (
        "Washington's European allies oppose a deal on minerals.",
        "europe oppose minerals-deal",
    ),
]

OFFICES = [
    (
        "The Danish foreign minister rejected sanctions relief for Russia.",
        "europe oppose sanctions-relief",
    ),
    (
        "Germany's defence minister promised more air defence missiles for Ukraine.",
        "europe support military-aid",
    ),
    (
        "The president of Finland called for a ceasefire.",
        "europe support immediate-ceasefire",
    ),
    (
        "The Russian foreign ministry rejected any foreign troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "A spokeswoman for the Russian foreign ministry ruled out a truce.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The US secretary of state urged both sides to accept a ceasefire.",
        "united-states support immediate-ceasefire",
    ),
    (
        "Estonia's prime minister, Aino Tamm, demanded tougher sanctions on Russia.",
        "europe support new-sanctions",
    ),
    (
        (
            "The Polish foreign minister, Jan Wierzba, said that Warsaw would not send "
            "troops to Ukraine."
        ),
        "europe oppose foreign-troops",
    ),
    (
        "Norwegian prime minister Nils Aasvik backed the use of frozen Russian assets.",
        "europe support frozen-assets",
    ),
    (
        "The Ukrainian negotiator insisted on security guarantees.",
        "ukraine support security-guarantees",
    ),
    (
        "Lawmakers in Washington demanded new sanctions against Moscow.",
        "united-states support new-sanctions",
    ),
    (
        "The US Senate voted for new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
    (
        "The Bundestag approved more military aid for Ukraine.",
        "europe support military-aid",
    ),
]

COORDINATION = [
    (
        "France, Germany and Poland demanded an immediate ceasefire.",
        "europe support immediate-ceasefire",
    ),
    (
        "Washington joined European allies and Ukraine in calling for a ceasefire.",
        (
            "united-states support immediate-ceasefire; europe support "
            "immediate-ceasefire; ukraine support immediate-ceasefire"
        ),
    ),
    (
        "Kyiv and its European allies rejected the American peace plan.",
        "ukraine oppose us-peace-plan; europe oppose us-peace-plan",
    ),
    (
        "Ukraine supports a ceasefire, but Russia rejects it.",
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    (
        "Kyiv rejects the territorial swap and demands security guarantees.",
        "ukraine oppose territorial-swap; ukraine support security-guarantees",
    ),
    (
        "While Moscow demands elections in Ukraine, Kyiv rejects them.",
        "russia support elections-in-ukraine; ukraine oppose elections-in-ukraine",
    ),
    (
        "Unlike Moscow, Kyiv supports an unconditional ceasefire.",
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire (maybe)",
    ),
    (
        "Both Kyiv and Moscow rejected the plan for a buffer zone.",
        "ukraine oppose buffer-zone; russia oppose buffer-zone",
    ),
    (
        "Ukraine, backed by Poland, demanded new sanctions on Russia.",
        "ukraine support new-sanctions; europe support new-sanctions (maybe)",
    ),
]

COLLECTIVES = [
    (
        ("The coalition of the willing reaffirmed its readiness to deploy troops in Ukraine."),
        "europe support foreign-troops",
    ),
    (
        "The Nordic and Baltic countries called for more military aid for Ukraine.",
        "europe support military-aid",
    ),
    (
        "The E3 demanded an unconditional ceasefire.",
        "europe support immediate-ceasefire",
    ),
    (
        "The European Parliament called for the confiscation of Russia's frozen assets.",
        "europe support frozen-assets",
    ),
    (
        "EU foreign ministers backed the return of deported children.",
        "europe support return-of-children",
    ),
]

THIRD_PARTIES = [
    (
        "Ankara offered to host direct talks between Russia and Ukraine.",
        "turkey support third-party-mediation; turkey support direct-talks (maybe)",
    ),
    (
        "The Vatican offered to mediate in the talks between Moscow and Kyiv.",
        "vatican support third-party-mediation; vatican support direct-talks (maybe)",
    ),
    (
        "Beijing called for a ceasefire.",
        "china support immediate-ceasefire",
    ),
    (
        "NATO's secretary-general called for more military aid to Ukraine.",
        "nato support military-aid",
    ),
    (
        "Minsk criticised the sanctions against Russia.",
        "belarus oppose new-sanctions",
    ),
]

ISLANDS = [
    (
        "Avalon's neighbour Brigadoon wants the ferry.",
        "brigadoon support ferry",
    ),
    (
        "The president of Brigadoon rejected the herring quota.",
        "brigadoon oppose fishing-limit",
    ),
    (
        "The Avalonian governor supports a closed season.",
        "avalon support closed-season",
    ),
    (
        "Avalon and Brigadoon rejected a cap on herring.",
        "avalon oppose fishing-limit; brigadoon oppose fishing-limit",
    ),
    (
        "Brigadoonian demands for a ferry were rejected by Avalon.",
        "brigadoon support ferry; avalon oppose ferry",
    ),
    (
        "Dunmore wants the ferry; Glastonbury does not.",
        "brigadoon support ferry; avalon oppose ferry (maybe)",
    ),
    (
        "The Avalon Gazette demanded a ferry.",
        "",
    ),
    (
        "The Brigadoonian fisheries minister, Ailsa Dunbar, rejected a closed season.",
        "brigadoon oppose closed-season",
    ),
    (
        "Le Fay opposes the ferry.",
        "avalon oppose ferry",
    ),
    (
        "The Avalon Council, unlike the Ferrymen's Guild, welcomed the closed season.",
        "avalon support closed-season; brigadoon oppose closed-season (maybe)",
    ),
]

LONGER = [
    (
        ("Kyiv's demand that European troops be stationed in Ukraine met with a refusal in Rome."),
        "ukraine support foreign-troops; europe oppose foreign-troops (maybe)",
    ),
    (
        "Sanctions on Russia were tightened by the United States, Britain and Canada.",
        "united-states support new-sanctions; europe support new-sanctions",
    ),
    (
        "The Ukrainian delegation in Istanbul proposed an exchange of all prisoners.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Republican senators demanded new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
    (
        (
            "The Slovak prime minister broke ranks with his European partners and rejected "
            "new sanctions on Russia."
        ),
        "europe oppose new-sanctions",
    ),
    (
        "Moscow's plan for limits on the Ukrainian army was turned down by Kyiv.",
        "russia support force-limits; ukraine oppose force-limits",
    ),
    (
        "American pressure on Ukraine to hold elections has annoyed Kyiv.",
        ("united-states support elections-in-ukraine; ukraine oppose elections-in-ukraine (maybe)"),
    ),
    (
        "Unlike Hungary, Poland supports new sanctions on Russia.",
        "europe support new-sanctions",
    ),
    (
        ("The head of the Ukrainian presidential office rejected any talk of demilitarisation."),
        "ukraine oppose force-limits",
    ),
    (
        "European diplomats say they will not agree to sanctions relief for Russia.",
        "europe oppose sanctions-relief; europe support new-sanctions (maybe)",
    ),
    (
        "In Berlin, the Ukrainian foreign minister asked for more air defence missiles.",
        "ukraine support military-aid",
    ),
    (
        "In Kyiv, the German foreign minister promised more weapons for Ukraine.",
        "europe support military-aid",
    ),
    (
        "On the eve of the talks in Ankara, Russian negotiators ruled out a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
]

MODIFIERS = [
    (
        "Ukraine's hopes for NATO membership were dashed.",
        "ukraine support nato-membership (maybe)",
    ),
    (
        "German-made missiles for Ukraine were delivered by Norway.",
        "europe support military-aid",
    ),
    (
        ("Britain's Ukraine policy has not changed: London supports foreign troops in Ukraine."),
        "europe support foreign-troops",
    ),
    (
        "The Moscow correspondent of the paper wants a ceasefire.",
        "",
    ),
    (
        "Russian-born economists support sanctions on Moscow.",
        "",
    ),
    (
        "Ukraine's ambassador to the EU called for Ukraine's swift accession to the EU.",
        "ukraine support eu-membership",
    ),
    (
        "The EU's ambassador to Ukraine called for the release of prisoners of war.",
        "europe support prisoner-exchange",
    ),
    (
        "The Kremlin-backed governor of Sevastopol rejected a territorial swap.",
        "russia oppose territorial-swap (maybe)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), HEADS)
def test_heads(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), OFFICES)
def test_offices(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), COORDINATION)
def test_coordination(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), COLLECTIVES)
def test_collectives(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), THIRD_PARTIES)
def test_third_parties(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LONGER)
def test_longer(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), MODIFIERS)
def test_modifiers(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
