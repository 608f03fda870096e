"""Đơn vị × chỉ tiêu: who stands where in what."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from models.exchange.figure_book import FigureTable
from models.progress import Figure
from ui.pages.analysis.answering import Answering
from ui.pages.analysis.asking import CellFigures, Question
from ui.pages.analysis.context import Context
from ui.pages.analysis.heat.drawing import CELL_UNITS, HEAD_UNITS, MARK_UNITS, PAD_UNITS, STAR_UNITS, paint_heat
from ui.pages.analysis.heat.lines import HeatLines
from ui.pages.analysis.heat.model import CellKey, HeatCell, HeatModel, heat_cell
from ui.pages.analysis.heat.reading import HeatReading, heat_cells
from ui.pages.analysis.heat.view import LEAST_UNITS, MOST_UNITS, HeatView
from ui.pages.analysis.measuring import widest
from ui.pages.analysis.panel import Panel
from ui.session import Session
from ui.theme import Theme, theme

WIDEST_UNITS, RIGHT_UNITS, FRAMES = 150, 6, 4  # frames in pixels
WHOLE_RATE = "100,00"  # what any unit may have
KEPT_UNITS, KEPT_SHARE = 680, 0.67  # it gives no column away to its neighbour within these units and this share

Coming = tuple[Question, Context, str, str]  # with the name of the whole, and the hint


class HeatPanel(Panel):
    """chosen(unit, code): a person went to a cell; no unit is the line of the whole. opened: Enter on a cell."""

    chosen = Signal(object, str)
    opened = Signal(object, str)

    def __init__(self, session: Session) -> None:
        super().__init__("heat", self.tr("Units × indicators"))
        self.model, self.total = HeatModel(self), HeatModel(self)
        self.view = HeatView(self.model, self.title.text())
        self.sum = HeatView(self.total, self.tr("The whole"), is_total=True)
        self.sum.across.hide()
        self.reading = HeatReading(session, self, self._in_sight)
        self._coming: Coming
        self._shown: object = None  # what the rows and columns are of
        self._cell_width = theme().px(CELL_UNITS)
        self._place()
        self._connect()

    def _place(self) -> None:
        for view in (self.view, self.sum):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sum.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sum.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme().px(RIGHT_UNITS), 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.sum)
        self._beside_bar = QSpacerItem(0, 0)
        below.addSpacerItem(self._beside_bar)
        column.addLayout(below)
        column.addStretch(0)
        self.column.addWidget(inside, 1)

    def _connect(self) -> None:
        self.view.moved.connect(self._moved)
        self.sum.moved.connect(self._total_moved)
        self.view.opened.connect(self._opened)
        self.sum.opened.connect(self._total_opened)
        self.view.left.connect(self._view_left)
        self.sum.left.connect(self._sum_left)
        self.view.scrolled.connect(self.reading.go_on)
        self.reading.came.connect(self._cells_came)
        self.reading.progressed.connect(self.progressed)
        self.reading.ended.connect(self.completed)
        self.view.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.sum.horizontalScrollBar().valueChanged.connect(self.view.horizontalScrollBar().setValue)
        self.view.horizontalScrollBar().valueChanged.connect(self.sum.horizontalScrollBar().setValue)

    # -- showing

    def begin(self, answering: Answering, context: Context, whole: str, hint: str) -> None:
        """Show units by indicators once the first of their figures have come from the worker."""
        self._coming = answering.asked, context, whole, hint
        self.reading.begin(answering, context.units, [each.code for each in context.indicators])

    def _cells_came(self, cells: Mapping[CellKey, HeatCell]) -> None:
        if self.is_awaited:
            self.set_awaited(False)
            self._show_coming()
        self.model.put(cells)

    def _show_coming(self) -> None:
        """Of the same as before, each figure stays until the new one is there."""
        asked, context, whole, hint = self._coming
        self.hint.setText(hint)
        wanted = asked, context.units, [whole, *context.names], context.indicators
        if wanted == self._shown:
            return
        self._shown = wanted
        self.model.begin(context.units, context.names, context.indicators)
        self.total.begin([""], [whole], context.indicators)
        for view in (self.view, self.sum):
            view.fit_names(context.names, whole)
        self._fit()

    def put(self, figures: CellFigures) -> None:
        """Show some cells' new figures."""
        self.model.put(heat_cells(figures))

    def show_total(self, figures: Sequence[Figure]) -> None:
        """Show the figures of the units together."""
        self.total.put({("", each.indicator.code): heat_cell(each) for each in figures})
        longest = max((self.total.cell(0, place) for place in range(len(self.total.codes))), key=_length, default=None)
        look = theme()
        bold = look.font(12, bold=True)
        text = max(widest([longest.text if longest else ""], bold), widest([WHOLE_RATE], look.font(12)))
        needed = text + look.px(MARK_UNITS + PAD_UNITS + STAR_UNITS + 5)
        self._cell_width = max(needed, widest(self.total.codes, bold) + look.px(2))
        self._fit()

    def follow(self, unit: str | None, code: str) -> None:
        """Show which unit and indicator are chosen."""
        column = self.total.codes.index(code) if code in self.total.codes else None
        place = self.model.place(unit, code)
        self.view.follow(place[0] if place else None, column)
        self.sum.follow(0 if unit is None and column is not None else None, column)

    def _fit(self) -> None:
        look, count = theme(), len(self.model.units)
        bar = self.view.verticalScrollBar().sizeHint().width()
        beside = self.view.down.width() + look.px(RIGHT_UNITS) + FRAMES
        self._keep_width(beside + self._cell_width * len(self.model.codes) + bar)
        head, parent = look.px(HEAD_UNITS), self.view.parentWidget()
        room = (parent.height() if parent else 0) - head - look.px(14)
        height = min(max(room // (count + 1), look.px(LEAST_UNITS)), look.px(MOST_UNITS))  # the whole has a line too
        across = self.width() - beside
        if (count + 1) * height > room:  # their scroll bar takes its share
            across -= bar
        needs_bar = self._cell_width * len(self.model.codes) > across
        width = max(self._cell_width, min(across // max(1, len(self.model.codes)), look.px(WIDEST_UNITS)))
        for view in (self.view, self.sum):
            view.fit_cells(width, height)
        below = self.sum.horizontalScrollBar().sizeHint().height() if needs_bar else 0
        self.view.setMaximumHeight(head + count * height + 2)
        self.sum.setFixedHeight(height + below + 2)

    def _keep_width(self, needed: int) -> None:
        """A narrow window takes from the neighbour rather than from a column; where columns are many they scroll."""
        row = self.parentWidget()
        most = min(theme().px(KEPT_UNITS), round((row.width() if row else 0) * KEPT_SHARE))
        self.setMinimumWidth(needed if needed <= most else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _range_changed(self, least: int, most: int) -> None:
        """The line of the whole ends where the units do, beside their scroll bar."""
        width = self.view.verticalScrollBar().sizeHint().width() if most > least else 0
        self._beside_bar.changeSize(width, 0)
        self.sum.updateGeometry()

    def _in_sight(self) -> tuple[range, range]:
        if not self.view.isVisible():
            return range(0), range(0)
        return self.view.rows_in_sight(), self.view.columns_in_sight()

    # -- what a person did

    def _moved(self, row: int, column: int) -> None:
        unit = self.model.units[row] if row >= 0 else None
        self.chosen.emit(unit, self.model.codes[column])

    def _total_moved(self, _row: int, column: int) -> None:
        self.chosen.emit(None, self.model.codes[column])

    def _opened(self, row: int, column: int) -> None:
        self.opened.emit(self.model.units[row], self.model.codes[column])

    def _total_opened(self, _row: int, column: int) -> None:
        self.opened.emit(None, self.model.codes[column])

    def _view_left(self, step: int) -> None:
        if step > 0:
            self.sum.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(None, self.model.codes[self.view.currentIndex().column()])

    def _sum_left(self, step: int) -> None:
        if step < 0 and self.model.units:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(self.model.units[-1], self.model.codes[self.sum.currentIndex().column()])

    # -- out of the program

    def complete(self) -> None:
        self.reading.complete()

    def give_up(self) -> None:
        self.reading.give_up()

    def table(self) -> FigureTable | None:
        if not self.model.units:
            return None
        units = [*zip(self.model.units, self.model.names, strict=True), ("", self.total.names[0])]
        lines = HeatLines(units, self.model.indicators, self.model.cells | self.total.cells)
        return FigureTable(self.title.text(), [self.hint.text()], [self.tr("Unit"), *self.model.codes], lines)

    def draw(self, painter: QPainter, rect: QRectF, look: Theme) -> str:
        rows, columns = paint_heat(painter, rect, self.model, self.total, look)
        units, codes = len(self.model.units) - rows, len(self.model.codes) - columns
        left = [self.tr("and %n more unit(s)", None, units) if units else ""]
        left.append(self.tr("and %n more indicator(s)", None, codes) if codes else "")
        return "; ".join(filter(None, left))


def _length(cell: HeatCell | None) -> int:
    return len(cell.text) if cell else 0
