"""Units in the order of their results: who has met the most of what could be judged.

The share of judged indicators that are met decides, then the share that is at least nearly met. Units that are equal
in both have one rank, and the ranks after it are left free: 1, 2, 2, 4. A unit of which nothing could be judged has no
rank: it is not the last one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.progress import Figure, State

JUDGED = (State.MET, State.NEAR, State.MISSED)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a unit's indicators stand where; others could not be judged, or have no target."""

    unit: str
    met: int = 0
    near: int = 0
    missed: int = 0
    others: int = 0

    @property
    def judged(self) -> int:
        """How many could be judged."""
        return self.met + self.near + self.missed

    @property
    def share(self) -> Fraction | None:
        """Percent of the judged that are met; None where nothing could be judged."""
        return Fraction(100 * self.met, self.judged) if self.judged else None


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's rank, 1 is the best. is_small: so few could be judged that the rank says little."""

    rank: int
    tally: Tally
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places, best first, and the units that have none."""

    places: tuple[Place, ...] = ()
    unranked: tuple[Tally, ...] = ()

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """All units, best first, the unranked last."""
        return (*(each.tally for each in self.places), *self.unranked)


def tally(unit: str, figures: Iterable[Figure]) -> Tally:
    """Count a unit's indicators by how they stand."""
    states = Counter(each.state for each in figures)
    met, near, missed = (states[state] for state in JUDGED)
    return Tally(unit, met, near, missed, states.total() - met - near - missed)


def ranking(figures: Mapping[str, Sequence[Figure]]) -> Ranking:
    """Rank units by their figures; equal ones stand in the order given.

    A place is small where fewer than half as many could be judged as of the unit with the most."""
    tallies = [tally(unit, its) for unit, its in figures.items()]
    judged = sorted((each for each in tallies if each.judged), key=_merit, reverse=True)
    most = max((each.judged for each in judged), default=0)
    places: list[Place] = []
    for number, each in enumerate(judged, start=1):
        is_equal = bool(places) and _merit(each) == _merit(places[-1].tally)
        places.append(Place(places[-1].rank if is_equal else number, each, each.judged * 2 < most))
    return Ranking(tuple(places), tuple(each for each in tallies if not each.judged))


def _merit(its: Tally) -> tuple[Fraction, Fraction]:
    return Fraction(its.met, its.judged), Fraction(its.met + its.near, its.judged)
