"""The pages and the editor, in a real browser."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from stancegraph.exceptions import OutputError
from stancegraph.queries import catalogue
from stancegraph.rdf import article_iri
from stancegraph.serve.fetch_editor import EDITOR_FILES, editor_folder, fetch
from tests.serve.serving import ASK, EVIL, PLAIN, Server, npm_with, position_of

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@contextmanager
def visiting(browser: Browser, server: Server) -> Iterator[Page]:
    """Open a page that asks nobody but the server, and has nothing to complain about."""
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    there = (server.url, "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(there)] == []
    assert complaints == []


def test_the_pages_in_a_browser(browser: Browser, server: Server) -> None:
    with visiting(browser, server) as page:
        page.goto(f"{server.url}/")
        page.get_by_role("link", name="Who stands where").first.click()
        expect(page.locator("body")).to_contain_text("Avalon")
        page.goto(f"{server.url}/queries/positions")
        page.get_by_label("actor").fill("avalon")
        page.get_by_role("button", name="Ask").click()
        expect(page.get_by_text("3 rows")).to_be_visible()
        page.locator("td a").first.click()
        expect(page.locator("mark")).to_have_text("Avalon wants a limit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(browser: Browser, server: Server, scheme: Any) -> None:
    with browser.new_context(color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for path in (
            "/",
            "/queries",
            "/queries/positions",
            "/queries/positions?actor=nobody",
            position_of(server, actor="avalon"),
            "/data/article/one",
            "/case/toy/actor/avalon",
            "/api",
            f"/editor?plain=yes&query={quote(PLAIN)}",
            "/nothing",
        ):
            page.goto(f"{server.url}{path}")
            page.evaluate(AXE)
            violations = page.evaluate("async () => (await axe.run()).violations")
            assert [(path, v["id"], v["nodes"][0]["html"]) for v in violations] == []


def test_hostile_texts_run_nothing_in_a_browser(browser: Browser, evil: Server) -> None:
    (row,) = evil.get("/queries/positions").json()["rows"]
    with visiting(browser, evil) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a text ran: {dialog.message}"))
        article = article_iri(f"a{EVIL}").removeprefix("https://w3id.org/stancegraph")
        thing = row["position"].removeprefix("https://w3id.org/stancegraph")
        for path in (thing, article, "/queries/positions", "/view", "/"):
            page.goto(f"{evil.url}{path}")
            if path == "/view":  # it writes itself after it has arrived
                expect(page.locator("tr.issue").first).to_be_visible()
            page.evaluate(
                "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
            )


def test_the_plain_form_asks_and_answers(graph: Path, server: Server) -> None:
    page = server.get("/editor?plain=yes", "text/html").text
    assert all(f'value="{query.name}"' in page for query in catalogue())
    loaded = server.get("/editor?plain=yes", example="positions").text
    assert "sg:evidence" in loaded
    shown = server.get("/editor?plain=yes", query=PLAIN).text
    assert "3 rows" in shown and "/data/article/one" in shown
    assert "Yes." in server.get("/editor?plain=yes", query=ASK).text
    assert (
        "sg:Article"
        in server.get("/editor?plain=yes", query="CONSTRUCT WHERE { ?s a sg:Article }").text
    )
    wrong = server.get("/editor?plain=yes", query="SELECT nonsense")
    assert (wrong.status, "does not parse" in wrong.text) == (400, True)


def test_the_editor_asks_this_server_alone(browser: Browser, server: Server) -> None:
    if not editor_folder().exists():
        pytest.skip("the editor is not there: `make editor` fetches it")
    with visiting(browser, server) as page:
        page.goto(f"{server.url}/editor?example=evidence")
        editor = page.locator(".CodeMirror").first
        expect(editor).to_contain_text("# title: Evidence")
        expect(page.locator("select[name=example] option")).to_have_count(1 + len(catalogue()))
        page.select_option("select[name=example]", "positions")
        expect(editor).to_contain_text("# title: Positions")
        page.click(".yasqe_queryButton")
        expect(page.locator(".yasr table")).to_contain_text("Avalon wants a limit")
        with page.context.expect_page() as opened:
            page.locator(".yasr table a").first.dispatch_event("click")
        expect(opened.value.locator("blockquote mark")).to_be_visible()
        opened.value.close()


def test_no_npm_no_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(OutputError, match="npm is not installed"):
        fetch(tmp_path)


def test_a_npm_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho offline >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(OutputError, match="offline"):
        fetch(tmp_path / "editor")
    assert not (tmp_path / "editor").exists()


def test_only_the_archive_that_was_tested_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    archive = npm_with(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(OutputError, match="another archive than was tested"):
        fetch(tmp_path / "editor")
    assert not (tmp_path / "editor").exists()
    monkeypatch.setattr("stancegraph.serve.fetch_editor.SHA512", archive)
    fetched = fetch(tmp_path / "editor")
    assert [path.name for path in fetched] == [*EDITOR_FILES, "NOTICE.txt"]
    assert sorted(fetched) == sorted((tmp_path / "editor").iterdir())
    assert fetched[0].read_bytes() == EDITOR_FILES[0].encode()
    notice = fetched[-1].read_text(encoding="utf-8")
    assert "Zazuko" in notice and "Licence: MIT" in notice
