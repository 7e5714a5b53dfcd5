"""Cues whose near words are missing: weighed where the article is about the case."""

from collections.abc import Callable
from datetime import date

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article
from tests.rules import rules_case

# Three issues, of which none is the rebuilding.
ABOUT = (
    "Kyiv wants a ceasefire. Moscow rejects new sanctions. Paris supports NATO membership for "
    "Ukraine.\n\n"
)
NAMED = "Berlin will help to rebuild Ukraine.\n\nThe weather was fine.\n\n"
# The cue of rebuilding asks for Ukraine in this sentence or the one before.
REBUILDING = "Merz said that Germany would finance schools and hospitals."


@pytest.fixture(scope="module")
def unplaced() -> Callable[[str], set[tuple[str, str]]]:
    """Give what a text is read to claim in words out of their place, as actors and issues."""
    extractor = Extractor(rules_case())

    def read(text: str) -> set[tuple[str, str]]:
        article = Article(id="note", text=text, date=date(2025, 9, 5))
        [(_, found)] = extractor.candidates([article])
        return {(c.actor, c.issue) for c in found if "unplaced" in c.features}

    return read


@pytest.mark.parametrize("before", [ABOUT, NAMED])
def test_where_the_article_is_about_the_case_or_has_named_the_issue(
    unplaced: Callable[[str], set[tuple[str, str]]], before: str
) -> None:
    assert ("europe", "reconstruction-aid") in unplaced(before + REBUILDING)


@pytest.mark.parametrize(
    "text",
    [
        REBUILDING,
        f"Kyiv wants a ceasefire.\n\nThe weather was fine. {REBUILDING}",
        # what the cue wants far stays far
        f"{ABOUT}Merz said that Germany would finance schools and hospitals after the attack.",
    ],
)
def test_nowhere_else(unplaced: Callable[[str], set[tuple[str, str]]], text: str) -> None:
    assert ("europe", "reconstruction-aid") not in unplaced(text)


def test_in_its_place_it_is_as_sure_as_ever(
    reads: Callable[[str, str], None], unplaced: Callable[[str], set[tuple[str, str]]]
) -> None:
    text = f"Ukraine hopes. {REBUILDING}"
    reads(text, "europe support reconstruction-aid")
    assert ("europe", "reconstruction-aid") not in unplaced(ABOUT + text)
