"""What offices say of their days is kept, and moves due dates, lateness and what remains a day."""

from datetime import date

import pytest

from models.errors import KnownError
from models.measure import Kind
from models.period import WindowSetting, quarter
from models.plan import Indicator, Plan
from models.store.board import board
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.days_off import (
    calendar_of_plan,
    days_off,
    remove_day_off,
    replace_days_off,
    save_day_off,
    save_days_off,
)
from models.store.indicators import save_indicators
from models.store.plans import save_plan, save_window_settings, windows
from models.store.units import save_units
from models.unit import Unit
from models.workdays import NATIONAL, Calendar, DayOff

AUTHOR = Author("Người thử", "command")
TUESDAY, SATURDAY = date(2023, 6, 20), date(2023, 6, 24)
Q2 = quarter(2023, 2)
PLAN = Plan("KH", 2023, "Kế hoạch", "H")


@pytest.fixture
def db() -> Database:
    opened = memory_database()
    save_units(
        opened, [Unit("T", "Tỉnh"), Unit("H", "Huyện", first_superior="T"), Unit("X", "Xã", first_superior="H")], AUTHOR
    )
    save_plan(opened, PLAN, AUTHOR)
    save_indicators(opened, [Indicator("KH", "C", "", "Hồ sơ", Kind.COUNT)], AUTHOR)
    return opened


def test_what_is_said_of_a_day_is_kept_changed_and_taken_back(db: Database) -> None:
    assert days_off(db) == []
    assert save_day_off(db, DayOff("H", TUESDAY, note="Nghỉ bù"), AUTHOR).plans
    save_days_off(db, [DayOff("T", SATURDAY, is_off=False), DayOff("H", TUESDAY, is_off=False)], AUTHOR)
    assert days_off(db) == [DayOff("T", SATURDAY, is_off=False), DayOff("H", TUESDAY, is_off=False)]
    assert days_off(db, "T") == [DayOff("T", SATURDAY, is_off=False)]
    assert remove_day_off(db, "T", SATURDAY, AUTHOR).plans
    assert days_off(db, "T") == []


def test_an_offices_days_are_replaced_and_no_others(db: Database) -> None:
    save_days_off(db, [DayOff("T", TUESDAY), DayOff("H", TUESDAY, note="Nghỉ bù")], AUTHOR)
    assert replace_days_off(db, "H", [DayOff("H", SATURDAY, is_off=False, note="Làm bù")], AUTHOR).plans
    assert days_off(db) == [DayOff("T", TUESDAY), DayOff("H", SATURDAY, is_off=False, note="Làm bù")]
    replace_days_off(db, "H", [], AUTHOR)
    assert days_off(db) == [DayOff("T", TUESDAY)]


def test_a_day_of_nobody_is_refused(db: Database) -> None:
    with pytest.raises(KnownError, match="Không có đơn vị Z"):
        save_day_off(db, DayOff("Z", TUESDAY), AUTHOR)
    with pytest.raises(KnownError, match="không nêu gì về ngày 20/6/2023"):
        remove_day_off(db, "H", TUESDAY, AUTHOR)
    with pytest.raises(KnownError, match="Không có đơn vị Z"):
        save_days_off(db, [DayOff("H", TUESDAY), DayOff("Z", TUESDAY)], AUTHOR)
    with pytest.raises(KnownError, match="Không có đơn vị Z"):
        replace_days_off(db, "Z", [DayOff("Z", TUESDAY)], AUTHOR)
    assert days_off(db) == []


def test_what_an_office_above_says_holds_until_the_office_says_otherwise(db: Database) -> None:
    assert calendar_of_plan(db, "KH") == NATIONAL
    save_day_off(db, DayOff("T", TUESDAY), AUTHOR)
    save_day_off(db, DayOff("X", SATURDAY, is_off=False), AUTHOR)
    assert calendar_of_plan(db, "KH") == Calendar(off=frozenset({TUESDAY}))
    save_day_off(db, DayOff("H", TUESDAY, is_off=False), AUTHOR)
    assert calendar_of_plan(db, "KH") == Calendar(worked=frozenset({TUESDAY}))


def test_due_dates_and_lateness_go_by_the_days_of_the_plans_office(db: Database) -> None:
    def late() -> list[int]:
        return [each.days_late for each in board(db, PLAN, Q2, date(2023, 6, 27))]

    assert (windows(db, "KH").of(Q2).due, late()) == (TUESDAY, [5])
    save_day_off(db, DayOff("H", TUESDAY), AUTHOR)
    assert (windows(db, "KH").of(Q2).due, late()) == (date(2023, 6, 21), [4])
    save_day_off(db, DayOff("H", SATURDAY, is_off=False), AUTHOR)
    assert late() == [5]
    save_window_settings(db, "KH", [WindowSetting("KH", Q2, due=TUESDAY)], AUTHOR)
    assert windows(db, "KH").of(Q2).due == TUESDAY  # what the plan itself gives does not move
