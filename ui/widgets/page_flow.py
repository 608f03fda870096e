"""Pages laid out and their pictures made in the worker, a short piece at a time, so that other work has its turn."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage

from ui.printing.book import Book
from ui.tasks import Job, Runner

PIECE_SECONDS = 0.05

Sharpness = Callable[[int], tuple[float, float] | None]
"""Says at how many dots per inch a page is looked at, and how dense the screen is; None: its picture will do."""


class PageFlow(QObject):
    """laid(sizes): more pages are there; laid_out: all are. pictured(page, picture): one can be shown."""

    laid = Signal(object)
    laid_out = Signal()
    pictured = Signal(int, QImage)
    failed = Signal(object)

    def __init__(self, runner: Runner, book: Book, sharpness: Sharpness, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._book, self._sharpness = runner, book, sharpness
        self._jobs: dict[str, Job] = {}
        self._wanted: dict[int, None] = {}
        self.destroyed.connect(partial(_cancel_all, self._jobs))

    def start(self) -> None:
        """Lay the pages out; the first one comes at once."""
        self._lay(0.0)

    def want(self, page: int) -> None:
        """Make a picture of a page, of the one wanted last first."""
        self._wanted.pop(page, None)
        self._wanted[page] = None
        self._make_next()

    def stop(self) -> None:
        """Bring nothing any more."""
        self._wanted.clear()
        _cancel_all(self._jobs)

    def _lay(self, seconds: float) -> None:
        book = self._book

        def work(_job: Job) -> Sequence[QSizeF]:
            return book.lay_out(seconds)

        self._jobs["lay"] = self._runner.start(work, done=self._laid, failed=self._not_laid)

    def _laid(self, sizes: Sequence[QSizeF]) -> None:
        del self._jobs["lay"]
        self.laid.emit(sizes)
        if self._book.is_whole:
            self.laid_out.emit()
        else:
            self._lay(PIECE_SECONDS)

    def _not_laid(self, problem: Exception) -> None:
        del self._jobs["lay"]
        self.failed.emit(problem)

    def _make_next(self) -> None:
        while self._wanted and "picture" not in self._jobs:
            page, _ = self._wanted.popitem()
            if (asked := self._sharpness(page)) is not None:
                self._make(page, *asked)

    def _make(self, page: int, dots_per_inch: float, density: float) -> None:
        book = self._book

        def work(_job: Job) -> tuple[int, QImage]:
            return page, book.image(page, dots_per_inch, density)

        self._jobs["picture"] = self._runner.start(work, done=self._made, failed=self._not_made)

    def _made(self, made: tuple[int, QImage]) -> None:
        del self._jobs["picture"]
        self.pictured.emit(*made)
        self._make_next()

    def _not_made(self, problem: Exception) -> None:
        """Begin no more pictures: the next would fail too, as often as the screen is drawn."""
        self._wanted.clear()
        self.failed.emit(problem)


def _cancel_all(jobs: dict[str, Job], *_: QObject) -> None:
    for job in jobs.values():
        job.cancel()
