"""Journalists' dense prose: what is said by the way, in few words, and over several sentences."""

from collections.abc import Callable

import pytest

#: What turns a stance without a word of refusal.
TURNED = [
    (
        "Ukraine's entry into NATO, Friedrich Merz repeated, was on nobody's agenda.",
        "europe oppose nato-membership",
    ),
    (
        "Sending European troops to Ukraine, Giorgia Meloni said, was on no one's agenda.",
        "europe oppose foreign-troops",
    ),
    (
        "Lifting sanctions on Russia, Macron noted, was nobody's priority.",
        "europe oppose sanctions-relief",
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
            "What is presented as security guarantees for Ukraine is, in her words, a danger to the"
            " continent, Maria Zakharova said."
        ),
        "russia oppose security-guarantees",
    ),
    (
        "Russia's demands that Ukraine cede the Donbas were rejected by Zelensky.",
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Putin called it useless to stop the fighting before Ukrainian troops leave the Donbas.",
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
        "Zelensky called the current front line a good point of departure on Monday.",
        "ukraine support freeze-front-line",
    ),
    (
        (
            "The Commission wants to lend the frozen Russian assets to Kyiv. Maxime Prévot, the"
            " Belgian foreign minister, called it the worst of all the options."
        ),
        "europe support|oppose frozen-assets",
    ),
    (
        "Belgium will have no part in the seizure of Russia's frozen assets.",
        "europe oppose frozen-assets",
    ),
    (
        "Italy will take no part in the deployment of European troops to Ukraine.",
        "europe oppose foreign-troops",
    ),
    (
        "The Ukrainians speak of the American peace plan with respect.",
        "ukraine support us-peace-plan",
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
        "The EU would also see to it that a tribunal for Russian war crimes had a budget.",
        "europe support accountability",
    ),
]

#: Whose it is.
HELD = [
    (
        "It was Kyiv that proposed direct talks with Russia.",
        "ukraine support direct-talks",
    ),
    (
        "It was the Russians, however, who wanted Kyiv to protect the Russian language.",
        "russia support russian-language-rights",
    ),
    (
        "In Moscow the special tribunal is called a farce.",
        "russia oppose accountability",
    ),
    (
        "In Moscow they call European troops in Ukraine a provocation.",
        "russia oppose foreign-troops",
    ),
    (
        "In Berlin they whisper that Ukraine should stay out of NATO.",
        "europe oppose nato-membership",
    ),
    (
        "Ursula von der Leyen laid out how the frozen Russian assets might be lent to Kyiv.",
        "europe support frozen-assets",
    ),
    (
        "Starmer set out how a European force could be deployed to Ukraine.",
        "europe support foreign-troops",
    ),
    (
        (
            "Merz asked Xi Jinping to use his influence so that Putin finally withdraws his troops"
            " from Ukraine."
        ),
        "europe support russian-withdrawal",
    ),
    (
        (
            "Sergei Lavrov told state television that Moscow wanted assurances, which could come"
            " only if Washington gave an order to Zelensky. He also took aim at European troops in"
            " Ukraine."
        ),
        "russia oppose foreign-troops; russia support security-guarantees (maybe)",
    ),
    (
        (
            "Russia reacted angrily. Its ambassador in Berlin called the delivery of tanks to"
            " Ukraine dangerous."
        ),
        "russia oppose military-aid",
    ),
    (
        "Trump met Putin. Putin had to accept an immediate ceasefire, he said.",
        "united-states support immediate-ceasefire",
    ),
    (
        "The Pentagon, for its part, argued that the Patriots for Ukraine were dangerous.",
        "united-states oppose military-aid",
    ),
]

#: What looks alike and is no position.
NOBODYS = [
    "Easing the sanctions on Russia was in the hands of others, Kaja Kallas said.",
    "It was odd, Merz said, that the Kremlin should speak of the root causes of the war.",
    "It is strange, Orban said, that Brussels should want to seize the frozen Russian assets.",
    "It is remarkable, Merz said, that Washington should stop weapons deliveries to Ukraine.",
    "An immediate ceasefire would drown in mud, Dmitry Peskov said.",
    "To sign was to cede land, he told them.",
    "To stop now was to freeze the war, Zelensky told his visitors.",
    "A halt now, Marco Rubio explained, would do no more than recognise Russia's annexation.",
    "Zelensky pointed out that a deal would be only a ceasefire between two wars.",
    "Lavrov explained how European troops had been deployed to Ukraine.",
    "It was not Kyiv that rejected direct talks with Russia.",
]


@pytest.mark.parametrize(("text", "reading"), TURNED)
def test_what_turns_a_stance(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LIKED)
def test_liking_in_passing(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), HELD)
def test_whose_it_is(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOBODYS)
def test_what_takes_no_stance(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
