"""`stancegraph export`: a graph, or its statements, in the formats of other tools."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from stancegraph.cli.common import GraphPlace, counted, read_graph
from stancegraph.exceptions import OutputError

_Statements = Literal["statements", "dna-csv", "dna"]


def export(
    graph: GraphPlace,
    format: Annotated[
        Literal[
            "turtle",
            "trig",
            "nquads",
            "jsonld",
            "dcat",
            "datapackage",
            "statements",
            "dna-csv",
            "dna",
        ],
        typer.Option(
            "--format",
            help="turtle, trig, nquads, jsonld: the graph. dcat: its description for catalogues"
            " (DCAT and VoID, Turtle). datapackage: a folder of CSV tables described by"
            " datapackage.json. statements: one CSV. dna-csv: the event list of Discourse Network"
            " Analyzer; dna: its database.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="PATH",
            help="The file to write; for datapackage the folder.",
            show_default=False,
        ),
    ],
    ascribed: Annotated[
        bool,
        typer.Option("--ascribed", help="Statements with what others ascribe to an actor."),
    ] = False,
    past: Annotated[
        bool, typer.Option("--past", help="Statements with what an actor has given up.")
    ] = False,
    licence: Annotated[
        str | None,
        typer.Option(
            "--licence",
            metavar="IRI",
            help="The licence under which you publish it; told by dcat and datapackage.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a graph, or its statements, for other tools.

    The graph and the data package hold everything but, in the package, the texts of
    the articles. In statements, dna-csv and dna, who writes the articles and unnamed
    others are left out, and so is, unless asked for, what is no present statement of
    the actor itself.

    Example: stancegraph export --graph build/demo --format datapackage --out build/tables
    """
    if licence is not None and format not in ("dcat", "datapackage"):
        raise typer.BadParameter(
            f"{format} does not tell a licence; leave it out, or take dcat or datapackage",
            param_hint="--licence",
        )
    if (ascribed or past) and format not in get_args(_Statements):
        raise typer.BadParameter(
            f"{format} is of the whole graph; leave it out,"
            f" or take {', '.join(get_args(_Statements))}",
            param_hint="--ascribed" if ascribed else "--past",
        )
    if out.exists():
        raise OutputError(f"{out}: exists already; give the path of a new file")
    if format in get_args(_Statements):
        told = _statements(graph, format, out, ascribed=ascribed, past=past)
    else:
        told = _graph(graph, format, out, licence)
    typer.echo(f"Written: {out}  ({told})")


def _graph(graph: str, format: str, out: Path, licence: str | None) -> str:
    from stancegraph.publishing import write_data_package, write_json_ld
    from stancegraph.store import open_store, write_description

    with open_store(graph, read_only=True) as store:
        if format == "datapackage":
            return counted(write_data_package(store, out, licence=licence), "statement")
        if format == "jsonld":
            write_json_ld(store, out)
        elif format == "dcat":
            write_description(store, out, licence=licence)
        else:
            store.dump(out, format)  # type: ignore[arg-type]  # the choices of the option
        return counted(len(store), "triple")


def _statements(graph: str, format: str, out: Path, *, ascribed: bool, past: bool) -> str:
    from stancegraph.exchange import write_statements
    from stancegraph.statements import from_positions

    _, articles = read_graph(graph)
    statements = from_positions(
        (p for _, positions in articles for p in positions), ascribed=ascribed, past=past
    )
    write_statements(
        out,
        statements,
        format,  # type: ignore[arg-type]  # the choices of the option
        articles=(article for article, _ in articles),
    )
    return counted(len(statements), "statement")
