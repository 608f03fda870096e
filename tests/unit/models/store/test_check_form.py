"""A form is told which of its plan's rules hold and which do not; a rule that lacks an amount is in neither."""

from decimal import Decimal
from fractions import Fraction

import pytest

from models.measure import Kind
from models.period import quarter
from models.plan import Actual, BalanceRule, Indicator
from models.store.actuals import record
from models.store.changes import Author
from models.store.check_form import form_checks
from models.store.database import Database
from models.store.indicators import save_indicators
from models.store.rules import save_rules
from tests.unit.models.store.conftest import PLAN

Q1 = quarter(2023, 1)
SUM = BalanceRule(PLAN.code, "R1", "count", "=", "count2", text="Tổng bằng phần")
MOST = BalanceRule(PLAN.code, "R2", "count", "<=", "count2 (quý trước)")


@pytest.fixture
def ruled(db: Database, author: Author) -> Database:
    save_indicators(db, [Indicator(PLAN.code, "count2", "Thủ tục hành chính", "Phần", Kind.COUNT)], author)
    save_rules(db, PLAN.code, [SUM, MOST], author)
    return db


def enter(db: Database, author: Author, whole: int, part: int | None) -> None:
    value = None if part is None else Decimal(part)
    cells = [Actual("count", "X2", Q1, value=Decimal(whole)), Actual("count2", "X2", Q1, value=value)]
    record(db, cells, author)


def test_a_rule_that_holds_is_told_with_both_sides(ruled: Database, author: Author) -> None:
    enter(ruled, author, 5, 5)
    said = form_checks(ruled, PLAN, "X2", Q1)
    assert said.findings == []
    (held,) = said.held
    assert (held.rule, held.left, held.right) == (SUM, Fraction(5), Fraction(5))
    assert held.codes == ("count", "count2")


def test_a_broken_rule_is_a_finding_and_does_not_hold(ruled: Database, author: Author) -> None:
    enter(ruled, author, 5, 4)
    said = form_checks(ruled, PLAN, "X2", Q1)
    assert [(each.rule, each.difference) for each in said.findings] == [("R1", Fraction(1))]
    assert said.held == []


def test_a_rule_that_lacks_an_amount_says_nothing(ruled: Database, author: Author) -> None:
    enter(ruled, author, 5, None)
    said = form_checks(ruled, PLAN, "X2", Q1)
    assert (said.findings, said.held) == ([], [])
