"""The arithmetic behind a figure, as one line each: 2.521 : 4.340 = 58,09%, 58,09 − 65 = −6,91 điểm %."""

from collections.abc import Iterator
from fractions import Fraction

from models.measure import Kind, Operator, Threshold, nearest_bound
from models.number import MINUS, format_number
from models.progress import Figure, State, shown_decimals
from models.same_period import Before, change
from reports.comparison import before_text, change_text
from ui.texts import gap_text, gap_unit, value_text


def sums(figure: Figure) -> Iterator[str]:
    """Yield the arithmetic: 2.521 : 4.340 = 58,09%, then 58,09 − 65 = −6,91 điểm %."""
    if figure.value is None or figure.state is State.TO_CHECK:
        return
    if figure.indicator.kind is Kind.RATIO and figure.numerator is not None and figure.denominator:
        top, bottom = format_number(figure.numerator), format_number(figure.denominator)
        yield f"{top} : {bottom} = {value_text(figure)}"
    if figure.gap is None or figure.threshold is None or figure.indicator.kind in (Kind.GRADE, Kind.YES_NO):
        return
    decimals = shown_decimals(figure) if figure.indicator.kind is Kind.RATIO else None
    value = format_number(figure.value, decimals)
    wanted, is_value_first = _compared(figure, figure.value, figure.threshold)
    left, right = (value, wanted) if is_value_first else (wanted, value)
    unit = gap_unit(figure.indicator)
    yield f"{left} − {right} = {gap_text(figure)}{' ' if unit else ''}{unit}"


def _compared(figure: Figure, value: Fraction, threshold: Threshold) -> tuple[str, bool]:
    """Return the bound that the gap is measured from, and whether it is taken from the value."""
    bound = nearest_bound(figure.indicator.kind, value, threshold)
    is_limit = threshold.operator in (Operator.AT_MOST, Operator.LESS_THAN)
    is_over = threshold.operator in (Operator.RANGE, Operator.EQUAL) and value > bound
    return format_number(bound), (is_limit or is_over) == figure.indicator.kind.lower_is_better


def change_sum(figure: Figure, then: Before | None) -> Iterator[str]:
    """Yield how far the figure is from last year's: 93,45% − 91,20% = +2,25 điểm %."""
    difference = change(figure, then)
    if then is not None and difference is not None and figure.indicator.kind is not Kind.GRADE:
        amount = change_text(figure, difference)
        sign = "+" if difference > 0 else MINUS if difference < 0 else ""
        unit = gap_unit(figure.indicator)
        words = f"{value_text(figure)} − {before_text(figure, then)} = {sign}{amount.lstrip('+' + MINUS)}"
        yield f"{words}{' ' if unit else ''}{unit}"
