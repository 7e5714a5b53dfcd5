"""Publishing: read back, every form of a graph is the same graph; nothing in it breaks out."""

import csv
import json
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Dataset, Graph, URIRef
from typer.testing import CliRunner

from stancegraph.case import Case, load_case, ontology_file
from stancegraph.cli import app
from stancegraph.exceptions import OutputError, StoreError
from stancegraph.model import Article, Position
from stancegraph.publishing import context, write_data_package, write_json_ld
from stancegraph.rdf import article_graph, reference_graph
from stancegraph.store import Store, build_store, describe, stored_positions
from stancegraph.vocabulary import SG

GOLDEN = Path(__file__).parent / "golden" / "isles.trig"
TEXT = "Avalon wants a limit, if the “ferry” runs."
HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ['"', '"""', "\\", "\\u0022", "\n", "\r", "\r\n", "</script><script>alert(1)</script>", "&lt;",
     "=cmd|' /C calc'!A0", '" . } ; DROP ALL ; { <a:a> <a:a> "', "@en", "_:b", "\x00", "\u202e",
     "\u2028", "\ufeff", ",", ";", "e\u0301", "http://[::1", "{}", "[]", "@id", "@context"]
)  # fmt: skip


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


def position(article: str, text: str = TEXT, **more: Any) -> Position:
    settings: dict[str, Any] = {
        "actor": "avalon", "holder": "Avalon", "issue": "fishing-limit", "stance": "conditional",
        "condition": "the “ferry” runs", "condition_issues": ("ferry",), "confidence": 0.75,
        "extractor": "reader/1 parser/2", "date": date(2003, 1, 2), "date_precision": "day",
    }  # fmt: skip
    return Position(article, quote=text, start=0, end=len(text), **(settings | more))


@pytest.fixture
def built(tmp_path: Path, case: Case) -> Path:
    told = [
        (Article(id=name, text=TEXT, date=date(2003, 1, day)), [position(name)])
        for day, name in enumerate(("one", "two"), start=1)
    ]
    build_store(tmp_path / "graph", told, case, licence="https://example.org/licence")
    return tmp_path / "graph"


def loaded(quads: object) -> Store:
    store = Store.memory()
    store.bulk_load(quads)  # type: ignore[arg-type]
    return store


def contents(store: Store) -> set[str]:
    return {str(quad) for name in store.graphs() for quad in store.quads(name)}


# --- JSON-LD ------------------------------------------------------------------------------


def test_json_ld_is_the_same_graph(tmp_path: Path) -> None:
    store = loaded(ox.parse(GOLDEN.read_bytes(), format=ox.RdfFormat.TRIG))
    write_json_ld(store, tmp_path / "one.jsonld")
    write_json_ld(store, tmp_path / "two.jsonld")
    data = (tmp_path / "one.jsonld").read_bytes()
    assert data == (tmp_path / "two.jsonld").read_bytes()
    # Two readers that have nothing in common; there are no blank nodes to be matched.
    assert {str(q) for q in ox.parse(data, format=ox.RdfFormat.JSON_LD)} == contents(store)
    dataset = Dataset()
    with warnings.catch_warnings(action="ignore"):  # rdflib warns of its own doings
        dataset.parse(data=data.decode(), format="json-ld")
        lines = dataset.serialize(format="nquads")
    assert {str(q) for q in ox.parse(lines, format=ox.RdfFormat.N_QUADS)} == contents(store)


def test_json_ld_is_written_in_short_names(built: Path, tmp_path: Path) -> None:
    with Store.open(built, read_only=True) as store:
        write_json_ld(store, tmp_path / "graph.jsonld")
    document = json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    nodes = [node for graph in document["@graph"] for node in graph.get("@graph", [])]
    told = [node for node in nodes if node.get("type") == ["Position", "prov:Entity"]]
    assert len(told) == 2
    assert told[0]["stance"] == "Conditional"
    assert told[0]["date"] == "2003-01-02"
    assert told[0]["confidence"] == "0.75"


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_breaks_out_of_json_ld(
    tmp_path_factory: pytest.TempPathFactory, toy: Path, name: str, text: str, words: str
) -> None:
    case, path = load_case(toy), tmp_path_factory.mktemp("jsonld") / "graph.jsonld"
    article = Article(id=name, text=text, title=words, url=words, extra={words: name})
    told = position(name, text, holder=words, condition=words)
    store = loaded([*reference_graph(case), *article_graph(article, [told], case)])
    write_json_ld(store, path)
    data = path.read_bytes()
    assert {str(q) for q in ox.parse(data, format=ox.RdfFormat.JSON_LD)} == contents(store)


def test_the_context_says_what_the_ontology_says() -> None:
    core = Graph().parse(ontology_file("core.ttl"))
    short = context()
    datatypes = {XSD.date, XSD.decimal, XSD.integer, XSD.boolean}
    concepts = {
        kind for kind in core.subjects(RDFS.subClassOf, SKOS.Concept)
        if any(core.subjects(RDF.type, kind))
    }  # fmt: skip
    for term in dir(SG):
        name = str(term).removeprefix(str(SG))
        told = short[name]
        if (URIRef(term), RDF.type, OWL.ObjectProperty) in core:
            value = core.value(URIRef(term), RDFS.range) in concepts
            assert told == {"@id": f"sg:{name}", "@type": "@vocab" if value else "@id"}
        elif core.value(URIRef(term), RDFS.range) in datatypes:
            kind = str(core.value(URIRef(term), RDFS.range)).rpartition("#")[2]
            assert told == {"@id": f"sg:{name}", "@type": f"xsd:{kind}"}
        else:
            assert told == f"sg:{name}"


# --- the data package ---------------------------------------------------------------------


def tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for file in folder.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            found[file.stem] = list(csv.DictReader(lines, strict=True))
    return found


READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
}


def check(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Check the tables against what the package says of them."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found = tables(folder)
    assert {resource["path"] for resource in package["resources"]} == {
        path.name for path in folder.glob("*.csv")
    }
    for resource in package["resources"]:
        rows, schema = found[resource["name"]], resource["schema"]
        for row in rows:
            assert list(row) == [field["name"] for field in schema["fields"]]
            for field in schema["fields"]:
                value, limits = row[field["name"]], field.get("constraints", {})
                if value == "":
                    assert not limits.get("required"), field
                    continue
                READ[field["type"]](value)
                assert value in limits.get("enum", [value])
        keys = [row[schema["primaryKey"]] for row in rows]
        assert len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", ()):
            other = found[key["reference"]["resource"] or resource["name"]]
            known = {row[key["reference"]["fields"]] for row in other}
            assert {row[key["fields"]] for row in rows} <= known | {""}
    return found


def test_the_data_package_holds_every_statement(built: Path, tmp_path: Path) -> None:
    with Store.open(built, read_only=True) as store:
        number = write_data_package(store, tmp_path / "package", licence="https://example.org/l")
        positions = stored_positions(store)
    found = check(tmp_path / "package")
    assert (number, len(found["statements"]), len(found["articles"])) == (2, 2, 2)
    row = found["statements"][0]
    told = positions[0]
    assert (row["actor"], row["stance"], row["quote"], row["start"], row["end"]) == (
        told.actor, told.stance, told.quote, str(told.start), str(told.end),
    )  # fmt: skip
    assert (row["condition_issues"], row["confidence"]) == ("ferry", "0.75")
    assert "text" not in found["articles"][0]
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [{"path": "https://example.org/l"}]
    assert package["name"] == "toy"


@given(HOSTILE, HOSTILE.filter(bool), HOSTILE.filter(bool))
def test_no_text_breaks_out_of_a_cell(
    tmp_path_factory: pytest.TempPathFactory, toy: Path, name: str, text: str, words: str
) -> None:
    case, folder = load_case(toy), tmp_path_factory.mktemp("package") / "package"
    article = Article(id="x" + name, text=text, title=words, url=words)
    told = position(article.id, text, holder=words, condition=words)
    store = loaded([*reference_graph(case), *article_graph(article, [told], case)])
    write_data_package(store, folder)
    [row] = check(folder)["statements"]
    assert (row["article"], row["quote"], row["holder"], row["condition"]) == (
        article.id, text, words, words,
    )  # fmt: skip


#: What is likeliest to break a table, in one package: the standard's own validator is slow.
WORST = [
    '"', '"""', "\\", "\n", "a\r", "\r\n", "=1+1", "@x", "+1", "-", "\u2028", "\ufeffa", ",", ";",
    "\t",
    "e\u0301", "\u202e", "\x00b", "NA", "None", "true", "1", "[]", "{}", "'", " ",
]  # fmt: skip


def test_the_package_is_valid_by_the_standard_s_own_validator(tmp_path: Path, toy: Path) -> None:
    case, quads = load_case(toy), list[ox.Quad]()
    for text in WORST:
        article = Article(id=f"x{text}", text=f"{text} {TEXT}", title=text, url=text)
        told = position(article.id, article.text, holder=text, condition=text)
        quads += article_graph(article, [told], case)
    write_data_package(loaded([*reference_graph(case), *quads]), tmp_path / "package")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert [task.stats["rows"] for task in report.tasks][:2] == [len(WORST), len(WORST)]
    # It sees what is wrong: an actor that there is not, a stance that is none.
    table = tmp_path / "package" / "statements.csv"
    lines = table.read_text(encoding="utf-8").replace(",avalon,", ",nobody,", 1)
    table.write_text(lines.replace(",conditional,", ",perhaps,", 1), encoding="utf-8", newline="")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert {row[0] for row in report.flatten(["type"])} == {"foreign-key", "constraint-error"}


def test_a_package_is_whole_or_not_there(built: Path, tmp_path: Path) -> None:
    with Store.open(built, read_only=True) as store:
        (tmp_path / "there").mkdir()
        with pytest.raises(OutputError, match="exists already"):
            write_data_package(store, tmp_path / "there")
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(OutputError, match="cannot be written"):
            write_data_package(store, tmp_path / "file" / "package")
        with pytest.raises(OutputError, match="cannot be written"):
            write_json_ld(store, tmp_path / "file" / "graph.jsonld")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "graph", "there"]


# --- the description ----------------------------------------------------------------------


def test_a_build_is_described_beside_the_store(built: Path) -> None:
    graph = Graph().parse(built / "description.ttl")
    dcat, void = "http://www.w3.org/ns/dcat#", "http://rdfs.org/ns/void#"
    [dataset] = graph.subjects(RDF.type, URIRef(dcat + "Dataset"))
    assert str(dataset) == "https://w3id.org/stancegraph/case/toy/dataset"
    assert (dataset, RDF.type, URIRef(void + "Dataset")) in graph
    licence = graph.value(dataset, URIRef("http://purl.org/dc/terms/license"))
    assert str(licence) == "https://example.org/licence"
    kind = URIRef(void + "class")
    counts = {
        str(graph.value(part, kind)): int(str(graph.value(part, URIRef(void + "entities"))))
        for part in graph.objects(dataset, URIRef(void + "classPartition"))
    }  # fmt: skip
    assert counts[str(SG.Position)] == counts[str(SG.Article)] == 2
    assert counts[str(SG.Standing)] == 1
    with Store.open(built, read_only=True) as store:
        triples = len(store)
    assert int(str(graph.value(dataset, URIRef(void + "triples")))) == triples
    days = {str(day) for _, p, day in graph if str(p) in (dcat + "startDate", dcat + "endDate")}
    assert days == {"2003-01-01", "2003-01-02"}


def test_a_description_without_licence_says_so(case: Case) -> None:
    store = loaded(reference_graph(case))
    told = {quad.predicate.value.rpartition("/")[2]: quad.object for quad in describe(store)}
    assert "license" not in told
    assert "No licence was stated" in str(told["rights"])
    nodes = [node for quad in describe(store) for node in (quad.subject, quad.object)]
    assert not any(isinstance(node, ox.BlankNode) for node in nodes)


@pytest.mark.parametrize("licence", ["MIT", "", "https://example.org/a b", '"> <a:a'])
def test_what_is_no_licence_is_told_before_the_articles_are_read(
    tmp_path: Path, case: Case, licence: str
) -> None:
    articles = (pytest.fail("an article was asked for") for _ in range(1))
    with pytest.raises(StoreError, match="is no IRI"):
        build_store(tmp_path / "graph", articles, case, licence=licence)
    with pytest.raises(StoreError, match="is no IRI"):
        write_data_package(loaded(reference_graph(case)), tmp_path / "tables", licence=licence)
    assert list(tmp_path.iterdir()) == []


# --- the command --------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "jsonld"])
def test_the_graph_is_exported_whole(built: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"out.{format}"
    args = ["export", "--graph", str(built), "--format", format, "--out", str(out)]
    assert CliRunner().invoke(app, args).exit_code == 0
    forms = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG,
             "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}  # fmt: skip
    read = {str(quad.triple) for quad in ox.parse(out.read_bytes(), format=forms[format])}
    with Store.open(built, read_only=True) as store:
        there = {str(quad.triple) for name in store.graphs() for quad in store.quads(name)}
    assert read == there
    again = CliRunner().invoke(app, args)
    assert again.exit_code == 1
    assert "exists already" in again.output


def test_tables_and_description_are_exported(built: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    common = ["export", "--graph", str(built), "--licence", "https://example.org/l", "--format"]
    done = run(app, [*common, "datapackage", "--out", str(tmp_path / "package")])
    assert done.exit_code == 0 and "2 statements" in done.output
    check(tmp_path / "package")
    done = run(app, [*common, "dcat", "--out", str(tmp_path / "dcat.ttl")])
    assert done.exit_code == 0
    assert "<https://example.org/l>" in (tmp_path / "dcat.ttl").read_text(encoding="utf-8")
    licence = ["--licence", "https://example.org/l"]
    for kind, option in (("turtle", licence), ("dna", licence), ("dcat", ["--past"])):
        asked = ["export", "--graph", str(built), "--format", kind, "--out", "x", *option]
        refused = run(app, asked)
        assert refused.exit_code == 2
        assert option[0] in refused.output
    wrong = ["export", "--graph", str(built), "--format", "dcat", "--licence", "none", "--out", "x"]
    assert run(app, wrong).exit_code == 1
    assert (
        run(app, ["export", "--graph", str(built), "--format", "owl", "--out", "x"]).exit_code == 2
    )
