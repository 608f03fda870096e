"""Which drawing a figure gets, and its numbers. Source: the table "when not to use" a gauge."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from models.measure import Kind, Operator, Threshold
from models.number import format_number
from models.period import Period, Windows
from models.progress import Figure, State, asked_target
from ui.texts import gap_words, state_word, target_text, value_text
from ui.widgets.bullet import BulletValues
from ui.widgets.figure_forms import Drawing, GradeValues, RankValues, YesNoValues
from ui.widgets.gauge import GaugeValues

UPWARD = (Operator.AT_LEAST, Operator.MORE_THAN)
NEAR_THE_ENDS = (Fraction(5, 100), Fraction(95, 100))


ZOOM = 4  # tolerances on either side of a target at an end of the scale


class Form(StrEnum):
    """How a figure is drawn. ZOOMED is a bullet on the stretch around its target; WORDS has nothing to draw."""

    GAUGE = "gauge"
    BULLET = "bullet"
    ZOOMED = "zoomed"
    RANK = "rank"
    GRADES = "grades"
    YES_NO = "yes_no"
    WORDS = "words"


_OF_KIND = {Kind.RANK: Form.RANK, Kind.GRADE: Form.GRADES, Kind.YES_NO: Form.YES_NO}


@dataclass(frozen=True, slots=True)
class Scale:
    """What figures are drawn against beside their targets: the plan's grades, the share of its year that is over."""

    grades: tuple[str, ...] = ()
    elapsed: Fraction | None = None


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
    if figure.indicator.kind in _OF_KIND:
        return _OF_KIND[figure.indicator.kind]
    target = _target(figure)
    if target is None:
        return Form.WORDS
    if figure.indicator.kind is Kind.COUNT:
        return Form.BULLET
    low, high = (share * scale_top(figure) for share in NEAR_THE_ENDS)
    if not low <= target <= high:
        return Form.ZOOMED
    return Form.BULLET if _operator(figure) is Operator.EQUAL else Form.GAUGE


def drawing_of(figure: Figure, scale: Scale) -> Drawing | None:
    """Return what stands in a list beside a figure; None where words say it all."""
    match form_of(figure):
        case Form.RANK:
            return _rank_values(figure)
        case Form.GRADES:
            return _grade_values(figure, scale.grades)
        case Form.YES_NO:
            return None if figure.value is None else YesNoValues(figure.state, value_text(figure))
    return bullet_values(figure, scale.elapsed)


def rank_text(figure: Figure) -> str:
    """Return how a rank went since last year, for where it is not drawn; empty for all others."""
    values = _rank_values(figure) if figure.indicator.kind is Kind.RANK else None
    return values.text if values else ""


def elapsed_share(windows: Windows, period: Period, on: date) -> Fraction | None:
    """Return the share of the year that is over at the end of a period, or on the day asked where it is earlier.

    None for a single later quarter: its value does not grow from the year's start."""
    if period.is_quarter and period.number > 1:
        return None
    year = windows.of(Period(period.year))
    day = max(year.first, min(on, windows.of(period).last))
    return Fraction((day - year.first).days + 1, (year.last - year.first).days + 1)


def _rank_values(figure: Figure) -> RankValues | None:
    if figure.value is None or figure.last_year is None:
        return None
    steps = int(figure.last_year - figure.value)
    if steps == 0:
        text = QCoreApplication.translate("Figures", "as last year")
    elif steps > 0:
        text = QCoreApplication.translate("Figures", "up by {steps}").format(steps=steps)
    else:
        text = QCoreApplication.translate("Figures", "down by {steps}").format(steps=-steps)
    return RankValues(steps, text)


def _grade_values(figure: Figure, names: tuple[str, ...]) -> GradeValues | None:
    if figure.value is None or not names:
        return None
    bound = int(figure.threshold.value) - 1 if figure.threshold else -1
    first = 0 if figure.threshold and figure.threshold.operator in UPWARD else bound
    if figure.threshold and figure.threshold.value_to is not None:
        first, bound = sorted((bound, int(figure.threshold.value_to) - 1))
    return GradeValues(figure.state, names, int(figure.value) - 1, (first, bound))


def _zoom(figure: Figure, target: Fraction) -> tuple[Fraction, Fraction]:
    """Return the stretch of target ± 4 tolerances, inside the scale."""
    top = scale_top(figure)
    reach = abs(target) * Fraction(figure.near_percent) / 100 * ZOOM or top / 20
    return max(Fraction(0), target - reach), min(top, target + reach)


def _expected(figure: Figure, target: Fraction, elapsed: Fraction | None) -> Fraction | None:
    """Return where a count that grows towards the year's target should be by now."""
    is_year_s = figure.target is not None and figure.target == figure.indicator.target
    grows = figure.indicator.kind is Kind.COUNT and figure.indicator.is_flow and _operator(figure) in UPWARD
    return target * elapsed if elapsed is not None and is_year_s and grows else None


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


def bullet_values(figure: Figure, elapsed: Fraction | None = None) -> BulletValues | None:
    """Return a figure for the bar; None where it is not drawn as one. elapsed: the share of the year that is over."""
    target, form = _target(figure), form_of(figure)
    if target is None or form not in (Form.GAUGE, Form.BULLET, Form.ZOOMED):
        return None
    is_zoomed = form is Form.ZOOMED
    low, top = _zoom(figure, target) if is_zoomed else (Fraction(0), scale_top(figure))
    return BulletValues(
        state=figure.state,
        value=_shown_value(figure),
        target=float(target),
        top=float(top),
        target_to=_float(figure.threshold.value_to) if figure.threshold else None,
        expected=_float(_expected(figure, target, elapsed)),
        low=float(low),
        ends=(_end(low), _end(top)) if is_zoomed else ("", ""),
    )


def _end(number: Fraction) -> str:
    return format_number(number, 0 if number.denominator == 1 else 1)


def spoken(figure: Figure) -> str:
    """Return a figure in words for screen readers: name, value, target, gap, state."""
    parts = [figure.indicator.label, value_text(figure)]
    if figure.target is not None:
        text = QCoreApplication.translate("Figures", "target {target}")
        parts.append(text.format(target=target_text(figure.indicator, figure.target)))
    parts += [gap_words(figure), state_word(figure.state), zoom_text(figure)]
    return ", ".join(part for part in parts if part)


def zoom_text(figure: Figure) -> str:
    """Return which stretch of the scale the bar shows; empty where it is the whole."""
    values = bullet_values(figure) if form_of(figure) is Form.ZOOMED else None
    if values is None:
        return ""
    text = QCoreApplication.translate("Figures", "the bar shows {low} to {top}")
    return text.format(low=values.ends[0], top=values.ends[1])


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
