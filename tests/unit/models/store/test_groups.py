"""Groups are added whole and taken back whole, and a field's series goes on from plan to plan."""

from dataclasses import replace
from decimal import Decimal

import pytest

from models.errors import KnownError
from models.measure import Kind, Operator, Target
from models.onestop import AREA, GroupKind, Member, Role
from models.period import Period, quarter
from models.plan import Actual, Assignment, BalanceRule, Indicator, Plan
from models.store.actuals import record
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.groups import add_one_stop, groups, members, remove_group, save_members, watched_members
from models.store.indicators import assignments, indicators, remove_indicator, save_assignment, save_indicator
from models.store.plans import save_plan
from models.store.rules import rules, save_rules

TOUCHED = Changes(plans=True, targets=True, checks=True)


def everything(db: Database, plan: str = "KH23") -> tuple[object, ...]:
    """Return all that a group brings into a plan."""
    return indicators(db, plan), rules(db, plan), members(db, plan), assignments(db, plan)


def codes(db: Database, plan: str = "KH23") -> list[tuple[str, str]]:
    return [(each.code, each.field) for each in groups(db, plan)]


def test_a_group_for_all_fields_comes_with_indicators_rules_and_members(db: Database, author: Author) -> None:
    save_rules(db, "KH23", [BalanceRule("KH23", "QT-01", "ratio.tử", "<=", "ratio.mẫu")], author)
    assert add_one_stop(db, "KH23", [], author) | Changes(checks=True) == TOUCHED
    (group,) = groups(db, "KH23")
    assert (group.code, group.kind, group.field, list(group.members)) == ("MC1", GroupKind.ONE_STOP, "", list(Role))
    added = indicators(db, "KH23")[-8:]
    assert [each.code for each in added] == list(group.members.values())
    assert {each.area for each in added} == {AREA}
    assert [each.code for each in rules(db, "KH23")] == ["QT-01", "MC1-C4", "MC1-C5"]
    assert assignments(db, "KH23") == []


def test_each_field_has_a_group_of_its_own_and_more_can_follow(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", ["đất  đai ", "Hộ tịch"], author, area="Một cửa", units=["X1", "X2"])
    add_one_stop(db, "KH23", ["Xây dựng"], author)
    assert codes(db) == [("MC1", "Đất đai"), ("MC2", "Hộ tịch"), ("MC3", "Xây dựng")]
    given = assignments(db, "KH23")
    assert len(given) == 2 * 8 * 2
    assert {(each.unit, each.period, each.target) for each in given} == {
        ("X1", Period(2023), None),
        ("X2", Period(2023), None),
    }
    assert {each.area for each in indicators(db, "KH23") if each.code.startswith(("MC1", "MC2"))} == {"Một cửa"}


@pytest.mark.parametrize(
    "fields, says",
    [
        (["Xây dựng", "ĐẤT ĐAI"], "đã có bộ chỉ tiêu một cửa MC1 \\(Đất đai\\)"),
        (["Hộ tịch", "hộ  tịch"], "ghi hai lần"),
        (["Hộ tịch", " "], "để trống"),
        ([], "đã có bộ chỉ tiêu một cửa MC2 \\(chung các lĩnh vực\\)"),
    ],
)
def test_a_field_is_not_added_twice(db: Database, author: Author, fields: list[str], says: str) -> None:
    add_one_stop(db, "KH23", ["Đất đai"], author)
    add_one_stop(db, "KH23", [], author)
    before = everything(db)
    with pytest.raises(KnownError, match=says):
        add_one_stop(db, "KH23", fields, author)
    assert everything(db) == before


def test_all_or_nothing_when_a_unit_is_not_known(db: Database, author: Author) -> None:
    before = everything(db)
    with pytest.raises(KnownError, match="Không có đơn vị Z"):
        add_one_stop(db, "KH23", ["Đất đai"], author, units=["X1", "Z"])
    assert everything(db) == before


def test_a_number_that_is_used_for_something_else_is_passed_over(db: Database, author: Author) -> None:
    save_indicator(db, Indicator("KH23", "MC1-04", "", "Khác", Kind.RATIO), author)
    save_rules(db, "KH23", [BalanceRule("KH23", "MC2-C4", "count", "=", "count")], author)
    add_one_stop(db, "KH23", ["Đất đai"], author)
    assert codes(db) == [("MC3", "Đất đai")]


def test_a_field_keeps_its_code_in_the_next_plan_and_a_new_one_gets_a_new_code(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", ["Đất đai", "Hộ tịch"], author)
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    add_one_stop(db, "KH24", ["Xây dựng", "hộ tịch"], author)
    assert codes(db, "KH24") == [("MC3", "Xây dựng"), ("MC2", "Hộ tịch")]


def test_a_fields_code_is_not_used_again_where_it_is_taken_in_the_plan(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", ["Đất đai"], author)
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    save_indicator(db, replace(indicators(db, "KH23")[-1], plan="KH24"), author)
    add_one_stop(db, "KH24", ["Đất đai"], author)
    assert codes(db, "KH24") == [("MC2", "Đất đai")]


def test_a_group_is_taken_out_whole(db: Database, author: Author) -> None:
    before = everything(db)
    add_one_stop(db, "KH23", ["Đất đai", "Hộ tịch"], author, units=["X2"])
    assert remove_group(db, "KH23", "MC2", author) | Changes(checks=True) == TOUCHED
    assert codes(db) == [("MC1", "Đất đai")]
    remove_group(db, "KH23", "MC1", author)
    assert everything(db) == before


def test_a_group_with_figures_of_the_plans_year_stays(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", ["Đất đai"], author)
    record(db, [Actual("MC1-06", "X2", quarter(2022, 4), value=Decimal(3))], author)
    record(db, [Actual("MC1-04", "X2", quarter(2023, 1), value=Decimal(3))], author)
    before = everything(db)
    with pytest.raises(KnownError, match=r"MC1 \(Đất đai\): năm 2023 đã có số liệu của MC1-04;"):
        remove_group(db, "KH23", "MC1", author)
    assert everything(db) == before
    record(db, [Actual("MC1-04", "X2", quarter(2023, 1))], author)
    remove_group(db, "KH23", "MC1", author)
    assert groups(db, "KH23") == []


def test_a_group_that_other_rules_name_or_that_is_not_there_stays(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", [], author)
    own = BalanceRule("KH23", "QT-01", "MC1-04", "<=", "count")
    save_rules(db, "KH23", [*rules(db, "KH23"), own], author)
    before = everything(db)
    with pytest.raises(KnownError, match="QT-01 còn nêu nó"):
        remove_group(db, "KH23", "MC1", author)
    assert everything(db) == before
    with pytest.raises(KnownError, match="không có bộ chỉ tiêu MC9"):
        remove_group(db, "KH23", "MC9", author)


def test_members_come_back_as_they_were_saved_and_leave_with_their_indicator(db: Database, author: Author) -> None:
    member = Member("KH23", "count", "N1", GroupKind.ONE_STOP, "Đất đai", Role.LATE)
    assert save_members(db, "KH23", [member], author) == Changes(plans=True)
    assert members(db, "KH23") == [member]
    with pytest.raises(KnownError, match="không có chỉ tiêu Z"):
        save_members(db, "KH23", [replace(member, indicator="Z")], author)
    assert members(db, "KH23") == [member]
    remove_indicator(db, "KH23", "count", author)
    assert members(db, "KH23") == []


def test_two_indicators_cannot_be_the_same_in_one_group(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", ["Đất đai", "Hộ tịch"], author)
    before = members(db, "KH23")
    moved = [replace(each, group="MC2") if each.indicator == "MC1-04" else each for each in before]
    with pytest.raises(KnownError, match="Bộ MC2 của kế hoạch KH23 có hai chỉ tiêu cùng một vai trò: MC1-04 và MC2-04"):
        save_members(db, "KH23", moved, author)
    assert members(db, "KH23") == before


def test_members_with_a_target_for_anybody_are_results_too(db: Database, author: Author) -> None:
    assert watched_members(db, "KH23") == frozenset()
    add_one_stop(db, "KH23", [], author, units=["X2"])
    codes = groups(db, "KH23")[0].members
    assert watched_members(db, "KH23") == set(codes.values())
    none = Target(Operator.AT_MOST, Decimal(0))
    late = next(each for each in indicators(db, "KH23") if each.code == codes[Role.LATE])
    save_indicator(db, replace(late, target=none), author, old_code=late.code)
    save_assignment(db, Assignment("KH23", codes[Role.OVERDUE], "X2", quarter(2023, 2), none), author)
    assert watched_members(db, "KH23") == set(codes.values()) - {codes[Role.LATE], codes[Role.OVERDUE]}


def test_what_is_given_to_units_goes_with_the_group(db: Database, author: Author) -> None:
    add_one_stop(db, "KH23", [], author)
    save_assignment(db, Assignment("KH23", "MC1-04", "X2", Period(2023)), author)
    remove_group(db, "KH23", "MC1", author)
    assert assignments(db, "KH23") == []
