"""A table of another program, taken in by the dialog: looked at, mended, written, undone, remembered."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from models.exchange.foreign.layout import NOTHING, Meaning, Notation, Part, Use
from models.period import Period, Span
from models.plan import Actual
from models.store.actuals import actual, cell_history, record
from models.store.changes import Author
from models.store.database import open_database
from models.store.submissions import submit
from tests.workbooks import make_workbook
from ui.foreign_import.chooser import Chooser
from ui.foreign_import.dialog import ForeignDialog
from ui.frame.main_window import MainWindow

Q2 = Period(2023, Span.Q2)
ROWS: list[list[Any]] = [
    ["UBND HUYỆN NAM GIANG"],
    ["TT", "Đơn vị", "TTHC-01", None, "Cột lạ"],
    [None, None, "Tử số", "Mẫu số", None],
    [1, "UBND xã Cà Dy", 150, 216, 3],
    [2, "Cha Val", 70, 90, 4],
    [3, "Xã Hai Mươi", 7, 9, 5],
    [None, "Tổng cộng", 227, 315, 12],
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return make_workbook(tmp_path / "bảng lạ.xlsx", {"Bảng": ROWS, "Trống": []})


def shown_dialogs(window: MainWindow) -> list[ForeignDialog]:
    return [each for each in window.findChildren(ForeignDialog) if each.isVisible()]


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> ForeignDialog:
    """Open a file as the button of the entry page does, and wait until it was read."""
    window.session.set_context(replace(window.session.context, quarter=Q2))
    window.session.import_wanted.emit([path])
    qtbot.waitUntil(lambda: bool(shown_dialogs(window)))
    [dialog] = shown_dialogs(window)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: ForeignDialog, qtbot: QtBot) -> None:
    """Wait until what was chosen last was read."""
    qtbot.waitUntil(lambda: not dialog._timer.isActive() and dialog._job is None)


def choose(chooser: Chooser, data: object) -> None:
    """Choose as a person does, by the keyboard's way of a box."""
    row = next(row for row in range(chooser.count()) if chooser.itemData(row) == data)
    chooser.setCurrentIndex(row)
    chooser.activated.emit(row)


def texts(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def cell(window: MainWindow, unit: str, code: str = "TTHC-01") -> tuple[Decimal | None, Decimal | None]:
    found = actual(window.session.db, code, unit, Q2)
    return (found.numerator, found.denominator) if found else (None, None)


def said(window: MainWindow) -> str:
    return " ".join(band.message.text for band in window.bands.bands())


def test_a_table_is_looked_at_written_and_undone_as_one_step(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    before = cell(window, "CADY"), cell(window, "CHAVAL")
    dialog = opened(window, book, qtbot)
    # what will be written is shown, with what is there now, and nothing is written yet
    shown = texts(dialog.readings_table)
    assert [row[0] for row in shown] == ["C4", "D4", "C5", "D5"]
    assert (shown[0][1], shown[0][2], shown[0][6]) == ("150", "Xã Cà Dy", "150")
    assert (cell(window, "CADY"), cell(window, "CHAVAL")) == before
    # what will not is listed, what may be answered first
    left = texts(dialog.left_pane.table)
    assert left[0][:2] == ["dòng 6", "Xã Hai Mươi"]
    assert any(row[1].startswith("Tổng cộng") and "dòng tổng" in row[3] for row in left)
    assert sum(int(row[2]) for row in left) == 1 + 5 + 4 + 2 + 2
    QTest.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Đã nhập bảng lạ.xlsx: ghi 4 ô, 14 ô không lấy." in said(window))
    assert (cell(window, "CADY"), cell(window, "CHAVAL")) == ((150, 216), (70, 90))
    assert cell_history(window.session.db, "TTHC-01", "CADY", Q2)[0].how == "import"
    window.session.undo.undo()
    assert (cell(window, "CADY"), cell(window, "CHAVAL")) == before
    window.session.undo.redo()
    assert cell(window, "CADY") == (150, 216)


def test_a_name_that_is_not_known_is_answered_and_remembered(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    dialog = opened(window, book, qtbot)
    dialog.tabs.setCurrentIndex(1)
    assert "Xã Hai Mươi" in dialog.left_pane.question.text()
    choose(dialog.left_pane.answer, "ZUOIH")
    settle(dialog, qtbot)
    dialog.write.click()
    qtbot.waitUntil(lambda: cell(window, "ZUOIH") == (7, 9))
    qtbot.waitUntil(lambda: not window.findChildren(ForeignDialog))
    # the next file of the same form is filled in
    again = opened(window, book, qtbot)
    assert "lần trước" in again.hint.text()
    assert not again.write.isEnabled()
    assert {row[8] for row in texts(again.readings_table)} == {"như đang có"}


def test_a_column_is_given_a_meaning(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    dialog = opened(window, book, qtbot)
    dialog.grid.setCurrentIndex(dialog.grid_model.index(3, 4))
    bar = dialog.column_bar
    assert "Cột lạ" in bar.title.toolTip()
    choose(bar.use, Use.VALUE)
    choose(bar.indicator, Meaning("TTHC-02", Part.NUMERATOR))
    settle(dialog, qtbot)
    assert ["E4", "3"] in [row[:2] for row in texts(dialog.readings_table)]
    choose(bar.unit, "LAEE")
    settle(dialog, qtbot)
    assert any("hai đơn vị khác nhau" in row[3] for row in texts(dialog.left_pane.table))
    choose(bar.unit, "")
    choose(bar.when, None)
    choose(bar.use, Use.SKIP)
    settle(dialog, qtbot)
    assert "E4" not in [row[0] for row in texts(dialog.readings_table)]
    dialog.reject()


def test_what_holds_for_the_whole_table_is_chosen(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "bảng.csv"
    path.write_text("Nội dung;Số\nHồ sơ trực tuyến;1.234\nHồ sơ khác;5.678\n", "utf-8")
    dialog = opened(window, path, qtbot)
    bar = dialog.bar
    assert not dialog.write.isEnabled()
    dialog.grid.setCurrentIndex(dialog.grid_model.index(1, 0))
    choose(dialog.column_bar.use, Use.SKIP)
    dialog.grid.setCurrentIndex(dialog.grid_model.index(1, 1))
    choose(dialog.column_bar.use, Use.VALUE)
    bar.first.setValue(2)
    settle(dialog, qtbot)
    dialog.grid.setCurrentIndex(dialog.grid_model.index(1, 0))
    choose(dialog.column_bar.use, Use.SKIP)
    dialog.grid.setCurrentIndex(dialog.grid_model.index(1, 1))
    choose(dialog.column_bar.use, Use.VALUE)
    choose(bar.unit, "LAEE")
    choose(bar.indicator, Meaning("TTHC-01", Part.NUMERATOR))
    choose(bar.period, Period(2023, Span.Q3))
    settle(dialog, qtbot)
    assert any("5.678 hoặc 5,678" in row[3] for row in texts(dialog.left_pane.table))
    choose(bar.notation, Notation.VIETNAMESE)
    settle(dialog, qtbot)
    [row] = texts(dialog.readings_table)
    assert row[:7] == ["B3", "5.678", "Xã La Êê", row[3], "Quý III 2023", "tử số", "5.678"]
    choose(bar.indicator, NOTHING)
    settle(dialog, qtbot)
    assert not dialog.write.isEnabled()
    dialog.reject()


def test_another_sheet_is_chosen_and_an_empty_one_says_so(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    dialog = opened(window, book, qtbot)
    choose(dialog.bar.sheet, "Trống")
    settle(dialog, qtbot)
    assert dialog.grid_model.rowCount() == 0
    assert not dialog.write.isEnabled()
    choose(dialog.bar.sheet, "Bảng")
    settle(dialog, qtbot)
    assert dialog.write.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("hỏng.xlsx", b"PK\x03\x04 broken", "bị hỏng"),
        ("cũ.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, ".xls"),
        ("trống.csv", b"", "không có ô nào"),
    ],
)
def test_what_cannot_be_taken_in_is_said_in_a_band(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    window.session.import_wanted.emit([path])
    qtbot.waitUntil(lambda: words in said(window))
    qtbot.waitUntil(lambda: not window.findChildren(ForeignDialog))


def test_a_form_that_was_sent_is_not_written_to(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    session = window.session
    submit(session.db, session.plan, "CADY", Q2, date(2023, 6, 18), session.author)
    before = cell(window, "CADY")
    dialog = opened(window, book, qtbot)
    assert [row[3] for row in texts(dialog.left_pane.table) if "đã gửi ngày 18/6/2023" in row[3]]
    dialog.write.click()
    qtbot.waitUntil(lambda: cell(window, "CHAVAL") == (70, 90))
    assert cell(window, "CADY") == before


def test_a_cell_that_another_window_changes_meanwhile_is_not_written_over(
    window: MainWindow, book: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, book, qtbot)
    path = window.session.path
    assert path is not None
    with closing(open_database(path)) as other:
        record(other, [Actual("TTHC-01", "CADY", Q2, Decimal(99), Decimal(216))], Author("Người khác"))
    dialog.write.click()
    qtbot.waitUntil(lambda: "Người khác" in dialog.hint.text())
    assert dialog.isVisible()
    assert cell(window, "CADY") == (99, 216)
    assert cell(window, "CHAVAL") != (70, 90)
    dialog.reject()


def test_enter_in_a_box_writes_nothing_and_letters_find_a_unit(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    dialog = opened(window, book, qtbot)
    before = cell(window, "CADY")
    line = dialog.bar.unit.lineEdit()
    assert line is not None
    line.setFocus()
    line.setText("zuoih")  # typed letter by letter a list would pop up, which off-screen platforms cannot show
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert dialog.bar.unit.currentData() == "ZUOIH"
    assert dialog.isVisible()
    assert cell(window, "CADY") == before
    dialog.reject()


def test_several_foreign_files_come_one_after_the_other(
    window: MainWindow, book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "hai.csv"
    other.write_text("Đơn vị;TTHC-01.tử\nXã La Êê;5\n", "utf-8")
    window.session.import_wanted.emit([book, other])
    for name in ("bảng lạ.xlsx", "hai.csv"):
        qtbot.waitUntil(lambda: len(shown_dialogs(window)) == 1)
        [dialog] = shown_dialogs(window)
        assert name in dialog.windowTitle()
        dialog.reject()
        qtbot.waitUntil(lambda: dialog not in shown_dialogs(window))  # noqa: B023
    qtbot.waitUntil(lambda: not window.findChildren(ForeignDialog))


def test_a_large_file_shows_how_far_it_is_and_can_be_stopped(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a file whose reading goes on until it is stopped
    go_on = Event()

    def endless(*_: object, progress: Callable[[int, int], None], **__: object) -> None:
        while not go_on.wait(0.01):
            progress(2_000, 0)

    monkeypatch.setattr(
        "ui.foreign_import.dialog.open_source", lambda source, title, progress: endless(progress=progress)
    )
    path = tmp_path / "lớn.csv"
    path.write_text("Đơn vị;TTHC-01.tử\nXã La Êê;5\n", "utf-8")
    window.session.import_wanted.emit([path])
    qtbot.waitUntil(lambda: bool(shown_dialogs(window)))
    [dialog] = shown_dialogs(window)
    qtbot.waitUntil(lambda: "2000" in dialog.progress.step.text())
    assert not dialog.bar.isEnabled()
    # WHEN it is stopped
    dialog.progress.stop.click()
    # THEN nothing is left of it
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    qtbot.waitUntil(lambda: not window.findChildren(ForeignDialog))
    assert cell(window, "LAEE") != (5, None)


def test_every_control_of_the_dialog_has_a_name(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    dialog = opened(window, book, qtbot)
    for kind in (Chooser, QTableView):
        assert all(each.accessibleName() for each in dialog.findChildren(kind) if each.isEnabled())
    assert dialog.bar.first.accessibleName()
    dialog.reject()
