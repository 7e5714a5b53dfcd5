"""Every number opens the quotes behind it, and the quotes are the article's very words."""

import json
import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from stancegraph.agreement import agreements, divergences
from stancegraph.model import Article, Position
from stancegraph.standings import summarise
from stancegraph.view import page
from tests.view.browsing import Open, cell, every_tab, target
from tests.view.isles import (
    DAY,
    NOON,
    POSITIONS,
    STRINGS,
    TEXT,
    case,
    held,
    random_positions,
)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_every_view_works_offline_and_fits(reader: Open, width: int, scheme: str) -> None:
    tab = reader(width=width, color_scheme=scheme).open()
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


def test_nothing_with_a_number_is_without_its_quotes(reader: Open) -> None:
    """Whatever states n, a percentage or a count opens quotes by one click."""
    tab = reader().open()
    for name in every_tab(tab, network=False):
        openers = tab.locator("#content [data-target]")
        for k in range(openers.count()):
            openers.nth(k).click()
            assert tab.locator("#evidence blockquote q").count() > 0, (name, k)
    bare = tab.evaluate(
        """() => [...document.querySelectorAll('.facts, .value')]
             .filter((n) => !n.closest('[data-target]')).length"""
    )
    assert bare == 0


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
        "1 Mar 2031", "Isles Wire", "Noon council", "South", "Conditional", "Own words",
        "Confidence 60%", "If: the harbour is dredged first",
    ):  # fmt: skip
        expect(card).to_contain_text(words)
    link = card.get_by_role("link", name="Open the original")
    expect(link).to_have_attribute("href", "https://isles.example/noon")
    quote = card.locator("blockquote")
    expect(quote).to_have_attribute("lang", "en")
    expect(quote).to_have_attribute("dir", "auto")


def test_dates_and_numbers_follow_the_reader(reader: Open) -> None:
    tab = reader(locale="de-DE").open()
    cell(tab, "south", "ferry").click()
    expect(tab.locator("#evidence .card")).to_contain_text("1. März 2031")
    expect(tab.locator("#evidence .card")).to_contain_text("60 %")


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
            assert f"n = {standing.n} " in text
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
            assert "No shared issue" in tab.locator(".pairs-table").first.inner_text()
            continue
        text = tab.locator(target("pair", pair.one, pair.other)).inner_text()
        assert pair.low is not None
        assert pair.high is not None
        assert f"n = {pair.n}" in text
        assert re.search(rf"\b{len(pair.issues)} issues?\b", text)
        # Half a percent may be rounded either way.
        for value in (pair.value, pair.low, pair.high):
            near = {f"{math_round}%" for math_round in rounded(value * 100)}
            assert near & set(re.findall(r"\d+%", text))


def rounded(value: float) -> set[int]:
    return {int(value + 0.499999), int(value + 0.500001)}


def test_a_period_reckons_with_its_own_statements_alone(reader: Open) -> None:
    positions = random_positions(4, 200)
    tab = reader(page([], positions, case())).open("#tab=agreement")
    periods = tab.locator(".multiples figure")
    assert periods.count() > 2
    button = periods.nth(1).locator("button.pair").first
    one, other, start, end = json.loads(button.get_attribute("data-target") or "")[1:]
    within = [p for p in positions if p.date and start <= p.date.isoformat()[:7] <= end]
    standings = summarise(within, case())
    pair = next(p for p in agreements(standings, case()) if (p.one, p.other) == (one, other))
    expect(button).to_contain_text(f"n = {pair.n}")
    button.click()
    expect(tab.locator("#evidence")).to_contain_text(f"{pair.n} statements")
    again = reader(page([], positions, case())).open(tab.evaluate("location.hash"))
    expect(again.locator("#evidence")).to_contain_text(f"{pair.n} statements")


def test_a_pair_lists_where_it_agrees_and_differs(reader: Open) -> None:
    more = [held("north", "truce", "support"), held("south", "truce", "oppose")]
    tab = reader(page([NOON], [*POSITIONS, *more], case())).open("#tab=agreement")
    tab.locator(target("pair", "north", "south")).click()
    evidence = tab.locator("#evidence")
    expect(evidence).to_contain_text("Differ (2)")
    expect(evidence.locator("blockquote q")).to_have_count(4)
    evidence.get_by_role("button", name="Fishing").click()
    expect(evidence.locator("h2")).to_have_text("Fishing")


def test_show_in_source_marks_the_very_words(reader: Open) -> None:
    tab = reader().open()
    for position in POSITIONS[:5]:
        cell(tab, position.actor, position.issue).click()
        tab.get_by_role("button", name="Show in source").first.click()
        marked = "".join(tab.locator("mark.now").all_text_contents())
        assert marked == position.quote
        assert tab.locator(".source-text .text").text_content() == TEXT
        assert tab.locator(".source-text .text").get_attribute("dir") == "auto"


def test_offsets_hold_in_a_text_of_emoji_and_right_to_left_script(reader: Open) -> None:
    text = "🇺🇦👩‍🚀 قال المجلس 🐟 إنه يوافق. " * 40 + "המועצה 😀 מסרבת!"
    quote = "المجلس 🐟 إنه"
    start = text.rindex(quote)
    article = Article("noon", text, "مجلس", DAY, language="ar")
    position = Position(
        "noon", "coast", "Coast", "truce", "support", quote, start, start + len(quote)
    )
    tab = reader(page([article], [position], case())).open("#open=cell&open=coast&open=truce")
    tab.get_by_role("button", name="Show in source").click()
    assert tab.locator("mark.now").text_content() == quote
    assert tab.locator(".source-text .text").text_content() == text
    style = tab.locator("blockquote").evaluate("(n) => getComputedStyle(n).direction")
    assert style == "rtl"


def test_n_and_p_go_from_passage_to_passage(reader: Open) -> None:
    tab = reader().open("#open=issue&open=ferry")
    tab.get_by_role("button", name="Show in source").first.click()
    first = tab.locator("mark.now").text_content()
    assert tab.locator("mark").count() == 2
    tab.keyboard.press("n")
    second = tab.locator("mark.now").text_content()
    assert {first, second} == {POSITIONS[2].quote, POSITIONS[3].quote}
    tab.keyboard.press("p")
    assert tab.locator("mark.now").text_content() == first


def test_many_quotes_come_in_parts(reader: Open) -> None:
    positions = [held("north", "truce", "support", date=DAY - timedelta(k)) for k in range(95)]
    tab = reader(page([NOON], positions, case())).open("#open=cell&open=north&open=truce")
    expect(tab.locator("#evidence .card")).to_have_count(40)
    tab.get_by_role("button", name="Show 55 more").click()
    tab.get_by_role("button", name="Show 15 more").click()
    expect(tab.locator("#evidence .card")).to_have_count(95)


def test_the_marked_passage_is_in_sight(reader: Open) -> None:
    filler = "Weather was discussed at length. " * 200
    quote = "Coast agrees to the truce."
    text = filler + quote + filler
    article = Article("noon", text, "Noon council", DAY)
    position = Position(
        "noon", "coast", "Coast", "truce", "support", quote, len(filler), len(filler) + len(quote)
    )
    tab = reader(page([article], [position], case())).open("#open=cell&open=coast&open=truce")
    tab.get_by_role("button", name="Show in source").click()
    assert tab.locator("mark.now").evaluate(
        """(mark) => {
          const box = mark.closest('.text').getBoundingClientRect();
          const own = mark.getBoundingClientRect();
          return own.top >= box.top && own.bottom <= box.bottom;
        }"""
    )


def test_sentences_open_their_evidence_whatever_the_filters(reader: Open) -> None:
    positions = [
        held(actor, "truce", "support", article=article)
        for actor in ("north", "south", "coast")
        for article in ("noon", "dusk", "dawn")
    ]
    tab = reader(page([NOON], positions, case())).open("#actor=north&group=trade")
    expect(tab.locator(".short li").first).to_have_text("Supported by all three: Truce.")
    expect(tab.locator(".short li").last).to_have_text("Most is said of Truce (n = 9).")
    tab.locator(".short a").first.click()
    expect(tab.locator("#evidence .card")).to_have_count(9)
    tab.keyboard.press("Escape")
    expect(tab.locator(".short a").first).to_be_focused()


def test_a_change_is_told_in_the_cell_and_drawn_in_its_chart(reader: Open) -> None:
    moved = [
        held("north", "truce", "oppose"),
        held("north", "truce", "support", date=DAY + timedelta(99)),
        held("south", "truce", "support", date=DAY + timedelta(99)),
    ]
    events = [(DAY + timedelta(50), "Storm <b>"), (DAY - timedelta(5000), "Long ago")]
    tab = reader(page([NOON], moved, case(), events=events)).open()
    expect(cell(tab, "north", "truce")).to_contain_text("▼▼ Mar → ▲▲ Jun 2031")
    tab.locator("#tab-shifts").click()
    expect(tab.locator(".charts figure")).to_have_count(1)
    expect(tab.locator(".events li")).to_have_text(["20 Apr 2031 Storm <b>"])
    expect(tab.locator(".chart .event")).to_have_count(1)
    expect(tab.locator(".charts .line")).to_have_count(1)
    tab.locator(".charts .mark.live").first.click()
    expect(tab.locator("#evidence h2")).to_contain_text("North")
    labels = tab.locator(".chart text.end").evaluate_all(
        "(n) => n.map((t) => +t.getAttribute('y'))"
    )
    assert len(labels) == 2
    assert abs(labels[0] - labels[1]) >= 13
