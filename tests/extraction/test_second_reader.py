"""The second reader: what it takes in, what it adds to the rules, and when it keeps still."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from stancegraph.case import load_case
from stancegraph.exceptions import CaseError
from stancegraph.extraction import Extractor
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.judging import load_weights, select
from stancegraph.extraction.lexicon import load_lexicon
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.second_reader import Impression, SecondReader
from stancegraph.extraction.seconding import seconded
from stancegraph.extraction.windows import GAP, Windows, WordPieces, windows
from stancegraph.layout import masked
from stancegraph.model import Article
from stancegraph.sentences import sentences
from tests.rules import rules_case

CASE = load_case()
LEXICON = load_lexicon(CASE.language)
REGISTRY = Registry(CASE, LEXICON)
assert CASE.second_reader is not None
FOLDER = CASE.second_reader
CUT = WordPieces(FOLDER / "tokenizer.json")
READER = SecondReader(FOLDER, REGISTRY)
ARTICLE = Article(
    id="note",
    text="Poland waited. Moscow was told of the plan on Friday.\n\nIt said no, as Lavrov had.",
    title="A plan",
    date=date(2025, 9, 5),
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(CASE)


def cut(article: Article) -> Windows:
    text = masked(article.text)
    return windows(article, text, REGISTRY.find(text), REGISTRY, CUT, CASE.compared)


def test_a_window_has_the_sentence_what_leads_to_it_and_the_blocs() -> None:
    seen = cut(ARTICLE)
    assert seen.spans == sentences(ARTICLE.text)
    words = [[CUT.word(p) for p in seen.pieces[first:last]] for first, last in seen.own]
    assert words[1][:4] == ["moscow", "[unused0]", "was", "told"]
    title = [CUT.word(p) for p in seen.pieces[slice(*seen.head)] if p != GAP]
    assert title == ["a", "plan"]
    markers = [[p for p in seen.pieces[first:last] if p <= 5] for first, last in seen.own]
    russia, europe = CASE.compared.index("russia") + 1, CASE.compared.index("europe") + 1
    assert markers == [[europe], [russia], [russia]]
    before = [p for p in seen.pieces[slice(*seen.before[2])] if GAP < p <= 5]
    assert before == [europe, russia]
    assert list(seen.pieces[slice(*seen.before[0])]) == []


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400), st.text(max_size=300))
@example("One [SEP] two [CLS].", "[MASK]")
@example("\x85", "\x1c")
def test_every_sentence_has_one_window_of_bounded_length(text: str, title: str) -> None:
    seen = cut(Article("note", text, title))
    assert seen.spans == sentences(text)
    assert len(seen.own) == len(seen.before) == len(seen.spans)
    assert seen.pieces[0] == seen.pieces[-1] == GAP
    assert seen.head[1] <= 18
    for (first, last), (start, end) in zip(seen.own, seen.before, strict=True):
        assert last - first <= 72 and end - start <= 44
        assert seen.head[1] <= start <= end <= first <= last < seen.pieces.size
        assert GAP not in seen.pieces[first:last]
        assert seen.pieces[first - 1] == GAP


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
@example("Don't stop-gap 3.5 \u20ac ([SEP]) na\u00efve")
def test_a_text_is_cut_as_its_words_are(text: str) -> None:
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    encoded = tokenizer.encode(text, add_special_tokens=False)
    assert CUT(text) == (encoded.ids, [start for start, _ in encoded.offsets])


@given(st.lists(st.sampled_from(["Kyiv waits.", "Moscow says no.", "It rained."]), min_size=1))
@example(["It rained."])
def test_what_is_said_later_changes_nothing(told: list[str]) -> None:
    def read_in(text: str) -> list[list[float]]:
        seen = READER.read(Article(id="note", text=text), text, REGISTRY.find(text))
        return [impression.odds.ravel().tolist() for impression in seen]

    text = " ".join(told)
    whole = read_in(f"{text} Washington wants a ceasefire.")
    assert len(whole) == len(told) + 1
    for one, other in zip(read_in(text), whole, strict=False):
        assert one == pytest.approx(other, abs=1e-3)


def test_what_is_read_in_an_article_does_not_depend_on_the_others(extractor: Extractor) -> None:
    texts = ["Moscow will hear none of it.", "Kyiv would welcome a truce.", "It rained in Paris."]
    notes = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    together = [positions for _, positions in extractor.extract(notes)]
    alone = [positions for note in notes for _, positions in extractor.extract([note])]
    assert together == alone


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("second-reader.json", None, "cannot be read"),
        ("second-reader.json", "{", "cannot be read"),
        ("second-reader.json", "{}", "cannot be read"),
        ("second-reader.json", '{"actors": [], "issues": [], "weights": []}', "cannot be read"),
        ("model.npz", None, "cannot be loaded"),
        ("model.npz", "nothing", "cannot be loaded"),
        ("tokenizer.json", "{}", "cannot be loaded"),
    ],
)
def test_a_file_that_is_missing_or_broken_is_named(
    file: str, text: str | None, problem: str, tmp_path: Path
) -> None:
    folder = tmp_path / "second-reader"
    shutil.copytree(FOLDER, folder)
    (folder / file).unlink()
    if text is not None:
        (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=f"second-reader.*{problem}.*restore"):
        SecondReader(folder, REGISTRY)


def test_it_must_have_been_taught_the_issues_of_the_case(tmp_path: Path) -> None:
    folder = tmp_path / "second-reader"
    shutil.copytree(FOLDER, folder)
    told = json.loads((folder / "second-reader.json").read_text(encoding="utf-8"))
    told["issues"][0] = "fishing-limit"
    (folder / "second-reader.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(CaseError, match="was taught fishing-limit, which the case 'ukraine'"):
        SecondReader(folder, REGISTRY)


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        ({"heed": np.zeros((3, 3), np.float16)}, "heed has the shape"),
        ({"words": np.zeros((30522, 96), np.float32)}, "words must be 96 whole numbers"),
        ({"words": np.zeros((30522, 95), np.int8)}, "words must be 96 whole numbers"),
        (
            {"words": np.zeros((300, 96), np.int8), "scale": np.ones((300, 1), np.float32)},
            "more word pieces",
        ),
    ],
)
def test_a_model_of_another_shape_is_not_taken(
    other: dict[str, Any], problem: str, tmp_path: Path
) -> None:
    folder = tmp_path / "second-reader"
    shutil.copytree(FOLDER, folder)
    with np.load(FOLDER / "model.npz") as model:
        arrays: dict[str, Any] = {**model, **other}
    np.savez(folder / "model.npz", **arrays)
    with pytest.raises(CaseError, match=rf"cannot be loaded \(.*{problem}"):
        SecondReader(folder, REGISTRY)


def test_a_model_without_one_of_its_arrays_is_not_taken(tmp_path: Path) -> None:
    folder = tmp_path / "second-reader"
    shutil.copytree(FOLDER, folder)
    with np.load(FOLDER / "model.npz") as model:
        arrays: dict[str, Any] = dict(model)
    del arrays["issues"]
    np.savez(folder / "model.npz", **arrays)
    with pytest.raises(CaseError, match=r"cannot be loaded \(.*issues"):
        SecondReader(folder, REGISTRY)


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    fresh = SecondReader(FOLDER, REGISTRY)
    for word in ARTICLE.text.split():
        fresh.read(Article(id="word", text=word), word, [])
    text = ARTICLE.text
    once, again = (r.read(ARTICLE, text, REGISTRY.find(text)) for r in (READER, fresh))
    assert [i.odds.tolist() for i in once] == [i.odds.tolist() for i in again]


def test_its_description_must_be_of_the_model(tmp_path: Path) -> None:
    folder = tmp_path / "second-reader"
    shutil.copytree(FOLDER, folder)
    told = json.loads((folder / "second-reader.json").read_text(encoding="utf-8"))
    del told["issues"][-1]
    (folder / "second-reader.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(
        CaseError, match="other actors or issues than the model, which has 4 and 42"
    ):
        SecondReader(folder, REGISTRY)


def test_what_it_was_not_taught_is_judged_by_the_rules(extractor: Extractor) -> None:
    note = Article(
        id="note", text="Japan and Turkey want a ceasefire. Russia rejects new sanctions."
    )
    [(_, both)] = extractor.extract([note])
    [(_, alone)] = Extractor(rules_case()).extract([note])
    assert {p.actor for p in both} >= {"turkey", "russia"}
    confidences = {p.actor: p.confidence for p in alone}
    for position in both:
        taught = position.actor in CASE.compared
        assert (position.confidence != confidences[position.actor]) == taught
        assert ("second" in position.trace) == taught


def test_without_it_the_rules_read_alone(extractor: Extractor) -> None:
    alone = Extractor(rules_case())
    [(_, [position])] = alone.extract([Article(id="note", text="Kyiv rejects any truce.")])
    assert alone.weights_of(position) == load_weights()
    assert "second-reader/" in extractor.name and "second-reader" not in alone.name
    [(_, found)] = alone.candidates([ARTICLE])
    assert not any("second" in name for c in found for name in c.features)


def test_cases_that_have_none_are_read_by_rules() -> None:
    assert load_case("iran-nuclear").second_reader is None


# --- what it adds --------------------------------------------------------------------------

PAIRS = (("europe", "foreign-troops"), ("russia", "foreign-troops"))


def read(text: str, told: dict[int, tuple[int, int, float]], *known: Candidate) -> list[Candidate]:
    """Join impressions, of each sentence (bloc, stance, log-odds), to known candidates."""
    article = Article(id="note", text=text, date=date(2025, 9, 5))
    impressions = []
    for number, (start, end) in enumerate(sentences(text)):
        odds = np.full((2, 1, 3), -9.0, np.float32)
        if number in told:
            bloc, stance, value = told[number]
            odds[bloc, 0, stance] = value
        impressions.append(Impression(start, end, odds))
    return seconded(
        article,
        masked(text),
        known,
        impressions,
        ["europe", "russia"],
        ["foreign-troops"],
        REGISTRY,
        LEXICON,
        REGISTRY.find(text),
        [],
    )


def found_by_rules(text: str) -> list[Candidate]:
    [(_, found)] = Extractor(rules_case()).candidates([Article(id="note", text=text)])
    return [c for c in found if (c.actor, c.issue) in PAIRS]


@pytest.mark.parametrize(
    ("text", "bloc", "holder", "via"),
    [
        ("The Kremlin heard it. To Paris that is music.", 0, "Paris", "named"),
        ("The French heard it. That was music to them.", 0, "French", "before"),
        ("Macron spoke. The French plan suits Berlin.", 0, "Berlin", "named"),
        ("It rained. That will not do.", 1, "Russia", "label"),
    ],
)
def test_a_proposal_is_held_by_whom_the_text_names(
    text: str, bloc: int, holder: str, via: str
) -> None:
    [found] = read(text, {1: (bloc, 0, 1.0)})
    assert (found.holder, found.stance) == (holder, "support")
    assert any(step.startswith(f"holder:{via}:") for step in found.steps)
    assert text[found.start : found.end] == text.partition(". ")[2]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Paris might come if Washington did, it said.", "Washington did"),
        ("Paris might come, provided that the guns fall silent.", "the guns fall silent"),
        (
            "Paris might come if the U.S. did so and 3.5 billion came.",
            "the U.S. did so and 3.5 billion came",
        ),
        ("Paris might come **if** Berlin did.", "Berlin did"),
        ("Paris talks as if it had won.", None),
        ("Paris might well come.", None),
    ],
)
def test_a_condition_is_what_stands_behind_its_mark(text: str, condition: str | None) -> None:
    [found] = read(text, {0: (0, 2, 1.0)})
    assert (found.stance, found.condition) == ("conditional", condition)


def test_what_the_rules_have_found_is_not_proposed_again() -> None:
    text = "Paris wants to send troops to Ukraine."
    known = found_by_rules(text)
    assert [(c.actor, c.stance) for c in known] == [("europe", "support")]
    [found] = read(text, {0: (0, 0, 1.5)}, *known)
    assert found.features["second"] == 1.5 and "proposed" not in found.features
    [one, other] = read(text, {0: (0, 1, 1.5)}, *known)
    assert {one.stance, other.stance} == {"support", "oppose"}
    # of one sentence both are never shown
    weights = {"bias": 3.0, "proposed_second": 0.1}
    assert [c.stance for c, _ in select([one, other], weights, 0.5)] == ["oppose"]


@pytest.mark.parametrize("record", [True, False])
def test_the_contrary_of_news_is_not_proposed(record: bool) -> None:
    text = "Russia would accept the troops of European states in Ukraine."
    [rule] = [c for c in found_by_rules(text) if c.actor == "russia"]
    assert rule.stance == "support"
    registry = REGISTRY if record else Registry(replace(CASE, records={}), LEXICON)
    odds = np.array([[[-9.0, 3.0, -9.0]]], np.float32)
    article = Article(id="note", text=text)
    found = seconded(
        article, text, [rule], [Impression(0, len(text), odds)], ["russia"], ["foreign-troops"],
        registry, LEXICON, registry.find(text), [],
    )  # fmt: skip
    assert ["proposed" in c.features for c in found] == ([False] if record else [False, True])


def test_a_speaker_holds_what_names_nobody_else() -> None:
    text = "Macron was here. We shall send them."
    article = Article(id="note", text=text, speaker="Friedrich Merz", date=date(2025, 9, 5))
    odds = np.array([[[2.0, -9.0, -9.0]]], np.float32)
    [found] = seconded(
        article, text, [], [Impression(17, len(text), odds)], ["europe"], ["foreign-troops"],
        REGISTRY, LEXICON, REGISTRY.find(text), [],
    )  # fmt: skip
    assert (found.holder, found.holder_id, found.state) == (
        "Friedrich Merz",
        "friedrich-merz",
        "germany",
    )
    assert found.attribution == "self"


@pytest.mark.parametrize("known", [{"time": "past"}, {"attribution": "ascribed"}])
def test_what_is_over_or_ascribed_is_not_proposed(known: dict[str, str]) -> None:
    text = "Paris wants to send troops to Ukraine."
    [rule] = found_by_rules(text)
    [found] = read(text, {0: (0, 1, 3.0)}, replace(rule, **known))  # type: ignore[arg-type] # literals
    assert "proposed" not in found.features


def test_an_unlikely_reading_is_not_proposed() -> None:
    assert read("To Paris that is music.", {0: (0, 0, -3.5)}) == []
