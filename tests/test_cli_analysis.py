"""The commands that compare actors, on a graph that can be counted by hand."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from stancegraph.case import load_case
from stancegraph.cli import app
from stancegraph.cli.common import print_frame
from stancegraph.model import Article, Position, Stance
from stancegraph.store import build_store


def run(*args: object) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], prog_name="stancegraph")


@pytest.fixture(scope="session")
def graph(toy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "Words."
    days = [date(2005, 1, 10), date(2005, 3, 10), date(2005, 12, 1)]

    def said(
        article: int, actor: str, issue: str, stance: Stance, holder: str | None = None,
        condition: str | None = None,
    ) -> Position:  # fmt: skip
        return Position(
            f"n{article}", actor, holder or actor, issue, stance, text, 0, len(text),
            holder_id=holder or actor, condition=condition, attribution="self",
            date=days[article], confidence=0.9,
        )  # fmt: skip

    found = [
        [
            said(0, "avalon", "ferry", "oppose", "morgan-lefay"),
            said(0, "brigadoon", "ferry", "support"),
        ],
        [
            said(1, "avalon", "ferry", "support", "morgan-lefay"),
            said(1, "avalon", "fishing-limit", "support"),
            said(1, "brigadoon", "fishing-limit", "conditional", condition="herring is left out"),
        ],
        [said(2, "brigadoon", "closed-season", "oppose")],
    ]
    out = tmp_path_factory.mktemp("counted") / "graph"
    articles = [Article(id=f"n{n}", text=text, date=day) for n, day in enumerate(days)]
    build_store(out, zip(articles, map(tuple, found), strict=True), load_case(toy))
    return out


def rows(*args: object) -> list[dict[str, str]]:
    result = run(*args, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def records(*args: object) -> list[dict[str, Any]]:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_agreement_of_pairs(graph: Path) -> None:
    (pair,) = records("agreement", "--graph", graph, "--as-of", "2005-01-31")
    assert (pair["one"], pair["other"], pair["agreement"]) == ("avalon", "brigadoon", 0)
    assert 0 == pair["low"] < pair["high"] < 1
    by_issue = rows("agreement", "--graph", graph, "--by", "issue", "--from", "2005-02-01")
    assert [(r["issue"], r["agreement"], r["statements"]) for r in by_issue] == [
        ("fishing-limit", "0.75", "2"),
    ]  # fmt: skip


def test_agreement_on_issues_and_positions(graph: Path) -> None:
    issues = records("agreement", "--graph", graph, "--show", "issues")
    assert [(r["issue"], r["verdict"], r["avalon"]) for r in issues][-1] == (
        "closed-season", "", None,
    )  # fmt: skip
    held = {
        (r["actor"], r["issue"]): r
        for r in records("agreement", "--graph", graph, "--show", "positions")
    }
    ferry = held["avalon", "ferry"]
    assert (ferry["before"], ferry["after"], ferry["end"], ferry["stale"]) == (
        "opposes", "supports", "2005-03-10", True,
    )  # fmt: skip
    assert held["brigadoon", "fishing-limit"]["conditions"] == "herring is left out"
    assert not held["brigadoon", "closed-season"]["stale"]


def test_another_number_for_a_rule(graph: Path) -> None:
    held = rows("agreement", "--graph", graph, "--show", "positions", "--rule", "stale=1000")
    assert {r["stale"] for r in held} == {"False"}
    args = ("deals", "--graph", graph, "--rule", "conditional=0.1", "--rule", "draws=10")
    assert {r["outlook"] for r in rows(*args) if r["issue"] == "fishing-limit"} == {"unclear"}


def test_any_level_and_any_parties(graph: Path) -> None:
    actors = {
        r["actor"]
        for r in rows("agreement", "--graph", graph, "--show", "positions", "--level", "person")
    }
    assert actors == {"avalon", "brigadoon", "morgan-lefay"}
    (pair,) = rows(
        "agreement", "--graph", graph, "--level", "person", "--parties", "brigadoon,morgan-lefay"
    )
    assert (pair["one"], pair["other"], pair["issues"]) == ("brigadoon", "morgan-lefay", "1")


def test_deals(graph: Path) -> None:
    found = {r["issue"]: r for r in rows("deals", "--graph", graph)}
    assert found["fishing-limit"]["outlook"] == "open"
    assert found["fishing-limit"]["conditions"] == "brigadoon: herring is left out"
    assert found["closed-season"]["outlook"] == "unclear"
    (condition,) = records("deals", "--graph", graph, "--show", "conditions")
    assert (condition["party"], condition["date"]) == ("brigadoon", "2005-03-10")
    assert rows("deals", "--graph", graph, "--show", "trades") == []
    moves = records("deals", "--graph", graph, "--show", "moves", "--as-of", "2005-01-31")
    assert [(m["party"], m["issue"], m["outlook_after"]) for m in moves] == [
        ("avalon", "ferry", "open"),
    ]  # fmt: skip
    (change,) = records("deals", "--graph", graph, "--if", "avalon:closed-season=oppose")
    assert (change["before"], change["outlook_after"]) == (None, "rejected")


@pytest.mark.parametrize(
    "args",
    [
        ["agreement"],
        ["agreement", "--by", "group"],
        ["agreement", "--show", "issues"],
        ["agreement", "--show", "positions"],
        ["deals"],
        ["deals", "--show", "conditions"],
        ["deals", "--show", "trades"],
        ["deals", "--show", "moves"],
        ["deals", "--if", "avalon:ferry=oppose", "--if", "brigadoon:ferry=ambivalent"],
    ],
)
def test_tables_to_read_say_the_day(graph: Path, args: list[str]) -> None:
    result = run(*args, "--graph", graph)
    assert result.exit_code == 0, result.output
    assert "as of 2005-12-01" in result.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["agreement", "--parties", "avalon,brigadon"], "did you mean brigadoon?"),
        (["agreement", "--parties", "avalon"], "two actors or more"),
        (["agreement", "--as-of", "May"], "no date"),
        (["deals", "--from", "2005-02-01", "--as-of", "2005-01-01"], "is before"),
        (["agreement", "--from", "2005-02-01", "--to", "2005-01-01"], "--as-of/--to"),
        (["agreement", "--show", "issues", "--by", "group"], "--by"),
        (["agreement", "--rule", "halflife=3"], "half_life"),
        (["agreement", "--rule", "draws=3.5"], "no whole number"),
        (["deals", "--rule", "half_life=-3"], "more than 0 days"),
        (["deals", "--if", "avalon:ferry=perhaps"], "PARTY:ISSUE=STANCE"),
        (["deals", "--if", "avalon:bridge=support"], "no issue of the case"),
        (["deals", "--if", "avalon:ferry=support", "--show", "trades"], "--if"),
    ],
)
def test_wrong_usage_names_the_remedy(graph: Path, args: list[str], told: str) -> None:
    result = run(*args, "--graph", graph)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.replace("│", " ").split())


FRAME = pd.DataFrame(
    {
        "said": ["a\rb", 'c,"d"', None],
        "day": [pd.Timestamp("2005-01-10"), pd.Timestamp("2005-01-10 11:30"), pd.NaT],
        "share": [0.1234567, float("nan"), 1.0],
        "whole": [Decimal("2.50"), 3, None],
        "stale": [True, False, True],
    }
)


def test_csv_is_read_back_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    print_frame("title", FRAME, "csv")
    assert list(csv.reader(io.StringIO(capsys.readouterr().out, newline=""))) == [
        ["said", "day", "share", "whole", "stale"],
        ["a\rb", "2005-01-10", "0.1234567", "2.50", "True"],
        ['c,"d"', "2005-01-10T11:30:00", "", "3", "False"],
        ["", "", "1.0", "", "True"],
    ]


def test_json_has_null_for_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    print_frame("title", FRAME, "json")
    assert json.loads(capsys.readouterr().out)[1:] == [
        {"said": 'c,"d"', "day": "2005-01-10T11:30:00", "share": None, "whole": 3, "stale": False},
        {"said": None, "day": None, "share": 1.0, "whole": None, "stale": True},
    ]


def test_a_party_that_said_nothing_is_told_of(graph: Path) -> None:
    result = run("agreement", "--graph", graph, "--as-of", "2004-01-01", "--parties",
                 "avalon,brigadoon")  # fmt: skip
    assert result.exit_code == 0
    assert "avalon: no position in this period at the level bloc" in result.stderr


def test_a_spreadsheet_runs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["=1+1", "\u200b@SUM(A1)", "\u202e=1", "＝1", "\tx", "-2", "- no", "fine", None]
    frame = pd.DataFrame({"quote": cells, "n": [-0.5] * len(cells)})
    print_frame("title", frame, "spreadsheet")
    printed = capsys.readouterr().out
    assert printed.startswith("\ufeffquote,n\n")
    rows = [row[0] for row in csv.reader(printed.splitlines()[1:])]
    assert rows == [
        "'=1+1", "'\u200b@SUM(A1)", "'\u202e=1", "'＝1", "'\tx", "-2", "'- no", "fine", "",
    ]  # fmt: skip
    assert "'-0.5" not in printed
    print_frame("title", frame, "csv")  # for programs, as it is
    printed = capsys.readouterr().out
    assert [row[0] for row in csv.reader(printed.splitlines()[1:])] == [c or "" for c in cells]
