"""What remains to be done for a figure, in one sentence."""

from math import ceil

from PySide6.QtCore import QCoreApplication

from models.measure import Kind, Operator
from models.number import format_number
from models.progress import Figure
from models.remaining import Remaining

UPWARD = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL)


def remaining_text(figure: Figure, remaining: Remaining | None) -> str:
    """Return how much is still to be done for the year's target; of a stock how much is lacking as it stands.

    Empty where neither has a meaning."""
    if remaining is None:
        return _lacking_text(figure)
    if not remaining.can_be_reached:
        return QCoreApplication.translate("Figures", "Cannot be reached within the year at the pace expected")
    if not remaining.needed:
        return QCoreApplication.translate("Figures", "Enough for the whole year already")
    noun = figure.indicator.measured_in
    amount = f"{format_number(remaining.needed)} {noun}".strip()
    if remaining.per_working_day is None:
        return QCoreApplication.translate("Figures", "Still to do: {amount}").format(amount=amount)
    pace = f"{format_number(remaining.per_working_day, 1)} {noun}".strip()
    text = QCoreApplication.translate("Figures", "Still to do: {amount} = {pace} a working day")
    return text.format(amount=amount, pace=pace)


def _lacking_text(figure: Figure) -> str:
    is_stock_ratio = figure.indicator.kind is Kind.RATIO and figure.indicator.is_stock
    if not is_stock_ratio or figure.threshold is None or figure.gap is None or figure.gap >= 0:
        return ""
    if figure.threshold.operator not in UPWARD or figure.denominator is None or figure.numerator is None:
        return ""
    lacking = ceil(figure.threshold.value * int(figure.denominator) / 100) - int(figure.numerator)
    amount = f"{format_number(max(lacking, 1))} {figure.indicator.measured_in}".strip()
    return QCoreApplication.translate("Figures", "Lacking as it stands: {amount}").format(amount=amount)
