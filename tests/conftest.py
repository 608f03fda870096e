"""What every test stands on: no screen is needed, nobody's own settings and logs are touched, nobody is in a hurry."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.language import use_language
from ui.settings import HOME_VARIABLE
from ui.theme import theme, use_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HOME = tempfile.TemporaryDirectory(prefix="cchc-tests-", ignore_cleanup_errors=True)
for _kind in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{_kind}_HOME"] = os.path.join(_HOME.name, _kind.lower())

settings.register_profile("cchc", deadline=None)  # a busy machine is no failure
settings.load_profile("cchc")

PATIENCE_MILLISECONDS = 30_000  # a slow machine is no failure, and on a quick one nobody waits
for _wait in (QtBot.waitActive, QtBot.waitExposed, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    _wait.__kwdefaults__ = {**(_wait.__kwdefaults__ or {}), "timeout": PATIENCE_MILLISECONDS}


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """There from the first test on: a command that prints would else make one without widgets, for all tests after."""
    return qapp


@pytest.fixture
def qtbot(qapp: QApplication, qtbot: QtBot) -> Iterator[QtBot]:
    """Hands that begin with no key held down, while garbage waits as it does in the program.

    To Qt, Ctrl and Shift of the last key or click that a test sent are held until the next one: a view would then add
    to what is chosen in place of choosing anew. A collection in a worker could destroy widgets there."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    gc.disable()
    yield qtbot
    gc.enable()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nobody has been yet."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[QApplication]:
    """The program in light and Vietnamese; the other tests' language comes back."""
    use_language("vi")
    _use_light(qapp)
    yield qapp
    use_language("en")
    _use_light(qapp)


def _use_light(app: QApplication) -> None:
    """Only where it is not in use: every widget that is left would be polished anew."""
    if theme().name != "light" or not app.styleSheet():
        use_theme("light", 100)
