"""What a denial reaches, what is put second, what was taken back, and what is merely not known."""

from collections.abc import Callable

import pytest

SET_AGAINST = [
    # behind "but not" the preposition is repeated, and the verb is not
    (
        "Tusk spoke in favour of tougher sanctions on Russia but not of more weapons for Ukraine.",
        "europe support new-sanctions; europe oppose military-aid",
    ),
    (
        "Babis agreed to the loan for reconstruction but not to arms deliveries to Ukraine.",
        "europe support reconstruction-aid; europe oppose military-aid",
    ),
    (
        "Rome voted for sanctions on Russia, not for weapons for Kyiv.",
        "europe support new-sanctions; europe oppose military-aid",
    ),
    (
        "Orban is against new sanctions on Russia but not against a ceasefire.",
        "europe oppose new-sanctions; europe support immediate-ceasefire",
    ),
    (
        "Orban is opposed to sanctions on Russia, though not to Ukraine's membership of the EU.",
        "europe oppose new-sanctions; europe support eu-membership",
    ),
    (
        "Medinsky is interested in an exchange of prisoners but not in a ceasefire.",
        "russia support prisoner-exchange; russia oppose immediate-ceasefire",
    ),
    (
        "Rutte spoke not of sanctions on Russia but of a loan.",
        "",
    ),
    (
        "Berlin backs tougher sanctions on Russia but has not agreed to a ceasefire.",
        "europe support new-sanctions; europe oppose|ambivalent immediate-ceasefire (maybe)",
    ),
    # what is not sent is no part of what is sent
    ("Bratislava will send doctors, not weapons, to Ukraine.", ""),
    ("Instead of weapons, Bratislava wants to send doctors to Ukraine.", ""),
    ("Bratislava will send weapons, not doctors, to Ukraine.", "europe support military-aid"),
    # in a list each item has its own denial
    (
        "Yermak named his terms: no ceiling on the army, no elections, a ceasefire.",
        (
            "ukraine oppose force-limits; ukraine oppose elections-in-ukraine; "
            "ukraine support immediate-ceasefire (maybe)"
        ),
    ),
]

OWN_DENIAL = [
    # where the denial belongs to what the issue is called
    ("Kyiv wants no strikes on its power plants.", "ukraine support limited-truce"),
    ("Yermak demanded that no missile and no drone be fired.", "ukraine support limited-truce"),
    (
        "Yermak suggested three weeks in which no missile or drone would be launched at towns.",
        "ukraine support limited-truce (maybe)",
    ),
    ("Moscow does not want a zone that neither army enters.", "russia oppose buffer-zone"),
    # where it is the sentence's
    ("Kyiv wants no ceasefire.", "ukraine oppose immediate-ceasefire"),
    ("Kyiv wants no ceiling on its army.", "ukraine oppose force-limits"),
    (
        "Sofia will lend its airfields but no soldiers to Ukraine.",
        "europe oppose foreign-troops (maybe)",
    ),
]

DENIED_AS_A_WHOLE = [
    ("It is not that Rubio opposes tougher sanctions on Russia.", ""),
    ("It is not true that Rubio opposes tougher sanctions on Russia.", ""),
    (
        "It is true that Rubio opposes tougher sanctions on Russia.",
        "united-states oppose new-sanctions",
    ),
    ("A ceasefire is nothing that Moscow objects to.", "russia support immediate-ceasefire"),
    ("A ceasefire is nothing that Moscow would accept.", "russia oppose immediate-ceasefire"),
    (
        "A ceasefire is something that Moscow objects to.",
        "russia oppose immediate-ceasefire",
    ),
    ("Rubio is not in a hurry for a peace deal.", "united-states oppose negotiation-deadline"),
    # of a claim and of a concession alike
    ("There will be no haggling over a ceasefire, Yermak said.", ""),
    ("There is no bargaining over tougher sanctions on Russia, Kallas said.", ""),
    (
        "There is no compromise on Ukraine's territorial integrity, Kallas said.",
        "europe support territorial-integrity",
    ),
]

NOT_KNOWN = [
    # not to have seen a thing is no refusal of it
    ("No American peace plan has been received, Zakharova said.", ""),
    ("Zakharova said that no American peace plan had been seen in Moscow.", ""),
    ("Moscow has not read the American peace plan.", ""),
    ("No American peace plan has been accepted in Moscow.", "russia oppose us-peace-plan (maybe)"),
    (
        "Ukraine will not get NATO membership, Vance said.",
        "united-states oppose nato-membership",
    ),
    # a question in the dress of a wish
    ("Ushakov wanted to know who would gain from a ceasefire.", ""),
    ("Ushakov did not know when a ceasefire would come.", ""),
    ("Ushakov wanted a ceasefire.", "russia support immediate-ceasefire"),
    # by when something else is to be
    ("Healey said the headquarters would open within a week of a ceasefire.", ""),
    (
        "Healey wants a ceasefire within a week.",
        "europe support immediate-ceasefire",
    ),
    # what one is told to do
    ("Yermak was told to accept the American peace plan by Monday.", ""),
]

TAKEN_BACK = [
    (
        "Sanctions relief was floated by Washington and dropped.",
        "united-states support sanctions-relief (past)",
    ),
    (
        "Bessent ordered new sanctions on Russia and then cancelled them.",
        (
            "united-states support new-sanctions (past); "
            "united-states oppose new-sanctions (maybe); "
            "united-states support sanctions-relief (maybe)"
        ),
    ),
    (
        "Vance made an offer of weapons to Ukraine and withdrew it.",
        "united-states support military-aid (past); united-states oppose military-aid (maybe)",
    ),
    (
        "Sanctions relief was floated by Washington and dropped by Paris.",
        "united-states support sanctions-relief",
    ),
    (
        "The Commission proposed new sanctions on Russia, and Hungary withdrew its veto.",
        "europe support new-sanctions",
    ),
    (
        "The howitzers which Rubio had promised Kyiv in May were withdrawn on Friday.",
        "united-states support military-aid (past); united-states oppose military-aid (maybe)",
    ),
    (
        "The full ceasefire that Kyiv had proposed was dropped by Moscow.",
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire (maybe)",
    ),
    # who no longer asks for a thing is not yet against it
    ("Yermak has stopped asking for NATO membership.", "ukraine support nato-membership (past)"),
    (
        "Kyiv has given up demanding membership of NATO.",
        "ukraine support nato-membership (past)",
    ),
    ("Kyiv never stopped asking for NATO membership.", "ukraine support nato-membership"),
    (
        "Ukraine should stop asking for NATO membership, Orban said.",
        "europe oppose nato-membership",
    ),
    ("Budapest has stopped opposing new sanctions on Russia.", "europe support new-sanctions"),
    ("Budapest has stopped sending weapons to Ukraine.", "europe oppose military-aid"),
]

PUT_LAST = [
    (
        "A meeting of both presidents must come at the end of the talks, Ushakov said.",
        "russia conditional leaders-summit",
    ),
    (
        "The easing of the sanctions on Russia must come last, Kallas said.",
        "europe conditional sanctions-relief",
    ),
    (
        "The easing of the sanctions on Russia must come at the end of the year, Vance said.",
        "united-states support sanctions-relief",
    ),
    (
        "A meeting of both presidents must come soon, Ushakov said.",
        "russia support leaders-summit",
    ),
    # concerned to do it, and concern about it
    ("Moscow's concern is to keep Ukraine out of NATO.", "russia oppose nato-membership"),
    ("Moscow's concern is to lift the sanctions on Russia.", "russia support sanctions-relief"),
    ("Moscow's concern is that Ukraine will join NATO.", "russia oppose nato-membership"),
    ("Moscow's concern about new sanctions is known.", "russia oppose new-sanctions"),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [*SET_AGAINST, *OWN_DENIAL, *DENIED_AS_A_WHOLE, *NOT_KNOWN, *TAKEN_BACK, *PUT_LAST],
)
def test_what_a_denial_reaches(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
