"""Named queries, on a collection small enough to count by hand."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, XSD

from stancegraph import queries
from stancegraph.case import Actor, Case, Issue
from stancegraph.exceptions import QueryError
from stancegraph.model import Article, Position
from stancegraph.queries import (
    ActorRow,
    AgreementRow,
    AlignmentRow,
    ArticleRow,
    AscriptionCountRow,
    AscriptionRow,
    BreakingRanksRow,
    CommonGroundRow,
    ConditionRow,
    ContestedRow,
    CoverageRow,
    DivergenceRow,
    EvidenceRow,
    HolderRow,
    IssueRow,
    LatestStanceRow,
    PositionRow,
    ProvenanceRow,
    RunRow,
    SalienceRow,
    ShiftRow,
    SilenceRow,
    SourceRow,
    SpeechActRow,
    StanceCountRow,
    StandingRow,
    TrendRow,
    catalogue,
    named,
    run,
    to_frame,
)
from stancegraph.rdf import (
    article_graph,
    article_iri,
    distinct,
    position_iri,
    reference_graph,
    standings_graph,
)
from stancegraph.store import RemoteStore, Store

BASE = "https://example.org/case/isles"
TEXT = "".join(f"Sentence number {n:02} of the talks. " for n in range(20))


def actor(name: str, bloc: str | None = None, **more: Any) -> Actor:
    parents = () if bloc is None else (bloc,)
    settings: dict[str, Any] = {"kind": "bloc" if bloc is None else "institution"} | more
    return Actor(
        id=name,
        iri=f"{BASE}/actor/{name}",
        label=name.title(),
        bloc=bloc or name,
        parents=parents,
        **settings,
    )


def issue(name: str, group: str) -> Issue:
    return Issue(name, f"{BASE}/issue/{name}", name.title(), f"The {name}.", group, "", "", "")


CASE = Case(
    id="isles",
    iri=BASE,
    title="Isles",
    version="1",
    compared=("brigadoon", "avalon", "thule"),
    actors={
        one.id: one
        for one in (
            actor("avalon"),
            actor("brigadoon"),
            actor("thule"),
            actor("mainland"),
            actor("council", "avalon"),
        )
    },
    issues={
        one.id: one
        for one in (issue("quota", "sea"), issue("ferry", "land"), issue("toll", "land"))
    },
    groups={"sea": "Sea", "land": "Land"},
)

#: sentence, actor, issue, stance and what differs from a reported, current position
TOLD: dict[str, list[tuple[int, str, str, str, dict[str, Any]]]] = {
    "early": [
        (0, "avalon", "quota", "support", {"holder_id": "council"}),
        (1, "brigadoon", "quota", "oppose", {"attribution": "self"}),
        (2, "brigadoon", "ferry", "support", {"date": date(2003, 9, 1)}),
        (3, "avalon", "ferry", "support", {"time": "past"}),
        (4, "author", "ferry", "oppose", {}),
        (5, "mainland", "quota", "oppose", {}),
    ],
    "late": [
        (0, "avalon", "quota", "conditional", {"condition": "the nets are dry"}),
        (1, "brigadoon", "quota", "support",
         {"attribution": "ascribed", "attributed_by": "avalon"}),
        (2, "avalon", "ferry", "ambivalent", {}),
        (3, "thule", "ferry", "support", {}),
        (4, "avalon", "toll", "oppose", {}),
    ],
    "undated": [(0, "thule", "quota", "oppose", {})],
}  # fmt: skip
ARTICLES = {
    "early": Article("early", TEXT, title="Early", date=date(2003, 10, 1), publisher="Gazette"),
    "late": Article("late", TEXT, title="Late", date=date(2003, 11, 1), url="https://e.org/late"),
    "undated": Article("undated", TEXT),
    'odd "} #': Article('odd "} #', TEXT, publisher='x" } #'),
}


def told(article: str, line: tuple[int, str, str, str, dict[str, Any]]) -> Position:
    number, who, what, stance, more = line
    sentence = f"Sentence number {number:02} of the talks."
    start = TEXT.index(sentence)
    settings: dict[str, Any] = {
        "article": article,
        "actor": who,
        "holder": who.title(),
        "confidence": 0.5,
        **more,
    }
    return Position(
        issue=what,
        stance=stance,  # type: ignore[arg-type]
        quote=sentence,
        start=start,
        end=start + len(sentence),
        **settings,
    )


def iri(article: str, number: int) -> str:
    line = next(line for line in TOLD[article] if line[0] == number)
    return position_iri(told(article, line), CASE)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.memory() as memory:
        memory.put_graph(reference_graph(CASE))
        for name, article in ARTICLES.items():
            memory.put_article(article, [told(name, line) for line in TOLD.get(name, [])], CASE)
        yield memory


def ids(rows: Sequence[PositionRow]) -> list[tuple[str, str, str]]:
    return sorted((row.article, row.actor, row.issue) for row in rows)


# --- each query ---------------------------------------------------------------------------


def test_positions_in_full(store: Store) -> None:
    [row] = queries.positions(store, stance="conditional")
    assert row == PositionRow(
        position=iri("late", 0),
        actor="avalon",
        holder="Avalon",
        issue="quota",
        stance="conditional",
        condition="the nets are dry",
        attribution="reported",
        time="current",
        date=date(2003, 11, 1),
        confidence=0.5,
        quote="Sentence number 00 of the talks.",
        article="late",
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, 12),
        ({"actor": "avalon"}, 5),
        ({"actor": ["avalon", "thule"]}, 7),
        ({"actor": "avalon", "issue": "ferry"}, 2),
        ({"issue": ("ferry", "toll")}, 6),
        ({"stance": "oppose"}, 5),
        ({"stance": ["ambivalent", "conditional"]}, 2),
        ({"attribution": "self"}, 1),
        ({"attribution": ["self", "ascribed"], "actor": "brigadoon"}, 2),
        ({"time": "past"}, 1),
        ({"article": "undated"}, 1),
        ({"since": date(2003, 10, 2)}, 5),
        ({"since": "2003-10-01"}, 10),
        ({"since": "2003-11-01", "until": "2003-11-01"}, 5),
        ({"until": "2003-09-01"}, 1),
        ({"until": "2003-08-31"}, 0),
        ({"actor": "council"}, 0),
        ({"actor": "author"}, 1),
    ],
)
def test_positions_are_narrowed(store: Store, asked: dict[str, Any], expected: int) -> None:
    assert len(queries.positions(store, **asked)) == expected


def test_positions_come_newest_first(store: Store) -> None:
    days = [row.date for row in queries.positions(store)]
    assert days[:-1] == sorted((day for day in days if day), reverse=True)
    assert (days[-2:]) == [date(2003, 9, 1), None]


def test_latest_stance(store: Store) -> None:
    rows = queries.latest_stance(store)
    assert [(r.actor, r.issue, r.stance, r.date, r.positions) for r in rows] == [
        ("avalon", "ferry", "ambivalent", date(2003, 11, 1), 1),
        ("avalon", "quota", "conditional", date(2003, 11, 1), 2),
        ("avalon", "toll", "oppose", date(2003, 11, 1), 1),
        ("brigadoon", "ferry", "support", date(2003, 9, 1), 1),
        ("brigadoon", "quota", "oppose", date(2003, 10, 1), 1),
        ("mainland", "quota", "oppose", date(2003, 10, 1), 1),
        ("thule", "ferry", "support", date(2003, 11, 1), 1),
        ("thule", "quota", "oppose", None, 1),
    ]
    assert rows[1] == LatestStanceRow(
        actor="avalon", issue="quota", stance="conditional", date=date(2003, 11, 1), positions=2,
        holder="Avalon", condition="the nets are dry", position=iri("late", 0),
    )  # fmt: skip


def test_latest_stance_as_of_a_day(store: Store) -> None:
    [row] = queries.latest_stance(store, actor="avalon", until="2003-10-31")
    assert (row.issue, row.stance, row.positions) == ("quota", "support", 1)
    assert len(queries.latest_stance(store, issue="quota")) == 4


def test_agreement(store: Store) -> None:
    assert queries.agreement(store) == [
        AgreementRow("avalon", "thule", "ferry", 0.5, 0.0, 1.0, 1, 1),
        AgreementRow("avalon", "thule", "quota", 0.125, 0.75, -1.0, 2, 1),
        AgreementRow("brigadoon", "avalon", "ferry", 0.5, 1.0, 0.0, 1, 1),
        AgreementRow("brigadoon", "avalon", "quota", 0.125, -1.0, 0.75, 1, 2),
        AgreementRow("brigadoon", "thule", "ferry", 1.0, 1.0, 1.0, 1, 1),
        AgreementRow("brigadoon", "thule", "quota", 1.0, -1.0, -1.0, 1, 1),
    ]


def test_agreement_is_narrowed(store: Store) -> None:
    rows = queries.agreement(store, actor="avalon", issue="quota")
    assert [(r.actor, r.other) for r in rows] == [("avalon", "thule"), ("brigadoon", "avalon")]
    [row] = queries.agreement(store, until="2003-10-31")
    assert (row.actor, row.other, row.issue, row.agreement) == ("brigadoon", "avalon", "quota", 0)
    [row] = queries.agreement(store, since="2003-10-15")
    assert (row.actor, row.other, row.issue) == ("avalon", "thule", "ferry")


def test_divergence(store: Store) -> None:
    assert queries.divergence(store) == [
        DivergenceRow("quota", "Quota", "sea", 1.75, "split", 3, 4, -1.0, 0.75),
        DivergenceRow("ferry", "Ferry", "land", 1.0, "partly", 3, 3, 0.0, 1.0),
    ]
    assert queries.divergence(store, issue="toll") == []
    [row] = queries.divergence(store, until="2003-10-31")
    assert (row.issue, row.spread, row.verdict, row.actors) == ("quota", 2.0, "split", 2)


def test_evidence(store: Store) -> None:
    whole = iri("late", 1)
    [row] = queries.evidence(store, whole)
    assert row == EvidenceRow(
        position=whole,
        actor="brigadoon",
        issue="quota",
        stance="support",
        quote="Sentence number 01 of the talks.",
        prefix="entence number 00 of the talks. ",
        suffix=" Sentence number 02 of the talks",
        start=33,
        end=65,
        article="late",
        title="Late",
        date=date(2003, 11, 1),
        publisher=None,
        url="https://e.org/late",
    )
    assert TEXT[row.start : row.end] == row.quote
    assert queries.evidence(store, whole.rpartition("/")[2]) == [row]
    assert queries.evidence(store, [whole, iri("early", 5)])[0] == row
    assert len(queries.evidence(store, [whole, iri("early", 5)])) == 2
    assert len(queries.evidence(store, actor="avalon", issue="quota")) == 2
    assert len(queries.evidence(store, article="early")) == 6
    assert queries.evidence(store, "0000") == []


def test_actors(store: Store) -> None:
    assert queries.actors(store) == [
        ActorRow("avalon", "Avalon", "avalon", True, 5, 0),
        ActorRow("brigadoon", "Brigadoon", "brigadoon", True, 3, 0),
        ActorRow("thule", "Thule", "thule", True, 2, 0),
        ActorRow("author", "Author", "author", False, 1, 0),
        ActorRow("mainland", "Mainland", "mainland", False, 1, 0),
        ActorRow("council", "Council", "avalon", False, 0, 1),
        ActorRow("other", "Other", "other", False, 0, 0),
    ]
    assert [row.actor for row in queries.actors(store, bloc="avalon")] == ["avalon", "council"]


def test_issues(store: Store) -> None:
    assert queries.issues(store) == [
        IssueRow("quota", "Quota", "The quota.", "sea", 6),
        IssueRow("ferry", "Ferry", "The ferry.", "land", 5),
        IssueRow("toll", "Toll", "The toll.", "land", 1),
    ]
    assert [row.issue for row in queries.issues(store, group="land")] == ["ferry", "toll"]


def test_articles(store: Store) -> None:
    rows = queries.articles(store)
    assert rows[:2] == [
        ArticleRow("late", "Late", date(2003, 11, 1), None, "https://e.org/late", 5),
        ArticleRow("early", "Early", date(2003, 10, 1), "Gazette", None, 6),
    ]
    assert [(r.article, r.date, r.positions) for r in rows[2:]] == [
        ('odd "} #', None, 0),
        ("undated", None, 1),
    ]
    assert [r.article for r in queries.articles(store, publisher="Gazette")] == ["early"]
    assert [r.article for r in queries.articles(store, publisher='x" } #')] == ['odd "} #']
    assert [r.article for r in queries.articles(store, since="2003-10-15")] == ["late"]
    assert [r.article for r in queries.articles(store, until="2003-10-15")] == ["early"]


def small(*lines: tuple[str, str, str, dict[str, Any]], publisher: str | None = "Gazette") -> Store:
    """Make a graph of one article a month, each with one position."""
    memory = Store.memory()
    memory.put_graph(reference_graph(CASE))
    for month, (who, what, stance, more) in enumerate(lines, start=1):
        article = Article(f"a{month}", TEXT, date=date(2004, month, 1), publisher=publisher)
        position = told(article.id, (month, who, what, stance, more))
        memory.put_graph(article_graph(article, [position], CASE, software="9"))
    return memory


def test_standings(store: Store) -> None:
    rows = queries.standings(store)
    assert [(row.actor, row.issue, row.statements, row.reading) for row in rows] == [
        ("avalon", "ferry", 1, "undecided"),
        ("avalon", "quota", 2, "supports"),
        ("avalon", "toll", 1, "opposes"),
        ("brigadoon", "ferry", 1, "supports"),
        ("brigadoon", "quota", 1, "opposes"),
        ("mainland", "quota", 1, "opposes"),
        ("thule", "ferry", 1, "supports"),
        ("thule", "quota", 1, "opposes"),
    ]
    assert rows[4] == StandingRow(
        actor="brigadoon", issue="quota", reading="opposes", value=-1.0, statements=1,
        confidence=0.5, contested=False, low_evidence=True, latest="oppose",
        date=rows[4].date, moved_from=None, moved_to=None, position=iri("early", 1),
    )  # fmt: skip
    opposed = queries.standings(store, reading="opposes", issue="quota")
    assert [row.actor for row in opposed] == ["brigadoon", "mainland", "thule"]
    assert queries.standings(store, actor="thule", reading="mixed") == []


def test_stance_counts(store: Store) -> None:
    assert queries.stance_counts(store) == [
        StanceCountRow("avalon", "ferry", 0.0, 1, 0, 0, 1, 0),
        StanceCountRow("avalon", "quota", 0.75, 2, 1, 1, 0, 0),
        StanceCountRow("avalon", "toll", -1.0, 1, 0, 0, 0, 1),
        StanceCountRow("brigadoon", "ferry", 1.0, 1, 1, 0, 0, 0),
        StanceCountRow("brigadoon", "quota", -1.0, 1, 0, 0, 0, 1),
        StanceCountRow("mainland", "quota", -1.0, 1, 0, 0, 0, 1),
        StanceCountRow("thule", "ferry", 1.0, 1, 1, 0, 0, 0),
        StanceCountRow("thule", "quota", -1.0, 1, 0, 0, 0, 1),
    ]
    [row] = queries.stance_counts(store, actor="avalon", issue="quota", until="2003-10-31")
    assert (row.score, row.positions) == (1.0, 1)


def test_alignment(store: Store) -> None:
    assert queries.alignment(store) == [
        AlignmentRow("brigadoon", "thule", 1.0, 2, 2, 0, 4),
        AlignmentRow("avalon", "thule", 0.3125, 2, 0, 1, 5),
        AlignmentRow("brigadoon", "avalon", 0.3125, 2, 0, 1, 5),
    ]
    rows = queries.alignment(store, actor="thule", since="2003-11-01")
    assert rows == [AlignmentRow("avalon", "thule", 0.5, 1, 0, 0, 2)]


def test_common_ground(store: Store) -> None:
    assert queries.common_ground(store) == []  # on the ferry Avalon is at 0
    with small(
        ("avalon", "ferry", "support", {}),
        ("thule", "ferry", "conditional", {"condition": "it runs"}),
        ("avalon", "toll", "oppose", {}),
        ("thule", "toll", "oppose", {}),
        ("brigadoon", "toll", "oppose", {}),
        ("brigadoon", "quota", "support", {}),
        ("mainland", "toll", "support", {}),
    ) as agreed:
        assert queries.common_ground(agreed) == [
            CommonGroundRow("toll", "Toll", "land", "oppose", 3, 3, 1.0),
            CommonGroundRow("ferry", "Ferry", "land", "support", 2, 2, 0.5),
        ]
        [row] = queries.common_ground(agreed, since="2004-02-02", until="2004-12-31")
        assert row.issue == "toll"


def test_silences(store: Store) -> None:
    assert queries.silences(store) == [
        SilenceRow("brigadoon", "toll", "Toll", 1, 1),
        SilenceRow("thule", "toll", "Toll", 1, 1),
    ]
    assert len(queries.silences(store, actor="thule", issue=["toll", "quota"])) == 1
    with small(("avalon", "toll", "oppose", {}), ("thule", "toll", "oppose", {})) as quiet:
        assert queries.silences(quiet) == [SilenceRow("brigadoon", "toll", "Toll", 2, 2)]


def test_shifts(store: Store) -> None:
    assert queries.shifts(store) == [
        ShiftRow(
            actor="avalon", issue="quota", before="support", before_date=date(2003, 10, 1),
            after="conditional", after_date=date(2003, 11, 1), change=-0.5, positions=2,
            before_position=iri("early", 0), after_position=iri("late", 0),
        )
    ]  # fmt: skip
    assert queries.shifts(store, since="2003-10-02") == []
    with small(
        ("avalon", "ferry", "support", {}),
        ("avalon", "ferry", "oppose", {}),
        ("avalon", "ferry", "support", {}),
        ("thule", "ferry", "oppose", {}),
        ("thule", "ferry", "support", {}),
        ("thule", "ferry", "oppose", {"attribution": "ascribed"}),
    ) as moved:
        # Avalon is where it was; what others say of Thule is no move of its own.
        [row] = queries.shifts(moved)
        assert (row.actor, row.before, row.after, row.change) == ("thule", "oppose", "support", 2)
        [row] = queries.shifts(moved, actor="avalon", until="2004-02-28")
        assert (row.before, row.after, row.change) == ("support", "oppose", -2)


def test_contested_and_breaking_ranks(store: Store) -> None:
    assert queries.contested(store) == []
    assert queries.breaking_ranks(store) == []
    with small(
        ("avalon", "quota", "support", {}),
        ("avalon", "quota", "support", {}),
        ("avalon", "quota", "oppose", {"holder_id": "council", "holder": "the council"}),
        ("avalon", "quota", "ambivalent", {"holder": "A fisherman"}),
        ("thule", "toll", "support", {"holder": "One"}),
        ("thule", "toll", "oppose", {"holder": "Other"}),
    ) as divided:
        assert queries.contested(divided) == [
            ContestedRow("thule", "toll", 0.5, 2, 1, 0, 0, 1),
            ContestedRow("avalon", "quota", 1 / 3, 4, 2, 0, 1, 1),
        ]
        # One against one: nobody says which of them is the bloc.
        assert queries.breaking_ranks(divided) == [
            BreakingRanksRow("avalon", "quota", "Council", "council", -1.0, 1, 2 / 3, 3)
        ]
        assert queries.breaking_ranks(divided, until="2004-02-28") == []
        assert queries.breaking_ranks(divided, actor="thule") == []


def test_search(store: Store) -> None:
    def found(words: str, **more: Any) -> list[tuple[str, str]]:
        return [(row.article, row.actor) for row in queries.search(store, words, **more)]

    assert found("number 00 OF") == [("late", "avalon"), ("early", "avalon"), ("undated", "thule")]
    assert found("Nets are") == [("late", "avalon")]
    assert found("thule") == [("late", "thule"), ("undated", "thule")]
    assert found("number", actor="thule", issue="ferry") == [("late", "thule")]
    assert found("number", until="2003-09-30") == [("early", "brigadoon")]
    assert found("%") == []
    assert len(queries.search(store)) == 12


def test_conditions(store: Store) -> None:
    assert queries.conditions(store) == [
        ConditionRow(
            position=iri("late", 0), actor="avalon", holder="Avalon", issue="quota",
            condition="the nets are dry", depends_on=None, date=date(2003, 11, 1),
            quote="Sentence number 00 of the talks.", article="late",
        )
    ]  # fmt: skip
    assert queries.conditions(store, depends_on="toll") == []
    assert queries.conditions(store, until="2003-10-31") == []
    needs = {
        "condition": "the toll falls and the ferry runs",
        "condition_issues": ("ferry", "toll"),
    }
    with small(
        ("thule", "quota", "conditional", needs),
        ("avalon", "quota", "conditional", {"condition": "it rains"}),
    ) as hung:
        rows = queries.conditions(hung)
        assert [(row.actor, row.depends_on) for row in rows] == [
            ("avalon", None),
            ("thule", "ferry"),
            ("thule", "toll"),
        ]
        assert queries.conditions(hung, depends_on="toll") == rows[2:]
        assert queries.conditions(hung, limit=2) == rows[:2]


def test_ascriptions(store: Store) -> None:
    assert queries.ascriptions(store) == [
        AscriptionRow(
            position=iri("late", 1), by="avalon", actor="brigadoon", holder="Brigadoon",
            issue="quota", stance="support", date=date(2003, 11, 1),
            quote="Sentence number 01 of the talks.", article="late",
        )
    ]  # fmt: skip
    assert len(queries.ascriptions(store, by="avalon", stance="support")) == 1
    assert queries.ascriptions(store, by="thule") == []
    assert queries.ascriptions(store, actor="avalon") == []
    assert queries.ascription_counts(store) == [
        AscriptionCountRow("avalon", "brigadoon", 1, 1, 1, 0, 0, 0)
    ]
    assert queries.ascription_counts(store, by="brigadoon") == []
    with small(("thule", "toll", "oppose", {"attribution": "ascribed"})) as anonymous:
        [row] = queries.ascriptions(anonymous)
        assert row.by is None
        assert queries.ascriptions(anonymous, by="avalon") == []


def test_provenance_and_runs(store: Store) -> None:
    assert queries.runs(store) == []
    [row] = queries.provenance(store, iri("late", 1))
    assert (row.article, row.attribution, row.attributed_by) == ("late", "ascribed", "avalon")
    assert (row.extractor, row.run, row.url) == (None, None, "https://e.org/late")
    with small(
        ("thule", "toll", "oppose", {"extractor": "reader"}),
        ("thule", "toll", "oppose", {"extractor": "reader", "attribution": "self"}),
        ("thule", "toll", "oppose", {"extractor": "other reader"}),
    ) as made:
        second = RunRow("", "other reader", "9", "1", 1, 1)
        first = RunRow("", "reader", "9", "1", 2, 2)
        found = queries.runs(made)
        assert [replace(row, run="") for row in found] == [first, second]
        [row] = queries.provenance(made, article="a2")
        assert row == ProvenanceRow(
            position=row.position, article="a2", title=None, publisher="Gazette", url=None,
            issued=date(2004, 2, 1), attribution="self", attributed_by=None, extractor="reader",
            software_version="9", case_version="1", run=found[0].run, confidence=0.5,
        )  # fmt: skip
        assert len(queries.provenance(made, extractor="reader")) == 2
        assert queries.provenance(made, row.position.rpartition("/")[2]) == [row]


def test_salience(store: Store) -> None:
    october, november = date(2003, 10, 1), date(2003, 11, 1)
    assert queries.salience(store) == [
        SalienceRow("quota", "Quota", "sea", 6, 4, 5, 3, october, november),
        SalienceRow("ferry", "Ferry", "land", 5, 4, 4, 2, date(2003, 9, 1), november),
        SalienceRow("toll", "Toll", "land", 1, 1, 1, 1, november, november),
    ]
    assert [row.issue for row in queries.salience(store, group="land")] == ["ferry", "toll"]
    assert [(r.issue, r.positions) for r in queries.salience(store, actor="thule")] == [
        ("ferry", 1),
        ("quota", 1),
    ]
    assert [r.positions for r in queries.salience(store, since=november)] == [2, 2, 1]


def test_trend(store: Store) -> None:
    assert queries.trend(store) == [
        TrendRow("2003-09", 1.0, 1, 1, 0, 0, 0),
        TrendRow("2003-10", -1 / 3, 3, 1, 0, 0, 2),
        TrendRow("2003-11", 0.125, 4, 1, 1, 1, 1),
    ]
    rows = queries.trend(store, actor="brigadoon", issue=["quota", "ferry"], since="2003-09-02")
    assert rows == [TrendRow("2003-10", -1.0, 1, 0, 0, 0, 1)]


def test_holders(store: Store) -> None:
    september, october, november = date(2003, 9, 1), date(2003, 10, 1), date(2003, 11, 1)
    assert queries.holders(store) == [
        HolderRow("avalon", "Avalon", None, 4, 0, 0, 3, october, november),
        HolderRow("brigadoon", "Brigadoon", None, 3, 1, 1, 2, september, november),
        HolderRow("thule", "Thule", None, 2, 0, 0, 2, november, november),
        HolderRow("author", "Author", None, 1, 0, 0, 1, october, october),
        HolderRow("avalon", "Council", "council", 1, 0, 0, 1, october, october),
        HolderRow("mainland", "Mainland", None, 1, 0, 0, 1, october, october),
    ]
    rows = queries.holders(store, actor="avalon", issue="quota", until="2003-10-31")
    assert [row.holder_id for row in rows] == ["council"]


def test_speech_acts(store: Store) -> None:
    assert queries.speech_acts(store) == [
        SpeechActRow("avalon", "state", 4, 1, 1, 1, 1),
        SpeechActRow("brigadoon", "state", 2, 1, 0, 0, 1),
        SpeechActRow("mainland", "state", 1, 0, 0, 0, 1),
        SpeechActRow("thule", "state", 2, 1, 0, 0, 1),
    ]
    with small(
        ("thule", "toll", "oppose", {"speech_act": "warn"}),
        ("thule", "toll", "oppose", {"speech_act": "reject"}),
        ("thule", "ferry", "support", {"speech_act": "reject"}),
    ) as spoken:
        assert queries.speech_acts(spoken) == [
            SpeechActRow("thule", "reject", 2, 1, 0, 0, 1),
            SpeechActRow("thule", "warn", 1, 0, 0, 0, 1),
        ]
        [row] = queries.speech_acts(spoken, act="warn", issue="toll", since="2004-01-01")
        assert row.positions == 1


def test_sources(store: Store) -> None:
    september, october, november = date(2003, 9, 1), date(2003, 10, 1), date(2003, 11, 1)
    assert queries.sources(store) == [
        SourceRow("author", "Gazette", 1, 1, 0, 1, 0, october, october),
        SourceRow("avalon", None, 3, 1, 0, 3, 0, november, november),
        SourceRow("avalon", "Gazette", 2, 1, 0, 2, 0, october, october),
        SourceRow("brigadoon", "Gazette", 2, 1, 1, 1, 0, september, october),
        SourceRow("brigadoon", None, 1, 1, 0, 0, 1, november, november),
        SourceRow("mainland", "Gazette", 1, 1, 0, 1, 0, october, october),
        SourceRow("thule", None, 2, 2, 0, 2, 0, november, november),
    ]
    rows = queries.sources(store, actor="avalon", publisher="Gazette", since="2003-10-01")
    assert [row.positions for row in rows] == [2]


def test_coverage(store: Store) -> None:
    rows = queries.coverage(store)
    assert rows[:2] == [
        CoverageRow("early", "Early", date(2003, 10, 1), "Gazette", 6, 4, 5, 2, 1, 5, 0, 0.5),
        CoverageRow("late", "Late", date(2003, 11, 1), None, 5, 3, 3, 3, 0, 4, 1, 0.5),
    ]
    assert [(row.article, row.positions, row.confidence) for row in rows[2:]] == [
        ("undated", 1, 0.5),
        ('odd "} #', 0, None),
    ]
    assert [r.article for r in queries.coverage(store, publisher="Gazette")] == ["early"]
    assert [r.article for r in queries.coverage(store, since="2003-10-02")] == ["late"]
    assert [r.article for r in queries.coverage(store, limit=1)] == ["early"]


def test_data_quality(store: Store) -> None:
    rows = queries.data_quality(store)
    assert [(row.problem, row.subject, row.found, row.total) for row in rows] == [
        ("position without a run", "position", 12, 12),
        ("position without a date", "position", 11, 12),
        ("position without a registered holder", "position", 11, 12),
        ("article without an address", "article", 3, 4),
        ("article without a date", "article", 2, 4),
        ("article without a publisher", "article", 2, 4),
        ("article without positions", "article", 1, 4),
        ("ascribed position without an ascriber", "position", 0, 12),
        ("conditional position without a condition", "position", 0, 12),
        ("position dated after its article", "position", 0, 12),
        ("position of low confidence", "position", 0, 12),
    ]
    examples = {row.problem: row.example for row in rows}
    assert examples["article without positions"] == article_iri('odd "} #')
    assert examples["position of low confidence"] is None
    with small(
        ("thule", "toll", "conditional", {"confidence": 0.4}),
        ("thule", "toll", "oppose", {"attribution": "ascribed", "date": date(2005, 1, 1)}),
    ) as poor:
        found = {row.problem: row.found for row in queries.data_quality(poor)}
        assert found["ascribed position without an ascriber"] == 1
        assert found["conditional position without a condition"] == 1
        assert found["position dated after its article"] == 1
        assert found["position of low confidence"] == 1


def test_a_limit_keeps_the_newest(store: Store) -> None:
    everything = queries.positions(store)
    for limit in (0, 1, 3, 100, 10**30):
        assert len(queries.positions(store, limit=limit)) == min(limit, 12)
    newest = queries.positions(store, limit=5)
    assert {row.article for row in newest} == {"late"}
    assert newest == everything[:5]
    [row] = queries.positions(store, actor="brigadoon", attribution=["self", "reported"], limit=1)
    assert row.article == "early" and row.stance == "oppose"
    assert len(run(store, "evidence", {"limit": "2"})) == 2
    for wrong in (-1, [1, 2], "many"):
        with pytest.raises(QueryError, match="parameter 'limit' is"):
            run(store, "positions", {"limit": wrong})  # type: ignore[dict-item]


# --- headers, records and frames ----------------------------------------------------------

#: Each named query's function is named like it, and its record is what the function returns.
FUNCTIONS: dict[str, Callable[..., list[Any]]] = {
    query.name: getattr(queries, query.name.replace("-", "_")) for query in catalogue()
}
ROWS: dict[str, tuple[type, Callable[..., list[Any]]]] = {
    name: (get_args(get_type_hints(function)["return"])[0], function)
    for name, function in FUNCTIONS.items()
}


def test_the_library_is_exported() -> None:
    assert len(ROWS) >= 20
    for record, function in ROWS.values():
        assert record.__name__ in queries.__all__
        assert function.__name__ in queries.__all__
    exported = {name for name in queries.__all__ if name.endswith("Row")}
    assert exported == {record.__name__ for record, _ in ROWS.values()}


@pytest.mark.parametrize("name", ROWS)
def test_header_columns_record_and_frame_are_the_same(store: Store, name: str) -> None:
    record, function = ROWS[name]
    query = named(name)
    columns = [column.name for column in query.columns]
    assert columns == [field.name for field in fields(record)]
    frame = run(store, name)
    assert list(frame.columns) == columns
    rows = function(store)
    assert [tuple(row) for row in frame.itertuples(index=False)] == [astuple(row) for row in rows]
    if rows:  # records of which there are none have no columns to give
        assert to_frame(rows).equals(frame)
    assert query.title != name
    assert len(query.description) > 20
    assert all(parameter.description for parameter in query.parameters)
    assert all(column.description for column in query.columns)
    annotations = function.__annotations__.keys() - {"store", "return"}
    assert {parameter.name for parameter in query.parameters} == annotations


@pytest.mark.parametrize("name", ROWS)
def test_every_query_runs_as_it_is_written(store: Store, name: str) -> None:
    # As a user's own editor would send it: the UNDEF lines are plain SPARQL.
    query = named(name)
    plain = {tuple(row) for row in run(store, name).astype(str).to_numpy().tolist()}
    engine_rows = store.dataset().query(query.text)
    assert len(list(engine_rows)) == len(plain)


def test_frames_have_plain_types(store: Store) -> None:
    frame = run(store, "latest-stance")
    assert str(frame["positions"].dtype) == "int64"
    assert frame["condition"].tolist().count(None) == 7
    assert frame["date"].tolist()[0] == date(2003, 11, 1)
    assert str(run(store, "agreement")["agreement"].dtype) == "float64"
    assert str(run(store, "actors")["compared"].dtype) == "bool"
    empty = run(store, "positions", {"article": "none"})
    assert empty.empty
    assert "stance" in empty.columns
    assert to_frame([]).empty


def test_values_may_come_as_text(store: Store) -> None:
    frame = run(store, "positions", {"actor": "avalon", "since": "2003-11-01", "until": None})
    assert sorted(frame["issue"]) == ["ferry", "quota", "toll"]


# --- wrong questions ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("position", {}, r"'position' is no named query; take one of actors, agreement, .*\.rq"),
        ("positions", {"actr": "x"}, r"has no parameter 'actr'; it takes actor, issue, stance"),
        (
            "positions",
            {"actor": "avalonia"},
            r"no actor 'avalonia'; did you mean avalon\b.*\? there are .*avalon.*`.* actors`",
        ),
        ("positions", {"issue": ["quota", "fish"]}, r"no issue 'fish'; there are quota, ferry"),
        ("positions", {"stance": "against"}, r"'stance' is 'against'; give one of support, oppose"),
        ("positions", {"stance": "Support"}, "give one of support"),
        ("positions", {"since": "1 May"}, r"'since' is '1 May'; give a day as 2025-05-19"),
        ("positions", {"since": "2003-02-30"}, "give a day"),
        ("positions", {"until": 5}, "give a day"),
        ("positions", {"actor": []}, "is an empty list"),
        ("positions", {"article": "\ud800"}, "surrogate"),
        ("evidence", {"position": "a://b c"}, "give the IRI of a position"),
    ],
)
def test_wrong_questions(store: Store, name: str, params: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(store, name, params)


hostile = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ['" } #', '"@en', '\\"', '"} UNION { ?position ?p ?o', "?actor", "UNDEF", "a\nb", "<x>"]
)


@given(hostile)
def test_no_value_is_read_as_sparql(value: str) -> None:
    with Store.memory() as memory:
        memory.put_graph(reference_graph(CASE))
        article = Article(id=value, text=TEXT, publisher=value)
        memory.put_graph(article_graph(ARTICLES["late"], [told("late", TOLD["late"][0])], CASE))
        memory.put_graph(article_graph(article, [told(value, TOLD["late"][2])], CASE))
        assert ids(queries.positions(memory, article=value)) == [(value, "avalon", "ferry")]
        assert [r.article for r in queries.articles(memory, publisher=value)] == [value]
        if value not in {*CASE.actors, "author", "other"}:
            with pytest.raises(QueryError, match="there is no actor"):
                queries.positions(memory, actor=value)
        assert queries.issues(memory, group=value) == queries.issues(memory, group=[value, value])
        assert len(queries.evidence(memory, article=[value, "late"])) == 2


# --- queries of one's own -----------------------------------------------------------------


def test_a_file_of_ones_own(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "who.rq"
    file.write_text(
        """PREFIX dct: <http://purl.org/dc/terms/>
        SELECT (COUNT(*) AS ?n) WHERE { ?p sg:article ?a . ?a dct:identifier ?id }""",
        encoding="utf-8-sig",
    )
    assert run(store, file).to_dict("list") == {"n": [12]}
    assert run(store, str(file), {"id": "early"}).to_dict("list") == {"n": [6]}
    assert run(store, file, {"id": ["early", "undated"]}).to_dict("list") == {"n": [7]}
    with pytest.raises(QueryError, match=r"who\.rq: the query has no variable \?ID"):
        run(store, file, {"ID": "early"})


def test_a_file_with_a_header_has_types(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "sure.rq"
    file.write_text(
        """# title: Sure ones
        # a remark, which is no line of the header
# param actor (actor): who
# param least (number) = floor: the least confidence
# column stance (stance): the stance
SELECT DISTINCT ?stance {
  VALUES ?actor { UNDEF } VALUES ?floor { UNDEF }
  ?p sg:actor/skos:notation ?actor ; sg:stance ?stance ; sg:confidence ?c
  FILTER(!BOUND(?floor) || ?c >= ?floor)
} ORDER BY ?stance
"""
    )
    assert run(store, file, {"actor": "brigadoon"})["stance"].tolist() == ["oppose", "support"]
    assert run(store, file, {"least": "0.51"}).empty
    assert len(run(store, file, {"least": 0.5})) == 4
    for wrong in ("high", "nan", "inf"):
        with pytest.raises(QueryError, match="give a number"):
            run(store, file, {"least": wrong})
    with pytest.raises(QueryError, match="no parameter 'floor'; it takes actor, least"):
        run(store, file, {"floor": "1"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("DELETE WHERE { ?s ?p ?o }", "is an update"),
        ("SELECT * { ?s ?p", r"own\.rq: the query does not parse"),
        ("ASK { ?s ?p ?o }", "is no SELECT"),
        ("# param x (colour): y\nSELECT * {}", r"of no known type \(colour\); take one of actor"),
        ("", "has no SELECT"),
    ],
)
def test_wrong_files(store: Store, tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "own.rq"
    file.write_text(text)
    before = len(store)
    with pytest.raises(QueryError, match=message):
        run(store, file)
    assert len(store) == before


def test_files_that_cannot_be_read(store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is no such file"):
        run(store, tmp_path / "none.rq")
    (tmp_path / "latin.rq").write_bytes("SELECT * { ?é ?p ?o }".encode("latin-1"))
    with pytest.raises(QueryError, match="save it as UTF-8"):
        run(store, tmp_path / "latin.rq")
    with pytest.raises(QueryError, match=r"is no named query"):
        run(store, tmp_path)


def test_kinds_of_parameters(store: Store, tmp_path: Path) -> None:
    values = {
        "actor": "avalon", "issue": "quota", "position": iri("late", 0), "stance": "support",
        "attribution": "self", "time": "past", "speech_act": "warn", "text": "x",
        "iri": f"{BASE}/actor/avalon", "date": "2003-10-01", "number": "0.5", "integer": "7",
        "boolean": "TRUE", "reading": "mixed",
    }  # fmt: skip
    expected = {**values, "date": date(2003, 10, 1), "number": 0.5, "integer": 7, "boolean": True}
    assert values.keys() == set(get_args(queries.Kind))
    for kind, value in values.items():
        file = tmp_path / f"{kind}.rq"
        file.write_text(
            f"# param x ({kind}): a\n# column x ({kind}): b\nSELECT ?x {{ VALUES ?x {{ UNDEF }} }}"
        )
        assert run(store, file, {"x": value})["x"].tolist() == [expected[kind]]
    for kind, wrong in {"integer": "7.5", "boolean": "yes", "iri": "avalon"}.items():
        with pytest.raises(QueryError, match=f"parameter 'x' is '{wrong}'; give"):
            run(store, tmp_path / f"{kind}.rq", {"x": wrong})


# --- the same answers from servers --------------------------------------------------------


def mixed() -> list[ox.Quad]:
    """Give the quads of many positions of all kinds, the same each time."""
    chance = random.Random(7)  # noqa: S311 - data, no secret
    quads = reference_graph(CASE)
    statements: dict[str, Position] = {}
    for number in range(40):
        day = date(2004, chance.randrange(1, 13), chance.randrange(1, 29))
        article = Article(
            f"m{number}", TEXT, date=day if chance.random() < 0.9 else None,
            title=f"“{number}”", publisher=chance.choice(["Gazette", "Herald", None]),
        )  # fmt: skip
        found = []
        for sentence in range(chance.randrange(6)):
            stance = chance.choice(["support", "oppose", "conditional", "ambivalent"])
            holder = chance.choice([None, "council"])
            more: dict[str, Any] = {
                "attribution": chance.choice(["self", "reported", "ascribed"]),
                "time": chance.choice(["current", "current", "current", "past"]),
                "speech_act": chance.choice(["state", "warn", "offer"]),
                "holder": chance.choice(["One", "Other", "A third"]),
                "holder_id": holder,
                "extractor": "reader",
                "confidence": chance.choice([0.25, 0.5, 0.75]),
                "date": day if chance.random() < 0.8 else None,
            }
            if stance == "conditional":
                more["condition"] = chance.choice(["it rains", "the ferry runs"])
                more["condition_issues"] = chance.choice([(), ("ferry",), ("ferry", "toll")])
            if more["attribution"] == "ascribed" and chance.random() < 0.8:
                more["attributed_by"] = chance.choice(["avalon", "thule"])
            who = "avalon" if holder else chance.choice(["avalon", "brigadoon", "thule", "author"])
            what = chance.choice(["quota", "ferry"])
            found.append(told(article.id, (sentence, who, what, stance, more)))
        quads += article_graph(article, found, CASE)
        statements.update(distinct(found, CASE))
    return quads + standings_graph(statements, CASE, today=date(2004, 12, 31))


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def served(request: pytest.FixtureRequest) -> Iterator[tuple[Store, RemoteStore]]:
    """Give the same graph in memory and behind a server."""
    with Store.memory() as here, RemoteStore(request.getfixturevalue(request.param)) as there:
        for name in there.graphs():
            there.delete_graph(name)
        here.bulk_load(mixed())
        there.put_graph(mixed())
        yield here, there


#: Values for the parameters that queries share; each query is asked with those that it has.
ASKED: list[dict[str, Any]] = [
    {},
    {"actor": "avalon"},
    {"issue": ["ferry", "quota"], "since": "2004-03-01", "until": date(2004, 9, 30)},
    {"stance": "oppose", "attribution": ["self", "ascribed"], "limit": 3, "words": "RAIN"},
    {"limit": 0},
    {"by": "thule", "depends_on": "toll", "publisher": "Herald", "reading": "mixed", "act": "warn"},
]


@pytest.mark.parametrize("name", ROWS)
def test_a_server_answers_the_same(served: tuple[Store, RemoteStore], name: str) -> None:
    here, there = served
    known = {parameter.name for parameter in named(name).parameters}
    for asked in ASKED:
        params = {key: value for key, value in asked.items() if key in known}
        expected, answered = queries.ask(here, name, params), queries.ask(there, name, params)
        assert answered.columns == expected.columns
        assert len(answered.rows) == len(expected.rows), params
        for one, other in zip(answered.rows, expected.rows, strict=True):
            for value, should in zip(one, other, strict=True):
                assert (
                    value == pytest.approx(should) if isinstance(should, float) else value == should
                )
    assert queries.ask(here, name).rows or name == "common-ground" or name == "silences"


@pytest.fixture(scope="module")
def collected() -> Iterator[Store]:
    with Store.memory() as store:
        store.bulk_load(mixed())
        yield store


@pytest.mark.parametrize("name", ROWS)
def test_rows_come_in_the_order_that_the_query_names(
    collected: Store, name: str, tmp_path: Path
) -> None:
    # A file of one's own is put in order by the engine, rows of a named query are not.
    file = tmp_path / "own.rq"
    file.write_text(named(name).text, encoding="utf-8")
    assert queries.ask(collected, name).rows == queries.ask(collected, file).rows


def test_an_ill_typed_value_leaves_the_order_to_the_engine(tmp_path: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_text(named("articles").text, encoding="utf-8")
    with Store.memory() as damaged:
        damaged.bulk_load(mixed())
        article = ox.NamedNode(article_iri("m1"))
        issued, wrong = ox.NamedNode(str(DCTERMS.issued)), ox.NamedNode(str(XSD.date))
        damaged.put_graph(
            [quad for quad in damaged.quads(article.value) if quad.predicate != issued]
            + [ox.Quad(article, issued, ox.Literal("2024-13-45", datatype=wrong), article)]
        )
        rows = queries.ask(damaged, "articles").rows
        assert rows == queries.ask(damaged, file).rows
    assert "2024-13-45" in {str(value) for row in rows for value in row}
