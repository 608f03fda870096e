"""Targets typed as people write them."""

from decimal import Decimal

import pytest

from models.errors import KnownError
from models.measure import Kind, Operator, Target
from models.plan import Indicator
from ui.pages.plans.target_text import plan_target_text, read_target

GRADES = ("Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu")


def an_indicator(kind: Kind) -> Indicator:
    return Indicator("KH", "X", "", "Chỉ tiêu", kind)


def number(operator: Operator, value: str, value_to: str | None = None) -> Target:
    return Target(operator, Decimal(value), None if value_to is None else Decimal(value_to))


@pytest.mark.parametrize(
    "text, kind, target",
    [
        ("≥ 65%", Kind.RATIO, number(Operator.AT_LEAST, "65")),
        (">=65", Kind.RATIO, number(Operator.AT_LEAST, "65")),
        ("65,5", Kind.RATIO, number(Operator.AT_LEAST, "65.5")),
        ("tối thiểu 1.200", Kind.COUNT, number(Operator.AT_LEAST, "1200")),
        ("không quá 3", Kind.COUNT, number(Operator.AT_MOST, "3")),
        ("= 100%", Kind.RATIO, number(Operator.EQUAL, "100")),
        ("60% – 70%", Kind.RATIO, number(Operator.RANGE, "60", "70")),
        ("từ 60 đến 70", Kind.RATIO, number(Operator.RANGE, "60", "70")),
        ("từ Khá", Kind.GRADE, Target(Operator.AT_LEAST, grade="Khá")),
        ("tot", Kind.GRADE, Target(Operator.AT_LEAST, grade="Tốt")),
        ("từ trung bình", Kind.GRADE, Target(Operator.AT_LEAST, grade="Trung bình")),
        ("hơn 2022", Kind.RANK, Target(Operator.BETTER)),
        ("tốt hơn năm trước", Kind.RANK, Target(Operator.BETTER)),
        ("từ 10", Kind.RANK, number(Operator.AT_LEAST, "10")),
        ("−10%", Kind.COUNT, number(Operator.REDUCE, "10")),
        ("tăng 5", Kind.SCORE, number(Operator.INCREASE, "5")),
        ("có", Kind.YES_NO, number(Operator.EQUAL, "1")),
    ],
)
def test_a_target_is_read_as_it_is_meant(text: str, kind: Kind, target: Target) -> None:
    assert read_target(text, an_indicator(kind), GRADES, None) == target


@pytest.mark.parametrize(
    "target, kind",
    [
        (number(Operator.AT_LEAST, "65"), Kind.RATIO),
        (number(Operator.AT_MOST, "2.5"), Kind.RATIO),
        (number(Operator.MORE_THAN, "1200"), Kind.COUNT),
        (number(Operator.LESS_THAN, "0"), Kind.COUNT),
        (number(Operator.RANGE, "60", "70"), Kind.SCORE),
        (number(Operator.RANGE, "60", "70"), Kind.RATIO),
        (number(Operator.EQUAL, "1"), Kind.YES_NO),
        (Target(Operator.AT_LEAST, grade="Trung bình"), Kind.GRADE),
        (Target(Operator.EQUAL, grade="Tốt"), Kind.GRADE),
        (Target(Operator.RANGE, grade="Khá", grade_to="Tốt"), Kind.GRADE),
        (Target(Operator.BETTER), Kind.RANK),
        (number(Operator.INCREASE, "10"), Kind.COUNT),
        (number(Operator.REDUCE, "2"), Kind.RANK),
        (number(Operator.AT_LEAST, "10"), Kind.RANK),
    ],
)
def test_what_is_shown_reads_back(target: Target, kind: Kind) -> None:
    text = plan_target_text(an_indicator(kind), target, 2023)
    assert read_target(text, an_indicator(kind), GRADES, None) == target


def test_a_bare_number_keeps_the_operator() -> None:
    assert read_target("3", an_indicator(Kind.COUNT), (), number(Operator.AT_MOST, "5")) == number(
        Operator.AT_MOST, "3"
    )


def test_an_empty_text_is_no_target() -> None:
    assert read_target("  ", an_indicator(Kind.RATIO), GRADES, None) is None


@pytest.mark.parametrize("text", ["nhiều", "≥", "65%%x", "≥ Khá"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_target(text, an_indicator(Kind.RATIO), GRADES, None)


def test_a_grade_that_the_plan_does_not_have_is_refused_by_its_name() -> None:
    with pytest.raises(KnownError, match="Rất khá"):
        read_target("từ Rất khá", an_indicator(Kind.GRADE), GRADES, None)
