"""Pages opened in the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from stancegraph.view import page
from tests.view.browsing import Open, Reader
from tests.view.isles import NOON, POSITIONS, case


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts = []
    readers: list[Reader] = []

    def make(
        html: str | None = None, *, width: int = 1280, scripts: bool = True, **how: Any
    ) -> Reader:
        path = tmp_path / f"page{len(readers)}.html"
        # Written as bytes are sent: a lone surrogate would have no place in the file.
        path.write_text(page([NOON], POSITIONS, case()) if html is None else html, "utf-8")
        context = browser.new_context(
            **{
                "viewport": {"width": width, "height": 900},
                "locale": "en-GB",
                "java_script_enabled": scripts,
                **how,
            }
        )
        contexts.append(context)
        readers.append(Reader(context.new_page(), path))
        return readers[-1]

    yield make
    for context in contexts:
        context.close()
    assert [r.trouble for r in readers] == [[] for _ in readers]
