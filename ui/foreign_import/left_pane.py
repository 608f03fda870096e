"""The list of what is not taken and, below it, the answer to what a name means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.exchange.foreign.layout import Meaning, Use
from models.exchange.foreign.office import Office
from models.exchange.foreign.table import Left
from ui.foreign_import.chooser import Chooser
from ui.foreign_import.lists import LeftModel, may_be_answered
from ui.foreign_import.tables import fit, list_table
from ui.foreign_import.words import indicator_choices
from ui.theme import theme


class LeftPane(QWidget):
    """led(row, column): Enter or a double click on what was left. answered(Left, code or Meaning): what a name is."""

    led = Signal(int, int)
    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._office: Office | None = None
        self.model = LeftModel()
        self.table = list_table(self.model, self.tr("What is not taken"))
        self.question, self.answer = QLabel(), Chooser(self.tr("What the name means"))
        self.question.setBuddy(self.answer)
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(8), 0, theme().px(8), theme().px(6))
        line.addWidget(self.question)
        line.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        self.table.selectionModel().currentRowChanged.connect(self._show_question)
        self.table.activated.connect(self._activated)
        self.answer.chosen.connect(self._chosen)
        self._show_question()

    def show_left(self, left: Sequence[Left], office: Office) -> None:
        """Show another list, its first row chosen: what a person may answer comes first."""
        self._office = office
        self.model.show_left(left)
        fit(self.table)
        if left:
            self.table.selectRow(0)
        self._show_question()

    @property
    def current(self) -> Left | None:
        """What is chosen in the list."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _show_question(self) -> None:
        left = self.current
        asked = left is not None and may_be_answered(left)
        self.question.setVisible(asked)
        self.answer.setVisible(asked)
        if left is None or not asked:
            return
        self.question.setText(self.tr("“{name}” is").format(name=left.text))
        choices = self._choices(left)
        first = [pair for pair in choices if pair[1] in left.candidates]
        rest = [pair for pair in choices if pair[1] not in left.candidates]
        self.answer.show_choices([(self.tr("choose…"), None), *first, *rest], None)

    def _choices(self, left: Left) -> list[tuple[str, Any]]:
        office = self._office
        if office is None:
            return []
        match left.asks:
            case Use.UNIT:
                return [(f"{each.name} ({each.code})", each.code) for each in office.units.values()]
            case Use.FIELD:
                return [(each.field or each.code, each.code) for each in office.groups.values()]
            case Use.INDICATOR:
                return list(indicator_choices(office))
        return []

    def _activated(self) -> None:
        if (left := self.current) is not None:
            self.led.emit(*left.cells[0])

    def _chosen(self, answer: str | Meaning | None) -> None:
        left = self.current
        if left is not None and answer is not None:
            self.answered.emit(left, answer)
