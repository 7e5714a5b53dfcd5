"""Graphs that are served."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stancegraph.case import Actor, Case, Issue, load_case
from stancegraph.model import Article, Position
from stancegraph.store import build_store
from tests.serve.serving import EVIL, Server, collection, running


@pytest.fixture(scope="session")
def case(toy: Path) -> Case:
    return load_case(toy)


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory, case: Case) -> Path:
    folder = tmp_path_factory.mktemp("graph") / "graph"
    build_store(folder, collection("one", "two/3 é", "three"), case)
    return folder


@pytest.fixture(scope="session")
def server(graph: Path) -> Iterator[Server]:
    with running(graph) as found:
        yield found


@pytest.fixture(scope="session")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a graph in which every text that comes from outside is hostile."""
    base = "https://example.org/case"
    actors = {
        name: Actor(name, f"{base}/actor/{name}", "bloc", f"{name}{EVIL}", name)
        for name in ("avalon", "brigadoon")
    }
    issue = Issue(
        "fishing-limit", f"{base}/issue/fishing-limit", EVIL, EVIL, "sea", EVIL, EVIL, EVIL
    )
    case = Case(
        "evil", base, EVIL, "1", tuple(actors), actors, {issue.id: issue}, {"sea": EVIL}
    )  # fmt: skip
    text = f"{EVIL} Avalon wants a limit {EVIL}"
    article = Article(
        id=f"a{EVIL}", text=text, title=EVIL, publisher=EVIL, url="javascript:alert(3)"
    )
    position = Position(
        article=article.id, actor="avalon", holder=EVIL, issue=issue.id, stance="conditional",
        condition=EVIL, quote=text, start=0, end=len(text), extractor=EVIL,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("evil") / "graph"
    build_store(folder, [(article, [position])], case)
    with running(folder) as server:
        yield server
