"""`stancegraph export`: the statements of a graph in the formats of other tools."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from stancegraph.cli.common import Graph, counted, read_graph
from stancegraph.exceptions import OutputError


def export(
    graph: Graph,
    format: Annotated[
        Literal["statements", "dna-csv", "dna"],
        typer.Option(
            "--format",
            help="statements: CSV; dna-csv: the event list of Discourse Network Analyzer; dna: its"
            " database.",
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The file to write.", show_default=False)
    ],
    ascribed: Annotated[
        bool, typer.Option("--ascribed", help="With what others ascribe to an actor.")
    ] = False,
    past: Annotated[bool, typer.Option("--past", help="With what an actor has given up.")] = False,
) -> None:
    """Write the statements of a graph for other tools.

    Who writes the articles and unnamed others are left out, and so is, unless asked
    for, what is no present statement of the actor itself.

    Example: stancegraph export --graph build/demo --format dna --out talks.dna
    """
    from stancegraph.exchange import write_statements
    from stancegraph.statements import from_positions

    if out.exists():
        raise OutputError(f"{out}: exists already; give the path of a new file")
    _, articles = read_graph(graph)
    statements = from_positions(
        (p for _, positions in articles for p in positions), ascribed=ascribed, past=past
    )
    write_statements(out, statements, format, articles=(article for article, _ in articles))
    typer.echo(f"Written: {out}  ({counted(len(statements), 'statement')})")
