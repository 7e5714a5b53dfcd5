"""Words and constructions that turn a stance, and those that take none."""

from collections.abc import Callable

import pytest

TURNED = [
    # who has no quarrel with a thing is not against it
    ("Kyiv had no quarrel with elections, Umerov said.", "ukraine support elections-in-ukraine"),
    ("Moscow has a quarrel with the American peace plan.", "russia oppose us-peace-plan"),
    ("Kyiv sees no problem with elections.", "ukraine support elections-in-ukraine"),
    ("Trump has no problem with sanctions on Russia.", "united-states support new-sanctions"),
    (
        "The Kremlin sees no harm in a meeting of both presidents.",
        "russia support leaders-summit",
    ),
    (
        "Paris has no difficulty with sending French troops to Ukraine.",
        "europe support foreign-troops",
    ),
    ("Berlin sees a difficulty in using the frozen assets.", "europe oppose frozen-assets"),
    ("Rome sees a danger in sending European troops to Ukraine.", "europe oppose foreign-troops"),
    (
        "What is described as a ceasefire is, in his words, a trap, Peskov said.",
        "russia oppose immediate-ceasefire (maybe)",
    ),
    ("What we want is a ceasefire, Zelensky said.", "ukraine support immediate-ceasefire"),
    (
        "Kallas warned that new sanctions on Russia would plunge Moscow into a crisis.",
        "europe support new-sanctions (maybe)",
    ),
    (
        "Merz warned that a freeze of the front line would only help Moscow.",
        "europe oppose freeze-front-line (maybe)",
    ),
    (
        "Lavrov warned that foreign troops in Ukraine would lead to ruin.",
        "russia oppose foreign-troops",
    ),
    (
        "Moscow saw no point in a ceasefire so long as Western arms kept coming, Peskov said.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "No ceasefire was possible while Western weapons were flowing into Ukraine, Lavrov said.",
        "russia oppose|conditional immediate-ceasefire",
    ),
    (
        "Western sanctions would stay as long as the occupation lasted, Kallas said.",
        "europe support|conditional new-sanctions",
    ),
    (
        "The Kremlin threw its weight against an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "An unconditional ceasefire is the last thing that Putin wants.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Moscow is anything but ready for an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Zelensky would sooner resign than order a Ukrainian withdrawal from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Putin has little interest in freezing the front line.",
        "russia oppose freeze-front-line",
    ),
    ("Putin has a keen interest in freezing the front line.", "russia support freeze-front-line"),
    ("Arms deliveries to Ukraine must stop, Putin told Trump.", "russia oppose military-aid"),
    (
        "Arms deliveries to Ukraine must not stop, Pistorius said.",
        "europe support military-aid",
    ),
    ("Vance called for arms deliveries to Ukraine to end.", "united-states oppose military-aid"),
    ("Zelensky walked away from the minerals deal.", "ukraine oppose minerals-deal"),
    (
        "Washington pulled out of the work on a special tribunal.",
        "united-states oppose accountability",
    ),
    ("Fico withheld his consent to new sanctions on Russia.", "europe oppose new-sanctions"),
    ("No deal without a referendum, Zelensky said.", "ukraine support referendum"),
    ("Zelensky rejects a ceasefire without guarantees.", "ukraine support security-guarantees"),
    (
        '"I will not be the president who ceded Donbas," Zelensky said.',
        "ukraine oppose ukrainian-withdrawal",
    ),
]

FELT = [
    ("Freezing the front line does not suit Moscow.", "russia oppose freeze-front-line"),
    ("A buffer zone found little favour with the Europeans.", "europe oppose buffer-zone"),
    ("The 28-point plan went down badly in Kyiv.", "ukraine oppose us-peace-plan"),
    (
        "The idea of sending troops to Ukraine makes Wadephul uneasy.",
        "europe oppose foreign-troops",
    ),
    (
        "Siluanov likened the seizure of the frozen assets to pickpocketing.",
        "russia oppose frozen-assets",
    ),
    (
        "An unconditional ceasefire is what Kyiv asks for.",
        "ukraine support immediate-ceasefire",
    ),
]

#: What is demanded, ruled out or left undone in the words of another.
WISHED = [
    (
        "Zelensky rejected the demand that Ukraine withdraw from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Zelensky repeated the demand that Russia release the prisoners.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Without Europe there can be no settlement, Macron said.",
        "europe support european-participation",
    ),
    (
        "Excluding Ukraine from the talks would be a mistake, Merz said.",
        "europe support ukraine-participation",
    ),
    ("Zakharova said the arrest warrants were legally void.", "russia oppose accountability"),
    (
        "Ukraine should accept the truce and release the prisoners, Rubio said.",
        "united-states support immediate-ceasefire; united-states support prisoner-exchange",
    ),
    ("Germany froze the deliveries of weapons to Ukraine.", "europe oppose military-aid"),
]

NOBODYS = [
    '"They want us to give up NATO membership," Zelensky said.',
    "Hungary said the loan for the new railway to Belgrade was signed.",
    "Trump said he was done with the interview and quit the room.",
    "Zelensky said the thieves who robbed the museum must be tried before a court.",
    "Russia said its embassy in Damascus was fully staffed.",
    "The German chancellor said the village well was a bottomless pit for the regional budget.",
    "Rubio said Venezuela must hold a free election within three months.",
    "Zelensky said of the 28-point plan that he had slept badly.",
    "French officials were purple towards a buffer zone in Donetsk.",
    "Peskov branded the transfer of long-range rockets to Kiev a hobby.",
    "Using Russia's frozen assets is legally baroque, De Wever said.",
    "Lifting the sanctions would amaze the aggressor, said Sybiha.",
    "Anyone who thinks that Kyiv will cede Donbas is mistaken, Podolyak said.",
]


@pytest.mark.parametrize(("text", "reading"), TURNED)
def test_what_turns_a_stance(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), WISHED)
def test_what_is_wished_of_others(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), FELT)
def test_what_is_felt_about_it(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOBODYS)
def test_what_takes_no_stance(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")


def test_a_wish_is_the_wishers(reads: Callable[[str, str], None]) -> None:
    reads(
        "Zelensky hopes that Putin will accept an unconditional ceasefire.",
        "ukraine support immediate-ceasefire",
    )
