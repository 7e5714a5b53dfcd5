"""Several processes at one store: who gets in, what a reader sees, what a kill leaves."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from stancegraph.case import Case, load_case
from stancegraph.exceptions import StoreError
from stancegraph.model import Article
from stancegraph.store import Store, build_store, positions_table, stored_articles

TEXT = "Avalon wants a limit."


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


def collection(*names: str) -> list[tuple[Article, tuple[()]]]:
    return [(Article(name, TEXT), ()) for name in names]


@pytest.fixture
def built(tmp_path: Path, case: Case) -> Path:
    build_store(tmp_path / "graph", collection("one", "two"), case)
    return tmp_path / "graph"


def ids(folder: Path) -> list[str]:
    with Store.open(folder, read_only=True) as store:
        return [article.id for article in stored_articles(store)]


#: What other processes begin with.
HEAD = """
import sys
from pathlib import Path
from stancegraph.case import load_case
from stancegraph.exceptions import StoreError
from stancegraph.model import Article
from stancegraph.store import Store, build_store, stored_articles

folder, toy = sys.argv[1:]
case = load_case(Path(toy))

def say(word):
    print(word, flush=True)
"""


@contextmanager
def other(script: str, folder: Path, toy: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a script in a process of its own, until it is done or killed."""
    source = Path(__file__).parents[1] / "graph"
    process = subprocess.Popen(
        [sys.executable, "-c", HEAD + script, str(folder), str(toy)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        process.stdout.close()


def heard(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


WRITER = """
with Store.open(folder) as store:
    say("open")
    sys.stdin.readline()
    store.put_article(Article("three", "Avalon wants a limit."), [], case)
    say("written")
    sys.stdin.readline()
"""


def test_a_second_writer_is_refused_and_readers_see_what_was_there(built: Path, toy: Path) -> None:
    with other(WRITER, built, toy) as writer:
        assert writer.stdin is not None
        assert heard(writer) == "open"
        with pytest.raises(StoreError, match="is being written by another program"):
            Store.open(built)
        with Store.open(built, read_only=True) as reader:
            writer.stdin.write("go\n")
            writer.stdin.flush()
            assert heard(writer) == "written"
            # What was open before the change does not see it.
            assert [article.id for article in stored_articles(reader)] == ["one", "two"]
        assert ids(built) == ["one", "three", "two"]
        # A writer that is killed, with its lock held, is no hindrance to the next.
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
    with Store.open(built) as store:
        assert len(stored_articles(store)) == 3
        store.delete_article("one")
    assert ids(built) == ["three", "two"]


MANY = """
with Store.open(folder) as store:
    for number in range(10_000):
        name = f"n{number:05}"
        more = {str(n): "x" for n in range(50)}
        article = Article(name, "Avalon wants a limit. " * 200, extra=more)
        store.put_article(article, [], case)
        say(name)
"""


@pytest.mark.parametrize("after", [1, 5, 12])
def test_a_kill_loses_nothing_that_was_done_and_leaves_nothing_half(
    built: Path, toy: Path, after: int
) -> None:
    with other(MANY, built, toy) as writer:
        done = [heard(writer) for _ in range(after)]
        time.sleep(0.01)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        assert writer.stdout is not None
        done += writer.stdout.read().split()
    with Store.open(built, read_only=True) as store:
        found = {article.id: article for article in stored_articles(store)}
    assert {"one", "two", *done} <= set(found)
    assert len(found) <= 2 + len(done) + 1  # one may be stored whose word was not heard
    assert all(len(a.extra) == 50 for name, a in found.items() if name.startswith("n"))


LOADING = """
def articles():
    for number in range(100_000):
        if number == 300:
            say("loading")
        yield Article(f"n{number:06}", "Avalon wants a limit. " * 50), ()

build_store(folder, articles(), case)
"""


def test_a_build_that_is_killed_leaves_the_graph_that_was_there(
    built: Path, toy: Path, case: Case
) -> None:
    before = (built / "graph.trig").read_bytes()
    table = positions_table(built)
    with other(LOADING, built, toy) as builder:
        assert heard(builder) == "loading"
        time.sleep(0.2)
        os.kill(builder.pid, signal.SIGKILL)
        builder.wait()
    assert ids(built) == ["one", "two"]
    assert (built / "graph.trig").read_bytes() == before
    assert positions_table(built).equals(table)
    # What is left over is told apart by its name, and is in nobody's way.
    left = [path.name for path in built.iterdir() if path.name.startswith(".")]
    assert len(left) == 1 and left[0].startswith(".building-")
    build_store(built, collection("three"), case)
    assert ids(built) == ["three"]


READING = """
with Store.open(folder, read_only=True) as store:
    say("open")
    sys.stdin.readline()
    say(len(stored_articles(store)))
"""


def test_a_build_beside_a_reader(built: Path, toy: Path, case: Case) -> None:
    with other(READING, built, toy) as reader:
        assert reader.stdin is not None
        assert heard(reader) == "open"
        build_store(built, collection("three"), case)
        assert ids(built) == ["three"]
        reader.stdin.write("go\n")
        reader.stdin.flush()
        assert heard(reader) == "2"  # the graph that it opened, although it is replaced


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork: there is none on Windows")
def test_a_kill_before_each_rename_of_a_finished_build(tmp_path: Path, toy: Path) -> None:
    script = """
import os, shutil, signal

def collection(*names):
    return [(Article(name, "Avalon wants a limit."), ()) for name in names]

rename = Path.rename
if not (child := os.fork()):  # this process itself opens no database: one does not survive a fork
    build_store(Path(folder, "first"), collection("one"), case)
    os._exit(0)
os.waitpid(child, 0)
for number in (0, 3, 4, 5, 7, 8):
    if not (child := os.fork()):
        place = Path(folder, str(number))
        shutil.copytree(Path(folder, "first"), place)
        calls = 0

        def counted(path, target):
            global calls
            if path.parent.name in (place.name, "new") and not path.name.startswith("."):
                if calls == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                calls += 1
            return rename(path, target)

        Path.rename = Path.replace = counted
        build_store(place, collection("one", "two"), case)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    say(os.waitstatus_to_exitcode(status))
"""
    with other(script, tmp_path, toy) as process:
        exits = [heard(process) for _ in range(6)]
    killed = str(-signal.SIGKILL)
    assert exits == [killed] * 5 + ["0"]  # four things go out of the way, four take their place
    folder = tmp_path / "4"  # between the two renames that exchange the stores
    (left,) = folder.glob(".building-*/old/store")
    with pytest.raises(StoreError, match=f"build again, or move {left} back"):
        Store.open(folder)
    left.rename(folder / "store")
    outcomes = []
    for number in (0, 3, 4, 5, 7, 8):
        folder = tmp_path / str(number)
        outcomes.append(len(ids(folder)))
        with Store.open(folder, read_only=True) as store:
            there = set(store.graphs())
        if (folder / "graph.trig").exists():  # what lies beside a store is its own
            text = (folder / "graph.trig").read_bytes()
            quads = ox.parse(text, format=ox.RdfFormat.TRIG)
            assert {str(quad.graph_name).strip("<>") for quad in quads} == there
    assert outcomes == [1, 1, 1, 2, 2, 2]
