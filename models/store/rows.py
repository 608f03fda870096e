"""How the values of a row become those of the models, and back."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from models.measure import Operator, Target
from models.number import exact, from_scaled, to_scaled
from models.period import Period, quarter

YEAR_SLOT = 5  # stands where a quarter's number would: the year itself


def number(scaled: int | None) -> Decimal | None:
    """Return a kept quantity; None stays None."""
    return None if scaled is None else from_scaled(scaled)


def scaled(quantity: Decimal | None) -> int | None:
    """Return what the file keeps of a quantity; raises KnownError where it cannot be kept exactly."""
    return None if quantity is None else to_scaled(exact(quantity))


def day(text: str | None) -> date | None:
    """Return a kept day; None stays None."""
    return None if text is None else date.fromisoformat(text)


def iso(each: date | None) -> str | None:
    """Return what the file keeps of a day."""
    return None if each is None else each.isoformat()


def moment(text: str | None) -> datetime | None:
    """Return a kept moment; None stays None."""
    return None if text is None else datetime.fromisoformat(text)


def moment_text(each: datetime | None) -> str | None:
    """Return what the file keeps of a moment: texts that sort as the moments do."""
    return None if each is None else each.astimezone(UTC).isoformat(timespec="milliseconds")


def period_key(period: Period) -> int:
    """Return how the file keeps a quarter or a year: year * 10 + quarter, 5 for the year itself."""
    return period.year * 10 + (YEAR_SLOT if period.is_year else period.number)


@lru_cache(maxsize=1024)
def period_of(key: int) -> Period:
    """Return the quarter or year of a key."""
    year, slot = divmod(key, 10)
    return Period(year) if slot == YEAR_SLOT else quarter(year, slot)


def target(row: dict[str, Any]) -> Target | None:
    """Return the target of a row with operator, value, value_to, grade and grade_to; None where it has no operator."""
    if row["operator"] is None:
        return None
    return Target(
        Operator(row["operator"]), number(row["value"]), number(row["value_to"]), row["grade"], row["grade_to"]
    )


def target_columns(each: Target | None) -> dict[str, Any]:
    """Return a target as its columns."""
    if each is None:
        return {"operator": None, "value": None, "value_to": None, "grade": "", "grade_to": ""}
    return {
        "operator": each.operator,
        "value": scaled(each.value),
        "value_to": scaled(each.value_to),
        "grade": each.grade,
        "grade_to": each.grade_to,
    }
