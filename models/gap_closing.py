"""Which units close a gap: what each lacks, its share of the shortfall, and the fewest that are enough.

Source: docs/figures.md, 9. Everything is counted as it stands in the period, in whole objects (a ratio: in its
numerator), each unit against the target in force for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from models.measure import Kind
from models.progress import Figure, State
from models.remaining import bounds, step_of

JUDGED = (State.MET, State.NEAR, State.MISSED)


@dataclass(frozen=True, slots=True)
class UnitLacking:
    """What one unit lacks to its target, of what all units lack; negative: how many are too many."""

    unit: str
    lacking: Fraction
    of: Fraction

    @property
    def share(self) -> Fraction:
        """Its share of what all units lack; 1 is all of it."""
        return self.lacking / self.of


@dataclass(frozen=True, slots=True)
class GapClosing:
    """What a figure lacks, and which units can close the gap.

    lacking: so many more are needed, negative: so many less. units: everybody who lacks any, the largest first.
    enough: how many of the first close the gap if they reach their targets; None where all together do not."""

    lacking: Fraction
    units: tuple[UnitLacking, ...]
    enough: int | None

    @property
    def smallest_set(self) -> tuple[UnitLacking, ...]:
        """The fewest units that close the gap; empty where all together do not."""
        return self.units[: self.enough or 0]


def lacking(figure: Figure) -> Fraction:
    """Return how many more a figure needs as it stands to meet its target, negative: how many less, 0 for neither.

    0 also where nothing can be judged: no value, no target, a figure that cannot be right, what is not counted."""
    threshold = figure.threshold
    if figure.state not in JUDGED or threshold is None or not figure.indicator.kind.rolls_up:
        return Fraction(0)
    if figure.indicator.kind is Kind.RATIO:
        stands, of = Fraction(figure.numerator or 0), Fraction(figure.denominator or 0) / 100
        step = step_of(figure.numerator, figure.denominator)
    else:
        stands, of, step = figure.value or Fraction(0), Fraction(1), step_of(figure.value)
    least, most = bounds(threshold, step, of)
    if least is not None and stands < least:
        return least - stands
    return min(Fraction(0), most - stands) if most is not None else Fraction(0)


def gap_closing(figure: Figure, by_unit: Iterable[Figure]) -> GapClosing | None:
    """Return which units close a figure's gap; None where it has none, or is none of counted objects.

    by_unit: figures of the same indicator and period, of units none of which stands above another."""
    gap = lacking(figure)
    if not gap:
        return None
    sign = 1 if gap > 0 else -1
    found = [(each.unit or "", amount) for each in by_unit if (amount := sign * lacking(each)) > 0]
    found.sort(key=lambda each: (-float(each[1]), -each[1]))  # floats are quicker, fractions decide
    together = sign * sum((amount for _, amount in found), Fraction(0))
    units = tuple(UnitLacking(unit, sign * amount, together) for unit, amount in found)
    return GapClosing(gap, units, _enough([amount for _, amount in found], abs(gap)))


def _enough(amounts: list[Fraction], gap: Fraction) -> int | None:
    """Return how many of the largest come to the gap: no fewer of any others could."""
    closed = Fraction(0)
    for count, amount in enumerate(amounts, start=1):
        closed += amount
        if closed >= gap:
            return count
    return None
