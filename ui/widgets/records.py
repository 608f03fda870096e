"""A small table that people type into: rows are frozen dataclasses, a change is the whole new list."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import KnownError
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fields import Complaint
from ui.widgets.grid_view import GridView, TypingDelegate
from ui.widgets.row_model import Index

LEAST_STRETCH_UNITS = 200  # of the column that takes what is left
SHOWN_PROBLEMS = 3  # of a block that was pasted
WIDE_UNITS = 99  # a column from here on holds words


@dataclass(frozen=True)
class Column:
    """One column: its heading, how a row shows there, and how typed text makes a new row (None: not typed).

    change raises KnownError for what it refuses. width is in the design's units; 0 takes what is left. is_warned: of
    which rows it is shown as a warning, its words saying so too."""

    heading: str
    text: Callable[[Any], str]
    change: Callable[[Any, str], Any] | None = None
    width: int = 0
    is_number: bool = False
    is_warned: Callable[[Any], bool] | None = None


class RecordModel(QAbstractTableModel):
    """Shows rows and hands over the new list when one was typed into; it changes nothing by itself."""

    edited = Signal(list)
    refused = Signal(str)

    def __init__(self, columns: list[Column]) -> None:
        super().__init__()
        self.columns = columns
        self.rows: list[Any] = []

    def show_rows(self, rows: list[Any]) -> None:
        """Show other rows; where there are as many as before, an open editor stays."""
        if len(rows) == len(self.rows) and rows:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt asks how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt asks how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt asks whether a cell can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].change else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks for a heading."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self.rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and column.is_warned and column.is_warned(self.rows[index.row()]):
            return theme().colour("warning_text")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt hands over what was typed: the new list, or why it is refused."""
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.change is None or value == column.text(self.rows[index.row()]):
            return False
        try:
            new = column.change(self.rows[index.row()], str(value))
        except KnownError as error:
            self.refused.emit(str(error))
            return False
        self.edited.emit([*self.rows[: index.row()], new, *self.rows[index.row() + 1 :]])
        return True

    def problem(self, index: Index, text: str) -> str:
        """Return why a text would be refused in a cell; empty when it would not."""
        change = self.columns[index.column()].change
        try:
            if change:
                change(self.rows[index.row()], text)
        except KnownError as error:
            return str(error)
        return ""

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RecordTable(QWidget):
    """A table of records with buttons to add, remove and move rows, and a line that says what was refused.

    blank makes a new row of the rows there are; None: the rows are given, and nothing is added, removed or moved."""

    edited = Signal(list)

    def __init__(self, blank: Callable[[list[Any]], Any] | None) -> None:
        super().__init__()
        self._blank = blank
        self._length_before: int | None = None  # while a row that was added is not shown yet
        self.view = GridView()
        self.delegate = TypingDelegate(self.view)
        self.message = Complaint()
        self.add_button = self._button("plus", "")
        self.remove_button = self._button("trash", self.tr("Remove"))
        self.up_button = self._button("arrow-up", self.tr("Up"))
        self.down_button = self._button("arrow-down", self.tr("Down"))

    def build(
        self, name: str, columns: list[Column], add_text: str, *, has_order: bool = True, wraps: bool = False
    ) -> None:
        """Lay out the table; called once by the class that knows its columns.

        has_order: rows can be moved. wraps: rows are as high as their texts need."""
        self.model = RecordModel(columns)
        self.view.setModel(self.model)
        self.view.setAccessibleName(name)
        self.view.setItemDelegate(self.delegate)
        self.add_button.setText(add_text)
        self._build()
        if wraps:
            self.view.setWordWrap(True)
            self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for button in (self.up_button, self.down_button):
            button.setVisible(has_order and self._blank is not None)
        self._connect()
        self._enable()

    def show_rows(self, rows: list[Any]) -> None:
        """Show the rows as they are kept; the cursor stays where it was."""
        index = self.view.currentIndex()
        place = (min(index.row(), len(rows) - 1), index.column())
        self.model.show_rows(rows)
        self.message.say("")
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(max(place[0], 0), max(place[1], 0)))
        if self._length_before is not None and len(rows) == self._length_before + 1:
            self._go_to_new()
        self._length_before = None
        self._enable()

    def refuse(self, message: str) -> None:
        """Say why a change was not kept."""
        self.message.say(message)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme().px(10), theme().px(6), theme().px(10), theme().px(6))
        bar.setSpacing(theme().px(8))
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            bar.addWidget(button)
            button.setVisible(self._blank is not None)
        for button in (self.up_button, self.down_button):
            button.setToolTip(button.text())
            button.setAccessibleName(button.text())
            button.setText("")
        hint = ElidedLabel(self.tr("F2 edit · Enter down · Ctrl+D copy down"))
        hint.setProperty("role", "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        hint.setMinimumWidth(1)  # it gives way to the buttons
        bar.addWidget(hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.message)
        self.message.setContentsMargins(theme().px(12), theme().px(4), theme().px(12), theme().px(4))
        header = self.view.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            if column.width:
                header.resizeSection(number, theme().px(column.width))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, wide columns give way to the one that takes what is left; dates stay whole."""
        super().resizeEvent(event)
        widths = [each.width for each in self.model.columns]
        if 0 not in widths:
            return
        wide = sum(each for each in widths if each >= WIDE_UNITS)
        room = self.width() - theme().px(LEAST_STRETCH_UNITS + sum(widths) - wide)
        share = min(1.0, max(room, 0) / theme().px(wide)) if wide else 1.0
        for number, each in enumerate(widths):
            if each >= WIDE_UNITS:
                self.view.horizontalHeader().resizeSection(number, round(theme().px(each) * share))

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self._refused)
        self.delegate.refused.connect(self.refuse)
        self.view.cleared.connect(self._cleared)
        self.view.lines_pasted.connect(self._lines_pasted)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.add_button.clicked.connect(self.add_row)
        self.remove_button.clicked.connect(self.remove_row)
        self.up_button.clicked.connect(self._up_clicked)
        self.down_button.clicked.connect(self._down_clicked)
        for keys, slot in (("Ins", self.add_row), ("Ctrl+Delete", self.remove_row)):
            action = QAction(self.view)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.view.addAction(action)

    def _button(self, icon: str, text: str) -> QPushButton:
        button = QPushButton(theme().icon(icon), text, self)
        button.setProperty("role", "small")
        return button

    def add_row(self) -> None:
        """Put a new row at the end and its first cell that is typed under the cursor, once it is kept."""
        if self._blank is not None:
            self._length_before = len(self.model.rows)
            self.edited.emit([*self.model.rows, self._blank(self.model.rows)])

    def _go_to_new(self) -> None:
        last = self.model.rowCount() - 1
        first = next((place for place, each in enumerate(self.model.columns) if each.change), 0)
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(last, first))

    def remove_row(self) -> None:
        """Take the row under the cursor away."""
        row = self.view.currentIndex().row()
        if row >= 0 and self._blank is not None:
            self.edited.emit(self.model.rows[:row] + self.model.rows[row + 1 :])

    def _move(self, step: int) -> None:
        index = self.view.currentIndex()
        row, other = index.row(), index.row() + step
        if not (0 <= row < len(self.model.rows) and 0 <= other < len(self.model.rows)):
            return
        rows = list(self.model.rows)
        rows[row], rows[other] = rows[other], rows[row]
        self.edited.emit(rows)
        self.view.setCurrentIndex(self.model.index(other, index.column()))

    def _up_clicked(self) -> None:
        self._move(-1)

    def _down_clicked(self) -> None:
        self._move(1)

    def _cleared(self, index: QModelIndex) -> None:
        self.model.setData(index, "")

    def _lines_pasted(self, lines: list[list[str]]) -> None:
        """Put a block of cells in as one change, lines beyond the last as new rows; all of it or nothing."""
        start, rows, problems = self.view.currentIndex(), list(self.model.rows), []
        for number, line in enumerate(lines, 1):
            place = start.row() + number - 1
            if place >= len(rows) and (self._blank is None or not any(line)):
                break
            if place >= len(rows) and self._blank is not None:
                rows.append(self._blank(rows))
            for column, text in zip(self.model.columns[start.column() :], line, strict=False):
                try:
                    rows[place] = column.change(rows[place], text) if column.change else rows[place]
                except KnownError as error:
                    where = self.tr("line {number}, {column}").format(number=number, column=column.heading)
                    problems.append(f"{where}: {str(error).rstrip('.')}")
        if problems:
            told = "; ".join(problems[:SHOWN_PROBLEMS]) + (" …" if len(problems) > SHOWN_PROBLEMS else "")
            self.refuse(self.tr("Nothing was taken in: {problems}.").format(problems=told))
        elif rows != self.model.rows:
            self.edited.emit(rows)

    def _refused(self, message: str) -> None:
        self.refuse(self.tr("{problem} The old value was kept.").format(problem=message))

    def _enable(self) -> None:
        row, count = self.view.currentIndex().row(), len(self.model.rows)
        self.remove_button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < count - 1)
