"""`stancegraph compare`: two codings of the same articles."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from stancegraph.cli.common import CaseName, TableFormat, counted, load_case, print_frame, tell


def compare(
    one: Annotated[
        Path,
        typer.Argument(
            metavar="A",
            help="A coding: a folder of STEM.gold.json files, or positions as `extract` prints"
            " them (JSON lines).",
            show_default=False,
        ),
    ],
    other: Annotated[
        Path, typer.Argument(metavar="B", help="The other coding.", show_default=False)
    ],
    show: Annotated[
        Literal["scores", "differences"],
        typer.Option("--show", help="How far they agree, or the list of what to settle."),
    ] = "scores",
    case: CaseName = None,
    format: TableFormat = "table",
) -> None:
    """Compare two coders of the same articles: agreement, and what there is to settle.

    F1 by the codebook's rules and Krippendorff's alpha, over all and for each actor,
    issue and article. The coders may be people or machines.

    Example: stancegraph compare coder-a/ coder-b/ --show differences --format csv
    """
    from stancegraph.reliability import (
        compare as compared,
    )
    from stancegraph.reliability import (
        differences_frame,
        has_alpha,
        read_coding,
        scores_frame,
    )

    loaded = load_case(case)
    found = compared(read_coding(one), read_coding(other), loaded)
    for article in found.not_compared:
        tell(f"{article}: not compared, for only one of the codings has it")
    if show == "scores" and not has_alpha():
        tell("no alpha, for its library is not installed; pip install 'stancegraph[coders]'")
    title = f"{one} and {other}: {counted(len(found.articles), 'article')}"
    if show == "differences":
        frame = differences_frame(found.differences)
        print_frame(f"{title}, {counted(len(frame), 'difference')}", frame, format)
    else:
        print_frame(title, scores_frame(found), format)
