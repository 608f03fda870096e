"""The sample plan as a file, the program open on it, and the window on nothing yet, for who does a whole job."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.period import quarter
from tests.officer import Officer
from tests.sample import sample_file
from ui.application import Application
from ui.frame.main_window import MainWindow
from ui.language import use_language
from ui.session import Session
from ui.settings import HOME_VARIABLE, Settings


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """GIVEN a file with the sample plan."""
    return sample_file(tmp_path)


@pytest.fixture
def started(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """GIVEN the program, open on the sample plan, as on 19/6/2023; the other tests' language comes back."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = Application(app, sample_file(tmp_path))
    with qtbot.waitSignal(program.moved_in):
        program.show()
    program.window.resize(1366, 768)
    program.session.set_day(date(2023, 6, 19))
    program.session.set_period(quarter(2023, 2))
    qtbot.waitUntil(lambda: app.activeWindow() is program.window)
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    use_language("en")


@pytest.fixture
def officer(
    looks: QApplication, home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Officer]:
    """GIVEN the window on no file at all, in Vietnamese, and a place for a new one."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mới.cchc"), ""))
    session, window = Session(Settings()), MainWindow()
    window.move_in(session)
    qtbot.addWidget(window)
    window.resize(1366, 688)
    window.show()
    window.show_start()
    qtbot.waitUntil(lambda: looks.activeWindow() is window)
    yield Officer(window, qtbot)
    session.close()
    session.deleteLater()
