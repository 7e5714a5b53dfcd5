"""Ceasefire and humanitarian issues as different writers put them, and what only looks alike."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "Moscow will not grant a lull that would allow the Ukrainian army to regroup.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Peskov treated the truce as a trick.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Starmer proposed that the war be paused in the air and on the water.",
        "europe support limited-truce",
    ),
    (
        "Zelensky dismissed the parade truce as theatre.",
        "ukraine oppose limited-truce",
    ),
    (
        "Paris wants neutral observers who would record every breach of the truce.",
        "europe support ceasefire-monitoring",
    ),
    (
        "Sybiha demanded a penalty for whoever opens fire during the lull.",
        "ukraine support ceasefire-monitoring",
    ),
    (
        "Tusk called bargaining with a gun to the head an absurdity.",
        "europe oppose settlement-first",
    ),
    (
        "Lavrov said that Russia wants not a breathing space but a durable peace.",
        "russia support settlement-first; russia oppose immediate-ceasefire (maybe)",
    ),
    (
        "The Kremlin keeps returning to the underlying reasons of the conflict.",
        "russia support root-causes",
    ),
    (
        "Kallas said that the root causes were a smokescreen.",
        "europe oppose root-causes",
    ),
    (
        "Kyiv wants the captured marines in Russian cells set free.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Trump congratulated them on the exchange of prisoners.",
        "united-states support prisoner-exchange",
    ),
    (
        "Brussels wants the youngsters abducted from the occupied regions back home.",
        "europe support return-of-children",
    ),
    (
        "Moscow is ready to open a road out of the town for the women and the wounded.",
        "russia support humanitarian-corridors",
    ),
    (
        "Ukraine's general staff rejected a corridor for civilians.",
        "ukraine oppose humanitarian-corridors",
    ),
    (
        "Berlin will not draw a veil over what was done in Bucha.",
        "europe support accountability",
    ),
    (
        "Budapest announced that Hungary is leaving the International Criminal Court.",
        "europe oppose accountability",
    ),
    (
        "The Kremlin will not take its boot off the neck of Ukraine.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Putin announced a silence of 24 hours over Easter.",
        "russia support limited-truce",
    ),
    (
        "Kyiv wants freighters to leave Odesa without being fired at.",
        "ukraine support limited-truce",
    ),
    (
        "Starmer wants satellites to detect who shot first.",
        "europe support ceasefire-monitoring",
    ),
    (
        "Moscow insists that the treaty be signed before a single gun is silent.",
        "russia support settlement-first",
    ),
    (
        "Kyiv refuses to negotiate with drones overhead.",
        "ukraine oppose settlement-first",
    ),
    (
        "Medinsky proposed 300 of theirs for 300 of ours.",
        "russia support prisoner-exchange",
    ),
    (
        "Macron asked Putin for a way out for those trapped in Azovstal.",
        "europe support humanitarian-corridors",
    ),
    (
        "Kyiv said that any lull would be a present to the Russian army.",
        "ukraine oppose immediate-ceasefire",
    ),
    (
        "The Baltic states demanded an end to the raids on the grid.",
        "europe support limited-truce",
    ),
    (
        "Moscow is not ready to halt its offensive for the sake of the talks.",
        "russia support settlement-first",
    ),
    (
        "Peskov said that Moscow wants NATO pushed back.",
        "russia support root-causes",
    ),
    (
        "Moscow said that the men of Azov would never be released.",
        "russia oppose prisoner-exchange",
    ),
    (
        "Brussels wants the kidnapped youngsters back, Kallas told Moscow.",
        "europe support return-of-children",
    ),
    (
        "Washington called for the delivery of food to the besieged.",
        "united-states support humanitarian-corridors",
    ),
    (
        "Lavrov demanded that all warrants be annulled with the treaty.",
        "russia oppose accountability",
    ),
    (
        "Macron asked Moscow for silence during the Olympics.",
        "europe support limited-truce; europe support immediate-ceasefire (maybe)",
    ),
    (
        "The Kremlin will regard Western monitors as combatants.",
        "russia oppose ceasefire-monitoring",
    ),
    (
        "Kallas said that Europe refuses to discuss borders before there is calm.",
        "europe oppose settlement-first; europe support immediate-ceasefire (maybe)",
    ),
    (
        "Lavrov said that the question of European security must be settled.",
        "russia support root-causes",
    ),
    (
        "Zelensky promised that the exchanges would continue.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Moscow has turned away every request of the Red Cross to see the prisoners.",
        "russia oppose humanitarian-corridors",
    ),
    (
        "Kyiv seeks the extradition of the officer who ordered the massacre.",
        "ukraine support accountability",
    ),
    (
        "Fico would rather forget the tribunal.",
        "europe oppose accountability",
    ),
    (
        "A respite would only let Kyiv mobilise more men, Putin said.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Trump would rather have a treaty than a truce.",
        "united-states support settlement-first",
    ),
    (
        "Lubinets asked Moskalkova to send back the gravely wounded.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Berlin demanded that the generals be tried by an international court.",
        "europe support accountability",
    ),
    (
        "Moscow threatened the judges at the ICC.",
        "russia oppose accountability",
    ),
]

LOOKALIKES = [
    "The train pauses for ten minutes at Lviv so that passengers can catch their breath.",
    "The ministry has released the names of the boys and girls who won the chess tournament.",
    "Residents of Sumy left the town by bus after the attack.",
    "The commander was sentenced for embezzlement by a court in Rostov.",
    "The concerns of Moscow's commuters about the new ring road are many.",
    "Satellite images show that the front has barely moved since June.",
    "The child may go home as soon as the grandmother comes to fetch it, the school said.",
    "The referee blew the whistle in Kyiv and the match was over.",
    "The bus to Mariupol in 1985 took nine hours.",
    "The doctor treats the illness and not the fever.",
    "The rescue teams could work undisturbed after the flood in Transcarpathia.",
    "The constitutional court will hear the new tribunal's budget in May.",
    "Each team swapped four men before the second half.",
    "The court in Strasbourg ruled in the case of a dismissed teacher from Kyiv.",
    "The lane would be open for cyclists from May, the mayor of Lviv said.",
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_a_writer_names_the_issue(reads: Callable[..., None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_other_things_in_the_same_words(reads: Callable[..., None], text: str) -> None:
    reads(text, "")
