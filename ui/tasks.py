"""Work off the screen's thread: one Runner for the application, one worker thread."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.errors import KnownError

logger = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised inside work when it was asked to stop."""


class Job:
    """One piece of work under way. The work calls progress() between its steps; anybody may call cancel()."""

    def __init__(self, runner: "Runner", work: Callable[["Job"], Any]) -> None:
        self._runner = runner
        self._stop = Event()
        self.work = work
        self.done: Callable[[Any], None] | None = None
        self.failed: Callable[[Exception], None] | None = None
        self.progressed: Callable[[int, int, str], None] | None = None

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is; raises CancelledError when it was asked to stop. Called by the work."""
        if self._stop.is_set():
            raise CancelledError
        self._runner.reported.emit(self, done, total, text)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; none of its callbacks is called any more."""
        self._stop.set()
        self.done = self.failed = self.progressed = None


class Runner(QObject):
    """Runs jobs one after the other in a thread of its own; callbacks come on the main thread."""

    reported = Signal(object, int, int, str)
    ended = Signal(object, object, object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._jobs: list[Job] = []
        self.unhandled: Callable[[Exception], None] | None = None
        self.reported.connect(self._reported)
        self.ended.connect(self._ended)

    def start(
        self,
        work: Callable[[Job], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> Job:
        """Run work(job) in the worker. It touches no QObject and opens its own connection to the file.

        done gets what it returns; failed the exception (without it: the session's error band)."""
        job = Job(self, work)
        job.done, job.failed, job.progressed = done, failed, progress
        self._jobs.append(job)
        self._pool = self._pool or ThreadPoolExecutor(1, "cchc-worker")
        self._pool.submit(self._run, job)
        self.busy_changed.emit(True)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._jobs)

    def cancel_all(self) -> None:
        """Ask all work to stop; none of its callbacks is called any more."""
        for job in self._jobs:
            job.cancel()

    def close(self) -> None:
        """Cancel all and wait until the worker has stopped."""
        self.cancel_all()
        self._jobs.clear()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _run(self, job: Job) -> None:
        try:
            if not job._stop.is_set():
                self.ended.emit(job, job.work(job), None)
                return
        except CancelledError:
            pass
        except Exception as problem:
            if not isinstance(problem, KnownError):
                logger.exception("work failed")
            self.ended.emit(job, None, problem)
            return
        self.ended.emit(job, None, None)

    def _reported(self, job: Job, done: int, total: int, text: str) -> None:
        if job.progressed:
            job.progressed(done, total, text)

    def _ended(self, job: Job, result: Any, problem: Exception | None) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self.busy_changed.emit(self.is_busy)
        if problem is None:
            if job.done:
                job.done(result)
        elif job.failed:
            job.failed(problem)
        elif self.unhandled and not job._stop.is_set():
            self.unhandled(problem)
