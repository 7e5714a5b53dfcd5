"""Who holds a position where others stand by: strangers, guests, members, answers put last."""

from collections.abc import Callable

import pytest

#: "He" may be somebody whom the case does not know.
STRANGERS = [
    ("Putin spoke for two hours. A driver listened on the radio. He wants an immediate ceasefire.",
     ""),
    ("Trump met senators. Lance Porter, a lawyer, was there. He opposes new sanctions on Russia.",
     ""),
    ("Putin spoke for two hours, to a hall of drivers. He wants Ukraine to leave the Donbas.",
     "russia support ukrainian-withdrawal"),
    (("Trump received Zelensky in the Oval Office. The guest has brought pictures. He wants all"
     " prisoners exchanged."), "ukraine support prisoner-exchange"),
    (("Zelensky called on Trump at the White House. The visitor rejected any withdrawal from the"
     " Donbas."), "ukraine oppose ukrainian-withdrawal"),
    ("The guest wants an immediate ceasefire.", ""),
]  # fmt: skip
#: Members of a body that was named before.
COUNTED = [
    (("The EU met on Thursday without Hungary. The other twenty-six called for an immediate"
     " ceasefire."), "europe support immediate-ceasefire"),
    (("Zelensky spoke to the European Council. The 27 adopted another package of sanctions against"
     " Moscow."), "europe support new-sanctions"),
    ("The prison let them go. The 27 want an immediate ceasefire.", ""),
    ("Many Turks were there. The Turk offered to host talks between Ukraine and Russia.",
     "turkey support third-party-mediation; turkey support direct-talks (maybe)"),
    ("Ukrainian allies insist on a ceasefire.", ""),
    ("Ukraine's European allies insist on a ceasefire.", "europe support immediate-ceasefire"),
    ("No Russian official has called for a ceasefire.", ""),
    ("No European government would recognise Crimea as Russian.",
     "europe oppose recognition-of-annexation"),
]  # fmt: skip
#: Answers and demands told by where they come from.
ANSWERS = [
    ("No sanctions would be lifted before the last soldier had left, came the answer from Oslo.",
     "europe oppose|conditional sanctions-relief"),
    ("No land would be ceded to Russia, was Zelensky's parting word.",
     "ukraine oppose ukrainian-withdrawal"),
    ("Sanctions must be tightened, runs the argument in Vilnius.", "europe support new-sanctions"),
    ("From Kyiv came a flat rejection of any territorial swap.", "ukraine oppose territorial-swap"),
    ("Out of Moscow came a call for elections in Ukraine.", "russia support elections-in-ukraine"),
    ("There is no need for preconditions for a summit with Putin, the Kremlin let it be known.",
     "russia support leaders-summit"),
    ("Vance put it in one sentence. Ukraine would have to give up land.",
     "united-states support ukrainian-withdrawal"),
    ("Stubb put his coat on. The frozen assets should be used for Ukraine.",
     "europe support frozen-assets (maybe)"),
    ("A ceasefire was near, came word from the hotel.", ""),
    ("Rubio was more definite. Weapons would go on flowing to Ukraine for years.",
     "united-states support military-aid"),
    ("Peskov had spoken of a summit. Trump listened. New sanctions would have to wait.",
     "united-states oppose new-sanctions (maybe)"),
]  # fmt: skip
#: What a text has in store for somebody else, and how far a voice carries.
CARRIED = [
    (("The Americans have a paper. Under their paper, the war stops along the present front. Moscow"
      " could look forward to a loosening of sanctions."),
     ("united-states support freeze-front-line; united-states support sanctions-relief;"
      " united-states support us-peace-plan (maybe)")),
    ("Moscow could look forward to a loosening of sanctions, Lavrov said.",
     "russia support sanctions-relief"),
    (("Trump said that the war should end.\n\nZelensky named Rome among those cities to which he"
      " would send a delegation for talks with Moscow."), "ukraine support direct-talks (maybe)"),
    ("Jan Novak spoke for an hour. Putin had said no. He would rather have an immediate ceasefire.",
     "russia support immediate-ceasefire"),
    ("Zelensky met Merz, Macron and Starmer. The three called for an immediate ceasefire.",
     "europe support immediate-ceasefire"),
    ("Zelensky met Merz and Macron. The two want an immediate ceasefire.",
     "europe support immediate-ceasefire"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), STRANGERS + COUNTED + ANSWERS + CARRIED)
def test_who_holds_it_among_others(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
