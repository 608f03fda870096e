"""Fills the heat map from the worker: what is in sight first, the rest while the worker has nothing else to do."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import product

from PySide6.QtCore import QObject, QTimer, Signal

from models.plan import Indicator
from ui.pages.analysis.asking import Block, Question, read_block
from ui.pages.analysis.heat.model import CellKey, HeatCell, HeatModel, heat_cell
from ui.session import Session
from ui.tasks import Job

UNITS_AT_ONCE, CODES_AT_ONCE = 20, 12
FEWEST_UNITS, FEWEST_CODES = 14, 9  # that are read at first: the page may not have its size yet
MOST_AHEAD = 40_000  # cells that are read without being looked at
Place = tuple[int, int]  # of a block, down and across


class HeatReading(QObject):
    """Reads block after block. progressed: some more were read; in_sight says which rows and columns are."""

    progressed = Signal()

    def __init__(self, session: Session, model: HeatModel, in_sight: Callable[[], tuple[range, range]]) -> None:
        super().__init__(model)
        self._session, self._model, self._in_sight = session, model, in_sight
        self._question: Question | None = None
        self._read: set[Place] = set()
        self._job: Job | None = None
        self._place: Place | None = None  # of the block that is being read
        self._first = range(0), range(0)  # what was in sight when the question was asked: read exactly, and at once
        self._wants_all = False
        self._then: Callable[[], None] | None = None
        self._idle = QTimer(self)  # what the page asks next after an answer comes first
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.go_on)
        session.runner.busy_changed.connect(self._busy_changed)

    def begin(
        self, question: Question, units: Sequence[str], names: Sequence[str], indicators: Sequence[Indicator]
    ) -> None:
        """Read for another context, or the same anew; of the same, what was shown stays until the new is there."""
        self._stop()
        shown = (self._question, self._model.units, self._model.names, self._model.indicators)
        if (question, units, names, indicators) != shown:
            self._model.begin(units, names, indicators)
        self._question = question
        self._read.clear()
        self._wants_all = len(units) * len(indicators) <= MOST_AHEAD
        rows, columns = self._in_sight()
        self._first = _at_least(rows, FEWEST_UNITS), _at_least(columns, FEWEST_CODES)
        if rows and columns:
            self._read_block(self._cut(*self._first))

    def read_again(self, codes: Collection[str]) -> None:
        """Read some indicators anew: at once those cells that were read first, the others when they are wanted."""
        across = {place // CODES_AT_ONCE for place, code in enumerate(self._model.codes) if code in codes}
        self._read = {each for each in self._read if each[1] not in across}
        if self._job is not None:
            self._job.cancel()
            self._job = None
            if self._place is None:
                self._read_block(self._cut(*self._first))
                return
        if not self._are_first_in_sight():
            self._first = range(0), range(0)
        units, shown = self._cut(*self._first)
        if touched := tuple(code for code in shown if code in codes):
            self._read_block(Block(units, touched))
        else:
            self.go_on()

    def go_on(self) -> None:
        """Read the next block that is wanted; does nothing while one is being read."""
        if self._job is not None or self._question is None:
            return
        place = next(self._wanted(), None)
        if place is None:
            if self._then is not None and self.is_complete:
                then, self._then = self._then, None
                then()
            return
        self._read_block(self._block(place), place)

    def _read_block(self, block: Block, place: Place | None = None) -> None:
        """Have a block read; place: which one of all it is."""
        question = self._question
        assert question is not None
        self._place = place

        def work(job: Job) -> dict[CellKey, HeatCell]:
            return {key: heat_cell(figure) for key, figure in read_block(question, block).items()}

        def done(cells: dict[CellKey, HeatCell]) -> None:
            self._job = None
            if place is not None:
                self._read.add(place)
            self._model.put(cells)
            self.progressed.emit()
            self.go_on()

        self._job = self._session.runner.start(work, done=done)

    def complete(self, then: Callable[[], None]) -> None:
        """Read everything, and call then."""
        self._then, self._wants_all = then, True
        self.go_on()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to read."""
        return len(self._read) == self.count

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return _parts(len(self._model.units), UNITS_AT_ONCE) * _parts(len(self._model.codes), CODES_AT_ONCE)

    @property
    def done(self) -> int:
        """How many blocks were read."""
        return len(self._read)

    def _busy_changed(self, is_busy: bool) -> None:
        if not is_busy:
            self._idle.start(0)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job, self._then = None, None

    def _wanted(self) -> Iterator[Place]:
        """Yield the blocks to read: those in sight, then the others."""
        rows, columns = self._in_sight()
        down = range(rows.start // UNITS_AT_ONCE, _parts(rows.stop, UNITS_AT_ONCE)) if rows else range(0)
        across = range(columns.start // CODES_AT_ONCE, _parts(columns.stop, CODES_AT_ONCE)) if columns else range(0)
        if not self._are_first_in_sight():
            yield from (place for place in product(down, across) if place not in self._read)
        if self._wants_all and not self._session.runner.is_busy:
            every = product(
                range(_parts(len(self._model.units), UNITS_AT_ONCE)),
                range(_parts(len(self._model.codes), CODES_AT_ONCE)),
            )
            yield from (place for place in every if place not in self._read)

    def _are_first_in_sight(self) -> bool:
        """Whether nothing is in sight but what was read first."""
        rows, columns = self._in_sight()
        return _is_within(rows, self._first[0]) and _is_within(columns, self._first[1])

    def _block(self, place: Place) -> Block:
        down, across = place[0] * UNITS_AT_ONCE, place[1] * CODES_AT_ONCE
        return self._cut(range(down, down + UNITS_AT_ONCE), range(across, across + CODES_AT_ONCE))

    def _cut(self, rows: range, columns: range) -> Block:
        units, codes = self._model.units[rows.start : rows.stop], self._model.codes[columns.start : columns.stop]
        return Block(tuple(units), tuple(codes))


def _at_least(some: range, count: int) -> range:
    return range(some.start, max(some.stop, some.start + count))


def _is_within(some: range, all_of: range) -> bool:
    return all_of.start <= some.start and some.stop <= all_of.stop


def _parts(count: int, size: int) -> int:
    return -(-count // size)
