"""An issue is taken up by "it", "the move", "the demand" in the sense in which it was put."""

from collections.abc import Callable

import pytest

SENSES = [
    (
        "Zelensky refused a territorial swap. Macron welcomed the decision.",
        "ukraine oppose territorial-swap; europe oppose territorial-swap",
    ),
    (
        "Trump cancelled the summit with Putin. Kyiv welcomed the decision.",
        "united-states oppose leaders-summit; ukraine oppose leaders-summit",
    ),
    (
        "Slovakia opposes new sanctions on Russia. Ukraine criticised the position.",
        "europe oppose new-sanctions; ukraine support new-sanctions",
    ),
    (
        "Kyiv rejects a ceasefire, but Washington supports it.",
        "ukraine oppose immediate-ceasefire; united-states support immediate-ceasefire",
    ),
    (
        "Russia demands that Ukraine withdraw from Donbas. Zelensky has rejected the condition.",
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Macron proposed an unconditional ceasefire. The Kremlin called the French idea a trap.",
        "europe support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
]

FORMS = [
    (
        "Kyiv wants EU membership by 2027. The Americans had no objection.",
        "ukraine support eu-membership; united-states support eu-membership",
    ),
    (
        "Kyiv wants tougher sanctions on Russia. The Americans showed no inclination to oblige.",
        "ukraine support new-sanctions; united-states oppose new-sanctions",
    ),
    (
        "Zelensky called for a ceasefire. Trump took a different line.",
        "ukraine support immediate-ceasefire; united-states oppose immediate-ceasefire",
    ),
    (
        "Zelensky called for a ceasefire. Moscow sees things differently.",
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    (
        "Macron called for a ceasefire. The Kremlin finds that intolerable.",
        "europe support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    (
        "A buffer zone is to be set up near Sumy. In Warsaw it is dismissed as a trick.",
        "europe oppose buffer-zone",
    ),
    (
        "Medvedev called the sanctions on Russia an act of war. Orban regards them as useless.",
        "russia oppose new-sanctions; europe oppose new-sanctions",
    ),
    ("Trump sees nothing wrong with a territorial swap.", "united-states support territorial-swap"),
]

UNCLEAR = [
    (
        "Kyiv wants EU membership by 2027. Trump had no objection to the coffee.",
        "ukraine support eu-membership",
    ),
    (
        "Kyiv wants EU membership by 2027. On Friday Trump took a different train.",
        "ukraine support eu-membership",
    ),
    ("A truce on land is near. In Warsaw it is known as spring.", ""),
    # is the refusal meant, or what is refused?
    (
        "Zelensky refused to withdraw from Donbas. Moscow regretted it.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Trump ruled out NATO membership for Ukraine. Macron called that a mistake.",
        "united-states oppose nato-membership",
    ),
    # a demand given up is not a demand made
    (
        "Moscow has dropped its demand that Ukraine withdraw from Donbas. Kyiv welcomed the step.",
        "russia support|oppose ukrainian-withdrawal (maybe)",
    ),
    # something else has come between
    (
        "Zelensky called for an immediate ceasefire. Russia shelled Odesa. Macron condemned it.",
        "ukraine support immediate-ceasefire",
    ),
    (
        (
            "Trump has proposed freezing the front line, and Putin has written a letter. Zelensky"
            " does not like it."
        ),
        "united-states support freeze-front-line",
    ),
    (
        "Zelensky wants a ceasefire. Putin laughed at the question and called it absurd.",
        "ukraine support immediate-ceasefire",
    ),
    # the noun says itself what it is
    (
        (
            "Zelensky called for an immediate ceasefire. Macron condemned the decision to bomb the"
            " hospital."
        ),
        "ukraine support immediate-ceasefire",
    ),
    (
        "Zelensky called for an immediate ceasefire. The Kremlin prefers its own idea.",
        "ukraine support immediate-ceasefire",
    ),
    # two issues, and the background of another matter
    (
        "Zelensky wants a ceasefire, and Putin wants the sanctions lifted. Merz likes the idea.",
        "ukraine support immediate-ceasefire; russia support sanctions-relief",
    ),
    ("Russia struck a depot with weapons for Ukraine. Macron condemned the move.", ""),
    # another paragraph
    (
        "Zelensky called for an immediate ceasefire.\n\nRain fell on Kyiv. Putin disliked it.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Zelensky called for an immediate ceasefire.\n\n## The weather\n\nPutin disliked it.",
        "ukraine support immediate-ceasefire",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*SENSES, *FORMS])
def test_taken_up_as_it_was_put(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), UNCLEAR)
def test_not_taken_up_where_it_is_unclear(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
