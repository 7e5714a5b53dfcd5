"""Issues named by classes of words: hosts, papers, pieces of land, doors back into trade."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "The Kremlin prefers a lasting settlement to a breathing space.",
        "russia support settlement-first",
    ),
    (
        "Russia demands that Western troops leave the countries that joined NATO after 1997.",
        "russia support root-causes",
    ),
    ("China called on both sides to open a dialogue.", "china support direct-talks"),
    (
        "Zelensky complained that his country had been shut out of the Riyadh talks.",
        "ukraine support ukraine-participation",
    ),
    (
        "European leaders said the terms had to be acceptable to Ukraine.",
        "europe support ukraine-participation",
    ),
    (
        "Kellogg called on the Russians to hand over their list of conditions.",
        "united-states support peace-memorandum",
    ),
    (
        "Russia offered Ukraine two variants of a ceasefire in its paper.",
        "russia support peace-memorandum",
    ),
    (
        "Starmer said that Ukraine's sovereignty was not up for negotiation.",
        "europe support territorial-integrity",
    ),
    (
        "Witkoff's idea is that the front be locked in place.",
        "united-states support freeze-front-line",
    ),
    (
        "Witkoff suggested that Moscow give up parts of Sumy and Kharkiv for the rest of Donetsk.",
        "united-states support territorial-swap",
    ),
    ("Fico said that he would veto Kyiv's entry.", "europe oppose nato-membership"),
    ("The Baltic states want the open door kept open.", "europe support nato-membership"),
    (
        "Kellogg said that the issue of NATO was off the table.",
        "united-states oppose nato-membership",
    ),
    (
        "Ukraine asked for the return of civilians taken from the occupied towns.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Kyiv rejected routes that led only to Belarus and Russia.",
        "ukraine oppose humanitarian-corridors",
    ),
    (
        "France demanded that civilians be able to leave in the direction of their choice.",
        "europe support humanitarian-corridors",
    ),
    (
        "Ukraine wants the line crossed safely by families separated by the war.",
        "ukraine support humanitarian-corridors",
    ),
    (
        "Kyiv urged its partners to go after the tankers that dodge the cap.",
        "ukraine support new-sanctions",
    ),
    ("Putin wants Aeroflot to be able to fly to America again.", "russia support sanctions-relief"),
    ("Kallas warned against easing the pressure too early.", "europe oppose sanctions-relief"),
    (
        "Trump said that he would like Russia back in the G8.",
        "united-states support sanctions-relief",
    ),
    (
        "Washington let Belavia buy parts for its Boeings again, and Moscow wants the same.",
        "united-states support sanctions-relief",
    ),
    (
        "The Treasury issued a waiver that lets banks settle energy payments with Gazprombank.",
        "united-states support sanctions-relief",
    ),
    ("The Rada ratified the fund.", "ukraine support minerals-deal"),
    ("Zelensky said that he would not sell his country.", "ukraine oppose minerals-deal"),
    (
        "Tusk warned against rewarding the aggressor with cheaper access to western finance.",
        "europe oppose sanctions-relief",
    ),
    (
        "Lukashenko hopes that Washington will take Belaruskali off its list.",
        "belarus support sanctions-relief",
    ),
    (
        "Bessent suspended the ban on dealings with Lukoil's petrol stations.",
        "united-states support sanctions-relief",
    ),
    (
        "Moscow asks for its fertiliser makers to be freed from the restrictions.",
        "russia support sanctions-relief",
    ),
    ("Fico wants gas to flow from the east again.", "europe support sanctions-relief"),
    (
        "The Baltic states will block any softening of the regime of penalties.",
        "europe oppose sanctions-relief",
    ),
    (
        "Zakharova said that the draft would be handed over at the table in Istanbul.",
        "russia support peace-memorandum",
    ),
    ("Kyiv proposed a safe lane for ambulances.", "ukraine support humanitarian-corridors"),
    (
        "Zelensky insists on being present whenever his country is discussed.",
        "ukraine support ukraine-participation",
    ),
    (
        "Berlin warned Trump against sacrificing Ukraine in a bilateral bargain.",
        "europe support ukraine-participation",
    ),
    (
        "Keith Kellogg promised Zelensky that nothing would be forced on him.",
        "united-states support ukraine-participation",
    ),
    (
        "Lithuania insists that no one outside the alliance may decide who becomes a member.",
        "europe support nato-membership",
    ),
    (
        "Putin offered to send home all Ukrainians younger than twenty-five.",
        "russia support prisoner-exchange",
    ),
    (
        "Witkoff believes that both sides will have to part with ground.",
        "united-states support territorial-swap",
    ),
    ("Kyiv does not see Orban as an honest go-between.", "ukraine oppose third-party-mediation"),
    # The same words about other things.
    ("Farmers in Kharkiv traded a plot of land for a tractor.", ""),
    ("The troops left Sumy for the south.", ""),
    ("The two sides swapped 300 captives near Chernihiv.", ""),
    ("OSCE observers were stopped at the contact line.", ""),
    ("Russian troops did not stop at the river and pressed on.", ""),
    ("Trucks halted at the border where they are checked.", ""),
    ("Fighting along the front line continued on Sunday.", ""),
    ("Geneva is neutral ground for the talks.", ""),
    ("Russia withdrew its tanks from the Kyiv region in 2022.", ""),
    ("A strip of the coast was mined.", ""),
    ("The soldiers were separated from their unit.", ""),
    ("China set up a free trade zone in Shanghai.", ""),
    ("Ukraine's path to the EU runs through Brussels.", ""),
    ("The door to diplomacy is open, Zelensky said.", ""),
    ("Sweden's accession to NATO was delayed by Turkey.", ""),
    ("NATO moved more jets to the east.", ""),
    ("Ukraine has lost some of its land this summer, the generals say.", ""),
    ("Kyiv's negotiating position is not up for discussion, he said.", ""),
    ("The publishers carved up the country's newspaper market.", ""),
    ("The government released a thousand tonnes of grain.", ""),
    ("The bodies of the UN accepted the report.", ""),
    ("Civilians returned to the town after the siege.", ""),
    ("A journalist was held up at the airport.", ""),
    ("Refugees crossed the border into Poland by bus.", ""),
    ("Russian soldiers crossed the front line near Pokrovsk, and families fled.", ""),
    ("The grain corridor brought relief to the people of Africa.", ""),
    ("The path to peace is long, people in Kyiv say.", ""),
    ("Civilians were killed at a checkpoint.", ""),
    ("The OSCE condemned the attack on the truce celebrations in Odesa.", ""),
    ("Observers were surprised by the vote in parliament.", ""),
    ("Satellite pictures show that the refinery was hit.", ""),
    ("Election monitors were refused entry to Belarus.", ""),
    ("IAEA inspectors reported damage at the plant.", ""),
    ("The ceasefire lasted until the treaty was signed in 1995.", ""),
    ("Fighting went on all night near Pokrovsk.", ""),
    ("The prices of flats fell as drones flew over Kyiv.", ""),
    ("Russia's strikes caused a crisis in the hospitals.", ""),
    ("Sanctions have led to a crisis in Russian banking.", ""),
    ("The war has caused prices to rise in Moscow.", ""),
    ("Lavrov explained how the meeting came about.", ""),
    ("Russia's security council met on Friday.", ""),
    ("Gas from Baku would suit Hungary.", ""),
    ("Erdogan thanked the pope for his visit.", ""),
    ("Witkoff flew from Doha to Moscow.", ""),
    ("Austria rejects the EU budget.", ""),
    ("Russia imposed a curfew on the Ukrainian towns.", ""),
    ("Zelensky was absent from the parliament meeting because of a cold.", ""),
    ("Ukraine agreed to an American deal on drones.", ""),
    ("The delegation presented the host with a painting.", ""),
    ("The round of drafting the EU paper in Brussels was tiring.", ""),
    ("Russia sent prisoners home after the Istanbul round.", ""),
    ("Umerov showed his identity papers at the gate.", ""),
    ("The two countries opened a dialogue on tariffs.", ""),
    ("Washington and Moscow sat down for talks in Riyadh.", ""),
    ("Kyiv asked Brussels for relief for the refugees.", ""),
    ("The army eased the pressure on Pokrovsk.", ""),
    ("Aeroflot was attacked by hackers.", ""),
    ("The central bank reduced its rate too early.", ""),
    ("Trade with Russia collapsed.", ""),
    ("The bank issued licences for fishing.", ""),
    ("Trump met Putin on the margins of the G7.", ""),
    ("The EU wants to lift the ban on Ukrainian grain.", ""),
    ("The Russian army increased its pressure on Kupiansk.", ""),
    ("Ukrainian drones hit tankers near Novorossiysk.", ""),
    ("Voters pay a high price for Moscow's gas, Fico said.", ""),
    ("Russia has paid a heavy price in lives.", ""),
    ("The captain turned the screw and the tanker left.", ""),
    ("Rosatom sells uranium to American reactors.", ""),
    ("The bank gave Kyiv access to its deposits.", ""),
    ("Trump signed an agreement on lithium with Kazakhstan.", ""),
    ("America has an interest in peace.", ""),
    ("The human resources department signed an agreement in Washington.", ""),
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_wordings(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)
