"""Targets that contradict one another inside a plan, or ask for less than the plan above."""

from dataclasses import replace
from decimal import Decimal

from models.checks import HIGHER_TARGETS, QUARTER_TARGETS, UNIT_TARGETS
from models.measure import Kind, Operator, Target
from models.period import Period, quarter
from models.plan import Assignment, Indicator, Plan
from models.store.changes import Author
from models.store.check_targets import plan_target_findings, target_findings
from models.store.database import Database
from models.store.indicators import indicator, save_assignments, save_indicator, save_indicators
from models.store.plans import plan, save_plan
from tests.unit.models.store.conftest import PLAN

YEAR = Period(2023)


def at_least(value: int) -> Target:
    return Target(Operator.AT_LEAST, Decimal(value))


def at_most(value: int) -> Target:
    return Target(Operator.AT_MOST, Decimal(value))


def given(unit: str | None, target: Target | None, period: Period = YEAR) -> Assignment:
    return Assignment("KH23", "count", unit, period, target)


def ask_of_whole(db: Database, author: Author, code: str, target: Target | None) -> None:
    save_indicator(db, replace(indicator(db, "KH23", code), target=target), author, code)


def told(db: Database) -> list[tuple[str, str | None]]:
    return [(each.rule, each.indicator) for each in plan_target_findings(db, plan(db, "KH23"))]


def test_what_units_are_given_of_a_count_must_come_to_the_plans_total(db: Database, author: Author) -> None:
    ask_of_whole(db, author, "count", at_least(100))
    save_assignments(db, [given("X1", at_least(40)), given("X2", at_least(50))], author)
    (found,) = plan_target_findings(db, PLAN)
    assert (found.rule, found.left, found.right) == (UNIT_TARGETS, 90, 100)
    assert found.message.endswith("cộng lại là 90, thấp hơn mức của kế hoạch 100, lệch 10.")
    save_assignments(db, [given("X2", at_least(60))], author)
    assert told(db) == []


def test_a_sum_is_not_held_against_the_plan_while_a_unit_has_no_own_target(db: Database, author: Author) -> None:
    ask_of_whole(db, author, "count", at_least(100))
    save_assignments(db, [given("X1", at_least(40)), given("X2", None)], author)
    assert told(db) == []
    save_assignments(db, [given("X2", at_most(9))], author)
    assert told(db) == []
    ask_of_whole(db, author, "count", at_most(100))
    assert told(db) == []


def test_a_target_weaker_than_that_of_the_plan_above_is_told(db: Database, author: Author) -> None:
    # GIVEN a province's plan that asks 70 % where ours asks 65,5 %, and more that ours does not have
    save_plan(db, Plan("TINH", 2023, "Kế hoạch tỉnh", "X2"), author)
    above = replace(indicator(db, "KH23", "ratio"), plan="TINH", target=at_least(70))
    other = Indicator("TINH", "khác", "", "Chỉ tiêu khác", Kind.COUNT, target=at_least(1))
    watched = replace(indicator(db, "KH23", "score"), plan="TINH", target=None)
    save_indicators(db, [above, other, watched], author)
    assert told(db) == []
    # WHEN ours looks up to it THEN the weaker target is told, until it asks for as much
    save_plan(db, replace(PLAN, reference="TINH"), author, "KH23")
    assert told(db) == [(HIGHER_TARGETS, "ratio")]
    ask_of_whole(db, author, "ratio", at_least(70))
    assert told(db) == []
    ask_of_whole(db, author, "ratio", None)
    assert told(db) == []


def test_what_is_asked_of_a_period_tells_only_what_speaks_of_it(db: Database, author: Author) -> None:
    ask_of_whole(db, author, "count", at_least(100))
    quarters = [given(None, at_most(5), quarter(2023, number)) for number in (1, 2, 3, 4)]
    save_assignments(db, [*quarters, given("X1", at_least(40))], author)
    both = {QUARTER_TARGETS, UNIT_TARGETS}
    assert {each.rule for each in target_findings(db, YEAR)} == both
    assert {each.rule for each in target_findings(db, quarter(2023, 1))} == {QUARTER_TARGETS}
    assert {each.rule for each in target_findings(db, None)} == both
    assert list(target_findings(db, Period(2022))) == []
