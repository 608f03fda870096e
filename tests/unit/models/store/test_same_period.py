"""What is said of the same period of the year before is what that year's own plan says of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from models.errors import KnownError
from models.measure import Kind
from models.period import Period, periods_of, quarter, read_period
from models.plan import Actual, Grade, Indicator
from models.progress import State
from models.same_period import Before
from models.store.figures import progress, same_period
from models.store.indicators import save_assignments, save_indicators
from models.store.plans import plan, save_grades, save_plan
from models.unit import Unit
from tests.unit.models.store.worlds import AUTHOR, GRADES, YEAR, World, a_world

LATER = date(YEAR + 3, 1, 1)


@pytest.mark.parametrize("seed", range(60))
def test_last_year_is_rolled_up_as_its_own_plan_rolls_it_up(seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    db = world.stored()
    save_plan(db, replace(world.plan, code="KH24", year=YEAR + 1), AUTHOR)
    save_grades(db, "KH24", (Grade("KH24", place, name) for place, name in enumerate(GRADES, 1)), AUTHOR)
    save_indicators(db, (replace(each, plan="KH24") for each in world.indicators), AUTHOR)
    save_assignments(
        db,
        (replace(each, plan="KH24", period=each.period.in_year(YEAR + 1)) for each in world.assignments),
        AUTHOR,
    )
    later = plan(db, "KH24")
    for period in random.sample(periods_of(YEAR + 1), 3):
        unit = random.choice([None, *(each.code for each in world.units)])
        then = period.in_year(YEAR)
        figures = {each.indicator.code: each for each in progress(db, world.plan, then, LATER, unit)}
        found = same_period(db, later, period, unit)
        for code, was in found.items():
            figure = figures[code]
            value = None if figure.state is State.TO_CHECK else figure.value
            said = (was.period, was.numerator, was.denominator, was.value, was.grade, was.out_of)
            assert said == (then, figure.numerator, figure.denominator, value, figure.grade, figure.out_of)
            if figure.indicator.kind.rolls_up:
                assert was.is_complete is not figure.is_provisional
        silent = figures.keys() - found.keys()
        assert all(figures[code].value is None and not figures[code].grade for code in silent)


INDEX = Indicator("KH", "SIPAS", "", "Chỉ số hài lòng", Kind.RANK, published_month=4)
RANK = Indicator("KH", "HẠNG", "", "Hạng thi đua", Kind.RANK)
DISTRICT = [Unit("H", "Huyện"), Unit("A", "Xã A", first_superior="H"), Unit("B", "Xã B", first_superior="H")]


def test_a_late_index_is_compared_over_whole_years_only() -> None:
    given = Actual("SIPAS", "H", Period(YEAR - 1), value=Decimal(11), out_of=18)
    db = World(units=DISTRICT, indicators=[INDEX], actuals=[given]).stored()
    assert same_period(db, World().plan, read_period(f"{YEAR}-9M")) == {}
    whole = same_period(db, World().plan, Period(YEAR))
    assert whole == {"SIPAS": Before(Period(YEAR - 1), None, None, Fraction(11), out_of=18)}


def test_a_rank_that_is_given_by_quarters_is_compared_in_every_period() -> None:
    given = Actual("HẠNG", "H", quarter(YEAR - 1, 1), value=Decimal(7))
    db = World(units=DISTRICT, indicators=[RANK], actuals=[given]).stored()
    assert same_period(db, World().plan, read_period(f"{YEAR}-H1"))["HẠNG"].value == 7
    assert same_period(db, World().plan, quarter(YEAR, 1), "A") == {}


def test_a_year_of_which_some_reported_is_not_complete() -> None:
    count = Indicator("KH", "SL", "", "Hồ sơ", Kind.COUNT)
    only_one = [Actual("SL", "A", quarter(YEAR - 1, 1), value=Decimal(5))]
    db = World(units=DISTRICT, indicators=[count], actuals=only_one).stored()
    assert not same_period(db, World().plan, quarter(YEAR, 1))["SL"].is_complete
    assert same_period(db, World().plan, quarter(YEAR, 1), "A")["SL"].is_complete
    with pytest.raises(KnownError, match="Không có đơn vị XX"):
        same_period(db, World().plan, quarter(YEAR, 1), "XX")
