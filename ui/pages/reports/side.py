"""The left side: which report, what to look at before it goes out, and the explanation that is still to be written."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.plan import Explanation
from ui.pages.reports.checks import Finding, Weight
from ui.pages.reports.explanation_card import ExplanationCard
from ui.theme import theme
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form, FormArea

ICONS = {
    Weight.FINE: ("check", "success"),
    Weight.NOTE: ("info", "text2"),
    Weight.WARNING: ("warning", "warning_text"),
}


class ReportSide(FormArea):
    """Shows choices and findings. chosen: key and value of a choice. led: a finding that is to be mended.

    explained: old and new explanation."""

    chosen = Signal(str, object)
    led = Signal(object)
    explained = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(QWidget())
        self.form = Form()
        self.checks = QListWidget()
        self.card = ExplanationCard()
        self._build()
        self.form.edited.connect(self.chosen)
        self.checks.itemActivated.connect(self._activated)
        self.card.edited.connect(self.explained)

    def offer(self, key: str, choices: Sequence[tuple[str, Any]], value: Any) -> None:
        """Offer the choices of one field, and show which one holds."""
        field = self._choice(key)
        field.set_choices(choices)
        field.show_value(value)

    def value(self, key: str) -> Any:
        """Return what is chosen in a field."""
        return self._choice(key).value()

    def show_findings(self, found: list[Finding]) -> None:
        """Show what is to be said before the report is made; the cursor stays on its row."""
        row = self.checks.currentRow()
        self.checks.clear()
        for each in found:
            item = QListWidgetItem(theme().icon(*ICONS[each.weight]), each.text)
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setToolTip(each.text)
            self.checks.addItem(item)
        self.checks.setCurrentRow(min(max(row, 0), self.checks.count() - 1))

    def show_explanation(self, explanation: Explanation | None, name: str) -> None:
        """Show the explanation of an indicator; None hides it."""
        self.card.show_explanation(explanation, self.tr("Explanation: {name}").format(name=name))

    def commit(self) -> bool:
        """Hand over what is being typed; False when something is refused."""
        return self.card.isHidden() or self.card.form.commit()

    def _build(self) -> None:
        box = QVBoxLayout(self.inner)
        box.setContentsMargins(theme().px(12), theme().px(10), theme().px(12), theme().px(10))
        box.setSpacing(theme().px(8))
        labels = {"kind": self.tr("&Kind"), "period": self.tr("&Period"), "unit": self.tr("&Unit")}
        for key, label in labels.items():
            self.form.add(key, label, ChoiceField())
        heading, hint = (
            QLabel(self.tr("Before the export")),
            QLabel(self.tr("Enter or double-click leads to where it is mended")),
        )
        heading.setProperty("role", "section")
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self.checks.setAccessibleName(heading.text())
        self.checks.setWordWrap(True)
        self.checks.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.checks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.checks.setMinimumHeight(theme().px(140))
        for widget in (self.form, heading, hint):
            box.addWidget(widget)
        box.addWidget(self.checks, 1)
        box.addWidget(self.card)
        self.card.hide()

    def _choice(self, key: str) -> ChoiceField:
        field = self.form.fields[key]
        assert isinstance(field, ChoiceField)
        return field

    def _activated(self, item: QListWidgetItem) -> None:
        self.led.emit(item.data(Qt.ItemDataRole.UserRole))
