"""What a chart in a report shows: Word draws it, the preview lists its numbers. Labels say values as the text does."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class GapChart:
    """Bars to the left and the right of zero.

    least and most are those of all charts that are compared with this one: they have one scale."""

    title: str
    description: str
    below_title: str
    above_title: str
    names: tuple[str, ...]
    values: tuple[Fraction, ...]
    labels: tuple[str, ...]
    least: Fraction
    most: Fraction

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Its numbers as rows of words."""
        return list(zip(self.names, self.labels, strict=True))


class LineLook(StrEnum):
    """How a line of a trend is drawn, so that lines are told apart without colour."""

    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a trend, one value a place; None is a gap in it. A target's line has no labels."""

    name: str
    look: LineLook
    values: tuple[Fraction | None, ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendChart:
    """How one indicator went, quarter by quarter; values are percent where is_percent is set."""

    title: str
    description: str
    places: tuple[str, ...]
    lines: tuple[Line, ...]
    is_percent: bool

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Its numbers as rows of words: a line a row, the places on top. A target says its number in its name."""
        lines = ((line.name, *(line.labels or ("",) * len(self.places))) for line in self.lines)
        return [("", *self.places), *lines]


@dataclass(frozen=True, slots=True)
class CountChart:
    """How many stand where: a bar a name, parted by states; counts are by name, in the order of the states.

    A state keeps its pattern in every chart by its place; one that nothing stands in is not shown."""

    title: str
    description: str
    names: tuple[str, ...]
    states: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def shown(self) -> list[int]:
        """The places of the states that anything stands in."""
        return [place for place in range(len(self.states)) if any(row[place] for row in self.counts)]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Its numbers as rows of words: a name a row, the states on top."""
        counted = (
            (name, *(str(row[place]) for place in self.shown))
            for name, row in zip(self.names, self.counts, strict=True)
        )
        return [("", *(self.states[place] for place in self.shown)), *counted]


Chart = GapChart | TrendChart | CountChart
