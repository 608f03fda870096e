"""What the page reads: the figures, and in the worker what takes longer: units, what remains, last quarters, alerts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.alerts import Alert
from models.period import Period
from models.plan import Plan
from models.progress import Figure, renewed, worst_first
from models.remaining import Remaining
from models.submission import Standing as FormStanding
from ui.pages.overview.summary import Standing, pulling, standings
from ui.pages.overview.trends_panel import QUARTERS, last_quarters
from ui.session import Session

if TYPE_CHECKING:
    from models.store.database import Database
    from ui.tasks import Job

MOST_CELLS = 40_000  # units x indicators that are looked at one by one, and read while the page waits


class Question(NamedTuple):
    """Whose figures are asked for: of which file, plan, period, day and unit, and how many cells they are made of."""

    path: Path
    plan: Plan
    period: Period
    on: date
    unit: str | None
    cells: int

    @property
    def is_large(self) -> bool:
        """Whether units are too many to be looked at each, or to be waited for."""
        return self.cells > MOST_CELLS


@dataclass(frozen=True)
class Figures:
    """The figures of a context, worst first; watched are those without a target that concern it; the plan's grades;
    all that was read."""

    judged: Sequence[Figure] = ()
    watched: Sequence[Figure] = ()
    grades: tuple[str, ...] = ()
    read: Sequence[Figure] = ()


@dataclass(frozen=True)
class More:
    """What the worker found: how each unit stands, and its form of the last quarter; which units lack most, what
    remains, and the last quarters, by the indicator's code; what wants doing."""

    standings: Sequence[Standing] = ()
    pulling: Mapping[str, Sequence[str]] = field(default_factory=dict)
    forms: Mapping[str, FormStanding] = field(default_factory=dict)
    remaining: Mapping[str, Remaining] = field(default_factory=dict)
    series: Mapping[str, Sequence[Figure]] = field(default_factory=dict)
    alerts: Sequence[Alert] = ()


def question(session: Session) -> Question | None:
    """Return what is to be asked of what is looked at; None without a plan."""
    from models.store.indicators import indicators

    if session.path is None or not session.has_plan:
        return None
    cells = len(session.reporting_units()) * len(indicators(session.db, session.plan.code))
    return Question(session.path, session.plan, session.period, session.on, session.unit, cells)


def read_figures(
    db: "Database", asked: Question, base: Figures | None = None, cells: Iterable[tuple[str, str]] = ()
) -> Figures:
    """Read the figures; where a base is given only what hangs on some cells of indicators and units.

    Raises KnownError for a unit that the file does not know."""
    from models.store.figures import progress
    from models.store.groups import watched_members
    from models.store.indicators import indicators
    from models.store.plans import grades

    codes = None if base is None else {code for code, _ in cells}
    found = progress(db, asked.plan, asked.period, asked.on, asked.unit, codes=codes)
    if base is not None:
        order = (each.code for each in indicators(db, asked.plan.code))
        found = renewed(base.read, found, order)
    watched = watched_members(db, asked.plan.code)
    return Figures(
        [each for each in found if each.indicator.code not in watched],
        [each for each in found if each.indicator.code in watched and _concerns(each)],
        tuple(each.name for each in grades(db, asked.plan.code)),
        found,
    )


def read_figures_apart(asked: Question) -> Figures:
    """The same in the worker, with a connection of its own."""
    from models.store.database import open_database

    with closing(open_database(asked.path, read_only=True)) as db:
        return read_figures(db, asked)


def read_more(asked: Question, codes: Collection[str], job: "Job") -> More:
    """Read what takes longer; runs in the worker, with a connection of its own. Between its parts it may be stopped,
    so that whoever looks at something else does not wait for it. codes: the indicators whose units are named."""
    from models.store.alerts import alerts
    from models.store.board import board
    from models.store.database import open_database
    from models.store.figures import acting_by_unit, progress
    from models.store.outlook import what_remains

    with closing(open_database(asked.path, read_only=True)) as db:
        place = asked.plan, asked.period, asked.on
        parts = 4 + QUARTERS
        remaining = what_remains(db, *place, asked.unit, only_flows=False)
        job.progress(1, parts)
        by_unit = [] if asked.is_large else acting_by_unit(db, *place, root=asked.unit)
        job.progress(2, parts)
        forms = {each.unit: each for each in board(db, asked.plan, asked.period.last_quarter, asked.on)}
        job.progress(3, parts)
        wanted = alerts(db, *place, asked.unit, remaining=remaining)
        series: dict[str, list[Figure]] = defaultdict(list)
        for number, period in enumerate(last_quarters(asked.period), start=4):
            job.progress(number, parts)
            for each in progress(db, asked.plan, period, asked.on, asked.unit):
                series[each.indicator.code].append(each)
        return More(standings(by_unit), pulling(by_unit, codes), forms, remaining, dict(series), wanted)


def read_units_of(asked: Question, code: str) -> list[Figure]:
    """Read an indicator's figures by unit, the worst first; runs in the worker."""
    from models.store.database import open_database
    from models.store.figures import progress_by_unit

    with closing(open_database(asked.path, read_only=True)) as db:
        found = progress_by_unit(db, asked.plan, asked.period, asked.on, root=asked.unit, codes={code})
    return worst_first(each for each in found if each.unit != asked.unit or len(found) == 1)


def _concerns(figure: Figure) -> bool:
    """Return whether what is only watched is asked of the unit at all, or reported all the same."""
    return figure.expected_units > 0 or figure.value is not None
