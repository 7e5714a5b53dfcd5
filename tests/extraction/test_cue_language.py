"""The cue language: what a pattern matches, what it passes over, and what it refuses."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.case import Cue
from stancegraph.exceptions import CaseError
from stancegraph.extraction import Extractor
from stancegraph.extraction.cues import compile_cue, compile_pattern, encode_words, lemma
from stancegraph.model import Article
from tests.rules import rules_case

WORDS = ["herring", "quota", "ferry", "harbour", "pier", "winter", "bridge", "lighthouse"]
LISTS = {"fish": ("herring", "cod", "blue whiting"), "boat": ("ferry", "fishing boat")}
word = st.sampled_from(WORDS)


def matches(pattern: str, text: str) -> bool:
    return bool(compile_pattern(pattern, LISTS).regex.search(encode_words(text.split())))


MATCHING = [
    ("quota", "the quota stands"),
    ("quota", "QUOTAS stand"),
    ("withdraw", "they withdrew"),
    ("withdraw", "withdrawing slowly"),
    ("=talks", "the talks"),
    ("lift|ease quota", "eased quotas"),
    ("pull_out|leave harbour", "they pulled out harbour"),
    ("{fish} quota", "a herring quota"),
    ("{fish} quota", "blue whiting quotas"),
    ("{fish}|mussel quota", "mussel quota"),
    ("[winter] ferry", "the ferry"),
    ("[winter] ferry pier", "the winter ferry pier"),
    ("lift ... quota", "lift quota"),
    ("lift ... quota", "lift all of those very old quotas"),
    ("quota -on", "quota for herring"),
    ("quota -on", "the quota"),
    ("-no quota", "a quota"),
    ("-no quota", "quota"),
    ("port's quota", "the port 's quota"),
    ("lift <> quota", "lift the quota"),
    ("lift <> quota", "quotas that the old port would rather see lifted"),
    ("lift|{fish} <> quota pier", "quota for herring pier"),
    ("lift <> quota <> herring", "the herring whose quota they lift"),
]
PASSING = [
    ("quota", "the ferry"),
    ("=talks", "we talk"),
    ("=talk", "the talks"),
    ("lift|ease quota", "raise quota"),
    ("pull_out|leave harbour", "they pulled harbour"),
    ("{fish} quota", "a mussel quota"),
    ("{fish} quota", "whiting quota"),
    ("winter ferry", "the ferry"),
    ("lift ... quota", "quota lift"),
    ("lift ... quota", "lift all of those very old herring quotas"),
    ("lift ... quota", "lift it . The quota"),
    ("lift ... quota", "lift it ; quota"),
    ("quota -on", "quota on herring"),
    ("-no quota", "no quota"),
    ("lift <> quota", "they lift the ferry"),
    ("lift <> quota", "quota ; they lift"),
    ("lift <> quota pier", "the pier quota lifted"),
]


@pytest.mark.parametrize(("pattern", "text"), MATCHING)
def test_match(pattern: str, text: str) -> None:
    assert matches(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), PASSING)
def test_no_match(pattern: str, text: str) -> None:
    assert not matches(pattern, text)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        " ",
        "...",
        "a || b",
        "|",
        "{nothing}",
        "ferry / agent",
        "ferry / agent=",
        "ferry / colour=blue",
        "[ferry]",
        "ferry|[boat] toll",
        "<> ferry",
        "ferry <>",
        "ferry <> <> toll",
        "ferry <> [toll] boat",
        "ferry ... <> toll",
    ],
)
def test_what_is_no_pattern(pattern: str) -> None:
    with pytest.raises(CaseError, match="cue"):
        compile_pattern(pattern, LISTS)


def test_error_names_the_cue_and_the_remedy() -> None:
    with pytest.raises(CaseError, match=r"'ferry \{gone\}'.*'gone'.*declare"):
        compile_pattern("ferry {gone}", {})


def test_constraints_are_kept_apart_from_the_words() -> None:
    pattern = compile_pattern("ferry / agent=a,b near=c far=d far=e", {})
    assert (pattern.agents, pattern.near, pattern.far) == (("a", "b"), ("c",), ("d", "e"))
    assert pattern.source == "ferry / agent=a,b near=c far=d far=e"


@given(words=st.lists(word, min_size=1, max_size=6))
def test_words_match_themselves(words: list[str]) -> None:
    assert matches(" ".join(words), " ".join(words))
    assert matches(" ".join(words), " ".join(words).upper())


@given(
    before=st.lists(word, max_size=5),
    words=st.lists(word, min_size=1, max_size=4),
    after=st.lists(word, max_size=5),
)
def test_words_match_wherever_they_stand(
    before: list[str], words: list[str], after: list[str]
) -> None:
    assert matches(" ".join(words), " ".join([*before, *words, *after]))


@given(gap=st.integers(min_value=0, max_value=12))
def test_gap_reaches_five_words(gap: int) -> None:
    text = " ".join(["lift", *["very"] * gap, "quota"])
    assert matches("lift ... quota", text) == (gap <= 5)


@given(mark=st.sampled_from(".;:?!"), place=st.integers(min_value=0, max_value=4))
def test_gap_stops_at_the_end_of_a_sentence(mark: str, place: int) -> None:
    between = ["very"] * 4
    between.insert(place, mark)
    assert not matches("lift ... quota", " ".join(["lift", *between, "quota"]))


@given(options=st.lists(word, min_size=1, max_size=5), text=word)
def test_alternatives(options: list[str], text: str) -> None:
    assert matches("|".join(options), text) == (text in options)


@given(words=st.lists(st.text(min_size=1, max_size=12), max_size=20))
def test_any_words_can_be_encoded(words: list[str]) -> None:
    encoded = encode_words(words)
    units = encoded.split(" ")[:-1]
    assert len(units) == len(words)
    # form and lemma and no tag: hostile words cannot forge an actor's mention
    assert all(unit.count("/") == 2 and unit.endswith("/") for unit in units)


@given(words=st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_text_forges_no_actor(words: list[str]) -> None:
    pattern = compile_pattern("@any", {})
    assert not pattern.regex.search(encode_words([*words, "@any", "x/y/@any"]))


@given(source=st.text(alphabet=st.sampled_from("ab {}[]|.-=@/_…*+?()\\^$"), max_size=25))
def test_any_pattern_compiles_or_says_why(source: str) -> None:
    try:
        pattern = compile_pattern(source, LISTS)
    except CaseError:
        return
    assert all(pattern.required)
    pattern.regex.search(encode_words(["a", "b", "herring"]))


@given(source=st.text(min_size=1, max_size=12))
def test_a_word_is_taken_literally(source: str) -> None:
    """No character of a word acts as a regular expression."""
    try:
        pattern = compile_pattern(source, {})
    except CaseError:
        return
    assert not pattern.regex.search(encode_words(["zzyzx", "qqfoo"]))


@given(text=st.text(max_size=20))
def test_lemma_of_any_text(text: str) -> None:
    once = lemma(text)
    assert once == once.lower()
    assert lemma(text.upper()) == lemma(text.upper().lower())


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("Talks", "talk"),
        ("ceding", "cede"),
        ("withdrawn", "withdraw"),
        ("guarantees", "guarantee"),
        ("is", "be"),
        ("troops", "troop"),
        ("quota", "quota"),
        ("", ""),
        ("2025", "2025"),
        ("é", "é"),
    ],
)
def test_lemma(form: str, base: str) -> None:
    assert lemma(form) == base


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Avalon opposes the bridge of Brigadoon.", False),
        ("Avalon opposes the bridge, and so does the chief of Brigadoon.", True),
    ],
)
def test_a_list_lends_context_by_the_words_that_tell(toy: Path, text: str, found: bool) -> None:
    case = rules_case(toy)
    name, issue = next(iter(case.issues.items()))
    case = replace(
        case,
        issues={name: replace(issue, cues=(Cue("bridge / near={chiefs}", 1),))},
        word_lists={**case.word_lists, "chiefs": ("chief of Ev",)},
    )
    [(_, candidates)] = Extractor(case).candidates([Article("note", text)])
    assert bool(candidates) is found


@pytest.mark.parametrize("name", ["ukraine", "iran-nuclear"])
def test_what_must_be_near_or_far_is_one_word(name: str) -> None:
    # Texts are compared with it word by word: "post_war" would be found in none.
    case = rules_case(name)
    found = []
    for issue in case.issues.values():
        for cue in issue.cues:
            pattern = compile_cue(cue, case.word_lists)
            for value in (*pattern.near, *pattern.far):
                if value.startswith("{"):
                    known = value.strip("{}") in case.word_lists
                elif value.lstrip("@") in case.actors:
                    known = True
                else:
                    known = re.fullmatch(r"=?[\w.]+", value) is not None and "_" not in value
                if not known:
                    found.append((value, cue.pattern))
    assert found == []
