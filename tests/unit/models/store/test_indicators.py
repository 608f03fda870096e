"""Indicators keep their code, kind and history over all plans; what is given to units is kept with them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, quarter, read_period
from models.plan import Actual, Assignment, BalanceRule, Indicator, Plan
from models.store.actuals import actual, record
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.evidence import attach_link
from models.store.history import Subject, history
from models.store.indicators import (
    assignments,
    indicator,
    indicator_ids,
    indicators,
    order_indicators,
    remove_assignment,
    remove_indicator,
    save_assignment,
    save_assignments,
    save_indicator,
    save_indicators,
)
from models.store.plans import save_plan
from models.store.rules import save_rules

FULL = Indicator(
    "KH23",
    "TTHC.1",
    "Thủ tục hành chính",
    "Tỷ lệ hồ sơ giải quyết đúng hạn",
    Kind.RATIO,
    "ratio",
    "Đúng hạn",
    "Văn phòng",
    "Hồ sơ đúng hạn",
    "Hồ sơ đã giải quyết",
    "hồ sơ",
    Decimal("100.5"),
    Accumulation.STOCK,
    Target(Operator.RANGE, Decimal("65.1234"), Decimal(90)),
    Decimal("2.5"),
    4,
    "Một cửa",
)


def codes(db: Database, plan: str = "KH23") -> list[str]:
    return [each.code for each in indicators(db, plan)]


def test_an_indicator_comes_back_as_it_was_saved(db: Database, author: Author) -> None:
    assert save_indicator(db, FULL, author) == Changes(plans=True, targets=True)
    assert indicator(db, "KH23", "TTHC.1") == FULL
    assert codes(db)[-1] == "TTHC.1"
    assert [each.target for each in indicators(db, "KH23")][2:4] == [
        Target(Operator.RANGE, Decimal("80.25"), Decimal(100)),
        Target(Operator.BETTER),
    ]


def test_a_parent_may_come_after_its_child_in_a_block(db: Database, author: Author) -> None:
    child, parent = Indicator("KH23", "C", "", "Con", Kind.COUNT, "P"), Indicator("KH23", "P", "", "Cha", Kind.COUNT)
    save_indicators(db, [child, parent], author)
    assert indicators(db, "KH23")[-2:] == [child, parent]


def test_a_changed_target_leaves_its_old_self_and_saving_it_again_does_not(db: Database, author: Author) -> None:
    changed = replace(indicator(db, "KH23", "ratio"), target=Target(Operator.AT_LEAST, Decimal(70)))
    for _ in range(2):
        save_indicator(db, changed, Author("Bình"), old_code="ratio")
    (entry,) = history(db, Subject.TARGET, plan="KH23", indicator="ratio")
    assert (entry.who, entry.changed) == ("Bình", {"value": (655000, 700000)})


def test_a_code_is_renamed_in_all_plans_with_what_was_reported(db: Database, author: Author) -> None:
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    save_indicator(db, replace(FULL, plan="KH24", code="ratio", parent=None, accumulation=None), author)
    record(db, [Actual("ratio", "X1", quarter(2023, 1), Decimal(1), Decimal(2))], author)
    save_indicator(db, replace(indicator(db, "KH23", "ratio"), code="R1"), author, old_code="ratio")
    assert (codes(db)[0], codes(db, "KH24")) == ("R1", ["R1"])
    assert actual(db, "R1", "X1", quarter(2023, 1)) is not None
    assert next(history(db, Subject.INDICATOR)).changed == {"code": ("ratio", "R1")}


def test_a_code_that_a_rule_names_is_not_renamed(db: Database, author: Author) -> None:
    save_rules(db, "KH23", [BalanceRule("KH23", "QT1", "count", "=", "ratio.tử + score2")], author)
    with pytest.raises(KnownError, match="Quy tắc QT1 nêu mã ratio"):
        save_indicator(db, replace(indicator(db, "KH23", "ratio"), code="R1"), author, old_code="ratio")
    save_indicator(db, replace(indicator(db, "KH23", "score"), code="S1"), author, old_code="score")
    assert codes(db)[:3] == ["ratio", "count", "S1"]


@pytest.mark.parametrize(
    ("new", "old_code", "says"),
    [
        (replace(FULL, code="count"), None, "đã có chỉ tiêu count"),
        (replace(FULL, code="count"), "ratio", "đã có chỉ tiêu count"),
        (FULL, "không có", "không có chỉ tiêu không có"),
        (replace(FULL, parent="không có"), None, "chỉ tiêu cha không có"),
        (replace(FULL, parent="TTHC.1"), None, "vòng tròn"),
        (replace(FULL, plan="KH99"), None, "Không có kế hoạch KH99"),
        (replace(FULL, code="other"), "count", "đã dùng cho một chỉ tiêu của kế hoạch khác"),
    ],
)
def test_an_indicator_that_cannot_be_is_refused_in_words(
    db: Database, author: Author, new: Indicator, old_code: str | None, says: str
) -> None:
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    save_indicator(db, Indicator("KH24", "other", "", "Khác", Kind.COUNT), author)
    before = indicators(db, "KH23")
    with pytest.raises(KnownError, match=says):
        save_indicator(db, new, author, old_code)
    assert indicators(db, "KH23") == before


def test_a_code_keeps_its_kind_and_accumulation_once_it_is_used(db: Database, author: Author) -> None:
    count = indicator(db, "KH23", "count")
    save_indicator(db, replace(count, accumulation=Accumulation.STOCK), author, old_code="count")
    record(db, [Actual("count", "X1", quarter(2023, 1), value=Decimal(1))], author)
    others = [replace(count, accumulation=way) for way in (None, Accumulation.FLOW, Accumulation.OPENING)]
    for other in (*others, replace(count, kind=Kind.SCORE)):
        with pytest.raises(KnownError, match="định nghĩa mới cần một mã mới"):
            save_indicator(db, other, author, old_code="count")
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    with pytest.raises(KnownError, match="định nghĩa mới cần một mã mới"):
        save_indicator(db, replace(count, plan="KH24"), author)
    save_indicator(db, replace(count, plan="KH24", accumulation=Accumulation.STOCK), author)
    assert indicator(db, "KH24", "count").is_stock


def test_only_a_count_takes_its_first_quarter(db: Database, author: Author) -> None:
    count = indicator(db, "KH23", "count")
    save_indicator(db, replace(count, accumulation=Accumulation.OPENING), author, old_code="count")
    assert indicator(db, "KH23", "count").is_opening
    with pytest.raises(KnownError, match="chỉ số lượng mới cộng dồn theo đầu kỳ"):
        save_indicator(db, replace(count, kind=Kind.RATIO, accumulation=Accumulation.OPENING), author, "count")


def test_a_removed_indicator_leaves_what_units_reported(db: Database, author: Author) -> None:
    record(db, [Actual("count", "X1", quarter(2023, 1), value=Decimal(1))], author)
    save_assignment(db, Assignment("KH23", "count", "X1", Period(2023)), author)
    remove_indicator(db, "KH23", "count", author)
    remove_indicator(db, "KH23", "score", author)
    assert codes(db) == ["ratio", "rank", "grade", "yes_no"]
    assert actual(db, "count", "X1", quarter(2023, 1)) is not None
    assert "count" in indicator_ids(db)
    assert "score" not in indicator_ids(db)
    gone = [(entry.subject, entry.new) for entry in history(db, indicator="count")]
    assert set(gone) == {(Subject.TARGET, None), (Subject.ASSIGNMENT, None)}


def test_a_removed_indicator_leaves_what_proves_it(db: Database, author: Author) -> None:
    attach_link(db, "count", "X1", quarter(2023, 1), "https://example.vn/so-lieu", author)
    remove_indicator(db, "KH23", "count", author)
    assert "count" not in codes(db)
    assert "count" in indicator_ids(db)


def test_an_indicator_with_others_below_it_or_unknown_is_not_removed(db: Database, author: Author) -> None:
    save_indicator(db, FULL, author)
    with pytest.raises(KnownError, match=r"còn chỉ tiêu con TTHC\.1"):
        remove_indicator(db, "KH23", "ratio", author)
    with pytest.raises(KnownError, match="không có chỉ tiêu lạ"):
        remove_indicator(db, "KH23", "lạ", author)


def test_indicators_are_put_in_another_order(db: Database, author: Author) -> None:
    order_indicators(db, "KH23", ["grade", "lạ", "ratio"], author)
    assert codes(db) == ["grade", "ratio", "count", "score", "rank", "yes_no"]


def test_what_is_given_to_units_comes_back_in_the_order_entered(db: Database, author: Author) -> None:
    given = [
        Assignment("KH23", "ratio", "X2", Period(2023), Target(Operator.AT_LEAST, Decimal("50.5"))),
        Assignment("KH23", "ratio", "X1", Period(2023)),
        Assignment("KH23", "ratio", None, read_period("2023-H1"), Target(Operator.RANGE, Decimal(1), Decimal(2))),
        Assignment("KH23", "grade", None, Period(2023), Target(Operator.RANGE, grade="Tốt", grade_to="Khá")),
    ]
    assert save_assignments(db, given, author) == Changes(targets=True)
    assert assignments(db, "KH23") == given


def test_a_unit_has_one_target_for_a_period_and_the_old_one_goes_into_history(db: Database, author: Author) -> None:
    first = Assignment("KH23", "ratio", "X2", Period(2023), Target(Operator.AT_LEAST, Decimal(50)))
    second = replace(first, target=Target(Operator.AT_LEAST, Decimal(60)))
    for each in (first, second, second):
        save_assignment(db, each, author)
    assert assignments(db, "KH23") == [second]
    assert remove_assignment(db, second, author) == Changes(targets=True)
    assert assignments(db, "KH23") == []
    entries = list(history(db, Subject.ASSIGNMENT, plan="KH23", indicator="ratio", unit="X2"))
    assert [(entry.old["value"], entry.new and entry.new["value"]) for entry in entries] == [
        (600000, None),
        (500000, 600000),
    ]


def test_the_plan_s_target_for_a_period_stands_once_too(db: Database, author: Author) -> None:
    first = Assignment("KH23", "ratio", None, quarter(2023, 1), Target(Operator.AT_LEAST, Decimal(50)))
    save_assignments(db, [first, replace(first, target=Target(Operator.AT_LEAST, Decimal(60)))], author)
    assert len(assignments(db, "KH23")) == 1
    remove_assignment(db, first, author)
    assert assignments(db, "KH23") == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Assignment("KH23", "lạ", None, Period(2023)), "không có chỉ tiêu lạ"),
        (Assignment("KH23", "ratio", "X9", Period(2023)), "Không có đơn vị X9"),
        (Assignment("KH99", "ratio", "X1", Period(2023)), "Không có kế hoạch KH99"),
    ],
)
def test_nothing_is_given_under_unknown_codes(db: Database, author: Author, given: Assignment, says: str) -> None:
    with pytest.raises(KnownError, match=says):
        save_assignments(db, [Assignment("KH23", "ratio", "X1", Period(2023)), given], author)
    assert assignments(db, "KH23") == []
