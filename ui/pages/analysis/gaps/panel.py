"""Chênh lệch so với mức: a bar from the target line for every indicator, the worst first."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.exchange.figure_book import FigureCell, FigureTable
from models.progress import Figure
from ui.pages.analysis.asking import Figures
from ui.pages.analysis.gaps.drawing import (
    AXIS_UNITS,
    CHANGE_UNITS,
    name_width,
    paint_change,
    paint_gap,
    paint_gap_axis,
    paint_gap_name,
    paint_gaps,
)
from ui.pages.analysis.gaps.scale import GapBar, GapScale, gap_bars, gap_scale
from ui.pages.analysis.panel import Panel
from ui.pages.analysis.rows import RowsView
from ui.pages.analysis.words import figure_cells, figure_headings
from ui.texts import gap_unit, state_word
from ui.theme import Theme, theme
from ui.widgets.figure_drawing import spoken
from ui.widgets.row_model import Index, RowModel

NAME, BAR, CHANGE = range(3)


class GapModel(RowModel):
    """A GapBar a row."""

    rows: Sequence[GapBar] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = [self.tr("Indicator"), self.tr("Gap"), self.tr("Change")]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        bar = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (bar.figure.indicator.label, bar.text, bar.change)[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return bar.change if index.column() == CHANGE else spoken(bar.figure)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{bar.figure.indicator.code} {bar.figure.indicator.name}\n{state_word(bar.figure.state)}"
        return None


class GapAxis(QWidget):
    """The numbers below the bars."""

    def __init__(self) -> None:
        super().__init__()
        self.left = self.right = 0
        self._scale, self._unit = gap_scale([]), ""
        self.setFixedHeight(theme().px(AXIS_UNITS))

    def set_scale(self, scale: GapScale, unit: str) -> None:
        """Show another scale."""
        self._scale, self._unit = scale, unit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.left, 0, self.width() - self.left - self.right, self.height())
        paint_gap_axis(painter, rect, self._scale, theme(), self._unit)
        painter.end()


class GapPanel(Panel):
    """chosen(code): a person chose an indicator. opened(code): its figures are to be entered."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("gaps", self.tr("Gap to the target"))
        self.model = GapModel(self)
        self.view = RowsView(self.model, self._paint_cell, self.title.text())
        self.view.horizontalHeader().hide()
        self.axis = GapAxis()
        self.scale, self._is_share = gap_scale([]), False
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.axis)
        self.column.addStretch(0)
        self.view.row_chosen.connect(self._row_chosen)
        self.view.opened.connect(self._row_opened)

    def show_figures(self, figures: Sequence[Figure], then: Figures, of_whom: str) -> None:
        """Show other figures, with where they stood in the period compared with."""
        self.set_awaited(False)
        bars, self._is_share = gap_bars(figures, then)
        self.scale = gap_scale(bars)
        self.model.show_rows(bars)
        self.axis.set_scale(self.scale, "%" if self._is_share else "")
        self.view.setColumnHidden(CHANGE, not any(each.change for each in bars))
        self.hint.setText(self._hint(of_whom))
        self._fit()

    def follow(self, code: str) -> None:
        """Show which indicator is chosen."""
        codes = [bar.figure.indicator.code for bar in self.model.rows]
        self.view.follow(codes.index(code) if code in codes else None)

    def _hint(self, of_whom: str) -> str:
        judged = [bar for bar in self.model.rows if bar.value is not None]
        if not judged:
            return self.tr("No unit has reported in this period yet")
        unit = self.tr("share of the target, %") if self._is_share else gap_unit(judged[0].figure.indicator)
        near = self.tr("dashed: end of “nearly met”")
        then = self.tr("hollow: the period compared with") if any(bar.change for bar in judged) else ""
        return " · ".join(part for part in (of_whom, unit, near, then) if part)

    def _fit(self) -> None:
        look, width = theme(), self.view.viewport().width()
        change = 0 if self.view.isColumnHidden(CHANGE) else look.px(CHANGE_UNITS)
        name = name_width(self.model.rows, width, look)
        for column, size in ((NAME, name), (BAR, width - name - change), (CHANGE, change)):
            self.view.setColumnWidth(column, size)
        self.axis.left, self.axis.right = name, self.axis.width() - width + change
        self.axis.update()
        self.view.end_with_rows(self.body.height() - self.axis.height())
        self.view.fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        bar, look = self.model.rows[index.row()], theme()
        if index.column() == NAME:
            paint_gap_name(painter, rect, bar, look)
        elif index.column() == BAR:
            paint_gap(painter, rect, bar, self.scale, look)
        else:
            paint_change(painter, rect, bar, look)

    def _row_chosen(self, row: int) -> None:
        self.chosen.emit(self.model.rows[row].figure.indicator.code)

    def _row_opened(self, row: int) -> None:
        self.opened.emit(self.model.rows[row].figure.indicator.code)

    # -- out of the program

    def table(self) -> FigureTable | None:
        bars = self.model.rows
        if not bars:
            return None
        headings = [*figure_headings(), self.tr("Gap, share of the target"), self.tr("Change")]
        lines = [[*figure_cells(bar.figure), _share(bar), FigureCell(bar.change)] for bar in bars]
        return FigureTable(self.title.text(), [self.hint.text()], headings, lines)

    def draw(self, painter: QPainter, rect: QRectF, look: Theme) -> str:
        bars = self.model.rows
        drawn = paint_gaps(painter, rect, bars, self.scale, look, "%" if self._is_share else "")
        return self.tr("and %n more indicator(s)", None, len(bars) - drawn) if drawn < len(bars) else ""


def _share(bar: GapBar) -> FigureCell:
    figure = bar.figure
    if figure.gap is None or figure.threshold is None or not figure.threshold.value:
        return FigureCell()
    share = figure.gap * 100 / abs(Fraction(figure.threshold.value))
    return FigureCell(f"{float(share):.2f}%".replace(".", ",").replace("-", "−"), share, is_percent=True)
