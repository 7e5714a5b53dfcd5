"""Lists that name a topic, an actor or both, and answer in a word or two."""

from collections.abc import Callable
from typing import Any

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article
from tests.rules import rules_case

INTRODUCTION = "GENEVA. Who is asking for what, as far as it is known.\n\n"

OWNERS = [
    ("Washington", "united-states"),
    ("The Russian column", "russia"),
    ("What Kyiv can live with", "ukraine"),
    ("The view from Kyiv", "ukraine"),
    ("As Washington sees it", "united-states"),
    ("2. Moscow", "russia"),
    ("IV. The European counter-draft", "europe"),
    ("Russia's shopping list", "russia"),
]


@pytest.mark.parametrize(("heading", "actor"), OWNERS)
def test_a_heading_says_whose_list_it_is(
    heading: str, actor: str, reads: Callable[[str, str], None]
) -> None:
    text = f"{INTRODUCTION}**{heading}**\n\n- A summit of the two presidents in the spring.\n"
    reads(text, f"{actor} support leaders-summit")


NO_OWNERS = [
    "Kyiv under fire",
    "Trouble for Moscow's bankers",
    "Can Washington deliver?",
    "What Kyiv will not give",
    "What Moscow cannot live with",
]


@pytest.mark.parametrize("heading", NO_OWNERS)
def test_a_heading_that_says_more_heads_nobody_s_list(
    heading: str, reads: Callable[[str, str], None]
) -> None:
    text = f"{INTRODUCTION}**{heading}**\n\n- A summit of the two presidents in the spring.\n"
    reads(text, "")


ITEMS = [
    # a no, a yes, and what they depend on
    ("- *Foreign troops.* None, under any flag.", "russia oppose foreign-troops"),
    ("- *Foreign troops:* out of the question.", "russia oppose foreign-troops"),
    ("- Ceasefire: no.", "russia oppose immediate-ceasefire"),
    ("- Ceasefire: only at the very end.", "russia conditional immediate-ceasefire"),
    ("- *Ceasefire.* Not before a settlement.", "russia conditional immediate-ceasefire"),
    ("- *Direct talks.* As soon as possible.", "russia support direct-talks"),
    ("- *Direct talks.* Yes, once Kyiv has a parliament.", "russia conditional direct-talks"),
    ("- *NATO.* Never.", "russia oppose nato-membership"),
    ("- *Elections.* Within a hundred days.", "russia support elections-in-ukraine"),
    ("- New sanctions: against.", "russia oppose new-sanctions"),
    # the topic alone is no wish, whatever else is said of it
    ("- *Sanctions.* All of them lifted.", ""),
    ("- *Sanctions.* Gone by spring.", ""),
    ("- *Sanctions:* off.", ""),
    ("- *Foreign troops.* None of this has been discussed.", ""),
    ("- *Foreign troops.* No decision has been taken.", ""),
    ("- *Foreign troops.* Not discussed.", ""),
    ("- *Elections.* Nothing new.", ""),
    # a no stays a no, whatever is said beside it
    ("- *NATO.* Never, once and for all.", "russia oppose nato-membership"),
    ("- *Foreign troops.* No, not even if Kyiv gives up NATO.", "russia oppose foreign-troops"),
    ("- *Foreign troops.* No, the envoy said after the meeting.", "russia oppose foreign-troops"),
    (
        "- *Ceasefire.* No, unless the arms deliveries end.",
        "russia conditional immediate-ceasefire",
    ),
    ("- *NATO.* Not under any circumstances.", "russia oppose nato-membership"),
    ("- *Foreign troops.* Not yet.", ""),
    ("- *Foreign troops.* Not now.", ""),
    # what only begins like a condition
    ("- *Foreign troops.* Not after Bucha.", ""),
    ("- *Foreign troops.* Not only unacceptable but dangerous.", ""),
    ("- *NATO.* Only a trap.", ""),
    ("- *Elections.* Within Ukraine nobody wants them.", ""),
    # "none" of these is no wish for fewer
    ("- *Prisoners.* None.", ""),
    ("- *Children.* None.", ""),
    # more than a topic is a term
    ("- *No foreign troops.* On this there is no give.", "russia oppose foreign-troops"),
]


@pytest.mark.parametrize(("item", "expected"), ITEMS)
def test_what_is_said_to_an_item_s_topic_decides(
    item: str, expected: str, reads: Callable[[str, str], None]
) -> None:
    reads(f"{INTRODUCTION}**Moscow**\n\n{item}\n", expected)


PARTIES = [
    ("Ceasefire", "- Ukraine: at once, without conditions.", "ukraine support immediate-ceasefire"),
    ("Ceasefire", "- *Russia:* not even then.", "russia oppose immediate-ceasefire"),
    ("Ceasefire", "- United States: nothing decided.", ""),
    ("Foreign troops", "- **Italy.** No.", "europe oppose foreign-troops"),
    (
        "3. Foreign troops",
        "- Germany: not without an American backstop.",
        "europe conditional foreign-troops; europe support security-guarantees (maybe)",
    ),
    ("NATO", "- Slovakia would block it.", "europe oppose nato-membership"),
    ("NATO", "- Poland is in favour.", "europe support nato-membership"),
    ("NATO", "- Russia: never.", "russia oppose nato-membership"),
    ("NATO", "- *Russia:* never.", "russia oppose nato-membership"),
    ("The leaders' meeting", "- Ukraine: at once.", "ukraine support leaders-summit"),
    ("Elections", "- The Kremlin insists on them.", "russia support elections-in-ukraine"),
    # who is no party, and what is no topic
    ("Foreign troops", "- Analysts: no.", ""),
    ("What next", "- Russia: no.", ""),
    ("Foreign troops and sanctions", "- Russia: no.", ""),
]


@pytest.mark.parametrize(("heading", "item", "expected"), PARTIES)
def test_parties_answer_to_a_heading(
    heading: str, item: str, expected: str, reads: Callable[[str, str], None]
) -> None:
    reads(f"{INTRODUCTION}**{heading}**\n\n{item}\n", expected)


QUESTIONS = [
    ("Would Russia accept foreign troops?", "No.", "russia oppose foreign-troops"),
    (
        "Would Russia accept foreign troops?",
        "Only if China sent them.",
        "russia conditional foreign-troops",
    ),
    (
        "Do the Europeans back direct talks?",
        "Yes, provided Kyiv does.",
        "europe conditional direct-talks",
    ),
    (
        "Does Ukraine want a ceasefire now?",
        "Yes, without delay.",
        "ukraine support immediate-ceasefire",
    ),
    ("Would Europe benefit from a ceasefire?", "Yes. Trade would pick up.", ""),
    ("Does Ukraine want a ceasefire now?", "It depends.", ""),
    ("Does Ukraine want a ceasefire now?", "Nobody knows.", ""),
]


ABOUT = [
    (
        "And Ukraine?",
        "It rejects any withdrawal from Donetsk.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Where does Europe stand?", "It wants new sanctions.", "europe support new-sanctions"),
    (
        "What about Washington?",
        "It has ruled out American troops in Ukraine.",
        "united-states oppose foreign-troops",
    ),
]


@pytest.mark.parametrize(("question", "answer", "expected"), ABOUT)
def test_a_question_may_say_who_comes_next(
    question: str, answer: str, expected: str, reads: Callable[[str, str], None]
) -> None:
    before = "**What does Russia want?**\n\nPutin has asked for an end to sanctions.\n\n"
    reads(
        f"{INTRODUCTION}{before}**{question}**\n\n{answer}\n",
        f"russia support sanctions-relief; {expected}",
    )


@pytest.mark.parametrize(("question", "answer", "expected"), QUESTIONS)
def test_who_a_heading_asks_about_is_answered_for(
    question: str, answer: str, expected: str, reads: Callable[[str, str], None]
) -> None:
    reads(f"{INTRODUCTION}**{question}**\n\n{answer}\n", expected)


def test_the_words_shown_have_the_topic() -> None:
    text = f"{INTRODUCTION}**Moscow**\n\n- *Foreign troops.* None.\n"
    [(_, [position])] = Extractor(rules_case()).extract([Article(id="list", text=text)])
    assert position.quote == "*Foreign troops.* None."
    assert text[position.start : position.end] == position.quote


ANSWERS = [
    ("And European troops in Ukraine?", "Unacceptable.", "russia oppose foreign-troops"),
    (
        "Would you accept Ukraine in NATO?",
        "Under no circumstances.",
        "russia oppose nato-membership",
    ),
    ("Elections in Ukraine?", "The sooner the better.", "russia support elections-in-ukraine"),
    (
        "Are you ready for a full ceasefire?",
        "Only if the arms deliveries end.",
        "russia conditional immediate-ceasefire; russia oppose military-aid (maybe)",
    ),
    ("Are you ready for a full ceasefire?", "None of that has been discussed.", ""),
    ("Who would pay for European troops?", "Nobody.", ""),
    ("And European troops in Ukraine?", "Ask the Europeans.", ""),
]


@pytest.mark.parametrize(("question", "answer", "expected"), ANSWERS)
def test_who_is_asked_answers_in_a_word(
    question: str, answer: str, expected: str, reader: Any
) -> None:
    text = f"**Question:** {question}\n\n**Sergei Lavrov:** {answer}\n"
    assert reader.complaints(text, expected, speaker="Sergei Lavrov") == []
