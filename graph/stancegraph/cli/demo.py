"""`stancegraph demo`: the whole path on the bundled articles."""

from pathlib import Path
from typing import Annotated

import typer

from stancegraph.cli.build import build_graph
from stancegraph.cli.common import Extracted, LeftOut, load_case, print_table
from stancegraph.exceptions import OutputError


def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the page and the graph.")
    ] = Path("build/demo"),
) -> None:
    """Show the whole path on the bundled articles: graph, agreement table, page.

    Example: stancegraph demo && open build/demo/stancegraph.html
    """
    from stancegraph.agreement import agreement_table
    from stancegraph.view import page, read_events, write_page

    left_out = LeftOut()
    case = load_case(None)
    extracted: list[Extracted] = []
    build_graph([_bundled("articles")], out, case, None, left_out, keep=extracted)
    articles = [article for article, _ in extracted]
    positions = [position for _, found in extracted for position in found]
    table = agreement_table(positions, case)
    print_table(table.title, table.columns, table.rows)
    typer.echo("A machine read this and errs; the page has the quotations behind every figure.")
    file = out / "stancegraph.html"
    marked = _bundled("events") / f"{case.id}.csv"
    events = read_events(marked) if marked.exists() else []
    write_page(file, page(articles, positions, case, events=events))
    typer.echo(f"Page:  {file}  (open it in a browser)")
    left_out.leave()


def _bundled(name: str) -> Path:
    """Find a folder of the bundled data: inside an installed package, else in the source tree."""
    package = Path(__file__).parents[1]
    for data in (package / "data", package.parents[1] / "data"):
        if (data / name).is_dir():
            return data / name
    raise OutputError(f"the bundled {name} are not in this installation; install the package anew")
