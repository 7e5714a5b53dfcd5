"""What a graph is and how much it holds, for catalogues: VoID and DCAT 3.

The description has no clock, as the graph has none: the period is that of the
articles. It is counted from the store, so that it is true of what is there.
"""

import os

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, VOID, XSD

from stancegraph import __version__
from stancegraph.case import ontology_file
from stancegraph.exceptions import StoreError
from stancegraph.outputs import written
from stancegraph.rdf import PREFIXES
from stancegraph.rdf.terms import Quads, term, text_literal
from stancegraph.store.contents import read_case
from stancegraph.store.interface import GraphStore
from stancegraph.vocabulary import SG

#: The name of the file beside the store.
DESCRIPTION = "description.ttl"

#: Of DCAT 3; rdflib lists the terms of DCAT 2.
_VERSION = URIRef(f"{DCAT}version")
_IANA = "https://www.iana.org/assignments/media-types/"
_NO_LICENCE = (
    "No licence was stated for this graph. The texts of the articles and the quotations"
    " belong to whoever published them."
)


def describe(store: GraphStore, *, licence: str | None = None) -> list[ox.Quad]:
    """Return the description of a graph: title, licence, period, vocabularies and counts.

    `licence` is the IRI of the licence under which the graph is published; where it
    is None the description says that there is none.

    Raises:
        StoreError: the graph holds no case, or the licence is no IRI.

    >>> from stancegraph.case import Case
    >>> from stancegraph.rdf import reference_graph
    >>> from stancegraph.store import Store
    >>> store = Store.memory()
    >>> store.put_graph(reference_graph(Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})))
    >>> sorted(str(q.object) for q in describe(store) if q.predicate.value.endswith("triples"))
    ['"18"^^<http://www.w3.org/2001/XMLSchema#integer>']
    """
    case = read_case(store)
    node = ox.NamedNode(f"{case.iri}/dataset")
    graph = Quads(node)
    graph.add(node, RDF.type, term(DCAT.Dataset), term(VOID.Dataset))
    graph.add(node, DCTERMS.title, ox.Literal(case.title, language=case.language))
    graph.add(node, DCTERMS.identifier, text_literal(case.id))
    graph.add(node, DCTERMS.language, text_literal(case.language))
    graph.add(node, DCTERMS.subject, ox.NamedNode(case.iri))
    graph.add(node, DCTERMS.conformsTo, ox.NamedNode(_ontology_version()))
    graph.add(node, PROV.wasGeneratedBy, *_runs(store))
    if licence is None:
        graph.add(node, DCTERMS.rights, ox.Literal(_NO_LICENCE, language="en"))
    else:
        graph.add(node, DCTERMS.license, licence_node(licence))
    graph.add(node, _VERSION, text_literal(f"stancegraph {__version__}, case {case.version}"))
    _add_period(graph, store)
    for vocabulary in (SG, PREFIXES["prov"], PREFIXES["oa"], PREFIXES["skos"], PREFIXES["org"]):
        graph.add(node, VOID.vocabulary, ox.NamedNode(str(vocabulary)))
    _add_counts(graph, store)
    dump = ox.NamedNode(f"{node.value}/trig")
    graph.add(node, DCAT.distribution, dump)
    graph.add(dump, RDF.type, term(DCAT.Distribution))
    graph.add(dump, DCTERMS.title, text_literal("graph.trig"))
    graph.add(dump, DCAT.mediaType, ox.NamedNode(f"{_IANA}application/trig"))
    return graph.quads


def _ontology_version() -> str:
    for quad in ox.parse(ontology_file("core.ttl").read_bytes(), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value.endswith("#versionIRI") and isinstance(quad.object, ox.NamedNode):
            return quad.object.value
    raise StoreError("core.ttl: has no version; install the package anew")


def licence_node(text: str) -> ox.NamedNode:
    """Return the node of a licence.

    Raises:
        StoreError: its address is no IRI.

    >>> print(licence_node("https://creativecommons.org/licenses/by/4.0/"))
    <https://creativecommons.org/licenses/by/4.0/>
    """
    try:
        return ox.NamedNode(text)
    except ValueError as error:
        raise StoreError(
            f"{text!r}: is no IRI ({error}); give the licence's address, such as"
            " https://creativecommons.org/licenses/by/4.0/"
        ) from error


def _runs(store: GraphStore) -> list[ox.NamedNode]:
    rows = store.select("SELECT DISTINCT ?run { ?run a sg:Run } ORDER BY ?run").rows
    return [ox.NamedNode(str(row[0])) for row in rows]


def _add_period(graph: Quads, store: GraphStore) -> None:
    """Add the days of the earliest and the latest article."""
    query = "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) { ?article dct:issued ?day }"
    [(first, last)] = store.select(query).rows
    if first is None or last is None or isinstance(first, str) or isinstance(last, str):
        return
    period = ox.NamedNode(f"{graph.name.value}/period")
    graph.add(graph.name, DCTERMS.temporal, period)
    graph.add(period, RDF.type, term(DCTERMS.PeriodOfTime))
    for predicate, day in ((DCAT.startDate, first), (DCAT.endDate, last)):
        graph.add(period, predicate, ox.Literal(str(day), datatype=term(XSD.date)))


def _add_counts(graph: Quads, store: GraphStore) -> None:
    [(triples,)] = store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    graph.add(graph.name, VOID.triples, ox.Literal(int(str(triples))))
    rows = store.select(
        "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
    ).rows
    for kind, number in rows:
        local = str(kind).removeprefix(str(SG))
        if not str(kind).startswith(str(SG)):
            continue
        part = ox.NamedNode(f"{graph.name.value}/class/{local}")
        graph.add(graph.name, VOID.classPartition, part)
        graph.add(part, VOID["class"], ox.NamedNode(str(kind)))
        graph.add(part, VOID.entities, ox.Literal(int(str(number))))


def write_description(
    store: GraphStore, path: str | os.PathLike[str], *, licence: str | None = None
) -> None:
    """Write the description of a graph as Turtle, sorted.

    Raises:
        StoreError: as `describe`.
        OutputError: the file cannot be written.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.store import open_store
    >>> file = Path(mkdtemp()) / "description.ttl"
    >>> with open_store("build/demo") as store:
    ...     write_description(store, file)
    >>> "void:Dataset" in file.read_text()
    True
    """
    triples = sorted((quad.triple for quad in describe(store, licence=licence)), key=str)
    prefixes = {name: PREFIXES[name] for name in ("sg", "dct", "prov", "xsd")}
    more = {"dcat": str(DCAT), "void": str(VOID)}
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes | more)
    with written(path) as aside:
        aside.write_bytes(data or b"")
