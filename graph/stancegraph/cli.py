"""The command line: parse, call, print.

Results go to stdout, everything else to stderr. Exit codes: 0 when all was
read and written, 1 when something was left out or could not be done, 2 for
usage (an unknown option, case, query or parameter).
"""

import errno
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from typer.core import TyperGroup

from stancegraph import __version__
from stancegraph.exceptions import ArticleError, OutputError, QueryError, StanceGraphError
from stancegraph.model import Article, Position

if TYPE_CHECKING:
    from stancegraph.case import Case
    from stancegraph.diagnosis import Diagnosis, Reading
    from stancegraph.evaluation import Finding, Scores, Tally
    from stancegraph.explanation import Contribution, Explanation

__all__ = ["app", "main"]

Extracted = tuple[Article, tuple[Position, ...]]

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
)
#: What of a position fits a terminal.
_SHORT_KEYS = ("actor", "holder", "issue", "stance", "attribution", "quote")
#: Columns when the output is no terminal: a table redirected to a file is not to be folded.
_FILE_WIDTH = 200


class _Commands(TyperGroup):
    """Turns the package's errors into a message and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except QueryError as error:
            _tell(str(error))
            raise typer.Exit(2) from error
        except StanceGraphError as error:
            _tell(str(error))
            raise typer.Exit(1) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # `| head` has seen enough: typer knows what to do
                raise
            _tell(
                f"{error.filename or 'standard output'}: {error.strerror or error};"
                " nothing more was written there"
            )
            _drop_stdout()
            raise typer.Exit(1) from error
        return result


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Who stands where in a negotiation: reads news articles and turns them into a knowledge"
        " graph of positions, each with the exact words as evidence."
    ),
    epilog=(
        "Start with: stancegraph demo. Results go to stdout, messages to stderr. Exit codes:"
        " 0 all was read, 1 something was left out, 2 wrong usage."
    ),
)

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
Graph = Annotated[
    Path,
    typer.Option("--graph", metavar="DIR", help="The folder that `stancegraph build` wrote."),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stancegraph {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option(
            "--version", help="Print the version and leave.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # quotes are Unicode, whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@app.command()
def extract(
    paths: Paths,
    case: CaseName = None,
    model: Model = None,
    format: Annotated[
        Literal["jsonl", "table"],
        typer.Option("--format", help="One JSON object per line, or a table to read."),
    ] = "jsonl",
) -> None:
    """Print the positions found in articles, one JSON object per line.

    Each says which actor holds which stance on which issue, in whose words, and
    the exact quote with its place in the text (start and end in characters).
    An article's positions are numbered from 1, in this order, for `explain`.

    Example: stancegraph extract articles/ > positions.jsonl
    """
    left_out = _LeftOut()
    extracted = _extract(paths, _load_case(case), model, left_out)
    if format == "jsonl":
        with _progress("articles read", quiet=sys.stdout.isatty()) as track:
            for _, positions in track(extracted):
                for position in positions:
                    typer.echo(json.dumps(_record(position), ensure_ascii=False))
    else:
        with _progress("articles read") as track:
            found = [position for _, positions in track(extracted) for position in positions]
        heads = ("article", "no.", *_SHORT_KEYS)
        _print_table(_counted(len(found), "position"), heads, _numbered(found))
    left_out.leave()


@app.command()
def build(
    paths: Paths,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="Folder for the graph; replaced as a whole."),
    ],
    case: CaseName = None,
    model: Model = None,
) -> None:
    """Build the knowledge graph of a collection of articles.

    The folder then holds the graph as a store that `query` and `view` open, and
    as TriG for any other RDF software.

    Example: stancegraph build articles/ --out build/mine
    """
    left_out = _LeftOut()
    _build(paths, out, _load_case(case), model, left_out)
    left_out.leave()


@app.command()
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
        _print_table(f"{name}: {_counted(len(frame), 'row')}", list(frame.columns), rows)


@app.command()
def view(
    graph: Graph,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")],
    evidence: Annotated[
        Literal["full", "snippet", "quote"],
        typer.Option(
            "--evidence",
            help="How much of each article the page carries: all of it, the words around each"
            " quote, or the quotes alone.",
        ),
    ] = "full",
) -> None:
    """Write the page: who stands where, with the evidence, in one offline HTML file.

    Example: stancegraph view --graph build/mine --out positions.html
    """
    from stancegraph.store import Store, read_case, stored
    from stancegraph.view import write_page

    with Store.open(graph, read_only=True) as store:
        case = read_case(store)
        extracted = list(stored(store, case))
    articles = [article for article, _ in extracted]
    positions = [position for _, found in extracted for position in found]
    write_page(out, articles, positions, case, evidence=evidence)
    typer.echo(f"Page: {out}")


@app.command()
def evaluate(
    paths: Paths,
    gold: Annotated[
        Path,
        typer.Option("--gold", metavar="DIR", help="Folder of codings, one STEM.gold.json each."),
    ],
    case: CaseName = None,
    model: Model = None,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="Tables to read, or JSON.")
    ] = "table",
    pin: Annotated[
        Path | None,
        typer.Option(
            "--pin",
            metavar="FILE",
            help="Write the scores to this file as the least that is allowed from now on.",
            show_default=False,
        ),
    ] = None,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="Let --pin replace higher scores by lower ones.")
    ] = False,
) -> None:
    """Score the extraction against a human coding, by the codebook's rules.

    Prints precision, recall and F1 over all articles, per actor, per issue and
    per class of error, and lists what was missed, what is spurious and where
    the sign is wrong.

    Example: stancegraph evaluate --gold data/gold data/articles
    """
    from stancegraph.diagnosis import classes, diagnose, readings
    from stancegraph.evaluation import evaluate as score
    from stancegraph.evaluation import read_gold, scores_as_dict
    from stancegraph.pins import pins_of, write_pins

    if allow_lower and pin is None:
        raise typer.BadParameter("lowers nothing without --pin FILE", param_hint="--allow-lower")
    left_out = _LeftOut()
    coded = read_gold(gold, on_error=left_out)
    loaded = _load_case(case)
    read: dict[str, Reading] = {}
    with _progress("articles read") as track:
        for reading in track(readings(_readable(paths, loaded, left_out), loaded, model)):
            read[reading.article.id] = reading
    scores = score(
        [reading.article for reading in read.values()],
        {name: reading.positions for name, reading in read.items()},
        coded,
        loaded,
        on_error=left_out,
    )
    for article in scores.not_scored:
        if not (gold / f"{article}.gold.json").exists():  # else it was told what is wrong with it
            _tell(f"{article}: not scored, for there is no {article}.gold.json in {gold}")
    if not scores.articles:
        _tell("nothing could be scored; codings are found by the names of the articles' files")
        raise typer.Exit(1)
    diagnoses = diagnose(scores, read, coded)
    by_class = classes(diagnoses)
    if format == "json":
        told = {**scores_as_dict(scores), "by_error_class": by_class}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _print_scores(scores, by_class, diagnoses)
    left_out.leave()  # a pin on part of the articles would be a pin on others
    if pin is not None:
        write_pins(pin, pins_of(scores), allow_lower=allow_lower)
        _tell(f"pinned in {pin}")


@app.command()
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
    model: Model = None,
) -> None:
    """Show how positions came about: sentence, cue, rules, holder, source, confidence.

    The article is read anew, for a graph keeps the positions without the way to
    them. Without a choice, all positions of the article are explained.

    Example: stancegraph explain articles/talks.md --position 3
    """
    from stancegraph.explanation import explain as explained
    from stancegraph.extraction.judging import load_weights

    left_out = _LeftOut()
    loaded = _load_case(case)
    for value, known, option in (
        (issue, loaded.issues, "--issue"),
        (actor, (*loaded.actors, loaded.author), "--actor"),
    ):
        if value is not None and value not in known:
            raise typer.BadParameter(
                f"{value!r} is not in the case {loaded.id!r}, which has {', '.join(known)}",
                param_hint=option,
            )
    weights = load_weights(loaded.language)
    shown = read = 0
    for source, positions in _extract([article], loaded, model, left_out):
        read += 1
        for number, found in enumerate(positions, start=1):
            wanted = (position, issue, actor)
            given = (number, found.issue, found.actor)
            if all(w is None or w == g for w, g in zip(wanted, given, strict=True)):
                _print_explanation(number, explained(found, source, weights), weights["threshold"])
                shown += 1
    if read and not shown:
        left_out.count += 1
        _tell(f"{article}: no such position; `stancegraph extract` lists those that there are")
    left_out.leave()


@app.command()
def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the page and the graph.")
    ] = Path("build/demo"),
) -> None:
    """Show the whole path on the bundled articles: graph, agreement table, page.

    Example: stancegraph demo && open build/demo/stancegraph.html
    """
    from stancegraph.agreement import agreement_table
    from stancegraph.view import write_page

    left_out = _LeftOut()
    case = _load_case(None)
    extracted: list[Extracted] = []
    _build([_bundled("articles")], out, case, None, left_out, keep=extracted)
    articles = [article for article, _ in extracted]
    positions = [position for _, found in extracted for position in found]
    table = agreement_table(positions, case)
    _print_table(table.title, table.columns, table.rows)
    page = out / "stancegraph.html"
    write_page(page, articles, positions, case)
    typer.echo(f"Page:  {page}  (open it in a browser)")
    left_out.leave()


def main() -> None:
    """Run the command line on the process's arguments."""
    app(prog_name="stancegraph")


class _LeftOut:
    """Tells of what is left out as it happens, and remembers it for the exit code."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: StanceGraphError) -> None:
        self.count += 1
        _tell(str(error))

    def leave(self) -> None:
        if self.count:
            raise typer.Exit(1)


def _extract(
    paths: Sequence[Path], case: "Case", model: str | None, left_out: _LeftOut
) -> Iterator[Extracted]:
    from stancegraph.extraction import Extractor

    return Extractor(case, model).extract(_readable(paths, case, left_out))


def _readable(paths: Sequence[Path], case: "Case", left_out: _LeftOut) -> Iterator[Article]:
    """Read the articles that are in the case's language."""
    from stancegraph.articles import check_language, read_articles

    for article in read_articles(paths, on_error=left_out):
        try:
            check_language(article, case.language)
        except ArticleError as error:
            left_out(error)
        else:
            yield article


def _build(
    paths: Sequence[Path],
    out: Path,
    case: "Case",
    model: str | None,
    left_out: _LeftOut,
    keep: list[Extracted] | None = None,
) -> None:
    """Build the graph, say where it is, and add what went in to `keep`, if it is wanted again."""
    from stancegraph.store import build_store

    extracted = _extract(paths, case, model, left_out)
    first = next(extracted, None)
    if first is None:
        raise OutputError(f"{out}: not written, for no article could be read; see the messages")
    with _progress("articles read") as track:

        def kept() -> Iterator[Extracted]:
            for pair in track(chain([first], extracted)):
                if keep is not None:
                    keep.append(pair)
                yield pair

        summary = build_store(out, kept(), case)
    typer.echo(
        f"Graph: {out / 'graph.trig'}  ({_counted(summary.articles, 'article')},"
        f" {_counted(summary.positions, 'position')}, {summary.triples} triples)"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _load_case(name: str | None) -> "Case":
    from stancegraph.case import case_dir, load_case
    from stancegraph.exceptions import CaseError

    try:
        folder = case_dir(name)
    except CaseError as error:
        raise typer.BadParameter(str(error), param_hint="--case") from error
    return load_case(folder)


def _bundled(name: str) -> Path:
    """Find a folder of the bundled data: inside an installed package, else in the source tree."""
    package = Path(__file__).parent
    for data in (package / "data", package.parents[1] / "data"):
        if (data / name).is_dir():
            return data / name
    raise OutputError(f"the bundled {name} are not in this installation; install the package anew")


def _record(position: Position) -> dict[str, Any]:
    """Give a position as plain values: absent ones None, the date in ISO form."""
    record = {key: getattr(position, key) for key in _KEYS}
    record["date"] = position.date and position.date.isoformat()
    return record


def _split_param(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise typer.BadParameter(f"{text!r}: write KEY=VALUE", param_hint="--param")
    return key, value


def _numbered(found: Iterable[Position]) -> Iterator[Sequence[str]]:
    """Give the cells of each position, numbered from 1 in its article."""
    numbers: dict[str, int] = {}
    for position in found:
        numbers[position.article] = number = numbers.get(position.article, 0) + 1
        record = _record(position)
        yield (position.article, str(number), *(str(record[key]) for key in _SHORT_KEYS))


def _print_scores(
    scores: "Scores", by_class: Mapping[str, int], diagnoses: Sequence["Diagnosis"]
) -> None:
    total = scores.total
    strict = (total.precision, total.recall, total.gold, total.predicted)
    pair = (total.pair_precision, total.pair_recall, total.pairs_gold, total.pairs_predicted)
    told = "precision {:.3f}, recall {:.3f}; {} coded, {} predicted"
    signs = f"{total.sign_errors} of {total.pairs_found} pairs found"
    facts = [
        ("strict F1", f"{total.f1:.3f}", told.format(*strict)),
        ("pair F1", f"{total.pair_f1:.3f}", told.format(*pair)),
        ("sign errors", _percent(total.sign_error_share), signs),
        ("evidence", _percent(scores.evidence), "of right positions: from the coded sentence"),
        ("exact quotes", _percent(scores.quotes_exact), "of all positions: as in the text"),
    ]
    _print_table(f"Scores over {len(scores.articles)} articles", ("score", "", "over"), facts)
    columns = ("", "strict P", "R", "F1", "pair F1", "sign errors", "coded", "predicted")
    slices = {"actor": scores.by_actor, "issue": scores.by_issue, "article": scores.by_article}
    for name, tallies in slices.items():
        rows = [(key, *_tally_cells(tally)) for key, tally in tallies.items()]
        _print_table(f"By {name}", (name, *columns[1:]), rows)
    rows = [(name, str(count)) for name, count in by_class.items()]
    _print_table("By class of error", ("class", "count"), rows)
    heads = ("article", "actor", "issue", "stance", "coded", "predicted", "holder", "quote")
    classed = {id(d.finding): d for d in diagnoses}
    for title, findings in (
        ("Sign errors", scores.sign_errors),
        ("Missed", scores.missed),
        ("Spurious", scores.spurious),
    ):
        rows = [(*_finding_cells(f), _class_cell(classed.get(id(f)))) for f in findings]
        _print_table(f"{title}: {len(rows)}", (*heads, "class"), rows)


def _tally_cells(tally: "Tally") -> tuple[str, ...]:
    shares = (tally.precision, tally.recall, tally.f1, tally.pair_f1)
    counts = (tally.sign_errors, tally.gold, tally.predicted)
    return (*(f"{share:.2f}" for share in shares), *map(str, counts))


def _finding_cells(finding: "Finding") -> tuple[str, ...]:
    return (
        finding.article,
        finding.actor,
        finding.issue,
        finding.stance,
        ", ".join(finding.expected) or "–",
        ", ".join(finding.predicted) or "–",
        finding.holder,
        finding.quote,
    )


def _class_cell(diagnosis: "Diagnosis | None") -> str:
    """Name the class; what is listed with the sign errors has no other."""
    return "sign error" if diagnosis is None else diagnosis.error_class.partition(": ")[2]


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
        ("cue", told.cue),
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
    _print_table(f"{title} / {position.stance}", ("", "what was found"), rows)


def _contribution(part: "Contribution") -> str:
    value = "" if part.value == 1 else f" × {part.value:g}"
    return f"{part.feature}{value} {part.amount:+.2f}"


def _cell(value: object) -> str:
    """Write a value for a person: nothing where there is none, no more digits than can matter."""
    if isinstance(value, float):
        # A missing number is NaN here, as pandas has it.
        return "" if value != value else f"{value:.3f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _print_table(title: str, columns: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    if not sys.stdout.isatty():
        console = Console(file=sys.stdout, width=_FILE_WIDTH)
    else:
        console = Console(file=sys.stdout)
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        # Words before ids: on a narrow terminal the quotation keeps room to be read.
        table.add_column(column, overflow="fold", min_width=40 if column == "quote" else None)
    for row in rows:
        table.add_row(*(Text(_printable(cell)) for cell in row))
    console.print(table)


def _printable(cell: str) -> str:
    """Replace what could steer the terminal: texts come from anywhere."""
    return "".join(mark if mark.isprintable() else " " for mark in cell)


@contextmanager
def _progress(what: str, *, quiet: bool = False) -> Iterator[Any]:
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


def _tell(message: str) -> None:
    typer.echo(f"stancegraph: {_printable(message)}", err=True)


def _drop_stdout() -> None:
    """Keep Python from failing once more over what is left in the buffer at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # a stdout that is no file has no buffer that fails
        return


if __name__ == "__main__":
    main()
