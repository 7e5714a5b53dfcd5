"""Words that name an issue in one sentence and another matter in the next."""

from collections.abc import Callable

import pytest

from .conftest import Reader

#: What the words mean where they do name an issue.
MEANT = [
    ("Both delegations will meet in Istanbul, the Kremlin hopes.", "russia support direct-talks"),
    (
        "Ukraine's voters must say yes or no to the deal, Zelensky insists.",
        "ukraine support referendum",
    ),
    ("Kyiv wants a vote on the peace deal.", "ukraine support referendum"),
    (
        "The troops ought to stop where they stand tonight, Trump said.",
        (
            "united-states support immediate-ceasefire;"
            " united-states support freeze-front-line (maybe)"
        ),
    ),
    ("Putin is in no hurry to sign a peace.", "russia oppose negotiation-deadline (maybe)"),
    ("Washington is done with mediating, Vance said.", "united-states oppose us-mediation"),
    (
        "Ankara wants safe passage for civilians out of the town.",
        "turkey support humanitarian-corridors",
    ),
    (
        "Hungary will recognise the peninsula as Russian.",
        "europe support recognition-of-annexation",
    ),
    ("Turkey offered to mediate.", "turkey support third-party-mediation"),
    ("Sweden called for limits on Ukraine's army.", "europe support force-limits"),
    ("Norway promised Western troops in Ukraine.", "europe support foreign-troops"),
    (
        "Russia wants direct flights with America restored.",
        "russia support us-russia-normalisation",
    ),
    ("The weapons must go on reaching Ukraine, Finland said.", "europe support military-aid"),
    (
        "Moscow insists that Russian troops stay in Kherson.",
        "russia oppose russian-withdrawal",
    ),
    ("Kyiv refuses to elect a new parliament in wartime.", "ukraine oppose elections-in-ukraine"),
    ("Putin wants the causes of what provoked the conflict removed.", "russia support root-causes"),
    ("Lavrov insists that what triggered the war be dealt with.", "russia support root-causes"),
    ("Kyiv demands compensation for the war.", "ukraine support frozen-assets"),
    ("Ukraine wants a binding guarantee against attacks.", "ukraine support security-guarantees"),
    ("Kyiv insists on the withdrawal of Russian troops.", "ukraine support russian-withdrawal"),
    ("Riga wants Putin to be held responsible for his crimes.", "europe support accountability"),
    ("Sweden stands by Ukraine's borders.", "europe support territorial-integrity"),
    ("Moscow will not meet Umerov before June.", "russia oppose direct-talks (maybe)"),
    ("Kyiv wants the guns to fall silent.", "ukraine support immediate-ceasefire"),
    (
        "Spain will not budge: the sanctions stay, and it wants to keep them.",
        "europe support new-sanctions",
    ),
]

#: The same words of other matters.
OTHER = [
    (
        "Russian and American officials agreed to meet in Istanbul about embassy visas.",
        "direct-talks",
    ),
    ("In Riyadh the Ukrainian guests agreed to the host's list of bank holidays.", "referendum"),
    (
        "Senator Cornyn wants a vote on his own sanctions before Ukraine's team arrives.",
        "referendum",
    ),
    ("Sweden says that the billions for Ukraine should stay where they are.", "freeze-front-line"),
    (
        "The interest rate must remain where it is, Kyiv's central bank insists.",
        "freeze-front-line",
    ),
    ("Moscow wants peace and is in no hurry over visas.", "negotiation-deadline"),
    ("Trump wants peace and says America is done with paying for the war.", "us-mediation"),
    ("Trump promised that he would get it done before the war is over.", "us-mediation"),
    (
        "Budapest guarantees the guest safe passage despite the arrest warrant.",
        "humanitarian-corridors",
    ),
    ("Rubio acknowledged Russian losses and Russian patience.", "recognition-of-annexation"),
    ("Moscow left the U.N.-brokered accord on fertiliser.", "third-party-mediation"),
    (
        "Washington proposed limits on nuclear missiles and on soldiers near Ukraine's borders.",
        "force-limits",
    ),
    ("Moscow demands an end to foreign military and financial help to Ukraine.", "foreign-troops"),
    (
        "Peacekeepers may come. The Germans had sent two tutors to Lviv, Kyiv said.",
        "foreign-troops",
    ),
    ("The shelling had not stopped by dawn, Kyiv reported.", "military-aid"),
    (
        "The guns thundered. Approval by the Senate is still needed, Washington said.",
        "immediate-ceasefire",
    ),
    ("The sanctions are ready, but Trump wants to keep them in reserve.", "new-sanctions"),
    ("Ukraine has consented to a visit by auditors.", "ukraine-participation"),
    ("The Ukrainians are asking for thirty buses.", "referendum"),
    ("The British foreign secretary guaranteed the safety of cargo crews.", "security-guarantees"),
    ("A truce is near, and a Norwegian board would oversee the rest.", "ceasefire-monitoring"),
    ("Zelensky accepted within the hour.", "negotiation-deadline"),
    ("Moscow wants a binding guarantee against NATO's enlargement.", "security-guarantees"),
    ("Good maps, Zelensky said, are a firm guarantee of success.", "security-guarantees"),
    (
        "Kyiv announced the withdrawal of its troops from Toretsk after Russian attacks.",
        "russian-withdrawal",
    ),
    ("Rubio was responsible for the cables on the war.", "accountability"),
    ("London announced asset freezes for Russian individuals and travel bans.", "frozen-assets"),
    ("Warsaw warned of a Russian concentration at Ukraine's borders.", "territorial-integrity"),
    ("Washington left the Europeans out of it and called Kyiv for peace.", "us-mediation"),
    (
        "For the talks no better wine was found, said Doha, the host of the Russians.",
        "third-party-mediation",
    ),
    ("Kyiv prefers a debate and a vote in parliament.", "elections-in-ukraine"),
    ("American jets will be stationed in Romania, not in Ukraine, Vance said.", "military-aid"),
    ("Moscow told its troops to hold their fire in Kherson.", "russian-withdrawal"),
    ("The Kremlin warned that a quiet winter would let Kyiv rearm.", "limited-truce"),
    ("The vice-president pushed Ukraine to come to the peace conference.", "us-mediation"),
]

#: "The package" is the one that was named last.
CALLED = [
    (
        (
            "Kyiv has read the American peace plan. On Monday the Union adopted a package of"
            " sanctions against Russia. Moscow dismissed the package as a farce."
        ),
        "us-peace-plan",
    ),
    (
        (
            "Sweden gave Ukraine a loan for its pensions. The frozen Russian money lies in Brussels"
            ", and Finland said that the money must stay there."
        ),
        "reconstruction-aid",
    ),
]


@pytest.mark.parametrize(("text", "reading"), MEANT)
def test_where_the_words_name_the_issue(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "issue"), OTHER)
def test_where_the_words_are_about_another_matter(reader: Reader, text: str, issue: str) -> None:
    assert issue not in {c.issue for c in reader.found(text)}


@pytest.mark.parametrize(("text", "issue"), CALLED)
def test_a_noun_stands_for_what_it_was_last_used_of(reader: Reader, text: str, issue: str) -> None:
    last = text.rindex(".", 0, -1)
    assert issue not in {c.issue for c in reader.found(text) if c.start > last}
