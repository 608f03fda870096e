"""Starts the window: the frame is painted first, the file is opened after that."""

import gc
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from models.version import VERSION
from ui.failure import Failures
from ui.language import use_language
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings, home
from ui.theme import use_theme

logger = logging.getLogger(__name__)

COLLECT_MILLISECONDS = 10_000


class Application(QObject):
    """Holds the session and the window, and makes the window anew when its looks change."""

    def __init__(self, app: QApplication, path: Path | None) -> None:
        super().__init__(app)
        self.app = app
        self.settings = Settings()
        self._path = path
        self._use_looks()
        self.session = Session(self.settings, self)
        self.session.looks_changed.connect(self._looks_changed)
        self.window = MainWindow(self.session)
        self.window.restore_looks()
        self.window.when_painted(self._open_first)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def show(self) -> None:
        """Show the window; the file is opened once the frame is on the screen."""
        self.window.show()

    def _use_looks(self) -> None:
        use_language(self.settings["language"])
        use_theme(self.settings["theme"], self.settings.font_percent)

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

    def tell_of_bug(self, trace: str) -> None:
        """Show the one dialog for a bug."""
        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Something went wrong"), "", parent=self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Something went wrong inside the program; what was saved is whole."))
        box.setInformativeText(self.tr("Go on working, or start the program again. The details are in the log."))
        box.setDetailedText(trace)
        box.open()

    def close(self) -> None:
        """Stop what runs, close the file, keep the settings."""
        self.session.close()
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
        self._use_looks()
        self.window = MainWindow(self.session)
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.take_over(key)
        self.window.show()
        old.let_go()


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
    app = QApplication(sys.argv[:1])
    app.setApplicationName("cchc")
    app.setOrganizationName("cchc")
    app.setApplicationVersion(VERSION)
    app.setStyle("Fusion")
    program = Application(app, path)
    failures = Failures(home(), app)
    failures.happened.connect(program.tell_of_bug)
    Collector(app)
    program.show()
    try:
        return app.exec()
    finally:
        program.close()
        failures.close()
