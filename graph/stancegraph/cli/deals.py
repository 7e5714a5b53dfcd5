"""`stancegraph deals`: where there is room for a deal, and what it would take."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stancegraph.cli.agreement import read_standings
from stancegraph.cli.common import (
    ActorLevel,
    Ascribed,
    AsOf,
    From,
    GraphPlace,
    Parties,
    RuleChoice,
    TableFormat,
    print_frame,
)
from stancegraph.model import STANCES

if TYPE_CHECKING:
    import pandas as pd

    from stancegraph.deals import Change
    from stancegraph.model import Stance


def deals(
    graph: GraphPlace,
    show: Annotated[
        Literal["issues", "conditions", "trades", "moves"],
        typer.Option(
            "--show",
            help="The issues by what they leave room for; the parties' conditions side by side;"
            " pairs of issues that two parties could trade; or the single moves that would open an"
            " issue.",
        ),
    ] = "issues",
    suppose: Annotated[
        list[str] | None,
        typer.Option(
            "--if",
            metavar="PARTY:ISSUE=STANCE",
            help="Show what changes if this party took this stance instead; may be repeated.",
            show_default=False,
        ),
    ] = None,
    parties: Parties = None,
    since: From = None,
    as_of: AsOf = None,
    level: ActorLevel = "bloc",
    ascribed: Ascribed = False,
    rule: RuleChoice = None,
    format: TableFormat = "table",
) -> None:
    """Show where some parties have room for a deal: what is open, who blocks, what to trade.

    Open: all support or accept under conditions. Blocked: exactly one is against.
    Split: two camps. How these are judged is in docs/agreement.md.

    Example: stancegraph deals --graph build/mine --parties russia,ukraine --show trades
    """
    from stancegraph import deals as room
    from stancegraph.exceptions import CaseError

    if suppose and show != "issues":
        raise typer.BadParameter(f"shows what changes, not {show}", param_hint="--if")
    supposed = [_supposed(text) for text in suppose or ()]
    read = read_standings(graph, parties, since, as_of, level, ascribed, rule)
    told = (read.standings, read.case, read.parties)
    title = f"{{}} among {', '.join(read.parties)} as of {read.as_of or 'no known day'}"
    try:
        if supposed:
            changes = [room.what_if(*told, *parts, rules=read.rules) for parts in supposed]
            frame = _compact(changes) if format == "table" else room.changes_frame(changes)
            print_frame(title.format("What changes"), frame, format)
        elif show == "issues":
            frame = room.prospects_frame(room.prospects(*told, rules=read.rules), read.case)
            if format == "table":  # what fits a terminal
                frame = frame.drop(columns=["label", "group"])
            print_frame(title.format("Room for a deal"), frame, format)
        elif show == "conditions":
            frame = room.conditions_frame(*told, rules=read.rules)
            print_frame(title.format("Conditions"), frame, format)
        elif show == "trades":
            frame = room.trades_frame(room.trades(*told, rules=read.rules))
            print_frame(title.format("Candidates for a trade"), frame, format)
        else:
            changes = room.openings(*told, rules=read.rules)
            frame = _compact(changes) if format == "table" else room.changes_frame(changes)
            print_frame(title.format("Moves that would open an issue"), frame, format)
    except CaseError as error:
        option = "--if" if supposed else "--parties"
        raise typer.BadParameter(str(error), param_hint=option) from error


def _compact(changes: "list[Change]") -> "pd.DataFrame":
    """Give each change one row that fits a terminal."""
    import pandas as pd

    columns = ["party", "issue", "value", "outlook", "parties", "agreement with"]
    rows = [
        [
            change.party,
            change.issue,
            f"{_signed(change.before)} → {_signed(change.after)}",
            f"{change.outlook_before} → {change.outlook_after}",
            f"{change.verdict_before or 'one voice'} → {change.verdict_after or 'one voice'}",
            "; ".join(
                f"{other} {'–' if before is None else f'{before:.0%}'} → {after:.0%}"
                for other, (before, after) in change.agreement.items()
            ),
        ]
        for change in changes
    ]
    return pd.DataFrame(rows, columns=columns)


def _signed(value: float | None) -> str:
    return "silent" if value is None else f"{value:+.2f}"


def _supposed(text: str) -> tuple[str, str, "Stance"]:
    place, _, stance = text.partition("=")
    party, _, issue = place.partition(":")
    if not (party and issue) or stance not in STANCES:
        raise typer.BadParameter(
            f"{text!r}: write PARTY:ISSUE=STANCE, the stance one of {', '.join(STANCES)}",
            param_hint="--if",
        )
    return party, issue, stance
