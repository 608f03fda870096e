"""What stands where a page has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import theme


class EmptyNote(QWidget):
    """A page that has nothing to show says so, and what to do."""

    def __init__(self, text: str, hint: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(theme().px(8))
        for words, role in ((text, "title"), (hint, "secondary")):
            label = QLabel(words)
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
