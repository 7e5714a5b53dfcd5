"""`stancegraph extract`: print the positions found in articles."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal

import typer

from stancegraph.cli.common import (
    CaseName,
    LeftOut,
    Model,
    Paths,
    WithRecord,
    WithSecondReader,
    counted,
    extracted_from,
    load_case,
    print_table,
    progress,
)
from stancegraph.model import Position

#: The keys of a position in JSON, in order: the codebook's fields, where they
#: stand in the text, then what the machine adds.
_KEYS = (
    "article",
    "actor",
    "holder",
    "issue",
    "stance",
    "condition",
    "attribution",
    "time",
    "quote",
    "start",
    "end",
    "confidence",
    "extractor",
    "holder_id",
    "attributed_by",
    "date",
    "date_precision",
    "speech_act",
    "condition_issues",
)
#: What of a position fits a terminal.
_SHORT_KEYS = ("actor", "holder", "issue", "stance", "attribution", "quote")


def extract(
    paths: Paths,
    case: CaseName = None,
    record: WithRecord = True,
    second_reader: WithSecondReader = True,
    model: Model = None,
    format: Annotated[
        Literal["jsonl", "table"],
        typer.Option("--format", help="One JSON object per line, or a table to read."),
    ] = "jsonl",
    doubted: Annotated[
        bool,
        typer.Option(
            "--doubted",
            help="Print instead the rules' readings left out for nothing but the public record:"
            " misreadings for the most part, and changes of mind.",
        ),
    ] = False,
) -> None:
    """Print the positions found in articles, one JSON object per line.

    Each says which actor holds which stance on which issue, in whose words, and
    the exact quote with its place in the text (start and end in characters).
    An article's positions are numbered from 1, in this order, for `explain`.

    Example: stancegraph extract articles/ > positions.jsonl
    """
    left_out = LeftOut()
    if doubted and not record:
        raise typer.BadParameter(
            "nothing is doubted with --no-record; leave one of the two out", param_hint="--doubted"
        )
    loaded = load_case(case, record=record, second_reader=second_reader)
    extracted = extracted_from(paths, loaded, model, left_out, doubted=doubted)
    if format == "jsonl":
        with progress("articles read", quiet=sys.stdout.isatty()) as track:
            for _, positions in track(extracted):
                for position in positions:
                    typer.echo(json.dumps(_record(position), ensure_ascii=False))
    else:
        with progress("articles read") as track:
            found = [position for _, positions in track(extracted) for position in positions]
        heads = ("article", "no.", *_SHORT_KEYS)
        print_table(
            counted(len(found), "doubted reading" if doubted else "position"),
            heads,
            _numbered(found),
        )
    left_out.leave()


def _record(position: Position) -> dict[str, Any]:
    """Give a position as plain values: absent ones None, the date in ISO form."""
    record = {key: getattr(position, key) for key in _KEYS}
    record["date"] = position.date and position.date.isoformat()
    return record


def _numbered(found: Iterable[Position]) -> Iterator[Sequence[str]]:
    """Give the cells of each position, numbered from 1 in its article."""
    numbers: dict[str, int] = {}
    for position in found:
        numbers[position.article] = number = numbers.get(position.article, 0) + 1
        told = _record(position)
        yield (position.article, str(number), *(str(told[key]) for key in _SHORT_KEYS))
