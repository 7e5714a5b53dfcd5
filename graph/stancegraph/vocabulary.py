"""The terms of the ontology as Python names, and the namespaces of its data.

`SG` holds every class, property and concept of ``ontology/core.ttl`` and
nothing else (a test compares the two), so that a misspelt term fails where it
is written instead of giving a graph that no query finds.

>>> SG.supports
rdflib.term.URIRef('https://w3id.org/stancegraph/ns/supports')
>>> SG.suports
Traceback (most recent call last):
  ...
AttributeError: term 'suports' not in namespace 'https://w3id.org/stancegraph/ns/'
"""

# The terms are spelt as the ontology spells them.
# ruff: noqa: N815

from collections.abc import Mapping
from typing import get_args

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from stancegraph.model import Attribution, DatePrecision, SpeechAct, Stance, Time

__all__ = [
    "ATTRIBUTION_TERMS",
    "CASE",
    "DATA",
    "OA",
    "PLAIN_TERMS",
    "PRECISION_TERMS",
    "READING_TERMS",
    "SG",
    "SPEECH_ACT_TERMS",
    "STANCE_TERMS",
    "TIME_TERMS",
    "WD",
]

#: Articles, positions, their evidence and the runs that found them.
DATA = Namespace("https://w3id.org/stancegraph/data/")
#: Cases with their actors, issues, issue groups and word lists.
CASE = Namespace("https://w3id.org/stancegraph/case/")
#: Web Annotation, of which rdflib brings no list of terms.
OA = Namespace("http://www.w3.org/ns/oa#")
#: Wikidata's entities.
WD = Namespace("http://www.wikidata.org/entity/")


class SG(DefinedNamespace):
    """Every term of ``ontology/core.ttl``; any other attribute is an error."""

    _NS = Namespace("https://w3id.org/stancegraph/ns/")
    _fail = True

    # A case: actors
    Case: URIRef
    Actor: URIRef
    Bloc: URIRef
    State: URIRef
    Institution: URIRef
    Group: URIRef
    Person: URIRef
    compares: URIRef
    groups: URIRef
    lookalike: URIRef
    demonym: URIRef
    plural: URIRef
    officeTitle: URIRef
    heldFrom: URIRef
    heldUntil: URIRef
    speaksFor: URIRef
    record: URIRef
    knownToSupport: URIRef
    knownToOppose: URIRef
    validFrom: URIRef
    validUntil: URIRef

    # A case: issues
    Issue: URIRef
    IssueGroup: URIRef
    WordList: URIRef
    proposition: URIRef
    supportMeans: URIRef
    opposeMeans: URIRef
    group: URIRef
    cue: URIRef
    contraryCue: URIRef
    topic: URIRef
    word: URIRef

    # Articles and what is found in them
    Article: URIRef
    Position: URIRef
    Condition: URIRef
    Evidence: URIRef
    Run: URIRef
    text: URIRef
    speaker: URIRef
    article: URIRef
    actor: URIRef
    holder: URIRef
    holderText: URIRef
    issue: URIRef
    stance: URIRef
    attribution: URIRef
    attributedBy: URIRef
    speechAct: URIRef
    time: URIRef
    datePrecision: URIRef
    confidence: URIRef
    condition: URIRef
    conditionText: URIRef
    dependsOnIssue: URIRef
    evidence: URIRef
    case: URIRef
    caseVersion: URIRef
    extractor: URIRef
    softwareVersion: URIRef
    modelVersion: URIRef

    # Where an actor stands, put together from its statements
    Standings: URIRef
    Standing: URIRef
    asOf: URIRef
    standingOf: URIRef
    standingOn: URIRef
    basedOn: URIRef
    value: URIRef
    reading: URIRef
    statements: URIRef
    meanConfidence: URIRef
    contested: URIRef
    lowEvidence: URIRef
    latestStatement: URIRef
    latestStance: URIRef
    latestDate: URIRef
    movedFrom: URIRef
    movedTo: URIRef
    moveStart: URIRef
    moveEnd: URIRef

    # The plain actor-stance-issue triple
    hasStanceOn: URIRef
    supports: URIRef
    opposes: URIRef
    conditionallySupports: URIRef
    ambivalentOn: URIRef

    # Concepts and their schemes
    Stance: URIRef
    Stances: URIRef
    Support: URIRef
    Oppose: URIRef
    Conditional: URIRef
    Ambivalent: URIRef
    Attribution: URIRef
    Attributions: URIRef
    SelfStated: URIRef
    Reported: URIRef
    Ascribed: URIRef
    Time: URIRef
    Times: URIRef
    Current: URIRef
    Past: URIRef
    DatePrecision: URIRef
    DatePrecisions: URIRef
    Day: URIRef
    Month: URIRef
    Year: URIRef
    ArticleDate: URIRef
    SpeechAct: URIRef
    SpeechActs: URIRef
    Statement: URIRef
    Demand: URIRef
    Propose: URIRef
    Offer: URIRef
    Accept: URIRef
    Agree: URIRef
    Endorse: URIRef
    Promise: URIRef
    Act: URIRef
    Consider: URIRef
    Reject: URIRef
    Refuse: URIRef
    Opposition: URIRef
    Criticise: URIRef
    Warn: URIRef
    Threaten: URIRef
    Concede: URIRef
    Deny: URIRef
    Reading: URIRef
    Readings: URIRef
    StandsFor: URIRef
    StandsConditional: URIRef
    LeansFor: URIRef
    Mixed: URIRef
    Undecided: URIRef
    LeansAgainst: URIRef
    StandsAgainst: URIRef


#: How a position's values are written in the graph, one mapping per field.
STANCE_TERMS: Mapping[Stance, URIRef] = {
    "support": SG.Support,
    "oppose": SG.Oppose,
    "conditional": SG.Conditional,
    "ambivalent": SG.Ambivalent,
}
ATTRIBUTION_TERMS: Mapping[Attribution, URIRef] = {
    "self": SG.SelfStated,
    "reported": SG.Reported,
    "ascribed": SG.Ascribed,
}
TIME_TERMS: Mapping[Time, URIRef] = {"current": SG.Current, "past": SG.Past}
PRECISION_TERMS: Mapping[DatePrecision, URIRef] = {
    "day": SG.Day,
    "month": SG.Month,
    "year": SG.Year,
    "article": SG.ArticleDate,
}
#: Named by the capitalised act, but for two names that are taken: `SG.State` is
#: a kind of actor and `SG.Oppose` a stance.
SPEECH_ACT_TERMS: Mapping[SpeechAct, URIRef] = {
    act: {"state": SG.Statement, "oppose": SG.Opposition}.get(act) or SG[act.capitalize()]
    for act in get_args(SpeechAct)
}
#: How the words of `stancegraph.standings.Word` are written in the graph.
READING_TERMS: Mapping[str, URIRef] = {
    "supports": SG.StandsFor,
    "conditional": SG.StandsConditional,
    "leans-for": SG.LeansFor,
    "mixed": SG.Mixed,
    "undecided": SG.Undecided,
    "leans-against": SG.LeansAgainst,
    "opposes": SG.StandsAgainst,
}
#: The properties of the plain actor-stance-issue triple.
PLAIN_TERMS: Mapping[Stance, URIRef] = {
    "support": SG.supports,
    "oppose": SG.opposes,
    "conditional": SG.conditionallySupports,
    "ambivalent": SG.ambivalentOn,
}
