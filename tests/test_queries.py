"""Named queries, on a collection small enough to count by hand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph import queries
from stancegraph.case import Actor, Case, Issue
from stancegraph.exceptions import QueryError
from stancegraph.model import Article, Position
from stancegraph.queries import (
    ActorRow,
    AgreementRow,
    ArticleRow,
    DivergenceRow,
    EvidenceRow,
    IssueRow,
    LatestStanceRow,
    PositionRow,
    catalogue,
    named,
    run,
    to_frame,
)
from stancegraph.rdf import article_graph, position_iri, reference_graph
from stancegraph.store import Store

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
    settings: dict[str, Any] = {"article": article, "actor": who, "holder": who.title()} | more
    return Position(
        issue=what,
        stance=stance,  # type: ignore[arg-type]
        quote=sentence,
        start=start,
        end=start + len(sentence),
        confidence=0.5,
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
            found = [told(name, line) for line in TOLD.get(name, [])]
            memory.put_graph(article_graph(article, found, CASE))
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


# --- headers, records and frames ----------------------------------------------------------

ROWS: dict[str, tuple[type, Callable[..., list[Any]]]] = {
    "actors": (ActorRow, queries.actors),
    "agreement": (AgreementRow, queries.agreement),
    "articles": (ArticleRow, queries.articles),
    "divergence": (DivergenceRow, queries.divergence),
    "evidence": (EvidenceRow, queries.evidence),
    "issues": (IssueRow, queries.issues),
    "latest-stance": (LatestStanceRow, queries.latest_stance),
    "positions": (PositionRow, queries.positions),
}


def test_every_query_has_a_function_and_a_record() -> None:
    assert [query.name for query in catalogue()] == sorted(ROWS)


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
        "attribution": "self", "time": "past", "text": "x", "iri": f"{BASE}/actor/avalon",
        "date": "2003-10-01", "number": "0.5", "integer": "7", "boolean": "TRUE",
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
