"""Two coders compared, on codings that can be counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from stancegraph.case import Actor, Case, Issue
from stancegraph.cli import app
from stancegraph.evaluation import Gold, GoldPosition
from stancegraph.exceptions import GoldError
from stancegraph.model import STANCES, Position, Stance
from stancegraph.reliability import (
    Coding,
    coding_of,
    compare,
    differences_frame,
    read_coding,
    scores_frame,
)

ACTORS, ISSUES = ("north", "south"), ("truce", "fishing", "ferry", "mines", "tolls")


def case() -> Case:
    actors = {n: Actor(n, f"urn:a:{n}", "bloc", n.title(), n) for n in (*ACTORS, "abroad")}
    issues = {n: Issue(n, f"urn:i:{n}", n.title(), f"Do {n}", "g", "", "", "") for n in ISSUES}
    return Case("isles", "urn:c", "Isles", "1", ACTORS, actors, issues, {})


def entry(
    actor: str,
    issue: str,
    stance: Stance,
    *,
    attribution: str = "self",
    also: tuple[Stance, ...] = (),
) -> GoldPosition:
    return GoldPosition(
        actor, actor.title(), issue, stance, attribution, "current", f"{actor} on {issue}.",
        also=also,
    )  # fmt: skip


def coding(name: str, closed: bool = True, **articles: list[GoldPosition]) -> Coding:
    return Coding(name, {a: Gold(a, tuple(found)) for a, found in articles.items()}, closed)


def test_counts_and_kinds_of_differences() -> None:
    one = coding("Ada", noon=[
        entry("north", "truce", "support"),
        entry("south", "truce", "oppose"),
        entry("north", "ferry", "support"),
        entry("south", "ferry", "conditional"),
        entry("south", "mines", "support", attribution="ascribed"),
        entry("abroad", "truce", "support"),
    ])  # fmt: skip
    other = coding("Bo", noon=[
        entry("north", "truce", "support"),
        entry("south", "truce", "support"),
        entry("north", "fishing", "support"),
        entry("south", "ferry", "ambivalent"),
        entry("south", "mines", "support"),
    ])  # fmt: skip
    found = compare(one, other, case())
    tally = found.total.tally
    assert (tally.gold, tally.predicted, tally.found) == (4, 4, 1)
    assert tally.f1 == pytest.approx(0.25)
    assert tally.sign_errors == 1
    assert [(d.kind, d.actor, d.issue, d.one, d.other) for d in found.differences] == [
        ("opposite sign", "south", "truce", ("oppose",), ("support",)),
        ("stance", "south", "ferry", ("conditional",), ("ambivalent",)),
        ("attribution", "south", "mines", (), ("support",)),
        ("one only", "north", "ferry", ("support",), ()),
        ("other only", "north", "fishing", (), ("support",)),
    ]
    assert found.total.units == 3
    assert found.by_actor["north"].tally.f1 == pytest.approx(0.5)
    assert list(found.by_issue) == ["truce", "fishing", "ferry", "mines"]
    row = differences_frame(found.differences).iloc[0]
    assert (row["one_quote"], row["other_holder"]) == ("south on truce.", "South")
    frame = scores_frame(found)
    assert frame["slice"].value_counts().to_dict() == {
        "all": 1, "actor": 2, "issue": 4, "article": 1,
    }  # fmt: skip


def test_alpha_of_presence_reckoned_by_hand() -> None:
    # 10 units; both 2, one only 1, neither 7: observed disagreement 2/20; 5 of 20 values are
    # "there": expected 2 x 5 x 15 / (20 x 19).
    one = coding("Ada", noon=[entry("north", i, "support") for i in ISSUES[:3]])
    other = coding("Bo", noon=[entry("north", i, "support") for i in ISSUES[:2]])
    found = compare(one, other, case()).total
    assert found.alpha_presence == pytest.approx(1 - (2 / 20) / (2 * 5 * 15 / (20 * 19)))
    assert found.alpha_stance is None  # nobody had a choice


def test_alpha_of_stance_reckoned_by_hand() -> None:
    # Values (1, 1), (1, .5), (-1, -1): squared differences, ordered pairs.
    one = coding("Ada", noon=[
        entry("north", "truce", "support"), entry("north", "ferry", "support"),
        entry("north", "mines", "oppose"),
    ])  # fmt: skip
    other = coding("Bo", noon=[
        entry("north", "truce", "support"), entry("north", "ferry", "conditional"),
        entry("north", "mines", "oppose"),
    ])  # fmt: skip
    values = [1, 1, 1, 0.5, -1, -1]
    observed = 2 * 0.5**2 / 6
    expected = sum((a - b) ** 2 for a in values for b in values) / (6 * 5)
    assert compare(one, other, case()).total.alpha_stance == pytest.approx(1 - observed / expected)


def test_further_acceptable_stances_are_no_difference() -> None:
    one = coding("Ada", noon=[entry("north", "truce", "support", also=("conditional",))])
    other = coding("Bo", noon=[entry("north", "truce", "conditional")])
    found = compare(one, other, case())
    assert found.total.tally.f1 == 1
    assert found.differences == ()


def test_articles_that_only_one_coded() -> None:
    yes = [entry("north", "truce", "support")]
    closed = coding("Ada", noon=yes, dusk=yes)
    found = compare(closed, coding("Bo", noon=yes, dawn=yes), case())
    assert (found.articles, found.not_compared) == (("noon",), ("dawn", "dusk"))
    # A file of positions says nothing of articles in which none was found.
    machine = coding("machine", closed=False, noon=yes, dawn=yes)
    found = compare(closed, machine, case())
    assert (found.articles, found.not_compared) == (("dusk", "noon"), ("dawn",))
    assert [(d.kind, d.article) for d in found.differences] == [("one only", "dusk")]
    found = compare(machine, coding("other", closed=False, dusk=yes), case())
    assert found.articles == ("dawn", "dusk", "noon")
    with pytest.raises(GoldError, match="no article in common"):
        compare(closed, coding("Bo", dawn=yes), case())


def test_positions_of_an_extractor_are_a_coding() -> None:
    said = Position(
        "noon", "north", "North", "truce", "conditional", "Yes, but.", 0, 9,
        condition="the mines go first", attribution="self",
    )  # fmt: skip
    machine = coding_of("machine", {"noon": [said], "dusk": []})
    person = coding("Ada", noon=[entry("north", "truce", "conditional")], dusk=[])
    found = compare(person, machine, case())
    assert found.articles == ("dusk", "noon")
    assert (found.total.tally.f1, found.differences) == (1, ())
    assert machine.articles["noon"].positions[0].condition == "the mines go first"


def test_ids_that_the_case_does_not_have_are_refused() -> None:
    yes = coding("Ada", noon=[entry("north", "truce", "support")])
    for wrong in (entry("nort", "truce", "support"), entry("north", "peace", "support")):
        with pytest.raises(GoldError, match=r"Bo: (actor 'nort'|issue 'peace')"):
            compare(yes, coding("Bo", noon=[wrong]), case())


entries = st.lists(
    st.builds(
        entry,
        st.sampled_from([*ACTORS, "abroad"]),
        st.sampled_from(ISSUES),
        st.sampled_from(STANCES),
        attribution=st.sampled_from(["self", "reported", "ascribed"]),
    ),
    max_size=12,
)


@given(entries, entries)
def test_either_way_round_is_the_same(ours: list[GoldPosition], theirs: list[GoldPosition]) -> None:
    one, other = coding("Ada", noon=ours), coding("Bo", noon=theirs)
    there, back = compare(one, other, case()), compare(other, one, case())
    assert there.total.alpha_presence == pytest.approx(back.total.alpha_presence)
    assert there.total.alpha_stance == pytest.approx(back.total.alpha_stance)
    assert {(d.actor, d.issue) for d in there.differences} == {
        (d.actor, d.issue) for d in back.differences
    }
    assert compare(one, one, case()).differences == ()
    assert compare(one, one, case()).total.tally.f1 == 1


# --- files and the command line -------------------------------------------------------------


def run(*args: object) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], prog_name="stancegraph")


def record(actor: str, issue: str, stance: str, **more: Any) -> dict[str, Any]:
    return {
        "actor": actor, "holder": actor.title(), "issue": issue, "stance": stance,
        "condition": None, "attribution": "self", "time": "current", "quote": "Words.", **more,
    }  # fmt: skip


@pytest.fixture
def coded(tmp_path: Path) -> tuple[Path, Path]:
    folder, file = tmp_path / "ada", tmp_path / "machine.jsonl"
    folder.mkdir()
    positions = [record("avalon", "ferry", "support"), record("brigadoon", "ferry", "oppose")]
    (folder / "noon.gold.json").write_text(json.dumps({"positions": positions}), encoding="utf-8")
    lines = [
        record("avalon", "ferry", "support", article="noon", confidence=0.8),
        record("brigadoon", "ferry", "support", article="noon", confidence=0.7),
        record("brigadoon", "ferry", "support", article="dawn", confidence=0.7),
    ]
    file.write_text("".join(json.dumps(line) + "\n\n" for line in lines), encoding="utf-8")
    return folder, file


def test_compare_a_person_and_a_machine(coded: tuple[Path, Path], toy: Path) -> None:
    result = run("compare", *coded, "--case", toy, "--format", "json")
    assert result.exit_code == 0, result.output
    assert "dawn: not compared" in result.stderr
    whole = json.loads(result.stdout)[0]
    assert (whole["slice"], whole["f1"], whole["sign_errors"]) == ("all", 0.5, 1)
    result = run("compare", *coded, "--case", toy, "--show", "differences", "--format", "csv")
    assert result.stdout.splitlines()[1].startswith(
        "opposite sign,noon,brigadoon,ferry,oppose,support,"
    )
    for show in ("scores", "differences"):
        table = run("compare", *coded, "--case", toy, "--show", show)
        assert table.exit_code == 0
        assert "1 article" in table.stdout


def test_without_the_library_there_is_no_alpha_and_that_is_told(
    coded: tuple[Path, Path], toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "krippendorff", None)
    result = run("compare", *coded, "--case", toy, "--format", "json")
    assert result.exit_code == 0
    assert "pip install 'stancegraph[coders]'" in result.stderr
    assert json.loads(result.stdout)[0]["alpha_presence"] is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "line 1: not JSON"),
        ('{"actor": "avalon"}', "line 1: 'article' is missing"),
        (json.dumps(record("avalon", "ferry", "maybe", article="noon")), "'maybe' is no stance"),
        (json.dumps(record("avalon", "bridge", "oppose", article="noon")), "issue 'bridge'"),
    ],
)
def test_a_damaged_coding_is_named(
    coded: tuple[Path, Path], toy: Path, text: str, told: str
) -> None:
    coded[1].write_text(text, encoding="utf-8")
    result = run("compare", *coded, "--case", toy)
    assert result.exit_code == 1
    assert told in result.stderr
    assert "machine.jsonl" in result.stderr


def test_a_coding_that_is_not_there(tmp_path: Path, toy: Path) -> None:
    with pytest.raises(GoldError, match="no such file or folder"):
        read_coding(tmp_path / "nobody")
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes('{"article": "é"}'.encode("latin-1"))
    with pytest.raises(GoldError, match="not UTF-8"):
        read_coding(latin)
