"""Which drawing a figure gets, and its numbers. Source: the table "when not to use" a gauge."""

from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from models.measure import Kind, Operator, Threshold
from models.number import format_number
from models.progress import Figure, State, asked_target
from ui.texts import gap_words, state_word, target_text, value_text
from ui.widgets.bullet import BulletValues
from ui.widgets.gauge import GaugeValues

UPWARD = (Operator.AT_LEAST, Operator.MORE_THAN)
NEAR_THE_ENDS = (Fraction(5, 100), Fraction(95, 100))


class Form(StrEnum):
    """How a figure is drawn. WORDS: rank, grade and yes or no speak for themselves."""

    GAUGE = "gauge"
    BULLET = "bullet"
    WORDS = "words"


def scale_top(figure: Figure) -> Fraction:
    """Return the upper end of a figure's scale: 100 for ratios, the highest score, else a little over the largest."""
    if figure.indicator.kind is Kind.RATIO:
        return Fraction(100)
    if figure.indicator.kind is Kind.SCORE:
        return Fraction(figure.indicator.scale or 100)
    largest = max(figure.value or Fraction(0), _target(figure) or Fraction(0))
    return largest * Fraction(11, 10) or Fraction(1)


def form_of(figure: Figure) -> Form:
    """Return a gauge only for ratios and scores whose target stands between 5 and 95 % of the scale."""
    target = _target(figure)
    if target is None or figure.indicator.kind not in (Kind.RATIO, Kind.SCORE, Kind.COUNT):
        return Form.WORDS
    operator = _operator(figure)
    low, high = (share * scale_top(figure) for share in NEAR_THE_ENDS)
    is_gauge = figure.indicator.kind is not Kind.COUNT and operator is not Operator.EQUAL
    return Form.GAUGE if is_gauge and low <= target <= high else Form.BULLET


def gauge_values(figure: Figure) -> GaugeValues:
    """Return a figure for the gauge; only where form_of says so."""
    target = _target(figure) or Fraction(0)
    return GaugeValues(
        state=figure.state,
        value=_shown_value(figure),
        text=value_text(figure),
        target=float(target),
        target_text=_tick_text(figure),
        target_to=_float(figure.threshold.value_to) if figure.threshold else None,
        top=float(scale_top(figure)),
        is_upward=_operator(figure) in UPWARD,
        spoken=spoken(figure),
    )


def bullet_values(figure: Figure, expected: Fraction | None = None) -> BulletValues | None:
    """Return a figure for the bar; None where it is not drawn as one."""
    target = _target(figure)
    if form_of(figure) is Form.WORDS or target is None:
        return None
    return BulletValues(
        state=figure.state,
        value=_shown_value(figure),
        target=float(target),
        top=float(scale_top(figure)),
        target_to=_float(figure.threshold.value_to) if figure.threshold else None,
        expected=_float(expected),
    )


def spoken(figure: Figure) -> str:
    """Return a figure in words for screen readers: name, value, target, gap, state."""
    parts = [figure.indicator.label, value_text(figure)]
    if figure.target is not None:
        text = QCoreApplication.translate("Figures", "target {target}")
        parts.append(text.format(target=target_text(figure.indicator, figure.target)))
    parts += [gap_words(figure), state_word(figure.state)]
    return ", ".join(part for part in parts if part)


def _shown_value(figure: Figure) -> float | None:
    return None if figure.state is State.TO_CHECK else _float(figure.value)


def _tick_text(figure: Figure) -> str:
    """The sign and the number without its unit: the scale says it."""
    return target_text(figure.indicator, figure.target).removesuffix("%") if not _is_change(figure) else _plain(figure)


def _is_change(figure: Figure) -> bool:
    return figure.target is not None and figure.target.operator.is_change


def _plain(figure: Figure) -> str:
    return format_number(_target(figure) or Fraction(0), 2)


def _threshold(figure: Figure) -> Threshold | None:
    if figure.threshold is not None:
        return figure.threshold
    target = asked_target(figure)
    if target is None or target.value is None or target.operator.is_change:
        return None
    return Threshold(target.operator, Fraction(target.value))


def _target(figure: Figure) -> Fraction | None:
    found = _threshold(figure)
    return found.value if found else None


def _operator(figure: Figure) -> Operator | None:
    found = _threshold(figure)
    return found.operator if found else None


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)
