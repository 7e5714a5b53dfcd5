"""`stancegraph query`: ask the graph a question."""

from typing import Annotated

import typer

from stancegraph.cli.common import Graph, TableFormat, counted, print_frame


def query(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME_OR_FILE",
            help="positions, latest-stance, agreement, divergence, evidence, actors, issues,"
            " articles, or a file of your own SPARQL.",
            show_default=False,
        ),
    ],
    graph: Graph,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="KEY=VALUE", help="A parameter; may be repeated."),
    ] = None,
    format: TableFormat = "table",
) -> None:
    """Ask the graph a named question, or one of your own in SPARQL.

    Values are bound to the query's variables, never pasted into its text. An
    unknown name or parameter is answered with the list of the known ones.

    Example: stancegraph query positions --graph build/mine --param issue=new-sanctions
    """
    from stancegraph.queries import run
    from stancegraph.store import Store

    params = dict(_split_param(text) for text in param or ())
    with Store.open(graph, read_only=True) as store:
        frame = run(store, name, params)
    print_frame(f"{name}: {counted(len(frame), 'row')}", frame, format)


def _split_param(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise typer.BadParameter(f"{text!r}: write KEY=VALUE", param_hint="--param")
    return key, value
