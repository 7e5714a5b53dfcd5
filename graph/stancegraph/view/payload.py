"""The page's data: articles, positions and case as columns, ready for JSON.

Offsets are counted in UTF-16 code units, the browser's, not in code points.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import accumulate
from typing import Any, Literal

from stancegraph.agreement import agreements, divergences
from stancegraph.bootstrap import key
from stancegraph.case import Case
from stancegraph.model import ATTRIBUTIONS, STANCES, Article, Position
from stancegraph.standings import Rules, Standing, counts, latest_day, summarise, voice
from stancegraph.view.selection import Numbered
from stancegraph.view.sentences import sentences

__all__ = ["Evidence", "matrix", "payload", "script_json", "utf16_offsets"]

Evidence = Literal["full", "snippet", "quote"]
#: Characters of context on either side of a quote with evidence="snippet": about two sentences.
_CONTEXT = 160


def utf16_offsets(text: str) -> Sequence[int]:
    """Map each code point offset of a text to its offset in UTF-16 code units.

    Has ``len(text) + 1`` entries, so that an exclusive end can be looked up.

    >>> list(utf16_offsets("a😀b"))
    [0, 1, 3, 4]
    """
    if text.isascii():
        return range(len(text) + 1)
    return list(accumulate((1 + (c > "\uffff") for c in text), initial=0))


def script_json(data: object) -> str:
    r"""Write data as JSON that is safe inside an HTML script element.

    >>> print(script_json({"x": "</script>"}))
    {"x":"\u003c/script>"}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    # A lone surrogate cannot be encoded as UTF-8; JSON can name it.
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


class _Pool:
    """Numbers strings so that each is written once."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}

    def add(self, value: str | None) -> int:
        return -1 if value is None else self.values.setdefault(value, len(self.values))


def payload(
    articles: Sequence[Article],
    numbered: Sequence[Numbered],
    case: Case,
    strings: Mapping[str, Any],
    *,
    evidence: Evidence = "full",
    as_of: date | None = None,
    events: Sequence[tuple[date, str]] = (),
    rules: Rules,
) -> dict[str, Any]:
    """Lay out all that the page shows as plain lists, strings and numbers.

    `numbered` are the statements that `stancegraph.view.selection` left in;
    `as_of` is the day from which staleness is counted. `events` are days and
    what happened on them, in any order.
    """
    # Newest first, as in a standing; the page's arithmetic relies on it.
    numbered = sorted(numbered, key=lambda pair: _newest_first(pair.position))
    kept = [p for p, _ in numbered]
    extra = dict.fromkeys(p.actor for p in kept if p.actor not in case.blocs)
    actors = [*case.blocs, *(a for a in extra if a not in (case.author, case.other))]
    voices = [*actors, *(a for a in (case.author, case.other) if a in extra)]
    actor_numbers = {a: i for i, a in enumerate(voices)}
    issue_numbers = {issue: i for i, issue in enumerate(case.issues)}
    groups = case.group_ids
    by_id = {a.id: a for a in articles}
    used = list(dict.fromkeys([*(a.id for a in articles), *(p.article for p in kept)]))
    article_numbers = {a: i for i, a in enumerate(used)}
    offsets: dict[str, Sequence[int]] = {}
    pool = _Pool()
    columns: dict[str, list[Any]] = {
        name: []
        for name in (
            "article", "number", "actor", "issue", "stance", "attribution", "past", "counts",
            "confidence", "date", "precision", "holder", "voice", "condition", "by", "act",
            "start", "end", "quote", "before", "after",
        )
    }  # fmt: skip
    for p, number in numbered:
        article = by_id.get(p.article)
        text = article.text if article else ""
        exact = article is not None and 0 <= p.start < p.end and text[p.start : p.end] == p.quote
        start = end = -1
        if exact and evidence == "full":
            if p.article not in offsets:
                offsets[p.article] = utf16_offsets(text)
            start, end = offsets[p.article][p.start], offsets[p.article][p.end]
        snippet = exact and evidence == "snippet"
        row: dict[str, Any] = {
            "article": article_numbers[p.article],
            "number": number,
            "actor": actor_numbers[p.actor],
            "issue": issue_numbers[p.issue],
            "stance": STANCES.index(p.stance),
            "attribution": ATTRIBUTIONS.index(p.attribution),
            "past": int(p.time == "past"),
            "counts": int(counts(p, case)),
            "confidence": round(p.confidence, 4),
            "date": pool.add(p.date.isoformat() if p.date else None),
            "precision": pool.add(p.date_precision),
            "holder": pool.add(p.holder),
            "voice": pool.add(voice(p)),
            "condition": pool.add(p.condition),
            "by": actor_numbers.get(p.attributed_by or "", -1),
            "act": pool.add(p.speech_act),
            "start": start,
            "end": end,
            "quote": -1 if start >= 0 else pool.add(p.quote),
            "before": pool.add(_before(text, p.start) if snippet else None),
            "after": pool.add(_after(text, p.end) if snippet else None),
        }
        for name, value in row.items():
            columns[name].append(value)

    standings = summarise(kept, case, as_of=as_of, rules=rules)
    said = sentences(
        standings,
        divergences(standings, case, rules=rules),
        agreements(standings, case, rules=rules),
        case,
        strings,
    )
    today = as_of or latest_day(kept)
    names = {case.author: strings["author"], case.other: strings["other"]}
    return {
        "version": 2,
        "title": case.title or case.id,
        "language": case.language,
        "evidence": evidence,
        "rules": asdict(rules),
        "strings": strings,
        "actors": [
            {
                "id": a,
                "label": names.get(a) or case.label_of(a),
                "compared": a in case.compared,
                "counts": a not in names,
            }
            for a in voices
        ],
        "groups": [{"id": g, "label": case.groups.get(g, g)} for g in groups],
        "issues": [
            {
                "id": i.id,
                "key": key(i.id),
                "label": i.label,
                "proposition": i.proposition,
                "group": groups.index(i.group),
                "support": i.support_means,
                "oppose": i.oppose_means,
            }
            for i in case.issues.values()
        ],
        "articles": [_article(by_id.get(a), a, evidence) for a in used],
        "pool": list(pool.values),
        "columns": columns,
        "sentences": said,
        "today": today.isoformat() if today else None,
        "events": [
            {"date": day.isoformat(), "label": label}
            for day, label in sorted(events)
            if as_of is None or day <= as_of
        ],
    }


def _newest_first(position: Position) -> tuple[int, str, int]:
    day = -position.date.toordinal() if position.date else 1
    return day, position.article, position.start


def _article(article: Article | None, name: str, evidence: Evidence) -> dict[str, Any]:
    if article is None:
        return {"id": name, "key": key(name), "title": name}
    record: dict[str, Any] = {
        "id": article.id,
        "key": key(article.id),
        "title": article.title or article.id,
        "date": article.date.isoformat() if article.date else None,
        "publisher": article.publisher,
        "language": article.language,
        # Anything but the web's own schemes could run or read something when followed.
        "url": article.url if re.match(r"https?://", article.url or "", re.IGNORECASE) else None,
    }
    if evidence == "full":
        record["text"] = article.text
    return {key: value for key, value in record.items() if value is not None}


def _before(text: str, start: int) -> str:
    cut = text[max(0, start - _CONTEXT) : start]
    return cut if start <= _CONTEXT else "…" + cut.partition(" ")[2]


def _after(text: str, end: int) -> str:
    cut = text[end : end + _CONTEXT]
    return cut if len(text) <= end + _CONTEXT else cut.rpartition(" ")[0] + "…"


def matrix(
    positions: Sequence[Position],
    case: Case,
    strings: Mapping[str, Any],
    *,
    as_of: date | None = None,
    rules: Rules,
) -> dict[str, Any]:
    """Lay out the matrix as text alone, for readers without JavaScript.

    >>> case = Case("toy", "urn:toy", "Toy", "1", (), {}, {}, {})
    >>> matrix([], case, {}, rules=Rules())
    {'actors': [], 'rows': []}
    """
    standings = summarise(positions, case, as_of=as_of, rules=rules)
    rows = [
        {
            "label": case.issues[d.issue].label,
            "cells": [_cell(standings.get((a, d.issue)), strings) for a in case.compared],
            "verdict": strings[d.verdict or "one_voice"],
        }
        for d in divergences(standings, case, rules=rules)
    ]
    labels = [case.label_of(a) for a in case.compared]
    return {"actors": labels, "rows": rows}


def _cell(standing: Standing | None, strings: Mapping[str, Any]) -> str:
    if standing is None:
        return str(strings["no_statement"])
    parts = [f"{strings[standing.word]} ({standing.n})"]
    if standing.latest:
        parts.append(standing.latest.isoformat())
    if standing.contested:
        parts.append(strings["contested"])
    if standing.low_evidence:
        parts.append(strings["low_evidence"])
    return ", ".join(parts)
