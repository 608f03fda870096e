"""Figures on today's units: nothing is lost and nothing counted twice, whatever happened to the units."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from models.measure import Kind
from models.period import Period, Span, periods_of, quarter
from models.plan import Actual, Indicator
from models.progress import Figure
from models.store.actuals import record
from models.store.database import Database, copy_database, open_database
from models.store.figures import ProgressReader, progress, progress_by_unit, trend
from models.store.indicators import save_indicators
from models.store.plans import save_plan
from models.store.restated import RestatedReader
from models.store.units import save_units
from models.unit import EventKind, Unit, UnitEvent
from tests.unit.models.store.histories import (
    AUTHOR,
    COUNT,
    DAYS,
    OPENING,
    PLAN,
    RATIO,
    STOCK,
    History,
    a_history,
)

TODAY = date(2025, 1, 1)
SEEDS = range(40)


def of(figures: list[Figure], indicator: Indicator, unit: str | None = None) -> Figure:
    return next(each for each in figures if (each.indicator.code, each.unit) == (indicator.code, unit))


def numbers(figure: Figure) -> tuple[Fraction, ...]:
    if figure.indicator.kind is Kind.RATIO:
        return Fraction(figure.numerator or 0), Fraction(figure.denominator or 0)
    return (figure.value or Fraction(0),)


def total(figures: list[Figure], indicator: Indicator, units: set[str] | None = None) -> tuple[Fraction, ...]:
    lines = [
        numbers(each)
        for each in figures
        if each.indicator.code == indicator.code and (units is None or each.unit in units)
    ]
    return tuple(sum(column, Fraction(0)) for column in zip(*lines, strict=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_totals_before_are_totals_after(seed: int) -> None:
    random = Random(seed)
    db, period = a_history(random).stored(), random.choice(periods_of(PLAN.year))
    before = progress(db, PLAN, period, TODAY)
    for today in (TODAY, random.choice(DAYS)):
        after = progress(db, PLAN, period, TODAY, today=today)
        lines = progress_by_unit(db, PLAN, period, TODAY, today=today)
        for indicator in (RATIO, COUNT, STOCK, OPENING):
            assert numbers(of(after, indicator)) == numbers(of(before, indicator)), indicator.code
            assert of(after, indicator).value == of(before, indicator).value
            if any(each.indicator.code == indicator.code for each in lines):
                assert total(lines, indicator) == numbers(of(before, indicator)), indicator.code


@pytest.mark.parametrize("seed", SEEDS)
def test_each_unit_of_today_has_what_a_plain_reading_gives_it(seed: int) -> None:
    random = Random(1000 + seed)
    history = a_history(random)
    db, period = history.stored(), random.choice(periods_of(PLAN.year))
    lines = progress_by_unit(db, PLAN, period, TODAY, today=TODAY)
    for indicator in (RATIO, COUNT):
        shares = history.shares(indicator, period.quarters, TODAY)
        owing = history.owing(indicator, period.quarters, TODAY)
        found = {each.unit: each for each in lines if each.indicator.code == indicator.code}
        assert shares.keys() | owing.keys() <= found.keys()
        for unit, figure in found.items():
            exact = tuple(shares.get(unit or "", [Fraction(0)] * len(numbers(figure))))
            if figure.is_estimated:
                roundings = 2 * len(period.quarters) * len(history.lives)
                assert all(abs(one - other) < roundings for one, other in zip(numbers(figure), exact, strict=True))
                assert indicator.kind is not Kind.RATIO or numbers(figure)[0] <= numbers(figure)[1]
            else:
                assert numbers(figure) == exact, unit
            assert figure.expected_units == int(unit in owing)
            assert figure.reported_units == int(owing.get(unit or "", False))


@pytest.mark.parametrize("seed", SEEDS)
def test_each_unit_of_today_has_the_stock_that_a_plain_reading_gives_it(seed: int) -> None:
    random = Random(5000 + seed)
    history = a_history(random)
    db, period = history.stored(), random.choice(periods_of(PLAN.year))
    quarters = Period(PLAN.year).quarters[: period.number]
    lines = progress_by_unit(db, PLAN, period, TODAY, today=TODAY)
    found = {each.unit: each for each in lines if each.indicator.code == "S"}
    standing = history.standing(quarters, TODAY)
    assert standing.keys() <= found.keys()
    for unit, figure in found.items():
        exact = tuple(standing.get(unit or "", [Fraction(0), Fraction(0)]))
        if figure.is_estimated:
            assert all(
                abs(one - other) < 2 * len(history.lives) for one, other in zip(numbers(figure), exact, strict=True)
            )
        else:
            assert numbers(figure) == exact, unit


@pytest.mark.parametrize("seed", SEEDS)
def test_districts_have_what_their_units_of_today_have(seed: int) -> None:
    random = Random(2000 + seed)
    history = a_history(random)
    db, period = history.stored(), random.choice(periods_of(PLAN.year))
    lines = progress_by_unit(db, PLAN, period, TODAY, today=TODAY)
    for district in ("H1", "H2"):
        members = {unit for unit in history.lives if history.district(unit, TODAY) == district}
        figures = progress(db, PLAN, period, TODAY, district, today=TODAY)
        for indicator in (RATIO, COUNT, STOCK, OPENING):
            if any(each.indicator.code == indicator.code and each.unit in members for each in lines):
                assert numbers(of(figures, indicator, district)) == total(lines, indicator, members), indicator.code
        inside = progress_by_unit(db, PLAN, period, TODAY, root=district, today=TODAY)
        assert {each.unit for each in inside} == {each.unit for each in lines} & members


@pytest.mark.parametrize("seed", range(12))
def test_a_trend_runs_through_all_that_happened(seed: int) -> None:
    random = Random(3000 + seed)
    history = a_history(random)
    db = history.stored()
    quarters = [each for year in (2023, 2024) for each in Period(year).quarters]
    unit = random.choice([each for each in history.lives if history.is_there(each, TODAY)] or ["H1"])
    shares = [history.shares(RATIO, (each,), TODAY).get(unit, [Fraction(0), Fraction(0)]) for each in quarters]
    points = trend(db, PLAN, "R", quarters, unit, today=TODAY)
    for point, (part, whole) in zip(points, shares, strict=True):
        if not point.is_estimated:
            assert (point.numerator or 0, point.denominator or 0) == (part, whole)
    together = trend(db, PLAN, "R", quarters, today=TODAY)
    reported = trend(db, PLAN, "R", quarters)
    assert [each.denominator for each in together] == [each.denominator for each in reported]
    assert [each.value for each in together] == [each.value for each in reported]


@pytest.mark.parametrize("seed", range(12))
def test_without_anything_happening_both_ways_say_the_same(seed: int) -> None:
    history = a_history(Random(4000 + seed))
    history.steps.clear()
    history.lives = {unit: life for unit, life in history.lives.items() if unit[0] in "FX"}
    history.lives.update((unit, [date.min, date.max]) for unit in history.lives)
    history.actuals = [each for each in history.actuals if each.unit in history.lives]
    db = history.stored()
    for period in periods_of(PLAN.year):
        for unit in (None, "H1", "X0"):
            assert progress(db, PLAN, period, TODAY, unit, today=TODAY) == progress(db, PLAN, period, TODAY, unit)
        assert progress_by_unit(db, PLAN, period, TODAY, today=TODAY) == progress_by_unit(db, PLAN, period, TODAY)


def merged(*actuals: Actual) -> Database:
    """Return a file in which X0 and X1 of one district became N, of another, and X2 ended with its district H2."""
    history = History(above={"X0": "H1", "X1": "H1", "X2": "H2", "N": "T"})
    history.lives = {code: [date.min, date.max] for code in ("X0", "X1", "X2")} | {"N": [JULY, date.max]}
    history.steps = [
        UnitEvent(JULY, EventKind.MERGE, ("X0", "X1"), ("N",)),
        UnitEvent(JULY, EventKind.DISSOLVE, ("X2", "H2"), ()),
        UnitEvent(date(2024, 8, 1), EventKind.DISSOLVE, ("H1",), ()),
    ]
    history.actuals = list(actuals)
    return history.stored()


JULY = date(2024, 7, 1)
H1 = Period(2024, Span.H1)


def count(unit: str, number: int, value: int, code: str = "C") -> Actual:
    return Actual(code, unit, quarter(2024, number), value=Decimal(value))


def test_what_is_assigned_to_a_unit_is_so_to_those_it_took_over_from() -> None:
    db = merged(count("X0", 1, 5), count("X1", 2, 7), count("X2", 1, 100), count("N", 3, 20))
    History().assign(db, COUNT, ["N"])
    year = Period(2024)
    assert of(progress(db, PLAN, year, TODAY), COUNT).value == 20
    assert of(progress(db, PLAN, year, TODAY, today=TODAY), COUNT).value == 32
    lines = progress_by_unit(db, PLAN, year, TODAY, today=TODAY)
    assert [each.unit for each in lines if each.indicator.code == "C"] == ["N"]


def test_of_a_unit_that_others_took_over_it_is_told_what_it_reported_itself() -> None:
    db = merged(count("X0", 1, 5), count("X1", 1, 7), count("N", 3, 20))
    year = Period(2024)
    assert of(progress(db, PLAN, year, TODAY, "X0", today=TODAY), COUNT, "X0").value == 5
    assert of(progress(db, PLAN, year, TODAY, "N", today=TODAY), COUNT, "N").value == 32
    assert of(progress(db, PLAN, year, TODAY, "H1", today=TODAY), COUNT, "H1").value == 12


def test_a_list_under_a_unit_that_ended_tells_all_that_belongs_to_those_who_took_over() -> None:
    db = merged(count("X0", 1, 5), count("X1", 1, 7), count("X2", 1, 11), count("N", 3, 20))
    lines = progress_by_unit(db, PLAN, Period(2024), TODAY, root="H1", today=TODAY)
    assert [(each.unit, each.value) for each in lines if each.indicator.code == "C"] == [("N", 32)]


def test_units_beside_the_office_are_in_no_figure_of_it() -> None:
    db = merged(count("X0", 1, 5), count("X1", 1, 7), count("N", 3, 20))
    save_units(db, [Unit("Y", "Y")], AUTHOR)
    record(db, [count("Y", 1, 1000)], AUTHOR)
    for today in (None, TODAY):
        assert of(progress(db, PLAN, Period(2024), TODAY, today=today), COUNT).value == 32


def test_what_does_not_roll_up_stays_with_the_unit_it_was_given_for() -> None:
    score = replace(COUNT, code="D", kind=Kind.SCORE)
    db = merged()
    save_indicators(db, [score], AUTHOR)
    record(db, [count("X0", 1, 5, "D")], AUTHOR)
    found = {unit: progress(db, PLAN, Period(2024), TODAY, unit, today=TODAY) for unit in ("X0", "N")}
    assert of(found["X0"], score, "X0").value == 5
    assert of(found["N"], score, "N").value is None


def test_what_remains_is_shared_by_the_units_of_today() -> None:
    reader = RestatedReader(merged(), PLAN, Period(2024), TODAY, None, TODAY)
    assert reader.this_year.expected(COUNT, "N").holders == {"N"}
    assert reader.this_year.expected(COUNT, None).holders == {"N"}


def test_the_plan_of_an_office_that_ended_keeps_what_was_reported_to_it() -> None:
    db = merged(count("X0", 1, 5), count("X1", 1, 7), count("X2", 1, 11), count("N", 3, 20))
    save_plan(db, replace(PLAN, code="KH1", unit="H1"), AUTHOR)
    save_indicators(db, [replace(COUNT, plan="KH1")], AUTHOR)
    district = replace(PLAN, code="KH1", unit="H1")
    for today in (None, TODAY):
        assert of(progress(db, district, H1, TODAY, today=today), COUNT).value == 12
    lines = progress_by_unit(db, district, H1, TODAY, today=TODAY)
    assert [(each.unit, each.value) for each in lines] == [("N", 12)]
    whole = progress_by_unit(db, PLAN, H1, TODAY, today=TODAY)
    assert {each.unit: each.value for each in whole if each.indicator.code == "C"} == {"N": 12, "X2": 11}


def test_a_stock_stands_once_until_the_successor_reports() -> None:
    stock = [Actual("S", unit, quarter(2024, 2), Decimal(3), Decimal(10)) for unit in ("X0", "X1")]
    nine_months = Period(2024, Span.M9)
    found = of(progress(merged(*stock), PLAN, nine_months, TODAY, "N", today=TODAY), STOCK, "N")
    assert (found.numerator, found.denominator, found.from_quarter, found.reported_units) == (
        6,
        20,
        quarter(2024, 2),
        0,
    )
    later = Actual("S", "N", quarter(2024, 3), Decimal(7), Decimal(19))
    found = of(progress(merged(*stock, later), PLAN, nine_months, TODAY, "N", today=TODAY), STOCK, "N")
    assert (found.numerator, found.denominator, found.from_quarter, found.reported_units) == (
        7,
        19,
        quarter(2024, 3),
        1,
    )


def test_the_year_before_is_on_todays_units_too() -> None:
    db = merged(count("X0", 1, 5), count("X1", 1, 7), Actual("C", "X0", quarter(2023, 1), value=Decimal(4)))
    reader = RestatedReader(db, PLAN, quarter(2024, 1), TODAY, None, TODAY)
    assert reader.reported_before("N", [COUNT])["C"].pooled.value == 4
    assert reader.this_year.flows_in(reader.pool, quarter(2024, 1), "N", [COUNT])["C"].pooled.value == 12


def test_a_reader_that_is_kept_sees_what_was_written_since_also_through_another_connection(tmp_path: Path) -> None:
    copy_database(merged(count("X0", 1, 5)), tmp_path / "a.cchc")
    db, other = open_database(tmp_path / "a.cchc"), open_database(tmp_path / "a.cchc")
    reader = ProgressReader(db, PLAN, H1, TODAY, today=TODAY)
    assert of(reader.of("N"), COUNT, "N").value == 5
    record(db, [count("X1", 1, 7)], AUTHOR)
    assert of(reader.of("N"), COUNT, "N").value == 12
    record(other, [count("X1", 2, 1)], AUTHOR)
    assert of(reader.of("N"), COUNT, "N").value == 13
    assert of(reader.through(other).of("N"), COUNT, "N").value == 13
    assert of(reader.at(Period(2024)).of("N"), COUNT, "N").value == 13
    assert of(reader.on_units_of(date(2024, 6, 30)).of("X0"), COUNT, "X0").value == 5
    assert of(reader.of("N"), COUNT, "N").value == 13
    db.close()
    other.close()


def test_what_happened_in_the_year_is_told_with_its_place_between_the_quarters() -> None:
    db = merged(count("X0", 1, 5))
    reader = ProgressReader(db, PLAN, H1, TODAY, today=TODAY)
    assert [(place, each.kind) for place, each in reader.happened(None)] == [
        (2.5, EventKind.MERGE),
        (2.5, EventKind.DISSOLVE),
        (2.5, EventKind.DISSOLVE),
    ]
    assert [each.kind for _, each in reader.happened("N")] == [EventKind.MERGE]
    before = ProgressReader(db, PLAN, H1, TODAY, today=date(2024, 6, 1))
    assert before.happened(None) == []
    assert ProgressReader(db, PLAN, H1, TODAY).happened(None) == []
    assert reader.at(Period(2023)).happened(None) == []
