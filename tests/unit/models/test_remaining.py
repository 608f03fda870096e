"""What remains of a yearly target, and whether it can still be reached."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind, Operator, Threshold, holds
from models.plan import Indicator
from models.progress import Pooled
from models.remaining import Amounts, Remaining, Time, remaining, still_expected

RATIO = Indicator("KH", "R", "", "", Kind.RATIO)
COUNT = Indicator("KH", "C", "", "", Kind.COUNT)
HALF_A_YEAR = Time(quarters_left=2, working_days=128, units=12)
YEAR_IS_OVER = Time(quarters_left=0, working_days=0, units=0)


def a_ratio(part: object, whole: object) -> Pooled:
    return Pooled(Decimal(str(part)), Decimal(str(whole)), reported=1)


def a_count(value: object) -> Pooled:
    return Pooled(value=Decimal(str(value)), reported=1)


def against(operator: Operator, value: object, value_to: object = None) -> Threshold:
    return Threshold(operator, Fraction(str(value)), None if value_to is None else Fraction(str(value_to)))


def asked(
    indicator: Indicator, threshold: Threshold, reached: Pooled, rest: Amounts, time: Time = HALF_A_YEAR
) -> Remaining:
    found = remaining(indicator, threshold, reached, rest, time)
    assert found is not None
    return found


def test_a_ratio_needs_more_of_the_cases_still_to_come() -> None:
    rest = Amounts(Fraction(300), Fraction(500))
    found = asked(RATIO, against(Operator.AT_LEAST, 65), a_ratio(250, 500), rest)
    assert (found.needed, found.expected, found.can_be_reached) == (400, 500, True)
    assert found.forecast == 55
    assert (found.per_working_day, found.per_unit) == (Fraction(400, 128), Fraction(400, 12))
    assert found.room is None


def test_a_ratio_cannot_be_reached_when_all_that_comes_is_too_few() -> None:
    found = asked(RATIO, against(Operator.AT_LEAST, 90), a_ratio(100, 500), Amounts(Fraction(0), Fraction(500)))
    assert (found.needed, found.can_be_reached) == (800, False)


def test_one_case_missed_of_all_cannot_be_made_good() -> None:
    found = asked(RATIO, against(Operator.EQUAL, 100), a_ratio(499, 500), Amounts(Fraction(500), Fraction(500)))
    assert (found.needed, found.expected, found.can_be_reached) == (501, 500, False)
    good = asked(RATIO, against(Operator.EQUAL, 100), a_ratio(500, 500), Amounts(Fraction(500), Fraction(500)))
    assert (good.needed, good.room, good.can_be_reached) == (500, 500, True)


@pytest.mark.parametrize(
    "threshold, needed, room, can_be_reached",
    [
        (against(Operator.AT_LEAST, 100), 40, None, True),
        (against(Operator.AT_LEAST, "99.5"), 40, None, True),
        (against(Operator.MORE_THAN, 100), 41, None, True),
        (against(Operator.AT_LEAST, 50), 0, None, True),
        (against(Operator.AT_MOST, 70), 0, 10, True),
        (against(Operator.AT_MOST, 50), 0, -10, False),
        (against(Operator.LESS_THAN, 70), 0, 9, True),
        (against(Operator.EQUAL, 100), 40, 40, True),
        (against(Operator.EQUAL, "99.5"), 40, 39, False),  # no whole number is 99,5
        (against(Operator.RANGE, 80, 90), 20, 30, True),
        (against(Operator.RANGE, 90, 80), 20, 30, True),
    ],
)
def test_a_count_needs_what_is_missing_and_has_room_up_to_its_bound(
    threshold: Threshold, needed: int, room: int | None, can_be_reached: bool
) -> None:
    found = asked(COUNT, threshold, a_count(60), Amounts(value=Fraction(50)))
    assert (found.needed, found.room, found.can_be_reached) == (needed, room, can_be_reached)
    assert (found.forecast, found.expected) == (110, 50)


def test_amounts_that_are_not_whole_are_counted_in_ten_thousandths() -> None:
    found = asked(COUNT, against(Operator.MORE_THAN, 100), a_count("60.5"), Amounts())
    assert found.needed == Fraction("39.5001")


def test_when_the_year_is_over_nothing_can_be_added() -> None:
    missed = asked(COUNT, against(Operator.AT_LEAST, 100), a_count(60), Amounts(), YEAR_IS_OVER)
    assert (missed.can_be_reached, missed.per_working_day, missed.per_unit) == (False, None, None)
    assert asked(COUNT, against(Operator.AT_LEAST, 60), a_count(60), Amounts(), YEAR_IS_OVER).can_be_reached
    assert not asked(RATIO, against(Operator.AT_LEAST, 65), a_ratio(64, 100), Amounts(), YEAR_IS_OVER).can_be_reached


def test_nothing_remains_of_what_does_not_add_up() -> None:
    stock = Indicator("KH", "S", "", "", Kind.RATIO, accumulation=Accumulation.STOCK)
    rank = Indicator("KH", "K", "", "", Kind.RANK)
    opening = Indicator("KH", "O", "", "", Kind.COUNT, accumulation=Accumulation.OPENING)
    target = against(Operator.AT_LEAST, 65)
    for indicator, reached in ((stock, a_ratio(1, 2)), (rank, a_count(1)), (opening, a_count(1)), (RATIO, Pooled())):
        assert remaining(indicator, target, reached, Amounts(), HALF_A_YEAR) is None


def test_a_ratio_without_any_case_has_no_forecast() -> None:
    found = asked(RATIO, against(Operator.AT_LEAST, 65), a_ratio(0, 0), Amounts())
    assert (found.forecast, found.needed, found.can_be_reached) == (None, 0, True)


def test_the_rest_goes_like_last_years_same_quarters() -> None:
    last_year = Pooled(Decimal(300), Decimal(500), reported=2)
    assert still_expected(a_ratio(1, 2), 2, 2, last_year) == Amounts(Fraction(300), Fraction(500))


def test_without_last_year_the_rest_goes_like_this_years_mean() -> None:
    for nothing in (None, Pooled()):
        assert still_expected(a_ratio(100, 300), 3, 1, nothing) == Amounts(Fraction(100, 3), Fraction(100))
        assert still_expected(a_count(90), 1, 3, nothing) == Amounts(value=Fraction(270))


def test_nothing_is_expected_after_the_year() -> None:
    assert still_expected(a_count(90), 4, 0, a_count(1)) == Amounts()


wholes = st.integers(0, 500)
operators = st.sampled_from([each for each in Operator if not each.is_change and each is not Operator.RANGE])


@given(operators, st.integers(0, 100), wholes, wholes, wholes)
def test_a_ratio_can_be_reached_exactly_when_some_outcome_of_the_rest_meets_it(
    operator: Operator, percent: int, part: int, others: int, rest: int
) -> None:
    whole, threshold = part + others, against(operator, percent)
    found = asked(RATIO, threshold, a_ratio(part, whole), Amounts(Fraction(0), Fraction(rest)))
    if whole + rest:
        outcomes = [
            holds(Kind.RATIO, Fraction(100 * (part + more), whole + rest), threshold) for more in range(rest + 1)
        ]
        assert found.can_be_reached == any(outcomes)
        if any(outcomes):
            assert found.needed == outcomes.index(True)
