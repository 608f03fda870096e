"""What wants doing is read from the file: the plan's, or a unit's with all below it."""

from datetime import date
from decimal import Decimal

import pytest

from models.alerts import AlertKind
from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, quarter, read_period
from models.plan import Actual, Assignment, ExplanationRequest, Indicator, Task
from models.store.actuals import record
from models.store.alerts import alerts
from models.store.changes import Author
from models.store.database import Database
from models.store.indicators import save_assignments
from models.store.requests import ask
from models.store.tasks import save_tasks
from models.unit import Unit
from tests.unit.models.store.conftest import PLAN
from tests.unit.models.store.worlds import World

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


def test_a_unit_is_told_its_own_things(file: Database, author: Author) -> None:
    assert told(file, "X2") == [(AlertKind.DUE_SOON, "X2", None), (AlertKind.TO_EXPLAIN, "X2", "ratio")]
    record(file, [Actual("ratio", "X2", quarter(2023, 2), Decimal(0), Decimal(9))], author)
    assert told(file, "X2") == [(AlertKind.TO_EXPLAIN, "X2", "ratio"), (AlertKind.UNREACHABLE, "X2", "ratio")]
    assert told(file, "X1") == [(AlertKind.TO_EXPLAIN, "X1", "ratio")]  # it ends in June, its cases go on elsewhere
    assert [each.kind for each in alerts(file, PLAN, H1, EVE, "X1", remaining={})] == [AlertKind.TO_EXPLAIN]
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        alerts(file, PLAN, H1, EVE, "X9")


FOUR, YEAR = quarter(2023, 4), Period(2023)
AT_LEAST, AT_MOST = Operator.AT_LEAST, Operator.AT_MOST
ASKED = [
    Indicator("KH", "SHARE", "", "", Kind.RATIO, accumulation=Accumulation.STOCK, target=Target(AT_LEAST, Decimal(80))),
    Indicator("KH", "LEFT", "", "", Kind.COUNT, accumulation=Accumulation.STOCK, target=Target(AT_MOST, Decimal(5))),
    Indicator("KH", "DONE", "", "", Kind.COUNT, target=Target(AT_LEAST, Decimal(100))),
    Indicator("KH", "LATE", "", "", Kind.COUNT, target=Target(AT_MOST, Decimal(5))),
    Indicator("KH", "RANK", "", "", Kind.RANK, scale=Decimal(63), target=Target(AT_LEAST, Decimal(5))),
    Indicator("KH", "GRADE", "", "", Kind.GRADE, target=Target(AT_LEAST, grade="Tốt")),
]


def out_of_reach(until: Period, of_one: Period) -> list[tuple[str | None, bool]]:
    """Everything is missed as it stands: quarters by quarter up to one, ranks and grades as given for a period."""
    quarters = [quarter(2023, n) for n in range(1, until.number + 1)]
    actuals = [Actual("SHARE", "A", each, Decimal(5), Decimal(10)) for each in quarters]
    actuals += [Actual(code, "A", each, value=Decimal(9)) for each in quarters for code in ("LEFT", "DONE", "LATE")]
    actuals += [Actual("RANK", "H", of_one, value=Decimal(9)), Actual("GRADE", "H", of_one, grade="Khá")]
    db = World([Unit("H", "Huyện"), Unit("A", "Xã", first_superior="H")], indicators=ASKED, actuals=actuals).stored()
    found = alerts(db, World().plan, until, EVE)
    return [(each.indicator, each.at_pace) for each in found if each.kind is AlertKind.UNREACHABLE]


def test_what_a_unit_owed_that_is_gone_names_who_took_over(file: Database) -> None:
    record(file, [Actual("count", "X1", quarter(2023, 2), value=None)], Author("An"))
    owed = {each.unit: each.heirs for each in alerts(file, PLAN, H1, date(2023, 7, 3)) if each.unit}
    assert owed["X1"] == ("X2",)
    assert owed["X2"] == ()


def test_whatever_kind_it_is_a_target_is_told_once_the_year_has_its_last_word() -> None:
    assert out_of_reach(FOUR, YEAR) == [(each.code, False) for each in ASKED]


def test_what_can_still_be_reported_is_not_out_of_reach() -> None:
    assert out_of_reach(quarter(2023, 3), quarter(2023, 3)) == [("LATE", False)]  # what is counted never falls


def test_tasks_that_are_overdue_or_due_within_a_week_are_told_until_they_are_done(db: Database, author: Author) -> None:
    late = Task("KH23", "NV-01", "", "Rà soát", lead="Xã Một; X2", due=date(2023, 5, 31))
    soon = Task("KH23", "NV-02", "", "Tập huấn", lead="Phòng Nội vụ", due=date(2023, 6, 26))
    later = Task("KH23", "NV-03", "", "Kiểm tra", due=date(2023, 6, 27))
    done = Task("KH23", "NV-04", "", "Ban hành", due=date(2023, 1, 31), done_on=date(2023, 3, 1))
    whole = Task("KH23", "NV-05", "", "Công khai", due=date(2023, 1, 31), progress=100)
    open_ended = Task("KH23", "NV-06", "", "Thường xuyên")
    save_tasks(db, "KH23", [soon, late, later, done, whole, open_ended], author)

    def tasks_told(unit: str | None = None) -> list[tuple[str, int | None]]:
        found = alerts(db, PLAN, H1, EVE, unit, remaining={})
        return [(each.task, each.days_left) for each in found if each.kind is AlertKind.TASK]

    assert tasks_told() == [("NV-01", -19), ("NV-02", 7)]
    assert tasks_told("X1") == tasks_told("X2") == [("NV-01", -19)]  # by name, by code
    assert tasks_told("H") == [("NV-01", -19)]  # it is above them
