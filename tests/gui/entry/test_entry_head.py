"""What stands above the grid fits every width, and an icon that stands alone says what it is."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from models.period import Window
from models.store.submissions import submit
from models.submission import Submission, SubmissionState
from models.unit import Unit
from tests.gui.entry.conftest import Q2, Desk
from tests.gui.entry.test_entry_sending import OFFICE, choose, do, state_of
from ui.pages.entry.head import Head, StateBand
from ui.theme import theme

WINDOW = Window(date(2023, 3, 15), date(2023, 6, 14), date(2023, 6, 20))


def a_submission(state: SubmissionState, reason: str = "") -> Submission:
    return Submission("CD", Q2, state, date(2023, 6, 22), reason, "Văn phòng", sent_on=date(2023, 6, 22))


@pytest.fixture
def head(qtbot: QtBot) -> Head:
    made = Head()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(head: Head, state: SubmissionState, units: int) -> None:
    head.show_submission(Unit("CD", "xã Cà Dy"), 2, WINDOW, date(2023, 6, 23), a_submission(state))
    head.show_place(3, 13)
    head.resize(theme().px(units), head.sizeHint().height())


@pytest.mark.parametrize("state", SubmissionState)
@pytest.mark.parametrize("units", [760, 960, 1158, 1500])
def test_the_head_fits_by_dropping_words_one_after_the_other(head: Head, state: SubmissionState, units: int) -> None:
    shown(head, state, units)
    title = head.title
    needed = head.row.sizeHint().width() - title.sizeHint().width() + title.minimumSizeHint().width()
    assert needed <= head.width()
    for button in head.in_order():
        assert button.toolTip()
        assert button.accessibleName()


def test_words_come_back_where_there_is_room(head: Head) -> None:
    shown(head, SubmissionState.SUBMITTED, 760)
    assert not head.reopen.text()
    shown(head, SubmissionState.SUBMITTED, 1500)
    assert head.reopen.text() == head.reopen.accessibleName()


@pytest.mark.parametrize(
    "state, offered",
    [
        (SubmissionState.DRAFT, {"check", "send"}),
        (SubmissionState.SUBMITTED, {"check", "reopen", "give_back", "accept"}),
        (SubmissionState.RETURNED, {"check", "send"}),
        (SubmissionState.ACCEPTED, {"check", "reopen"}),
    ],
)
def test_only_what_the_state_allows_is_offered(head: Head, state: SubmissionState, offered: set[str]) -> None:
    shown(head, state, 1500)
    names = ("check", "reopen", "give_back", "accept", "send")
    assert {name for name in names if not getattr(head, name).isHidden()} == offered


def test_lateness_of_what_was_sent_is_that_of_the_day_it_was_sent(head: Head) -> None:
    shown(head, SubmissionState.SUBMITTED, 1500)
    assert "2" in head.due.text().split(",")[1]


@pytest.mark.parametrize("state", [SubmissionState.RETURNED, SubmissionState.DRAFT])
def test_the_band_says_who_gave_which_reason(qtbot: QtBot, state: SubmissionState) -> None:
    band = StateBand()
    qtbot.addWidget(band)
    band.show_submission(a_submission(state, "Chưa khớp {TTHC-03}"))
    assert "Chưa khớp {TTHC-03}" in band.text.text()
    assert "Văn phòng" in band.text.text()
    band.show_submission(Submission("CD", Q2))
    assert band.isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_a_right_click_on_a_unit_takes_in_what_it_sent(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    do(session, lambda: submit(session.db, session.plan, "CD", Q2, session.on, OFFICE))
    desk.page.resize(theme().px(1700), 700)
    units = desk.page.units
    qtbot.waitUntil(lambda: units.model.rowCount() > 0 and not session.runner.is_busy)
    choose(units, "CD")
    assert units.accept.isEnabled()
    units.view.customContextMenuRequested.emit(QPoint(5, 5))
    [menu] = [each for each in units.findChildren(QMenu) if each.isVisible()]
    menu.actions()[0].trigger()
    menu.close()
    assert state_of(desk) is SubmissionState.ACCEPTED


def reached(desk: Desk, start: QWidget, steps: int = 40) -> list[QWidget]:
    """Press Tab again and again, and return what had the keyboard, up to the grid."""
    start.setFocus()
    found: list[QWidget] = []
    for _ in range(steps):
        QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Tab)
        found.append(desk.page.focusWidget())
        if found[-1] is desk.page.grid:
            break
    return found


def test_tab_leads_from_the_panel_to_everything_that_is_done_with_a_sent_form(desk: Desk) -> None:
    session, head = desk.session, desk.page.head
    do(session, lambda: submit(session.db, session.plan, "CD", Q2, session.on, OFFICE))
    found = reached(desk, desk.page.panel.note.editor)
    wanted = [head.board, head.check, head.reopen, head.give_back, head.accept, desk.page.band.sent]
    assert [each for each in found if each in wanted] == wanted
    assert found[-1] is desk.page.grid


def test_tab_passes_the_units_and_the_check_where_they_are_shown(desk: Desk, qtbot: QtBot) -> None:
    page = desk.page
    page.resize(theme().px(1700), 700)
    qtbot.waitUntil(lambda: page.units.model.rowCount() > 0)
    assert page.units.view in reached(desk, page.panel.note.editor)
    page.form_check.open()
    page.head.send.setFocus()
    order = [page.grid, page.issues.view, page.issues.close_button, page.panel.earlier.more]
    chain: list[QWidget] = []
    widget: QWidget | None = page.grid.nextInFocusChain()
    while widget is not None and widget is not page.grid:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    assert [each for each in chain if each in order] == order[1:]
