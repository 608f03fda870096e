"""Somebody else's table as what units report: what is taken, and everything that is not, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from models.errors import KnownError
from models.exchange.cells import is_blank, shown
from models.exchange.foreign.files import Grid
from models.exchange.foreign.guess import Proposal
from models.exchange.foreign.headers import is_number_like, is_numbering
from models.exchange.foreign.layout import Layout, Part, Use
from models.exchange.foreign.names import is_group_number, is_total
from models.exchange.foreign.office import Office
from models.exchange.foreign.rows import Asking, Said
from models.exchange.foreign.values import Parts, Reader, UnclearError, joined
from models.exchange.replaced import Replaced
from models.period import Period
from models.plan import Actual
from models.store.actuals import actual
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import check
from models.store.locks import locked_among
from models.store.mappings import save_mapping
from models.store.measures import reported_periods
from models.submission import lock_sentence

Place = tuple[int, int]  # row and column, from 0
Cell = tuple[str, str, Period]
_STEP = 500


class Scope(StrEnum):
    """What of a table was left."""

    ABOVE = "above"
    ROW = "row"
    COLUMN = "column"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was not taken: where (row and column from 0, None where it is all of them), its text, and why.

    asks: what a person may answer to have it taken; candidates: the likeliest answers. cells: all it holds."""

    scope: Scope
    row: int | None
    column: int | None
    text: str
    reason: str
    cells: tuple[Place, ...]
    asks: Use | None = None
    candidates: tuple[Hashable, ...] = ()
    is_unclear: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One cell that was taken, and what it was read as; is_likely: whose or what it is was matched by likeness."""

    place: Place
    text: str
    cell: Cell
    part: Part
    actual: Actual
    is_likely: bool = False


@dataclass
class Taken:
    """What a table says. replaced: what is to be written, with what was before; same: cells that change nothing.

    keys: the headings and names by which the readings were found. Together with readings and left these are all
    cells of the sheet that hold anything."""

    readings: list[Reading] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    keys: set[Place] = field(default_factory=set)
    replaced: Replaced = field(default_factory=Replaced)
    same: int = 0


def take(
    db: Database,
    grid: Grid,
    layout: Layout,
    office: Office,
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """Read a table as a layout says. Nothing is written."""
    return _Table(db, grid, layout, office).take(progress)


def write(db: Database, taken: Taken, proposal: Proposal, author: Author) -> Changes:
    """Write what was taken, and remember how tables with these headings are read; all or nothing.

    Raises KnownError where a form was sent, or a cell changed, since the table was read."""
    with writing(db, author):
        changes = taken.replaced.put_again(db, author)
        return changes | save_mapping(db, proposal.fingerprint, proposal.layout.to_json(), author)


@dataclass(slots=True)
class _Found:
    place: Place
    parts: Parts
    part: Part
    is_likely: bool


class _Table:
    """One table while it is read."""

    def __init__(self, db: Database, grid: Grid, layout: Layout, office: Office) -> None:
        self._db, self._grid, self._layout, self._office = db, grid, layout, office
        self._asking = Asking(layout, office)
        self._reader = Reader(layout.notation, office.grades)
        self._keys = [place for place, each in enumerate(layout.columns) if each.use not in (Use.SKIP, Use.VALUE)]
        self._values = layout.of(Use.VALUE)
        self._skipped = set(layout.of(Use.SKIP))
        self._top = {
            (top + row, left): (top, left) for top, left, bottom, _ in grid.merged for row in range(bottom - top + 1)
        }
        self._found: dict[Cell, list[_Found]] = {}
        self.taken = Taken()

    def take(self, progress: Callable[[int, int], None] | None) -> Taken:
        """Read all of it."""
        self._above()
        last = len(self._grid.rows)
        for row in range(self._layout.header.body, last):
            self._row(row)
            if progress is not None and row % _STEP == 0:
                progress(row, last)
        self._columns()
        self._join()
        return self.taken

    # -- rows

    def _above(self) -> None:
        header = self._layout.header
        for row in range(min(header.first, len(self._grid.rows))):
            self._leave_row(row, "phía trên dòng tiêu đề", Scope.ABOVE)
        for row in range(header.first, min(header.body, len(self._grid.rows))):
            self.taken.keys.update(self._filled(row))

    def _row(self, row: int) -> None:
        filled = self._filled(row)
        if not filled:
            return
        if reason := self._not_data(row, filled):
            self._leave_row(row, reason)
            return
        said = self._asking.row([(place, self._key_text(row, place)) for place in self._keys])
        if said.reason:
            self._leave_row(row, said.reason, text=said.text, asks=said.asks, candidates=said.candidates)
            return
        self.taken.keys.update(each for each in filled if each[1] in self._keys)
        for place in self._values:
            if (row, place) in filled:
                self._cell(row, place, said)

    def _not_data(self, row: int, filled: list[Place]) -> str:
        """Return why a row holds no data of its own: numbers of the columns, a sum of others, a heading of a group."""
        if row <= self._layout.header.body + 1 and is_numbering(self._grid, row):
            return "dòng đánh số cột"
        if not self._keys:
            return ""
        first = self._layout.columns[self._keys[0]].use
        text = self._key_text(row, self._keys[0])
        is_ours = bool(text) and self._asking.ours.has(first, text)
        upto = [shown(self._grid.rows[row][place[1]]) for place in filled if place[1] <= self._keys[0]]
        if not is_ours and any(map(is_total, upto)):
            return "dòng tổng: phần mềm tự cộng"
        if not is_ours and any(is_group_number(each) for each in upto if each != text):
            return "dòng nhóm"
        if not is_ours and not any(self._has_number(row, place) for place in self._values):
            return "dòng không có số liệu"
        return ""

    def _has_number(self, row: int, place: int) -> bool:
        cell = self._grid.cell(row, place)
        return self._grid.is_filled(row, place) and (is_number_like(cell) or not isinstance(_value(cell), str))

    def _key_text(self, row: int, place: int) -> str:
        """Return the text that names a row; a merged cell names all rows that it covers."""
        top = self._top.get((row, place), (row, place))
        cell = self._grid.cell(*top)
        return "" if cell is None or is_blank(cell) else " ".join(shown(cell).split())

    def _filled(self, row: int) -> list[Place]:
        return [(row, place) for place in range(len(self._grid.rows[row])) if self._grid.is_filled(row, place)]

    # -- cells

    def _cell(self, row: int, place: int, said: Said) -> None:
        column = self._layout.columns[place]
        where = self._asking.where(said, column.meaning)
        if isinstance(where, str):
            self._leave((row, place), where)
            return
        code, part, unit, period = where
        indicator = self._office.indicators[code]
        cell = self._grid.cell(row, place)
        try:
            if cell is None or cell.value is None:
                raise KnownError("công thức chưa được tính; hãy mở bằng Excel và lưu lại")
            parts = self._reader.parts(cell, indicator, part)
        except UnclearError as error:
            self._leave((row, place), str(error), is_unclear=True)
            return
        except KnownError as error:
            self._leave((row, place), str(error).rstrip("."))
            return
        own = part or Part.VALUE
        found = _Found((row, place), parts, own, said.is_likely or column.is_likely)
        self._found.setdefault((code, unit, period), []).append(found)

    def _join(self) -> None:
        """Put the parts of each cell together, over what the file has."""
        periods = set(reported_periods(self._db))
        locks = locked_among(self._db, {(unit, period) for _, unit, period in self._found})
        for cell, its in self._found.items():
            code, unit, period = cell
            if (lock := locks.get((unit, period))) is not None:
                self._leave_all(its, lock_sentence(lock.unit_name, lock.submission).rstrip("."))
                continue
            its = self._without_doubles(its)
            had = actual(self._db, *cell) if period in periods else None
            new = had or Actual(*cell)
            for each in its:
                new = joined(new, each.parts)
            try:
                check(new, self._office.indicators[code].kind)
            except KnownError as error:
                self._leave_all(its, str(error).partition(": ")[2].rstrip(".") or str(error))
                continue
            self._keep(had, new, cell, its)

    def _keep(self, had: Actual | None, new: Actual, cell: Cell, its: list[_Found]) -> None:
        for each in its:
            text = shown(self._grid.rows[each.place[0]][each.place[1]])
            self.taken.readings.append(Reading(each.place, text, cell, each.part, new, each.is_likely))
        if new == (had or Actual(*cell)):
            self.taken.same += len(its)
        elif its:
            self.taken.replaced.add_actual(had, new)

    def _without_doubles(self, its: list[_Found]) -> list[_Found]:
        """Return what speaks of each part once; of two that differ neither is taken, of two alike the first."""
        kept: list[_Found] = []
        for each in its:
            others = [other for other in its if other is not each and other.parts.keys() & each.parts.keys()]
            if any(other.parts != each.parts for other in others):
                self._leave(each.place, f"trùng với ô {_name(others[0].place)}, số khác nhau")
            elif any(other in kept for other in others):
                self._leave(each.place, f"trùng với ô {_name(others[0].place)}, cùng một số")
            else:
                kept.append(each)
        return kept

    # -- what is left

    def _columns(self) -> None:
        """List each column that is not taken, once, with its cells in the rows that are."""
        left_rows = {each.row for each in self.taken.left if each.scope in (Scope.ROW, Scope.ABOVE)}
        cells: dict[int, list[Place]] = {}
        for row in range(self._layout.header.body, len(self._grid.rows)):
            if row not in left_rows:
                for place in self._filled(row):
                    if place[1] in self._skipped:
                        cells.setdefault(place[1], []).append(place)
        for number, its in sorted(cells.items()):
            column = self._layout.columns[number]
            reason, heading = column.reason or "cột không được chọn", self._heading(number)
            self.taken.left.append(
                Left(Scope.COLUMN, None, number, heading, reason, tuple(its), Use.VALUE, column.candidates)
            )

    def _heading(self, place: int) -> str:
        header = self._layout.header
        rows = range(header.first, min(header.body, len(self._grid.rows)))
        texts = [self._key_text(row, place) for row in rows]
        return " / ".join(dict.fromkeys(text for text in texts if text))

    def _leave(self, place: Place, reason: str, *, is_unclear: bool = False) -> None:
        cell = self._grid.cell(*place)
        text = "" if cell is None else shown(cell)
        self.taken.left.append(Left(Scope.CELL, *place, text, reason, (place,), is_unclear=is_unclear))

    def _leave_all(self, its: Iterable[_Found], reason: str) -> None:
        for each in its:
            self._leave(each.place, reason)

    def _leave_row(
        self,
        row: int,
        reason: str,
        scope: Scope = Scope.ROW,
        *,
        text: str = "",
        asks: Use | None = None,
        candidates: Sequence[Hashable] = (),
    ) -> None:
        filled = self._filled(row)
        if filled:
            said = text or " | ".join(shown(self._grid.rows[row][place]) for _, place in filled[:4])
            self.taken.left.append(Left(scope, row, None, said, reason, tuple(filled), asks, tuple(candidates)))


def _value(cell: object) -> object:
    return getattr(cell, "value", None)


def _name(place: Place) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(place[1] + 1)}{place[0] + 1}"
