"""Why the office missed a target: cause, remedy, who, by when. Written here, printed in the report."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.plan import Explanation
from ui.theme import theme
from ui.widgets.fields import LineField, TextField
from ui.widgets.form import Form, FormArea
from ui.widgets.typed_values import read_optional_date, write_date


class ExplanationCard(FormArea):
    """Shows one explanation and hands over the new one when a field is done. edited: old and new."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(QWidget())
        self._explanation: Explanation | None = None
        self.title = QLabel()
        self.title.setProperty("role", "secondary")
        self.title.setWordWrap(True)
        self.form = Form()
        self.form.add("cause", self.tr("&Cause"), TextField(lines=3, most=10))
        self.form.add("remedy", self.tr("&Remedy"), TextField(lines=3, most=10))
        self.form.add("responsible", self.tr("Res&ponsible"), LineField(hint=self.tr("a position")))
        self.form.add("due", self.tr("By &when"), LineField(read_optional_date, write_date, "d/m/yyyy"))
        layout = QVBoxLayout(self.inner)
        layout.setContentsMargins(theme().px(12), theme().px(10), theme().px(12), theme().px(10))
        layout.setSpacing(theme().px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.form.edited.connect(self._edited)

    def show_explanation(self, explanation: Explanation, title: str) -> None:
        """Show an explanation and what it is of."""
        self._explanation = explanation
        self.title.setText(title)
        self.form.show_values({key: getattr(explanation, key) for key in self.form.fields})

    def commit(self) -> bool:
        """Hand over what is being typed; False when something is refused."""
        return self.form.commit()

    def _edited(self, key: str, value: Any) -> None:
        if self._explanation is not None:
            self.edited.emit(self._explanation, replace(self._explanation, **{key: value}))
