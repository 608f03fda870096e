"""The page's three columns: what a narrow window does to them, what is remembered, and that all of it has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.reports.conftest import settle
from ui.pages.reports.page import ReportsPage
from ui.session import Session

INPUTS = (QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)


@pytest.fixture
def narrow(page: ReportsPage, qtbot: QtBot) -> ReportsPage:
    """The page as a window of 1093 x 614 shows it."""
    page.resize(1041, 520)
    settle(page, qtbot)
    return page


def choose_a_figure(page: ReportsPage) -> None:
    page.preview.view.go_to(9)
    page.preview.view.figure_chosen.emit(9)


def test_in_a_narrow_window_the_source_is_a_drawer_over_the_preview(narrow: ReportsPage, qtbot: QtBot) -> None:
    assert not narrow.right.isVisible()
    width = narrow.preview.width()
    choose_a_figure(narrow)
    assert narrow.right.isVisible()
    assert narrow.preview.width() == width
    assert narrow.right.geometry().right() == narrow.columns.rect().right()
    QTest.keyClick(narrow.right.source.cell_button, Qt.Key.Key_Escape)
    assert not narrow.right.isVisible()


def test_f4_opens_and_closes_the_right_column(narrow: ReportsPage, qtbot: QtBot) -> None:
    narrow.activateWindow()
    narrow.preview.view.setFocus()
    qtbot.waitUntil(narrow.preview.view.hasFocus)
    for is_shown in (True, False):
        QTest.keyClick(narrow.preview.view, Qt.Key.Key_F4)
        assert narrow.right.isVisible() == is_shown


def test_a_wide_window_has_three_columns_again(narrow: ReportsPage) -> None:
    narrow.resize(1400, 600)
    assert narrow.right.isVisible()
    assert narrow.right.mapTo(narrow, narrow.right.rect().topLeft()).x() > narrow.preview.width()


def test_writing_widens_the_right_column_and_gives_the_room_back(page: ReportsPage) -> None:
    before = page.right.width()
    page.side.form_button.click()
    assert page.right.width() > before
    page.right.close_button.click()
    assert page.right.width() < before + 20


def test_the_columns_keep_the_widths_they_were_given(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    page.columns._splitter.moveSplitter(320, 1)
    kept = page.columns._splitter.sizes()[0]
    another = ReportsPage(session)
    qtbot.addWidget(another)
    another.resize(page.size())
    another.show()
    another.refresh(None)
    settle(another, qtbot)
    assert abs(another.side.width() - kept) <= 2


def test_everything_that_takes_the_keyboard_has_a_name(page: ReportsPage) -> None:
    of_boxes = {each for box in page.findChildren(QComboBox) for each in box.findChildren(QWidget)}
    for each in page.findChildren(QWidget):
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus or each in of_boxes:
            continue
        if isinstance(each, QAbstractButton):
            assert each.text() or each.accessibleName(), each
        elif isinstance(each, INPUTS):
            assert each.accessibleName(), each
