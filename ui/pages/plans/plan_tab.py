"""Tab Thông tin kế hoạch: what stands at the head of the plan, and the plan's grades."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.errors import KnownError
from models.number import read_number
from models.plan import Grade, Plan
from models.unit import Unit
from ui.pages.plans.record_tabs import GradesTable
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.fields import ChoiceField, LineField, TextField
from ui.widgets.form import Form, FormArea
from ui.widgets.typed_values import (
    read_code,
    read_needed,
    read_optional_date,
    write_date,
    write_number,
)

PLAN_FIELDS = (
    *("code", "year", "name", "unit", "superior_agency", "issuing_agency", "place", "number", "issued_on"),
    *("replaces", "near_threshold", "reference"),
)


class PlanTab(QWidget):
    """Shows the head of a plan; every change is handed to the page.

    plan_edited: old and new plan, the field. grades_edited: the new list. reports_wanted: what stands around reports
    is chosen on the page of reports."""

    plan_edited = Signal(object, object, str)
    grades_edited = Signal(list)
    reports_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self.plan_form = Form(columns=2)
        self.reports_button = QPushButton(self.tr("Choose them on the page of reports"))
        self.grades = GradesTable()
        self._build_plan()
        self._lay_out()
        self.plan_form.edited.connect(self._plan_field)
        self.reports_button.clicked.connect(self.reports_wanted)
        self.grades.edited.connect(self.grades_edited)

    def show_plan(self, plan: Plan, others: list[Plan], units: list[Unit]) -> None:
        """Show a plan; others may be what it replaces or looks up to, units its office."""
        self._plan = plan
        offices = [(unit_text(each), each.code) for each in units]
        older: list[tuple[str, Any]] = [(self.tr("none"), None)]
        older += [(each.code, each.code) for each in others if each.code != plan.code and each.year == plan.year]
        higher: list[tuple[str, Any]] = [(self.tr("none"), None)]
        higher += [(f"{each.code} – {each.name}", each.code) for each in others if each.code != plan.code]
        for key, choices in (("unit", offices), ("replaces", older), ("reference", higher)):
            field = self.plan_form.fields[key]
            assert isinstance(field, ChoiceField)
            field.set_choices(choices)
        self.plan_form.show_values({key: getattr(plan, key) for key in PLAN_FIELDS})

    def show_grades(self, plan: str, grades: list[Grade]) -> None:
        """Show a plan's grades."""
        self.grades.plan = plan
        self.grades.show_rows(grades)

    def commit(self) -> bool:
        """Hand over what is being typed; False when something is refused."""
        return self.plan_form.commit()

    def _build_plan(self) -> None:
        add = self.plan_form.add
        add("code", self.tr("&Code"), LineField(read_code), is_wide=False)
        add("year", self.tr("&Year"), LineField(read_year), is_wide=False)
        add("name", self.tr("&Name"), TextField(read_needed))
        add("unit", self.tr("&Office"), ChoiceField())
        add("superior_agency", self.tr("S&uperior agency"), LineField())
        add("issuing_agency", self.tr("&Issuing agency"), LineField())
        add("place", self.tr("&Place"), LineField(), is_wide=False)
        add("number", self.tr("Nu&mber"), LineField(), is_wide=False)
        add("issued_on", self.tr("Issue&d on"), LineField(read_optional_date, write_date, "d/m/yyyy"), is_wide=False)
        add("replaces", self.tr("&Replaces"), ChoiceField(), is_wide=False)
        add("near_threshold", self.tr("Near, % o&f the target"), LineField(_read_threshold, write_number))
        add("reference", self.tr("Plan &above, to compare"), ChoiceField())

    def _lay_out(self) -> None:
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(12))
        columns.setSpacing(theme().px(24))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme().px(8))
        left.addWidget(_heading(self.tr("The plan")))
        left.addWidget(self.plan_form)
        left.addWidget(_heading(self.tr("Head and foot of its reports")))
        self.reports_button.setProperty("role", "link")
        left.addWidget(self.reports_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        right.addWidget(_heading(self.tr("Grades, the best first")))
        right.addWidget(self.grades, 1)
        self.grades.setMinimumHeight(theme().px(150))
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FormArea(inner))

    def _plan_field(self, key: str, value: Any) -> None:
        if self._plan is not None:
            self.plan_edited.emit(self._plan, replace(self._plan, **{key: value}), key)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def read_year(text: str) -> int:
    """Return a plan's year; raises KnownError."""
    year = read_number(text)
    if year != int(year) or not 2000 <= year <= 2100:
        raise KnownError(QCoreApplication.translate("PlanTab", "The year must be from 2000 to 2100."))
    return int(year)


def _read_threshold(text: str) -> Any:
    number = read_number(text)
    if not 0 <= number <= 100:
        raise KnownError(QCoreApplication.translate("PlanTab", "The share must be from 0 to 100%."))
    return number
