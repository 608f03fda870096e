"""Units beside one another for one indicator: shared ranks, what each is lacking, and who makes up most of it.

Pure functions over figures of the same indicator and period, one a unit. Source: docs/figures.md, 14."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.gap_closing import lacking
from models.measure import Kind, Operator
from models.progress import Figure, State

FEW_CASES = 50  # unless an office sets it: a rate of fewer cases jumps with each of them, is ranked, and marked
_LESS_IS_BETTER = (Operator.AT_MOST, Operator.LESS_THAN, Operator.REDUCE)
_NEARER_IS_BETTER = (Operator.EQUAL, Operator.RANGE)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit's figure and its place. rank: None without a value that can be judged, and of a unit that has ceased.
    lacking: how many objects (of a ratio: in its numerator) separate it from its target as it stands, 0 when met; None
    where that has no meaning, as for one that has ceased: nobody can act on it."""

    figure: Figure
    rank: int | None
    lacking: Fraction | None
    has_few_cases: bool
    has_ceased: bool = False


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The units that lack most and together make up half of all that is lacking, largest first, and their share."""

    units: tuple[str, ...]
    share: Fraction


def ranked(
    figures: Iterable[Figure], few_cases: int = FEW_CASES, ceased: Container[str | None] = frozenset()
) -> list[Ranked]:
    """Return the units, the best first; equal values share a rank, and those without a value follow without one.

    few_cases: rates of fewer are marked. ceased: units that are there no more; what they reported stands at the end."""
    figures = list(figures)
    gone = [each for each in figures if each.unit in ceased and each.value is not None]
    found = [each for each in figures if each.unit not in ceased]
    operator = _operator(found)
    goodness = {place: key for place, each in enumerate(found) if (key := _goodness(each, operator)) is not None}
    order = sorted(goodness, key=lambda place: (-float(goodness[place]), -goodness[place]))  # floats are quicker
    first = {goodness[place]: rank for rank, place in reversed(list(enumerate(order, 1)))}
    rest = [place for place in range(len(found)) if place not in goodness]
    ranks = [(place, first[goodness[place]]) for place in order] + [(place, None) for place in rest]
    here = [
        Ranked(found[place], rank, lacking_of(found[place]), has_few_cases(found[place], few_cases))
        for place, rank in ranks
    ]
    return here + [Ranked(each, None, None, has_few_cases(each, few_cases), has_ceased=True) for each in gone]


def lacking_of(figure: Figure) -> Fraction | None:
    """Return how many objects separate a figure from its target as it stands, too few or too many; 0 when it is met.

    None for what counts no objects, or cannot be judged."""
    if figure.gap is None or not figure.indicator.kind.rolls_up:
        return None
    return abs(lacking(figure))


def has_few_cases(figure: Figure, few_cases: int = FEW_CASES) -> bool:
    """Return whether a rate is one of so few cases that each of them moves it much."""
    is_rate = figure.indicator.kind is Kind.RATIO and figure.value is not None
    return is_rate and figure.denominator is not None and figure.denominator < few_cases


def are_over(rows: Iterable[Ranked]) -> bool:
    """Return whether units that are off their targets have too much, none of them too little."""
    off = [lacking(each.figure) for each in rows if each.lacking]
    return bool(off) and max(off) < 0


def half_of_shortfall(rows: Sequence[Ranked]) -> Shortfall | None:
    """Return the fewest units that make up at least half of what all are lacking; None where nothing is lacking."""
    short = sorted((each for each in rows if each.lacking), key=lambda each: -(each.lacking or 0))
    total = sum((each.lacking or Fraction(0) for each in short), Fraction(0))
    if not total:
        return None
    units, part = list[str](), Fraction(0)
    for each in short:
        if 2 * part >= total:
            break
        units.append(each.figure.unit or each.figure.plan)
        part += each.lacking or 0
    return Shortfall(tuple(units), part / total)


def _operator(figures: Sequence[Figure]) -> Operator | None:
    """Return the way all are held against their targets: the plan's, else that of the first with its own."""
    if figures and figures[0].indicator.target is not None:
        return figures[0].indicator.target.operator
    return next((each.threshold.operator for each in figures if each.threshold), None)


def _goodness(figure: Figure, operator: Operator | None) -> Fraction | None:
    if figure.value is None or figure.state is State.TO_CHECK:
        return None
    if operator in _NEARER_IS_BETTER:
        return figure.gap
    is_less_better = figure.indicator.kind.lower_is_better or operator in _LESS_IS_BETTER
    return -figure.value if is_less_better else figure.value
