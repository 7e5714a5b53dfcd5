"""The page can be translated: every word of its own comes from one file."""

import re
from datetime import timedelta
from typing import Any

import pytest

from stancegraph import view
from stancegraph.view import page
from tests.view.browsing import Open, every_tab
from tests.view.isles import DAY, NOON, POSITIONS, STRINGS, TEXT, case, held


def foreign(value: Any) -> Any:
    """Write a string in letters that the page's own code does not have; leave {names} alone."""
    if isinstance(value, list):
        return [foreign(v) for v in value]
    return "".join(
        part if part.startswith("{") else re.sub("[A-Za-z]", "ж", part)
        for part in re.split(r"(\{\w+\})", value)
    )


#: Words of the data, and what no language translates: months in the reader's way, file formats.
DATA = [
    TEXT, *(p.quote for p in POSITIONS), "Noon council", "Isles Wire", "Isles", "Someone",
    "the harbour is dredged first", "Storm", "noon",
    *(a.label for a in case().actors.values()), *(i.label for i in case().issues.values()),
    *(i.proposition for i in case().issues.values()), *case().groups.values(),
    "yes", "no", "nothing", "Mar", "Apr", "May", "Jun",
]  # fmt: skip

WORDS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest('script, style, noscript, blockquote, .text')) {
      found.push(node.data);
    }
  }
  for (const node of document.querySelectorAll('#app *')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'label']) {
      if (node.hasAttribute(name)) found.push(node.getAttribute(name));
    }
  }
  return found;
}"""


def test_no_word_of_the_page_is_outside_of_the_strings(
    reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ("language", "list_comma", "list_and")
    strings = {k: v if k in kept else foreign(v) for k, v in STRINGS.items()}
    strings["list_and"] = " ж "
    monkeypatch.setattr(view, "_strings", lambda: strings)
    moved = [
        held("north", "truce", "oppose"),
        *[held("north", "truce", "support", date=DAY + timedelta(k)) for k in (98, 99)],
    ]
    html = page([NOON], [*POSITIONS, *moved], case(), events=[(DAY + timedelta(9), "Storm")])
    tab = reader(html).open()
    found: set[str] = set()
    for hash_ in (
        "#open=cell&open=south&open=ferry",
        "#open=pair&open=north&open=south&compare=north",
        "#open=issue&open=truce&q=nothing",
        "#open=row&open=noon&open=6&stance=support&from=2031-03-01&confidence=0.5",
        "#network=conflict",
    ):
        tab.evaluate(f"location.hash = '{hash_}'")
        for _ in every_tab(tab, network=False):
            found.update(tab.evaluate(WORDS))
        tab.locator("#tab-network").click()
        found.update(tab.evaluate(WORDS))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    found.update(tab.evaluate(WORDS))
    assert len(found) > 150
    left = set()
    for text in found:
        rest = text
        for known in sorted(DATA, key=len, reverse=True):
            rest = rest.replace(known, "")
        if re.search("[A-Za-z]", rest):
            left.add(text)
    assert left == set()
