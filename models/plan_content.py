"""All that stands in a plan, as one value: to be copied into another year, into a new version, or put back."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from models.drafting.kept import TargetSource
from models.jumps import CheckLimit
from models.onestop import Member
from models.period import Period, WindowSetting
from models.plan import Assignment, BalanceRule, Grade, Indicator, LegalBasis, Plan, Task
from models.unit import UnitTree


@dataclass(frozen=True)
class PlanContent:
    """A plan and what belongs to it, each part in the plan's order."""

    plan: Plan
    bases: tuple[LegalBasis, ...] = ()
    windows: tuple[WindowSetting, ...] = ()
    grades: tuple[Grade, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    rules: tuple[BalanceRule, ...] = ()
    limits: tuple[CheckLimit, ...] = ()
    members: tuple[Member, ...] = ()
    tasks: tuple[Task, ...] = ()
    sources: tuple[TargetSource, ...] = ()

    def of_plan(self, new: Plan) -> "PlanContent":
        """Return the same content for another plan of the same year, or of another: dates move by as many years.

        Codes stay, so that series go on. What was done of a task, and the clause that a target was taken from, belong
        to their own year and do not move along."""
        years, code = new.year - self.plan.year, new.code
        return PlanContent(
            new,
            tuple(replace(each, plan=code) for each in self.bases),
            tuple(_moved_window(each, code, years) for each in self.windows),
            tuple(replace(each, plan=code) for each in self.grades),
            tuple(replace(each, plan=code) for each in self.indicators),
            tuple(replace(each, plan=code, period=each.period.in_year(new.year)) for each in self.assignments),
            tuple(replace(each, plan=code) for each in self.rules),
            tuple(replace(each, plan=code) for each in self.limits),
            tuple(replace(each, plan=code) for each in self.members),
            tuple(_moved_task(each, code, years) for each in self.tasks),
            () if years else tuple(replace(each.without_spot(), plan=code) for each in self.sources),
        )

    def given_to_those_there(self, tree: UnitTree, day: date) -> "PlanContent":
        """Return the content as it can be given on a day: what a unit that ceased was asked goes to its successors.

        A successor's target is not the old unit's: it is asked for the indicator without a target of its own."""
        found: dict[tuple[str, str | None, Period], Assignment] = {}
        for each in self.assignments:
            if each.unit is None or (each.unit in tree and tree[each.unit].is_valid_on(day)):
                found[each.indicator, each.unit, each.period] = each
        for each in self.assignments:
            if each.unit is not None and each.unit in tree and not tree[each.unit].is_valid_on(day):
                year = Period(each.period.year)
                for heir in _heirs(tree, each.unit, day):
                    given = replace(each, unit=heir, period=year, target=None)
                    asked = {(indicator, unit) for indicator, unit, _ in found}
                    if (each.indicator, heir) not in asked:
                        found[each.indicator, heir, year] = given
        return replace(self, assignments=tuple(found.values()))


def _heirs(tree: UnitTree, code: str, day: date, seen: Collection[str] = ()) -> list[str]:
    """Return the units valid on a day that came of one that ceased."""
    heirs: list[str] = []
    for heir in tree[code].succeeded_by:
        if heir in tree and heir not in seen:
            heirs += [heir] if tree[heir].is_valid_on(day) else _heirs(tree, heir, day, (*seen, code))
    return heirs


def _moved_window(each: WindowSetting, code: str, years: int) -> WindowSetting:
    first, last, due = (moved(day, years) for day in (each.first, each.last, each.due))
    return WindowSetting(code, each.period.in_year(each.period.year + years), first, last, due)


def _moved_task(each: Task, code: str, years: int) -> Task:
    if not years:
        return replace(each, plan=code)
    return replace(each, plan=code, due=moved(each.due, years), done_on=None, progress=None)


def moved(day: date | None, years: int) -> date | None:
    """Return the same day of another year; of 29 February the 28th where there is none."""
    if day is None or not years:
        return day
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
