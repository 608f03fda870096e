"""Typing into the grid, by keys."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester

from models.period import Period
from models.plan import Actual, Assignment
from models.progress import State
from models.store.indicators import save_assignments
from tests.gui.entry.conftest import Q1, Q2, Q3, Q4, Desk
from ui.pages.entry.form import Column, Filter
from ui.theme import theme

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Delete


def enter(desk: Desk, code: str, text: str, field: str = "numerator", column: int = Column.Q2) -> None:
    desk.go(code, field, column)
    desk.type(text)
    desk.press(ENTER)


def test_model_keeps_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.page.model)  # type: ignore[no-untyped-call]


def test_first_key_opens_the_editor_and_is_kept(desk: Desk) -> None:
    enter(desk, "TT-01", "131")
    assert desk.text("TT-01") == "131"
    assert desk.here == ("TT-01", "denominator", Column.Q2)


def test_each_commit_is_in_the_file_and_in_figures_at_once(desk: Desk) -> None:
    enter(desk, "TT-01", "131")
    desk.type("216")
    desk.press(ENTER)
    stored = desk.stored("TT-01")
    assert stored is not None
    assert (stored.numerator, stored.denominator) == (Decimal(131), Decimal(216))
    assert desk.text("TT-01", None, Column.Q2) == "60,65%"
    assert desk.text("TT-01", None, Column.CUMULATIVE) == "58,42%"
    assert desk.text("TT-01", "numerator", Column.CUMULATIVE) == "229"
    state = desk.page.model.cell(desk.page.model.index(desk.row("TT-01", None), Column.STATE)).state
    assert state is State.MISSED


def test_enter_goes_down_tab_right_and_ctrl_enter_to_the_next_empty_cell(desk: Desk) -> None:
    desk.go("TT-01")
    desk.press(TAB)
    assert desk.here == ("TT-01", "numerator", Column.Q3)
    desk.press(TAB, TAB)
    assert desk.here == ("TT-01", "denominator", Column.Q1)
    desk.press(ENTER)
    assert desk.here == ("TT-02", "numerator", Column.Q1)
    desk.press(ENTER, modifiers=SHIFT)
    assert desk.here == ("TT-01", "denominator", Column.Q1)
    enter(desk, "TT-01", "1")
    enter(desk, "TT-01", "2", "denominator")
    desk.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    desk.press(ENTER, modifiers=CONTROL)
    assert desk.here == ("TT-02", "numerator", Column.Q2)


def test_arrows_take_in_what_a_key_began_and_move_inside_what_f2_opened(desk: Desk) -> None:
    desk.go("TT-03", "value")
    desk.type("12")
    desk.press(Qt.Key.Key_Right)
    assert desk.here == ("TT-03", "value", Column.Q3)
    desk.go("TT-03", "value")
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_End, Qt.Key.Key_Left)
    desk.type("5")
    desk.press(ENTER)
    assert desk.text("TT-03", "value") == "152"


def test_backspace_is_left_to_the_editor(desk: Desk) -> None:
    desk.go("TT-03", "value")
    desk.type("129")
    desk.press(Qt.Key.Key_Backspace)
    desk.press(ENTER)
    assert desk.text("TT-03", "value") == "12"


@pytest.mark.parametrize("text", ["12x", "-5", "1,5"])
def test_what_cannot_be_read_is_refused_in_words_and_stays_in_the_editor(desk: Desk, text: str) -> None:
    enter(desk, "TT-03", "7", "value")
    desk.go("TT-03", "value")
    desk.type(text)
    desk.press(ENTER)
    editor = desk.page.grid.entry_delegate.editor
    assert editor is not None
    assert editor.property("text") == text
    assert editor.property("invalid") == "true"
    assert text in desk.page.grid.message
    assert desk.stored("TT-03") == replace(desk.stored("TT-03"), value=Decimal(7))  # type: ignore[type-var]
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.grid.entry_delegate.editor is None
    assert desk.text("TT-03", "value") == "7"
    assert desk.page.grid.message == ""


def test_a_refused_text_keeps_the_person_on_the_page(desk: Desk) -> None:
    desk.go("TT-01")
    desk.type("abc")
    assert not desk.page.may_leave()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.may_leave()


def test_leaving_the_grid_takes_in_what_was_typed(desk: Desk) -> None:
    desk.go("TT-01")
    desk.type("131")
    assert desk.page.may_leave()
    assert desk.stored("TT-01") is not None


def test_delete_is_no_data_and_not_zero(desk: Desk) -> None:
    enter(desk, "TT-03", "0", "value")
    assert desk.text("TT-03", "value") == "0"
    desk.go("TT-03", "value")
    desk.press(DELETE)
    assert desk.stored("TT-03") is None
    assert desk.text("TT-03", "value") == ""
    assert desk.page.model.cell(desk.page.model.index(desk.row("TT-03", "value"), Column.Q2)).is_wanted


def test_ctrl_space_says_that_nothing_occurred(desk: Desk) -> None:
    desk.go("TT-04", "denominator")
    desk.press(Qt.Key.Key_Space, modifiers=CONTROL)
    stored = desk.stored("TT-04")
    assert stored is not None
    assert (stored.numerator, stored.denominator) == (Decimal(0), Decimal(0))
    assert desk.text("TT-04", None, Column.Q2) == "–"
    state = desk.page.model.cell(desk.page.model.index(desk.row("TT-04", None), Column.STATE)).state
    assert state is State.NOT_APPLICABLE


def test_undo_and_redo_give_back_each_commit(desk: Desk) -> None:
    enter(desk, "TT-03", "5", "value")
    enter(desk, "TT-03", "8", "value")
    undo = desk.session.undo
    undo.undo()
    assert desk.text("TT-03", "value") == "5"
    undo.undo()
    assert desk.stored("TT-03") is None
    assert desk.text("TT-03", "value") == ""
    undo.redo()
    undo.redo()
    assert desk.text("TT-03", "value") == "8"
    assert desk.here[0] == "TT-04"  # the cursor stays where it was


def test_a_sample_figure_typed_over_becomes_a_real_one(desk: Desk) -> None:
    before = desk.stored("TT-01", Q1)
    assert before is not None
    assert before.is_illustrative
    enter(desk, "TT-01", "98", column=Column.Q1)
    assert desk.stored("TT-01", Q1) == replace(before, is_illustrative=False)


def test_a_look_into_a_cell_changes_nothing(desk: Desk) -> None:
    desk.go("TT-01", column=Column.Q1)
    desk.press(Qt.Key.Key_F2)
    desk.press(ENTER)
    stored = desk.stored("TT-01", Q1)
    assert stored is not None
    assert stored.is_illustrative
    assert desk.session.undo.count() == 0


def test_a_numerator_above_its_denominator_is_taken_in_and_can_be_accepted(desk: Desk) -> None:
    enter(desk, "TT-04", "1080")
    desk.type("97")
    desk.press(ENTER)
    model = desk.page.model
    assert desk.text("TT-04", None, Column.Q2) == desk.text("TT-04", None, Column.CUMULATIVE) != "–"
    assert "%" not in desk.text("TT-04", None, Column.Q2)
    assert model.cell(model.index(desk.row("TT-04", None), Column.STATE)).state is State.TO_CHECK
    assert desk.page.form is not None
    assert desk.page.form.counts()[Filter.WARNED] == 1
    desk.go("TT-04")
    assert any("983" in text for text in desk.page.panel.checks.texts())
    desk.page.panel.checks.reason.set_text("cơ quan chuyên môn đã xác nhận")
    desk.page.panel.checks.accept.click()
    stored = desk.stored("TT-04")
    assert stored is not None
    assert stored.accepted == "cơ quan chuyên môn đã xác nhận"
    assert model.cell(model.index(desk.row("TT-04", None), Column.STATE)).state is State.MET
    assert desk.page.form.counts()[Filter.WARNED] == 0
    enter(desk, "TT-04", "1081")
    stored = desk.stored("TT-04")
    assert stored is not None
    assert stored.accepted == ""  # the reason was given for another figure


def test_a_reason_is_asked_for_before_a_figure_is_accepted(desk: Desk) -> None:
    enter(desk, "TT-04", "10")
    desk.type("9")
    desk.press(ENTER)
    desk.go("TT-04")
    desk.page.panel.checks.accept.click()
    stored = desk.stored("TT-04")
    assert stored is not None
    assert stored.accepted == ""
    assert desk.page.panel.checks.reason.message.isVisible()


def test_scores_ranks_grades_and_yes_or_no_are_typed_too(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("H")
    enter(desk, "CS-01", "83,5", "value")
    enter(desk, "CS-02", "50/63", "value")
    desk.go("CS-03", "value")
    desk.type("K")
    desk.press(ENTER)
    desk.go("CS-04", "value")
    desk.type("C")
    desk.press(ENTER)
    score, rank, grade, done = (desk.stored(f"CS-0{number}", unit="H") for number in (1, 2, 3, 4))
    assert score is not None
    assert score.value == Decimal("83.5")
    assert rank is not None
    assert (rank.value, rank.out_of) == (Decimal(50), 63)
    assert grade is not None
    assert grade.grade == "Khá"
    assert done is not None
    assert done.value == 1


def test_a_grade_that_the_plan_does_not_know_is_shown_to_be_checked_and_not_lost_by_a_look(
    desk_of: Callable[..., Desk],
) -> None:
    desk = desk_of("H")
    desk.session.record([Actual("CS-03", "H", Q2, grade="Xuất sắc")])
    desk.go("CS-03", "value")
    desk.press(Qt.Key.Key_F2)
    desk.press(ENTER)
    assert desk.text("CS-03", "value") == "Xuất sắc"
    desk.go("CS-03", "value")
    assert any("Xuất sắc" in text for text in desk.page.panel.checks.texts())


def test_a_rank_is_a_whole_number(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("H")
    enter(desk, "CS-02", "0", "value")
    assert "50/63" in desk.page.grid.message
    assert desk.stored("CS-02", unit="H") is None


def test_what_does_not_add_up_may_be_given_for_the_year(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("H", Q4)
    enter(desk, "CS-01", "91,25", "value", Column.CUMULATIVE)
    stored = desk.stored("CS-01", Period(2023), "H")
    assert stored is not None
    assert stored.value == Decimal("91.25")
    assert desk.text("CS-01", "value", Column.CUMULATIVE) == "91,25"


def test_ratios_cannot_be_typed_for_the_year(desk: Desk) -> None:
    desk.go("TT-01", column=Column.CUMULATIVE)
    desk.type("5")
    assert desk.page.grid.entry_delegate.editor is None


def test_all_four_quarters_can_be_typed(desk: Desk) -> None:
    for column in (Column.Q1, Column.Q2, Column.Q3, Column.Q4):
        enter(desk, "TT-03", str(column), "value", column)
    assert [desk.stored("TT-03", each).value for each in (Q1, Q2, Q3, Q4)] == [1, 2, 3, 4]  # type: ignore[union-attr]


def test_ctrl_arrows_lead_to_the_end_of_a_run(desk: Desk) -> None:
    for column in (Column.Q1, Column.Q2):
        enter(desk, "TT-03", "1", "value", column)
    desk.go("TT-03", "value", Column.Q1)
    desk.press(Qt.Key.Key_Right, modifiers=CONTROL)
    assert desk.here[2] == Column.Q2
    desk.go("TT-01", column=Column.Q1)
    desk.press(Qt.Key.Key_Down, modifiers=CONTROL)
    assert desk.here == ("TT-01", "denominator", Column.Q1)
    desk.press(Qt.Key.Key_Down, modifiers=CONTROL)
    assert desk.here == ("TT-03", "value", Column.Q1)


def test_the_cursor_is_not_lost_when_another_page_writes(desk: Desk) -> None:
    desk.go("TT-02", "denominator")
    desk.page.refresh(None)
    assert desk.here == ("TT-02", "denominator", Column.Q2)


def test_a_unit_without_indicators_is_told_so(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of()
    codes = ("TT-01", "TT-02", "TT-03", "TT-04")
    given = [Assignment("KH", code, "ZU", Period(2023)) for code in codes]
    desk.session.write(lambda: save_assignments(desk.session.db, given, desk.session.author))
    assert "xã Cà Dy" in desk.page.empty.text.text()
    assert desk.page.empty.text.isVisible()
    desk.session.set_unit("ZU")
    desk.page.refresh(None)
    assert not desk.page.empty.text.isVisible()


def test_units_are_stepped_through(desk: Desk) -> None:
    enter(desk, "TT-03", "5", "value")
    desk.page.head.next.click()
    desk.page.refresh(None)
    assert desk.session.unit == "DP"
    assert "xã Đắc Pre" in desk.page.head.title.text()
    assert desk.text("TT-03", "value") == ""


def test_another_quarter_takes_the_cursor_along(desk: Desk) -> None:
    desk.go("TT-02")
    desk.session.set_period(Q3)
    desk.page.refresh(None)
    assert desk.here == ("TT-02", "numerator", Column.Q3)
    assert "\n" in desk.page.model.headerData(Column.Q3, Qt.Orientation.Horizontal)


def test_columns_make_room_for_the_longest_number(desk: Desk) -> None:
    before = desk.page.grid.columnWidth(Column.Q2)
    desk.session.record([Actual("TT-03", "DP", Q2, value=Decimal(9_876_543_210))])
    desk.session.set_unit("DP")
    desk.page.refresh(None)
    grid = desk.page.grid
    assert grid.columnWidth(Column.Q2) > before
    assert grid.columnWidth(Column.Q2) >= grid.fontMetrics().horizontalAdvance("9.876.543.210")


def test_nothing_is_cut_off_at_1366_by_768(desk: Desk) -> None:
    desk.page.resize(1286, 594)
    grid = desk.page.grid
    assert not grid.horizontalScrollBar().isVisible()
    assert grid.columnWidth(Column.Q2) < theme().px(90)


def test_filters_show_what_is_left(desk: Desk) -> None:
    for code in ("TT-01", "TT-02"):
        enter(desk, code, "1")
        desk.type("9")
        desk.press(ENTER)
    desk.page.chips.buttons[Filter.EMPTY].click()
    assert {row.indicator.code for row in desk.page.model.rows if row.indicator} == {"TT-03", "TT-04"}
    desk.page.chips.buttons[Filter.TO_EXPLAIN].click()
    assert {row.indicator.code for row in desk.page.model.rows if row.indicator} == {"TT-01", "TT-02"}
    desk.page.chips.buttons[Filter.ALL].click()
    assert len({row.indicator.code for row in desk.page.model.rows if row.indicator}) == 4
    assert "7" in desk.page.chips.buttons[Filter.ALL].text()
    assert "3" in desk.page.chips.buttons[Filter.EMPTY].text()


@pytest.mark.parametrize("composed", [("7",), ("", "7")])
def test_an_input_method_opens_the_editor_and_loses_nothing(desk: Desk, composed: tuple[str, ...]) -> None:
    desk.go("TT-03", "value")
    for committed in composed:
        event = QInputMethodEvent("" if committed else "7", [])
        event.setCommitString(committed)
        QApplication.sendEvent(desk.focused(), event)
    desk.type("5")
    desk.press(ENTER)
    assert desk.text("TT-03", "value") == "75"


def test_tab_goes_as_one_reads(desk: Desk) -> None:
    page = desk.page
    wanted = [page.head.next, page.chips.buttons[Filter.ALL], page.grid, page.panel.note.editor]
    places: list[int] = []
    widget: QWidget | None = page.head.previous
    while widget is not None and len(places) < len(wanted):
        widget = widget.nextInFocusChain()
        if widget in wanted:
            places.append(wanted.index(widget))
    assert places == [0, 1, 2, 3]


def test_the_grid_can_be_left_with_keys(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F6)
    assert desk.page.panel.isAncestorOf(desk.page.focusWidget())
    desk.press(Qt.Key.Key_F6)
    assert desk.page.focusWidget() is desk.page.grid


def test_a_click_elsewhere_takes_the_text_in_or_keeps_the_person_there(desk: Desk) -> None:
    grid, model = desk.page.grid, desk.page.model
    there = grid.visualRect(model.index(desk.row("TT-02"), Column.Q2)).center()
    desk.go("TT-01")
    desk.type("12x")
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert desk.here == ("TT-01", "numerator", Column.Q2)
    assert grid.entry_delegate.editor is not None
    desk.press(Qt.Key.Key_Backspace)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert desk.here == ("TT-02", "numerator", Column.Q2)
    assert desk.text("TT-01") == "12"


def test_every_cell_says_to_a_screen_reader_what_it_is(desk: Desk) -> None:
    enter(desk, "TT-01", "131")
    spoken = desk.page.model.index(desk.row("TT-01"), Column.Q2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(word in spoken for word in ("TT-01", "hồ sơ trực tuyến", "II", "131"))


def test_what_was_being_typed_is_kept_when_another_unit_is_chosen(desk: Desk) -> None:
    desk.go("TT-03", "value")
    desk.type("12")
    desk.session.set_unit("DP")
    desk.page.refresh(None)
    assert desk.stored("TT-03").value == 12  # type: ignore[union-attr]
    assert desk.stored("TT-03", unit="DP") is None


def test_what_cannot_be_saved_stays_in_the_editor(desk: Desk) -> None:
    desk.session.db.execute("PRAGMA query_only = ON")
    enter(desk, "TT-03", "12", "value")
    editor = desk.page.grid.entry_delegate.editor
    assert editor is not None
    assert editor.property("text") == "12"
    assert desk.page.grid.message
    desk.session.db.execute("PRAGMA query_only = OFF")
    desk.press(ENTER)
    assert desk.stored("TT-03").value == 12  # type: ignore[union-attr]
