"""The year's outlook as it is read from a file: what remains, forecasts, the units that close gaps."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, Span, quarter
from models.plan import Actual, Assignment, Indicator
from models.rest_of_year import Basis
from models.store.database import Database, open_database
from models.store.days_off import save_day_off
from models.store.figures import ProgressReader
from models.store.outlook import Outlook, closings, outlooks, outlooks_alone, what_remains
from models.store.plans import plans
from models.unit import Unit
from models.workdays import DayOff
from tests.sample import sample_file
from tests.unit.models.plain_remaining import Case, a_case, answer
from tests.unit.models.store.worlds import AUTHOR, World, a_world

H1, YEAR = Period(2023, Span.H1), Period(2023)
DAY = date(2023, 6, 20)
UNITS = [Unit("H", "Huyện"), *(Unit(code, code, first_superior="H") for code in ("A", "B"))]
FLOW = Indicator("KH", "C", "", "", Kind.COUNT, target=Target(Operator.AT_LEAST, Decimal(100)))


def stored(
    *actuals: Actual, indicators: tuple[Indicator, ...] = (FLOW,), assignments: tuple[Assignment, ...] = ()
) -> Database:
    its = (list(indicators), list(assignments), list(actuals))
    return World(units=UNITS, indicators=its[0], assignments=its[1], actuals=its[2]).stored()


def value(code: str, unit: str, period: Period, number: int) -> Actual:
    return Actual(code, unit, period, value=Decimal(number))


def told(db: Database, code: str = "C", period: Period = H1, unit: str | None = None) -> Outlook:
    return outlooks(db, World().plan, period, DAY, unit)[code]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    db = open_database(sample_file(tmp_path_factory.mktemp("sample")), read_only=True)
    yield db
    db.close()


def of_sample(db: Database) -> dict[str, Outlook]:
    return outlooks(db, plans(db)[0], H1, DAY)


def test_an_outlook_of_a_plan_that_was_read_already_is_the_same(sample: Database) -> None:
    reader = ProgressReader(sample, plans(sample)[0], H1, DAY)
    assert outlooks_alone(reader, "CADY") == outlooks(sample, plans(sample)[0], H1, DAY, "CADY", with_units=False)


def test_the_sample_by_hand_cases_still_to_be_handled_online(sample: Database) -> None:
    found = of_sample(sample)["TTHC-01"]
    assert found.remaining is not None
    assert found.forecast is not None
    assert found.closing is not None
    reached, so_far = 1120 + 1401, 2031 + 2309
    to_come = 2335 + 2385  # of the third and fourth quarter of the year before
    assert found.remaining.needed == 5889 - reached  # 65 % of 9.060 are 5.889
    assert (found.remaining.expected, found.remaining.basis) == (to_come, Basis.LAST_YEAR)
    assert found.working_days == 125  # 177 days less 50 at weekends, and 1/9 and 4/9
    assert found.remaining.per_working_day == Fraction(3368, 125)
    assert found.remaining.per_unit == Fraction(3368, 13)
    assert found.remaining.can_be_reached
    rate = Fraction(1241 + 1321, 2335 + 2385) + Fraction(reached, so_far) - Fraction(960 + 1050, 2038 + 2044)
    assert found.forecast.value == (reached + rate * to_come) * 100 / (so_far + to_come)
    assert (found.forecast.points, found.forecast.low) == (2, None)
    assert found.closing.lacking == 2821 - reached  # 65 % of 4.340


def test_the_sample_by_hand_documents_of_which_too_many_were_on_paper(sample: Database) -> None:
    found = of_sample(sample)["CQS-01"]
    assert found.remaining is not None
    missed = (1798 - 1767) + (1946 - 1927)
    to_come = 1743 + 1744
    assert (found.remaining.needed, found.remaining.room) == (to_come + missed, to_come + missed)
    assert (found.remaining.expected, found.remaining.can_be_reached) == (to_come, False)
    assert found.closing is not None
    assert (found.closing.lacking, len(found.closing.smallest_set)) == (missed, 12)


def test_the_sample_by_hand_satisfaction_that_three_more_units_can_lift(sample: Database) -> None:
    found = of_sample(sample)["TTHC-03.1"]
    assert found.remaining is not None
    assert found.closing is not None
    assert found.remaining.needed == 836 - (201 + 229)  # 85 % of 521 + 232 + 230 are 835,55
    assert found.remaining.expected == 232 + 230
    assert found.closing.lacking == 443 - (201 + 229)  # 85 % of 521 are 442,85
    lacking = {"PCM": 4, "DACPRING": 3}  # 123/149 to 127, 13/18 to 16
    assert {each.unit: each.lacking for each in found.closing.units if each.unit in lacking} == lacking
    together = sum(each.lacking for each in found.closing.units)
    assert [each.share * together for each in found.closing.units][:2] == [4, 3]


def test_a_unit_has_an_outlook_of_its_own(sample: Database) -> None:
    plan = plans(sample)[0]
    found = outlooks(sample, plan, H1, DAY, "PCM", codes={"TTHC-03.1"})
    assert found.keys() == {"TTHC-03.1"}
    remaining = found["TTHC-03.1"].remaining
    assert remaining is not None
    assert remaining.per_unit == remaining.needed
    with pytest.raises(KnownError, match="Z"):
        outlooks(sample, plan, H1, DAY, "Z")


def test_days_off_of_the_office_change_what_is_needed_a_day() -> None:
    db = stored(*(value("C", unit, quarter(2023, 1), 10) for unit in "AB"))
    before = told(db)
    save_day_off(db, DayOff("H", date(2023, 6, 21)), AUTHOR)
    after = told(db)
    assert before.remaining is not None
    assert after.remaining is not None
    assert after.working_days == before.working_days - 1
    assert after.remaining.per_working_day == Fraction(80, after.working_days)


def test_days_before_the_year_do_not_count() -> None:
    db = stored(value("C", "A", quarter(2023, 1), 1))
    early = outlooks(db, World().plan, H1, date(2022, 1, 1))["C"]
    first = outlooks(db, World().plan, H1, date(2022, 12, 14))["C"]
    assert early.working_days == first.working_days


def test_what_few_have_reported_of_a_quarter_is_still_to_come() -> None:
    before = [value("C", unit, quarter(2022, number), 10) for unit in "AB" for number in (1, 2, 3, 4)]
    now = [value("C", unit, quarter(2023, 1), 10) for unit in "AB"] + [value("C", "A", quarter(2023, 2), 7)]
    found = told(stored(*before, *now))
    assert found.remaining is not None
    assert (found.remaining.needed, found.remaining.expected) == (73, 53)  # 20 - 7 of the second quarter
    assert found.forecast is None  # one quarter is known


def test_forecasts_look_at_no_more_years_than_asked() -> None:
    actuals = [
        value("C", unit, quarter(year, n), 10) for unit in "AB" for year in range(2018, 2023) for n in range(1, 5)
    ]
    actuals += [value("C", unit, quarter(2023, n), 10) for unit in "AB" for n in (1, 2)]
    db = stored(*actuals)
    found = told(db).forecast
    assert found is not None
    assert (found.value, found.low, found.high) == (80, 80, 80)
    assert [each.year for each in found.past] == [2019, 2020, 2021, 2022]
    few = outlooks(db, World().plan, H1, DAY, past_years=2, with_units=False)["C"]
    none = outlooks(db, World().plan, H1, DAY, past_years=0)["C"]
    assert (few.forecast and few.forecast.low, none.forecast and none.forecast.value) == (None, 80)
    assert few.closing is None


def test_who_merges_later_counts_in_a_quarter_as_then_and_shares_the_rest_as_at_the_years_end() -> None:
    """Nine of ten have reported every quarter; from October on there are nine."""
    end, many = date(2023, 9, 30), replace(FLOW, target=Target(Operator.AT_LEAST, Decimal(1000)))
    merged = [Unit(code, code, first_superior="H", valid_to=end, succeeded_by=("M",)) for code in ("X0", "X1")]
    others = [Unit(f"X{number}", f"X{number}", first_superior="H") for number in range(2, 10)]
    units = [Unit("H", "Huyện"), *merged, *others, Unit("M", "M", first_superior="H", valid_from=date(2023, 10, 1))]
    reported = [value("C", f"X{number}", quarter(2023, each), 10) for number in range(9) for each in (1, 2, 3)]
    db = World(units=units, indicators=[many], actuals=reported).stored()
    found = outlooks(db, World().plan, Period(2023, Span.M9), DAY)["C"].remaining
    assert found is not None
    assert (found.basis, found.expected) == (Basis.THIS_YEAR, 90)
    assert (found.needed, found.per_unit) == (730, Fraction(730, 9))


STOCK = replace(FLOW, code="S", accumulation=Accumulation.STOCK)
OPENING = replace(FLOW, code="O", accumulation=Accumulation.OPENING)
RANK = Indicator("KH", "K", "", "", Kind.RANK, target=Target(Operator.AT_LEAST, Decimal(5)))
BETTER = replace(RANK, code="K2", target=Target(Operator.BETTER, Decimal(2)))


def test_what_stands_or_is_given_is_taken_as_it_stands() -> None:
    actuals = [value("S", unit, quarter(2023, 1), 30) for unit in "AB"] + [value("K", "H", quarter(2023, 2), 9)]
    actuals += [value("K2", "H", Period(2022), 4), value("K2", "H", quarter(2023, 1), 3)]
    db = stored(*actuals, indicators=(STOCK, OPENING, RANK, BETTER))
    found = {code: each.remaining for code, each in outlooks(db, World().plan, H1, DAY).items()}
    assert found["O"] is None
    assert found["S"] is not None
    assert (found["S"].needed, found["S"].can_be_reached) == (40, True)
    assert found["K"] is not None
    assert (found["K"].needed, found["K"].wanted, found["K"].can_be_reached) == (4, 5, True)
    assert found["K2"] is not None
    assert (found["K2"].needed, found["K2"].wanted) == (1, 2)  # two better than last year's 4
    assert not any(each.forecast for each in outlooks(db, World().plan, H1, DAY).values())
    assert what_remains(db, World().plan, H1, DAY) == {}


def test_the_last_word_of_the_year_cannot_be_changed() -> None:
    actuals = [value("S", unit, quarter(2023, 4), 30) for unit in "AB"] + [value("K", "H", YEAR, 9)]
    db = stored(*actuals, indicators=(STOCK, RANK))
    found = outlooks(db, World().plan, YEAR, DAY)
    assert [each.remaining and each.remaining.can_be_reached for each in found.values()] == [False, False]


def test_a_superior_that_reports_too_is_no_unit_of_its_own() -> None:
    ratio = Indicator("KH", "R", "", "", Kind.RATIO, target=Target(Operator.AT_LEAST, Decimal(50)))
    given = tuple(Assignment("KH", "R", unit, YEAR) for unit in ("H", "A"))
    actuals = [Actual("R", unit, quarter(2023, 1), Decimal(1), Decimal(10)) for unit in ("H", "A")]
    db = stored(*actuals, indicators=(ratio,), assignments=given)
    (found,) = closings(db, World().plan, quarter(2023, 1), DAY).values()
    assert [(each.unit, each.lacking) for each in found.units] == [("A", 4)]
    assert (found.lacking, found.enough) == (8, None)


def test_of_a_figure_that_cannot_be_right_nothing_is_told() -> None:
    ratio = Indicator("KH", "R", "", "", Kind.RATIO, target=Target(Operator.AT_LEAST, Decimal(50)))
    wrong = [Actual("R", unit, quarter(2023, n), Decimal(9), Decimal(8)) for unit in "AB" for n in (1, 2)]
    found = told(stored(*wrong, indicators=(ratio,)), "R")
    assert (found.remaining, found.forecast, found.closing) == (None, None, None)


def test_gaps_can_be_closed_among_offices_with_all_below_them() -> None:
    ratio = Indicator("KH", "R", "", "", Kind.RATIO, target=Target(Operator.AT_LEAST, Decimal(50)))
    units = [Unit("H", "Huyện"), Unit("P", "P", first_superior="H"), Unit("Q", "Q", first_superior="H")]
    units += [Unit(code, code, first_superior=code[0]) for code in ("P1", "P2", "Q1")]
    parts = {"P1": 1, "P2": 2, "Q1": 4}
    actuals = [Actual("R", unit, quarter(2023, 1), Decimal(part), Decimal(10)) for unit, part in parts.items()]
    db = World(units=units, indicators=[ratio], actuals=actuals).stored()
    found = outlooks(db, World().plan, quarter(2023, 1), DAY, among=("Q", "P"))["R"].closing
    assert found is not None
    assert [(each.unit, each.lacking) for each in found.units] == [("P", 7), ("Q", 1)]
    alone = closings(db, World().plan, quarter(2023, 1), DAY, "P")["R"]
    assert [(each.unit, each.lacking) for each in alone.units] == [("P1", 4), ("P2", 3)]
    assert (alone.lacking, alone.enough) == (7, 2)


def as_file(case: Case) -> Database:
    """Return a file of a plain case."""
    kind = Kind.RATIO if case.is_ratio else Kind.COUNT
    way = Accumulation.STOCK if case.is_stock else Accumulation.FLOW
    places = Decimal(1).scaleb(-4)
    low, high = (Decimal(each.numerator) / Decimal(each.denominator) for each in (case.low, case.high))
    is_range = case.operator == "range"
    target = Target(Operator(case.operator), low.quantize(places), high.quantize(places) if is_range else None)
    indicator = Indicator("KH", "C", "", "", kind, accumulation=way, target=target)
    actuals = [
        Actual("C", row.unit, quarter(row.year, row.quarter), Decimal(row.part), Decimal(row.whole))
        if case.is_ratio
        else value("C", row.unit, quarter(row.year, row.quarter), row.part)
        for row in case.rows
    ]
    units = [Unit("H", "Huyện"), *(Unit(code, code, first_superior="H") for code in case.units)]
    return World(units=units, indicators=[indicator], actuals=actuals).stored()


@pytest.mark.parametrize("seed", range(40))
def test_a_file_agrees_with_a_plain_reading_of_the_rules(seed: int) -> None:
    case = a_case(Random(seed))
    until = (Period(2023, Span.Q1), H1, Period(2023, Span.M9), YEAR)[case.until - 1]
    found = outlooks(as_file(case), World().plan, until, DAY)["C"].remaining
    expected = answer(case)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert (found.needed, found.can_be_reached, found.at_pace, found.basis) == (
            expected.needed,
            expected.can_be_reached,
            expected.at_pace,
            expected.basis,
        )
        assert found.per_unit == expected.per_unit


@pytest.mark.parametrize("seed", range(30))
def test_any_plan_has_an_outlook(seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    db = world.stored()
    for period in (quarter(2023, 1), H1, YEAR):
        for unit in (None, random.choice(world.units).code):
            found = outlooks(db, world.plan, period, DAY, unit)
            for each in found.values():
                if each.closing:
                    assert sum(one.share for one in each.closing.units) in (0, 1)
            flows = {code: each.remaining for code, each in found.items() if each.indicator.is_flow and each.remaining}
            assert what_remains(db, world.plan, period, DAY, unit) == flows
