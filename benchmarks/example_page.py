"""Write docs/example.html from the sample articles, and take its pictures.

    make example

The example shows what the engine finds today; a test holds its scripts, styles
and strings to those of the package. It carries no library (docs/decisions/0009): the
network's picture is taken of the page as `stancegraph demo` makes it.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from stancegraph import articles
from stancegraph.case import load_case
from stancegraph.extraction import Extractor
from stancegraph.view import Network, Page, page, read_events, write_page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
#: File, part of the page, width, height, scheme.
PICTURES = [
    ("positions.png", "#open=cell&open=europe&open=foreign-troops", 1280, 860, "light"),
    ("agreement.png", "#tab=agreement&open=pair&open=russia&open=europe", 1280, 860, "light"),
    ("network.png", "#tab=network", 1280, 860, "light"),
    ("shifts.png", "#tab=shifts", 1280, 860, "dark"),
    ("narrow.png", "", 390, 860, "light"),
]


def examples() -> dict[Network, Page]:
    """Make the page of the sample articles, with the library of the network and without."""
    case = load_case()
    read = list(Extractor(case).extract(articles.read_articles([ROOT / "data" / "articles"])))
    kinds: tuple[Network, ...] = ("interactive", "picture")
    return {
        kind: page(
            [article for article, _ in read],
            [position for _, positions in read for position in positions],
            case,
            events=read_events(ROOT / "data" / "events" / f"{case.id}.csv"),
            network=kind,
        )
        for kind in kinds
    }


def take(
    browser: Browser, file: Path, name: str, part: str, width: int, height: int, scheme: str
) -> None:
    """Take one picture of a page."""
    tab = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
    )
    tab.goto(f"{file.as_uri()}{part}")
    if "network" in part:
        expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    # The network settles into its room.
    tab.wait_for_timeout(2000)
    top = "(n) => scrollTo(0, n.getBoundingClientRect().top - 12)"
    if width > 1000 and not part.startswith("#open"):
        tab.locator(".tabs").evaluate(top)
    if width < 1000:
        tab.locator(".legend").evaluate(top)
    tab.wait_for_timeout(300)
    tab.screenshot(path=DOCS / name)
    tab.close()


if __name__ == "__main__":
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium on the PATH, which takes the pictures; install it and try again")
    made = examples()
    write_page(DOCS / "example.html", made["picture"])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        whole = write_page(Path(folder) / "page.html", made["interactive"])
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, whole, *picture)
        browser.close()
