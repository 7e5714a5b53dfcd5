"""The flat table says what the graph says."""

from datetime import date
from pathlib import Path

import pytest

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.exceptions import StoreError
from stancegraph.extraction import Extractor
from stancegraph.model import Article, Position
from stancegraph.queries import provenance, run
from stancegraph.store import COLUMNS, Store, build_store, positions_table

TEXT = "Avalon wants a limit. Brigadoon does not."


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


def collection() -> list[tuple[Article, tuple[Position, ...]]]:
    one = Article("one", TEXT, title="“One”", date=date(2003, 10, 1), publisher="Gazette")
    two = Article("two", TEXT)
    wanted = Position(
        "one", "avalon", "Avalon", "fishing-limit", "conditional", "Avalon wants a limit.", 0, 21,
        condition="the ferry runs", condition_issues=("ferry",), confidence=0.1234567,
        date=date(2003, 9, 30), date_precision="day", speech_act="demand", extractor="reader",
    )  # fmt: skip
    refused = Position(
        "two", "brigadoon", "Brigadoon", "fishing-limit", "oppose", "Brigadoon does not.", 22, 41,
        attribution="ascribed", attributed_by="avalon", time="past", extractor="reader",
    )  # fmt: skip
    # Equal statements count once, the surer one.
    return [(one, (wanted, wanted)), (two, (refused,)), (Article("three", TEXT), ())]


@pytest.fixture
def built(tmp_path: Path, case: Case) -> Path:
    build_store(tmp_path / "graph", collection(), case)
    return tmp_path / "graph"


def test_every_column_in_full(built: Path) -> None:
    table = positions_table(built)
    assert list(table.columns) == list(COLUMNS)
    rows = {row["article"]: row for row in table.to_dict("records")}
    assert len(rows) == len(table) == 2
    one = rows["one"]
    assert one["position"].startswith("https://w3id.org/stancegraph/data/position/")
    assert {key: one[key] for key in one if key != "position"} == {
        "article": "one", "title": "“One”", "published": date(2003, 10, 1),
        "publisher": "Gazette", "url": None, "actor": "avalon", "holder": "Avalon",
        "holder_id": None, "issue": "fishing-limit", "stance": "conditional",
        "condition": "the ferry runs", "condition_issues": ["ferry"], "attribution": "reported",
        "attributed_by": None, "time": "current", "date": date(2003, 9, 30),
        "date_precision": "day", "speech_act": "demand", "confidence": 0.123457,
        "quote": "Avalon wants a limit.", "start": 0, "end": 21, "extractor": "reader",
    }  # fmt: skip
    assert (rows["two"]["attributed_by"], rows["two"]["date"]) == ("avalon", None)


def test_the_file_and_the_graph_give_the_same_table(built: Path) -> None:
    stored = positions_table(built)
    (built / "positions.parquet").unlink()
    assert positions_table(built).equals(stored)


def test_the_table_agrees_with_the_queries(tmp_path: Path, root: Path) -> None:
    case = load_case(root / "ontology" / "cases" / "ukraine")
    articles = list(read_articles(sorted((root / "data" / "articles").glob("2025-0[2-5]*.md"))))
    build_store(tmp_path, Extractor(case).extract(articles), case)
    table = positions_table(tmp_path)
    with Store.open(tmp_path, read_only=True) as store:
        asked = run(store, "positions").set_index("position").sort_index()
        words = {row.position: row for row in provenance(store)}
    assert len(table) > 20
    assert table["position"].tolist() == asked.index.tolist()
    for column in ("actor", "holder", "issue", "stance", "condition", "attribution", "time",
                   "confidence", "quote", "article"):  # fmt: skip
        assert table[column].tolist() == asked[column].tolist(), column
    for row in table.to_dict("records"):
        told = words[row["position"]]
        assert [row[key] for key in ("title", "publisher", "url", "published", "extractor")] == [
            told.title, told.publisher, told.url, told.issued, told.extractor,
        ]  # fmt: skip


def test_a_change_of_the_graph_removes_the_table(built: Path, case: Case) -> None:
    before = positions_table(built)
    with Store.open(built) as store:
        store.delete_article("one")
    assert not (built / "positions.parquet").exists()
    after = positions_table(built)
    assert after["article"].tolist() == ["two"]
    assert after.equals(before[before["article"] == "two"].reset_index(drop=True))
    build_store(built, collection(), case)
    assert positions_table(built).equals(before)


def test_reading_leaves_the_table_alone(built: Path) -> None:
    with Store.open(built, read_only=True) as store:
        run(store, "positions")
        with pytest.raises(StoreError):
            store.delete_article("one")
    assert (built / "positions.parquet").exists()


def test_an_empty_graph_is_an_empty_table(tmp_path: Path, case: Case) -> None:
    build_store(tmp_path, [], case)
    table = positions_table(tmp_path)
    assert table.empty and list(table.columns) == list(COLUMNS)


def test_tables_that_cannot_be_read(built: Path, tmp_path: Path) -> None:
    (built / "positions.parquet").write_bytes(b"PAR1 no table")
    with pytest.raises(StoreError, match=r"positions\.parquet: cannot be read.*delete it"):
        positions_table(built)
    with pytest.raises(StoreError, match="there is no graph"):
        positions_table(tmp_path / "nowhere")
