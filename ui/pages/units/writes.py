"""What the page writes: each one transaction and one step of undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from models.errors import KnownError
from models.reorganisation import Effect, Reorganisation, companions, effect, taking_back
from models.store.changes import Author, Changes
from models.store.reorganisations import apply_effect, save_events, take_back
from models.store.unit_events import events
from models.store.units import remove_unit, save_unit, save_units
from models.unit import EventKind, Unit, UnitEvent
from models.unit_list import free_code, units_of_list
from ui.pages.units.small_dialogs import Given
from ui.session import Session
from ui.texts import event_word, unit_text

Refused = Callable[[str], None]


class UnitWrites(QObject):
    """Writes for a page, which shows the new state itself; what is refused is said beside what was typed."""

    def __init__(self, session: Session, page: QObject) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def _write(
        self, work: Callable[[], Changes], undo: Callable[[], Changes], text: str, refused: Refused | None = None
    ) -> Changes | None:
        return self._session.write(work, undo=undo, text=text, source=self._page, refused=refused)

    def change(self, old: Unit, new: Unit, refused: Refused) -> Changes | None:
        """Change one unit."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        return self._write(
            lambda: save_unit(db, new, author, old.code),
            lambda: save_unit(db, old, undoer, new.code),
            self.tr("Change of {unit}").format(unit=unit_text(old)),
            refused,
        )

    def add(self, new: Unit) -> Changes | None:
        """Add a unit."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        return self._write(
            lambda: save_unit(db, new, author),
            lambda: remove_unit(db, new.code, undoer),
            self.tr("New unit {code}").format(code=new.code),
        )

    def remove(self, old: Unit, refused: Refused) -> Changes | None:
        """Take a unit out that nothing refers to."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        return self._write(
            lambda: remove_unit(db, old.code, author),
            lambda: save_unit(db, old, undoer),
            self.tr("Removal of {unit}").format(unit=unit_text(old)),
            refused,
        )

    def make_list(self, text: str, refused: Refused) -> Changes | None:
        """Make units of a list of names."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        try:
            new = units_of_list(text, tuple(self._session.tree.units))
        except KnownError as problem:
            refused(str(problem))
            return None

        def take_away() -> Changes:
            changes = Changes()
            for each in reversed(new):
                changes |= remove_unit(db, each.code, undoer)
            return changes

        text = self.tr("%n unit(s) from a list", None, len(new))
        return self._write(lambda: save_units(db, new, author), take_away, text, refused)

    def save_events(self, new: list[Any], refused: Refused | None) -> Changes | None:
        """Put other events in the place of those that are there; where only the day of one differs, its units' days
        move along."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        old = events(db)
        gone, added = [each for each in old if each not in new], [each for each in new if each not in old]
        if len(gone) == len(added) == 1 and replace(gone[0], day=added[0].day) == added[0]:
            return self.mend(gone[0], added[0], refused)
        return self._write(
            lambda: save_events(db, new, author),
            lambda: save_events(db, old, undoer),
            self.tr("Mergers, splits, changes of name"),
            refused,
        )

    def reorganise(self, found: Effect) -> Changes | None:
        """Let units merge, split, end, begin, come under others; undone as long as no report was issued on it."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        before = [self._session.tree[each.code] for each in found.changed]
        return self._write(
            lambda: apply_effect(db, found, author),
            lambda: take_back(db, found, before, undoer),
            self.tr("{event} of {day:%d/%m/%Y}").format(
                event=event_word(found.events[0].kind), day=found.events[0].day
            ),
        )

    def decided(self, decided: Reorganisation) -> Changes | None:
        """Do what was decided, where nothing stands in its way; else a band says what does."""
        try:
            found = effect(self._session.tree, decided)
        except KnownError as problem:
            self._session.say_problem(problem)
            return None
        return self.reorganise(found)

    def rename(self, unit: Unit, given: Given) -> Changes | None:
        """Give a unit another name from a day on: a unit of its own takes over, so that the old name stays."""
        code = free_code(given.text, tuple(self._session.tree.units))
        new = replace(unit, code=code, name=given.text, valid_from=given.day, valid_to=None, succeeded_by=())
        new = replace(new, first_superior=self._session.tree.superior(unit.code, given.day))
        event = UnitEvent(given.day, EventKind.RENAME, (unit.code,), (code,))
        return self.decided(Reorganisation(event, (new,)))

    def end(self, unit: Unit, given: Given) -> Changes | None:
        """Let a unit be no more from a day on."""
        event = UnitEvent(given.day, EventKind.DISSOLVE, (unit.code,), (), given.text)
        return self.decided(Reorganisation(event))

    def take_back(self, event: UnitEvent) -> Changes | None:
        """Let an event not have happened: its units go on, those that began with it are removed if nobody uses them."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        found, before = taking_back(self._session.tree, event, events(db))
        return self._write(
            lambda: take_back(db, found, before, author),
            lambda: apply_effect(db, found, undoer),
            self.tr("{event} taken back").format(event=event_word(event.kind)),
        )

    def mend(self, old: UnitEvent, new: UnitEvent, refused: Refused | None = None) -> Changes | None:
        """Give an event another day or basis; with the day its units' first and last days move along, and the moves
        that were told with it."""
        if old.day == new.day:
            return self.save_events([new if each == old else each for each in events(self._session.db)], refused)
        db, author, undoer, tree = self._session.db, self._session.author, self._session.undoer, self._session.tree
        before = events(db)
        units = [tree[code] for code in dict.fromkeys((*old.before, *old.after))]
        moved = [_moved(unit, old.day, new.day) for unit in units]

        def put(its: list[Unit], all_events: list[UnitEvent], who: Author) -> Changes:
            from models.store.database import writing

            with writing(db, who):
                return save_units(db, its, who) | save_events(db, all_events, who)

        along = companions(old, before)
        after = [
            new if each == old else replace(each, day=new.day, basis=new.basis) if each in along else each
            for each in before
        ]
        text = self.tr("Day of {event}").format(event=event_word(old.kind))
        return self._write(lambda: put(moved, after, author), lambda: put(units, before, undoer), text, refused)


def _moved(unit: Unit, old: date, new: date) -> Unit:
    step = new - old
    if unit.valid_from == old:
        unit = replace(unit, valid_from=new)
    if unit.valid_to is not None and (old - unit.valid_to).days == 1:
        unit = replace(unit, valid_to=unit.valid_to + step)
    return unit
