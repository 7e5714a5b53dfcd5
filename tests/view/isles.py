"""A small case for the page's tests: three islands, three issues, one article."""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stancegraph import view
from stancegraph.case import Actor, Case, Issue
from stancegraph.model import ATTRIBUTIONS, STANCES, Article, Position, Stance

TABS = ("positions", "agreement", "network", "shifts", "statements")
DAY = date(2031, 3, 1)
STRINGS = json.loads(Path(view.__file__).with_name("strings.en.json").read_text(encoding="utf-8"))

TEXT = (
    "The council 😀 met at noon. North said it would stop fishing 🐟 at once, “fully”. "
    "South refused to stop. It might yet run a ferry if the harbour is dredged first.\n\n"
    "Coast wants the ferry too. שלום, said the Coast’s envoy, agreeing to the truce. "
    "Nothing else was decided by the council."
)


def case(**titles: str) -> Case:
    """Give the case of the isles; `titles` are put before its labels."""
    actors = {
        name: Actor(name, f"urn:a:{name}", "bloc", titles.get("actor", "") + name.title(), name)
        for name in ("north", "south", "coast", "abroad")
    }
    issues = {
        name: Issue(
            name,
            f"urn:i:{name}",
            titles.get("issue", "") + name.title(),
            titles.get("proposition", "") + f"There is a {name}",
            group,
            "yes",
            "no",
            "",
        )
        for name, group in (("truce", "war"), ("fishing", "trade"), ("ferry", "trade"))
    }
    groups = {"war": titles.get("group", "") + "War", "trade": "Trade"}
    title = titles.get("title", "") + "Isles"
    compared = ("north", "south", "coast")
    return Case("isles", "urn:c", title, "1", compared, actors, issues, groups)


def said(actor: str, issue: str, stance: Stance, quote: str, **more: Any) -> Position:
    """Make a statement from the article, its quote found in the text."""
    start = TEXT.index(quote)
    return Position(
        **{
            "article": "noon",
            "actor": actor,
            "holder": actor.title(),
            "issue": issue,
            "stance": stance,
            "quote": quote,
            "start": start,
            "end": start + len(quote),
            "confidence": 0.9,
            "date": DAY,
            **more,
        }
    )


def held(actor: str, issue: str, stance: Stance, **more: Any) -> Position:
    """Make a statement whose words do not matter."""
    return said(actor, issue, stance, "South refused to stop.", **more)


NOON = Article(
    "noon", TEXT, "Noon council", DAY, "Isles Wire", "https://isles.example/noon", language="en"
)
POSITIONS = [
    said("north", "fishing", "oppose", "North said it would stop fishing 🐟 at once, “fully”."),
    said("south", "fishing", "support", "South refused to stop."),
    said(
        "south", "ferry", "conditional",
        "It might yet run a ferry if the harbour is dredged first.",
        condition="the harbour is dredged first", attribution="self", confidence=0.6,
    ),
    said("coast", "ferry", "support", "Coast wants the ferry too."),
    said("coast", "truce", "support", "שלום, said the Coast’s envoy, agreeing to the truce."),
    said(
        "north", "ferry", "oppose", "Coast wants the ferry too.",
        attribution="ascribed", attributed_by="coast",
    ),
    said("abroad", "truce", "support", "The council 😀 met at noon."),
]  # fmt: skip


def random_positions(seed: int, count: int = 150) -> list[Position]:
    """Draw statements of every kind."""
    draw = random.Random(seed)  # noqa: S311 - test data
    return [
        Position(
            ("noon", "dusk", "dawn")[k % 3],
            draw.choice(["north", "south", "coast", "abroad", "author"]),
            ("Someone", "someone", "Someone else", "The harbour office")[k % 4],
            draw.choice(["truce", "fishing", "ferry"]),
            draw.choice(STANCES),
            f"Quote {k}.",
            0,
            1,
            attribution=draw.choice(ATTRIBUTIONS),
            time=draw.choice(["current", "current", "past"]),
            confidence=round(draw.random(), 2),
            date=draw.choice([None, DAY + timedelta(days=draw.randrange(700))]),
        )
        for k in range(count)
    ]
