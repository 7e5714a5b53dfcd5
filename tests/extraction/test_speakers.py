"""Whose words a text is that has no speaker in its metadata, and whose turn a label opens."""

from datetime import date

import pytest

from stancegraph.extraction import Extractor
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.speakers import has_note
from stancegraph.model import Article
from tests.rules import rules_case

EXTRACTOR = Extractor(rules_case())


def read(text: str, title: str | None = None) -> list[Candidate]:
    article = Article(id="note", text=text, title=title, date=date(2025, 9, 5))
    [(_, found)] = EXTRACTOR.candidates([article])
    return found


def positions(text: str, title: str | None = None) -> set[tuple[str, str, str]]:
    return {(c.actor, c.stance, c.issue) for c in read(text, title) if c.attribution != "ascribed"}


OPENED = "We call for an immediate ceasefire and stand ready to add to our sanctions on Russia."


@pytest.mark.parametrize(
    ("title", "text", "actors"),
    [
        ("Statement by the Polish government", OPENED, {"europe"}),
        ("Nordic leaders' joint statement on the war", OPENED, {"europe"}),
        ("G7 leaders' statement", OPENED, {"europe", "united-states"}),
        ("Joint statement of Ukraine and Norway on the talks", OPENED, {"ukraine", "europe"}),
        ("Communiqué of the European Council on Ukraine", OPENED, {"europe"}),
        (None, f"I speak on behalf of the European Union and its members. {OPENED}", {"europe"}),
        (None, f"My fellow Ukrainians! {OPENED}", {"ukraine"}),
        # news about a statement is the paper's, and so is a title that only names a place
        ("Kremlin statement on the truce draws fire", "A truce would be a gift to Moscow.", set()),
        ("Statement on Ukraine", OPENED, set()),
        ("A statement that Poland did not sign", OPENED, set()),
        (None, 'He said: "I speak on behalf of the European Union." We want a ceasefire.', set()),
    ],
)
def test_a_text_belongs_to_whom_its_title_or_opening_names(
    title: str | None, text: str, actors: set[str]
) -> None:
    found = {a for a, _, issue in positions(text, title) if issue == "immediate-ceasefire"}
    assert found == actors


BRIEFING = """\
*{explained} Questions are shortened.*

SPOKESPERSON: We want a full ceasefire now, and we will not lift a single sanction on Russia.

Q: {asked}

SPOKESPERSON: We would welcome a meeting of the two presidents.
"""


@pytest.mark.parametrize(
    ("explained", "actors"),
    [
        ("SPOKESPERSON is the Danish government's spokesperson.", {"europe"}),
        ("SPOKESPERSON stands for the deputy spokesman of the Kremlin.", {"russia"}),
        ("SPOKESPERSON was somebody in a hurry.", set()),
    ],
)
def test_the_introduction_explains_a_label(explained: str, actors: set[str]) -> None:
    text = BRIEFING.format(explained=explained, asked="And the talks?")
    assert {a for a, _, _ in positions(text) if a != "author"} == actors


def test_a_label_may_be_an_office_of_one_side() -> None:
    text = BRIEFING.replace("SPOKESPERSON", "SENIOR ADMINISTRATION OFFICIAL").format(
        explained="From the pool.", asked="And the talks?"
    )
    assert ("united-states", "support", "immediate-ceasefire") in positions(text)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Zelensky has rejected any territorial swap. Why?",
         {("ukraine", "oppose", "territorial-swap")}),
        ("Moscow says it will not accept foreign troops. Your view?",
         {("russia", "oppose", "foreign-troops")}),
        # what a reporter asks, thinks or supposes is nobody's
        ("Should Ukraine not accept a territorial swap?", set()),
        ("A territorial swap would be fair. Why not?", set()),
        ("There must be foreign troops one day, no?", set()),
    ],
)  # fmt: skip
def test_what_a_reporter_tells_before_asking_is_news(
    asked: str, expected: set[tuple[str, str, str]]
) -> None:
    text = BRIEFING.format(explained="SPOKESPERSON is the Danish spokesperson.", asked=asked)
    asked_of = {"territorial-swap", "foreign-troops"}
    assert {p for p in positions(text) if p[2] in asked_of} == expected


INTERVIEW = """\
*{guest} receives us in her office.*

**What do you expect of the summit?**

Little. I want a ceasefire first, and we shall not recognise Crimea as Russian.

**And what would you offer?**

We could host the talks, if I am asked.

**You sound tired, Mrs Berg. {told}**

I am.
"""


@pytest.mark.parametrize(
    ("guest", "actors"),
    [
        ("Anna Berg, the Swedish foreign minister,", {"europe"}),
        ("Anna Berg, who led the delegation of the Latvian parliament,", {"europe"}),
        ("Anna Berg, a historian of the war,", set()),
    ],
)
def test_answers_without_labels_are_the_guests(guest: str, actors: set[str]) -> None:
    text = INTERVIEW.format(guest=guest, told="Why?")
    assert {a for a, _, issue in positions(text) if issue == "immediate-ceasefire"} == actors


def test_an_interviewer_may_report_as_well() -> None:
    text = INTERVIEW.format(
        guest="Anna Berg, the Swedish foreign minister,",
        told="Moscow has turned down a prisoner exchange. Did it surprise you?",
    )
    assert ("russia", "oppose", "prisoner-exchange") in positions(text)


SPEECH = """\
*{note}*

{opening}

We asked for weapons and we were given blankets. I say it without anger, my friends.

Our patience is at an end. {plain} That is my view, and it is the view of those who sent me here.
"""
PLAIN = "Those guilty of war crimes must be brought before a special tribunal."


@pytest.mark.parametrize(
    ("note", "opening", "title", "actors"),
    [
        ("The speech of the deputy Ilze Krasta, who sits in the Saeima, as delivered.",
         "Madam President, colleagues!", None, {"europe"}),
        ("Kyiv's ambassador spoke for eight minutes in a cold hall.",
         "Thank you.", "A night in Geneva", {"ukraine"}),
        ("Shortened.", "Mr Speaker, honourable members,",
         "The minister to the Riksdag on Washington and Moscow", {"europe"}),
        ("She works in a cellar and asked us not to name her.", "You came.",
         "A Ukrainian negotiator on the year that was", {"ukraine"}),
        # a place, what is spoken of, several countries, and nobody at all
        ("She received us in a Moscow hotel.", "You came.", "A year in hiding", set()),
        ("Shortened.", "Mr Speaker, honourable members,", "An address on Kyiv's plight", set()),
        ("The remarks were made between talks with Kyiv and Moscow.", "You came.", None, set()),
        ("Our correspondent's diary, in extracts.", "It rained.", "Kyiv in the rain", set()),
    ],
)  # fmt: skip
def test_an_editors_note_says_whose_speech_follows(
    note: str, opening: str, title: str | None, actors: set[str]
) -> None:
    text = SPEECH.format(note=note, opening=opening, plain=PLAIN)
    assert {a for a, _, _ in positions(text, title) if a != "author"} == actors


def test_an_opinion_is_its_writers_whoever_the_note_names() -> None:
    plain = f"Moscow is to blame. {PLAIN}"
    text = SPEECH.format(note="The author spoke for Kyiv once.", opening="It rained.", plain=plain)
    article = Article(id="note", text=text, date=date(2025, 9, 5), extra={"genre": "op-ed"})
    [(_, found)] = EXTRACTOR.candidates([article])
    assert {c.actor for c in found} == {"author"}


PAPER = """\
*{note}*

**On war**

- An immediate ceasefire.
- No amnesty.
- Reparations, to the last cent.

**On peace**

- A seat for Europe at the table.
- Every captive is set free.
- No limits on the Ukrainian army.

*Moscow has called such papers childish. It rejects European troops in Ukraine.*

**What others say**

*Russia*

- Ukraine stays out of NATO.
"""


@pytest.mark.parametrize(
    ("note", "actors"),
    [
        ("A draft that Warsaw and Vilnius have sent to their partners.", {"europe"}),
        ("A draft about which nobody will say where it comes from.", set()),
        ("A draft that Warsaw and Moscow have agreed upon.", set()),
    ],
)
def test_the_items_of_a_paper_are_its_owners(note: str, actors: set[str]) -> None:
    found = positions(PAPER.format(note=note))
    assert {a for a, _, issue in found if issue == "force-limits"} == actors
    assert {a for a, _, issue in found if issue == "immediate-ceasefire"} == actors
    # neither the editors' remarks nor what a heading gives to somebody else
    assert ("russia", "oppose", "foreign-troops") in found
    assert ("russia", "oppose", "nato-membership") in found


CONCLUSIONS = """\
**On the war**

{mark} {body} met in the morning and heard the envoys.
{mark} It recalls what it said in spring.
{mark} Impunity is not an option.
{mark} A prisoner exchange, complete and without delay, is considered essential.
{mark} Grain has to reach the sea.
{mark} No sanctions are to be lifted.

*Moscow rejects European troops in Ukraine.*
"""


@pytest.mark.parametrize(
    ("title", "mark", "body", "actors"),
    [
        ("Conclusions of the autumn meeting", "1.", "The European Council", {"europe"}),
        ("Conclusions of the autumn meeting", "1.", "A council of elders", set()),
        ("What was agreed", "1.", "The European Council", set()),
        ("Conclusions of the autumn meeting", "-", "The European Council", set()),
    ],
)
def test_numbered_conclusions_are_the_bodys_that_opens_them(
    title: str, mark: str, body: str, actors: set[str]
) -> None:
    found = positions(CONCLUSIONS.format(mark=mark, body=body), title)
    assert {a for a, _, issue in found if issue == "prisoner-exchange" and a != "author"} == actors
    assert ("russia", "oppose", "foreign-troops") in found


def test_a_short_label_means_the_long_one_before_it() -> None:
    text = (
        "SENIOR FRENCH OFFICIAL: Good morning.\n\nQ: What do you want?\n\n"
        "OFFICIAL: We want a full ceasefire now.\n\nQ: And the sanctions?\n\nOFFICIAL: They stay."
    )
    assert ("europe", "support", "immediate-ceasefire") in positions(text)


@pytest.mark.parametrize(
    ("title", "actors"),
    [
        ("Press conference at the Federal Foreign Office, abridged", {"europe"}),
        ("Press conference, abridged", set()),
        ("Press conference on Moscow and Kyiv", set()),
    ],
)
def test_an_unexplained_spokesperson_is_the_titles(title: str, actors: set[str]) -> None:
    text = BRIEFING.format(explained="Abridged.", asked="And the talks?")
    assert {a for a, _, _ in positions(text, title) if a != "author"} == actors


@pytest.mark.parametrize(
    ("opening", "noted"),
    [
        ("*We print the minister's address in full.*", True),
        ("_We print the minister's address in full._", True),
        ("*We print **all** of the minister's address,\nwith a map.*", True),
        ("_The list of the so_called council is ours._", True),
        ("*The Courier* and *The Post*", False),
        ("*The Courier* printed what it had from *The Post*", False),
        ("_The Courier_ doubts what was told by _The Post_", False),
        ("*The Courier* printed the minister's address.", False),
        ("**The minister's address**", False),
    ],
)
def test_a_note_is_one_stretch_of_italics(opening: str, noted: bool) -> None:
    assert has_note(Article(id="a", text=f"{opening}\n\nThe rest of it.")) is noted
