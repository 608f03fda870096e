"""What remains of a yearly target, and whether it can still be reached."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind, Operator, Threshold, holds
from models.plan import Indicator
from models.progress import Coverage, Pooled
from models.remaining import NOTHING_TO_COME, Remaining, Time, remaining
from models.rest_of_year import Amounts, Basis, Rest, is_known, still_expected

RATIO = Indicator("KH", "R", "", "", Kind.RATIO)
COUNT = Indicator("KH", "C", "", "", Kind.COUNT)
STOCK_RATIO = replace(RATIO, accumulation=Accumulation.STOCK)
STOCK_COUNT = replace(COUNT, accumulation=Accumulation.STOCK)
RANK = Indicator("KH", "K", "", "", Kind.RANK, scale=Decimal(63))
GRADE = Indicator("KH", "G", "", "", Kind.GRADE)
SCORE = Indicator("KH", "S", "", "", Kind.SCORE, scale=Decimal(100))
YES_NO = Indicator("KH", "Y", "", "", Kind.YES_NO)
HALF_A_YEAR = Time(working_days=128, units=12)
YEAR_IS_OVER = Time(working_days=0, units=0, is_over=True)


def a_ratio(part: object, whole: object) -> Pooled:
    return Pooled(Decimal(str(part)), Decimal(str(whole)), reported=1)


def a_value(value: object) -> Pooled:
    return Pooled(value=Decimal(str(value)), reported=1)


def against(operator: Operator, value: object, value_to: object = None) -> Threshold:
    return Threshold(operator, Fraction(str(value)), None if value_to is None else Fraction(str(value_to)))


def two_quarters(part: int, whole: int, value: int = 0) -> Rest:
    return Rest((3, 4), Basis.LAST_YEAR, Amounts(Fraction(part), Fraction(whole), Fraction(value)))


def asked(
    indicator: Indicator,
    threshold: Threshold,
    reached: Pooled,
    rest: Rest = NOTHING_TO_COME,
    time: Time = HALF_A_YEAR,
) -> Remaining:
    found = remaining(indicator, threshold, reached, time, rest)
    assert found is not None
    return found


def test_a_ratio_needs_more_of_the_cases_still_to_come() -> None:
    found = asked(RATIO, against(Operator.AT_LEAST, 65), a_ratio(250, 500), two_quarters(300, 500))
    assert (found.needed, found.expected, found.can_be_reached) == (400, 500, True)
    assert (found.per_working_day, found.per_unit) == (Fraction(400, 128), Fraction(400, 12))
    assert (found.room, found.basis, found.wanted) == (None, Basis.LAST_YEAR, None)


def test_a_ratio_cannot_be_reached_when_all_that_comes_is_too_few() -> None:
    found = asked(RATIO, against(Operator.AT_LEAST, 90), a_ratio(100, 500), two_quarters(0, 500))
    assert (found.needed, found.can_be_reached) == (800, False)


def test_a_ratio_is_not_out_of_reach_while_nothing_is_known_of_what_comes() -> None:
    target, unknown = against(Operator.AT_LEAST, 90), Rest((1, 2, 3, 4), Basis.NOTHING)
    assert asked(RATIO, target, a_ratio(1, 9), unknown).can_be_reached
    assert not asked(RATIO, target, a_ratio(1, 9)).can_be_reached


def test_only_a_ratio_with_quarters_to_come_rests_on_the_pace() -> None:
    target = against(Operator.AT_LEAST, 90)
    assert asked(RATIO, target, a_ratio(100, 500), two_quarters(0, 500)).at_pace
    assert not asked(RATIO, target, a_ratio(100, 500)).at_pace
    assert not asked(COUNT, against(Operator.AT_MOST, 5), a_value(9), two_quarters(0, 0, 9)).at_pace


NINE_IN_TEN = Rest(late=Amounts(Fraction(5), Fraction(50), Fraction(50)))


@pytest.mark.parametrize(
    "reached, can_be_reached, at_pace",
    [((300, 500), True, True), ((200, 500), False, True), ((325, 500), True, True)],
)
def test_who_has_not_reported_of_the_last_quarter_may_still_bring_a_ratio_there(
    reached: tuple[int, int], can_be_reached: bool, at_pace: bool
) -> None:
    """Fifty cases may come: 350 of 550 come up to 60 percent and more, 250 of 550 do not."""
    found = asked(RATIO, against(Operator.AT_LEAST, 62), a_ratio(*reached), NINE_IN_TEN)
    assert (found.can_be_reached, found.at_pace) == (can_be_reached, at_pace)
    assert found.expected == 0


def test_a_count_is_not_lost_while_somebody_has_still_to_report() -> None:
    target = against(Operator.AT_LEAST, 100)
    assert asked(COUNT, target, a_value(99), NINE_IN_TEN).can_be_reached
    assert not asked(COUNT, target, a_value(99)).can_be_reached
    assert not asked(COUNT, against(Operator.AT_MOST, 5), a_value(9), NINE_IN_TEN).can_be_reached


def test_what_no_number_of_cases_could_bring_about_is_certain() -> None:
    lost = [
        (against(Operator.EQUAL, 100), a_ratio(499, 500)),
        (against(Operator.AT_LEAST, 100), a_ratio(499, 500)),
        (against(Operator.MORE_THAN, 100), a_ratio(500, 500)),
        (against(Operator.RANGE, 100, 110), a_ratio(499, 500)),
        (against(Operator.AT_MOST, 0), a_ratio(1, 500)),
        (against(Operator.LESS_THAN, 0), a_ratio(0, 500)),
    ]
    for rest in (two_quarters(500, 500), Rest((1, 2, 3, 4), Basis.NOTHING), NINE_IN_TEN):
        for threshold, reached in lost:
            found = asked(RATIO, threshold, reached, rest)
            assert (found.can_be_reached, found.at_pace) == (False, False), threshold
        for threshold, reached in (
            (against(Operator.AT_LEAST, "99.9"), a_ratio(1, 500)),
            (against(Operator.AT_MOST, "0.1"), a_ratio(499, 500)),
            (against(Operator.EQUAL, 50), a_ratio(1, 500)),
        ):
            assert asked(RATIO, threshold, reached, rest).at_pace, threshold


def test_one_case_missed_of_all_cannot_be_made_good() -> None:
    found = asked(RATIO, against(Operator.EQUAL, 100), a_ratio(499, 500), two_quarters(500, 500))
    assert (found.needed, found.expected, found.can_be_reached) == (501, 500, False)
    good = asked(RATIO, against(Operator.EQUAL, 100), a_ratio(500, 500), two_quarters(500, 500))
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
    found = asked(COUNT, threshold, a_value(60), two_quarters(0, 0, 50))
    assert (found.needed, found.room, found.can_be_reached, found.expected) == (needed, room, can_be_reached, 50)


def test_amounts_that_are_not_whole_are_counted_in_ten_thousandths() -> None:
    found = asked(COUNT, against(Operator.MORE_THAN, 100), a_value("60.5"))
    assert found.needed == Fraction("39.5001")


def test_when_all_quarters_are_there_nothing_can_be_added() -> None:
    missed = asked(COUNT, against(Operator.AT_LEAST, 100), a_value(60), time=YEAR_IS_OVER)
    assert (missed.can_be_reached, missed.per_working_day, missed.per_unit) == (False, None, None)
    assert missed.basis is Basis.YEAR_OVER
    assert asked(COUNT, against(Operator.AT_LEAST, 60), a_value(60)).can_be_reached
    assert not asked(RATIO, against(Operator.AT_LEAST, 65), a_ratio(64, 100)).can_be_reached


def test_what_was_never_reported_needs_the_whole_target() -> None:
    found = asked(COUNT, against(Operator.AT_LEAST, 100), Pooled(), Rest((1, 2, 3, 4), Basis.NOTHING))
    assert (found.needed, found.expected, found.basis, found.can_be_reached) == (100, 0, Basis.NOTHING, True)
    of_last_year = asked(RATIO, against(Operator.AT_LEAST, 65), Pooled(), two_quarters(10, 100))
    assert (of_last_year.needed, of_last_year.can_be_reached) == (65, True)


def test_what_stands_can_still_rise_up_to_all_there_is() -> None:
    found = asked(STOCK_RATIO, against(Operator.AT_LEAST, 60), a_ratio(40, 80))
    assert (found.needed, found.expected, found.basis) == (8, 40, Basis.AS_IT_STANDS)
    assert (found.can_be_reached, found.per_unit) == (True, Fraction(8, 12))
    assert not asked(STOCK_RATIO, against(Operator.MORE_THAN, 100), a_ratio(40, 80)).can_be_reached
    over = asked(STOCK_RATIO, against(Operator.AT_LEAST, 60), a_ratio(40, 80), time=YEAR_IS_OVER)
    assert (over.needed, over.can_be_reached) == (8, False)


def test_what_stands_can_still_fall() -> None:
    found = asked(STOCK_COUNT, against(Operator.AT_MOST, 5), a_value(8))
    assert (found.needed, found.room, found.can_be_reached) == (0, -3, True)
    assert found.per_working_day == Fraction(3, 128)
    assert not asked(STOCK_COUNT, against(Operator.LESS_THAN, 0), a_value(8)).can_be_reached
    assert not asked(STOCK_COUNT, against(Operator.AT_MOST, 5), a_value(8), time=YEAR_IS_OVER).can_be_reached
    assert asked(STOCK_COUNT, against(Operator.AT_LEAST, 500), a_value(8)).can_be_reached
    assert asked(STOCK_RATIO, against(Operator.AT_MOST, 5), a_ratio(10, 100)).room == -5


@pytest.mark.parametrize(
    "indicator, threshold, stands, needed, wanted",
    [
        (RANK, against(Operator.AT_LEAST, 20), 23, 3, 20),
        (RANK, against(Operator.MORE_THAN, 20), 20, 1, 19),
        (RANK, against(Operator.AT_LEAST, 20), 7, 0, 7),
        (GRADE, against(Operator.AT_LEAST, 2), 4, 2, 2),
        (GRADE, against(Operator.EQUAL, 2), 1, 0, 2),
        (GRADE, against(Operator.RANGE, 2, 3), 4, 1, 3),
        (SCORE, against(Operator.AT_LEAST, "85.5"), "80.25", "5.25", "85.5"),
        (SCORE, against(Operator.MORE_THAN, 80), 80, "0.0001", "80.0001"),
        (YES_NO, against(Operator.EQUAL, 1), 0, 1, 1),
        (YES_NO, against(Operator.EQUAL, 1), 1, 0, 1),
    ],
)
def test_ranks_grades_scores_and_yes_or_no_say_what_is_missing(
    indicator: Indicator, threshold: Threshold, stands: object, needed: object, wanted: object
) -> None:
    found = asked(indicator, threshold, a_value(stands))
    assert (found.needed, found.wanted) == (Fraction(str(needed)), Fraction(str(wanted)))
    assert (found.can_be_reached, found.per_unit, found.basis) == (True, None, Basis.AS_IT_STANDS)
    is_met = holds(indicator.kind, Fraction(str(stands)), threshold)
    assert asked(indicator, threshold, a_value(stands), time=YEAR_IS_OVER).can_be_reached == is_met


@pytest.mark.parametrize(
    "indicator, threshold",
    [
        (RANK, against(Operator.MORE_THAN, 1)),  # better than the first
        (RANK, against(Operator.AT_MOST, 64)),
        (GRADE, against(Operator.MORE_THAN, 1)),
        (SCORE, against(Operator.MORE_THAN, 100)),
        (YES_NO, against(Operator.AT_LEAST, 2)),
    ],
)
def test_what_no_scale_has_cannot_be_reached(indicator: Indicator, threshold: Threshold) -> None:
    assert not asked(indicator, threshold, a_value(1)).can_be_reached


def test_without_a_known_scale_a_rank_or_score_is_not_ruled_out() -> None:
    assert asked(replace(RANK, scale=None), against(Operator.AT_MOST, 64), a_value(1)).can_be_reached
    assert asked(replace(SCORE, scale=None), against(Operator.AT_LEAST, 200), a_value(1)).can_be_reached


def test_nothing_is_said_where_nothing_can_be_known() -> None:
    target = against(Operator.AT_LEAST, 65)
    opening = replace(COUNT, accumulation=Accumulation.OPENING)
    wrong = Pooled(Decimal(3), Decimal(2), reported=1, doubtful=1)
    unknown = Pooled(reported=1, grade="không có trong thang")
    for indicator, reached in (
        (opening, a_value(1)),
        (RATIO, wrong),
        (STOCK_RATIO, Pooled()),
        (RANK, Pooled()),
        (GRADE, replace(unknown, accepted=1)),
        (GRADE, replace(unknown, doubtful=1)),
    ):
        assert remaining(indicator, target, reached, HALF_A_YEAR) is None
    assert remaining(RATIO, target, Pooled(), HALF_A_YEAR, Rest((1, 2, 3, 4), Basis.NOTHING)) is None


def test_of_a_ratio_without_any_case_nothing_remains() -> None:
    for indicator in (RATIO, STOCK_RATIO):
        assert remaining(indicator, against(Operator.MORE_THAN, 0), a_ratio(0, 0), HALF_A_YEAR) is None


A_QUARTER = Amounts(Fraction(60), Fraction(100), Fraction(90))


def test_the_rest_goes_like_last_years_same_quarters() -> None:
    last_year = {number: A_QUARTER.times(Fraction(number)) for number in (2, 3, 4)}
    found = still_expected({1: A_QUARTER, 2: A_QUARTER}, last_year)
    assert (found.quarters, found.basis, found.amounts) == ((3, 4), Basis.LAST_YEAR, A_QUARTER.times(Fraction(7)))


def test_with_a_hole_in_last_year_the_rest_goes_like_this_years_mean() -> None:
    this_year = {1: A_QUARTER, 3: A_QUARTER.times(Fraction(2))}
    found = still_expected(this_year, {2: A_QUARTER})
    assert (found.quarters, found.basis) == ((2, 4), Basis.THIS_YEAR)
    assert found.amounts == A_QUARTER.times(Fraction(3))


def test_what_few_have_reported_of_a_quarter_is_taken_off_what_is_expected_of_it() -> None:
    begun = {2: Amounts(Fraction(70), Fraction(80), Fraction(20))}
    found = still_expected({1: A_QUARTER}, dict.fromkeys(range(1, 5), A_QUARTER), begun)
    assert found.amounts == A_QUARTER.times(Fraction(2)) + Amounts(Fraction(0), Fraction(20), Fraction(70))
    more = still_expected({1: A_QUARTER}, dict.fromkeys(range(1, 5), A_QUARTER), {2: A_QUARTER.times(Fraction(9))})
    assert more.amounts == A_QUARTER.times(Fraction(2))


def test_nothing_is_expected_of_a_year_that_is_all_there_or_all_unknown() -> None:
    assert still_expected(dict.fromkeys(range(1, 5), A_QUARTER), {}) == Rest((), Basis.YEAR_OVER, Amounts())
    assert still_expected({}, {4: A_QUARTER}) == Rest((1, 2, 3, 4), Basis.NOTHING, Amounts())


@pytest.mark.parametrize("reported, expected, known", [(9, 10, True), (8, 10, False), (1, 1, True), (0, 0, False)])
def test_a_quarter_is_known_when_nine_in_ten_have_reported(reported: int, expected: int, known: bool) -> None:
    assert is_known(Coverage(reported, expected)) == known


wholes = st.integers(0, 500)
operators = st.sampled_from([each for each in Operator if not each.is_change and each is not Operator.RANGE])


@given(operators, st.integers(0, 100), wholes, wholes, wholes)
def test_a_ratio_can_be_reached_exactly_when_some_outcome_of_the_rest_meets_it(
    operator: Operator, percent: int, part: int, others: int, rest: int
) -> None:
    whole, threshold = part + others, against(operator, percent)
    if whole + rest:
        found = asked(RATIO, threshold, a_ratio(part, whole), two_quarters(0, rest))
        outcomes = [
            holds(Kind.RATIO, Fraction(100 * (part + more), whole + rest), threshold) for more in range(rest + 1)
        ]
        assert found.can_be_reached == any(outcomes)
        if any(outcomes):
            assert found.needed == outcomes.index(True)


@given(operators, st.integers(1, 70), st.integers(1, 63))
def test_the_wanted_rank_is_the_nearest_that_meets_the_target(operator: Operator, target: int, stands: int) -> None:
    threshold = against(operator, target)
    found = asked(RANK, threshold, a_value(stands))
    good = [rank for rank in range(1, 64) if holds(Kind.RANK, Fraction(rank), threshold)]
    assert found.can_be_reached == bool(good)
    if good:
        assert found.wanted == min(good, key=lambda rank: abs(rank - stands))
        assert found.needed == max(0, stands - (found.wanted or 0))
