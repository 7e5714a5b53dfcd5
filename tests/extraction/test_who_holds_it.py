"""Who holds a position: companions, other members, guests, those described or talked round."""

from collections.abc import Callable

import pytest

#: Who does it along with the subject holds it too; who only stands by does not.
COMPANIONS = [
    ("Zelensky, joined by Starmer and Macron, called for an immediate ceasefire.",
     "ukraine support immediate-ceasefire; europe support immediate-ceasefire"),
    ("Together with Tusk, Zelensky demanded more weapons for Ukraine.",
     "ukraine support military-aid; europe support military-aid"),
    ("Sybiha, along with his Polish colleague, rejected recognition of Crimea as Russian.",
     "ukraine oppose recognition-of-annexation; europe oppose recognition-of-annexation"),
    ("Zelensky, like Stubb, wants an immediate ceasefire.",
     "ukraine support immediate-ceasefire; europe support immediate-ceasefire"),
    ("Trump was joined by Merz in calling for security guarantees.",
     "united-states support security-guarantees; europe support security-guarantees"),
    ("Zelensky, standing alongside Tusk, demanded an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("Zelensky came together with Tusk. He demanded an immediate ceasefire.",
     "ukraine support immediate-ceasefire"),
    ("Trump, like Obama before him, opposes new sanctions on Russia.",
     "united-states oppose new-sanctions"),
    ("Trump is waiting, like Merz, for an answer. Putin rejected an immediate ceasefire.",
     "russia oppose immediate-ceasefire"),
]  # fmt: skip

#: What a phrase beside the verb says that others think of it.
BESIDE = [
    ("Despite Moscow's protests, Britain will send troops to Ukraine.",
     "europe support foreign-troops; russia oppose foreign-troops"),
    ("Over Kyiv's objections Trump lifted the sanctions on Russia.",
     "united-states support sanctions-relief; ukraine oppose sanctions-relief"),
    ("To the dismay of Kyiv, Trump ruled out new sanctions on Russia.",
     "united-states oppose new-sanctions; ukraine support new-sanctions"),
    ("To Moscow's delight, Trump ruled out new sanctions on Russia.",
     "united-states oppose new-sanctions; russia oppose new-sanctions"),
    ("At Trump's request, Zelensky agreed to hold elections in Ukraine.",
     "ukraine support elections-in-ukraine; united-states support elections-in-ukraine"),
    ("Under pressure from Washington, Kyiv accepted an unconditional ceasefire.",
     "ukraine support immediate-ceasefire; united-states support immediate-ceasefire"),
    ("Despite his advisers' protests, Merz backs new sanctions on Russia.",
     "europe support new-sanctions"),
    ("Despite Kyiv's appeals for weapons, Trump opposes new sanctions on Russia.",
     "united-states oppose new-sanctions"),
    ("To Moscow's surprise, Trump ruled out new sanctions on Russia.",
     "united-states oppose new-sanctions"),
    ("Trump met Orban despite Kyiv's protests.", ""),
]  # fmt: skip

#: Guests, hosts, the rest of a league, and those who sit in another's house.
DESCRIBED = [
    ("Macron greeted Zelensky in the courtyard. The visitor asked for security guarantees.",
     "ukraine support security-guarantees"),
    ("Macron greeted Zelensky in the courtyard. The host promised to send troops to Ukraine.",
     "europe support foreign-troops"),
    ("Slovakia and Hungary refused to sign. The others supported the use of the frozen assets.",
     "europe support frozen-assets"),
    ("Moscow and Kyiv refused to sign. The others called for an immediate ceasefire.", ""),
    ("The chancellor was blunter. He wanted new sanctions on Russia before Christmas.",
     "europe support new-sanctions"),
    ("The secretary-general was blunter. He wanted an immediate ceasefire before Christmas.", ""),
    ("Ukraine's backers in the Senate demand more weapons for Ukraine.",
     "united-states support military-aid"),
    ("Moscow's friends in Congress want the sanctions on Russia lifted.",
     "united-states support sanctions-relief"),
    ("Moscow's friends in Vienna want the sanctions on Russia lifted.", ""),
    ("Several allies in eastern Europe oppose the lifting of sanctions on Russia.",
     "europe oppose sanctions-relief"),
    ("The man who most wants an immediate ceasefire is Zelensky.",
     "ukraine support immediate-ceasefire"),
    ("The person who ruled out a ceasefire was Peskov.", "russia oppose immediate-ceasefire"),
    ("The scholar who ruled out a ceasefire is no friend of Peskov.", ""),
    ("The man who demanded new sanctions on Russia was not Orban.", ""),
    ("The other side, said Medinsky, had agreed to a prisoner exchange.", ""),
    (("The Trump plan is dead. Merz had heard so by noon, and the president told him that he"
     " opposed new sanctions on Russia."), "united-states oppose new-sanctions"),
    ("Visiting Kyiv, the German foreign minister rejected the lifting of sanctions on Russia.",
     "europe oppose sanctions-relief"),
]  # fmt: skip

#: Whose words a quotation gives, and of whom it speaks.
WORDS = [
    (
        'Kallas quoted Zelensky: "We need security guarantees."',
        "ukraine support security-guarantees",
    ),
    (
        '"There will be no ceasefire," Witkoff quoted Putin as saying.',
        "russia oppose immediate-ceasefire",
    ),
    (
        '"He wants an immediate ceasefire," Trump said of Zelensky.',
        "ukraine support immediate-ceasefire (ascribed)",
    ),
    (
        '"They want an immediate ceasefire," Peskov said of the Ukrainians.',
        "ukraine support immediate-ceasefire (ascribed)",
    ),
    (
        '"We reject new sanctions on Russia," said Peskov. "The Americans do too."',
        "russia oppose new-sanctions; united-states oppose new-sanctions (ascribed)",
    ),
    (
        "Foggy Bottom has urged Kyiv to agree to direct talks with Russia.",
        "united-states support direct-talks",
    ),
    (
        '"Ukraine," said the Estonian prime minister, "must be given NATO membership."',
        "europe support nato-membership",
    ),
    (
        '"Russia," said Kallas, "must agree to an immediate ceasefire."',
        "europe support immediate-ceasefire",
    ),
    ('"Russia," said the pope, "must agree to an immediate ceasefire."', ""),
    ('Tusk: "We want new sanctions on Russia."', "europe support new-sanctions"),
]

#: Who has been talked into something holds it; who was to be, or would not be, does not.
WON_OVER = [
    ("Merz persuaded Trump to support security guarantees for Ukraine.",
     "europe support security-guarantees; united-states support security-guarantees"),
    ("Washington has forced Kyiv to accept an unconditional ceasefire.",
     "united-states support immediate-ceasefire; ukraine support immediate-ceasefire"),
    ("Merz tried to persuade Trump to support security guarantees for Ukraine.",
     "europe support security-guarantees"),
    ("Merz has not persuaded Trump to support security guarantees for Ukraine.", ""),
    ("Merz could have persuaded Trump to back new sanctions on Russia.",
     "europe support new-sanctions"),
]  # fmt: skip

#: Publics, those who held an office once, and what somebody worries about or differs over.
NOBODY = [
    ("Most Ukrainians reject recognition of Crimea as Russian, a poll found.", ""),
    ("Jeremy Corbyn, once the leader of Britain's Labour party, wants an immediate ceasefire.", ""),
    ("Russians want an immediate ceasefire.", ""),
    ("The Russians want an immediate ceasefire.", "russia support immediate-ceasefire"),
    ("Russians and Ukrainians want an immediate ceasefire.",
     "russia support immediate-ceasefire; ukraine support immediate-ceasefire"),
    ("Washington and Berlin differ over NATO membership for Ukraine.", ""),
    ("London and Budapest clash over new sanctions on Russia.", ""),
    ("What worries Europe is that Trump wants to lift the sanctions on Russia.",
     "united-states support sanctions-relief (maybe); europe oppose sanctions-relief (maybe)"),
    ("It angers Kyiv that Merz will not send troops to Ukraine.",
     "europe oppose foreign-troops (maybe); ukraine support foreign-troops (maybe)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reading"), [*COMPANIONS, *BESIDE, *DESCRIBED, *WORDS, *WON_OVER, *NOBODY]
)
def test_who_holds_it(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
