"""All that a plan says of one indicator, field by field."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target, way_of
from models.plan import Indicator
from ui.pages.plans.indicator_table import short_way
from ui.pages.plans.target_text import read_grade
from ui.texts import kind_word, operator_word
from ui.widgets.fields import ChoiceField, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_code, read_needed, read_optional_number, write_number

_ORDERED = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN, Operator.EQUAL, Operator.RANGE)
_CHANGES = (Operator.BETTER, Operator.INCREASE, Operator.REDUCE)
_TARGET_KEYS = ("operator", "value", "value_to")


class IndicatorForm(QWidget):
    """Shows one indicator and hands over the new one when a field is done. edited: old and new."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._indicator: Indicator | None = None
        self._grades: tuple[str, ...] = ()
        self.form = Form(columns=2)
        self._build()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.form.edited.connect(self._edited)

    def _build(self) -> None:
        add = self.form.add
        add("code", self.tr("&Code"), LineField(read_code), is_wide=False)
        add("parent", self.tr("&Part of"), ChoiceField(), is_wide=False)
        add("area", self.tr("&Area"), LineField())
        add("name", self.tr("&Name"), TextField(read_needed))
        add("short_name", self.tr("S&hort name"), LineField())
        add("kind", self.tr("&Kind"), ChoiceField([(kind_word(each), each) for each in Kind]), is_wide=False)
        add("accumulation", self.tr("&Quarters"), ChoiceField(), is_wide=False)
        add("numerator", self.tr("N&umerator"), LineField())
        add("denominator", self.tr("&Denominator"), LineField())
        add("measured_in", self.tr("Co&unted in"), LineField(), is_wide=False)
        add("scale", self.tr("Sca&le"), self._number(self.tr("highest score or rank")), is_wide=False)
        self._build_target()
        add("lead", self.tr("L&ead"), LineField())
        add("source", self.tr("&Source"), LineField())

    def _build_target(self) -> None:
        add = self.form.add
        add("operator", self.tr("&Target"), ChoiceField())
        add("value", self.tr("&Value"), LineField(), is_wide=False)
        add("value_to", self.tr("u&p to"), LineField(), is_wide=False)
        add("near_threshold", self.tr("Near, %"), self._number(self.tr("as the plan")), is_wide=False)
        months = [(self.tr("quarterly"), None), *((str(each), each) for each in range(1, 13))]
        add("published_month", self.tr("Published, &month"), ChoiceField(months), is_wide=False)

    def _number(self, hint: str) -> LineField:
        return LineField(read_optional_number, write_number, hint)

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that is shown."""
        return self._indicator

    def show_indicator(self, shown: Indicator | None, others: list[Indicator], grades: tuple[str, ...]) -> None:
        """Show an indicator of a plan with these others and grades; None shows an empty form."""
        self._indicator, self._grades = shown, grades
        self.form.setEnabled(shown is not None)
        if shown is None:
            return
        self._offer(shown, others)
        self.form.show_values({name: getattr(shown, name) for name in self.form.fields if name not in _TARGET_KEYS})
        self.form.show_values(dict(zip(_TARGET_KEYS, _target_values(shown.target), strict=True)))
        self._show_needed(shown)

    def refuse(self, key: str, message: str) -> None:
        """Say beside a field why its value was not kept."""
        self.form.refuse(key, message)

    def _offer(self, shown: Indicator, others: list[Indicator]) -> None:
        above = [(self.tr("none"), None), *((each.code, each.code) for each in others if each.code != shown.code)]
        operators: list[tuple[str, Any]] = [(self.tr("no target"), None)]
        fitting = (Operator.EQUAL,) if shown.kind is Kind.YES_NO else (*_ORDERED, *_CHANGES)
        operators += [(operator_word(each), each) for each in fitting]
        ways: list[tuple[str, Any]] = [(self.tr("not said"), None)]
        ways += [(short_way(each), each) for each in Accumulation if way_of(shown.kind, each) is each]
        for key, choices in (("parent", above), ("operator", operators), ("accumulation", ways)):
            field = self.form.fields[key]
            assert isinstance(field, ChoiceField)
            field.set_choices(choices)

    def _show_needed(self, shown: Indicator) -> None:
        operator = shown.target.operator if shown.target else None
        for key in ("numerator", "denominator"):
            self.form.set_shown(key, shown.kind is Kind.RATIO)
        self.form.set_shown("accumulation", shown.kind.rolls_up)
        self.form.set_shown("scale", shown.kind in (Kind.SCORE, Kind.RANK))
        has_value = operator not in (None, Operator.BETTER) and shown.kind is not Kind.YES_NO
        self.form.set_shown("value", has_value)
        self.form.set_shown("value_to", operator is Operator.RANGE)

    def _edited(self, key: str, value: Any) -> None:
        old = self._indicator
        if old is None:
            return
        try:
            if key in _TARGET_KEYS:
                new = replace(old, target=self._target(old, key, value))
            elif key == "kind":
                way = Accumulation.FLOW if value.rolls_up else None
                new = replace(old, kind=value, accumulation=way, target=None, scale=None)
            else:
                new = replace(old, **{key: value})
        except KnownError as error:
            self.form.refuse(key, str(error))
            return
        self.edited.emit(old, new)

    def _target(self, old: Indicator, key: str, value: Any) -> Target | None:
        parts = dict(zip(_TARGET_KEYS, _target_values(old.target), strict=True)) | {key: value}
        operator, first = parts["operator"], parts["value"]
        last = (parts["value_to"] or first) if operator is Operator.RANGE else ""
        if operator is None:
            return None
        if operator is Operator.BETTER:
            return Target(operator)
        if operator.is_change:
            return Target(operator, read_optional_number(first))
        if old.kind is Kind.GRADE:
            best = self._grades[0] if self._grades else ""
            first, last = (read_grade(each, self._grades) if each else "" for each in (first or best, last))
            return Target(operator, None, None, first, last)
        if old.kind is Kind.YES_NO:
            return Target(operator, Decimal(1))
        return Target(operator, read_optional_number(first) or Decimal(0), read_optional_number(last))


def _target_values(target: Target | None) -> tuple[Operator | None, str, str]:
    if target is None:
        return None, "", ""
    return target.operator, target.grade or write_number(target.value), target.grade_to or write_number(target.value_to)
