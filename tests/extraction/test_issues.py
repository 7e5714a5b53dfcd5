"""The issue that a clause names: the most specific, several at once, none by a compound's look."""

from collections.abc import Callable

import pytest

SPECIFIC = [
    (
        "Kyiv proposed a truce in the Black Sea.",
        "ukraine support limited-truce",
    ),
    (
        "Moscow announced an Easter truce.",
        "russia support limited-truce",
    ),
    (
        "Kyiv demanded an unconditional 30-day ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Moscow insists that the root causes of the conflict be addressed.",
        "russia support root-causes",
    ),
    (
        "Kyiv wants international monitors to verify a ceasefire.",
        "ukraine support ceasefire-monitoring",
    ),
    (
        "Paris proposed to monitor the ceasefire with drones.",
        "europe support ceasefire-monitoring",
    ),
    (
        "Washington set Moscow a deadline of 50 days to agree to a deal.",
        "united-states support negotiation-deadline",
    ),
    (
        "European capitals want a seat at the negotiating table.",
        "europe support european-participation",
    ),
    (
        "Kyiv insists that nothing be decided about Ukraine without Ukraine.",
        "ukraine support ukraine-participation",
    ),
    (
        "Moscow demands official status for the Russian language in Ukraine.",
        "russia support russian-language-rights",
    ),
    (
        "Kyiv demanded that Russia pay reparations.",
        "ukraine support frozen-assets",
    ),
    (
        "Kyiv asked for humanitarian corridors for civilians.",
        "ukraine support humanitarian-corridors",
    ),
    (
        "Washington wants to run the Zaporizhzhia nuclear plant.",
        "united-states support nuclear-plant",
    ),
    (
        ("The Kremlin hopes for a restart of economic ties between Russia and the United States."),
        "russia support us-russia-normalisation",
    ),
    (
        "Europe demands that those responsible for war crimes be put on trial.",
        "europe support accountability",
    ),
    (
        "Moscow handed Kyiv a memorandum with its terms.",
        "russia support peace-memorandum",
    ),
    (
        "Brussels offered Kyiv 50 billion euros for reconstruction.",
        "europe support reconstruction-aid",
    ),
    (
        "Kyiv wants the deal to be put to a referendum.",
        "ukraine support referendum",
    ),
    (
        "Washington suggested a free economic zone in Donbas.",
        "united-states support buffer-zone",
    ),
]

SEVERAL = [
    (
        "Moscow demands that Ukraine cede Donbas and renounce membership of NATO.",
        "russia support ukrainian-withdrawal; russia oppose nato-membership",
    ),
    (
        "Kyiv rejects both the recognition of Crimea as Russian and limits on its army.",
        "ukraine oppose recognition-of-annexation; ukraine oppose force-limits",
    ),
    (
        "The EU promised new sanctions on Russia and more military aid for Ukraine.",
        "europe support new-sanctions; europe support military-aid",
    ),
    (
        ("Washington offered security guarantees but ruled out NATO membership for Ukraine."),
        ("united-states support security-guarantees; united-states oppose nato-membership"),
    ),
    (
        "Moscow supports an exchange of prisoners but not a ceasefire.",
        "russia support prisoner-exchange; russia oppose immediate-ceasefire",
    ),
    (
        (
            "Instead of new sanctions on Russia, Washington wants direct talks between "
            "Moscow and Kyiv."
        ),
        "united-states support direct-talks; united-states oppose new-sanctions (maybe)",
    ),
    (
        (
            "Rather than a summit of the two presidents, the Kremlin proposed direct talks "
            "between delegations."
        ),
        "russia support direct-talks; russia oppose leaders-summit (maybe)",
    ),
]

TRAPS = [
    (
        "NATO member Turkey rejected the allegations.",
        "",
    ),
    (
        "The sanctions expert praised the cooking in Kyiv.",
        "",
    ),
    (
        "The Kremlin rejected the criticism by the NATO secretary-general.",
        "",
    ),
    (
        "Washington supports Poland, a NATO member.",
        "",
    ),
    (
        "The Ukrainian troops want warm boots.",
        "",
    ),
    (
        "Russia wants to win the football match.",
        "",
    ),
    (
        "Moscow opposes the new building plan for the American embassy.",
        "",
    ),
    (
        "Berlin rejected a proposal to build a new airport.",
        "",
    ),
    (
        "Kyiv likes the prisoner drama that won the prize.",
        "",
    ),
    (
        "The prisoner of war refused to speak.",
        "",
    ),
    (
        "Paris opposed the election of the new chairman of the bank.",
        "",
    ),
]

LAYOUT = [
    (
        (
            "## What Moscow wants\n\n- Limits on the size of the Ukrainian army\n- Elections "
            "in Ukraine"
        ),
        "russia support force-limits; russia support elections-in-ukraine",
    ),
    (
        "## What Ukraine wants\n\n- Security guarantees\n- The return of deported children",
        "ukraine support security-guarantees; ukraine support return-of-children",
    ),
    (
        "Kyiv demands security guarantees. It would also like to join NATO.",
        "ukraine support security-guarantees; ukraine support nato-membership",
    ),
    (
        "**Foreign troops.** Moscow rejects them.",
        "russia oppose foreign-troops",
    ),
]

ISLANDS = [
    (
        "Avalon wants a ferry and a closed season.",
        "avalon support ferry; avalon support closed-season",
    ),
    (
        "Brigadoon supports the ferry but rejects a fishing limit.",
        "brigadoon support ferry; brigadoon oppose fishing-limit",
    ),
    (
        "## What Avalon wants\n\n- A ferry line\n- No quota on herring",
        "avalon support ferry; avalon oppose fishing-limit",
    ),
    (
        "**Avalon:**\n\n- a closed season\n- a ferry",
        "avalon support closed-season; avalon support ferry",
    ),
]

MORE_SPECIFIC = [
    (
        "Moscow proposed to halt attacks on energy facilities for 30 days.",
        "russia support limited-truce",
    ),
    (
        "Washington wants American companies to return to the Russian market.",
        "united-states support us-russia-normalisation",
    ),
    (
        "The Kremlin demands that Ukraine become a neutral state.",
        "russia support force-limits",
    ),
    (
        "Kyiv wants its full sovereignty over Crimea restored.",
        "ukraine support territorial-integrity",
    ),
    (
        "Moscow wants the annexed regions to be recognised as Russian.",
        "russia support recognition-of-annexation",
    ),
    (
        "Europe called for a special tribunal for the crime of aggression.",
        "europe support accountability",
    ),
    (
        "Kyiv proposed that both armies stop at the current line of contact.",
        "ukraine support freeze-front-line",
    ),
    (
        ("The White House wants the current front line to be the starting point of talks."),
        "united-states support freeze-front-line",
    ),
    (
        "Ukraine and the United States signed an agreement on rare earths.",
        "ukraine support minerals-deal; united-states support minerals-deal",
    ),
    (
        ("Kyiv asked the Red Cross to be given access to civilians in the occupied areas."),
        "ukraine support humanitarian-corridors",
    ),
    (
        "Washington raised tariffs on India for buying Russian oil.",
        "united-states support new-sanctions",
    ),
]

LAYOUTS = [
    (
        "**Russia.** No foreign troops in Ukraine. No NATO membership for Kyiv.",
        "russia oppose foreign-troops (maybe); russia oppose nato-membership (maybe)",
    ),
    (
        "### Ukraine\n\n- wants security guarantees\n- rejects limits on its army",
        "ukraine support security-guarantees; ukraine oppose force-limits",
    ),
    (
        (
            "The Kremlin's demands are:\n\n- recognition of Crimea as Russian\n- withdrawal "
            "of Ukrainian troops from Donbas"
        ),
        "russia support recognition-of-annexation; russia support ukrainian-withdrawal",
    ),
    (
        "What does Moscow want? It wants Ukraine out of NATO and sanctions lifted.",
        "russia oppose nato-membership; russia support sanctions-relief",
    ),
    (
        (
            "**Does Europe want to send troops?** Yes. France and Britain have proposed to "
            "deploy soldiers in Ukraine."
        ),
        "europe support foreign-troops",
    ),
    (
        "**Has Kyiv accepted the plan?** No.",
        "",
    ),
    (
        (
            "Kyiv has three demands: a ceasefire, the return of deported children and the "
            "release of prisoners."
        ),
        (
            "ukraine support immediate-ceasefire; ukraine support return-of-children; "
            "ukraine support prisoner-exchange"
        ),
    ),
    (
        "> Moscow rejects a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "# Kremlin rules out ceasefire\n\nThe weather was fine.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "## Background\n\nThe war began in February 2022.",
        "",
    ),
    (
        "1. Kyiv wants a ceasefire.\n2. Moscow wants sanctions relief.",
        "ukraine support immediate-ceasefire; russia support sanctions-relief",
    ),
]

MORE_TRAPS = [
    (
        "The Kremlin hopes for good weather in Crimea.",
        "",
    ),
    (
        "The minister opposed the opening of a restaurant.",
        "",
    ),
    (
        "Russian sanctions lawyers are in demand.",
        "",
    ),
    (
        "Kyiv welcomed the visit of the American envoy.",
        "",
    ),
    (
        "A Ukrainian withdrawal from the tournament surprised the organisers.",
        "",
    ),
    (
        "Polish troops practised in the mountains.",
        "",
    ),
    (
        "The Kremlin denied the existence of a crisis.",
        "",
    ),
    (
        "Moscow wants more tourists from China.",
        "",
    ),
    (
        "Washington ruled out a tax on imported cars from Japan.",
        "",
    ),
    (
        "Paris is against the new speed limit.",
        "",
    ),
    (
        "The US Senate rejected a bill on prisons.",
        "",
    ),
    (
        "A Russian ceasefire violation was reported near Sumy.",
        "",
    ),
    (
        "The Ukrainian negotiators rejected the lunch menu.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "reading"), SPECIFIC)
def test_specific(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), SEVERAL)
def test_several(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), TRAPS)
def test_traps(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LAYOUT)
def test_layout(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), MORE_SPECIFIC)
def test_more_specific(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LAYOUTS)
def test_layouts(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), MORE_TRAPS)
def test_more_traps(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
