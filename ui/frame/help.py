"""The keys of the program, on F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import theme


class KeysDialog(QDialog):
    """Which key does what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        look = theme()
        title = QLabel(self.tr("Keys"))
        title.setProperty("role", "title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(24))
        grid.setVerticalSpacing(look.px(6))
        for row, (keys, does) in enumerate(self._lines()):
            name = QLabel(keys)
            name.setProperty("role", "strong")
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(does), row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        for part in (title, buttons):
            column.addWidget(part)
        column.insertLayout(1, grid)

    def _lines(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+1 … Ctrl+7", self.tr("the pages, in the order of the rail")),
            ("Alt+←  Alt+→", self.tr("back and forward through the places seen")),
            ("Ctrl+PgUp  Ctrl+PgDn", self.tr("previous and next unit")),
            ("Ctrl+Shift+PgUp  Ctrl+Shift+PgDn", self.tr("previous and next period")),
            ("Ctrl+Z  Ctrl+Y", self.tr("undo and redo")),
            ("F5", self.tr("read everything again")),
            ("Ctrl+N  Ctrl+O", self.tr("new file, open a file")),
            ("Insert  Ctrl+Delete", self.tr("in a list that is typed into: add a row, remove the row")),
            ("Enter", self.tr("on an indicator of the overview: open it")),
            ("Space", self.tr("on an indicator of the overview: a closer look")),
            ("F11", self.tr("on the overview: show the indicators in a meeting room; arrow keys step, Esc leaves")),
            ("Ctrl+P", self.tr("on the overview: print it on one A4")),
            ("Enter  Esc", self.tr("in the analysis: enter the chosen figure; back to all panels, to the whole")),
            ("Ctrl+C  Ctrl+Shift+C", self.tr("in the analysis: copy the panel as a table, as a picture")),
            ("Enter  Tab", self.tr("when entering figures: down, right")),
            ("Ctrl+Enter", self.tr("when entering figures: the next empty cell")),
            ("Ctrl+D", self.tr("when entering figures: copy from above")),
            ("Delete", self.tr("when entering figures: clear to “no data”, which is not 0")),
            ("F2", self.tr("when entering figures: change what is in the cell")),
            ("Ctrl+Space", self.tr("when entering figures: nothing occurred in the quarter")),
            ("Shift+F2", self.tr("when entering figures: a note on the cell")),
            ("F4  F6", self.tr("when entering figures: show or hide the side panel, go to it and back")),
            ("F7", self.tr("when entering figures: check the form as a whole; Enter leads from a line to its cell")),
            ("F8  F9", self.tr("when entering figures: who has sent what, send the form")),
            ("Tab  Enter  Esc", self.tr("in a report: from figure to figure, where it comes from, and back")),
            ("F4  F6", self.tr("on the page of reports: show or hide the right column, go to it and back")),
            ("Ctrl+V", self.tr("indicators of a plan: paste rows from Excel, seen first")),
            ("Enter  E  Delete", self.tr("drafting from a text: accept, edit, refuse a proposal")),
            (
                "Ctrl+V  Ctrl+D  Delete",
                self.tr("targets of units: paste a block, copy down, as the plan"),
            ),
            ("Ctrl+Space", self.tr("targets of units: ask the unit, or let it off")),
            ("Ctrl+P  Ctrl+E", self.tr("on the page of plans: print the table that is shown, write it as a workbook")),
            ("Ctrl+P  Ctrl+E", self.tr("when entering figures: print the form, write it as a workbook")),
            ("Ctrl+P  Ctrl+E", self.tr("on the page of reports: print the report, export it to Word")),
            ("Ctrl+P  Ctrl+E", self.tr("in the analysis: print the panel, export its figures to Excel")),
            ("Ctrl+P  F4", self.tr("on the page of units: print units and events, fold the side panel")),
        ]
