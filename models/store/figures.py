"""The figures of a plan: reads the plan once, asks for sums, and lets models.progress judge them."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.errors import KnownError
from models.expectation import Roof, counted_in
from models.measure import Target, Threshold
from models.period import Period, Windows, working_days
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
    worst_first,
)
from models.remaining import Remaining, Time, remaining, still_expected
from models.same_period import Before, before
from models.store.actuals import period_key
from models.store.database import Database
from models.store.indicators import assignments, indicator_ids, indicators
from models.store.plans import grades, plans, windows
from models.store.pooling import NOTHING, Pool, Row, Rows
from models.store.rollup import Reported, Source, Stretch, given, part
from models.store.units import unit_ids, unit_tree
from models.target import targets, version_in_force

ROWS_AT_ONCE = 200_000


def progress(
    db: Database, plan: Plan, period: Period, on: date, unit: str | None = None, *, codes: Container[str] | None = None
) -> list[Figure]:
    """Return one figure per indicator, worst first: of the whole plan, or of a unit and all below it.

    on is the day asked; codes: these indicators only. Raises KnownError for a unit that the file does not know."""
    return ProgressReader(db, plan, period, on, codes).of(unit)


class ProgressReader:
    """A plan and a period read once, to answer for one unit after another: for as long as only actuals change."""

    def __init__(self, db: Database, plan: Plan, period: Period, on: date, codes: Container[str] | None = None) -> None:
        self._reader = _Reader(db, plan, period, on, None, codes)

    def of(self, unit: str | None) -> list[Figure]:
        """Return one figure per indicator, worst first: of the whole plan, or of a unit and all below it.

        Raises KnownError for a unit that the file does not know."""
        reader = self._reader
        reader.check(unit)
        own = unit or reader.plan.unit
        rows = reader.pool.rows(reader.periods_given, {code: frozenset({own}) for code in reader.not_rolled_up})
        return worst_first(reader.figures(reader.pool, _by_unit(rows), unit, reader.indicators))


def progress_by_unit(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    *,
    root: str | None = None,
    codes: Container[str] | None = None,
) -> list[Figure]:
    """Return one figure per indicator and unit that is expected to report it, worst first.

    Of a measure that does not roll up also the units that a value is given for. root: only the units below this
    one, itself included; codes: these indicators only. Raises KnownError for a unit that the file does not know."""
    reader = _Reader(db, plan, period, on, root, codes)
    found = {(each.indicator.code, each.unit): each for each in _figures_by_unit(reader, root)}
    return worst_first(
        found[each.code, unit] for each in reader.indicators for unit in reader.tree.units if (each.code, unit) in found
    )


def what_remains(db: Database, plan: Plan, period: Period, on: date, unit: str | None = None) -> dict[str, Remaining]:
    """Return what remains to the year's target after a period, by the code of each flow that has one.

    The rest of the year is expected to go as last year's same quarters, else as this year's mean. Raises KnownError
    for a unit that the file does not know."""
    reader = _Reader(db, plan, Period(period.year), on, unit)
    asked = [each for each in reader.indicators if each.is_flow]
    done, left = reader.period.quarters[: period.number], reader.period.quarters[period.number :]
    reached = reader.this_year.flows_of(reader.pool, done, unit, asked)
    last_year = reader.year_before.flows_of(reader.pool, [each.in_year(each.year - 1) for each in left], unit, asked)
    days = working_days(on, reader.last_day)
    found = {}
    for each in asked:
        pooled, coverage = reached[each.code]
        threshold = reader.threshold(each, unit)
        if threshold is not None:
            rest = still_expected(pooled, len(done), len(left), last_year[each.code].pooled if left else None)
            time = Time(len(left), days, coverage.expected)
            found[each.code] = remaining(each, threshold, pooled, rest, time)
    return {code: each for code, each in found.items() if each is not None}


def same_period(db: Database, plan: Plan, period: Period, unit: str | None = None) -> dict[str, Before]:
    """Return what was reported in the same period of the year before, by the code of each indicator that has any.

    Of the whole plan, or of a unit and all below it; rolled up over those who are given the indicator today and were
    there then. An index that is published in the year after is compared over whole years only. Raises KnownError for
    a unit that the file does not know."""
    reader = _Reader(db, plan, period, date.max, unit)
    asked = [each for each in reader.indicators if each.published_month is None or period.is_year]
    found = reader.reported_before(unit, asked)
    then = period.in_year(period.year - 1)
    known = ((each.code, before(each, then, *found[each.code])) for each in asked)
    return {code: each for code, each in known if each is not None}


@dataclass(frozen=True, slots=True)
class Point:
    """What was reported for one indicator in one quarter, over all units expected in it.

    value is percent of a ratio."""

    period: Period
    numerator: Decimal | None
    denominator: Decimal | None
    value: Fraction | None
    reported_units: int
    expected_units: int


def trend(db: Database, plan: Plan, code: str, quarters: Sequence[Period], unit: str | None = None) -> list[Point]:
    """Return an indicator's quarters, of any years, each for itself: of the whole plan, or of a unit and all below it.

    Who is expected follows today's assignment and the units of each quarter. Raises KnownError for an indicator the
    plan does not have, one that does not roll up, or a unit that the file does not know."""
    reader = _Reader(db, plan, Period(plan.year), date.max, unit)
    asked = next((each for each in reader.indicators if each.code == code and each.kind.rolls_up), None)
    if asked is None:
        raise KnownError(f"Kế hoạch {plan.code} không có tỷ lệ hay số lượng mang mã {code}.")
    return reader.points(asked, quarters, unit)


def _figures_by_unit(reader: "_Reader", root: str | None) -> Iterator[Figure]:
    rows = _by_unit(reader.pool.rows_of_everybody(reader.periods_given, reader.not_rolled_up))
    lines = {each.code: reader.units_of(each, root, rows) for each in reader.indicators}
    for some in _portions(reader, root):
        source = Rows(reader.rows(some, root))
        of_unit: dict[str, list[Indicator]] = defaultdict(list)
        for each in some:
            for unit in lines[each.code]:
                of_unit[unit].append(each)
        for unit, its in of_unit.items():
            yield from reader.figures(source, rows, unit, its)


def _portions(reader: "_Reader", root: str | None) -> Iterator[list[Indicator]]:
    """Part the indicators so that the rows of each portion fit into memory, however large the file is."""
    some: list[Indicator] = []
    size = 0
    for each in reader.indicators:
        rows = 8 * len(reader.this_year.expected(each, root).looked_at) if each.kind.rolls_up else 0
        if some and size + rows > ROWS_AT_ONCE:
            yield some
            some, size = [], 0
        some.append(each)
        size += rows
    yield some


def _by_unit(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.indicator, row.unit].append(row)
    return found


class _Reader:
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
        self.plan, self.period, self._on = plan, period, on
        self.tree = unit_tree(db)
        self.check(unit)
        self.pool = Pool(db, unit_ids(db), indicator_ids(db))
        self.indicators = [each for each in indicators(db, plan.code) if codes is None or each.code in codes]
        given_to_units = assignments(db, plan.code)
        self._targets = targets(plan, given_to_units)
        self._assigned = _assigned(given_to_units)
        self._grades = tuple(each.name for each in grades(db, plan.code))
        self._windows = windows(db, plan.code)
        self.this_year = Stretch(Roof(self.tree, plan.unit), period, self._windows, self._assigned)
        before = period.in_year(period.year - 1)
        self.year_before = Stretch(
            Roof(self.tree, plan.unit), before, _windows_before(db, plan, before), self._assigned
        )
        self.not_rolled_up = [each.code for each in self.indicators if not each.kind.rolls_up]
        self.periods_given = [
            period_key(each) for year in (before.year, period.year) for each in (*Period(year).quarters, Period(year))
        ]

    def check(self, unit: str | None) -> None:
        """Raise KnownError for a unit that the file does not know."""
        if unit is not None and unit not in self.tree:
            raise KnownError(f"Không có đơn vị {unit}.")

    @property
    def last_day(self) -> date:
        """The last day of the period's window."""
        return self._windows.of(self.period).last

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
        roof, assigned = Roof(self.tree, self.plan.unit, unit), self._assigned.get(indicator.code)
        counted = counted_in(roof, quarters, self._windows, assigned)
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
        own = unit or self.plan.unit
        reported = self.year_before.reported(self.pool, unit, asked)
        rows = _by_unit(self.pool.rows(self.periods_given, {code: frozenset({own}) for code in self.not_rolled_up}))
        for each in asked:
            if not each.kind.rolls_up:
                its = rows.get((each.code, own), [])
                pooled = self._given_in(each, its, self.period.in_year(self.period.year - 1))
                reported[each.code] = Reported(pooled, Coverage(pooled.reported, 1))
        return reported

    def threshold(self, indicator: Indicator, unit: str | None) -> Threshold | None:
        """Return the target in force of a measure that rolls up, as comparable numbers."""
        roof = Roof(self.tree, self.plan.unit, unit)
        return resolve(self._questions(self.pool, {}, roof, unit, [indicator])[indicator.code])

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
        before = {code: each.pooled for code, each in self.year_before.reported(source, unit, changing).items()}
        for each in changing:
            if not each.kind.rolls_up:
                its = rows.get((each.code, roof.code), [])
                before[each.code] = self._given_in(each, its, Period(self.period.year - 1))
        return {each.code: self._question(each, unit, wanted[each.code], before.get(each.code)) for each in asked}

    def units_of(self, indicator: Indicator, root: str | None, rows: Mapping[tuple[str, str], list[Row]]) -> set[str]:
        """Return the units that a list by unit has a line for."""
        members = set(self.tree.walk(root or self.plan.unit))
        if indicator.kind.rolls_up:
            return set(self.this_year.asked(indicator, root))
        of_the_year = {
            unit
            for (code, unit), its in rows.items()
            if code == indicator.code and any(row.period // 10 == self.period.year for row in its)
        }
        return (of_the_year | self._expected_to_be_given(indicator)) & members

    def rows(self, asked: list[Indicator], root: str | None) -> Iterator[Row]:
        """Yield the rows that the sums of some indicators and all units under a root are made of."""
        rolled_up = [each for each in asked if each.kind.rolls_up]
        changing = {code for (code, _, _), target in self._targets.own.items() if target.operator.is_change}
        changing.update(each.code for each in rolled_up if each.target and each.target.operator.is_change)
        compared = [each for each in rolled_up if each.code in changing]
        for stretch, its in ((self.this_year, rolled_up), (self.year_before, compared)):
            needed = {each.code: stretch.expected(each, root).looked_at for each in its}
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
            on=self._on,
            near_percent=self.plan.near_threshold if near is None else near,
            is_always_early=indicator.published_month is not None and not self.period.is_year,
            last_year=None if before is None else _comparable(indicator, before),
            grades=self._grades,
        )

    def _due(self, indicator: Indicator) -> date:
        """Return the last day to report; of an index the last day of the month in which it is published."""
        if indicator.published_month is None:
            return self._windows.of(self.period).due
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
        if indicator.code in self._assigned:
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
