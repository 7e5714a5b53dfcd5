"""Articles, positions and cases as RDF, and back.

Each article is a named graph of its own, named by the article's IRI: it holds
the article with its text and metadata, a node per position with its evidence
and condition, and the plain actor-stance-issue triples. A run of an extractor
is described in the named graph of the run, and the case (actors, issues) in the
reference graph, named by the case's IRI. So an article is replaced or
withdrawn whole, and nothing is said twice.

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

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar, get_args
from urllib.parse import quote as percent_encode

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, ORG, OWL, PROV, RDF, SDO, SKOS, XSD

from stancegraph import __version__
from stancegraph.case import Actor, ActorKind, Case, Gender, Issue, Office
from stancegraph.exceptions import ArticleError, CaseError, StoreError
from stancegraph.model import Article, Position
from stancegraph.vocabulary import (
    ATTRIBUTION_TERMS,
    DATA,
    OA,
    PLAIN_TERMS,
    PRECISION_TERMS,
    SG,
    SPEECH_ACT_TERMS,
    STANCE_TERMS,
    TIME_TERMS,
    WD,
)

__all__ = [
    "PREFIXES",
    "article_graph",
    "article_iri",
    "case_from_rdf",
    "from_rdf",
    "position_iri",
    "reference_graph",
]

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

#: How much of the text around a quote goes into its selector, in code points:
#: what annotation clients commonly take, enough to tell repeated phrases apart.
_CONTEXT = 32
#: Decimals of a confidence in the graph: more than any estimate is good for, and
#: few enough for every server's decimals.
_CONFIDENCE_DECIMALS = 6
#: Hexadecimal digits of an IRI: 96 bits, so that two of a million positions
#: meet with a chance of about 1 in 10^17.
_DIGITS = 24

_KIND_TERMS: Mapping[ActorKind, URIRef] = {
    "bloc": SG.Bloc,
    "state": SG.State,
    "institution": SG.Institution,
    "group": SG.Group,
    "person": SG.Person,
}
#: The ids of the writer and of anyone else, in every case.
_AUTHOR, _OTHER = Case.author, Case.other
_GENDERS: tuple[Gender, ...] = get_args(Gender)

_Node = NamedNode | BlankNode | Literal | Triple
_Properties = Mapping[NamedNode, Sequence[_Node]]
_Value = TypeVar("_Value", bound=str)


@lru_cache(maxsize=512)
def _term(iri: URIRef) -> NamedNode:
    """Give a vocabulary term, an rdflib URIRef, as pyoxigraph writes it."""
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
    """
    return f"{DATA}position/{_position_key(position, case)}"


def _digest(*parts: object) -> str:
    # JSON keeps None, numbers and text apart and escapes every separator.
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_DIGITS]


def _position_key(position: Position, case: Case) -> str:
    return _digest(
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


# --- writing articles ---------------------------------------------------------------------


class _Graph:
    """Quads of one named graph while they are collected."""

    def __init__(self, name: NamedNode) -> None:
        self.name = name
        self.quads: list[Quad] = []

    def add(self, subject: NamedNode, predicate: URIRef, *values: NamedNode | Literal) -> None:
        term = _term(predicate)
        self.quads.extend(Quad(subject, term, value, self.name) for value in values)

    def add_list(self, subject: NamedNode, predicate: URIRef, values: Sequence[NamedNode]) -> None:
        """Add an rdf:List whose cells have IRIs below their subject's."""
        local = str(predicate).rpartition("#")[2].rpartition("/")[2]
        cells = [NamedNode(f"{subject.value}/{local}/{n}") for n in range(1, len(values) + 1)]
        ends = [*cells, _term(RDF.nil)]
        self.add(subject, predicate, ends[0])
        for cell, value, rest in zip(cells, values, ends[1:], strict=True):
            self.add(cell, RDF.first, value)
            self.add(cell, RDF.rest, rest)


def article_graph(
    article: Article,
    positions: Sequence[Position],
    case: Case,
    *,
    software: str = __version__,
) -> list[Quad]:
    """Return the quads of an article and of the positions found in it.

    All are in the article's graph (`article_iri`), but for the description of
    the runs that found the positions, which is in each run's own graph; a run
    is known by extractor, `software` version and case version.

    Raises:
        ArticleError: a position belongs to another article, its quote is not
            ``text[start:end]``, its confidence is outside [0, 1], or a text
            holds half of a surrogate pair.
        CaseError: a position names an actor or issue that the case has not.

    >>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
    >>> quads = article_graph(Article(id="note", text="Avalon accepts."), [], case)
    >>> sorted(q.predicate.value.rpartition("/")[2] for q in quads)
    ['22-rdf-syntax-ns#type', '22-rdf-syntax-ns#type', 'identifier', 'text']
    """
    try:
        return _article_graph(article, positions, case, software)
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{article.id!r}: holds half of a surrogate pair"
            f" (U+{ord(error.object[error.start]):04X}); decode the text anew as UTF-8"
        ) from error


def _text(value: str) -> Literal:
    value.encode("utf-8")  # raises for lone surrogates, which no RDF literal can hold
    return Literal(value)


def _day(value: date) -> Literal:
    return Literal(value.isoformat(), datatype=_term(XSD.date))


def _article_graph(
    article: Article, positions: Sequence[Position], case: Case, software: str
) -> list[Quad]:
    node = NamedNode(article_iri(article.id))
    graph = _Graph(node)
    graph.add(node, RDF.type, _term(SG.Article), _term(PROV.Entity))
    graph.add(node, DCTERMS.identifier, _text(article.id))
    graph.add(node, SG.text, _text(article.text))
    if article.date is not None:
        graph.add(node, DCTERMS.issued, _day(article.date))
    if article.url is not None:
        url = _text(article.url).value
        graph.add(node, SDO.url, Literal(url, datatype=_term(XSD.anyURI)))
    for predicate, value in (
        (DCTERMS.title, article.title),
        (DC.publisher, article.publisher),
        (DCTERMS.language, article.language),
        (SG.speaker, article.speaker),
    ):
        if value is not None:
            graph.add(node, predicate, _text(value))
    for key, value in sorted(article.extra.items()):
        pair = NamedNode(f"{DATA}metadata/{_digest(article.id, key, value)}")
        graph.add(node, SDO.additionalProperty, pair)
        graph.add(pair, RDF.type, _term(SDO.PropertyValue))
        graph.add(pair, SDO.name, _text(key))
        graph.add(pair, SDO.value, _text(value))

    distinct: dict[str, Position] = {}
    for position in positions:
        _check(position, article)
        key = _position_key(position, case)
        other = distinct.get(key)
        if other is None or (position.confidence, position.extractor) > (
            other.confidence,
            other.extractor,
        ):
            distinct[key] = position
    for key, position in distinct.items():
        _add_position(graph, key, position, article, case, software)
    plain = {
        (position.actor, position.stance, position.issue)
        for position in distinct.values()
        if position.attribution != "ascribed"
        and position.time == "current"
        and position.actor not in (case.author, case.other)
    }
    for actor, stance, issue in sorted(plain):
        graph.add(_actor(actor, case), PLAIN_TERMS[stance], _issue(issue, case))

    quads = graph.quads
    for extractor in sorted({p.extractor for p in distinct.values() if p.extractor}):
        quads.extend(_run_graph(extractor, case, software))
    return quads


def _check(position: Position, article: Article) -> None:
    if position.article != article.id:
        raise ArticleError(
            f"{article.id!r}: was given a position of article {position.article!r};"
            " pass each article its own positions"
        )
    if article.text[position.start : position.end] != position.quote or position.start < 0:
        raise ArticleError(
            f"{article.id!r}: the quote {position.quote[:60]!r} is not the text at"
            f" [{position.start}, {position.end}); extract the article anew"
        )
    if not 0 <= position.confidence <= 1:
        raise ArticleError(
            f"{article.id!r}: confidence {position.confidence!r} of {position.quote[:60]!r}"
            " is outside [0, 1]; scale it"
        )


def _add_position(
    graph: _Graph, key: str, position: Position, article: Article, case: Case, software: str
) -> None:
    node = NamedNode(f"{DATA}position/{key}")
    evidence = NamedNode(f"{DATA}evidence/{key}")
    graph.add(node, RDF.type, _term(SG.Position), _term(PROV.Entity))
    graph.add(node, SG.actor, _actor(position.actor, case))
    graph.add(node, SG.holderText, _text(position.holder))
    if position.holder_id is not None:
        graph.add(node, SG.holder, _actor(position.holder_id, case))
    graph.add(node, SG.issue, _issue(position.issue, case))
    graph.add(node, SG.stance, _term(STANCE_TERMS[position.stance]))
    graph.add(node, SG.attribution, _term(ATTRIBUTION_TERMS[position.attribution]))
    if position.attributed_by is not None:
        graph.add(node, SG.attributedBy, _actor(position.attributed_by, case))
    graph.add(node, SG.time, _term(TIME_TERMS[position.time]))
    graph.add(node, SG.speechAct, _term(SPEECH_ACT_TERMS[position.speech_act]))
    if position.date is not None:
        graph.add(node, DCTERMS.date, _day(position.date))
    if position.date_precision is not None:
        graph.add(node, SG.datePrecision, _term(PRECISION_TERMS[position.date_precision]))
    graph.add(node, SG.confidence, _confidence(position.confidence))
    graph.add(node, SG.article, graph.name)
    graph.add(node, SG.evidence, evidence)
    if position.extractor:
        graph.add(node, PROV.wasGeneratedBy, _run(position.extractor, case, software))
    if position.condition is not None:
        condition = NamedNode(f"{DATA}condition/{key}")
        graph.add(node, SG.condition, condition)
        graph.add(condition, RDF.type, _term(SG.Condition))
        graph.add(condition, SG.conditionText, _text(position.condition))

    exact, span = NamedNode(f"{DATA}quote/{key}"), NamedNode(f"{DATA}span/{key}")
    graph.add(evidence, RDF.type, _term(SG.Evidence), _term(OA.SpecificResource))
    graph.add(evidence, OA.hasSource, graph.name)
    graph.add(evidence, OA.hasSelector, exact, span)
    graph.add(exact, RDF.type, _term(OA.TextQuoteSelector))
    graph.add(exact, OA.exact, _text(position.quote))
    start, end = position.start, position.end
    graph.add(exact, OA.prefix, _text(article.text[max(0, start - _CONTEXT) : start]))
    graph.add(exact, OA.suffix, _text(article.text[end : end + _CONTEXT]))
    graph.add(span, RDF.type, _term(OA.TextPositionSelector))
    graph.add(span, OA.start, Literal(start))
    graph.add(span, OA.end, Literal(end))


def _confidence(value: float) -> Literal:
    # The canonical form of a decimal: no exponent, no trailing zeros, "1" rather than "1.0".
    number = Decimal(repr(round(value, _CONFIDENCE_DECIMALS))).normalize()
    return Literal(f"{abs(number):f}", datatype=_term(XSD.decimal))


def _run(extractor: str, case: Case, software: str) -> NamedNode:
    return NamedNode(f"{DATA}run/{_digest(extractor, software, case.iri, case.version)}")


def _run_graph(extractor: str, case: Case, software: str) -> list[Quad]:
    node = _run(extractor, case, software)
    graph = _Graph(node)
    graph.add(node, RDF.type, _term(SG.Run), _term(PROV.Activity))
    graph.add(node, SG.extractor, _text(extractor))
    graph.add(node, SG.softwareVersion, Literal(software))
    graph.add(node, SG.case, NamedNode(case.iri))
    graph.add(node, SG.caseVersion, Literal(case.version))
    return graph.quads


def _actor(actor_id: str, case: Case) -> NamedNode:
    actor = case.actors.get(actor_id)
    if actor is not None:
        return _case_node(actor.iri, case)
    if actor_id in (case.author, case.other):  # the codebook gives them to every case
        return NamedNode(f"{case.iri}/actor/{percent_encode(actor_id, safe='')}")
    raise CaseError(
        f"case {case.id!r} has no actor {actor_id!r}; add it to the case's actors"
        " or extract the articles with this case"
    )


def _issue(issue_id: str, case: Case) -> NamedNode:
    issue = case.issues.get(issue_id)
    if issue is None:
        raise CaseError(
            f"case {case.id!r} has no issue {issue_id!r}; add it to the case's issues"
            " or extract the articles with this case"
        )
    return _case_node(issue.iri, case)


def _case_node(iri: str, case: Case) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise CaseError(
            f"case {case.id!r}: {iri!r} is no IRI ({error}); correct the case's files"
        ) from error


# --- writing the case ---------------------------------------------------------------------


def reference_graph(case: Case) -> list[Quad]:
    """Return the quads of a case: its actors with their offices, and its issues.

    All are in the graph named by the case's IRI. Cues and word lists stay in
    the case's own files: they are how a text is read, not what was found.

    Raises:
        CaseError: an IRI of the case is none.

    >>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
    >>> case_from_rdf(reference_graph(case)).title
    'Toy'
    """
    try:
        return _reference_graph(case)
    except ValueError as error:  # from NamedNode and Literal
        raise CaseError(f"case {case.id!r}: {error}; correct the case's files") from error


def _reference_graph(case: Case) -> list[Quad]:
    node = NamedNode(case.iri)
    graph = _Graph(node)

    def worded(value: str) -> Literal:
        return Literal(value, language=case.language)

    graph.add(node, RDF.type, _term(SG.Case))
    graph.add(node, SKOS.notation, Literal(case.id))
    graph.add(node, DCTERMS.title, worded(case.title))
    graph.add(node, DCTERMS.language, Literal(case.language))
    graph.add(node, OWL.versionInfo, Literal(case.version))
    graph.add(node, SG.lookalike, *(Literal(phrase) for phrase in sorted(case.lookalikes)))
    graph.add_list(node, SG.compares, [_actor(actor_id, case) for actor_id in case.compared])
    graph.add_list(node, DCTERMS.hasPart, [_actor(actor_id, case) for actor_id in case.actors])
    graph.add_list(node, SG.groups, [_group(group, case) for group in case.groups])
    for group, label in case.groups.items():
        _add_concept(graph, _group(group, case), SG.IssueGroup, group, worded(label))

    for actor in case.actors.values():
        _add_actor(graph, actor, case)
    for actor_id in (case.author, case.other):
        if actor_id not in case.actors:
            actor_node = _actor(actor_id, case)
            graph.add(actor_node, RDF.type, _term(SG.Actor))
            graph.add(actor_node, SKOS.notation, Literal(actor_id))
            graph.add(actor_node, SKOS.prefLabel, worded(actor_id.capitalize()))

    scheme = NamedNode(f"{case.iri}/issues")
    graph.add(scheme, RDF.type, _term(SKOS.ConceptScheme))
    graph.add(scheme, DCTERMS.title, worded(case.title))
    order = NamedNode(f"{case.iri}/issues/order")
    graph.add(order, RDF.type, _term(SKOS.OrderedCollection))
    graph.add_list(order, SKOS.memberList, [NamedNode(i.iri) for i in case.issues.values()])
    for issue in case.issues.values():
        issue_node = NamedNode(issue.iri)
        _add_concept(graph, issue_node, SG.Issue, issue.id, worded(issue.label))
        graph.add(issue_node, SKOS.inScheme, scheme)
        graph.add(issue_node, SG.group, _group(issue.group, case))
        graph.add(issue_node, SKOS.broader, *(_issue(i, case) for i in issue.broader))
        graph.add(issue_node, SG.proposition, worded(issue.proposition))
        graph.add(issue_node, SKOS.definition, worded(issue.definition))
        graph.add(issue_node, SG.supportMeans, worded(issue.support_means))
        graph.add(issue_node, SG.opposeMeans, worded(issue.oppose_means))
    return graph.quads


def _add_concept(
    graph: _Graph, node: NamedNode, kind: URIRef, notation: str, label: Literal
) -> None:
    graph.add(node, RDF.type, _term(kind), _term(SKOS.Concept))
    graph.add(node, SKOS.notation, Literal(notation))
    graph.add(node, SKOS.prefLabel, label)


def _add_actor(graph: _Graph, actor: Actor, case: Case) -> None:
    node = NamedNode(actor.iri)
    person = actor.kind == "person"
    graph.add(node, RDF.type, _term(SG.Actor), _term(_KIND_TERMS[actor.kind]))
    if actor.id not in (case.author, case.other):
        graph.add(node, RDF.type, _term(FOAF.Person if person else ORG.Organization))
    graph.add(node, SKOS.notation, Literal(actor.id))
    graph.add(node, SKOS.prefLabel, Literal(actor.label, language=case.language))
    names = sorted(set(actor.aliases) - {actor.label})
    graph.add(node, SKOS.altLabel, *(Literal(name) for name in names))
    graph.add(node, SG.demonym, *(Literal(name) for name in sorted(set(actor.demonyms))))
    above = ORG.memberOf if person else ORG.subOrganizationOf
    graph.add(node, above, *(_actor(parent, case) for parent in actor.parents))
    if actor.bloc != actor.id:
        graph.add(node, SG.speaksFor, _actor(actor.bloc, case))
    if actor.gender is not None:
        graph.add(node, FOAF.gender, Literal(actor.gender))
    if actor.plural:
        graph.add(node, SG.plural, Literal(value=True))
    if actor.wikidata is not None:
        graph.add(node, SKOS.exactMatch, NamedNode(str(WD) + actor.wikidata))
    for number, office in enumerate(actor.offices, start=1):
        post = NamedNode(f"{actor.iri}/office/{number}")
        graph.add(node, ORG.hasMembership, post)
        graph.add(post, RDF.type, _term(ORG.Membership))
        graph.add(post, ORG.member, node)
        graph.add(post, ORG.organization, _actor(office.body, case))
        graph.add(post, SG.officeTitle, *(Literal(title) for title in sorted(set(office.titles))))
        if office.start is not None:
            graph.add(post, SG.heldFrom, _day(office.start))
        if office.end is not None:
            graph.add(post, SG.heldUntil, _day(office.end))


def _group(group: str, case: Case) -> NamedNode:
    return NamedNode(f"{case.iri}/group/{percent_encode(group, safe='')}")


# --- reading ------------------------------------------------------------------------------


class _Nodes:
    """Quads indexed by subject, with the few ways in which they are read back."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.index: dict[_Node, dict[NamedNode, list[_Node]]] = defaultdict(dict)
        for quad in quads:
            self.index[quad.subject].setdefault(quad.predicate, []).append(quad.object)

    def typed(self, kind: URIRef) -> list[NamedNode]:
        wanted, key = _term(kind), _term(RDF.type)
        return [
            node
            for node, properties in self.index.items()
            if isinstance(node, NamedNode) and wanted in properties.get(key, ())
        ]

    def all(self, node: NamedNode, predicate: URIRef) -> Sequence[_Node]:
        return self.index.get(node, {}).get(_term(predicate), ())

    def nodes(self, node: NamedNode, predicate: URIRef) -> list[NamedNode]:
        return [value for value in self.all(node, predicate) if isinstance(value, NamedNode)]

    def texts(self, node: NamedNode, predicate: URIRef) -> list[str]:
        values = (value for value in self.all(node, predicate) if isinstance(value, Literal))
        return sorted({value.value for value in values})

    def text(self, node: NamedNode, predicate: URIRef) -> str | None:
        return next(iter(self.texts(node, predicate)), None)

    def node(self, node: NamedNode, predicate: URIRef) -> NamedNode | None:
        return next(iter(self.nodes(node, predicate)), None)

    def need_text(self, node: NamedNode, predicate: URIRef) -> str:
        value = self.text(node, predicate)
        if value is None:
            raise _missing(node, predicate)
        return value

    def need_node(self, node: NamedNode, predicate: URIRef) -> NamedNode:
        value = self.node(node, predicate)
        if value is None:
            raise _missing(node, predicate)
        return value

    def day(self, node: NamedNode, predicate: URIRef) -> date | None:
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
        values: list[NamedNode] = []
        cell = self.node(node, predicate)
        while cell is not None and cell != _term(RDF.nil):
            if len(values) > len(self.index):  # a list that bites its tail
                raise StoreError(f"{node.value}: a list without end; build the graph anew")
            values.append(self.need_node(cell, RDF.first))
            cell = self.node(cell, RDF.rest)
        return values


def _missing(node: NamedNode, predicate: URIRef) -> StoreError:
    return StoreError(f"{node.value} has no <{predicate}>; build the graph anew")


def _word(node: NamedNode, terms: Mapping[_Value, URIRef], where: NamedNode) -> _Value:
    for word, term in terms.items():
        if str(term) == node.value:
            return word
    raise StoreError(
        f"{where.value}: <{node.value}> is none of {', '.join(terms)}; build the graph anew"
    )


def from_rdf(quads: Iterable[Quad], case: Case) -> list[tuple[Article, tuple[Position, ...]]]:
    """Return the articles in `quads`, each with its positions: `article_graph` read back.

    Articles are ordered by id, positions by where they stand in the text. The
    extractor of a position is known where the graphs of the runs are among
    `quads`; confidences are as written, to six decimals.

    Raises:
        StoreError: the quads lack what every article or position has, or name
            an actor or issue that the case has not.

    >>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
    >>> article = Article(id="note", text="Avalon accepts.", title="A note")
    >>> from_rdf(article_graph(article, [], case), case) == [(article, ())]
    True
    """
    nodes = _Nodes(quads)
    actors = {_actor(i, case).value: i for i in (*case.actors, case.author, case.other)}
    issues = {issue.iri: issue_id for issue_id, issue in case.issues.items()}
    found: dict[NamedNode, list[Position]] = defaultdict(list)
    for node in sorted(nodes.typed(SG.Position), key=lambda n: n.value):  # for equal places
        article = nodes.need_node(node, SG.article)
        found[article].append(_read_position(nodes, node, article, actors, issues))

    def identifier(node: NamedNode) -> str:
        return nodes.need_text(node, DCTERMS.identifier)

    return [
        (
            _read_article(nodes, node),
            tuple(sorted(found[node], key=_reading_order)),
        )
        for node in sorted(nodes.typed(SG.Article), key=identifier)
    ]


def _reading_order(position: Position) -> tuple[int, int, str, str, str, str]:
    return (
        position.start,
        position.end,
        position.actor,
        position.issue,
        position.stance,
        position.holder,
    )


def _read_article(nodes: _Nodes, node: NamedNode) -> Article:
    extra = {
        nodes.need_text(pair, SDO.name): nodes.need_text(pair, SDO.value)
        for pair in nodes.nodes(node, SDO.additionalProperty)
    }
    return Article(
        id=nodes.need_text(node, DCTERMS.identifier),
        text=nodes.need_text(node, SG.text),
        title=nodes.text(node, DCTERMS.title),
        date=nodes.day(node, DCTERMS.issued),
        publisher=nodes.text(node, DC.publisher),
        url=nodes.text(node, SDO.url),
        language=nodes.text(node, DCTERMS.language),
        speaker=nodes.text(node, SG.speaker),
        extra=dict(sorted(extra.items())),
    )


def _read_position(
    nodes: _Nodes,
    node: NamedNode,
    article: NamedNode,
    actors: Mapping[str, str],
    issues: Mapping[str, str],
) -> Position:
    def known(value: NamedNode, ids: Mapping[str, str], what: str) -> str:
        try:
            return ids[value.value]
        except KeyError:
            raise StoreError(
                f"{node.value} names {value.value}, which is no {what} of the case;"
                " read the graph with the case that it was built with"
            ) from None

    def actor_id(predicate: URIRef) -> str | None:
        value = nodes.node(node, predicate)
        return None if value is None else known(value, actors, "actor")

    quote, start, end = _read_evidence(nodes, nodes.need_node(node, SG.evidence))
    condition = nodes.node(node, SG.condition)
    precision = nodes.node(node, SG.datePrecision)
    run = nodes.node(node, PROV.wasGeneratedBy)
    return Position(
        article=nodes.need_text(article, DCTERMS.identifier),
        actor=known(nodes.need_node(node, SG.actor), actors, "actor"),
        holder=nodes.need_text(node, SG.holderText),
        issue=known(nodes.need_node(node, SG.issue), issues, "issue"),
        stance=_word(nodes.need_node(node, SG.stance), STANCE_TERMS, node),
        quote=quote,
        start=start,
        end=end,
        condition=nodes.text(condition, SG.conditionText) if condition else None,
        attribution=_word(nodes.need_node(node, SG.attribution), ATTRIBUTION_TERMS, node),
        time=_word(nodes.need_node(node, SG.time), TIME_TERMS, node),
        confidence=float(nodes.need_text(node, SG.confidence)),
        extractor=(nodes.text(run, SG.extractor) or "") if run else "",
        holder_id=actor_id(SG.holder),
        attributed_by=actor_id(SG.attributedBy),
        date=nodes.day(node, DCTERMS.date),
        date_precision=_word(precision, PRECISION_TERMS, node) if precision else None,
        speech_act=_word(nodes.need_node(node, SG.speechAct), SPEECH_ACT_TERMS, node),
    )


def _read_evidence(nodes: _Nodes, evidence: NamedNode) -> tuple[str, int, int]:
    exact: str | None = None
    span: tuple[int, int] | None = None
    for selector in nodes.nodes(evidence, OA.hasSelector):
        if nodes.all(selector, OA.exact):
            exact = nodes.need_text(selector, OA.exact)
        else:
            span = (
                int(nodes.need_text(selector, OA.start)),
                int(nodes.need_text(selector, OA.end)),
            )
    if exact is None or span is None:
        raise _missing(evidence, OA.hasSelector)
    return exact, *span


def case_from_rdf(quads: Iterable[Quad]) -> Case:
    """Return the case that `reference_graph` wrote, without cues and word lists.

    Actors, groups and issues keep their order. What has none comes in alphabetical
    order: an actor's names (the label first), demonyms and titles, its parents after
    the bodies of its offices, and the lookalikes.

    Raises:
        StoreError: the quads hold no case, several, or half of one.
    """
    nodes = _Nodes(quads)
    cases = nodes.typed(SG.Case)
    if len(cases) != 1:
        raise StoreError(f"the graph holds {len(cases)} cases instead of one; build the graph anew")
    [node] = cases
    listed = nodes.sequence(node, DCTERMS.hasPart)
    listed += sorted(set(nodes.typed(SG.Actor)) - set(listed), key=lambda actor: actor.value)
    actors = {nodes.need_text(actor, SKOS.notation): actor for actor in listed}
    ids = {actor_node.value: actor_id for actor_id, actor_node in actors.items()}

    def notation(value: NamedNode) -> str:
        return nodes.need_text(value, SKOS.notation)

    ordered = nodes.sequence(NamedNode(f"{node.value}/issues/order"), SKOS.memberList)
    return Case(
        id=notation(node),
        iri=node.value,
        title=nodes.need_text(node, DCTERMS.title),
        version=nodes.need_text(node, OWL.versionInfo),
        compared=tuple(notation(value) for value in nodes.sequence(node, SG.compares)),
        actors={i: _read_actor(nodes, actor, i, ids) for i, actor in actors.items()},
        issues={notation(value): _read_issue(nodes, value) for value in ordered},
        groups={
            notation(value): nodes.need_text(value, SKOS.prefLabel)
            for value in nodes.sequence(node, SG.groups)
        },
        lookalikes=tuple(nodes.texts(node, SG.lookalike)),
        language=nodes.need_text(node, DCTERMS.language),
    )


def _read_actor(nodes: _Nodes, node: NamedNode, actor_id: str, ids: Mapping[str, str]) -> Actor:
    def name(value: NamedNode) -> str:
        return ids.get(value.value, value.value)

    label = nodes.need_text(node, SKOS.prefLabel)
    types = {value.value for value in nodes.nodes(node, RDF.type)}
    kinds = [kind for kind, term in _KIND_TERMS.items() if str(term) in types]
    above = [*nodes.nodes(node, ORG.subOrganizationOf), *nodes.nodes(node, ORG.memberOf)]
    bloc = nodes.node(node, SG.speaksFor)
    gender = nodes.text(node, FOAF.gender)
    matches = [m.value for m in nodes.nodes(node, SKOS.exactMatch) if m.value.startswith(str(WD))]
    posts = sorted(
        nodes.nodes(node, ORG.hasMembership), key=lambda n: int(n.value.rpartition("/")[2])
    )
    offices = tuple(
        Office(
            titles=tuple(nodes.texts(post, SG.officeTitle)),
            body=name(nodes.need_node(post, ORG.organization)),
            start=nodes.day(post, SG.heldFrom),
            end=nodes.day(post, SG.heldUntil),
        )
        for post in posts
    )
    # The bodies of the offices in their order, then any others.
    bodies = list(dict.fromkeys(office.body for office in offices))
    parents = {name(value) for value in above}
    return Actor(
        id=actor_id,
        iri=node.value,
        kind=kinds[0] if kinds else "bloc",
        label=label,
        bloc=actor_id if bloc is None else name(bloc),
        # Who writes, and anyone else, are no names to look for in a text.
        aliases=()
        if not kinds or actor_id in (_AUTHOR, _OTHER)
        else (label, *(alias for alias in nodes.texts(node, SKOS.altLabel) if alias != label)),
        demonyms=tuple(nodes.texts(node, SG.demonym)),
        parents=(*(b for b in bodies if b in parents), *sorted(parents - set(bodies))),
        offices=offices,
        gender=next((word for word in _GENDERS if word == gender), None),
        plural=nodes.text(node, SG.plural) == "true",
        wikidata=matches[0].removeprefix(str(WD)) if matches else None,
    )


def _read_issue(nodes: _Nodes, node: NamedNode) -> Issue:
    return Issue(
        id=nodes.need_text(node, SKOS.notation),
        iri=node.value,
        label=nodes.need_text(node, SKOS.prefLabel),
        proposition=nodes.need_text(node, SG.proposition),
        group=nodes.need_text(nodes.need_node(node, SG.group), SKOS.notation),
        definition=nodes.need_text(node, SKOS.definition),
        support_means=nodes.need_text(node, SG.supportMeans),
        oppose_means=nodes.need_text(node, SG.opposeMeans),
        broader=tuple(
            sorted(
                nodes.need_text(value, SKOS.notation) for value in nodes.nodes(node, SKOS.broader)
            )
        ),
    )
