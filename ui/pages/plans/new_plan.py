"""Asks what a new plan is: whose, of which year, and what it begins with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.folding import fold
from models.plan import Plan
from models.plan_versions import free_code
from models.unit import Unit
from ui.pages.plans.plan_tab import read_year
from ui.plan_sets import plan_sets
from ui.plan_steps import ONE_STOP as ONE_STOP
from ui.theme import theme
from ui.widgets.fields import ChoiceField, Complaint, LineField, TextField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_code, read_needed

# what an office's name begins with before its own words
_TITLES = frozenset("ubnd uy ban nhan dan tinh huyen quan thi xa thanh pho phuong tran".split())  # noqa: SIM905


class Way(StrEnum):
    """What a new plan begins with: another plan, ready sets, its own document, or nothing."""

    COPY = "copy"
    SETS = "sets"
    TEXT = "text"
    EMPTY = "empty"


@dataclass(frozen=True)
class Wish:
    """The plan that is wanted; model: the plan it begins with; sets: the codes of ready sets, ONE_STOP among them.

    office: the unit to be made first, where the file has none; has_text: it is to be drafted from its document."""

    plan: Plan
    model: str | None = None
    sets: tuple[str, ...] = ()
    office: Unit | None = None
    has_text: bool = False


class NewPlanDialog(QDialog):
    """Hands over a Wish when it was accepted; see wish. last: the plan whose successor is proposed."""

    def __init__(
        self, last: Plan, plans: Sequence[Plan], offices: Sequence[tuple[str, str]], parent: QWidget, way: Way | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._last, self._plans, self._taken = last, plans, {each.code for each in plans}
        self._has_units = bool(offices)
        year = last.year + 1
        self.values: dict[str, Any] = {"year": year, "code": self._free_code(year), "name": self._name(year)}
        self.values["office"] = last.unit if self._has_units else ""
        self.form, self.message = Form(columns=2), Complaint()
        self._build_form(offices)
        self.ways = {each: QRadioButton(words) for each, words in self._way_words().items()}
        self.models = QComboBox()
        self.sets = {code: QCheckBox(words) for code, words in self._set_words()}
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._begin_with(way or (Way.COPY if plans else Way.SETS))
        self.form.edited.connect(self._edited)
        self.buttons.accepted.connect(self._accept_clicked)
        self.buttons.rejected.connect(self.reject)

    @property
    def wish(self) -> Wish:
        """What is asked for."""
        way = next(each for each, button in self.ways.items() if button.isChecked())
        office = None if self._has_units else Unit(_unit_code(self.values["office"]), self.values["office"])
        values = {key: self.values[key] for key in ("year", "code", "name")}
        plan = replace(
            self._last,
            **values,
            unit=office.code if office else self.values["office"],
            number="",
            issued_on=None,
            replaces=None,
            reference=None,
            is_archived=False,
        )
        sets = tuple(code for code, box in self.sets.items() if box.isChecked()) if way is Way.SETS else ()
        model = self.models.currentData() if way is Way.COPY else None
        return Wish(plan, model, sets, office, way is Way.TEXT)

    # -- building

    def _build_form(self, offices: Sequence[tuple[str, str]]) -> None:
        add = self.form.add
        office = ChoiceField(offices) if offices else LineField(read_needed, hint=self.tr("UBND huyện Nam Giang"))
        add("office", self.tr("&Office"), office)
        add("year", self.tr("&Year"), LineField(read_year), is_wide=False)
        add("code", self.tr("&Code"), LineField(read_code), is_wide=False)
        add("name", self.tr("&Name"), TextField(read_needed))
        self.form.show_values(self.values)

    def _way_words(self) -> dict[Way, str]:
        return {
            Way.COPY: self.tr("All that stands in another &plan, its dates moved:"),
            Way.SETS: self.tr("&Ready sets of indicators:"),
            Way.TEXT: self.tr("Its own &document: targets are proposed from Word or pasted text"),
            Way.EMPTY: self.tr("N&othing"),
        }

    def _set_words(self) -> list[tuple[str, str]]:
        ready = [(each.code, f"{each.name} ({each.hint})") for each in plan_sets()]
        return [*ready, (ONE_STOP, self.tr("The one-stop table, form II.06a (8 counts and 2 checks)"))]

    def _lay_out(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(6))
        heading = QLabel(self.tr("It begins with"))
        heading.setProperty("role", "section")
        column.addWidget(self.form)
        column.addWidget(heading)
        row = QHBoxLayout()
        row.addWidget(self.ways[Way.COPY])
        row.addWidget(self.models, 1)
        self.models.setAccessibleName(self.tr("The plan it begins with"))
        for each in reversed(self._plans):
            self.models.addItem(f"{each.code} – {each.name}", each.code)
        column.addLayout(row)
        column.addWidget(self.ways[Way.SETS])
        for box in self.sets.values():
            line = QHBoxLayout()
            line.addSpacing(look.px(24))
            line.addWidget(box, 1)
            column.addLayout(line)
        for way in (Way.TEXT, Way.EMPTY):
            column.addWidget(self.ways[way])
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self.setMinimumWidth(look.px(600))
        self.models.setMinimumContentsLength(20)
        self.models.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _begin_with(self, way: Way) -> None:
        has_plans = bool(self._plans)
        self.ways[Way.COPY].setVisible(has_plans)
        self.models.setVisible(has_plans)
        self.models.setCurrentIndex(max(self.models.findData(self._last.code), 0))
        self._group = QButtonGroup(self)
        for button in self.ways.values():
            self._group.addButton(button)
        self._group.buttonToggled.connect(self._way_changed)
        self.ways[way if has_plans or way is not Way.COPY else Way.SETS].setChecked(True)
        next(iter(self.sets.values())).setChecked(True)
        self._way_changed()

    # -- what the person does

    def _way_changed(self) -> None:
        self.models.setEnabled(self.ways[Way.COPY].isChecked())
        for box in self.sets.values():
            box.setEnabled(self.ways[Way.SETS].isChecked())
        self.message.say("")

    def _edited(self, key: str, value: Any) -> None:
        if key == "code" and value in self._taken:
            self.form.refuse(key, self.tr("Another plan has this code."))
            return
        self.values[key] = value
        if key == "year":
            self.values |= {"code": self._free_code(value), "name": self._name(value)}
        self.form.show_values(self.values)

    def refuse(self, message: str) -> None:
        """Say why no plan was made."""
        self.message.say(message)

    def _accept_clicked(self) -> None:
        if not self.form.commit():
            return
        if not self.values["office"]:
            self.form.refuse("office", self.tr("Say whose plan it is."))
        elif self.ways[Way.SETS].isChecked() and not self.wish.sets:
            self.message.say(self.tr("Tick at least one set."))
        else:
            self.accept()

    def _free_code(self, year: int) -> str:
        return free_code(f"KH-{year}", self._taken)

    def _name(self, year: int) -> str:
        name = self._last.name.replace(str(self._last.year), str(year))
        return name if str(year) in name else f"Kế hoạch cải cách hành chính năm {year}"


def _unit_code(name: str) -> str:
    """Return a code for an office: its own name without what sort of office it is, in plain capital letters."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return "".join(words).upper() or "CQ"
