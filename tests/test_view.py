"""The page: what is in the file, and what a reader meets in a real browser."""

import base64
import csv
import hashlib
import io
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Frame, Page, expect, sync_playwright

from stancegraph import view
from stancegraph.agreement import PairAgreement, agreements, divergences
from stancegraph.case import Actor, Case, Issue
from stancegraph.exceptions import OutputError
from stancegraph.model import ATTRIBUTIONS, STANCES, Article, Position, Stance
from stancegraph.standings import summarise
from stancegraph.view import page, write_page
from stancegraph.view.payload import script_json, utf16_offsets
from stancegraph.view.sentences import sentences

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
#: Keeps the browser from asking its maker for anything, and runs it as any user.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TABS = ("positions", "agreement", "network", "shifts", "statements")
DAY = date(2031, 3, 1)

TEXT = (
    "The council 😀 met at noon. North said it would stop fishing 🐟 at once, “fully”. "
    "South refused to stop. It might yet run a ferry if the harbour is dredged first.\n\n"
    "Coast wants the ferry too. שלום, said the Coast’s envoy, agreeing to the truce. "
    "Nothing else was decided by the council."
)


def case(**titles: str) -> Case:
    actors = {
        name: Actor(name, f"urn:a:{name}", "bloc", titles.get("actor", "") + name.title(), name)
        for name in ("north", "south", "coast", "abroad")
    }
    issues = {
        name: Issue(
            name,
            f"urn:i:{name}",
            titles.get("issue", "") + name.title(),
            titles.get("proposition", "") + f"There is a {name}",
            group,
            "yes",
            "no",
            "",
        )
        for name, group in (("truce", "war"), ("fishing", "trade"), ("ferry", "trade"))
    }
    groups = {"war": titles.get("group", "") + "War", "trade": "Trade"}
    title = titles.get("title", "") + "Isles"
    compared = ("north", "south", "coast")
    return Case("isles", "urn:c", title, "1", compared, actors, issues, groups)


def said(actor: str, issue: str, stance: Stance, quote: str, **more: Any) -> Position:
    start = TEXT.index(quote)
    return Position(
        **{
            "article": "noon",
            "actor": actor,
            "holder": actor.title(),
            "issue": issue,
            "stance": stance,
            "quote": quote,
            "start": start,
            "end": start + len(quote),
            "confidence": 0.9,
            "date": DAY,
            **more,
        }
    )


NOON = Article(
    "noon", TEXT, "Noon council", DAY, "Isles Wire", "https://isles.example/noon", language="en"
)
POSITIONS = [
    said("north", "fishing", "oppose", "North said it would stop fishing 🐟 at once, “fully”."),
    said("south", "fishing", "support", "South refused to stop."),
    said(
        "south", "ferry", "conditional",
        "It might yet run a ferry if the harbour is dredged first.",
        condition="the harbour is dredged first", attribution="self",
    ),
    said("coast", "ferry", "support", "Coast wants the ferry too."),
    said("coast", "truce", "support", "שלום, said the Coast’s envoy, agreeing to the truce."),
    said(
        "north", "ferry", "oppose", "Coast wants the ferry too.",
        attribution="ascribed", attributed_by="coast",
    ),
    said("abroad", "truce", "support", "The council 😀 met at noon."),
]  # fmt: skip


# --- the file ---------------------------------------------------------------------------------


class Outline(HTMLParser):
    """Collects a page's scripts, its policy, and every address that it refers to."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.addresses: list[str] = []
        self.policy = ""
        self.handlers: list[str] = []
        self._script: dict[str, str | None] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.addresses += [v or "" for k, v in attrs if k in ("src", "href", "action")]
        self.handlers += [k for k in found if k.startswith("on")]
        if tag == "script":
            self._script = found
            self.scripts.append((found, ""))
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"] or ""

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self.scripts[-1] = (self._script, self.scripts[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser gives it
        self._script = None


def test_the_page_refers_to_nothing_outside_itself() -> None:
    outline = Outline(page([NOON], POSITIONS, case()))
    assert set(outline.addresses) == {"#main", "data:,"}
    assert outline.handlers == []


def test_only_the_scripts_named_in_the_policy_can_run() -> None:
    outline = Outline(page([NOON], POSITIONS, case()))
    kinds = [kind.get("type") for kind, _ in outline.scripts]
    assert kinds == ["application/json", "application/json", None]
    frame = Outline(json.loads(outline.scripts[1][1]))
    scripts = [t for o in (outline, frame) for kind, t in o.scripts if kind.get("type") is None]
    assert len(scripts) == 3
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in outline.policy
    assert outline.policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "connect-src 'none'" in outline.policy
    assert "unsafe-eval" not in outline.policy
    assert frame.addresses == []


def test_the_same_input_gives_the_same_page() -> None:
    assert page([NOON], POSITIONS, case()) == page([NOON], POSITIONS, case())


@pytest.mark.parametrize(
    ("evidence", "near", "far"),
    [("full", True, True), ("snippet", True, False), ("quote", False, False)],
)
def test_evidence_says_how_much_text_goes_in(
    evidence: view.Evidence, near: bool, far: bool
) -> None:
    filler = "Weather was discussed at length. " * 30
    article = Article("noon", TEXT + filler + "The end.", "Noon council", DAY)
    html = page([article], [POSITIONS[3]], case(), evidence=evidence)
    assert "Coast wants the ferry too." in html
    assert ("agreeing to the truce" in html) is near
    assert ("The end." in html) is far


def test_as_of_leaves_out_later_statements() -> None:
    later = said("south", "truce", "oppose", "South refused to stop.", date=DAY + timedelta(1))
    html = page([], [*POSITIONS, later], case(), evidence="quote", as_of=DAY)
    data = json.loads(Outline(html).scripts[0][1])
    assert len(data["columns"]["issue"]) == len(POSITIONS)


def test_write_page_writes_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_page(tmp_path / "new" / "page.html", [NOON], POSITIONS, case())
    assert target.read_text(encoding="utf-8") == page([NOON], POSITIONS, case())
    assert [p.name for p in target.parent.iterdir()] == ["page.html"]

    def full(self: Path, to: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    before = target.read_bytes()
    with pytest.raises(OutputError, match=r"page\.html: .*No space left"):
        write_page(target, [], [], case())
    assert target.read_bytes() == before
    assert [p.name for p in target.parent.iterdir()] == ["page.html"]


def test_write_page_names_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="file/page"):
        write_page(tmp_path / "file" / "page.html", [], [], case())


@given(st.text(), st.data())
def test_utf16_offsets_cut_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    offsets = utf16_offsets(text)
    units = text.encode("utf-16-le", "surrogatepass")[2 * offsets[start] : 2 * offsets[end]]
    assert units.decode("utf-16-le", "surrogatepass") == text[start:end]
    assert len(offsets) == len(text) + 1


@given(
    st.recursive(
        st.text(st.characters()) | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    )
)
def test_script_json_round_trip(data: object) -> None:
    text = script_json(data)
    assert json.loads(text) == data
    assert not re.search("[<\u2028\u2029]", text)
    text.encode("utf-8")


# --- the sentences ----------------------------------------------------------------------------

STRINGS = json.loads(Path(view.__file__).with_name("strings.en.json").read_text(encoding="utf-8"))


def told(positions: list[Position], over: Case | None = None) -> list[str]:
    over = over or case()
    standings = summarise(positions, over)
    found = sentences(
        standings, divergences(standings, over), agreements(standings, over), over, STRINGS
    )
    return ["".join(segment.text for segment in sentence) for sentence in found]


def held(actor: str, issue: str, stance: Stance, **more: Any) -> Position:
    return said(actor, issue, stance, "South refused to stop.", **more)


def test_unanimity_needs_every_compared_actor() -> None:
    two = [held("north", "truce", "support"), held("south", "truce", "support")] * 2
    third = held("coast", "truce", "support")
    assert told(two) == []
    assert told([*two, third]) == []  # one sentence misread would make it false
    assert told([*two, third, third]) == ["Supported by all three: Truce."]


def test_a_contested_actor_carries_no_unanimity() -> None:
    positions = [held(a, "truce", "support") for a in ("north", "south", "coast")] * 4
    assert told(positions) == ["Supported by all three: Truce."]
    assert told([*positions, held("coast", "truce", "oppose")]) == []


def test_split_names_the_sides() -> None:
    positions = [
        held("north", "truce", "support"),
        held("south", "truce", "oppose"),
        held("coast", "truce", "ambivalent"),
    ]
    places = "Truce – North for, South against, Coast between."
    assert told(positions) == [f"Furthest apart, though on single statements: {places}"]
    assert told(positions * 2) == [f"Furthest apart: {places}"]


def test_alone_needs_more_than_one_statement() -> None:
    rest = [held("north", "truce", "support"), held("coast", "truce", "support")] * 2
    alone = "South alone opposes Truce; everyone else on record is in favour."
    assert alone not in told([*rest, held("south", "truce", "oppose")])
    assert alone not in told([*rest[:2], *[held("south", "truce", "oppose")] * 2])
    assert alone in told([*rest, *[held("south", "truce", "oppose")] * 2])


def test_a_move_is_told_and_linked() -> None:
    positions = [
        held("north", "truce", "support"),
        held("north", "truce", "oppose", date=DAY + timedelta(99)),
    ]
    assert told(positions) == []
    positions.append(held("north", "truce", "oppose", date=DAY + timedelta(98)))
    assert told(positions) == [
        "North moved from “supports” in 2031-03 to “opposes” in 2031-06 on Truce."
    ]


def test_a_month_of_several_voices_is_no_move() -> None:
    later = {"date": DAY + timedelta(99)}
    positions = [
        held("north", "truce", "support"),
        held("north", "truce", "oppose", **later),
        held("north", "truce", "support", **later),
    ]
    assert told(positions) == []


def test_the_widest_split_told_is_one_that_rests_on_more_than_one_statement() -> None:
    firm = [held("north", "truce", "support"), held("south", "truce", "ambivalent")] * 2
    firm += [held("south", "truce", "oppose")] * 2
    weak = [held("north", "ferry", "support"), held("south", "ferry", "oppose")]
    assert told([*firm, *weak]) == ["Furthest apart: Truce – North for, South between."]


def test_closest_and_furthest_need_intervals_that_tell_them_apart() -> None:
    def pairs(low: float, high: float) -> list[str]:
        near = PairAgreement("north", "south", 0.9, low, 1.0, ("truce", "fishing", "ferry"), 9)
        far = PairAgreement("south", "coast", 0.5, 0.2, high, ("truce", "fishing", "ferry"), 9)
        found = sentences({}, [], [far, near], case(), STRINGS)
        return ["".join(segment.text for segment in sentence) for sentence in found]

    told_apart = "Closest: North and South (90% over 3 shared issues). Furthest: "
    assert pairs(0.6, 0.8) == [f"{told_apart}South and Coast (50% over 3)."]
    assert pairs(0.45, 0.8) == pairs(0.6, 0.95) == []


def test_braces_in_a_label_are_just_text() -> None:
    positions = [held(a, "truce", "support") for a in ("north", "south", "coast")] * 2
    assert told(positions, case(issue="{count} ")) == ["Supported by all three: {count} Truce."]


# --- in the browser ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium found on the PATH: the page was not tried in a browser")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS) as browser,
    ):
        yield browser


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


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts = []
    readers: list[Reader] = []

    def make(
        html: str | None = None, width: int = 1280, scheme: Any = "light", scripts: bool = True
    ) -> Reader:
        path = tmp_path / f"page{len(readers)}.html"
        # Written as bytes are sent: a lone surrogate would have no place in the file.
        path.write_text(page([NOON], POSITIONS, case()) if html is None else html, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="en-GB",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        readers.append(Reader(context.new_page(), path))
        return readers[-1]

    yield make
    for context in contexts:
        context.close()
    assert [r.trouble for r in readers] == [[] for _ in readers]


def every_tab(tab: Page) -> Iterator[str]:
    for name in TABS:
        tab.locator(f"#tab-{name}").click()
        expect(tab.locator(f"#tab-{name}")).to_have_attribute("aria-selected", "true")
        if name == "network":
            canvas = tab.frame_locator("iframe").locator("canvas")
            expect(canvas).to_be_visible()
        yield name


def cell(tab: Page, actor: str, issue: str) -> Any:
    target = json.dumps(["cell", actor, issue], separators=(",", ":"))
    return tab.locator(f"button.cell[data-target='{target}']")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_every_view_works_offline_and_fits(reader: Open, width: int, scheme: str) -> None:
    tab = reader(width=width, scheme=scheme).open()
    for name in every_tab(tab):
        assert tab.locator("#view").inner_text().strip(), name
        overflow = tab.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, name


def test_the_evidence_behind_each_cell_is_exactly_its_statements(reader: Open) -> None:
    tab = reader().open()
    standings = summarise(POSITIONS, case())
    shown = [key for key in standings if key[0] in case().compared]
    assert len(shown) == 5
    for actor, issue in shown:
        cell(tab, actor, issue).click()
        evidence = tab.locator("#evidence")
        expect(evidence.locator("h2")).to_be_focused()
        expect(evidence.locator("h2")).to_contain_text(case().issues[issue].label)
        quotes = evidence.locator("blockquote q").all_text_contents()
        assert quotes == [p.quote for p in standings[actor, issue].statements]
    expect(cell(tab, *shown[-1])).to_have_attribute("aria-current", "true")
    expect(tab.locator(".matrix [aria-current]")).to_have_count(1)


def test_ascribed_positions_are_shown_apart_and_do_not_colour_the_cell(reader: Open) -> None:
    tab = reader().open()
    box = cell(tab, "north", "ferry")
    expect(box).to_contain_text("No statement found")
    expect(box).to_contain_text("1 not counted")
    box.click()
    expect(tab.locator("#evidence")).to_contain_text("Ascribed by others, ascribed by Coast")


def test_a_card_tells_date_holder_source_condition_and_confidence(reader: Open) -> None:
    tab = reader().open()
    cell(tab, "south", "ferry").click()
    card = tab.locator("#evidence .card")
    for words in (
        "1 Mar 2031", "Isles Wire", "South", "Conditional", "Own words", "Confidence 90%",
        "If: the harbour is dredged first",
    ):  # fmt: skip
        expect(card).to_contain_text(words)
    link = card.get_by_role("link", name="Open the original")
    expect(link).to_have_attribute("href", "https://isles.example/noon")


def random_positions(seed: int, count: int = 150) -> list[Position]:
    draw = random.Random(seed)  # noqa: S311 - test data
    return [
        Position(
            ("noon", "dusk", "dawn")[k % 3],
            draw.choice(["north", "south", "coast", "abroad", "author"]),
            ("Someone", "someone", "Someone else", "The harbour office")[k % 4],
            draw.choice(["truce", "fishing", "ferry"]),
            draw.choice(STANCES),
            f"Quote {k}.",
            0,
            1,
            attribution=draw.choice(ATTRIBUTIONS),
            time=draw.choice(["current", "current", "past"]),
            confidence=round(draw.random(), 2),
            date=draw.choice([None, DAY + timedelta(days=draw.randrange(700))]),
        )
        for k in range(count)
    ]


@pytest.mark.parametrize(("seed", "count"), [(1, 20), (2, 60), (3, 300)])
def test_the_page_reckons_as_the_library_does(reader: Open, seed: int, count: int) -> None:
    positions = random_positions(seed, count)
    tab = reader(page([], positions, case())).open()
    standings = summarise(positions, case())
    for actor in case().compared:
        for issue in case().issues:
            standing = standings.get((actor, issue))
            box = cell(tab, actor, issue)
            if standing is None:
                assert box.count() == 0 or "No statement found" in box.inner_text()
                continue
            text = box.inner_text()
            assert STRINGS[standing.word] in text
            assert re.search(rf"\b{standing.n} statements?\b", text)
            assert ("contested" in text) is standing.contested
            assert ("low evidence" in text) is standing.low_evidence
            assert ("→" in text) is (standing.move is not None)
    verdicts = tab.locator(".verdict").all_inner_texts()
    assert [v[2:] for v in verdicts] == [
        STRINGS[d.verdict or "one_voice"] for d in divergences(standings, case())
    ]
    tab.locator("#tab-agreement").click()
    for pair in agreements(standings, case()):
        if pair.value is None:
            assert "No shared issue" in tab.locator(".pairs-table").inner_text()
            continue
        target = json.dumps(["pair", pair.one, pair.other], separators=(",", ":"))
        text = tab.locator(f"[data-target='{target}']").first.inner_text()
        assert pair.low is not None
        assert pair.high is not None
        # Half a percent may be rounded either way.
        for value in (pair.value, pair.low, pair.high):
            near = {f"{math_round}%" for math_round in rounded(value * 100)}
            assert near & set(re.findall(r"\d+%", text))


def rounded(value: float) -> set[int]:
    return {int(value + 0.499999), int(value + 0.500001)}


def test_show_in_source_marks_the_very_words(reader: Open) -> None:
    tab = reader().open()
    for position in POSITIONS[:5]:
        cell(tab, position.actor, position.issue).click()
        tab.get_by_role("button", name="Show in source").first.click()
        marked = "".join(tab.locator("mark.now").all_text_contents())
        assert marked == position.quote
        assert tab.locator(".source-text .text").text_content() == TEXT


def test_n_and_p_go_from_passage_to_passage(reader: Open) -> None:
    tab = reader().open()
    target = "#open=issue&open=ferry"
    tab = reader().open(target)
    tab.get_by_role("button", name="Show in source").first.click()
    first = tab.locator("mark.now").text_content()
    assert tab.locator("mark").count() == 2
    tab.keyboard.press("n")
    second = tab.locator("mark.now").text_content()
    assert {first, second} == {POSITIONS[2].quote, POSITIONS[3].quote}
    tab.keyboard.press("p")
    assert tab.locator("mark.now").text_content() == first


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
    assert "Opposes" in tab.evaluate(focused)  # north on fishing
    tab.keyboard.press("Enter")
    expect(tab.locator("#evidence h2")).to_be_focused()
    expect(tab.locator("#evidence blockquote q")).to_have_text(POSITIONS[0].quote)
    tab.keyboard.press("Escape")
    assert "Opposes" in tab.evaluate(focused)
    tab.keyboard.press("End")
    assert "Split" in tab.evaluate(focused)
    tab.keyboard.press("/")
    expect(tab.locator("#search")).to_be_focused()
    tab.locator("#tab-positions").focus()
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("#tab-agreement")).to_be_focused()
    expect(tab.locator(".pairs-table")).to_be_visible()


def _until(frame: Frame, expression: str) -> None:
    """Wait until an expression holds; the page's policy forbids Playwright's own polling."""
    for _ in range(100):
        if frame.evaluate(expression):
            return
        frame.page.wait_for_timeout(50)
    raise AssertionError(f"not within five seconds: {expression}")


def test_a_tie_of_the_network_opens_its_evidence(reader: Open) -> None:
    tab = reader().open("#tab=network")
    expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    frame = tab.frames[1]
    _until(frame, "typeof network !== 'undefined' && !edges.get()[0].hidden")
    tab.locator("iframe").scroll_into_view_if_needed()
    tab.wait_for_timeout(300)
    box = tab.locator("iframe").bounding_box()
    assert box is not None
    for position in POSITIONS[:5]:
        spot = frame.evaluate(
            """([actor, issue]) => {
              const edge = edges.get().find((e) => e.actor === actor && e.issue === issue);
              const places = network.getPositions([edge.from, edge.to]);
              const a = places[edge.from], b = places[edge.to];
              return network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
            }""",
            [position.actor, position.issue],
        )
        tab.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
        expect(tab.locator("#evidence blockquote q")).to_have_text(position.quote)
    assert tab.locator("iframe").get_attribute("sandbox") == "allow-scripts"


def test_the_network_heeds_the_filters_and_only_the_page_may_speak_to_it(reader: Open) -> None:
    tab = reader().open("#tab=network")
    expect(tab.frame_locator("iframe").locator("canvas")).to_be_visible()
    frame = tab.frames[1]
    visible = "edges.get().filter((e) => !e.hidden).map((e) => e.actor + ' ' + e.issue).sort()"
    _until(frame, f"{visible}.length === 5")
    tab.select_option("#filter-group", "war")
    _until(frame, f"{visible}.length === 1")
    assert frame.evaluate(visible) == ["coast truce"]
    # A message from elsewhere, or one that names no tie, opens nothing.
    tab.evaluate("postMessage({ kind: 'stancegraph-tie', id: 'tie:0' }, '*')")
    frame.evaluate("parent.postMessage({ kind: 'stancegraph-tie', id: '__proto__' }, '*')")
    tab.wait_for_timeout(100)
    expect(tab.locator("#evidence .card")).to_have_count(0)


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


@pytest.mark.parametrize(
    ("choose", "count"),
    [
        (lambda tab: tab.select_option("#filter-stance", "oppose"), 2),
        (lambda tab: tab.select_option("#filter-attribution", "ascribed"), 1),
        (lambda tab: tab.select_option("#filter-group", "trade"), 5),
        (lambda tab: tab.locator("input.actor").first.uncheck(), 4),
        (lambda tab: tab.locator("input.actor").last.check(), 7),
        (lambda tab: tab.fill("#filter-from", "2031-03-02"), 0),
        (lambda tab: tab.fill("#filter-to", "2031-03-01"), 6),
    ],
)
def test_each_filter(reader: Open, choose: Callable[[Page], object], count: int) -> None:
    tab = reader().open()
    choose(tab)
    expect(tab.locator("#count")).to_have_text(f"{count} of 7 statements")
    again = reader().open(tab.evaluate("location.hash"))
    expect(again.locator("#count")).to_have_text(f"{count} of 7 statements")


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
    "hostile",
    [
        "#tab=__proto__&order=constructor&group=nope&stance=<img src=x onerror=alert(1)>",
        "#open=cell&open=__proto__&open=toString",
        "#open=row&open=99999&actor=nobody&from=2031-99-99&to=yesterday",
        "#open=pair&open=north&open=north&compare=toString",
        "#%E0%A4%A&&&==&tab",
        "#open=cell",
    ],
)
def test_a_hostile_link_is_a_plain_page(reader: Open, hostile: str) -> None:
    tab = reader().open(hostile)
    expect(tab.locator("#count")).to_have_text("6 of 7 statements")
    expect(tab.locator("tr.issue")).to_have_count(3)
    expect(tab.locator("#evidence .card")).to_have_count(0)


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
    cells: list[tuple[str, str, Stance]] = [
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
        for actor, issue, stance in cells
    ]  # fmt: skip
    # The snippet takes the same path from the data to the page: one of the corpus will do.
    levels: tuple[view.Evidence, ...] = ("full", "snippet") if evil == XSS[1] else ("full",)
    for level in levels:
        html = page([article], positions, bad, evidence=level)
        tab = reader(html).open("#open=issue&open=truce")
        if level == "full":
            tab.get_by_role("button", name="Show in source").first.click()
        for _ in every_tab(tab):
            assert tab.evaluate("window.pwned") is None
            assert tab.locator("img, script:not([type]):not(:last-of-type)").count() == 0
            assert tab.locator("#app script, #app svg[onload], #app [onerror]").count() == 0
            assert tab.locator("a[href^='javascript']").count() == 0
        assert tab.frames[1].evaluate("window.pwned") is None
        quote = tab.locator("#evidence q").first.text_content()
        # Only the parser's own rule for NUL does not apply: JSON escapes it.
        assert quote == text


def test_the_static_matrix_without_javascript(reader: Open) -> None:
    made = reader(scripts=False)
    tab = made.open()
    expect(tab.locator(".static")).to_contain_text("needs JavaScript")
    row = tab.locator(".static tr", has_text="Ferry")
    expect(row).to_contain_text("Conditional (1), 2031-03-01, low evidence")
    expect(row).to_contain_text("No statement found")
    expect(row).to_contain_text("Aligned")


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        ('{"version":1,', '{"version":1'),
        ('"actor":[0,', '"actor":['),
        ('"issue":[1,', '"issue":[99,'),
        ('"version":1', '"version":99'),
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


def test_an_empty_page_says_so(reader: Open) -> None:
    tab = reader(page([], [], case())).open()
    for _ in every_tab_but_network(tab):
        expect(tab.locator("#content")).to_contain_text(re.compile("no statement|No issue"))


def every_tab_but_network(tab: Page) -> Iterator[str]:
    for name in TABS:
        if name != "network":
            tab.locator(f"#tab-{name}").click()
            yield name


def test_one_actor_alone_is_told_apart(reader: Open) -> None:
    tab = reader().open("#actor=coast")
    expect(tab.locator("#content")).to_contain_text("One actor only")
    tab.locator("#tab-agreement").click()
    expect(tab.locator("#content")).to_contain_text("One actor only")


def test_statements_are_sorted_paged_and_saved_as_csv(reader: Open) -> None:
    evil = '=HYPERLINK("x")'
    positions = [*random_positions(5, 120), held("north", "truce", "support", holder=evil)]
    tab = reader(page([], positions, case())).open("#tab=statements")
    shown = [p for p in positions if p.actor in case().compared]
    expect(tab.locator(".statements tbody tr")).to_have_count(50)
    dates = [p.date for p in shown if p.date]
    newest = max(dates)
    first = tab.locator(".statements tbody tr").first
    expect(first).to_contain_text(f"{newest.day} ")
    expect(first).to_contain_text(str(newest.year))
    tab.locator("[data-column=holder]").click()
    expect(tab.locator("th[aria-sort=ascending]")).to_have_text(re.compile("Holder"))
    expect(tab.locator(".statements tbody tr").first).to_contain_text("=HYPERLINK")
    tab.get_by_role("button", name="Next").click()
    expect(tab.locator(".pager")).to_contain_text("Page 2 of")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save as CSV").click()
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [(r["actor"], r["issue"], r["stance"], r["quote"]) for r in rows] == [
        (p.actor, p.issue, p.stance, p.quote) for p in shown
    ]
    assert rows[-1]["holder"] == "'" + evil


def test_sentences_open_their_evidence_whatever_the_filters(reader: Open) -> None:
    positions = [held(a, "truce", "support") for a in ("north", "south", "coast")] * 2
    tab = reader(page([NOON], positions, case())).open("#actor=north&group=trade")
    expect(tab.locator(".short li")).to_have_text(["Supported by all three: Truce."])
    tab.locator(".short a").click()
    expect(tab.locator("#evidence .card")).to_have_count(6)
    tab.keyboard.press("Escape")
    expect(tab.locator(".short a")).to_be_focused()


def test_it_prints(reader: Open) -> None:
    tab = reader().open("#group=trade")
    tab.emulate_media(media="print")
    expect(tab.locator(".filters")).to_be_hidden()
    expect(tab.locator("#stated")).to_have_text("Filters: Issues: Trade")
    assert tab.pdf().startswith(b"%PDF")


def test_light_and_dark_by_the_switch(reader: Open) -> None:
    tab = reader().open()
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = tab.evaluate(colour)
    tab.get_by_role("button", name="Light or dark").click()
    assert tab.evaluate(colour) != light
