"""Pages of the documentation that are made from what they describe.

mkdocs calls the `on_…` functions. The reference of the commands comes from the command line
itself, that of the vocabulary and the cases from the Turtle, that of Python from the
docstrings, and the notebooks as they were run; so none of them can fall behind.
"""

import posixpath
import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "ontology"

#: Files outside of docs/ that are pages of the documentation, and the pages' names.
COPIED = {
    "ontology/CODEBOOK.md": "codebook.md",
    "ontology/lexicon/en/README.md": "lexicon.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made."""
    made = {
        "reference/commands.md": commands(),
        "reference/named-queries.md": queries(),
        "reference/ontology.md": ontology(),
        "reference/python.md": python_index(),
        **{f"reference/{name}.md": python_page(name) for name in modules()},
        **{f"reference/case-{d.name}.md": case_page(d) for d in cases()},
        **{page: (ROOT / source).read_text(encoding="utf-8") for source, page in COPIED.items()},
    }
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for name, content in notebook_pages(notebook).items():
            files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Let links that leave docs/ lead to the pages made of those files, or be plain text."""
    here = posixpath.dirname(page.file.src_uri)
    origin = {made: source for source, made in COPIED.items()}.get(page.file.src_uri)
    base = posixpath.dirname(origin) if origin else posixpath.join("docs", here)

    def led(match: re.Match[str]) -> str:
        words, target, anchor = match["words"], match["target"], match["anchor"] or ""
        place = posixpath.normpath(posixpath.join(base, target))
        if place in COPIED:
            page_name = COPIED[place]
        elif place.startswith("notebooks/") and place.endswith(".ipynb"):
            page_name = place.removesuffix("ipynb") + "md"
        elif place.startswith("docs/"):
            page_name = place.removeprefix("docs/")
        else:  # a file of the repository that is no page
            return f"{words} (`{place}`)"
        return f"[{words}]({posixpath.relpath(page_name, here or '.')}{anchor})"

    link = (
        r"(?<!!)\[(?P<words>[^\]\n]+)\]"
        r"\((?P<target>(?!https?:|mailto:|#)[^)#\s]+)(?P<anchor>#[^)\s]*)?\)"
    )
    return re.sub(link, led, markdown)


# --- the command line ----------------------------------------------------------------------


def commands() -> str:
    """Describe every command, as its help does."""
    import typer
    from typer.cli import get_docs_for_click

    from stancegraph.cli import app

    command = typer.main.get_command(app)
    text = get_docs_for_click(
        obj=command, ctx=typer.Context(command, info_name="stancegraph"), name="stancegraph"
    )
    return text.replace("# `stancegraph`", "# Commands", 1)


def queries() -> str:
    """List the named queries with their parameters and columns, as their headers do."""
    from stancegraph.queries import catalogue

    parts = [
        (
            "# Named queries\n\nEach is a question to a graph:"
            " `stancegraph query NAME --graph DIR`,"
            " with a parameter as `--param NAME=VALUE`; in Python `queries.run(store, NAME, {…})`"
            " for a data frame, or the function of the same name for records. Every parameter may"
            " be left out; several values of one mean any of these. Days belong to the period that"
            " they bound. The ids of actors and issues are those of the case.\n"
        )
    ]
    for query in catalogue():
        parts.append(f"## {query.name}\n\n{query.description}\n")
        for what, fields in (("parameter", query.parameters), ("column", query.columns)):
            if fields:
                rows = ((f.name, f.kind.replace("_", " "), f.description) for f in fields)
                parts.append(table((what, "type", "what it is"), rows))
    return "\n".join(parts)


# --- Python ----------------------------------------------------------------------------------


def modules() -> list[str]:
    """Name the public modules, the command line apart, which has a page of its own."""
    package = ROOT / "graph" / "stancegraph"
    names = []
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        if parts[-1] == "__init__":
            parts = parts[:-1]
        if parts and parts[0] not in ("cli", "__main__") and "__all__" in file.read_text("utf-8"):
            names.append(".".join(parts))
    return names


def python_index() -> str:
    """List the modules with what each is for."""
    import ast

    rows = []
    for name in modules():
        file = ROOT / "graph" / "stancegraph" / Path(*name.split("."))
        source = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
        told = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
        rows.append(f"| [`stancegraph.{name}`]({name}.md) | {told.splitlines()[0]} |")
    head = (
        "# Python\n\nWhat can be imported, with examples that run. Names that begin with an"
        " underscore, and the modules of the command line, may change without notice.\n\n"
        "| module | what it is for |\n|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"


def python_page(name: str) -> str:
    """Document one module from its docstrings."""
    return f"# `stancegraph.{name}`\n\n::: stancegraph.{name}\n"


# --- the vocabulary and the cases ------------------------------------------------------------


def cell(value: object) -> str:
    """Write a value into a cell of a table, whatever it holds."""
    return escape(" ".join(str(value).split())).replace("|", "&#124;")


def plain(value: object) -> str:
    """Write a value of the Turtle so that neither Markdown nor HTML is seen in it."""
    words = " ".join(str(value).split())
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in words)


def table(
    head: Iterable[str], rows: Iterable[Iterable[object]], write: Callable[[object], str] = cell
) -> str:
    """Lay out a table in Markdown."""
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *([write(v) for v in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def ontology() -> str:
    """Describe every class, property and value of the vocabulary."""
    from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

    graph = Graph().parse(ONTOLOGY / "core.ttl")
    [subject] = graph.subjects(RDF.type, OWL.Ontology)
    dct = "http://purl.org/dc/terms/"

    def told(term: Any, *properties: URIRef) -> str:
        return next((str(v) for p in properties for v in graph.objects(term, p)), "")

    def short(term: Any) -> str:
        name = graph.namespace_manager.curie(term) if isinstance(term, URIRef) else ""
        return name or ""

    def many(term: Any, relation: URIRef) -> str:
        return ", ".join(sorted(filter(None, map(short, graph.objects(term, relation)))))

    def terms(kind: URIRef) -> list[Any]:
        return sorted(t for t in graph.subjects(RDF.type, kind) if isinstance(t, URIRef))

    head = (
        f"# Vocabulary\n\n{plain(told(subject, URIRef(dct + 'description')))}\n\n"
        f"Namespace `{subject}`, prefix `sg:`, version {told(subject, OWL.versionInfo)};"
        " the file is `ontology/core.ttl`.\n"
    )
    parts = [
        head,
        "## Classes\n",
        table(
            ("class", "definition", "kind of"),
            ((short(t), told(t, RDFS.comment), many(t, RDFS.subClassOf)) for t in terms(OWL.Class)),
            plain,
        ),
    ]
    for title, kind in (
        ("Properties between things", OWL.ObjectProperty),
        ("Properties with values", OWL.DatatypeProperty),
    ):
        rows = (
            (short(t), told(t, RDFS.comment), many(t, RDFS.domain), many(t, RDFS.range))
            for t in terms(kind)
        )
        parts += [f"## {title}\n", table(("property", "definition", "of", "leads to"), rows, plain)]
    values = [t for t in terms(SKOS.Concept) if (t, RDF.type, SKOS.ConceptScheme) not in graph]
    rows_of_values = (
        (
            short(t),
            ", ".join(short(k) for k in graph.objects(t, RDF.type) if short(k).startswith("sg:")),
            told(t, RDFS.comment, SKOS.definition),
        )
        for t in sorted(values, key=lambda t: (many(t, RDF.type), t))
    )
    parts += ["## Values\n", table(("value", "is a", "definition"), rows_of_values, plain)]
    return "\n".join(parts)


def cases() -> list[Path]:
    """Find the bundled cases."""
    return sorted(d for d in (ONTOLOGY / "cases").iterdir() if d.is_dir())


def case_page(folder: Path) -> str:
    """Describe the issues and the actors of a case."""
    from stancegraph.case import load_case

    case = load_case(folder)
    parts = [
        f"# {plain(case.title)}\n\nThe case {plain(case.id)}, version {plain(case.version)}, from"
        f" `ontology/cases/{folder.name}`. Compared are "
        + ", ".join(plain(f"{case.actors[a].label} ({a})") for a in case.compared)
        + ".\n",
        "## Issues\n\nAn issue is a proposition, which an actor can support or oppose.\n",
    ]
    for group, label in case.groups.items():
        rows = (
            (i.id, i.proposition, i.definition, i.support_means, i.oppose_means)
            for i in case.issues.values()
            if i.group == group
        )
        head = ("id", "proposition", "definition", "to support it", "to oppose it")
        parts += [f"### {plain(label)}\n", table(head, rows, plain)]
    parts.append("## Actors\n\nWho speaks for whom.\n")
    by_kind: dict[str, list[Any]] = {}
    for actor in case.actors.values():
        by_kind.setdefault(actor.kind, []).append(actor)
    for kind, actors in by_kind.items():
        rows_of_actors = (
            (a.id, a.label, "; ".join(a.aliases[1:4]), ", ".join(a.parents), offices(a))
            for a in sorted(actors, key=lambda a: a.id)
        )
        head_of_actors = ("id", "name", "also called", "speaks for", "offices")
        parts += [f"### {kind.capitalize()}\n", table(head_of_actors, rows_of_actors, plain)]
    return "\n".join(parts)


def offices(actor: Any) -> str:
    """Name the offices of a person with their days."""
    told = (
        f"{office.titles[0]}, {office.body} ({office.start or '…'} to {office.end or '…'})"
        for office in actor.offices
    )
    return "; ".join(told)


# --- the notebooks ---------------------------------------------------------------------------


def notebook_pages(notebook: Path) -> dict[str, str | bytes]:
    """Turn a notebook with its outputs into a page and its pictures."""
    from nbconvert import MarkdownExporter

    folder = f"{notebook.stem}_files"
    body, resources = MarkdownExporter().from_filename(
        str(notebook), resources={"output_files_dir": folder}
    )
    pages: dict[str, str | bytes] = {f"notebooks/{notebook.stem}.md": body}
    for name, content in resources["outputs"].items():
        pages[f"notebooks/{name}"] = content
    return pages
