"""A bloc on both sides of an issue: member states may differ, one voice may not."""

from dataclasses import replace

import pytest

from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.judging import select
from stancegraph.model import Stance
from tests.extraction.conftest import Reader

AID = "military-aid"


def _shown(reader: Reader, text: str) -> set[tuple[str, str]]:
    return {(c.holder, c.stance) for c in reader.found(text) if c.issue == AID}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Germany will send more weapons to Ukraine. Hungary refuses to send any weapons to it.",
            {("Germany", "support"), ("Hungary", "oppose")},
        ),
        (
            "Viktor Orbán will not send weapons to Ukraine. The EU backs weapons for Ukraine.",
            {("Viktor Orbán", "oppose"), ("The EU", "support")},
        ),
    ],
)
def test_member_states_may_differ(reader: Reader, text: str, shown: set[tuple[str, str]]) -> None:
    assert _shown(reader, text) == shown


@pytest.mark.parametrize(
    "text",
    [
        # One voice, whoever speaks for it.
        "Germany will send weapons to Ukraine. Berlin refuses to send weapons to Ukraine.",
        "Germany will send weapons to Ukraine. Friedrich Merz refuses to send weapons to Ukraine.",
        # No member states.
        "Congress will send weapons to Ukraine. Donald Trump refuses to send weapons to Ukraine.",
    ],
)
def test_one_voice_has_one_sign(reader: Reader, text: str) -> None:
    assert len({stance for _, stance in _shown(reader, text)}) == 1


def _said(
    candidate: Candidate, stance: Stance, bias: float, state: str | None, holder: str | None
) -> Candidate:
    return replace(
        candidate, stance=stance, state=state, holder_id=holder, features={"sure": bias},
        start=candidate.start + int(bias),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        # Who is less sure of the one side than of the other is shown on the surer one,
        ([("support", 3, "malta"), ("oppose", 2, "cyprus"), ("support", 1, "cyprus")], [3, 2]),
        # without another state on the likelier side it is as with any bloc,
        ([("support", 3, "malta"), ("oppose", 2, "malta")], [3]),
        ([("support", 3, None), ("oppose", 2, None)], [3]),
        # and a single state is enough, whichever side is the likelier.
        ([("support", 3, None), ("oppose", 2, "malta")], [3, 2]),
        ([("support", 3, "malta"), ("oppose", 2, None)], [3, 2]),
        ([("oppose", 2, "malta"), ("support", 2, "malta")], [2]),
    ],
)
def test_which_side_stays(
    reader: Reader, said: list[tuple[Stance, int, str | None]], kept: list[int]
) -> None:
    [candidate] = reader.found("Germany will send more weapons to Ukraine.")
    candidates = [_said(candidate, *one, holder=one[2] or "union") for one in said]
    chosen = select(candidates, {"bias": 0.0, "sure": 1.0}, 0.5)
    assert [int(c.features["sure"]) for c, _ in chosen] == kept
    if len({one[2] for one in said}) == 1:
        assert chosen[0][0].stance == ("support" if kept == [3] else "oppose")
