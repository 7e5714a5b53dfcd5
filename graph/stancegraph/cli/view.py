"""`stancegraph view`: write the page."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from stancegraph.cli.common import Graph, read_graph


def view(
    graph: Graph,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")],
    evidence: Annotated[
        Literal["full", "snippet", "quote"],
        typer.Option(
            "--evidence",
            help="How much of each article the page carries: all of it, the words around each"
            " quote, or the quotes alone.",
        ),
    ] = "full",
) -> None:
    """Write the page: who stands where, with the evidence, in one offline HTML file.

    Example: stancegraph view --graph build/mine --out positions.html
    """
    from stancegraph.view import write_page

    case, extracted = read_graph(graph)
    articles = [article for article, _ in extracted]
    positions = [position for _, found in extracted for position in found]
    write_page(out, articles, positions, case, evidence=evidence)
    typer.echo(f"Page: {out}")
