"""Ask for a link, or for a document's number and date, that proves a value."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from models.errors import KnownError
from models.evidence import check_link, check_number
from models.number import read_date
from ui.theme import theme
from ui.widgets.fields import LineField
from ui.widgets.form import Form
from ui.widgets.typed_values import write_date


class _Asking(QDialog):
    """Some fields, each of which must be right before they are handed over. given(...): one argument a field."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = Form()
        self._values: dict[str, Any] = {}
        self.form.edited.connect(self._edited)

    def _finish(self) -> None:
        """Lay out, once the fields are there."""
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(12))
        column.addWidget(self.form)
        buttons = QDialogButtonBox()
        self.attach = QPushButton(self.tr("Attach"))
        self.attach.setProperty("role", "primary")
        buttons.addButton(self.attach, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.attach.setDefault(True)
        buttons.accepted.connect(self._attach_clicked)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(look.px(440))

    def _edited(self, key: str, value: Any) -> None:
        self._values[key] = value

    def _attach_clicked(self) -> None:
        if not self.form.commit():
            return
        for key, field in self.form.fields.items():
            if key not in self._values:  # never touched: its reader says what is missing
                assert isinstance(field, LineField)
                self._say_missing(key, field)
                return
        self.accept()
        self._give()

    def _say_missing(self, key: str, field: LineField) -> None:
        try:
            _READERS[key](field.text())
        except KnownError as error:
            self.form.refuse(key, str(error))
        field.setFocus()

    def _give(self) -> None:
        raise NotImplementedError


_READERS = {"link": check_link, "number": check_number, "day": read_date}


class LinkDialog(_Asking):
    """Asks for a link. given(link): one that may be kept."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Attach a link"), parent)
        hint = self.tr("https://… or \\\\server\\folder\\file")
        self.link = self.form.add("link", self.tr("&Link"), LineField(check_link, hint=hint))
        self._finish()

    def _give(self) -> None:
        self.given.emit(self._values["link"])


class DocumentDialog(_Asking):
    """Asks for a document's number and date. given(number, day)."""

    given = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Attach a document by its number"), parent)
        hint = self.tr("such as 123/BC-UBND")
        self.number = self.form.add("number", self.tr("&Number"), LineField(check_number, hint=hint))
        self.day = self.form.add("day", self.tr("&Date"), LineField(read_date, write_date, hint=self.tr("d/m/yyyy")))
        self._finish()

    def _give(self) -> None:
        self.given.emit(self._values["number"], self._values["day"])
