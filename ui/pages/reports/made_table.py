"""The reports made before: a plain table, the newest first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from models.number import format_date
from models.period import Period
from models.store.reports import MadeReport
from models.unit import Unit
from reports.kinds import KINDS
from ui.texts import period_text, report_kind_word, unit_text
from ui.theme import theme
from ui.widgets.row_model import Index, RowModel

Report = tuple[str, str, Period, str | None]


class MadeModel(RowModel):
    """Shows made reports, each with which version of its kind, period and unit it is."""

    rows: Sequence[MadeReport]

    def __init__(self) -> None:
        super().__init__()
        self._units: Mapping[str, Unit] = {}
        self._versions: dict[int, int] = {}
        self.headings = (
            self.tr("Made at"),
            self.tr("Kind"),
            self.tr("Period"),
            self.tr("Unit"),
            self.tr("Version"),
            self.tr("State"),
            self.tr("By"),
        )

    def show_reports(self, reports: list[MadeReport], units: Mapping[str, Unit]) -> None:
        """Show other reports."""
        self._units = units
        self._versions = versions(reports)
        self.show_rows(reports)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts(row)[column]
            case Qt.ItemDataRole.ToolTipRole:
                day = self.tr("as of {day}").format(day=format_date(row.asked_on))
                return f"{self._texts(row)[column]}\n{day}\n{row.path}"
            case Qt.ItemDataRole.DecorationRole if column == 5:
                return theme().icon("lock" if row.is_issued else "pencil")
        return None

    def _texts(self, row: MadeReport) -> tuple[str, ...]:
        here = row.made_at.astimezone()
        unit, kind = self._units.get(row.unit or ""), KINDS.get(row.kind)
        return (
            f"{here:%H:%M} {format_date(here.date())}",
            report_kind_word(row.kind, kind.name if kind else row.kind),
            period_text(row.period),
            unit_text(unit) if unit else self.tr("whole plan"),
            str(self._versions[row.id]),
            self.tr("issued") if row.is_issued else self.tr("draft"),
            row.made_by,
        )


def versions(reports: Sequence[MadeReport]) -> dict[int, int]:
    """Return by its number which version a report is: how many of the same plan, kind, period and unit came before."""
    seen: Counter[Report] = Counter()
    found = {}
    for each in sorted(reports, key=lambda report: report.id):
        same = (each.plan, each.kind, each.period, each.unit)
        seen[same] += 1
        found[each.id] = seen[same]
    return found
