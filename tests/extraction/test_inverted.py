"""Objects put first, remarks put in between, and wishes told by nouns and clauses."""

from collections.abc import Callable

import pytest

FRONTED = [
    (
        "Moscow was brief. Any European troops in Ukraine it rejects.",
        "russia oppose foreign-troops",
    ),
    ("Arms deliveries to Ukraine Fico describes as folly.", "europe oppose military-aid"),
    ("Any easing of sanctions on Russia Kallas ruled out.", "europe oppose sanctions-relief"),
    (
        "Stubb spoke in Helsinki. Ukraine's membership of NATO he considers right.",
        "europe support nato-membership",
    ),
    ("A truce for the holiday Kyiv turned down.", "ukraine oppose limited-truce"),
]
INTERRUPTED = [
    (
        "NATO membership for Ukraine, said Vance, is off the table.",
        "united-states oppose nato-membership",
    ),
    (
        "NATO membership for Ukraine, Rubio told reporters, was not on the table.",
        "united-states oppose nato-membership",
    ),
    (
        "Confiscating the frozen Russian assets is, De Wever says, out of the question.",
        "europe oppose frozen-assets",
    ),
    (
        "Confiscating the frozen Russian assets is, according to De Wever, out of the question.",
        "europe oppose frozen-assets",
    ),
    (
        "To stop the fighting along the front line now, Lavrov argued, would be a mistake.",
        "russia oppose freeze-front-line; russia oppose immediate-ceasefire (maybe)",
    ),
    (
        "A ceasefire is conceivable, Peskov maintains, once the nuances are settled.",
        "russia conditional immediate-ceasefire",
    ),
    ("New sanctions on Russia, Merz let it be known, are needed.", "europe support new-sanctions"),
    ("Security guarantees, Zelensky said, come first.", "ukraine support security-guarantees"),
]
NOMINAL = [
    ("What Zelensky would like is direct talks with Russia.", "ukraine support direct-talks"),
    ("A land swap is what Witkoff has in mind.", "united-states support territorial-swap"),
    ("Vance's formula is to freeze the front line.", "united-states support freeze-front-line"),
    ("Point one for Merz is an unconditional ceasefire.", "europe support immediate-ceasefire"),
    (
        "The first item on Kyiv's list is an unconditional ceasefire.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "For Umerov the release of all captives is point number one.",
        "ukraine support prisoner-exchange",
    ),
    ("Without security guarantees, Zelensky will not sign.", "ukraine support security-guarantees"),
]
PLACED = [
    (
        "De Wever put the confiscation of the frozen Russian assets out of the question.",
        "europe oppose frozen-assets",
    ),
    (
        "Trump has put new sanctions on Russia on the back burner.",
        "united-states oppose new-sanctions",
    ),
    ("The Kremlin let the Black Sea grain deal expire.", "russia oppose limited-truce"),
    ("Moscow wants NATO membership out of the text.", "russia oppose nato-membership"),
    (
        "The Kremlin made a summit with Zelensky dependent on a finished treaty.",
        "russia conditional leaders-summit",
    ),
    (
        "Any European troops in Ukraine would be met with force, Medvedev warned.",
        "russia oppose foreign-troops",
    ),
]
# A negation at the start, beside "only", or above the wish counts once and is not lost.
NEGATED = [
    (
        "Not once did Lavrov accept European troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "Never before had Putin accepted an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Vance cannot bring himself to accept NATO membership for Ukraine.",
        "united-states oppose nato-membership",
    ),
    (
        "Zelensky did not dare to propose a land swap.",
        "ukraine oppose territorial-swap",
    ),
    (
        "Merz not only backs new sanctions on Russia but pays for them.",
        "europe support new-sanctions",
    ),
    ("Zelensky would be the last to accept a land swap.", "ukraine oppose territorial-swap"),
]
COUNTED = [
    (
        "Fico is one of those who reject NATO membership for Ukraine.",
        "europe oppose nato-membership",
    ),
    (
        "Kallas is among those who demand new sanctions on Russia.",
        "europe support new-sanctions",
    ),
    ("Zelensky was the first to propose a land swap.", "ukraine support territorial-swap"),
    ("The American peace plan is what the Kremlin rejects.", "russia oppose us-peace-plan"),
    (
        "An amnesty for war criminals, opposed by Macron in May, is back on the table.",
        "europe support accountability",
    ),
]


@pytest.mark.parametrize(
    ("text", "reading"), [*FRONTED, *INTERRUPTED, *NOMINAL, *PLACED, *NEGATED, *COUNTED]
)
def test_reads_inverted_and_nominal_sentences(
    reads: Callable[..., None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(
    "text",
    [
        # a list of subjects, a time, and a second verb are no objects put first
        "India, Saudi Arabia and Mexico did not sign a ceasefire.",
        "The truce, the ministers noted, had held for a week.",
        "Talks on a truce, he told the press, there were none.",
    ],
)
def test_nobody_is_given_a_wish(reads: Callable[..., None], text: str) -> None:
    reads(text, "")
