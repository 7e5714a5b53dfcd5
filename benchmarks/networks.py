r"""Measure what networks of many statements take, and how that grows.

    python benchmarks/networks.py
    python benchmarks/networks.py --statements 10000 100000 1000000

Each number of statements is measured in a process of its own: statements of 200
actors on 500 issues over five years, drawn from a seeded generator with a few actors
and issues that speak and are spoken of much (a Zipf distribution), on the graded
scale. A step is measured once, in CPU seconds (`time.process_time`) of one core. Peak
memory is the resident set's after the step (`getrusage`), with Python and the table in
it, and never falls; Unix only.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ACTORS, ISSUES, DOCUMENTS_EACH, DAYS = 200, 500, 20, 5 * 365
# getrusage counts kilobytes on Linux and bytes on macOS.
_PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000


def made_up(count: int) -> Any:
    """Draw so many statements."""
    import numpy as np
    import pandas as pd

    from stancegraph.statements import GRADED, Statements

    chance = np.random.default_rng(0)

    def drawn(names: str, kinds: int) -> Any:
        weights = 1 / np.arange(1, kinds + 1)
        codes = chance.choice(kinds, size=count, p=weights / weights.sum())
        return pd.Series(np.array([f"{names}-{at}" for at in range(kinds)], dtype=object)[codes])

    document = chance.integers(0, max(1, count // DOCUMENTS_EACH), size=count)
    days = (document % DAYS).astype("timedelta64[D]")
    rows = pd.DataFrame(
        {
            "document": pd.Series(document).astype("str"),
            "date": (np.datetime64("2020-01-01") + days).astype("datetime64[us]"),
            "person": drawn("person", 5 * ACTORS).astype("str"),
            "organization": drawn("actor", ACTORS).astype("str"),
            "concept": drawn("issue", ISSUES).astype("str"),
            "agreement": chance.choice([1.0, 0.5, 0.0, -1.0], size=count),
        }
    )
    return Statements(rows, GRADED)


def at_size(count: int) -> list[tuple[str, float, float]]:
    """Measure every step with so many statements: its name, seconds, megabytes."""
    from stancegraph.exchange import read_statements, write_statements
    from stancegraph.networks import network, project, tensor, to_graph
    from stancegraph.networks.clusters import clusters, holding_frame
    from stancegraph.networks.files import csv_matrix
    from stancegraph.networks.polarisation import polarisation
    from stancegraph.networks.signed import balance
    from stancegraph.networks.windows import move
    from stancegraph.statements import prepare

    measured: list[tuple[str, float, float]] = []

    def step(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        taken = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MEGABYTE
        measured.append((name, taken, peak))
        return result

    statements = made_up(count)
    step("the table alone", lambda: None)
    prepared = step("prepare, all kept", lambda: prepare(statements))
    step("prepare, one a month", lambda: prepare(statements, duplicates="month"))
    counted = step("count", lambda: tensor(prepared))
    step("two-mode, subtract", lambda: project(counted, mode="two", aggregation="subtract"))
    near = step(
        "one-mode, congruence, average",
        lambda: project(counted, mode="one", aggregation="congruence", normalization="average"),
    )
    step(
        "one-mode, conflict, jaccard",
        lambda: project(counted, mode="one", aggregation="conflict", normalization="jaccard"),
    )
    step("issues by issues", lambda: network(statements, mode="one", nodes="issue"))
    step("CSV of the matrix", lambda: csv_matrix(near))
    graph = step("graph of the actors", lambda: to_graph(near))
    step(
        "statements behind 100 edges",
        lambda: [len(data["statements"]) for _, _, data in list(graph.edges(data=True))[:100]],
    )
    found = step("clusters, louvain", lambda: clusters(near))
    step("what holds the clusters", lambda: holding_frame(counted, found.clusters))
    step("polarisation, two camps", lambda: polarisation(counted))
    step(
        "balance",
        lambda: balance(project(counted, mode="one", aggregation="subtract")),
    )
    step(
        "54 windows of six months",
        lambda: sum(1 for _ in move(prepared, "months", 6, mode="one", aggregation="congruence")),
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "statements.csv"
        step("write CSV", lambda: write_statements(file, statements))
        step("read CSV", lambda: read_statements(file))
    return measured


def main() -> None:
    """Print a table of seconds and one of memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--statements", nargs="+", type=int, default=[10_000, 100_000], metavar="N")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        print(json.dumps(at_size(options.one)))
        return
    columns = []
    for count in options.statements:
        command = [sys.executable, __file__, "--one", str(count)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603
        columns.append(json.loads(done.stdout))
    sizes = " | ".join(f"{count:,}" for count in options.statements)
    for title, at, form in (("CPU seconds", 1, "{:.2f}"), ("peak MB", 2, "{:,.0f}")):
        print(f"| {title} | {sizes} |\n| --- |{' ---: |' * len(columns)}")
        for rows in zip(*columns, strict=True):
            print(f"| {rows[0][0]} | {' | '.join(form.format(row[at]) for row in rows)} |")
        print()


if __name__ == "__main__":
    main()
