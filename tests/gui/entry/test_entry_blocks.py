"""Copy, paste, fill down, clear: many cells at once, all or nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.entry.conftest import Q1, Q2, Q3, Desk
from tests.gui.entry.test_entry_typing import CONTROL, DELETE, SHIFT, enter
from ui.clipboard import put
from ui.pages.entry.form import Column
from ui.pages.entry.pasting.paste_model import PasteColumn
from ui.pages.entry.pasting.paste_preview import PastePreview

V, C, D, X = Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_X
CLIPBOARDS = Path(__file__).parents[2] / "clipboards"
EXCEL_EN = (
    '<style><!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}--></style>'
)


def paste(desk: Desk, text: str, html: str = "") -> None:
    """Paste with two keys: Ctrl+V, and Enter on the preview where there is one."""
    put(text, html)
    paste_here(desk)


def paste_here(desk: Desk) -> None:
    desk.press(V, modifiers=CONTROL)
    shown = preview(desk)
    if shown is not None:
        QTest.keyClick(shown.table, Qt.Key.Key_Return)


def preview(desk: Desk) -> PastePreview | None:
    """Return the open preview."""
    open_ones = [each for each in desk.page.findChildren(PastePreview) if each.isVisible()]
    return open_ones[-1] if open_ones else None


def shown(desk: Desk) -> list[str]:
    cells = [("TT-01", "numerator"), ("TT-01", "denominator"), ("TT-02", "numerator"), ("TT-02", "denominator")]
    return [desk.text(*cell) for cell in cells]


def test_a_column_fills_the_cells_that_are_typed_and_skips_computed_ones(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "131\r\n216\r\n460\r\n806\r\n")
    assert shown(desk) == ["131", "216", "460", "806"]
    assert desk.session.undo.count() == 1
    desk.session.undo.undo()
    assert shown(desk) == ["", "", "", ""]


def test_cells_that_cannot_be_read_are_shown_and_left_out(desk: Desk) -> None:
    desk.go("TT-01")
    put("131\nhai trăm\n460\n########")
    desk.press(V, modifiers=CONTROL)
    shown_first = preview(desk)
    assert shown_first is not None
    assert shown(desk) == ["", "", "", ""]
    notes = [shown_first.model.index(row, PasteColumn.NOTE).data() for row in range(4)]
    assert "không phải là số" in notes[1]
    assert "quá hẹp" in notes[3]
    QTest.keyClick(shown_first.table, Qt.Key.Key_Return)
    assert shown(desk) == ["131", "", "460", ""]
    assert desk.session.undo.count() == 1


def test_one_bad_cell_is_refused_beside_it(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "hai trăm")
    assert "hai trăm" in desk.page.grid.message
    assert desk.session.undo.count() == 0


def test_a_block_over_the_edge_writes_what_is_inside(desk: Desk) -> None:
    desk.go("TT-04", "denominator")
    put("1\n2")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    assert "ngoài bảng" in opened.model.index(1, PasteColumn.NOTE).data()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert desk.text("TT-04", "denominator") == "1"


def test_a_block_over_a_computed_column_leaves_it_out(desk: Desk) -> None:
    desk.go("TT-01", column=Column.Q4)
    put("1\t2")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    assert "máy tính ra" in opened.model.index(1, PasteColumn.NOTE).data()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert desk.text("TT-01", column=Column.Q4) == ""
    assert desk.session.undo.count() == 0


def test_quarters_side_by_side_are_taken_in(desk: Desk) -> None:
    desk.go("TT-03", "value", Column.Q1)
    paste(desk, "4\t5\t6")
    assert [desk.stored("TT-03", each).value for each in (Q1, Q2, Q3)] == [4, 5, 6]  # type: ignore[union-attr]


def test_what_reads_two_ways_waits_for_a_choice(desk: Desk) -> None:
    desk.go("TT-01")
    put("1.234\n2.345")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    assert not opened.write.isEnabled()
    QTest.keyClick(opened.table, Qt.Key.Key_Left)
    assert not opened.write.isEnabled()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)  # leads to the next question
    QTest.keyClick(opened.table, Qt.Key.Key_Right)
    assert opened.write.isEnabled()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert shown(desk)[:2] == ["1.234", "2,345"]


def test_one_cell_that_reads_two_ways_is_shown_too(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "1.234")
    opened = preview(desk)
    assert opened is not None
    assert shown(desk)[0] == ""
    QTest.keyClick(opened.table, Qt.Key.Key_Left)
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert shown(desk)[0] == "1.234"


def test_a_click_chooses_a_reading_and_the_checks_speak_at_once(desk: Desk) -> None:
    desk.go("TT-04")
    paste(desk, "1.080\n97")
    opened = preview(desk)
    assert opened is not None
    place = opened.table.visualRect(opened.model.index(0, PasteColumn.READING))
    left = QPoint(place.left() + place.width() // 4, place.center().y())
    QTest.mouseClick(opened.table.viewport(), Qt.MouseButton.LeftButton, pos=left)
    note = opened.model.index(0, PasteColumn.NOTE).data()
    assert "1.080" in note
    assert "97" in note
    QTest.mouseClick(opened.table.viewport(), Qt.MouseButton.LeftButton, pos=left + QPoint(place.width() // 2, 0))
    assert "97" not in opened.model.index(0, PasteColumn.NOTE).data()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert desk.text("TT-04") == "1,08"


def test_a_notation_chosen_in_the_preview_answers_every_question(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "1.234\n2.345")
    opened = preview(desk)
    assert opened is not None
    opened.notation.setCurrentIndex(1)
    opened.notation.activated.emit(1)
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert shown(desk)[:2] == ["1.234", "2.345"]


def test_the_preview_says_which_separators_it_goes_by(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "1.234\n2.345")
    opened = preview(desk)
    assert opened is not None
    guessed = opened.found.text()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    put("1.234\n2,345.5", EXCEL_EN)
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    assert "Excel" in opened.found.text()
    assert opened.found.text() != guessed
    QTest.keyClick(opened, Qt.Key.Key_Escape)


def test_which_lines_are_meant_is_asked_where_only_blanks_speak(desk: Desk) -> None:
    desk.go("TT-01")
    put("131\n216\n\n806")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    assert not opened.write.isEnabled()
    opened.layouts.button(1).click()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert shown(desk) == ["131", "216", "806", ""]


def test_the_preview_s_model_keeps_qt_s_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    desk.go("TT-01")
    put("1.234\nx\n3")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    qtmodeltester.check(opened.model)  # type: ignore[no-untyped-call]
    QTest.keyClick(opened, Qt.Key.Key_Escape)


def test_the_preview_goes_when_it_is_closed(desk: Desk, qtbot: QtBot) -> None:
    desk.go("TT-01")
    put("1\n2")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    with qtbot.waitSignal(opened.destroyed):
        QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert desk.page.findChildren(PastePreview) == []


@pytest.mark.parametrize("name", ["calc-vi-form", "calc-en-form"])
def test_a_column_copied_in_calc_is_pasted_with_two_keys(desk: Desk, name: str) -> None:
    desk.go("TT-01")
    text, html = ((CLIPBOARDS / f"{name}.{kind}").read_text(encoding="utf-8") for kind in ("txt", "html"))
    paste(desk, text, html)
    assert shown(desk) == ["131", "216", "460", "806"]
    assert desk.text("TT-03", "value") == "1.234"


@pytest.mark.parametrize("text", ["1.234", "1,234", "1234"])
def test_a_count_of_a_thousand_reads_one_way_only(desk: Desk, text: str) -> None:
    desk.go("TT-03", "value")
    paste(desk, text)
    assert desk.text("TT-03", "value") == "1.234"


def test_separators_are_those_that_the_clipboard_states(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "1.234\n2,345.5", EXCEL_EN)
    assert shown(desk)[:2] == ["1,234", "2.345,5"]


def test_what_was_copied_here_is_pasted_here(desk: Desk) -> None:
    enter(desk, "TT-01", "1234")
    enter(desk, "TT-01", "5678", "denominator")
    desk.go("TT-01")
    desk.press(Qt.Key.Key_Down, modifiers=SHIFT)
    desk.press(C, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text() == "1.234\n5.678\n"
    desk.go("TT-01", column=Column.Q3)
    paste_here(desk)
    assert desk.text("TT-01", column=Column.Q3) == "1.234"
    assert desk.text("TT-01", "denominator", Column.Q3) == "5.678"


def test_one_value_goes_into_every_selected_cell(desk: Desk) -> None:
    desk.go("TT-01")
    desk.press(Qt.Key.Key_Down, modifiers=SHIFT)
    paste(desk, "7")
    assert shown(desk)[:2] == ["7", "7"]


def test_a_pasted_figure_is_a_real_one(desk: Desk) -> None:
    desk.go("TT-01", column=Column.Q1)
    paste(desk, "99")
    stored = desk.stored("TT-01", Q1)
    assert stored is not None
    assert not stored.is_illustrative
    changes = desk.page.panel.history.text()
    assert "98/176" in changes
    assert "99/176" in changes


def test_ctrl_d_copies_down_over_the_selection(desk: Desk) -> None:
    enter(desk, "TT-01", "12")
    desk.go("TT-01")
    desk.press(Qt.Key.Key_Down, modifiers=SHIFT)
    desk.press(D, modifiers=CONTROL)
    assert shown(desk)[:2] == ["12", "12"]


def test_delete_over_a_selection_is_one_step(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "1\n2\n3\n4")
    desk.go("TT-01")
    for _ in range(4):
        desk.press(Qt.Key.Key_Down, modifiers=SHIFT)
    desk.press(DELETE)
    assert shown(desk) == ["", "", "", ""]
    assert desk.session.undo.count() == 2
    desk.session.undo.undo()
    assert shown(desk) == ["1", "2", "3", "4"]


def test_cut_takes_out_what_it_copies(desk: Desk) -> None:
    enter(desk, "TT-03", "12", "value")
    desk.go("TT-03", "value")
    desk.press(X, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text() == "12"
    assert desk.text("TT-03", "value") == ""


def test_a_block_is_told_once(desk: Desk) -> None:
    told = QSignalSpy(desk.page.model.dataChanged)
    desk.go("TT-01")
    paste(desk, "131\n216\n460\n806")
    assert told.count() == 1


def test_history_says_that_a_block_was_pasted(desk: Desk) -> None:
    from models.store.actuals import cell_history

    desk.go("TT-03", "value")
    paste(desk, "5")
    assert [each.how for each in cell_history(desk.session.db, "TT-03", "CD", Q2)] == ["pasted"]


def test_nothing_is_pasted_where_nothing_was_copied(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.go("TT-01")
    desk.press(V, modifiers=CONTROL)
    assert desk.session.undo.count() == 0


def test_the_program_ends_in_peace_with_a_copy_on_the_clipboard() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from ui.clipboard import put; put('1', '<b>1</b>', {'application/x-test': b'1'})"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], capture_output=True)
    assert ended.returncode == 0, ended.stderr


def test_one_cell_that_shows_less_than_it_holds_is_shown_first(desk: Desk) -> None:
    html = (
        '<meta name="generator" content="LibreOffice"><table><tr><td sdval="3.4" sdnum="1033;0;0">3</td></tr></table>'
    )
    desk.go("TT-03", "value")
    put("3", html)
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    assert "3,4" in opened.model.index(0, PasteColumn.NOTE).data()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert desk.text("TT-03", "value") == "3"


@pytest.mark.parametrize("text", ["131\n216", "131\t216"])
def test_a_block_pasted_into_an_open_cell_does_not_become_one_number(desk: Desk, text: str) -> None:
    desk.go("TT-03", "value")
    desk.press(Qt.Key.Key_F2)
    put(text)
    desk.press(V, modifiers=CONTROL)
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("TT-03") is None
    assert "nhiều ô" in desk.page.grid.message
    desk.press(Qt.Key.Key_Escape)


def test_a_form_that_changed_under_the_preview_is_not_written_into(desk: Desk) -> None:
    desk.go("TT-01")
    put("131\n216")
    desk.press(V, modifiers=CONTROL)
    opened = preview(desk)
    assert opened is not None
    desk.page.refresh(None)
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert desk.stored("TT-01") is None
    assert desk.page.grid.message
