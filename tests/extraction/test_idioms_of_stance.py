"""Idioms with which newspapers say what somebody thinks of a thing, and what they do not say."""

from collections.abc import Callable

import pytest

AGAINST = [
    ("Prague is dead against a 30-day ceasefire.", "europe oppose immediate-ceasefire"),
    ("Fico has gone off the Zelensky-Putin summit.", "europe oppose leaders-summit"),
    ("The Senate knocked back military aid to Ukraine.", "united-states oppose military-aid"),
    ("Orban gave military aid to Ukraine the thumbs down.", "europe oppose military-aid"),
    ("Rome is foot-dragging on military aid to Ukraine.", "europe oppose military-aid"),
    ("Rome is slow-walking the delivery of military aid to Ukraine.", "europe oppose military-aid"),
    ("Orban put the kibosh on military aid to Ukraine.", "europe oppose military-aid"),
    ("Tusk shot down the idea of a territorial swap.", "europe oppose territorial-swap"),
    ("Peskov dashed hopes of a 30-day ceasefire.", "russia oppose immediate-ceasefire"),
    ("Kallas tore into a territorial swap.", "europe oppose territorial-swap"),
    ("Tusk warned of the dangers of a territorial swap.", "europe oppose territorial-swap"),
    ("Kyiv will not be rushed into a territorial swap.", "ukraine oppose territorial-swap"),
    ("Orban has held back from imposing new sanctions on Russia.", "europe oppose new-sanctions"),
    ("Fico is holding up new sanctions on Russia.", "europe oppose new-sanctions"),
    ("Brussels should keep the sanctions on Russia, Tusk said.", "europe support new-sanctions"),
]

FOR = [
    ("Sofia has been won over to a 30-day ceasefire.", "europe support immediate-ceasefire"),
    (
        "Rome is persuaded of the benefits of military aid to Ukraine.",
        "europe support military-aid",
    ),
    (
        "Vienna is favourably disposed towards a 30-day ceasefire.",
        "europe support immediate-ceasefire",
    ),
    (
        "There is no way around a 30-day ceasefire, Macron said.",
        "europe support immediate-ceasefire",
    ),
    ("A 30-day ceasefire is dear to Paris.", "europe support immediate-ceasefire"),
    ("A 30-day ceasefire has found favour in Paris.", "europe support immediate-ceasefire"),
]

UNDECIDED = [
    ("Madrid is hedging its bets on military aid to Ukraine.", "europe ambivalent military-aid"),
    ("Lisbon left the door ajar for military aid to Ukraine.", "europe ambivalent military-aid"),
    (
        "The White House sent mixed signals on military aid to Ukraine.",
        "united-states ambivalent military-aid",
    ),
    (
        "Moscow gave an ambiguous answer on a 30-day ceasefire.",
        "russia ambivalent immediate-ceasefire",
    ),
    ("Dublin has an open mind on military aid to Ukraine.", "europe ambivalent military-aid"),
    (
        "Berlin is keeping its options open on new sanctions on Russia.",
        "europe ambivalent new-sanctions",
    ),
]

ON_TERMS = [
    (
        "Madrid gave conditional support to military aid to Ukraine.",
        "europe conditional military-aid",
    ),
    ("Lisbon gave its full support to military aid to Ukraine.", "europe support military-aid"),
]

NOT_SAID = [
    ("Would Kyiv be won over to a territorial swap?", ""),
    ("If Rome gave military aid to Ukraine the thumbs down, Kyiv would suffer.", ""),
    ("Has Orban gone off military aid to Ukraine?", ""),
    ("If Sofia hedged its bets on military aid to Ukraine, few would notice.", ""),
    ("Did Tusk shoot down the idea of a territorial swap?", ""),
    ("Will Kyiv be rushed into a territorial swap?", ""),
    ("If Peskov dashed hopes of a 30-day ceasefire, markets would fall.", ""),
    ("Yes to a 30-day ceasefire, says Vienna", "europe support immediate-ceasefire (maybe)"),
]


@pytest.mark.parametrize(("text", "reading"), [*AGAINST, *FOR, *UNDECIDED, *ON_TERMS, *NOT_SAID])
def test_an_idiom(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
