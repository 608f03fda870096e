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
from ui.widgets.fields import ChoiceField


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


def shown(page: ReportsPage, kind: str, qtbot: QtBot, **source: object) -> Figure:
    """Choose the first figure of a kind of report whose source is such."""
    fits = (each for each in of_kind(page, kind, qtbot) if source.items() <= vars_of(each.source).items())
    found = next(fits)
    page.preview.figure_chosen.emit(found)
    settle(page, qtbot)
    return found


def vars_of(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in Source.__slots__}


def test_a_sum_of_the_one_stop_table_says_its_columns_and_units(page: ReportsPage, qtbot: QtBot) -> None:
    panel = page.right.source
    found = shown(page, "onestop", qtbot, measure=Measure.VALUE, what="3", unit=None)
    assert panel.name.text().startswith("Column (3)")
    assert panel.sums.text().endswith(f" = {found.text}")
    assert panel.sums.text().count("+") == 2
    assert panel.model.rowCount() == 4
    assert panel.cell_button.isHidden()


def test_a_share_of_the_one_stop_table_says_what_over_what(page: ReportsPage, qtbot: QtBot) -> None:
    found = shown(page, "periodic", qtbot, measure=Measure.SHARE, what="on_time")
    assert page.right.source.sums.text().endswith(f" = {found.text}")
    assert page.right.source.sums.text().startswith("(")


def test_a_typed_column_of_the_one_stop_table_leads_to_its_cell(page: ReportsPage, qtbot: QtBot) -> None:
    every = of_kind(page, "onestop", qtbot)
    found = next(each for each in every if each.source.indicator and not each.source.what)
    page.preview.figure_chosen.emit(found)
    settle(page, qtbot)
    assert found.source.indicator in page.right.source.title.text()
    assert not page.right.source.cell_button.isHidden()


def of_kind(page: ReportsPage, kind: str, qtbot: QtBot) -> tuple[Figure, ...]:
    field = page.side.form.fields["kind"]
    assert isinstance(field, ChoiceField)
    field.choose(kind)
    settle(page, qtbot)
    return page.preview._figures


def test_last_year_s_value_says_its_own_parts(page: ReportsPage, qtbot: QtBot) -> None:
    found = shown(page, "progress", qtbot, measure=Measure.BEFORE)
    panel = page.right.source
    assert "2022" in panel.where.text()
    assert found.text in panel.sums.text()
