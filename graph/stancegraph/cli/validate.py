"""`stancegraph validate`: check a graph, a case or RDF files against the shapes."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stancegraph.cli.common import counted

if TYPE_CHECKING:
    from stancegraph.validation import Report


def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE...]", help="RDF files: .ttl, .trig, .nt, .nq, .jsonld."),
    ] = None,
    graph: Annotated[
        str | None,
        typer.Option(
            "--graph",
            metavar="DIR|URL",
            help="A graph that `build` wrote, or the address of a SPARQL server.",
            show_default=False,
        ),
    ] = None,
    case: Annotated[
        str | None,
        typer.Option(
            "--case",
            metavar="DIR|NAME",
            help="A case: a bundled one by name, or a folder of Turtle files.",
            show_default=False,
        ),
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option(
            "--sample",
            min=1,
            help="How many articles of a graph to check; the rest is left out, and said to be.",
            show_default="100",
        ),
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Lines to read, or JSON.")
    ] = "text",
) -> None:
    """Check a graph, a case or RDF files against the SHACL shapes of the ontology.

    Of each mistake it tells what is wrong, and in a file the line. The exit code
    is 1 where something is wrong; warnings do not count.

    Example: stancegraph validate --case mycase/
    """
    from stancegraph.validation import SAMPLE, validate_case, validate_files, validate_store

    if sum((bool(files), graph is not None, case is not None)) != 1:
        raise typer.BadParameter("give files, or --graph DIR, or --case DIR|NAME")
    if graph is not None:
        from stancegraph.store import open_store

        with open_store(graph, read_only=True) as store:
            report = validate_store(store, SAMPLE if sample is None else sample)
    elif case is not None:
        report = validate_case(case)
    else:
        report = validate_files(files or ())
    if format == "json":
        typer.echo(json.dumps(asdict(report) | {"conforms": report.conforms}, ensure_ascii=False))
    else:
        print_report(report)
    if not report.conforms:
        raise typer.Exit(1)


def print_report(report: "Report") -> None:
    """Print a line per finding, and what was looked at.

    >>> from stancegraph.validation import Report
    >>> print_report(Report((), checked=2, articles=3))
    0 violations; 0 warnings; 2 of 3 articles were checked (--sample)
    """
    for finding in report.findings:
        typer.echo(str(finding))
    wrong = sum(finding.severity == "violation" for finding in report.findings)
    told = [counted(wrong, "violation"), counted(len(report.findings) - wrong, "warning")]
    if report.articles > report.checked:
        told.append(f"{report.checked} of {report.articles} articles were checked (--sample)")
    elif report.articles:
        told.append(f"{counted(report.articles, 'article')} checked")
    typer.echo("; ".join(told))
