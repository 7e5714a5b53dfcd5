"""One step up from a word to its governor: a table of cases, and the governor's own effect.

A case may settle a step, correct it for the cases after it, or only note something. They stand
in a module for each sort of step.
"""

from stancegraph.extraction import dependents, governors, permissions, preferences, suppositions
from stancegraph.extraction.adnominals import look_around
from stancegraph.extraction.climb import STOP, Climb, Outcome, Step
from stancegraph.extraction.unknown import compose

__all__ = ["step"]


def step(climb: Climb, at: Step) -> Outcome:
    """Take one step up; return the new place and the sign there, `STOP` to go no further."""
    for relations, case in _CASES:
        if relations is None or at.rel in relations:
            settled = case(climb, at)
            if settled is not None:
                return settled
    sign = compose(climb, at)
    if sign != STOP:
        look_around(climb, at.parent, sign)
    return at.parent, sign


#: The cases of a step, in this order: what one corrects, those after it see.
_CASES = (
    *suppositions.CASES,
    *preferences.CASES,
    *permissions.CASES,
    *dependents.CASES,
    *governors.CASES,
)
