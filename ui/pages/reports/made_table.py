"""The reports made before: a plain table, the newest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from models.number import format_date
from models.store.reports import MadeReport
from models.unit import Unit
from ui.texts import period_text, unit_text
from ui.widgets.row_model import Index, RowModel


class MadeModel(RowModel):
    """Shows made reports."""

    rows: Sequence[MadeReport]

    def __init__(self) -> None:
        super().__init__()
        self._units: Mapping[str, Unit] = {}
        self.headings = (
            self.tr("Made at"),
            self.tr("Period"),
            self.tr("Unit"),
            self.tr("As of"),
            self.tr("By"),
            self.tr("File"),
        )

    def show_reports(self, reports: list[MadeReport], units: Mapping[str, Unit]) -> None:
        """Show other reports."""
        self._units = units
        self.show_rows(reports)

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
