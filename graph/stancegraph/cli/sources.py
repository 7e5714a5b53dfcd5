"""What `network` and `structure` share: where statements come from, and in which range."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stancegraph.cli.common import read_graph

if TYPE_CHECKING:
    from stancegraph.statements import Statements

GraphOption = Annotated[
    str | None,
    typer.Option(
        "--graph",
        metavar="DIR|URL",
        help="The folder that `stancegraph build` wrote, or the address of a SPARQL server.",
        show_default=False,
    ),
]
StatementsOption = Annotated[
    Path | None,
    typer.Option(
        "--statements",
        metavar="FILE",
        help="A table of statements instead: CSV with document, date, person, organization,"
        " concept and agreement, DNA's event list, or a .dna database.",
        show_default=False,
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DATE", help="The first day, such as 2025-01-31.", show_default=False
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", help="The last day, included.", show_default=False),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="COLUMN=VALUE",
        help="Leave these statements out; may be repeated.",
        show_default=False,
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="COLUMN=VALUE",
        help="Keep no others; may be repeated.",
        show_default=False,
    ),
]


def one_source(graph: str | None, statements: Path | None) -> None:
    """Refuse both sources, and none.

    >>> one_source("build/mine", None)
    >>> try:
    ...     one_source(None, None)
    ... except typer.BadParameter as error:
    ...     print(error)
    give either a graph or a table of statements
    """
    if (graph is None) == (statements is None):
        raise typer.BadParameter(
            "give either a graph or a table of statements", param_hint="--graph or --statements"
        )


def read_source(graph: str | None, statements: Path | None) -> "tuple[Statements, dict[str, str]]":
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


def days(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    """Read the two ends of a range.

    >>> days("2025-01-01", None)
    (datetime.date(2025, 1, 1), None)
    >>> try:
    ...     days("2025-01-02", "2025-01-01")
    ... except typer.BadParameter as error:
    ...     print(error)
    2025-01-01 is before --from 2025-01-02
    """
    first, last = day(start, "--from"), day(end, "--to")
    if first is not None and last is not None and last < first:
        raise typer.BadParameter(f"{end} is before --from {start}", param_hint="--to")
    return first, last


def day(text: str | None, option: str) -> date | None:
    """Read a date of an option.

    >>> day("2025-01-31", "--from"), day(None, "--from")
    (datetime.date(2025, 1, 31), None)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is not a date; write it as 2025-01-31", param_hint=option
        ) from error


def filters(table: "Statements", given: list[str] | None, option: str) -> dict[str, list[Any]]:
    """Read COLUMN=VALUE filters, as `stancegraph.statements.prepare` takes them.

    >>> from stancegraph.statements import from_positions
    >>> table = from_positions([])
    >>> filters(table, ["concept=toll", "agreement=support", "date=2025-01-31"], "--only")
    {'concept': ['toll'], 'agreement': [1.0], 'date': [datetime.date(2025, 1, 31)]}
    """
    from stancegraph.statements import STANCE_VALUES

    found: dict[str, list[Any]] = {}
    for text in given or ():
        column, equals, value = text.partition("=")
        if not equals or column not in table.rows:
            raise typer.BadParameter(
                f"{text!r}: write COLUMN=VALUE with a column of {', '.join(map(str, table.rows))}",
                param_hint=option,
            )
        known: object = value
        if column == "date":
            known = day(value, option)
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
        found.setdefault(column, []).append(known)
    return found
