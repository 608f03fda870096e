"""The heat map on the screen: units' names and the line of the whole stay in sight, sizes are fixed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.pages.analysis.heat.drawing import CELL_UNITS, HEAD_UNITS, LEFT, HeatLook, paint_heat_cell
from ui.pages.analysis.heat.model import HeatModel
from ui.pages.analysis.measuring import widest
from ui.theme import theme
from ui.widgets.read_table import ReadTable

LEAST_UNITS, MOST_UNITS = 17, 32
LEAST_NAME_UNITS, WIDEST_NAME_UNITS, NAME_LEFT_UNITS = 72, 220, 12
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeatHeader(QHeaderView):
    """Codes above, names on the left; the chosen one is in the accent's colour and bold."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.chosen: int | None = None
        self.is_bold = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)

    def set_chosen(self, section: int | None) -> None:
        """Mark another section."""
        if section != self.chosen:
            self.chosen = section
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, model = theme(), self.model()
        is_chosen = section == self.chosen
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        is_across = self.orientation() is Qt.Orientation.Horizontal
        painter.setPen(look.colour("accent" if is_chosen else "text2" if is_across else "text"))
        room = rect if is_across else rect.adjusted(look.px(NAME_LEFT_UNITS), 0, -look.px(2), 0)
        text = str(model.headerData(section, self.orientation()) or "")
        painter.setFont(look.font(12, bold=is_across or is_chosen or self.is_bold))
        if is_chosen and painter.fontMetrics().horizontalAdvance(text) > room.width():
            painter.setFont(look.font(12))  # it is marked by its colour; cut it would be harder to read
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter if is_across else Qt.AlignmentFlag(LEFT), text)
        painter.restore()


class HeatDelegate(QStyledItemDelegate):
    """Draws cells straight from the model's own list, without asking role by role."""

    def __init__(self, view: "HeatView", model: HeatModel, *, is_bold: bool) -> None:
        super().__init__(view)
        self._view, self._model, self._is_bold = view, model, is_bold
        self._look = HeatLook(theme(), view.devicePixelRatioF())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, row, column, look = option.rect, index.row(), index.column(), self._look
        cell = self._model.cell(row, column)
        if cell is not None:
            paint_heat_cell(painter, rect, cell, look, is_bold=self._is_bold)
        if column == self._view.across.chosen:
            painter.setPen(look.chosen)
            painter.drawLine(rect.left(), rect.top(), rect.left(), rect.bottom())
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(look.chosen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class HeatView(ReadTable):
    """moved(row, column): a person went to a cell; opened: Enter or a double click on it; left(step): up or down
    out of the table; scrolled: other cells have come into sight."""

    moved = Signal(int, int)
    opened = Signal(int, int)
    left = Signal(int)
    scrolled = Signal()

    def __init__(self, model: HeatModel, name: str, *, is_total: bool = False) -> None:
        super().__init__(name)
        self.heat_model = model
        self.across = HeatHeader(Qt.Orientation.Horizontal, self)
        self.down = HeatHeader(Qt.Orientation.Vertical, self)
        self.down.is_bold = is_total
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        self.setModel(model)
        self.setItemDelegate(HeatDelegate(self, model, is_bold=is_total))
        self._build()
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._double_clicked)
        self.across.sectionClicked.connect(self._column_clicked)
        self.down.sectionClicked.connect(self._row_clicked)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.scrolled)

    def _build(self) -> None:
        look = theme()
        self.setProperty("role", "heat")
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(self.accessibleName())
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.across.setDefaultSectionSize(look.px(CELL_UNITS))
        self.across.setFixedHeight(look.px(HEAD_UNITS))
        self.down.setDefaultSectionSize(look.px(LEAST_UNITS))

    def fit_names(self, names: Sequence[str], whole: str) -> None:
        """Give the names their fixed width, enough for the longest and for that of the whole within reason."""
        look = theme()
        longest = max(widest(names, look.font(12)), widest([whole], look.font(12, bold=True)))
        width = max(longest + look.px(NAME_LEFT_UNITS + 4), look.px(LEAST_NAME_UNITS))
        self.down.setFixedWidth(min(width, look.px(WIDEST_NAME_UNITS)))

    def fit_cells(self, width: int, height: int) -> None:
        """Give all cells one fixed size; laying out anew what has it already would draw everything."""
        if width != self.across.defaultSectionSize():
            self.across.setDefaultSectionSize(width)
        if height != self.down.defaultSectionSize():
            self.down.setDefaultSectionSize(height)

    def follow(self, row: int | None, column: int | None) -> None:
        """Go where the choice was made elsewhere; a column may be marked without a row."""
        if (row, column) != (self.down.chosen, self.across.chosen):
            self.viewport().update()
        self.across.set_chosen(column)
        self.down.set_chosen(row)
        with self.following():
            if row is None or column is None:
                self.clearSelection()
            elif (row, column) != (self.currentIndex().row(), self.currentIndex().column()) or not self._is_selected():
                self.setCurrentIndex(self.model().index(row, column))

    def _is_selected(self) -> bool:
        return self.selectionModel().isSelected(self.currentIndex())

    def rows_in_sight(self) -> range:
        """Return the rows that are shown, wholly or in part."""
        return _span(self.down, self.viewport().height(), self.model().rowCount())

    def columns_in_sight(self) -> range:
        """Return the columns that are shown, wholly or in part."""
        return _span(self.across, self.viewport().width(), self.model().columnCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if key in _ENTERS and self.currentIndex().isValid():
            self.opened.emit(row, self.currentIndex().column())
        elif key == Qt.Key.Key_Down and row == self.model().rowCount() - 1:
            self.left.emit(1)
        elif key == Qt.Key.Key_Up and row == 0:
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrolled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scrolled.emit()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self.is_following and current.isValid():
            self.moved.emit(current.row(), current.column())

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row(), index.column())

    def _column_clicked(self, column: int) -> None:
        self.moved.emit(max(self.currentIndex().row(), -1), column)

    def _row_clicked(self, row: int) -> None:
        self.moved.emit(row, max(self.currentIndex().column(), 0))


def _span(header: HeatHeader, room: int, count: int) -> range:
    """All sections are of one size: what is in sight is known before anything was laid out."""
    size = max(1, header.defaultSectionSize())
    first = max(0, header.offset()) // size
    return range(min(first, count), min(-(-(header.offset() + room) // size), count))
