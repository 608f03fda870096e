"""The sample plan in a home of its own, and the window on it; nothing is left running."""

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.exchange.making import create_sample
from models.period import read_period
from tests.sample import sample_file
from ui.application import Application
from ui.frame.main_window import MainWindow
from ui.language import use_language
from ui.session import Session
from ui.settings import HOME_VARIABLE, Settings, sample_path


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail where a test leaves a thread behind."""
    before = set(threading.enumerate())
    yield
    assert not [each for each in threading.enumerate() if each not in before and not each.daemon]


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample plan, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.cchc"
    create_sample(path)
    return path


@pytest.fixture
def sample(home: Path, made_sample: Path) -> Path:
    """The sample plan where the program would make it."""
    shutil.copy(made_sample, sample_path())
    return sample_path()


@pytest.fixture
def open_session(home: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session without a file."""
    session = Session(Settings())
    yield session
    session.close()
    session.deleteLater()


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session on the sample plan, as on the eve of the second quarter's due date."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    use_language("en")  # whatever the tests before spoke
    made = Session(Settings())
    made.open(sample_file(tmp_path))
    made.set_day(date(2023, 6, 19))
    made.set_period(read_period("2023-H1"))
    yield made
    made.close()


@pytest.fixture
def start(looks: QApplication, home: Path, qtbot: QtBot) -> Iterator[Callable[[Path | None], Application]]:
    """Start the program on a file, or as a person does without one, until the overview stands."""
    started: list[Application] = []

    def program(path: Path | None) -> Application:
        made = Application(looks, path)
        started.append(made)
        made.show()
        qtbot.waitUntil(lambda: made.window.current == "overview")
        return made

    yield program
    for each in started:
        each.close()
        each.window.close()
        each.window.deleteLater()
        each.deleteLater()


@pytest.fixture
def window(looks: QApplication, open_session: Session, sample: Path, qtbot: QtBot) -> MainWindow:
    """The window on the sample plan, at 1366 x 688."""
    made = MainWindow()
    made.move_in(open_session)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    with qtbot.waitExposed(made):
        made.show()
    assert made.files.open_path(sample)
    return made
