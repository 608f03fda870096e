"""What wants doing on the overview, a closer look at a figure, and asking for an explanation."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.alerts import Alert, AlertKind
from models.period import Period, Span, quarter
from models.plan import Explanation, ExplanationRequest
from models.store.explanations import save_explanation
from models.store.requests import ask, requests
from ui.frame.main_window import MainWindow
from ui.pages.overview.alert_texts import alert_row, alert_sentences
from ui.pages.overview.page import OverviewPage
from ui.pages.overview.peek_card import PeekCard
from ui.pages.overview.request_dialog import RequestDialog
from ui.pages.plans.page import PlansPage
from ui.widgets.list_dialog import ListDialog

H1 = Period(2023, Span.H1)
opens_a_popup = pytest.mark.qt_log_ignore("This plugin does not support .*")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    made = window.page("overview")
    assert isinstance(made, OverviewPage)
    qtbot.waitUntil(lambda: bool(made.more.standings))
    return made


def until(qtbot: QtBot, what: Callable[[], bool]) -> None:
    qtbot.waitUntil(what)


def test_what_wants_doing_is_told_in_three_sentences_and_a_list(page: OverviewPage) -> None:
    assert page.press.urgent.text().startswith("Nhiệm vụ quá hạn: NV-02 Lập tổ hỗ trợ")
    assert "Gửi phiếu quý II năm 2023: Xã Zuôih – hạn 20/6/2023 (còn 1 ngày)." in page.press.urgent.text()
    assert "CQS-01 Văn bản điện tử huyện – xã" in page.press.urgent.text()
    assert page.press.alerts.text() == "Việc cần làm: 3 ›"
    page.press.alerts.click()
    dialog = page.findChild(ListDialog)
    assert dialog is not None
    assert dialog.table.model().index(0, 0).data() == "Nhiệm vụ"  # what is late comes first
    first = [dialog.table.model().index(1, column).data() for column in range(4)]
    assert first == [
        "Sắp đến hạn",
        "Xã Zuôih",
        "phiếu quý II năm 2023, đã có số ở 0/16 ô",
        "20/6/2023 (còn 1 ngày)",
    ]


def test_an_alert_leads_to_its_place(window: MainWindow, page: OverviewPage) -> None:
    page.press.alerts.click()
    dialog = page.findChild(ListDialog)
    assert dialog is not None
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert window.current == "plans"
    plans = window.page("plans")
    assert isinstance(plans, PlansPage)
    assert plans.tabs.currentWidget() is plans.tasks
    dialog.led.emit(1)
    assert window.current == "entry"
    assert (window.session.unit, window.session.period) == ("ZUOIH", quarter(2023, 2))


def test_sentences_name_three_and_count_the_rest(page: OverviewPage) -> None:
    tree, names = page.session.tree, {"TL": "Hồ sơ"}
    due = date(2023, 6, 20)
    late = [Alert(AlertKind.OVERDUE, unit, None, quarter(2023, 2), due, -2, 3, 16) for unit in ("CADY", "ZUOIH", "PCM")]
    late.append(Alert(AlertKind.OVERDUE, "LAEE", None, quarter(2023, 2), due, -2, 3, 16))
    asked = Alert(AlertKind.TO_EXPLAIN, "CADY", "TL", H1, note="Vì sao")
    said = alert_sentences([*late, asked], tree, names)
    assert said == [
        "Gửi phiếu quý II năm 2023: Xã Cà Dy, Xã Zuôih, Phòng chuyên môn, và 1 mục khác"
        " – hạn 20/6/2023 (quá hạn 2 ngày).",
        "Giải trình theo yêu cầu của lãnh đạo: TL (Xã Cà Dy).",
    ]
    lost = [Alert(AlertKind.UNREACHABLE, None, "TL", Period(2023), at_pace=at_pace) for at_pace in (False, True)]
    assert [alert_row(each, tree, names)[2] for each in lost] == [
        "TL Hồ sơ",
        "TL Hồ sơ: theo nhịp dự kiến",
    ]
    assert alert_sentences(lost, tree, names) == [
        "Không còn khả năng đạt mức trong năm: TL Hồ sơ.",
        "Không thể đạt mức trong năm theo nhịp dự kiến: TL Hồ sơ.",
    ]
    ended = [replace(each, has_ended=True) for each in lost]
    assert alert_row(ended[0], tree, names)[0] == "Không đạt"
    assert alert_row(ended[1], tree, names)[2] == "TL Hồ sơ: năm đã kết thúc, còn chờ báo cáo"
    assert alert_sentences(ended, tree, names) == [
        "Năm đã kết thúc, không đạt mức: TL Hồ sơ.",
        "Năm đã kết thúc, báo cáo còn lại khó đủ để đạt mức: TL Hồ sơ.",
    ]
    assert alert_row(asked, tree, names) == ("Cần giải trình", "Xã Cà Dy", "TL Hồ sơ: Vì sao", "")
    assert alert_row(replace(asked, heirs=("DACPRE",)), tree, names)[1] == "Xã Cà Dy (nay là Xã Đắc Pre)"


def peeked(page: OverviewPage, qtbot: QtBot, row: int = 1) -> PeekCard:
    page.table.view.setFocus()
    page.table.view.selectRow(row)
    QTest.keyClick(page.table.view, Qt.Key.Key_Space)
    card = page.asking.card
    assert card is not None
    until(qtbot, lambda: card.units.count() > 0)
    return card


@opens_a_popup
def test_space_shows_a_card_with_parts_units_and_explanation(page: OverviewPage, qtbot: QtBot) -> None:
    db, own = page.session.db, page.session.plan.unit
    save_explanation(db, Explanation("TTHC-01", own, H1, "Thiếu thiết bị", "Cấp máy"), page.session.author)
    ask(
        db,
        [ExplanationRequest("TTHC-01", own, H1, "Vì sao", date(2023, 6, 19), date(2023, 6, 30))],
        page.session.author,
    )
    card = peeked(page, qtbot)
    assert "2.521 / 4.340" in card.parts.text()
    assert card.units_title.text() == "Đơn vị kéo giảm kết quả (6/13)"
    assert card.units.item(0).text() == "Xã Đắc Pring: 37,68% = 52/138 (−27,32)"
    assert "Nguyên nhân: Thiếu thiết bị" in card.said.text()
    assert "Yêu cầu giải trình (chưa trả lời, hạn 30/6/2023): Vì sao" in card.said.text()
    QTest.keyClick(card, Qt.Key.Key_Space)
    until(qtbot, lambda: page.asking.card is None)


@opens_a_popup
def test_a_unit_of_the_card_leads_to_its_cell_and_enter_to_the_figure(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    card = peeked(page, qtbot)
    card.units.itemActivated.emit(card.units.item(0))
    assert window.current == "entry"
    assert window.session.unit == "DACPRING"
    window.show_page("overview")
    card = peeked(page, qtbot)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert window.current != "overview"


def shown_dialog(page: OverviewPage) -> RequestDialog:
    assert page.asking.dialog is not None
    return page.asking.dialog


def test_a_row_asks_for_an_explanation_and_takes_it_back(page: OverviewPage, qtbot: QtBot) -> None:
    # GIVEN the menu of a row
    menu = page.row_menu(page.figures[1])
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["Nhập số liệu", "Yêu cầu giải trình…", "Sao chép"]
    # WHEN the leader asks
    menu.actions()[1].trigger()
    until(qtbot, lambda: page.asking.dialog is not None)
    dialog = shown_dialog(page)
    dialog.form.fields["note"].set_text("Vì sao thấp nhất?")  # type: ignore[attr-defined]  # a LineField
    dialog.form.fields["due"].set_text("30/6/2023")  # type: ignore[attr-defined]
    dialog.ask.click()
    # THEN the unit that pulls it down most is asked, and it wants doing
    db = page.session.db
    asked = ExplanationRequest("TTHC-01", "DACPRING", H1, "Vì sao thấp nhất?", date(2023, 6, 19), date(2023, 6, 30))
    assert requests(db) == [asked]
    until(qtbot, lambda: len(page.more.alerts) == 3)
    # AND it can be undone, done again, and withdrawn
    page.session.undo.undo()
    assert requests(db) == []
    page.session.undo.redo()
    page.asking.dialog = None
    page.asking.ask(page.figures[1])
    until(qtbot, lambda: page.asking.dialog is not None)
    dialog = shown_dialog(page)
    assert dialog.withdraw.isVisibleTo(dialog)
    dialog.withdraw.click()
    assert requests(db) == []
    page.session.undo.undo()
    assert requests(db) == [asked]


def test_a_day_before_the_day_of_asking_is_refused(page: OverviewPage, qtbot: QtBot) -> None:
    page.asking.ask(page.figures[1])
    until(qtbot, lambda: page.asking.dialog is not None)
    dialog = shown_dialog(page)
    dialog.form.fields["due"].set_text("18/6/2023")  # type: ignore[attr-defined]
    dialog.ask.click()
    assert requests(page.session.db) == []
    assert dialog.isVisible()


def test_figures_of_a_country_are_read_apart_and_stay_grey_meanwhile(
    window: MainWindow, page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a file too large to wait for
    monkeypatch.setattr("ui.pages.overview.loading.MOST_CELLS", 10)
    before = list(page.figures)
    # WHEN another period is looked at
    window.session.set_period(Period(2023, Span.Q1))
    # THEN the last figures stay, greyed, and say that they are being computed
    assert list(page.figures) == before
    assert page.body.graphicsEffect() is not None
    assert page.table.hint.text() == "đang tính…"
    # AND then the new ones come
    until(qtbot, lambda: list(page.figures) != before)
    assert page.body.graphicsEffect() is None
    assert page.figures[0].period == Period(2023, Span.Q1)


def test_a_trend_leads_to_its_indicator(window: MainWindow, page: OverviewPage) -> None:
    window.resize(1920, 1000)
    trend = page.trends.trends[1]
    QTest.mouseDClick(trend, Qt.MouseButton.LeftButton)
    assert window.current != "overview"
    window.show_page("overview")
    QTest.keyClick(trend, Qt.Key.Key_Return)
    assert window.current != "overview"


def test_units_show_where_their_forms_stand_on_a_wide_page(window: MainWindow, page: OverviewPage) -> None:
    window.resize(1920, 1000)
    model = page.units_panel.model
    assert [model.index(0, column).data() for column in range(2)] == ["Xã Zuôih", "Chưa gửi"]
    assert model.index(1, 1).data() == "Bản nháp"
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "Xã Zuôih: thiếu 8 chỉ tiêu"
    assert page.alerts.isVisible()
    assert page.alerts.sentences.text().count("\n") == 2
    assert not page.press.alerts.isVisible()
