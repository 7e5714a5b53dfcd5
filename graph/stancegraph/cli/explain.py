"""`stancegraph explain`: show how positions came about."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancegraph.cli.common import (
    CaseName,
    LeftOut,
    Model,
    WithRecord,
    WithSecondReader,
    load_case,
    print_table,
    readable,
    tell,
)

if TYPE_CHECKING:
    from stancegraph.explanation import Contribution, Explanation


def explain(
    article: Annotated[
        Path,
        typer.Argument(
            metavar="ARTICLE",
            help="The article's file: .md, .txt, .html, or .jsonl with several.",
            show_default=False,
        ),
    ],
    position: Annotated[
        int | None,
        typer.Option(
            "--position",
            metavar="N",
            min=1,
            help="The article's N-th position, as `extract` prints them.",
            show_default=False,
        ),
    ] = None,
    issue: Annotated[
        str | None,
        typer.Option("--issue", metavar="ID", help="Positions on this issue.", show_default=False),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="ID", help="Positions of this actor.", show_default=False),
    ] = None,
    case: CaseName = None,
    record: WithRecord = True,
    second_reader: WithSecondReader = True,
    model: Model = None,
) -> None:
    """Show how positions came about: sentence, cue, rules, holder, source, confidence.

    The article is read anew, for a graph keeps the positions without the way to
    them. Without a choice, all positions of the article are explained.

    Example: stancegraph explain articles/talks.md --position 3
    """
    from stancegraph.explanation import explain as explained
    from stancegraph.extraction import Extractor

    left_out = LeftOut()
    loaded = load_case(case, record=record, second_reader=second_reader)
    for value, known, option in (
        (issue, loaded.issues, "--issue"),
        (actor, (*loaded.actors, loaded.author), "--actor"),
    ):
        if value is not None and value not in known:
            raise typer.BadParameter(
                f"{value!r} is not in the case {loaded.id!r}, which has {', '.join(known)}",
                param_hint=option,
            )
    extractor = Extractor(loaded, model)
    shown = read = 0
    for source, positions in extractor.extract(readable([article], loaded, left_out)):
        read += 1
        for number, found in enumerate(positions, start=1):
            wanted = (position, issue, actor)
            given = (number, found.issue, found.actor)
            if all(w is None or w == g for w, g in zip(wanted, given, strict=True)):
                told = explained(found, source, extractor.weights_of(found))
                _print_explanation(number, told, extractor.threshold_of(found))
                shown += 1
    if read and not shown:
        left_out.count += 1
        tell(f"{article}: no such position; `stancegraph extract` lists those that there are")
    left_out.leave()


def _print_explanation(number: int, told: "Explanation", threshold: float) -> None:
    position = told.position
    before, quote, after = (
        told.sentence[: told.quote_start],
        told.sentence[told.quote_start : told.quote_end],
        told.sentence[told.quote_end :],
    )
    sentence = " ".join(f"{before}»{quote}«{after}".split())
    rows = [
        ("sentence", sentence),
        ("place", f"characters {position.start} to {position.end}"),
        ("cue", told.cue or "–"),
        ("rules", " > ".join(told.path) or "–"),
        ("claim", told.claim),
        ("holder", told.holder),
        ("attribution", told.attribution),
        ("time", f"{position.time}; said {position.date or '–'} ({position.date_precision})"),
    ]
    if position.condition:
        rows.insert(5, ("condition", position.condition))
    rows += [
        ("confidence", f"{told.confidence:.3f}, kept from {threshold:g} on"),
        (
            "of which",
            "  ".join([f"bias {told.bias:+.2f}", *map(_contribution, told.contributions)]),
        ),
    ]
    title = f"{position.article}, position {number}: {position.actor} / {position.issue}"
    print_table(f"{title} / {position.stance}", ("", "what was found"), rows)


def _contribution(part: "Contribution") -> str:
    value = "" if part.value == 1 else f" × {part.value:g}"
    return f"{part.feature}{value} {part.amount:+.2f}"
