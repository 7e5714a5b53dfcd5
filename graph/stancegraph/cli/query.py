"""`stancegraph query`: ask the graph a question."""

import json
from typing import Annotated, Literal

import typer

from stancegraph.cli.common import Graph, counted, print_table


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
    format: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", help="How to print the rows.")
    ] = "table",
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
    if format == "csv":
        typer.echo(frame.to_csv(index=False), nl=False)
    elif format == "json":
        records = frame.astype(object).where(frame.notna(), None).to_dict("records")
        typer.echo(json.dumps(records, ensure_ascii=False, indent=1, default=str))
    else:
        rows = ([_cell(value) for value in row] for row in frame.itertuples(index=False))
        print_table(f"{name}: {counted(len(frame), 'row')}", list(frame.columns), rows)


def _split_param(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise typer.BadParameter(f"{text!r}: write KEY=VALUE", param_hint="--param")
    return key, value


def _cell(value: object) -> str:
    """Write a value for a person: nothing where there is none, no more digits than can matter."""
    if isinstance(value, float):
        # A missing number is NaN here, as pandas has it.
        return "" if value != value else f"{value:.3f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)
