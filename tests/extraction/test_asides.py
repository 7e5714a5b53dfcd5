"""Judgements put behind a sentence, what texts and demands hold, and what people are blamed for."""

from collections.abc import Callable

import pytest

BEHIND = [
    (
        "Berlin has called for a buffer zone in Donetsk, which is unacceptable to Kyiv.",
        "europe support buffer-zone; ukraine oppose buffer-zone",
    ),
    (
        "Washington wants elections in Ukraine, a condition that Kyiv has rejected.",
        "united-states support elections-in-ukraine; ukraine oppose elections-in-ukraine",
    ),
    (
        "Kyiv asked for the deployment of European troops to Ukraine, a red line for Moscow.",
        "ukraine support foreign-troops; russia oppose foreign-troops",
    ),
    (
        "Moscow demanded the lifting of sanctions – a “non-starter” for the European Union.",
        "russia support sanctions-relief; europe oppose sanctions-relief",
    ),
    (
        "Paris proposed to seize the frozen Russian assets, an idea that Merz supports.",
        "europe support frozen-assets",
    ),
    (
        "Russia insists on a halt to Western arms deliveries, which is a demand rejected by Kyiv.",
        "russia oppose military-aid; ukraine support military-aid",
    ),
    (
        "Zelensky asked for an invitation to join NATO, something the Kremlin has ruled out.",
        "ukraine support nato-membership; russia oppose nato-membership",
    ),
    (
        "An unconditional ceasefire is a non-starter for Moscow.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Macron said that foreign troops in Ukraine were unacceptable for Russia.",
        "russia oppose foreign-troops (ascribed)",
    ),
]

#: What stands behind the comma is said of something else, or of the refusal.
NOT_OF_IT = [
    (
        "Norway approved new sanctions on Russia after a strike on Kyiv, which Sybiha condemned.",
        "europe support new-sanctions",
    ),
    (
        "Kyiv refuses to withdraw its troops from Donetsk, which Moscow calls unacceptable.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "The EU has ruled out lifting the sanctions on Russia, a decision that Kyiv welcomed.",
        "europe oppose sanctions-relief; ukraine oppose sanctions-relief (maybe)",
    ),
    (
        "Russia hit a depot used for arms deliveries to Ukraine, which Kyiv called barbarous.",
        "",
    ),
    (
        "Sweden backs NATO membership for Ukraine, a country that Russia invaded in 2022.",
        "europe support nato-membership",
    ),
    (
        "Kyiv called for a full ceasefire in the war, which Russia began in 2022.",
        "ukraine support immediate-ceasefire",
    ),
]

TERMS = [
    (
        "Moscow's conditions include Western states refraining from arms deliveries to Ukraine.",
        "russia oppose military-aid",
    ),
    (
        "The Kremlin's demands include Ukraine ceding Donbas and never joining NATO.",
        "russia support ukrainian-withdrawal; russia oppose nato-membership",
    ),
    (
        "Kyiv's terms include Russia releasing all prisoners of war.",
        "ukraine support prisoner-exchange",
    ),
    (
        (
            "The envoys studied the long-standing Russian demands. They include Ukraine cutting its"
            " army."
        ),
        "russia support force-limits",
    ),
    (
        "Zelensky rejected a Russian-backed proposal under which Ukraine would cede Donbas.",
        "ukraine oppose ukrainian-withdrawal; russia support ukrainian-withdrawal",
    ),
    (
        "Orban is wary of the German-backed plan to use the frozen Russian assets for Ukraine.",
        (
            "europe support|oppose frozen-assets; europe support frozen-assets (maybe);"
            " europe oppose frozen-assets (maybe)"
        ),
    ),
    (
        "Sybiha is opposed to Orban's idea of Ukraine holding early elections.",
        "ukraine oppose elections-in-ukraine; europe support elections-in-ukraine",
    ),
    ("Berlin is strongly opposed to a buffer zone in Donetsk.", "europe oppose buffer-zone"),
    (
        "The US-drafted text provides for elections in Ukraine within 100 days.",
        "united-states support elections-in-ukraine; united-states support us-peace-plan (maybe)",
    ),
]

BLAMED = [
    (
        "Kallas scolded Hungary for blocking new sanctions on Russia.",
        (
            "europe support|oppose new-sanctions; europe support new-sanctions (maybe);"
            " europe oppose new-sanctions (maybe)"
        ),
    ),
    (
        "Merz criticised Putin for rejecting an unconditional ceasefire.",
        "europe support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    (
        (
            "Lavrov's criticism of Macron for offering to send peacekeepers to Ukraine went"
            " unanswered."
        ),
        "russia oppose foreign-troops; europe support foreign-troops",
    ),
    (
        "Zelensky thanked Norway for supplying Ukraine with weapons.",
        "ukraine support military-aid; europe support military-aid",
    ),
    (
        "Zelensky chided Germany for failing to supply Ukraine with weapons.",
        "ukraine support military-aid",
    ),
]


@pytest.mark.parametrize(("text", "reading"), BEHIND)
def test_a_judgement_behind_the_sentence(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), NOT_OF_IT)
def test_what_is_judged_may_be_something_else(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), TERMS)
def test_terms_are_those_of_whose_text_it_is(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), BLAMED)
def test_who_is_blamed_for_it_does_it(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
