"""`stancegraph network`: a discourse network of a graph or of a table of statements."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stancegraph.cli.common import tell
from stancegraph.cli.sources import (
    Exclude,
    From,
    GraphOption,
    Only,
    StatementsOption,
    To,
    days,
    filters,
    one_source,
    read_source,
)
from stancegraph.exceptions import OutputError
from stancegraph.outputs import written

if TYPE_CHECKING:
    from stancegraph.networks.windows import Unit, Window


def network(
    graph: GraphOption = None,
    statements: StatementsOption = None,
    mode: Annotated[
        Literal["two", "one"],
        typer.Option("--mode", help="Nodes by issues, or nodes by nodes."),
    ] = "two",
    nodes: Annotated[
        Literal["actor", "issue", "holder"],
        typer.Option("--nodes", help="The rows: organizations, concepts or persons."),
    ] = "actor",
    aggregation: Annotated[
        Literal["ignore", "combine", "congruence", "conflict", "subtract"],
        typer.Option("--aggregation", help="What becomes of agreement and disagreement."),
    ] = "ignore",
    normalization: Annotated[
        Literal["none", "activity", "prominence", "average", "jaccard", "cosine", "dna-cosine"],
        typer.Option("--normalization", help="What the cells are divided by."),
    ] = "none",
    duplicates: Annotated[
        Literal["include", "document", "week", "month", "year", "acrossrange"],
        typer.Option("--duplicates", help="Within what a repeated statement counts once."),
    ] = "include",
    window: Annotated[
        str | None,
        typer.Option(
            "--window",
            metavar="UNIT:WIDTH",
            help="A network for each place of a moving window: days, weeks, months, years or"
            " events, such as days:90.",
            show_default=False,
        ),
    ] = None,
    kernel: Annotated[
        Literal["uniform", "epanechnikov", "triangular", "gaussian"] | None,
        typer.Option(
            "--kernel", help="Weigh the statements of a window by nearness.", show_default=False
        ),
    ] = None,
    start: From = None,
    end: To = None,
    exclude: Exclude = None,
    only: Only = None,
    isolates: Annotated[
        bool, typer.Option("--isolates", help="Keep nodes whose statements were all left out.")
    ] = False,
    format: Annotated[
        Literal["csv", "graphml", "gexf", "json", "edges", "nodes"],
        typer.Option("--format", help="How to write the network; edges and nodes are CSV lists."),
    ] = "csv",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="PATH",
            help="A file to write; a folder for the windows of graphml and gexf.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a discourse network: actors by issues, or who stands with whom.

    CSV is the matrix with its labels; with --window, a row for each tie of each
    window. The measures are defined in docs/networks.md.

    Example: stancegraph network --graph build/demo --mode one --aggregation subtract
    """
    one_source(graph, statements)
    from stancegraph.networks import files, matrices, windows

    try:
        matrices.check(mode, aggregation, normalization)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--aggregation, --normalization") from error
    unit, width = _window(window)
    first, last = days(start, end)
    if kernel is not None and unit is None:
        raise typer.BadParameter("a kernel needs a --window to weigh", param_hint="--kernel")
    if unit is not None and format in ("edges", "nodes"):
        raise typer.BadParameter(
            "the ties of windows are listed as csv; take that", param_hint="--format"
        )
    if unit is not None and format in ("graphml", "gexf") and out is None:
        raise typer.BadParameter(f"the windows of {format} need a folder", param_hint="--out")
    table, labels = read_source(graph, statements)
    excluded, kept = filters(table, exclude, "--exclude"), filters(table, only, "--only")
    if unit is None:
        made = matrices.network(
            table,
            mode=mode,
            nodes=nodes,
            aggregation=aggregation,
            normalization=normalization,
            duplicates=duplicates,
            start=first,
            end=last,
            exclude=excluded,
            keep=kept,
            isolates=isolates,
        )
        if not made.n:
            tell("no statement is left; the network is empty")
        if format == "csv":
            text = files.csv_matrix(made)
        elif format == "json":
            text = files.json_network(made)
        elif format == "edges":
            text = files.edge_list(made)
        elif format == "nodes":
            text = files.node_list(made, labels)
        else:
            text = files.xml_graph(made, format, labels)
        _write(text, out)
        return
    from stancegraph.statements import prepare

    prepared = prepare(
        table,
        nodes=nodes,
        start=first,
        end=last,
        exclude=excluded,
        keep=kept,
        duplicates=duplicates,
        stance_matters=aggregation != "ignore",
    )
    try:
        if kernel is None:
            moved = windows.move(
                prepared,
                unit,
                width,
                mode=mode,
                nodes=nodes,
                aggregation=aggregation,
                normalization=normalization,
                start=first,
                end=last,
                isolates=isolates,
            )
        else:
            moved = windows.smooth(
                prepared,
                unit,
                width,
                kernel,
                mode=mode,
                nodes=nodes,
                aggregation=aggregation,
                normalization=normalization,
                start=first,
                end=last,
            )
        places = list(moved)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--window, --kernel") from error
    if not places:
        tell("no window of this width lies inside the range")
    if format == "csv":
        _write(files.csv_windows(places), out)
    elif format == "json":
        _write(files.json_windows(places), out)
    elif format in ("graphml", "gexf") and out is not None:
        _write_folder(places, format, labels, out)


def _window(text: str | None) -> "tuple[Unit | None, int]":
    if text is None:
        return None, 0
    from stancegraph.networks.windows import UNITS

    unit, _, width = text.partition(":")
    for known in UNITS:
        if unit == known and width.isdecimal() and int(width) > 0:
            return known, int(width)
    raise typer.BadParameter(
        f"{text!r}: write UNIT:WIDTH, such as days:90; units are {', '.join(UNITS)}",
        param_hint="--window",
    )


def _write(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text, nl=False)
        return
    with written(out) as aside:
        aside.write_text(text, encoding="utf-8")


def _write_folder(
    places: "list[Window]", format: Literal["graphml", "gexf"], labels: dict[str, str], out: Path
) -> None:
    """Write a file for each window, numbered in order."""
    from stancegraph.networks.files import xml_graph

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{out}: is no folder to write into ({error.strerror}); give another"
        ) from error
    digits = len(str(len(places)))
    for at, window in enumerate(places, start=1):
        name = f"{at:0{digits}}_{window.first}_{window.last}.{format}"
        _write(xml_graph(window.network, format, labels), out / name)
