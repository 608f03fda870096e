"""A table that is typed into like a spreadsheet, and the line that opens in its cells."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.exchange.clipboard.block import read_lines
from ui.theme import theme
from ui.widgets.row_model import Index

PADDING_UNITS = 16  # of a cell, left and right
FRAME_PIXELS = 2  # on each side of the cell that has the cursor, as the style sheet says


class TypingDelegate(QStyledItemDelegate):
    """Opens a line in a cell; frames it in red and says why while what stands there would be refused."""

    refused = Signal(str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt asks for the editor of a cell."""
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        line.setProperty("place", QPersistentModelIndex(index))
        line.textEdited.connect(self._edited)
        return line

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt asks how large a cell would like to be: a wrapped text leaves room for padding and the cursor's frame."""
        narrowed, frame = QStyleOptionViewItem(option), 2 * FRAME_PIXELS
        narrowed.rect.setWidth(option.rect.width() - theme().px(PADDING_UNITS) - frame)
        return super().sizeHint(narrowed, index) + QSize(0, frame)

    def _edited(self, text: str) -> None:
        line = self.sender()
        if not isinstance(line, QLineEdit):
            return
        place = line.property("place")
        problem = place.model().problem(place, text)
        line.setProperty("invalid", bool(problem))
        line.setToolTip(problem)
        line.style().unpolish(line)
        line.style().polish(line)
        self.refused.emit(problem)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Qt closes an editor."""
        editor.deleteLater()


class GridView(QTableView):
    """A table that is typed into like a spreadsheet: any key opens a cell, Enter goes down, Delete empties.

    lines_pasted: the texts of a block of cells, line by line, to go where the cursor is, right of it and below."""

    cleared = Signal(QModelIndex)
    lines_pasted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme().px(27))
        self.horizontalHeader().setHighlightSections(False)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: Any) -> None:
        """Delete empties the cell, Enter goes down; an open editor has its keys for itself."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.cleared.emit(self.currentIndex())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_down()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data(Qt.ItemDataRole.EditRole) or ""))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_down()
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Type a text into the cell; a block of cells from Excel is handed over."""
        start, lines = self.currentIndex(), read_lines(text) if text else []
        if not start.isValid() or not lines:
            return
        if len(lines) > 1 or len(lines[0]) > 1:
            self.lines_pasted.emit(lines)
        elif start.flags() & Qt.ItemFlag.ItemIsEditable:
            self.model().setData(start, lines[0][0])

    def copy_down(self) -> None:
        """Type what stands in the cell above; headings between are passed over."""
        index, above = self.currentIndex(), self._neighbour(-1)
        if above.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.model().setData(index, above.data(Qt.ItemDataRole.EditRole) or "")

    def _neighbour(self, step: int) -> QModelIndex:
        """Return the next cell of the column that can be chosen, up (-1) or down (1); none at the end."""
        index = self.currentIndex()
        found = index.siblingAtRow(index.row() + step)
        while found.isValid() and not found.flags() & Qt.ItemFlag.ItemIsSelectable:
            found = found.siblingAtRow(found.row() + step)
        return found

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter, as spreadsheets do."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_down()

    def go_down(self) -> None:
        """Put the cursor one row down."""
        below = self._neighbour(1)
        if below.isValid():
            self.setCurrentIndex(below)
