"""Mergers, splits, renames, ends and moves of units: a list that is typed into."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from models.errors import KnownError
from models.number import format_date, read_date
from models.unit import EventKind, UnitEvent
from ui.folding import fold
from ui.pages.units.card import read_codes
from ui.texts import event_word
from ui.widgets.records import Column, RecordTable
from ui.widgets.typed_values import read_text


class EventsTable(RecordTable):
    """What happened to units; known are the codes that it may name."""

    def __init__(self) -> None:
        self.known: tuple[str, ...] = ()
        super().__init__(self._new)
        self.build(
            self.tr("Mergers, splits, changes of name"),
            [
                Column(self.tr("Day"), lambda row: format_date(row.day), self._day, 84),
                Column(self.tr("What"), lambda row: event_word(row.kind), self._kind, 92),
                Column(self.tr("From"), lambda row: "; ".join(row.before), self._before, 104),
                Column(self.tr("Into"), lambda row: "; ".join(row.after), self._after, 92),
                Column(self.tr("Legal basis"), lambda row: row.basis, self._basis),
            ],
            self.tr("Add"),
            has_order=False,
        )

    def _new(self, rows: list[UnitEvent]) -> UnitEvent:
        return UnitEvent(rows[-1].day if rows else date.today(), EventKind.MERGE, (), ())

    def _day(self, row: UnitEvent, text: str) -> UnitEvent:
        return replace(row, day=read_date(text))

    def _kind(self, row: UnitEvent, text: str) -> UnitEvent:
        wanted = fold(read_text(text))
        found = next((kind for kind in EventKind if wanted and fold(event_word(kind)).startswith(wanted)), None)
        if found is None:
            known = ", ".join(event_word(kind) for kind in EventKind)
            raise KnownError(
                QCoreApplication.translate("EventsTable", "Please type one of: {kinds}.").format(kinds=known)
            )
        return replace(row, kind=found)

    def _before(self, row: UnitEvent, text: str) -> UnitEvent:
        return replace(row, before=read_codes(text, self.known))

    def _after(self, row: UnitEvent, text: str) -> UnitEvent:
        return replace(row, after=read_codes(text, self.known))

    def _basis(self, row: UnitEvent, text: str) -> UnitEvent:
        return replace(row, basis=read_text(text))
