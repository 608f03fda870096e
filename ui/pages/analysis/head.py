"""The page's head: which panels, which indicator, compared with what, and the ways out of the program."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QWidget,
)

from models.period import Period, Span
from models.plan import Indicator
from ui.folding import fold
from ui.pages.analysis.panel import Way
from ui.texts import period_text
from ui.theme import theme
from ui.widgets.picker import PickerButton, Popup
from ui.widgets.segment import Segment

ALL = "all"
LAST_YEAR = "last year"
CUMULATIVE = (Span.Q1, Span.H1, Span.M9, Span.YEAR)


def compared_period(choice: str, period: Period) -> Period | None:
    """Return the period that a choice means beside a period: none, last year's same, or another of the year."""
    if choice == LAST_YEAR:
        return period.in_year(period.year - 1)
    spans = {span.name: span for span in CUMULATIVE}
    other = Period(period.year, spans[choice]) if choice in spans else None
    return None if other == period else other


class IndicatorPopup(Popup):
    """A filter without tones, and the indicators; chosen(code)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, indicators: Sequence[Indicator], code: str) -> None:
        super().__init__(parent)
        look = theme()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find an indicator"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Indicators"))
        self.list.setMinimumSize(QSize(look.px(420), look.px(280)))
        for each in indicators:
            item = QListWidgetItem(f"{each.code} {each.label}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.code)
            item.setToolTip(each.name)
            if each.code == code:
                self.list.setCurrentItem(item)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.list)
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.returnPressed.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.filter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _filter_changed(self, text: str) -> None:
        wanted, first = fold(text), None
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(wanted not in fold(f"{item.text()} {item.toolTip()}"))
            first = first or (None if item.isHidden() else item)
        if first is not None:
            self.list.setCurrentItem(first)

    def _take(self) -> None:
        item = self.list.currentItem()
        if not item.isHidden() and self.isVisible():
            self.close()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class AnalysisHead(QWidget):
    """panel_chosen(key): all, or one panel. indicator_chosen(code). compared(choice). asked(way).

    way_chosen(on_todays_units): figures on today's units, or as reported."""

    panel_chosen = Signal(str)
    indicator_chosen = Signal(str)
    compared = Signal(str)
    asked = Signal(str)
    way_chosen = Signal(bool)

    def __init__(self, panels: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._indicators: Sequence[Indicator] = ()
        self._code, self._choice = "", ""
        self._on_todays_units = False
        self._period = Period(2000)
        self.title = QLabel(self.tr("Analysis"))
        self.title.setProperty("role", "title")
        self.indicator = PickerButton(self.tr("Indicator"))
        self.indicator.clicked.connect(self._indicator_clicked)
        self.compare = PickerButton(self.tr("Against"))
        self.compare.clicked.connect(self._compare_clicked)
        look = theme()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(self.title)
        line.addLayout(self._build_switch(panels))
        line.addWidget(self.indicator)
        line.addWidget(self.compare)
        self.units = PickerButton(self.tr("Units"))
        self.units.clicked.connect(self._units_clicked)
        self.units.hide()
        line.addWidget(self.units)
        line.addStretch(1)
        self.ways: dict[Way, QPushButton] = {}
        for icon, words, way in (
            ("image", self.tr("Copy picture"), Way.PICTURE),
            ("upload", self.tr("Export Excel"), Way.EXCEL),
            ("printer", self.tr("Print"), Way.PRINT),
        ):
            button = QPushButton(look.icon(icon), words)
            button.clicked.connect(partial(self.asked.emit, way))
            self.ways[way] = button
            line.addWidget(button)
        self._words = {way: button.text() for way, button in self.ways.items()}

    def _build_switch(self, panels: Sequence[tuple[str, str]]) -> QHBoxLayout:
        switch, line = QButtonGroup(self), QHBoxLayout()
        line.setSpacing(0)
        self.buttons: dict[str, QPushButton] = {}
        for key, title in ((ALL, self.tr("All four")), *panels):
            button = Segment(title, is_last=key == panels[-1][0])
            button.clicked.connect(partial(self.panel_chosen.emit, key))
            switch.addButton(button)
            line.addWidget(button)
            self.buttons[key] = button
        return line

    def show_panel(self, key: str) -> None:
        """Mark which panels are shown."""
        self.buttons[key].setChecked(True)

    def show_indicator(self, indicators: Sequence[Indicator], code: str) -> None:
        """Show which indicator is chosen, of which ones."""
        self._indicators, self._code = indicators, code
        self.fit()

    def show_compared(self, choice: str, period: Period) -> None:
        """Show what figures are compared with."""
        self._choice, self._period = choice, period
        then = compared_period(choice, period)
        self.compare.set_choice(period_text(then) if then else self.tr("nothing"))
        self.fit()

    def show_way(self, on_todays_units: bool, *, can_choose: bool) -> None:
        """Show whether figures are taken as reported or on today's units."""
        self._on_todays_units = on_todays_units
        self.units.setVisible(can_choose or on_todays_units)
        self.units.set_choice(self._way_words(on_todays_units))
        self.fit()

    def _way_words(self, on_todays_units: bool) -> str:
        return self.tr("today's") if on_todays_units else self.tr("as reported")

    def _units_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for is_today in (False, True):
            action = menu.addAction(self._way_words(is_today))
            action.setCheckable(True)
            action.setChecked(is_today == self._on_todays_units)
            action.triggered.connect(partial(self.way_chosen.emit, is_today))
        menu.popup(self.units.mapToGlobal(self.units.rect().bottomLeft()))

    def name_target(self, title: str) -> None:
        """Say which panel the buttons are for."""
        for way, button in self.ways.items():
            button.setToolTip(f"{self._words[way]}: {title}")
            button.setAccessibleName(button.toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Where not all has room the buttons go without words, then the indicator without its name, then the title."""
        chosen = next((each for each in self._indicators if each.code == self._code), None)
        for has_words, has_name, has_title in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False,) * 3,
        ):
            for way, button in self.ways.items():
                button.setText(self._words[way] if has_words else "")
            name = f"{chosen.code} {chosen.label}" if chosen and has_name else self._code
            self.indicator.set_choice(name or "–")
            self.indicator.setToolTip(chosen.name if chosen else "")
            self.title.setVisible(has_title)
            layout = self.layout()
            if layout is None or layout.sizeHint().width() <= self.width():
                return

    def _indicator_clicked(self) -> None:
        popup = IndicatorPopup(self, self._indicators, self._code)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self.indicator_chosen)
        popup.open_below(self.indicator)

    def _compare_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices = ["", LAST_YEAR, *(span.name for span in CUMULATIVE if span is not self._period.span)]
        for choice in choices:
            then = compared_period(choice, self._period)
            action = menu.addAction(period_text(then) if then else self.tr("nothing"))
            action.setCheckable(True)
            action.setChecked(choice == self._choice)
            action.triggered.connect(partial(self.compared.emit, choice))
        menu.popup(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))
