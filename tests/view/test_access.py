"""Accessibility: axe-core over every view, the keyboard, and what colours alone must not say."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from stancegraph.view import page
from tests.view.browsing import Open, every_tab
from tests.view.isles import NOON, POSITIONS, case, random_positions

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
#: The rules of WCAG 2.2, levels A and AA.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(tab: Page) -> list[Any]:
    # Not as a script element, which the page's policy forbids.
    tab.evaluate(AXE)
    result = tab.evaluate("(tags) => axe.run(document, { runOnly: tags, iframes: false })", TAGS)
    return [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in result["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_any_view(reader: Open, width: int, scheme: str) -> None:
    positions = [*POSITIONS, *random_positions(8, 120)]
    tab = reader(page([NOON], positions, case()), width=width, color_scheme=scheme).open()
    for name in every_tab(tab):
        assert violations(tab) == [], name
    tab.evaluate("location.hash = '#open=issue&open=ferry'")
    expect(tab.locator("#evidence h2")).to_have_text("Ferry")
    tab.get_by_role("button", name="Show in source").last.click()
    assert violations(tab) == [], "evidence"
    tab.evaluate("location.hash = '#compare=north&tab=positions'")
    expect(tab.locator(".w-reference").first).to_be_visible()
    assert violations(tab) == [], "compared"
    tab.evaluate("location.hash = '#open=pair&open=north&open=south'")
    expect(tab.locator("#evidence h2")).to_have_text("North and South")
    assert violations(tab) == [], "pair"
    tab.evaluate("location.hash = '#network=congruence&tab=network'")
    expect(tab.locator("#network-list")).to_be_visible()
    tab.locator("#network-list details").evaluate("(n) => { n.open = true; }")
    assert violations(tab) == [], "projection"
    tab.evaluate("location.hash = '#q=nothing+such'")
    expect(tab.locator(".nothing")).to_be_visible()
    assert violations(tab) == [], "nothing"


def test_the_keyboard_path(reader: Open) -> None:
    tab = reader().open()
    focused = "document.activeElement.closest('[data-cell]')?.innerText ?? ''"
    assert tab.locator(".matrix [tabindex='0']").count() == 1
    tab.locator(".matrix [tabindex='0']").focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert "Supports" in tab.evaluate(focused)  # coast on the truce
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Home")
    assert "Fishing" in tab.evaluate(focused)
    tab.keyboard.press("ArrowRight")
    assert "Opposes" in tab.evaluate(focused)  # north on fishing
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence h2")).to_be_focused()
    expect(tab.locator("#evidence blockquote q")).to_have_text(POSITIONS[0].quote)
    tab.keyboard.press("Escape")
    assert "Opposes" in tab.evaluate(focused)
    tab.keyboard.press("End")
    assert "Split" in tab.evaluate(focused)
    tab.keyboard.press("Control+Home")
    assert "Truce" in tab.evaluate(focused)
    tab.keyboard.press("Control+End")
    assert "Aligned" in tab.evaluate(focused)
    assert tab.locator(".matrix [tabindex='0']").count() == 1
    tab.keyboard.press("/")
    expect(tab.locator("#search")).to_be_focused()
    tab.locator("#tab-positions").focus()
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("#tab-agreement")).to_be_focused()
    expect(tab.locator(".pairs-table").first).to_be_visible()


def test_slash_opens_the_folded_filters_of_a_narrow_screen(reader: Open) -> None:
    tab = reader(width=390).open()
    expect(tab.locator("#search")).to_be_hidden()
    tab.keyboard.press("/")
    expect(tab.locator("#search")).to_be_focused()


def test_the_focus_is_a_ring_of_three_pixels(reader: Open) -> None:
    tab = reader().open()
    for name in every_tab(tab, network=False):
        for _ in range(25):
            tab.keyboard.press("Tab")
            ring = tab.evaluate(
                """() => {
                  const node = document.activeElement;
                  if (node === document.body || node.tagName === 'IFRAME') return null;
                  const style = getComputedStyle(node);
                  return [style.outlineStyle, style.outlineWidth, node.outerHTML.slice(0, 90)];
                }"""
            )
            assert ring is None or ring[:2] == ["solid", "3px"], (name, ring)


def test_targets_are_thirty_pixels_high(reader: Open) -> None:
    tab = reader(page([NOON], [*POSITIONS, *random_positions(9, 80)], case())).open(
        "#open=cell&open=south&open=ferry"
    )
    small = """() => [...document.querySelectorAll('button, select, input, summary, a[href]')]
      .filter((n) => n.checkVisibility() && !n.matches('.skip'))
      .map((n) => {
        const own = n.getBoundingClientRect().height;
        const around = parseFloat(getComputedStyle(n, '::after').height) || 0;
        const label = n.closest('label')?.getBoundingClientRect().height ?? 0;
        return [Math.max(own, around, label), n.outerHTML.slice(0, 100)];
      }).filter(([height]) => height < 29.5)"""
    for name in every_tab(tab, network=False):
        assert tab.evaluate(small) == [], name


def test_colour_is_never_alone(reader: Open) -> None:
    tab = reader(page([NOON], [*POSITIONS, *random_positions(10, 60)], case())).open()
    for box in tab.locator("button.cell[class*='w-']").all():
        assert box.locator(".glyph").inner_text().strip()
        assert len(box.locator(".word").inner_text().split()) >= 2
    marks = tab.locator(".matrix thead .mark")
    shapes = marks.evaluate_all("(n) => n.map((m) => m.getAttribute('d'))")
    assert len(set(shapes)) == len(shapes) == 3


def test_forced_colours_keep_borders_and_reduced_motion_is_heeded(reader: Open) -> None:
    tab = reader(forced_colors="active", reduced_motion="reduce").open()
    border = tab.locator("button.cell").first.evaluate("(n) => getComputedStyle(n).borderTopWidth")
    assert float(border.removesuffix("px")) >= 1
    assert tab.locator("button.cell").first.evaluate(
        "(n) => getComputedStyle(n).transitionDuration"
    ) in ("0s", "")


def test_a_narrow_screen_shows_cards_and_the_panel_below(reader: Open) -> None:
    tab = reader(width=320).open()
    display = tab.locator("tr.issue").first.evaluate("(n) => getComputedStyle(n).display")
    assert display == "block"
    expect(tab.locator("tr.issue .who").first).to_be_visible()
    tab.locator("button.cell").first.click()
    assert tab.locator("#evidence h2").evaluate("(n) => n.getBoundingClientRect().top") < 600
