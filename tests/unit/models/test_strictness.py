"""A target asks for less than another when it allows what the other does not."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.measure import Kind, Operator, Target, Threshold, holds
from models.strictness import asks_for_less

GRADES = ("Xuất sắc", "Tốt", "Khá", "Trung bình")


def value(operator: Operator, amount: int | None, to: int | None = None) -> Target:
    return Target(operator, None if amount is None else Decimal(amount), None if to is None else Decimal(to))


def grade(operator: Operator, name: str, to: str = "") -> Target:
    return Target(operator, grade=name, grade_to=to)


A, M, L, S, E, R = (
    Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN, Operator.EQUAL, Operator.RANGE,
)  # fmt: skip


@pytest.mark.parametrize(
    "kind, own, other, is_less",
    [
        (Kind.RATIO, value(A, 60), value(A, 65), True),
        (Kind.RATIO, value(A, 65), value(A, 65), False),
        (Kind.RATIO, value(A, 65), value(M, 65), True),
        (Kind.RATIO, value(A, 70), value(A, 65), False),
        (Kind.RATIO, value(E, 100), value(A, 65), False),
        (Kind.RATIO, value(A, 100), value(E, 100), False),
        (Kind.RATIO, value(A, 95), value(E, 100), True),
        (Kind.RATIO, value(L, 6), value(L, 5), True),
        (Kind.RATIO, value(S, 5), value(L, 5), False),
        (Kind.RATIO, value(R, 60, 70), value(A, 65), True),
        (Kind.RATIO, value(R, 66, 70), value(A, 65), False),
        (Kind.COUNT, value(A, 90), value(E, 100), True),
        (Kind.RANK, value(A, 30), value(A, 20), True),
        (Kind.RANK, value(A, 10), value(A, 20), False),
        (Kind.GRADE, grade(A, "Khá"), grade(A, "Tốt"), True),
        (Kind.GRADE, grade(A, "Xuất sắc"), grade(A, "Tốt"), False),
        (Kind.GRADE, grade(A, "Lạ"), grade(A, "Tốt"), False),
        (Kind.YES_NO, value(E, 0), value(E, 1), True),
        (Kind.YES_NO, value(A, 1), value(E, 1), False),
        (Kind.RANK, value(Operator.BETTER, None), value(Operator.BETTER, 3), True),
        (Kind.RANK, value(Operator.BETTER, 3), value(Operator.BETTER, None), False),
        (Kind.RANK, value(Operator.BETTER, 3), value(A, 20), False),
        (Kind.RATIO, value(R, 60), value(A, 65), False),
    ],
)
def test_less_is_what_allows_more(kind: Kind, own: Target, other: Target, is_less: bool) -> None:
    assert asks_for_less(kind, own, other, GRADES) is is_less


NUMBERS = st.integers(1, 8)
TARGETS = st.one_of(
    st.builds(value, st.sampled_from([A, M, L, S, E]), NUMBERS), st.builds(value, st.just(R), NUMBERS, NUMBERS)
)


@settings(max_examples=200)
@given(kind=st.sampled_from([Kind.COUNT, Kind.RANK]), own=TARGETS, other=TARGETS)
def test_it_is_less_exactly_when_some_value_meets_it_and_not_the_other(kind: Kind, own: Target, other: Target) -> None:
    def meets(target: Target, half: int) -> bool:
        to = None if target.value_to is None else Fraction(target.value_to)
        assert target.value is not None
        return holds(kind, Fraction(half, 2), Threshold(target.operator, Fraction(target.value), to))

    allowed = [half for half in range(2 if kind is Kind.RANK else 0, 40) if meets(own, half)]
    if not allowed:  # nothing meets it at all, as better than the first: it asks for what cannot be
        return
    found = any(not meets(other, half) for half in allowed)
    assert asks_for_less(kind, own, other) is found
