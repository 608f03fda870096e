"""Phân tích: four panels of the same figures, one choice for all of them, and where Enter leads."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.period import Period, Span
from models.store.actuals import actual
from models.store.changes import Changes
from models.unit_ranking import FEW_CASES
from ui.frame.main_window import MainWindow
from ui.pages.analysis.answering import Answering
from ui.pages.analysis.gaps.panel import GapModel
from ui.pages.analysis.head import ALL, LAST_YEAR, IndicatorPopup, compared_period
from ui.pages.analysis.heat.model import HeatModel
from ui.pages.analysis.page import AnalysisPage
from ui.pages.analysis.panel import Way
from ui.pages.analysis.ranking.panel import RankModel
from ui.pages.analysis.trend.lines import Stroke
from ui.pages.settings.page import SettingsPage
from ui.session import Session
from ui.settings import Settings

H1, Q2 = Period(2023, Span.H1), Period(2023, Span.Q2)
Settled = Callable[[], None]


def heat_text(page: AnalysisPage, unit: str, code: str) -> str:
    place = page.heat.model.place(unit, code)
    assert place is not None
    return str(page.heat.model.index(*place).data())


def one_more(session: Session, unit: str = "CADY") -> None:
    before = actual(session.db, "TTHC-01", unit, Q2)
    assert before is not None
    session.record([replace(before, numerator=(before.numerator or Decimal(0)) + 1)])


def test_the_models_keep_qt_s_rules(page: AnalysisPage) -> None:
    models = (page.gaps.model, page.heat.model, page.heat.total, page.ranking.model)
    for model in (*models, GapModel(), HeatModel(), RankModel()):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_all_panels_show_the_same_figure(page: AnalysisPage) -> None:
    bar = next(each for each in page.gaps.model.rows if each.figure.indicator.code == "TTHC-01")
    assert bar.text == "−6,91"
    assert page.heat.total.index(0, 0).data() == "58,09"
    assert page.trend.lines[0].texts == ("55,15%", "58,09%")
    assert heat_text(page, "CADY", "TTHC-01") == "58,42"
    assert [row.rate for row in page.ranking.model.rows if row.ranked.figure.unit == "CADY"] == ["58,42%"]


def test_a_unit_chosen_in_the_ranking_is_chosen_everywhere(page: AnalysisPage, settled: Settled) -> None:
    # GIVEN the ranking of all units
    rows = [row.ranked.figure.unit for row in page.ranking.model.rows]
    # WHEN a person goes to one of them
    page.ranking.view.setFocus()
    page.ranking.view.selectRow(rows.index("LAEE"))
    settled()
    # THEN the heat map stands on its line, and gaps and trend are of that unit
    assert page.heat.model.units[page.heat.view.currentIndex().row()] == "LAEE"
    assert "La Êê" in page.gaps.hint.text()
    assert "La Êê" in page.trend.hint.text()
    assert page.trend.lines[0].texts[-1] == "30,82%"
    # AND Esc goes back to the whole
    QTest.keyClick(page.ranking.view, Qt.Key.Key_Escape)
    settled()
    assert page.trend.lines[0].texts[-1] == "58,09%"
    assert not page.ranking.view.selectionModel().hasSelection()


def test_an_indicator_chosen_among_the_gaps_is_chosen_everywhere(page: AnalysisPage, settled: Settled) -> None:
    codes = [bar.figure.indicator.code for bar in page.gaps.model.rows]
    page.gaps.view.selectRow(codes.index("CQS-03"))
    settled()
    assert page.head.indicator.choice.startswith("CQS-03")
    assert page.heat.view.across.chosen == page.heat.model.codes.index("CQS-03")
    assert page.ranking.title.text() == "Xếp hạng đơn vị, CQS-03"
    assert page.trend.title.text() == "Xu hướng lũy kế CQS-03"


def test_arrows_walk_the_heat_map_and_down_to_the_line_of_the_whole(page: AnalysisPage, settled: Settled) -> None:
    view = page.heat.view
    view.setFocus()
    page._choose("TAPOO", "TTHC-01")
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (page._unit, page._code) == ("ZUOIH", "TTHC-02")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (page._unit, page._code) == (None, "TTHC-02")
    assert page.heat.sum.hasFocus()
    QTest.keyClick(page.heat.sum, Qt.Key.Key_Up)
    assert (page._unit, page._code) == ("ZUOIH", "TTHC-02")
    settled()


def test_enter_on_a_cell_opens_the_submission(window: MainWindow, page: AnalysisPage, settled: Settled) -> None:
    page.heat.view.setFocus()
    page._choose("CADY", "TTHC-02")
    settled()
    QTest.keyClick(page.heat.view, Qt.Key.Key_Return)
    assert (window.current, window.session.unit, window.session.period) == ("entry", "CADY", Q2)


def test_the_unit_of_the_context_is_looked_at(window: MainWindow, page: AnalysisPage, settled: Settled) -> None:
    window.session.set_unit("CADY")
    settled()
    assert page._unit == "CADY"
    assert len(page.heat.model.units) == 13
    assert page.trend.lines[0].texts[-1] == "58,42%"


def test_a_change_of_one_cell_is_shown_in_all_panels(window: MainWindow, page: AnalysisPage, settled: Settled) -> None:
    one_more(window.session)
    settled()
    assert heat_text(page, "CADY", "TTHC-01") == "58,67"
    assert page.heat.total.index(0, 0).data() == "58,11"
    assert page.trend.lines[0].texts[-1] == "58,11%"
    window.session.undo.undo()
    settled()
    assert heat_text(page, "CADY", "TTHC-01") == "58,42"


def test_after_a_change_of_cells_the_panels_show_what_a_fresh_page_does(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    # GIVEN a page that compares with last year, and cells of several indicators
    page._compared(LAST_YEAR)
    settled()
    before = [actual(window.session.db, code, "CADY", Q2) for code in ("TTHC-01", "TTHC-02", "CQS-03")]
    known = [each for each in before if each is not None]
    # WHEN all are changed, one after the other and before the page has read anything
    for each in known:
        window.session.record([replace(each, numerator=Decimal(1))])
    settled()
    # THEN nothing is left of what was there
    shown = shown_by(page)
    page.refresh(None)
    settled()
    assert shown_by(page) == shown
    # AND taking back all brings back all
    for _ in known:
        window.session.undo.undo()
    settled()
    assert heat_text(page, "CADY", "TTHC-01") == "58,42"


def shown_by(page: AnalysisPage) -> list[object]:
    model = page.heat.model
    cells = [model.cell(row, column) for row in range(len(model.units)) for column in range(len(model.codes))]
    total = [page.heat.total.cell(0, column) for column in range(len(model.codes))]
    return [page.gaps.model.rows, page.trend.course, cells, total, page.ranking.model.rows, page.ranking.foot.text()]


def test_a_change_of_another_indicator_leaves_the_course_as_it_is(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    page._choose(None, "TTHC-02")
    settled()
    course = page.trend.course
    one_more(window.session)
    settled()
    assert page.trend.course is course
    assert page.heat.total.index(0, 0).data() == "58,11"


def test_a_change_while_only_the_trend_is_shown_is_in_the_heat_map_later(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    page.head.buttons["trend"].click()
    one_more(window.session)
    page._panel_chosen(ALL)
    settled()
    assert heat_text(page, "CADY", "TTHC-01") == "58,67"


def test_what_changed_while_another_page_was_shown_is_read_on_coming_back(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    window.show_page("overview")
    one_more(window.session)
    window.show_page("analysis")
    settled()
    assert heat_text(page, "CADY", "TTHC-01") == "58,67"


def test_in_another_period_all_panels_keep_their_figures_greyed_until_the_new_ones_come(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    # GIVEN what is shown of six months
    before = heat_text(page, "CADY", "TTHC-01"), page.trend.lines, page.ranking.model.rows, page.gaps.model.rows
    # WHEN another period is chosen, and nothing of it was read yet
    window.session.set_period(Period(2023, Span.Q1))
    # THEN it is all there still, greyed, and said to be computed
    shown = heat_text(page, "CADY", "TTHC-01"), page.trend.lines, page.ranking.model.rows, page.gaps.model.rows
    assert shown == before
    assert all(panel.body.graphicsEffect() is not None for panel in (page.gaps, page.heat, page.ranking))
    assert page.trend.plot is not None
    assert page.trend.plot.getPlotItem().opacity() < 1
    assert {panel.hint.text() for panel in page.panels.values()} == {"đang tính…"}
    # AND nothing of it leaves the program under the new period's name
    said = []
    window.session.said.connect(lambda message: said.append(message.text))
    for panel in page.panels.values():
        panel.asked.emit(panel, Way.TABLE)
    assert said == ["Số liệu đang được đọc; hãy thử lại sau giây lát."] * 4
    # AND once they have come nothing is grey
    settled()
    assert heat_text(page, "CADY", "TTHC-01") != before[0]
    assert not any(panel.is_awaited or panel.body.graphicsEffect() for panel in page.panels.values())
    assert page.trend.plot.getPlotItem().opacity() == 1
    assert "đang tính…" not in {panel.hint.text() for panel in page.panels.values()}


def test_a_failed_look_is_said_and_the_next_change_is_read_whole(
    window: MainWindow, page: AnalysisPage, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a file that cannot be read for a moment, as while another program writes
    said = []
    window.session.said.connect(lambda message: said.append(message.text))
    with monkeypatch.context() as locked:
        locked.setattr(Answering, "changed", lambda *_: (_ for _ in ()).throw(KnownError("tệp đang bận")))
        one_more(window.session)
        settled()
    assert said == ["tệp đang bận"]
    # WHEN something else is changed THEN the first change is shown as well
    one_more(window.session, "LAEE")
    settled()
    assert heat_text(page, "CADY", "TTHC-01") == "58,67"


def test_what_does_not_touch_figures_is_not_read_again(page: AnalysisPage) -> None:
    page.refresh(Changes(reports=True))
    assert not page.session.runner.is_busy


def test_figures_stand_beside_the_same_period_of_last_year(page: AnalysisPage, settled: Settled) -> None:
    page._compared(LAST_YEAR)
    settled()
    bar = next(each for each in page.gaps.model.rows if each.figure.indicator.code == "TTHC-01")
    assert bar.change == "▲ 8,85"
    assert {row.ranked.figure.unit: row.change for row in page.ranking.model.rows}["CADY"] == "▲ 10,11"
    assert page.head.compare.choice == "6 tháng 2022"
    page._compared("")
    settled()
    assert not any(row.change for row in page.ranking.model.rows)


def test_a_period_is_compared_with_another_and_never_with_itself() -> None:
    assert compared_period("", H1) is None
    assert compared_period(LAST_YEAR, H1) == Period(2022, Span.H1)
    assert compared_period("Q1", H1) == Period(2023, Span.Q1)
    assert compared_period("H1", H1) is None
    assert compared_period("nothing of ours", H1) is None


def test_a_panel_fills_the_page_and_is_kept_for_the_next_time(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    page.head.buttons["heat"].click()
    assert [each.key for each in page.panels.values() if each.isVisible()] == ["heat"]
    assert page.active is page.heat
    again = AnalysisPage(window.session)
    assert again._panel == "heat"
    assert again._code == "TTHC-01"
    again.deleteLater()
    page.heat.enlarge_asked.emit("heat")
    assert all(each.isVisible() for each in page.panels.values())
    settled()


def test_the_buttons_are_for_the_panel_that_the_keyboard_is_in(page: AnalysisPage) -> None:
    for panel in (page.gaps, page.ranking):
        panel.view.setFocus()
        assert page.active.key == panel.key
    assert "Xếp hạng" in page.head.ways[next(iter(page.head.ways))].toolTip()


def test_the_overview_leads_here_with_its_indicator(window: MainWindow, settled: Settled) -> None:
    overview = window.page("overview")
    window.show_page("overview")
    overview.table.view.selectRow(1)  # type: ignore[attr-defined]
    QTest.keyClick(overview.table.view, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert window.current == "analysis"
    settled()
    page = window.page("analysis")
    assert isinstance(page, AnalysisPage)
    assert page._code == "TTHC-01"


def test_where_nobody_has_reported_axes_are_drawn_and_it_is_said(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    window.session.db.execute("DELETE FROM actual")
    window.session.announce(Changes(actuals=True))
    settled()
    assert all(bar.value is None for bar in page.gaps.model.rows)
    assert page.gaps.hint.text() == "Chưa có đơn vị nào báo cáo kỳ này"
    assert all(row.ranked.rank is None for row in page.ranking.model.rows)
    assert page.ranking.foot.text() == ""
    assert [line.stroke for line in page.trend.lines] == [Stroke.TARGET]
    assert "chưa đủ dữ liệu" in page.trend.hint.text()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_an_indicator_is_found_without_tones(page: AnalysisPage, settled: Settled) -> None:
    page.head.indicator.click()
    [popup] = page.head.findChildren(IndicatorPopup)
    QTest.keyClicks(popup.filter, "thanh toan")
    QTest.keyClick(popup.filter, Qt.Key.Key_Return)
    settled()
    assert page._code == "CQS-03"


def test_nothing_more_is_read_of_a_file_that_was_closed(page: AnalysisPage) -> None:
    page.heat.reading._read.clear()  # as where not all of a large plan was read yet
    page.session.close()
    page.heat.reading.go_on()
    page._ask_detail()
    assert not page.session.runner.is_busy


@pytest.mark.parametrize("few, marked", [(0, 0), (50, 1), (200, 6), (9_999, 13)])
def test_rates_of_few_cases_are_marked_from_where_the_settings_say(
    window: MainWindow, page: AnalysisPage, settled: Settled, few: int, marked: int
) -> None:
    # GIVEN the ranking by a rate of 41 to 1.112 cases a unit
    assert Settings()["few_cases"] == FEW_CASES
    assert [row.name for row in page.ranking.model.rows if row.ranked.has_few_cases] == ["Xã Zuôih"]
    # WHEN a person sets of how many cases a rate is worth its place
    window.show_page("settings")
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    settings.few_cases.setValue(few)
    window.show_page("analysis")
    settled()
    # THEN those of fewer are marked, and it is said where from
    assert sum(row.ranked.has_few_cases for row in page.ranking.model.rows) == marked
    assert (f"° mẫu số dưới {few}" in page.ranking.hint.text()) == (marked > 0)
    assert Settings()["few_cases"] == few


@pytest.mark.parametrize("height", [688, 640, 614, 560])
def test_the_line_of_the_whole_is_seen_however_low_the_window_is(
    window: MainWindow, page: AnalysisPage, qtbot: QtBot, height: int
) -> None:
    window.bands.clear()
    window.resize(1366, height)
    heat, line = page.heat, page.heat.sum
    qtbot.waitUntil(lambda: line.viewport().height() >= line.rowHeight(0) > 0)
    assert not line.horizontalScrollBar().isVisible(), "eight indicators have room"
    assert heat.rect().contains(line.mapTo(heat, line.rect().bottomRight()))
