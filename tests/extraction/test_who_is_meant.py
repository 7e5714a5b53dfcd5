"""Whom "he", "it", "they" and a bare title mean: whose turn, country and place it is."""

from collections.abc import Callable

import pytest

#: Who has the floor goes on to be meant: the topic, who was just quoted, who is turned to.
TOPICS = [
    ("Lavrov laughed at the idea. As for Stubb, he wants an immediate ceasefire.",
     "europe support immediate-ceasefire"),
    (("Peskov spoke first. The guns must fall silent, Starmer replied, and he wants more sanctions"
     " on Russia."), "europe support new-sanctions; europe support immediate-ceasefire (maybe)"),
    (("Medvedev jeered. Tusk, by contrast, will send weapons to Ukraine whenever he is asked, he"
     " says."), "europe support military-aid"),
    ("Ushakov yawned. Macron thanked him. He wants a ceasefire at once.",
     "europe support immediate-ceasefire"),
    ("Ushakov spoke. Kallas thanked him, and he called for sanctions on Russia to be lifted.",
     "russia support sanctions-relief"),
    ("Umerov was silent. The Russian at the far end of the table was not. He rejected a ceasefire.",
     "russia oppose immediate-ceasefire"),
    ("Umerov was silent. An American joined them. He wants Ukraine to cede the Donbas.",
     "united-states support ukrainian-withdrawal"),
    (("Umerov came late. A European diplomat said that his side would never recognise Crimea as"
     " Russian."), "europe oppose recognition-of-annexation"),
    (("The American, the president's envoy, smiled at Umerov. The envoy rejected any new sanctions"
     " on Russia."), "united-states oppose new-sanctions"),
]  # fmt: skip
#: A place says whose people and offices are meant.
PLACES = [
    ("Putin was travelling. In Berlin Merz demanded new sanctions on Russia.",
     "europe support new-sanctions"),
    ("Putin was travelling. In Kyiv they demand an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("The delegations landed at dawn. In Ankara they met for an hour. They rejected a ceasefire.",
     ""),
    ("Sybiha wants an immediate ceasefire. His counterpart in Moscow rejects one.",
     ("ukraine support immediate-ceasefire; russia oppose immediate-ceasefire (maybe);"
      " ukraine oppose immediate-ceasefire (maybe)")),
    (("Putin had spoken for an hour. In Warsaw the prime minister rejected recognition of Crimea"
     " as Russian."), "europe oppose recognition-of-annexation"),
    ("Finland would not hear of it. The finance minister rejected sanctions relief for Russia.",
     "europe oppose sanctions-relief"),
    ("Lavrov smiled. The defence minister rejected sanctions relief for Russia.", ""),
    (("The answer from Moscow came in the evening. A ceasefire was out of the question, the foreign"
     " ministry said."), "russia oppose immediate-ceasefire"),
    (("Zelensky flew home.\n\nThe president would veto sanctions on Russia, an American official"
     " said."), "united-states oppose new-sanctions"),
    ("Zelensky flew home. The president opposed elections in Ukraine, an American official said.",
     "ukraine oppose elections-in-ukraine (ascribed)"),
]  # fmt: skip
#: "It" may go on about the thing that the sentence before is about, and means nobody then.
THINGS = [
    ("Moscow was watching. The vote was close. It would have lifted the sanctions on Russia.", ""),
    ("Moscow was watching. The vote was close. It wants the sanctions on Russia lifted.",
     "russia support sanctions-relief"),
    ("Kyiv was watching. The summer was hot. It rejects any recognition of Crimea as Russian.",
     "ukraine oppose recognition-of-annexation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), TOPICS + PLACES + THINGS)
def test_whom_a_word_means(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    """The holder is who is meant, not who was named last."""
    reads(text, reading)
