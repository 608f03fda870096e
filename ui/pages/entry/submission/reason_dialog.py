"""Asks why a form is opened again or returned; without a reason it does not go on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.fields import Complaint
from ui.widgets.typed_values import read_text

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonDialog(QDialog):
    """A sentence, a field for the reason, and a button that says what is done. given(reason): never an empty one."""

    given = Signal(str)

    def __init__(self, title: str, sentence: str, done: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(8))
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        label = QLabel(self.tr("&Reason"))
        label.setProperty("role", "section")
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Enter goes on, Shift+Enter begins a new line"))
        self.reason.setFixedHeight(look.px(92))
        self.reason.installEventFilter(self)
        label.setBuddy(self.reason)
        self.complaint = Complaint()
        self.reason.textChanged.connect(self._reason_typed)
        for part in (words, label, self.reason, self.complaint, self._buttons(done)):
            column.addWidget(part)
        self.setMinimumWidth(look.px(460))
        self.reason.setFocus()

    def _buttons(self, done: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.done_button = QPushButton(done)
        self.done_button.setProperty("role", "primary")
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.done_button.setDefault(True)
        buttons.accepted.connect(self._done_clicked)
        buttons.rejected.connect(self.reject)
        return buttons

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on; with Shift it is a new line, as in messages."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTERS:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return super().eventFilter(watched, event)
            self._done_clicked()
            return True
        return super().eventFilter(watched, event)

    def _reason_typed(self) -> None:
        self.complaint.say("")
        self.reason.setAccessibleDescription("")

    def _done_clicked(self) -> None:
        reason = read_text(self.reason.toPlainText())
        if not reason:
            self.complaint.say(self.tr("Say why: the reason is kept with the form and shown to the unit."))
            self.reason.setAccessibleDescription(self.complaint.text())
            self.reason.setFocus()
            return
        self.accept()
        self.given.emit(reason)
