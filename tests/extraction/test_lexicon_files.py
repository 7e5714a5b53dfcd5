"""The lexicon's files, as people edit them."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import load_lexicon

# Lists with entries that no dictionary form is equal to: they are compared with the forms of the
# text (`lower_`, or a pattern over plain text). What every other list holds is a dictionary form.
_FORMS = """
    former idle_conditions condition_marks proviso_marks hypothetical_marks precedence_marks
    past_marks questioner_labels masculine_pronouns plural_pronouns honorifics
    adjunct_prepositions opinion_nouns conditional_answers condition_openings ranking_words
    leading_participles temporal_prepositions never_nouns mutual_marks public_modifiers
    heading_words shut_words early_adverbs opposing_adjectives wavering_adjectives
    bare_auxiliaries preferring_adverbs speaking_manners anyone locating_prepositions
    marvelling_words forecasting_adjectives parting_words statement_nouns presenting_words
    paper_nouns addresses people_nouns over_words verdict_prepositions second_words
    somebody_words inverted_auxiliaries topic_refusals topic_consents reply_conditions
    question_words denying_words reply_limits reply_marks timing_nouns
    benefiting_words qualifying_adjectives present_openings long_ago_words restricting_adverbs
"""
FORMS = set(_FORMS.split())
# Compared with both the form and the lemma.
EITHER = {"proposition_nouns", "warning_words"}


def test_no_list_of_words_is_there_twice(root: Path) -> None:
    # YAML would keep the last one without a word.
    text = (root / "ontology" / "lexicon" / "en" / "words.yaml").read_text(encoding="utf-8")
    names = Counter(re.findall(r"^(\w+):", text, re.MULTILINE))
    assert names
    assert [name for name, count in names.items() if count > 1] == []


def test_no_word_is_there_twice_in_a_list(root: Path) -> None:
    text = (root / "ontology" / "lexicon" / "en" / "words.yaml").read_text(encoding="utf-8")
    lists = {name: Counter(str(words).split()) for name, words in yaml.safe_load(text).items()}
    twice = {name: [w for w, n in words.items() if n > 1] for name, words in lists.items()}
    assert {name: words for name, words in twice.items() if words} == {}


@pytest.mark.parametrize("name", sorted(set(load_lexicon().words) - FORMS - EITHER))
def test_an_entry_is_found_where_the_text_has_the_word(name: str) -> None:
    # "warning" is the dictionary form of no word of a text: the dictionary makes it "warn".
    words = load_lexicon().words[name]
    unheard = [w for w in words if " " not in w and lemma(w) not in words]
    if name.endswith("_verbs"):  # "found" is the past of "find", but also the lemma of "founded"
        unheard = [w for w in unheard if lemma(f"{w}ed") != w]
    assert sorted(unheard) == []


def test_lists_of_forms_are_lists() -> None:
    assert set(load_lexicon().words) >= FORMS | EITHER


def test_a_trailing_joint_stays() -> None:
    # The relation "to" of a noun is told from that of a verb by it.
    assert "to_" in load_lexicon().words["preferring_prepositions"]
