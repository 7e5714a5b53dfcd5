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


# What somebody's noun is about.
STANCE_NOUNS = {
    "support for": 1,
    "insistence on": 1,
    "demand for": 1,
    "call for": 1,
    "enthusiasm for": 1,
    "preference for": 1,
    "approval of": 1,
    "endorsement of": 1,
    "appeal for": 1,
    "proposal for": 1,
    "commitment to": 1,
    "opposition to": -1,
    "rejection of": -1,
    "objections to": -1,
    "resistance to": -1,
    "hostility to": -1,
    "refusal of": -1,
    "criticism of": -1,
    "veto of": -1,
}
# Adjectives, light verbs and idioms, followed by a noun.
IDIOMS = {
    "is open to": 1,
    "is enthusiastic about": 1,
    "is keen on": 1,
    "has agreed to": 1,
    "gave its consent to": 1,
    "gave its backing to": 1,
    "expressed support for": 1,
    "came out in favour of": 1,
    "put its weight behind": 1,
    "threw its weight behind": 1,
    "made a case for": 1,
    "said yes to": 1,
    "drew up plans for": 1,
    "put forward a plan for": 1,
    "argued for": 1,
    "pushed for": 1,
    "pressed for": 1,
    "voted for": 1,
    "lobbied for": 1,
    "signed up to": 1,
    "holds out for": 1,
    "spoke up for": 1,
    "is opposed to": -1,
    "is hostile to": -1,
    "is unhappy about": -1,
    "is not interested in": -1,
    "has not agreed to": -1,
    "never agreed to": -1,
    "took a stand against": -1,
    "came out against": -1,
    "said no to": -1,
    "turned its back on": -1,
    "argued against": -1,
    "campaigned against": -1,
    "voted against": -1,
    "turned down": -1,
    "spoke out against": -1,
}
# What is to be done with it, in the passive; 0 says that nobody takes a position.
PASSIVE = {
    "Avalon wants the ferry to be {}.": 1,
    "Avalon demands that the ferry be {}.": 1,
    "Avalon demanded the ferry be {}.": 1,
    "Avalon insists that the ferry be {}.": 1,
    "Avalon proposed that the ferry should be {}.": 1,
    "Avalon said the ferry must be {}.": 1,
    "Avalon said that the ferry should be {}.": 1,
    "The ferry must be {}, Avalon said.": 1,
    '"The ferry must be {}," Morgan Lefay said.': 1,
    "The ferry will be {}, Avalon promised.": 1,
    "Avalon's demand that the ferry be {} was ignored.": 1,
    "Avalon voted for the ferry to be {}.": 1,
    "The ferry was {} by Avalon.": 1,
    "Avalon said that the ferry must not be {}.": -1,
    "Avalon does not want the ferry to be {}.": -1,
    "Avalon opposes plans for the ferry to be {}.": -1,
    "The ferry should not be {}, according to Avalon.": -1,
    "Avalon fears that the ferry will be {}.": -1,
    "Avalon asked Brigadoon whether the ferry would be {}.": 0,
    "Will the ferry be {}?": 0,
}
DONE = {
    "kept": 1,
    "preserved": 1,
    "expanded": 1,
    "scrapped": -1,
    "abolished": -1,
    "stopped": -1,
    "cancelled": -1,
}


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
        text: {("avalon", "support" if product > 0 else "oppose", "ferry")} if product else set()
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


@pytest.mark.parametrize("noun", sorted(STANCE_NOUNS))
@pytest.mark.parametrize(
    "sentence",
    [
        "Avalon's {} {}the ferry is well known.",
        "Lefay's {} {}the ferry surprised nobody.",
        "Avalonian {} {}the ferry is growing.",
    ],
)
def test_nouns_of_stance(islands: Reader, sentence: str, noun: str) -> None:
    check(islands, sentence.format(noun, "{}"), DEED, STANCE_NOUNS[noun])


@pytest.mark.parametrize("idiom", sorted(IDIOMS))
def test_idioms(islands: Reader, idiom: str) -> None:
    check(islands, f"Avalon {idiom} {{}}the ferry.", DEED, IDIOMS[idiom])


@pytest.mark.parametrize("sentence", sorted(PASSIVE))
def test_what_is_to_be_done(islands: Reader, sentence: str) -> None:
    check(islands, sentence, DONE, PASSIVE[sentence])


def test_reported_by_another(islands: Reader) -> None:
    """What one actor says of another is the other's, whatever its sign."""
    texts = [f"Brigadoon said Avalon wanted to {effect} the ferry." for effect in DO]
    articles = [Article(id=text, text=text, date=date(2005, 9, 5)) for text in texts]
    found = [
        {(c.actor, c.stance, c.attribution, c.attributed_by) for c in candidates if not c.implied}
        for _, candidates in islands.extractor.candidates(articles)
    ]
    assert found == [
        {("avalon", "support" if sign > 0 else "oppose", "ascribed", "brigadoon")}
        for sign in DO.values()
    ]
