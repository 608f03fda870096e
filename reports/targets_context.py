"""What a plan document is made from: each target as a figure without a value, and who is given what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from models.errors import KnownError
from models.measure import Target
from models.period import Period
from models.plan import Assignment, Indicator, Plan
from models.progress import Coverage, Figure, Pooled, Question, figure
from models.store import groups, indicators, plans
from models.store.database import Database
from reports.context import Context
from reports.reading import read_surroundings

KIND_CODE = "targets"


@dataclass(frozen=True)
class TargetsContext(Context):
    """A plan's targets: figures are those of the year, in the plan's order, by_unit the units' own.

    by_period are the plan's for single periods; assigned who is given which indicator, with a target or without;
    replaced is the version of the same year that this one takes the place of."""

    by_period: tuple[Figure, ...] = ()
    assigned: frozenset[tuple[str, str]] = frozenset()
    replaced: Plan | None = None

    @property
    def aimed(self) -> tuple[Figure, ...]:
        """The figures that have a target."""
        return tuple(each for each in self.figures if each.target is not None)


def read_targets(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> TargetsContext:
    """Read a plan's targets and tasks; a plan is of its whole year, whatever the period that found it.

    Raises KnownError for a unit: a plan is its office's."""
    if unit is not None and unit != plan.unit:
        raise KnownError("Kế hoạch là của cả cơ quan, không lập riêng cho một đơn vị; mức của từng đơn vị ở phụ lục.")
    bare = read_surroundings(db, KIND_CODE, plan, Period(plan.year), on)
    watched = groups.watched_members(db, plan.code)
    known = {each.code: each for each in indicators.indicators(db, plan.code) if each.code not in watched}
    given = [each for each in indicators.assignments(db, plan.code) if each.indicator in known]
    asked = _Asking(plan, on, bare.grades)
    return TargetsContext(
        **{
            **{each.name: getattr(bare, each.name) for each in fields(bare)},
            "figures": tuple(asked.of(each, each.target, None, bare.period) for each in known.values()),
            "by_unit": tuple(asked.given(known, (each for each in given if each.unit is not None))),
            "areas": tuple(dict.fromkeys(each.area for each in known.values())),
        },
        by_period=tuple(asked.given(known, (each for each in given if each.unit is None))),
        assigned=frozenset((each.indicator, each.unit) for each in given if each.unit is not None),
        replaced=_replaced(db, plan),
    )


def _replaced(db: Database, plan: Plan) -> Plan | None:
    before = plans.plan(db, plan.replaces) if plan.replaces else None
    return before if before and before.year == plan.year else None


@dataclass(frozen=True, slots=True)
class _Asking:
    """Makes figures that have a target and no value: what is asked, before anything is reported."""

    plan: Plan
    on: date
    grades: tuple[str, ...]

    def given(self, known: dict[str, Indicator], assignments: Iterable[Assignment]) -> Iterable[Figure]:
        return (
            self.of(known[each.indicator], each.target, each.unit, each.period) for each in assignments if each.target
        )

    def of(self, indicator: Indicator, target: Target | None, unit: str | None, period: Period) -> Figure:
        return asked_figure(self.plan, indicator, target, period, unit=unit, on=self.on, grades=self.grades)


def asked_figure(
    plan: Plan,
    indicator: Indicator,
    target: Target | None,
    period: Period | None = None,
    *,
    unit: str | None = None,
    on: date,
    grades: Sequence[str],
) -> Figure:
    """Return a target as a figure without a value, as of a day; period None: the plan's year."""
    near = plan.near_threshold if indicator.near_threshold is None else indicator.near_threshold
    place = (unit, period or Period(plan.year))
    question = Question(plan.code, indicator, *place, target, on, on, near, grades=tuple(grades))
    return replace(figure(question, Pooled(), Coverage(0, 1)), target=target)
