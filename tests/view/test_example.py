"""The finished page in docs/: made by this version, and whole."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import expect

from stancegraph.articles import read_articles
from stancegraph.view import page
from tests.view.browsing import Open, every_tab
from tests.view.isles import STRINGS, case


class Parts(HTMLParser):
    """Collects the styles, the policy and the scripts by their kind."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: dict[str, str] = {}
        self._name: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("http-equiv"):
            self.parts["policy"] = found["content"] or ""
        self._name = (found.get("id") or tag) if tag in ("script", "style") else None

    def handle_data(self, data: str) -> None:
        if self._name:
            self.parts[self._name] = self.parts.get(self._name, "") + data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser gives it
        self._name = None


@pytest.fixture
def html(root: Path) -> str:
    return (root / "docs" / "example.html").read_text(encoding="utf-8")


def test_the_example_is_this_version_s_page_of_the_sample_articles(html: str, root: Path) -> None:
    """What the engine finds may have moved on; the page itself may not. Cure: make example."""
    example, now = Parts(html).parts, Parts(page([], [], case(), network="picture")).parts
    for name in ("style", "script", "policy"):
        assert example[name] == now[name], f"{name} of docs/example.html is old: make example"
    data = json.loads(example["data"])
    assert data["strings"] == STRINGS
    texts = {a["text"] for a in data["articles"]}
    assert texts == {a.text for a in read_articles([root / "data" / "articles"])}


def test_the_example_is_small_enough_to_look_at(html: str) -> None:
    assert len(html.encode()) < 400_000


def test_the_example_carries_no_library(html: str) -> None:
    """What others have written comes from its package, never as a copy in the repository."""
    assert [name for name in Parts(html).parts if name not in ("style", "policy")] == [
        "data",
        "script",
    ]
    assert "visjs" not in html


def test_the_example_opens_without_trouble(reader: Open, html: str) -> None:
    tab = reader(html).open()
    expect(tab.locator(".short li").first).to_be_visible()
    for name in every_tab(tab, network=False):
        assert tab.locator("#content .nothing").count() == 0, name
    tab.locator("#tab-network").click()
    expect(tab.locator("#network-home")).to_contain_text("without the library")
    expect(tab.locator("#network-home svg")).to_be_visible()
    assert tab.locator("#evidence h2").inner_text() == "Evidence"


@pytest.mark.parametrize("name", ["positions", "agreement", "network", "shifts", "narrow"])
def test_the_pictures_are_there_and_shown(root: Path, name: str) -> None:
    assert (root / "docs" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    assert f"docs/{name}.png" in (root / "README.md").read_text(encoding="utf-8")
