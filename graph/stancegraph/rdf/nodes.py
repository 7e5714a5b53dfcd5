"""Quads indexed by subject, to be read back as records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import URIRef
from rdflib.namespace import RDF

from stancegraph.exceptions import StoreError
from stancegraph.rdf.terms import Node, term

_Value = TypeVar("_Value", bound=str)


class Nodes:
    """Quads indexed by subject, with the few ways in which they are read back.

    >>> oz, title, graph = (NamedNode(f"urn:{name}") for name in ("oz", "title", "graph"))
    >>> nodes = Nodes([Quad(oz, title, Literal("Oz"), graph)])
    >>> nodes.text(oz, URIRef("urn:title")), nodes.text(oz, URIRef("urn:date"))
    ('Oz', None)
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.index: dict[Node, dict[NamedNode, list[Node]]] = defaultdict(dict)
        for quad in quads:
            self.index[quad.subject].setdefault(quad.predicate, []).append(quad.object)

    def typed(self, kind: URIRef) -> list[NamedNode]:
        """Return the nodes of a class."""
        wanted, key = term(kind), term(RDF.type)
        return [
            node
            for node, properties in self.index.items()
            if isinstance(node, NamedNode) and wanted in properties.get(key, ())
        ]

    def all(self, node: NamedNode, predicate: URIRef) -> Sequence[Node]:
        """Return all the values of a property."""
        return self.index.get(node, {}).get(term(predicate), ())

    def nodes(self, node: NamedNode, predicate: URIRef) -> list[NamedNode]:
        """Return the values that are IRIs."""
        return [value for value in self.all(node, predicate) if isinstance(value, NamedNode)]

    def texts(self, node: NamedNode, predicate: URIRef) -> list[str]:
        """Return the values that are literals, each text once, sorted."""
        values = (value for value in self.all(node, predicate) if isinstance(value, Literal))
        return sorted({value.value for value in values})

    def text(self, node: NamedNode, predicate: URIRef) -> str | None:
        """Return the literal, None where there is none."""
        return next(iter(self.texts(node, predicate)), None)

    def node(self, node: NamedNode, predicate: URIRef) -> NamedNode | None:
        """Return the IRI, None where there is none."""
        return next(iter(self.nodes(node, predicate)), None)

    def need_text(self, node: NamedNode, predicate: URIRef) -> str:
        """Return the literal; StoreError where there is none."""
        value = self.text(node, predicate)
        if value is None:
            raise missing(node, predicate)
        return value

    def need_node(self, node: NamedNode, predicate: URIRef) -> NamedNode:
        """Return the IRI; StoreError where there is none."""
        value = self.node(node, predicate)
        if value is None:
            raise missing(node, predicate)
        return value

    def day(self, node: NamedNode, predicate: URIRef) -> date | None:
        """Return the date, None where there is none; StoreError for what is no date."""
        value = self.text(node, predicate)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise StoreError(
                f"{node.value}: {value!r} is no date; correct it or build the graph anew"
            ) from error

    def sequence(self, node: NamedNode, predicate: URIRef) -> list[NamedNode]:
        """Return the members of an rdf:List; StoreError if it does not end."""
        values: list[NamedNode] = []
        cell = self.node(node, predicate)
        while cell is not None and cell != term(RDF.nil):
            if len(values) > len(self.index):  # a list that bites its tail
                raise StoreError(f"{node.value}: a list without end; build the graph anew")
            values.append(self.need_node(cell, RDF.first))
            cell = self.node(cell, RDF.rest)
        return values


def missing(node: NamedNode, predicate: URIRef) -> StoreError:
    """Return the error for a property that everything of the kind must have.

    >>> print(missing(NamedNode("urn:oz"), URIRef("urn:title")))
    urn:oz has no <urn:title>; build the graph anew
    """
    return StoreError(f"{node.value} has no <{predicate}>; build the graph anew")


def word_of(node: NamedNode, terms: Mapping[_Value, URIRef], where: NamedNode) -> _Value:
    """Return the word that a term stands for; StoreError if `terms` has none.

    >>> terms = {"for": URIRef("urn:for"), "against": URIRef("urn:against")}
    >>> word_of(NamedNode("urn:against"), terms, NamedNode("urn:note"))
    'against'
    """
    for word, one in terms.items():
        if str(one) == node.value:
            return word
    raise StoreError(
        f"{where.value}: <{node.value}> is none of {', '.join(terms)}; build the graph anew"
    )
