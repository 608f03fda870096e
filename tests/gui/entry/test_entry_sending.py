"""A form is sent, returned, put right, sent again and taken in: by hand and by keys, from the page, list and board."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from models.period import Period
from models.plan import Actual, Assignment
from models.store.actuals import record
from models.store.changes import Author, Changes
from models.store.database import open_database
from models.store.indicators import save_assignments
from models.store.submissions import give_back, reopen, snapshot, steps, submission, submit
from models.store.units import save_unit, save_units
from models.submission import Standing, SubmissionState
from models.unit import Unit
from models.workdays import Calendar
from tests.gui.entry.conftest import INDICATORS, Q2, Desk
from ui.pages.entry.submission.board import BoardDialog
from ui.pages.entry.submission.board_model import BoardColumn, BoardFilter
from ui.pages.entry.submission.press_dialog import PressDialog, show_press_list
from ui.pages.entry.submission.reason_dialog import ReasonDialog
from ui.pages.entry.submission.send_dialog import SendDialog
from ui.pages.entry.submission.sent_dialog import SentDialog
from ui.pages.entry.submission.unit_list import UnitList
from ui.session import Session
from ui.theme import theme
from ui.widgets.submission_mark import lateness_text

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
OFFICE = Author("Văn phòng")
D = TypeVar("D", bound=QWidget)


def the(kind: type[D], desk: Desk) -> D:
    """Find the dialog of a kind that is open."""
    found = [each for each in desk.page.window().findChildren(kind) if each.isVisible()]
    assert len(found) == 1, found
    return found[0]


def state_of(desk: Desk, unit: str = "CD") -> SubmissionState:
    return submission(desk.session.db, unit, Q2).state


def do(session: Session, *work: Callable[[], Changes]) -> None:
    """Write steps of submissions as another part of the program does."""
    for each in work:
        assert session.write(each) is not None


def give_reason(dialog: ReasonDialog, reason: str) -> None:
    dialog.reason.setPlainText(reason)
    QTest.keyClick(dialog.reason, ENTER)


def test_a_quarter_goes_there_and_back_and_its_life_is_kept(desk: Desk) -> None:
    page, session = desk.page, desk.session
    desk.go("TT-01")
    desk.type("131")
    desk.press(ENTER)
    desk.type("216")
    desk.press(ENTER)
    page.head.send.click()
    QTest.keyClick(the(SendDialog, desk), ENTER)
    assert state_of(desk) is SubmissionState.SUBMITTED
    assert page.head.pill.text.endswith(" 16/6/2023")
    assert page.head.send.isHidden()
    assert page.window().focusWidget() is page.grid
    session.set_day(date(2023, 6, 19))
    page.refresh(None)
    page.head.give_back.click()
    give_reason(the(ReasonDialog, desk), "Tổng số hồ sơ chưa khớp")
    assert state_of(desk) is SubmissionState.RETURNED
    assert "Tổng số hồ sơ chưa khớp" in page.band.text.text()
    assert page.window().focusWidget() is page.grid  # not on Send, which Enter would press
    desk.go("TT-01")
    desk.type("140")
    desk.press(ENTER)
    page.head.send.click()
    QTest.keyClick(the(SendDialog, desk), ENTER)
    page.head.accept.click()
    assert state_of(desk) is SubmissionState.ACCEPTED
    life = steps(session.db, "CD", Q2)
    assert [each.state.value for each in life] == ["submitted", "returned", "submitted", "accepted"]
    sent = [snapshot(session.db, life[place].id).actuals[0].numerator for place in (0, 2)]
    assert sent == [131, 140]


def test_the_summary_says_what_is_empty_unexplained_and_unproved_and_still_lets_send(desk: Desk) -> None:
    record(
        desk.session.db,
        [
            Actual("TT-01", "CD", Q2, Decimal(10), Decimal(216)),
            Actual("TT-04", "CD", Q2, Decimal(0), Decimal(0)),
        ],
        OFFICE,
    )
    desk.page.refresh(None)
    desk.page.head.send.click()
    said = "\n".join(the(SendDialog, desk).lines())
    assert "16/6/2023, due 20/6/2023: on time" in said
    assert "Filled: 4 of 7 cells" in said
    assert "Still empty: TT-02, TT-03." in said
    assert "Nothing occurred: TT-04." in said
    assert "without an explanation: TT-01." in said
    assert "Without evidence: TT-01, TT-04." in said
    QTest.keyClick(the(SendDialog, desk), ENTER)
    assert state_of(desk) is SubmissionState.SUBMITTED


def test_escape_sends_nothing(desk: Desk) -> None:
    desk.page.head.send.click()
    QTest.keyClick(the(SendDialog, desk), ESCAPE)
    assert state_of(desk) is SubmissionState.DRAFT
    assert steps(desk.session.db, "CD", Q2) == []


def test_a_number_that_cannot_be_read_is_mended_before_anything_is_sent(desk: Desk) -> None:
    desk.go("TT-01")
    desk.type("13l")
    desk.page.head.send.click()
    assert not [each for each in desk.page.window().findChildren(SendDialog) if each.isVisible()]
    assert desk.page.grid.entry_delegate.editor is not None


def test_sending_is_no_step_of_undo(desk: Desk) -> None:
    before = desk.session.undo.count()
    desk.page.head.send.click()
    QTest.keyClick(the(SendDialog, desk), ENTER)
    assert desk.session.undo.count() == before


def test_opening_again_without_a_reason_is_refused_in_words(desk: Desk) -> None:
    session = desk.session
    do(session, lambda: submit(session.db, session.plan, "CD", Q2, session.on, OFFICE))
    desk.page.head.reopen.click()
    dialog = the(ReasonDialog, desk)
    give_reason(dialog, "   ")
    assert dialog.isVisible()
    assert dialog.complaint.text()
    dialog.reason.setPlainText("B")
    assert not dialog.complaint.text()
    assert state_of(desk) is SubmissionState.SUBMITTED
    give_reason(dialog, "Bổ sung hồ sơ ngày cuối kỳ")
    assert state_of(desk) is SubmissionState.DRAFT
    assert steps(session.db, "CD", Q2)[-1].reason == "Bổ sung hồ sơ ngày cuối kỳ"


def test_shift_enter_begins_a_new_line_of_the_reason(desk: Desk) -> None:
    session = desk.session
    do(session, lambda: submit(session.db, session.plan, "CD", Q2, session.on, OFFICE))
    desk.page.head.reopen.click()
    dialog = the(ReasonDialog, desk)
    QTest.keyClicks(dialog.reason, "mot")
    QTest.keyClick(dialog.reason, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.isVisible()
    QTest.keyClick(dialog, ESCAPE)
    assert state_of(desk) is SubmissionState.SUBMITTED


@pytest.mark.parametrize(
    "day, words", [(date(2023, 6, 20), "on time"), (date(2023, 6, 22), "2"), (date(2023, 6, 26), "4")]
)
def test_lateness_counts_working_days(day: date, words: str) -> None:
    assert words in lateness_text(date(2023, 6, 20), day)


def test_a_day_off_after_the_due_date_is_no_working_day_late() -> None:
    assert "day off" in lateness_text(date(2023, 4, 28), date(2023, 4, 30))


def test_lateness_counts_the_working_days_of_the_office() -> None:
    calendar = Calendar(off=frozenset({date(2023, 6, 21)}))
    assert "1" in lateness_text(date(2023, 6, 20), date(2023, 6, 22), calendar)


def widen(desk: Desk, qtbot: QtBot) -> None:
    """Give the window room for the list of units, and wait for what the worker reads."""
    desk.page.resize(theme().px(1700), 700)
    units, runner = desk.page.units, desk.session.runner
    qtbot.waitUntil(lambda: units.model.rowCount() > 0 and not runner.is_busy)


def rows_of(desk: Desk) -> dict[str, Standing]:
    return {each.unit: each for each in desk.page.units.model.rows}


def test_units_stand_beside_the_grid_where_there_is_room(desk: Desk, qtbot: QtBot) -> None:
    assert desk.page.units.isHidden()
    widen(desk, qtbot)
    assert list(rows_of(desk))[:3] == ["CD", "DP", "ZU"]
    assert (rows_of(desk)["CD"].filled, rows_of(desk)["CD"].expected) == (0, 7)
    desk.go("TT-01")
    desk.type("131")
    desk.press(ENTER)
    assert rows_of(desk)["CD"].filled == 1


def test_enter_in_the_list_shows_another_units_form(desk: Desk, qtbot: QtBot) -> None:
    desk.session.context_changed.connect(lambda: desk.page.refresh(None))
    widen(desk, qtbot)
    view = desk.page.units.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, ENTER)
    assert desk.session.unit == "DP"
    assert "xã Đắc Pre" in desk.page.head.title.text()
    assert desk.page.units.delegate.current == "DP"


def test_stepping_to_the_next_unit_chooses_that_one_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.session.context_changed.connect(lambda: desk.page.refresh(None))
    widen(desk, qtbot)
    QTest.keyPress(desk.page.grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)  # Ctrl is still down
    desk.page.head.stepped.emit(1)
    assert desk.session.unit == "DP"
    assert desk.page.units.selected() == ["DP"]


def choose(units: UnitList, *codes: str) -> None:
    """Choose units as clicks with Ctrl do, whatever keys were pressed before; the last is the current one."""
    selection = units.view.selectionModel()
    selection.clear()
    for code in codes:
        selection.setCurrentIndex(units.model.index(units.model.row_of(code)), selection.SelectionFlag.Select)


def test_chosen_units_stay_chosen_when_others_come_or_go_in_another_window(desk: Desk, qtbot: QtBot) -> None:
    session, units = desk.session, desk.page.units
    assert session.path is not None
    session.write(lambda: save_unit(session.db, Unit("QT", "xã Chà Val", first_superior="H"), OFFICE))
    widen(desk, qtbot)
    choose(units, "CD", "QT", "DP")
    gone = Unit("QT", "xã Chà Val", first_superior="H", valid_to=date(2022, 12, 31))
    with closing(open_database(session.path)) as other:
        save_units(other, [gone, Unit("BA", "xã Tà Bhinh", first_superior="H")], OFFICE)
    assert session.watch.look()
    qtbot.waitUntil(lambda: "BA" in rows_of(desk))
    assert "QT" not in rows_of(desk)
    assert units.selected() == ["CD", "DP"]
    assert units.model.rows[units.view.currentIndex().row()].unit == "DP"


def test_several_units_are_taken_in_at_once_or_returned_with_one_reason(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    for unit in ("CD", "DP"):
        do(session, lambda unit=unit: submit(session.db, session.plan, unit, Q2, session.on, OFFICE))  # type: ignore[misc]
    widen(desk, qtbot)
    qtbot.waitUntil(lambda: rows_of(desk)["DP"].state is SubmissionState.SUBMITTED)
    units = desk.page.units
    units.view.selectAll()
    units.give_back.click()
    give_reason(the(ReasonDialog, desk), "Thiếu giải trình")
    assert {state_of(desk, unit) for unit in ("CD", "DP")} == {SubmissionState.RETURNED}
    assert state_of(desk, "ZU") is SubmissionState.DRAFT
    for unit in ("CD", "DP"):
        do(session, lambda unit=unit: submit(session.db, session.plan, unit, Q2, session.on, OFFICE))  # type: ignore[misc]
    qtbot.waitUntil(lambda: rows_of(desk)["DP"].state is SubmissionState.SUBMITTED)
    units.view.selectAll()
    units.accept.click()
    assert {state_of(desk, unit) for unit in ("CD", "DP")} == {SubmissionState.ACCEPTED}


# the board


@pytest.fixture
def sent_by_two(desk: Desk) -> Desk:
    """CD was returned, DP sent two working days late, ZU nothing; it is 23/6/2023, the forms were due on the 20th."""
    session, plan = desk.session, desk.session.plan
    db = session.db
    do(
        session,
        lambda: submit(db, plan, "CD", Q2, date(2023, 6, 18), OFFICE),
        lambda: give_back(db, "CD", Q2, date(2023, 6, 19), "Chưa khớp", OFFICE),
        lambda: submit(db, plan, "DP", Q2, date(2023, 6, 22), OFFICE),
    )
    session.set_day(date(2023, 6, 23))
    desk.page.refresh(None)
    return desk


def board_of(desk: Desk) -> BoardDialog:
    desk.page.head.board.click()
    return the(BoardDialog, desk)


def shown(dialog: BoardDialog) -> list[str]:
    return [each.unit for each in dialog.model.rows]


def test_the_board_says_who_has_sent_what_when_and_how_late(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    model = dialog.model
    cells = {
        unit: [model.text(model.rows[model.row_of(unit)], column) for column in BoardColumn] for unit in shown(dialog)
    }
    assert cells["CD"][BoardColumn.SENT_ON :] == ["–", "3", "0/7", "Chưa khớp"]
    assert cells["DP"][BoardColumn.SENT_ON :] == ["22/6/2023", "2", "0/7", ""]
    assert cells["ZU"][BoardColumn.SENT_ON :] == ["–", "3", "0/7", ""]


@pytest.mark.parametrize(
    "wanted, units",
    [
        (BoardFilter.NOT_SENT, {"ZU"}),
        (BoardFilter.LATE, {"CD", "DP", "ZU"}),
        (BoardFilter.SENT, {"DP"}),
        (BoardFilter.ACCEPTED, set()),
        (BoardFilter.RETURNED, {"CD"}),
    ],
)
def test_a_filter_shows_what_it_counts(sent_by_two: Desk, wanted: BoardFilter, units: set[str]) -> None:
    dialog = board_of(sent_by_two)
    dialog.chips[wanted].click()
    reporting = set(shown(dialog)) - {"H"}
    assert reporting == units
    assert dialog.chips[wanted].text().endswith(f" {len(shown(dialog))}")
    assert dialog.nothing.isHidden() == bool(shown(dialog))


def test_a_unit_is_found_without_tones(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    QTest.keyClicks(dialog.find_field, "zuoih")
    assert shown(dialog) == ["ZU"]


def test_headers_sort_and_what_waits_comes_first(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    dialog.table.sortByColumn(BoardColumn.STATE, Qt.SortOrder.AscendingOrder)
    assert shown(dialog)[0] == "CD"
    dialog.table.sortByColumn(BoardColumn.LATE, Qt.SortOrder.AscendingOrder)
    late = [each.days_late for each in dialog.model.rows if each.unit != "H"]
    assert late == sorted(late)


def test_the_board_takes_in_what_is_chosen_and_shows_it(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    dialog.table.selectRow(dialog.model.row_of("ZU"))
    assert not dialog.accept_button.isEnabled()
    dialog.table.selectRow(dialog.model.row_of("DP"))
    dialog.accept_button.click()
    assert state_of(sent_by_two, "DP") is SubmissionState.ACCEPTED
    assert dialog.model.rows[dialog.model.row_of("DP")].state is SubmissionState.ACCEPTED
    assert dialog.selected() == ["DP"]


def test_enter_on_the_board_shows_the_form(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    dialog.table.selectRow(dialog.model.row_of("ZU"))
    QTest.keyClick(dialog.table, ENTER)
    assert sent_by_two.session.unit == "ZU"


def test_the_board_looks_as_it_did_last_time(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    dialog.table.horizontalHeader().resizeSection(BoardColumn.UNIT, 333)
    dialog.table.sortByColumn(BoardColumn.FILLED, Qt.SortOrder.DescendingOrder)
    dialog.close_button.click()
    again = board_of(sent_by_two)
    assert again.table.columnWidth(BoardColumn.UNIT) == 333
    assert again.table.horizontalHeader().sortIndicatorSection() == BoardColumn.FILLED


def test_what_was_sent_stands_beside_what_is_there_now(desk: Desk) -> None:
    session, db = desk.session, desk.session.db
    record(db, [Actual("TT-01", "CD", Q2, Decimal(131), Decimal(216))], OFFICE)
    do(
        session,
        lambda: submit(db, session.plan, "CD", Q2, date(2023, 6, 18), OFFICE),
        lambda: reopen(db, "CD", Q2, date(2023, 6, 19), "Sửa số", OFFICE),
    )
    record(db, [Actual("TT-01", "CD", Q2, Decimal(140), Decimal(216))], OFFICE)
    dialog = SentDialog(session, "CD", Q2, desk.page)
    dialog.open()
    assert dialog.steps.count() == 2
    assert "Sửa số" in dialog.steps.item(0).text()
    dialog.only_changed.click()
    changed = {(each.indicator, each.sent, each.now) for each in dialog.model.rows}
    assert ("TT-01", "131/216", "140/216") in changed
    assert {code for code, _, _ in changed} == {"TT-01"}


def test_a_form_that_was_never_sent_says_so(desk: Desk) -> None:
    dialog = SentDialog(desk.session, "CD", Q2, desk.page)
    assert dialog.said.text()
    assert dialog.steps.count() == 0


def test_the_list_to_press_is_copied_as_a_table_and_saved_as_a_workbook(sent_by_two: Desk, tmp_path: Path) -> None:
    show_press_list(sent_by_two.session, Q2, sent_by_two.page)
    dialog = the(PressDialog, sent_by_two)
    dialog.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().splitlines() if "\t" in line]
    assert [line[1] for line in lines[1:3]] == ["Xã Cà Dy", "Xã Zuôih"]
    assert lines[1][3:] == ["3", "Chưa khớp"]
    assert "<td>Xã Zuôih</td>" in data.html()
    out = tmp_path / "đôn đốc.xlsx"
    dialog.write(out)
    with closing(openpyxl.load_workbook(out)) as book:
        cells = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert any(row[1:4] == ["Xã Zuôih", "Chưa nhập số liệu, chưa gửi", 3] for row in cells)


def test_a_list_that_cannot_be_written_says_why_and_leaves_nothing(sent_by_two: Desk, tmp_path: Path) -> None:
    said: list[str] = []
    sent_by_two.session.said.connect(lambda message: said.append(message.text))
    show_press_list(sent_by_two.session, Q2, sent_by_two.page)
    the(PressDialog, sent_by_two).write(tmp_path / "không có" / "a.xlsx")
    assert "không có thư mục" in said[0]


def test_dialogs_are_left_with_escape_and_have_names(sent_by_two: Desk) -> None:
    dialog = board_of(sent_by_two)
    assert dialog.table.accessibleName()
    assert dialog.find_field.accessibleName()
    QTest.keyClick(dialog, ESCAPE)
    assert not [each for each in sent_by_two.page.window().findChildren(QDialog) if each.isVisible()]


def test_what_was_sent_is_one_step_away_from_the_form(desk: Desk) -> None:
    session = desk.session
    assert desk.page.band.isHidden()
    do(session, lambda: submit(session.db, session.plan, "CD", Q2, session.on, OFFICE))
    desk.page.band.sent.click()
    assert the(SentDialog, desk).steps.count() == 1


def test_keys_send_and_ask_to_open_again(desk: Desk) -> None:
    QTest.keyClick(desk.page.grid, Qt.Key.Key_F9)
    QTest.keyClick(the(SendDialog, desk), ENTER)
    assert state_of(desk) is SubmissionState.SUBMITTED
    QTest.keyClick(desk.page.grid, Qt.Key.Key_F9)
    give_reason(the(ReasonDialog, desk), "Bổ sung")
    assert state_of(desk) is SubmissionState.DRAFT
    QTest.keyClick(desk.page.grid, Qt.Key.Key_F8)
    assert the(BoardDialog, desk).model.rowCount() > 0


def test_nothing_can_be_sent_where_the_plan_asks_nothing(desk: Desk) -> None:
    session = desk.session
    named = [Assignment("KH", each.code, "DP", Period(2023)) for each in INDICATORS]
    do(session, lambda: save_assignments(session.db, named, OFFICE))
    assert desk.page.form is None
    assert not desk.page.head.send.isEnabled()
