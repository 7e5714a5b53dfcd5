"""Layout: masking keeps every position, and blocks divide a text as its reader would."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.layout import Block, blocks, masked

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.md"))

# Pieces that the rules look for, so that random texts come near to them.
PIECES = st.sampled_from(
    [
        "**", "*", "_", "# ", "> ", "- ", "-   ", "1. ", "\n", "\r\n", "\r", " ", "\u00a0",
        "\u202f",
        "\u00ad", "\u200b", "e\u0301", "\ufeff", "‑", "–", "“", "”", "’", "«", "[a](b)", "![c](d)",
        "<b>", "Q ", "Q: ", "MR. X: ", "Ada Grey: ", "He said: ", "Northland rejects it. ", "Why? ",
        "Subscribe", "(Source: x)", "---", "14:40", "https://example.org/a_b", "क\u093c", "ﬁ", "İ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(TEXTS)
def test_masking_keeps_the_length_and_is_stable(text: str) -> None:
    once = masked(text)
    assert len(once) == len(text)
    assert not set(once) & set("\u00ad\u200b\ufeff\u00a0\u202f“”’«‑\r")


@given(TEXTS)
def test_masking_keeps_letters_in_place_or_blanks_them(text: str) -> None:
    text = re.sub("[^\x00-\x7f]", "", text)
    for was, now in zip(text, masked(text), strict=True):
        assert now in (was, " ", "'", "\n")


PROSE = """
    Northland Southland the its envoy said that would accept refuse a truce after talks on
    Monday share read more source advertisement newsletter subscribe cookies comments
"""
WORDS = st.sampled_from(PROSE.split())


@given(st.lists(WORDS, min_size=4, max_size=20).map(" ".join), st.sampled_from([".", "?", '."']))
def test_masking_leaves_prose_alone(words: str, end: str) -> None:
    sentence = f"It was then, they say, that {words}{end}"
    assert masked(sentence) == sentence
    assert masked(f"One.\n\n{sentence}\nTwo.") == f"One.\n\n{sentence}\nTwo."


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribers to the treaty met on Monday.",
        "Share prices fell after the talks.",
        "Read more closely, the paper says no.",
        "Join the alliance and you will regret it, Southland warned.",
        "The source: a diplomat who asked not to be named.",
        "Copyright was not discussed. Northland rejects the plan.",
        "Sources: Northland rejects the plan.",
        "Related talks collapsed.",
        "Comments by the envoy angered Southland.",
        "3 * 4 and snake_case stay.",
        "war […] will end",
        "By using force, Southland lost its friends.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(sentence: str) -> None:
    assert masked(sentence) == sentence


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe",
        "**Subscribe now!**",
        "Join the discussion",
        "Join like minded readers that support our journalism by becoming a paid subscriber",
        "To join the discussion in the comments, become a paid subscriber.",
        "Sign up for our newsletter",
        "Sign up for the daily briefing newsletter, delivered every morning.",
        "Already a subscriber? Log in",
        "[Log in](https://example.org/login)",
        "This website uses cookies to improve your experience.",
        "We use cookies.",
        "Accept all cookies",
        "Advertisement",
        "(Source:www.example.org)",
        "Photo: Example / Agency",
        "Read more: What the mediators want",
        "READ MORE",
        "Share | Tweet | Email",
        "Share on Facebook",
        "Share this article",
        "© 2025 The Example. All rights reserved.",
        "12 comments",
        "You have reached your free article limit.",
    ],
)
def test_furniture_is_blank_and_in_no_block(line: str) -> None:
    assert masked(line).strip() == ""
    text = f"Northland accepts.\n{line}\nSouthland does not."
    assert [text[b.start : b.end] for b in blocks(text)] == [
        "Northland accepts.",
        "Southland does not.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u00a0b\u202fc\u2009d\te", "a b c d e"),
        ("30\u2011day \u2010 – —", "30-day - – —"),
        ("“a” ‘b’ it’s «c» ‹d›", "\"a\" 'b' it's \"c\" 'd'"),
        ("a\r\nb\rc\u2028d", "a \nb\nc\nd"),
        ("cease\u00adfire, now", "ceasefire , now"),
        ("Be\u0301dier said", "Bédier  said"),
        ("\ufeffOne", "One "),
        ("**Land.** No", "  Land.   No"),
        ("## Land", "   Land"),
        ("> said", "  said"),
        ("- one\n* two\n12. three\n• four", "  one\n  two\n    three\n  four"),
        ("see [the text](http://x.org/a_(b)) now", "see  the text                      now"),
        ("![map](x.png) No", "              No"),
        ("no<br>way<!-- x --> [12]", "no    way               "),
        ("_no_ and **no**", " no  and   no  "),
        ("one\n---\ntwo", "one\n   \ntwo"),
    ],
)
def test_masking(text: str, expected: str) -> None:
    assert masked(text) == expected


# --- blocks --------------------------------------------------------------------------------


def outline(text: str) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.label, text[b.label_end : b.end]) for b in blocks(text)]


@given(TEXTS)
def test_blocks_are_trimmed_ordered_spans(text: str) -> None:
    end = 0
    for block in blocks(text):
        assert end <= block.start < block.end <= len(text)
        assert block.start <= block.label_end <= block.end
        assert (block.label_end > block.start) == (block.label is not None)
        assert not text[block.start].isspace() and not text[block.end - 1].isspace()
        end = block.end


@given(TEXTS)
def test_blocks_leave_out_nothing_that_is_prose(text: str) -> None:
    shown: set[int] = set()
    for block in blocks(text):
        shown.update(range(block.start, block.end))
    left_out = [c for i, c in enumerate(masked(text)) if i not in shown and not c.isspace()]
    assert not any(c.isalnum() for c in left_out)


def test_headings() -> None:
    text = (
        "# One #\nText.\n\n**Two, as drafted**\n\n- x\n\n**Will they meet?**\n\nNo.\n\n"
        "Three: an outlook\n\nText goes on.\n\nToo short to be one.\n\n### **Four**\nEnd of it"
    )
    assert [(text[b.start : b.end], b.level) for b in blocks(text) if b.kind == "heading"] == [
        ("One", 1),
        ("Two, as drafted", 6),
        ("Will they meet?", 6),
        ("Three: an outlook", 6),
        ("Four", 3),
    ]


@pytest.mark.parametrize(
    "line",
    ["He agreed;", "and then", "“No deal”", "Following the talks:", "Yes —", "One " * 13],
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    text = f"First.\n\n{line}\n\nLast."
    assert [b.kind for b in blocks(text)] == ["paragraph"] * 3


def test_run_in_labels() -> None:
    text = (
        "- *Land.* It stays.\n  It does.\n  - **Army:** none\n- [On money](http://x.org):"
        " “Yes.”\n\n"
        "**14:40** The demand is out.\n\n"
        "**The pledge.** They agree.\n\n**Never** would they agree."
    )
    assert outline(text) == [
        ("bullet", "Land", "It stays.\n  It does."),
        ("bullet", "Army", "none"),
        ("bullet", "On money", "“Yes.”"),
        ("paragraph", "14:40", "The demand is out."),
        ("paragraph", "The pledge", "They agree."),
        ("paragraph", None, "**Never** would they agree."),
    ]
    assert [b.level for b in blocks(text)] == [1, 2, 1, 0, 0, 0]


def test_items_run_together_on_a_line_are_parted() -> None:
    assert outline("-   They agree on A. -   They agree - in part - on B.") == [
        ("bullet", None, "They agree on A."),
        ("bullet", None, "They agree - in part - on B."),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("MR. WALTZ:  We’re going on.", "MR. WALTZ"),
        ("MS. McENANY:  Thanks.", "MS. McENANY"),
        ("THE PRESIDENT:  No.", "THE PRESIDENT"),
        ("Ada Grey: We accept.", "Ada Grey"),
        ("**Ada Grey:** We accept.", "Ada Grey"),
        ("**Ada Grey**: We accept.", "Ada Grey"),
        ("[Prime Minister Ada Grey](http://x.org/1): “We accept.”", "Prime Minister Ada Grey"),
        ("Secretary of State Ada Grey: We accept.", "Secretary of State Ada Grey"),
        ("Ada Grey (via interpreter): We accept.", "Ada Grey (via interpreter)"),
        ("MODERATOR: Next question.", "MODERATOR"),
        ("Moderator: Next question.", "Moderator"),
        ("Question: Why now?", "Question"),
        ("Q    And then?", "Q"),
        ("Q And then?", "Q"),
        ("Q: And then?", "Q"),
        ("A: Nothing.", "A"),
        ("A Northland envoy said no.", None),
        ("Q&A with the envoy, who said no.", None),
        ("He said: We accept.", None),
        ("Note: We accept.", None),
        ("Editor’s Note: We accept.", None),
        ("Breaking News: They accept.", None),
        ("According to Grey: They accept.", None),
        ("Ada Grey: the envoy who said no.", None),
        ("Ada Grey: No Deal", None),
        ("GENEVA: The talks go on.", None),
        ("GENEVA, May 20: The talks go on.", None),
        ("There was one condition: Southland leaves.", None),
        ("It was 14:40 in Geneva: They accept.", None),
    ],
)
def test_turns(line: str, label: str | None) -> None:
    (turn, last) = blocks(f"{line}\n\nThey went on to say more.")
    assert (turn.kind == "turn", turn.label) == (label is not None, label)
    assert last.kind == "paragraph"


def test_one_word_names_need_company() -> None:
    text = "Grey: We accept.\n\nWhite: We do not.\n\nGrey: Why?"
    assert [b.label for b in blocks(text)] == ["Grey", "White", "Grey"]
    assert [b.kind for b in blocks("Grey: We accept.\n\nWhite: We do not.")] == ["paragraph"] * 2
    assert [b.label for b in blocks("GREY: We accept.\n\nWHITE: We do not.")] == ["GREY", "WHITE"]


def test_turns_within_a_line() -> None:
    text = "What does Southland want? Thank you Ada Grey: We want peace."
    text += " Question: When? Bo White: Now."
    assert outline(text) == [
        ("paragraph", None, "What does Southland want? Thank you"),
        ("turn", "Ada Grey", "We want peace."),
        ("turn", "Question", "When?"),
        ("turn", "Bo White", "Now."),
    ]
    prose = "It was plain. This is what Ada Grey wants: Peace. He met Ada Grey: a friend."
    assert outline(prose) == [("paragraph", None, prose)]


def test_lines_of_the_web_are_paragraphs_and_wrapped_lines_are_not() -> None:
    web = "Northland accepts.\nSouthland does not.\nBattle lines\n" + "Far to the east. " * 10
    assert [b.kind for b in blocks(web)] == ["paragraph", "paragraph", "paragraph", "paragraph"]
    wrapped = "Northland accepts the truce, which Mr.\nGrey had offered in the U.S.\nand elsewhere."
    assert outline(wrapped) == [("paragraph", None, wrapped)]
    assert outline("> They said\n> no.") == [("paragraph", None, "They said\n> no.")]


def test_carriage_returns_end_lines_once() -> None:
    text = "One line\r\ngoes on.\r\n\r\nTwo."
    assert outline(text) == [
        ("paragraph", None, "One line\r\ngoes on."),
        ("paragraph", None, "Two."),
    ]


def test_nothing_gives_no_blocks() -> None:
    assert blocks("") == blocks("\n \n---\n") == []
    assert blocks("No") == [Block(0, 2, "paragraph", None, 0)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_divide_without_loss(path: Path) -> None:
    text = path.read_bytes().decode().split("\n---\n", 1)[1]
    mask = masked(text)
    assert "".join("".join(mask[b.start : b.end] for b in blocks(text)).split()) == "".join(
        mask.split()
    )
    assert not any(b.kind == "turn" for b in blocks(text))
