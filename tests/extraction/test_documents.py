"""Whose a text is: by who makes, adopts or sends it, by what goes before, passage by passage."""

from collections.abc import Callable

import pytest

from tests.extraction.conftest import Reader

#: A text belongs to those who make it, adopt it, or have it made in their name.
MADE = [
    ("The Baltic governments adopted a declaration in Tartu. It backs new sanctions on Russia.",
     "europe support new-sanctions"),
    ("A memo was sent in the name of the Kremlin. The memo rejects European troops in Ukraine.",
     "russia oppose foreign-troops"),
    ("A statement was issued on behalf of Kyiv. It demands an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("A motion had to be tabled by Poles. That text supports the use of Russia's frozen assets.",
     "europe support frozen-assets"),
    ("Four US senators wrote to Turkey's president. The letter opposes new sanctions on Russia.",
     "united-states oppose new-sanctions"),
    ("Finnish ministers returned with a paper. It rules out recognition of Crimea as Russian.",
     "europe oppose recognition-of-annexation"),
    ("Tusk read out a resolution. It calls on Moscow to accept an unconditional ceasefire.",
     "europe support immediate-ceasefire"),
    ("Section 9 of the Russian memorandum rules out foreign troops in Ukraine.",
     "russia oppose foreign-troops"),
    ("Article 4 of the American paper provides for elections in Ukraine.",
     "united-states support elections-in-ukraine"),
    ("The Ukrainian army would under the newest American wording leave the Donbas.",
     "united-states support ukrainian-withdrawal; united-states support us-peace-plan (maybe)"),
]  # fmt: skip

#: A text that takes up another is not the other.
TAKEN_UP = [
    ("The paper from Paris is out. It mirrors the American draft. Ukraine would hold elections.",
     "united-states"),
    ("Moscow's reply came late. Kyiv's note was long. The reply rules out foreign troops.",
     "ukraine"),
]  # fmt: skip

#: Whoever refuses, returns or only reads a text has no part in what it asks.
NOT_MADE = [
    ("Hungary refused to sign a motion. The motion demands new sanctions on Russia.", "europe"),
    ("Moscow has sent back a draft. The draft demands an immediate ceasefire.", "russia"),
    ("Trump did not adopt a statement. The statement demands new sanctions on Russia.",
     "united-states"),
    ("Zelensky studied a paper in the train. The paper provides for elections in Ukraine.",
     "ukraine"),
    ("Washington has received a letter. The letter opposes the minerals deal.", "united-states"),
    ("Moscow wrote a history of the war. The letter from Kyiv demands an immediate ceasefire.",
     "russia"),
]  # fmt: skip

#: Paragraphs that are quotations, between notes on them, are those of the text presented.
EXCERPTS = """\
Officials of Norway and Latvia left the castle with a joint statement. Here is most of it.

*"An immediate ceasefire is the first duty of all."*

That much was expected.

*"Russia's frozen assets must be used for Ukraine."*

It took all night.

*"{last}"*

Breakfast was served at six.
"""


@pytest.mark.parametrize(("text", "reading"), MADE)
def test_a_text_is_theirs_who_make_it(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "actor"), [*NOT_MADE, *TAKEN_UP])
def test_a_text_is_not_theirs_through_whose_hands_it_passes(
    reader: Reader, text: str, actor: str
) -> None:
    assert [c.issue for c in reader.found(text) if c.actor == actor] == []


def test_passages_between_notes_are_the_texts(reads: Callable[[str, str], None]) -> None:
    read = "europe support immediate-ceasefire; europe support frozen-assets; "
    text = EXCERPTS.format(last="No amnesty can be granted for war crimes.")
    reads(text, read + "europe support accountability")


def test_two_quotations_are_no_passages_of_a_text(reader: Reader) -> None:
    text = EXCERPTS.replace('*"{last}"*', "Nothing else is known.")
    assert [c.issue for c in reader.found(text) if c.holder == "a joint statement"] == []
