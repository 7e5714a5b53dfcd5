"""How the tests read the page: a reader that remembers trouble, and ways to find things."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page, expect

from tests.view.isles import TABS


class Reader:
    """A browser page that remembers what went wrong and what was asked of the network."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.path = path
        self.trouble: list[str] = []
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("console", lambda message: self.trouble.append(f"console: {message.text}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)

    def _dialog(self, dialog: Any) -> None:
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if request.url.split("#")[0] != self.path.as_uri() and not request.url.startswith(
            ("data:", "blob:", "about:")
        ):
            self.trouble.append(f"request: {request.url}")

    def open(self, hash_: str = "") -> Page:
        self.page.goto("about:blank")
        self.page.goto(f"{self.path.as_uri()}{hash_}")
        return self.page


Open = Callable[..., Reader]


def every_tab(tab: Page, *, network: bool = True) -> Iterator[str]:
    """Open one view after another, and wait until it is there."""
    for name in TABS:
        if name == "network" and not network:
            continue
        tab.locator(f"#tab-{name}").click()
        expect(tab.locator(f"#tab-{name}")).to_have_attribute("aria-selected", "true")
        if name == "network":
            expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
        yield name


def target(*parts: str) -> str:
    """Give the selector of what opens the evidence of a target."""
    return f"[data-target='{json.dumps(parts, separators=(',', ':'), ensure_ascii=False)}']"


def cell(tab: Page, actor: str, issue: str) -> Any:
    """Find a cell of the matrix."""
    return tab.locator(f"button.cell{target('cell', actor, issue)}")


def until(frame: Frame, expression: str) -> None:
    """Wait until an expression holds; the page's policy forbids Playwright's own polling."""
    for _ in range(600):  # half a minute, for the machine may be slow
        if frame.evaluate(expression):
            return
        frame.page.wait_for_timeout(50)
    raise AssertionError(f"it never came true: {expression}")
