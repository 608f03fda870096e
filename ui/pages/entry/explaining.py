"""Why a target was missed, in the side panel: cause, remedy, who, by when; each field is kept when it is left."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models.plan import Explanation
from ui.theme import theme
from ui.widgets.form import LineField, TextField, TypedField, read_optional_date, write_date


class ExplanationForm(QWidget):
    """Shows one explanation. edited: the explanation with one field changed."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._explanation: Explanation | None = None
        self.cause, self.remedy = TextField(), TextField()
        self.responsible = LineField()
        self.due = LineField(read_optional_date, write_date, hint=self.tr("d/m/yyyy"))
        self._fields: dict[str, TypedField] = {
            "cause": self.cause,
            "remedy": self.remedy,
            "responsible": self.responsible,
            "due": self.due,
        }
        self._build()
        self.cause.committed.connect(self._cause_edited)
        self.remedy.committed.connect(self._remedy_edited)
        self.responsible.committed.connect(self._responsible_edited)
        self.due.committed.connect(self._due_edited)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        self._add(grid, self.tr("Cause"), self.cause, 0, 0, 2)
        self._add(grid, self.tr("Remedy"), self.remedy, 2, 0, 2)
        self._add(grid, self.tr("Responsible (position)"), self.responsible, 4, 0, 1)
        self._add(grid, self.tr("By"), self.due, 4, 1, 1)

    @staticmethod
    def _add(grid: QGridLayout, words: str, field: TypedField, row: int, column: int, span: int) -> None:
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setBuddy(field.editor)
        field.editor.setAccessibleName(words)
        grid.addWidget(label, row, column, 1, span)
        grid.addWidget(field, row + 1, column, 1, span)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show another explanation; what is being typed into the same one stays."""
        same = self._explanation is not None and _key(self._explanation) == _key(explanation)
        self._explanation = explanation
        for name, field in self._fields.items():
            if not (same and field.editor.hasFocus()):
                field.show_value(getattr(explanation, name))

    def finish_editing(self) -> bool:
        """Keep what is being typed; False when a field refuses what stands in it."""
        refusing = [field for field in self._fields.values() if not field.commit()]
        return not refusing

    def _cause_edited(self, value: str) -> None:
        self._edited(self.cause, cause=value)

    def _remedy_edited(self, value: str) -> None:
        self._edited(self.remedy, remedy=value)

    def _responsible_edited(self, value: str) -> None:
        self._edited(self.responsible, responsible=value)

    def _due_edited(self, value: Any) -> None:
        self._edited(self.due, due=value)

    def _edited(self, field: TypedField, **change: Any) -> None:
        if self._explanation is not None:
            field.show_value(next(iter(change.values())))
            self._explanation = replace(self._explanation, **change)
            self.edited.emit(self._explanation)


def _key(explanation: Explanation) -> tuple[object, ...]:
    return explanation.indicator, explanation.unit, explanation.period
