"""`stancegraph network`, as somebody calls it."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner, Result

from stancegraph.cli import app

from .tables import PEER

HEADER = "document,date,person,organization,concept,agreement\n"


def run(*options: str) -> Result:
    return CliRunner().invoke(app, ["network", *options])


def peer(*options: str) -> Result:
    return run("--statements", str(PEER / "statements.csv"), *options)


def test_csv_is_the_matrix_to_the_last_digit() -> None:
    result = peer(
        *("--mode", "one", "--nodes", "actor", "--aggregation", "congruence"),
        *("--normalization", "average", "--duplicates", "include", "--format", "csv"),
    )
    assert result.exit_code == 0
    expected = PEER / "expected" / "onemode_congruence_average_include.csv"
    assert result.stdout == expected.read_text(encoding="utf-8")


def test_filters_and_dates() -> None:
    options = ["--mode", "one", "--aggregation", "congruence", "--normalization", "average"]
    documents = [f"--only=document={n}" for n in (4, 5, 6, 7)]
    expected = PEER / "expected" / "onemode_congruence_average_include_section1.csv"
    for filters in (documents, ["--from", "2005-02-10"]):
        assert peer(*options, *filters).stdout == expected.read_text(encoding="utf-8")
    left = peer("--exclude", "agreement=oppose", "--to", "2005-02-02", "--aggregation", "combine")
    assert left.stdout == ",concept-5,concept-6\norg-b,1,0\norg-c,0,1\norg-e,0,1\n"


def test_windows_are_rows_with_the_number_of_statements() -> None:
    result = peer("--window", "days:14", "--mode", "one", "--aggregation", "conflict")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0]) == ["first", "last", "n", "source", "target", "weight"]
    firsts = sorted({row["first"] for row in rows})
    assert (firsts[0], firsts[-1], len(firsts)) == ("2005-01-26", "2005-02-03", 9)
    assert [row["n"] for row in rows if row["first"] == "2005-01-27"] == ["16"]
    assert [row["target"] for row in rows if row["first"] == "2005-01-27"] == [""]


def test_events_and_kernels() -> None:
    events = json.loads(peer("--window", "events:38", "--format", "json").stdout)
    assert [window["n"] for window in events["windows"]] == [38, 38, 38]
    # A statement is told once, however many windows it is in.
    assert [said["number"] for said in events["statements"]] == list(range(40))
    kernel = peer("--window", "days:10", "--kernel", "uniform", "--format", "json")
    assert len(json.loads(kernel.stdout)["windows"]) == 13


def test_json_lists_the_statements_behind_each_edge() -> None:
    told = json.loads(peer("--format", "json", "--aggregation", "subtract").stdout)
    assert told["rows"][0] == "org-a" and told["n"] == 40
    edge = next(e for e in told["edges"] if e["source"] == "org-b" and e["target"] == "concept-5")
    assert edge == {
        "source": "org-b",
        "target": "concept-5",
        "weight": 0.0,
        "statements": [2, 3],
    }
    assert told["statements"][3] == {
        "number": 3,
        "document": "1",
        "date": "2005-01-26",
        "person": "person-5",
        "organization": "org-b",
        "concept": "concept-5",
        "agreement": 1.0,
    }


def test_json_of_a_graph_quotes_the_sentences(built: Path) -> None:
    told = json.loads(run("--graph", str(built), "--format", "json").stdout)
    words = {said["number"]: said["text"] for said in told["statements"]}
    for edge in told["edges"]:
        assert edge["statements"] and all(words[number] for number in edge["statements"])


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_graph_files_have_plain_attributes(format: str, tmp_path: Path) -> None:
    file = tmp_path / "network.xml"
    assert peer("--format", format, "--out", str(file)).exit_code == 0
    read = nx.read_graphml(file) if format == "graphml" else nx.read_gexf(file)
    assert read.nodes["actor:org-a"]["kind"] == "actor"
    assert read.nodes["actor:org-a"]["statements"] == 4
    assert read.nodes["actor:org-a"]["label"] == "org-a"
    edge = read.edges["actor:org-c", "issue:concept-6"]
    assert (edge["weight"], edge["sign"], edge["statements"]) == (10.0, "positive", 10)


def test_lists_of_nodes_and_edges() -> None:
    nodes = list(csv.DictReader(io.StringIO(peer("--format", "nodes").stdout)))
    assert nodes[0] == {"Id": "actor:org-a", "Label": "org-a", "kind": "actor", "statements": "4"}
    edges = list(csv.DictReader(io.StringIO(peer("--format", "edges").stdout)))
    assert {edge["Source"] for edge in edges} | {edge["Target"] for edge in edges} == {
        node["Id"] for node in nodes
    }


def test_windows_of_graph_files_go_into_a_folder(tmp_path: Path) -> None:
    out = tmp_path / "windows"
    assert peer("--window", "weeks:3", "--format", "gexf", "--out", str(out)).exit_code == 0
    assert [file.name for file in out.iterdir()] == ["1_2005-01-26_2005-02-15.gexf"]


def test_a_graph_is_read_as_well_as_a_table(built: Path) -> None:
    result = run("--graph", str(built), "--aggregation", "subtract")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[0][0] == "" and len(rows) > 1
    # Who writes the articles, and nobody in particular, are no actors.
    assert not {"author", "other"} & {row[0] for row in rows}
    # In a graph file the ids have their names.
    drawn = nx.parse_graphml(run("--graph", str(built), "--format", "graphml").stdout)
    assert {data["label"] for _, data in drawn.nodes(data=True)} - {row[0] for row in rows}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    out = tmp_path_factory.mktemp("built")
    article = min((root / "data" / "articles").glob("*.md"))
    assert CliRunner().invoke(app, ["build", str(article), "--out", str(out)]).exit_code == 0
    return out


@pytest.mark.parametrize(
    "options",
    [
        ("--mode", "three"),
        ("--nodes", "country"),
        ("--aggregation", "mean"),
        ("--normalization", "softmax"),
        ("--duplicates", "day"),
        ("--format", "xlsx"),
        ("--mode", "two", "--aggregation", "congruence"),
        ("--mode", "one", "--normalization", "activity"),
        ("--window", "fortnights:1"),
        ("--window", "days:0"),
        ("--window", "days"),
        ("--from", "January"),
        ("--from", "2005-02-01", "--to", "2005-01-01"),
        ("--kernel", "uniform"),
        ("--kernel", "uniform", "--window", "events:3"),
        ("--kernel", "cosine", "--window", "days:3"),
        ("--only", "colour=red"),
        ("--only", "organization"),
        ("--window", "days:3", "--format", "gexf"),
        ("--window", "days:3", "--format", "edges"),
        ("--graph", "there"),
    ],
)
def test_wrong_usage_exits_with_2(options: tuple[str, ...]) -> None:
    assert peer(*options).exit_code == 2


def structure(*options: str) -> Result:
    return CliRunner().invoke(app, ["structure", *options])


def test_the_structure_of_a_debate() -> None:
    table = ("--statements", str(PEER / "statements.csv"))
    result = structure(*table)
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "0.534 (as DNA reports it)" in told
    assert "Who stands between others" in told
    found = json.loads(structure(*table, "--format", "json").stdout)
    assert found["polarisation"]["lowest"]["clusters"][1] == ["org-b", "org-d", "org-e"]
    assert sum(found["triads"]) > 0
    assert found["backbone"][0]["issue"] == "concept-2"
    assert {row["node"] for row in found["brokerage"]} == {
        name for group in found["clusters"] for name in group
    }
    # What is missing is null in JSON: on the third concept nobody else has spoken.
    against = {row["issue"]: row["against"] for row in found["holding"]}
    assert against["concept-3"] is None


def test_the_structure_of_a_graph_names_its_actors(built: Path) -> None:
    result = structure("--graph", str(built))
    assert result.exit_code == 0
    assert "United States" in result.stdout


def test_a_structure_needs_statements() -> None:
    result = structure("--statements", str(PEER / "statements.csv"), "--to", "1999-01-01")
    assert result.exit_code == 1
    assert "no statement is left to compare" in " ".join(result.stderr.split())
    assert structure().exit_code == 2


def test_something_must_be_read() -> None:
    assert run().exit_code == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: is empty; the first line must name the columns document, date"),
        ("document,date,person,organization\n", "line 1: has no column concept or agreement; name"),
        ("document,document\n", "line 1: names the column 'document' twice; rename"),
        (HEADER + "1,2005-01-26,p,a,x,1\n1,26.1.2005,p,a,x,1\n", "line 3: '26.1.2005' is not a"),
        (HEADER + "1,2005-01-26,p,a,x,maybe\n", "line 2: agreement 'maybe' is neither 1 or 0"),
        (HEADER + "1,2005-01-26,p,a,x,nan\n", "line 2: agreement 'nan' is neither 1 or 0"),
        (
            HEADER + "1,2005-01-26,p,a,x,support\n1,2005-01-26,p,a,x,0\n",
            "line 3: agreement '0' could be oppose or ambivalent",
        ),
        (
            HEADER + "1,2005-01-26,p,a,x,yes\n1,2005-01-26,p,a,x,0.5\n",
            "line 3: agreement '0.5' does not go with the others",
        ),
        (HEADER + "1,2005-01-26,p,a,x\n", "line 2: has fewer than 6 cells; complete the line"),
        (HEADER + "1,2005-01-26,p,a,b,x,1\n", "line 2: has 7 cells for 6 columns; put a cell"),
        (
            HEADER + '1,2005-01-26,"p\nq",a,x,1\n1,?,p,a,x,1\n',
            "line 4: '?' is not a date",
        ),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_line(
    text: str, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "coded.csv"
    file.write_text(text, encoding="utf-8")
    result = run("--statements", str(file))
    assert result.exit_code == 1
    assert f"{file}, {told}" in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_a_table_in_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "coded.csv"
    file.write_bytes((HEADER + "1,2005-01-26,p,a,x,1\n").encode() + b"1,2005-01-26,p,\xe4,x,1\n")
    result = run("--statements", str(file))
    assert result.exit_code == 1
    assert "line 3: is not UTF-8; save the table as UTF-8" in " ".join(result.stderr.split())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for name in ("none.csv", "none.dna"):
        result = run("--statements", str(tmp_path / name))
        assert result.exit_code == 1
        assert str(tmp_path / name) in " ".join(result.stderr.split())


def test_a_network_of_nothing_is_empty_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "coded.csv"
    file.write_text(HEADER, encoding="utf-8")
    result = run("--statements", str(file))
    assert (result.exit_code, result.stdout) == (0, '""\n')
    assert "no statement is left" in result.stderr
