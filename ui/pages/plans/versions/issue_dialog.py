"""Asks by which document and on which day a version is issued, and says what the plan still lacks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.fields import Complaint, LineField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_needed_date, write_date


class IssueDialog(QDialog):
    """Stays open until the version was issued. wished: number and day."""

    wished = Signal(str, object)

    def __init__(
        self, title: str, sentence: str, lacks: Sequence[str], day: date, number: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.values: dict[str, Any] = {"number": number, "issued_on": day}
        self.form, self.message = Form(), Complaint()
        self.form.add("number", self.tr("Nu&mber of the document"), LineField())
        self.form.add("issued_on", self.tr("Issue&d on"), LineField(read_needed_date, write_date, "d/m/yyyy"))
        self.form.show_values(self.values)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.issue_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.issue_button.setText(self.tr("Issue"))
        self.issue_button.setProperty("role", "primary")
        self._lay_out(sentence, lacks)
        self.form.edited.connect(self._edited)
        self.buttons.accepted.connect(self._issue_clicked)
        self.buttons.rejected.connect(self.reject)

    def refuse(self, message: str) -> None:
        """Say why nothing was issued."""
        self.message.say(message)

    def _lay_out(self, sentence: str, lacks: Sequence[str]) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(8))
        words = QLabel(sentence)
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(self.form)
        if lacks:
            heading = QLabel(self.tr("To look at before (it does not stand in the way):"))
            heading.setProperty("role", "section")
            listed = QLabel("\n".join(f"•  {each}" for each in lacks))
            listed.setTextFormat(Qt.TextFormat.PlainText)
            listed.setWordWrap(True)
            listed.setProperty("role", "secondary")
            column.addWidget(heading)
            column.addWidget(listed)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self.setMinimumWidth(look.px(520))

    def _edited(self, key: str, value: Any) -> None:
        self.values[key] = value
        self.form.show_values(self.values)
        self.message.say("")

    def _issue_clicked(self) -> None:
        if self.form.commit():
            self.wished.emit(self.values["number"], self.values["issued_on"])
