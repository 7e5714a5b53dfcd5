"""`stancegraph query`: ask the graph a question."""

from typing import TYPE_CHECKING, Annotated

import typer

from stancegraph.cli.common import TableFormat, counted, print_frame

if TYPE_CHECKING:
    from stancegraph.queries import Query


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME_OR_FILE",
            help="positions, latest-stance, agreement or any other that --list shows, or a file"
            " of your own SPARQL.",
            show_default=False,
        ),
    ] = None,
    graph: Annotated[
        str | None,
        typer.Option(
            "--graph",
            metavar="DIR|URL",
            help="The folder that `stancegraph build` wrote, or the address of a SPARQL server.",
            show_default=False,
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="KEY=VALUE", help="A parameter; may be repeated."),
    ] = None,
    format: TableFormat = "table",
    listed: Annotated[
        bool,
        typer.Option("--list", help="Show the named questions with their parameters and leave."),
    ] = False,
) -> None:
    """Ask the graph a named question, or one of your own in SPARQL.

    Values are bound to the query's variables, never pasted into its text. An
    unknown name or parameter is answered with the list of the known ones.
    `stancegraph query NAME --list` shows what one question takes and answers.

    Example: stancegraph query positions --graph build/mine --param issue=new-sanctions
    """
    from stancegraph.queries import catalogue, find, run
    from stancegraph.store import open_store

    if listed:
        if name is None:
            for one in catalogue():
                _show(one, columns=False)
        else:
            _show(find(name), columns=True)
        return
    if name is None:
        raise typer.BadParameter(
            "give a question; `stancegraph query --list` shows them", param_hint="NAME_OR_FILE"
        )
    if graph is None:
        raise typer.BadParameter("say which graph to ask", param_hint="--graph")
    params = dict(_split_param(text) for text in param or ())
    with open_store(graph, read_only=True) as store:
        frame = run(store, name, params)
    print_frame(f"{name}: {counted(len(frame), 'row')}", frame, format)


def _show(query: "Query", *, columns: bool) -> None:
    """Print what a named question asks, takes and, if wanted, answers."""
    typer.echo(f"{query.name}: {query.description}")
    for parameter in query.parameters:
        typer.echo(f"  --param {parameter.name}=({parameter.kind}): {parameter.description}")
    for column in query.columns if columns else ():
        typer.echo(f"  column {column.name} ({column.kind}): {column.description}")
    typer.echo()


def _split_param(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise typer.BadParameter(f"{text!r}: write KEY=VALUE", param_hint="--param")
    return key, value
