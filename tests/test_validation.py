"""Validation: every class has a shape, every shape can fail, and what is built conforms."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import OWL, RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, ORG, SKOS, XSD
from typer.testing import CliRunner

from stancegraph.case import Case, load_case, ontology_file
from stancegraph.cli import app
from stancegraph.exceptions import CaseError, StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import article_graph, distinct, reference_graph, standings_graph
from stancegraph.store import Store, build_store
from stancegraph.validation import validate_case, validate_files, validate_store
from stancegraph.vocabulary import (
    ATTRIBUTION_TERMS,
    DATA,
    OA,
    PLAIN_TERMS,
    PRECISION_TERMS,
    READING_TERMS,
    SG,
    SPEECH_ACT_TERMS,
    STANCE_TERMS,
    TIME_TERMS,
)

Triples = list[tuple[Any, Any, Any]]
SHAPE = Namespace("https://w3id.org/stancegraph/shapes/")
CASE = Namespace("https://w3id.org/stancegraph/case/toy/")
TEXT = (
    "Avalon wants a limit. Brigadoon will accept it if a ferry runs. “Avalon is against the"
    " ferry,” MacRae said. Avalon accepts the ferry, is unsure of the season. 🐟 It rejects all."
)


def told(quote: str, actor: str, issue: str, stance: str, **more: object) -> Position:
    start = TEXT.index(quote)
    settings = {"holder": actor.title(), "extractor": "reader/1 parser/2"} | more
    return Position("talks", actor, issue=issue, stance=stance, quote=quote,  # type: ignore[arg-type]
                    start=start, end=start + len(quote), **settings)  # type: ignore[arg-type]  # fmt: skip


ARTICLE = Article(
    id="talks", text=TEXT, title="Talks", date=date(2004, 6, 1), publisher="Gazette", language="en",
    url="https://example.org/talks", speaker="MacRae", extra={"genre": "report"},
)  # fmt: skip
DATED = {"date": date(2004, 6, 1), "date_precision": "article"}
POSITIONS = (
    told("Avalon wants a limit", "avalon", "fishing-limit", "support",
         attribution="self", holder_id="morgan-lefay", **DATED),
    told("Brigadoon will accept it if a ferry runs", "brigadoon", "fishing-limit", "conditional",
         condition="a ferry runs", condition_issues=("ferry",), **DATED),
    told("Avalon is against the ferry", "avalon", "ferry", "oppose",
         date=date(2003, 2, 1), date_precision="month"),
    told("“Avalon is against the ferry,” MacRae said", "avalon", "ferry", "oppose",
         attribution="ascribed", attributed_by="brigadoon"),
    told("Avalon accepts the ferry", "avalon", "ferry", "support", **DATED),
    told("is unsure of the season", "avalon", "closed-season", "ambivalent"),
)  # fmt: skip


def rdf(quads: list[ox.Quad]) -> Graph:
    return Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


@pytest.fixture(scope="module")
def valid(case: Case, toy: Path) -> Graph:
    """Give a graph that has an instance of every class, and of every property that has a shape."""
    graph = rdf([
        *reference_graph(case),
        *article_graph(ARTICLE, POSITIONS, case),
        *standings_graph(distinct(POSITIONS, case), case, today=date(2004, 6, 1)),
    ])  # fmt: skip
    files = Graph().parse(toy / "toy.ttl")
    kept = {*files.subjects(RDF.type, SG.WordList)}
    for triple in files:
        if triple[0] in kept or triple[1] in (SG.cue, SG.contraryCue, SKOS.hiddenLabel):
            graph.add(triple)
    graph.parse(ontology_file("core.ttl"))
    more = """
        actor:isle a sg:Actor, sg:State, org:Organization ; skos:notation "isle" ;
            skos:prefLabel "Isle"@en ; org:memberOf actor:avalon ; sg:speaksFor actor:avalon ;
            skos:exactMatch <http://www.wikidata.org/entity/Q23666> ;
            sg:record <urn:record> .
        <urn:record> sg:knownToSupport issue:ferry ; sg:knownToOppose issue:fishing-limit ;
            sg:validFrom "2003-01-01"^^xsd:date ; sg:validUntil "2004-01-01"^^xsd:date .
    """
    prefixes = f"""@prefix actor: <{CASE}actor/> . @prefix sg: <{SG}> . @prefix org: <{ORG}> .
        @prefix skos: <{SKOS}> . @prefix issue: <{CASE}issue/> . @prefix xsd: <{XSD}> .\n"""
    return graph.parse(data=prefixes + more, format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ontology_file("shapes.ttl"))


def failures(
    graph: Graph, shapes: Graph, shape: URIRef | None = None
) -> set[tuple[URIRef, str, str]]:
    """Give the focus node (or what a query found), the message and the kind of each result."""
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    aimless: Triples = [
        t for p in targets for t in shapes.triples((None, p, None)) if shape not in (None, t[0])
    ]
    with changed(shapes, aimless, []):  # the other shapes have nothing to look at
        _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    assert isinstance(results, Graph)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        kind = results.value(result, SH.sourceConstraintComponent)
        node = results.value(result, SH.focusNode)
        if kind == SH.SPARQLConstraintComponent:
            node = results.value(result, SH.value) or node
        message = results.value(result, SH.resultMessage)
        found.add((URIRef(str(node)), str(message), str(kind).rpartition("#")[2]))
    return found


@contextmanager
def changed(graph: Graph, gone: Triples, come: Triples) -> Iterator[None]:
    """Take triples out and put others in, for a while."""
    come = [triple for triple in come if triple not in graph]
    for triple in gone:
        graph.remove(triple)
    for triple in come:
        graph.add(triple)
    try:
        yield
    finally:
        for triple in come:
            graph.remove(triple)
        for triple in gone:
            graph.add(triple)


# --- what is valid ------------------------------------------------------------------------


def test_the_sample_conforms(valid: Graph, shapes: Graph) -> None:
    assert failures(valid, shapes) == set()


@pytest.mark.parametrize("name", ["ukraine", "iran-nuclear"])
def test_every_bundled_case_conforms(name: str) -> None:
    assert validate_case(name).findings == ()


def test_the_ontology_conforms() -> None:
    assert validate_files([ontology_file("core.ttl")]).findings == ()


# --- every class has a shape, every shape can fail ---------------------------------------


def test_every_class_has_a_shape(shapes: Graph) -> None:
    core = Graph().parse(ontology_file("core.ttl"))
    classes = set(core.subjects(RDF.type, OWL.Class))
    assert len(classes) > 20
    assert classes <= set(shapes.objects(None, SH.targetClass))


def test_the_values_in_the_shapes_are_those_of_the_vocabulary(shapes: Graph) -> None:
    expected: Mapping[URIRef, set[URIRef]] = {
        SG.stance: set(STANCE_TERMS.values()),
        SG.latestStance: set(STANCE_TERMS.values()),
        SG.attribution: set(ATTRIBUTION_TERMS.values()),
        SG.time: set(TIME_TERMS.values()),
        SG.speechAct: set(SPEECH_ACT_TERMS.values()),
        SG.datePrecision: set(PRECISION_TERMS.values()),
        SG.reading: set(READING_TERMS.values()),
        SG.movedFrom: set(READING_TERMS.values()),
        SG.movedTo: set(READING_TERMS.values()),
    }
    listed = {
        path: set(Collection(shapes, head))
        for node, head in shapes.subject_objects(SH["in"])
        if (path := shapes.value(node, SH.path)) in expected
    }
    assert listed == expected
    targets = set(shapes.objects(SHAPE.PlainTriple, SH.targetSubjectsOf))
    assert targets == set(PLAIN_TERMS.values())


def instances(graph: Graph, shapes: Graph, shape: URIRef) -> list[URIRef]:
    found = [
        node for kind in shapes.objects(shape, SH.targetClass)
        for node in graph.subjects(RDF.type, kind)
    ]  # fmt: skip
    found += [
        node for predicate in shapes.objects(shape, SH.targetSubjectsOf)
        for node in graph.subjects(predicate)
    ]  # fmt: skip
    found += [
        node for predicate in shapes.objects(shape, SH.targetObjectsOf)
        for node in graph.objects(None, predicate)
    ]  # fmt: skip
    return sorted({URIRef(str(node)) for node in found if isinstance(node, URIRef)})


def spoilings(
    graph: Graph, shapes: Graph, path: URIRef | BNode, node: URIRef
) -> Iterator[tuple[Triples, Triples]]:
    """Yield ways to spoil a property of a node: triples to take out, and to put in."""
    alternatives = shapes.value(path, SH.alternativePath)
    if alternatives is not None:
        gone = [
            t for one in Collection(shapes, alternatives) for t in graph.triples((node, one, None))
        ]
        yield gone, []
        return
    predicate = path
    if isinstance(path, BNode):  # the members of a list
        head = Collection(shapes, path)[0]
        node, predicate = URIRef(str(graph.value(node, head))), RDF.first
    there = list(graph.triples((node, predicate, None)))
    literals = [value for _, _, value in there if isinstance(value, Literal)]
    yield there, [(node, predicate, URIRef("urn:x:wrong"))]
    yield there, [(node, predicate, Literal("wrong"))]
    yield there, [(node, predicate, Literal(""))]
    yield there, []
    for value in literals:
        yield [], [(node, predicate, Literal(f"{value} too", lang=value.language))]
    yield there, [(node, predicate, Literal("2001-01-01", datatype=XSD.date))]


def property_shapes(shapes: Graph) -> list[tuple[URIRef, Any]]:
    return [
        (URIRef(shape), one)
        for shape in sorted(map(str, shapes.subjects(RDF.type, SH.NodeShape)))
        for one in shapes.objects(URIRef(shape), SH.property)
    ]


@pytest.mark.filterwarnings("ignore")
def test_every_property_shape_can_fail(valid: Graph, shapes: Graph) -> None:
    checked = 0
    for shape, one in property_shapes(shapes):
        path: Any = shapes.value(one, SH.path)
        message = shapes.value(one, SH.message)
        assert message is not None, path
        tries: list[tuple[Any, Triples, Triples]]
        checked += 1
        if path == SG.speaksFor and shapes.value(one, SH.maxCount) == Literal(0):
            tries = [(CASE["actor/avalon"], [], [(CASE["actor/avalon"], path, CASE["actor/isle"])])]
        elif shape == SHAPE.PlainTriple and path == SKOS.notation:
            author = CASE["actor/author"]
            tries = [(author, [], [(author, SG.supports, CASE["issue/ferry"])])]
        elif path == RDF.type:
            node = instances(valid, shapes, shape)[0]
            tries = [(node, [(node, RDF.type, shapes.value(one, SH.hasValue))], [])]
        elif (SH.lessThan in set(shapes.predicates(one))) or (
            SH.lessThanOrEquals in set(shapes.predicates(one))
        ):
            ends = {SG.heldFrom: SG.heldUntil, SG.validFrom: SG.validUntil}
            late = Literal("2999-01-01", datatype=XSD.date) if path in ends else Literal(9999)
            node = next(
                n
                for n in instances(valid, shapes, shape)
                if (n, ends.get(path, OA.end), None) in valid
            )
            tries = [(node, list(valid.triples((node, path, None))), [(node, path, late)])]
        else:
            found = instances(valid, shapes, shape)
            node = next(
                (n for n in found if isinstance(path, URIRef) and (n, path, None) in valid),
                found[0],
            )
            tries = [(node, *way) for way in spoilings(valid, shapes, path, node)]
        for node, gone, come in tries:
            with changed(valid, gone, come):
                if any((node, str(message)) == f[:2] for f in failures(valid, shapes, shape)):
                    break
        else:
            pytest.fail(f"{shape}: {path}: {message}: nothing makes it fail")
    assert checked > 100
    assert failures(valid, shapes) == set()


DATES = [SG.heldFrom, SG.heldUntil, SG.validFrom, SG.validUntil, DCTERMS.issued, DCTERMS.date,
         SG.asOf, SG.latestDate, SG.moveStart, SG.moveEnd]  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("day", ["2024-13-45", "2023-02-30", "2024-1-5"])
def test_what_is_no_day_is_no_date(valid: Graph, shapes: Graph, day: str) -> None:
    for predicate in DATES:
        node, _, right = next(iter(valid.triples((None, predicate, None))))
        wrong = Literal(day, datatype=XSD.date, normalize=False)
        with changed(valid, [(node, predicate, right)], [(node, predicate, wrong)]):
            messages = {m for n, m, _ in failures(valid, shapes) if n == node}
        assert any("no day" in message for message in messages), predicate


def test_closed_shapes_know_no_other_property(valid: Graph, shapes: Graph) -> None:
    closed = [URIRef(str(s)) for s in shapes.subjects(SH.closed, Literal(True))]
    assert {str(s).rpartition("/")[2] for s in closed} >= {
        "Article", "Position", "Condition", "Evidence", "Quote", "Span", "Run", "Standing",
    }  # fmt: skip
    for shape in closed:
        node = instances(valid, shapes, shape)[0]
        with changed(valid, [], [(node, URIRef("urn:x:other"), Literal("x"))]):
            kinds = {kind for n, _, kind in failures(valid, shapes, shape) if n == node}
        assert kinds == {"ClosedConstraintComponent"}, shape


Change = Callable[[Graph], tuple[Triples, Triples, URIRef]]


def position(graph: Graph, **more: URIRef) -> URIRef:
    for node in map(URIRef, sorted(map(str, graph.subjects(RDF.type, SG.Position)))):
        if all((node, SG[key], value) in graph for key, value in more.items()):
            return node
    raise AssertionError(more)


def swap(node: URIRef, predicate: URIRef, value: URIRef | Literal) -> Change:
    def change(graph: Graph) -> tuple[Triples, Triples, URIRef]:
        return list(graph.triples((node, predicate, None))), [(node, predicate, value)], node

    return change


def plus(node: URIRef, predicate: URIRef, value: URIRef) -> Change:
    return lambda _: ([], [(node, predicate, value)], node)


def same_notation(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    return swap(CASE["issue/ferry"], SKOS.notation, Literal("fishing-limit"))(graph)


def another_text(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = position(graph, stance=SG.Support)
    quote = next(q for q in graph.objects(graph.value(node, SG.evidence), OA.hasSelector)
                 if (q, OA.exact, None) in graph)  # fmt: skip
    return (
        [(quote, OA.exact, graph.value(quote, OA.exact))],
        [(quote, OA.exact, Literal("x"))],
        node,
    )


def another_source(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = position(graph, stance=SG.Support)
    evidence = graph.value(node, SG.evidence)
    source = graph.value(evidence, OA.hasSource)
    return [(evidence, OA.hasSource, source)], [(evidence, OA.hasSource, URIRef("urn:x:a"))], node


def no_condition(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = position(graph, stance=SG.Conditional)
    return [(node, SG.condition, graph.value(node, SG.condition))], [], node


def nobody_ascribes(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = position(graph, attribution=SG.Ascribed)
    return [(node, SG.attributedBy, graph.value(node, SG.attributedBy))], [], node


def one_more_statement(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = URIRef(str(next(iter(graph.subjects(RDF.type, SG.Standing)))))
    return [], [(node, SG.basedOn, URIRef("urn:x:more"))], node


def same_code(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    return swap(SG.Oppose, SKOS.notation, Literal("support"))(graph)


def condition_of_a_supporter(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = position(graph, stance=SG.Conditional)
    return [(node, SG.stance, SG.Conditional)], [(node, SG.stance, SG.Oppose)], node


def half_a_date(graph: Graph) -> tuple[Triples, Triples, URIRef]:
    node = position(graph, datePrecision=SG.Month)
    return [(node, SG.datePrecision, SG.Month)], [], node


GRAPH_LEVEL: Mapping[str, Change] = {
    "has the skos:notation of another of its kind": same_notation,
    "is broader than itself by way of others; break the circle":
        swap(CASE["issue/fishing-limit"], SKOS.broader, CASE["issue/closed-season"]),
    "speaks for itself by way of others; break the circle":
        swap(CASE["actor/avalon"], ORG.memberOf, CASE["actor/avalon-council"]),
    "is in a group that no case lists in sg:groups":
        swap(CASE["issue/ferry"], SG.group, CASE["group/none"]),
    "is told to have a stance that no current position of its own shows":
        plus(CASE["actor/brigadoon"], SG.opposes, CASE["issue/ferry"]),
    "has the skos:notation of another concept of its scheme": same_code,
    "its quotation is not what its article says at that place": another_text,
    "its evidence is from another article": another_source,
    "is conditional without a condition": no_condition,
    "is ascribed, and nobody is named who ascribes it": nobody_ascribes,
    "counts other than the statements that it rests on": one_more_statement,
    "has a sg:condition, and its stance is not conditional": condition_of_a_supporter,
    "needs dct:date and sg:datePrecision, or neither": half_a_date,
    "is of two kinds; keep one":
        plus(CASE["actor/avalon"], RDF.type, SG.State),
}  # fmt: skip


def test_every_other_shape_has_its_failing_example(shapes: Graph) -> None:
    told = {str(shapes.value(n, SH.message)) for n in shapes.subjects(SH.select)}
    told |= {
        str(shapes.value(n, SH.message))
        for n in shapes.subjects(RDF.type, SH.NodeShape)
        if {SH["or"], SH["not"]} & set(shapes.predicates(n))
    }
    assert told == set(GRAPH_LEVEL)


@pytest.mark.parametrize("message", GRAPH_LEVEL)
def test_graph_level_shapes_can_fail(valid: Graph, shapes: Graph, message: str) -> None:
    gone, come, node = GRAPH_LEVEL[message](valid)
    with changed(valid, gone, come):
        assert (node, message) in {found[:2] for found in failures(valid, shapes)}


@pytest.mark.parametrize(
    "kinds", [("State", "Group"), ("Institution", "Person"), ("Group", "Person")]
)
def test_an_actor_is_of_one_kind(valid: Graph, shapes: Graph, kinds: tuple[str, str]) -> None:
    node = next(iter(valid.subjects(RDF.type, SG[kinds[0]])))
    with changed(valid, [], [(node, RDF.type, SG[kinds[1]])]):
        assert (node, "is of two kinds; keep one") in {f[:2] for f in failures(valid, shapes)}


# --- graphs -------------------------------------------------------------------------------


@pytest.fixture
def built(tmp_path: Path, case: Case) -> Path:
    articles = [
        (replace(ARTICLE, id=f"a{n}"), [replace(p, article=f"a{n}") for p in POSITIONS])
        for n in range(5)
    ]
    build_store(tmp_path / "graph", articles, case)
    return tmp_path / "graph"


def test_what_is_built_conforms(built: Path) -> None:
    with Store.open(built, read_only=True) as store:
        report = validate_store(store)
    assert (report.findings, report.checked, report.articles) == ((), 5, 5)
    assert report.conforms


@pytest.mark.parametrize(
    ("name", "articles"),
    [("ukraine", "data/articles"), ("iran-nuclear", "data/cases/iran-nuclear/articles")],
)
def test_what_the_engine_finds_in_the_samples_conforms(
    root: Path, tmp_path: Path, name: str, articles: str
) -> None:
    args = ["build", str(root / articles), "--case", name, "--out", str(tmp_path / "graph")]
    done = CliRunner().invoke(app, [*args, "--validate"])
    assert done.exit_code == 0, done.output
    assert "0 violations" in done.output


def test_a_large_graph_is_sampled(built: Path) -> None:
    with Store.open(built, read_only=True) as store:
        report = validate_store(store, sample=2)
    assert (report.findings, report.checked, report.articles) == ((), 2, 5)


def test_what_is_wrong_outside_of_the_sample_is_found(built: Path) -> None:
    with Store.open(built) as store:
        article = f"{DATA}article/a4"
        quads = [q for q in store.quads(article) if q.predicate.value != str(DCTERMS.issued)]
        day = ox.Literal("2024-13-45", datatype=ox.NamedNode(str(XSD.date)))
        node = ox.NamedNode(article)
        store.put_graph([*quads, ox.Quad(node, ox.NamedNode(str(DCTERMS.issued)), day, node)])
        store.delete_graph(f"{DATA}article/a3")
        report = validate_store(store, sample=1)
    assert not report.conforms
    messages = {finding.message for finding in report.findings}
    assert "has a dct:issued that is no day" in messages
    assert any("rests on a statement that is not there" in message for message in messages)


def test_warnings_are_told_and_break_nothing(tmp_path: Path, case: Case) -> None:
    vague = [replace(POSITIONS[1], condition=None, condition_issues=())]
    build_store(tmp_path / "graph", [(ARTICLE, vague)], case)
    with Store.open(tmp_path / "graph", read_only=True) as store:
        report = validate_store(store)
    assert report.conforms
    assert [(f.severity, f.message) for f in report.findings] == [
        ("warning", "is conditional without a condition")
    ]


# --- files --------------------------------------------------------------------------------


def spoilt(toy: Path, folder: Path, old: str, new: str) -> Path:
    text = (toy / "toy.ttl").read_text(encoding="utf-8")
    assert old in text
    folder.mkdir(exist_ok=True)
    (folder / "toy.ttl").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def line_with(folder: Path, words: str) -> int:
    lines = (folder / "toy.ttl").read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, start=1) if words in line)


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ('"ferry [line|link|service]"', '"ferry || link"', "ferry || link", "an empty alternative"),
        ('foaf:gender "male"', 'foaf:gender "male" ; sg:speaksFor issue:ferry', "issue:ferry ;",
         "may speak for one bloc"),
        ('"Dunmore"', '"Dunmore" ; skos:exactMatch <http://www.wikidata.org/wiki/Q5>', "wiki/Q5",
         "no item of Wikidata"),
        ('sg:plural true', 'sg:plural "perhaps"', "perhaps", "sg:plural, true or false"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_case_is_told_with_its_line(
    toy: Path, tmp_path: Path, old: str, new: str, at: str, message: str
) -> None:
    folder = spoilt(toy, tmp_path / "case", old, new)
    report = validate_case(folder)
    [finding] = report.findings
    assert message in finding.message
    assert finding.place == f"{folder / 'toy.ttl'}, line {line_with(folder, at)}"
    assert not report.conforms


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("sg:proposition \"A ferry", "sg:propositon \"A ferry", "sg:propositon"),
        ("skos:notation \"ferry\" ;", "", "issue:ferry a"),
        ('"2001-05-01"^^xsd:date', '"2001-13-01"^^xsd:date', "2001-13-01"),
        ("sg:group group:transport", "sg:group group:sky", "group:sky"),
        ("org:subOrganizationOf actor:brigadoon", "org:memberOf actor:ghost", "actor:ghost"),
        ("skos:broader issue:fishing-limit", "skos:broader issue:closed-season",
         "issue:closed-season a"),
        ('"closed season", "spring ban"', '"closed season" ; sg:contraryCue "closed season"',
         "contraryCue \"closed"),
    ],
)  # fmt: skip
def test_a_case_that_cannot_be_read_is_told_with_its_line(
    toy: Path, tmp_path: Path, old: str, new: str, at: str
) -> None:
    folder = spoilt(toy, tmp_path / "case", old, new)
    with pytest.raises(CaseError) as caught:
        load_case(folder)
    assert str(caught.value).startswith(f"{folder / 'toy.ttl'}, line {line_with(folder, at)}: ")


def test_files_that_cannot_be_read_are_errors(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b> .\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"bad\.ttl, line 1"):
        validate_files([tmp_path / "bad.ttl"])
    with pytest.raises(StoreError, match="no RDF file by its name"):
        validate_files([tmp_path / "bad.csv"])
    with pytest.raises(StoreError, match="cannot be read"):
        validate_files([tmp_path / "none.ttl"])


# --- the command --------------------------------------------------------------------------


def test_the_command(toy: Path, tmp_path: Path, built: Path) -> None:
    runner = CliRunner()
    done = runner.invoke(app, ["validate", "--graph", str(built), "--sample", "3"])
    assert done.exit_code == 0, done.output
    assert "0 violations; 0 warnings; 3 of 5 articles were checked" in done.output
    folder = spoilt(toy, tmp_path / "case", "sg:plural true", 'sg:plural "perhaps"')
    done = runner.invoke(app, ["validate", "--case", str(folder)])
    assert done.exit_code == 1
    assert f"toy.ttl, line {line_with(folder, 'perhaps')}: " in done.output
    done = runner.invoke(app, ["validate", str(folder / "toy.ttl"), "--format", "json"])
    assert done.exit_code == 1
    assert json.loads(done.output)["findings"][0]["path"] == str(SG.plural)
    shutil.rmtree(folder)
    for wrong in (["validate"], ["validate", "--case", "toy", "--graph", "x"]):
        assert runner.invoke(app, wrong).exit_code == 2
