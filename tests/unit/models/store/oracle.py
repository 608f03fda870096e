"""The same figures by a plain reading of the rules, unit by unit and quarter by quarter, with fractions.

Slow on purpose and without anything of models.progress, expectation, target or the store: only the plain data."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, next_working_day
from models.plan import Actual, Indicator
from tests.unit.models.store.worlds import GRADES, World

ORDER = ("missed", "near", "to_check", "no_data", "met", "not_due", "not_applicable", "no_target")


@dataclass
class Answer:
    """What `progress` should say of one indicator for one unit or the whole plan."""

    state: str
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    value: Fraction | None = None
    from_quarter: str | None = None
    has_target: bool = False
    gap: Fraction | None = None
    provisional: bool = False
    reported: int = 0
    expected: int = 0


class Oracle:
    """Answers for one plan, one period and one day."""

    def __init__(self, world: World, period: Period, on: date) -> None:
        self.world, self.period, self.on = world, period, on
        self.units = {unit.code: unit for unit in world.units}
        self.actuals = {(each.indicator, each.unit, each.period): each for each in world.actuals}

    def answer(self, indicator: Indicator, unit: str | None) -> Answer:
        """Return the figure of a unit; None is the whole plan."""
        code = unit or self.world.plan.unit
        if not indicator.kind.rolls_up:
            return self._own(indicator, code)
        found, parts_to_check = self._roll_up(indicator, code, self.period)
        return self._judged(indicator, code, found, parts_to_check)

    def lines(self, root: str | None) -> set[tuple[str, str]]:
        """Return indicator and unit of every line of a list by unit."""
        found, top = set(), root or self.world.plan.unit
        days = [self._last(each) for each in (*self.period.quarters, self.period)]
        for each in self.world.indicators:
            for unit in self.units:
                asked = any(self._asked(each, unit, day) and unit in self._scope(top, day) for day in days)
                if not each.kind.rolls_up:
                    given = any(self._given(each, unit, period) for period in self._slots(self.period.year))
                    asked = any(self._asked(each, unit, day) for day in days)
                    asked = given or (asked if self._assigned(each) else unit == self.world.plan.unit)
                    asked = asked and any(unit in self._members(top, day) for day in days)
                if asked:
                    found.add((each.code, unit))
        return found

    # who is expected

    def _last(self, period: Period) -> date:
        for each in self.world.settings:
            if each.period == period and each.last:
                return each.last
        if not period.is_quarter:
            return self._last(period.last_quarter)
        return date(period.year, 3 * period.number, 14)

    def _valid(self, unit: str, day: date) -> bool:
        found = self.units[unit]
        return (found.valid_from or date.min) <= day <= (found.valid_to or date.max)

    def _members(self, code: str, day: date) -> set[str]:
        return {unit for unit in self.units if code in self._line(unit, day)}

    def _line(self, unit: str, day: date) -> list[str]:
        above = self.units[unit].first_superior
        for move in self.world.moves:  # in order of time
            if unit in move.before and move.day <= day:
                (above,) = move.after
        return [unit] if above is None else [unit, *self._line(above, day)]

    def _assigned(self, indicator: Indicator) -> set[str]:
        rows = [each for each in self.world.assignments if each.indicator == indicator.code]
        return {each.unit for each in rows if each.unit is not None}

    def _asked(self, indicator: Indicator, unit: str, day: date) -> bool:
        if not self._valid(unit, day):
            return False
        if assigned := self._assigned(indicator):
            return unit in assigned
        others_below = any(unit in self._line(each, day)[1:] and self._valid(each, day) for each in self.units)
        return unit in self._members(self.world.plan.unit, day) and not others_below

    def _scope(self, code: str, day: date) -> set[str]:
        """Every unit for the whole plan: an assigned office may stand outside the tree."""
        return set(self.units) if code == self.world.plan.unit else self._members(code, day)

    def _before(self, unit: str) -> set[str]:
        direct = {each.code for each in self.units.values() if unit in each.succeeded_by}
        return direct.union(*(self._before(each) for each in direct))

    # what was reported

    def _reported(self, indicator: Indicator, unit: str, quarter: Period) -> Actual | None:
        found = self.actuals.get((indicator.code, unit, quarter))
        if found is None:
            return None
        if indicator.kind is Kind.RATIO:
            return None if found.numerator is None or found.denominator is None else found
        return None if found.value is None else found

    def _roll_up(self, indicator: Indicator, code: str, period: Period) -> tuple[Answer, list[Actual]]:
        last = self._last(period)
        holders = {unit for unit in self._scope(code, last) if self._asked(indicator, unit, last)}
        taken = (
            self._standing(indicator, code, holders, period)
            if indicator.is_stock
            else self._summed(indicator, code, period)
        )
        quarters = (period.last_quarter,) if indicator.is_stock else _summed_quarters(indicator, period)
        there = any(
            self._asked(indicator, unit, day) for day in map(self._last, quarters) for unit in self._scope(code, day)
        )
        asked = there if _is_opening(indicator) else holders or (not indicator.is_stock and there)
        answer = Answer("" if asked else "not_applicable", expected=len(holders))
        answer.reported = sum(self._has_paid(indicator, holder, quarters, period) for holder in holders)
        if taken:
            if indicator.kind is Kind.RATIO:
                answer.numerator = sum((Fraction(each.numerator or 0) for each in taken), Fraction(0))
                answer.denominator = sum((Fraction(each.denominator or 0) for each in taken), Fraction(0))
                answer.value = 100 * answer.numerator / answer.denominator if answer.denominator else None
            else:
                answer.value = sum((Fraction(each.value or 0) for each in taken), Fraction(0))
            if indicator.is_stock:
                answer.from_quarter = max(each.period for each in taken).code
        return answer, taken

    def _summed(self, indicator: Indicator, code: str, period: Period) -> list[Actual]:
        return [
            found
            for q in _summed_quarters(indicator, period)
            for unit in self._scope(code, self._last(q))
            if self._asked(indicator, unit, self._last(q)) and (found := self._reported(indicator, unit, q))
        ]

    def _latest(self, indicator: Indicator, unit: str, period: Period) -> Actual | None:
        for q in reversed(Period(period.year).quarters[: period.number]):
            found = self._reported(indicator, unit, q)
            if found and self._asked(indicator, unit, self._last(q)):
                return found
        return None

    def _standing(self, indicator: Indicator, code: str, holders: set[str], period: Period) -> list[Actual]:
        """The latest of each holder, and of those that ceased and whose heirs have not reported since."""
        taken = [found for unit in holders if (found := self._latest(indicator, unit, period))]
        everywhere = {unit for unit in self.units if self._asked(indicator, unit, self._last(period))}
        year = Period(period.year).quarters[: period.number]
        for unit in self.units.keys() - everywhere:
            there = [q for q in year if self._asked(indicator, unit, self._last(q))]
            found = self._latest(indicator, unit, period)
            after = self._after(unit, everywhere)
            heirs = after & everywhere
            if not there or found is None or not heirs or not heirs <= holders:
                continue
            since = [self._latest(indicator, each, period) for each in after]
            if not any(each and each.period > there[-1] for each in since):
                taken.append(found)
        return taken

    def _after(self, unit: str, holders: set[str]) -> set[str]:
        direct = set(self.units[unit].succeeded_by)
        return direct.union(*(self._after(each, holders) for each in direct - holders))

    def _has_paid(self, indicator: Indicator, holder: str, quarters: tuple[Period, ...], period: Period) -> bool:
        for q in quarters:
            own = self._asked(indicator, holder, self._last(q))
            if own and not self._reported(indicator, holder, q):
                return False
            for unit in self._before(holder):
                still_there = self._asked(indicator, unit, self._last(period))
                owes = self._asked(indicator, unit, self._last(q)) and not (own and still_there)
                if owes and not self._reported(indicator, unit, q):
                    return False
        return True

    # measures that do not roll up

    def _slots(self, year: int) -> tuple[Period, ...]:
        return (*Period(year).quarters, Period(year))

    def _given(self, indicator: Indicator, unit: str, period: Period) -> Actual | None:
        found = self.actuals.get((indicator.code, unit, period))
        return found if found and (found.value is not None or found.grade) else None

    def _own_latest(self, indicator: Indicator, unit: str, period: Period) -> Actual | None:
        slots = Period(period.year).quarters[: period.number] + ((Period(period.year),) if period.is_year else ())
        there = [found for slot in slots if (found := self._given(indicator, unit, slot))]
        return there[-1] if there else None

    def _own(self, indicator: Indicator, code: str) -> Answer:
        assigned = self._assigned(indicator)
        asked = code == self.world.plan.unit or any(
            self._given(indicator, code, slot) for slot in self._slots(self.period.year)
        )
        days = [*self.period.quarters, self.period]
        asked = asked or (code in assigned and any(self._valid(code, self._last(each)) for each in days))
        if not asked:
            return Answer("not_applicable", has_target=self._threshold(indicator, code) is not None)
        found = self._own_latest(indicator, code, self.period)
        answer = Answer("", reported=int(found is not None), expected=1)
        if found:
            answer.value = _own_value(indicator, found)
        return self._judged(indicator, code, answer, [found] if found else [])

    # judging

    def _judged(self, indicator: Indicator, code: str, answer: Answer, taken: list[Actual]) -> Answer:
        is_early = indicator.published_month is not None and not self.period.is_year
        if is_early:
            taken = []
            answer.numerator = answer.denominator = answer.value = answer.from_quarter = None
        threshold = self._threshold(indicator, code)
        answer.has_target = threshold is not None
        wrong = [each for each in taken if _is_wrong(indicator, each)]
        unexplained = [each for each in wrong if not each.accepted]
        answer.provisional = bool(taken) and (answer.reported < answer.expected or bool(unexplained))
        answer.state = answer.state or self._state(indicator, answer, taken, is_early, threshold, wrong)
        if answer.state in ("met", "near", "missed") and threshold and answer.value is not None:
            answer.gap = _gap(indicator, answer.value, threshold)
        return answer

    def _state(
        self,
        indicator: Indicator,
        answer: Answer,
        taken: list[Actual],
        is_early: bool,
        threshold: tuple[Operator, Fraction, Fraction | None] | None,
        wrong: list[Actual],
    ) -> str:
        if is_early:
            return "not_due"
        if not taken:
            return "not_due" if self.on <= self._due(indicator) else "no_data"
        is_wrong = bool(wrong)
        if answer.numerator is not None and answer.denominator is not None:
            is_wrong = answer.numerator > answer.denominator
        if is_wrong and any(not each.accepted for each in wrong):
            return "to_check"
        if answer.value is None:
            return "not_applicable"
        if threshold is None:
            return "no_target"
        if _is_met(indicator, answer.value, threshold):
            return "met"
        percent = indicator.near_threshold if indicator.near_threshold is not None else self.world.plan.near_threshold
        wanted = threshold[1]
        if threshold[0] is Operator.RANGE and threshold[2] is not None:
            value = answer.value
            wanted = min((threshold[1], threshold[2]), key=lambda bound: abs(value - bound))
        share = abs(wanted) * Fraction(percent) / 100
        return "near" if wanted != 0 and -_gap(indicator, answer.value, threshold) <= share else "missed"

    def _due(self, indicator: Indicator) -> date:
        if indicator.published_month:
            return date(self.period.year + 1, indicator.published_month + 1, 1) - timedelta(days=1)
        for each in self.world.settings:
            if each.period == self.period and each.due:
                return each.due
        return next_working_day(self._last(self.period).replace(day=20))

    def _threshold(self, indicator: Indicator, code: str) -> tuple[Operator, Fraction, Fraction | None] | None:
        target = self._target(indicator, code)
        if target is None:
            return None
        if target.operator in (Operator.BETTER, Operator.INCREASE, Operator.REDUCE):
            return self._changed(indicator, code, target)
        if indicator.kind is Kind.GRADE:
            places = [Fraction(GRADES.index(name) + 1) for name in (target.grade, target.grade_to) if name]
        else:
            places = [Fraction(each) for each in (target.value, target.value_to) if each is not None]
        return target.operator, places[0], places[1] if len(places) > 1 else None

    def _target(self, indicator: Indicator, code: str) -> Target | None:
        given = {
            (each.unit, each.period): each.target for each in self.world.assignments if each.indicator == indicator.code
        }
        year = Period(self.world.plan.year)
        choices = [given.get((code, self.period)), given.get((code, year))]
        if code == self.world.plan.unit or indicator.kind is not Kind.COUNT:
            choices += [given.get((None, self.period)), given.get((None, year)), indicator.target]
        return next((each for each in choices if each), None)

    def _changed(
        self, indicator: Indicator, code: str, target: Target
    ) -> tuple[Operator, Fraction, Fraction | None] | None:
        before = self._year_before(indicator, code)
        if before is None:
            return None
        falls = target.operator is Operator.REDUCE
        if target.value is None:
            return (Operator.LESS_THAN if falls else Operator.MORE_THAN), before, None
        amount = Fraction(target.value)
        if indicator.kind is Kind.COUNT:
            amount = before * amount / 100
        if indicator.kind is Kind.RANK:
            return Operator.AT_LEAST, before - amount, None
        return (Operator.AT_MOST, before - amount, None) if falls else (Operator.AT_LEAST, before + amount, None)

    def _year_before(self, indicator: Indicator, code: str) -> Fraction | None:
        year = self.period.year - 1
        if indicator.kind.rolls_up:
            earlier = Oracle(World(**{**vars(self.world), "settings": []}), self.period.in_year(year), self.on)
            answer, taken = earlier._roll_up(indicator, code, earlier.period)
            wrong = [each for each in taken if _is_wrong(indicator, each)]
            is_above = answer.numerator is not None and answer.numerator > (answer.denominator or 0)
            return None if is_above and any(not each.accepted for each in wrong) else answer.value
        found = self._own_latest(indicator, code, Period(year))
        if found is None or (_is_wrong(indicator, found) and not found.accepted):
            return None
        return _own_value(indicator, found)


def _is_opening(indicator: Indicator) -> bool:
    return indicator.kind is Kind.COUNT and indicator.accumulation is Accumulation.OPENING


def _summed_quarters(indicator: Indicator, period: Period) -> tuple[Period, ...]:
    """What was carried over into a period is what its first quarter says."""
    return (period.quarters[0],) if _is_opening(indicator) else period.quarters


def _own_value(indicator: Indicator, found: Actual) -> Fraction | None:
    if indicator.kind is Kind.GRADE:
        return Fraction(GRADES.index(found.grade) + 1) if found.grade in GRADES else None
    return Fraction(found.value or 0)


def _is_wrong(indicator: Indicator, each: Actual) -> bool:
    if indicator.kind is Kind.RATIO:
        return each.numerator is not None and each.denominator is not None and each.numerator > each.denominator
    if indicator.kind in (Kind.RANK, Kind.SCORE) and each.value is not None:
        top = each.out_of or indicator.scale
        return top is not None and each.value > top
    return indicator.kind is Kind.GRADE and each.grade not in GRADES


def _is_met(indicator: Indicator, value: Fraction, threshold: tuple[Operator, Fraction, Fraction | None]) -> bool:
    operator, low, high = threshold
    better_is_lower = indicator.kind in (Kind.RANK, Kind.GRADE)
    match operator:
        case Operator.AT_LEAST:
            return value <= low if better_is_lower else value >= low
        case Operator.MORE_THAN:
            return value < low if better_is_lower else value > low
        case Operator.AT_MOST:
            return value >= low if better_is_lower else value <= low
        case Operator.LESS_THAN:
            return value > low if better_is_lower else value < low
        case Operator.EQUAL:
            return value == low
    assert high is not None
    return min(low, high) <= value <= max(low, high)


def _gap(indicator: Indicator, value: Fraction, threshold: tuple[Operator, Fraction, Fraction | None]) -> Fraction:
    operator, low, high = threshold
    upwards = value - low if indicator.kind not in (Kind.RANK, Kind.GRADE) else low - value
    match operator:
        case Operator.AT_LEAST | Operator.MORE_THAN:
            return upwards
        case Operator.AT_MOST | Operator.LESS_THAN:
            return -upwards
        case Operator.EQUAL:
            return -abs(value - low)
    assert high is not None
    return -max(min(low, high) - value, value - max(low, high), Fraction(0))
