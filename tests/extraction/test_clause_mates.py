"""Whom a pronoun cannot mean, or means ahead of its name; who holds what a relative clause says."""

from collections.abc import Callable

import pytest

#: Nobody is meant by a pronoun whose own clause names him behind it.
CLAUSE_MATES = [
    ("Tusk phoned Sybiha. He would like Sybiha to accept an unconditional ceasefire.",
     "europe support immediate-ceasefire"),
    ("Rubio sat beside Lavrov. He wants to ask Lavrov for an unconditional ceasefire.",
     "united-states support immediate-ceasefire"),
    ("Zelensky phoned Tusk. He wants new sanctions on Russia.",
     "ukraine support new-sanctions"),
    ("Zelensky thanked Rutte. He told reporters that Russia must return the deported children.",
     "ukraine support return-of-children"),
]  # fmt: skip

#: In a phrase put first that opens a paragraph, a pronoun may go before its name.
AHEAD = [
    ("Zelensky slept.\n\nBefore he left, Trump said that he opposes new sanctions on Russia.",
     "united-states oppose new-sanctions"),
    ("Lavrov slept.\n\nWhere he once was mayor, Macron said that he backs sanctions on Russia.",
     "europe support new-sanctions"),
    ("Lavrov slept.\n\nAs he left, the lights went out. He rejects an immediate ceasefire.",
     "russia oppose immediate-ceasefire"),
    ("Lavrov was late. As she left, Kallas said that he rejects an immediate ceasefire.",
     "russia oppose immediate-ceasefire (ascribed)"),
]  # fmt: skip

#: What somebody believes of the noun before "which" is that person's wish.
RELATIVE = [
    ("The talks dealt with the security guarantees, which Merz insists must come first.",
     "europe support security-guarantees"),
    ("The new sanctions that the EU agreed in May were on every front page.",
     "europe support new-sanctions"),
    ("The new sanctions that the papers described in May were on every front page.", ""),
    ("Papers dealt with the security guarantees, which few believe will come.", ""),
]  # fmt: skip

#: What somebody unknown says is not the writer's word.
SAID_BY_OTHERS = [
    ("A clerk said that the sanctions on Russia must stay.", ""),
    ("The landlord told guests that an immediate ceasefire was vital.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), [*CLAUSE_MATES, *AHEAD, *RELATIVE, *SAID_BY_OTHERS])
def test_holder(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
