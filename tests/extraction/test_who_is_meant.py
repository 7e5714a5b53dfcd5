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

#: Those whom the case does not know say what others want, and hold nothing for a bloc.
UNKNOWN = [
    ("A shopkeeper who has been there thinks that Russia would accept a ceasefire.",
     "russia support immediate-ceasefire (ascribed)"),
    ("Mrs P. Quill said that Russia would accept a ceasefire.",
     "russia support immediate-ceasefire (ascribed)"),
    ("A Rome newspaper said that Putin would accept a ceasefire.",
     "russia support immediate-ceasefire (ascribed)"),
    ("Umerov demanded sanctions. Mrs P. Quill said that the Donbas must be ceded to Russia.",
     "ukraine support new-sanctions (maybe)"),
    (("Umerov said that the Donbas must not be ceded. A shopkeeper thinks that a ceasefire is"
     " vital."), "ukraine oppose ukrainian-withdrawal (maybe)"),
    ("Mr Lavrov said that Russia would accept a ceasefire.", "russia support immediate-ceasefire"),
    ("A general from Ukraine said that Kyiv would accept a ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("Kyiv was tired. The government before his supplied Ukraine with weapons.", ""),
    ("Kyiv was tired. Before his trip the government called for an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
]  # fmt: skip
#: Bodies by the last word of their names, and papers by those who made them.
BODIES = [
    (("The European Parliament sat on Tuesday. The Parliament rejected any recognition of Crimea as"
     " Russian."), "europe oppose recognition-of-annexation"),
    ("The European Parliament sat on Tuesday. A parliament of owls opposed sanctions on Russia.",
     ""),
    ("The draft that Ukrainian negotiators have been touting calls for an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("The draft under which Ukrainian negotiators would sit still calls for a ceasefire.", ""),
    ("The draft that Ukrainian negotiators received calls for Ukraine to cede the Donbas.", ""),
    ("The leader of the Social Democrats opposed sanctions on Russia.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), TOPICS + PLACES + THINGS + UNKNOWN + BODIES)
def test_whom_a_word_means(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    """The holder is who is meant, not who was named last."""
    reads(text, reading)
