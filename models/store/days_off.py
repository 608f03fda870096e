"""The days that offices say are off, or worked, beside Vietnam's holidays and weekends."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from models.errors import KnownError
from models.number import format_date
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.rows import iso
from models.store.units import SUPERIOR_ON, unit_ids
from models.workdays import Calendar, DayOff, calendar_of

DAYS_OFF = """
SELECT unit.code AS unit, day_off.day, day_off.is_off, day_off.note
FROM day_off JOIN unit ON unit.id = day_off.unit
WHERE unit.code = ifnull(:unit, unit.code) ORDER BY unit.position, unit.id, day_off.day
"""
# Of each day what those say who stand above the office on it, the highest first, so that the office's own word counts.
IN_FORCE = f"""
WITH RECURSIVE above (unit, day, steps) AS (
    SELECT plan.unit, said.day, 0
    FROM plan JOIN (SELECT DISTINCT day FROM day_off) AS said WHERE plan.code = :plan
    UNION ALL
    SELECT {SUPERIOR_ON.format(unit="above.unit", day="above.day")} AS superior, above.day, above.steps + 1 FROM above
    WHERE superior IS NOT NULL
)
SELECT unit.code AS unit, day_off.day, day_off.is_off, day_off.note
FROM above JOIN unit ON unit.id = above.unit JOIN day_off ON day_off.unit = above.unit AND day_off.day = above.day
ORDER BY above.steps DESC
"""
SAVE_DAY_OFF = """
INSERT INTO day_off (unit, day, is_off, note) VALUES (:unit, :day, :is_off, :note)
ON CONFLICT (unit, day) DO UPDATE SET is_off = :is_off, note = :note
"""
REMOVE_DAY_OFF = "DELETE FROM day_off WHERE unit = :unit AND day = :day"
FORGET_DAYS_OFF = "DELETE FROM day_off WHERE unit = :unit"


def days_off(db: Database, unit: str | None = None) -> list[DayOff]:
    """Return what an office (None: every office) says of its days, in the file's order, then by day."""
    return [_day_off(row) for row in db.query(DAYS_OFF, {"unit": unit})]


def calendar_of_plan(db: Database, plan_code: str) -> Calendar:
    """Return the working days of a plan's office: what it says, else what the offices that stand above it on the day
    say, else Vietnam's."""
    return calendar_of(_day_off(row) for row in db.query(IN_FORCE, {"plan": plan_code}))


def save_day_off(db: Database, new: DayOff, author: Author) -> Changes:
    """Save what an office says of a day. Raises KnownError for a unit that the file does not know."""
    return save_days_off(db, [new], author)


def save_days_off(db: Database, new: Iterable[DayOff], author: Author) -> Changes:
    """Save what offices say of days, all or nothing. Raises KnownError for units that the file does not know."""
    keys = unit_ids(db)
    with writing(db, author):
        for each in new:
            _save(db, _key(keys, each.unit), each)
    return Changes(plans=True)


def replace_days_off(db: Database, unit: str, new: Iterable[DayOff], author: Author) -> Changes:
    """Put these days in the place of all that an office said. Raises KnownError for a unit that is not in the file."""
    key = _key(unit_ids(db), unit)
    with writing(db, author):
        db.execute(FORGET_DAYS_OFF, {"unit": key})
        for each in new:
            _save(db, key, each)
    return Changes(plans=True)


def remove_day_off(db: Database, unit: str, day: date, author: Author) -> Changes:
    """Take back what an office said of a day; raises KnownError where it said nothing."""
    with writing(db, author):
        if not db.execute(REMOVE_DAY_OFF, {"unit": _key(unit_ids(db), unit), "day": iso(day)}).rowcount:
            raise KnownError(f"Đơn vị {unit} không nêu gì về ngày {format_date(day)}.")
    return Changes(plans=True)


def _save(db: Database, key: int, new: DayOff) -> None:
    db.execute(SAVE_DAY_OFF, {"unit": key, "day": iso(new.day), "is_off": new.is_off, "note": new.note})


def _key(keys: dict[str, int], unit: str) -> int:
    if unit not in keys:
        raise KnownError(f"Không có đơn vị {unit} trong tệp.")
    return keys[unit]


def _day_off(row: dict[str, Any]) -> DayOff:
    return DayOff(row["unit"], date.fromisoformat(row["day"]), bool(row["is_off"]), row["note"])
