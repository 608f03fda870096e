"""What happened to units: mergers, splits, renames, ends and moves, as the file keeps them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.errors import KnownError
from models.number import from_scaled, to_scaled
from models.store.database import Database
from models.unit import EventKind, UnitEvent

EVENTS = "SELECT id, day, kind, basis, revision FROM unit_event ORDER BY day, id"
EVENT_SIDES = """
SELECT unit_event_side.event, unit_event_side.side, unit.code, unit_event_side.weight
FROM unit_event_side JOIN unit ON unit.id = unit_event_side.unit
ORDER BY unit_event_side.event, unit_event_side.side, unit_event_side.position
"""
_OF_UNIT = """(
    SELECT side.event FROM unit_event_side AS side JOIN unit ON unit.id = side.unit WHERE unit.code = :unit
)"""
EVENTS_OF_UNIT = EVENTS.replace("ORDER BY", f"WHERE id IN {_OF_UNIT} ORDER BY")
EVENT_SIDES_OF_UNIT = EVENT_SIDES.replace("ORDER BY", f"WHERE unit_event_side.event IN {_OF_UNIT} ORDER BY")
ADD_EVENT = "INSERT INTO unit_event (day, kind, basis, revision) VALUES (:day, :kind, :basis, :revision)"
CHANGE_EVENT = """
UPDATE unit_event SET day = :day, kind = :kind, basis = :basis, revision = :revision
WHERE id = :id AND (day, kind, basis) IS NOT (:day, :kind, :basis)
"""
REMOVE_SIDES = "DELETE FROM unit_event_side WHERE event = :event"
REMOVE_EVENT = "DELETE FROM unit_event WHERE id = :event"
ADD_SIDE = """
INSERT INTO unit_event_side (event, side, position, unit, weight, revision)
VALUES (:event, :side, :position, :unit, :weight, :revision)
"""


class KeptEvent(NamedTuple):
    """An event as the file has it: its number, and the revision that wrote it last."""

    id: int
    event: UnitEvent
    revision: int


def events(db: Database) -> list[UnitEvent]:
    """Return mergers, splits, renames, ends and moves, the oldest first."""
    return [kept.event for kept in kept_events(db)]


def kept_events(db: Database, unit: str | None = None) -> list[KeptEvent]:
    """Return the events with their numbers, the oldest first; those of one day as they were entered.

    unit: those that name this one, on either side."""
    asked = {"unit": unit}
    all_events, all_sides = (EVENTS, EVENT_SIDES) if unit is None else (EVENTS_OF_UNIT, EVENT_SIDES_OF_UNIT)
    sides: dict[tuple[int, str], list[tuple[str, int | None]]] = defaultdict(list)
    for event, side, code, weight in db.execute(all_sides, asked):
        sides[event, side].append((code, weight))
    return [
        KeptEvent(id, _event(day, kind, basis, sides[id, "before"], sides[id, "after"]), revision)
        for id, day, kind, basis, revision in db.execute(all_events, asked)
    ]


def _event(
    day: str, kind: str, basis: str, before: list[tuple[str, int | None]], after: list[tuple[str, int | None]]
) -> UnitEvent:
    weights = tuple(from_scaled(weight) for _, weight in after if weight is not None)
    old, new = (tuple(code for code, _ in side) for side in (before, after))
    return UnitEvent(date.fromisoformat(day), EventKind(kind), old, new, basis, weights)


def add_event(db: Database, event: UnitEvent, ids: Mapping[str, int], revision: int) -> None:
    """Write one event; raises KnownError for an unknown unit. For use inside a transaction, as what follows."""
    values = {"day": event.day.isoformat(), "kind": event.kind, "basis": event.basis, "revision": revision}
    _add_sides(db, db.execute(ADD_EVENT, values).lastrowid or 0, event, ids, revision)


def change_event(db: Database, old: KeptEvent, new: UnitEvent, ids: Mapping[str, int], revision: int) -> None:
    """Put another event in the place of one; raises KnownError for an unknown unit."""
    values = {"id": old.id, "day": new.day.isoformat(), "kind": new.kind, "basis": new.basis, "revision": revision}
    db.execute(CHANGE_EVENT, values)
    if (old.event.before, old.event.after, old.event.weights) != (new.before, new.after, new.weights):
        db.execute(REMOVE_SIDES, {"event": old.id})
        _add_sides(db, old.id, new, ids, revision)


def remove_event(db: Database, old: KeptEvent) -> None:
    """Take an event away."""
    db.execute(REMOVE_SIDES, {"event": old.id})
    db.execute(REMOVE_EVENT, {"event": old.id})


def _add_sides(db: Database, event: int, new: UnitEvent, ids: Mapping[str, int], revision: int) -> None:
    weights: tuple[Decimal | None, ...] = new.weights or (None,) * len(new.after)
    sides = (("before", [(code, None) for code in new.before]), ("after", list(zip(new.after, weights, strict=True))))
    for side, units in sides:
        for position, (code, weight) in enumerate(units):
            if code not in ids:
                raise KnownError(f"Không có đơn vị {code}.")
            place = {"event": event, "side": side, "position": position, "unit": ids[code], "revision": revision}
            db.execute(ADD_SIDE, place | {"weight": None if weight is None else to_scaled(weight)})
