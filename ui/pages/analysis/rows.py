"""What the tables of bars share: rows chosen whole, painted by one delegate, as high as there is room."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.theme import theme
from ui.widgets.read_table import ReadTable
from ui.widgets.row_model import Index, RowModel

LEAST_UNITS, MOST_UNITS = 17, 32
NO_LIMIT = 2**24 - 1  # pixels, as Qt has it
PaintCell = Callable[[QPainter, QRectF, Index], None]


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row and the frame of the current cell; what stands in the cell is drawn by a function."""

    def __init__(self, view: QTableView, paint: PaintCell) -> None:
        super().__init__(view)
        self._paint_cell = paint

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect = theme(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_soft"))
        self._paint_cell(painter, rect, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class RowsView(ReadTable):
    """row_chosen(row): a person moved to another row. opened(row): Enter or a double click."""

    row_chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, model: RowModel, paint: PaintCell, name: str) -> None:
        super().__init__(name)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self, paint))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._double_clicked)

    def follow(self, row: int | None) -> None:
        """Choose a row that was chosen elsewhere; None chooses none."""
        with self.following():
            if row is None:
                self.clearSelection()
            elif row != self.currentIndex().row() or not self.selectionModel().isRowSelected(row):
                self.selectRow(row)

    def fit_rows(self) -> None:
        """Make the rows as high as there is room, within what reads well."""
        self.verticalHeader().setDefaultSectionSize(self._row_height(self.viewport().height()))

    def end_with_rows(self, room: int) -> None:
        """Be as high as the rows within a room, so that what stands below stands close to them."""
        count = self.model().rowCount()
        self.setMaximumHeight(count * self._row_height(room) if count else NO_LIMIT)

    def _row_height(self, room: int) -> int:
        each, look = room // max(1, self.model().rowCount()), theme()
        return min(max(each, look.px(LEAST_UNITS)), look.px(MOST_UNITS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self.is_following and current.isValid():
            self.row_chosen.emit(current.row())

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
