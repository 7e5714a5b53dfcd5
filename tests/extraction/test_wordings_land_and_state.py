"""Everyday words and images for land, lines, zones, the plant, votes, language and the Union."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "Estonia said it would never accept the outcome of the bogus referendums.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Zelensky rejects any agreement that lends a seal to Putin's land grab.",
        "ukraine oppose recognition-of-annexation (maybe)",
    ),
    ("Kyiv demands a return to the 1991 map.", "ukraine support territorial-integrity"),
    (
        "Norway rejects the redrawing of borders at gunpoint in Europe.",
        "europe support territorial-integrity",
    ),
    ('"Get out of our land," Zelensky told the invaders.', "ukraine support russian-withdrawal"),
    (
        "Washington wants the talks to begin with the present battle map.",
        "united-states support freeze-front-line",
    ),
    (
        "Kyiv rejects a border traced along today's trenches.",
        "ukraine oppose freeze-front-line",
    ),
    (
        "Trump proposed that Putin and Zelensky trade some real estate.",
        "united-states support territorial-swap",
    ),
    (
        "Moscow wants a cushion between the two armies along the line.",
        "russia support buffer-zone",
    ),
    (
        "Kyiv refuses any scheme for the nuclear power plant that includes Rosatom.",
        "ukraine oppose nuclear-plant (maybe)",
    ),
    (
        "Zelensky rejected voting in Ukraine while rockets fall.",
        "ukraine oppose elections-in-ukraine",
    ),
    (
        "Moscow demands that Ukrainians replace their leadership.",
        "russia support elections-in-ukraine",
    ),
    (
        "Kyiv insists on a single state language in Ukraine.",
        "ukraine oppose russian-language-rights",
    ),
    (
        "Romania wants to bring its neighbour Ukraine into the club.",
        "europe support eu-membership",
    ),
    (
        "The senate of Finland is hostile towards a buffer zone.",
        "europe oppose buffer-zone (maybe)",
    ),
    ("The Korean scenario does not suit Kyiv.", "ukraine oppose freeze-front-line"),
    (
        "Zelensky refused to part with another thousand square kilometres of Ukraine.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Kyiv must make a decision on the Donbas, Peskov said.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Lithuania reaffirmed its policy of non-recognition of the annexation of Crimea.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Trump is ready to call the peninsula Russian.",
        "united-states support recognition-of-annexation",
    ),
    (
        "Denmark condemned the acquisition of territory by force.",
        "europe support territorial-integrity",
    ),
    (
        "Paris demands that Russia remove its forces and all military equipment from Ukraine.",
        "europe support russian-withdrawal",
    ),
    ("Kyiv rejects a halt on the achieved lines.", "ukraine oppose freeze-front-line"),
    (
        "Macron wants to keep the two armies thirty kilometres apart.",
        "europe support buffer-zone",
    ),
    ("Zelensky sneered at a neutral Donbas.", "ukraine oppose buffer-zone"),
    (
        "Grossi proposed to Kyiv to put the reactors in Enerhodar under international stewardship.",
        "united-nations support nuclear-plant",
    ),
    ("Moscow demands that all Nazi activity be banned.", "russia support russian-language-rights"),
    (
        "Zelensky refuses to bring the Russian language back into schools.",
        "ukraine oppose russian-language-rights",
    ),
    ("Sweden wants to open all six clusters.", "europe support eu-membership"),
    (
        "Kyiv can forget about a referendum, Peskov said.",
        "russia oppose referendum",
    ),
    ("Putin frets over a plebiscite in Ukraine.", "russia oppose referendum"),
    (
        "Moscow demands that Kyiv leave the Donbas. Zelensky refuses to surrender the region.",
        "russia support ukrainian-withdrawal; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Trump proposed to recognise Crimea as Russian. Kyiv will never legalise the seizure.",
        "united-states support recognition-of-annexation; ukraine oppose recognition-of-annexation",
    ),
    (
        "A Cyprus on the Dnipro is unacceptable, Zelensky said.",
        "ukraine oppose freeze-front-line",
    ),
    (
        "Washington wants to trace the line along today's trenches.",
        "united-states support freeze-front-line",
    ),
    (
        "Kyiv rejects any trading of land with Russia.",
        "ukraine oppose territorial-swap (maybe)",
    ),
    (
        "Trump wants to make a duty-free park of Donetsk.",
        "united-states support buffer-zone (maybe)",
    ),
    ("Macron opposes a depopulated belt.", "europe oppose buffer-zone"),
    (
        "Washington offered to run the Zaporizhzhia nuclear plant. Moscow refuses to share it.",
        "united-states support nuclear-plant; russia oppose nuclear-plant",
    ),
    (
        "Washington wants Kyiv to hold elections. Zelensky refuses to hold them under fire.",
        "united-states support elections-in-ukraine; ukraine oppose elections-in-ukraine",
    ),
    (
        "Kyiv wants a referendum on the deal. Moscow sees no merit in asking the nation.",
        "ukraine support referendum; russia oppose referendum",
    ),
    (
        "Lavrov demands that children in Odesa be taught at school in Russian.",
        "russia support russian-language-rights",
    ),
    (
        "Kyiv wants to join the EU. Hungary refuses to let it in.",
        "ukraine support eu-membership; europe oppose eu-membership",
    ),
    (
        "Kyiv demands that Russia evacuate the Kinburn Spit.",
        "ukraine support russian-withdrawal",
    ),
    (
        "Spain said conquest must never earn recognition.",
        "europe oppose recognition-of-annexation (maybe)",
    ),
    (
        "Zelensky insisted on the restoration of Ukrainian control over all occupied regions.",
        "ukraine support territorial-integrity",
    ),
    ("The borders of 1991 no longer exist, Putin said.", "russia oppose territorial-integrity"),
    ("Russia must leave, Macron said.", "europe support russian-withdrawal"),
    (
        "Kyiv will not trade away any of its regions.",
        "ukraine oppose territorial-swap (maybe); ukraine oppose ukrainian-withdrawal (maybe)",
    ),
    (
        "Merz proposed a zone from which both armies would withdraw along the line.",
        "europe support buffer-zone",
    ),
    (
        "Brussels demanded that the IAEA take charge of the Zaporizhzhia nuclear power plant.",
        "europe support nuclear-plant",
    ),
    (
        "Putin rejects taking the Zaporizhzhia plant away from Rosatom.",
        "russia oppose nuclear-plant",
    ),
    (
        "Putin demands that the deal be signed by a newly elected Ukrainian government.",
        "russia support elections-in-ukraine",
    ),
    (
        "Trump wants to consult Ukrainians on the Donbas.",
        "united-states support referendum",
    ),
    ("Trump would not mind a referendum in Ukraine.", "united-states support referendum"),
    (
        "Putin demands that Kyiv stop persecuting the Russian language.",
        "russia support russian-language-rights",
    ),
    (
        "Lavrov demands an end to the restrictions on the Ukrainian Orthodox Church.",
        "russia support russian-language-rights",
    ),
    ("Latvia supports Kyiv's accession.", "europe support eu-membership"),
    (
        "Kyiv opposes a freeze of the front without guarantees.",
        (
            "ukraine oppose|conditional freeze-front-line (maybe);"
            " ukraine support security-guarantees (maybe)"
        ),
    ),
    ("Moscow rejects the idea of a freeze in the war.", "russia oppose freeze-front-line"),
    (
        "Zelensky refuses to hand over the Zaporizhzhia nuclear plant.",
        "ukraine oppose nuclear-plant",
    ),
    (
        "Lavrov demands that Kyiv repeal its laws on education.",
        "russia support russian-language-rights",
    ),
    (
        "An election in Ukraine during the war would only divide the country, Zelensky said.",
        "ukraine oppose elections-in-ukraine",
    ),
    (
        "Poland wants Ukraine to remain free, independent and whole.",
        "europe support territorial-integrity",
    ),
    (
        "Canada and Norway reject any Russian claim to Ukrainian land.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Kyiv refuses to walk away from its fortified towns.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Tusk opposes giving Putin what his army could not take.",
        "europe oppose ukrainian-withdrawal",
    ),
    (
        "Zelensky would not hear of signing the peninsula away.",
        "ukraine oppose recognition-of-annexation",
    ),
    (
        "The Dutch prime minister refused to sanctify the conquest of Ukrainian land.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Moscow wants its title to the occupied provinces confirmed.",
        "russia support recognition-of-annexation",
    ),
    (
        "Macron said that tanks must not draw the borders of Europe.",
        "europe support territorial-integrity",
    ),
    (
        "Merz said that Ukraine must not be dismembered.",
        "europe support territorial-integrity",
    ),
    (
        "Putin refuses to let go of the regions that his army occupies.",
        "russia oppose russian-withdrawal",
    ),
    (
        "Vance suggested that each army keep roughly what it holds.",
        "united-states support freeze-front-line",
    ),
    (
        "Rubio favours a reshuffling of territory between Russia and Ukraine.",
        "united-states support territorial-swap",
    ),
    (
        "Kyiv rejects a sterile zone in its own province.",
        "ukraine oppose buffer-zone",
    ),
    (
        "The White House wants the nuclear site placed under American management.",
        "united-states support nuclear-plant",
    ),
    (
        "Moscow says that the Zaporizhzhia station is the property of Rosatom.",
        "russia oppose nuclear-plant (maybe)",
    ),
    (
        "Macron rejected a presidential vote under bombardment in Ukraine.",
        "europe oppose elections-in-ukraine",
    ),
    (
        "Zelensky said that any settlement must first be approved by the electorate.",
        "ukraine support referendum",
    ),
    (
        "Lavrov demanded that those who pray in Russian in Ukraine be left in peace.",
        "russia support russian-language-rights (maybe)",
    ),
    (
        "Hungary is blocking Kyiv's entry to the Union.",
        "europe oppose eu-membership (maybe)",
    ),
    (
        "Stubb would like to see Ukraine at the table of the Union.",
        "europe support eu-membership",
    ),
    (
        "Kyiv refuses to hand over its last bastions in the east.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Norway will never regard the annexed provinces as legally Russian.",
        "europe oppose recognition-of-annexation",
    ),
    (
        "Merz said that nobody may redraw the map of Europe.",
        "europe support territorial-integrity (maybe)",
    ),
    (
        "Meloni wants all Russian troops off Ukrainian soil.",
        "europe support russian-withdrawal",
    ),
    (
        "Paris opposes the trading of Ukrainian provinces.",
        "europe oppose territorial-swap",
    ),
    (
        "Umerov proposed drawing both armies back by the same distance.",
        "ukraine support buffer-zone",
    ),
    (
        "Lavrov demanded the return of Russian to schools in Ukraine.",
        "russia support russian-language-rights",
    ),
    (
        "Lavrov demanded a vote for president in Ukraine.",
        "russia support elections-in-ukraine",
    ),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


ELSEWHERE = [
    "Moscow rejected Serbia's wish for a return to the map of 1913.",
    "Putin saluted speakers of Russian in Latin America.",
    "Trump wants to trade real estate in Manhattan.",
    "Berlin rejects voting by mail in its own elections.",
    "Cyprus wants to demine the buffer zone.",
    "Ukraine's parliament voted to extend martial law.",
    "Zelensky refuses to leave it to parliament.",
    "Germany rejected a freeze on civil servants' pay.",
    "Israel will keep what it has taken in Gaza, Trump said.",
    "Putin said that the partition of Yugoslavia had been wrong.",
    "Merz wants a new president who can unite the party.",
    "The front was quiet on Monday, Zelensky said.",
    "Macron rejected a snap vote in France.",
    "Merz saw a gap between the two sides in their positions on tax.",
    "Berlin wants a free trade zone with India.",
    "Washington wants a new leadership in Tehran.",
    "Zelensky wants the power stations in Kharkiv repaired by foreign companies.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_same_words_elsewhere(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
