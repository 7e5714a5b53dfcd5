"""Measure the page: size, time until it is ready, time of a filter, in a real browser.

    python benchmarks/view.py [STATEMENTS ...]

Articles and statements are made up of random words with the frequencies that
words have in the sample articles, 15 statements to an article as there, so
that they pack about as well as real text. A filter is asked five times, each
time from the unfiltered view. Told are the clock's median, which the budgets are
for, on an idle machine with two cores, and the least of the CPU: the time of the
page's main thread (script, style and layout) as the browser counts it, free of
what else the machine does.
"""

import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from stancegraph.case import Case, load_case
from stancegraph.model import Article, Position, Stance
from stancegraph.view import page

#: Statements: bytes of the file, seconds until ready, seconds for a filter or a search.
BUDGETS = {200: (1e6, 0.7, 0.05), 5_000: (2.5e6, 1.0, 0.1), 50_000: (8e6, 3.5, 0.15)}
_ARTICLES = Path(__file__).parents[1] / "data" / "articles"
_PER_ARTICLE = 15
_ROUNDS = 5
_WORDS = 560  # of a sample article


def generated(case: Case, count: int, seed: int = 1) -> tuple[list[Article], list[Position]]:
    """Make up a collection with so many statements on the issues of a case."""
    draw = random.Random(seed)  # noqa: S311 - made-up data
    text = " ".join(p.read_text(encoding="utf-8") for p in sorted(_ARTICLES.glob("*.md")))
    frequencies = Counter(re.findall(r"\w+", text))
    words, weights = list(frequencies), list(frequencies.values())
    others = [a for a in case.blocs if a not in case.compared][:6]
    actors = [*case.compared] * 5 + others
    issues = list(case.issues)
    articles: list[Article] = []
    positions: list[Position] = []
    stances: tuple[Stance, ...] = ("support", "oppose", "conditional", "ambivalent")
    for number in range(-(-count // _PER_ARTICLE)):
        day = date(2022, 3, 1) + timedelta(days=draw.randrange(1400))
        sentences = [
            " ".join(draw.choices(words, weights, k=draw.randrange(8, 30))).capitalize() + "."
            for _ in range(_WORDS // 19)
        ]
        article = Article(
            f"{day}-{number}", " ".join(sentences), sentences[0][:70], day,
            f"Wire {draw.randrange(40)}", language="en",
        )  # fmt: skip
        articles.append(article)
        start = 0
        for sentence in sentences[: min(_PER_ARTICLE, count - len(positions))]:
            positions.append(
                Position(
                    article.id,
                    draw.choice(actors),
                    f"Speaker {draw.randrange(300)}",
                    draw.choice(issues),
                    draw.choices(stances, (6, 4, 2, 1))[0],
                    sentence,
                    start,
                    start + len(sentence),
                    condition=sentence[:40] if draw.random() < 0.15 else None,
                    attribution=draw.choices(("self", "reported", "ascribed"), (5, 4, 1))[0],
                    confidence=round(draw.uniform(0.4, 1), 2),
                    date=day,
                    date_precision="day",
                )
            )
            start += len(sentence) + 1
    return articles, positions


def cpu(session: CDPSession) -> float:
    """Give the seconds of CPU that the page's main thread has taken so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float({m["name"]: m["value"] for m in metrics}["TaskDuration"])


def opened(tab: Page, path: Path, hash_: str = "") -> tuple[float, float, CDPSession]:
    """Open the page; give the seconds until it is ready by the clock, and of CPU."""
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = time.perf_counter()
    tab.goto(f"{path.as_uri()}{hash_}")
    tab.locator("#app:not([hidden]) #content > *").first.wait_for(state="attached")
    return time.perf_counter() - before, cpu(session), session


def filtered(tab: Page, session: CDPSession, hash_: str) -> tuple[float, float]:
    """Change the filters by their address; give seconds until painted, and of CPU."""
    before = cpu(session)
    clock = tab.evaluate(
        """async (hash) => {
          const before = performance.now();
          const changed = new Promise((done) => {
            addEventListener("hashchange", done, { once: true });
          });
          location.hash = hash;
          await changed;
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return (performance.now() - before) / 1000;
        }""",
        hash_,
    )
    return float(clock), cpu(session) - before


def measure(count: int, chromium: str, report: Any = print) -> None:
    """Measure one size and print a line per figure."""
    case = load_case()
    started = time.perf_counter()
    html = page(*generated(case, count), case)
    built = time.perf_counter() - started
    size, ready, quick = BUDGETS.get(count, (float("nan"),) * 3)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        clocks, cpus = [], []
        for _ in range(3):
            tab = browser.new_page()
            clock, used, session = opened(tab, path)
            clocks.append(clock)
            cpus.append(used)
        report(f"{count:>7} statements, built in {built:.1f} s")
        report(f"    file   {len(html.encode()) / 1e6:6.2f} MB   budget {size / 1e6:.1f}")
        report(
            f"    ready  {statistics.median(clocks):6.2f} s    budget {ready}   cpu {min(cpus):.2f}"
        )
        group, issue = next(iter(case.groups)), next(iter(case.issues))
        for tab_name in ("positions", "agreement", "network", "shifts", "statements"):
            filtered(tab, session, f"#tab={tab_name}")
            for name, asked in (
                ("group", f"group={group}"),
                ("dates", "from=2023-01-01&to=2024-06-30"),
                ("search", "q=peace"),
                ("issue", f"issue={issue}&confidence=0.7"),
                ("conf", "confidence=0.7"),
            ):
                taken = []
                for _ in range(_ROUNDS):
                    taken.append(filtered(tab, session, f"#tab={tab_name}&{asked}"))
                    filtered(tab, session, f"#tab={tab_name}")
                clock = statistics.median(t[0] for t in taken)
                used = min(t[1] for t in taken)
                report(
                    f"    {tab_name:<10} {name:<7}{clock:6.3f} s   budget {quick}   cpu {used:.3f}"
                )
        browser.close()


if __name__ == "__main__":
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        sys.exit("no chromium on the PATH")
    for wanted in [int(a) for a in sys.argv[1:]] or list(BUDGETS):
        measure(wanted, found)
