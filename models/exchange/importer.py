"""Taking a workbook into a data file: all of it or, when a single cell is wrong, nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from models.exchange.book import ImportRefusedError, Known
from models.exchange.columns import ACTUALS, EXPLANATIONS
from models.exchange.comparing import Comparison
from models.exchange.comparing_sheets import SheetCount
from models.exchange.replaced import Replaced
from models.exchange.unit_form.reader import is_unit_form, read_unit_form
from models.exchange.workbook_reader import read_workbook
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.indicators import indicators
from models.store.locks import every_lock
from models.store.measures import measures, used_codes
from models.store.plans import grades, plans
from models.store.reorganisations import unit_problems
from models.store.units import units

MOST_PROBLEMS = 10


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or would do: counts by sheet, what it touched; notes: what of the workbook was not read, and
    what of units and events does not fit together now.

    replaced: the cells and explanations it changed, with what was before."""

    counts: tuple[SheetCount, ...]
    notes: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    replaced: Replaced = field(default_factory=Replaced)

    @property
    def changes_anything(self) -> bool:
        """Whether any row is new, changed or removed."""
        return any(each.new or each.changed or each.removed for each in self.counts)

    @property
    def is_undoable(self) -> bool:
        """Whether it changes cells and explanations only, which can be put back one by one."""
        cells = (ACTUALS.name, EXPLANATIONS.name)
        return all(each.sheet in cells for each in self.counts if each.new or each.changed or each.removed)


class _RollBackError(Exception):
    """A trial is over: everything it wrote is taken back."""


def import_workbook(db: Database, path: Path, author: Author, *, dry_run: bool = False) -> ImportResult:
    """Take in a workbook. Raises ImportRefusedError with all wrong cells, KnownError for a file that cannot be read.

    Rows add to what the file has, or change what has the same key; what the workbook does not name stays. An empty
    cell is an empty value, also where the file had one: an actual's row without values empties its cell. Keys: a code
    (units, plans); a plan with a code (indicators, rules, tasks), a period (windows) or a kind of report; all of
    plan, indicator, unit and period (assignments); indicator, unit and period (actuals, explanations); day, kind and
    units (events). Legal bases and grades have no key but their order: a plan's in the workbook replace all it had.

    Steps of submissions are only added behind those that are there. What was sent or taken in is not changed: such
    rows are refused, unless the workbook's own steps open the form first. Proofs are added, never taken away; those
    whose files are not beside the workbook are told and left out.

    A unit's form that this program wrote is taken back: what it says of its unit and quarter.

    dry_run writes too and takes it back, so that it refuses whatever an import would refuse."""
    is_form = is_unit_form(path)
    book = read_unit_form(db, path) if is_form else read_workbook(path, known(db))
    if book.problems:
        raise ImportRefusedError(book.problems, book.notes)
    author = replace(author, how="form") if is_form else author
    work = Comparison(db, author)
    work.compare(book)
    notes = (*book.notes, *work.notes)
    if work.problems:
        raise ImportRefusedError(work.problems, list(notes))
    changes = Changes()
    if work.writes:
        before = unit_problems(db)
        try:
            with writing(db, author):
                for write in work.writes:
                    changes |= write()
                if changes.units:
                    notes = (*notes, *_new_problems(before, unit_problems(db)))
                if dry_run:
                    raise _RollBackError
        except _RollBackError:
            changes = Changes()
    return ImportResult(tuple(work.counts), notes, changes, work.replaced)


def _new_problems(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield what of units and events does not fit together since the import: the first of it, and how much more."""
    new = [each for each in after if each not in before]
    yield from new[:MOST_PROBLEMS]
    if len(new) > MOST_PROBLEMS:
        yield f"Còn {len(new) - MOST_PROBLEMS} điều khác chưa khớp ở đơn vị và sự kiện; lệnh unit-events nêu đủ."


def known(db: Database) -> Known:
    """Return what a data file has that a workbook may refer to."""
    its_plans = plans(db)
    return Known(
        units={each.code: each for each in units(db)},
        plans={each.code: each for each in its_plans},
        grades={each.code: tuple(grades(db, each.code)) for each in its_plans},
        indicators={(each.plan, each.code): each for plan in its_plans for each in indicators(db, plan.code)},
        measures=measures(db),
        used=used_codes(db),
        locked=every_lock(db),
    )
