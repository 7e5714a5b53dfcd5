"""The IRIs, literals and quads that everything in the graph is made of."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote as percent_encode

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, ORG, OWL, PROV, RDF, SDO, SKOS, XSD

from stancegraph.case import Case
from stancegraph.exceptions import CaseError
from stancegraph.model import Position
from stancegraph.vocabulary import DATA, OA, SG, WD

#: The prefixes of every Turtle and TriG that the package writes.
PREFIXES: Mapping[str, str] = {
    "sg": str(SG),
    "article": str(DATA["article/"]),
    "position": str(DATA["position/"]),
    "condition": str(DATA["condition/"]),
    "evidence": str(DATA["evidence/"]),
    "quote": str(DATA["quote/"]),
    "span": str(DATA["span/"]),
    "run": str(DATA["run/"]),
    "standing": str(DATA["standing/"]),
    "dc": str(DC),
    "dct": str(DCTERMS),
    "foaf": str(FOAF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "schema": str(SDO),
    "skos": str(SKOS),
    "wd": str(WD),
    "xsd": str(XSD),
}

#: Decimals of a number in the graph: more than any estimate is good for, and
#: few enough for every server's decimals.
_DECIMALS = 6
#: Hexadecimal digits of an IRI: 96 bits, so that two of a million positions
#: meet with a chance of about 1 in 10^17.
_DIGITS = 24

Node = NamedNode | BlankNode | Literal | Triple


@lru_cache(maxsize=512)
def term(iri: URIRef) -> NamedNode:
    """Give a vocabulary term, an rdflib URIRef, as pyoxigraph writes it.

    >>> term(SG.stance).value
    'https://w3id.org/stancegraph/ns/stance'
    """
    return NamedNode(str(iri))


def article_iri(article_id: str) -> str:
    """Return the IRI of an article, which is also the name of its graph.

    >>> article_iri("2025-05-11 talks")
    'https://w3id.org/stancegraph/data/article/2025-05-11%20talks'
    """
    segment = percent_encode(article_id, safe="")
    if not segment.strip("."):  # "." and ".." would be resolved away as path segments
        segment = segment.replace(".", "%2E")
    return str(DATA["article/"]) + segment


def position_iri(position: Position, case: Case) -> str:
    """Return the IRI of a position of a case, derived from its content.

    Confidence, extractor and trace do not enter it: a better estimate of the
    same statement keeps its address.

    >>> from dataclasses import replace
    >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})
    >>> said = Position("note", "oz", "Oz", "toll", "oppose", "No toll.", 0, 8, confidence=0.5)
    >>> position_iri(said, case) == position_iri(replace(said, confidence=0.9), case)
    True
    """
    key = digest(
        case.iri,
        position.article,
        position.actor,
        position.holder,
        position.holder_id,
        position.issue,
        position.stance,
        position.condition,
        position.attribution,
        position.attributed_by,
        position.time,
        position.date.isoformat() if position.date else None,
        position.date_precision,
        position.speech_act,
        position.start,
        position.end,
        position.quote,
    )
    return f"{DATA}position/{key}"


def digest(*parts: object) -> str:
    """Return the end of an IRI that is derived from content.

    >>> digest("note", None, 3)
    'e9563aa43f349b9ce4d21875'
    """
    # JSON keeps None, numbers and text apart and escapes every separator.
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_DIGITS]


class Quads:
    """Quads of one named graph while they are collected.

    >>> graph = Quads(NamedNode("urn:note"))
    >>> case, oz, ev = (NamedNode(f"urn:{name}") for name in ("case", "oz", "ev"))
    >>> graph.add_list(case, SG.compares, [oz, ev])
    >>> [quad.object.value for quad in graph.quads if quad.predicate == term(RDF.first)]
    ['urn:oz', 'urn:ev']
    """

    def __init__(self, name: NamedNode) -> None:
        self.name = name
        self.quads: list[Quad] = []

    def add(self, subject: NamedNode, predicate: URIRef, *values: NamedNode | Literal) -> None:
        """Add a triple per value."""
        verb = term(predicate)
        self.quads.extend(Quad(subject, verb, value, self.name) for value in values)

    def add_list(self, subject: NamedNode, predicate: URIRef, values: Sequence[NamedNode]) -> None:
        """Add an rdf:List whose cells have IRIs below their subject's."""
        local = str(predicate).rpartition("#")[2].rpartition("/")[2]
        cells = [NamedNode(f"{subject.value}/{local}/{n}") for n in range(1, len(values) + 1)]
        ends = [*cells, term(RDF.nil)]
        self.add(subject, predicate, ends[0])
        for cell, value, rest in zip(cells, values, ends[1:], strict=True):
            self.add(cell, RDF.first, value)
            self.add(cell, RDF.rest, rest)

    def add_pair(self, subject: NamedNode, pair: NamedNode, name: str, value: Literal) -> None:
        """Add what schema.org calls an additional property: a pair of a name and a value."""
        self.add(subject, SDO.additionalProperty, pair)
        self.add(pair, RDF.type, term(SDO.PropertyValue))
        self.add(pair, SDO.name, text_literal(name))
        self.add(pair, SDO.value, value)


def text_literal(value: str) -> Literal:
    """Return a text as a literal; UnicodeEncodeError for half a surrogate pair.

    >>> text_literal("Oz").value
    'Oz'
    """
    value.encode("utf-8")  # raises for lone surrogates, which no RDF literal can hold
    return Literal(value)


def day_literal(value: date) -> Literal:
    """Return a day as an xsd:date.

    >>> print(day_literal(date(2025, 5, 1)))
    "2025-05-01"^^<http://www.w3.org/2001/XMLSchema#date>
    """
    return Literal(value.isoformat(), datatype=term(XSD.date))


def as_written(value: float) -> float:
    """Return a number as the graph holds it, to six decimals.

    >>> as_written(1 / 3)
    0.333333
    """
    return round(value, _DECIMALS)


def decimal_literal(value: float) -> Literal:
    """Return a number as an xsd:decimal of at most six decimals, in the form that servers keep.

    >>> decimal_literal(0.650).value, decimal_literal(1.0).value, decimal_literal(-0.0).value
    ('0.65', '1', '0')
    """
    # No exponent, no trailing zeros, "1" rather than "1.0"; adding 0 takes the sign off -0.
    number = Decimal(repr(as_written(value))).normalize() + 0
    return Literal(f"{number:f}", datatype=term(XSD.decimal))


def actor_node(actor_id: str, case: Case) -> NamedNode:
    """Return the node of an actor; CaseError if the case has not got it.

    >>> from stancegraph.case import Actor
    >>> oz = Actor("oz", "urn:oz", "bloc", "Oz", "oz")
    >>> case = Case("toy", "urn:toy", "Toy", "1", ("oz",), {"oz": oz}, {}, {})
    >>> print(actor_node("oz", case), actor_node("author", case))
    <urn:oz> <urn:toy/actor/author>
    """
    actor = case.actors.get(actor_id)
    if actor is not None:
        return case_node(actor.iri, case)
    if actor_id in (case.author, case.other):  # the codebook gives them to every case
        return NamedNode(f"{case.iri}/actor/{percent_encode(actor_id, safe='')}")
    raise CaseError(
        f"case {case.id!r} has no actor {actor_id!r}; add it to the case's actors"
        " or extract the articles with this case"
    )


def issue_node(issue_id: str, case: Case) -> NamedNode:
    """Return the node of an issue; CaseError if the case has not got it.

    >>> from stancegraph.case import Issue
    >>> toll = Issue("toll", "urn:toll", "Toll", "There is a toll.", "port", "", "", "")
    >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {"toll": toll}, {})
    >>> print(issue_node("toll", case))
    <urn:toll>
    """
    issue = case.issues.get(issue_id)
    if issue is None:
        raise CaseError(
            f"case {case.id!r} has no issue {issue_id!r}; add it to the case's issues"
            " or extract the articles with this case"
        )
    return case_node(issue.iri, case)


def case_node(iri: str, case: Case) -> NamedNode:
    """Return the node of a case's IRI; CaseError if it is none.

    >>> print(case_node("urn:oz", Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})))
    <urn:oz>
    """
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise CaseError(
            f"case {case.id!r}: {iri!r} is no IRI ({error}); correct the case's files"
        ) from error


def group_node(group: str, case: Case) -> NamedNode:
    """Return the node of a group of issues.

    >>> print(group_node("the port", Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})))
    <urn:toy/group/the%20port>
    """
    return NamedNode(f"{case.iri}/group/{percent_encode(group, safe='')}")
