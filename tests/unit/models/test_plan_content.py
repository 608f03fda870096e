"""A plan's content moves into another year, or into a new version, without losing its codes."""

from datetime import date
from decimal import Decimal

from models.measure import Kind, Operator, Target
from models.period import Period, WindowSetting, read_period
from models.plan import Assignment, Indicator, Plan, Task
from models.plan_content import PlanContent, moved
from models.unit import Unit, UnitTree

PLAN = Plan("KH24", 2024, "Kế hoạch 2024", "H")
TARGET = Target(Operator.AT_LEAST, Decimal(65))
INDICATOR = Indicator("KH24", "TTHC-01", "", "Hồ sơ trực tuyến", Kind.RATIO, target=TARGET)
CONTENT = PlanContent(
    PLAN,
    windows=(WindowSetting("KH24", read_period("2024-Q1"), date(2023, 12, 1), date(2024, 2, 29), None),),
    indicators=(INDICATOR,),
    assignments=(Assignment("KH24", "TTHC-01", "X", read_period("2024-H1"), TARGET),),
    tasks=(Task("KH24", "NV-01", "", "Rà soát", due=date(2024, 3, 31), done_on=date(2024, 3, 2), progress=100),),
)


def test_in_another_year_dates_move_and_codes_and_targets_stay() -> None:
    next_year = CONTENT.of_plan(Plan("KH25", 2025, "Kế hoạch 2025", "H"))
    assert next_year.windows == (
        WindowSetting("KH25", read_period("2025-Q1"), date(2024, 12, 1), date(2025, 2, 28), None),
    )
    assert next_year.assignments == (Assignment("KH25", "TTHC-01", "X", read_period("2025-H1"), TARGET),)
    assert [(each.plan, each.code, each.target) for each in next_year.indicators] == [("KH25", "TTHC-01", TARGET)]


def test_what_was_done_of_a_task_does_not_move_into_another_year_but_into_a_new_version() -> None:
    next_year = CONTENT.of_plan(Plan("KH25", 2025, "Kế hoạch 2025", "H"))
    version = CONTENT.of_plan(Plan("KH24-2", 2024, "Kế hoạch 2024", "H"))
    assert next_year.tasks == (Task("KH25", "NV-01", "", "Rà soát", due=date(2025, 3, 31)),)
    assert version.tasks[0].done_on == date(2024, 3, 2)
    assert version.tasks[0].progress == 100


def test_the_29th_of_february_becomes_the_28th_where_there_is_none() -> None:
    assert moved(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert moved(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert moved(None, 1) is None


def test_what_a_merged_unit_was_asked_is_asked_of_its_successor_without_the_old_target() -> None:
    gone = date(2024, 6, 30)
    tree = UnitTree(
        [
            Unit("H", "Huyện"),
            Unit("A", "Xã A", first_superior="H", valid_to=gone, succeeded_by=("M",)),
            Unit("B", "Xã B", first_superior="H", valid_to=gone, succeeded_by=("M",)),
            Unit("M", "Xã M", "", "H", date(2024, 7, 1), date(2024, 9, 30), ("N",)),
            Unit("N", "Xã N", first_superior="H", valid_from=date(2024, 10, 1)),
            Unit("C", "Xã C", first_superior="H"),
        ]
    )
    year = Period(2024)
    given = PlanContent(
        PLAN,
        indicators=(INDICATOR,),
        assignments=tuple(Assignment("KH24", "TTHC-01", unit, year, TARGET) for unit in ("A", "B", "C", None)),
    )
    assert given.given_to_those_there(tree, date(2025, 12, 14)).assignments == (
        Assignment("KH24", "TTHC-01", "C", year, TARGET),
        Assignment("KH24", "TTHC-01", None, year, TARGET),
        Assignment("KH24", "TTHC-01", "N", year),
    )
