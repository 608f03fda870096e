"""Quarters, year-to-date periods, their windows and due dates."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from models.errors import KnownError
from models.workdays import NATIONAL, Calendar


class Span(StrEnum):
    """How much of a year a period covers. H1, 9M and YEAR are cumulative; Q1 is both."""

    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"
    H1 = "H1"
    M9 = "9M"
    YEAR = ""


_QUARTERS = {Span.Q1: (1,), Span.Q2: (2,), Span.Q3: (3,), Span.Q4: (4,), Span.H1: (1, 2), Span.M9: (1, 2, 3)}
_CODE = re.compile(r"(\d{4})(?:-(Q1|Q2|Q3|Q4|H1|9M))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A quarter, or a stretch of a year: 2023-Q1, 2023-H1, 2023-9M, 2023."""

    year: int
    span: Span = Span.YEAR

    @property
    def code(self) -> str:
        """The code people and files use."""
        return f"{self.year}-{self.span}" if self.span else str(self.year)

    @property
    def quarters(self) -> tuple["Period", ...]:
        """The quarters it covers, in order."""
        return _quarters_of(self)

    @property
    def last_quarter(self) -> "Period":
        """The quarter it ends with."""
        return self.quarters[-1]

    @property
    def is_quarter(self) -> bool:
        """Whether it is one quarter."""
        return self.span in (Span.Q1, Span.Q2, Span.Q3, Span.Q4)

    @property
    def is_year(self) -> bool:
        """Whether it is the whole year."""
        return self.span is Span.YEAR

    @property
    def number(self) -> int:
        """Of its last quarter: 1 to 4."""
        return _QUARTERS.get(self.span, (4,))[-1]

    def in_year(self, year: int) -> "Period":
        """Return the same stretch of another year."""
        return Period(year, self.span)

    def __str__(self) -> str:
        return self.code


@lru_cache(maxsize=1024)
def quarter(year: int, number: int) -> Period:
    """Return a quarter, number 1 to 4."""
    return Period(year, Span(f"Q{number}"))


@lru_cache(maxsize=1024)
def _quarters_of(period: Period) -> tuple[Period, ...]:
    numbers = _QUARTERS.get(period.span, (1, 2, 3, 4))
    return tuple(quarter(period.year, number) for number in numbers)


@lru_cache(maxsize=256)
def read_period(code: str) -> Period:
    """Read a period's code; raises KnownError when it is none."""
    found = _CODE.fullmatch(code.strip().upper())
    if not found:
        raise KnownError(f"Kỳ “{code}” không đúng: hãy viết như 2023-Q1, 2023-H1, 2023-9M hoặc 2023.")
    return Period(int(found[1]), Span(found[2] or ""))


def periods_of(year: int) -> tuple[Period, ...]:
    """Return every report period of a year: the cumulative ones, then the single quarters."""
    spans = (Span.Q1, Span.H1, Span.M9, Span.YEAR, Span.Q2, Span.Q3, Span.Q4)
    return tuple(Period(year, span) for span in spans)


@dataclass(frozen=True, slots=True)
class Window:
    """The days a period's data are from, both included, and the last day to send them.

    calendar: the working days of the plan's office, by which lateness is counted."""

    first: date
    last: date
    due: date
    calendar: Calendar = field(default=NATIONAL, compare=False)


@dataclass(frozen=True, slots=True)
class WindowSetting:
    """What a plan says of one period's window; None is the rule's default."""

    plan: str
    period: Period
    first: date | None = None
    last: date | None = None
    due: date | None = None


class Windows:
    """The windows of a plan: its own where it gives them, else those of Decree 09/2019/NĐ-CP, Article 12.

    calendar: the working days of the plan's office. A due date that the plan does not give moves by it to the next
    working day, and what counts working days from a window counts by it too."""

    def __init__(self, settings: Iterable[WindowSetting] = (), calendar: Calendar = NATIONAL) -> None:
        self.calendar = calendar
        self._settings: Mapping[Period, WindowSetting] = {setting.period: setting for setting in settings}
        self._found: dict[Period, Window] = {}

    def of(self, period: Period) -> Window:
        """Return the window of a period; a longer one without its own runs from its first quarter to its last."""
        if period not in self._found:
            self._found[period] = self._window(period)
        return self._found[period]

    def _window(self, period: Period) -> Window:
        setting = self._settings.get(period) or WindowSetting("", period)
        if period.is_quarter:
            first, last = _decree_days(period)
            due = None
        else:
            first, last = self.of(period.quarters[0]).first, self.of(period.last_quarter).last
            ending = self._settings.get(period.last_quarter)
            due = ending.due if ending and setting.last is None else None
        last = setting.last or last
        due = setting.due or due or next_working_day(last.replace(day=20), self.calendar)
        return Window(setting.first or first, last, due, self.calendar)


def _decree_days(period: Period) -> tuple[date, date]:
    month = 3 * period.number
    before = date(period.year - 1, 12, 15) if month == 3 else date(period.year, month - 3, 15)
    return before, date(period.year, month, 14)


def is_working_day(day: date, calendar: Calendar = NATIONAL) -> bool:
    """Return whether offices work: neither a weekend nor a public holiday, and what the calendar says else."""
    return calendar.works_on(day)


def next_working_day(day: date, calendar: Calendar = NATIONAL) -> date:
    """Return the day itself when offices work, else the next day they do."""
    while not calendar.works_on(day):
        day += timedelta(days=1)
    return day


def working_days(after: date, until: date, calendar: Calendar = NATIONAL) -> int:
    """Count the working days after one day up to and including another; 0 when there are none."""
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    return sum(map(calendar.works_on, days))


def working_day_after(day: date, count: int, calendar: Calendar = NATIONAL) -> date:
    """Return the working day that is so many working days after a day."""
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.works_on(day)
    return day
