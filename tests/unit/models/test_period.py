"""Periods, their quarters, windows and due dates, and working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.period import (
    Period,
    Span,
    Window,
    Windows,
    WindowSetting,
    is_working_day,
    next_working_day,
    periods_of,
    quarter,
    read_period,
    working_days,
)


@pytest.mark.parametrize("period", periods_of(2023))
def test_a_period_is_read_from_its_code(period: Period) -> None:
    assert read_period(period.code) == period
    assert read_period(f" {str(period).lower()} ") == period


@pytest.mark.parametrize("code", ["2023-Q5", "2023-H2", "23-Q1", "2023-", "2023-6M", "", "quý 1"])
def test_what_is_no_period_is_refused_in_words(code: str) -> None:
    with pytest.raises(KnownError, match="không đúng"):
        read_period(code)


@pytest.mark.parametrize(
    "code, quarters, last",
    [("2023-Q3", [3], 3), ("2023-H1", [1, 2], 2), ("2023-9M", [1, 2, 3], 3), ("2023", [1, 2, 3, 4], 4)],
)
def test_a_period_covers_its_quarters(code: str, quarters: list[int], last: int) -> None:
    period = read_period(code)
    assert period.quarters == tuple(quarter(2023, number) for number in quarters)
    assert period.last_quarter == quarter(2023, last)
    assert period.number == last
    assert period.is_quarter == (len(quarters) == 1)
    assert period.is_year == (code == "2023")
    assert period.in_year(2022).quarters == tuple(quarter(2022, number) for number in quarters)


@pytest.mark.parametrize(
    "code, first, last, due",
    [
        ("2023-Q1", date(2022, 12, 15), date(2023, 3, 14), date(2023, 3, 20)),
        ("2023-Q2", date(2023, 3, 15), date(2023, 6, 14), date(2023, 6, 20)),
        ("2023-Q3", date(2023, 6, 15), date(2023, 9, 14), date(2023, 9, 20)),
        ("2023-Q4", date(2023, 9, 15), date(2023, 12, 14), date(2023, 12, 20)),
        ("2023-H1", date(2022, 12, 15), date(2023, 6, 14), date(2023, 6, 20)),
        ("2023-9M", date(2022, 12, 15), date(2023, 9, 14), date(2023, 9, 20)),
        ("2023", date(2022, 12, 15), date(2023, 12, 14), date(2023, 12, 20)),
        ("2021-H1", date(2020, 12, 15), date(2021, 6, 14), date(2021, 6, 21)),  # 20/6/2021 is a Sunday
    ],
)
def test_windows_are_those_of_the_decree(code: str, first: date, last: date, due: date) -> None:
    assert Windows().of(read_period(code)) == Window(first, last, due)


def test_a_plan_may_set_the_days_of_a_quarter_and_longer_periods_follow() -> None:
    windows = Windows([WindowSetting("KH", quarter(2023, 2), last=date(2023, 5, 31), due=date(2023, 6, 5))])
    assert windows.of(quarter(2023, 2)) == Window(date(2023, 3, 15), date(2023, 5, 31), date(2023, 6, 5))
    assert windows.of(Period(2023, Span.H1)) == Window(date(2022, 12, 15), date(2023, 5, 31), date(2023, 6, 5))
    assert windows.of(Period(2023)) == Windows().of(Period(2023))


def test_a_plan_may_set_the_days_of_a_longer_period_alone() -> None:
    windows = Windows([WindowSetting("KH", Period(2023), date(2022, 12, 7), date(2023, 12, 4))])
    assert windows.of(Period(2023)) == Window(date(2022, 12, 7), date(2023, 12, 4), date(2023, 12, 20))
    assert windows.of(quarter(2023, 4)) == Windows().of(quarter(2023, 4))


def test_offices_do_not_work_on_weekends_and_holidays() -> None:
    assert not is_working_day(date(2023, 1, 22))  # first day of Tết
    assert not is_working_day(date(2024, 9, 2))
    assert is_working_day(date(2023, 6, 20))
    assert next_working_day(date(2023, 6, 20)) == date(2023, 6, 20)
    assert next_working_day(date(2023, 4, 29)) == date(2023, 5, 4)


@given(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.integers(-20, 60))
def test_working_days_add_up_day_by_day(after: date, length: int) -> None:
    until = after + timedelta(days=length)
    days = [after + timedelta(days=n) for n in range(1, length + 1)]
    assert working_days(after, until) == sum(is_working_day(day) for day in days)
