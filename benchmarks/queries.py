"""How long the named queries take on a graph of a million triples, and on the demo's.

    python benchmarks/queries.py                  builds a graph of a million triples, once
    python benchmarks/queries.py --graph DIR      any other graph

Each query is asked as it is and with what people usually give. Told are, in milliseconds of
processor time (what else the machine does changes it little; waiting for the disk is not in it),
the least of the runs: the engine alone (all rows fetched and let go), `select` (rows of Python
values), and `run` (a DataFrame); then `run` as a multiple of the engine, and what share of it
turning rows into a DataFrame takes.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from stancegraph.case import Case, case_dir, load_case
from stancegraph.model import STANCES, Article, Position, SpeechAct
from stancegraph.queries import Query, catalogue, run
from stancegraph.store import Store, build_store

#: Articles that make a million triples, at the mean of 9 positions each.
ARTICLES = 3500
#: The most that a query may take on it, in milliseconds.
BOUND = 2000
#: What people usually give, and the page that a listing is asked for without it.
USUAL: dict[str, Any] = {"actor": "russia", "issue": "new-sanctions"}
PAGE = {"limit": 200}


def collection(case: Case, articles: int) -> Iterator[tuple[Article, list[Position]]]:
    """Make articles with positions of every kind; a few issues are spoken of most."""
    chance = random.Random(7)  # noqa: S311 - data, no secret
    blocs = [actor.id for actor in case.actors.values() if actor.bloc == actor.id]
    holders = {b: [a.id for a in case.actors.values() if a.bloc == b] for b in blocs}
    issues = list(case.issues)
    often = [1 / n for n in range(1, len(issues) + 1)]
    acts: tuple[SpeechAct, ...] = get_args(SpeechAct)
    for number in range(articles):
        day = date(2022, 2, 24) + timedelta(days=chance.randrange(1400))
        name = f"{day}-{number:06}"
        sentences = [
            f"Sentence {n} of {name} says what somebody wants of others." for n in range(20)
        ]
        text = " ".join(sentences)
        found = []
        for sentence in sentences[: chance.randrange(19)]:
            bloc = chance.choice(case.compared if chance.random() < 0.8 else blocs)
            holder = case.actors[chance.choice(holders[bloc])]
            start = text.index(sentence)
            stance = chance.choices(STANCES, [45, 35, 13, 7])[0]
            attribution = chance.choices(["self", "reported", "ascribed"], [5, 4, 1])[0]
            settings: dict[str, Any] = {
                "attribution": attribution,
                "attributed_by": chance.choice(case.compared)
                if attribution == "ascribed"
                else None,
                "condition": "the other side moves first" if stance == "conditional" else None,
                "time": "past" if chance.random() < 0.04 else "current",
                "date": day - timedelta(days=chance.randrange(10)),
            }
            found.append(
                Position(
                    name, bloc, holder.label, chance.choices(issues, often)[0], stance, sentence,
                    start, start + len(sentence), confidence=round(chance.random(), 3),
                    holder_id=holder.id, date_precision="day", speech_act=chance.choice(acts),
                    extractor="made up", **settings,
                )
            )  # fmt: skip
        publisher = f"Publisher {chance.randrange(30)}"
        yield Article(name, text, f"Talks, part {number}", day, publisher), found


def least(runs: int, call: Callable[[], object]) -> float:
    """Return the least time of several runs, in milliseconds."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best * 1000


def measure(store: Store, query: Query, params: dict[str, Any], runs: int) -> tuple[float, ...]:
    """Return the rows, and the times of the engine, of `select` and of `run`."""
    asked: list[tuple[str, Any]] = []

    class Listening:
        """Passes on what a query becomes, so that the engine can be asked the very same."""

        def select(self, text: str, bindings: Any = None) -> Any:
            asked.append((text, bindings))
            return store.select(text, bindings)

    rows = len(run(Listening(), query.name, params))  # type: ignore[arg-type]
    text, bindings = asked[-1]

    def engine() -> None:
        from stancegraph.sparql import bind

        for _ in store.answer(bind(text, bindings)):  # type: ignore[union-attr]
            pass

    return (
        rows,
        least(runs, engine),
        least(runs, lambda: store.select(text, bindings)),
        least(runs, lambda: run(store, query.name, params)),
    )


def main() -> None:
    """Build the graph if it is not there, ask every query and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--graph", type=Path, default=Path("build/million"))
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--only", nargs="*", help="names of queries")
    options = parser.parse_args()
    if not options.graph.exists():
        case = load_case(case_dir("ukraine"))
        start = time.perf_counter()
        summary = build_store(options.graph, collection(case, ARTICLES), case)
        print(f"built {summary} in {time.perf_counter() - start:.0f} s")
    slow = []
    with Store.open(options.graph, read_only=True) as store:
        triples = len(store)
        print(f"{triples} triples\n")
        print("| query | asked with | rows | engine | select | run | run / engine | frame |")
        print("|---|---|---|---|---|---|---|---|")
        for query in catalogue():
            if options.only and query.name not in options.only:
                continue
            known = {parameter.name for parameter in query.parameters}
            usual = {key: value for key, value in USUAL.items() if key in known}
            page = PAGE if "limit" in known else None
            for params in ({}, page, usual or None):
                if params is None:
                    continue
                rows, engine, select, whole = measure(store, query, params, options.runs)
                share = max(0.0, whole - select) / whole
                told = ", ".join(params) or "–"
                print(
                    f"| {query.name} | {told} | {rows} | {engine:.0f} | {select:.0f} |"
                    f" {whole:.0f} | {whole / engine:.2f} | {share:.0%} |",
                    flush=True,
                )
                if whole > BOUND:
                    slow.append(f"{query.name} ({told}): {whole:.0f} ms")
    print(f"\nover {BOUND} ms: {'; '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
