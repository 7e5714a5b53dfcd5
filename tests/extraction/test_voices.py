"""Whose voice a sentence is in that names no source of its own."""

from collections.abc import Callable
from datetime import date

import pytest

from stancegraph.extraction import Extractor
from stancegraph.model import Article
from tests.rules import rules_case

Reads = Callable[[str, str], None]

#: Labels of list items and paragraphs, each for its own block.
LABELLED = [
    (
        (
            "What each side put on paper:\n\n- *Russia*: all sanctions are lifted.\n"
            "- *Ukraine*: binding security guarantees come first. All prisoners of war are"
            " exchanged."
        ),
        (
            "russia support sanctions-relief; ukraine support security-guarantees;"
            " ukraine support prisoner-exchange"
        ),
    ),
    (
        (
            "The two drafts side by side.\n\n*American draft:* Crimea is recognised as Russian.\n"
            "*European draft:* robust security guarantees for Ukraine. No limits on the Ukrainian"
            " army."
        ),
        (
            "united-states support recognition-of-annexation; europe support security-guarantees;"
            " europe oppose force-limits"
        ),
    ),
    (
        (
            "**The people**\n\n- **Kyiv's text:** Every deported child comes home.\n"
            "- **Moscow's text:** The Russian language is made official in Ukraine."
        ),
        "ukraine support return-of-children; russia support russian-language-rights",
    ),
    (
        "Moscow and London differ.\n\n*Moscow:* no foreign troops on Ukrainian soil.",
        "russia oppose foreign-troops",
    ),
    ("Timeline:\n\n- *Monday*: the ceasefire collapses.\n- *Tuesday*: prisoners go home.", ""),
    ("Ukraine met Russia.\n\n**Moscow:** Prisoners were exchanged on Monday.", ""),
    ("*Background:* the frozen Russian assets lie at Euroclear in Brussels.", ""),
]
#: What a colon introduces within a sentence.
COLONS = [
    (
        "Putin named his price: no NATO for Ukraine, every sanction lifted.",
        ("russia oppose nato-membership; russia support sanctions-relief"),
    ),
    (
        (
            "The Dutch minister listed two demands: every prisoner exchanged, every abducted child"
            " returned."
        ),
        "europe support prisoner-exchange; europe support return-of-children",
    ),
    (
        "Zelensky in Brussels: there will be no withdrawal from the Donbas.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Russia's version: Ukraine stays out of NATO for good, and its army is cut to a third.",
        "russia oppose nato-membership; russia support force-limits",
    ),
    (
        (
            "Kyiv's terms: security guarantees signed before anything else, and the frozen Russian"
            " assets spent on rebuilding."
        ),
        (
            "ukraine support security-guarantees; ukraine support frozen-assets;"
            " ukraine support reconstruction-aid (maybe)"
        ),
    ),
    (
        (
            "Moscow's price has not changed since June: recognition of Crimea, limits on Ukraine's"
            " army."
        ),
        "russia support recognition-of-annexation; russia support force-limits",
    ),
    (
        (
            "The Russian demands:\n\n- No NATO membership for Ukraine.\n- Ukrainian forces leave"
            " the Donbas."
        ),
        "russia oppose nato-membership; russia support ukrainian-withdrawal",
    ),
    (
        (
            "Kyiv's conditions:\n\n- No withdrawal from the Donbas.\n- Security guarantees ratified"
            " by Congress."
        ),
        "ukraine oppose ukrainian-withdrawal; ukraine support security-guarantees",
    ),
    ("Zelensky learned of it on the train: the ceasefire had collapsed.", ""),
    ("Three questions remain: NATO membership, the frozen assets, foreign troops.", ""),
    ("Merz and Macron have a problem: the frozen assets are in Belgium.", ""),
    ("Ukraine lost much in 2014: Crimea was annexed, the Donbas was occupied.", ""),
    ("Two things happened in Kyiv: a ceasefire was declared and it was broken.", ""),
    ("The talks have three tracks: prisoner exchanges, territory, security guarantees.", ""),
]
#: What is told as having happened is nobody's word, whoever spoke last.
TOLD = [
    (
        (
            "Zelensky spoke for an hour. The ceasefire lasted three days. Prisoners were exchanged"
            " in Belarus in May."
        ),
        "",
    ),
    ("Putin set out his view on Friday. Sanctions have cost Russia a tenth of its output.", ""),
    ("Merz arrived late. The frozen assets are held at Euroclear.", ""),
]


@pytest.mark.parametrize(("text", "reading"), LABELLED)
def test_a_label_holds_for_its_block(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), COLONS)
def test_a_colon_introduces_whose_words_follow(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), TOLD)
def test_what_has_happened_is_in_nobodys_voice(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)


#: The terms of a text, told in the present, whoever is to carry them out.
TERMS = [
    (
        (
            "The Russian memorandum has two parts. All sanctions are cancelled. Foreign troops stay"
            " out. Ukraine's army is cut to a third."
        ),
        (
            "russia support sanctions-relief; russia oppose foreign-troops;"
            " russia support force-limits"
        ),
    ),
    (
        (
            "The American plan runs to a page. Ukraine's entry into NATO is ruled out. Its"
            " accession to the EU proceeds."
        ),
        "united-states oppose nato-membership; united-states support eu-membership",
    ),
    (
        "The Ukrainian memorandum ends with people. The exchange of all prisoners begins at once.",
        "ukraine support prisoner-exchange",
    ),
    ("The American plan surprised Europe. Ukraine's accession to the EU moves slowly.", ""),
    (
        ("The Ukrainian paper was not published. The door to NATO has been closed since Vilnius."),
        "",
    ),
    ("The plan is dead. Sanctions stay.", ""),
]


@pytest.mark.parametrize(("text", "reading"), TERMS)
def test_a_texts_terms_are_its_owners(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)


#: What a text is said to lay down is the wish of those who sign or table it.
UNDER = [
    (
        "London and Paris signed a pact under which their soldiers are to be stationed in Ukraine.",
        "europe support foreign-troops",
    ),
    (
        "Moscow has tabled an amendment by which Ukraine would have to leave the Donbas.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "The Kremlin backs a draft according to which Ukraine must withdraw from the Donbas.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Washington concluded an accord under which it is to arm Ukraine for a decade.",
        "united-states support military-aid",
    ),
    ("Kyiv has seen a plan under which it would have to withdraw from the Donbas.", ""),
    ("Kyiv is studying a draft by which Ukraine must withdraw from the Donbas.", ""),
]
#: Reported obligations, and whose mind a sentence may tell after one that only names somebody.
MINDS = [
    (
        (
            "Lavrov had two wishes, he told reporters. Western sanctions should be lifted, and"
            " Ukraine should withdraw from the Donbas."
        ),
        "russia support sanctions-relief; russia support ukrainian-withdrawal",
    ),
    (
        "The Kremlin struck a different note. The sanctions had to be lifted.",
        "russia support sanctions-relief",
    ),
    (
        "From Zelensky came two lines. Those guilty of war crimes should be tried in The Hague.",
        "ukraine support accountability",
    ),
    ("A post from Trump's club. Both armies should stop where they stand.",
     "united-states support freeze-front-line; united-states support immediate-ceasefire (maybe)"),
    ("Peskov was unmoved. Nobody had slept. The sanctions must be lifted.", ""),
    ("Moscow is to blame. The war crimes must be tried by a special tribunal.", ""),
    ("Kyiv was warned. It must withdraw from the Donbas.", ""),
    ("To Zelensky the front line should be frozen where it runs.",
     "ukraine support freeze-front-line"),
    ("Spring came late. The sanctions must be lifted.", ""),
    ("Moscow shelled Kharkiv again. Is it not time that Ukraine should withdraw?", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading"), UNDER + MINDS)
def test_terms_and_minds(reads: Reads, text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # the writer's advice stays the writer's
        ("Zelensky spoke in Brussels. He wants more. The sanctions must be tightened.",
         {"author"}),
        ("Trump had a plan, he said. It is right that Europe should send troops.", {"author"}),
        # what a text "is to" bring about is no advice
        ("The Russian memorandum was made for show. Ukraine is to withdraw from the Donbas.",
         {"russia"}),
    ],
)  # fmt: skip
def test_in_an_opinion(text: str, actors: set[str]) -> None:
    article = Article(id="x", text=text, date=date(2025, 9, 5), extra={"genre": "editorial"})
    [(_, found)] = Extractor(rules_case()).candidates([article])
    assert {c.actor for c in found if not c.implied} == actors


#: A text is its makers', whatever others are named beside it.
MAKERS = [
    (
        (
            "The list that Nordic envoys drew up with Kyiv, Rome and Madrid has reached Congress."
            " Every abducted child is returned. No seizure of land is recognised."
        ),
        (
            "europe support return-of-children; ukraine support return-of-children;"
            " europe oppose recognition-of-annexation; ukraine oppose recognition-of-annexation"
        ),
    ),
    (
        (
            "Danish diplomats were busy too. A document which they have prepared with Kyiv is"
            " meant to answer whatever Washington's next paper contains. It begins with the"
            " exchange of all prisoners. Ukraine joins the European Union by 2030."
        ),
        (
            "europe support prisoner-exchange; ukraine support prisoner-exchange;"
            " europe support eu-membership; ukraine support eu-membership"
        ),
    ),
    (
        "The US-Russian blueprint leaked on Friday. Crimea is recognised as Russian.",
        (
            "united-states support recognition-of-annexation;"
            " russia support recognition-of-annexation"
        ),
    ),
    (
        "At last, the Russian memorandum. Ukraine leaves the four regions.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Macron's Ukraine plan is two pages long. All deported children go home.",
        "europe support return-of-children",
    ),
    (
        "The Ukraine bill lay in a drawer. All deported children go home.",
        "",
    ),
    (
        "The scheme that the Balts dread most freezes the front line.",
        "",
    ),
    (
        "A draft that nobody has signed made the rounds. Crimea is recognised as Russian.",
        "",
    ),
    (
        "The Moscow papers had a story of their own. Ukraine stays out of NATO, they said.",
        "russia oppose nato-membership (maybe); ukraine oppose nato-membership (maybe)",
    ),
    (
        "Kyiv's demands: no limits on its army.",
        "ukraine oppose force-limits",
    ),
    (
        "Prague turned the American plan on its head.",
        "europe oppose us-peace-plan",
    ),
]


@pytest.mark.parametrize(("text", "reading"), MAKERS)
def test_a_text_is_its_makers(text: str, reading: str, reads: Reads) -> None:
    reads(text, reading)
