"""A plan on the units of one day: reads what was reported then, and lets models.restated carry it to them."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from models.expectation import Expectation, Roof
from models.measure import Accumulation
from models.period import Period, Windows
from models.plan import Indicator, Plan
from models.progress import Figure, Pooled, exact_value, pool
from models.restated import Piece, Report, Reports, Restated, Scope, Today, restated_flow, restated_stock
from models.store.actuals import period_key
from models.store.database import Database
from models.store.figure_reader import FigureReader, Point
from models.store.pooling import Pool, Row, Sum
from models.store.rollup import Reported, Source, Stretch, part
from models.store.unit_events import events
from models.succession import all_events
from models.unit import EventKind, UnitEvent


class View(NamedTuple):
    """A plan on the units of one day: whose it is, which indicators are assigned to whom, and where reports stand."""

    today: Today
    plan_unit: str
    assigned: Mapping[str, frozenset[str]]
    pool: Pool

    def scope(self, its: Restated, indicator: Indicator, unit: str | None) -> Scope:
        """Return what belongs to a unit; of the whole plan all that is assigned, wherever it stands."""
        whole = Scope() if indicator.code in self.assigned else its.scope(self.plan_unit)
        return whole if unit is None or unit == self.plan_unit else whole.within(its.scope(unit))


class RestatedReader(FigureReader):
    """A plan read once, to answer for the units of one day: today's, where figures are asked for on today's units."""

    def __init__(
        self, db: Database, plan: Plan, period: Period, on: date, codes: Container[str] | None, today: date
    ) -> None:
        self._day, self._events = today, events(db)
        super().__init__(db, plan, period, on, None, codes)

    @cached_property
    def view(self) -> View:
        """The plan on the units of the day."""
        return View(Today(self.tree, self._events, self._day), self.plan.unit, self.assigned, self.pool)

    def through(self, db: Database) -> "RestatedReader":
        """Return the same over another connection to the file; not for after a change of plans or units."""
        other = copy(self)
        other._db, other.pool = db, self.pool.through(db)
        other.view = self.view._replace(pool=other.pool)
        other._stretches = {
            period: each.through(other.view) if isinstance(each, RestatedStretch) else each
            for period, each in self._stretches.items()
        }
        other._look_at(other.period)
        return other

    def happened(self, unit: str | None) -> list[tuple[float, UnitEvent]]:
        """Return what happened to the units under a unit in the year, but moves, and where: 2.5 is after the second
        quarter. Only what lies before the day that figures are taken on."""
        quarters = Period(self.period.year).quarters
        its = self.view.today.members(unit or self.plan.unit)
        found = []
        for each in all_events(self.tree.units.values(), self._events):
            if each.kind is EventKind.MOVE or not self.windows.of(quarters[0]).first <= each.day <= self._day:
                continue
            ends = [quarter.number for quarter in quarters if self.windows.of(quarter).last >= each.day]
            if ends and not its.isdisjoint((*each.before, *each.after)):
                found.append((ends[0] - 0.5, each))
        return found

    def _made_stretch(self, period: Period, windows: Windows) -> Stretch:
        return RestatedStretch(self.view, period, windows)

    def source(self, _asked: list[Indicator], _roots: Collection[str | None]) -> Source:
        """Return the file itself: each indicator's rows are carried once, and kept."""
        return self.pool

    def figures(
        self, source: Source, rows: Mapping[tuple[str, str], list[Row]], unit: str | None, asked: list[Indicator]
    ) -> list[Figure]:
        """Return one figure of each indicator, those marked that a share of a unit that was split is in."""
        found = super().figures(source, rows, unit, asked)
        return [replace(each, is_estimated=self._is_estimated(each, unit)) for each in found]

    def _is_estimated(self, found: Figure, unit: str | None) -> bool:
        stretch = self.this_year
        assert isinstance(stretch, RestatedStretch)
        return stretch.is_estimated(found.indicator, unit)

    def points(self, indicator: Indicator, quarters: Sequence[Period], unit: str | None) -> list[Point]:
        """Return what was reported in each of some quarters alone, on the units of the day."""
        counted = self.view.today.counted(quarters, self.windows, self.assigned.get(indicator.code))
        asked = {indicator.code: frozenset[str]().union(*counted.values())}
        reports = _reports(self.pool, quarters, asked)[indicator.code]
        return [self._point(indicator, each, units, reports, unit) for each, units in counted.items()]

    def _point(
        self, indicator: Indicator, quarter: Period, units: frozenset[str], reports: Reports, unit: str | None
    ) -> Point:
        its = _in_quarter(self.view.today, quarter, self.windows.of(quarter).last, units, reports)
        scope = self.view.scope(its, indicator, unit)
        pieces, coverage = list(its.pieces_of(scope)), its.coverage(scope)
        pooled = _pooled(indicator, pieces)
        value = exact_value(indicator, pooled)
        parts = (pooled.numerator, pooled.denominator, value)
        return Point(quarter, *parts, coverage.reported, coverage.expected, _is_estimated(pieces))


class RestatedStretch(Stretch):
    """A period on the units of one day: what was expected and reported by the units of then, carried to them."""

    def __init__(self, view: View, period: Period, windows: Windows) -> None:
        super().__init__(Roof(view.today.tree, view.plan_unit), period, windows, view.assigned)
        self._view = view
        self._restated: dict[str, Restated] = {}
        self._read_at: int | None = None

    def through(self, view: View) -> "RestatedStretch":
        """Return the same over another connection; what was read stays for as long as nobody writes."""
        other = copy(self)
        other._view, other._restated = view, dict(self._restated)
        return other

    def expected(self, indicator: Indicator, _unit: str | None = None) -> Expectation:
        """Return who was expected in the whole file, by the units of then."""
        return self._expected(self._assigned.get(indicator.code), indicator.is_stock, None)

    def _expected(self, assigned: frozenset[str] | None, is_stock: bool, _unit: str | None) -> Expectation:
        key = (assigned, is_stock, None)
        if key not in self._found:
            quarters = self.quarters if is_stock else self._period.quarters
            self._found[key] = self._view.today.expected(self._period, self._windows, assigned, quarters)
        return self._found[key]

    def asked(self, indicator: Indicator, unit: str | None) -> frozenset[str]:
        """Return the units of the day that anything was expected of, under a unit."""
        its = self._of(indicator)
        scope = self._view.scope(its, indicator, unit)
        known = its.units if scope.heirs is None else its.units & scope.heirs
        return frozenset(code for code in known if its.is_asked(scope.within(Scope(frozenset({code})))))

    def reported(self, _source: Source, unit: str | None, asked: Iterable[Indicator]) -> dict[str, Reported]:
        """Return what was reported for a unit of the day, for each of the indicators that roll up."""
        rolled_up = [each for each in asked if each.kind.rolls_up]
        self._read(rolled_up)
        return {each.code: self._reported(each, unit, self._restated[each.code]) for each in rolled_up}

    def flows_in(
        self, _source: Source, quarter: Period, unit: str | None, asked: Iterable[Indicator]
    ) -> dict[str, Reported]:
        """Return what was reported in a quarter of the period alone, for indicators whose quarters add up."""
        some = list(asked)
        reports, found = self._reports(some, [quarter]), {}
        for each in some:
            units, last = self.expected(each).counted[quarter], self._windows.of(quarter).last
            its = _in_quarter(self._view.today, quarter, last, units, reports[each.code])
            found[each.code] = self._reported(each, unit, its)
        return found

    def is_estimated(self, indicator: Indicator, unit: str | None) -> bool:
        """Whether a share of a unit that was split is in what a unit reported."""
        if not indicator.kind.rolls_up:
            return False
        its = self._of(indicator)
        return _is_estimated(its.pieces_of(self._view.scope(its, indicator, unit)))

    def _reported(self, indicator: Indicator, unit: str | None, its: Restated) -> Reported:
        scope = self._view.scope(its, indicator, unit)
        return Reported(_pooled(indicator, its.pieces_of(scope)), its.coverage(scope))

    def _of(self, indicator: Indicator) -> Restated:
        self._read([indicator])
        return self._restated[indicator.code]

    def _read(self, indicators: Iterable[Indicator]) -> None:
        """Read what was reported for some indicators, and carry it to the units of the day."""
        if (now := self._view.pool.moment()) != self._read_at:
            self._restated, self._read_at = {}, now
        by_quarters: dict[tuple[Period, ...], list[Indicator]] = defaultdict(list)
        for each in indicators:
            if each.code not in self._restated:
                by_quarters[self._quarters_of(each)].append(each)
        for quarters, some in by_quarters.items():
            reports = self._reports(some, quarters)
            self._restated |= {each.code: self._carried(each, quarters, reports[each.code]) for each in some}

    def _quarters_of(self, indicator: Indicator) -> tuple[Period, ...]:
        match indicator.way:
            case Accumulation.STOCK:
                return self.quarters
            case Accumulation.OPENING:
                return self._period.quarters[:1]
        return self._period.quarters

    def _reports(
        self, indicators: Iterable[Indicator], quarters: Iterable[Period]
    ) -> dict[str, dict[Period, dict[str, Report]]]:
        return _reports(self._view.pool, quarters, {each.code: self.expected(each).looked_at for each in indicators})

    def _carried(self, indicator: Indicator, quarters: Sequence[Period], reports: Reports) -> Restated:
        expected, today = self.expected(indicator), self._view.today
        if indicator.is_stock:
            return restated_stock(today, expected, reports)
        return restated_flow(today, expected, reports, quarters, indicator.way or Accumulation.FLOW)


def _in_quarter(today: Today, quarter: Period, last: date, units: frozenset[str], reports: Reports) -> Restated:
    """Return what was reported in a quarter alone; covered is who was expected in it."""
    expected = Expectation({quarter: units}, units, days={quarter: last}, last_day=last)
    return restated_flow(today, expected, reports, [quarter])


def _reports(
    pool: Pool, quarters: Iterable[Period], asked: Mapping[str, frozenset[str]]
) -> dict[str, dict[Period, dict[str, Report]]]:
    """Return what some units reported in some quarters, by indicator, quarter and unit."""
    keys = {period_key(each): each for each in quarters}
    found: dict[str, dict[Period, dict[str, Report]]] = {
        code: {quarter: {} for quarter in keys.values()} for code in asked
    }
    last, there = (0, ""), dict[str, Report]()
    for indicator, period, unit, numerator, denominator, value, _, _, is_accepted in pool.rows(keys, asked):
        if last != (period, indicator):
            last, there = (period, indicator), found[indicator][keys[period]]
        there[unit] = Report(numerator, denominator, value, bool(is_accepted))
    return found


def _pooled(indicator: Indicator, pieces: Iterable[Piece]) -> Pooled:
    by_quarter: dict[Period, list[Piece]] = defaultdict(list)
    last, there = None, list[Piece]()
    for each in pieces:
        if each.quarter is not last:
            last, there = each.quarter, by_quarter[each.quarter]
        there.append(each)
    return pool(indicator, [part(quarter, _sum(its)) for quarter, its in by_quarter.items()])


def _sum(pieces: Sequence[Piece]) -> Sum:
    reports = [each.report for each in pieces]
    numerator, denominator, value = (
        _whole(column)
        for column in zip(*((each.numerator, each.denominator, each.value) for each in reports), strict=True)
    )
    doubtful = [each for each in pieces if each.is_doubtful]
    accepted = sum(each.report.is_accepted for each in doubtful)
    return Sum(numerator, denominator, value, len(pieces), len(doubtful) - accepted, accepted)


def _whole(numbers: Iterable[int | None]) -> int | None:
    known = [each for each in numbers if each is not None]
    return sum(known) if known else None


def _is_estimated(pieces: Iterable[Piece]) -> bool:
    return any(each.is_estimated for each in pieces)
