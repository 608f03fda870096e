"""The ready sets that ship with the program."""

from functools import cache

from models.plan_sets import PlanSet, read_set
from ui.resources import resource

FOLDER = "plan-sets"


@cache
def plan_sets() -> tuple[PlanSet, ...]:
    """Return all sets in the order in which they are offered."""
    found = (read_set(path.read_text("utf-8")) for path in sorted(resource(FOLDER).glob("*.json")))
    return tuple(sorted(found, key=lambda each: each.order))


def plan_set(code: str) -> PlanSet:
    """Return one of them."""
    return next(each for each in plan_sets() if each.code == code)
