"""A grid in which blocks of cells are chosen, copied, pasted, filled down and emptied as in a spreadsheet."""

from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from models.exchange.clipboard.block import read_block
from models.exchange.clipboard.writer import write_html, write_text
from ui.clipboard import put
from ui.widgets.grid_view import GridView


class BlockView(GridView):
    """Hands over what is done to a block as a whole, so that it is one step.

    pasted: a Block of the clipboard, to go where the cursor or the top left of what is chosen is. emptied: indexes of
    cells. filled: pairs of indexes, the cell and the one above the block that its text comes from."""

    pasted = Signal(object)
    emptied = Signal(list)
    filled = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)

    def chosen(self) -> list[QModelIndex]:
        """Return the cells that are chosen, line by line; the one under the cursor where nothing else is."""
        found = self.selectedIndexes()
        cells = found or ([self.currentIndex()] if self.currentIndex().isValid() else [])
        return sorted(cells, key=lambda each: (each.row(), each.column()))

    def keyPressEvent(self, event: Any) -> None:
        """Copy, paste, Delete and Ctrl+D are for the whole block; an open editor has its keys for itself."""
        cells = self.chosen()
        if self.state() == QAbstractItemView.State.EditingState or not cells:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy(cells)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.take_clipboard()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit(cells)
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down(cells)
        else:
            super().keyPressEvent(event)

    def copy(self, cells: list[QModelIndex]) -> None:
        """Put what cells show on the clipboard, as other programs take it."""
        rows = dict.fromkeys(each.row() for each in cells)
        lines = [[str(each.data() or "") for each in cells if each.row() == row] for row in rows]
        put(write_text(lines), write_html(lines))

    def take_clipboard(self) -> None:
        """Hand over what was copied in this or another program."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where nothing was ever copied
        if data is not None and data.hasText():
            self.pasted.emit(read_block(data.text(), data.html()))

    def fill_down(self, cells: list[QModelIndex]) -> None:
        """Copy the first line of a block into the others; of one line, the line above it."""
        first, last = cells[0].row(), cells[-1].row()
        source = first if last > first else first - 1
        if source >= 0:
            self.filled.emit([(each, each.siblingAtRow(source)) for each in cells if each.row() > source])
