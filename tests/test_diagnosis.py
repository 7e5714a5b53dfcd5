"""Every disagreement with a coding has a class that says where the reading went wrong."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.cli import app
from stancegraph.diagnosis import Diagnosis, classes, diagnose, readings
from stancegraph.evaluation import Gold, GoldPosition, evaluate, read_gold
from stancegraph.model import Article, Stance

# Each sentence goes wrong in its own way against the codings below.
TEXT = (
    "Avalon demands a fishing limit.\n\n"
    "The ferry ran late on a rainy day in the spring.\n\n"
    "Avalon said Brigadoon wants a closed season.\n\n"
    "Brigadoon rejects the fishing limit.\n\n"
    "The fishing limit was discussed at length.\n"
)


@pytest.fixture(scope="module")
def case(toy: Path) -> Case:
    return load_case(toy)


def coded(
    actor: str, issue: str, stance: Stance, quote: str, also: tuple[Stance, ...] = ()
) -> GoldPosition:
    return GoldPosition(actor, actor, issue, stance, "reported", "current", quote, also=also)


def diagnosed(case: Case, positions: Sequence[GoldPosition], text: str = TEXT) -> list[Diagnosis]:
    article = Article(id="talks", text=text)
    gold = {"talks": Gold("talks", tuple(positions))}
    read = {reading.article.id: reading for reading in readings([article], case)}
    scores = evaluate([article], {k: r.positions for k, r in read.items()}, gold, case)
    return list(diagnose(scores, read, gold))


def found(diagnoses: Sequence[Diagnosis]) -> set[tuple[str, str, str]]:
    return {(d.finding.actor, d.finding.issue, d.error_class) for d in diagnoses}


RIGHT = [
    coded("avalon", "fishing-limit", "support", "Avalon demands a fishing limit"),
    coded("brigadoon", "fishing-limit", "oppose", "Brigadoon rejects the fishing limit"),
]


def test_agreement_leaves_nothing_to_diagnose(case: Case) -> None:
    assert diagnosed(case, RIGHT) == []


def test_a_cue_without_a_claim(case: Case) -> None:
    (told,) = diagnosed(case, [*RIGHT, coded("avalon", "ferry", "support", "The ferry ran late")])
    assert told.error_class == "missed: no claim or holder"
    assert told.detail.startswith("cue:ferry")


def test_no_cue_in_the_coded_sentence_though_there_is_one_elsewhere(case: Case) -> None:
    text = "Avalon demands a fishing limit.\n\nThe ferry ran late.\n"
    gold = [
        coded("avalon", "fishing-limit", "support", "Avalon demands"),
        coded("avalon", "ferry", "support", "Avalon demands a fishing limit"),
    ]
    (told,) = diagnosed(case, gold, text)
    assert told.error_class == "missed: no cue matched"


def test_what_was_read_as_ascribed(case: Case) -> None:
    quote = "Brigadoon wants a closed season"
    told = diagnosed(case, [*RIGHT, coded("brigadoon", "closed-season", "support", quote)])
    assert found(told) == {("brigadoon", "closed-season", "missed: ascribed or past")}


def test_spurious_by_the_kind_of_claim(case: Case) -> None:
    told = diagnosed(case, RIGHT[1:])
    assert found(told) == {("avalon", "fishing-limit", "spurious: attitude")}
    assert "attitude:demand" in told[0].detail


def test_a_wrong_sign_is_told_once(case: Case) -> None:
    gold = [RIGHT[0], coded("brigadoon", "fishing-limit", "support", "Brigadoon rejects")]
    assert [d.error_class for d in diagnosed(case, gold)] == ["sign error: attitude"]


def test_another_stance_is_missed_and_spurious(case: Case) -> None:
    gold = [RIGHT[1], coded("avalon", "fishing-limit", "conditional", "Avalon demands")]
    told = diagnosed(case, gold)
    assert sorted(d.error_class for d in told) == [
        "missed: another stance",
        "spurious: another stance",
    ]


def test_candidates_that_were_not_kept(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stancegraph.extraction.select", lambda *_: [])
    told = diagnosed(case, RIGHT)
    assert classes(told) == {"missed: below threshold": 2}
    assert all("claim:attitude" in d.detail for d in told)


def test_mentions_are_where_the_article_has_them(case: Case) -> None:
    text = "Avalon’s ferry.\n\nThe ferry.\n\n- “The ferry” and Avalon’s *fishing limit*.\n"
    (reading,) = readings([Article(id="talks", text=text)], case)
    places = [(m.issue, m.start, m.end) for m in reading.mentions]
    assert len(set(places)) == len(places) == 4
    assert [text[s:e] for i, s, e in places if i == "ferry"] == ["ferry"] * 3
    assert [text[s:e] for i, s, e in places if i == "fishing-limit"] == ["fishing limit"]


def test_every_disagreement_on_the_bundled_articles_has_a_class(root: Path) -> None:
    case = load_case()
    gold = read_gold(root / "data" / "gold")
    read = {r.article.id: r for r in readings(read_articles([root / "data" / "articles"]), case)}
    articles = [r.article for r in read.values()]
    scores = evaluate(articles, {k: r.positions for k, r in read.items()}, gold, case)
    told = diagnose(scores, read, gold)
    assert sum(classes(told).values()) == len(told)
    pairs = {(f.article, f.actor, f.issue) for f in (*scores.missed, *scores.spurious)}
    assert {(d.finding.article, d.finding.actor, d.finding.issue) for d in told} >= pairs
    assert all(
        name.partition(":")[0] in ("missed", "spurious", "sign error") for name in classes(told)
    )
    assert not any("unknown" in name for name in classes(told))


def test_evaluate_prints_the_classes(tmp_path: Path, toy: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    coding: dict[str, list[str]] = {"positions": [], "arguable": []}
    (tmp_path / "talks.gold.json").write_text(json.dumps(coding), encoding="utf-8")
    args = ["evaluate", "--gold", str(tmp_path), str(tmp_path / "talks.txt"), "--case", str(toy)]
    table = CliRunner().invoke(app, args)
    assert "By class of error" in table.stdout
    assert "spurious: attitude" in table.stdout
    as_json = json.loads(CliRunner().invoke(app, [*args, "--format", "json"]).stdout)
    assert as_json["by_error_class"]["spurious: attitude"] == 2
