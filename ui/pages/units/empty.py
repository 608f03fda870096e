"""What stands on the page while there is no unit: a list of names to paste, or a workbook to take in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme import set_role, theme
from ui.widgets.fields import Complaint


class NoUnits(QWidget):
    """made(text): units are to be made of a list. import_wanted: a workbook is to be taken in. one_wanted: one unit."""

    made = Signal(str)
    import_wanted = Signal()
    one_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        title = QLabel(self.tr("There are no units yet."))
        set_role(title, "title")
        words = QLabel(
            self.tr(
                "Paste a list of names from Excel, one a line; a second column may hold the code, a third the kind. "
                "The first line is the office that stands above the others."
            )
        )
        words.setWordWrap(True)
        self.list = QPlainTextEdit()
        self.list.setAccessibleName(self.tr("List of units"))
        self.list.setPlaceholderText("UBND huyện …\nXã …\nXã …")
        self.list.setTabChangesFocus(True)
        self.list.setMinimumHeight(look.px(180))
        self.complaint = Complaint()
        self.make = QPushButton(look.icon("plus", "on_accent"), self.tr("Make these units"))
        self.make.setProperty("role", "primary")
        self.book = QPushButton(look.icon("download"), self.tr("Import from Excel…"))
        self.one = QPushButton(self.tr("Add a single unit"))
        buttons = QHBoxLayout()
        for button in (self.make, self.book, self.one):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.setContentsMargins(look.px(40), look.px(24), look.px(40), look.px(24))
        column.setSpacing(look.px(10))
        for part in (title, words, self.list, self.complaint):
            column.addWidget(part)
        column.addLayout(buttons)
        self.make.clicked.connect(self._make_clicked)
        self.book.clicked.connect(self.import_wanted)
        self.one.clicked.connect(self.one_wanted)

    def _make_clicked(self) -> None:
        self.complaint.say("")
        self.made.emit(self.list.toPlainText())
