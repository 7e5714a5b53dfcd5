"""Everyday words for the issues, and the same words for other things."""

from collections.abc import Callable

import pytest

WORDINGS = [
    ("Berlin wants the offensive stopped in its tracks.", "europe support immediate-ceasefire"),
    ("Trump told both armies to call it quits.", "united-states support immediate-ceasefire"),
    (
        "Madrid suggested a cooling-off period for both armies.",
        "europe support immediate-ceasefire",
    ),
    ("Moscow promised four silent nights over Easter.", "russia support limited-truce"),
    ("Oslo offered to check that the truce is observed.", "europe support ceasefire-monitoring"),
    ("Kyiv asked Zagreb to keep an eye on the ceasefire.", "ukraine support ceasefire-monitoring"),
    ("Zelensky wants the Kremlin's master to show up in person.", "ukraine support leaders-summit"),
    ("Kyiv hopes that Washington goes on mediating.", "ukraine support us-mediation"),
    (
        "The Kremlin no longer sees Turkey as impartial.",
        "russia oppose third-party-mediation (maybe)",
    ),
    (
        "Russia agreed to talk in Muscat.",
        "russia support third-party-mediation; russia support direct-talks (maybe)",
    ),
    (
        "Zelensky will not have his country's future decided by outsiders.",
        "ukraine support ukraine-participation",
    ),
    ("Moscow wants Ukraine's brigades out of Pokrovsk.", "russia support ukrainian-withdrawal"),
    (
        "Zelensky insists that Kramatorsk remain Ukrainian.",
        ("ukraine oppose ukrainian-withdrawal; ukraine oppose recognition-of-annexation (maybe)"),
    ),
    ("Russia offered to pull out of Mykolaiv.", "russia support russian-withdrawal"),
    (
        "Kyiv rejects any exchange of its cities for Russian villages.",
        "ukraine oppose territorial-swap",
    ),
    (
        "Rome wants allies to be obliged to assist Ukraine after an attack.",
        "europe support security-guarantees",
    ),
    ("Moscow demands a veto over Ukraine's alliances.", "russia oppose nato-membership"),
    ("Kyiv wants the screws on Moscow tightened.", "ukraine support new-sanctions"),
    ("Sofia refused to guarantee another loan to Kyiv.", "europe oppose reconstruction-aid"),
    ("Moscow offered the remains of six hundred soldiers.", "russia support prisoner-exchange"),
    (
        "Russia and Ukraine released eighty soldiers apiece.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Trump said that it was time for Ukraine to vote.",
        "united-states support elections-in-ukraine",
    ),
    # The same words of other things.
    ("Rutte said that the reform of NATO was stopped in its tracks.", ""),
    ("Zelensky called it quits at noon and flew home.", ""),
    ("Kyiv promised buyers of flats a cooling-off period of ten days.", ""),
    ("After four silent nights in hospital Merz went back to work.", ""),
    ("Putin asked his minister to check that the heating holds.", ""),
    ("Trump came in person to the court.", ""),
    ("Zelensky flew to Doha with the trade minister.", ""),
    ("Paris asked Kyiv to pull its athletes out of the tournament.", ""),
    ("Russia pulled out of the Kherson film festival's jury, Moscow said.", ""),
    ("Kyiv exchanged two fields for a car park.", ""),
    ("Parents are obliged to help their children, Merz said.", ""),
    ("Moscow has a veto in the Security Council.", ""),
    ("Putin tightened the screws of the shelf.", ""),
    ("Archaeologists in Russia found the remains of a hundred soldiers of Napoleon.", ""),
    ("Moscow sent the two clubs eighty tickets each.", ""),
    ("It is time for Ukraine to vote in the Assembly, the chairman said in New York.", ""),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
