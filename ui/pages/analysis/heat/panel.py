"""Đơn vị × chỉ tiêu: who stands where in what."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from models.exchange.figure_book import FigureCell, FigureTable
from models.measure import Kind
from models.plan import Indicator
from models.progress import Figure
from ui.pages.analysis.asking import Question
from ui.pages.analysis.heat.drawing import CELL_UNITS, HEAD_UNITS, MARK_UNITS, PAD_UNITS, STAR_UNITS, paint_heat
from ui.pages.analysis.heat.model import PARTIAL, HeatCell, HeatModel, heat_cell
from ui.pages.analysis.heat.reading import HeatReading
from ui.pages.analysis.heat.view import LEAST_UNITS, MOST_UNITS, HeatView
from ui.pages.analysis.panel import Panel
from ui.session import Session
from ui.theme import Theme, theme

WIDEST_UNITS = 104

Reading = tuple[Sequence[str], Sequence[str], Sequence[Indicator]]  # units, their names, indicators


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
        self.reading = HeatReading(session, self.model, self._in_sight)
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
        column.setContentsMargins(0, 0, theme().px(6), 0)
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
        self.view.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.sum.horizontalScrollBar().valueChanged.connect(self.view.horizontalScrollBar().setValue)
        self.view.horizontalScrollBar().valueChanged.connect(self.sum.horizontalScrollBar().setValue)

    # -- showing

    def begin(self, question: Question, reading: Reading, whole: str, hint: str) -> None:
        """Show units by indicators; their figures follow from the worker."""
        units, names, indicators = reading
        self.hint.setText(hint)
        if list(self.total.codes) != [each.code for each in indicators] or list(self.total.names) != [whole]:
            self.total.begin([""], [whole], indicators)
        self.reading.begin(question, units, names, indicators)
        for view in (self.view, self.sum):
            view.fit_names([whole, *names])
        self._fit()

    def read_again(self, codes: Collection[str]) -> None:
        """Read the figures of some indicators anew."""
        self.reading.read_again(codes)

    def show_total(self, figures: Sequence[Figure]) -> None:
        """Show the figures of the units together."""
        self.total.put({("", each.indicator.code): heat_cell(each) for each in figures})
        longest = max((self.total.cell(0, place) for place in range(len(self.total.codes))), key=_length, default=None)
        look = theme()
        text = QFontMetrics(look.font(12, bold=True)).horizontalAdvance(longest.text if longest else "")
        needed = text + look.px(MARK_UNITS + 2 * PAD_UNITS + STAR_UNITS + 4)
        self._cell_width = max(needed, look.px(CELL_UNITS))
        self._fit()

    def follow(self, unit: str | None, code: str) -> None:
        """Show which unit and indicator are chosen."""
        column = self.total.codes.index(code) if code in self.total.codes else None
        place = self.model.place(unit, code)
        self.view.follow(place[0] if place else None, column)
        self.sum.follow(0 if unit is None and column is not None else None, column)

    def _fit(self) -> None:
        look, count = theme(), len(self.model.units)
        head, total = look.px(HEAD_UNITS), look.px(LEAST_UNITS + 6)
        parent = self.view.parentWidget()
        room = (parent.height() if parent else 0) - head - total - look.px(8)
        height = min(max(room // max(1, count), look.px(LEAST_UNITS)), look.px(MOST_UNITS))
        across = self.width() - look.px(8) - self.view.down.width()
        needs_bar = self._cell_width * len(self.model.codes) > across
        width = max(self._cell_width, min(across // max(1, len(self.model.codes)), look.px(WIDEST_UNITS)))
        for view in (self.view, self.sum):
            view.fit_cells(width, height)
        bar = self.sum.horizontalScrollBar().sizeHint().height() if needs_bar else 0
        self.view.setMaximumHeight(head + count * height + 2)
        self.sum.setFixedHeight(height + bar + 2)

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

    def when_complete(self, then: Callable[[], None]) -> None:
        """Call once everything was read."""
        self.reading.complete(then)

    def table(self) -> FigureTable | None:
        if not self.model.units:
            return None
        headings = [self.tr("Unit"), *self.model.codes]
        lines = [_line(self.model, row) for row in range(len(self.model.units))]
        return FigureTable(self.title.text(), [self.hint.text()], headings, [*lines, _line(self.total, 0)])

    def draw(self, painter: QPainter, rect: QRectF, look: Theme) -> str:
        rows, columns = paint_heat(painter, rect, self.model, self.total, look)
        units, codes = len(self.model.units) - rows, len(self.model.codes) - columns
        left = [self.tr("and %n more unit(s)", None, units) if units else ""]
        left.append(self.tr("and %n more indicator(s)", None, codes) if codes else "")
        return "; ".join(filter(None, left))


def _length(cell: HeatCell | None) -> int:
    return len(cell.text) if cell else 0


def _line(model: HeatModel, row: int) -> list[FigureCell]:
    found = [model.cell(row, column) for column in range(len(model.codes))]
    is_partial = any(cell is not None and cell.is_partial for cell in found)
    cells = [FigureCell(model.names[row] + (PARTIAL if is_partial else ""))]
    for cell, indicator in zip(found, model.indicators, strict=True):
        if cell is None:
            cells.append(FigureCell())
            continue
        is_ratio = indicator.kind is Kind.RATIO
        text = cell.text + ("%" if is_ratio and cell.value is not None else "")
        is_number = indicator.kind in (Kind.RATIO, Kind.COUNT, Kind.SCORE, Kind.RANK)
        cells.append(FigureCell(text, cell.value if is_number else None, is_percent=is_ratio))
    return cells
