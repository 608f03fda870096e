"""A quarter that was sent takes nothing, whichever way it is tried, and says what to do."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.period import Period
from models.plan import Actual
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import open_database
from models.store.submissions import reopen, submit
from models.submission import SubmissionState
from tests.gui.entry.conftest import Q2, Desk
from ui.pages.entry.form import Column

CONTROL = Qt.KeyboardModifier.ControlModifier
AUTHOR = Author("Cán bộ")


def send(desk: Desk, unit: str = "CD", quarter: Period = Q2, day: date = date(2023, 6, 18)) -> None:
    """Send a form and tell the page, as another window would."""
    session = desk.session
    session.write(lambda: submit(session.db, session.plan, unit, quarter, day, AUTHOR))


@pytest.fixture
def sent(desk: Desk) -> Desk:
    desk.session.record([Actual("TT-01", "CD", Q2, Decimal(131), Decimal(216))])
    send(desk)
    desk.go("TT-01")
    return desk


def said(desk: Desk) -> str:
    return desk.page.grid.message


def is_unchanged(desk: Desk) -> bool:
    kept = desk.stored("TT-01")
    return kept is not None and (kept.numerator, kept.denominator) == (131, 216)


def test_typing_on_a_sent_form_opens_no_editor_and_says_how_to_open_it(sent: Desk) -> None:
    sent.type("5")
    assert sent.page.grid.entry_delegate.editor is None
    assert "18/6/2023" in said(sent)
    assert "mở lại phiếu" in said(sent)
    assert sent.here == ("TT-01", "numerator", Column.Q2)
    assert is_unchanged(sent)


@pytest.mark.parametrize(
    "key, modifiers",
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_X, CONTROL),
        (Qt.Key.Key_D, CONTROL),
        (Qt.Key.Key_Space, CONTROL),
    ],
)
def test_no_key_changes_a_sent_form(sent: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    sent.go("TT-01", "denominator")
    QTest.keyClick(sent.page.grid, key, modifiers)
    assert "mở lại phiếu" in said(sent)
    assert is_unchanged(sent)


def test_a_double_click_says_it_too(sent: Desk) -> None:
    grid = sent.page.grid
    middle = grid.visualRect(sent.page.model.index(sent.row("TT-01"), Column.Q2)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert grid.entry_delegate.editor is None
    assert "mở lại phiếu" in said(sent)


@pytest.mark.parametrize("text", ["7", "7\n8\n"])
def test_a_paste_into_a_sent_form_is_refused(sent: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    sent.page.chips.paste.click()
    assert is_unchanged(sent)


def test_copying_out_of_a_sent_form_works(sent: Desk) -> None:
    sent.press(Qt.Key.Key_C, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text() == "131"


def test_other_quarters_and_other_units_stay_open(sent: Desk, desk_of: Callable[..., Desk]) -> None:
    sent.go("TT-01", column=Column.Q3)
    sent.type("9")
    sent.press(Qt.Key.Key_Return)
    assert sent.text("TT-01", column=Column.Q3) == "9"


def test_a_note_on_a_sent_form_is_only_read_and_the_panel_says_why(sent: Desk) -> None:
    panel = sent.page.panel
    panel.note.editor.setFocus()
    QTest.keyClicks(panel.note.editor, "ghi chu")
    QTest.keyClick(panel.note.editor, Qt.Key.Key_Return)
    kept = sent.stored("TT-01")
    assert kept is not None
    assert kept.note == ""
    assert "mở lại phiếu" in panel.lock.text()


def test_an_explanation_on_a_sent_form_is_only_read(sent: Desk) -> None:
    explanation = sent.page.panel.explanation
    explanation.cause.editor.setFocus()
    QTest.keyClicks(explanation.cause.editor, "dan quen nop truc tiep")
    assert sent.page.may_leave()
    assert explanation.cause.text() == ""


def test_undo_does_not_reach_into_a_sent_form(desk: Desk) -> None:
    desk.go("TT-01")
    desk.type("131")
    desk.press(Qt.Key.Key_Return)
    send(desk)
    said_in_bands: list[str] = []
    desk.session.said.connect(lambda message: said_in_bands.append(message.text))
    desk.session.undo.undo()
    kept = desk.stored("TT-01")
    assert kept is not None
    assert kept.numerator == 131
    assert "mở lại phiếu" in said_in_bands[0]


def test_an_opened_form_takes_figures_again(sent: Desk) -> None:
    session = sent.session
    session.write(lambda: reopen(session.db, "CD", Q2, date(2023, 6, 19), "Nhập nhầm", AUTHOR))
    assert sent.page.form is not None
    assert sent.page.form.submission is not None
    assert sent.page.form.submission.state is SubmissionState.DRAFT
    assert "Nhập nhầm" in sent.page.band.text.text()
    sent.type("150")
    sent.press(Qt.Key.Key_Return)
    assert sent.text("TT-01") == "150"


def test_a_cell_changed_by_another_window_is_shown_and_what_was_typed_stays_at_hand(desk: Desk, qtbot: QtBot) -> None:
    desk.go("TT-01")
    desk.type("131")
    path = desk.session.path
    assert path is not None
    with closing(open_database(path)) as other:
        record(other, [Actual("TT-01", "CD", Q2, Decimal(99))], Author("Người khác"))
    desk.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.page.grid.entry_delegate.editor is None)
    kept = desk.stored("TT-01")
    assert kept is not None
    assert kept.numerator == 99
    assert desk.text("TT-01") == "99"
    assert "131" in said(desk)


def test_a_form_sent_by_another_window_while_typing_is_shown_locked(desk: Desk, qtbot: QtBot) -> None:
    desk.go("TT-01")
    desk.type("131")
    session = desk.session
    assert session.path is not None
    with closing(open_database(session.path)) as other:
        submit(other, session.plan, "CD", Q2, date(2023, 6, 16), Author("Người khác"))
    desk.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.page.grid.entry_delegate.editor is None)
    assert desk.stored("TT-01") is None
    assert desk.page.form is not None
    assert Q2 in desk.page.form.locked
    assert "131" in said(desk)
    assert desk.page.head.send.isHidden()


def test_a_write_that_fails_for_another_reason_keeps_the_text_in_its_cell(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.go("TT-01")
    desk.type("131")
    desk.press(Qt.Key.Key_Return)
    desk.go("TT-01")
    desk.press(Qt.Key.Key_Delete)
    desk.type("5")
    monkeypatch.setattr(desk.session, "record", lambda *_, **__: None)
    desk.press(Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert desk.page.grid.entry_delegate.editor is not None
    assert said(desk) == desk.page.model.refusal
