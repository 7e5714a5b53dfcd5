"""Discourse networks: who stands with or against whom, as networkx graphs.

The two-mode network ties actors to issues by signed stances; its projections
tie actors to actors by congruence and conflict. The names and definitions are
those of the field (Leifeld 2017, *Discourse network analysis*). Every edge lists
the statements behind it, and no edge means no statement, never neutrality.

Nodes are ``("actor", id)`` and ``("issue", id)``, so that an actor and an issue
may share an id.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import Any, Literal, TypeAlias

import networkx as nx

from stancegraph.case import Case
from stancegraph.model import Position
from stancegraph.standings import Rules, counts

__all__ = ["Node", "one_mode"]

Node: TypeAlias = tuple[Literal["actor", "issue"], str]
Measure: TypeAlias = Literal["congruence", "conflict", "subtract"]

_RULES = Rules()


def _label(case: Case, actor: str) -> str:
    return case.actors[actor].label if actor in case.actors else actor


def one_mode(
    positions: Iterable[Position],
    case: Case,
    *,
    measure: Measure = "congruence",
    normalise: bool = True,
    as_of: date | None = None,
    rules: Rules = _RULES,
) -> "nx.Graph[Any]":
    """Project the statements onto actors, by congruence or conflict.

    Congruence sums 1 - |q - q'| / R over each pair of statements of the two
    actors on the same issue, q being values on the graded scale and R its
    range; conflict sums |q - q'| / R; subtract is the first less the second.
    `normalise` divides by the mean number of statements of the two (average
    normalisation). All statements count alike, duplicates included.

    Edge attributes: `weight` and `statements`, the positions of both on the
    issues shared. Pairs that share no issue have no edge.

    Source: Leifeld, Gruber and Bossner (2019), *Discourse Network Analyzer
    Manual*, chapter on one-mode networks.

    >>> from stancegraph.case import Case, Issue
    >>> truce = Issue("truce", "urn:t", "Truce", "Stop", "g", "", "", "")
    >>> case = Case(id="c", iri="urn:c", title="", version="", compared=("east", "west"),
    ...             actors={}, issues={"truce": truce}, groups={"g": "G"})
    >>> said = [Position("a", who, who, "truce", "support", "Yes.", 0, 4)
    ...         for who in ("east", "west")]
    >>> one_mode(said, case).edges[("actor", "east"), ("actor", "west")]["weight"]
    1.0
    """
    made: dict[str, dict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for p in positions:
        if counts(p, case, as_of) and p.issue in case.issues:
            made[p.actor][p.issue].append(p)
    totals = {actor: sum(map(len, issues.values())) for actor, issues in made.items()}
    graph: nx.Graph[Any] = nx.Graph(measure=measure)
    actors = [*case.compared, *sorted(set(made) - set(case.compared))]
    for actor in actors:
        graph.add_node(("actor", actor), kind="actor", label=_label(case, actor))
    width = rules.support - rules.oppose
    for one, other in combinations([a for a in actors if a in made], 2):
        shared = [i for i in made[one] if i in made[other]]
        if not shared:
            continue
        apart = [
            abs(rules.value(p.stance) - rules.value(q.stance)) / width
            for i in shared
            for p in made[one][i]
            for q in made[other][i]
        ]
        conflict = math.fsum(apart)
        congruence = len(apart) - conflict
        weight = {
            "congruence": congruence,
            "conflict": conflict,
            "subtract": congruence - conflict,
        }[measure]
        if normalise:
            weight /= (totals[one] + totals[other]) / 2
        graph.add_edge(
            ("actor", one),
            ("actor", other),
            weight=weight,
            statements=tuple(p for i in shared for p in (*made[one][i], *made[other][i])),
        )
    return graph
