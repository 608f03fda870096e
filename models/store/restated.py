"""A plan on the units of one day: sums what was reported then by those whose reports belong to a unit today."""

from collections.abc import Container, Iterable, Mapping, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import NamedTuple

from models.expectation import Expectation, Roof
from models.measure import Accumulation
from models.period import Period, Windows
from models.plan import Indicator, Plan
from models.progress import Figure, exact_value
from models.restated import Restated, Scope, Today, restated_flow, restated_stock
from models.store.carrying import Carried, CarriedQuestion, Shares, stocks
from models.store.database import Database
from models.store.figure_reader import FigureReader, Point
from models.store.rollup import Reported, Source, Stretch, flows, openings
from models.store.unit_events import events
from models.succession import all_events
from models.unit import EventKind, UnitEvent


class View(NamedTuple):
    """A plan on the units of one day: whose it is, and which indicators are assigned to whom."""

    today: Today
    plan_unit: str
    assigned: Mapping[str, frozenset[str]]

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
        return View(Today(self.tree, self._events, self._day), self.plan.unit, self.assigned)

    def on_units_of(self, day: date) -> "RestatedReader":
        """Return the same for the units of another day; the plan is not read again."""
        other = copy(self)
        other._day, other._stretches = day, {}
        vars(other).pop("view", None)
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

    def is_told(self, figure: Figure) -> bool:
        """Tell of nobody who could only have had a stock of a unit that ended, and has none."""
        has_any = figure.numerator is not None or figure.value is not None
        return has_any or figure.expected_units > 0 or not figure.indicator.is_stock

    def points(self, indicator: Indicator, quarters: Sequence[Period], unit: str | None) -> list[Point]:
        """Return what was reported in each of some quarters alone, on the units of the day."""
        counted = self.view.today.counted(quarters, self.windows, self.assigned.get(indicator.code))
        return [self._point(indicator, each, units, unit) for each, units in counted.items()]

    def _point(self, indicator: Indicator, quarter: Period, units: frozenset[str], unit: str | None) -> Point:
        its = _in_quarter(self.view.today, quarter, self.windows.of(quarter).last, units)
        asked = CarriedQuestion(indicator, Carried(its, self.view.scope(its, indicator, unit)))
        pooled, coverage = _flows(self.pool, [quarter], [asked])[indicator.code]
        parts = (pooled.numerator, pooled.denominator, exact_value(indicator, pooled))
        return Point(quarter, *parts, coverage.reported, coverage.expected, pooled.is_estimated)


class RestatedStretch(Stretch):
    """A period on the units of one day: what was expected and reported by the units of then, carried to them."""

    def __init__(self, view: View, period: Period, windows: Windows) -> None:
        super().__init__(Roof(view.today.tree, view.plan_unit), period, windows, view.assigned)
        self._view = view
        self._whole: dict[tuple[frozenset[str] | None, Accumulation], Restated] = {}
        self._of_unit: dict[tuple[frozenset[str] | None, Accumulation, str | None], Carried] = {}

    def expected(self, indicator: Indicator, unit: str | None) -> Expectation:
        """Return who is asked of the units of the day, and who reported for them."""
        return self._carried(indicator, unit).expected

    def asked(self, indicator: Indicator, unit: str | None) -> frozenset[str]:
        """Return the units of the day that anything was expected of, under a unit."""
        carried = self._carried(indicator, unit)
        return carried.its.asked(carried.scope)

    def looked_at(self, indicator: Indicator, units: Iterable[str | None]) -> frozenset[str]:
        """Return everybody of then whose reports are needed to answer for some units, and for each that is asked."""
        found = set[str]()
        for unit in units:
            carried = self._carried(indicator, unit)
            if carried.scope.roofs:  # those who took over are asked for all that is theirs
                members = map(self._view.today.members, self.asked(indicator, unit))
                carried = Carried(carried.its, Scope(frozenset[str]().union(*members)))
            found |= carried.looked_at
        return frozenset(found)

    def reported(self, source: Source, unit: str | None, asked: Iterable[Indicator]) -> dict[str, Reported]:
        """Return what was reported for a unit of the day, for each of the indicators that roll up."""
        questions: dict[Accumulation, list[CarriedQuestion]] = {way: [] for way in Accumulation}
        for each in asked:
            if each.way is not None:
                questions[each.way].append(CarriedQuestion(each, self._carried(each, unit)))
        found: dict[str, Reported] = {}
        if added_up := questions[Accumulation.FLOW]:
            found |= _flows(source, self._period.quarters, added_up)
        if standing := questions[Accumulation.STOCK]:
            found |= stocks(source, self.quarters, standing)
        if carried := questions[Accumulation.OPENING]:
            plain = [each.plain for each in carried]
            found |= openings(Shares(source, carried), self._period.quarters[0], plain)
        return found

    def flows_in(
        self, source: Source, quarter: Period, unit: str | None, asked: Iterable[Indicator]
    ) -> dict[str, Reported]:
        """Return what was reported in a quarter of the period alone, for indicators whose quarters add up."""
        questions = []
        for each in asked:
            units = self._expected_then(each).counted[quarter]
            its = _in_quarter(self._view.today, quarter, self._windows.of(quarter).last, units)
            questions.append(CarriedQuestion(each, Carried(its, self._view.scope(its, each, unit))))
        return _flows(source, [quarter], questions)

    def _carried(self, indicator: Indicator, unit: str | None) -> Carried:
        way = indicator.way or Accumulation.FLOW
        key = (self._assigned.get(indicator.code), way, unit)
        if key not in self._of_unit:
            its = self._restated(indicator, way)
            self._of_unit[key] = Carried(its, self._view.scope(its, indicator, unit))
        return self._of_unit[key]

    def _restated(self, indicator: Indicator, way: Accumulation) -> Restated:
        key = (self._assigned.get(indicator.code), way)
        if key not in self._whole:
            self._whole[key] = self._made(self._expected_then(indicator), way)
        return self._whole[key]

    def _made(self, expected: Expectation, way: Accumulation) -> Restated:
        today, quarters = self._view.today, self._period.quarters
        match way:
            case Accumulation.STOCK:
                return restated_stock(today, expected)
            case Accumulation.OPENING:
                return restated_flow(today, expected, quarters[:1])
        return restated_flow(today, expected, quarters)

    def _expected_then(self, indicator: Indicator) -> Expectation:
        """Return who was expected in the whole file, by the units of then."""
        assigned = self._assigned.get(indicator.code)
        key = (assigned, indicator.is_stock, None)
        if key not in self._found:
            quarters = self.quarters if indicator.is_stock else self._period.quarters
            self._found[key] = self._view.today.expected(self._period, self._windows, assigned, quarters)
        return self._found[key]


def _in_quarter(today: Today, quarter: Period, last: date, units: frozenset[str]) -> Restated:
    """Return who reported for whom in a quarter alone; asked is who was expected in it."""
    expected = Expectation({quarter: units}, units, days={quarter: last}, last_day=last)
    return restated_flow(today, expected, [quarter])


def _flows(source: Source, quarters: Sequence[Period], asked: Sequence[CarriedQuestion]) -> dict[str, Reported]:
    return flows(Shares(source, asked), quarters, [each.plain for each in asked])
