r"""Measure the engine against the bare parse of the same text, and how both grow.

    python benchmarks/engine.py
    python benchmarks/engine.py --articles 100 1000 10000

The bare parse is spaCy's own, as it loads the model: the same one without the
recogniser of names and the lemmatizer, the same blocks of the same articles, the
same batches. The engine has the same parses (but that a sentence ends at each
semicolon) for less: it leaves out one component
more, the attribute ruler, having a quicker way to the same parts of speech
(`extraction.tagmap`), and lets numpy multiply the matrices, on one thread, where
spaCy takes blis (`extraction.parsing`). So the engine's own way to parse is measured
too, with the copy of the parse that the rules read. All run in one process, by turns,
and are measured in CPU seconds (`time.process_time`), which do not depend on what
else the machine does; of several rounds the fastest counts, being the least
disturbed. A first round warms up caches and is not counted.

Growth is measured in a process of its own for each number of articles, so that
one's memory is not another's: the sample articles, repeated under new names.
Repetition flatters whatever is remembered of words (lemmas, the vocabulary),
so that the memory of 10,000 different articles is somewhat higher. The rules are measured
alone or, with ``--second-reader``, with the case's second reader. Peak memory
is the resident set's (`getrusage`), with Python, spaCy and the model in it;
Unix only.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from stancegraph.model import Article

ROOT = Path(__file__).parents[1]
ROUNDS = 12
LABELS = {
    "parse": "bare parse",
    "without ruler": "bare parse without the attribute ruler",
    "own": "the engine's way to parse",
    "rules": "engine in all, by the rules alone",
    "engine": "engine in all, with the second reader",
}
# getrusage counts kilobytes on Linux and bytes on macOS.
_PER_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000


def samples(folders: Sequence[Path]) -> list[Article]:
    """Read the sample articles."""
    from stancegraph.articles import read_articles

    return list(read_articles(folders))


def repeated(articles: Sequence[Article], count: int) -> Iterator[Article]:
    """Repeat articles under new names until there are `count`."""
    for number, article in enumerate(islice(cycle(articles), count)):
        yield replace(article, id=f"{article.id}-{number}")


def seconds(work: Callable[[], None]) -> float:
    """Return the CPU seconds that some work takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def against_parse(folders: Sequence[Path]) -> dict[str, float]:
    """Measure the engine and the bare parse by turns, on the sample articles."""
    import spacy

    from stancegraph.case import load_case
    from stancegraph.extraction import Extractor
    from stancegraph.extraction.parsing import BATCH, DEFAULT_MODEL, load_model, parse
    from stancegraph.extraction.tagmap import RULER
    from stancegraph.layout import blocks, masked

    articles = samples(folders)
    texts = [
        masked(article.text)[b.label_end if b.kind == "turn" else b.start : b.end]
        for article in articles
        for b in blocks(article.text)
    ]
    case = load_case()
    extractor, nlp = Extractor(case), load_model()
    rules_alone = Extractor(replace(case, second_reader=None))
    spacys_own = spacy.load(DEFAULT_MODEL, exclude=["ner", "lemmatizer"])

    def engine(extractor: Extractor) -> None:
        for _ in extractor.extract(articles):
            pass

    def bare(*without: str) -> None:
        for _ in spacys_own.pipe(texts, batch_size=BATCH, disable=without):
            pass

    def own() -> None:
        for _ in parse(nlp, texts):
            pass

    work: dict[str, Callable[[], None]] = {
        "parse": bare,
        "without ruler": partial(bare, RULER),
        "own": own,
        "rules": partial(engine, rules_alone),
        "engine": partial(engine, extractor),
    }
    rounds = [{name: seconds(run) for name, run in work.items()} for _ in range(ROUNDS + 1)][1:]
    return {
        "words": sum(len(article.text.split()) for article in articles),
        **{name: min(taken[name] for taken in rounds) for name in work},
    }


def at_size(folders: Sequence[Path], count: int, *, alone: bool) -> dict[str, float]:
    """Extract from so many articles once; measure time and peak memory."""
    from stancegraph.case import load_case
    from stancegraph.extraction import Extractor

    articles, case = samples(folders), load_case()
    extractor = Extractor(replace(case, second_reader=None) if alone else case)
    for _ in extractor.extract(articles):  # warm-up
        pass
    words = positions = 0

    def engine() -> None:
        nonlocal words, positions
        for article, found in extractor.extract(repeated(articles, count)):
            words += len(article.text.split())
            positions += len(found)

    taken = seconds(engine)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MEGABYTE
    return {"words": words, "positions": positions, "engine": taken, "peak": peak}


def in_own_process(folders: Sequence[Path], *options: str) -> dict[str, float]:
    """Run one measurement in a fresh process, which says what came out as JSON."""
    command = [sys.executable, __file__, "--samples", *map(str, folders), *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--articles", nargs="+", type=int, default=[100, 1000], metavar="N")
    parser.add_argument(
        "--samples", nargs="+", type=Path, default=[ROOT / "data" / "articles"], metavar="PATH"
    )
    parser.add_argument(
        "--second-reader", action="store_true", help="let it read along as the number grows"
    )
    parser.add_argument("--one", help=argparse.SUPPRESS)  # what a process of its own measures
    options = parser.parse_args()
    if options.one is not None:
        folders = options.samples
        one = options.one
        alone = not options.second_reader
        print(
            json.dumps(
                against_parse(folders)
                if one == "parse"
                else at_size(folders, int(one), alone=alone)
            )
        )
        return

    both = in_own_process(options.samples, "--one", "parse")
    print(f"{both['words']:,.0f} words, CPU seconds, fastest of {ROUNDS} rounds\n")
    print(
        "| what | seconds | rules ÷ this | with the second reader ÷ this | words per CPU second |"
    )
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, label in LABELS.items():
        rules, whole = both["rules"] / both[name], both["engine"] / both[name]
        rate = both["words"] / both[name]
        print(f"| {label} | {both[name]:.2f} | {rules:.2f} | {whole:.2f} | {rate:,.0f} |")
    print("\n| articles | words | positions | CPU seconds | words per CPU second | peak MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in options.articles:
        reading = ["--second-reader"] if options.second_reader else []
        m = in_own_process(options.samples, "--one", str(count), *reading)
        print(
            f"| {count:,} | {m['words']:,.0f} | {m['positions']:,.0f} | {m['engine']:.1f}"
            f" | {m['words'] / m['engine']:,.0f} | {m['peak']:,.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
