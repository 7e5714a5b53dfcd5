"""`stancegraph agreement`: who agrees with whom, on what, and where each stands."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from stancegraph.cli.common import (
    AS_OF,
    ActorLevel,
    Ascribed,
    AsOf,
    From,
    GraphPlace,
    Parties,
    RuleChoice,
    TableFormat,
    a_day,
    print_frame,
    read_graph,
    rules_of,
    tell,
)

if TYPE_CHECKING:
    from stancegraph.case import Case
    from stancegraph.model import Position
    from stancegraph.standings import Level, Rules, Standing


def agreement(
    graph: GraphPlace,
    show: Annotated[
        Literal["pairs", "issues", "positions"],
        typer.Option(
            "--show",
            help="Each pair's agreement; the issues, the most divided first; or where each actor"
            " stands on each issue.",
        ),
    ] = "pairs",
    by: Annotated[
        Literal["overall", "group", "issue"],
        typer.Option("--by", help="Pairs over all issues, over each group, or issue by issue."),
    ] = "overall",
    parties: Parties = None,
    since: From = None,
    as_of: AsOf = None,
    level: ActorLevel = "bloc",
    ascribed: Ascribed = False,
    rule: RuleChoice = None,
    format: TableFormat = "table",
) -> None:
    """Compare actors: who agrees with whom, on what, how sure that is, and what moved.

    Agreement runs from 0 to 1, with a 95 % interval; positions from -1 (opposes)
    to 1 (supports). The rules and their numbers are in docs/agreement.md.

    Example: stancegraph agreement --graph build/mine --by group
    """
    if by != "overall" and show != "pairs":
        raise typer.BadParameter(f"says how to compare pairs, not {show}", param_hint="--by")
    from stancegraph.agreement import agreement_frame, divergence_frame, positions_frame

    read = read_standings(graph, parties, since, as_of, level, ascribed, rule)
    chosen, today, first = read.parties, read.as_of, read.since
    title = f"{{}} as of {today or 'no known day'}"
    if show == "pairs":
        frame = agreement_frame(
            read.positions, read.case, by=by, actors=chosen, level=level, ascribed=ascribed,
            as_of=today, since=first, rules=read.rules,
        )  # fmt: skip
        title = title.format("Agreement")
    elif show == "issues":
        frame = divergence_frame(
            read.positions, read.case, actors=chosen, level=level, ascribed=ascribed,
            as_of=today, since=first, rules=read.rules,
        ).reset_index()  # fmt: skip
        title = title.format("Issues, the most divided first,")
    else:
        frame = positions_frame(
            read.positions,
            read.case,
            dates=[today] if today else None,
            since=first,
            level=level,
            ascribed=ascribed,
            rules=read.rules,
        )
        frame = frame[frame["actor"].isin(chosen)]
        title = title.format("Positions")
        if format == "table":  # what fits a terminal
            frame = frame[["actor", "issue", "value", "word", "statements", "since", "latest",
                           "contested", "stale", "low_evidence", "before", "after"]]  # fmt: skip
    print_frame(title, frame, format)


class Read(NamedTuple):
    """A graph's positions and standings, and what the options ask of them."""

    case: "Case"
    positions: list["Position"]
    standings: dict[tuple[str, str], "Standing"]
    parties: tuple[str, ...]
    since: date | None
    as_of: date | None
    rules: "Rules"


def read_standings(
    graph: str,
    parties: Sequence[str] | None,
    since: str | None,
    as_of: str | None,
    level: "Level",
    ascribed: bool,
    rule: Sequence[str] | None,
) -> Read:
    """Read a graph, and put its positions together as the options ask."""
    from stancegraph.standings import parties as all_parties
    from stancegraph.standings import summarise

    first, last = a_day(since, "--from"), a_day(as_of, AS_OF)
    if first and last and last < first:
        raise typer.BadParameter(f"{as_of} is before --from {since}", param_hint=AS_OF)
    rules = rules_of(rule)
    case, extracted = read_graph(graph)
    positions = [position for _, found in extracted for position in found]
    days = [article.date for article, _ in extracted] + [p.date for p in positions]
    today = last or max((day for day in days if day is not None), default=None)
    standings = summarise(
        positions, case, as_of=today, since=first, level=level, ascribed=ascribed, rules=rules
    )
    chosen = _parties(parties, case)
    present = {actor for actor, _ in standings}
    for party in chosen or ():
        if party not in present:
            tell(f"{party}: no position in this period at the level {level}")
    return Read(
        case,
        positions,
        standings,
        chosen or all_parties(standings, case, level),
        first,
        today,
        rules,
    )


def _parties(given: Sequence[str] | None, case: "Case") -> tuple[str, ...]:
    chosen = [name.strip() for text in given or () for name in text.split(",") if name.strip()]
    for name in chosen:
        if name not in case.actors:
            from difflib import get_close_matches

            close = get_close_matches(name, case.actors, n=1)
            hint = f"did you mean {close[0]}?" if close else ""
            raise typer.BadParameter(
                f"{name!r} is no actor of the case {case.id!r}; "
                + (hint or f"it compares {', '.join(case.compared)}"),
                param_hint="--parties",
            )
    if given and len(set(chosen)) < 2:
        raise typer.BadParameter("name two actors or more", param_hint="--parties")
    return tuple(dict.fromkeys(chosen))
