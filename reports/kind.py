"""What every kind of report has: a name for people, what it reads, what it says, and the parts that people write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.period import Period
from models.plan import Plan
from models.store.database import Database
from reports.document import Document

Reader = Callable[[Database, Plan, Period, date, str | None], Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report that people write: its key in the file, the heading it stands under, what belongs there."""

    key: str
    title: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report. read gathers from a file what document then says; parts are those that people write.

    document gets what read returned: a reports.context.Context or one with more in it. takes_period: whether its
    periods may be other than the year's whole (a plan is of its year)."""

    code: str
    name: str
    read: Reader
    document: Callable[[Any], Document]
    parts: tuple[Part, ...] = ()
    takes_period: bool = True
    takes_unit: bool = True

    def period_of(self, asked: Period) -> Period:
        """Return the period that a report is of when one is asked for: the whole year where it takes no other."""
        return asked if self.takes_period else Period(asked.year)


def blank_parts(kind: Kind, written: Mapping[str, str]) -> list[Part]:
    """Return the parts of a report that nobody has written yet; written is a context's, by the part's key."""
    return [each for each in kind.parts if not written.get(each.key, "").strip()]
