"""A table that is read, not typed into: rows of texts, each wrapped, copied by Ctrl+C."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView

from ui.theme import theme
from ui.widgets.read_table import ReadTable
from ui.widgets.row_model import Index, RowModel


class TextRows(RowModel):
    """Rows of texts; bold: rows that stand out."""

    bold: frozenset[int] = frozenset()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.FontRole and index.row() in self.bold:
            return theme().font(13, bold=True)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return None


class PlainTable(ReadTable):
    """Widths are in the design's units, 0 takes what is left. chosen: Enter or a double click on a row."""

    chosen = Signal(int)

    def __init__(self, name: str, columns: Sequence[tuple[str, int]]) -> None:
        super().__init__(name)
        self.rows = TextRows()
        self.rows.headings = [heading for heading, _ in columns]
        self.setModel(self.rows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for place, (_, width) in enumerate(columns):
            if width:
                header.resizeSection(place, theme().px(width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._double_clicked)

    def show_rows(self, rows: Sequence[Sequence[str]], bold: frozenset[int] = frozenset()) -> None:
        """Show other rows; the cursor stays on the row of its number."""
        row = max(self.currentIndex().row(), 0)
        self.rows.bold = bold
        self.rows.show_rows(rows)
        if rows:
            self.selectRow(min(row, len(rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row, Ctrl+C copies it."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif row >= 0 and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText("\t".join(self.rows.rows[row]))
        else:
            super().keyPressEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
