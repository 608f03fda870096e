"""Working days: Vietnam's, and what an office says otherwise."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.period import Windows, next_working_day, quarter, working_day_after, working_days
from models.workdays import NATIONAL, Calendar, DayOff, calendar_of

DAYS = st.dates(date(2022, 1, 1), date(2025, 12, 31))
TUESDAY, SATURDAY = date(2023, 6, 20), date(2023, 6, 24)


def test_an_office_may_take_a_day_off_and_work_another_instead() -> None:
    swapped = calendar_of([DayOff("H", TUESDAY), DayOff("H", SATURDAY, is_off=False)])
    assert (swapped.works_on(TUESDAY), swapped.works_on(SATURDAY)) == (False, True)
    assert (NATIONAL.works_on(TUESDAY), NATIONAL.works_on(SATURDAY)) == (True, False)
    assert swapped.works_on(TUESDAY + timedelta(days=1))


def test_a_holiday_can_be_worked() -> None:
    assert not NATIONAL.works_on(date(2023, 9, 2))
    assert calendar_of([DayOff("H", date(2023, 9, 2), is_off=False)]).works_on(date(2023, 9, 2))


def test_of_two_words_on_one_day_the_later_counts() -> None:
    above, own = DayOff("T", TUESDAY), DayOff("H", TUESDAY, is_off=False)
    assert calendar_of([above, own]).works_on(TUESDAY)
    assert not calendar_of([own, above]).works_on(TUESDAY)


def test_a_due_date_moves_past_a_day_that_the_office_takes_off() -> None:
    assert Windows().of(quarter(2023, 2)).due == TUESDAY
    assert Windows(calendar=Calendar(off=frozenset({TUESDAY}))).of(quarter(2023, 2)).due == date(2023, 6, 21)


@given(st.frozensets(DAYS, max_size=30), st.frozensets(DAYS, max_size=30), DAYS, st.integers(0, 40))
def test_counting_and_finding_working_days_agree(
    off: frozenset[date], worked: frozenset[date], start: date, count: int
) -> None:
    calendar = Calendar(off, worked - off)
    last = working_day_after(start, count, calendar)
    assert working_days(start, last, calendar) == count
    assert count == 0 or calendar.works_on(last)
    found = next_working_day(start, calendar)
    assert calendar.works_on(found)
    assert working_days(start, found, calendar) == int(found != start)


@given(DAYS, st.integers(1, 200), st.data())
def test_one_more_day_off_is_one_working_day_less(start: date, length: int, data: st.DataObject) -> None:
    until = start + timedelta(days=length)
    day = data.draw(st.dates(start + timedelta(days=1), until))
    calendar = Calendar(off=frozenset({day}))
    assert working_days(start, until) - working_days(start, until, calendar) == int(NATIONAL.works_on(day))
