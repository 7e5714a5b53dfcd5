"""Measure what a case's public record does to the extraction, and what it costs.

    python benchmarks/record.py --gold data/gold data/articles

Reads coded articles with the record and without, by the rules alone and with the case's second
reader, and prints the scores of each.
The record is a ground for doubt, so the cost is with those who change their mind:
of the coded pairs that are against the record (every accepted stance is opposite
to all that the actor is known for on the article's day) and of those that are off
it, how many are found with it and without.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.evaluation import Gold, evaluate, read_gold
from stancegraph.extraction import Extractor
from stancegraph.model import Article, Position


def extracted(articles: Sequence[Article], case: Case) -> dict[str, list[Position]]:
    """Read articles; positions by the article's id."""
    return {article.id: list(found) for article, found in Extractor(case).extract(articles)}


def standing(article: Article, coding: Gold, case: Case) -> dict[tuple[str, str], str]:
    """Tell for each coded pair whether it is with, against or off the record."""
    accepted: dict[tuple[str, str], set[str]] = {}
    for entry in coding.positions:
        if (
            entry.actor in case.compared
            and entry.attribution != "ascribed"
            and entry.time == "current"
        ):
            accepted.setdefault((entry.actor, entry.issue), set()).update(entry.accepted)
    found = {}
    for (actor, issue), stances in accepted.items():
        known = case.known_signs(actor, issue, article.date)
        opposite = {"oppose" if sign > 0 else "support" for sign in known or ()}
        if not known:
            found[actor, issue] = "off the record"
        elif len(known) == 1 and stances <= opposite:
            found[actor, issue] = "against the record"
        else:
            found[actor, issue] = "with the record"
    return found


def recall(
    articles: Sequence[Article],
    gold: Mapping[str, Gold],
    read: Mapping[str, Sequence[Position]],
    case: Case,
) -> dict[str, tuple[int, int]]:
    """Count, by standing, the coded pairs that are found with an accepted stance, and all."""
    counts: dict[str, tuple[int, int]] = {}
    for article in articles:
        findings = evaluate([article], {article.id: read[article.id]}, gold, case)
        missed = {(f.actor, f.issue) for f in (*findings.missed, *findings.sign_errors)}
        for pair, what in standing(article, gold[article.id], case).items():
            right, total = counts.get(what, (0, 0))
            counts[what] = (right + (pair not in missed), total + 1)
    return counts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("articles", nargs="+", type=Path, help="article files or folders")
    parser.add_argument("--gold", required=True, type=Path, help="folder of codings")
    parser.add_argument("--case", help="a case's name or folder; without it the default")
    options = parser.parse_args()

    case = load_case(options.case)
    gold = read_gold(options.gold)
    articles = [a for a in read_articles(options.articles) if a.id in gold]
    print(f"{len(articles)} articles\n")
    alone = replace(case, second_reader=None)
    ways = {"rules alone": alone, "rules alone, without": replace(alone, records={})}
    if case.second_reader is not None:
        ways |= {"both": case, "both, without": replace(case, records={})}
    for name, loaded in ways.items():
        read = extracted(articles, loaded)
        total = evaluate(articles, read, gold, case).total
        print(
            f"{name:20} pair P {total.pair_precision:.3f}, R {total.pair_recall:.3f},"
            f" F1 {total.pair_f1:.3f}; strict F1 {total.f1:.3f};"
            f" sign errors {total.sign_errors} of {total.pairs_found}"
        )
        for what, (right, pairs) in sorted(recall(articles, gold, read, case).items()):
            print(f"{' ' * 20} coded pairs {what}: {right} of {pairs} found")


if __name__ == "__main__":
    main()
