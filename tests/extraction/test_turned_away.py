"""What is ended, turned away from, found to be so, or of good to some alone."""

from collections.abc import Callable

import pytest

#: Nouns of ending and of turning away: whoever welcomes them is against the thing.
ENDED = [
    (
        "Dmitriev welcomed the demise of the European peace plan.",
        "russia oppose european-peace-plan",
    ),
    ("Orban cheered the scrapping of the military aid for Ukraine.", "europe oppose military-aid"),
    ("Kallas deplored the collapse of the direct talks.", "europe support direct-talks"),
    ("Kyiv condemned the dismantling of the tribunal.", "ukraine support accountability"),
    ("Fico called for a freeze on military aid to Ukraine.", "europe oppose military-aid"),
    (
        "Merz warned against any dilution of the security guarantees.",
        "europe support security-guarantees",
    ),
    ("Starmer regretted the stoppage of arms deliveries to Kyiv.", "europe support military-aid"),
    ("Lavrov demanded the burial of Ukraine's NATO bid.", "russia oppose nato-membership"),
    ("Zelensky will not accept a bar to NATO membership.", "ukraine support nato-membership"),
    (
        "Kyiv asked for safeguards against a forced withdrawal from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
]

#: Verbs of the same.
TURNED_AWAY = [
    ("Trump dumped the deadline for Putin.", "united-states oppose negotiation-deadline"),
    ("Estonia wants the minerals deal tossed aside.", "europe oppose minerals-deal"),
    ("Moscow wants Western troops kept away from Ukraine.", "russia oppose foreign-troops"),
    (
        "Putin is keen to keep foreign monitors away from the front.",
        "russia oppose ceasefire-monitoring",
    ),
    (
        "Washington would not downgrade its relations with Moscow.",
        "united-states support us-russia-normalisation",
    ),
    ("The Commission will not gut the security guarantees.", "europe support security-guarantees"),
]

#: What a wish says of a thing's end, where the parser takes the verb for a noun.
ENDINGS = [
    ("Zelensky does not want American military aid to end.", "ukraine support military-aid"),
    ("Tusk fears that US mediation could founder.", "europe support us-mediation"),
    ("Moscow hopes that the sanctions on Russia will wither.", "russia oppose new-sanctions"),
    ("Merz hopes that the ceasefire will not crumble.", "europe support immediate-ceasefire"),
]

#: What somebody will do or not, said the other way round.
EQUATED = [
    (
        "What Kyiv will not do is recognise Crimea as Russian.",
        "ukraine oppose recognition-of-annexation",
    ),
    (
        "What Moscow will never do is to accept NATO troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
    ("What Berlin will do is send Patriots to Ukraine.", "europe support military-aid"),
    (
        "What Trump wants to do is lift the sanctions on Russia.",
        "united-states support sanctions-relief",
    ),
    (
        "What matters is to stop the fighting at once, Macron said.",
        "europe support immediate-ceasefire",
    ),
]

#: A judgement right behind the noun that it is passed on.
FOUND_TO_BE = [
    (
        "Ryabkov found ultimatums unacceptable as a matter of principle.",
        "russia oppose negotiation-deadline",
    ),
    ("Kallas considers sanctions essential at this stage.", "europe support new-sanctions"),
]

#: It may stand before the article, too; one that the lexicon does not have tells nothing.
FOUND_BEFORE = [
    (
        "Peskov called unacceptable any deployment of European troops.",
        "russia oppose foreign-troops",
    ),
    ("Zelensky described as useless the American peace plan.", "ukraine oppose us-peace-plan"),
    ("Moscow found humiliating the American peace plan.", ""),
    (
        "In Moscow they call European troops in Ukraine a provocation.",
        "russia oppose foreign-troops",
    ),
]

#: Whose weapons are kept where, and who protects the money from whom.
KEPT = [
    ("Zelensky wants Ukraine to keep its Patriots.", "ukraine support military-aid"),
    ("De Wever wants to protect the frozen Russian assets.", "europe oppose frozen-assets"),
]

#: What stands in another's place is preferred to it, and what one is stripped of is not wanted.
IN_PLACE_OF = [
    (
        "Macron wants new sanctions in lieu of a ceasefire.",
        "europe support new-sanctions; europe oppose immediate-ceasefire",
    ),
    (
        "Putin wants Ukraine stripped of its security guarantees.",
        "russia oppose security-guarantees",
    ),
    ("Moscow wants Western military aid turned off.", "russia oppose military-aid"),
    ("Merz opposed surrendering the European peace plan.", "europe support european-peace-plan"),
]

#: What does good to some alone is spoken against.
FOR_SOME_ALONE = [
    ("A ceasefire would benefit Kyiv alone, Peskov said.", "russia oppose immediate-ceasefire"),
    (
        "A freeze of the front line is useful to Moscow only, Sybiha argued.",
        "ukraine oppose freeze-front-line",
    ),
    ("A truce is useful only to Moscow, Sybiha argued.", "ukraine oppose immediate-ceasefire"),
    (
        "A full ceasefire is essential and the only way to peace, Macron said.",
        "europe support immediate-ceasefire",
    ),
    (
        "A full ceasefire would benefit not only Ukraine but all of Europe, Macron said.",
        "",
    ),
    (
        "A ceasefire would not benefit Ukraine alone, Macron said.",
        "",
    ),
    ("A full ceasefire can only help Ukraine, Macron said.", ""),
    ("A full ceasefire would help everybody, Macron said.", "europe support immediate-ceasefire"),
    ("Only a full ceasefire makes sense, Macron said.", "europe support immediate-ceasefire"),
]

#: Who fears that a thing would do harm is against the thing, and not for it.
FEARED = [
    (
        "Kyiv fears that a freeze of the front line would reward the aggressor.",
        "ukraine oppose freeze-front-line",
    ),
]

#: What would be the harm is that the thing ends.
FEARED_LOST = [
    (
        "Merz fears that the collapse of the military aid would be a disaster.",
        "europe support military-aid",
    ),
]

#: Words of the issue that are denied within.
DENIED_WITHIN = [
    ("Zelensky warned against a truce that nobody checks.", "ukraine support ceasefire-monitoring"),
    ("Merz feared a truce with no means of enforcing it.", "europe support ceasefire-monitoring"),
]

#: What was so long ago, and is told to be otherwise now.
LONG_AGO = [
    (
        "Last spring Trump rejected new sanctions. Now he threatens Russia with new sanctions.",
        "united-states oppose new-sanctions (past); united-states support new-sanctions",
    ),
    (
        "A year ago Trump rejected new sanctions. Now Merz wants new sanctions.",
        "united-states oppose new-sanctions; europe support new-sanctions",
    ),
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        *ENDED,
        *TURNED_AWAY,
        *ENDINGS,
        *EQUATED,
        *FOUND_TO_BE,
        *FOUND_BEFORE,
        *IN_PLACE_OF,
        *KEPT,
        *FOR_SOME_ALONE,
        *FEARED,
        *FEARED_LOST,
        *DENIED_WITHIN,
        *LONG_AGO,
    ],
)
def test_turned_away(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
