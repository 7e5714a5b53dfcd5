"""Plain prose: what articles say in place of the set phrases, and what they say in passing.

The first two lists hold positions, worded freely
and in varied grammar; the third holds sentences that name an issue or an actor and take no
position: facts, questions, suppositions, publics, other wars.
"""

from collections.abc import Callable

import pytest

FREELY_WORDED = [
    (
        "Kyiv said it would not trade one part of the country for another.",
        "ukraine oppose territorial-swap",
    ),
    (
        (
            "Nobody in Kyiv will sign a pullback from towns that the Russians have not been "
            "able to take."
        ),
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "There can be no question of Russian units leaving, Peskov said.",
        "russia oppose russian-withdrawal",
    ),
    (
        (
            "Macron called it unthinkable that the continent's security should be settled in "
            "its absence."
        ),
        "europe support european-participation",
    ),
    (
        "Lavrov said that foreign soldiers of any description would be treated as targets.",
        "russia oppose foreign-troops",
    ),
    (
        (
            "The Kremlin said that threats to impose secondary tariffs on buyers of Russian "
            "oil were illegitimate."
        ),
        "russia oppose new-sanctions",
    ),
    (
        "Putin told reporters that the Donbas had to be handed over in full.",
        "russia support ukrainian-withdrawal",
    ),
    ("Warsaw will not send soldiers to Ukraine, Tusk repeated.", "europe oppose foreign-troops"),
    (
        '"Not one Polish soldier will set foot in Ukraine," Tusk said.',
        "europe oppose foreign-troops",
    ),
    (
        "Orban said that not a cent of Hungarian money would go to Kyiv.",
        "europe oppose reconstruction-aid",
    ),
    ("Merz wants Moscow to foot the bill for the reconstruction.", "europe support frozen-assets"),
    (
        "Tusk told parliament that Russia must pay for the damage it has done.",
        "europe support frozen-assets",
    ),
    (
        "The United States will keep at it as long as there is something useful to do, Rubio said.",
        "united-states support|conditional us-mediation",
    ),
    (
        "Rubio warned that Washington would move on if there was no progress.",
        "united-states oppose|conditional us-mediation",
    ),
    ("Vance said it would be time for America to step away.", "united-states oppose us-mediation"),
    (
        "Turkey would gladly host another round of talks in Istanbul.",
        "ukraine support direct-talks (maybe)",
    ),
    ("Zelensky asked for air defence and artillery ammunition.", "ukraine support military-aid"),
    ("Denmark will train Ukrainian pilots on the F-16.", "europe support military-aid"),
    ("Meloni ruled out sending Italian troops to Ukraine.", "europe oppose foreign-troops"),
    (
        "Kyiv insists that the deported children be traced and brought home.",
        "ukraine support return-of-children",
    ),
    (
        "Zelensky condemned the abduction of Ukrainian children by Russia.",
        "ukraine support return-of-children",
    ),
    (
        "Kallas said that those responsible must answer for it before a court.",
        "europe support accountability",
    ),
    ("Kyiv rejected any cap on the size of its army.", "ukraine oppose force-limits"),
    ("Moscow insists on a neutral and non-aligned Ukraine.", "russia support force-limits"),
    (
        "Peskov said artificial deadlines had never helped anyone.",
        "russia oppose negotiation-deadline",
    ),
    (
        "Washington expects a reply to its text by January 31.",
        "united-states support negotiation-deadline; united-states support us-peace-plan (maybe)",
    ),
    (
        "Sybiha called for humanitarian access for the Red Cross to prisoners.",
        "ukraine support humanitarian-corridors",
    ),
    (
        "Zelensky called on Moscow to let the buses with civilians through.",
        "ukraine support humanitarian-corridors",
    ),
    (
        "Trump wants American companies back in the Russian Arctic.",
        "united-states support us-russia-normalisation",
    ),
    (
        "Dmitriev proposed direct flights between Moscow and New York.",
        "russia support us-russia-normalisation",
    ),
    (
        "The EU prolonged the measures against Russian individuals until September.",
        "europe support new-sanctions",
    ),
    (
        "Fico demanded that two names be removed from the EU's sanctions list.",
        "europe support|oppose sanctions-relief; europe oppose new-sanctions (maybe)",
    ),
    (
        "Zelensky argued for turning the reserves of the Russian central bank over to Ukraine.",
        "ukraine support frozen-assets",
    ),
    (
        "Von der Leyen wants to open the first cluster of accession talks with Ukraine in June.",
        "europe support eu-membership",
    ),
    ("Stubb said that Ukraine belonged in the European Union.", "europe support eu-membership"),
    ("Rutte said Ukraine belongs in the Euro-Atlantic family.", "nato support nato-membership"),
    (
        "Zelensky said that any deal would have to be put to the people.",
        "ukraine support referendum",
    ),
    (
        "The reactors at Zaporizhzhia would be run by Americans, Witkoff suggested.",
        "united-states support nuclear-plant",
    ),
    (
        "Moscow wants Russian to be given official status alongside Ukrainian.",
        "russia support russian-language-rights",
    ),
    (
        "London and Paris would patrol the skies over Ukraine after a truce.",
        "europe support foreign-troops",
    ),
    (
        "Zelensky is ready to go anywhere but Moscow to meet Putin.",
        "ukraine support leaders-summit",
    ),
    (
        "Erdogan offered to bring Putin and Zelensky together in Istanbul.",
        "turkey support leaders-summit; turkey support third-party-mediation (maybe)",
    ),
    (
        "Moscow proposed a belt of twenty kilometres free of heavy weapons.",
        "russia support buffer-zone",
    ),
    (
        (
            "The guns, Starmer said, have to fall silent along the whole line before anybody "
            "talks about maps."
        ),
        "europe support immediate-ceasefire",
    ),
    (
        "Zelensky wants the shooting to stop at once, in the air, on land and at sea.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Putin told the generals to press on with the offensive.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Kyiv offered to stop firing at refineries if Moscow left its power plants alone.",
        "ukraine support|conditional limited-truce",
    ),
    (
        "Rubio wants satellites to check whether both armies keep to the line.",
        "united-states support ceasefire-monitoring",
    ),
    (
        "Lavrov asked who was going to check that the Ukrainians did not use a pause to rearm.",
        (
            "russia oppose|conditional|ambivalent immediate-ceasefire (maybe); russia "
            "support ceasefire-monitoring (maybe)"
        ),
    ),
    (
        "The Kremlin wants the alliance to go back to where it stood in 1997.",
        "russia support root-causes",
    ),
    (
        "Umerov hopes to see the Russians across the table again before the month is out.",
        "ukraine support direct-talks",
    ),
    (
        "Medinsky said his delegation would be back in Istanbul whenever the Ukrainians were.",
        "russia support direct-talks",
    ),
    (
        "Kyiv refuses to speak to Moscow as long as missiles fall.",
        "ukraine oppose|conditional direct-talks",
    ),
    (
        "Zelensky would look Putin in the eye anywhere but in Moscow.",
        "ukraine support leaders-summit",
    ),
    ("Trump wants to get the two of them into a room.", "united-states support leaders-summit"),
    (
        "Peskov said that the presidents would meet only once there was something to sign.",
        "russia conditional|oppose leaders-summit",
    ),
    (
        "Vance said America had better things to do than to chase the two sides.",
        "united-states oppose us-mediation",
    ),
    (
        "Trump promised to go on trying until there was a deal.",
        "united-states support us-mediation",
    ),
    (
        "Ankara put its palace at the disposal of both delegations.",
        "turkey support third-party-mediation",
    ),
    (
        (
            "Kallas complained that the fate of the continent was being decided in rooms "
            "without Europeans."
        ),
        "europe support european-participation",
    ),
    (
        "Peskov does not see a chair for Brussels at this table.",
        "russia oppose european-participation",
    ),
    (
        "The Europeans put a paper of their own next to the American one.",
        "europe support european-peace-plan",
    ),
    ("Trump wants an answer from Kyiv by Thursday.", "united-states support negotiation-deadline"),
    ("Zelensky will not be hurried, he said.", "ukraine oppose negotiation-deadline"),
    (
        "The White House wants Kyiv to pull its soldiers out of Sloviansk.",
        "united-states support ukrainian-withdrawal",
    ),
    (
        "Sybiha said that not a metre of the Donbas would be handed over at the table.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Trump is ready to call Crimea Russian.", "united-states support recognition-of-annexation"),
    (
        "Europe will never accept that borders are moved by tanks, Macron said.",
        "europe support territorial-integrity",
    ),
    ("Kyiv wants its flag back over Sevastopol.", "ukraine support territorial-integrity"),
    (
        "Zelensky wants every Russian soldier gone from Ukrainian soil.",
        "ukraine support russian-withdrawal",
    ),
    ("Witkoff floated trading Kursk for Kharkiv.", "united-states support territorial-swap"),
    (
        "Putin wants a strip along the border emptied of Ukrainian troops.",
        "russia support buffer-zone",
    ),
    (
        "Zelensky asked what would keep Putin from coming back.",
        "ukraine support security-guarantees",
    ),
    ("Meloni wants something like Article 5 for Ukraine.", "europe support security-guarantees"),
    (
        "Hegseth called Ukraine's entry into the alliance unrealistic.",
        "united-states oppose nato-membership",
    ),
    ("Rutte said the door was still open to Kyiv.", "nato support nato-membership"),
    (
        "Starmer is prepared to put British boots on the ground and planes in the air.",
        "europe support foreign-troops",
    ),
    ("Moscow wants an army too small to threaten it.", "russia support force-limits"),
    ("Zelensky would not hear of a ceiling for his army.", "ukraine oppose force-limits"),
    (
        "Pistorius promised Kyiv two more Patriot batteries by Christmas.",
        "europe support military-aid",
    ),
    (
        "Fico swore that not a single bullet would cross the border to Ukraine.",
        "europe oppose military-aid",
    ),
    (
        "Orban will veto the nineteenth package unless Hungary keeps its gas.",
        "europe oppose|conditional new-sanctions",
    ),
    ("Dmitriev wants Russian banks back in SWIFT.", "russia support sanctions-relief"),
    (
        "Tusk thinks that the aggressor's money should rebuild what the aggressor destroyed.",
        "europe support frozen-assets",
    ),
    ("Bessent wants his money back in lithium.", "united-states support minerals-deal"),
    (
        "The Netherlands will pay for the repair of Kharkiv's schools.",
        "europe support reconstruction-aid",
    ),
    (
        "Ushakov spoke of billions to be made together in the Arctic.",
        "russia support us-russia-normalisation",
    ),
    (
        "Lubinets wants all of Ukraine's captives home by Easter.",
        "ukraine support prisoner-exchange",
    ),
    (
        "Guterres called for a way out for the people of Mariupol.",
        "united-nations support humanitarian-corridors",
    ),
    (
        "Kallas said that there could be no peace without a judge.",
        "europe support accountability (maybe)",
    ),
    ("Von der Leyen wants Kyiv in the Union by 2030.", "europe support eu-membership"),
    ("Szijjarto said Hungary would not let Ukraine into the Union.", "europe oppose eu-membership"),
    ("Zelensky said that people cannot vote under bombs.", "ukraine oppose elections-in-ukraine"),
    (
        "Moscow wants its language back in Ukrainian schools.",
        "russia support russian-language-rights",
    ),
    (
        "Trump would like American engineers to run the reactors at Enerhodar.",
        "united-states support nuclear-plant",
    ),
]

TURNED = [
    (
        (
            "Washington said that the hostages must be released, and the deported children "
            "returned to Ukraine."
        ),
        "united-states support return-of-children; united-states support prisoner-exchange",
    ),
    (
        "Moscow demands that Crimea be recognised as Russian and that Ukraine's army be cut.",
        "russia support recognition-of-annexation; russia support force-limits",
    ),
    (
        "Kyiv asks that its prisoners be freed and the abducted children sent home.",
        "ukraine support prisoner-exchange; ukraine support return-of-children",
    ),
    (
        "Meloni rejected the idea that Ukraine should cede the Donbas.",
        "europe oppose ukrainian-withdrawal",
    ),
    (
        "Paris wants European troops in Ukraine. London takes the same view.",
        "europe support foreign-troops",
    ),
    (
        "Kyiv rejects any territorial swap. The Americans disagree.",
        "ukraine oppose territorial-swap; united-states support territorial-swap",
    ),
    (
        "Moscow demands the Donbas. Washington agrees.",
        "russia support ukrainian-withdrawal; united-states support ukrainian-withdrawal",
    ),
    (
        "Moscow opposes Western troops in Ukraine. Washington does too.",
        "russia oppose foreign-troops; united-states oppose foreign-troops",
    ),
    (
        "Putin would accept a buffer zone. Such a zone is unacceptable to Kyiv.",
        "russia support|conditional buffer-zone; ukraine oppose buffer-zone",
    ),
    (
        "Trump has proposed a land swap. That is unacceptable, Zelensky said.",
        "united-states support territorial-swap; ukraine oppose territorial-swap",
    ),
    (
        "Trump has called for an immediate ceasefire. Kyiv is open to it.",
        "united-states support immediate-ceasefire; ukraine support immediate-ceasefire",
    ),
    (
        "Kyiv wants an immediate ceasefire. The weather was bad. It is cold in Moscow.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Kyiv wants an immediate ceasefire. Moscow agreed to hold a meeting on grain.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Washington is losing patience. It has threatened to walk away from the talks.",
        "united-states oppose us-mediation",
    ),
    (
        "Russia and Ukraine sent delegations to Istanbul. Both sides agreed to exchange prisoners.",
        "russia support prisoner-exchange; ukraine support prisoner-exchange",
    ),
    (
        "Russia's demand for limits on the Ukrainian army remains on the table.",
        "russia support force-limits",
    ),
    (
        "Ukrainian resistance to a withdrawal from Donbas is as strong as ever.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    ("Moscow is ready for direct talks with Ukraine.", "russia support direct-talks"),
    (
        "Hungary's prime minister is the fiercest opponent of Ukraine's EU membership.",
        "europe oppose eu-membership",
    ),
    ("Finland is a strong supporter of new sanctions on Russia.", "europe support new-sanctions"),
    (
        "Hungary will not stand in the way of Ukraine's EU membership.",
        "europe support|ambivalent eu-membership",
    ),
    (
        "Nothing must get in the way of Ukraine's path into the Union, Brussels said.",
        "europe support eu-membership",
    ),
    (
        "Washington will not turn its back on new sanctions.",
        "united-states support|ambivalent new-sanctions",
    ),
    ("Berlin has no appetite for sending troops to Ukraine.", "europe oppose foreign-troops"),
    (
        "The lifting of European sanctions is something which the Kremlin needs.",
        "russia support sanctions-relief",
    ),
    ("Moscow does not need a truce, Lavrov said.", "russia oppose immediate-ceasefire"),
    (
        '"We need a truce now," Zelensky said. "And we need it to hold."',
        "ukraine support immediate-ceasefire",
    ),
    (
        (
            "The prime minister of Denmark said that the pilots' training on the F-16 would "
            "begin in summer."
        ),
        "europe support military-aid",
    ),
    (
        "In the American version, Ukrainian brigades leave Sloviansk and Kramatorsk.",
        "united-states support ukrainian-withdrawal; united-states support us-peace-plan (maybe)",
    ),
    (
        "Talks are possible only when Russian troops leave Ukraine, Zelensky said.",
        "ukraine support russian-withdrawal; ukraine support|conditional direct-talks (maybe)",
    ),
    (
        "Macron called it essential that Europe have a seat at the table.",
        "europe support european-participation",
    ),
    (
        "Tusk finds it wrong to recognise Crimea as Russian.",
        "europe oppose recognition-of-annexation",
    ),
    ("It would be a mistake to lift sanctions now, Kallas said.", "europe oppose sanctions-relief"),
    ("To freeze the front line is no solution, Zelensky said.", "ukraine oppose freeze-front-line"),
    ("A buffer zone is not something that Kyiv would ever accept.", "ukraine oppose buffer-zone"),
    (
        "For Warsaw, a withdrawal from the Donbas is a red line.",
        "europe oppose ukrainian-withdrawal",
    ),
    (
        (
            "Ukraine must not be forced to give up land, the chancellor, Friedrich Merz, "
            "told the Bundestag."
        ),
        "europe oppose ukrainian-withdrawal; europe support territorial-integrity (maybe)",
    ),
    (
        "Kyiv, which has always rejected a land swap, said nothing.",
        "ukraine oppose territorial-swap",
    ),
    (
        "Asked about a land swap, Zelensky shook his head.",
        "ukraine oppose territorial-swap (maybe)",
    ),
    (
        "Zelensky ruled out both a land swap and a withdrawal from the Donbas.",
        "ukraine oppose territorial-swap; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Neither a land swap nor a withdrawal from the Donbas is acceptable to Kyiv.",
        "ukraine oppose territorial-swap; ukraine oppose ukrainian-withdrawal",
    ),
    (
        "Trump, who had threatened new sanctions in July, praised Putin in August.",
        "united-states support new-sanctions (maybe)",
    ),
    (
        "Washington prefers a full settlement to a ceasefire.",
        "united-states support settlement-first; united-states oppose immediate-ceasefire (maybe)",
    ),
]

IN_PASSING = [
    "The text would allow Ukraine an army of 800,000 men.",
    "The weather kept both delegations in Istanbul for another night.",
    "A reporter in Kyiv counted 30 drones over the refinery overnight.",
    "The two leaders discussed trade, energy and the harvest.",
    "Analysts in Washington doubt that European soldiers would make a difference.",
    "Russian forces took two villages near Pokrovsk, the ministry in Kyiv said.",
    "How could Europe ever pay for the rebuilding of Mariupol?",
    "If Moscow agreed to a truce, markets would cheer.",
    "The front line near Kupiansk has moved twice this summer.",
    "Ukraine's air defence shot down 40 missiles over Odesa.",
    "The children of Kharkiv study in metro stations.",
    "The Belgian court heard a case about Euroclear on Monday.",
    "Poland has the largest army in Europe after Ukraine.",
    "Russia's economy has suffered under the measures taken since 2022.",
    "Talks on a gas contract between Moscow and Budapest lasted until midnight.",
    "Trump landed in Scotland on Friday to play golf.",
    "The Zaporizhzhia station lost its last power line in the storm.",
    "Many Ukrainians want the war to end, a poll found.",
    "Europe should lower its voice; it would be a mistake to send troops.",
    "Zelensky accused Putin of wanting only a pause for the cameras.",
    "Svyrydenko signed away half of what lies under Ukraine's soil, critics say.",
    "Each side let 300 men go home.",
    "Lavrov rejected claims that Russia wanted a buffer zone.",
    "The ministers discussed European troops in Ukraine. Talks in Kyiv went on.",
    "A spokesman in Moscow said that the talks in Istanbul had lasted two hours.",
    "The delegations flew home without a word to the press.",
    "Zelensky spent Easter with soldiers near the front.",
    "In the Kremlin the lights burned until late.",
    "The army of Ukraine has grown to 800,000 men, the institute estimates.",
    "Kyiv's hospitals ran on generators for three days.",
    "A column of buses left Zaporizhzhia at noon.",
    "Three children from Kherson won a chess tournament in Warsaw.",
    "The sanctions committee of the Senate met in a smaller room.",
    "The price cap was introduced in December 2022.",
    "Nobody knows where the line will run.",
    "Will Europe send soldiers to Ukraine?",
    "If Trump met Putin, cameras would be there.",
    "Pollsters asked Ukrainians about elections in wartime.",
    "The Budapest memorandum was signed in 1994.",
    "Critics say that the minerals deal is a bad one.",
    "Observers in Brussels wonder whether the loan will come.",
    "The Istanbul talks were hosted in an Ottoman palace.",
    "Trains between Kyiv and Warsaw were late.",
    "A ceasefire in Gaza was announced on Monday.",
    "NATO's new headquarters has a library.",
    "The parade on Red Square lasted an hour.",
    "The reactor at Enerhodar was shut down in 2022.",
    "A ship with grain from Odesa reached Egypt.",
    "Lavrov's plane landed in Riyadh before dawn.",
    "The Patriots in the museum at Fort Bliss are mock-ups.",
    "The referendum in Britain was nine years ago.",
    "Some in Vilnius still remember the tanks of 1991.",
    "The court in The Hague moved to a new building.",
    "The minister of Ukraine for veterans visited a clinic in Lviv.",
    "Prices of Russian oil rose again in June.",
]


@pytest.mark.parametrize(("text", "reading"), FREELY_WORDED)
def test_freely_worded(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize(("text", "reading"), TURNED)
def test_turned(reads: Callable[[str, str], None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", IN_PASSING)
def test_in_passing(reads: Callable[[str, str], None], text: str) -> None:
    reads(text, "")
