"""What a passage implies though no word of wanting joins an actor and an issue.

Sentences in which every reader knows whose the matter is, beside their like in which nobody's is
implied. All were written for this test.
"""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article
from tests.rules import rules_case

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


def _implied(text: str) -> dict[tuple[str, str], Mapping[str, float]]:
    article = Article(id="note", text=text, date=date(2025, 9, 5))
    [(_, found)] = Extractor(rules_case()).candidates([article])
    return {(c.actor, c.issue): c.features for c in found if c.implied}


def test_several_may_hold_what_nobody_is_said_to_want() -> None:
    found = _implied(
        "Starmer flew to meet Trump, who arrived with security guarantees for Ukraine."
    )
    first = {actor for (actor, _), features in found.items() if not features["implied_second"]}
    second = {actor for (actor, _), features in found.items() if features["implied_second"]}
    assert first | second == {"europe", "united-states"}
    assert first
    assert second


@pytest.mark.parametrize(
    "text",
    [
        "Should Moscow release the abducted children, nobody would object.",
        "Kyiv wants elections if the guns fall silent.",
        "Kyiv says nothing about a ceasefire.",
        "Moscow has yet to comment on the idea that the plant in Enerhodar be run jointly.",
        "Berlin has not commented on whether sanctions on Russia should be eased.",
        "There is no evidence that Minsk told Moscow to release the abducted children.",
        "In easing the sanctions on Russia the Americans would harm Europe.",
    ],
)
def test_what_is_supposed_or_left_unsaid_is_not_even_implied(text: str) -> None:
    assert _implied(text) == {}


def test_an_article_about_many_issues_says_little_idly() -> None:
    lone = "Starmer arrived with a gift in his bag, security guarantees for Ukraine."
    told = "Kyiv wants a ceasefire. Moscow rejects new sanctions. Washington offers weapons.\n\n"
    pair = ("europe", "security-guarantees")
    assert _implied(lone)[pair]["implied_breadth"] == 0
    assert _implied(told + lone)[pair]["implied_breadth"] > 0
