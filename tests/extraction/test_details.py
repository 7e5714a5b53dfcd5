"""What a position carries besides actor, issue and stance: condition, date, quotation, speaker."""

from datetime import date
from typing import Protocol

import pytest

from stancegraph.extraction import Extractor
from stancegraph.extraction.candidates import Candidate
from stancegraph.model import Article


class Reader(Protocol):
    extractor: Extractor

    def found(
        self,
        text: str,
        *,
        on: date = ...,
        speaker: str | None = ...,
        threshold: float | None = ...,
    ) -> list[Candidate]: ...


CONDITIONS = [
    (
        "Moscow would agree to a ceasefire only if Western arms deliveries stop.",
        "russia",
        "immediate-ceasefire",
        "Western arms deliveries stop",
    ),
    (
        "Kyiv is ready to hold elections once security guarantees are in place.",
        "ukraine",
        "elections-in-ukraine",
        "security guarantees are in place",
    ),
    (
        "Kyiv would withdraw from Donbas only after it has received security guarantees.",
        "ukraine",
        "ukrainian-withdrawal",
        "it has received security guarantees",
    ),
    (
        "The EU is ready to lift its sanctions on Russia provided that Russian troops go home.",
        "europe",
        "sanctions-relief",
        "Russian troops go home",
    ),
    (
        "Moscow offered to release prisoners of war in exchange for the lifting of sanctions.",
        "russia",
        "prisoner-exchange",
        "the lifting of sanctions",
    ),
    (
        "Germany will send troops to Ukraine only if the United States provides air cover.",
        "europe",
        "foreign-troops",
        "the United States provides air cover",
    ),
    (
        "Unless Moscow stops its attacks, Washington will impose new sanctions on Russia.",
        "united-states",
        "new-sanctions",
        "Moscow stops its attacks",
    ),
    (
        "If Russia keeps up its attacks, the EU will impose new sanctions on Moscow.",
        "europe",
        "new-sanctions",
        "Russia keeps up its attacks",
    ),
    (
        "Should Kyiv hold elections, Moscow would agree to a meeting of the two presidents.",
        "russia",
        "leaders-summit",
        "Kyiv hold elections",
    ),
    (
        "The Kremlin is willing to accept EU membership for Ukraine as long as it stays neutral.",
        "russia",
        "eu-membership",
        "it stays neutral",
    ),
    (
        "The White House said it would back security guarantees if Europe pays for them.",
        "united-states",
        "security-guarantees",
        "Europe pays for them",
    ),
    (
        "Kyiv said it would agree to a referendum on condition that the fighting stops first.",
        "ukraine",
        "referendum",
        "the fighting stops first",
    ),
]

ISLAND_CONDITIONS = [
    (
        "Avalon would accept a closed season if Brigadoon paid for it.",
        "avalon",
        "closed-season",
        "Brigadoon paid for it",
    ),
    (
        "Brigadoon will run the ferry as long as Avalon pays half of the fuel.",
        "brigadoon",
        "ferry",
        "Avalon pays half of the fuel",
    ),
    (
        "Avalon accepts a closed season in return for a bridge.",
        "avalon",
        "closed-season",
        "a bridge",
    ),
    (
        "Lefay said she would agree to a herring quota once the seals are gone.",
        "avalon",
        "fishing-limit",
        "the seals are gone",
    ),
    (
        "MacRae is prepared to accept a spring ban on condition that Avalon accepts it too.",
        "brigadoon",
        "closed-season",
        "Avalon accepts it too",
    ),
    (
        "Provided that the council pays, Avalon would welcome the ferry.",
        "avalon",
        "ferry",
        "the council pays",
    ),
]


def conditional(reader: Reader, text: str, actor: str, issue: str, condition: str) -> None:
    found = [c for c in reader.found(text, threshold=0.0) if c.actor == actor and c.issue == issue]
    assert {c.stance for c in found} == {"conditional"}
    assert all(c.condition and condition in c.condition for c in found)
    assert all(c.condition in text for c in found if c.condition)


@pytest.mark.parametrize(("text", "actor", "issue", "condition"), CONDITIONS)
def test_condition(reader: Reader, text: str, actor: str, issue: str, condition: str) -> None:
    conditional(reader, text, actor, issue, condition)


@pytest.mark.parametrize(("text", "actor", "issue", "condition"), ISLAND_CONDITIONS)
def test_condition_islands(
    islands: Reader, text: str, actor: str, issue: str, condition: str
) -> None:
    conditional(islands, text, actor, issue, condition)


# 5 September 2025 is a Friday.
PUBLISHED = date(2025, 9, 5)
DATES = [
    ("On Tuesday, Kyiv rejected a territorial swap.", date(2025, 9, 2)),
    ("Kyiv rejected a territorial swap on Friday.", date(2025, 9, 5)),
    ("Kyiv on Saturday rejected a territorial swap.", date(2025, 8, 30)),
    ("Kyiv rejected a territorial swap yesterday.", date(2025, 9, 4)),
    ("On 14 August Kyiv rejected a territorial swap.", date(2025, 8, 14)),
    ("On August 14, Kyiv rejected a territorial swap.", date(2025, 8, 14)),
    ("On 20 December Kyiv rejected a territorial swap.", date(2024, 12, 20)),
    ("On 3 March 2024 Kyiv rejected a territorial swap.", date(2024, 3, 3)),
    ("Kyiv rejected a territorial swap last Monday.", date(2025, 9, 1)),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_date_from_the_words(reader: Reader, text: str, day: date) -> None:
    found = reader.found(text, on=PUBLISHED)
    assert {(c.issue, c.date, c.date_precision) for c in found} == {
        ("territorial-swap", day, "day")
    }


def test_date_of_the_article_where_the_words_give_none(reader: Reader) -> None:
    found = reader.found("Kyiv rejects a territorial swap.", on=PUBLISHED)
    assert {(c.date, c.date_precision) for c in found} == {(PUBLISHED, "article")}


def test_no_date_without_the_articles(reader: Reader) -> None:
    article = Article(id="test", text="Kyiv rejects a territorial swap.")
    [(_, positions)] = reader.extractor.extract([article])
    assert [(p.date, p.date_precision) for p in positions] == [(None, None)]


def test_office_is_resolved_on_the_articles_day(islands: Reader) -> None:
    """Whoever was not yet governor did not speak as one; the island did."""
    text = "The governor of Avalon rejected the ferry."
    holders = {
        day.year: {(c.actor, c.stance, c.holder_id) for c in islands.found(text, on=day)}
        for day in (date(2002, 5, 1), date(2005, 5, 1))
    }
    assert holders == {
        2002: {("avalon", "oppose", None)},
        2005: {("avalon", "oppose", "morgan-lefay")},
    }


def test_quotation_is_the_clause(reader: Reader) -> None:
    text = (
        "It was a long day in the city and the cafes were full. "
        "Kyiv rejects a territorial swap. "
        "Rain is forecast for the weekend."
    )
    [(_, positions)] = reader.extractor.extract([Article(id="test", text=text, date=PUBLISHED)])
    assert {p.quote.strip(".") for p in positions} == {"Kyiv rejects a territorial swap"}


@pytest.mark.parametrize(
    "text",
    [
        "**Kyiv** rejects any *territorial swap*.",
        "> Kyiv rejects any territorial swap.",
        "- Kyiv rejects any territorial swap.",
        "[Kyiv](https://example.org/a_(b)) rejects any territorial swap.[^1]",
        "Kyiv \u00ad rejects\u00a0any territorial swap\u2026",
        "\ufeffKyiv rejects any territorial\nswap.",
        "\U0001f54a\ufe0f Kyiv rejects any territorial swap. \U0001f54a\ufe0f",
        "K\u00f6ln, 5 September.\r\n\r\nKyiv rejects any territorial swap.\r\n",
    ],
)
def test_quotation_is_exact_in_any_typography(reader: Reader, text: str) -> None:
    [(article, positions)] = reader.extractor.extract([Article(id="test", text=text)])
    assert ("ukraine", "oppose", "territorial-swap") in {
        (p.actor, p.stance, p.issue) for p in positions
    }
    assert all(p.quote == article.text[p.start : p.end] for p in positions)


SPOKEN = [
    ("We shall never accept a cap on herring.", "Angus MacRae", "brigadoon oppose fishing-limit"),
    ("I want this ferry, and I want it soon.", "Morgan Lefay", "avalon support ferry"),
    ("Our position is clear. We reject a closed season.", "Avalon", "avalon oppose closed-season"),
    ("We are ready to pay for the ferry line.", "Brigadoon", "brigadoon support ferry"),
    ("Avalon opposes the ferry.", "Angus MacRae", "avalon oppose ferry (ascribed)"),
    ("Why should we want a ferry?", "Angus MacRae", ""),
    (
        (
            "**Question:** Do you want a ferry?\n\n"
            "**Angus MacRae:** We want the ferry line, and we want it now."
        ),
        None,
        "brigadoon support ferry",
    ),
    (
        "Q: Many people reject the closed season.\n\nMorgan Lefay: We support the closed season.",
        None,
        "avalon support closed-season",
    ),
    (
        (
            "Angus MacRae: We will not accept a fishing limit.\n\n"
            "Morgan Lefay: And we insist on a fishing limit."
        ),
        None,
        "brigadoon oppose fishing-limit; avalon support fishing-limit",
    ),
]


class IslandReader(Reader, Protocol):
    def complaints(
        self, text: str, reading: str, *, on: date = ..., speaker: str | None = ...
    ) -> list[str]: ...


@pytest.mark.parametrize(("text", "speaker", "reading"), SPOKEN)
def test_first_person_is_the_speakers(
    islands: IslandReader, text: str, speaker: str | None, reading: str
) -> None:
    assert islands.complaints(text, reading, on=date(2005, 9, 5), speaker=speaker) == []


HOLDERS = [
    ("The Polish foreign minister rejected a territorial swap.", "foreign minister"),
    ("Kyiv rejected a territorial swap.", "Kyiv"),
    ("European leaders rejected a territorial swap.", "European leaders"),
]


@pytest.mark.parametrize(("text", "holder"), HOLDERS)
def test_holder_is_named_as_written(reader: Reader, text: str, holder: str) -> None:
    found = reader.found(text)
    assert len(found) == 1
    assert found[0].holder in text and holder in found[0].holder


ASCRIBERS = [
    ("According to Kyiv, Moscow does not want a ceasefire.", "ukraine"),
    ("The German chancellor said that Moscow does not want a ceasefire.", "europe"),
    ("Washington accused Moscow of rejecting a ceasefire.", "united-states"),
    ("Washington said that Moscow had rejected a ceasefire.", "united-states"),
]


@pytest.mark.parametrize(("text", "source"), ASCRIBERS)
def test_ascriber_is_kept(reader: Reader, text: str, source: str) -> None:
    found = [c for c in reader.found(text, threshold=0.0) if c.actor == "russia"]
    assert {(c.issue, c.stance, c.attribution, c.attributed_by) for c in found} == {
        ("immediate-ceasefire", "oppose", "ascribed", source)
    }


ATTRIBUTIONS = [
    ("Kyiv said it would not accept a territorial swap.", "self"),
    ("Kyiv rejects a territorial swap.", "reported"),
    ("A territorial swap is unacceptable, Kyiv said.", "self"),
    ("Kyiv's rejection of a territorial swap is firm.", "reported"),
    ("Moscow said that Kyiv rejects a territorial swap.", "ascribed"),
]


@pytest.mark.parametrize(("text", "attribution"), ATTRIBUTIONS)
def test_attribution(reader: Reader, text: str, attribution: str) -> None:
    found = [c for c in reader.found(text, threshold=0.0) if c.actor == "ukraine"]
    assert {(c.stance, c.attribution) for c in found} == {("oppose", attribution)}
