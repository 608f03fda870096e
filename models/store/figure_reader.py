"""A plan and a period read once: who is expected, what is asked of them, and the figures of any unit."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.errors import KnownError
from models.expectation import Roof, counted_in
from models.measure import Target, Threshold
from models.period import Period, Windows
from models.plan import Assignment, Indicator, Plan
from models.progress import (
    Coverage,
    Figure,
    Pooled,
    Question,
    exact_value,
    figure,
    is_to_check,
    pool,
    resolve,
)
from models.store.actuals import period_key
from models.store.database import Database
from models.store.indicators import assignments, indicator_ids, indicators
from models.store.plans import grades, plans, windows
from models.store.pooling import NOTHING, Pool, Row, Rows
from models.store.rollup import Reported, Source, Stretch, given, part
from models.store.units import unit_ids, unit_tree
from models.target import targets, version_in_force


@dataclass(frozen=True, slots=True)
class Point:
    """What was reported for one indicator in one quarter, over all units expected in it.

    value is percent of a ratio. is_estimated: a share of a unit that was split is in it."""

    period: Period
    numerator: Decimal | None
    denominator: Decimal | None
    value: Fraction | None
    reported_units: int
    expected_units: int
    is_estimated: bool = False


class FigureReader:
    """A plan read once, to answer for any of its units."""

    def __init__(
        self,
        db: Database,
        plan: Plan,
        period: Period,
        on: date,
        unit: str | None,
        codes: Container[str] | None = None,
    ) -> None:
        self.plan, self.on = plan, on
        self.tree = unit_tree(db)
        self.check(unit)
        self.pool = Pool(db, unit_ids(db), indicator_ids(db))
        self.indicators = [each for each in indicators(db, plan.code) if codes is None or each.code in codes]
        given_to_units = assignments(db, plan.code)
        self._targets = targets(plan, given_to_units)
        self.assigned = _assigned(given_to_units)
        self._grades = tuple(each.name for each in grades(db, plan.code))
        self.windows = windows(db, plan.code)
        self._db, self._stretches = db, dict[Period, Stretch]()
        self._look_at(period)

    def at(self, period: Period) -> "FigureReader":
        """Return the same plan at another period, with all that was read of it; not for after a change of the plan."""
        other = copy(self)
        other._look_at(period)
        return other

    def through(self, db: Database) -> "FigureReader":
        """Return the same over another connection to the file; not for after a change of plans or units."""
        other = copy(self)
        other._db, other.pool = db, self.pool.through(db)
        return other

    def only(self, codes: Container[str]) -> "FigureReader":
        """Return the same for some of its indicators."""
        other = copy(self)
        other.indicators = [each for each in self.indicators if each.code in codes]
        return other

    @property
    def not_rolled_up(self) -> list[str]:
        """The codes of the indicators whose figures belong to the unit that they are given for."""
        return [each.code for each in self.indicators if not each.kind.rolls_up]

    def _look_at(self, period: Period) -> None:
        self.period = period
        before = period.in_year(period.year - 1)
        self.this_year, self.year_before = self.stretch(period), self.stretch(before)
        self.periods_given = [
            period_key(each) for year in (before.year, period.year) for each in (*Period(year).quarters, Period(year))
        ]

    def check(self, unit: str | None) -> None:
        """Raise KnownError for a unit that the file does not know."""
        if unit is not None and unit not in self.tree:
            raise KnownError(f"Không có đơn vị {unit}.")

    def stretch(self, period: Period) -> Stretch:
        """Return a period as the plan sees it; an earlier year's by the windows of that year's plan."""
        if period not in self._stretches:
            is_own = period.year == self.plan.year
            its = self.windows if is_own else _windows_before(self._db, self.plan, period)
            self._stretches[period] = self._made_stretch(period, its)
        return self._stretches[period]

    def _made_stretch(self, period: Period, windows: Windows) -> Stretch:
        return Stretch(Roof(self.tree, self.plan.unit), period, windows, self.assigned)

    def figures(
        self,
        source: Source,
        rows: Mapping[tuple[str, str], list[Row]],
        unit: str | None,
        asked: list[Indicator],
    ) -> list[Figure]:
        """Return one figure of each indicator; rows: what was given for measures that do not roll up."""
        roof = Roof(self.tree, self.plan.unit, unit)
        questions = self._questions(source, rows, roof, unit, asked)
        reported = self.this_year.reported(source, unit, asked)
        for each in asked:
            if not each.kind.rolls_up:
                reported[each.code] = self._given(each, roof, rows.get((each.code, roof.code), []))
        return [figure(questions[each.code], *reported[each.code]) for each in asked]

    def points(self, indicator: Indicator, quarters: Sequence[Period], unit: str | None) -> list[Point]:
        """Return what was reported in each of some quarters alone."""
        roof, assigned = Roof(self.tree, self.plan.unit, unit), self.assigned.get(indicator.code)
        counted = counted_in(roof, quarters, self.windows, assigned)
        sums = self.pool.series(indicator.code, {period_key(each): units for each, units in counted.items()})
        found = []
        for each, units in counted.items():
            total = sums.get(period_key(each), NOTHING)
            pooled = pool(indicator, [part(each, total)])
            value = exact_value(indicator, pooled)
            found.append(Point(each, pooled.numerator, pooled.denominator, value, total.reported, len(units)))
        return found

    def reported_before(self, unit: str | None, asked: list[Indicator]) -> dict[str, Reported]:
        """Return what was reported in the same period of the year before."""
        own, rows = unit or self.plan.unit, self.rows_of(unit)
        reported = self.year_before.reported(self.pool, unit, asked)
        for each in asked:
            if not each.kind.rolls_up:
                its = rows.get((each.code, own), [])
                pooled = self._given_in(each, its, self.period.in_year(self.period.year - 1))
                reported[each.code] = Reported(pooled, Coverage(pooled.reported, 1))
        return reported

    def thresholds(self, unit: str | None, asked: list[Indicator]) -> dict[str, tuple[Target, Threshold]]:
        """Return the targets in force that can be compared, with their comparable numbers, by the indicator's code."""
        questions = self._questions(self.pool, self.rows_of(unit), Roof(self.tree, self.plan.unit, unit), unit, asked)
        known = ((code, each.target, resolve(each)) for code, each in questions.items())
        return {code: (target, threshold) for code, target, threshold in known if target and threshold}

    def given_until(self, unit: str | None, until: Period, asked: list[Indicator]) -> dict[str, Pooled]:
        """Return the latest of what does not roll up, of the year up to a period's end."""
        rows, own = self.rows_of(unit), unit or self.plan.unit
        return {each.code: self._given_in(each, rows.get((each.code, own), []), until) for each in asked}

    def rows_of(self, unit: str | None) -> dict[tuple[str, str], list[Row]]:
        """Return what a unit was given, of this year and the year before."""
        return self.rows_of_each([unit or self.plan.unit])

    def rows_of_each(self, units: Iterable[str]) -> dict[tuple[str, str], list[Row]]:
        """Return what some units were given, of this year and the year before."""
        return by_unit(self.pool.rows(self.periods_given, dict.fromkeys(self.not_rolled_up, frozenset(units))))

    def _questions(
        self,
        source: Source,
        rows: Mapping[tuple[str, str], list[Row]],
        roof: Roof,
        unit: str | None,
        asked: list[Indicator],
    ) -> dict[str, Question]:
        wanted = {each.code: self._targets.in_force(each, roof, self.period) for each in asked}
        changing = [each for each in asked if (target := wanted[each.code]) and target.operator.is_change]
        before = self._before(source, rows, roof, unit, changing) if changing else {}
        return {each.code: self._question(each, unit, wanted[each.code], before.get(each.code)) for each in asked}

    def _before(
        self,
        source: Source,
        rows: Mapping[tuple[str, str], list[Row]],
        roof: Roof,
        unit: str | None,
        changing: list[Indicator],
    ) -> dict[str, Pooled]:
        """Return what was reported in the year before, for targets that are a change against it."""
        before = {code: each.pooled for code, each in self.year_before.reported(source, unit, changing).items()}
        for each in changing:
            if not each.kind.rolls_up:
                its = rows.get((each.code, roof.code), [])
                before[each.code] = self._given_in(each, its, Period(self.period.year - 1))
        return before

    def units_of(self, indicator: Indicator, root: str | None, rows: Mapping[tuple[str, str], list[Row]]) -> set[str]:
        """Return the units that a list by unit has a line for."""
        if indicator.kind.rolls_up:
            return set(self.this_year.asked(indicator, root))
        of_the_year = {
            unit
            for (code, unit), its in rows.items()
            if code == indicator.code and any(row.period // 10 == self.period.year for row in its)
        }
        days = (self.windows.of(each).last for each in self.period.quarters)
        members = frozenset[str]().union(*(self.tree.members(root or self.plan.unit, day) for day in days))
        return (of_the_year | self._expected_to_be_given(indicator)) & members

    def is_told(self, figure: Figure) -> bool:
        """Whether a list by unit has a line for a figure of one of its units."""
        return True

    def source(self, asked: list[Indicator], roots: Collection[str | None]) -> Source:
        """Return where the figures of all units under some roots are asked for: rows read at once."""
        return Rows(self.rows(asked, roots))

    def rows(self, asked: list[Indicator], roots: Collection[str | None]) -> Iterator[Row]:
        """Yield the rows that the sums of some indicators and all units under any of some roots are made of."""
        rolled_up = [each for each in asked if each.kind.rolls_up]
        changing = {code for (code, _, _), target in self._targets.own.items() if target.operator.is_change}
        changing.update(each.code for each in rolled_up if each.target and each.target.operator.is_change)
        compared = [each for each in rolled_up if each.code in changing]
        for stretch, its in ((self.this_year, rolled_up), (self.year_before, compared)):
            needed = {each.code: stretch.looked_at(each, roots) for each in its}
            yield from self.pool.rows([period_key(each) for each in stretch.quarters], needed)

    def _question(
        self, indicator: Indicator, unit: str | None, target: Target | None, before: Pooled | None
    ) -> Question:
        near = indicator.near_threshold
        return Question(
            plan=self.plan.code,
            indicator=indicator,
            unit=unit,
            period=self.period,
            target=target,
            due=self._due(indicator),
            on=self.on,
            near_percent=self.plan.near_threshold if near is None else near,
            is_always_early=indicator.published_month is not None and not self.period.is_year,
            last_year=None if before is None else _comparable(indicator, before),
            grades=self._grades,
        )

    def _due(self, indicator: Indicator) -> date:
        """Return the last day to report; of an index the last day of the month in which it is published."""
        if indicator.published_month is None:
            return self.windows.of(self.period).due
        year, month = self.period.year + 1, indicator.published_month
        return date(year, month, monthrange(year, month)[1])

    def _given(self, indicator: Indicator, roof: Roof, rows: list[Row]) -> Reported:
        pooled = self._given_in(indicator, rows, self.period)
        is_given = any(row.period // 10 == self.period.year for row in rows)
        if roof.is_whole_plan or is_given or roof.code in self._expected_to_be_given(indicator):
            return Reported(pooled, Coverage(pooled.reported, 1))
        return Reported(pooled, Coverage(0, 0, is_asked=False))

    def _given_in(self, indicator: Indicator, rows: list[Row], period: Period) -> Pooled:
        return given(indicator, (row for row in rows if row.period // 10 == period.year), period, self._grades)

    def _expected_to_be_given(self, indicator: Indicator) -> frozenset[str]:
        """Return the units an index is asked of: those it is assigned to, else the plan's own."""
        if indicator.code in self.assigned:
            return self.this_year.asked(indicator, None)
        return frozenset({self.plan.unit})


def _assigned(given_to_units: Iterable[Assignment]) -> dict[str, frozenset[str]]:
    """Return the units of each indicator that is assigned to any."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in given_to_units:
        if each.unit is not None:
            found[each.indicator].add(each.unit)
    return {code: frozenset(units) for code, units in found.items()}


def _comparable(indicator: Indicator, pooled: Pooled) -> Fraction | None:
    """Return a value to measure a change by: None where there is none, or one that cannot be right."""
    return None if is_to_check(indicator, pooled) else exact_value(indicator, pooled)


def _windows_before(db: Database, plan: Plan, before: Period) -> Windows:
    """Return the windows of the year before: of the same office's plan where there is one, else the rule's."""
    its = [each for each in plans(db) if each.unit == plan.unit and each.year == before.year]
    found = version_in_force(its, lambda each: windows(db, each.code).of(before).last)
    return windows(db, found.code if found else None)


def by_unit(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.indicator, row.unit].append(row)
    return found
