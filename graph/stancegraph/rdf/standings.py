"""The derived graph: where each actor stands on each issue, with the statements behind it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad
from rdflib.namespace import PROV, RDF, SDO

from stancegraph import __version__
from stancegraph.case import Case
from stancegraph.exceptions import StoreError
from stancegraph.model import Position
from stancegraph.rdf.nodes import Nodes
from stancegraph.rdf.terms import (
    Quads,
    actor_node,
    as_written,
    case_node,
    day_literal,
    decimal_literal,
    digest,
    issue_node,
    term,
)
from stancegraph.standings import Rules, Standing, summarise
from stancegraph.vocabulary import DATA, READING_TERMS, SG, STANCE_TERMS

_AS_OF = "as_of"
_STANDING = f"{DATA}standing/"


def standings_iri(case: Case) -> str:
    """Return the name of the derived graph of a case, which is also the node of its parameters.

    >>> standings_iri(Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {}))
    'https://example.org/toy/standings'
    """
    return f"{case.iri}/standings"


def standings_graph(
    statements: Mapping[str, Position],
    case: Case,
    *,
    today: date | None = None,
    as_of: date | None = None,
    rules: Rules | None = None,
    software: str = __version__,
) -> list[Quad]:
    """Return the quads of the derived graph: a standing per actor and issue.

    `statements` maps the IRIs of positions to positions; those that do not count
    (see `stancegraph.standings.counts`) are left out. `as_of` leaves out what was
    said after that day; without it the standings are those of `today`, the date
    of the latest article. Both days and the rules are recorded. Whether a standing
    is stale is not: that is for whoever asks, on the day of asking.

    Raises:
        CaseError: a position names an actor that the case has not.

    >>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
    >>> standings_parameters(standings_graph({}, case, rules=Rules(half_life=30)))[1].half_life
    30.0
    """
    rules = rules or Rules()
    node = case_node(standings_iri(case), case)
    graph = Quads(node)
    graph.add(node, RDF.type, term(SG.Standings), term(PROV.Entity))
    graph.add(node, SG.case, case_node(case.iri, case))
    graph.add(node, SG.caseVersion, Literal(case.version))
    graph.add(node, SG.softwareVersion, Literal(software))
    if as_of or today:
        graph.add(node, SG.asOf, *(day_literal(day) for day in (as_of or today,) if day))
    parameters = {key: decimal_literal(value) for key, value in asdict(rules).items()}
    if as_of is not None:
        parameters[_AS_OF] = day_literal(as_of)
    for key, value in parameters.items():
        pair = NamedNode(f"{node.value}/parameter/{key}")
        graph.add_pair(node, pair, key, value)

    # Statements that are equal in date and place keep the order in which they come: that of IRIs.
    # Their confidences are those that the graph holds.
    ordered = [
        replace(statements[iri], confidence=as_written(statements[iri].confidence))
        for iri in sorted(statements)
    ]
    iris = {id(position): iri for iri, position in zip(sorted(statements), ordered, strict=True)}
    for standing in summarise(ordered, case, as_of=as_of, rules=rules).values():
        _add_standing(graph, standing, [iris[id(p)] for p in standing.statements], case)
    return graph.quads


def _add_standing(graph: Quads, standing: Standing, statements: list[str], case: Case) -> None:
    key = digest(case.iri, standing.actor, standing.issue)
    node = NamedNode(f"{_STANDING}{key}")
    graph.add(node, RDF.type, term(SG.Standing), term(PROV.Entity))
    graph.add(node, SG.standingOf, actor_node(standing.actor, case))
    graph.add(node, SG.standingOn, issue_node(standing.issue, case))
    graph.add(node, SG.value, decimal_literal(standing.value))
    graph.add(node, SG.reading, term(READING_TERMS[standing.word]))
    graph.add(node, SG.statements, Literal(standing.n))
    graph.add(node, SG.meanConfidence, decimal_literal(standing.confidence))
    graph.add(node, SG.contested, Literal(standing.contested))
    graph.add(node, SG.lowEvidence, Literal(standing.low_evidence))
    graph.add(node, SG.latestStatement, NamedNode(statements[0]))
    graph.add(node, SG.latestStance, term(STANCE_TERMS[standing.statements[0].stance]))
    if standing.latest is not None:
        graph.add(node, SG.latestDate, day_literal(standing.latest))
    if standing.move is not None:
        move = standing.move
        graph.add(node, SG.movedFrom, term(READING_TERMS[move.before]))
        graph.add(node, SG.movedTo, term(READING_TERMS[move.after]))
        graph.add(node, SG.moveStart, day_literal(move.start))
        graph.add(node, SG.moveEnd, day_literal(move.end))
    graph.add(node, SG.basedOn, *(NamedNode(iri) for iri in statements))


def standings_apart_from(
    cells: Iterable[tuple[NamedNode, NamedNode]], quads: Iterable[Quad]
) -> list[Quad]:
    """Return the quads of a derived graph's standings, but for those of some actors on some issues.

    The parameters of the graph are left out.

    >>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
    >>> standings_apart_from([], standings_graph({}, case))
    []
    """
    by_node: dict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_STANDING):
            by_node[quad.subject].append(quad)
    left_out = set(cells)
    of, on = term(SG.standingOf), term(SG.standingOn)
    kept = []
    for standing in by_node.values():
        said = {quad.predicate: quad.object for quad in standing}
        if (said.get(of), said.get(on)) not in left_out:
            kept.extend(standing)
    return kept


def standings_parameters(quads: Iterable[Quad]) -> tuple[date | None, Rules]:
    """Return what a derived graph was made with: the day it was cut off at, if any, and the rules.

    A graph without any gives the defaults.

    Raises:
        StoreError: a parameter cannot be read.

    >>> standings_parameters([]) == (None, Rules())
    True
    """
    nodes = Nodes(quads)
    found: dict[str, str] = {}
    for graph in nodes.typed(SG.Standings):
        for pair in nodes.nodes(graph, SDO.additionalProperty):
            found[nodes.need_text(pair, SDO.name)] = nodes.need_text(pair, SDO.value)
    try:
        cut = date.fromisoformat(found[_AS_OF]) if _AS_OF in found else None
        rules = {
            field.name: (int if isinstance(field.default, int) else float)(found[field.name])
            for field in fields(Rules)
            if field.name in found
        }
        return cut, Rules(**rules)  # type: ignore[arg-type]  # ints where they belong
    except ValueError as error:
        raise StoreError(
            f"the parameters of the standings cannot be read ({error}); build the graph anew"
        ) from error
