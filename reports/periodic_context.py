"""What the periodic report is made from: the plan's figures, those of its last quarter, the one-stop table, tasks."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from models.onestop import Group
from models.period import Period
from models.plan import Plan, Task
from models.progress import Figure
from models.reform_area import ReformArea, reform_area
from models.same_period import Before
from models.store import figures, groups
from models.store.database import Database
from models.submission import cumulative_until
from reports.context import Context, is_index
from reports.one_stop_totals import OneStopTotals, one_stop_totals
from reports.reading import read_context


@dataclass(frozen=True)
class PeriodicContext(Context):
    """A report's context with the figures of its last quarter alone and of the year so far, one-stop counts included.

    Both by the indicator's code; in the first quarter they are the same. indices are last year's results of what is
    published late, by the indicator's code."""

    quarter: Mapping[str, Figure] = field(default_factory=dict)
    so_far: Mapping[str, Figure] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    indices: Mapping[str, Before] = field(default_factory=dict)

    @property
    def until(self) -> Period:
        """The period from the year's start to the report's end."""
        return cumulative_until(self.period.last_quarter)

    @property
    def as_of(self) -> date:
        """The last day that is reported on: the window's, or the day asked where that is earlier."""
        return min(self.on, self.window.last)

    def of_reform_area(self, area: ReformArea) -> list[Figure]:
        """Return an area's figures, whatever the plan calls it, in the plan's order."""
        return [each for each in self.figures if reform_area(each.indicator.area) is area]

    def published(self) -> list[tuple[Figure, Before]]:
        """Return the indices whose results of last year were published in the report's period, with those results."""
        late = ((each, each.indicator.published_month) for each in self.figures if each.indicator.code in self.indices)
        return [(each, self.indices[each.indicator.code]) for each, month in late if month and self._covers(month)]

    def _covers(self, month: int) -> bool:
        """Return whether a month of the year ends in the report's period, before the last day that is reported on."""
        year = self.period.year
        return self.window.first <= date(year, month, monthrange(year, month)[1]) <= self.as_of

    def tasks_of(self, area: ReformArea) -> list[Task]:
        """Return an area's tasks in the plan's order; tasks are the plan's, not a unit's."""
        return [each for each in self.plan_tasks if reform_area(each.area) is area]

    @property
    def plan_tasks(self) -> tuple[Task, ...]:
        """The plan's tasks; none in a report on a unit: who leads them is written in words."""
        return self.tasks if self.unit is None else ()

    @property
    def own_headings(self) -> tuple[str, ...]:
        """The plan's headings that are none of the six areas, in its order."""
        named = (*(each.indicator.area for each in self.figures), *(each.area for each in self.done_tasks()))
        return tuple(dict.fromkeys(each for each in named if reform_area(each) is None))

    def done_tasks(self) -> list[Task]:
        """Return the tasks done until the last day that is reported on."""
        return [each for each in self.plan_tasks if each.done_on is not None and each.done_on <= self.as_of]

    def overdue_tasks(self) -> list[Task]:
        """Return the tasks whose deadline had passed on that day and that were not done."""
        done = self.done_tasks()
        return [each for each in self.plan_tasks if each not in done and each.due is not None and each.due < self.as_of]

    def done_in_quarter(self) -> list[Task]:
        """Return the tasks done in the report's last quarter."""
        first = self.windows.of(self.period.last_quarter).first
        return [each for each in self.done_tasks() if each.done_on is not None and each.done_on >= first]

    def one_stop(self) -> OneStopTotals:
        """Return the one-stop table of the report's period, all fields together."""
        figures = self.quarter if self.period.is_quarter else self.so_far
        return one_stop_totals(self.groups, figures, self.period)


def read_periodic(
    db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None = None
) -> PeriodicContext:
    """Read what a periodic report needs. Raises KnownError for a unit that is not there."""
    base = read_context(db, kind, plan, period, on, unit)
    spans = {period.last_quarter, cumulative_until(period.last_quarter)}
    found = {span: {each.indicator.code: each for each in figures.progress(db, plan, span, on, unit)} for span in spans}
    return PeriodicContext(
        **{each.name: getattr(base, each.name) for each in fields(base)},
        quarter=found[period.last_quarter],
        so_far=found[cumulative_until(period.last_quarter)],
        groups=tuple(groups.groups(db, plan.code)),
        indices=_indices(db, plan, unit) if any(map(is_index, base.figures)) else {},
    )


def _indices(db: Database, plan: Plan, unit: str | None) -> dict[str, Before]:
    """Return last year's results that can be told, of the whole year."""
    found = figures.same_period(db, plan, Period(plan.year), unit)
    return {code: each for code, each in found.items() if each.value is not None}
