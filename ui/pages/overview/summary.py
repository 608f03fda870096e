"""What the overview says of figures: counts, the three that matter most, and which units to press. No Qt."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction

from models.gap_closing import lacking
from models.progress import WORST_FIRST, Figure, State, urgency

CARDS = 3
COUNTED = (State.MISSED, State.NEAR, State.MET, State.NO_DATA, State.NOT_DUE, State.NOT_APPLICABLE)
SHORT = (State.MISSED, State.NEAR)


def counted_states(counts: Counter[State]) -> list[State]:
    """Return the states of the strip: six always, those to check and those without a target when there are any."""
    more = [state for state in (State.TO_CHECK, State.NO_TARGET) if counts[state]]
    return [*COUNTED, *more]


def counts_of(figures: Iterable[Figure]) -> Counter[State]:
    """Count the figures by state."""
    return Counter(each.state for each in figures)


def heaviest(figures: Iterable[Figure]) -> list[Figure]:
    """Return the three heaviest shortfalls; where there are fewer, then those with the least reserve."""
    judged = [each for each in figures if each.gap is not None]
    short = sorted((each for each in judged if each.state in SHORT), key=urgency)
    reserve = sorted((each for each in judged if each.state is State.MET), key=urgency)
    return [*short, *reserve][:CARDS]


def is_all_met(figures: Iterable[Figure]) -> bool:
    """Whether something is judged and nothing is behind."""
    states = {each.state for each in figures if each.gap is not None}
    return states == {State.MET}


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """How many units have reported, and who is missing until when; both in fewer words too."""

    coverage: str
    lacking: str
    short: str = ""
    short_lacking: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one unit stands: whether all that is asked of it is there, and its figures by state."""

    unit: str
    is_complete: bool
    lacking: int
    counts: Counter[State]

    @property
    def judged(self) -> int:
        """How many of its figures can be held against a target."""
        return sum(self.counts[state] for state in (*SHORT, State.MET))


def standings(figures: Iterable[Figure]) -> list[Standing]:
    """Gather figures by unit. An office that only has scores, ranks and the like is not among the units that report."""
    by_unit: dict[str, list[Figure]] = {}
    for each in figures:
        if each.unit is not None:
            by_unit.setdefault(each.unit, []).append(each)
    return [
        _standing(unit, mine) for unit, mine in by_unit.items() if any(each.indicator.kind.rolls_up for each in mine)
    ]


def in_pressing_order(found: Iterable[Standing], units: Iterable[str]) -> list[Standing]:
    """Return units as they are to be pressed: not complete first, then most missed; equal ones in the order given."""
    its = {each.unit: each for each in found}
    return sorted((its[unit] for unit in units if unit in its), key=_pressing)


def _standing(unit: str, figures: list[Figure]) -> Standing:
    asked = [each for each in figures if each.indicator.kind.rolls_up]
    lacking = sum(each.reported_units < each.expected_units for each in asked)
    return Standing(unit, lacking == 0, lacking, counts_of(figures))


def _pressing(standing: Standing) -> tuple[int, ...]:
    return -standing.lacking, *(-standing.counts[state] for state in WORST_FIRST)


def pulling(figures: Iterable[Figure], codes: Collection[str], limit: int = CARDS) -> dict[str, list[str]]:
    """Return the units that lack most of each of some indicators, at most so many; figures: by unit."""
    short: dict[str, list[tuple[Fraction, str]]] = {code: [] for code in codes}
    for each in figures:
        if each.indicator.code in short and each.unit is not None and (amount := abs(lacking(each))):
            short[each.indicator.code].append((amount, each.unit))
    return {
        code: [unit for _, unit in sorted(found, key=lambda pair: -pair[0])[:limit]] for code, found in short.items()
    }


def missing(found: Iterable[Standing]) -> list[Standing]:
    """Return the units of which something is not reported."""
    return [each for each in found if not each.is_complete]


def most_missed(found: Iterable[Standing], limit: int = 4) -> list[Standing]:
    """Return the units with the most missed indicators, at most so many."""
    behind = [each for each in found if each.counts[State.MISSED]]
    return sorted(behind, key=lambda each: -each.counts[State.MISSED])[:limit]
