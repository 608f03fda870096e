"""The page's head: the day of the tree, as reported or on today's units, and what is done to units."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ui.theme import theme
from ui.widgets.day_picker import DayPicker
from ui.widgets.fields import LineField
from ui.widgets.segment import Segment
from ui.widgets.typed_values import read_optional_date, write_date


class UnitsHead(QWidget):
    """day_chosen(day or None). way_chosen(on_todays_units)."""

    day_chosen = Signal(object)
    way_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        title = QLabel(self.tr("Units"))
        title.setProperty("role", "title")
        label = QLabel(self.tr("Tree on the &day"))
        label.setProperty("role", "secondary")
        self.day = LineField(read_optional_date, write_date, "d/m/yyyy")
        self.day.editor.setAccessibleName(self.tr("Day of the tree"))
        self.day.setFixedWidth(look.px(124))
        label.setBuddy(self.day.editor)
        editor = self.day.editor
        assert isinstance(editor, QLineEdit)
        pick = QAction(look.icon("calendar"), self.tr("Choose a day"), self)
        pick.triggered.connect(self._pick_clicked)
        editor.addAction(pick, QLineEdit.ActionPosition.LeadingPosition)
        self.add_button = QPushButton(look.icon("plus"), self.tr("Add a unit"))
        self.reorganise_button = QPushButton(look.icon("merge", "on_accent"), self.tr("Merge, split…"))
        self.reorganise_button.setProperty("role", "primary")
        self.print_button = QPushButton(look.icon("printer"), "")
        self.print_button.setToolTip(self.tr("Print units and events (Ctrl+P)"))
        self.print_button.setAccessibleName(self.tr("Print"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        line.addWidget(title)
        line.addWidget(label)
        line.addWidget(self.day)
        line.addLayout(self._switch())
        line.addStretch(1)
        for part in (self.print_button, self.add_button, self.reorganise_button):
            line.addWidget(part)
        self.day.committed.connect(self.day_chosen)

    def _switch(self) -> QHBoxLayout:
        self.ways, line = QButtonGroup(self), QHBoxLayout()
        line.setSpacing(0)
        for place, words in enumerate((self.tr("As reported"), self.tr("On today's units"))):
            button = Segment(words, is_last=place == 1)
            self.ways.addButton(button, place)
            line.addWidget(button)
        self.ways.button(0).setChecked(True)
        self.ways.idClicked.connect(self._way_clicked)
        return line

    def show_way(self, on_todays_units: bool) -> None:
        """Show which way figures are taken."""
        self.ways.button(int(on_todays_units)).setChecked(True)

    def show_day(self, day: date) -> None:
        """Show the day of the tree."""
        self.day.show_value(day)
        self._day = day

    def _way_clicked(self, place: int) -> None:
        self.way_chosen.emit(bool(place))

    def _pick_clicked(self) -> None:
        DayPicker(self, self._day, self._picked).open_below(self.day)

    def _picked(self, day: date | None) -> None:
        self.day_chosen.emit(day)

    _day = date.today()
