"""The Python names and the ontology's file say the same."""

from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from stancegraph.case import ontology_file
from stancegraph.model import Attribution, DatePrecision, SpeechAct, Stance, Time
from stancegraph.vocabulary import (
    ATTRIBUTION_TERMS,
    PLAIN_TERMS,
    PRECISION_TERMS,
    SG,
    SPEECH_ACT_TERMS,
    STANCE_TERMS,
    TIME_TERMS,
)


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(ontology_file("core.ttl"), format="turtle")


def defined(core: Graph) -> set[URIRef]:
    named = {term for term in core.subjects(RDF.type) if isinstance(term, URIRef)}
    return named - set(core.subjects(RDF.type, OWL.Ontology))


def test_names_and_ontology_agree(core: Graph) -> None:
    assert defined(core) == set(dir(SG))


def test_every_term_has_one_label_and_one_comment(core: Graph) -> None:
    for term in defined(core):
        assert len(list(core.objects(term, RDFS.label))) == 1, term
        assert len(list(core.objects(term, RDFS.comment))) == 1, term


def test_domains_ranges_and_parents_are_defined(core: Graph) -> None:
    for relation in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        for term in core.objects(None, relation):
            assert not str(term).startswith(str(SG)) or term in defined(core), term


def test_the_version_is_in_the_version_iri(core: Graph) -> None:
    [ontology] = core.subjects(RDF.type, OWL.Ontology)
    version = core.value(ontology, OWL.versionInfo)
    assert core.value(ontology, OWL.versionIRI) == URIRef(f"{SG}{version}")


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="suports"):
        SG["suports"]


@pytest.mark.parametrize(
    ("terms", "values", "type_"),
    [
        (STANCE_TERMS, get_args(Stance), SG.Stance),
        (ATTRIBUTION_TERMS, get_args(Attribution), SG.Attribution),
        (TIME_TERMS, get_args(Time), SG.Time),
        (PRECISION_TERMS, get_args(DatePrecision), SG.DatePrecision),
        (SPEECH_ACT_TERMS, get_args(SpeechAct), SG.SpeechAct),
    ],
)
def test_every_value_of_the_records_is_a_concept(
    core: Graph, terms: dict[str, URIRef], values: tuple[str, ...], type_: URIRef
) -> None:
    assert tuple(terms) == values
    assert set(core.subjects(RDF.type, type_)) == set(terms.values())
    assert len(set(terms.values())) == len(values)
    skos = "http://www.w3.org/2004/02/skos/core#"
    for value, term in terms.items():
        assert str(core.value(term, URIRef(skos + "notation"))) == value


def test_every_stance_has_a_plain_property(core: Graph) -> None:
    assert tuple(PLAIN_TERMS) == get_args(Stance)
    assert set(core.subjects(RDFS.subPropertyOf, SG.hasStanceOn)) == set(PLAIN_TERMS.values())
