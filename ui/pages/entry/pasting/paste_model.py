"""The preview's item model: one line per copied cell, words only for the lines that are looked at."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from models.number import format_number
from ui.pages.entry.form import QUARTER_COLUMNS, Column
from ui.pages.entry.pasting.pasting import PastedLine, Pasting, Sign, short_reason
from ui.pages.entry.reading import Field
from ui.texts import quarter_text
from ui.widgets.row_model import Index

LINE_ROLE = Qt.ItemDataRole.UserRole
DOUBT_ROLE = Qt.ItemDataRole.UserRole + 1
READINGS_ROLE = Qt.ItemDataRole.UserRole + 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SHOWN = 60


class PasteColumn(IntEnum):
    """The preview's columns, from left to right."""

    SIGN = 0
    CELL = 1
    PERIOD = 2
    TEXT = 3
    READING = 4
    BEFORE = 5
    NOTE = 6


class PasteModel(QAbstractTableModel):
    """Lines of a Pasting; choosing between two readings goes through choose()."""

    def __init__(self, pasting: Pasting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pasting = pasting

    def read_anew(self) -> None:
        """Show the lines after another notation or layout was chosen."""
        self.beginResetModel()
        self.endResetModel()

    def choose(self, places: list[int], choice: int) -> None:
        """Say of some lines which reading is meant."""
        for place in places:
            self.pasting.choose(place, choice)
        last = len(self.pasting.lines) - 1  # a choice may make another line's numerator too high, or right
        self.dataChanged.emit(self.index(0, 0), self.index(last, len(PasteColumn) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.pasting.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PasteColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        headings = {
            PasteColumn.SIGN: "",
            PasteColumn.CELL: self.tr("Cell"),
            PasteColumn.PERIOD: self.tr("Period"),
            PasteColumn.TEXT: self.tr("As copied"),
            PasteColumn.READING: self.tr("Reads as"),
            PasteColumn.BEFORE: self.tr("Now there"),
            PasteColumn.NOTE: self.tr("Note"),
        }
        return headings[PasteColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.pasting.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(line, index.column()) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line, index.column())
        if role == LINE_ROLE:
            return line
        if role == READINGS_ROLE:
            return [self.pasting.text(line, choice) for choice in range(len(line.choices))]
        if role == DOUBT_ROLE:
            return bool(self.pasting.excess(line) or self.pasting.rounded(line))
        return None

    def cell_name(self, line: PastedLine) -> str:
        """Return which cell of the form a line goes to: its code and part."""
        row = self.pasting.rows[line.row] if line.row >= 0 else None
        if row is None or row.indicator is None:
            return "–" if row is None else row.area
        parts = {Field.NUMERATOR: self.tr("numerator"), Field.DENOMINATOR: self.tr("denominator")}
        return f"{row.indicator.code} {parts[row.field]}" if row.field in parts else row.indicator.code

    def period_name(self, line: PastedLine) -> str:
        """Return the period of the column that a line goes to."""
        if line.column in QUARTER_COLUMNS:
            return quarter_text(line.column)
        return self.tr("whole year") if line.column == Column.CUMULATIVE else "–"

    def note(self, line: PastedLine) -> str:
        """Return what is to be said of a line."""
        said = []
        if line.sign is Sign.REFUSED:
            said.append(self.tr("not written: {reason}").format(reason=short_reason(line.cell.text, line.reason)))
        if line.is_open:
            said.append(self.tr("two readings: choose with ← or →"))
        if rounded := self.pasting.rounded(line):
            said.append(self.tr("the copied cell holds {number}").format(number=rounded))
        if excess := self.pasting.excess(line):
            numerator, denominator = map(format_number, excess)
            words = self.tr("{numerator} is above the denominator {denominator}")
            said.append(words.format(numerator=numerator, denominator=denominator))
        if line.sign is Sign.REPLACES:
            said.append(self.tr("replaces what is there"))
        return "; ".join(said)

    def _text(self, line: PastedLine, column: int) -> str:
        match column:
            case PasteColumn.CELL:
                return self.cell_name(line)
            case PasteColumn.PERIOD:
                return self.period_name(line)
            case PasteColumn.TEXT:
                text = " ".join(line.cell.text.split())
                return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
            case PasteColumn.READING:
                return self.pasting.text(line, line.chosen) if line.chosen >= 0 else ("" if line.choices else "–")
            case PasteColumn.BEFORE:
                return self.pasting.before(line) or self.tr("(empty)")
            case PasteColumn.NOTE:
                return self.note(line)
        return ""

    def _tip(self, line: PastedLine, column: int) -> str:
        if column == PasteColumn.NOTE:
            return line.reason or self.note(line)
        return line.cell.text if column == PasteColumn.TEXT else self._text(line, column)

    def _spoken(self, line: PastedLine, column: int) -> str:
        if column == PasteColumn.SIGN:
            return sign_word(line.sign)
        if column == PasteColumn.READING and line.is_open:
            first, second = (self.pasting.text(line, choice) for choice in (0, 1))
            return self.tr("{first} or {second}").format(first=first, second=second)
        return self._text(line, column)


def sign_word(sign: Sign) -> str:
    """Return what becomes of a cell, in a word."""
    words = {
        Sign.NEW: QCoreApplication.translate("PasteModel", "written anew"),
        Sign.REPLACES: QCoreApplication.translate("PasteModel", "replacing what is there"),
        Sign.ASKS: QCoreApplication.translate("PasteModel", "to be chosen"),
        Sign.REFUSED: QCoreApplication.translate("PasteModel", "not written"),
    }
    return words[sign]


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column in (PasteColumn.TEXT, PasteColumn.READING, PasteColumn.BEFORE) else _LEFT
