"""Asks what a new plan is: its year, code and name, and whether it begins with what the last one asked for."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.plan import Plan
from ui.pages.plans.plan_tab import read_year
from ui.theme import theme
from ui.widgets.fields import LineField, TextField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_code, read_needed


@dataclass(frozen=True)
class Wish:
    """The plan that is wanted, and the code of the plan it begins with (None: it begins empty)."""

    plan: Plan
    model: str | None


class NewPlanDialog(QDialog):
    """Hands over a Wish when it was accepted; see wish."""

    def __init__(self, last: Plan, taken: set[str], parent: QWidget, *, is_first: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._last, self._taken = last, taken
        year = last.year + 1
        self.values: dict[str, Any] = {"year": year, "code": self._free_code(year), "name": self._name(year)}
        self.form = Form()
        self.form.add("year", self.tr("&Year"), LineField(read_year))
        self.form.add("code", self.tr("&Code"), LineField(read_code))
        self.form.add("name", self.tr("&Name"), TextField(read_needed))
        self.form.show_values(self.values)
        self.copies = QCheckBox(
            self.tr("&Begin with the indicators, targets and form of reports of {code}").format(code=last.code)
        )
        self.copies.setChecked(not is_first)
        self.copies.setVisible(not is_first)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self.form.edited.connect(self._edited)
        self.buttons.accepted.connect(self._accept_clicked)
        self.buttons.rejected.connect(self.reject)

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        plan = replace(self._last, **self.values, number="", issued_on=None, replaces=None)
        return Wish(plan, self._last.code if self.copies.isChecked() else None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme().px(16), theme().px(16), theme().px(16), theme().px(12))
        layout.setSpacing(theme().px(12))
        layout.addWidget(self.form)
        layout.addWidget(self.copies)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(theme().px(460))

    def _edited(self, key: str, value: Any) -> None:
        if key == "code" and value in self._taken:
            self.form.refuse(key, self.tr("Another plan has this code."))
            return
        self.values[key] = value
        if key == "year":
            self.values |= {"code": self._free_code(value), "name": self._name(value)}
        self.form.show_values(self.values)

    def _accept_clicked(self) -> None:
        if self.form.commit():
            self.accept()

    def _free_code(self, year: int) -> str:
        codes = (f"KH-{year}" + (f"-{n}" if n else "") for n in range(len(self._taken) + 1))
        return next(code for code in codes if code not in self._taken)

    def _name(self, year: int) -> str:
        name = self._last.name.replace(str(self._last.year), str(year))
        return name if str(year) in name else f"Kế hoạch cải cách hành chính năm {year}"
