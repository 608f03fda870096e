"""One-stop tables read from a file: every cell is what was typed, over units and quarters, as the form counts it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from models.errors import KnownError
from models.measure import Operator, Target
from models.onestop import IN_PROGRESS, Role
from models.onestop_sheet import HANDLED, mismatches
from models.period import Period, periods_of, quarter
from models.plan import Actual
from models.store.actuals import record
from models.store.database import Database
from models.store.groups import add_one_stop, groups
from models.store.indicators import indicators, save_indicator
from models.store.onestop import one_stop_sheets
from models.store.plans import plan
from models.store.units import save_units
from models.unit import Unit
from tests.unit.models.store.test_one_stop_checks import AUTHOR, QUARTERS, Tables, filled

ON = date(2024, 1, 5)


def by_hand(told: Tables, unit: str, group: str, period: Period) -> dict[Role, Decimal]:
    """What was opened with in the first quarter, what is open after the last, and all that happened in between."""
    its = [told[unit, group][QUARTERS.index(each)] for each in period.quarters]
    found = {role: Decimal(sum(line[role] for line in its)) for role in Role}
    found |= {role: Decimal(its[-1][role]) for role in IN_PROGRESS}
    return found | {Role.CARRIED: Decimal(its[0][Role.CARRIED])}


@pytest.mark.parametrize("period", periods_of(2023))
def test_every_cell_is_what_was_typed_and_every_total_its_sum(period: Period) -> None:
    db, told = filled(Random(5))
    sheets = one_stop_sheets(db, plan(db, "KH"), period, ON)
    assert [(each.code, each.field) for each in sheets] == [("MC1", "Đất đai"), ("MC2", "Hộ tịch")]
    for sheet in sheets:
        assert list(sheet.lines) == ["X", "Y", "Z"]
        for unit, line in sheet.lines.items():
            assert line.values == by_hand(told, unit, sheet.code, period)
            assert line.is_whole
        for role in Role:
            assert sheet.total.values[role] == sum(line.values[role] or 0 for line in sheet.lines.values())
    before = one_stop_sheets(db, plan(db, "KH"), quarter(2022, 4), ON)
    assert mismatches(sheets, before if period.quarters[0].number == 1 else []) == []
    db.close()


def test_a_unit_has_its_own_line_only() -> None:
    db, told = filled(Random(6))
    (land, _) = one_stop_sheets(db, plan(db, "KH"), Period(2023), ON, "Y")
    assert list(land.lines) == ["Y"]
    assert land.total.values == land.lines["Y"].values == by_hand(told, "Y", "MC1", Period(2023))
    with pytest.raises(KnownError, match="Không có đơn vị Q"):
        one_stop_sheets(db, plan(db, "KH"), Period(2023), ON, "Q")
    db.close()


def test_what_is_missing_is_no_zero_and_makes_the_total_rough() -> None:
    db, _ = filled(Random(7))
    record(db, [Actual("MC1-04", "X", QUARTERS[4]), Actual("MC1-13", "X", QUARTERS[4])], AUTHOR)
    (land, _) = one_stop_sheets(db, plan(db, "KH"), QUARTERS[4], ON)
    assert land.lines["X"].values[Role.ONLINE] is None
    assert land.lines["X"].number(HANDLED) is None
    assert land.total.rough == {Role.ONLINE, Role.OVERDUE}
    db.close()


def test_what_a_unit_left_open_when_it_ceased_is_asked_of_it_no_more() -> None:
    db, told = filled(Random(9))
    tree = [Unit("H", "Huyện"), Unit("X", "Xã X", first_superior="H", valid_to=date(2023, 6, 30), succeeded_by=("Y",))]
    save_units(db, [*tree, Unit("Y", "Xã Y", first_superior="H"), Unit("Z", "Xã Z", first_superior="H")], AUTHOR)
    gone = [
        Actual(code, "X", each)
        for each in QUARTERS[3:]
        for sheet in groups(db, "KH")
        for code in sheet.members.values()
    ]
    record(db, gone, AUTHOR)
    (land, _) = one_stop_sheets(db, plan(db, "KH"), Period(2023), ON)
    assert set(Role) - land.lines["X"].values.keys() == set(IN_PROGRESS)
    assert land.lines["X"].is_complete
    online = sum(line[Role.ONLINE] for line in told["X", "MC1"][1:3])
    assert land.lines["X"].values[Role.ONLINE] == online
    for role in Role:
        assert land.total.values[role] == sum(line.values.get(role) or 0 for line in land.lines.values())
    assert land.total.is_whole
    db.close()


def test_a_plan_without_tables_has_none_and_a_unit_not_asked_has_none(db: Database) -> None:
    assert one_stop_sheets(db, plan(db, "KH23"), Period(2023), ON) == []
    add_one_stop(db, "KH23", [], AUTHOR, units=["X2"])
    assert [each.code for each in one_stop_sheets(db, plan(db, "KH23"), Period(2023), ON)] == ["MC1"]
    assert one_stop_sheets(db, plan(db, "KH23"), Period(2023), ON, "X1") == []


def test_a_target_on_a_column_changes_no_number() -> None:
    db, told = filled(Random(8))
    late = next(each for each in indicators(db, "KH") if each.code == groups(db, "KH")[0].members[Role.LATE])
    none = Target(Operator.EQUAL, Decimal(0))
    save_indicator(db, replace(late, target=none), AUTHOR, old_code=late.code)
    (land, _) = one_stop_sheets(db, plan(db, "KH"), QUARTERS[1], ON)
    assert land.lines["X"].values == by_hand(told, "X", "MC1", QUARTERS[1])
    db.close()
