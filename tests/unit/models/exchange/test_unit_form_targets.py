"""Targets in the short words of a form."""

from decimal import Decimal

import pytest

from models.exchange.unit_form.targets import target_words
from models.measure import Kind, Operator, Target
from models.plan import Indicator


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        (Kind.RATIO, None, ""),
        (Kind.RATIO, Target(Operator.AT_LEAST, Decimal("65.5")), "≥ 65,5%"),
        (Kind.RATIO, Target(Operator.EQUAL, Decimal(100)), "= 100%"),
        (Kind.COUNT, Target(Operator.AT_MOST, Decimal(1200)), "≤ 1.200"),
        (Kind.COUNT, Target(Operator.RANGE, Decimal(5), Decimal(8)), "5 – 8"),
        (Kind.RANK, Target(Operator.AT_LEAST, Decimal(10)), "từ 10"),
        (Kind.GRADE, Target(Operator.AT_LEAST, grade="Khá"), "từ Khá"),
        (Kind.GRADE, Target(Operator.RANGE, grade="Tốt", grade_to="Khá"), "Tốt – Khá"),
        (Kind.YES_NO, Target(Operator.EQUAL, Decimal(1)), "hoàn thành"),
        (Kind.YES_NO, Target(Operator.EQUAL, Decimal(0)), "không"),
        (Kind.RANK, Target(Operator.BETTER), "tốt hơn năm trước"),
        (Kind.SCORE, Target(Operator.INCREASE), "tăng so với năm trước"),
        (Kind.COUNT, Target(Operator.REDUCE), "giảm so với năm trước"),
        (Kind.COUNT, Target(Operator.REDUCE, Decimal(10)), "\N{MINUS SIGN}10% so với năm trước"),
        (Kind.RATIO, Target(Operator.INCREASE, Decimal(2)), "+2 điểm % so với năm trước"),
        (Kind.SCORE, Target(Operator.INCREASE, Decimal("1.5")), "+1,5 so với năm trước"),
    ],
)
def test_a_target_is_said_in_short(kind: Kind, target: Target | None, words: str) -> None:
    assert target_words(Indicator("KH", "CT", "A", "Chỉ tiêu", kind), target) == words
