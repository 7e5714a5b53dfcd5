"""Checks a graph, a case or any RDF file against the shapes of ``ontology/shapes.ttl``.

pySHACL does the checking (SHACL, W3C Recommendation 2017). A graph with many
articles is sampled: its case, runs and standings are always checked, and of the
articles as many as asked for, at even distances, so that the same graph is
always judged by the same ones.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pyoxigraph as ox
import rdflib
from pyshacl import validate as check_shapes
from rdflib.namespace import RDF, SH

from stancegraph.case import case_dir, load_case, ontology_file, place
from stancegraph.exceptions import CaseError, StoreError
from stancegraph.extraction.cues import compile_cue
from stancegraph.rdf import PREFIXES
from stancegraph.store import GraphStore
from stancegraph.vocabulary import SG

__all__ = [
    "SAMPLE",
    "Finding",
    "Report",
    "Severity",
    "validate_case",
    "validate_files",
    "validate_store",
    "validate_triples",
]

Severity = Literal["violation", "warning"]

#: Articles of a graph that are checked: a hundred with a thousand positions took 44 s on two
#: cores that had four times as much to do.
SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as its shape asks.

    `node` is the IRI of what it is about, `path` the property and `value` what
    is wrong there, where there are such. `place` is the file and line.
    """

    severity: Severity
    node: str
    message: str
    path: str | None = None
    value: str | None = None
    place: str | None = None

    def __str__(self) -> str:
        """Give it as one line: where, what, and what is the matter.

        >>> str(Finding("violation", f"{SG}Mixed", "needs a title", place="a.ttl, line 3"))
        'a.ttl, line 3: sg:Mixed: needs a title'
        """
        told = self.message if self.severity == "violation" else f"warning: {self.message}"
        if self.value is not None and self.value != self.node:
            told += f" (here: {_short(self.value)})"
        return ": ".join(part for part in (self.place, _short(self.node), told) if part)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, violations first, and of how many articles how many were looked at."""

    findings: tuple[Finding, ...]
    checked: int = 0
    articles: int = 0

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong; warnings aside."""
        return all(finding.severity != "violation" for finding in self.findings)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and prefix != "xsd":
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri if len(iri) <= 80 else iri[:79] + "…"


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_file("shapes.ttl"), format="turtle")


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep rdflib from logging each ill-typed literal: the shapes report them."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def validate_triples(triples: Iterable[ox.Triple], files: Sequence[Path] = ()) -> list[Finding]:
    """Return what is wrong with some triples, violations first; they are taken as one graph.

    `files` are where the triples were read from: findings then tell file and line.

    >>> article = ox.NamedNode("https://example.org/article")
    >>> is_a = ox.NamedNode(str(RDF.type))
    >>> found = validate_triples([ox.Triple(article, is_a, ox.NamedNode(str(SG.WordList)))])
    >>> [finding.message for finding in found]
    ['needs a sg:word', 'needs one skos:notation: its short name']
    """
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    with _unheard():
        graph = rdflib.Graph().parse(data=data.decode("utf-8"), format="nt")
        _, results, _ = check_shapes(graph, shacl_graph=_shapes(), allow_warnings=True)
    if not isinstance(results, rdflib.Graph):
        raise StoreError(f"the shapes could not be checked: {results}; install the package anew")
    found = {
        _finding(results, node, files) for node in results.subjects(RDF.type, SH.ValidationResult)
    }
    return sorted(found, key=lambda f: (f.severity != "violation", f.place or "", str(f)))


def _finding(results: rdflib.Graph, result: rdflib.term.Node, files: Sequence[Path]) -> Finding:
    def told(predicate: rdflib.URIRef) -> str | None:
        value = results.value(result, predicate)
        return None if value is None or isinstance(value, rdflib.BNode) else str(value)

    node, path, value = told(SH.focusNode) or "?", told(SH.resultPath), told(SH.value)
    message = told(SH.resultMessage) or "is not as its shape asks"
    component = results.value(result, SH.sourceConstraintComponent)
    if component == SH.SPARQLConstraintComponent and value is not None:
        # A query looks at a whole case or article; what it finds is its value.
        node, value = value, None
    elif component == SH.ClosedConstraintComponent:
        message = f"has {_short(path or '?')}, which nothing of its kind has"
    return Finding(
        severity="warning" if told(SH.resultSeverity) == str(SH.Warning) else "violation",
        node=node,
        message=message,
        path=path,
        value=value,
        place=place(files, node, path, value) if files else None,
    )


def validate_case(name_or_dir: str | Path | None = None) -> Report:
    """Check a case's files: what `load_case` checks, the cues, and the shapes.

    Raises:
        CaseError: the case cannot be read at all; the message tells file and line.

    >>> validate_case("iran-nuclear").conforms
    True
    """
    folder = case_dir(name_or_dir)
    case = load_case(folder)
    files = sorted(folder.glob("*.ttl"))
    found = []
    for issue in case.issues.values():
        for cue in issue.cues:
            try:
                compile_cue(cue, case.word_lists)
            except CaseError as error:
                path = str(SG.cue if cue.sign > 0 else SG.contraryCue)
                where = place(files, issue.iri, path, cue.pattern)
                found.append(Finding("violation", issue.iri, str(error), path, None, where))
    return Report((*found, *validate_files(files).findings))


def validate_files(files: Iterable[Path]) -> Report:
    """Check RDF files, taken as one graph: Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML.

    Raises:
        StoreError: a file cannot be read, or is none of these.

    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "note.ttl"
    >>> _ = file.write_text("<urn:note> a <urn:Note> .")
    >>> validate_files([file]).findings
    ()
    """
    paths = list(files)
    triples: list[ox.Triple] = []
    for path in paths:
        syntax = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
        if syntax is None:
            raise StoreError(f"{path}: no RDF file by its name; write .ttl, .trig, .nt or .nq")
        try:
            quads = ox.parse(path.read_bytes(), format=syntax)
            triples.extend(quad.triple for quad in quads)
        except SyntaxError as error:
            raise StoreError(
                f"{path}, line {error.lineno}: cannot be read ({error.msg}); correct the file"
            ) from error
        except OSError as error:
            raise StoreError(
                f"{path}: cannot be read ({error.strerror}); check that it is a readable file"
            ) from error
    is_a, article = ox.NamedNode(str(RDF.type)), ox.NamedNode(str(SG.Article))
    number = sum((t.predicate, t.object) == (is_a, article) for t in triples)
    located = [path for path in paths if path.suffix in (".ttl", ".trig", ".nt", ".nq")]
    return Report(tuple(validate_triples(triples, located)), number, number)


def validate_store(store: GraphStore, sample: int = SAMPLE) -> Report:
    """Check a graph: its case, its runs, its standings, and at most `sample` of its articles.

    Whether dates are days, and whether the statements behind the standings are
    there, is looked at throughout.

    >>> from stancegraph.store import Store
    >>> validate_store(Store.memory())
    Report(findings=(), checked=0, articles=0)
    """
    rows = store.select("SELECT DISTINCT ?a { ?a a sg:Article } ORDER BY ?a").rows
    articles = [str(row[0]) for row in rows]
    chosen = articles
    if len(articles) > sample:
        chosen = [articles[n * len(articles) // sample] for n in range(sample)]
    left_out = set(articles) - set(chosen)
    triples = [
        quad.triple for name in store.graphs() if name not in left_out for quad in store.quads(name)
    ]
    found = [*validate_triples(triples), *_anywhere(store, left_out)]
    return Report(tuple(dict.fromkeys(found)), len(chosen), len(articles))


def _anywhere(store: GraphStore, left_out: set[str]) -> Iterator[Finding]:
    """Yield what is wrong in any graph, whether it is in the sample or not."""
    missing = """SELECT ?standing ?position { ?standing sg:basedOn ?position
                   FILTER NOT EXISTS { ?position a sg:Position } } ORDER BY ?standing ?position"""
    for standing, position in store.select(missing).rows:
        message = "rests on a statement that is not there; build the graph anew"
        yield Finding("violation", str(standing), message, str(SG.basedOn), str(position))
    for path, article in (
        ("dct:date", "?node sg:article ?article"),
        ("dct:issued", "BIND(?node AS ?article)"),
    ):
        days = f"SELECT ?node ?day ?article {{ ?node {path} ?day . {article} }}"
        for node, day, name in store.select(days).rows:
            if isinstance(day, str) and name in left_out:
                yield Finding("violation", str(node), f"has a {path} that is no day", None, day)
