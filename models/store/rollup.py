"""From sums per quarter to what was reported under a roof: flows, stocks, openings, and what does not roll up."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, Protocol

from models.expectation import Expectation, Roof, expectation, taken_over
from models.measure import Accumulation, Kind
from models.number import from_scaled
from models.period import Period, Windows
from models.plan import Indicator
from models.progress import Coverage, Part, Pooled, cannot_be_right, pool
from models.store.actuals import period_key, period_of
from models.store.pooling import NOTHING, Asked, Row, Sum, added


class Reported(NamedTuple):
    """What was reported for one indicator under one roof, and by how many."""

    pooled: Pooled
    coverage: Coverage


class Sums(Protocol):
    """Where sums come from."""

    def sums(self, quarter: int, asked: Asked) -> dict[str, Sum]:
        """Return the sums of a quarter, per indicator over its units."""
        ...


class Source(Sums, Protocol):
    """The file, or rows that were read already."""

    def rows(self, periods: Collection[int], asked: Asked) -> Iterable[Row]:
        """Return what each unit reports."""
        ...


class Question(NamedTuple):
    """An indicator that rolls up, and who is expected to report it."""

    indicator: Indicator
    expected: Expectation


def flows(source: Sums, quarters: Sequence[Period], questions: Iterable[Question]) -> dict[str, Reported]:
    """Add up the quarters of a period, and count who has reported all that was expected of them."""
    asked = {each.indicator.code: each for each in questions}
    totals = dict.fromkeys(asked, NOTHING)
    unpaid: dict[str, set[str]] = defaultdict(set)
    for quarter in quarters:
        counted = {code: each.expected.counted[quarter] for code, each in asked.items()}
        sums = source.sums(period_key(quarter), counted)
        elsewhere = _reported_elsewhere(source, quarter, asked)
        for code, each in asked.items():
            found = sums.get(code, NOTHING)
            totals[code] = added(totals[code], found)
            there = found.units | elsewhere[code] if code in elsewhere else found.units
            unpaid[code] |= each.expected.unpaid(quarter, there)
    return {code: _flow(each, part(quarters[-1], totals[code]), unpaid[code]) for code, each in asked.items()}


def _flow(question: Question, total: Part, unpaid: set[str]) -> Reported:
    expected = question.expected
    coverage = Coverage(len(expected.holders) - len(unpaid), len(expected.holders), not expected.is_empty)
    return Reported(pool(question.indicator, [total]), coverage)


def flows_in(source: Sums, quarter: Period, questions: Iterable[Question]) -> dict[str, Reported]:
    """Add up one quarter for itself, and count who has reported of those who were expected in it.

    Who has merged since counts as it was then."""
    asked = {each.indicator.code: each for each in questions}
    counted = {code: each.expected.counted[quarter] for code, each in asked.items()}
    sums = source.sums(period_key(quarter), counted)
    found = {}
    for code, each in asked.items():
        units, its = counted[code], sums.get(code, NOTHING)
        coverage = Coverage(len(units & its.units), len(units), bool(units))
        found[code] = Reported(pool(each.indicator, [part(quarter, its)]), coverage)
    return found


def openings(source: Sums, first: Period, questions: Iterable[Question]) -> dict[str, Reported]:
    """Take the period's first quarter alone, as a flow of that quarter; not asked where nobody was there in it."""
    asked = list(questions)
    found = flows(source, (first,), asked)
    for code, expected in ((each.indicator.code, each.expected) for each in asked):
        if not expected.counted[first]:
            found[code] = Reported(found[code].pooled, replace(found[code].coverage, is_asked=False))
    return found


def stocks(source: Sums, quarters: Sequence[Period], questions: Iterable[Question]) -> dict[str, Reported]:
    """Take of each unit the latest figure, of the period's last quarter or of one before it in the year."""
    asked = {each.indicator.code: each for each in questions}
    parts: dict[str, list[Part]] = defaultdict(list)
    latest: dict[str, dict[str, Period]] = defaultdict(dict)
    waiting = {code: each.expected.holders for code, each in asked.items()}
    in_last: dict[str, frozenset[str]] = {}
    for quarter in sorted(quarters, reverse=True):
        still = {code: units & asked[code].expected.standing_in(quarter) for code, units in waiting.items()}
        sums = source.sums(period_key(quarter), still)
        in_last = in_last or {code: sums.get(code, NOTHING).units for code in asked}
        for code, found in sums.items():
            parts[code].append(part(quarter, found))
            waiting[code] -= found.units
            if asked[code].expected.legacies:
                latest[code].update(dict.fromkeys(found.units, quarter))
    for code, left in _inherited(source, asked, latest):
        parts[code].append(left)
    last = max(quarters)
    return {code: stock(each, parts[code], last, in_last[code]) for code, each in asked.items()}


def stock(question: Question, parts: list[Part], last: Period, reported: frozenset[str]) -> Reported:
    """Put the parts of a stock together; reported are those who have reported the last quarter."""
    expected = question.expected
    covered = len(expected.holders) - len(expected.unpaid(last, reported))
    coverage = Coverage(covered, len(expected.holders), bool(expected.holders))
    return Reported(pool(question.indicator, parts), coverage)


def _inherited(
    source: Sums, asked: Mapping[str, Question], latest: Mapping[str, dict[str, Period]]
) -> list[tuple[str, Part]]:
    """Return the stocks that ceased units have left to those that have not reported since."""
    left = {code: each.expected.legacies for code, each in asked.items() if each.expected.legacies}
    quarters = {quarter for legacies in left.values() for each in legacies.values() for quarter in each.quarters}
    for quarter in sorted(quarters):
        there = {
            code: frozenset(unit for unit, each in legacies.items() if quarter in each.quarters)
            for code, legacies in left.items()
        }
        for code, found in source.sums(period_key(quarter), there).items():
            latest[code].update(dict.fromkeys(found.units, quarter))
    standing = {code: taken_over(legacies, latest[code]) for code, legacies in left.items()}
    found_parts = []
    for quarter in sorted(quarters):
        taken = {
            code: frozenset(unit for unit in units if latest[code][unit] == quarter) for code, units in standing.items()
        }
        sums = source.sums(period_key(quarter), taken)
        found_parts += [(code, part(quarter, found)) for code, found in sums.items()]
    return found_parts


def _reported_elsewhere(source: Sums, quarter: Period, asked: Mapping[str, Question]) -> dict[str, frozenset[str]]:
    its = ((code, each.expected) for code, each in asked.items() if each.expected.inherited or each.expected.elsewhere)
    owed = {code: units for code, expected in its if (units := expected.owed_elsewhere(quarter))}
    return {code: found.units for code, found in source.sums(period_key(quarter), owed).items()} if owed else {}


def alone(
    indicator: Indicator, unit: str, period: Period, expected: Expectation, there: Mapping[Period, Sum]
) -> Reported:
    """Return what a unit reported that nobody stands below and that took over from none.

    expected: of the whole plan; there: what it has reported, by the quarters that it is counted in."""
    is_holder, first, last = unit in expected.holders, period.quarters[0], period.last_quarter
    owed: tuple[Period, ...]
    match indicator.way:
        case Accumulation.STOCK:
            taken, owed, is_asked = [max(there)] if there and is_holder else [], (last,), is_holder
        case Accumulation.OPENING:
            taken, owed, is_asked = [first] if first in there else [], (first,), unit in expected.counted[first]
        case _:
            taken, owed = list(there), period.quarters
            is_asked = is_holder or any(unit in units for units in expected.counted.values())
    is_paid = all(quarter in there or unit not in expected.counted[quarter] for quarter in owed)
    total = NOTHING
    for quarter in taken:
        total = added(total, there[quarter])
    pooled = pool(indicator, [part(max(taken, default=last), total)])
    return Reported(pooled, Coverage(int(is_holder and is_paid), int(is_holder), is_asked))


def given(indicator: Indicator, rows: Iterable[Row], period: Period, grades: tuple[str, ...]) -> Pooled:
    """Return the latest of what one unit was given in the year up to the period's end.

    What is given for the year itself counts for the year only."""
    is_grade = indicator.kind is Kind.GRADE
    there = (row for row in rows if (row.grade if is_grade else row.value is not None))
    parts = (_own_part(indicator, row, grades) for row in there)
    return pool(indicator, (each for each in parts if _is_within(each.quarter, period)))


def _is_within(given_for: Period, period: Period) -> bool:
    return period.is_year or (not given_for.is_year and given_for.number <= period.number)


def _own_part(indicator: Indicator, row: Row, grades: tuple[str, ...]) -> Part:
    grade = row.grade or ""
    position = grades.index(grade) + 1 if grade in grades else None
    own = Part(
        period_of(row.period),
        value=None if row.value is None else from_scaled(row.value),
        grade=grade,
        out_of=row.out_of,
    )
    if indicator.kind is Kind.GRADE:
        own = replace(own, value=None if position is None else Decimal(position))
    if not cannot_be_right(indicator, own):
        return own
    return replace(own, doubtful=int(not row.is_accepted), accepted=int(bool(row.is_accepted)))


def part(quarter: Period, found: Sum) -> Part:
    """Return a sum of the file as a part of a figure."""
    numerator, denominator, value = (
        None if each is None else from_scaled(each) for each in (found.numerator, found.denominator, found.value)
    )
    counts = found.reported, found.doubtful, found.accepted
    return Part(quarter, numerator, denominator, value, *counts, is_estimated=found.is_estimated)


class Stretch:
    """A period as a plan sees it: who is expected, and what they reported."""

    def __init__(self, roof: Roof, period: Period, windows: Windows, assigned: Mapping[str, frozenset[str]]) -> None:
        self._roof, self._period, self._windows, self._assigned = roof, period, windows, assigned
        self._found: dict[tuple[frozenset[str] | None, bool, str | None], Expectation] = {}
        self.quarters = Period(period.year).quarters[: period.number]

    def expected(self, indicator: Indicator, unit: str | None) -> Expectation:
        """Return who is expected under a unit; for a stock since the year's first quarter."""
        return self._expected(self._assigned.get(indicator.code), indicator.is_stock, unit)

    def asked(self, indicator: Indicator, unit: str | None) -> frozenset[str]:
        """Return the units expected in any quarter of the period itself."""
        return self._expected(self._assigned.get(indicator.code), False, unit).units

    def looked_at(self, indicator: Indicator, units: Iterable[str | None]) -> frozenset[str]:
        """Return everybody whose reports are needed to answer for each of some units."""
        found = set[str]()
        for unit in units:
            if unit is not None and self._is_alone(unit):
                found.add(unit)
            else:
                found |= self.expected(indicator, unit).looked_at
        return frozenset(found)

    def reported(self, source: Source, unit: str | None, asked: Iterable[Indicator]) -> dict[str, Reported]:
        """Return what was reported under a unit, for each of the indicators that roll up."""
        if unit is not None and self._is_alone(unit):
            return self._reported_alone(source, unit, asked)
        questions: dict[Accumulation, list[Question]] = {way: [] for way in Accumulation}
        for each in asked:
            way = each.way
            if way is not None:
                expected = self._expected(self._assigned.get(each.code), way is Accumulation.STOCK, unit)
                questions[way].append(Question(each, expected))
        found: dict[str, Reported] = {}
        if added_up := questions[Accumulation.FLOW]:  # a list by unit asks each way of thousands, mostly for nothing
            found |= flows(source, self._period.quarters, added_up)
        if standing := questions[Accumulation.STOCK]:
            found |= stocks(source, self.quarters, standing)
        if carried := questions[Accumulation.OPENING]:
            found |= openings(source, self._period.quarters[0], carried)
        return found

    def _is_alone(self, unit: str) -> bool:
        return unit != self._roof.plan_unit and self._roof.tree.stands_alone(unit)

    def _reported_alone(self, source: Source, unit: str, asked: Iterable[Indicator]) -> dict[str, Reported]:
        """Return the same of a unit that stands alone, by a shorter way: all there is is its own."""
        expected = {each.code: self.expected(each, None) for each in asked if each.way is not None}
        its, there = frozenset((unit,)), defaultdict[str, dict[Period, Sum]](dict)
        for quarter in self.quarters:
            counted = {code: its for code, each in expected.items() if unit in each.counted.get(quarter, ())}
            for code, found in source.sums(period_key(quarter), counted).items():
                there[code][quarter] = found
        return {
            each.code: alone(each, unit, self._period, expected[each.code], there[each.code])
            for each in asked
            if each.code in expected
        }

    def flows_in(
        self, source: Source, quarter: Period, unit: str | None, asked: Iterable[Indicator]
    ) -> dict[str, Reported]:
        """Return what was reported in a quarter of the period, for indicators whose quarters add up."""
        return flows_in(source, quarter, [Question(each, self.expected(each, unit)) for each in asked])

    def _expected(self, assigned: frozenset[str] | None, is_stock: bool, unit: str | None) -> Expectation:
        key = (assigned, is_stock, unit)
        if key not in self._found:
            if unit is None:
                quarters = self.quarters if is_stock else None
                found = expectation(self._roof, self._period, self._windows, assigned, quarters)
            else:
                found = self._expected(assigned, is_stock, None).within(replace(self._roof, unit=unit))
            self._found[key] = found
        return self._found[key]
