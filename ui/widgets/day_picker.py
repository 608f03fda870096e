"""The popup in which a day is typed or clicked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPushButton, QToolButton, QWidget

from models.errors import KnownError
from models.number import format_date, read_date
from ui.theme import theme
from ui.widgets.picker import Popup


class DayPicker(Popup):
    """Calls chosen with the day typed or clicked, or with None for today, and closes."""

    def __init__(self, parent: QWidget, day: date, chosen: Callable[[date | None], None]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        self.typed = QLineEdit(format_date(day))
        self.typed.setAccessibleName(self.tr("Day, as d/m/yyyy"))
        self.typed.returnPressed.connect(self._day_typed)
        self.typed.textEdited.connect(self._mark_right)
        self.calendar = _calendar(day)
        self.calendar.activated.connect(self._day_clicked)
        self.calendar.clicked.connect(self._day_clicked)
        self.today = QPushButton(self.tr("Today"))
        self.today.clicked.connect(self._today_clicked)
        for part in (self.typed, self.calendar, self.today):
            self.column.addWidget(part)
        self.setFocusProxy(self.typed)
        self.typed.selectAll()

    def _day_typed(self) -> None:
        try:
            day = read_date(self.typed.text())
        except KnownError as error:
            self._mark(str(error))
        else:
            self._choose(day)

    def _mark_right(self) -> None:
        self._mark("")

    def _mark(self, problem: str) -> None:
        self.typed.setProperty("invalid", bool(problem))
        self.typed.setToolTip(problem)
        self.typed.style().unpolish(self.typed)
        self.typed.style().polish(self.typed)

    def _day_clicked(self, day: QDate) -> None:
        self._choose(date(day.year(), day.month(), day.day()))

    def _today_clicked(self) -> None:
        self._choose(None)

    def _choose(self, day: date | None) -> None:
        self._chosen(day)
        self.close()


def _calendar(day: date) -> QCalendarWidget:
    """A month in the colours of the theme; its own field for typing is off, it garbles Vietnamese dates."""
    calendar = QCalendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setMinimumWidth(theme().px(400))  # else the short names of days are cut
    calendar.setDateEditEnabled(False)
    plain = QTextCharFormat()
    plain.setForeground(theme().colour("text2"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        if (button := calendar.findChild(QToolButton, name)) is not None:
            button.setIcon(theme().icon(icon))
    return calendar
