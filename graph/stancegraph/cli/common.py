"""What the commands share: options, reading articles, printing, and telling what went wrong."""

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from stancegraph.delimited import for_spreadsheets, write_rows
from stancegraph.exceptions import ArticleError, StanceGraphError
from stancegraph.model import Article, Position

if TYPE_CHECKING:
    import pandas as pd

    from stancegraph.case import Case
    from stancegraph.standings import Rules

Extracted = tuple[Article, tuple[Position, ...]]

#: Columns when the output is no terminal: a table redirected to a file is not to be folded.
_FILE_WIDTH = 200

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Articles, or folders of them: .md, .txt, .html and .jsonl files.",
        show_default=False,
    ),
]
CaseName = Annotated[
    str | None,
    typer.Option(
        "--case",
        metavar="DIR|NAME",
        help="The negotiation: a bundled case by name, or a folder of Turtle files with your own"
        " actors and issues. Without it, the bundled default.",
        show_default=False,
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Another installed English spaCy model, such as en_core_web_md.",
        show_default=False,
    ),
]
WithRecord = Annotated[
    bool,
    typer.Option(
        "--record/--no-record",
        help="Ask for plainer words where the case's public record of an actor has the contrary,"
        " or nothing, of what a text seems to say.",
    ),
]
WithSecondReader = Annotated[
    bool,
    typer.Option(
        "--second-reader/--no-second-reader",
        help="Have the case's second reader, a small neural network, read along with the rules:"
        " it finds more. A case without one is read by rules alone.",
    ),
]
Graph = Annotated[
    Path,
    typer.Option("--graph", metavar="DIR", help="The folder that `stancegraph build` wrote."),
]
GraphPlace = Annotated[
    str,
    typer.Option(
        "--graph",
        metavar="DIR|URL",
        help="The folder that `stancegraph build` wrote, or the address of a SPARQL server.",
    ),
]


Parties = Annotated[
    list[str] | None,
    typer.Option(
        "--parties",
        metavar="ID,...",
        help="The actors to set against each other, with commas or by repeating the option."
        " Without it, those that the case compares.",
        show_default=False,
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="DATE",
        help="Leave out what was said before this day, such as 2025-01-31, or on no known day.",
        show_default=False,
    ),
]
#: The option below by both of its names: which of them was used, typer does not tell.
AS_OF = "--as-of/--to"
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        "--to",
        metavar="DATE",
        help="Leave out what was said after this day. Without it, the latest article's date.",
        show_default=False,
    ),
]
ActorLevel = Annotated[
    Literal["person", "institution", "state", "bloc"],
    typer.Option("--level", help="The actors that statements are rolled up to."),
]
Ascribed = Annotated[
    bool,
    typer.Option("--ascribed", help="Count what other actors say of an actor, a little."),
]
RuleChoice = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="NAME=NUMBER",
        help="Another number for one of the rules, such as half_life=30; may be repeated. The"
        " rules are in docs/agreement.md.",
        show_default=False,
    ),
]
TableFormat = Annotated[
    Literal["table", "csv", "spreadsheet", "json"],
    typer.Option(
        "--format",
        help="How to print the rows. csv holds every value as it is; spreadsheet is CSV in which"
        " nothing is run as a formula.",
    ),
]


class LeftOut:
    """Tells of what is left out as it happens, and remembers it for the exit code."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: StanceGraphError) -> None:
        """Tell of one thing left out and count it."""
        self.count += 1
        tell(str(error))

    def leave(self) -> None:
        """Leave with exit code 1 if anything was left out.

        >>> left_out = LeftOut()
        >>> left_out.leave()
        >>> left_out.count = 2
        >>> try:
        ...     left_out.leave()
        ... except typer.Exit as leaving:
        ...     print(leaving.exit_code)
        1
        """
        if self.count:
            raise typer.Exit(1)


def extracted_from(
    paths: Sequence[Path],
    case: "Case",
    model: str | None,
    left_out: LeftOut,
    *,
    doubted: bool = False,
) -> Iterator[Extracted]:
    """Give each article that can be read, with its positions, or with its doubted readings.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "note.md"
    ...     _ = file.write_text("Kyiv rejects any territorial swap.", encoding="utf-8")
    ...     [(_, positions)] = extracted_from([file], load_case(None), None, LeftOut())
    ...     [(p.actor, p.stance, p.issue) for p in positions]
    [('ukraine', 'oppose', 'territorial-swap')]
    """
    from stancegraph.extraction import Extractor

    extractor = Extractor(case, model)
    articles = readable(paths, case, left_out)
    return extractor.doubted(articles) if doubted else extractor.extract(articles)


def readable(paths: Sequence[Path], case: "Case", left_out: LeftOut) -> Iterator[Article]:
    """Read the articles that are in the case's language.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "note.md"
    ...     _ = file.write_text("The island wants a toll, and the mayor says so.", encoding="utf-8")
    ...     [article.id for article in readable([file], load_case(None), LeftOut())]
    ['note']
    """
    from stancegraph.articles import check_language, read_articles

    for article in read_articles(paths, on_error=left_out):
        try:
            check_language(article, case.language)
        except ArticleError as error:
            left_out(error)
        else:
            yield article


def load_case(name: str | None, *, record: bool = True, second_reader: bool = True) -> "Case":
    """Load the case of that name or folder; an unknown one is a usage error.

    Without `record`, what its actors are on record for is left out; without `second_reader`,
    the model that reads along.

    >>> plain = load_case("ukraine", record=False)
    >>> plain.id, bool(plain.records), bool(load_case("ukraine").records)
    ('ukraine', False, True)
    """
    from stancegraph.case import case_dir
    from stancegraph.case import load_case as load
    from stancegraph.exceptions import CaseError

    try:
        folder = case_dir(name)
    except CaseError as error:
        raise typer.BadParameter(str(error), param_hint="--case") from error
    loaded = load(folder)
    if not record:
        loaded = replace(loaded, records={})
    return loaded if second_reader else replace(loaded, second_reader=None)


def read_graph(graph: str | Path) -> tuple["Case", list[Extracted]]:
    """Read a graph back whole: its case, and each article with its positions."""
    from stancegraph.store import open_store, read_case, stored

    with open_store(graph, read_only=True) as store:
        case = read_case(store)
        return case, list(stored(store, case))


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, such as "1 article" or "2 articles".

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_table(title: str, columns: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    r"""Print a table to read; text from outside can't steer the terminal.

    >>> print_table("Stances", ["actor", "stance"], [["Oz", "supports"], ["Ev\x1b[31m", "opposes"]])
    Stances
    ┏━━━━━━━━━┳━━━━━━━━━━┓
    ┃ actor   ┃ stance   ┃
    ┡━━━━━━━━━╇━━━━━━━━━━┩
    │ Oz      │ supports │
    │ Ev [31m │ opposes  │
    └─────────┴──────────┘
    """
    if not sys.stdout.isatty():
        console = Console(file=sys.stdout, width=_FILE_WIDTH)
    else:
        console = Console(file=sys.stdout)
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        # Words before ids: on a narrow terminal the quotation keeps room to be read.
        table.add_column(column, overflow="fold", min_width=40 if column == "quote" else None)
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console.print(table)


def printable(cell: str) -> str:
    r"""Replace what could steer the terminal: texts come from anywhere.

    >>> printable("a\x1b[2Jb\tc")
    'a [2Jb c'
    """
    return "".join(mark if mark.isprintable() else " " for mark in cell)


def print_frame(title: str, frame: "pd.DataFrame", format: str) -> None:
    """Print a data frame as a table to read, as CSV, or as JSON records (missing: null).

    As a spreadsheet, it is CSV with a byte order mark, as Excel needs it, and
    an apostrophe before whatever would be run as a formula.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"actor": ["Oz", "=1+1"], "score": [0.12345, None]})
    >>> for format in ("csv", "json"):
    ...     print_frame("Scores", frame, format)
    actor,score
    Oz,0.12345
    =1+1,
    [
     {
      "actor": "Oz",
      "score": 0.12345
     },
     {
      "actor": "=1+1",
      "score": null
     }
    ]
    """
    if format in ("csv", "spreadsheet"):
        out = io.StringIO()
        out.write("\ufeff" if format == "spreadsheet" else "")
        kept = for_spreadsheets if format == "spreadsheet" else str
        rows = ([kept(_written(value)) for value in row] for row in frame.itertuples(index=False))
        write_rows(out, chain([map(str, frame.columns)], rows))
        typer.echo(out.getvalue(), nl=False)
    elif format == "json":
        records = [
            {str(key): _plain(value) for key, value in record.items()}
            for record in frame.to_dict("records")
        ]
        typer.echo(json.dumps(records, ensure_ascii=False, indent=1, default=str))
    else:
        cells = ([_cell(value) for value in row] for row in frame.itertuples(index=False))
        print_table(title, list(frame.columns), cells)


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a pandas timestamp is one, and "not a time" is too
        if value != value:
            return None
        midnight = isinstance(value, datetime) and value.timetz() == time.min
        return value.isoformat()[:10] if midnight else value.isoformat()
    if hasattr(value, "item"):
        value = value.item()
    return None if value != value else value


def _written(value: Any) -> str:
    value = _plain(value)
    return "" if value is None else str(value)


def _cell(value: Any) -> str:
    """Write a value for a person: nothing where there is none, no more digits than can matter."""
    value = _plain(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)


def rules_of(given: Sequence[str] | None) -> "Rules":
    """Read the numbers given for rules; an unknown rule or a bad number is a usage error.

    >>> rules_of(["half_life=30"]).half_life
    30.0
    >>> try:
    ...     rules_of(["half_life=soon"])
    ... except typer.BadParameter as error:
    ...     print(error)
    'half_life=soon': 'soon' is no number
    """
    from dataclasses import fields

    from stancegraph.standings import Rules

    whole = {field.name: isinstance(field.default, int) for field in fields(Rules)}
    numbers: dict[str, Any] = {}
    for text in given or ():
        name, _, number = text.partition("=")
        if name not in whole:
            raise typer.BadParameter(
                f"{text!r}: write NAME=NUMBER, the name one of {', '.join(whole)}",
                param_hint="--rule",
            )
        try:
            numbers[name] = int(number) if whole[name] else float(number)
        except ValueError as error:
            raise typer.BadParameter(
                f"{text!r}: {number!r} is no {'whole ' * whole[name]}number", param_hint="--rule"
            ) from error
    try:
        return Rules(**numbers)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--rule") from error


def a_day(text: str | None, option: str) -> date | None:
    """Read a day as an option gives it; what is none is a usage error.

    >>> a_day("2025-01-31", "--from"), a_day(None, "--from")
    (datetime.date(2025, 1, 31), None)
    >>> try:
    ...     a_day("last week", "--from")
    ... except typer.BadParameter as error:
    ...     print(error)
    'last week' is no date; write 2025-01-31
    """
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no date; write 2025-01-31", param_hint=option
        ) from error


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Any]:
    """Give a function that counts the articles passing through, shown on a terminal only."""
    shown = sys.stderr.isatty() and not quiet
    columns = (SpinnerColumn(), TextColumn("{task.completed} " + what), TimeElapsedColumn())
    with Progress(
        *columns,
        console=Console(stderr=True),
        disable=not shown,
        transient=True,
        redirect_stdout=False,
    ) as progress:
        task = progress.add_task(what, total=None)

        def track(extracted: Iterable[Extracted]) -> Iterator[Extracted]:
            for pair in extracted:
                progress.advance(task)
                yield pair

        yield track


def tell(message: str) -> None:
    """Print a message to standard error."""
    typer.echo(f"stancegraph: {printable(message)}", err=True)


def drop_stdout() -> None:
    """Keep Python from failing once more over what is left in the buffer at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # a stdout that is no file has no buffer that fails
        return
