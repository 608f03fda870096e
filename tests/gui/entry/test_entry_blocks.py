"""Copy, paste, fill down, clear: many cells at once, all or nothing."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy

from tests.gui.entry.conftest import Q1, Q2, Q3, Desk
from tests.gui.entry.test_entry_typing import CONTROL, DELETE, SHIFT, enter
from ui.pages.entry.form import Column

V, C, D, X = Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_X
EXCEL_EN = (
    '<style><!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}--></style>'
)


def put_on_clipboard(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(desk: Desk, text: str, html: str = "") -> None:
    put_on_clipboard(text, html)
    desk.press(V, modifiers=CONTROL)


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


def test_a_block_with_one_bad_cell_changes_nothing_and_says_why(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "131\nhai trăm\n460\nx")
    assert shown(desk) == ["", "", "", ""]
    assert "hai trăm" in desk.page.grid.message
    assert "1" in desk.page.grid.message  # one cell more
    assert desk.session.undo.count() == 0


def test_a_block_over_the_edge_is_refused_whole(desk: Desk) -> None:
    desk.go("TT-04", "denominator")
    paste(desk, "1\n2")
    assert desk.text("TT-04", "denominator") == ""
    assert desk.page.grid.message


def test_a_block_over_a_computed_column_is_refused_whole(desk: Desk) -> None:
    desk.go("TT-01", column=Column.Q4)
    paste(desk, "1\t2")
    assert desk.text("TT-01", column=Column.Q4) == ""
    assert desk.page.grid.message


def test_quarters_side_by_side_are_taken_in(desk: Desk) -> None:
    desk.go("TT-03", "value", Column.Q1)
    paste(desk, "4\t5\t6")
    assert [desk.stored("TT-03", each).value for each in (Q1, Q2, Q3)] == [4, 5, 6]  # type: ignore[union-attr]


def test_what_reads_two_ways_is_refused_where_both_fit(desk: Desk) -> None:
    desk.go("TT-01")
    paste(desk, "1.234\n2.345")
    assert shown(desk)[:2] == ["", ""]
    assert "1.234" in desk.page.grid.message


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
    desk.press(V, modifiers=CONTROL)
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
