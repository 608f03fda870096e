"""Starts the window: the frame is painted first, the file is opened after that."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from models.version import VERSION
from ui.frame.main_window import MainWindow
from ui.language import use_language
from ui.settings import Settings, home
from ui.theme import use_theme

if TYPE_CHECKING:
    from ui.failure import Failures
    from ui.session import Session

COLLECT_MILLISECONDS = 10_000


class Application(QObject):
    """Holds the session and the window, and makes the window anew when its looks change.

    moved_in: session and window are there, the file is opened next."""

    moved_in = Signal()

    def __init__(self, app: QApplication, path: Path | None, *, watches: bool = False) -> None:
        super().__init__(app)
        self.settings = Settings()
        self._session: Session | None = None
        self._failures: Failures | None = None
        self._path = path
        self._watches = watches
        self._use_looks()
        self.window = MainWindow()
        self.window.restore_looks(self.settings.view("window"))
        self.window.when_painted(self._move_in)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def session(self) -> "Session":
        """The session; once the window has moved in."""
        if self._session is None:
            raise RuntimeError("the frame is not filled yet")
        return self._session

    def show(self) -> None:
        """Show the window; the file is opened once the frame is on the screen."""
        self.window.show()

    def _use_looks(self) -> None:
        use_language(self.settings["language"])
        use_theme(self.settings["theme"], self.settings.font_percent)

    def _move_in(self) -> None:
        """The frame is on the screen: load what is needed to work, and open the file."""
        from ui.session import Session

        if self._watches:
            self._watch()
        self._session = Session(self.settings, self)
        self.session.looks_changed.connect(self._looks_changed)
        self.window.move_in(self.session)
        self.moved_in.emit()
        self._open_first()

    def _open_first(self) -> None:
        """Open what was asked for, else the file of last time, else (the first time) the sample."""
        files = self.window.files
        last = Path(self.settings["last_file"]) if self.settings["last_file"] else None
        if self._path is not None:
            opened = files.open_path(self._path)
        elif last is not None:
            opened = files.open_path(last)
        else:
            opened = files.open_sample()
        if opened and self.session.is_sample:
            files.greet()
        elif not opened and not self.session.is_open:
            self.window.show_start()
        self._tell_of_crash()

    def _watch(self) -> None:
        """Log and tell what nobody catches, and what ended the last run."""
        from ui.failure import Failures

        self._failures = Failures(home(), self)
        self._failures.happened.connect(self.tell_of_bug)
        self._failures.refused.connect(self._tell_of_refusal)
        Collector(self)

    def _tell_of_crash(self) -> None:
        if self._failures is not None and self._failures.crashed_before:
            from ui.messages import Mood

            text = self.tr("The program ended unexpectedly last time; what was saved is whole. Details: {path}")
            self.session.say(Mood.WARNING, text.format(path=self._failures.kept_trace))

    def _tell_of_refusal(self, sentence: str) -> None:
        from ui.messages import Mood

        self.session.say(Mood.ERROR, sentence)

    def tell_of_bug(self, trace: str) -> None:
        """Show the one dialog for a bug."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Something went wrong"), "", parent=self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Something went wrong inside the program; what was saved is whole."))
        box.setInformativeText(self.tr("Go on working, or start the program again. The details are in the log."))
        box.setDetailedText(trace)
        box.open()

    def close(self) -> None:
        """Stop what runs, close the file, keep the settings."""
        if self._session is not None:
            self._session.close()
        if self._failures is not None:
            self._failures.close()
        self.settings.sync()

    def _system_changed(self) -> None:
        if self.settings["theme"] == "system":
            self._looks_changed()

    def _looks_changed(self) -> None:
        QTimer.singleShot(0, self._make_window_anew)  # the slot that asked for it still stands on the old window

    def _make_window_anew(self) -> None:
        old, key = self.window, self.window.current
        if not old.may_leave():
            return
        old.let_go()
        self._use_looks()
        self.window = MainWindow()
        self.window.move_in(self.session)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.take_over(key)
        self.window.show()
        old.hide()  # only now: without any window the program would end
        old.deleteLater()


class Collector(QObject):
    """Collects garbage on the main thread only: a collection in a worker could destroy widgets there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(COLLECT_MILLISECONDS)

    def _collect(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return


def run(path: Path | None = None) -> int:
    """Show the window on a file (by default the last one, the first time the sample) until it is closed."""
    gc.disable()  # the Collector takes over; at a start there is nothing to collect
    app = QApplication(sys.argv[:1])
    app.setApplicationName("cchc")
    app.setOrganizationName("cchc")
    app.setApplicationVersion(VERSION)
    app.setStyle("Fusion")
    program = Application(app, path, watches=True)
    program.show()
    try:
        return app.exec()
    finally:
        program.close()
