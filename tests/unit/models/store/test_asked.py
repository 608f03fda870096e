"""What a plan asks of whom in a quarter."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from models.measure import Kind, Operator, Target
from models.period import Period, Windows, quarter
from models.plan import Assignment, Grade, Indicator, Plan
from models.store.asked import read_asked
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import save_assignments, save_indicators
from models.store.plans import plan, save_grades, save_plan
from models.store.units import save_units, unit_tree
from models.unit import Unit

WHO = Author("Thử")
Q1, Q3 = quarter(2023, 1), quarter(2023, 3)
UNITS = (
    Unit("H", "UBND huyện"),
    Unit("X1", "Xã Một", first_superior="H"),
    Unit("X2", "Xã Hai", first_superior="H", valid_to=date(2023, 5, 31)),
    Unit("SO", "Sở Nội vụ"),
)
INDICATORS = (
    Indicator("KH", "TL", "A", "Hồ sơ trực tuyến", Kind.RATIO),
    Indicator("KH", "SL", "A", "Số cuộc kiểm tra", Kind.COUNT),
    Indicator("KH", "XL", "B", "Xếp loại", Kind.GRADE),
)


@pytest.fixture
def db() -> Iterator[Database]:
    """A plan of a district with two communes; one count is given to an office that stands elsewhere."""
    with closing(memory_database()) as made:
        save_units(made, UNITS, WHO)
        save_plan(made, Plan("KH", 2023, "Kế hoạch", "H"), WHO)
        save_grades(made, "KH", [Grade("KH", 2, "Khá"), Grade("KH", 1, "Tốt")], WHO)
        save_indicators(made, INDICATORS, WHO)
        # a target for one quarter gives the indicator to nobody in particular
        everybody = Assignment("KH", "TL", None, Q3, Target(Operator.AT_LEAST, Decimal(50)))
        save_assignments(made, [Assignment("KH", "SL", "SO", Period(2023)), everybody], WHO)
        yield made


def _codes(db: Database, unit: str, period: Period) -> list[str]:
    asked = read_asked(db, plan(db, "KH"))
    return [each.code for each in asked.of_unit(unit, period, unit_tree(db), Windows())]


def test_each_unit_is_asked_what_is_expected_of_it(db: Database) -> None:
    assert _codes(db, "X1", Q1) == ["TL"]
    assert _codes(db, "H", Q1) == ["XL"]
    assert _codes(db, "SO", Q1) == ["SL"]


def test_a_unit_that_ceased_is_asked_nothing_any_more(db: Database) -> None:
    assert _codes(db, "X2", Q1) == ["TL"]
    assert _codes(db, "X2", Q3) == []


def test_the_units_with_anything_to_report_come_in_the_order_of_the_tree_then_those_elsewhere(db: Database) -> None:
    asked, tree = read_asked(db, plan(db, "KH")), unit_tree(db)
    assert asked.units(Q1, tree, Windows()) == ["H", "X1", "X2", "SO"]
    assert asked.units(Q3, tree, Windows()) == ["H", "X1", "SO"]


def test_grades_are_named_the_best_first(db: Database) -> None:
    assert read_asked(db, plan(db, "KH")).grades == ("Tốt", "Khá")


def test_asking_again_gives_the_same(db: Database) -> None:
    asked, tree = read_asked(db, plan(db, "KH")), unit_tree(db)
    first = asked.of_unit("X1", Q1, tree, Windows())
    assert asked.of_unit("X1", Q1, tree, Windows()) == first
    assert first
