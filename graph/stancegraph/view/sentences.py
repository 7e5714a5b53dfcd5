"""A few sentences on who agrees and who diverges, each linked to its evidence.

A sentence is a sequence of segments: plain text, or a link that opens the
evidence of a cell, an issue or a pair. No sentence says more than the
statements do: unanimity needs every compared actor on record; that one stands
alone is said only where nobody on record is contested, and both only where
nobody rests on a single statement or low confidence; what is furthest apart
and closest together names each actor's side, who rests on a single statement
and who was silent; and a closest and a furthest pair of
actors are named only where each lies outside the other's interval.
"""

from collections.abc import Mapping, Sequence
from datetime import date
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
#: Actors on record that make "closest together" worth saying …
_TOGETHER = 3
#: … and those of them who have to rest on more than a single statement.
_ATTESTED = 2
#: Of two statements, one misread sentence would make a move; the third has to bear it out.
_MOVED = 3


class Segment(NamedTuple):
    """A piece of a sentence; `target` is empty for plain text.

    Targets: ("cell", actor, issue), ("issue", issue), ("pair", one, other). A
    date, a percentage or a number is no link, but written in the reader's own
    way: ("month", "2025-04"), ("day", "2025-04-30"), ("percent", "0.5"), ("number", "3").
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
    unanimous = _unanimous(standings, spreads, case, strings)
    said = [
        unanimous or _near(standings, spreads, case, strings),
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


def _percent(value: float) -> Segment:
    return Segment(f"{value:.0%}", ("percent", str(round(value, 4))))


def _when(day: date, other: date) -> Segment:
    """Give the month of a day; the day itself where the other one lies in the same month."""
    if (day.year, day.month) == (other.year, other.month):
        return Segment(day.isoformat(), ("day", day.isoformat()))
    name = day.isoformat()[:7]
    return Segment(name, ("month", name))


def _number(value: int) -> Segment:
    return Segment(str(value), ("number", str(value)))


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


#: The side that a word puts an actor on, in the order in which sides are told.
_SIDES = {
    "supports": "place_for",
    "leans-for": "place_leans_for",
    "conditional": "place_conditional",
    "mixed": "place_between",
    "undecided": "place_between",
    "leans-against": "place_leans_against",
    "opposes": "place_against",
}


def _attested(
    divergence: Divergence, standings: Mapping[tuple[str, str], Standing], ends: set[float]
) -> bool:
    """Tell whether each of the `ends` is held by an actor on more than a single statement."""
    firm = {
        value
        for actor, value in divergence.placed.items()
        if not standings[actor, divergence.issue].low_evidence
    }
    return ends <= firm


def _places(
    divergence: Divergence,
    standings: Mapping[tuple[str, str], Standing],
    case: Case,
    strings: Mapping[str, Any],
) -> list[Segment]:
    """Say who is on which side of an issue, and who was silent: missing is not neutral."""
    sides: dict[str, list[Segment]] = {side: [] for side in (*_SIDES.values(), "place_contested")}
    for actor in divergence.placed:
        standing = standings[actor, divergence.issue]
        side = "place_contested" if standing.contested else _SIDES[standing.word]
        name = _label(case, actor)
        if standing.low_evidence:
            why = "place_single" if standing.n == 1 else "place_unsure"
            name = strings[why].format(actor=name)
        sides[side].append(Segment(name, ("cell", actor, divergence.issue)))
    silent = [Segment(_label(case, a)) for a in case.compared if a not in divergence.placed]
    places = [
        _fill(strings[side], {"actors": _join(actors, strings)})
        for side, actors in {**sides, "place_silent": silent}.items()
        if actors
    ]
    return list(
        chain.from_iterable(
            [*([Segment(strings["place_sep"])] if i else []), *place]
            for i, place in enumerate(places)
        )
    )


def _split(
    standings: Mapping[tuple[str, str], Standing],
    spreads: Sequence[Divergence],
    case: Case,
    strings: Mapping[str, Any],
) -> list[Segment]:
    def attested(divergence: Divergence) -> bool:
        ends = {min(divergence.placed.values()), max(divergence.placed.values())}
        return _attested(divergence, standings, ends)

    split = [d for d in spreads if d.verdict == "split"]
    if not split:
        return []
    # What a split rests on comes before its width.
    widest = max(split, key=lambda d: (attested(d), round(d.spread or 0, 3), len(d.placed), d.n))
    return _fill(
        strings["say_split"],
        {
            "issue": [_issue(case, widest.issue)],
            "places": _places(widest, standings, case, strings),
        },
    )


def _near(
    standings: Mapping[tuple[str, str], Standing],
    spreads: Sequence[Divergence],
    case: Case,
    strings: Mapping[str, Any],
) -> list[Segment]:
    def firm(divergence: Divergence) -> int:
        return sum(not standings[a, divergence.issue].low_evidence for a in divergence.placed)

    near = [
        d
        for d in spreads
        # Two that agree are no news where a third and a fourth say nothing.
        if d.verdict == "aligned" and len(d.placed) >= _TOGETHER and firm(d) >= _ATTESTED
    ]
    if not near:
        return []
    closest = max(near, key=lambda d: (firm(d), len(d.placed), -round(d.spread or 0, 3), d.n))
    return _fill(
        strings["say_near"],
        {
            "issue": [_issue(case, closest.issue)],
            "places": _places(closest, standings, case, strings),
        },
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
            "other": link(far),
            **{k: [s] for k, s in _figures("near", near).items()},
            **{k: [s] for k, s in _figures("far", far).items()},
        },
    )


def _figures(name: str, pair: PairAgreement) -> dict[str, Segment]:
    """Give all that goes with a pair's score: its interval, its issues and its statements."""
    assert pair.value is not None and pair.low is not None and pair.high is not None
    return {
        f"{name}_value": _percent(pair.value),
        f"{name}_low": _percent(pair.low),
        f"{name}_high": _percent(pair.high),
        f"{name}_issues": _number(len(pair.issues)),
        f"{name}_n": _number(pair.n),
    }


def _move(
    standings: Mapping[tuple[str, str], Standing], case: Case, strings: Mapping[str, Any]
) -> list[Segment]:
    # Mixed or contested, it is several voices at once: whether anyone moved, that does not say.
    moved = [
        (s, s.move)
        for s in standings.values()
        if s.move is not None
        and s.actor in case.compared
        and s.n >= _MOVED
        and not s.contested
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
            "start": [_when(move.start, move.end)],
            "end": [_when(move.end, move.start)],
            "issue": [
                Segment(case.issues[standing.issue].label, ("cell", standing.actor, standing.issue))
            ],
        },
    )
