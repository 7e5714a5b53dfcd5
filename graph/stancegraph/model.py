"""The records that everything else takes and returns: articles and positions.

Plain frozen values without behaviour of their own; converting them to JSON,
RDF or tables is the work of the modules named for it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

__all__ = [
    "ATTRIBUTIONS",
    "OPPOSITES",
    "STANCES",
    "TIMES",
    "Article",
    "Attribution",
    "DatePrecision",
    "Position",
    "SpeechAct",
    "Stance",
    "Time",
    "opposite",
]

Stance = Literal["support", "oppose", "conditional", "ambivalent"]
Attribution = Literal["self", "reported", "ascribed"]
Time = Literal["current", "past"]
DatePrecision = Literal["day", "month", "year", "article"]
#: The kinds of speech act that PLOVER and CAMEO tell apart, as far as a stance can rest on them.
SpeechAct = Literal[
    "state",
    "demand",
    "propose",
    "offer",
    "accept",
    "agree",
    "endorse",
    "promise",
    "act",
    "consider",
    "reject",
    "refuse",
    "oppose",
    "criticise",
    "warn",
    "threaten",
    "concede",
    "deny",
]

STANCES: tuple[Stance, ...] = get_args(Stance)
ATTRIBUTIONS: tuple[Attribution, ...] = get_args(Attribution)
TIMES: tuple[Time, ...] = get_args(Time)
#: The stances that have a sign, each with that of the other sign.
OPPOSITES: Mapping[Stance, Stance] = {"support": "oppose", "oppose": "support"}


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored: its text is never changed after reading.

    Offsets anywhere in the package are Unicode code points into `text`,
    half open: ``text[start:end]``.

    `id` is the file's stem (or a record's own id), unique in a collection.
    `speaker` is the person, office or state whose words an unattributed text
    is, as the metadata give it. Metadata that the package does not know are
    kept in `extra`.

    >>> Article(id="note", text="Avalon accepts.").text[0:6]
    'Avalon'
    """

    id: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    speaker: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stance on one issue, backed by an exact quotation.

    `actor` is the id of the bloc (or third party) that the holder speaks for;
    `holder` the name as written and `holder_id` its registry id where it has
    one. `attributed_by` is the id of the actor who ascribes the position.
    `date` is the day of the statement, `date_precision` how far it is known
    ("article": it is the article's own date). `start` and `end` are code
    points into the article's text, end exclusive. `confidence` is in [0, 1].
    `condition_issues` are the ids of the other issues that the condition names,
    sorted. `extractor` is the method and its language models as product tokens:
    "stancegraph/0.1.0 en_core_web_sm/3.8.0".

    >>> p = Position(article="note", actor="avalon", holder="Avalon",
    ...              issue="ferry", stance="support",
    ...              quote="Avalon accepts.", start=0, end=15)
    >>> p.attribution, p.time
    ('reported', 'current')
    """

    article: str
    actor: str
    holder: str
    issue: str
    stance: Stance
    quote: str
    start: int
    end: int
    condition: str | None = None
    attribution: Attribution = "reported"
    time: Time = "current"
    confidence: float = 1.0
    extractor: str = ""
    holder_id: str | None = None
    attributed_by: str | None = None
    date: datetime.date | None = None
    date_precision: DatePrecision | None = None
    speech_act: SpeechAct = "state"
    condition_issues: tuple[str, ...] = ()
    #: Named features and the rule path behind the position, for `explain`.
    trace: Mapping[str, str] = field(default_factory=dict, compare=False)


def opposite(one: Stance, other: Stance) -> bool:
    """Tell whether two stances are of opposite sign, as the codebook scores it.

    >>> opposite("support", "oppose"), opposite("support", "conditional")
    (True, False)
    """
    return OPPOSITES.get(one) == other
