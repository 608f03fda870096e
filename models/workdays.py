"""Which days offices work: Vietnam's public holidays and weekends are off, unless an office says otherwise.

Swapped working days are decided anew each year, too late for a library to know them all. Source: docs/figures.md, 9."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True)
class DayOff:
    """What an office says of one day: off although it would be worked, or worked although it would be off."""

    unit: str
    day: date
    is_off: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of an office: Vietnam's, except the days that it says are off or worked."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        """Return whether offices work on a day: what is said of it, else neither weekend nor holiday (Tết included)."""
        if day in self.off:
            return False
        return day in self.worked or (day.weekday() < 5 and day not in _holidays(day.year))


NATIONAL = Calendar()


def calendar_of(said: Iterable[DayOff]) -> Calendar:
    """Return the calendar of what is said; where a day is spoken of twice, the later word counts."""
    last = {each.day: each.is_off for each in said}
    return Calendar(
        frozenset(day for day, is_off in last.items() if is_off),
        frozenset(day for day, is_off in last.items() if not is_off),
    )


@cache
def _holidays(year: int) -> frozenset[date]:
    from holidays import country_holidays  # here: the import would cost a window its first paint

    return frozenset(country_holidays("VN", years=year))
