"""What an event carries over: each unit's figure on the eve and on the day, and whether the totals agree. No Qt."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from models.number import format_number
from models.period import Period
from models.plan import Plan
from models.progress import Figure
from models.reorganisation import Reorganisation
from models.unit import UnitEvent

if TYPE_CHECKING:
    from models.store.database import Database

Step = Callable[[int, int], object]  # how many of how many readings are done


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which file, plan, period, day and indicator an event's figures are asked for."""

    path: Path
    plan: Plan
    period: Period
    on: date
    code: str
    event: UnitEvent


@dataclass(frozen=True, slots=True)
class Carried:
    """Figures by unit: before the event, after it, and as they were reported; of units that have any."""

    asked: Asked
    before: Sequence[Figure]
    after: Sequence[Figure]
    reported: Sequence[Figure]

    @property
    def total_before(self) -> tuple[Decimal, ...] | None:
        """The sum before: numerator and denominator, or the value; None where nobody has any."""
        return total(self.before)

    @property
    def total_after(self) -> tuple[Decimal, ...] | None:
        """The sum after."""
        return total(self.after)


def parts(figure: Figure) -> tuple[Decimal, ...] | None:
    """Return a figure's numerator and denominator, or its value as the only part; None where there is none."""
    if figure.numerator is not None and figure.denominator is not None:
        return figure.numerator, figure.denominator
    if figure.value is not None and figure.denominator is None:
        return (Decimal(figure.value.numerator) / Decimal(figure.value.denominator),)
    return None


def total(figures: Sequence[Figure]) -> tuple[Decimal, ...] | None:
    """Return the sum of figures, part by part."""
    known = [found for each in figures if (found := parts(each)) is not None]
    return tuple(sum(column, Decimal(0)) for column in zip(*known, strict=True)) if known else None


def written(numbers: tuple[Decimal, ...] | None) -> str:
    """Return parts as a bar shows them: 288/402."""
    return "" if numbers is None else "/".join(format_number(each) for each in numbers)


def read_carried(asked: Asked, step: Step) -> Carried:
    """Read what an event carries over; runs in the worker, with a connection of its own. step is told how far it is,
    and may stop it."""
    from models.store.database import open_database

    with closing(open_database(asked.path, read_only=True)) as db:
        return _carried(db, asked, step)


def try_carried(asked: Asked, decided: Reorganisation, step: Step) -> Carried:
    """Read what a reorganisation would carry over: it is done in a copy in memory. Raises KnownError with all that
    stands in its way."""
    from models.store.changes import Author
    from models.store.database import memory_copy, open_database
    from models.store.reorganisations import reorganise

    with closing(open_database(asked.path, read_only=True)) as db, closing(memory_copy(db)) as copy:
        reorganise(copy, decided, Author("", "trial"))
        return _carried(copy, asked, step)


def _carried(db: "Database", asked: Asked, step: Step) -> Carried:
    from models.store.figures import ProgressReader

    units = list(dict.fromkeys((*asked.event.before, *asked.event.after)))
    eve = asked.event.day - timedelta(days=1)
    found = []
    before = ProgressReader(db, asked.plan, asked.period, asked.on, {asked.code}, today=eve)
    reported = ProgressReader(db, asked.plan, asked.period, asked.on, {asked.code})
    for done, reader in enumerate((before, before.on_units_of(asked.event.day), reported)):
        step(done, 3)
        by_unit = {each.unit: each for each in reader.by_unit(among=units) if parts(each) is not None}
        found.append([by_unit[unit] for unit in units if unit in by_unit])
    return Carried(asked, *found)
