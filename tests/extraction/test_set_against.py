"""What is set against something else, lacked, kept back, destroyed or put in an order."""

from collections.abc import Callable

import pytest

CLEFT = [
    (
        "Not a territorial swap but robust security guarantees are what Sybiha wants.",
        "ukraine oppose territorial-swap; ukraine support security-guarantees",
    ),
    (
        "Not tougher sanctions on Russia but their lifting is what Szijjarto wants.",
        "europe oppose new-sanctions; europe support sanctions-relief (maybe)",
    ),
    (
        "What Paris rejects is not a ceasefire but the recognition of Crimea as Russian.",
        "europe oppose recognition-of-annexation; europe support immediate-ceasefire (maybe)",
    ),
    ("Not only a referendum is what Kyiv wants.", "ukraine support referendum"),
    ("No elections in Ukraine is what Yermak wants.", "ukraine oppose elections-in-ukraine"),
    (
        "Not just a prisoner exchange will be needed, Sybiha said.",
        "ukraine support prisoner-exchange (maybe)",
    ),
    ("What the EU opposes is a buffer zone in Ukraine.", "europe oppose buffer-zone"),
    (
        "The last thing Meloni needs is foreign troops in Ukraine.",
        "europe oppose foreign-troops",
    ),
    ("The first thing Umerov needs is a prisoner exchange.", "ukraine support prisoner-exchange"),
]
EACH_ITS_OWN = [
    (
        "Umerov wants no swap of land, no recognition of Crimea and binding security guarantees.",
        (
            "ukraine oppose territorial-swap; ukraine oppose recognition-of-annexation;"
            " ukraine support security-guarantees; ukraine support territorial-integrity (maybe)"
        ),
    ),
    (
        (
            "Lavrov wants no European troops in Ukraine, no elections in Ukraine and an end to the"
            " sanctions on Russia."
        ),
        (
            "russia oppose foreign-troops; russia oppose elections-in-ukraine;"
            " russia support sanctions-relief"
        ),
    ),
    (
        "Yermak wants no territorial swap or recognition of Crimea as Russian.",
        (
            "ukraine oppose territorial-swap; ukraine oppose recognition-of-annexation;"
            " ukraine support territorial-integrity (maybe)"
        ),
    ),
    (
        "Tusk wants no lifting of the sanctions on Russia and no buffer zone in Ukraine.",
        "europe oppose sanctions-relief; europe oppose buffer-zone",
    ),
]
BETTER_OFF = [
    (
        "Ukraine would be better off without the minerals deal, Sybiha said.",
        "ukraine oppose minerals-deal",
    ),
    (
        "Ukraine would be better off with elections in Ukraine, Vance said.",
        "united-states support elections-in-ukraine",
    ),
    (
        "Ukraine would be no better off with the minerals deal, Sybiha said.",
        "ukraine oppose minerals-deal",
    ),
    (
        "Europe would be worse off without the sanctions on Russia, Stubb said.",
        "europe support new-sanctions",
    ),
]
WRECKED = [
    ("Lavrov means to wreck the American peace plan.", "russia oppose us-peace-plan"),
    (
        "Szijjarto wants to kill off Ukraine's accession to the EU.",
        "europe oppose eu-membership; ukraine support eu-membership (maybe)",
    ),
    ("Medvedev wants to blow up the ceasefire.", "russia oppose immediate-ceasefire"),
    ("Stubb warned against wrecking the ceasefire.", "europe support immediate-ceasefire"),
    ("Vance intends to sink the sanctions bill.", "united-states oppose new-sanctions"),
    ("Rubio wants to save the ceasefire.", "united-states support immediate-ceasefire"),
    ("Drones destroyed the weapons for Ukraine.", ""),
    (
        "Shmyhal threw a spanner into the works of the prisoner exchange.",
        "ukraine oppose prisoner-exchange",
    ),
]
FELT = [
    (
        '"A freeze of the front line is music to Putin\'s ears," Sybiha said.',
        "russia support freeze-front-line (ascribed)",
    ),
    ("A summit with Trump would be music to Lavrov's ears.", "russia support leaders-summit"),
    (
        "Zelensky's choice is a territorial swap or an end to military aid, Vance said.",
        "",
    ),
    ("Stubb's decision is tougher sanctions on Russia.", "europe support new-sanctions (maybe)"),
]
LACKED = [
    ("Rutte lacks American backing for Ukraine's NATO membership.", ""),
    (
        "Rutte has American backing for Ukraine's NATO membership.",
        "united-states support nato-membership; nato support nato-membership (maybe)",
    ),
    (
        "Umerov is hoping for American support for a ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Rubio lacks the will to tighten the sanctions on Russia.",
        "united-states oppose new-sanctions",
    ),
    ("Ukraine lacks security guarantees.", ""),
    ("Without European support for new sanctions on Russia, Rubio will wait.", ""),
    (
        "Stubb welcomed American support for a ceasefire.",
        "europe support immediate-ceasefire; united-states support immediate-ceasefire",
    ),
    (
        "Ushakov took note of Kyiv's refusal to withdraw from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Ushakov took no notice of Kyiv's refusal to withdraw from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Svyrydenko commented on the offer of an air truce.", ""),
    ("Peskov responded to the proposal to freeze the front line.", ""),
    (
        "Peskov responded with a refusal to the offer of an air truce.",
        "russia oppose limited-truce",
    ),
]
KEPT_BACK = [
    (
        "Bessent keeps new sanctions on Russia up his sleeve.",
        "united-states ambivalent new-sanctions (maybe)",
    ),
    (
        "Kallas keeps tougher sanctions on Russia in reserve.",
        "europe ambivalent new-sanctions (maybe)",
    ),
    ("Kallas keeps the sanctions on Russia in force.", "europe support new-sanctions"),
    ("Pistorius held back the missiles for Ukraine.", "europe oppose military-aid"),
]
MIRRORED = [
    (
        "The sanctions on Lukoil could be eased if Moscow signed, Rubio said.",
        "united-states conditional sanctions-relief",
    ),
    (
        "Easing the oil sanctions stays an option if Moscow signs, Bessent said.",
        "united-states conditional sanctions-relief",
    ),
    (
        "The sanctions on Lukoil will stay in force, Bessent said.",
        "united-states support new-sanctions; united-states oppose sanctions-relief (maybe)",
    ),
    (
        "Easing the oil sanctions stays out of the question, Stubb said.",
        "europe oppose sanctions-relief",
    ),
]
IN_ORDER = [
    (
        "First the guns fall silent, then we negotiate, Sybiha said.",
        "ukraine support immediate-ceasefire; ukraine conditional direct-talks (maybe)",
    ),
    (
        "First Moscow stops shooting, then the sanctions on Russia can be eased, Stubb said.",
        "europe support immediate-ceasefire; europe conditional sanctions-relief",
    ),
    (
        "First there must be a ceasefire, then negotiations can begin, Barrot said.",
        "europe support immediate-ceasefire; europe conditional direct-talks (maybe)",
    ),
    ("First the sanctions on Russia were lifted, then the guns fell silent.", ""),
    (
        "First a prisoner exchange, then a buffer zone, Medinsky said.",
        "russia support prisoner-exchange; russia conditional buffer-zone (maybe)",
    ),
]
TOO = [
    ("It is too late for a buffer zone in Donbas, Sybiha said.", "ukraine oppose buffer-zone"),
    (
        "It is not too late for an immediate ceasefire, Stubb said.",
        "europe support immediate-ceasefire",
    ),
    (
        "Pistorius is too cautious to send missiles to Ukraine.",
        "europe oppose military-aid",
    ),
    ("Pistorius is too weak to send missiles to Ukraine.", ""),
    (
        "There is no way that Kyiv will cede Donbas, Sybiha said.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Lavrov's answer was anything but a yes to the ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
]
OVER = [
    ("Rubio no longer says that elections in Ukraine are necessary.", ""),
    (
        "Rubio says that elections in Ukraine are necessary.",
        "united-states support elections-in-ukraine",
    ),
    (
        "Moscow would give back the Kharkiv region, Lavrov said.",
        "russia support russian-withdrawal",
    ),
    ("Moscow will not give up Kherson, Lavrov said.", "russia oppose russian-withdrawal"),
    ("Kyiv will not give up Kherson, Sybiha said.", "ukraine oppose ukrainian-withdrawal"),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *CLEFT,
        *EACH_ITS_OWN,
        *BETTER_OFF,
        *WRECKED,
        *FELT,
        *LACKED,
        *KEPT_BACK,
        *MIRRORED,
        *IN_ORDER,
        *TOO,
        *OVER,
    ],
)
def test_what_is_set_against_lacked_or_put_in_order(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


OF_A_PART = [
    (
        "Not all Europeans support the sanctions on Russia.",
        "europe ambivalent new-sanctions",
    ),
    ("There is no substitute for a referendum, Sybiha said.", "ukraine support referendum"),
    (
        "Budanov said yes to a summit with Putin and no to a territorial swap.",
        "ukraine support leaders-summit; ukraine oppose territorial-swap",
    ),
    (
        "Plenkovic lifted his veto on the sanctions against Russia.",
        "europe support new-sanctions (maybe)",
    ),
    (
        "Stubb is less keen on new sanctions on Russia than Tusk.",
        "europe ambivalent new-sanctions",
    ),
    ("A buffer zone is the least bad option, Vance said.", "united-states support buffer-zone"),
    ("A buffer zone is the worst option, Vance said.", "united-states oppose buffer-zone"),
    (
        "Sybiha could not agree more with the proposal for a ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
    ("Sybiha could not agree to a territorial swap.", "ukraine oppose territorial-swap"),
    (
        "Stubb could not be more opposed to the lifting of sanctions on Russia.",
        "europe oppose sanctions-relief",
    ),
    (
        "Ushakov would like nothing better than a summit with Trump.",
        "russia support leaders-summit",
    ),
    (
        "Not until the last prisoner is home will Kyiv agree to a buffer zone.",
        "ukraine conditional buffer-zone; ukraine support prisoner-exchange (maybe)",
    ),
    (
        "Anything less than NATO membership is a betrayal, Sybiha said.",
        "ukraine support nato-membership",
    ),
    ("All but Hungary backed the sanctions on Russia.", "europe support new-sanctions (maybe)"),
    ("Nobody but Orban opposes sanctions on Russia.", "europe oppose new-sanctions"),
    (
        "Bessent is not one to shy away from new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
    (
        "A truce in the air is no substitute for a referendum, Sybiha said.",
        "ukraine support referendum (maybe); ukraine oppose limited-truce (maybe)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), OF_A_PART)
def test_what_is_denied_of_a_part_or_can_be_no_more(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
