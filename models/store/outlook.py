"""The year's outlook: what remains, whether it can be reached, what is forecast, which units close the gap."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.forecast import LEAST_POINTS, Forecast, forecast
from models.gap_closing import GapClosing, gap_closing, lacking
from models.measure import Target, Threshold
from models.period import Period, working_days
from models.plan import Indicator, Plan
from models.progress import Figure, Part, Pooled, is_to_check, pool
from models.remaining import Remaining, Time, remaining
from models.rest_of_year import Amounts, amounts_of, is_known, late_of, still_expected, total
from models.store.database import Database
from models.store.figures import ProgressReader, acting_by_unit, progress
from models.store.plans import windows
from models.store.rollup import Reported
from models.store.units import unit_tree
from models.submission import cumulative_until
from models.unit import UnitTree

PAST_YEARS = 5


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is told of one indicator and its yearly target, for the whole plan or a unit and all below it.

    remaining and forecast are None where nothing can be said. closing: which units close what the period's own figure
    lacks; None where it lacks nothing, and where units were not asked for."""

    indicator: Indicator
    target: Target
    threshold: Threshold
    working_days: int
    remaining: Remaining | None
    forecast: Forecast | None
    closing: GapClosing | None


def outlooks(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    unit: str | None = None,
    *,
    codes: Container[str] | None = None,
    past_years: int = PAST_YEARS,
    with_units: bool = True,
    among: Collection[str] | None = None,
) -> dict[str, Outlook]:
    """Return the outlook of each indicator that has a target for the year, by its code, in the plan's order.

    period: things count as reached up to its end; on: the day asked. codes: these indicators only. past_years: how
    many years before this one a forecast may look at, at least one; each costs as much as a year's figures. with_units:
    whether to find the units that close gaps; among: as in closings. Raises KnownError for a unit that the file does
    not know."""
    year = _Year(ProgressReader(db, plan, period, on, codes), unit)
    closing = closings(db, plan, period, on, unit, codes=year.targets.keys(), among=among) if with_units else {}
    return year.outlooks(past_years, closing)


def outlooks_alone(reader: ProgressReader, unit: str | None, past_years: int = PAST_YEARS) -> dict[str, Outlook]:
    """Return what outlooks does without the units that close gaps, of a plan and period that were read already."""
    return _Year(reader, unit).outlooks(past_years, {})


def what_remains(
    db: Database, plan: Plan, period: Period, on: date, unit: str | None = None, *, only_flows: bool = True
) -> dict[str, Remaining]:
    """Return what remains to the year's target after a period, by the code of each flow that has one, or of all.

    Raises KnownError for a unit that the file does not know."""
    return remaining_alone(ProgressReader(db, plan, period, on), unit, only_flows=only_flows)


def remaining_alone(reader: ProgressReader, unit: str | None, *, only_flows: bool = False) -> dict[str, Remaining]:
    """Return what what_remains does, of a plan and period that were read already."""
    year = _Year(reader, unit)
    known = ((each.code, year.remaining(each)) for each in year.asked if each.is_flow or not only_flows)
    return {code: each for code, each in known if each is not None}


def closings(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    unit: str | None = None,
    *,
    codes: Container[str] | None = None,
    among: Collection[str] | None = None,
) -> dict[str, GapClosing]:
    """Return which units close the gap of each indicator's figure, by its code; those without a gap are left out.

    among: these units and all below each, say the provinces of a country, none above another; None: everybody who
    can still act (acting_by_unit), which takes as long as a list by unit of the indicators that are behind. Raises
    KnownError for a unit that the file does not know."""
    behind = {each.indicator.code: each for each in progress(db, plan, period, on, unit, codes=codes) if lacking(each)}
    of_units: dict[str, list[Figure]] = {code: [] for code in behind}
    for each in _by_unit(db, plan, period, on, unit, behind, among) if behind else ():
        of_units[each.indicator.code].append(each)
    known = ((code, gap_closing(each, of_units[code])) for code, each in behind.items())
    return {code: each for code, each in known if each is not None}


def _by_unit(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    unit: str | None,
    codes: Container[str],
    among: Collection[str] | None,
) -> Iterator[Figure]:
    if among is None:
        figures, given = acting_by_unit(db, plan, period, on, root=unit, codes=codes), windows(db, plan.code)
        yield from _lowest(figures, unit_tree(db), [given.of(each).last for each in (*period.quarters, period)])
        return
    reader = ProgressReader(db, plan, period, on, codes)
    for each in among:
        yield from reader.of(each)


def _lowest(figures: Sequence[Figure], tree: UnitTree, days: Iterable[date]) -> Iterator[Figure]:
    """Yield the figures of units below which no other of the same indicator stood on any of the days: what those lack
    is theirs."""
    days = list(days)
    superiors = {
        unit: frozenset(above for day in days for above in tree.above(unit, day))
        for unit in {each.unit for each in figures if each.unit}
    }
    under = {(each.indicator.code, superiors[each.unit]) for each in figures if each.unit}
    above = {(code, unit) for code, units in under for unit in units}
    return (each for each in figures if (each.indicator.code, each.unit) not in above)


class _Year:
    """A plan's year as far as it is known at a period's end; quarters are read once, when they are first asked for."""

    def __init__(self, progress_reader: ProgressReader, unit: str | None) -> None:
        period, on = progress_reader.reader.period, progress_reader.reader.on
        self._reader = reader = progress_reader.reader.at(Period(period.year))
        reader.check(unit)
        self._unit, self._number = unit, period.year
        self._until = cumulative_until(period.last_quarter)
        self.targets = reader.thresholds(unit, reader.indicators)
        self.asked = [each for each in reader.indicators if each.code in self.targets]
        window = reader.windows.of(reader.period)
        self.days = working_days(max(on, window.first - timedelta(days=1)), window.last, window.calendar)
        self._has_ended = on > window.last
        self._flows = [each for each in self.asked if each.is_flow]
        self._read: dict[Period, dict[str, Reported]] = {}
        stocks = [each for each in self.asked if each.is_stock]
        self._stocks = reader.stretch(self._until).reported(reader.pool, unit, stocks)
        self._given = reader.given_until(unit, self._until, [each for each in self.asked if not each.kind.rolls_up])

    def outlooks(self, past_years: int, closing: Mapping[str, GapClosing]) -> dict[str, Outlook]:
        """Return the outlook of each indicator that has a target for the year."""
        return {
            each.code: Outlook(
                each,
                *self.targets[each.code],
                self.days,
                self.remaining(each),
                self.forecast(each, max(1, past_years)),
                closing.get(each.code),
            )
            for each in self.asked
        }

    def remaining(self, indicator: Indicator) -> Remaining | None:
        """Return what remains to an indicator's target; None also where nobody is left who could do it."""
        if indicator.kind.rolls_up and not self._units(indicator):
            return None
        code, (_, threshold) = indicator.code, self.targets[indicator.code]
        if code in self._stocks:
            pooled, coverage = self._stocks[code]
            is_over = coverage.is_complete and pooled.from_quarter == Period(self._number).last_quarter
            return remaining(indicator, threshold, pooled, self._time(self._units(indicator), is_over=is_over))
        if code in self._given:
            pooled = self._given[code]
            is_over = pooled.from_quarter is not None and pooled.from_quarter.is_year
            return remaining(indicator, threshold, pooled, self._time(1, is_over=is_over))
        if not indicator.is_flow:
            return None
        known, begun = self._known(indicator, self._until.quarters)
        left = [each for each in Period(self._number - 1).quarters if each.number not in known]
        rest = still_expected(known, self._known(indicator, left)[0], begun, self._late(indicator, known))
        return remaining(indicator, threshold, self._reached(indicator), self._time(self._units(indicator)), rest)

    def forecast(self, indicator: Indicator, past_years: int) -> Forecast | None:
        """Return what an indicator's year will end with; None also where what was reached cannot be right."""
        if not indicator.is_flow or is_to_check(indicator, self._reached(indicator)) or not self._units(indicator):
            return None
        known, begun = self._known(indicator, self._until.quarters)
        if len(known) < LEAST_POINTS:
            return None
        years = {
            number: self._known(indicator, Period(number).quarters)[0]
            for number in range(self._number - past_years, self._number)
        }
        return forecast(indicator, years | {self._number: known}, self._number, begun)

    def _time(self, units: int, *, is_over: bool = False) -> Time:
        return Time(self.days, units, is_over, self._has_ended)

    def _units(self, indicator: Indicator) -> int:
        """Return how many share what remains: those expected on the last day of the year."""
        return len(self._reader.stretch(Period(self._number)).expected(indicator, self._unit).holders)

    def _reached(self, flow: Indicator) -> Pooled:
        """Return all that was reported of a flow, quarters that few have reported of included."""
        parts = ((quarter, self._reported(flow, quarter).pooled) for quarter in self._until.quarters)
        return pool(
            flow,
            (
                Part(quarter, its.numerator, its.denominator, its.value, its.reported, its.doubtful, its.accepted)
                for quarter, its in parts
            ),
        )

    def _known(self, indicator: Indicator, quarters: Iterable[Period]) -> tuple[dict[int, Amounts], dict[int, Amounts]]:
        """Return the quarters that are known by their number, and those that few have reported of."""
        known, begun = dict[int, Amounts](), dict[int, Amounts]()
        for quarter in quarters:
            pooled, coverage = self._reported(indicator, quarter)
            if is_known(coverage):
                known[quarter.number] = amounts_of(pooled)
            elif pooled.reported:
                begun[quarter.number] = amounts_of(pooled)
        return known, begun

    def _late(self, indicator: Indicator, known: Iterable[int]) -> Amounts | None:
        """Return what those may bring who have not reported of known quarters; None where all have."""
        reported = (self._reported(indicator, quarter) for quarter in self._until.quarters if quarter.number in known)
        late = [late_of(amounts_of(each.pooled), each.coverage) for each in reported]
        return total(filter(None, late)) if any(each is not None for each in late) else None

    def _reported(self, indicator: Indicator, quarter: Period) -> Reported:
        if quarter not in self._read:
            stretch = self._reader.stretch(Period(quarter.year))
            self._read[quarter] = stretch.flows_in(self._reader.pool, quarter, self._unit, self._flows)
        return self._read[quarter][indicator.code]
