"""Which target is in force, and which version of a plan. Source: docs/figures.md, 6."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from models.expectation import Roof
from models.measure import Kind, Target
from models.period import Period
from models.plan import Assignment, Indicator, Plan


@dataclass(frozen=True, slots=True)
class Targets:
    """Every target of one plan, to ask which is in force. Source: docs/figures.md, 6."""

    plan: Plan
    own: dict[tuple[str, str | None, Period], Target]

    def in_force(self, indicator: Indicator, roof: Roof, period: Period) -> Target | None:
        """Return the unit's own for the period, its own for the year, the plan's for the period, or that for the year.

        A count's plan target is the office's total: a unit without its own has none."""
        year = Period(self.plan.year)
        keys: list[tuple[str, str | None, Period]] = [
            (indicator.code, roof.code, period),
            (indicator.code, roof.code, year),
        ]
        answers_to_plan = roof.is_whole_plan or indicator.kind is not Kind.COUNT
        if answers_to_plan:
            keys.append((indicator.code, None, period))
        found = next((self.own[key] for key in keys if key in self.own), None)
        return found or (indicator.target if answers_to_plan else None)


def targets(plan: Plan, assignments: Iterable[Assignment]) -> Targets:
    """Collect the targets given to units and to single periods."""
    own = {(each.indicator, each.unit, each.period): each.target for each in assignments if each.target}
    return Targets(plan, own)


def version_in_force(versions: Iterable[Plan], last_day: Callable[[Plan], date]) -> Plan | None:
    """Return the version of one office's plan that is valid on a period's last day.

    last_day gives that day by each version's own windows. The first version of a year counts from the year's first
    window, also where it says that it replaces last year's plan; a later one from the day it was issued; one without
    that day is a draft. Source: docs/figures.md, 6."""
    known = list(versions)
    years = {version.code: version.year for version in known}
    later = {each.code for each in known if each.replaces and years.get(each.replaces) == each.year}
    valid = [
        each
        for each in known
        if each.code not in later or (each.issued_on is not None and each.issued_on <= last_day(each))
    ]
    return max(valid, key=lambda each: (each.code in later, each.issued_on or date.min), default=None)
