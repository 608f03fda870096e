"""Fills the heat map from the worker: what is in sight first, the rest while nothing else is to be done."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from PySide6.QtCore import QObject, Signal

from models.plan import Indicator
from ui.pages.analysis.asking import Block, Question, read_block
from ui.pages.analysis.heat.model import CellKey, HeatCell, HeatModel, heat_cell
from ui.session import Session
from ui.tasks import Job

UNITS_AT_ONCE, CODES_AT_ONCE = 25, 20
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
        self._wants_all = False
        self._then: Callable[[], None] | None = None

    def begin(
        self, question: Question, units: Sequence[str], names: Sequence[str], indicators: Sequence[Indicator]
    ) -> None:
        """Read for another context; what was shown is kept until the new is there, where the same cells are meant."""
        self._stop()
        if (units, names, indicators) != (self._model.units, self._model.names, self._model.indicators):
            self._model.begin(units, names, indicators)
        self._question = question
        self._read.clear()
        self._wants_all = len(units) * len(indicators) <= MOST_AHEAD
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
        question, block = self._question, self._block(place)

        def work(job: Job) -> dict[CellKey, HeatCell]:
            return {key: heat_cell(figure) for key, figure in read_block(question, block).items()}

        def done(cells: dict[CellKey, HeatCell]) -> None:
            self._job = None
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

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job, self._then = None, None

    def _wanted(self) -> Iterator[Place]:
        """Yield the blocks to read, those in sight first."""
        rows, columns = self._in_sight()
        down = range(rows.start // UNITS_AT_ONCE, _parts(rows.stop, UNITS_AT_ONCE)) if rows else range(0)
        across = range(columns.start // CODES_AT_ONCE, _parts(columns.stop, CODES_AT_ONCE)) if columns else range(0)
        yield from (place for place in product(down, across) if place not in self._read)
        if self._wants_all:
            every = product(
                range(_parts(len(self._model.units), UNITS_AT_ONCE)),
                range(_parts(len(self._model.codes), CODES_AT_ONCE)),
            )
            yield from (place for place in every if place not in self._read)

    def _block(self, place: Place) -> Block:
        down, across = place[0] * UNITS_AT_ONCE, place[1] * CODES_AT_ONCE
        units = tuple(self._model.units[down : down + UNITS_AT_ONCE])
        return Block(units, tuple(self._model.codes[across : across + CODES_AT_ONCE]))


def _parts(count: int, size: int) -> int:
    return -(-count // size)
