"""What one column is for, and what its figures mean."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.exchange.foreign.layout import NOTHING, Column, Meaning, Use, When
from models.exchange.foreign.office import Office
from models.onestop import Role
from models.period import Span
from ui.foreign_import.chooser import Chooser
from ui.foreign_import.words import column_letters, indicator_choices, role_choices, span_word, use_word, when_word
from ui.theme import theme


class ColumnBar(QWidget):
    """column_changed(place, Column): a person reads a column in another way."""

    column_changed = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._place, self._column = -1, Column()
        self.title = QLabel()
        self.title.setFont(theme().font(13, bold=True))
        self.use = Chooser(self.tr("What the column is for"))
        self.indicator, self.unit = Chooser(self.tr("Indicator of the column")), Chooser(self.tr("Unit of the column"))
        self.when, self.role = Chooser(self.tr("Period of the column")), Chooser(self.tr("One-stop column"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        line.addWidget(self.title)
        for chooser in (self.use, self.indicator, self.unit, self.when, self.role):
            line.addWidget(chooser, 1)
        self.use.chosen.connect(self._use_chosen)
        self.indicator.chosen.connect(self._indicator_chosen)
        self.unit.chosen.connect(self._unit_chosen)
        self.when.chosen.connect(self._when_chosen)
        self.role.chosen.connect(self._role_chosen)

    def offer(self, office: Office) -> None:
        """Offer what the plan has."""
        self._column = Column()
        self.use.show_choices([(use_word(use), use) for use in Use if use is not Use.FIELD or office.groups], Use.SKIP)
        self.indicator.show_choices(
            [(self.tr("indicator: as the row says"), NOTHING), *indicator_choices(office)], NOTHING
        )
        units = [(f"{each.name} ({each.code})", each.code) for each in office.units.values()]
        self.unit.show_choices([(self.tr("unit: as the row says"), ""), *units], "")
        self.role.show_choices([(self.tr("no one-stop column"), None), *role_choices()], None)
        self.role.setVisible(bool(office.groups))

    def show_column(self, place: int, heading: str, column: Column) -> None:
        """Show one column."""
        self._place, self._column = place, column
        letters = column_letters(place)
        name = f"{letters}: {heading}" if heading else letters
        metrics = self.title.fontMetrics()
        self.title.setText(self.tr("Column {name}").format(name=name if len(name) < 40 else name[:39] + "…"))
        self.title.setToolTip(name)
        self.title.setMinimumWidth(metrics.averageCharWidth() * 12)
        self.use.show_chosen(column.use)
        meaning = column.meaning
        self.indicator.show_chosen(Meaning(meaning.indicator, meaning.part) if meaning.indicator else NOTHING)
        self.unit.show_chosen(meaning.unit)
        self._show_periods(meaning.when)
        self.role.show_chosen(meaning.role)
        for chooser in (self.indicator, self.unit, self.when, self.role):
            chooser.setEnabled(column.use is Use.VALUE)

    def _show_periods(self, when: When | None) -> None:
        spans = (Span.Q1, Span.Q2, Span.Q3, Span.Q4, Span.YEAR)
        choices: list[tuple[str, When | None]] = [(self.tr("period: as the row says"), None)]
        choices += [(span_word(span), When(span)) for span in spans]
        if when is not None and when not in [each for _, each in choices]:
            choices.append((when_word(when), when))
        self.when.show_choices(choices, when)

    def _changed(self, column: Column) -> None:
        self._column = replace(column, reason="" if column.use is not Use.SKIP else self.tr("left out by you"))
        self.column_changed.emit(self._place, self._column)

    def _meaning_changed(self, meaning: Meaning) -> None:
        self._changed(Column(Use.VALUE, meaning))

    def _use_chosen(self, use: Use) -> None:
        self._changed(Column(Use(use), self._column.meaning if use == Use.VALUE else NOTHING))

    def _indicator_chosen(self, chosen: Meaning) -> None:
        part = chosen.part or (self._column.meaning.part if not chosen.indicator else None)
        self._meaning_changed(replace(self._column.meaning, indicator=chosen.indicator, part=part, role=None))

    def _unit_chosen(self, code: str) -> None:
        self._meaning_changed(replace(self._column.meaning, unit=code))

    def _when_chosen(self, when: When | None) -> None:
        self._meaning_changed(replace(self._column.meaning, when=when))

    def _role_chosen(self, role: Role | None) -> None:
        meaning = replace(self._column.meaning, role=Role(role) if role else None)
        self._meaning_changed(replace(meaning, indicator="", part=None) if role else meaning)
