"""Polarity is a product: operator times effect, for every operator and every effect."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article


class Reader(Protocol):
    extractor: Extractor


# Followed by an infinitive.
INFINITIVE = {
    "wants to": 1,
    "plans to": 1,
    "promised to": 1,
    "is ready to": 1,
    "has agreed to": 1,
    "offered to": 1,
    "is determined to": 1,
    "refuses to": -1,
    "declined to": -1,
    "is unwilling to": -1,
    "is reluctant to": -1,
    "does not want to": -1,
    "is not ready to": -1,
    "is not prepared to": -1,
    "has no plans to": -1,
    "has not agreed to": -1,
    "said it would": 1,
    "said it would not": -1,
    "said it wanted to": 1,
    "said it had refused to": -1,
}
# Followed by a noun.
NOUN = {
    "supports": 1,
    "demands": 1,
    "proposed": 1,
    "called for": 1,
    "is in favour of": 1,
    "insists on": 1,
    "welcomed": 1,
    "rejects": -1,
    "opposes": -1,
    "ruled out": -1,
    "warned against": -1,
    "is against": -1,
    "does not support": -1,
    "objects to": -1,
    "voiced support for": 1,
    "said it supported": 1,
    "said it rejected": -1,
}
DO = {"keep": 1, "preserve": 1, "expand": 1, "scrap": -1, "abolish": -1, "end": -1, "block": -1}
DEED = {
    "": 1,
    "an end to ": -1,
    "the abolition of ": -1,
    "the expansion of ": 1,
}
DOING = {"keeping": 1, "preserving": 1, "scrapping": -1, "abolishing": -1}


Signs = Mapping[str, int]


def check(reader: Reader, sentence: str, effects: Signs, sign: int) -> None:
    """Put every effect into a sentence and compare the stances, all of them at once."""
    texts = {sentence.format(effect): sign * effects[effect] for effect in effects}
    articles = [Article(id=text, text=text, date=date(2005, 9, 5)) for text in texts]
    found = {
        article.text: {(c.actor, c.stance, c.issue) for c in candidates}
        for article, candidates in reader.extractor.candidates(articles)
    }
    assert found == {
        text: {("avalon", "support" if product > 0 else "oppose", "ferry")}
        for text, product in texts.items()
    }


@pytest.mark.parametrize("operator", sorted(INFINITIVE))
def test_operator_and_verb(islands: Reader, operator: str) -> None:
    check(islands, f"Avalon {operator} {{}} the ferry.", DO, INFINITIVE[operator])


@pytest.mark.parametrize("operator", sorted(NOUN))
def test_operator_and_noun(islands: Reader, operator: str) -> None:
    check(islands, f"Avalon {operator} {{}}the ferry.", DEED, NOUN[operator])


@pytest.mark.parametrize(
    "operator", ["called for", "insists on", "opposes", "ruled out", "is against"]
)
def test_operator_and_gerund(islands: Reader, operator: str) -> None:
    check(islands, f"Avalon {operator} {{}} the ferry.", DOING, NOUN[operator])


@pytest.mark.parametrize("operator", ["asked", "urged", "told", "wants", "forced", "begged"])
def test_whoever_is_told(islands: Reader, operator: str) -> None:
    check(islands, f"Avalon {operator} Brigadoon to {{}} the ferry.", DO, 1)


@pytest.mark.parametrize("operator", ["asked", "urged", "told"])
def test_whoever_is_told_not_to(islands: Reader, operator: str) -> None:
    check(islands, f"Avalon {operator} Brigadoon not to {{}} the ferry.", DO, -1)


def test_reported_by_another(islands: Reader) -> None:
    """What one actor says of another is the other's, whatever its sign."""
    texts = [f"Brigadoon said Avalon wanted to {effect} the ferry." for effect in DO]
    articles = [Article(id=text, text=text, date=date(2005, 9, 5)) for text in texts]
    found = [
        {(c.actor, c.stance, c.attribution, c.attributed_by) for c in candidates}
        for _, candidates in islands.extractor.candidates(articles)
    ]
    assert found == [
        {("avalon", "support" if sign > 0 else "oppose", "ascribed", "brigadoon")}
        for sign in DO.values()
    ]
