"""Tab Kỳ báo cáo: the days of each period, and the days that the plan's office is off or works."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.errors import KnownError
from models.number import format_date, read_date
from models.plan import Plan
from models.workdays import DayOff
from ui.folding import fold
from ui.pages.plans.record_tabs import WindowsTable
from ui.theme import theme
from ui.widgets.records import Column, RecordTable
from ui.widgets.typed_values import read_needed, read_text

SUNDAY = 6


class DaysOffTable(RecordTable):
    """What an office says of its days, beside the holidays and weekends that everybody has."""

    def __init__(self) -> None:
        self.office, self.year = "", 0
        super().__init__(self._new)
        self.build(
            self.tr("Days off and make-up working days of the office"),
            [
                Column(self.tr("Day"), self._day, self._change_day, 130),
                Column(self.tr("Kind"), self._kind, self._change_kind, 130),
                Column(self.tr("Note"), self._note, self._change_note),
            ],
            self.tr("Add a day"),
            has_order=False,
        )

    def _new(self, rows: list[DayOff]) -> DayOff:
        """Begin with the Sunday after all days of the list: off anyway, it moves nothing until it is typed over."""
        after = max((each.day for each in rows), default=date(self.year, 1, 1) - timedelta(1))
        return DayOff(self.office, after + timedelta((SUNDAY - after.weekday()) or 7))

    def _day(self, row: DayOff) -> str:
        return format_date(row.day)

    def _change_day(self, row: DayOff, typed: str) -> DayOff:
        day = read_date(read_needed(typed))
        if abs(day.year - self.year) > 1:
            text = self.tr("{day} is far from {year}, the year of the plan.")
            raise KnownError(text.format(day=format_date(day), year=self.year))
        return replace(row, day=day)

    def _kind(self, row: DayOff) -> str:
        return self._kinds()[row.is_off]

    def _change_kind(self, row: DayOff, typed: str) -> DayOff:
        kinds, wanted = self._kinds(), fold(typed.strip())
        found = [is_off for is_off, word in kinds.items() if fold(word).startswith(wanted)]
        if not wanted or len(found) != 1:
            raise KnownError(self.tr("Type {first} or {second}.").format(first=kinds[True], second=kinds[False]))
        return replace(row, is_off=found[0])

    def _kinds(self) -> dict[bool, str]:
        return {True: self.tr("off"), False: self.tr("worked")}

    def _note(self, row: DayOff) -> str:
        return row.note

    def _change_note(self, row: DayOff, typed: str) -> DayOff:
        return replace(row, note=read_text(typed))


class PeriodsTab(QWidget):
    """Shows the windows of a plan and the days of its office; every change is handed to the page.

    days_edited: all that the office says of its days."""

    days_edited = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.windows, self.days_off = WindowsTable(), DaysOffTable()
        self._build()
        self.days_off.edited.connect(self._days_typed)
        self.setFocusProxy(self.windows.view)

    def show_days_off(self, plan: Plan, days: Sequence[DayOff]) -> None:
        """Show what a plan's office says of its days."""
        self.days_off.office, self.days_off.year = plan.unit, plan.year
        self.days_off.show_rows(list(days))

    def _build(self) -> None:
        heading = QLabel(self.tr("Days off and make-up working days of the office"))
        hint = QLabel(self.tr("Beside weekends and public holidays; due dates and working days follow at once."))
        for label, role in ((heading, "section"), (hint, "muted")):
            label.setProperty("role", role)
            label.setContentsMargins(theme().px(12), theme().px(8 if label is heading else 2), theme().px(12), 0)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.windows, 3)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.days_off, 2)

    def _days_typed(self, new: list[DayOff]) -> None:
        days = [each.day for each in new]
        if twice := next((day for day in days if days.count(day) > 1), None):
            text = self.tr("{day} is in the list already. The old value was kept.")
            self.days_off.refuse(text.format(day=format_date(twice)))
        else:
            self.days_edited.emit(new)
