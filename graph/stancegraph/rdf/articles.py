"""Articles with their positions as quads, and back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote as percent_encode

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import URIRef
from rdflib.namespace import DC, DCTERMS, PROV, RDF, SDO, XSD

from stancegraph import __version__
from stancegraph.case import Case
from stancegraph.exceptions import ArticleError, StoreError
from stancegraph.model import Article, Position
from stancegraph.rdf.nodes import Nodes, missing, word_of
from stancegraph.rdf.terms import (
    Quads,
    actor_node,
    article_iri,
    day_literal,
    decimal_literal,
    digest,
    issue_node,
    position_iri,
    term,
    text_literal,
)
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
)

#: How much of the text around a quote goes into its selector, in code points:
#: what annotation clients commonly take, enough to tell repeated phrases apart.
_CONTEXT = 32


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


def _article_graph(
    article: Article, positions: Sequence[Position], case: Case, software: str
) -> list[Quad]:
    node = NamedNode(article_iri(article.id))
    graph = Quads(node)
    graph.add(node, RDF.type, term(SG.Article), term(PROV.Entity))
    graph.add(node, DCTERMS.identifier, text_literal(article.id))
    graph.add(node, SG.text, text_literal(article.text))
    if article.date is not None:
        graph.add(node, DCTERMS.issued, day_literal(article.date))
    if article.url is not None:
        url = text_literal(article.url).value
        graph.add(node, SDO.url, Literal(url, datatype=term(XSD.anyURI)))
    for predicate, value in (
        (DCTERMS.title, article.title),
        (DC.publisher, article.publisher),
        (DCTERMS.language, article.language),
        (SG.speaker, article.speaker),
    ):
        if value is not None:
            graph.add(node, predicate, text_literal(value))
    for key, value in sorted(article.extra.items()):
        pair = NamedNode(f"{DATA}metadata/{digest(article.id, key, value)}")
        graph.add_pair(node, pair, key, text_literal(value))

    for position in positions:
        _check(position, article)
    told = distinct(positions, case)
    for iri, position in told.items():
        _add_position(graph, iri, position, article, case, software)
    plain = {
        (position.actor, position.stance, position.issue)
        for position in told.values()
        if position.attribution != "ascribed"
        and position.time == "current"
        and position.actor not in (case.author, case.other)
    }
    for actor, stance, issue in sorted(plain):
        graph.add(actor_node(actor, case), PLAIN_TERMS[stance], issue_node(issue, case))

    quads = graph.quads
    for extractor in sorted({p.extractor for p in told.values() if p.extractor}):
        quads.extend(_run_graph(extractor, case, software))
    return quads


def distinct(positions: Iterable[Position], case: Case) -> dict[str, Position]:
    """Return the positions by their IRIs: of equal statements, the one with the most confidence.

    >>> from dataclasses import replace
    >>> case = Case("toy", "https://example.org/toy", "Toy", "1", (), {}, {}, {})
    >>> one = Position("note", "east", "East", "truce", "support", "Yes.", 0, 4, confidence=0.2)
    >>> other = replace(one, confidence=0.7)
    >>> [position.confidence for position in distinct([one, other], case).values()]
    [0.7]
    """
    found: dict[str, Position] = {}
    for position in positions:
        iri = position_iri(position, case)
        other = found.get(iri)
        rank = (position.confidence, position.extractor)
        if other is None or rank > (other.confidence, other.extractor):
            found[iri] = position
    return found


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
    graph: Quads, iri: str, position: Position, article: Article, case: Case, software: str
) -> None:
    node, key = NamedNode(iri), iri.rpartition("/")[2]
    evidence = NamedNode(f"{DATA}evidence/{key}")
    graph.add(node, RDF.type, term(SG.Position), term(PROV.Entity))
    graph.add(node, SG.actor, actor_node(position.actor, case))
    graph.add(node, SG.holderText, text_literal(position.holder))
    if position.holder_id is not None:
        graph.add(node, SG.holder, actor_node(position.holder_id, case))
    graph.add(node, SG.issue, issue_node(position.issue, case))
    graph.add(node, SG.stance, term(STANCE_TERMS[position.stance]))
    graph.add(node, SG.attribution, term(ATTRIBUTION_TERMS[position.attribution]))
    if position.attributed_by is not None:
        graph.add(node, SG.attributedBy, actor_node(position.attributed_by, case))
    graph.add(node, SG.time, term(TIME_TERMS[position.time]))
    graph.add(node, SG.speechAct, term(SPEECH_ACT_TERMS[position.speech_act]))
    if position.date is not None:
        graph.add(node, DCTERMS.date, day_literal(position.date))
    if position.date_precision is not None:
        graph.add(node, SG.datePrecision, term(PRECISION_TERMS[position.date_precision]))
    graph.add(node, SG.confidence, decimal_literal(position.confidence))
    graph.add(node, SG.article, graph.name)
    graph.add(node, SG.evidence, evidence)
    if position.extractor:
        graph.add(node, PROV.wasGeneratedBy, _run(position.extractor, case, software))
    if position.condition is not None:
        condition = NamedNode(f"{DATA}condition/{key}")
        graph.add(node, SG.condition, condition)
        graph.add(condition, RDF.type, term(SG.Condition))
        graph.add(condition, SG.conditionText, text_literal(position.condition))
        needed = [issue_node(issue, case) for issue in sorted(set(position.condition_issues))]
        graph.add(condition, SG.dependsOnIssue, *needed)

    exact, span = NamedNode(f"{DATA}quote/{key}"), NamedNode(f"{DATA}span/{key}")
    graph.add(evidence, RDF.type, term(SG.Evidence), term(OA.SpecificResource))
    graph.add(evidence, OA.hasSource, graph.name)
    graph.add(evidence, OA.hasSelector, exact, span)
    graph.add(exact, RDF.type, term(OA.TextQuoteSelector))
    graph.add(exact, OA.exact, text_literal(position.quote))
    start, end = position.start, position.end
    graph.add(exact, OA.prefix, text_literal(article.text[max(0, start - _CONTEXT) : start]))
    graph.add(exact, OA.suffix, text_literal(article.text[end : end + _CONTEXT]))
    graph.add(span, RDF.type, term(OA.TextPositionSelector))
    graph.add(span, OA.start, Literal(start))
    graph.add(span, OA.end, Literal(end))


def _run(extractor: str, case: Case, software: str) -> NamedNode:
    return NamedNode(f"{DATA}run/{digest(extractor, software, case.iri, case.version)}")


def _run_graph(extractor: str, case: Case, software: str) -> list[Quad]:
    node = _run(extractor, case, software)
    graph = Quads(node)
    graph.add(node, RDF.type, term(SG.Run), term(PROV.Activity))
    graph.add(node, SG.extractor, text_literal(extractor))
    graph.add(node, SG.softwareVersion, Literal(software))
    products = extractor.split()  # "stancegraph/0.1.0 en_core_web_sm/3.8.0", and a second reader
    if len(products) > 1 and all("/" in product for product in products):
        graph.add(node, SG.modelVersion, text_literal(" ".join(products[1:])))
    graph.add(node, SG.case, NamedNode(case.iri))
    graph.add(node, SG.caseVersion, Literal(case.version))
    agent = NamedNode(f"{DATA}software/{percent_encode(f'stancegraph {software}', safe='')}")
    graph.add(node, PROV.wasAssociatedWith, agent)
    graph.add(agent, RDF.type, term(PROV.SoftwareAgent))
    graph.add(agent, SDO.name, Literal("stancegraph"))
    graph.add(agent, SDO.softwareVersion, Literal(software))
    return graph.quads


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
    nodes = Nodes(quads)
    actors = {actor_node(i, case).value: i for i in (*case.actors, case.author, case.other)}
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


def _read_article(nodes: Nodes, node: NamedNode) -> Article:
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
    nodes: Nodes,
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
        stance=word_of(nodes.need_node(node, SG.stance), STANCE_TERMS, node),
        quote=quote,
        start=start,
        end=end,
        condition=nodes.text(condition, SG.conditionText) if condition else None,
        condition_issues=tuple(
            sorted(
                known(needed, issues, "issue")
                for needed in (nodes.nodes(condition, SG.dependsOnIssue) if condition else ())
            )
        ),
        attribution=word_of(nodes.need_node(node, SG.attribution), ATTRIBUTION_TERMS, node),
        time=word_of(nodes.need_node(node, SG.time), TIME_TERMS, node),
        confidence=float(nodes.need_text(node, SG.confidence)),
        extractor=(nodes.text(run, SG.extractor) or "") if run else "",
        holder_id=actor_id(SG.holder),
        attributed_by=actor_id(SG.attributedBy),
        date=nodes.day(node, DCTERMS.date),
        date_precision=word_of(precision, PRECISION_TERMS, node) if precision else None,
        speech_act=word_of(nodes.need_node(node, SG.speechAct), SPEECH_ACT_TERMS, node),
    )


def _read_evidence(nodes: Nodes, evidence: NamedNode) -> tuple[str, int, int]:
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
        raise missing(evidence, OA.hasSelector)
    return exact, *span
