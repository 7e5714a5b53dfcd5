"""What the shape of a sentence does to a wish: order, exceptions, threats, bargains, pronouns."""

from collections.abc import Callable

import pytest

WAITED_FOR = [
    # what is put first with "not until" is waited for, and what waits for it is not denied
    (
        "Not until the guns fall silent would Starmer send peacekeepers to Ukraine, he said.",
        "europe conditional foreign-troops; europe support immediate-ceasefire (maybe)",
    ),
    (
        "Not until a ceasefire holds will Kyiv hold elections, Yermak said.",
        "ukraine conditional elections-in-ukraine; ukraine support immediate-ceasefire (maybe)",
    ),
    (
        "Not until sanctions are lifted will Putin agree to a ceasefire, Peskov said.",
        "russia conditional immediate-ceasefire; russia support sanctions-relief (maybe)",
    ),
    (
        "Kyiv will not hold elections until a ceasefire holds, Yermak said.",
        "ukraine oppose|conditional elections-in-ukraine; ukraine support immediate-ceasefire",
    ),
    ("Not once did Putin agree to a ceasefire.", "russia oppose immediate-ceasefire"),
    ("Not even Warsaw will send peacekeepers to Ukraine.", "europe oppose foreign-troops (maybe)"),
]

EXCEPTED = [
    # what is left out of all the rest is not wanted, or is all that is wanted
    (
        "Vance is open to everything except NATO membership for Ukraine.",
        "united-states oppose nato-membership",
    ),
    (
        "Rome would support anything but the deployment of European troops in Ukraine.",
        "europe oppose foreign-troops",
    ),
    ("Lavrov wants anything but a ceasefire.", "russia oppose immediate-ceasefire"),
    ("Berlin rejects all measures except a ceasefire.", "europe support immediate-ceasefire"),
    ("Lavrov wants nothing but a ceasefire.", "russia support immediate-ceasefire"),
    (
        "Rome wants a ceasefire, but Lavrov does not.",
        "europe support immediate-ceasefire; russia oppose immediate-ceasefire (maybe)",
    ),
    ("All sides want a ceasefire but for Moscow.", "russia oppose immediate-ceasefire (maybe)"),
]

NONE = [
    # "none" and "any" stand for a thing that was named, and "none" denies it
    (
        "Tusk wants a ceasefire. Putin wants none.",
        "europe support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    ("As for a ceasefire, Lavrov wants none.", "russia oppose immediate-ceasefire"),
    ("As for a ceasefire, Lavrov spoke of other things.", ""),
    (
        "Tusk wants new sanctions on Russia, but Fico does not want any.",
        "europe support new-sanctions; europe oppose new-sanctions",
    ),
    ("Fico supports none of the new sanctions on Russia.", "europe oppose new-sanctions"),
    (
        "Tusk wants new sanctions on Russia, and Macron wants them too.",
        "europe support new-sanctions",
    ),
    (
        "Fico has little interest in new sanctions on Russia and none in a ceasefire.",
        "europe oppose new-sanctions; europe oppose immediate-ceasefire",
    ),
    (
        "Fico has a keen interest in a ceasefire and none in new sanctions on Russia.",
        "europe support immediate-ceasefire; europe oppose new-sanctions",
    ),
]

THREATENED = [
    # who threatens those that do a thing is against the thing
    (
        "Anyone who confiscates Russia's frozen assets will be punished, Zakharova said.",
        "russia oppose frozen-assets",
    ),
    (
        "Whoever sends peacekeepers to Ukraine will regret it, Medvedev warned.",
        "russia oppose foreign-troops",
    ),
    (
        "Countries that send peacekeepers to Ukraine will pay for it dearly, Medvedev said.",
        "russia oppose foreign-troops",
    ),
    (
        "Governments that send peacekeepers to Ukraine will face retaliation, Lavrov said.",
        "russia oppose foreign-troops",
    ),
    ("Countries that send peacekeepers to Ukraine met in Paris.", ""),
    (
        "Anyone who blocks a ceasefire will be punished, Vance said.",
        "united-states support immediate-ceasefire",
    ),
    ("Whoever wins the vote, a ceasefire is far away.", ""),
    ("Those who sent peacekeepers to Ukraine have paid for it.", ""),
]

BARGAINED = [
    # who offers a thing at a price wants the price; who refuses to, says nothing against it
    (
        "Vance offered security guarantees in exchange for Ukraine's withdrawal from Donbas.",
        "united-states conditional security-guarantees; united-states support ukrainian-withdrawal",
    ),
    (
        "Putin would accept a ceasefire in return for the lifting of sanctions.",
        "russia conditional immediate-ceasefire; russia support sanctions-relief",
    ),
    (
        "Tusk rejects the lifting of sanctions in return for a ceasefire.",
        "europe oppose sanctions-relief",
    ),
    (
        "Tusk is opposed to the lifting of sanctions in exchange for a ceasefire.",
        "europe oppose sanctions-relief",
    ),
    (
        "Putin would get the lifting of sanctions in return for a ceasefire.",
        (
            "russia support|conditional sanctions-relief (maybe); "
            "russia conditional immediate-ceasefire (maybe)"
        ),
    ),
    (
        "Vance ties security guarantees to Ukraine's withdrawal from Donbas.",
        "united-states conditional security-guarantees; united-states support ukrainian-withdrawal",
    ),
    (
        "Putin linked a ceasefire to the lifting of sanctions.",
        "russia conditional immediate-ceasefire; russia support sanctions-relief",
    ),
    ("Rome has close ties to Kyiv.", ""),
]

ALLOWED = [
    # who lets others do a thing or not holds the view, and not the others
    ("Vance would let Kyiv use Russia's frozen assets.", "united-states support frozen-assets"),
    ("Tusk will not let Trump lift sanctions on Russia.", "europe oppose sanctions-relief"),
    ("It lets Trump lift sanctions on Russia.", ""),
    ("Berlin does not let Moscow keep its frozen assets.", ""),
    ("Let there be a ceasefire, Yermak said.", "ukraine support immediate-ceasefire"),
    ("Vance is making Kyiv hold elections.", "united-states support elections-in-ukraine"),
    ("Fico leaves new sanctions on Russia to others.", "europe oppose new-sanctions (maybe)"),
    ("Fico leaves new sanctions on Russia to Macron.", ""),
    ("Macron left new sanctions on Russia in place.", "europe support new-sanctions"),
]

FELT = [
    # a thing is hard for somebody to accept; what one is far from welcoming one may dread
    ("A ceasefire will be hard for Putin to accept.", "russia oppose immediate-ceasefire"),
    (
        "Ukraine's withdrawal from Donbas is impossible for Zelensky to stomach.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "A ceasefire is not hard for Zelensky to accept.",
        "ukraine support immediate-ceasefire (maybe)",
    ),
    ("A ceasefire will be hard for Putin to explain.", ""),
    ("Far from welcoming new sanctions on Russia, Fico fears them.", "europe oppose new-sanctions"),
    ("Tusk is tired of waiting for new sanctions on Russia.", "europe support new-sanctions"),
    ("Tusk is tired of new sanctions on Russia.", "europe oppose new-sanctions (maybe)"),
    ("Tusk faces a painful choice over peacekeepers in Ukraine.", ""),
]

HEADLINES = [
    # a headline leaves out the copula
    ("Putin ready for a ceasefire", "russia support immediate-ceasefire"),
    ("Trump cool on new sanctions on Russia", "united-states oppose new-sanctions"),
    ("Fico reluctant to back new sanctions on Russia", "europe oppose new-sanctions"),
    ("Lavrov in no mood for a ceasefire", "russia oppose immediate-ceasefire"),
    ("White House keen on a ceasefire", "united-states support immediate-ceasefire"),
    ("New sanctions on Russia", ""),
    ("Ready for a ceasefire?", ""),
    ("Ukraine cold in the third winter without a ceasefire", ""),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *WAITED_FOR,
        *EXCEPTED,
        *NONE,
        *THREATENED,
        *BARGAINED,
        *ALLOWED,
        *FELT,
        *HEADLINES,
    ],
)
def test_constructions(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
