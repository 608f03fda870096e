"""What holds for the whole table: its sheet and headings, how numbers are written, whose and of when it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from models.exchange.foreign.headers import Header
from models.exchange.foreign.layout import NOTHING, Layout, Meaning, Notation
from models.exchange.foreign.office import Office
from models.period import Period
from ui.foreign_import.chooser import Chooser
from ui.foreign_import.words import indicator_choices
from ui.texts import period_text
from ui.theme import theme

YEARS_OFFERED = 2  # before the plan's


class TableBar(QWidget):
    """sheet_chosen(title), header_chosen(Header): the table is another one. layout_changed(Layout): it is read so."""

    sheet_chosen = Signal(object)
    header_chosen = Signal(object)
    layout_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout: Layout | None = None
        self.sheet = Chooser(self.tr("Sheet"))
        self.first, self.count = QSpinBox(), QSpinBox()
        self.notation = Chooser(self.tr("Written numbers"))
        self.unit, self.period = Chooser(self.tr("Unit")), Chooser(self.tr("Period"))
        self.indicator, self.group = Chooser(self.tr("Indicator")), Chooser(self.tr("One-stop group"))
        self._build()
        self._connect()

    def _build(self) -> None:
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(6))
        for box, name, least, most in (
            (self.first, self.tr("First row of the headings"), 1, 10_000),
            (self.count, self.tr("Rows of headings"), 0, 4),
        ):
            box.setRange(least, most)
            box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            box.setFixedWidth(look.px(64))
            box.setAccessibleName(name)
            box.lineEdit().setAccessibleName(name)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Sheet"), self.sheet),
            (self.tr("&Headings from row"), self.first),
            (self.tr("&rows"), self.count),
            (self.tr("Written &numbers"), self.notation),
            (self.tr("&Unit"), self.unit),
            (self.tr("&Period"), self.period),
            (self.tr("&Indicator"), self.indicator),
            (self.tr("&One-stop group"), self.group),
        )
        for place, (text, field) in enumerate(fields):
            row, column = divmod(place, 4)
            label = QLabel(text)
            label.setBuddy(field)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        for column in (1, 3, 5, 7):
            grid.setColumnStretch(column, 1)
        hint = self.tr("holds where neither row nor column says its own")
        for field in (self.unit, self.period, self.indicator, self.group):
            field.setToolTip(hint)
            field.setAccessibleDescription(hint)

    def _connect(self) -> None:
        self.sheet.chosen.connect(self.sheet_chosen)
        self.first.valueChanged.connect(self._header_changed)
        self.count.valueChanged.connect(self._header_changed)
        self.notation.chosen.connect(self._notation_chosen)
        self.unit.chosen.connect(self._unit_chosen)
        self.period.chosen.connect(self._period_chosen)
        self.indicator.chosen.connect(self._indicator_chosen)
        self.group.chosen.connect(self._group_chosen)

    def show_table(self, titles: list[str], title: str, office: Office, layout: Layout) -> None:
        """Offer what a file and the plan have."""
        self.sheet.show_choices([(each, each) for each in titles], title)
        self.sheet.setEnabled(len(titles) > 1)
        of_table = self.tr("as the table says")
        self.notation.show_choices(
            [
                (self.tr("ask where unclear"), Notation.ASK),
                (self.tr("1.234,5 (Vietnamese)"), Notation.VIETNAMESE),
                (self.tr("1,234.5 (English)"), Notation.ENGLISH),
            ],
            layout.notation,
        )
        units = [(f"{each.name} ({each.code})", each.code) for each in office.units.values()]
        self.unit.show_choices([(of_table, ""), *units], layout.unit)
        years = range(office.plan.year - YEARS_OFFERED, office.plan.year + 1)
        periods = [each for year in reversed(years) for each in (*Period(year).quarters, Period(year))]
        if layout.period is not None and layout.period not in periods:
            periods.insert(0, layout.period)
        self.period.show_choices([(period_text(each), each) for each in periods], layout.period)
        self.indicator.show_choices([(of_table, NOTHING), *indicator_choices(office)], layout.indicator)
        groups = [
            (f"{each.code} – {each.field}" if each.field else each.code, each.code) for each in office.groups.values()
        ]
        self.group.show_choices([(of_table, ""), *groups], layout.group)
        self.group.setEnabled(bool(groups))
        self.show_layout(layout)

    def show_layout(self, layout: Layout) -> None:
        """Show how the table is read."""
        self._layout = layout
        for box, value in ((self.first, layout.header.first + 1), (self.count, layout.header.count)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.notation.show_chosen(layout.notation)
        self.unit.show_chosen(layout.unit)
        self.period.show_chosen(layout.period)
        self.indicator.show_chosen(layout.indicator)
        self.group.show_chosen(layout.group)

    def _header_changed(self) -> None:
        self.header_chosen.emit(Header(self.first.value() - 1, self.count.value()))

    def _changed(self, layout: Layout) -> None:
        self._layout = layout
        self.layout_changed.emit(layout)

    def _notation_chosen(self, notation: Notation) -> None:
        if self._layout is not None:
            self._changed(replace(self._layout, notation=Notation(notation)))

    def _unit_chosen(self, code: str) -> None:
        if self._layout is not None:
            self._changed(replace(self._layout, unit=code))

    def _period_chosen(self, period: Period) -> None:
        if self._layout is not None:
            self._changed(replace(self._layout, period=period))

    def _indicator_chosen(self, meaning: Meaning) -> None:
        if self._layout is not None:
            self._changed(replace(self._layout, indicator=meaning))

    def _group_chosen(self, code: str) -> None:
        if self._layout is not None:
            self._changed(replace(self._layout, group=code))
