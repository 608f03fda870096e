"""Balance rules by a plain reading: random ones over quarters and units, and what they should find. Slow on purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

from models.measure import Accumulation, Kind
from models.period import Period, quarter
from models.plan import Actual, BalanceRule, Indicator
from tests.unit.models.store.oracle import Oracle
from tests.unit.models.store.worlds import YEAR, World

COMPARED: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": lambda difference, tolerance: abs(difference) <= tolerance,
    "<=": lambda difference, tolerance: difference <= tolerance,
    ">=": lambda difference, tolerance: difference >= -tolerance,
    "<": lambda difference, tolerance: difference < tolerance,
    ">": lambda difference, tolerance: difference > -tolerance,
}
REACHES = ("", "", "", "quý trước", "cùng kỳ năm trước", "đơn vị cấp dưới")
NONE = Fraction(0)
Parts = tuple[Fraction | None, Fraction | None, Fraction | None]
Told = tuple[str, str | None, str, Fraction, Fraction]


@dataclass
class Term:
    """One term, as it is written and as it is meant."""

    sign: int
    coefficient: Decimal
    indicator: Indicator
    part: int  # of numerator, denominator, value
    reach: str

    @property
    def text(self) -> str:
        """How an officer writes it."""
        number = "" if self.coefficient == 1 else f"{str(self.coefficient).replace('.', ',')} × "
        where = f" ({self.reach})" if self.reach else ""
        return f"{'+' if self.sign > 0 else '-'} {number}{self.indicator.code}{('.tử', '.mẫu', '')[self.part]}{where}"


@dataclass
class Rule:
    """A rule with its terms."""

    kept: BalanceRule
    left: list[Term]
    right: list[Term]


def a_rule(random: Random, world: World, number: int) -> Rule | None:
    """Return a random rule; None where the plan has nothing to add up."""
    able = [each for each in world.indicators if each.kind not in (Kind.GRADE, Kind.YES_NO)]
    if not able:
        return None
    left, right = ([_term(random, able) for _ in range(random.randint(1, 2))] for _ in range(2))
    operator = random.choice(list(COMPARED))
    tolerance = Decimal(random.choice([0, 0, 3, 40]))
    texts = [" ".join(each.text for each in side) for side in (left, right)]
    return Rule(BalanceRule("KH", f"R{number}", texts[0], operator, texts[1], tolerance), left, right)


def _term(random: Random, able: list[Indicator]) -> Term:
    indicator = random.choice(able)
    reaches = REACHES if indicator.kind.rolls_up else REACHES[:-1]
    part = random.randint(0, 2) if indicator.kind is Kind.RATIO else 2
    coefficient = random.choice([Decimal(1), Decimal(1), Decimal(2), Decimal("0.5")])
    return Term(random.choice([1, 1, -1]), coefficient, indicator, part, random.choice(reaches))


class PlainRules:
    """What the rules of a world should find."""

    def __init__(self, world: World, rules: list[Rule]) -> None:
        self.world, self.rules = world, rules
        self.actuals = {(each.indicator, each.unit, each.period): each for each in world.actuals}
        self.expecting = Oracle(world, Period(YEAR), date(YEAR, 12, 31))

    def told(self, period: Period) -> set[Told]:
        """Return rule, unit, period and both sides of everything that a period should tell."""
        found = {each for q in period.quarters for each in self._of(q, self.rules)}
        if not period.is_quarter:
            already = {(rule, unit) for rule, unit, *_ in found}
            longer = [rule for rule in self.rules if not self._reaches(rule, "quý trước")]
            if period.is_year:  # what was given for the year itself
                found |= self._of(period, longer, (period,))
                already = {(rule, unit) for rule, unit, *_ in found}
            found |= {each for each in self._of(period, longer) if each[:2] not in already}
        return found

    def _of(self, period: Period, rules: list[Rule], slots: tuple[Period, ...] = ()) -> set[Told]:
        found: set[Told] = set()
        slots = slots or period.quarters
        for rule in rules:
            looked_at = {}
            for unit in self.units(period):
                sides = self._sides(rule, unit, slots)
                if sides:
                    looked_at[unit] = sides
            if not looked_at and not self._reaches(rule, "đơn vị cấp dưới") and self._is_reported(rule, slots):
                whole = self._sides(rule, None, (period,))
                found |= self._broken(rule, None, period, whole) if whole else set()
            for unit, sides in looked_at.items():
                found |= self._broken(rule, unit, period, sides)
        return found

    def _is_reported(self, rule: Rule, slots: tuple[Period, ...]) -> bool:
        terms = [*rule.left, *rule.right]
        units = {unit for each in slots for unit in self.units(each)}
        return any(self._standing_of(term, unit, slots) for term in terms for unit in units)

    def units(self, period: Period) -> set[str]:
        """The plan's office and all below it at a period's end."""
        return self.expecting._members("H", self.expecting._last(period))

    def _reaches(self, rule: Rule, reach: str) -> bool:
        return any(each.reach == reach for each in [*rule.left, *rule.right])

    def _broken(self, rule: Rule, unit: str | None, period: Period, sides: tuple[Fraction, Fraction]) -> set[Told]:
        left, right = sides
        holds = COMPARED[rule.kept.operator](left - right, Fraction(rule.kept.tolerance))
        return set() if holds else {(rule.kept.code, unit, period.code, left, right)}

    def _sides(self, rule: Rule, unit: str | None, slots: tuple[Period, ...]) -> tuple[Fraction, Fraction] | None:
        sides = []
        for terms in (rule.left, rule.right):
            amounts = [self._amount(each, unit, slots) for each in terms]
            if any(each is None for each in amounts):
                return None
            pairs = zip(terms, amounts, strict=True)
            sides.append(sum((term.sign * Fraction(term.coefficient) * (amount or 0) for term, amount in pairs), NONE))
        return sides[0], sides[1]

    def _amount(self, term: Term, unit: str | None, slots: tuple[Period, ...]) -> Fraction | None:
        if unit is None:
            return self._of_plan(term, slots[0])
        kept = self._standing_of(term, unit, slots)
        parts = [[part for each in kept if (part := each[place]) is not None] for place in range(3)]
        totals = [sum(each, NONE) if each else None for each in parts]
        if term.indicator.kind is Kind.RATIO and term.part == 2:
            return None if totals[0] is None or not totals[1] else 100 * totals[0] / totals[1]
        return totals[term.part]

    def _standing_of(self, term: Term, unit: str, slots: tuple[Period, ...]) -> list[Parts]:
        """Return the cells of quarters that make up what is asked for: all, the first or the latest."""
        indicator = term.indicator
        cells = {each: cell for each in slots if (cell := self._cell(term, unit, each))}
        quarters = sorted(cells)
        if not indicator.kind.rolls_up or indicator.accumulation is Accumulation.STOCK:
            return [cells[each] for each in quarters[-1:]]
        if indicator.accumulation is Accumulation.OPENING and indicator.kind is Kind.COUNT:
            return [cells[each] for each in quarters if each == slots[0]]
        return [cells[each] for each in quarters] if len(quarters) == len(slots) else []

    def _cell(self, term: Term, unit: str, q: Period) -> Parts | None:
        if term.reach == "đơn vị cấp dưới":
            return self._below(term.indicator, unit, q)
        then = {"": q, "quý trước": _before(q), "cùng kỳ năm trước": q.in_year(q.year - 1)}[term.reach]
        found = self.actuals.get((term.indicator.code, unit, then))
        if found is None or (term.reach and not _is_whole(term.indicator, found)):
            return None
        return _parts(found)

    def _below(self, indicator: Indicator, unit: str, q: Period) -> Parts | None:
        asked, last = self.expecting, self.expecting._last(q)
        below = [each for each in asked._members(unit, last) if each != unit and asked._asked(indicator, each, last)]
        cells = [self.actuals.get((indicator.code, each, q)) for each in below]
        known = [each for each in cells if each is not None and _is_whole(indicator, each)]
        if not below or len(known) < len(below):
            return None
        if indicator.kind is Kind.RATIO:
            numerators, denominators = (
                (each.numerator or 0 for each in known),
                (each.denominator or 0 for each in known),
            )
            return sum(map(Fraction, numerators), NONE), sum(map(Fraction, denominators), NONE), None
        return None, None, sum((Fraction(each.value or 0) for each in known), NONE)

    def _of_plan(self, term: Term, period: Period) -> Fraction | None:
        then = period
        if term.reach:
            then = _before(period) if term.reach == "quý trước" else period.in_year(period.year - 1)
        answer = Oracle(self.world, then, date(YEAR, 12, 31)).answer(term.indicator, None)
        if answer.reported < answer.expected:
            return None
        return (answer.numerator, answer.denominator, answer.value)[term.part]


def _before(q: Period) -> Period:
    return quarter(q.year, q.number - 1) if q.number > 1 else quarter(q.year - 1, 4)


def _is_whole(indicator: Indicator, actual: Actual) -> bool:
    if indicator.kind is Kind.RATIO:
        return actual.numerator is not None and actual.denominator is not None
    return actual.value is not None


def _parts(actual: Actual) -> Parts:
    numbers = (actual.numerator, actual.denominator, actual.value)
    one, two, three = (None if each is None else Fraction(each) for each in numbers)
    return one, two, three
