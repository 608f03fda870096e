"""Ask a unit to explain a figure: which unit, what, by when; or take back what was asked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from models.plan import ExplanationRequest
from models.progress import Figure
from ui.theme import theme
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_optional_date, read_text, write_date


class RequestDialog(QDialog):
    """asked(ExplanationRequest): to be asked. withdrawn(unit): what was asked of it is to be taken back.

    choices: units and their names, the likeliest first; had: what was asked of them already, by unit."""

    asked = Signal(object)
    withdrawn = Signal(str)

    def __init__(
        self,
        figure: Figure,
        request: ExplanationRequest,
        choices: Sequence[tuple[str, str]],
        had: dict[str, ExplanationRequest],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ask for an explanation"))
        self._request, self._had = request, had
        self._values: dict[str, object] = {}
        self.form = Form()
        self.form.add("unit", self.tr("&Unit"), ChoiceField([(name, code) for code, name in choices]))
        self.form.add("note", self.tr("&Question"), LineField(read_text, hint=self.tr("why is it behind")))
        self.form.add("due", self.tr("&By"), LineField(read_optional_date, write_date, self.tr("d/m/yyyy")))
        self.form.edited.connect(self._edited)
        self._build(figure)
        self._show(request.unit)

    def _build(self, figure: Figure) -> None:
        look = theme()
        words = QLabel(f"{figure.indicator.code} · {figure.indicator.name}")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        self.ask = buttons.addButton(self.tr("Ask"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ask.setProperty("role", "primary")
        self.withdraw = QPushButton(self.tr("Withdraw"))
        self.withdraw.setAutoDefault(False)
        self.withdraw.clicked.connect(self._withdraw_clicked)
        buttons.addButton(self.withdraw, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.ask.setDefault(True)
        buttons.accepted.connect(self._ask_clicked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(12))
        for part in (words, self.form, buttons):
            column.addWidget(part)
        self.setMinimumWidth(look.px(480))

    def _show(self, unit: str) -> None:
        """Show what was asked of a unit, else nothing but its name."""
        had = self._had.get(unit)
        self._values = {"unit": unit, "note": had.note if had else "", "due": had.due if had else self._request.due}
        self.form.show_values(self._values)
        self.withdraw.setVisible(had is not None)
        self.ask.setText(self.tr("Ask anew") if had else self.tr("Ask"))

    def _edited(self, key: str, value: object) -> None:
        self._values[key] = value
        if key == "unit":
            self._show(str(value))

    def _ask_clicked(self) -> None:
        if not self.form.commit():
            return
        due, on = self._values["due"], self._request.asked_on
        if isinstance(due, date) and on is not None and due < on:
            self.form.refuse("due", self.tr("not before the day of asking"))
            return
        unit, note = str(self._values["unit"]), str(self._values["note"] or "")
        key = self._request.indicator, unit, self._request.period
        self.accept()
        self.asked.emit(ExplanationRequest(*key, note, on, due if isinstance(due, date) else None))

    def _withdraw_clicked(self) -> None:
        self.accept()
        self.withdrawn.emit(str(self._values["unit"]))
