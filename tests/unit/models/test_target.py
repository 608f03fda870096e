"""Which target is in force, and which version of a plan."""

from datetime import date
from decimal import Decimal

import pytest

from models.expectation import Roof
from models.measure import Kind, Operator, Target
from models.period import Period, quarter, read_period
from models.plan import Assignment, Indicator, Plan
from models.target import targets, version_in_force
from models.unit import Unit, UnitTree

PLAN = Plan("KH", 2023, "Kế hoạch", "H")
TREE = UnitTree([Unit("H", "Huyện"), Unit("X", "Xã", first_superior="H")])
YEAR, H1 = Period(2023), read_period("2023-H1")


def at_least(value: int) -> Target:
    return Target(Operator.AT_LEAST, Decimal(value))


def given(unit: str | None, period: Period, value: int | None) -> Assignment:
    return Assignment("KH", "I", unit, period, None if value is None else at_least(value))


def in_force(
    rows: list[Assignment], unit: str | None, period: Period, kind: Kind = Kind.RATIO, plans: int | None = 50
) -> int | None:
    indicator = Indicator("KH", "I", "", "Chỉ tiêu", kind, target=None if plans is None else at_least(plans))
    found = targets(PLAN, rows).in_force(indicator, Roof(TREE, "H", unit), period)
    return None if found is None or found.value is None else int(found.value)


ALL = [given("X", H1, 80), given("X", YEAR, 70), given(None, H1, 60)]


@pytest.mark.parametrize(
    "rows, unit, period, value",
    [
        (ALL, "X", H1, 80),
        (ALL[1:], "X", H1, 70),
        (ALL[2:], "X", H1, 60),
        ([], "X", H1, 50),
        (ALL, "X", YEAR, 70),
        (ALL, "X", quarter(2023, 1), 70),
        (ALL, None, H1, 60),
        (ALL, None, YEAR, 50),
        (ALL, "H", H1, 60),
        ([*ALL, given("H", YEAR, 90)], None, H1, 90),
        ([given("X", H1, None)], "X", H1, 50),
    ],
)
def test_the_units_own_goes_before_the_plans_and_the_period_before_the_year(
    rows: list[Assignment], unit: str | None, period: Period, value: int
) -> None:
    assert in_force(rows, unit, period) == value


def test_a_counts_plan_target_is_the_offices_total() -> None:
    assert in_force([], "X", YEAR, Kind.COUNT) is None
    assert in_force([given(None, H1, 60)], "X", H1, Kind.COUNT) is None
    assert in_force([given("X", YEAR, 70)], "X", H1, Kind.COUNT) == 70
    assert in_force([], None, YEAR, Kind.COUNT) == 50


def test_without_any_target_there_is_none() -> None:
    assert in_force([], None, YEAR, plans=None) is None


FIRST = Plan("A", 2023, "", "H", issued_on=date(2023, 2, 16))
SECOND = Plan("B", 2023, "", "H", issued_on=date(2023, 8, 2), replaces="A")
DRAFT = Plan("C", 2023, "", "H", replaces="B")


@pytest.mark.parametrize(
    "day, code", [(date(2023, 1, 1), "A"), (date(2023, 8, 1), "A"), (date(2023, 8, 2), "B"), (date(2023, 12, 14), "B")]
)
def test_the_version_valid_on_the_last_day_is_in_force(day: date, code: str) -> None:
    for versions in ([FIRST, SECOND, DRAFT], [DRAFT, SECOND, FIRST]):
        found = version_in_force(versions, lambda _: day)
        assert found is not None
        assert found.code == code


def test_a_plan_that_replaces_last_years_is_the_first_of_its_year() -> None:
    this_year = Plan("D", 2024, "", "H", issued_on=date(2024, 6, 1), replaces="A")
    assert version_in_force([this_year], lambda _: date(2024, 3, 14)) == this_year
    assert version_in_force([FIRST, this_year], lambda _: date(2024, 3, 14)) is not None


def test_no_version_is_in_force_where_there_is_none() -> None:
    assert version_in_force([], lambda _: date(2023, 1, 1)) is None
