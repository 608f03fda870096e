"""When something goes wrong: log, tell the main thread, and leave a trace for the next start."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Signal

from models.errors import KnownError

if TYPE_CHECKING:
    from ui.session import Session

logger = logging.getLogger(__name__)

LOG_BYTES, LOG_FILES = 500_000, 3


class Failures(QObject):
    """Catches what nobody caught, in any thread; happened(text) and refused(sentence) come on the main thread.

    text is the traceback of a bug. refused: the file could not be read or written, as when another program holds it.
    crashed_before is what a crash of an earlier run left, or empty."""

    happened = Signal(str)
    refused = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._handler = RotatingFileHandler(
            folder / "cchc.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(self._handler)
        trace, self.kept_trace = folder / "crash.txt", folder / "crash-before.txt"
        self.crashed_before = trace.read_text("utf-8", "replace").strip() if trace.exists() else ""
        if self.crashed_before:
            trace.replace(self.kept_trace)
        self._trace: TextIO = trace.open("w", encoding="utf-8")
        faulthandler.enable(self._trace)
        sys.excepthook = self._unraised
        threading.excepthook = self._unraised_in_thread

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        self._trace.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _unraised(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        import traceback

        if (known := as_known(problem)) is not None:
            logger.warning("refused", exc_info=(kind, problem, trace))
            self.refused.emit(str(known))
            return
        logger.critical("nobody caught", exc_info=(kind, problem, trace))
        self.happened.emit("".join(traceback.format_exception(kind, problem, trace)))

    def _unraised_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._unraised(args.exc_type, args.exc_value, args.exc_traceback)


def as_known(problem: BaseException) -> KnownError | None:
    """Return in words what a person can do something about: a lock, a disk, a damaged file. None: it is a bug."""
    from models.store.database import known_errors

    try:
        with known_errors():
            raise problem
    except KnownError as known:
        return known
    except BaseException:
        return None


@contextmanager
def told(session: Session) -> Iterator[None]:
    """Read from the file; where that is refused, say so in a band and go on."""
    from models.store.database import known_errors

    try:
        with known_errors(session.path):
            yield
    except KnownError as problem:
        session.say_problem(problem)
