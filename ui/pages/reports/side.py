"""The left column: which report, what it is made of, and what to look at before it goes out."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.pages.reports.checks import Finding, Weight
from ui.pages.reports.outline import Entry, Origin
from ui.pages.reports.outline_list import OutlineList
from ui.theme import theme
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form

HEAD_UNITS = 32
ICONS = {
    Weight.FINE: ("check", "success"),
    Weight.NOTE: ("info", "text2"),
    Weight.WARNING: ("warning", "warning_text"),
}


class ReportSide(QFrame):
    """Shows choices, parts and findings. chosen: key and value of a choice. led: a finding that is to be mended."""

    chosen = Signal(str, object)
    led = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.form = Form()
        self.outline = OutlineList()
        self.done = QLabel()
        self.checks = QListWidget()
        self.form_button = QPushButton(self.tr("Form…"))
        self.form_button.setToolTip(self.tr("Symbol, place, addressee, recipients: what stands around the text"))
        self._build()
        self.form.edited.connect(self.chosen)
        self.checks.itemActivated.connect(self._activated)

    def offer(self, key: str, choices: Sequence[tuple[str, Any]], value: Any, *, is_open: bool = True) -> None:
        """Offer the choices of one field, and show which one holds; is_open: another can be chosen."""
        field = self._choice(key)
        field.set_choices(choices)
        field.show_value(value)
        field.setEnabled(is_open)
        field.editor.setToolTip(next((words for words, each in choices if each == value), ""))

    def value(self, key: str) -> Any:
        """Return what is chosen in a field."""
        return self._choice(key).value()

    def show_outline(self, entries: Sequence[Entry]) -> None:
        """Show the report's parts, and how many of them stand."""
        self.outline.show_entries(entries)
        blank = sum(entry.origin is Origin.BLANK for entry in entries)
        words = self.tr("{done}/{all} parts done").format(done=len(entries) - blank, all=len(entries))
        self.done.setText(words if entries else "")

    def show_findings(self, found: list[Finding]) -> None:
        """Show what is to be said before the report is made; the cursor stays on its row."""
        row = self.checks.currentRow()
        self.checks.clear()
        for each in found:
            self.checks.addItem(finding_item(each))
        self.checks.setCurrentRow(min(max(row, 0), self.checks.count() - 1))

    def _build(self) -> None:
        look = theme()
        labels = {
            "kind": self.tr("&Kind"),
            "period": self.tr("&Period"),
            "unit": self.tr("&Unit"),
            "signing": self.tr("Si&gned by"),
        }
        for key, label in labels.items():
            self.form.add(key, label, ChoiceField())
        self.form.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        heading = self.tr("Before the export")
        self.checks.setAccessibleName(heading)
        self.checks.setToolTip(self.tr("Enter or double-click leads to where it is mended"))
        self.checks.setWordWrap(True)
        self.checks.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.checks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(section_head(self.tr("How it is made"), self.form_button))
        box.addWidget(self.form)
        box.addWidget(section_head(self.tr("Content"), self.done))
        box.addWidget(self.outline, 3)
        box.addWidget(section_head(heading))
        box.addWidget(self.checks, 2)

    def _choice(self, key: str) -> ChoiceField:
        field = self.form.fields[key]
        assert isinstance(field, ChoiceField)
        return field

    def _activated(self, item: QListWidgetItem) -> None:
        self.led.emit(item.data(Qt.ItemDataRole.UserRole))


def finding_item(finding: Finding) -> QListWidgetItem:
    """Return a line of a list of findings: its weight as a sign, and its sentence."""
    item = QListWidgetItem(theme().icon(*ICONS[finding.weight]), finding.text)
    item.setData(Qt.ItemDataRole.UserRole, finding)
    item.setToolTip(finding.text)
    return item


def section_head(words: str, beside: QWidget | None = None) -> QFrame:
    """Return the head of a stretch of a panel; beside stands at its right end."""
    head = QFrame()
    head.setProperty("role", "panel-head")
    head.setFixedHeight(theme().px(HEAD_UNITS))
    label = QLabel(words)
    label.setProperty("role", "section")
    row = QHBoxLayout(head)
    row.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
    row.addWidget(label)
    row.addStretch(1)
    if beside is not None:
        beside.setProperty("role", "link" if isinstance(beside, QPushButton) else "secondary")
        row.addWidget(beside)
    return head
