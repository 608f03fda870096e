"""The dialog of copies: from the page Bắt đầu and the file menu, with a look before anything is put back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from models.store.actuals import actual
from tests.gui.frame.test_window import Q2, a_change
from ui.frame.main_window import MainWindow
from ui.pages.start.page import StartPage
from ui.restoring import RestoreDialog

Ask = Callable[[MainWindow], RestoreDialog]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    def asked(window: MainWindow) -> RestoreDialog:
        window.files.ask_restore()
        dialog = window.findChildren(RestoreDialog)[-1]
        qtbot.waitUntil(lambda: not window.session.runner.is_busy)
        return dialog

    return asked


def side(dialog: RestoreDialog, column: int) -> list[str]:
    return [dialog.labels[row, column].text() for row in range(1, 5)]


def first_value(window: MainWindow) -> object:
    return actual(window.session.db, "TTHC-01", window.session.reporting_units()[1], Q2)


def test_a_copy_is_looked_into_beside_the_file_and_restored_with_nothing_lost(window: MainWindow, ask: Ask) -> None:
    # GIVEN a file that was changed after its daily copy
    before, path = first_value(window), window.session.path
    assert path is not None
    a_change(window)
    changed = first_value(window)
    # WHEN its copies are asked for
    dialog = ask(window)
    # THEN the copy of today is there, with what is in it and in the file now
    assert dialog.path == path
    [row] = dialog.table.rows.rows
    assert "hằng ngày" in row[1]
    assert row[2].endswith(("kB", "MB"))
    plans, _, values, last = side(dialog, 1)
    assert plans == "Kế hoạch cải cách hành chính năm 2023"
    assert (values, last) != ("–", "–")
    assert side(dialog, 2)[:3] == [plans, *side(dialog, 1)[1:3]]
    assert side(dialog, 2)[3] != last
    assert path.name in dialog.promise.text()
    # AND what is restored is as it was, and what it replaced lies beside it and can be brought back the same way
    dialog.restore_button.click()
    assert first_value(window) == before
    again = ask(window)
    assert again.table.rows.rows[0][1].startswith("như trước khi")
    again.restore_button.click()
    assert first_value(window) == changed


def test_it_is_asked_for_on_the_page_bat_dau_while_the_file_does_not_open(window: MainWindow, qtbot: QtBot) -> None:
    a_change(window)
    path = window.session.path
    assert path is not None
    window.session.close()
    path.write_bytes(b"not a database at all" * 300)
    window.show_start()
    start = window.stack.currentWidget()
    assert isinstance(start, StartPage)
    start.restore_button.click()
    dialog = window.findChildren(RestoreDialog)[-1]
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert dialog.path == path
    assert path.name in side(dialog, 2)[0]
    assert dialog.restore_button.isEnabled()
    dialog.restore_button.click()
    assert window.session.path == path
    assert first_value(window) is not None


def test_a_file_that_is_gone_is_put_back_where_it_was(window: MainWindow, ask: Ask) -> None:
    a_change(window)
    path = window.session.path
    assert path is not None
    window.session.close()
    path.unlink()
    dialog = ask(window)
    assert dialog.path == path
    dialog.restore_button.click()
    assert path.exists()


def test_a_damaged_copy_is_said_and_cannot_be_restored(window: MainWindow, ask: Ask) -> None:
    a_change(window)
    copy: Path = window.files.copies()[0]
    copy.write_bytes(b"damaged" * 100)
    dialog = ask(window)
    assert copy.name in side(dialog, 1)[0]
    assert not dialog.restore_button.isEnabled()


def test_a_file_without_copies_says_so(window: MainWindow, ask: Ask) -> None:
    dialog = ask(window)
    assert not dialog.message.isHidden()
    assert not dialog.restore_button.isEnabled()


def test_the_file_menu_leads_there(window: MainWindow) -> None:
    window.file_menu.fill()
    action = next(each for each in window.file_menu.findChildren(QAction) if each.text().startswith("Khôi phục"))
    action.trigger()
    assert window.findChildren(RestoreDialog)
