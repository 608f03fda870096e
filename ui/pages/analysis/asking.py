"""What the page asks of the file, and the answers. No Qt."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.measure import Kind
from models.period import Period, Span
from models.plan import Indicator
from models.progress import Figure
from models.store.outlook import Outlook
from models.unit import UnitEvent

CUMULATIVE = (Span.Q1, Span.H1, Span.M9, Span.YEAR)


class Question(NamedTuple):
    """The context: root is the unit whose units are shown, None the whole plan; then the period compared with.

    today: figures are taken on the units of that day; None: as they were reported."""

    path: Path
    plan: str
    period: Period
    on: date
    root: str | None
    then: Period | None
    today: date | None = None


Figures = Mapping[str, Figure]  # by the indicator's code, or by the unit's
Cell = tuple[str, str]  # an indicator, a unit: as a write says what it touched
CellFigures = dict[tuple[str, str], Figure]  # by unit and indicator


class Overall(NamedTuple):
    """All indicators of a unit, or of the units together, worst first, now and in the period compared with."""

    now: list[Figure]
    then: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Course:
    """An indicator through the year: a figure after each quarter, None where the quarter has none.

    this_year ends with the period asked; year is the figure that the yearly target is held against. outlook: what
    remains and what the year will end with, where anything can be said. events: what happened to units, and where
    between the quarters, of figures on today's units."""

    year: Figure
    this_year: tuple[Figure | None, ...]
    last_year: tuple[Figure | None, ...]
    outlook: Outlook | None
    events: tuple[tuple[float, UnitEvent], ...] = ()

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.year.indicator


class Detail(NamedTuple):
    """What hangs on the chosen indicator and unit: the unit's figures, and the indicator's course."""

    code: str
    unit: str | None
    figures: Overall
    course: Course | None


class Ranking(NamedTuple):
    """All units beside one another for an indicator, now and in the period compared with."""

    code: str
    now: list[Figure]
    then: dict[str, Figure]


class Block(NamedTuple):
    """Some units by some indicators."""

    units: Sequence[str]
    codes: Sequence[str]


class Shown(NamedTuple):
    """What was answered so far; units: those that the heat map has a line for."""

    overall: Overall
    detail: Detail | None
    ranking: Ranking | None
    units: Collection[str]


class Changed(NamedTuple):
    """What is to be shown after a change of cells: cells of the heat map that hang on them, and all else."""

    cells: CellFigures
    overall: Overall
    detail: Detail | None
    ranking: Ranking | None


def is_of_units(indicator: Indicator, assigned: Collection[str]) -> bool:
    """Return whether units report an indicator: it rolls up, or is given to some by name."""
    return indicator.kind.rolls_up or indicator.code in assigned


def shares_unit_of_measure(figures: Sequence[Figure]) -> bool:
    """Return whether the gaps of all figures can stand on one scale: percentage points beside percentage points."""
    measured = {_measured(each) for each in figures if each.gap is not None}
    return len(measured) < 2


def _measured(figure: Figure) -> tuple[Kind, str]:
    kind = figure.indicator.kind
    return kind, "" if kind is Kind.RATIO else figure.indicator.measured_in
