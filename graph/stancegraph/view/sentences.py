"""A few sentences on who agrees and who diverges, each linked to its evidence.

A sentence is a sequence of segments: plain text, or a link that opens the
evidence of a cell, an issue or a pair. No sentence says more than the
statements do: unanimity needs every compared actor on record; that one stands
alone is said only where nobody on record is contested, and both only where
nobody rests on a single statement or low confidence; a split that rests on
single statements is said to; and a closest and a furthest pair are named only
where each lies outside the other's interval.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from stancegraph.agreement import Divergence, PairAgreement
from stancegraph.case import Case
from stancegraph.standings import Standing

__all__ = ["Segment", "sentences"]

#: More issues than this in one sentence are not read; the rest is in the matrix.
_LISTED = 4
#: A pair's agreement over fewer shared issues than this is not worth a sentence.
_SHARED = 3
#: Of two statements, one misread sentence would make a move; the third has to bear it out.
_MOVED = 3


class Segment(NamedTuple):
    """A piece of a sentence; `target` is empty for plain text.

    Targets: ("cell", actor, issue), ("issue", issue), ("pair", one, other).
    """

    text: str
    target: tuple[str, ...] = ()


def _fill(template: str, parts: Mapping[str, Sequence[Segment]]) -> list[Segment]:
    """Put segments into a template's {names}; a label's braces are left alone."""
    result: list[Segment] = []
    for i, piece in enumerate(template.split("{")):
        if i == 0:
            result.append(Segment(piece))
            continue
        name, _, rest = piece.partition("}")
        result.extend(parts[name])
        result.append(Segment(rest))
    return [s for s in result if s.text]


def _join(items: Sequence[Segment], strings: Mapping[str, Any]) -> list[Segment]:
    result: list[Segment] = []
    for i, item in enumerate(items):
        if i:
            last = i == len(items) - 1
            result.append(Segment(strings["list_and"] if last else strings["list_comma"]))
        result.append(item)
    return result


def sentences(
    standings: Mapping[tuple[str, str], Standing],
    spreads: Sequence[Divergence],
    pairs: Sequence[PairAgreement],
    case: Case,
    strings: Mapping[str, Any],
) -> list[list[Segment]]:
    """Say in at most five sentences where the compared actors agree and diverge.

    `strings` holds the templates (keys ``say_…``) and the words of the page.

    >>> from stancegraph.case import Case
    >>> sentences({}, [], [], Case("c", "urn:c", "", "", (), {}, {}, {}), {})
    []
    """
    said = [
        _unanimous(standings, spreads, case, strings),
        _split(standings, spreads, case, strings),
        _alone(standings, spreads, case, strings),
        _pairs(pairs, case, strings),
        _move(standings, case, strings),
    ]
    return [sentence for sentence in said if sentence]


def _label(case: Case, actor: str) -> str:
    return case.actors[actor].label if actor in case.actors else actor


def _issue(case: Case, issue: str) -> Segment:
    return Segment(case.issues[issue].label, ("issue", issue))


def _unanimous(
    standings: Mapping[tuple[str, str], Standing],
    spreads: Sequence[Divergence],
    case: Case,
    strings: Mapping[str, Any],
) -> list[Segment]:
    full = len(case.compared)
    if full < 2:
        return []
    for word, template in (("supports", "say_all_support"), ("opposes", "say_all_oppose")):
        agreed = [
            d
            for d in spreads
            if len(d.placed) == full
            and all(
                standings[a, d.issue].word == word
                and not standings[a, d.issue].contested
                and not standings[a, d.issue].low_evidence
                for a in d.placed
            )
        ]
        agreed.sort(key=lambda d: -d.n)
        if agreed:
            numbers = strings["numbers"]
            count = numbers[full] if full < len(numbers) else str(full)
            everyone = strings["both"] if full == 2 else strings["all_count"]
            return _fill(
                strings[template],
                {
                    "actors": _fill(everyone, {"count": [Segment(count)]}),
                    "issues": _join([_issue(case, d.issue) for d in agreed[:_LISTED]], strings),
                },
            )
    return []


def _split(
    standings: Mapping[tuple[str, str], Standing],
    spreads: Sequence[Divergence],
    case: Case,
    strings: Mapping[str, Any],
) -> list[Segment]:

    def attested(divergence: Divergence) -> tuple[bool, float, int, int]:
        """Rank splits by what they rest on before ranking them by their width."""
        ends = {min(divergence.placed.values()), max(divergence.placed.values())}
        firm = {
            value
            for actor, value in divergence.placed.items()
            if not standings[actor, divergence.issue].low_evidence
        }
        width = round(divergence.spread or 0, 3)
        return ends <= firm, width, len(divergence.placed), divergence.n

    split = [d for d in spreads if d.verdict == "split"]
    if not split:
        return []
    widest = max(split, key=attested)
    sides: dict[str, list[Segment]] = {"place_for": [], "place_against": [], "place_between": []}
    for actor in widest.placed:
        word = standings[actor, widest.issue].word
        side = {"supports": "place_for", "opposes": "place_against"}.get(word, "place_between")
        sides[side].append(Segment(_label(case, actor), ("cell", actor, widest.issue)))
    places = [_fill(strings[k], {"actors": _join(v, strings)}) for k, v in sides.items() if v]
    joined = chain.from_iterable(
        [*([Segment(strings["place_sep"])] if i else []), *place] for i, place in enumerate(places)
    )
    return _fill(
        strings["say_split" if attested(widest)[0] else "say_split_thin"],
        {"issue": [_issue(case, widest.issue)], "places": list(joined)},
    )


def _alone(
    standings: Mapping[tuple[str, str], Standing],
    spreads: Sequence[Divergence],
    case: Case,
    strings: Mapping[str, Any],
) -> list[Segment]:
    lonely: dict[tuple[str, str], list[Divergence]] = {}
    for d in spreads:
        if len(d.placed) < 3:
            continue  # with two on record, being alone says nothing
        held = {a: standings[a, d.issue] for a in d.placed}
        for actor, own in held.items():
            rest = [s.word for a, s in held.items() if a != actor]
            # One misread sentence on any side would make the claim false.
            firm = not any(s.contested or s.low_evidence for s in held.values())
            if firm and own.word == "opposes" and {*rest} <= {"supports", "leans-for"}:
                lonely.setdefault((actor, "say_alone_oppose"), []).append(d)
            if firm and own.word == "supports" and {*rest} <= {"opposes", "leans-against"}:
                lonely.setdefault((actor, "say_alone_support"), []).append(d)
    if not lonely:
        return []
    (actor, template), issues = max(
        lonely.items(), key=lambda item: (len(item[1]), sum(d.n for d in item[1]))
    )
    issues.sort(key=lambda d: -d.n)
    links = [
        Segment(case.issues[d.issue].label, ("cell", actor, d.issue)) for d in issues[:_LISTED]
    ]
    return _fill(
        strings[template],
        {"actor": [Segment(_label(case, actor))], "issues": _join(links, strings)},
    )


def _pairs(pairs: Sequence[PairAgreement], case: Case, strings: Mapping[str, Any]) -> list[Segment]:
    known = [p for p in pairs if p.value is not None and len(p.issues) >= _SHARED]
    if len(known) < 2:
        return []
    known.sort(key=lambda p: p.value or 0)
    far, near = known[0], known[-1]
    if far.value is None or far.high is None or near.value is None or near.low is None:
        return []
    # An order of pairs that chance alone could have turned round is none to be told.
    if far.value >= near.low or near.value <= far.high:
        return []

    def link(pair: PairAgreement) -> list[Segment]:
        names = strings["pair"].format(one=_label(case, pair.one), other=_label(case, pair.other))
        return [Segment(names, ("pair", pair.one, pair.other))]

    return _fill(
        strings["say_pairs"],
        {
            "pair": link(near),
            "value": [Segment(f"{near.value:.0%}")],
            "n": [Segment(str(len(near.issues)))],
            "other": link(far),
            "other_value": [Segment(f"{far.value:.0%}")],
            "other_n": [Segment(str(len(far.issues)))],
        },
    )


def _move(
    standings: Mapping[tuple[str, str], Standing], case: Case, strings: Mapping[str, Any]
) -> list[Segment]:
    # A mixed month is several voices at once: whether anyone moved, it does not say.
    moved = [
        (s, s.move)
        for s in standings.values()
        if s.move is not None
        and s.actor in case.compared
        and s.n >= _MOVED
        and "mixed" not in (s.move.before, s.move.after)
    ]
    if not moved:
        return []
    # The latest move, and of those the best attested one.
    standing, move = max(moved, key=lambda pair: (pair[1].end, pair[0].n))
    return _fill(
        strings["say_move"],
        {
            "actor": [Segment(_label(case, standing.actor))],
            "before": [Segment(strings[move.before].lower())],
            "after": [Segment(strings[move.after].lower())],
            # Months go to the browser as they are; it writes them in the reader's way.
            "start": [Segment(move.start.isoformat()[:7], ("month",))],
            "end": [Segment(move.end.isoformat()[:7], ("month",))],
            "issue": [
                Segment(case.issues[standing.issue].label, ("cell", standing.actor, standing.issue))
            ],
        },
    )
