"""`stancegraph view`: write the page."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from stancegraph.cli.common import GraphPlace, a_day, read_graph


def view(
    graph: GraphPlace,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")],
    evidence: Annotated[
        Literal["full", "snippet", "quote"],
        typer.Option(
            "--evidence",
            help="How much of each article the page carries: all of it, the words around each"
            " quote, or the quotes alone.",
        ),
    ] = "full",
    network: Annotated[
        Literal["interactive", "picture"],
        typer.Option(
            "--network",
            help="The network as one that answers to the pointer, or as a picture: then the file"
            " carries no library and is smaller.",
        ),
    ] = "interactive",
    actor: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            metavar="ID",
            help="Only this actor, and those named so besides; compared in this order.",
            show_default=False,
        ),
    ] = None,
    issue: Annotated[
        list[str] | None,
        typer.Option(
            "--issue",
            metavar="ID",
            help="Only this issue or group of issues; may be repeated.",
            show_default=False,
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="Leave out what was said before, such as 2025-01-31, or without a date.",
            show_default=False,
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="DATE", help="Leave out what was said after.", show_default=False
        ),
    ] = None,
    events: Annotated[
        Path | None,
        typer.Option(
            "--events",
            metavar="FILE",
            help="Events to mark in the shifts: CSV with the columns date and label.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write the page: who stands where, with the evidence, in one offline HTML file.

    Example: stancegraph view --graph build/mine --out positions.html
    """
    from stancegraph.exceptions import CaseError
    from stancegraph.view import check_actors, check_issues, page, read_events, write_page

    first, last = a_day(start, "--from"), a_day(end, "--to")
    if first and last and last < first:
        raise typer.BadParameter(f"{end} is before --from {start}", param_hint="--to")
    marked = read_events(events) if events else []
    case, extracted = read_graph(graph)
    articles = [article for article, _ in extracted]
    positions = [position for _, found in extracted for position in found]
    try:
        check_actors(actor or (), positions, case)
    except CaseError as error:
        raise typer.BadParameter(str(error), param_hint="--actor") from error
    try:
        check_issues(issue or (), case)
    except CaseError as error:
        raise typer.BadParameter(str(error), param_hint="--issue") from error
    made = page(
        articles,
        positions,
        case,
        evidence=evidence,
        actors=actor or None,
        issues=issue or None,
        since=first,
        as_of=last,
        events=marked,
        network=network,
    )
    write_page(out, made)
    typer.echo(f"Page: {out}")
