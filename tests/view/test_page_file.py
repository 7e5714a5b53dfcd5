"""What is in the page's file."""

import base64
import gzip
import hashlib
import json
import re
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph import view
from stancegraph.exceptions import OutputError
from stancegraph.model import Article
from stancegraph.view import page, write_page
from stancegraph.view.payload import script_json, utf16_offsets
from tests.view.isles import DAY, NOON, POSITIONS, TEXT, case, said


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
    assert kinds == ["application/json", "text/plain", None]
    frame = Outline(json.loads(gzip.decompress(base64.b64decode(outline.scripts[1][1]))))
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


def test_events_later_than_as_of_are_left_out_and_the_others_sorted() -> None:
    events = [(DAY + timedelta(2), "Ball"), (DAY, "Storm"), (DAY - timedelta(2), "Regatta")]
    html = page([], POSITIONS, case(), evidence="quote", as_of=DAY, events=events)
    data = json.loads(Outline(html).scripts[0][1])
    assert [e["label"] for e in data["events"]] == ["Regatta", "Storm"]


def test_statements_are_numbered_in_their_article_and_come_newest_first() -> None:
    later = said("south", "truce", "oppose", "South refused to stop.", date=DAY + timedelta(1))
    never = said("south", "truce", "oppose", "South refused to stop.", date=None)
    html = page([NOON], [never, *POSITIONS, later], case())
    columns = json.loads(Outline(html).scripts[0][1])["columns"]
    assert columns["number"][0] == len(POSITIONS) + 2
    assert columns["number"][-1] == 1


def test_a_notebook_shows_the_page_in_a_frame_without_rights() -> None:
    shown = page([NOON], POSITIONS, case())._repr_html_()
    frame = re.fullmatch(
        r'<iframe sandbox="([a-z -]+)" style="[^"]*" srcdoc="([^"]*)"></iframe>', shown
    )
    assert frame is not None
    assert "same-origin" not in frame[1]
    assert unescape(frame[2]) == page([NOON], POSITIONS, case())


def test_write_page_writes_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_page(tmp_path / "new" / "page.html", page([NOON], POSITIONS, case()))
    assert target.read_text(encoding="utf-8") == page([NOON], POSITIONS, case())
    assert [p.name for p in target.parent.iterdir()] == ["page.html"]

    def full(self: Path, to: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    before = target.read_bytes()
    with pytest.raises(OutputError, match=r"page\.html: .*No space left"):
        write_page(target, "other")
    assert target.read_bytes() == before
    assert [p.name for p in target.parent.iterdir()] == ["page.html"]


def test_write_page_names_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="file/page"):
        write_page(tmp_path / "file" / "page.html", "x")


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
