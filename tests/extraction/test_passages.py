"""Passages: what a sentence leaves unsaid, because the one before has said it."""

from collections.abc import Callable

import pytest

ANSWERS = [
    (
        "Ukraine accepted an unconditional ceasefire in March. Russia never did.",
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    (
        "Washington wants the minerals agreement signed. So does Kyiv.",
        "united-states support minerals-deal; ukraine support minerals-deal",
    ),
    (
        "Moscow will not accept Western troops in Ukraine. Nor will Washington.",
        "russia oppose foreign-troops; united-states oppose foreign-troops",
    ),
    (
        (
            "What about Western troops in Ukraine? Moscow says no. Washington is against it "
            "too. London and Paris are in favour."
        ),
        (
            "russia oppose foreign-troops; united-states oppose foreign-troops; "
            "europe support foreign-troops"
        ),
    ),
    (
        "Would anybody recognise Crimea as Russian? Washington would. The Europeans would not.",
        (
            "united-states support recognition-of-annexation; "
            "europe oppose recognition-of-annexation"
        ),
    ),
    (
        "Kyiv asked for binding security guarantees. Moscow objected.",
        "ukraine support security-guarantees; russia oppose security-guarantees",
    ),
    (
        "Ukraine wants to join NATO. The Americans have ruled it out. Berlin has been vague.",
        (
            "ukraine support nato-membership; united-states oppose nato-membership; "
            "europe ambivalent nato-membership"
        ),
    ),
    (
        "Kyiv has called for a summit of the presidents. The Kremlin sees no need for one.",
        "ukraine support leaders-summit; russia oppose leaders-summit",
    ),
    (
        (
            "Russia insists that Ukraine withdraw from Donetsk. That, the Ukrainian president "
            "said, would never happen."
        ),
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Paris will deploy troops in Ukraine. Ottawa followed suit.",
        "europe support foreign-troops",
    ),
]

NO_ANSWERS = [
    # a yes to what an unknown verb says of a thing is no yes to the thing
    ("Could the frozen assets be part of the bargain? Not if Brussels can help it.", ""),
    # of two matters, which?
    (
        "Moscow wants an end to sanctions and a summit of the leaders. Kyiv objected.",
        "russia support sanctions-relief; russia support leaders-summit",
    ),
    # another subject in between
    (
        "Moscow demands the lifting of sanctions. The weather was fine. Kyiv refused.",
        "russia support sanctions-relief",
    ),
    # what it refuses is named
    (
        "Moscow demands the lifting of sanctions. Kyiv refused to comment.",
        "russia support sanctions-relief",
    ),
    ("Why should sanctions be lifted? Berlin would know.", ""),
]

PAIRS = [
    (
        (
            "The Turkish foreign minister opened the session between Russia and Ukraine. "
            "Each side will release all its sick prisoners of war."
        ),
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        (
            "Kyiv and Moscow remain apart. The former wants a full ceasefire, the latter wants "
            "all sanctions lifted."
        ),
        "ukraine support immediate-ceasefire; russia support sanctions-relief",
    ),
    (
        (
            "Russian and Ukrainian negotiators met in Istanbul under the eyes of the Turkish "
            "foreign minister. Both sides agreed to a full exchange of prisoners of war."
        ),
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        (
            "The Polish, the German and the French leader met in Berlin. All three called for "
            "new sanctions on Russia."
        ),
        "europe support new-sanctions",
    ),
    (
        (
            "Russia and Ukraine sat opposite each other. The Ukrainians pushed for a full "
            "ceasefire. The other side refused to discuss a ceasefire."
        ),
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
]

VIEWPOINTS = [
    (
        "Joining NATO, meanwhile, is off the agenda as far as the White House is concerned.",
        "united-states oppose nato-membership",
    ),
    (
        "From Kyiv's perspective, a withdrawal from Donetsk is unacceptable.",
        "ukraine oppose ukrainian-withdrawal",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*ANSWERS, *NO_ANSWERS, *PAIRS, *VIEWPOINTS])
def test_passage_is_read_across_sentences(
    reads: Callable[..., None], text: str, reading: str
) -> None:
    reads(text, reading)
