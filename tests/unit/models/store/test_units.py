"""Units, their tree and what happened to them are kept, and nothing that is used is taken away."""

from datetime import date
from decimal import Decimal

import pytest

from models.errors import KnownError
from models.period import quarter
from models.plan import Actual, Assignment, Explanation
from models.store.actuals import record
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.explanations import save_explanation
from models.store.history import Subject, history
from models.store.indicators import save_assignment
from models.store.reorganisations import save_events
from models.store.unit_events import events
from models.store.units import (
    remove_unit,
    save_unit,
    save_units,
    unit_ids,
    unit_tree,
    units,
)
from models.unit import EventKind, Unit, UnitEvent

H = Unit("H", "UBND huyện", "huyện", valid_from=date(2000, 1, 1))
OLD = Unit("X1", "Xã Một", "xã", "H", date(2000, 1, 1), date(2023, 6, 30), ("X3", "X2"))
NEW = Unit("X2", "Xã Hai", "xã", "H", date(2023, 7, 1))
THIRD = Unit("X3", "Xã Ba", "xã", "X2")


def test_units_come_back_as_they_were_saved_in_their_order(empty: Database, author: Author) -> None:
    assert save_units(empty, [THIRD, OLD, H, NEW], author) == Changes(units=True)
    assert units(empty) == [THIRD, OLD, H, NEW]
    assert unit_tree(empty).predecessors("X2") == ["X1"]
    assert list(unit_ids(empty)) == ["X3", "X1", "H", "X2"]


def test_saving_again_what_is_there_changes_nothing(empty: Database, author: Author) -> None:
    for _ in range(2):
        save_units(empty, [H, NEW, THIRD, OLD], author)
    assert units(empty) == [H, NEW, THIRD, OLD]
    assert list(history(empty)) == []


def test_a_unit_is_renamed_and_all_that_name_it_follow(empty: Database, author: Author) -> None:
    save_units(empty, [H, NEW, THIRD, OLD], author)
    save_unit(empty, Unit("P2", "Phường Hai", "phường", "H"), author, old_code="X2")
    found = unit_tree(empty)
    assert found["X3"].first_superior == "P2"
    assert found["X1"].succeeded_by == ("X3", "P2")
    assert [each.code for each in units(empty)] == ["H", "P2", "X3", "X1"]
    (entry,) = history(empty, Subject.UNIT, unit="P2")
    assert entry.changed["name"] == ("Xã Hai", "Phường Hai")
    assert entry.who == author.who


def test_successors_that_change_leave_history(empty: Database, author: Author) -> None:
    save_units(empty, [H, NEW, THIRD, OLD], author)
    save_unit(empty, Unit("X1", "Xã Một", "xã", "H", OLD.valid_from, OLD.valid_to, ("X2",)), author, old_code="X1")
    assert unit_tree(empty)["X1"].succeeded_by == ("X2",)
    assert [entry.old["position"] for entry in history(empty, Subject.SUCCESSOR, unit="X1")] == [1, 0]


@pytest.mark.parametrize(
    ("unit", "old_code", "says"),
    [
        (Unit("X1", "trùng"), None, "Đã có đơn vị mang mã X1"),
        (Unit("H", "trùng"), "X1", "Đã có đơn vị mang mã H"),
        (Unit("X9", "lạ"), "X8", "Không có đơn vị X8"),
        (Unit("X9", "lạ", first_superior="không có"), None, "không có"),
        (Unit("X9", "lạ", succeeded_by=("không có",)), None, "không có"),
        (Unit("H", "vòng", first_superior="X3"), "H", "vòng tròn"),
        (Unit("X9", "vòng", first_superior="X9"), None, "vòng tròn"),
        (Unit("X9", "ngày", valid_from=date(2023, 2, 1), valid_to=date(2023, 1, 1)), None, "Đến ngày trước Từ ngày"),
        (Unit("X9", "tự kế thừa", succeeded_by=("X9",)), None, "không thể kế thừa chính nó"),
    ],
)
def test_a_unit_that_cannot_be_is_refused_in_words(
    empty: Database, author: Author, unit: Unit, old_code: str | None, says: str
) -> None:
    save_units(empty, [H, NEW, THIRD, OLD], author)
    with pytest.raises(KnownError, match=says):
        save_unit(empty, unit, author, old_code)
    assert units(empty) == [H, NEW, THIRD, OLD]


def test_a_unit_that_nothing_names_is_removed_with_its_successors(empty: Database, author: Author) -> None:
    save_units(empty, [H, NEW, THIRD, OLD], author)
    remove_unit(empty, "X1", author)
    assert [each.code for each in units(empty)] == ["H", "X2", "X3"]
    subjects = [(entry.subject, entry.new) for entry in history(empty)]
    assert subjects == [(Subject.UNIT, None), (Subject.SUCCESSOR, None), (Subject.SUCCESSOR, None)]


def test_a_unit_in_use_is_not_removed_and_the_uses_are_named(db: Database, author: Author) -> None:
    record(db, [Actual("count", "X1", quarter(2023, 1), value=Decimal(3))], author)
    save_explanation(db, Explanation("count", "X1", quarter(2023, 1), "Thiếu người"), author)
    save_assignment(db, Assignment("KH23", "count", "X1", quarter(2023, 1)), author)
    save_events(db, [UnitEvent(date(2023, 7, 1), EventKind.MERGE, ("X1",), ("X2",))], author)
    with pytest.raises(KnownError, match="1 sự kiện đơn vị, 1 chỉ tiêu được giao, 1 số liệu, 1 giải trình"):
        remove_unit(db, "X1", author)
    with pytest.raises(KnownError, match="2 đơn vị trực thuộc, 1 kế hoạch"):
        remove_unit(db, "H", author)
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        remove_unit(db, "X9", author)


def test_events_come_back_the_oldest_first_and_replace_those_before(db: Database, author: Author) -> None:
    merged = UnitEvent(date(2023, 7, 1), EventKind.MERGE, ("X1", "X2"), ("X2",), "Nghị quyết 01/NQ")
    renamed = UnitEvent(date(2020, 1, 1), EventKind.RENAME, ("X1",), ("X1",))
    save_events(db, [renamed], author)
    assert save_events(db, [merged, renamed], author) == Changes(units=True)
    assert events(db) == [renamed, merged]
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        save_events(db, [UnitEvent(date(2024, 1, 1), EventKind.DISSOLVE, ("X9",), ())], author)
    assert events(db) == [renamed, merged]
