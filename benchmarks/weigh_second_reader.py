r"""Weigh the second reader against the rules: fit the judge of what both have read.

    python -m benchmarks.weigh_second_reader --gold gold articles \
        --threshold 0.35 --out ontology/cases/ukraine/second-reader

The articles must be such as the second reader was not taught, and no rule was made with: how sure
it is of what it has learnt by heart says nothing. What counts as right is told in ``fit_judge.py``.
The rules' own log-odds are one feature; the others are those of `stancegraph.extraction.seconding`.
The model is logistic regression; all that is printed is measured on articles held out from the
fit. The weights written are fitted on all of them.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from benchmarks.fit_judge import FOLDS, Row, labelled, positions, reliability, scores_row, table

from stancegraph.articles import read_articles
from stancegraph.case import load_case
from stancegraph.evaluation import Gold, evaluate, read_gold
from stancegraph.extraction import Extractor
from stancegraph.extraction.judging import confidence, joined, load_weights

FEATURES = (
    "second",
    "second_contrary",
    "second_elsewhere",
    "proposed",
    "proposed_second",
    "proposed_second_contrary",
    "proposed_second_elsewhere",
    "proposed_actor",
    "proposed_issue",
)
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def fitted(rows: Sequence[Row], rules: Mapping[str, float]) -> dict[str, float]:
    """Fit what the rules' log-odds and each feature of the second reader's count."""
    from sklearn.linear_model import LogisticRegression

    matrix = [
        [_log_odds(row.features, rules), *(row.features.get(name, 0.0) for name in FEATURES)]
        for row in rows
    ]
    model = LogisticRegression(max_iter=5000)
    model.fit(np.array(matrix), np.array([row.right for row in rows]))
    share, *others = (float(weight) for weight in model.coef_[0])
    weights = dict(zip(FEATURES, others, strict=True)) | {
        "rules": share,
        "bias": float(model.intercept_[0]),
    }
    # What the rules have not found has none of their log-odds, not even where these start from.
    weights["proposed"] -= share * rules["bias"]
    return {name: round(weight, 3) for name, weight in sorted(weights.items())}


def _log_odds(features: Mapping[str, float], rules: Mapping[str, float]) -> float:
    if features.get("proposed"):
        return 0.0
    return rules["bias"] + sum(rules.get(name, 0.0) * value for name, value in features.items())


def main() -> None:
    """Fit, measure, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("articles", nargs="+", type=Path, help="article files or folders")
    parser.add_argument("--gold", action="append", required=True, type=Path, help="may be repeated")
    parser.add_argument("--case", help="a case's name or folder; without it the default")
    parser.add_argument("--reader", type=Path, metavar="FOLDER", help="another than the case's")
    parser.add_argument("--threshold", type=float, help="to write")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write the weights here")
    options = parser.parse_args()
    case = load_case(options.case)
    if options.reader is not None:
        case = replace(case, second_reader=options.reader)
    rules = load_weights(case.language)
    gold: dict[str, Gold] = {}
    for folder in options.gold:
        gold |= read_gold(folder, on_error=lambda error: print(error, file=sys.stderr))
    articles = [a for a in read_articles(options.articles) if a.id in gold]
    found = {a.id: cands for a, cands in Extractor(case).candidates(articles)}
    rows = [row for a in articles for row in labelled(a, found[a.id], gold[a.id], case)]
    print(f"{len(articles)} articles, {len(rows)} candidates, {sum(r.right for r in rows)} right\n")

    folds = [{a.id for a in articles[n::FOLDS]} for n in range(FOLDS)]
    held_out: dict[str, dict[str, float]] = {}
    for fold in folds:
        weights = joined(rules, fitted([r for r in rows if r.article not in fold], rules))
        held_out |= dict.fromkeys(fold, weights)
    predicted = [confidence(row.features, held_out[row.article]) for row in rows]
    print("Reliability, held out (predicted confidence against the share that is right):\n")
    bins = reliability([row.right for row in rows], predicted)
    print(table(("confidence", "candidates", "mean", "right"), bins))
    measured = []
    for least in THRESHOLDS:
        chosen = {a.id: positions(a, found[a.id], held_out[a.id], least) for a in articles}
        scores = evaluate(articles, chosen, gold, case)
        measured.append((*scores_row(f"{least:.2f}", scores), f"{scores.evidence or 0:.3f}"))
    print("\nScores, held out, by threshold:\n")
    heads = ("threshold", "pair P", "pair R", "pair F1", "strict F1", "sign errors", "evidence")
    print(table(heads, measured))
    everything = fitted(rows, rules)
    print(f"\n{everything}")
    if options.out is not None:
        file = options.out / "second-reader.json"
        told = json.loads(file.read_text(encoding="utf-8"))
        told["weights"] = everything
        if options.threshold is not None:
            told["threshold"] = options.threshold
        # Positions are known by the version that found them: other weights make another one.
        made = (options.out / "model.npz").read_bytes() + json.dumps(
            [told["weights"], told["threshold"]], sort_keys=True
        ).encode()
        day = told["version"].partition(".")[0]
        told["version"] = f"{day}.{hashlib.sha256(made).hexdigest()[:8]}"
        file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {file}")


if __name__ == "__main__":
    main()
