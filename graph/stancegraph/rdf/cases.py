"""The case (actors with their offices, issues) as quads, and back."""

from collections.abc import Iterable, Mapping
from typing import get_args

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, RDF, SKOS

from stancegraph.case import Actor, ActorKind, Case, Gender, Issue, Office
from stancegraph.exceptions import CaseError, StoreError
from stancegraph.rdf.nodes import Nodes
from stancegraph.rdf.terms import Quads, actor_node, day_literal, group_node, issue_node, term
from stancegraph.vocabulary import SG, WD

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
    graph = Quads(node)

    def worded(value: str) -> Literal:
        return Literal(value, language=case.language)

    graph.add(node, RDF.type, term(SG.Case))
    graph.add(node, SKOS.notation, Literal(case.id))
    graph.add(node, DCTERMS.title, worded(case.title))
    graph.add(node, DCTERMS.language, Literal(case.language))
    graph.add(node, OWL.versionInfo, Literal(case.version))
    graph.add(node, SG.lookalike, *(Literal(phrase) for phrase in sorted(case.lookalikes)))
    graph.add_list(node, SG.compares, [actor_node(actor_id, case) for actor_id in case.compared])
    graph.add_list(node, DCTERMS.hasPart, [actor_node(actor_id, case) for actor_id in case.actors])
    graph.add_list(node, SG.groups, [group_node(group, case) for group in case.groups])
    for group, label in case.groups.items():
        _add_concept(graph, group_node(group, case), SG.IssueGroup, group, worded(label))

    for actor in case.actors.values():
        _add_actor(graph, actor, case)
    for actor_id in (case.author, case.other):
        if actor_id not in case.actors:
            nobody = actor_node(actor_id, case)
            graph.add(nobody, RDF.type, term(SG.Actor))
            graph.add(nobody, SKOS.notation, Literal(actor_id))
            graph.add(nobody, SKOS.prefLabel, worded(actor_id.capitalize()))

    scheme = NamedNode(f"{case.iri}/issues")
    graph.add(scheme, RDF.type, term(SKOS.ConceptScheme))
    graph.add(scheme, DCTERMS.title, worded(case.title))
    order = NamedNode(f"{case.iri}/issues/order")
    graph.add(order, RDF.type, term(SKOS.OrderedCollection))
    graph.add_list(order, SKOS.memberList, [NamedNode(i.iri) for i in case.issues.values()])
    for issue in case.issues.values():
        subject = NamedNode(issue.iri)
        _add_concept(graph, subject, SG.Issue, issue.id, worded(issue.label))
        graph.add(subject, SKOS.inScheme, scheme)
        graph.add(subject, SG.group, group_node(issue.group, case))
        graph.add(subject, SKOS.broader, *(issue_node(i, case) for i in issue.broader))
        graph.add(subject, SG.proposition, worded(issue.proposition))
        graph.add(subject, SKOS.definition, worded(issue.definition))
        graph.add(subject, SG.supportMeans, worded(issue.support_means))
        graph.add(subject, SG.opposeMeans, worded(issue.oppose_means))
    return graph.quads


def _add_concept(
    graph: Quads, node: NamedNode, kind: URIRef, notation: str, label: Literal
) -> None:
    graph.add(node, RDF.type, term(kind), term(SKOS.Concept))
    graph.add(node, SKOS.notation, Literal(notation))
    graph.add(node, SKOS.prefLabel, label)


def _add_actor(graph: Quads, actor: Actor, case: Case) -> None:
    node = NamedNode(actor.iri)
    person = actor.kind == "person"
    graph.add(node, RDF.type, term(SG.Actor), term(_KIND_TERMS[actor.kind]))
    if actor.id not in (case.author, case.other):
        graph.add(node, RDF.type, term(FOAF.Person if person else ORG.Organization))
    graph.add(node, SKOS.notation, Literal(actor.id))
    graph.add(node, SKOS.prefLabel, Literal(actor.label, language=case.language))
    names = sorted(set(actor.aliases) - {actor.label})
    graph.add(node, SKOS.altLabel, *(Literal(name) for name in names))
    graph.add(node, SG.demonym, *(Literal(name) for name in sorted(set(actor.demonyms))))
    above = ORG.memberOf if person else ORG.subOrganizationOf
    graph.add(node, above, *(actor_node(parent, case) for parent in actor.parents))
    if actor.bloc != actor.id:
        graph.add(node, SG.speaksFor, actor_node(actor.bloc, case))
    if actor.gender is not None:
        graph.add(node, FOAF.gender, Literal(actor.gender))
    if actor.plural:
        graph.add(node, SG.plural, Literal(value=True))
    if actor.wikidata is not None:
        graph.add(node, SKOS.exactMatch, NamedNode(str(WD) + actor.wikidata))
    for number, office in enumerate(actor.offices, start=1):
        post = NamedNode(f"{actor.iri}/office/{number}")
        graph.add(node, ORG.hasMembership, post)
        graph.add(post, RDF.type, term(ORG.Membership))
        graph.add(post, ORG.member, node)
        graph.add(post, ORG.organization, actor_node(office.body, case))
        graph.add(post, SG.officeTitle, *(Literal(title) for title in sorted(set(office.titles))))
        if office.start is not None:
            graph.add(post, SG.heldFrom, day_literal(office.start))
        if office.end is not None:
            graph.add(post, SG.heldUntil, day_literal(office.end))


def case_from_rdf(quads: Iterable[Quad]) -> Case:
    """Return the case that `reference_graph` wrote, without cues and word lists.

    Actors, groups and issues keep their order. What has none comes in alphabetical
    order: an actor's names (the label first), demonyms and titles, its parents after
    the bodies of its offices, and the lookalikes.

    Raises:
        StoreError: the quads hold no case, several, or half of one.

    >>> toll = Issue("toll", "urn:toll", "Toll", "There is a toll.", "port", "", "", "")
    >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {"toll": toll}, {"port": "Port"})
    >>> case_from_rdf(reference_graph(case)).issues["toll"].label
    'Toll'
    """
    nodes = Nodes(quads)
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


def _read_actor(nodes: Nodes, node: NamedNode, actor_id: str, ids: Mapping[str, str]) -> Actor:
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


def _read_issue(nodes: Nodes, node: NamedNode) -> Issue:
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
