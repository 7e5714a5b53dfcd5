"""SPARQL texts: values are bound as terms wherever they stand, side effects are refused."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.exceptions import QueryError
from stancegraph.sparql import bind, check_read_only, names_dataset, variables

hostile = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ['" } #', '\\" . ?s ?p ?o', '"} UNION { ?s ?p ?o', "'''", '"""', "\\", "\n", "\r", "\x00",
     "\\u0022", "UNDEF }", "} VALUES ?x { UNDEF", "?x", "$x", "<x>"]
)  # fmt: skip


def ask(query: str) -> list[list[object]]:
    solutions = ox.Store().query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return [list(solution) for solution in solutions]


@given(st.lists(hostile.map(ox.Literal), min_size=1, max_size=3, unique=True))
def test_any_text_is_bound_as_itself(terms: list[ox.Literal]) -> None:
    rows = ask(bind("SELECT ?x { VALUES ?x { UNDEF } }", {"x": terms}))
    assert rows == [[term] for term in terms]
    assert ask(bind("SELECT ?x WHERE { BIND(?x AS ?y) }", {"x": terms})) == rows


def test_values_reach_every_place_and_sub_selects() -> None:
    query = """
        SELECT ?a ?n {
          VALUES ?x { UNDEF }
          { SELECT ?a (COUNT(*) AS ?n) {
              values ?x {undef}  # as in VALUES ?x { UNDEF }
              VALUES ?a { "1" "2" "3" }
              FILTER(!BOUND(?x) || ?a = ?x)
            } GROUP BY ?a }
          FILTER(BOUND(?x))
        }
    """
    one = ox.Literal(1)
    assert ask(bind(query, {"x": [ox.Literal("2")]})) == [[ox.Literal("2"), one]]
    assert bind(query, {"x": [ox.Literal("2")]}).count('VALUES ?x { "2" }') == 2
    assert ask(bind(query, {})) == []
    assert "UNDEF" not in bind(query.replace("# as in VALUES ?x { UNDEF }", ""), {})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { }",
        "PREFIX x: <http://x/#where> SELECT ?x WHERE { }",
        "# SELECT { \nSELECT ?x ('{' AS ?y) {}",
        "SELECT ?x (EXISTS { } AS ?y) WHERE { }",
        "SELECT ?x (EXISTS { } AS ?y) { }",
        "SELECT ?x { { } }",
    ],
)
def test_a_query_without_the_line_gets_it_at_its_start(query: str) -> None:
    [row] = ask(bind(query, {"x": [ox.Literal("here")]}))
    assert row[0] == ox.Literal("here")


def test_other_forms_are_bound_too() -> None:
    store = ox.Store()
    node, other = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/b")
    store.add(ox.Quad(node, node, node))
    store.add(ox.Quad(other, node, other))
    made = store.query(bind("CONSTRUCT { ?s ?p ?s } WHERE { ?s ?p ?o }", {"s": [node]}))
    assert isinstance(made, ox.QueryTriples)
    assert list(made) == [ox.Triple(node, node, node)]
    assert not store.query(bind("ASK { ?s ?s ?o }", {"s": [other]}))
    assert store.query(bind("ASK { ?s ?s ?o }", {"s": [node]}))
    described = store.query(bind("DESCRIBE ?s WHERE { ?s ?p ?o }", {"s": [other]}))
    assert isinstance(described, ox.QueryTriples)
    assert [triple.subject for triple in described] == [other]


def test_an_unknown_variable_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(QueryError, match=r"no variable \?actr; it has \?actor, \?p"):
        bind("SELECT ?actor { ?actor ?p '?actr' # ?actr\n }", {"actr": [ox.Literal("x")]})


def test_nowhere_to_bind_is_an_error() -> None:
    with pytest.raises(QueryError, match="no WHERE"):
        bind("DESCRIBE ?x", {"x": [ox.Literal("x")]})


def test_variables_and_dataset() -> None:
    query = "SELECT $a FROM <https://example.org/?no> { ?a-?b \"?c\" '''?d''' . <?e> }"
    assert variables(query) == {"a", "b"}
    assert names_dataset(query)
    assert not names_dataset("SELECT ?from { ?from ex:from 'FROM' } # FROM")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * {service<http://x/>{?s ?p ?o}}",
        "SELECT * { ?s ?p ?o .SERVICE SILENT ?x { } }",
        "PREFIX e: <http://x/> SELECT * { ?s ?p 1.SERVICE e:x { } }",
        "SELECT * { ?s ?p 'a' # '\nSERVICE <http://x/> { } }",
        "SELECT * { ?s ?p e:a#SERVICE\n. SERVICE e:b { } }",
        "SELECT * { FILTER(?a<?b) SERVICE <http://x/> { } FILTER(?a>?b) }",
        "SELECT * { ?s ?p '''it's''' SERVICE e:x { } }",
        "SELECT * { SERVICE:x { } }",
        "SELECT * { ?s e:a\\# ?o . SERVICE e:x { } }",
        "SELECT * { ?s e:a\\' ?o . SERVICE # '\n e:x { } }",
        "SELECT * { ?s ?p trueservice silent#\r:x { } }",
        'SELECT * { ?s ?p """a"" """, "\\"" SERVICE e:x { } }',
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_read_only(query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "PREFIX select: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "LOAD <file:///etc/passwd>",
        "WITH <a:a> DELETE { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }",
    ],
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="is an update"):
        check_read_only(query)


@pytest.mark.parametrize("query", ["", "hello", "PREFIX a: <a:b>"])
def test_what_asks_nothing_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="has no SELECT"):
        check_read_only(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ex:service ?services # the SERVICE\n }",
        "ASK { ?s ?p 'self-service', \"INSERT\" }",
        "PREFIX insert: <http://service/> CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <http://x/SERVICE>",
        "ASK { ?s ?p 'secret service' }",
        "ASK {} # SERVICE" + "#" * 1000,  # were it read in all ways, there would be no end
    ],
)
def test_harmless_queries_are_let_through(query: str) -> None:
    check_read_only(query)
