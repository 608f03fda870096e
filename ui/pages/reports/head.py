"""The page's head: which period, draft or issued, until when, and what can be done with the report."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel


class Head(QWidget):
    """Title, state, and the actions; what they do is the page's."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.title, self.state, self.due = QLabel(), QLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.state.setProperty("role", "pill")
        self.due.setProperty("role", "secondary")
        self.verify_button = QPushButton(look.icon("list"), "")
        self.verify_button.setToolTip(self.tr("Hold an edited Word file against its figures and the data"))
        self.verify_button.setAccessibleName(self.tr("Check an edited Word file…"))
        self.print_button = QPushButton(look.icon("printer"), self.tr("Print…"))
        self.print_button.setToolTip("Ctrl+P")
        self.pdf_button = QPushButton(self.tr("PDF…"))
        self.issue_button = QPushButton(look.icon("lock"), self.tr("Issue…"))
        self.make_button = QPushButton(look.icon("file", "on_accent"), self.tr("Export to Word"))
        self.make_button.setProperty("role", "primary")
        self.make_button.setToolTip("Ctrl+E")
        self.fit(is_narrow=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.title)
        row.addWidget(self.state)
        row.addWidget(self.due, 1)
        for button in self.buttons():
            row.addWidget(button)

    def buttons(self) -> list[QPushButton]:
        """Return what can be done, from left to right."""
        return [self.verify_button, self.print_button, self.pdf_button, self.issue_button, self.make_button]

    def fit(self, *, is_narrow: bool) -> None:
        """Leave the title its room in a narrow window."""
        words = self.tr("Check Word…") if is_narrow else self.tr("Check an edited Word file…")
        self.verify_button.setText(words)

    def show_report(self, title: str, state: str, due: str) -> None:
        """Show which report it is, whether it was issued, and when it is due."""
        self.title.setText(title)
        self.state.setText(state)
        self.due.setText(due)

    def set_enabled(self, is_enabled: bool) -> None:
        """Let the report be made, or not while one is being made."""
        for button in self.buttons():
            button.setEnabled(is_enabled)
