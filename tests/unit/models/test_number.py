"""Numbers are kept exactly, and read as they are written."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.number import (
    LARGEST,
    AmbiguousNumberError,
    exact,
    format_date,
    format_number,
    format_rate,
    format_signed,
    from_scaled,
    plain,
    read_date,
    read_either,
    read_number,
    rounded,
    telling_decimals,
    to_scaled,
)

quantities = st.integers(1 - int(LARGEST) * 10_000, int(LARGEST) * 10_000 - 1).map(from_scaled)


@given(quantities)
def test_a_number_written_in_vietnamese_notation_is_read_as_itself(number: Decimal) -> None:
    assert read_number(format_number(number)) == number


def readings(text: str) -> tuple[Decimal, ...]:
    """Return what a foreign text may mean."""
    try:
        return (read_either(text),)
    except AmbiguousNumberError as error:
        return error.readings


@given(quantities)
def test_a_plain_number_is_read_as_itself_unless_it_could_be_another(number: Decimal) -> None:
    assert number in readings(plain(number))


@given(quantities)
def test_a_kept_number_comes_back_without_an_exponent(number: Decimal) -> None:
    assert from_scaled(to_scaled(number)) == number
    assert "E" not in str(number)


@given(st.dates(date(1000, 1, 1)))
def test_a_written_day_is_read_as_itself(day: date) -> None:
    assert read_date(format_date(day)) == day


@given(st.fractions(), st.integers(0, 8))
def test_rounding_is_half_up_and_never_off_by_more_than_half(number: Fraction, decimals: int) -> None:
    error = Fraction(rounded(number, decimals)) - number
    half = Fraction(1, 2 * 10**decimals)
    assert abs(error) <= half
    assert abs(error) < half or abs(number + error) > abs(number)


@pytest.mark.parametrize(
    "text, number",
    [
        ("1.234,5", "1234.5"),
        ("65.5", "65.5"),
        ("1,234.5", "1234.5"),
        ("0.123", "0.123"),
        ("0,123", "0.123"),
        ("58,09%", "58.09"),
        ("58,09 %", "58.09"),
        (" 1 234 567 ", "1234567"),
        ("1\u00a0234", "1234"),
        ("\N{MINUS SIGN}6,91", "-6.91"),
        ("- 5", "-5"),
        ("+5", "5"),
        ("-0", "0"),
        ("1.234", "1234"),
    ],
)
def test_people_write_numbers_in_many_ways(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "abc", "12 34", "1.23.4", "1e5", "NaN", "--5", "5%%", "1,234,56", "-", "1/2"])
def test_what_is_no_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(KnownError, match="không phải là số"):
        read_number(text)


@pytest.mark.parametrize("text", ["1,23456", "0.00001", "1," + "0" * 40 + "1", "-1," + "0" * 40 + "1"])
def test_more_than_four_decimals_are_refused_and_not_rounded_away(text: str) -> None:
    with pytest.raises(KnownError, match="quá 4 chữ số thập phân"):
        read_number(text)


def test_a_refused_number_is_shown_as_it_is() -> None:
    with pytest.raises(KnownError, match=r"1,23456 có"):
        read_number("1,23456")


@pytest.mark.parametrize("number", [LARGEST, -LARGEST, Decimal("Infinity"), Decimal("NaN")])
def test_numbers_too_large_to_keep_are_refused(number: Decimal) -> None:
    with pytest.raises(KnownError, match="quá lớn"):
        exact(number)


def test_a_text_that_reads_as_two_numbers_is_refused_with_both() -> None:
    with pytest.raises(AmbiguousNumberError, match=r"1\.234 hoặc 1,234") as caught:
        read_either("1.234")
    assert caught.value.readings == (Decimal(1234), Decimal("1.234"))


def test_a_sign_belongs_to_both_readings() -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        read_either("-1,234")
    assert caught.value.readings == (Decimal("-1.234"), Decimal(-1234))


@pytest.mark.parametrize(
    "number, decimals, text",
    [
        (Fraction(58087649, 1000000), 2, "58,09"),
        (Decimal("1234567.5"), None, "1.234.567,5"),
        (Decimal("-1234.5"), None, "\N{MINUS SIGN}1.234,5"),
        (Decimal("0.005"), 2, "0,01"),
        (Decimal("-0.004"), 2, "0,00"),
        (7, None, "7"),
    ],
)
def test_numbers_are_written_as_officials_write_them(
    number: Fraction | Decimal, decimals: int | None, text: str
) -> None:
    assert format_number(number, decimals) == text


def test_a_rate_has_two_decimals_and_no_space_before_the_sign() -> None:
    assert format_rate(Fraction(580876, 10000)) == "58,09%"
    assert format_rate(Decimal(65)) == "65,00%"


def test_a_gap_carries_its_sign_and_a_rounded_zero_none() -> None:
    assert format_signed(Decimal("1.333"), 2) == "+1,33"
    assert format_signed(Decimal("-6.914"), 2) == "\N{MINUS SIGN}6,91"
    assert format_signed(Decimal("0.001"), 2) == "0,00"
    assert format_signed(Decimal(0)) == "0"


@pytest.mark.parametrize(
    "number, text", [(Decimal("65.00"), "65"), (Fraction(-1, 3), "-0.3333"), (Fraction(-1, 10**6), "0"), (100, "100")]
)
def test_plain_numbers_have_a_point_and_no_needless_zeros(number: Fraction | Decimal, text: str) -> None:
    assert plain(number) == text


def test_a_missed_target_is_written_with_as_many_decimals_as_it_takes() -> None:
    assert telling_decimals(Fraction("64.99"), lambda shown: shown < 65) == 2
    assert telling_decimals(Fraction("64.9996"), lambda shown: shown < 65) == 4


@pytest.mark.parametrize("text", ["31/2/2023", "2023/1/1", "hôm nay", "1/1/23", "2023-13-01", ""])
def test_what_is_no_day_is_refused_in_words(text: str) -> None:
    with pytest.raises(KnownError, match="không phải là ngày"):
        read_date(text)


def test_days_are_read_in_the_forms_people_use() -> None:
    assert {read_date(text) for text in ("20/6/2023", "20-06-2023", "20.6.2023", "2023-06-20")} == {date(2023, 6, 20)}
