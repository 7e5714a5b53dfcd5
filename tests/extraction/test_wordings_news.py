"""Wordings of the news itself, and the same words where another matter is meant."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "Kyiv offered a 48-hour ceasefire along the whole front.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Wadephul called for a ceasefire at sea, on land and in the skies.",
        "europe support immediate-ceasefire",
    ),
    ("Vance urged both sides to leave it where it is.", "united-states support freeze-front-line"),
    ("Moscow suggested a truce lasting three days.", "russia support limited-truce"),
    (
        "Witkoff wants a lasting end to the war instead of a short pause.",
        "united-states support settlement-first",
    ),
    ("Orban welcomed the Budapest meeting.", "europe support leaders-summit"),
    (
        "Stubb supports a meeting of the two countries' presidents.",
        "europe support leaders-summit",
    ),
    (
        "Umerov said that Ukraine is ready for meaningful talks with Russia.",
        "ukraine support direct-talks",
    ),
    (
        "Vance said that the United States could take a pass on the peace talks.",
        "united-states oppose us-mediation",
    ),
    (
        "Tusk demands that Ukraine be invited to join the negotiations.",
        "europe support ukraine-participation",
    ),
    (
        "Yermak proposed a wider format of talks with the Europeans.",
        "ukraine support european-participation",
    ),
    (
        "Medinsky offered to exchange written proposals with Ukraine.",
        "russia support peace-memorandum",
    ),
    (
        "Estonia demands that the troops go back to the lines held before the invasion of Ukraine.",
        "europe support russian-withdrawal",
    ),
    (
        "Lavrov demands that Ukraine's army be fully withdrawn from the Kherson region.",
        "russia support ukrainian-withdrawal",
    ),
    ("Trump expects some land swapping.", "united-states support territorial-swap (maybe)"),
    (
        "Sweden permitted Kyiv to strike targets within Russia.",
        "europe support military-aid",
    ),
    ("Yermak asked for more air defence batteries.", "ukraine support military-aid"),
    (
        "Hegseth wants Ukraine to stay out of NATO.",
        "united-states oppose nato-membership",
    ),
    ("Leavitt ruled out American boots on the ground.", "united-states oppose foreign-troops"),
    (
        "Denmark offered to contribute soldiers to a reassurance force.",
        "europe support foreign-troops",
    ),
    (
        "Peskov demanded a halt to Kyiv's mobilisation.",
        "russia support force-limits",
    ),
    (
        "Lavrov demands that Russian lenders be let back into SWIFT.",
        "russia support sanctions-relief",
    ),
    ("Belgium is against diverting Russian money.", "europe oppose frozen-assets"),
    (
        "Norway promised to support Ukraine financially.",
        "europe support reconstruction-aid",
    ),
    (
        "Latvia wants to increase help for Ukraine's state budget.",
        "europe support reconstruction-aid",
    ),
    (
        "Sanchez supports Ukraine's pathway to the European Union.",
        "europe support eu-membership",
    ),
    (
        "Moscow demands that Kyiv repeal its law on national minorities.",
        "russia support russian-language-rights",
    ),
    (
        "The White House proposed that Ukraine hand its nuclear plants to the United States.",
        "united-states support nuclear-plant",
    ),
    (
        "Moscow insists on running the Zaporizhzhia plant itself.",
        "russia oppose nuclear-plant",
    ),
    (
        "Germany and France drafted a rival peace plan for Ukraine.",
        "europe support european-peace-plan",
    ),
]
WORDINGS += [
    (
        "Lavrov insists that the Europeans be kept out of the negotiations.",
        "russia oppose european-participation",
    ),
    (
        "Sikorski refuses to be sidelined from the negotiations on Ukraine.",
        "europe support european-participation (maybe)",
    ),
    (
        "Vance said that Kyiv must be represented in the negotiations.",
        "united-states support ukraine-participation",
    ),
    (
        "Moscow offered Ukraine a time and place for a new round of talks.",
        "russia support direct-talks",
    ),
    (
        "Washington wants to clear the old irritants in relations with Moscow.",
        "united-states support us-russia-normalisation",
    ),
    (
        "Svyrydenko welcomed the joint investment fund with the United States.",
        "ukraine support minerals-deal",
    ),
    (
        "Moscow demands that Kyiv annul the laws that restrict the Orthodox Church.",
        "russia support russian-language-rights",
    ),
    ("Vance wants the territories to be exchanged.", "united-states support territorial-swap"),
    ("Yermak wants the Easter truce to be extended.", "ukraine support limited-truce"),
    (
        "Norway promised new macro-financial aid for Ukraine.",
        "europe support reconstruction-aid",
    ),
    ("Lavrov welcomed African mediation.", "russia support third-party-mediation"),
    (
        "Yermak insists that the people of Ukraine decide this question.",
        "ukraine support referendum",
    ),
    (
        "Brussels further restricted Moscow's access to military technology.",
        "europe support new-sanctions",
    ),
]
# Words that name an issue elsewhere, and name none here, or another.
OTHER_MATTERS = [
    (
        "Kyiv accepted a U.S. proposal for a ceasefire.",
        "ukraine support immediate-ceasefire; united-states support immediate-ceasefire (maybe)",
    ),
    (
        "Moscow rejected Trump's idea of a summit with Zelensky and Putin.",
        "russia oppose leaders-summit; united-states support leaders-summit",
    ),
    (
        "Zelensky said that no talks are possible until a truce is in place.",
        "ukraine support immediate-ceasefire; ukraine oppose direct-talks (maybe)",
    ),
    ("Modi said that India stays neutral on the war in Ukraine.", ""),
    ("Sikorski said that frost cannot bend the will of Ukraine's people.", ""),
    ("Merz said that his position is clear.", ""),
    ("Orban said that Ukraine must not be let into the bloc.", ""),
    (
        "Kyiv gave the Russian delegation a list of the abducted children.",
        "ukraine support return-of-children",
    ),
    (
        "Trump called for a truce. He lifted the pause on intelligence sharing.",
        "united-states support immediate-ceasefire",
    ),
    ("Trump said that the rest goes to a joint fund with Japan.", ""),
    ("Brussels decided to suspend sanctions imposed on banks in Syria.", ""),
    ("A court banned the Russian skater for doping. Berlin welcomed that.", ""),
    ("Tusk wants a tribunal to hear the doping case of the athletes.", ""),
    ("Madrid wants to send soldiers to the Red Sea.", ""),
    ("Brussels wants a deadline for the end of combustion engines.", ""),
    ("Qatar offered mediation between Rwanda and Congo.", ""),
    ("Trump presented a 20-point plan for Gaza.", ""),
    ("Washington wants an agreement with Japan on rare earths.", ""),
    ("Macron wants the nuclear plant in Flamanville restarted under EDF.", ""),
    ("Washington supports security guarantees for Taiwan.", ""),
    ("Vance said that he wants good relations with Russia's neighbours.", ""),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_news_wording_tells_its_issue(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), OTHER_MATTERS)
def test_same_words_of_another_matter_tell_only_what_is_meant(
    reads: Callable[[str, str], None], text: str, reading: str
) -> None:
    reads(text, reading)
