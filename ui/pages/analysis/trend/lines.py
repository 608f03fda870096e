"""The lines of a trend, each with its words: plain numbers, before anything is drawn. No Qt but its translations."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from models.forecast import LEAST_POINTS, Forecast
from models.measure import Accumulation, Kind, Operator
from models.number import format_number, format_rate
from models.plan import Indicator
from models.progress import Figure
from models.remaining import Remaining
from models.rest_of_year import Basis
from ui.pages.analysis.asking import Course
from ui.texts import figure_target_text, quantity_text, value_text

QUARTERS = 4
BEGIN = 0.75  # where level lines begin, left of the first quarter
_UPWARD = (Operator.AT_LEAST, Operator.MORE_THAN)


class Stroke(StrEnum):
    """How a line is drawn, and what it is."""

    THIS_YEAR = "this year"
    LAST_YEAR = "last year"
    TARGET = "target"
    FORECAST = "forecast"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Line:
    """Points at quarters (1 to 4), None for a gap; label stands at the right end, texts above the points."""

    stroke: Stroke
    places: tuple[float, ...]
    values: tuple[float | None, ...]
    label: str
    texts: tuple[str, ...] = ()

    @property
    def end(self) -> tuple[float, float] | None:
        """The last point there is."""
        known = [(x, y) for x, y in zip(self.places, self.values, strict=True) if y is not None]
        return known[-1] if known else None


def lines_of(course: Course) -> list[Line]:
    """Return the lines that there is something to say by: this year first, then what it is held against."""
    found = [_this_year(course), _last_year(course), *_targets(course.year), *_ahead(course)]
    return [line for line in found if line.end is not None]


def has_enough(course: Course) -> bool:
    """Return whether there are points enough to speak of a trend."""
    return sum(each is not None for each in course.this_year) >= LEAST_POINTS


def basis_text(indicator: Indicator, forecast: Forecast) -> str:
    """Return in words what a forecast is made from, and how far past ones were off where that is known."""
    text = QCoreApplication.translate("Analysis", "forecast: the rest goes as this year's mean")
    if forecast.basis is Basis.LAST_YEAR:
        text = QCoreApplication.translate("Analysis", "forecast: the rest goes as last year's same quarters")
        if indicator.kind is Kind.RATIO:
            text = QCoreApplication.translate(
                "Analysis", "forecast: last year's same quarters, moved by this year's change so far"
            )
    if forecast.low is None or forecast.high is None:
        return text
    reach = QCoreApplication.translate("Analysis", "between {low} and {high}")
    low, high = (_ahead_text(indicator, each) for each in (forecast.low, forecast.high))
    return f"{text}; {reach.format(low=low, high=high)}"


def no_forecast_text(course: Course) -> str:
    """Return why nothing is foreseen where that lies in what is measured; of a year that is over nothing is said."""
    indicator = course.indicator
    if len(course.this_year) >= QUARTERS:
        return ""
    if not indicator.kind.rolls_up:
        return QCoreApplication.translate("Analysis", "the latest value counts: no forecast")
    if indicator.way is Accumulation.STOCK:
        return QCoreApplication.translate("Analysis", "figures as of a day: no forecast")
    return ""


def _this_year(course: Course) -> Line:
    values = tuple(_number(each) for each in course.this_year)
    texts = tuple("" if each is None else value_text(each) for each in course.this_year)
    return Line(Stroke.THIS_YEAR, tuple(range(1, len(values) + 1)), values, "", texts)


def _last_year(course: Course) -> Line:
    known = [each for each in course.last_year if each is not None]
    label = f"{known[-1].period.year}: {value_text(known[-1])}" if known else ""
    return Line(
        Stroke.LAST_YEAR, tuple(range(1, QUARTERS + 1)), tuple(_number(each) for each in course.last_year), label
    )


def _targets(year: Figure) -> list[Line]:
    if year.threshold is None:
        return []
    label = QCoreApplication.translate("Analysis", "target {target}").format(target=figure_target_text(year))
    levels = (year.threshold.value, year.threshold.value_to)
    words = (label, "")
    return [
        Line(Stroke.TARGET, (BEGIN, QUARTERS), (float(level), float(level)), word)
        for level, word in zip(levels, words, strict=True)
        if level is not None
    ]


def _ahead(course: Course) -> list[Line]:
    """The forecast, and the path that is needed where this year is behind; both go on from the last point."""
    begin, outlook = _this_year(course).end, course.outlook
    if begin is None or begin[0] >= QUARTERS or outlook is None:
        return []
    found = []
    if outlook.forecast is not None:
        value = outlook.forecast.value
        label = QCoreApplication.translate("Analysis", "forecast {value}")
        label = label.format(value=_ahead_text(course.indicator, value))
        found.append(Line(Stroke.FORECAST, (begin[0], QUARTERS), (begin[1], float(value)), label))
    target = float(outlook.threshold.value)
    if outlook.remaining is not None and outlook.threshold.operator in _UPWARD and begin[1] < target:
        text = _needed_text(course.indicator, outlook.remaining)
        found.append(Line(Stroke.NEEDED, (begin[0], QUARTERS), (begin[1], target), text))
    return found


def _ahead_text(indicator: Indicator, value: Fraction) -> str:
    return quantity_text(indicator, value, 2 if indicator.kind is Kind.RATIO else 0)


def _needed_text(indicator: Indicator, remaining: Remaining) -> str:
    if not remaining.can_be_reached and remaining.at_pace:
        return QCoreApplication.translate("Analysis", "cannot be reached at the pace expected")
    if not remaining.can_be_reached:
        if remaining.has_ended:
            return QCoreApplication.translate("Analysis", "not reached, the year is over")
        return QCoreApplication.translate("Analysis", "cannot be reached within the year")
    noun = indicator.measured_in
    if indicator.kind is Kind.RATIO and indicator.is_flow and remaining.expected:
        share = format_rate(remaining.needed * 100 / remaining.expected)
        text = QCoreApplication.translate("Analysis", "to reach it: {share} of the {noun} still to come")
        return text.format(share=share, noun=noun or QCoreApplication.translate("Analysis", "cases"))
    amount = f"{format_number(remaining.needed)} {noun}".strip()
    return QCoreApplication.translate("Analysis", "to reach it: {amount} more").format(amount=amount)


def _number(figure: Figure | None) -> float | None:
    return None if figure is None or figure.value is None else float(figure.value)


def under_last_year(lines: Sequence[Line], *, is_less_better: bool) -> frozenset[float]:
    """Return where last year's line is drawn above this year's: words above the point would be crossed by it."""
    values = {line.stroke: dict(zip(line.places, line.values, strict=True)) for line in lines}
    this_year, last_year = values.get(Stroke.THIS_YEAR, {}), values.get(Stroke.LAST_YEAR, {})
    pairs = ((at, this, last_year.get(at)) for at, this in this_year.items())
    return frozenset(
        at
        for at, this, last in pairs
        if this is not None and last is not None and (last < this if is_less_better else last > this)
    )


def reach(lines: Sequence[Line], *, is_ratio: bool) -> tuple[float, float]:
    """Return the least and the most that is drawn; of one value only, something around it."""
    known = [value for line in lines for value in line.values if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 100.0)
    if low == high:
        air = 1.0 if is_ratio else abs(high) * 0.1 or 1.0
        low, high = low - air, high + air
    return low, high
