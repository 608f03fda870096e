"""Why a target was missed, in the side panel: cause, remedy, who, by when; each field is kept when it is left."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from models.number import format_date
from models.plan import Explanation, ExplanationRequest
from ui.pages.entry.checking.issues import explanation_word
from ui.theme import theme
from ui.widgets.fields import LineField, TextField, TypedField
from ui.widgets.typed_values import read_optional_date, write_date

DUE_UNITS = 92
PADDING_UNITS = 4  # of the small texts: what the style sheet adds, and a line to breathe
MOST_LINES = 5


class ExplanationForm(QWidget):
    """Shows one explanation. edited: the explanation with one field changed."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._explanation: Explanation | None = None
        self.seen: Explanation | None = None  # what stood in the fields before anything was typed
        self._edited_last: TypedField | None = None
        self.cause, self.remedy = (TextField(lines=1, most=MOST_LINES, padding=PADDING_UNITS) for _ in range(2))
        self.responsible = LineField(hint=self.tr("responsible position"))
        self.due = LineField(read_optional_date, write_date, hint=self.tr("deadline"))
        self.lacking, self.asked = QLabel(), QLabel()
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
        grid.setVerticalSpacing(theme().px(4))
        grid.setColumnStretch(1, 1)
        words = (self.tr("Cause"), self.tr("Remedy"), self.tr("Responsible position"), self.tr("Deadline"))
        for text, field in zip(words, self._fields.values(), strict=True):
            field.editor.setAccessibleName(text)
            field.editor.setToolTip(text)
            field.editor.setProperty("role", "small")
            field.editor.setAcceptDrops(False)  # a file dropped here is evidence, not text
        for row, (text, field) in enumerate(zip(words[:2], (self.cause, self.remedy), strict=True)):
            label = QLabel(text)
            label.setProperty("role", "secondary")
            label.setBuddy(field.editor)
            label.setFixedHeight(theme().px(26))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        last = QHBoxLayout()
        last.setSpacing(theme().px(8))
        last.addWidget(self.responsible, 1)
        self.due.setFixedWidth(theme().px(DUE_UNITS))
        last.addWidget(self.due)
        grid.addLayout(last, 2, 0, 1, 2)
        for row, label in ((3, self.lacking), (4, self.asked)):
            label.setProperty("role", "warning")
            label.setWordWrap(True)
            grid.addWidget(label, row, 0, 1, 2)
        self.asked.hide()

    def set_locked(self, is_locked: bool) -> None:
        """Let the fields be read only, or be written in again."""
        for field in self._fields.values():
            if is_locked:
                field.restore()
            set_read_only(field.editor, is_locked)

    def say_missing(self, explanation: Explanation, *, is_wanted: bool) -> None:
        """Say which parts a wanted explanation still lacks."""
        missing = list(map(explanation_word, explanation.missing))
        self.lacking.setVisible(is_wanted and bool(missing))
        self.lacking.setText(self.tr("Still missing: {parts}.").format(parts=", ".join(missing)))

    def show_request(self, asked: ExplanationRequest | None) -> None:
        """Say what a leader asks and by when; None: nothing is asked that was not answered."""
        self.asked.setVisible(asked is not None)
        if asked is None:
            return
        words = self.tr("Asked for on {day}").format(day="" if asked.asked_on is None else format_date(asked.asked_on))
        if asked.due is not None:
            words = self.tr("{asked}, by {due}").format(asked=words, due=format_date(asked.due))
        self.asked.setText(f"{words}: {asked.note}" if asked.note else f"{words}.")

    @property
    def shown(self) -> Explanation | None:
        """What was shown or kept last, without what is being typed."""
        return self._explanation

    def show_explanation(self, explanation: Explanation) -> None:
        """Show another explanation; what is being typed into the same one stays."""
        before = self.seen if self.seen is not None and _key(self.seen) == _key(explanation) else None
        self._explanation = self.seen = explanation
        for name, field in self._fields.items():
            if before is not None and field.editor.hasFocus():
                self.seen = replace(self.seen, **{name: getattr(before, name)})
            else:
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

    def accept(self, explanation: Explanation) -> None:
        """The explanation that was edited is kept."""
        self._explanation = self.seen = explanation
        for name, field in self._fields.items():
            if field is self._edited_last:
                field.show_value(getattr(explanation, name))

    def refuse(self, message: str) -> None:
        """It could not be kept: what was written stays in its field, to be tried again."""
        if self._edited_last is not None:
            self._edited_last.refuse(message)

    def _edited(self, field: TypedField, **change: Any) -> None:
        if self._explanation is not None:
            self._edited_last = field
            self.edited.emit(replace(self._explanation, **change))


def set_read_only(editor: QWidget, is_read_only: bool) -> None:
    """Let a field's text be read and copied, but not be changed."""
    if isinstance(editor, QLineEdit | QPlainTextEdit) and editor.isReadOnly() != is_read_only:
        editor.setReadOnly(is_read_only)
        editor.style().unpolish(editor)
        editor.style().polish(editor)


def _key(explanation: Explanation) -> tuple[object, ...]:
    return explanation.indicator, explanation.unit, explanation.period
