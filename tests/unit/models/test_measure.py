"""Operators, gaps and changes against the year before, on exact values."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import (
    Accumulation,
    Kind,
    Operator,
    Target,
    Threshold,
    gap,
    holds,
    nearest_bound,
    resolve_change,
    way_of,
)

kinds = st.sampled_from(Kind)
numbers = st.fractions(-1000, 1000, max_denominator=10_000)


def threshold(operator: Operator, value: object, value_to: object = None) -> Threshold:
    return Threshold(operator, Fraction(str(value)), None if value_to is None else Fraction(str(value_to)))


@pytest.mark.parametrize(
    "operator, below, equal, above",
    [
        (Operator.AT_LEAST, False, True, True),
        (Operator.MORE_THAN, False, False, True),
        (Operator.AT_MOST, True, True, False),
        (Operator.LESS_THAN, True, False, False),
        (Operator.EQUAL, False, True, False),
    ],
)
def test_an_operator_holds_on_exact_values(operator: Operator, below: bool, equal: bool, above: bool) -> None:
    values = (Fraction("64.9999"), Fraction(65), Fraction("65.0001"))
    assert [holds(Kind.RATIO, value, threshold(operator, 65)) for value in values] == [below, equal, above]
    assert [holds(Kind.RANK, value, threshold(operator, 65)) for value in values] == [above, equal, below]


def test_a_third_is_no_tenth_short_of_it() -> None:
    assert not holds(Kind.RATIO, Fraction(100, 3), threshold(Operator.AT_LEAST, "33.3334"))
    assert holds(Kind.RATIO, Fraction(100, 3), threshold(Operator.AT_LEAST, "33.3333"))


@pytest.mark.parametrize("kind", [Kind.RATIO, Kind.RANK])
def test_a_range_holds_between_its_bounds_whichever_comes_first(kind: Kind) -> None:
    for bounds in ((10, 20), (20, 10)):
        wanted = threshold(Operator.RANGE, *bounds)
        assert [holds(kind, Fraction(value), wanted) for value in (9, 10, 15, 20, 21)] == [
            False,
            True,
            True,
            True,
            False,
        ]
        assert [gap(kind, Fraction(value), wanted) for value in (7, 10, 15, 22)] == [-3, 0, 0, -2]


@pytest.mark.parametrize(
    "kind, operator, value, wanted, distance",
    [
        (Kind.RATIO, Operator.AT_LEAST, "58.0876", 65, "-6.9124"),
        (Kind.RATIO, Operator.MORE_THAN, 66, 65, 1),
        (Kind.COUNT, Operator.AT_MOST, 12, 10, -2),
        (Kind.COUNT, Operator.LESS_THAN, 7, 10, 3),
        (Kind.RATIO, Operator.EQUAL, 99, 100, -1),
        (Kind.RATIO, Operator.EQUAL, 101, 100, -1),
        (Kind.RANK, Operator.AT_LEAST, 50, 45, -5),
        (Kind.GRADE, Operator.AT_LEAST, 1, 2, 1),
        (Kind.YES_NO, Operator.EQUAL, 0, 1, -1),
    ],
)
def test_a_gap_is_negative_when_behind(
    kind: Kind, operator: Operator, value: object, wanted: object, distance: object
) -> None:
    assert gap(kind, Fraction(str(value)), threshold(operator, wanted)) == Fraction(str(distance))


plain_operators = st.sampled_from([each for each in Operator if not each.is_change])


@given(kinds, plain_operators, numbers, numbers, numbers)
def test_what_is_behind_is_not_met_and_what_is_ahead_is(
    kind: Kind, operator: Operator, value: Fraction, wanted: Fraction, other: Fraction
) -> None:
    against = Threshold(operator, wanted, other if operator is Operator.RANGE else None)
    distance = gap(kind, value, against)
    is_strict = operator in (Operator.MORE_THAN, Operator.LESS_THAN)
    assert holds(kind, value, against) == (distance > 0 if is_strict else distance >= 0)


def test_a_near_miss_of_a_range_is_measured_by_the_bound_on_its_side() -> None:
    wanted = threshold(Operator.RANGE, 10, 20)
    assert nearest_bound(Kind.RATIO, Fraction(9), wanted) == 10
    assert nearest_bound(Kind.RATIO, Fraction(22), wanted) == 20
    assert nearest_bound(Kind.RATIO, Fraction(22), threshold(Operator.AT_LEAST, 65)) == 65
    assert nearest_bound(Kind.RATIO, Fraction(22), threshold(Operator.RANGE, 65)) == 65


@pytest.mark.parametrize(
    "kind, operator, amount, before, met, missed",
    [
        (Kind.RANK, Operator.BETTER, None, 42, 41, 42),
        (Kind.RANK, Operator.BETTER, 2, 42, 40, 41),
        (Kind.GRADE, Operator.BETTER, None, 3, 2, 3),
        (Kind.SCORE, Operator.BETTER, None, 80, "80.01", 80),
        (Kind.COUNT, Operator.REDUCE, 10, 200, 180, 181),
        (Kind.COUNT, Operator.INCREASE, 10, 200, 220, 219),
        (Kind.RATIO, Operator.INCREASE, "2.5", 60, "62.5", "62.49"),
        (Kind.RATIO, Operator.REDUCE, "2.5", 60, "57.5", "57.51"),
        (Kind.COUNT, Operator.REDUCE, None, 200, 199, 200),
        (Kind.COUNT, Operator.INCREASE, None, 200, 201, 200),
    ],
)
def test_a_change_is_measured_from_last_years_value(
    kind: Kind, operator: Operator, amount: object, before: object, met: object, missed: object
) -> None:
    target = Target(operator, None if amount is None else Decimal(str(amount)))
    against = resolve_change(kind, target, Fraction(str(before)))
    assert holds(kind, Fraction(str(met)), against)
    assert not holds(kind, Fraction(str(missed)), against)


@pytest.mark.parametrize("operator", [each for each in Operator if each.is_change])
def test_a_change_must_be_resolved_before_it_is_compared(operator: Operator) -> None:
    with pytest.raises(ValueError, match="resolved"):
        holds(Kind.COUNT, Fraction(1), threshold(operator, 1))
    with pytest.raises(ValueError, match="resolved"):
        gap(Kind.COUNT, Fraction(1), threshold(operator, 1))


def test_only_counts_and_ratios_roll_up_and_only_positions_are_better_low() -> None:
    assert {kind for kind in Kind if kind.rolls_up} == {Kind.RATIO, Kind.COUNT}
    assert {kind for kind in Kind if kind.lower_is_better} == {Kind.RANK, Kind.GRADE}


def test_only_counts_take_the_first_quarter_and_what_does_not_roll_up_accumulates_in_no_way() -> None:
    for kind in Kind:
        ways = {each: way_of(kind, each) for each in (None, *Accumulation)}
        if not kind.rolls_up:
            assert set(ways.values()) == {None}
        else:
            opening = Accumulation.OPENING if kind is Kind.COUNT else Accumulation.FLOW
            assert ways == {
                None: Accumulation.FLOW,
                Accumulation.FLOW: Accumulation.FLOW,
                Accumulation.STOCK: Accumulation.STOCK,
                Accumulation.OPENING: opening,
            }
