"""A graph in the forms in which others take it: JSON-LD and a data package of tables.

JSON-LD is written with the short names of ``ontology/context.jsonld``; read back
it is the same graph. The data package is a folder of CSV files with a
``datapackage.json`` that says what each column holds (Data Package 1.0 and Table
Schema, Frictionless Data): one row per statement, with tables of the articles,
actors and issues that it refers to. The texts of the articles are left out: they
are their publishers'; the quotations are in.
"""

import json
import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import pyoxigraph as ox
import rdflib

from stancegraph.case import Case, ontology_file
from stancegraph.delimited import number, write_rows
from stancegraph.exceptions import OutputError
from stancegraph.model import (
    ATTRIBUTIONS,
    STANCES,
    TIMES,
    Article,
    DatePrecision,
    Position,
    SpeechAct,
)
from stancegraph.outputs import written
from stancegraph.rdf import article_iri, distinct
from stancegraph.store import GraphStore, licence_node, read_case, stored

__all__ = ["context", "write_data_package", "write_json_ld"]


# --- JSON-LD ------------------------------------------------------------------------------


def context() -> dict[str, Any]:
    """Return the JSON-LD context: the short names of the vocabulary.

    >>> context()["stance"]
    {'@id': 'sg:stance', '@type': '@vocab'}
    """
    text = ontology_file("context.jsonld").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["@context"]
    return found


def write_json_ld(store: GraphStore, path: str | os.PathLike[str]) -> None:
    """Write a graph as JSON-LD 1.1 with short names, sorted; all of it passes through memory.

    Raises:
        OutputError: the file cannot be written.

    >>> from tempfile import mkdtemp
    >>> from stancegraph.rdf import reference_graph
    >>> from stancegraph.store import Store
    >>> file = Path(mkdtemp()) / "graph.jsonld"
    >>> store = Store.memory()
    >>> store.put_graph(reference_graph(Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})))
    >>> write_json_ld(store, file)
    >>> sorted(json.loads(file.read_text()))
    ['@context', '@graph', 'id']
    """
    quads = (quad for name in store.graphs() for quad in store.quads(name))
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        # rdflib warns of what its own parser and serialiser do.
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data=data, format="nquads")
        text = dataset.serialize(format="json-ld", context=context(), auto_compact=True)
    document = _ordered(json.loads(text))
    with written(path) as aside:
        aside.write_text(
            json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def _ordered(value: Any) -> Any:
    """Sort what has no order in RDF, so that equal graphs give equal files."""
    if isinstance(value, Mapping):
        return {key: value[key] if key == "@context" else _ordered(value[key]) for key in value}
    if isinstance(value, list):
        return sorted((_ordered(one) for one in value), key=json.dumps)
    return value


# --- tables -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table, as Table Schema describes it."""

    name: str
    description: str
    type: Literal["string", "date", "integer", "number", "boolean"] = "string"
    required: bool = False
    enum: tuple[str, ...] = ()
    refers: tuple[str, str] | None = None

    def descriptor(self) -> dict[str, Any]:
        limits: dict[str, Any] = {"required": True} if self.required else {}
        if self.enum:
            limits["enum"] = list(self.enum)
        told: dict[str, Any] = {
            "name": self.name,
            "type": self.type,
            "description": self.description,
        }
        return told | ({"constraints": limits} if limits else {})


_STATEMENTS = (
    _Column("id", "the statement's IRI in the graph", required=True),
    _Column("article", "id of the article", required=True, refers=("articles", "id")),
    _Column("date", "day of the statement", "date"),
    _Column("date_precision", "how far the day is known", enum=get_args(DatePrecision)),
    _Column("actor", "the actor that it counts for", required=True, refers=("actors", "id")),
    _Column("holder", "who holds it, as written"),
    _Column("holder_id", "who holds it, in the registry", refers=("actors", "id")),
    _Column("issue", "the issue", required=True, refers=("issues", "id")),
    _Column("stance", "towards the issue's proposition", required=True, enum=STANCES),
    _Column("condition", "what must happen first"),
    _Column("condition_issues", "ids of the issues that the condition names, with spaces between"),
    _Column("attribution", "whose word it is", required=True, enum=ATTRIBUTIONS),
    _Column("attributed_by", "who ascribes it", refers=("actors", "id")),
    _Column("time", "whether it is held at the article's date", required=True, enum=TIMES),
    _Column("speech_act", "what the holder does", required=True, enum=get_args(SpeechAct)),
    _Column("quote", "the words that show it", required=True),
    _Column("start", "code points before the quote in the text", "integer", required=True),
    _Column("end", "code points before the end of the quote", "integer", required=True),
    _Column("confidence", "from 0 to 1", "number", required=True),
    _Column("extractor", "the method that found it"),
)
_ARTICLES = (
    _Column("id", "the article's id", required=True),
    _Column("iri", "the article's IRI in the graph", required=True),
    _Column("date", "day of publication", "date"),
    _Column("title", "title"),
    _Column("publisher", "publisher"),
    _Column("url", "address"),
    _Column("language", "language tag"),
    _Column("speaker", "whose words the text is, as its metadata say"),
)
_ACTORS = (
    _Column("id", "the actor's id", required=True),
    _Column("iri", "the actor's IRI in the graph", required=True),
    _Column("kind", "bloc, state, institution, group or person", required=True),
    _Column("label", "name", required=True),
    _Column("bloc", "the bloc that it speaks for", refers=("actors", "id")),
    _Column("wikidata", "item of Wikidata"),
)
_ISSUES = (
    _Column("id", "the issue's id", required=True),
    _Column("iri", "the issue's IRI in the graph", required=True),
    _Column("group", "group of issues", required=True),
    _Column("label", "name", required=True),
    _Column("proposition", "what one can support or oppose", required=True),
    _Column("definition", "what belongs to it"),
)


def write_data_package(
    store: GraphStore, folder: str | os.PathLike[str], *, licence: str | None = None
) -> int:
    """Write the statements of a graph as a data package into a new folder; return their number.

    `licence` is the IRI of the licence under which the data are published. Cells
    without a value are empty; a value that is an empty text is too.

    Raises:
        OutputError: the folder is there already or cannot be written.
        StoreError: the graph is damaged, or the licence is no IRI.

    >>> from tempfile import mkdtemp
    >>> from stancegraph.store import open_store
    >>> folder = Path(mkdtemp()) / "package"
    >>> with open_store("build/demo") as store:
    ...     write_data_package(store, folder) > 0
    True
    >>> sorted(path.name for path in folder.iterdir())
    ['actors.csv', 'articles.csv', 'datapackage.json', 'issues.csv', 'statements.csv']
    """
    if licence is not None:
        licence_node(licence)  # a consumer could make nothing of another
    target = Path(folder)
    if target.exists():
        raise OutputError(f"{target}: exists already; give the path of a new folder")
    case = read_case(store)
    articles: list[list[str]] = []
    statements: list[list[str]] = []
    for article, positions in stored(store, case):
        articles.append(_article(article))
        found = distinct(positions, case)
        statements.extend(_statement(iri, position) for iri, position in found.items())
    tables = (
        ("statements", "who holds which stance on which issue", _STATEMENTS, statements),
        ("articles", "the articles that were read, without their texts", _ARTICLES, articles),
        ("actors", "who can take a position, and for whom they speak", _ACTORS, _actors(case)),
        ("issues", "the propositions", _ISSUES, _issues(case)),
    )
    with written(target) as aside:
        aside.mkdir(parents=True)
        for name, _, columns, rows in tables:
            with (aside / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                write_rows(file, [[column.name for column in columns], *rows])
        package: dict[str, Any] = {
            "profile": "tabular-data-package",
            "name": _name(case.id),
            "id": case.iri,
            "title": case.title,
            "version": case.version,
            "resources": [_resource(name, told, columns) for name, told, columns, _ in tables],
        }
        if licence is not None:
            package["licenses"] = [{"path": licence}]
        (aside / "datapackage.json").write_text(
            json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return len(statements)


def _name(text: str) -> str:
    """Write a name as the standard asks: lower case, letters and digits, with ``-``."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())
    return kept.strip("-") or "graph"


def _resource(name: str, title: str, columns: Sequence[_Column]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [column.descriptor() for column in columns],
        "missingValues": [""],
        "primaryKey": "id",
    }
    keys = [
        {
            "fields": column.name,
            # A table refers to itself by an empty name.
            "reference": {
                "resource": "" if column.refers[0] == name else column.refers[0],
                "fields": column.refers[1],
            },
        }
        for column in columns
        if column.refers is not None
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _cells(values: Iterable[object]) -> list[str]:
    return ["" if value is None else str(value) for value in values]


def _statement(iri: str, p: Position) -> list[str]:
    return _cells(
        (
            iri, p.article, p.date, p.date_precision, p.actor, p.holder, p.holder_id, p.issue,
            p.stance, p.condition, " ".join(p.condition_issues), p.attribution, p.attributed_by,
            p.time, p.speech_act, p.quote, p.start, p.end, number(p.confidence), p.extractor,
        )
    )  # fmt: skip


def _article(a: Article) -> list[str]:
    known = (a.date, a.title, a.publisher, a.url, a.language, a.speaker)
    return _cells((a.id, article_iri(a.id), *known))


def _actors(case: Case) -> list[list[str]]:
    return [
        _cells((a.id, a.iri, a.kind, a.label, a.bloc, a.wikidata)) for a in case.actors.values()
    ]


def _issues(case: Case) -> list[list[str]]:
    return [
        _cells((i.id, i.iri, i.group, i.label, i.proposition, i.definition))
        for i in case.issues.values()
    ]
