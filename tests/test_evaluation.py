"""The scores follow the codebook: worked examples by hand, and what holds for any coding."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.articles import read_articles
from stancegraph.case import Actor, Case, Issue, load_case
from stancegraph.evaluation import (
    Gold,
    GoldPosition,
    Scores,
    Tally,
    evaluate,
    read_gold,
    scores_as_dict,
)
from stancegraph.exceptions import GoldError
from stancegraph.model import Article, Attribution, Position, Stance, Time
from stancegraph.sentences import sentences

TEXT = (
    "Avalon wants the ferry. It would limit the catch if Brigadoon did.\n\n"
    "Brigadoon rejects the ferry, and its council wants the limit."
)
ARTICLE = Article(id="talks", text=TEXT)


def issue(id: str) -> Issue:
    return Issue(id, f"urn:{id}", id, f"There is a {id}.", "sea", "", "", "")


def actor(id: str) -> Actor:
    return Actor(id, f"urn:{id}", "bloc", id, id)


CASE = Case(
    id="toy",
    iri="urn:toy",
    title="Two islands",
    version="1",
    compared=("avalon", "brigadoon"),
    actors={name: actor(name) for name in ("avalon", "brigadoon", "mercia")},
    issues={name: issue(name) for name in ("ferry", "limit")},
    groups={"sea": "Sea"},
)


def coded(
    actor: str, issue: str, stance: Stance, quote: str = "Avalon", **rest: Any
) -> GoldPosition:
    fields = {"attribution": "reported", "time": "current", **rest}
    return GoldPosition(actor, actor.title(), issue, stance, quote=quote, **fields)


def found(actor: str, issue: str, stance: Stance, quote: str = "Avalon", **rest: Any) -> Position:
    start = TEXT.index(quote)
    return Position(
        "talks", actor, actor.title(), issue, stance, quote, start, start + len(quote), **rest
    )


def score(
    gold: Sequence[GoldPosition],
    predicted: Sequence[Position],
    arguable: frozenset[tuple[str, str]] = frozenset(),
) -> Scores:
    return evaluate(
        [ARTICLE], {"talks": predicted}, {"talks": Gold("talks", tuple(gold), arguable)}, CASE
    )


def test_the_same_positions_score_one() -> None:
    scores = score([coded("avalon", "ferry", "support")], [found("avalon", "ferry", "support")])
    assert (scores.total.f1, scores.total.pair_f1, scores.evidence) == (1.0, 1.0, 1.0)
    assert scores.quotes_exact == 1.0
    assert not (scores.missed or scores.spurious or scores.sign_errors)


def test_units_are_a_set() -> None:
    twice = [coded("avalon", "ferry", "support")] * 2 + [coded("brigadoon", "ferry", "oppose")]
    thrice = [found("avalon", "ferry", "support")] * 3 + [found("avalon", "limit", "support")]
    total = score(twice, thrice).total
    assert (total.gold, total.predicted, total.right, total.found) == (2, 2, 1, 1)
    assert total.f1 == pytest.approx(0.5)


def test_a_stance_under_also_counts_as_equal() -> None:
    gold = [coded("avalon", "limit", "conditional", also=("support",))]
    scores = score(gold, [found("avalon", "limit", "support")])
    assert scores.total.f1 == 1.0
    assert scores.total.sign_errors == 0


@pytest.mark.parametrize("stance", ["conditional", "ambivalent"])
def test_a_mild_stance_matches_the_pair_but_not_the_unit(stance: Stance) -> None:
    scores = score([coded("avalon", "ferry", "oppose")], [found("avalon", "ferry", stance)])
    assert (scores.total.f1, scores.total.pair_f1, scores.total.sign_errors) == (0.0, 1.0, 0)
    assert [f.expected for f in scores.spurious] == [("oppose",)]
    assert [f.predicted for f in scores.missed] == [(stance,)]


def test_the_opposite_sign_is_no_match_and_a_sign_error() -> None:
    scores = score(
        [coded("avalon", "ferry", "support"), coded("avalon", "limit", "support")],
        [found("avalon", "ferry", "oppose"), found("avalon", "limit", "support")],
    )
    assert scores.total.pair_f1 == pytest.approx(0.5)
    assert scores.total.sign_error_share == pytest.approx(0.5)
    (finding,) = scores.sign_errors
    assert (finding.issue, finding.stance, finding.quote) == ("ferry", "oppose", "Avalon")


def test_one_wrong_sign_among_right_ones_still_is_a_sign_error() -> None:
    scores = score(
        [coded("avalon", "ferry", "support")],
        [found("avalon", "ferry", "support"), found("avalon", "ferry", "oppose")],
    )
    assert scores.total.sign_errors == 1
    assert scores.total.pair_f1 == 0.0
    assert scores.total.right == 1


def test_where_holders_disagree_either_stance_is_accepted() -> None:
    gold = [coded("avalon", "ferry", "support"), coded("avalon", "ferry", "oppose")]
    scores = score(gold, [found("avalon", "ferry", "oppose")])
    assert scores.total.sign_errors == 0
    assert (scores.total.precision, scores.total.recall) == (1.0, 0.5)
    assert scores.total.pair_f1 == 1.0


@pytest.mark.parametrize("neutral", [{"attribution": "ascribed"}, {"time": "past"}])
def test_a_pair_only_ascribed_or_past_is_neutral(neutral: dict[str, Any]) -> None:
    gold = [coded("avalon", "ferry", "support", **neutral), coded("avalon", "limit", "support")]
    predicted = [found("avalon", "ferry", "oppose"), found("avalon", "limit", "support")]
    total = score(gold, predicted).total
    assert (total.f1, total.pair_f1, total.predicted) == (1.0, 1.0, 1)


def test_ascribed_and_past_predictions_do_not_count() -> None:
    predicted = [
        found("avalon", "ferry", "support", attribution="ascribed"),
        found("avalon", "limit", "support", time="past"),
    ]
    total = score([coded("avalon", "ferry", "support")], predicted).total
    assert (total.predicted, total.found) == (0, 0)


def test_arguable_pairs_count_neither_way() -> None:
    arguable = frozenset({("avalon", "ferry")})
    assert score([], [found("avalon", "ferry", "oppose")], arguable).total == Tally()
    both = score(
        [coded("avalon", "ferry", "support")],
        [found("avalon", "ferry", "support"), found("avalon", "ferry", "oppose")],
        arguable,
    ).total
    assert (both.f1, both.sign_errors) == (1.0, 0)


def test_only_compared_actors_count() -> None:
    predicted = [found(name, "ferry", "support") for name in ("mercia", "author", "other")]
    assert score([coded("mercia", "ferry", "oppose")], predicted).total == Tally()


def test_evidence_must_lie_in_the_gold_quotes_sentence() -> None:
    gold = [coded("avalon", "ferry", "support", "wants the ferry")]
    inside = found("avalon", "ferry", "support", "Avalon wants the ferry.")
    outside = found("avalon", "ferry", "support", "It would limit the catch")
    assert score(gold, [inside]).evidence == 1.0
    assert score(gold, [outside]).evidence == 0.0
    assert score(gold, [outside, inside]).evidence == 1.0
    assert score(gold, []).evidence is None


def test_inexact_quotes_are_told() -> None:
    wrong = Position("talks", "avalon", "Avalon", "ferry", "support", "Avalon wanted", 0, 13)
    assert score([], [wrong, found("avalon", "ferry", "support")]).quotes_exact == 0.5


def test_slices_add_up_and_keep_the_order_of_the_case() -> None:
    scores = score(
        [coded("brigadoon", "limit", "support"), coded("avalon", "ferry", "support")],
        [found("avalon", "limit", "oppose"), found("avalon", "ferry", "support")],
    )
    for slices in (scores.by_actor, scores.by_issue, scores.by_article):
        assert sum(slices.values(), Tally()) == scores.total
    assert list(scores.by_actor) == ["avalon", "brigadoon"]
    assert list(scores.by_issue) == ["ferry", "limit"]


def test_articles_without_gold_are_named_and_other_gold_is_left_aside() -> None:
    gold = {"elsewhere": Gold("elsewhere", (coded("avalon", "ferry", "support"),))}
    scores = evaluate([ARTICLE], {}, gold, CASE)
    assert scores.not_scored == ("talks",)
    assert scores.total == Tally()


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (coded("avalonn", "ferry", "support"), "avalonn"),
        (coded("avalon", "ferryy", "support"), "ferryy"),
        (coded("avalon", "ferry", "support", "not in the text"), "not in the text"),
    ],
)
def test_gold_that_does_not_fit_is_an_error_or_reported(entry: GoldPosition, told: str) -> None:
    gold = {"talks": Gold("talks", (entry,))}
    with pytest.raises(GoldError, match=told):
        evaluate([ARTICLE], {}, gold, CASE)
    errors: list[GoldError] = []
    scores = evaluate([ARTICLE], {}, gold, CASE, on_error=errors.append)
    assert scores.not_scored == ("talks",)
    assert len(errors) == 1


def test_the_bundled_codings_score_one_against_themselves(root: Path) -> None:
    case = load_case()
    gold = read_gold(root / "data" / "gold")
    articles = list(read_articles([root / "data" / "articles"]))
    positions: dict[str, list[Position]] = {}
    for article in articles:
        for entry in gold[article.id].positions:
            start = article.text.index(entry.quote)
            position = Position(
                article.id,
                entry.actor,
                entry.holder,
                entry.issue,
                entry.stance,
                entry.quote,
                start,
                start + len(entry.quote),
                attribution=cast("Attribution", entry.attribution),
                time=cast("Time", entry.time),
            )
            positions.setdefault(article.id, []).append(position)
    scores = evaluate(articles, positions, gold, case)
    assert len(scores.articles) == len(gold) == len(articles)
    assert (scores.total.f1, scores.total.pair_f1, scores.total.sign_errors) == (1.0, 1.0, 0)
    assert (scores.evidence, scores.quotes_exact) == (1.0, 1.0)


stances = st.sampled_from(get_args(Stance))
pairs = st.tuples(st.sampled_from(CASE.compared), st.sampled_from(sorted(CASE.issues)), stances)


@given(st.lists(pairs), st.lists(pairs))
def test_shares_are_shares_and_findings_match_the_counts(
    gold: list[tuple[str, str, Stance]], predicted: list[tuple[str, str, Stance]]
) -> None:
    scores = score([coded(*unit) for unit in gold], [found(*unit) for unit in predicted])
    total = scores.total
    for share in (total.f1, total.pair_f1, total.sign_error_share, total.precision, total.recall):
        assert 0 <= share <= 1
    assert len(scores.missed) == total.gold - total.found
    assert len(scores.spurious) == total.predicted - total.right
    assert total.gold == len(set(gold))
    assert (total.f1 == 1) == (set(gold) == set(predicted))
    json.dumps(scores_as_dict(scores))


@given(st.lists(pairs, unique=True))
def test_more_right_positions_never_lower_recall(gold: list[tuple[str, str, Stance]]) -> None:
    coding = [coded(*unit) for unit in gold]
    recalls = [
        score(coding, [found(*unit) for unit in gold[:n]]).total.recall for n in range(len(gold))
    ]
    assert recalls == sorted(recalls)


@given(st.text(alphabet="ab AB.!?\n\"'’”1-", max_size=60))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    spans = sentences(text)
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We won't. “Never!” He left.", ["We won't.", "“Never!”", "He left."]),
        ("Mr. Low of the U.S. Navy spoke.", ["Mr. Low of the U.S. Navy spoke."]),
        ("- one thing\n- another", ["- one thing", "- another"]),
        ("It fell by 1.5 per cent. 20 left.", ["It fell by 1.5 per cent.", "20 left."]),
        ("Heading\n\nA line\nwrapped.", ["Heading", "A line\nwrapped."]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == parts


def write(folder: Path, name: str, content: object) -> Path:
    file = folder / name
    text = content if isinstance(content, str) else json.dumps(content)
    file.write_text(text, encoding="utf-8")
    return file


ENTRY = {
    "actor": "avalon",
    "holder": "Avalon",
    "issue": "ferry",
    "stance": "support",
    "attribution": "reported",
    "time": "current",
    "quote": "Avalon",
}


def test_read_gold(tmp_path: Path) -> None:
    write(
        tmp_path,
        "talks.gold.json",
        {
            "article": "talks",
            "positions": [{**ENTRY, "stance": "conditional", "also": ["support"]}],
            "arguable": [{"actor": "avalon", "issue": "limit"}],
        },
    )
    write(tmp_path, "notes.json", "{")
    (coding,) = read_gold(tmp_path).values()
    assert coding.article == "talks"
    assert coding.positions[0].accepted == {"conditional", "support"}
    assert coding.arguable == {("avalon", "limit")}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{\n,", "line 2"),
        ("[]", "positions"),
        ({"positions": [1]}, r"positions\[0\]"),
        ({"positions": [{**ENTRY, "stance": "for"}]}, "'for'"),
        ({"positions": [{**ENTRY, "also": "oppose"}]}, "also"),
        ({"positions": [{**ENTRY, "quote": ""}]}, "'quote'"),
        ({"positions": [{**ENTRY, "time": "now"}]}, "'now'"),
        ({"positions": [{**ENTRY, "condition": 1}]}, "condition"),
        ({"positions": [], "arguable": 1}, "arguable"),
        ({"positions": [], "arguable": [{"actor": "avalon"}]}, "'issue'"),
        ({"positions": [], "article": "other"}, "other"),
    ],
)
def test_malformed_gold_is_named(tmp_path: Path, content: object, told: str) -> None:
    file = write(tmp_path, "talks.gold.json", content)
    with pytest.raises(GoldError, match=told) as caught:
        read_gold(tmp_path)
    assert str(file) in str(caught.value)
    errors: list[GoldError] = []
    write(tmp_path, "whole.gold.json", {"positions": []})
    assert list(read_gold(tmp_path, on_error=errors.append)) == ["whole"]
    assert len(errors) == 1


def test_gold_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "talks.gold.json").write_bytes(b'{"positions": "\xff"}')
    with pytest.raises(GoldError, match="UTF-8"):
        read_gold(tmp_path)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \*\.gold\.json"):
        read_gold(tmp_path)
    with pytest.raises(GoldError, match="no such folder"):
        read_gold(tmp_path / "absent")
