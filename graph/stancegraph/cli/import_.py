"""`stancegraph import`: hand-coded statements as a graph."""

from pathlib import Path
from typing import Annotated

import typer

from stancegraph.cli.common import counted, load_case, tell
from stancegraph.exceptions import OutputError, StatementsError


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Coded statements: CSV with document, date, person, organization, concept and"
            " agreement, DNA's event list, or a .dna database.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="Folder for the graph; replaced as a whole."),
    ],
    case: Annotated[
        str | None,
        typer.Option(
            "--case",
            metavar="DIR|NAME",
            help="The negotiation whose actors and issues are meant. Without it, every"
            " organization is an actor and every concept an issue.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a graph of statements that were coded by hand, here or in DNA.

    The folder then holds the graph, as `build` writes it, and statements.csv, the
    table for `network --statements`. Positions quote the words that were coded; a
    table without words is quoted itself.

    Example: stancegraph import coded.dna --out build/coded
    """
    from stancegraph.exchange import read_project
    from stancegraph.exchange.coding import case_of, code
    from stancegraph.exchange.tables import write_table
    from stancegraph.store import build_store

    project = read_project(file)
    if not len(project.statements):
        raise StatementsError(f"{file}: holds no statement; nothing was written")
    known = case_of(project.statements, file.stem) if case is None else load_case(case)
    try:
        coding = code(project, known)
    except StatementsError as error:
        raise StatementsError(f"{file}: {error}") from error
    for told in coding.left_out:
        tell(f"{file}: {told}")
    summary = build_store(out, coding.articles, known)
    try:
        write_table(out / "statements.csv", project.statements)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror})") from error
    typer.echo(
        f"Graph: {out / 'graph.trig'}  ({counted(summary.articles, 'article')},"
        f" {counted(summary.positions, 'position')}, {summary.triples} triples)"
    )
    typer.echo(
        f"Table: {out / 'statements.csv'}  ({counted(len(project.statements), 'statement')})"
    )
    became = sum(len(positions) for _, positions in coding.articles)
    if summary.positions < became:
        tell(
            f"{became - summary.positions} of the statements say the same of the same words as"
            " another; they are one position in the graph"
        )
    if coding.left_out:
        raise typer.Exit(1)
