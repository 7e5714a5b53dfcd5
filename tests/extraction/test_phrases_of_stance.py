"""Set phrases with which English takes a side, keeps out of it, or names its terms."""

from collections.abc import Callable

import pytest

DONE_WITH = [
    (
        "Washington is done with mediating between Moscow and Kyiv.",
        "united-states oppose us-mediation",
    ),
    (
        "Vance said the United States was through with sending weapons to Ukraine.",
        "united-states oppose military-aid",
    ),
    (
        "The White House is finished with military aid to Ukraine.",
        "united-states oppose military-aid",
    ),
    ("Orban has had his fill of sanctions on Russia.", "europe oppose new-sanctions"),
    ("Fico voted no on new sanctions on Russia.", "europe oppose new-sanctions"),
    ("Tusk voted yes on new sanctions on Russia.", "europe support new-sanctions"),
    ("The Baltic states cannot get enough of sanctions on Russia.", "europe support new-sanctions"),
    (
        "Kyiv would be only too glad of an unconditional ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
    ("The talks on an unconditional ceasefire are finished with a handshake.", ""),
]

NONE_SHOWN = [
    ("Kallas sees no evidence that Putin turned down a ceasefire.", ""),
    ("There was no sign that Kyiv objected to an Easter truce.", ""),
    ("Little indication that Moscow would accept a summit has reached Berlin.", ""),
    (
        "There is every sign that Moscow opposes an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The Kremlin has shown no sign of wanting an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Putin shows no inclination to accept an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Putin has not the slightest intention of agreeing to a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Putin has shown every inclination to accept an unconditional ceasefire.",
        "russia support immediate-ceasefire",
    ),
    # who had no chance to want it may want it all the same
    ("Zelensky has had no chance to accept an unconditional ceasefire.", ""),
    (
        "Zelensky's first nod to a territorial swap came in May.",
        "ukraine support territorial-swap",
    ),
]

FELT = [
    (
        "An unconditional ceasefire holds no attraction for Moscow.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "An unconditional ceasefire has obvious attractions for Kyiv.",
        "ukraine support immediate-ceasefire",
    ),
    ("New sanctions on Russia won the backing of Berlin.", "europe support new-sanctions"),
    ("New sanctions on Russia enjoy Berlin's full support.", "europe support new-sanctions"),
    ("New sanctions on Russia won little support in Budapest.", "europe oppose new-sanctions"),
    ("New sanctions on Russia have met resistance in Budapest.", "europe oppose new-sanctions"),
    ("New sanctions on Russia lack Budapest's consent.", "europe oppose new-sanctions"),
    ("An unconditional ceasefire left the Kremlin cold.", "russia ambivalent immediate-ceasefire"),
    (
        "Budapest will not put its signature under new sanctions on Russia.",
        "europe oppose new-sanctions",
    ),
    ("Kyiv's preference is for an unconditional ceasefire.", "ukraine support immediate-ceasefire"),
]

UNDECIDED = [
    (
        "Trump would not commit himself to an unconditional ceasefire.",
        "united-states ambivalent immediate-ceasefire",
    ),
    (
        "Trump was in two minds about an unconditional ceasefire.",
        "united-states ambivalent immediate-ceasefire",
    ),
    (
        "Trump could take or leave an unconditional ceasefire.",
        "united-states ambivalent immediate-ceasefire",
    ),
    (
        "Kyiv has yet to say yes or no to elections during the war.",
        "ukraine ambivalent elections-in-ukraine",
    ),
    (
        "Washington took no position on an unconditional ceasefire.",
        "united-states ambivalent immediate-ceasefire",
    ),
    (
        "Kyiv would not say no to an unconditional ceasefire.",
        "ukraine ambivalent immediate-ceasefire",
    ),
    ("Kyiv said no to an Easter truce.", "ukraine oppose limited-truce"),
    ("Kyiv said yes to an Easter truce.", "ukraine support limited-truce"),
    ("Washington would not commit troops to Ukraine.", "united-states oppose foreign-troops"),
]

# What is somebody else's to do is neither wanted nor refused by whoever says so.
LEFT_TO_OTHERS = [
    # but what is for somebody to do may be asked of him
    (
        "Trump said it was for the Europeans to give Ukraine security guarantees.",
        "united-states support security-guarantees",
    ),
    (
        "It was for Russia to pull its troops out of Ukraine, Stubb said.",
        "europe support russian-withdrawal",
    ),
    (
        "Security guarantees for Ukraine are a matter for the Europeans, Vance said.",
        "united-states ambivalent security-guarantees",
    ),
    (
        "It is up to Europe to send peacekeepers to Ukraine, Vance said.",
        "united-states ambivalent foreign-troops",
    ),
    ("It is not for Washington to impose new sanctions, Peskov said.", ""),
    (
        "It is good for Europe to send peacekeepers to Ukraine, Vance said.",
        "united-states support foreign-troops",
    ),
    (
        "Lavrov saw no reason why the Europeans should be given a seat at the talks.",
        "russia oppose european-participation",
    ),
    ("Putin sees no reason why he should meet Zelensky.", "russia oppose leaders-summit"),
    (
        "Kallas sees every reason to impose new sanctions on Russia.",
        "europe support new-sanctions",
    ),
]

ANSWERS = [
    ("Moscow's answer to an unconditional ceasefire was no.", "russia oppose immediate-ceasefire"),
    (
        "Moscow's reply to the ceasefire proposal was a firm no.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The Kremlin's response to European peacekeepers in Ukraine remains no.",
        "russia oppose foreign-troops",
    ),
    (
        "Moscow's answer to the ceasefire was yes, but with conditions.",
        "russia conditional immediate-ceasefire",
    ),
    ("Kyiv's answer to an unconditional ceasefire is yes.", "ukraine support immediate-ceasefire"),
    ("Kyiv's answer to an unconditional ceasefire is no secret.", ""),
    ("Kyiv's answer to an unconditional ceasefire is no longer expected today.", ""),
    ("Kyiv's answer to an unconditional ceasefire is due today.", ""),
]

TERMS = [
    (
        "Belgium will let the frozen assets be used the day all the others sign for the risk.",
        "europe conditional frozen-assets",
    ),
    (
        (
            "Putin said that Russia would accept an unconditional ceasefire the moment Ukraine left"
            " the Donbas."
        ),
        "russia conditional immediate-ceasefire; russia support ukrainian-withdrawal (maybe)",
    ),
    (
        (
            "Moscow would agree to an unconditional ceasefire from the moment that arms deliveries"
            " stopped."
        ),
        "russia conditional immediate-ceasefire; russia oppose military-aid (maybe)",
    ),
    (
        "Paris stands ready to send troops to Ukraine, always provided that the Americans help.",
        "europe conditional foreign-troops",
    ),
    (
        "Supposing that the Americans help, Paris will send troops to Ukraine.",
        "europe conditional foreign-troops",
    ),
    (
        "Spain would send troops to Ukraine, but only under a UN flag.",
        "europe conditional foreign-troops",
    ),
    (
        "Spain is prepared to send troops to Ukraine, but not without a UN mandate.",
        "europe conditional foreign-troops",
    ),
    (
        "Spain would consider sending troops to Ukraine if the UN gave a mandate.",
        "europe conditional foreign-troops",
    ),
    ("Spain would consider sending troops to Ukraine.", "europe ambivalent foreign-troops"),
    (
        "Zelensky will hold elections just as soon as the guns are silent.",
        "ukraine conditional elections-in-ukraine",
    ),
    (
        (
            "A summit between Putin and Zelensky could be considered when the groundwork has been"
            " done, Ushakov said."
        ),
        "russia conditional leaders-summit",
    ),
    (
        "There can be talk of lifting the sanctions on Russia when its army has left, Kallas said.",
        "europe conditional sanctions-relief; europe support russian-withdrawal (maybe)",
    ),
    (
        "There can be no talk of lifting sanctions on Russia, Kallas said.",
        "europe oppose sanctions-relief",
    ),
    # days and meetings that set no terms
    (
        "Macron said France would back new sanctions on Russia on the day of the summit.",
        "europe support new-sanctions",
    ),
    (
        "EU ministers will adopt new sanctions on Russia when they meet on Monday.",
        "europe support new-sanctions",
    ),
    (
        "Merz backed new sanctions on Russia the day he arrived in Kyiv.",
        "europe support new-sanctions",
    ),
    ("Trump will meet only with Putin.", "united-states support leaders-summit (maybe)"),
]

JOINING = [
    ("Poland will not be among those who send troops to Ukraine.", "europe oppose foreign-troops"),
    ("Poland will be among those who send troops to Ukraine.", "europe support foreign-troops"),
    (
        "Poland has counted itself out of the multinational force for Ukraine.",
        "europe oppose foreign-troops",
    ),
    ("Paris and London are pledged to send troops to Ukraine.", "europe support foreign-troops"),
    ("Rome is pledged not to send troops to Ukraine.", "europe oppose foreign-troops"),
    (
        "The Commission is to propose new sanctions on Russia in September.",
        "europe support new-sanctions",
    ),
]

SET_ASIDE = [
    ("Foreign troops have no business in Ukraine, Lavrov said.", "russia oppose foreign-troops"),
    (
        "Trump has gone off the notion of a territorial swap.",
        "united-states oppose territorial-swap",
    ),
    (
        "Trump has taken up the idea of a territorial swap.",
        "united-states support territorial-swap",
    ),
    (
        "Washington regards the question of a territorial swap as closed.",
        "united-states oppose territorial-swap",
    ),
    (
        "Washington regards the question of a territorial swap as open.",
        "united-states ambivalent territorial-swap (maybe)",
    ),
    (
        "Kyiv would not touch the American peace plan with a bargepole.",
        "ukraine oppose us-peace-plan; united-states support us-peace-plan (maybe)",
    ),
    ("Putin can think of no use for a ceasefire.", "russia oppose immediate-ceasefire"),
    (
        "Moscow has taken note of the American peace plan.",
        "united-states support us-peace-plan (maybe)",
    ),
    (
        "The Kremlin's price remains a Ukrainian withdrawal from the Donbas.",
        "russia support ukrainian-withdrawal",
    ),
]

PHRASES = [
    *JOINING,
    *SET_ASIDE,
    *DONE_WITH,
    *NONE_SHOWN,
    *FELT,
    *UNDECIDED,
    *LEFT_TO_OTHERS,
    *ANSWERS,
    *TERMS,
]


@pytest.mark.parametrize(("text", "reading"), PHRASES)
def test_what_a_phrase_says(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
