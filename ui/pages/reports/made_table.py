"""The reports made before: a plain table, the newest first."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.number import format_date
from models.store.reports import MadeReport
from models.unit import Unit
from ui.texts import period_text, unit_text

Index = QModelIndex | QPersistentModelIndex


class MadeModel(QAbstractTableModel):
    """Shows made reports."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[MadeReport] = []
        self._units: Mapping[str, Unit] = {}
        self._headings = (
            self.tr("Made at"),
            self.tr("Period"),
            self.tr("Unit"),
            self.tr("As of"),
            self.tr("By"),
            self.tr("File"),
        )

    def show_reports(self, reports: list[MadeReport], units: Mapping[str, Unit]) -> None:
        """Show other reports."""
        self.beginResetModel()
        self.rows, self._units = reports, units
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt asks how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt asks how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks for a heading."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.path)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        here = row.made_at.astimezone()
        unit = self._units.get(row.unit or "")
        return (
            f"{here:%H:%M} {format_date(here.date())}",
            period_text(row.period),
            unit_text(unit) if unit else self.tr("whole plan"),
            format_date(row.asked_on),
            row.made_by,
            row.path.name,
        )[index.column()]
