"""What the year will end with if the rest goes as expected, and how far such forecasts were off in past years.

Simple, so that it can be explained: what was reached, plus what is expected of the quarters to come. Source:
docs/figures.md, 9."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.measure import Kind
from models.plan import Indicator
from models.rest_of_year import NOTHING_KNOWN, Amounts, Basis, Quarters, still_expected, total

LEAST_POINTS = 2
LEAST_PAST_YEARS = 2
QUARTERS = frozenset(range(1, 5))


@dataclass(frozen=True, slots=True)
class Past:
    """What would have been forecast for a past year at the same point, and what it ended with."""

    year: int
    forecast: Fraction
    actual: Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year's end: percent for a ratio, else the number.

    reached and rest are what it is made of, points the quarters that were reached, basis what the rest is expected
    from. low and high are as far off as past forecasts at the same point were; None where too few years are known."""

    value: Fraction
    reached: Amounts
    rest: Amounts
    points: int
    basis: Basis
    low: Fraction | None = None
    high: Fraction | None = None
    past: tuple[Past, ...] = ()


def forecast(
    indicator: Indicator, years: Mapping[int, Quarters], year: int, begun: Quarters = NOTHING_KNOWN
) -> Forecast | None:
    """Return what a year will end with; years: what is known of it and of those before it.

    begun: what few have reported of quarters that are not known yet. None under two points, where nothing is to come
    any more, and for what does not add up."""
    this_year = years.get(year, {})
    if not indicator.is_flow or len(this_year) < LEAST_POINTS or len(this_year) == len(QUARTERS):
        return None
    found = _year_end(indicator, this_year, years.get(year - 1, {}), begun)
    if found is None:
        return None
    past = tuple(
        each
        for before in sorted(years)
        if before < year and (each := _in_past(indicator, years, before, found, frozenset(this_year)))
    )
    if len(past) < LEAST_PAST_YEARS:
        return found
    low, high = _range(indicator, found, past)
    return Forecast(found.value, found.reached, found.rest, found.points, found.basis, low, high, past)


def _year_end(
    indicator: Indicator, this_year: Quarters, last_year: Quarters, begun: Quarters = NOTHING_KNOWN
) -> Forecast | None:
    reached, rest = total((*this_year.values(), *begun.values())), still_expected(this_year, last_year, begun)
    amounts = rest.amounts
    if indicator.kind is Kind.RATIO and rest.basis is Basis.LAST_YEAR:
        amounts = _at_this_years_level(amounts, this_year, last_year)
    value = _value(indicator, reached + amounts)
    return None if value is None else Forecast(value, reached, amounts, len(this_year), rest.basis)


def _at_this_years_level(rest: Amounts, this_year: Quarters, last_year: Quarters) -> Amounts:
    """Return last year's cases at last year's rate, plus as much as this year has been better or worse so far."""
    same = total(last_year[number] for number in this_year) if this_year.keys() <= last_year.keys() else Amounts()
    now, then, rate = total(this_year.values()).rate, same.rate, rest.rate
    if now is None or then is None or rate is None:
        return rest
    moved = min(Fraction(1), max(Fraction(0), rate + now - then))
    return Amounts(moved * rest.denominator, rest.denominator)


def _in_past(
    indicator: Indicator, years: Mapping[int, Quarters], year: int, today: Forecast, known: frozenset[int]
) -> Past | None:
    """Return the forecast of a past year by the quarters known today; None where none can be made on the same basis."""
    quarters = years[year]
    if quarters.keys() != QUARTERS:
        return None
    then = _year_end(indicator, {number: quarters[number] for number in known}, years.get(year - 1, {}))
    actual = _value(indicator, total(quarters.values()))
    if then is None or actual is None or then.basis is not today.basis:
        return None
    if not then.value and indicator.kind is not Kind.RATIO:  # of nothing there are no shares
        return None
    return Past(year, then.value, actual)


def _range(indicator: Indicator, found: Forecast, past: tuple[Past, ...]) -> tuple[Fraction, Fraction]:
    """Return the least and the most by past errors: of ratios in points, of counts in shares of the forecast.

    Never outside what the rest can bring."""
    if indicator.kind is Kind.RATIO:
        ends = [found.value + each.actual - each.forecast for each in past]
        whole = (found.reached + found.rest).denominator
        least = found.reached.numerator * 100 / whole
        most = (found.reached.numerator + found.rest.denominator) * 100 / whole
        ends = [min(max(each, least), most) for each in ends]
    else:
        ends = [found.value * each.actual / each.forecast for each in past]
        ends = [max(each, found.reached.value) for each in ends]
    return min(found.value, *ends), max(found.value, *ends)


def _value(indicator: Indicator, amounts: Amounts) -> Fraction | None:
    if indicator.kind is not Kind.RATIO:
        return amounts.value
    return None if amounts.rate is None else amounts.rate * 100
