"""The figures of the preview: reached by keys and mouse, each leads to its source and on to the cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reports.document import Measure, Source
from tests.gui.reports.conftest import settle
from ui.pages.reports.page import ReportsPage
from ui.pages.reports.preview import Figure
from ui.session import Session


@pytest.fixture
def page(page: ReportsPage, qtbot: QtBot) -> ReportsPage:
    """The page in the window in front, with the keyboard in the preview."""
    page.activateWindow()
    page.preview.view.setFocus()
    qtbot.waitUntil(page.preview.view.hasFocus)
    return page


def figure(page: ReportsPage) -> Figure:
    found = page.preview.figure()
    assert found is not None
    return found


def mark(page: ReportsPage, text: str) -> None:
    texts = [page.preview.view.toPlainText()[first:last] for first, last in page.preview.view._places]
    page.preview.view.go_to(texts.index(text))


def test_tab_goes_from_figure_to_figure_and_back(page: ReportsPage, qtbot: QtBot) -> None:
    view = page.preview.view
    for key, wanted in (("Tab", 0), ("Tab", 1), ("Backtab", 0)):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        assert view.current == wanted
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert view.current == 0
    assert page.focusWidget() is not view


def test_each_mark_stands_on_the_words_of_its_figure(page: ReportsPage) -> None:
    text, view = page.preview.view.toPlainText(), page.preview.view
    shown = [text[first:last].replace("\N{NO-BREAK SPACE}", " ") for first, last in view._places]
    assert shown == [each.text.replace("\N{NO-BREAK SPACE}", " ") for each in page.preview._figures]


def test_enter_opens_the_source_and_esc_returns(page: ReportsPage, qtbot: QtBot) -> None:
    # GIVEN the mark on the rate of TTHC-01
    mark(page, "58,09%")
    # WHEN Enter is pressed
    QTest.keyClick(page.preview.view, Qt.Key.Key_Return)
    # THEN its source has the keyboard, and Esc goes back to where the mark still is
    panel = page.right.source
    assert panel.number.text() == "58,09%"
    assert "TTHC-01" in panel.title.text()
    assert "2.521 : 4.340 = 58,09%" in panel.sums.text()
    assert panel.model.rowCount() == 13
    assert panel.cell_button.hasFocus()
    QTest.keyClick(panel.cell_button, Qt.Key.Key_Escape)
    assert page.preview.view.hasFocus()
    assert figure(page).text == "58,09%"


def test_the_source_leads_to_the_cell_of_the_chosen_unit(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    mark(page, "58,09%")
    QTest.keyClick(page.preview.view, Qt.Key.Key_Return)
    unit = page.right.source.model.rows[2].unit
    page.right.source.table.selectRow(2)
    with qtbot.waitSignal(session.navigated) as led:
        page.right.source.cell_button.click()
    target = led.args[1]
    assert (led.args[0], target.unit, target.indicator, target.period.code) == ("entry", unit, "TTHC-01", "2023-Q2")


def test_the_source_leads_to_the_overview(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    mark(page, "58,09%")
    QTest.keyClick(page.preview.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(session.navigated) as led:
        page.right.source.overview_button.click()
    assert (led.args[0], led.args[1].indicator) == ("overview", "TTHC-01")


def test_a_figure_of_another_period_is_looked_up_in_the_file(page: ReportsPage, qtbot: QtBot) -> None:
    # GIVEN a number of the first quarter, which a report of six months does not hold
    other = Figure(Source(Measure.VALUE, "TTHC-01", None, "2023-Q1"), "50%")
    # WHEN it is chosen
    page.preview.figure_chosen.emit(other)
    assert page.right.source.sums.isHidden()
    settle(page, qtbot)
    # THEN what the file knows of that quarter is said
    assert "Quarter I 2023" in page.right.source.where.text()
    assert " : " in page.right.source.sums.text()
    assert page.right.source.model.rowCount() == 13


def test_a_count_lists_what_was_counted_and_leads_nowhere_by_itself(page: ReportsPage) -> None:
    page.preview.figure_chosen.emit(Figure(Source(Measure.COUNT, what="missed"), "2"))
    assert page.right.source.model.rowCount() == 2
    assert page.right.source.cell_button.isHidden()


def test_another_report_has_no_chosen_figure(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    mark(page, "58,09%")
    QTest.keyClick(page.preview.view, Qt.Key.Key_Return)
    session.set_unit("CADY")
    settle(page, qtbot)
    assert page.preview.figure() is None
    assert page.right.source.empty.isVisible()


def test_the_page_is_shown_larger_and_without_tint(page: ReportsPage) -> None:
    before = page.preview.look.percent
    page.preview.larger.click()
    assert page.preview.look.percent > before
    assert page.preview.size_words.text() == f"{page.preview.look.percent}%"
    page.preview.tinted.click()
    assert not page.preview.look.is_tinted
    assert page.preview.view._places
