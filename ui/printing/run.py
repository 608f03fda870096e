"""A run of the press: pages going into a PDF file or to a printer, off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.messages import Mood
from ui.printing.book import Book
from ui.printing.output import Told, print_leaves, write_pdf
from ui.tasks import CancelledError, Job

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.session import Session


class Run(QObject):
    """Lives until it has ended, whatever window began it, and says in a band what came of it.

    progressed(done, total): so many pages are done, of so many (0: nobody knows yet). ended(is_done): it is over,
    and unless is_done nothing came out."""

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, session: Session, book: Book) -> None:
        super().__init__()
        self._session, self._book = session, book
        self._stop = Event()

    def write(self, out: Path, written: Callable[[Path], object]) -> None:
        """Write the pages into a PDF file; written hears of it when it is there."""
        made = self._book.printed

        def work(told: Told) -> Path:
            leaves = self._book.leaves(told)
            write_pdf(leaves, out, made.title, told, author=made.author, total=len(leaves))
            return out

        self._start(work, written)

    def print_on(self, printer: QPrinter) -> None:
        """Send the pages to a printer."""

        def work(told: Told) -> int:
            return print_leaves(printer, self._book.leaves(told), told)

        self._start(work, self._printed)

    def stop(self) -> None:
        """Ask it to stop at its next page; it may have come too late, which ended says."""
        self._stop.set()

    def _start(self, work: Callable[[Told], Any], done: Callable[[Any], object]) -> None:
        def in_worker(job: Job) -> Any:
            def told(done: int, total: int) -> None:
                if self._stop.is_set():
                    raise CancelledError
                job.progress(done, total)

            return work(told)

        self._come_out = done
        self._session.runner.start(in_worker, done=self._done, failed=self._failed, progress=self._progressed)

    def _progressed(self, done: int, total: int, _text: str) -> None:
        self.progressed.emit(done, total)

    def _done(self, result: Any) -> None:
        is_stopped = result is None
        if is_stopped:
            self._session.say(Mood.INFO, self.tr("Stopped: nothing was written and nothing printed."))
        else:
            self._come_out(result)
        self.ended.emit(not is_stopped)

    def _failed(self, problem: Exception) -> None:
        self._session.say_problem(problem)
        self.ended.emit(False)

    def _printed(self, pages: int) -> None:
        self._session.say(Mood.INFO, self.tr("%n page(s) went to the printer.", None, pages))
