"""Votes on texts, who made them, and what is done to them: the text's matter is theirs."""

from collections.abc import Callable

import pytest

Reads = Callable[[str, str], None]

VOTES = [
    # those with whom somebody votes do the same, and those who made the text want it
    (
        (
            "In New York Malta had voted with Moscow against a draft, tabled by Sweden,"
            " which condemned the annexation of Crimea."
        ),
        (
            "russia support recognition-of-annexation;"
            " europe support recognition-of-annexation (maybe);"
            " europe oppose recognition-of-annexation (maybe)"
        ),
    ),
    (
        (
            "Belarus and China voted against a resolution, tabled by Kyiv and sponsored by"
            " several Nordic governments, which called for all deported children to be returned."
        ),
        (
            "belarus oppose return-of-children; china oppose return-of-children;"
            " ukraine support return-of-children; europe support return-of-children"
        ),
    ),
    (
        (
            "The United States voted alongside Ukraine for a text that demands the release of all"
            " prisoners."
        ),
        "united-states support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "A resolution drafted by Ukraine, which demanded robust security guarantees, was shelved.",
        "ukraine support security-guarantees",
    ),
    # acts on a text that asks for something
    (
        "Moscow vetoed a resolution that called for an unconditional ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The Senate passed a resolution demanding new sanctions on Russia.",
        "united-states support new-sanctions",
    ),
    (
        "Fico blocked a Polish draft demanding new sanctions on Russia.",
        "europe oppose new-sanctions; europe support new-sanctions (maybe)",
    ),
    (
        "The Duma adopted a statement that rejects any foreign troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        "Trump did not veto the bill, which calls for new sanctions on Russia.",
        "united-states ambivalent|support new-sanctions (maybe)",
    ),
    # nobody's: it only lies somewhere, or nobody is said to have made it
    ("A resolution in the Security Council calls for an unconditional ceasefire.", ""),
    ("An old draft, buried by nobody in particular, called for new elections in Ukraine.", ""),
    ("The motion was tabled on Friday, which was a holiday in Russia.", ""),
]


@pytest.mark.parametrize(("text", "reading"), VOTES)
def test_votes_and_acts_on_texts(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)
