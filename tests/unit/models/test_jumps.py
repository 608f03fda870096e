"""Jumps and unusual values: from where on they are told, and the difference in words."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import Finding, Severity, Where
from models.jumps import (
    JUMP_LAST_QUARTER,
    JUMP_LAST_YEAR,
    OUTSIDE_RANGE,
    Usual,
    bound_passed,
    change_findings,
    default_limits,
    is_jump,
    quarters_before,
)
from models.period import Period, quarter
from models.plan import Actual

Q2 = quarter(2023, 2)
WHERE = Where(Q2, {"X": "Xã Một"})
LIMITS = default_limits("K")
JUMP, RANGE = LIMITS[JUMP_LAST_QUARTER], LIMITS[OUTSIDE_RANGE]


def a_count(value: int | None, period: Period = Q2, accepted: str = "") -> Actual:
    return Actual("SL", "X", period, value=None if value is None else Decimal(value), accepted=accepted)


def earlier(*values: int | None) -> list[Actual | None]:
    """Return counts of the quarters before, the latest first; None where nothing was reported."""
    known = [*values, *[None] * 8][:8]
    pairs = zip(known, quarters_before(Q2), strict=True)
    return [None if value is None else a_count(value, period) for value, period in pairs]


def told(now: int, *before: int | None) -> list[Finding]:
    return list(change_findings(a_count(now), earlier(*before), LIMITS, WHERE))


def test_the_quarters_that_one_is_held_against() -> None:
    codes = [each.code for each in quarters_before(Q2)]
    assert codes[:5] == ["2023-Q1", "2022-Q4", "2022-Q3", "2022-Q2", "2022-Q1"]
    assert len(codes) == 8


@pytest.mark.parametrize(
    "now, then, expected",
    [
        (392, 176, True),
        (352, 176, False),  # exactly double
        (353, 176, True),
        (88, 176, False),  # exactly half
        (87, 176, True),
        (35, 6, False),  # more than double, but not 30 apart
        (36, 6, True),
        (30, 0, True),
        (29, 0, False),
        (0, 30, True),
        (176, 176, False),
    ],
)
def test_a_jump_is_more_than_double_or_less_than_half_and_thirty_apart(now: int, then: int, expected: bool) -> None:
    assert is_jump(Decimal(now), Decimal(then), JUMP) is expected


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 500), st.integers(0, 100))
def test_a_jump_is_one_both_ways(one: int, other: int, percent: int, least: int) -> None:
    limit = replace(JUMP, percent=Decimal(percent), least=Decimal(least))
    low, high = sorted((one, other))
    expected = Fraction(high) > low * (1 + Fraction(percent, 100)) and high - low >= least
    assert is_jump(Decimal(one), Decimal(other), limit) is expected
    assert is_jump(Decimal(other), Decimal(one), limit) is expected
    assert not is_jump(Decimal(one), Decimal(other), replace(limit, percent=None))


def test_a_rise_on_last_quarter_is_said_in_words() -> None:
    (found,) = told(392, 176)
    assert (found.rule, found.unit, found.period, found.indicator) == (JUMP_LAST_QUARTER, "X", Q2, "SL")
    assert (found.left, found.right, found.difference, found.severity) == (392, 176, 216, Severity.WARNING)
    assert found.message == (
        "Kỳ 2023-Q2, đơn vị Xã Một (X), chỉ tiêu SL: giá trị tăng 122,73% so với quý I, từ 176 lên 392, lệch 216."
    )
    assert (found.codes, found.part, found.is_accepted) == (("SL",), "value", False)


def test_a_fall_on_last_year_names_the_quarter_and_its_year() -> None:
    (found,) = told(1000, 1100, None, None, 5000)
    assert found.rule == JUMP_LAST_YEAR
    assert "giảm 80,00% so với cùng kỳ năm trước (quý II/2022), từ 5.000 xuống 1.000, lệch 4.000." in found.message


def test_the_quarter_before_the_first_is_of_another_year() -> None:
    first = quarter(2023, 1)
    its = [a_count(176, quarter(2022, 4)), *[None] * 7]
    (found,) = change_findings(a_count(392, first), its, LIMITS, Where(first, {}))
    assert "so với quý IV/2022" in found.message


def test_of_nothing_there_is_no_percentage() -> None:
    (found,) = told(500, 0)
    assert "giá trị tăng so với quý I, từ 0 lên 500, lệch 500." in found.message


def test_of_a_ratio_both_parts_are_looked_at() -> None:
    now = Actual("TL", "X", Q2, Decimal(90), Decimal(100), accepted="đã xem")
    then = Actual("TL", "X", quarter(2023, 1), Decimal(20), Decimal(95))
    (found,) = change_findings(now, [then, *[None] * 7], LIMITS, WHERE)
    assert (found.part, found.left, found.right, found.is_accepted) == ("numerator", 90, 20, True)
    assert "chỉ tiêu TL: tử số tăng 350,00%" in found.message


def test_outside_the_usual_range_is_told_with_the_range() -> None:
    found = told(500, 300, 290, 310, 305, 280)
    assert [each.rule for each in found] == [OUTSIDE_RANGE]
    assert (found[0].left, found[0].right) == (500, 310)
    assert found[0].message == (
        "Kỳ 2023-Q2, đơn vị Xã Một (X), chỉ tiêu SL: giá trị 500 nằm ngoài khoảng thường gặp của đơn vị "
        "(từ 280 đến 310 trong 5 quý trước), lệch 190."
    )


@pytest.mark.parametrize(
    "now, low, high, quarters, expected",
    [
        (500, 280, 310, 4, 310),
        (500, 280, 310, 3, None),  # nothing is usual yet
        (100, 280, 310, 4, 280),
        (300, 280, 310, 8, None),
        (380, 280, 310, 8, None),  # within a quarter of the end
        (388, 280, 310, 8, 310),
        (1400, 0, 1000, 8, None),  # within half of the spread
        (1501, 0, 1000, 8, 1000),
        (39, 10, 10, 8, None),  # less than 30 away
        (40, 10, 10, 8, 10),
        (0, 29, 29, 8, None),
    ],
)
def test_from_where_on_a_value_is_unusual(now: int, low: int, high: int, quarters: int, expected: int | None) -> None:
    assert bound_passed(Decimal(now), Usual(Decimal(low), Decimal(high), quarters), RANGE) == expected


def test_a_check_that_is_off_tells_nothing() -> None:
    off = {rule: replace(each, percent=None) for rule, each in LIMITS.items()}
    assert list(change_findings(a_count(500), earlier(10, 10, 10, 10), off, WHERE)) == []


def test_what_is_not_reported_is_no_jump() -> None:
    assert list(change_findings(a_count(None), earlier(500, 500, 500, 500), LIMITS, WHERE)) == []
    assert told(500) == []
    assert told(500, None, None, None, None) == []
