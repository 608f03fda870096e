"""What was reported before: the last four quarters, on demand the last twelve with the lowest and the highest."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.measure import Kind
from models.number import format_date
from models.period import Period
from models.plan import Actual, Indicator
from models.unit import Unit
from ui.pages.entry.form import Doubt, Form
from ui.pages.entry.side.checks import actual_text, lower_first
from ui.texts import NOTHING, period_text, quantity_text
from ui.theme import theme

COLUMNS, LONG = 4, 12
Reader = Callable[[Indicator, Sequence[Period]], list[Actual]]


class EarlierValues(QWidget):
    """The periods before one, each with its value. A click anywhere, or the button, shows twelve quarters or four.

    reader: asked for what the form itself does not hold; predecessors: the names of the units that the form's one took
    over from."""

    def __init__(self) -> None:
        super().__init__()
        self.reader: Reader = _nothing
        self.predecessors: Sequence[str] = ()
        self._asked: tuple[Form, Indicator, Period] | None = None
        self._heads = [QLabel() for _ in range(LONG)]
        self._values = [QLabel() for _ in range(LONG)]
        self.range = QLabel()
        self.range.setProperty("role", "secondary")
        self.range.setWordWrap(True)
        self.origin = QLabel()
        self.origin.setProperty("role", "secondary")
        self.origin.setWordWrap(True)
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self._build()
        self.more.toggled.connect(self._toggled)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(1))
        grid = QGridLayout()
        grid.setSpacing(theme().px(1))
        for place, (head, value) in enumerate(zip(self._heads, self._values, strict=True)):
            head.setProperty("role", "secondary")
            value.setProperty("role", "strong")
            for row, label in enumerate((head, value)):
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(label, place // COLUMNS * 2 + row, place % COLUMNS)
            grid.setColumnStretch(place % COLUMNS, 1)
        column.addLayout(grid)
        column.addWidget(self.range)
        column.addWidget(self.origin)

    def show_values(self, form: Form, indicator: Indicator, before: Period) -> None:
        """Show what came before a period; the year before first where a value may be given for a year."""
        self._asked = form, indicator, before
        self._show_origin(form.unit)
        self._show()

    def _show_origin(self, unit: Unit) -> None:
        self.origin.setVisible(unit.valid_from is not None and bool(self.predecessors))
        if unit.valid_from is not None:
            words, units = self.tr("Before {day} reported by {units}."), ", ".join(map(lower_first, self.predecessors))
            self.origin.setText(words.format(day=format_date(unit.valid_from), units=units))

    def texts(self) -> list[tuple[str, str]]:
        """Return what is shown: each period in short, and its value."""
        pairs = zip(self._heads, self._values, strict=True)
        return [(head.text(), value.text()) for head, value in pairs if not head.isHidden()]

    def _show(self) -> None:
        if self._asked is None:
            return
        form, indicator, before = self._asked
        is_long = self.more.isChecked()
        self.more.setText(self.tr("Four only") if is_long else self.tr("Twelve quarters"))
        periods = _periods(form, indicator, before, LONG if is_long else COLUMNS)
        if is_long:
            form = replace(
                form, actuals={(each.indicator, each.period): each for each in self.reader(indicator, periods)}
            )
        for place, (head, label) in enumerate(zip(self._heads, self._values, strict=True)):
            is_shown = place < len(periods)
            head.setVisible(is_shown)
            label.setVisible(is_shown)
            if is_shown:
                self._show_one(form, indicator, periods[place], head, label)
        self.range.setVisible(is_long)
        if is_long:
            self.range.setText(self._range(form, indicator, periods))

    def _show_one(self, form: Form, indicator: Indicator, period: Period, head: QLabel, label: QLabel) -> None:
        text, words = _text(form, indicator, period), period_text(period)
        head.setText(self._short(period))
        label.setText(text)
        label.setAccessibleName(f"{words}: {text}")
        label.setToolTip(f"{words}: {actual_text(indicator, form.actual(indicator, period)) or NOTHING}")

    def _range(self, form: Form, indicator: Indicator, periods: Sequence[Period]) -> str:
        """Return the lowest and the highest of what can be compared, each with its quarter."""
        sound = [each for each in periods if form.doubt(indicator, each) is not Doubt.WRONG]
        known = [(value, each) for each in sound if (value := form.value(indicator, each)) is not None]
        if len(known) < 2 or indicator.kind in (Kind.GRADE, Kind.YES_NO):
            return self.tr("Too few values for a lowest and a highest.")
        (low, when_low), (high, when_high) = min(known), max(known)
        words = self.tr("Lowest {low} ({when_low}), highest {high} ({when_high})")
        return words.format(
            low=quantity_text(indicator, low),
            when_low=self._short(when_low),
            high=quantity_text(indicator, high),
            when_high=self._short(when_high),
        )

    def _short(self, period: Period) -> str:
        if period.is_year:
            return self.tr("Year {year}").format(year=period.year)
        roman = ("I", "II", "III", "IV")[period.number - 1]
        return self.tr("Q.{number} {year}").format(number=roman, year=period.year)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.more.toggle()

    def _toggled(self) -> None:
        self._show()


def _periods(form: Form, indicator: Indicator, before: Period, count: int) -> list[Period]:
    """Return the quarters before a period, oldest first; the year before in front where a value may be for a year."""
    if before.is_year and count == COLUMNS:
        periods = list(before.quarters)
    else:
        periods = form.earlier(indicator, before.quarters[0] if before.is_year else before, count)
    if not indicator.kind.rolls_up:
        periods[0] = Period(form.quarter.year - 1)
    return periods


def _text(form: Form, indicator: Indicator, period: Period) -> str:
    if form.doubt(indicator, period) is Doubt.WRONG:
        return QCoreApplication.translate("Texts", "see the error")
    value = form.value(indicator, period)
    if value is not None and indicator.kind.rolls_up:
        return quantity_text(indicator, value)
    return actual_text(indicator, form.actual(indicator, period)) or NOTHING


def _nothing(indicator: Indicator, periods: Sequence[Period]) -> list[Actual]:
    return []
