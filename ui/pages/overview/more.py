"""What takes longer and is read in the worker: units, what remains, last quarters, alerts."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.alerts import Alert
from models.progress import Figure
from models.remaining import Remaining
from models.submission import Standing as FormStanding
from ui.pages.overview.loading import Figures, Question
from ui.pages.overview.summary import Standing, heaviest, in_pressing_order, pulling, standings
from ui.pages.overview.trends_panel import QUARTERS, last_quarters

if TYPE_CHECKING:
    from models.store.figures import Acting, ProgressReader
    from ui.tasks import Job

PARTS = 4 + QUARTERS


@dataclass(frozen=True)
class More:
    """What the worker found: how each unit stands, who is to be pressed first, and its form of the last quarter; of
    the cards the units that lack most, what remains, and the last quarters, by the indicator's code; what wants doing.

    reader: the plan as it was read for all of it; acting: those who can still act, by the same reading."""

    standings: Sequence[Standing] = ()
    pulling: Mapping[str, Sequence[str]] = field(default_factory=dict)
    forms: Mapping[str, FormStanding] = field(default_factory=dict)
    remaining: Mapping[str, Remaining] = field(default_factory=dict)
    series: Mapping[str, Sequence[Figure]] = field(default_factory=dict)
    alerts: Sequence[Alert] = ()
    reader: "ProgressReader | None" = field(default=None, compare=False)
    acting: "Acting | None" = field(default=None, compare=False)


@dataclass(frozen=True)
class Wanted:
    """What the worker is asked: more of a question and its figures. base: what was found before on the same reading of
    the plan; then only what hangs on some cells of indicators and units is read anew."""

    asked: Question
    found: Figures
    base: More | None = None
    cells: Collection[tuple[str, str]] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The indicators of the cells."""
        return frozenset(code for code, _ in self.cells)


def read_more(wanted: Wanted, job: "Job") -> More:
    """Read what takes longer, over a connection of its own. Between its parts it may be stopped, so that whoever looks
    at something else does not wait for it."""
    from models.store.alerts import alerts
    from models.store.board import board
    from models.store.database import open_database
    from models.store.figures import acting

    asked, reader = wanted.asked, wanted.found.reader
    assert reader is not None
    with closing(open_database(asked.path, read_only=True)) as db:
        its = reader.through(db)
        remaining = _remaining(wanted, its)
        job.progress(1, PARTS)
        units_acting = wanted.base.acting if wanted.base and wanted.base.acting else acting(db, its)
        units, pulled = _units(wanted, units_acting.through(db))
        job.progress(2, PARTS)
        forms = {each.unit: each for each in board(db, asked.plan, asked.period.last_quarter, asked.on)}
        job.progress(3, PARTS)
        todo = alerts(db, asked.plan, asked.period, asked.on, asked.unit, remaining=remaining)
        series = _series(wanted, its, job)
    return More(units, pulled, forms, remaining, series, todo, reader, units_acting)


def _remaining(wanted: Wanted, its: "ProgressReader") -> dict[str, Remaining]:
    from models.store.outlook import remaining_alone

    if wanted.base is None:
        return remaining_alone(its, wanted.asked.unit)
    kept = {code: each for code, each in wanted.base.remaining.items() if code not in wanted.codes}
    found = kept | remaining_alone(its.only(wanted.codes), wanted.asked.unit)
    return {code: found[code] for code in its.codes if code in found}


def _units(wanted: Wanted, its: "Acting") -> tuple[list[Standing], dict[str, list[str]]]:
    """Return how the units stand, and those that lack most of the cards; nothing where they are too many."""
    asked, base, tree = wanted.asked, wanted.base, its.reader.tree
    if asked.is_large:
        return [], {}
    codes = frozenset(each.indicator.code for each in heaviest(wanted.found.judged))
    if base is None:
        by_unit = its.by_unit(asked.unit)
        return in_pressing_order(standings(by_unit), tree.units), pulling(by_unit, codes)
    touched = frozenset[str]().union(*(tree.reached_from(unit) for _, unit in wanted.cells))
    stand = [each for each in base.standings if each.unit not in touched]
    if touched:
        stand += standings(its.by_unit(asked.unit, touched))
    pulled = {code: list(base.pulling[code]) for code in codes & base.pulling.keys() - wanted.codes}
    if others := codes - pulled.keys():
        pulled |= pulling(its.only(others).by_unit(asked.unit), others)
    return in_pressing_order(stand, tree.units), pulled


def _series(wanted: Wanted, its: "ProgressReader", job: "Job") -> dict[str, Sequence[Figure]]:
    some = its if wanted.base is None else its.only(wanted.codes)
    found: dict[str, list[Figure]] = defaultdict(list)
    for number, period in enumerate(last_quarters(wanted.asked.period), start=4):
        job.progress(number, PARTS)
        for each in some.at(period).of(wanted.asked.unit):
            found[each.indicator.code].append(each)
    return {**(wanted.base.series if wanted.base else {}), **found}
