"""What is not parsed, and that nothing is lost by it."""

import pytest

from stancegraph.extraction import Extractor
from stancegraph.extraction.lexicon import load_lexicon
from stancegraph.extraction.matching import Matcher
from stancegraph.extraction.parsing import load_model
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.screening import worth_parsing
from stancegraph.layout import blocks
from stancegraph.model import Article
from tests.rules import rules_case

CASE = rules_case()
LEXICON = load_lexicon(CASE.language)
REGISTRY = Registry(CASE, LEXICON)
MATCHER = Matcher(CASE, LEXICON)


def read(text: str, speaker: str | None = None) -> list[bool]:
    parts = [(block, text[block.start : block.end]) for block in blocks(text)]
    article = Article("note", text, speaker=speaker)
    return worth_parsing(article, parts, REGISTRY, MATCHER, load_model(), LEXICON)


TALK = "Moscow rejects a ceasefire."
RAIN = "It rained all day, and the market was closed."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RAIN, [False]),
        ("The garden was open, and a ceasefire was far away.", [False]),
        ("Kyiv was cold.", [False]),
        (f"{TALK}\n\n{RAIN}\n\n{RAIN}", [True, True, False]),
        (f"{RAIN}\n\n{TALK}", [False, True]),
        (f"# Moscow\n\n{RAIN}\n\n{RAIN}\n\n# Weather\n\n{RAIN}\n\n{RAIN}\n\n{TALK}",
         [True, True, True, False, False, False, True]),
        (f"The Kremlin wants:\n\n- a ceasefire;\n- rain;\n- snow.\n\n{RAIN}\n\n{RAIN}",
         [True, True, True, True, False, False]),
        (f"The chancellor was for a ceasefire.\n\n{RAIN}\n\n{RAIN}", [True, True, False]),
    ],
)  # fmt: skip
def test_what_is_read(text: str, expected: list[bool]) -> None:
    assert read(text) == expected


def test_a_speaker_is_heard_to_the_end() -> None:
    assert read(f"We want a ceasefire.\n\n{RAIN}", "Volodymyr Zelensky") == [True, True]
    assert all(read(f"Q: A ceasefire?\n\nPUTIN: No.\n\n{RAIN}\n\n{RAIN}"))


def test_what_is_passed_over_changes_nothing() -> None:
    extractor = Extractor(CASE)
    heavy = "\n\n".join([TALK, *[RAIN] * 5, "Kyiv would accept a ceasefire at once."])
    light = TALK + "\n\nKyiv would accept a ceasefire at once."
    [(_, with_rain), (_, without)] = extractor.extract(
        [Article("heavy", heavy), Article("light", light)]
    )
    assert without
    assert [(p.actor, p.stance, p.quote, p.confidence) for p in with_rain] == [
        (p.actor, p.stance, p.quote, p.confidence) for p in without
    ]
    assert all(heavy[p.start : p.end] == p.quote for p in with_rain)
