"""Units, their order and tree."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from models.errors import KnownError
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.rows import day
from models.store.unit_events import events
from models.unit import Unit, UnitTree

UNITS = """
SELECT unit.id, unit.code, unit.name, unit.kind, superior.code AS superior, unit.valid_from, unit.valid_to
FROM unit LEFT JOIN unit AS superior ON superior.id = unit.superior
ORDER BY unit.position, unit.id
"""
SUCCESSORS = """
SELECT unit_successor.unit, successor.code AS successor
FROM unit_successor JOIN unit AS successor ON successor.id = unit_successor.successor
ORDER BY unit_successor.unit, unit_successor.position
"""
UNIT_IDS = "SELECT code, id FROM unit ORDER BY position, id"
ADD_UNIT = """
INSERT INTO unit (position, code, name, kind, superior, valid_from, valid_to, revision)
VALUES (:position, :code, :name, :kind, :superior, :valid_from, :valid_to, :revision)
"""
NEXT_POSITION = "SELECT ifnull(max(position), 0) + 1 FROM unit"
CHANGE_UNIT = """
UPDATE unit SET code = :code, name = :name, kind = :kind, superior = :superior,
    valid_from = :valid_from, valid_to = :valid_to, revision = :revision
WHERE id = :id AND (code, name, kind, superior, valid_from, valid_to)
    IS NOT (:code, :name, :kind, :superior, :valid_from, :valid_to)
"""
FORGET_SUCCESSORS = "DELETE FROM unit_successor WHERE unit = :unit"
ADD_SUCCESSOR = """
INSERT INTO unit_successor (unit, position, successor, revision) VALUES (:unit, :position, :successor, :revision)
"""
REMOVE_UNIT = "DELETE FROM unit WHERE id = :id"
# Who stands above a unit on a day, as UnitTree.superior says, where a country's whole tree is not read for one line.
SUPERIOR_ON = """ifnull((
    SELECT came_under.unit FROM unit_event_side AS moved
    JOIN unit_event ON unit_event.id = moved.event AND unit_event.kind = 'move'
    JOIN unit_event_side AS came_under ON came_under.event = unit_event.id AND came_under.side = 'after'
    WHERE moved.unit = {unit} AND moved.side = 'before' AND unit_event.day <= {day}
    ORDER BY unit_event.day DESC, unit_event.id DESC LIMIT 1
), (SELECT unit.superior FROM unit WHERE unit.id = {unit}))"""
EVER_STOOD_BELOW = """
SELECT EXISTS (SELECT * FROM unit WHERE superior = (SELECT id FROM unit WHERE code = :unit)) OR EXISTS (
    SELECT * FROM unit_event_side JOIN unit_event ON unit_event.id = unit_event_side.event
    WHERE unit_event.kind = 'move' AND side = 'after' AND unit = (SELECT id FROM unit WHERE code = :unit)
)
"""
USES_OF_UNIT = """
SELECT 'đơn vị trực thuộc', count(*) FROM unit WHERE superior = :id
UNION ALL SELECT 'đơn vị được nó kế thừa', count(*) FROM unit_successor WHERE successor = :id
UNION ALL SELECT 'sự kiện đơn vị', count(*) FROM unit_event_side WHERE unit = :id
UNION ALL SELECT 'kế hoạch', count(*) FROM plan WHERE unit = :id
UNION ALL SELECT 'chỉ tiêu được giao', count(*) FROM assignment WHERE unit = :id
UNION ALL SELECT 'số liệu', count(*) FROM actual WHERE unit = :id
UNION ALL SELECT 'giải trình', count(*) FROM explanation WHERE unit = :id
UNION ALL SELECT 'báo cáo đã lập', count(*) FROM report WHERE unit = :id
UNION ALL SELECT 'bước gửi phiếu', count(*) FROM submission_step WHERE unit = :id
UNION ALL SELECT 'minh chứng', count(*) FROM evidence WHERE unit = :id
UNION ALL SELECT 'cảnh báo được chấp nhận', count(*) FROM acceptance WHERE unit = :id
"""


def units(db: Database) -> list[Unit]:
    """Return every unit of the file, those that exist no more included, in the file's order."""
    successors: dict[int, list[str]] = {}
    for unit, successor in db.execute(SUCCESSORS):
        successors.setdefault(unit, []).append(successor)
    return [_unit(row, tuple(successors.get(row[0], ()))) for row in db.execute(UNITS)]


def unit_tree(db: Database) -> UnitTree:
    """Return who stands below whom, on any day."""
    return UnitTree(units(db), events(db))


def unit_ids(db: Database) -> dict[str, int]:
    """Return the id of each unit's code, in the file's order."""
    return dict(db.execute(UNIT_IDS))


def has_units_below(db: Database, code: str) -> bool:
    """Return whether any unit ever stood below one."""
    return bool(db.execute(EVER_STOOD_BELOW, {"unit": code}).fetchone()[0])


def save_unit(db: Database, unit: Unit, author: Author, old_code: str | None = None) -> Changes:
    """Add a unit, or change (and rename) the one of old_code.

    Raises KnownError for a code that is taken, an unknown superior or successor, or units above one another."""
    known = {each.code: each for each in units(db)}
    if old_code is not None and old_code not in known:
        raise KnownError(f"Không có đơn vị {old_code}.")
    if unit.code != old_code and unit.code in known:
        raise KnownError(f"Đã có đơn vị mang mã {unit.code}; hãy chọn mã khác.")
    return _save(db, [unit], known, author, old_code)


def save_units(db: Database, new: Iterable[Unit], author: Author) -> Changes:
    """Add units and change those whose code is known; they may name one another in any order."""
    return _save(db, list(new), {each.code: each for each in units(db)}, author, None)


def remove_unit(db: Database, code: str, author: Author) -> Changes:
    """Take a unit out of the file; raises KnownError while anything refers to it: an end is a day (valid_to)."""
    unit = _id_of(unit_ids(db), code)
    uses = [f"{count} {what}" for what, count in db.execute(USES_OF_UNIT, {"id": unit}) if count]
    if uses:
        raise KnownError(f"Chưa xóa được đơn vị {code}: còn {', '.join(uses)}. Nếu đơn vị đã thôi, hãy ghi Đến ngày.")
    with writing(db, author):
        db.execute(FORGET_SUCCESSORS, {"unit": unit})
        db.execute(REMOVE_UNIT, {"id": unit})
    return Changes(units=True)


def _unit(row: tuple[Any, ...], successors: tuple[str, ...]) -> Unit:
    _, code, name, kind, superior, valid_from, valid_to = row
    return Unit(code, name, kind, superior, day(valid_from), day(valid_to), successors)


def _save(db: Database, new: list[Unit], known: dict[str, Unit], author: Author, old_code: str | None) -> Changes:
    _check(new, known, old_code)
    with writing(db, author) as revision:
        ids = unit_ids(db)
        if old_code is not None:
            ids[new[0].code] = ids.pop(old_code)
        position = db.execute(NEXT_POSITION).fetchone()[0]
        places = {each.code: position + place for place, each in enumerate(new)}
        for each in _superiors_first(new):
            row = _row(each, ids.get(each.first_superior or ""), revision)
            if each.code in ids:
                db.execute(CHANGE_UNIT, {**row, "id": ids[each.code]})
            else:
                ids[each.code] = db.execute(ADD_UNIT, {**row, "position": places[each.code]}).lastrowid or 0
        for each in new:
            old = known.get(old_code or each.code)
            if each.succeeded_by != (old.succeeded_by if old else ()):
                _save_successors(db, ids, each, revision)
        unit_tree(db)  # where units stand above one another in a circle only after a move
    return Changes(units=True)


def _save_successors(db: Database, ids: dict[str, int], unit: Unit, revision: int) -> None:
    db.execute(FORGET_SUCCESSORS, {"unit": ids[unit.code]})
    for position, code in enumerate(unit.succeeded_by):
        values = {"unit": ids[unit.code], "position": position, "successor": ids[code], "revision": revision}
        db.execute(ADD_SUCCESSOR, values)


def _check(new: list[Unit], known: dict[str, Unit], old_code: str | None) -> None:
    """Let the tree say whether superiors and successors are known and nobody stands above itself."""
    after = dict(known)
    if old_code is not None:
        code = new[0].code
        after.pop(old_code)
        after = {each.code: _renamed(each, old_code, code) for each in after.values()}
    after.update({each.code: each for each in new})
    UnitTree(after.values())
    for each in new:
        if each.valid_from and each.valid_to and each.valid_to < each.valid_from:
            raise KnownError(f"Đơn vị {each.code} có Đến ngày trước Từ ngày.")
        if each.code in each.succeeded_by:
            raise KnownError(f"Đơn vị {each.code} không thể kế thừa chính nó.")


def _renamed(unit: Unit, old: str, new: str) -> Unit:
    return replace(
        unit,
        first_superior=new if unit.first_superior == old else unit.first_superior,
        succeeded_by=tuple(new if code == old else code for code in unit.succeeded_by),
    )


def _superiors_first(new: list[Unit]) -> Iterator[Unit]:
    waiting = {each.code: each for each in new}
    for each in new:
        line = []
        while each.code in waiting:
            line.append(waiting.pop(each.code))
            each = waiting.get(each.first_superior or "", each)
        yield from reversed(line)


def _row(unit: Unit, superior: int | None, revision: int) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "superior": superior,
        "valid_from": unit.valid_from and unit.valid_from.isoformat(),
        "valid_to": unit.valid_to and unit.valid_to.isoformat(),
        "revision": revision,
    }


def _id_of(ids: dict[str, int], code: str) -> int:
    if code not in ids:
        raise KnownError(f"Không có đơn vị {code}.")
    return ids[code]
