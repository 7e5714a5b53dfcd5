"""When something was said, and whether a sentence tells of what has happened."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from stancegraph.extraction.claims import Claim
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.moods import is_past, is_taken_back
from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Span, Token
from stancegraph.model import DatePrecision

__all__ = ["is_over", "narrates", "statement_date", "tells_of_long_ago", "tells_of_now"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# "A year and a half ago" is as long as such an opening gets.
_OPENING = 7
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b(?:,? (\d{{4}}))?", re.IGNORECASE)
_MONTH_DAY = re.compile(
    rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b(?!\d)(?:,? (\d{{4}}))?", re.IGNORECASE
)


def narrates(places: Sequence[Token]) -> bool:
    """Tell whether a mention stands in a main clause that tells what has happened.

    `places` are the words on the way up from it.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor sold the ferry. He would sell the port."])
    >>> [narrates([sentence.root]) for sentence in doc.sents]
    [True, False]
    """
    for place in places:
        if place.pos_ != "VERB" or place.dep_ in ("advcl", "relcl", "acl"):
            continue
        helpers = {c.lower_ for c in children(place, "aux", "auxpass")}
        if any(c.tag_ == "MD" for c in children(place, "aux")) or children(place, "mark"):
            continue
        if any(c.lower_ in ("once", "when") for c in children(place, "advmod")):
            continue
        simple = place.tag_ == "VBD" and bool(children(place, "nsubj", "nsubjpass"))
        simple = simple and not children(place, "agent")  # "its output shared by Oz and Ev"
        if simple or helpers & {"was", "were", "had", "has", "have"}:
            return True
    return False


def tells_of_long_ago(sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether a sentence opens with a time that is over ("A year ago Oz wanted a toll").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["A year ago Oz wanted a toll. Now it wants none."])
    >>> [tells_of_long_ago(sentence, load_lexicon()) for sentence in doc.sents]
    [True, False]
    """
    first = sentence.doc[sentence.start]
    if first.lower_ == "last":
        return first.dep_ == "amod" and first.head.dep_ == "npadvmod"
    opening = sentence.doc[sentence.start : min(sentence.start + _OPENING, sentence.end)]
    return any(token.lower_ in lexicon.words["long_ago_words"] for token in opening) and all(
        token.pos_ not in ("VERB", "AUX", "PROPN") for token in opening[:2]
    )


def tells_of_now(sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether a sentence opens by saying that it is about today ("Now it wants none").

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["A year ago Oz wanted a toll. Now it wants none."])
    >>> [tells_of_now(sentence, load_lexicon()) for sentence in doc.sents]
    [False, True]
    """
    return sentence.doc[sentence.start].lower_ in lexicon.words["present_openings"]


def statement_date(
    sentence: Span, published: date | None
) -> tuple[date | None, DatePrecision | None]:
    """Return when a statement was made, from the words of its sentence.

    A weekday is the latest one not after publication; a day and month without
    a year is the latest not after publication.

    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor spoke on Tuesday."])
    >>> statement_date(doc.sents[0], date(2025, 9, 5))
    (datetime.date(2025, 9, 2), 'day')
    """
    if published is None:
        return None, None
    text = sentence.text
    for pattern, day_group, month_group in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        match = pattern.search(text)
        if match:
            month = _MONTHS.index(match.group(month_group).lower()) + 1
            year = int(match.group(3)) if match.group(3) else published.year
            try:
                found = date(year, month, int(match.group(day_group)))
                if found > published and not match.group(3):
                    found = found.replace(year=year - 1)
            except ValueError:
                continue
            if found <= published:
                return found, "day"
    for token in sentence:
        low = token.lower_
        if low in _WEEKDAYS and token.dep_ in ("pobj", "npadvmod", "nmod", "compound"):
            preposition = token.head.lower_
            if token.dep_ == "pobj" and preposition not in ("on", "last"):
                continue
            back = (published.weekday() - _WEEKDAYS.index(low)) % 7
            return published - timedelta(days=back), "day"
        if low == "yesterday":
            return published - timedelta(days=1), "day"
    return published, "article"


def is_over(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether the text marks a claim as past, at its predicate or what governs that.

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz promised a loan and withdrew it. Ev wants one.", "promised", "wants")
    >>> [is_over(Claim("attitude", 1, (), word), load_lexicon()) for word in words]
    [True, False]
    """
    above = claim.predicate.head
    past = claim.past or (above is not claim.predicate and is_past(above, lexicon))
    return past or is_taken_back(claim.predicate, lexicon)
