"""Chooses a report period: two columns, each period with its window and due date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from models.number import format_date
from models.period import Period, Span, Windows
from ui.texts import period_text, window_text
from ui.theme import theme
from ui.widgets.picker import Popup
from ui.widgets.tall_button import TallButton

CUMULATIVE = (Span.Q1, Span.H1, Span.M9, Span.YEAR)
SINGLE = (Span.Q1, Span.Q2, Span.Q3, Span.Q4)


class PeriodButton(TallButton):
    """One period: its name, its window, its due date."""

    def __init__(self, period: Period, windows: Windows) -> None:
        super().__init__()
        self.period = period
        window, look = windows.of(period), theme()
        self.setProperty("role", "choice")
        self.setCheckable(True)
        due = self.tr("due {day}").format(day=format_date(window.due))
        lines = ((period_text(period), "strong"), (window_text(window), "muted"), (due, "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(5), look.px(10), look.px(5))
        column.setSpacing(0)
        for text, role in lines:
            column.addWidget(self.label(text, role))
        self.setAccessibleName(", ".join(text for text, _ in lines))


class PeriodPopup(Popup):
    """Lũy kế on the left, single quarters on the right; on a page of quarters only those, of the year before too.

    year: the plan's; figures of the year before are typed with it, since some targets look back at them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, windows: Windows, period: Period, year: int, *, only_quarters: bool) -> None:
        super().__init__(parent)
        self.buttons: list[PeriodButton] = []
        grid = QGridLayout()
        grid.setSpacing(theme().px(6))
        self.column.addLayout(grid)
        single = self.tr("Single quarter")
        columns: list[tuple[str, int, tuple[Span, ...]]]
        columns = [(single, year, SINGLE), (self.tr("The year before"), year - 1, SINGLE)]
        if not only_quarters:
            columns = [(self.tr("Year to date"), period.year, CUMULATIVE), (single, period.year, SINGLE[1:])]
        for place, (title, its_year, spans) in enumerate(columns):
            head = QLabel(title)
            head.setProperty("role", "section")
            grid.addWidget(head, 0, place)
            first_row = 1 + len(SINGLE) - len(spans)
            for row, span in enumerate(spans, first_row):
                grid.addWidget(self._button(Period(its_year, span), windows, period), row, place)

    def _button(self, period: Period, windows: Windows, chosen: Period) -> PeriodButton:
        button = PeriodButton(period, windows)
        button.setChecked(period == chosen)
        button.clicked.connect(self._clicked)
        if period == chosen:
            button.setFocus()
        self.buttons.append(button)
        return button

    def _clicked(self) -> None:
        button = self.sender()
        self.close()
        if isinstance(button, PeriodButton):
            self.chosen.emit(button.period)
