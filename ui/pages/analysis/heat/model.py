"""Units by indicators: cells that were made before they are asked for, so that scrolling only looks them up."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from models.plan import Indicator
from models.progress import Figure, State
from ui.texts import NOTHING, state_word, value_text
from ui.widgets.row_model import Index

PARTIAL = "*"


class HeatCell(NamedTuple):
    """What a cell shows; value is exact."""

    state: State
    text: str
    is_partial: bool
    value: Fraction | None


CellKey = tuple[str, str]  # a unit, an indicator


def heat_cell(figure: Figure) -> HeatCell:
    """Return a figure as a cell: its number without the sign that the head says once."""
    text = value_text(figure).removesuffix("%") if figure.value is not None or figure.grade else NOTHING
    value = None if figure.state is State.TO_CHECK else figure.value
    return HeatCell(figure.state, text, figure.is_provisional, value)


class HeatModel(QAbstractTableModel):
    """Units down, indicators across. A cell that was not read yet is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.units: Sequence[str] = ()
        self.names: Sequence[str] = ()
        self.indicators: Sequence[Indicator] = ()
        self.codes: Sequence[str] = ()
        self._cells: dict[CellKey, HeatCell] = {}
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}

    def begin(self, units: Sequence[str], names: Sequence[str], indicators: Sequence[Indicator]) -> None:
        """Show other units or indicators; nothing is known of them yet."""
        self.beginResetModel()
        self.units, self.names, self.indicators = units, names, indicators
        self.codes = [each.code for each in indicators]
        self._rows = {code: row for row, code in enumerate(units)}
        self._columns = {code: column for column, code in enumerate(self.codes)}
        self._cells = {}
        self.endResetModel()

    def put(self, cells: Mapping[CellKey, HeatCell]) -> None:
        """Take in what was read; only where it is something else is anything drawn anew."""
        new = {key: cell for key, cell in cells.items() if self._cells.get(key) != cell}
        self._cells.update(new)
        places = [place for unit, code in new if (place := self.place(unit, code)) is not None]
        if places:
            rows, columns = zip(*places, strict=True)
            self.dataChanged.emit(self.index(min(rows), min(columns)), self.index(max(rows), max(columns)))

    @property
    def cells(self) -> dict[CellKey, HeatCell]:
        """All that was read, as it is at the moment."""
        return dict(self._cells)

    def cell(self, row: int, column: int) -> HeatCell | None:
        """Return a cell; None while it was not read."""
        return self._cells.get((self.units[row], self.codes[column]))

    def place(self, unit: str | None, code: str) -> tuple[int, int] | None:
        """Return where a unit and an indicator meet."""
        if unit is None or unit not in self._rows or code not in self._columns:
            return None
        return self._rows[unit], self._columns[code]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.units)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.codes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(index.row(), index.column(), cell)
        return None

    def _words(self, row: int, column: int, cell: HeatCell) -> str:
        words = [self.names[row], self.indicators[column].label, cell.text, state_word(cell.state)]
        return ", ".join([*words, self.tr("provisional")] if cell.is_partial else words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.codes) if is_across else len(self.units)):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.codes[section] if is_across else self.names[section]
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.indicators[section].name if is_across else self.names[section]
        return None
