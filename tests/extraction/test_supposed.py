"""What is only supposed, awaited, left undone or recounted is not wanted.

Sentences in which an issue's words stand where nobody takes a position on it, or only on a
condition, beside their counterparts in which somebody does. All were written for this test.
"""

from collections.abc import Callable

import pytest

AWAITED = [
    (
        "The Kremlin said the arms deliveries must stop before a ceasefire can be declared.",
        "russia conditional immediate-ceasefire; russia oppose military-aid",
    ),
    (
        "Putin said the Ukrainian army needed to leave Donetsk before he would accept a ceasefire.",
        "russia conditional immediate-ceasefire; russia support ukrainian-withdrawal",
    ),
    (
        "Kallas said Russian troops have to leave Ukraine before sanctions can be lifted.",
        "europe conditional sanctions-relief; europe support russian-withdrawal",
    ),
    (
        "Zelensky said a full ceasefire must come before any talks on territory.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Kyiv insists that no talks can begin before a full ceasefire is in place.",
        "ukraine support immediate-ceasefire; ukraine oppose|conditional direct-talks",
    ),
    (
        "Moscow listed several conditions for a ceasefire.",
        "russia conditional immediate-ceasefire",
    ),
    (
        "Putin laid down a number of conditions for a ceasefire.",
        "russia conditional immediate-ceasefire",
    ),
]

UPON = [
    (
        "Putin said his troops would cease fire when the Ukrainian army had left Donetsk.",
        "russia conditional immediate-ceasefire; russia support ukrainian-withdrawal (maybe)",
    ),
    (
        "Once Ukraine has left Donetsk, Putin promised, the guns will fall silent.",
        "russia conditional immediate-ceasefire; russia support ukrainian-withdrawal (maybe)",
    ),
    (
        "The Kremlin put forward a series of conditions for a ceasefire.",
        "russia conditional immediate-ceasefire",
    ),
    (
        (
            "Moscow would not contemplate a ceasefire unless Ukraine gave up the Donbas, a"
            " condition rejected by Kyiv."
        ),
        (
            "russia ambivalent|conditional immediate-ceasefire;"
            " russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal (maybe)"
        ),
    ),
]

BEHIND_NOUNS = [
    (
        "Peskov said Russia insists on a veto over Ukraine joining NATO.",
        "russia oppose nato-membership",
    ),
    (
        "Lavrov reaffirmed the Kremlin's hostility to Ukraine joining NATO.",
        "russia oppose nato-membership",
    ),
    ("Fico repeated his opposition to Ukraine joining NATO.", "europe oppose nato-membership"),
    (
        "Orban voiced his objections against Ukraine joining NATO.",
        "europe oppose nato-membership",
    ),
    (
        "Sikorski reiterated his support for Ukraine joining NATO.",
        "europe support nato-membership",
    ),
    (
        "Macron sent a letter to Putin demanding a full ceasefire.",
        "europe support immediate-ceasefire",
    ),
]

NEITHER = [
    (
        "Moscow has neither accepted nor rejected the American call for a 30-day ceasefire.",
        "russia ambivalent immediate-ceasefire",
    ),
    ("Kyiv neither embraced nor dismissed the 28-point plan.", "ukraine ambivalent us-peace-plan"),
    (
        "Moscow accepts neither Ukraine's membership of NATO nor European troops in Ukraine.",
        "russia oppose nato-membership; russia oppose foreign-troops",
    ),
]

SUPPOSED = [
    (
        (
            "Kallas said the issue was whether the EU should prepare or impose new"
            " sanctions on Russia."
        ),
        "",
    ),
    (
        (
            "Were Taurus missiles to be sent to Ukraine, Peskov said, relations with Berlin"
            " would be ruined."
        ),
        "",
    ),
    ("Should Washington impose new sanctions on Russia, Peskov said, Moscow would respond.", ""),
    (
        (
            "Kallas said Brussels has other plans in the event that Hungary blocks"
            " Ukraine's accession to the EU."
        ),
        "",
    ),
    (
        "Zelensky promised elections on the day the guns fall silent.",
        "ukraine support elections-in-ukraine",
    ),
    ("The talks go on, according to an American document seen by the agency.", ""),
    (
        "The G7 said Russia can end this war at once by withdrawing its forces from Ukraine.",
        (
            "europe support russian-withdrawal (maybe); europe support immediate-ceasefire"
            " (maybe); united-states support russian-withdrawal (maybe); united-states"
            " support immediate-ceasefire (maybe)"
        ),
    ),
]

LEFT_UNDONE = [
    ("Moscow and Kyiv failed to agree on an unconditional ceasefire in Istanbul.", ""),
    (
        "Russia failed to agree to an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    ("The White House did not mention lifting sanctions on Russia.", ""),
    ("Starmer made no mention of sending British troops to Ukraine.", ""),
    ("The American text does not mention Ukraine's membership in NATO.", ""),
    (
        "Zelensky said the paper did not offer the security guarantees that Ukraine needs.",
        "ukraine support security-guarantees",
    ),
    (
        "Ukraine's foreign minister complained that the draft contained no security guarantees.",
        "ukraine support security-guarantees",
    ),
    (
        "Zelensky said Washington should not wait to impose new sanctions on Russia.",
        "ukraine support new-sanctions",
    ),
    (
        "Sybiha said Ukraine's accession to the EU must not wait for a peace treaty.",
        "ukraine support eu-membership",
    ),
    (
        "Ushakov said a meeting between Putin and Zelensky must wait.",
        "russia oppose leaders-summit",
    ),
]

RECOUNTED = [
    ("Peskov said the army would press on, even as negotiations resumed in Istanbul.", ""),
    ("Ushakov had no answer for why the negotiations have broken off.", ""),
    ("Moscow described last week's trilateral talks as constructive.", ""),
    ("Umerov called the second round of talks useful.", ""),
    ("Umerov said a new round of talks would be useful.", "ukraine support direct-talks"),
    ("Umerov said direct talks with Russia were necessary.", "ukraine support direct-talks"),
    ("Putin had Medinsky recount how the talks with Ukraine went.", ""),
    ("Sybiha spoke to reporters. The next round of talks is scheduled for October.", ""),
    ("Peskov spoke to reporters. The talks have also dealt with the sale of a refinery.", ""),
    (
        (
            "Zelensky will see the Turkish president on Sunday, after envoys visit Ankara"
            " for direct talks with Russia."
        ),
        "",
    ),
    (
        "Lavrov sees no merit in a pause, he told the Duma. A ceasefire would freeze an injustice.",
        "",
    ),
]

ENDED = [
    (
        "Lavrov said that this war would be over if Ukraine withdrew from Donbas.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "If Western arms deliveries stopped, Lavrov said, the war would end within weeks.",
        "russia oppose military-aid",
    ),
    ("Orban warned that this war would be over if the West stopped arming Kyiv.", ""),
    ("The war would be over, Tusk warned, if Ukraine pulled its troops out of Donbas.", ""),
    ("Peskov's warning was that this war would be over if Ukraine withdrew from Donbas.", ""),
    ("If Western arms deliveries stopped, Lavrov cautioned, the war would end within weeks.", ""),
    (
        "Kallas warned that it would be a mistake if sanctions on Russia were lifted.",
        "europe oppose sanctions-relief",
    ),
    (
        "Peskov, who had warned of haste, said the war would end if Ukraine withdrew from Donbas.",
        "russia support ukrainian-withdrawal",
    ),
]


@pytest.mark.parametrize(("text", "reading"), AWAITED)
def test_what_must_wait_for_something_else_is_wanted_on_that_condition(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), UPON)
def test_what_is_announced_upon_something_else_is_conditional(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), BEHIND_NOUNS)
def test_what_hangs_from_a_noun_behind_the_verb(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), NEITHER)
def test_neither_and_nor_deny_both(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), SUPPOSED)
def test_what_is_only_supposed_is_nobodys_position(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LEFT_UNDONE)
def test_what_is_left_undone_or_unsaid(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), RECOUNTED)
def test_what_is_only_recounted_is_nobodys_position(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ENDED)
def test_a_warning_of_how_a_war_would_end_is_no_approval(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
