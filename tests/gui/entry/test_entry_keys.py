"""The keys of a spreadsheet, in the grid."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.gui.entry.conftest import Q2, Desk
from tests.gui.entry.test_entry_typing import CONTROL, DELETE, ENTER, SHIFT, enter
from ui.pages.entry.form import Column

BOTH = CONTROL | SHIFT
K = Qt.Key


def chosen(desk: Desk) -> set[tuple[int, int]]:
    indexes = desk.page.grid.selectionModel().selectedIndexes()
    return {(index.row(), index.column()) for index in indexes}


def test_shift_and_arrows_select_a_rectangle_that_grows_and_shrinks(desk: Desk) -> None:
    desk.go("TT-01", column=Column.Q1)
    top = desk.row("TT-01")
    desk.press(K.Key_Down, K.Key_Right, modifiers=SHIFT)
    assert chosen(desk) == {(row, column) for row in (top, top + 1) for column in (Column.Q1, Column.Q2)}
    desk.press(K.Key_Up, modifiers=SHIFT)
    assert chosen(desk) == {(top, Column.Q1), (top, Column.Q2)}


def test_ctrl_shift_and_arrows_select_to_the_end_of_the_figures_and_back(desk: Desk) -> None:
    for column in (Column.Q1, Column.Q2, Column.Q3):
        enter(desk, "TT-03", "1", "value", column)
    desk.go("TT-03", "value", Column.Q1)
    row = desk.row("TT-03", "value")
    desk.press(K.Key_Right, modifiers=BOTH)
    assert chosen(desk) == {(row, column) for column in (Column.Q1, Column.Q2, Column.Q3)}
    desk.press(K.Key_Left, modifiers=SHIFT)
    assert chosen(desk) == {(row, Column.Q1), (row, Column.Q2)}


def test_a_plain_arrow_ends_the_selection_where_it_leads(desk: Desk) -> None:
    desk.go("TT-01")
    desk.press(K.Key_Down, modifiers=SHIFT)
    desk.press(K.Key_Right)
    assert len(chosen(desk)) == 1
    desk.press(K.Key_Left, modifiers=SHIFT)
    assert chosen(desk) == {(desk.row("TT-01", "denominator"), column) for column in (Column.Q2, Column.Q3)}


def test_home_and_end_lead_along_the_line_and_with_ctrl_over_the_form(desk: Desk) -> None:
    desk.go("TT-02")
    desk.press(K.Key_Home)
    assert desk.here == ("TT-02", "numerator", Column.Q1)
    desk.press(K.Key_End)
    assert desk.here == ("TT-02", "numerator", Column.Q4)
    desk.press(K.Key_Home, modifiers=CONTROL)
    assert desk.here == ("TT-01", "numerator", Column.Q1)
    desk.press(K.Key_End, modifiers=CONTROL)
    assert desk.here == ("TT-04", "denominator", Column.Q4)
    desk.press(K.Key_Home, modifiers=SHIFT)
    assert len(chosen(desk)) == 4


def test_page_keys_move_and_select_by_a_window_full(desk: Desk) -> None:
    desk.go("TT-01")
    desk.press(K.Key_PageDown)
    assert desk.here[0] == "TT-04"
    desk.press(K.Key_PageUp, modifiers=SHIFT)
    assert len(chosen(desk)) > 5


def test_shift_and_space_select_the_line_and_ctrl_a_all(desk: Desk) -> None:
    desk.go("TT-03", "value")
    desk.press(K.Key_Space, modifiers=SHIFT)
    assert {row for row, _ in chosen(desk)} == {desk.row("TT-03", "value")}
    assert desk.page.grid.entry_delegate.editor is None
    desk.press(K.Key_A, modifiers=CONTROL)
    assert len({row for row, _ in chosen(desk)}) > 8


def test_backspace_opens_an_empty_editor_and_escape_gives_the_value_back(desk: Desk) -> None:
    enter(desk, "TT-03", "129", "value")
    desk.go("TT-03", "value")
    desk.press(K.Key_Backspace)
    editor = desk.page.grid.entry_delegate.editor
    assert editor is not None
    assert editor.property("text") == ""
    desk.press(K.Key_Escape)
    assert desk.text("TT-03", "value") == "129"


def test_delete_clears_every_selected_cell_in_one_step(desk: Desk) -> None:
    enter(desk, "TT-03", "5", "value")
    enter(desk, "TT-01", "7")
    before = desk.session.undo.count()
    desk.press(K.Key_A, modifiers=CONTROL)
    desk.press(DELETE)
    assert desk.text("TT-03", "value") == desk.text("TT-01") == ""
    assert desk.session.undo.count() == before + 1


def test_a_hundred_steps_of_typing_pasting_and_clearing_are_undone_and_redone(desk: Desk) -> None:
    for number in range(1, 101):
        desk.go("TT-03", "value")
        if number % 3:
            QGuiApplication.clipboard().setText(str(number))
            desk.press(K.Key_V, modifiers=CONTROL)
        else:
            desk.type(str(number))
            desk.press(ENTER)
    undo = desk.session.undo
    assert undo.count() == 100
    for number in range(99, 0, -1):
        undo.undo()
        assert desk.text("TT-03", "value") == str(number)
    undo.undo()
    assert desk.stored("TT-03", Q2) is None
    for _ in range(100):
        undo.redo()
    assert desk.text("TT-03", "value") == "100"


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_Down])
def test_ctrl_and_an_arrow_at_the_end_stay_where_they_are(desk: Desk, key: Qt.Key) -> None:
    desk.press(K.Key_End, modifiers=CONTROL)
    for _ in range(3):
        desk.press(key, modifiers=CONTROL)
    assert desk.page.grid.currentIndex().isValid()


def test_backspace_and_enter_take_the_value_out(desk: Desk) -> None:
    enter(desk, "TT-03", "129", "value")
    desk.go("TT-03", "value")
    desk.press(K.Key_Backspace)
    desk.press(ENTER)
    assert desk.stored("TT-03") is None


@pytest.mark.parametrize(
    ("letters", "grade"),
    [
        ("k", "Khá"), ("kha", "Khá"), ("khas", "Khá"), ("kha1", "Khá"), ("t", "Tốt"), ("toots", "Tốt"),
        ("tr", "Trung bình"), ("trung b", "Trung bình"), ("TRUNG", "Trung bình"), ("y", "Yếu"),
    ],
)  # fmt: skip
def test_first_letters_choose_a_grade_as_telex_and_vni_send_them(
    desk_of: Callable[..., Desk], letters: str, grade: str
) -> None:
    desk = desk_of("H")
    desk.go("CS-03", "value")
    desk.type(letters)
    assert desk.page.grid.entry_delegate.editor is not None
    desk.press(ENTER)
    assert desk.text("CS-03", "value") == grade


def test_a_composed_word_chooses_a_grade(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("H")
    desk.go("CS-03", "value")
    for preedit, committed in (("k", ""), ("khá", ""), ("", "khá")):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(committed)
        QApplication.sendEvent(desk.focused(), event)
    desk.press(ENTER)
    assert desk.text("CS-03", "value") == "Khá"
