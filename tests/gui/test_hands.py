"""What the tests of windows stand on holds: no key is held, and nobody is in a hurry."""

import inspect

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import PATIENCE_MILLISECONDS


def test_a_test_begins_with_no_key_held_down(qapp: QApplication, request: pytest.FixtureRequest) -> None:
    QTest.keyClick(QWidget(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    request.getfixturevalue("qtbot")
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("name", ["waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"])
def test_a_slow_machine_is_waited_for(name: str) -> None:
    assert inspect.signature(getattr(QtBot, name)).parameters["timeout"].default == PATIENCE_MILLISECONDS
