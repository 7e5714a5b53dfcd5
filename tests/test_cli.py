"""The command line as a user meets it: what it prints, where it prints it, and its exit codes."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from stancegraph import __version__
from stancegraph.cli import app
from stancegraph.queries import catalogue

COMMANDS = (
    "extract",
    "build",
    "query",
    "view",
    "serve",
    "agreement",
    "deals",
    "evaluate",
    "compare",
    "explain",
    "demo",
)
KEYS = [
    "article",
    "actor",
    "holder",
    "issue",
    "stance",
    "condition",
    "attribution",
    "time",
    "quote",
    "start",
    "end",
    "confidence",
    "extractor",
    "holder_id",
    "attributed_by",
    "date",
    "date_precision",
    "speech_act",
    "condition_issues",
]
TALKS = "Avalon demands a fishing limit. Brigadoon rejects the ferry.\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], prog_name="stancegraph")


def said(result: Result) -> str:
    """Give what went to stderr as one line, whatever boxes and breaks it was set in."""
    return " ".join(re.sub(r"[│╭╮╰╯─\n]", " ", result.stderr).split())


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "talks.txt").write_text(f"# date: 2005-05-01\n{TALKS}", encoding="utf-8")
    (folder / "weather.txt").write_text("It rained on the “harbour”.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def graph(articles: Path, toy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "graph"
    result = run("build", articles, "--out", out, "--case", toy)
    assert result.exit_code == 0, result.output
    assert "2 articles" in result.stdout
    return out


def extracted(*args: object) -> list[dict[str, Any]]:
    result = run("extract", *args)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"stancegraph {command}" in result.stdout
    assert "Example:" in result.stdout


def test_the_help_names_the_commands_and_the_exit_codes() -> None:
    text = run("--help").stdout
    assert all(command in text for command in COMMANDS)
    assert "Exit codes" in " ".join(text.split())


def test_the_version() -> None:
    assert run("--version").stdout == f"stancegraph {__version__}\n"


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "stancegraph", "--version"], capture_output=True)
    assert done.stdout.decode().split() == ["stancegraph", __version__]


def test_extract_prints_one_object_per_position(articles: Path, toy: Path) -> None:
    records = extracted(articles, "--case", toy)
    assert [list(record) for record in records] == [KEYS] * len(records)
    found = {(r["article"], r["actor"], r["issue"], r["stance"]) for r in records}
    assert ("talks", "avalon", "fishing-limit", "support") in found
    assert ("talks", "brigadoon", "ferry", "oppose") in found
    assert all(TALKS[r["start"] : r["end"]] == r["quote"] for r in records)
    assert {r["date"] for r in records} == {"2005-05-01"}
    assert all(r["condition"] is None for r in records)
    assert all(0 <= r["confidence"] <= 1 for r in records)


def test_extract_as_a_table(articles: Path, toy: Path) -> None:
    result = run("extract", articles, "--case", toy, "--format", "table")
    assert result.exit_code == 0
    assert "fishing-limit" in result.stdout
    assert "Brigadoon rejects" in result.stdout


def test_extract_without_the_public_record_and_what_the_record_holds_back(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("Russia would accept the troops of European states in Ukraine.")
    held_back = [("russia", "foreign-troops", "support")]
    alone = "--no-second-reader"
    for options, expected in (
        ((), []),
        ((alone,), []),
        ((alone, "--no-record"), held_back),
        ((alone, "--doubted"), held_back),
    ):
        found = extracted(note, *options)
        assert [(r["actor"], r["issue"], r["stance"]) for r in found] == expected
    table = run("extract", note, alone, "--doubted", "--format", "table").stdout
    assert "1 doubted reading" in table
    refused = run("extract", note, "--doubted", "--no-record")
    assert refused.exit_code == 2
    assert "nothing is doubted with --no-record" in said(refused)


def test_a_table_neither_obeys_markup_nor_steers_the_terminal(tmp_path: Path, toy: Path) -> None:
    (tmp_path / "note.txt").write_text("Avalon demands [bold]a[/bold] fishing limit \x1b[31m.")
    result = run("extract", tmp_path, "--case", toy, "--format", "table")
    assert "\x1b" not in result.stdout
    if "fishing-limit" in result.stdout:
        assert "[bold]a[/bold]" in result.stdout


def test_articles_without_positions_are_no_error(articles: Path, toy: Path) -> None:
    result = run("extract", articles / "weather.txt", "--case", toy)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_the_default_case_is_used_without_an_option(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Kyiv rejects any territorial swap.", encoding="utf-8")
    (record,) = extracted(tmp_path)
    assert (record["actor"], record["issue"]) == ("ukraine", "territorial-swap")


def test_what_cannot_be_read_is_named_and_the_rest_is_processed(
    articles: Path, toy: Path, tmp_path: Path
) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "nothing").mkdir()
    absent = tmp_path / "absent.md"
    german = tmp_path / "deutsch.txt"
    german.write_text(
        "Die Regierung der Insel verlangt seit Monaten eine strenge Begrenzung des Fischfangs,"
        " doch der Nachbar weigert sich. Am Dienstag trafen sich die Minister beider Seiten im"
        " Rathaus, um über eine neue Fähre zu sprechen. Einig wurden sie sich nicht, und so bleibt"
        " vorerst alles, wie es war. Die Fischer hoffen trotzdem auf einen guten Herbst.",
        encoding="utf-8",
    )
    result = run("extract", tmp_path, tmp_path / "nothing", absent, articles, "--case", toy)
    assert result.exit_code == 1
    for name in ("picture.txt", "empty.txt", "nothing", "absent.md", "deutsch"):
        assert name in said(result)
    assert '"article": "talks"' in result.stdout


def test_usage_errors(articles: Path, toy: Path, tmp_path: Path) -> None:
    assert run("extract").exit_code == 2
    assert run("extract", articles, "--format", "xml").exit_code == 2
    assert run("nonsense").exit_code == 2
    assert run("build", articles).exit_code == 2
    unknown = run("extract", articles, "--case", tmp_path / "no-case")
    assert unknown.exit_code == 2
    assert "no-case" in said(unknown)


def test_a_case_with_broken_turtle_is_named(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("@prefix : <urn:x> .\n:a :b", encoding="utf-8")
    result = run("extract", articles, "--case", tmp_path)
    assert result.exit_code == 1
    assert "broken.ttl" in said(result)


def test_an_unknown_language_model_is_named(articles: Path, toy: Path) -> None:
    result = run("extract", articles, "--case", toy, "--model", "en_core_web_nowhere")
    assert result.exit_code == 1
    assert "en_core_web_nowhere" in said(result)


def test_build_writes_a_store_and_trig(graph: Path) -> None:
    assert "sg:Position" in (graph / "graph.trig").read_text(encoding="utf-8")


def test_the_same_articles_give_the_same_graph(
    graph: Path, articles: Path, toy: Path, tmp_path: Path
) -> None:
    assert run("build", articles, "--out", tmp_path / "again", "--case", toy).exit_code == 0
    again = (tmp_path / "again" / "graph.trig").read_bytes()
    assert again == (graph / "graph.trig").read_bytes()


def test_build_writes_nothing_where_nothing_could_be_read(tmp_path: Path, toy: Path) -> None:
    out = tmp_path / "out"
    result = run("build", tmp_path / "absent.txt", "--out", out, "--case", toy)
    assert result.exit_code == 1
    assert "absent.txt" in said(result)
    assert not out.exists()


def test_build_onto_a_file_is_refused_and_the_file_kept(
    articles: Path, toy: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    result = run("build", articles, "--out", out, "--case", toy)
    assert result.exit_code == 1
    assert str(out) in said(result).replace(" ", "") or "out" in said(result)
    assert out.read_text(encoding="utf-8") == "mine"


def test_query_formats(graph: Path) -> None:
    table = run("query", "positions", "--graph", graph)
    assert table.exit_code == 0, table.output
    assert "brigadoon" in table.stdout
    result = run("query", "positions", "--graph", graph, "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["actor"] for row in rows} == {"avalon", "brigadoon"}
    result = run("query", "positions", "--graph", graph, "--format", "csv")
    read = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["quote"] for row in read] == [row["quote"] for row in rows]


def test_query_lists_what_there_is(graph: Path, tmp_path: Path) -> None:
    listed = run("query", "--list")
    for query in catalogue():
        assert f"{query.name}: {query.description}" in listed.stdout
        for parameter in query.parameters:
            assert f"--param {parameter.name}=({parameter.kind})" in listed.stdout
    one = run("query", "shifts", "--list")
    assert "column before (stance): the oldest stance" in one.stdout
    assert run("query").exit_code == 2
    assert run("query", "positions").exit_code == 2
    assert "--list" in said(run("query", "--graph", graph))
    assert run("query", "nothing", "--list").exit_code == 2
    own = tmp_path / "own.rq"
    own.write_text("# description: Whose?\n# param who (actor): whom\nASK {}", encoding="utf-8")
    assert "Whose?\n  --param who=(actor): whom" in run("query", own, "--list").stdout


def test_a_server_in_the_place_of_a_folder(
    articles: Path, toy: Path, empty_oxigraph: str, graph: Path, tmp_path: Path
) -> None:
    built = run("build", articles, "--out", empty_oxigraph, "--case", toy)
    assert built.exit_code == 0, built.output
    assert f"Graph: {empty_oxigraph}" in built.stdout
    for name in ("positions", "standings", "data-quality"):
        there = run("query", name, "--graph", empty_oxigraph, "--format", "json")
        assert there.exit_code == 0, there.output
        assert there.stdout == run("query", name, "--graph", graph, "--format", "json").stdout
    assert run("view", "--graph", empty_oxigraph, "--out", tmp_path / "page.html").exit_code == 0
    assert "Brigadoon rejects the ferry" in (tmp_path / "page.html").read_text(encoding="utf-8")
    gone = run("query", "positions", "--graph", "http://127.0.0.1:9")
    assert gone.exit_code == 1 and "cannot be reached" in said(gone)
    secret = run("query", "positions", "--graph", "http://me:hush@127.0.0.1:9")
    assert secret.exit_code == 1 and "hush" not in secret.output + secret.stderr


def test_query_parameters(graph: Path) -> None:
    result = run(
        "query", "positions", "--graph", graph, "--param", "actor=avalon", "--format", "json"
    )
    assert {row["actor"] for row in json.loads(result.stdout)} == {"avalon"}


def test_query_values_are_never_read_as_sparql(graph: Path) -> None:
    hostile = 'actor=avalon" } #'
    result = run("query", "positions", "--graph", graph, "--param", hostile)
    assert result.exit_code == 2
    assert "avalon" not in result.stdout


def test_query_with_sparql_of_ones_own(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.rq"
    file.write_text(
        "PREFIX sg: <https://w3id.org/stancegraph/ns/>\n"
        "SELECT (COUNT(?p) AS ?n) WHERE { GRAPH ?g { ?p a sg:Position } }",
        encoding="utf-8",
    )
    result = run("query", file, "--graph", graph, "--format", "json")
    (row,) = json.loads(result.stdout)
    assert int(row["n"]) >= 2


@pytest.mark.parametrize(
    "args",
    [
        ("nonsense",),
        ("positions", "--param", "nonsense=1"),
        ("positions", "--param", "nonsense"),
        ("positions", "--param", "since=yesterday"),
    ],
)
def test_query_usage(graph: Path, args: tuple[str, ...]) -> None:
    result = run("query", *args, "--graph", graph)
    assert result.exit_code == 2
    assert args[-1].partition("=")[0] in said(result)


def test_no_graph_there(tmp_path: Path) -> None:
    result = run("query", "positions", "--graph", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in said(result)
    assert run("view", "--graph", tmp_path / "nowhere", "--out", tmp_path / "p.html").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_view_writes_the_page(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run("view", "--graph", graph, "--out", page)
    assert result.exit_code == 0, result.output
    assert "Brigadoon rejects the ferry." in page.read_text(encoding="utf-8")


def test_view_into_a_folder_is_refused(graph: Path, tmp_path: Path) -> None:
    result = run("view", "--graph", graph, "--out", tmp_path)
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    entries = [
        ("avalon", "fishing-limit", "support", "Avalon demands a fishing limit."),
        ("brigadoon", "ferry", "support", "Brigadoon rejects the ferry."),
        ("brigadoon", "closed-season", "support", "rejects"),
    ]
    positions = [
        {
            "actor": actor,
            "holder": actor.title(),
            "issue": issue,
            "stance": stance,
            "attribution": "reported",
            "time": "current",
            "quote": quote,
        }
        for actor, issue, stance, quote in entries
    ]
    coding = {"article": "talks", "positions": positions, "arguable": []}
    (folder / "talks.gold.json").write_text(json.dumps(coding), encoding="utf-8")
    return folder


def test_evaluate_prints_the_scores(articles: Path, toy: Path, gold: Path) -> None:
    result = run("evaluate", "--gold", gold, articles, "--case", toy)
    assert result.exit_code == 0, result.output
    for words in ("strict F1", "pair F1", "sign errors", "evidence", "By actor", "By issue"):
        assert words in result.stdout
    assert "closed-season" in result.stdout.partition("Missed")[2]
    assert "weather" in said(result)


def test_evaluate_as_json(articles: Path, toy: Path, gold: Path) -> None:
    result = run("evaluate", "--gold", gold, articles, "--case", toy, "--format", "json")
    scores = json.loads(result.stdout)
    assert scores["total"]["gold"] == 3
    assert [finding["issue"] for finding in scores["sign_errors"]] == ["ferry"]
    assert scores["quotes_exact"] == 1.0
    assert scores["not_scored"] == ["weather"]


def test_evaluate_with_gold_that_cannot_be_used(articles: Path, toy: Path, gold: Path) -> None:
    (gold / "talks.gold.json").write_text("{", encoding="utf-8")
    result = run("evaluate", "--gold", gold, articles, "--case", toy)
    assert result.exit_code == 1
    assert "talks.gold.json" in said(result)
    assert run("evaluate", "--gold", gold / "absent", articles, "--case", toy).exit_code == 1


def test_demo(tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path / "demo")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert (tmp_path / "demo" / "stancegraph.html").stat().st_size > 0
    assert (tmp_path / "demo" / "graph.trig").stat().st_size > 0
    assert "Who agrees with whom" in result.stdout
    assert "A machine read this and errs" in result.stdout
    assert "stancegraph.html" in result.stdout
    assert "graph.trig" in result.stdout


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Kyiv rejects “any” territorial swap.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "stancegraph", "extract", str(tmp_path)],
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0, done.stderr
    assert "“any”" in done.stdout.decode("utf-8")


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a device that is always full"
)
def test_a_full_disk_is_told_and_not_taken_for_success(articles: Path, toy: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "stancegraph", "extract", str(articles), "--case", str(toy)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def fenced(root: Path, language: str) -> str:
    text = (root / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return str(block)


def test_the_python_of_the_readme_runs(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    exec(compile(fenced(root, "python"), "README.md", "exec"), {})  # noqa: S102 - our own words
    assert "immediate-ceasefire" in capsys.readouterr().out


def test_the_sparql_of_the_readme_runs(root: Path, graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "apart.rq"
    file.write_text(fenced(root, "sparql"), encoding="utf-8")
    result = run("query", file, "--graph", graph, "--format", "json")
    assert result.exit_code == 0, result.output
    assert all(list(row) == ["for", "against", "issue"] for row in json.loads(result.stdout))


def test_the_case_of_the_readme_reads_an_article(root: Path, tmp_path: Path) -> None:
    case = tmp_path / "fish"
    case.mkdir()
    (case / "fish.ttl").write_text(fenced(root, "turtle"), encoding="utf-8")
    (tmp_path / "note.txt").write_text("Northport rejects a herring quota.", encoding="utf-8")
    (record,) = extracted(tmp_path / "note.txt", "--case", case)
    assert (record["actor"], record["issue"], record["stance"]) == ("north", "quota", "oppose")
