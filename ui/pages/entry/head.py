"""What stands above the grid: the submission's name and due date, the way to other units, filters, undo and redo."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from models.number import format_date
from models.period import Window
from models.unit import Unit
from ui.pages.entry.checks import lower_first
from ui.pages.entry.form import Filter
from ui.texts import days_left_text, quarter_text
from ui.theme import set_role, theme
from ui.widgets.elided_label import ElidedLabel


class Title(ElidedLabel):
    """A heading as wide as its text, shortened only where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme().px(2), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), super().sizeHint().height())


class Head(QWidget):
    """Names the submission and leads to the units beside it. stepped(1 or -1): another unit is wanted."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        self.title, self.due, self.place = Title(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setProperty("role", "secondary")
        self.previous = self._arrow("chevron-left", self.tr("Previous unit (Ctrl+PgUp)"))
        self.next = self._arrow("chevron-right", self.tr("Next unit (Ctrl+PgDn)"))
        row.addWidget(self.title)
        row.addWidget(self.due)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.previous.clicked.connect(self._previous_clicked)
        self.next.clicked.connect(self._next_clicked)

    def _arrow(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "square")
        button.setIcon(theme().icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def show_submission(self, unit: Unit, quarter: int, window: Window, on: date) -> None:
        """Show whose submission of which quarter this is, and when it is due."""
        words = self.tr("Submission of {quarter} – {unit}")
        self.title.setText(words.format(quarter=lower_first(quarter_text(quarter)), unit=lower_first(unit.name)))
        due = self.tr("due {date}, {left}")
        self.due.setText(due.format(date=format_date(window.due), left=days_left_text(window.due, on)))
        set_role(self.due, "secondary" if on <= window.due else "warning")

    def show_place(self, number: int, count: int) -> None:
        """Show which of the units this is."""
        self.place.setText(self.tr("Unit {number}/{count}").format(number=number, count=count))
        for button in (self.previous, self.next):
            button.setEnabled(count > 1)

    def _previous_clicked(self) -> None:
        self.stepped.emit(-1)

    def _next_clicked(self) -> None:
        self.stepped.emit(1)


class Chips(QWidget):
    """The filters with their counts, and undo and redo at the right. chosen(Filter)."""

    chosen = Signal(object)

    def __init__(self, undo: QUndoStack) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self._group = QButtonGroup(self)
        self.buttons: dict[Filter, QPushButton] = {}
        for wanted in Filter:
            button = QPushButton()
            button.setProperty("role", "chip")
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[wanted] = button
            row.addWidget(button)
        self.buttons[Filter.WARNED].setIcon(theme().icon("warning", "warning_text"))
        row.addStretch(1)
        self._steps = [self._step(undo, name) for name in ("undo", "redo")]
        for step in self._steps:
            row.addWidget(step)
        self.show_chosen(Filter.ALL)
        self._group.buttonClicked.connect(self._clicked)

    def _step(self, undo: QUndoStack, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "square")
        if name == "undo":
            action = undo.createUndoAction(button, self.tr("Undo"))
            button.setAccessibleName(self.tr("Undo (Ctrl+Z)"))
        else:
            action = undo.createRedoAction(button, self.tr("Redo"))
            button.setAccessibleName(self.tr("Redo (Ctrl+Y)"))
        action.setIcon(theme().icon(name))
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def in_order(self) -> list[QWidget]:
        """Return the buttons from left to right."""
        return [*self.buttons.values(), *self._steps]

    def show_chosen(self, wanted: Filter) -> None:
        """Mark a filter as the one in use."""
        self.buttons[wanted].setChecked(True)

    def show_counts(self, counts: dict[Filter, int]) -> None:
        """Show how many cells or indicators each filter lets through."""
        words = {
            Filter.ALL: self.tr("All {count} cells"),
            Filter.EMPTY: self.tr("Still empty {count}"),
            Filter.WARNED: self.tr("Warnings {count}"),
            Filter.TO_EXPLAIN: self.tr("To explain {count}"),
        }
        for wanted, button in self.buttons.items():
            button.setText(words[wanted].format(count=counts.get(wanted, 0)))

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(next(wanted for wanted, each in self.buttons.items() if each is button))
