"""The same of every store: on disk, behind Oxigraph's server and behind Virtuoso."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import URIRef

from stancegraph.case import Case, load_case
from stancegraph.exceptions import QueryError, StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import article_graph, article_iri, reference_graph
from stancegraph.store import RemoteStore, Store, read_case, stored, stored_articles

AnyStore = Store | RemoteStore
TEXT = "Avalon wants a limit. Brigadoon does not."


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


def told(article: str, quote: str, actor: str, stance: Any, **more: Any) -> Position:
    start = TEXT.index(quote)
    return Position(
        article=article, actor=actor, holder=actor.title(), issue="fishing-limit", stance=stance,
        quote=quote, start=start, end=start + len(quote), extractor="reader", **more,
    )  # fmt: skip


def collection(*ids: str) -> list[tuple[Article, tuple[Position, ...]]]:
    return [
        (
            Article(id=name, text=TEXT, title=f"“{name}”", date=date(2003, 10, number)),
            (
                told(name, "Avalon wants a limit.", "avalon", "support", confidence=0.87),
                told(name, "Brigadoon does not.", "brigadoon", "oppose", date=date(2003, 9, 1)),
            ),
        )
        for number, name in enumerate(ids, start=1)
    ]


def filled(store: AnyStore, case: Case, *ids: str) -> None:
    store.put_graph(reference_graph(case))
    for article, positions in collection(*ids):
        store.put_article(article, positions, case)


def test_what_is_put_is_read_back(empty_store: AnyStore, case: Case) -> None:
    filled(empty_store, case, "one", "two")
    assert sorted(stored(empty_store), key=repr) == sorted(collection("one", "two"), key=repr)
    assert read_case(empty_store).compared == case.compared
    quads = article_graph(*collection("one")[0], case)
    article = [quad for quad in quads if quad.graph_name == ox.NamedNode(article_iri("one"))]
    assert set(empty_store.quads(article_iri("one"))) == set(article)
    assert len(empty_store) == sum(len(empty_store.quads(name)) for name in empty_store.graphs())


def test_an_article_is_replaced_and_withdrawn_whole(empty_store: AnyStore, case: Case) -> None:
    filled(empty_store, case, "one", "two")
    before = empty_store.graphs()
    changed = Article(id="one", text=TEXT, title="new")
    empty_store.put_article(changed, collection("one")[0][1][:1], case)
    found = {article.id: (article, positions) for article, positions in stored(empty_store)}
    assert found["one"] == (changed, collection("one")[0][1][:1])
    assert found["two"][0] == replace(collection("x", "two")[1][0])
    assert empty_store.graphs() == before
    empty_store.delete_article("one")
    empty_store.delete_article("never there")
    assert [article.id for article in stored_articles(empty_store)] == ["two"]
    name = article_iri("one")
    assert empty_store.graphs() == [graph for graph in before if graph != name]
    left = empty_store.select(f"SELECT * {{ {{ <{name}> ?p ?o }} UNION {{ ?s ?p <{name}> }} }}")
    assert left.rows == []


def test_cells_are_python_values(empty_store: AnyStore) -> None:
    values = """
        SELECT ?a ?b ?c ?d ?e ?f ?g {
          BIND("2003-10-01"^^xsd:date AS ?a) BIND(7 AS ?b) BIND(0.5 AS ?c) BIND(1e0 AS ?d)
          BIND("x"@en AS ?e) BIND(sg:Support AS ?f)
        }
    """
    assert empty_store.select(values).records() == [
        {
            "a": date(2003, 10, 1), "b": 7, "c": 0.5, "d": 1.0, "e": "x",
            "f": "https://w3id.org/stancegraph/ns/Support", "g": None,
        }
    ]  # fmt: skip


def test_the_default_graph_is_the_union_unless_from_is_said(
    empty_store: AnyStore, case: Case
) -> None:
    filled(empty_store, case, "one", "two")
    count = "SELECT (COUNT(DISTINCT ?a) AS ?n) %s WHERE { ?a a sg:Article }"
    assert empty_store.select(count % "").rows == [(2,)]
    assert empty_store.select(count % f"FROM <{article_iri('one')}>").rows == [(1,)]


HOSTILE = [
    '" } #', '\\" . ?s ?p ?o', '"} UNION { ?s ?p ?o', "'''", '"""', "\\", "\n", "\r", "\t",
    "\\u0022", "UNDEF }", "?x", "<x>", "& + % =", "ü 語 🕊", "&amp;query=DROP ALL",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_values_are_bound_not_read(empty_store: AnyStore, case: Case, hostile: str) -> None:
    article = Article(id=hostile, text=TEXT, title=hostile, extra={hostile: hostile})
    empty_store.put_graph(reference_graph(case))
    empty_store.put_graph(article_graph(article, [], case))
    query = "SELECT ?a { ?a dct:title ?title }"
    assert empty_store.select(query, {"title": [ox.Literal(hostile)]}).rows == [
        (article_iri(hostile),)
    ]
    assert empty_store.select(query, {"title": [ox.Literal(hostile + "x")]}).rows == []
    assert stored_articles(empty_store) == [article]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?s ?p", "quer"),
        ("ASK { }", "is no SELECT"),
        ("DROP ALL", "is an update"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE is refused"),
    ],
)
def test_wrong_queries(empty_store: AnyStore, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        empty_store.select(query)


def test_what_is_no_name_of_a_graph(empty_store: AnyStore) -> None:
    with pytest.raises(StoreError, match="no name of a graph"):
        empty_store.quads("no IRI")
    with pytest.raises(StoreError, match="no name of a graph"):
        empty_store.delete_graph("no IRI")
    with pytest.raises(StoreError, match="no name of a graph"):
        empty_store.put_graph([], drop=["no IRI"])


def test_construct(empty_store: AnyStore, case: Case) -> None:
    filled(empty_store, case, "one")
    [triple] = empty_store.construct(
        "CONSTRUCT { ?a dct:title ?t } WHERE { ?a a sg:Article ; dct:title ?t }",
        {"t": [ox.Literal("“one”")]},
    )
    assert triple.subject == ox.NamedNode(article_iri("one"))
    assert triple.object == ox.Literal("“one”")
    with pytest.raises(QueryError, match="is no CONSTRUCT"):
        empty_store.construct("SELECT ?t { ?a dct:title ?t }")


def test_a_dump_is_the_same_from_every_store(
    empty_store: AnyStore, case: Case, tmp_path: Path
) -> None:
    filled(empty_store, case, "one", "two")
    empty_store.dump(tmp_path / "here.trig")
    with Store.memory() as memory:
        filled(memory, case, "one", "two")
        memory.dump(tmp_path / "there.trig")
    assert (tmp_path / "here.trig").read_text() == (tmp_path / "there.trig").read_text()


# rdflib 7 warns of its own doings in Dataset.triples.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
def test_rdflib_users_get_a_dataset(empty_store: AnyStore, case: Case) -> None:
    filled(empty_store, case, "one", "two")
    dataset = empty_store.dataset()
    title = "<http://purl.org/dc/terms/title>"
    rows = dataset.query(f"SELECT ?t {{ GRAPH <{article_iri('one')}> {{ ?a {title} ?t }} }}")
    assert [str(row[0]) for row in rows] == ["“one”"]  # type: ignore[index]
    graph = dataset.get_context(URIRef(article_iri("two")))
    assert len(list(graph.objects(predicate=URIRef("http://purl.org/dc/terms/title")))) == 1
    del dataset, graph, rows


def test_a_closed_store_says_so(empty_store: AnyStore) -> None:
    empty_store.close()
    with pytest.raises(StoreError, match="is closed"):
        empty_store.graphs()
