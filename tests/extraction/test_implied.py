"""What a passage implies though no word of wanting joins an actor and an issue.

Sentences in which every reader knows whose the matter is, beside their like in which nobody's is
implied. All were written for this test.
"""

from collections.abc import Callable

import pytest

Reads = Callable[[str, str], None]

IMPLIED = [
    (
        "Zelensky came with one word for his hosts. Security guarantees, signed and ratified.",
        "ukraine support security-guarantees",
    ),
    (
        "Starmer came to Kyiv with a gift in his bag, security guarantees for Ukraine.",
        "europe support security-guarantees",
    ),
    (
        "Starmer spoke of British soldiers in Ukraine as of something that was being prepared.",
        "europe support foreign-troops",
    ),
]

NOT_IMPLIED = [
    "Trump should impose tougher sanctions on Russia.",
    "Kallas said of the American plan that she had read it twice.",
    "Sybiha called the Russian memorandum a curiosity.",
    "Ukraine is likely to get security guarantees.",
    "Meloni made no mention of the frozen assets.",
    "Some commentators in Brussels want Europe to send troops to Ukraine.",
    "Stubb said a freeze of the front line would sink in the mud.",
    "If Moscow agreed to meet, a ceasefire could follow, Rutte said.",
    "Ukraine's ceasefire monitors had lunch.",
]


@pytest.mark.parametrize(("text", "reading"), IMPLIED)
def test_what_a_passage_implies(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", NOT_IMPLIED)
def test_what_nobody_is_implied_to_want(text: str, reads: Reads) -> None:
    reads(text, "")
