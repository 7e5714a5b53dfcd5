"""What a reader takes away: CSV, SVG and PNG files, links, and paper."""

import csv
import io
import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from stancegraph.view import page
from tests.view.browsing import Open, every_tab
from tests.view.isles import NOON, POSITIONS, case, held, random_positions

SVG = "{http://www.w3.org/2000/svg}"


def downloaded(tab: Page, name: str) -> bytes:
    with tab.expect_download() as download:
        tab.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes()


def test_statements_are_sorted_paged_and_saved_as_csv(reader: Open) -> None:
    evil = '=HYPERLINK("x")'
    positions = [*random_positions(5, 120), held("north", "truce", "support", holder=evil)]
    tab = reader(page([], positions, case())).open("#tab=statements")
    shown = [p for p in positions if p.actor in case().compared]
    expect(tab.locator(".statements tbody tr")).to_have_count(50)
    newest = max(p.date for p in shown if p.date)
    first = tab.locator(".statements tbody tr").first
    expect(first).to_contain_text(f"{newest.day} ")
    expect(first).to_contain_text(str(newest.year))
    tab.locator("[data-column=holder]").click()
    expect(tab.locator("th[aria-sort=ascending]")).to_have_text(re.compile("Holder"))
    expect(tab.locator(".statements tbody tr").first).to_contain_text("=HYPERLINK")
    tab.get_by_role("button", name="Next").click()
    expect(tab.locator(".pager")).to_contain_text("Page 2 of")
    raw = downloaded(tab, "CSV")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    fields = ("actor", "issue", "stance", "quote", "confidence", "time", "article")
    expected = [
        (p.actor, p.issue, p.stance, p.quote, f"{p.confidence:g}", p.time, p.article) for p in shown
    ]
    assert sorted(tuple(r[f] for f in fields) for r in rows) == sorted(expected)
    assert [r["date"] for r in rows if r["date"]] == sorted(
        (p.date.isoformat() for p in shown if p.date), reverse=True
    )
    assert [r["holder"] for r in rows if "HYPERLINK" in r["holder"]] == ["'" + evil]
    numbers = [p.article for p in positions[: positions.index(shown[0]) + 1]].count(
        shown[0].article
    )
    assert any(
        (r["article"], r["position"], r["quote"])
        == (shown[0].article, str(numbers), shown[0].quote)
        for r in rows
    )


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\ufeff=1", "＝1"]
)
def test_no_spreadsheet_runs_a_field(reader: Open, formula: str) -> None:
    positions = [held("north", "truce", "support", holder=formula, condition=formula)]
    raw = downloaded(reader(page([], positions, case())).open("#tab=statements"), "CSV")
    row = next(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert row["holder"] == row["condition"] == "'" + formula


def test_every_picture_is_saved_as_svg_and_png_and_stands_alone(reader: Open) -> None:
    positions = [*POSITIONS, *random_positions(6, 80)]
    tab = reader(page([NOON], positions, case()), color_scheme="dark").open("#group=trade")
    for name in every_tab(tab):
        if name == "statements":
            continue
        svg = downloaded(tab, "SVG")
        root = ET.fromstring(svg)  # noqa: S314 - our own page made it
        texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
        assert "Isles" in texts[0]
        assert any("Filters: Issue: Trade" in text for text in texts), name
        assert "North" in texts, name
        # Nothing is fetched, and nothing is left to a stylesheet.
        assert b"href" not in svg
        assert b"var(--" not in svg
        assert not [node for node in root.iter() if "class" in node.attrib]
        # Light, whatever the screen shows: a picture goes into a report.
        assert root.find(f"{SVG}rect").get("fill") == "rgb(252, 252, 250)"  # type: ignore[union-attr]
        png = downloaded(tab, "PNG")
        assert png.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", png[16:24])
        assert (width, height) == tuple(
            2 * round(float(root.get(k, "0"))) for k in ("width", "height")
        )


def test_the_link_is_copied(reader: Open) -> None:
    made = reader(permissions=["clipboard-read", "clipboard-write"])
    tab = made.open("#group=trade")
    tab.get_by_role("button", name="Copy link").click()
    expect(tab.locator("#said")).to_have_text("Link copied")
    assert tab.evaluate("navigator.clipboard.readText()") == f"{made.path.as_uri()}#group=trade"


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(
    "hash_", ["", "#tab=statements", "#group=trade&tab=network&network=conflict"]
)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_a_briefing_of_two_pages(reader: Open, hash_: str, paper: str) -> None:
    positions = [*POSITIONS, *random_positions(7, 200)]
    tab = reader(page([NOON], positions, case())).open(hash_)
    assert pages(tab.pdf(format=paper)) == 2


def test_the_briefing_states_filters_and_shows_every_view(reader: Open) -> None:
    tab = reader().open("#group=trade&tab=shifts")
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(tab.locator("#app")).to_be_hidden()
    sheets = tab.locator("#briefing .sheet")
    expect(sheets).to_have_count(2)
    for sheet in sheets.all():
        expect(sheet).to_contain_text("Filters: Issue: Trade")
    expect(sheets.first).to_contain_text("Fishing")
    for words in ("How far each pair agrees", "Actors and issues", "Positions over time"):
        expect(sheets.last).to_contain_text(words)
    quotes = sheets.last.locator("q").all_text_contents()
    assert quotes
    assert set(quotes) <= {p.quote for p in POSITIONS}
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(tab.locator("#briefing")).to_be_empty()


def test_an_empty_page_prints_too(reader: Open) -> None:
    assert pages(reader(page([], [], case())).open().pdf(format="A4")) == 2
