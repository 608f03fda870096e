"""The dialogs of two fields: a new name, an end, day and basis of an event."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from models.number import format_date
from models.unit import Unit, UnitEvent
from ui.theme import theme
from ui.widgets.fields import Complaint, Field, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_needed, read_needed_date, write_date


@dataclass(frozen=True)
class Given:
    """What was typed: a text (the new name, or the legal basis) and a day."""

    text: str
    day: date


class TwoFields(QDialog):
    """Asks for a text and a day; given is what was typed when it was accepted."""

    def __init__(self, title: str, sentence: str, texts: tuple[str, str], given: Given, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._values: dict[str, Any] = {"text": given.text, "day": given.day}
        self.form = Form()
        text, day = texts
        self.form.add("text", text, self._text_field())
        self.form.add("day", day, LineField(read_needed_date, write_date, "d/m/yyyy"))
        self.form.show_values(self._values)
        self.form.edited.connect(self._edited)
        self.complaint = Complaint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._accept_clicked)
        self.buttons.rejected.connect(self.reject)
        words = QLabel(sentence)
        words.setWordWrap(True)
        words.setVisible(bool(sentence))
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(12))
        for part in (words, self.form, self.complaint, self.buttons):
            column.addWidget(part)
        self.setMinimumWidth(look.px(460))

    def _text_field(self) -> Field:
        return LineField(read_needed)

    @property
    def given(self) -> Given:
        """What was typed."""
        return Given(self._values["text"], self._values["day"])

    def _edited(self, key: str, value: Any) -> None:
        self._values[key] = value

    def _accept_clicked(self) -> None:
        if self.form.commit():
            self.accept()


class BasisFields(TwoFields):
    """The same, the text being a legal basis of some lines, which may be empty."""

    def _text_field(self) -> Field:
        return TextField(lines=2)


def rename_dialog(unit: Unit, day: date, parent: QWidget) -> TwoFields:
    """Ask for a unit's new name, and from which day it holds."""
    title = QCoreApplication.translate("TwoFields", "Rename {unit}").format(unit=unit.name)
    words = QCoreApplication.translate(
        "TwoFields", "The old name stays for what was reported before, and in issued reports."
    )
    text = QCoreApplication.translate("TwoFields", "New &name")
    when = QCoreApplication.translate("TwoFields", "From the &day")
    return TwoFields(title, words, (text, when), Given(unit.name, day), parent)


def end_dialog(unit: Unit, day: date, parent: QWidget) -> TwoFields:
    """Ask from which day a unit is no more, and by which document."""
    title = QCoreApplication.translate("TwoFields", "End of {unit}").format(unit=unit.name)
    words = QCoreApplication.translate("TwoFields", "Its figures stay in the total; nobody takes them over.")
    text = QCoreApplication.translate("TwoFields", "Legal &basis")
    when = QCoreApplication.translate("TwoFields", "No more from the &day")
    return BasisFields(title, words, (text, when), Given("", day), parent)


def event_dialog(event: UnitEvent, parent: QWidget) -> TwoFields:
    """Ask for the legal basis and the day of an event."""
    title = QCoreApplication.translate("TwoFields", "Event of {day}").format(day=format_date(event.day))
    text = QCoreApplication.translate("TwoFields", "Legal &basis")
    when = QCoreApplication.translate("TwoFields", "Effective &day")
    return BasisFields(title, "", (text, when), Given(event.basis, event.day), parent)


def mended(event: UnitEvent, given: Given) -> UnitEvent:
    """Return an event with another basis and day."""
    return replace(event, basis=given.text, day=given.day)
