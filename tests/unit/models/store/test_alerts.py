"""What wants doing is read from the file: the plan's, or a unit's with all below it."""

from datetime import date
from decimal import Decimal

import pytest

from models.alerts import AlertKind
from models.errors import KnownError
from models.period import Period, quarter, read_period
from models.plan import Actual, Assignment, ExplanationRequest
from models.store.actuals import record
from models.store.alerts import alerts
from models.store.changes import Author
from models.store.database import Database
from models.store.indicators import save_assignments
from models.store.requests import ask
from tests.unit.models.store.conftest import PLAN

H1 = read_period("2023-H1")
EVE = date(2023, 6, 19)


@pytest.fixture
def file(db: Database, author: Author) -> Database:
    """Only the ratio is asked, of both communes; both did all badly, X2 but in the first quarter."""
    given = [Assignment(PLAN.code, "ratio", unit, Period(2023)) for unit in ("X1", "X2")]
    save_assignments(db, [*given, Assignment(PLAN.code, "count", "X1", Period(2023))], author)
    cells = [("X1", 1), ("X1", 2), ("X2", 1)]
    record(db, [Actual("ratio", unit, quarter(2023, n), Decimal(0), Decimal(9)) for unit, n in cells], author)
    record(db, [Actual("count", "X1", quarter(2023, n), value=Decimal(1)) for n in (1, 2)], author)
    ask(db, [ExplanationRequest("ratio", "X1", H1, "", EVE), ExplanationRequest("ratio", "X2", H1, "", EVE)], author)
    return db


def told(db: Database, unit: str | None = None, on: date = EVE) -> list[tuple[AlertKind, str | None, str | None]]:
    found = alerts(db, PLAN, H1, on, unit)
    return [(each.kind, each.unit, each.indicator) for each in found if each.unit != "H"]


def test_the_whole_plan_is_told_of_all_units(file: Database) -> None:
    assert told(file) == [
        (AlertKind.DUE_SOON, "X2", None),
        (AlertKind.TO_EXPLAIN, "X1", "ratio"),
        (AlertKind.TO_EXPLAIN, "X2", "ratio"),
        (AlertKind.UNREACHABLE, None, "ratio"),
    ]
    assert told(file, on=date(2023, 6, 21))[0] == (AlertKind.OVERDUE, "X2", None)


def test_a_unit_is_told_its_own_things(file: Database) -> None:
    assert told(file, "X1") == [(AlertKind.TO_EXPLAIN, "X1", "ratio"), (AlertKind.UNREACHABLE, "X1", "ratio")]
    assert [each.kind for each in alerts(file, PLAN, H1, EVE, "X1", remaining={})] == [AlertKind.TO_EXPLAIN]
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        alerts(file, PLAN, H1, EVE, "X9")
