"""The Python names and the ontology's file say the same."""

from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from stancegraph.case import ontology_file
from stancegraph.model import Attribution, DatePrecision, SpeechAct, Stance, Time
from stancegraph.standings import Word
from stancegraph.vocabulary import (
    ATTRIBUTION_TERMS,
    PLAIN_TERMS,
    PRECISION_TERMS,
    READING_TERMS,
    SG,
    SPEECH_ACT_TERMS,
    STANCE_TERMS,
    TIME_TERMS,
)


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(ontology_file("core.ttl"), format="turtle")


def defined(core: Graph) -> set[URIRef]:
    named = {t for t in core.subjects(RDF.type) if isinstance(t, URIRef) and t.startswith(str(SG))}
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
        (READING_TERMS, get_args(Word), SG.Reading),
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


def test_speech_acts_are_matched_with_codes_that_are_described(core: Graph) -> None:
    relations = (SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
    matched = {act for relation in relations for act in core.subjects(relation)}
    assert matched == set(SPEECH_ACT_TERMS.values()) - {SG.Act}
    codes = {code for relation in relations for code in core.objects(None, relation)}
    schemes = {
        str(core.value(code, SKOS.inScheme)): str(core.value(code, SKOS.notation))
        for code in codes
        if str(code) == f"{core.value(code, SKOS.inScheme)}/{core.value(code, SKOS.notation)}"
    }
    assert len(codes) > 15 and set(schemes) == {
        "https://w3id.org/stancegraph/cameo",
        "https://w3id.org/stancegraph/plover",
    }
    assert all((code, RDF.type, SKOS.Concept) in core for code in codes)


def test_every_stance_has_a_plain_property(core: Graph) -> None:
    assert tuple(PLAIN_TERMS) == get_args(Stance)
    assert set(core.subjects(RDFS.subPropertyOf, SG.hasStanceOn)) == set(PLAIN_TERMS.values())
