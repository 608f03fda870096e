"""Figures out of the file agree with a plain reading of the rules, whatever happened to units and targets."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, Span, WindowSetting, periods_of, quarter, read_period, working_days
from models.plan import Actual, Indicator, Plan
from models.progress import Figure, State, worst_first
from models.store import figures
from models.store.actuals import record
from models.store.database import Database, copy_database, open_database
from models.store.figures import ProgressReader, progress, progress_by_unit, trend
from models.store.outlook import what_remains
from models.store.plans import save_plan, save_window_settings
from models.store.pooling import Pool
from models.unit import Unit, UnitTree
from tests.unit.models.store.oracle import Answer, Oracle
from tests.unit.models.store.worlds import AUTHOR, YEAR, World, a_world

DAYS = (date(YEAR, 3, 15), date(YEAR, 6, 20), date(YEAR, 12, 23), date(YEAR + 1, 4, 30), date(YEAR + 1, 5, 1))


def as_answer(figure: Figure) -> Answer:
    """Return what a figure says in the oracle's words."""
    return Answer(
        state=str(figure.state),
        numerator=None if figure.numerator is None else Fraction(figure.numerator),
        denominator=None if figure.denominator is None else Fraction(figure.denominator),
        value=figure.value,
        from_quarter=figure.from_quarter.code if figure.from_quarter else None,
        has_target=figure.target is not None,
        gap=figure.gap,
        provisional=figure.is_provisional,
        reported=figure.reported_units,
        expected=figure.expected_units,
    )


@pytest.mark.parametrize("seed", range(120))
def test_figures_agree_with_a_plain_reading_of_the_rules(seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    db = world.stored()
    for period in random.sample(periods_of(YEAR), 3):
        on = random.choice(DAYS)
        oracle = Oracle(world, period, on)
        units = [None, *(each.code for each in world.units)]
        for unit in random.sample(units, 3):
            found = {each.indicator.code: as_answer(each) for each in progress(db, world.plan, period, on, unit)}
            assert found == {each.code: oracle.answer(each, unit) for each in world.indicators}, (period, on, unit)
        root = random.choice(units)
        lines = {
            (each.indicator.code, each.unit): as_answer(each)
            for each in progress_by_unit(db, world.plan, period, on, root=root)
        }
        assert lines.keys() == oracle.lines(root)
        indicators = {each.code: each for each in world.indicators}
        assert lines == {(code, unit): oracle.answer(indicators[code], unit) for code, unit in oracle.lines(root)}


@pytest.mark.parametrize("seed", range(20))
def test_the_short_way_for_units_that_stand_alone_says_what_the_long_way_does(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = a_world(Random(seed))
    db, units = world.stored(), [each.code for each in world.units]

    def said() -> list[object]:
        found: list[object] = []
        for period in (Period(YEAR, Span.Q1), Period(YEAR, Span.H1), Period(YEAR, Span.Q4), YEAR_2023):
            reader = ProgressReader(db, world.plan, period, LATER)
            found += [reader.by_unit(), reader.by_unit(among=units[2:4]), reader.of_each(units), *map(reader.of, units)]
        return found

    assert any(UnitTree(world.units).stands_alone(each) for each in units)
    short = said()
    monkeypatch.setattr(UnitTree, "stands_alone", lambda *_: False)
    assert short == said()


YEAR_2023 = Period(2023)
LATER = date(2024, 2, 1)
MERGED = [
    Unit("H", "Huyện"),
    Unit("A", "Xã A", first_superior="H", valid_to=date(2023, 6, 30), succeeded_by=("C",)),
    Unit("B", "Xã B", first_superior="H", valid_to=date(2023, 6, 30), succeeded_by=("C",)),
    Unit("C", "Xã C", first_superior="H", valid_from=date(2023, 7, 1)),
    Unit("D", "Xã D", first_superior="H"),
]
FLOW = Indicator("KH", "R", "", "Đúng hạn", Kind.RATIO, target=Target(Operator.AT_LEAST, Decimal(65)))
STOCK = Indicator("KH", "S", "", "TTHC", Kind.COUNT, accumulation=Accumulation.STOCK)


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_read_once_says_the_same_of_every_period_and_of_many_units(seed: int) -> None:
    world = a_world(Random(seed))
    db, units = world.stored(), [each.code for each in world.units]
    reader = ProgressReader(db, world.plan, YEAR_2023, LATER)
    for period in (Period(2023, Span.H1), Period(2022, Span.Q1)):
        then, each_alone = reader.at(period), {}
        for unit in units:
            each_alone[unit] = progress(db, world.plan, period, LATER, unit)
            assert then.of(unit) == each_alone[unit]
        assert {unit: worst_first(its) for unit, its in then.of_each(units).items()} == each_alone
        assert then.by_unit() == progress_by_unit(db, world.plan, period, LATER)
    assert reader.of(None) == progress(db, world.plan, YEAR_2023, LATER)


def test_a_plan_once_read_answers_for_some_indicators_and_over_another_connection(tmp_path: Path) -> None:
    with closing(stored(ratio("D", 1, 1, 2), stock("D", 1, 5))) as made:
        copy_database(made, tmp_path / "a.cchc")
    with closing(open_database(tmp_path / "a.cchc")) as one, closing(open_database(tmp_path / "a.cchc")) as other:
        kept = ProgressReader(one, World().plan, YEAR_2023, LATER)
        record(other, [ratio("D", 1, 2, 2)], AUTHOR)
        for reader in (kept, kept.through(other)):
            [found] = reader.only({"R"}).of("D")
            assert (found.indicator.code, found.value) == ("R", 100)
        lines = kept.through(other).by_unit(among=["D", "A"])
        assert {(each.indicator.code, each.unit) for each in lines} == {(code, unit) for code in "RS" for unit in "AD"}


def stored(*actuals: Actual, indicators: tuple[Indicator, ...] = (FLOW, STOCK), units: list[Unit] = MERGED) -> Database:
    """Return a plan of a district two of whose communes merged at the end of June."""
    return World(units=units, indicators=list(indicators), actuals=list(actuals)).stored()


def ratio(unit: str, number: int, part: int, whole: int) -> Actual:
    return Actual("R", unit, quarter(2023, number), Decimal(part), Decimal(whole))


def stock(unit: str, number: int, value: int) -> Actual:
    return Actual("S", unit, quarter(2023, number), value=Decimal(value))


def one(db: Database, code: str, period: Period = YEAR_2023, unit: str | None = None) -> Figure:
    return next(each for each in progress(db, World().plan, period, LATER, unit) if each.indicator.code == code)


def test_what_a_unit_reported_before_it_ceased_stays_in_the_year() -> None:
    before = [ratio(unit, number, 60, 100) for unit in "ABD" for number in (1, 2)]
    after = [ratio(unit, number, 70, 100) for unit in "CD" for number in (3, 4)]
    found = one(stored(*before, *after), "R")
    assert (found.numerator, found.denominator, found.value) == (640, 1000, 64)
    assert (found.reported_units, found.expected_units, found.is_provisional) == (2, 2, False)


def test_a_successor_has_not_reported_when_a_predecessor_did_not() -> None:
    reported = ("A1", "A2", "B2", "D1", "D2", "C3", "C4", "D3", "D4")  # not B1
    db = stored(*(ratio(each[0], int(each[1]), 60, 100) for each in reported))
    found = one(db, "R")
    assert (found.reported_units, found.expected_units, found.is_provisional) == (1, 2, True)
    assert one(db, "R", unit="C").reported_units == 0


def test_a_stock_passes_on_until_the_successor_reports() -> None:
    before = [stock("A", 2, 100), stock("B", 1, 200), stock("D", 2, 10)]
    found = one(stored(*before), "S")
    assert (found.value, str(found.from_quarter), found.reported_units, found.expected_units) == (310, "2023-Q2", 0, 2)
    found = one(stored(*before, stock("C", 3, 290)), "S")
    assert (found.value, str(found.from_quarter)) == (300, "2023-Q3")
    assert one(stored(*before), "S", unit="C").value == 300


def test_the_lines_of_a_stock_add_up_to_the_whole() -> None:
    db = stored(stock("A", 2, 100), stock("B", 1, 200), stock("D", 2, 10))
    lines = [each for each in progress_by_unit(db, World().plan, YEAR_2023, LATER) if each.indicator.code == "S"]
    assert sum(each.value or 0 for each in lines) == 310
    assert {each.unit for each in lines if each.state is State.NOT_APPLICABLE} == {"A", "B"}


OPENING = Indicator("KH", "O", "", "Kỳ trước chuyển sang", Kind.COUNT, accumulation=Accumulation.OPENING)


def opening(unit: str, number: int, value: int) -> Actual:
    return Actual("O", unit, quarter(2023, number), value=Decimal(value))


def test_what_was_carried_over_is_counted_once_from_the_first_quarter() -> None:
    both = [opening(unit, number, 10 * number) for unit in "ABD" for number in (1, 2)]
    db = stored(*both, indicators=(OPENING,))
    for code, value in (("2023-Q1", 30), ("2023-Q2", 60), ("2023-H1", 30), ("2023-9M", 30), ("2023", 30)):
        found = one(db, "O", read_period(code))
        assert (found.value, found.from_quarter) == (value, None)
    assert not what_remains(db, World().plan, Period(2023, Span.H1), LATER)


def test_of_what_was_carried_over_only_the_first_quarter_is_asked() -> None:
    half = Period(2023, Span.H1)
    only_second = stored(*(opening(unit, 2, 5) for unit in "ABD"), indicators=(OPENING,))
    assert one(only_second, "O", half).state is State.NO_DATA
    assert one(only_second, "O", half).reported_units == 0
    only_first = one(stored(*(opening(unit, 1, 5) for unit in "ABD"), indicators=(OPENING,)), "O", half)
    assert (only_first.value, only_first.reported_units, only_first.is_provisional) == (15, 3, False)


def test_what_was_carried_over_stays_with_the_units_that_were_there() -> None:
    db = stored(opening("A", 1, 5), opening("B", 1, 7), opening("D", 1, 1), opening("C", 3, 99), indicators=(OPENING,))
    whole = one(db, "O")
    assert (whole.value, whole.reported_units, whole.expected_units) == (13, 2, 2)
    lines = {each.unit: each for each in progress_by_unit(db, World().plan, YEAR_2023, LATER)}
    assert {unit: each.value for unit, each in lines.items()} == {"A": 5, "B": 7, "C": None, "D": 1}
    assert lines["C"].state is State.NOT_APPLICABLE
    assert one(db, "O", quarter(2023, 3), "C").value == 99


def test_sums_beyond_sqlites_whole_numbers_stay_exact() -> None:
    units = [Unit("H", "Huyện"), *(Unit(f"X{n:03}", "Xã", first_superior="H") for n in range(120))]
    most = Decimal("9999999999999.9999")
    actuals = [Actual("R", unit.code, quarter(2023, 1), most, most) for unit in units[1:]]
    found = one(stored(*actuals, units=units), "R", quarter(2023, 1))
    assert (found.numerator, found.value, found.reported_units) == (120 * most, 100, 120)
    (point,) = trend(stored(*actuals, units=units), World().plan, "R", [quarter(2023, 1)])
    assert (point.denominator, point.value, point.reported_units) == (120 * most, 100, 120)


def test_other_errors_of_the_database_are_not_hidden() -> None:
    db = stored()
    pool = Pool(db, {"H": 1}, {"R": 1})
    db.execute("DROP TABLE actual")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        pool.sums(20231, {"R": frozenset("H")})
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        pool.series("R", {20231: frozenset("H")})


@pytest.mark.parametrize("ask", [progress, what_remains])
def test_a_unit_that_nobody_knows_is_refused_in_words(ask: Callable[..., object]) -> None:
    with pytest.raises(KnownError, match="KHÔNG CÓ"):
        ask(stored(), World().plan, YEAR_2023, LATER, "KHÔNG CÓ")
    with pytest.raises(KnownError, match="KHÔNG CÓ"):
        progress_by_unit(stored(), World().plan, YEAR_2023, LATER, root="KHÔNG CÓ")


def test_a_list_by_unit_is_the_same_when_memory_holds_one_indicator_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    world = a_world(Random(7))
    db = world.stored()
    whole = progress_by_unit(db, world.plan, YEAR_2023, LATER)
    monkeypatch.setattr(figures, "ROWS_AT_ONCE", 1)
    assert progress_by_unit(db, world.plan, YEAR_2023, LATER) == whole


def test_a_plan_without_indicators_has_no_figures() -> None:
    db = stored(indicators=())
    assert progress(db, World().plan, YEAR_2023, LATER) == []
    assert progress_by_unit(db, World().plan, YEAR_2023, LATER) == []
    assert what_remains(db, World().plan, YEAR_2023, LATER) == {}


def test_an_office_that_ended_before_the_period_does_not_break_its_plan() -> None:
    units = [
        Unit("H", "Huyện", valid_to=date(2022, 12, 31)),
        Unit("X", "Xã", first_superior="H", valid_to=date(2022, 12, 31)),
    ]
    rank = Indicator("KH", "K", "", "Thứ hạng", Kind.RANK)
    found = progress(stored(indicators=(FLOW, rank), units=units), World().plan, YEAR_2023, LATER)
    assert [(each.indicator.code, each.state) for each in found] == [("K", State.NO_DATA), ("R", State.NOT_APPLICABLE)]


def test_last_years_windows_are_those_of_last_years_plan() -> None:
    rising = Indicator("KH", "S2", "", "", Kind.COUNT, target=Target(Operator.INCREASE))
    units = [
        Unit("H", "Huyện"),
        Unit("X", "Xã", first_superior="H", valid_to=date(2022, 3, 10)),
        Unit("Y", "Xã", first_superior="H"),
    ]
    actuals = [
        Actual("S2", unit, quarter(year, 1), value=Decimal(value))
        for unit, year, value in (("X", 2022, 5), ("Y", 2022, 1), ("Y", 2023, 2))
    ]
    db = stored(*actuals, indicators=(rising,), units=units)
    assert one(db, "S2", quarter(2023, 1)).last_year == 1
    save_plan(db, Plan("KH22", 2022, "", "H"), AUTHOR)
    save_window_settings(db, "KH22", [WindowSetting("KH22", quarter(2022, 1), last=date(2022, 3, 1))], AUTHOR)
    found = one(db, "S2", quarter(2023, 1))
    assert (found.last_year, found.state) == (6, State.MISSED)


def test_looking_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.cchc"
    copy_database(stored(ratio("A", 1, 1, 2)), path)
    before = path.read_bytes()
    db = open_database(path, read_only=True)
    assert progress(db, World().plan, YEAR_2023, LATER)
    assert progress_by_unit(db, World().plan, YEAR_2023, LATER)
    assert not db.conn.in_transaction
    db.close()
    assert path.read_bytes() == before


def test_what_remains_goes_by_last_years_same_quarters() -> None:
    before = [
        Actual("R", unit, quarter(2022, number), Decimal(60), Decimal(100)) for unit in "ABD" for number in (1, 2, 3, 4)
    ]
    reached = [ratio(unit, number, 60, 100) for unit in "ABD" for number in (1, 2)]
    found = what_remains(stored(*before, *reached), World().plan, read_period("2023-H1"), date(2023, 7, 1))
    assert found.keys() == {"R"}
    assert (found["R"].needed, found["R"].expected) == (420, 600)
    assert found["R"].can_be_reached
    assert found["R"].per_unit == 210
    days = working_days(date(2023, 7, 1), date(2023, 12, 14))
    assert found["R"].per_working_day == Fraction(420, days)


def test_what_remains_goes_by_this_years_mean_where_there_is_no_last_year() -> None:
    reached = [ratio(unit, 1, 60, 100) for unit in "ABD"]
    found = what_remains(stored(*reached), World().plan, quarter(2023, 1), date(2023, 4, 1))
    assert (found["R"].needed, found["R"].expected) == (600, 900)
    assert what_remains(stored(), World().plan, quarter(2023, 1), date(2023, 4, 1)) == {}


def test_nothing_remains_to_be_done_without_a_target_or_after_the_year() -> None:
    free = Indicator("KH", "R", "", "", Kind.RATIO)
    reached = [ratio("D", number, 60, 100) for number in (1, 2, 3, 4)]
    assert what_remains(stored(*reached, indicators=(free,)), World().plan, YEAR_2023, LATER) == {}
    found = what_remains(stored(*reached), World().plan, YEAR_2023, LATER)["R"]
    assert (found.needed, found.expected, found.can_be_reached, found.per_working_day) == (20, 0, False, None)


def test_a_trend_takes_each_quarter_for_itself_with_the_units_of_its_time() -> None:
    before = [Actual("R", unit, quarter(2022, 4), Decimal(50), Decimal(100)) for unit in "ABD"]
    db = stored(*before, ratio("A", 2, 10, 20), ratio("C", 3, 0, 0), ratio("D", 3, 30, 40))
    asked = [quarter(2022, 4), quarter(2023, 2), quarter(2023, 3), quarter(2023, 4)]
    found = trend(db, World().plan, "R", asked)
    assert [(each.period, each.value, each.reported_units, each.expected_units) for each in found] == [
        (asked[0], 50, 3, 3),
        (asked[1], 50, 1, 3),
        (asked[2], 75, 2, 2),
        (asked[3], None, 0, 2),
    ]
    assert [each.denominator for each in trend(db, World().plan, "R", asked, "D")] == [100, None, 40, None]


@pytest.mark.parametrize("code", ["KHÔNG CÓ", "K"])
def test_there_is_no_trend_of_what_does_not_roll_up(code: str) -> None:
    rank = Indicator("KH", "K", "", "Thứ hạng", Kind.RANK)
    with pytest.raises(KnownError, match="không có tỷ lệ hay số lượng"):
        trend(stored(indicators=(rank,)), World().plan, code, [quarter(2023, 1)])
