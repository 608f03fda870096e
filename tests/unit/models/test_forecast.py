"""What the year will end with, what that is made of, and how far off such forecasts were."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.forecast import Forecast, Past, forecast
from models.measure import Accumulation, Kind
from models.plan import Indicator
from models.rest_of_year import Amounts, Basis

RATIO = Indicator("KH", "R", "", "", Kind.RATIO)
COUNT = Indicator("KH", "C", "", "", Kind.COUNT)


def ratios(*parts: tuple[int, int]) -> dict[int, Amounts]:
    return {number: Amounts(Fraction(part), Fraction(whole)) for number, (part, whole) in enumerate(parts, start=1)}


def counts(*values: int) -> dict[int, Amounts]:
    return {number: Amounts(value=Fraction(value)) for number, value in enumerate(values, start=1)}


def made(indicator: Indicator, years: Mapping[int, Mapping[int, Amounts]]) -> Forecast:
    found = forecast(indicator, years, 2023)
    assert found is not None
    return found


def test_a_count_is_what_was_reached_and_last_years_same_quarters() -> None:
    found = made(COUNT, {2022: counts(1, 2, 30, 40), 2023: counts(10, 20)})
    assert (found.value, found.basis, found.points) == (100, Basis.LAST_YEAR, 2)
    assert (found.reached.value, found.rest.value) == (30, 70)
    assert (found.low, found.high, found.past) == (None, None, ())


def test_a_rate_moves_with_how_much_better_this_year_is() -> None:
    before = ratios((50, 100), (50, 100), (30, 100), (30, 100))
    found = made(RATIO, {2022: before, 2023: ratios((70, 100), (70, 100))})
    assert found.rest == Amounts(Fraction(100), Fraction(200))  # 30 % of last year and 20 points more
    assert found.value == 60
    capped = made(RATIO, {2022: ratios((0, 100), (0, 100), (90, 100), (90, 100)), 2023: ratios((70, 100), (70, 100))})
    assert capped.rest == Amounts(Fraction(200), Fraction(200))


def test_without_last_years_same_quarters_so_far_its_rest_stands_as_it_was() -> None:
    later = {number: each for number, each in ratios((1, 1), (1, 1), (30, 100), (30, 100)).items() if number > 2}
    found = made(RATIO, {2022: later, 2023: ratios((70, 100), (70, 100))})
    assert (found.rest, found.basis) == (Amounts(Fraction(60), Fraction(200)), Basis.LAST_YEAR)


def test_without_last_year_the_rest_is_this_years_mean() -> None:
    found = made(COUNT, {2023: counts(10, 20)})
    assert (found.value, found.basis) == (60, Basis.THIS_YEAR)
    assert made(RATIO, {2023: ratios((10, 50), (30, 50))}).value == 40


def test_what_few_have_reported_counts_as_reached_but_is_no_point() -> None:
    begun = {3: Amounts(value=Fraction(5))}
    found = forecast(COUNT, {2022: counts(1, 2, 30, 40), 2023: counts(10, 20)}, 2023, begun)
    assert found is not None
    assert (found.value, found.points, found.reached.value, found.rest.value) == (100, 2, 35, 65)


def test_there_is_none_under_two_points_nor_at_the_years_end() -> None:
    assert forecast(COUNT, {2022: counts(1, 2, 3, 4), 2023: counts(10)}, 2023) is None
    assert forecast(COUNT, {2023: counts(1, 2, 3, 4)}, 2023) is None
    assert forecast(COUNT, {}, 2023) is None
    assert forecast(RATIO, {2023: ratios((0, 0), (0, 0))}, 2023) is None
    for way in (Accumulation.STOCK, Accumulation.OPENING):
        assert forecast(replace(COUNT, accumulation=way), {2023: counts(1, 2)}, 2023) is None


def test_the_range_is_as_wide_as_past_forecasts_were_off() -> None:
    years = {
        2020: counts(10, 10, 10, 10),
        2021: counts(10, 10, 10, 20),  # forecast 40, came 50
        2022: counts(10, 10, 10, 10),  # forecast 50, came 40
        2023: counts(10, 10),
    }
    found = made(COUNT, years)
    assert found.past == (Past(2021, Fraction(40), Fraction(50)), Past(2022, Fraction(50), Fraction(40)))
    assert (found.value, found.low, found.high) == (40, 32, 50)


def test_one_past_year_makes_no_range_and_one_with_a_hole_does_not_count() -> None:
    years = {2021: counts(1, 1, 1, 1), 2022: counts(1, 1, 1, 1), 2023: counts(1, 1)}
    assert made(COUNT, years).low is None
    holed = {2020: counts(1, 1, 1, 1), **years, 2021: counts(1, 1, 1)}
    assert made(COUNT, holed).low is None


def test_forecasts_made_from_something_else_do_not_count() -> None:
    years = {number: counts(5, 5, 5, 5) for number in (2019, 2020, 2022)} | {2023: counts(5, 5)}
    assert made(COUNT, years).past == ()  # 2020 only has a year before it
    assert made(COUNT, {2018: counts(5, 5, 5, 5), **years}).low == 20


def test_past_years_with_nothing_forecast_tell_nothing() -> None:
    nothing = dict.fromkeys(range(2019, 2023), counts(0, 0, 0, 0))
    found = made(COUNT, nothing | {2023: counts(3, 3)})
    assert (found.value, found.low, found.past) == (6, None, ())
    no_case = dict.fromkeys(range(2018, 2022), ratios((0, 0), (0, 0), (0, 0), (0, 0)))
    assert (
        made(RATIO, no_case | {2022: ratios((1, 2), (1, 2), (1, 2), (1, 2)), 2023: ratios((1, 2), (1, 2))}).past == ()
    )


quarters = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=4, max_size=4).map(
    lambda given: ratios(*((part, part + others) for part, others in given))
)


@given(st.lists(quarters, min_size=1, max_size=5), st.integers(2, 3))
def test_a_rate_stays_between_what_the_rest_can_bring_at_worst_and_at_best(
    before: list[dict[int, Amounts]], points: int
) -> None:
    *past, this_year = before
    years = {2023 - len(past) + place: each for place, each in enumerate(past)}
    known = {number: each for number, each in this_year.items() if number <= points}
    found = forecast(RATIO, {**years, 2023: known}, 2023)
    if found is None:
        return
    whole = found.reached.denominator + found.rest.denominator
    worst = found.reached.numerator * 100 / whole
    best = (found.reached.numerator + found.rest.denominator) * 100 / whole
    assert worst <= (found.value if found.low is None else found.low) <= found.value
    assert found.value <= (found.value if found.high is None else found.high) <= best


@given(st.lists(st.integers(0, 900), min_size=4, max_size=4), st.integers(2, 3), st.integers(3, 6))
def test_years_that_go_like_one_another_are_forecast_exactly(values: list[int], points: int, years: int) -> None:
    same = {2023 - back: counts(*values) for back in range(1, years)}
    found = made(COUNT, {**same, 2023: counts(*values[:points])})
    assert found.value == sum(values)
    assert years < 4 or not sum(values) or (found.low, found.high) == (sum(values), sum(values))
