"""A figure beside the same period of the year before: what was reported then, and how much more or less it is now.

Source: docs/figures.md, 13."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.measure import Kind
from models.number import telling_decimals
from models.period import Period
from models.plan import Indicator
from models.progress import Coverage, Figure, Pooled, State, exact_value, is_to_check

_CHANGE_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Before:
    """What was reported for one indicator in the same period of the year before, rolled up as today's figure is.

    value is percent of a ratio, a position of a grade, and None where it cannot be right. is_complete: whether all
    that were expected then had reported."""

    period: Period
    numerator: Decimal | None
    denominator: Decimal | None
    value: Fraction | None
    grade: str = ""
    out_of: int | None = None
    is_complete: bool = True


def before(indicator: Indicator, period: Period, pooled: Pooled, coverage: Coverage) -> Before | None:
    """Return what was reported in a period of the year before; None where there is nothing."""
    if not pooled.reported:
        return None
    value = None if is_to_check(indicator, pooled) else exact_value(indicator, pooled)
    is_complete = coverage.is_complete and not pooled.doubtful
    return Before(period, pooled.numerator, pooled.denominator, value, pooled.grade, pooled.out_of, is_complete)


def change(figure: Figure, then: Before | None) -> Fraction | None:
    """Return how much more (positive) or less a figure is than in the same period of the year before; exact.

    Percentages in points, counts and scores in their own unit, ranks and grades in steps, of which more is better.
    None where either has no value or cannot be right, for yes or no, and for a count while either is not whole: the
    sum over some is not held against the sum over all."""
    kind = figure.indicator.kind
    if then is None or then.value is None or figure.value is None:
        return None
    if figure.state is State.TO_CHECK or kind is Kind.YES_NO:
        return None
    if kind is Kind.COUNT and (figure.is_provisional or not then.is_complete):
        return None
    difference = figure.value - then.value
    return -difference if kind.lower_is_better else difference


def change_decimals(difference: Fraction) -> int:
    """Return how many decimals to show of a change of points so that one that is there does not look like none."""
    return telling_decimals(difference, lambda shown: shown != 0 or difference == 0, _CHANGE_DECIMALS)
