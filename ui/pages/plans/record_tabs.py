"""Tabs Căn cứ, Nhiệm vụ and Kỳ báo cáo, and the grades: plain lists that are typed into."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.errors import KnownError
from models.period import Period, Window, Windows, WindowSetting, periods_of
from models.plan import Grade, LegalBasis, Plan, Task
from models.workdays import NATIONAL, Calendar
from ui.texts import period_text
from ui.widgets.records import Column, RecordTable
from ui.widgets.typed_values import (
    read_code,
    read_needed,
    read_optional_date,
    read_optional_number,
    read_text,
    write_date,
    write_number,
    write_text,
)

Reader = Callable[[str], Any]


def _column(heading: str, name: str, read: Reader = read_text, width: int = 0, write: Any = write_text) -> Column:
    def text(row: Any) -> str:
        return str(write(getattr(row, name)))

    def change(row: Any, typed: str) -> Any:
        return replace(row, **{name: read(typed)})

    return Column(heading, text, change, width, write is write_number)


def _day(heading: str, name: str, width: int = 100) -> Column:
    return _column(heading, name, read_optional_date, width, write_date)


def _read_progress(text: str) -> int | None:
    """Return how far a task is, in percent; None for an empty text. Raises KnownError."""
    number = read_optional_number(text.replace("%", " "))
    if number is not None and (number != int(number) or not 0 <= number <= 100):
        raise KnownError(QCoreApplication.translate("Tasks", "How far it is is a whole number from 0 to 100."))
    return None if number is None else int(number)


def _write_progress(value: int | None) -> str:
    return "" if value is None else f"{value}%"


class BasesTable(RecordTable):
    """The documents that a plan rests on."""

    def __init__(self) -> None:
        self.plan = ""
        super().__init__(self._new)
        self.build(
            self.tr("Legal bases"),
            [
                _column(self.tr("Kind of document"), "kind", read_text, 150),
                _column(self.tr("Number"), "number", read_text, 140),
                _day(self.tr("Day"), "day"),
                _column(self.tr("Agency"), "agency", read_text, 190),
                _column(self.tr("Abstract"), "abstract"),
            ],
            self.tr("Add a document"),
            wraps=True,
        )

    def _new(self, rows: list[LegalBasis]) -> LegalBasis:
        return LegalBasis(self.plan, "", "", None, "", "")


class TasksTable(RecordTable):
    """The work of a plan."""

    def __init__(self) -> None:
        self.plan, self.on = "", date.today()
        super().__init__(self._new)
        self.build(
            self.tr("Tasks"),
            [
                _column(self.tr("Code"), "code", read_code, 62),
                _column(self.tr("Area"), "area", read_text, 112),
                _column(self.tr("Content"), "content", read_needed),
                _column(self.tr("Product"), "product", read_text, 138),
                _column(self.tr("Lead"), "lead", read_text, 100),
                _column(self.tr("Together with"), "cooperating", read_text, 100),
                _day(self.tr("Deadline"), "due", 88),
                _column(self.tr("Done, %"), "progress", _read_progress, 62, _write_progress),
                _day(self.tr("Done on"), "done_on", 88),
                Column(self.tr("State"), self._state, None, 128, is_warned=self._is_overdue),
                _column(self.tr("Note"), "note", read_text, 64),
            ],
            self.tr("Add a task"),
            wraps=True,
        )

    def _is_overdue(self, row: Task) -> bool:
        return row.is_overdue(self.on)

    def _state(self, row: Task) -> str:
        """Return where a task stands on the day that is asked."""
        if row.is_done:
            is_late = row.due is not None and row.done_on is not None and row.done_on > row.due
            return self.tr("done late") if is_late else self.tr("done")
        if row.due is not None and row.is_overdue(self.on):
            return self.tr("overdue, %n day(s)", None, (self.on - row.due).days)
        return self.tr("under way") if row.progress else self.tr("not begun")

    def _new(self, rows: list[Task]) -> Task:
        taken = {each.code for each in rows}
        code = next(code for n in range(1, len(rows) + 2) if (code := f"NV-{n:02}") not in taken)
        area = rows[-1].area if rows else ""
        return Task(self.plan, code, area, self.tr("New task"))


class GradesTable(RecordTable):
    """A plan's grades, the best first."""

    def __init__(self) -> None:
        self.plan = ""
        super().__init__(self._new)
        self.build(
            self.tr("Grades, the best first"),
            [
                Column(self.tr("Place"), self._place, None, 60, True),
                _column(self.tr("Grade"), "name", read_needed),
                _column(self.tr("From score"), "from_score", read_optional_number, 100, write_number),
            ],
            self.tr("Add a grade"),
        )

    def _place(self, row: Grade) -> str:
        return str(row.position)

    def _new(self, rows: list[Grade]) -> Grade:
        taken = {each.name for each in rows}
        stem = self.tr("New grade")
        name = next(name for n in range(1, len(rows) + 2) if (name := f"{stem} {n}") not in taken)
        return Grade(self.plan, len(rows) + 1, name)


def numbered(grades: list[Grade]) -> list[Grade]:
    """Return the grades with their places counted anew."""
    return [replace(each, position=place) for place, each in enumerate(grades, start=1)]


@dataclass(frozen=True)
class WindowRow:
    """One period with its own days (None: as the rule says), the window that comes of it, and the rule's."""

    period: Period
    first: date | None
    last: date | None
    due: date | None
    window: Window
    rule: Window


class WindowsTable(RecordTable):
    """The days that each period's figures are from, and the last day to send them. Empty: as the decree says."""

    def __init__(self) -> None:
        super().__init__(None)
        self.build(
            self.tr("Reporting periods"),
            [
                Column(self.tr("Period"), self._period, None, 170),
                self._window_day(self.tr("From"), "first"),
                self._window_day(self.tr("To"), "last"),
                self._window_day(self.tr("To be sent by"), "due"),
                Column("", self.origin),
            ],
            "",
        )

    def _period(self, row: WindowRow) -> str:
        return period_text(row.period)

    def origin(self, row: WindowRow) -> str:
        """Return where a window comes from."""
        if row.window == row.rule:
            return self.tr("by the rule of Decree 09/2019/NĐ-CP")
        return self.tr("set by the plan; Delete brings the rule back")

    def _window_day(self, heading: str, name: str) -> Column:
        def text(row: WindowRow) -> str:
            return write_date(getattr(row.window, name))

        def change(row: WindowRow, typed: str) -> WindowRow:
            days: dict[str, Any] = {name: read_optional_date(typed)}
            return replace(row, **days)

        return Column(heading, text, change, 130)


def window_rows(plan: Plan, settings: list[WindowSetting], calendar: Calendar = NATIONAL) -> list[WindowRow]:
    """Return a row for every period of a plan's year, by the working days of its office."""
    windows, rule = Windows(settings, calendar), Windows(calendar=calendar)
    own = {each.period: each for each in settings}
    rows = []
    for period in dict.fromkeys(sorted(periods_of(plan.year), key=lambda each: (not each.is_quarter, each.number))):
        found = own.get(period) or WindowSetting(plan.code, period)
        rows.append(WindowRow(period, found.first, found.last, found.due, windows.of(period), rule.of(period)))
    return rows


def settings_of(plan: Plan, rows: list[WindowRow]) -> list[WindowSetting]:
    """Return what a plan says itself; raises KnownError for a window that ends before it begins."""
    for row in rows:
        first, last = row.first or row.window.first, row.last or row.window.last
        if last < first:
            text = QCoreApplication.translate("WindowsTable", "{period} would end before it begins.")
            raise KnownError(text.format(period=period_text(row.period)))
    own = [each for each in rows if (each.first, each.last, each.due) != (None, None, None)]
    return [WindowSetting(plan.code, each.period, each.first, each.last, each.due) for each in own]
