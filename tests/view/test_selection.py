"""What goes into a page, from Python and from the command line."""

from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stancegraph.cli import app
from stancegraph.exceptions import ArticleError, CaseError
from stancegraph.model import Article
from stancegraph.store import build_store
from stancegraph.view import page, read_events
from stancegraph.view.selection import selected
from tests.view.isles import DAY, NOON, POSITIONS, case, held


def test_actors_are_compared_in_the_order_given() -> None:
    _, kept, narrow = selected([NOON], POSITIONS, case(), actors=["abroad", "north"])
    assert narrow.compared == ("abroad", "north")
    assert {p.position.actor for p in kept} == {"abroad", "north"}
    assert [p.number for p in kept] == [1, 6, 7]


@pytest.mark.parametrize(("asked", "left"), [(["war"], ["truce"]), (["ferry"], ["ferry"])])
def test_issues_are_chosen_by_id_or_by_group(asked: list[str], left: list[str]) -> None:
    _, kept, narrow = selected([NOON], POSITIONS, case(), issues=asked)
    assert list(narrow.issues) == left
    assert {p.position.issue for p in kept} == set(left)
    assert list(narrow.groups) == [narrow.issues[left[0]].group]


def test_a_period_has_no_place_for_the_undated_but_an_end_alone_has() -> None:
    days = [DAY, DAY + timedelta(1), DAY + timedelta(2), None]
    positions = [held("north", "truce", "support", date=day) for day in days]

    def left(**period: object) -> list[object]:
        _, kept, _ = selected([], positions, case(), **period)  # type: ignore[arg-type]
        return [p.position.date for p in kept]

    assert left(as_of=days[1]) == [days[0], days[1], None]
    assert left(since=days[1]) == days[1:3]
    assert left(since=days[1], as_of=days[1]) == [days[1]]


def test_articles_without_a_statement_stay_out_of_a_chosen_page() -> None:
    other = Article("dusk", "Secret minutes.", "Dusk", DAY)
    assert "Secret minutes." in page([NOON, other], POSITIONS, case())
    assert "Secret minutes." not in page([NOON, other], POSITIONS, case(), actors=["north"])


def test_what_the_case_does_not_have_is_named() -> None:
    with pytest.raises(CaseError, match=r"'east' is no actor .* north, south, coast, abroad"):
        page([], POSITIONS, case(), actors=["north", "east"])
    with pytest.raises(CaseError, match=r"'fish' is no issue .* truce, fishing, ferry, war, trade"):
        page([], POSITIONS, case(), issues=["fish"])


def test_events_are_read_from_csv(tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    file.write_text('\ufefflabel,date\n"Storm, at sea",2031-03-02\n', encoding="utf-8")
    assert read_events(file) == [(DAY + timedelta(1), "Storm, at sea")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("day,what\n2031-03-02,Storm\n", "columns must be date and label"),
        ("date,label\nyesterday,Storm\n", "line 2: no event"),
        ("date,label\n2031-03-02\n", "line 2: no event"),
    ],
)
def test_events_that_are_none_are_named(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "events.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match=rf"events\.csv.*{told}"):
        read_events(file)


def test_events_from_nowhere(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.csv: cannot be read"):
        read_events(tmp_path / "none.csv")


@pytest.fixture
def graph(tmp_path: Path, toy: Path) -> Path:
    from stancegraph.case import load_case
    from stancegraph.model import Position

    text = "Avalon wants a ferry. Brigadoon rejects the ferry."
    positions = (
        Position("a", "avalon", "Avalon", "ferry", "support", text[:21], 0, 21, date=DAY),
        Position("a", "brigadoon", "Brigadoon", "ferry", "oppose", text[22:], 22, 50, date=DAY),
    )
    article = Article("a", text, "Ferry", DAY, language="en")
    build_store(tmp_path / "graph", [(article, positions)], load_case(toy))
    return tmp_path / "graph"


def view(graph: Path, *options: object) -> tuple[int, str, Path]:
    out = graph.parent / "page.html"
    args = ["view", "--graph", str(graph), "--out", str(out), *map(str, options)]
    result = CliRunner().invoke(app, args)
    return result.exit_code, result.output, out


def test_the_command_takes_actors_issues_dates_events_and_evidence(graph: Path) -> None:
    events = graph.parent / "events.csv"
    events.write_text(f"date,label\n{DAY},Great storm\n", encoding="utf-8")
    code, told, out = view(
        graph, "--actor", "avalon", "--issue", "ferry", "--from", DAY, "--to", DAY,
        "--events", events, "--evidence", "quote",
    )  # fmt: skip
    assert code == 0, told
    html = out.read_text(encoding="utf-8")
    assert "Great storm" in html
    assert "Avalon wants a ferry." in html
    assert "Brigadoon rejects" not in html


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--actor", "atlantis"), "Invalid value for --actor: 'atlantis'"),
        (("--issue", "moon"), "Invalid value for --issue: 'moon'"),
        (("--from", "soon"), "Invalid value for --from: 'soon'"),
        (("--from", "2031-03-02", "--to", "2031-03-01"), "Invalid value for --to: 2031-03-01"),
    ],
)
def test_usage_errors_of_the_command(graph: Path, options: tuple[str, ...], told: str) -> None:
    code, output, out = view(graph, *options)
    assert code == 2
    # The frame around the message breaks its lines where the terminal ends.
    assert told in " ".join(output.replace("│", " ").split())
    assert not out.exists()


def test_a_page_without_the_library_is_asked_for_by_name(graph: Path) -> None:
    code, told, out = view(graph, "--network", "picture")
    assert code == 0, told
    assert 'id="network-gz"' not in out.read_text(encoding="utf-8")


def test_events_that_cannot_be_read_end_the_command(graph: Path) -> None:
    code, output, out = view(graph, "--events", graph.parent / "none.csv")
    assert code == 1
    assert "none.csv" in output
    assert not out.exists()
