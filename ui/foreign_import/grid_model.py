"""The first rows of a table as they stand in the file: its headings stand out, what is not taken steps back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from models.exchange.cells import shown
from models.exchange.foreign.files import Grid
from models.exchange.foreign.guess import Proposal
from models.exchange.foreign.layout import Use
from models.exchange.foreign.table import Taken
from ui.foreign_import.words import column_letters, column_words
from ui.theme import theme
from ui.widgets.row_model import Index

SHOWN_ROWS = 300


class GridModel(QAbstractTableModel):
    """Shows at most 300 rows: those below are read alike, and what of them is not taken is listed."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid("", ())
        self._proposal: Proposal | None = None
        self._left: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int]] = set()

    def show_grid(self, grid: Grid, proposal: Proposal) -> None:
        """Show another table."""
        self.beginResetModel()
        self._grid, self._proposal = grid, proposal
        self.endResetModel()

    def show_taken(self, proposal: Proposal, taken: Taken) -> None:
        """Show how the same table is read now."""
        self._proposal = proposal
        self._left = {place: each.reason for each in taken.left for place in each.cells}
        self._taken = {each.place for each in taken.readings}
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else min(SHOWN_ROWS, len(self._grid.rows))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._grid.width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            letters = column_letters(section)
            if self._proposal is None or section >= len(self._proposal.layout.columns):
                return letters
            return f"{letters}\n{column_words(self._proposal.layout.columns[section])}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = self._grid.cell(*place)
            text = "" if cell is None else shown(cell)
            reason = self._left.get(place, "")
            return f"{text}\n{reason}" if role == Qt.ItemDataRole.ToolTipRole and reason else text
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(place)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour("muted" if place in self._left else "text")
        if role == Qt.ItemDataRole.FontRole and self._is_heading(place[0]):
            return theme().font(13, bold=True)
        return None

    def _is_heading(self, row: int) -> bool:
        if self._proposal is None:
            return False
        header = self._proposal.layout.header
        return header.first <= row < header.body

    def _ground(self, place: tuple[int, int]) -> QColor | None:
        if self._is_heading(place[0]):
            return theme().colour("accent_soft")
        if place in self._taken:
            return theme().colour("met_soft")
        if self._proposal is None or place[1] >= len(self._proposal.layout.columns):
            return None
        is_skipped = self._proposal.layout.columns[place[1]].use is Use.SKIP or place in self._left
        return theme().colour("locked") if is_skipped else None
