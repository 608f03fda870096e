"""Asks the worker for what the page shows, and keeps what it answered."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.pages.analysis.answering import Answering
from ui.pages.analysis.asking import Cell, Changed, Detail, Overall, Question, Ranking, Shown
from ui.session import Session
from ui.tasks import Job

if TYPE_CHECKING:
    from models.store.changes import Changes

T = TypeVar("T")

MOST_TOUCHED = 200  # cells of which a change is followed one by one


class Reading(QObject):
    """overall_read(is_new): the figures of all units together came, of another context or the same anew; detail_read,
    ranking_read: what hangs on what is chosen; cells_read(figures): cells of the heat map that were touched."""

    overall_read = Signal(bool)
    detail_read = Signal()
    ranking_read = Signal()
    cells_read = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._units: frozenset[str] = frozenset()
        self._touched: frozenset[Cell] = frozenset()
        self._jobs: dict[str, Job] = {}
        self.answering: Answering | None = None
        self._is_answered = False  # whether what is kept is of the context
        self.overall = Overall([], {})
        self.detail: Detail | None = None
        self.ranking: Ranking | None = None

    def begin(self, question: Question, units: Sequence[str]) -> Answering:
        """Take up a context, where plans or units have changed the same as well."""
        self.answering, self._units = Answering(question), frozenset(units)
        return self.answering

    def is_about(self, question: Question) -> bool:
        """Whether this is the context that was taken up last."""
        return self.answering is not None and self.answering.asked == question

    def ask(self) -> None:
        """Have all of it read, as far as it hangs on no choice."""
        assert self.answering is not None
        for name in list(self._jobs):
            self._jobs.pop(name).cancel()
        self._is_answered, self._touched = False, frozenset()
        self._start("overall", self.answering.overall, self._overall_came)

    def ask_detail(self, code: str, unit: str | None) -> None:
        """Have read what hangs on the chosen indicator and unit."""
        assert self.answering is not None
        self._start("detail", partial(self.answering.detail, code, unit, self.overall), self._detail_came)
        self._start("ranking", partial(self.answering.ranking, code), self._ranking_came)

    @property
    def is_detail_awaited(self) -> bool:
        """Whether what hangs on the choice is still being read."""
        return "detail" in self._jobs or "ranking" in self._jobs

    def follows(self, changes: "Changes") -> bool:
        """Whether a change can be shown by reading only what hangs on the cells that it touched."""
        return self._is_answered and changes.are_of_cells and len(changes.cells) <= MOST_TOUCHED

    def ask_touched(self, cells: frozenset[Cell]) -> None:
        """Have read what hangs on some cells, and on those whose answer is still to come."""
        assert self.answering is not None
        self._touched |= cells
        shown = Shown(self.overall, self.detail, self.ranking, self._units)
        if self.is_detail_awaited:  # then it is to be asked for again: what is kept is of an earlier choice
            shown = shown._replace(detail=None, ranking=None)
        self._start("touched", partial(self.answering.changed, self._touched, shown), self._touched_came)

    def _start(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask the worker, in place of what it was asked before under this name."""
        if name in self._jobs:
            self._jobs.pop(name).cancel()
        self._jobs[name] = self._session.runner.start(
            partial(_worked, work), done=partial(self._came, name, done), failed=partial(self._failed, name)
        )

    def _came(self, name: str, done: Callable[[T], None], found: T) -> None:
        del self._jobs[name]
        done(found)

    def _failed(self, name: str, problem: Exception) -> None:
        del self._jobs[name]
        self._is_answered = False
        self._session.say_problem(problem)

    def _overall_came(self, found: Overall) -> None:
        self.overall, self._is_answered = found, True
        self.overall_read.emit(True)

    def _detail_came(self, found: Detail) -> None:
        self.detail = found
        self.detail_read.emit()

    def _ranking_came(self, found: Ranking) -> None:
        self.ranking = found
        self.ranking_read.emit()

    def _touched_came(self, found: Changed) -> None:
        self._touched, self.overall = frozenset(), found.overall
        self.cells_read.emit(found.cells)
        self.overall_read.emit(False)
        if found.detail is not None and found.detail is not self.detail:
            self._detail_came(found.detail)
        if found.ranking is not None and found.ranking is not self.ranking:
            self._ranking_came(found.ranking)


def _worked(work: Callable[[], T], _job: Job) -> T:
    return work()
