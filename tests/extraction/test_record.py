"""The public record of a case: a ground for doubt, never for belief."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from stancegraph.articles import read_articles
from stancegraph.case import Case, ontology_file
from stancegraph.extraction import Extractor
from stancegraph.extraction.judging import confidence, load_weights
from stancegraph.model import Article
from tests.rules import rules_case

ARTICLES = ontology_file("core.ttl").parents[1] / "data" / "articles"


@pytest.fixture(scope="module", params=["ukraine", "iran-nuclear"])
def bundled(request: pytest.FixtureRequest) -> Case:
    return rules_case(request.param)


def _features(case: Case, text: str, day: date) -> Iterator[dict[str, float]]:
    article = Article(id="note", text=text, date=day)
    [(_, candidates)] = Extractor(case).candidates([article])
    return (dict(candidate.features) for candidate in candidates)


def test_both_features_speak_against_a_reading() -> None:
    weights = load_weights()
    assert weights["off_record"] < 0
    assert weights["against_record"] < weights["off_record"]


def test_no_reading_is_believed_more_for_the_record() -> None:
    case, weights = rules_case(), load_weights()
    articles = list(read_articles([ARTICLES]))
    with_record = Extractor(case).candidates(articles)
    without = Extractor(replace(case, records={})).candidates(articles)
    lowered = 0
    for (_, doubted), (_, trusted) in zip(with_record, without, strict=True):
        pairs = list(zip(doubted, trusted, strict=True))
        for one, other in pairs:
            assert (one.actor, one.issue, one.stance) == (other.actor, other.issue, other.stance)
            mine, theirs = (confidence(c.features, weights) for c in (one, other))
            assert mine <= theirs
            lowered += mine < theirs
    assert lowered


@pytest.mark.parametrize(
    ("text", "day", "against", "off"),
    [
        ("Ukraine would welcome the easing of sanctions on Russia.", date(2025, 6, 1), 1.0, 0.0),
        ("Ukraine would reject the easing of sanctions on Russia.", date(2025, 6, 1), 0.0, 0.0),
        # on both sides in its time
        ("Ukraine would reject a ceasefire.", date(2023, 6, 1), 0.0, 0.0),
        ("Ukraine would reject a ceasefire.", date(2025, 6, 1), 1.0, 0.0),
        # a member's own record, and the bloc's
        ("Hungary would welcome the easing of sanctions on Russia.", date(2025, 6, 1), 0.0, 0.0),
        ("Finland would welcome the easing of sanctions on Russia.", date(2025, 6, 1), 1.0, 0.0),
        ("Russia would support the reconstruction of Ukraine.", date(2025, 6, 1), 0.0, 1.0),
        # a third party without a record
        ("China would welcome the easing of sanctions on Russia.", date(2025, 6, 1), 0.0, 0.0),
    ],
)
def test_a_reading_against_or_off_the_record(
    text: str, day: date, against: float, off: float
) -> None:
    found = list(_features(rules_case(), text, day))
    assert found
    for features in found:
        assert features.get("against_record", 0.0) == against
        assert features.get("off_record", 0.0) == off


@pytest.mark.parametrize(
    "text",
    [
        "Moscow has agreed to the deployment of European peacekeepers in Ukraine.",
        "Zelensky rejected an immediate ceasefire on Monday.",
        "European leaders ruled out new sanctions on Russia.",
        "The Kremlin said that it supports Ukraine's membership of NATO.",
    ],
)
def test_news_that_is_plainly_told_is_not_doubted(text: str) -> None:
    [features] = _features(rules_case(), text, date(2025, 6, 1))
    assert not features["against_record"]
    [(_, positions)] = Extractor(rules_case()).extract([Article(id="note", text=text)])
    assert positions


def test_what_the_record_alone_holds_back_can_be_had() -> None:
    text = "Russia would accept the troops of European states in Ukraine."
    note = Article(id="note", text=text, date=date(2025, 6, 1))
    extractor = Extractor(rules_case())
    [(_, positions)] = extractor.extract([note])
    [(_, doubted)] = extractor.doubted([note])
    blind = Extractor(replace(rules_case(), records={}))
    [(_, without)] = blind.extract([note])
    assert not positions
    assert [(p.actor, p.stance, p.issue) for p in doubted] == [
        ("russia", "support", "foreign-troops")
    ]
    assert [(p.actor, p.stance, p.issue) for p in without] == [
        ("russia", "support", "foreign-troops")
    ]


def test_a_plain_sentence_stands_against_the_record() -> None:
    text = (
        "Vladimir Putin said on Monday that Russia accepts the membership of Ukraine in NATO."
        " Russia, he said, supports Ukraine's accession to NATO."
    )
    [(_, positions)] = Extractor(rules_case()).extract([Article(id="note", text=text)])
    assert {(p.actor, p.stance, p.issue) for p in positions} == {
        ("russia", "support", "nato-membership")
    }


def test_a_case_without_a_record_has_neither_feature() -> None:
    case = replace(rules_case(), records={})
    for features in _features(case, "Russia supports the accession of Ukraine to NATO.", date.max):
        assert not features.keys() & {"against_record", "off_record"}


def test_every_compared_actor_has_a_record(bundled: Case) -> None:
    assert set(bundled.compared) <= set(bundled.records)
