"""Tổng quan: counts that filter, cards, table, units to press, and where a click leads."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QResizeEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.exchange.making import create_sample
from models.measure import Kind, Operator, Target, Threshold
from models.onestop import Role
from models.period import Period, Span
from models.plan import Indicator
from models.progress import Coverage, Figure, Pooled, Question, State, figure
from models.remaining import Time, remaining
from models.rest_of_year import Basis, Rest
from models.store.actuals import actual
from models.store.changes import Changes
from models.store.groups import add_one_stop
from models.unit import UnitTree
from tests.sample import COUNTS, TARGETS
from ui.frame.main_window import MainWindow
from ui.pages.overview.loading import MOST_CELLS
from ui.pages.overview.page import OverviewPage
from ui.pages.overview.remaining import remaining_text
from ui.pages.overview.summary import (
    Standing,
    counted_states,
    heaviest,
    in_pressing_order,
    is_all_met,
    missing,
    most_missed,
    standings,
)
from ui.pages.overview.table_model import (
    BAR,
    CODE,
    FIGURE,
    GAP,
    NAME,
    STATE,
    TARGET,
    VALUE,
    FigureFilter,
    FigureTable,
    how_computed,
)
from ui.pages.overview.trends_panel import last_quarters
from ui.pages.overview.units_panel import StandingTable, UnitsToPress
from ui.session import Session
from ui.theme import theme
from ui.widgets.figure_drawing import bullet_values
from ui.widgets.trend import TrendValues, paint_trend

AFTER_THE_MERGER = {"XTHANHMY", "BENGIANG", "XNAMGIANG", "XDACPRING", "XLADEE", "XLAEE"}


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    made = window.page("overview")
    assert isinstance(made, OverviewPage)
    qtbot.waitUntil(lambda: bool(made.more.standings))
    return made


def shown_codes(page: OverviewPage) -> list[str]:
    return [page.table.shown.index(row, CODE).data() for row in range(page.table.shown.rowCount())]


def test_the_tables_keep_qt_s_rules(page: OverviewPage) -> None:
    for model in (page.table.model, page.table.shown, page.units_panel.model, FigureTable(), StandingTable()):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.shown.set_state(State.MISSED)
    page.table.shown.set_state(None)
    page.table.shown.sort(VALUE)


def test_in_a_small_window_cards_leave_words_out_rather_than_cut_them(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    window.resize(1024, 560)
    qtbot.waitUntil(lambda: page.width() < 1024)
    for card in page.cards_column.cards:
        parts = [part for part in (card.name, card.gap, card.remaining, card.lead) if part.isVisible()]
        assert card.gap in parts
        for part, below in zip(parts, [*parts[1:], None], strict=True):
            assert part.height() >= part.fontMetrics().lineSpacing()
            assert part.geometry().bottom() < (card.height() if below is None else below.geometry().top())
        assert card.gap.fontMetrics().horizontalAdvance(card.gap.text()) <= card.gap.width()


def test_worst_comes_first_and_the_counts_add_up(page: OverviewPage) -> None:
    states = [page.table.shown.index(row, 0).data(FIGURE).state for row in range(page.table.shown.rowCount())]
    assert set(states[TARGETS:]) == {State.NO_TARGET}
    states = states[:TARGETS]
    counts = Counter(states)
    assert {state: button.count for state, button in page.strip.buttons.items() if button.count} == counts
    assert states[0] is State.MISSED
    assert states == sorted(states, key=[State.MISSED, State.NEAR, State.MET, State.NOT_DUE].index)


def test_a_click_on_a_count_filters_and_another_shows_all(page: OverviewPage) -> None:
    everything = shown_codes(page)
    button = page.strip.buttons[State.NEAR]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown_codes(page)) == button.count < len(everything)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown_codes(page) == everything


def test_a_third_click_on_a_heading_returns_to_worst_first(page: OverviewPage) -> None:
    worst_first = shown_codes(page)
    header = page.table.view.horizontalHeader()
    orders = []
    for _ in range(3):
        header.sectionClicked.emit(CODE)
        orders.append(shown_codes(page))
    assert orders == [sorted(worst_first), sorted(worst_first, reverse=True), worst_first]


def test_cards_show_the_heaviest_shortfalls_with_what_remains(page: OverviewPage) -> None:
    codes = [card.figure.indicator.code for card in page.cards_column.cards if card.figure and card.isVisible()]
    assert codes == ["CQS-03", "TTHC-01", "TTHC-02"]
    card = page.cards_column.cards[1]
    assert card.gap.text() == "Thiếu 6,91 điểm %"
    assert card.remaining.text() == "Còn phải làm: 3.368 hồ sơ = 26,7 hồ sơ/ngày làm việc"
    assert "cùng kỳ năm trước" in card.toolTip()
    assert page.cards_column.cards[2].remaining.text() == "Còn phải làm: 218 hồ sơ = 1,7 hồ sơ/ngày làm việc"
    assert "58,09%" in card.accessibleName()


def test_who_has_not_reported_is_named_with_the_due_date(page: OverviewPage) -> None:
    assert page.strip.coverage.text() == "12/13 đơn vị đã báo cáo – kết quả tạm tính"
    assert page.strip.lacking.text() == "Còn thiếu: Xã Zuôih; hạn 20/6/2023 (còn 1 ngày)"
    assert "Zuôih" in page.press.lacking.text()
    assert page.press.behind.text().startswith("Xã La Êê 5/7")


def test_enter_on_a_row_leads_to_the_indicator_in_the_analysis(window: MainWindow, page: OverviewPage) -> None:
    page.table.view.setFocus()
    page.table.view.selectRow(1)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert window.current == "analysis"


def test_a_unit_of_the_list_becomes_the_context(window: MainWindow, page: OverviewPage, qtbot: QtBot) -> None:
    window.resize(1920, 1000)
    assert page.units_panel.isVisible()
    index = page.units_panel.model.index(0, 0)
    page.units_panel.table.activated.emit(index)
    assert window.session.unit == "ZUOIH"
    assert "Zuôih" in page.head.subtitle.text()


def test_copying_a_row_gives_its_cells(page: OverviewPage) -> None:
    page.table.view.selectRow(0)
    page.table.copy_row()
    assert QApplication.clipboard().text().split("\t")[:2] == ["Chưa đạt", "CQS-03"]


def test_no_state_word_or_number_is_elided_at_any_width(window: MainWindow, page: OverviewPage) -> None:
    for width, height in ((1366, 688), (1920, 1000), (1093, 614)):
        window.resize(width, height)
        metrics = page.table.view.fontMetrics()
        for row in range(page.table.shown.rowCount()):
            for column in (STATE, CODE, VALUE, GAP):
                index = page.table.shown.index(row, column)
                text = index.data()
                if page.table.view.columnSpan(row, column) == 1:
                    room = page.table.view.columnWidth(column) - 16 - (20 if column == STATE else 0)
                    assert metrics.horizontalAdvance(text) * 0.95 <= room, (width, text)
        assert not page.table.view.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("width, height", [(1366, 688), (1093, 614), (1093, 550), (1920, 1000)])
def test_twelve_rows_are_seen_at_once(
    window: MainWindow, page: OverviewPage, qtbot: QtBot, width: int, height: int
) -> None:
    """At 125 % a screen of 1366 x 768 has 1093 x 614, and 550 of these without its bars."""
    window.bands.clear()
    window.resize(width, height)
    qtbot.waitUntil(
        lambda: (
            page.table.view.visualRect(page.table.shown.index(11, 0)).bottom() <= page.table.view.viewport().height()
        )
    )


def test_in_a_low_window_the_ways_to_units_and_letter_stand_above_the_table(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    window.bands.clear()
    for height, is_low in ((550, True), (688, False), (550, True)):
        window.resize(1093, height)
        qtbot.waitUntil(lambda is_low=is_low: page.press.isVisible() is not is_low)  # type: ignore[misc]
        buttons = page.press.alerts, page.press.all, page.press.letter
        qtbot.waitUntil(lambda buttons=buttons: all(each.isVisible() for each in buttons))  # type: ignore[misc]
        assert page.press.isAncestorOf(page.press.letter) is not is_low
        assert page.table.hint.isVisible() is not is_low


def test_in_a_narrow_window_coverage_and_what_remains_are_said_in_fewer_words(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    window.bands.clear()
    window.resize(1093, 550)
    qtbot.waitUntil(lambda: page.strip.coverage.text() == "12/13 đơn vị, tạm tính")
    assert page.strip.lacking.text() == "Xã Zuôih: còn 1 ngày"
    assert page.strip.said == (
        "12/13 đơn vị đã báo cáo – kết quả tạm tính",
        "Còn thiếu: Xã Zuôih; hạn 20/6/2023 (còn 1 ngày)",
    )
    cards = page.cards_column.cards
    assert [card.remaining.text() for card in cards] == ["Còn 40 TTHC", "Còn 3.368 hồ sơ", "Còn 218 hồ sơ"]
    assert all("Còn phải làm: " in card.toolTip() for card in cards)
    shot = page.shot()
    assert shot is not None
    assert (shot.coverage, shot.lacking) == page.strip.said
    assert shot.remaining["TTHC-01"] == "Còn phải làm: 3.368 hồ sơ = 26,7 hồ sơ/ngày làm việc"


def test_a_large_screen_names_the_units_that_lack_most(window: MainWindow, page: OverviewPage, qtbot: QtBot) -> None:
    window.bands.clear()
    window.resize(1920, 1000)
    cards = page.cards_column.cards
    qtbot.waitUntil(lambda: all(card.pulling.isVisible() for card in cards))
    assert cards[1].pulling.text() == "Thiếu nhiều nhất: Thị trấn Thạnh Mỹ, Xã Đắc Pring, Xã Chơ Chun"
    assert cards[0].remaining.text() == "Còn phải làm: 40 TTHC đến hết 14/12/2023", "0,3 a day says nothing"


# -- the summary, without a window


def figures_of(page: OverviewPage) -> list[Figure]:
    return list(page.figures)


def test_where_all_is_met_the_least_reserve_comes_first(page: OverviewPage) -> None:
    met = [each for each in figures_of(page) if each.state is State.MET]
    assert is_all_met(met)
    reserves = [each.gap for each in heaviest(met)]
    assert reserves == sorted(reserves, key=float)  # type: ignore[arg-type]  # met figures have a gap
    assert not is_all_met(figures_of(page))
    assert not is_all_met([])


def test_states_that_are_rare_have_a_place_only_when_there_are_some() -> None:
    assert State.TO_CHECK not in counted_states(Counter())
    assert State.TO_CHECK in counted_states(Counter([State.TO_CHECK]))


def test_units_are_pressed_by_what_lacks_then_by_what_is_missed(page: OverviewPage) -> None:
    [one] = [each for each in figures_of(page) if each.indicator.code == "TTHC-01"]
    late = replace(one, unit="B", reported_units=0, expected_units=1, state=State.NOT_DUE)
    poor = replace(one, unit="A", reported_units=1, expected_units=1, state=State.MISSED)
    good = replace(one, unit="C", reported_units=1, expected_units=1, state=State.MET)
    found = in_pressing_order(standings([good, poor, late]), ["A", "B", "C"])
    assert [each.unit for each in found] == ["B", "A", "C"]
    assert [each.unit for each in missing(found)] == ["B"]
    assert [each.unit for each in most_missed(found)] == ["A"]
    assert found[1] == Standing("A", True, 0, Counter([State.MISSED]))


@pytest.mark.parametrize("are_too_many, said", [(False, "không có"), (True, "quá nhiều đơn vị")])
def test_where_no_unit_was_looked_at_it_is_said_why(
    looks: QApplication, qtbot: QtBot, are_too_many: bool, said: str
) -> None:
    press = UnitsToPress()
    qtbot.addWidget(press)
    press.set_standings([], UnitTree(()), are_too_many=are_too_many)
    assert press.lacking.text().startswith(said)
    assert press.behind.text().startswith(said)


def test_a_filter_without_matches_goes_when_the_context_changes(window: MainWindow, page: OverviewPage) -> None:
    QTest.mouseClick(page.strip.buttons[State.NOT_DUE], Qt.MouseButton.LeftButton)
    assert isinstance(page.table.shown, FigureFilter)
    window.session.set_day(date(2026, 1, 1))
    window.session.set_period(Period(2023))
    assert page.table.shown.state is None or page.table.shown.rowCount()


def test_an_index_that_comes_later_says_when(page: OverviewPage) -> None:
    row = shown_codes(page).index("CS-01")
    assert page.table.shown.index(row, VALUE).data() == "công bố 4/2024"
    assert page.table.view.columnSpan(row, VALUE) == 2
    assert page.table.shown.index(row, NAME).data() == "PAR INDEX: xếp loại"
    assert page.table.shown.index(row, BAR).data() == ""


def test_the_last_six_quarters_are_drawn_where_the_screen_is_large(window: MainWindow, page: OverviewPage) -> None:
    assert not page.trends.isVisible()
    window.resize(1920, 1000)
    assert page.trends.isVisible()
    first, late = page.trends.trends[0], page.trends.trends[3]
    assert first.accessibleName() == "TTHC thanh toán trực tuyến: 40,78% trong Quý II 2023, mức ≥ 60%"
    assert late.accessibleName().startswith("Hài lòng: đất đai, XD, đầu tư: ")
    assert [each.code for each in last_quarters(Period(2023, Span.H1))] == [
        "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2",
    ]  # fmt: skip


def test_a_gap_in_a_line_stays_a_gap(looks: QApplication) -> None:
    whole, broken = (
        painted_line(TrendValues("Tên", State.MET, "", "", values, None))
        for values in ((1.0, 2.0, 3.0, 4.0), (1.0, 2.0, None, 4.0))
    )
    line = theme().colour("accent")
    assert coloured(whole, line) > 1.5 * coloured(broken, line) > 0


def painted_line(values: TrendValues) -> QImage:
    image = QImage(300, 100, QImage.Format.Format_ARGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    paint_trend(painter, QRectF(0, 0, 300, 100), values)
    painter.end()
    return image


@pytest.mark.parametrize("most_cells", [MOST_CELLS, 10])
def test_after_a_change_of_cells_the_figures_are_those_of_a_fresh_look(
    window: MainWindow, page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, most_cells: int
) -> None:
    # GIVEN the figures of a few units, or of so many that they are read while the last ones stay
    monkeypatch.setattr("ui.pages.overview.loading.MOST_CELLS", most_cells)
    page.refresh(None)
    qtbot.waitUntil(lambda: page.body.graphicsEffect() is None)
    session, before = window.session, page._found
    # WHEN cells are changed
    for code in ("TTHC-01", "CQS-03"):
        cell = actual(session.db, code, "CADY", Period(2023, Span.Q2))
        assert cell is not None
        session.record([replace(cell, numerator=Decimal(1))])
    # THEN all of it is as after a fresh look
    shown = page._found
    assert shown != before
    page.refresh(None)
    qtbot.waitUntil(lambda: page.body.graphicsEffect() is None)
    assert page._found == shown


def test_when_everything_was_changed_elsewhere_a_large_plan_does_not_stay_grey(
    page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.overview.loading.MOST_CELLS", 10)
    page.refresh(Changes.all())
    assert page.body.graphicsEffect() is not None
    qtbot.waitUntil(lambda: page.body.graphicsEffect() is None)
    assert page.figures


def coloured(image: QImage, colour: QColor) -> int:
    """Count the pixels of nearly a colour."""
    near = 60
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(abs(each.red() - colour.red()) + abs(each.blue() - colour.blue()) < near for each in pixels)


def test_where_the_units_are_too_many_the_least_coverage_is_told(
    page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.overview.loading.MOST_CELLS", 10)
    page.refresh(None)
    qtbot.waitUntil(lambda: bool(page.strip.coverage.text()))
    assert page.strip.coverage.text() == "12/13 đơn vị đã báo cáo ở chỉ tiêu ít báo cáo nhất"
    assert page.press.lacking.text() == "quá nhiều đơn vị; hãy chọn một đơn vị cấp trên"


def test_a_long_number_has_room_and_a_count_of_a_unit_shows_no_target_of_the_whole(
    window: MainWindow, page: OverviewPage
) -> None:
    # GIVEN a count far behind a large target of the office, and the same of one unit
    whole = page.figures[0]
    indicator = replace(whole.indicator, kind=Kind.COUNT, target=Target(Operator.AT_LEAST, Decimal(10_000_000)))
    count = replace(
        whole,
        indicator=indicator,
        target=indicator.target,
        value=Fraction(1000),
        gap=Fraction(-9_999_000),
        threshold=Threshold(Operator.AT_LEAST, Fraction(10_000_000)),
    )
    of_unit = replace(count, unit="CADY", target=None, threshold=None, gap=None, state=State.NO_TARGET)
    # WHEN they are shown
    page.table.model.show_rows([count, of_unit])
    # THEN the gap is seen whole
    shown = page.table.shown.index(0, GAP)
    room = page.table.view.columnWidth(GAP) - 10
    assert QFontMetrics(shown.data(Qt.ItemDataRole.FontRole)).horizontalAdvance(shown.data()) <= room
    # AND nothing is held against the whole's target
    assert [page.table.model.index(row, TARGET).data() for row in range(2)] == ["≥ 10.000.000", "–"]
    assert bullet_values(of_unit) is None


def test_one_stop_counts_come_after_all_others_and_in_no_count_of_states(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    # GIVEN the counts and rows as they are
    counts = {state: button.count for state, button in page.strip.buttons.items()}
    codes, session = shown_codes(page), window.session
    # WHEN a field's table is added, of which nothing is reported yet
    session.write(lambda: add_one_stop(session.db, session.plan.code, ["Xây dựng"], session.author))
    qtbot.waitUntil(lambda: len(shown_codes(page)) == len(codes) + len(Role))
    # THEN its counts stand last, although most others wait for nothing, and no count of states has changed
    added = [each for each in shown_codes(page) if each not in codes]
    assert shown_codes(page)[: len(page.figures)] == codes[: len(page.figures)]
    assert not {each.indicator.code for each in page.figures} & set(added)
    assert {state: button.count for state, button in page.strip.buttons.items()} == counts
    QTest.mouseClick(page.strip.buttons[State.NOT_DUE], Qt.MouseButton.LeftButton)
    assert not set(shown_codes(page)) & set(added)


def test_a_unit_that_has_no_one_stop_table_shows_none_of_its_counts(window: MainWindow, page: OverviewPage) -> None:
    for unit, counts in (("ZUOIH", 0), ("CADY", COUNTS), (None, COUNTS)):
        window.session.set_unit(unit)
        assert len(shown_codes(page)) == TARGETS + counts
        assert (str(counts) in page.head.subtitle.text()) is bool(counts)


def test_a_plan_without_a_single_figure_leads_to_entering_them(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    # GIVEN a year in which nothing is reported yet
    assert not page.cards_column.entry.isVisible()
    nothing = [replace(each, value=None, gap=None, state=State.NO_DATA) for each in page.figures]
    page.cards_column.show_figures(nothing, {}, page.table.model.scale, with_arc=True, until=date(2023, 12, 14))
    # THEN the page says so, and one button leads to where figures are entered
    assert page.cards_column.empty.isVisible()
    assert page.cards_column.entry.text() == "Nhập số liệu Quý I 2023"
    page.cards_column.entry.click()
    assert window.current == "entry"
    assert window.session.period == Period(2023, Span.Q1)


def test_a_page_that_gets_another_size_while_its_file_is_closed_asks_nothing_of_it(
    window: MainWindow, page: OverviewPage
) -> None:
    window.session.close()
    page.resizeEvent(QResizeEvent(page.size(), page.size()))
    assert not window.session.is_open


def test_after_a_merger_the_units_to_press_are_those_that_still_exist(
    open_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    create_sample(tmp_path / "merged.cchc", merged=True)
    open_session.open(tmp_path / "merged.cchc")
    open_session.set_day(date(2025, 9, 20))
    open_session.set_plan("KH-2025")
    open_session.set_period(Period(2025, Span.M9))
    open_session.set_view(OverviewPage.view)
    page = OverviewPage(open_session)
    qtbot.addWidget(page)
    page.refresh(None)
    qtbot.waitUntil(lambda: bool(page.more.standings))
    assert {each.unit for each in page.more.standings} == AFTER_THE_MERGER
    assert page.head.subtitle.text().endswith("by the units at the time of reporting (others from 1/7/2025)")
    named = {unit for units in page.more.pulling.values() for unit in units}
    assert named <= AFTER_THE_MERGER
    assert "XLAEE" in named


def test_of_a_year_that_is_over_it_is_said_whether_the_target_was_met(looks: QApplication) -> None:
    target = Target(Operator.AT_LEAST, Decimal(10))
    rank = Indicator("KH", "R", "", "", Kind.RANK, target=target, scale=Decimal(63))
    flow = Indicator("KH", "F", "", "", Kind.COUNT, target=target, measured_in="hồ sơ")
    threshold, last = Threshold(Operator.AT_LEAST, Fraction(10)), Period(2023)
    given = Pooled(value=Decimal(30), reported=1, from_quarter=last)

    def said(has_ended: bool) -> list[str]:
        rest = remaining(rank, threshold, given, Time(0, 1, is_over=True, has_ended=has_ended))
        late = Rest((4,), Basis.THIS_YEAR)
        few = remaining(flow, threshold, Pooled(value=Decimal(4), reported=1), Time(0, 1, has_ended=has_ended), late)
        its = [figure_of(each, last, threshold) for each in (rank, flow)]
        return [remaining_text(each, it, date(2023, 12, 14)) for each, it in zip(its, (rest, few), strict=True)]

    assert said(has_ended=False) == ["Không còn khả năng đạt trong năm", "Còn phải làm: 6 hồ sơ"]
    assert said(has_ended=True) == [
        "Năm đã kết thúc, không đạt mức cả năm",
        "Năm đã kết thúc; còn thiếu 6 hồ sơ, còn chờ báo cáo",
    ]


def figure_of(indicator: Indicator, period: Period, threshold: Threshold) -> Figure:
    asked = Question("KH", indicator, None, period, indicator.target, date(2023, 12, 20), date(2024, 2, 1), Decimal(5))
    return replace(figure(asked, Pooled(), Coverage(1, 1)), threshold=threshold)


def test_a_change_against_a_year_without_a_figure_says_so(window: MainWindow, page: OverviewPage) -> None:
    # GIVEN a figure that is to be better than last year's, of which nothing is known
    known = page.figures[0]
    target = Target(Operator.BETTER)
    without = replace(known, indicator=replace(known.indicator, target=target), target=None, threshold=None, gap=None)
    # WHEN it is shown beside another
    page.table.model.show_rows([known, without])
    # THEN the words for it stand in the place of target and gap, and the closer look tells why
    assert page.table.shown.index(1, TARGET).data() == "hơn năm 2022 (chưa có số)"
    assert [page.table.view.columnSpan(row, TARGET) for row in range(2)] == [1, 2]
    assert "mức so với năm 2022, nhưng năm đó chưa có số liệu" in how_computed(without)
    assert "chưa có số liệu" not in how_computed(known)
    # AND once last year's is there, they have their columns back
    page.table.model.show_figures([known, replace(without, threshold=known.threshold)], page.table.model.scale)
    assert page.table.view.columnSpan(1, TARGET) == 1


def test_nothing_is_printed_or_copied_while_figures_are_being_computed(
    window: MainWindow, page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.shot() is not None
    monkeypatch.setattr("ui.pages.overview.loading.MOST_CELLS", 10)
    QApplication.clipboard().clear()
    page.refresh(None)
    assert page.body.graphicsEffect() is not None
    page.showing.copy_table()
    page.showing.copy_picture()
    page.showing.present()
    assert page.shot() is None
    assert not QApplication.clipboard().text()
    assert QApplication.clipboard().image().isNull()
    assert page.showing.presentation is None
    qtbot.waitUntil(lambda: not window.session.runner.is_busy and not page._later.isActive())
    assert page.shot() is not None
    # AND not while only the units and what remains are missing, after a change
    cell = actual(window.session.db, "TTHC-01", "CADY", Period(2023, Span.Q2))
    assert cell is not None
    window.session.record([replace(cell, numerator=Decimal(1))])
    assert page.body.graphicsEffect() is None
    assert page.shot() is None
    qtbot.waitUntil(lambda: page.shot() is not None)


@pytest.mark.parametrize(
    "reached, said", [(4, "Từ nay chỉ được thêm không quá 6 hồ sơ"), (10, "Từ nay không được phát sinh thêm")]
)
def test_of_a_limit_it_is_said_how_much_may_still_come(reached: int, said: str, looks: QApplication) -> None:
    threshold, year = Threshold(Operator.AT_MOST, Fraction(10)), Period(2023)
    target = Target(Operator.AT_MOST, Decimal(10))
    late = Indicator("KH", "L", "", "", Kind.COUNT, target=target, measured_in="hồ sơ")
    pooled, rest = Pooled(value=Decimal(reached), reported=1), Rest((4,), Basis.THIS_YEAR)
    its = figure_of(late, year, threshold)
    assert remaining_text(its, remaining(late, threshold, pooled, Time(20, 1), rest), date(2023, 12, 14)) == said
    over = remaining(late, threshold, pooled, Time(0, 1, has_ended=True), Rest())
    assert not remaining_text(its, over, date(2023, 12, 14)), "its state says it"
