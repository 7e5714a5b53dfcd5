"""Nouns, adjectives, idioms and light verbs take positions too."""

from collections.abc import Callable

import pytest

NOUNS = [
    (
        "Washington's reluctance to impose fresh sanctions on Moscow worries Kyiv.",
        "united-states oppose new-sanctions; ukraine support new-sanctions (maybe)",
    ),
    (
        "Kyiv's insistence on security guarantees has not changed.",
        "ukraine support security-guarantees",
    ),
    (
        "Moscow's refusal to withdraw its troops from Ukraine blocks a deal.",
        "russia oppose russian-withdrawal",
    ),
    (
        "The push by Poland for tougher sanctions on Russia continues.",
        "europe support new-sanctions",
    ),
    (
        "Russia's demand for limits on the Ukrainian army remains on the table.",
        "russia support force-limits",
    ),
    (
        "Hungarian opposition to EU membership for Ukraine has hardened.",
        "europe oppose eu-membership",
    ),
    (
        "The Kremlin's rejection of an immediate ceasefire surprised nobody.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Kyiv's willingness to hold elections was noted in Washington.",
        "ukraine support elections-in-ukraine",
    ),
    (
        "Moscow's objections to foreign troops in Ukraine are well known.",
        "russia oppose foreign-troops",
    ),
    (
        "Washington's support for direct talks between Moscow and Kyiv is firm.",
        "united-states support direct-talks",
    ),
    (
        "France's proposal to deploy European troops in Ukraine found little echo.",
        "europe support foreign-troops",
    ),
    (
        "Calls from Kyiv for more air defence systems grew louder.",
        "ukraine support military-aid",
    ),
    (
        "Ukrainian resistance to a withdrawal from Donbas is as strong as ever.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Russia's call for elections in Ukraine was ignored.",
        "russia support elections-in-ukraine",
    ),
    (
        "Kyiv's appeal for security guarantees was heard.",
        "ukraine support security-guarantees",
    ),
    (
        "Berlin's doubts about NATO membership for Ukraine persist.",
        "europe oppose|ambivalent nato-membership",
    ),
    (
        "There is no appetite in Washington for new sanctions on Russia.",
        "united-states oppose new-sanctions",
    ),
]

ADJECTIVES = [
    (
        "Moscow is ready for direct talks with Ukraine.",
        "russia support direct-talks",
    ),
    (
        "Rome is unwilling to send troops to Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "Prague is opposed to any recognition of Crimea as Russian.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "The White House is keen to sign the minerals deal.",
        "united-states support minerals-deal",
    ),
    (
        "Washington is wary of giving Ukraine security guarantees.",
        "united-states oppose|ambivalent security-guarantees",
    ),
    (
        "The Baltic states are in favour of NATO membership for Ukraine.",
        "europe support nato-membership",
    ),
    (
        "Moscow is not interested in a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Kyiv remains committed to the exchange of prisoners.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Madrid is hesitant to use the frozen Russian assets.",
        "europe oppose|ambivalent frozen-assets",
    ),
    (
        "Vilnius is determined to keep sanctions on Russia in place.",
        "europe support new-sanctions; europe oppose sanctions-relief (maybe)",
    ),
    (
        "Ukraine is unlikely to get security guarantees.",
        "",
    ),
]

LIGHT_VERBS = [
    (
        "The Finnish president voiced support for security guarantees for Ukraine.",
        "europe support security-guarantees",
    ),
    (
        "Britain put its weight behind a force of foreign troops in Ukraine.",
        "europe support foreign-troops",
    ),
    (
        "Kyiv expressed interest in a prisoner exchange.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Moscow poured cold water on the idea of a summit between the two leaders.",
        "russia oppose leaders-summit",
    ),
    (
        "Washington gave the green light to new arms deliveries to Ukraine.",
        "united-states support military-aid",
    ),
    (
        "The Kremlin closed the door to a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Berlin raised objections to the seizure of Russia's frozen assets.",
        "europe oppose frozen-assets",
    ),
    (
        "Moscow reaffirmed its opposition to Ukraine's membership in NATO.",
        "russia oppose nato-membership",
    ),
    (
        "Poland took a stand against sanctions relief for Moscow.",
        "europe oppose sanctions-relief",
    ),
    (
        "Kyiv threw out the idea of a demilitarised zone in Donbas.",
        "ukraine oppose buffer-zone",
    ),
    (
        "Europe came out in favour of using Russia's frozen assets for Ukraine.",
        "europe support frozen-assets",
    ),
    (
        "The Kremlin renewed its demand that Ukraine withdraw its troops from Donbas.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Ukraine has set its sights on membership of the European Union.",
        "ukraine support eu-membership",
    ),
    (
        "Hungary dug in its heels over new sanctions against Russia.",
        "europe oppose new-sanctions",
    ),
    (
        "Washington turned a deaf ear to Kyiv's calls for new sanctions.",
        "ukraine support new-sanctions; united-states oppose new-sanctions (maybe)",
    ),
]

PASSIVES = [
    (
        "A ceasefire was rejected by Moscow.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Tougher sanctions on Russia are favoured by Poland.",
        "europe support new-sanctions",
    ),
    (
        "The prisoner exchange was welcomed by Kyiv and Moscow alike.",
        "ukraine support prisoner-exchange; russia support prisoner-exchange",
    ),
    (
        "Security guarantees for Ukraine are being demanded by Kyiv.",
        "ukraine support security-guarantees",
    ),
    (
        "The American peace plan has been endorsed by Berlin.",
        "europe support us-peace-plan",
    ),
    (
        "NATO membership for Ukraine, long opposed by Moscow, was not discussed.",
        "russia oppose nato-membership",
    ),
]

ISLANDS = [
    (
        "Avalon's reluctance to accept a closed season is well known.",
        "avalon oppose closed-season",
    ),
    (
        "MacRae voiced support for the ferry.",
        "brigadoon support ferry",
    ),
    (
        "Lefay is opposed to a cap on fish catches.",
        "avalon oppose fishing-limit",
    ),
    (
        "The closed season was rejected by the Avalon Council.",
        "avalon oppose closed-season",
    ),
    (
        "Brigadoonian demands for a fishing quota were not met.",
        "brigadoon support fishing-limit",
    ),
    (
        "Avalonian opposition to the ferry is growing.",
        "avalon oppose ferry",
    ),
    (
        "Brigadoon is lukewarm about the ferry.",
        "brigadoon oppose|ambivalent ferry",
    ),
    (
        "The Ferrymen's Guild put its weight behind the spring ban.",
        "brigadoon support closed-season",
    ),
    (
        "Lefay's promise of a ferry was kept.",
        "avalon support ferry",
    ),
    (
        "MacRae made the case for a herring quota.",
        "brigadoon support fishing-limit",
    ),
    (
        "The Avalon Council gave its blessing to the ferry line.",
        "avalon support ferry",
    ),
    (
        "Avalon remains unconvinced of the need for a fishing limit.",
        "avalon oppose fishing-limit",
    ),
]

LONGER = [
    (
        ("Moscow's readiness to return the bodies of Ukrainian soldiers was welcomed in Kyiv."),
        "russia support prisoner-exchange; ukraine support prisoner-exchange (maybe)",
    ),
    (
        "Washington's threat to end its mediation alarmed Kyiv.",
        "united-states oppose us-mediation; ukraine support us-mediation (maybe)",
    ),
    (
        "Kyiv is under no illusion about a ceasefire.",
        "",
    ),
    (
        "The US veto of a NATO invitation for Ukraine disappointed Warsaw.",
        "united-states oppose nato-membership; europe support nato-membership (maybe)",
    ),
    (
        ("Ukraine's European partners are united in their support for security guarantees."),
        "europe support security-guarantees",
    ),
    (
        "Hungary's prime minister is the fiercest opponent of Ukraine's EU membership.",
        "europe oppose eu-membership",
    ),
    (
        "Finland is a strong supporter of new sanctions on Russia.",
        "europe support new-sanctions",
    ),
    (
        "Kyiv is prepared to hold direct talks with Moscow at any time.",
        "ukraine support direct-talks",
    ),
    (
        "The Kremlin shows no interest in an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        (
            "The chancellor's yes to long-range missiles for Ukraine came as a surprise, "
            "the German government conceded."
        ),
        "europe support military-aid (maybe)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), NOUNS)
def test_nouns(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ADJECTIVES)
def test_adjectives(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LIGHT_VERBS)
def test_light_verbs(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), PASSIVES)
def test_passives(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LONGER)
def test_longer(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
