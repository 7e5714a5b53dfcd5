"""`stancegraph structure`: camps, what holds and divides them, and who stands between."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from stancegraph.cli.common import print_table, tell
from stancegraph.cli.sources import (
    Exclude,
    From,
    GraphOption,
    Only,
    StatementsOption,
    To,
    days,
    filters,
    one_source,
    read_source,
)
from stancegraph.exceptions import StatementsError

if TYPE_CHECKING:
    import pandas as pd

#: The work grows with the square of the issues: so many of 50 actors take six seconds.
_BACKBONE = 100


def structure(
    graph: GraphOption = None,
    statements: StatementsOption = None,
    nodes: Annotated[
        Literal["actor", "holder"],
        typer.Option("--nodes", help="Who is divided: organizations or persons."),
    ] = "actor",
    method: Annotated[
        Literal[
            "louvain", "greedy", "label-propagation", "girvan-newman", "hierarchical", "components"
        ],
        typer.Option("--method", help="How the clusters are found."),
    ] = "louvain",
    duplicates: Annotated[
        Literal["include", "document", "week", "month", "year", "acrossrange"],
        typer.Option("--duplicates", help="Within what a repeated statement counts once."),
    ] = "include",
    start: From = None,
    end: To = None,
    exclude: Exclude = None,
    only: Only = None,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="Tables to read, or JSON.")
    ] = "table",
) -> None:
    """Show the structure of a debate: clusters, camps, bridges, brokers, backbone.

    Clusters are found in the network of agreement less disagreement. What the
    measures are is told in docs/networks.md.

    Example: stancegraph structure --graph build/demo
    """
    one_source(graph, statements)
    first, last = days(start, end)
    from stancegraph.networks import project, tensor
    from stancegraph.networks.backbone import backbone, backbone_frame
    from stancegraph.networks.clusters import clusters, holding_frame
    from stancegraph.networks.polarisation import polarisation
    from stancegraph.networks.signed import balance, bridging_frame, brokerage_frame
    from stancegraph.statements import prepare

    table, labels = read_source(graph, statements)
    prepared = prepare(
        table,
        nodes=nodes,
        start=first,
        end=last,
        exclude=filters(table, exclude, "--exclude"),
        keep=filters(table, only, "--only"),
        duplicates=duplicates,
    )
    if not len(prepared):
        raise StatementsError("no statement is left to compare; widen the range or the filters")
    counted = tensor(prepared, nodes)
    signs = project(counted, mode="one", aggregation="subtract", normalization="average")
    found = clusters(signs, method)
    balanced = balance(signs)
    camps = {seek: polarisation(counted, seek=seek) for seek in ("highest", "lowest")}
    told: dict[str, Any] = {
        "statements": len(prepared),
        "method": method,
        "modularity": found.modularity,
        "clusters": [list(group) for group in found.clusters],
        "camps": [list(side) for side in balanced.camps],
        "frustration": balanced.frustration,
        "balanced": balanced.share,
        "triads": list(balanced.triads),
        "polarisation": {
            seek: {"value": d.value, "clusters": [list(group) for group in d.clusters]}
            for seek, d in camps.items()
        },
    }
    frames = {
        "holding": holding_frame(counted, found.clusters),
        "bridging": bridging_frame(counted, found.clusters),
        "brokerage": brokerage_frame(signs, found.clusters),
    }
    if len(counted.columns) <= _BACKBONE:
        frames["backbone"] = backbone_frame(backbone(counted))
    else:
        tell(f"no backbone of more than {_BACKBONE} issues, which would take long; filter them")
    if format == "json":
        listed = {name: _records(frame) for name, frame in frames.items()}
        typer.echo(json.dumps({**told, **listed}, ensure_ascii=False, indent=1))
        return

    def shown(names: Sequence[str]) -> str:
        return ", ".join(labels.get(name, name) for name in names)

    near = camps["lowest"]
    nearest = " | ".join(map(shown, near.clusters)) or "–"
    share = "–" if balanced.share is None else f"{balanced.share:.0%}"
    facts = [
        *((f"cluster {at}", shown(group)) for at, group in enumerate(found.clusters)),
        ("modularity", f"{found.modularity:.3f} ({method})"),
        *((f"camp {at}", shown(side)) for at, side in enumerate(balanced.camps) if side),
        ("balance", f"{share} of triangles; {balanced.frustration} ties contradict the camps"),
        ("polarisation, highest", f"{camps['highest'].value:.3f} (as DNA reports it)"),
        ("polarisation, lowest", f"{near.value:.3f}: {nearest}"),
    ]
    print_table(f"Structure of {len(prepared)} statements", ("", "what was found"), facts)
    titles = {
        "holding": "What holds the clusters together, and what splits them",
        "bridging": "Issues between the clusters, bridges first",
        "brokerage": "Who stands between others",
        "backbone": "Issues by how little is lost without them; the backbone is last",
    }
    for name, frame in frames.items():
        rows = [[_cell(value, labels) for value in row] for row in frame.itertuples(index=False)]
        print_table(titles[name], [str(column) for column in frame], rows)


def _records(frame: "pd.DataFrame") -> list[dict[Any, Any]]:
    missing = frame.astype(object).where(frame.notna(), None)
    return list(missing.to_dict("records"))


def _cell(value: object, labels: dict[str, str]) -> str:
    if isinstance(value, float):
        return "" if value != value else f"{value:.3f}".rstrip("0").rstrip(".")
    return labels.get(str(value), str(value))
