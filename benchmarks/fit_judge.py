r"""Fit the judge: how likely a candidate is a position, from its features.

The engine's first stage finds candidates with named features; the second, the
judge, gives each a probability. This script fits the judge's weights on coded
articles and says how far its probabilities can be trusted.

    python benchmarks/fit_judge.py --gold data/gold data/articles

What counts as right: a candidate of a compared actor, current and not
ascribed, whose pair of actor and issue is coded with a stance that is not
opposite to its own, and which lies in a coded sentence of the pair: right by
chance, with a sentence behind it that does not show it, is wrong for whoever
reads that sentence. Pairs that the coding calls arguable, or has only as
ascribed or past, teach nothing and are left out.

Text that rules were written for says little of how far the rules can be
trusted elsewhere. So the candidates of text that nobody had worked on can be
saved as the engine read them at that time, and be used in later fits:

    python benchmarks/fit_judge.py --gold gold new --save rows.jsonl.gz
    python benchmarks/fit_judge.py --gold data/gold data/articles \
        --rows benchmarks/judge-rows.jsonl.gz --threshold 0.4 \
        --out ontology/lexicon/en/judge.json

Such a file has features, no text. ``judge-rows.jsonl.gz`` has the rows of the
coded texts that cannot be handed on. What is claimed of 101 of them is as the
rules read it that were made with them, of 301 as it was read before anybody had
worked on them; 88 real texts are there once more as later cues read them. What
is only implied in these texts, or told in words out of their place, is as it is
read since such candidates are left to the judge. In the 345 oldest, whose texts
are not at hand any more, what is claimed is labelled by pair and direction
alone, wherever it lies: their rows have half of the weight.

The model is logistic regression with an L2 penalty (scikit-learn). All that is
printed is measured by grouped cross-validation: an article is scored by
weights that have not seen it. The weights written are fitted on all rows.
The result depends on nothing but the input: two runs write the same file.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.evaluation import Gold, Scores, evaluate, is_evidence, read_gold
from stancegraph.extraction import Extractor
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.judging import confidence, select
from stancegraph.model import Article, Position, Stance, opposite
from stancegraph.sentences import sentences

# Strong enough that a feature seen a dozen times cannot decide alone.
PENALTY = 0.6
# Each article is held out with an eighth of the others.
FOLDS = 8
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
# Pair F1s that are this near are equal, being a matter of two or three pairs in five hundred;
# of equal thresholds the strictest is taken, for what is printed should be right.
EQUAL = 0.005
BINS = 10


@dataclass(frozen=True)
class Row:
    """A candidate that can be told right or wrong, and how much that counts in a fit."""

    article: str
    features: Mapping[str, float]
    right: bool
    weight: float = 1.0


def labelled(
    article: Article, candidates: Sequence[Candidate], gold: Gold, case: Case
) -> list[Row]:
    """Label an article's candidates by its coding."""
    accepted: dict[tuple[str, str], set[Stance]] = defaultdict(set)
    quotes: dict[tuple[str, str], list[str]] = defaultdict(list)
    coded: set[tuple[str, str]] = set(gold.arguable)
    for entry in gold.positions:
        coded.add((entry.actor, entry.issue))
        if entry.attribution != "ascribed" and entry.time == "current":
            accepted[entry.actor, entry.issue] |= entry.accepted
            quotes[entry.actor, entry.issue].append(entry.quote)
    rows, spans = [], sentences(article.text)
    for candidate in candidates:
        pair = (candidate.actor, candidate.issue)
        if (
            candidate.actor not in case.compared
            or candidate.attribution == "ascribed"
            or candidate.time != "current"
            or (pair in coded and pair not in accepted)
        ):
            continue
        right = any(
            not opposite(candidate.stance, stance) for stance in accepted[pair]
        ) and is_evidence(candidate.start, candidate.end, quotes[pair], article.text, spans)
        rows.append(Row(article.id, candidate.features, right))
    return rows


def load_rows(file: Path) -> list[Row]:
    """Read saved rows."""
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        return [
            Row(r["article"], r["features"], r["right"], r.get("weight", 1.0))
            for r in map(json.loads, stream)
        ]


def save_rows(file: Path, rows: Sequence[Row]) -> None:
    """Write rows, compressed; features that are 0 are left out."""
    lines = [
        json.dumps(
            {
                "article": row.article,
                "right": row.right,
                "features": {k: round(v, 3) for k, v in sorted(row.features.items()) if v},
            }
            | ({"weight": row.weight} if row.weight != 1 else {})
        )
        for row in rows
    ]
    # No time stamp: the same rows give the same file.
    file.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


def fitted(rows: Sequence[Row], penalty: float) -> dict[str, float]:
    """Fit the weights on rows: one for each feature, and the bias."""
    # Only a fit needs it: the tests run without it.
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for row in rows for name in row.features})
    matrix = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    model = LogisticRegression(C=penalty, max_iter=5000)
    model.fit(
        matrix,
        np.array([row.right for row in rows]),
        sample_weight=np.array([row.weight for row in rows]),
    )
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return weights | {"bias": round(float(model.intercept_[0]), 3)}


def positions(
    article: Article, candidates: Sequence[Candidate], weights: Mapping[str, float], least: float
) -> list[Position]:
    """Judge an article's candidates as the engine would."""
    return [
        Position(
            article=article.id,
            actor=c.actor,
            holder=c.holder,
            issue=c.issue,
            stance=c.stance,
            quote=article.text[c.start : c.end],
            start=c.start,
            end=c.end,
            attribution=c.attribution,
            time=c.time,
            confidence=p,
        )
        for c, p in select(candidates, weights, least)
    ]


def reliability(right: Sequence[bool], predicted: Sequence[float]) -> list[tuple[str, ...]]:
    """Bin candidates by predicted confidence: how many, their mean, and the share right."""
    rows: list[tuple[str, ...]] = []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [
            (p, y)
            for p, y in zip(predicted, right, strict=True)
            if low <= p < high or p == high == 1
        ]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            rows.append((f"{low:.1f}-{high:.1f}", str(len(inside)), f"{mean:.2f}", f"{share:.2f}"))
    return rows


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [heads, ["---:"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def scores_row(name: str, scores: Scores) -> tuple[str, ...]:
    """Give the cells of the table of thresholds."""
    t = scores.total
    shares = (t.pair_precision, t.pair_recall, t.pair_f1, t.f1, t.sign_error_share)
    return (name, *(f"{share:.3f}" for share in shares))


def write(file: Path, threshold: float, weights: Mapping[str, float]) -> None:
    """Write the weights, whole or not at all."""
    text = json.dumps({"threshold": threshold, "weights": dict(sorted(weights.items()))}, indent=1)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=file.parent, prefix=f".{file.name}.", delete=False
    ) as stream:
        stream.write(text + "\n")
    Path(stream.name).chmod(0o644)
    Path(stream.name).replace(file)


def main() -> None:
    """Fit, measure, and write the weights if asked to."""
    from sklearn.metrics import brier_score_loss, roc_auc_score
    from sklearn.model_selection import GroupKFold

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("articles", nargs="+", type=Path, help="article files or folders")
    parser.add_argument("--gold", action="append", required=True, type=Path, help="may be repeated")
    parser.add_argument("--case", help="a case's name or folder; without it the default")
    parser.add_argument("--penalty", type=float, default=PENALTY, help="inverse L2 strength")
    parser.add_argument(
        "--threshold",
        type=float,
        help="without it, the strictest of those whose held-out pair F1 is best",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the weights here")
    parser.add_argument(
        "--rows", action="append", default=[], type=Path, metavar="FILE", help="saved rows to add"
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="save the rows here and stop")
    options = parser.parse_args()

    # The rules' own judge; what a second reader adds is weighed by `weigh_second_reader.py`.
    case = replace(load_case(options.case), second_reader=None)
    gold: dict[str, Gold] = {}
    for folder in options.gold:
        gold |= read_gold(folder, on_error=lambda error: print(error, file=sys.stderr))
    articles = [a for a in read_articles(options.articles) if a.id in gold]
    if len(articles) < FOLDS:
        parser.error(f"{len(articles)} coded articles; {FOLDS} folds need at least as many")
    found = {a.id: cands for a, cands in Extractor(case).candidates(articles)}
    rows = [row for a in articles for row in labelled(a, found[a.id], gold[a.id], case)]
    if options.save is not None:
        save_rows(options.save, rows)
        print(f"{len(rows)} candidates of {len(articles)} articles in {options.save}")
        return
    rows += [row for file in options.rows for row in load_rows(file)]
    read = len({row.article for row in rows})
    print(f"{read} articles, {len(rows)} candidates, {sum(r.right for r in rows)} right\n")

    groups = [row.article for row in rows]
    held_out: dict[str, dict[str, float]] = {}
    for train, test in GroupKFold(FOLDS).split(rows, groups=groups):
        weights = fitted([rows[i] for i in train], options.penalty)
        held_out |= dict.fromkeys({groups[i] for i in test}, weights)
    everything = fitted(rows, options.penalty)
    predicted = [confidence(row.features, held_out[row.article]) for row in rows]
    right = [row.right for row in rows]
    print("Reliability, held out (predicted confidence against the share that is right):\n")
    print(table(("confidence", "candidates", "mean", "right"), reliability(right, predicted)))
    auc, brier = roc_auc_score(right, predicted), brier_score_loss(right, predicted)
    print(f"\nAUC {auc:.3f}, Brier score {brier:.3f}\n")

    measured: dict[float, Scores] = {}
    for least in THRESHOLDS:
        chosen = {
            # An article without a labelled candidate is in no fold.
            a.id: positions(a, found[a.id], held_out.get(a.id, everything), least)
            for a in articles
        }
        measured[least] = evaluate(articles, chosen, gold, case)
    print("Scores, held out, by threshold:\n")
    heads = ("threshold", "pair P", "pair R", "pair F1", "strict F1", "sign errors")
    print(table(heads, [scores_row(f"{least:.2f}", s) for least, s in measured.items()]))
    top = max(scores.total.pair_f1 for scores in measured.values())
    best = max(t for t, scores in measured.items() if scores.total.pair_f1 >= top - EQUAL)
    threshold = best if options.threshold is None else options.threshold
    print(f"\nthreshold {threshold}")
    if options.out is not None:
        write(options.out, threshold, everything)
        print(f"wrote {options.out}")


if __name__ == "__main__":
    main()
