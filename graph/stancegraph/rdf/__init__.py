"""Articles, positions, cases and standings as RDF, and back.

Each article is a named graph of its own, named by the article's IRI: it holds
the article with its text and metadata, a node per position with its evidence
and condition, and the plain actor-stance-issue triples. A run of an extractor
is described in the named graph of the run, and the case (actors, issues) in the
reference graph, named by the case's IRI. So an article is replaced or
withdrawn whole, and nothing is said twice.

The derived graph, named ``…/standings`` below the case's IRI, holds where each
actor stands on each issue, with the statements behind it. It is made anew from
the statements whenever they change, and never edited.

IRIs are derived from content and there is no clock: the same articles and the
same case give the same graph. There are no blank nodes, and literals are
written in the form that SPARQL servers keep (no ``0.650``).

The identity of a position is everything that the codebook records of it, where
it stands in the article, and the case; not the extractor or its confidence. Of
two positions of an article that differ in nothing else, the one with the
higher confidence is written. `Position.trace` is not written at all.

The quads are pyoxigraph's: they cost a fraction of rdflib's to make and go
into the store as they are. `stancegraph.store.Store.dataset` is the door to rdflib.
"""

from stancegraph.rdf.articles import article_graph, distinct, from_rdf
from stancegraph.rdf.cases import case_from_rdf, reference_graph
from stancegraph.rdf.standings import (
    standings_apart_from,
    standings_graph,
    standings_iri,
    standings_parameters,
)
from stancegraph.rdf.terms import PREFIXES, article_iri, position_iri

__all__ = [
    "PREFIXES",
    "article_graph",
    "article_iri",
    "case_from_rdf",
    "distinct",
    "from_rdf",
    "position_iri",
    "reference_graph",
    "standings_apart_from",
    "standings_graph",
    "standings_iri",
    "standings_parameters",
]
