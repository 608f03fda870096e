"""Why the office missed a target: cause, remedy, who, by when. Written here, printed in the report."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.plan import Explanation
from ui.widgets.fields import LineField, TextField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_optional_date, write_date


class ExplanationCard(QWidget):
    """Shows one explanation and hands over the new one when a field is done. edited: old and new."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._explanation: Explanation | None = None
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.form = Form()
        self.form.add("cause", self.tr("&Cause"), TextField())
        self.form.add("remedy", self.tr("&Remedy"), TextField())
        self.form.add("responsible", self.tr("Res&ponsible"), LineField(hint=self.tr("a position")))
        self.form.add("due", self.tr("By &when"), LineField(read_optional_date, write_date, "d/m/yyyy"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.form)
        self.form.edited.connect(self._edited)

    def show_explanation(self, explanation: Explanation | None, title: str) -> None:
        """Show an explanation; None hides the card."""
        self._explanation = explanation
        self.setVisible(explanation is not None)
        if explanation is not None:
            self.title.setText(title)
            self.form.show_values({key: getattr(explanation, key) for key in self.form.fields})

    def _edited(self, key: str, value: Any) -> None:
        if self._explanation is not None:
            self.edited.emit(self._explanation, replace(self._explanation, **{key: value}))
