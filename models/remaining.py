"""What remains to be done for a yearly target, and whether it can still be reached. Source: docs/figures.md, 9.

For flows only: ratios and counts whose quarters add up. Of what stands or was carried over nothing remains to do."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from models.measure import Kind, Operator, Threshold
from models.number import SCALE
from models.plan import Indicator
from models.progress import Pooled


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is still expected in the rest of the year: of a ratio both its parts, of a count the value."""

    numerator: Fraction = Fraction(0)
    denominator: Fraction = Fraction(0)
    value: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Time:
    """What is left of the year: quarters, working days from the day asked to the end of the year's window, and the
    units that are expected to report."""

    quarters_left: int
    working_days: int
    units: int


@dataclass(frozen=True, slots=True)
class Remaining:
    """How far it is to a yearly target, in what is counted (a ratio: in its numerator).

    needed: at least so many more, 0 when there are enough. room: at most so many more, negative when there are too
    many already, None without an upper bound. expected: of a ratio how many cases (denominators) are still to come,
    of a count how many more come at the pace so far. per_working_day and per_unit share out what is needed; None
    where nobody or no day is left. forecast: the year's value if the rest goes as expected, percent for a ratio."""

    needed: Fraction
    room: Fraction | None
    expected: Fraction
    forecast: Fraction | None
    can_be_reached: bool
    per_working_day: Fraction | None
    per_unit: Fraction | None


def still_expected(reached: Pooled, quarters_reached: int, quarters_left: int, last_year: Pooled | None) -> Amounts:
    """Return what the rest of the year brings: what last year's same quarters did, else this year's mean.

    quarters_reached counts the quarters that reached is made of."""
    if quarters_left == 0:
        return Amounts()
    if last_year is not None and last_year.reported:
        return _amounts(last_year, Fraction(1))
    return _amounts(reached, Fraction(quarters_left, quarters_reached))


def remaining(
    indicator: Indicator, threshold: Threshold, reached: Pooled, rest: Amounts, time: Time
) -> Remaining | None:
    """Return what remains to a yearly target; None for what does not add up, or where nothing is known yet."""
    if not indicator.is_flow or not reached.reported:
        return None
    is_ratio = indicator.kind is Kind.RATIO
    so_far = Fraction((reached.numerator if is_ratio else reached.value) or 0)
    base = Fraction(reached.denominator or 0) + rest.denominator
    step = _step(reached)
    cases = _whole(rest.denominator, step) if is_ratio else rest.value
    least, most = _bounds(threshold, _whole(base, step) / 100 if is_ratio else Fraction(1), step)
    needed = max(Fraction(0), least - so_far)
    room = None if most is None else most - so_far
    can_come = needed <= cases if is_ratio else needed == 0 or time.quarters_left > 0
    return Remaining(
        needed=needed,
        room=room,
        expected=cases,
        forecast=_forecast(so_far, rest, base, is_ratio),
        can_be_reached=can_come and (room is None or (room >= 0 and needed <= room)),
        per_working_day=needed / time.working_days if time.working_days > 0 else None,
        per_unit=needed / time.units if time.units > 0 else None,
    )


def _amounts(pooled: Pooled, times: Fraction) -> Amounts:
    parts = (pooled.numerator, pooled.denominator, pooled.value)
    return Amounts(*(Fraction(each or 0) * times for each in parts))


def _forecast(so_far: Fraction, rest: Amounts, base: Fraction, is_ratio: bool) -> Fraction | None:
    if not is_ratio:
        return so_far + rest.value
    return (so_far + rest.numerator) * 100 / base if base else None


def _step(reached: Pooled) -> Fraction:
    """Return the smallest amount that can be added: one case, or a ten thousandth where amounts are not whole."""
    parts = (reached.numerator, reached.denominator, reached.value)
    is_whole = all(each is None or each == each.to_integral_value() for each in parts)
    return Fraction(1) if is_whole else Fraction(1, SCALE)


def _whole(amount: Fraction, step: Fraction) -> Fraction:
    return floor(amount / step + Fraction(1, 2)) * step


def _bounds(threshold: Threshold, scale: Fraction, step: Fraction) -> tuple[Fraction, Fraction | None]:
    """Return the least and the most that the year may end with, on the grid of what can be counted."""
    low, high = (None if each is None else each * scale / step for each in (threshold.value, threshold.value_to))
    assert low is not None
    match threshold.operator:
        case Operator.AT_LEAST:
            return ceil(low) * step, None
        case Operator.MORE_THAN:
            return (floor(low) + 1) * step, None
        case Operator.AT_MOST:
            return Fraction(0), floor(low) * step
        case Operator.LESS_THAN:
            return Fraction(0), (ceil(low) - 1) * step
    other = low if high is None else high
    return ceil(min(low, other)) * step, floor(max(low, other)) * step
