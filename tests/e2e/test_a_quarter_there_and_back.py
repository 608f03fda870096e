"""One commune's quarter by keys alone: typed, pasted, checked, explained, sent, returned, put right, sent again."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.number import read_number
from models.period import quarter, read_period
from models.store.actuals import actual, cell_history
from models.store.explanations import explanation
from models.store.submissions import snapshot, steps
from ui.application import Application
from ui.clipboard import put
from ui.pages.entry.form import Filter
from ui.pages.entry.page import EntryPage
from ui.pages.entry.pasting.paste_preview import PastePreview
from ui.pages.entry.submission.reason_dialog import ReasonDialog
from ui.pages.entry.submission.send_dialog import SendDialog

Q2, H1 = quarter(2023, 2), read_period("2023-H1")
CLIPBOARDS = Path(__file__).parents[1] / "clipboards"
CONTROL, NO_MODIFIER = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
CAUSE = "Người dân nộp trực tiếp, chưa có tài khoản định danh mức 2"

D = TypeVar("D", bound=QWidget)


class Officer:
    """Somebody without a mouse: a key goes to whatever has the keyboard."""

    def __init__(self, program: Application, qtbot: QtBot) -> None:
        self.session, self.window, self._qtbot = program.session, program.window, qtbot
        QTest.keyClick(self.window, Qt.Key.Key_2, CONTROL)
        page = self.window.page("entry")
        assert isinstance(page, EntryPage)
        self.page = page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        QTest.keyClick(self._focused(), key, modifiers)

    def write(self, text: str, key: Qt.Key | None = None) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # keyClicks takes ASCII only
                QApplication.sendEvent(self._focused(), QKeyEvent(kind, Qt.Key.Key_unknown, NO_MODIFIER, letter))
        if key is not None:
            self.press(key)

    def go_to_unit(self, code: str) -> None:
        for _ in self.session.entering_units():
            if self.session.unit == code:
                return
            self.press(Qt.Key.Key_PageDown, CONTROL)
        raise AssertionError(f"no key leads to {code}")

    def go_to_cell(self, code: str) -> None:
        """Walk to the first cell of an indicator, from the table's first one down."""
        if self._focused() is not self.page.grid:
            self.press(Qt.Key.Key_F6)
        assert self._focused() is self.page.grid
        self.press(Qt.Key.Key_Home, CONTROL)
        column = self.page.model.entered_column
        while self.page.grid.currentIndex().column() < column:
            self.press(Qt.Key.Key_Right)
        wanted = self.page.model.row_of(code)
        while self.page.grid.currentIndex().row() != wanted:
            down = self.page.grid.currentIndex().row() < wanted
            self.press(Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(80):
            if QApplication.focusWidget() is widget:
                return
            self.press(TAB)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName()}")

    def dialog(self, kind: type[D]) -> D:
        found: list[D] = []

        def is_open() -> bool:
            found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
            return len(found) == 1 and found[0].isAncestorOf(self._focused())

        self._qtbot.waitUntil(is_open)
        return found[0]

    def _focused(self) -> QWidget:
        if QApplication.activeWindow() is None:  # no window manager here that would do it when a dialog has gone
            self.window.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found


def put_on_clipboard(name: str) -> None:
    """Put there what LibreOffice Calc itself had put there, byte for byte."""
    put((CLIPBOARDS / f"{name}.txt").read_text("utf-8"), (CLIPBOARDS / f"{name}.html").read_text("utf-8"))


@pytest.fixture
def officer(started: Application, qtbot: QtBot) -> Officer:
    """Somebody at Zuôih, which has sent nothing yet."""
    found = Officer(started, qtbot)
    found.go_to_unit("ZUOIH")
    return found


def test_a_quarter_goes_there_and_back_by_keys_alone(officer: Officer, wait_for: Callable[..., None]) -> None:
    page, session = officer.page, officer.session
    assert page.form is not None
    assert page.form.counts()[Filter.EMPTY] == 16

    # WHEN the officer types the first four numbers, and pastes five that were copied in LibreOffice Calc
    for text in ("17", "43", "51", "132"):
        officer.write(text, ENTER)
    put_on_clipboard("calc-vi-form")
    officer.press(Qt.Key.Key_V, CONTROL)
    preview = officer.dialog(PastePreview)
    officer.press(ENTER)
    wait_for(lambda: not preview.isVisible())

    # THEN they are there as Calc had them, 1.234 being a thousand and more
    db = session.db
    pasted = [actual(db, code, "ZUOIH", Q2) for code in ("TTHC-03", "TTHC-03.1", "TTHC-04")]
    assert [(each.numerator, each.denominator) for each in pasted if each] == [(131, 216), (460, 806), (1234, None)]
    assert cell_history(db, "TTHC-03", "ZUOIH", Q2)[0].how == "pasted"

    # AND the sums that cannot be are noticed, with their difference; Enter leads from the worst to its cell
    officer.press(Qt.Key.Key_F7)
    said = page.issues.texts()
    assert any("lệch 590" in text for text in said)
    assert any("lệch 329" in text for text in said)
    officer.press(ENTER)
    assert page.model.rows[page.grid.currentIndex().row()].indicator is not None
    officer.go_to_cell("TTHC-03.1")
    for text in ("40", "80"):
        officer.write(text, ENTER)
    assert not any(words in text for text in page.issues.texts() for words in ("lệch 590", "lệch 329"))

    # WHEN the rest is typed, and the missed target is explained
    officer.go_to_cell("TTHC-04")
    for text in ("30", "32", "1.078", "1.080", "73", "81", "5", "14"):
        officer.write(text, ENTER)
    assert page.form.counts()[Filter.EMPTY] == 0
    officer.go_to_cell("TTHC-01")
    officer.press(Qt.Key.Key_F6)
    officer.tab_to(page.panel.explanation.cause.editor)
    officer.write(CAUSE, TAB)
    officer.write("Tổ công nghệ số thôn hỗ trợ nộp tại nhà", TAB)
    officer.write("Công chức Tư pháp – Hộ tịch", TAB)
    officer.write("30/7/2023", TAB)
    given = explanation(db, "TTHC-01", "ZUOIH", H1)
    assert given is not None
    assert given.cause == CAUSE
    assert not given.missing

    # AND the form is sent
    officer.press(Qt.Key.Key_F9)
    officer.dialog(SendDialog)
    officer.press(ENTER)
    wait_for(lambda: [each.state.value for each in steps(db, "ZUOIH", Q2)] == ["submitted"])

    # THEN it takes nothing any more
    officer.go_to_cell("TTHC-01")
    officer.write("99", ENTER)
    officer.press(Qt.Key.Key_Delete)
    kept = actual(db, "TTHC-01", "ZUOIH", Q2)
    assert kept is not None
    assert kept.numerator == 17

    # WHEN the office returns it with a reason, and the officer corrects and sends it again
    officer.press(Qt.Key.Key_F6)  # out of the table, where Tab goes from cell to cell
    officer.tab_to(page.head.give_back)
    officer.press(Qt.Key.Key_Space)
    officer.dialog(ReasonDialog)
    officer.write("TTHC-01: sổ tiếp nhận ghi 18 hồ sơ", ENTER)
    wait_for(lambda: steps(db, "ZUOIH", Q2)[-1].state.value == "returned")
    officer.tab_to(page.grid)
    officer.go_to_cell("TTHC-01")
    officer.write("18", ENTER)
    officer.press(Qt.Key.Key_F9)
    officer.dialog(SendDialog)
    officer.press(ENTER)
    wait_for(lambda: len(steps(db, "ZUOIH", Q2)) == 3)

    # THEN each sending stays as it was, and the cell's history shows it all
    life = steps(db, "ZUOIH", Q2)
    assert [each.state.value for each in life] == ["submitted", "returned", "submitted"]
    sent = [
        next(each.numerator for each in snapshot(db, life[place].id).actuals if each.indicator == "TTHC-01")
        for place in (0, 2)
    ]
    assert sent == [read_number("17"), read_number("18")]
    officer.go_to_cell("TTHC-01")
    history = page.panel.history.text()
    for words in ("17/43", "18/43", "sổ tiếp nhận ghi 18 hồ sơ"):
        assert words in history
    typed = [each.new.numerator for each in cell_history(db, "TTHC-01", "ZUOIH", Q2) if each.new is not None]
    assert typed[:2] == [18, 17]


@pytest.fixture
def wait_for(qtbot: QtBot) -> Callable[..., None]:
    """Wait until something holds."""

    def wait(holds: Callable[[], bool]) -> None:
        qtbot.waitUntil(holds)

    return wait
