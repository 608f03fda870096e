"""Fills the heat map from the worker: what is in sight first, the rest while the worker has nothing else to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product

from PySide6.QtCore import QObject, QTimer, Signal

from models.progress import Figure
from ui.pages.analysis.answering import Answering
from ui.pages.analysis.asking import Block
from ui.pages.analysis.heat.model import CellKey, HeatCell, heat_cell
from ui.session import Session
from ui.tasks import Job

UNITS_AT_ONCE, CODES_AT_ONCE = 20, 12
FEWEST_UNITS, FEWEST_CODES = 14, 9  # that are read at first: the page may not have its size yet
MOST_AHEAD = 40_000  # cells that are read without being looked at
Place = tuple[int, int]  # of a block, down and across
Cells = dict[CellKey, HeatCell]


class HeatReading(QObject):
    """Reads block after block. came(cells): some more were read; in_sight says which rows and columns are shown.

    After complete(): progressed(units done, all units) with each block, and ended(whether all was read)."""

    came = Signal(object)
    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, session: Session, parent: QObject, in_sight: Callable[[], tuple[range, range]]) -> None:
        super().__init__(parent)
        self._session, self._in_sight = session, in_sight
        self._answering: Answering | None = None
        self._units: Sequence[str] = ()
        self._codes: Sequence[str] = ()
        self._read: set[Place] = set()
        self._job: Job | None = None
        self._first = range(0), range(0)  # what was in sight when it began: read exactly, and at once
        self._wants_all = False
        self._idle = QTimer(self)  # what the page asks next after an answer comes first
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.go_on)
        session.runner.busy_changed.connect(self._busy_changed)

    def begin(self, answering: Answering, units: Sequence[str], codes: Sequence[str]) -> None:
        """Read units by indicators from the first block on."""
        self.give_up()
        if self._job is not None:
            self._job.cancel()
        self._answering, self._units, self._codes = answering, units, codes
        self._read.clear()
        rows, columns = self._in_sight()
        self._first = _at_least(rows, FEWEST_UNITS), _at_least(columns, FEWEST_CODES)
        self._read_block(self._cut(*self._first))

    def go_on(self) -> None:
        """Read the next block that is wanted; does nothing while one is being read, or once the file is closed."""
        if self._job is not None or self._answering is None or not self._session.is_open:
            return
        if self._wants_all:
            self.progressed.emit(len(self._units) * len(self._read) // max(1, self.count), len(self._units))
            if self.is_complete:
                self._wants_all = False
                self.ended.emit(True)
        places = next(self._wanted(), None)
        if places is not None:
            self._read_block(self._block(places), places)

    def complete(self) -> None:
        """Read all that was not read yet, whole lines at once; between them the worker may do other things."""
        self._wants_all = True
        self.go_on()

    def give_up(self) -> None:
        """Read no more than what is in sight."""
        if self._wants_all:
            self._wants_all = False
            self.ended.emit(False)

    def _read_block(self, block: Block, places: Sequence[Place] = ()) -> None:
        """Have a block read; places: which ones of all it is."""
        assert self._answering is not None
        work = partial(_cells_of, self._answering, block)
        self._job = self._session.runner.start(work, done=partial(self._came, places), failed=self._failed)

    def _came(self, places: Sequence[Place], cells: Cells) -> None:
        self._job = None
        self._read.update(places)
        self.came.emit(cells)
        self.go_on()

    def _failed(self, problem: Exception) -> None:
        """Nothing more is read until it is begun anew: the next block would fail as well."""
        self._job = self._answering = None
        self._session.say_problem(problem)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to read."""
        return len(self._read) == self.count

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return _parts(len(self._units), UNITS_AT_ONCE) * _parts(len(self._codes), CODES_AT_ONCE)

    def _busy_changed(self, is_busy: bool) -> None:
        if not is_busy:
            self._idle.start(0)

    def _wanted(self) -> Iterator[Sequence[Place]]:
        """Yield the blocks to read: those in sight, then the others."""
        rows, columns = self._in_sight()
        down = range(rows.start // UNITS_AT_ONCE, _parts(rows.stop, UNITS_AT_ONCE)) if rows else range(0)
        across = range(columns.start // CODES_AT_ONCE, _parts(columns.stop, CODES_AT_ONCE)) if columns else range(0)
        if not self._are_first_in_sight():
            yield from ([place] for place in product(down, across) if place not in self._read)
        every = range(_parts(len(self._units), UNITS_AT_ONCE)), range(_parts(len(self._codes), CODES_AT_ONCE))
        if self._wants_all:
            lines = ([(row, column) for column in every[1]] for row in every[0])
            yield from (line for line in lines if not self._read.issuperset(line))
        elif len(self._units) * len(self._codes) <= MOST_AHEAD and not self._session.runner.is_busy:
            yield from ([place] for place in product(*every) if place not in self._read)

    def _are_first_in_sight(self) -> bool:
        """Whether nothing is in sight but what was read first."""
        rows, columns = self._in_sight()
        return _is_within(rows, self._first[0]) and _is_within(columns, self._first[1])

    def _block(self, places: Sequence[Place]) -> Block:
        """Return neighbours on one line as a block."""
        down, across = places[0][0] * UNITS_AT_ONCE, places[0][1] * CODES_AT_ONCE
        return self._cut(range(down, down + UNITS_AT_ONCE), range(across, (places[-1][1] + 1) * CODES_AT_ONCE))

    def _cut(self, rows: range, columns: range) -> Block:
        return Block(self._units[rows.start : rows.stop], self._codes[columns.start : columns.stop])


def _at_least(some: range, count: int) -> range:
    return range(some.start, max(some.stop, some.start + count))


def _is_within(some: range, all_of: range) -> bool:
    return all_of.start <= some.start and some.stop <= all_of.stop


def _parts(count: int, size: int) -> int:
    return -(-count // size)


def heat_cells(figures: Mapping[CellKey, Figure]) -> Cells:
    """Return figures as cells."""
    return {key: heat_cell(figure) for key, figure in figures.items()}


def _cells_of(answering: Answering, block: Block, _job: Job) -> Cells:
    return heat_cells(answering.block(block))
