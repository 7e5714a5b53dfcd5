"""The store: built whole or not at all, changed whole or not at all, dumped and read back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from stancegraph.case import Case, load_case
from stancegraph.exceptions import ArticleError, OutputError, QueryError, StoreError
from stancegraph.model import ATTRIBUTIONS, STANCES, Article, Position
from stancegraph.rdf import article_graph, article_iri, reference_graph
from stancegraph.store import (
    DUMP_FORMATS,
    BuildSummary,
    DumpFormat,
    Store,
    build_store,
    read_case,
    stored,
    stored_articles,
    stored_positions,
)

#: What a build leaves in its folder.
BUILT = ["description.ttl", "graph.trig", "positions.parquet", "store"]
TEXT = "Avalon wants a limit. Brigadoon does not."
FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


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
                told(name, "Avalon wants a limit.", "avalon", "support"),
                told(name, "Brigadoon does not.", "brigadoon", "oppose"),
            ),
        )
        for number, name in enumerate(ids, start=1)
    ]


@pytest.fixture
def built(tmp_path: Path, case: Case) -> Path:
    folder = tmp_path / "graph"
    build_store(folder, collection("one", "two"), case)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    with Store.open(folder, read_only=True) as store:
        store.dump(folder.parent / "check.nq", "nquads")
    check = folder.parent / "check.nq"
    return {"quads": check.read_bytes(), "trig": (folder / "graph.trig").read_bytes()}


def engine_of(folder: Path) -> ox.Store:
    return ox.Store.read_only(str(folder / "store"))


# --- building -----------------------------------------------------------------------------


def test_a_build_says_what_it_holds_and_is_read_back(tmp_path: Path, case: Case) -> None:
    articles = collection("one", "two", "three")
    summary = build_store(tmp_path / "a" / "graph", iter(articles), case)
    with Store.open(tmp_path / "a" / "graph") as store:
        assert summary == BuildSummary(articles=3, positions=6, triples=len(store))
        assert sorted(stored(store), key=repr) == sorted(articles, key=repr)
        assert {a.id for a in stored_articles(store)} == {"one", "two", "three"}
        assert len(stored_positions(store)) == 6
        assert read_case(store).compared == case.compared
    assert sorted(path.name for path in (tmp_path / "a" / "graph").iterdir()) == BUILT


def test_more_articles_than_are_read_at_once(tmp_path: Path, case: Case) -> None:
    articles = [(Article(id=f"{n:04}", text=TEXT), ()) for n in range(1203)]
    build_store(tmp_path / "graph", articles, case)
    with Store.open(tmp_path / "graph") as store:
        assert list(stored(store)) == articles


def test_an_empty_collection_is_a_graph_of_the_case(tmp_path: Path, case: Case) -> None:
    summary = build_store(tmp_path, [], case)
    assert (summary.articles, summary.positions) == (0, 0)
    with Store.open(tmp_path) as store:
        assert stored_articles(store) == []
        assert read_case(store).id == case.id


def test_a_rebuild_gives_the_same_bytes_in_any_order(built: Path, case: Case) -> None:
    before = contents(built)
    build_store(built, reversed(collection("one", "two")), case)
    assert contents(built) == before


def test_a_rebuild_takes_the_place_of_the_old(built: Path, case: Case) -> None:
    build_store(built, collection("three"), case)
    with Store.open(built) as store:
        assert [a.id for a in stored_articles(store)] == ["three"]
    assert b"three" in (built / "graph.trig").read_bytes()
    assert b"article:two" not in (built / "graph.trig").read_bytes()
    assert sorted(path.name for path in built.iterdir()) == BUILT


class BrokenError(Exception):
    pass


def test_a_failed_build_leaves_the_old(built: Path, case: Case) -> None:
    before = contents(built)

    def failing() -> Iterator[tuple[Article, tuple[Position, ...]]]:
        yield collection("three")[0]
        raise BrokenError

    with pytest.raises(BrokenError):
        build_store(built, failing(), case)
    with pytest.raises(ArticleError, match=r"'three': two articles have this id"):
        build_store(built, collection("three", "three"), case)
    article, _ = collection("four")[0]
    with pytest.raises(ArticleError, match="not the text at"):
        build_store(built, [(replace(article, text="x"), collection("four")[0][1])], case)
    assert contents(built) == before
    assert sorted(path.name for path in built.iterdir()) == BUILT


def test_a_full_disk_leaves_the_old(
    built: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(built)

    def full(*_: Any, **__: Any) -> None:
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("pyoxigraph.serialize", full)
        with pytest.raises(StoreError, match="disk is full"):
            build_store(built, collection("three"), case)
        with pytest.raises(StoreError, match="disk is full"):
            build_store(built.parent / "new", collection("three"), case)
    assert contents(built) == before
    assert sorted(path.name for path in built.iterdir()) == BUILT
    assert not (built.parent / "new").exists()


def test_a_swap_that_fails_half_way_is_taken_back(
    built: Path, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(built)

    real = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == built / "graph.trig":
            raise PermissionError("Permission denied")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreError, match="no permission"):
            build_store(built, collection("three"), case)
    assert contents(built) == before


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path, case: Case) -> None:
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file", tmp_path / "file" / "graph"):
        with pytest.raises(StoreError, match=r"file.*cannot be written"):
            build_store(path, collection("one"), case)
    assert (tmp_path / "file").read_text() == "mine"


# --- opening ------------------------------------------------------------------------------


def test_no_graph_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for name in ("nowhere", "empty", "file"):
        for read_only in (True, False):
            with pytest.raises(StoreError, match=f"{name}: there is no graph.*stancegraph build"):
                Store.open(tmp_path / name, read_only=read_only)
    assert not (tmp_path / "nowhere").exists()
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_damaged_graph(built: Path) -> None:
    (built / "store" / "CURRENT").write_text("junk\n")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="not a readable graph store; build the graph anew"):
            Store.open(built, read_only=read_only)


def test_the_database_itself_can_be_named(built: Path) -> None:
    with Store.open(built / "store", read_only=True) as store:
        assert len(stored_articles(store)) == 2


def test_a_second_writer_is_refused_until_the_first_is_closed(built: Path) -> None:
    with Store.open(built) as first:
        first.select("SELECT * { ?s ?p ?o }")
        with pytest.raises(StoreError, match="written by another program"):
            Store.open(built)
        with Store.open(built, read_only=True) as reader:
            assert len(reader) == len(first)
    Store.open(built).close()


def test_a_read_only_store_is_not_changed(built: Path, case: Case) -> None:
    before = contents(built)
    with Store.open(built, read_only=True) as store:
        with pytest.raises(StoreError, match="read-only"):
            store.put_article(*collection("three")[0], case)
        with pytest.raises(StoreError, match="read-only"):
            store.delete_article("one")
        with pytest.raises(StoreError, match="read-only"):
            store.bulk_load(reference_graph(case))
    assert contents(built) == before


def test_a_closed_store_says_so(built: Path) -> None:
    store = Store.open(built)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.graphs()


def test_create_takes_only_a_new_folder(tmp_path: Path, built: Path) -> None:
    with Store.create(tmp_path / "new") as store:
        assert store.graphs() == []
    with pytest.raises(StoreError, match="is there already"):
        Store.create(built)


# --- changing -----------------------------------------------------------------------------


def test_an_article_is_replaced_whole(built: Path, case: Case) -> None:
    changed = Article(id="one", text=TEXT, title="new")
    with Store.open(built) as store:
        store.put_article(changed, collection("one")[0][1][:1], case)
        found = {article.id: (article, positions) for article, positions in stored(store)}
        assert found["one"] == (changed, collection("one")[0][1][:1])
        assert found["two"] == (replace(collection("x", "two")[1][0]), collection("two")[0][1])
    with Store.open(built, read_only=True) as store:  # and it is on disk
        assert {a.title for a in stored_articles(store)} == {"new", "“two”"}


def test_a_withdrawn_article_leaves_nothing(built: Path) -> None:
    with Store.open(built) as store:
        store.delete_article("one")
        store.delete_article("never there")
        assert [a.id for a in stored_articles(store)] == ["two"]
        name = article_iri("one")
        assert name not in store.graphs()
        left = store.select(f"SELECT * {{ {{ <{name}> ?p ?o }} UNION {{ ?s ?p <{name}> }} }}")
        assert left.rows == []


def quads_of(folder: Path) -> set[str]:
    return {str(quad) for quad in engine_of(folder)}


def test_the_standings_are_built(built: Path, case: Case) -> None:
    with Store.open(built, read_only=True) as store:
        rows = store.select(
            """SELECT ?actor ?issue ?reading ?value ?statements ?latest {
                 ?s sg:standingOf/skos:notation ?actor ; sg:standingOn/skos:notation ?issue ;
                    sg:reading/skos:notation ?reading ; sg:value ?value ;
                    sg:statements ?statements .
                 OPTIONAL { ?s sg:latestDate ?latest } }"""
        ).rows
        # The words of the readings are in the ontology, which is no part of the graph.
        assert rows == []
        table = store.select(
            """SELECT ?actor ?issue ?reading ?value ?statements ?day {
                 ?s sg:standingOf/skos:notation ?actor ; sg:standingOn/skos:notation ?issue ;
                    sg:reading ?reading ; sg:value ?value ; sg:statements ?statements .
                 ?all a sg:Standings ; sg:asOf ?day } ORDER BY ?actor"""
        )
    ns, day = "https://w3id.org/stancegraph/ns/", date(2003, 10, 2)
    assert table.rows == [
        ("avalon", "fishing-limit", f"{ns}StandsFor", 1.0, 2, day),
        ("brigadoon", "fishing-limit", f"{ns}StandsAgainst", -1.0, 2, day),
    ]


@settings(max_examples=5)  # each builds two stores on disk
@given(data=st.data())
def test_changes_one_by_one_give_what_a_build_gives(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, toy: Path
) -> None:
    case, folder = load_case(toy), tmp_path_factory.mktemp("graphs")
    days = st.dates(date(2003, 1, 1), date(2003, 12, 31))
    articles = {
        name: (
            replace(article, date=data.draw(days)),
            tuple(
                replace(
                    position,
                    stance=data.draw(st.sampled_from(STANCES)),
                    date=data.draw(st.none() | days),
                    attribution=data.draw(st.sampled_from(ATTRIBUTIONS)),
                    confidence=data.draw(st.sampled_from((0.1234567, 0.5, 1.0))),
                )
                for position in positions
            ),
        )
        for name, (article, positions) in zip("abc", collection("a", "b", "c"), strict=True)
    }
    as_of = data.draw(st.none() | days)
    build_store(folder / "one", [collection("a")[0], collection("d")[0]], case, as_of=as_of)
    with Store.open(folder / "one") as store:
        for name in data.draw(st.permutations(["a", "b", "c", "-b", "b", "-d"])):
            if name.startswith("-"):
                store.delete_article(name[1:])
            else:
                store.put_article(*articles[name], case)
        left = {article.id for article in stored_articles(store)}
    build_store(folder / "two", [articles[name] for name in sorted(left)], case, as_of=as_of)
    assert quads_of(folder / "one") == quads_of(folder / "two")


def test_withdrawing_the_last_article_leaves_no_standing(tmp_path: Path, case: Case) -> None:
    build_store(tmp_path / "graph", collection("one"), case)
    with Store.open(tmp_path / "graph") as store:
        store.delete_article("one")
        assert store.select("SELECT ?s { ?s a sg:Standing }").rows == []


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ['" . } ; DROP ALL ; INSERT DATA { <a:a> <a:a> "', "\\", "\n", "\r\n", "\x00", "\u202e", "}}"]
)


@given(texts, texts, texts)
def test_no_text_breaks_out_of_a_put(toy: Path, article_id: str, text: str, title: str) -> None:
    case = load_case(toy)
    article = Article(id=article_id, text=text, title=title, extra={text: title})
    store = Store.memory()
    store.put_graph(reference_graph(case))
    store.put_graph(article_graph(article, [], case))
    store.put_graph(article_graph(article, [], case))
    assert list(stored(store)) == [(article, ())]
    assert store.graphs() == sorted([case.iri, article_iri(article_id)])


def test_quads_outside_named_graphs_are_refused() -> None:
    node = ox.NamedNode("https://example.org/a")
    store = Store.memory()
    with pytest.raises(StoreError, match="no named graph"):
        store.put_graph([ox.Quad(node, node, node)])
    store.put_graph([])
    assert len(store) == 0


# --- asking -------------------------------------------------------------------------------


def test_values_come_as_pythons_own() -> None:
    table = Store.memory().select(
        """SELECT * { BIND(1 AS ?a) BIND(0.5 AS ?b) BIND(1e0 AS ?c) BIND(true AS ?d)
           BIND("2003-10-01"^^xsd:date AS ?e) BIND("2003-13-45"^^xsd:date AS ?f)
           BIND(<https://example.org/> AS ?g) BIND("x"@en AS ?h) BIND(1/0 AS ?i)
           BIND("1"^^<https://example.org/type> AS ?j) }"""
    )
    assert table.records() == [
        {
            "a": 1, "b": 0.5, "c": 1.0, "d": True, "e": date(2003, 10, 1), "f": "2003-13-45",
            "g": "https://example.org/", "h": "x", "i": None, "j": "1",
        }
    ]  # fmt: skip
    assert [type(value) for value in table.rows[0][:4]] == [int, float, float, bool]


def test_queries_see_all_graphs_unless_they_say_which(built: Path) -> None:
    with Store.open(built, read_only=True) as store:
        count = "SELECT (COUNT(*) AS ?n) {} {{ ?s a sg:Position }}"
        assert store.select(count.format("")).rows == [(4,)]
        one = f"FROM <{article_iri('one')}>"
        assert store.select(count.format(one)).rows == [(2,)]


def test_plain_triples_are_the_simplest_question(built: Path) -> None:
    with Store.open(built, read_only=True) as store:
        asked = """SELECT DISTINCT ?who ?what {
            ?a sg:opposes ?i . ?a skos:prefLabel ?who . ?i skos:notation ?what }"""
        assert store.select(asked).rows == [("Brigadoon", "fishing-limit")]
        made = store.construct("CONSTRUCT { ?i sg:actor ?a } WHERE { ?a sg:opposes ?i }")
        assert len(set(made)) == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?s ?p }", "does not parse: error at 1:"),
        ("ASK { ?s ?p ?o }", "is no SELECT"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "is no SELECT"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("DROP ALL", "is an update"),
    ],
)
def test_wrong_queries(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        Store.memory().select(query)


def test_construct_refuses_a_select() -> None:
    with pytest.raises(QueryError, match="is no CONSTRUCT"):
        Store.memory().construct("SELECT * { ?s ?p ?o }")


# rdflib 7 warns of its own doings in Dataset.triples.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
def test_rdflib_users_get_a_dataset(built: Path) -> None:
    for read_only in (True, False):
        with Store.open(built, read_only=read_only) as store:
            dataset = store.dataset()
            found = list(dataset.query("SELECT ?t { ?a a sg:Article ; dct:title ?t } ORDER BY ?t"))
            assert [str(row[0]) for row in found] == ["“one”", "“two”"]  # type: ignore[index]
            graph = dataset.get_graph(URIRef(article_iri("two")))
            assert graph is not None
            title = URIRef("http://purl.org/dc/terms/title")
            assert (URIRef(article_iri("two")), title, Literal("“two”")) in dataset
            assert len(list(graph.objects(predicate=title))) == 1
            del dataset, found, graph
        Store.open(built).close()  # the lock is released


def test_a_graph_without_its_case_says_so() -> None:
    with pytest.raises(StoreError, match="holds 0 cases"):
        stored_articles(Store.memory())


# --- dumping ------------------------------------------------------------------------------


@pytest.mark.parametrize("format", DUMP_FORMATS)
def test_a_dump_holds_everything(built: Path, format: DumpFormat) -> None:
    target = built / f"dump.{format}"
    with Store.open(built, read_only=True) as store:
        store.dump(target, format)
    read = list(ox.parse(target.read_bytes(), format=FORMATS[format]))
    if format == "turtle":
        assert {q.triple for q in read} == {q.triple for q in engine_of(built)}
    else:
        assert set(read) == set(engine_of(built))


def test_a_dump_names_things_shortly(built: Path) -> None:
    text = (built / "graph.trig").read_text()
    assert "actor:brigadoon sg:opposes issue:fishing-limit" in text
    assert text.index("@prefix sg:") < text.index("article:one {")


def test_a_failed_dump_leaves_the_old_file(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = built / "dump.ttl"
    target.write_text("old")
    real = ox.serialize

    def full(data: Any, output: Any, **more: Any) -> None:
        real(list(data)[:1], output, **more)
        raise OSError(ENOSPC, "No space left on device")

    with Store.open(built, read_only=True) as store:
        with monkeypatch.context() as patch:
            patch.setattr("pyoxigraph.serialize", full)
            with pytest.raises(OutputError, match=r"dump.ttl: the disk is full"):
                store.dump(target, "turtle")
        with pytest.raises(OutputError, match=r"cannot be written"):
            store.dump(built / "nowhere" / "x.ttl", "turtle")
        with pytest.raises(StoreError, match=r"'rdfxml' is no format.*turtle, trig"):
            store.dump(target, "rdfxml")  # type: ignore[arg-type]
    assert target.read_text() == "old"
    assert sorted(p.name for p in built.iterdir()) == sorted(["dump.ttl", *BUILT])


def test_an_answer_of_any_form_reads_the_graphs_that_the_protocol_names() -> None:
    store = Store.memory()
    here, there, thing = (ox.NamedNode(f"https://example.org/{name}") for name in "htx")
    store.put_graph([ox.Quad(thing, thing, ox.Literal("h"), here)])
    store.put_graph([ox.Quad(thing, thing, ox.Literal("t"), there)])
    plain, named = "SELECT ?o { ?s ?p ?o }", "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"

    def found(query: str, **graphs: list[str]) -> list[str]:
        rows = store.answer(query, **graphs)
        assert isinstance(rows, ox.QuerySolutions)
        return sorted(row[0].value for row in rows)

    assert found(plain) == found(named) == ["h", "t"]
    assert found(plain, default_graphs=[here.value]) == ["h"]
    assert found(plain, default_graphs=[here.value, there.value]) == ["h", "t"]
    assert found(named, default_graphs=[here.value]) == []
    assert found(named, named_graphs=[there.value]) == ["t"]
    assert found(plain, named_graphs=[there.value]) == []
    source = plain.replace("{", f"FROM {there} {{", 1)
    assert found(source) == ["t"]
    assert found(source, default_graphs=[here.value]) == ["h"]
    assert isinstance(store.answer("ASK {}"), ox.QueryBoolean)
    assert isinstance(store.answer("CONSTRUCT WHERE { ?s ?p ?o }"), ox.QueryTriples)
    with pytest.raises(QueryError, match="no name of a graph"):
        store.answer(plain, default_graphs=["no IRI"])
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.answer("SELECT * { SERVICE <http://127.0.0.1:9/> {} }")
