"""Named questions to the graph, each a SPARQL file, a function and a table.

A query is a ``.rq`` file beside this module with a header that says what it
asks, which parameters it takes and what its columns are; `catalogue` lists
them. `run` asks one by name, or any file of your own, and returns a DataFrame;
the functions (`positions`, `latest_stance`, `agreement` …) return records.

Parameters are all optional, checked against their type, and bound as RDF terms
(`stancegraph.sparql.bind`), never written into the text of the query. Actors
and issues go by the ids of the case. Several values of one parameter are given
as a list and mean "any of these". Both ends of a period belong to it.

A file of your own needs no header: each ``--param name=value`` is bound to the
variable ``?name`` as text. With header lines of the same form as here, its
parameters and columns have types too.

>>> len(catalogue())
29
>>> print(named("evidence").description)
The words behind positions: the exact quotation, where it stands and in which article.
"""

from stancegraph.queries.asking import Param, ask, run, to_frame
from stancegraph.queries.collection import (
    ActorRow,
    ArticleRow,
    AscriptionCountRow,
    CoverageRow,
    DataQualityRow,
    HolderRow,
    IssueRow,
    RunRow,
    SalienceRow,
    SourceRow,
    SpeechActRow,
    TrendRow,
    actors,
    articles,
    ascription_counts,
    coverage,
    data_quality,
    holders,
    issues,
    runs,
    salience,
    sources,
    speech_acts,
    trend,
)
from stancegraph.queries.library import Column, Kind, Parameter, Query, catalogue, find, named
from stancegraph.queries.stances import (
    AgreementRow,
    AlignmentRow,
    BreakingRanksRow,
    CommonGroundRow,
    ContestedRow,
    DivergenceRow,
    LatestStanceRow,
    ShiftRow,
    SilenceRow,
    StanceCountRow,
    StandingRow,
    agreement,
    alignment,
    breaking_ranks,
    common_ground,
    contested,
    divergence,
    latest_stance,
    shifts,
    silences,
    stance_counts,
    standings,
)
from stancegraph.queries.statements import (
    AscriptionRow,
    ConditionRow,
    EvidenceRow,
    PositionRow,
    ProvenanceRow,
    SearchRow,
    ascriptions,
    conditions,
    evidence,
    positions,
    provenance,
    search,
)

__all__ = [
    "ActorRow",
    "AgreementRow",
    "AlignmentRow",
    "ArticleRow",
    "AscriptionCountRow",
    "AscriptionRow",
    "BreakingRanksRow",
    "Column",
    "CommonGroundRow",
    "ConditionRow",
    "ContestedRow",
    "CoverageRow",
    "DataQualityRow",
    "DivergenceRow",
    "EvidenceRow",
    "HolderRow",
    "IssueRow",
    "Kind",
    "LatestStanceRow",
    "Param",
    "Parameter",
    "PositionRow",
    "ProvenanceRow",
    "Query",
    "RunRow",
    "SalienceRow",
    "SearchRow",
    "ShiftRow",
    "SilenceRow",
    "SourceRow",
    "SpeechActRow",
    "StanceCountRow",
    "StandingRow",
    "TrendRow",
    "actors",
    "agreement",
    "alignment",
    "articles",
    "ascription_counts",
    "ascriptions",
    "ask",
    "breaking_ranks",
    "catalogue",
    "common_ground",
    "conditions",
    "contested",
    "coverage",
    "data_quality",
    "divergence",
    "evidence",
    "find",
    "holders",
    "issues",
    "latest_stance",
    "named",
    "positions",
    "provenance",
    "run",
    "runs",
    "salience",
    "search",
    "shifts",
    "silences",
    "sources",
    "speech_acts",
    "stance_counts",
    "standings",
    "to_frame",
    "trend",
]
