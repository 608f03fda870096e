"""From what was reported to what it means: exact, in any order, and never zero for what is missing."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind, Operator, Target, Threshold, holds
from models.period import Period, quarter
from models.plan import Indicator
from models.progress import (
    WORST_FIRST,
    Coverage,
    Figure,
    Part,
    Pooled,
    Question,
    State,
    cannot_be_right,
    exact_value,
    figure,
    gap_decimals,
    is_to_check,
    judge,
    pool,
    resolve,
    shown_decimals,
    urgency,
    worst_first,
)

YEAR = Period(2023)
Q1, Q2, Q3, Q4 = YEAR.quarters
RATIO = Indicator("KH", "R", "", "Tỷ lệ", Kind.RATIO)
COUNT = Indicator("KH", "C", "", "Số lượng", Kind.COUNT)
RANK = Indicator("KH", "K", "", "Thứ hạng", Kind.RANK, scale=Decimal(63))

counts = st.integers(0, 10**12).map(Decimal)
quarters = st.sampled_from(YEAR.quarters)
ratio_parts = st.lists(st.builds(Part, quarters, numerator=counts, denominator=counts), max_size=12)
count_parts = st.lists(st.builds(Part, quarters, value=counts), max_size=12)


def asked(
    indicator: Indicator,
    target: Target | None = None,
    *,
    last_year: Fraction | None = None,
    grades: tuple[str, ...] = ("Tốt", "Khá", "Yếu"),
) -> Question:
    due = date(2023, 12, 20)
    return Question("KH", indicator, None, YEAR, target, due, due, Decimal(5), last_year=last_year, grades=grades)


def at_least(value: object) -> Target:
    return Target(Operator.AT_LEAST, Decimal(str(value)))


def of(indicator: Indicator, target: Target | None, *parts: Part, coverage: Coverage | None = None) -> Figure:
    return figure(asked(indicator, target), pool(indicator, parts), coverage or Coverage(1, 1))


def in_two(parts: Sequence[Part], where: int) -> tuple[Part, ...]:
    """Pool some parts, then the others, and return the two sums as parts."""
    sums = (pool(RATIO, parts[:where]), pool(RATIO, parts[where:]))
    return tuple(Part(Q4, each.numerator, each.denominator, reported=each.reported) for each in sums)


@given(ratio_parts, st.integers(0, 12))
def test_a_ratio_pooled_over_any_split_is_the_ratio_of_the_whole(parts: list[Part], where: int) -> None:
    whole = exact_value(RATIO, pool(RATIO, parts))
    assert exact_value(RATIO, pool(RATIO, in_two(parts, where))) == whole
    if total := sum(each.denominator or 0 for each in parts):
        assert whole == Fraction(sum(each.numerator or 0 for each in parts)) * 100 / Fraction(total)


@given(ratio_parts, st.randoms(use_true_random=False))
def test_the_order_of_parts_never_matters(parts: list[Part], random: Random) -> None:
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert pool(RATIO, shuffled) == pool(RATIO, parts)


@given(
    st.lists(st.builds(Part, quarters, value=counts), max_size=4, unique_by=lambda each: each.quarter),
    st.randoms(use_true_random=False),
)
def test_the_latest_is_the_latest_in_any_order(parts: list[Part], random: Random) -> None:
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert pool(RANK, shuffled) == pool(RANK, parts)
    assert pool(RANK, shuffled).value == max(parts, key=lambda each: each.quarter, default=Part(Q1)).value


@given(count_parts, st.lists(st.builds(Part, quarters, reported=st.just(0)), min_size=1, max_size=4))
def test_what_is_not_reported_never_counts_as_zero(parts: list[Part], silent: list[Part]) -> None:
    assert pool(COUNT, [*parts, *silent]) == pool(COUNT, parts)
    found = pool(COUNT, silent)
    assert (found.value, found.reported) == (None, 0)
    assert of(COUNT, Target(Operator.AT_MOST, Decimal(10)), *silent).state is State.NOT_DUE


@given(
    counts,
    counts,
    st.sampled_from([each for each in Operator if not each.is_change and each is not Operator.RANGE]),
    counts,
)
def test_a_target_is_met_exactly_when_its_operator_holds(
    part: Decimal, whole: Decimal, operator: Operator, wanted: Decimal
) -> None:
    found = of(RATIO, Target(operator, wanted), Part(Q1, min(part, whole), whole))
    if whole:
        exact = Fraction(min(part, whole)) * 100 / Fraction(whole)
        assert found.value == exact
        assert (found.state is State.MET) == holds(Kind.RATIO, exact, Threshold(operator, Fraction(wanted)))
    else:
        assert found.state is State.NOT_APPLICABLE


@given(counts, counts)
def test_a_gap_grows_with_the_value(one: Decimal, other: Decimal) -> None:
    low, high = (of(COUNT, at_least(500), Part(Q1, value=each)).gap for each in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert low <= high


def test_sixty_four_point_ninety_nine_percent_does_not_meet_sixty_five() -> None:
    found = of(RATIO, at_least(65), Part(Q1, Decimal(6499), Decimal(10_000)))
    assert found.state is State.NEAR
    assert found.gap == Fraction(-1, 100)


@pytest.mark.parametrize(
    "value, near, state",
    [("61.75", 5, State.NEAR), ("61.7499", 5, State.MISSED), ("64.9999", 0, State.MISSED), ("58.5", 10, State.NEAR)],
)
def test_near_is_a_share_of_the_targets_value(value: str, near: int, state: State) -> None:
    assert judge(Kind.SCORE, Fraction(value), Threshold(Operator.AT_LEAST, Fraction(65)), Decimal(near)) is state


def test_a_target_of_zero_has_no_near() -> None:
    assert judge(Kind.COUNT, Fraction(1), Threshold(Operator.AT_MOST, Fraction(0)), Decimal(100)) is State.MISSED


def test_a_value_given_for_the_year_is_later_than_its_last_quarter() -> None:
    parts = [Part(YEAR, value=Decimal(3)), Part(Q4, value=Decimal(9)), Part(Q2, value=Decimal(1))]
    assert pool(RANK, parts).value == 3
    assert pool(RANK, reversed(parts)).value == 3


def test_a_stock_says_which_quarter_it_is_from_and_a_flow_does_not() -> None:
    stock = Indicator("KH", "S", "", "", Kind.COUNT, accumulation=Accumulation.STOCK)
    parts = [Part(Q3, value=Decimal(5)), Part(Q1, value=Decimal(7))]
    assert of(stock, None, *parts).from_quarter == Q3
    assert of(COUNT, None, *parts).from_quarter is None
    assert of(stock, None, *parts).value == 12


@pytest.mark.parametrize(
    "indicator, pooled, is_wrong",
    [
        (RATIO, Pooled(Decimal(3), Decimal(2)), True),
        (RATIO, Pooled(Decimal(2), Decimal(2)), False),
        (RATIO, Pooled(Decimal(3), None), False),
        (RANK, Pooled(value=Decimal(64)), True),
        (RANK, Pooled(value=Decimal(63)), False),
        (RANK, Pooled(value=Decimal(50), out_of=49), True),
        (Indicator("KH", "K", "", "", Kind.RANK), Pooled(value=Decimal(640)), False),
        (Indicator("KH", "S", "", "", Kind.SCORE, scale=Decimal(100)), Pooled(value=Decimal("100.01")), True),
        (Indicator("KH", "G", "", "", Kind.GRADE), Pooled(grade="Lạ"), True),
        (Indicator("KH", "G", "", "", Kind.GRADE), Pooled(value=Decimal(1), grade="Tốt"), False),
        (COUNT, Pooled(value=Decimal(10**9)), False),
    ],
)
def test_some_figures_cannot_be_right(indicator: Indicator, pooled: Pooled, is_wrong: bool) -> None:
    assert cannot_be_right(indicator, pooled) is is_wrong


def test_a_sum_is_accepted_when_all_its_odd_parts_are() -> None:
    def odd(doubtful: int, accepted: int) -> Pooled:
        return Pooled(Decimal(3), Decimal(2), reported=2, doubtful=doubtful, accepted=accepted)

    assert [is_to_check(RATIO, odd(*each)) for each in ((1, 0), (1, 1), (0, 1), (0, 0))] == [True, True, False, True]


def test_a_doubtful_part_makes_the_whole_provisional() -> None:
    parts = [Part(Q1, Decimal(3), Decimal(2), doubtful=1), Part(Q2, Decimal(1), Decimal(100))]
    found = of(RATIO, at_least(1), *parts)
    assert (found.state, found.is_provisional) == (State.MET, True)


def test_sums_are_kept_where_the_denominator_is_zero_or_the_figure_is_to_be_checked() -> None:
    nothing = of(RATIO, at_least(65), Part(Q1, Decimal(0), Decimal(0)))
    assert (nothing.numerator, nothing.denominator, nothing.value, nothing.gap) == (0, 0, None, None)
    odd = of(RATIO, at_least(65), Part(Q1, Decimal(3), Decimal(2), doubtful=1))
    assert (odd.state, odd.numerator, odd.denominator, odd.value, odd.gap) == (State.TO_CHECK, 3, 2, 150, None)


def test_a_grade_is_judged_by_its_place_in_the_plans_list() -> None:
    grade = Indicator("KH", "G", "", "", Kind.GRADE)
    target = Target(Operator.AT_LEAST, grade="Khá")
    found = of(grade, target, Part(YEAR, value=Decimal(3), grade="Yếu"))
    assert (found.state, found.gap, found.grade, found.scale_length) == (State.MISSED, -1, "Yếu", 3)
    assert of(grade, Target(Operator.AT_LEAST, grade="Đạt"), Part(YEAR, value=Decimal(1), grade="Tốt")).target is None
    without_list = figure(asked(grade, target, grades=()), pool(grade, []), Coverage(0, 1))
    assert without_list.scale_length is None


@pytest.mark.parametrize(
    "target, last_year, expected",
    [
        (None, None, None),
        (at_least(65), None, Threshold(Operator.AT_LEAST, Fraction(65))),
        (Target(Operator.RANGE, Decimal(1), Decimal(2)), None, Threshold(Operator.RANGE, Fraction(1), Fraction(2))),
        (Target(Operator.RANGE, Decimal(1)), None, None),
        (Target(Operator.AT_LEAST), None, None),
        (Target(Operator.BETTER), None, None),
        (Target(Operator.BETTER), Fraction(42), Threshold(Operator.MORE_THAN, Fraction(42))),
    ],
)
def test_a_target_is_made_comparable(
    target: Target | None, last_year: Fraction | None, expected: Threshold | None
) -> None:
    assert resolve(asked(RANK, target, last_year=last_year)) == expected


def figures() -> list[Figure]:
    """Return one figure of each state, some of one state, in no order."""
    odd = Part(Q1, Decimal(3), Decimal(2), doubtful=1)
    late = Question("KH", COUNT, None, YEAR, at_least(1), date(2023, 1, 1), date(2023, 1, 2), Decimal(5))
    return [
        of(COUNT, None, Part(Q1, value=Decimal(1))),
        of(COUNT, at_least(1), coverage=Coverage(0, 0, is_asked=False)),
        of(COUNT, at_least(1)),
        of(COUNT, at_least(100), Part(Q1, value=Decimal(100))),
        figure(late, Pooled(), Coverage(0, 1)),
        of(RATIO, at_least(65), odd),
        of(COUNT, at_least(100), Part(Q1, value=Decimal(96))),
        of(COUNT, at_least(100), Part(Q1, value=Decimal(80))),
        of(COUNT, at_least(10), Part(Q1, value=Decimal(5))),
        of(RANK, Target(Operator.AT_LEAST, Decimal(10)), Part(YEAR, value=Decimal(52), out_of=60)),
        of(COUNT, Target(Operator.AT_MOST, Decimal(0)), Part(Q1, value=Decimal(3))),
    ]


def test_worst_comes_first_and_the_shortfall_decides_inside_a_state() -> None:
    found = worst_first(figures())
    assert [each.state for each in found] == [State.MISSED] * 4 + list(WORST_FIRST[1:])
    assert [each.gap for each in found[:4]] == [-3, -42, -5, -20]  # of a target of 0 the gap itself, 42 of 60 steps


def test_a_rank_without_a_scale_counts_its_steps_themselves() -> None:
    rank = Indicator("KH", "K", "", "", Kind.RANK)
    assert urgency(of(rank, Target(Operator.AT_LEAST, Decimal(10)), Part(YEAR, value=Decimal(12)))) == (0, -2)


@given(st.randoms(use_true_random=False))
def test_the_order_of_figures_does_not_decide_who_is_worst(random: Random) -> None:
    shuffled = figures()
    random.shuffle(shuffled)
    assert worst_first(shuffled) == worst_first(figures())


def test_a_missed_target_is_shown_with_enough_decimals_not_to_look_met() -> None:
    nearly = Part(Q1, Decimal(64_996), Decimal(100_000))
    assert shown_decimals(of(RATIO, at_least(65), nearly)) == 3
    assert shown_decimals(of(RATIO, at_least(60), nearly)) == 2
    assert shown_decimals(of(RATIO, None, nearly)) == 2
    assert shown_decimals(of(RATIO, at_least(60))) == 2


def test_a_gap_is_shown_with_enough_decimals_not_to_look_like_none() -> None:
    assert gap_decimals(of(RATIO, at_least(65), Part(Q1, Decimal(64_999), Decimal(100_000)))) == 3
    above = Target(Operator.MORE_THAN, Decimal(50))
    assert gap_decimals(of(RATIO, above, Part(Q1, Decimal(50_001), Decimal(100_000)))) == 3
    assert gap_decimals(of(RATIO, at_least(65), Part(Q1, Decimal(1), Decimal(3)))) == 2
    assert gap_decimals(of(RATIO, at_least(50), Part(Q1, Decimal(1), Decimal(2)))) == 2
    assert gap_decimals(of(RATIO, at_least(65))) == 2


def test_a_coverage_without_anybody_is_complete() -> None:
    assert Coverage(0, 0).is_complete
    assert not Coverage(1, 2).is_complete
    assert quarter(2023, 4) == Q4
