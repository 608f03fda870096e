"""Rise and fall against the same period of the year before: exact, and said only where both sides are whole."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Kind
from models.number import rounded
from models.period import Period, Span
from models.plan import Indicator
from models.progress import Coverage, Figure, Pooled, State
from models.same_period import Before, before, change, change_decimals
from tests.unit.reports.builders import a_ratio, judged

H1_2022 = Period(2022, Span.H1)
WHOLE = Coverage(3, 3)
counts = st.integers(min_value=0, max_value=10**9)
values = st.fractions(min_value=0, max_value=10**6, max_denominator=10**4)


def measure(kind: Kind) -> Indicator:
    return Indicator("KH-2023", "X", "", "Chỉ tiêu", kind, measured_in="hồ sơ")


def now(kind: Kind, value: Fraction | None, **changes: object) -> Figure:
    base = replace(judged(measure(kind)), value=value, state=State.MET, is_provisional=False)
    return replace(base, **changes)  # type: ignore[arg-type]


def then(value: Fraction | None, is_complete: bool = True) -> Before:
    return Before(H1_2022, None, None, value, is_complete=is_complete)


@given(st.sampled_from([Kind.RATIO, Kind.COUNT, Kind.SCORE]), values, values)
def test_last_years_value_and_the_change_make_this_years_value(kind: Kind, was: Fraction, is_now: Fraction) -> None:
    difference = change(now(kind, is_now), then(was))
    assert difference is not None
    assert was + difference == is_now


@given(st.sampled_from([Kind.RANK, Kind.GRADE]), values, values)
def test_of_ranks_and_grades_a_smaller_position_is_a_rise(kind: Kind, was: Fraction, is_now: Fraction) -> None:
    difference = change(now(kind, is_now), then(was))
    assert difference is not None
    assert was - difference == is_now
    assert (difference > 0) is (is_now < was)


@given(values, values)
def test_the_other_way_round_the_change_is_the_same_with_the_other_sign(one: Fraction, other: Fraction) -> None:
    there, back = (change(now(Kind.RATIO, a), then(b)) for a, b in ((one, other), (other, one)))
    assert there is not None
    assert back == -there


@given(counts, counts.filter(bool), counts, counts.filter(bool))
def test_a_change_of_rates_is_that_of_the_counts(a: int, b: int, c: int, d: int) -> None:
    figure = judged(a_ratio(), str(min(a, b)), str(max(a, b)))
    pooled = Pooled(Decimal(min(c, d)), Decimal(max(c, d)), None, 1)
    was = before(figure.indicator, H1_2022, pooled, WHOLE)
    difference = change(figure, was)
    assert difference == 100 * (Fraction(min(a, b), max(a, b)) - Fraction(min(c, d), max(c, d)))


@given(st.fractions(min_value=-100, max_value=100, max_denominator=10**9))
def test_a_change_that_is_there_never_looks_like_none(difference: Fraction) -> None:
    assert (rounded(difference, change_decimals(difference)) == 0) is (difference == 0)


@pytest.mark.parametrize(
    "figure, was",
    [
        (now(Kind.RATIO, None), then(Fraction(1))),
        (now(Kind.RATIO, Fraction(1)), then(None)),
        (now(Kind.RATIO, Fraction(1)), None),
        (now(Kind.RATIO, Fraction(101), state=State.TO_CHECK), then(Fraction(1))),
        (now(Kind.YES_NO, Fraction(1)), then(Fraction(0))),
        (now(Kind.COUNT, Fraction(9), is_provisional=True), then(Fraction(1))),
        (now(Kind.COUNT, Fraction(9)), then(Fraction(1), is_complete=False)),
    ],
)
def test_nothing_is_compared_with_what_is_not_there_not_right_or_not_whole(figure: Figure, was: Before | None) -> None:
    assert change(figure, was) is None


def test_rates_are_compared_although_some_have_not_reported() -> None:
    assert change(now(Kind.RATIO, Fraction(58), is_provisional=True), then(Fraction(50), is_complete=False)) == 8


def test_what_cannot_be_right_has_no_value_to_compare_with() -> None:
    wrong = Pooled(Decimal(3), Decimal(2), None, 1, doubtful=1)
    found = before(a_ratio(), H1_2022, wrong, WHOLE)
    assert found == Before(H1_2022, Decimal(3), Decimal(2), None, is_complete=False)
    assert before(a_ratio(), H1_2022, Pooled(), WHOLE) is None
    assert found is not None
    assert before(a_ratio(), H1_2022, replace(wrong, doubtful=0, accepted=1), WHOLE) == replace(
        found, value=Fraction(150), is_complete=True
    )
