"""The author's voice, questions, analysts and publics are nobody's position."""

from collections.abc import Callable

import pytest

ADVICE = [
    (
        "Trump should impose tougher sanctions on Russia.",
        "",
    ),
    (
        "Europe must send troops to Ukraine.",
        "",
    ),
    (
        "Washington would do well to keep arming Ukraine.",
        "",
    ),
    (
        "Lifting sanctions on Russia now would be a mistake.",
        "",
    ),
    (
        "It would be wise for Kyiv to accept a freeze of the front line.",
        "",
    ),
    (
        "The West needs to provide Ukraine with security guarantees.",
        "",
    ),
    (
        "A ceasefire would save lives.",
        "",
    ),
    (
        "One option is a buffer zone in Donbas.",
        "",
    ),
    (
        "Recognising Crimea as Russian is a terrible idea.",
        "",
    ),
    (
        "Europe ought to confiscate Russia's frozen assets.",
        "",
    ),
    (
        "It is time for Moscow to withdraw its troops from Ukraine.",
        "",
    ),
    (
        "Kyiv had better hold elections soon.",
        "",
    ),
    (
        "The EU would be foolish to lift its sanctions on Russia.",
        "",
    ),
]

QUESTIONS = [
    (
        "Will Kyiv agree to cede land?",
        "",
    ),
    (
        "Does Moscow want a ceasefire?",
        "",
    ),
    (
        "Could the EU lift its sanctions on Russia?",
        "",
    ),
    (
        "Why has Washington not imposed new sanctions on Moscow?",
        "",
    ),
    (
        "Who would send troops to Ukraine: Britain, or France?",
        "",
    ),
    (
        "And what if Washington stopped its military aid to Ukraine?",
        "",
    ),
]

OTHERS = [
    (
        "Analysts say Moscow will never accept a ceasefire.",
        "russia oppose immediate-ceasefire (ascribed)",
    ),
    (
        "Critics argue that Washington should not lift sanctions on Russia.",
        "",
    ),
    (
        "Many Ukrainians oppose giving up land.",
        "",
    ),
    (
        "A poll found that most Germans support military aid to Ukraine.",
        "",
    ),
    (
        "Observers doubt that Moscow wants a truce.",
        "",
    ),
    (
        "Experts warn against recognising Crimea as Russian.",
        "",
    ),
    (
        "Human rights groups demanded the return of deported children.",
        "",
    ),
    (
        "Protesters in Berlin called for an end to arms deliveries to Ukraine.",
        "",
    ),
    (
        "According to analysts, a swap of territory would be illegal.",
        "",
    ),
    (
        "Some commentators want Europe to send troops to Ukraine.",
        "",
    ),
]

FACTS = [
    (
        "A ceasefire took effect at midnight.",
        "",
    ),
    (
        "Russian troops withdrew from two villages near Kharkiv after heavy fighting.",
        "",
    ),
    (
        "The talks lasted three hours.",
        "",
    ),
    (
        "The Russian and American presidents spoke by phone on Monday.",
        "",
    ),
    (
        "Russian drones hit a power plant in Odesa.",
        "",
    ),
    (
        "The delegations of Russia and Ukraine met in Istanbul.",
        "",
    ),
    (
        "Sanctions have hurt the Russian economy.",
        "",
    ),
    (
        "The ceasefire talks in Istanbul ended after an hour.",
        "",
    ),
    (
        "The EU's sanctions against Russia were the subject of the debate.",
        "",
    ),
    (
        "Ukraine's army has grown since 2022.",
        "",
    ),
]

ISLANDS = [
    (
        "Avalon should drop the herring quota.",
        "",
    ),
    (
        "Does Brigadoon want a ferry?",
        "",
    ),
    (
        "The ferry is essential.",
        "",
    ),
    (
        "Fishermen say the closed season is a disaster.",
        "",
    ),
    (
        "Economists recommend a cap on herring.",
        "",
    ),
    (
        "The ferry ran aground on Sunday.",
        "",
    ),
    (
        "Perhaps Avalon ought to try a closed season.",
        "",
    ),
    (
        "I believe that Avalon needs a ferry.",
        "",
    ),
    (
        "Many in Brigadoon dislike the ferry, a survey shows.",
        "",
    ),
]

COLUMNS = [
    (
        "The lesson is plain: sanctions must not be lifted.",
        "",
    ),
    (
        "Nobody should expect Moscow to withdraw its troops from Ukraine.",
        "",
    ),
    (
        "Let us send troops to Ukraine.",
        "",
    ),
    (
        "The best answer to Moscow is more military aid to Ukraine.",
        "",
    ),
    (
        "Perhaps a freeze of the front line is the least bad outcome.",
        "",
    ),
    (
        "In my view, a swap of territory is immoral.",
        "",
    ),
    (
        "There are good arguments for using Russia's frozen assets.",
        "",
    ),
]

FORECASTS = [
    (
        "A ceasefire is unlikely this year.",
        "",
    ),
    (
        "Sanctions relief may come sooner than expected.",
        "",
    ),
    (
        "Elections in Ukraine might be held next spring.",
        "",
    ),
    (
        "NATO membership for Ukraine would take years.",
        "",
    ),
    (
        "The exchange of prisoners took place at the border with Belarus.",
        "",
    ),
    (
        "Fighting went on near Pokrovsk despite the truce.",
        "",
    ),
    (
        "The minerals deal has been in force since May.",
        "",
    ),
]

MORE_OTHERS = [
    (
        "Economists at a Kyiv bank expect sanctions relief for Russia next year.",
        "",
    ),
    (
        "A former American ambassador called for more military aid to Ukraine.",
        "",
    ),
    (
        "Residents of Odesa want a truce.",
        "",
    ),
    (
        "The newspaper said in an editorial that Kyiv should hold elections.",
        "",
    ),
    (
        "Relatives of the captured soldiers called for a prisoner exchange.",
        "",
    ),
    (
        "Most Americans are against sending troops to Ukraine, a survey found.",
        "",
    ),
    (
        "The pope's biographer supports a ceasefire.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "reading"), ADVICE)
def test_advice(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), QUESTIONS)
def test_questions(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), OTHERS)
def test_others(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), FACTS)
def test_facts(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), ISLANDS)
def test_islands(island_reads: Callable[[str, str], None], text: str, reading: str) -> None:
    island_reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), COLUMNS)
def test_columns(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), FORECASTS)
def test_forecasts(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), MORE_OTHERS)
def test_more_others(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


RECEIVED = [
    (
        "Kyiv received the Russian memorandum. Crimea must be recognised as Russian.",
        "russia support recognition-of-annexation; ukraine support peace-memorandum (maybe)",
    ),
    (
        "Kyiv rejected the paper. Crimea must be recognised as Russian.",
        "",
    ),
]


@pytest.mark.parametrize(("text", "reading"), RECEIVED)
def test_who_gets_a_text_is_not_its_author(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
