"""Journalists' dense prose: what is said by the way, in few words, and over several sentences."""

from collections.abc import Callable

import pytest

#: What turns a stance without a word of refusal.
TURNED = [
    (
        "Ukraine's admission to NATO, Robert Fico said, was nobody's priority.",
        "europe oppose nato-membership",
    ),
    (
        "Sending European troops to Ukraine, Alexander Stubb said, is no one's priority.",
        "europe oppose foreign-troops",
    ),
    (
        "Tomahawks for Ukraine, Pete Hegseth said, were no one's priority.",
        "united-states oppose military-aid",
    ),
    (
        "The main problem, Peskov said, is the refusal to lift sanctions on Russia.",
        "russia support sanctions-relief",
    ),
    (
        "The real obstacle to peace, Lavrov said, is the flow of Western weapons to Ukraine.",
        "russia oppose military-aid",
    ),
    (
        (
            "Lavrov said that one of the causes of the war was the suppression of the Russian"
            " language in Ukraine."
        ),
        "russia support russian-language-rights; russia support root-causes (maybe)",
    ),
    (
        "A ceasefire would merely give Kyiv a breathing space, Lavrov said.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "A ceasefire now, Putin argued, would simply hand the enemy a respite.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Belgium tried to keep its partners from seizing the frozen Russian assets.",
        "europe oppose frozen-assets",
    ),
    (
        "Moscow wants to keep Ukraine from joining NATO.",
        "russia oppose nato-membership",
    ),
    (
        (
            "What is described as security guarantees for Ukraine is, in his words, a trap, Sergei"
            " Lavrov said."
        ),
        "russia oppose security-guarantees",
    ),
    (
        "Russia's demands that Ukraine cede the Donbas were rejected by Zelensky.",
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Ushakov called it pointless to declare a ceasefire before Ukrainian troops leave Kherson.",
        "russia oppose immediate-ceasefire; russia support ukrainian-withdrawal (maybe)",
    ),
    (
        "Sanctions on Russia would only be lifted after a peace deal, Rubio said.",
        "united-states support|conditional sanctions-relief",
    ),
    (
        "European troops in Ukraine would only be deployed after a ceasefire, Starmer said.",
        "europe support|conditional foreign-troops; europe support immediate-ceasefire (maybe)",
    ),
    (
        "Weapons deliveries to Ukraine would follow soon, Marco Rubio said.",
        "united-states support military-aid",
    ),
    (
        "A nineteenth package of sanctions on Russia, Kallas said, was in the works.",
        "europe support new-sanctions",
    ),
]

#: Liking and disliking, in passing.
LIKED = [
    (
        "The American peace plan, Putin said, is something to build on.",
        "russia support us-peace-plan",
    ),
    (
        "Rubio called the European counter-proposal a good basis at a hearing in the Senate.",
        "united-states support european-peace-plan",
    ),
    (
        (
            "Estonia wants to send European troops to Ukraine. Viktor Orban, the Hungarian prime"
            " minister, called it the most foolish of ideas."
        ),
        "europe support|oppose foreign-troops",
    ),
    (
        "Slovakia wants no part in new sanctions on Russia.",
        "europe oppose new-sanctions",
    ),
    (
        "Italy will take no part in the deployment of European troops to Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "The Poles speak of the new sanctions on Russia with enthusiasm.",
        "europe support new-sanctions",
    ),
    (
        "European diplomats spoke of the American peace plan with contempt.",
        "europe oppose us-peace-plan",
    ),
    ("Washington is fine with European troops in Ukraine.", "united-states support foreign-troops"),
    (
        "Brussels showed no haste to ease the sanctions on Russia.",
        "europe oppose sanctions-relief",
    ),
    ("Moscow has found little use for a ceasefire.", "russia oppose immediate-ceasefire"),
    ("Putin sees little need for a ceasefire.", "russia oppose immediate-ceasefire"),
    (
        "Washington found little to like in the new sanctions on Russia.",
        "united-states oppose new-sanctions",
    ),
    (
        "The Kremlin found fault with the European counter-proposal.",
        "russia oppose european-peace-plan",
    ),
    (
        "Tusk is no great believer in European troops in Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "Denmark will see to it that Ukraine receives more F-16s by the summer.",
        "europe support military-aid",
    ),
]

#: Whose it is.
HELD = [
    (
        "It was Kyiv that proposed direct talks with Russia.",
        "ukraine support direct-talks",
    ),
    (
        "It was the Americans, though, who urged Moscow to agree to an immediate ceasefire.",
        "united-states support immediate-ceasefire",
    ),
    (
        "In Budapest the oil embargo on Russia is called a folly.",
        "europe oppose new-sanctions",
    ),
    (
        "In Moscow they call European troops in Ukraine a provocation.",
        "russia oppose foreign-troops",
    ),
    (
        "In Rome they whisper that Ukraine should stay outside NATO.",
        "europe oppose nato-membership",
    ),
    (
        "Keith Kellogg outlined how the sanctions on Russia could be tightened.",
        "united-states support new-sanctions",
    ),
    (
        "Starmer set out how a European force could be deployed to Ukraine.",
        "europe support foreign-troops",
    ),
    (
        (
            "Stubb asked Narendra Modi to speak to the Kremlin so that Putin at last accepts an"
            " immediate ceasefire."
        ),
        "europe support immediate-ceasefire",
    ),
    (
        (
            "Peter Szijjarto complained to reporters in Budapest that the pipeline had been hit"
            " again and that nobody had apologised to Hungary. He then took aim at weapons"
            " deliveries to Ukraine."
        ),
        "europe oppose military-aid",
    ),
    (
        (
            "Hungary was not amused. Its envoy in Brussels called the confiscation of the frozen"
            " Russian assets reckless."
        ),
        "europe oppose frozen-assets",
    ),
    (
        "Trump met Putin. Putin had to accept an immediate ceasefire, he said.",
        "united-states support immediate-ceasefire",
    ),
    (
        "The State Department, for its part, argued that new sanctions on Russia were dangerous.",
        "united-states oppose new-sanctions",
    ),
]

#: What looks alike and is no position.
NOBODYS = [
    "Easing the sanctions on Russia was in the hands of others, Kaja Kallas said.",
    "It was curious, Radoslaw Sikorski said, that Moscow should bring up security guarantees.",
    "It is strange, Andrij Sybiha said, that Washington should ease the sanctions on Russia.",
    "It is astonishing, Ushakov said, that Paris should send European troops to Ukraine.",
    "A Christmas truce would sink in the snow, Yuri Ushakov said.",
    "To leave was to give up the Donbas, she told the soldiers.",
    "To wait was to lift the sanctions on Russia, Kaja Kallas told the students.",
    "Such a vote, Steve Witkoff explained, would do nothing but recognise Russia's annexation.",
    "Sybiha pointed out that the lull would be just a ceasefire before the next offensive.",
    "Lavrov explained how European troops had been deployed to Ukraine.",
    "It was not Kyiv that rejected direct talks with Russia.",
]


@pytest.mark.parametrize(("text", "reading"), TURNED)
def test_a_turn_of_phrase_turns_a_stance(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LIKED)
def test_liking_or_disliking_is_a_stance(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), HELD)
def test_a_stance_goes_to_the_side_that_holds_it(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOBODYS)
def test_what_only_looks_like_a_stance_reads_as_none(
    reads: Callable[[str, str], None], text: str
) -> None:
    reads(text, "")
