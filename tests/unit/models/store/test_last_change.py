"""Who last changed what a figure is made of."""

from dataclasses import replace
from decimal import Decimal

from models.measure import Operator, Target
from models.period import Period, read_period
from models.plan import Actual, Assignment
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database
from models.store.history import last_revision
from models.store.indicators import indicator, save_assignment, save_indicator
from models.store.last_change import last_change
from tests.unit.models.store.conftest import PLAN

H1, Q1, Q2, Q3 = (read_period(f"2023-{span}") for span in ("H1", "Q1", "Q2", "Q3"))
OTHER = Author("Người khác")


def report(db: Database, unit: str, quarter: Period, value: str, by: Author) -> None:
    record(db, [Actual("count", unit, quarter, value=Decimal(value))], by)


def who(db: Database, unit: str | None = None, period: Period = H1, since: int = 0, code: str = "count") -> str | None:
    found = last_change(db, PLAN.code, (code,), unit, period, since)
    return found.who if found else None


def test_the_last_one_who_typed_a_value_of_the_period_is_named(db: Database, author: Author) -> None:
    report(db, "X1", Q1, "3", author)
    report(db, "X2", Q2, "4", OTHER)
    report(db, "X2", Q3, "5", author)
    assert who(db) == OTHER.who
    assert who(db, period=Q1) == author.who


def test_a_unit_asks_for_itself_and_all_below_it(db: Database, author: Author) -> None:
    report(db, "X2", Q1, "4", author)
    report(db, "X1", Q1, "3", OTHER)
    assert (who(db, "X2"), who(db, "H")) == (author.who, OTHER.who)


def test_only_changes_after_a_revision_count(db: Database, author: Author) -> None:
    report(db, "X1", Q1, "3", author)
    before = last_revision(db)
    assert who(db, since=before) is None
    report(db, "X1", Q1, "4", OTHER)
    assert who(db, since=before) == OTHER.who


def test_a_value_taken_away_was_changed_by_who_took_it(db: Database, author: Author) -> None:
    report(db, "X1", Q1, "3", author)
    before = last_revision(db)
    record(db, [Actual("count", "X1", Q1)], OTHER)
    assert who(db, since=before) == OTHER.who


def test_another_target_of_the_plan_or_of_a_unit_is_a_change(db: Database, author: Author) -> None:
    before = last_revision(db)
    wanted = Target(Operator.AT_LEAST, Decimal(9))
    save_indicator(db, replace(indicator(db, "KH23", "count"), target=wanted), OTHER, "count")
    assert who(db, since=before) == OTHER.who
    before = last_revision(db)
    save_assignment(db, Assignment("KH23", "count", "X1", Period(2023), wanted), author)
    assert who(db, since=before) == author.who


def test_no_indicator_asks_for_any(db: Database, author: Author) -> None:
    before = last_revision(db)
    report(db, "X1", Q1, "3", OTHER)
    found = last_change(db, PLAN.code, (), None, H1, before)
    assert found is not None
    assert found.who == OTHER.who
