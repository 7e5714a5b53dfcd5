"""`stancegraph network`: a discourse network of a graph or of a table of statements."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stancegraph.cli.common import read_graph, tell
from stancegraph.exceptions import OutputError

if TYPE_CHECKING:
    from stancegraph.networks.windows import Unit, Window
    from stancegraph.statements import Statements


def network(
    graph: Annotated[
        Path | None,
        typer.Option(
            "--graph",
            metavar="DIR",
            help="The folder that `stancegraph build` wrote.",
            show_default=False,
        ),
    ] = None,
    statements: Annotated[
        Path | None,
        typer.Option(
            "--statements",
            metavar="FILE",
            help="A table of statements instead: CSV with document, date, person, organization,"
            " concept and agreement, DNA's event list, or a .dna database.",
            show_default=False,
        ),
    ] = None,
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
    start: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="The first day, such as 2025-01-31.", show_default=False
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="The last day, included.", show_default=False),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            metavar="COLUMN=VALUE",
            help="Leave these statements out; may be repeated.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="COLUMN=VALUE",
            help="Keep no others; may be repeated.",
            show_default=False,
        ),
    ] = None,
    isolates: Annotated[
        bool, typer.Option("--isolates", help="Keep nodes whose statements were all left out.")
    ] = False,
    format: Annotated[
        Literal["csv", "graphml", "gexf", "json"],
        typer.Option("--format", help="How to write the network."),
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

    CSV is the matrix with its labels; with --window, it is one row for each tie of
    each window. The measures are defined in docs/networks.md.

    Example: stancegraph network --graph build/demo --mode one --aggregation congruence
    --normalization average
    """
    if (graph is None) == (statements is None):
        raise typer.BadParameter("give either a graph or a table of statements",
                                 param_hint="--graph or --statements")  # fmt: skip
    from stancegraph.networks import files, matrices, windows

    try:
        matrices.check(mode, aggregation, normalization)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--aggregation, --normalization") from error
    unit, width = _window(window)
    first, last = _day(start, "--from"), _day(end, "--to")
    if first is not None and last is not None and last < first:
        raise typer.BadParameter(f"{end} is before --from {start}", param_hint="--to")
    if kernel is not None and unit is None:
        raise typer.BadParameter("a kernel needs a --window to weigh", param_hint="--kernel")
    if unit is not None and format in ("graphml", "gexf") and out is None:
        raise typer.BadParameter(f"the windows of {format} need a folder", param_hint="--out")
    table, labels = _read(graph, statements)
    excluded, kept = (_filters(table, given, option) for given, option in
                      ((exclude, "--exclude"), (only, "--only")))  # fmt: skip
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
    elif out is not None:
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


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is not a date; write it as 2025-01-31", param_hint=option
        ) from error


def _read(graph: Path | None, statements: Path | None) -> "tuple[Statements, dict[str, str]]":
    """Give the statements, and what to show for their ids."""
    if statements is not None:
        from stancegraph.exchange import read_statements

        return read_statements(statements), {}
    from stancegraph.statements import from_positions

    assert graph is not None
    case, articles = read_graph(graph)
    labels = {issue.id: issue.label for issue in case.issues.values()}
    labels |= {actor.id: actor.label for actor in case.actors.values()}
    return from_positions(p for _, positions in articles for p in positions), labels


def _filters(table: "Statements", given: list[str] | None, option: str) -> dict[str, list[object]]:
    from stancegraph.statements import STANCE_VALUES

    filters: dict[str, list[object]] = {}
    for text in given or ():
        column, equals, value = text.partition("=")
        if not equals or column not in table.rows:
            raise typer.BadParameter(
                f"{text!r}: write COLUMN=VALUE with a column of {', '.join(map(str, table.rows))}",
                param_hint=option,
            )
        known: object = value
        if column == "date":
            known = _day(value, option)
        elif column == "agreement":
            words = {str(stance): number for stance, number in STANCE_VALUES.items()}
            if table.scale.binary:
                words = {"oppose": 0.0, "support": 1.0}
            try:
                known = words[value] if value in words else float(value)
            except ValueError as error:
                raise typer.BadParameter(
                    f"{text!r}: an agreement is a stance or a number", param_hint=option
                ) from error
        filters.setdefault(column, []).append(known)
    return filters


def _write(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"{out}: cannot be written ({error.strerror}); give a path in a folder of yours"
        ) from error


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
