"""Ordinary paraphrases of what is wanted and refused, issue by issue, and what only looks alike."""

from collections.abc import Callable

import pytest

WORDINGS = [
    (
        "There is no better venue than Istanbul, Peskov said of the talks with Kyiv.",
        "russia support third-party-mediation",
    ),
    (
        "Zelensky rejected a deal made by Washington and Moscow alone.",
        "ukraine support ukraine-participation",
    ),
    (
        "The Danes demand their own seat in the talks.",
        "europe support european-participation",
    ),
    (
        "Trump gave Zelensky until Thanksgiving to answer.",
        "united-states support negotiation-deadline",
    ),
    (
        "Tallinn wants to keep Trump engaged in the talks on Ukraine.",
        "europe support us-mediation",
    ),
    (
        "Umerov wants to return to where the delegations had broken off in Istanbul.",
        "ukraine support direct-talks",
    ),
    (
        "Peskov sees no point in a further session with Umerov.",
        "russia oppose direct-talks",
    ),
    (
        "Putin does not want a date with Zelensky.",
        "russia oppose leaders-summit",
    ),
    (
        "Stubb urged Trump to get Putin and Zelensky into one room.",
        "europe support leaders-summit",
    ),
    (
        "Vance warned that America would throw up its hands and leave the talks.",
        "united-states oppose us-mediation",
    ),
    (
        "Kyiv urged Washington to make ending the war its first priority.",
        "ukraine support us-mediation",
    ),
    (
        "The Kremlin declined the pontiff's invitation.",
        "russia oppose third-party-mediation",
    ),
    (
        "Madrid sees no harm in Ankara hosting another round.",
        "europe support third-party-mediation",
    ),
    (
        "Prague rejects any settlement that bypasses Kyiv.",
        "europe support ukraine-participation",
    ),
    (
        "Budapest wants Zelensky kept off the guest list.",
        "europe oppose ukraine-participation",
    ),
    (
        "Vance wants the Europeans kept at arm's length.",
        "united-states oppose european-participation",
    ),
    (
        "Lavrov does not see what Europeans would contribute to the talks.",
        "russia oppose european-participation",
    ),
    (
        "Umerov promised to hand the Russians a written version of the terms in Istanbul.",
        "ukraine support peace-memorandum",
    ),
    (
        "Prague rejects what Washington has laid on the table.",
        "europe oppose us-peace-plan",
    ),
    (
        "Moscow ridiculed the Paris and London text.",
        "russia oppose european-peace-plan",
    ),
    (
        "Rome refuses to put a date on peace.",
        "europe oppose negotiation-deadline",
    ),
    (
        "Moscow refuses to be rushed into a deal.",
        "russia oppose negotiation-deadline",
    ),
    (
        "Tusk wants Kyiv's envoys to sit opposite the Russians again.",
        "europe support direct-talks",
    ),
    (
        "Lavrov wants the two neighbours to sort things out between themselves.",
        "russia support direct-talks",
    ),
    (
        "Warsaw urged Moscow to restore the broken thread with Kyiv.",
        "europe support direct-talks",
    ),
    (
        "Putin refuses to shake hands with Zelensky.",
        "russia oppose leaders-summit",
    ),
    (
        "Rubio wants Putin and Zelensky brought face to face.",
        "united-states support leaders-summit",
    ),
    (
        "Paris opposes an American walkout from the talks on Ukraine.",
        "europe support us-mediation",
    ),
    (
        "Kyiv refuses to let Lukashenko play host to the delegations.",
        "ukraine oppose third-party-mediation",
    ),
    (
        "Madrid rejects any deal over Kyiv's head.",
        "europe support ukraine-participation",
    ),
    (
        "Kyiv demands that a chair be kept for Brussels in the talks on the war.",
        "ukraine support european-participation",
    ),
    (
        "Medinsky promised to hand Umerov a sheaf of pages with Moscow's terms in Istanbul.",
        "russia support peace-memorandum",
    ),
    (
        "Kyiv rejected what Witkoff had brought to the table.",
        "ukraine oppose us-peace-plan",
    ),
    (
        "Moscow rejected what Paris and Berlin had drawn up for Ukraine.",
        "russia oppose european-peace-plan",
    ),
    (
        "Kyiv urged Washington to give Moscow two weeks to answer.",
        "ukraine support negotiation-deadline",
    ),
    (
        "The Kremlin will not negotiate against a ticking clock.",
        "russia oppose negotiation-deadline",
    ),
    (
        "The American walkout from the talks on Ukraine dismayed Berlin.",
        "europe support us-mediation",
    ),
    (
        "Moscow has refused to freeze hostilities for a month.",
        "russia oppose immediate-ceasefire",
    ),
    (
        "Kyiv called for silence along the entire front.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Kyiv insists that the shelling has to stop before anything else.",
        "ukraine support immediate-ceasefire",
    ),
    (
        "Moscow is ready to stop firing at power stations.",
        "russia support limited-truce",
    ),
    (
        "A spokesman said that Kyiv insisted on a mutual stop to deep strikes.",
        "ukraine support limited-truce",
    ),
    (
        "Moscow insists that energy facilities be left out of the war.",
        "russia support limited-truce",
    ),
    (
        "Paris has refused to guarantee the observance of the ceasefire.",
        "europe oppose ceasefire-monitoring",
    ),
    (
        "Kyiv called for an OSCE presence at the front.",
        "ukraine support ceasefire-monitoring",
    ),
    (
        "Kyiv insists that somebody must watch who shoots first.",
        "ukraine support ceasefire-monitoring",
    ),
    (
        "Moscow is ready to settle everything in one treaty.",
        "russia support settlement-first",
    ),
    (
        "Moscow called for a peace treaty first and a ceasefire afterwards.",
        "russia support settlement-first",
    ),
    (
        "Washington is ready to wrap everything up in one agreement.",
        "united-states support settlement-first",
    ),
    (
        "Washington is ready to respect Russia's legitimate interests.",
        "united-states support root-causes",
    ),
    (
        "Moscow has rejected attention to the causes of the war.",
        "russia oppose root-causes",
    ),
    (
        "Moscow insists that the reasons for the war be removed.",
        "russia support root-causes",
    ),
    (
        "Kyiv is ready to sit down at one table with the Russians.",
        "ukraine support direct-talks",
    ),
    (
        "Kyiv is ready to walk away from the negotiating table.",
        "ukraine oppose direct-talks",
    ),
    (
        "Kyiv called for a fresh round of talks.",
        "ukraine support direct-talks",
    ),
    (
        "Kyiv called for talks between the two presidents.",
        "ukraine support leaders-summit",
    ),
    (
        "Kyiv insists that the hardest questions be settled by the presidents in person.",
        "ukraine support leaders-summit",
    ),
    (
        "Kyiv insists that only the leaders can settle the question of territory.",
        "ukraine support leaders-summit",
    ),
    (
        "Washington is ready to bring the two sides together.",
        "united-states support us-mediation",
    ),
    (
        "A spokesman said that Kyiv insisted on an American presence at the table.",
        "ukraine support us-mediation",
    ),
    (
        "Washington has refused to keep at it.",
        "united-states oppose us-mediation",
    ),
    (
        "Beijing has refused to play a role in the settlement.",
        "china oppose third-party-mediation",
    ),
    (
        "A spokesman said that Moscow insisted on the Turkish president as a go-between.",
        "russia support third-party-mediation",
    ),
    (
        "Moscow praised the mediation of the Emirates.",
        "russia support third-party-mediation",
    ),
    (
        "Washington is ready to take no decision over the heads of the Ukrainians.",
        "united-states support ukraine-participation",
    ),
    (
        "Washington has refused to cut Ukraine out of the talks.",
        "united-states support ukraine-participation",
    ),
    (
        "Berlin has rejected Kyiv's consent to any agreement.",
        "europe oppose ukraine-participation",
    ),
    (
        "Washington is ready to bring the Europeans to the table.",
        "united-states support european-participation",
    ),
    (
        "Washington has refused to shut the Europeans out.",
        "united-states support european-participation",
    ),
    (
        "Kyiv called for the presence of Europe at the table.",
        "ukraine support european-participation",
    ),
    (
        "Moscow has refused to present a list of conditions.",
        "russia oppose peace-memorandum",
    ),
    (
        "Kyiv has rejected the written terms of Moscow.",
        "ukraine oppose peace-memorandum",
    ),
    (
        "Kyiv asked for the Russian terms to be sent in advance.",
        "ukraine support peace-memorandum",
    ),
    (
        "Moscow called for the American peace initiative.",
        "russia support us-peace-plan",
    ),
    (
        "The White House wants its plan accepted by both sides.",
        "united-states support us-peace-plan",
    ),
    (
        "Kyiv has rejected the twenty points.",
        "ukraine oppose us-peace-plan",
    ),
    (
        "Kyiv is ready to send Washington its amendments.",
        "ukraine support european-peace-plan",
    ),
    (
        "Europe is ready to draw up its own plan.",
        "europe support european-peace-plan",
    ),
    (
        "Europe has refused to present a counter-proposal.",
        "europe oppose european-peace-plan",
    ),
    (
        "Washington is ready to set a date by which Kyiv must answer.",
        "united-states support negotiation-deadline",
    ),
    (
        "Moscow has rejected artificial deadlines.",
        "russia oppose negotiation-deadline",
    ),
    (
        "Washington insists that Putin decide within two weeks.",
        "united-states support negotiation-deadline",
    ),
    (
        "Kyiv has refused to walk out of the towns it holds.",
        "ukraine oppose ukrainian-withdrawal",
    ),
    (
        "A spokesman said that Moscow insisted on a pullback from the towns it has not taken.",
        "russia support ukrainian-withdrawal",
    ),
    (
        "Washington expects Kyiv to give ground in the east.",
        "united-states support ukrainian-withdrawal",
    ),
    (
        "Washington is ready to accept Russia's claim to the peninsula.",
        "united-states support recognition-of-annexation",
    ),
    (
        "Moscow called for international recognition of the new regions.",
        "russia support recognition-of-annexation",
    ),
    (
        "Washington has refused to grant Russia legal title to the conquered land.",
        "united-states oppose recognition-of-annexation",
    ),
    (
        "Kyiv has refused to free the occupied regions.",
        "ukraine oppose territorial-integrity",
    ),
    (
        "A spokesman said that Berlin insisted on a whole and free Ukraine.",
        "europe support territorial-integrity",
    ),
    (
        "Berlin insists that Ukraine remain a sovereign state.",
        "europe support territorial-integrity",
    ),
    (
        "Moscow has refused to move its units away from the front.",
        "russia oppose russian-withdrawal",
    ),
    (
        "Kyiv called for the withdrawal of the occupation forces.",
        "ukraine support russian-withdrawal",
    ),
    (
        "Moscow refuses to leave the Zaporizhzhia region.",
        "russia oppose russian-withdrawal",
    ),
    (
        "Washington called for a standstill at the present positions.",
        "united-states support freeze-front-line",
    ),
    (
        "Washington insists that the map stays as it is.",
        "united-states support freeze-front-line",
    ),
    (
        "Washington has rejected an armistice line along the front.",
        "united-states oppose freeze-front-line",
    ),
    (
        "Kyiv is ready to trade one part of the country for another.",
        "ukraine support territorial-swap",
    ),
    (
        "Kyiv has refused to give Kursk back in return for Ukrainian land.",
        "ukraine oppose territorial-swap",
    ),
    (
        "Moscow has refused to trade in its territory.",
        "russia oppose territorial-swap",
    ),
    (
        "Kyiv has refused to pull heavy weapons back from the line.",
        "ukraine oppose buffer-zone",
    ),
    (
        "Berlin called for a belt of twenty kilometres on either side of the line.",
        "europe support buffer-zone",
    ),
    (
        "Paris can imagine a belt without weapons on both sides of the front.",
        "europe support buffer-zone",
    ),
    (
        "Washington is ready to back up the European force.",
        "united-states support security-guarantees",
    ),
    (
        "A spokesman said that Kyiv insisted on protection from future aggression.",
        "ukraine support security-guarantees",
    ),
    (
        "Kyiv insists that Russia must be deterred from attacking again.",
        "ukraine support security-guarantees",
    ),
    (
        "NATO is ready to invite Ukraine.",
        "nato support nato-membership",
    ),
    (
        "Kyiv is ready to stay out of the alliance.",
        "ukraine oppose nato-membership",
    ),
    (
        "A spokesman said that Kyiv insisted on a membership perspective in the alliance.",
        "ukraine support nato-membership",
    ),
    (
        "Paris is ready to send soldiers to Ukraine after a ceasefire.",
        "europe support foreign-troops",
    ),
    (
        "Kyiv has rejected a contingent from the coalition of the willing.",
        "ukraine oppose foreign-troops",
    ),
    (
        "Moscow will regard any Western soldier in Ukraine as an enemy.",
        "russia oppose foreign-troops",
    ),
    (
        "Kyiv is ready to give up long-range missiles.",
        "ukraine support force-limits",
    ),
    (
        "Kyiv has refused to keep as large an army as it sees fit.",
        "ukraine support force-limits",
    ),
    (
        "Moscow has rejected a smaller Ukrainian army.",
        "russia oppose force-limits",
    ),
    (
        "Washington is ready to cut off the supply of weapons.",
        "united-states oppose military-aid",
    ),
    (
        "Kyiv has rejected artillery shells.",
        "ukraine oppose military-aid",
    ),
    (
        "Washington stopped sharing intelligence.",
        "united-states oppose military-aid",
    ),
]

LOOKALIKES = [
    "Lavrov presented a memorandum of cooperation to his Vietnamese colleague.",
    "London and Paris presented a plan of their own for the small boats.",
    "Beijing and Brasilia offered their help after the flood.",
    "Brussels and Ankara agreed to hold direct talks on migration.",
    "Trump's twenty-point plan for Gaza was welcomed by Erdogan.",
    "Macron read in the newspapers that his minister had resigned.",
    "The British text on migration was rejected by Paris.",
    "Trump invited the Indian prime minister, Modi, to a summit in Washington.",
    "The American plan for Gaza was backed by Macron.",
    "The deadline for tenders is Friday, the ministry in Kyiv said.",
    "The doors of the palace in Istanbul stood open to tourists.",
    "Minsk shook hands on a trade deal with Beijing.",
    "The guns fell silent in 1918.",
    "The ceasefire in Gaza was welcomed by Berlin.",
    "Drones hit a power plant in the Odesa region.",
    "The port of Odesa exported more grain in May.",
    "The OSCE secretary-general visited Kyiv on Monday.",
    "Observers noted a rise in prices in Moscow.",
    "Paris wants peace and prosperity for Ukraine.",
    "A ceasefire was followed by a settlement in 1994.",
    "Berlin investigated the causes of the crash.",
    "NATO expanded in 2004.",
    "Trade talks between Brussels and Washington broke down.",
    "Talks between Berlin and Paris on a fighter jet were held on Monday.",
    "NATO leaders met in The Hague on Tuesday.",
    "The EU summit rejected the budget.",
    "Washington withdrew from the climate agreement.",
    "Washington stayed away from the climate conference.",
    "Turkey hosted the NATO summit.",
    "The Pope prayed for peace.",
    "Ukraine took part in the Olympic Games.",
    "Ukraine joined the meeting of agriculture ministers.",
    "Europe took part in the Eurovision contest.",
    "The Europeans left the conference in Munich.",
    "Berlin put its budget on paper.",
    "The Budapest memorandum was signed in 1994.",
    "The American budget plan was criticised.",
    "Washington has a plan for the port.",
    "Europe presented its climate plan.",
    "The European budget proposal was rejected by Berlin.",
    "The EU gave Hungary until Friday to pay the fine.",
    "The deadline for tax returns passed on Monday.",
    "Ukrainian troops left the village of Lyman on Sunday.",
    "Ukraine withdrew from the tournament.",
    "Russia attacked Crimea bridge traffic controllers.",
    "Berlin recognised the state of Palestine.",
    "Ukraine's border guards detained two men.",
    "Moldova's territorial integrity was discussed in Chisinau.",
    "Russian troops left Kherson in November.",
    "Russia withdrew from the treaty.",
    "The front was frozen in winter.",
    "Berlin froze its budget.",
    "Berlin and Paris exchanged letters.",
    "They swapped the bodies of soldiers.",
    "Berlin declared a no-parking zone.",
    "The eurozone grew by one per cent.",
    "Berlin guaranteed the loan of the bank.",
    "The guarantee for the car expired.",
    "Finland joined NATO in 2023.",
    "NATO held an exercise in the Baltic Sea.",
    "North Korean soldiers fought in Kursk.",
    "Berlin stationed a brigade in Lithuania.",
    "Moscow announced a partial mobilisation.",
    "Limits on the number of students were lifted in Kyiv.",
    "Moscow received drones from Iran.",
    "Washington sold missiles to Taiwan.",
]


@pytest.mark.parametrize(("text", "reading"), WORDINGS)
def test_a_paraphrase_names_its_issue(reads: Callable[..., None], text: str, reading: str) -> None:
    reads(text, reading)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_the_same_words_about_other_things_name_none(reads: Callable[..., None], text: str) -> None:
    reads(text, "")
