"""Filters, permalinks, orders and states of the page."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from stancegraph import view
from stancegraph.model import Article, Position, Stance
from stancegraph.networks import network
from stancegraph.standings import counts
from stancegraph.statements import from_positions
from stancegraph.view import page
from tests.view.browsing import Open, cell, every_tab, until
from tests.view.isles import DAY, NOON, POSITIONS, case, held, random_positions


def test_search_counts_and_clears(reader: Open) -> None:
    tab = reader().open()
    expect(tab.locator("#count")).to_have_text("6 of 7 statements")
    tab.fill("#search", "DREDGED harbour")
    expect(tab.locator("#count")).to_have_text("1 of 7 statements")
    expect(tab.locator("tr.issue")).to_have_count(1)
    tab.fill("#search", "no such words")
    expect(tab.locator(".nothing")).to_contain_text("Search: “no such words”")
    tab.locator(".nothing button").click()
    expect(tab.locator("#count")).to_have_text("6 of 7 statements")
    expect(tab.locator("tr.issue")).to_have_count(3)


CHOICES: list[tuple[Callable[[Page], object], int]] = [
    (lambda tab: tab.select_option("#filter-stance", "oppose"), 2),
    (lambda tab: tab.select_option("#filter-attribution", "ascribed"), 1),
    (lambda tab: tab.select_option("#filter-issue", "g:trade"), 5),
    (lambda tab: tab.select_option("#filter-issue", "i:ferry"), 3),
    (lambda tab: tab.select_option("#filter-source", "p:Isles Wire"), 6),
    (lambda tab: tab.select_option("#filter-source", "a:noon"), 6),
    (lambda tab: tab.select_option("#filter-confidence", "0.7"), 5),
    (lambda tab: tab.locator("input.actor").first.uncheck(), 4),
    (lambda tab: tab.locator("input.actor").last.check(), 7),
    (lambda tab: tab.fill("#filter-from", "2031-03-02"), 0),
    (lambda tab: tab.fill("#filter-to", "2031-03-01"), 6),
]


@pytest.mark.parametrize(("choose", "count"), CHOICES)
def test_each_filter_is_counted_stated_and_kept_in_the_link(
    reader: Open, choose: Callable[[Page], object], count: int
) -> None:
    tab = reader().open()
    choose(tab)
    expect(tab.locator("#count")).to_have_text(f"{count} of 7 statements")
    expect(tab.locator("#clear")).to_be_enabled()
    again = reader().open(tab.evaluate("location.hash"))
    expect(again.locator("#count")).to_have_text(f"{count} of 7 statements")


def test_no_actor_at_all_survives_the_link(reader: Open) -> None:
    tab = reader().open()
    for k in range(3):
        tab.locator("input.actor").nth(k).uncheck()
    expect(tab.locator(".nothing")).to_contain_text("No actor is chosen")
    again = reader().open(tab.evaluate("location.hash"))
    expect(again.locator(".nothing")).to_contain_text("No actor is chosen")


def test_a_link_brings_back_the_view(reader: Open) -> None:
    tab = reader().open()
    tab.select_option("#choose-order", "spread")
    tab.select_option("#choose-compare", "coast")
    tab.fill("#search", "ferry")
    expect(tab.locator("#count")).to_have_text("3 of 7 statements")
    cell(tab, "coast", "ferry").click()
    saved = tab.evaluate("location.hash")
    again = reader().open(saved)
    expect(again.locator("#search")).to_have_value("ferry")
    expect(again.locator("#choose-order")).to_have_value("spread")
    expect(cell(again, "south", "ferry")).to_contain_text("Agrees")
    expect(again.locator("#evidence q")).to_have_text("Coast wants the ferry too.")
    assert again.evaluate("location.hash") == saved


@pytest.mark.parametrize(
    "hash_",
    [
        "#tab=statements&sort=holder&page=2",
        "#tab=network&network=conflict",
        "#tab=agreement&open=pair&open=north&open=south&open=2031-01&open=2031-06",
        "#open=row&open=noon&open=3",
    ],
)
def test_a_link_of_every_kind_is_written_as_it_was_read(reader: Open, hash_: str) -> None:
    html = page([NOON], random_positions(5, 200), case())
    tab = reader(html).open(hash_)
    expect(tab.locator("#count")).to_contain_text("of 200 statements")
    assert tab.evaluate("location.hash") == hash_


@pytest.mark.parametrize(
    "hostile",
    [
        "#tab=__proto__&order=constructor&group=nope&stance=<img src=x onerror=alert(1)>",
        "#open=cell&open=__proto__&open=toString",
        "#open=row&open=noon&open=99999&actor=nobody&from=2031-99-99&to=yesterday",
        "#open=pair&open=north&open=north&compare=toString&network=valueOf&sort=--date&page=-1",
        "#open=pair&open=north&open=south&open=2031-99&open=x&confidence=1e9&source=__proto__",
        "#%E0%A4%A&&&==&tab",
        "#open=cell",
    ],
)
def test_a_hostile_link_is_a_plain_page(reader: Open, hostile: str) -> None:
    tab = reader().open(hostile)
    expect(tab.locator("#count")).to_have_text("6 of 7 statements")
    expect(tab.locator("tr.issue")).to_have_count(3)
    if "open=south" not in hostile:
        expect(tab.locator("#evidence h2")).to_have_text("Evidence")


def test_rows_are_ordered_by_group_divergence_salience_and_recency(reader: Open) -> None:
    positions = [
        held("north", "truce", "support"), held("south", "truce", "support", date=None),
        held("north", "fishing", "support"), held("south", "fishing", "oppose"),
        *[held("north", "ferry", "support", date=DAY.replace(day=k)) for k in (7, 8, 9)],
    ]  # fmt: skip
    tab = reader(page([NOON], positions, case())).open()
    rows = tab.locator("tr.issue button.label")
    expect(rows).to_have_text(["Truce", "Fishing", "Ferry"])
    tab.select_option("#choose-order", "spread")
    expect(rows).to_have_text(["Fishing", "Truce", "Ferry"])
    for measure in ("salience", "recent"):
        tab.select_option("#choose-order", measure)
        expect(rows.first).to_have_text("Ferry")


def test_colour_by_agreement_with_an_actor(reader: Open) -> None:
    tab = reader().open()
    tab.select_option("#choose-compare", "north")
    expect(cell(tab, "north", "fishing")).to_contain_text("Reference (opposes)")
    expect(cell(tab, "south", "fishing")).to_contain_text("Differs (supports)")
    expect(cell(tab, "coast", "truce")).to_contain_text("Not comparable (supports)")


def test_low_evidence_is_said_of_the_cell_and_of_what_rests_on_it(reader: Open) -> None:
    tab = reader().open()
    expect(cell(tab, "coast", "ferry")).to_contain_text("low evidence")
    border = cell(tab, "coast", "ferry").evaluate("(n) => getComputedStyle(n).borderTopStyle")
    assert border == "dashed"
    expect(tab.locator("tr.issue", has_text="Ferry").locator(".spreadbox")).to_contain_text(
        "low evidence"
    )
    firm = reader(page([NOON], POSITIONS * 2, case())).open()
    expect(cell(firm, "coast", "ferry")).not_to_contain_text("low evidence")


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        ('{"version":2,', '{"version":2'),
        ('"actor":[3,', '"actor":['),
        ('"issue":[0,', '"issue":[99,'),
        ('"version":2', '"version":99'),
    ],
)
def test_damaged_data_are_said_to_be_damaged(reader: Open, broken: str, by: str) -> None:
    html = page([NOON], POSITIONS, case())
    assert broken in html
    tab = reader(html.replace(broken, by, 1)).open()
    expect(tab.get_by_role("alert")).to_contain_text("damaged")
    expect(tab.locator("#app")).to_be_hidden()


def test_large_data_are_packed_and_open_all_the_same(
    reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "_PACK_ABOVE", 0)
    html = page([NOON], POSITIONS, case())
    assert "Coast wants the ferry too." not in html
    tab = reader(html).open()
    expect(tab.locator("tr.issue")).to_have_count(3)
    damaged = reader(html.replace('id="data-gz">', 'id="data-gz">AAAA', 1)).open()
    expect(damaged.get_by_role("alert")).to_contain_text("damaged")


def test_a_network_that_cannot_be_opened_leaves_its_list(reader: Open) -> None:
    html = page([NOON], POSITIONS, case())
    tab = reader(html.replace('id="network-gz">', 'id="network-gz">AAAA', 1)).open("#tab=network")
    expect(tab.locator("#network-home")).to_contain_text("cannot open the network")
    expect(tab.locator("#network-home svg .tie")).to_have_count(5)
    tab.locator("#network-list summary").click()
    expect(tab.locator("#network-list li")).to_have_count(5)


@pytest.mark.parametrize("width", [1280, 390])
def test_without_the_library_the_page_draws_the_network_itself(reader: Open, width: int) -> None:
    html = page([NOON], POSITIONS, case(), network="picture")
    assert len(html) < len(page([NOON], POSITIONS, case())) - 150_000
    tab = reader(html, width=width).open("#tab=network")
    expect(tab.locator("#network-home")).to_contain_text("without the library")
    assert tab.locator("iframe").count() == 0
    # The last of them lies above the others where they cross.
    tie = tab.locator("#network-home .reach").last
    assert "Coast – Truce" in (tie.text_content() or "")
    tie.dispatch_event("click")
    expect(tab.locator("#evidence blockquote q")).to_have_text(POSITIONS[4].quote)
    tab.locator("#network-home text.opens", has_text="Ferry").click()
    expect(tab.locator("#evidence h2")).to_have_text("Ferry")
    tab.select_option("#choose-network", "conflict")
    expect(tab.locator("#network-home .t-conflict")).to_have_count(2)
    tab.locator("#network-home .reach").first.dispatch_event("click")
    expect(tab.locator("#evidence h2")).to_have_text("North and South")


def test_an_empty_page_says_so(reader: Open) -> None:
    tab = reader(page([], [], case())).open()
    for _ in every_tab(tab, network=False):
        expect(tab.locator("#content")).to_contain_text("o ")
        assert tab.locator("#content .nothing, #content .notice").count() == 1
    tab.locator("#tab-network").click()
    expect(tab.locator(".nothing")).to_be_visible()


def test_one_actor_alone_is_told_apart(reader: Open) -> None:
    tab = reader().open("#actor=coast")
    expect(tab.locator("#content")).to_contain_text("One actor only")
    tab.locator("#tab-agreement").click()
    expect(tab.locator("#content")).to_contain_text("One actor only")


def test_the_static_matrix_without_javascript(reader: Open) -> None:
    tab = reader(scripts=False).open()
    expect(tab.locator(".static")).to_contain_text("needs JavaScript")
    row = tab.locator(".static tr", has_text="Ferry")
    expect(row).to_contain_text("Conditional (1), 2031-03-01, low evidence")
    expect(row).to_contain_text("No statement found")
    expect(row).to_contain_text("Aligned")


def test_light_and_dark_by_the_switch(reader: Open) -> None:
    tab = reader().open()
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = tab.evaluate(colour)
    tab.get_by_role("button", name="Light or dark").click()
    assert tab.evaluate(colour) != light


def test_a_notebook_s_frame_shows_the_page(reader: Open) -> None:
    notebook = f"<!DOCTYPE html><h1>Notebook</h1>{page([NOON], POSITIONS, case())._repr_html_()}"
    tab = reader(notebook).open()
    frame = tab.frame_locator("iframe").first
    expect(frame.locator("tr.issue")).to_have_count(3)
    frame.locator("#filter-issue").select_option("i:ferry")
    expect(frame.locator("tr.issue")).to_have_count(1)
    frame.locator("#tab-network").click()
    expect(frame.frame_locator("iframe").locator("canvas")).to_be_visible()


# Two drawn pictures later, so that a change of size on its way has arrived. A spot counts
# once the frame fills its room and finds the tie, and nothing else, under it.
_MIDDLE = """async ([actor, issue]) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(done));
  await drawn(), await drawn();
  const edge = edges.get().find((e) => e.actor === actor && e.issue === issue);
  const places = network.getPositions([edge.from, edge.to]);
  const a = places[edge.from], b = places[edge.to];
  const spot = network.canvasToDOM({ x: a.x + (b.x - a.x) * .6, y: a.y + (b.y - a.y) * .6 });
  const fills = Math.abs(document.querySelector("canvas").clientWidth - innerWidth) < 2;
  const found = network.getNodeAt(spot) === undefined && network.getEdgeAt(spot) === edge.id;
  return fills && found ? spot : null;
}"""


def resting_spot(tab: Page, actor: str, issue: str) -> dict[str, float]:
    """Find a tie's spot in the picture, once it has come to rest."""
    frame, before = tab.frames[1], None
    for _ in range(50):
        spot: dict[str, float] | None = frame.evaluate(_MIDDLE, [actor, issue])
        if spot is not None and spot == before:
            return spot
        before = spot
        tab.wait_for_timeout(150)
    raise AssertionError(f"the tie of {actor} and {issue} never came to rest")


def test_a_tie_of_the_network_opens_its_evidence(reader: Open) -> None:
    tab = reader().open("#tab=network")
    expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    until(tab.frames[1], "typeof network !== 'undefined' && !edges.get()[0].hidden")
    tab.locator("iframe").scroll_into_view_if_needed()
    quote = tab.locator("#evidence blockquote q")
    for slowly, position in enumerate(POSITIONS[:5]):
        for _ in range(3):  # a picture that moved under the pointer is met again
            spot = resting_spot(tab, position.actor, position.issue)
            box = tab.locator("iframe").bounding_box()
            assert box is not None
            tab.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"], delay=150 * slowly)
            tab.wait_for_timeout(300)
            if quote.all_text_contents() == [position.quote]:
                break
        expect(quote).to_have_text(position.quote)
    assert tab.locator("iframe").get_attribute("sandbox") == "allow-scripts"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_whole_network_is_in_sight(reader: Open, width: int) -> None:
    tab = reader(page([NOON], [*POSITIONS, *random_positions(8, 80)], case()), width=width).open(
        "#tab=network&actor=north&actor=south&actor=coast&actor=abroad"
    )
    expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    until(
        tab.frames[1],
        """typeof network !== 'undefined' && nodes.get().filter((n) => !n.hidden).every((n) => {
          const box = network.getBoundingBox(n.id);
          const [a, b] = [network.canvasToDOM({ x: box.left, y: box.top }),
                          network.canvasToDOM({ x: box.right, y: box.bottom })];
          return a.x >= -1 && a.y >= -1 && b.x <= innerWidth + 1 && b.y <= innerHeight + 1;
        }) && edges.get().some((e) => !e.hidden)""",
    )


def test_the_projections_tie_actors_and_state_issues_n_and_interval(reader: Open) -> None:
    more = [held("north", "truce", "support"), held("south", "truce", "oppose")]
    tab = reader(page([NOON], [*POSITIONS, *more], case())).open("#tab=network&network=conflict")
    expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    frame = tab.frames[1]
    until(frame, "mode === 'pairs' && edges.get().some((e) => !e.hidden)")
    titles = frame.evaluate("edges.get().filter((e) => !e.hidden).map((e) => e.title)")
    # North and South contradict each other on two issues, in one pair of statements each.
    assert any(
        t.startswith("North and South\nConflict 0.80 (") and t.endswith("2 issues · 4 statements")
        for t in titles
    ), titles
    tab.locator("#network-list summary").click()
    tab.get_by_role("button", name="North and South").click()
    expect(tab.locator("#evidence h2")).to_have_text("North and South")
    expect(tab.locator("#evidence")).to_contain_text("Differ (2)")


@pytest.mark.parametrize("measure", ["congruence", "conflict"])
def test_the_projections_are_those_of_the_library(
    reader: Open, measure: Literal["congruence", "conflict"]
) -> None:
    positions = random_positions(11, 150)
    counted = [p for p in positions if counts(p, case())]
    whole = network(
        from_positions(counted), mode="one", aggregation=measure, normalization="average"
    )
    weights = dict(zip(whole.rows, whole.dense().tolist(), strict=True))
    tab = reader(page([], positions, case())).open(f"#tab=network&network={measure}")
    tab.locator("#network-list summary").click()
    rows = tab.locator("#network-list tbody tr").all_inner_texts()
    assert len(rows) == 3
    for row in rows:
        pair, value, *_ = row.split("\t")
        one, other = pair.lower().split(" and ")
        assert float(value) == pytest.approx(weights[one][whole.rows.index(other)], abs=0.0051)


def test_the_network_heeds_the_filters_and_only_the_page_may_speak_to_it(reader: Open) -> None:
    tab = reader().open("#tab=network")
    expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    frame = tab.frames[1]
    visible = "edges.get().filter((e) => !e.hidden).map((e) => e.actor + ' ' + e.issue).sort()"
    until(frame, f"{visible}.length === 5")
    tab.select_option("#filter-issue", "g:war")
    until(frame, f"{visible}.length === 1")
    assert frame.evaluate(visible) == ["coast truce"]
    # A message from elsewhere, or one that names no tie, opens nothing.
    tab.evaluate("postMessage({ kind: 'stancegraph-chosen', id: 'tie:0' }, '*')")
    frame.evaluate("parent.postMessage({ kind: 'stancegraph-chosen', id: '__proto__' }, '*')")
    tab.wait_for_timeout(100)
    expect(tab.locator("#evidence h2")).to_have_text("Evidence")


XSS = [
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror='window.pwned=1'>",
    '"><svg onload=window.pwned=1>',
    "'-window.pwned=1-'",
    "</noscript><script>window.pwned=1</script>",
    "</title></style></textarea><script>window.pwned=1</script>",
    "<!--<script>",
    "{{ 7*7 }}{% raw %}${window.pwned=1}",
    "javascript:window.pwned=1",
    "<a href='javascript:window.pwned=1'>href</a>",
    "\u2028\u2029\x00\u202e]]>&lt;b&gt;",
    "\\u003cscript>\\",
    "😀" * 3,
]


@pytest.mark.parametrize("evil", XSS)
def test_nothing_from_the_data_becomes_markup(reader: Open, evil: str) -> None:
    text = f"{evil} says {evil} yes."
    article = Article(
        evil, text, title=evil, date=DAY, publisher=evil, url=evil, language=evil, speaker=evil
    )
    bad = case(actor=evil, issue=evil, proposition=evil, group=evil, title=evil)
    stated: list[tuple[str, str, Stance]] = [
        ("north", "truce", "conditional"),
        ("south", "truce", "oppose"),
        ("north", "ferry", "support"),
        (evil, "ferry", "support"),
    ]
    positions = [
        Position(
            evil, actor, evil, issue, stance, text, 0, len(text),
            condition=evil, attribution="self", holder_id=evil, date=DAY, extractor=evil,
        )
        for actor, issue, stance in stated
    ]  # fmt: skip
    # The snippet takes the same path from the data to the page: one of the corpus will do.
    levels: tuple[view.Evidence, ...] = ("full", "snippet") if evil == XSS[1] else ("full",)
    for level in levels:
        html = page([article], positions, bad, evidence=level, events=[(DAY, evil)])
        tab = reader(html).open("#open=issue&open=truce")
        if level == "full":
            tab.get_by_role("button", name="Show in source").first.click()
        quote = tab.locator("#evidence q").first.text_content()
        # Only the parser's own rule for NUL does not apply: JSON escapes it.
        assert quote == text
        for name in every_tab(tab):
            assert tab.evaluate("window.pwned") is None
            assert tab.locator("img, script:not([type]):not(:last-of-type)").count() == 0
            assert tab.locator("#app script, #app svg[onload], #app [onerror]").count() == 0
            assert tab.locator("a[href^='javascript']").count() == 0
            if name not in ("statements", "network"):
                with tab.expect_download() as download:
                    tab.get_by_role("button", name="SVG", exact=True).click()
                picture = download.value.path().read_text(encoding="utf-8")
                assert "<script" not in picture
                assert "onload=" not in picture.replace("&lt;svg onload=", "").replace(
                    "&quot;&gt;&lt;svg", ""
                )
        assert tab.frames[1].evaluate("window.pwned") is None
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert tab.locator("#briefing img, #briefing script").count() == 0
        assert tab.evaluate("window.pwned") is None
