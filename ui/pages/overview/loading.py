"""What the page reads first: the figures, and of one figure those of its units."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.period import Period
from models.plan import Plan
from models.progress import Figure, renewed, worst_first
from ui.session import Session

if TYPE_CHECKING:
    from models.store.database import Database
    from models.store.figures import ProgressReader
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
    """The figures of a context, worst first; watched are those without a target that concern it; the plan's grades.

    read: all that was read; watching: the codes of what is only watched; reader: the plan, read once, which serves as
    long as only actuals change."""

    judged: Sequence[Figure] = ()
    watched: Sequence[Figure] = ()
    grades: tuple[str, ...] = ()
    read: Sequence[Figure] = ()
    watching: frozenset[str] = frozenset()
    reader: "ProgressReader | None" = field(default=None, compare=False)


def question(session: Session, known: Question | None = None) -> Question | None:
    """Return what is to be asked of what is looked at; None without a plan.

    known: what was asked before, of plans and units as they still are; of the same context it is asked again."""
    from models.store.indicators import indicators

    if session.path is None or not session.has_plan:
        return None
    context = session.path, session.plan, session.period, session.on, session.unit
    if known is not None and known[:-1] == context:
        return known
    return Question(*context, len(session.reporting_units()) * len(indicators(session.db, session.plan.code)))


def read_figures(db: "Database", asked: Question) -> Figures:
    """Read the figures. Raises KnownError for a unit that the file does not know."""
    from models.store.figures import ProgressReader
    from models.store.groups import watched_members
    from models.store.plans import grades

    reader = ProgressReader(db, asked.plan, asked.period, asked.on)
    names = tuple(each.name for each in grades(db, asked.plan.code))
    watching = frozenset(watched_members(db, asked.plan.code))
    return _sorted_out(Figures(grades=names, watching=watching, reader=reader), reader.of(asked.unit))


def read_figures_anew(db: "Database", asked: Question, base: Figures, cells: Iterable[tuple[str, str]]) -> Figures:
    """Return figures of the same question with those read anew that hang on some cells of indicators and units."""
    assert base.reader is not None
    new = base.reader.only({code for code, _ in cells}).through(db).of(asked.unit)
    return _sorted_out(base, renewed(base.read, new, base.reader.codes))


def read_figures_apart(asked: Question, _job: "Job") -> Figures:
    """Read the figures in the worker, with a connection of its own."""
    from models.store.database import open_database

    with closing(open_database(asked.path, read_only=True)) as db:
        return read_figures(db, asked)


def _sorted_out(base: Figures, found: Sequence[Figure]) -> Figures:
    return replace(
        base,
        judged=[each for each in found if each.indicator.code not in base.watching],
        watched=[each for each in found if each.indicator.code in base.watching and _concerns(each)],
        read=found,
    )


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
