"""Measure standings, agreement and deals on 10,000 to 1,000,000 statements, and how they grow.

    python benchmarks/agreement.py
    python benchmarks/agreement.py --statements 10000 --actors 50 --issues 100

Statements are made at random (seeded): 200 actors in 10 blocs, 500 issues, 10
statements to an article, three years of days, three holders to an actor. Each
number of statements is measured in a process of its own, so that one's memory
is not another's. CPU seconds (`time.process_time`) with one thread; peak memory
is the resident set's (`getrusage`), with Python, pandas and scipy in it, and the
statements themselves in "made"; Unix only.
"""

import argparse
import gc
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

# getrusage counts kilobytes on Linux and bytes on macOS.
_PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000


def measured(work: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """Do some work; return its result, its CPU seconds, and the peak memory so far in MB."""
    gc.collect()
    start = time.process_time()
    result = work()
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MEGABYTE
    return result, {"seconds": round(took, 2), "peak_mb": round(peak)}


def world(statements: int, actors: int, issues: int) -> tuple[Any, Any]:
    """Make a case of that size and its statements, every actor with a leaning on every issue."""
    from stancegraph.case import Actor, Case, Issue
    from stancegraph.model import STANCES, Position

    draw = random.Random(5)  # noqa: S311 - test data
    names = [f"a{n}" for n in range(actors)]
    agenda = [f"i{n}" for n in range(issues)]
    case = Case(
        "world", "urn:c", "World", "1", tuple(names),
        {n: Actor(n, f"urn:a:{n}", "bloc", n, n) for n in names},
        {
            n: Issue(n, f"urn:i:{n}", n, n, f"g{k % 10}", "", "", "")
            for k, n in enumerate(agenda)
        },
        {f"g{k}": f"Group {k}" for k in range(10)},
    )  # fmt: skip
    leaning = [[draw.choice(STANCES) for _ in agenda] for _ in names]
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(1100)]
    positions = []
    for number in range(statements):
        actor, issue = draw.randrange(actors), draw.randrange(issues)
        stance = leaning[actor][issue] if draw.random() < 0.8 else draw.choice(STANCES)
        positions.append(
            Position(
                f"n{number // 10}", names[actor], f"h{draw.randrange(3)}", agenda[issue], stance,
                "Words.", 0, 6, attribution="self" if draw.random() < 0.5 else "reported",
                confidence=round(0.5 + draw.random() / 2, 3), date=draw.choice(days),
            )
        )  # fmt: skip
    return case, positions


def run(statements: int, actors: int, issues: int) -> dict[str, dict[str, float]]:
    """Measure each analysis on one world."""
    from stancegraph.agreement import agreements, divergence_frame, positions_frame
    from stancegraph.deals import prospects, trades
    from stancegraph.standings import Rules, summarise

    figures: dict[str, dict[str, float]] = {}
    (case, positions), figures["made"] = measured(lambda: world(statements, actors, issues))
    standings, figures["standings"] = measured(lambda: summarise(positions, case))
    _, figures["agreement, no intervals"] = measured(
        lambda: agreements(standings, case, rules=Rules(draws=0))
    )
    _, figures["agreement, 500 draws"] = measured(lambda: agreements(standings, case))
    four = list(case.compared[:4])
    _, figures["by issue, 4 actors, 500 draws"] = measured(
        lambda: agreements(standings, case, actors=four, by="issue")
    )
    _, figures["divergence_frame"] = measured(lambda: divergence_frame(positions, case))
    _, figures["positions_frame"] = measured(lambda: positions_frame(positions, case))
    _, figures["prospects and trades, 4 parties"] = measured(
        lambda: (prospects(standings, case, four), trades(standings, case, four))
    )
    return figures


def main() -> None:
    """Print a table of the figures, one column for each number of statements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--actors", type=int, default=200)
    parser.add_argument("--issues", type=int, default=500)
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inner:
        print(json.dumps(run(args.statements[0], args.actors, args.issues)))
        return
    columns = [outer(count, args.actors, args.issues) for count in args.statements]
    table(args.statements, columns)


def outer(statements: int, actors: int, issues: int) -> dict[str, dict[str, float]]:
    """Measure in a process of its own."""
    command = [
        sys.executable, __file__, "--inner", "--statements", str(statements),
        "--actors", str(actors), "--issues", str(issues),
    ]  # fmt: skip
    one = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(  # noqa: S603 - this very file
        command, check=True, capture_output=True, text=True, env={**os.environ, **one}
    )
    figures: dict[str, dict[str, float]] = json.loads(done.stdout)
    return figures


def table(statements: Sequence[int], columns: Sequence[dict[str, dict[str, float]]]) -> None:
    """Print seconds, and peak megabytes in brackets."""
    print("| CPU seconds (peak MB so far) |", " | ".join(f"{n:,}" for n in statements), "|")
    print("|---|" + "---|" * len(statements))
    for name in columns[0]:
        cells = (f"{c[name]['seconds']:.2f} ({c[name]['peak_mb']:.0f})" for c in columns)
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
