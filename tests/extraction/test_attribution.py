"""Who says it: indirect speech, quotations, sources, and what one says of another."""

from collections.abc import Callable

import pytest

INDIRECT_SPEECH = [
    (
        ("The foreign minister of Poland said that sanctions on Russia must be tightened."),
        "europe support new-sanctions",
    ),
    (
        ("A Kremlin spokesman said Russia was not prepared to agree to a 30-day ceasefire."),
        "russia oppose immediate-ceasefire",
    ),
    (
        "Unnamed American officials said Washington would not send troops to Ukraine.",
        "united-states oppose foreign-troops",
    ),
    (
        ("A senior European diplomat said the bloc would keep its sanctions on Russia in place."),
        "europe support new-sanctions; europe oppose sanctions-relief (maybe)",
    ),
    (
        (
            "The Ukrainian president told parliament that the country would never cede "
            "land to Russia."
        ),
        ("ukraine oppose ukrainian-withdrawal; ukraine support territorial-integrity (maybe)"),
    ),
    (
        "The Kremlin reiterated that it would not accept NATO troops in Ukraine.",
        "russia oppose foreign-troops",
    ),
    (
        (
            "According to the White House, the United States supports direct talks between "
            "Russia and Ukraine."
        ),
        "united-states support direct-talks",
    ),
    (
        "In Moscow's view, NATO membership for Ukraine is unacceptable.",
        "russia oppose nato-membership",
    ),
    (
        ("The German government announced that it would deliver more air defence systems to Kyiv."),
        "europe support military-aid",
    ),
    (
        ("Security guarantees are essential, the Ukrainian foreign ministry said in a statement."),
        "ukraine support security-guarantees",
    ),
    (
        "The exchange of prisoners must go on, according to Kyiv.",
        "ukraine support prisoner-exchange",
    ),
]

TOGETHER = [
    (
        "Washington and Kyiv agreed on the minerals deal.",
        "united-states support minerals-deal; ukraine support minerals-deal",
    ),
    (
        (
            "In a joint statement, the leaders of France and Germany called for security "
            "guarantees for Ukraine."
        ),
        "europe support security-guarantees",
    ),
    (
        "Russia and Ukraine agreed to exchange the bodies of fallen soldiers.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
]

ASCRIBED = [
    (
        "According to Kyiv, Moscow does not want a ceasefire.",
        "russia oppose immediate-ceasefire (ascribed)",
    ),
    (
        "The Kremlin said that Kyiv refuses direct talks.",
        "ukraine oppose direct-talks (ascribed)",
    ),
    (
        "Kyiv accused Russia of rejecting a ceasefire.",
        "russia oppose immediate-ceasefire (ascribed)",
    ),
    (
        "Kyiv said that Moscow was sabotaging the prisoner exchange.",
        "russia oppose prisoner-exchange (ascribed)",
    ),
    (
        ("The German chancellor said that the Kremlin wanted Ukraine to be demilitarised."),
        "russia support force-limits (ascribed)",
    ),
    (
        "Polish officials said Washington wanted to lift sanctions on Russia.",
        "united-states support sanctions-relief (ascribed)",
    ),
    (
        ("The Ukrainian foreign minister said Russia opposed any security guarantees for Ukraine."),
        "russia oppose security-guarantees (ascribed)",
    ),
    (
        ("Moscow claimed that the European Union rejects a peace settlement without a ceasefire."),
        "",
    ),
    (
        "The Kremlin accused Ukraine of blocking the return of prisoners.",
        "ukraine oppose prisoner-exchange (ascribed)",
    ),
    (
        "Washington believes that Moscow is ready for a summit of the two presidents.",
        "russia support leaders-summit (ascribed)",
    ),
]

DENIALS = [
    (
        "Moscow rejected claims that it opposes a ceasefire.",
        "",
    ),
    (
        "Kyiv denied that it had agreed to a territorial swap.",
        "ukraine oppose territorial-swap (maybe)",
    ),
    (
        "The White House dismissed reports that it planned to lift sanctions on Russia.",
        "united-states oppose sanctions-relief (maybe)",
    ),
    (
        "The Kremlin denied that it had agreed to European troops in Ukraine.",
        "russia oppose foreign-troops (maybe)",
    ),
]

ISLANDS_QUOTATIONS = [
    (
        '"We will never accept a quota on herring," Angus MacRae said.',
        "brigadoon oppose fishing-limit",
    ),
    (
        'Angus MacRae said: "The ferry must run."',
        "brigadoon support ferry",
    ),
    (
        '"A closed season would be a mistake for everybody here," Morgan Lefay added.',
        "avalon oppose closed-season",
    ),
    (
        '"Our people need the ferry line," the governor of Avalon told reporters.',
        "avalon support ferry",
    ),
    (
        "MacRae told reporters that Brigadoon would not accept a fishing quota.",
        "brigadoon oppose fishing-limit",
    ),
    (
        "According to the Avalon Council, the ferry line must be kept.",
        "avalon support ferry",
    ),
    (
        "A spokesman for Brigadoon said it would oppose a fishing limit.",
        "brigadoon oppose fishing-limit",
    ),
    (
        (
            '"We want the ferry. It is our lifeline," said Lefay. "We will pay for the '
            'ferry service if we must."'
        ),
        "avalon support|conditional ferry",
    ),
    (
        (
            'Lefay spoke to the council on Monday. "I am against a cap on herring '
            'catches," she said.'
        ),
        "avalon oppose fishing-limit",
    ),
    (
        'Asked about the ferry, MacRae replied: "We do not need it."',
        "brigadoon oppose ferry",
    ),
    (
        '"Nobody in Avalon," Lefay explained, "will vote for a fishing limit."',
        "avalon oppose fishing-limit",
    ),
    (
        "“We welcome the ferry,” the president of Brigadoon wrote.",
        "brigadoon support ferry",
    ),
    (
        ('"Herring quotas are not acceptable to us," a spokeswoman for the Avalon Council said.'),
        "avalon oppose fishing-limit",
    ),
    (
        'Lefay called the closed season "the only way to save our herring stocks".',
        "avalon support closed-season",
    ),
]

ISLANDS_NESTED = [
    (
        "Lefay said Brigadoon wanted an end to the ferry.",
        "brigadoon oppose ferry (ascribed)",
    ),
    (
        "Lefay accused Brigadoon of blocking the ferry.",
        "brigadoon oppose ferry (ascribed)",
    ),
    (
        "MacRae complained that Avalon was refusing to accept a closed season.",
        "avalon oppose closed-season (ascribed)",
    ),
    (
        '"Avalon does not want a fishing limit," MacRae said.',
        "avalon oppose fishing-limit (ascribed)",
    ),
    (
        "According to Lefay, Brigadoon rejects the closed season.",
        "brigadoon oppose closed-season (ascribed)",
    ),
    (
        "MacRae said that Avalon opposed the ferry but that Brigadoon supported it.",
        "avalon oppose ferry (ascribed); brigadoon support ferry",
    ),
    (
        "Lefay told the council that MacRae had promised her a ferry.",
        "brigadoon support ferry (ascribed)",
    ),
    (
        "MacRae denied that Brigadoon opposed the ferry.",
        "brigadoon support ferry (maybe)",
    ),
    (
        "Lefay rejected the accusation that Avalon is against the closed season.",
        "avalon support closed-season (maybe)",
    ),
]

ISLANDS_LONG_QUOTATIONS = [
    (
        (
            '"It is simple," MacRae said. "We want a ferry. We have always wanted one. And '
            'we will get it."'
        ),
        "brigadoon support ferry",
    ),
    (
        (
            '"The herring belong to everyone," Lefay told the council, "and that is why we '
            'insist on a quota for all herring."'
        ),
        "avalon support fishing-limit",
    ),
    (
        'Lefay said the ferry was "a gift from heaven" and that she would defend it.',
        "avalon support ferry",
    ),
    (
        "MacRae told the BBC: “A closed season is out of the question. We reject it.”",
        "brigadoon oppose closed-season",
    ),
    (
        'The council\'s statement reads: "Avalon will not take part in a closed season."',
        "avalon oppose closed-season",
    ),
    (
        ("In an interview, the president of Brigadoon called on Avalon to accept a closed season."),
        "brigadoon support closed-season",
    ),
    (
        "MacRae, who said he was tired, called for a ferry.",
        "brigadoon support ferry",
    ),
    (
        "Lefay was quoted as saying that she would not accept a fishing limit.",
        "avalon oppose fishing-limit",
    ),
    (
        "A draft seen by the Avalon Gazette shows that Brigadoon wants a ferry.",
        "brigadoon support ferry",
    ),
    (
        "Brigadoon's demands include a ferry and a closed season.",
        "brigadoon support ferry; brigadoon support closed-season",
    ),
    (
        '"The people of Brigadoon," he said, "love the ferry."',
        "brigadoon support ferry (maybe)",
    ),
    (
        '"We need a ferry," a fisherman said.',
        "",
    ),
    (
        '"The quota must go," an angry trader told the Avalon Gazette.',
        "",
    ),
]

ISLANDS_MIXED = [
    (
        "MacRae said Avalon should accept a closed season.",
        "brigadoon support closed-season",
    ),
    (
        "MacRae warned Lefay not to impose a fishing limit.",
        "brigadoon oppose fishing-limit",
    ),
    (
        "Lefay thanked Brigadoon for its support for the closed season.",
        "avalon support closed-season (maybe); brigadoon support closed-season",
    ),
    (
        "Avalon fears that Brigadoon will stop the ferry.",
        "avalon support ferry (maybe)",
    ),
    (
        "Lefay criticised Brigadoon's refusal to accept a fishing limit.",
        "avalon support fishing-limit; brigadoon oppose fishing-limit (maybe)",
    ),
    (
        "Lefay said that she and MacRae had agreed on a closed season.",
        "avalon support closed-season; brigadoon support closed-season (maybe)",
    ),
]

NESTED = [
    (
        (
            "The Ukrainian foreign minister said that Washington had promised Kyiv "
            "security guarantees."
        ),
        "united-states support security-guarantees (ascribed)",
    ),
    (
        ("Moscow complained that Europe wanted to prolong the war by sending weapons to Ukraine."),
        "europe support military-aid (ascribed); russia oppose military-aid (maybe)",
    ),
    (
        (
            "The Polish president said that he agreed with Kyiv that Moscow did not want "
            "peace talks."
        ),
        "russia oppose direct-talks (ascribed)",
    ),
    (
        "Germany's chancellor said he backed Kyiv's demand for security guarantees.",
        ("europe support security-guarantees; ukraine support security-guarantees (maybe)"),
    ),
    (
        "The White House said Kyiv's refusal to hold elections was wrong.",
        (
            "united-states support elections-in-ukraine (maybe); ukraine oppose "
            "elections-in-ukraine (maybe)"
        ),
    ),
    (
        ("An aide to the Ukrainian president said Kyiv would not agree to withdraw from Donbas."),
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "The Kremlin noted that Washington had lifted sanctions on a Russian airline.",
        "united-states support sanctions-relief (ascribed)",
    ),
]


@pytest.mark.parametrize(("text", "reading"), INDIRECT_SPEECH)
def test_indirect_speech(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), TOGETHER)
def test_together(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ASCRIBED)
def test_ascribed(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), DENIALS)
def test_denials(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_QUOTATIONS)
def test_islands_quotations(
    island_reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_NESTED)
def test_islands_nested(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_LONG_QUOTATIONS)
def test_islands_long_quotations(
    island_reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS_MIXED)
def test_islands_mixed(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), NESTED)
def test_nested(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
