"""Graphs replaced by one update; an article put or withdrawn, with the standings that follow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import pyoxigraph as ox

from stancegraph.case import Case
from stancegraph.exceptions import StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf import (
    article_graph,
    article_iri,
    distinct,
    from_rdf,
    standings_apart_from,
    standings_graph,
    standings_iri,
    standings_parameters,
)
from stancegraph.store.contents import read_case
from stancegraph.store.interface import GraphStore
from stancegraph.store.values import graph_node
from stancegraph.vocabulary import SG, STANCE_TERMS


def replacements(
    store: GraphStore, graphs: Mapping[ox.NamedNode, set[ox.Triple]], drop: Sequence[str]
) -> list[str]:
    """Return the updates that replace graphs of a store by others, and drop some.

    Raises:
        StoreError: what is to be dropped has no name of a graph, or the store cannot be read.

    >>> from stancegraph.store import Store
    >>> replacements(Store.memory(), {}, ["urn:note"])
    ['DROP SILENT GRAPH <urn:note>']
    """
    steps = [f"DROP SILENT GRAPH {graph_node(name)}" for name in drop]
    for name, triples in graphs.items():
        there = {quad.triple for quad in store.quads(name.value)}
        steps.extend(replacement(name, there, triples))
    return steps


def replacement(
    name: ox.NamedNode, old: set[ox.Triple], triples: Iterable[ox.Triple]
) -> Iterator[str]:
    """Yield the updates that make one graph of another: what changes little is done quickly.

    The data are N-Triples from the library's serialiser, which escapes what could end them.

    >>> a, b, c = (ox.NamedNode(f"urn:{letter}") for letter in "abc")
    >>> list(replacement(a, {ox.Triple(a, b, c)}, [ox.Triple(a, b, c)]))
    []
    """
    new = set(triples)
    if any(isinstance(term, ox.BlankNode) for triple in old for term in triple):
        yield f"DROP SILENT GRAPH {name}"  # a blank node cannot be named to delete it
        gone, come = set[ox.Triple](), new
    else:
        gone, come = old - new, new - old
    if gone:
        yield f"DELETE DATA {{ GRAPH {name} {{ {_ntriples(gone)} }} }}"
    if come:
        yield f"INSERT DATA {{ GRAPH {name} {{ {_ntriples(come)} }} }}"


def _ntriples(triples: Iterable[ox.Triple]) -> str:
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return data.decode("utf-8") if data else ""


def by_graph(quads: Iterable[ox.Quad]) -> dict[ox.NamedNode, set[ox.Triple]]:
    """Return the triples of each graph.

    Raises:
        StoreError: a quad is in no named graph.

    >>> oz, graph = ox.NamedNode("urn:oz"), ox.NamedNode("urn:graph")
    >>> found = by_graph([ox.Quad(oz, oz, ox.Literal("Oz"), graph)])
    >>> [(name.value, len(triples)) for name, triples in found.items()]
    [('urn:graph', 1)]
    """
    graphs: dict[ox.NamedNode, set[ox.Triple]] = {}
    for quad in quads:
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise StoreError(f"{quad} is in no named graph; name one")
        graphs.setdefault(quad.graph_name, set()).add(quad.triple)
    return graphs


def put_article(
    store: GraphStore, article: Article, positions: Sequence[Position], case: Case
) -> None:
    """Put an article with its positions, and the standings that follow, in one step.

    >>> from stancegraph.rdf import reference_graph
    >>> from stancegraph.store import Store, stored_articles
    >>> store, case = Store.memory(), Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})
    >>> store.put_graph(reference_graph(case))
    >>> put_article(store, Article("note", "It rained."), [], case)
    >>> [article.id for article in stored_articles(store)]
    ['note']
    """
    quads = article_graph(article, positions, case)
    derived = _derived(store, case, article_iri(article.id), quads)
    store.put_graph([*quads, *derived])


def delete_article(store: GraphStore, article_id: str) -> None:
    """Withdraw an article with its positions, and put the standings that follow, in one step.

    >>> from stancegraph.rdf import reference_graph
    >>> from stancegraph.store import Store, stored_articles
    >>> store, case = Store.memory(), Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})
    >>> store.put_graph(reference_graph(case))
    >>> put_article(store, Article("note", "It rained."), [], case)
    >>> delete_article(store, "note")
    >>> stored_articles(store)
    []
    """
    name = article_iri(article_id)
    cases = store.select("SELECT ?case { ?standings a sg:Standings ; sg:case ?case }").rows
    derived = _derived(store, read_case(store), name) if cases else []
    store.put_graph(derived, drop=[name])


#: The statements that standings rest on, of some actors on some issues.
_STATEMENTS = """
SELECT ?position ?actor ?issue ?stance ?attribution ?confidence ?date ?article ?id ?start
  ?holder ?name {
  VALUES (?actor ?issue) { %s }
  ?position sg:actor ?actor ; sg:issue ?issue ; sg:time sg:Current ; sg:attribution ?attribution ;
    sg:stance ?stance ; sg:confidence ?confidence ; sg:article ?article ; sg:holderText ?name ;
    sg:evidence/oa:hasSelector/oa:start ?start .
  FILTER(?attribution != sg:Ascribed)
  ?article dct:identifier ?id .
  OPTIONAL { ?position dct:date ?date }
  OPTIONAL { ?position sg:holder ?holder }
}
"""
_ARTICLE_DAYS = "SELECT ?article ?issued { ?article a sg:Article ; dct:issued ?issued }"


def _derived(
    store: GraphStore, case: Case, name: str, quads: Sequence[ox.Quad] = ()
) -> list[ox.Quad]:
    """Return the derived graph as it is once the article `name` has become `quads`.

    Only what the article speaks of is put together anew; the other standings
    are those of the derived graph that is there, as are the rules.
    """
    there = store.quads(standings_iri(case))
    as_of, rules = standings_parameters(there)
    cells = {*_cells(store.quads(name)), *_cells(quads)}
    statements = _statements(store, case, cells, name)
    days = [day for article, day in store.select(_ARTICLE_DAYS).rows if article != name]
    for article, positions in from_rdf(quads, case):
        statements.update(distinct(positions, case))
        days.append(article.date)
    today = max((day for day in days if isinstance(day, date)), default=None)
    fresh = standings_graph(statements, case, today=today, as_of=as_of, rules=rules)
    return [*standings_apart_from(cells, there), *fresh]


def _cells(quads: Iterable[ox.Quad]) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    """Yield the actor and the issue of each position among the quads."""
    actors: dict[object, object] = {}
    issues: dict[object, object] = {}
    for quad in quads:
        if quad.predicate.value == str(SG.actor):
            actors[quad.subject] = quad.object
        elif quad.predicate.value == str(SG.issue):
            issues[quad.subject] = quad.object
    for position, actor in actors.items():
        issue = issues.get(position)
        if isinstance(actor, ox.NamedNode) and isinstance(issue, ox.NamedNode):
            yield actor, issue


def _statements(
    store: GraphStore,
    case: Case,
    cells: Iterable[tuple[ox.NamedNode, ox.NamedNode]],
    without: str,
) -> dict[str, Position]:
    """Return the statements of some actors on some issues, but for those of one article."""
    actors = {actor.iri: actor.id for actor in case.actors.values()}
    issues = {issue.iri: issue.id for issue in case.issues.values()}
    stances = {str(term): stance for stance, term in STANCE_TERMS.items()}
    statements: dict[str, Position] = {}
    # The terms are written by pyoxigraph, which escapes what could end them.
    pairs = " ".join(f"({actor} {issue})" for actor, issue in cells if actor.value in actors)
    for row in store.select(_STATEMENTS % pairs).rows if pairs else ():
        iri, actor, issue, stance, attribution, confidence, day, article, known, start = row[:10]
        holder, name = row[10:]
        if article == without:
            continue
        if issue not in issues or stance not in stances:
            raise StoreError(f"{iri}: its issue or stance is not known; build the graph anew")
        place = int(str(start))
        statements[str(iri)] = Position(
            article=str(known),
            actor=actors[str(actor)],
            holder=str(name),
            holder_id=actors.get(str(holder)),
            issue=issues[str(issue)],
            stance=stances[str(stance)],
            quote="",
            start=place,
            end=place,
            attribution="self" if attribution == str(SG.SelfStated) else "reported",
            confidence=float(str(confidence)),
            date=day if isinstance(day, date) else None,
        )
    return statements
