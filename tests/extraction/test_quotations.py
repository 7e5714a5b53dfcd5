"""Every way of giving somebody's words names the same holder, with any verb of saying."""

from datetime import date
from typing import Protocol

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article


class Reader(Protocol):
    extractor: Extractor


VERBS = [
    "said",
    "added",
    "stressed",
    "argued",
    "wrote",
    "noted",
    "explained",
    "announced",
    "declared",
    "replied",
    "emphasised",
    "concluded",
    "acknowledged",
    "reiterated",
    "admitted",
]
WAYS = {
    "“We reject the ferry,” Lefay {}.": ("avalon", "oppose", "self"),
    '"We reject the ferry," {} Lefay.': ("avalon", "oppose", "self"),
    "Lefay {}: “We reject the ferry.”": ("avalon", "oppose", "self"),
    "“The ferry,” Lefay {}, “is a terrible mistake.”": ("avalon", "oppose", "self"),
    "“We want a bridge. We reject the ferry,” Lefay {}.": ("avalon", "oppose", "self"),
    "“We have thought about it,” Lefay {}. “We reject the ferry.”": ("avalon", "oppose", "self"),
    "“Without the ferry we are lost,” Lefay {}. “The ferry must stay.”": (
        "avalon",
        "support",
        "self",
    ),
    "The ferry, Lefay {}, must stay.": ("avalon", "support", "self"),
    "Lefay {} that Avalon rejects the ferry.": ("avalon", "oppose", "self"),
    "Lefay {} that she rejects the ferry.": ("avalon", "oppose", "self"),
    "Lefay {} that Brigadoon rejects the ferry.": ("brigadoon", "oppose", "ascribed"),
    "“Brigadoon rejects the ferry,” Lefay {}.": ("brigadoon", "oppose", "ascribed"),
}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_way_of_saying(islands: Reader, way: str) -> None:
    articles = [Article(id=verb, text=way.format(verb), date=date(2005, 9, 5)) for verb in VERBS]
    found = {
        article.id: {(c.actor, c.stance, c.attribution) for c in candidates if not c.implied}
        for article, candidates in islands.extractor.candidates(articles)
    }
    assert found == {verb: {WAYS[way]} for verb in VERBS}
