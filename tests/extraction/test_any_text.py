"""Whatever text comes, the engine copes, quotes exactly and says the same twice."""

from datetime import date
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancegraph.extraction import Extractor
from stancegraph.model import Article, Position


class Reader(Protocol):
    extractor: Extractor


# Words of the case, typography and Markdown, so that chance makes positions too.
PIECES = st.sampled_from(
    [
        "Avalon ",
        "Brigadoon ",
        "MacRae ",
        "Lefay's ",
        "rejects ",
        "wants ",
        "said ",
        "not ",
        "to lift ",
        "the ferry ",
        "a herring quota ",
        "a closed season ",
        "unlimited fishing ",
        "if ",
        "until ",
        "who ",
        "which ",
        "it ",
        "and ",
        ", ",
        ". ",
        "? ",
        "\n",
        "\n\n",
        "\r\n\r\n",
        "# ",
        "- ",
        "> ",
        "**",
        "_",
        "`",
        "“",
        "”",
        '"',
        "'",
        "’",
        "(",
        ")",
        "[",
        "](x) ",
        "<!--",
        "-->",
        "Q: ",
        "Avalon: ",
        "| a | b |\n|---|---|\n",
        "&nbsp;",
        "\u00ad",
        "\u200b",
        "e\u0301",
        "\U0001f41f ",
    ]
)
MIXED = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


def positions(reader: Reader, text: str) -> tuple[Position, ...]:
    article = Article(id="test", text=text, date=date(2005, 9, 5))
    [(returned, found)] = reader.extractor.extract([article])
    assert returned is article
    return found


def sound(reader: Reader, text: str) -> None:
    found = positions(reader, text)
    case = reader.extractor.case
    for position in found:
        assert position.quote == text[position.start : position.end]
        assert position.quote.strip()
        assert position.actor in case.actors and position.issue in case.issues
        assert 0 <= position.confidence <= 1
        assert position.stance == "conditional" or position.condition is None
        assert position.holder
    assert positions(reader, text) == found


@settings(max_examples=30)
@given(text=MIXED)
def test_any_mixture(islands: Reader, text: str) -> None:
    sound(islands, text)


@settings(max_examples=20)
@given(text=st.text(max_size=200))
def test_any_unicode(islands: Reader, text: str) -> None:
    sound(islands, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        ".",
        "?!?!...",
        '""',
        "“",
        "---",
        "# ",
        "- \n- \n- ",
        "\ufeff",
        "\x00",
        "...\n\n***\n\n---",
        "Q:",
        "Avalon:",
        "**Avalon**",
    ],
)
def test_nothing_to_read(islands: Reader, text: str) -> None:
    assert positions(islands, text) == ()


def test_huge_sentence(islands: Reader) -> None:
    clause = "Avalon rejects the ferry and Brigadoon wants a closed season and "
    sound(islands, clause * 25 + "nobody knows why.")


def test_unclosed_quotation_over_many_paragraphs(islands: Reader) -> None:
    sound(islands, '"We want the ferry.\n\n' * 30)


def test_deep_nesting(islands: Reader) -> None:
    sound(islands, "Lefay said that MacRae said that " * 60 + "Avalon rejects the ferry.")


def test_articles_do_not_touch_each_other(islands: Reader) -> None:
    texts = [
        "Avalon rejects the ferry.",
        "It wants a closed season.",
        "“We want the ferry",
        "Brigadoon supports a herring quota.",
    ]
    articles = [Article(id=str(i), text=t, date=date(2005, 9, 5)) for i, t in enumerate(texts)]
    together = [found for _, found in islands.extractor.extract(articles)]
    alone = [found for a in articles for _, found in islands.extractor.extract([a])]
    assert together == alone
    assert [len(found) for found in together] == [1, 0, 0, 1]


def test_articles_keep_their_order_and_come_lazily(islands: Reader) -> None:
    def articles(count: int = 40) -> list[Article]:
        return [Article(id=str(i), text="Avalon rejects the ferry.") for i in range(count)]

    assert [a.id for a, _ in islands.extractor.extract(articles())] == [str(i) for i in range(40)]
    stream = islands.extractor.extract(iter(articles()))
    first, _ = next(stream)
    assert first.id == "0"


def test_no_articles(islands: Reader) -> None:
    assert list(islands.extractor.extract([])) == []
