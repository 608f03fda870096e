"""Plans, their versions and what stands around their indicators are kept as they were given."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.dispatch import Dispatch
from models.errors import KnownError
from models.period import WindowSetting, quarter, read_period
from models.plan import BalanceRule, Grade, LegalBasis, Plan, Task
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.dispatches import dispatch, dispatches, save_dispatch
from models.store.history import Subject, history
from models.store.plans import (
    grades,
    legal_bases,
    plan,
    plan_in_force,
    plans,
    save_grades,
    save_legal_bases,
    save_plan,
    save_window_settings,
    versions,
    window_settings,
    windows,
)
from models.store.rules import rules, save_rules
from models.store.tasks import save_tasks, tasks

FIRST = Plan(
    "KH23",
    2023,
    "Kế hoạch cải cách hành chính năm 2023",
    "H",
    "UBND tỉnh",
    "UBND huyện",
    "Thạnh Mỹ",
    "12/KH-UBND",
    date(2022, 12, 30),
    None,
    Decimal("7.5"),
)
SECOND = replace(FIRST, code="KH23-2", number="90/KH-UBND", issued_on=date(2023, 6, 1), replaces="KH23")


def test_a_plan_comes_back_as_it_was_saved(db: Database, author: Author) -> None:
    assert save_plan(db, FIRST, author, old_code="KH23") == Changes(plans=True, targets=True)
    save_plan(db, SECOND, author)
    assert plans(db) == [FIRST, SECOND]
    assert plan(db, "KH23-2") == SECOND
    assert versions(db, SECOND) == [FIRST, SECOND]


def test_a_plan_is_renamed_and_what_replaces_it_follows(db: Database, author: Author) -> None:
    save_plan(db, SECOND, author)
    save_plan(db, replace(FIRST, code="KH-A"), author, old_code="KH23")
    assert plan(db, "KH23-2").replaces == "KH-A"
    changed = next(history(db, Subject.PLAN, plan="KH-A")).changed
    assert changed["near_threshold"] == (50000, 75000)


def test_saving_a_plan_again_leaves_no_history(db: Database, author: Author) -> None:
    save_plan(db, plan(db, "KH23"), author, old_code="KH23")
    assert list(history(db)) == []


@pytest.mark.parametrize(
    ("new", "old_code", "says"),
    [
        (FIRST, None, "Đã có kế hoạch mang mã KH23"),
        (FIRST, "KH99", "Không có kế hoạch KH99"),
        (replace(FIRST, code="A", unit="X9"), None, "đơn vị X9 chưa có"),
        (replace(FIRST, code="A", replaces="KH99"), None, "KH99 chưa có"),
        (replace(FIRST, code="A", year=2024, replaces="KH23"), None, "không thể thay thế KH23 năm 2023"),
        (replace(FIRST, replaces="KH23-2"), "KH23", "vòng tròn"),
        (replace(SECOND, code="A", replaces="KH23-2"), "KH23-2", "vòng tròn"),
        (replace(FIRST, near_threshold=Decimal("0.00001")), "KH23", "chữ số thập phân"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_words(
    db: Database, author: Author, new: Plan, old_code: str | None, says: str
) -> None:
    save_plan(db, SECOND, author)
    before = plans(db)
    with pytest.raises(KnownError, match=says):
        save_plan(db, new, author, old_code)
    assert plans(db) == before


def test_the_version_in_force_changes_with_the_day_it_was_issued(db: Database, author: Author) -> None:
    save_plan(db, SECOND, author)
    codes = [plan_in_force(db, read_period(period)).code for period in ("2023-Q1", "2023-H1", "2023")]
    assert codes == ["KH23", "KH23-2", "KH23-2"]
    assert plan_in_force(db, read_period("2023"), "KH23").code == "KH23"


def test_the_windows_of_a_version_decide_whether_it_is_in_force(db: Database, author: Author) -> None:
    save_plan(db, SECOND, author)
    save_window_settings(db, "KH23-2", [WindowSetting("KH23-2", quarter(2023, 2), last=date(2023, 5, 31))], author)
    assert plan_in_force(db, quarter(2023, 2)).code == "KH23"


def test_two_offices_must_be_told_apart_and_no_plan_is_said(db: Database, author: Author) -> None:
    save_plan(db, replace(FIRST, code="XA", unit="X1"), author)
    with pytest.raises(KnownError, match="KH23, XA"):
        plan_in_force(db, read_period("2023"))
    with pytest.raises(KnownError, match="chưa có kế hoạch năm 2024"):
        plan_in_force(db, read_period("2024-Q1"))
    with pytest.raises(KnownError, match="là của năm 2023"):
        plan_in_force(db, read_period("2024-Q1"), "XA")
    with pytest.raises(KnownError, match="Không có kế hoạch KH99"):
        plan_in_force(db, read_period("2023"), "KH99")
    assert plan_in_force(db, read_period("2023"), "XA").unit == "X1"


def test_legal_bases_windows_and_grades_come_back_and_replace_those_before(db: Database, author: Author) -> None:
    bases = [
        LegalBasis("KH23", "Nghị quyết", "76/NQ-CP", date(2021, 7, 15), "Chính phủ", "Chương trình tổng thể"),
        LegalBasis("KH23", "Công văn", "", None, "", ""),
    ]
    settings = [
        WindowSetting("KH23", read_period("2023"), date(2022, 12, 15), date(2023, 12, 14), date(2023, 12, 20)),
        WindowSetting("KH23", quarter(2023, 1), due=date(2023, 3, 21)),
    ]
    bands = [Grade("KH23", 1, "Xuất sắc", Decimal("90.5")), Grade("KH23", 2, "Tốt")]
    for _ in range(2):
        save_legal_bases(db, "KH23", bases, author)
        save_window_settings(db, "KH23", settings, author)
        save_grades(db, "KH23", bands, author)
    assert legal_bases(db, "KH23") == bases
    assert window_settings(db, "KH23") == settings
    assert grades(db, "KH23") == bands
    assert windows(db, "KH23").of(quarter(2023, 1)).due == date(2023, 3, 21)
    assert windows(db, None).of(quarter(2023, 1)).due == date(2023, 3, 20)


def test_what_belongs_to_no_plan_is_refused(db: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Không có kế hoạch KH99"):
        save_grades(db, "KH99", [], author)


def test_tasks_rules_and_dispatches_come_back(db: Database, author: Author) -> None:
    work = [
        Task("KH23", "1", "Thể chế", "Rà soát", "Báo cáo", "X1", "X2; H", date(2023, 6, 1), date(2023, 5, 1), "xong"),
        Task("KH23", "2", "", "Tập huấn"),
    ]
    balance = [
        BalanceRule("KH23", "QT1", "A + B", "=", "C.tử", Decimal("0.5"), False, "Tổng phải khớp"),
        BalanceRule("KH23", "QT2", "A", "<=", "B"),
    ]
    sent = Dispatch(
        *("H", "progress", "BC-UBND", "UBND tỉnh", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ""),
        *(("Như trên", "Lưu: VT"), "NV", "UBND TỈNH", "ỦY BAN NHÂN DÂN HUYỆN", "Huyện H"),
    )
    assert save_tasks(db, "KH23", work, author) == Changes(plans=True)
    assert save_rules(db, "KH23", balance, author) == Changes(plans=True)
    save_dispatch(db, replace(sent, recipients=()), author)
    assert dispatch(db, "H", "progress") == replace(sent, recipients=())
    assert save_dispatch(db, sent, author) == Changes(plans=True)
    assert tasks(db, "KH23") == work
    assert rules(db, "KH23") == balance
    assert dispatches(db, "H") == [sent]
    assert dispatch(db, "H", "other") is None
