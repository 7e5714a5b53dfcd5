"""Statements from and to files: tables, DNA's event list and database, and as a graph."""

import base64
import hashlib
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from stancegraph.cli import app
from stancegraph.exceptions import OutputError, StatementsError
from stancegraph.exchange import FORMATS, Format, read_project, read_statements, write_statements
from stancegraph.exchange.coding import case_of, code
from stancegraph.exchange.dna import password_hash, read_database, write_database
from stancegraph.exchange.projects import Document, Project, project_of
from stancegraph.model import Article, Position
from stancegraph.networks import network
from stancegraph.statements import (
    BINARY,
    COLUMNS,
    GRADED,
    Scale,
    Statements,
    from_positions,
    prepare,
    scale_of,
)

PEER = Path(__file__).parent / "data" / "dna"
HEADER = "document,date,person,organization,concept,agreement\n"


def written(text: str, folder: Path, name: str = "coded.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def said(tmp_path: Path, *cells: str) -> Statements:
    return read_statements(
        written(HEADER + "".join(f"1,2005-01-26,p,a,x,{c}\n" for c in cells), tmp_path)
    )


# --- reading tables -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "values", "scale"),
    [
        (["1", "0", "1"], [1, 0, 1], BINARY),
        (["1.0", "0.0"], [1, 0], BINARY),
        (["true", "FALSE", "1"], [1, 0, 1], BINARY),
        (["yes", "No", "0"], [1, 0, 0], BINARY),
        (["support", "Oppose"], [1, -1], GRADED),
        (["support", "conditional", "ambivalent", "oppose"], [1, 0.5, 0, -1], GRADED),
        (["conditional", "1", "-1", "0.5"], [0.5, 1, -1, 0.5], GRADED),
        (["ambivalent", "yes", "no"], [0, 1, -1], GRADED),
        (["1", "-1", "0.5"], [1, -1, 0.5], GRADED),
        (["1", "3", "5"], [1, 3, 5], scale_of([1, 3, 5])),
        (["0", "0.5", "1"], [0, 0.5, 1], scale_of([0, 0.5, 1])),
        ([" 1 ", "", "0"], [1, None, 0], BINARY),
    ],
)
def test_agreement_is_read_as_it_is_written(
    cells: list[str], values: list[float | None], scale: Scale, tmp_path: Path
) -> None:
    made = said(tmp_path, *cells)
    assert made.scale == scale
    got = [None if value != value else value for value in made.rows["agreement"]]
    assert got == values


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_may_come_in_any_order_and_with_any_delimiter(mark: str, tmp_path: Path) -> None:
    text = mark.join(["Note", "agreement", "concept", "organization", "person", "date", "document"])
    row = mark.join(["n", "1", "x", '"a"', "", "2005-01-26 12:30:00", "7"])
    made = read_statements(written(f"\ufeff{text}\n\n{row}\n", tmp_path))
    assert list(made.rows) == [*COLUMNS, "note"]
    assert made.rows.loc[0, "date"] == pd.Timestamp("2005-01-26 12:30")


def test_names_that_look_like_nothing_are_names(tmp_path: Path) -> None:
    made = read_statements(written(HEADER + "1,2005-01-26,NA,None,nan,1\n", tmp_path))
    names = made.rows[["person", "organization", "concept"]]
    assert names.to_numpy().tolist() == [["NA", "None", "nan"]]
    assert network(made).rows == ("None",)


def test_an_undated_statement_is_read(tmp_path: Path) -> None:
    made = read_statements(written(HEADER + "1,,p,a,x,1\n", tmp_path))
    assert made.rows["date"].isna().tolist() == [True]


def test_a_place_must_be_a_number(tmp_path: Path) -> None:
    file = written(
        HEADER.replace("\n", ",start\n") + "1,2005-01-26,p,a,x,1,\n1,2005-01-26,p,a,x,1,here\n",
        tmp_path,
    )
    with pytest.raises(StatementsError, match="line 3: start 'here' is not a whole number"):
        read_statements(file)


# --- round trips ----------------------------------------------------------------------------

#: What a file of text can hold: no halves of surrogate pairs, and no NUL.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)
NAME = TEXT.filter(lambda text: text.strip() != "")


def tables(values: list[float], scale: Scale | None = None) -> st.SearchStrategy[Statements]:
    def made(rows: list[tuple[Any, ...]]) -> Statements:
        frame = pd.DataFrame(rows, columns=list(COLUMNS))
        frame["date"] = pd.to_datetime(frame["date"]).astype("datetime64[us]")
        names = dict.fromkeys(["document", "person", "organization", "concept"], "str")
        frame = frame.astype({**names, "agreement": "float64"})
        return Statements(frame, scale or scale_of(frame["agreement"]))

    row = st.tuples(
        st.sampled_from(["1", "2", "talks"]),
        st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat),
        TEXT,
        NAME,
        NAME,
        st.sampled_from(values),
    )
    return st.lists(row, max_size=6).map(made)


any_table = st.one_of(
    tables([0.0, 1.0], BINARY),
    tables([1.0, 0.5, 0.0, -1.0], GRADED),
    tables([1.0, 2.0, 3.0, 7.0]),
)


@settings(max_examples=60)
@given(any_table)
def test_a_table_comes_back_from_csv(statements: Statements) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "coded.csv"
        write_statements(file, statements)
        back = read_statements(file)
    pd.testing.assert_frame_equal(back.rows, statements.rows, check_dtype=False)
    if len(statements):
        assert back.scale == statements.scale


@settings(max_examples=40)
@given(any_table, st.sampled_from(["dna-csv", "dna"]))
def test_a_table_comes_back_from_dna(statements: Statements, format: Format) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / ("coded.dna" if format == "dna" else "coded.csv")
        write_statements(file, statements, format)
        back = read_statements(file)
    names = ["person", "organization", "concept"]
    pd.testing.assert_frame_equal(back.rows[names], statements.rows[names], check_dtype=False)
    values = statements.rows["agreement"].tolist()
    if statements.scale == GRADED and set(values) <= {1.0, -1.0}:
        # For and against only: DNA's own boolean.
        values = [float(value > 0) for value in values]
    assert back.rows["agreement"].tolist() == values
    # A document has one date, the latest of its statements.
    latest = statements.rows.groupby("document")["date"].max()
    expected = [latest[name] for name in statements.rows["document"]]
    assert back.rows["date"].tolist() == expected


@pytest.mark.parametrize("format", FORMATS)
def test_the_networks_stay_the_same(format: Format, tmp_path: Path) -> None:
    before = read_statements(PEER / "statements.csv")
    file = tmp_path / ("coded.dna" if format == "dna" else "coded.csv")
    write_statements(file, before, format)
    after = read_statements(file)
    for mode, aggregation in (("two", "combine"), ("two", "subtract"), ("one", "congruence")):
        options: Any = {"mode": mode, "aggregation": aggregation, "duplicates": "document"}
        assert network(after, **options).frame().equals(network(before, **options).frame())


def test_graded_networks_stay_the_same_as_whole_numbers(tmp_path: Path) -> None:
    made = said(tmp_path, "support", "conditional", "ambivalent", "oppose")
    rows = made.rows.assign(organization=["a", "b", "c", "d"])
    graded = Statements(rows, made.scale)
    ways: list[tuple[Format, str]] = [("dna", "coded.dna"), ("dna-csv", "events.csv")]
    for way, name in ways:
        file = tmp_path / name
        write_statements(file, graded, way)
        back = read_statements(file)
        assert back.scale == GRADED
        assert back.rows["agreement"].tolist() == [1, 0.5, 0, -1]
    with closing(sqlite3.connect(tmp_path / "coded.dna")) as base:
        stored = [value for (value,) in base.execute("SELECT Value FROM DATAINTEGER ORDER BY ID")]
    assert stored == [2, 1, 0, -2]
    # What DNA would make of these numbers is what the stances give.
    numbers = Statements(rows.assign(agreement=[2.0, 1.0, 0.0, -2.0]), scale_of([2, 1, 0, -2]))
    options: Any = {"mode": "one", "aggregation": "congruence"}
    assert network(numbers, **options).frame().equals(network(graded, **options).frame())


# --- DNA's files ----------------------------------------------------------------------------


def test_the_event_list_has_the_columns_of_dna(tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    write_statements(file, read_statements(PEER / "statements.csv"), "dna-csv")
    head, first, *_ = file.read_text(encoding="utf-8").splitlines()
    assert head == (
        "statement_id;time;person;organization;concept;agreement;start_position;stop_position;"
        "text;coder;document_id;document_title;document_author;document_source;"
        "document_section;document_type"
    )
    assert first == (
        "1;2005-01-26 00:00:00;person-5;org-b;concept-1;0;0;35;"
        "person-5 (org-b): concept-1, oppose;1;1;1;;;;"
    )


def test_an_event_list_as_dna_writes_it_is_read(tmp_path: Path) -> None:
    # Names and texts in quotation marks, numbers bare, no line end after the last row.
    text = (
        '"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";'
        '"stop_position";"text";"coder";"document_id";"document_title";"document_author";'
        '"document_source";"document_section";"document_type"\n'
        '3;2005-01-26 00:00:00;"Ada";"East";"Truce";1;12;19;"We, the\'s";2;7;"Talks";"";"";"";""'
    )
    made = read_statements(written(text, tmp_path))
    row = made.rows.iloc[0]
    assert row[["document", "organization", "concept"]].tolist() == ["7", "East", "Truce"]
    assert (row["start"], row["stop"], row["title"], made.scale) == (12, 19, "Talks", BINARY)


README_SCHEMA = {
    "SETTINGS": "Property Value",
    "CODERS": "ID Name Red Green Blue Refresh FontSize Password PopupWidth ColorByCoder"
    " PopupDecoration PopupAutoComplete PermissionAddDocuments PermissionEditDocuments"
    " PermissionDeleteDocuments PermissionImportDocuments PermissionAddStatements"
    " PermissionEditStatements PermissionDeleteStatements PermissionEditAttributes"
    " PermissionEditRegex PermissionEditStatementTypes PermissionEditCoders"
    " PermissionEditCoderRelations PermissionViewOthersDocuments PermissionEditOthersDocuments"
    " PermissionViewOthersStatements PermissionEditOthersStatements",
    "DOCUMENTS": "ID Title Text Coder Author Source Section Notes Type Date",
    "STATEMENTTYPES": "ID Label Red Green Blue",
    "VARIABLES": "ID Variable DataType StatementTypeId",
    "VARIABLELINKS": "ID SourceVariableId TargetVariableId",
    "REGEXES": "Label Red Green Blue",
    "CODERRELATIONS": "ID Coder OtherCoder viewStatements editStatements viewDocuments"
    " editDocuments",
    "STATEMENTS": "ID StatementTypeId DocumentId Start Stop Coder",
    "DATABOOLEAN": "ID StatementId VariableId Value",
    "DATAINTEGER": "ID StatementId VariableId Value",
    "DATALONGTEXT": "ID StatementId VariableId Value",
    "DATASHORTTEXT": "ID StatementId VariableId Entity",
    "ENTITIES": "ID VariableId Value Red Green Blue ChildOf",
    "ATTRIBUTEVARIABLES": "ID VariableId AttributeVariable",
    "ATTRIBUTEVALUES": "ID EntityId AttributeVariableId AttributeValue",
}


@pytest.fixture
def project() -> Project:
    text = "🕊 Ada says: Yes, if it ends.\nBo says: No. 🙂"
    rows = [
        ("talks", "2005-01-26", "Ada", "East", "Truce", 1.0, text.index("Yes"), text.index("\n")),
        ("talks", "2005-01-26", "Bo", "West", "Truce", 0.0, text.index("No"), len(text)),
    ]
    frame = pd.DataFrame(rows, columns=[*COLUMNS, "start", "stop"])
    frame["date"] = pd.to_datetime(frame["date"])
    # DNA's dates know no zone.
    day = datetime.fromisoformat("2005-01-26 13:00:00")
    document = Document("talks", "Talks 🕊", text, day, source="Gazette")
    return Project((document,), Statements(frame, BINARY))


def test_a_database_has_the_schema_of_dna(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project)
    with closing(sqlite3.connect(file)) as base:
        found_tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in found_tables]
        assert sorted(tables) == sorted(README_SCHEMA)
        for table, columns in README_SCHEMA.items():
            found = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
            assert found == columns.split()
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (version,) = base.execute(
            "SELECT Value FROM SETTINGS WHERE Property = 'version'"
        ).fetchone()
        assert version.startswith("3.")
        kinds = base.execute("SELECT Variable, DataType FROM VARIABLES ORDER BY ID").fetchall()
        assert kinds == [
            ("person", "short text"),
            ("organization", "short text"),
            ("concept", "short text"),
            ("agreement", "boolean"),
        ]
        # One entity with the empty value for each short text variable.
        empty = base.execute("SELECT VariableId FROM ENTITIES WHERE Value = ''").fetchall()
        assert sorted(empty) == [(1,), (2,), (3,)]
        for (attribute,) in [("Type",), ("Alias",), ("Notes",)]:
            assert (
                base.execute(
                    "SELECT count(*) FROM ATTRIBUTEVARIABLES WHERE AttributeVariable = ?",
                    (attribute,),
                ).fetchone()[0]
                == 3
            )


def test_positions_are_utf16_offsets_there_and_code_points_here(
    project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project)
    with closing(sqlite3.connect(file)) as base:
        (text,) = base.execute("SELECT Text FROM DOCUMENTS").fetchone()
        for start, stop, words in zip(
            *zip(*base.execute("SELECT Start, Stop FROM STATEMENTS ORDER BY ID"), strict=True),
            ["Yes, if it ends.", "No. 🙂"],
            strict=True,
        ):
            utf16 = text.encode("utf-16-le")[2 * start : 2 * stop]
            assert utf16.decode("utf-16-le") == words
        (seconds,) = base.execute("SELECT Date FROM DOCUMENTS").fetchone()
        assert seconds == 1106744400  # 2005-01-26 13:00:00 UTC
    back = read_database(file)
    assert back.documents == project.documents
    assert back.statements.rows["text"].tolist() == ["Yes, if it ends.", "No. 🙂"]
    assert back.statements.rows["start"].tolist() == project.statements.rows["start"].tolist()


def test_the_password_is_hashed_as_dna_checks_it(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project, password="open sesame")  # noqa: S106 (it opens nothing)
    with closing(sqlite3.connect(file)) as base:
        (stored,) = base.execute("SELECT Password FROM CODERS WHERE Name = 'Admin'").fetchone()
    raw = base64.b64decode(stored)
    salt, digest = raw[:16], raw[16:]
    mine = hashlib.sha256(salt + b"open sesame").digest()
    for _ in range(99_999):
        mine = hashlib.sha256(mine).digest()
    assert digest == mine
    assert password_hash("open sesame", salt) == stored
    assert password_hash("another", salt) != stored


def test_the_same_project_gives_the_same_file(project: Project, tmp_path: Path) -> None:
    for name in ("one.dna", "two.dna"):
        write_database(tmp_path / name, project)
    assert (tmp_path / "one.dna").read_bytes() == (tmp_path / "two.dna").read_bytes()


def test_nothing_is_overwritten(project: Project, tmp_path: Path) -> None:
    file = written("precious", tmp_path, "coded.dna")
    with pytest.raises(OutputError, match="exists already"):
        write_database(file, project)
    assert file.read_text(encoding="utf-8") == "precious"


def test_half_a_database_is_none(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("stancegraph.exchange.dna._document_row", full)
    with pytest.raises(OutputError, match=r"coded.dna: cannot be written \(database or disk"):
        write_database(tmp_path / "coded.dna", project)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("talks,,p,a,x,1\n", "document 'talks' has no date"),
        ("talks,2005-01-26,p,a,x,\n", "no agreement, and DNA needs one"),
        ("talks,2005-01-26,p,a,x,0.3\n", r"a whole number, and this table's is not \(0.3\)"),
        (f"talks,2005-01-26,p,{'a' * 191},x,1\n", "has 191 characters and DNA allows 190"),
    ],
)
def test_what_dna_cannot_hold_is_refused(row: str, told: str, tmp_path: Path) -> None:
    made = read_statements(written(HEADER + row, tmp_path))
    with pytest.raises(StatementsError, match=told):
        write_statements(tmp_path / "coded.dna", made, "dna")
    assert not (tmp_path / "coded.dna").exists()


def test_what_is_no_database_of_dna_is_told(tmp_path: Path) -> None:
    with pytest.raises(StatementsError, match="is not a database of DNA 3"):
        read_statements(written("not a database at all", tmp_path, "coded.dna"))
    old = tmp_path / "old.dna"
    with closing(sqlite3.connect(old)) as base, base:
        base.execute("CREATE TABLE SETTINGS (Property, Value)")
        base.execute("INSERT INTO SETTINGS VALUES ('version', '2.0 beta 25')")
    with pytest.raises(StatementsError, match=r"was written by DNA 2\.0 beta 25; open and save"):
        read_statements(old)


def test_a_database_without_such_statements_is_told(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project)
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE VARIABLES SET Variable = 'actor' WHERE Variable = 'organization'")
    with pytest.raises(StatementsError, match=r"only DNA Statement \(person, actor, concept"):
        read_statements(file)


# --- as a graph -----------------------------------------------------------------------------


def test_positions_go_to_dna_and_come_back_with_their_quotations(tmp_path: Path) -> None:
    article = Article(
        "2025-05-11 talks", "Ada: “🕊 Yes.” Bo: “No.”", title="Talks", date=date(2025, 5, 11)
    )
    positions = [
        Position(article.id, "east", "Ada", "truce", "support", "🕊 Yes.", 6, 12, date=article.date),
        Position(article.id, "west", "Bo", "truce", "oppose", "No.", 19, 22, date=article.date),
    ]
    assert article.text[6:12] == "🕊 Yes." and article.text[19:22] == "No."
    file = tmp_path / "talks.dna"
    write_statements(file, from_positions(positions), "dna", articles=[article])
    project = read_project(file)
    coding = code(project, case_of(project.statements, "Talks"))
    [(back, found)] = coding.articles
    assert (back.id, back.text, back.title, back.date) == (
        article.id, article.text, article.title, article.date,
    )  # fmt: skip
    assert [(p.actor, p.issue, p.stance, p.quote, p.start) for p in found] == [
        (p.actor, p.issue, p.stance, p.quote, p.start) for p in positions
    ]
    assert coding.left_out == ()


def test_names_are_found_in_a_case_by_id_label_or_alias(tmp_path: Path) -> None:
    rows = (
        "1,2025-01-26,,Moscow,peace-talks,support\n"
        "1,2025-01-26,Nobody,russia,Peace talks,oppose\n"
        "1,2025-01-26,,Atlantis,peace-talks,oppose\n"
        "1,2025-01-26,,Atlantis,Flood,oppose\n"
        "1,2025-01-26,,russia,,oppose\n"
    )
    from stancegraph.case import Actor, Case, Issue

    russia = Actor("russia", "urn:r", "bloc", "Russia", "russia", aliases=("Moscow",))
    talks = Issue("peace-talks", "urn:t", "Peace talks", "Talk", "g", "", "", "")
    case = Case("c", "urn:c", "", "", ("russia",), {"russia": russia}, {"peace-talks": talks}, {})
    coding = code(project_of(read_statements(written(HEADER + rows, tmp_path))), case)
    [(_, found)] = coding.articles
    assert [(p.actor, p.holder, p.holder_id, p.stance) for p in found] == [
        ("russia", "Russia", "russia", "support"),
        ("russia", "Nobody", None, "oppose"),
    ]
    assert coding.left_out == (
        "organization 'Atlantis' is not among the actors of the case 'c': 2 left out",
        "statements without concept: 1 left out",
    )


def test_numbers_are_no_stances(tmp_path: Path) -> None:
    likert = said(tmp_path, "1", "3", "5")
    with pytest.raises(StatementsError, match="is a number on a scale and no stance"):
        code(project_of(likert), case_of(likert, "x"))


@given(tables([1.0, 0.5, 0.0, -1.0], GRADED))
def test_every_quotation_is_where_it_says(statements: Statements) -> None:
    coding = code(project_of(statements), case_of(statements, "Any"))
    found = 0
    for article, positions in coding.articles:
        for position in positions:
            found += 1
            assert article.text[position.start : position.end] == position.quote != ""
    assert found == len(prepare(statements))


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


def test_import_makes_a_graph_that_every_command_reads(tmp_path: Path) -> None:
    out = tmp_path / "coded"
    result = run("import", str(PEER / "statements.csv"), "--out", str(out))
    assert result.exit_code == 0, result.stderr
    assert "7 articles, 40 positions" in " ".join(result.stdout.split())
    options = ["--mode", "one", "--aggregation", "congruence", "--normalization", "average"]
    expected = (PEER / "expected" / "onemode_congruence_average_include.csv").read_text("utf-8")
    for source in (["--graph", str(out)], ["--statements", str(out / "statements.csv")]):
        assert run("network", *source, *options).stdout == expected
    listed = run("query", "positions", "--graph", str(out), "--format", "csv")
    assert listed.exit_code == 0
    assert "person-5 (org-b): concept-1, oppose" in listed.stdout


def test_import_tells_what_the_case_has_not(tmp_path: Path) -> None:
    file = written(HEADER + "1,2025-01-26,,Atlantis,new-sanctions,1\n1,2025-01-26,,russia,new-sanctions,0\n", tmp_path)  # fmt: skip  # noqa: E501
    out = tmp_path / "graph"
    result = run("import", str(file), "--out", str(out), "--case", "ukraine")
    assert result.exit_code == 1
    assert "organization 'Atlantis' is not among the actors" in " ".join(result.stderr.split())
    assert "1 article, 1 position" in " ".join(result.stdout.split())
    # Nothing is lost: the table has all of it.
    assert len(read_statements(out / "statements.csv")) == 2


def test_import_of_the_same_words_twice_says_so(project: Project, tmp_path: Path) -> None:
    rows = pd.concat([project.statements.rows, project.statements.rows.iloc[:1]])
    twice = Project(project.documents, Statements(rows.reset_index(drop=True), BINARY))
    file = tmp_path / "twice.dna"
    write_database(file, twice)
    result = run("import", str(file), "--out", str(tmp_path / "graph"))
    assert result.exit_code == 0
    assert "1 of the statements say the same of the same words" in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("name", "text", "code_"),
    [("none.csv", None, 1), ("empty.csv", HEADER, 1), ("bad.csv", "a,b\n", 1)],
)
def test_import_of_nothing_fails(name: str, text: str | None, code_: int, tmp_path: Path) -> None:
    if text is not None:
        written(text, tmp_path, name)
    result = run("import", str(tmp_path / name), "--out", str(tmp_path / "out"))
    assert result.exit_code == code_
    assert not (tmp_path / "out").exists()


# --- out of a graph -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    out = tmp_path_factory.mktemp("built")
    articles = sorted((root / "data" / "articles").glob("*.md"))[:2]
    assert run("build", *map(str, articles), "--out", str(out)).exit_code == 0
    return out


@pytest.mark.parametrize("format", FORMATS)
def test_a_graph_goes_out_and_comes_back(format: Format, built: Path, tmp_path: Path) -> None:
    file = tmp_path / ("talks.dna" if format == "dna" else "talks.csv")
    result = run("export", "--graph", str(built), "--format", format, "--out", str(file))
    assert result.exit_code == 0, result.stderr
    options = ["--mode", "one", "--aggregation", "subtract", "--normalization", "average"]
    before = run("network", "--graph", str(built), *options).stdout
    assert run("network", "--statements", str(file), *options).stdout == before
    again = tmp_path / "again"
    imported = run("import", str(file), "--out", str(again), "--case", "ukraine")
    assert imported.exit_code == 0, imported.stderr
    assert run("network", "--graph", str(again), *options).stdout == before


def test_the_texts_of_the_articles_are_in_the_database(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "talks.dna"
    run("export", "--graph", str(built), "--format", "dna", "--out", str(file))
    project = read_database(file)
    texts = {document.id: document.text for document in project.documents}
    rows = project.statements.rows
    for name, start, stop, words in zip(
        rows["document"], rows["start"], rows["stop"], rows["text"], strict=True
    ):
        assert texts[name][start:stop] == words
    assert all(len(text) > 500 for text in texts.values())


def test_an_export_overwrites_nothing(built: Path, tmp_path: Path) -> None:
    file = written("precious", tmp_path)
    result = run("export", "--graph", str(built), "--format", "statements", "--out", str(file))
    assert result.exit_code == 1
    assert "exists already" in result.stderr
    assert file.read_text(encoding="utf-8") == "precious"
    assert run("export", "--graph", str(built), "--format", "xlsx", "--out", "x").exit_code == 2


# --- what DNA itself writes -----------------------------------------------------------------


def test_a_project_of_dna_has_more_than_one_type_and_coder(
    project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project)
    with closing(sqlite3.connect(file)) as base, base:
        # As DNA's own projects have it: notes of a type of their own, a second coder, a long
        # text beside the usual variables, entities without a colour, attributes.
        base.execute("UPDATE STATEMENTTYPES SET ID = ID + 1")
        base.execute("UPDATE VARIABLES SET StatementTypeId = StatementTypeId + 1")
        base.execute("UPDATE STATEMENTS SET StatementTypeId = StatementTypeId + 1")
        base.execute("INSERT INTO STATEMENTTYPES (ID, Label) VALUES (1, 'Annotation')")
        base.execute("INSERT INTO VARIABLES VALUES (90, 'note', 'long text', 1)")
        base.execute("INSERT INTO VARIABLES VALUES (91, 'remark', 'long text', 2)")
        base.execute("INSERT INTO STATEMENTS VALUES (90, 1, 1, 0, 2, 1)")
        base.execute("INSERT INTO DATALONGTEXT VALUES (1, 90, 90, 'look here')")
        base.execute("INSERT INTO DATALONGTEXT VALUES (2, 1, 91, 'sure of it')")
        base.execute("INSERT INTO CODERS (ID, Name, Password) VALUES (2, 'Di', 'x')")
        base.execute("UPDATE STATEMENTS SET Coder = 2 WHERE ID = 2")
        base.execute("UPDATE ENTITIES SET Red = NULL, Green = NULL, Blue = NULL")
        base.execute("UPDATE ATTRIBUTEVALUES SET AttributeValue = 'NGO'")
        base.execute("INSERT INTO DOCUMENTS (ID, Title, Text, Date) VALUES (2, 'No code', '', 0)")
    back = read_database(file)
    assert [document.id for document in back.documents] == ["talks", "2"]
    rows = back.statements.rows
    assert rows[["person", "organization", "concept"]].to_numpy().tolist() == [
        ["Ada", "East", "Truce"],
        ["Bo", "West", "Truce"],
    ]
    assert rows["coder"].tolist() == [1, 2]
    assert rows["remark"].tolist() == ["sure of it", ""]
    assert back.statements.scale == BINARY
    # A document without a text is no article.
    result = run("import", str(file), "--out", str(tmp_path / "graph"))
    assert result.exit_code == 0, result.stderr
    assert "1 article, 2 positions" in " ".join(result.stdout.split())


def test_a_statement_beyond_its_text_ends_with_it(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project)
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE STATEMENTS SET Stop = 10000 WHERE ID = 2")
    back = read_database(file)
    assert back.statements.rows["text"].tolist()[1] == "No. 🙂"


def test_statements_without_words_are_told(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "coded.dna"
    write_database(file, project)
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE DOCUMENTS SET Text = ''")
    back = read_project(file)
    coding = code(back, case_of(back.statements, "Talks"))
    assert coding.articles == ()
    assert coding.left_out == ("statements without words in their document's text: 2 left out",)
    result = run("import", str(file), "--out", str(tmp_path / "graph"))
    assert result.exit_code == 1
