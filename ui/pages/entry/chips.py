"""The second line above the grid: filters with their counts, and what is done with the form's figures as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QUndoStack
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QToolButton, QWidget

from ui.pages.entry.fitting import FittingRow
from ui.pages.entry.form import Filter
from ui.theme import theme


class Chips(FittingRow):
    """The filters at the left; undo, redo, paste, import, blank form and print at the right.

    chosen(Filter); paste_asked, import_asked: the buttons of those names."""

    chosen = Signal(object)
    paste_asked = Signal()
    import_asked = Signal()

    def __init__(self, undo: QUndoStack) -> None:
        super().__init__()
        self.row.setSpacing(theme().px(8))
        self._group = QButtonGroup(self)
        self.buttons: dict[Filter, QPushButton] = {}
        for wanted in Filter:
            button = QPushButton()
            button.setProperty("role", "chip")
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[wanted] = button
            self.row.addWidget(button)
        self.buttons[Filter.WARNED].setIcon(theme().icon("warning", "warning_text"))
        self.row.addStretch(1)
        self._steps = [self._step(undo, name) for name in ("undo", "redo")]
        for step in self._steps:
            self.row.addWidget(step)
        self._add_tools()
        self.show_chosen(Filter.ALL)
        self._group.buttonClicked.connect(self._clicked)

    def _add_tools(self) -> None:
        line = QFrame()
        line.setProperty("role", "vline")
        self.row.addWidget(line)
        self.paste = QPushButton(theme().icon("clipboard"), "")
        self.import_file = QPushButton(theme().icon("download"), "")
        self.blank = QPushButton(theme().icon("upload"), "")
        self.print = QPushButton(theme().icon("printer"), "")
        words = {
            self.print: self.tr("Print the form"),
            self.blank: self.tr("Write a blank form"),
            self.import_file: self.tr("Import a file…"),
            self.paste: self.tr("Paste from Excel"),
        }
        tips = {self.paste: self.tr("Paste what was copied in Excel, from the current cell on (Ctrl+V)")}
        self._tools = [self.paste, self.import_file, self.blank, self.print]
        for button, text in words.items():
            self.may_shrink(button, text, tips.get(button, ""))
        for button in self._tools:
            self.row.addWidget(button)
        for button in (self.blank, self.print):
            button.hide()
        self.paste.clicked.connect(self.paste_asked)
        self.import_file.clicked.connect(self.import_asked)

    def set_menus(self, blank: QMenu, printing: QMenu) -> None:
        """Give the two buttons that offer a choice their menus."""
        for button, menu in ((self.blank, blank), (self.print, printing)):
            button.setMenu(menu)
            button.show()

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
        return [*self.buttons.values(), *self._steps, *self._tools]

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
            _leave_room_for_bold(button)
        self.fit()

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(next(wanted for wanted, each in self.buttons.items() if each is button))


def _leave_room_for_bold(button: QPushButton) -> None:
    """Make a chip as wide as it is when chosen: the style measures it in the plain weight."""
    button.ensurePolished()
    plain, bold = button.fontMetrics(), QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    more = QFontMetrics(bold).horizontalAdvance(button.text()) - plain.horizontalAdvance(button.text())
    button.setMinimumWidth(button.sizeHint().width() + max(0, more))
