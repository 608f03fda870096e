"""What remains to be done for a figure, in one sentence."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from PySide6.QtCore import QCoreApplication

from models.gap_closing import lacking
from models.measure import Kind, Operator
from models.number import format_date, format_number
from models.progress import Figure
from models.remaining import Remaining
from models.rest_of_year import Basis
from models.unit import UnitTree

UPWARD = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL)


LEAST_A_DAY = 1  # less of anything a day says nothing; then the last day is told


def remaining_text(figure: Figure, remaining: Remaining | None, until: date) -> str:
    """Return how much is still to be done for the year's target by its last day, or that it cannot be met any more; of
    a year that is over whether it was met, as far as all is there.

    Of a stock of which that is not known yet, how much is lacking as it stands. Empty where nothing has a meaning, and
    of ranks, grades and the like, whose gap says it."""
    if remaining is None:
        return _lacking_text(figure)
    if not remaining.can_be_reached:
        return _unreached_text(remaining)
    if not figure.indicator.kind.rolls_up:
        return ""
    if not remaining.needed:
        if figure.indicator.is_stock:
            return _fall_text(figure, remaining)
        if remaining.room is not None:
            return "" if remaining.has_ended else _room_text(figure, remaining.room)
        return QCoreApplication.translate("Figures", "Enough for the whole year already")
    noun = figure.indicator.measured_in
    amount = f"{format_number(remaining.needed)} {noun}".strip()
    if remaining.has_ended:
        text = QCoreApplication.translate("Figures", "The year is over; lacking {amount}, reports are still to come")
        return text.format(amount=amount)
    if remaining.per_working_day is None:
        return QCoreApplication.translate("Figures", "Still to do: {amount}").format(amount=amount)
    if remaining.per_working_day < LEAST_A_DAY:
        text = QCoreApplication.translate("Figures", "Still to do: {amount} by {day}")
        return text.format(amount=amount, day=format_date(until))
    pace = f"{format_number(remaining.per_working_day, 1)} {noun}".strip()
    text = QCoreApplication.translate("Figures", "Still to do: {amount} = {pace} a working day")
    return text.format(amount=amount, pace=pace)


def _unreached_text(remaining: Remaining) -> str:
    match remaining.at_pace, remaining.has_ended:
        case True, True:
            text = QCoreApplication.translate(
                "Figures", "The year is over; what is still to be reported will hardly be enough"
            )
        case True, False:
            text = QCoreApplication.translate("Figures", "Cannot be reached within the year at the pace expected")
        case _, True:
            text = QCoreApplication.translate("Figures", "The year is over: its target was not met")
        case _:
            text = QCoreApplication.translate("Figures", "Cannot be reached within the year any more")
    return text


def short_remaining_text(figure: Figure, remaining: Remaining | None) -> str:
    """Return the same in a few words, for where there is no room for more; empty where there are none."""
    if remaining is None or not figure.indicator.kind.rolls_up:
        return ""
    if not remaining.can_be_reached:
        if remaining.is_lost and remaining.has_ended:
            return QCoreApplication.translate("Figures", "Not met in the year")
        return QCoreApplication.translate("Figures", "Out of reach this year")
    if not remaining.needed:
        return ""
    amount = f"{format_number(remaining.needed)} {figure.indicator.measured_in}".strip()
    return QCoreApplication.translate("Figures", "{amount} more").format(amount=amount)


def pulling_text(figure: Figure, units: Sequence[str], tree: UnitTree) -> str:
    """Return which units lack most, or are over most; empty where none is."""
    if not units:
        return ""
    is_over = lacking(figure) < 0
    over, short = (
        QCoreApplication.translate("Figures", "Over most: {units}"),
        QCoreApplication.translate("Figures", "Lacking most: {units}"),
    )
    return (over if is_over else short).format(units=", ".join(tree[each].name for each in units))


def basis_text(remaining: Remaining | None) -> str:
    """Return from what the rest of the year is expected; empty where nothing is."""
    if remaining is None:
        return ""
    match remaining.basis:
        case Basis.LAST_YEAR:
            return QCoreApplication.translate(
                "Figures", "The rest of the year is expected as last year's same quarters."
            )
        case Basis.THIS_YEAR:
            return QCoreApplication.translate("Figures", "The rest of the year is expected as this year's mean so far.")
        case Basis.AS_IT_STANDS:
            return QCoreApplication.translate("Figures", "What remains is counted from what stands now.")
    return ""


def _room_text(figure: Figure, room: Fraction) -> str:
    """Of what must stay under a bound until the year is over: how much may still come."""
    if room <= 0:
        return QCoreApplication.translate("Figures", "None more may come this year")
    amount = f"{format_number(room)} {figure.indicator.measured_in}".strip()
    return QCoreApplication.translate("Figures", "At most {amount} more this year").format(amount=amount)


def _fall_text(figure: Figure, remaining: Remaining) -> str:
    """Of what stands above its upper bound: how much must go."""
    if remaining.room is None or remaining.room >= 0:
        return ""
    amount = f"{format_number(-remaining.room)} {figure.indicator.measured_in}".strip()
    return QCoreApplication.translate("Figures", "Must go down by {amount}").format(amount=amount)


def _lacking_text(figure: Figure) -> str:
    is_stock_ratio = figure.indicator.kind is Kind.RATIO and figure.indicator.is_stock
    if not is_stock_ratio or figure.threshold is None or figure.gap is None or figure.gap >= 0:
        return ""
    if figure.threshold.operator not in UPWARD or figure.denominator is None or figure.numerator is None:
        return ""
    lacking = ceil(figure.threshold.value * int(figure.denominator) / 100) - int(figure.numerator)
    amount = f"{format_number(max(lacking, 1))} {figure.indicator.measured_in}".strip()
    return QCoreApplication.translate("Figures", "Lacking as it stands: {amount}").format(amount=amount)
