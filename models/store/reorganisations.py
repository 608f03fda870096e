"""Mergers, splits, renames, ends and moves of units: written whole, taken back whole, locked by issued reports."""

from collections.abc import Iterable, Iterator
from datetime import date

from models.errors import KnownError
from models.number import format_date
from models.period import Period, read_period
from models.plan import Plan
from models.reorganisation import WORDS, Effect, Reorganisation, days_of_change, effect
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.plans import windows
from models.store.unit_events import KeptEvent, add_event, change_event, kept_events, remove_event
from models.store.units import remove_unit, save_units, unit_ids, unit_tree
from models.succession import all_events
from models.unit import Unit, UnitEvent
from models.unit_rules import inconsistencies

ISSUED_SINCE = """
SELECT plan.code, report.period
FROM report JOIN plan ON plan.id = report.plan
WHERE report.is_issued AND report.revision > :revision
ORDER BY report.id
"""


def save_events(db: Database, new: Iterable[UnitEvent], author: Author) -> Changes:
    """Put these events in the place of all that were there; what stays as it is, is left alone.

    Raises KnownError for an unknown unit, units above one another, and for an event that an issued report rests on."""
    wanted = list(new)
    with writing(db, author) as revision:
        old, ids = kept_events(db), unit_ids(db)
        left = _left(old, wanted)
        staying = {kept.id for kept in left.values()}
        gone = [kept for kept in old if kept.id not in staying]
        added = [event for event in wanted if event not in left]
        for kept, event in _same_units(gone, added):
            _check_unlocked(db, kept)
            change_event(db, kept, event, ids, revision)
            gone.remove(kept)
            added.remove(event)
        for kept in gone:
            _check_unlocked(db, kept)
            remove_event(db, kept)
        for event in added:
            add_event(db, event, ids, revision)
        unit_tree(db)
    return Changes(units=True)


def reorganise(db: Database, decided: Reorganisation, author: Author) -> Changes:
    """Let units end and begin, succeed one another and come under others, in one transaction.

    Raises KnownError with all that stands in its way: see models.reorganisation."""
    with writing(db, author):
        found = effect(unit_tree(db), decided)
        return apply_effect(db, found, author)


def apply_effect(db: Database, found: Effect, author: Author) -> Changes:
    """Write what a reorganisation does, in one transaction."""
    with writing(db, author) as revision:
        save_units(db, found.units, author)
        ids = unit_ids(db)
        for event in found.events:
            add_event(db, event, ids, revision)
        unit_tree(db)
    return Changes(units=True)


def take_back(db: Database, found: Effect, before: Iterable[Unit], author: Author) -> Changes:
    """Put units back as they were before a reorganisation, and take away what began with it, in one transaction.

    Raises KnownError where an issued report rests on it, or where a unit that began with it is in use already."""
    with writing(db, author):
        for kept in _found(db, found.events):
            _check_unlocked(db, kept)
            remove_event(db, kept)
        save_units(db, before, author)
        for unit in found.new:
            remove_unit(db, unit.code, author)
    return Changes(units=True)


def reorganised(db: Database, plan: Plan, on: date, unit: str | None = None) -> list[date]:
    """Return the days of a plan's year, up to the one asked, from which its units, or those below one, were others."""
    tree = unit_tree(db)
    happened = all_events(tree.units.values(), (kept.event for kept in kept_events(db)))
    return days_of_change(tree, happened, unit or plan.unit, windows(db, plan.code), Period(plan.year), on)


def unit_problems(db: Database) -> list[str]:
    """Return what of the file's units and events does not fit together: see models.unit_rules."""
    return inconsistencies(unit_tree(db), (kept.event for kept in kept_events(db)))


def is_locked(db: Database, event: UnitEvent) -> bool:
    """Whether a report that was issued rests on an event, so that it can be neither changed nor taken back."""
    return any(_issued_on(db, kept) for kept in _found(db, [event]))


def _found(db: Database, some: Iterable[UnitEvent]) -> Iterator[KeptEvent]:
    for event in some:
        named = next(iter((*event.before, *event.after)), None)
        kept = next((kept for kept in kept_events(db, named) if kept.event == event), None)
        if kept is None:
            raise KnownError(f"Sự kiện {_said(event)} không còn trong tệp, hoặc đã được sửa.")
        yield kept


def _check_unlocked(db: Database, kept: KeptEvent) -> None:
    if period := _issued_on(db, kept):
        raise KnownError(
            f"Sự kiện {_said(kept.event)} không sửa hay bỏ được nữa: báo cáo kỳ {period} đã phát hành theo sự kiện này."
        )


def _issued_on(db: Database, kept: KeptEvent) -> str:
    """Return the period of a report that was issued after the event was written, and reaches to its day or further."""
    found: Iterable[tuple[str, str]] = db.execute(ISSUED_SINCE, {"revision": kept.revision})
    return next((period for plan, period in found if _last_day(db, plan, period) >= kept.event.day), "")


def _last_day(db: Database, plan: str, period: str) -> date:
    return windows(db, plan).of(read_period(period)).last


def _left(old: list[KeptEvent], wanted: list[UnitEvent]) -> dict[UnitEvent, KeptEvent]:
    there = set(wanted)
    return {kept.event: kept for kept in old if kept.event in there}


def _same_units(gone: list[KeptEvent], added: list[UnitEvent]) -> list[tuple[KeptEvent, UnitEvent]]:
    """Pair events of the same units, so that a change of day, kind or basis is one, not an end and a beginning."""
    places = {(kept.event.before, kept.event.after): kept for kept in gone}
    found = []
    for event in added:
        if (kept := places.pop((event.before, event.after), None)) is not None:
            found.append((kept, event))
    return found


def _said(event: UnitEvent) -> str:
    return f"{WORDS[event.kind]} ngày {format_date(event.day)}"
