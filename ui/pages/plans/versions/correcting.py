"""Asks how an issued plan is to be changed: by a correction with a reason, or in a new version."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.plan import Plan
from ui.theme import theme
from ui.version_texts import document_text
from ui.widgets.fields import Complaint
from ui.widgets.typed_values import read_text

Change = Callable[[str, str], None]


class CorrectionDialog(QDialog):
    """corrected: the reason, never empty. new_version: the change is to be made in a new version."""

    corrected = Signal(str)
    new_version = Signal()

    def __init__(self, plan: Plan, parent: QWidget, *, can_be_replaced: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The plan was issued"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.by_correction = QRadioButton(self.tr("A &correction of this version, with a reason that is kept"))
        self.by_version = QRadioButton(self.tr("A &new version that replaces it from the day it is issued"))
        self.by_version.setEnabled(can_be_replaced)
        self.reason, self.message = QPlainTextEdit(), Complaint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out(plan)
        self._group = QButtonGroup(self)
        for button in (self.by_correction, self.by_version):
            self._group.addButton(button)
        self.by_correction.setChecked(True)
        self._group.buttonToggled.connect(self._choice_changed)
        self.buttons.accepted.connect(self._accept_clicked)
        self.buttons.rejected.connect(self.reject)
        self.reason.setFocus()

    def _lay_out(self, plan: Plan) -> None:
        look = theme()
        sentence = self.tr("{code} ({document}) was issued; reports that left go by it. How is this change to be made?")
        words = QLabel(sentence.format(code=plan.code, document=document_text(plan)))
        words.setWordWrap(True)
        label = QLabel(self.tr("&Reason"))
        label.setBuddy(self.reason)
        label.setProperty("role", "section")
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setFixedHeight(look.px(64))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(8))
        for part in (words, self.by_correction, label, self.reason, self.by_version, self.message, self.buttons):
            column.addWidget(part)
        self.setMinimumWidth(look.px(540))

    def _choice_changed(self) -> None:
        self.reason.setEnabled(self.by_correction.isChecked())
        self.message.say("")

    def _accept_clicked(self) -> None:
        reason = read_text(self.reason.toPlainText())
        if self.by_version.isChecked():
            self.accept()
            self.new_version.emit()
        elif reason:
            self.accept()
            self.corrected.emit(reason)
        else:
            self.message.say(self.tr("Say why: the reason is kept with the plan."))
            self.reason.setFocus()


class CorrectionBar(QWidget):
    """Says that changes are corrections, and of what reason; ended: no more."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words, self.end_button = QLabel(), QPushButton(self.tr("End the correction"))
        self.words.setProperty("role", "warning")
        self.end_button.setProperty("role", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(12), theme().px(4), theme().px(12), theme().px(4))
        row.addWidget(self.words, 1)
        row.addWidget(self.end_button)
        self.end_button.clicked.connect(self.ended)
        self.hide()

    def show_reason(self, reason: str) -> None:
        """Show the reason; an empty one hides the bar."""
        self.words.setText(self.tr("Each change is kept as a correction: {reason}").format(reason=reason))
        self.setVisible(bool(reason))


class Correcting(QObject):
    """Lets changes of an issued plan's targets pass once it is said how.

    A change is a function of a plan's code and the reason, "" for a draft, which needs none. It is called now, after
    the question, or never: given_up. wants_version: the change is to be made in a new version; it is handed on."""

    wants_version = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.bar = CorrectionBar()
        self.reason, self._plan = "", ""
        self._waiting: Change | None = None
        self.bar.ended.connect(self.end)

    def show_plan(self, code: str) -> None:
        """Another plan has another reason."""
        if code != self._plan:
            self._plan = code
            self.end()

    def end(self) -> None:
        """Ask again at the next change."""
        self.reason = ""
        self.bar.show_reason("")

    def pass_on(self, plan: Plan, change: Change, *, can_be_replaced: bool) -> None:
        """Make a change, after asking where the plan was issued."""
        if plan.issued_on is None or self.reason:
            change(plan.code, self.reason)
            return
        self._waiting = change
        dialog = CorrectionDialog(plan, self._parent, can_be_replaced=can_be_replaced)
        dialog.corrected.connect(self._corrected)
        dialog.new_version.connect(self._version_wanted)
        dialog.rejected.connect(self.given_up)
        dialog.open()

    def _corrected(self, reason: str) -> None:
        self.reason = reason
        self.bar.show_reason(reason)
        if self._waiting is not None:
            self._waiting(self._plan, reason)
        self._waiting = None

    def _version_wanted(self) -> None:
        waiting, self._waiting = self._waiting, None
        self.wants_version.emit(waiting)
