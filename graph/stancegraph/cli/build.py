"""`stancegraph build`: make the graph of a collection of articles."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancegraph.cli.common import (
    AS_OF,
    AsOf,
    CaseName,
    Extracted,
    LeftOut,
    Model,
    Paths,
    WithRecord,
    WithSecondReader,
    a_day,
    counted,
    extracted_from,
    load_case,
    progress,
)
from stancegraph.cli.validate import print_report
from stancegraph.exceptions import OutputError

if TYPE_CHECKING:
    from stancegraph.case import Case


def build(
    paths: Paths,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="DIR|URL",
            help="Folder for the graph, replaced as a whole; or the address of a SPARQL server"
            " that takes updates.",
        ),
    ],
    case: CaseName = None,
    record: WithRecord = True,
    second_reader: WithSecondReader = True,
    model: Model = None,
    licence: Annotated[
        str | None,
        typer.Option(
            "--licence",
            metavar="IRI",
            help="The licence under which you publish the graph; told in description.ttl.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    validate: Annotated[
        bool,
        typer.Option("--validate", help="Check what was built, as `stancegraph validate` does."),
    ] = False,
) -> None:
    """Build the knowledge graph of a collection of articles.

    The folder then holds the graph as a store that `query` and `view` open, as
    TriG for any other RDF software, the positions as a Parquet table, and a
    description for catalogues; behind an address there is the graph alone, and with
    --licence the description as a graph of its own.
    A server's user and password are taken from STANCEGRAPH_USER and
    STANCEGRAPH_PASSWORD, or a token from STANCEGRAPH_TOKEN.

    Example: stancegraph build articles/ --out build/mine
    """
    left_out = LeftOut()
    day = a_day(as_of, AS_OF)
    build_graph(
        paths,
        out,
        load_case(case, record=record, second_reader=second_reader),
        model,
        left_out,
        licence=licence,
        as_of=day,
    )
    if validate:
        from stancegraph.store import open_store
        from stancegraph.validation import validate_store

        with open_store(out, read_only=True) as store:
            report = validate_store(store)
        print_report(report)
        if not report.conforms:
            raise typer.Exit(1)
    left_out.leave()


def build_graph(
    paths: Sequence[Path],
    out: str | Path,
    case: "Case",
    model: str | None,
    left_out: LeftOut,
    keep: list[Extracted] | None = None,
    *,
    licence: str | None = None,
    as_of: date | None = None,
) -> None:
    """Build the graph, say where it is, and add what went in to `keep`, if it is wanted again."""
    from stancegraph.store import build_store, is_address

    extracted = extracted_from(paths, case, model, left_out)
    first = next(extracted, None)
    if first is None:
        raise OutputError(f"{out}: not written, for no article could be read; see the messages")
    with progress("articles read") as track:

        def kept() -> Iterator[Extracted]:
            for pair in track(chain([first], extracted)):
                if keep is not None:
                    keep.append(pair)
                yield pair

        summary = build_store(out, kept(), case, licence=licence, as_of=as_of)
    where = out if is_address(out) else Path(out) / "graph.trig"
    typer.echo(
        f"Graph: {where}  ({counted(summary.articles, 'article')},"
        f" {counted(summary.positions, 'position')}, {summary.triples} triples)"
    )
