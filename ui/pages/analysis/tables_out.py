"""Tables that leave the program, made in the worker: the country's heat map is 340,000 cells."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.exchange.figure_book import FigureTable, write_figures
from ui.clipboard import put
from ui.session import Session
from ui.tasks import Job
from ui.widgets.progress_band import ProgressBand, show_band

T = TypeVar("T")


class TablesOut(QObject):
    """One table at a time. copied, written(path), stopped: what became of it."""

    copied = Signal()
    written = Signal(object)
    stopped = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._job: Job | None = None
        self._band: ProgressBand | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a table is under way."""
        return self._job is not None

    def copy(self, table: FigureTable) -> None:
        """Put a table on the clipboard, as text and as HTML."""
        self._start(self.tr("Copying the table…"), partial(_as_texts, table), self._texts_made)

    def write(self, table: FigureTable, out: Path) -> None:
        """Write a table into a workbook."""
        self._start(self.tr("Writing the workbook…"), partial(_into_book, table, out), self._book_made)

    def _start(self, text: str, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        band = self._band = show_band(self._window, text, self._stop)
        self._job = self._session.runner.start(work, done=done, failed=self._failed, progress=band.show_progress)

    def _end(self) -> None:
        self._job = None
        if self._band is not None:
            self._band.end()
        self._band = None

    def _texts_made(self, texts: tuple[str, str]) -> None:
        self._end()
        put(*texts)
        self.copied.emit()

    def _book_made(self, out: Path) -> None:
        self._end()
        self.written.emit(out)

    def _failed(self, problem: Exception) -> None:
        self._end()
        self._session.say_problem(problem)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._end()
            self.stopped.emit()


def _as_texts(table: FigureTable, _job: Job) -> tuple[str, str]:
    return table.as_text(), table.as_html()


def _into_book(table: FigureTable, out: Path, job: Job) -> Path:
    write_figures(out, table, job.progress)
    return out
