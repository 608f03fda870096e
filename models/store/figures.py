"""The figures of a plan: reads the plan once, asks for sums, and lets models.progress judge them."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date

from models.errors import KnownError
from models.period import Period
from models.plan import Indicator, Plan
from models.progress import Figure, worst_first
from models.same_period import Before, before
from models.store.database import Database
from models.store.figure_reader import FigureReader, by_unit
from models.store.figure_reader import Point as Point
from models.store.restated import RestatedReader
from models.store.unit_events import events
from models.succession import all_events, passed_on
from models.unit import UnitEvent, UnitTree

ROWS_AT_ONCE = 200_000


def progress(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    unit: str | None = None,
    *,
    codes: Container[str] | None = None,
    today: date | None = None,
) -> list[Figure]:
    """Return one figure per indicator, worst first: of the whole plan, or of a unit and all below it.

    on is the day asked; codes: these indicators only; today: on the units of that day, not as reported. Raises
    KnownError for a unit that the file does not know."""
    return ProgressReader(db, plan, period, on, codes, today=today).of(unit)


class ProgressReader:
    """A plan and a period read once, to answer for one unit after another: for as long as only actuals change.

    As reported, or, where today is given, on the units of that day."""

    def __init__(
        self,
        db: Database,
        plan: Plan,
        period: Period,
        on: date,
        codes: Container[str] | None = None,
        *,
        today: date | None = None,
    ) -> None:
        if today is None:
            self.reader = FigureReader(db, plan, period, on, None, codes)
        else:
            self.reader = RestatedReader(db, plan, period, on, codes, today)

    @property
    def codes(self) -> list[str]:
        """The codes of the indicators, in the plan's order."""
        return [each.code for each in self.reader.indicators]

    @property
    def tree(self) -> UnitTree:
        """The units of the file."""
        return self.reader.tree

    def at(self, period: Period) -> "ProgressReader":
        """Return the same for another period; the plan is not read again."""
        return self._with(self.reader.at(period))

    def only(self, codes: Container[str]) -> "ProgressReader":
        """Return the same for some of its indicators."""
        return self._with(self.reader.only(codes))

    def through(self, db: Database) -> "ProgressReader":
        """Return the same over another connection to the file."""
        return self._with(self.reader.through(db))

    def on_units_of(self, day: date) -> "ProgressReader":
        """Return the same on the units of another day; only of one that is on the units of a day."""
        assert isinstance(self.reader, RestatedReader)
        return self._with(self.reader.on_units_of(day))

    def _with(self, reader: FigureReader) -> "ProgressReader":
        other = copy(self)
        other.reader = reader
        return other

    def of(self, unit: str | None) -> list[Figure]:
        """Return one figure per indicator, worst first: of the whole plan, or of a unit and all below it.

        Raises KnownError for a unit that the file does not know."""
        reader = self.reader
        reader.check(unit)
        return worst_first(reader.figures(reader.pool, reader.rows_of(unit), unit, reader.indicators))

    def of_each(self, units: Sequence[str]) -> dict[str, list[Figure]]:
        """Return for each of some units what `of` says, in the plan's order: their rows are read at once.

        For units that few report under: all that is summed up is held. Raises KnownError for an unknown unit."""
        reader = self.reader
        for unit in units:
            reader.check(unit)
        source, rows = reader.source(reader.indicators, units), reader.rows_of_each(units)
        return {unit: reader.figures(source, rows, unit, reader.indicators) for unit in units}

    def by_unit(self, root: str | None = None, among: Collection[str] | None = None) -> list[Figure]:
        """Return one figure per indicator and unit, as progress_by_unit does; among: of these units only."""
        reader = self.reader
        reader.check(root)
        found = {(each.indicator.code, each.unit): each for each in _figures_by_unit(reader, root, among)}
        keys = ((each.code, unit) for each in reader.indicators for unit in reader.tree.units)
        return worst_first(found[key] for key in keys if key in found)

    def happened(self, unit: str | None) -> list[tuple[float, UnitEvent]]:
        """Return what happened to units in the year and after which quarter; as reported, nothing."""
        reader = self.reader
        return reader.happened(unit) if isinstance(reader, RestatedReader) else []

    def trend(self, code: str, quarters: Sequence[Period], unit: str | None = None) -> list[Point]:
        """Return an indicator's quarters, as trend does."""
        reader = self.reader
        reader.check(unit)
        asked = next((each for each in reader.indicators if each.code == code and each.kind.rolls_up), None)
        if asked is None:
            raise KnownError(f"Kế hoạch {reader.plan.code} không có tỷ lệ hay số lượng mang mã {code}.")
        return reader.points(asked, quarters, unit)


def progress_by_unit(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    *,
    root: str | None = None,
    codes: Container[str] | None = None,
    today: date | None = None,
) -> list[Figure]:
    """Return one figure per indicator and unit that is expected to report it, worst first.

    Of a measure that does not roll up also the units that a value is given for. root: only the units below this
    one, itself included; codes: these indicators only; today: on the units of that day, not as reported. Raises
    KnownError for a unit that the file does not know."""
    return ProgressReader(db, plan, period, on, codes, today=today).by_unit(root)


@dataclass(frozen=True, slots=True)
class Acting:
    """Those who can still act: the units there are on a day, each with what was reported by units that it took over
    from in the year."""

    reader: ProgressReader
    day: date

    def only(self, codes: Container[str]) -> "Acting":
        """Return the same for some of the indicators."""
        return replace(self, reader=self.reader.only(codes))

    def through(self, db: Database) -> "Acting":
        """Return the same over another connection to the file."""
        return replace(self, reader=self.reader.through(db))

    def by_unit(self, root: str | None = None, among: Collection[str] | None = None) -> list[Figure]:
        """Return one figure per indicator and unit, as ProgressReader.by_unit does."""
        tree, found = self.reader.tree, self.reader.by_unit(root, among)
        return [each for each in found if each.unit in (None, root) or tree[each.unit].is_valid_on(self.day)]


def acting(db: Database, of: ProgressReader) -> Acting:
    """Return those who can still act of a plan and period read as reported: on the period's last day, or on the day
    asked where that is earlier."""
    reader = of.reader
    day, first = (
        min(reader.on, reader.windows.of(reader.period).last),
        reader.windows.of(Period(reader.period.year)).first,
    )
    passed = (each.day for each in all_events(reader.tree.units.values(), events(db)) if passed_on(each))
    if not any(first <= each <= day for each in passed):
        return Acting(of, day)
    return Acting(ProgressReader(db, reader.plan, reader.period, reader.on, frozenset(of.codes), today=day), day)


def acting_by_unit(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    *,
    root: str | None = None,
    codes: Container[str] | None = None,
) -> list[Figure]:
    """Return progress_by_unit of those who can still act. Raises KnownError for a unit that the file does not know."""
    return acting(db, ProgressReader(db, plan, period, on, codes)).by_unit(root)


def same_period(db: Database, plan: Plan, period: Period, unit: str | None = None) -> dict[str, Before]:
    """Return what was reported in the same period of the year before, by the code of each indicator that has any.

    Of the whole plan, or of a unit and all below it; rolled up over those who are given the indicator today and were
    there then. An index that is published in the year after is compared over whole years only. Raises KnownError for
    a unit that the file does not know."""
    reader = FigureReader(db, plan, period, date.max, unit)
    asked = [each for each in reader.indicators if each.published_month is None or period.is_year]
    found = reader.reported_before(unit, asked)
    then = period.in_year(period.year - 1)
    known = ((each.code, before(each, then, *found[each.code])) for each in asked)
    return {code: each for code, each in known if each is not None}


def trend(
    db: Database,
    plan: Plan,
    code: str,
    quarters: Sequence[Period],
    unit: str | None = None,
    *,
    today: date | None = None,
) -> list[Point]:
    """Return an indicator's quarters, of any years, each for itself: of the whole plan, or of a unit and all below it.

    Who is expected follows today's assignment and the units of each quarter; today: on the units of that day. Raises
    KnownError for an indicator the plan does not have, one that does not roll up, or an unknown unit."""
    return ProgressReader(db, plan, Period(plan.year), date.max, today=today).trend(code, quarters, unit)


def _figures_by_unit(reader: FigureReader, root: str | None, among: Collection[str] | None) -> Iterator[Figure]:
    rows = by_unit(reader.pool.rows_of_everybody(reader.periods_given, reader.not_rolled_up))
    lines = {each.code: reader.units_of(each, root, rows) for each in reader.indicators}
    roots: Collection[str | None] = [root]
    if among is not None:
        lines = {code: units.intersection(among) for code, units in lines.items()}
        roots = frozenset[str]().union(*lines.values())
    for some in _portions(reader, root):
        source = reader.source(some, roots)
        of_unit: dict[str, list[Indicator]] = defaultdict(list)
        for each in some:
            for unit in lines[each.code]:
                of_unit[unit].append(each)
        for unit, its in of_unit.items():
            yield from filter(reader.is_told, reader.figures(source, rows, unit, its))


def _portions(reader: FigureReader, root: str | None) -> Iterator[list[Indicator]]:
    """Part the indicators so that the rows of each portion fit into memory, however large the file is."""
    some: list[Indicator] = []
    size = 0
    for each in reader.indicators:
        rows = 8 * len(reader.this_year.looked_at(each, [root])) if each.kind.rolls_up else 0
        if some and size + rows > ROWS_AT_ONCE:
            yield some
            some, size = [], 0
        some.append(each)
        size += rows
    yield some
