"""The versions of one office's plan for a year: which is which, and where each stands."""

from collections.abc import Iterable
from enum import StrEnum

from models.plan import Plan


class PlanState(StrEnum):
    """Where a version stands: being drafted, issued, or replaced by an issued later one."""

    DRAFT = "draft"
    ISSUED = "issued"
    REPLACED = "replaced"


def version_number(of: Plan, versions: Iterable[Plan]) -> int:
    """Return how many versions it took to come to this one: 1 for the first of its year."""
    known = {each.code: each for each in versions if each.year == of.year}
    number, before = 1, of.replaces
    while before in known:
        number, before = number + 1, known[before].replaces
    return number


def versions_of(of: Plan, plans: Iterable[Plan]) -> list[Plan]:
    """Return the versions of a plan's year that replace one another, itself among them, the first one first."""
    known = {each.code: each for each in plans if each.year == of.year}
    first = of
    while first.replaces in known:
        first = known[first.replaces]
    return [first, *later_versions(first, known.values())]


def state_of(of: Plan, versions: Iterable[Plan]) -> PlanState:
    """Return where a version stands among the others of its plan."""
    if any(each.issued_on and each.year == of.year for each in later_versions(of, versions)):
        return PlanState.REPLACED
    return PlanState.ISSUED if of.issued_on else PlanState.DRAFT


def later_versions(of: Plan, versions: Iterable[Plan]) -> list[Plan]:
    """Return the versions that replace one, directly or through others."""
    known, found = list(versions), [of.code]
    later: list[Plan] = []
    for code in found:
        following = [each for each in known if each.replaces == code and each.code not in found]
        found.extend(each.code for each in following)
        later.extend(following)
    return later


def free_code(stem: str, taken: Iterable[str]) -> str:
    """Return a code for a new version or plan that nothing has yet: the stem itself, else with a number behind it."""
    known = set(taken)
    candidates = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(known) + 2))
    return next(each for each in candidates if each not in known)
