"""Phân tích in little room: no column is scrolled for, nobody's name is cut, and words say what is not drawn."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from models.period import Period
from tests.gui.analysis.conftest import Settled
from ui.frame.main_window import MainWindow
from ui.pages.analysis.head import ALL
from ui.pages.analysis.page import AnalysisPage
from ui.theme import PaperTheme
from ui.widgets.elided_label import wrapped
from ui.widgets.segment import Segment

UNITS_LACKING_MOST = ("Xã La Êê", "Xã Chơ Chun", "Xã Đắc Pring", "Xã Zuôih")


@pytest.mark.parametrize("width, height", [(1366, 688), (1093, 614), (1093, 550), (1920, 1000)])
def test_eight_indicators_are_seen_without_a_bar_across(
    window: MainWindow, page: AnalysisPage, qtbot: QtBot, width: int, height: int
) -> None:
    """At 125 % a screen of 1366 x 768 has 1093 x 614, and 550 of these without its bars."""
    window.bands.clear()
    window.resize(width, height)
    heat = page.heat
    assert len(heat.model.codes) == 8
    qtbot.waitUntil(lambda: window.width() == width and heat.sum.viewport().width() >= heat.sum.across.length())
    qtbot.waitUntil(lambda: not heat.sum.horizontalScrollBar().isVisible())
    assert heat.view.viewport().width() == heat.sum.viewport().width()


@pytest.mark.parametrize("height", range(1000, 1090, 20))
def test_on_a_large_screen_all_units_and_the_whole_have_room_without_bars(
    window: MainWindow, page: AnalysisPage, qtbot: QtBot, height: int
) -> None:
    window.bands.clear()
    window.resize(1920, height)
    heat, parent = page.heat, page.heat.sum.parentWidget()
    assert parent is not None
    qtbot.waitUntil(lambda: window.size() == QSize(1920, height))
    qtbot.waitUntil(lambda: heat.sum.geometry().bottom() <= parent.height())
    qtbot.waitUntil(
        lambda: [heat.view.verticalScrollBar().maximum(), heat.sum.horizontalScrollBar().maximum()] == [0, 0]
    )
    assert heat.sum.viewport().height() >= heat.view.down.defaultSectionSize()


def test_a_cell_has_room_for_its_mark_and_a_whole_rate(window: MainWindow, page: AnalysisPage) -> None:
    window.resize(1093, 614)
    rate = page.heat.view.fontMetrics().horizontalAdvance("100,00")
    assert page.heat.view.across.defaultSectionSize() >= rate * 12 / 13 + 11 + 3 + 7


@pytest.mark.parametrize("width, height", [(1366, 688), (1093, 614), (1093, 550), (1920, 1000)])
def test_the_foot_of_the_ranking_cuts_no_name(
    window: MainWindow, page: AnalysisPage, settled: Settled, qtbot: QtBot, width: int, height: int
) -> None:
    page.reveal("CQS-03")
    settled()
    window.bands.clear()
    window.resize(width, height)
    foot = page.ranking.foot
    qtbot.waitUntil(lambda: window.width() == width and foot.width() > page.ranking.width() - 40)
    lines = wrapped(foot.text(), foot.fontMetrics(), foot.width(), 9)
    assert len(lines) * foot.fontMetrics().lineSpacing() <= foot.height()
    assert foot.text().startswith("5 đơn vị thiếu nhiều nhất chiếm 53,2% phần thiếu: Xã La Êê")
    assert foot.text().endswith("đơn vị khác")
    assert all(name in foot.toolTip() for name in UNITS_LACKING_MOST)


def test_the_foot_leaves_the_room_to_the_rows_where_they_are_all_seen(
    window: MainWindow, page: AnalysisPage, settled: Settled, qtbot: QtBot
) -> None:
    page.reveal("CQS-03")
    settled()
    window.bands.clear()
    view, last = page.ranking.view, page.ranking.model.index(12, 0)
    qtbot.waitUntil(lambda: view.visualRect(last).bottom() <= view.viewport().height())


class Listening(QPainter):
    """Keeps what is written."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []

    def drawText(self, *place: Any) -> Any:
        self.texts += [each for each in place if isinstance(each, str)]


def test_on_paper_the_foot_of_the_ranking_is_whole(page: AnalysisPage, settled: Settled) -> None:
    page.reveal("CQS-03")
    settled()
    image = QImage(400, 600, QImage.Format.Format_RGB32)
    painter = Listening(image)
    page.ranking.draw(painter, QRectF(0, 0, 300, 500), PaperTheme(96))
    painter.end()
    written = " ".join(painter.texts)
    assert f"chiếm 53,2% phần thiếu: {', '.join(UNITS_LACKING_MOST)}, và 1 đơn vị khác" in written


def test_a_segment_has_room_for_its_bold_words_before_it_is_chosen(page: AnalysisPage) -> None:
    for each in page.head.buttons.values():
        bold = QFont(each.font())
        bold.setBold(True)
        assert each.width() >= QFontMetrics(bold).horizontalAdvance(each.text()) + 2 * 12


def test_choosing_a_segment_moves_none(page: AnalysisPage, settled: Settled) -> None:
    places = [each.geometry() for each in page.head.buttons.values()]
    page._panel_chosen("trend")
    settled()
    assert [each.geometry() for each in page.head.buttons.values()] == places
    page._panel_chosen(ALL)


def test_only_the_last_segment_closes_the_switch(page: AnalysisPage) -> None:
    *others, last = page.head.buttons.values()
    assert last.property("place") == "last"
    assert all(isinstance(each, Segment) and each.property("place") is None for each in others)


def test_the_trend_says_why_a_figure_as_of_a_day_has_no_forecast(
    window: MainWindow, page: AnalysisPage, settled: Settled
) -> None:
    assert "dự báo:" in page.trend.hint.text()
    page.reveal("CQS-03")
    settled()
    assert page.trend.hint.text() == "Toàn bộ · số thời điểm: không dự báo"
    window.session.set_period(Period(2023))
    settled()
    assert "không dự báo" not in page.trend.hint.text()


def test_the_axis_of_the_gaps_stands_right_below_their_rows(
    window: MainWindow, page: AnalysisPage, settled: Settled, qtbot: QtBot
) -> None:
    window.bands.clear()
    window.resize(1920, 1000)
    page._panel_chosen("gaps")
    settled()
    view, axis, last = page.gaps.view, page.gaps.axis, page.gaps.model.index(page.gaps.model.rowCount() - 1, 0)
    qtbot.waitUntil(lambda: view.height() - 4 <= view.visualRect(last).bottom() + 1 <= view.height())
    assert 0 <= axis.geometry().top() - view.geometry().bottom() <= 2
    page._panel_chosen(ALL)
    window.resize(1093, 550)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    assert axis.geometry().bottom() <= page.gaps.body.height()
