"""What remains to be done for a yearly target, and whether it can still be reached. Source: docs/figures.md, 9."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from models.measure import Kind, Operator, Threshold, holds
from models.number import SCALE
from models.plan import Indicator
from models.progress import Pooled, exact_value, is_to_check
from models.rest_of_year import Amounts, Basis, Rest, amounts_of

BEST_POSITION = 1  # of ranks and grades
NOTHING_TO_COME = Rest()


@dataclass(frozen=True, slots=True)
class Time:
    """What is left of the year: the working days from the day asked to the end of the year's window, how many units
    are expected to report, and whether the last word of the year is there already (of what does not add up).

    has_ended: the day asked is after the year's window; what is reported now is only late."""

    working_days: int
    units: int
    is_over: bool = False
    has_ended: bool = False


@dataclass(frozen=True, slots=True)
class Remaining:
    """How far it is to a yearly target, in what is counted (a ratio: in its numerator; ranks and grades: in steps).

    needed: at least so many more, 0 when there are enough. room: at most so many more, None without an upper bound;
    negative when there are too many already, and of a stock so many must go again. expected: of a flow ratio how many
    cases (denominators) are still to come, of a stock ratio how many do not count yet, of a count how many more come
    as far as is known; basis: from what. can_be_reached: whether any outcome of the rest would do.
    per_working_day and per_unit share out what is needed or must go; None where nobody or no day is left, and for what
    belongs to one unit. wanted: of what does not roll up the nearest value that will do, a position for ranks and
    grades. at_pace: whether can_be_reached rests on the cases that are expected; else it holds whatever comes.
    has_ended: whether the year is over on the day asked."""

    needed: Fraction
    room: Fraction | None
    expected: Fraction
    can_be_reached: bool
    per_working_day: Fraction | None
    per_unit: Fraction | None
    basis: Basis
    wanted: Fraction | None = None
    at_pace: bool = False
    has_ended: bool = False

    @property
    def is_lost(self) -> bool:
        """Whether nothing that may come can meet the target any more, whatever it is."""
        return not self.can_be_reached and not self.at_pace


@dataclass(frozen=True, slots=True)
class Reach:
    """How it stands, and the least and the most that the year can still end with; None is without bound."""

    stands: Fraction
    least: Fraction | None
    most: Fraction | None

    def meets(self, least: Fraction | None, most: Fraction | None) -> bool:
        """Return whether anything between two bounds can be reached."""
        low = max((each for each in (self.least, least) if each is not None), default=None)
        high = min((each for each in (self.most, most) if each is not None), default=None)
        return low is None or high is None or low <= high


def remaining(
    indicator: Indicator, threshold: Threshold, reached: Pooled, time: Time, rest: Rest = NOTHING_TO_COME
) -> Remaining | None:
    """Return what remains to a yearly target; rest: of a flow what is still to come.

    None where nothing can be said: of a figure that cannot be right, of what was carried over into the year, where
    nothing was reported of what does not add up, and of a ratio that has no case."""
    if is_to_check(indicator, reached) or indicator.is_opening:
        return None
    if indicator.is_flow:
        found = _of_flow(indicator, threshold, reached, rest, time)
    elif not reached.reported:
        return None
    elif indicator.is_stock:
        found = _of_stock(threshold, reached, time)
    else:
        found = _of_one(indicator, threshold, reached, time)
    return None if found is None else replace(found, has_ended=time.has_ended)


def bounds(threshold: Threshold, step: Fraction, of: Fraction = Fraction(1)) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the most that meet a target times an amount, on the grid of what can be counted."""
    low = threshold.value * of / step
    match threshold.operator:
        case Operator.AT_LEAST:
            return ceil(low) * step, None
        case Operator.MORE_THAN:
            return (floor(low) + 1) * step, None
        case Operator.AT_MOST:
            return None, floor(low) * step
        case Operator.LESS_THAN:
            return None, (ceil(low) - 1) * step
    other = low if threshold.value_to is None else threshold.value_to * of / step
    return ceil(min(low, other)) * step, floor(max(low, other)) * step


def step_of(*amounts: Decimal | Fraction | None) -> Fraction:
    """Return the smallest amount that can be added: one, or a ten thousandth where any of these is not whole."""
    is_whole = all(each is None or each == int(each) for each in amounts)
    return Fraction(1) if is_whole else Fraction(1, SCALE)


def _of_flow(indicator: Indicator, threshold: Threshold, reached: Pooled, rest: Rest, time: Time) -> Remaining | None:
    """A flow only grows; of a ratio no more can be added than cases come, as far as anything is known of them."""
    stands, step = amounts_of(reached), step_of(reached.numerator, reached.denominator, reached.value)
    if indicator.kind is not Kind.RATIO:
        reach = Reach(stands.value, stands.value, None if rest.is_open else stands.value)
        return _shared(reach, bounds(threshold, step), rest.amounts.value, rest.basis, time)
    cases = _rounded(rest.amounts.denominator, step)
    base = _rounded(stands.denominator + rest.amounts.denominator, step)
    if not base:
        return None
    reach = Reach(stands.numerator, stands.numerator, stands.numerator + cases)
    found = _shared(reach, bounds(threshold, step, base / 100), cases, rest.basis, time)
    if not (rest.is_open and _may_ever_meet(threshold, stands)):
        return found
    late = _rounded(rest.late.denominator, step) if rest.late else Fraction(0)
    with_late = replace(reach, most=stands.numerator + cases + late)
    may_come = with_late.meets(*bounds(threshold, step, (base + late) / 100))
    is_unknown = rest.basis is Basis.NOTHING and time.working_days > 0
    return replace(found, can_be_reached=found.can_be_reached or may_come or is_unknown, at_pace=True)


def _may_ever_meet(threshold: Threshold, stands: Amounts) -> bool:
    """Return whether some number of cases, however large, could bring a ratio to its target.

    Any share between none and all can come about; all of them only where none was missed, none where none was met."""
    ends = [Fraction(0)] if not stands.numerator else []
    ends += [Fraction(100)] if stands.numerator >= stands.denominator else []
    ends += [] if stands.rate is None else [stands.rate * 100]
    if any(holds(Kind.RATIO, each, threshold) for each in ends):
        return True
    low, high = threshold.value, threshold.value if threshold.value_to is None else threshold.value_to
    match threshold.operator:
        case Operator.AT_LEAST | Operator.MORE_THAN:
            return low < 100
        case Operator.AT_MOST | Operator.LESS_THAN:
            return low > 0
    return min(low, high) < 100 and max(low, high) > 0


def _of_stock(threshold: Threshold, reached: Pooled, time: Time) -> Remaining | None:
    """What stands can rise and fall until the year is over; of a ratio up to all that there are."""
    if reached.denominator == 0:
        return None
    parts, step = amounts_of(reached), step_of(reached.numerator, reached.denominator, reached.value)
    if reached.denominator is None:
        stands, most, of = parts.value, None, Fraction(1)
    else:
        stands, of = parts.numerator, parts.denominator / 100
        most = max(parts.numerator, parts.denominator)
    reach = Reach(stands, stands, stands) if time.is_over else Reach(stands, Fraction(0), most)
    expected = Fraction(0) if most is None else most - stands
    wanted = bounds(threshold, step, of)
    return _shared(reach, wanted, expected, Basis.AS_IT_STANDS, time, can_fall=not time.is_over)


def _shared(
    reach: Reach,
    wanted: tuple[Fraction | None, Fraction | None],
    expected: Fraction,
    basis: Basis,
    time: Time,
    *,
    can_fall: bool = False,
) -> Remaining:
    """Share out what is needed, or what must go of what stands."""
    least, most = wanted
    needed = max(Fraction(0), (least or Fraction(0)) - reach.stands)
    room = None if most is None else most - reach.stands
    must_go = -room if can_fall and room is not None and room < 0 else Fraction(0)
    work = needed or must_go
    return Remaining(
        needed=needed,
        room=room,
        expected=expected,
        can_be_reached=reach.meets(least, most),
        per_working_day=work / time.working_days if time.working_days > 0 else None,
        per_unit=work / time.units if time.units > 0 else None,
        basis=basis,
    )


def _of_one(indicator: Indicator, threshold: Threshold, reached: Pooled, time: Time) -> Remaining | None:
    """A score, rank, grade, yes or no: the steps or points from where it stands to the nearest value that will do."""
    value = exact_value(indicator, reached)
    if value is None:
        return None
    sign = -1 if indicator.kind.lower_is_better else 1  # so that more is better
    step = Fraction(1, SCALE) if indicator.kind is Kind.SCORE else Fraction(1)
    other = None if threshold.value_to is None else sign * threshold.value_to
    least, most = bounds(Threshold(threshold.operator, sign * threshold.value, other), step)
    stands = sign * value
    nearest = stands if least is None else max(stands, least)
    nearest = nearest if most is None else min(nearest, most)
    reach = Reach(stands, stands, stands) if time.is_over else _scale(indicator, reached, stands)
    return Remaining(
        needed=max(Fraction(0), nearest - stands),
        room=None if most is None else most - stands,
        expected=Fraction(0),
        can_be_reached=reach.meets(least, most),
        per_working_day=None,
        per_unit=None,
        basis=Basis.AS_IT_STANDS,
        wanted=sign * nearest,
    )


def _scale(indicator: Indicator, reached: Pooled, stands: Fraction) -> Reach:
    """Return what can be given at all, turned so that more is better."""
    top = reached.out_of or indicator.scale
    match indicator.kind:
        case Kind.RANK | Kind.GRADE:
            return Reach(stands, None if top is None else Fraction(-top), Fraction(-BEST_POSITION))
        case Kind.YES_NO:
            return Reach(stands, Fraction(0), Fraction(1))
    return Reach(stands, Fraction(0), None if top is None else Fraction(top))


def _rounded(amount: Fraction, step: Fraction) -> Fraction:
    return floor(amount / step + Fraction(1, 2)) * step
