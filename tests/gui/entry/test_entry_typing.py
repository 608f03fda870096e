"""Typing into the grid, by keys."""

from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from models.progress import State
from tests.gui.entry.conftest import Q1, Q2, Desk
from ui.pages.entry.form import Column, Filter

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_model_keeps_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.page.model)


def test_first_key_opens_the_editor_and_is_kept(desk: Desk) -> None:
    desk.go("TT-01")
    desk.type("131")
    desk.press(Qt.Key.Key_Return)
    assert desk.text("TT-01") == "131"
    assert desk.here == ("TT-01", "denominator", Column.Q2)
