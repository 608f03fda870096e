"""Which version of a plan is which, and where each stands."""

from datetime import date

import pytest

from models.plan import Plan
from models.plan_versions import PlanState, free_code, later_versions, state_of, version_number, versions_of

LAST_YEAR = Plan("KH22", 2022, "Kế hoạch", "H", issued_on=date(2022, 1, 5))
FIRST = Plan("KH23", 2023, "Kế hoạch", "H", issued_on=date(2023, 2, 16), replaces="KH22")
SECOND = Plan("KH23-2", 2023, "Kế hoạch", "H", issued_on=date(2023, 8, 2), replaces="KH23")
DRAFT = Plan("KH23-3", 2023, "Kế hoạch", "H", replaces="KH23-2")
ALL = [DRAFT, SECOND, FIRST, LAST_YEAR]


@pytest.mark.parametrize("plan, number", [(LAST_YEAR, 1), (FIRST, 1), (SECOND, 2), (DRAFT, 3)])
def test_versions_are_counted_inside_their_year(plan: Plan, number: int) -> None:
    assert version_number(plan, ALL) == number


@pytest.mark.parametrize(
    "plan, state",
    [
        (LAST_YEAR, PlanState.ISSUED),
        (FIRST, PlanState.REPLACED),
        (SECOND, PlanState.ISSUED),
        (DRAFT, PlanState.DRAFT),
    ],
)
def test_a_version_is_replaced_only_by_one_that_was_issued(plan: Plan, state: PlanState) -> None:
    assert state_of(plan, ALL) is state


def test_versions_stand_in_the_order_in_which_they_replace_one_another() -> None:
    assert versions_of(SECOND, ALL) == versions_of(DRAFT, ALL) == [FIRST, SECOND, DRAFT]
    assert versions_of(LAST_YEAR, ALL) == [LAST_YEAR]
    assert later_versions(FIRST, ALL) == [SECOND, DRAFT]
    assert later_versions(DRAFT, ALL) == []


def test_a_new_code_is_one_that_nothing_has() -> None:
    assert free_code("KH", []) == "KH"
    assert free_code("KH", ["KH", "KH-2", "X"]) == "KH-3"
