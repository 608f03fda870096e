"""Reorganisations are written whole, taken back whole, kept in history, and locked by issued reports."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from models.errors import KnownError
from models.period import quarter
from models.plan import Actual
from models.reorganisation import Reorganisation, effect, taking_back
from models.store.actuals import record
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.history import Subject, history, last_revision
from models.store.reorganisations import apply_effect, is_locked, reorganise, save_events, take_back
from models.store.reports import save_report
from models.store.unit_events import events
from models.store.units import save_units, unit_tree, units
from models.unit import EventKind, Unit, UnitEvent
from tests.unit.models.store.histories import AUTHOR, a_history

DAY, EVE = date(2023, 7, 1), date(2023, 6, 30)
NEW = Unit("M", "Xã Mới", "xã", "H")
MERGER = UnitEvent(DAY, EventKind.MERGE, ("X2", "X3"), ("M",), "Nghị quyết số 1")
RENAME = UnitEvent(date(2023, 1, 1), EventKind.RENAME, ("X1",), ("X2",))


@pytest.fixture
def two(db: Database, author: Author) -> Database:
    save_units(db, [Unit("X3", "Xã Ba", "xã", "H")], author)
    return db


def issue(db: Database, author: Author, period: int, *, is_issued: bool = True) -> None:
    save_report(
        db,
        plan="KH23",
        kind="progress",
        period=quarter(2023, period),
        unit=None,
        asked_on=date(2023, 10, 1),
        path=Path("b.docx"),
        document=b"PK",
        author=author,
        is_issued=is_issued,
    )


def test_a_merger_is_written_whole(two: Database, author: Author) -> None:
    assert reorganise(two, Reorganisation(MERGER, (NEW,)), author) == Changes(units=True)
    tree = unit_tree(two)
    assert tree["M"] == replace(NEW, valid_from=DAY)
    assert [tree[code].valid_to for code in ("X2", "X3")] == [EVE, EVE]
    assert tree.predecessors("M") == ["X2", "X3"]
    assert events(two) == [MERGER]
    assert {each.subject for each in history(two)} == {Subject.UNIT}


def test_what_stands_in_its_way_leaves_everything_as_it_was(two: Database, author: Author) -> None:
    before, last = units(two), last_revision(two)
    with pytest.raises(KnownError, match="Không có đơn vị M"):
        reorganise(two, Reorganisation(MERGER), author)
    assert (units(two), events(two), last_revision(two)) == (before, [], last)


def test_a_merger_is_taken_back_and_done_again(two: Database, author: Author) -> None:
    before = units(two)
    found = effect(unit_tree(two), Reorganisation(MERGER, (NEW,)))
    for _ in range(2):
        apply_effect(two, found, author)
        after = units(two)
        take_back(two, found, before, author)
        assert (units(two), events(two)) == (before, [])
    assert len(after) == len(before) + 1
    taken = [each.subject for each in history(two) if each.new is None]
    assert taken.count(Subject.UNIT_EVENT) == 2
    assert taken.count(Subject.UNIT_EVENT_SIDE) == 6


def test_a_unit_in_use_keeps_its_merger(two: Database, author: Author) -> None:
    before = units(two)
    found = effect(unit_tree(two), Reorganisation(MERGER, (NEW,)))
    apply_effect(two, found, author)
    record(two, [Actual("count", "M", quarter(2023, 3), value=Decimal(1))], author)
    with pytest.raises(KnownError, match="1 số liệu"):
        take_back(two, found, before, author)
    assert events(two) == [MERGER]


def test_a_report_issued_on_an_event_locks_it(two: Database, author: Author) -> None:
    before = units(two)
    found = effect(unit_tree(two), Reorganisation(MERGER, (NEW,)))
    issue(two, author, 4)  # before the event was known
    apply_effect(two, found, author)
    issue(two, author, 2)  # its window ends before the day
    issue(two, author, 3, is_issued=False)
    assert not is_locked(two, MERGER)
    issue(two, author, 3)
    assert is_locked(two, MERGER)
    refused = "Sự kiện sáp nhập ngày 1/7/2023 không sửa hay bỏ được nữa: báo cáo kỳ"
    with pytest.raises(KnownError, match=refused):
        take_back(two, found, before, author)
    for new in ([], [replace(MERGER, day=EVE)]):
        with pytest.raises(KnownError, match=refused):
            save_events(two, new, author)
    assert events(two) == [MERGER]
    save_events(two, [MERGER, RENAME], author)
    assert events(two) == [RENAME, MERGER]


def test_an_event_that_is_gone_cannot_be_taken_back(two: Database, author: Author) -> None:
    before = units(two)
    found = effect(unit_tree(two), Reorganisation(MERGER, (NEW,)))
    apply_effect(two, found, author)
    save_events(two, [], author)
    with pytest.raises(KnownError, match="không còn trong tệp"):
        take_back(two, found, before, author)


def test_saving_events_leaves_alone_what_stays(two: Database, author: Author) -> None:
    split = UnitEvent(DAY, EventKind.SPLIT, ("X2",), ("X2", "X3"), "", (Decimal("1.5"), Decimal(0)))
    save_events(two, [RENAME, split], author)
    assert events(two) == [RENAME, split]
    save_events(two, [split, RENAME], author)
    assert list(history(two)) == []
    save_events(two, [RENAME, replace(split, basis="Nghị quyết", weights=())], author)
    assert {each.subject for each in history(two)} == {Subject.UNIT_EVENT, Subject.UNIT_EVENT_SIDE}
    (changed,) = history(two, Subject.UNIT_EVENT)
    assert changed.changed == {"basis": ("", "Nghị quyết")}
    assert events(two)[1].weights == ()
    save_events(two, [replace(RENAME, basis="x")], author)
    assert events(two) == [replace(RENAME, basis="x")]


def test_an_unknown_unit_and_a_circle_are_refused(two: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Không có đơn vị K"):
        save_events(two, [replace(RENAME, after=("K",))], author)
    with pytest.raises(KnownError, match="vòng tròn"):
        save_events(two, [UnitEvent(DAY, EventKind.MOVE, ("H",), ("X2",))], author)
    assert events(two) == []


@pytest.mark.parametrize("seed", range(25))
def test_whatever_happened_can_be_taken_back_from_the_last_to_the_first(seed: int) -> None:
    history = a_history(Random(8000 + seed))
    history.actuals.clear()
    steps, files = list(history.steps), []
    for count in range(len(steps) + 1):
        history.steps = steps[:count]
        files.append(history.stored())
    db = files.pop()
    while files:
        told = events(db)
        found, before = taking_back(unit_tree(db), told[-1], told)
        take_back(db, found, before, AUTHOR)
        assert set(units(db)) == set(units(files[-1]))
        assert events(db) == events(files.pop())


def test_moves_that_were_told_with_an_event_go_with_it(two: Database, author: Author) -> None:
    save_units(two, [Unit("D", "Huyện Hai", "huyện"), Unit("X9", "Xã Chín", "xã", "D")], author)
    there = units(two)
    merger = UnitEvent(DAY, EventKind.MERGE, ("H", "D"), ("N",), "Nghị quyết số 2")
    reorganise(two, Reorganisation(merger, (Unit("N", "Huyện Mới"),)), author)
    assert [each.kind for each in events(two)] == [EventKind.MERGE, EventKind.MOVE]
    found, before = taking_back(unit_tree(two), merger, events(two))
    take_back(two, found, before, author)
    assert (units(two), events(two)) == (there, [])
