"""Days off without a screen: listed, said, taken back. Imports no Qt."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.number import format_date
from ui.commands.output import print_json

if TYPE_CHECKING:
    from models.store.changes import Author
    from models.store.database import Database
    from models.workdays import DayOff

WORDS = {True: "nghỉ", False: "làm việc"}


def days_off(asked: Namespace, author: "Author") -> None:
    """List what offices say of their days, or say or take back one. Raises KnownError for a unit not there."""
    from models.store import days_off as store
    from models.store.database import open_database
    from models.store.units import unit_tree

    day = asked.add or asked.work or asked.remove
    if asked.note and not (asked.add or asked.work):
        raise KnownError("Ghi chú chỉ đi cùng --add hoặc --work; hãy bỏ --note.")
    with closing(open_database(asked.file, read_only=day is None)) as db:
        if asked.unit is not None and asked.unit not in unit_tree(db):
            raise KnownError(f"Không có đơn vị {asked.unit} trong tệp.")
        if day is not None:
            print(_written(db, asked, author))
            return
        found = store.days_off(db, asked.unit)
    if asked.json:
        print_json(map(_record, found))
    else:
        print("\n".join(_lines(found)))


def _written(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.days_off import remove_day_off, save_day_off
    from models.workdays import DayOff

    unit = asked.unit or _only_office(db)
    if asked.remove:
        remove_day_off(db, unit, asked.remove, author)
        return f"Đã bỏ điều đơn vị {unit} nêu về ngày {format_date(asked.remove)}."
    said = DayOff(unit, asked.add or asked.work, asked.add is not None, asked.note)
    save_day_off(db, said, author)
    return f"Đã ghi: ngày {format_date(said.day)} đơn vị {unit} {WORDS[said.is_off]}."


def _only_office(db: "Database") -> str:
    """Return the office that has the plans; raises KnownError where there are several, or none."""
    from models.store.plans import plans

    offices = {each.unit for each in plans(db)}
    if len(offices) != 1:
        raise KnownError("Hãy nêu đơn vị bằng --unit: trong tệp không chỉ có kế hoạch của một đơn vị.")
    return offices.pop()


def _record(each: "DayOff") -> dict[str, str | bool]:
    return {"unit": each.unit, "day": each.day.isoformat(), "is_off": each.is_off, "note": each.note}


def _lines(found: list["DayOff"]) -> Iterator[str]:
    for each in found:
        note = f" ({each.note})" if each.note else ""
        yield f"{each.unit}  {format_date(each.day)}  {WORDS[each.is_off]}{note}"
    if not found:
        yield "Chưa nêu ngày nào; chỉ tính ngày lễ, thứ bảy và chủ nhật."
