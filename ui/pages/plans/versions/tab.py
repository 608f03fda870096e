"""Tab Phiên bản: the versions of the plan, what differs between two, and what was corrected after issue."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.number import format_date
from models.plan import Correction, Plan
from models.plan_versions import state_of, version_number, versions_of
from reports.plan_changes import HEADINGS, PlanChanges
from ui.theme import theme
from ui.version_texts import state_word, version_text
from ui.widgets.plain_table import PlainTable


class VersionsTab(QWidget):
    """Says what is wanted. opened: the code of a version to look at. compared: the codes of an old and a new plan.

    exported, printed: the comparison that is shown."""

    opened = Signal(str)
    compared = Signal(str, str)
    exported = Signal()
    printed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._versions: list[Plan] = []
        self.versions = PlainTable(
            self.tr("Versions of the plan"),
            [
                (self.tr("Version"), 80),
                (self.tr("Code"), 130),
                (self.tr("State"), 120),
                (self.tr("Number"), 130),
                (self.tr("Issued on"), 118),
                (self.tr("In force"), 0),
            ],
        )
        self.old, self.new = QComboBox(), QComboBox()
        self.sum = QLabel()
        self.export_button = QPushButton(theme().icon("download"), self.tr("To Excel"))
        widths = (100, 80, 110, 0, 150, 150)
        self.print_button = QPushButton(theme().icon("printer"), self.tr("Print"))
        self.changes = PlainTable(self.tr("What differs"), list(zip(HEADINGS, widths, strict=True)))
        self.corrections_heading = _heading(self.tr("Corrections after issue"))
        self.corrections = PlainTable(
            self.corrections_heading.text(),
            [(self.tr("When"), 130), (self.tr("Who"), 120), (self.tr("Reason"), 240), (self.tr("What"), 0)],
        )
        self._build()
        self._connect()

    @property
    def chosen(self) -> tuple[str, str]:
        """The codes of the two plans that are compared."""
        return str(self.old.currentData()), str(self.new.currentData())

    def show_versions(self, plan: Plan, plans: Sequence[Plan], corrections: Sequence[Correction]) -> None:
        """Show the versions that a plan belongs to, and the corrections of the one shown."""
        self._versions = versions_of(plan, plans)
        here = self._versions.index(plan)
        rows = [self._row(each) for each in self._versions]
        self.versions.show_rows(rows, frozenset({here}))
        self.versions.selectRow(here)
        self._fit(self.versions, len(rows))
        self._offer(plan, plans)
        told = [(_moment(each.at.astimezone()), each.who, each.reason, each.content) for each in reversed(corrections)]
        self.corrections.show_rows(told)
        for part in (self.corrections_heading, self.corrections):
            part.setVisible(bool(told))
        self._compare()

    def show_changes(self, found: PlanChanges) -> None:
        """Show what differs between the two that were chosen."""
        self.changes.show_rows([each.texts for each in found.rows])
        self.sum.setText(found.summary[:1].upper() + found.summary[1:] + ".")
        for button in (self.export_button, self.print_button):
            button.setEnabled(bool(found.rows))

    def _row(self, each: Plan) -> tuple[str, ...]:
        day = format_date(each.issued_on) if each.issued_on else "–"
        state = state_word(state_of(each, self._versions))
        number = self.tr("Version {number}").format(number=version_number(each, self._versions))
        return number, each.code, state, each.number or "–", day, self._in_force(each)

    def _in_force(self, each: Plan) -> str:
        place = self._versions.index(each)
        later = [other for other in self._versions[place + 1 :] if other.issued_on]
        if place and each.issued_on is None:
            return self.tr("from the day it is issued")
        first = self.tr("from the beginning of the year")
        if place and each.issued_on:
            first = self.tr("from {day}").format(day=format_date(each.issued_on))
        until = min((other.issued_on for other in later if other.issued_on), default=None)
        return first if until is None else self.tr("{first}, before {day}").format(first=first, day=format_date(until))

    def _offer(self, plan: Plan, plans: Sequence[Plan]) -> None:
        """Offer all plans to compare; at first the one that this one replaces, else the office's of last year."""
        codes = [each.code for each in plans]
        chosen = [box.currentData() for box in (self.old, self.new)]
        for box in (self.old, self.new):
            box.blockSignals(True)
            box.clear()
            for each in plans:
                box.addItem(f"{each.code} – {version_text(each, plans)}", each.code)
            box.blockSignals(False)
        is_kept = all(code in codes for code in chosen) and plan.code in chosen
        wanted = chosen if is_kept else [self._older(plan, plans), plan.code]
        for box, code in zip((self.old, self.new), wanted, strict=True):
            box.setCurrentIndex(codes.index(code))

    def _older(self, plan: Plan, plans: Sequence[Plan]) -> str:
        before = [each.code for each in plans if each.code == plan.replaces]
        before += [each.code for each in plans if each.year == plan.year - 1 and each.unit == plan.unit]
        others = [each.code for each in plans if each.code != plan.code]
        return next(iter((*before, *others)), plan.code)

    def _build(self) -> None:
        look = theme()
        old_label, new_label = QLabel(self.tr("&Compare")), QLabel(self.tr("&with"))
        row = QHBoxLayout()
        row.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(6))
        row.setSpacing(look.px(8))
        for label, box in ((old_label, self.old), (new_label, self.new)):
            label.setProperty("role", "secondary")
            label.setBuddy(box)
            box.setAccessibleName(label.text().replace("&", ""))
            box.setMinimumContentsLength(24)
            row.addWidget(label)
            row.addWidget(box)
        self.sum.setProperty("role", "secondary")
        row.addWidget(self.sum, 1)
        for button in (self.export_button, self.print_button):
            button.setProperty("role", "small")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.versions)
        column.addLayout(row)
        column.addWidget(self.changes, 3)
        column.addWidget(self.corrections_heading)
        column.addWidget(self.corrections, 2)
        self.setFocusProxy(self.versions)

    def _fit(self, table: PlainTable, rows: int) -> None:
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + theme().px(28) * min(max(rows, 1), 5))

    def _connect(self) -> None:
        self.versions.chosen.connect(self._version_chosen)
        self.old.activated.connect(self._compare)
        self.new.activated.connect(self._compare)
        self.export_button.clicked.connect(self.exported)
        self.print_button.clicked.connect(self.printed)

    def _version_chosen(self, row: int) -> None:
        self.opened.emit(self._versions[row].code)

    def _compare(self) -> None:
        self.compared.emit(self.old.currentData(), self.new.currentData())


def _moment(at: datetime) -> str:
    return f"{at:%H:%M} {format_date(at.date())}"


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    label.setContentsMargins(theme().px(12), theme().px(8), theme().px(12), theme().px(4))
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label
