"""What is said of a thing beside the clause: "a step that Oz opposes", "an Oz-backed toll"."""

from collections.abc import Callable

import pytest

# A noun behind a comma takes up what was said: the stance, or the matter that it is about.
TAKEN_UP = [
    (
        "Tallinn called for elections in Ukraine by autumn, a position shared by Vance.",
        "europe support elections-in-ukraine; united-states support elections-in-ukraine",
    ),
    (
        (
            "Lavrov insisted on the lifting of sanctions – a demand welcomed by Vance yet "
            "dismissed by Kallas."
        ),
        (
            "russia support sanctions-relief; united-states support sanctions-relief; "
            "europe oppose sanctions-relief"
        ),
    ),
    (
        (
            "Moscow wants Kyiv to give up the rest of the Donbas, a demand Zelensky has repeatedly "
            "rejected."
        ),
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Paris wants to send troops to Ukraine once the guns rest, an idea opposed by Russia.",
        (
            "europe support|conditional foreign-troops; russia oppose foreign-troops; "
            "europe support immediate-ceasefire (maybe)"
        ),
    ),
    (
        "Kyiv will not cede Donetsk, a stance backed by its European allies.",
        "ukraine oppose ukrainian-withdrawal; europe oppose ukrainian-withdrawal",
    ),
    (
        "Kyiv will not cede Donetsk, an idea that Trump appears to favour.",
        "ukraine oppose ukrainian-withdrawal; united-states support ukrainian-withdrawal",
    ),
    (
        "The Baltic states refuse to lift the sanctions on Russia, a line welcomed in Kyiv.",
        "europe oppose sanctions-relief; ukraine oppose sanctions-relief",
    ),
    (
        "Washington is considering easing the sanctions on Russian banks, a key Kremlin demand.",
        "united-states ambivalent|support sanctions-relief; russia support sanctions-relief",
    ),
    (
        "Zelensky called again for Ukraine to be admitted to NATO, a red line for Moscow.",
        "ukraine support nato-membership; russia oppose nato-membership",
    ),
    (
        (
            "Berlin wants the frozen Russian assets to be used for Ukraine, something Belgium has "
            "ruled out."
        ),
        "europe support|oppose frozen-assets",
    ),
    (
        "Merz wants Ukraine to join the EU, a goal that angers the Kremlin.",
        "europe support eu-membership; russia oppose eu-membership",
    ),
]
# Nouns of the same kinds that take nothing up, or of which nobody's view is told.
NOT_TAKEN_UP = [
    (
        "Putin wants Ukraine to hand over Donetsk, a demand that diplomats in Geneva explained.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Moscow wants Kyiv to give up Donetsk, a position that has not changed since 2024.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Kyiv asked for a full truce, a position that analysts consider weak.",
        "ukraine support immediate-ceasefire",
    ),
    # Of what is a step here, of the refusal or of the thing, the sentence does not say.
    (
        "Trump ruled out NATO membership for Ukraine, a step the Kremlin had spoken of for years.",
        "united-states oppose nato-membership",
    ),
    (
        "Trump ruled out NATO membership for Ukraine, a move applauded by the Kremlin.",
        "united-states oppose nato-membership",
    ),
    (
        "The Kremlin refused a full ceasefire, a decision announced by its spokesman on Monday.",
        "russia oppose immediate-ceasefire",
    ),
]


@pytest.mark.parametrize(("text", "reading"), [*TAKEN_UP, *NOT_TAKEN_UP])
def test_noun_behind_the_comma_takes_up_what_was_said(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


# A relative clause of two halves, and what is held beside the main clause.
BESIDE = [
    (
        (
            "Moscow has refused to accept the full ceasefire that Washington proposed and Kyiv has "
            "endorsed."
        ),
        (
            "russia oppose immediate-ceasefire; united-states support immediate-ceasefire; "
            "ukraine support immediate-ceasefire"
        ),
    ),
    (
        "A land swap, suggested by Witkoff but rejected by Kyiv, is off the table.",
        "united-states support territorial-swap; ukraine oppose territorial-swap",
    ),
    (
        "The new sanctions that Brussels wants but Washington resists are on hold.",
        "europe support new-sanctions; united-states oppose new-sanctions",
    ),
    (
        (
            "A draft that limits the Ukrainian army to 600,000 troops, which Kyiv has refused to "
            "accept, is being rewritten."
        ),
        "ukraine oppose force-limits (maybe)",
    ),
    (
        "Moscow has dismissed the US-backed Black Sea truce.",
        ("russia oppose limited-truce; united-states support limited-truce"),
    ),
    ("The US-drafted peace plan was discussed in Geneva.", "united-states support us-peace-plan"),
    (
        "Russia's own three-day truce, declared to mark Victory Day, ended on Saturday.",
        "russia support limited-truce",
    ),
    (
        "Kyiv greeted Putin's Easter truce with suspicion.",
        "russia support limited-truce; ukraine oppose limited-truce",
    ),
    (
        "The proposal for European troops in Ukraine was met with scorn in Moscow.",
        "russia oppose foreign-troops",
    ),
    ("The prisoner exchange was greeted with relief in Kyiv.", "ukraine support prisoner-exchange"),
    (
        "Zelensky came to Washington with a request for binding security guarantees.",
        "ukraine support security-guarantees",
    ),
    ("Diplomats weighed Ukraine's idea of a truce in the air.", "ukraine support limited-truce"),
    (
        "Zelensky called for Ukraine to be admitted to NATO.",
        "ukraine support nato-membership",
    ),
]
NOT_BESIDE = [
    ("The US-trained units fought on after the Black Sea truce.", ""),
    ("Ukraine's truce monitors met Russian officers.", ""),
    ("Zelensky was met in Washington with a request for elections in Ukraine.", ""),
    ("Observers in Kyiv liked the idea of a truce in the air.", ""),
]


@pytest.mark.parametrize(("text", "reading"), [*BESIDE, *NOT_BESIDE])
def test_stance_beside_the_main_clause_is_read(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


# "To which": the gap of a relative clause behind a preposition; and what is yet to be done.
RELATIVE = [
    (
        "A full truce, on which Kyiv insists, is not in the paper.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "The security guarantees for which Kyiv has asked are vague.",
        "ukraine support security-guarantees",
    ),
    (
        "The mineral accord, to which Kyiv has yet to consent, fills ninety pages.",
        "ukraine ambivalent|oppose minerals-deal",
    ),
    ("Moscow has yet to consent to a full truce.", "russia ambivalent|oppose immediate-ceasefire"),
    ("Brussels has yet to impose fresh sanctions on Moscow.", ""),
    ("The new sanctions on Russia, of which Rubio spoke, are being drafted.", ""),
]


@pytest.mark.parametrize(("text", "reading"), RELATIVE)
def test_to_which_and_yet_to_are_read_through(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


# Names joined by "and" where the parser swallows the first; who stated it is told by the next
# sentence; and the harm that somebody warns of.
WHO = [
    (
        "President Donald Trump and British Prime Minister Keir Starmer called for a full truce.",
        "united-states support immediate-ceasefire; europe support immediate-ceasefire",
    ),
    (
        ("A buffer zone in the Kharkiv region was rejected by the U.S. and Baltic governments."),
        "united-states oppose buffer-zone; europe oppose buffer-zone",
    ),
    (
        (
            "New sanctions on Russia must be adopted before the summer. This was announced by Kaja "
            "Kallas on Monday."
        ),
        "europe support new-sanctions",
    ),
    (
        "There can be no withdrawal from Donbas. Zelensky said this in an interview with Axios.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "New sanctions on Russia must be adopted before the summer. This was reported by the BBC.",
        "",
    ),
    (
        "Lavrov warned that sending Western troops to Ukraine would lead to a clash with NATO.",
        "russia oppose foreign-troops",
    ),
    (
        "Merz warned that lifting the sanctions on Russia would embolden the Kremlin.",
        "europe oppose sanctions-relief",
    ),
    (
        "Trump warned that new sanctions on Russia would be imposed in August.",
        "united-states support new-sanctions",
    ),
    (
        "Zelensky warned that a ceasefire without security guarantees would invite new attacks.",
        (
            "ukraine support security-guarantees (maybe); "
            "ukraine conditional|support immediate-ceasefire (maybe)"
        ),
    ),
    (
        "The Russia and Ukraine envoy Keith Kellogg called for a full truce.",
        "united-states support immediate-ceasefire",
    ),
]


@pytest.mark.parametrize(("text", "reading"), WHO)
def test_view_goes_to_all_who_are_named_for_it(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


# What is feared somewhere is not wanted there.
FEARED = [
    (
        "Kyiv voiced concern that sanctions on Russia were being lifted.",
        "ukraine oppose sanctions-relief",
    ),
    (
        "The call stoked concern in Kyiv that a deal could be reached without Ukraine.",
        "ukraine support ukraine-participation",
    ),
    ("Concern grew in European markets that new sanctions on Russia would be costly.", ""),
]


@pytest.mark.parametrize(("text", "reading"), FEARED)
def test_what_is_feared_is_not_wanted(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
