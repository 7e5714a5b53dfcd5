"""An issue named before is taken up again: by "none", by a verdict, by whose idea it was."""

from collections.abc import Callable

import pytest

# what was only named, or denied, is a thing that one may want
THINGS = [
    (
        "An extension of the Easter truce was not discussed. Kyiv had asked for one.",
        "ukraine support limited-truce",
    ),
    (
        "The truce on land did not come about. Kyiv demands it.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Moscow has turned down an unconditional ceasefire. Macron wants it by May.",
        "russia oppose immediate-ceasefire; europe support immediate-ceasefire",
    ),
    (
        "London offers soldiers for a peacekeeping force in Ukraine. Moscow would accept none.",
        "europe support foreign-troops; russia oppose foreign-troops",
    ),
    (
        "Washington wants elections in Ukraine this year. Zelensky would rather have none at all.",
        "united-states support elections-in-ukraine; ukraine oppose elections-in-ukraine",
    ),
    # a thing, or that there was none of it?
    ("A meeting between Putin and Zelensky never took place. Rubio regretted it.", ""),
    ("A meeting between Putin and Zelensky never took place. Vance cancelled it.", ""),
    # whoever has seen a text on the way to saying something else has not brought it up
    (
        "An aide who had seen the American peace plan said that the sea was calm. Kyiv liked that.",
        "",
    ),
]

# a text's own words, and what one has done with them
WORDINGS = [
    (
        "The draft has the recognition of Crimea as Russian. Kyiv had the passage deleted.",
        "ukraine oppose recognition-of-annexation",
    ),
    (
        "The draft speaks of Ukraine's membership of NATO. The Hungarians had it struck out.",
        "europe oppose nato-membership",
    ),
    (
        "The paper speaks of new sanctions on Russia. Slovakia means to strike that out.",
        "europe oppose new-sanctions",
    ),
    (
        "The Poles suggested new sanctions on Russia. Orban refuses to accept that.",
        "europe support new-sanctions; europe oppose new-sanctions",
    ),
    # what is done with other words, or only read, tells nothing
    ("The draft speaks of Ukraine's membership of NATO. Rome had the commas checked.", ""),
    ("The draft speaks of Ukraine's membership of NATO. Rome means to read that.", ""),
    (
        "The Kremlin wants a demilitarised zone in Donetsk. Kyiv had the menu rewritten.",
        "russia support buffer-zone",
    ),
]

VERDICTS = [
    (
        "The Danes proposed an Easter truce. Moscow said no within the hour.",
        "europe support limited-truce; russia oppose limited-truce",
    ),
    (
        "The Danes proposed an Easter truce. Zelensky answered yes on Monday.",
        "europe support limited-truce; ukraine support limited-truce",
    ),
    (
        "Washington proposes a buffer zone in Donetsk. Kyiv says that it is not ready.",
        "united-states support buffer-zone; ukraine oppose buffer-zone",
    ),
    (
        "Washington proposes a buffer zone in Donetsk. Kyiv is willing, as soon as Moscow is.",
        "united-states support buffer-zone; ukraine conditional buffer-zone",
    ),
    (
        "Washington proposes a buffer zone in Donetsk. Kyiv is as hesitant as ever.",
        "united-states support buffer-zone; ukraine ambivalent buffer-zone",
    ),
    (
        "Washington proposes a buffer zone in Donetsk. A Kremlin aide was non-committal.",
        "united-states support buffer-zone; russia ambivalent buffer-zone",
    ),
    (
        "Zelensky called for a full ceasefire. He was joined by Merz.",
        "ukraine support immediate-ceasefire; europe support immediate-ceasefire",
    ),
    (
        "Kyiv wants Ukraine to join the EU by 2030. Hungary, alone of all members, voted against.",
        "ukraine support eu-membership; europe oppose eu-membership",
    ),
    (
        "The ships came first. A 30-day ceasefire came next. Rubio spoke in favour.",
        "united-states support immediate-ceasefire",
    ),
    # answers to something else
    (
        "The Danes proposed an Easter truce. Moscow said yes to a chess match.",
        "europe support limited-truce",
    ),
    (
        "The Danes proposed an Easter truce. Moscow voted against the new anthem.",
        "europe support limited-truce",
    ),
    (
        "The Danes proposed an Easter truce. Moscow spoke in favour of an earlier lunch.",
        "europe support limited-truce",
    ),
    (
        "The Danes proposed an Easter truce. Moscow did not say that it was willing.",
        "europe support limited-truce",
    ),
    (
        "The Danes proposed an Easter truce. They were joined by Putin at the buffet.",
        "europe support limited-truce",
    ),
    (
        "Zelensky called for a full ceasefire. Trump chose not to join him for supper.",
        "ukraine support immediate-ceasefire",
    ),
]

IDEAS = [
    (
        "In April they spoke of an exchange of all prisoners. The idea came from Kyiv.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Next came an exchange of all prisoners. That was a Ukrainian initiative.",
        "ukraine support prisoner-exchange",
    ),
    (
        "An exchange of all prisoners is to follow: this was the American suggestion.",
        "united-states support prisoner-exchange",
    ),
    (
        "The proposal of a territorial swap stems from Witkoff.",
        "united-states support territorial-swap",
    ),
    # whose it is not, and what somebody did
    ("Next came an exchange of all prisoners. The idea did not come from Kyiv.", ""),
    ("Next came an exchange of all prisoners. It was not Kyiv's idea.", ""),
    ("Next came an exchange of all prisoners. That was a Ukrainian decision.", ""),
    ("Next came an exchange of all prisoners. The train came from Kyiv.", ""),
]


@pytest.mark.parametrize(("text", "reading"), [*THINGS, *WORDINGS, *VERDICTS, *IDEAS])
def test_what_was_named_is_taken_up(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


# a question in a word, as a heading, and the answer of whom the next sentence names
ANSWERS = [
    (
        "Elections?",
        "Sixty days after the signing, according to Washington.",
        "united-states support elections-in-ukraine",
    ),
    ("And NATO?", "Never, says the Kremlin.", "russia oppose nato-membership"),
    ("What about NATO?", "Not before 2040, said Lavrov.", "russia conditional nato-membership"),
    (
        "A referendum?",
        "Held on the first Sunday in May: this was the American suggestion.",
        "united-states support referendum",
    ),
    # nobody's answer, no answer, and what has no plain yes
    ("Elections?", "Sixty days after the signing.", ""),
    ("And NATO?", "Its headquarters are in Brussels, says the Kremlin.", ""),
    ("Elections?", "Nobody could say. Vance was on the phone.", ""),
    ("And the weather?", "Never, says the Kremlin.", ""),
]


@pytest.mark.parametrize(("heading", "answer", "reading"), ANSWERS)
def test_questions_in_a_word_are_answered(
    heading: str, answer: str, reading: str, reads: Callable[[str, str], None]
) -> None:
    opening = "Envoys from Moscow, Kyiv and Washington met again on Tuesday."
    reads(f"{opening}\n\n**{heading}**\n\n{answer}\n", reading)
