"""What will be written, and what will not with its reason, as lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from models.exchange.foreign.office import Office
from models.exchange.foreign.table import Left, Reading, Scope, Taken
from models.number import format_number
from models.plan import Actual
from ui.foreign_import.words import column_letters, part_word, place_name
from ui.texts import NOTHING, period_text
from ui.theme import theme
from ui.widgets.row_model import Index, RowModel


class ReadingsModel(RowModel):
    """Every cell that is taken: where it stands, what it says, what it becomes, and what is there now.

    Texts are made when they are looked at: there may be a hundred thousand rows."""

    rows: Sequence[Reading]

    def __init__(self) -> None:
        super().__init__()
        self.headings = (
            self.tr("Cell"),
            self.tr("Written"),
            self.tr("Unit"),
            self.tr("Indicator"),
            self.tr("Period"),
            self.tr("Part"),
            self.tr("Read as"),
            self.tr("Now"),
            self.tr("Note"),
        )
        self._taken = Taken()
        self._office: Office | None = None

    def show_taken(self, taken: Taken, office: Office) -> None:
        """Show another reading."""
        self._taken, self._office = taken, office
        self.show_rows(taken.readings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        reading = self.rows[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole:
            colour = "warning_text" if reading.is_likely else "text" if self._changes(reading) else "muted"
            return theme().colour(colour)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(reading, index.column())
        return None

    def _changes(self, reading: Reading) -> bool:
        return reading.cell in self._taken.replaced.actuals

    def _text(self, reading: Reading, column: int) -> str:
        code, unit, period = reading.cell
        office = self._office
        pair = self._taken.replaced.actuals.get(reading.cell)
        match column:
            case 0:
                return place_name(*reading.place)
            case 1:
                return reading.text
            case 2:
                return office.units[unit].name if office is not None else unit
            case 3:
                return f"{code} – {office.indicators[code].label}" if office is not None else code
            case 4:
                return period_text(period)
            case 5:
                return part_word(reading.part)
            case 6:
                return _shown(reading.actual, reading)
            case 7:
                return _shown(pair[0] if pair else reading.actual, reading)
        if reading.is_likely:
            return self.tr("matched by likeness: please look")
        return "" if pair else self.tr("as it is")


class LeftModel(RowModel):
    """Everything that is not taken, with its reason."""

    rows: Sequence[Left]

    def __init__(self) -> None:
        super().__init__()
        self.headings = (
            self.tr("Where"),
            self.tr("What stands there"),
            self.tr("Cells"),
            self.tr("Why it is not taken"),
        )

    def show_left(self, rows: Sequence[Left]) -> None:
        """Show another list: first what a person may answer, then cells, then rows and columns that are none."""
        self.show_rows(sorted(rows, key=_urgency))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        left = self.rows[index.row()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour("warning_text" if _urgency(left)[0] < 2 else "text2")
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return (self._where(left), left.text, str(len(left.cells)), left.reason)[index.column()]

    def _where(self, left: Left) -> str:
        if left.row is not None and left.column is not None:
            return place_name(left.row, left.column)
        if left.row is not None:
            return self.tr("row {number}").format(number=left.row + 1)
        return self.tr("column {letters}").format(letters=column_letters(left.column or 0))


def may_be_answered(left: Left) -> bool:
    """Whether a person may say what a name in a row means."""
    return left.scope is Scope.ROW and left.asks is not None


def _urgency(left: Left) -> tuple[int, int, int]:
    order = {Scope.ROW: 3, Scope.COLUMN: 4, Scope.ABOVE: 5, Scope.CELL: 1}[left.scope]
    return 0 if may_be_answered(left) else order, left.row or 0, left.column or 0


def _shown(actual: Actual, reading: Reading) -> str:
    if actual.grade:
        return actual.grade
    value = getattr(actual, reading.part)
    if value is None and reading.part == "value" and actual.numerator is not None:
        numbers = (actual.numerator, actual.denominator)
        return "/".join(NOTHING if each is None else format_number(each) for each in numbers)
    if value is None:
        return NOTHING
    return format_number(value) + (f"/{actual.out_of}" if actual.out_of and reading.part == "value" else "")
