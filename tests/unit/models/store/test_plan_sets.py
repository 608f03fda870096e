"""Ready sets of indicators come into a plan whole, and out of it again."""

from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import KnownError
from models.measure import Kind
from models.period import Period
from models.plan import Actual, Plan
from models.plan_sets import PlanSet, read_set
from models.reform_area import reform_area
from models.store.actuals import record
from models.store.changes import Author
from models.store.checking import findings
from models.store.database import Database
from models.store.indicators import indicators
from models.store.plan_sets import add_sets, remove_sets
from models.store.plans import save_plan
from models.store.rules import rules

FILES = sorted((Path(__file__).parents[4] / "resources" / "plan-sets").glob("*.json"))
SETS = [read_set(path.read_text("utf-8")) for path in FILES]


@pytest.fixture
def new(db: Database, author: Author) -> Database:
    save_plan(db, Plan("MỚI", 2024, "Kế hoạch mới", "H"), author)
    return db


@pytest.mark.parametrize("each", SETS, ids=lambda each: each.code)
def test_a_set_is_whole_and_says_how_each_is_reckoned(each: PlanSet) -> None:
    codes = [one.code for one in each.indicators]
    assert len(set(codes)) == len(codes)
    assert all(one.target is None for one in each.indicators)  # an office's target is its own
    assert all(one.numerator and one.denominator for one in each.indicators if one.kind is Kind.RATIO)
    assert all(one.measured_in for one in each.indicators if one.kind is Kind.COUNT)


def test_all_sets_come_in_and_out_again(new: Database, author: Author) -> None:
    add_sets(new, "MỚI", SETS, author)
    assert len(indicators(new, "MỚI")) == sum(len(each.indicators) for each in SETS)
    assert [each.code for each in rules(new, "MỚI")] == ["Q766-TONG"]
    with pytest.raises(KnownError, match="đã có chỉ tiêu"):
        add_sets(new, "MỚI", SETS[:1], author)
    remove_sets(new, "MỚI", SETS, author)
    assert (indicators(new, "MỚI"), rules(new, "MỚI")) == ([], [])


def test_the_common_set_covers_direction_and_the_six_areas() -> None:
    common = next(each for each in SETS if each.code == "six-areas")
    assert len({reform_area(one.area) for one in common.indicators} - {None}) == 7


def test_the_groups_of_decision_766_must_come_to_the_total(new: Database, author: Author) -> None:
    # Points of the groups: 18 + 20 + 22 + 22 + 18 = 100
    decision = next(each for each in SETS if each.code == "decision-766")
    parts = [one for one in decision.indicators if one.parent == "Q766"]
    assert sum((one.scale or Decimal(0) for one in parts), Decimal(0)) == 100
    add_sets(new, "MỚI", [decision], author)
    year = Period(2024)
    values = {"Q766": 85, "Q766.1": 15, "Q766.2": 18, "Q766.3": 20, "Q766.4": 19, "Q766.5": 14}
    record(new, [Actual(code, "H", year, value=Decimal(value)) for code, value in values.items()], author)
    told = [each.message for each in findings(new, year) if each.rule == "Q766-TONG"]
    assert len(told) == 1
    assert "86" in told[0]
