"""Write the measured tables of docs/model-card.md anew, between their markers.

    python benchmarks/model_card.py

Scores the engine on the bundled articles and replaces what stands between
``<!-- scores -->`` and ``<!-- /scores -->``, and so on. `make pin` runs it, so
that the card and the pinned scores are of one state.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from stancegraph.articles import read_articles
from stancegraph.case import load_case
from stancegraph.diagnosis import classes, diagnose, readings
from stancegraph.evaluation import evaluate, read_gold

ROOT = Path(__file__).parents[1]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table whose first column is text and whose others are numbers."""
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join("| " + " | ".join(line) + " |" for line in (heads, rule, *rows))


def measured() -> dict[str, str]:
    """Measure, and give the text for each marker."""
    case = load_case()
    gold = read_gold(ROOT / "data" / "gold")
    read = {r.article.id: r for r in readings(read_articles([ROOT / "data" / "articles"]), case)}
    articles = [reading.article for reading in read.values()]
    scores = evaluate(articles, {id_: r.positions for id_, r in read.items()}, gold, case)
    total = scores.total
    heads = ("", "F1", "precision", "recall", "coded", "predicted")
    rows = [
        (
            "pairs of actor and issue",
            *shares(total.pair_f1, total.pair_precision),
            f"{total.pair_recall:.3f}",
            str(total.pairs_gold),
            str(total.pairs_predicted),
        ),
        (
            "strict: actor, issue, stance",
            *shares(total.f1, total.precision),
            f"{total.recall:.3f}",
            str(total.gold),
            str(total.predicted),
        ),
    ]
    others = [
        (
            "sign errors",
            f"{total.sign_errors} of {total.pairs_found} pairs found",
            f"{total.sign_error_share:.1%}",
        ),
        ("evidence from the coded sentence", "of right positions", f"{scores.evidence or 0:.1%}"),
        ("quotes exact", "of all positions", f"{scores.quotes_exact or 0:.1%}"),
    ]
    actors = [
        (name, *shares(t.pair_f1, t.pair_precision, t.pair_recall, t.f1), str(t.gold))
        for name, t in scores.by_actor.items()
    ]
    by_class = classes(diagnose(scores, read, gold))
    return {
        "scores": "\n\n".join(
            (
                table(heads, rows),
                table(("", "of what", "share"), others),
                table(("actor", "pair F1", "pair P", "pair R", "strict F1", "coded"), actors),
            )
        ),
        "classes": table(("class", "count"), [(k, str(n)) for k, n in by_class.items()]),
    }


def shares(*values: float) -> tuple[str, ...]:
    """Write shares to three places."""
    return tuple(f"{value:.3f}" for value in values)


def replaced(text: str, parts: Mapping[str, str]) -> str:
    r"""Put each part between its markers.

    >>> replaced("a <!-- x -->old<!-- /x --> b", {"x": "new"})
    'a <!-- x -->\nnew\n<!-- /x --> b'
    """
    for name, part in parts.items():
        before, begin, rest = text.partition(f"<!-- {name} -->")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        if not end:
            raise SystemExit(f"docs/model-card.md: no markers for {name!r}; put them back")
        text = f"{before}{begin}\n{part}\n{end}{after}"
    return text


def main() -> None:
    """Measure and write."""
    card = ROOT / "docs" / "model-card.md"
    text = replaced(card.read_text(encoding="utf-8"), measured())
    aside = card.with_name(f".{card.name}.new")
    aside.write_text(text, encoding="utf-8")
    aside.replace(card)
    print(f"wrote {card.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
