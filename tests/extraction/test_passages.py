"""Passages: what a sentence leaves unsaid, because the one before has said it."""

from collections.abc import Callable

import pytest

ANSWERS = [
    (
        "Ukraine accepted an unconditional ceasefire in March. Russia never did.",
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
    (
        "Washington wants the minerals agreement signed. So does Kyiv.",
        "united-states support minerals-deal; ukraine support minerals-deal",
    ),
    (
        "Moscow will not accept Western troops in Ukraine. Nor will Washington.",
        "russia oppose foreign-troops; united-states oppose foreign-troops",
    ),
    (
        (
            "What about Western troops in Ukraine? Moscow says no. Washington is against it "
            "too. London and Paris are in favour."
        ),
        (
            "russia oppose foreign-troops; united-states oppose foreign-troops; "
            "europe support foreign-troops"
        ),
    ),
    (
        "Would anybody recognise Crimea as Russian? Washington would. The Europeans would not.",
        (
            "united-states support recognition-of-annexation; "
            "europe oppose recognition-of-annexation"
        ),
    ),
    (
        "Kyiv asked for binding security guarantees. Moscow objected.",
        "ukraine support security-guarantees; russia oppose security-guarantees",
    ),
    (
        "Ukraine wants to join NATO. The Americans have ruled it out. Berlin has been vague.",
        (
            "ukraine support nato-membership; united-states oppose nato-membership; "
            "europe ambivalent nato-membership"
        ),
    ),
    (
        "Kyiv has called for a summit of the presidents. The Kremlin sees no need for one.",
        "ukraine support leaders-summit; russia oppose leaders-summit",
    ),
    (
        (
            "Russia insists that Ukraine withdraw from Donetsk. That, the Ukrainian president "
            "said, would never happen."
        ),
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Paris will deploy troops in Ukraine. Ottawa followed suit.",
        "europe support foreign-troops",
    ),
]

ANSWERS += [
    (
        "The Americans could live with recognising Crimea as Russian. The Ukrainians cannot.",
        (
            "united-states support recognition-of-annexation; "
            "ukraine oppose recognition-of-annexation"
        ),
    ),
    (
        "Kyiv wants a meeting of the two presidents. So does Trump.",
        "ukraine support leaders-summit; united-states support leaders-summit",
    ),
]

NO_ANSWERS = [
    # a yes to what an unknown verb says of a thing is no yes to the thing
    ("Could the frozen assets be part of the bargain? Not if Brussels can help it.", ""),
    # of two matters, which?
    (
        "Moscow wants an end to sanctions and a summit of the leaders. Kyiv objected.",
        "russia support sanctions-relief; russia support leaders-summit",
    ),
    # another subject in between
    (
        "Moscow demands the lifting of sanctions. The weather was fine. Kyiv refused.",
        "russia support sanctions-relief",
    ),
    # what it refuses is named
    (
        "Moscow demands the lifting of sanctions. Kyiv refused to comment.",
        "russia support sanctions-relief",
    ),
    ("Why should sanctions be lifted? Berlin would know.", ""),
]

PAIRS = [
    (
        (
            "The Turkish foreign minister opened the session between Russia and Ukraine. "
            "Each side will release all its sick prisoners of war."
        ),
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        (
            "Kyiv and Moscow remain apart. The former wants a full ceasefire, the latter wants "
            "all sanctions lifted."
        ),
        "ukraine support immediate-ceasefire; russia support sanctions-relief",
    ),
    (
        (
            "Russian and Ukrainian negotiators met in Istanbul under the eyes of the Turkish "
            "foreign minister. Both sides agreed to a full exchange of prisoners of war."
        ),
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        (
            "The Polish, the German and the French leader met in Berlin. All three called for "
            "new sanctions on Russia."
        ),
        "europe support new-sanctions",
    ),
    (
        (
            "Russia and Ukraine sat opposite each other. The Ukrainians pushed for a full "
            "ceasefire. The other side refused to discuss a ceasefire."
        ),
        "ukraine support immediate-ceasefire; russia oppose immediate-ceasefire",
    ),
]

VIEWPOINTS = [
    (
        "Joining NATO, meanwhile, is off the agenda as far as the White House is concerned.",
        "united-states oppose nato-membership",
    ),
    (
        "From Kyiv's perspective, a withdrawal from Donetsk is unacceptable.",
        "ukraine oppose ukrainian-withdrawal",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*ANSWERS, *NO_ANSWERS, *PAIRS, *VIEWPOINTS])
def test_passage_is_read_across_sentences(
    reads: Callable[..., None], text: str, reading: str
) -> None:
    reads(text, reading)


RUNNING_ON = [
    # what a report goes on to say, without a verb of saying
    (
        (
            "The Kremlin's spokesman took questions for ten minutes. Any settlement, he told "
            "reporters, had to be a lasting one. Ukraine's troops would have to leave Donetsk."
        ),
        "russia support ukrainian-withdrawal",
    ),
    (
        (
            "The Ukrainian delegation told journalists that it had come with two points. All "
            "prisoners of war had to be exchanged. The deported children must return home."
        ),
        "ukraine support prisoner-exchange; ukraine support return-of-children",
    ),
    (
        (
            "The American secretary of defence was blunt in Brussels. Ukraine's membership in "
            "NATO was not a realistic outcome."
        ),
        "united-states oppose nato-membership",
    ),
    # a text's terms are its owner's, whoever is to carry them out
    (
        "The Russian paper had four pages. Kyiv would recognise Crimea as Russian.",
        "russia support recognition-of-annexation",
    ),
    (
        "Under the American plan, Ukraine would withdraw its troops from Donetsk.",
        "united-states support ukrainian-withdrawal; united-states support us-peace-plan (maybe)",
    ),
    (
        (
            "The offer that the Kremlin unwrapped on Friday has two points. Ukraine is to withdraw "
            "its troops from Donetsk."
        ),
        "russia support ukrainian-withdrawal",
    ),
    (
        "One clause of the Russian draft asks Kyiv to recognise Crimea as Russian.",
        "russia support recognition-of-annexation; russia support peace-memorandum (maybe)",
    ),
    # remarks in the middle and at the end
    (
        "All sanctions on Russia, the Kremlin's spokesman said, had to be lifted.",
        "russia support sanctions-relief",
    ),
    (
        '"There is no sense in a meeting of the two presidents," the Kremlin\'s aide grumbled.',
        "russia oppose leaders-summit",
    ),
]

NOT_RUNNING_ON = [
    # what happens next is told by the article
    (
        (
            "The Russian paper had four pages. Ukraine announced the withdrawal of its troops "
            "from two villages."
        ),
        "ukraine support ukrainian-withdrawal (maybe); ukraine support russian-withdrawal (maybe)",
    ),
    # a text that somebody signed is not the plan of what others do meanwhile
    (
        (
            "The French and the British leader signed a declaration. An American team arrived "
            "at noon, and its members recognised Crimea as Russian."
        ),
        "united-states support recognition-of-annexation (maybe)",
    ),
    # how it might be done is no wish that it be done
    (
        "The Russian document raised a question: how a ceasefire might be monitored.",
        "",
    ),
    # what he thought is not told
    (
        "The chancellor did not hide what he thought of the American peace plan.",
        "",
    ),
]

SUBJECTS = [
    # "it" is what the main clause is about
    (
        (
            "The European Union stands by the country, which the Kremlin attacked. It will "
            "adopt new sanctions on Russia."
        ),
        "europe support new-sanctions",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*RUNNING_ON, *NOT_RUNNING_ON, *SUBJECTS])
def test_report_runs_on_over_sentences(reads: Callable[..., None], text: str, reading: str) -> None:
    reads(text, reading)


OPENED = [
    (
        (
            "We, the leaders of France, Germany and Poland, met today. We call for new sanctions "
            "against Russia."
        ),
        "europe support new-sanctions",
    ),
    # a name before a colon opens a turn, but not where a quotation closes it again
    (
        "**Would you withdraw?**\n\nRutte: Thank you all. Ukraine must have security guarantees.",
        "nato support security-guarantees",
    ),
    # first persons within a quotation set no speaker for the text around it
    (
        (
            '"We, the ministers of the Nordic states, met today," the statement says. Moscow wants '
            "an end to all sanctions."
        ),
        "russia support sanctions-relief",
    ),
]


@pytest.mark.parametrize(("text", "reading"), OPENED)
def test_text_or_turn_belongs_to_whoever_opens_it(
    reads: Callable[..., None], text: str, reading: str
) -> None:
    reads(text, reading)


PARAGRAPHS = [
    (
        (
            'Lavrov told reporters in Moscow: "We want a lasting peace and we have said '
            'so.\n\n"European troops in Ukraine are unacceptable.\n\n"Ukraine must not join NATO."'
        ),
        "russia oppose foreign-troops; russia oppose nato-membership",
    ),
    (
        (
            '"The pressure must grow," Kallas said after the meeting.\n\n"New sanctions on Russia '
            'are needed.\n\n"Arms deliveries to Ukraine must not stop," she added.'
        ),
        "europe support new-sanctions; europe support military-aid",
    ),
    (
        '"I spoke with both of them," Trump said.\n\n"They should meet, Putin and Zelensky."',
        "united-states support leaders-summit",
    ),
    # with other words between, the next quotation may be anybody's
    (
        (
            '"I spoke with both of them," Trump said.\n\nThe weather in Anchorage was fair.\n\n'
            '"They should meet, Putin and Zelensky."'
        ),
        "",
    ),
    (
        (
            '"I spoke with both of them," Trump said.\n\n"New sanctions on Russia are needed," '
            "Kallas said."
        ),
        "europe support new-sanctions",
    ),
]


@pytest.mark.parametrize(("text", "reading"), PARAGRAPHS)
def test_quotation_goes_on_in_the_next_paragraph(
    reads: Callable[..., None], text: str, reading: str
) -> None:
    reads(text, reading)


ASKED = [
    ("Asked whether Putin would meet Zelensky, Peskov said no.", "russia oppose leaders-summit"),
    (
        "Asked on Monday if he would impose new sanctions on Russia, Trump said he would.",
        "united-states support new-sanctions",
    ),
    (
        "Trump, asked whether he would impose new sanctions on Russia, said he would not.",
        "united-states oppose new-sanctions",
    ),
    (
        "When asked whether Germany would send troops to Ukraine, Merz said it would not.",
        "europe oppose foreign-troops",
    ),
    (
        "Asked whether Putin would meet Zelensky, Peskov answered in the negative.",
        "russia oppose leaders-summit",
    ),
    (
        'Asked whether US troops would be deployed in Ukraine, Trump replied: "No."',
        "united-states oppose foreign-troops",
    ),
    (
        "A journalist asked whether Kyiv would cede Donbas, and Zelensky said no.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        'Will Germany deliver Taurus missiles to Ukraine? "Yes," Merz said.',
        "europe support military-aid",
    ),
    (
        '"Will you give up Donbas?" a reporter asked. "No," Zelensky said.',
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Asked whether he would impose new sanctions on Russia, Trump declined to comment.", ""),
    ("Asked whether he would impose new sanctions on Russia, Trump said it depended.", ""),
    ("Asked whether Putin would meet Zelensky, Peskov said he could not say.", ""),
    ("Asked about new sanctions on Russia, Trump said he would see.", ""),
]


@pytest.mark.parametrize(("text", "reading"), ASKED)
def test_question_told_with_its_answer(reads: Callable[..., None], text: str, reading: str) -> None:
    reads(text, reading)
