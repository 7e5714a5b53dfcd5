"""Short words that name an issue only where the article has named it in full before."""

from collections.abc import Callable

import pytest

from stancegraph.exceptions import CaseError
from stancegraph.extraction.cues import compile_pattern
from tests.rules import rules_case

NAMED = [
    (
        (
            "Brussels imposed sanctions on Russian banks in March. On Monday Paris said that the"
            " measures should stay in force."
        ),
        "europe support new-sanctions",
    ),
    (
        (
            "Moscow complained about the sanctions on Aeroflot. It demanded that the restrictions"
            " be lifted."
        ),
        "russia support sanctions-relief; russia oppose new-sanctions (maybe)",
    ),
    (
        (
            "The frozen Russian assets are held in Belgium. Warsaw wants to spend the money"
            " on Ukraine."
        ),
        "europe support frozen-assets",
    ),
    (
        (
            "What is to become of the Zaporizhzhia nuclear plant? Washington proposed to operate"
            " the station jointly with Kyiv."
        ),
        "united-states support nuclear-plant; ukraine support nuclear-plant (maybe)",
    ),
    (
        (
            "The minerals agreement has been on the table for weeks. Kyiv is ready to sign"
            " the text, Svyrydenko said."
        ),
        "ukraine support minerals-deal",
    ),
    (
        (
            "Q: What about Ukraine's path into NATO?\n\nA: Berlin supports an invitation, the"
            " minister said."
        ),
        "europe support nato-membership",
    ),
]
UNNAMED = [
    "On Monday Paris said that the measures should stay in force.",
    "Warsaw wants to spend the money on schools.",
    "Washington proposed to operate the station jointly with Tokyo.",
    "Kyiv is ready to sign the text.",
    "The frozen Russian assets are held in Belgium. Warsaw wants more nurses.",
]


@pytest.mark.parametrize(("text", "reading"), NAMED)
def test_a_second_mention_needs_few_words(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", UNNAMED)
def test_the_same_words_alone_name_nothing(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")


def test_an_answer_takes_up_what_the_question_named(
    reads: Callable[[str, str], None],
) -> None:
    text = (
        "QUESTION: Good morning.\n\nMERZ: Good morning.\n\n"
        "QUESTION: Will you send long-range missiles to Ukraine?\n\n"
        "MERZ: We will send the missiles in May.\n"
    )
    reads(text, "europe support military-aid")


def test_a_pattern_tells_what_must_come_before() -> None:
    assert compile_pattern("the measure / after=tax,toll", {}).after == ("tax", "toll")


def test_an_unknown_issue_is_an_error() -> None:
    from dataclasses import replace

    from stancegraph.case import Cue
    from stancegraph.extraction import Extractor

    case = rules_case()
    issue = case.issues["minerals-deal"]
    broken = replace(issue, cues=(Cue("the text / after=mineral-deal", 1),))
    with pytest.raises(CaseError, match="after=mineral-deal"):
        Extractor(replace(case, issues={**case.issues, issue.id: broken}))
