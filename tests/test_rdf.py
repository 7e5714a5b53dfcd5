"""The graph: what is written for an article and a case, and that it is read back as it was."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import PROV, RDF

from stancegraph.case import Actor, Case, Issue, Office, load_case, ontology_file
from stancegraph.exceptions import ArticleError, CaseError, StoreError
from stancegraph.model import ATTRIBUTIONS, STANCES, TIMES, Article, Position
from stancegraph.rdf import (
    article_graph,
    article_iri,
    case_from_rdf,
    distinct,
    from_rdf,
    position_iri,
    reference_graph,
    standings_graph,
    standings_iri,
    standings_parameters,
)
from stancegraph.standings import Rules, summarise
from stancegraph.vocabulary import READING_TERMS, SPEECH_ACT_TERMS
from stancegraph.vocabulary import SG as SG_TERMS

BASE = "https://example.org/case/isles"
GOLDEN = Path(__file__).parent / "golden" / "isles.trig"
SG = "https://w3id.org/stancegraph/ns/"
PLAIN = {f"{SG}{name}" for name in ("supports", "opposes", "conditionallySupports", "ambivalentOn")}


def actor(name: str, **more: Any) -> Actor:
    settings: dict[str, Any] = {"kind": "bloc", "label": name.title(), "bloc": name} | more
    settings.setdefault("aliases", (settings["label"],))
    return Actor(id=name, iri=f"{BASE}/actor/{name}", **settings)


def issue(name: str, **more: Any) -> Issue:
    texts = (f"The {name} is set.", "sea", f"Whether a {name} is set", "sets it", "leaves it")
    return Issue(name, f"{BASE}/issue/{name}", name.title(), *texts, **more)


GOVERNOR = actor(
    "morgan",
    kind="person",
    label="Morgan",
    bloc="avalon",
    aliases=("Morgan", "Lefay", "Le Fay"),
    parents=("avalon-council", "avalon"),
    offices=(
        Office(("speaker",), "avalon-council", date(2001, 5, 1), date(2003, 9, 1)),
        Office(("governor", "leader"), "avalon", date(2003, 9, 1)),
    ),
    gender="female",
    wikidata="Q1",
)
CASE = Case(
    id="isles",
    iri=BASE,
    title="Fish and ferries",
    version="1.0.0",
    compared=("brigadoon", "avalon"),
    actors={
        "brigadoon": actor("brigadoon", demonyms=("Brigadoonian",)),
        "avalon": actor("avalon"),
        "avalon-council": actor(
            "avalon-council", kind="institution", bloc="avalon", parents=("avalon",)
        ),
        "morgan": GOVERNOR,
        "guild": actor(
            "guild", kind="group", bloc="brigadoon", parents=("brigadoon",), plural=True
        ),
    },
    issues={
        "quota": issue("quota"),
        "ferry": issue("ferry"),
        "net-size": issue("net-size", broader=("quota",)),
    },
    groups={"sea": "The sea", "land": "The land"},
    lookalikes=("Avalon Gazette",),
)
TEXT = (
    "Avalon’s governor said the quota stays.\r\n\r\n“No ferry,” Brigadoon’s “guild” told her 🐟.\n"
)
ARTICLE = Article(
    id="2003-10-01 talks/1>2",
    text=TEXT,
    title='The "quota" \\ talks',
    date=date(2003, 10, 1),
    publisher="The Gazette",
    url="https://example.org/?a=<b>&c= d",
    language="en",
    speaker="Morgan",
    extra={"genre": "report", "licence": "none"},
)


def position(quote: str, **more: Any) -> Position:
    start = TEXT.index(quote)
    settings: dict[str, Any] = {
        "article": ARTICLE.id,
        "actor": "avalon",
        "holder": "Avalon’s governor",
        "issue": "quota",
        "stance": "support",
        "extractor": "reader/2.0 parser_en/3.1",
    }
    return Position(quote=quote, start=start, end=start + len(quote), **(settings | more))


POSITIONS = (
    position(
        "Avalon’s governor said the quota stays.",
        attribution="self",
        holder_id="morgan",
        confidence=0.65,
        date=date(2003, 9, 30),
        date_precision="day",
        speech_act="promise",
    ),
    position(
        "“No ferry,” Brigadoon’s “guild” told her",
        actor="brigadoon",
        holder="Brigadoon’s “guild”",
        holder_id="guild",
        issue="ferry",
        stance="conditional",
        condition='the\nnets >\t"dry" \u202e',
        condition_issues=("net-size", "quota"),
        time="past",
        speech_act="state",
        confidence=1.0,
    ),
    position(
        "No ferry",
        issue="ferry",
        stance="oppose",
        attribution="ascribed",
        attributed_by="brigadoon",
        confidence=0.0,
        speech_act="oppose",
    ),
    position("quota", actor="author", holder="", stance="ambivalent", extractor=""),
)


def quads_of(predicate: str, quads: list[ox.Quad]) -> list[ox.Quad]:
    return [quad for quad in quads if quad.predicate.value == predicate]


def literal(quad: ox.Quad) -> ox.Literal:
    assert isinstance(quad.object, ox.Literal)
    return quad.object


def serialised(quads: list[ox.Quad], form: ox.RdfFormat) -> list[ox.Quad]:
    data = ox.serialize(quads, format=form)
    assert data is not None
    return list(ox.parse(data, format=form))


# --- articles -----------------------------------------------------------------------------


def test_an_article_is_read_back_as_it_was() -> None:
    [(article, positions)] = from_rdf(article_graph(ARTICLE, POSITIONS, CASE), CASE)
    assert article == ARTICLE
    assert positions == tuple(sorted(POSITIONS, key=lambda p: (p.start, p.end)))


# Half of a surrogate pair is no character: no encoding of text can carry it.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
hostile = texts | st.sampled_from(
    ['"', "\\", "'''", '"""', "\n", "\r\n", "\r", "<", ">", "}", "?x", "# no", "%2F", "..", "/",
     "\u202eabc", "👩\u200d🌾", "e\u0301", "\x00", "\ufeff", "\ufffe", "\u2028", "@en", "^^"]
)  # fmt: skip
names = st.sampled_from(sorted({*CASE.actors, "author", "other"}))
days = st.none() | st.dates()
needed = st.sets(st.sampled_from(sorted(CASE.issues))).map(lambda found: tuple(sorted(found)))


@st.composite
def collections(draw: st.DrawFn) -> tuple[Article, list[Position]]:
    article = Article(
        id=draw(hostile),
        text=draw(hostile) + draw(texts) + draw(hostile),
        title=draw(st.none() | hostile),
        date=draw(days),
        publisher=draw(st.none() | hostile),
        url=draw(st.none() | hostile),
        language=draw(st.none() | hostile),
        speaker=draw(st.none() | hostile),
        extra=draw(st.dictionaries(hostile, hostile, max_size=3)),
    )
    found: dict[str, Position] = {}
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(article.text)))
        end = draw(st.integers(start, len(article.text)))
        condition = draw(st.none() | hostile)
        one = Position(
            article=article.id,
            actor=draw(names),
            holder=draw(hostile),
            issue=draw(st.sampled_from(sorted(CASE.issues))),
            stance=draw(st.sampled_from(STANCES)),
            quote=article.text[start:end],
            start=start,
            end=end,
            condition=condition,
            condition_issues=draw(needed) if condition is not None else (),
            attribution=draw(st.sampled_from(ATTRIBUTIONS)),
            time=draw(st.sampled_from(TIMES)),
            confidence=draw(st.floats(0, 1).map(lambda value: round(value, 6))),
            extractor=draw(hostile),
            holder_id=draw(st.none() | names),
            attributed_by=draw(st.none() | names),
            date=draw(days),
            date_precision=draw(st.sampled_from(("day", "month", "year", "article", None))),
            speech_act=draw(st.sampled_from(sorted(SPEECH_ACT_TERMS))),
        )
        found[position_iri(one, CASE)] = one
    return article, list(found.values())


@given(collections(), st.sampled_from((None, ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG)))
def test_any_article_is_read_back_as_it_was(
    collection: tuple[Article, list[Position]], form: ox.RdfFormat | None
) -> None:
    article, positions = collection
    quads = article_graph(article, positions, CASE)
    if form is not None:
        quads = serialised(quads, form)
    [(read, found)] = from_rdf(quads, CASE)
    assert read == article
    assert sorted(found, key=repr) == sorted(positions, key=repr)
    assert [p.start for p in found] == sorted(p.start for p in positions)


def test_golden_graph() -> None:
    quads = [
        *reference_graph(CASE),
        *article_graph(ARTICLE, POSITIONS, CASE, software="1.2.3"),
        *standings_graph(
            distinct(POSITIONS, CASE), CASE, today=date(2003, 10, 1), software="1.2.3"
        ),
    ]
    # The rules of the standings have tests of their own.
    quads = [quad for quad in quads if "/parameter/" not in f"{quad.subject} {quad.object}"]
    # There are no blank nodes, so that two graphs are the same when their quads are.
    written = {str(quad) for quad in ox.parse(GOLDEN.read_bytes(), format=ox.RdfFormat.TRIG)}
    assert {str(quad) for quad in quads} == written


def test_the_order_of_positions_changes_nothing() -> None:
    forward, backward = (
        {str(quad) for quad in article_graph(ARTICLE, some, CASE)}
        for some in (POSITIONS, POSITIONS[::-1])
    )
    assert forward == backward


def test_a_run_tells_its_versions() -> None:
    graph = Graph()
    for quad in article_graph(ARTICLE, POSITIONS, CASE, software="1.2.3"):
        if "/data/run/" in str(quad.graph_name):
            graph.parse(data=f"{quad.triple} .", format="nt")
    [run] = graph.subjects(RDF.type, SG_TERMS.Run)
    told = {
        "extractor": graph.value(run, SG_TERMS.extractor),
        "model": graph.value(run, SG_TERMS.modelVersion),
        "software": graph.value(run, SG_TERMS.softwareVersion),
        "case": graph.value(run, SG_TERMS.caseVersion),
    }
    assert {key: str(value) for key, value in told.items()} == {
        "extractor": "reader/2.0 parser_en/3.1",
        "model": "parser_en/3.1",
        "software": "1.2.3",
        "case": "1.0.0",
    }
    [agent] = graph.objects(run, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.SoftwareAgent) in graph


def test_no_blank_nodes_and_all_in_named_graphs() -> None:
    quads = [*reference_graph(CASE), *article_graph(ARTICLE, POSITIONS, CASE)]
    nodes = [node for quad in quads for node in (quad.subject, quad.object)]
    assert not any(isinstance(node, ox.BlankNode) for node in nodes)
    graphs = {str(quad.graph_name) for quad in quads}
    runs = {name for name in graphs if "/data/run/" in name}
    assert graphs - runs == {f"<{BASE}>", f"<{article_iri(ARTICLE.id)}>"}
    assert len(runs) == 1


def test_terms_are_those_of_the_ontology() -> None:
    defined = {str(term) for term in Graph().parse(ontology_file("core.ttl")).subjects()}
    quads = [*reference_graph(CASE), *article_graph(ARTICLE, POSITIONS, CASE)]
    used = {
        term.value
        for quad in quads
        for term in (quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(SG)
    }
    assert len(used) > 40
    assert used <= defined


def test_plain_triples_only_for_own_current_positions_of_actors() -> None:
    own = position("quota", stance="oppose")
    told = [
        own,
        replace(own, stance="support", time="past"),
        replace(own, stance="support", attribution="ascribed", attributed_by="brigadoon"),
        replace(own, actor="other", holder="observers"),
        replace(own, actor="author"),
        replace(own, stance="conditional", actor="brigadoon", attribution="self"),
        replace(own, stance="ambivalent", issue="ferry"),
        replace(own, stance="support", issue="ferry"),
        replace(own, holder="the council"),
    ]
    plain = {
        (quad.subject, quad.predicate, quad.object)
        for quad in article_graph(ARTICLE, told, CASE)
        if quad.predicate.value in PLAIN
    }
    assert {tuple(str(term).rpartition("/")[2].strip(">") for term in one) for one in plain} == {
        ("avalon", "opposes", "quota"),
        ("brigadoon", "conditionallySupports", "quota"),
        ("avalon", "ambivalentOn", "ferry"),
        ("avalon", "supports", "ferry"),
    }


def test_evidence_holds_the_surroundings() -> None:
    quads = article_graph(ARTICLE, POSITIONS[1:2], CASE)
    start, end = POSITIONS[1].start, POSITIONS[1].end
    oa = "http://www.w3.org/ns/oa#"
    found = {name: literal(*quads_of(oa + name, quads)).value for name in
             ("exact", "prefix", "suffix", "start", "end")}  # fmt: skip
    assert found == {
        "exact": POSITIONS[1].quote,
        "prefix": TEXT[start - 32 : start],
        "suffix": " 🐟.\n",
        "start": str(start),
        "end": str(end),
    }
    assert (start, end) == (43, 83)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.65, "0.65"), (1.0, "1"), (0.0, "0"), (-0.0, "0"), (1e-5, "0.00001"), (1 / 3, "0.333333")],
)
def test_confidences_are_canonical_decimals(value: float, written: str) -> None:
    quads = article_graph(ARTICLE, [replace(POSITIONS[0], confidence=value)], CASE)
    [quad] = quads_of(f"{SG}confidence", quads)
    assert literal(quad) == ox.Literal(
        written, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    )


def test_no_literal_is_rewritten_by_the_store() -> None:
    quads = article_graph(ARTICLE, POSITIONS, CASE)
    store = ox.Store()
    store.extend(quads)
    assert {str(quad) for quad in store} == {str(quad) for quad in quads}


def test_iris_of_positions() -> None:
    one = POSITIONS[0]
    iri = position_iri(one, CASE)
    assert iri.startswith("https://w3id.org/stancegraph/data/position/")
    same = replace(
        one, confidence=0.1, extractor="another", condition_issues=("ferry",), trace={"rule": "x"}
    )
    assert position_iri(same, CASE) == iri
    changes: list[Mapping[str, Any]] = [
        {"article": "b"}, {"actor": "brigadoon"}, {"holder": "x"}, {"issue": "ferry"},
        {"stance": "oppose"}, {"quote": "x"}, {"start": 1}, {"end": 9}, {"condition": ""},
        {"attribution": "reported"}, {"time": "past"}, {"holder_id": None},
        {"attributed_by": "guild"}, {"date": None}, {"date_precision": None},
        {"speech_act": "warn"},
    ]  # fmt: skip
    others = {position_iri(replace(one, **change), CASE) for change in changes}
    assert len(others | {iri}) == len(changes) + 1
    assert position_iri(one, replace(CASE, iri=BASE + "2")) != iri


def test_of_equal_statements_the_surest_is_written() -> None:
    sure, unsure = replace(POSITIONS[0], confidence=0.9), replace(POSITIONS[0], confidence=0.3)
    for some in ([sure, unsure], [unsure, sure]):
        assert from_rdf(article_graph(ARTICLE, some, CASE), CASE) == [(ARTICLE, (sure,))]


@given(st.lists(hostile, max_size=6, unique=True))
def test_iris_of_articles_are_valid_and_distinct(ids: list[str]) -> None:
    iris = {ox.NamedNode(article_iri(one)).value for one in ids}
    assert len(iris) == len(ids)
    assert not any(iri.endswith(("/.", "/..")) for iri in iris)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"article": "another"}, "position of article 'another'"),
        ({"start": 1}, "is not the text at"),
        ({"start": -3, "end": -1, "quote": TEXT[-3:-1]}, "is not the text at"),
        ({"confidence": 1.01}, "outside [0, 1]"),
        ({"confidence": float("nan")}, "outside [0, 1]"),
        ({"holder": "\ud83d"}, "surrogate"),
    ],
)
def test_what_does_not_fit_the_article_is_refused(change: Mapping[str, Any], message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        article_graph(ARTICLE, [replace(POSITIONS[0], **change)], CASE)
    assert message in str(caught.value)
    assert ARTICLE.id in str(caught.value)


@pytest.mark.parametrize("field", ["id", "text", "title", "url", "publisher"])
def test_half_characters_are_refused(field: str) -> None:
    change: dict[str, Any] = {field: "a\udc00"}
    with pytest.raises(ArticleError, match=r"surrogate pair \(U\+DC00\)"):
        article_graph(replace(ARTICLE, **change), [], CASE)


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "x"},
        {"issue": "x"},
        {"holder_id": "x"},
        {"attributed_by": "x"},
        {"condition": "peace", "condition_issues": ("x",)},
    ],
)
def test_what_the_case_does_not_have_is_refused(change: Mapping[str, Any]) -> None:
    with pytest.raises(CaseError, match=r"case 'isles' has no (actor|issue) 'x'"):
        article_graph(ARTICLE, [replace(POSITIONS[0], **change)], CASE)


def test_a_graph_with_something_missing_is_an_error() -> None:
    quads = article_graph(ARTICLE, POSITIONS[:1], CASE)
    for name in ("text", "stance", "actor", "issue", "evidence", "time", "confidence"):
        rest = [quad for quad in quads if quad.predicate.value != SG + name]
        assert len(rest) < len(quads)
        with pytest.raises(StoreError, match=name):
            from_rdf(rest, CASE)


def test_a_graph_of_another_case_is_an_error() -> None:
    quads = article_graph(ARTICLE, POSITIONS[:1], CASE)
    other = replace(CASE, actors={}, iri="https://example.org/case/other")
    with pytest.raises(StoreError, match="no actor of the case"):
        from_rdf(quads, other)


def test_a_wrong_date_or_word_is_an_error() -> None:
    for wrong, right in (("2003-13-30", "2003-09-30"), (f"{SG}Supportt", f"{SG}Support")):
        data = ox.serialize(
            article_graph(ARTICLE, POSITIONS[:1], CASE), format=ox.RdfFormat.N_QUADS
        )
        assert data is not None
        for end in (b'"', b">"):
            data = data.replace(right.encode() + end, wrong.encode() + end)
        with pytest.raises(StoreError, match=wrong):
            from_rdf(ox.parse(data, format=ox.RdfFormat.N_QUADS), CASE)


# --- cases --------------------------------------------------------------------------------


def test_a_case_is_read_back() -> None:
    read = case_from_rdf(reference_graph(CASE))
    author, other = (read.actors[name] for name in ("author", "other"))
    assert (author.aliases, other.aliases) == ((), ())
    assert read == replace(
        CASE,
        actors={
            **CASE.actors,
            "morgan": replace(GOVERNOR, aliases=("Morgan", "Le Fay", "Lefay")),
            "author": author,
            "other": other,
        },
    )
    assert list(read.actors)[:5] == list(CASE.actors)
    assert list(read.issues) == list(CASE.issues)
    assert list(read.groups) == list(CASE.groups)


def test_a_case_from_files_is_read_back(toy: Path) -> None:
    case = load_case(toy)
    read = case_from_rdf(reference_graph(case))
    assert read.blocs == case.blocs
    assert read.actors.keys() == case.actors.keys()
    assert all(
        (read.actors[i].bloc, read.actors[i].label, set(read.actors[i].aliases))
        == (a.bloc, a.label, set(a.aliases))
        for i, a in case.actors.items()
    )
    assert read.issues == {i: replace(one, cues=()) for i, one in case.issues.items()}
    assert (read.id, read.iri, read.title, read.version) == (
        case.id, case.iri, case.title, case.version,
    )  # fmt: skip


@given(hostile, hostile, hostile)
def test_any_words_of_a_case_are_read_back(label: str, proposition: str, notation: str) -> None:
    case = replace(
        CASE,
        title=label,
        actors={"x" + notation: replace(actor("x"), id="x" + notation, label=label,
                                        bloc="x" + notation, aliases=(label,))},
        compared=("x" + notation,),
        issues={notation: replace(issue("x"), id=notation, proposition=proposition, group=label)},
        groups={label: proposition},
    )  # fmt: skip
    read = case_from_rdf(serialised(reference_graph(case), ox.RdfFormat.N_QUADS))
    assert (read.title, read.compared, read.issues, read.groups) == (
        case.title, case.compared, case.issues, case.groups,
    )  # fmt: skip
    assert read.actors["x" + notation] == case.actors["x" + notation]


def test_an_invalid_iri_in_a_case_is_refused() -> None:
    spoilt = replace(CASE.actors["avalon"], iri="https://example.org/a b>c")
    case = replace(CASE, actors={**CASE.actors, "avalon": spoilt})
    with pytest.raises(CaseError, match="is no IRI"):
        reference_graph(case)
    with pytest.raises(CaseError, match="is no IRI"):
        article_graph(ARTICLE, POSITIONS[:1], case)


def test_no_case_two_cases_or_half_a_case_is_an_error() -> None:
    quads = reference_graph(CASE)
    with pytest.raises(StoreError, match="0 cases"):
        case_from_rdf([])
    with pytest.raises(StoreError, match="2 cases"):
        case_from_rdf([*quads, *reference_graph(replace(CASE, iri=BASE + "2"))])
    with pytest.raises(StoreError, match="title"):
        case_from_rdf([q for q in quads if not q.predicate.value.endswith("/title")])


def test_a_list_that_bites_its_tail_is_an_error() -> None:
    quads = reference_graph(CASE)
    rest = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")
    cell = ox.NamedNode(f"{BASE}/compares/1")
    bitten = [
        ox.Quad(q.subject, q.predicate, cell, q.graph_name)
        if q.predicate == rest and "/compares/" in str(q.subject)
        else q
        for q in quads
    ]
    with pytest.raises(StoreError, match="without end"):
        case_from_rdf(bitten)


# rdflib 7 warns of its own doings in Dataset.parse.
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
def test_rdflib_reads_the_golden_graph() -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(GOLDEN, format="trig")
    asked = f"SELECT ?i {{ <{BASE}/actor/avalon> <{SG}supports> ?i }}"
    assert [row[0] for row in dataset.query(asked)] == [URIRef(f"{BASE}/issue/quota")]  # type: ignore[index]


# --- standings ----------------------------------------------------------------------------


@given(st.lists(collections(), max_size=3), st.none() | st.dates())
def test_the_derived_graph_says_where_each_actor_stands(
    told: list[tuple[Article, list[Position]]], as_of: date | None
) -> None:
    statements = distinct((p for _, positions in told for p in positions), CASE)
    rules = Rules(half_life=30, few=3)
    quads = standings_graph(statements, CASE, as_of=as_of, rules=rules)
    assert standings_parameters(quads) == (as_of, rules)
    assert {quad.graph_name for quad in quads} == {ox.NamedNode(standings_iri(CASE))}
    graph = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    expected = summarise(
        (statements[iri] for iri in sorted(statements)), CASE, as_of=as_of, rules=rules
    )
    nodes = list(graph.subjects(RDF.type, SG_TERMS.Standing))
    assert len(nodes) == len(expected)
    words = {str(term): word for word, term in READING_TERMS.items()}
    for node in nodes:

        def value(name: str) -> Any:
            return graph.value(node, SG_TERMS[name])  # noqa: B023 - called in this round

        key = tuple(str(value(name)).rpartition("/")[2] for name in ("standingOf", "standingOn"))
        standing = expected[key[0], key[1]]
        assert float(value("value")) == round(standing.value, 6)
        assert words[str(value("reading"))] == standing.word
        assert int(value("statements")) == standing.n
        assert value("contested").toPython() is standing.contested
        assert value("lowEvidence").toPython() is standing.low_evidence
        latest = value("latestDate")
        assert (latest and latest.toPython()) == standing.latest
        assert str(value("latestStatement")) == position_iri(standing.statements[0], CASE)
        behind = {str(iri) for iri in graph.objects(node, SG_TERMS.basedOn)}
        assert behind == {position_iri(p, CASE) for p in standing.statements}
        if standing.move is None:
            assert value("movedTo") is None
        else:
            assert words[str(value("movedTo"))] == standing.move.after
            assert value("moveEnd").toPython() == standing.move.end


def test_ascribed_and_past_statements_stand_behind_nothing() -> None:
    quads = standings_graph(distinct(POSITIONS, CASE), CASE)
    behind = {quad.object for quad in quads_of(f"{SG}basedOn", quads)}
    assert behind == {ox.NamedNode(position_iri(POSITIONS[0], CASE))}


def test_unreadable_parameters_are_an_error() -> None:
    quads = standings_graph({}, CASE)
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert data is not None
    spoilt = data.replace(b'"90"', b'"ninety"')
    assert spoilt != data
    with pytest.raises(StoreError, match="ninety"):
        standings_parameters(ox.parse(spoilt, format=ox.RdfFormat.N_QUADS))
