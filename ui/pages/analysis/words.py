"""Figures as cells of a table that leaves the program."""

from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.exchange.figure_book import FigureCell
from models.measure import Kind
from models.number import format_number
from models.progress import Figure, State
from ui.texts import coverage_text, figure_target_text, gap_text, state_word, value_text

_HEADINGS = (
    QT_TRANSLATE_NOOP("Analysis", "Code"),
    QT_TRANSLATE_NOOP("Analysis", "Indicator"),
    QT_TRANSLATE_NOOP("Analysis", "Numerator"),
    QT_TRANSLATE_NOOP("Analysis", "Denominator"),
    QT_TRANSLATE_NOOP("Analysis", "Result"),
    QT_TRANSLATE_NOOP("Analysis", "Target"),
    QT_TRANSLATE_NOOP("Analysis", "Gap"),
    QT_TRANSLATE_NOOP("Analysis", "State"),
    QT_TRANSLATE_NOOP("Analysis", "Units reported"),
)


def figure_headings() -> list[str]:
    """Return the headings over figure_cells."""
    return [QCoreApplication.translate("Analysis", str(_HEADINGS[place])) for place in range(len(_HEADINGS))]


def figure_cells(figure: Figure) -> list[FigureCell]:
    """Return a figure with its parts, as it is shown and exactly."""
    return [
        FigureCell(figure.indicator.code),
        FigureCell(figure.indicator.label),
        _number(figure.numerator),
        _number(figure.denominator),
        value_cell(figure),
        FigureCell(figure_target_text(figure)),
        FigureCell(gap_text(figure), figure.gap),
        FigureCell(state_word(figure.state)),
        FigureCell(coverage_text(figure)),
    ]


def value_cell(figure: Figure) -> FigureCell:
    """Return a figure's value: a number where it is one and can be right."""
    kind = figure.indicator.kind
    is_number = kind in (Kind.RATIO, Kind.COUNT, Kind.SCORE, Kind.RANK) and figure.state is not State.TO_CHECK
    number = figure.value if is_number else None
    return FigureCell(value_text(figure), number, is_percent=kind is Kind.RATIO)


def _number(number: Decimal | None) -> FigureCell:
    return FigureCell() if number is None else FigureCell(format_number(number), number)
