"""Pronouns, definite descriptions and "the latter" stand for an actor or a proposal."""

from collections.abc import Callable

import pytest

PRONOUNS = [
    (
        ("The Ukrainian president spoke in Brussels. He called for new sanctions on Russia."),
        "ukraine support new-sanctions",
    ),
    (
        (
            "The Polish prime minister met the press on Friday. He said he opposed any "
            "recognition of Crimea as Russian."
        ),
        "europe oppose recognition-of-annexation",
    ),
    (
        "Moscow showed no sign of movement. It rejected a ceasefire.",
        "russia oppose immediate-ceasefire",
    ),
    (
        ("European leaders met in Paris. They called for security guarantees for Ukraine."),
        "europe support security-guarantees",
    ),
    (
        ("The Estonian foreign minister said she would not accept sanctions relief for Moscow."),
        "europe oppose sanctions-relief",
    ),
    (
        ("The EU is preparing its answer. It wants to use Russia's frozen assets for Ukraine."),
        "europe support frozen-assets",
    ),
    (
        (
            "The Kremlin's spokesman met journalists on Monday. He ruled out a meeting of "
            "the two presidents."
        ),
        "russia oppose leaders-summit",
    ),
    (
        "Kyiv has its own red lines: it will not withdraw from Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Washington is losing patience. It has threatened to walk away from the talks.",
        "united-states oppose us-mediation",
    ),
    (
        "The United States has a plan, and it wants Kyiv to cede territory.",
        ("united-states support ukrainian-withdrawal; united-states support us-peace-plan (maybe)"),
    ),
    (
        "Germany and France are in agreement; both want a ceasefire.",
        "europe support immediate-ceasefire",
    ),
]

DESCRIPTIONS = [
    (
        (
            "The Russian foreign ministry issued a statement on Monday. The ministry "
            "rejected a truce."
        ),
        "russia oppose immediate-ceasefire",
    ),
    (
        "The White House was blunt. The administration will not send troops to Ukraine.",
        "united-states oppose foreign-troops",
    ),
    (
        ("The European Union held a summit. The bloc agreed on new sanctions against Russia."),
        "europe support new-sanctions",
    ),
    (
        (
            "Russia and Ukraine sent delegations to Istanbul. Both sides agreed to "
            "exchange prisoners."
        ),
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        ("The Ukrainian foreign minister met his Russian counterpart. He demanded a ceasefire."),
        "ukraine support immediate-ceasefire",
    ),
    (
        (
            "The Kremlin had its answer ready. The Russian side refuses to withdraw its "
            "troops from Ukraine."
        ),
        "russia oppose russian-withdrawal",
    ),
    (
        (
            "Hungary stands alone in the European Union. The country opposes Ukraine's "
            "accession to the EU."
        ),
        "europe oppose eu-membership",
    ),
]

PROPOSALS = [
    (
        "Washington proposed an unconditional ceasefire. Kyiv accepted it at once.",
        "united-states support immediate-ceasefire; ukraine support immediate-ceasefire",
    ),
    (
        "Washington proposed a territorial swap. Kyiv rejected the proposal.",
        "united-states support territorial-swap; ukraine oppose territorial-swap",
    ),
    (
        "Europe wants to deploy troops in Ukraine. Moscow rejected this.",
        "europe support foreign-troops; russia oppose foreign-troops",
    ),
    (
        "Berlin suggested a prisoner exchange. Moscow welcomed the idea.",
        "europe support prisoner-exchange; russia support prisoner-exchange",
    ),
    (
        "Paris proposed a truce in the air, an idea that Moscow rejected.",
        "europe support limited-truce; russia oppose limited-truce",
    ),
    (
        "Moscow demands limits on the Ukrainian army. Kyiv has turned down this demand.",
        "russia support force-limits; ukraine oppose force-limits",
    ),
]

PLEONASTIC = [
    (
        "It is unclear when a ceasefire will come.",
        "",
    ),
    (
        "The Kremlin was silent. It is impossible to know whether a ceasefire is near.",
        "",
    ),
    (
        "Washington was quiet. It rained on the day when the sanctions on Russia ended.",
        "",
    ),
    (
        "Moscow waited. It seems that the sanctions on Russia are working.",
        "",
    ),
    (
        "Kyiv is calm. It takes time to organise elections in Ukraine.",
        "",
    ),
]

ISLANDS = [
    (
        "Morgan Lefay met Angus MacRae on Monday. She wants the ferry.",
        "avalon support ferry",
    ),
    (
        "Morgan Lefay met Angus MacRae on Monday. He rejected a closed season.",
        "brigadoon oppose closed-season",
    ),
    (
        "Angus MacRae listened to Morgan Lefay. She opposes a herring quota.",
        "avalon oppose fishing-limit",
    ),
    (
        'MacRae was firm. "I will not accept a fishing limit," he said.',
        "brigadoon oppose fishing-limit",
    ),
    (
        "The Avalon Council met on Sunday. The council rejected a cap on herring.",
        "avalon oppose fishing-limit",
    ),
    (
        "Brigadoon proposed a closed season. Avalon rejected the idea.",
        "brigadoon support closed-season; avalon oppose closed-season",
    ),
    (
        "The Ferrymen's Guild has spoken. They want the ferry line kept.",
        "brigadoon support ferry",
    ),
    (
        "Lefay and MacRae agreed on little. Both want the ferry, though.",
        "avalon support ferry; brigadoon support ferry",
    ),
    (
        "Lefay offered a ferry. MacRae declined the offer.",
        "avalon support ferry; brigadoon oppose ferry",
    ),
    (
        "The governor of Avalon was angry. She denounced the spring ban.",
        "avalon oppose closed-season",
    ),
    (
        "Brigadoon built a pier. It is said that a ferry needs one.",
        "",
    ),
]

LONGER = [
    (
        (
            "The French president was the first to speak. His government, he said, is "
            "ready to send troops to Ukraine."
        ),
        "europe support foreign-troops",
    ),
    (
        (
            "Poland's foreign minister met his American counterpart in Washington. He "
            "asked the United States to impose new sanctions on Russia."
        ),
        "europe support new-sanctions",
    ),
    (
        ("The Ukrainian president travelled to Berlin. There he asked for long-range missiles."),
        "ukraine support military-aid",
    ),
    (
        (
            "The German chancellor has changed his mind. He now supports the use of "
            "Russia's frozen assets."
        ),
        "europe support frozen-assets",
    ),
    (
        (
            "The European Commission has drawn up a plan to use Russia's frozen assets. "
            "Belgium opposes it."
        ),
        "europe support|oppose frozen-assets",
    ),
]


@pytest.mark.parametrize(("text", "reading"), PRONOUNS)
def test_pronouns(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), DESCRIPTIONS)
def test_descriptions(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), PROPOSALS)
def test_proposals(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), PLEONASTIC)
def test_pleonastic(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), LONGER)
def test_longer(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


TOPICS = [
    (
        "The Europeans spoke. As for the Russians, their ministry said a truce was unacceptable.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "The Americans met the Ukrainians on Monday. They want a truce.",
        "united-states support immediate-ceasefire",
    ),
]


@pytest.mark.parametrize(("text", "reading"), TOPICS)
def test_peoples_and_topics(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


HALVES = [
    (
        (
            "His counter-offer, Zelensky said, drops the Russians: half the power would go to"
            " Ukraine and half to the United States. The occupiers would have to leave first."
        ),
        "ukraine support russian-withdrawal",
    ),
    ("Russia is tired. Half the country wants an immediate ceasefire.", ""),
]


@pytest.mark.parametrize(("text", "reading"), HALVES)
def test_half_of_something_is_not_the_whole(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


GOING_ON = [
    (
        "Rubio to CNN this morning. He wants a ceasefire before anything else.",
        "united-states support immediate-ceasefire",
    ),
    (
        (
            "Volodymyr Zelensky came home from Washington in good humour. He had thanked Trump "
            "at length. He rejects any territorial swap."
        ),
        "ukraine oppose territorial-swap",
    ),
    (
        ("Kyiv has written to Moscow. It awaits a reply, and it wants direct talks with Russia."),
        "ukraine support direct-talks",
    ),
    (
        "Kallas spoke last. She had listened to Rubio. She demands new sanctions against Russia.",
        "europe support new-sanctions",
    ),
    (
        "Washington was silent. It was an error, one hears, to have eased the sanctions on Russia.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "reading"), GOING_ON)
def test_pronouns_go_on_about_the_same(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


AT_HOME = [
    (
        (
            "**ROME.** Moscow's envoy has been and gone. The prime minister rejects any sanctions "
            "relief.\n\n**KYIV.** Moscow was on the line again. The president demands a ceasefire."
        ),
        "europe oppose sanctions-relief; ukraine support immediate-ceasefire",
    ),
    (
        (
            "**WARSAW.** Putin is on every screen. The foreign ministry opposes the lifting of "
            "sanctions on Russia."
        ),
        "europe oppose sanctions-relief",
    ),
    (
        (
            "NATO's ministers left Brussels. Moscow was waiting for them. The alliance has moved "
            "too far, and the foreign ministry rejects European troops in Ukraine."
        ),
        "russia oppose foreign-troops",
    ),
    (
        (
            "Trump had lunch. Kyiv made its case to Congress. The administration opposes new "
            "sanctions against Russia."
        ),
        "united-states oppose new-sanctions",
    ),
    (
        "Trump met Putin and left. Then the president called for new sanctions against Russia.",
        "united-states support new-sanctions",
    ),
]


@pytest.mark.parametrize(("text", "reading"), AT_HOME)
def test_offices_of_the_place_or_of_those_who_act(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


BY_SOMEBODY = [
    (
        "In Brussels a Commission spokeswoman called for new sanctions against Russia.",
        "europe support new-sanctions",
    ),
    ("An aide to Vladimir Putin rejected a ceasefire.", "russia oppose immediate-ceasefire"),
    (
        "Dmitry Peskov listened. His boss rejects direct talks with Kyiv.",
        "russia oppose direct-talks",
    ),
    (
        "Russia and Ukraine met in Abu Dhabi. Both belligerents agreed to a prisoner exchange.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "A delegation led by Marco Rubio rejected European troops in Ukraine.",
        "united-states oppose foreign-troops",
    ),
    (
        "Prime ministers, joined by Zelensky, rejected a ceasefire.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "reading"), BY_SOMEBODY)
def test_bodies_by_whose_they_are(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
