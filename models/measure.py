"""The kinds of measure: how each accumulates, rolls up and compares."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What sort of quantity an indicator is."""

    RATIO = "ratio"
    COUNT = "count"
    SCORE = "score"
    RANK = "rank"
    GRADE = "grade"
    YES_NO = "yes_no"

    @property
    def rolls_up(self) -> bool:
        """Counts add and ratios pool over units; the others belong to the unit they are given for."""
        return self in (Kind.RATIO, Kind.COUNT)

    @property
    def lower_is_better(self) -> bool:
        """Ranks and grades are positions: 1 is the best."""
        return self in (Kind.RANK, Kind.GRADE)


class Accumulation(StrEnum):
    """How quarters become a longer period: they add up (phát sinh), the latest stands (thời điểm), or the first does
    (đầu kỳ): what was carried over into the year is counted once, however many quarters follow."""

    FLOW = "flow"
    STOCK = "stock"
    OPENING = "opening"


def way_of(kind: Kind, accumulation: Accumulation | None) -> Accumulation | None:
    """Return how a measure's quarters accumulate: as a flow unless said otherwise; None for what does not roll up.

    Only a count can be an opening one: of a ratio, what was carried over has no meaning of its own."""
    if not kind.rolls_up:
        return None
    if accumulation is Accumulation.OPENING and kind is not Kind.COUNT:
        return Accumulation.FLOW
    return accumulation or Accumulation.FLOW


class Operator(StrEnum):
    """How a value is held against a target; for ranks and grades in the order of goodness (>= is at least as good)."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    RANGE = "range"
    BETTER = "better"
    INCREASE = "increase"
    REDUCE = "reduce"

    @property
    def is_change(self) -> bool:
        """Whether the target is a change against the year before."""
        return self in (Operator.BETTER, Operator.INCREASE, Operator.REDUCE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a plan asks for: an operator and its values in the indicator's own unit.

    Percentages are in percent (65 is 65 %), yes/no is 1 or 0, a rank is the rank itself. A grade's target is its
    name; value is then None. For a change, value is by how much (steps, points, or percent for a count), or None:
    any improvement."""

    operator: Operator
    value: Decimal | None = None
    value_to: Decimal | None = None
    grade: str = ""
    grade_to: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A target made comparable: exact numbers, a grade as its position, a change resolved with last year's value."""

    operator: Operator
    value: Fraction
    value_to: Fraction | None = None


def holds(kind: Kind, value: Fraction, threshold: Threshold) -> bool:
    """Return whether the operator holds on exact values."""
    actual, wanted = _oriented(kind, value), _oriented(kind, threshold.value)
    match threshold.operator:
        case Operator.AT_LEAST:
            return actual >= wanted
        case Operator.MORE_THAN:
            return actual > wanted
        case Operator.AT_MOST:
            return actual <= wanted
        case Operator.LESS_THAN:
            return actual < wanted
        case Operator.EQUAL:
            return actual == wanted
        case Operator.RANGE:
            return gap(kind, value, threshold) == 0
    raise ValueError(f"a change must be resolved before it is compared: {threshold.operator}")


def gap(kind: Kind, value: Fraction, threshold: Threshold) -> Fraction:
    """Return how far the value is from the threshold, negative when behind.

    In the indicator's own unit (percentage points, objects, points, steps). Source: docs/figures.md, 7."""
    actual, wanted = _oriented(kind, value), _oriented(kind, threshold.value)
    match threshold.operator:
        case Operator.AT_LEAST | Operator.MORE_THAN:
            return actual - wanted
        case Operator.AT_MOST | Operator.LESS_THAN:
            return wanted - actual
        case Operator.EQUAL:
            return -abs(actual - wanted)
        case Operator.RANGE:
            other = _oriented(kind, threshold.value if threshold.value_to is None else threshold.value_to)
            low, high = min(wanted, other), max(wanted, other)
            return min(Fraction(0), actual - low, high - actual)
    raise ValueError(f"a change must be resolved before it is compared: {threshold.operator}")


def nearest_bound(kind: Kind, value: Fraction, threshold: Threshold) -> Fraction:
    """Return the target's value that a near miss is measured by: of a range the bound on the value's side."""
    if threshold.operator is not Operator.RANGE or threshold.value_to is None:
        return threshold.value
    return min(threshold.value, threshold.value_to, key=lambda bound: abs(bound - value))


def resolve_change(kind: Kind, target: Target, last_year: Fraction) -> Threshold:
    """Turn a change against the year before into a plain threshold.

    The amount is steps for ranks and grades, percent for counts, points otherwise; without an amount any change in
    the asked direction will do."""
    falls = target.operator is Operator.REDUCE
    if target.value is None:
        return Threshold(Operator.LESS_THAN if falls else Operator.MORE_THAN, last_year)
    amount = Fraction(target.value) * (last_year / 100 if kind is Kind.COUNT else 1)
    change = _oriented(kind, -amount if falls else amount)
    return Threshold(Operator.AT_MOST if falls else Operator.AT_LEAST, last_year + change)


def _oriented(kind: Kind, value: Fraction) -> Fraction:
    return -value if kind.lower_is_better else value
