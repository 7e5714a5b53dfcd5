"""Names, offices, ministries, delegations and groups speak for the right actor."""

from datetime import date
from typing import Protocol

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article


class Reader(Protocol):
    extractor: Extractor


NAMES = {
    "russia": [
        "Moscow",
        "Russia",
        "The Kremlin",
        "The Russian president",
        "The Russian side",
        "The Russian delegation",
        "Russia's foreign ministry",
        "Russian officials",
        "A Kremlin spokesman",
        "The Russian government",
        "Russia's chief negotiator",
        "The Russian foreign minister",
    ],
    "ukraine": [
        "Kyiv",
        "Kiev",
        "Ukraine",
        "The Ukrainian president",
        "Ukraine's parliament",
        "The Ukrainian delegation",
        "Ukrainian negotiators",
        "Ukraine's foreign minister",
        "The government in Kyiv",
        "The Ukrainian side",
        "Ukrainian diplomats",
        "The head of the Ukrainian delegation",
    ],
    "united-states": [
        "Washington",
        "The White House",
        "The United States",
        "The US president",
        "The US administration",
        "The US secretary of state",
        "American officials",
        "The Pentagon",
        "The State Department",
        "US senators",
        "The American side",
        "The Trump administration",
        "The US vice president",
        "The US special envoy",
    ],
    "europe": [
        "Brussels",
        "The EU",
        "The European Union",
        "European leaders",
        "Berlin",
        "The German chancellor",
        "The Polish government",
        "France's president",
        "The Finnish foreign minister",
        "EU foreign ministers",
        "The Baltic states",
        "The Italian prime minister",
        "British officials",
        "Downing Street",
        "The European Commission",
        "The president of the European Commission",
        "Spain",
        "The Dutch defence minister",
        "The Czech president",
        "The Hungarian foreign minister",
        "The E3",
        "The Nordic countries",
        "The coalition of the willing",
        "The Élysée",
        "Kyiv's European allies",
        "Ukraine's European partners",
        "The prime minister of Denmark",
        "The Estonian government",
        "Lithuania's president",
        "The Swedish foreign minister Anna Berg",
        "Ireland's taoiseach",
    ],
    "nato": [
        "NATO",
        "The NATO secretary-general",
        "NATO's secretary general",
    ],
    "turkey": [
        "Ankara",
        "The Turkish president",
        "Turkey's foreign minister",
    ],
    "china": [
        "Beijing",
        "The Chinese foreign ministry",
    ],
    "vatican": [
        "The Vatican",
        "The Holy See",
    ],
    "united-nations": [
        "The United Nations",
        "The UN secretary-general",
    ],
    "saudi-arabia": [
        "Riyadh",
        "The Saudi crown prince",
    ],
    "switzerland": [
        "Switzerland",
        "The Swiss foreign ministry",
    ],
    "qatar": [
        "Doha",
        "Qatar's prime minister",
    ],
    "belarus": [
        "Minsk",
        "The Belarusian president",
    ],
}
SENTENCES = [
    "{} rejected a territorial swap.",
    "A territorial swap was rejected by {}.",
    "A territorial swap is unacceptable, {} said.",
]


def within(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[0].lower() + name[1:] if name.startswith(("The ", "A ")) else name


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("actor", sorted(NAMES))
def test_who_speaks_for_whom(reader: Reader, actor: str, sentence: str) -> None:
    articles = [
        Article(
            id=name,
            text=sentence.format(name if sentence.startswith("{}") else within(name)),
            date=date(2025, 9, 5),
        )
        for name in NAMES[actor]
    ]
    found = {
        article.id: {(c.actor, c.stance) for c in candidates if c.issue == "territorial-swap"}
        for article, candidates in reader.extractor.candidates(articles)
    }
    assert found == {name: {(actor, "oppose")} for name in NAMES[actor]}
