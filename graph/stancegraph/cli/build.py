"""`stancegraph build`: make the graph of a collection of articles."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancegraph.cli.common import (
    CaseName,
    Extracted,
    LeftOut,
    Model,
    Paths,
    counted,
    extracted_from,
    load_case,
    progress,
)
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
    model: Model = None,
) -> None:
    """Build the knowledge graph of a collection of articles.

    The folder then holds the graph as a store that `query` and `view` open, as
    TriG for any other RDF software, and the positions as a Parquet table.
    A server's user and password are taken from STANCEGRAPH_USER and
    STANCEGRAPH_PASSWORD, or a token from STANCEGRAPH_TOKEN.

    Example: stancegraph build articles/ --out build/mine
    """
    left_out = LeftOut()
    build_graph(paths, out, load_case(case), model, left_out)
    left_out.leave()


def build_graph(
    paths: Sequence[Path],
    out: str | Path,
    case: "Case",
    model: str | None,
    left_out: LeftOut,
    keep: list[Extracted] | None = None,
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

        summary = build_store(out, kept(), case)
    where = out if is_address(out) else Path(out) / "graph.trig"
    typer.echo(
        f"Graph: {where}  ({counted(summary.articles, 'article')},"
        f" {counted(summary.positions, 'position')}, {summary.triples} triples)"
    )
