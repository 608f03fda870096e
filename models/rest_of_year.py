"""What is still expected of a year, and from what. Source: docs/figures.md, 9.

Quarters stand by their number, 1 to 4. A quarter is known when nine in ten of the units that are expected in it have
reported; one that is not is still to come, whatever the day, since missing is not zero. What few have reported of it
is reached already, and taken off what is expected of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.progress import Coverage, Pooled

KNOWN_PERCENT = 90


class Basis(StrEnum):
    """What the rest of the year is expected from."""

    LAST_YEAR = "last_year"  # last year's same quarters
    THIS_YEAR = "this_year"  # this year's mean
    AS_IT_STANDS = "as_it_stands"  # nothing new comes in: what stands can still change
    NOTHING = "nothing"  # nothing is known
    YEAR_OVER = "year_over"  # nothing is to come


@dataclass(frozen=True, slots=True)
class Amounts:
    """Of a ratio both its parts, of a count the value."""

    numerator: Fraction = Fraction(0)
    denominator: Fraction = Fraction(0)
    value: Fraction = Fraction(0)

    def __add__(self, other: "Amounts") -> "Amounts":
        parts = (self.numerator + other.numerator, self.denominator + other.denominator)
        return Amounts(*parts, self.value + other.value)

    def times(self, factor: Fraction) -> "Amounts":
        """Return so many times as much."""
        return Amounts(self.numerator * factor, self.denominator * factor, self.value * factor)

    def less(self, other: "Amounts") -> "Amounts":
        """Return what is left of it without another, of no part less than nothing."""
        denominator = max(Fraction(0), self.denominator - other.denominator)
        numerator = min(denominator, max(Fraction(0), self.numerator - other.numerator))
        return Amounts(numerator, denominator, max(Fraction(0), self.value - other.value))

    @property
    def rate(self) -> Fraction | None:
        """The numerator's share of the denominator; None without any case."""
        return self.numerator / self.denominator if self.denominator else None


Quarters = Mapping[int, Amounts]
NOTHING_KNOWN: Quarters = {}


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest of the year: its quarters that are still to come, what they bring, and from what that is expected.

    late: what the few may bring who have not reported of known quarters yet, each as much as those who have; it is
    expected of nobody, but it keeps the year open. None: all have reported."""

    quarters: tuple[int, ...] = ()
    basis: Basis = Basis.YEAR_OVER
    amounts: Amounts = Amounts()
    late: Amounts | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can still be reported of the year."""
        return bool(self.quarters) or self.late is not None


def is_known(coverage: Coverage) -> bool:
    """Return whether a quarter was reported by so many that its sums stand for all."""
    return 0 < coverage.expected * KNOWN_PERCENT <= coverage.reported * 100


def late_of(amounts: Amounts, coverage: Coverage) -> Amounts | None:
    """Return what those who have not reported of a known quarter may bring, as much each as those who have."""
    missing = coverage.expected - coverage.reported
    return amounts.times(Fraction(missing, coverage.reported)) if missing > 0 else None


def amounts_of(pooled: Pooled) -> Amounts:
    """Return what was reported as exact amounts; what is not there adds nothing."""
    return Amounts(*(Fraction(each or 0) for each in (pooled.numerator, pooled.denominator, pooled.value)))


def total(amounts: Iterable[Amounts]) -> Amounts:
    """Return the sum."""
    return sum(amounts, Amounts())


def still_expected(
    this_year: Quarters, last_year: Quarters, begun: Quarters = NOTHING_KNOWN, late: Amounts | None = None
) -> Rest:
    """Return what the quarters to come bring: what last year's same quarters did, else this year's mean.

    begun: what few have reported of quarters that are not known yet; late: as in Rest."""
    to_come = tuple(number for number in range(1, 5) if number not in this_year)
    if not to_come:
        return Rest(late=late)
    if all(number in last_year for number in to_come):
        basis, whole = Basis.LAST_YEAR, last_year
    elif this_year:
        mean = total(this_year.values()).times(Fraction(1, len(this_year)))
        basis, whole = Basis.THIS_YEAR, dict.fromkeys(to_come, mean)
    else:
        return Rest(to_come, Basis.NOTHING, late=late)
    amounts = total(whole[number].less(begun.get(number, Amounts())) for number in to_come)
    return Rest(to_come, basis, amounts, late)
