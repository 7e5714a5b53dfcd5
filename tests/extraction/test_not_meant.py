"""Signs that hang by a small word: what is denied of one thing is said of another.

Each list holds sentences and their counterparts with the other sign, or none. All were
written for this test.
"""

from collections.abc import Callable

import pytest

# somebody's being treated in some way is what the word before it is about
BEING_DONE = [
    (
        "Trump had no objection to Europe's envoys being included in the talks.",
        "united-states support european-participation",
    ),
    (
        "Trump objected to the Europeans being included in the talks.",
        "united-states oppose european-participation",
    ),
    (
        "Moscow is opposed to the Europeans being included in the talks.",
        "russia oppose european-participation",
    ),
    (
        "Kyiv objected to the Europeans being left out of the talks.",
        "ukraine support european-participation",
    ),
    (
        "De Wever objected to the frozen Russian assets being used for the loan.",
        "europe oppose frozen-assets",
    ),
    (
        "Belgium has no objections to the frozen Russian assets being used for a loan.",
        "europe support frozen-assets",
    ),
    ("Moscow insisted on elections being held in Ukraine.", "russia support elections-in-ukraine"),
    (
        "Kyiv warned against elections being held before a ceasefire.",
        "ukraine oppose elections-in-ukraine",
    ),
]

NOT_THOUGHT_SO = [
    (
        "Trump did not think it important that Zelensky be at the table.",
        "united-states oppose ukraine-participation",
    ),
    (
        "Trump thought it important that Zelensky be at the table.",
        "united-states support ukraine-participation",
    ),
    (
        "Trump did not find it necessary that Zelensky be at the table.",
        "united-states oppose ukraine-participation",
    ),
    (
        "Bessent does not consider it useful to impose new sanctions on Russia.",
        "united-states oppose new-sanctions",
    ),
    (
        "Bessent considers it useful to impose new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
]

CLEFTS = [
    (
        "It is not a ceasefire that Moscow wants but a capitulation.",
        "russia oppose immediate-ceasefire",
    ),
    ("It was never a ceasefire that Putin wanted.", "russia oppose immediate-ceasefire"),
    ("It is a ceasefire that Kyiv wants.", "ukraine support immediate-ceasefire"),
    ("It was not the ceasefire that Moscow rejected but its wording.", ""),
]

NO_LONGER = [
    (
        "Hungary no longer objects to Ukraine's accession to the EU.",
        "europe support eu-membership",
    ),
    (
        "Hungary still objects to Ukraine's accession to the EU.",
        "europe oppose eu-membership",
    ),
    ("Berlin no longer rules out sending soldiers to Ukraine.", "europe ambivalent foreign-troops"),
    ("Berlin rules out sending soldiers to Ukraine.", "europe oppose foreign-troops"),
    ("Berlin no longer supports Ukraine's NATO bid.", "europe support nato-membership (past)"),
    ("Berlin no longer opposes the use of Russia's frozen assets.", "europe support frozen-assets"),
]

NOT_ALL = [
    ("Slovakia does not back all sanctions on Russia.", "europe ambivalent new-sanctions"),
    ("Slovakia does not back any sanctions on Russia.", "europe oppose new-sanctions"),
    ("Slovakia backs all sanctions on Russia.", "europe support new-sanctions"),
]

DISCLAIMED = [
    ("Moscow threw the American peace plan into the bin.", "russia oppose us-peace-plan"),
    (
        "Kyiv deplored Hungary's blockade of its accession to the EU.",
        "ukraine support eu-membership",
    ),
    # there is nothing more of it than what follows
    ("The only deadline for the talks is when the war is over, Trump said.", ""),
    (
        "The only guarantee for Ukraine is NATO membership, Zelensky said.",
        "ukraine support nato-membership",
    ),
    ("The only ceasefire on offer is a trap, Peskov said.", "russia oppose immediate-ceasefire"),
    # what nobody who is named has refused
    ("An extension of the Easter truce was refused. Ukraine had asked for one.", ""),
    (
        "A ceasefire was demanded. Kyiv had asked for one.",
        "ukraine support immediate-ceasefire",
    ),
    ("Far be it from Kyiv to refuse direct talks with Moscow.", "ukraine support direct-talks"),
    ("Far be it from Budapest to impose new sanctions on Russia.", "europe oppose new-sanctions"),
    ("Berlin will not be deterred from sending weapons to Ukraine.", "europe support military-aid"),
    ("Kyiv sent back the Russian memorandum unread.", "ukraine oppose peace-memorandum"),
    (
        "Berlin would hear nothing of lifting the sanctions on Russia.",
        "europe oppose sanctions-relief",
    ),
    (
        "Kyiv protested against the closing of the humanitarian corridors.",
        "ukraine support humanitarian-corridors",
    ),
    (
        "A ceasefire without security guarantees is worthless, Zelensky said.",
        "ukraine support security-guarantees",
    ),
    ("The American peace plan leaves the Kremlin cold.", "russia ambivalent us-peace-plan"),
]

NOBODYS = [
    # told by nobody who is named
    "The Baltic states were told that NATO membership was a dream.",
    "Zelensky was told that elections had to be held within months.",
    # going on with the fighting
    "According to the general staff Russia violated the truce 312 times.",
    "Moscow had broken the ceasefire 40 times, Kyiv said.",
    # who is described by a thing
    "Ukraine has reforms to make, as every candidate for EU membership does, Lavrov said.",
    # what somebody else's trick is for
    "Peskov called it a ruse to obtain a ceasefire.",
    # a share of a people
    "Nearly half of Russians would accept a ceasefire.",
    "Half the Russians want a ceasefire.",
    "Two in three Germans oppose arms deliveries to Ukraine.",
    "A majority of Ukrainians reject elections during the war.",
]

SOMEBODYS = [
    (
        "Kyiv was told by Berlin that NATO membership was out of the question.",
        "europe oppose nato-membership",
    ),
    ("The Germans oppose arms deliveries to Ukraine.", "europe oppose military-aid"),
    (
        "Half of the European governments oppose arms deliveries to Ukraine.",
        "europe oppose military-aid",
    ),
]

# cues that name a thing and its contrary by words side by side
CUES = [
    ("Ushakov said the American plan was unacceptable.", "russia oppose us-peace-plan"),
    ("Ushakov said the American plan was acceptable.", "russia support us-peace-plan"),
    (
        "Moscow will boycott the Istanbul meeting.",
        "russia oppose direct-talks; russia oppose leaders-summit (maybe)",
    ),
    (
        "Kyiv will attend the Istanbul meeting.",
        "ukraine support direct-talks; ukraine support leaders-summit (maybe)",
    ),
    ("Kyiv said the door to talks with Moscow was shut.", "ukraine oppose direct-talks"),
    ("Moscow said the door to talks with Kyiv was open.", "russia support direct-talks"),
    ("The Patriots will be withheld from Kyiv, Berlin said.", "europe oppose military-aid"),
    (
        "Hegseth said there would be less American aid for Ukraine.",
        "united-states oppose military-aid",
    ),
    ("Hegseth wants fewer weapons for Ukraine.", "united-states oppose military-aid"),
    (
        "Hegseth wants no fewer weapons for Ukraine than last year.",
        "united-states support military-aid",
    ),
    ("Moscow withheld its memorandum until the meeting.", "russia oppose peace-memorandum"),
    (
        "Moscow declined the invitation from Turkey to host the talks.",
        "russia oppose third-party-mediation",
    ),
    (
        "Moscow took up the invitation from Turkey to host the talks.",
        "russia support third-party-mediation",
    ),
    ("Kyiv postponed the elections.", "ukraine oppose elections-in-ukraine"),
    ("Kyiv has banned the Moscow church.", "ukraine oppose russian-language-rights"),
    (
        "Moscow wants Russian language media protected.",
        "russia support russian-language-rights",
    ),
    (
        "Witkoff said the Europeans would be briefed and not invited.",
        "united-states oppose european-participation",
    ),
    ("Belgium blocked the use of Russia's frozen assets.", "europe oppose frozen-assets"),
    ("Kyiv rules out an amnesty for Russian war crimes.", "ukraine support accountability"),
    ("Moscow demands an amnesty for its soldiers' war crimes.", "russia oppose accountability"),
    (
        "Trump refused to extend his deadline for Russia.",
        "united-states support negotiation-deadline",
    ),
    ("Trump extended the deadline for Moscow.", "united-states oppose negotiation-deadline"),
    (
        "The Kremlin would sooner fight on than see European troops in Ukraine.",
        "russia oppose foreign-troops; russia oppose immediate-ceasefire (maybe)",
    ),
    ("Peskov wants monitors in Ukraine and not soldiers.", ""),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *BEING_DONE,
        *NOT_THOUGHT_SO,
        *CLEFTS,
        *NO_LONGER,
        *NOT_ALL,
        *DISCLAIMED,
        *SOMEBODYS,
        *CUES,
    ],
)
def test_the_sign_is_the_right_one(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOBODYS)
def test_nobody_takes_a_position(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
