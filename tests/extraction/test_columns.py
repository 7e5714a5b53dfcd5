"""Labels that give the parties one after another: in bold, in a list, within a paragraph."""

from collections.abc import Callable
from typing import Any

import pytest

LEAD = "VIENNA. What the delegations have put on paper.\n\n"


@pytest.fixture(scope="module")
def finds(reader: Any) -> Callable[[str], set[str]]:
    """Give what is told in a text: its readings, without those that are only implied."""

    def found(text: str) -> set[str]:
        every = reader.found(text, threshold=0.0)
        return {f"{c.actor} {c.stance} {c.issue}" for c in every if not c.implied}

    return found


COLUMNS = [
    # bold labels with a full stop, with a colon, and of two words
    (
        """**Ukraine.** Release of all prisoners.

**Russia.** No NATO membership for Ukraine.""",
        "ukraine support prisoner-exchange; russia oppose nato-membership",
    ),
    (
        """**The United States:** Elections in Ukraine this year.

**Europe:** More air defence for Ukraine.""",
        "united-states support elections-in-ukraine; europe support military-aid",
    ),
    (
        """**Russia.** Recognition of Crimea. No foreign troops in Ukraine.

**The United States.** A minerals deal.""",
        """russia support recognition-of-annexation; russia oppose foreign-troops;
        united-states support minerals-deal""",
    ),
    # a lone label may be a dateline, and others name no party
    ("**Moscow.** Release of all prisoners.", ""),
    ("**Kyiv.** No ceasefire.\n\n**Moscow.** New sanctions were imposed.", ""),
    ("**Land.** Release of all prisoners.\n\n**Sea.** No new sanctions.", ""),
    # one that goes on in lower case
    (
        """- Ukraine: release of all prisoners; no elections before peace.
- Russia: no NATO membership for Ukraine; recognition of Crimea.""",
        """ukraine support prisoner-exchange; ukraine oppose elections-in-ukraine;
        russia oppose nato-membership; russia support recognition-of-annexation""",
    ),
    # within a paragraph, and after a semicolon
    (
        """Ukraine: release of all prisoners; a summit of the presidents. Russia: no NATO
membership for Ukraine.""",
        """ukraine support prisoner-exchange; ukraine support leaders-summit;
        russia oppose nato-membership""",
    ),
    # whoever is named in passing after a label has the terms of nobody else
    (
        "- Ukraine: Europe wants new sanctions; the envoys met on Friday.",
        "europe support new-sanctions",
    ),
]


@pytest.mark.parametrize(("text", "reading"), COLUMNS)
def test_each_party_has_its_own_terms(
    text: str, reading: str, reads: Callable[[str, str], None]
) -> None:
    reads(LEAD + text, reading)


ANSWERS = [
    ("Foreign troops", "Russia: never. Europe: after a ceasefire.", True),
    ("Foreign troops", "Russia: no, and no again. Europe: only if Washington helps.", True),
    ("Foreign troops", "Russia: none; the envoy left early. Europe: once there is a truce.", True),
    ("Foreign troops", "Russia: unthinkable. Europe: not without a truce.", True),
    # what happened is no answer, and a place is no condition
    ("Foreign troops", "Russia: nothing new. Europe: after Bucha, silence.", False),
    ("Foreign troops", "Russia: nobody asked. Europe: still divided.", False),
    ("The wider picture", "Russia: never. Europe: after a ceasefire.", False),
]


@pytest.mark.parametrize(("heading", "text", "answered"), ANSWERS)
def test_parties_answer_to_a_heading_within_a_paragraph(
    heading: str, text: str, answered: bool, finds: Callable[[str], set[str]]
) -> None:
    found = finds(f"{LEAD}## {heading}\n\n{text}\n")
    troops = {reading for reading in found if "foreign-troops" in reading}
    expected = {"russia oppose foreign-troops", "europe conditional foreign-troops"}
    assert troops == (expected if answered else set())


LIMITS = [
    ("New sanctions only if Moscow walks out.", "conditional new-sanctions"),
    ("A minerals deal only with a guarantee of return.", "conditional minerals-deal"),
    ("A minerals deal, and that only.", "support minerals-deal"),
    ("A minerals deal only.", "support minerals-deal"),
]


@pytest.mark.parametrize(("text", "reading"), LIMITS)
def test_what_is_merely_named_may_be_limited(
    text: str, reading: str, finds: Callable[[str], set[str]]
) -> None:
    found = finds(f"{LEAD}**Washington's terms**\n\n- {text}\n")
    issue = reading.split()[1]
    assert {r for r in found if issue in r} == {f"united-states {reading}"}


def test_a_speaker_who_says_we_keeps_the_turn(finds: Callable[[str], set[str]]) -> None:
    text = (
        "**The United Kingdom:** We reject the recognition of Crimea. We will go on.\n\n"
        "**The Russian Federation:** We want Crimea recognised as Russian. Our terms are known."
    )
    assert finds(LEAD + text) >= {
        "europe oppose recognition-of-annexation",
        "russia support recognition-of-annexation",
    }
