"""What the page asks of the file, and the answers: read in the worker, with a connection of its own. No Qt."""

from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.measure import Kind
from models.period import Period, Span
from models.plan import Indicator, Plan
from models.progress import Figure, State, worst_first
from models.store.database import Database, open_database
from models.store.figures import ProgressReader
from models.store.indicators import indicators
from models.store.outlook import Outlook, outlooks_alone
from models.store.plans import plan

CUMULATIVE = (Span.Q1, Span.H1, Span.M9, Span.YEAR)
PAST_YEARS = 3  # that say how far off a forecast may be


class Question(NamedTuple):
    """The context: root is the unit whose units are shown, None the whole plan; then the period compared with."""

    path: Path
    plan: str
    period: Period
    on: date
    root: str | None
    then: Period | None


Figures = dict[str, Figure]  # by the indicator's code, or by the unit's


class Overall(NamedTuple):
    """All indicators of the units together, worst first, now and in the period compared with."""

    now: list[Figure]
    then: Figures


@dataclass(frozen=True, slots=True)
class Course:
    """An indicator through the year: a figure after each quarter, None where the quarter has none.

    this_year ends with the period asked; year is the figure that the yearly target is held against. outlook: what
    remains and what the year will end with, where anything can be said."""

    year: Figure
    this_year: tuple[Figure | None, ...]
    last_year: tuple[Figure | None, ...]
    outlook: Outlook | None

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.year.indicator


class Detail(NamedTuple):
    """What hangs on the chosen indicator and unit: the unit's figures now and then, and the indicator's course."""

    now: list[Figure]
    then: Figures
    course: Course | None


class Ranking(NamedTuple):
    """All units beside one another for an indicator, now and in the period compared with."""

    code: str
    now: list[Figure]
    then: Figures


class Block(NamedTuple):
    """Some units by some indicators."""

    units: tuple[str, ...]
    codes: tuple[str, ...]


def read_overall(asked: Question) -> Overall:
    """Read the figures of the units together."""
    with closing(open_database(asked.path, read_only=True)) as db:
        return _overall(db, plan(db, asked.plan), asked, asked.root)


def read_overall_anew(asked: Question, base: Overall, codes: frozenset[str]) -> Overall:
    """Read the figures of some indicators; base has those of all as they were."""
    with closing(open_database(asked.path, read_only=True)) as db:
        new = _overall(db, plan(db, asked.plan), asked, asked.root, codes)
        now = {each.indicator.code: each for each in (*base.now, *new.now)}
        order = (each.code for each in indicators(db, asked.plan))
        return Overall(worst_first(now[code] for code in order if code in now), base.then | new.then)


def read_block(asked: Question, block: Block) -> dict[tuple[str, str], Figure]:
    """Read the figures of some units by some indicators."""
    with closing(open_database(asked.path, read_only=True)) as db:
        reader = ProgressReader(db, plan(db, asked.plan), asked.period, asked.on, frozenset(block.codes))
        found = reader.of_each(block.units)
        return {(unit, each.indicator.code): each for unit, its in found.items() for each in its}


def read_detail(asked: Question, code: str, unit: str | None, base: Overall) -> Detail:
    """Read what hangs on a chosen indicator and unit; base has the figures of all units together."""
    with closing(open_database(asked.path, read_only=True)) as db:
        its = plan(db, asked.plan)
        overall = base if unit is None else _overall(db, its, asked, unit)
        reader = ProgressReader(db, its, asked.period, asked.on, frozenset({code}))
        return Detail(overall.now, overall.then, _course(reader, code, asked.root if unit is None else unit))


def read_ranking(asked: Question, code: str) -> Ranking:
    """Read an indicator's figures of all units."""
    with closing(open_database(asked.path, read_only=True)) as db:
        reader = ProgressReader(db, plan(db, asked.plan), asked.period, asked.on, frozenset({code}))
        then = reader.at(asked.then).by_unit(asked.root) if asked.then else []
        return Ranking(code, reader.by_unit(asked.root), {each.unit: each for each in then if each.unit})


def _overall(
    db: Database, its: Plan, asked: Question, unit: str | None, codes: frozenset[str] | None = None
) -> Overall:
    reader = ProgressReader(db, its, asked.period, asked.on, codes)
    now = reader.of(unit)
    then = reader.at(asked.then).of(unit) if asked.then else []
    return Overall(now, {each.indicator.code: each for each in then})


def _course(reader: ProgressReader, code: str, unit: str | None) -> Course | None:
    """Read an indicator's year; the reader knows this one only."""
    number, year = reader.reader.period.number, reader.reader.period.year
    its_year = _one(reader, Period(year), unit)
    if its_year is None:
        return None
    indicator = its_year.indicator
    this_year = [_one(reader, Period(year, span), unit) for span in CUMULATIVE[:number]]
    last_year = [_one(reader, Period(year - 1, span), unit) for span in CUMULATIVE]
    is_there = _quarters_there(reader, indicator, year, unit)
    return Course(
        its_year,
        tuple(_known(each, there) for each, there in zip(this_year, is_there[4:], strict=False)),
        tuple(_known(each, there) for each, there in zip(last_year, is_there[:4], strict=True)),
        outlooks_alone(reader, unit, PAST_YEARS).get(code),
    )


def _one(reader: ProgressReader, period: Period, unit: str | None) -> Figure | None:
    return next(iter(reader.at(period).of(unit)), None)


def _quarters_there(reader: ProgressReader, indicator: Indicator, year: int, unit: str | None) -> Sequence[bool]:
    """Return for the quarters of last year and this one whether anything was reported in each.

    A measure that does not roll up stands until the next one is given; an opening is given once."""
    quarters = [*Period(year - 1).quarters, *Period(year).quarters]
    if not indicator.kind.rolls_up or indicator.is_opening:
        return [True] * len(quarters)
    return [each.reported_units > 0 for each in reader.trend(indicator.code, quarters, unit)]


def _known(figure: Figure | None, is_there: bool) -> Figure | None:
    """A figure that cannot be right leaves a gap, like one that is not there."""
    if figure is None or figure.value is None or figure.state is State.TO_CHECK:
        return None
    return figure if is_there else None


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
