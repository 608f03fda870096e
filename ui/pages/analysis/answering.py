"""Reads what the page asks of the file: in the worker, over connections of its own. No Qt."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from models.period import Period
from models.plan import Indicator
from models.progress import Figure, State, renewed, worst_first
from models.store.database import open_database
from models.store.figures import ProgressReader
from models.store.outlook import outlooks_alone
from models.store.plans import plan
from ui.pages.analysis.asking import (
    CUMULATIVE,
    Block,
    Cell,
    CellFigures,
    Changed,
    Course,
    Detail,
    Overall,
    Question,
    Ranking,
    Shown,
)

PAST_YEARS = 3  # that say how far off a forecast may be


class Answering:
    """Answers all that is asked in one context, one thing after the other. The plan and its units are read once: where
    they change, another is made."""

    def __init__(self, asked: Question) -> None:
        self.asked = asked
        self._read: ProgressReader | None = None

    def overall(self) -> Overall:
        """Read the figures of the units together."""
        with self._reader() as reader:
            return self._of(reader, self.asked.root)

    def block(self, block: Block) -> CellFigures:
        """Read the figures of some units by some indicators."""
        with self._reader() as reader:
            return _cells(reader.only(frozenset(block.codes)), block.units)

    def detail(self, code: str, unit: str | None, base: Overall) -> Detail:
        """Read what hangs on a chosen indicator and unit; base has the figures of all units together."""
        with self._reader() as reader:
            figures = base if unit is None else self._of(reader, unit)
            return Detail(code, unit, figures, self._course(reader, code, unit))

    def ranking(self, code: str) -> Ranking:
        """Read an indicator's figures of all units."""
        with self._reader() as reader:
            its = reader.only({code})
            then = its.at(self.asked.then).by_unit(self.asked.root) if self.asked.then else []
            return Ranking(code, its.by_unit(self.asked.root), {each.unit: each for each in then if each.unit})

    def changed(self, cells: frozenset[Cell], shown: Shown) -> Changed:
        """Read only what hangs on some cells, and say again what else is shown."""
        codes = frozenset(code for code, _ in cells)
        with self._reader() as reader:
            tree, its = reader.tree, reader.only(codes)
            units = frozenset[str]().union(*(tree.reached_from(unit) for _, unit in cells))
            overall, detail, ranking = (
                self._overall_anew(its, shown.overall, self.asked.root),
                shown.detail,
                shown.ranking,
            )
            if detail is not None and detail.unit is not None:
                detail = detail._replace(figures=self._overall_anew(its, detail.figures, detail.unit))
            if detail is not None and detail.code in codes:
                detail = detail._replace(course=self._course(reader, detail.code, detail.unit))
            if ranking is not None and ranking.code in codes:
                ranking = self._ranking_anew(reader.only({ranking.code}), ranking, units)
            touched = [each for each in units if each in shown.units]
            return Changed(_cells(its, touched), self._overall_anew(its, overall, self.asked.root), detail, ranking)

    @contextmanager
    def _reader(self) -> Iterator[ProgressReader]:
        """Open the file, and read the plan where that was not done yet."""
        asked = self.asked
        with closing(open_database(asked.path, read_only=True)) as db:
            if self._read is None:
                the_plan = plan(db, asked.plan)
                self._read = ProgressReader(db, the_plan, asked.period, asked.on, today=asked.today)
            yield self._read.through(db)

    def _of(self, reader: ProgressReader, unit: str | None) -> Overall:
        then = reader.at(self.asked.then).of(unit) if self.asked.then else []
        return Overall(reader.of(unit), {each.indicator.code: each for each in then})

    def _overall_anew(self, its: ProgressReader, base: Overall, unit: str | None) -> Overall:
        new = self._of(its, unit)
        assert self._read is not None
        return Overall(renewed(base.now, new.now, self._read.codes), base.then | new.then)

    def _ranking_anew(self, its: ProgressReader, base: Ranking, units: frozenset[str]) -> Ranking:
        root, then = self.asked.root, {}
        if self.asked.then:
            then = {each.unit: each for each in its.at(self.asked.then).by_unit(root, units) if each.unit}
        now = {each.unit: each for each in base.now if each.unit not in units}
        now |= {each.unit: each for each in its.by_unit(root, units)}
        order = its.tree.units
        return Ranking(base.code, worst_first(now[unit] for unit in order if unit in now), base.then | then)

    def _course(self, reader: ProgressReader, code: str, unit: str | None) -> Course | None:
        return _course(reader.only({code}), code, self.asked.root if unit is None else unit)


def _cells(reader: ProgressReader, units: Sequence[str]) -> CellFigures:
    found = reader.of_each(units)
    return {(unit, each.indicator.code): each for unit, its in found.items() for each in its}


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
        tuple(reader.happened(unit)),
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
