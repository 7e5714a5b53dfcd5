"""The command line: parse, call, print.

Results go to stdout, everything else to stderr. Exit codes: 0 when all was
read and written, 1 when something was left out or could not be done, 2 for
usage (an unknown option, case, query or parameter).
"""

import errno
import io
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from stancegraph import __version__
from stancegraph.cli.agreement import agreement
from stancegraph.cli.build import build
from stancegraph.cli.common import drop_stdout, tell
from stancegraph.cli.compare import compare
from stancegraph.cli.deals import deals
from stancegraph.cli.demo import demo
from stancegraph.cli.evaluate import evaluate
from stancegraph.cli.explain import explain
from stancegraph.cli.export import export
from stancegraph.cli.extract import extract
from stancegraph.cli.import_ import import_
from stancegraph.cli.network import network
from stancegraph.cli.query import query
from stancegraph.cli.serve import serve
from stancegraph.cli.structure import structure
from stancegraph.cli.validate import validate
from stancegraph.cli.view import view
from stancegraph.exceptions import QueryError, StanceGraphError

__all__ = ["app", "main"]


class _Commands(TyperGroup):
    """Turns the package's errors into a message and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except QueryError as error:
            tell(str(error))
            raise typer.Exit(2) from error
        except StanceGraphError as error:
            tell(str(error))
            raise typer.Exit(1) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # `| head` has seen enough: typer knows what to do
                raise
            tell(
                f"{error.filename or 'standard output'}: {error.strerror or error};"
                " nothing more was written there"
            )
            drop_stdout()
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


#: In the order in which the help lists them.
for _command in (
    extract, build, import_, export, query, network, structure, view, serve, agreement, deals,
    evaluate, compare, explain, validate, demo,
):  # fmt: skip
    app.command(_command.__name__.rstrip("_").replace("_", "-"))(_command)


def main() -> None:
    """Run the command line on the process's arguments."""
    app(prog_name="stancegraph")
