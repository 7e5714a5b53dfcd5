"""`stancegraph evaluate`: score the extraction against a human coding."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stancegraph.cli.common import (
    CaseName,
    LeftOut,
    Model,
    Paths,
    WithRecord,
    WithSecondReader,
    load_case,
    print_table,
    progress,
    readable,
    tell,
)

if TYPE_CHECKING:
    from stancegraph.diagnosis import Diagnosis, Reading
    from stancegraph.evaluation import Finding, Scores, Tally


def evaluate(
    paths: Paths,
    gold: Annotated[
        Path,
        typer.Option("--gold", metavar="DIR", help="Folder of codings, one STEM.gold.json each."),
    ],
    case: CaseName = None,
    record: WithRecord = True,
    second_reader: WithSecondReader = True,
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
    left_out = LeftOut()
    coded = read_gold(gold, on_error=left_out)
    loaded = load_case(case, record=record, second_reader=second_reader)
    read: dict[str, Reading] = {}
    with progress("articles read") as track:
        for reading in track(readings(readable(paths, loaded, left_out), loaded, model)):
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
            tell(f"{article}: not scored, for there is no {article}.gold.json in {gold}")
    if not scores.articles:
        tell("nothing could be scored; codings are found by the names of the articles' files")
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
        tell(f"pinned in {pin}")


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
    print_table(f"Scores over {len(scores.articles)} articles", ("score", "", "over"), facts)
    columns = ("", "strict P", "R", "F1", "pair F1", "sign errors", "coded", "predicted")
    slices = {"actor": scores.by_actor, "issue": scores.by_issue, "article": scores.by_article}
    for name, tallies in slices.items():
        rows = [(key, *_tally_cells(tally)) for key, tally in tallies.items()]
        print_table(f"By {name}", (name, *columns[1:]), rows)
    rows = [(name, str(count)) for name, count in by_class.items()]
    print_table("By class of error", ("class", "count"), rows)
    heads = ("article", "actor", "issue", "stance", "coded", "predicted", "holder", "quote")
    classed = {id(d.finding): d for d in diagnoses}
    for title, findings in (
        ("Sign errors", scores.sign_errors),
        ("Missed", scores.missed),
        ("Spurious", scores.spurious),
    ):
        rows = [(*_finding_cells(f), _class_cell(classed.get(id(f)))) for f in findings]
        print_table(f"{title}: {len(rows)}", (*heads, "class"), rows)


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


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"
