"""Wordings of pressure, money, humanitarian and political issues, and the same words elsewhere."""

from collections.abc import Callable

import pytest

WORDINGS = [
    ("Poland wants to ban the import of Russian gas.", "europe support new-sanctions"),
    (
        "Washington proposed tariffs on the buyers of Russian oil.",
        "united-states support new-sanctions",
    ),
    ("Kyiv urged Europe to close the loopholes.", "ukraine support new-sanctions"),
    ("Berlin rejects a reconnection of Russian banks to SWIFT.", "europe oppose sanctions-relief"),
    ("Moscow demands that Nord Stream be reopened.", "russia support sanctions-relief (maybe)"),
    ("Estonia insists that Russia pay for the damage.", "europe support frozen-assets"),
    ("Belgium is reluctant to tap the Russian reserves.", "europe oppose frozen-assets"),
    ("Trump wants a share in Ukraine's mineral wealth.", "united-states support minerals-deal"),
    ("Denmark offered to repair hospitals in Mykolaiv.", "europe support reconstruction-aid"),
    ("Norway promised to fill the hole in Ukraine's budget.", "europe support reconstruction-aid"),
    (
        "Moscow proposed to restore direct flights to New York.",
        "russia support us-russia-normalisation",
    ),
    (
        "Kyiv wants its defenders to be sent home from captivity.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Kyiv demands that every child be reunited with its parents.",
        "ukraine support return-of-children (maybe)",
    ),
    (
        "Macron asked Putin to let civilians leave the besieged city.",
        "europe support humanitarian-corridors",
    ),
    (
        "Latvia wants those responsible to stand trial in The Hague.",
        "europe support accountability",
    ),
    ("Moscow demands a full amnesty.", "russia oppose accountability"),
    (
        "Sweden wants to open the first cluster of the accession talks with Ukraine.",
        "europe support eu-membership",
    ),
    ("Hungary refuses to let Ukraine into the European Union.", "europe oppose eu-membership"),
    (
        "Moscow demands that Ukraine hold a presidential vote.",
        "russia support elections-in-ukraine",
    ),
    ("Zelensky wants to put the deal to the people.", "ukraine support referendum"),
    (
        "Moscow insists on official status for the Russian language.",
        "russia support russian-language-rights",
    ),
    (
        "Washington proposed to split the electricity of the Zaporizhzhia plant.",
        "united-states support nuclear-plant",
    ),
    (
        "Kyiv demands that the Zaporizhzhia plant be returned to Ukraine.",
        "ukraine oppose nuclear-plant",
    ),
    ("Poland promised to fill the gap in Kyiv's finances.", "europe support reconstruction-aid"),
    (
        "Estonia wants a treaty that would oblige the allies to fight for Ukraine.",
        "europe support security-guarantees",
    ),
    ("Yermak asked for a shield over Ukraine.", "ukraine support security-guarantees"),
    ("Moscow rejects a French garrison on the Dnipro.", "russia oppose foreign-troops"),
    ("Spain refuses to send its own sons to the front.", "europe oppose foreign-troops"),
    ("Moscow wants to disarm Ukraine.", "russia support force-limits"),
    ("Western tanks for Ukraine only prolong the war, Lavrov said.", "russia oppose military-aid"),
    ("Kyiv wants the ghost fleet stopped.", "ukraine support new-sanctions"),
    ("Paris refuses to reconnect the Moscow banks.", "europe oppose sanctions-relief"),
    ("Moscow demands an end to the economic siege.", "russia support sanctions-relief"),
    ("Latvia wants to make the vandal pay.", "europe support frozen-assets"),
    ("Warsaw wants the shadow fleet curbed.", "europe support new-sanctions"),
    ("Norway offered to prop up the Ukrainian budget.", "europe support reconstruction-aid"),
    (
        "Trump wants to turn the page with Moscow.",
        "united-states support us-russia-normalisation",
    ),
    ("Berlin wants a web of commitments for Ukraine.", "europe support security-guarantees"),
    ("Moscow refuses to let the Latvian army go into Ukraine.", "russia oppose foreign-troops"),
    ("Kyiv vowed to keep the size of its army.", "ukraine oppose force-limits"),
    (
        "Finland promised more money for Ukraine's war effort.",
        "europe support military-aid",
    ),
    ("The EU agreed to cut off another bank from SWIFT.", "europe support new-sanctions"),
    (
        "Warsaw opposes the return of Russia to the world economy.",
        "europe oppose sanctions-relief (maybe)",
    ),
    ("Sweden wants to help Ukraine through the winter.", "europe support reconstruction-aid"),
    ("Moscow wants to mend fences with Washington.", "russia support us-russia-normalisation"),
    ("Kallas refuses to treat Putin as a partner.", "europe oppose us-russia-normalisation"),
    (
        "Sending more arms to Kyiv would amount to a war with NATO, Lavrov said.",
        "russia oppose military-aid",
    ),
    ("Lithuania wants promises that bite for Ukraine.", "europe support security-guarantees"),
    (
        "Moscow demands that Ukraine never enter any alliance.",
        "russia oppose nato-membership (maybe)",
    ),
    ("Moscow will not tolerate British instructors in Ukraine.", "russia oppose foreign-troops"),
    ("Kyiv refuses to disband half of its brigades.", "ukraine oppose force-limits"),
    ("The Pentagon imposed a freeze on deliveries to Kyiv.", "united-states oppose military-aid"),
    ("Finland wants to lower the cap on Russian oil.", "europe support new-sanctions"),
    ("Warsaw opposes easing up on Russia.", "europe oppose sanctions-relief"),
    ("Denmark promised to clear mines from Ukrainian fields.", "europe support reconstruction-aid"),
    (
        "Latvia wants arrangements that deter another invasion.",
        "europe support security-guarantees",
    ),
    (
        "Warsaw wants the allies to offer Ukraine a formal invitation.",
        "europe support nato-membership (maybe)",
    ),
    (
        "Berlin wants to send troops to Ukraine. They would be legitimate targets, Lavrov said.",
        "europe support foreign-troops; russia oppose foreign-troops",
    ),
    ("Lavrov denounced the theft of Russian assets.", "russia oppose frozen-assets"),
    ("The plan was plain theft of Russian assets, Lavrov said.", "russia oppose frozen-assets"),
    (
        "Lavrov called for the removal of irritants.",
        "russia support us-russia-normalisation (maybe)",
    ),
    (
        "Putin called for ties with Washington to be restored.",
        "russia support us-russia-normalisation",
    ),
    ("Sweden wants to ban Russian nuclear fuel.", "europe support new-sanctions"),
    (
        "The EU adopted sanctions against Russia. Orban opposes any further tariffs.",
        "europe support new-sanctions (maybe); europe oppose new-sanctions (maybe)",
    ),
]
ELSEWHERE = [
    "Poland bought gas from Norway.",
    "Washington imposed tariffs on Canadian steel.",
    "Berlin wants its banks to lend more to builders.",
    "Belgium wants to tap its own reserves of doctors.",
    "Trump praised the mineral water.",
    "Denmark wants to repair its own bridges.",
    "A direct flight took the delegation to Moscow.",
    "The defenders of the football club were sent home.",
    "Macron met children in a Paris school.",
    "France wants its civilians to leave Lebanon.",
    "Latvia's court heard a case about taxes.",
    "Sweden opened a cluster of new schools.",
    "Moscow held a vote on its new metro line.",
    "Poland will hold a presidential election in May.",
    "Moscow teaches Russian in its schools.",
    "Berlin wants to split the electricity bill with Vienna.",
    "Latvia bought insurance for its ships.",
    "Germany wants to reconnect its banks with customers.",
    "Moscow wants to fill the gap in the regional budget of Tver.",
    "Sweden sent its own sons to the summer camp.",
    "Poland wants to mend its schools.",
    "Trump wants to turn the page on his divorce.",
    "Norway wants to make the polluter of its fjords pay a fine.",
    "Spain refuses to leave its reserves of water untouched.",
    "Germany wants to keep the size of its parliament.",
    "Sweden wants to help its farmers through the winter.",
    "Moscow wants to mend the fences of its parks.",
    "The bank made it a condition that the roof be mended.",
    "France wants a web of railways.",
    "Denmark wants to lower the cap on rents.",
    "Poland imposed a freeze on deliveries of milk.",
    "The bank adds a slice of the loan to its books.",
    "Warsaw opposes going easy on thieves.",
    "Germany wants instructors for its ski schools.",
    "Finland will send soldiers to Niger.",
    "Sweden wants to ban nuclear fuel from its lakes.",
    "Lavrov denounced the theft of a painting.",
    "Putin called for ties with Damascus to be restored.",
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_same_words_elsewhere(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
