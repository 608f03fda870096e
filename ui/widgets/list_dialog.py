"""A sentence and the rows it speaks of, to be read, copied and perhaps agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.theme import theme
from ui.widgets.row_model import Index, RowModel

WIDEST_COLUMN_UNITS, OF_MANY_UNITS, FEW_COLUMNS = 300, 170, 4  # of many columns the last, a sentence, keeps its room
MOST_WRAPPED = 300


class ListDialog(QDialog):
    """Shows all rows at once; Ctrl+C and a button copy them as text for Excel.

    led(row): Enter or a double click on a row. With agreed, a button of that name accepts."""

    led = Signal(int)

    def __init__(
        self,
        title: str,
        sentence: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QWidget,
        *,
        agreed: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._headings, self._rows = headings, rows
        self.table = _table(_rows(headings, rows, self), leads=not agreed)
        self.table.setAccessibleName(title)
        self.table.activated.connect(self._activated)
        self._build(sentence, agreed)
        look = theme()
        room = parent.size()
        width = look.px(900 if len(headings) <= FEW_COLUMNS else 1200)
        self.resize(min(width, room.width() - look.px(48)), min(look.px(520), room.height() - look.px(48)))

    def _build(self, sentence: str, agreed: str) -> None:
        look = theme()
        words = QLabel(sentence)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(12))
        column.addWidget(words)
        column.addWidget(self.table, 1)
        self.table.setVisible(bool(self._rows))
        buttons = QDialogButtonBox()
        self.copy = QPushButton(look.icon("copy"), self.tr("Copy the list"))
        self.copy.setAutoDefault(False)
        self.copy.setEnabled(bool(self._rows))
        self.copy.clicked.connect(self.copy_rows)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        if agreed:
            button = buttons.addButton(agreed, QDialogButtonBox.ButtonRole.AcceptRole)
            button.setProperty("role", "primary")
            button.setDefault(True)
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        else:
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def copy_rows(self) -> None:
        """Put the headings and all rows into the clipboard, as Excel takes them."""
        lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in (self._headings, *self._rows))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def _activated(self, index: QModelIndex) -> None:
        self.led.emit(index.row())


class _Rows(RowModel):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        return None


class _Table(QTableView):
    """Leaves Ctrl+C to the dialog: all rows, not one cell; and Enter too, where rows lead nowhere."""

    leads = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.leads and self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)


def _rows(headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget) -> RowModel:
    made = _Rows(parent)
    made.headings, made.rows = headings, rows
    return made


def _table(rows: RowModel, *, leads: bool) -> QTableView:
    look = theme()
    table = _Table()
    table.leads = leads
    table.setModel(rows)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(look.px(27))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setResizeContentsPrecision(100)  # rows looked at: there may be thousands
    table.resizeColumnsToContents()
    widest = look.px(WIDEST_COLUMN_UNITS if rows.columnCount() <= FEW_COLUMNS else OF_MANY_UNITS)
    for column in range(rows.columnCount() - 1):
        table.setColumnWidth(column, min(table.columnWidth(column) + look.px(8), widest))
    header.setSectionResizeMode(rows.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
    if rows.rowCount() <= MOST_WRAPPED:  # each row is measured again whenever the width changes
        table.setWordWrap(True)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    if rows.rowCount():
        table.selectRow(0)
    return table
